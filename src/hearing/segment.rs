//! A line, cut into the parts that each do one thing.
//!
//! Full stops and question marks cut; so does the beginning of a sentence turned round, because half
//! of what is typed live has no punctuation: "hi thanks for making time how did you get into this".

use std::ops::Range;

use super::question::{begins_at, is_asking, is_auxiliary};
use crate::text::words::{Break, Word};

/// Cuts a line into ranges of words, in order; together they are the whole line.
pub(super) fn segments(words: &[Word]) -> Vec<Range<usize>> {
    let mut segments = Vec::new();
    let mut start = 0;
    for at in 1..=words.len() {
        if at == words.len() || cuts(words, start, at) {
            segments.push(start..at);
            start = at;
        }
    }
    segments
}

/// Whether all that is left of a sentence is "do you think".
fn asks_opinion(words: &[Word]) -> bool {
    let [first, second, third, ..] = words else { return false };
    let ends = words.len() == 3 || matches!(third.after, Break::Stop | Break::Question);
    let thinks = matches!(third.text.as_str(), "think" | "reckon" | "suppose" | "say");
    ends && thinks && second.text == "you" && matches!(first.text.as_str(), "do" | "would")
}

/// Whether a new segment begins at `at`, when the one before it began at `start`.
fn cuts(words: &[Word], start: usize, at: usize) -> bool {
    let before = &words[at - 1];
    match before.after {
        Break::Stop | Break::Question => return true,
        Break::None | Break::Pause => {}
    }
    let pause = before.after == Break::Pause;
    let segment = &words[start..at];
    if segment.iter().any(is_asking) && asks_opinion(&words[at..]) {
        return false; // "Why did she stay on, do you think?" is one question
    }
    if segment.iter().all(is_lead_in) {
        return false; // "so, um, thank you": what leads in belongs to what follows
    }
    // "The last page first, why?"
    let is_short = words.len() - at <= 2;
    if pause && is_short && is_asking(&words[at]) && super::follow_up::bare(&words[at..]).is_some()
    {
        return true;
    }
    // "Oh wow why": a murmur, and then a question without content.
    let asks_on = segment.len() >= 2 && super::follow_up::bare(&words[at..]).is_some();
    if is_courtesy(segment)
        && (pause || asks_on || begins_courtesy(&words[at..]) || begins_at(words, at))
    {
        return !segment.iter().all(is_lead_in);
    }
    let joins_on =
        matches!(words[at].text.as_str(), "and" | "so" | "but") && begins_at(words, at + 1);
    if is_courtesy(segment) && joins_on {
        return true;
    }
    if begins_courtesy(&words[at..])
        && !matches!(before.text.as_str(), "say" | "to" | "and" | "many" | "no" | "a" | "give")
    {
        return at > start;
    }
    if at - start >= 4 && begins_offer(words, at) {
        return true;
    }
    if at - start >= 4
        && begins_lead_in(&words[at..])
        && !matches!(before.text.as_str(), "what" | "guess" | "so" | "and" | "but")
    {
        return true;
    }
    let joins = matches!(words[at].text.as_str(), "and" | "but" | "or" | "also" | "plus");
    if joins && begins_at(words, at + 1) {
        let after = words.get(at + 2).map_or("", |word| word.text.as_str());
        let of_them = matches!(
            after,
            "you" | "your" | "these" | "those" | "they" | "it" | "he" | "she" | "there" | "that"
        );
        let is_list = !is_asking(&words[at + 1]) && !pause && !of_them;
        // "Did you quit, or were you let go?" is one question, with two answers to it.
        let first = segment.iter().find(|word| !is_lead_in(word));
        if words[at].text == "or" && first.is_some_and(is_auxiliary) && is_auxiliary(&words[at + 1])
        {
            return false;
        }
        return at - start >= 3 && !is_list;
    }
    // "Does your wife work, and who watches the kids?"
    if joins && pause && words.get(at + 1).is_some_and(is_asking) && at - start >= 3 {
        return segment.iter().any(is_auxiliary);
    }
    if !begins_at(words, at) {
        return false;
    }
    // "and why did you…": the joining word belongs to the new question.
    if matches!(before.text.as_str(), "and" | "but" | "so" | "also" | "or") && at - start <= 1 {
        return false;
    }
    if is_asking(before) || is_auxiliary(before) || is_held_open(segment) {
        return false;
    }
    if is_asking(&words[at]) {
        // "Someone who is…", "the day when you…": only three ask in the middle of a sentence.
        let can_ask = pause || matches!(words[at].text.as_str(), "what" | "how" | "why");
        let joined =
            matches!(before.text.as_str(), "so" | "and" | "but" | "then") && at - start > 3;
        // "… to work with what are…": before a sentence turned round, a preposition ends the one before.
        let turned = words.get(at + 1).is_some_and(is_auxiliary)
            && matches!(
                before.text.as_str(),
                "with" | "in" | "on" | "for" | "to" | "from" | "by" | "at" | "question" | "curious"
            );
        let leans = LEANS_ON_ASKING.contains(&before.text.as_str());
        let parted = pause && at - start >= 3 && words.get(at + 1).is_some_and(is_auxiliary);
        return can_ask && (joined || turned || parted || !leans);
    }
    // A yes/no question in the middle: put to the person, after enough words to stand alone.
    let second = words.get(at + 1).map_or("", |word| word.text.as_str());
    // "When hiring, does the firm…": a clause leads up to it.
    let leads_up = pause
        && segment.iter().find(|word| !is_lead_in(word)).is_some_and(|word| {
            matches!(
                word.text.as_str(),
                "when" | "if" | "as" | "in" | "for" | "given" | "after" | "before" | "on" | "since"
            )
        });
    let put_to_them = leads_up || matches!(second, "you" | "your" | "there");
    // "… does it take to do your job", but "who do you report to, do they help you".
    let of_a_task =
        before.text == "to" && !matches!(second, "you" | "they" | "we" | "it" | "there");
    let leans = of_a_task || LEANS_ON_VERB.contains(&before.text.as_str());
    // "Divya do you have…": a name, and nothing that leans on the verb.
    put_to_them && !leans && (pause || at - start >= 3 || second == "you")
}

