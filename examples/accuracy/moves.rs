//! What a line does besides asking, and how much it takes up: what is counted as right, and the part of the
//! page that says how often it is.

use std::collections::{BTreeMap, BTreeSet};

use crate::ground::{Ground, Typed, each};
use crate::labelled::{Outcome, text};
use crate::measure::{auc, share};
use crate::page::{Aim, Part, count, figure, table};

/// Curiosity against what experts call uptake.
pub(crate) fn uptake(ground: &Ground<'_>) -> Outcome<Part> {
    let rows = ground.rows("uptake_dev.jsonl")?;
    let scores = each(&rows, |row| {
        let (line, partner) = (text(row, "text"), text(row, "prev"));
        let share = ground.hear(line, partner).share_taken_up;
        (f64::from(ground.assess(line, partner).curiosity), f64::from(share))
    });
    let is_high = || rows.iter().map(|row| text(row, "label") == "high");
    let curiosity = auc(&is_high().zip(scores.iter().map(|score| score.0)).collect::<Vec<_>>());
    let words = auc(&is_high().zip(scores.iter().map(|score| score.1)).collect::<Vec<_>>());
    let page = format!(
        "## Curiosity and uptake\n\n{} replies of teachers to pupils, rated by experts for how much they \
         take up what the pupil said. Of a reply rated high and one that is not, the coach's figure for \
         curiosity is higher for the first in {} of cases (the area under the curve; 0.5 is chance). The \
         mere share of words taken up reaches {}. These are classrooms, not meetings over coffee, and \
         curiosity is meant to be more than uptake.\n\n",
        count(rows.len()),
        figure(curiosity),
        figure(words),
    );
    let (what, from) =
        ("curiosity against uptake (area)", "likeness of words, as published, reaches .77");
    let aims = vec![Aim { what, figure: curiosity, least: 0.80, from }];
    Ok(Part { page, aims, ..Part::default() })
}

/// A labelled move, and the acts that count as right.
const MOVES: [(&str, &[&str]); 17] = [
    ("greeting", &["greeting"]),
    ("thanks", &["thanks"]),
    ("acknowledgement", &["acknowledgement"]),
    ("reflection", &["reflection"]),
    ("self-disclosure", &["introduction", "answer", "purpose"]),
    ("followup-elliptical", &["question"]),
    ("time-check", &["time-check"]),
    ("off-topic", &["off-topic"]),
    ("nonsense", &["unclear", "off-topic"]),
    ("rude", &["rude"]),
    ("job-ask", &["job-ask"]),
    ("referral-ask", &["referral-ask"]),
    ("closing", &["goodbye", "thanks"]),
    ("purpose-statement", &["purpose"]),
    ("coffee-offer", &["coffee-offer"]),
    ("keep-in-touch", &["keep-in-touch"]),
    ("answer", &["answer", "introduction"]),
];

/// Acts of moves.
pub(crate) fn moves(ground: &Ground<'_>) -> Outcome<Part> {
    let rows = ground.rows("moves_dev.jsonl")?;
    let heard = ground.hear_all(&rows, Typed::AsWritten);
    let mut lines = Vec::new();
    let (mut all_right, mut mean) = (0, 0.0);
    let mut labels: Vec<&str> = rows.iter().map(|row| text(row, "act")).collect();
    labels.sort_unstable();
    labels.dedup();
    for label in &labels {
        let counts =
            MOVES.iter().find(|(known, _)| known == label).map_or(&[][..], |(_, acts)| acts);
        let those = rows.iter().zip(&heard).filter(|(row, _)| text(row, "act") == *label);
        let acts: Vec<&str> = those.map(|(_, heard)| heard.act.word()).collect();
        let mut others: BTreeMap<&str, usize> = BTreeMap::new();
        for act in acts.iter().filter(|act| !counts.contains(act)) {
            *others.entry(act).or_default() += 1;
        }
        let right = acts.iter().filter(|act| counts.contains(act)).count();
        all_right += right;
        mean += share(right, acts.len() * labels.len());
        let others: Vec<String> = others
            .into_iter()
            .map(
                |(act, count)| if count == 1 { act.to_owned() } else { format!("{act} ({count})") },
            )
            .collect();
        lines.push(vec![
            (*label).to_owned(),
            acts.len().to_string(),
            right.to_string(),
            others.join(", "),
        ]);
    }
    let own: BTreeSet<String> = include_str!("../learn/moves.tsv")
        .lines()
        .filter_map(|line| Some(Typed::Bare.line(line.split_once('\t')?.1)))
        .collect();
    let shared = rows.iter().filter(|row| own.contains(&Typed::Bare.line(text(row, "text"))));
    let page = format!(
        "## Moves\n\nLines that are no content questions: {} of {} are heard right ({}; the mean over \
         the {} labels is {}). With a handful of rows a label, single rows decide. {} of the \
         rows, mostly of a word or two, are also among the project's own lines that moves are learnt \
         from.\n\n{}",
        all_right,
        count(rows.len()),
        figure(share(all_right, rows.len())),
        labels.len(),
        figure(mean),
        shared.count(),
        table(&["label", "rows", "right", "heard instead"], &lines).replacen(
            "--:|--:|--:|",
            "--:|--:|---|",
            1
        ),
    );
    Ok(Part { page, ..Part::default() })
}
