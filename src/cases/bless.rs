//! Cases that failed and are to have what came from now on.
//!
//! An instructor who has read what came, and finds it right, should not have to type it. Only expectations that
//! were not met are changed, and words are not among them: whether a wording is right is for people to judge.

use std::ops::Range;

use super::checked::{Checked, Expectation};
use super::{Failed, Played, PlayedLine};
use crate::edit::{self, Place};
use crate::interviewee::Route;

/// What became of an expectation that was not met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blessed {
    /// The id of the case.
    pub case: String,
    /// The number of the line in the case, from 1.
    pub line: usize,
    /// What was expected: a key, and its values.
    pub before: (Expectation, Vec<String>),
    /// What it is now.
    pub now: Now,
    /// The bytes of the file, before it was changed, that the expected value stood at.
    pub span: Range<usize>,
}

/// What an expectation is, after it was not met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Now {
    /// This key has this value.
    Is(Expectation, String),
    /// It was taken out: nothing of the kind came, and the line expects what came otherwise.
    Gone,
    /// As it was, for a person must judge it.
    Kept,
}

/// The text of a file of cases with what came in place of what was expected and did not come, and what became
/// of each such expectation. `text` is what the file said when it was played.
///
/// An expectation of which nothing came (an answer, when none was told) makes room for one that says what did
/// come: `else` if an answer was held back, or the route; if the line has that already, it is taken out.
///
/// # Errors
/// Why it cannot be done, in a sentence without a full stop.
pub fn blessed(text: &str, played: &Played) -> Result<(String, Vec<Blessed>), String> {
    let mut text = text.to_owned();
    let mut all = Vec::new();
    for failed in &played.failed {
        for line in &failed.lines {
            // What the line expects, as it changes.
            let mut there: Vec<Expectation> =
                line.checked.iter().map(|checked| checked.expectation).collect();
            for checked in line.failures() {
                let now = after(line, checked, &there);
                text = written(&text, failed, line, checked, &now)?;
                if now != Now::Kept {
                    there.retain(|known| *known != checked.expectation);
                }
                if let Now::Is(expectation, _) = &now {
                    there.push(*expectation);
                }
                all.push(Blessed {
                    case: failed.case.clone(),
                    line: line.number,
                    before: (checked.expectation, checked.expected.clone()),
                    now,
                    span: checked.span.clone(),
                });
            }
        }
    }
    Ok((text, all))
}

/// What an expectation that was not met is to be, on a line that expects these.
fn after(line: &PlayedLine, checked: &Checked, there: &[Expectation]) -> Now {
    if checked.expectation == Expectation::SaysAny {
        return Now::Kept;
    }
    if let Some(came) = &checked.came {
        return Now::Is(checked.expectation, came.clone());
    }
    let is_held = line.route == Route::Else;
    let about_answer = matches!(checked.expectation, Expectation::Answer | Expectation::Else);
    let kind = if is_held { Expectation::Else } else { Expectation::Answer };
    let answer = line.answer.as_ref().filter(|_| about_answer).map(|answer| (kind, answer.clone()));
    let route = (Expectation::Route, line.route.word().to_owned());
    let others = answer.into_iter().chain([route]);
    let mut missing = others.filter(|(expectation, _)| !there.contains(expectation));
    missing.next().map_or(Now::Gone, |(expectation, value)| Now::Is(expectation, value))
}

/// The file with an expectation as it is to be.
fn written(
    text: &str,
    failed: &Failed,
    line: &PlayedLine,
    checked: &Checked,
    now: &Now,
) -> Result<String, String> {
    let place = Place { case: &failed.case, line: line.number, key: checked.expectation.key() };
    match now {
        Now::Is(expectation, value) => {
            edit::swap_expectation(text, place, expectation.key(), value)
        }
        Now::Gone => edit::remove_expectation(text, place),
        Now::Kept => Ok(text.to_owned()),
    }
}
