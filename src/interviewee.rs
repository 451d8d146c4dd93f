//! The interviewee: what is said to a line, and what comes of it.
//!
//! [`reply`] looks and decides; it changes nothing. [`state::State::after`] takes what was decided and
//! gives what the interviewee remembers next. The interviewee never knows the coach's mark.

mod answer;
pub mod awkward;
mod courtesy;
mod follow;
pub mod gate;
pub mod rapport;
mod referral;
mod speech;
pub mod state;
pub mod why_not;

use serde::{Deserialize, Serialize};

use self::gate::Unmet;
use self::speech::Speech;
use self::state::{Effect, Ending, State};
use crate::hearing::heard::{Act, Heard};
use crate::pack::Pack;
use crate::pack::scenario::{FollowKind, Scenario};

/// Who is played: a scenario, and the pack that names its topics.
#[derive(Debug, Clone, Copy)]
pub struct Person<'a> {
    /// The pack.
    pub pack: &'a Pack,
    /// The scenario.
    pub scenario: &'a Scenario,
    /// The seed of the talk.
    pub seed: u64,
    /// Whether they make it awkward, for a learner who practises that.
    pub awkward: bool,
}

impl<'a> Person<'a> {
    /// The person of a scenario as they are, without awkward turns.
    #[must_use]
    pub const fn new(pack: &'a Pack, scenario: &'a Scenario, seed: u64) -> Self {
        Self { pack, scenario, seed, awkward: false }
    }

    /// How the person would name a topic aloud.
    #[must_use]
    pub fn aloud(&self, topic: &str) -> String {
        let own = self.scenario.topic(topic).and_then(|topic| topic.aloud.as_ref());
        let banked = || self.pack.bank_topic(topic).map(|topic| &topic.aloud);
        own.or_else(banked).map_or_else(|| topic.replace('-', " "), |aloud| aloud.value().clone())
    }
}

/// What was decided, in one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Route {
    /// An answer is told in full.
    Answer,
    /// The short form of an answer is said.
    Short,
    /// A follow-up is given.
    Follow,
    /// A hook is picked up, and the answer behind it told.
    Hook,
    /// An answer is held back behind its gate.
    Else,
    /// A move is met with a courtesy.
    Move,
    /// The answer to a counter-question is received.
    Counter,
    /// A topic is understood that this person has nothing on, or nothing more.
    Unscripted,
    /// The line has nothing to do with the talk.
    OffTopic,
    /// Two topics were heard alike, and the person asks which.
    Clarify,
    /// Nothing could be made of the line.
    Fallback,
}

impl Route {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::Answer,
        Self::Short,
        Self::Follow,
        Self::Hook,
        Self::Else,
        Self::Move,
        Self::Counter,
        Self::Unscripted,
        Self::OffTopic,
        Self::Clarify,
        Self::Fallback,
    ];

    /// The route's word in cases, logs and machine formats.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Answer => "answer",
            Self::Short => "short",
            Self::Follow => "follow",
            Self::Hook => "hook",
            Self::Else => "else",
            Self::Move => "move",
            Self::Counter => "counter",
            Self::Unscripted => "unscripted",
            Self::OffTopic => "off-topic",
            Self::Clarify => "clarify",
            Self::Fallback => "fallback",
        }
    }
}

/// What the interviewee says to one line, how that was decided, and what comes of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reply {
    /// The words.
    pub text: String,
    /// What was decided.
    pub route: Route,
    /// The topic that was answered or asked about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<String>,
    /// The answer that was told, shortened, followed or held back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<String>,
    /// The kind of follow-up that was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follow: Option<FollowKind>,
    /// The move that was met.
    #[serde(default, rename = "move", skip_serializing_if = "Option::is_none")]
    pub act: Option<Act>,
    /// The contact that was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
    /// The counter-question that was asked, or whose answer was received.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counter: Option<String>,
    /// Gates that did not hold, each with its answer.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unmet: Vec<(String, Vec<Unmet>)>,
    /// What comes of it.
    pub effects: Vec<Effect>,
}

impl Reply {
    /// The answer it has to do with, as a case names it: of a follow-up with its kind.
    #[must_use]
    pub fn told(&self) -> Option<String> {
        match (&self.answer, self.follow) {
            (Some(answer), Some(kind)) => Some(format!("{answer}.{}", kind.word())),
            (answer, _) => answer.clone(),
        }
    }
}

