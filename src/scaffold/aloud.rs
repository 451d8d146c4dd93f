//! A question as the person who is asked would name it: "how do you find time" is how I find time.
//!
//! It follows "Do you mean…" and "Nobody has asked me about…". Only what can be turned round without knowing
//! the grammar of every verb is turned round; any other question is quoted.

use crate::text::clean;

/// A named question has at most this many words.
const MOST_WORDS: usize = 14;

/// What people say before the question itself.
const LEAD_INS: [&str; 16] = [
    "so",
    "and",
    "but",
    "okay",
    "ok",
    "well",
    "um",
    "please",
    "could you tell me",
    "can you tell me",
    "would you tell me",
    "i'd like to know",
    "i wonder",
    "i was wondering",
    "may i ask",
    "can i ask",
];

/// Words that begin an open question.
const OPENERS: [&str; 7] = ["how", "what", "why", "when", "where", "who", "which"];

/// Words after which "you" is who does something.
const BEFORE_SUBJECT: [&str; 16] = [
    "when", "if", "that", "because", "before", "after", "while", "where", "how", "what", "why",
    "since", "until", "as", "whether", "than",
];

/// The question as the person would name it.
pub(super) fn aloud(question: &str) -> String {
    let line = clean::line(question);
    let asked = bare(&line);
    let words: Vec<&str> = asked.split_whitespace().collect();
    if words.len() > MOST_WORDS {
        return format!("“{}…”", words[..MOST_WORDS - 2].join(" "));
    }
    named(&words).unwrap_or_else(|| format!("“{}”", words.join(" ")))
}

/// The last sentence of a line, without what is said before the question and without its mark.
fn bare(line: &str) -> &str {
    let ends = |c: char| matches!(c, '?' | '.' | '!' | '…');
    let line = line.trim_end_matches(|c: char| ends(c) || c.is_whitespace());
    let sentences = [". ", "! ", "? ", "… "];
    let start = sentences.iter().filter_map(|end| line.rfind(end).map(|at| at + end.len())).max();
    let mut asked = line.get(start.unwrap_or(0)..).unwrap_or(line).trim();
    while let Some(rest) = LEAD_INS.iter().find_map(|lead_in| after(asked, lead_in)) {
        asked = rest;
    }
    asked
}

/// What follows these words, if a text begins with them and goes on.
fn after<'a>(text: &'a str, words: &str) -> Option<&'a str> {
    let head = text.get(..words.len())?;
    let rest = text.get(words.len()..)?;
    let goes_on = rest.starts_with([' ', ',']) && head.eq_ignore_ascii_case(words);
    let rest = rest.trim_start_matches([' ', ',']);
    (goes_on && !rest.is_empty()).then_some(rest)
}

/// The question turned round, if it is of a kind that can be.
fn named(words: &[&str]) -> Option<String> {
    let lower: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    let lower: Vec<&str> = lower.iter().map(String::as_str).collect();
    let (opener, rest): (String, &[&str]) = match *lower.as_slice() {
        ["tell", "me", "about", ..] => return said(words.get(3..)?),
        ["tell", "me", "more", "about", ..] => return said(words.get(4..)?),
        ["do", "you", ..] => return Some(format!("whether I {}", said(words.get(2..)?)?)),
        ["are" | "have" | "can" | "would", "you", ..] => ("whether".to_owned(), words),
        [first, ..] if OPENERS.contains(&first) => {
            let helps = |word: &&str| matches!(*word, "did" | "does") || turned(word).is_some();
            let is_turned = lower.get(1) == Some(&"you"); // "how you find", after "could you tell me"
            let at = if is_turned { 1 } else { lower.iter().take(6).position(helps)? };
            (lower.get(..at)?.join(" "), words.get(at..)?)
        }
        _ => return None,
    };
    let auxiliary = rest.first()?.to_lowercase();
    if auxiliary == "you" {
        return Some(format!("{opener} {}", said_by_me(rest.get(1..)?)?));
    }
    let subject = rest.get(1)?.to_lowercase();
    let told = said(rest.get(2..)?);
    match (auxiliary.as_str(), subject.as_str()) {
        (_, "you") => {
            let mine = turned(&auxiliary)?;
            let told = told.map(|told| format!(" {told}")).unwrap_or_default();
            Some(format!("{opener} I{mine}{told}"))
        }
        ("is" | "was", "it" | "that" | "this") => {
            Some(format!("{opener} {subject} {auxiliary} {}", told?))
        }
        _ => None,
    }
}

