//! What would be needed for an answer to come: steps that open its gate, and questions that then bring it.

use std::collections::BTreeSet;

use super::{By, Lies, Moment, Way};
use crate::hearing::Ear;
use crate::interviewee::gate::{Unmet, unmet};
use crate::interviewee::state::{Effect, State};
use crate::interviewee::{Person, Reply, reply};
use crate::pack::scenario::{Answer, Band, Fact, FollowKind, Topic};

/// What would be needed for an answer to come.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Needed {
    /// What must happen first, in this order.
    pub first: Vec<Step>,
    /// What then brings it, each by itself. Nothing if no question that was tried does.
    pub then: Vec<Ask>,
}

/// Something that must happen before an answer is told.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Another answer is told in full.
    Tell(String),
    /// The learner does something.
    Do(Fact),
    /// So many minutes of the talk go by.
    Minutes(u32),
    /// The interviewee opens up to here.
    Rapport(Band),
    /// It is asked before the time is up.
    InTime,
}

/// A question that brings an answer, once its gate holds. Each was tried.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// The same line.
    SameLine,
    /// An open question on its topic; those of `past` are told first, when it is asked again and again.
    Topic {
        /// The topic.
        topic: String,
        /// The question that was tried.
        question: String,
        /// Answers that come before it.
        past: Vec<String>,
    },
    /// A question that names a detail.
    About {
        /// The words that name it.
        words: String,
        /// The answer that must have been told, if it was not.
        after: Option<String>,
    },
    /// Asking on.
    On {
        /// In which way.
        kind: FollowKind,
        /// Right after this answer.
        after: String,
    },
}

/// Questions on the topic that are tried, at most.
const MOST_QUESTIONS: usize = 6;

/// Details and follow-ups that are tried, at most.
const MOST_WAYS: usize = 4;

/// Gates that lead on to others are followed so far.
const DEEPEST: usize = 16;

/// Whether a reply tells an answer in full.
pub(super) fn brings(reply: &Reply, id: &str) -> bool {
    let tells = |effect: &Effect| matches!(effect, Effect::Told { answer } if answer == id);
    reply.effects.iter().any(tells)
}

/// What would be needed for an answer that was not told yet.
pub(super) fn needed(moment: Moment<'_>, id: &str, ways: &[Way]) -> Needed {
    let Moment { person, ear, heard, .. } = moment;
    let Some((topic, wanted)) = person.scenario.answer(id) else { return Needed::default() };
    let mut later = Later::of(moment);
    later.open(topic, wanted, DEEPEST);
    let mut then = Vec::new();
    if !later.steps.is_empty() && later.gets(ear, &heard.line, id) {
        then.push(Ask::SameLine);
    }
    then.extend(on_topic(&later, ear, topic, id));
    let open = ways.iter().filter(|way| way.lies != Lies::Gone);
    then.extend(open.take(MOST_WAYS).filter_map(|way| by_way(&later, ear, way, id)));
    Needed { first: later.steps(), then }
}

/// An open question on the topic, if one brings the answer, be it after others of the topic.
fn on_topic(later: &Later<'_>, ear: &Ear<'_>, topic: &Topic, id: &str) -> Option<Ask> {
    let banked = later.person.pack.bank_topic(&topic.id).into_iter();
    let banked = banked.flat_map(|topic| &topic.questions).map(|question| &question.text);
    let mut best: Option<(Vec<String>, &str)> = None;
    for question in banked.chain(&topic.ask).take(MOST_QUESTIONS) {
        if let Some(past) = asked_again_and_again(later, ear, question, topic, id)
            && best.as_ref().is_none_or(|(fewest, _)| past.len() < fewest.len())
        {
            best = Some((past, question));
        }
    }
    let (past, question) = best?;
    let (topic, question) = (topic.id.value().clone(), question.to_owned());
    Some(Ask::Topic { topic, question, past })
}

/// The answers that come before the wanted one when a question is asked until that comes; none if it never does.
fn asked_again_and_again(
    later: &Later<'_>,
    ear: &Ear<'_>,
    question: &str,
    topic: &Topic,
    id: &str,
) -> Option<Vec<String>> {
    let mut later = later.clone();
    let heard = ear.hear(question, later.state.before());
    let mut past = Vec::new();
    for _ in 0..=topic.answers.len() {
        let reply = reply(later.person, &later.state, &heard);
        if brings(&reply, id) {
            return Some(past);
        }
        let told = reply.answer.clone().filter(|answer| brings(&reply, answer))?;
        past.push(told);
        later.pass(&reply.text, &reply.effects);
    }
    None
}

