//! How the page is written: figures, tables, aims.

use std::fmt::Write as _;

use crate::measure::{Confusion, Found};

/// A figure as it stands on the page.
pub(crate) fn figure(value: f64) -> String {
    format!("{value:.3}")
}

/// A count as it stands on the page: 11,409.
pub(crate) fn count(count: usize) -> String {
    if count < 1000 { count.to_string() } else { format!("{},{:03}", count / 1000, count % 1000) }
}

/// A difference in hundredths, for a sentence: "2.1 points", "1 point".
pub(crate) fn points(value: f64) -> String {
    let points = format!("{:.1}", value * 100.0);
    let points = points.strip_suffix(".0").unwrap_or(&points);
    format!("{points} {}", if points == "1" { "point" } else { "points" })
}

/// A table; the first column holds words and the others figures.
pub(crate) fn table(head: &[&str], rows: &[Vec<String>]) -> String {
    let mut page = format!("| {} |\n|---|{}\n", head.join(" | "), "--:|".repeat(head.len() - 1));
    for row in rows {
        let _ = writeln!(page, "| {} |", row.join(" | "));
    }
    page.push('\n');
    page
}

/// A table of words only.
pub(crate) fn words_table(head: &[&str], rows: &[Vec<String>]) -> String {
    let aligned = table(head, rows);
    aligned.replacen(&"--:|".repeat(head.len() - 1), &"---|".repeat(head.len() - 1), 1)
}

/// Precision, recall and F1, as cells.
pub(crate) fn found(found: Found) -> [String; 3] {
    [figure(found.precision), figure(found.recall), figure(found.f1)]
}

/// How well each class is found.
pub(crate) fn per_class(confusion: &Confusion) -> String {
    let rows: Vec<Vec<String>> = (0..confusion.labels().len())
        .map(|at| {
            let mut row = vec![confusion.labels()[at].to_owned(), count(confusion.rows(at))];
            row.extend(found(confusion.found(at)));
            row
        })
        .collect();
    table(&["as written", "rows", "precision", "recall", "F1"], &rows)
}

/// What was heard where the label is this or that.
pub(crate) fn matrix(confusion: &Confusion) -> String {
    let heads: Vec<String> =
        confusion.classes().iter().map(|class| format!("heard {class}")).collect();
    let mut head = vec!["label"];
    head.extend(heads.iter().map(String::as_str));
    let rows: Vec<Vec<String>> = (0..confusion.labels().len())
        .map(|at| {
            let mut row = vec![confusion.labels()[at].to_owned()];
            row.extend(confusion.heard(at).iter().map(|heard| count(*heard)));
            row
        })
        .collect();
    table(&head, &rows)
}

/// The page with its paragraphs and lists in lines of a length that reads well in an editor. Tables,
/// headings and commands stay as they are.
pub(crate) fn wrapped(page: &str) -> String {
    let mut is_code = false;
    let mut wrapped = String::new();
    for line in page.lines() {
        is_code ^= line.starts_with("```");
        if is_code || line.starts_with(['|', '#', '`']) {
            wrapped += line;
        } else {
            let width = textwrap::Options::new(WIDTH)
                .word_splitter(textwrap::WordSplitter::NoHyphenation)
                .subsequent_indent(if line.starts_with("- ") { "  " } else { "" });
            wrapped += &textwrap::fill(line, width);
        }
        wrapped.push('\n');
    }
    wrapped
}

/// The longest line of a paragraph.
const WIDTH: usize = 104;

/// What a task adds to the page.
#[derive(Default)]
pub(crate) struct Part {
    /// The text.
    pub(crate) page: String,
    /// What is held against an aim.
    pub(crate) aims: Vec<Aim>,
    /// How often a copy of the program's thresholds came out as the program did, and of how many.
    pub(crate) copied: (usize, usize),
}

/// Something to be held to, and what it is held against.
pub(crate) struct Aim {
    /// What is measured.
    pub(crate) what: &'static str,
    /// The figure.
    pub(crate) figure: f64,
    /// The least it should be.
    pub(crate) least: f64,
    /// Where that comes from.
    pub(crate) from: &'static str,
}

impl Aim {
    /// Whether it is met, in words. Figures are compared as they are shown.
    fn verdict(&self) -> String {
        let missing = self.least - self.figure;
        if missing < 0.0005 {
            "meets it".to_owned()
        } else {
            format!("misses the aim by {}", points(missing))
        }
    }
}

/// The aims beside the figures.
pub(crate) fn aims<'a>(aims: impl Iterator<Item = &'a Aim>) -> String {
    let rows: Vec<Vec<String>> = aims
        .map(|aim| {
            let what = aim.what.to_owned();
            vec![what, figure(aim.figure), figure(aim.least), aim.verdict(), aim.from.to_owned()]
        })
        .collect();
    let head = ["what", "figure", "aim", "", "where the aim comes from"];
    table(&head, &rows).replacen("--:|--:|--:|--:|", "--:|--:|---|---|", 1)
}

/// What the columns of figures for the three ways of typing mean.
pub(crate) const HOW_TYPED: &str = "*No mark*: a full stop stands for each question mark. *Bare*: lower case, no \
                         punctuation at all.\n\n";

/// The share right of tasks, or of one in different settings, for each way of typing.
pub(crate) fn shares_right(rows: &[(&str, &[f64])]) -> String {
    let rows: Vec<Vec<String>> = rows
        .iter()
        .map(|(name, shares)| {
            let figures = shares.iter().map(|share| figure(*share));
            std::iter::once((*name).to_owned()).chain(figures).collect()
        })
        .collect();
    table(&["share right", "as written", "no mark", "bare"], &rows)
}
