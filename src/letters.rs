//! Letters: the message that asks for a talk, and the thank-you note after it.
//!
//! A letter is read sentence by sentence. What career centres say it should have, and should not, are its
//! elements; each is found by cues, so that the words which decided can be shown. A sentence that still has
//! a gap to fill in, such as `[Name]`, shows nothing.

pub mod answer;
mod element;
mod outreach;
mod sentence;
mod thanks;
pub mod told;

use std::ops::Range;

pub use self::element::{Element, Weight};
use self::sentence::Sentence;
use self::told::Told;
use crate::text::words::count;

/// A letter is short up to this many words (career centres say 100 to 150; a screen of a telephone).
pub const MOST_WORDS: usize = 150;

/// A letter longer than this is not read, in bytes: some fifty pages.
pub const MOST_BYTES: usize = 200_000;

/// What a letter is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// It asks for the talk.
    Outreach,
    /// It thanks for it.
    Thanks,
}

impl Kind {
    /// Its elements, in the order they are shown.
    #[must_use]
    pub fn elements(self) -> &'static [Element] {
        match self {
            Self::Outreach => &outreach::ELEMENTS,
            Self::Thanks => &thanks::ELEMENTS,
        }
    }
}

/// An element, looked for in a letter.
#[derive(Debug, Clone, PartialEq)]
pub struct Checked {
    /// The element.
    pub element: &'static Element,
    /// Whether the letter does well by it: has it or, where it is something to leave out, has it not.
    pub is_met: bool,
    /// The bytes of the letter that decided, if words did.
    pub place: Option<Range<usize>>,
}

/// A letter that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// What it is for.
    pub kind: Kind,
    /// How many words it has.
    pub words: usize,
    /// Its elements.
    pub elements: Vec<Checked>,
    /// Gaps that were left to fill in, as bytes of the letter.
    pub gaps: Vec<Range<usize>>,
    /// What the note says of the talk, held against what was said there; none without a talk.
    pub told: Option<told::Recalled>,
}

impl Reading {
    /// The elements that the letter lacks, the needed ones first.
    #[must_use]
    pub fn missing(&self) -> Vec<&'static Element> {
        let lacks = |weight: Weight| {
            let elements = self.elements.iter().filter(move |checked| !checked.is_met);
            elements.map(|checked| checked.element).filter(move |element| element.weight == weight)
        };
        lacks(Weight::Needed).chain(lacks(Weight::Welcome)).collect()
    }

    /// Whether the letter has an element, given by its id.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.elements.iter().any(|checked| checked.element.id == id && checked.is_met)
    }

    /// Whether nothing needed is missing and no gap is left.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        self.gaps.is_empty()
            && self.missing().iter().all(|element| element.weight == Weight::Welcome)
    }
}

/// Why a letter cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// It has no words.
    Empty,
    /// It has more than [`MOST_BYTES`].
    TooLong,
    /// Its words are not English ones.
    NotEnglish,
}

/// Reads a letter; `told` is what was said in the talk that a note thanks for.
///
/// # Errors
///
/// If there is nothing to read, or too much, or the letter is in a language that is not known.
pub fn read(kind: Kind, letter: &str, told: Option<&Told>) -> Result<Reading, Unreadable> {
    if letter.len() > MOST_BYTES {
        return Err(Unreadable::TooLong);
    }
    let (sentences, gaps) = sentence::sentences(letter);
    if gaps.is_empty() && sentences.iter().all(|sentence| sentence.words.is_empty()) {
        return Err(Unreadable::Empty);
    }
    if !sentence::is_english(&sentences) {
        return Err(Unreadable::NotEnglish);
    }
    let recalled = told.map(|told| told.recalled(&sentences));
    let words = count(letter);
    let check = |element: &'static Element| {
        let found = sentences.iter().find_map(|sentence| element.find(sentence));
        let (is_met, place) = match element.id {
            element::CONCISE => (words <= MOST_WORDS, None),
            element::NO_JOB_ASK => (found.is_none(), found),
            element::SPECIFIC => match &recalled {
                Some(recalled) => (recalled.said.is_some(), recalled.said.clone()),
                None => (found.is_some(), found),
            },
            _ => (found.is_some(), found),
        };
        Checked { element, is_met, place }
    };
    let elements = kind.elements().iter().map(check).collect();
    Ok(Reading { kind, words, elements, gaps, told: recalled })
}
