//! Questions that mean nothing without the answer before them, and questions that need none.
//!
//! `data/asked-on.tsv` has two turns a line: what the interviewee said, a line that asks on from it, and the
//! kind of follow-up it is. `data/asked-anew.tsv` has lines with a subject of their own, which must not be
//! taken for follow-ups however they begin. Both were written without a look at the rules.

use coffeechat::hearing::Before;
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

#[test]
fn what_asks_on_is_heard_as_that_and_of_the_right_kind() {
    let rows = rows(include_str!("data/asked-on.tsv"));
    assert!(rows.len() >= 120);
    let mut missed = Vec::new();
    for [partner, line, expected] in &rows {
        let heard = EAR.hear(line, Before { partner: Some(partner), asked_back: false });
        let found = heard.question.and_then(|question| question.follow_up);
        let found = found.map(|follow_up| follow_up.kind);
        if found != Some(kind(expected)) {
            missed.push(format!("{line:?} after {partner:?}: {found:?}, not {expected}"));
        }
    }
    let most = rows.len() / 20;
    assert!(missed.len() <= most, "{} of {}:\n{}", missed.len(), rows.len(), missed.join("\n"));
}

#[test]
fn what_asks_anew_is_not_swallowed() {
    let rows = rows(include_str!("data/asked-anew.tsv"));
    assert!(rows.len() >= 60);
    let mut swallowed = Vec::new();
    for [partner, line, topic] in &rows {
        let heard = EAR.hear(line, Before { partner: Some(partner), asked_back: false });
        let is_swallowed = heard.question.is_none_or(|question| question.follow_up.is_some());
        if is_swallowed {
            let best = heard.subject.best().map(|best| best.id.clone());
            swallowed.push(format!("{line:?}: {best:?}, not {topic}"));
        }
    }
    let most = rows.len() / 20;
    assert!(
        swallowed.len() <= most,
        "{} of {}:\n{}",
        swallowed.len(),
        rows.len(),
        swallowed.join("\n")
    );
}
