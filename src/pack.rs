//! Packs: what instructors write, read and checked.
//!
//! Reading never fails: it gives what could be read, and a finding for every mistake. Who wants to
//! play a pack first asks [`crate::finding::any_error`].

pub mod bank;
pub mod builtin;
pub mod case;
mod declared;
mod inherit;
pub mod load;
pub mod manifest;
pub mod placed;
mod read;
mod references;
pub mod rules;
pub mod scenario;
mod stray;
mod unknown;
mod version;
mod writing;

pub(crate) use self::unknown::unknown;
use crate::disk::Source;

/// A pack that was read: what it says, and the files it says it in.
#[derive(Debug, Clone)]
pub struct Pack {
    /// `pack.toml`; without it (and with a finding) when it could not be read.
    pub manifest: Option<manifest::Manifest>,
    /// The question banks: the pack's own, then those of the built-in pack.
    pub banks: Vec<bank::Bank>,
    /// How many of the banks, from the first, are the pack's own.
    pub own_banks: usize,
    /// The scenarios that can be met, completed from their bases.
    pub scenarios: Vec<scenario::Scenario>,
    /// The scenarios and bases as their own files have them, each with its path.
    pub written: Vec<(String, scenario::Scenario)>,
    /// The files of cases, each with its path.
    pub cases: Vec<(String, case::CaseFile)>,
    /// The pack's own files.
    pub sources: Vec<Source>,
}

impl Pack {
    /// The scenario with this id.
    #[must_use]
    pub fn scenario(&self, id: &str) -> Option<&scenario::Scenario> {
        self.scenarios.iter().find(|scenario| scenario.id.value() == id)
    }

    /// All topics of all banks; of two with the same id, the pack's own first.
    pub fn bank_topics(&self) -> impl Iterator<Item = &bank::BankTopic> {
        self.banks.iter().flat_map(|bank| &bank.topics)
    }

    /// The bank topic with this id.
    #[must_use]
    pub fn bank_topic(&self, id: &str) -> Option<&bank::BankTopic> {
        self.bank_topics().find(|topic| topic.id.value() == id)
    }

    /// What a list calls a topic: the title that the question bank or the scenario gives it, or else its id
    /// as words.
    #[must_use]
    pub fn topic_title(&self, scenario: &scenario::Scenario, id: &str) -> String {
        let own = scenario.topic(id);
        let own = own.and_then(|topic| topic.title.as_ref().or(topic.aloud.as_ref()));
        let banked = || self.bank_topic(id).map(|topic| &topic.title);
        own.or_else(banked).map_or_else(
            || crate::text::words::capitalised(&id.replace('-', " ")),
            |title| crate::text::words::capitalised(title),
        )
    }

    /// The scenario to start with when none is named: the pack's default, or the gentlest.
    #[must_use]
    pub fn default_scenario(&self) -> Option<&scenario::Scenario> {
        let named = self.manifest.as_ref().and_then(|manifest| manifest.default_scenario.as_ref());
        match named {
            Some(id) => self.scenario(id),
            None => self.scenarios.iter().min_by_key(|scenario| scenario.difficulty()),
        }
    }

    /// How many hours after a talk the thank-you note is due; as is usual, in a pack that does not say.
    #[must_use]
    pub fn hours_until_note(&self) -> u32 {
        let etiquette = self.manifest.as_ref().map(|manifest| manifest.etiquette.clone());
        etiquette.unwrap_or_default().thank_you.within_hours
    }

    /// A number that changes when any file of the pack does. It is written into every log.
    #[must_use]
    pub fn fingerprint(&self) -> u64 {
        // In the order of their paths, however they were read.
        let mut sources: Vec<&Source> = self.sources.iter().collect();
        sources.sort_by(|a, b| a.path.cmp(&b.path));
        let bytes = sources.into_iter().flat_map(|source| {
            source.path.bytes().chain([0]).chain(source.text.bytes()).chain([0])
        });
        crate::text::draw::fnv(bytes)
    }
}
