//! Suggestions as a unified diff, which `git apply` and `patch -p1` take in the pack's folder.

use std::fmt::Write as _;
use std::ops::Range;

use super::group::Group;
use super::skeleton::skeleton;
use super::suggestion::Suggestion;
use crate::edit;
use crate::pack::Pack;

/// Lines around a change that are shown with it.
const CONTEXT: usize = 3;

/// Two texts with more differences than this are not compared line by line.
const MOST_DIFFERENCES: usize = 1_500;

/// Changes to a pack, and what could not be made one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Patch {
    /// The diff; empty if nothing is to be changed.
    pub text: String,
    /// Wordings that could not be added, each with the topic and the reason.
    pub left_out: Vec<(String, String, String)>,
}

/// The suggestions for some scenarios as a patch of their files: wordings are added to what one can ask, and new topics
/// stand at the end as comments. Nothing is written.
#[must_use]
pub fn patch(pack: &Pack, suggested: &[(&str, &[Group])]) -> Patch {
    let mut patch = Patch::default();
    for (scenario, groups) in suggested {
        let path = format!("scenarios/{scenario}.toml");
        let source = pack.sources.iter().find(|source| source.path == path);
        let Some(source) = source.filter(|source| source.unreadable.is_none()) else { continue };
        let mut text = source.text.clone();
        for group in *groups {
            let Suggestion::Ask { topic, .. } = &group.suggestion else { continue };
            for wording in &group.wordings {
                match edit::add_ask(&text, topic, wording) {
                    Ok(added) => text = added,
                    Err(why) => patch.left_out.push((wording.clone(), topic.clone(), why)),
                }
            }
        }
        let mut topics = String::new();
        for group in *groups {
            if let Suggestion::NewTopic { id, banked } = &group.suggestion {
                topics.push_str(&skeleton(group, id, *banked));
            }
        }
        if !topics.is_empty() && !text.is_empty() && !text.ends_with('\n') {
            topics.insert(0, '\n');
        }
        // A file keeps the line ends it has.
        text.push_str(&if source.text.contains("\r\n") {
            topics.replace('\n', "\r\n")
        } else {
            topics
        });
        patch.text.push_str(&unified(&path, &source.text, &text));
    }
    patch
}

/// What changed from one text of a file to another, as a unified diff; empty if nothing did. `path` is the file's path
/// from where the patch will be applied, with `/` between folders.
#[must_use]
pub fn unified(path: &str, old: &str, new: &str) -> String {
    let (a, b) = (lines(old), lines(new));
    let changes = changes(&a, &b);
    if changes.is_empty() {
        return String::new();
    }
    let mut diff = format!("--- a/{path}\n+++ b/{path}\n");
    let mut rest = changes.as_slice();
    while let Some(first) = rest.first() {
        // Changes whose surroundings meet make one hunk.
        let meets = |pair: &[Change]| pair[1].old.start <= pair[0].old.end + 2 * CONTEXT;
        let count = 1 + rest.windows(2).take_while(|pair| meets(pair)).count();
        let (hunk, others) = rest.split_at(count);
        let last = hunk.last().unwrap_or(first);
        let before = first.old.start.min(CONTEXT);
        let after = (a.len() - last.old.end).min(CONTEXT);
        let old = first.old.start - before..last.old.end + after;
        let new = first.new.start - before..last.new.end + after;
        let _ = writeln!(diff, "@@ -{} +{} @@", place(&old), place(&new));
        let mut at = old.start;
        for change in hunk {
            a[at..change.old.start].iter().for_each(|line| show(&mut diff, ' ', line));
            a[change.old.clone()].iter().for_each(|line| show(&mut diff, '-', line));
            b[change.new.clone()].iter().for_each(|line| show(&mut diff, '+', line));
            at = change.old.end;
        }
        a[at..old.end].iter().for_each(|line| show(&mut diff, ' ', line));
        rest = others;
    }
    diff
}

/// The lines of a text, each with its end.
fn lines(text: &str) -> Vec<&str> {
    text.split_inclusive('\n').collect()
}

fn show(diff: &mut String, mark: char, line: &str) {
    let _ = write!(diff, "{mark}{line}");
    if !line.ends_with('\n') {
        diff.push_str("\n\\ No newline at end of file\n");
    }
}

