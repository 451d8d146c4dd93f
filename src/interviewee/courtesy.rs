//! Moves and how they are met; questions asked back; the time.

use super::gate;
use super::rapport::Manner;
use super::speech::Speech;
use super::state::{Effect, Ending, State};
use super::{Person, Reply, Route, follow};
use crate::hearing::heard::{Act, Form, Heard};
use crate::pack::placed::Text;
use crate::pack::scenario::{Band, Counter, Fact, FollowKind};

/// After this many lines nobody says hello any more.
const LATE_FOR_HELLO: u32 = 3;

/// Nobody asks back before they have told this much.
const TOO_SOON: usize = 3;

/// Someone at least this talkative fills a silence with something worth hearing.
const FILLS_SILENCE: f64 = 0.5;

/// After the second request for a job, this many seconds are left.
const WINDING_DOWN: i32 = 90;

/// Meets a move with a courtesy.
pub(super) fn meet(speech: &mut Speech<'_>, heard: &Heard) -> Route {
    let scenario = speech.person.scenario;
    let reactions = &scenario.reactions;
    let state = speech.state;
    let again = |act: Act| state.times(act) > 0;
    speech.reply().act = Some(heard.act);
    if heard.act == Act::Silence {
        return silence(speech);
    }
    if heard.act == Act::Unclear || (heard.act == Act::OffTopic && heard.question.is_none()) {
        return follow::miss(speech, heard);
    }
    speech.feel(heard, Manner::default());
    let spare: (&str, &[Text]) = ("acknowledgement", &reactions.acknowledgement);
    let (place, variants): (&str, &[Text]) = match heard.act {
        // "How was your weekend?" in the middle of a talk is no hello.
        Act::Greeting if state.turn > LATE_FOR_HELLO => ("off_topic", &reactions.off_topic),
        Act::Greeting => ("greeting", &reactions.greeting),
        Act::Introduction | Act::Answer | Act::Acknowledgement | Act::Reflection | Act::Purpose
            if apologises(heard) =>
        {
            ("comfort", &reactions.comfort)
        }
        Act::Purpose => ("purpose", &reactions.purpose),
        Act::Introduction => ("introduction", &reactions.introduction),
        Act::Thanks if is_closing(speech) => ("closing.thanks", &scenario.closing.thanks),
        Act::Thanks => ("thanks", &reactions.thanks),
        Act::Acknowledgement => ("acknowledgement", &reactions.acknowledgement),
        Act::Reflection => ("reflection", &reactions.reflection),
        Act::Answer => ("answer", &reactions.answer),
        Act::TimeCheck => ("time_check", &reactions.time_check),
        Act::CoffeeOffer => ("coffee_offer", &reactions.coffee_offer),
        Act::KeepInTouch if state.band() == Band::Cool => {
            ("keep_in_touch_cool", &reactions.keep_in_touch_cool)
        }
        Act::KeepInTouch => ("keep_in_touch", &reactions.keep_in_touch),
        Act::Goodbye => {
            if heard.farewell {
                speech.effect(Effect::Ended { how: Ending::Goodbye });
                goodbye(speech)
            } else {
                // "That's all I wanted to ask": the last question and the thanks may still come.
                ("closing.thanks", &scenario.closing.thanks)
            }
        }
        Act::JobAsk if again(Act::JobAsk) => {
            if state.times(Act::JobAsk) >= 2 {
                speech.effect(Effect::Ended { how: Ending::JobAsk });
            }
            speech.effect(Effect::CutShort { seconds: WINDING_DOWN });
            ("job_ask_again", &reactions.job_ask_again)
        }
        Act::JobAsk => ("job_ask", &reactions.job_ask),
        Act::Rude if again(Act::Rude) => {
            speech.effect(Effect::Ended { how: Ending::Rude });
            ("rude_again", &reactions.rude_again)
        }
        Act::Rude => ("rude", &reactions.rude),
        // "Mind if I take notes?"
        Act::PermissionAsk => ("go_ahead", &reactions.go_ahead),
        Act::Question | Act::ReferralAsk | Act::OffTopic | Act::Unclear | Act::Silence => {
            ("unclear", &reactions.unclear)
        }
    };
    let minutes = minutes(state.minutes_left());
    speech.draw_fresh(&[(place, variants), spare], &[("minutes", minutes.as_str())]);
    Route::Move
}

