//! Content questions: which answer, and how much of it.

use super::gate::{is_open, unmet};
use super::rapport::Manner;
use super::speech::Speech;
use super::state::{Effect, Offered};
use super::{Route, follow};
use crate::hearing::heard::{Fault, Form, Heard, Question, Subject, TopicHeard};
use crate::hearing::uptake::is_content;
use crate::pack::placed::Text;
use crate::pack::scenario::{Answer, Hook, Topic};
use crate::text::stem::Stems;
use crate::text::words::words;

/// Hooks are remembered for this many turns.
pub(super) const HOOK_MEMORY: u32 = 8;

/// A question this likely to be about another topic leaves an older hook alone.
const ELSEWHERE: f32 = 0.95;

/// Answers what a line asks.
pub(super) fn answer(speech: &mut Speech<'_>, heard: &Heard) -> Route {
    let Some(question) = &heard.question else { return Route::Fallback };
    if let Some(hook) = hook_caught(speech, heard) {
        return pick_up(speech, heard, question, &hook);
    }
    if let Some(follow_up) = question.follow_up
        && (follow_up.bare || !speech.state.recent.is_empty())
    {
        return follow::follow(speech, heard, question.form, follow_up.kind);
    }
    if let Some(route) = by_fit(speech, heard, question) {
        return route;
    }
    match &heard.subject {
        Subject::Topic(topic) => on_topic(speech, heard, question, topic),
        Subject::Between(a, b) => between(speech, heard, question, a, b),
        Subject::None => on_nothing(speech, heard, question),
    }
}

/// An answer on another topic is told if it fits so much better than any on the topic that was heard.
const BETTER: f32 = 0.8;

/// An answer that fits this well is told though no topic was heard.
const SURE: f32 = 2.6;

/// So much better must an answer fit that a detail leads to, before the detail has come up.
const WAITS: f32 = 0.3;

/// So much each word counts that stands in one answer of the topic and in no other.
const NAMES: f32 = 1.5;

/// So much ahead is the first of a topic's answers that can be told.
pub(super) const FIRST: f32 = 1.5;

/// Where nothing fits better than this, they would talk past the question.
const LEAST: f32 = 1.5;

/// From this score on a topic was named, and they have something to say on it, 0 to 1.
const NAMED: f32 = 0.8;

/// Answers by what fits the question best: on a topic beside the one that was heard, or on none; and says that
/// it is not their area where nothing they have to tell comes near. None where the topic decides.
fn by_fit(speech: &mut Speech<'_>, heard: &Heard, question: &Question) -> Option<Route> {
    if question.has(Fault::Stacked) {
        return None; // one half is answered, and it is the topic that tells them apart
    }
    let best = heard.apt.iter().find_map(|apt| {
        let (topic, answer) = speech.person.scenario.answer(&apt.answer)?;
        can_tell(speech, topic, answer, question.form).then_some((topic, apt.score))
    });
    let (over_all, score) = best?;
    let topic = heard.subject.best().map(|topic| topic.id.as_str());
    let fit = |topic: &str| {
        let scripted = speech.person.scenario.topic(topic)?;
        heard.apt.iter().find_map(|apt| {
            let answer = scripted.answers.iter().find(|answer| *answer.id.value() == apt.answer)?;
            can_tell(speech, scripted, answer, question.form).then_some(apt.score)
        })
    };
    let is_elsewhere = match (&heard.subject, topic) {
        (Subject::Topic(_), Some(topic)) if topic == over_all.id.value() => false,
        // A topic on which all has been told is told of again, and not talked past.
        (Subject::Topic(_), Some(topic)) => fit(topic).is_some_and(|own| score > own + BETTER),
        (Subject::Between(..), _) => false,
        _ => score >= SURE,
    };
    if is_elsewhere {
        let id = over_all.id.value().clone();
        return Some(tell_next(speech, heard, question.form, &id, &[]));
    }
    let is_topic = matches!(heard.subject, Subject::Topic(_))
        && topic.is_some_and(|topic| fit(topic).is_some());
    let is_sure = heard.subject.best().is_some_and(|topic| topic.score >= NAMED);
    if is_topic && !is_sure && score < LEAST && heard.uptake.is_empty() {
        return topic.map(|topic| not_their_area(speech, heard, topic));
    }
    None
}

