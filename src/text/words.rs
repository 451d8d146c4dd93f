//! A line as words: what hearing works on.
//!
//! Words are lower-case, contractions and chat spellings are written out, and each word knows the
//! bytes of the line it came from, so that a reason can point at what was said.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::draw::fnv;

/// Words a minute of ordinary talk.
pub const WORDS_A_MINUTE: usize = 140;

/// One word of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// The word, lower-case and written out: "whats" gives two, "what" and "is".
    pub text: String,
    /// The [`key`] of `text`.
    pub key: u64,
    /// The bytes of the line it stands at.
    pub span: Range<usize>,
    /// Whether it was typed with a capital letter first.
    pub capital: bool,
    /// What stands between this word and the next.
    pub after: Break,
}

impl Word {
    fn new(text: &str, span: Range<usize>, capital: bool) -> Self {
        Self { text: text.to_owned(), key: key(text), span, capital, after: Break::None }
    }

    /// Reads the word as another; gives what it was.
    pub fn read_as(&mut self, text: String) -> String {
        self.key = key(&text);
        std::mem::replace(&mut self.text, text)
    }
}

/// A number for a word, so that words can be compared as fast as numbers (FNV-1a, 64 bits: of a million
/// words, the chance that any two share one is below one in ten million).
#[must_use]
pub fn key(word: &str) -> u64 {
    fnv(word.bytes())
}

/// A map by the [`key`] of a word.
pub type ByKey<V> = HashMap<u64, V, BuildHasherDefault<KeyHasher>>;

/// Takes a key for its own hash.
#[derive(Debug, Default)]
pub struct KeyHasher(u64);

impl Hasher for KeyHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 << 8) | u64::from(*byte);
        }
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = key;
    }
}

/// What stands between two words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Break {
    /// A space, a hyphen, nothing.
    None,
    /// A comma, a colon, a dash, a bracket.
    Pause,
    /// A full stop, an exclamation mark, a semicolon.
    Stop,
    /// A question mark.
    Question,
}

/// Splits a line into words.
#[must_use]
pub fn words(line: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::with_capacity(line.len() / 5 + 1);
    if line.is_ascii() {
        ascii_pieces(line).for_each(|(start, piece)| take(&mut words, line, start, piece));
    } else {
        line.split_word_bound_indices()
            .for_each(|(start, piece)| take(&mut words, line, start, piece));
    }
    words
}

/// Takes in a piece of a line: a word, or what stands between words.
fn take(words: &mut Vec<Word>, line: &str, start: usize, piece: &str) {
    let mut parts = parts(start, piece).peekable();
    if parts.peek().is_none() {
        if let (Some(last), Some(mark)) = (words.last_mut(), mark(piece)) {
            // "(at a company?)" ends no sentence.
            let closes = piece.starts_with(')');
            last.after = if closes { Break::Pause } else { last.after.max(mark) };
        }
        return;
    }
    // The hyphen of "on-call" is no pause.
    if let Some(last) = words.last_mut()
        && last.after == Break::Pause
        && last.span.end + 1 == start
        && line.as_bytes().get(last.span.end) == Some(&b'-')
    {
        last.after = Break::None;
    }
    for (start, part) in parts {
        push_written_out(words, start, part);
    }
}

/// Word boundaries of ASCII text, as the Unicode rules have them and ten times as fast: letters, digits
/// and underscores hold together, and so do an apostrophe, a full stop or a colon between letters, and a
/// full stop, a comma or an apostrophe between digits.
fn ascii_pieces(line: &str) -> impl Iterator<Item = (usize, &str)> {
    let bytes = line.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at;
        let first = *bytes.get(start)?;
        at += 1;
        if first.is_ascii_alphanumeric() || first == b'_' {
            while let Some(byte) = bytes.get(at) {
                let before = bytes[at - 1];
                let next = bytes.get(at + 1).copied().unwrap_or(b' ');
                let joins = byte.is_ascii_alphanumeric()
                    || *byte == b'_'
                    || (matches!(byte, b'\'' | b'.' | b':')
                        && before.is_ascii_alphabetic()
                        && next.is_ascii_alphabetic())
                    || (matches!(byte, b'\'' | b'.' | b',' | b';')
                        && before.is_ascii_digit()
                        && next.is_ascii_digit());
                if !joins {
                    break;
                }
                at += 1;
            }
        }
        Some((start, &line[start..at]))
    })
}

/// A text with a capital first.
#[must_use]
pub fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    let first = characters.next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
    first + characters.as_str()
}

/// Words as a text again, lower-case and written out, with a space between.
#[must_use]
pub fn joined(words: &[Word]) -> String {
    words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ")
}

