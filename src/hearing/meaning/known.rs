//! What the phrasings and answers of the built-in scenarios mean, found out when the weights were learnt and not each
//! time the program starts.
//!
//! The file `weights/meanings.bin` is written by `examples/learn`. All numbers are little-endian: sixteen
//! bytes that name the format; how many there are (four bytes); the keys of the sentences, sorted (eight
//! bytes each); a scale for each (four bytes); and the numbers of each, a byte a number.

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
    rows: &'static [[u8; WIDTH]],
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
    let numbers = KNOWN.rows[at].iter().map(|byte| f32::from(byte.cast_signed()) * scale);
    Some(Meaning(numbers.collect()))
}

/// The bytes of a file with what sentences mean.
#[must_use]
pub fn written(sentences: &[String]) -> Vec<u8> {
    let mut rows: Vec<(u64, Meaning)> =
        sentences.iter().map(|sentence| (key(sentence), Meaning::of(sentence))).collect();
    rows.sort_by_key(|(key, _)| *key);
    rows.dedup_by_key(|(key, _)| *key);
    let scale =
        |meaning: &Meaning| meaning.0.iter().fold(1e-6_f32, |most, x| most.max(x.abs())) / 127.0;
    let mut bytes = BEGINS.to_vec();
    bytes.extend(u32::try_from(rows.len()).unwrap_or(0).to_le_bytes());
    bytes.extend(rows.iter().flat_map(|(key, _)| key.to_le_bytes()));
    bytes.extend(rows.iter().flat_map(|(_, meaning)| scale(meaning).to_le_bytes()));
    for (_, meaning) in &rows {
        let scale = scale(meaning);
        #[expect(clippy::cast_possible_truncation, reason = "from -127 to 127")]
        bytes.extend(meaning.0.iter().map(|x| ((x / scale).round() as i8).cast_unsigned()));
    }
    bytes
}
