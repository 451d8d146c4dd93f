//! What to do about lines that were not understood.

use std::collections::{BTreeMap, BTreeSet};

use super::gathering::{Line, Then, Trouble, UNSURE};
use super::private::is_masked;
use crate::hearing::heard::{Act, Heard};
use crate::hearing::uptake::is_content;
use crate::hearing::{Before, Ear, Likely};
use crate::interviewee::state::{Effect, State};
use crate::interviewee::{Person, Reply, Route, reply};
use crate::pack::Pack;
use crate::pack::scenario::Scenario;
use crate::text::stem::Stems;
use crate::text::words::{slug, words};

/// A topic this likely is near, though it was not heard, 0 to 1.
const NEAR: f32 = 0.04;

/// So many times as likely it may be that a line is about none of the topics.
const FARTHER: f32 = 4.0;

/// What to do about a group of lines.
#[derive(Debug, Clone, PartialEq)]
pub enum Suggestion {
    /// Add wordings to the `ask` of a topic.
    Ask {
        /// The topic's id.
        topic: String,
        /// What speaks for it.
        because: Because,
    },
    /// Write a topic for it.
    NewTopic {
        /// The id it could have.
        id: String,
        /// Whether a question bank has it, so that its phrasings come with it.
        banked: bool,
    },
    /// Write another answer: the topic is heard, and nothing on it fits.
    NewAnswer {
        /// The topic's id.
        topic: String,
    },
    /// Nothing: the pack as it is now understands it.
    Heard {
        /// The topic's id.
        topic: String,
    },
    /// Nothing: it asks on from what was said before, and has no topic of its own.
    AsksOn,
    /// Nothing: it is small talk, or about nothing.
    Leave,
}

/// What speaks for a topic.
#[derive(Debug, Clone, PartialEq)]
pub enum Because {
    /// So many learners put it in other words, and were understood as asking about it.
    Reworded(u32),
    /// It is the likeliest, 0 to 1, and was hardly heard or not at all.
    Near(f32),
    /// It was as likely as this other one.
    Between(String),
}

impl Suggestion {
    /// What to do, in a sentence.
    #[must_use]
    pub fn words(&self) -> String {
        match self {
            Self::Ask { topic, because } => {
                let because = match because {
                    Because::Reworded(1) => {
                        "a learner put it in other words, and was understood so".to_owned()
                    }
                    Because::Reworded(times) => {
                        format!("put in other words, it was understood so {times} times")
                    }
                    Because::Near(chance) => format!("it is the nearest, with {chance:.2}"),
                    Because::Between(other) => {
                        format!("or to that of {other}, which is as likely; one of the two")
                    }
                };
                format!("Add it to the `ask` of {topic}: {because}.")
            }
            Self::NewTopic { id, banked: true } => format!(
                "Write the topic {id}: it is heard, the question bank has its phrasings, and this person \
                 has no answer."
            ),
            Self::NewTopic { id, banked: false } => {
                format!(
                    "Perhaps a topic of its own, such as {id}: no topic they have answers on is near."
                )
            }
            Self::NewAnswer { topic } => {
                format!("Write another answer on {topic}: it is heard, and nothing there fits.")
            }
            Self::Heard { topic } => {
                format!("Nothing to do: the pack as it is now hears {topic}.")
            }
            Self::AsksOn => {
                "Leave it: it asks on, and nothing had been said to ask on from.".to_owned()
            }
            Self::Leave => "Leave it: small talk, or about nothing.".to_owned(),
        }
    }
}

/// How the pack as it is now takes a line that is said at first, to somebody who has opened up.
#[derive(Debug)]
pub(super) struct Today {
    pub(super) heard: Heard,
    pub(super) likeliest: Vec<Likely>,
    reply: Reply,
}

