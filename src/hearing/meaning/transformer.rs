//! From pieces to a meaning: the transformer itself (Vaswani and others 2017, as in BERT).
//!
//! Nearly all the work is to multiply tables of whole numbers with lists that are rounded to whole numbers
//! first, so that sums are exact in any order and the machine may do as many at once as it can. What is left
//! is done in a fixed order.

#![expect(
    clippy::inline_always,
    reason = "what is not inlined is made for any machine, and not for the one at hand"
)]

use pulp::{Arch, Simd, WithSimd};

use super::WIDTH;
use super::file::{Layer, Model, Norm, Table};
use super::multiply::{LISTS, Multiply, Plain, ROWS};
use super::number::{bend, dot, exp, sum};

/// Lists are rounded to whole numbers up to this one before they are multiplied: a product of 1,536 of them
/// with numbers up to 127 stays below 2^31.
const FINEST: f32 = 8191.0;

/// Added to a spread before its root is taken, so that it is never nought.
const LEAST_SPREAD: f32 = 1e-12;

/// What pieces mean together: the mean of what each comes to, of length one.
pub(super) fn meaning(model: &Model, pieces: &[u16]) -> Vec<f32> {
    match Arch::new() {
        #[cfg(target_arch = "x86_64")]
        Arch::V3(wide) => Simd::vectorize(wide, Work { model, pieces, by: wide }),
        _ => work(model, pieces, Plain),
    }
}

/// The work, made once more for a machine that can do more at once.
struct Work<'a, M> {
    model: &'a Model,
    pieces: &'a [u16],
    by: M,
}

impl<M: Multiply> WithSimd for Work<'_, M> {
    type Output = Vec<f32>;

    #[inline(always)]
    fn with_simd<S: Simd>(self, _: S) -> Vec<f32> {
        work(self.model, self.pieces, self.by)
    }
}

#[inline(always)]
fn work(model: &Model, pieces: &[u16], by: impl Multiply) -> Vec<f32> {
    let mut lists = first_lists(model, pieces);
    for layer in &model.layers {
        attend(model, layer, &mut lists, by);
        think(layer, &mut lists, by);
    }
    let mut mean = vec![0.0_f32; WIDTH];
    for list in lists.chunks_exact(WIDTH) {
        for (mean, number) in mean.iter_mut().zip(list) {
            *mean += number;
        }
    }
    let length = dot(&mean, &mean).sqrt().max(f32::MIN_POSITIVE);
    for number in &mut mean {
        *number /= length;
    }
    mean
}

/// What each piece means by itself, in its place.
#[inline(always)]
fn first_lists(model: &Model, pieces: &[u16]) -> Vec<f32> {
    let mut lists = Vec::with_capacity(pieces.len() * WIDTH);
    for (place, piece) in pieces.iter().enumerate() {
        let piece = usize::from(*piece);
        let (by_piece, by_place) = (model.tokens.scale[piece], model.places.scale[place]);
        let both = model.tokens.row(piece).zip(model.places.row(place));
        lists.extend(both.map(|(a, b)| f32::from(a) * by_piece + f32::from(b) * by_place));
    }
    even_out(&mut lists, &model.first);
    lists
}

/// Each list takes in what it needs of the others.
#[inline(always)]
fn attend(model: &Model, layer: &Layer, lists: &mut [f32], by: impl Multiply) {
    let count = lists.len() / WIDTH;
    let rounded = Rounded::of(lists, WIDTH);
    let query = rounded.times(&layer.query, by);
    let key = rounded.times(&layer.key, by);
    let value = rounded.times(&layer.value, by);
    let width = WIDTH / model.heads;
    #[expect(clippy::cast_precision_loss, reason = "a head is 32 wide")]
    let scale = 1.0 / (width as f32).sqrt();
    let mut taken = vec![0.0_f32; lists.len()];
    let mut shares = vec![0.0_f32; count];
    for head in 0..model.heads {
        let part = |list: usize| list * WIDTH + head * width..list * WIDTH + (head + 1) * width;
        for to in 0..count {
            let mut most = f32::MIN;
            for (from, share) in shares.iter_mut().enumerate() {
                *share = dot(&query[part(to)], &key[part(from)]) * scale;
                most = most.max(*share);
            }
            for share in &mut shares {
                *share = exp(*share - most);
            }
            let all = sum(&shares);
            for (from, share) in shares.iter().enumerate() {
                let share = share / all;
                for (taken, value) in taken[part(to)].iter_mut().zip(&value[part(from)]) {
                    *taken += share * value;
                }
            }
        }
    }
    add(lists, &Rounded::of(&taken, WIDTH).times(&layer.output, by));
    even_out(lists, &layer.after_attention);
}

