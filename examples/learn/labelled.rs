//! The labelled files, and the rows that are learnt from.

use std::error::Error;
use std::path::Path;

use coffeechat::disk;
use coffeechat::hearing::{Ear, evidence_of_asking, evidence_of_asking_on};
use coffeechat::pack::Pack;
use coffeechat::pack::scenario::Scenario;
use serde_json::Value;

use crate::model::{Care, Penalty, Row};

pub(crate) type Outcome<T> = Result<T, Box<dyn Error>>;

/// Acts of meetings that ask.
pub(crate) const ASKS: [&str; 7] = ["qy", "qw", "qo", "qr", "qrr", "qh", "tag"];
/// Acts that are neither one nor the other, or cannot be told from the words.
pub(crate) const LEFT_OUT: [&str; 4] = ["qy^d", "qw^d", "%", "x"];

/// How carefully the weights of `asks` are learnt.
pub(crate) const ASKING: Care = Care { least: 4, strength: 1.0, penalty: Penalty::Size };
/// How carefully the weights of `follows` are learnt.
pub(crate) const ASKING_ON: Care = Care { least: 4, strength: 0.015, penalty: Penalty::Squares };

/// Whether a part of a line asks: meetings, and the built-in pack's own phrasings and answers.
pub(crate) fn asking(folder: &Path, pack: &Pack) -> Outcome<Vec<Row>> {
    let mut rows = Vec::new();
    let mut add = |text: &str, yes: bool, talk: &str| {
        let mut parts = evidence_of_asking(&without_marks(text));
        if yes {
            parts = parts.split_off(parts.len().saturating_sub(1)); // the last part is what asks
        }
        for evidence in parts.into_iter().filter(|evidence| !evidence.is_empty()) {
            let talk = talk.to_owned();
            rows.push(Row { evidence, yes, talk, source: "meetings without marks", weight: 1.0 });
        }
    };
    for row in read(folder, "acts_meetings_dev.jsonl")? {
        let label = text(&row, "label");
        if !LEFT_OUT.contains(&label) {
            add(text(&row, "text"), ASKS.contains(&label), text(&row, "conv"));
        }
    }
    for question in pack.bank_topics().flat_map(|topic| &topic.questions) {
        let twins = [&question.text].into_iter().chain(&question.phrasings).chain(&question.weak);
        for twin in twins {
            add(twin.value(), true, "");
        }
    }
    for (_, answer) in pack.scenarios.iter().flat_map(Scenario::answers) {
        for said in answer.say.iter().chain(&answer.short) {
            let sentences = said.as_str().split_inclusive(['.', '!', '?']);
            sentences
                .filter(|sentence| sentence.ends_with(['.', '!']))
                .for_each(|sentence| add(sentence, false, ""));
        }
    }
    Ok(rows)
}

/// Whether a question asks on: personal chat, and interviews, of which there are few and which are
/// nearer to this talk; as written and as typed without marks, heard with and without what the words mean.
pub(crate) fn asking_on(folder: &Path, pack: &Pack) -> Outcome<Vec<Row>> {
    let ears = [Ear::new(pack, None), Ear::by_words_alone(pack, None)];
    let mut rows = Vec::new();
    for (file, sources, weight) in [
        (
            "followup_chat_dev.jsonl",
            ["chat", "chat without marks", "chat by words", "chat without marks by words"],
            1.0,
        ),
        (
            "followup_interviews_dev.jsonl",
            [
                "interviews",
                "interviews without marks",
                "interviews by words",
                "interviews without marks by words",
            ],
            6.0,
        ),
    ] {
        for row in read(folder, file)? {
            let (said, partner) = (text(&row, "text"), text(&row, "prev"));
            if partner.is_empty() {
                continue;
            }
            let dresses = [said.to_owned(), without_marks(said)];
            let heard = ears.iter().flat_map(|ear| dresses.iter().map(move |said| (ear, said)));
            for ((ear, said), source) in heard.zip(sources) {
                let evidence = evidence_of_asking_on(ear, said, partner);
                if !evidence.is_empty() {
                    let yes = text(&row, "label") == "followup";
                    let talk = text(&row, "conv").to_owned();
                    rows.push(Row { evidence, yes, talk, source, weight });
                }
            }
        }
    }
    Ok(rows)
}

/// The rows of a labelled file.
pub(crate) fn read(folder: &Path, file: &str) -> Outcome<Vec<Value>> {
    let text = disk::read_text(&folder.join(file))?;
    let rows = text.lines().filter(|line| !line.trim().is_empty());
    rows.map(|line| serde_json::from_str(line).map_err(|error| format!("{file}: {error}").into()))
        .collect()
}

/// A text of a row; empty if it has none of that name.
pub(crate) fn text<'a>(row: &'a Value, name: &str) -> &'a str {
    row[name].as_str().unwrap_or_default()
}

/// A line as it is typed by those who leave out marks and capitals.
pub(crate) fn without_marks(line: &str) -> String {
    let lower = line.to_lowercase();
    lower.chars().map(|c| if c.is_alphanumeric() || c == '\'' { c } else { ' ' }).collect()
}
