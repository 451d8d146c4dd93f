//! The kinds of learners, and what each says next.

use std::collections::BTreeSet;

use super::lines;
use crate::hearing::Ear;
use crate::hearing::heard::{Act, Form};
use crate::interviewee::state::State;
use crate::pack::Pack;
use crate::pack::scenario::{FollowKind, Scenario};
use crate::text::draw::Lots;

/// A way of going about such a talk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Says something unkind now and then.
    Rude,
    /// Wants a job, and says so.
    JobHunter,
    /// Says next to nothing.
    Silent,
    /// Talks about other things.
    Wanderer,
    /// Praises, and asks little.
    Flatterer,
    /// Asks what can be answered with yes, no or a number.
    ClosedAsker,
    /// Reads out a list of good questions, and never asks on.
    ChecklistReader,
    /// Asks openly, listens, and asks on.
    CuriousListener,
}

impl Kind {
    /// All kinds, the curious listener last.
    pub const ALL: [Self; 8] = [
        Self::Rude,
        Self::JobHunter,
        Self::Silent,
        Self::Wanderer,
        Self::Flatterer,
        Self::ClosedAsker,
        Self::ChecklistReader,
        Self::CuriousListener,
    ];

    /// What a table calls it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Rude => "rude one",
            Self::JobHunter => "job-hunter",
            Self::Silent => "silent one",
            Self::Wanderer => "wanderer",
            Self::Flatterer => "flatterer",
            Self::ClosedAsker => "closed-question asker",
            Self::ChecklistReader => "checklist reader",
            Self::CuriousListener => "curious listener",
        }
    }
}

/// What can be asked about the topics of one person, sorted once for all talks.
#[derive(Debug, Clone, Default)]
pub struct Questions {
    /// For each topic of the scenario, in its order, what is asked.
    topics: Vec<Asked>,
    /// Small talk of the question banks.
    small_talk: Vec<String>,
}

#[derive(Debug, Clone, Default)]
struct Asked {
    /// The question as one would teach it.
    taught: Vec<String>,
    /// Questions that leave room.
    open: Vec<String>,
    /// Questions that a word answers.
    closed: Vec<String>,
}

impl Questions {
    /// Sorts what the question banks and the scenario have to ask.
    #[must_use]
    pub fn of(pack: &Pack, scenario: &Scenario, ear: &Ear<'_>) -> Self {
        let mut topics = Vec::new();
        for topic in scenario.topics.iter().filter(|topic| !topic.answers.is_empty()) {
            let mut asked = Asked::default();
            let banked = pack.bank_topic(&topic.id).into_iter().flat_map(|topic| &topic.questions);
            let mut all: Vec<&str> = topic.ask.iter().map(|ask| ask.as_str()).collect();
            for question in banked {
                asked.taught.push(question.text.value().clone());
                let texts = [&question.text].into_iter().chain(&question.phrasings);
                all.extend(texts.chain(&question.weak).map(|text| text.as_str()));
            }
            if asked.taught.is_empty() {
                asked.taught.extend(topic.ask.first().map(|ask| ask.value().clone()));
            }
            for line in all {
                // By words alone: sorting a thousand phrasings is not worth their meaning.
                let form = ear.hear_words(line).question.map(|question| question.form);
                let list = match form {
                    Some(Form::Closed) => &mut asked.closed,
                    Some(Form::Open | Form::Invited) | None => &mut asked.open,
                };
                list.push(line.to_owned());
            }
            topics.push(asked);
        }
        let small_talk = pack.banks.iter().flat_map(|bank| &bank.never);
        let small_talk = small_talk.map(|line| line.value().clone()).collect();
        Self { topics, small_talk }
    }
}

/// A learner in a talk.
#[derive(Debug)]
pub(super) struct Learner<'a> {
    kind: Kind,
    scenario: &'a Scenario,
    questions: &'a Questions,
    lots: Lots,
    /// The topics in the order in which this learner comes to them.
    order: Vec<usize>,
    said: BTreeSet<String>,
    lines: usize,
    closing: usize,
}

