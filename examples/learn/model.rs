//! Learning weights from labelled rows, and judging rows that were not learnt from.
//!
//! Learning is a logistic regression by coordinate descent in a fixed order, so that the same rows give the
//! same weights. It has a penalty either on the size of the weights (L1), by which most pieces of evidence end
//! at weight 0 and are left out, or on their squares (L2), by which all keep a little.

use std::collections::BTreeMap;
use std::fmt::Write as _;

/// One thing to learn from: its evidence, whether the answer is yes, and the talk it was said in.
pub(crate) struct Row {
    /// Pieces of evidence, as the library names them.
    pub(crate) evidence: Vec<String>,
    /// The answer.
    pub(crate) yes: bool,
    /// The talk it was said in; empty for the project's own rows, which are learnt from and not measured.
    pub(crate) talk: String,
    /// What it is measured as.
    pub(crate) source: &'static str,
    /// How much it counts in learning.
    pub(crate) weight: f64,
}

/// How carefully is learnt.
#[derive(Clone, Copy)]
pub(crate) struct Care {
    /// Evidence found in fewer rows than this is not learnt from.
    pub(crate) least: usize,
    /// The inverse of the penalty.
    pub(crate) strength: f64,
    /// What the penalty is on.
    pub(crate) penalty: Penalty,
}

/// What makes a model worse for having weights.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Penalty {
    /// Their size (L1): few pieces of evidence decide.
    Size,
    /// Their squares (L2): many decide together, for rows that are few or not labelled alike.
    Squares,
}

/// How many parts the talks are cut into.
const FOLDS: usize = 5;

/// Models that each have not seen a fifth of the talks. Whole talks are left out, because people repeat
/// themselves and each other.
pub(crate) struct Unseen {
    talks: Vec<String>,
    /// The models, by the fifth that each has not seen.
    pub(crate) models: Vec<Model>,
}

impl Unseen {
    /// Learns one model for each fifth of the talks, from the other four.
    pub(crate) fn learn(rows: &[Row], care: Care) -> Self {
        let mut talks: Vec<String> = rows.iter().map(|row| row.talk.clone()).collect();
        talks.sort_unstable();
        talks.dedup();
        let mut unseen = Self { talks, models: Vec::new() };
        for left_out in 0..FOLDS {
            let is_seen = |row: &&Row| row.talk.is_empty() || unseen.fold(&row.talk) != left_out;
            let seen: Vec<&Row> = rows.iter().filter(is_seen).collect();
            let model = Model::fit(&seen, care);
            unseen.models.push(model);
        }
        unseen
    }

    /// How many talks there are, the project's own rows taken as one.
    pub(crate) const fn talks(&self) -> usize {
        self.talks.len()
    }

    /// The fifth that a talk is in.
    pub(crate) fn fold(&self, talk: &str) -> usize {
        self.talks.binary_search_by(|known| known.as_str().cmp(talk)).unwrap_or(0) % FOLDS
    }

    /// How often the models are right on rows from talks that they have not seen, by what the rows are
    /// measured as: right ones, and all.
    pub(crate) fn tally(&self, rows: &[Row]) -> BTreeMap<&'static str, (usize, usize)> {
        let mut tally = BTreeMap::new();
        for row in rows.iter().filter(|row| !row.talk.is_empty()) {
            let (right, all) = tally.entry(row.source).or_insert((0, 0));
            let score = self.models[self.fold(&row.talk)].score(&row.evidence);
            *right += usize::from((score > 0.0) == row.yes);
            *all += 1;
        }
        tally
    }
}

/// A logistic regression over pieces of evidence.
pub(crate) struct Model {
    bias: f64,
    weights: BTreeMap<String, f64>,
}

impl Model {
    /// What evidence comes to, in log-odds: above 0 it is more likely than not.
    pub(crate) fn score(&self, evidence: &[String]) -> f64 {
        self.bias + evidence.iter().filter_map(|piece| self.weights.get(piece)).sum::<f64>()
    }

    /// Fits by coordinate descent, with soft thresholds for a penalty on size.
    pub(crate) fn fit(rows: &[&Row], care: Care) -> Self {
        const ROUNDS: usize = 150;
        let strength = care.strength;
        let mut places: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (at, row) in rows.iter().enumerate() {
            for piece in &row.evidence {
                places.entry(piece).or_default().push(at);
            }
        }
        places.retain(|_, rows| rows.len() >= care.least);
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
            for margin in &mut margins {
                *margin += change;
            }
            for ((_, places), weight) in pieces.iter().zip(&mut weights) {
                let (slope, bend) = step(&mut places.iter().copied(), &margins);
                let shrunk = match care.penalty {
                    Penalty::Size => {
                        let wanted = *weight - slope / bend;
                        wanted.signum() * (wanted.abs() - 1.0 / bend).max(0.0)
                    }
                    Penalty::Squares => *weight - (slope + *weight) / (bend + 1.0),
                };
                let change = shrunk - *weight;
                if change != 0.0 {
                    *weight = shrunk;
                    for at in places {
                        margins[*at] += change;
                    }
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
    pub(crate) fn table(&self) -> String {
        let mut rows: Vec<(&str, f64)> =
            self.weights.iter().map(|(piece, weight)| (piece.as_str(), *weight)).collect();
        rows.sort_by(|one, other| other.1.abs().total_cmp(&one.1.abs()).then(one.0.cmp(other.0)));
        let mut table = String::new();
        for (piece, weight) in std::iter::once(("bias", self.bias)).chain(rows) {
            let _ = writeln!(table, "{:.0}\t{piece}", weight * 100.0);
        }
        table
    }
}
