//! Texts: can they be said, and do they sound like somebody talking?

use std::collections::BTreeMap;

use super::rules;
use crate::finding::{Finding, Rule};
use crate::pack::placed::Text;
use crate::pack::scenario::{Answer, Scenario};
use crate::text::closest::likeness;
use crate::text::words::{count, joined, words};

/// The most words that are said at one go. Answers to open questions in 49 recorded career interviews rarely
/// pass a minute at some 150 words a minute.
const MOST_AT_ONCE: usize = 130;

/// The most words of a short form.
const MOST_SHORT: usize = 14;

/// The most words of a sentence that is said aloud.
const MOST_IN_SENTENCE: usize = 45;

/// The most words that name a hook.
const MOST_IN_HOOK: usize = 4;

/// From this likeness on, two variants are the same text, 0 to 1.
const SAME: f64 = 0.94;

/// A variant is compared with so many before it.
const COMPARED: usize = 12;

/// A sentence with so many words is not said twice by chance.
const LONG_ENOUGH: usize = 8;

/// Checks every text of a scenario's own file.
pub(super) fn check(file: &str, own: &Scenario, found: &mut Vec<Finding>) {
    for list in own.spoken() {
        check_list(file, list, found);
    }
    for (_, answer) in own.answers() {
        check_answer(file, answer, found);
    }
    check_repeats(file, own, found);
}

fn check_list(file: &str, list: &[Text], found: &mut Vec<Finding>) {
    let mut say = |rule: &'static Rule, text: &Text, message: String| {
        found.push(Finding::new(rule, file, text.span(), message));
    };
    for (at, text) in list.iter().enumerate() {
        let length = count(text);
        if text.trim().is_empty() {
            if list.len() > 1 {
                say(&rules::EMPTY_VARIANT, text, "this variant has no words".to_owned());
            }
            continue; // a list without any words is an error, which has been said
        }
        if length > MOST_AT_ONCE {
            let message = format!("these are {length} words at one go; {MOST_AT_ONCE} is the most");
            say(&rules::TOO_LONG_TO_SAY, text, message);
        } else if let Some(most) = longest_sentence(text).filter(|most| *most > MOST_IN_SENTENCE) {
            let message =
                format!("a sentence here has {most} words; {MOST_IN_SENTENCE} is the most");
            say(&rules::LONG_SENTENCE, text, message);
        }
        if let Some(what) = unsayable(text) {
            say(&rules::NOT_SPEECH, text, format!("{what} cannot be said aloud"));
        }
        let before = list.iter().take(at).rev().take(COMPARED);
        let before = before.filter(|other| !other.trim().is_empty());
        if before.into_iter().any(|other| likeness(other, text) > SAME) {
            let message = "this is nearly the same as another variant of the list".to_owned();
            say(&rules::NEAR_EQUAL_VARIANTS, text, message);
        }
    }
}

/// The words of the longest sentence of a text.
fn longest_sentence(text: &str) -> Option<usize> {
    text.split(['.', '!', '?', '…', ';', ':', '\n']).map(count).max()
}

/// What of a text cannot be said aloud.
fn unsayable(text: &str) -> Option<&'static str> {
    let is_list = |line: &str| {
        let line = line.trim_start();
        line.starts_with("- ") || line.starts_with("* ") || line.starts_with("• ")
    };
    if text.contains("**") || text.contains("__") || text.contains('`') || text.contains("](") {
        Some("markup")
    } else if text.lines().any(is_list) {
        Some("a list")
    } else if text.contains(['(', '[', '*', '<']) {
        Some("a remark in brackets")
    } else if text.chars().any(is_pictograph) {
        Some("an emoji")
    } else {
        None
    }
}

fn is_pictograph(c: char) -> bool {
    matches!(u32::from(c), 0x2600..=0x27BF | 0x1F000..=0x1FAFF)
}

fn check_answer(file: &str, answer: &Answer, found: &mut Vec<Finding>) {
    if let Some(short) = &answer.short {
        let length = count(short);
        if length > MOST_SHORT {
            let message = format!("the short form has {length} words; {MOST_SHORT} is the most");
            found.push(Finding::new(&rules::SHORT_TOO_LONG, file, short.span(), message));
        }
    }
    if answer.gist.trim_end().ends_with(['.', '!', '?', ':']) {
        let message = "a gist stands in the middle of a sentence".to_owned();
        let place = Finding::new(&rules::GIST_NOT_A_CLAUSE, file, answer.gist.span(), message);
        found.push(place.with_help("take the mark at its end off"));
    }
    for name in answer.hooks.iter().flat_map(|hook| &hook.words) {
        let length = count(name);
        if length > MOST_IN_HOOK {
            let message = format!("a hook of {length} words is hard to take up");
            found.push(Finding::new(&rules::LONG_HOOK, file, name.span(), message));
        }
    }
}

/// Finds sentences that stand in two places of a scenario. Variants of one list never meet in one talk, so they
/// may share some.
fn check_repeats(file: &str, own: &Scenario, found: &mut Vec<Finding>) {
    let mut first: BTreeMap<String, usize> = BTreeMap::new();
    for (place, list) in own.spoken().into_iter().enumerate() {
        for text in list {
            let mut is_said = false;
            for sentence in text.split(['.', '!', '?', '…']) {
                let sentence = words(sentence);
                if sentence.len() < LONG_ENOUGH {
                    continue;
                }
                let known = *first.entry(joined(&sentence)).or_insert(place);
                is_said |= known != place;
            }
            if is_said {
                let message = "a sentence of this stands in another place too".to_owned();
                found.push(Finding::new(&rules::SAID_TWICE, file, text.span(), message));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::longest_sentence;
    use super::unsayable;

    #[test]
    fn what_cannot_be_said_is_named() {
        let cases = [
            ("I was there, you know; at night.", None),
            ("She said - and I agree - that it was late.", None),
            ("That was **hard**.", Some("markup")),
            ("See [here](x).", Some("markup")),
            ("- one\n- two", Some("a list")),
            ("(laughs) Well.", Some("a remark in brackets")),
            ("*sighs* Well.", Some("a remark in brackets")),
            ("Lovely 🙂", Some("an emoji")),
            ("Café, naïve, 東京, half past 4.", None),
        ];
        for (text, expected) in cases {
            assert_eq!(unsayable(text), expected, "{text:?}");
        }
    }

    #[test]
    fn sentences_end_where_a_voice_falls() {
        let cases = [
            ("", 0),
            ("One two three.", 3),
            ("One. Two three! Four?", 2),
            ("One; two three: four", 2),
        ];
        for (text, expected) in cases {
            assert_eq!(longest_sentence(text), Some(expected), "{text:?}");
        }
    }
}
