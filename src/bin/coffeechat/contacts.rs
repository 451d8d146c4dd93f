//! `contacts`: the people one knows, through whom, and what is due.

use std::path::PathBuf;

use anyhow::{Result, bail};
use coffeechat::contacts::{self, Contact, Entry};
use coffeechat::disk;

use crate::Outcome;
use crate::args::{BookFormat, ContactArgs, ContactCommand, ContactsArgs};
use crate::past::Past;
use crate::screen::{Screen, message};
use crate::surroundings::{self, Side, Surroundings};

/// Runs `contacts`.
pub(crate) fn run(
    args: &ContactsArgs,
    around: &Surroundings,
    screen: &mut Screen,
) -> Result<Outcome> {
    let Some(path) = around.contacts() else {
        bail!("the system names no place for data; set COFFEECHAT_HOME to a folder")
    };
    let book = Book::read(path, around)?;
    match &args.command {
        None | Some(ContactCommand::List) => book.list(screen)?,
        Some(ContactCommand::Add(args)) => book.add(args, screen)?,
        Some(ContactCommand::Done { name, next, due }) => {
            book.done(name, next.as_deref(), due.as_deref(), screen)?;
        }
        Some(ContactCommand::Remove { name }) => book.remove(name, screen)?,
        Some(ContactCommand::Export { format, rehearsals }) => {
            book.export(*format, *rehearsals, screen)?;
        }
    }
    screen.flush()?;
    Ok(Outcome::Clean)
}

/// The book as it is now.
struct Book {
    path: PathBuf,
    everybody: Vec<Contact>,
}

impl Book {
    fn read(path: PathBuf, around: &Surroundings) -> Result<Self> {
        let text = if path.exists() { disk::read_text(&path)? } else { String::new() };
        let (entries, unread) = contacts::read(&text);
        if unread > 0 {
            message(&format!(
                "{} of {} could not be read and cost only themselves.",
                crate::findings::counted(unread, "line"),
                path.display()
            ));
        }
        let everybody = contacts::everybody(entries, Past::look(around).named);
        Ok(Self { path, everybody })
    }

    /// Everybody, what is due first.
    fn list(&self, screen: &mut Screen) -> Result<()> {
        if self.everybody.is_empty() {
            screen.plain(
                "Nobody is in the book yet. A rehearsal adds whom you are sent to; by hand:",
            )?;
            screen.plain("coffeechat contacts add \"Dana Whitfield\" --through \"my aunt\"")?;
            return Ok(());
        }
        let today = surroundings::today();
        let mut rehearsal = false;
        for one in &self.everybody {
            if one.rehearsal && !rehearsal {
                rehearsal = true;
                screen.heading("From rehearsals (they are not real)")?;
                screen.blank()?;
            }
            let role = if one.role.is_empty() { String::new() } else { format!(", {}", one.role) };
            screen.heading(&format!("{}{role}", one.name))?;
            for (label, text) in
                [("Through", &one.through), ("Talked", &one.talked), ("Promised", &one.promised)]
            {
                if !text.is_empty() {
                    screen.under(&format!("{label}: {text}"))?;
                }
            }
            if !one.next.is_empty() {
                let due = match one.due.as_str() {
                    "" => String::new(),
                    due if due < today.as_str() => {
                        format!(", was due {}", surroundings::spoken(due))
                    }
                    due if due == today => ", due today".to_owned(),
                    due => format!(", due {}", surroundings::spoken(due)),
                };
                screen.under(&format!("Next: {}{due}", one.next))?;
            }
            for done in &one.done {
                screen.under(&format!("Done: {done}"))?;
            }
            screen.blank()?;
        }
        Ok(())
    }

