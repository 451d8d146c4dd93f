//! The learner's past: every run as figures, and who was named in them.

use coffeechat::contacts::{self, Entry};
use coffeechat::debrief::{self, Debrief};
use coffeechat::hearing::Ear;
use coffeechat::history::Row;
use coffeechat::session::event::{Event, When};

use crate::practice::saved::{self, Saved};
use crate::progress::Progress;
use crate::reopened::{Reopened, Shelf};
use crate::surroundings::Surroundings;

/// What came of all runs.
#[derive(Default)]
pub(crate) struct Past {
    /// The runs in which something was said, oldest first.
    pub(crate) rows: Vec<Row>,
    /// The people who were named in them.
    pub(crate) named: Vec<Entry>,
    /// Files that hold no run that can be read back: of a pack that is gone, for instance.
    pub(crate) unread: usize,
}

impl Past {
    /// Looks at all runs.
    pub(crate) fn look(around: &Surroundings) -> Self {
        let mut past = Self::default();
        let mut shelf = Shelf::default();
        let files = around.runs().map(|folder| saved::runs(&folder)).unwrap_or_default();
        let mut progress = Progress::new(around.interactive);
        for (at, file) in files.iter().enumerate() {
            progress.show(|| format!("Reading talk {} of {}", at + 1, files.len()));
            let Ok(saved) = Saved::read(file) else {
                past.unread += 1;
                continue;
            };
            if saved.turns() == 0 {
                continue;
            }
            match shelf.reopen(saved) {
                Some(talk) => past.add(&talk, around),
                None => past.unread += 1,
            }
        }
        progress.clear();
        past.rows.sort_by(|a, b| a.at.cmp(&b.at)); // a clock may have jumped
        past
    }

    fn add(&mut self, talk: &Reopened, around: &Surroundings) {
        let ear = Ear::by_words_alone(&talk.pack, Some(talk.scenario()));
        let session = talk.session(&ear);
        let debrief = debrief::debrief(&session);
        let own_person = is_own(talk, around);
        for (name, introduced) in &debrief.outcome.contacts {
            self.named.push(rehearsed(talk, name, *introduced));
        }
        self.rows.push(row(talk, &debrief, own_person));
    }
}

/// Whether a talk was with the learner's own person.
fn is_own(talk: &Reopened, around: &Surroundings) -> bool {
    let pack = saved::pack_of(&talk.opened);
    pack.is_some() && pack == around.people().map(|folder| saved::pack_name(&folder))
}

/// A run as figures.
fn row(talk: &Reopened, debrief: &Debrief, own_person: bool) -> Row {
    let opened = &talk.opened;
    let (process, outcome) = (&debrief.process, &debrief.outcome);
    let comfort = |wanted: When| {
        talk.saved.events.iter().rev().find_map(|event| match event {
            Event::Felt { when, comfort } if *when == wanted => Some(*comfort),
            _ => None,
        })
    };
    let well = outcome.awkward.iter().filter(|(_, _, well)| *well == Some(true)).count();
    Row {
        run: talk
            .saved
            .path
            .file_stem()
            .map_or_else(String::new, |stem| stem.to_string_lossy().into_owned()),
        at: opened.at.clone(),
        scenario: opened.scenario.clone(),
        name: debrief.name.clone(),
        difficulty: talk.scenario().difficulty(),
        help: opened.help,
        rung: opened.rung,
        awkward: opened.awkward,
        own_person,
        questions: process.questions,
        open_share: process.open_share,
        follow_up_share: process.follow_up_share,
        talk_share: process.talk_share,
        gems: outcome.gems.len(),
        gems_there: outcome.gems_there,
        moves: process.moves.iter().filter(|made| made.turn.is_some()).count(),
        moves_there: process.moves.len(),
        awkward_met: (well, outcome.awkward.len()),
        comfort_before: comfort(When::Before),
        comfort_after: comfort(When::After),
    }
}

/// Somebody whom the interviewee of a rehearsal named.
fn rehearsed(talk: &Reopened, name: &str, introduced: bool) -> Entry {
    let scenario = talk.scenario();
    let contact = scenario.contacts.iter().find(|contact| contact.name.value() == name);
    let promised = if introduced { "an introduction" } else { "the name" };
    let day = talk.opened.at.get(..10).unwrap_or_default();
    Entry {
        at: talk.opened.at.clone(),
        id: contacts::id_of(name),
        name: Some(name.to_owned()),
        role: contact.map(|contact| contact.role.value().clone()),
        through: Some(scenario.name().to_owned()),
        promised: Some(format!("{promised}, on {day}")),
        next: Some(format!("write to them, and tell {} how it went", scenario.first_name())),
        rehearsal: true,
        ..Entry::default()
    }
}