/// Where a hunk stands: of no lines, the line before it is named.
fn place(lines: &Range<usize>) -> String {
    let first = if lines.is_empty() { lines.start } else { lines.start + 1 };
    format!("{first},{}", lines.len())
}

/// Lines that were taken out, and those in their place.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Change {
    old: Range<usize>,
    new: Range<usize>,
}

/// What changed from one list of lines to another, in order; no two changes touch.
fn changes(a: &[&str], b: &[&str]) -> Vec<Change> {
    let same = |(x, y): &(&&str, &&str)| x == y;
    let head = a.iter().zip(b).take_while(same).count();
    let tail = a[head..].iter().rev().zip(b[head..].iter().rev()).take_while(same).count();
    let (old, new) = (&a[head..a.len() - tail], &b[head..b.len() - tail]);
    if old.is_empty() && new.is_empty() {
        return Vec::new();
    }
    let Some(kept) = kept(old, new) else {
        return vec![Change { old: head..head + old.len(), new: head..head + new.len() }];
    };
    let mut changes = Vec::new();
    let (mut x, mut y) = (0, 0);
    for (next_x, next_y) in kept.into_iter().chain([(old.len(), new.len())]) {
        if (x, y) != (next_x, next_y) {
            changes.push(Change { old: head + x..head + next_x, new: head + y..head + next_y });
        }
        (x, y) = (next_x + 1, next_y + 1);
    }
    changes
}

/// The places of the lines that both have, in order, such that the rest is least (Myers 1986, "An O(ND) difference
/// algorithm and its variations"); none if too much differs.
fn kept(a: &[&str], b: &[&str]) -> Option<Vec<(usize, usize)>> {
    // How far each diagonal gets with so many differences; diagonals are counted from `most` on.
    let most = (a.len() + b.len()).min(MOST_DIFFERENCES);
    let mut reached: Vec<usize> = vec![0; 2 * most + 3];
    let mut trail: Vec<Vec<usize>> = Vec::new();
    for differences in 0..=most {
        trail.push(reached.clone());
        for step in 0..=differences {
            let diagonal = most + 1 + 2 * step - differences; // x - y, moved by most + 1
            let (left, right) = (reached[diagonal - 1], reached[diagonal + 1]);
            let down = step == 0 || (step != differences && left < right);
            let mut x = if down { right } else { left + 1 };
            // Beyond the edge there is nothing to follow.
            let Some(mut y) = (x + most + 1).checked_sub(diagonal) else { continue };
            while x < a.len() && y < b.len() && a[x] == b[y] {
                (x, y) = (x + 1, y + 1);
            }
            reached[diagonal] = x;
            if x >= a.len() && y >= b.len() {
                return Some(back(&trail, most, (a.len(), b.len())));
            }
        }
    }
    None
}

/// The lines that were kept, found by walking back from the end.
fn back(trail: &[Vec<usize>], most: usize, end: (usize, usize)) -> Vec<(usize, usize)> {
    let (mut x, mut y) = end;
    let mut kept = Vec::new();
    for (differences, reached) in trail.iter().enumerate().rev() {
        let diagonal = x + most + 1 - y;
        let first = most + 1 - differences;
        let (left, right) = (reached[diagonal - 1], reached[diagonal + 1]);
        let down = diagonal == first || (diagonal != first + 2 * differences && left < right);
        let (before_x, before) = if down { (right, diagonal + 1) } else { (left, diagonal - 1) };
        let before_y = (before_x + most + 1).saturating_sub(before);
        while x > before_x && y > before_y {
            (x, y) = (x - 1, y - 1);
            kept.push((x, y));
        }
        if differences == 0 {
            break;
        }
        (x, y) = (before_x, before_y);
    }
    // With no differences left, the rest of the way is lines that both have.
    kept.reverse();
    kept
}

#[cfg(test)]
mod tests {
    use super::{changes, lines, unified};

