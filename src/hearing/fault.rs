//! Faults: what makes a question harder to answer well.
//!
//! The list is the one that training of interviewers uses: leading, stacked, either-or, tag,
//! assumptive and rambling questions (Avatar Training, Pompedda, Haginoya, Santtila et al.; the answer
//! to a stacked question covers one half of it).

use std::ops::Range;
use std::sync::LazyLock;

use super::cue::Cues;
use super::heard::{Fault, Form, Reason};
use super::question::{begins_at, is_asking, is_auxiliary, is_choice, listed, only_names};
use crate::text::words::{Break, Word};

/// A line of more words than this rambles when it asks something. Questions of skilled interviewers
/// have a median of about 20 words.
const RAMBLING_FROM: usize = 70;

/// The faults of a question that stands at `question` in the line.
pub(super) fn faults(
    words: &[Word],
    question: &Range<usize>,
    form: Form,
    questions: &[Range<usize>],
) -> Vec<(Fault, Reason)> {
    let asked = &words[question.clone()];
    let mut faults = Vec::new();
    let mut add = |fault: Fault, rule: &str, place: Range<usize>, text: &str| {
        let span = match (words.get(place.start), words.get(place.end.wrapping_sub(1))) {
            (Some(first), Some(last)) => (first.span.start, last.span.end),
            _ => (0, 0),
        };
        let reason = Reason { rule: rule.to_owned(), span, text: text.to_owned() };
        faults.push((fault, reason));
    };
    let shift = |place: Range<usize>| place.start + question.start..place.end + question.start;

    let tag = tag(asked);
    if let Some(place) = tag {
        add(Fault::Tag, "tag", shift(place.clone()), "asks for agreement at the end");
        add(Fault::Leading, "tag", shift(place), "suggests its own answer");
    } else if let Some((text, place)) = LEADING.find(asked) {
        add(Fault::Leading, "leading", shift(place), text);
    } else if states_it(asked, form) && has_question_mark(words, question) {
        add(Fault::Leading, "stated", question.clone(), "states it and waits for a yes");
    }
    if let Some((text, place)) = ASSUMPTIVE.find(asked) {
        add(Fault::Assumptive, "assumptive", shift(place), text);
    }
    if let Some(place) = either_or(asked, form) {
        add(Fault::EitherOr, "either-or", shift(place), "offers two answers to choose from");
    }
    if let Some(other) = stacked(words, question, questions) {
        add(Fault::Stacked, "stacked", other, "asks two things at once; only one will be answered");
    }
    if words.len() > RAMBLING_FROM {
        add(Fault::Rambling, "rambling", 0..words.len(), "takes many words before the question");
    }
    faults
}

/// The tag a question ends in: "…, right?", "…, don't you?"
fn tag(asked: &[Word]) -> Option<Range<usize>> {
    let (_, place) = TAGS.find(asked)?;
    // "How old are you?" ends like a tag and states nothing.
    let is_asked = asked.first().is_some_and(is_asking);
    if is_asked && !asked.iter().any(|word| word.after == Break::Pause) {
        return None;
    }
    // "…, right?" after a pause or a statement; "when did you get it right?" is no tag.
    let last = asked.len().saturating_sub(1);
    let pause = last > 0 && asked[last - 1].after == Break::Pause;
    let stated = asked.first().is_some_and(|word| !is_asking(word) && !is_auxiliary(word));
    (place.len() > 3 || pause || stated).then_some(place)
}

/// Whether a part without question mark ends in a tag that can be nothing else: "…, right", "…, don't you".
pub(super) fn has_tag(asked: &[Word]) -> bool {
    let text = |word: Option<&Word>| word.map_or("", |word| word.text.as_str()).to_owned();
    let last = asked.len().saturating_sub(1);
    let pause = last > 1 && asked[last - 1].after == Break::Pause;
    let ends = text(asked.last());
    let agrees = matches!(ends.as_str(), "right" | "correct" | "no" | "eh" | "huh");
    // "He's your cousin right": without a pause only where it is no "that's right".
    let before = text(last.checked_sub(1).and_then(|at| asked.get(at)));
    let begins = text(asked.first());
    let plain = asked.len() >= 4
        && ends == "right"
        && matches!(
            begins.as_str(),
            "you" | "he" | "she" | "they" | "it" | "this" | "the" | "your"
        )
        && !BEFORE_RIGHT.contains(&before.as_str());
    tag(asked).is_some_and(|place| place.len() > 3 || plain || (pause && agrees))
}

