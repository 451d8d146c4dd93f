//! The chapter on the rules of `pack check`, made of the rules.

use std::fmt::Write as _;

use coffeechat::check;
use coffeechat::finding::{Change, Rule, Severity};
use coffeechat::scaffold;

/// Where each part of the chapter begins, by its first rule, with its heading and a sentence.
const PARTS: [(&str, &str, &str); 6] = [
    (
        "unreadable",
        "What keeps a pack from being played",
        "A file with one of these is left alone otherwise: mend it, and check again for the rest.",
    ),
    (
        "phrasing-misheard",
        "Understanding",
        "Whether a question is heard as what it asks. [What it hears](scenario.md#what-is-asked) says how.",
    ),
    (
        "gate-never-holds",
        "Gates, and what can be reached",
        "Whether every answer can be come by. [Gems and gates](scenario.md#gems-and-gates) says what they are.",
    ),
    (
        "too-long-to-say",
        "Words",
        "Whether a text can be said aloud. [Answers](scenario.md#answers) says how long is right.",
    ),
    (
        "no-way-to-referral",
        "Teaching",
        "Whether asking well pays. [What makes a scenario teach](scenario.md#before-you-show-it-to-anybody) has the list.",
    ),
    (
        "real-phone-number",
        "Customs and safety",
        "What could harm somebody, and what learners should be told.",
    ),
];

/// A line of an example is shown in full up to so many characters.
const WHOLE: usize = 100;

/// Of a longer line, so many characters are shown on both sides of the change.
const AROUND: usize = 40;

/// The chapter, as Markdown.
pub(crate) fn chapter() -> String {
    let mut page = format!(
        "# Every rule\n\n\
         <!-- Written by `cargo run --example guide`, from the rules themselves. Edits here are lost. -->\n\n\
         `coffeechat pack check` knows {} rules. A finding names its rule in square brackets, and here you \
         can read what it is about. The program has the same pages: `coffeechat pack check --explain RULE` \
         prints one, and `coffeechat pack check --rules` lists them all.\n\n\
         An **error** keeps the pack from being played. A **warning** says that it can be played and that \
         something in it will disappoint; you may have your reasons, and \
         [can say so](testing.md#when-you-disagree-with-a-rule).\n\n\
         The examples are slips in the pack that `coffeechat pack new pack` writes. A line that begins with \
         `-` is what stands there, a line with `+` is the slip.\n",
        check::all_rules().count()
    );
    for rule in check::all_rules() {
        if let Some((_, heading, sentence)) = PARTS.iter().find(|(first, ..)| *first == rule.name) {
            let _ = write!(page, "\n## {heading}\n\n{sentence}\n");
        }
        add(rule, &mut page);
    }
    page
}

fn add(rule: &Rule, page: &mut String) {
    let severity = match rule.severity {
        Severity::Error => "Error",
        Severity::Warning => "Warning",
    };
    let _ =
        write!(page, "\n### {} {{#{}}}\n\n**{severity}.** {}\n", rule.name, rule.name, rule.page);
    for change in rule.example {
        let shown = difference(change);
        let _ = write!(page, "\nIn `{}`:\n\n```diff\n{shown}```\n", change.file);
    }
}

/// The lines that a change takes away and those it brings.
fn difference(change: &Change) -> String {
    let before = scaffold::pack("starter").into_iter().find(|file| file.path == change.file);
    let before = before.map(|file| file.text).unwrap_or_default();
    let after = change.applied(&before);
    let (before, after): (Vec<&str>, Vec<&str>) =
        (before.lines().collect(), after.lines().collect());
    let same = |pairs: &mut dyn Iterator<Item = (&&str, &&str)>| {
        pairs.take_while(|(old, new)| old == new).count()
    };
    let head = same(&mut before.iter().zip(&after));
    let shorter = before.len().min(after.len());
    let tail = same(&mut before.iter().rev().zip(after.iter().rev())).min(shorter - head);
    let old = before.get(head..before.len() - tail).unwrap_or_default();
    let new = after.get(head..after.len() - tail).unwrap_or_default();
    let mut shown = String::new();
    for (at, line) in old.iter().enumerate() {
        let other = new.get(at).copied().unwrap_or_default();
        let _ = writeln!(shown, "- {}", shortened(line, other));
    }
    for (at, line) in new.iter().enumerate() {
        let other = old.get(at).copied().unwrap_or_default();
        let _ = writeln!(shown, "+ {}", shortened(line, other));
    }
    shown
}

/// A long line without what is far from where it differs from another.
fn shortened(line: &str, other: &str) -> String {
    let (all, others): (Vec<char>, Vec<char>) = (line.chars().collect(), other.chars().collect());
    if all.len() <= WHOLE {
        return line.to_owned();
    }
    let head = all.iter().zip(&others).take_while(|(a, b)| a == b).count();
    let tail = all.iter().rev().zip(others.iter().rev()).take_while(|(a, b)| a == b).count();
    let from = head.saturating_sub(AROUND);
    let to = (all.len() - tail.min(all.len() - head) + AROUND).min(all.len());
    let to = to.min(from + 2 * WHOLE);
    let part: String = all.get(from..to).unwrap_or_default().iter().collect();
    let before = if from > 0 { "…" } else { "" };
    let after = if to < all.len() { "…" } else { "" };
    format!("{before}{part}{after}")
}
