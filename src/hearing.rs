//! Hearing: from a line to what it does, what it asks, and what about.
//!
//! A pure function of the line and of what was said before it. Everything that is decided carries the
//! reason: the rule and the words it rests on.

mod asks;
pub mod cue;
mod fault;
mod follow_up;
mod form;
pub mod heard;
mod kind;
mod lead_in;
mod learnt;
mod moves;
mod question;
mod repair;
mod segment;
pub mod topic;
mod topic_cue;
pub mod uptake;

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::OnceLock;

use self::heard::{Act, FollowUp, Form, Heard, Little, Question, Reason, Segment, Subject};
use self::lead_in::After;
use self::topic::{Asked, NO_TOPIC, Topics};
use crate::pack::Pack;
use crate::pack::scenario::Scenario;
use crate::text::clean;
use crate::text::words::{Break, Word, words};

/// Words of a line beyond this number are kept in the log and not listened to.
pub const MOST_WORDS: usize = 400;

/// What was said before a line, as far as hearing needs it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Before<'a> {
    /// The partner's last words.
    pub partner: Option<&'a str>,
    /// Whether those words asked something back.
    pub asked_back: bool,
}

/// An ear for the topics of a pack, and of one scenario in it.
///
/// Making one costs nothing; it learns the topics when it first hears a line, or in [`Ear::prepare`].
#[derive(Debug)]
pub struct Ear<'a> {
    pack: &'a Pack,
    scenario: Option<&'a Scenario>,
    topics: OnceLock<Topics>,
}

impl<'a> Ear<'a> {
    /// An ear for every topic of the pack's question banks and, if a scenario is given, its own.
    #[must_use]
    pub const fn new(pack: &'a Pack, scenario: Option<&'a Scenario>) -> Self {
        Self { pack, scenario, topics: OnceLock::new() }
    }

    /// Learns the topics now, so that the first line is heard as fast as any. Can be called from another
    /// thread while somebody reads the first words.
    pub fn prepare(&self) {
        self.topics();
    }

    fn topics(&self) -> &Topics {
        self.topics.get_or_init(|| {
            let banked = self.pack.bank_topics().flat_map(|topic| {
                let questions = topic.questions.iter();
                questions
                    .flat_map(|question| {
                        [&question.text]
                            .into_iter()
                            .chain(&question.phrasings)
                            .chain(&question.weak)
                    })
                    .map(|phrasing| Asked { id: topic.id.value(), phrasing: phrasing.value() })
            });
            let scripted = || self.scenario.into_iter().flat_map(|scenario| &scenario.topics);
            let never = scripted()
                .flat_map(|topic| &topic.never)
                .chain(self.pack.banks.iter().flat_map(|bank| &bank.never));
            let never = never.map(|phrasing| Asked { id: NO_TOPIC, phrasing: phrasing.value() });
            let own =
                self.scenario.into_iter().flat_map(|scenario| &scenario.topics).flat_map(|topic| {
                    let asked = topic.ask.iter();
                    asked.map(|phrasing| Asked { id: topic.id.value(), phrasing: phrasing.value() })
                });
            let mut topics = Topics::new(banked.chain(own).chain(never));
            for text in self.scenario.into_iter().flat_map(said_by) {
                for word in words(text) {
                    topics.know(&word.text);
                }
            }
            topics
        })
    }