/// The interviewee's first words.
#[must_use]
pub fn opening(person: Person<'_>) -> (String, Vec<Effect>) {
    let state = State::at_first(person.scenario);
    let mut speech = Speech::new(person, &state);
    speech.draw("opening", &person.scenario.opening.say, &[]);
    let reply = speech.done(Route::Move, 0);
    (reply.text, reply.effects)
}

/// An answer told in full, as if it had just been asked for, whatever its gate says: for somebody who tries a
/// scenario out. None if nobody has an answer of this id.
#[must_use]
pub fn telling(person: Person<'_>, state: &State, answer: &str) -> Option<Reply> {
    let (topic, answer) = person.scenario.answer(answer)?;
    let mut speech = Speech::new(person, state);
    if state.pending.is_some() {
        speech.effect(Effect::CounterDone { answered: false });
    }
    speech.tell(topic, answer);
    Some(speech.done(Route::Answer, 0))
}

/// Decides what the interviewee says to one line.
///
/// Pure: no clock, no chance but the seed's, no disk. The same scenario, seed, state and line give the
/// same reply on every machine.
#[must_use]
pub fn reply(person: Person<'_>, state: &State, heard: &Heard) -> Reply {
    let mut speech = Speech::new(person, state);
    speech.note_moves(heard);
    let said = crate::text::words::count(&heard.line);

    if state.time_up_at.is_some_and(|turn| state.turn > turn) && is_new_business(heard, state) {
        speech.draw("closing.overrun", &person.scenario.closing.overrun, &[]);
        speech.effect(Effect::Ended { how: Ending::Overrun });
        return speech.done(Route::Move, said);
    }
    awkward::receive(&mut speech, heard);
    let route = route(&mut speech, state, heard);
    if heard.farewell && heard.act != Act::Goodbye {
        courtesy::part(&mut speech); // "May I stay in touch? Goodbye!"
    } else if matches!(route, Route::Answer | Route::Hook | Route::Follow) {
        courtesy::ask_back(&mut speech, heard);
    }
    let reply = awkward::join(person, state, speech.done(route, said));
    courtesy::mind_the_time(person, state, reply)
}

/// A reply with more said after it; the pause between two lines is counted once.
fn joined(mut reply: Reply, more: Speech<'_>) -> Reply {
    let more = more.done(reply.route, 0);
    reply.text = format!("{} {}", reply.text, more.text);
    let effects = more.effects.into_iter();
    reply.effects.extend(effects.filter(|effect| !matches!(effect, Effect::Spent { .. })));
    reply
}

/// After time is up, saying thanks, goodbye or asking for a name is fine; new questions are not.
fn is_new_business(heard: &Heard, state: &State) -> bool {
    let closes =
        [Act::Thanks, Act::Goodbye, Act::ReferralAsk, Act::PermissionAsk, Act::KeepInTouch];
    let overdue = state.time_up_at.is_some_and(|turn| state.turn > turn + 4);
    overdue || !closes.iter().any(|act| heard.does(*act))
}

/// Takes the first way that fits; the order is the meaning.
fn route(speech: &mut Speech<'_>, state: &State, heard: &Heard) -> Route {
    if state.pending.is_some()
        && let Some(route) = courtesy::receive(speech, heard)
    {
        return route;
    }
    if let Some(route) = answer::settle(speech, heard) {
        return route;
    }
    if let Some(route) = answer::say_again(speech, heard) {
        return route;
    }
    match heard.act {
        Act::Question | Act::OffTopic if heard.question.is_some() => answer::answer(speech, heard),
        Act::ReferralAsk => referral::refer(speech, heard),
        Act::PermissionAsk if heard.for_name => referral::permit(speech),
        Act::Question
        | Act::OffTopic
        | Act::PermissionAsk
        | Act::Greeting
        | Act::Purpose
        | Act::Introduction
        | Act::Thanks
        | Act::Acknowledgement
        | Act::Reflection
        | Act::Answer
        | Act::TimeCheck
        | Act::CoffeeOffer
        | Act::KeepInTouch
        | Act::Goodbye
        | Act::JobAsk
        | Act::Rude
        | Act::Unclear
        | Act::Silence => courtesy::meet(speech, heard),
    }
}