/// Says that a topic is understood, and that they have nothing on it.
fn not_their_area(speech: &mut Speech<'_>, heard: &Heard, topic: &str) -> Route {
    speech.feel(heard, Manner::default());
    let reactions = &speech.person.scenario.reactions;
    speech.reply().topic = Some(topic.to_owned());
    speech.draw_fresh(
        &[
            ("unscripted", &reactions.unscripted),
            ("nothing_to_follow", &reactions.nothing_to_follow),
        ],
        &[],
    );
    Route::Unscripted
}

/// Whether an answer can be told now: not told before, its gate open, and to a closed question in short.
fn can_tell(speech: &Speech<'_>, topic: &Topic, answer: &Answer, form: Form) -> bool {
    let state = speech.state;
    let fresh = match form {
        Form::Closed => !answer.gem && answer.short.is_some() && !state.was_touched(&answer.id),
        Form::Open | Form::Invited => !state.was_told(&answer.id),
    };
    fresh && is_open(&answer.gate, Some(topic), state)
}

/// Takes "the first", "both" as the answer to "do you mean…". Anything that says more is a line of its
/// own.
pub(super) fn settle(speech: &mut Speech<'_>, heard: &Heard) -> Option<Route> {
    let (a, b) = speech.state.between.clone()?;
    let said =
        |choices: &[&str]| heard.words.iter().any(|word| choices.contains(&word.text.as_str()));
    let is_choice = heard.words.iter().all(|word| CHOOSING.contains(&word.text.as_str()));
    if heard.words.is_empty() || !is_choice {
        return None;
    }
    let topic = if said(&["second", "latter", "last"]) {
        b
    } else if said(&["first", "former", "both", "either", "yes", "any"]) {
        a
    } else {
        return None;
    };
    Some(tell_next(speech, heard, Form::Open, &topic, &[]))
}

/// Words of which a choice between two is made.
const CHOOSING: &[&str] = &[
    "the", "first", "second", "former", "latter", "last", "one", "both", "either", "yes", "please",
    "any", "um", "well", "i", "mean", "guess", "really", "that", "of", "them", "is", "fine",
];

/// "Sorry, can you repeat that?": the gist of the last answer, at no cost.
pub(super) fn say_again(speech: &mut Speech<'_>, heard: &Heard) -> Option<Route> {
    if !heard.asks_again {
        return None;
    }
    let last = speech.state.recent.last()?;
    let (topic, answer) = speech.person.scenario.answer(last)?;
    let fill = [("gist", answer.gist.as_str())];
    let reactions = &speech.person.scenario.reactions;
    speech.reply().topic = Some(topic.id.value().clone());
    speech.reply().answer = Some(answer.id.value().clone());
    speech.draw_fresh(
        &[("repeated", &reactions.repeated), ("exhausted", &reactions.exhausted)],
        &fill,
    );
    Some(Route::Move)
}

/// The hook a question picks up: the latest offered whose words it uses.
fn hook_caught(speech: &Speech<'_>, heard: &Heard) -> Option<Offered> {
    let stems = Stems::default();
    // "You mentioned the linen room. What was that like?": the whole line may name it.
    let asked: Vec<String> = heard.words.iter().map(|word| stems.of(&word.text)).collect();
    let names = |phrase: &str| {
        let wanted: Vec<String> = words(phrase).iter().map(|word| stems.of(&word.text)).collect();
        !wanted.is_empty() && wanted.iter().all(|stem| asked.contains(stem))
    };
    let turn = speech.state.turn;
    let hook = speech.state.offered.iter().rev().find(|hook| {
        !hook.caught
            && turn.saturating_sub(hook.turn) <= HOOK_MEMORY
            && !speech.state.was_told(&hook.to)
            && hook.words.iter().any(|phrase| names(phrase))
    })?;
    let (topic, _) = speech.person.scenario.answer(&hook.to)?;
    // An older hook gives way to a full question on another topic that happens to use its word.
    let is_fresh = speech.state.recent.last() == Some(&hook.from);
    let best = heard.subject.best();
    // A phrase of several words is no accident.
    let is_one_word = !hook.words.iter().any(|phrase| words(phrase).len() > 1 && names(phrase));
    let is_elsewhere = is_one_word
        && best.is_some_and(|best| best.score >= ELSEWHERE && best.id != *topic.id.value());
    (is_fresh || !is_elsewhere).then(|| hook.clone())
}

