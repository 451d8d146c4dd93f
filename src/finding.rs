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
    /// What brings the finding about, in a pack that has none: nothing stands where the example is about a file
    /// itself, and not about what it says.
    pub example: &'static [Change],
}

/// One change to a pack file: an example of a mistake.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// The file, as a path inside the pack.
    pub file: &'static str,
    /// What stands there in a good pack.
    pub instead_of: &'static str,
    /// What stands there by mistake.
    pub stands: &'static str,
}

impl Change {
    /// The text of the file with the mistake in it.
    #[must_use]
    pub fn applied(&self, text: &str) -> String {
        text.replacen(self.instead_of, self.stands, 1)
    }
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

impl Finding {
    /// A finding in a file, as severe as its rule says, with nothing to help yet.
    #[must_use]
    pub fn new(rule: &'static Rule, file: &str, span: Range<usize>, message: String) -> Self {
        Self { rule, severity: rule.severity, message, file: file.to_owned(), span, help: None }
    }

    /// The same finding, with what to do next.
    #[must_use]
    pub fn with_help(self, help: impl Into<String>) -> Self {
        Self { help: Some(help.into()), ..self }
    }
}

/// Declares rules, each by its name, how much it matters, its page and its example, and the list of them.
#[macro_export]
macro_rules! rules {
    ($($name:ident = $severity:ident, $id:literal, $page:literal,
        [$(($file:literal, $good:literal, $bad:literal)),* $(,)?];)+) => {
        $(#[doc = $page] pub static $name: $crate::finding::Rule = $crate::finding::Rule {
            name: $id,
            severity: $crate::finding::Severity::$severity,
            page: $page,
            example: &[$($crate::finding::Change { file: $file, instead_of: $good, stands: $bad }),*],
        };)+

        /// All rules of this family, in the order in which they are listed.
        pub static ALL: &[&$crate::finding::Rule] = &[$(&$name),+];
    };
}

/// The rule whose findings stand before all others, by its name: of a pack for another version of this
/// program, whatever else is found may come of that alone.
pub const FIRST: &str = "requires-other";

/// Sorts findings by place, so that a report is the same on every machine.
pub fn sort(findings: &mut [Finding]) {
    findings.sort_by(|a, b| {
        let is_later = |finding: &Finding| finding.rule.name != FIRST;
        (is_later(a), &a.file, a.span.start, a.severity, a.rule.name, &a.message).cmp(&(
            is_later(b),
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
