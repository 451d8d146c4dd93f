//! What the phrasings and answers of the built-in scenarios mean, found out when the weights were learnt and not each
//! time the program starts.
//!
//! The file `weights/meanings.bin` is written by `examples/learn`. All numbers are little-endian: sixteen
//! bytes that name the format; how many there are (four bytes); the keys of the sentences, sorted (eight
//! bytes each); a scale for each (four bytes); and the numbers of each, half a byte a number, from -7 to 7, the
//! first of two in the lower half. That moves a likeness of two sentences by less than a hundredth, and there are
//! thousands of sentences.

use std::sync::LazyLock;

use super::{Meaning, WIDTH};
use crate::hearing::bytes::{Bytes, find};
use crate::text::words::key;

/// The first bytes of the file.
const BEGINS: &[u8; 16] = b"coffeechat known";

static KNOWN: LazyLock<Known> =
    LazyLock::new(|| Known::read(include_bytes!("../weights/meanings.bin")));

struct Known {
    keys: &'static [[u8; 8]],
    scales: &'static [[u8; 4]],
    rows: &'static [[u8; WIDTH / 2]],
}

impl Known {
    fn read(file: &'static [u8]) -> Self {
        let mut rest = Bytes::of(file, BEGINS);
        let count = rest.number();
        Self { keys: rest.rows(count), scales: rest.rows(count), rows: rest.rows(count) }
    }
}

/// What a sentence means, if it is one of those that were looked at before.
pub(super) fn known(sentence: &str) -> Option<Meaning> {
    let at = find(KNOWN.keys, key(sentence))?;
    let scale = f32::from_le_bytes(KNOWN.scales[at]);
    let halves = KNOWN.rows[at].iter().flat_map(|byte| [byte & 15, byte >> 4]);
    Some(Meaning(halves.map(|half| (f32::from(half) - 8.0) * scale).collect()))
}

/// The largest number that a half byte holds, beside the sign.
const MOST: f32 = 7.0;

/// The bytes of a file with what sentences mean.
#[must_use]
pub fn written(sentences: &[String]) -> Vec<u8> {
    let mut rows: Vec<(u64, Meaning)> =
        sentences.iter().map(|sentence| (key(sentence), Meaning::of(sentence))).collect();
    rows.sort_by_key(|(key, _)| *key);
    rows.dedup_by_key(|(key, _)| *key);
    let halves: Vec<(f32, Vec<u8>)> = rows.iter().map(|(_, meaning)| halved(meaning)).collect();
    let mut bytes = BEGINS.to_vec();
    bytes.extend(u32::try_from(rows.len()).unwrap_or(0).to_le_bytes());
    bytes.extend(rows.iter().flat_map(|(key, _)| key.to_le_bytes()));
    bytes.extend(halves.iter().flat_map(|(scale, _)| scale.to_le_bytes()));
    bytes.extend(halves.into_iter().flat_map(|(_, halves)| halves));
    bytes
}

/// The numbers of a meaning as half bytes, and the scale that gives them back. With it the meaning is as alike to what
/// was written as to itself, whatever the rounding did.
fn halved(meaning: &Meaning) -> (f32, Vec<u8>) {
    let step = meaning.0.iter().fold(1e-6_f32, |most, x| most.max(x.abs())) / MOST;
    let whole: Vec<f32> = meaning.0.iter().map(|x| (x / step).round().clamp(-MOST, MOST)).collect();
    let own: f32 = meaning.0.iter().map(|x| x * x).sum();
    let shared: f32 = meaning.0.iter().zip(&whole).map(|(x, whole)| x * whole).sum();
    let scale = if shared > 0.0 { own / shared } else { step };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 1 to 15")]
    let half = |whole: &f32| (whole + MOST + 1.0) as u8;
    let halves = whole.chunks(2).map(|two| match two {
        [first, second] => half(first) | half(second) << 4,
        _ => 0,
    });
    (scale, halves.collect())
}
