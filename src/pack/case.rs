//! Cases: an instructor's scripted tests of a scenario.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::placed::{Placed, Text, anything_in_a_table};

/// One file of `cases/`: scripted talks with one interviewee, and what must come of them.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CaseFile {
    /// The version of the file format; 1 is the only one there is.
    #[schemars(extend("const" = 1))]
    pub schema: Placed<u32>,
    /// The scenario all cases of this file are played with, by its id.
    pub scenario: Text,
    /// The cases: each is one scripted talk and what must come of it.
    #[serde(default, rename = "case")]
    pub cases: Vec<Case>,
    /// Kept for other programs and never looked at.
    #[serde(default)]
    #[schemars(schema_with = "anything_in_a_table")]
    pub ext: BTreeMap<String, toml::Value>,
}

/// One scripted talk and what must come of it.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// The case's name, unique in this file: it is what a failure is reported under.
    pub id: Text,
    /// The seed of the talk: with the same seed, the same wordings are drawn. Default 1.
    #[serde(default = "one")]
    pub seed: u64,
    /// The lines of the talk, in order, each with what must come of it.
    #[serde(default, rename = "line")]
    pub lines: Vec<CaseLine>,
    /// Kept for other programs and never looked at.
    #[serde(default)]
    #[schemars(schema_with = "anything_in_a_table")]
    pub ext: BTreeMap<String, toml::Value>,
}

const fn one() -> u64 {
    1
}

/// One line of a case, and what must come of it. Expectations that are left out are not checked.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CaseLine {
    /// What the learner types.
    pub say: Text,
    /// The answer that must be told or shortened, by its id. With a kind of follow-up after a full stop, such
    /// as `path-accident.why`, that follow-up of the answer.
    #[serde(default)]
    pub answer: Option<Text>,
    /// The topic that must be heard, by its id.
    #[serde(default)]
    pub topic: Option<Text>,
    /// The move that must be heard, such as `thanks` or `referral-ask`.
    #[serde(default, rename = "move")]
    pub act: Option<Text>,
    /// What must be decided, such as `short`, `hook`, `follow` or `off-topic`.
    #[serde(default)]
    pub route: Option<Text>,
    /// The answer that must be held back behind its gate, by its id.
    #[serde(default, rename = "else")]
    pub held: Option<Text>,
    /// The contact that must be named or introduced, by its id.
    #[serde(default)]
    pub contact: Option<Text>,
    /// Which way rapport must go.
    #[serde(default)]
    pub rapport: Option<Placed<Way>>,
    /// Words of which at least one must stand in the reply. A last resort: wording may be edited.
    #[serde(default)]
    pub says_any: Vec<Text>,
}

/// Which way a figure goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Way {
    /// It rises.
    Up,
    /// It stays.
    Same,
    /// It falls.
    Down,
}
