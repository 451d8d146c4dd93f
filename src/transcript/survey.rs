//! A look at the head of a file: is it a transcript, how is it laid out, and who speaks.

use std::collections::BTreeMap;

use super::cue::{Cues, is_timing, voices};
use super::label::{self, Label, Role, role};
use super::{Layout, Reader, Turn};

/// What the head of a transcript shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Survey {
    /// How it is laid out.
    pub layout: Layout,
    /// Who speaks in the head, in the order they are first heard.
    pub speakers: Vec<Speaker>,
}

/// Somebody who speaks in the head of a transcript.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speaker {
    /// The name, as first written.
    pub name: String,
    /// How many turns they have.
    pub turns: usize,
    /// In how many of these a question mark stands.
    pub asking: usize,
}

impl Survey {
    /// A reader for the whole of it.
    #[must_use]
    pub fn reader(&self) -> Reader {
        Reader::new(self.layout, self.speakers.iter().map(|speaker| speaker.name.as_str()))
    }
}

/// Surveys the lines of a head. Without a `layout` it is found out, and what is no transcript gives none;
/// with one, it is taken for that, even if nobody is named in it.
pub fn survey<'a>(
    head: impl Iterator<Item = &'a str> + Clone,
    layout: Option<Layout>,
) -> Option<Survey> {
    let found = layout.or_else(|| by_its_marks(head.clone()));
    let names = names(head.clone(), found.unwrap_or(Layout::Speakers));
    if found.is_none() && !is_talk(&names, head.clone()) {
        return None;
    }
    let layout = found.unwrap_or(Layout::Speakers);
    let kept: Vec<&Name> = names.iter().filter(|name| is_kept(name)).collect();
    let mut reader = Reader::new(layout, kept.iter().map(|name| name.text.as_str()));
    let mut turns = Vec::new();
    for (line, number) in head.zip(1..) {
        reader.read(line, number, &mut turns);
    }
    turns.extend(reader.end());
    let mut counted: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for turn in &turns {
        let (all, asking) = counted.entry(&turn.speaker).or_default();
        *all += 1;
        *asking += usize::from(asks(turn));
    }
    let speakers = kept.iter().filter_map(|name| {
        let (turns, asking) = *counted.get(name.text.as_str())?;
        Some(Speaker { name: name.text.clone(), turns, asking })
    });
    Some(Survey { layout, speakers: speakers.collect() })
}

fn asks(turn: &Turn) -> bool {
    turn.text.contains(['?', '？', '؟'])
}

/// The layout, where marks of its own show it.
fn by_its_marks<'a>(head: impl Iterator<Item = &'a str>) -> Option<Layout> {
    let mut filled = head.map(str::trim).filter(|line| !line.is_empty());
    let first = filled.next()?;
    let is_vtt = first
        .strip_prefix("WEBVTT")
        .is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t']));
    if is_vtt {
        return Some(Layout::Vtt);
    }
    let is_number = first.bytes().all(|byte| byte.is_ascii_digit());
    (is_timing(first) || is_number && filled.next().is_some_and(is_timing)).then_some(Layout::Srt)
}

/// What may be a name, and what speaks for it.
struct Name {
    text: String,
    times: usize,
    /// It was seen in a voice tag, or it looks like a name.
    is_sure: bool,
    /// In how many of the lines it stands before, something is asked.
    asking: usize,
    /// In how many of them anything is said. The heading of a list has nothing after its colon.
    saying: usize,
}

/// Whether a name counts. One that does not look like a name has to be there twice.
fn is_kept(name: &Name) -> bool {
    name.is_sure || name.times >= 2
}

