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

use std::collections::BTreeMap;
use std::ops::Range;

use crate::text::words::Word;

/// A pattern, ready to match.
#[derive(Debug, Clone)]
pub struct Cue {
    elements: Vec<Element>,
    at_start: bool,
    at_end: bool,
}

#[derive(Debug, Clone)]
enum Element {
    Words { any_of: Vec<Form>, optional: bool },
    Gap { most: usize },
    Any,
}

#[derive(Debug, Clone)]
enum Form {
    Whole(&'static str),
    Prefix(&'static str),
    End,
}

impl Cue {
    /// Reads a pattern.
    #[must_use]
    pub fn new(pattern: &'static str) -> Self {
        let mut cue = Self { elements: Vec::new(), at_start: false, at_end: false };
        for piece in pattern.split_whitespace() {
            match piece {
                "^" => cue.at_start = true,
                "$" => cue.at_end = true,
                "_" => cue.elements.push(Element::Any),
                "_?" => cue.elements.push(Element::Gap { most: 1 }),
                ".." => cue.elements.push(Element::Gap { most: 4 }),
                "..." => cue.elements.push(Element::Gap { most: usize::MAX }),
                words => {
                    let (words, optional) = match words.strip_suffix('?') {
                        Some(words) => (words, true),
                        None => (words, false),
                    };
                    let form = |word: &'static str| match word.strip_suffix('~') {
                        Some(prefix) => Form::Prefix(prefix),
                        None if word == "$" => Form::End,
                        None => Form::Whole(word),
                    };
                    let any_of = words.split('|').map(form).collect();
                    cue.elements.push(Element::Words { any_of, optional });
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
            Element::Words { any_of, optional } => {
                let is_here = words.get(at).is_some_and(|word| {
                    any_of.iter().any(|form| match form {
                        Form::Whole(whole) => word.text == *whole,
                        Form::Prefix(prefix) => word.text.starts_with(prefix),
                        Form::End => false,
                    })
                });
                let is_end =
                    at == words.len() && any_of.iter().any(|form| matches!(form, Form::End));
                if is_end {
                    return self.ends(rest, words, at);
                }
                let with = if is_here { self.ends(rest, words, at + 1) } else { None };
                with.or_else(|| if *optional { self.ends(rest, words, at) } else { None })
            }
        }
    }

    /// The words the cue can begin with; none if it can begin with anything.
    fn first_words(&self) -> Option<Vec<&'static str>> {
        match self.elements.first()? {
            Element::Words { any_of, optional: false } => any_of
                .iter()
                .map(|form| match form {
                    Form::Whole(word) => Some(*word),
                    Form::Prefix(_) | Form::End => None,
                })
                .collect(),
            Element::Words { .. } | Element::Gap { .. } | Element::Any => None,
        }
    }
}

/// Many cues, each with what it means, tried in the order they are listed.
#[derive(Debug)]
pub struct Cues<T: 'static> {
    all: Vec<(&'static T, Cue)>,
    by_first_word: BTreeMap<&'static str, Vec<usize>>,
    by_any_word: Vec<usize>,
}

impl<T> Cues<T> {
    /// Reads a table of meanings and their patterns.
    #[must_use]
    pub fn new(table: impl IntoIterator<Item = (&'static T, &'static [&'static str])>) -> Self {
        let mut cues =
            Self { all: Vec::new(), by_first_word: BTreeMap::new(), by_any_word: Vec::new() };
        for (meaning, patterns) in table {
            for pattern in patterns {
                let cue = Cue::new(pattern);
                let number = cues.all.len();
                match cue.first_words() {
                    Some(words) => {
                        for word in words {
                            cues.by_first_word.entry(word).or_default().push(number);
                        }
                    }
                    None => cues.by_any_word.push(number),
                }
                cues.all.push((meaning, cue));
            }
        }
        cues
    }

    /// The first cue of the table that matches, and the words it matches.
    #[must_use]
    pub fn find(&self, words: &[Word]) -> Option<(&'static T, Range<usize>)> {
        let mut numbers: Vec<usize> = self.by_any_word.clone();
        for word in words {
            if let Some(cues) = self.by_first_word.get(word.text.as_str()) {
                numbers.extend(cues);
            }
        }
        numbers.sort_unstable();
        numbers.dedup();
        numbers.into_iter().find_map(|number| {
            let (meaning, cue) = &self.all[number];
            Some((*meaning, cue.find(words)?))
        })
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
