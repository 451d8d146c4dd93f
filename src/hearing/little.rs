//! Lines that say less than they seem to: salads of words, echoes, lists that are read out.
//!
//! Scores that rise for such lines are what users of tools like this one hate, so no line of this kind is
//! given more than 30.

use std::collections::BTreeSet;

use super::heard::{Act, Little, Segment};
use super::{question, uptake};
use crate::text::words::{Word, words};

/// The same words over and over.
pub(super) fn is_again(all: &[Word]) -> bool {
    let different: BTreeSet<&str> = all.iter().map(|word| word.text.as_str()).collect();
    let mut once = all.to_vec();
    once.dedup_by(|later, first| later.text == first.text);
    all.len() >= 5 && (different.len() * 3 <= all.len() || once.len() * 2 <= all.len())
}

/// Whether a line is only made to look like one: words without those that hold a sentence together, the
/// partner's own sentence and nothing else, or a list that is read out. `taken_up` is how much of the
/// partner's words it takes up, in percent.
pub(super) fn says_little(
    line: &str,
    all: &[Word],
    segments: &[Segment],
    partner: &str,
    taken_up: u8,
) -> Option<Little> {
    let texts: Vec<&str> = all.iter().map(|word| word.text.as_str()).collect();
    let holds = |word: &&&str| uptake::is_function(word) && !question::ASKING.contains(*word);
    let baits = |word: &&&str| question::ASKING.contains(*word) || BAIT.contains(*word);
    let loose = texts.len() >= 6 && texts.iter().filter(holds).count() * 7 < texts.len();
    if loose && (texts.iter().filter(baits).count() >= 3 || taken_up >= 60) {
        return Some(Little::Salad);
    }
    if texts.len() >= 8 {
        let theirs = words(partner);
        let same =
            |part: &[Word]| part.iter().map(|word| word.text.as_str()).eq(texts.iter().copied());
        if theirs.windows(texts.len()).any(same) {
            return Some(Little::Echo);
        }
    }
    let begun = (0..all.len())
        .filter(|at| question::is_asking(&all[*at]) && question::begins_at(all, *at))
        .count();
    let is_list = read_out(all, segments) >= 4 || (begun >= 4 && all.len() < begun * 7);
    let dashes =
        line.split_whitespace().filter(|piece| matches!(*piece, "-" | "*" | "•" | "–")).count();
    (is_list || dashes >= 3 && begun >= 2).then_some(Little::List)
}

/// How many questions a line has that is questions from end to end, with hardly a word between them; the
/// short ones are said in passing, unless there are many.
fn read_out(all: &[Word], segments: &[Segment]) -> usize {
    let asked: Vec<usize> = segments
        .iter()
        .filter(|segment| segment.act == Act::Question)
        .map(|segment| segment.words.len())
        .collect();
    if asked.iter().sum::<usize>() * 5 < all.len() * 4 {
        return 0;
    }
    let whole = asked.iter().filter(|words| **words >= 4).count();
    whole.max(asked.len().saturating_sub(2))
}

/// Words of good questions, which make none by themselves.
const BAIT: &[&str] = &[
    "story",
    "feel",
    "felt",
    "reason",
    "moment",
    "hardest",
    "proud",
    "proudest",
    "surprise",
    "surprised",
    "mistake",
    "regret",
    "tell",
    "made",
    "led",
    "drew",
    "like",
    "learn",
    "learned",
    "change",
    "changed",
];
