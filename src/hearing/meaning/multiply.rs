//! Whole numbers times whole numbers, many at once: where nearly all the time of understanding goes.
//!
//! Sums of whole numbers are the same in any order, so each kind of machine may take its own way.

#![expect(
    clippy::inline_always,
    reason = "what is not inlined is made for any machine, and not for the one at hand"
)]

#[cfg(target_arch = "x86_64")]
use std::arch::x86_64::__m256i;

#[cfg(target_arch = "x86_64")]
use pulp::x86::V3;

/// Lists and rows that are multiplied at once, so that each is fetched less often.
pub(super) const LISTS: usize = 4;
pub(super) const ROWS: usize = 2;

/// Numbers that fit into one register; every list is some times as long.
const AT_ONCE: usize = 16;

/// A way to multiply.
pub(super) trait Multiply: Copy {
    /// The sums of the products of each row with each list. All have one length, some times sixteen.
    fn sums(self, lists: [&[i16]; LISTS], rows: [&[i16]; ROWS]) -> [[i32; LISTS]; ROWS];
}

/// The way of any machine.
#[derive(Clone, Copy)]
pub(super) struct Plain;

impl Multiply for Plain {
    #[inline(always)]
    fn sums(self, lists: [&[i16]; LISTS], rows: [&[i16]; ROWS]) -> [[i32; LISTS]; ROWS] {
        rows.map(|row| {
            lists.map(|list| {
                let products = list.iter().zip(row).map(|(a, b)| i32::from(*a) * i32::from(*b));
                products.sum()
            })
        })
    }
}

/// The way of most machines of the last ten years (AVX2): sixteen products at once.
#[cfg(target_arch = "x86_64")]
impl Multiply for V3 {
    #[inline(always)]
    fn sums(self, lists: [&[i16]; LISTS], rows: [&[i16]; ROWS]) -> [[i32; LISTS]; ROWS] {
        let row_a = chunks(rows[0]);
        let length = row_a.len();
        let row_b = &chunks(rows[1])[..length];
        let list_a = &chunks(lists[0])[..length];
        let list_b = &chunks(lists[1])[..length];
        let list_c = &chunks(lists[2])[..length];
        let list_d = &chunks(lists[3])[..length];
        let nought = self.avx._mm256_setzero_si256();
        // Written out, so that the sums stay in registers.
        let (mut aa, mut ab, mut ac, mut ad) = (nought, nought, nought, nought);
        let (mut ba, mut bb, mut bc, mut bd) = (nought, nought, nought, nought);
        for at in 0..length {
            let (a, b) = (pulp::cast(row_a[at]), pulp::cast(row_b[at]));
            let list = pulp::cast(list_a[at]);
            (aa, ba) = (add(self, aa, a, list), add(self, ba, b, list));
            let list = pulp::cast(list_b[at]);
            (ab, bb) = (add(self, ab, a, list), add(self, bb, b, list));
            let list = pulp::cast(list_c[at]);
            (ac, bc) = (add(self, ac, a, list), add(self, bc, b, list));
            let list = pulp::cast(list_d[at]);
            (ad, bd) = (add(self, ad, a, list), add(self, bd, b, list));
        }
        [totals(self, [aa, ab, ac, ad]), totals(self, [ba, bb, bc, bd])]
    }
}

/// Adds eight sums of two products each. Not a closure: one would be made for any machine.
#[cfg(target_arch = "x86_64")]
#[inline(always)]
fn add(by: V3, sums: __m256i, row: __m256i, list: __m256i) -> __m256i {
    by.avx2._mm256_add_epi32(sums, by.avx2._mm256_madd_epi16(row, list))
}

/// What each of four registers adds up to.
#[cfg(target_arch = "x86_64")]
#[inline(always)]
fn totals(by: V3, sums: [__m256i; LISTS]) -> [i32; LISTS] {
    let first = by.avx2._mm256_hadd_epi32(sums[0], sums[1]);
    let last = by.avx2._mm256_hadd_epi32(sums[2], sums[3]);
    let halves: [i32; 8] = pulp::cast(by.avx2._mm256_hadd_epi32(first, last));
    std::array::from_fn(|at| halves[at] + halves[at + LISTS])
}

/// A list in pieces of what fits into one register.
#[cfg(target_arch = "x86_64")]
#[inline(always)]
fn chunks(list: &[i16]) -> &[[i16; AT_ONCE]] {
    list.as_chunks().0
}

#[cfg(test)]
mod tests {
    use super::{Multiply, Plain};

    #[cfg(target_arch = "x86_64")]
    #[test]
    fn every_way_gives_the_same() {
        let Some(wide) = pulp::x86::V3::try_new() else { return };
        let numbers: Vec<i16> = (0..6 * 384_i16).map(|at| at.wrapping_mul(7919) % 8192).collect();
        let lists: Vec<&[i16]> = numbers.chunks_exact(384).collect();
        let (lists, rows) = ([lists[0], lists[1], lists[2], lists[3]], [lists[4], lists[5]]);
        let rows: Vec<Vec<i16>> =
            rows.iter().map(|row| row.iter().map(|number| number % 128).collect()).collect();
        let rows = [&rows[0][..], &rows[1]];
        assert_eq!(wide.sums(lists, rows), Plain.sums(lists, rows));
    }
}
