//! Learning how much words, and what they mean, speak for each of several classes, and writing it down in the
//! format that `src/hearing/classifier.rs` tells.
//!
//! Two multinomial logistic regressions with a penalty on the squares of the weights, by gradient descent
//! with momentum and a step for each weight (Kingma & Ba 2015), over all rows at once and in a fixed order.

#![expect(
    clippy::disallowed_methods,
    clippy::needless_for_each,
    reason = "a tool: it reads and writes files of its own, and a list in a row reads best as one line"
)]

use std::collections::BTreeMap;
use std::path::Path;

use coffeechat::hearing::meaning::{Meaning, WIDTH};
use coffeechat::hearing::{keys_of_words, words_of_topic};
use coffeechat::pack::Pack;
use coffeechat::text::words::key;

use super::labelled::Outcome;

/// Words and pairs found in fewer lines than this are not learnt from.
const LEAST: u32 = 2;

/// How strong the penalty is, for words and for meanings, over the number of rows: the inverse of the `C` of
/// other programs.
const PENALTY: (f32, f32) = (0.1, 0.3);

/// How often all rows are gone through.
const ROUNDS: usize = 250;

/// A line that is learnt from.
struct Row {
    class: usize,
    /// The keys of its words and pairs, each once, sorted.
    keys: Vec<u64>,
    text: String,
    is_phrasing: bool,
}

/// A line as written: its class, its text, and whether the built-in pack has it too.
type Written = (String, String, bool);

/// How often a labelled line that is about no topic is learnt from: there are few of them.
const OFF_TOPIC: usize = 3;

/// Topics, from the bank, from the lines in `examples/learn/topics/`, and from the lines in
/// `offtopic_dev.jsonl` of the folder, which are about none.
pub(super) fn topics(pack: &Pack, labelled: &Path) -> Outcome<Vec<Written>> {
    let mut lines: Vec<Written> = Vec::new();
    for row in std::fs::read_to_string(labelled.join("offtopic_dev.jsonl"))?.lines() {
        let row: serde_json::Value = serde_json::from_str(row)?;
        let text = row["text"].as_str().unwrap_or_default().to_owned();
        lines.extend(std::iter::repeat_n((String::new(), text, false), OFF_TOPIC));
    }
    for topic in pack.bank_topics() {
        for question in &topic.questions {
            let all = [&question.text].into_iter().chain(&question.phrasings).chain(&question.weak);
            let id = topic.id.value();
            lines.extend(all.map(|text| (id.clone(), text.value().clone(), true)));
        }
    }
    let never = pack.banks.iter().flat_map(|bank| &bank.never);
    lines.extend(never.map(|text| (String::new(), text.value().clone(), true)));
    lines.extend(folder("topics", "none")?);
    Ok(lines)
}

/// Kinds of follow-up, from the lines in `examples/learn/asked-on/`; lines on a topic ask anew.
pub(super) fn asked_on() -> Outcome<Vec<Written>> {
    const ANEW_EVERY: usize = 6;
    let mut lines = folder("asked-on", "anew")?;
    let on_topics = folder("topics", "none")?.into_iter().step_by(ANEW_EVERY);
    lines.extend(on_topics.map(|(_, line, _)| (String::new(), line, false)));
    Ok(lines)
}

/// The lines in a folder: a file a class, named after it; that called `nameless` is the class without a name.
fn folder(name: &str, nameless: &str) -> Outcome<Vec<Written>> {
    let folder = format!("{}/examples/learn/{name}", env!("CARGO_MANIFEST_DIR"));
    let mut files: Vec<_> =
        std::fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Outcome<_>>()?;
    files.sort();
    let mut lines = Vec::new();
    for file in files {
        let class = file.file_stem().and_then(|name| name.to_str()).unwrap_or_default();
        let class = if class == nameless { "" } else { class };
        let text = std::fs::read_to_string(&file)?;
        lines.extend(text.lines().map(|line| (class.to_owned(), line.to_owned(), false)));
    }
    Ok(lines)
}

