//! What the phrasings and answers of the built-in scenarios mean, found out when the weights were learnt and not each
//! time the program starts.
//!
//! The file `weights/meanings.bin` is written by `examples/learn`. All numbers are little-endian: sixteen
//! bytes that name the format; how many there are (four bytes); the keys of the sentences, sorted (eight
//! bytes each); a scale for each (four bytes); and the numbers of each, in half bytes.
//! There are thousands of sentences; of two of them both read from here, half have a likeness moved by less than
//! 0.0064 and 99 of 100 by less than 0.025.

use std::sync::LazyLock;

use super::{Meaning, WIDTH};
use crate::hearing::bytes::{Bytes, find};
use crate::hearing::halves::{halves, whole};
use crate::text::words::key;

/// The first bytes of the file.
const BEGINS: &[u8; 16] = b"coffeechat knows";

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
    Some(Meaning(whole(&KNOWN.rows[at]).map(|number| f32::from(number) * scale).collect()))
}

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

/// The numbers of a meaning as half bytes, and the scale that gives them back.
fn halved(meaning: &Meaning) -> (f32, Vec<u8>) {
    let (_, bytes) = halves(&meaning.0);
    // Its squares add up to one again, whatever the rounding did.
    let squares: i32 = whole(&bytes).map(|number| i32::from(number).pow(2)).sum();
    #[expect(clippy::cast_precision_loss, reason = "at most 384 times 49")]
    let length = (squares.max(1) as f32).sqrt();
    (1.0 / length, bytes)
}
