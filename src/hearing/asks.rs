//! Whether a part of a line asks something, when no question mark says so.
//!
//! Half of what is typed live ends in no mark. Rules for sentences turned round find most questions;
//! what they miss ("you like it here then", "so the rota then", "and who it is they work for") and what
//! they take for one by mistake is weighed by words. The weights are learnt from what people say in
//! meetings (ICSI Meeting Recorder Dialogue Act corpus, CC BY 4.0: Shriberg et al. 2004) and from this
//! pack's own phrasings and answers.

use std::ops::Range;
use std::sync::LazyLock;

use super::heard::Act;
use super::learnt::{Evidence, Scorer, between_ends};
use crate::text::words::Word;

static SCORER: LazyLock<Scorer> = LazyLock::new(|| Scorer::new(include_str!("weights/asks.tsv")));

/// Words of a part beyond this number are not weighed.
const MOST_WORDS: usize = 24;

/// What the words of a part without question mark come to: above 0 they ask. `rule` is the rule that
/// takes it for a question, `stated` the move it makes if it asks nothing.
pub(super) fn score(words: &[Word], rule: Option<&str>, stated: Option<Act>) -> i32 {
    SCORER.score(&evidence(words, rule, stated))
}

/// The words that speak loudest for asking, if any do.
pub(super) fn loudest(words: &[Word], stated: Option<Act>) -> Option<Range<usize>> {
    SCORER.loudest(&evidence(words, None, stated), true, words)
}

/// What speaks for and against: words, rows of two, how it begins and ends, how long it is, and what the
/// rules say.
pub(super) fn evidence(words: &[Word], rule: Option<&str>, stated: Option<Act>) -> Evidence {
    let mut evidence = Evidence::default();
    // Of a long part the beginning counts: that is where a question is turned round.
    let texts = between_ends(&words[..words.len().min(MOST_WORDS)]);
    for word in &texts[1..texts.len() - 1] {
        evidence.add_row([*word]);
    }
    for pair in texts.windows(2) {
        evidence.add_row(pair.iter().copied());
    }
    for begins in [3, 4] {
        evidence.add_row(texts.iter().take(begins).copied());
    }
    evidence.add_row(texts[texts.len().saturating_sub(3)..].iter().copied());
    evidence.add(format_args!("words={}", words.len().min(6)));
    evidence.add(format_args!("rule={}", rule.unwrap_or("none")));
    evidence.add(format_args!("stated={}", stated.map_or("none", Act::word)));
    evidence
}