/// Before "right" at the end, these make it a word of the sentence.
const BEFORE_RIGHT: &[&str] = &[
    "is", "are", "all", "quite", "be", "was", "get", "got", "do", "about", "that", "am", "the",
    "it", "not", "just",
];

#[rustfmt::skip]
static LEADING: LazyLock<Cues<&'static str>> = LazyLock::new(|| Cues::new([
    (&"suggests its own answer", &[
        "^ is|are|was|were|do|does|did|would|should|have|has|will not _", "^ could|can not you|it|that|this|they|there|the|your|we|people|everyone", "surely|obviously|right $",
        "^ do|would|did you not|also? agree|think|feel|say that? _ .. play|plays an? important|big|key|major|large|crucial",
        "^ do|did you .. regret not|never|ever? ...",
        "^ do|would|did you not|also? agree|think|feel|say that? it|this|that|the|you|there|people|most _ .. is|are|was|were|should|must|has|have bad|good|best|worst|wrong|right|better|worse|important|unfair|useless|overrated|underrated|necessary|pointless|boring|hard|easy",
        "^ do|would you not? agree",
        "^ surely|obviously|clearly", "^ of course you|it|that|this|they",
        "^ you must|surely|obviously|clearly|probably|definitely",
        "^ i take it", "^ so you|it|that just|was|were .. useless|boring|bad|wrong|stupid|gave|basically|terrible", "^ do|did you really|honestly|seriously think|believe|want|expect|mean", "^ how badly|terrible|awful|horrible|wonderful|great|fantastic|amazing is|was|are|were|did|do", "^ how much better|worse|happier|more do|did|does|is|are|was", "^ what makes|made this|it|your|the|that _? best|worst|better|worse", "^ when did you stop|give|lose", "^ how much do you love|hate|miss", "should|would|is|are|do|does|did not they|you|we|it|he|she ... $", "^ i bet|assume|guess|imagine|suppose|am you|it|that|this|sure|the|they|there|your|people|most|everyone",
        "^ why do|would|can|could not you|people|they|we _", "^ why are|were|do|did|is you|they|your always|never|so|still",
        "^ so you|it|that must|obviously|really|clearly|definitely",
        "^ is it true that",
        "^ is not it",
    ][..]),
]));

#[rustfmt::skip]
static TAGS: LazyLock<Cues<&'static str>> = LazyLock::new(|| Cues::new([
    (&"asks for agreement", &[
        "_ _ right|correct|no|huh|eh|yeah|yes $",
        "_ is|are|was|were|do|does|did|would|could|should|have|has|can|will not it|you|they|he|she|that|we|there|this $",
        "_ _ do you not $",
        "not ... is|are|was|were|do|does|did|would|could|should|have|has|had|can|will it|you|they|he|she|that|we|i $",
        "^ _ _ ... is|are it|you|they $",
        "_ _ am i right|correct|wrong $",
        "_ _ is that right|correct|true|so $",
    ][..]),
]));

#[rustfmt::skip]
static ASSUMPTIVE: LazyLock<Cues<&'static str>> = LazyLock::new(|| Cues::new([
    (&"takes for granted something they never said", &[
        "^ why is|are|was|were your|the|it|this|that|they ... so _ $",
        "^ how do you cope|deal|put|stand|bear|survive up? with all? the? terrible|awful|horrible|boring|bad|constant ...",
        "^ when did you stop|give|lose",
        "^ how bad|terrible|awful|boring|stressful is|are|was|were",
        "^ why do you hate|dislike|always|never",
        "since|given that? you hate|dislike|failed|regret|cannot|never",
    ][..]),
]));

/// "You like it here?": a statement about them with a question mark.
fn states_it(asked: &[Word], form: Form) -> bool {
    let first = asked.first().map_or("", |word| word.text.as_str());
    form == Form::Closed && asked.len() >= 4 && matches!(first, "you" | "your")
}