/// What may be names, in the order they are first seen.
fn names<'a>(head: impl Iterator<Item = &'a str>, layout: Layout) -> Vec<Name> {
    let mut names: Vec<Name> = Vec::new();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    let mut add = |label: Label, rest: &str| {
        let Label { name: text, key, is_sure, is_timed } = label;
        let place = *places.entry(key).or_insert(names.len());
        if place == names.len() {
            names.push(Name { text, times: 0, is_sure: false, asking: 0, saying: 0 });
        }
        names[place].times += 1;
        names[place].is_sure |= is_sure;
        names[place].asking += usize::from(rest.contains('?'));
        names[place].saying += usize::from(is_timed || !rest.is_empty());
    };
    let mut labelled = |line: &str| {
        if let Some((label, rest)) = label::split(line) {
            add(label, rest);
        }
    };
    if layout == Layout::Speakers {
        head.for_each(labelled);
        return names;
    }
    let mut cues = Cues::new(layout == Layout::Vtt);
    let mut voiced = Vec::new();
    for voice in head.filter(|line| cues.is_words(line)).flat_map(voices) {
        match voice.name {
            Some(name) => voiced.push(name),
            None => labelled(&voice.words),
        }
    }
    for name in voiced {
        let key = label::key(&name);
        add(Label { name, key, is_sure: true, is_timed: true }, "");
    }
    names
}

/// Whether lines with these names in front are a talk, rather than questions with a colon in them.
fn is_talk<'a>(names: &[Name], head: impl Iterator<Item = &'a str>) -> bool {
    let filled: Vec<&str> = head.filter(|line| !line.trim().is_empty()).collect();
    let kept: Vec<&Name> = names.iter().filter(|name| is_kept(name)).collect();
    let labelled: usize = kept.iter().map(|name| name.times).sum();
    let has = |wanted| kept.iter().any(|name| role(&name.text) == Some(wanted));
    let known = has(Role::Asks) || has(Role::Answers);
    let again = kept.iter().filter(|name| name.times >= 2).count();
    // Two who are named once or twice each: a talk if it is clear that one of them asks.
    let begins = filled.first().is_some_and(|line| label::split(line).is_some());
    let two_ask = kept.iter().filter(|name| name.asking > 0).count() == 2;
    let two_say = kept.len() == 2 && kept.iter().all(|name| name.saying > 0);
    let is_short = two_say && begins && labelled * 3 >= filled.len() && !two_ask;
    (known && kept.len() >= 2) || again >= 2 || is_short
}

#[cfg(test)]
mod tests {
    use super::{Layout, survey};

    #[test]
    fn who_speaks_and_who_asks() {
        let text =
            "Sam: How?\nMaya: So.\nMaya: Yes.\nSam: Why?\nTom: Ha.\nMaya: Who knows?\nSam: Ok.";
        let found = survey(text.lines(), None).unwrap();
        let speakers: Vec<(&str, usize, usize)> =
            found.speakers.iter().map(|who| (who.name.as_str(), who.turns, who.asking)).collect();
        assert_eq!(speakers, [("Sam", 3, 2), ("Maya", 2, 1), ("Tom", 1, 0)]);
    }

    #[test]
    fn the_layout_is_found_out_or_taken_as_given() {
        let layout = |text: &str, given| survey(text.lines(), given).map(|found| found.layout);
        let srt = "1\n00:00:01,000 --> 00:00:02,000\nHi";
        for (text, given, expected) in [
            ("WEBVTT", None, Some(Layout::Vtt)),
            ("WEBVTTS are fine?", None, None),
            (srt, None, Some(Layout::Srt)),
            ("12\nand more", None, None),
            ("You: Hi\nMaya: Ho", None, Some(Layout::Speakers)),
            ("Q: Why?\nQ: How?", None, None),
            ("Career:\n- How so?\n- Why?\nTeam:\n- Who leads?", None, None),
            ("Why?", None, None),
            ("Why?", Some(Layout::Speakers), Some(Layout::Speakers)),
            ("Why?", Some(Layout::Vtt), Some(Layout::Vtt)),
            ("", None, None),
        ] {
            assert_eq!(layout(text, given), expected, "{text}");
        }
    }
}
