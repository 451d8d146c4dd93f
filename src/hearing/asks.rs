//! Whether a part of a line asks something, question mark or not.
//!
//! Half of what is typed live ends in no mark. Rules for sentences turned round find most questions;
//! what they miss ("you like it here then", "so the rota then", "and who it is they work for") and what
//! they take for one by mistake is weighed by words. The weights are learnt from what people say in
//! meetings (ICSI Meeting Recorder Dialogue Act corpus, CC BY 4.0: Shriberg et al. 2004) and from this
//! pack's own phrasings and answers.

use std::ops::Range;
use std::sync::LazyLock;

use super::cue::Cues;
use super::heard::Act;
use super::lead_in::After;
use super::learnt::{Evidence, Scorer, between_ends};
use super::part::Part;
use super::{fault, follow_up, form, moves, question};
use crate::text::words::{Break, Word};

static SCORER: LazyLock<Scorer> = LazyLock::new(|| Scorer::new(include_str!("weights/asks.tsv")));

/// Words of a part beyond this number are not weighed.
const MOST_WORDS: usize = 24;

/// Why a part of a line is taken to ask something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Asks {
    /// A rule says so.
    Rule(&'static str),
    /// The weight of its words says so; those that speak loudest, as a place in the part without lead-in.
    Words(Range<usize>),
}

/// Whether a part of a line asks something, and why.
pub(super) fn asks(part: &Part<'_>) -> Option<Asks> {
    let rule = by_rule(part);
    let is_sure = part.marked || rule.is_some_and(is_certain);
    match rule {
        Some(rule) if is_sure || by_weight(part, Some(rule)).is_some() => Some(Asks::Rule(rule)),
        None if !is_sure => {
            let evidence = by_weight(part, None)?;
            let loudest = SCORER.loudest(&evidence, true, part.core);
            Some(Asks::Words(loudest.unwrap_or(0..part.core.len())))
        }
        _ => None,
    }
}

/// The evidence on a part without question mark; none where rules decide.
pub(super) fn evidence_on(part: &Part<'_>) -> Option<Evidence> {
    let (rule, stated) = (by_rule(part), part.stated_act());
    let is_decided = rule.is_some_and(is_certain)
        || moves::find(part.core).is_some()
        || is_bare_murmur(part.core, rule, stated);
    (!is_decided).then(|| evidence(part.core, rule, stated))
}

