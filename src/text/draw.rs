//! Drawing lots, the same on every machine and in every release.
//!
//! The generator is `ChaCha8`, whose stream is fixed; ranges and shuffles are our own, because those of
//! `rand` have changed between releases. Every draw has a key of its own, so that a new place to draw
//! from never shifts the draws of another.

use rand::rngs::ChaCha8Rng;
use rand::{Rng, SeedableRng};

/// The number of this way of drawing. It is written into every log.
pub const ALGORITHM: u32 = 1;

/// Which of `count` variants the `nth` visit to `place` gets, as from a bag that is emptied before it
/// is filled again, and never the same one twice running.
///
/// `count` must not be 0.
#[must_use]
pub fn from_bag(seed: u64, place: &str, nth: u32, count: usize) -> usize {
    let size = u32::try_from(count).unwrap_or(u32::MAX).max(1);
    let (round, position) = (nth / size, (nth % size) as usize);
    bag(seed, place, round, size)[position]
}

/// The order in which the variants of `place` come in one round.
fn bag(seed: u64, place: &str, round: u32, size: u32) -> Vec<usize> {
    let mut order = shuffled(seed, place, round, size);
    if round > 0 && size > 1 {
        let last_of_before = shuffled_last(seed, place, round - 1, size);
        if order[0] == last_of_before {
            order.swap(0, 1);
        }
    }
    order
}

/// The last variant of a round. Swapping the first two never moves it when there are three or more;
/// with two, the swap is followed back to the first round.
fn shuffled_last(seed: u64, place: &str, round: u32, size: u32) -> usize {
    let order = shuffled(seed, place, if size > 2 { round } else { 0 }, size);
    order[size as usize - 1]
}

fn shuffled(seed: u64, place: &str, round: u32, size: u32) -> Vec<usize> {
    let mut generator = ChaCha8Rng::seed_from_u64(key(seed, place, round));
    let mut order: Vec<usize> = (0..size as usize).collect();
    for i in (1..order.len()).rev() {
        let j = below(&mut generator, i as u64 + 1);
        order.swap(i, j);
    }
    order
}

/// A number below `bound`, without bias worth speaking of: 64 random bits scaled down.
fn below(generator: &mut impl Rng, bound: u64) -> usize {
    let scaled = (u128::from(generator.next_u64()) * u128::from(bound)) >> 64;
    usize::try_from(scaled).unwrap_or(0)
}

/// FNV-1a over the seed, the place and the round.
fn key(seed: u64, place: &str, round: u32) -> u64 {
    let bytes = seed.to_le_bytes().into_iter().chain(place.bytes()).chain(round.to_le_bytes());
    fnv(bytes)
}

/// FNV-1a, 64 bits: a hash that is the same on every machine and in every release.
pub fn fnv(bytes: impl IntoIterator<Item = u8>) -> u64 {
    bytes.into_iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// Lots that are drawn one after another, for those who play whole talks.
#[derive(Debug)]
pub struct Lots(ChaCha8Rng);

impl Lots {
    /// Lots that come as `seed` and `place` have it.
    #[must_use]
    pub fn new(seed: u64, place: &str) -> Self {
        Self(ChaCha8Rng::seed_from_u64(key(seed, place, 0)))
    }

    /// A number below `bound`; 0 if that is 0.
    pub fn below(&mut self, bound: usize) -> usize {
        below(&mut self.0, bound as u64)
    }

    /// Yes in so many of a hundred cases.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of several; none of none.
    pub fn one_of<'a, T>(&mut self, several: &'a [T]) -> Option<&'a T> {
        let at = self.below(several.len());
        several.get(at)
    }

    /// All of several, in another order.
    pub fn shuffle<T>(&mut self, several: &mut [T]) {
        for at in (1..several.len()).rev() {
            let other = self.below(at + 1);
            several.swap(at, other);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::from_bag;

    #[test]
    fn the_stream_never_changes() {
        let drawn: Vec<usize> = (0..20).map(|n| from_bag(42, "greeting", n, 5)).collect();
        assert_eq!(drawn, [3, 2, 0, 1, 4, 3, 0, 4, 2, 1, 0, 2, 1, 4, 3, 4, 1, 3, 0, 2]);
    }

    #[test]
    fn a_bag_is_emptied_before_it_is_filled_again() {
        for size in 1..9 {
            for round in 0..5 {
                let mut drawn: Vec<usize> = (round * size..(round + 1) * size)
                    .map(|n| from_bag(7, "place", n, size as usize))
                    .collect();
                drawn.sort_unstable();
                assert_eq!(drawn, (0..size as usize).collect::<Vec<_>>());
            }
        }
    }

    #[test]
    fn the_same_variant_never_comes_twice_running() {
        for seed in 0..50 {
            for size in 2..7 {
                let drawn: Vec<usize> = (0..40).map(|n| from_bag(seed, "p", n, size)).collect();
                assert!(drawn.windows(2).all(|pair| pair[0] != pair[1]), "{seed} {size} {drawn:?}");
            }
        }
    }
}