/// With so many minutes left, whoever minds the time begins to close.
const CLOSE_AT: u32 = 4;

/// Of a hundred long words, so many are mistyped.
const SLIPS: usize = 4;

impl<'a> Learner<'a> {
    pub(super) fn new(
        kind: Kind,
        scenario: &'a Scenario,
        questions: &'a Questions,
        seed: u64,
    ) -> Self {
        let mut lots = Lots::new(seed, kind.word());
        let mut order: Vec<usize> = (0..questions.topics.len()).collect();
        lots.shuffle(&mut order);
        Self { kind, scenario, questions, lots, order, said: BTreeSet::new(), lines: 0, closing: 0 }
    }

    /// What is typed next; none when the learner leaves without a word.
    pub(super) fn next(&mut self, state: &State) -> Option<String> {
        self.lines += 1;
        let line = match self.kind {
            Kind::CuriousListener => self.curious(state),
            Kind::ChecklistReader => self.reads_out(state, false, usize::MAX),
            Kind::ClosedAsker => self.reads_out(state, true, 30),
            Kind::Flatterer => self.mostly(lines::FLATTERIES),
            Kind::Wanderer => self.wandering(),
            Kind::Silent => self.silent(),
            Kind::JobHunter => self.mostly(lines::JOB_ASKS),
            Kind::Rude => self.mostly(lines::RUDE),
        }?;
        self.said.insert(line.clone());
        Some(lines::with_slips(&line, SLIPS, &mut self.lots))
    }

    fn one_of(&mut self, several: &[&str]) -> Option<String> {
        self.lots.one_of(several).map(|line| (*line).to_owned())
    }

    /// One that was not said yet, if there is one.
    fn fresh(&mut self, several: &[String]) -> Option<String> {
        let fresh: Vec<&String> =
            several.iter().filter(|line| !self.said.contains(*line)).collect();
        self.lots.one_of(&fresh).map(|line| (*line).clone())
    }

    /// Who else, thanks and goodbye, one after another; with more of it from those who mind the time and the name.
    fn close(&mut self, with_care: bool) -> Option<String> {
        let steps: &[&[&str]] = if with_care {
            &[
                lines::TIME_CHECKS,
                lines::REFERRAL_ASKS,
                lines::PERMISSION_ASKS,
                lines::THANKS,
                lines::GOODBYES,
            ]
        } else {
            &[lines::REFERRAL_ASKS, lines::THANKS, lines::GOODBYES]
        };
        let step = steps.get(self.closing)?;
        self.closing += 1;
        self.one_of(step)
    }

    /// The next question on the list: the topics in turn, each with its best question, then with others.
    fn next_on_list(&mut self, closed: bool) -> Option<String> {
        for round in 0..3 {
            for place in 0..self.order.len() {
                let asked = self.questions.topics.get(*self.order.get(place)?)?;
                let list = match (closed, round) {
                    (true, _) => &asked.closed,
                    (false, 0) => &asked.taught,
                    (false, _) => &asked.open,
                };
                let is_touched = list.iter().any(|line| self.said.contains(line));
                if round == 0 && is_touched {
                    continue;
                }
                if let Some(line) = self.fresh(list) {
                    // To the end of the row, so that the other topics come first.
                    let topic = self.order.remove(place);
                    self.order.push(topic);
                    return Some(line);
                }
            }
        }
        None
    }

    /// One question after another from the list, until so many lines were said or time runs out.
    fn reads_out(&mut self, state: &State, closed: bool, most: usize) -> Option<String> {
        if self.lines == 1 {
            return self.one_of(lines::GREETINGS);
        }
        if self.closing > 0 || self.lines > most || state.minutes_left() <= 2 {
            return self.close(false);
        }
        self.next_on_list(closed).or_else(|| self.close(false))
    }

    /// Lines of one's kind, with a question from the list now and then.
    fn mostly(&mut self, own: &[&str]) -> Option<String> {
        if self.lines == 1 && self.kind != Kind::Rude {
            return self.one_of(lines::GREETINGS);
        }
        if self.lines > 24 {
            return self.close(false);
        }
        if self.lots.chance(50) {
            return self.one_of(own);
        }
        let closed = self.lots.chance(50);
        let line = self.next_on_list(closed);
        line.or_else(|| self.close(false))
    }

