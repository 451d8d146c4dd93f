//! What each part of a line does: its act, and the question in it.

use std::ops::Range;

use super::asks::{self, Asks};
use super::heard::{Act, Reason, Segment};
use super::lead_in::{self, After};
use super::{Before, fault, moves, question, segment};
use crate::text::words::{Break, Word};

/// A part of a line that does one thing, looked at once.
#[derive(Debug)]
pub(super) struct Part<'a> {
    /// All its words.
    pub(super) said: &'a [Word],
    /// Its words without lead-in.
    pub(super) core: &'a [Word],
    /// Where they begin.
    pub(super) start: usize,
    /// What the lead-in leads in to.
    pub(super) after: After,
    /// Whether it ends in a question mark.
    pub(super) marked: bool,
    /// The move it makes if it asks nothing, and the words that say so.
    pub(super) stated: Option<(Act, Range<usize>)>,
}

impl<'a> Part<'a> {
    /// The part of a line at `place`.
    pub(super) fn of(all: &'a [Word], place: &Range<usize>) -> Self {
        let said = &all[place.clone()];
        let (start, after) = lead_in::strip(said);
        let core = &said[start..];
        let marked = fault::has_question_mark(all, place);
        Self { said, core, start, after, marked, stated: moves::find_stated(core) }
    }

    /// The move it makes if it asks nothing.
    pub(super) fn stated_act(&self) -> Option<Act> {
        self.stated.as_ref().map(|(act, _)| *act)
    }
}

/// A question in a line.
#[derive(Debug, Clone)]
pub(super) struct Asked {
    /// Its words, without lead-in.
    pub(super) words: Range<usize>,
    /// What its lead-in leads in to.
    pub(super) after: After,
    /// Asked in passing: not what the line is about, if it asks something else.
    pub(super) in_passing: bool,
}

/// Hears all parts of a line: what each does, and the questions that count.
pub(super) fn hear_all(line: &str, all: &[Word], before: Before<'_>) -> (Vec<Segment>, Vec<Asked>) {
    let mut segments = Vec::new();
    let mut questions: Vec<Asked> = Vec::new();
    for place in segment::segments(all) {
        let (segment, question) = hear(line, all, place, before);
        questions.extend(question);
        segments.push(segment);
    }
    if !questions.iter().all(|question| question.in_passing) {
        questions.retain(|question| !question.in_passing);
    }
    (segments, questions)
}

/// Whoever says more words than this before they say what they hope to find out tells of themselves first.
const TOLD_FIRST: usize = 7;

/// Hears one part of a line; gives also the question in it, if it asks something.
fn hear(
    line: &str,
    all: &[Word],
    place: Range<usize>,
    before: Before<'_>,
) -> (Segment, Option<Asked>) {
    let part = Part::of(all, &place);
    let (said, core, start) = (part.said, part.core, part.start);
    let segment = |act: Act, rule: &str, at: Range<usize>, text: &str| {
        let reason = Reason::new(line, said, rule, at, text);
        Segment { words: place.clone(), act, reason }
    };
    let shifted = |at: &Range<usize>| at.start + start..at.end + start;

    let has = |any: &[&str]| core.iter().any(|word| any.contains(&word.text.as_str()));
    if is_stuck(core) {
        return (segment(Act::Silence, "stuck", 0..said.len(), "does not know how to go on"), None);
    }
    // "Thank you for the time. I'd like to understand what planning water is like", for a beginning.
    let hopes = said[..start]
        .iter()
        .any(|word| matches!(word.text.as_str(), "understand" | "learn" | "find" | "see"));
    // Told of oneself first, too: "I build models, and I was hoping to understand how a plan gets decided".
    let tells_first = place.start > 0 || before.asked_what_for || start > TOLD_FIRST;
    let opens = before.only_greeted && tells_first && !part.marked;
    // "… how you got here" asks; "… what counting for years shows you" does not.
    let of_them = |word: &Word| matches!(word.text.as_str(), "you" | "your");
    let asks_of_them = core.iter().take(4).any(of_them);
    if opens && hopes && part.after != After::Anything && !asks_of_them {
        let text = "says what they hope to find out";
        return (segment(Act::Purpose, "purpose", 0..said.len(), text), None);
    }
    // "Late at night? The fridge hums": what was asked back is said again, and answered.
    let is_echo =
        place.start == 0 && place.end < all.len() && said.len() <= 4 && question::only_names(said);
    if before.asked_back && (is_returned(said) || is_echo) {
        let text = "answers what was asked back";
        return (segment(Act::Answer, "answers-back", 0..said.len(), text), None);
    }
    if part.after == After::Request && has(&["me", "myself"]) && !has(&["you", "your"]) {
        // "I'm wondering if this could be something for me" says what one came for.
        let text = "says what they hope to find out";
        return (segment(Act::Purpose, "purpose", 0..said.len(), text), None);
    }
    let asks = asks::asks(&part);
    let from = |at: usize| Asked {
        words: place.start + start + at..place.end,
        after: part.after,
        in_passing: is_in_passing(&core[at..]),
    };
    // A courtesy can be put as a question, and is one: "may I mention your name?"
    let question = asks.is_some().then(|| from(0));
    // "When do people tell you to shut up?" is no rudeness.
    let found = moves::find(core)
        .filter(|(act, at)| *act != Act::Rude || at.start == 0 || !question::begins_at(core, 0));
    if let Some((act, at)) = found {
        // "…based on that, is there anyone else": the question may begin later.
        let later = (1..core.len()).find(|at| question::begins_at(core, *at));
        let question = question.or_else(|| later.map(from));
        return (segment(act, act.word(), shifted(&at), "says so outright"), question);
    }
    if let Some((Act::Greeting, at)) = &part.stated {
        return (segment(Act::Greeting, "greeting", shifted(at), "is a greeting"), question);
    }
    // "So it sounds like the people keep you there, right?" says back, and asks whether it is so.
    if let Some((Act::Reflection, at)) = &part.stated
        && asks::is_said_back(&part)
    {
        return (segment(Act::Reflection, "reflection", shifted(at), "says so"), question);
    }
    match asks {
        Some(Asks::Rule(rule)) => {
            let at = start..said.len().min(start + 2);
            return (segment(Act::Question, rule, at, "asks something"), question);
        }
        Some(Asks::Words(at)) => {
            let text = "asks by its words, if not by its form";
            return (segment(Act::Question, "words", shifted(&at), text), question);
        }
        None => {}
    }
    let conclusion = drawn(&part);
    let stated = match &part.stated {
        Some((act, at)) => Some((*act, shifted(at))),
        None if start > 0 => moves::find_stated(said),
        None => None,
    };
    let stated = stated.filter(|(act, _)| *act != Act::Answer || conclusion.is_none());
    let whole = 0..said.len();
    if let Some((act, at)) = stated {
        (segment(act, act.word(), at, "says so"), None)
    } else if let Some(act) = conclusion {
        (segment(act, act.word(), whole, "shows that one heard"), None)
    } else {
        let act = if is_gibberish(said) { Act::Unclear } else { Act::Answer };
        (segment(act, act.word(), whole, "tells something"), None)
    }
}

