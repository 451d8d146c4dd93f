//! What a line is about: what is counted as right, and the part of the page that says how often it is.

use coffeechat::hearing::heard::TopicHeard;
use serde_json::Value;

use crate::ground::{Ground, Typed};
use crate::labelled::{Outcome, text};
use crate::measure::share;
use crate::page::{Part, figure, table};

/// Labels of the question file that are moves, and the acts that count as right.
const TOPIC_MOVES: [(&str, &[&str]); 4] = [
    ("referral", &["referral-ask"]),
    ("job-ask", &["job-ask"]),
    ("keep-in-touch", &["keep-in-touch"]),
    ("thanks-closing", &["thanks", "goodbye", "keep-in-touch"]),
];

/// Whether a topic is one that a row is labelled with.
fn fits(row: &Value, id: &str) -> bool {
    text(row, "topic") == id || text(row, "topic2") == id
}

/// Whether the topic that was heard, or its runner-up, is one that a row is labelled with.
fn is_in_two(row: &Value, best: &TopicHeard) -> bool {
    fits(row, &best.id) || best.runner_up.as_ref().is_some_and(|(id, _)| fits(row, id))
}

/// Topics of questions and paraphrases, and what is about none.
pub(crate) fn topics(ground: &Ground<'_>, known: &[&str]) -> Outcome<Part> {
    let mut lines = Vec::new();
    let mut moves = Vec::new();
    for (file, name) in
        [("questions_dev.jsonl", "questions"), ("paraphrases_dev.jsonl", "paraphrases")]
    {
        let mut rows = ground.rows(file)?;
        rows.retain(|row| !row["needs_context"].as_bool().unwrap_or_default());
        let (content, others): (Vec<Value>, Vec<Value>) =
            rows.into_iter().partition(|row| known.contains(&text(row, "topic")));
        let shares = |typed: Typed| {
            let heard = ground.hear_all(&content, typed);
            let best: Vec<_> = heard.iter().map(|heard| heard.subject.best()).collect();
            let share_of = |is_one: &dyn Fn(&Value, Option<&TopicHeard>) -> bool| {
                let pairs = content.iter().zip(&best).filter(|(row, best)| is_one(row, **best));
                figure(share(pairs.count(), content.len()))
            };
            [
                share_of(&|row, best| best.is_some_and(|best| fits(row, &best.id))),
                share_of(&|row, best| best.is_some_and(|best| is_in_two(row, best))),
                share_of(&|_, best| best.is_none()),
            ]
        };
        let [right, in_two, none] = shares(Typed::AsWritten);
        let mut line = vec![name.to_owned(), content.len().to_string(), right, in_two, none];
        line.extend([Typed::NoMark, Typed::Bare].map(|typed| shares(typed)[0].clone()));
        lines.push(line);
        let others: Vec<Value> = others
            .into_iter()
            .filter(|row| TOPIC_MOVES.iter().any(|(label, _)| *label == text(row, "topic")))
            .collect();
        let heard = ground.hear_all(&others, Typed::AsWritten);
        let right = others.iter().zip(&heard).filter(|(row, heard)| {
            let label = TOPIC_MOVES.iter().find(|(label, _)| *label == text(row, "topic"));
            label.is_some_and(|(_, acts)| acts.contains(&heard.act.word()))
        });
        moves.push(format!("{} of {} in {name}", right.count(), others.len()));
    }
    let off = ground.rows("offtopic_dev.jsonl")?;
    let refused = ground.hear_all(&off, Typed::AsWritten);
    let refused = refused.iter().filter(|heard| heard.subject.best().is_none()).count();
    let page = format!(
        "## Topics\n\nOne of {} topics, or none. Where a question has two labels, either counts. *Top two* \
         looks at the runner-up as well; when both come out almost alike, the person asks which was \
         meant. *None* is refused for want of evidence.\n\n{}The questions of this file that are moves, \
         such as asking who else to talk to, are heard as such: {}. Of {} requests to assistants that \
         have nothing to do with such a talk, {} are about none of the topics ({}).\n\n",
        known.len(),
        table(&["share right", "rows", "as written", "top two", "none", "no mark", "bare"], &lines),
        moves.join(", "),
        off.len(),
        refused,
        figure(share(refused, off.len())),
    );
    Ok(Part { page, ..Part::default() })
}