/// "Sorry, I'm nervous", "sorry, I didn't mean that".
fn apologises(heard: &Heard) -> bool {
    let has = |any: &[&str]| heard.words.iter().any(|word| any.contains(&word.text.as_str()));
    let of_self = has(&["i", "me", "my", "that", "this"]);
    has(&["sorry", "apologise", "apologize", "apologies", "nervous", "anxious", "shy"])
        || of_self && has(&["stupid", "silly", "dumb", "boring", "awkward", "hopeless"])
}

/// Whether thanks would close the talk rather than interrupt it.
fn is_closing(speech: &Speech<'_>) -> bool {
    let state = speech.state;
    let is_late = state.time_mentioned || state.time_up_at.is_some();
    is_late || state.times(Act::ReferralAsk) > 0 || state.times(Act::Goodbye) > 0
}

/// Says goodbye after the reply to a line that ends in one.
pub(super) fn part(speech: &mut Speech<'_>) {
    let (place, variants) = goodbye(speech);
    speech.draw(place, variants, &[]);
    speech.effect(Effect::Ended { how: Ending::Goodbye });
}

fn goodbye<'a>(speech: &Speech<'a>) -> (&'static str, &'a [Text]) {
    let closing = &speech.person.scenario.closing;
    match speech.state.band() {
        Band::Open | Band::Warm => ("closing.warm", &closing.warm),
        Band::Neutral => ("closing.neutral", &closing.neutral),
        Band::Cool => ("closing.cool", &closing.cool),
    }
}

/// An empty line: some people go on talking, once.
fn silence(speech: &mut Speech<'_>) -> Route {
    let scenario = speech.person.scenario;
    let reactions = &scenario.reactions;
    let first = speech.state.times(Act::Silence) == 0;
    if first && *scenario.temperament().talkative >= FILLS_SILENCE {
        let last = speech.state.recent.last().and_then(|id| scenario.answer(id));
        let untold = last.and_then(|(topic, answer)| {
            let follow = answer.follow.iter().find(|follow| {
                let key = (answer.id.value().clone(), *follow.on.value());
                !follow.say.is_empty() && !speech.state.followed.contains(&key)
            })?;
            Some((topic, answer, follow))
        });
        if let Some((topic, answer, follow)) = untold {
            let kind: FollowKind = *follow.on.value();
            speech.draw(&format!("{}.{}", answer.id.value(), kind.word()), &follow.say, &[]);
            speech.reply().topic = Some(topic.id.value().clone());
            speech.reply().answer = Some(answer.id.value().clone());
            speech.effect(Effect::Followed { answer: answer.id.value().clone(), kind });
            return Route::Move;
        }
    }
    match speech.thread().filter(|_| first) {
        Some(thread) => {
            let fill = [("thread", thread.as_str())];
            speech.draw_fresh(
                &[("silence", &reactions.silence), ("silence_again", &reactions.silence_again)],
                &fill,
            );
        }
        None => speech.draw_fresh(
            &[("silence_again", &reactions.silence_again), ("unclear", &reactions.unclear)],
            &[],
        ),
    }
    Route::Move
}

/// Receives the learner's answer to a question that was asked back. A question instead passes over it.
pub(super) fn receive(speech: &mut Speech<'_>, heard: &Heard) -> Option<Route> {
    let id = speech.state.pending.clone()?;
    let counter = find(speech, &id)?;
    let is_something = heard.words.len() > 1 && !apologises(heard);
    let tells = is_something
        && matches!(heard.act, Act::Answer | Act::Introduction | Act::Purpose | Act::Unclear);
    let told_before_asking = heard.segments.iter().any(|segment| {
        segment.words.len() >= 3
            && matches!(segment.act, Act::Answer | Act::Introduction | Act::Purpose)
    });
    speech.effect(Effect::CounterDone { answered: tells || told_before_asking });
    if (tells || told_before_asking) && !speech.state.facts.contains(&Fact::AnsweredBack) {
        speech.effect(Effect::Did { fact: Fact::AnsweredBack });
        speech.gain(2, "answers a question asked back");
    }
    if !tells {
        return None;
    }
    speech.feel(heard, Manner::default());
    speech.reply().counter = Some(id.clone());
    let general = &speech.person.scenario.reactions.answer;
    speech.draw_fresh(&[(&format!("{id}.received"), &counter.received), ("answer", general)], &[]);
    Some(Route::Counter)
}

