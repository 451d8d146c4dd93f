//! What a line does as a whole: what its parts do, and what its words weigh.
//!
//! Cues find the courtesies that are put in the usual words. People put them in many others ("mind if I
//! jot a few things down?", "we've about five minutes, I see"), so the words of the whole line are weighed
//! as well, with weights learnt from lines written for this project (`examples/learn/moves.tsv`); what the
//! cues said is part of the evidence. `docs/accuracy.md` says how well it does.

use std::sync::LazyLock;

use super::heard::{Act, Form, Segment};
use super::learnt::{Evidence, Sorter, between_ends};
use super::moves;
use crate::text::words::Word;

static SORTER: LazyLock<Sorter<Act>> = LazyLock::new(|| {
    Sorter::new(include_str!("weights/moves.tsv"), |word| {
        Act::ALL.into_iter().find(|act| act.word() == word)
    })
});

/// By so much, in hundredths of log-odds, the words have to speak for another act than the one that the
/// parts came to: little where that is what is left when no cue is found, much where a cue says it outright.
const fn least(act: Act, form: Option<Form>) -> i32 {
    match act {
        Act::Answer | Act::Unclear | Act::Introduction | Act::Acknowledgement | Act::Greeting => 60,
        Act::Question | Act::OffTopic if matches!(form, Some(Form::Open | Form::Invited)) => 200,
        Act::Question | Act::OffTopic => 120,
        _ => 250,
    }
}

/// How much more it takes to be taken for another act. Half of what people tell of themselves has words in it
/// that no talk on work has, so being about something else altogether takes more. And whoever asks for a job is
/// shown the door, so an open question ("What would surprise me if I sat with you?") has to ask for it outright.
const fn more_for(other: Act, form: Option<Form>) -> i32 {
    match other {
        Act::OffTopic => 150,
        Act::JobAsk if matches!(form, Some(Form::Open)) => 250,
        _ => 0,
    }
}

/// Lines of more than twice as many words need more to be sure.
const USUAL: usize = 12;

/// Words of a line beyond this number are not weighed.
const MOST_WORDS: usize = 40;

/// What the parts of a line come to, and whether it says goodbye.
pub(super) fn of_parts(all: &[Word], segments: &[Segment]) -> (Act, bool) {
    let mut act = Act::Silence;
    for segment in segments {
        if segment.act.weight() >= act.weight() {
            act = segment.act;
        }
    }
    let of_oneself = |word: &Word| matches!(word.text.as_str(), "i" | "my" | "me" | "we");
    let exclaims = segments.first().is_some_and(|first| first.act == Act::Acknowledgement);
    if act == Act::Answer && exclaims && !all.iter().any(of_oneself) {
        act = Act::Acknowledgement; // "wow, nineteen years at one bench"
    }
    let farewell = segments.iter().any(|segment| {
        let said = &all[segment.words.clone()];
        // "Nice to see you" ends like a goodbye and is none.
        let tells =
            !matches!(segment.act, Act::Question | Act::Reflection | Act::Answer | Act::Greeting);
        segment.act == Act::Goodbye && moves::is_farewell(said)
            || tells && moves::ends_in_farewell(said)
    });
    let only_tells = matches!(
        act,
        Act::Reflection
            | Act::Purpose
            | Act::Thanks
            | Act::Introduction
            | Act::Answer
            | Act::Acknowledgement
    );
    if farewell && only_tells {
        act = Act::Goodbye; // whoever says bye wants to go
    }
    (act, farewell)
}

/// What the words of a line weigh, against what its parts came to: another act if they speak for it
/// clearly. `form` is the form of its question.
pub(super) fn weighed(all: &[Word], segments: &[Segment], act: Act, form: Option<Form>) -> Act {
    if all.is_empty() {
        return act;
    }
    let scores = SORTER.scores(&evidence(all, segments, act, form));
    let own = scores.iter().find(|(known, _)| *known == act).map_or(0, |(_, score)| *score);
    // Where nothing is asked, it is no question; and nobody is called unkind, or not understood, for words
    // that only look like it: that is for the cues to say.
    let can_be = |known: Act| match known {
        Act::Question => form.is_some(),
        Act::Rude | Act::Unclear => false,
        Act::Reflection => !flatters(all),
        _ => true,
    };
    // Of equals, the act that stands first in the list of acts.
    let best = scores
        .iter()
        .filter(|(known, _)| can_be(*known))
        .min_by_key(|(known, score)| (-score, *known));
    // Many words weigh much by chance.
    let long = i32::try_from(all.len() / USUAL).unwrap_or(i32::MAX).clamp(1, 4);
    match best {
        Some((other, score)) if *score > own + long * least(act, form) + more_for(*other, form) => {
            *other
        }
        _ => act,
    }
}

/// Notes that a line does another thing than its parts came to: the last part that did the one does the
/// other.
pub(super) fn rename(segments: &mut [Segment], from: Act, to: Act) {
    if from == to {
        return;
    }
    if let Some(segment) = segments.iter_mut().rfind(|segment| segment.act == from) {
        segment.act = to;
        "words".clone_into(&mut segment.reason.rule);
        "does so by its words as a whole".clone_into(&mut segment.reason.text);
    }
}

/// "You are so clever": praise says nothing back.
fn flatters(all: &[Word]) -> bool {
    let text = |at: usize| all.get(at).map_or("", |word| word.text.as_str());
    matches!((text(0), text(1)), ("you", "are"))
        && matches!(
            text(2),
            "so" | "very" | "such" | "really" | "incredibly" | "truly" | "a" | "an"
        )
}

/// What speaks for one act and another: words, rows of two, how the line begins, what its parts do and by
/// which rule, the form of its question, how long it is.
pub(super) fn evidence(
    all: &[Word],
    segments: &[Segment],
    act: Act,
    form: Option<Form>,
) -> Evidence {
    let texts = between_ends(&all[..all.len().min(MOST_WORDS)]);
    let mut evidence = Evidence::of_rows(&texts, &[3]);
    evidence.add(format_args!("act={}", act.word()));
    for segment in segments {
        evidence.add(format_args!("part={}", segment.act.word()));
        if segment.act == act {
            evidence.add(format_args!("rule={}", segment.reason.rule));
        }
    }
    evidence.add(format_args!("form={}", form.map_or("none", Form::word)));
    evidence.add(format_args!("words={}", all.len().min(8)));
    evidence
}