    /// Hears one line.
    #[must_use]
    pub fn hear(&self, line: &str, before: Before<'_>) -> Heard {
        let line = clean::line(line).into_owned();
        let mut all_words = words(&line);
        // Of a very long line the end is heard: preambles come first and questions last.
        let skipped = all_words.len().saturating_sub(MOST_WORDS);
        all_words.drain(..skipped);
        let again = is_again(&all_words);
        // "What what made you", "is is it": said twice, meant once.
        all_words.dedup_by(|later, first| later.text == first.text && first.after == Break::None);
        let repairs = self.topics().vocabulary().repair(&mut all_words);

        let parts = segment::segments(&all_words);
        let mut segments = Vec::new();
        let mut questions: Vec<(Range<usize>, After)> = Vec::new();
        let mut in_passing: Vec<(Range<usize>, After)> = Vec::new();
        for part in parts {
            let (segment, question) = hear_segment(&line, &all_words, part, before);
            match question {
                Some(question) if is_in_passing(&all_words[question.0.clone()]) => {
                    in_passing.push(question);
                }
                question => questions.extend(question),
            }
            segments.push(segment);
        }
        if questions.is_empty() {
            questions = in_passing; // there is no other question that counts
        }
        let in_these_words = self.topics().word_for_word(&all_words);
        let in_these_words = in_these_words.filter(|_| follow_up::bare(&all_words).is_none());
        if in_these_words.is_some() && segments.iter().all(|segment| is_told_or_asked(segment.act))
        {
            let (start, after) = lead_in::strip(&all_words);
            let all = 0..all_words.len();
            let reason =
                reason(&line, &all_words, "verbatim", all.clone(), "is asked in these words");
            questions = vec![(start..all.end, after)];
            segments = vec![Segment { words: all, act: Act::Question, reason }];
        }
        let partner_words = before.partner.unwrap_or_default();
        let uptake = uptake::uptake(&all_words, partner_words, self.topics().stems());
        let share_taken_up = uptake::share(&all_words, partner_words, self.topics().stems());

        let mut act = Act::Silence;
        for segment in &segments {
            if segment.act.weight() >= act.weight() {
                act = segment.act;
            }
        }
        let of_oneself = |word: &Word| matches!(word.text.as_str(), "i" | "my" | "me" | "we");
        let exclaims = segments.first().is_some_and(|first| first.act == Act::Acknowledgement);
        if act == Act::Answer && exclaims && !all_words.iter().any(of_oneself) {
            act = Act::Acknowledgement; // "wow, nineteen years at one bench"
        }
        let farewell = segments.iter().any(|segment| {
            let tells = !matches!(segment.act, Act::Question | Act::Reflection | Act::Answer);
            segment.act == Act::Goodbye && moves::is_farewell(&all_words[segment.words.clone()])
                || tells && moves::ends_in_farewell(&all_words[segment.words.clone()])
        });
        let asks_again = moves::asks_again(&all_words);
        let only_tells = matches!(
            act,
            Act::Reflection
                | Act::Purpose
                | Act::Thanks
                | Act::Introduction
                | Act::Answer
                | Act::Acknowledgement
        );
        if farewell && only_tells {
            act = Act::Goodbye; // whoever says bye wants to go
        }
        let mut subject = Subject::None;
        let mut question = None;
        if let Some((place, after)) = questions.last() {
            subject = in_these_words.unwrap_or_else(|| self.subject(&all_words, place, &segments));
            // "What do you like about it?" points back and names its subject: a question of its own.
            let is_clear = subject.best().is_some_and(|topic| topic.score >= CLEAR);
            let named = match subject.best() {
                Some(topic) if topic.score >= NAMED => kind::Subject::Clear,
                _ => kind::Subject::Unclear,
            };
            let follow_up =
                follow_up(&all_words[place.clone()]).filter(|follow| follow.bare || !is_clear);
            let ranges: Vec<Range<usize>> =
                questions.iter().map(|(place, _)| place.clone()).collect();
            let mut heard = hear_question(&line, &all_words, (place, *after), &ranges, follow_up);
            if let Some(partner) = before.partner {
                let asked = &all_words[place.clone()];
                let (kind, place) =
                    kind::kind(&all_words, asked, follow_up, &uptake, named, partner);
                let text = if kind.asks_on() {
                    "asks on from what they said"
                } else {
                    "begins something of its own"
                };
                heard.kind = Some(kind);
                heard.kind_reason = Some(reason(&line, &all_words, "kind", place, text));
            }
            let is_alien =
                subject == Subject::None && heard.follow_up.is_none() && uptake.is_empty();
            let asked = &all_words[place.clone()];
            if act == Act::Question
                && is_alien
                && self.topics().elsewhere(asked).is_some_and(|by| by >= least_elsewhere(asked))
            {
                act = Act::OffTopic;
            }
            question = Some(heard);
        }
        if act == Act::Answer && is_gibberish(&all_words) {
            act = Act::Unclear;
        }
        let asked: Vec<usize> = segments
            .iter()
            .filter(|segment| segment.act == Act::Question)
            .map(|segment| segment.words.len())
            .collect();
        // Questions from end to end, and hardly a word between them; short ones are said in passing.
        let in_questions = asked.iter().sum::<usize>() * 5 >= all_words.len() * 4;
        let whole = asked.iter().filter(|words| **words >= 4).count();
        let asked = if in_questions { whole.max(asked.len().saturating_sub(2)) } else { 0 };
        let says_little = says_little(&line, &all_words, partner_words, (share_taken_up, asked));
        let says_little = if again { Some(Little::Again) } else { says_little };
        if says_little == Some(Little::Salad) && is_told_or_asked(act) {
            act = Act::Unclear;
            question = None;
        }
        if all_words.is_empty() && !line.is_empty() {
            act = Act::Unclear;
        }
        Heard {
            line,
            words: all_words,
            segments,
            act,
            question,
            subject,
            uptake,
            share_taken_up,
            says_little,
            repairs,
            asks_again,
            farewell,
        }
    }

