//! Question banks: what people ask, and in how many ways. Shared by all scenarios.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::placed::{ID, Placed, Text, anything_in_a_table};

/// One file of `question_banks/`: what people ask, and in how many ways.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Bank {
    /// The version of the file format; 1 is the only one there is.
    #[schemars(extend("const" = 1))]
    pub schema: Placed<u32>,
    /// The bank's permanent name, which is also its file name without `.toml`.
    #[schemars(regex(pattern = ID))]
    pub id: Text,
    /// What people call the bank.
    pub title: Text,
    /// Lines that are about none of the topics: small talk, errands, trivia. From them the program learns
    /// what it is not being asked.
    #[serde(default)]
    pub never: Vec<Text>,
    /// The topics of this bank: things people ask about.
    #[serde(default, rename = "topic")]
    pub topics: Vec<BankTopic>,
    /// Kept for other programs and never looked at.
    #[serde(default)]
    #[schemars(schema_with = "anything_in_a_table")]
    pub ext: BTreeMap<String, toml::Value>,
}

/// One thing people ask about.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BankTopic {
    /// The topic's permanent name; scenarios answer it under this id.
    #[schemars(regex(pattern = ID))]
    pub id: Text,
    /// What a list of questions calls the topic, such as "How they got here".
    pub title: Text,
    /// How a person would name the topic aloud, to follow "do you mean…", such as "how I got here".
    pub aloud: Text,
    /// Why asking about this opens people up.
    pub why: Text,
    /// The questions about this topic, best first; at least one.
    #[serde(default, rename = "question")]
    #[schemars(!default, length(min = 1))]
    pub questions: Vec<BankQuestion>,
    /// Kept for other programs and never looked at.
    #[serde(default)]
    #[schemars(schema_with = "anything_in_a_table")]
    pub ext: BTreeMap<String, toml::Value>,
}

/// One question, and the ways people put it.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BankQuestion {
    /// The question as we would teach it: open, short, about the person.
    pub text: Text,
    /// The same question in other voices: nervous, terse, formal, spoken, non-native, list style.
    #[serde(default)]
    pub phrasings: Vec<Text>,
    /// A weaker twin that many people ask instead: closed, leading, or two in one.
    #[serde(default)]
    pub weak: Option<Text>,
    /// What the weaker twin costs, in one line.
    #[serde(default)]
    pub weak_because: Option<Text>,
    /// Where in a talk the question belongs. Default `middle`.
    #[serde(default)]
    pub stage: Stage,
    /// For whom, and when, the question is delicate.
    #[serde(default)]
    pub sensitive: Option<Text>,
    /// Kept for other programs and never looked at.
    #[serde(default)]
    #[schemars(schema_with = "anything_in_a_table")]
    pub ext: BTreeMap<String, toml::Value>,
}

/// Where in a talk a question belongs.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// Easy to answer, for the first minutes.
    Opening,
    /// For any time.
    #[default]
    Middle,
    /// For when there is some trust.
    Deeper,
    /// For the last minutes.
    Closing,
}
