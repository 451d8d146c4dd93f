//! Lead-ins: the words people say before the question begins.
//!
//! "So, um, I was wondering if you could…": they are stepped over to find the form, and remembered.
//! A lead-in costs every way of matching topics 7 to 20 points if it is left on.

use std::sync::LazyLock;

use super::cue::Cues;
use super::follow_up;
use crate::text::words::{Break, Word};

/// What comes after a lead-in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum After {
    /// A question or statement of its own.
    Anything,
    /// An embedded question: "I was wondering *how you got here*".
    Embedded,
    /// An embedded request: "I was wondering *if you could tell me*".
    Request,
}

#[rustfmt::skip]
static LEAD_INS: LazyLock<Cues<After>> = LazyLock::new(|| {
    use After::{Anything, Embedded, Request};
    Cues::new([
        (&Embedded, &[
            "^ i was|am? just|also|kind? of? wondering what|how|why|where|which|who|when",
            "^ i wonder|wondered what|how|why|where|which|who|when",
            "^ i would be? really|very|so? love|like|curious|interested to? know|hear|ask|learn|understand|see|find? out? more? about? what|how|why|where|which|who|when",
            "^ i would love|like to know|hear|ask|learn|understand you? a? bit|little? more? about? what|how|why|where|which|who|when",
            "^ i am|was really|very|just|always|also|so? curious|interested to? know|hear|ask|learn|understand|about|in? what|how|why|where|which|who|when",
            "^ i also|just|really|still? want|wanted to ask|know|hear|understand you? about? what|how|why|where|which|who|when",
            "^ curious to? know|hear|about? what|how|why|where|which|who|when",
            "^ i was|am just|also|really? wondering is|are|was|were|do|does|did|has|have|could|can|would|will|should",
            "^ my next|first|last|other|main|only? question is|was|would be? about? what|how|why|where|which|who|when",
            "^ the question is|was what|how|why",
            "^ what i would? really? like|love|want|wanted|am to? know|ask|hear|understand|curious about? is what|how|why",
            "^ may|can|could i ask you? about? what|how|why|where|which|who|when",
            "^ do you mind if i ask what|how|why|where|which|who|when",
            "^ do you mind me asking what|how|why|where|which|who|when",
        ][..]),
        (&Request, &[
            "^ i was|am? just|also|kind? of? wondering if|whether",
            "^ i wonder if|whether",
            "^ i would love|like it? if|for",
            "^ i would be? grateful|glad|happy if",
        ]),
        (&Anything, &[
            "^ before we|i .. in|on|go|start|begin|that|this|out",
            "^ if you do not mind me? asking|sharing?",
            "^ if i may ask?",
            "^ if that is ok|okay|alright|fine with? you? to? ask?",
            "^ if it is not too personal of? a? question?",
            "^ out of curiosity|interest",
            "^ just out of curiosity",
            "^ i have|had got? a|another|one|two|more|few more? quick|last|final|other? question|questions about?",
            "^ one|two|another|next|last|final|quick|first more|last|final|quick? question|thing",
            "^ one thing i wanted|want|would like to ask|know is|was?",
            "^ may|can|could i ask you? something|this|a question",
            "^ a|my next|first|last|follow question is|for you?",
            "^ i guess|suppose|mean|think my question is|would be?",
            "^ sorry|apologies if this is a? weird|silly|stupid|basic|personal|odd question|one? but",
            "^ this|it|that is|was probably|maybe|perhaps|just|really? a? weird|silly|stupid|dumb|basic|personal|odd question but",
            "^ this might|may be a? weird|silly|stupid|basic|personal|odd question? but",
            "^ it might|may sound weird|silly|stupid|odd but",
            "^ sorry for|to ask|asking but|this?",
            "^ just wondering|curious|checking",
            "^ for you personally?",
            "^ in your opinion|view|experience|case",
            "^ generally|personally|honestly|basically|actually|realistically|overall",
            "^ speaking of which?",
            "^ on that note",
            "^ by the way",
            "^ going back|coming back|back to that|this|what you said",
            "^ you know",
            "^ i mean",
            "^ i guess|suppose",
            "^ to be honest",
            "^ so|um|uh|er|erm|hm|hmm|mm|well|and|but|ok|okay|alright|right|yeah|yes|yep|no|oh|ah|hey|like|now|also|then|just|please|cool|great|sure|plus|anyway|sorry|ohh|aha|lol|haha",
        ]),
    ])
});

/// How many words of a segment are lead-in, and what follows it.
///
/// At least one word is left; embedded questions keep the word that asks.
pub(super) fn strip(words: &[Word]) -> (usize, After) {
    let mut at = 0;
    let mut after = After::Anything;
    loop {
        let rest = &words[at..];
        if rest.len() < 2 || follow_up::bare(rest).is_some() {
            return (at, after);
        }
        if let Some(steps) = name(rest) {
            at += steps;
            continue;
        }
        let found = LEAD_INS.find(rest).map(|(after, place)| (*after, place));
        let Some((what_follows, place)) = found else {
            return (at, after);
        };
        let steps = match what_follows {
            After::Embedded => place.end - 1,
            After::Anything | After::Request => place.end,
        };
        if steps == 0 || at + steps >= words.len() {
            return (at, after);
        }
        at += steps;
        if what_follows != After::Anything {
            after = what_follows;
        }
        if what_follows == After::Embedded {
            return (at, after);
        }
    }
}

/// A name or title called out before the question: "Divya, do you…".
fn name(words: &[Word]) -> Option<usize> {
    let first = words.first()?;
    let is_called = first.after == Break::Pause
        && first.capital
        && first.text.chars().count() > 2
        && !matches!(first.text.as_str(), "what" | "how" | "why" | "tell" | "describe" | "any");
    is_called.then_some(1)
}

#[cfg(test)]
mod tests {
    use super::{After, strip};
    use crate::text::words::words;

    #[test]
    fn the_question_is_found_behind_its_lead_in() {
        #[rustfmt::skip]
        let cases = [
            ("So, um, what do you do?",                           "what do you do",         After::Anything),
            ("I was wondering how you got here",                  "how you got here",       After::Embedded),
            ("ok so i was just wondering if you could tell me",   "you could tell me",      After::Request),
            ("Divya, do you have any advice?",                    "do you have any advice", After::Anything),
            ("If you don't mind me asking, why did you leave?",   "why did you leave",      After::Anything),
            ("I'd love to hear how you decided",                  "how you decided",        After::Embedded),
            ("may i ask what you studied",                        "what you studied",       After::Embedded),
            ("What is it like?",                                  "what is it like",        After::Anything),
            ("Right.",                                            "right",                  After::Anything),
        ];
        for (line, rest, after) in cases {
            let words = words(line);
            let (start, follows) = strip(&words);
            let left: Vec<&str> = words[start..].iter().map(|word| word.text.as_str()).collect();
            assert_eq!((left.join(" ").as_str(), follows), (rest, after), "{line:?}");
        }
    }
}