/// Tells what lies behind a hook, if its gate holds and the question leaves room.
fn pick_up(speech: &mut Speech<'_>, heard: &Heard, question: &Question, hook: &Offered) -> Route {
    let Some((topic, answer)) = speech.person.scenario.answer(&hook.to) else {
        return Route::Fallback;
    };
    let manner = Manner { caught: true, follows: true, ..Manner::default() };
    speech.feel(heard, manner);
    preface(speech, question, answer);
    let missing = unmet(&answer.gate, Some(topic), speech.state);
    if !missing.is_empty() {
        speech.hold(topic, answer, missing);
        return Route::Else;
    }
    if question.form == Form::Closed
        && let Some(short) = answer.short.as_ref().filter(|_| !speech.state.was_touched(&answer.id))
    {
        return shorten(speech, topic, answer, short);
    }
    if question.form == Form::Closed && answer.gem {
        // A gem is not for a yes or a no; its door is shown instead.
        speech.hold(topic, answer, Vec::new());
        return Route::Else;
    }
    speech.effect(Effect::Caught { to: hook.to.clone() });
    speech.tell(topic, answer);
    Route::Hook
}

fn shorten(
    speech: &mut Speech<'_>,
    topic: &Topic,
    answer: &Answer,
    short: &crate::pack::placed::Text,
) -> Route {
    speech.say(short.value().clone());
    speech.reply().topic = Some(topic.id.value().clone());
    speech.reply().answer = Some(answer.id.value().clone());
    speech.effect(Effect::Shortened { answer: answer.id.value().clone() });
    Route::Short
}

/// What comes before the answer to a leading, stacked or needless question.
fn preface(speech: &mut Speech<'_>, question: &Question, answer: &Answer) {
    let reactions = &speech.person.scenario.reactions;
    if question.has(Fault::Leading) || question.has(Fault::Assumptive) {
        if answer.correct.is_empty() {
            speech.draw("leading", &reactions.leading, &[]);
        } else {
            speech.draw(&format!("{}.correct", answer.id.value()), &answer.correct, &[]);
        }
    } else if question.has(Fault::Stacked) {
        speech.draw("stacked", &reactions.stacked, &[]);
    } else if answer.on_web {
        speech.draw("on_web", &reactions.on_web, &[]);
    }
}

fn on_topic(
    speech: &mut Speech<'_>,
    heard: &Heard,
    question: &Question,
    topic: &TopicHeard,
) -> Route {
    if speech.person.scenario.topic(&topic.id).is_none_or(|topic| topic.answers.is_empty()) {
        return not_their_area(speech, heard, &topic.id);
    }
    tell_next(speech, heard, question.form, &topic.id, &asked_with(heard, question))
}

/// The words of content that a question asks with.
pub(super) fn asked_with(heard: &Heard, question: &Question) -> Vec<String> {
    let words = heard.words.get(question.words.clone()).unwrap_or_default().iter();
    words.filter(|word| is_content(&word.text)).map(|word| word.text.clone()).collect()
}

