//! `data`: where everything lies; all of it copied, with names taken out if wanted, or deleted.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use coffeechat::contacts;
use coffeechat::disk;
use coffeechat::disk::tree::{self, Entry};
use coffeechat::plan::Plan;
use coffeechat::text::redact::Redaction;

use crate::Outcome;
use crate::args::{DataArgs, DataCommand};
use crate::findings::counted;
use crate::screen::Screen;
use crate::sheet::Sheet;
use crate::surroundings::Surroundings;

/// What the program keeps, by the first part of the path, in words.
const KINDS: [(&str, &str); 6] = [
    ("runs", "talks, with what you said and wrote about them"),
    ("plans", "plans"),
    ("people", "your own people"),
    ("contacts.jsonl", "contacts"),
    ("practised.jsonl", "drills and talks you watched"),
    ("history.txt", "lines you typed, for the arrow keys"),
];

/// Runs `data`.
pub(crate) fn run(args: &DataArgs, around: &Surroundings, screen: &mut Screen) -> Result<Outcome> {
    let Some(folder) = &around.data else {
        bail!("the system names no place for data; set COFFEECHAT_HOME to a folder")
    };
    // Only what the program has put there: the folder may be somebody's own.
    let mut files = tree::files(folder)?;
    files.retain(|entry| KINDS.iter().any(|(kind, _)| entry.path.starts_with(kind)));
    match &args.command {
        None | Some(DataCommand::Show) => show(folder, &files, screen)?,
        Some(DataCommand::Export { to, redact }) => export(folder, &files, to, *redact, screen)?,
        Some(DataCommand::Delete { yes }) => delete(folder, &files, *yes, around, screen)?,
    }
    screen.flush()?;
    Ok(Outcome::Clean)
}

fn show(folder: &Path, files: &[Entry], screen: &mut Screen) -> Result<()> {
    screen.plain(&format!("Everything lies in {}, and nowhere else.", folder.display()))?;
    if files.is_empty() {
        screen.plain("Nothing is there yet.")?;
    }
    for (kind, what) in KINDS {
        let of_kind: Vec<&Entry> =
            files.iter().filter(|entry| entry.path.starts_with(kind)).collect();
        if of_kind.is_empty() {
            continue;
        }
        let bytes: u64 = of_kind.iter().map(|entry| entry.bytes).sum();
        screen.item(&format!(
            "{kind}: {what} ({}, {} kB)",
            counted(of_kind.len(), "file"),
            bytes.div_ceil(1000)
        ))?;
    }
    screen.blank()?;
    screen.plain("coffeechat data export FOLDER            copies it all")?;
    screen.plain("coffeechat data export --redact FOLDER   with names taken out")?;
    screen.plain("coffeechat data delete                   deletes it all")?;
    Ok(())
}

fn export(
    folder: &Path,
    files: &[Entry],
    to: &Path,
    redact: bool,
    screen: &mut Screen,
) -> Result<()> {
    if std::path::absolute(to)
        .ok()
        .zip(std::path::absolute(folder).ok())
        .is_some_and(|(to, folder)| to.starts_with(folder))
    {
        bail!("`{}` is inside the data folder; name a folder elsewhere", to.display());
    }
    tree::make_empty(to)?;
    let redaction = redact.then(|| Redaction::of(names(folder, files)));
    for entry in files {
        let text = disk::read_text(&folder.join(&entry.path))?;
        let text = redaction.as_ref().map_or(text.clone(), |redaction| redaction.apply(&text));
        let path = match &redaction {
            Some(redaction) => {
                PathBuf::from(redaction.apply_to_path(&entry.path.to_string_lossy()))
            }
            None => entry.path.clone(),
        };
        let whole = to.join(path);
        if let Some(above) = whole.parent() {
            disk::make_folder(above)?;
        }
        disk::write_new(&whole, &text)?;
    }
    screen.plain(&format!("{} copied to {}.", counted(files.len(), "file"), to.display()))?;
    if let Some(redaction) = redaction {
        screen.plain(&format!(
            "{} taken out: of your contacts, plans and own people, and your own where you said it. \
             Read it once before you give it away: free text can name somebody in other ways.",
            counted(redaction.len(), "name")
        ))?;
    }
    Ok(())
}

/// The names that stand in the data: of contacts, plans and own people, and the learner's own.
fn names(folder: &Path, files: &[Entry]) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for entry in files {
        let Ok(text) = disk::read_text(&folder.join(&entry.path)) else { continue };
        if entry.path.starts_with("contacts.jsonl") {
            let (entries, _) = contacts::read(&text);
            for one in entries {
                names.extend(one.name.into_iter().chain(one.through));
            }
        } else if entry.path.starts_with("plans") {
            names.extend(Plan::read(&text).ok().map(|plan| plan.name));
        } else if entry.path.starts_with("people") {
            names.extend(coffeechat::text::redact::values_of(&text, &["name", "organisation"]));
        } else if entry.path.starts_with("runs") {
            names.extend(coffeechat::text::redact::own_names(&text));
        }
    }
    names.retain(|name| !name.trim().is_empty());
    names
}

fn delete(
    folder: &Path,
    files: &[Entry],
    yes: bool,
    around: &Surroundings,
    screen: &mut Screen,
) -> Result<()> {
    if files.is_empty() {
        screen.plain("There is nothing to delete.")?;
        return Ok(());
    }
    let what = format!("{} in {}", counted(files.len(), "file"), folder.display());
    if !yes {
        if !around.interactive {
            bail!("this would delete {what}; `--yes` does it");
        }
        let mut sheet = Sheet::new(true, screen)?;
        if !sheet.yes(&format!("Delete {what}? It cannot be taken back."), false)? {
            sheet.screen.plain("Nothing was deleted.")?;
            return Ok(());
        }
    }
    tree::delete(folder, files)?;
    Ok(screen.plain(&format!("Deleted: {what}."))?)
}
