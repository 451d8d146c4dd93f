//! Where lines come from: the line editor at a terminal, or a pipe.

use std::borrow::Cow;
use std::io::{self, BufRead, Read};
use std::path::PathBuf;

use rustyline::completion::Completer;
use rustyline::error::ReadlineError;
use rustyline::highlight::Highlighter;
use rustyline::hint::Hinter;
use rustyline::history::FileHistory;
use rustyline::validate::Validator;
use rustyline::{CompletionType, Config, Context, Editor, ExternalPrinter, Helper};

use super::command::Listed;
use crate::lines;

/// A piped line may have this many bytes; what is over is passed by and said.
const LONGEST_LINE: usize = 4 * 1024 * 1024;

/// How many typed lines are remembered.
const HISTORY: usize = 1_000;

/// What came in.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Read1 {
    /// A line, and whether something about it had to be put right.
    Line(String, Option<&'static str>),
    /// Ctrl-C.
    Interrupted,
    /// Ctrl-D, or the end of the pipe.
    End,
}

/// Where lines come from.
pub(crate) enum Input {
    /// A person at a terminal.
    Editor { editor: Box<Editor<Commands, FileHistory>>, history: Option<PathBuf> },
    /// A pipe or a file.
    Pipe(io::StdinLock<'static>),
}

/// Shows a text above the line that is being typed.
pub(crate) type Printer = Box<dyn FnMut(String) + Send>;

/// All that is piped in, at most so many bytes.
pub(crate) fn all_piped(most: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    io::stdin().lock().take(most as u64).read_to_end(&mut bytes)?;
    Ok(bytes)
}

impl Input {
    /// The line editor for lines and these commands, with the history of typed lines kept in `history`.
    pub(crate) fn editor(
        history: Option<PathBuf>,
        plain: bool,
        commands: &'static [Listed],
    ) -> rustyline::Result<Self> {
        let config = Config::builder()
            .max_history_size(HISTORY)?
            .history_ignore_dups(true)?
            .completion_type(CompletionType::List)
            .auto_add_history(false)
            .build();
        let mut editor = Editor::with_config(config)?;
        editor.set_helper(Some(Commands { hints: !plain, list: commands, offers: Vec::new() }));
        if let Some(path) = &history {
            // No history yet is no news; an unreadable one costs its arrows only.
            let _ = editor.load_history(path);
        }
        Ok(Self::Editor { editor: Box::new(editor), history })
    }

    /// The line editor for lines that are no talk: without commands, and nothing is kept.
    pub(crate) fn bare_editor() -> rustyline::Result<Self> {
        let config = Config::builder().auto_add_history(false).build();
        Ok(Self::Editor { editor: Box::new(Editor::with_config(config)?), history: None })
    }

    /// The line editor without a history, or what is piped in.
    pub(crate) fn bare(typed: bool) -> rustyline::Result<Self> {
        if typed { Self::bare_editor() } else { Ok(Self::pipe()) }
    }

    /// What is piped in.
    pub(crate) fn pipe() -> Self {
        Self::Pipe(io::stdin().lock())
    }

