//! Hearing: from a line to what it does, what it asks, and what about.
//!
//! A pure function of the line and of what was said before it. Everything that is decided carries the
//! reason: the rule and the words it rests on.

mod act;
mod asks;
mod bytes;
mod classifier;
pub mod cue;
mod fault;
mod follow_up;
mod form;
pub mod heard;
mod kind;
mod lead_in;
mod learnt;
mod little;
pub mod meaning;
mod moves;
mod part;
mod question;
mod repair;
mod segment;
pub mod topic;
pub mod uptake;

use std::borrow::Cow;
use std::ops::Range;
use std::sync::OnceLock;

use self::heard::{Act, FollowUp, Form, Heard, Little, Question, Reason, Segment, Subject};
use self::lead_in::After;
use self::meaning::Meaning;
use self::topic::{Asked, NO_TOPIC, Topics, joined};
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
    by_words_alone: bool,
    topics: OnceLock<Topics>,
}

impl<'a> Ear<'a> {
    /// An ear for every topic of the pack's question banks and, if a scenario is given, its own.
    #[must_use]
    pub const fn new(pack: &'a Pack, scenario: Option<&'a Scenario>) -> Self {
        Self { pack, scenario, by_words_alone: false, topics: OnceLock::new() }
    }

    /// The same ear, listening to words alone and not to what they mean: a hundred times as fast, and
    /// wrong about the topic more often. For lines by the million.
    #[must_use]
    pub const fn by_words_alone(pack: &'a Pack, scenario: Option<&'a Scenario>) -> Self {
        Self { pack, scenario, by_words_alone: true, topics: OnceLock::new() }
    }

