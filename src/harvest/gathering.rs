//! Lines that went wrong, out of logs, in bounded memory.

use std::collections::{BTreeMap, BTreeSet};

use super::private::Masking;
use crate::interviewee::state::Effect;
use crate::interviewee::{Reply, Route};
use crate::pack::Pack;
use crate::session::event::{self, Event};
use crate::text::clean;
use crate::text::draw::fnv;
use crate::text::words::{joined, words};

/// Different lines that are kept of one scenario. Of more, those with the smallest keys are, so that it does not
/// matter in which order they come, and what is counted of a line is counted whole.
const MOST_LINES: usize = 4_000;

/// Talks that are told apart for one line.
pub(super) const MOST_TALKS: usize = 5_000;

/// Other wordings that are kept for one line.
const MOST_REWORDINGS: usize = 8;

/// Of a longer line, so many characters from the start are kept.
const LONGEST: usize = 500;

/// So many lines after one that went wrong may still be the same question in other words.
const LOOK_AHEAD: usize = 3;

/// A topic that was heard with less than this was hardly understood, 0 to 1.
pub(super) const UNSURE: f64 = 0.3;

/// How a line went wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Trouble {
    /// Nothing could be made of it.
    NotUnderstood,
    /// It was taken to have nothing to do with the talk.
    OffTopic,
    /// The person asked which of two topics was meant.
    Between,
    /// The person had nothing on what was heard.
    Unscripted,
    /// It was answered, and the topic was hardly heard.
    Unsure,
}

impl Trouble {
    /// What happened, as a clause.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::NotUnderstood => "not understood",
            Self::OffTopic => "taken for off topic",
            Self::Between => "asked back which topic",
            Self::Unscripted => "not their area",
            Self::Unsure => "answered unsurely",
        }
    }
}

/// A line that went wrong, with all talks in which it was said so.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Its words, masked; of several spellings the first in order.
    pub text: String,
    /// How often it was said.
    pub times: u32,
    /// The talks, by number; at most 5,000 of them.
    pub talks: BTreeSet<u64>,
    /// How it went wrong, and how often so.
    pub troubles: BTreeMap<Trouble, u32>,
    /// What was said after it and was understood.
    pub then: BTreeMap<Then, u32>,
}

/// A line that was understood, right after one that was not.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Then {
    /// The topic it was heard as.
    pub topic: String,
    /// Its words, masked.
    pub text: String,
    /// Whether it says which topic was meant, since the person had asked.
    pub settles: bool,
}

/// What became of a log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Took {
    /// It is a talk with somebody of the pack; so many of its lines could not be read.
    Talk {
        /// Lines of the file that are torn or not known.
        torn: usize,
    },
    /// The same talk was taken in before.
    Again,
    /// It is a talk with somebody whom the pack does not have.
    Elsewhere,
    /// It is no log of a talk.
    NoTalk,
}

/// What was gathered of one scenario.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Totals {
    /// Talks.
    pub talks: u32,
    /// Lines that learners said, those that were taken back among them.
    pub said: u64,
    /// Lines that went wrong.
    pub wrong: u64,
    /// Of those, lines that were not kept because there were too many different ones.
    pub left_out: u64,
}

#[derive(Debug, Default)]
struct Kept {
    totals: Totals,
    lines: BTreeMap<u64, Line>,
}

/// The lines that went wrong in many talks, by scenario.
#[derive(Debug)]
pub struct Gathering<'a> {
    pack: &'a Pack,
    seen: BTreeSet<u64>,
    kept: BTreeMap<String, Kept>,
    elsewhere: BTreeMap<String, u32>,
}

impl<'a> Gathering<'a> {
    /// Nothing yet, of talks with the people of a pack.
    #[must_use]
    pub const fn of(pack: &'a Pack) -> Self {
        Self { pack, seen: BTreeSet::new(), kept: BTreeMap::new(), elsewhere: BTreeMap::new() }
    }

    /// Takes in a log.
    pub fn take(&mut self, log: &str) -> Took {
        let (events, unread) = event::from_log(log);
        let Some(opened) = event::opened(&events) else { return Took::NoTalk };
        let talk = fnv(log.bytes());
        if !self.seen.insert(talk) {
            return Took::Again;
        }
        let Some(scenario) = self.pack.scenario(&opened.scenario) else {
            *self.elsewhere.entry(opened.scenario.clone()).or_default() += 1;
            return Took::Elsewhere;
        };
        let said = said(&events);
        let masking = Masking::of(said.iter().map(|said| said.line), scenario.name());
        let kept = self.kept.entry(opened.scenario.clone()).or_default();
        kept.totals.talks += 1;
        kept.totals.said += said.len() as u64;
        for (at, one) in said.iter().enumerate() {
            if let Some(trouble) = one.trouble() {
                let then = understood_next(&said[at..]);
                let shown = |line: &str| {
                    masking.apply(&clean::line(line).chars().take(LONGEST).collect::<String>())
                };
                let then = then.map(|(next, topic, settles)| Then {
                    topic: topic.to_owned(),
                    text: shown(next),
                    settles,
                });
                kept.add(shown(one.line), talk, trouble, then);
            }
        }
        Took::Talk { torn: unread.len() }
    }

