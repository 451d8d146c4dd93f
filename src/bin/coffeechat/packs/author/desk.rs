//! What the person at the prompt and the watcher of the files share: the pack as it is played, and the talk so far.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use coffeechat::check;
use coffeechat::disk::{self, Source};
use coffeechat::finding::{Finding, Severity};
use coffeechat::hearing::Ear;
use coffeechat::interviewee::Person;
use coffeechat::pack::scenario::Scenario;
use coffeechat::pack::{Pack, builtin, load};

use super::moved;
use super::talk::{Came, Talk};
use crate::screen::{Layout, safe};
use crate::{findings, surroundings};

/// What is said of an edit that cannot be played.
const KEPT: &str = "The talk goes on with the pack as it was.";

/// The pack as it is played, and the talk so far.
pub(super) struct Desk {
    folder: PathBuf,
    scenario: String,
    /// The seed of the talk.
    pub(super) seed: u64,
    /// The files of the pack as they were last seen, good or broken.
    seen: Vec<Source>,
    /// Why they could not be read the last time.
    trouble: Option<String>,
    /// The pack that is played: the last one without errors.
    pub(super) pack: Arc<Pack>,
    /// The talk so far.
    pub(super) talk: Talk,
}

impl Desk {
    /// Begins a talk with somebody of a pack.
    pub(super) fn new(folder: &Path, pack: Pack, scenario: &Scenario, seed: u64) -> Self {
        let person = Person::new(&pack, scenario, seed);
        let talk = Talk::play(person, &Ear::new(&pack, Some(scenario)), Vec::new());
        Self {
            folder: folder.to_owned(),
            scenario: scenario.id.value().clone(),
            seed,
            seen: pack.sources.clone(),
            trouble: None,
            pack: Arc::new(pack),
            talk,
        }
    }

    /// The pack's folder.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// A file of the pack, as it was last seen.
    pub(super) fn file(&self, path: &str) -> Option<&Source> {
        self.seen.iter().find(|source| source.path == path)
    }

    /// The findings of the files as they were last seen, drawn; none if there are none.
    pub(super) fn findings(&self) -> Option<String> {
        let (pack, found) = load::pack(self.seen.clone(), &builtin::sources());
        let found = check::check(&pack, found);
        (!found.is_empty()).then(|| findings::drawn(&found, &pack.sources, surroundings::width()))
    }

    /// Looks whether the files have changed. A good edit is taken up, and the talk played again over it; a
    /// broken one leaves everything as it is. Either is told once.
    pub(super) fn look(&mut self) -> Option<Notice> {
        let sources = match disk::pack_sources(&self.folder) {
            Ok(sources) => sources,
            Err(error) => {
                let trouble = error.to_string();
                let is_news = self.trouble.as_ref() != Some(&trouble);
                let notice = Notice::of(vec![format!("{trouble}."), KEPT.to_owned()]);
                self.trouble = Some(trouble);
                return is_news.then_some(notice);
            }
        };
        if sources == self.seen {
            let was_trouble = self.trouble.take();
            return was_trouble.map(|_| Notice::of(vec!["The pack is there again.".to_owned()]));
        }
        self.trouble = None;
        let edited = edited(&self.seen, &sources);
        self.seen.clone_from(&sources);
        let (pack, found) = load::pack(sources, &builtin::sources());
        let errors: Vec<Finding> =
            found.into_iter().filter(|finding| finding.severity == Severity::Error).collect();
        if !errors.is_empty() {
            let drawn = findings::drawn(&errors, &pack.sources, surroundings::width());
            return Some(Notice { drawn, ..Notice::of(vec![KEPT.to_owned()]) });
        }
        let gone = format!("`{}` is not in the pack any more.", self.scenario);
        Some(self.take_up(pack, &edited).unwrap_or_else(|| Notice::of(vec![gone, KEPT.to_owned()])))
    }

    /// Plays the talk over a pack that was read again; none if nobody is called so in it.
    fn take_up(&mut self, pack: Pack, edited: &str) -> Option<Notice> {
        let scenario = pack.scenario(&self.scenario)?;
        let ear = Ear::new(&pack, Some(scenario));
        let person = Person::new(&pack, scenario, self.seed);
        let talk = Talk::play(person, &ear, self.talk.steps());
        let mut moved = moved::in_talk(&self.talk, &talk);
        let says_other = last_words(&self.talk) != last_words(&talk);
        let speech = says_other.then(|| {
            (scenario.first_name().to_owned(), last_words(&talk).unwrap_or_default().to_owned())
        });
        if moved.is_empty() {
            moved.push("nothing moved".to_owned());
        }
        if let Some(before) = self.pack.scenario(&self.scenario) {
            moved.extend(moved::in_answers(before, scenario));
        }
        self.talk = talk;
        self.pack = Arc::new(pack);
        let told = vec![format!("Read again: {edited}.")];
        Some(Notice { moved, speech, ..Notice::of(told) })
    }

    /// Plays the talk from the first word with another seed; gives what moved.
    pub(super) fn sow(&mut self, ear: &Ear<'_>, person: Person<'_>) -> Vec<String> {
        let talk = Talk::play(person, ear, self.talk.steps());
        let moved = moved::in_talk(&self.talk, &talk);
        self.seed = person.seed;
        self.talk = talk;
        moved
    }
}

/// Whoever has the desk may look and speak. A panic elsewhere leaves whole steps behind, so it can go on.
pub(super) fn lock(desk: &Mutex<Desk>) -> MutexGuard<'_, Desk> {
    desk.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What is told of the files: findings, what moved, and the last reply if it is another now.
#[derive(Debug, Default)]
pub(super) struct Notice {
    /// Findings, drawn.
    drawn: String,
    /// Sentences.
    told: Vec<String>,
    /// What moved.
    moved: Vec<String>,
    /// The name and the words of the last reply.
    speech: Option<(String, String)>,
}

impl Notice {
    fn of(told: Vec<String>) -> Self {
        Self { told, ..Self::default() }
    }

    /// The text of it, with a blank line at the end.
    pub(super) fn laid_out(&self, layout: Layout) -> String {
        let mut lines = Vec::new();
        if !self.drawn.is_empty() {
            lines.push(self.drawn.clone());
        }
        lines.extend(self.told.iter().map(|text| layout.plain(text)));
        lines.extend(self.moved.iter().map(|text| layout.item(text)));
        if let Some((name, words)) = &self.speech {
            lines.push(String::new());
            lines.push(layout.speech(name, words));
        }
        lines.join("\n") + "\n\n"
    }
}

/// The files that are not as they were, by name.
fn edited(before: &[Source], now: &[Source]) -> String {
    let differs = |source: &&Source, others: &[Source]| !others.contains(source);
    let mut paths: Vec<String> = now
        .iter()
        .filter(|source| differs(source, before))
        .chain(before.iter().filter(|source| differs(source, now)))
        .map(|source| safe(&source.path))
        .collect();
    paths.sort();
    paths.dedup();
    paths.join(", ")
}

/// The words of the last step that had any.
fn last_words(talk: &Talk) -> Option<&str> {
    talk.played().iter().rev().find_map(|played| match &played.came {
        Came::Said(said) => Some(said.reply.text.as_str()),
        Came::Told(reply) => Some(reply.text.as_str()),
        Came::Changed | Came::Nothing(_) => None,
    })
}
