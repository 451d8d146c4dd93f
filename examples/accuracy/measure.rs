//! Figures out of counts and scores. Every definition is the usual one.

/// Labels against what was heard, counted.
pub(crate) struct Confusion {
    /// The classes of the labels, then those that are only heard.
    classes: Vec<&'static str>,
    /// How many of the classes are labels.
    labels: usize,
    counts: Vec<Vec<usize>>,
}

impl Confusion {
    /// Counts pairs of a label and what was heard. All of them have to be among the classes.
    pub(crate) fn of(
        labels: &[&'static str],
        only_heard: &[&'static str],
        pairs: &[(&str, &str)],
    ) -> Self {
        let classes = [labels, only_heard].concat();
        let mut counts = vec![vec![0; classes.len()]; labels.len()];
        for (label, heard) in pairs {
            let place = |class: &str| classes.iter().position(|known| *known == class);
            if let (Some(label), Some(heard)) = (place(label), place(heard)) {
                counts[label][heard] += 1;
            }
        }
        Self { labels: labels.len(), classes, counts }
    }

    /// The share of pairs that agree.
    pub(crate) fn accuracy(&self) -> f64 {
        share((0..self.labels).map(|at| self.counts[at][at]).sum(), self.all())
    }

    fn all(&self) -> usize {
        self.counts.iter().flatten().sum()
    }

    /// How many rows have a label.
    pub(crate) fn rows(&self, at: usize) -> usize {
        self.counts[at].iter().sum()
    }

    /// How well a class is found.
    pub(crate) fn found(&self, at: usize) -> Found {
        let heard = self.counts.iter().map(|row| row[at]).sum();
        Found::new(self.counts[at][at], heard, self.rows(at))
    }

    /// The classes of the labels, in order.
    pub(crate) fn labels(&self) -> &[&'static str] {
        &self.classes[..self.labels]
    }

    /// Everything that is heard, in order.
    pub(crate) fn classes(&self) -> &[&'static str] {
        &self.classes
    }

    /// How often each class was heard where the label is this one.
    pub(crate) fn heard(&self, at: usize) -> &[usize] {
        &self.counts[at]
    }
}

/// How well one class is found.
#[derive(Clone, Copy)]
pub(crate) struct Found {
    /// Of those that were heard as it, the share that are.
    pub(crate) precision: f64,
    /// Of those that are, the share that were heard as it.
    pub(crate) recall: f64,
    /// The harmonic mean of both.
    pub(crate) f1: f64,
}

impl Found {
    /// From how many are both, how many were heard, and how many there are.
    pub(crate) fn new(both: usize, heard: usize, there: usize) -> Self {
        let f1 = share(2 * both, heard + there);
        Self { precision: share(both, heard), recall: share(both, there), f1 }
    }

    /// From pairs of what is and what was heard.
    pub(crate) fn of(pairs: &[(bool, bool)]) -> Self {
        let count = |wanted: fn(&(bool, bool)) -> bool| pairs.iter().filter(|p| wanted(p)).count();
        Self::new(count(|(is, heard)| *is && *heard), count(|p| p.1), count(|p| p.0))
    }
}

/// The share of pairs that agree.
pub(crate) fn agreement<T: PartialEq>(pairs: &[(T, T)]) -> f64 {
    share(pairs.iter().filter(|(one, other)| one == other).count(), pairs.len())
}

/// A share; 0 of nothing is 0.
#[expect(clippy::cast_precision_loss, reason = "counts of rows")]
pub(crate) fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

/// Ranks from 0; equals share the mean of their places.
#[expect(clippy::cast_precision_loss, reason = "counts of rows")]
fn ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|one, other| values[*one].total_cmp(&values[*other]));
    let mut ranks = vec![0.0; values.len()];
    let mut start = 0;
    for equals in order.chunk_by(|one, other| values[*one].total_cmp(&values[*other]).is_eq()) {
        let mean = (2 * start + equals.len() - 1) as f64 / 2.0;
        for at in equals {
            ranks[*at] = mean;
        }
        start += equals.len();
    }
    ranks
}

/// Spearman's rank correlation.
#[expect(clippy::cast_precision_loss, reason = "counts of rows")]
pub(crate) fn spearman(pairs: &[(f64, f64)]) -> f64 {
    let (one, other): (Vec<f64>, Vec<f64>) = pairs.iter().copied().unzip();
    let (one, other) = (ranks(&one), ranks(&other));
    let mean = (pairs.len().max(1) - 1) as f64 / 2.0; // of any ranks
    let product = |a: &[f64], b: &[f64]| -> f64 {
        a.iter().zip(b).map(|(a, b)| (a - mean) * (b - mean)).sum()
    };
    let spread = (product(&one, &one) * product(&other, &other)).sqrt();
    if spread > 0.0 { product(&one, &other) / spread } else { 0.0 }
}

/// How often a row that is has a higher score than one that is not; equals count half. Half is chance.
#[expect(clippy::cast_precision_loss, reason = "counts of rows")]
pub(crate) fn auc(scored: &[(bool, f64)]) -> f64 {
    let scores: Vec<f64> = scored.iter().map(|(_, score)| *score).collect();
    let ranks = ranks(&scores);
    let those = scored.iter().zip(ranks).filter(|((is, _), _)| *is);
    let (count, sum) = those.fold((0_usize, 0.0), |(n, sum), (_, rank)| (n + 1, sum + rank));
    let others = scored.len() - count;
    if count == 0 || others == 0 {
        return 0.0;
    }
    let least = (count * (count - 1) / 2) as f64;
    (sum - least) / (count as f64 * others as f64)
}