    /// The scenarios of which there are talks, in the order of their ids, with what was gathered.
    pub fn totals(&self) -> impl Iterator<Item = (&str, Totals)> {
        self.kept.iter().map(|(id, kept)| (id.as_str(), kept.totals()))
    }

    /// Talks with people whom the pack does not have, by scenario.
    #[must_use]
    pub const fn elsewhere(&self) -> &BTreeMap<String, u32> {
        &self.elsewhere
    }

    /// The lines of a scenario that went wrong, the most frequent first.
    #[must_use]
    pub fn lines(&self, scenario: &str) -> Vec<Line> {
        let kept = self.kept.get(scenario).into_iter().flat_map(|kept| kept.lines.values());
        let mut lines: Vec<Line> = kept.cloned().collect();
        lines.sort_by(|a, b| b.times.cmp(&a.times).then_with(|| a.text.cmp(&b.text)));
        lines
    }
}

impl Kept {
    fn add(&mut self, text: String, talk: u64, trouble: Trouble, then: Option<Then>) {
        self.totals.wrong += 1;
        let plain = joined(&words(&text));
        let key = fnv(if plain.is_empty() { text.bytes() } else { plain.bytes() });
        let line = self.lines.entry(key).or_insert_with(|| Line {
            text: text.clone(),
            times: 0,
            talks: BTreeSet::new(),
            troubles: BTreeMap::new(),
            then: BTreeMap::new(),
        });
        line.text = text.min(std::mem::take(&mut line.text));
        line.times += 1;
        line.talks.insert(talk);
        if line.talks.len() > MOST_TALKS {
            line.talks.pop_last();
        }
        *line.troubles.entry(trouble).or_default() += 1;
        if let Some(then) = then {
            *line.then.entry(then).or_default() += 1;
            if line.then.len() > MOST_REWORDINGS {
                line.then.pop_last();
            }
        }
        if self.lines.len() > MOST_LINES {
            self.lines.pop_last();
        }
    }

    fn totals(&self) -> Totals {
        let kept: u64 = self.lines.values().map(|line| u64::from(line.times)).sum();
        Totals { left_out: self.totals.wrong.saturating_sub(kept), ..self.totals }
    }
}

/// A line of a talk, and how it was met.
struct Said<'a> {
    line: &'a str,
    reply: &'a Reply,
    /// How likely the topic was that was heard, 0 to 1.
    score: Option<f64>,
}

/// All that was said in a talk and replied to, in order. What was taken back counts: that is where a learner looked
/// for other words.
fn said(events: &[Event]) -> Vec<Said<'_>> {
    let mut said: Vec<Said<'_>> = Vec::new();
    let mut line: Option<(u32, &str)> = None;
    for event in events {
        match event {
            Event::Said { turn, text } => line = Some((*turn, text)),
            Event::Replied(replied) => {
                if let Some((_, line)) = line.take().filter(|(turn, _)| *turn == replied.turn) {
                    said.push(Said { line, reply: &replied.reply, score: None });
                }
            }
            Event::Coached(coached) => {
                let topic = coached.assessment.as_ref().and_then(|known| known.topic.as_ref());
                if let (Some(topic), Some(last)) = (topic, said.last_mut()) {
                    last.score = Some(topic.score);
                }
            }
            _ => {}
        }
    }
    said.retain(|said| !said.line.trim().is_empty());
    said
}

impl Said<'_> {
    /// How the line went wrong, if it did.
    fn trouble(&self) -> Option<Trouble> {
        match self.reply.route {
            Route::Fallback => Some(Trouble::NotUnderstood),
            Route::OffTopic => Some(Trouble::OffTopic),
            Route::Clarify => Some(Trouble::Between),
            // With an answer, it was understood, and all there is had been told.
            Route::Unscripted => self.reply.answer.is_none().then_some(Trouble::Unscripted),
            Route::Answer | Route::Short | Route::Else => {
                self.score.filter(|score| *score < UNSURE).map(|_| Trouble::Unsure)
            }
            Route::Follow | Route::Hook | Route::Move | Route::Counter => None,
        }
    }
}

/// The next line after the first of these that was understood, its topic, and whether it settles which of two topics
/// was meant.
fn understood_next<'a>(said: &[Said<'a>]) -> Option<(&'a str, &'a str, bool)> {
    let (first, rest) = said.split_first()?;
    let next = rest.iter().take(LOOK_AHEAD).find(|next| next.trouble().is_none())?;
    let tells =
        matches!(next.reply.route, Route::Answer | Route::Short | Route::Else | Route::Hook);
    let topic = next.reply.topic.as_deref().filter(|_| tells)?;
    let settles = first
        .reply
        .effects
        .iter()
        .any(|effect| matches!(effect, Effect::Wondered { a, b } if a == topic || b == topic));
    Some((next.line, topic, settles))
}