/// Behind "or", these leave the choice open.
const OPEN_ENDED: &[&str] = &[
    "so",
    "something",
    "anything",
    "anyone",
    "two",
    "three",
    "more",
    "less",
    "whatever",
    "what",
    "not",
    "any",
    "somewhere",
    "similar",
    "other",
    "others",
    "otherwise",
    "maybe",
];

/// Turns of phrase that offer no choice.
const IDIOMS: &[(&str, &str)] = &[
    ("sooner", "later"),
    ("more", "less"),
    ("one", "two"),
    ("two", "three"),
    ("now", "then"),
    ("once", "twice"),
    ("rightly", "wrongly"),
    ("day", "two"),
    ("week", "two"),
    ("name", "two"),
    ("year", "two"),
];

/// Words that weigh one thing against another.
const COMPARING: &[&str] = &[
    "more", "less", "better", "worse", "rather", "prefer", "harder", "easier", "best", "most",
    "first", "mainly",
];

/// The words that offer a choice: "is it A or B".
fn either_or(words: &[Word], form: Form) -> Option<Range<usize>> {
    if form != Form::Closed {
        return None;
    }
    let or = words.iter().position(|word| word.text == "or")?;
    let text = |at: usize| words.get(at).map_or("", |word| word.text.as_str());
    let has = |any: &[&str]| words.iter().any(|word| any.contains(&word.text.as_str()));
    // "Is there anything on A or B", "sooner or later": one thing, put in two words.
    let before = &words[..or];
    let in_general =
        before.iter().any(|word| matches!(word.text.as_str(), "any" | "ever" | "anything"));
    let is_one = in_general
        || matches!((text(0), text(1)), ("is" | "are" | "was", "there"))
        || (or > 0 && IDIOMS.contains(&(text(or - 1), text(or + 1))));
    // "More A or more B" weighs two things; "one or more" leaves it open.
    let weighed = |word: &str| {
        matches!(word, "more" | "less") && words[..or].iter().any(|before| before.text == word)
    };
    let leaves_open = words.windows(2).any(|pair| {
        let next = pair[1].text.as_str();
        pair[0].text == "or" && !weighed(next) && OPEN_ENDED.contains(&next)
    });
    // "How can people reach you, by mail or by phone?" asks how; "which do you like more, A or B" chooses.
    // "Who decides, you or your wife?" ends in the two it can be.
    let ends_in_two = (or >= 2
        && words[..or].iter().rev().take(3).any(|word| word.after == Break::Pause))
        && words.len() - or <= 4
        && !matches!(text(0), "how" | "why");
    let asks_otherwise = words.first().is_some_and(is_asking)
        && text(0) != "which"
        && !has(COMPARING)
        && !ends_in_two;
    if is_one || leaves_open || asks_otherwise {
        return None;
    }
    let joins_two = or >= 1 && words.len() > or + 1;
    (joins_two && (or >= 2 || is_choice(words))).then(|| or - 1..or + 2)
}

/// The other question of a stacked one.
fn stacked(
    words: &[Word],
    question: &Range<usize>,
    questions: &[Range<usize>],
) -> Option<Range<usize>> {
    // "For eleven years she wanted nothing of you. What happened then?" tells first, and asks one thing.
    let asks_by_form = |other: &Range<usize>| {
        let said = &words[other.clone()];
        has_question_mark(words, other)
            || said.iter().any(is_asking)
            || said.first().is_some_and(is_auxiliary)
    };
    let before = questions.iter().filter(|other| other.start < question.start);
    let others: Vec<&Range<usize>> = before.filter(|other| asks_by_form(other)).collect();
    if let Some(other) = others.iter().rev().find(|other| !is_same_again(words, other, question)) {
        return Some((*other).clone());
    }
    let asked = &words[question.clone()];
    if let Some(((), place)) = TWO_ENDS.find(asked) {
        return Some(question.start + place.start..question.start + place.end);
    }
    // "what do you like and dislike and why", "how did you start and where are you now"
    let joined = asked.windows(2).position(|pair| {
        (pair[0].text == "and" || pair[0].text == "or")
            && matches!(
                pair[1].text.as_str(),
                "why" | "how" | "what" | "where" | "who" | "when" | "whether"
            )
    })?;
    // "How do you decide what to charge and who to charge it to?" decides two things at once.
    let turned_at = begins_at(asked, joined + 1);
    let is_parallel = !turned_at
        && asked.first().is_some_and(is_asking)
        && asked.get(1..joined).is_some_and(|between| between.iter().any(is_asking));
    if is_parallel {
        return None;
    }
    // "Tell me about X and how you did it" is one request.
    let turned = begins_at(asked, joined + 1) || asked.len() == joined + 2;
    let is_one_request =
        !asked.first().is_some_and(is_asking) && !turned && !asked[..joined].iter().any(is_asking);
    (joined >= 2 && !is_one_request).then_some(question.start + joined..question.start + joined + 2)
}

