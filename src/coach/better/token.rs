//! The words of a question as they are to be written again: the learner's own, in clean spelling.
//!
//! A rewrite is offered as a model, so chat spelling, lost apostrophes and slips are put right in it,
//! and names, hyphens and figures stay as they were typed.

use crate::hearing::heard::Heard;
use crate::text::words::Break;

/// One word, for matching and for writing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    /// Lower-case and written out, for matching.
    pub(super) text: String,
    /// As it is written in the middle of a sentence.
    pub(super) written: String,
    /// What stands between it and the word before.
    pub(super) glue: String,
    /// The ending it is shortened to behind the word before: "n't", "'ve".
    pub(super) short: Option<&'static str>,
    /// What follows it.
    pub(super) after: Break,
}

impl Token {
    /// The same word in another form.
    pub(super) fn changed(&self, text: String) -> Self {
        Self { written: text.clone(), text, ..self.clone() }
    }
}

/// Days and months, which learners in a hurry write small.
const CAPITAL: &[&str] = &[
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "january",
    "february",
    "april",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "english",
    "spanish",
    "french",
    "german",
    "chinese",
    "british",
    "european",
    "american",
    "african",
    "asian",
    "linkedin",
    "christmas",
];

/// The words of a part of a line.
pub(super) fn tokens(heard: &Heard, range: std::ops::Range<usize>) -> Vec<Token> {
    let line = &heard.line;
    let Some(words) = heard.words.get(range) else { return Vec::new() };
    let capitals = words.iter().filter(|word| word.capital).count();
    let is_headline = words.len() > 3 && capitals * 10 > words.len() * 7;
    let mut tokens: Vec<Token> = Vec::with_capacity(words.len());
    let mut is_aside = false;
    for (at, word) in words.iter().enumerate() {
        let between =
            at.checked_sub(1).and_then(|before| line.get(words[before].span.end..word.span.start));
        // "(and so on)": what stands in brackets is left out, but for a line that begins with one.
        is_aside = match between {
            Some(gap) if gap.contains('(') => true,
            Some(gap) if gap.contains(')') => false,
            _ => is_aside,
        };
        if is_aside {
            continue;
        }
        let typed = line.get(word.span.clone()).unwrap_or_default();
        let shared = at > 0 && words[at - 1].span == word.span;
        let shares = shared || words.get(at + 1).is_some_and(|next| next.span == word.span);
        let lower = typed.to_lowercase().replace(['’', '‘', 'ʼ', '`'], "'");
        let read = if is_slip(&lower, &word.text) { word.text.clone() } else { lower.clone() };
        let is_own = lower == word.text
            || lower.strip_suffix("'s") == Some(&word.text)
            || word.text.starts_with("favourite");
        let opens = at == 0 || matches!(words[at - 1].after, Break::Stop | Break::Question);
        let next_capital = words.get(at + 1).is_some_and(|next| next.capital);
        let is_name = typed.chars().filter(|c| c.is_uppercase()).count() > 1
            || (word.capital && !opens)
            || (word.capital && next_capital && !is_function(&word.text));
        let written = if word.text == "i" {
            "I".to_owned()
        } else if shares || (!is_own && is_chat(&lower)) {
            word.text.clone()
        } else if !is_own {
            read.clone()
        } else if is_name && !is_headline && !is_shouted(words.len(), typed, line) {
            typed.to_owned()
        } else {
            lower.clone()
        };
        let written = match CAPITAL.contains(&written.as_str()) {
            true if written == "linkedin" => "LinkedIn".to_owned(),
            true => crate::text::words::capitalised(&written),
            false => written,
        };
        let written = with_marks(line, word.span.start, word.span.end, written);
        let short =
            if shared && lower.contains('\'') { shortened(&word.text, &lower) } else { None };
        let gap = match at.checked_sub(1) {
            Some(before) if words[before].span.end <= word.span.start => {
                line.get(words[before].span.end..word.span.start).unwrap_or(" ")
            }
            _ => " ",
        };
        // "work-life", "24/7", "R&D" hold together; a comma is kept, brackets and the like are not.
        let glue = match gap {
            "-" | "–" | "/" | "&" | "'" | "’" | ":" => gap,
            _ if gap.trim() == "&" => " & ",
            _ if gap.trim() == "/" => " / ",
            _ if gap.trim() == "," => ", ",
            _ => " ",
        };
        tokens.push(Token {
            text: if shares || is_own || is_chat(&lower) { word.text.clone() } else { read },
            written,
            glue: glue.to_owned(),
            short,
            after: word.after,
        });
    }
    tokens.retain(|token| token.text != "please");
    for at in 0..tokens.len() {
        let shortened = match tokens[at].text.as_str() {
            "yrs" => "years",
            "hrs" => "hours",
            _ => "",
        };
        if !shortened.is_empty() {
            tokens[at] = tokens[at].changed(shortened.to_owned());
        }
        let next = tokens.get(at + 1).map_or("", |next| next.text.as_str());
        let is_it = tokens[at].text == "its"
            && (matches!(next, "too" | "so" | "a" | "the" | "not" | "true" | "all")
                || super::lexicon::is_degree(next) && !next.is_empty()
                || super::lexicon::is_hard(next));
        if is_it {
            tokens[at] = tokens[at].changed("it".to_owned());
            let is = Token { short: Some("'s"), ..tokens[at].changed("is".to_owned()) };
            tokens.insert(at + 1, is);
            break;
        }
        let next_is_verb = tokens.get(at + 1).is_some_and(|next| super::verb::is_base(&next.text));
        if tokens[at].text == "2" && next_is_verb {
            tokens[at] = tokens[at].changed("to".to_owned());
        }
    }
    tokens
}

