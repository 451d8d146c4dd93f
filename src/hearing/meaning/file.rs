//! The file `model/meaning.bin`, as `model/make.py` writes it.
//!
//! All numbers are little-endian. First sixteen bytes that name the format; seven numbers of four bytes:
//! tokens, width, layers, heads, width within a layer, positions, and bytes of the list of tokens; the list,
//! one token a line. Then the tables: those of the tokens, the positions, a norm, and for each layer the
//! query, key, value and output of attention, a norm, the two tables between which a layer is wide, and a
//! norm. A table is a scale for each row (four bytes) and the rows, a byte for each number, of the tokens
//! three bytes for each four numbers; all but the first two have a sum for each row as well. A norm is a
//! factor and a sum for each number. At the end stand eight bytes to check the rest by, which `build.rs`
//! does.

use super::WIDTH;
use super::pieces::Pieces;
use crate::hearing::bytes::Bytes;

/// A table of whole numbers, with one scale a row.
#[derive(Debug)]
pub(super) struct Table {
    /// What a row is to be multiplied with.
    pub(super) scale: Vec<f32>,
    /// What is added to what a row gives; empty for a table that is only looked up.
    pub(super) plus: Vec<f32>,
    /// The rows, one after the other.
    rows: &'static [u8],
    width: usize,
}

impl Table {
    /// A row, each byte a number from -127 to 127.
    pub(super) fn row(&self, at: usize) -> impl ExactSizeIterator<Item = i8> {
        self.rows[at * self.width..][..self.width].iter().map(|byte| byte.cast_signed())
    }

    pub(super) const fn width(&self) -> usize {
        self.width
    }

    pub(super) fn len(&self) -> usize {
        self.scale.len()
    }
}

/// The rows of the tokens: smaller whole numbers, four of them in three bytes, the first lowest.
#[derive(Debug)]
pub(super) struct Tokens {
    /// What a row is to be multiplied with.
    pub(super) scale: Vec<f32>,
    rows: &'static [[u8; 3]],
}

impl Tokens {
    /// A row, each number from -31 to 31.
    pub(super) fn row(&self, at: usize) -> impl Iterator<Item = i8> {
        const FOUR: usize = WIDTH / 4;
        let four = |[low, middle, high]: [u8; 3]| {
            let packed = u32::from_le_bytes([low, middle, high, 0]);
            [0, 6, 12, 18].map(|shift| (packed >> shift & 63) as i8 - 32)
        };
        self.rows[at * FOUR..][..FOUR].iter().copied().flat_map(four)
    }
}

/// What numbers are multiplied with, and what is added to them, once they have been evened out.
#[derive(Debug)]
pub(super) struct Norm {
    pub(super) times: Vec<f32>,
    pub(super) plus: Vec<f32>,
}

/// One of the steps in which words take each other in.
#[derive(Debug)]
pub(super) struct Layer {
    pub(super) query: Table,
    pub(super) key: Table,
    pub(super) value: Table,
    pub(super) output: Table,
    pub(super) after_attention: Norm,
    pub(super) widen: Table,
    pub(super) narrow: Table,
    pub(super) after: Norm,
}

/// The whole model.
#[derive(Debug)]
pub(super) struct Model {
    pub(super) pieces: Pieces,
    pub(super) tokens: Tokens,
    pub(super) places: Table,
    pub(super) first: Norm,
    pub(super) layers: Vec<Layer>,
    pub(super) heads: usize,
}

impl Model {
    /// Reads the file.
    ///
    /// # Panics
    ///
    /// If the file is not what `model/make.py` wrote; the program is not built with such a file.
    pub(super) fn read(file: &'static [u8]) -> Self {
        let rest = &mut Bytes::of(file, b"coffeechat mean2");
        let [tokens, width, layers, heads, wide, places, list] =
            std::array::from_fn(|_| rest.number());
        assert_eq!(width, WIDTH, "the model has another width");
        let list = std::str::from_utf8(rest.take(list)).expect("tokens are ASCII");
        Self {
            pieces: Pieces::new(list.trim_end().split('\n')),
            tokens: Tokens { scale: rest.floats(tokens), rows: rest.rows(tokens * width / 4) },
            places: table(rest, places, width, false),
            first: norm(rest, width),
            layers: (0..layers)
                .map(|_| Layer {
                    query: table(rest, width, width, true),
                    key: table(rest, width, width, true),
                    value: table(rest, width, width, true),
                    output: table(rest, width, width, true),
                    after_attention: norm(rest, width),
                    widen: table(rest, wide, width, true),
                    narrow: table(rest, width, wide, true),
                    after: norm(rest, width),
                })
                .collect(),
            heads,
        }
    }
}

fn norm(rest: &mut Bytes, width: usize) -> Norm {
    Norm { times: rest.floats(width), plus: rest.floats(width) }
}

fn table(rest: &mut Bytes, len: usize, width: usize, is_summed: bool) -> Table {
    let scale = rest.floats(len);
    let rows = rest.take(len * width);
    let plus = if is_summed { rest.floats(len) } else { Vec::new() };
    Table { scale, plus, rows, width }
}
