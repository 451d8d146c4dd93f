//! Findings: what an instructor should look at in a pack.

use std::ops::Range;

/// A kind of finding.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// The rule's name, which names the fault and reads after "allow".
    pub name: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// What is found, why it matters, and what to do.
    pub page: &'static str,
}

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The pack cannot be played.
    Error,
    /// The pack can be played, and something in it will disappoint.
    Warning,
}

/// Something an instructor should look at in one pack file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What kind of thing this is.
    pub rule: &'static Rule,
    /// How much it matters: as the rule says, or as the pack's own `[check]` has it.
    pub severity: Severity,
    /// One sentence, lower case, no full stop, in the pack's own words.
    pub message: String,
    /// The file, as a path inside the pack.
    pub file: String,
    /// The bytes of the file the message is about.
    pub span: Range<usize>,
    /// What to do next, when we can tell.
    pub help: Option<String>,
}

/// Sorts findings by place, so that a report is the same on every machine.
pub fn sort(findings: &mut [Finding]) {
    findings.sort_by(|a, b| {
        (&a.file, a.span.start, a.severity, a.rule.name, &a.message).cmp(&(
            &b.file,
            b.span.start,
            b.severity,
            b.rule.name,
            &b.message,
        ))
    });
}

/// Whether any finding keeps the pack from being played.
#[must_use]
pub fn any_error(findings: &[Finding]) -> bool {
    findings.iter().any(|finding| finding.severity == Severity::Error)
}