    fn wandering(&mut self) -> Option<String> {
        if self.lines > 24 {
            return self.close(false);
        }
        if self.lots.chance(30) {
            return self.next_on_list(false);
        }
        if self.lots.chance(50) {
            return self.one_of(lines::WANDERINGS);
        }
        let small_talk = &self.questions.small_talk;
        let line = self.lots.one_of(small_talk).cloned();
        line.or_else(|| self.one_of(lines::WANDERINGS))
    }

    fn silent(&mut self) -> Option<String> {
        if self.lines > 16 {
            return self.one_of(lines::GOODBYES).filter(|_| self.lines == 17);
        }
        if self.lots.chance(60) {
            return Some(String::new());
        }
        self.one_of(lines::ACKNOWLEDGEMENTS)
    }

    /// Greets, says what for, answers what is asked back, goes after details, asks on, minds the time.
    fn curious(&mut self, state: &State) -> Option<String> {
        match self.lines {
            1 => return self.one_of(lines::GREETINGS),
            2 => return self.one_of(lines::PURPOSES),
            _ => {}
        }
        if state.pending.is_some() {
            return self.one_of(lines::OWN_ANSWERS);
        }
        if self.closing > 0
            || (state.minutes_left() <= CLOSE_AT && state.times(Act::TimeCheck) == 0)
        {
            return self.close(true);
        }
        let detail = self.detail(state);
        if let Some(line) = detail.filter(|_| self.lots.chance(75)) {
            return Some(self.listened(line));
        }
        if let Some(line) = self.asks_on(state).filter(|_| self.lots.chance(60)) {
            return Some(self.listened(line));
        }
        let stays = if self.lots.chance(40) { self.stays() } else { None };
        match stays.or_else(|| self.next_on_list(false)) {
            Some(line) => Some(self.listened(line)),
            None => self.close(true),
        }
    }

    /// Another question on the topic that was asked about last.
    fn stays(&mut self) -> Option<String> {
        let asked = self.questions.topics.get(*self.order.last()?)?;
        let is_begun = asked.taught.iter().chain(&asked.open).any(|line| self.said.contains(line));
        if is_begun { self.fresh(&asked.open) } else { None }
    }

    /// With a word first that shows that one listened, every other time.
    fn listened(&mut self, line: String) -> String {
        self.said.insert(line.clone());
        if !self.lots.chance(40) {
            return line;
        }
        let first = self.one_of(lines::ACKNOWLEDGEMENTS).unwrap_or_default();
        format!("{first} {line}")
    }

    /// A question about a detail that was offered and not taken up.
    fn detail(&mut self, state: &State) -> Option<String> {
        let waiting = state.offered.iter().rev().filter(|hook| !hook.caught);
        let told = |hook: &&crate::interviewee::state::Offered| !state.was_told(&hook.to);
        let lines: Vec<String> = waiting
            .filter(told)
            .flat_map(|hook| &hook.words)
            .flat_map(|words| {
                [format!("Tell me about the {words}."), format!("What happened with the {words}?")]
            })
            .collect();
        self.fresh(&lines)
    }

    /// A way of asking on from the last answer that was not tried on it.
    fn asks_on(&mut self, state: &State) -> Option<String> {
        let last = state.recent.last()?;
        let (_, answer) = self.scenario.answer(last)?;
        let scripted = answer.follow.iter().map(|follow| *follow.on.value());
        // Now and then a kind that is not scripted, as people do.
        let any = lines::KINDS.iter().copied().filter(|_| self.lots.chance(10));
        let kinds: Vec<FollowKind> = scripted
            .chain(any.collect::<Vec<_>>())
            .filter(|kind| !state.followed.contains(&(last.clone(), *kind)))
            .collect();
        let kind = *self.lots.one_of(&kinds)?;
        self.one_of(lines::asking_on(kind))
    }
}
