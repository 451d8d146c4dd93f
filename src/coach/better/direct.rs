//! The direct form of a polite question: "Could you tell me how…" becomes "Tell me how…".

use super::clause::is_helping;
use super::token::{Token, join, tokens};
use super::{sentence, verb};
use crate::hearing::heard::{Heard, Question};

/// The direct form, if there is one that says more than the polite one.
pub(super) fn wordings(heard: &Heard, question: &Question) -> Vec<String> {
    let words = tokens(heard, question.words.clone());
    let texts: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
    let verb = texts.iter().position(|word| {
        matches!(*word, "tell" | "describe" | "share" | "explain" | "walk" | "talk" | "give")
    });
    let is_polite = matches!(texts.first(), Some(&("can" | "could" | "would" | "will" | "you")));
    if let Some(verb) = verb.filter(|at| *at <= 4 && is_polite) {
        if words.len() - verb < 3 {
            return Vec::new();
        }
        return vec![sentence(&join(&words[verb..]), '.')];
    }
    if let Some(asked) = anything(&words) {
        return vec![asked];
    }
    match texts.as_slice() {
        ["do" | "would", "you", "have", "any", thing, ..] | ["any", thing, ..] => {
            let Some(at) = texts.iter().position(|word| word == thing) else { return Vec::new() };
            let rest = join(&words[at..]);
            let tail = rest.strip_prefix(thing).unwrap_or_default();
            match *thing {
                "advice" => vec![format!("What advice would you give{tail}?")],
                "tips" | "suggestions" | "recommendations" => {
                    vec![format!("What {thing} do you have{tail}?")]
                }
                "thoughts" => vec![format!("What are your thoughts{tail}?")],
                _ => Vec::new(),
            }
        }
        _ => Vec::new(),
    }
}

/// "Is there anything else I should know?" becomes "What else should I know?"
pub(super) fn anything(words: &[Token]) -> Option<String> {
    let text = |at: usize| words.get(at).map_or("", |word| word.text.as_str());
    let mut at =
        (0..words.len().min(4)).find(|at| matches!(text(*at), "anything" | "something"))? + 1;
    let opens = at == 1 || matches!((text(0), text(1)), ("is" | "was", "there"));
    let mut what = "What".to_owned();
    if text(at) == "else" {
        what += " else";
        at += 1;
    }
    if matches!(text(at), "that" | "which") {
        at += 1;
    }
    let subject = words.get(at).filter(|word| matches!(word.text.as_str(), "i" | "we" | "you"))?;
    let verb = words.get(at + 1)?;
    let rest = words.get(at + 2..).filter(|rest| !rest.is_empty())?;
    if !opens || words.len() - at > 12 {
        return None;
    }
    // "… I haven't asked" and "… I have not asked": what have I not asked?
    let (helping, is_denied) = match verb.text.strip_suffix("n't") {
        Some(helping) => (helping, true),
        None => (verb.text.as_str(), rest[0].text == "not"),
    };
    let rest = if rest[0].text == "not" { &rest[1..] } else { rest };
    if is_helping(helping) && !rest.is_empty() {
        let not = if is_denied { "not " } else { "" };
        return Some(format!("{what} {helping} {} {not}{}?", subject.written, join(rest)));
    }
    verb::is_base(&verb.text)
        .then(|| format!("{what} do {} {}?", subject.written, join(&words[at + 1..])))
}

#[cfg(test)]
mod tests {
    use super::wordings;
    use crate::hearing::{Before, Ear};
    use crate::pack::{builtin, load};

    #[test]
    fn a_polite_question_has_a_direct_form() {
        #[rustfmt::skip]
        let cases = [
            ("Could you tell me how you got here?",            "Tell me how you got here."),
            ("Is there anything I should have asked?",         "What should I have asked?"),
            ("Is there anything I haven't asked?",             "What have I not asked?"),
            ("Is there anything I have not asked you?",        "What have I not asked you?"),
            ("Anything else we should talk about?",            "What else should we talk about?"),
            ("Is there anything you want to add?",             "What do you want to add?"),
            ("Do you have any advice for beginners?",          "What advice would you give for beginners?"),
            ("Any tips for the first week?",                   "What tips do you have for the first week?"),
        ];
        let (pack, _) = load::built_in(builtin::sources(), Some(""));
        let ear = Ear::new(&pack, None);
        for (line, expected) in cases {
            let heard = ear.hear(line, Before::default());
            let direct = wordings(&heard, heard.question.as_ref().expect(line));
            assert_eq!(direct.first().map_or("", String::as_str), expected, "{line:?}");
        }
    }
}