/// Learns from lines; writes the weights to a file.
pub(super) fn learn(lines: &[Written], file: &str) -> Outcome<()> {
    let (classes, rows) = rows(lines);
    eprintln!("{} rows, {} classes", rows.len(), classes.len());

    let mut spread: BTreeMap<u64, u32> = BTreeMap::new();
    for key in rows.iter().flat_map(|row| &row.keys) {
        *spread.entry(*key).or_default() += 1;
    }
    #[expect(clippy::cast_precision_loss, reason = "counts of rows")]
    let rarity = |found: u32| ((rows.len() as f32 + 1.0) / (found as f32 + 1.0)).ln() + 1.0;
    let kept = spread.iter().filter(|(_, found)| **found >= LEAST);
    let known: BTreeMap<u64, (usize, f32)> =
        kept.enumerate().map(|(at, (key, found))| (*key, (at, rarity(*found)))).collect();
    let sparse: Vec<Vec<(usize, f32)>> = rows
        .iter()
        .map(|row| {
            let mut found: Vec<(usize, f32)> =
                row.keys.iter().filter_map(|key| known.get(key).copied()).collect();
            let length = found.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt();
            found.iter_mut().for_each(|(_, weight)| *weight /= length.max(f32::MIN_POSITIVE));
            found
        })
        .collect();
    let labels: Vec<usize> = rows.iter().map(|row| row.class).collect();
    let of_words = Model::fit(&sparse, &labels, known.len(), classes.len(), PENALTY.0);

    let halves = rows.len().div_ceil(2);
    let meanings: Vec<Meaning> = std::thread::scope(|scope| {
        let parts: Vec<_> = rows
            .chunks(halves)
            .map(|part| {
                scope.spawn(|| part.iter().map(|row| Meaning::of(&row.text)).collect::<Vec<_>>())
            })
            .collect();
        parts.into_iter().flat_map(|part| part.join().expect("no thread panics")).collect()
    });
    let dense: Vec<Vec<(usize, f32)>> = meanings
        .iter()
        .map(|meaning| meaning.numbers().iter().copied().enumerate().collect())
        .collect();
    let of_meaning = Model::fit(&dense, &labels, WIDTH, classes.len(), PENALTY.1);

    let mut phrasings: Vec<u64> =
        rows.iter().filter(|row| row.is_phrasing).map(|row| key(&row.text)).collect();
    phrasings.sort_unstable();
    phrasings.dedup();
    std::fs::write(file, written(&classes, &known, &of_words, &of_meaning, &phrasings))?;
    Ok(())
}

/// All classes, and the lines they are learnt from.
fn rows(asked: &[Written]) -> (Vec<String>, Vec<Row>) {
    let mut classes: Vec<String> = asked.iter().map(|(class, ..)| class.clone()).collect();
    classes.sort_unstable();
    classes.dedup();
    let row = |(class, line, is_phrasing): &Written| {
        let words =
            if *is_phrasing { coffeechat::text::words::words(line) } else { words_of_topic(line) };
        let texts: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
        let mut keys = keys_of_words(&words);
        keys.sort_unstable();
        keys.dedup();
        Row {
            class: classes.binary_search(class).unwrap_or_default(),
            keys,
            text: texts.join(" "),
            is_phrasing: *is_phrasing,
        }
    };
    let rows = asked.iter().map(row).filter(|row| !row.keys.is_empty()).collect();
    (classes, rows)
}

/// A model: for each feature the weights of all classes, and those of none.
struct Model {
    weights: Vec<f32>,
    bias: Vec<f32>,
}