/// Each list is worked on by itself.
#[inline(always)]
fn think(layer: &Layer, lists: &mut [f32], by: impl Multiply) {
    let mut wide = Rounded::of(lists, WIDTH).times(&layer.widen, by);
    for number in &mut wide {
        *number = bend(*number);
    }
    add(lists, &Rounded::of(&wide, layer.narrow.width()).times(&layer.narrow, by));
    even_out(lists, &layer.after);
}

#[inline(always)]
fn add(lists: &mut [f32], more: &[f32]) {
    lists.iter_mut().zip(more).for_each(|(number, more)| *number += more);
}

/// Gives each list the mean nought and the spread one, then what the norm says.
#[inline(always)]
fn even_out(lists: &mut [f32], norm: &Norm) {
    #[expect(clippy::cast_precision_loss, reason = "384")]
    let width = WIDTH as f32;
    for list in lists.chunks_exact_mut(WIDTH) {
        let mean = sum(list) / width;
        for number in &mut *list {
            *number -= mean;
        }
        let spread = (dot(list, list) / width + LEAST_SPREAD).sqrt();
        for (number, (times, plus)) in list.iter_mut().zip(norm.times.iter().zip(&norm.plus)) {
            *number = *number / spread * times + plus;
        }
    }
}

/// Lists rounded to whole numbers, with one scale each.
struct Rounded {
    width: usize,
    /// The lists, one after the other, and lists of noughts up to a whole number of blocks.
    numbers: Vec<i16>,
    scales: Vec<f32>,
}

impl Rounded {
    #[inline(always)]
    fn of(lists: &[f32], width: usize) -> Self {
        let mut numbers = Vec::with_capacity(lists.len());
        let mut scales = Vec::with_capacity(lists.len() / width);
        for list in lists.chunks_exact(width) {
            let most = list.iter().fold(f32::MIN_POSITIVE, |most, number| most.max(number.abs()));
            let up = FINEST / most;
            // Half away from nought; a cast cuts off what is behind the point.
            #[expect(clippy::cast_possible_truncation, reason = "at most 8191")]
            numbers.extend(list.iter().map(|number| {
                let scaled = number * up;
                (scaled + 0.5_f32.copysign(scaled)) as i32 as i16
            }));
            scales.push(most / FINEST);
        }
        numbers.resize(scales.len().next_multiple_of(LISTS) * width, 0);
        Self { width, numbers, scales }
    }

    /// The lists times a table: for each list one number a row.
    #[inline(always)]
    fn times(&self, table: &Table, by: impl Multiply) -> Vec<f32> {
        let (count, rows) = (self.scales.len(), table.len());
        let mut products = vec![0.0_f32; count * rows];
        let mut wide = vec![0_i16; ROWS * self.width];
        for at in (0..rows).step_by(ROWS) {
            for (row, wide) in wide.chunks_exact_mut(self.width).enumerate() {
                wide.iter_mut()
                    .zip(table.row(at + row))
                    .for_each(|(wide, byte)| *wide = i16::from(byte));
            }
            let (first, second) = wide.split_at(self.width);
            for (block, lists) in self.numbers.chunks_exact(LISTS * self.width).enumerate() {
                let list = |at: usize| &lists[at * self.width..][..self.width];
                let sums = by.sums([list(0), list(1), list(2), list(3)], [first, second]);
                for (row, sums) in (at..).zip(sums) {
                    for (list, whole) in (block * LISTS..count).zip(sums) {
                        #[expect(clippy::cast_precision_loss, reason = "seven digits are enough")]
                        let product = whole as f32 * (table.scale[row] * self.scales[list]);
                        products[list * rows + row] = product + table.plus[row];
                    }
                }
            }
        }
        products
    }
}
