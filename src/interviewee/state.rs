//! What the interviewee remembers, and how each thing that happens changes it.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::awkward::Turn;
use crate::hearing::Before;
use crate::hearing::heard::{Act, Form, Heard};
use crate::pack::scenario::{Answer, Band, Fact, FollowKind, Hook, Scenario};
use crate::text::words::{joined, key};

/// Rapport someone of no warmth at all starts with, 0 to 100.
const RAPPORT_AT_FIRST: f64 = 26.0;

/// What full warmth adds to the rapport at the start.
const RAPPORT_BY_WARMTH: f64 = 22.0;

/// What the interviewee remembers of the talk so far.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    /// How far they have opened up, 0 to 100.
    pub rapport: i32,
    /// Simulated seconds left of what was agreed; below 0 when overrun.
    pub seconds_left: i32,
    /// Simulated seconds gone by.
    pub seconds_gone: i32,
    /// How many lines the learner has said.
    pub turn: u32,
    /// Answers told in full, in order.
    pub told: Vec<String>,
    /// Answers of which only the short form was said.
    pub shortened: Vec<String>,
    /// Answers touched on, the latest last: what "why?" refers to.
    pub recent: Vec<String>,
    /// Follow-ups given.
    pub followed: BTreeSet<(String, FollowKind)>,
    /// Hooks offered, in order.
    pub offered: Vec<Offered>,
    /// Answers held back behind their gates, and at which turn first.
    pub held: BTreeMap<String, u32>,
    /// How often the learner made each move.
    pub moves: BTreeMap<Act, u32>,
    /// What the learner has done.
    pub facts: BTreeSet<Fact>,
    /// Counter-questions: how often each was asked, and when last.
    pub countered: BTreeMap<String, (u32, u32)>,
    /// Counter-questions that were answered.
    pub answered: BTreeSet<String>,
    /// The counter-question that waits for an answer.
    pub pending: Option<String>,
    /// Two topics of which the learner was asked which they meant.
    pub between: Option<(String, String)>,
    /// The awkward turn that the next line answers.
    pub awkward: Option<Turn>,
    /// Awkward turns that came: at which line of the learner's, and whether the next met it well.
    pub awkward_turns: BTreeMap<Turn, (u32, Option<bool>)>,
    /// Contacts given, each with whether it was by introduction.
    pub referred: Vec<(String, bool)>,
    /// How often each place has been drawn from.
    pub drawn: BTreeMap<String, u32>,
    /// The interviewee's last words.
    pub last_words: String,
    /// The questions asked, each by the key of its words.
    pub asked: BTreeSet<u64>,
    /// The kind of the follow-up that was given last, if the last line asked on.
    pub asked_on: Option<FollowKind>,
    /// Closed questions running, up to now.
    pub closed_running: u32,
    /// Lines running that could not be answered.
    pub missed_running: u32,
    /// Whether the time was mentioned.
    pub time_mentioned: bool,
    /// At which turn time was up.
    pub time_up_at: Option<u32>,
    /// How the talk ended.
    pub ended: Option<Ending>,
}

/// A hook the learner was offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offered {
    /// The answer it stood in.
    pub from: String,
    /// The answer it leads to.
    pub to: String,
    /// The words that name it.
    pub words: Vec<String>,
    /// The turn at which it was offered.
    pub turn: u32,
    /// Whether it was picked up.
    pub caught: bool,
}

/// How a talk ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ending {
    /// With a goodbye.
    Goodbye,
    /// The interviewee had to go.
    Overrun,
    /// After asking for a job once too often.
    JobAsk,
    /// After one unkind word too many.
    Rude,
    /// The learner left.
    Left,
    /// There was no more input.
    EndOfInput,
}

impl Ending {
    /// The ending's word in logs and machine formats.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Goodbye => "goodbye",
            Self::Overrun => "overrun",
            Self::JobAsk => "job-ask",
            Self::Rude => "rude",
            Self::Left => "left",
            Self::EndOfInput => "end-of-input",
        }
    }
}

