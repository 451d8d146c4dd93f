//! The program in a folder: a command that runs to its end, and a talk that goes on from block to block.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use crate::program::{command, finish};

/// A command as it stands in a block, taken apart.
#[derive(Debug)]
pub(super) struct Typed {
    words: Vec<String>,
    /// The file that its output goes to.
    into: Option<String>,
}

impl Typed {
    /// Reads what stands after `$ coffeechat`.
    pub(super) fn read(line: &str) -> Self {
        let (mut words, mut word, mut quoted) = (Vec::new(), String::new(), false);
        for c in line.chars() {
            match c {
                '"' => quoted = !quoted,
                ' ' if !quoted => words.push(std::mem::take(&mut word)),
                c => word.push(c),
            }
        }
        words.push(word);
        words.retain(|word| !word.is_empty());
        let into = words.iter().position(|word| word == ">").map(|at| words.split_off(at));
        Self { words, into: into.and_then(|rest| rest.into_iter().nth(1)) }
    }

    /// Whether it is a talk that goes on while files change.
    pub(super) fn goes_on(&self) -> bool {
        self.words.starts_with(&["pack".to_owned(), "author".to_owned()])
    }

    fn command(&self, folder: &Path, home: &Path) -> Command {
        let words: Vec<&str> = self.words.iter().map(String::as_str).collect();
        let mut command = command(home, &words);
        command.current_dir(folder);
        command
    }

    /// Runs it to its end, with these lines typed; gives what is shown.
    pub(super) fn run(&self, folder: &Path, home: &Path, lines: &[&str]) -> String {
        let ran = finish(self.command(folder, home), lines.join("\n") + "\n");
        if let Some(file) = &self.into {
            std::fs::write(folder.join(file), &ran.stdout).unwrap();
            return ran.stderr;
        }
        format!("{}{}", ran.stdout, ran.stderr)
    }

    /// Starts the talk; gives it with its first words.
    pub(super) fn start(&self, folder: &Path, home: &Path) -> (Session, String) {
        let mut child = self.command(folder, home).stderr(Stdio::inherit()).spawn().unwrap();
        let (input, output) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
        let mut session = Session { child, input, output: BufReader::new(output), asked: 0 };
        let first = session.shown();
        (session, first)
    }
}

/// A talk at the end of a pipe.
#[derive(Debug)]
pub(super) struct Session {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
    asked: usize,
}

impl Session {
    /// What is shown when nothing more is typed, such as that a file was read again.
    ///
    /// What comes of a word that is no command is known, so it shows where the rest ends.
    pub(super) fn shown(&mut self) -> String {
        self.asked += 1;
        let mark = format!("`/mark{}` is no command", self.asked);
        writeln!(self.input, "/mark{}", self.asked).unwrap();
        let mut shown = String::new();
        while !shown.contains(&mark) {
            assert_ne!(self.output.read_line(&mut shown).unwrap(), 0, "it ended:\n{shown}");
        }
        let others: Vec<&str> = shown.lines().filter(|line| !line.contains(&mark)).collect();
        others.join("\n") + "\n"
    }

    /// Types a line; gives what came of it, without the line itself.
    pub(super) fn type_line(&mut self, line: &str) -> String {
        writeln!(self.input, "{line}").unwrap();
        let shown = self.shown();
        let shown = shown.trim_start();
        let own = format!("You: {line}\n");
        shown.strip_prefix(&own).unwrap_or(shown).trim_start().to_owned()
    }

    /// Waits for its end.
    pub(super) fn end(mut self) {
        drop(self.input);
        assert_eq!(self.child.wait().unwrap().code(), Some(0));
    }
}