    /// Learns the topics now, so that the first line is heard as fast as any. Can be called from another
    /// thread while somebody reads the first words.
    pub fn prepare(&self) {
        let topics = self.topics();
        if !self.by_words_alone {
            meaning::prepare();
            topics.prepare();
        }
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
            let own = scripted().flat_map(|topic| {
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
        self.listen(line, before, self.by_words_alone)
    }

    /// Hears a line by its words alone: for many lines at once, where a topic is of less importance.
    #[must_use]
    pub fn hear_words(&self, line: &str) -> Heard {
        self.listen(line, Before::default(), true)
    }

    /// The phrasings of the pack that nothing was learnt from, and of which it is not known what they mean
    /// before it is found out; with all of them, even those that are known, for `examples/learn`.
    #[must_use]
    pub fn own_phrasings(&self, with_known: bool) -> Vec<String> {
        let own = self.topics().own_phrasings();
        own.filter(|phrasing| with_known || !Meaning::is_known(phrasing)).collect()
    }

    /// What the line may be about, likeliest first, at most `most`.
    #[must_use]
    pub fn likeliest(&self, heard: &Heard, most: usize) -> Vec<Likely> {
        let said = match &heard.question {
            Some(question) => said_about(&heard.words, &question.words, &heard.segments),
            None => heard.words.clone(),
        };
        let meaning = (!self.by_words_alone).then(|| Meaning::of(&joined(&said)));
        self.topics().likeliest(&said, meaning.as_ref(), most)
    }

    fn listen(&self, line: &str, before: Before<'_>, by_words: bool) -> Heard {
        let line = clean::line(line).into_owned();
        let mut all_words = last_words(&line);
        let again = little::is_again(&all_words);
        say_once(&mut all_words);
        let repairs = self.topics().vocabulary().repair(&mut all_words);

        let (mut segments, mut questions) = part::hear_all(&line, &all_words, before);
        let in_these_words = self.topics().word_for_word(&all_words);
        let in_these_words = in_these_words.filter(|_| follow_up::bare(&all_words).is_none());
        if in_these_words.is_some()
            && segments.iter().all(|segment| part::is_told_or_asked(segment.act))
        {
            let (start, after) = lead_in::strip(&all_words);
            let all = 0..all_words.len();
            let reason =
                Reason::new(&line, &all_words, "verbatim", all.clone(), "is asked in these words");
            questions = vec![part::Asked { words: start..all.end, after, in_passing: false }];
            segments = vec![Segment { words: all, act: Act::Question, reason }];
        }
        let partner_words = before.partner.unwrap_or_default();
        let uptake = uptake::uptake(&all_words, partner_words, self.topics().stems());
        let share_taken_up = uptake::share(&all_words, partner_words, self.topics().stems());

        let (mut act, farewell) = act::of_parts(&all_words, &segments);
        let mut seems_elsewhere = false;
        if in_these_words.is_none() && !before.asked_back {
            let form = last_form(&all_words, &questions);
            let weighed = act::weighed(&all_words, &segments, act, form);
            // Whoever takes up the partner's words asks about them, or tells of them; and what a question is
            // about is for the topics to say.
            let takes_up =
                share_taken_up >= TAKEN_UP && (act == Act::Question || weighed == Act::OffTopic);
            seems_elsewhere = weighed == Act::OffTopic && !questions.is_empty();
            if !takes_up && !seems_elsewhere {
                act::rename(&mut segments, act, weighed);
                act = weighed;
            }
        }
        let asks_again = moves::asks_again(&all_words);
        let mut subject = Subject::None;
        let mut question = None;
        if let Some(last) = questions.last() {
            let asked = &all_words[last.words.clone()];
            let said = said_about(&all_words, &last.words, &segments);
            let is_one_of_several =
                segments.iter().filter(|segment| segment.act == Act::Question).count() > 1;
            let is_bare = follow_up::bare(asked).is_some() && !is_one_of_several;
            let is_verbatim = in_these_words.is_some();
            let needs_meaning = !by_words && !is_bare && !is_verbatim;
            let meaning = needs_meaning.then(|| Meaning::of(&joined(&said)));
            subject = in_these_words
                .unwrap_or_else(|| self.subject(&said, meaning.as_ref(), asked, is_one_of_several));
            let asks_on = (before.partner.is_some() && !is_bare && !is_verbatim)
                .then(|| asks_on(&said, asked, meaning.as_ref(), &uptake, &subject))
                .flatten();
            let mut heard = hear_question(&line, &all_words, &questions, &subject, asks_on);
            if act == Act::Reflection {
                heard.faults.clear(); // "…, right?" checks what was understood
            }
            if let Some(partner) = before.partner {
                hear_kind(&mut heard, &line, &all_words, asked, &uptake, &subject, partner);
            }
            let is_alien =
                subject == Subject::None && heard.follow_up.is_none() && uptake.is_empty();
            let is_elsewhere = || self.is_elsewhere(&said, meaning.as_ref(), asked);
            if act == Act::Question && is_alien && (seems_elsewhere || is_elsewhere()) {
                act = Act::OffTopic;
            }
            question = Some(heard);
        } else if part::is_told_or_asked(act) || matches!(act, Act::Purpose | Act::Goodbye) {
            subject = self.told_about(&all_words, by_words);
        }
        if act == Act::Answer && part::is_gibberish(&all_words) {
            act = Act::Unclear;
        }
        let says_little = if again {
            Some(Little::Again)
        } else {
            little::says_little(&line, &all_words, &segments, partner_words, share_taken_up)
        };
        if says_little == Some(Little::Salad) && part::is_told_or_asked(act) {
            act = Act::Unclear;
            question = None;
        }
        if all_words.is_empty() && !line.is_empty() {
            act = Act::Unclear;
        }
        let for_name = act == Act::PermissionAsk && moves::is_about_name(&all_words);
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
            for_name,
            repairs,
            asks_again,
            farewell,
        }
    }

    /// What is told is about, if that is likely: "I would like to understand how you became the manager" has a
    /// subject too.
    fn told_about(&self, all: &[Word], by_words: bool) -> Subject {
        let is_likely =
            |about: &Subject| about.best().is_some_and(|topic| topic.score >= TOLD_ABOUT);
        let by_itself = self.topics().about(all, None);
        if by_words || !is_likely(&by_itself) {
            return Some(by_itself).filter(is_likely).unwrap_or(Subject::None);
        }
        let meaning = Meaning::of(&joined(all));
        Some(self.topics().about(all, Some(&meaning))).filter(is_likely).unwrap_or(Subject::None)
    }

    /// Whether a question that is about no topic has nothing to do with such a talk.
    fn is_elsewhere(&self, said: &[Word], meaning: Option<&Meaning>, asked: &[Word]) -> bool {
        self.topics().elsewhere(said, meaning).is_some_and(|by| by >= least_elsewhere(asked))
    }

    /// What a question is about, by what is `said`: with what leads up to it, because half of all preambles
    /// say what the question is about. Of several questions the last is answered, if it says for sure what
    /// it is about.
    fn subject(
        &self,
        said: &[Word],
        meaning: Option<&Meaning>,
        asked: &[Word],
        is_one_of_several: bool,
    ) -> Subject {
        let whole = self.topics().about(said, meaning);
        if is_one_of_several && follow_up::bare(asked).is_none() {
            let of_last = meaning.map(|_| Meaning::of(&joined(asked)));
            let last = self.topics().about(asked, of_last.as_ref());
            // In a talk the last question is the one that is answered; a line by itself is about the whole.
            let in_talk = self.scenario.is_some();
            let second = whole.best().and_then(|best| best.runner_up.as_ref());
            let is_taken = last.best().is_some_and(|topic| {
                let in_whole = second.is_none_or(|(second, _)| *second == topic.id);
                topic.score >= if in_talk { LIKELY } else { SURE } && (in_talk || in_whole)
            });
            if is_taken {
                return last;
            }
        }
        whole
    }
}

/// Whether a question asks on from the partner's words, with `uptake` of theirs in it, rather than about its
/// `subject`. "What sort of adjustments?" asks for an example once their own word is left out.
fn asks_on(
    said: &[Word],
    asked: &[Word],
    meaning: Option<&Meaning>,
    uptake: &[String],
    subject: &Subject,
) -> Option<FollowUp> {
    let own: Vec<Word> = said.iter().filter(|word| !uptake.contains(&word.text)).cloned().collect();
    let content = own.iter().filter(|word| uptake::is_content(&word.text)).count();
    // Three words of content are a subject of its own, or nearly.
    let points_back = follow_up::pointing_back(asked).is_some();
    let least = match content {
        _ if points_back => POINTS_BACK,
        0..3 => ASKS_ON,
        _ => ASKS_ON_AT_LENGTH,
    };
    let found = follow_up::by_weight(said, meaning).filter(|(chance, _)| *chance >= least);
    let found = found.or_else(|| {
        if uptake.is_empty() {
            return None;
        }
        let meaning = meaning.map(|_| Meaning::of(&joined(&own)));
        let without = follow_up::by_weight(&own, meaning.as_ref());
        without.filter(|(chance, _)| *chance >= ASKS_ON_WITHOUT.max(least))
    });
    let subject = subject.best().map_or(0.0, |best| best.score);
    let least = if points_back { subject.min(POINTS_BACK) } else { subject };
    found.filter(|(chance, _)| *chance > least).map(|(_, follow_up)| follow_up)
}

/// How likely it is that a line is about each topic.
#[derive(Debug, Clone, PartialEq)]
pub struct Likely {
    /// The topic's id; none for "about no topic".
    pub topic: Option<String>,
    /// 0 to 1.
    pub chance: f32,
    /// The phrasing that is most like the line.
    pub phrasing: String,
}

/// The words of a line that say what its question is about: all but courtesies before it.
fn said_about(all: &[Word], question: &Range<usize>, segments: &[Segment]) -> Vec<Word> {
    let is_courtesy = |act: Act| {
        matches!(
            act,
            Act::Greeting | Act::Thanks | Act::Goodbye | Act::Acknowledgement | Act::Silence
        )
    };
    segments
        .iter()
        .filter(|segment| !is_courtesy(segment.act) || segment.words.end > question.start)
        .flat_map(|segment| all[segment.words.clone()].iter().cloned())
        .collect()
}

/// The words of a line that say what it is about. This is what `examples/learn` learns topics from.
#[must_use]
pub fn words_of_topic(line: &str) -> Vec<Word> {
    let (line, all) = cleaned(line);
    let (segments, questions) = part::hear_all(&line, &all, Before::default());
    match questions.last() {
        Some(last) => said_about(&all, &last.words, &segments),
        None => all,
    }
}

/// The keys that lines are sorted by. This is what `examples/learn` learns the weights of.
#[must_use]
pub fn keys_of_words(words: &[Word]) -> Vec<u64> {
    classifier::keys(words).collect()
}

/// What a line does, and the form of its question: all that can be told without knowing any topic, and as
/// fast as can be. `None` where nothing is asked.
#[must_use]
pub fn act_and_form(line: &str) -> (Act, Option<Form>) {
    let (all, segments, act, form) = without_topics(line);
    (act::weighed(&all, &segments, act, form), form)
}

/// The words of a line and its parts, what the parts come to, and the form of its question.
fn without_topics(line: &str) -> (Vec<Word>, Vec<Segment>, Act, Option<Form>) {
    let (line, all) = cleaned(line);
    let (segments, questions) = part::hear_all(&line, &all, Before::default());
    let (act, _) = act::of_parts(&all, &segments);
    let form = last_form(&all, &questions);
    (all, segments, act, form)
}

/// A line without what cannot be heard, and the words of it that are.
fn cleaned(line: &str) -> (Cow<'_, str>, Vec<Word>) {
    let line = clean::line(line);
    let mut all = last_words(&line);
    say_once(&mut all);
    (line, all)
}

/// The words of a line that are heard: of a very long one the last, because preambles come first and
/// questions last.
fn last_words(line: &str) -> Vec<Word> {
    let mut all = words(line);
    let skipped = all.len().saturating_sub(MOST_WORDS);
    all.drain(..skipped);
    all
}

/// "What what made you", "is is it": said twice, meant once.
fn say_once(words: &mut Vec<Word>) {
    words.dedup_by(|later, first| later.text == first.text && first.after == Break::None);
}

/// The last of several questions is answered if it is about a topic with this chance.
const LIKELY: f32 = 0.4;

/// A question is taken to ask on from this chance on; from that on if it has much content of its own, or
/// if their words are left out.
const ASKS_ON: f32 = 0.5;
const ASKS_ON_AT_LENGTH: f32 = 0.95;
const ASKS_ON_WITHOUT: f32 = 0.8;

/// A question that points back ("a page like that") asks on from this chance on, whatever else it names.
const POINTS_BACK: f32 = 0.3;

/// What is told is about a topic from this chance on.
const TOLD_ABOUT: f32 = 0.3;

/// A question this likely to be about a topic is so for sure.
const SURE: f32 = 0.85;

/// A question this likely to be about a topic says clearly what it is about.
pub const CLEAR: f32 = 0.6;

/// So much of the partner's words, in percent, is taken up by somebody who listened: one word of content.
pub const TAKEN_UP: u8 = 30;

/// A question this like a topic, and with no word of the partner's in it, has a subject of its own.
const NAMES_ITS_SUBJECT: f32 = 0.5;

/// The form of the last question of a line, if it asks anything.
fn last_form(all: &[Word], questions: &[part::Asked]) -> Option<Form> {
    let question = questions.last()?;
    let asked = &all[question.words.clone()];
    Some(form_of(asked, question.after, follow_up(asked)).1)
}

/// What this person can say of their own, and what can be read about them.
fn said_by(scenario: &Scenario) -> impl Iterator<Item = &str> {
    let told = scenario.answers().flat_map(|(_, answer)| {
        let follows = answer.follow.iter().flat_map(|follow| &follow.say);
        let hooks = answer.hooks.iter().flat_map(|hook| &hook.words);
        answer.short.iter().chain(&answer.say).chain(&answer.held).chain(follows).chain(hooks)
    });
    told.chain(&scenario.brief.facts).map(|text| text.as_str())
}

/// Whether a follow-up reading of a question is possible.
fn follow_up(question: &[Word]) -> Option<FollowUp> {
    follow_up::bare(question).or_else(|| follow_up::pointing_back(question))
}

/// How sure it has to be that a question is about something else: sure for "tell me about a song", which
/// may well be their work, not very for an errand such as "can you help me with my essay".
fn least_elsewhere(asked: &[Word]) -> f32 {
    let text = |at: usize| asked.get(at).map_or("", |word| word.text.as_str());
    let form = form::form(asked, After::Anything).0.form;
    if question::request(asked).is_some() {
        4.0
    } else if form == Form::Invited {
        3.0
    } else if matches!(text(0), "can" | "could" | "would" | "will") && text(1) == "you" {
        0.5
    } else if asked.iter().any(|word| matches!(word.text.as_str(), "you" | "your")) {
        3.5 // a tour van may well be their work
    } else {
        2.6
    }
}

/// The evidence on whether the parts of a line without question marks ask something, one list a part;
/// none for a part that rules decide. This is what `examples/learn` learns the weights of.
#[must_use]
pub fn evidence_of_asking(line: &str) -> Vec<Vec<String>> {
    let (_, all) = cleaned(line);
    let on = |place: Range<usize>| asks::evidence_on(&part::Part::of(&all, &place));
    let lists = segment::segments(&all).into_iter().map(|place| match on(place) {
        Some(evidence) => evidence.list(),
        None => Vec::new(),
    });
    lists.collect()
}

/// The evidence on what a line does. This is what `examples/learn` learns the weights of.
#[must_use]
pub fn evidence_of_act(line: &str) -> Vec<String> {
    let (all, segments, act, form) = without_topics(line);
    act::evidence(&all, &segments, act, form).list()
}

/// The evidence on whether a line asks on from the partner's words; empty where rules decide, or nothing
/// is asked. This is what `examples/learn` learns the weights of.
#[must_use]
pub fn evidence_of_asking_on(ear: &Ear<'_>, line: &str, partner: &str) -> Vec<String> {
    let heard = ear.hear(line, Before { partner: Some(partner), asked_back: false });
    let Some(question) = heard.question else { return Vec::new() };
    let asked = &heard.words[question.words.clone()];
    if kind::by_rule(&heard.words, asked, question.follow_up, partner).is_some() {
        return Vec::new();
    }
    let evidence = kind::evidence(&heard.words, asked, question.follow_up, &heard.uptake, partner);
    evidence.list()
}

/// Hears what kind of turn a question is, after what the partner said.
fn hear_kind(
    heard: &mut Question,
    line: &str,
    all: &[Word],
    asked: &[Word],
    uptake: &[String],
    subject: &Subject,
    partner: &str,
) {
    let named = kind::Subject::of(subject, NAMES_ITS_SUBJECT);
    let (kind, place) = kind::kind(all, asked, heard.follow_up, uptake, named, partner);
    heard.kind = Some(kind);
    heard.kind_reason = Some(Reason::new(line, all, "kind", place, kind.reason()));
}

/// Hears the last of the questions of a line, on a subject.
fn hear_question(
    line: &str,
    all: &[Word],
    questions: &[part::Asked],
    subject: &Subject,
    asks_on: Option<FollowUp>,
) -> Question {
    let places: Vec<Range<usize>> = questions.iter().map(|asked| asked.words.clone()).collect();
    let (place, after) = questions
        .last()
        .map_or((0..0, After::Anything), |asked| (asked.words.clone(), asked.after));
    let asked = &all[place.clone()];
    // "What do you like about it?" points back and names its subject: a question of its own.
    let is_clear = subject.best().is_some_and(|topic| topic.score >= CLEAR);
    // "When were you happiest, and why?" asks on from its own first half.
    let is_alone = questions.len() == 1;
    let bare = follow_up::bare(asked).filter(|_| is_alone || subject.best().is_none());
    let pointing_back = || follow_up::pointing_back(asked).filter(|_| !is_clear);
    let follow_up = bare.or(asks_on).or_else(pointing_back);
    let ((rule, words), form) = form_of(asked, after, follow_up);
    let reason = Reason::new(line, asked, rule.name, words, rule.text);
    let faults = fault::faults(all, &place, form, &places);
    let has_open_half = places.iter().any(|other| {
        *other != place && form::form(&all[other.clone()], After::Anything).0.form != Form::Closed
    });
    Question {
        words: place,
        form,
        reason,
        kind: None,
        kind_reason: None,
        faults,
        follow_up,
        has_open_half,
    }
}

/// The form of a question, and the rule and the words it rests on.
fn form_of(
    asked: &[Word],
    after: After,
    follow_up: Option<FollowUp>,
) -> ((&'static form::FormRule, Range<usize>), Form) {
    let (rule, words) = form::form(asked, after);
    // "Did that scare you?" is closed in grammar; asking on without content is judged as it stands.
    let form = match follow_up {
        // "That must have been hard" asks nothing and invites an answer.
        Some(FollowUp { bare: true, .. }) if rule.name == "stated" => Form::Invited,
        // "Anything else?" asks for more, and gets a no.
        Some(FollowUp { bare: true, .. }) if rule.name == "anything-else" => rule.form,
        Some(FollowUp { kind, bare: true }) => bare_form(kind, rule.form),
        _ => rule.form,
    };
    ((rule, words), form)
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
