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
use crate::text::words::{Break, count, words};

/// A letter is short up to this many words (career centres say 100 to 150; a screen of a telephone).
pub const MOST_WORDS: usize = 150;

/// A letter longer than this is not read, in bytes: some ten pages.
pub const MOST_BYTES: usize = 30_000;

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
        // A job asked for decides by itself, so it comes first.
        let (job, others): (Vec<_>, Vec<_>) = lacks(Weight::Needed)
            .chain(lacks(Weight::Welcome))
            .partition(|element| element.id == element::NO_JOB_ASK);
        job.into_iter().chain(others).collect()
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
    let length = count(letter);
    let check = |element: &'static Element| {
        let found = sentences.iter().find_map(|sentence| element.find(sentence));
        let (is_met, place) = match element.id {
            element::CONCISE => (length <= MOST_WORDS, None),
            element::NO_JOB_ASK => (found.is_none(), found),
            element::REFERRAL => {
                let named = told.and_then(|told| told.names_contact(&sentences));
                (named.is_some() || found.is_some(), named.or(found))
            }
            element::SPECIFIC => match &recalled {
                Some(recalled) => (recalled.said.is_some(), recalled.said.clone()),
                None => (found.is_some(), found),
            },
            _ => (found.is_some(), found),
        };
        Checked { element, is_met, place }
    };
    let elements = kind.elements().iter().map(check).collect();
    Ok(Reading { kind, words: length, elements, gaps, told: recalled })
}

/// Whom a letter greets: the words between "Dear" or "Hi" and the comma, without titles; none if it greets
/// nobody by name.
#[must_use]
pub fn greeted(letter: &str) -> Option<String> {
    const GREETINGS: [&str; 5] = ["dear", "hi", "hello", "hey", "hallo"];
    const NO_NAMES: [&str; 14] = [
        "ms",
        "mr",
        "mrs",
        "miss",
        "mx",
        "dr",
        "prof",
        "professor",
        "sir",
        "madam",
        "there",
        "all",
        "again",
        "everyone",
    ];
    let first = letter.trim_start().lines().next()?;
    let words = words(first);
    let (hello, rest) = words.split_first()?;
    if !GREETINGS.contains(&hello.text.as_str()) || hello.after != Break::None {
        return None;
    }
    let mut named = Vec::new();
    for word in rest.iter().take(5) {
        if !NO_NAMES.contains(&word.text.as_str()) {
            if !word.capital {
                break;
            }
            named.push(&first[word.span.clone()]);
        }
        if word.after == Break::Pause || word.after == Break::Stop && !named.is_empty() {
            break;
        }
    }
    (!named.is_empty()).then(|| named.join(" "))
}

/// Whether two names can be those of one person: they share a word.
#[must_use]
pub fn may_be_one(one: &str, other: &str) -> bool {
    let other = words(other);
    words(one).iter().any(|word| other.iter().any(|known| known.key == word.key))
}

#[cfg(test)]
mod tests {
    use super::{greeted, may_be_one};

    #[test]
    fn who_is_greeted() {
        for (letter, name) in [
            ("Dear Ms Delgado,\n\nI read", Some("Delgado")),
            ("Hi Rosa, thanks", Some("Rosa")),
            ("Hello Dr. Ann Lee\nI", Some("Ann Lee")),
            ("hi rosa thanks", None),
            ("Dear Sir or Madam,", None),
            ("Hi there, I am", None),
            ("Hello, I am Sam", None),
            ("Thank you, Rosa", None),
            ("", None),
        ] {
            assert_eq!(greeted(letter).as_deref(), name, "{letter}");
        }
        assert!(may_be_one("Delgado", "Rosa Delgado") && !may_be_one("Rosa", "Ines Baptista"));
    }
}
