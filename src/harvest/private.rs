//! What learners type and is nobody's business: masked before it is kept, shown or written.

use std::collections::BTreeSet;

use crate::text::redact::{self, Redaction};
use crate::text::words::slug;

/// So many digits, with what stands between the parts of a number, are a phone number or the like.
const MANY_DIGITS: usize = 7;

/// So many digits in a row are a number of somebody's.
const LONG_NUMBER: usize = 5;

/// What stands in place of what was masked.
const MASKS: [&str; 4] = ["[e-mail]", "[link]", "[handle]", "[number]"];

/// What is masked in the lines of one talk.
#[derive(Debug, Clone, Default)]
pub struct Masking {
    names: Redaction,
}

impl Masking {
    /// Looks for the names by which somebody introduces themselves in these lines. The name of the person they talk
    /// to is no secret.
    pub fn of<'a>(lines: impl IntoIterator<Item = &'a str>, interviewee: &str) -> Self {
        let known: BTreeSet<String> =
            interviewee.split_whitespace().map(str::to_lowercase).collect();
        let mut names: BTreeSet<String> = lines.into_iter().flat_map(redact::own_names).collect();
        names.retain(|name| !name.split(' ').all(|word| known.contains(&word.to_lowercase())));
        Self { names: Redaction::of(&names, &BTreeSet::new(), &|name| slug(name)) }
    }

    /// A line with what is private in it masked.
    #[must_use]
    pub fn apply(&self, line: &str) -> String {
        masked(&self.names.apply(line))
    }
}

/// Whether something was masked in a text, as far as one can see.
#[must_use]
pub fn is_masked(text: &str) -> bool {
    let is_name = |rest: &str| rest.starts_with(|c: char| c.is_ascii_digit());
    MASKS.iter().any(|mask| text.contains(mask)) || text.split("Person ").skip(1).any(is_name)
}

/// A text without e-mail addresses, links, handles, and phone and other long numbers.
#[must_use]
pub fn masked(text: &str) -> String {
    let mut whole = String::with_capacity(text.len());
    for piece in text.split_inclusive(char::is_whitespace) {
        let word = piece.trim_end();
        let is_inside = |c: char| c.is_alphanumeric() || "@+".contains(c);
        let core = word.trim_matches(|c| !is_inside(c));
        match address(core) {
            Some(mask) => whole.push_str(&piece.replacen(core, mask, 1)),
            None => whole.push_str(piece),
        }
    }
    without_numbers(&whole)
}

/// The mask for a word that leads to somebody.
fn address(word: &str) -> Option<&'static str> {
    let lower = word.to_lowercase();
    let [mail, link, handle, _] = MASKS;
    match lower.split_once('@') {
        Some(("", name)) if !name.is_empty() => Some(handle),
        Some((name, host)) if !name.is_empty() && !host.is_empty() => Some(mail),
        _ if lower.contains("://") || lower.starts_with("www.") => Some(link),
        // "linkedin.com/in/…", not "and/or".
        _ => lower.split_once('/').filter(|(host, _)| host.contains('.')).map(|_| link),
    }
}

fn without_numbers(text: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    let mut whole = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(first) = characters.get(at) {
        let begins = first.is_ascii_digit() || matches!(first, '+' | '(');
        let number = if begins { number(&characters[at..]) } else { 0 };
        if number == 0 {
            whole.push(*first);
            at += 1;
            continue;
        }
        let digits: String = characters[at..at + number].iter().collect();
        let is_private = is_private(&digits);
        whole.push_str(if is_private { MASKS[3] } else { &digits });
        at += number;
    }
    whole
}

/// How many characters the number has that begins here; 0 if none does.
fn number(rest: &[char]) -> usize {
    let mut end = 0;
    let mut between = 0;
    for (at, character) in rest.iter().enumerate() {
        if character.is_ascii_digit() {
            end = at + 1;
            between = 0;
        } else if " -.()/+".contains(*character) && between < 2 {
            between += 1;
        } else {
            break;
        }
    }
    end
}

fn is_private(number: &str) -> bool {
    let digits = number.chars().filter(char::is_ascii_digit).count();
    let rows: Vec<&str> =
        number.split(|c: char| !c.is_ascii_digit()).filter(|row| !row.is_empty()).collect();
    // "from 2019 to 2024" written short.
    let is_year = |row: &&str| row.len() == 4 && (row.starts_with("19") || row.starts_with("20"));
    let years = rows.len() == 2 && rows.iter().all(is_year);
    digits >= MANY_DIGITS && !years || rows.iter().any(|row| row.len() >= LONG_NUMBER)
}

#[cfg(test)]
mod tests {
    use super::{Masking, is_masked, masked};

    #[test]
    fn addresses_and_long_numbers_are_masked_and_the_rest_stays() {
        for (text, expected) in [
            ("write to priya.k@example.org, please", "write to [e-mail], please"),
            ("(priya@example.org)", "([e-mail])"),
            ("see https://example.org/me?x=1 or www.example.org", "see [link] or [link]"),
            ("I am at linkedin.com/in/priya-k now", "I am at [link] now"),
            ("I'm @priya_k there", "I'm [handle] there"),
            ("ring +44 (0)7700 900-123 today", "ring [number] today"),
            ("ring 07700 900123", "ring [number]"),
            ("student 1234567", "student [number]"),
            ("born 2001-04-30?", "born [number]?"),
            ("it opened in 1931, and/or in 1932", "it opened in 1931, and/or in 1932"),
            ("from 2019-2024 you had 2,300 kilometres", "from 2019-2024 you had 2,300 kilometres"),
            ("7 (or 8) a day at 10.30", "7 (or 8) a day at 10.30"),
            ("", ""),
            ("é@ü 日本語", "[e-mail] 日本語"),
        ] {
            assert_eq!(masked(text), expected);
            assert_eq!(is_masked(&masked(text)), text != expected, "{text}");
        }
    }

    #[test]
    fn the_name_of_a_learner_is_masked_wherever_it_stands_and_the_interviewee_s_is_not() {
        let lines = ["Hello, I'm Priya Kaur.", "This is Ada, isn't it?"];
        let masking = Masking::of(lines, "Ada Crumb");
        assert_eq!(
            masking.apply("Priya again. How is Ada's oven?"),
            "Person 1 again. How is Ada's oven?"
        );
        assert!(is_masked(&masking.apply(lines[0])));
    }
}