    fn add(&self, args: &ContactArgs, screen: &mut Screen) -> Result<()> {
        let name = args.name.trim();
        let id = contacts::id_of(name);
        if id.is_empty() {
            bail!("a name needs letters");
        }
        let known = self.everybody.iter().find(|one| one.id == id && !one.rehearsal);
        let entry = Entry {
            at: surroundings::now(),
            id,
            name: Some(name.to_owned()),
            role: args.role.clone(),
            through: args.through.clone(),
            talked: day(args.talked.as_deref(), Side::Behind)?,
            promised: args.promised.clone(),
            next: args.next.clone(),
            due: day(args.due.as_deref(), Side::Ahead)?,
            ..Entry::default()
        };
        disk::append(&self.path, &contacts::to_line(&entry))?;
        let did = if known.is_some() { "Changed" } else { "Added" };
        Ok(screen.plain(&format!("{did}: {name}."))?)
    }

    fn done(
        &self,
        name: &str,
        next: Option<&str>,
        due: Option<&str>,
        screen: &mut Screen,
    ) -> Result<()> {
        let one = self.find(name)?;
        if one.next.is_empty() && next.is_none() {
            bail!("nothing is open with {}; `--next` names a next step", one.name);
        }
        let entry = Entry {
            at: surroundings::now(),
            id: one.id.clone(),
            next: next.map(str::to_owned),
            due: day(due, Side::Ahead)?,
            done: true,
            ..Entry::default()
        };
        disk::append(&self.path, &contacts::to_line(&entry))?;
        if !one.next.is_empty() {
            screen.plain(&format!("Done: {}.", one.next))?;
        }
        match next {
            Some(next) => screen.plain(&format!("Next with {}: {next}.", one.name))?,
            None => screen.plain(&format!("Nothing is open with {} now.", one.name))?,
        }
        Ok(())
    }

    fn remove(&self, name: &str, screen: &mut Screen) -> Result<()> {
        let one = self.find(name)?;
        let entry = Entry {
            at: surroundings::now(),
            id: one.id.clone(),
            removed: true,
            ..Entry::default()
        };
        disk::append(&self.path, &contacts::to_line(&entry))?;
        Ok(screen.plain(&format!("Taken out of the list: {}.", one.name))?)
    }

    fn find(&self, name: &str) -> Result<&Contact> {
        match contacts::called(name, &self.everybody).as_slice() {
            [one] => Ok(one),
            [] => bail!("nobody in the book is called `{name}`; `coffeechat contacts` lists them"),
            many => {
                let names: Vec<&str> = many.iter().map(|one| one.name.as_str()).collect();
                bail!("`{name}` could be {}; give the whole name", names.join(" or "))
            }
        }
    }

    fn export(&self, format: BookFormat, rehearsals: bool, screen: &mut Screen) -> Result<()> {
        match format {
            BookFormat::Vcard => screen.text(&contacts::vcards(&self.everybody))?,
            BookFormat::Csv => {
                let shown = self.everybody.iter().filter(|one| rehearsals || !one.rehearsal);
                let mut rows = vec![
                    [
                        "name",
                        "role",
                        "through",
                        "talked",
                        "promised",
                        "next",
                        "due",
                        "done",
                        "rehearsal",
                    ]
                    .map(str::to_owned)
                    .to_vec(),
                ];
                rows.extend(shown.map(|one| {
                    vec![
                        one.name.clone(),
                        one.role.clone(),
                        one.through.clone(),
                        one.talked.clone(),
                        one.promised.clone(),
                        one.next.clone(),
                        one.due.clone(),
                        one.done.join("; "),
                        if one.rehearsal { "yes" } else { "no" }.to_owned(),
                    ]
                }));
                screen.csv(&rows)?;
            }
        }
        Ok(())
    }
}

/// A day as it is kept.
fn day(typed: Option<&str>, side: Side) -> Result<Option<String>> {
    let Some(typed) = typed else { return Ok(None) };
    match surroundings::day_of(typed, side) {
        Some(day) => Ok(Some(day)),
        None => bail!("`{typed}` is no day; try 2026-11-26, Thursday or `in 2 weeks`"),
    }
}