/// Words as a file name has them: lower-case letters and digits, joined by hyphens.
#[must_use]
pub fn slug(text: &str) -> String {
    let mut slug = String::new();
    for character in text.to_lowercase().chars().take(60) {
        if character.is_alphanumeric() {
            slug.push(character);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.trim_end_matches('-').to_owned()
}

/// How many words a text has, as a reader would count them.
#[must_use]
pub fn count(text: &str) -> usize {
    text.split_whitespace().filter(|piece| piece.chars().any(char::is_alphanumeric)).count()
}

/// The words in a piece of text between two word boundaries; "done.how" is two.
fn parts(start: usize, piece: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_number = piece.starts_with(|c: char| c.is_ascii_digit());
    let mut at = start;
    piece
        .split(move |c: char| matches!(c, '.' | '_' | ':') && !is_number)
        .map(move |part| {
            let place = (at, part);
            at += part.len() + 1;
            place
        })
        .filter(|(_, part)| part.chars().any(char::is_alphanumeric))
}

fn mark(piece: &str) -> Option<Break> {
    match piece.chars().next()? {
        '?' | '？' => Some(Break::Question),
        '.' | '!' | ';' | '…' | '\n' | '。' | '！' => Some(Break::Stop),
        ',' | ':' | '(' | ')' | '—' | '–' | '"' | '/' | '-' => Some(Break::Pause),
        _ => None,
    }
}

fn push_written_out(words: &mut Vec<Word>, start: usize, piece: &str) {
    let capital = piece.starts_with(char::is_uppercase);
    let lower = if piece.is_ascii() {
        piece.to_ascii_lowercase()
    } else {
        piece.to_lowercase().replace(['’', '‘', 'ʼ'], "'")
    };
    let span = start..start + piece.len();
    if let Some(last) = words.last_mut()
        && last.after == Break::None
        && let Some((head, full)) = loose_ending(&last.text, &lower)
    {
        last.read_as(head);
        words.push(Word::new(full, span, false));
        return;
    }
    let mut push = |text: &str| {
        words.push(Word::new(text, span.clone(), capital));
    };
    let is_initial = capital && lower.len() == 1; // "U.S." is not "you"
    if let Some(written_out) = written_out(&lower).filter(|_| !is_initial) {
        written_out.split(' ').for_each(&mut push);
        return;
    }
    if !lower.contains('\'') {
        push(&lower);
        return;
    }
    for (ending, full) in
        [("'re", "are"), ("'ve", "have"), ("'ll", "will"), ("'d", "would"), ("'m", "am")]
    {
        if let Some(head) = lower.strip_suffix(ending)
            && !head.is_empty()
        {
            push(head);
            push(full);
            return;
        }
    }
    if let Some(head) = lower.strip_suffix("n't") {
        push(head);
        push("not");
        return;
    }
    if let Some(head) = lower.strip_suffix("'s") {
        push(head);
        if OPENS_WITH_IS.contains(&head) {
            push("is");
        }
        return;
    }
    push(lower.trim_matches('\''));
}

/// "what s", "didn t", "you ve": contractions that lost their apostrophe on the way. Gives the word
/// before as it should be, and the word the ending stands for.
fn loose_ending(before: &str, ending: &str) -> Option<(String, &'static str)> {
    let full = match ending {
        "s" if OPENS_WITH_IS.contains(&before) => "is",
        "ve" if matches!(before, "you" | "i" | "we" | "they") => "have",
        "re" if matches!(before, "you" | "we" | "they") => "are",
        "ll" if matches!(before, "you" | "i" | "we" | "they" | "it") => "will",
        "m" if before == "i" => "am",
        "t" => {
            let head = before.strip_suffix('n').filter(|head| {
                matches!(
                    *head,
                    "do" | "did"
                        | "does"
                        | "is"
                        | "are"
                        | "was"
                        | "were"
                        | "have"
                        | "has"
                        | "had"
                        | "could"
                        | "would"
                        | "should"
                        | "ca"
                        | "wo"
                )
            })?;
            let head = match head {
                "ca" => "can",
                "wo" => "will",
                other => other,
            };
            return Some((head.to_owned(), "not"));
        }
        _ => return None,
    };
    Some((before.to_owned(), full))
}

/// Words after which 's is short for "is" (or "has"), never a possessive.
const OPENS_WITH_IS: &[&str] = &[
    "what", "how", "where", "who", "when", "why", "that", "there", "here", "it", "he", "she",
    "this",
];

/// Contractions and chat spellings that no rule of endings covers.
#[rustfmt::skip]
fn written_out(word: &str) -> Option<&'static str> {
    Some(match word {
        "what's" | "whats" | "wats" | "wat's" | "whts" => "what is",
        "how's" | "hows" => "how is",
        "why's" | "whys" => "why is",
        "in2" => "into",
        "where's" | "wheres" => "where is",
        "who's" | "whos" => "who is",
        "when's" | "whens" => "when is",
        "that's" | "thats" => "that is",
        "there's" | "theres" => "there is",
        "it's" => "it is",
        "let's" | "lets" => "let us",
        "im" | "i'm" => "i am",
        "ive" => "i have",
        "id" => "i would",
        "i'll" => "i will",
        "youre" => "you are",
        "youve" => "you have",
        "youd" => "you would",
        "theyre" => "they are",
        "dont" => "do not", "doesnt" => "does not", "didnt" => "did not",
        "isnt" | "ain't" | "aint" => "is not", "arent" => "are not", "wasnt" => "was not", "werent" => "were not",
        "havent" => "have not", "hasnt" => "has not", "hadnt" => "had not",
        "cant" | "can't" | "cannot" => "can not",
        "wont" | "won't" => "will not",
        "couldnt" => "could not", "wouldnt" => "would not", "shouldnt" => "should not",
        "waht" | "wht" | "wat" | "hwat" => "what", "hwo" | "hw" => "how", "thru" => "through",
        "résumé" | "résume" | "resumé" => "resume",
        "basicly" | "basicaly" => "basically",
        "shuold" | "shoud" | "shold" => "should", "woud" | "wuold" => "would", "coud" | "cuold" => "could",
        "u" | "ya" | "yu" => "you",
        "ur" => "your",
        "r" => "are",
        "y" => "why",
        "n" => "and",
        "thx" | "tx" | "ty" | "thnx" | "thanx" | "tnx" | "thnks" => "thanks",
        "tysm" => "thank you so much",
        "pls" | "plz" => "please",
        "bc" | "cuz" | "coz" | "cos" => "because",
        "abt" => "about",
        "ppl" => "people",
        "smth" | "sth" => "something",
        "wanna" => "want to",
        "gonna" => "going to",
        "gotta" => "got to",
        "cya" => "see you",
        "gotcha" => "got you",
        "kinda" => "kind of",
        "sorta" => "sort of",
        "lemme" => "let me",
        "gimme" => "give me",
        "dunno" => "do not know",
        "tho" => "though",
        "w" => "with",
        "favorite" => "favourite", "favorites" => "favourites",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{Break, count, slug, words};

    fn texts(line: &str) -> String {
        words(line).iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_file_name_has_no_path_in_it() {
        for (name, expected) in [
            ("Dana Whitfield", "dana-whitfield"),
            ("../../etc/passwd", "etc-passwd"),
            ("  José  O'Neil ", "josé-o-neil"),
            ("...", ""),
        ] {
            assert_eq!(slug(name), expected);
        }
    }

    #[test]
    fn contractions_and_chat_spellings_are_written_out() {
        let cases = [
            ("What's it like?", "what is it like"),
            ("whats ur day like", "what is your day like"),
            ("I'd say you’ve done it", "i would say you have done it"),
            ("don't can't won't", "do not can not will not"),
            ("Maya's path", "maya path"),
            ("no space.how come", "no space how come"),
            ("3.5 days in the U.S.", "3.5 days in the u s"),
            ("e-mail", "e mail"),
            ("what s it like and why didn t you", "what is it like and why did not you"),
            ("", ""),
            ("?!", ""),
        ];
        for (line, expected) in cases {
            assert_eq!(texts(line), expected, "{line:?}");
        }
    }

    #[test]
    fn each_word_knows_where_it_stood_and_what_followed() {
        let line = "Wow, what's that? OK.";
        let words = words(line);
        assert_eq!(&line[words[1].span.clone()], "what's");
        let breaks: Vec<Break> = words.iter().map(|word| word.after).collect();
        assert_eq!(breaks, [Break::Pause, Break::None, Break::None, Break::Question, Break::Stop]);
    }

    #[test]
    fn the_fast_way_finds_the_words_that_unicode_finds() {
        use super::ascii_pieces;
        use unicode_segmentation::UnicodeSegmentation;
        let lines = [
            "What's it like? I'd say 3.5, or 1,000; done.how U.S. a_b c:d x' 'y don''t",
            "it--is (so) [what] e-mail/it",
            "5'3 a.1 1.a ... ?! \"quoted\"",
            "a",
            "",
            "  ",
        ];
        for line in lines {
            let is_word = |piece: &&str| piece.chars().any(char::is_alphanumeric);
            let fast: Vec<&str> =
                ascii_pieces(line).map(|(_, piece)| piece).filter(is_word).collect();
            let slow: Vec<&str> = line.split_word_bounds().filter(is_word).collect();
            assert_eq!(fast, slow, "{line:?}");
        }
    }

    #[test]
    fn a_reader_counts_what_is_between_spaces() {
        assert_eq!(count("Mostly, yes – it's   fine."), 4);
    }
}
