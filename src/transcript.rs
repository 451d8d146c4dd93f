//! Transcripts: who said what in a talk that was written down elsewhere.
//!
//! Lines go in one at a time and turns come out, so a transcript of any length is read in the memory of
//! one turn. Three layouts are known: lines that begin with a name, [`WebVTT`], and [`SubRip`], which
//! recorders write. Which of them it is, and who speaks in it, [`survey::survey`] finds out from the
//! head; [`Reader`] then reads all of it with what was found.
//!
//! [`WebVTT`]: Layout::Vtt
//! [`SubRip`]: Layout::Srt

mod cue;
mod label;
pub mod learner;
pub mod survey;

use std::collections::BTreeMap;

use self::cue::Cues;
pub use self::label::without_marker;

/// A turn of several lines may have this many bytes; what goes on beyond is a turn of its own by the same
/// speaker.
///
/// Ten thousand words, more than an hour of talk without a break: only a file in which nobody else ever
/// speaks gets there, and it must not fill the memory.
pub const LONGEST_TURN: usize = 64 * 1024;

/// How a transcript is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// Lines that begin with a name and a colon, or that have a name and a time to themselves.
    Speakers,
    /// `WebVTT`: `.vtt`.
    Vtt,
    /// `SubRip`: `.srt`.
    Srt,
}

/// What one person said until somebody else spoke.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    /// The number of the line it begins on, from 1.
    pub line: u64,
    /// Who spoke, as written where the name was first seen.
    pub speaker: String,
    /// The words, on one line.
    pub text: String,
}

/// Reads a transcript line by line.
#[derive(Debug, Clone)]
pub struct Reader {
    layout: Layout,
    /// The names that count as speakers, by their keys. A colon after other words is just a colon.
    names: BTreeMap<String, String>,
    cues: Cues,
    current: Option<Turn>,
}

