//! Cues: the timed blocks of `WebVTT` (w3.org/TR/webvtt1) and `SubRip`, and the marks inside them.
//!
//! Read kindly: what a strict reader would refuse, a recorder has written somewhere.

use super::label::time_length;
use crate::text::clean;

/// Where in a file of cues a line stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// In the head of a `WebVTT` file.
    Head,
    /// Between blocks.
    Between,
    /// After what may be the name of a cue.
    Named,
    /// In the words of a cue.
    Words,
    /// In a block that nobody says: a note, a style.
    Unsaid,
}

/// Tells the words of cues from all else, line by line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cues {
    place: Place,
    is_vtt: bool,
}

impl Cues {
    pub(super) const fn new(is_vtt: bool) -> Self {
        Self { place: if is_vtt { Place::Head } else { Place::Between }, is_vtt }
    }

    /// Whether the next line is words that somebody says.
    pub(super) fn is_words(&mut self, line: &str) -> bool {
        let line = line.trim();
        self.place = match self.place {
            _ if is_timing(line) => {
                self.place = Place::Words;
                return false;
            }
            _ if line.is_empty() => Place::Between,
            Place::Between if self.is_vtt => {
                if is_unsaid(line) {
                    Place::Unsaid
                } else {
                    Place::Named
                }
            }
            Place::Between if line.bytes().all(|byte| byte.is_ascii_digit()) => Place::Named,
            // SubRip has no blocks besides cues: after an empty line the words of one may go on.
            Place::Between => Place::Words,
            Place::Named => Place::Unsaid,
            here => here,
        };
        self.place == Place::Words
    }
}

/// Whether a line says from when to when.
pub(super) fn is_timing(line: &str) -> bool {
    line.split_once("-->").is_some_and(|(from, to)| {
        let from = from.trim();
        time_length(from) == Some(from.len()) && time_length(to.trim_start()).is_some()
    })
}

fn is_unsaid(line: &str) -> bool {
    ["NOTE", "STYLE", "REGION"].iter().any(|word| {
        line.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t']))
    })
}

/// Words of a cue by one voice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Voice {
    /// Who speaks, if a tag says so.
    pub(super) name: Option<String>,
    /// What they say, without marks.
    pub(super) words: String,
}

/// The voices of one line of a cue, with tags taken out and entities written as what they stand for.
pub(super) fn voices(line: &str) -> Vec<Voice> {
    let mut voices = Vec::new();
    let mut name: Option<String> = None;
    let mut words = String::new();
    let mut close = |name: &mut Option<String>, words: &mut String| {
        let said = without_dash(&plain(words)).to_owned();
        let name = name.take();
        if !said.is_empty() || name.is_some() {
            voices.push(Voice { name, words: said });
        }
        words.clear();
    };
    let mut rest = line;
    while let Some(start) = rest.find(['<', '{']) {
        words.push_str(&rest[..start]);
        rest = &rest[start..];
        let Some(tag) = tag(rest) else {
            let mark = rest.chars().next().map_or(0, char::len_utf8);
            words.push_str(&rest[..mark]);
            rest = &rest[mark..];
            continue;
        };
        rest = &rest[tag.len()..];
        if let Some(who) = voice(tag) {
            close(&mut name, &mut words);
            name = Some(who);
        }
    }
    words.push_str(rest);
    close(&mut name, &mut words);
    voices
}

/// A tag may have this many bytes. Without a limit, a line of a MiB that opens tags and closes none would be
/// looked through to its end for each of them.
const LONGEST_TAG: usize = 512;

/// The tag at the start of a text: `<i>`, `</v>`, `<00:01.000>`, `<v.loud Maya>`, or `{\an8}`.
fn tag(text: &str) -> Option<&str> {
    let (open, inner) = text.as_bytes().split_first()?;
    let (first, close) = (inner.first()?, if *open == b'<' { b'>' } else { b'}' });
    let is_tag = match open {
        b'<' => first.is_ascii_alphanumeric() || *first == b'/',
        _ => *first == b'\\',
    };
    let mut bytes = inner.iter().take(LONGEST_TAG);
    let end = is_tag.then(|| bytes.position(|byte| *byte == close))??;
    Some(&text[..end + 2])
}

/// Whose voice a tag begins: `<v Maya>`, `<v.loud Maya Chen>`.
fn voice(tag: &str) -> Option<String> {
    let inner = tag.strip_prefix("<v")?.strip_suffix('>')?;
    let name = match inner.chars().next()? {
        '.' => inner.split_once([' ', '\t'])?.1,
        ' ' | '\t' => inner,
        _ => return None, // another tag that begins with a v
    };
    // Marks that nobody sees would make two names of one.
    let name = clean::line(&plain(name)).into_owned();
    (!name.is_empty()).then_some(name)
}