    /// What the question is about. What leads up to it counts too, only less: half of all preambles say
    /// what the question is about, and the other half mislead.
    fn subject(&self, all: &[Word], question: &Range<usize>, segments: &[Segment]) -> Subject {
        let asked = &all[question.clone()];
        if follow_up::bare(asked).is_some() {
            return self.topics().about(asked, asked);
        }
        let questions = segments.iter().filter(|segment| segment.act == Act::Question).count();
        if questions > 1 {
            // Of two questions the last is answered, if it says what it is about.
            let last = self.topics().about(asked, asked);
            if last.best().is_some_and(|topic| topic.score >= CLEAR) {
                return last;
            }
        }
        let is_courtesy = |act: Act| {
            matches!(
                act,
                Act::Greeting | Act::Thanks | Act::Goodbye | Act::Acknowledgement | Act::Silence
            )
        };
        let said: Vec<Word> = segments
            .iter()
            .filter(|segment| !is_courtesy(segment.act) || segment.words.end > question.start)
            .flat_map(|segment| all[segment.words.clone()].iter().cloned())
            .collect();
        self.topics().about(&said, asked)
    }
}

/// A question this like a topic says clearly what it is about.
pub const CLEAR: f32 = 0.38;

/// A question this like a topic, and with no word of the partner's in it, has a subject of its own.
const NAMED: f32 = 0.34;

/// What this person can say of their own, and what can be read about them.
fn said_by(scenario: &Scenario) -> impl Iterator<Item = &str> {
    let told = scenario.answers().flat_map(|(_, answer)| {
        let follows = answer.follow.iter().flat_map(|follow| &follow.say);
        let hooks = answer.hooks.iter().flat_map(|hook| &hook.words);
        answer.short.iter().chain(&answer.say).chain(&answer.held).chain(follows).chain(hooks)
    });
    told.chain(&scenario.brief.facts).map(|text| text.as_str())
}

/// Whether a part of a line could be meant as a question, for all its grammar says.
fn is_told_or_asked(act: Act) -> bool {
    matches!(act, Act::Question | Act::Answer | Act::Reflection | Act::Unclear)
}

/// Whether a follow-up reading of a question is possible.
fn follow_up(question: &[Word]) -> Option<FollowUp> {
    follow_up::bare(question).or_else(|| follow_up::pointing_back(question))
}

