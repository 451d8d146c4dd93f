//! Two things that went well, in the learner's own words, and one thing to try next time.

use serde::Serialize;

use super::measure::{Process, is_follow_up};
use super::missed::{Missed, Why};
use crate::hearing::heard::{Act, Fault, Form};
use crate::interviewee::Route;
use crate::interviewee::state::State;
use crate::session::Exchange;
use crate::text::words;

/// Something that went well.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WentWell {
    /// The turn.
    pub turn: u32,
    /// What the learner said.
    pub quote: String,
    /// What it did.
    pub text: String,
}

/// One thing to try next time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TryNext {
    /// What to try.
    pub text: String,
    /// The turn where it would have helped, if there is one.
    pub turn: Option<u32>,
    /// What the learner said there.
    pub quote: Option<String>,
    /// How it could have been put.
    pub example: Option<String>,
}

/// The two best moments, each of another kind, in the order of the talk.
pub(super) fn went_well(exchanges: &[Exchange]) -> Vec<WentWell> {
    let does = |exchange: &Exchange, act: Act| {
        exchange.assessment.as_ref().is_some_and(|known| known.acts.contains(&act))
    };
    let mut kinds: Vec<(&Exchange, &str)> = Vec::new();
    let mut add = |found: Option<_>, text| kinds.extend(found.map(|exchange| (exchange, text)));
    add(
        exchanges.iter().find(|exchange| exchange.reply.route == Route::Hook),
        "picked up a detail they had dropped, and they told you what lay behind it",
    );
    add(
        longest(exchanges.iter().filter(|exchange| {
            is_follow_up(exchange) && is_clean(exchange) && exchange.form() != Some(Form::Closed)
        })),
        "asked on from what they had said, and there was more",
    );
    add(
        exchanges.iter().find(|exchange| {
            words::count(&exchange.reply.text) >= 12 && does(exchange, Act::Reflection)
                || (words::count(&exchange.reply.text) >= 12
                    && is_clean(exchange)
                    && does(exchange, Act::Acknowledgement))
        }),
        "showed that you had heard them before going on",
    );
    add(
        longest(
            exchanges
                .iter()
                .filter(|exchange| is_clean(exchange) && exchange.form() == Some(Form::Open)),
        ),
        "asked an open question, and got a story",
    );
    add(
        exchanges.iter().find(|exchange| does(exchange, Act::ReferralAsk)),
        "asked who else to talk to, which many leave out",
    );
    add(
        exchanges.iter().find(|exchange| does(exchange, Act::TimeCheck)),
        "minded their time before they had to",
    );
    add(
        exchanges.iter().find(|exchange| does(exchange, Act::Purpose)),
        "said what you hoped to learn, so they could help",
    );
    add(exchanges.iter().find(|exchange| does(exchange, Act::Thanks)), "thanked them");
    let mut chosen: Vec<(&Exchange, &str)> = Vec::new();
    for (exchange, text) in kinds {
        if chosen.len() < 2 && !chosen.iter().any(|(known, _)| known.turn == exchange.turn) {
            chosen.push((exchange, text));
        }
    }
    chosen.sort_by_key(|(exchange, _)| exchange.turn);
    chosen
        .into_iter()
        .map(|(exchange, text)| WentWell {
            turn: exchange.turn,
            quote: quoted(&exchange.line),
            text: text.to_owned(),
        })
        .collect()
}

/// Whether a question has no fault: what is praised is not found fault with elsewhere.
fn is_clean(exchange: &Exchange) -> bool {
    let question = exchange.assessment.as_ref().and_then(|known| known.question.as_ref());
    question.is_some_and(|question| question.faults.is_empty())
}

/// The exchange with the longest answer.
fn longest<'a>(exchanges: impl Iterator<Item = &'a Exchange>) -> Option<&'a Exchange> {
    let mut best: Option<(usize, &Exchange)> = None;
    for exchange in exchanges {
        let length = words::count(&exchange.reply.text);
        if best.is_none_or(|(most, _)| length > most) {
            best = Some((length, exchange));
        }
    }
    best.map(|(_, exchange)| exchange).filter(|exchange| words::count(&exchange.reply.text) >= 25)
}

