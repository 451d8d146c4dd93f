//! What the talks show: what was never come by, and whether listening pays.

use std::collections::BTreeSet;

use super::learner::Kind;
use super::talk::Talk;
use super::{Sums, Tally};
use crate::hearing::Ear;
use crate::interviewee::Person;
use crate::interviewee::state::State;
use crate::pack::scenario::{Band, Scenario};

/// One kind of thing that can be come by: how many there are, and which never came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage {
    /// What they are, in the plural.
    pub what: &'static str,
    /// How many there are.
    pub all: usize,
    /// The ids of those that never came, in the order of the file.
    pub never: Vec<String>,
}

/// What was come by in all talks together.
#[must_use]
pub fn coverage(scenario: &Scenario, tally: &Tally) -> Vec<Coverage> {
    let answers = || scenario.answers().map(|(_, answer)| answer);
    let full = |gem: bool| {
        let some = answers().filter(move |answer| answer.gem == gem);
        some.map(|answer| (answer.id.value().clone(), tally.told.contains_key(answer.id.as_str())))
    };
    let short = answers().filter(|answer| answer.short.is_some() && !answer.gem);
    let short = short
        .map(|answer| (answer.id.value().clone(), tally.shortened.contains(answer.id.as_str())));
    let hooks = answers().flat_map(|answer| {
        answer.hooks.iter().map(move |hook| (answer.id.value().clone(), hook.to.value().clone()))
    });
    let hooks: BTreeSet<(String, String)> = hooks.collect();
    let hooks = hooks
        .into_iter()
        .map(|pair| (format!("{} to {}", pair.0, pair.1), tally.caught.contains(&pair)));
    let follows = answers().flat_map(|answer| {
        answer.follow.iter().map(move |follow| (answer.id.value().clone(), *follow.on.value()))
    });
    let follows = follows
        .map(|pair| (format!("{}.{}", pair.0, pair.1.word()), tally.followed.contains(&pair)));
    let held = answers().filter(|answer| answer.is_gated());
    let held =
        held.map(|answer| (answer.id.value().clone(), tally.held.contains(answer.id.as_str())));
    let contacts = scenario.contacts.iter().map(|contact| contact.id.value().clone());
    let contacts = contacts.map(|id| (id.clone(), tally.contacts.contains(&id)));
    let counters = scenario.counters.iter().map(|counter| counter.id.value().clone());
    let counters = counters.map(|id| (id.clone(), tally.counters.contains(&id)));
    vec![
        counted("answers", full(false)),
        counted("gems", full(true)),
        counted("short forms", short),
        counted("hooks", hooks),
        counted("follow-ups", follows),
        counted("gates that held", held),
        counted("contacts", contacts),
        counted("questions back", counters),
    ]
}

fn counted(what: &'static str, all: impl Iterator<Item = (String, bool)>) -> Coverage {
    let mut coverage = Coverage { what, all: 0, never: Vec::new() };
    for (id, came) in all {
        coverage.all += 1;
        if !came {
            coverage.never.push(id);
        }
    }
    coverage
}

/// Those whose outcomes must rise, from the first to the last.
pub const RISING: [Kind; 4] =
    [Kind::JobHunter, Kind::ClosedAsker, Kind::ChecklistReader, Kind::CuriousListener];

/// Something that is compared of two kinds of learners: its name, and its sum over their talks.
type Outcome = (&'static str, fn(&Sums) -> i64);

const OUTCOMES: [Outcome; 3] = [
    ("gems", |sums| i64::from(sums.gems)),
    ("referrals", |sums| i64::from(sums.referrals) + i64::from(sums.introductions)),
    ("rapport", |sums| sums.rapport),
];

/// Where asking well does not pay: outcomes that fall where they must rise, and learners who do as well as the
/// curious listener. One sentence each; nothing where all is well.
#[must_use]
pub fn unbalanced(tally: &Tally) -> Vec<String> {
    let mut wrong = Vec::new();
    let of = |kind: Kind| tally.by_kind.get(&kind).filter(|sums| sums.talks > 0);
    for pair in RISING.windows(2) {
        let [worse, better] = pair else { continue };
        let (Some(one), Some(other)) = (of(*worse), of(*better)) else { continue };
        for (name, outcome) in OUTCOMES {
            // By talk, as fractions of whole numbers: a < b where a·n < b·m.
            let (low, high) =
                (outcome(one) * i64::from(other.talks), outcome(other) * i64::from(one.talks));
            if low > high {
                wrong.push(format!(
                    "the {} has more {name} than the {}",
                    worse.word(),
                    better.word()
                ));
            }
        }
    }
    let Some(curious) = of(Kind::CuriousListener) else { return wrong };
    for kind in Kind::ALL.into_iter().filter(|kind| *kind != Kind::CuriousListener) {
        let Some(sums) = of(kind) else { continue };
        for (name, outcome) in OUTCOMES {
            let theirs = outcome(sums) * i64::from(curious.talks);
            let own = outcome(curious) * i64::from(sums.talks);
            if theirs >= own && own > 0 {
                let as_many = if name == "rapport" { "as much" } else { "as many" };
                wrong.push(format!(
                    "the {} has {as_many} {name} as the curious listener",
                    kind.word()
                ));
            }
        }
    }
    wrong
}

/// Lines that cost nothing to say again and again.
const CHEAP: &[&str] = &[
    "Thank you so much.",
    "Wow, you're amazing.",
    "I see.",
    "Hello!",
    "why?",
    "Tell me more.",
    "How did that feel?",
    "I'm hoping to learn what the work is really like.",
    "Do we still have time?",
    "Can I get you a coffee?",
    "So it sounds like you enjoy it.",
    "What do you enjoy most?",
];

/// So often each is said.
const TIMES: usize = 20;

/// Lines by which alone, said again and again, somebody could be won: rapport gets to "warm". Each with the rapport it
/// comes to.
#[must_use]
pub fn farmed(person: Person<'_>, ear: &Ear<'_>) -> Vec<(&'static str, i32)> {
    let after = |line: &str| {
        let mut talk = Talk::begun(person);
        let mut most = talk.state.rapport;
        for _ in 0..TIMES {
            if talk.state.ended.is_some() {
                break;
            }
            talk.say(person, ear, line.to_owned());
            most = most.max(talk.state.rapport);
        }
        most
    };
    let at_first = State::at_first(person.scenario).rapport;
    // Somebody who is warm from the start cannot be won; then it must not go far beyond.
    let least = Band::Warm.least().max(at_first + 15);
    let results = CHEAP.iter().map(|line| (*line, after(line)));
    results.filter(|(_, rapport)| *rapport >= least).collect()
}
