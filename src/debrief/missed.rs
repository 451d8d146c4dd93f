//! What was not found, the turn at which it could have been, and the question that would have opened
//! it. What it says is not given away: the next talk can still find it.

use serde::Serialize;

use super::named;
use crate::coach::hint::about;
use crate::hearing::heard::Form;
use crate::interviewee::Person;
use crate::interviewee::gate::{self, Unmet};
use crate::interviewee::state::State;
use crate::pack::scenario::{Answer, Topic};
use crate::session::Exchange;
use crate::text::words::words;

/// Something worth hearing that was not found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Missed {
    /// The answer's id.
    pub answer: String,
    /// What it is about, as the person would name it.
    pub about: String,
    /// Whether it is one of the things worth the meeting.
    pub gem: bool,
    /// The turn at which it came within reach; none if it never did.
    pub turn: Option<u32>,
    /// What kept it from being found.
    pub why: Why,
    /// What stood in the way, one clause for the reader.
    pub because: String,
    /// A question that would have opened it, then or later.
    pub question: String,
}

/// What kept an answer from being found, nearest to hand first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// It was asked for, and its gate did not hold.
    Held,
    /// A detail pointed to it and was not picked up.
    LeftLying,
    /// The question about it was closed.
    ClosedQuestion,
    /// Nobody asked.
    NotAsked,
}

/// Every gem that was not found, nearest to hand first, and details that were left lying.
pub(super) fn missed(person: Person<'_>, exchanges: &[Exchange], state: &State) -> Vec<Missed> {
    let mut missed: Vec<Missed> = Vec::new();
    for (topic, answer) in person.scenario.answers() {
        let id = answer.id.value();
        if state.was_told(id) {
            continue;
        }
        let hook = state.offered.iter().find(|hook| hook.to == *id);
        if !answer.gem && hook.is_none() {
            continue;
        }
        let entry = |why, turn, because: String, question: String| Missed {
            answer: id.clone(),
            about: named(person, id),
            gem: answer.gem,
            turn,
            why,
            because,
            question,
        };
        let found = if let Some(turn) = state.held.get(id) {
            let waits = waits_for(person, topic, answer, exchanges, state);
            let question = question_on(person, topic, hook.and_then(|hook| hook.words.first()));
            entry(Why::Held, Some(*turn), waits, question)
        } else if let Some(hook) = hook {
            let words = hook.words.first().cloned().unwrap_or_default();
            let because = if is_named_later(&hook.words, hook.turn, exchanges) {
                format!("they mentioned “{words}”, and what you asked of it was something else")
            } else {
                format!("they mentioned “{words}” and it was left there")
            };
            entry(Why::LeftLying, Some(hook.turn), because, about(&words))
        } else if let Some(exchange) = closed_on(topic, exchanges) {
            let because = "the question about it was closed, and got a short answer".to_owned();
            entry(
                Why::ClosedQuestion,
                Some(exchange.turn),
                because,
                question_on(person, topic, None),
            )
        } else {
            let because = "it was not asked about".to_owned();
            entry(Why::NotAsked, None, because, question_on(person, topic, None))
        };
        missed.push(found);
    }
    missed.sort_by(|a, b| {
        (!a.gem, a.why, a.turn, &a.answer).cmp(&(!b.gem, b.why, b.turn, &b.answer))
    });
    missed
}

/// What a held answer waited for, as it stood when it was held.
fn waits_for(
    person: Person<'_>,
    topic: &Topic,
    answer: &Answer,
    exchanges: &[Exchange],
    state: &State,
) -> String {
    let noted = exchanges.iter().flat_map(|exchange| &exchange.reply.unmet);
    let at_the_time =
        noted.filter(|(id, _)| id == answer.id.value()).map(|(_, unmet)| unmet).next_back();
    let now;
    let unmet = match at_the_time {
        Some(unmet) => unmet,
        None => {
            now = gate::unmet(&answer.gate, Some(topic), state);
            &now
        }
    };
    let clauses: Vec<String> = unmet.iter().map(|unmet| clause(person, unmet)).collect();
    if clauses.is_empty() {
        return "a closed question was not enough for it".to_owned();
    }
    format!("they held it back: {}", clauses.join(", and "))
}

fn clause(person: Person<'_>, unmet: &Unmet) -> String {
    match unmet {
        Unmet::Rapport { .. } => "they did not know you well enough yet".to_owned(),
        Unmet::After { answer } => format!("it follows from {}", named(person, answer)),
        Unmet::Minutes { .. } => "it was too early in the talk".to_owned(),
        Unmet::Fact { needs } => format!("it waits until you have {}", needs.words()),
        Unmet::Depth { .. } => "it lies deeper in the subject".to_owned(),
    }
}

/// Whether a line said after a detail was dropped has its words, in any of the ways it was named.
fn is_named_later(names: &[String], turn: u32, exchanges: &[Exchange]) -> bool {
    let mut later = exchanges.iter().filter(|exchange| exchange.turn > turn);
    later.any(|exchange| names.iter().any(|name| has_words(&exchange.line, name)))
}

/// Whether a line has the words of a name, next to each other.
fn has_words(line: &str, name: &str) -> bool {
    let (said, name) = (words(line), words(name));
    let mut rows = said.windows(name.len().max(1));
    !name.is_empty()
        && rows.any(|row| row.iter().zip(&name).all(|(one, other)| one.key == other.key))
}

/// The question that leads to a topic: by a detail, or the bank's best.
fn question_on(person: Person<'_>, topic: &Topic, hook: Option<&String>) -> String {
    if let Some(words) = hook {
        return about(words);
    }
    let banked = person.pack.bank_topic(&topic.id).and_then(|topic| topic.questions.first());
    banked.map_or_else(
        || format!("Tell me about {}.", person.aloud(&topic.id)),
        |question| question.text.value().clone(),
    )
}

/// The first closed question that met this topic.
fn closed_on<'a>(topic: &Topic, exchanges: &'a [Exchange]) -> Option<&'a Exchange> {
    exchanges.iter().find(|exchange| {
        exchange.form() == Some(Form::Closed)
            && exchange.reply.topic.as_ref() == Some(topic.id.value())
    })
}

#[cfg(test)]
mod tests {
    use super::has_words;

    #[test]
    fn a_detail_is_named_by_its_words_and_not_by_its_letters() {
        for (name, line, expected) in [
            ("text", "What is the political context of it?", false),
            ("text", "Tell me about that text.", true),
            ("linen room", "What was the Linen Room like?", true),
            ("linen room", "What was the linen like?", false),
            ("", "What was it like?", false),
        ] {
            assert_eq!(has_words(line, name), expected, "{name:?} in {line:?}");
        }
    }
}
