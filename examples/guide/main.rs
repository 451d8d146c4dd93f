//! Writes the chapters of the instructor's guide that are made of the program itself: every field of the files and
//! every rule of `pack check`.
//!
//! ```console
//! $ cargo run --example guide
//! ```
//!
//! A test holds that what is stored is what would be written today.

use std::path::Path;

use coffeechat::disk::{self, FileError};

mod fields;
mod rules;

fn main() -> Result<(), FileError> {
    let chapters = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/guide/src");
    disk::replace(&chapters.join("fields.md"), &fields::chapter())?;
    disk::replace(&chapters.join("rules.md"), &rules::chapter())
}
