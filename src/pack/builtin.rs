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

#[cfg(test)]
mod tests {
    use super::sources;
    use crate::disk;

    #[test]
    fn the_zip_holds_what_the_repository_has() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
        let there = disk::pack_sources(folder).unwrap();
        let there: Vec<_> = there.into_iter().filter(|file| file.unreadable.is_none()).collect();
        assert_eq!(sources(), there);
    }
}