/// A line short enough to quote.
fn quoted(line: &str) -> String {
    let all: Vec<&str> = line.split_whitespace().collect();
    if all.len() <= 22 {
        return line.to_owned();
    }
    format!("… {}", all[all.len() - 20..].join(" "))
}

/// The one thing that would change most.
pub(super) fn try_next(
    exchanges: &[Exchange],
    process: &Process,
    missed: &[Missed],
    state: &State,
) -> TryNext {
    let advice = |text: &str, exchange: Option<&Exchange>, example: Option<String>| TryNext {
        text: text.to_owned(),
        turn: exchange.map(|exchange| exchange.turn),
        quote: exchange.map(|exchange| quoted(&exchange.line)),
        example,
    };
    let find =
        |wanted: &dyn Fn(&Exchange) -> bool| exchanges.iter().find(|exchange| wanted(exchange));
    let better = |exchange: Option<&Exchange>| {
        exchange
            .and_then(|exchange| exchange.assessment.as_ref())
            .and_then(|known| known.better.clone())
    };
    let has = |exchange: &Exchange, fault: Fault| {
        exchange.assessment.as_ref().is_some_and(|known| known.has(fault))
    };
    let did = |act: Act| {
        find(&|exchange| exchange.assessment.as_ref().is_some_and(|known| known.act == act))
    };
    // What hurt comes first: nothing else counts before it is put right.
    let rude = did(Act::Rude);
    if rude.is_some() {
        let example = "Sorry, that came out wrong. What is it really like?".to_owned();
        let text = "Leave out what hurts. If it slips out, say sorry, and then ask what you really want to know.";
        return advice(text, rude, Some(example));
    }
    let job = did(Act::JobAsk);
    if job.is_some() {
        let example = "How do people usually get their start here?".to_owned();
        return advice(
            "Leave the job out of it. Ask how people get in; offers come from liking.",
            job,
            Some(example),
        );
    }
    if process.questions == 0 {
        let example = "How did you get into this work?".to_owned();
        return advice("Ask one open question, and wait.", None, Some(example));
    }
    let closed = find(&|exchange| {
        exchange.form() == Some(Form::Closed)
            && exchange.assessment.as_ref().is_some_and(|known| known.better.is_some())
    });
    if process.closed * 2 > process.questions && process.closed >= 2 {
        return advice("Begin more questions with “how” or “what”.", closed, better(closed));
    }
    for (fault, text) in [
        (Fault::Stacked, "Ask one thing at a time."),
        (Fault::Leading, "Ask without putting the answer in."),
    ] {
        let found = find(&|exchange| has(exchange, fault));
        if process.faults.get(fault.word()).is_some_and(|times| *times >= 2) {
            return advice(text, found, better(found));
        }
    }
    let left_lying: Vec<&Missed> =
        missed.iter().filter(|missed| missed.gem && missed.why == Why::LeftLying).collect();
    if let Some(first) =
        left_lying.first().filter(|_| process.follow_up_share.is_none_or(|share| share < 0.5))
    {
        return TryNext {
            text: "Pick up the detail before you take the next question from your list.".to_owned(),
            turn: first.turn,
            quote: None,
            example: Some(first.question.clone()),
        };
    }
    if exchanges.len() >= 6 && state.times(Act::ReferralAsk) == 0 {
        let example = "Is there anyone else you would suggest I talk to?".to_owned();
        return advice("Before you thank them, ask who else to talk to.", None, Some(example));
    }
    if (process.acknowledged + process.uptakes) * 4 < process.questions {
        let example = "That sounds like a big change. What made you do it?".to_owned();
        return advice("Show that you heard the answer before you ask again.", None, Some(example));
    }
    if exchanges.len() >= 6 && state.times(Act::Thanks) < 2 {
        let example =
            "Thank you; what you said about your first week will stay with me.".to_owned();
        return advice("Close with thanks for one specific thing.", None, Some(example));
    }
    advice("Do it again with less help: the next step down is enough.", None, None)
}
