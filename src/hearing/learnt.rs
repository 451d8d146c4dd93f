//! Small linear scorers: named evidence, each piece with a weight that was learnt from labelled talk.
//!
//! Rules decide what rules can decide. Where they stay silent (a question typed without a question mark
//! and in the order of a statement, a question that may or may not ask on), the weight of the words
//! decides. Every piece of evidence is a word, a few words in a row, or the name of a rule, so that a
//! decision can be shown with what spoke for it. Weights are whole numbers, hundredths of log-odds: sums
//! of whole numbers are the same on every machine.
//!
//! The weights stand in `src/hearing/weights/`, one file a scorer, and are written by
//! `examples/learn`, which says on what and how well.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::ops::Range;

use crate::text::words::{ByKey, Word, key};

/// A scorer: the weight of each piece of evidence, and of none.
#[derive(Debug)]
pub(super) struct Scorer {
    bias: i32,
    weights: ByKey<i32>,
}

impl Scorer {
    /// Reads a table of weights: a line a piece, `weight<TAB>evidence`; `bias` is the weight of none, and
    /// `#` begins a remark.
    pub(super) fn new(table: &'static str) -> Self {
        let mut scorer = Self { bias: 0, weights: ByKey::default() };
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let Some((weight, evidence)) = line.split_once('\t') else { continue };
            let Ok(weight) = weight.trim().parse() else { continue };
            if evidence == BIAS {
                scorer.bias = weight;
            } else {
                scorer.weights.insert(key(evidence), weight);
            }
        }
        scorer
    }

    /// What the evidence comes to, in hundredths of log-odds: above 0 it is more likely than not.
    pub(super) fn score(&self, evidence: &Evidence) -> i32 {
        let weights = spoken(&self.weights, evidence).into_iter();
        weights.fold(self.bias, |sum, weight| sum.saturating_add(*weight))
    }

    /// The words in a row that speak loudest for what was decided, as a place in `words`.
    pub(super) fn loudest(
        &self,
        evidence: &Evidence,
        decided: bool,
        words: &[Word],
    ) -> Option<Range<usize>> {
        let weight = |piece: &str| {
            let weight = self.weights.get(&key(piece)).copied().unwrap_or(0);
            if decided { weight } else { -weight }
        };
        let places = evidence.pieces().filter(|piece| weight(piece) > 0);
        let found = places.filter_map(|piece| Some((weight(piece), place(piece, words)?)));
        // Of equals, what stands first.
        found.min_by_key(|(weight, place)| (-weight, place.start)).map(|(_, place)| place)
    }
}

/// A scorer for one of several: the weight of each piece of evidence for each of them.
#[derive(Debug)]
pub(super) struct Sorter<T> {
    /// The weight of no evidence.
    bias: Vec<(T, i32)>,
    /// By piece, the weights for each that it speaks for or against, by its place in `bias`.
    weights: ByKey<Vec<(usize, i32)>>,
}

impl<T: Copy + PartialEq> Sorter<T> {
    /// Reads a table of weights: a line a piece, `name<TAB>weight<TAB>evidence`, where `known` knows what
    /// a name stands for.
    pub(super) fn new(table: &'static str, known: impl Fn(&str) -> Option<T>) -> Self {
        let mut sorter = Self { bias: Vec::new(), weights: ByKey::default() };
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let mut columns = line.splitn(3, '\t');
            let (name, weight) = (columns.next(), columns.next());
            let (Some(one), Some(evidence)) = (name.and_then(&known), columns.next()) else {
                continue;
            };
            let Some(weight) = weight.and_then(|weight| weight.trim().parse().ok()) else {
                continue;
            };
            // The weight of no evidence is the first line of each.
            if evidence == BIAS {
                sorter.bias.push((one, weight));
            } else if let Some(at) = sorter.bias.iter().position(|(known, _)| *known == one) {
                sorter.weights.entry(key(evidence)).or_default().push((at, weight));
            }
        }
        sorter
    }

    /// What the evidence comes to for each, in hundredths of log-odds.
    pub(super) fn scores(&self, evidence: &Evidence) -> Vec<(T, i32)> {
        let mut scores = self.bias.clone();
        for (at, weight) in spoken(&self.weights, evidence).into_iter().flatten() {
            scores[*at].1 = scores[*at].1.saturating_add(*weight);
        }
        scores
    }
}

/// What a table has for the pieces of evidence, in the order they were found: a word that stands twice
/// speaks once.
fn spoken<'a, W>(table: &'a ByKey<W>, evidence: &Evidence) -> Vec<&'a W> {
    let mut counted: Vec<u64> = Vec::new();
    let mut spoken = Vec::new();
    for piece in evidence.pieces().map(key) {
        let Some(found) = table.get(&piece) else { continue };
        if !counted.contains(&piece) {
            counted.push(piece);
            spoken.push(found);
        }
    }
    spoken
}

/// Where the words of a piece of evidence stand; none if it names no words.
fn place(piece: &str, words: &[Word]) -> Option<Range<usize>> {
    let row: Vec<&str> = piece.split(' ').filter(|word| !matches!(*word, "^" | "$")).collect();
    let fits = |part: &[Word]| {
        part.iter().zip(&row).all(|(word, wanted)| *wanted == "*" || word.text == **wanted)
    };
    let has_word = row.iter().any(|word| *word != "*");
    let at = (!row.is_empty() && has_word).then(|| words.windows(row.len()).position(fits))??;
    Some(at..at + row.len())
}

/// The name under which a table gives the weight of no evidence at all.
const BIAS: &str = "bias";

/// Pieces of evidence, in the order they were found.
#[derive(Debug, Default)]
pub(super) struct Evidence {
    text: String,
    ends: Vec<usize>,
}

impl Evidence {
    /// The rows of a text between its ends: each word, each two in a row, and the first so many as
    /// `begins` says.
    pub(super) fn of_rows(texts: &[&str], begins: &[usize]) -> Self {
        let mut evidence = Self::default();
        for word in &texts[1..texts.len() - 1] {
            evidence.add_row([*word]);
        }
        for pair in texts.windows(2) {
            evidence.add_row(pair.iter().copied());
        }
        for begins in begins {
            evidence.add_row(texts.iter().take(*begins).copied());
        }
        evidence
    }

    /// All pieces; what stands twice in a line is there twice.
    pub(super) fn pieces(&self) -> impl Iterator<Item = &str> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, end)| &self.text[start..*end])
    }

    /// All pieces, each once, in the order of the alphabet.
    pub(super) fn list(&self) -> Vec<String> {
        let pieces: BTreeSet<&str> = self.pieces().collect();
        pieces.into_iter().map(str::to_owned).collect()
    }

    /// Takes in a piece.
    pub(super) fn add(&mut self, piece: std::fmt::Arguments<'_>) {
        // Writing to a text cannot fail.
        if self.text.write_fmt(piece).is_ok() {
            self.ends.push(self.text.len());
        }
    }

    /// Takes in words in a row; `^` is the beginning, `$` the end.
    pub(super) fn add_row<'a>(&mut self, row: impl IntoIterator<Item = &'a str>) {
        let start = self.text.len();
        for word in row {
            if self.text.len() > start {
                self.text.push(' ');
            }
            self.text.push_str(word);
        }
        if self.text.len() > start {
            self.ends.push(self.text.len());
        }
    }
}

/// The texts of words between a beginning and an end: what rows are cut from.
pub(super) fn between_ends(words: &[Word]) -> Vec<&str> {
    let texts = words.iter().map(|word| word.text.as_str());
    std::iter::once("^").chain(texts).chain(std::iter::once("$")).collect()
}