/// Hears one part of a line; gives also the question in it, without lead-in, if it asks something.
fn hear_segment(
    line: &str,
    all: &[Word],
    part: Range<usize>,
    before: Before<'_>,
) -> (Segment, Option<(Range<usize>, After)>) {
    let said = &all[part.clone()];
    let (start, after) = lead_in::strip(said);
    let core = &said[start..];
    let asked = part.start + start..part.end;
    let marked = fault::has_question_mark(all, &part);
    let segment = |act: Act, rule: &str, place: Range<usize>, text: &str| {
        let reason = reason(line, &all[part.clone()], rule, place, text);
        Segment { words: part.clone(), act, reason }
    };

    if before.asked_back && is_returned(said) {
        return (
            segment(Act::Answer, "answers-back", 0..said.len(), "answers what was asked back"),
            None,
        );
    }
    let has = |any: &[&str]| core.iter().any(|word| any.contains(&word.text.as_str()));
    if after == After::Request && has(&["me", "myself"]) && !has(&["you", "your"]) {
        // "I'm wondering if this could be something for me" says what one came for.
        let place = 0..said.len();
        return (segment(Act::Purpose, "purpose", place, "says what they hope to find out"), None);
    }
    let rule = asks_by_rule(said, core, after, marked);
    let asks = match rule {
        _ if marked => rule.is_some(),
        Some(rule) if is_certain(rule) => true,
        rule => asks_by_weight(said, core, rule),
    };
    // A courtesy can be put as a question, and is one: "may I mention your name?"
    let question = asks.then(|| (asked.clone(), after));
    // "When do people tell you to shut up?" is no rudeness.
    let found = moves::find(core).filter(|(act, place)| {
        *act != Act::Rude || place.start == 0 || !question::begins_at(core, 0)
    });
    if let Some((act, place)) = found {
        // "…based on that, is there anyone else": the question may begin later.
        let later = (1..core.len()).find(|at| question::begins_at(core, *at));
        let question = question.or_else(|| Some((asked.start + later?..asked.end, after)));
        let place = place.start + start..place.end + start;
        return (segment(act, act.word(), place, "says so outright"), question);
    }
    let pleasantry = moves::find_stated(core).filter(|(act, _)| *act == Act::Greeting);
    if let Some((act, place)) = pleasantry {
        let place = place.start + start..place.end + start;
        return (segment(act, act.word(), place, "is a greeting"), question);
    }
    if asks {
        let Some(rule) = rule else {
            let stated = moves::find_stated(core).map(|(act, _)| act);
            let (at, text) = match asks::loudest(core, stated) {
                Some(at) => {
                    (at.start + start..at.end + start, "asks by its words, if not by its form")
                }
                None => (start..said.len(), "asks by its words, if not by its form"),
            };
            return (segment(Act::Question, "words", at, text), question);
        };
        return (
            segment(Act::Question, rule, start..said.len().min(start + 2), "asks something"),
            question,
        );
    }
    let stated = moves::find_stated(core).or_else(|| moves::find_stated(said));
    let stated = stated.filter(|(act, _)| *act != Act::Answer || stated_act(said, core).is_none());
    if let Some((act, place)) = stated {
        return (segment(act, act.word(), place, "says so"), None);
    }
    if let Some(act) = stated_act(said, core) {
        return (segment(act, act.word(), 0..said.len(), "shows that one heard"), None);
    }
    let act = if is_gibberish(said) { Act::Unclear } else { Act::Answer };
    (segment(act, act.word(), 0..said.len(), "tells something"), None)
}

/// "Pardon?", "huh?": did not hear, or shows surprise.
fn is_unheard(core: &[Word]) -> bool {
    let text = |at: usize| core.get(at).map_or("", |word| word.text.as_str());
    match core.len() {
        1 => matches!(text(0), "huh" | "pardon" | "sorry" | "hm" | "hmm" | "eh"),
        2 => matches!((text(0), text(1)), ("excuse" | "pardon", "me")),
        3 => (text(0), text(1), text(2)) == ("i", "am", "sorry"),
        _ => false,
    }
}

/// "Does that make sense?", "maybe I should wait?": asked in passing, and not what the line is about if
/// it asks something else.
fn is_in_passing(question: &[Word]) -> bool {
    let text = |at: usize| question.get(at).map_or("", |word| word.text.as_str());
    let of_oneself = matches!(text(0), "i" | "my" | "we" | "maybe" | "perhaps");
    let checks = question.len() <= 6
        && question.iter().any(|word| word.text == "sense")
        && question.iter().any(|word| matches!(word.text.as_str(), "make" | "makes" | "making"));
    of_oneself || checks
}

/// The rule by which a part of a line asks something, if there is one.
fn asks_by_rule(said: &[Word], core: &[Word], after: After, marked: bool) -> Option<&'static str> {
    if question::begins_at(core, 0) {
        return Some("turned-round");
    }
    if after != After::Anything {
        return Some("embedded");
    }
    if question::request(core).is_some() && !is_told(core) {
        return Some("request");
    }
    if follow_up::bare(core).is_some_and(|_| !is_murmur(core, marked)) {
        return Some("asks-on");
    }
    if is_unheard(core) {
        return None; // wants to hear it again, and asks nothing
    }
    if marked && !is_said_back(said, core) {
        return Some("question-mark");
    }
    if !marked && fault::has_tag(core) && !is_said_back(said, core) {
        return Some("tag");
    }
    if is_bare_topic(said) {
        return Some("bare-topic");
    }
    (core.len() >= 2 && question::listed(core).is_some() && !is_exclaimed(core))
        .then_some("list-style")
}