/// "…any tips on that": half of those who write so write no full stop before it.
fn begins_offer(words: &[Word], at: usize) -> bool {
    const OFFERED: [&str; 8] =
        ["tips", "advice", "suggestions", "thoughts", "ideas", "recommendations", "idea", "tip"];
    const LEADS_TO: [&str; 11] =
        ["have", "has", "there", "you", "of", "for", "give", "me", "got", "with", "share"];
    matches!(words[at].text.as_str(), "any" | "some")
        && words.get(at + 1).is_some_and(|word| OFFERED.contains(&word.text.as_str()))
        && !LEADS_TO.contains(&words[at - 1].text.as_str())
}

/// Words that lean on a question word behind them: "I wonder what you…", "tell me how…".
#[rustfmt::skip]
const LEANS_ON_ASKING: &[&str] = &[
    "wondering", "know", "about", "of", "me", "us", "ask", "on", "to", "curious", "in", "with", "for", "by",
    "from", "is", "hear", "understand", "wonder", "see", "tell", "question", "if", "asking", "so", "and",
    "but", "then", "well", "um", "uh", "or", "exactly", "was", "explain", "describe", "learn", "sure",
    "than", "at", "say", "around", "behind", "over", "under", "through", "between", "into", "onto", "after", "before",
    "without", "within", "like", "as", "because", "during", "against", "depending", "decide", "predict", "guess", "learn",
    "find", "out", "imagine", "remember", "matters", "matter",
];

/// Words that lean on a verb behind them: "whether they | do you".
#[rustfmt::skip]
const LEANS_ON_VERB: &[&str] = &[
    "if", "whether", "that", "you", "i", "they", "we", "it", "not", "think", "say", "believe", "people",
    "and", "or", "than", "as", "what", "how", "why", "where", "when", "which", "who",
];

/// Whether the segment so far asks with a word such as "what" whose verb is still to come: "what kind
/// of training | did you have".
fn is_held_open(segment: &[Word]) -> bool {
    let Some(asks) = segment.iter().rposition(is_asking) else { return false };
    // "What we talked about", "what you said", "when the craving hits" are things, not questions.
    let next = segment.get(asks + 1).map_or("", |word| word.text.as_str());
    let of_a_time = matches!(segment[asks].text.as_str(), "when" | "where" | "who");
    let is_thing = matches!(next, "i" | "you" | "we" | "they" | "he" | "she" | "it")
        || (of_a_time && matches!(next, "the" | "a" | "my" | "your" | "this" | "that" | "people"));
    segment.len() - asks <= 6
        && !is_thing
        && !segment[asks + 1..].iter().any(is_auxiliary)
        && !segment[asks..].iter().any(|word| word.after == Break::Pause)
}