impl Reader {
    /// A reader for a layout in which `names` speak. Voice tags of `WebVTT` name their speakers with
    /// certainty, so those need not be known.
    #[must_use]
    pub fn new<'a>(layout: Layout, names: impl IntoIterator<Item = &'a str>) -> Self {
        let names = names.into_iter().map(|name| (label::key(name), name.to_owned()));
        let cues = Cues::new(layout == Layout::Vtt);
        Self { layout, names: names.collect(), cues, current: None }
    }

    /// Reads the line with this number, counted from 1. Turns that end with it are added to `done`.
    pub fn read(&mut self, line: &str, number: u64, done: &mut Vec<Turn>) {
        match self.layout {
            Layout::Speakers => self.read_words(line.trim(), number, done),
            Layout::Vtt | Layout::Srt => {
                if !self.cues.is_words(line) {
                    return;
                }
                for voice in cue::voices(line) {
                    match voice.name {
                        Some(name) => {
                            let known = self.names.get(&label::key(&name)).cloned();
                            let name = known.unwrap_or(name);
                            self.say(Some(&name), &voice.words, number, done);
                        }
                        None => self.read_words(&voice.words, number, done),
                    }
                }
            }
        }
    }

    /// The turn that was open when the transcript ended.
    pub fn end(&mut self) -> Option<Turn> {
        self.current.take().filter(|turn| !turn.text.is_empty())
    }

    /// Words that may begin with a name.
    fn read_words(&mut self, line: &str, number: u64, done: &mut Vec<Turn>) {
        let labelled = label::split(line)
            .and_then(|(label, rest)| Some((self.names.get(&label.key)?.clone(), rest)));
        match labelled {
            Some((name, rest)) => self.say(Some(&name), rest, number, done),
            None if label::is_time(line) => {}
            None => self.say(None, line, number, done),
        }
    }

    /// Adds words to the turn of whoever speaks. Words before the first name are nobody's and are left
    /// out: a title, a date, who was there.
    fn say(&mut self, name: Option<&str>, words: &str, number: u64, done: &mut Vec<Turn>) {
        let goes_on = self.current.as_ref().is_some_and(|turn| {
            name.is_none_or(|name| turn.speaker == name)
                && turn.text.len() + words.len() < LONGEST_TURN
        });
        if !goes_on {
            let before = self.current.take();
            let speaker = name.map(str::to_owned);
            let speaker = speaker.or_else(|| before.as_ref().map(|turn| turn.speaker.clone()));
            done.extend(before.filter(|turn| !turn.text.is_empty()));
            let Some(speaker) = speaker else { return };
            self.current = Some(Turn { line: number, speaker, text: String::new() });
        }
        if let Some(turn) = &mut self.current {
            let words = words.trim();
            if turn.text.is_empty() {
                turn.line = number;
            } else if !words.is_empty() {
                turn.text.push(' ');
            }
            turn.text.push_str(words);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::survey::survey;
    use super::{LONGEST_TURN, Layout, Reader};

    /// The turns of a transcript whose layout and names are found out: line, speaker, words.
    fn turns(text: &str) -> Vec<(u64, String, String)> {
        let Some(found) = survey(text.lines(), None) else { return Vec::new() };
        let mut reader = found.reader();
        let mut done = Vec::new();
        for (line, number) in text.lines().zip(1..) {
            reader.read(line, number, &mut done);
        }
        done.extend(reader.end());
        done.into_iter().map(|turn| (turn.line, turn.speaker, turn.text)).collect()
    }

    fn check(text: &str, expected: &[(u64, &str, &str)]) {
        let turns = turns(text);
        let turns: Vec<(u64, &str, &str)> =
            turns.iter().map(|(line, who, words)| (*line, who.as_str(), words.as_str())).collect();
        assert_eq!(turns, expected, "{text}");
    }

    #[test]
    fn names_before_a_colon() {
        check("You: Hi!\nMaya: Hello.", &[(1, "You", "Hi!"), (2, "Maya", "Hello.")]);
        check(
            "Talk with Maya, 3 May\n\nYou: How did you\nget here?\n\nMaya: By train.\nMaya: Late.\nYou: Oh: why?",
            &[
                (3, "You", "How did you get here?"),
                (6, "Maya", "By train. Late."),
                (8, "You", "Oh: why?"),
            ],
        );
        check(
            "Q1: Why?\nA1: One thing: money.\nQ2: And now?",
            &[(1, "Q", "Why?"), (2, "A", "One thing: money."), (3, "Q", "And now?")],
        );
        check(
            "**Sam:** How so?\n**Maya Chen:** Well…\n**SAM:** And then?",
            &[(1, "Sam", "How so?"), (2, "Maya Chen", "Well…"), (3, "Sam", "And then?")],
        );
        check(
            "[00:01] Sam (me): How so?\n[00:02] Maya: At 10:30, by bus.\n[00:09] Sam (me): Why?",
            &[
                (1, "Sam (me)", "How so?"),
                (2, "Maya", "At 10:30, by bus."),
                (3, "Sam (me)", "Why?"),
            ],
        );
        check(
            "Moi : Comment ça ?\nInès\u{a0}: Par hasard.",
            &[(1, "Moi", "Comment ça ?"), (2, "Inès", "Par hasard.")],
        );
    }

    #[test]
    fn a_name_and_a_time_above_the_words() {
        check(
            "Sam Roe  0:05\nHow did you\nstart?\n\nMaya Chen  0:12\nBy accident.\n\nSam Roe  0:40\nHow so?",
            &[
                (2, "Sam Roe", "How did you start?"),
                (6, "Maya Chen", "By accident."),
                (9, "Sam Roe", "How so?"),
            ],
        );
    }

    #[test]
    fn web_vtt_with_voices_tags_notes_and_entities() {
        check(
            "WEBVTT - A talk\nKind: captions\n\nSTYLE\n::cue { color: red }\n\nNOTE not\nsaid\n\nfirst\n\
             00:00.000 --> 00:02.000 align:start\n<v Sam>How did you\nget <i>here</i>?</v>\n\n\
             00:03.000 --> 00:05.000\n<v.loud Maya Chen>R&amp;D,<00:04.000> &lt;mostly&gt;&#33;\n\n2\n\
             00:05.000 --> 00:06.000\n<v Maya Chen>By accident.</v> <v Sam>Why?",
            &[
                (12, "Sam", "How did you get here?"),
                (16, "Maya Chen", "R&D, <mostly>! By accident."),
                (20, "Sam", "Why?"),
            ],
        );
    }

    #[test]
    fn subrip_with_names_in_front() {
        check(
            "1\n00:00:01,000 --> 00:00:03,000\nSam: How did it\n\n2\n00:00:03,000 --> 00:00:04,000\n\
             {\\an8}<i>go?</i>\n\n3\n00:00:05,000 --> 00:00:08,000\nMaya: In 3 steps.\n\n4\n\
             00:00:08,000 --> 00:00:09,000\nSam: Which?",
            &[(3, "Sam", "How did it go?"), (11, "Maya", "In 3 steps."), (15, "Sam", "Which?")],
        );
    }

    #[test]
    fn questions_are_no_transcript() {
        for text in [
            "",
            "How did you start?\nWhy?",
            "Career: how did you start?\nLife: do you travel?",
            "One thing: why?\nHow: by bus or train?",
            "See https://example.org: why?",
        ] {
            assert_eq!(turns(text), [], "{text}");
        }
    }

    #[test]
    fn a_turn_without_end_is_cut_into_turns() {
        let mut reader = Reader::new(Layout::Speakers, ["Sam"]);
        let mut done = Vec::new();
        reader.read("Sam: and", 1, &mut done);
        for number in 2..40_000 {
            reader.read("so on", number, &mut done);
        }
        assert!(done.len() > 1 && done.iter().all(|turn| turn.text.len() <= LONGEST_TURN));
        assert!(done.iter().all(|turn| turn.speaker == "Sam"));
    }
}