    #[test]
    fn a_change_is_shown_with_three_lines_around_it() {
        let old = "a\nb\nc\nd\ne\nf\ng\nh\n";
        for (new, expected) in [
            (old.to_owned(), String::new()),
            (
                old.replace("e\n", "e\nE\n"),
                "--- a/x\n+++ b/x\n@@ -3,6 +3,7 @@\n c\n d\n e\n+E\n f\n g\n h\n".to_owned(),
            ),
            (
                old.replace("a\n", ""),
                "--- a/x\n+++ b/x\n@@ -1,4 +1,3 @@\n-a\n b\n c\n d\n".to_owned(),
            ),
            (
                format!("{old}i"),
                "--- a/x\n+++ b/x\n@@ -6,3 +6,4 @@\n f\n g\n h\n+i\n\\ No newline at end of file\n"
                    .to_owned(),
            ),
        ] {
            assert_eq!(unified("x", old, &new), expected);
        }
        assert_eq!(unified("x", "", "a\n"), "--- a/x\n+++ b/x\n@@ -0,0 +1,1 @@\n+a\n");
        assert_eq!(unified("x", "a\n", ""), "--- a/x\n+++ b/x\n@@ -1,1 +0,0 @@\n-a\n");
        assert_eq!(
            unified("x", "a", "a\nb\n"),
            "--- a/x\n+++ b/x\n@@ -1,1 +1,2 @@\n-a\n\\ No newline at end of file\n+a\n+b\n"
        );
    }

    /// A line for each number.
    fn numbered(numbers: std::ops::RangeInclusive<u32>, mark: &str) -> String {
        let lines: Vec<String> = numbers.map(|number| format!("{mark}{number}\n")).collect();
        lines.concat()
    }

    #[test]
    fn changes_far_apart_are_hunks_of_their_own_and_near_ones_are_one() {
        let old = numbered(1..=20, "");
        let far = old.replace("\n3\n", "\n3\nthree\n").replace("\n17\n", "\n17\nseventeen\n");
        assert_eq!(unified("x", &old, &far).matches("@@ -").count(), 2);
        let near = old.replace("\n8\n", "\n8\neight\n").replace("\n12\n", "\ntwelve\n");
        assert_eq!(unified("x", &old, &near).matches("@@ -").count(), 1);
    }

    /// Taking the changes makes the new text of the old one, and nothing that both have in a row is taken out.
    #[test]
    fn changes_lead_from_the_old_text_to_the_new_one() {
        let letters = ["a\n", "b\n", "c\n"];
        let text = |mut number: usize| {
            let mut text = String::new();
            while number > 0 {
                text.push_str(letters[number % 3]);
                number /= 3;
            }
            text
        };
        for first in (0..800).step_by(7) {
            for second in (0..800).step_by(11) {
                let (old, new) = (text(first), text(second));
                let (a, b) = (lines(&old), lines(&new));
                let mut made = Vec::new();
                let mut at = 0;
                let found = changes(&a, &b);
                for change in &found {
                    made.extend_from_slice(&a[at..change.old.start]);
                    made.extend_from_slice(&b[change.new.clone()]);
                    at = change.old.end;
                }
                made.extend_from_slice(&a[at..]);
                assert_eq!(made, b, "{old:?} to {new:?}: {found:?}");
                let kept = a.len() - found.iter().map(|change| change.old.len()).sum::<usize>();
                assert_eq!(kept, longest_common(&a, &b), "{old:?} to {new:?}: {found:?}");
            }
        }
    }

    /// How many lines two lists have in common in order, the plain way.
    fn longest_common(a: &[&str], b: &[&str]) -> usize {
        let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
        for x in 1..=a.len() {
            for y in 1..=b.len() {
                table[x][y] = if a[x - 1] == b[y - 1] {
                    table[x - 1][y - 1] + 1
                } else {
                    table[x - 1][y].max(table[x][y - 1])
                };
            }
        }
        table[a.len()][b.len()]
    }

    #[test]
    fn texts_with_nothing_in_common_are_replaced_whole() {
        let (old, new) = (numbered(1..=5_000, ""), numbered(1..=5_000, "-"));
        let diff = unified("x", &old, &new);
        assert!(diff.starts_with("--- a/x\n+++ b/x\n@@ -1,5000 +1,5000 @@\n-1\n"));
    }
}
