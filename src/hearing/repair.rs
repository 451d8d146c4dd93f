//! Typos, repaired towards the words that topics are asked with.
//!
//! A word is only repaired if nobody asks with it, the partner never says it, it is long enough to be
//! sure, and it is not written as a name is. One slip is allowed: a letter too many, too few, wrong, or two that changed places.

use std::collections::{BTreeMap, HashSet};

use super::heard::Repair;
use crate::text::words::Word;

/// The shortest word that is repaired.
const SHORTEST: usize = 5;

/// The words that topics are asked with, by first letter.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    words: HashSet<String>,
    known: HashSet<String>,
    by_letter: BTreeMap<char, Vec<String>>,
}

impl Vocabulary {
    /// Takes in a word that topics are asked with.
    pub(super) fn add(&mut self, word: &str) {
        if self.words.insert(word.to_owned())
            && word.len() >= SHORTEST - 1
            && let Some(letter) = word.chars().next()
        {
            self.by_letter.entry(letter).or_default().push(word.to_owned());
        }
    }

    /// Takes in a word that the partner uses: it is no slip, and no slip is read as it.
    pub(super) fn know(&mut self, word: &str) {
        if word.len() >= SHORTEST {
            self.known.insert(word.to_owned());
        }
    }

    /// Repairs the words of a line in place; says which.
    pub(super) fn repair(&self, words: &mut [Word]) -> Vec<Repair> {
        let mut repairs = Vec::new();
        for (at, word) in words.iter_mut().enumerate() {
            let is_name = word.capital && at > 0;
            if is_name || word.text.len() < SHORTEST || word.text.len() > 20 {
                continue;
            }
            let is_in = |words: &HashSet<String>| {
                words.contains(&word.text) || is_inflection(words, &word.text)
            };
            if is_in(&self.words) || is_in(&self.known) {
                continue;
            }
            if let Some(read) = self.nearest(&word.text) {
                let typed = word.read_as(read.clone());
                repairs.push(Repair { typed, read });
            }
        }
        repairs
    }

    fn nearest(&self, typed: &str) -> Option<String> {
        let letter = typed.chars().next()?;
        let length = typed.chars().count();
        let mut found: Option<&String> = None;
        for word in self.by_letter.get(&letter)? {
            let other = word.chars().count();
            if other.abs_diff(length) > 1 || strsim::osa_distance(typed, word) > 1 {
                continue;
            }
            // "Fired" is no slip for "fixed": in a short word one wrong letter makes another word.
            if other == length && length <= SHORTEST && !has_same_letters(typed, word) {
                continue;
            }
            // "Internship" is no slip for "internships".
            if word.strip_prefix(typed).is_some_and(|ending| matches!(ending, "s" | "d" | "r")) {
                continue;
            }
            // A wrong last letter is more often another form of the word than a slip.
            if other == length && word.get(..word.len() - 1) == typed.get(..typed.len() - 1) {
                continue;
            }
            if found.is_some() {
                return None; // two words are as near: leave it
            }
            found = Some(word);
        }
        found.cloned()
    }
}

/// Whether two words only differ in the order of their letters.
fn has_same_letters(one: &str, other: &str) -> bool {
    let sorted = |word: &str| {
        let mut letters: Vec<char> = word.chars().collect();
        letters.sort_unstable();
        letters
    };
    sorted(one) == sorted(other)
}

/// Whether a word is a known one with an ending of its own.
fn is_inflection(words: &HashSet<String>, word: &str) -> bool {
    ["s", "es", "d", "ed", "ing", "er", "ers", "ly", "y", "al"].iter().any(|ending| {
        word.strip_suffix(ending)
            .is_some_and(|head| words.contains(head) || words.contains(&format!("{head}e")))
    })
}

#[cfg(test)]
mod tests {
    use super::Vocabulary;
    use crate::text::words::words;

    #[test]
    fn a_slip_is_repaired_and_a_name_is_not() {
        let mut vocabulary = Vocabulary::default();
        for word in ["career", "typical", "advice", "choose", "teacher", "train"] {
            vocabulary.add(word);
        }
        vocabulary.know("chose");
        #[rustfmt::skip]
        let cases = [
            ("who chose it", "who chose it"),
            ("your carreer", "your career"), ("a typcial day", "a typical day"), ("any avdice", "any advice"),
            ("I met Carrer", "i met carrer"), ("trains", "trains"), ("training", "training"), ("brain", "brain"),
        ];
        for (line, expected) in cases {
            let mut line_words = words(line);
            vocabulary.repair(&mut line_words);
            let read: Vec<&str> = line_words.iter().map(|word| word.text.as_str()).collect();
            assert_eq!(read.join(" "), expected, "{line:?}");
        }
    }
}
