//! Learns the weights in `src/hearing/weights/` from labelled talk, and says how well, on talk it did not
//! learn from.
//!
//! ```console
//! $ cargo run --release --example learn -- asks FOLDER > asks.tsv && mv asks.tsv src/hearing/weights/
//! ```
//!
//! `FOLDER` holds the labelled files (`acts_meetings_dev.jsonl` and others); they are not part of this
//! project. Learning is a logistic regression with an L1 penalty, by coordinate descent in a fixed
//! order, so that the same rows give the same weights; most pieces of evidence end at weight 0 and are
//! left out.

use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;

use coffeechat::hearing::{Ear, evidence_of_act, evidence_of_asking, evidence_of_asking_on};
use coffeechat::pack::{builtin, load};
use serde_json::Value;

type Outcome<T> = Result<T, Box<dyn Error>>;

/// One thing to learn from: its evidence, whether the answer is yes, and the talk it was said in.
struct Row {
    evidence: Vec<String>,
    yes: bool,
    /// The talk it was said in; empty for the project's own rows, which are learnt from and not measured.
    talk: String,
    /// What it is measured as.
    source: &'static str,
    /// How much it counts in learning.
    weight: f64,
}

fn main() -> Outcome<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [scorer, folder, ..] = arguments.as_slice() else {
        return Err("usage: learn asks|follows|moves FOLDER".into());
    };
    let folder = Path::new(folder);
    match scorer.as_str() {
        "asks" => learn(&asking(folder)?, "asks", 4, 1.0),
        "follows" => learn(&asking_on(folder)?, "follows", 4, 0.2),
        "moves" => learn_moves(),
        other => return Err(format!("there is no scorer `{other}`").into()),
    }
    Ok(())
}

