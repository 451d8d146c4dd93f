//! Whom the learner has met, and what they were told in confidence, from the saved runs alone.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use coffeechat::interviewee::state::Effect;
use coffeechat::pack::scenario::Scenario;
use coffeechat::session;

use crate::practice::saved::{self, Saved};
use crate::progress::Progress;
use crate::surroundings::Surroundings;

/// The talks with each person.
#[derive(Default)]
pub(crate) struct Met {
    /// By the name of the pack, which the built-in one does not have, and the id of the scenario.
    by_person: BTreeMap<(Option<String>, String), Talks>,
}

/// The talks with one person.
#[derive(Default)]
struct Talks {
    /// How many there were in which something was said.
    count: usize,
    /// The ids of the answers that were told in full in any of them.
    told: BTreeSet<String>,
}

impl Met {
    /// Looks through the saved runs. One that cannot be read counts for nothing.
    pub(crate) fn look(around: &Surroundings) -> Self {
        let mut met = Self::default();
        let files = around.runs().map(|folder| saved::runs(&folder)).unwrap_or_default();
        let mut progress = Progress::new(around.messages_seen);
        for (at, file) in files.iter().enumerate() {
            progress.show(|| format!("Reading talk {} of {}", at + 1, files.len()));
            let Ok(saved) = Saved::read(file) else { continue };
            let Some(opened) = saved.opened() else { continue };
            let exchanges = session::exchanges(&saved.events);
            if exchanges.is_empty() {
                continue;
            }
            let person = (saved::pack_of(opened), opened.scenario.clone());
            let talks = met.by_person.entry(person).or_default();
            talks.count += 1;
            let effects = exchanges.into_iter().flat_map(|exchange| exchange.reply.effects);
            talks.told.extend(effects.filter_map(|effect| match effect {
                Effect::Told { answer } => Some(answer),
                _ => None,
            }));
        }
        progress.clear();
        met
    }

    /// Whether somebody was met, and what they told in confidence, as a sentence or two. `folder` is their pack's;
    /// none is the built-in pack's.
    pub(crate) fn words(&self, folder: Option<&Path>, scenario: &Scenario) -> String {
        let person = (folder.map(saved::pack_name), scenario.id.value().clone());
        let Some(talks) = self.by_person.get(&person) else {
            return "Not met yet.".to_owned();
        };
        let times = match talks.count {
            1 => "once".to_owned(),
            2 => "twice".to_owned(),
            more => format!("{more} times"),
        };
        let gems = || scenario.answers().filter(|(_, answer)| answer.gem);
        let found = gems().filter(|(_, answer)| talks.told.contains(answer.id.value())).count();
        match gems().count() {
            0 => format!("Met {times}."),
            all => format!("Met {times}. Told you in confidence so far: {found} of {all} things."),
        }
    }
}
