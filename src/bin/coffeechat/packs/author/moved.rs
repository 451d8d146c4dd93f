//! What moved: the same steps, played before and after an edit.

use coffeechat::interviewee::{Reply, Route};
use coffeechat::pack::scenario::{Answer, Scenario};

use super::talk::{Came, Step, Talk};

/// What came of each step before and comes now, where that differs, a sentence for each.
pub(super) fn in_talk(before: &Talk, now: &Talk) -> Vec<String> {
    let mut moved = Vec::new();
    if before.opening != now.opening {
        moved.push("the first words are other ones".to_owned());
    }
    let mut lines = 0;
    for (old, new) in before.played().iter().zip(now.played()) {
        let place = match &new.step {
            Step::Line(_) => {
                lines += 1;
                format!("line {lines}")
            }
            step @ (Step::Set(_) | Step::Jump(_)) => step.words(),
        };
        let (was, is) = (in_a_word(&old.came), in_a_word(&new.came));
        if was != is {
            moved.push(format!("{place}: {was} became {is}"));
        } else if text(&old.came) != text(&new.came) {
            moved.push(format!("{place}: {is}, in other words"));
        }
    }
    let (was, is) = (before.state().rapport, now.state().rapport);
    if moved.is_empty() && was != is {
        moved.push(format!("rapport is {is} now, where it was {was}"));
    }
    moved
}

/// The answers that were edited, have come or have gone, a sentence for each kind.
pub(super) fn in_answers(before: &Scenario, now: &Scenario) -> Vec<String> {
    let (mut worded, mut edited, mut new) = (Vec::new(), Vec::new(), Vec::new());
    for (_, answer) in now.answers() {
        let id = answer.id.as_str();
        match before.answer(id) {
            None => new.push(id),
            Some((_, old)) if words(old) != words(answer) => worded.push(id),
            // Where a value stands in its file is not written here, so this tells edits only.
            Some((_, old)) if format!("{old:?}") != format!("{answer:?}") => edited.push(id),
            Some(_) => {}
        }
    }
    let gone = before.answers().map(|(_, answer)| answer.id.as_str());
    let gone = gone.filter(|id| now.answer(id).is_none()).collect();
    let kinds = [
        ("other words in", worded),
        ("the same words, edited otherwise:", edited),
        ("new:", new),
        ("gone:", gone),
    ];
    let found = kinds.into_iter().filter(|(_, ids)| !ids.is_empty());
    found.map(|(kind, ids)| format!("{kind} {}", ids.join(", "))).collect()
}

/// Everything an answer can say.
fn words(answer: &Answer) -> Vec<&str> {
    let follow = answer.follow.iter().flat_map(|follow| &follow.say);
    let texts = answer.short.iter().chain(&answer.say).chain(&answer.held).chain(&answer.correct);
    texts.chain(follow).chain([&answer.gist]).map(|text| text.as_str()).collect()
}

/// What came of a step, by its id.
fn in_a_word(came: &Came) -> String {
    match came {
        Came::Said(said) => of_reply(&said.reply),
        Came::Told(reply) => of_reply(reply),
        Came::Changed => "a change".to_owned(),
        Came::Nothing(why) => format!("nothing ({why})"),
    }
}

/// What a reply came to, by the id of what was told.
pub(super) fn of_reply(reply: &Reply) -> String {
    let answer = reply.answer.clone().unwrap_or_default();
    let with = |id: Option<&String>| {
        let word = reply.route.word();
        id.map_or_else(|| word.to_owned(), |id| format!("{word} {id}"))
    };
    match reply.route {
        Route::Answer | Route::Hook => answer,
        Route::Short => format!("{answer} in short"),
        Route::Follow => reply.told().unwrap_or_default(),
        Route::Else => format!("{answer} held back"),
        Route::Move => {
            let contact = reply.contact.clone();
            with(contact.or_else(|| reply.act.map(|act| act.word().to_owned())).as_ref())
        }
        Route::Counter => with(reply.counter.as_ref()),
        Route::Unscripted | Route::OffTopic | Route::Clarify | Route::Fallback => {
            with(reply.topic.as_ref())
        }
    }
}

fn text(came: &Came) -> Option<&str> {
    match came {
        Came::Said(said) => Some(&said.reply.text),
        Came::Told(reply) => Some(&reply.text),
        Came::Changed | Came::Nothing(_) => None,
    }
}
