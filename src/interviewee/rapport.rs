//! What a line does to rapport.
//!
//! People open up to those who listen: follow-up questions raise liking (Huang et al. 2017), and the
//! characters of `PeopleSim` and VR-JIT gain and lose rapport by the kind of line (Smith et al. 2014).
//! The amounts are ours; they are balanced so that open questions alone reach "warm" in about eight
//! exchanges, listening in about five, and closed questions never do. Nothing that can be said again and again
//! wins anybody: `pack simulate` plays learners who try.

use super::state::State;
use crate::hearing::heard::{Act, Fault, Form, Heard};
use crate::pack::scenario::{Fact, Temperament};

/// Why rapport falls when the learner asks what was told. The coach and saved talks know it by this.
pub const REPEATS: &str = "asks what was already told";

/// Why rapport falls when the learner asks what can be read. The coach and saved talks know it by this.
pub const ON_WEB: &str = "asks what can be read beforehand";

/// Why rapport rises when the learner builds on homework. The coach and saved talks know it by this.
pub const HOMEWORK: &str = "builds on homework";

/// A gain or loss before temperament, and why.
type Change = (i32, &'static str);

/// Questions alone bring people so far, and no further: warm, and not open. A list that is read out, however good,
/// is not a talk (Huang et al. 2017: it is follow-ups that raise liking, switches do not).
const BY_QUESTIONS: i32 = 62;

/// Closed questions alone bring people no lower than this: they get tired, and stay polite.
const TIRED: i32 = 20;

/// What a line does to rapport, before the temperament is counted in.
///
/// `caught` says that it picks up a hook, `follows` that it asks on, `repeats` that it asks what has
/// been told, `on_web` that it asks what can be read, `habit` that it asks on as it did just before.
#[derive(Debug, Clone, Copy, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is one thing to know of a line")]
pub(super) struct Manner {
    pub(super) caught: bool,
    pub(super) follows: bool,
    pub(super) repeats: bool,
    pub(super) on_web: bool,
    pub(super) homework: bool,
    pub(super) habit: bool,
}

/// The changes a line makes, one by one.
pub(super) fn changes(heard: &Heard, state: &State, manner: Manner) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut add = |by, because| changes.push((by, because));
    let first = |act: Act| state.times(act) == 0;

    if let Some(question) = &heard.question {
        let is_about_this = heard.act == Act::Question;
        match question.form {
            Form::Open | Form::Invited | Form::Closed if !is_about_this => {}
            _ if manner.habit => {}
            _ if manner.repeats => add(-1, REPEATS),
            Form::Open | Form::Invited if manner.caught => add(6, "picks up a detail"),
            Form::Open | Form::Invited if manner.follows => add(4, "asks on"),
            Form::Open | Form::Invited if state.was_asked(heard) => {}
            Form::Open | Form::Invited if state.rapport >= BY_QUESTIONS => {}
            Form::Open => add(3, "asks an open question"),
            Form::Invited => add(3, "invites a story"),
            Form::Closed if manner.caught => add(2, "picks up a detail"),
            Form::Closed if manner.follows => add(1, "asks on"),
            Form::Closed if state.closed_running >= 2 && state.rapport > TIRED => {
                add(-2, "one closed question after another");
            }
            Form::Closed => {}
        }
        if manner.on_web {
            add(-2, ON_WEB);
        }
        if question.has(Fault::Leading) {
            add(-2, "puts words into their mouth");
        }
        if question.has(Fault::Assumptive) {
            add(-2, "takes something for granted");
        }
        if question.has(Fault::Stacked) {
            add(-1, "asks two things at once");
        }
        if question.has(Fault::Rambling) {
            add(-1, "takes long to get to the question");
        }
        let shows_listening = heard.does(Act::Acknowledgement) || heard.does(Act::Reflection);
        if is_about_this && shows_listening && !manner.repeats {
            add(2, "shows that it was heard before asking");
        }
    } else if heard.does(Act::Reflection)
        && !state.last_words.is_empty()
        && !heard.uptake.is_empty()
    {
        add(3, "says back what was meant");
    }
    if manner.homework && !state.facts.contains(&Fact::DidHomework) {
        add(3, HOMEWORK);
    }
    for (act, by, because) in [
        (Act::Purpose, 4, "says what they hope to learn"),
        (Act::Introduction, 1, "says who they are"),
        (Act::Thanks, 2, "says thank you"),
        (Act::Greeting, 1, "says hello"),
        (Act::TimeCheck, 4, "minds the time"),
        (Act::CoffeeOffer, 1, "offers a coffee"),
    ] {
        if heard.does(act) && first(act) {
            add(by, because);
        }
    }
    match heard.act {
        Act::JobAsk => add(-18, "asks for a job"),
        Act::Rude => add(-20, "is unkind"),
        Act::OffTopic => add(-1, "leaves the subject"),
        Act::Question
        | Act::Greeting
        | Act::Purpose
        | Act::Introduction
        | Act::Thanks
        | Act::Acknowledgement
        | Act::Reflection
        | Act::Answer
        | Act::TimeCheck
        | Act::CoffeeOffer
        | Act::ReferralAsk
        | Act::PermissionAsk
        | Act::KeepInTouch
        | Act::Goodbye
        | Act::Unclear
        | Act::Silence => {}
    }
    changes
}

/// A change as this person feels it: the warm gain more and lose less.
#[expect(clippy::cast_possible_truncation, reason = "changes are small whole numbers")]
pub(super) fn felt(by: i32, temperament: &Temperament) -> i32 {
    let scale =
        if by > 0 { 0.7 + 0.6 * *temperament.warmth } else { 1.3 - 0.6 * *temperament.warmth };
    let felt = (f64::from(by) * scale).round() as i32;
    if felt == 0 { by.signum() } else { felt }
}
