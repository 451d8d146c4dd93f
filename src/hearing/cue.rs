//! Cues: short patterns of words that give a line away.
//!
//! A pattern is read word by word, separated by spaces:
//!
//! | written | matches |
//! |---|---|
//! | `thanks` | that word |
//! | `can\|could` | either word |
//! | `recommend~` | words that begin so |
//! | `please?` | that word, or nothing |
//! | `_` `_?` | any one word; any one word, or none |
//! | `..` | up to four words |
//! | `...` | any number of words |
//! | `^` `$` | the beginning, the end of the segment |
//! | `here\|$` | that word, or the end of the segment |
//!
//! Patterns rather than regular expressions, because a person must be able to read hundreds of them,
//! and because the words that matched are the reason that `/why` shows.

use std::ops::Range;

use crate::text::words::{ByKey, Word, key};

/// A pattern, ready to match.
#[derive(Debug, Clone)]
pub struct Cue {
    elements: Vec<Element>,
    at_start: bool,
    at_end: bool,
    /// The marks of the elements that must be there.
    needs: Vec<u64>,
}

#[derive(Debug, Clone)]
enum Element {
    Words(Words),
    Gap { most: usize },
    Any,
}

/// Words of which one stands here.
#[derive(Debug, Clone, Default)]
struct Words {
    keys: Vec<u64>,
    /// The marks of all keys: a word whose mark is not among them need not be looked for.
    marks: u64,
    prefixes: Vec<&'static str>,
    /// Or the end of the segment does.
    end: bool,
    /// Or none does.
    optional: bool,
}

impl Words {
    fn read(piece: &'static str) -> Self {
        let (piece, optional) = match piece.strip_suffix('?') {
            Some(piece) => (piece, true),
            None => (piece, false),
        };
        let mut words = Self { optional, ..Self::default() };
        for word in piece.split('|') {
            match word.strip_suffix('~') {
                Some(prefix) => words.prefixes.push(prefix),
                None if word == "$" => words.end = true,
                None => words.keys.push(key(word)),
            }
        }
        words.marks = words.keys.iter().fold(0, |marks, key| marks | mark(*key));
        words
    }

    fn fits(&self, word: &Word) -> bool {
        (self.marks & mark(word.key) != 0 && self.keys.contains(&word.key))
            || self.prefixes.iter().any(|prefix| word.text.starts_with(prefix))
    }
}

/// One of 64 bits for a word, so that most words that are not there are told by one look.
const fn mark(key: u64) -> u64 {
    1 << (key >> 58)
}

impl Cue {
    /// Reads a pattern.
    #[must_use]
    pub fn new(pattern: &'static str) -> Self {
        let mut cue =
            Self { elements: Vec::new(), at_start: false, at_end: false, needs: Vec::new() };
        for piece in pattern.split_whitespace() {
            match piece {
                "^" => cue.at_start = true,
                "$" => cue.at_end = true,
                "_" => cue.elements.push(Element::Any),
                "_?" => cue.elements.push(Element::Gap { most: 1 }),
                ".." => cue.elements.push(Element::Gap { most: 4 }),
                "..." => cue.elements.push(Element::Gap { most: usize::MAX }),
                words => {
                    let words = Words::read(words);
                    if !words.optional && !words.end && words.prefixes.is_empty() {
                        cue.needs.push(words.marks);
                    }
                    cue.elements.push(Element::Words(words));
                }
            }
        }
        cue
    }

    /// The words the cue matches first, if it does.
    #[must_use]
    pub fn find(&self, words: &[Word]) -> Option<Range<usize>> {
        let last_start = if self.at_start { 0 } else { words.len() };
        (0..=last_start).find_map(|start| {
            let end = self.ends(&self.elements, words, start)?;
            (end > start).then_some(start..end)
        })
    }

    fn ends(&self, elements: &[Element], words: &[Word], at: usize) -> Option<usize> {
        let Some((element, rest)) = elements.split_first() else {
            return (!self.at_end || at == words.len()).then_some(at);
        };
        match element {
            Element::Any => (at < words.len()).then(|| self.ends(rest, words, at + 1)).flatten(),
            Element::Gap { most } => {
                let furthest = words.len().min(at.saturating_add(*most));
                (at..=furthest).find_map(|at| self.ends(rest, words, at))
            }
            Element::Words(any_of) => {
                if at == words.len() && any_of.end {
                    return self.ends(rest, words, at);
                }
                let is_here = words.get(at).is_some_and(|word| any_of.fits(word));
                let with = if is_here { self.ends(rest, words, at + 1) } else { None };
                with.or_else(|| if any_of.optional { self.ends(rest, words, at) } else { None })
            }
        }
    }

