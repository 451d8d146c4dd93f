//! New packs, scenarios, topics and cases, to be filled in.
//!
//! What is begun passes `pack check` from the start. An instructor changes sentences in something that works,
//! and sees after each change whether it still does; nobody faces an empty file. So there is no "TODO"
//! anywhere: every text can be said as it stands, and the comments beside it say what belongs there.

mod aloud;
mod beginning;
pub mod block;
pub mod notes;
mod quoted;

use self::quoted::quoted;
use crate::text::clean;
use crate::text::words;

/// A file that is to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewFile {
    /// Its path inside the pack, with `/` between folders.
    pub path: String,
    /// What it says.
    pub text: String,
}

/// The manifest of the starter pack. Its id and title are replaced by those of the new pack.
const MANIFEST: &str = include_str!("scaffold/starter/pack.toml");

/// The other files of the starter pack: the model that instructors learn from.
const STARTER: [(&str, &str); 3] = [
    ("scenarios/nell-okoro.toml", include_str!("scaffold/starter/scenarios/nell-okoro.toml")),
    (
        "question_banks/work-with-hands.toml",
        include_str!("scaffold/starter/question_banks/work-with-hands.toml"),
    ),
    ("cases/nell-okoro.toml", include_str!("scaffold/starter/cases/nell-okoro.toml")),
];

/// The scenario of the starter pack.
pub const STARTER_SCENARIO: &str = "nell-okoro";

/// Who somebody new is, before what they say.
const HEAD: &str = include_str!("scaffold/person/head.toml");

/// What somebody new says.
const TOPICS: &str = include_str!("scaffold/person/topics.toml");

/// Whom somebody new knows.
const TAIL: &str = include_str!("scaffold/person/tail.toml");

/// An id may have this many characters, so that it can name a file on any system.
const LONGEST_ID: usize = 60;

/// The files of a new pack in a folder of this name: the starter pack with an id and a title of its own.
#[must_use]
pub fn pack(folder: &str) -> Vec<NewFile> {
    let id = Some(as_id(folder)).filter(|id| !id.is_empty());
    let id = id.unwrap_or_else(|| "my-pack".to_owned());
    let title = words::capitalised(clean::line(&folder.replace(['-', '_'], " ")).trim());
    let title = if title.is_empty() { "My pack".to_owned() } else { title };
    let manifest = MANIFEST
        .replacen("id = \"starter\"", &format!("id = {}", quoted(&id)), 1)
        .replacen("title = \"Starter\"", &format!("title = {}", quoted(&title)), 1);
    let others = STARTER.iter().map(|(path, text)| new_file((*path).to_owned(), text));
    [new_file("pack.toml".to_owned(), &manifest)].into_iter().chain(others).collect()
}

fn new_file(path: String, text: &str) -> NewFile {
    // A checkout may have given the files other line ends.
    NewFile { path, text: text.replace("\r\n", "\n") }
}

/// A scenario with this id: somebody who can be talked to at once, and whose every sentence is there to be
/// replaced.
#[must_use]
pub fn scenario(id: &str) -> NewFile {
    person(id, TOPICS, 8)
}

/// Somebody new, who says what stands in `topics`, in a talk of so many minutes.
fn person(id: &str, topics: &str, minutes: usize) -> NewFile {
    let mention_at = (minutes / 4).max(1);
    let head = HEAD
        .replacen("minutes = 8 ", &format!("minutes = {minutes} "), 1)
        .replacen("mention_at = 2 ", &format!("mention_at = {mention_at} "), 1)
        .replace("first-last", id)
        .replace("First Last", &name_of(id));
    new_file(path_of(id), &format!("{head}{topics}{TAIL}"))
}

/// Where a scenario stands in its pack.
#[must_use]
pub fn path_of(id: &str) -> String {
    format!("scenarios/{id}.toml")
}

/// The name that an id stands for, as far as one can tell: "lena-roth" is Lena Roth.
#[must_use]
pub fn name_of(id: &str) -> String {
    let words: Vec<String> =
        id.split('-').filter(|word| !word.is_empty()).map(words::capitalised).collect();
    words.join(" ")
}

