//! What is shown, wrapped to the width and styled; the stream strips the styles where they would hurt.

use std::fmt::Write as _;
use std::io::{self, StdoutLock, Write};

use anstream::AutoStream;
use coffeechat::debrief::report::Line;
use coffeechat::text::clean;
use owo_colors::OwoColorize;
use textwrap::{Options, WordSplitter};

/// Standard output, as people read it.
pub(crate) struct Screen {
    out: AutoStream<StdoutLock<'static>>,
    width: usize,
    plain: bool,
}

impl Screen {
    pub(crate) fn new(width: usize, plain: bool) -> Self {
        let stdout = io::stdout().lock();
        let out = if plain { AutoStream::never(stdout) } else { AutoStream::auto(stdout) };
        Self { out, width, plain }
    }

    /// Whether everything is shown in reading order, without colour or symbols.
    pub(crate) const fn is_plain(&self) -> bool {
        self.plain
    }

    /// What someone says, after their name.
    pub(crate) fn speech(&mut self, name: &str, words: &str) -> io::Result<()> {
        let label = format!("{name}: ");
        let wrapped = self.wrap(words, &label, "  ");
        let rest = wrapped.strip_prefix(&label).unwrap_or(&wrapped);
        writeln!(self.out, "{}{rest}\n", label.bold())
    }

    /// A quiet word of the coach's.
    pub(crate) fn coach(&mut self, words: &str) -> io::Result<()> {
        let text = self.wrap(words, "  Coach: ", "  ");
        writeln!(self.out, "{}\n", text.dimmed())
    }

    /// A heading.
    pub(crate) fn heading(&mut self, text: &str) -> io::Result<()> {
        let text = self.wrap(text, "", "");
        writeln!(self.out, "{}", text.bold())
    }

    /// A paragraph.
    pub(crate) fn plain(&mut self, text: &str) -> io::Result<()> {
        let text = self.wrap(text, "", "");
        writeln!(self.out, "{text}")
    }

    /// An item of a list.
    pub(crate) fn item(&mut self, text: &str) -> io::Result<()> {
        let text = self.wrap(text, "- ", "  ");
        writeln!(self.out, "{text}")
    }

    /// A remark under an item.
    pub(crate) fn under(&mut self, text: &str) -> io::Result<()> {
        let text = self.wrap(text, "  ", "  ");
        writeln!(self.out, "{text}")
    }

    /// A question one could ask, under an item.
    pub(crate) fn quote(&mut self, text: &str) -> io::Result<()> {
        let text = self.wrap(&format!("“{text}”"), "  ", "  ");
        writeln!(self.out, "{}", text.italic())
    }

    pub(crate) fn blank(&mut self) -> io::Result<()> {
        writeln!(self.out)
    }

    /// Data. What could steer a terminal is written as `\u…`, which means the same.
    pub(crate) fn json(&mut self, json: &str) -> io::Result<()> {
        let mut escaped = String::with_capacity(json.len());
        for character in json.chars() {
            if clean::is_unsafe(character) {
                let _ = write!(escaped, "\\u{:04x}", character as u32);
            } else {
                escaped.push(character);
            }
        }
        writeln!(self.out, "{escaped}")
    }

    /// Text of the program's own that is shown as it stands.
    pub(crate) fn raw(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out, "{text}")
    }

    /// The lines of a report, with a blank line before each heading but the first.
    pub(crate) fn report(&mut self, lines: &[Line]) -> io::Result<()> {
        for (at, line) in lines.iter().enumerate() {
            match line {
                Line::Heading(text) => {
                    if at > 0 {
                        self.blank()?;
                    }
                    self.heading(text)?;
                }
                Line::Plain(text) => self.plain(text)?,
                Line::Item(text) => self.item(text)?,
                Line::Quote(text) => self.quote(text)?,
            }
        }
        Ok(())
    }

    pub(crate) fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }

    fn wrap(&self, text: &str, first: &str, rest: &str) -> String {
        let text = safe(text);
        let text = if self.plain { without_symbols(&text) } else { text };
        let options = Options::new(self.width)
            .initial_indent(first)
            .subsequent_indent(rest)
            .word_splitter(WordSplitter::NoHyphenation);
        textwrap::fill(&text, options)
    }
}

/// Tells something beside the output, on standard error.
pub(crate) fn message(text: &str) {
    anstream::eprintln!("{}", safe(text));
}

/// Text from outside without what could steer a terminal; white space in front stays.
pub(crate) fn safe(text: &str) -> String {
    let indent = text.len() - text.trim_start_matches(' ').len();
    format!("{}{}", &text[..indent], clean::line(text))
}

/// Typographic marks as a screen reader and an old terminal take them.
pub(crate) fn without_symbols(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '“' | '”' | '„' => plain.push('"'),
            '‘' | '’' => plain.push('\''),
            '–' | '—' => plain.push('-'),
            '…' => plain.push_str("..."),
            '\u{a0}' | '\u{202f}' => plain.push(' '),
            other => plain.push(other),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::without_symbols;

    #[test]
    fn plain_text_has_no_typographic_marks() {
        assert_eq!(without_symbols("“It’s – well…”"), "\"It's - well...\"");
    }
}
