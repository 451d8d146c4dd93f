//! Of two questions in one, the part that stands by itself.

use super::clause::is_helping;
use super::lexicon::is_preposition;
use super::token::{Token, join, tokens};
use super::{rewrite, verb};
use crate::hearing::heard::{Act, Heard, Question};
use crate::text::words::Break;

/// Parts of the line that could be asked alone.
#[derive(Debug, Default)]
pub(super) struct Parts {
    /// Those that say what they are about, best first: open ones as they stand, then closed ones turned
    /// open.
    pub(super) whole: Vec<String>,
    /// Those that say little without the other part: "How do you manage?"
    pub(super) leaning: Vec<String>,
}

/// What could be asked of the line's questions alone.
pub(super) fn wordings(heard: &Heard, question: &Question) -> Parts {
    let mut named: Option<Vec<Token>> = None;
    let mut found = Parts::default();
    let mut closed = Vec::new();
    for part in &parts(heard, question) {
        let part = requested(part).unwrap_or(part);
        let asks_for_more = matches!(part[0].text.as_str(), "share" | "walk" | "talk" | "give");
        // Of "do you clean it or do you have someone for that" the first says what it is about.
        let or = part.iter().position(|word| word.text == "or").unwrap_or(part.len());
        let at = leans(&part[..or]);
        if is_open(part) || asks_for_more {
            if at.is_none() && matches!(part[0].text.as_str(), "what" | "which") {
                closed.extend(rewrite::of_question(part).into_iter().take(1));
            }
            match (at, &named) {
                (None, _) if part.len() < 5 => found.leaning.push(join(part)),
                (None, _) => found.whole.push(join(part)),
                (Some(at), Some(thing)) => {
                    let whole = [&part[..at], thing, &part[at + 1..]].concat();
                    found.whole.push(join(&whole));
                }
                (Some(_), None) => found.leaning.push(join(part)),
            }
        } else {
            let turned = rewrite::of_question(part).into_iter().take(1);
            if at.is_none() { closed.extend(turned) } else { found.leaning.extend(turned) }
        }
        named = named.or_else(|| object(part));
    }
    found.whole.extend(closed);
    found
}

/// The questions of the line, each without what leads in to it.
fn parts(heard: &Heard, question: &Question) -> Vec<Vec<Token>> {
    let mut parts: Vec<Vec<Token>> = Vec::new();
    for segment in heard.segments.iter().filter(|segment| segment.act == Act::Question) {
        let is_last = segment.words.end == question.words.end;
        let range = if is_last { question.words.clone() } else { segment.words.clone() };
        let words = tokens(heard, range);
        let start = words.iter().position(|word| !is_lead_in(&word.text)).unwrap_or(0);
        let is_other = words.first().is_some_and(|word| word.text == "or");
        let or = words.first().cloned();
        let mut words = &words[start..];
        // "Do you plan it, or do you improvise": one choice, heard as two.
        if let (Some(or), Some(one)) = (or.filter(|_| is_other), parts.last_mut())
            && words.len() > 2
            && one.len() > 2
            && one[..2].iter().zip(words).all(|(one, other)| one.text == other.text)
        {
            one.push(or);
            one.extend_from_slice(&words[2..]);
            continue;
        }
        // "What do you like and why": cut where the second begins.
        while let Some(at) = second(words) {
            parts.push(words[..at].to_vec());
            words = &words[at + 1..];
        }
        parts.push(words.to_vec());
    }
    parts.retain(|part| part.len() >= 2);
    parts
}

/// Where the second of two questions is joined to the first; "do you plan or do you improvise" is one.
fn second(words: &[Token]) -> Option<usize> {
    let text = |at: usize| words.get(at).map_or("", |word| word.text.as_str());
    (2..words.len()).find(|at| {
        let next = text(at + 1);
        let asks = matches!(next, "why" | "how" | "what" | "where" | "who" | "when" | "if");
        // "… and do you regret it"
        let turns = is_helping(next) && is_subject(text(at + 2));
        let is_choice = text(*at) == "or" && (text(0), text(1)) == (next, text(at + 2)) && turns;
        matches!(text(*at), "and" | "or" | "but") && (asks || turns) && !is_choice
    })
}

fn is_lead_in(word: &str) -> bool {
    matches!(
        word,
        "so" | "and"
            | "but"
            | "also"
            | "um"
            | "uh"
            | "well"
            | "or"
            | "ok"
            | "okay"
            | "then"
            | "plus"
            | "like"
            | "oh"
            | "hi"
            | "hey"
            | "please"
            | "now"
    )
}

