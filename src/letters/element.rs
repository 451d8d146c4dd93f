//! What a letter should have, or leave out.

use std::ops::Range;
use std::sync::LazyLock;

use super::Sentence;
use crate::hearing::cue::Cues;

/// The element that is about length, which no words show.
pub(super) const CONCISE: &str = "concise";
/// The element that is met by leaving something out.
pub(super) const NO_JOB_ASK: &str = "no_job_ask";
/// The element that is held against what was said in the talk.
pub(super) const SPECIFIC: &str = "specific_detail";

/// The element that a contact's name shows too.
pub(super) const REFERRAL: &str = "referral_ack";

/// How much an element matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// Without it the letter does not do its work.
    Needed,
    /// It helps, where it fits.
    Welcome,
}

/// One thing that a letter should have, or should not.
#[derive(Debug)]
pub struct Element {
    /// Its name for programs.
    pub id: &'static str,
    /// What a letter does that does well by it: "Says who you are".
    pub met: &'static str,
    /// What a letter lacks that does not: "who you are".
    pub title: &'static str,
    /// How much it matters.
    pub weight: Weight,
    /// Why, in one sentence.
    pub why: &'static str,
    /// A sentence that would do.
    pub better: &'static str,
    /// Whether it names something, so that a sentence with a gap to fill in cannot show it.
    pub(super) names: bool,
    /// What shows it.
    pub(super) cues: LazyLock<Cues<()>>,
    /// Sentences that look like it and are not.
    pub(super) unless: LazyLock<Cues<()>>,
}

impl PartialEq for Element {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Element {
    /// The words of a sentence that show the element, as bytes of the letter.
    pub(super) fn find(&self, sentence: &Sentence) -> Option<Range<usize>> {
        if self.names && sentence.has_gap || self.unless.find(&sentence.words).is_some() {
            return None;
        }
        let ((), place) = self.cues.find(&sentence.words)?;
        let words = &sentence.words[place];
        Some(words.first()?.span.start..words.last()?.span.end)
    }
}

/// Cues from a list of patterns.
pub(super) fn cues(patterns: &'static [&'static str]) -> Cues<()> {
    Cues::new([(&(), patterns)])
}