/// Entities written as what they stand for, white space at the ends taken off.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('&') {
        plain.push_str(&rest[..start]);
        rest = &rest[start..];
        // No name of an entity that is used in captions is longer.
        let end = rest.bytes().take(10).position(|byte| byte == b';');
        match end.and_then(|end| Some((end, entity(&rest[1..end])?))) {
            Some((end, stands_for)) => {
                plain.push_str(&stands_for);
                rest = &rest[end + 1..];
            }
            None => {
                plain.push('&');
                rest = &rest[1..];
            }
        }
    }
    plain.push_str(rest);
    plain.trim().to_owned()
}

/// What an entity stands for, which may be nothing to see; none if it is no entity.
fn entity(name: &str) -> Option<String> {
    let number = |digits: &str, radix| {
        u32::from_str_radix(digits, radix).ok().and_then(char::from_u32).map(String::from)
    };
    let stands_for = match name {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        "nbsp" => " ",
        "lrm" | "rlm" => "",
        _ => {
            let digits = name.strip_prefix('#')?;
            return match digits.strip_prefix(['x', 'X']) {
                Some(hex) => number(hex, 16),
                None => number(digits, 10),
            };
        }
    };
    Some(stands_for.to_owned())
}

/// Words without the dash that marks a change of speaker.
fn without_dash(words: &str) -> &str {
    let rest = words.strip_prefix(['-', '–', '—']);
    rest.filter(|rest| rest.starts_with(char::is_whitespace)).map_or(words, str::trim_start)
}

#[cfg(test)]
mod tests {
    use super::{Cues, is_timing, plain, voices};

    #[test]
    fn times_are_told_from_arrows() {
        for (line, expected) in [
            ("00:01.000 --> 00:02.000", true),
            ("00:00:01,000 --> 00:00:02,000", true),
            ("00:01.000 --> 00:02.000 align:start position:0%", true),
            ("a --> b", false),
            ("-->", false),
            ("1:2 --> 3:4", false),
        ] {
            assert_eq!(is_timing(line), expected, "{line}");
        }
    }

    #[test]
    fn tags_voices_and_entities() {
        for (line, expected) in [
            ("plain", &[(None, "plain")] as &[(Option<&str>, &str)]),
            ("<v Maya>Hi", &[(Some("Maya"), "Hi")]),
            ("<v.first.loud Maya Chen>Hi</v>", &[(Some("Maya Chen"), "Hi")]),
            (
                "so <v Sam>Hi</v><v Maya>Yes</v>",
                &[(None, "so"), (Some("Sam"), "Hi"), (Some("Maya"), "Yes")],
            ),
            ("- <b>Hi</b> <c.red>you</c>", &[(None, "Hi you")]),
            ("2 < 3 & 4 > 3, AT&T; <3", &[(None, "2 < 3 & 4 > 3, AT&T; <3")]),
            ("<v R&amp;D>x", &[(Some("R&D"), "x")]),
            ("<v", &[(None, "<v")]),
            ("<v >x", &[(None, "x")]),
            ("<v Sam&#27;[31m\u{202e}>x", &[(Some("Sam"), "x")]),
            ("<v \u{202e}>x", &[(None, "x")]),
            ("{\\an8}up {braces}", &[(None, "up {braces}")]),
            ("ü<é>", &[(None, "ü<é>")]),
            ("", &[]),
        ] {
            let found = voices(line);
            let found: Vec<_> =
                found.iter().map(|voice| (voice.name.as_deref(), voice.words.as_str())).collect();
            assert_eq!(found, expected, "{line}");
        }
        assert_eq!(plain("&#x41;&#66;&#1114112;&nbsp;&lrm;&amp;lt;&é;"), "AB&#1114112; &lt;&é;");
    }

    #[test]
    fn a_line_of_tags_that_nobody_closes_is_words() {
        for open in ["<a", "{\\", "<", "&"] {
            let line = open.repeat(400_000);
            assert_eq!(voices(&line)[0].words, line, "{open}");
        }
    }

    #[test]
    fn words_are_told_from_what_is_between() {
        let said = |is_vtt, text: &str| {
            let mut cues = Cues::new(is_vtt);
            let said: Vec<String> =
                text.lines().filter(|line| cues.is_words(line)).map(str::to_owned).collect();
            said.join("|")
        };
        let time = "00:01.000 --> 00:02.000";
        assert_eq!(
            said(true, &format!("WEBVTT\nX: y\n\nNOTE a\nb\n\nid\n{time}\none\n{time}\ntwo")),
            "one|two"
        );
        assert_eq!(
            said(true, &format!("WEBVTT\n{time}\none\n\nNOTED\n\nNOTE\n{time}\ntwo")),
            "one|two"
        );
        assert_eq!(
            said(false, &format!("1\n{time}\none\n\ngoes on\n\n2\n{time}\ntwo")),
            "one|goes on|two"
        );
    }
}
