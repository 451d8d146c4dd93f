//! Assessments for people: a short block each, or a row of a table where there is room for one.

use std::borrow::Cow;

use coffeechat::coach::Assessment;
use coffeechat::hearing::heard::Act;
use coffeechat::text::words::capitalised;

use crate::screen::Layout;

/// What the figures are.
pub(super) const LEGEND: &str = "Openness is how much room a question leaves, curiosity how much a line \
    shows that you listen and want to know; both run from 0 to 100. They are about the line, not about you.";

/// From this many columns on there is a table.
const TABLE: usize = 100;

/// The columns of the table before the two that share the rest: the line, its form, its two figures.
const NARROW: [usize; 4] = [6, 10, 8, 9];

/// Of a line at most so many words are shown.
const MOST_SHOWN: usize = 60;

/// And at most so many bytes, for lines without a space.
const MOST_BYTES_SHOWN: usize = 2_000;

/// Between columns.
const GAP: usize = 2;

/// How assessments are laid out.
#[derive(Debug, Clone, Copy)]
pub(super) struct Page {
    layout: Layout,
    /// The columns of the table, if it is one.
    table: Option<[usize; 6]>,
}

impl Page {
    /// A table if there are enough `columns` for it, and if it need not be read out: a screen reader reads
    /// across.
    pub(super) fn new(layout: Layout, columns: usize) -> Self {
        let taken: usize = NARROW.iter().sum::<usize>() + GAP * (NARROW.len() + 1);
        let is_table = columns >= TABLE && !layout.is_plain();
        let table = is_table.then(|| {
            let half = (columns - taken) / 2;
            [NARROW[0], NARROW[1], NARROW[2], NARROW[3], half, half]
        });
        Self { layout, table }
    }

    /// What stands above all.
    pub(super) fn head(&self) -> String {
        let names = ["Line", "Form", "Openness", "Curiosity", "What was said", "What helps"];
        self.table.map_or_else(String::new, |widths| {
            format!("{}\n", self.layout.row(&names.map(str::to_owned), &widths, GAP, true))
        })
    }

    /// One line and its assessment.
    pub(super) fn entry(&self, number: u64, line: &str, known: &Assessment) -> String {
        match self.table {
            Some(widths) => self.row(number, line, known, &widths),
            None => self.block(number, line, known),
        }
    }

    fn block(&self, number: u64, line: &str, known: &Assessment) -> String {
        let line = shortened(line);
        let mut lines = vec![self.layout.heading(&format!("{number}. {line}"), "   ")];
        let what = match &known.question {
            Some(question) if question.faults.is_empty() => format!("{} question", form(known)),
            Some(_) => format!("{} question ({})", form(known), faults(known)),
            None => named(known.act),
        };
        let openness = known.openness.map(|openness| format!(", openness {openness}"));
        lines.push(self.layout.under(&format!(
            "{what}{}, curiosity {}",
            openness.unwrap_or_default(),
            known.curiosity
        )));
        lines.extend(reason(known).map(|reason| self.layout.under(&reason)));
        if let Some(better) = &known.better {
            lines.push(self.layout.under(&format!("Try: “{better}”")));
        }
        format!("{}\n\n", lines.join("\n"))
    }

    fn row(&self, number: u64, line: &str, known: &Assessment, widths: &[usize; 6]) -> String {
        let what_helps = [
            known.question.is_none().then(|| format!("{}.", named(known.act))),
            reason(known),
            known.better.as_ref().map(|better| format!("Try: “{better}”")),
        ];
        let cells = [
            number.to_string(),
            format!("{} {}", form(known), faults(known)),
            known.openness.map(|openness| openness.to_string()).unwrap_or_default(),
            known.curiosity.to_string(),
            shortened(line).into_owned(),
            what_helps.into_iter().flatten().collect::<Vec<_>>().join(" "),
        ];
        format!("{}\n", self.layout.row(&cells, widths, GAP, false))
    }

    /// What stands between the last of the lines and what follows.
    pub(super) const fn foot(&self) -> &'static str {
        if self.table.is_some() { "\n" } else { "" } // each block has its own
    }
}

/// A line that is not too long to show: of a very long one its last words, where the question is.
fn shortened(line: &str) -> Cow<'_, str> {
    let mut ends = line.split_whitespace().rev();
    let mut shown: Vec<&str> = ends.by_ref().take(MOST_SHOWN).collect();
    let is_all = ends.next().is_none() && line.len() <= MOST_BYTES_SHOWN;
    if is_all {
        return Cow::Borrowed(line);
    }
    shown.reverse();
    let shown = shown.join(" ");
    let mut start = shown.len().saturating_sub(MOST_BYTES_SHOWN);
    while !shown.is_char_boundary(start) {
        start += 1;
    }
    Cow::Owned(format!("… {}", &shown[start..]))
}

/// Whether a turn of a transcript is shown by itself. Real talk is full of "right" and "thank you"; what
/// asks nothing is counted in the overview.
pub(super) fn is_shown(known: &Assessment) -> bool {
    known.question.is_some()
        || matches!(known.act, Act::Reflection | Act::JobAsk | Act::Rude | Act::ReferralAsk)
}

/// The form of the question with a capital; empty if nothing is asked.
fn form(known: &Assessment) -> String {
    known.question.as_ref().map(|question| capitalised(question.form.word())).unwrap_or_default()
}

/// The faults of the question by name; empty if it has none.
fn faults(known: &Assessment) -> String {
    let faults = known.question.iter().flat_map(|question| &question.faults);
    faults.map(|fault| fault.word()).collect::<Vec<_>>().join(", ")
}

/// What a line without a question does.
fn named(act: Act) -> String {
    capitalised(&act.word().replace('-', " "))
}

/// Why: what decided the form, and each fault. That thanks are thanks needs no reason.
fn reason(known: &Assessment) -> Option<String> {
    let needs_none = !matches!(
        known.act,
        Act::Unclear | Act::OffTopic | Act::JobAsk | Act::Rude | Act::Reflection
    );
    if known.question.is_none() && needs_none {
        return None;
    }
    if known.act == Act::JobAsk {
        return Some(
            "It asks for a job, and doors close; asking how people get in opens them.".to_owned(),
        );
    }
    // Who else to talk to is asked with a closed question, and nobody minds.
    if let Some(courtesy) = known.why.iter().find(|why| why.rule == "courtesy") {
        return Some(format!("It {}.", courtesy.text.split(" (").next().unwrap_or_default()));
    }
    let faults = known.question.as_ref().map_or(0, |question| question.faults.len());
    let reasons: Vec<&str> =
        known.why.iter().take(1 + faults).map(|why| why.text.as_str()).collect();
    match reasons.as_slice() {
        [] => None,
        [one] => Some(format!("It {one}.")),
        [first @ .., last] => Some(format!("It {}, and it {last}.", first.join(", "))),
    }
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn of_a_long_line_the_end_is_shown() {
        assert_eq!(shortened("Why so?"), "Why so?");
        let long = shortened(&format!("{}why so?", "well ".repeat(100))).into_owned();
        assert!(long.starts_with("… well") && long.ends_with("why so?"), "{long}");
        assert_eq!(long.split(' ').count(), 61);
        assert!(shortened(&"é".repeat(5_000)).len() < 2_010);
    }
}
