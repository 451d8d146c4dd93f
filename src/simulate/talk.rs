//! One whole talk of a simulated learner.

use super::learner::Kind;
use super::learner::Learner;
use super::learner::Questions;
use crate::hearing::Ear;
use crate::interviewee;
use crate::interviewee::Person;
use crate::interviewee::Route;
use crate::interviewee::state::State;
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
    let (text, effects) = interviewee::opening(person);
    let state = State::at_first(person.scenario).after_opening(&text, &effects);
    let mut talk = Talk { lines: 0, fallbacks: 0, state, exchanges: Vec::new() };
    let mut learner = Learner::new(kind, person.scenario, questions, person.seed);
    while talk.state.ended.is_none() && talk.lines < MOST_LINES {
        let Some(line) = learner.next(&talk.state) else { break };
        say(&mut talk, person, ear, line);
    }
    talk
}

/// Says a line.
pub(super) fn say(talk: &mut Talk, person: Person<'_>, ear: &Ear<'_>, line: String) {
    let (_, reply) = decide(person, ear, &talk.state, &line);
    talk.lines += 1;
    talk.fallbacks += u32::from(reply.route == Route::Fallback);
    talk.state = std::mem::replace(&mut talk.state, State::at_first(person.scenario))
        .after(&reply.text, &reply.effects);
    talk.exchanges.push((line, reply.route, reply.text));
}
