//! The direct form of a polite question: "Could you tell me how…" becomes "Tell me how…".

use super::sentence;
use super::token::{join, tokens};
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
