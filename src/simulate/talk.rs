//! One whole talk of a simulated learner.

use super::learner::{Kind, Learner, Questions};
use crate::hearing::Ear;
use crate::interviewee::state::State;
use crate::interviewee::{self, Person, Route};
use crate::session::said::decide;

/// No talk has more lines.
const MOST_LINES: u32 = 80;

/// What came of a talk.
#[derive(Debug, Clone)]
pub struct Talk {
    /// Lines typed.
    pub lines: u32,
    /// Lines that could not be answered.
    pub fallbacks: u32,
    /// What the interviewee remembers at the end.
    pub state: State,
    /// What was typed, what was decided and what was said, in order.
    pub exchanges: Vec<(String, Route, String)>,
}

/// Plays a whole talk. The same person, seed and kind give the same talk.
#[must_use]
pub fn talk(person: Person<'_>, ear: &Ear<'_>, questions: &Questions, kind: Kind) -> Talk {
    let mut talk = Talk::begun(person);
    let mut learner = Learner::new(kind, person.scenario, questions, person.seed);
    while talk.state.ended.is_none() && talk.lines < MOST_LINES {
        let Some(line) = learner.next(&talk.state) else { break };
        talk.say(person, ear, line);
    }
    talk
}

impl Talk {
    /// A talk in which the person has said their first words.
    pub(super) fn begun(person: Person<'_>) -> Self {
        let (text, effects) = interviewee::opening(person);
        let state = State::at_first(person.scenario).after_opening(&text, &effects);
        Self { lines: 0, fallbacks: 0, state, exchanges: Vec::new() }
    }

    /// Says a line, and lets the person reply.
    pub(super) fn say(&mut self, person: Person<'_>, ear: &Ear<'_>, line: String) {
        let (_, reply) = decide(person, ear, &self.state, &line);
        self.lines += 1;
        self.fallbacks += u32::from(reply.route == Route::Fallback);
        self.state = self.state.clone().after(&reply.text, &reply.effects);
        self.exchanges.push((line, reply.route, reply.text));
    }
}