/// The rule by which a part of a line asks something, if there is one.
fn by_rule(part: &Part<'_>) -> Option<&'static str> {
    let (said, core, marked) = (part.said, part.core, part.marked);
    if question::begins_at(core, 0) {
        return Some(if question::is_inverted(core) { "inverted" } else { "turned-round" });
    }
    if part.after != After::Anything {
        return Some("embedded");
    }
    if question::request(core).is_some() && !is_told(core) {
        return Some("request");
    }
    if follow_up::bare(core).is_some_and(|_| !is_murmur(core, marked)) {
        return Some("asks-on");
    }
    if form::invites(core) && !is_told(core) {
        return Some("invites");
    }
    if is_unheard(core) {
        return None; // wants to hear it again, and asks nothing
    }
    if marked {
        return Some("question-mark");
    }
    if CLIPPED.find(core).is_some() && !concludes(said) {
        return Some("clipped");
    }
    if fault::has_tag(core) && !is_said_back(part) {
        return Some("tag");
    }
    if is_bare_topic(said) {
        return Some("bare-topic");
    }
    let listed = core.len() >= 2 && question::listed(core).is_some() && !is_exclaimed(core);
    let offers = core.first().is_some_and(|word| OFFERS.contains(&word.text.as_str()));
    listed.then_some(if offers { "offers" } else { "list-style" })
}

/// Questions that lost their first word: "you ready", "got kids", "you ever been there".
#[rustfmt::skip]
static CLIPPED: LazyLock<Cues<()>> = LazyLock::new(|| Cues::new([
    (&(), &[
        "^ you guys? ever|ready|busy|free _?", "^ you guys? feeling any|ok|okay|alright|better", "^ you guys? got|get any|a|an|kids|children|much|many", "^ got any|kids|children", "^ you guys? want|need to? _ or", "^ you? know anyone|anybody|someone|where|any",
        "^ whereabouts", "^ and you were how|what|where", "^ fancy|want|care _ ",
    ][..]),
]));

/// Rules that need no question mark.
fn is_certain(rule: &str) -> bool {
    matches!(
        rule,
        "embedded"
            | "request"
            | "asks-on"
            | "bare-topic"
            | "tag"
            | "invites"
            | "inverted"
            | "clipped"
    )
}

/// The evidence on a part without question mark, if its words weigh more for asking than against it.
fn by_weight(part: &Part<'_>, rule: Option<&str>) -> Option<Evidence> {
    let (core, stated) = (part.core, part.stated_act());
    let text = |at: usize| core.get(at).map_or("", |word| word.text.as_str());
    let tells = matches!(text(0), "i" | "my" | "we")
        || matches!(
            (text(0), text(1)),
            ("what", "a" | "an") | ("how" | "what" | "why", "my" | "i")
        )
        || (text(0) == "how"
            && text(2) == "that"
            && !core.get(1).is_some_and(question::is_auxiliary))
        || (text(0) == "what" && text(1) == "you" && SAID.contains(&text(2)));
    // "When you say…", "how much they spend is…", "what gets me is the price": the subject of a statement.
    let is_clause = matches!(text(0), "when" | "if" | "because" | "since" | "although" | "where")
        && !core.get(1).is_some_and(question::is_auxiliary)
        || matches!(
            (text(0), text(1), text(2)),
            ("how", "much" | "many", "they" | "we" | "he" | "she" | "it" | "i" | "you")
                | ("who", "knows" | "cares", "")
                | ("is", "what", "it")
                | ("do", "what", "you")
                | ("may", "he" | "she" | "they" | "god", _)
                | ("were", "it", "up")
        )
        || (text(0) == "what"
            && SUBJECT_OF.contains(&text(1))
            && core.iter().skip(3).any(|word| matches!(word.text.as_str(), "is" | "was")));
    // "Helping people is what keeps you": says back.
    let is_what = rule.is_none()
        && core.windows(3).skip(1).any(|row| {
            matches!(row[0].text.as_str(), "is" | "was")
                && matches!(row[1].text.as_str(), "what" | "why" | "where" | "how")
                && matches!(row[2].text.as_str(), "you" | "keeps" | "drives" | "makes")
        });
    let turns_later = || (2..core.len()).any(|at| question::begins_at(core, at));
    let is_clause = (is_clause || is_what) && !turns_later();
    let is_conclusion = rule.is_none() && text(0) == "you" && concludes(part.said);
    if tells || is_clause || is_conclusion || is_bare_murmur(core, rule, stated) {
        return None;
    }
    // A full stop speaks against it, but for many who type it stands for a question mark.
    let stops = core.last().is_some_and(|word| word.after == Break::Stop);
    let by_rules = match (rule, stated) {
        (Some(_), _) => -60,
        (None, None) => 0,
        (None, Some(Act::Goodbye | Act::Thanks | Act::Greeting | Act::Purpose)) => return None,
        (None, Some(_)) => 80,
    };
    let least = by_rules + if stops { 60 } else { 0 };
    let evidence = evidence(core, rule, stated);
    (SCORER.score(&evidence) > least).then_some(evidence)
}

/// A list-style question that begins so weighs for itself: "any books you recommend".
const OFFERS: &[&str] =
    &["any", "advice", "tips", "recommendations", "suggestions", "ideas", "thoughts", "anything"];

/// "What gets me is the price" tells.
const SUBJECT_OF: &[&str] = &[
    "gets",
    "matters",
    "counts",
    "strikes",
    "struck",
    "worries",
    "worried",
    "surprises",
    "surprised",
    "helps",
    "helped",
    "bothers",
    "bothered",
    "annoys",
    "amazes",
    "amazed",
    "scares",
];

/// "What you said will stay with me" tells.
const SAID: &[&str] =
    &["said", "told", "say", "described", "mentioned", "shared", "did", "do", "have"];

/// "Right", "oh okay": what shows that one is there asks nothing, however often it asks for agreement in
/// other talk.
fn is_bare_murmur(core: &[Word], rule: Option<&str>, stated: Option<Act>) -> bool {
    rule.is_none() && stated == Some(Act::Acknowledgement) && core.len() <= 2
}

/// "Pardon?", "huh?": did not hear, or shows surprise.
fn is_unheard(core: &[Word]) -> bool {
    let text = |at: usize| core.get(at).map_or("", |word| word.text.as_str());
    match core.len() {
        1 => matches!(text(0), "huh" | "pardon" | "sorry" | "hm" | "hmm" | "eh"),
        2 => matches!((text(0), text(1)), ("excuse" | "pardon", "me")),
        3 => (text(0), text(1), text(2)) == ("i", "am", "sorry"),
        _ => false,
    }
}

/// "And the pay", "and the worst": a subject and nothing else, asked in passing.
fn is_bare_topic(said: &[Word]) -> bool {
    let text = |at: usize| said.get(at).map_or("", |word| word.text.as_str());
    (3..=5).contains(&said.len())
        && text(0) == "and"
        && matches!(text(1), "the" | "your")
        && said.iter().all(|word| !question::is_auxiliary(word))
}

/// A murmur such as "really" or "and" asks on only with a question mark.
fn is_murmur(words: &[Word], marked: bool) -> bool {
    !marked
        && matches!(words, [one] if matches!(one.text.as_str(), "really" | "and" | "like" | "because" | "more" | "seriously" | "then" | "meaning"))
}

/// "Best of luck", "great answer": list style in form, not in sense.
fn is_exclaimed(words: &[Word]) -> bool {
    words.first().is_some_and(|word| matches!(word.text.as_str(), "great" | "best"))
        && words.get(1).is_some_and(|word| {
            matches!(word.text.as_str(), "of" | "answer" | "story" | "regards" | "wishes")
        })
}

/// "I can tell you more" tells; "tell me more" asks.
fn is_told(words: &[Word]) -> bool {
    words.first().is_some_and(|word| matches!(word.text.as_str(), "i" | "we"))
}

/// A statement that says back what was understood, even when it ends in a question mark: "so it sounds
/// like the people keep you there, right?"; but "you must hate the paperwork?" only suggests an answer.
pub(super) fn is_said_back(part: &Part<'_>) -> bool {
    let core = part.core;
    let is_reflection = part.stated_act() == Some(Act::Reflection);
    let first = |word: &str| core.first().is_some_and(|first| first.text == word);
    let says_so = !first("you") || concludes(part.said) || moves::says_back(core);
    is_reflection && says_so && core.last().is_none_or(|word| word.text != "correct")
}

/// "So…", "ok, so…": draws a conclusion from what was said.
pub(super) fn concludes(said: &[Word]) -> bool {
    said.iter().take(4).any(|word| word.text == "so")
}

/// What speaks for and against: words, rows of two, how it begins and ends, how long it is, and what the
/// rules say.
fn evidence(words: &[Word], rule: Option<&str>, stated: Option<Act>) -> Evidence {
    // Of a long part the beginning counts: that is where a question is turned round.
    let texts = between_ends(&words[..words.len().min(MOST_WORDS)]);
    let mut evidence = Evidence::of_rows(&texts, &[3, 4]);
    evidence.add_row(texts[texts.len().saturating_sub(3)..].iter().copied());
    evidence.add(format_args!("words={}", words.len().min(6)));
    evidence.add(format_args!("rule={}", rule.unwrap_or("none")));
    evidence.add(format_args!("stated={}", stated.map_or("none", Act::word)));
    evidence
}
