//! How a person takes a message that asks for a talk.

use super::{Kind, MOST_WORDS, Reading, Weight};
use crate::pack::scenario::Scenario;
use crate::text::draw::from_bag;

/// What comes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// Yes, on a condition.
    Yes,
    /// Not now; the kind of no that can be asked who else.
    NotNow,
    /// No, because it asks for a job.
    NoJob,
    /// Nothing.
    Silence,
}

/// A message that lacks this many needed elements is easily left unanswered.
const TOO_MANY: usize = 3;

/// A message this many times as long as it should be is not read to its end.
const TOO_LONG: usize = 2;

/// From this difficulty on, even a good message may come at a bad time.
const BUSY: u8 = 3;

/// How a person takes a message: a word about a job gets a no; one that says neither why them nor what
/// it wants, lacks much, or goes on and on, gets none; a good one gets a yes, unless a busy person's `seed` says not now.
#[must_use]
pub fn answer(reading: &Reading, scenario: &Scenario, seed: u64) -> Answer {
    debug_assert!(reading.kind == Kind::Outreach);
    if !reading.has(super::element::NO_JOB_ASK) {
        return Answer::NoJob;
    }
    let missing = reading.missing();
    let missing = missing.iter().filter(|element| element.weight == Weight::Needed).count();
    let is_for_anybody = !reading.has("why_you") && !reading.has("what_to_learn");
    let is_long = reading.words > TOO_LONG * MOST_WORDS;
    if !reading.gaps.is_empty() || is_for_anybody || missing >= TOO_MANY || is_long {
        return Answer::Silence;
    }
    if scenario.difficulty() >= BUSY
        && from_bag(seed, &format!("outreach to {}", scenario.id.value()), 0, 2) == 0
    {
        return Answer::NotNow;
    }
    Answer::Yes
}
