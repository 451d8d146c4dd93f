//! The built-in pack: this repository's own, carried inside the binary as the zip that `build.rs` makes of it.

use std::sync::LazyLock;

use crate::disk::{Source, archive};

static ZIP: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/pack.zip"));

/// Unpacked once, when it is first asked for.
static SOURCES: LazyLock<Vec<Source>> =
    LazyLock::new(|| archive::sources(ZIP).expect("the built-in pack was zipped by build.rs"));

/// The files of the built-in pack, in the order in which a pack on disk is read.
#[must_use]
pub fn sources() -> Vec<Source> {
    SOURCES.clone()
}
