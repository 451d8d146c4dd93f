//! `pack test`: the cases of a pack, played.

mod bless;
mod playing;
mod shown;

use std::path::Path;

use anyhow::{Result, bail};
use coffeechat::cases::checked::Expectation;
use coffeechat::cases::{Failed, Played};
use coffeechat::pack::Pack;

use super::open;
use crate::Outcome;
use crate::args::pack::TestArgs;
use crate::findings::counted;
use crate::screen::{Screen, typed};
use crate::surroundings::Surroundings;

/// Runs `pack test`.
pub(crate) fn run(args: &TestArgs, around: &Surroundings, screen: &mut Screen) -> Result<Outcome> {
    let path = args.path.as_deref();
    if let Some(file) = path.filter(|path| args.bless && path.is_file()) {
        let file = file.display();
        bail!("`--bless` changes the files of a folder, and `{file}` is none; unpack it first");
    }
    let Some(pack) = open(path, None)? else { return Ok(Outcome::Findings) };
    let Some(folder) = path.filter(|_| args.bless) else {
        let all = playing::play(&pack, around);
        let outcome = report(&pack, &all, screen)?;
        if let Some(folder) = path.filter(|path| path.is_dir() && can_be_blessed(&all)) {
            hint(folder, screen)?;
        }
        return Ok(outcome);
    };
    let all = playing::play(&pack, around);
    if !bless::bless(folder, &pack, &all, screen)? {
        return report(&pack, &all, screen);
    }
    // What was written is read again and held against the talks once more.
    let Some(pack) = open(path, None)? else { return Ok(Outcome::Findings) };
    let again = playing::play(&pack, around);
    report(&pack, &again, screen)
}

/// Shows what failed, each file in a line, and the sum.
fn report(pack: &Pack, all: &[Played], screen: &mut Screen) -> Result<Outcome> {
    for played in all {
        let text = text_of(pack, &played.file);
        for failed in &played.failed {
            shown::case(&played.file, text, failed, screen)?;
            screen.blank()?;
        }
    }
    for played in all {
        screen.plain(&summary(played))?;
        for case in &played.expecting_nothing {
            let remark = format!("the case `{case}` expects nothing, so it passes whatever comes");
            screen.under(&remark)?;
        }
    }
    let passed: usize = all.iter().map(|played| played.passed).sum();
    let failed: usize = all.iter().map(|played| played.failed.len()).sum();
    if passed + failed == 0 {
        screen.plain("0 passed, 0 failed")?;
        screen.plain("A pack without cases has not been tested; write one in `cases/`.")?;
        return Ok(Outcome::Findings);
    }
    screen.heading(&format!("{passed} passed, {failed} failed"))?;
    let are_all_played = all.iter().all(|played| played.nobody.is_none());
    Ok(if failed == 0 && are_all_played { Outcome::Clean } else { Outcome::Findings })
}

fn summary(played: &Played) -> String {
    let (file, failed) = (&played.file, played.failed.len());
    match &played.nobody {
        Some(id) => format!("{file}: not played, for nobody to meet is called `{id}`"),
        None if played.passed + failed == 0 => format!("{file}: no cases"),
        None if failed == 0 => format!("{file}: {} passed", counted(played.passed, "case")),
        None => format!("{file}: {} passed, {failed} failed", counted(played.passed, "case")),
    }
}

/// Whether anything failed that `--bless` can change.
fn can_be_blessed(all: &[Played]) -> bool {
    all.iter()
        .flat_map(|played| &played.failed)
        .flat_map(Failed::failures)
        .any(|(_, checked)| checked.expectation != Expectation::SaysAny)
}

fn hint(folder: &Path, screen: &mut Screen) -> Result<()> {
    screen.blank()?;
    screen.plain("If what came is right, this writes it into the cases that failed:")?;
    screen.under(&format!("coffeechat pack test --bless {}", typed(folder)))?;
    Ok(())
}

/// What a file of the pack says.
fn text_of<'a>(pack: &'a Pack, file: &str) -> &'a str {
    let source = pack.sources.iter().find(|source| source.path == file);
    source.map_or("", |source| source.text.as_str())
}

/// The number of the line a byte of a text is on, from 1.
fn line_of(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1
}
