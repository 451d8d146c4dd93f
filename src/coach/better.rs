//! A better wording: open, on the same topic, in the learner's own words where that reads well.
//!
//! Every wording offered is heard first, by the same ear as the learner's line: one that is not open
//! is never shown. Where no rewrite is safe, the nearest good question of the bank is offered.

use crate::hearing::heard::{Act, Fault, Form, Heard, Question, Subject};
use crate::hearing::{Before, Ear};
use crate::pack::Pack;
use crate::pack::bank::BankQuestion;
use crate::text::words::{Word, capitalised};

/// So many questions of the bank are heard at most, to keep a line under a millisecond.
const MOST_TRIED: usize = 3;

/// A better wording for the question of a line; none when nothing is to be gained.
pub(super) fn wording(ear: &Ear<'_>, pack: &Pack, heard: &Heard) -> Option<String> {
    let question = heard.question.as_ref().filter(|_| heard.act == Act::Question)?;
    let is_faulty = question.faults.iter().any(|(fault, _)| *fault != Fault::Rambling);
    let gains = question.form == Form::Closed || question.form == Form::Invited || is_faulty;
    if !gains || question.follow_up.is_some_and(|follow| follow.bare) {
        return None;
    }
    let rewritten = rewrite(heard, question).filter(|wording| is_good(ear, heard, wording));
    if question.form == Form::Invited && !is_faulty {
        return rewritten; // a bank question would be no gain on one that is open in intent
    }
    rewritten.or_else(|| banked(ear, pack, heard))
}

/// Whether a wording is heard as open, without faults, and not on another topic.
fn is_good(ear: &Ear<'_>, heard: &Heard, wording: &str) -> bool {
    let again = ear.hear(wording, Before::default());
    let is_open = again.question.as_ref().is_some_and(|question| {
        question.form != Form::Closed && question.faults.is_empty() && again.act == Act::Question
    });
    let keeps_topic = match (heard.subject.best(), again.subject.best()) {
        (Some(before), Some(after)) => before.id == after.id,
        (None, _) => true,
        (Some(_), None) => false,
    };
    is_open && keeps_topic
}

/// The bank's question that is nearest to the line, of those on its topic that are heard as open.
fn banked(ear: &Ear<'_>, pack: &Pack, heard: &Heard) -> Option<String> {
    let topic = match &heard.subject {
        Subject::Topic(topic) | Subject::Between(topic, _) => topic,
        Subject::None => return None,
    };
    let questions = &pack.bank_topic(&topic.id)?.questions;
    let is_nearest = |question: &BankQuestion| {
        let twins = question.phrasings.iter().chain(&question.weak).chain([&question.text]);
        twins.into_iter().any(|twin| twin.value() == &topic.phrasing)
    };
    let nearest = questions.iter().filter(|question| is_nearest(question));
    let others = questions.iter().filter(|question| !is_nearest(question));
    nearest
        .chain(others)
        .take(MOST_TRIED)
        .map(|question| question.text.value())
        .find(|text| *text != &heard.line && is_good(ear, heard, text))
        .cloned()
}

fn rewrite(heard: &Heard, question: &Question) -> Option<String> {
    if question.has(Fault::Stacked)
        && let Some(part) = one_part(heard)
    {
        return Some(part);
    }
    let asked = &heard.words[question.words.clone()];
    let mut words: Vec<&str> = asked.iter().map(|word| word.text.as_str()).collect();
    if question.has(Fault::Tag) {
        return None;
    }
    if question.form == Form::Invited {
        return direct(heard, question);
    }
    while words.last().is_some_and(|word| matches!(*word, "please" | "then" | "though" | "too")) {
        words.pop();
    }
    if question.has(Fault::EitherOr)
        || question.has(Fault::Leading)
        || question.has(Fault::Assumptive)
    {
        return None;
    }
    let typed = Typed { heard, asked };
    turned(&words, &typed).map(|wording| sentence(&wording, '?'))
}

/// Of two questions in one, the first that stands by itself and is open.
fn one_part(heard: &Heard) -> Option<String> {
    let segments: Vec<_> =
        heard.segments.iter().filter(|segment| segment.act == Act::Question).collect();
    let mut parts = segments.iter().map(|segment| heard.typed(&segment.words));
    let open = parts.find(|part| {
        let lower = part.to_lowercase();
        crate::text::words::count(part) >= 4
            && ["what ", "how ", "why ", "tell ", "so what ", "so how "]
                .iter()
                .any(|start| lower.starts_with(start))
            && !lower.contains(" and why")
            && !lower.contains(" and how")
            && !lower.contains(" and what")
    })?;
    let open = open.trim_start_matches("So ").trim_start_matches("so ");
    Some(sentence(open, '?'))
}

/// The direct form of a polite one: "Could you tell me how…" becomes "Tell me how…".
fn direct(heard: &Heard, question: &Question) -> Option<String> {
    let asked = &heard.words[question.words.clone()];
    let texts: Vec<&str> = asked.iter().map(|word| word.text.as_str()).collect();
    let verb = texts.iter().position(|word| {
        matches!(*word, "tell" | "describe" | "share" | "explain" | "walk" | "talk" | "give")
    });
    if let Some(verb) =
        verb.filter(|at| *at <= 4 && matches!(texts[0], "can" | "could" | "would" | "will" | "you"))
    {
        if asked.len() - verb < 3 {
            return None;
        }
        let rest = heard.typed(&(question.words.start + verb..question.words.end));
        return Some(sentence(rest, '.'));
    }
    match texts.as_slice() {
        ["do" | "would", "you", "have", "any", thing, ..] | ["any", thing, ..] => {
            let at = texts.iter().position(|word| word == thing)?;
            let rest = heard.typed(&(question.words.start + at..question.words.end));
            match *thing {
                "advice" => Some(sentence(
                    &format!(
                        "What {rest_first} would you give{tail}",
                        rest_first = "advice",
                        tail = tail(rest)
                    ),
                    '?',
                )),
                "tips" | "suggestions" | "recommendations" => {
                    Some(sentence(&format!("What {thing} do you have{}", tail(rest)), '?'))
                }
                "thoughts" => Some(sentence(&format!("What are your thoughts{}", tail(rest)), '?')),
                _ => None,
            }
        }
        _ => None,
    }
}

