//! The debrief: how the learner asked, what came of it, what was missed and by which question.
//!
//! Process and outcome together, because feedback on both trains skill that carries over and either
//! alone does not (Avatar Training: Pompedda, Haginoya, Santtila et al.). No grade for the person: two
//! things that went well in the learner's own words, and one thing to try next time.

pub mod advice;
pub mod measure;
pub mod missed;
pub mod overview;
pub mod report;
pub mod tally;

use serde::Serialize;

use crate::coach::help::HelpLevel;
use crate::interviewee::Person;
use crate::interviewee::state::{Ending, State};
use crate::session::Session;
use crate::session::event;

/// The report at the end of a run.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Debrief {
    /// The scenario's id.
    pub scenario: String,
    /// The interviewee's full name.
    pub name: String,
    /// The seed of the talk.
    pub seed: u64,
    /// How much help there was.
    pub help: HelpLevel,
    /// How the talk ended; none while it goes on.
    pub ended: Option<Ending>,
    /// How the learner asked.
    pub process: measure::Process,
    /// What came of it.
    pub outcome: measure::Outcome,
    /// What was not found, and by which question it could have been.
    pub missed: Vec<missed::Missed>,
    /// What went well, at most two things, in the learner's own words.
    pub went_well: Vec<advice::WentWell>,
    /// One thing to try next time.
    pub try_next: advice::TryNext,
    /// The learner's notes.
    pub notes: Vec<String>,
}

/// The debrief of a run, finished or not.
#[must_use]
pub fn debrief(session: &Session<'_>) -> Debrief {
    let person = session.person();
    let exchanges = session.exchanges();
    let state = session.state();
    let process = measure::process(exchanges, state);
    let outcome = measure::outcome(person, exchanges, state);
    let missed = missed::missed(person, exchanges, state);
    let went_well = advice::went_well(exchanges);
    let try_next = advice::try_next(exchanges, &process, &missed, state);
    Debrief {
        scenario: person.scenario.id.value().clone(),
        name: person.scenario.name().to_owned(),
        seed: event::opened(session.events()).map_or(person.seed, |opened| opened.seed),
        help: session.help(),
        ended: state.ended,
        process,
        outcome,
        missed,
        went_well,
        try_next,
        notes: session.notes().map(str::to_owned).collect(),
    }
}

/// The name by which an answer is known on screens: its topic, aloud.
fn named(person: Person<'_>, answer: &str) -> String {
    let topic = person.scenario.answer(answer).map(|(topic, _)| topic.id.value().as_str());
    topic.map_or_else(|| answer.to_owned(), |topic| person.aloud(topic))
}

/// Rapport at the start, for comparison.
fn rapport_at_first(person: Person<'_>) -> i32 {
    State::at_first(person.scenario).rapport
}
