//! Help with the line itself, on the lowest rungs: three lines to pick from, or opening words to complete.

use std::fmt::Write as _;

use anyhow::Result;
use coffeechat::coach::pick::{self, Pick, Worth};
use coffeechat::ladder::{COMPLETE, PICK};
use coffeechat::text::words;

use super::command::{Typed, parse};
use super::input::Read1;
use super::{Shows, Talk};

/// What helps with the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Aid {
    /// Nothing: the learner types it.
    None,
    /// Three lines to pick from.
    Pick,
    /// Opening words to complete.
    Complete,
}

impl Aid {
    /// The help that belongs to a rung.
    pub(super) const fn of(rung: Option<u8>) -> Self {
        match rung {
            Some(PICK) => Self::Pick,
            Some(COMPLETE) => Self::Complete,
            _ => Self::None,
        }
    }
}

impl Talk<'_, '_> {
    /// Reads what is typed next, with the help there is: a line that was picked or completed, or whatever
    /// else was typed.
    pub(super) fn read_line(&mut self) -> Result<Read1> {
        let prompt = if self.shows == Shows::Text { "You: " } else { "" };
        match self.aid {
            Aid::None => self.input.read(prompt),
            Aid::Pick => self.picked(),
            Aid::Complete => self.completed(),
        }
    }

    fn picked(&mut self) -> Result<Read1> {
        let picks = pick::picks(self.session.person(), self.session.state());
        for (at, pick) in picks.iter().enumerate() {
            self.tell_item(&format!("{}. {}", at + 1, pick.line))?;
        }
        let prompt = if self.shows == Shows::Text { "1, 2 or 3? " } else { "" };
        loop {
            self.screen.flush()?;
            let read = self.input.read(prompt)?;
            let Read1::Line(typed, note) = read else { return Ok(read) };
            let Ok(number) = typed.trim().trim_end_matches(['.', ')']).parse::<usize>() else {
                return Ok(Read1::Line(typed, note)); // a command, or a line of one's own
            };
            if let Some(picked) = number.checked_sub(1).and_then(|at| picks.get(at)).cloned() {
                self.blank()?;
                self.compare(&picked, &picks)?;
                return Ok(Read1::Line(picked.line, note));
            }
            self.tell("One of the three numbers, or a line of your own.")?;
        }
    }

    /// Says what a pick is worth, and what the others would have got.
    fn compare(&mut self, picked: &Pick, picks: &[Pick]) -> Result<()> {
        let got = |pick: &Pick| words::count(&self.session.preview(&pick.line).0.text);
        let verdict = match picked.worth {
            Worth::Best => "The one with most in it.",
            Worth::Fair => "Fine, and one of the others has more in it.",
            Worth::Weak => "One of the others has more in it.",
        };
        let best = picks.iter().find(|pick| pick.worth == Worth::Best);
        let mut said = format!("{verdict} {}", picked.why);
        if let Some(best) = best.filter(|_| picked.worth != Worth::Best) {
            let (this, other) = (got(picked), got(best));
            let _ = write!(said, " Compare: “{}”", best.line);
            if other > 2 * this {
                let _ = write!(said, " It would get {other} words; yours gets {this}.");
            }
        }
        self.picked.0 += usize::from(picked.worth == Worth::Best);
        self.picked.1 += 1;
        self.tell(&said)
    }

    fn completed(&mut self) -> Result<Read1> {
        let opening = pick::opening_words(self.session.person(), self.session.state());
        let prompt = format!("You: {opening} ");
        if !self.input.is_typed() {
            self.tell(&format!("{opening} …"))?;
        }
        self.screen.flush()?;
        let prompt = if self.shows == Shows::Text { prompt.as_str() } else { "" };
        Ok(match self.input.read(prompt)? {
            Read1::Line(typed, note) => match parse(&typed) {
                Typed::Line(line) => Read1::Line(pick::completed(&opening, line), note),
                Typed::Command(_) | Typed::Unknown(..) => Read1::Line(typed, note),
            },
            other => other,
        })
    }
}
