//! Numbers rounded to half a byte each: whole numbers from -7 to 7 with a scale, the first of two in the lower half.

/// The largest number that half a byte holds.
const MOST: f32 = 7.0;

/// What stands in a half byte for nought.
const NOUGHT: u8 = 8;

/// The scale of some numbers, and their half bytes. The last half is empty if their number is odd.
#[must_use]
pub fn halves(numbers: &[f32]) -> (f32, Vec<u8>) {
    let scale = numbers.iter().fold(1e-6_f32, |most, number| most.max(number.abs())) / MOST;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 1 to 15")]
    let half =
        |number: &f32| ((number / scale).round().clamp(-MOST, MOST) + f32::from(NOUGHT)) as u8;
    let of_two = |two: &[f32]| {
        let upper = two.get(1).map_or(NOUGHT, half);
        two.first().map_or(NOUGHT, half) | upper << 4
    };
    (scale, numbers.chunks(2).map(of_two).collect())
}

/// The whole numbers in half bytes.
pub(super) fn whole(halves: &[u8]) -> impl Iterator<Item = i8> {
    let both = halves.iter().flat_map(|byte| [byte & 15, byte >> 4]);
    both.map(|half| half.cast_signed() - NOUGHT.cast_signed())
}

#[cfg(test)]
mod tests {
    use super::{halves, whole};

    #[test]
    fn numbers_come_back_within_half_a_step() {
        for numbers in [&[0.7, -0.1, 0.0, 0.33, -0.7][..], &[1e-3, 2e-3], &[0.0], &[]] {
            let (scale, bytes) = halves(numbers);
            assert_eq!(bytes.len(), numbers.len().div_ceil(2));
            let back: Vec<f32> = whole(&bytes).map(|number| f32::from(number) * scale).collect();
            for (number, back) in numbers.iter().zip(&back) {
                assert!((number - back).abs() <= scale / 2.0 + 1e-6, "{number} became {back}");
            }
        }
    }
}
