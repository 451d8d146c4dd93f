//! Events: everything that happens in a run, one JSON object a line.
//!
//! The log of a run is these lines and nothing else; so is the output of `practice --jsonl`.

use serde::{Deserialize, Serialize};

use crate::coach::Assessment;
use crate::coach::help::HelpLevel;
use crate::coach::prompt::Prompt;
use crate::interviewee::Reply;
use crate::interviewee::state::{Effect, Ending};

/// The version of this way of writing events.
pub const LOG_VERSION: u32 = 1;

/// Something that happened in a run.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "kebab-case")]
pub enum Event {
    /// The talk began.
    Opened(Box<Opened>),
    /// The learner said a line.
    Said {
        /// The number of the line, from 1.
        turn: u32,
        /// The line.
        text: String,
    },
    /// The interviewee replied.
    Replied(Box<Replied>),
    /// The coach assessed the line, or reminded of something.
    Coached(Box<Coached>),
    /// The last exchange was taken back.
    Undone {
        /// The number of the line that was taken back.
        turn: u32,
    },
    /// The learner asked for a hint.
    Hinted {
        /// The number of the line before.
        turn: u32,
        /// The hint.
        text: String,
    },
    /// The learner wrote a note.
    Noted {
        /// The number of the line before.
        turn: u32,
        /// The note.
        text: String,
    },
    /// The talk was taken up again.
    Resumed {
        /// When, as the program was told; any text.
        at: String,
    },
    /// The talk ended.
    Ended {
        /// How.
        how: Ending,
    },
    /// The learner said how comfortable they were.
    Felt {
        /// Before the talk or after it.
        when: When,
        /// How comfortable, 0 (not at all) to 100 (wholly). Plotted, never graded.
        comfort: u8,
    },
    /// The learner looked back on the talk, after it.
    Reflected {
        /// On what.
        on: Reflection,
        /// What they wrote.
        text: String,
    },
}

/// Before a talk or after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum When {
    /// Before the first word.
    Before,
    /// After the last.
    After,
}

/// What a learner looks back on after a talk.
///
/// Learning from an experience needs a look back at it that ends in a next step (Kolb 1984; Gibbs 1988).
/// The three things are those career centres ask after such a talk: the work, oneself, what next. What
/// one learns of oneself is asked in two halves, because what drains tells as much as what draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reflection {
    /// What was learnt about the work.
    Work,
    /// What of it would give the learner energy: skills, values, interests.
    Draws,
    /// What of it would not.
    Drains,
    /// What the learner does next.
    Next,
}

impl Reflection {
    /// All of them, in the order in which they are asked.
    pub const ALL: [Self; 4] = [Self::Work, Self::Draws, Self::Drains, Self::Next];

    /// The question that asks for it.
    #[must_use]
    pub const fn question(self) -> &'static str {
        match self {
            Self::Work => "What did you learn about the work?",
            Self::Draws => {
                "What did it tell you about yourself: which part of it would suit your skills, values \
                 or interests?"
            }
            Self::Drains => "And which part would not?",
            Self::Next => "What do you do next?",
        }
    }
}

/// How a talk began.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Opened {
    /// The version of the log.
    pub v: u32,
    /// The version of the way lots are drawn.
    pub rng: u32,
    /// The program's version.
    pub program: String,
    /// The run's name; the log's file name has it too.
    pub run: String,
    /// When, as the program was told; any text.
    pub at: String,
    /// The folder of the pack; none for the built-in one.
    pub pack: Option<String>,
    /// A number that changes when the pack does, in hexadecimal.
    pub fingerprint: String,
    /// The scenario.
    pub scenario: String,
    /// The seed.
    pub seed: u64,
    /// How much help there is.
    pub help: HelpLevel,
    /// The rung of the ladder it was held on, 0 to 7; none if it was not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rung: Option<u8>,
    /// The name of the plan that is at hand; none if there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<String>,
    /// Whether the interviewee makes it awkward.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub awkward: bool,
    /// The interviewee's first words.
    pub text: String,
    /// What comes of them.
    #[serde(default)]
    pub effects: Vec<Effect>,
}

/// A reply, and how things stand after it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Replied {
    /// The number of the line it replies to.
    pub turn: u32,
    /// The reply.
    #[serde(flatten)]
    pub reply: Reply,
    /// Rapport after it, 0 to 100.
    pub rapport: i32,
    /// Simulated minutes left after it.
    pub minutes_left: u32,
}

/// What the coach gave for a line.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Coached {
    /// The number of the line.
    pub turn: u32,
    /// The assessment of the line.
    #[serde(flatten, default, skip_serializing_if = "Option::is_none")]
    pub assessment: Option<Assessment>,
    /// What it reminds of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prompt: Option<Prompt>,
    /// The words shown to the learner, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// A line of the log that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    /// Its number in the file, from 1.
    pub line: usize,
    /// What was wrong with it.
    pub why: String,
}

/// How a run began, if that can be read.
#[must_use]
pub fn opened(events: &[Event]) -> Option<&Opened> {
    events.iter().find_map(|event| match event {
        Event::Opened(opened) => Some(opened.as_ref()),
        _ => None,
    })
}

/// The event as one line of JSON.
///
/// # Panics
/// Never: events are plain data.
#[must_use]
pub fn to_line(event: &Event) -> String {
    serde_json::to_string(event).expect("events are plain data")
}

/// Under these keys stand words; under the others what programs go by.
const WORDS: [&str; 3] = ["text", "better", "words"];

/// Under these keys stand ids that are made of a name, for a learner's own person.
const IDS: [&str; 3] = ["scenario", "run", "plan"];

/// A line of a log with its words altered: what people said, wrote and were told. What programs go by, such
/// as ids, stays, but for the ids of a learner's own person, which are names. None if it cannot be read.
#[must_use]
pub fn reworded(line: &str, is_own_person: bool, alter: &dyn Fn(&str) -> String) -> Option<String> {
    fn walk(
        value: &mut serde_json::Value,
        alter: &dyn Fn(&str) -> String,
        keys: &[&str],
        inside: bool,
    ) {
        match value {
            serde_json::Value::String(text) if inside => *text = alter(text),
            serde_json::Value::Array(items) => {
                for item in items.iter_mut() {
                    walk(item, alter, keys, inside);
                }
            }
            serde_json::Value::Object(fields) => {
                for (key, value) in fields.iter_mut() {
                    walk(value, alter, keys, keys.contains(&key.as_str()));
                }
            }
            _ => {}
        }
    }
    let mut value: serde_json::Value = serde_json::from_str(line).ok()?;
    walk(&mut value, alter, &WORDS, false);
    if let Some(fields) = value.as_object_mut() {
        if is_own_person {
            for key in IDS {
                if let Some(serde_json::Value::String(id)) = fields.get_mut(key) {
                    *id = alter(id).replace(' ', "-");
                }
            }
        }
        // Where a pack lies tells whose computer it is.
        if fields.get("pack").is_some_and(serde_json::Value::is_string) {
            fields.insert("pack".to_owned(), "people".into());
        }
    }
    Some(value.to_string())
}

/// Reads a log. A line that cannot be read, torn or of a newer program, costs itself only.
#[must_use]
pub fn from_log(text: &str) -> (Vec<Event>, Vec<Unread>) {
    let mut events = Vec::new();
    let mut unread = Vec::new();
    for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        match serde_json::from_str(line) {
            Ok(event) => events.push(event),
            Err(error) => unread.push(Unread { line: number + 1, why: error.to_string() }),
        }
    }
    (events, unread)
}
