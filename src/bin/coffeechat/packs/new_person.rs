//! `pack new --person`: a dozen questions about a real contact, and a scenario out of the answers.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use coffeechat::disk;
use coffeechat::own_person::{Known, MANIFEST, MINUTES, Temper};
use coffeechat::pack::builtin;

use crate::args::pack::NewArgs;
use crate::screen::{Screen, typed};
use crate::sheet::{Asked, Sheet};
use crate::surroundings::Surroundings;
use crate::{Outcome, packs};

/// Runs `pack new --person`.
pub(crate) fn run(args: &NewArgs, around: &Surroundings, screen: &mut Screen) -> Result<Outcome> {
    if !args.person {
        bail!(
            "say what to begin: a pack, a scenario, a topic or a case; `coffeechat pack new --help` shows how"
        )
    }
    let Some(folder) = args.folder.clone().or_else(|| around.people()) else {
        bail!("the system names no place for data; name a folder")
    };
    let mut sheet = Sheet::new(around.typed, screen)?;
    sheet.screen.heading("Your own person")?;
    sheet.screen.plain(
        "A dozen questions about somebody you are going to meet. Enter skips one you cannot answer: what \
         you do not know, they will not pretend to. Where it says “as they might tell it”, write as they \
         would speak: I studied…",
    )?;
    sheet.screen.blank()?;
    let Some(known) = ask(&folder, &mut sheet)? else {
        sheet.screen.plain("Without a name there is nobody to play. Nothing was written.")?;
        sheet.screen.flush()?;
        return Ok(Outcome::Findings);
    };
    let path = match write(&known, &folder) {
        Ok(path) => path,
        Err(error) => {
            // What was typed is not lost: it can be copied from here.
            sheet.screen.blank()?;
            sheet.screen.raw(&known.scenario())?;
            sheet.screen.flush()?;
            return Err(error);
        }
    };
    let screen = sheet.screen;
    screen.blank()?;
    if packs::open(Some(&folder), None)?.is_none() {
        return Ok(Outcome::Findings);
    }
    screen.plain(&format!(
        "{} is in {}. Edit it as you learn more.",
        known.name,
        path.display()
    ))?;
    let id = known.id();
    if Some(&folder) == around.people().as_ref() {
        screen.plain(&format!("coffeechat practice {id}"))?;
    } else {
        screen.plain(&format!("coffeechat practice {id} --pack {}", typed(&folder)))?;
    }
    screen.flush()?;
    Ok(Outcome::Clean)
}

/// Asks what is known; none without a name. Ctrl-D keeps what there is.
fn ask(folder: &Path, sheet: &mut Sheet<'_>) -> Result<Option<Known>> {
    let mut known = Known::default();
    while known.id().is_empty() {
        match sheet.ask("Their name?")? {
            Asked::Text(name) => known.name = name,
            Asked::Skipped | Asked::Stopped => return Ok(None),
        }
        if known.id().is_empty() {
            sheet.screen.under("It needs some plain letters, for the name of the file.")?;
        }
    }
    // Before all the other questions: nothing is written over, and nobody stands in for somebody else.
    let path = path_of(&known, folder);
    if path.exists() {
        bail!("`{}` is there already; edit it, or delete it first to begin anew", path.display());
    }
    let file = format!("scenarios/{}.toml", known.id());
    if builtin::sources().iter().any(|source| source.path == file) {
        bail!(
            "somebody of the built-in pack is called so; a middle name or an initial tells them apart"
        );
    }
    let mut one =
        |question: &str| -> Result<String> { Ok(sheet.ask(question)?.text().unwrap_or_default()) };
    known.role = one("What do they do? As on a card.")?;
    known.organisation = one("Where do they work?")?;
    known.field = one("Which field is that, in a word or two?")?;
    known.years = one("How long have they done it? Such as: six years.")?;
    known.path = one("How did they get there, as they might tell it?")?;
    known.days = one("What are their days like, as they might tell it?")?;
    known.enjoys = one("What do they seem to care about, as they might tell it?")?;
    known.how_met = one("How did you come to them?")?;
    known.public =
        sheet.lines("What can anybody read of them? A line each; an empty line ends.", 12)?;
    let mut question = "How do they come across: warm, reserved, busy or rambling?".to_owned();
    while let Asked::Text(typed) = sheet.ask(&question)? {
        if let Some(temper) = Temper::of(&typed) {
            known.temper = temper;
            break;
        }
        question =
            format!("`{typed}` is none of warm, reserved, busy, rambling. Which is nearest?");
    }
    let mut question = "How many minutes do you have?".to_owned();
    while let Asked::Text(typed) = sheet.ask(&question)? {
        let minutes = match typed.to_lowercase().as_str() {
            "half an hour" => Some(30),
            "an hour" | "one hour" => Some(60),
            other => other.split_whitespace().find_map(|word| word.parse().ok()),
        };
        known.minutes = minutes.filter(|minutes| MINUTES.contains(minutes));
        if known.minutes.is_some() {
            break;
        }
        question = format!("`{typed}` is no number from {} to {}.", MINUTES.start(), MINUTES.end());
    }
    Ok(Some(known))
}

fn path_of(known: &Known, folder: &Path) -> PathBuf {
    folder.join("scenarios").join(format!("{}.toml", known.id()))
}

/// Writes the scenario into the pack of the folder, and the pack if there is none. What is there is never
/// written over.
fn write(known: &Known, folder: &Path) -> Result<PathBuf> {
    let scenarios = folder.join("scenarios");
    disk::make_folder(&scenarios)?;
    let manifest = folder.join("pack.toml");
    if !manifest.exists() {
        disk::write_new(&manifest, MANIFEST)?;
    }
    let path = path_of(known, folder);
    disk::write_new(&path, &known.scenario())?;
    Ok(path)
}
