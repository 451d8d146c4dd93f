//! Cases: an instructor's scripted tests of a scenario.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::placed::{Placed, Text};

/// One file of `cases/`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseFile {
    /// The version of the file format; 1 is the only one there is.
    pub schema: Placed<u32>,
    /// The scenario all cases of the file are played with.
    pub scenario: Text,
    /// The cases.
    #[serde(default, rename = "case")]
    pub cases: Vec<Case>,
    /// Kept for other programs and never looked at.
    #[serde(default)]
    pub ext: BTreeMap<String, toml::Value>,
}

/// One scripted talk and what must come of it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// The case's name, unique in its file.
    pub id: Text,
    /// The seed of the talk. Default 1.
    #[serde(default = "one")]
    pub seed: u64,
    /// The lines of the talk, in order.
    #[serde(default, rename = "line")]
    pub lines: Vec<CaseLine>,
    /// Kept for other programs and never looked at.
    #[serde(default)]
    pub ext: BTreeMap<String, toml::Value>,
}

const fn one() -> u64 {
    1
}

/// One line of a case, and what must come of it. Expectations that are left out are not checked.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseLine {
    /// What the learner types.
    pub say: Text,
    /// The answer that is told or shortened, by id; `answer.why` is that answer's follow-up on why.
    #[serde(default)]
    pub answer: Option<Text>,
    /// The topic that is heard.
    #[serde(default)]
    pub topic: Option<Text>,
    /// The move that is heard, such as `thanks` or `referral-ask`.
    #[serde(default, rename = "move")]
    pub act: Option<Text>,
    /// What was decided, such as `short`, `hook`, `follow` or `off-topic`.
    #[serde(default)]
    pub route: Option<Text>,
    /// The answer that is held back behind its gate, by id.
    #[serde(default, rename = "else")]
    pub held: Option<Text>,
    /// The contact that is named or introduced, by id.
    #[serde(default)]
    pub contact: Option<Text>,
    /// Which way rapport goes.
    #[serde(default)]
    pub rapport: Option<Placed<Way>>,
    /// Words of which at least one must be in the reply. A last resort: wording may be edited.
    #[serde(default)]
    pub says_any: Vec<Text>,
}

/// Which way a figure goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Way {
    /// It rises.
    Up,
    /// It stays.
    Same,
    /// It falls.
    Down,
}
