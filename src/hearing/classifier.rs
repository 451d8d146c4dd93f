//! Sorting lines into classes by their words and by what they mean: which topic, which kind of follow-up.
//!
//! Two linear models of one kind (multinomial logistic regression), one over the words of a line and pairs
//! of them, one over its [`Meaning`]. The mean of the two decides: each knows what the other does not.
//! Without a meaning, the words decide alone.
//! Both are learnt by `examples/learn` from lines written for this project.
//!
//! A table is a file in `weights/`, written by `examples/learn`. All numbers are little-endian: first
//! sixteen bytes that name the format; four numbers of four bytes, which are classes, words and pairs, known
//! lines, and bytes of the list of classes; the list, a class a line; for each class what a line without
//! words comes to, for each what one without meaning comes to, and the weights of the meaning, class by
//! class (four bytes each); then the keys of the words and pairs, sorted (eight bytes), how rare each is, the
//! scale of each (four bytes), and the weights of each, half a byte a class; at last the keys of the lines that
//! a pack has too, sorted.

use super::bytes::{Bytes, find};
use super::halves::whole;
use super::meaning::{Meaning, WIDTH, dot, exp};
use crate::text::words::{Word, key};

/// A word this rare is in one of eight hundred lines or fewer (the logarithm of that, and one).
const RARE: f32 = 7.7;

/// A table of what was learnt.
#[derive(Debug)]
pub(super) struct Classifier {
    classes: Vec<&'static str>,
    without_words: Vec<f32>,
    without_meaning: Vec<f32>,
    of_meaning: Vec<f32>,
    keys: &'static [[u8; 8]],
    rarity: &'static [[u8; 4]],
    scale: &'static [[u8; 4]],
    of_words: &'static [u8],
    known: &'static [[u8; 8]],
}

impl Classifier {
    /// Reads a table.
    ///
    /// # Panics
    ///
    /// If the file is not one that `examples/learn` wrote.
    pub(super) fn read(file: &'static [u8]) -> Self {
        let mut rest = Bytes::of(file, b"coffeechat class");
        let [classes, words, known, list] = std::array::from_fn(|_| rest.number());
        let list = rest.take(list);
        Self {
            classes: std::str::from_utf8(list).unwrap_or_default().lines().collect(),
            without_words: rest.floats(classes),
            without_meaning: rest.floats(classes),
            of_meaning: rest.floats(classes * WIDTH),
            keys: rest.rows(words),
            rarity: rest.rows(words),
            scale: rest.rows(words),
            of_words: rest.take(words * classes.div_ceil(2)),
            known: rest.rows(known),
        }
    }

    /// The classes it knows.
    pub(super) fn classes(&self) -> &[&'static str] {
        &self.classes
    }

    /// What a line comes to for each class, in the order of the classes: logarithms of odds, up to one
    /// number added to all. Without a meaning, the words alone decide.
    pub(super) fn sums(&self, said: &[Word], meaning: Option<&Meaning>) -> Vec<f32> {
        let mut sums = self.by_words(said);
        if let Some(meaning) = meaning {
            for (sum, more) in sums.iter_mut().zip(self.by_meaning(meaning)) {
                *sum = 0.5 * (*sum + more);
            }
        }
        sums
    }

    /// Whether it was learnt from a phrasing of a pack, given as words with a space between.
    pub(super) fn has_seen(&self, phrasing: &str) -> bool {
        find(self.known, key(phrasing)).is_some()
    }

    fn by_words(&self, said: &[Word]) -> Vec<f32> {
        let mut spoken: Vec<u64> = Vec::new();
        let mut found: Vec<(usize, f32)> = Vec::new();
        for key in keys(said) {
            if spoken.contains(&key) {
                continue;
            }
            spoken.push(key);
            found.extend(find(self.keys, key).map(|at| (at, self.rarity(at))));
        }
        let length = found.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt();
        let mut sums = self.without_words.clone();
        for (at, weight) in found {
            let share = weight / length * f32::from_le_bytes(self.scale[at]);
            for (sum, weight) in sums.iter_mut().zip(self.row(at)) {
                *sum += share * f32::from(weight);
            }
        }
        sums
    }

    fn by_meaning(&self, meaning: &Meaning) -> Vec<f32> {
        let rows = self.of_meaning.chunks_exact(WIDTH).zip(&self.without_meaning);
        rows.map(|(row, without)| without + dot(row, meaning.numbers())).collect()
    }

    /// How much a word speaks for a class, given by its place, against the middle of all.
    pub(super) fn speaks(&self, word: &str, class: usize) -> f32 {
        let Some(at) = find(self.keys, key(word)) else { return 0.0 };
        let weights: Vec<i8> = self.row(at).collect();
        let all: i32 = weights.iter().map(|weight| i32::from(*weight)).sum();
        #[expect(clippy::cast_precision_loss, reason = "a few hundred at most")]
        let middle = all as f32 / weights.len() as f32;
        let weight = f32::from(weights[class]) - middle;
        weight * f32::from_le_bytes(self.scale[at]) * self.rarity(at)
    }

    /// Whether few of the lines it was learnt from have a word.
    pub(super) fn is_rare(&self, word: &str) -> bool {
        find(self.keys, key(word)).is_none_or(|at| self.rarity(at) > RARE)
    }

    /// The weights of a word or pair, one a class.
    fn row(&self, at: usize) -> impl Iterator<Item = i8> {
        let bytes = self.classes.len().div_ceil(2);
        whole(&self.of_words[at * bytes..][..bytes]).take(self.classes.len())
    }

    fn rarity(&self, at: usize) -> f32 {
        f32::from_le_bytes(self.rarity[at])
    }
}

/// The keys of the words of a line, and of each two in a row: what lines are sorted by.
pub(super) fn keys(said: &[Word]) -> impl Iterator<Item = u64> {
    let pairs = said.windows(2).map(|pair| key(&format!("{} {}", pair[0].text, pair[1].text)));
    said.iter().map(|word| word.key).chain(pairs)
}

/// From sums to shares of one.
pub(super) fn shares(mut sums: Vec<f32>) -> Vec<f32> {
    let most = sums.iter().copied().fold(f32::MIN, f32::max);
    for sum in &mut sums {
        *sum = exp(*sum - most);
    }
    let all: f32 = sums.iter().sum();
    for sum in &mut sums {
        *sum /= all;
    }
    sums
}