/// Tells the next answer of a topic: in full to an open question, in short to a closed one.
fn tell_next(
    speech: &mut Speech<'_>,
    heard: &Heard,
    form: Form,
    topic: &str,
    asked: &[String],
) -> Route {
    let Some(topic) = speech.person.scenario.topic(topic) else { return Route::Fallback };
    let state = speech.state;
    // Specific beats general; of equals, what an unhurried person would tell first.
    let mut best: Option<(f32, &Answer)> = None;
    for (answer, fit) in fits(speech, heard, form, topic, asked) {
        // What an unhurried person would tell first gives way only to what fits clearly better.
        let is_heard = heard.apt.iter().any(|apt| apt.answer == *answer.id.value());
        let ahead = if best.is_none() && is_heard { FIRST } else { 0.0 };
        if best.is_none_or(|(most, _)| fit > most) {
            best = Some((fit + ahead, answer));
        }
    }
    let question = heard.question.as_ref();
    if let Some((_, answer)) = best {
        let follows = state
            .recent
            .last()
            .is_some_and(|recent| topic.answers.iter().any(|known| known.id.value() == recent))
            && heard.uptake.len() >= 2;
        speech.feel(heard, Manner { follows, on_web: answer.on_web, ..Manner::default() });
        if let Some(question) = question {
            preface(speech, question, answer);
        }
        if let (Form::Closed, Some(short)) = (form, &answer.short) {
            return shorten(speech, topic, answer, short);
        }
        speech.tell(topic, answer);
        return Route::Answer;
    }
    nothing_left(speech, heard, form, topic)
}

/// The answers of a topic that can be told now, in the order of the file, each with how well it fits what is
/// asked; `asked` are the words of content in the question.
pub(super) fn fits<'a>(
    speech: &Speech<'_>,
    heard: &Heard,
    form: Form,
    topic: &'a Topic,
    asked: &[String],
) -> Vec<(&'a Answer, f32)> {
    let stems = Stems::default();
    // A word that several answers of the topic share tells nothing apart ("drought" among droughts).
    let named: Vec<(&Answer, Vec<String>)> = if asked.is_empty() {
        Vec::new()
    } else {
        topic.answers.iter().map(|answer| (answer, named_in(answer, &stems))).collect()
    };
    let telling: Vec<String> = asked
        .iter()
        .map(|word| stems.of(word))
        .filter(|stem| named.iter().filter(|(_, own)| own.contains(stem)).count() == 1)
        .collect();
    let fit = |answer: &Answer| {
        // What a detail leads to is told when the detail has been, not before.
        let leads_here = |hook: &Hook| hook.to == answer.id;
        let mut others = speech.person.scenario.answers();
        let waits = others.any(|(_, other)| other.hooks.iter().any(leads_here))
            && !speech.state.offered.iter().any(|hook| hook.to == *answer.id.value());
        let own = named.iter().find(|(known, _)| known.id == answer.id).map(|(_, own)| own);
        let shared = match own {
            Some(own) if !waits => telling.iter().filter(|stem| own.contains(stem)).count(),
            _ => 0,
        };
        match heard.apt.iter().find(|apt| apt.answer == *answer.id.value()) {
            #[expect(clippy::cast_precision_loss, reason = "a handful of words")]
            Some(apt) if !waits => apt.score + NAMES * shared as f32,
            // Asked for outright, it need not wait.
            Some(apt) => apt.score - WAITS,
            #[expect(clippy::cast_precision_loss, reason = "a handful of words")]
            None => shared as f32,
        }
    };
    let can_tell = topic.answers.iter().filter(|answer| can_tell(speech, topic, answer, form));
    can_tell.map(|answer| (answer, fit(answer))).collect()
}

