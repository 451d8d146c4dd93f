//! What will disappoint in a pack that can be played.
//!
//! Reading a pack finds what keeps it from being played ([`crate::pack::rules`]). The rules here look further:
//! whether questions are heard, gates can open, texts can be said and asking well pays. A file with an error is
//! left alone until that is mended, so that one mistake is one finding.

mod amends;
mod customs;
mod expected;
mod gates;
mod heard;
pub mod rules;
mod teaching;
mod words;

use std::collections::BTreeSet;

use crate::finding::{Finding, Rule, Severity, sort};
use crate::hearing::Ear;
use crate::pack::Pack;
use crate::pack::scenario::Scenario;

/// All rules there are, those of reading a pack first.
pub fn all_rules() -> impl Iterator<Item = &'static Rule> {
    crate::pack::rules::ALL.iter().chain(rules::ALL).copied()
}

/// The rule of this name.
#[must_use]
pub fn rule(name: &str) -> Option<&'static Rule> {
    all_rules().find(|rule| rule.name == name)
}

/// All findings of a pack: those of reading it, `found`, and those of the rules here; as severe as the pack's own
/// `[check]` has them, in the order of their places.
#[must_use]
pub fn check(pack: &Pack, found: Vec<Finding>) -> Vec<Finding> {
    let mut all = found;
    // What is too much to be heard is too much to be looked at.
    if all.iter().any(|finding| finding.rule == &crate::pack::rules::TOO_MUCH) {
        return all;
    }
    let with_errors: BTreeSet<String> = all
        .iter()
        .filter(|finding| finding.severity == Severity::Error)
        .map(|finding| finding.file.clone())
        .collect();
    let is_sound = |file: &str| !with_errors.contains(file);
    // A bank that cannot be read makes every topic a stranger.
    let banks_are_sound = !with_errors.iter().any(|file| file.starts_with("question_banks/"));
    for (file, own) in &pack.written {
        if !is_sound(file) {
            continue;
        }
        words::check(file, own, &mut all);
        customs::check_texts(file, own, &mut all);
        let Some(whole) = pack.scenario(&own.id) else { continue };
        let person = Looked { pack, file, own, whole };
        gates::check(&person, &mut all);
        teaching::check(&person, &mut all);
        if banks_are_sound {
            heard::check(&person, &Ear::new(pack, Some(whole)), &mut all);
        }
    }
    teaching::check_cases(pack, &is_sound, &mut all);
    if banks_are_sound {
        expected::check(pack, &is_sound, &mut all);
    }
    if is_sound("pack.toml") {
        customs::check_manifest(pack, &mut all);
    }
    amends::weigh(pack, &mut all);
    sort(&mut all);
    all
}

/// A scenario that is looked at.
struct Looked<'a> {
    pack: &'a Pack,
    /// The path of its file.
    file: &'a str,
    /// As its own file has it: only of this can be said where it stands.
    own: &'a Scenario,
    /// Completed from its base.
    whole: &'a Scenario,
}
