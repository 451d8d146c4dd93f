//! Runs over time: rows, and small charts of them.
//!
//! One's own past is the yardstick learners prefer (14 of 16 asked), and dense dashboards are what they
//! dislike, so there is one small chart a figure. Silent runs stand apart from helped ones: the figures of
//! a run without help are the ones that show what somebody can do.

use serde::Serialize;

use crate::coach::help::HelpLevel;

/// One run, as figures. Shares run from 0 to 1; a share is none when there is nothing to divide by.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Row {
    /// The run's name.
    pub run: String,
    /// When it began.
    pub at: String,
    /// The scenario's id.
    pub scenario: String,
    /// Whom it was with.
    pub name: String,
    /// How demanding they are, 1 to 5.
    pub difficulty: u8,
    /// How much help there was.
    pub help: HelpLevel,
    /// The rung of the ladder, 0 to 7; none if it was held off the ladder.
    pub rung: Option<u8>,
    /// Whether it was a talk that practises awkward turns.
    pub awkward: bool,
    /// Whether the person is the learner's own.
    pub own_person: bool,
    /// Content questions asked.
    pub questions: usize,
    /// Open and invited questions by all.
    pub open_share: Option<f64>,
    /// Follow-ups by all questions.
    pub follow_up_share: Option<f64>,
    /// The learner's words by all words.
    pub talk_share: Option<f64>,
    /// Gems found.
    pub gems: usize,
    /// Gems there are.
    pub gems_there: usize,
    /// Moves of a good talk that were made.
    pub moves: usize,
    /// Moves there are.
    pub moves_there: usize,
    /// Awkward turns that were met well, and all that came.
    pub awkward_met: (usize, usize),
    /// Comfort before, 0 to 100; none if it was not said.
    pub comfort_before: Option<u8>,
    /// Comfort after, 0 to 100; none if it was not said.
    pub comfort_after: Option<u8>,
}

impl Row {
    /// Whether it was held without help.
    #[must_use]
    pub fn is_silent(&self) -> bool {
        self.help == HelpLevel::Silent
    }

    /// Whether its lines are the learner's own words: on the lowest rungs they are picked or completed.
    #[must_use]
    pub fn is_own_words(&self) -> bool {
        self.rung.is_none_or(|rung| rung > 2)
    }
}

/// A figure that is plotted over runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    /// The share of open questions.
    Open,
    /// The share of follow-ups.
    FollowUps,
    /// Gems found, of those there are.
    Gems,
    /// Moves of a good talk, of those there are.
    Moves,
    /// Comfort after the talk.
    Comfort,
}

impl Figure {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 5] =
        [Self::Open, Self::FollowUps, Self::Gems, Self::Moves, Self::Comfort];

    /// What it is, for the reader.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Open => "Open questions, of all questions, in percent",
            Self::FollowUps => "Questions that asked on from an answer, in percent",
            Self::Gems => "Things told in confidence, of those there were, in percent",
            Self::Moves => "The frame of the talk, of its eight parts, in percent",
            Self::Comfort => "How comfortable you felt afterwards, 0 to 100",
        }
    }

    /// Its value in a run, 0 to 100; none if the run has none.
    #[must_use]
    pub fn of(self, row: &Row) -> Option<f64> {
        let share = |part: usize, whole: usize| {
            #[expect(clippy::cast_precision_loss, reason = "small counts")]
            let share = (whole > 0).then(|| part as f64 / whole as f64);
            share
        };
        let share = match self {
            Self::Open => row.open_share,
            Self::FollowUps => row.follow_up_share,
            Self::Gems => share(row.gems, row.gems_there),
            Self::Moves => share(row.moves, row.moves_there),
            Self::Comfort => row.comfort_after.map(|comfort| f64::from(comfort) / 100.0),
        };
        share.map(|share| share * 100.0)
    }
}

/// How high a chart is, in rows: a row each 20 points.
const HEIGHT: usize = 6;

/// A column of a chart is so wide.
const COLUMN: usize = 3;

/// What stands left of a chart: "100 |".
const AXIS: usize = 5;