impl Model {
    fn fit(
        rows: &[Vec<(usize, f32)>],
        labels: &[usize],
        features: usize,
        classes: usize,
        penalty: f32,
    ) -> Self {
        let size = (features + 1) * classes;
        let mut all = vec![0.0_f32; size];
        let (mut mean, mut square) = (vec![0.0_f32; size], vec![0.0_f32; size]);
        #[expect(clippy::cast_precision_loss, reason = "counts of rows")]
        let (count, class_count) = (rows.len() as f32, classes as f32);
        for round in 1..=ROUNDS {
            let mut slope = vec![0.0_f32; size];
            let mut loss = 0.0_f64;
            for (row, label) in rows.iter().zip(labels) {
                let mut sums = all[features * classes..].to_vec();
                for (feature, value) in row {
                    let weights = &all[feature * classes..(feature + 1) * classes];
                    sums.iter_mut().zip(weights).for_each(|(sum, weight)| *sum += value * weight);
                }
                let most = sums.iter().copied().fold(f32::MIN, f32::max);
                for sum in &mut sums {
                    *sum = (*sum - most).exp();
                }
                let total: f32 = sums.iter().sum();
                for sum in &mut sums {
                    *sum /= total;
                }
                loss -= f64::from(sums[*label].max(f32::MIN_POSITIVE).ln());
                sums[*label] -= 1.0;
                for (feature, value) in row.iter().chain([&(features, 1.0)]) {
                    let slope = &mut slope[feature * classes..(feature + 1) * classes];
                    slope.iter_mut().zip(&sums).for_each(|(slope, sum)| *slope += value * sum);
                }
            }
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_possible_wrap,
                clippy::cast_precision_loss,
                reason = "rounds"
            )]
            let (first, second, step) = (
                1.0 - 0.9_f32.powi(round as i32),
                1.0 - 0.999_f32.powi(round as i32),
                0.3 * (1.0 - 0.97 * round as f32 / ROUNDS as f32),
            );
            for at in 0..size {
                let penalised = if at < features * classes { penalty * all[at] } else { 0.0 };
                let slope = (slope[at] + penalised) / count * class_count;
                mean[at] += 0.1 * (slope - mean[at]);
                square[at] += 0.001 * (slope * slope - square[at]);
                all[at] -= step * (mean[at] / first) / ((square[at] / second).sqrt() + 1e-6);
            }
            if round % 50 == 0 {
                eprintln!("  round {round}: loss {:.4} a row", loss / f64::from(count));
            }
        }
        let bias = all.split_off(features * classes);
        Self { weights: all, bias }
    }
}

/// The bytes of the file.
fn written(
    classes: &[String],
    known: &BTreeMap<u64, (usize, f32)>,
    of_words: &Model,
    of_meaning: &Model,
    phrasings: &[u64],
) -> Vec<u8> {
    let mut list = classes.join("\n");
    list.push('\n');
    let mut bytes = b"coffeechat topic".to_vec();
    for count in [classes.len(), known.len(), phrasings.len(), list.len()] {
        bytes.extend(u32::try_from(count).unwrap_or(u32::MAX).to_le_bytes());
    }
    bytes.extend(list.as_bytes());
    let floats = |floats: &mut dyn Iterator<Item = f32>, bytes: &mut Vec<u8>| {
        floats.for_each(|float| bytes.extend(float.to_le_bytes()));
    };
    floats(&mut of_words.bias.iter().copied(), &mut bytes);
    floats(&mut of_meaning.bias.iter().copied(), &mut bytes);
    let by_class = (0..classes.len())
        .flat_map(|class| (0..WIDTH).map(move |at| (at, class)))
        .map(|(at, class)| of_meaning.weights[at * classes.len() + class]);
    floats(&mut by_class.into_iter(), &mut bytes);
    let rows = of_words.weights.chunks_exact(classes.len());
    let scales: Vec<f32> = rows
        .clone()
        .map(|row| row.iter().fold(1e-6_f32, |most, weight| most.max(weight.abs())) / 127.0)
        .collect();
    known.keys().for_each(|key| bytes.extend(key.to_le_bytes()));
    floats(&mut known.values().map(|(_, rarity)| *rarity), &mut bytes);
    floats(&mut scales.iter().copied(), &mut bytes);
    for (row, scale) in rows.zip(&scales) {
        #[expect(clippy::cast_possible_truncation, reason = "from -127 to 127")]
        bytes.extend(row.iter().map(|weight| ((weight / scale).round() as i8).cast_unsigned()));
    }
    for key in phrasings {
        bytes.extend(key.to_le_bytes());
    }
    bytes
}