/// "Does that make sense?", "maybe I should wait?": asked in passing, and not what the line is about if
/// it asks something else.
fn is_in_passing(question: &[Word]) -> bool {
    let text = |at: usize| question.get(at).map_or("", |word| word.text.as_str());
    let of_oneself = matches!(text(0), "i" | "my" | "we" | "maybe" | "perhaps");
    let checks = question.len() <= 6
        && question.iter().any(|word| word.text == "sense")
        && question.iter().any(|word| matches!(word.text.as_str(), "make" | "makes" | "making"));
    of_oneself || checks
}

/// What a part that asks nothing does, when no words of courtesy say it: a conclusion about them, or what
/// follows "wow" and "ah", shows that one heard.
fn drawn(part: &Part<'_>) -> Option<Act> {
    let (said, core) = (part.said, part.core);
    let of_oneself = |word: &Word| matches!(word.text.as_str(), "i" | "my" | "me" | "we" | "our");
    if core.len() < 3 || said.iter().any(of_oneself) {
        return None;
    }
    if asks::concludes(said) {
        return Some(Act::Reflection);
    }
    let first = said.first().map_or("", |word| word.text.as_str());
    matches!(first, "wow" | "ah" | "oh" | "gosh" | "goodness" | "whoa")
        .then_some(Act::Acknowledgement)
}

/// "I don't know what else to ask", "my mind's gone blank".
fn is_stuck(words: &[Word]) -> bool {
    let texts: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
    match texts.as_slice() {
        ["i", "do", "not", "know", "what", rest @ ..] => {
            rest.len() <= 4 && rest.iter().any(|word| matches!(*word, "ask" | "say"))
        }
        ["my", "mind", "is", "blank"]
        | ["my", "mind", "has" | "is", "gone", "blank"]
        | ["i", "am", "stuck"] => true,
        _ => false,
    }
}

/// An answer to a question that was asked back: about oneself, and asking nothing.
fn is_returned(words: &[Word]) -> bool {
    let first = words.first().map_or("", |word| word.text.as_str());
    let is_own = matches!(
        first,
        "i" | "my"
            | "we"
            | "yes"
            | "no"
            | "yeah"
            | "because"
            | "honestly"
            | "mostly"
            | "maybe"
            | "probably"
            | "well"
            | "not"
            | "a"
            | "the"
    );
    is_own
        && words.iter().all(|word| word.after != Break::Question)
        && !question::begins_at(words, 0)
}

/// Keyboard noise: no word with a vowel among the letters, or one character over and over.
pub(super) fn is_gibberish(words: &[Word]) -> bool {
    let is_word = |word: &Word| {
        let text = &word.text;
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        let foreign = text.chars().any(|c| c.is_alphabetic() && !c.is_ascii());
        let vowels = text.chars().filter(|c| "aeiouy".contains(*c)).count();
        letters > 0
            && (foreign || (vowels > 0 && letters / vowels.max(1) <= 5))
            && (letters > 1 || matches!(text.as_str(), "i" | "a"))
    };
    !words.is_empty() && words.iter().filter(|word| is_word(word)).count() * 2 < words.len().max(1)
}

/// Whether a part of a line could be meant as a question, for all its grammar says.
pub(super) fn is_told_or_asked(act: Act) -> bool {
    matches!(act, Act::Question | Act::Answer | Act::Reflection | Act::Unclear)
}