/// One change of what the interviewee remembers. A reply is a list of these, and nothing else changes
/// the state: so a saved talk can be taken up again from its effects alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Effect {
    /// Rapport moves.
    Rapport {
        /// By how much, negative for a loss.
        by: i32,
        /// Why, in a few words for the reader.
        because: String,
    },
    /// Simulated time goes by.
    Spent {
        /// Seconds.
        seconds: i32,
    },
    /// The time left is cut short.
    CutShort {
        /// To this many seconds at most.
        seconds: i32,
    },
    /// An answer is told in full.
    Told {
        /// Its id.
        answer: String,
    },
    /// Only the short form of an answer is said.
    Shortened {
        /// Its id.
        answer: String,
    },
    /// An answer is referred to again.
    Recalled {
        /// Its id.
        answer: String,
    },
    /// A follow-up is given.
    Followed {
        /// The answer it belongs to.
        answer: String,
        /// Its kind.
        kind: FollowKind,
    },
    /// A hook is offered.
    Offered {
        /// The answer it stands in.
        from: String,
        /// The answer it leads to.
        to: String,
        /// The words that name it.
        words: Vec<String>,
    },
    /// A hook is picked up.
    Caught {
        /// The answer it leads to.
        to: String,
    },
    /// An answer is held back behind its gate.
    Held {
        /// Its id.
        answer: String,
    },
    /// The learner made a move.
    Moved {
        /// Which.
        act: Act,
    },
    /// The learner asked a question.
    Asked {
        /// In which form.
        form: Form,
        /// The key of its words; none in logs from before it was kept.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        words: Option<u64>,
    },
    /// The learner has done something.
    Did {
        /// What.
        fact: Fact,
    },
    /// A counter-question is asked.
    Countered {
        /// Its id.
        counter: String,
    },
    /// The counter-question that waited is answered, or passed over.
    CounterDone {
        /// Whether it was answered.
        answered: bool,
    },
    /// The interviewee makes it awkward.
    Awkward {
        /// How.
        turn: Turn,
    },
    /// The awkward turn before is over.
    AwkwardDone {
        /// Whether the line met it well.
        well: bool,
    },
    /// The learner is asked which of two topics they meant.
    Wondered {
        /// The likelier.
        a: String,
        /// The other.
        b: String,
    },
    /// A contact is given.
    Referred {
        /// Its id.
        contact: String,
        /// Whether by introduction.
        introduced: bool,
    },
    /// A wording is drawn.
    Drew {
        /// From which place.
        place: String,
    },
    /// The line could not be answered.
    Missed,
    /// The time is mentioned.
    TimeMentioned,
    /// Time is up.
    TimeUp,
    /// The talk ends.
    Ended {
        /// How.
        how: Ending,
    },
}

impl Effect {
    /// What comes of telling an answer in full, with its details offered.
    pub fn told(answer: &Answer) -> impl Iterator<Item = Self> + '_ {
        let told = Self::Told { answer: answer.id.value().clone() };
        let offered = answer.hooks.iter().map(|hook| Self::offered(answer, hook));
        std::iter::once(told).chain(offered)
    }

    /// A detail of an answer is offered.
    #[must_use]
    pub fn offered(answer: &Answer, hook: &Hook) -> Self {
        Self::Offered {
            from: answer.id.value().clone(),
            to: hook.to.value().clone(),
            words: hook.words.iter().map(|words| words.value().clone()).collect(),
        }
    }
}

/// The key of the words of the question a line asks.
pub(super) fn key_of_question(heard: &Heard) -> Option<u64> {
    let question = heard.question.as_ref()?;
    Some(key(&joined(heard.words.get(question.words.clone())?)))
}

impl State {
    /// Before the first word.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "numbers up to 100 and minutes up to 90")]
    pub fn at_first(scenario: &Scenario) -> Self {
        let warmth = *scenario.temperament().warmth;
        let minutes = i32::try_from(scenario.minutes()).unwrap_or(90);
        Self {
            rapport: (RAPPORT_AT_FIRST + RAPPORT_BY_WARMTH * warmth).round() as i32,
            seconds_left: minutes * 60,
            seconds_gone: 0,
            turn: 0,
            told: Vec::new(),
            shortened: Vec::new(),
            recent: Vec::new(),
            followed: BTreeSet::new(),
            offered: Vec::new(),
            held: BTreeMap::new(),
            moves: BTreeMap::new(),
            facts: BTreeSet::new(),
            countered: BTreeMap::new(),
            answered: BTreeSet::new(),
            pending: None,
            between: None,
            awkward: None,
            awkward_turns: BTreeMap::new(),
            referred: Vec::new(),
            drawn: BTreeMap::new(),
            last_words: String::new(),
            asked: BTreeSet::new(),
            asked_on: None,
            closed_running: 0,
            missed_running: 0,
            time_mentioned: false,
            time_up_at: None,
            ended: None,
        }
    }

    /// The state after the learner said a line and got a reply.
    #[must_use]
    pub fn after(mut self, words: &str, effects: &[Effect]) -> Self {
        self.turn += 1;
        let missed_before = self.missed_running;
        self.missed_running = 0;
        self.between = None;
        self.asked_on = None;
        for effect in effects {
            self.fold(effect, missed_before);
        }
        words.clone_into(&mut self.last_words);
        self
    }

    /// The state after the interviewee's first words.
    #[must_use]
    pub fn after_opening(self, words: &str, effects: &[Effect]) -> Self {
        let mut state = self.with(effects);
        words.clone_into(&mut state.last_words);
        state
    }

    /// The state with effects that no line of the learner's had: those of the first words, and those that
    /// somebody who tries a scenario out puts into it. No turn is counted.
    #[must_use]
    pub fn with(mut self, effects: &[Effect]) -> Self {
        for effect in effects {
            self.fold(effect, 0);
        }
        self
    }

