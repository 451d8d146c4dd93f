//! What a sentence means, as a list of numbers: sentences that mean alike have lists that are alike.
//!
//! The numbers come from the sentence transformer all-MiniLM-L6-v2, cut and rounded by `model/make.py` and
//! part of this program. They are the same on every machine: what is summed in bulk are whole numbers, and
//! the rest is done in a fixed order, with nothing but the operations that IEEE 754 defines to the last bit.

mod file;
mod known;
mod multiply;
mod number;
mod pieces;
mod transformer;

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};

use self::file::Model;
pub use self::known::written;
pub(super) use self::number::{dot, exp};
use crate::text::words::{joined, words};

/// Numbers in a meaning.
pub const WIDTH: usize = 384;

/// Pieces of a sentence beyond this number are not looked at: about thirty-five words.
pub const MOST_PIECES: usize = 48;

/// What a sentence means: numbers whose squares add up to one.
#[derive(Debug, Clone, PartialEq)]
pub struct Meaning(Vec<f32>);

impl Meaning {
    /// What a sentence means. Capitals and accents make no difference.
    ///
    /// Of a long sentence, the last [`MOST_PIECES`] count: preambles come first and questions last.
    #[must_use]
    pub fn of(sentence: &str) -> Self {
        let pieces = MODEL.pieces.of(sentence, MOST_PIECES);
        if let Some(known) = found_out().get(&pieces) {
            return known.clone();
        }
        let meaning = Self(transformer::meaning(&MODEL, &pieces));
        let mut found_out = found_out();
        if found_out.len() >= MOST_FOUND_OUT {
            found_out.clear();
        }
        found_out.insert(pieces, meaning.clone());
        meaning
    }

    /// What a sentence of a script means, looked up if it is of the built-in scenarios, else found out.
    pub(super) fn of_scripted(sentence: &str) -> Self {
        known::known(sentence).unwrap_or_else(|| Self::of(sentence))
    }

    /// What the end of what somebody said means, looked up if it is of the built-in scenarios.
    pub(super) fn of_end(said: &str) -> Self {
        Self::of_scripted(&end_of(said))
    }

    /// Whether a sentence's meaning can be looked up.
    pub(super) fn is_known(sentence: &str) -> bool {
        known::known(sentence).is_some()
    }

    /// The numbers, [`WIDTH`] of them.
    #[must_use]
    pub fn numbers(&self) -> &[f32] {
        &self.0
    }

    /// How alike two meanings are, -1 to 1.
    #[must_use]
    pub fn likeness(&self, other: &Self) -> f32 {
        number::dot(&self.0, &other.0)
    }
}

/// The first words of what was said, which mostly say what it is about.
pub(super) fn beginning_of(said: &str) -> String {
    let said = words(said);
    joined(&said[..said.len().min(END)])
}

/// The last words of what was said, which a follow-up is about.
pub(super) fn end_of(said: &str) -> String {
    let said = words(said);
    joined(&said[said.len().saturating_sub(END)..])
}

/// So many words are some two sentences.
const END: usize = 24;

/// Reads the model now, so that the first sentence is understood as fast as any.
pub fn prepare() {
    LazyLock::force(&MODEL);
}

/// What was found out in this process, by the pieces of the sentence: learners who play by the thousand, and
/// rules that look at every phrasing, say the same sentences again and again. It changes no meaning.
static FOUND_OUT: LazyLock<Mutex<HashMap<Vec<u16>, Meaning>>> = LazyLock::new(Mutex::default);

/// So many are kept, in some 13 MB; then it is begun anew.
const MOST_FOUND_OUT: usize = 8_192;

fn found_out() -> MutexGuard<'static, HashMap<Vec<u16>, Meaning>> {
    FOUND_OUT.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The model that is part of this program. `build.rs` has found it whole.
static MODEL: LazyLock<Model> =
    LazyLock::new(|| Model::read(include_bytes!("../../model/meaning.bin")));

#[cfg(test)]
mod tests {
    use super::Meaning;
    use crate::hearing::Ear;

    /// A few sentences and what the unaltered model makes of them, written by `model/make.py`.
    const KNOWN: &str = include_str!("../../model/vectors.tsv");

    #[test]
    fn rounding_the_model_leaves_what_it_knows() {
        for line in KNOWN.lines() {
            let (sentence, numbers) = line.split_once('\t').expect("a sentence and its numbers");
            let known: Vec<f32> =
                numbers.split(' ').map(|number| number.parse().expect("a number")).collect();
            let likeness = Meaning::of(sentence).likeness(&Meaning(known));
            assert!(likeness > 0.99, "{sentence:?}: {likeness}");
        }
    }

    /// What half bytes cost is told in `known.rs`.
    #[test]
    fn what_is_looked_up_is_near_what_is_found_out() {
        let (pack, _) = crate::pack::load::built_in(crate::pack::builtin::sources(), None);
        let said = pack.scenarios.iter().flat_map(|scenario| {
            let all = Ear::by_words_alone(&pack, Some(scenario)).sentences(true);
            all.into_iter().filter(|sentence| Meaning::is_known(sentence)).step_by(200)
        });
        let said: Vec<String> = said.collect();
        assert!(said.len() > 16, "{said:?}");
        let both: Vec<_> =
            said.iter().map(|one| (Meaning::of_scripted(one), Meaning::of(one))).collect();
        for (at, (looked_up, found_out)) in both.iter().enumerate() {
            assert!((looked_up.likeness(looked_up) - 1.0).abs() < 1e-5, "{}", said[at]);
            for (other, exact) in &both {
                let moved = looked_up.likeness(other) - found_out.likeness(exact);
                assert!(moved.abs() < 0.06, "{:?}: {moved}", said[at]);
            }
        }
    }

    #[test]
    fn likeness_follows_the_meaning_and_not_the_words() {
        let day = Meaning::of("What does a typical day look like?");
        let week = Meaning::of("Walk me through your usual week");
        let pay = Meaning::of("Is the money good?");
        let salary = Meaning::of("What salary can one expect?");
        assert!(day.likeness(&week) > 2.0 * day.likeness(&pay));
        assert!(pay.likeness(&salary) > 2.0 * week.likeness(&salary));
    }

    /// The very bits, so that a machine that reckons otherwise is found out.
    #[test]
    fn a_meaning_is_the_same_to_the_last_bit() {
        let meaning = Meaning::of("How did you get into this?");
        let bits = meaning.numbers().iter().flat_map(|number| number.to_bits().to_le_bytes());
        assert_eq!(crate::text::draw::fnv(bits), 16_549_841_837_217_888_371);
    }

    #[test]
    fn anything_has_a_meaning() {
        let long = "word ".repeat(100_000);
        for sentence in ["", " ", "🦀", "日本語のテキスト", "\u{0}\u{7}", "a\u{301}", &long]
        {
            let length: f32 = Meaning::of(sentence).numbers().iter().map(|x| x * x).sum();
            assert!((length - 1.0).abs() < 1e-3, "{length}");
        }
    }
}
