//! A hint: what could be asked next, when the learner asks for one.

use crate::interviewee::Person;
use crate::interviewee::gate;
use crate::interviewee::state::State;
use crate::pack::bank::{BankQuestion, BankTopic, Stage};
use crate::pack::scenario::FollowKind;

/// A hint, from a pointer to a full line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// What to look at: a detail, a topic.
    pub pointer: String,
    /// A question that could be asked.
    pub question: String,
}

/// What could be asked next: a detail that waits, then the last answer, then a new topic. `nth` counts
/// the hints asked for since the last line, from 0: each gives another.
#[must_use]
pub fn hint(person: Person<'_>, state: &State, nth: usize) -> Hint {
    let last = state.recent.last();
    // The last answer's details first, then older ones that are still open.
    let open = |fresh: bool| {
        state.offered.iter().rev().filter(move |hook| {
            // Not what they still hold back: asking for it again gets the same.
            let is_shut =
                state.held.contains_key(&hook.to) && is_kept_back(person, state, &hook.to);
            let is_open = !hook.caught && !is_shut;
            is_open && !state.was_told(&hook.to) && (last == Some(&hook.from)) == fresh
        })
    };
    let waiting = open(true).chain(open(false).take(2)).nth(nth);
    if let Some(words) = waiting.and_then(|hook| hook.words.first()) {
        return Hint {
            pointer: format!("They mentioned “{words}” and left it there."),
            question: about(words),
        };
    }
    let answer = last.and_then(|id| person.scenario.answer(id)).map(|(_, answer)| answer);
    let follow = answer.and_then(|answer| {
        answer.follow.iter().find(|follow| {
            !state.followed.contains(&(answer.id.value().clone(), *follow.on.value()))
        })
    });
    if let (Some(follow), true) = (follow, nth.is_multiple_of(2)) {
        return Hint {
            pointer: "There is more behind their last answer.".to_owned(),
            question: asking_on(*follow.on.value()).to_owned(),
        };
    }
    next_topic(person, state)
}

/// Whether the gate of an answer does not hold yet.
fn is_kept_back(person: Person<'_>, state: &State, id: &str) -> bool {
    let answer = person.scenario.answer(id);
    answer.is_some_and(|(topic, answer)| !gate::is_open(&answer.gate, Some(topic), state))
}

/// A question that takes up a detail.
#[must_use]
pub fn about(words: &str) -> String {
    // Several moulds, so that no talk is a row of the same sentence.
    match crate::text::draw::fnv(words.bytes()) % 4 {
        0 => format!("You mentioned ‘{words}’. What is the story there?"),
        1 => format!("Tell me more about ‘{words}’."),
        2 => format!("‘{words}’, you said. What was behind that?"),
        _ => format!("I’d like to hear more about ‘{words}’. What happened there?"),
    }
}

/// A question that asks on in a way of its own.
#[must_use]
pub const fn asking_on(kind: FollowKind) -> &'static str {
    kind.question()
}

/// A question on a topic that has not been touched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewTopic {
    /// What lists call the topic.
    pub title: String,
    /// The question.
    pub question: String,
    /// Its weaker twin, if the bank has one.
    pub weak: Option<String>,
}

/// Questions on topics that have not been touched, those for the stage the talk is in first.
#[must_use]
pub fn new_topic(person: Person<'_>, state: &State) -> Vec<NewTopic> {
    let stage = match state.told.len() {
        0..=1 => Stage::Opening,
        2..=5 => Stage::Middle,
        _ => Stage::Deeper,
    };
    let untouched = person.scenario.topics.iter().filter(|topic| {
        !topic.answers.is_empty()
            && !topic.answers.iter().any(|answer| state.was_touched(&answer.id))
    });
    let banked: Vec<_> = untouched.filter_map(|topic| person.pack.bank_topic(&topic.id)).collect();
    let asked = |topic: &BankTopic, question: &BankQuestion| NewTopic {
        title: topic.title.value().clone(),
        question: question.text.value().clone(),
        weak: question.weak.as_ref().map(|weak| weak.value().clone()),
    };
    let at_stage = banked.iter().filter_map(|topic| {
        let question = topic.questions.iter().find(|question| question.stage == stage)?;
        Some(asked(topic, question))
    });
    let any = banked.iter().filter_map(|topic| Some(asked(topic, topic.questions.first()?)));
    at_stage.chain(any).collect()
}

/// The best question on a topic that has not been touched, at the stage the talk is in.
fn next_topic(person: Person<'_>, state: &State) -> Hint {
    match new_topic(person, state).into_iter().next() {
        Some(new) => Hint {
            pointer: format!("You have not asked about this yet: {}.", new.title),
            question: new.question,
        },
        None => Hint {
            pointer: "You have touched on everything.".to_owned(),
            question: "Who else should I talk to?".to_owned(),
        },
    }
}