/// What is said when a topic has nothing (more) to tell to this question.
fn nothing_left(speech: &mut Speech<'_>, heard: &Heard, form: Form, topic: &Topic) -> Route {
    let state = speech.state;
    let reactions = &speech.person.scenario.reactions;
    let held = topic.answers.iter().find(|answer| {
        form != Form::Closed
            && !state.was_told(&answer.id)
            && state.held.get(answer.id.value()).is_none_or(|turn| *turn + 1 < state.turn)
    });
    if let Some(answer) = held {
        speech.feel(heard, Manner::default());
        let missing = unmet(&answer.gate, Some(topic), state);
        speech.hold(topic, answer, missing);
        return Route::Else;
    }
    speech.reply().topic = Some(topic.id.value().clone());
    let told = |id: &String| {
        topic.answers.iter().find(|answer| answer.id.value() == id && state.was_touched(id))
    };
    let Some(answer) = state.recent.iter().rev().find_map(told) else {
        // Nothing of it has been told, and nothing can be yet: that is no fault of who asks.
        speech.feel(heard, Manner::default());
        let held = topic.answers.iter().find(|answer| !answer.held.is_empty());
        let own: &[Text] = held.map_or(&[], |answer| &answer.held);
        let lists =
            [("held.again", own), ("held", &reactions.held), ("unscripted", &reactions.unscripted)];
        speech.draw_fresh(&lists, &[]);
        return Route::Unscripted;
    };
    speech.feel(heard, Manner { repeats: true, ..Manner::default() });
    let gist = answer.gist.value().clone();
    let fill = [("gist", gist.as_str())];
    speech.reply().answer = Some(answer.id.value().clone());
    speech.effect(Effect::Recalled { answer: answer.id.value().clone() });
    let lists: [(&str, &[crate::pack::placed::Text]); 3] = if form == Form::Closed {
        [
            ("repeated", &reactions.repeated),
            ("exhausted", &reactions.exhausted),
            ("nothing_to_follow", &reactions.nothing_to_follow),
        ]
    } else {
        [
            ("exhausted", &reactions.exhausted),
            ("repeated", &reactions.repeated),
            ("nothing_to_follow", &reactions.nothing_to_follow),
        ]
    };
    speech.draw_fresh(&lists, &fill);
    Route::Unscripted
}

/// The stems of an answer's gist, short form and hooks.
fn named_in(answer: &Answer, stems: &Stems) -> Vec<String> {
    let hooks = answer.hooks.iter().flat_map(|hook| &hook.words);
    let texts = hooks.chain(&answer.short).chain([&answer.gist]);
    texts.flat_map(|text| words(text)).map(|word| stems.of(&word.text)).collect()
}

/// Two topics were heard alike.
fn between(
    speech: &mut Speech<'_>,
    heard: &Heard,
    question: &Question,
    a: &TopicHeard,
    b: &TopicHeard,
) -> Route {
    let scenario = speech.person.scenario;
    let state = speech.state;
    let can_tell = |heard: &TopicHeard| {
        scenario.topic(&heard.id).is_some_and(|topic| {
            let mut untold = topic.answers.iter().filter(|answer| !state.was_told(&answer.id));
            untold.any(|answer| is_open(&answer.gate, Some(topic), state))
        })
    };
    let asked_before = speech.state.between.is_some();
    match (can_tell(a), can_tell(b)) {
        (true, true) if !asked_before && question.form != Form::Closed => {
            speech.feel(heard, Manner::default());
            let (first, second) = (speech.person.aloud(&a.id), speech.person.aloud(&b.id));
            let fill = [("a", first.as_str()), ("b", second.as_str())];
            let reactions = &scenario.reactions;
            speech.draw_fresh(
                &[("between", &reactions.between), ("unclear", &reactions.unclear)],
                &fill,
            );
            speech.effect(Effect::Wondered { a: a.id.clone(), b: b.id.clone() });
            Route::Clarify
        }
        (false, true) => on_topic(speech, heard, question, b),
        _ => on_topic(speech, heard, question, a),
    }
}

/// A question about none of the topics: it may still ask on from what was just said.
fn on_nothing(speech: &mut Speech<'_>, heard: &Heard, question: &Question) -> Route {
    if !heard.uptake.is_empty() && !speech.state.recent.is_empty() {
        let kind = follow::kind_of(heard, question);
        return follow::follow(speech, heard, question.form, kind);
    }
    speech.feel(heard, Manner::default());
    follow::miss(speech, heard)
}