/// What takes a detail or a follow-up up, if that brings the answer.
fn by_way(later: &Later<'_>, ear: &Ear<'_>, way: &Way, id: &str) -> Option<Ask> {
    let mut later = later.clone();
    // What must be told first may offer the detail by itself.
    let is_told = later.state.was_told(&way.from);
    let (_, from) = later.person.scenario.answer(&way.from)?;
    if way.lies == Lies::Untold && !is_told {
        later.tell(from);
    }
    match &way.by {
        By::Words(words) => {
            let line = |words: &String| format!("Tell me about the {words}.");
            let words = words.iter().find(|words| later.gets(ear, &line(words), id))?;
            let after = (way.lies == Lies::Untold).then(|| way.from.clone());
            Some(Ask::About { words: words.clone(), after })
        }
        By::Kind(kind) => {
            let brings = later.gets(ear, kind.question(), id);
            brings.then(|| Ask::On { kind: *kind, after: way.from.clone() })
        }
    }
}

/// A later moment of the talk, in which more has happened.
#[derive(Debug, Clone)]
struct Later<'a> {
    person: Person<'a>,
    state: State,
    steps: Vec<Step>,
    opened: BTreeSet<String>,
}

impl<'a> Later<'a> {
    fn of(moment: Moment<'a>) -> Self {
        let mut later = Self {
            person: moment.person,
            state: moment.state.clone(),
            steps: Vec::new(),
            opened: BTreeSet::new(),
        };
        if later.state.time_up_at.is_some() || later.state.ended.is_some() {
            later.steps.push(Step::InTime);
        }
        later.clear();
        later
    }

    /// Nothing waits for an answer, there is time, and what is asked again is put in other words.
    fn clear(&mut self) {
        self.state.asked.clear();
        self.state.pending = None;
        self.state.between = None;
        self.state.awkward = None;
        self.state.time_up_at = None;
        self.state.ended = None;
        self.state.seconds_left = self.state.seconds_left.max(600);
    }

    /// Lets happen what a reply brings about.
    fn pass(&mut self, text: &str, effects: &[Effect]) {
        self.state = self.state.clone().after(text, effects);
        self.clear();
    }

    /// Lets an answer be told, with its details.
    fn tell(&mut self, answer: &Answer) {
        let effects: Vec<Effect> = Effect::told(answer).collect();
        let text = answer.say.first().map(|say| say.as_str()).unwrap_or_default();
        self.pass(text, &effects);
    }

    /// Takes every step that opens the gate of an answer.
    fn open(&mut self, topic: &Topic, answer: &Answer, deepest: usize) {
        if deepest == 0 || !self.opened.insert(answer.id.value().clone()) {
            return;
        }
        for missing in unmet(&answer.gate, Some(topic), &self.state) {
            match missing {
                Unmet::After { answer } => self.come_by(&answer, deepest - 1),
                Unmet::Depth { .. } => {
                    let others = topic.answers.iter().filter(|other| other.id != answer.id);
                    for other in others {
                        let is_deep = unmet(&answer.gate, Some(topic), &self.state)
                            .iter()
                            .any(|unmet| matches!(unmet, Unmet::Depth { .. }));
                        if is_deep && !self.state.was_told(&other.id) {
                            self.come_by(&other.id, deepest - 1);
                        }
                    }
                }
                Unmet::Rapport { is, needs } => {
                    let by = needs.least().saturating_sub(is);
                    self.steps.push(Step::Rapport(needs));
                    self.state.rapport = self.state.rapport.max(is + by);
                }
                Unmet::Minutes { needs, .. } => {
                    self.steps.push(Step::Minutes(needs));
                    let seconds = i32::try_from(needs.saturating_mul(60)).unwrap_or(i32::MAX);
                    self.state.seconds_gone = self.state.seconds_gone.max(seconds);
                }
                Unmet::Fact { needs } => {
                    self.steps.push(Step::Do(needs));
                    self.state.facts.insert(needs);
                }
            }
        }
    }

    /// Opens the gate of an answer and lets it be told.
    fn come_by(&mut self, id: &str, deepest: usize) {
        let Some((topic, answer)) = self.person.scenario.answer(id) else { return };
        self.open(topic, answer, deepest);
        if !self.state.was_told(id) {
            self.tell(answer);
            self.steps.push(Step::Tell(id.to_owned()));
        }
    }

    /// Whether a line now gets an answer in full.
    fn gets(&self, ear: &Ear<'_>, line: &str, id: &str) -> bool {
        let heard = ear.hear(line, self.state.before());
        brings(&reply(self.person, &self.state, &heard), id)
    }

    /// The steps: answers in the order in which they were told, then the rest, each once and the highest of its
    /// kind.
    fn steps(&self) -> Vec<Step> {
        let tells = self.steps.iter().filter(|step| matches!(step, Step::Tell(_)));
        let mut steps: Vec<Step> = tells.cloned().collect();
        let rest: BTreeSet<&Step> =
            self.steps.iter().filter(|step| !matches!(step, Step::Tell(_))).collect();
        let highest = |step: &Step| !rest.iter().any(|other| other.outdoes(step));
        steps.extend(rest.iter().filter(|step| highest(step)).map(|step| (*step).clone()));
        steps
    }
}

impl Step {
    /// Whether it asks for more of the same than another.
    fn outdoes(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Rapport(own), Self::Rapport(other)) => own > other,
            (Self::Minutes(own), Self::Minutes(other)) => own > other,
            _ => false,
        }
    }
}