impl Today {
    pub(super) fn of(pack: &Pack, scenario: &Scenario, ear: &Ear<'_>, line: &str) -> Self {
        let heard = ear.hear(line, Before::default());
        let likeliest = ear.likeliest(&heard, usize::MAX);
        let person = Person::new(pack, scenario, 1);
        let opened_up = [Effect::Rapport { by: 100, because: String::new() }];
        let state = State::at_first(scenario).after_opening("", &opened_up);
        let reply = reply(person, &state, &heard);
        Self { heard, likeliest, reply }
    }

    /// What to do about lines like this one. `then` are the lines by which learners were understood after it.
    pub(super) fn suggestion(
        &self,
        scenario: &Scenario,
        lines: &[Line],
        then: &BTreeMap<&str, u32>,
    ) -> Suggestion {
        let is_scripted =
            |topic: &str| scenario.topic(topic).is_some_and(|topic| !topic.answers.is_empty());
        let topic = self.reply.topic.clone();
        let answers = matches!(
            self.reply.route,
            Route::Answer | Route::Short | Route::Else | Route::Hook | Route::Follow
        );
        let score = self.heard.subject.best().map_or(0.0, |best| f64::from(best.score));
        // Of equals, the topic whose id comes first.
        let reworded = then.iter().filter(|(topic, _)| is_scripted(topic));
        let reworded = reworded.min_by_key(|(topic, times)| (std::cmp::Reverse(**times), **topic));
        if let Some((meant, times)) = reworded {
            return if answers && topic.as_deref() == Some(*meant) && score >= UNSURE {
                Suggestion::Heard { topic: (*meant).to_owned() }
            } else {
                let because = Because::Reworded(*times);
                Suggestion::Ask { topic: (*meant).to_owned(), because }
            };
        }
        if self
            .heard
            .question
            .as_ref()
            .is_some_and(|question| question.follow_up.is_some_and(|follow_up| follow_up.bare))
        {
            return Suggestion::AsksOn;
        }
        match (self.reply.route, topic) {
            (_, Some(topic)) if answers => {
                let unsure = lines.iter().any(|line| line.troubles.contains_key(&Trouble::Unsure));
                let best = self.heard.subject.best().filter(|best| best.id == topic);
                match best.filter(|best| unsure && f64::from(best.score) < UNSURE) {
                    Some(best) => Suggestion::Ask { topic, because: Because::Near(best.score) },
                    None => Suggestion::Heard { topic },
                }
            }
            (Route::Unscripted, Some(topic)) if is_scripted(&topic) => {
                Suggestion::NewAnswer { topic }
            }
            (Route::Unscripted, Some(topic)) if score >= UNSURE => {
                Suggestion::NewTopic { id: topic, banked: true }
            }
            (Route::Clarify, _) => self.between(&is_scripted),
            (Route::Move | Route::Counter, _) => Suggestion::Leave,
            _ => self.unheard(scenario, lines, &is_scripted),
        }
    }

    /// Of two topics that are as likely, the one to add it to.
    fn between(&self, is_scripted: &dyn Fn(&str) -> bool) -> Suggestion {
        let topics = self.likeliest.iter().filter_map(|likely| likely.topic.as_deref());
        let mut scripted = topics.filter(|topic| is_scripted(topic));
        match (scripted.next(), scripted.next()) {
            (Some(a), Some(b)) => {
                let because = Because::Between(b.to_owned());
                Suggestion::Ask { topic: a.to_owned(), because }
            }
            _ => Suggestion::Leave,
        }
    }

