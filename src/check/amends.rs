//! How severe a pack's own `[check]` has its findings.

use super::{rule, rules};
use crate::finding::{Finding, Severity};
use crate::pack::manifest::Weight;
use crate::pack::{Pack, unknown};

/// The file that has `[check]`.
const FILE: &str = "pack.toml";

/// Makes findings as severe as the pack wants them; finds what cannot be had.
pub(super) fn weigh(pack: &Pack, all: &mut Vec<Finding>) {
    let Some(manifest) = &pack.manifest else { return };
    let mut weights = Vec::new();
    for (name, weighed) in &manifest.check {
        let Some(rule) = rule(name) else {
            let names = super::all_rules().map(|rule| rule.name);
            all.push(unknown(&rules::UNKNOWN_RULE, FILE, name, "rule", names));
            continue;
        };
        if rule.severity == Severity::Error && weighed.severity != Weight::Error {
            let message =
                format!("`{}` keeps a pack from being played and stays an error", rule.name);
            all.push(Finding::new(&rules::CANNOT_BE_LOWERED, FILE, name.span(), message));
            continue;
        }
        weights.push((rule, weighed.severity));
    }
    // Once all are known, so that the order of their names makes no difference.
    for (rule, weight) in weights {
        match weight {
            Weight::Off => all.retain(|finding| finding.rule != rule),
            Weight::Warning | Weight::Error => {
                let severity = match weight {
                    Weight::Error => Severity::Error,
                    Weight::Warning | Weight::Off => Severity::Warning,
                };
                for finding in all.iter_mut().filter(|finding| finding.rule == rule) {
                    finding.severity = severity;
                }
            }
        }
    }
}
