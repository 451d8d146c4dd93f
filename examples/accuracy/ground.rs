//! What all tasks stand on: the folder of labelled rows, and the ear and the coach they are put to.

use std::num::NonZero;
use std::path::Path;
use std::thread;

use coffeechat::coach::{self, Assessment, Setting};
use coffeechat::hearing::heard::Heard;
use coffeechat::hearing::{Before, Ear};
use coffeechat::pack::Pack;
use serde_json::Value;

use crate::labelled::{Outcome, read, text};

/// How a row is put to the ear.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Typed {
    /// As it was written.
    AsWritten,
    /// With a full stop for each question mark.
    NoMark,
    /// In lower case and without punctuation.
    Bare,
}

impl Typed {
    /// All ways.
    pub(crate) const ALL: [Self; 3] = [Self::AsWritten, Self::NoMark, Self::Bare];

    /// A line typed this way.
    pub(crate) fn line(self, text: &str) -> String {
        match self {
            Self::AsWritten => text.to_owned(),
            Self::NoMark => text.replace('?', ".").trim().to_owned(),
            Self::Bare => {
                let is_kept = |c: char| c.is_alphanumeric() || c == '_' || c == '\'';
                let lower = text.to_lowercase();
                let spaced: String =
                    lower.chars().map(|c| if is_kept(c) { c } else { ' ' }).collect();
                spaced.split_whitespace().collect::<Vec<_>>().join(" ")
            }
        }
    }
}

/// The folder, and who listens.
pub(crate) struct Ground<'a> {
    folder: &'a Path,
    pack: &'a Pack,
    /// The ear for the topics of the built-in pack, and of no scenario.
    pub(crate) ear: Ear<'a>,
}

impl<'a> Ground<'a> {
    /// Stands on a folder and a pack.
    pub(crate) fn new(folder: &'a Path, pack: &'a Pack) -> Self {
        let ear = Ear::new(pack, None);
        ear.prepare();
        Self { folder, pack, ear }
    }

    /// The rows of a file of the folder.
    pub(crate) fn rows(&self, file: &str) -> Outcome<Vec<Value>> {
        read(self.folder, file)
    }

    /// Hears a line after what the partner said, if anything. That somebody asked back is never assumed:
    /// it is for the talk to know, and rows are no talk.
    pub(crate) fn hear(&self, line: &str, partner: &str) -> Heard {
        let partner = Some(partner).filter(|words| !words.is_empty());
        self.ear.hear(line, Before { partner, ..Before::default() })
    }

    /// Hears and assesses a line, as `assess --jsonl` does.
    pub(crate) fn assess(&self, line: &str, partner: &str) -> Assessment {
        let heard = self.hear(line, partner);
        coach::assess(&self.ear, self.pack, &heard, Setting::default())
    }

    /// Hears all rows.
    pub(crate) fn hear_all(&self, rows: &[Value], typed: Typed) -> Vec<Heard> {
        each(rows, |row| self.hear(&typed.line(text(row, "text")), text(row, "prev")))
    }

    /// Assesses all rows.
    pub(crate) fn assess_all(&self, rows: &[Value], typed: Typed) -> Vec<Assessment> {
        each(rows, |row| self.assess(&typed.line(text(row, "text")), text(row, "prev")))
    }
}

/// What comes of each item, in order, on all cores.
pub(crate) fn each<T: Sync, U: Send>(items: &[T], work: impl Fn(&T) -> U + Sync) -> Vec<U> {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let work = &work;
    thread::scope(|scope| {
        let parts = items.chunks(items.len().div_ceil(cores).max(1));
        let working: Vec<_> =
            parts.map(|part| scope.spawn(move || part.iter().map(work).collect())).collect();
        let done = working.into_iter().map(thread::ScopedJoinHandle::join);
        done.flat_map(|part: thread::Result<Vec<U>>| match part {
            Ok(part) => part,
            Err(panic) => std::panic::resume_unwind(panic),
        })
        .collect()
    })
}