    /// Completes what is typed after some beginnings: each, such as `/jump `, with the words that can follow it.
    pub(crate) fn offer(&mut self, mut offers: Vec<(&'static str, Vec<String>)>) {
        for (_, words) in &mut offers {
            // A list of them is shown as it stands.
            words.retain(|word| word.chars().all(|c| c.is_ascii_graphic()));
        }
        if let Self::Editor { editor, .. } = self
            && let Some(helper) = editor.helper_mut()
        {
            helper.offers = offers;
        }
    }

    /// What shows a text above the line that is being typed, from any thread; none where that cannot be done.
    pub(crate) fn printer(&mut self) -> Option<Printer> {
        let Self::Editor { editor, .. } = self else { return None };
        let mut printer = editor.create_external_printer().ok()?;
        Some(Box::new(move |text| {
            let _ = printer.print(text); // the person has left
        }))
    }

    /// Whether a person types.
    pub(crate) const fn is_typed(&self) -> bool {
        matches!(self, Self::Editor { .. })
    }

    /// Reads a line.
    pub(crate) fn read(&mut self, prompt: &str) -> anyhow::Result<Read1> {
        match self {
            Self::Editor { editor, history } => match editor.readline(prompt) {
                Ok(line) => {
                    let is_kept = !line.trim().is_empty() && !line.trim_start().starts_with('/');
                    if is_kept
                        && editor.add_history_entry(line.as_str()).unwrap_or(false)
                        && let Some(path) = history
                    {
                        let _ = editor.append_history(path);
                    }
                    Ok(Read1::Line(line, None))
                }
                Err(ReadlineError::Interrupted) => Ok(Read1::Interrupted),
                Err(ReadlineError::Eof) => Ok(Read1::End),
                Err(error) => Err(error.into()),
            },
            Self::Pipe(stdin) => read_piped(stdin),
        }
    }
}

/// Reads a line of a pipe, whatever is in it.
fn read_piped(stdin: &mut impl BufRead) -> anyhow::Result<Read1> {
    let mut bytes = Vec::new();
    let Some(taken) = lines::read_line(stdin, LONGEST_LINE, &mut bytes)? else {
        return Ok(Read1::End);
    };
    let text = String::from_utf8_lossy(&bytes);
    let note = if taken.is_cut {
        Some("That line was very long; the end of it was left out.")
    } else if matches!(text, Cow::Owned(_)) {
        Some("Some characters were not UTF-8 and were replaced.")
    } else {
        None
    };
    Ok(Read1::Line(text.trim_end_matches(['\n', '\r']).to_owned(), note))
}

/// Completes and hints commands; says nothing about lines of the talk.
pub(crate) struct Commands {
    hints: bool,
    list: &'static [Listed],
    /// What a command begins with, and the words that can follow.
    offers: Vec<(&'static str, Vec<String>)>,
}

impl Completer for Commands {
    type Candidate = String;

    fn complete(
        &self,
        line: &str,
        position: usize,
        _: &Context<'_>,
    ) -> rustyline::Result<(usize, Vec<String>)> {
        let typed = &line[..position];
        let fits = |offer: &&(&str, Vec<String>)| typed.starts_with(offer.0);
        if let Some((start, words)) =
            self.offers.iter().filter(fits).max_by_key(|(start, _)| start.len())
        {
            let fitting = words.iter().filter(|word| word.starts_with(&typed[start.len()..]));
            return Ok((start.len(), fitting.cloned().collect()));
        }
        if !typed.starts_with('/') || typed.contains(' ') {
            return Ok((position, Vec::new()));
        }
        let fitting = self.list.iter().filter(|(name, _)| name.starts_with(typed));
        Ok((0, fitting.map(|(name, _)| (*name).to_owned()).collect()))
    }
}

impl Hinter for Commands {
    type Hint = String;

    fn hint(&self, line: &str, position: usize, _: &Context<'_>) -> Option<String> {
        if !self.hints || line.len() < 2 || position < line.len() || !line.starts_with('/') {
            return None;
        }
        let (name, what) = self.list.iter().find(|(name, _)| name.starts_with(line))?;
        Some(format!("{}  ({what})", &name[line.len()..]))
    }
}

impl Highlighter for Commands {
    fn highlight_hint<'h>(&self, hint: &'h str) -> Cow<'h, str> {
        use owo_colors::OwoColorize;
        Cow::Owned(hint.dimmed().to_string())
    }
}

impl Validator for Commands {}
impl Helper for Commands {}

#[cfg(test)]
mod tests {
    use super::{Read1, read_piped};

    #[test]
    fn a_pipe_gives_lines_whatever_is_in_them() {
        let mut piped: &[u8] = b"one\r\n\n\xff\xfe two\nlast";
        let mut next = || read_piped(&mut piped).unwrap();
        assert_eq!(next(), Read1::Line("one".to_owned(), None));
        assert_eq!(next(), Read1::Line(String::new(), None));
        let Read1::Line(text, Some(note)) = next() else { panic!("a line with a note") };
        assert!(text.ends_with(" two") && note.contains("UTF-8"));
        assert_eq!(next(), Read1::Line("last".to_owned(), None));
        assert_eq!(next(), Read1::End);
    }
}