/// Whether a part begins as an open question does and is long enough to stand alone.
fn is_open(part: &[Token]) -> bool {
    let text = |at: usize| part.get(at).map_or("", |word| word.text.as_str());
    // "How the company dealt with it" is no question by itself.
    let is_turned = is_helping(text(1))
        || (text(0) == "how" && is_helping(text(2)))
        || (2..part.len().min(9)).any(|at| {
            let next = text(at + 1);
            is_helping(text(at)) && (is_subject(next) || super::lexicon::is_definite(next))
        }) && !is_subject(text(1));
    part.len() >= 4
        && match text(0) {
            "tell" | "describe" | "explain" => true,
            "why" => is_turned,
            "how" => {
                is_turned
                    && !matches!(
                        text(1),
                        "many" | "long" | "old" | "often" | "big" | "far" | "about"
                    )
            }
            "what" => {
                (is_turned
                    || verb::of_past(text(1)).is_some()
                    || verb::of_third_person(text(1)).is_some())
                    && !matches!(text(1), "time" | "year" | "about")
                    && !(matches!(text(1), "is" | "was")
                        && matches!(
                            text(3),
                            "first" | "favourite" | "favorite" | "name" | "title" | "degree"
                        ))
            }
            _ => false,
        }
}

fn is_subject(word: &str) -> bool {
    matches!(
        word,
        "you" | "i" | "they" | "we" | "it" | "the" | "your" | "he" | "she" | "this" | "my"
    )
}

/// "Could you tell me a story": tell me a story.
fn requested(part: &[Token]) -> Option<&[Token]> {
    let text = |at: usize| part.get(at).map_or("", |word| word.text.as_str());
    let verb = (0..part.len().min(5)).find(|at| {
        matches!(text(*at), "tell" | "describe" | "share" | "explain" | "walk" | "talk" | "give")
    })?;
    (matches!(text(0), "can" | "could" | "would" | "will" | "please" | "do")
        && part.len() > verb + 2)
        .then(|| &part[verb..])
}

/// Where a part points to what another said: "do you enjoy it", "how do you manage with them".
fn leans(part: &[Token]) -> Option<usize> {
    let text = |at: usize| part.get(at).map_or("", |word| word.text.as_str());
    (1..part.len()).find(|at| match text(*at) {
        "them" | "they" => true,
        "it" => !matches!(text(at + 1), "like" | "to" | "take" | "takes" | "that" | "feel"),
        "that" | "this" | "these" | "those" => {
            let next = text(at + 1);
            next.is_empty()
                || part[*at].after != Break::None
                || is_preposition(next)
                || is_helping(next)
                || verb::is_base(next)
                || verb::is_participle(next)
        }
        _ => false,
    })
}

/// What a question is about, to put in the place of "it": "did you have a mentor" → "your mentor".
fn object(part: &[Token]) -> Option<Vec<Token>> {
    let text = |at: usize| part.get(at).map_or("", |word| word.text.as_str());
    let is_had = (1..4).any(|at| matches!(text(at), "have" | "use" | "get" | "had" | "got"));
    let at = (1..part.len()).find(|at| {
        matches!(text(*at), "your" | "the" | "a" | "an" | "any" | "this")
            || (*at >= 3 && matches!(text(at - 1), "have" | "use" | "with" | "do" | "like"))
    })?;
    if !is_had && matches!(text(at), "a" | "an" | "any") {
        return None;
    }
    let mut thing: Vec<Token> = Vec::new();
    for word in &part[at..] {
        if is_preposition(&word.text) && !thing.is_empty() {
            break;
        }
        thing.push(word.clone());
    }
    if is_preposition(&thing.first()?.text) {
        return None;
    }
    if matches!(thing.first()?.text.as_str(), "a" | "an" | "any") {
        let first = thing[0].changed("your".to_owned());
        thing[0] = first;
    }
    (thing.len() <= 5 && thing.len() >= 2 || at >= 3 && thing.len() == 1).then_some(thing)
}

#[cfg(test)]
mod tests {
    use super::wordings;
    use crate::hearing::{Before, Ear};
    use crate::pack::{builtin, load};

    #[test]
    fn the_part_that_stands_by_itself_is_kept() {
        #[rustfmt::skip]
        let cases = [
            ("What made you choose nursing and do you regret it?",       "what made you choose nursing"),
            ("How do you find clients? Do you advertise?",               "how do you find clients"),
            ("What do you like about your job and what do you hate?",    "what do you like about your job"),
            ("Do you have a mentor and what did you learn from them?",   "what did you learn from your mentor"),
            ("What's your role, and how does it fit into the hospital?", "how does your role fit into the hospital"),
            ("Where did you study and did you like it?",                 "How did you decide where to study?"),
            ("Do you teach? Is the pay good?",                           "What is it like to teach?"),
        ];
        let (pack, _) = load::built_in(builtin::sources(), Some(""));
        let ear = Ear::new(&pack, None);
        for (line, expected) in cases {
            let heard = ear.hear(line, Before::default());
            let parts = wordings(&heard, heard.question.as_ref().expect(line));
            assert_eq!(
                parts.whole.first().map(String::as_str),
                Some(expected),
                "{line:?}: {parts:?}"
            );
        }
    }
}