/// Words that only lead in to what follows.
fn is_lead_in(word: &Word) -> bool {
    matches!(
        word.text.as_str(),
        "so" | "um"
            | "uh"
            | "er"
            | "well"
            | "and"
            | "but"
            | "ok"
            | "okay"
            | "yes"
            | "yeah"
            | "no"
            | "now"
            | "like"
            | "or"
            | "then"
            | "also"
    )
}

/// Whether all of a segment so far is a greeting, thanks or a murmur, which can stand by itself.
fn is_courtesy(segment: &[Word]) -> bool {
    let first = segment[0].text.as_str();
    let short = segment.len() <= 3;
    match first {
        "hi" | "hello" | "hey" => {
            short && !segment.last().is_some_and(|word| matches!(word.text.as_str(), "i" | "my"))
        }
        "wow" | "great" | "nice" | "cool" | "interesting" | "amazing" | "gosh" | "oh" | "ah"
        | "right" | "sure" | "true" | "huh" | "mm" | "hm" | "ok" | "okay" | "really" => {
            // "Ok that's all" goes on.
            let goes_on = segment.last().is_some_and(|word| {
                matches!(
                    word.text.as_str(),
                    "that" | "it" | "this" | "you" | "i" | "they" | "we" | "there"
                )
            });
            segment.len() <= 2 && !goes_on
        }
        "i" => {
            segment.len() == 2 && matches!(segment[1].text.as_str(), "see" | "understand" | "get")
        }
        // "How do you do, Ines?", but not "How do you do it?"
        "how" => segment.iter().map(|word| word.text.as_str()).eq(["how", "do", "you", "do"]),
        "thanks" => segment.len() <= 8,
        "thank" => segment.len() >= 2 && segment.len() <= 9,
        _ => false,
    }
}

/// Whether the words that lead in to a question begin here: "… and I guess I was wondering what…".
fn begins_lead_in(words: &[Word]) -> bool {
    let text = |at: usize| words.get(at).map_or("", |word| word.text.as_str());
    match (text(0), text(1)) {
        ("i", "was" | "am") => {
            let at = if matches!(text(2), "just" | "also" | "really") { 3 } else { 2 };
            matches!(text(at), "wondering" | "curious")
        }
        ("i", "guess") => text(2) == "i" && matches!(text(4), "wondering" | "curious"),
        ("i", "wonder") => true,
        ("my", "question") => text(2) == "is",
        _ => false,
    }
}

/// Whether thanks begin here.
fn begins_courtesy(words: &[Word]) -> bool {
    let text = |at: usize| words.get(at).map_or("", |word| word.text.as_str());
    text(0) == "thanks" || (text(0) == "thank" && text(1) == "you")
}

#[cfg(test)]
mod tests {
    use super::segments;
    use crate::text::words::words;

    #[test]
    fn lines_are_cut_where_a_new_thing_begins() {
        #[rustfmt::skip]
        let cases = [
            ("hi, thanks for making time",                   "hi | thanks for making time"),
            ("hi thanks for making time how did you get in", "hi | thanks for making time | how did you get in"),
            ("Wow. How did you do it? And why?",             "wow | how did you do it | and why"),
            ("what do you like and what do you dislike",     "what do you like | and what do you dislike"),
            ("what kind of training did you have",           "what kind of training did you have"),
            ("tell me how you got here",                     "tell me how you got here"),
            ("could you tell me what a day is like",         "could you tell me what a day is like"),
            ("I was wondering how you got here",             "i was wondering how you got here"),
            ("so how did you start",                         "so how did you start"),
            ("oh wow why",                                   "oh wow | why"),
            ("Why did she stay on, do you think?",           "why did she stay on do you think"),
            ("who do you report to do you like it",          "who do you report to | do you like it"),
            ("What part of on-call would you keep?",         "what part of on call would you keep"),
            ("How do you do, I'm Sam",                       "how do you do | i am sam"),
            ("What skills does it take to do your job?",     "what skills does it take to do your job"),
        ];
        for (line, expected) in cases {
            let words = words(line);
            let cut: Vec<String> = segments(&words)
                .into_iter()
                .map(|range| {
                    words[range].iter().map(|w| w.text.as_str()).collect::<Vec<_>>().join(" ")
                })
                .collect();
            assert_eq!(cut.join(" | "), expected, "{line:?}");
        }
    }
}
