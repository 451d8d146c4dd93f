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
use coffeechat::hearing::{halves, keys_of_words, words_of_topic};
use coffeechat::pack::Pack;
use coffeechat::text::words::{joined, key};

use super::labelled::Outcome;

/// Words and pairs found in fewer lines than this are not learnt from.
const LEAST: u32 = 2;

/// How strong the penalty is, for words and for meanings, over the number of rows: the inverse of the `C` of
/// other programs.
const PENALTY: (f32, f32) = (0.1, 0.3);

/// How often all rows are gone through.
const ROUNDS: usize = 250;

/// A line that is learnt from.
pub(super) struct Row {
    /// The place of its class.
    pub(super) class: usize,
    /// The keys of its words and pairs, each once, sorted.
    keys: Vec<u64>,
    pub(super) text: String,
    /// Whether the built-in pack has it too.
    pub(super) is_phrasing: bool,
}

/// A line as written: its class, its text, and whether the built-in pack has it too.
pub(super) type Written = (String, String, bool);

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
    const ANEW_EVERY: usize = 9;
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
    let lines = Lines::of(lines);
    eprintln!("{} rows, {} classes", lines.rows.len(), lines.classes.len());
    let learnt = lines.fit(&|_| true);
    let phrasings = lines.rows.iter().filter(|row| row.is_phrasing);
    let mut phrasings: Vec<u64> = phrasings.map(|row| key(&row.text)).collect();
    phrasings.sort_unstable();
    phrasings.dedup();
    std::fs::write(file, written(&lines.classes, &learnt, &phrasings))?;
    Ok(())
}

/// Lines to learn from, and what each means.
pub(super) struct Lines {
    pub(super) classes: Vec<String>,
    pub(super) rows: Vec<Row>,
    meanings: Vec<Meaning>,
}

/// What was learnt.
pub(super) struct Learnt {
    /// Words and pairs: the place of each, and how rare it is.
    known: BTreeMap<u64, (usize, f32)>,
    of_words: Model,
    of_meaning: Model,
}

impl Lines {
    /// Takes lines apart and finds out what they mean.
    pub(super) fn of(lines: &[Written]) -> Self {
        let (classes, rows) = rows(lines);
        let halves = rows.len().div_ceil(2);
        let mean = |part: &[Row]| part.iter().map(|row| Meaning::of(&row.text)).collect::<Vec<_>>();
        let meanings = std::thread::scope(|scope| {
            let parts: Vec<_> =
                rows.chunks(halves.max(1)).map(|part| scope.spawn(move || mean(part))).collect();
            parts.into_iter().flat_map(|part| part.join().expect("no thread panics")).collect()
        });
        Self { classes, rows, meanings }
    }

    /// Learns from the rows at the places that `is_kept` allows.
    pub(super) fn fit(&self, is_kept: &dyn Fn(usize) -> bool) -> Learnt {
        let kept: Vec<usize> = (0..self.rows.len()).filter(|at| is_kept(*at)).collect();
        let mut spread: BTreeMap<u64, u32> = BTreeMap::new();
        for key in kept.iter().flat_map(|at| &self.rows[*at].keys) {
            *spread.entry(*key).or_default() += 1;
        }
        #[expect(clippy::cast_precision_loss, reason = "counts of rows")]
        let rarity = |found: u32| ((kept.len() as f32 + 1.0) / (found as f32 + 1.0)).ln() + 1.0;
        let often = spread.iter().filter(|(_, found)| **found >= LEAST);
        let known: BTreeMap<u64, (usize, f32)> =
            often.enumerate().map(|(at, (key, found))| (*key, (at, rarity(*found)))).collect();
        let labels: Vec<usize> = kept.iter().map(|at| self.rows[*at].class).collect();
        let count = self.classes.len();
        let sparse: Vec<_> = kept.iter().map(|at| by_words(&known, &self.rows[*at])).collect();
        let of_words = Model::fit(&sparse, &labels, known.len(), count, PENALTY.0);
        let dense: Vec<_> = kept.iter().map(|at| by_meaning(&self.meanings[*at])).collect();
        let of_meaning = Model::fit(&dense, &labels, WIDTH, count, PENALTY.1);
        Learnt { known, of_words, of_meaning }
    }

