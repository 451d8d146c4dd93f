//! People one knows: who, through whom, when one talked, what was promised, what is due next.
//!
//! The book is a list of entries that only grows, and everything else is a fold of it, so two windows can
//! write at once and nothing is lost. People whom an interviewee of a rehearsal has named are in it too,
//! marked as such: they come from the runs, and are not written down twice.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

use crate::text::clean;
use crate::text::words::slug;

/// One thing that was written down about somebody. What is none stays as it was.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Entry {
    /// When it was written, as the program was told.
    pub at: String,
    /// About whom: the id of a [`Contact`].
    pub id: String,
    /// Full name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What they do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// Who named or introduced them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub through: Option<String>,
    /// The day one talked with them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub talked: Option<String>,
    /// What was promised, by either.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub promised: Option<String>,
    /// The next step.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
    /// The day the next step is due.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<String>,
    /// Whether the next step is done.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub done: bool,
    /// Whether a person of a rehearsal named them. Such entries come from the runs and are not written down.
    #[serde(skip)]
    pub rehearsal: bool,
    /// Whether they are taken out of the book.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub removed: bool,
}

/// Somebody in the book.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Contact {
    /// Their name in small letters; the same for the same name.
    pub id: String,
    /// Full name.
    pub name: String,
    /// What they do.
    pub role: String,
    /// Who named or introduced them.
    pub through: String,
    /// The day one talked with them; empty if not yet.
    pub talked: String,
    /// What was promised.
    pub promised: String,
    /// The next step; empty if nothing is open.
    pub next: String,
    /// The day the next step is due; empty if it has none.
    pub due: String,
    /// Steps that were done, with the day.
    pub done: Vec<String>,
    /// Whether a person of a rehearsal named them: then there is nobody to write to.
    pub rehearsal: bool,
}

/// The id that somebody of this name has.
#[must_use]
pub fn id_of(name: &str) -> String {
    slug(name)
}

/// Reads the book. A line that cannot be read costs itself only; how many there were is the second value.
#[must_use]
pub fn read(text: &str) -> (Vec<Entry>, usize) {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    let mut unread = 0;
    let entries = lines.filter_map(|line| match serde_json::from_str(line) {
        Ok(entry) => Some(entry),
        Err(_) => {
            unread += 1;
            None
        }
    });
    let entries = entries.collect();
    (entries, unread)
}

/// An entry as a line of the book.
///
/// # Panics
/// Never: an entry is plain data.
#[must_use]
pub fn to_line(entry: &Entry) -> String {
    serde_json::to_string(entry).expect("an entry is plain data")
}

/// Everybody in the book, what is due first; those from rehearsals after the others.
#[must_use]
pub fn everybody(entries: Vec<Entry>, rehearsed: Vec<Entry>) -> Vec<Contact> {
    let mut book: Vec<Contact> = Vec::new();
    let mut entries: Vec<Entry> = rehearsed.into_iter().chain(entries).collect();
    entries.sort_by(|a, b| a.at.cmp(&b.at));
    for entry in &entries {
        let is_real = book.iter().any(|known| known.id == entry.id && !known.rehearsal);
        if entry.rehearsal && is_real {
            continue;
        }
        if entry.removed {
            book.retain(|known| known.id != entry.id);
            continue;
        }
        let known = book.iter().position(|known| known.id == entry.id);
        let at = known.unwrap_or_else(|| {
            let rehearsal = entry.rehearsal;
            book.push(Contact { id: entry.id.clone(), rehearsal, ..Contact::default() });
            book.len() - 1
        });
        let contact = &mut book[at];
        if entry.done && !contact.next.is_empty() {
            let day = entry.at.get(..10).unwrap_or(&entry.at);
            contact.done.push(format!("{} ({day})", contact.next));
            contact.next.clear();
            contact.due.clear();
        }
        // Who is written down by hand is somebody real, and not whom a rehearsal named.
        if contact.rehearsal && !entry.rehearsal && entry.name.is_some() {
            *contact = Contact { id: entry.id.clone(), ..Contact::default() };
        }
        if entry.next.is_some() {
            contact.due.clear(); // a new step is not due when the old one was
        }
        for (field, new) in [
            (&mut contact.name, &entry.name),
            (&mut contact.role, &entry.role),
            (&mut contact.through, &entry.through),
            (&mut contact.talked, &entry.talked),
            (&mut contact.promised, &entry.promised),
            (&mut contact.next, &entry.next),
            (&mut contact.due, &entry.due),
        ] {
            if let Some(new) = new {
                field.clone_from(new);
            }
        }
    }
    book.sort_by(|a, b| {
        let order = |one: &Contact| {
            (
                one.rehearsal,
                one.next.is_empty(),
                one.due.is_empty(),
                one.due.clone(),
                one.name.clone(),
            )
        };
        order(a).cmp(&order(b))
    });
    book
}

/// Everybody whose name or id is, or begins with, what was typed.
#[must_use]
pub fn called<'a>(typed: &str, book: &'a [Contact]) -> Vec<&'a Contact> {
    let wanted = slug(typed);
    if wanted.is_empty() {
        return Vec::new();
    }
    if let Some(one) = book.iter().find(|one| one.id == wanted) {
        return vec![one];
    }
    let parts = |one: &Contact| one.id.split('-').any(|part| part == wanted);
    book.iter().filter(|one| one.id.starts_with(&wanted) || parts(one)).collect()
}

