//! A sheet: one question after the other, each of which can be skipped, by keyboard or through a pipe.

use anyhow::Result;
use coffeechat::text::clean;

use crate::practice::input::{Input, Read1};
use crate::screen::Screen;

/// An answer may have this many characters; the rest is left out, and said.
const LONGEST_ANSWER: usize = 2_000;

/// What came of a question.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Asked {
    /// An answer, without what could steer a terminal.
    Text(String),
    /// Nothing was typed.
    Skipped,
    /// Ctrl-D, Ctrl-C, or the end of the pipe: no more questions.
    Stopped,
}

impl Asked {
    /// The answer, if there is one.
    pub(crate) fn text(self) -> Option<String> {
        match self {
            Self::Text(text) => Some(text),
            Self::Skipped | Self::Stopped => None,
        }
    }
}

/// A sheet that is being filled in.
pub(crate) struct Sheet<'s> {
    input: Source<'s>,
    pub(crate) screen: &'s mut Screen,
    stopped: bool,
}

/// Where answers come from: an input of the sheet's own, or that of the talk before it.
enum Source<'s> {
    Own(Box<Input>),
    Lent(&'s mut Input),
}

impl Source<'_> {
    fn get(&self) -> &Input {
        match self {
            Self::Own(input) => input,
            Self::Lent(input) => input,
        }
    }

    fn get_mut(&mut self) -> &mut Input {
        match self {
            Self::Own(input) => input,
            Self::Lent(input) => input,
        }
    }
}

impl<'s> Sheet<'s> {
    /// A sheet filled in by keyboard if `typed`, or else by what is piped in.
    pub(crate) fn new(typed: bool, screen: &'s mut Screen) -> Result<Self> {
        Ok(Self { input: Source::Own(Box::new(Input::bare(typed)?)), screen, stopped: false })
    }

    /// A sheet that is filled in after something else was typed there.
    pub(crate) const fn after(input: &'s mut Input, screen: &'s mut Screen) -> Self {
        Self { input: Source::Lent(input), screen, stopped: false }
    }

    /// Whether there are no more questions to ask.
    pub(crate) const fn is_stopped(&self) -> bool {
        self.stopped
    }

    /// Whether a person types.
    pub(crate) fn is_typed(&self) -> bool {
        self.input.get().is_typed()
    }

    /// Puts a question and reads the answer.
    pub(crate) fn ask(&mut self, question: &str) -> Result<Asked> {
        if self.stopped {
            return Ok(Asked::Stopped);
        }
        if !question.is_empty() {
            self.screen.plain(question)?;
        }
        self.read("> ")
    }

    /// Reads an answer after a mark of its own.
    pub(crate) fn read(&mut self, mark: &str) -> Result<Asked> {
        if self.stopped {
            return Ok(Asked::Stopped);
        }
        self.screen.flush()?;
        let line = match self.input.get_mut().read(mark)? {
            Read1::Line(line, note) => {
                if let Some(note) = note {
                    crate::screen::message(note);
                }
                line
            }
            Read1::Interrupted | Read1::End => {
                self.stopped = true;
                if self.input.get().is_typed() {
                    self.screen.blank()?;
                }
                return Ok(Asked::Stopped);
            }
        };
        let line = clean::line(&line).into_owned();
        if !self.input.get().is_typed() {
            self.screen.plain(&format!("{mark}{line}"))?;
        }
        if matches!(line.as_str(), "/quit" | "/q" | "/exit" | "quit") {
            self.stopped = true;
            return Ok(Asked::Stopped);
        }
        // "-" and "dunno" are how people write nothing.
        let nothing = ["dunno", "don't know", "dont know", "idk", "no idea", "not sure"];
        if line.chars().all(|c| "-–—._/ ".contains(c))
            || nothing.contains(&line.to_lowercase().as_str())
        {
            return Ok(Asked::Skipped);
        }
        if line.chars().count() > LONGEST_ANSWER {
            crate::screen::message(&format!(
                "That was long; the first {LONGEST_ANSWER} characters are kept."
            ));
            return Ok(Asked::Text(line.chars().take(LONGEST_ANSWER).collect()));
        }
        Ok(Asked::Text(line))
    }

    /// Asks for several lines, up to an empty one.
    pub(crate) fn lines(&mut self, question: &str, most: usize) -> Result<Vec<String>> {
        let mut lines = Vec::new();
        let mut asked = self.ask(question)?;
        while let Asked::Text(line) = asked {
            lines.push(line);
            if lines.len() == most {
                break;
            }
            asked = self.read("> ")?;
        }
        Ok(lines)
    }

    /// Asks a question that has two answers; Enter and the end of input take `otherwise`.
    pub(crate) fn yes(&mut self, question: &str, otherwise: bool) -> Result<bool> {
        let marks = if otherwise { "[Y/n]" } else { "[y/N]" };
        let answer = self.ask(&format!("{question} {marks}"))?.text();
        Ok(match answer.map(|answer| answer.to_lowercase()).as_deref() {
            Some("y" | "yes") => true,
            Some("n" | "no") => false,
            _ => otherwise,
        })
    }
}
