//! Runs on disk: one log a run, a line an event, added as it happens.

use std::path::{Path, PathBuf};

use coffeechat::disk::{self, AppendOnly, FileError};
use coffeechat::interviewee::state::Effect;
use coffeechat::session::event::{self, Event, Opened, Unread};

/// How many of the latest runs are looked at for one that was broken off.
const LOOK_BACK: usize = 5;

/// A run that was read back.
pub(crate) struct Saved {
    /// Its file.
    pub(crate) path: PathBuf,
    /// Its events.
    pub(crate) events: Vec<Event>,
    /// Lines that could not be read.
    pub(crate) unread: Vec<Unread>,
}

impl Saved {
    /// Reads a run.
    pub(crate) fn read(path: &Path) -> Result<Self, FileError> {
        let (events, unread) = event::from_log(&disk::read_text(path)?);
        Ok(Self { path: path.to_owned(), events, unread })
    }

    /// How the run began.
    pub(crate) fn opened(&self) -> Option<&Opened> {
        event::opened(&self.events)
    }

    /// Whether something was said and the talk has not ended.
    pub(crate) fn is_broken_off(&self) -> bool {
        let ended = coffeechat::session::ending(&self.events).is_some();
        let exchanges = coffeechat::session::exchanges(&self.events);
        let said_goodbye = exchanges.last().is_some_and(|exchange| {
            exchange.reply.effects.iter().any(|effect| matches!(effect, Effect::Ended { .. }))
        });
        self.opened().is_some() && !ended && !said_goodbye && !exchanges.is_empty()
    }

    /// How many exchanges stand.
    pub(crate) fn turns(&self) -> usize {
        coffeechat::session::exchanges(&self.events).len()
    }
}

/// How a run names the pack it was held with: by the whole path, since it may be read back from another folder,
/// and by the same one however it was typed.
pub(crate) fn pack_name(folder: &Path) -> String {
    let whole = folder.canonicalize().or_else(|_| std::path::absolute(folder));
    whole.unwrap_or_else(|_| folder.to_owned()).display().to_string()
}

/// The name of the pack a run was held with; the built-in one has none. What was written as it was typed is read
/// as [`pack_name`] writes it.
pub(crate) fn pack_of(opened: &Opened) -> Option<String> {
    opened.pack.as_ref().map(|pack| pack_name(Path::new(pack)))
}

/// The runs of a folder, oldest first.
pub(crate) fn runs(folder: &Path) -> Vec<PathBuf> {
    disk::files_ending(folder, ".jsonl")
}

/// The latest run that was broken off and that no other window is in.
pub(crate) fn broken_off(folder: &Path) -> Option<Saved> {
    let runs = runs(folder);
    runs.iter()
        .rev()
        .take(LOOK_BACK)
        .filter_map(|path| Saved::read(path).ok())
        .find(|saved| saved.is_broken_off() && AppendOnly::open(&saved.path).is_ok())
}

/// Where events go: a file, or nowhere once that has failed.
pub(crate) struct Log {
    file: Option<AppendOnly>,
    /// What went wrong, until it has been said.
    trouble: Option<FileError>,
}

impl Log {
    /// Opens the log; trouble is kept to be said.
    pub(crate) fn open(path: Option<&Path>) -> Self {
        let Some(path) = path else { return Self { file: None, trouble: None } };
        let opened = path
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty())
            .map_or(Ok(()), disk::make_folder)
            .and_then(|()| AppendOnly::open(path));
        match opened {
            Ok(file) => Self { file: Some(file), trouble: None },
            Err(error) => Self { file: None, trouble: Some(error) },
        }
    }

    /// Adds events; after trouble, nothing more is tried.
    pub(crate) fn add(&mut self, events: &[Event]) {
        for event in events {
            let Some(file) = &mut self.file else { return };
            if let Err(error) = file.add(&event::to_line(event)) {
                self.trouble = Some(error);
                self.file = None;
            }
        }
    }

    /// What went wrong, once.
    pub(crate) fn trouble(&mut self) -> Option<FileError> {
        self.trouble.take()
    }

    /// Where the talk is kept.
    pub(crate) fn path(&self) -> Option<&Path> {
        self.file.as_ref().map(AppendOnly::path)
    }
}
