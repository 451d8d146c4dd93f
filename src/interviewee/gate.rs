//! Gates: what must hold before an answer is told.

use serde::{Deserialize, Serialize};

use super::state::State;
use crate::pack::scenario::{Band, Fact, Gate, Topic};

/// Something a gate asks for that does not hold, and by how much.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unmet {
    /// The interviewee has not opened up enough.
    Rapport {
        /// What it is.
        is: i32,
        /// The band that is needed.
        needs: Band,
    },
    /// An answer has not been told yet.
    After {
        /// Its id.
        answer: String,
    },
    /// It is too early.
    Minutes {
        /// Minutes gone.
        gone: u32,
        /// Minutes that must have gone.
        needs: u32,
    },
    /// The learner has not done something.
    Fact {
        /// What.
        needs: Fact,
    },
    /// Too little of the topic has been told.
    Depth {
        /// Answers told.
        told: u32,
        /// Answers that must have been told.
        needs: u32,
    },
}

impl Unmet {
    /// One clause for the reader, to follow "it waits until".
    #[must_use]
    pub fn words(&self) -> String {
        match self {
            Self::Rapport { is, needs } => {
                format!("rapport is {} ({} or more; it is {is})", needs.word(), needs.least())
            }
            Self::After { answer } => format!("`{answer}` has been told"),
            Self::Minutes { gone, needs } => format!("{needs} minutes have gone by ({gone} have)"),
            Self::Fact { needs } => format!("you have {}", needs.words()),
            Self::Depth { told, needs } => {
                format!("{needs} answers on this topic have been told ({told} have)")
            }
        }
    }
}

/// What a gate asks for, for whoever wrote it, each as a clause: "needs warm rapport", "after path-night".
/// Nothing for a gate that is always open.
#[must_use]
pub fn needs(gate: &Gate) -> Vec<String> {
    let rapport = gate.rapport.map(|band| format!("needs {} rapport", band.word()));
    let after = gate.after.iter().map(|answer| format!("after {}", answer.value()));
    let minutes = gate.minutes.map(|minutes| {
        format!("after {minutes} {}", if minutes == 1 { "minute" } else { "minutes" })
    });
    let fact = gate.fact.map(|fact| format!("once the learner has {}", of_the_learner(fact)));
    let depth = gate.depth.map(|depth| {
        format!("after {depth} {} on this topic", if depth == 1 { "answer" } else { "answers" })
    });
    rapport.into_iter().chain(after).chain(minutes).chain(fact).chain(depth).collect()
}

/// What the learner has done, told of them.
const fn of_the_learner(fact: Fact) -> &'static str {
    match fact {
        Fact::Introduced => "said who they are",
        Fact::SaidPurpose => "said what they hope to learn",
        Fact::Thanked => "said thank you for the time",
        Fact::DidHomework => "built on their homework",
        Fact::CheckedTime => "checked the time",
        Fact::AnsweredBack => "answered a question asked back",
    }
}

/// Whether nothing of a gate keeps back what is behind it. `topic` is the one the answer belongs to.
#[must_use]
pub fn is_open(gate: &Gate, topic: Option<&Topic>, state: &State) -> bool {
    unmet(gate, topic, state).is_empty()
}

/// What of a gate does not hold; nothing when it is open. `topic` is the one the answer belongs to.
#[must_use]
pub fn unmet(gate: &Gate, topic: Option<&Topic>, state: &State) -> Vec<Unmet> {
    let mut unmet = Vec::new();
    if let Some(needs) = gate.rapport
        && state.band() < needs
    {
        unmet.push(Unmet::Rapport { is: state.rapport, needs });
    }
    for answer in &gate.after {
        if !state.was_told(answer) {
            unmet.push(Unmet::After { answer: answer.value().clone() });
        }
    }
    if let Some(needs) = gate.minutes {
        let gone = u32::try_from(state.seconds_gone / 60).unwrap_or(0);
        if gone < needs {
            unmet.push(Unmet::Minutes { gone, needs });
        }
    }
    if let Some(needs) = gate.fact
        && !state.facts.contains(&needs)
    {
        unmet.push(Unmet::Fact { needs });
    }
    if let (Some(needs), Some(topic)) = (gate.depth, topic) {
        let told = topic.answers.iter().filter(|answer| state.was_told(&answer.id)).count();
        let told = u32::try_from(told).unwrap_or(u32::MAX);
        if told < needs {
            unmet.push(Unmet::Depth { told, needs });
        }
    }
    unmet
}

#[cfg(test)]
mod tests {
    use super::needs;
    use crate::pack::placed::Text;
    use crate::pack::scenario::{Band, Fact, Gate};

    #[test]
    fn a_gate_says_all_it_asks_for() {
        let none = Gate::default;
        let after = ["a", "b"].map(|id| Text::new(id.to_owned(), 0..0)).to_vec();
        let cases: [(Gate, &[&str]); 6] = [
            (none(), &[]),
            (
                Gate { rapport: Some(Band::Warm), after, ..none() },
                &["needs warm rapport", "after a", "after b"],
            ),
            (Gate { minutes: Some(1), ..none() }, &["after 1 minute"]),
            (Gate { minutes: Some(6), ..none() }, &["after 6 minutes"]),
            (
                Gate { fact: Some(Fact::Introduced), ..none() },
                &["once the learner has said who they are"],
            ),
            (Gate { depth: Some(2), ..none() }, &["after 2 answers on this topic"]),
        ];
        for (gate, expected) in cases {
            assert_eq!(needs(&gate), expected, "{gate:?}");
        }
    }
}