/// Rules that need no question mark.
fn is_certain(rule: &str) -> bool {
    matches!(rule, "embedded" | "request" | "asks-on" | "bare-topic" | "tag")
}

/// Whether the words of a part without question mark weigh more for asking than against it.
fn asks_by_weight(said: &[Word], core: &[Word], rule: Option<&str>) -> bool {
    let stated = moves::find_stated(core).map(|(act, _)| act);
    let text = |at: usize| core.get(at).map_or("", |word| word.text.as_str());
    let tells = matches!(text(0), "i" | "my" | "we")
        || matches!(
            (text(0), text(1)),
            ("what", "a" | "an") | ("how" | "what" | "why", "my" | "i")
        )
        || (text(0) == "how"
            && text(2) == "that"
            && !core.get(1).is_some_and(question::is_auxiliary))
        || (text(0) == "what" && text(1) == "you" && SAID.contains(&text(2)));
    let is_conclusion = rule.is_none() && text(0) == "you" && concludes(said);
    if tells || is_conclusion {
        return false;
    }
    // A full stop speaks against it, but for many who type it stands for a question mark.
    let stops = core.last().is_some_and(|word| word.after == Break::Stop);
    let by_rules = match (rule, stated) {
        (Some(_), _) => -60,
        (None, None) => 0,
        (None, Some(Act::Goodbye | Act::Thanks | Act::Greeting | Act::Purpose)) => return false,
        (None, Some(_)) => 80,
    };
    let least = by_rules + if stops { 60 } else { 0 };
    !is_bare_murmur(core, rule, stated) && asks::score(core, rule, stated) > least
}

/// "What you said will stay with me" tells.
const SAID: &[&str] =
    &["said", "told", "say", "described", "mentioned", "shared", "did", "do", "have"];

/// "Right", "oh okay": what shows that one is there asks nothing, however often it asks for agreement in
/// other talk.
fn is_bare_murmur(core: &[Word], rule: Option<&str>, stated: Option<Act>) -> bool {
    rule.is_none() && stated == Some(Act::Acknowledgement) && core.len() <= 2
}

/// The evidence on whether the parts of a line without question marks ask something, one list a part;
/// none for a part that rules decide. This is what `examples/learn.rs` learns the weights of.
#[must_use]
pub fn evidence_of_asking(line: &str) -> Vec<Vec<String>> {
    let line = clean::line(line);
    let mut all = words(&line);
    all.dedup_by(|later, first| later.text == first.text && first.after == Break::None);
    let parts = segment::segments(&all);
    let evidence = |part: Range<usize>| {
        let said = &all[part];
        let (start, after) = lead_in::strip(said);
        let core = &said[start..];
        let rule = asks_by_rule(said, core, after, false);
        let stated = moves::find_stated(core).map(|(act, _)| act);
        let is_decided = rule.is_some_and(is_certain)
            || moves::find(core).is_some()
            || is_bare_murmur(core, rule, stated);
        let found = (!is_decided).then(|| asks::evidence(core, rule, stated));
        found.iter().flat_map(learnt::Evidence::pieces).map(str::to_owned).collect()
    };
    parts.into_iter().map(evidence).collect()
}

/// How sure it has to be that a question is about something else: sure for "tell me about a song", which
/// may well be their work, not very for an errand such as "can you help me with my essay".
fn least_elsewhere(asked: &[Word]) -> f32 {
    let text = |at: usize| asked.get(at).map_or("", |word| word.text.as_str());
    let form = form::form(asked, After::Anything).0.form;
    if question::request(asked).is_some() || form == Form::Invited {
        2.0
    } else if matches!(text(0), "can" | "could" | "would" | "will") && text(1) == "you" {
        0.3
    } else {
        0.6
    }
}

/// The same words over and over.
fn is_again(all: &[Word]) -> bool {
    let different: BTreeSet<&str> = all.iter().map(|word| word.text.as_str()).collect();
    let mut once = all.to_vec();
    once.dedup_by(|later, first| later.text == first.text);
    all.len() >= 5 && (different.len() * 3 <= all.len() || once.len() * 2 <= all.len())
}

