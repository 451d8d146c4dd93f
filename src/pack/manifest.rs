//! `pack.toml`: what a pack is called, and the customs it follows.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::placed::{ID, Placed, Text, anything_in_a_table};

/// What a pack is called, and the customs it follows.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// The version of the file format; 1 is the only one there is.
    #[schemars(extend("const" = 1))]
    pub schema: Placed<u32>,
    /// The pack's permanent name: lower-case words joined by hyphens.
    #[schemars(regex(pattern = ID))]
    pub id: Text,
    /// What people call the pack.
    pub title: Text,
    /// One or two sentences on who the pack is for.
    #[serde(default)]
    pub description: Option<Text>,
    /// The pack's own version, `major.minor.patch`.
    #[serde(default)]
    pub version: Option<Text>,
    /// What this pack needs to be played.
    #[serde(default)]
    pub requires: Requires,
    /// The scenario that a talk starts with when none is named, by its id. Without it: the gentlest one.
    #[serde(default)]
    pub default_scenario: Option<Text>,
    /// Customs on which career centres disagree: what this pack says, and why.
    #[serde(default)]
    pub etiquette: Etiquette,
    /// Rules of `pack check` that matter more or less here than elsewhere, each by its name and with the
    /// reason.
    #[serde(default)]
    pub check: BTreeMap<Text, Weighed>,
    /// Kept for other programs and never looked at.
    #[serde(default)]
    #[schemars(schema_with = "anything_in_a_table")]
    pub ext: BTreeMap<String, toml::Value>,
}

/// What a pack needs to be played.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Requires {
    /// The versions of coffeechat it can be played with, such as ">=0.1, <1".
    pub coffeechat: Option<Text>,
}

/// How much a rule of `pack check` matters in this pack.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Weighed {
    /// What the findings of this rule count as.
    pub severity: Weight,
    /// Why, in a sentence for the next who reads the pack.
    pub reason: Text,
}

/// What the findings of a rule count as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Weight {
    /// They count as errors.
    Error,
    /// They count as warnings.
    Warning,
    /// They are not reported.
    Off,
}

/// Customs on which career centres disagree, so each pack says which it follows and why.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Etiquette {
    /// How soon the thank-you note is due.
    pub thank_you: ThankYou,
    /// Who pays for the coffee.
    pub pays: Pays,
    /// Whether a learner may ask about money.
    pub salary: Salary,
    /// Whether a learner brings a CV.
    pub resume: Resume,
}

/// How soon the thank-you note is due.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct ThankYou {
    /// Hours after the talk, 1 to 168. Default 24.
    #[schemars(range(min = 1, max = 168))]
    pub within_hours: u32,
    /// Why this pack says so.
    pub reason: String,
}

impl Default for ThankYou {
    fn default() -> Self {
        Self {
            within_hours: 24,
            reason: "Most career centres say within a day, while both still remember the talk; \
                     some allow two or three."
                .to_owned(),
        }
    }
}

/// Who pays for the coffee.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Pays {
    /// Who offers to pay. Default: the learner.
    pub who: Payer,
    /// Why this pack says so.
    pub reason: String,
}

impl Default for Pays {
    fn default() -> Self {
        Self {
            who: Payer::Learner,
            reason: "Who invites, offers; the interviewee often declines, and that is fine too."
                .to_owned(),
        }
    }
}

/// Who offers to pay for the coffee.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Payer {
    /// The one who asked for the meeting.
    Learner,
    /// The one who was asked.
    Interviewee,
    /// Each their own.
    Each,
}

/// Whether a learner may ask about money.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Salary {
    /// What may be asked. Default: the field's usual range, never the person's own pay.
    pub ask: SalaryQuestion,
    /// Why this pack says so.
    pub reason: String,
}

impl Default for Salary {
    fn default() -> Self {
        Self {
            ask: SalaryQuestion::Range,
            reason: "Usual ranges in the field help a decision; a person's own pay is theirs."
                .to_owned(),
        }
    }
}

/// What a learner may ask about money.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SalaryQuestion {
    /// Nothing at all.
    Never,
    /// The usual range of the field.
    Range,
    /// Anything.
    Freely,
}

/// Whether a learner brings a CV.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Resume {
    /// When the CV is shown. Default: only when asked for.
    pub show: ShowResume,
    /// Why this pack says so.
    pub reason: String,
}

impl Default for Resume {
    fn default() -> Self {
        Self {
            show: ShowResume::WhenAsked,
            reason: "A CV on the table turns a talk about their work into an application."
                .to_owned(),
        }
    }
}

/// When a CV is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ShowResume {
    /// Never.
    Never,
    /// Only when the interviewee asks for it.
    WhenAsked,
    /// For feedback, at the end.
    ForFeedback,
}
