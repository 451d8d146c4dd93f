//! How somebody asked, counted line by line.
//!
//! The counts of two stretches can be joined in any order, so a stream that is looked at in parts, on
//! several cores, comes to the same figures.

use std::collections::BTreeMap;

use super::measure::Process;
use crate::coach::Assessment;
use crate::hearing::heard::{Act, Fault, Form, Kind};

/// A range in which practised people are found, in percent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Band {
    /// The lower end, 0 to 100.
    pub low: u8,
    /// The upper end, 0 to 100.
    pub high: u8,
}

/// The share of open questions among all that practised interviewers ask (49 career interviews, one
/// skilled host, measured).
pub const OPEN_SHARE: Band = Band { low: 36, high: 53 };

/// The share of all words that practised interviewers speak (the same interviews).
pub const TALK_SHARE: Band = Band { low: 27, high: 36 };

impl std::fmt::Display for Band {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} to {} %", self.low, self.high)
    }
}

/// Counts of how somebody asked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    open: usize,
    invited: usize,
    closed: usize,
    follow_ups: usize,
    uptakes: usize,
    acknowledged: usize,
    /// Whether the last line showed that it was heard, and asked nothing.
    just_showed: bool,
    faults: BTreeMap<Fault, usize>,
    words: usize,
    words_of_others: usize,
}

impl Tally {
    /// Adds a line. `asks_on` says whether its question, if it is one, asked on from the last answer, and
    /// `takes_up` whether it used the partner's own words.
    pub fn add(&mut self, known: &Assessment, asks_on: bool, takes_up: bool) {
        match known.form() {
            Some(Form::Open) => self.open += 1,
            Some(Form::Invited) => self.invited += 1,
            Some(Form::Closed) => self.closed += 1,
            None => {}
        }
        if known.form().is_some() {
            self.follow_ups += usize::from(asks_on);
            let shows = has_rule(known, "acknowledges") || self.just_showed;
            self.acknowledged += usize::from(shows);
        }
        // A reflection in a line of its own, and the question in the next, is the same thing.
        self.just_showed = matches!(known.act, Act::Acknowledgement | Act::Reflection);
        self.uptakes += usize::from(takes_up);
        for fault in Fault::ALL.into_iter().filter(|fault| known.has(*fault)) {
            *self.faults.entry(fault).or_default() += 1;
        }
    }

    /// Adds words that were said: by the one who asks, and by others.
    pub fn add_words(&mut self, own: usize, others: usize) {
        self.words += own;
        self.words_of_others += others;
    }

    /// Adds the counts of another stretch.
    pub fn join(&mut self, other: &Self) {
        self.open += other.open;
        self.invited += other.invited;
        self.closed += other.closed;
        self.follow_ups += other.follow_ups;
        self.uptakes += other.uptakes;
        self.acknowledged += other.acknowledged;
        for (fault, times) in &other.faults {
            *self.faults.entry(*fault).or_default() += times;
        }
        self.words += other.words;
        self.words_of_others += other.words_of_others;
    }

    /// How many content questions were asked.
    #[must_use]
    pub const fn questions(&self) -> usize {
        self.open + self.invited + self.closed
    }

    /// Whether somebody else spoke.
    #[must_use]
    pub const fn has_partner(&self) -> bool {
        self.words_of_others > 0
    }

    /// The counts as figures, without what only a whole talk shows: runs of closed questions, and moves.
    #[must_use]
    pub fn process(&self) -> Process {
        let questions = self.questions();
        let faults = self.faults.iter().map(|(fault, times)| (fault.word().to_owned(), *times));
        Process {
            questions,
            open: self.open,
            invited: self.invited,
            closed: self.closed,
            open_share: share(self.open + self.invited, questions),
            follow_ups: self.follow_ups,
            follow_up_share: share(self.follow_ups, questions),
            uptakes: self.uptakes,
            acknowledged: self.acknowledged,
            talk_share: share(self.words, self.words + self.words_of_others),
            closed_runs: Vec::new(),
            faults: faults.collect(),
            moves: Vec::new(),
        }
    }
}

/// Whether a question asks on from what was said, by its kind.
#[must_use]
pub fn asks_on(known: &Assessment) -> bool {
    let kind = known.question.as_ref().and_then(|question| question.kind);
    matches!(kind, Some(Kind::FollowUp | Kind::Mirror))
}

/// Whether a line uses the partner's own words.
#[must_use]
pub fn takes_up(known: &Assessment) -> bool {
    has_rule(known, "uptake")
}

/// Whether any part of a line does this.
#[must_use]
pub fn does(known: &Assessment, act: Act) -> bool {
    known.act == act || known.acts.contains(&act)
}

/// Whether a rule of this name had a part in how a line was assessed.
#[must_use]
pub fn has_rule(known: &Assessment, name: &str) -> bool {
    known.why.iter().any(|why| why.rule == name)
}

#[expect(clippy::cast_precision_loss, reason = "counts are far below 2 to the 52")]
fn share(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| (part as f64 / whole as f64 * 1000.0).round() / 1000.0)
}

#[cfg(test)]
mod tests {
    use super::{OPEN_SHARE, TALK_SHARE, Tally, share};

    #[test]
    fn shares_of_nothing_are_nothing() {
        assert_eq!(share(0, 0), None);
        assert_eq!(share(1, 3), Some(0.333));
        assert_eq!(Tally::default().process().open_share, None);
    }

    #[test]
    fn bands_read_as_people_say_them() {
        assert_eq!(OPEN_SHARE.to_string(), "36 to 53 %");
        assert_eq!(TALK_SHARE.to_string(), "27 to 36 %");
    }
}