/// The book as vCards (version 3.0, RFC 2426), which address books and telephones read. People of
/// rehearsals are left out: nobody wants them in a telephone.
#[must_use]
pub fn vcards(book: &[Contact]) -> String {
    let mut cards = String::new();
    for one in book.iter().filter(|one| !one.rehearsal) {
        let (given, family) = one.name.rsplit_once(' ').unwrap_or((&one.name, ""));
        let mut note: Vec<String> = Vec::new();
        for (label, text) in [
            ("Through", &one.through),
            ("Talked", &one.talked),
            ("Promised", &one.promised),
            ("Next", &one.next),
            ("Due", &one.due),
        ] {
            if !text.is_empty() {
                note.push(format!("{label}: {text}"));
            }
        }
        let mut lines = vec![
            "BEGIN:VCARD".to_owned(),
            "VERSION:3.0".to_owned(),
            format!("UID:{}@coffeechat", escaped(&one.id)),
            format!("N:{};{};;;", escaped(family), escaped(given)),
            format!("FN:{}", escaped(&one.name)),
        ];
        if !one.role.is_empty() {
            lines.push(format!("TITLE:{}", escaped(&one.role)));
        }
        if !note.is_empty() {
            let note: Vec<String> = note.iter().map(|line| escaped(line)).collect();
            lines.push(format!("NOTE:{}", note.join("\\n")));
        }
        lines.push("END:VCARD".to_owned());
        for line in lines {
            let _ = write!(cards, "{}\r\n", folded(&line));
        }
    }
    cards
}

/// A value as vCards have it.
fn escaped(text: &str) -> String {
    clean::line(text).replace('\\', "\\\\").replace(',', "\\,").replace(';', "\\;")
}

/// A line in pieces of at most 75 bytes, each after the first indented by a space.
fn folded(line: &str) -> String {
    let mut folded = String::new();
    let mut bytes = 0;
    for character in line.chars() {
        if bytes + character.len_utf8() > 74 {
            folded.push_str("\r\n ");
            bytes = 0;
        }
        bytes += character.len_utf8();
        folded.push(character);
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::{Contact, Entry, called, everybody, folded, read, to_line, vcards};

    fn entry(id: &str, change: impl FnOnce(&mut Entry)) -> Entry {
        let mut entry =
            Entry { at: "2026-11-22 10:00:00".to_owned(), id: id.to_owned(), ..Entry::default() };
        change(&mut entry);
        entry
    }

    #[test]
    fn what_is_due_comes_first_and_what_is_done_is_kept() {
        let entries = [
            entry("ann-lee", |e| {
                e.name = Some("Ann Lee".to_owned());
                e.next = Some("write".to_owned());
                e.due = Some("2026-12-01".to_owned());
            }),
            entry("bo", |e| {
                e.name = Some("Bo".to_owned());
                e.next = Some("call".to_owned());
                e.due = Some("2026-11-01".to_owned());
            }),
            entry("cy", |e| e.name = Some("Cy".to_owned())),
        ];
        let tomek = entry("tomek", |e| {
            e.name = Some("Tomek".to_owned());
            e.rehearsal = true;
        });
        let names =
            |book: &[Contact]| -> Vec<String> { book.iter().map(|one| one.name.clone()).collect() };
        let book = everybody(entries.to_vec(), vec![tomek.clone(), tomek.clone()]);
        assert_eq!(names(&book), ["Bo", "Ann Lee", "Cy", "Tomek"]);
        let mut entries = entries.to_vec();
        entries.push(entry("bo", |e| e.done = true));
        entries.push(entry("cy", |e| e.removed = true));
        // Named again after it was done, there is a step again; written down by hand, they are real.
        let mut again = vec![tomek.clone(), tomek.clone()];
        for (named, day) in again.iter_mut().zip(["2026-11-01", "2026-11-25"]) {
            named.at = day.to_owned();
            named.next = Some("write".to_owned());
        }
        let done = entry("tomek", |e| e.done = true);
        let book = everybody(vec![done], again.clone());
        assert_eq!((book[0].next.as_str(), book[0].done.len()), ("write", 1));
        let real = entry("tomek", |e| e.name = Some("Tomek".to_owned()));
        let book = everybody(vec![real], again);
        assert!(!book[0].rehearsal && book[0].next.is_empty(), "{book:?}");
        let book = everybody(entries, Vec::new());
        assert_eq!(names(&book), ["Ann Lee", "Bo"]);
        assert_eq!(book[1].done, ["call (2026-11-22)"]);
        assert!(book[1].next.is_empty() && book[1].due.is_empty());
        assert_eq!(called("lee", &book).len(), 1);
        assert_eq!(called("Ann Lee", &book)[0].name, "Ann Lee");
        assert!(called("x", &book).is_empty());
    }

    #[test]
    fn a_torn_line_costs_itself() {
        let whole = to_line(&entry("bo", |e| e.name = Some("Bo".to_owned())));
        let (entries, unread) = read(&format!("{whole}\n{}\n{whole}\n", &whole[..12]));
        assert_eq!((entries.len(), unread), (2, 1));
    }

    #[test]
    fn a_card_says_what_is_in_the_book_and_leaves_out_who_is_not_real() {
        let book = [
            Contact {
                id: "ann".to_owned(),
                name: "Ann; Lee".to_owned(),
                promised: "a name,\nsoon".to_owned(),
                ..Contact::default()
            },
            Contact { id: "t".to_owned(), rehearsal: true, ..Contact::default() },
        ];
        let cards = vcards(&book);
        assert_eq!(cards.matches("BEGIN:VCARD").count(), 1);
        assert!(cards.contains("FN:Ann\\; Lee\r\n"), "{cards}");
        assert!(cards.contains("NOTE:Promised: a name\\,"), "{cards}");
        let long = folded(&"é".repeat(100));
        assert!(long.split("\r\n").all(|piece| piece.len() <= 75), "{long}");
    }
}
