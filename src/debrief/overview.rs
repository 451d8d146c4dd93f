//! An overview of questions that were asked elsewhere: from a list, or in a real talk that was recorded.
//!
//! What the debrief says of a rehearsal, as far as it can be said without knowing the other person.

use super::measure::{A_LOOK_AT_THE_TIME, WHO_ELSE};
use super::report::{Line, asked, asked_on, harder, talked};
use super::tally::{Tally, asks_on, does, takes_up};
use crate::coach::Assessment;
use crate::hearing::heard::Act;
use crate::text::words;

/// The courtesies of a talk that can be heard without knowing the other person, in the order of a talk.
const COURTESIES: [(Act, &str); 5] = [
    (Act::Purpose, "what you hope to learn"),
    (Act::TimeCheck, A_LOOK_AT_THE_TIME),
    (Act::ReferralAsk, WHO_ELSE),
    (Act::Thanks, "thanks"),
    (Act::Goodbye, "a goodbye"),
];

/// What was counted of lines that were asked elsewhere. Two overviews can be joined in any order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Overview {
    tally: Tally,
    lines: usize,
    /// For each courtesy, the number of the line that it was first heard on.
    first: [Option<u64>; COURTESIES.len()],
}

impl Overview {
    /// Adds a line of the learner's, with the number it has where it came from, and how many words
    /// others spoke since the learner's last.
    pub fn add(&mut self, number: u64, line: &str, known: &Assessment, words_of_others: usize) {
        self.lines += 1;
        self.tally.add(known, asks_on(known), takes_up(known));
        self.tally.add_words(words::count(line), words_of_others);
        for (first, (act, _)) in self.first.iter_mut().zip(COURTESIES) {
            if does(known, act) {
                *first = earlier(*first, Some(number));
            }
        }
    }

    /// Adds words of others, after the learner's last line.
    pub fn add_words_of_others(&mut self, words: usize) {
        self.tally.add_words(0, words);
    }

    /// Adds what was counted of other lines.
    pub fn join(&mut self, other: &Self) {
        self.tally.join(&other.tally);
        self.lines += other.lines;
        for (first, others) in self.first.iter_mut().zip(other.first) {
            *first = earlier(*first, others);
        }
    }

    /// How many lines were added.
    #[must_use]
    pub const fn lines_added(&self) -> usize {
        self.lines
    }

    /// The overview as lines to read. What needs a partner is told only if one spoke.
    #[must_use]
    pub fn report(&self) -> Vec<Line> {
        let process = self.tally.process();
        let has_partner = self.tally.has_partner();
        let mut lines = vec![Line::Heading("How you asked".to_owned())];
        lines.push(Line::Plain(match (process.questions, has_partner) {
            (0, _) => {
                "There is no question among these lines about the other person’s work.".to_owned()
            }
            (_, true) => format!("{} {}", asked(&process), asked_on(&process)),
            (_, false) => asked(&process),
        }));
        if has_partner {
            lines.push(Line::Plain(talked(&process)));
        }
        lines.extend(harder(&process).map(Line::Plain));
        if has_partner {
            lines.push(Line::Heading("The frame of the talk".to_owned()));
            lines.extend(self.frame().into_iter().map(Line::Plain));
        }
        lines
    }

    /// The courtesies that were heard, and those that were not.
    fn frame(&self) -> Vec<String> {
        let named = || self.first.iter().zip(COURTESIES);
        let heard: Vec<String> = named()
            .filter_map(|(first, (_, name))| first.map(|number| format!("{name} (line {number})")))
            .collect();
        let not_heard: Vec<&str> =
            named().filter(|(first, _)| first.is_none()).map(|(_, (_, name))| name).collect();
        let mut lines = Vec::new();
        if !heard.is_empty() {
            lines.push(format!("Heard: {}.", heard.join("; ")));
        }
        if !not_heard.is_empty() {
            lines.push(format!(
                "Not heard: {}. Recordings often start late and stop early.",
                not_heard.join("; ")
            ));
        }
        lines
    }
}

/// The smaller of two numbers, where there are any.
fn earlier(one: Option<u64>, other: Option<u64>) -> Option<u64> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        _ => one.or(other),
    }
}

#[cfg(test)]
mod tests {
    use super::Overview;
    use crate::coach::{Setting, assess};
    use crate::hearing::{Before, Ear};
    use crate::pack::load;

    /// Lines of the learner's and what was said before them, counted in stretches of some length.
    fn overview(lines: &[(&str, &str)], stretch: usize) -> Overview {
        let (pack, _) = load::built_in(crate::pack::builtin::sources(), Some(""));
        let ear = Ear::new(&pack, None);
        let mut all = Overview::default();
        let numbered: Vec<_> = (1..).zip(lines).collect();
        for part in numbered.chunks(stretch) {
            let mut own = Overview::default();
            for (number, (partner, line)) in part {
                let partner_words = crate::text::words::count(partner);
                let partner = Some(*partner).filter(|partner| !partner.is_empty());
                let heard = ear.hear(line, Before { partner, ..Before::default() });
                own.add(
                    *number,
                    line,
                    &assess(&ear, &pack, &heard, Setting::default()),
                    partner_words,
                );
            }
            all.join(&own);
        }
        all
    }

    fn text(overview: &Overview) -> String {
        let lines: Vec<String> =
            overview.report().iter().map(|line| line.text().to_owned()).collect();
        lines.join("\n")
    }

    #[test]
    fn a_list_is_told_without_what_needs_a_partner() {
        let list = [("", "How did you get into this work?"), ("", "Do you like your job?")];
        let text = text(&overview(&list, 9));
        assert!(text.contains("2 questions, 1 of them open (50 %)"), "{text}");
        assert!(text.contains("36 to 53 %"), "{text}");
        for word in ["asked on", "of the words", "The frame"] {
            assert!(!text.contains(word), "{word}: {text}");
        }
    }

    #[test]
    fn a_talk_is_told_with_its_frame_however_it_was_cut_into_parts() {
        let talk = [
            (
                "Come in.",
                "Thank you for making time. I hope to learn how people get into this work.",
            ),
            ("Ask away.", "How did you get into this work?"),
            ("By accident; I drew car parks.", "Why car parks?"),
            ("It was there.", "Is there anyone else I should talk to?"),
        ];
        let whole = overview(&talk, 9);
        let text = text(&whole);
        assert!(text.contains("asked on from an answer"), "{text}");
        assert!(text.contains("27 to 36 %"), "{text}");
        assert!(
            text.contains("Heard: what you hope to learn (line 1); who else to talk to (line 4); thanks (line 1)."),
            "{text}"
        );
        assert!(text.contains("Not heard: a look at the time; a goodbye."), "{text}");
        for stretch in 1..4 {
            assert_eq!(overview(&talk, stretch), whole);
        }
    }

    #[test]
    fn nothing_asked_is_said_plainly() {
        let text = text(&overview(&[("", "Hello")], 1));
        assert!(text.contains("There is no question"), "{text}");
    }
}
