//! Which topics have too few lines to be understood by: how often lines that were not learnt from are heard as
//! what they are, topic by topic, the worst first.
//!
//! A fifth of the lines is left out at a time. A topic at the top of the table wants more phrasings in more
//! voices; the topic beside it is what its lines are taken for.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::classes::{Lines, Written};

/// How many parts the lines are cut into.
const PARTS: usize = 5;

/// What became of the lines of one topic.
#[derive(Default)]
struct Tally {
    lines: usize,
    right: usize,
    first_or_second: usize,
    phrasings: usize,
    right_phrasings: usize,
    /// What its lines were taken for, and how often.
    taken_for: BTreeMap<usize, usize>,
}

/// The table, as Markdown.
pub(super) fn table(written: &[Written]) -> String {
    let lines = Lines::of(written);
    let mut tallies: Vec<Tally> = Vec::new();
    tallies.resize_with(lines.classes.len(), Tally::default);
    // What is written twice, word for word, is in one part: else it would be learnt from after all.
    let part = |at: usize| {
        let bytes = lines.rows[at].text.bytes();
        bytes.fold(0_usize, |sum, byte| sum.wrapping_mul(31).wrapping_add(usize::from(byte)))
            % PARTS
    };
    for left_out in 0..PARTS {
        eprintln!("part {} of {PARTS}", left_out + 1);
        let learnt = lines.fit(&|at| part(at) != left_out);
        for (at, row) in lines.rows.iter().enumerate().filter(|(at, _)| part(*at) == left_out) {
            let sorted = lines.sorted(&learnt, at);
            let is_right = usize::from(sorted[0] == row.class);
            let tally = &mut tallies[row.class];
            tally.lines += 1;
            tally.right += is_right;
            tally.first_or_second += usize::from(sorted[..2].contains(&row.class));
            if row.is_phrasing {
                tally.phrasings += 1;
                tally.right_phrasings += is_right;
            }
            if is_right == 0 {
                *tally.taken_for.entry(sorted[0]).or_default() += 1;
            }
        }
    }
    let name = |class: usize| match lines.classes[class].as_str() {
        "" => "(none)",
        name => name,
    };
    let mut order: Vec<usize> = (0..tallies.len()).collect();
    order.sort_by(|one, other| {
        let share = |class: usize| ratio(tallies[class].right, tallies[class].lines);
        share(*one).total_cmp(&share(*other))
    });
    let mut table = String::from(
        "| topic | lines | right when left out | first or second | phrasings of the bank | right | taken for |\n\
         |---|--:|--:|--:|--:|--:|---|\n",
    );
    for class in order {
        let Tally { lines, right, first_or_second, phrasings, right_phrasings, taken_for } =
            &tallies[class];
        let most = taken_for.iter().max_by_key(|(_, count)| **count);
        let most =
            most.map(|(class, count)| format!("{} ({count})", name(*class))).unwrap_or_default();
        let _ = writeln!(
            table,
            "| {} | {lines} | {:.3} | {:.3} | {phrasings} | {:.3} | {most} |",
            name(class),
            ratio(*right, *lines),
            ratio(*first_or_second, *lines),
            ratio(*right_phrasings, *phrasings),
        );
    }
    let sum = |of: &dyn Fn(&Tally) -> usize| tallies.iter().map(of).sum::<usize>();
    let (all, phrasings) = (sum(&|tally| tally.lines), sum(&|tally| tally.phrasings));
    let _ = writeln!(
        table,
        "| all | {all} | {:.3} | {:.3} | {phrasings} | {:.3} | |",
        ratio(sum(&|tally| tally.right), all),
        ratio(sum(&|tally| tally.first_or_second), all),
        ratio(sum(&|tally| tally.right_phrasings), phrasings),
    );
    table
}

#[expect(clippy::cast_precision_loss, reason = "counts of rows")]
fn ratio(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}
