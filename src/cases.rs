//! Cases: an instructor's scripted tests, played.

pub mod bless;
pub mod checked;

use self::checked::{Checked, checked};
use crate::coach::AssessedTopic;
use crate::coach::help::HelpLevel;
use crate::hearing::Ear;
use crate::interviewee::gate::Unmet;
use crate::interviewee::{Person, Route};
use crate::pack::Pack;
use crate::pack::case::{Case, CaseFile};
use crate::session::{Label, Session};

/// What came of playing one file of cases.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Played {
    /// The file, as a path inside the pack.
    pub file: String,
    /// The scenario it names, when nobody of that id can be met; then no case was played.
    pub nobody: Option<String>,
    /// How many cases met all expectations.
    pub passed: usize,
    /// The cases that did not, in order.
    pub failed: Vec<Failed>,
    /// The ids of the cases that expect nothing, and so pass whatever comes.
    pub expecting_nothing: Vec<String>,
}

/// A case that failed.
#[derive(Debug, Clone, PartialEq)]
pub struct Failed {
    /// Its id.
    pub case: String,
    /// Its seed.
    pub seed: u64,
    /// Its lines, up to the last one that did not bring what was expected.
    pub lines: Vec<PlayedLine>,
}

/// A line of a case, and what came of it.
#[derive(Debug, Clone, PartialEq)]
pub struct PlayedLine {
    /// Its number in the case, from 1.
    pub number: usize,
    /// What the learner said.
    pub say: String,
    /// What was decided.
    pub route: Route,
    /// The answer that was told, shortened, followed (with the kind, as in `path-night.why`) or held back.
    pub answer: Option<String>,
    /// The topic that was heard, how surely, and the next best.
    pub heard: Option<AssessedTopic>,
    /// Gates that did not hold, each with its answer.
    pub gates: Vec<(String, Vec<Unmet>)>,
    /// The reply.
    pub reply: String,
    /// Every expectation of the line, in the order of the file.
    pub checked: Vec<Checked>,
}

impl Failed {
    /// The expectations that were not met, each with its line.
    pub fn failures(&self) -> impl Iterator<Item = (&PlayedLine, &Checked)> {
        self.lines.iter().flat_map(|line| line.failures().map(move |checked| (line, checked)))
    }
}

impl PlayedLine {
    /// The expectations that were not met.
    pub fn failures(&self) -> impl Iterator<Item = &Checked> {
        self.checked.iter().filter(|checked| !checked.is_met)
    }
}

/// Plays the cases of one file of a pack without errors. `on_case` is called after each.
#[must_use]
pub fn play(pack: &Pack, path: &str, file: &CaseFile, mut on_case: impl FnMut()) -> Played {
    let mut played = Played { file: path.to_owned(), ..Played::default() };
    let Some(scenario) = pack.scenario(&file.scenario) else {
        played.nobody = Some(file.scenario.value().clone());
        return played;
    };
    let ear = Ear::new(pack, Some(scenario));
    for case in &file.cases {
        let person = Person::new(pack, scenario, case.seed);
        let mut lines = play_case(case, person, &ear);
        if lines.iter().all(|line| line.checked.is_empty()) {
            played.expecting_nothing.push(case.id.value().clone());
        }
        match lines.iter().rposition(|line| line.failures().next().is_some()) {
            None => played.passed += 1,
            Some(last) => {
                lines.truncate(last + 1);
                let case_id = case.id.value().clone();
                played.failed.push(Failed { case: case_id, seed: case.seed, lines });
            }
        }
        on_case();
    }
    played
}

fn play_case(case: &Case, person: Person<'_>, ear: &Ear<'_>) -> Vec<PlayedLine> {
    let mut session = Session::open(person, ear, HelpLevel::Silent, Label::default());
    let mut lines = Vec::with_capacity(case.lines.len());
    for (at, line) in case.lines.iter().enumerate() {
        let rapport_before = session.state().rapport;
        session.say(&line.say);
        let Some(exchange) = session.exchanges().last() else { continue };
        let reply = &exchange.reply;
        lines.push(PlayedLine {
            number: at + 1,
            say: line.say.value().clone(),
            route: reply.route,
            answer: exchange.reply.told(),
            heard: exchange.assessment.as_ref().and_then(|known| known.topic.clone()),
            gates: reply.unmet.clone(),
            reply: reply.text.clone(),
            checked: checked(line, exchange, rapport_before),
        });
    }
    lines
}