/// The word that helps a question, as it stands after "I"; with a space in front if it stays at all.
fn turned(auxiliary: &str) -> Option<&'static str> {
    Some(match auxiliary {
        "do" => "",
        "are" | "is" => " am",
        "were" | "was" => " was",
        "have" => " have",
        "had" => " had",
        "can" => " can",
        "could" => " could",
        "would" => " would",
        "should" => " should",
        "will" => " will",
        _ => return None,
    })
}

/// What "you" are asked to do, as what I do.
fn said_by_me(words: &[&str]) -> Option<String> {
    let (first, rest) = words.split_first()?;
    let first = if *first == "do" { " do" } else { turned(first).unwrap_or("") };
    let told = if first.is_empty() { said(words)? } else { said(rest).unwrap_or_default() };
    Some(format!("I{first} {told}").trim_end().to_owned())
}

/// Words that were asked, as the other says them; none if there are none.
fn said(words: &[&str]) -> Option<String> {
    let mut said: Vec<String> = Vec::with_capacity(words.len());
    let mut before = String::new();
    for word in words {
        let lower = word.to_lowercase();
        let is_subject = BEFORE_SUBJECT.contains(&before.as_str());
        let other = match lower.as_str() {
            "you" if is_subject => "I",
            "you" => "me",
            "your" => "my",
            "yours" => "mine",
            "yourself" => "myself",
            "you're" | "you’re" => "I’m",
            "you've" | "you’ve" => "I’ve",
            "you'd" | "you’d" => "I’d",
            "i" | "me" => "you",
            "my" => "your",
            "are" if said.last().is_some_and(|last| last == "I") => "am",
            "were" if said.last().is_some_and(|last| last == "I") => "was",
            _ => word,
        };
        said.push(other.to_owned());
        before = lower;
    }
    (!said.is_empty()).then(|| said.join(" "))
}

#[cfg(test)]
mod tests {
    use super::aloud;

    #[test]
    fn a_question_is_named_as_the_one_who_is_asked_would() {
        let cases = [
            ("How do you find time for your family?", "how I find time for my family"),
            ("Could you tell me how you find sheep?", "how I find sheep"),
            ("What kind of tools do you use", "what kind of tools I use"),
            ("so, what are you proud of?", "what I am proud of"),
            ("What would you change if you were younger?", "what I would change if I was younger"),
            ("What is it like to shear sheep?", "what it is like to shear sheep"),
            ("I read your page. Where do you sleep?", "where I sleep"),
            ("Tell me about your dog.", "my dog"),
            ("Do you ever sleep outside?", "whether I ever sleep outside"),
            ("Have you lost a sheep?", "whether I have lost a sheep"),
            ("How did you learn it?", "“How did you learn it”"),
            ("How do they treat you there?", "“How do they treat you there”"),
            ("May I ask what you are afraid of?", "what I am afraid of"),
            ("Sheep?", "“Sheep”"),
            ("羊はどうですか?", "“羊はどうですか”"),
        ];
        for (question, expected) in cases {
            assert_eq!(aloud(question), expected, "{question}");
        }
    }

    #[test]
    fn a_long_question_is_cut() {
        let long = aloud(&"very ".repeat(10_000));
        assert_eq!(long, format!("“{}very…”", "very ".repeat(11)));
    }
}
