//! A talk that is tried out: a list of steps, and the fold of them.
//!
//! A [`coffeechat::session::Session`] has events, and a log of them gives the talk again without deciding anything
//! anew. Whoever is writing a scenario needs the opposite: the same steps decided anew, over the pack as it is
//! now. So a talk here is what was typed, and what came of it is folded from the first word each time the pack,
//! the seed or a step changes. `/undo`, `/seed` and a saved file are then one mechanism, and neither events nor
//! logs need to know of `/set` and `/jump`.

use coffeechat::hearing::Ear;
use coffeechat::interviewee::state::State;
use coffeechat::interviewee::{self, Person, Reply};
use coffeechat::session::said::{self, Said};

use super::setting::{Setting, known_answer};

/// Something the person at the keyboard did to the talk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    /// Said a line.
    Line(String),
    /// Changed the state.
    Set(Setting),
    /// Went to an answer, by its id.
    Jump(String),
}

impl Step {
    /// The step, as it was typed.
    pub(super) fn words(&self) -> String {
        match self {
            Self::Line(line) => format!("“{line}”"),
            Self::Set(setting) => format!("/set {}", setting.words()),
            Self::Jump(answer) => format!("/jump {answer}"),
        }
    }
}

/// What came of a step.
#[derive(Debug, Clone)]
pub(super) enum Came {
    /// A reply to a line.
    Said(Box<Said>),
    /// An answer that was gone to.
    Told(Box<Reply>),
    /// A change.
    Changed,
    /// Nothing, and why.
    Nothing(String),
}

/// A step that was played.
#[derive(Debug, Clone)]
pub(super) struct Played {
    /// The step.
    pub(super) step: Step,
    /// What came of it.
    pub(super) came: Came,
    /// The state after it.
    pub(super) after: State,
}

/// A talk that is tried out.
#[derive(Debug, Clone)]
pub(super) struct Talk {
    /// The interviewee's first words.
    pub(super) opening: String,
    at_first: State,
    played: Vec<Played>,
}

impl Talk {
    /// Plays steps from the first word.
    pub(super) fn play(person: Person<'_>, ear: &Ear<'_>, steps: Vec<Step>) -> Self {
        let (opening, effects) = interviewee::opening(person);
        let at_first = State::at_first(person.scenario).after_opening(&opening, &effects);
        let mut talk = Self { opening, at_first, played: Vec::new() };
        for step in steps {
            talk.take(person, ear, step);
        }
        talk
    }

    /// Plays one more step.
    pub(super) fn take(&mut self, person: Person<'_>, ear: &Ear<'_>, step: Step) {
        let state = self.state();
        let (came, after) = match &step {
            Step::Line(_) if state.ended.is_some() => {
                (Came::Nothing("the talk is over before it".to_owned()), state.clone())
            }
            Step::Line(line) => {
                // A line after a /jump is the first on that answer.
                let last = self.played.last().and_then(|played| match &played.came {
                    Came::Said(said) => Some(said.exchange()),
                    Came::Told(_) | Came::Changed | Came::Nothing(_) => None,
                });
                let said = said::say(person, ear, state, last.as_ref(), line);
                let after = said.after.clone();
                (Came::Said(Box::new(said)), after)
            }
            Step::Set(setting) => match setting.applied(state, person.scenario) {
                Ok(after) => (Came::Changed, after),
                Err(why) => (Came::Nothing(why), state.clone()),
            },
            Step::Jump(answer) => match interviewee::telling(person, state, answer) {
                Some(reply) => {
                    let mut after = state.clone().after_opening(&reply.text, &reply.effects);
                    after.between = None; // whichever was meant, this is what came
                    after.ended = None;
                    (Came::Told(Box::new(reply)), after)
                }
                None => {
                    let why = known_answer(person.scenario, answer).err().unwrap_or_default();
                    (Came::Nothing(why), state.clone())
                }
            },
        };
        self.played.push(Played { step, came, after });
    }

    /// Takes the last step back.
    pub(super) fn take_back(&mut self) -> Option<Step> {
        self.played.pop().map(|played| played.step)
    }

    /// What the interviewee remembers now.
    pub(super) fn state(&self) -> &State {
        self.played.last().map_or(&self.at_first, |played| &played.after)
    }

    /// What they remembered before the step at this place.
    pub(super) fn before(&self, at: usize) -> &State {
        let before = at.checked_sub(1).and_then(|at| self.played.get(at));
        before.map_or(&self.at_first, |played| &played.after)
    }

    /// What was played, in order.
    pub(super) fn played(&self) -> &[Played] {
        &self.played
    }

    /// The steps alone.
    pub(super) fn steps(&self) -> Vec<Step> {
        self.played.iter().map(|played| played.step.clone()).collect()
    }

    /// The place of the last line, and what came of it.
    pub(super) fn last_said(&self) -> Option<(usize, &Said)> {
        self.played.iter().enumerate().rev().find_map(|(at, played)| match &played.came {
            Came::Said(said) => Some((at, said.as_ref())),
            Came::Told(_) | Came::Changed | Came::Nothing(_) => None,
        })
    }
}