/// Whether a line is only made to look like one: words without those that
/// hold a sentence together, the partner's own sentence and nothing else, or a list that is read out.
fn says_little(
    line: &str,
    all: &[Word],
    partner: &str,
    (taken_up, questions): (u8, usize),
) -> Option<Little> {
    let texts: Vec<&str> = all.iter().map(|word| word.text.as_str()).collect();
    let holds = |word: &&&str| uptake::is_function(word) && !question::ASKING.contains(*word);
    let baits = |word: &&&str| question::ASKING.contains(*word) || BAIT.contains(*word);
    let loose = texts.len() >= 6 && texts.iter().filter(holds).count() * 7 < texts.len();
    if loose && (texts.iter().filter(baits).count() >= 3 || taken_up >= 60) {
        return Some(Little::Salad);
    }
    if texts.len() >= 8 {
        let theirs = words(partner);
        let same =
            |part: &[Word]| part.iter().map(|word| word.text.as_str()).eq(texts.iter().copied());
        if theirs.windows(texts.len()).any(same) {
            return Some(Little::Echo);
        }
    }
    let begun = (0..all.len())
        .filter(|at| question::is_asking(&all[*at]) && question::begins_at(all, *at))
        .count();
    let is_list = questions >= 4 || (begun >= 4 && all.len() < begun * 7);
    let dashes =
        line.split_whitespace().filter(|piece| matches!(*piece, "-" | "*" | "•" | "–")).count();
    (is_list || dashes >= 3 && begun >= 2).then_some(Little::List)
}

/// Words of good questions, which make none by themselves.
const BAIT: &[&str] = &[
    "story",
    "feel",
    "felt",
    "reason",
    "moment",
    "hardest",
    "proud",
    "proudest",
    "surprise",
    "surprised",
    "mistake",
    "regret",
    "tell",
    "made",
    "led",
    "drew",
    "like",
    "learn",
    "learned",
    "change",
    "changed",
];

/// "And the pay", "and the worst": a subject and nothing else, asked in passing.
fn is_bare_topic(said: &[Word]) -> bool {
    let text = |at: usize| said.get(at).map_or("", |word| word.text.as_str());
    (3..=5).contains(&said.len())
        && text(0) == "and"
        && matches!(text(1), "the" | "your")
        && said.iter().all(|word| !question::is_auxiliary(word))
}

/// A murmur such as "really" or "and" asks on only with a question mark.
fn is_murmur(words: &[Word], marked: bool) -> bool {
    !marked
        && matches!(words, [one] if matches!(one.text.as_str(), "really" | "and" | "like" | "because" | "more" | "seriously" | "then" | "meaning"))
}

/// "Best of luck", "great answer": list style in form, not in sense.
fn is_exclaimed(words: &[Word]) -> bool {
    words.first().is_some_and(|word| matches!(word.text.as_str(), "great" | "best"))
        && words.get(1).is_some_and(|word| {
            matches!(word.text.as_str(), "of" | "answer" | "story" | "regards" | "wishes")
        })
}

/// "I can tell you more" tells; "tell me more" asks.
fn is_told(words: &[Word]) -> bool {
    words.first().is_some_and(|word| matches!(word.text.as_str(), "i" | "we"))
}

/// A statement that says back what was understood, even when it ends in a question mark: "so it sounds
/// like the people keep you there, right?"; but "you must hate the paperwork?" only suggests an answer.
fn is_said_back(said: &[Word], core: &[Word]) -> bool {
    let is_reflection = moves::find_stated(core).is_some_and(|(act, _)| act == Act::Reflection);
    let first = |word: &str| core.first().is_some_and(|first| first.text == word);
    let says_so = !first("you") || concludes(said) || moves::says_back(core);
    is_reflection && says_so && !core.last().is_some_and(|word| word.text == "correct")
}

/// "So…", "ok, so…": draws a conclusion from what was said.
fn concludes(said: &[Word]) -> bool {
    said.iter().take(4).any(|word| word.text == "so")
}

/// What a part that asks nothing does, when no words of courtesy say it: a conclusion about them, or what
/// follows "wow" and "ah", shows that one heard.
fn stated_act(said: &[Word], core: &[Word]) -> Option<Act> {
    let of_oneself = |word: &Word| matches!(word.text.as_str(), "i" | "my" | "me" | "we" | "our");
    if core.len() < 3 || said.iter().any(of_oneself) {
        return None;
    }
    if concludes(said) {
        return Some(Act::Reflection);
    }
    let first = said.first().map_or("", |word| word.text.as_str());
    matches!(first, "wow" | "ah" | "oh" | "gosh" | "goodness" | "whoa")
        .then_some(Act::Acknowledgement)
}

