//! The built-in pack: this repository's own, carried inside the binary.

use include_dir::{Dir, include_dir};

use crate::disk::{PACK_FOLDERS, Source};

static MANIFEST: &str = include_str!("../../pack.toml");
static SCENARIOS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/scenarios");
static BANKS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/question_banks");
static CASES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/cases");

/// The files of the built-in pack, in the order in which a pack on disk is read.
#[must_use]
pub fn sources() -> Vec<Source> {
    let source =
        |path: String, text: &str| Source { path, text: text.to_owned(), unreadable: None };
    let mut sources = vec![source("pack.toml".to_owned(), MANIFEST)];
    for (name, folder) in PACK_FOLDERS.into_iter().zip([&SCENARIOS, &BANKS, &CASES]) {
        let mut files: Vec<_> = folder.files().collect();
        files.sort_by_key(|file| file.path());
        for file in files {
            if let Some(text) = file.contents_utf8()
                && file.path().extension().is_some_and(|ending| ending == "toml")
            {
                sources.push(source(format!("{name}/{}", file.path().display()), text));
            }
        }
    }
    sources
}