/// Whether a word is written out by the ear: "ur", "ppl", "dont".
fn is_chat(typed: &str) -> bool {
    crate::text::words::words(typed).first().is_some_and(|word| word.text != typed)
}

/// Whether the ear's reading of a word is what was meant. It reads towards the words that topics are
/// asked with, so it takes "crane" for "craze"; only slips that leave no word behind are put right.
fn is_slip(typed: &str, read: &str) -> bool {
    if typed.replace('z', "s") == read {
        return false; // both spellings are right
    }
    let (short, long) = if typed.len() < read.len() { (typed, read) } else { (read, typed) };
    let is_ending = long.strip_prefix(short).is_some_and(|end| end.len() == 1);
    // "carreer": a letter typed twice.
    let is_doubled = long.as_bytes().windows(2).enumerate().any(|(at, pair)| {
        pair[0] == pair[1] && long.is_ascii() && [&long[..at], &long[at + 1..]].concat() == short
    });
    let mut letters: [Vec<char>; 2] = [typed.chars().collect(), read.chars().collect()];
    for word in &mut letters {
        word.sort_unstable();
    }
    let are_swapped = letters[0] == letters[1];
    are_swapped || is_doubled || (!is_ending && short.len() >= 8 && short.len() < long.len())
}

/// Whether a line is typed all in capitals, so that they say nothing about a word.
fn is_shouted(words: usize, typed: &str, line: &str) -> bool {
    let is_loud = !typed.chars().any(char::is_lowercase);
    is_loud && words > 1 && !line.chars().any(char::is_lowercase)
}

/// Words that are no names even with a capital.
fn is_function(word: &str) -> bool {
    super::lexicon::is_definite(word)
        || super::lexicon::is_preposition(word)
        || matches!(
            word,
            "a" | "an"
                | "is"
                | "are"
                | "was"
                | "were"
                | "do"
                | "does"
                | "did"
                | "have"
                | "has"
                | "can"
                | "could"
                | "would"
                | "will"
                | "should"
                | "so"
                | "and"
                | "they"
                | "we"
                | "most"
        )
}

/// "$50k", "C++", "20%": marks that belong to the word.
fn with_marks(line: &str, start: usize, end: usize, written: String) -> String {
    let before = line.get(..start).and_then(|head| head.chars().next_back());
    let after: String = line
        .get(end..)
        .unwrap_or_default()
        .chars()
        .take_while(|c| matches!(c, '+' | '#' | '%'))
        .collect();
    match before {
        Some(mark @ ('$' | '£' | '€' | '#')) => format!("{mark}{written}{after}"),
        _ => written + &after,
    }
}

fn shortened(word: &str, typed: &str) -> Option<&'static str> {
    let ending = match word {
        "not" => "n't",
        "are" => "'re",
        "have" => "'ve",
        "will" => "'ll",
        "would" => "'d",
        "am" => "'m",
        "is" => "'s",
        _ => return None,
    };
    typed.ends_with(ending).then_some(ending)
}

/// Words in a row, as one writes them.
pub(super) fn join(tokens: &[Token]) -> String {
    // "A very unstable place" is "an unstable place" without "very".
    let written = |at: usize| match (tokens[at].text.as_str(), tokens.get(at + 1)) {
        ("a" | "an", Some(next)) => super::pattern::article(&next.written),
        _ => tokens[at].written.as_str(),
    };
    let mut joined = String::new();
    for (at, token) in tokens.iter().enumerate() {
        let Some(before) = at.checked_sub(1).and_then(|before| tokens.get(before)) else {
            joined.push_str(written(at));
            continue;
        };
        match token.short {
            Some("n't") if before.text == "can" => joined.push_str("'t"),
            Some("n't") if before.text == "will" => {
                joined.truncate(joined.len() - "will".len());
                joined.push_str("won't");
            }
            Some(short) => joined.push_str(short),
            None => {
                joined.push_str(&token.glue);
                joined.push_str(written(at));
            }
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::{join, tokens};
    use crate::hearing::{Before, Ear};
    use crate::pack::{builtin, load};

    #[test]
    fn words_come_back_in_clean_spelling() {
        let cases = [
            ("do u like ur job", "do you like your job"),
            (
                "Do you work with R&D or C++ people in Oslo?",
                "do you work with R&D or C++ people in Oslo",
            ),
            ("dont i need a degree", "do not I need a degree"),
            ("Do you know what you'll do?", "do you know what you'll do"),
            (
                "is your work-life balance good on mondays",
                "is your work-life balance good on mondays",
            ),
            ("Is Maya's lab paid $50k", "is Maya's lab paid $50k"),
            ("IS THE PAY GOOD", "is the pay good"),
        ];
        let (pack, _) = load::built_in(builtin::sources(), Some(""));
        let ear = Ear::new(&pack, None);
        for (line, expected) in cases {
            let heard = ear.hear(line, Before::default());
            assert_eq!(join(&tokens(&heard, 0..heard.words.len())), expected);
        }
    }
}
