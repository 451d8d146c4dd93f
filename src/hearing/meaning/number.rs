//! Sums and curves that give the same last bit on every machine: what the system's library offers may not.

#![expect(
    clippy::inline_always,
    reason = "what is not inlined is made for any machine, and not for the one at hand"
)]

/// The sum of the products of two lists of one length, in eight sums side by side.
#[inline(always)]
pub(in crate::hearing) fn dot(a: &[f32], b: &[f32]) -> f32 {
    let mut sums = [0.0_f32; 8];
    let (a_eights, a_rest) = a.as_chunks::<8>();
    let (b_eights, b_rest) = b.as_chunks::<8>();
    for (a, b) in a_eights.iter().zip(b_eights) {
        for at in 0..8 {
            sums[at] += a[at] * b[at];
        }
    }
    let rest: f32 = a_rest.iter().zip(b_rest).map(|(a, b)| a * b).sum();
    total(sums) + rest
}

/// The sum of a list, in eight sums side by side.
#[inline(always)]
pub(super) fn sum(list: &[f32]) -> f32 {
    let mut sums = [0.0_f32; 8];
    let (eights, rest) = list.as_chunks::<8>();
    for eight in eights {
        for at in 0..8 {
            sums[at] += eight[at];
        }
    }
    total(sums) + rest.iter().sum::<f32>()
}

#[inline(always)]
fn total(sums: [f32; 8]) -> f32 {
    ((sums[0] + sums[4]) + (sums[2] + sums[6])) + ((sums[1] + sums[5]) + (sums[3] + sums[7]))
}

/// e to the power of a number, good to about six digits.
#[inline(always)]
pub(in crate::hearing) fn exp(power: f32) -> f32 {
    // 2^x = 2^whole · 2^part, with the part between -1/2 and 1/2. Adding and taking away a large number
    // rounds to a whole one without asking the machine how it likes to round.
    const ROUND: f32 = 12_582_912.0; // 1.5 · 2^23
    let power = (power * std::f32::consts::LOG2_E).clamp(-126.0, 126.0);
    let whole = (power + ROUND) - ROUND;
    let part = (power - whole) * std::f32::consts::LN_2;
    // The series of e^x, from the ninth digit back.
    let series = 1.0 / 720.0;
    let series = series * part + 1.0 / 120.0;
    let series = series * part + 1.0 / 24.0;
    let series = series * part + 1.0 / 6.0;
    let series = series * part + 0.5;
    let series = series * part + 1.0;
    let series = series * part + 1.0;
    #[expect(clippy::cast_possible_truncation, reason = "a whole number from -126 to 126")]
    let exponent = (whole as i32 + 127).cast_unsigned() << 23;
    series * f32::from_bits(exponent)
}

/// The curve between the two tables of a layer: x · Φ(x), with Φ the normal distribution.
///
/// Φ by formula 7.1.26 of Abramowitz and Stegun, Handbook of Mathematical Functions: wrong by less than
/// 0.000 000 2, far below what rounding the tables costs.
#[inline(always)]
pub(super) fn bend(x: f32) -> f32 {
    let z = x.abs() * std::f32::consts::FRAC_1_SQRT_2;
    let t = 1.0 / (1.0 + 0.327_591_1 * z);
    let series = 1.061_405_4_f32;
    let series = series * t - 1.453_152;
    let series = series * t + 1.421_413_8;
    let series = series * t - 0.284_496_74;
    let series = series * t + 0.254_829_6;
    let tail = 0.5 * series * t * exp(-z * z);
    x * if x < 0.0 { tail } else { 1.0 - tail }
}

#[cfg(test)]
mod tests {
    use super::{bend, dot, exp, sum};

    #[test]
    fn the_curves_are_the_known_ones() {
        for (power, known) in [(0.0, 1.0), (1.0, std::f32::consts::E), (-3.5, 0.030_197_384)] {
            assert!((exp(power) / known - 1.0).abs() < 1e-5, "{power}");
        }
        assert!(exp(-500.0) < 1e-37);
        for (x, known) in [(0.0, 0.0), (1.0, 0.841_344_7), (-1.0, -0.158_655_3), (6.0, 6.0)] {
            assert!((bend(x) - known).abs() < 1e-5, "{x}");
        }
    }

    #[test]
    fn sums_take_in_all() {
        let ten: Vec<f32> = (1..=10_u8).map(f32::from).collect();
        assert!((sum(&ten) - 55.0).abs() < 1e-6);
        assert!((dot(&ten, &ten) - 385.0).abs() < 1e-6);
    }
}