    /// The words the cue can begin with; none if it can begin with anything.
    fn first_words(&self) -> Option<&[u64]> {
        match self.elements.first()? {
            Element::Words(words) if !words.optional && !words.end && words.prefixes.is_empty() => {
                Some(&words.keys)
            }
            Element::Words(_) | Element::Gap { .. } | Element::Any => None,
        }
    }
}

/// A table has at most so many cues; a test reads all tables, so none is longer.
const MOST: usize = 1024;

/// Which cues of a table to try, a bit a cue, so that they are tried in the order they are listed.
type Marked = [u64; MOST / 64];

/// Many cues, each with what it means, tried in the order they are listed.
#[derive(Debug)]
pub struct Cues<T: 'static> {
    all: Vec<(&'static T, Cue)>,
    /// Those that can only match where the segment begins, by its first word.
    at_start: ByKey<Marked>,
    /// Those that can match anywhere, by a word they begin with.
    anywhere: ByKey<Marked>,
    /// Those that can begin with any word.
    always: Marked,
}

impl<T> Cues<T> {
    /// Reads a table of meanings and their patterns.
    #[must_use]
    pub fn new(table: impl IntoIterator<Item = (&'static T, &'static [&'static str])>) -> Self {
        let nothing: Marked = [0; MOST / 64];
        let mut cues = Self {
            all: Vec::new(),
            at_start: ByKey::default(),
            anywhere: ByKey::default(),
            always: nothing,
        };
        for (meaning, patterns) in table {
            for pattern in patterns {
                let cue = Cue::new(pattern);
                let number = cues.all.len();
                let (place, bit) = (number / 64, 1_u64 << (number % 64));
                debug_assert!(number < MOST, "a table of cues is too long");
                match cue.first_words() {
                    Some(words) => {
                        let by = if cue.at_start { &mut cues.at_start } else { &mut cues.anywhere };
                        for word in words {
                            by.entry(*word).or_insert(nothing)[place] |= bit;
                        }
                    }
                    None => cues.always[place] |= bit,
                }
                cues.all.push((meaning, cue));
            }
        }
        cues
    }

    /// The first cue of the table that matches, and the words it matches.
    #[must_use]
    pub fn find(&self, words: &[Word]) -> Option<(&'static T, Range<usize>)> {
        let there = words.iter().fold(0, |marks, word| marks | mark(word.key));
        let mut marked = self.always;
        let first = words.first().and_then(|word| self.at_start.get(&word.key));
        let others = words.iter().filter_map(|word| self.anywhere.get(&word.key));
        let places = self.all.len().div_ceil(64);
        for more in first.into_iter().chain(others) {
            for (bits, more) in marked.iter_mut().zip(more).take(places) {
                *bits |= more;
            }
        }
        for (place, bits) in marked.iter().enumerate().take(places) {
            let mut bits = *bits;
            while bits != 0 {
                let number = place * 64 + bits.trailing_zeros() as usize;
                bits &= bits - 1;
                let (meaning, cue) = &self.all[number];
                if cue.needs.iter().any(|need| need & there == 0) {
                    continue;
                }
                if let Some(found) = cue.find(words) {
                    return Some((*meaning, found));
                }
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::Cue;
    use crate::text::words::words;

    #[test]
    fn patterns_match_as_their_table_says() {
        #[rustfmt::skip]
        let cases = [
            ("thanks",                  "well thanks a lot",            Some(1..2)),
            ("can|could you",           "so could you help",            Some(1..3)),
            ("recommend~ .. to",        "anyone you recommended I talk to", Some(2..6)),
            ("please? tell me",         "please tell me",               Some(0..3)),
            ("please? tell me",         "tell me",                      Some(0..2)),
            ("^ tell me",               "please tell me",               None),
            ("^ why $",                 "why",                          Some(0..1)),
            ("^ why $",                 "why not",                      None),
            ("what ... like",           "what is it really and truly and honestly like", Some(0..9)),
            ("what .. like",            "what is it really and truly and honestly like", None),
            ("^ _ speaking $",          "frankly speaking",             Some(0..2)),
            ("^ ok? $",                 "",                             None),
            ("a _? job",                "a new job",                    Some(0..3)),
            ("see you soon|$",          "see you",                      Some(0..2)),
            ("a _? job",                "a job",                        Some(0..2)),
        ];
        for (pattern, line, expected) in cases {
            assert_eq!(Cue::new(pattern).find(&words(line)), expected, "{pattern:?} in {line:?}");
        }
    }
}
