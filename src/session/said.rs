//! One line, said in a moment of a talk: what is heard, replied and assessed, and the state after it.

use super::Exchange;
use crate::coach::help;
use crate::coach::{self, Assessment, Setting};
use crate::hearing::Ear;
use crate::hearing::heard::{Act, Heard};
use crate::interviewee::state::{Effect, State};
use crate::interviewee::{self, Person, Reply, Route, rapport};

/// A line that was said, and all that came of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Said {
    /// The line as it was heard.
    pub heard: Heard,
    /// What the interviewee says.
    pub reply: Reply,
    /// What the coach thinks of the line.
    pub assessment: Assessment,
    /// What the coach knew of the moment.
    pub setting: Setting,
    /// What the interviewee remembers after it.
    pub after: State,
}

impl Said {
    /// The line, its reply and its assessment.
    #[must_use]
    pub fn exchange(&self) -> Exchange {
        Exchange {
            turn: self.after.turn,
            line: self.heard.line.clone(),
            reply: self.reply.clone(),
            assessment: Some(self.assessment.clone()),
            rapport: self.after.rapport,
            minutes_left: self.after.minutes_left(),
        }
    }
}

/// Says a line to a person in this state; `last` is the exchange before it, if there was one.
///
/// Pure: nothing is kept. A session makes events of it; whoever tries a scenario out, in whatever state they put
/// it, looks at it and folds it as they like.
#[must_use]
pub fn say(
    person: Person<'_>,
    ear: &Ear<'_>,
    state: &State,
    last: Option<&Exchange>,
    line: &str,
) -> Said {
    let (heard, reply) = decide(person, ear, state, line);
    let setting = setting(state, &heard, &reply, last);
    let assessment = coach::assess(ear, person.pack, &heard, setting);
    let after = state.clone().after(&reply.text, &reply.effects);
    Said { heard, reply, assessment, setting, after }
}

/// How a line is heard in a state, and what is replied to it; the coach has no say in it.
#[must_use]
pub fn decide(person: Person<'_>, ear: &Ear<'_>, state: &State, line: &str) -> (Heard, Reply) {
    let heard = ear.hear(line, state.before());
    let reply = interviewee::reply(person, state, &heard);
    (heard, reply)
}

/// What the coach may know of the moment a line was said in.
fn setting(state: &State, heard: &Heard, reply: &Reply, before: Option<&Exchange>) -> Setting {
    let follow_up = heard.question.as_ref().and_then(|question| question.follow_up);
    let is_bare = follow_up.is_some_and(|follow| follow.bare);
    let caught = reply.effects.iter().any(|effect| matches!(effect, Effect::Caught { .. }))
        || reply.route == Route::Hook;
    let last = state.recent.last();
    Setting {
        caught,
        follows: caught || reply.route == Route::Follow,
        hook_waits: state
            .offered
            .iter()
            .any(|hook| !hook.caught && Some(&hook.from) == last && hook.turn == state.turn),
        repeats: because(reply, rapport::REPEATS),
        on_web: because(reply, rapport::ON_WEB),
        homework: because(reply, rapport::HOMEWORK),
        awkward: state.awkward.zip(reply.effects.iter().find_map(|effect| match effect {
            Effect::AwkwardDone { well } => Some(*well),
            _ => None,
        })),
        same_again: is_bare
            && before.is_some_and(|last| {
                last.line.eq_ignore_ascii_case(&heard.line) && heard.act == Act::Question
            }),
    }
}

/// Whether the line of an exchange could have been put better.
pub(super) fn gains(exchange: &Exchange) -> bool {
    let setting = Setting {
        repeats: because(&exchange.reply, rapport::REPEATS),
        on_web: because(&exchange.reply, rapport::ON_WEB),
        ..Setting::default()
    };
    exchange.assessment.as_ref().is_some_and(|known| help::is_to_be_gained(known, setting))
}

fn because(reply: &Reply, reason: &str) -> bool {
    reply
        .effects
        .iter()
        .any(|effect| matches!(effect, Effect::Rapport { because, .. } if because == reason))
}
