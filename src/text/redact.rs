//! Names taken out of text, so that it can be given away.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use regex::Regex;

use super::words::slug;

/// Names and what stands for each.
#[derive(Debug, Clone, Default)]
pub struct Redaction {
    /// A name or a part of one, and what stands for it; longest first.
    names: Vec<(String, String)>,
    count: usize,
}

/// "I'm Sam", "my name is Sam Ortiz": what a learner calls themselves.
static OWN_NAME: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?:[Ii]['\u{2019}]m|[Ii] am|[Mm]y name is|[Mm]y name's|[Tt]his is) ([A-Z][a-z]{1,20}(?: [A-Z][a-z]{1,20})?)").ok()
});

/// The names by which a text's speaker calls themselves.
#[must_use]
pub fn own_names(text: &str) -> BTreeSet<String> {
    let found = OWN_NAME.as_ref().into_iter().flat_map(|own| own.captures_iter(text));
    found.filter_map(|found| found.get(1)).map(|name| name.as_str().to_owned()).collect()
}

/// The values of some keys in TOML, line by line, without their quotes.
#[must_use]
pub fn values_of(text: &str, keys: &[&str]) -> Vec<String> {
    let lines = text.lines().filter_map(|line| line.split_once('='));
    let wanted = lines.filter(|(key, _)| keys.contains(&key.trim()));
    wanted.map(|(_, value)| value.trim().trim_matches('"').to_owned()).collect()
}

impl Redaction {
    /// Takes these names out, whole and each part of them that is no common word: "Person 1" for the first
    /// in order, and so on.
    #[must_use]
    pub fn of(names: BTreeSet<String>) -> Self {
        let mut all: Vec<(String, String)> = Vec::new();
        let count = names.len();
        for (at, name) in names.into_iter().enumerate() {
            let person = format!("Person {}", at + 1);
            for part in name.split_whitespace().filter(|part| part.chars().count() > 2) {
                if part.starts_with(char::is_uppercase) {
                    all.push((part.to_owned(), person.clone()));
                }
            }
            all.push((slug(&name), slug(&person)));
            all.push((name, person));
        }
        all.retain(|(name, _)| !name.is_empty());
        all.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.cmp(b)));
        all.dedup_by(|a, b| a.0 == b.0);
        Self { names: all, count }
    }

    /// How many names are taken out.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.count
    }

    /// Whether no name is taken out.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// The text without the names; a name inside a longer word stays.
    #[must_use]
    pub fn apply(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for (name, person) in &self.names {
            text = replaced(&text, name, person);
        }
        text
    }

    /// A path without the names.
    #[must_use]
    pub fn apply_to_path(&self, path: &str) -> String {
        self.apply(path).replace(' ', "-")
    }
}

/// Every place where `name` stands by itself, replaced.
fn replaced(text: &str, name: &str, person: &str) -> String {
    let mut whole = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(name) {
        let (before, after) = (&rest[..at], &rest[at + name.len()..]);
        let joins = |character: Option<char>| character.is_some_and(char::is_alphanumeric);
        let by_itself = !joins(before.chars().next_back()) && !joins(after.chars().next());
        whole.push_str(before);
        whole.push_str(if by_itself { person } else { name });
        rest = after;
    }
    whole.push_str(rest);
    whole
}

#[cfg(test)]
mod tests {
    use super::{Redaction, own_names, values_of};

    #[test]
    fn names_are_taken_out_whole_and_in_parts() {
        let names = ["Dana Whitfield", "Sam"].map(str::to_owned).into();
        let redaction = Redaction::of(names);
        assert_eq!(
            redaction.apply("Hi Dana, I'm Sam. Mrs Whitfield knows Samantha (dana-whitfield)."),
            "Hi Person 1, I'm Person 2. Mrs Person 1 knows Samantha (person-1)."
        );
        assert_eq!(redaction.apply_to_path("plans/dana-whitfield.toml"), "plans/person-1.toml");
        assert_eq!(redaction.len(), 2);
    }

    #[test]
    fn a_learner_names_themselves() {
        let said = "Hello, my name is Sam Ortiz. I am glad. I'm Kim, and I'm curious.";
        assert_eq!(own_names(said), ["Kim", "Sam Ortiz"].map(str::to_owned).into());
        assert_eq!(values_of("name = \"Bo\"\nrole = \"x\"", &["name"]), ["Bo"]);
    }
}