/// Two ends of a scale, each with its own article: "your favourite part and your least favourite one".
#[rustfmt::skip]
static TWO_ENDS: LazyLock<Cues<()>> = LazyLock::new(|| Cues::new([
    (&(), &[
        "^ what _ your|the|a favourite|best|biggest|most|greatest|hardest|worst|least ... and|or your|the|a favourite|best|biggest|most|greatest|hardest|worst|least|main",
        "any .. _ any .. thoughts|advice|tips|words|suggestions",
    ][..]),
]));

/// Words that say again, or closer, what was just asked.
const CLOSER: &[&str] = &[
    "specially",
    "especially",
    "particularly",
    "specifically",
    "meaning",
    "namely",
    "eg",
    "ie",
    "basically",
];

/// Whether a question only says again what the one before began: "What what made you", "How are you?"
fn is_same_again(words: &[Word], one_range: &Range<usize>, other_range: &Range<usize>) -> bool {
    let text = |range: &Range<usize>| -> Vec<String> {
        words[range.clone()].iter().map(|word| word.text.clone()).collect()
    };
    let (one, other) = (text(one_range), text(other_range));
    let is_pleasantry = one.len() <= 5 && one.join(" ").contains("how are you");
    // "The car parks? What was that like?": said back, then asked.
    let is_put =
        one.iter().any(|word| matches!(word.as_str(), "you" | "your" | "ever" | "many" | "any"));
    let said_back =
        (one.len() <= 4 || (one.len() <= 6 && !is_put)) && only_names(&words[one_range.clone()]);
    let is_checked = matches!(one.as_slice(), [a, b, _] if a == "is" && b == "that");
    let asks_short = one.len() == 2 && words[one_range.start..one_range.end].iter().any(is_asking);
    let is_murmur = ((one.len() <= 2 && !asks_short) || is_checked || said_back)
        && listed(&words[one_range.clone()]).is_none();
    let begins_alike = one.len() <= 3 && other.starts_with(&one);
    // "What keeps you going, what keeps you in it": put twice, in one breath.
    let same_breath = words.get(one_range.end - 1).is_some_and(|word| word.after <= Break::Pause)
        && one.len() >= 3
        && other.len() >= 3
        && one[..3] == other[..3];
    // "… I mean, how is it, being up when everyone's asleep?"
    let between = words.get(one_range.end.min(other_range.start)..other_range.start).unwrap_or(&[]);
    let means =
        |words: &[Word]| words.windows(2).any(|pair| pair[0].text == "i" && pair[1].text == "mean");
    let lead = words.get(other_range.start.saturating_sub(2)..other_range.start).unwrap_or(&[]);
    let comes_closer = means(between)
        || means(lead)
        || other.first().is_some_and(|word| CLOSER.contains(&word.as_str()))
        || words.get(other_range.start.wrapping_sub(1)).is_some_and(|word| {
            other_range.start > one_range.start && CLOSER.contains(&word.text.as_str())
        });
    same_breath || comes_closer || is_pleasantry || is_murmur || begins_alike
}

/// Whether a segment ends in a question mark.
pub(super) fn has_question_mark(words: &[Word], segment: &Range<usize>) -> bool {
    words[segment.clone()].last().is_some_and(|word| word.after == Break::Question)
}