/// How a text is written as an id: lower-case letters, digits and hyphens, a letter first. Empty if it has
/// no letter or digit that an id can have.
#[must_use]
pub fn as_id(text: &str) -> String {
    let mut id = String::new();
    for character in text.to_lowercase().chars() {
        match plain(character) {
            Some(letters) => id.push_str(letters),
            None if character.is_ascii_alphanumeric() => id.push(character),
            None if character == '\'' || character == '’' => {}
            None if id.is_empty() || id.ends_with('-') => {}
            None => id.push('-'),
        }
    }
    if id.starts_with(|first: char| first.is_ascii_digit()) {
        id.insert_str(0, "p-");
    }
    id.truncate(LONGEST_ID); // all of it is ASCII
    id.trim_end_matches('-').to_owned()
}

/// A letter with an accent, without it.
const fn plain(letter: char) -> Option<&'static str> {
    Some(match letter {
        'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' | 'ā' | 'ą' => "a",
        'é' | 'è' | 'ê' | 'ë' | 'ē' | 'ę' | 'ě' => "e",
        'í' | 'ì' | 'î' | 'ï' | 'ī' | 'ı' => "i",
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'ø' | 'ō' | 'ő' => "o",
        'ú' | 'ù' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' => "u",
        'ý' | 'ÿ' => "y",
        'ç' | 'ć' | 'č' => "c",
        'ñ' | 'ń' | 'ň' => "n",
        'ś' | 'š' | 'ş' => "s",
        'ź' | 'ż' | 'ž' => "z",
        'ř' => "r",
        'ł' => "l",
        'ğ' => "g",
        'ð' | 'ď' => "d",
        'ť' | 'ţ' => "t",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        _ => return None,
    })
}

/// An id that begins like `wanted` and is not taken.
fn free_id(wanted: &str, is_taken: impl Fn(&str) -> bool) -> String {
    if !is_taken(wanted) {
        return wanted.to_owned();
    }
    let mut number = 2_u32;
    loop {
        let id = format!("{wanted}-{number}");
        if !is_taken(&id) {
            return id;
        }
        number = number.wrapping_add(1);
    }
}

#[cfg(test)]
mod tests {
    use super::{as_id, free_id, name_of, pack};

    #[test]
    fn a_text_becomes_an_id_that_can_name_a_file() {
        let cases = [
            ("lena-roth", "lena-roth"),
            ("Lena Roth", "lena-roth"),
            ("  José  O'Neil ", "jose-oneil"),
            ("night__shifts!", "night-shifts"),
            ("3D printing", "p-3d-printing"),
            ("Łukasz Groß", "lukasz-gross"),
            ("--", ""),
            ("日本", ""),
            ("../../etc/passwd", "etc-passwd"),
        ];
        for (text, id) in cases {
            assert_eq!(as_id(text), id, "{text}");
            assert_eq!(as_id(id), id, "an id stays as it is");
        }
        assert_eq!(as_id(&"ab-".repeat(50)).len(), 59);
    }

    #[test]
    fn an_id_tells_a_name() {
        for (id, name) in [("lena-roth", "Lena Roth"), ("ada", "Ada"), ("m-van-dyk", "M Van Dyk")] {
            assert_eq!(name_of(id), name);
        }
    }

    #[test]
    fn a_pack_is_called_after_its_folder() {
        for (folder, id, title) in [
            ("care-jobs", "care-jobs", "Care jobs"),
            ("My \"first\" pack", "my-first-pack", "My \\\"first\\\" pack"),
            ("日本", "my-pack", "日本"),
            ("", "my-pack", "My pack"),
        ] {
            let manifest = &pack(folder)[0].text;
            assert!(manifest.contains(&format!("\nid = \"{id}\" ")), "{manifest}");
            assert!(manifest.contains(&format!("\ntitle = \"{title}\"\n")), "{manifest}");
        }
    }

    #[test]
    fn a_taken_id_gets_a_number() {
        assert_eq!(free_id("a", |_| false), "a");
        assert_eq!(free_id("a", |id| ["a", "a-2"].contains(&id)), "a-3");
    }
}
