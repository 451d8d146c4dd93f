//! `/set`: what can be changed in a talk from outside it.

use coffeechat::interviewee::state::{Effect, State};
use coffeechat::pack::scenario::{Fact, Scenario};
use coffeechat::text::closest::closest;

/// What can be set, as it is typed.
pub(super) const WHAT: [&str; 4] = ["rapport", "minutes", "told", "fact"];

/// What the learner can have done, as it is typed and as gates name it.
pub(super) const FACTS: [(&str, Fact); 6] = [
    ("introduced", Fact::Introduced),
    ("said-purpose", Fact::SaidPurpose),
    ("thanked", Fact::Thanked),
    ("did-homework", Fact::DidHomework),
    ("checked-time", Fact::CheckedTime),
    ("answered-back", Fact::AnsweredBack),
];

/// The longest talk that can be agreed on, in minutes.
const MOST_MINUTES: i32 = 180;

/// A change to the state. It says what is to be, not by how much it changes: played again over an edited pack,
/// it comes to the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Setting {
    /// Rapport, 0 to 100.
    Rapport(i32),
    /// Simulated minutes left.
    Minutes(i32),
    /// An answer was told in full.
    Told(String),
    /// The learner did something.
    Fact(Fact),
}

impl Setting {
    /// Reads what stands after `/set`; or says what is wrong with it.
    pub(super) fn read(text: &str) -> Result<Self, String> {
        let (what, value) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
        let value = value.trim();
        match what.to_ascii_lowercase().as_str() {
            "rapport" => number(value, 100)
                .map(Self::Rapport)
                .ok_or_else(|| "Rapport is a number from 0 to 100: /set rapport 60.".to_owned()),
            "minutes" => number(value, MOST_MINUTES).map(Self::Minutes).ok_or_else(|| {
                format!("The minutes left are a number from 0 to {MOST_MINUTES}: /set minutes 5.")
            }),
            "told" if value.is_empty() => {
                Err("Which answer? Such as /set told and its id; /topics lists them.".to_owned())
            }
            "told" => Ok(Self::Told(value.to_owned())),
            "fact" => {
                let value = value.to_lowercase();
                let fact = FACTS.iter().find(|(word, _)| *word == value);
                fact.map(|(_, fact)| Self::Fact(*fact)).ok_or_else(|| {
                    let words: Vec<&str> = FACTS.iter().map(|(word, _)| *word).collect();
                    format!("What the learner can have done: {}.", words.join(", "))
                })
            }
            "" => Err(
                "Such as: /set rapport 60, /set minutes 5, /set told ANSWER, /set fact thanked."
                    .to_owned(),
            ),
            other => Err(match closest(other, WHAT) {
                Some(meant) => format!("`{other}` cannot be set; did you mean `{meant}`?"),
                None => format!("`{other}` cannot be set; these can: {}.", WHAT.join(", ")),
            }),
        }
    }

    /// As it is typed.
    pub(super) fn words(&self) -> String {
        match self {
            Self::Rapport(rapport) => format!("rapport {rapport}"),
            Self::Minutes(minutes) => format!("minutes {minutes}"),
            Self::Told(answer) => format!("told {answer}"),
            Self::Fact(fact) => {
                let known = FACTS.iter().find(|(_, known)| known == fact);
                format!("fact {}", known.map_or("", |(word, _)| word))
            }
        }
    }

    /// The state with this changed; or why it cannot be.
    pub(super) fn applied(&self, state: &State, scenario: &Scenario) -> Result<State, String> {
        let state = state.clone();
        match self {
            Self::Rapport(rapport) => {
                let by = rapport - state.rapport;
                Ok(state.with(&[Effect::Rapport { by, because: "was set".to_owned() }]))
            }
            Self::Minutes(minutes) => {
                let seconds = state.seconds_left - minutes * 60;
                let mut state = state.with(&[Effect::Spent { seconds }]);
                state.seconds_gone = state.seconds_gone.max(0);
                if *minutes > 0 {
                    // No line can bring time back, so no effect does: a talk whose time was up goes on.
                    state.time_up_at = None;
                    state.ended = None;
                }
                Ok(state)
            }
            Self::Told(answer) => {
                known_answer(scenario, answer)?;
                if state.was_told(answer) {
                    return Err(format!("`{answer}` has been told already"));
                }
                Ok(state.with(&[Effect::Told { answer: answer.clone() }]))
            }
            Self::Fact(fact) => Ok(state.with(&[Effect::Did { fact: *fact }])),
        }
    }
}

/// Whether the scenario has an answer of this id; or which one was perhaps meant.
pub(super) fn known_answer(scenario: &Scenario, answer: &str) -> Result<(), String> {
    if scenario.answer(answer).is_some() {
        return Ok(());
    }
    let ids = scenario.answers().map(|(_, answer)| answer.id.as_str());
    Err(match closest(answer, ids) {
        Some(meant) => format!("no answer is called `{answer}`; did you mean `{meant}`?"),
        None => format!("no answer is called `{answer}`; /topics lists them"),
    })
}

fn number(text: &str, most: i32) -> Option<i32> {
    text.parse().ok().filter(|number| (0..=most).contains(number))
}

#[cfg(test)]
mod tests {
    use super::{FACTS, Setting};

    #[test]
    fn what_can_be_set_is_read_and_written_alike() {
        let mut words = vec!["rapport 60".to_owned(), "minutes 5".to_owned(), "told x".to_owned()];
        words.extend(FACTS.iter().map(|(word, _)| format!("fact {word}")));
        for words in words {
            assert_eq!(Setting::read(&words).unwrap().words(), words);
        }
    }

    #[test]
    fn what_cannot_be_set_is_refused_with_what_can() {
        let cases = [
            ("", "/set rapport 60"),
            ("rapport", "0 to 100"),
            ("rapport 101", "0 to 100"),
            ("rapport -1", "0 to 100"),
            ("rapport 99999999999", "0 to 100"),
            ("minutes soon", "0 to 180"),
            ("told", "Which answer?"),
            ("fact late", "thanked"),
            ("raport 60", "did you mean `rapport`?"),
            ("zzz", "rapport, minutes, told, fact"),
        ];
        for (text, expected) in cases {
            let refused = Setting::read(text).unwrap_err();
            assert!(refused.contains(expected), "{text:?}: {refused}");
        }
    }
}