/// A figure over runs, oldest first, `width` columns wide: `s` is a silent run, `h` one with help, `b` both.
/// With more runs than there is room for, a column is the mean of several. None if no run has the figure.
#[must_use]
pub fn chart(figure: Figure, rows: &[Row], width: usize) -> Option<String> {
    let with: Vec<(bool, f64)> =
        rows.iter().filter_map(|row| Some((row.is_silent(), figure.of(row)?))).collect();
    if with.is_empty() {
        return None;
    }
    let room = (width.saturating_sub(AXIS) / COLUMN).max(1);
    let together = with.len().div_ceil(room);
    let columns: Vec<&[(bool, f64)]> = with.chunks(together).collect();
    let mean = |column: &[(bool, f64)], silent: bool| -> Option<usize> {
        let values: Vec<f64> =
            column.iter().filter(|(is_silent, _)| *is_silent == silent).map(|(_, v)| *v).collect();
        #[expect(clippy::cast_precision_loss, reason = "small counts")]
        let mean = values.iter().sum::<f64>() / values.len() as f64;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a number from 0 to 5"
        )]
        (!values.is_empty()).then(|| (mean.clamp(0.0, 100.0) / 20.0).round() as usize)
    };
    let mut lines = Vec::new();
    for level in (0..HEIGHT).rev() {
        let mut line = format!("{:>3} |", level * 20);
        for column in &columns {
            let helped = mean(column, false) == Some(level);
            let silent = mean(column, true) == Some(level);
            line.push_str(match (helped, silent) {
                (true, true) => " b ",
                (true, false) => " h ",
                (false, true) => " s ",
                (false, false) => "   ",
            });
        }
        lines.push(line.trim_end().to_owned());
    }
    lines.push(format!("    +{}", "-".repeat(columns.len() * COLUMN)));
    if together > 1 {
        lines.push(format!("     each column is the mean of {together} runs"));
    }
    Some(lines.join("\n"))
}

/// A figure in words: the first run, the latest, and how the latest compares with those before of its
/// kind. None if no run has the figure.
#[must_use]
pub fn in_words(figure: Figure, rows: &[Row]) -> Option<String> {
    let with: Vec<(&Row, f64)> =
        rows.iter().filter_map(|row| Some((row, figure.of(row)?))).collect();
    let ((last, value), before) = with.split_last()?;
    let latest = rows.last().is_some_and(|row| std::ptr::eq(row, *last));
    let when = if latest { "in the latest run" } else { "in the last run that has it" };
    let kind = if last.is_silent() { "silent runs" } else { "runs with help" };
    let alike: Vec<f64> = before
        .iter()
        .filter(|(row, _)| row.is_silent() == last.is_silent())
        .map(|(_, value)| *value)
        .collect();
    if alike.is_empty() {
        return Some(format!("{value:.0} {when}; nothing of its kind to compare with yet."));
    }
    #[expect(clippy::cast_precision_loss, reason = "small counts")]
    let mean = alike.iter().sum::<f64>() / alike.len() as f64;
    Some(format!("{value:.0} {when}; {mean:.0} on average in your {kind} before."))
}

#[cfg(test)]
mod tests {
    use super::{Figure, Row, chart, in_words};
    use crate::coach::help::HelpLevel;

    fn row(open: Option<f64>, help: HelpLevel) -> Row {
        Row {
            run: String::new(),
            at: String::new(),
            scenario: String::new(),
            name: String::new(),
            difficulty: 1,
            help,
            rung: None,
            awkward: false,
            own_person: false,
            questions: 5,
            open_share: open,
            follow_up_share: None,
            talk_share: None,
            gems: 0,
            gems_there: 0,
            moves: 4,
            moves_there: 8,
            awkward_met: (0, 0),
            comfort_before: None,
            comfort_after: None,
        }
    }

    #[test]
    fn a_chart_shows_helped_and_silent_runs_apart() {
        let rows = [
            row(Some(0.4), HelpLevel::Full),
            row(None, HelpLevel::Full),
            row(Some(1.0), HelpLevel::Silent),
        ];
        let expected = "100 |    s\n 80 |\n 60 |\n 40 | h\n 20 |\n  0 |\n    +------";
        assert_eq!(chart(Figure::Open, &rows, 60).unwrap(), expected);
        assert_eq!(chart(Figure::Gems, &rows, 60), None);
    }

    #[test]
    fn a_thousand_runs_fit_the_width() {
        let rows: Vec<Row> =
            (0..1_000).map(|n| row(Some(f64::from(n % 11) / 10.0), HelpLevel::Silent)).collect();
        for width in [10, 60, 120] {
            let chart = chart(Figure::Open, &rows, width).unwrap();
            let widest = chart.lines().filter(|line| !line.contains("mean")).map(str::len).max();
            assert!(widest <= Some(width), "{width}\n{chart}");
        }
    }

    #[test]
    fn the_yardstick_is_ones_own_past_of_the_same_kind() {
        let rows = [
            row(Some(0.2), HelpLevel::Full),
            row(Some(0.3), HelpLevel::Silent),
            row(Some(0.5), HelpLevel::Silent),
        ];
        assert_eq!(
            in_words(Figure::Open, &rows).unwrap(),
            "50 in the latest run; 30 on average in your silent runs before."
        );
        let first = in_words(Figure::Open, &rows[..1]).unwrap();
        assert!(first.starts_with("20 in the latest run; nothing"), "{first}");
    }
}
