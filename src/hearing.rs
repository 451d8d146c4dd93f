//! Hearing: from a line to what it does, what it asks, and what about.
//!
//! A pure function of the line and of what was said before it. Everything that is decided carries the
//! reason: the rule and the words it rests on.

mod act;
mod apt;
mod asks;
mod bytes;
mod classifier;
pub mod cue;
mod fault;
mod follow_up;
mod form;
mod halves;
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
mod turn;
pub mod uptake;

use std::borrow::Cow;
use std::ops::Range;
use std::sync::OnceLock;

use self::apt::Answers;
pub use self::halves::halves;
use self::heard::{Act, FollowUp, Form, Heard, Little, Reason, Segment, Subject};
use self::lead_in::After;
use self::meaning::{Meaning, beginning_of, end_of};
use self::topic::{Asked, NO_TOPIC, Topics};
use self::turn::Turn;
use crate::pack::Pack;
use crate::pack::scenario::Scenario;
use crate::text::clean;
use crate::text::words::{Break, Word, joined, words};

/// Words of a line beyond this number are kept in the log and not listened to.
pub const MOST_WORDS: usize = 400;

/// What was said before a line, as far as hearing needs it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Before<'a> {
    /// The partner's last words.
    pub partner: Option<&'a str>,
    /// Whether those words asked something back.
    pub asked_back: bool,
    /// Whether those words asked what the talk is for.
    pub asked_what_for: bool,
    /// Whether they told nothing yet that could be asked on from: a greeting.
    pub only_greeted: bool,
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
    answers: OnceLock<Answers>,
}

impl<'a> Ear<'a> {
    /// An ear for every topic of the pack's question banks and, if a scenario is given, its own.
    #[must_use]
    pub const fn new(pack: &'a Pack, scenario: Option<&'a Scenario>) -> Self {
        Self {
            pack,
            scenario,
            by_words_alone: false,
            topics: OnceLock::new(),
            answers: OnceLock::new(),
        }
    }

    /// The same ear, listening to words alone and not to what they mean: a hundred times as fast, and
    /// wrong about the topic more often. For lines by the million.
    #[must_use]
    pub const fn by_words_alone(pack: &'a Pack, scenario: Option<&'a Scenario>) -> Self {
        Self {
            pack,
            scenario,
            by_words_alone: true,
            topics: OnceLock::new(),
            answers: OnceLock::new(),
        }
    }

    /// Learns the topics now, so that the first line is heard as fast as any. Can be called from another
    /// thread while somebody reads the first words.
    pub fn prepare(&self) {
        let topics = self.topics();
        if !self.by_words_alone {
            meaning::prepare();
            topics.prepare();
            let _ = self.answers();
        }
    }

    /// The answers of the scenario, if there is one.
    fn answers(&self) -> Option<&Answers> {
        let scenario = self.scenario?;
        Some(self.answers.get_or_init(|| Answers::of(scenario)))
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

    /// What a phrasing of the scenario would be about if nobody had written it: what the next learner, who puts it
    /// nearly so, is heard to ask.
    #[must_use]
    pub fn left_out(&self, phrasing: &str) -> Subject {
        let said = words_of_topic(phrasing);
        let meaning = (!self.by_words_alone).then(|| Meaning::of(&joined(&said)));
        self.topics().about_without(&said, meaning.as_ref(), &joined(&words(phrasing)))
    }

    /// The sentences of the scenario whose meaning is asked for again and again: phrasings that nothing was learnt
    /// from, and the ends of what the person says. All of them, for `examples/learn`, or those of which it is not
    /// known what they mean before it is found out.
    #[must_use]
    pub fn sentences(&self, with_known: bool) -> Vec<String> {
        let opening = self.scenario.into_iter().flat_map(|scenario| &scenario.opening.say);
        let answers = self.scenario.into_iter().flat_map(answers_of);
        let said = opening.map(|text| text.as_str()).chain(answers).map(end_of);
        let told = self.scenario.into_iter().flat_map(Scenario::answers).flat_map(|(_, answer)| {
            let beginnings = answer.say.iter().map(|say| beginning_of(say));
            beginnings.chain([apt::plain(&answer.gist)])
        });
        let all = self.topics().own_phrasings().chain(said).chain(told);
        all.filter(|sentence| with_known || !Meaning::is_known(sentence)).collect()
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
        let mut apt = Vec::new();
        if !questions.is_empty() {
            let turn = Turn {
                line: &line,
                all: &all_words,
                segments: &segments,
                questions: &questions,
                uptake: &uptake,
                partner: before.partner,
                only_greeted: before.only_greeted,
            };
            let mut asking = self.hear_asked(&turn, in_these_words, by_words);
            if act == Act::Reflection {
                asking.question.faults.clear(); // "…, right?" checks what was understood
            }
            let is_elsewhere = asking.is_alien && (seems_elsewhere || asking.is_elsewhere);
            if act == Act::Question && is_elsewhere {
                act = Act::OffTopic;
            }
            subject = asking.subject;
            apt = asking.apt;
            question = Some(asking.question);
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
            apt,
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

/// What is told is about a topic from this chance on.
const TOLD_ABOUT: f32 = 0.3;

/// A question this likely to be about a topic says clearly what it is about.
pub const CLEAR: f32 = 0.6;

/// So much of the partner's words, in percent, is taken up by somebody who listened: one word of content.
pub const TAKEN_UP: u8 = 30;

/// The form of the last question of a line, if it asks anything.
fn last_form(all: &[Word], questions: &[part::Asked]) -> Option<Form> {
    let question = questions.last()?;
    let asked = &all[question.words.clone()];
    Some(form_of(asked, question.after, follow_up(asked)).1)
}

/// What this person can say of their own, and what can be read about them.
fn said_by(scenario: &Scenario) -> impl Iterator<Item = &str> {
    let hooks = scenario.answers().flat_map(|(_, answer)| &answer.hooks);
    let hooks = hooks.flat_map(|hook| &hook.words).map(|words| words.as_str());
    let facts = scenario.brief.facts.iter().map(|fact| fact.as_str());
    answers_of(scenario).chain(hooks).chain(facts)
}

/// What this person can say of their own.
fn answers_of(scenario: &Scenario) -> impl Iterator<Item = &str> {
    let told = scenario.answers().flat_map(|(_, answer)| {
        let follows = answer.follow.iter().flat_map(|follow| &follow.say);
        answer.short.iter().chain(&answer.say).chain(&answer.held).chain(follows)
    });
    told.map(|text| text.as_str())
}

/// Whether a follow-up reading of a question is possible.
fn follow_up(question: &[Word]) -> Option<FollowUp> {
    follow_up::bare(question).or_else(|| follow_up::pointing_back(question))
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
    let heard = ear.hear(line, Before { partner: Some(partner), ..Before::default() });
    let Some(question) = heard.question else { return Vec::new() };
    let asked = &heard.words[question.words.clone()];
    if kind::by_rule(&heard.words, asked, question.follow_up, partner).is_some() {
        return Vec::new();
    }
    let meanings = || Meaning::of(&joined(asked)).likeness(&Meaning::of_end(partner));
    let likeness = (!ear.by_words_alone).then(meanings);
    let evidence =
        kind::evidence(&heard.words, asked, question.follow_up, &heard.uptake, partner, likeness);
    evidence.list()
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