/// Whether a part of a line asks: meetings, and the built-in pack's own phrasings and answers.
fn asking(folder: &Path) -> Outcome<Vec<Row>> {
    /// Acts that ask, and those that are neither one nor the other or cannot be told from the words.
    const ASKS: [&str; 7] = ["qy", "qw", "qo", "qr", "qrr", "qh", "tag"];
    const LEFT_OUT: [&str; 4] = ["qy^d", "qw^d", "%", "x"];
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
    for row in read(&folder.join("acts_meetings_dev.jsonl"))? {
        let label = row["label"].as_str().unwrap_or_default();
        if !LEFT_OUT.contains(&label) {
            let talk = row["conv"].as_str().unwrap_or_default();
            add(row["text"].as_str().unwrap_or_default(), ASKS.contains(&label), talk);
        }
    }
    let (pack, _) = load::built_in(builtin::sources(), None);
    for question in pack.bank_topics().flat_map(|topic| &topic.questions) {
        let twins = [&question.text].into_iter().chain(&question.phrasings).chain(&question.weak);
        twins.for_each(|twin| add(twin.value(), true, ""));
    }
    for (_, answer) in pack.scenarios.iter().flat_map(coffeechat::pack::scenario::Scenario::answers)
    {
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
/// nearer to this talk; as written and as typed without marks.
fn asking_on(folder: &Path) -> Outcome<Vec<Row>> {
    let (pack, _) = load::built_in(builtin::sources(), None);
    let ear = Ear::new(&pack, None);
    let mut rows = Vec::new();
    for (file, sources, weight) in [
        ("followup_chat_dev.jsonl", ["chat", "chat without marks"], 1.0),
        ("followup_interviews_dev.jsonl", ["interviews", "interviews without marks"], 6.0),
    ] {
        for row in read(&folder.join(file))? {
            let text = |name: &str| row[name].as_str().unwrap_or_default().to_owned();
            let (said, partner) = (text("text"), text("prev"));
            if partner.is_empty() {
                continue;
            }
            for (said, source) in [said.clone(), without_marks(&said)].into_iter().zip(sources) {
                let evidence = evidence_of_asking_on(&ear, &said, &partner);
                if !evidence.is_empty() {
                    let yes = text("label") == "followup";
                    rows.push(Row { evidence, yes, talk: text("conv"), source, weight });
                }
            }
        }
    }
    Ok(rows)
}

/// What a line does: lines written for this project, and the built-in pack's phrasings as questions.
fn moves() -> Vec<(String, Vec<String>)> {
    let written = include_str!("moves.tsv").lines().filter_map(|line| line.split_once('\t'));
    let mut rows: Vec<(String, Vec<String>)> =
        written.map(|(act, line)| (act.to_owned(), evidence_of_act(line))).collect();
    let (pack, _) = load::built_in(builtin::sources(), None);
    for question in pack.bank_topics().flat_map(|topic| &topic.questions) {
        for twin in [&question.text].into_iter().chain(&question.phrasings) {
            rows.push(("question".to_owned(), evidence_of_act(twin.value())));
        }
    }
    rows
}

/// Learns one scorer an act, against all others, and prints the table of all.
fn learn_moves() {
    const FOLDS: usize = 5;
    let rows = moves();
    let mut acts: Vec<&str> = rows.iter().map(|(act, _)| act.as_str()).collect();
    acts.sort_unstable();
    acts.dedup();
    let fit = |skipped: Option<usize>| -> Vec<(&str, Model)> {
        let model = |act: &str| {
            let kept = rows.iter().enumerate().filter(|(at, _)| Some(at % FOLDS) != skipped);
            let rows: Vec<Row> = kept
                .map(|(_, (known, evidence))| Row {
                    evidence: evidence.clone(),
                    yes: known == act,
                    talk: String::new(),
                    source: "moves",
                    weight: 1.0,
                })
                .collect();
            Model::fit(&rows.iter().collect::<Vec<_>>(), 2, 1.0)
        };
        acts.iter().map(|act| (*act, model(act))).collect()
    };
    let (mut right, mut all) = (0, 0);
    for fold in 0..FOLDS {
        let models = fit(Some(fold));
        for (_, (act, evidence)) in rows.iter().enumerate().filter(|(at, _)| at % FOLDS == fold) {
            let best = models
                .iter()
                .max_by(|one, other| one.1.sum(evidence).total_cmp(&other.1.sum(evidence)));
            all += 1;
            right += usize::from(best.is_some_and(|(name, _)| name == act));
        }
    }
    println!("# Weights of `moves`, in hundredths of log-odds. Written by `examples/learn`.");
    println!("# {all} lines; right on lines not learnt from: {right} ({:.3}).", ratio(right, all));
    let mut count = 0;
    for (act, model) in fit(None) {
        for line in model.table().lines() {
            println!("{act}\t{line}");
            count += 1;
        }
    }
    eprintln!("moves: {right} of {all} ({:.3}); {count} weights", ratio(right, all));
}

/// A line as it is typed by those who leave out marks and capitals.
fn without_marks(line: &str) -> String {
    let lower = line.to_lowercase();
    lower.chars().map(|c| if c.is_alphanumeric() || c == '\'' { c } else { ' ' }).collect()
}

fn read(path: &Path) -> Outcome<Vec<Value>> {
    let text =
        std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    text.lines().map(|line| Ok(serde_json::from_str(line)?)).collect()
}

/// Learns, prints the table, and says on stderr how well it does on talks it has not seen.
fn learn(rows: &[Row], name: &str, least: usize, strength: f64) {
    const FOLDS: usize = 5;
    let mut talks: Vec<&str> = rows.iter().map(|row| row.talk.as_str()).collect();
    talks.sort_unstable();
    talks.dedup();
    let fold = |row: &Row| talks.binary_search(&row.talk.as_str()).unwrap_or(0) % FOLDS;
    let mut tally: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for left_out in 0..FOLDS {
        let is_unseen = |row: &&Row| !row.talk.is_empty() && fold(row) == left_out;
        let seen: Vec<&Row> = rows.iter().filter(|row| !is_unseen(row)).collect();
        let model = Model::fit(&seen, least, strength);
        for row in rows.iter().filter(is_unseen) {
            let (right, all) = tally.entry(row.source).or_default();
            *all += 1;
            *right += usize::from((model.score(row) > 0.0) == row.yes);
        }
    }
    let tally: Vec<String> = tally
        .into_iter()
        .map(|(source, (right, all))| {
            format!("{source} {right} of {all} ({:.3})", ratio(right, all))
        })
        .collect();
    let tally = tally.join(", ");
    let model = Model::fit(&rows.iter().collect::<Vec<_>>(), least, strength);
    let table = model.table();
    println!("# Weights of `{name}`, in hundredths of log-odds. Written by `examples/learn`.");
    println!("# {} rows of {} talks; right on talks not learnt from:", rows.len(), talks.len());
    println!("# {tally}.");
    print!("{table}");
    eprintln!("{name}: {tally}; {} weights", table.lines().count());
}

#[expect(clippy::cast_precision_loss, reason = "counts of rows")]
fn ratio(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

/// A logistic regression over pieces of evidence.
struct Model {
    bias: f64,
    weights: BTreeMap<String, f64>,
}

impl Model {
    fn score(&self, row: &Row) -> f64 {
        self.sum(&row.evidence)
    }

    fn sum(&self, evidence: &[String]) -> f64 {
        self.bias + evidence.iter().filter_map(|piece| self.weights.get(piece)).sum::<f64>()
    }

    /// Fits by coordinate descent with soft thresholds; `strength` is the inverse of the penalty.
    fn fit(rows: &[&Row], least: usize, strength: f64) -> Self {
        const ROUNDS: usize = 150;
        let mut places: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (at, row) in rows.iter().enumerate() {
            for piece in &row.evidence {
                places.entry(piece).or_default().push(at);
            }
        }
        places.retain(|_, rows| rows.len() >= least);
        let pieces: Vec<(&str, Vec<usize>)> = places.into_iter().collect();
        let mut weights = vec![0.0_f64; pieces.len()];
        let mut bias = 0.0_f64;
        let mut margins = vec![0.0_f64; rows.len()];
        let chance = |margin: f64| 1.0 / (1.0 + (-margin).exp());
        let step = |places: &mut dyn Iterator<Item = usize>, margins: &[f64]| {
            let (mut slope, mut bend) = (0.0, 1e-6);
            for at in places {
                let chance = chance(margins[at]);
                let target = if rows[at].yes { 1.0 } else { 0.0 };
                slope += rows[at].weight * (chance - target);
                // At least a fifth of the steepest bend: steps stay small where chances are extreme.
                bend += rows[at].weight * (chance * (1.0 - chance)).max(0.05);
            }
            (strength * slope, strength * bend)
        };
        for _ in 0..ROUNDS {
            let (slope, bend) = step(&mut (0..rows.len()), &margins);
            let change = -slope / bend;
            bias += change;
            margins.iter_mut().for_each(|margin| *margin += change);
            for ((_, places), weight) in pieces.iter().zip(&mut weights) {
                let (slope, bend) = step(&mut places.iter().copied(), &margins);
                let wanted = *weight - slope / bend;
                let shrunk = wanted.signum() * (wanted.abs() - 1.0 / bend).max(0.0);
                let change = shrunk - *weight;
                if change != 0.0 {
                    *weight = shrunk;
                    places.iter().for_each(|at| margins[*at] += change);
                }
            }
        }
        let weights = pieces
            .into_iter()
            .zip(weights)
            .filter(|(_, weight)| weight.abs() >= 0.005)
            .map(|((piece, _), weight)| (piece.to_owned(), weight))
            .collect();
        Self { bias, weights }
    }

    /// The table of weights, heaviest first.
    fn table(&self) -> String {
        let mut rows: Vec<(&str, f64)> =
            self.weights.iter().map(|(piece, weight)| (piece.as_str(), *weight)).collect();
        rows.sort_by(|one, other| other.1.abs().total_cmp(&one.1.abs()).then(one.0.cmp(other.0)));
        std::iter::once(("bias", self.bias))
            .chain(rows)
            .map(|(piece, weight)| format!("{:.0}\t{piece}\n", weight * 100.0))
            .collect()
    }
}
