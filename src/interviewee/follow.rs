//! Asking on: "why?", "what was that like?", "tell me more" belong to the last answer.

use super::Route;
use super::gate::{is_open, unmet};
use super::rapport::Manner;
use super::speech::Speech;
use super::state::Effect;
use crate::hearing::heard::{Act, Form, Heard, Question};
use crate::pack::placed::Text;
use crate::pack::scenario::{Answer, FollowKind, Reactions, Topic};

/// After a digression, this many answers back can still be asked on about.
pub(super) const LOOK_BACK: usize = 3;

/// Gives the follow-up of a kind.
pub(super) fn follow(
    speech: &mut Speech<'_>,
    heard: &Heard,
    form: Form,
    kind: FollowKind,
) -> Route {
    let scenario = speech.person.scenario;
    let state = speech.state;
    let recent: Vec<(&Topic, &Answer)> =
        state.recent.iter().rev().take(LOOK_BACK).filter_map(|id| scenario.answer(id)).collect();
    let Some((topic, last)) = recent.first().copied() else {
        speech.feel(heard, Manner::default());
        let reactions = &scenario.reactions;
        speech.draw_fresh(
            &[("nothing_to_follow", &reactions.nothing_to_follow), ("unclear", &reactions.unclear)],
            &[],
        );
        speech.effect(Effect::Missed);
        return Route::Fallback;
    };
    // "Why?" is worth something the first time it is asked of a thing; said after every sentence it is a habit.
    let is_bare = heard
        .question
        .as_ref()
        .is_some_and(|question| question.follow_up.is_some_and(|follow_up| follow_up.bare));
    let is_habit = is_bare
        && (state.asked_on == Some(kind)
            || state.followed.contains(&(last.id.value().clone(), kind)));
    speech.feel(heard, Manner { follows: true, habit: is_habit, ..Manner::default() });
    let mark = Effect::Followed { answer: last.id.value().clone(), kind };
    // The full answer is asked for after its short form: "Mostly, yes." — "Why?" keeps to the reason.
    if kind == FollowKind::More
        && !state.was_told(&last.id)
        && is_open(&last.gate, Some(topic), state)
    {
        speech.reply().follow = Some(kind);
        speech.effect(mark);
        speech.tell(topic, last);
        return Route::Follow;
    }
    for (topic, answer) in &recent {
        if let Some(route) = scripted(speech, topic, answer, kind) {
            return route;
        }
        let is_told_of = answer.follow.iter().any(|follow| *follow.on.value() == kind);
        if is_told_of {
            break; // this kind was asked of this answer before; do not wander back further
        }
    }
    // Nothing of this kind: the next thing on the topic is better than a shrug.
    if form != Form::Closed
        && matches!(
            kind,
            FollowKind::More | FollowKind::How | FollowKind::Example | FollowKind::Result
        )
    {
        let next = topic.answers.iter().find(|answer| {
            !answer.gem && !state.was_told(&answer.id) && is_open(&answer.gate, Some(topic), state)
        });
        if let Some(answer) = next {
            speech.reply().follow = Some(kind);
            speech.effect(mark);
            speech.tell(topic, answer);
            return Route::Follow;
        }
    }
    speech.reply().topic = Some(topic.id.value().clone());
    speech.reply().answer = Some(last.id.value().clone());
    speech.reply().follow = Some(kind);
    let reactions = &scenario.reactions;
    let (place, variants) = general(reactions, kind);
    speech
        .draw_fresh(&[(place, variants), ("nothing_to_follow", &reactions.nothing_to_follow)], &[]);
    speech.effect(mark);
    Route::Follow
}

/// The follow-up an answer has of its own.
fn scripted(
    speech: &mut Speech<'_>,
    topic: &Topic,
    answer: &Answer,
    kind: FollowKind,
) -> Option<Route> {
    let follow = answer.follow.iter().find(|follow| {
        *follow.on.value() == kind
            && !speech.state.followed.contains(&(answer.id.value().clone(), kind))
    })?;
    let mark = Effect::Followed { answer: answer.id.value().clone(), kind };
    if let Some(to) = &follow.to {
        let (topic, target) = speech.person.scenario.answer(to)?;
        if speech.state.was_told(to) {
            return None;
        }
        let missing = unmet(&target.gate, Some(topic), speech.state);
        if !missing.is_empty() {
            speech.hold(topic, target, missing);
            return Some(Route::Else);
        }
        speech.effect(mark);
        speech.reply().follow = Some(kind);
        speech.tell(topic, target);
        return Some(Route::Follow);
    }
    speech.reply().topic = Some(topic.id.value().clone());
    speech.reply().answer = Some(answer.id.value().clone());
    speech.reply().follow = Some(kind);
    speech.draw(&format!("{}.{}", answer.id.value(), kind.word()), &follow.say, &[]);
    speech.effect(mark);
    if follow.gain != 0 {
        speech.gain(follow.gain, "asks on well");
    }
    Some(Route::Follow)
}

fn general(reactions: &Reactions, kind: FollowKind) -> (&'static str, &[Text]) {
    match kind {
        FollowKind::Why => ("follow_why", &reactions.follow_why),
        FollowKind::How => ("follow_how", &reactions.follow_how),
        FollowKind::Example => ("follow_example", &reactions.follow_example),
        FollowKind::Feel => ("follow_feel", &reactions.follow_feel),
        FollowKind::More => ("follow_more", &reactions.follow_more),
        FollowKind::When => ("follow_when", &reactions.follow_when),
        FollowKind::Who => ("follow_who", &reactions.follow_who),
        FollowKind::Result => ("follow_result", &reactions.follow_result),
    }
}

/// What a question that takes up the last words asks for, by its first word.
pub(super) fn kind_of(heard: &Heard, question: &Question) -> FollowKind {
    let has = |word: &str| heard.words[question.words.clone()].iter().any(|said| said.text == word);
    match heard.words.get(question.words.start).map(|word| word.text.as_str()) {
        Some("why") => FollowKind::Why,
        Some("when") => FollowKind::When,
        Some("who") => FollowKind::Who,
        _ if has("feel") || has("like") => FollowKind::Feel,
        _ if has("happened") || has("end") => FollowKind::Result,
        _ if has("example") || has("instance") => FollowKind::Example,
        Some("how") => FollowKind::How,
        _ => FollowKind::More,
    }
}

/// Nothing could be made of a line; the third time running, the person offers something to talk about.
pub(super) fn miss(speech: &mut Speech<'_>, heard: &Heard) -> Route {
    let reactions = &speech.person.scenario.reactions;
    let off_topic = heard.act == Act::OffTopic;
    speech.effect(Effect::Missed);
    let route = if off_topic { Route::OffTopic } else { Route::Fallback };
    if speech.state.missed_running % 3 == 2
        && let Some(thread) = speech.thread()
    {
        let fill = [("thread", thread.as_str())];
        speech
            .draw_fresh(&[("silence", &reactions.silence), ("unclear", &reactions.unclear)], &fill);
        return route;
    }
    if off_topic {
        speech.draw_fresh(
            &[("off_topic", &reactions.off_topic), ("unclear", &reactions.unclear)],
            &[],
        );
    } else {
        speech.draw_fresh(
            &[("unclear", &reactions.unclear), ("off_topic", &reactions.off_topic)],
            &[],
        );
    }
    route
}
