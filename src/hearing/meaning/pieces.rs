//! A sentence as pieces that the model knows: whole words where it knows them, parts of words where not.
//!
//! The way of BERT (Devlin and others 2019): lower case, no accents, each punctuation mark for itself, and
//! of each word the longest known beginning, then the longest known part after it, and so on.

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A word with more characters is not cut into pieces.
const LONGEST_WORD: usize = 100;

/// What stands for a word that cannot be put together from pieces, for the beginning, and for the end.
const UNKNOWN: u16 = 1;
const BEGIN: u16 = 2;
const END: u16 = 3;

/// The pieces that are known, and their numbers.
#[derive(Debug)]
pub(super) struct Pieces {
    /// Pieces at the beginning of a word.
    first: HashMap<&'static str, u16>,
    /// Pieces further on.
    further: HashMap<&'static str, u16>,
}

impl Pieces {
    /// Pieces in the order of their numbers; those that stand further on in a word begin with `##`.
    pub(super) fn new(pieces: impl Iterator<Item = &'static str>) -> Self {
        let (mut first, mut further) =
            (HashMap::with_capacity(16_384), HashMap::with_capacity(4096));
        for (number, piece) in (0_u16..).zip(pieces) {
            match piece.strip_prefix("##") {
                Some(piece) if !piece.is_empty() => further.insert(piece, number),
                _ => first.insert(piece, number),
            };
        }
        Self { first, further }
    }

    /// The numbers of the last pieces of a sentence, at most `most` with its beginning and its end.
    pub(super) fn of(&self, sentence: &str, most: usize) -> Vec<u16> {
        let mut said = Vec::new();
        let mut word = String::new();
        let folded = sentence.nfd().filter(|letter| !is_combining_mark(*letter));
        for letter in folded.flat_map(char::to_lowercase) {
            if letter.is_whitespace() || letter.is_control() {
                self.cut(&std::mem::take(&mut word), &mut said);
            } else if is_mark(letter) {
                self.cut(&std::mem::take(&mut word), &mut said);
                self.cut(letter.encode_utf8(&mut [0; 4]), &mut said);
            } else {
                word.push(letter);
            }
        }
        self.cut(&word, &mut said);
        let skipped = (said.len() + 2).saturating_sub(most);
        let mut pieces = vec![BEGIN];
        pieces.extend(said.drain(skipped..));
        pieces.push(END);
        pieces
    }

    /// Cuts one word.
    fn cut(&self, word: &str, said: &mut Vec<u16>) {
        let before = said.len();
        let mut rest = if word.chars().count() > LONGEST_WORD { "" } else { word };
        while !rest.is_empty() {
            let known = if said.len() == before { &self.first } else { &self.further };
            let ends = rest.char_indices().map(|(at, letter)| at + letter.len_utf8()).rev();
            let found = ends.into_iter().find_map(|end| Some((end, *known.get(&rest[..end])?)));
            let Some((end, number)) = found else {
                said.truncate(before);
                said.push(UNKNOWN);
                return;
            };
            said.push(number);
            rest = &rest[end..];
        }
        if said.len() == before && !word.is_empty() {
            said.push(UNKNOWN);
        }
    }
}

/// Whether a character stands for itself: punctuation, or a character of a script without spaces.
fn is_mark(letter: char) -> bool {
    letter.is_ascii_punctuation()
        || matches!(letter, '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}' | '\u{3000}'..='\u{303f}')
        || matches!(letter, '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '¿' | '¡' | '«' | '»')
}

#[cfg(test)]
mod tests {
    use super::Pieces;

    #[test]
    fn the_longest_known_piece_is_taken() {
        let known = ["", "?", "[", "]", "un", "under", "##stand", "##s", "a", "b", "##b"];
        let pieces = Pieces::new(known.into_iter());
        let cases: [(&str, &[u16]); 6] = [
            ("Understands", &[5, 6, 7]),
            ("a  B", &[8, 9]),
            ("ab?", &[8, 10, 1]),
            ("ünder", &[5]),
            ("xyz a", &[1, 8]),
            ("", &[]),
        ];
        for (sentence, expected) in cases {
            let numbers = pieces.of(sentence, 48);
            assert_eq!(numbers[1..numbers.len() - 1], *expected, "{sentence:?}");
        }
        assert_eq!(pieces.of("a a a a b", 4), [2, 8, 9, 3]);
    }
}