    /// The classes of the row at a place, by what was learnt, likeliest first.
    pub(super) fn sorted(&self, learnt: &Learnt, at: usize) -> Vec<usize> {
        let by_words = learnt.of_words.sums(&by_words(&learnt.known, &self.rows[at]));
        let by_meaning = learnt.of_meaning.sums(&by_meaning(&self.meanings[at]));
        let sums: Vec<f32> =
            by_words.iter().zip(by_meaning).map(|(one, other)| one + other).collect();
        let mut classes: Vec<usize> = (0..self.classes.len()).collect();
        classes.sort_by(|one, other| sums[*other].total_cmp(&sums[*one]));
        classes
    }
}

/// What a row weighs, by its words and pairs: a list of length one.
fn by_words(known: &BTreeMap<u64, (usize, f32)>, row: &Row) -> Vec<(usize, f32)> {
    let mut found: Vec<(usize, f32)> =
        row.keys.iter().filter_map(|key| known.get(key).copied()).collect();
    let length = found.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt();
    found.iter_mut().for_each(|(_, weight)| *weight /= length.max(f32::MIN_POSITIVE));
    found
}

fn by_meaning(meaning: &Meaning) -> Vec<(usize, f32)> {
    meaning.numbers().iter().copied().enumerate().collect()
}

/// All classes, and the lines they are learnt from.
fn rows(asked: &[Written]) -> (Vec<String>, Vec<Row>) {
    let mut classes: Vec<String> = asked.iter().map(|(class, ..)| class.clone()).collect();
    classes.sort_unstable();
    classes.dedup();
    let row = |(class, line, is_phrasing): &Written| {
        let words =
            if *is_phrasing { coffeechat::text::words::words(line) } else { words_of_topic(line) };
        let mut keys = keys_of_words(&words);
        keys.sort_unstable();
        keys.dedup();
        Row {
            class: classes.binary_search(class).unwrap_or_default(),
            keys,
            text: joined(&words),
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
                let mut sums = sums(&all, &all[features * classes..], row);
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

    /// What a row comes to for each class.
    fn sums(&self, row: &[(usize, f32)]) -> Vec<f32> {
        sums(&self.weights, &self.bias, row)
    }
}

/// What a row comes to for each class, by weights and by what no feature comes to.
fn sums(weights: &[f32], bias: &[f32], row: &[(usize, f32)]) -> Vec<f32> {
    let classes = bias.len();
    let mut sums = bias.to_vec();
    for (feature, value) in row {
        let weights = &weights[feature * classes..(feature + 1) * classes];
        sums.iter_mut().zip(weights).for_each(|(sum, weight)| *sum += value * weight);
    }
    sums
}

/// The bytes of the file.
fn written(classes: &[String], learnt: &Learnt, phrasings: &[u64]) -> Vec<u8> {
    let Learnt { known, of_words, of_meaning } = learnt;
    let mut list = classes.join("\n");
    list.push('\n');
    let mut bytes = b"coffeechat class".to_vec();
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
    let rows: Vec<_> = of_words.weights.chunks_exact(classes.len()).map(halves).collect();
    known.keys().for_each(|key| bytes.extend(key.to_le_bytes()));
    floats(&mut known.values().map(|(_, rarity)| *rarity), &mut bytes);
    floats(&mut rows.iter().map(|(scale, _)| *scale), &mut bytes);
    rows.into_iter().for_each(|(_, weights)| bytes.extend(weights));
    for key in phrasings {
        bytes.extend(key.to_le_bytes());
    }
    bytes
}
