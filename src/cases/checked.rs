//! What a case expects of a line, held against what came.

use std::cmp::Ordering;
use std::ops::Range;

use crate::interviewee::Route;
use crate::pack::case::{CaseLine, Way};
use crate::pack::placed::Text;
use crate::session::Exchange;

/// What can be expected of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Expectation {
    /// The answer that is told or shortened.
    Answer,
    /// The topic that is heard.
    Topic,
    /// The move that is heard.
    Move,
    /// What was decided.
    Route,
    /// The answer that is held back.
    Else,
    /// The contact that is given.
    Contact,
    /// Which way rapport goes.
    Rapport,
    /// Words in the reply.
    SaysAny,
}

impl Expectation {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Answer,
        Self::Topic,
        Self::Move,
        Self::Route,
        Self::Else,
        Self::Contact,
        Self::Rapport,
        Self::SaysAny,
    ];

    /// Its key in a file of cases.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Answer => "answer",
            Self::Topic => "topic",
            Self::Move => "move",
            Self::Route => "route",
            Self::Else => "else",
            Self::Contact => "contact",
            Self::Rapport => "rapport",
            Self::SaysAny => "says_any",
        }
    }

    /// What a line of a case expects of this kind, each value with its place; nothing if it expects nothing.
    fn of(self, line: &CaseLine) -> Vec<(String, Range<usize>)> {
        let one = |text: &Option<Text>| {
            text.iter().map(|text| (text.value().clone(), text.span())).collect()
        };
        match self {
            Self::Answer => one(&line.answer),
            Self::Topic => one(&line.topic),
            Self::Move => one(&line.act),
            Self::Route => one(&line.route),
            Self::Else => one(&line.held),
            Self::Contact => one(&line.contact),
            Self::Rapport => {
                line.rapport.iter().map(|way| (word(*way.value()).to_owned(), way.span())).collect()
            }
            Self::SaysAny => {
                line.says_any.iter().map(|text| (text.value().clone(), text.span())).collect()
            }
        }
    }
}

/// An expectation of a line, and what came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// What kind of expectation it is.
    pub expectation: Expectation,
    /// What was expected: one value, or of words those of which one is to be said.
    pub expected: Vec<String>,
    /// What came, as the file would have it; none if nothing of the kind came. Of words always none.
    pub came: Option<String>,
    /// For rapport, what it was before and after, 0 to 100.
    pub rapport: Option<(i32, i32)>,
    /// Whether that is what was expected.
    pub is_met: bool,
    /// The bytes of the file the expected value stands at.
    pub span: Range<usize>,
}

/// Every expectation of a line, in the order of the file.
pub(super) fn checked(line: &CaseLine, exchange: &Exchange, rapport_before: i32) -> Vec<Checked> {
    let mut all: Vec<Checked> = Expectation::ALL
        .into_iter()
        .filter_map(|expectation| {
            let values = expectation.of(line);
            let span = values.first()?.1.clone();
            let expected: Vec<String> = values.into_iter().map(|(value, _)| value).collect();
            let fitting = fitting(expectation, exchange, rapport_before);
            let is_met = match expectation {
                Expectation::SaysAny => {
                    let reply = exchange.reply.text.to_lowercase();
                    expected.iter().any(|words| reply.contains(&words.to_lowercase()))
                }
                _ => expected.iter().any(|value| fitting.contains(value)),
            };
            let came = fitting.into_iter().next();
            let is_rapport = expectation == Expectation::Rapport;
            let rapport = is_rapport.then_some((rapport_before, exchange.rapport));
            Some(Checked { expectation, expected, came, rapport, is_met, span })
        })
        .collect();
    all.sort_by_key(|checked| checked.span.start);
    all
}

/// The values of an expectation that fit what came; the one that says most comes first.
fn fitting(expectation: Expectation, exchange: &Exchange, rapport_before: i32) -> Vec<String> {
    let reply = &exchange.reply;
    let is_held = reply.route == Route::Else;
    let values = match expectation {
        Expectation::Answer if is_held => Vec::new(),
        Expectation::Answer => vec![reply.told(), reply.answer.clone()],
        Expectation::Else if is_held => vec![reply.answer.clone()],
        Expectation::Else | Expectation::SaysAny => Vec::new(),
        Expectation::Topic => {
            let known = exchange.assessment.as_ref().and_then(|known| known.topic.as_ref());
            vec![known.map(|topic| topic.id.clone()), reply.topic.clone()]
        }
        Expectation::Move => {
            vec![exchange.assessment.as_ref().map(|known| known.act.word().to_owned())]
        }
        Expectation::Route => vec![Some(reply.route.word().to_owned())],
        Expectation::Contact => vec![reply.contact.clone()],
        Expectation::Rapport => {
            let way = match exchange.rapport.cmp(&rapport_before) {
                Ordering::Greater => Way::Up,
                Ordering::Equal => Way::Same,
                Ordering::Less => Way::Down,
            };
            vec![Some(word(way).to_owned())]
        }
    };
    values.into_iter().flatten().collect()
}

/// The word a file has for a way.
const fn word(way: Way) -> &'static str {
    match way {
        Way::Up => "up",
        Way::Same => "same",
        Way::Down => "down",
    }
}

#[cfg(test)]
mod tests {
    use super::Expectation;
    use crate::edit::EXPECTATIONS;

    #[test]
    fn every_expectation_can_be_edited() {
        assert_eq!(Expectation::ALL.map(Expectation::key), EXPECTATIONS);
    }
}
