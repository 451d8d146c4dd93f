//! Learns the weights in `src/hearing/weights/` from labelled talk, and says how well, on talk it did not
//! learn from.
//!
//! ```console
//! $ cargo run --release --example learn -- asks FOLDER > asks.tsv && mv asks.tsv src/hearing/weights/
//! ```
//!
//! `FOLDER` holds the labelled files (`acts_meetings_dev.jsonl` and others); they are not part of this
//! project. How it is learnt is in `model.rs`, from what in `labelled.rs` and, for
//! `moves`, in `moves.tsv`;
//! `examples/accuracy/` measures with the same code. `thin` learns nothing: it shows which topics want more
//! lines to learn from.

#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "a tool for the terminal: the table goes to stdout, messages to stderr"
)]

use std::path::Path;

use coffeechat::hearing::{Ear, evidence_of_act, meaning};
use coffeechat::pack::{Pack, builtin, load};

use self::labelled::{ASKING, ASKING_ON, Outcome, asking, asking_on};
use self::model::{Care, Model, Penalty, Row, Unseen};

mod classes;
mod labelled;
mod model;
mod thin;

fn main() -> Outcome<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [scorer, folder, ..] = arguments.as_slice() else {
        return Err("usage: learn asks|follows|moves|topics|asked-on|meanings|thin FOLDER".into());
    };
    let folder = Path::new(folder);
    let (pack, _) = load::built_in(builtin::sources(), None);
    match scorer.as_str() {
        "asks" => learn(&asking(folder, &pack)?, "asks", ASKING),
        "follows" => learn(&asking_on(folder, &pack)?, "follows", ASKING_ON),
        "moves" => learn_moves(&pack),
        "topics" => {
            classes::learn(&classes::topics(&pack, folder)?, "src/hearing/weights/topics.bin")?;
        }
        "meanings" => {
            let said = pack
                .scenarios
                .iter()
                .flat_map(|scenario| Ear::by_words_alone(&pack, Some(scenario)).sentences(true));
            let said: Vec<String> = said.collect();
            std::fs::write("src/hearing/weights/meanings.bin", meaning::written(&said))?;
        }
        "thin" => print!("{}", thin::table(&classes::topics(&pack, folder)?)),
        "asked-on" => classes::learn(&classes::asked_on()?, "src/hearing/weights/asked-on.bin")?,
        other => return Err(format!("there is no scorer `{other}`").into()),
    }
    Ok(())
}

/// Learns, prints the table, and says on stderr how well it does on talks it has not seen.
fn learn(rows: &[Row], name: &str, care: Care) {
    let unseen = Unseen::learn(rows, care);
    let tally: Vec<String> = unseen
        .tally(rows)
        .into_iter()
        .map(|(source, (right, all))| {
            format!("{source} {right} of {all} ({:.3})", ratio(right, all))
        })
        .collect();
    let tally = tally.join(", ");
    let table = Model::fit(&rows.iter().collect::<Vec<_>>(), care).table();
    println!("# Weights of `{name}`, in hundredths of log-odds. Written by `examples/learn`.");
    println!("# {} rows of {} talks; right on talks not learnt from:", rows.len(), unseen.talks());
    println!("# {tally}.");
    print!("{table}");
    eprintln!("{name}: {tally}; {} weights", table.lines().count());
}

/// How carefully the weights of `moves` are learnt.
const MOVES: Care = Care { least: 2, strength: 1.0, penalty: Penalty::Size };

/// What a line does: lines written for this project, and the built-in pack's phrasings as questions.
fn moves(pack: &Pack) -> Vec<(String, Vec<String>)> {
    let written = include_str!("moves.tsv").lines().filter_map(|line| line.split_once('\t'));
    let mut rows: Vec<(String, Vec<String>)> =
        written.map(|(act, line)| (act.to_owned(), evidence_of_act(line))).collect();
    for question in pack.bank_topics().flat_map(|topic| &topic.questions) {
        for twin in [&question.text].into_iter().chain(&question.phrasings) {
            rows.push(("question".to_owned(), evidence_of_act(twin.value())));
        }
    }
    rows
}

/// Learns one scorer an act, against all others, and prints the table of all.
fn learn_moves(pack: &Pack) {
    const FOLDS: usize = 5;
    let rows = moves(pack);
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
            Model::fit(&rows.iter().collect::<Vec<_>>(), MOVES)
        };
        acts.iter().map(|act| (*act, model(act))).collect()
    };
    let (mut right, mut all) = (0, 0);
    for fold in 0..FOLDS {
        let models = fit(Some(fold));
        for (_, (act, evidence)) in rows.iter().enumerate().filter(|(at, _)| at % FOLDS == fold) {
            let best = models
                .iter()
                .max_by(|one, other| one.1.score(evidence).total_cmp(&other.1.score(evidence)));
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

#[expect(clippy::cast_precision_loss, reason = "counts of rows")]
fn ratio(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}
