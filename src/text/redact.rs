//! Names taken out of text, so that it can be given away.

use std::collections::BTreeSet;

use super::words::slug;

/// Names and what stands for each.
#[derive(Debug, Clone, Default)]
pub struct Redaction {
    /// A name or a part of one, in lower case, what stands for it, and whether it counts in lower case too;
    /// longest first.
    names: Vec<(Vec<char>, String, bool)>,
    count: usize,
}

/// Words by which somebody introduces themselves; what follows is a name.
const INTRODUCES: [&str; 6] =
    ["i'm ", "i\u{2019}m ", "i am ", "my name is ", "my name's ", "this is "];

/// The names by which a text's speaker calls themselves: one or two words with a capital after "I'm", or after
/// "my name is" however they are written.
#[must_use]
pub fn own_names(text: &str) -> BTreeSet<String> {
    let lower: String = text.chars().map(|c| c.to_lowercase().next().unwrap_or(c)).collect();
    let mut names = BTreeSet::new();
    for lead in INTRODUCES {
        for (at, _) in lower.match_indices(lead) {
            // Lower case may take other bytes, so places are counted in characters.
            let place = lower[..at].chars().count() + lead.chars().count();
            let rest: String = text.chars().skip(place).take(60).collect();
            let surely = lead.starts_with("my name");
            let mut name: Vec<&str> = Vec::new();
            for word in rest.split(' ').take(2) {
                let plain = word.trim_end_matches(|c: char| !c.is_alphanumeric());
                let is_name = plain.chars().count() > 1
                    && plain.chars().all(|c| c.is_alphabetic() || "'\u{2019}-".contains(c))
                    && (plain.starts_with(char::is_uppercase) || surely && name.is_empty());
                if !is_name {
                    break;
                }
                name.push(plain);
                if plain.len() != word.len() {
                    break;
                }
            }
            if !name.is_empty() {
                names.insert(name.join(" "));
            }
        }
    }
    names
}

impl Redaction {
    /// Takes out the names of people, whole and in parts, and phrases, whole: "Person 1" for the first in order,
    /// and so on. A part that is a common word as well ("Will", "May") is taken out only with its capital.
    #[must_use]
    pub fn of(
        people: &BTreeSet<String>,
        phrases: &BTreeSet<String>,
        ids: &dyn Fn(&str) -> String,
    ) -> Self {
        let mut all: Vec<(String, String, bool)> = Vec::new();
        let count = people.union(phrases).count();
        for (at, name) in people.union(phrases).enumerate() {
            let person = format!("Person {}", at + 1);
            if people.contains(name) {
                for part in name.split(|c: char| !c.is_alphanumeric() && !"'\u{2019}".contains(c)) {
                    if part.chars().count() > 1 && part.starts_with(char::is_uppercase) {
                        let in_lower = part.chars().count() > 3
                            && !COMMON.contains(&part.to_lowercase().as_str());
                        all.push((part.to_owned(), person.clone(), in_lower));
                    }
                }
                for id in [slug(name), ids(name)] {
                    if id.contains('-') {
                        all.push((id, slug(&person), true));
                    }
                }
            }
            all.push((name.clone(), person, true));
        }
        all.retain(|(name, ..)| !name.is_empty());
        all.sort_by(|a, b| b.0.chars().count().cmp(&a.0.chars().count()).then_with(|| a.cmp(b)));
        all.dedup_by(|a, b| a.0 == b.0);
        let names = all
            .into_iter()
            .map(|(name, person, in_lower)| {
                (name.to_lowercase().chars().collect(), person, in_lower)
            })
            .collect();
        Self { names, count }
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

    /// The text without the names, in one pass; a name inside a longer word stays.
    #[must_use]
    pub fn apply(&self, text: &str) -> String {
        let characters: Vec<char> = text.chars().collect();
        let lower: Vec<char> =
            characters.iter().map(|c| c.to_lowercase().next().unwrap_or(*c)).collect();
        let mut whole = String::with_capacity(text.len());
        let mut at = 0;
        let joins = |at: Option<&char>| at.is_some_and(|c| c.is_alphanumeric());
        while at < characters.len() {
            let begins = at == 0 || !characters[at - 1].is_alphanumeric();
            let found = self.names.iter().filter(|_| begins).find(|(name, _, in_lower)| {
                lower[at..].starts_with(name)
                    && !joins(characters.get(at + name.len()))
                    && (*in_lower || characters[at].is_uppercase())
            });
            if let Some((name, person, _)) = found {
                whole.push_str(person);
                at += name.len();
            } else {
                whole.push(characters[at]);
                at += 1;
            }
        }
        whole
    }

    /// A path without the names.
    #[must_use]
    pub fn apply_to_path(&self, path: &str) -> String {
        self.apply(path).replace(' ', "-")
    }
}

/// Names that are common words too.
const COMMON: [&str; 16] = [
    "will", "may", "mark", "rose", "grace", "hope", "faith", "june", "april", "august", "frank",
    "bill", "rich", "young", "field", "hill",
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Redaction, own_names};

    fn redaction(people: &[&str], phrases: &[&str]) -> Redaction {
        let set = |names: &[&str]| -> BTreeSet<String> {
            names.iter().map(|name| (*name).to_owned()).collect()
        };
        Redaction::of(&set(people), &set(phrases), &|name| {
            name.to_lowercase().replace(['ë', ' '], "-")
        })
    }

    #[test]
    fn names_are_taken_out_whole_and_in_parts() {
        let redaction =
            redaction(&["Dana \"Dee\" Whitfield", "Sam", "Will Bo"], &["The Harbour Club"]);
        for (text, expected) in [
            ("Hi Dana, I'm Sam.", "Hi Person 1, I'm Person 2."),
            (
                "dana, Dee and Mrs Whitfield know Samantha",
                "Person 1, Person 1 and Mrs Person 1 know Samantha",
            ),
            ("I will ask Will about the club.", "I will ask Person 4 about the club."),
            ("the harbour club is the same", "Person 3 is the same"),
        ] {
            assert_eq!(redaction.apply(text), expected);
        }
        assert_eq!(redaction.len(), 4);
    }

    #[test]
    fn what_stands_for_a_name_is_not_replaced_again() {
        let redaction = redaction(&["Person Eight", "Zoë Müller"], &[]);
        assert_eq!(redaction.apply("Person Eight and Zoë"), "Person 1 and Person 2");
        assert_eq!(redaction.apply_to_path("plans/zoë-müller.toml"), "plans/person-2.toml");
    }

    #[test]
    fn a_learner_names_themselves() {
        let said =
            "Hello, my name is José García. I am glad. I'm Kim, and I'm curious. my name is bo";
        assert_eq!(own_names(said), ["José García", "Kim", "bo"].map(str::to_owned).into());
    }
}