fn find<'a>(speech: &Speech<'a>, id: &str) -> Option<&'a Counter> {
    speech.person.scenario.counters.iter().find(|counter| counter.id.value() == id)
}

/// Asks back, when curiosity has earned it: after an open question, at warm rapport, now and then.
///
/// Asked once more at most if it was passed over; never a trap, never twice running.
pub(super) fn ask_back(speech: &mut Speech<'_>, heard: &Heard) {
    let state = speech.state;
    let scenario = speech.person.scenario;
    let is_open = heard.question.as_ref().is_some_and(|question| question.form != Form::Closed);
    if state.told.len() < TOO_SOON {
        return;
    }
    if !is_open || state.band() < Band::Warm || state.pending.is_some() || state.time_mentioned {
        return;
    }
    let last = state.countered.values().map(|(_, turn)| *turn).max();
    if last.is_some_and(|turn| state.turn < turn + pause(*scenario.temperament().initiative)) {
        return;
    }
    let topic = speech.reply().topic.clone();
    let fits = |counter: &&Counter| {
        let on_topic = counter.topics.is_empty()
            || topic
                .as_ref()
                .is_some_and(|topic| counter.topics.iter().any(|id| id.value() == topic));
        on_topic && gate::is_open(&counter.gate, None, state)
    };
    let times = |counter: &&Counter| state.countered.get(counter.id.value()).map_or(0, |(n, _)| *n);
    let fresh = scenario.counters.iter().filter(fits).find(|counter| times(counter) == 0);
    let passed_over = scenario.counters.iter().find(|counter| {
        times(counter) == 1
            && !counter.again.is_empty()
            && !state.answered.contains(counter.id.value())
    });
    if let Some(counter) = fresh {
        speech.draw("curiosity", &scenario.reactions.curiosity, &[]);
        speech.draw(&format!("{}.ask", counter.id.value()), &counter.ask, &[]);
        ask(speech, counter);
    } else if let Some(counter) = passed_over {
        speech.draw(&format!("{}.again", counter.id.value()), &counter.again, &[]);
        ask(speech, counter);
    }
}

fn ask(speech: &mut Speech<'_>, counter: &Counter) {
    speech.reply().counter = Some(counter.id.value().clone());
    speech.effect(Effect::Countered { counter: counter.id.value().clone() });
}

/// How many turns pass between two questions asked back: 3 for the curious, 9 for the reserved.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a number from 3 to 9")]
fn pause(initiative: f64) -> u32 {
    (9.0 - 6.0 * initiative).round() as u32
}

/// Joins a word on the time to a reply, when there is need.
pub(super) fn mind_the_time(person: Person<'_>, state: &State, reply: Reply) -> Reply {
    let after = state.clone().after(&reply.text, &reply.effects);
    if after.ended.is_some() {
        return reply;
    }
    let scenario = person.scenario;
    let mut speech = Speech::new(person, &after);
    if after.seconds_left <= 0 && after.time_up_at.is_none() {
        speech.draw("time_up", &scenario.reactions.time_up, &[]);
        speech.effect(Effect::TimeUp);
        speech.effect(Effect::TimeMentioned);
    } else if after.minutes_left() <= scenario.mention_at()
        && !after.time_mentioned
        && after.seconds_left > 0
        && reply.act != Some(Act::TimeCheck)
    {
        let minutes = minutes(after.minutes_left());
        speech.draw(
            "time_mention",
            &scenario.reactions.time_mention,
            &[("minutes", minutes.as_str())],
        );
        speech.effect(Effect::TimeMentioned);
    } else {
        return reply;
    }
    super::joined(reply, speech)
}

/// Minutes as people say them.
fn minutes(number: u32) -> String {
    const SMALL: [&str; 13] = [
        "no minutes",
        "one minute",
        "two minutes",
        "three minutes",
        "four minutes",
        "five minutes",
        "six minutes",
        "seven minutes",
        "eight minutes",
        "nine minutes",
        "ten minutes",
        "eleven minutes",
        "twelve minutes",
    ];
    match usize::try_from(number).ok().and_then(|number| SMALL.get(number)) {
        Some(words) => (*words).to_owned(),
        None => format!("{number} minutes"),
    }
}