    fn fold(&mut self, effect: &Effect, missed_before: u32) {
        match effect {
            Effect::Rapport { by, .. } => {
                self.rapport = self.rapport.saturating_add(*by).clamp(0, 100);
            }
            Effect::Spent { seconds } => {
                self.seconds_left = self.seconds_left.saturating_sub(*seconds);
                self.seconds_gone = self.seconds_gone.saturating_add(*seconds);
            }
            Effect::CutShort { seconds } => self.seconds_left = self.seconds_left.min(*seconds),
            Effect::Told { answer } => {
                self.told.push(answer.clone());
                self.touch(answer);
            }
            Effect::Shortened { answer } => {
                self.shortened.push(answer.clone());
                self.touch(answer);
            }
            Effect::Recalled { answer } => self.touch(answer),
            Effect::Followed { answer, kind } => {
                self.followed.insert((answer.clone(), *kind));
                self.asked_on = Some(*kind);
                self.touch(answer);
            }
            Effect::Offered { from, to, words } => {
                if !self.offered.iter().any(|hook| hook.from == *from && hook.to == *to) {
                    self.offered.push(Offered {
                        from: from.clone(),
                        to: to.clone(),
                        words: words.clone(),
                        turn: self.turn,
                        caught: false,
                    });
                }
            }
            Effect::Caught { to } => {
                for hook in self.offered.iter_mut().filter(|hook| hook.to == *to) {
                    hook.caught = true;
                }
            }
            Effect::Held { answer } => {
                self.held.entry(answer.clone()).or_insert(self.turn);
            }
            Effect::Moved { act } => *self.moves.entry(*act).or_default() += 1,
            Effect::Asked { form, words } => {
                self.asked.extend(words);
                self.closed_running =
                    if *form == Form::Closed { self.closed_running + 1 } else { 0 };
            }
            Effect::Did { fact } => {
                self.facts.insert(*fact);
            }
            Effect::Countered { counter } => {
                let (times, when) = self.countered.entry(counter.clone()).or_default();
                *times += 1;
                *when = self.turn;
                self.pending = Some(counter.clone());
            }
            Effect::CounterDone { answered } => {
                let done = self.pending.take();
                self.answered.extend(done.filter(|_| *answered));
            }
            Effect::Awkward { turn } => {
                self.awkward = Some(*turn);
                self.awkward_turns.insert(*turn, (self.turn, None));
            }
            Effect::AwkwardDone { well } => {
                let met = self.awkward.take();
                if let Some((_, known)) = met.and_then(|turn| self.awkward_turns.get_mut(&turn)) {
                    *known = Some(*well);
                }
            }
            Effect::Wondered { a, b } => self.between = Some((a.clone(), b.clone())),
            Effect::Referred { contact, introduced } => {
                self.referred.push((contact.clone(), *introduced));
            }
            Effect::Drew { place } => *self.drawn.entry(place.clone()).or_default() += 1,
            Effect::Missed => self.missed_running = missed_before + 1,
            Effect::TimeMentioned => self.time_mentioned = true,
            Effect::TimeUp => self.time_up_at = Some(self.turn),
            Effect::Ended { how } => self.ended = Some(*how),
        }
    }

    fn touch(&mut self, answer: &str) {
        self.recent.retain(|known| known != answer);
        self.recent.push(answer.to_owned());
    }

    /// What was said before the next line, as far as hearing needs it.
    #[must_use]
    pub fn before(&self) -> Before<'_> {
        Before {
            partner: Some(self.last_words.as_str()).filter(|words| !words.is_empty()),
            asked_back: self.pending.is_some(),
            asked_what_for: self.awkward == Some(Turn::WhatDoYouWant),
            only_greeted: self.recent.is_empty(),
        }
    }

    /// How far the interviewee has opened up.
    #[must_use]
    pub const fn band(&self) -> Band {
        Band::of(self.rapport)
    }

    /// Whole simulated minutes left, rounded up; 0 when time is up.
    #[must_use]
    pub fn minutes_left(&self) -> u32 {
        u32::try_from(self.seconds_left.max(0)).unwrap_or(0).div_ceil(60)
    }

    /// Whether an answer was told in full.
    #[must_use]
    pub fn was_told(&self, answer: &str) -> bool {
        self.told.iter().any(|told| told == answer)
    }

    /// Whether an answer was told, be it in short.
    #[must_use]
    pub fn was_touched(&self, answer: &str) -> bool {
        self.was_told(answer) || self.shortened.iter().any(|told| told == answer)
    }

    /// Whether the learner has asked the same question in the same words before.
    #[must_use]
    pub fn was_asked(&self, heard: &Heard) -> bool {
        key_of_question(heard).is_some_and(|words| self.asked.contains(&words))
    }

    /// How often the learner made a move.
    #[must_use]
    pub fn times(&self, act: Act) -> u32 {
        self.moves.get(&act).copied().unwrap_or(0)
    }
}
