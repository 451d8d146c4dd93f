//! What is short of an answer, cut from its beginning: a short form, and a gist that can follow "as I said".

use crate::text::words;

/// What a closed question gets: the first sentence, or its first clause, 2 to 10 words.
pub(super) fn short(answer: &str) -> String {
    match beginning(answer, 10) {
        (text, true) => text,
        (text, false) => format!("{}…", text.trim_end_matches([',', ';', ':', '.'])),
    }
}

/// What the answer says in a clause, as its speaker begins it.
pub(super) fn gist(answer: &str) -> String {
    let (text, _) = beginning(answer, 14);
    let text = text.trim_end_matches(['.', '!', '?', '…', ',', ';', ':']).trim_end();
    let first = text.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    if keeps_capital(first, answer) {
        return text.to_owned();
    }
    format!("{}{}", first.to_lowercase(), text.get(first.len()..).unwrap_or_default())
}

/// Whether the first word of an answer keeps its capital after "as I said": "I", and what may be a name, since
/// a capital follows, or is in it, or it has one elsewhere too.
fn keeps_capital(first: &str, answer: &str) -> bool {
    let begins_great = |word: &str| word.starts_with(char::is_uppercase);
    let mut others = answer.split_whitespace().skip(1);
    let next = others.next().unwrap_or_default();
    let is_me = |word: &str| word == "I" || word.starts_with("I'") || word.starts_with("I’");
    is_me(first)
        || first.chars().skip(1).any(char::is_uppercase)
        || (begins_great(next) && !is_me(next))
        || (first.chars().count() > 3 && others.any(|word| word.starts_with(first)))
}

/// The beginning of a text of at most so many words, and whether it ends where a clause does: whole sentences
/// of two words or more, or a first clause, or simply the first words.
fn beginning(text: &str, most: usize) -> (String, bool) {
    let text = text.trim();
    let is_right =
        |part: &&str| (2..=most).contains(&words::count(part)) && part.chars().count() <= most * 20;
    let near = |end: &usize| *end <= most * 80; // the rest of a long text need not be looked at
    let sentence_ends = ends(text, |c| matches!(c, '.' | '!' | '?' | '…')).chain([text.len()]);
    let sentences = sentence_ends.take_while(near).filter_map(|end| text.get(..end));
    if let Some(part) = { sentences }.find(|part| words::count(part) >= 2)
        && is_right(&part)
    {
        return (part.trim_end().to_owned(), true);
    }
    let clause_ends = ends(text, |c| matches!(c, ',' | ';' | ':' | '—' | '–'));
    let clauses = clause_ends.take_while(near).filter_map(|end| text.get(..end));
    if let Some(part) = { clauses }.find(|part| words::count(part) >= 3).filter(is_right) {
        return (format!("{}.", part.trim_end_matches([',', ';', ':', '—', '–', ' '])), true);
    }
    if let Some(part) = before_joint(text, most).filter(|part| is_right(&part.as_str())) {
        return (format!("{part}."), true);
    }
    match cut(text, (most.saturating_sub(1), most * 20)) {
        Some(part) => (part.to_owned(), false),
        None => (text.to_owned(), true),
    }
}

/// Words that join a further clause to one that could end.
const JOINTS: [&str; 8] = ["and", "but", "because", "so", "while", "although", "until", "which"];

/// The text before the last such word of its first words, if three or more stand before it.
fn before_joint(text: &str, most: usize) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().take(most + 1).collect();
    let at = words.iter().rposition(|word| JOINTS.contains(word)).filter(|at| *at >= 3)?;
    Some(words.get(..at)?.join(" "))
}

/// The places right behind marks of this kind that end a word.
fn ends(text: &str, is_mark: impl Fn(char) -> bool) -> impl Iterator<Item = usize> {
    text.char_indices().filter_map(move |(at, c)| {
        let end = at + c.len_utf8();
        let next = text.get(end..).and_then(|rest| rest.chars().next());
        (is_mark(c) && next.is_none_or(char::is_whitespace)).then_some(end)
    })
}

/// The text up to so many words and characters; none if it is no longer.
pub(super) fn cut(text: &str, (most_words, most_characters): (usize, usize)) -> Option<&str> {
    let mut ends = text.match_indices(char::is_whitespace).map(|(at, _)| at);
    let by_words = ends.nth(most_words.saturating_sub(1));
    let by_characters = text.char_indices().nth(most_characters).map(|(at, _)| at);
    let end = by_words.into_iter().chain(by_characters).min()?;
    text.get(..end).map(str::trim_end)
}

#[cfg(test)]
mod tests {
    use super::{gist, short};

    #[test]
    fn what_is_short_of_an_answer_is_cut_from_its_beginning() {
        let cases = [
            ("By accident. I stayed.", "By accident.", "by accident"),
            ("Yes. I walked there.", "Yes. I walked there.", "yes. I walked there"),
            ("Badly.", "Badly.", "badly"),
            ("I'd learn to keep books", "I'd learn to keep books", "I'd learn to keep books"),
            ("Lena Roth took me in.", "Lena Roth took me in.", "Lena Roth took me in"),
            ("BBC people came.", "BBC people came.", "BBC people came"),
            (
                "Come for a week in April and bring boots that you won't miss, whatever they cost you, and gloves too.",
                "Come for a week in April.",
                "come for a week in April and bring boots that you won't miss",
            ),
            (
                "I get up at five in the winter because the ewes want hay by six and nobody else is there to carry it up",
                "I get up at five in the winter.",
                "I get up at five in the winter",
            ),
            (
                "My long grey day in the high wet fields with only one old dog for company there",
                "My long grey day in the high wet fields…",
                "my long grey day in the high wet fields with only one old",
            ),
        ];
        for (answer, expected_short, expected_gist) in cases {
            assert_eq!(short(answer), expected_short, "{answer}");
            assert_eq!(gist(answer), expected_gist, "{answer}");
        }
    }
}
