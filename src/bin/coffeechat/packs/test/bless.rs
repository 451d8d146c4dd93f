//! What came, written into the cases that failed.

use std::path::Path;

use anyhow::Result;
use coffeechat::cases::Played;
use coffeechat::cases::bless::{self, Blessed, Now};
use coffeechat::disk;
use coffeechat::edit::quoted;
use coffeechat::pack::Pack;

use super::{line_of, text_of};
use crate::screen::Screen;

/// Changes the files of cases that failed, and says what became of each expectation. Gives whether any file was
/// changed.
pub(super) fn bless(
    folder: &Path,
    pack: &Pack,
    all: &[Played],
    screen: &mut Screen,
) -> Result<bool> {
    let failing: Vec<&Played> = all.iter().filter(|played| !played.failed.is_empty()).collect();
    if failing.is_empty() {
        return Ok(false);
    }
    let mut is_any_changed = false;
    let now = disk::pack_sources(folder)?;
    for played in failing {
        let (file, text) = (&played.file, text_of(pack, &played.file));
        let is_as_played = now.iter().any(|source| source.path == *file && source.text == text);
        if !is_as_played {
            screen.plain(&format!(
                "{file}: left as it is, for it was changed meanwhile; test again"
            ))?;
            continue;
        }
        let (changed, blessed) = match bless::blessed(text, played) {
            Ok(done) => done,
            Err(why) => {
                screen.plain(&format!("{file}: left as it is: {why}"))?;
                continue;
            }
        };
        if changed != text {
            disk::replace(&folder.join(file), &changed)?;
            is_any_changed = true;
        }
        for blessed in &blessed {
            let line = line_of(text, blessed.span.start);
            screen.plain(&format!("{file}:{line}: {}", became(blessed)))?;
        }
    }
    screen.blank()?;
    Ok(is_any_changed)
}

/// What became of an expectation.
fn became(blessed: &Blessed) -> String {
    let (expectation, values) = &blessed.before;
    let key = expectation.key();
    let before: Vec<String> = values.iter().map(|value| quoted(value)).collect();
    let before = before.join(", ");
    match &blessed.now {
        Now::Is(new, value) if new == expectation => {
            format!("{key} was {before}, is now {}", quoted(value))
        }
        Now::Is(new, value) => {
            format!("{key} was {before}, is now {} {}", new.key(), quoted(value))
        }
        Now::Gone => format!("{key} was {before}, is taken out, for none came"),
        Now::Kept => format!("{key} stays; whether a wording is right is for you to judge"),
    }
}
