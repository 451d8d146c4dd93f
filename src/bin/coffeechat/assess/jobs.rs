//! The input of `assess`, cut into jobs of a size that keeps all cores busy and the memory small.

use anyhow::Result;
use coffeechat::text::words;
use coffeechat::transcript::survey::Survey;
use coffeechat::transcript::{self, Reader, Turn};

use super::source::{Again, Read, Source};

/// A job has at most this many lines: some hundredths of a second of work.
const MOST_LINES: usize = 256;

/// A job has about this many bytes at most; its last line may go beyond.
const MOST_BYTES: usize = 128 * 1024;

/// How far the input was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Done {
    /// Lines of the input.
    pub(super) lines: u64,
    /// Bytes of the input.
    pub(super) bytes: u64,
}

impl Done {
    /// In words, for whoever watches.
    pub(super) fn words(self) -> String {
        format!("{} lines, {} MB read", self.lines, self.bytes / 1_000_000)
    }
}

/// Some lines to look at.
pub(super) struct Job<Item> {
    /// The lines.
    pub(super) items: Vec<Item>,
    /// Words of others that no line of the learner's came after.
    pub(super) words_of_others: usize,
    /// How far the input has been read with this job.
    pub(super) done: Done,
}

/// A row of JSON Lines, not yet read.
pub(super) type Row = Read;

/// A line of the learner's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// The number of the line it begins on, from 1.
    pub(super) number: u64,
    /// Who says it; none in a list of questions.
    pub(super) speaker: Option<String>,
    /// What it says.
    pub(super) text: String,
    /// What the partner said last before it.
    pub(super) partner: Option<String>,
    /// How many words others spoke since the learner's last line.
    pub(super) words_of_others: usize,
}

/// JSON Lines as jobs.
pub(super) struct Rows {
    source: Source,
}

impl Rows {
    pub(super) const fn new(source: Source) -> Self {
        Self { source }
    }

    /// The next job; none at the end. It is as full as it can be without waiting for a line that has not
    /// come yet, so that a program which writes a row and waits for the answer gets it.
    pub(super) fn next_job(&mut self) -> Result<Option<Job<Row>>> {
        let mut items = Vec::new();
        let mut bytes = 0;
        let mut last = 0;
        while let Some(row) = self.source.read()? {
            bytes += row.text.len();
            last = row.number;
            items.push(row);
            if items.len() == MOST_LINES || bytes >= MOST_BYTES || !self.source.is_more_at_hand() {
                break;
            }
        }
        let done = Done { lines: last, bytes: self.source.bytes() };
        Ok((!items.is_empty()).then_some(Job { items, words_of_others: 0, done }))
    }
}

/// Text as jobs.
pub(super) enum Text {
    /// A list of questions.
    Lines(Lines),
    /// A transcript.
    Turns(Turns),
}

impl Text {
    /// The next job; none at the end.
    pub(super) fn next_job(&mut self) -> Result<Option<Job<Line>>> {
        match self {
            Self::Lines(lines) => lines.next_job(),
            Self::Turns(turns) => turns.next_job(),
        }
    }
}

/// A list of questions as jobs.
pub(super) struct Lines {
    input: Again,
}

impl Lines {
    pub(super) fn new(source: Source, head: Vec<Read>) -> Self {
        Self { input: Again::new(head, source) }
    }

    fn next_job(&mut self) -> Result<Option<Job<Line>>> {
        let mut items = Vec::new();
        let mut bytes = 0;
        let mut last = 0;
        while let Some(line) = self.input.read()? {
            bytes += line.text.len();
            last = line.number;
            let text = transcript::without_marker(&line.text);
            if !text.is_empty() {
                items.push(Line {
                    number: line.number,
                    speaker: None,
                    text: text.to_owned(),
                    partner: None,
                    words_of_others: 0,
                });
            }
            let is_full = items.len() >= MOST_LINES || bytes >= MOST_BYTES;
            if !items.is_empty() && (is_full || !self.input.is_more_at_hand()) {
                break;
            }
        }
        let done = Done { lines: last, bytes: self.input.bytes() };
        Ok((!items.is_empty()).then_some(Job { items, words_of_others: 0, done }))
    }
}

/// The learner's turns of a transcript as jobs.
pub(super) struct Turns {
    input: Again,
    reader: Reader,
    learner: String,
    /// What somebody else said last.
    partner: Option<String>,
    words_of_others: usize,
    /// Turns that ended with the last line.
    ended: Vec<Turn>,
    is_over: bool,
}

impl Turns {
    pub(super) fn new(source: Source, head: Vec<Read>, survey: &Survey, learner: String) -> Self {
        Self {
            input: Again::new(head, source),
            reader: survey.reader(),
            learner,
            partner: None,
            words_of_others: 0,
            ended: Vec::new(),
            is_over: false,
        }
    }

    fn next_job(&mut self) -> Result<Option<Job<Line>>> {
        if self.is_over {
            return Ok(None);
        }
        let mut items = Vec::new();
        let mut bytes = 0;
        let mut last = 0;
        while items.len() < MOST_LINES && bytes < MOST_BYTES {
            match self.input.read()? {
                Some(line) => {
                    last = line.number;
                    self.reader.read(&line.text, line.number, &mut self.ended);
                }
                None => {
                    self.is_over = true;
                    self.ended.extend(self.reader.end());
                }
            }
            for turn in std::mem::take(&mut self.ended) {
                bytes += turn.text.len();
                items.extend(self.said(turn));
            }
            if self.is_over {
                break;
            }
        }
        let done = Done { lines: last, bytes: self.input.bytes() };
        let words_of_others =
            if self.is_over { std::mem::take(&mut self.words_of_others) } else { 0 };
        Ok(Some(Job { items, words_of_others, done }))
    }

    /// A turn of the learner's as a line; somebody else's is remembered.
    fn said(&mut self, turn: Turn) -> Option<Line> {
        if turn.speaker != self.learner {
            self.words_of_others += words::count(&turn.text);
            self.partner = Some(turn.text);
            return None;
        }
        Some(Line {
            number: turn.line,
            speaker: Some(turn.speaker),
            text: turn.text,
            partner: self.partner.take(),
            words_of_others: std::mem::take(&mut self.words_of_others),
        })
    }
}
