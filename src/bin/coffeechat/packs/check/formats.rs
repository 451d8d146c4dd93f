//! Findings for programs: JSON, SARIF, and annotations of GitHub's workflows.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use anyhow::Result;
use coffeechat::disk::Source;
use coffeechat::finding::{Finding, Severity};
use serde_json::{Value, json};

use super::word;
use crate::screen::safe;

/// A place as people count: line and column from 1, the column in characters.
struct Place {
    line: usize,
    column: usize,
}

fn place(at: usize, text: &str) -> Place {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let before = &text[..at];
    let line_start = before.rfind('\n').map_or(0, |end| end + 1);
    Place {
        line: before.matches('\n').count() + 1,
        column: before[line_start..].chars().count() + 1,
    }
}

/// Where a finding begins and ends.
fn places(finding: &Finding, sources: &[Source]) -> (Place, Place) {
    let source = sources.iter().find(|source| source.path == finding.file);
    let text = source.map_or("", |source| source.text.as_str());
    (place(finding.span.start, text), place(finding.span.end.max(finding.span.start), text))
}

/// One object: the findings in order, and how many of each severity.
pub(super) fn json(found: &[Finding], sources: &[Source]) -> Result<String> {
    let rows: Vec<Value> = found
        .iter()
        .map(|finding| {
            let (start, end) = places(finding, sources);
            json!({
                "rule": finding.rule.name,
                "severity": word(finding.severity),
                "message": finding.message,
                "file": finding.file,
                "line": start.line,
                "column": start.column,
                "end_line": end.line,
                "end_column": end.column,
                "help": finding.help,
            })
        })
        .collect();
    let count = |severity| found.iter().filter(|finding| finding.severity == severity).count();
    let whole = json!({
        "findings": rows,
        "errors": count(Severity::Error),
        "warnings": count(Severity::Warning),
    });
    Ok(serde_json::to_string_pretty(&whole)? + "\n")
}

/// A log of the Static Analysis Results Interchange Format, version 2.1.0 (OASIS 2020).
pub(super) fn sarif(found: &[Finding], sources: &[Source]) -> Result<String> {
    let used: BTreeSet<&str> = found.iter().map(|finding| finding.rule.name).collect();
    let rules: Vec<Value> = coffeechat::check::all_rules()
        .filter(|rule| used.contains(rule.name))
        .map(|rule| {
            json!({
                "id": rule.name,
                "fullDescription": { "text": rule.page },
                "defaultConfiguration": { "level": word(rule.severity) },
            })
        })
        .collect();
    let results: Vec<Value> = found
        .iter()
        .map(|finding| {
            let (start, end) = places(finding, sources);
            let message = match &finding.help {
                Some(help) => format!("{} ({help})", finding.message),
                None => finding.message.clone(),
            };
            json!({
                "ruleId": finding.rule.name,
                "level": word(finding.severity),
                "message": { "text": message },
                "locations": [{ "physicalLocation": {
                    "artifactLocation": { "uri": uri(&finding.file) },
                    "region": {
                        "startLine": start.line,
                        "startColumn": start.column,
                        "endLine": end.line,
                        "endColumn": end.column,
                    },
                }}],
            })
        })
        .collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "coffeechat pack check",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    Ok(serde_json::to_string_pretty(&log)? + "\n")
}

/// A path as a relative URI: everything but letters, digits and `/ - . _ ~` in percent signs.
fn uri(path: &str) -> String {
    let mut uri = String::new();
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}

/// One workflow command a finding, which GitHub shows beside the line.
pub(super) fn github(found: &[Finding], sources: &[Source]) -> String {
    let mut text = String::new();
    for finding in found {
        let (start, _) = places(finding, sources);
        let help = finding.help.as_ref().map_or_else(String::new, |help| format!(" ({help})"));
        let _ = writeln!(
            text,
            "::{} file={},line={},col={},title={}::{}",
            word(finding.severity),
            property(&safe(&finding.file)),
            start.line,
            start.column,
            property(finding.rule.name),
            data(&format!("{}{help}", safe(&finding.message))),
        );
    }
    text
}

/// A message as workflow commands want it.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property of a workflow command; a colon or a comma would end it.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

/// Lines of a file, set in.
pub(super) fn block(text: &str) -> String {
    let mut block = String::new();
    for line in text.trim_matches('\n').lines() {
        let _ = writeln!(block, "    {}", safe(line));
    }
    block
}

#[cfg(test)]
mod tests {
    use super::{data, place, property, uri};

    #[test]
    fn places_are_counted_as_people_do() {
        let text = "one\ntwö three\n";
        for (at, line, column) in
            [(0, 1, 1), (3, 1, 4), (4, 2, 1), (6, 2, 3), (7, 2, 3), (9, 2, 5), (99, 3, 1)]
        {
            let place = place(at, text);
            assert_eq!((place.line, place.column), (line, column), "{at}");
        }
    }

    #[test]
    fn what_would_end_a_command_is_escaped() {
        assert_eq!(data("50 %\nnext"), "50 %25%0Anext");
        assert_eq!(property("a:b,c"), "a%3Ab%2Cc");
        assert_eq!(uri("scenarios/a b.toml"), "scenarios/a%20b.toml");
    }
}
