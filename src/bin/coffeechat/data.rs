//! `data`: where everything lies; all of it copied, with names taken out if wanted, or deleted.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use coffeechat::contacts;
use coffeechat::disk;
use coffeechat::disk::tree::{self, Entry};
use coffeechat::own_person;
use coffeechat::plan::Plan;
use coffeechat::session::event::{self, Event};
use coffeechat::text::redact::{self, Redaction};

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
    let files = kept(folder)?;
    match &args.command {
        None | Some(DataCommand::Show) => show(folder, &files, screen)?,
        Some(DataCommand::Export { to, redact }) => export(folder, &files, to, *redact, screen)?,
        Some(DataCommand::Delete { yes }) => delete(folder, &files, *yes, around, screen)?,
    }
    screen.flush()?;
    Ok(Outcome::Clean)
}

/// What the program has put into the folder, and nothing else: the folder may be somebody's own.
fn kept(folder: &Path) -> Result<Vec<Entry>> {
    let mut files = Vec::new();
    for (kind, _) in KINDS {
        let path = folder.join(kind);
        if path.is_dir() {
            let inside = tree::files(&path)?.into_iter();
            files.extend(
                inside.map(|entry| Entry { path: Path::new(kind).join(entry.path), ..entry }),
            );
        } else if let Ok(data) = path.metadata() {
            files.push(Entry { path: PathBuf::from(kind), bytes: data.len() });
        }
    }
    Ok(files)
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
    let redaction = redact.then(|| redaction(folder, files));
    for entry in files {
        let from = folder.join(&entry.path);
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
        match &redaction {
            Some(redaction) => {
                let text = redacted(&entry.path, &disk::read_text(&from)?, redaction);
                disk::write_new(&whole, &text)?;
            }
            None => disk::copy(&from, &whole)?,
        }
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

/// A file without the names, so that it still reads back.
fn redacted(path: &Path, text: &str, redaction: &Redaction) -> String {
    let alter = |text: &str| redaction.apply(text);
    let lines = |one: &dyn Fn(&str) -> Option<String>| {
        let lines = text.lines().filter_map(one); // a line that cannot be read could hold anything
        lines.collect::<Vec<String>>().join("\n") + "\n"
    };
    if path.starts_with("runs") {
        let is_own =
            text.lines().any(|line| line.contains("\"opened\"") && line.contains("\"pack\":\""));
        lines(&|line| event::reworded(line, is_own, &alter))
    } else if path.starts_with("contacts.jsonl") {
        lines(&|line| {
            let (mut entries, _) = contacts::read(line);
            let mut entry = entries.pop()?;
            entry.id = redaction.apply_to_path(&entry.id);
            for field in [
                &mut entry.name,
                &mut entry.role,
                &mut entry.through,
                &mut entry.promised,
                &mut entry.next,
            ] {
                *field = field.as_ref().map(|text| alter(text));
            }
            Some(contacts::to_line(&entry))
        })
    } else if path.starts_with("practised.jsonl") {
        text.to_owned()
    } else {
        // TOML, and lines that were typed: names stand in values only.
        alter(text)
    }
}

/// The names that stand in the data: of contacts, plans and own people, and the learner's own.
fn redaction(folder: &Path, files: &[Entry]) -> Redaction {
    let (mut people, mut phrases) = (BTreeSet::new(), BTreeSet::new());
    for entry in files {
        let Ok(text) = disk::read_text(&folder.join(&entry.path)) else { continue };
        if entry.path.starts_with("contacts.jsonl") {
            let (entries, _) = contacts::read(&text);
            for one in entries {
                people.extend(one.name);
                phrases.extend(one.through);
            }
        } else if entry.path.starts_with("plans") {
            if let Ok(plan) = Plan::read(&text) {
                people.extend(redact::own_names(&plan.introduction));
                people.insert(plan.name);
            }
        } else if let Some((name, organisation)) = own_person::names_in(&text)
            && entry.path.starts_with("people")
        {
            people.insert(name);
            phrases.extend(organisation);
        } else if entry.path.starts_with("runs") {
            let (events, _) = event::from_log(&text);
            for event in events {
                if let Event::Said { text, .. } = event {
                    people.extend(redact::own_names(&text));
                }
            }
        }
    }
    people.retain(|name| !name.trim().is_empty());
    phrases.retain(|name| name.chars().any(char::is_uppercase));
    Redaction::of(&people, &phrases, &own_person::id_of)
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