/// What stands behind the first word, as it was typed.
fn tail(rest: &str) -> String {
    let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
    rest[end..].trim_end_matches(['?', '.', '!']).to_owned()
}

/// The words of the question as they were typed.
struct Typed<'a> {
    heard: &'a Heard,
    asked: &'a [Word],
}

impl Typed<'_> {
    fn from(&self, at: usize) -> Option<String> {
        let (first, last) = (self.asked.get(at)?, self.asked.last()?);
        self.heard.line.get(first.span.start..last.span.end).map(str::to_owned)
    }
}

/// A yes/no question turned open by its pattern.
fn turned(words: &[&str], typed: &Typed<'_>) -> Option<String> {
    let has_or = words.contains(&"or");
    if has_or {
        return None;
    }
    match words {
        ["do", "you", "really" | "actually", rest @ ..] => turned(
            &[&["do", "you"], rest].concat(),
            &Typed { heard: typed.heard, asked: &[&typed.asked[..2], &typed.asked[3..]].concat() },
        ),
        ["do", "you", "like" | "enjoy" | "love", _, ..] => {
            Some(format!("What do you like about {}", typed.from(3)?))
        }
        ["did", "you", "like" | "enjoy" | "love", _, ..] => {
            Some(format!("What did you like about {}", typed.from(3)?))
        }
        ["do", "you", "use", _, ..] => Some(format!("How do you use {}", typed.from(3)?)),
        ["do", "you", "think", rest @ ..] if rest.len() >= 3 => {
            Some(format!("How do you think {}", typed.from(3)?)).filter(|_| {
                rest.iter().any(|word| matches!(*word, "will" | "would" | "could" | "can"))
            })
        }
        ["did", "you", "always", "want", "to", _, ..] => {
            Some(format!("How did you come to {}", typed.from(5)?))
        }
        [
            "did",
            "you",
            "study" | "choose" | "decide" | "move" | "join" | "become" | "start" | "switch"
            | "train" | "leave" | "get" | "pick" | "go",
            _,
            ..,
        ] => Some(format!("How did you come to {}", typed.from(2)?)),
        ["have", "you", "ever", verb, _, ..]
            if (verb.ends_with("ed") && *verb != "need") || IRREGULAR.contains(verb) =>
        {
            Some(format!("Tell me about a time you {}", past(verb, &typed.from(4)?)))
        }
        [
            "do",
            "you",
            "work" | "travel" | "deal" | "manage" | "train" | "teach" | "write" | "meet" | "plan"
            | "handle",
            _,
            ..,
        ] => Some(format!("What is it like when you {}", typed.from(2)?)),
        ["is" | "are" | "was" | "were", "the" | "your" | "their", rest @ ..]
            if rest.len() >= 2 && rest.len() <= 5 && ADJECTIVES.contains(&rest[rest.len() - 1]) =>
        {
            let end = words.len()
                - 1
                - usize::from(
                    rest.len() > 2
                        && matches!(rest[rest.len() - 2], "very" | "really" | "so" | "too" | "any"),
                );
            let first = typed.asked.get(1)?;
            let last = typed.asked.get(end - 1)?;
            let subject = typed.heard.line.get(first.span.start..last.span.end)?;
            Some(format!("What {} {subject} like", words[0]))
        }
        ["is" | "was", "it", adjective, "to" | "being" | "working", ..]
            if ADJECTIVES.contains(adjective) =>
        {
            Some(format!("What {} it like {}", words[0], typed.from(3)?))
        }
        ["is" | "was", "it", adjective] if ADJECTIVES.contains(adjective) => {
            Some(format!("What makes it {adjective}"))
        }
        _ => None,
    }
}

const IRREGULAR: &[&str] = &[
    "been", "had", "made", "felt", "thought", "seen", "gone", "done", "lost", "won", "taken",
    "given", "met", "found", "written", "broken", "fallen",
];

fn past(verb: &str, rest: &str) -> String {
    let verb = match verb {
        "been" => "were",
        "seen" => "saw",
        "gone" => "went",
        "done" => "did",
        "taken" => "took",
        "given" => "gave",
        "written" => "wrote",
        "broken" => "broke",
        "fallen" => "fell",
        other => other,
    };
    format!("{verb} {rest}")
}

const ADJECTIVES: &[&str] = &[
    "good",
    "bad",
    "hard",
    "difficult",
    "easy",
    "stressful",
    "boring",
    "interesting",
    "friendly",
    "nice",
    "fun",
    "long",
    "flexible",
    "busy",
    "tough",
    "rewarding",
    "competitive",
    "strict",
    "supportive",
    "expensive",
    "tiring",
    "exhausting",
    "lonely",
    "scary",
    "dangerous",
    "high",
    "low",
    "heavy",
    "great",
    "important",
    "challenging",
    "big",
    "small",
    "fair",
    "strange",
    "demanding",
    "repetitive",
    "exciting",
    "diverse",
    "relaxed",
    "formal",
];

/// With a capital first and one mark last.
fn sentence(text: &str, mark: char) -> String {
    let text = text.trim().trim_end_matches(['?', '.', '!', ',', ' ']);
    format!("{}{mark}", capitalised(text))
}
