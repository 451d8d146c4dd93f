//! Learners of many kinds, who play whole talks from seeds.
//!
//! They show before a class does whether a person can be met: whether every answer is reached, and whether
//! listening pays. What they type is the question bank's, the scenario's own and a few lines of their kind, with a
//! slip of the keyboard now and then; nothing is chosen to fit a particular scenario.

pub mod balance;
pub mod learner;
mod lines;
pub mod talk;

use std::collections::{BTreeMap, BTreeSet};

use self::learner::Kind;
use self::talk::Talk;
use crate::pack::scenario::{FollowKind, Scenario};

/// Which kind of learner the talk with this number has, counted from 0, of all that a person has.
///
/// Curious listeners have half of the talks, since it is they who reach what there is; the others share the rest.
#[must_use]
pub fn kind_of(number: u32) -> Kind {
    let others = &Kind::ALL[..Kind::ALL.len() - 1];
    if number.is_multiple_of(2) {
        return Kind::CuriousListener;
    }
    others[(number / 2) as usize % others.len()]
}

/// What came of the talks of one kind of learner, added up.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sums {
    /// Talks.
    pub talks: u32,
    /// Lines typed.
    pub lines: u32,
    /// Answers told in full.
    pub answers: u32,
    /// Gems told.
    pub gems: u32,
    /// Talks in which a contact was named or introduced.
    pub referrals: u32,
    /// Talks in which a contact was introduced.
    pub introductions: u32,
    /// Rapport at the end.
    pub rapport: i64,
    /// Simulated seconds.
    pub seconds: i64,
    /// Lines that could not be answered.
    pub fallbacks: u32,
}

/// What came of all talks with one person.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    /// By the kind of learner.
    pub by_kind: BTreeMap<Kind, Sums>,
    /// In how many talks each answer was told in full.
    pub told: BTreeMap<String, u32>,
    /// Answers whose short form was said.
    pub shortened: BTreeSet<String>,
    /// Follow-ups that were given, by answer and kind.
    pub followed: BTreeSet<(String, FollowKind)>,
    /// Hooks that were picked up, by the answer they stand in and the one they lead to.
    pub caught: BTreeSet<(String, String)>,
    /// Answers that were held back behind their gates.
    pub held: BTreeSet<String>,
    /// Contacts that were named or introduced.
    pub contacts: BTreeSet<String>,
    /// Questions that were asked back.
    pub counters: BTreeSet<String>,
}

impl Tally {
    /// Counts a talk in.
    pub fn add(&mut self, kind: Kind, scenario: &Scenario, talk: &Talk) {
        let sums = self.by_kind.entry(kind).or_default();
        let state = &talk.state;
        let is_gem = |id: &&String| scenario.answer(id).is_some_and(|(_, answer)| answer.gem);
        sums.talks += 1;
        sums.lines += talk.lines;
        sums.answers += count(state.told.len());
        sums.gems += count(state.told.iter().filter(is_gem).count());
        sums.referrals += u32::from(!state.referred.is_empty());
        sums.introductions += u32::from(state.referred.iter().any(|(_, introduced)| *introduced));
        sums.rapport += i64::from(state.rapport);
        sums.seconds += i64::from(state.seconds_gone);
        sums.fallbacks += talk.fallbacks;
        for id in &state.told {
            *self.told.entry(id.clone()).or_default() += 1;
        }
        self.shortened.extend(state.shortened.iter().cloned());
        self.followed.extend(state.followed.iter().cloned());
        let caught = state.offered.iter().filter(|hook| hook.caught);
        self.caught.extend(caught.map(|hook| (hook.from.clone(), hook.to.clone())));
        self.held.extend(state.held.keys().cloned());
        self.contacts.extend(state.referred.iter().map(|(id, _)| id.clone()));
        self.counters.extend(state.countered.keys().cloned());
    }

    /// Counts in what others counted.
    pub fn merge(&mut self, other: Self) {
        for (kind, sums) in other.by_kind {
            self.by_kind.entry(kind).or_default().merge(&sums);
        }
        for (id, talks) in other.told {
            *self.told.entry(id).or_default() += talks;
        }
        self.shortened.extend(other.shortened);
        self.followed.extend(other.followed);
        self.caught.extend(other.caught);
        self.held.extend(other.held);
        self.contacts.extend(other.contacts);
        self.counters.extend(other.counters);
    }

    /// How many talks there were.
    #[must_use]
    pub fn talks(&self) -> u32 {
        self.by_kind.values().map(|sums| sums.talks).sum()
    }
}

impl Sums {
    fn merge(&mut self, other: &Self) {
        let Self {
            talks,
            lines,
            answers,
            gems,
            referrals,
            introductions,
            rapport,
            seconds,
            fallbacks,
        } = other;
        self.talks += talks;
        self.lines += lines;
        self.answers += answers;
        self.gems += gems;
        self.referrals += referrals;
        self.introductions += introductions;
        self.rapport += rapport;
        self.seconds += seconds;
        self.fallbacks += fallbacks;
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
