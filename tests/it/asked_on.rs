//! Questions that mean nothing without the answer before them, and questions that need none.
//!
//! `data/asked-on.tsv` has two turns a line: what the interviewee said, a line that asks on from it, and the
//! kind of follow-up it is. `data/asked-anew.tsv` has lines with a subject of their own, which must not be
//! taken for follow-ups however they begin. Both were written without a look at the rules.

use coffeechat::hearing::Before;
use coffeechat::hearing::heard::Heard;
use coffeechat::pack::scenario::FollowKind;

use crate::cast::EAR;

/// The three columns of a table.
fn rows(table: &'static str) -> Vec<[&'static str; 3]> {
    let rows = table.lines().map(|line| {
        let mut columns = line.split('\t');
        std::array::from_fn(|_| columns.next().expect("three columns"))
    });
    rows.collect()
}

fn kind(word: &str) -> FollowKind {
    FollowKind::ALL.into_iter().find(|kind| kind.word() == word).expect("a kind of follow-up")
}

/// Every row, and what is wrong with how it is heard: at most one in twenty.
fn nearly_all(
    table: &'static str,
    least: usize,
    fault: impl Fn(&Heard, &[&'static str; 3]) -> Option<String>,
) {
    let rows = rows(table);
    assert!(rows.len() >= least);
    let hear = |row: &[&'static str; 3]| {
        let heard = EAR.hear(row[1], Before { partner: Some(row[0]), ..Before::default() });
        fault(&heard, row).map(|fault| format!("{:?} after {:?}: {fault}", row[1], row[0]))
    };
    let missed: Vec<String> = rows.iter().filter_map(hear).collect();
    let most = rows.len() / 20;
    assert!(missed.len() <= most, "{} of {}:\n{}", missed.len(), rows.len(), missed.join("\n"));
}

#[test]
fn what_asks_on_is_heard_as_that_and_of_the_right_kind() {
    nearly_all(include_str!("data/asked-on.tsv"), 120, |heard, [_, _, expected]| {
        let follow_up = heard.question.as_ref().and_then(|question| question.follow_up);
        let found = follow_up.map(|follow_up| follow_up.kind);
        (found != Some(kind(expected))).then(|| format!("{found:?}, not {expected}"))
    });
}

#[test]
fn what_asks_anew_is_not_swallowed() {
    nearly_all(include_str!("data/asked-anew.tsv"), 60, |heard, [_, _, topic]| {
        let is_swallowed =
            heard.question.as_ref().is_none_or(|question| question.follow_up.is_some());
        let best = heard.subject.best().map(|best| best.id.as_str());
        is_swallowed.then(|| format!("{best:?}, not {topic}"))
    });
}