/// An answer to a question that was asked back: about oneself, and asking nothing.
fn is_returned(words: &[Word]) -> bool {
    let first = words.first().map_or("", |word| word.text.as_str());
    let is_own = matches!(
        first,
        "i" | "my"
            | "we"
            | "yes"
            | "no"
            | "yeah"
            | "because"
            | "honestly"
            | "mostly"
            | "maybe"
            | "probably"
            | "well"
            | "not"
            | "a"
            | "the"
    );
    is_own
        && words.iter().all(|word| word.after != Break::Question)
        && !question::begins_at(words, 0)
}

/// The evidence on whether a line asks on from the partner's words; empty where rules decide, or nothing
/// is asked. This is what `examples/learn.rs` learns the weights of.
#[must_use]
pub fn evidence_of_asking_on(ear: &Ear<'_>, line: &str, partner: &str) -> Vec<String> {
    let heard = ear.hear(line, Before { partner: Some(partner), asked_back: false });
    let Some(question) = heard.question else { return Vec::new() };
    let asked = &heard.words[question.words.clone()];
    if kind::by_rule(&heard.words, asked, question.follow_up, partner).is_some() {
        return Vec::new();
    }
    let evidence = kind::evidence(&heard.words, asked, question.follow_up, &heard.uptake, partner);
    evidence.pieces().map(str::to_owned).collect()
}

/// Keyboard noise: no word with a vowel among the letters, or one character over and over.
fn is_gibberish(words: &[Word]) -> bool {
    let is_word = |word: &Word| {
        let text = &word.text;
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        let foreign = text.chars().any(|c| c.is_alphabetic() && !c.is_ascii());
        let vowels = text.chars().filter(|c| "aeiouy".contains(*c)).count();
        letters > 0
            && (foreign || (vowels > 0 && letters / vowels.max(1) <= 5))
            && (letters > 1 || matches!(text.as_str(), "i" | "a"))
    };
    !words.is_empty() && words.iter().filter(|word| is_word(word)).count() * 2 < words.len().max(1)
}

fn hear_question(
    line: &str,
    all: &[Word],
    (place, after): (&Range<usize>, After),
    questions: &[Range<usize>],
    follow_up: Option<FollowUp>,
) -> Question {
    let asked = &all[place.clone()];
    let (rule, words) = form::form(asked, after);
    let reason = reason(line, asked, rule.name, words, rule.text);
    // "Did that scare you?" is closed in grammar; asking on without content is judged as it stands.
    let form = match follow_up {
        // "That must have been hard" asks nothing and invites an answer.
        Some(FollowUp { bare: true, .. }) if rule.name == "stated" => Form::Invited,
        Some(FollowUp { kind, bare: true }) => bare_form(kind, rule.form),
        _ => rule.form,
    };
    let faults = fault::faults(all, place, form, questions);
    let has_open_half = questions.iter().any(|other| {
        other != place && form::form(&all[other.clone()], After::Anything).0.form != Form::Closed
    });
    Question {
        words: place.clone(),
        form,
        reason,
        kind: None,
        kind_reason: None,
        faults,
        follow_up,
        has_open_half,
    }
}

/// A request for an example or for more is never a yes/no question, whatever its grammar.
fn bare_form(kind: crate::pack::scenario::FollowKind, form: Form) -> Form {
    use crate::pack::scenario::FollowKind::{Example, Feel, How, More, Result, When, Who, Why};
    match kind {
        Example | More if form == Form::Closed => Form::Open,
        When | Who => Form::Closed,
        Why | How | Feel | Result | Example | More => form,
    }
}

fn reason(line: &str, said: &[Word], rule: &str, place: Range<usize>, text: &str) -> Reason {
    let first = said.get(place.start).map_or(0, |word| word.span.start);
    let last =
        place.end.checked_sub(1).and_then(|at| said.get(at)).map_or(first, |word| word.span.end);
    let last = last.min(line.len());
    Reason { rule: rule.to_owned(), span: (first.min(last), last), text: text.to_owned() }
}