    /// What to do about a line in which no topic is heard.
    fn unheard(
        &self,
        scenario: &Scenario,
        lines: &[Line],
        is_scripted: &dyn Fn(&str) -> bool,
    ) -> Suggestion {
        let says_nothing = !self.heard.words.iter().any(|word| is_content(&word.text));
        if says_nothing || matches!(self.heard.act, Act::Unclear | Act::Silence | Act::Rude) {
            return Suggestion::Leave;
        }
        let chance_of_none = self.likeliest.iter().find(|likely| likely.topic.is_none());
        let chance_of_none = chance_of_none.map_or(0.0, |none| none.chance);
        let nearest = self.likeliest.iter().find(|likely| likely.topic.is_some());
        if let Some(Likely { topic: Some(topic), chance, .. }) = nearest
            && is_scripted(topic)
            && *chance >= NEAR
            && chance_of_none <= FARTHER * chance
        {
            return Suggestion::Ask { topic: topic.clone(), because: Because::Near(*chance) };
        }
        if self.heard.act == Act::OffTopic && !is_of_their_world(scenario, &self.heard) {
            return Suggestion::Leave;
        }
        Suggestion::NewTopic { id: new_id(scenario, lines), banked: false }
    }
}

/// How often learners were then understood as asking about each topic, in words that ask the same.
pub(super) fn reworded<'a>(
    line: &'a Line,
    is_alike: &dyn Fn(&Then) -> bool,
    into: &mut BTreeMap<&'a str, u32>,
) {
    for (then, times) in line.then.iter().filter(|(then, _)| then.settles || is_alike(then)) {
        *into.entry(then.topic.as_str()).or_default() += times;
    }
}

/// Whether a line has a word of content in common with what this person is, what can be read of them, and what one can
/// ask them about.
fn is_of_their_world(scenario: &Scenario, heard: &Heard) -> bool {
    let stems = Stems::default();
    let stems_of = |text: &str| -> Vec<String> {
        let content = words(text).into_iter().filter(|word| is_content(&word.text));
        content.map(|word| stems.of(&word.text)).collect()
    };
    let own: BTreeSet<String> = stems_of(&heard.line).into_iter().collect();
    let who = scenario.interviewee.iter().flat_map(|who| [&who.role, &who.organisation]);
    let asked = scenario.topics.iter().flat_map(|topic| topic.ask.iter().chain(&topic.aloud));
    let hooks = scenario.answers().flat_map(|(_, answer)| &answer.hooks);
    let texts = who.chain(asked).chain(hooks.flat_map(|hook| &hook.words));
    let texts = texts.chain(&scenario.brief.facts).chain([&scenario.title]);
    texts.flat_map(|text| stems_of(text)).any(|stem| own.contains(&stem))
}

/// An id for a topic that lines ask about: the two words that most of them share, and that no topic has yet.
fn new_id(scenario: &Scenario, lines: &[Line]) -> String {
    let stems = Stems::default();
    // What was masked names nobody's topic.
    let lines = lines.iter().filter(|line| !is_masked(&line.text));
    let mut counts: BTreeMap<String, (u32, usize, String)> = BTreeMap::new();
    for line in lines {
        let mut met = BTreeSet::new();
        for (place, word) in words(&line.text).into_iter().enumerate() {
            let stem = stems.of(&word.text);
            if !is_content(&word.text) || !met.insert(stem.clone()) {
                continue;
            }
            // Where the most frequent line has it decides the order of the two.
            let known = counts.entry(stem).or_insert((0, place, word.text));
            known.0 += line.times;
        }
    }
    let mut telling: Vec<(u32, usize, String)> = counts.into_values().collect();
    telling.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)).then_with(|| a.2.cmp(&b.2)));
    telling.truncate(2);
    telling.sort_by_key(|(_, place, _)| *place);
    let words: Vec<String> = telling.into_iter().map(|(_, _, word)| word).collect();
    let id: String = slug(&words.join(" "))
        .chars()
        .filter(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || *c == '-')
        .collect();
    let id = id.trim_matches(|c: char| !c.is_ascii_lowercase()).to_owned();
    let id = if id.is_empty() { "new-topic".to_owned() } else { id };
    let is_free = |id: &String| scenario.topic(id).is_none();
    let others = (2..100).map(|number| format!("{id}-{number}"));
    std::iter::once(id.clone()).chain(others).find(is_free).unwrap_or(id)
}
