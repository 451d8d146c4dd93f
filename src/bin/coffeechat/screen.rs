//! What is shown, wrapped to the width and styled; the stream strips the styles where they would hurt.

use std::fmt::Write as _;
use std::io::{self, StdoutLock, Write};
use std::path::Path;

use anstream::{AutoStream, ColorChoice};
use coffeechat::debrief::report::Line;
use coffeechat::text::clean;
use owo_colors::OwoColorize;
use textwrap::{Options, WordSplitter};

/// Standard output, as people read it.
pub(crate) struct Screen {
    out: AutoStream<StdoutLock<'static>>,
    layout: Layout,
}

/// How text is wrapped and styled, apart from where it goes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Layout {
    width: usize,
    plain: bool,
    /// Whether styles are shown where the output goes.
    styled: bool,
}

impl Screen {
    pub(crate) fn new(width: usize, plain: bool) -> Self {
        let stdout = io::stdout().lock();
        let out = if plain { AutoStream::never(stdout) } else { AutoStream::auto(stdout) };
        let styled = out.current_choice() != ColorChoice::Never;
        Self { out, layout: Layout { width, plain, styled } }
    }

    /// The columns that text is wrapped to.
    pub(crate) const fn width(&self) -> usize {
        self.layout.width
    }

    /// Whether everything is shown in reading order, without colour or symbols.
    pub(crate) const fn is_plain(&self) -> bool {
        self.layout.plain
    }

    /// How text is laid out on it, to make some ahead, on any thread.
    pub(crate) const fn layout(&self) -> Layout {
        self.layout
    }

    /// What someone says, after their name.
    pub(crate) fn speech(&mut self, name: &str, words: &str) -> io::Result<()> {
        writeln!(self.out, "{}\n", self.layout.speech(name, words))
    }

    /// A quiet line that is nobody's.
    pub(crate) fn quiet(&mut self, text: &str) -> io::Result<()> {
        let text = self.wrap(text, "  ", "  ");
        writeln!(self.out, "{}", text.dimmed())
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

    /// A line of a file as it stands there, with a remark as a comment: behind it, or above it if the line would
    /// get too long.
    pub(crate) fn row(&mut self, row: &str, remark: Option<&str>) -> io::Result<()> {
        let row = safe(row);
        let Some(remark) = remark else { return writeln!(self.out, "{row}") };
        let above = self.wrap(remark, "# ", "# ");
        let room = self.layout.width.saturating_sub(textwrap::core::display_width(&row) + 1);
        if above.contains('\n') || textwrap::core::display_width(&above) > room {
            writeln!(self.out, "{}\n{row}", above.bold())
        } else {
            writeln!(self.out, "{row} {}", above.bold())
        }
    }

    /// Data. What could steer a terminal is written as `\u…`, which means the same.
    pub(crate) fn json(&mut self, json: &str) -> io::Result<()> {
        writeln!(self.out, "{}", escaped(json))
    }

    /// Rows for a spreadsheet, as CSV (RFC 4180). What could steer a terminal is left out, and a cell that a
    /// spreadsheet would take for a formula is quoted as text.
    pub(crate) fn csv(&mut self, rows: &[Vec<String>]) -> io::Result<()> {
        let mut writer =
            csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
        for row in rows {
            let cells = row.iter().map(|cell| {
                let cell = clean::line(cell).into_owned();
                if cell.starts_with(['=', '+', '-', '@']) { format!("'{cell}") } else { cell }
            });
            writer.write_record(cells).map_err(io::Error::other)?;
        }
        let written = writer.into_inner().map_err(|error| io::Error::other(error.to_string()))?;
        self.out.write_all(&written)
    }

    /// Lines that were laid out or [`escaped`] before.
    pub(crate) fn text(&mut self, text: &str) -> io::Result<()> {
        self.out.write_all(text.as_bytes())
    }

    /// Text of the program's own that is shown as it stands.
    pub(crate) fn raw(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out, "{text}")
    }

    /// A Markdown page, to read on a terminal.
    pub(crate) fn markdown(&mut self, page: &str) -> io::Result<()> {
        for line in page.lines() {
            let text = self.layout.markdown(line);
            if line.starts_with('#') {
                writeln!(self.out, "{}", text.bold())?;
            } else {
                writeln!(self.out, "{text}")?;
            }
        }
        Ok(())
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
        self.layout.wrap(text, first, rest)
    }
}

impl Layout {
    /// Whether everything is shown in reading order, without colour or symbols.
    pub(crate) const fn is_plain(&self) -> bool {
        self.plain
    }

    /// A heading; its second line and those after begin with `indent`.
    pub(crate) fn heading(&self, text: &str, indent: &str) -> String {
        self.wrap(text, "", indent).bold().to_string()
    }

    /// What someone says, after their name.
    pub(crate) fn speech(&self, name: &str, words: &str) -> String {
        let label = format!("{}: ", safe(name));
        let wrapped = self.wrap(words, &label, "  ");
        let rest = wrapped.strip_prefix(&label).unwrap_or(&wrapped);
        format!("{}{rest}", label.bold())
    }

    /// A paragraph.
    pub(crate) fn plain(&self, text: &str) -> String {
        self.wrap(text, "", "")
    }

    /// An item of a list.
    pub(crate) fn item(&self, text: &str) -> String {
        self.wrap(text, "- ", "  ")
    }

    /// Text that was laid out, as it goes where no stream takes the styles away.
    pub(crate) fn for_prompt(&self, text: String) -> String {
        if self.styled { text } else { anstream::adapter::strip_str(&text).to_string() }
    }

    /// A line of Markdown. Where it is wrapped, the rest hangs under its beginning.
    fn markdown(&self, line: &str) -> String {
        let (first, rest) = match line.split_once(' ') {
            Some(("-", _)) => ("- ", "  "),
            Some((">", _)) => ("> ", "> "),
            _ => ("", ""),
        };
        self.wrap(line.strip_prefix(first).unwrap_or(line), first, rest)
    }

    /// A remark under a heading.
    pub(crate) fn under(&self, text: &str) -> String {
        self.wrap(text, "   ", "   ")
    }

    /// A row of a table: each cell wrapped to the width of its column, `gap` columns between two.
    pub(crate) fn row(
        &self,
        cells: &[String],
        widths: &[usize],
        gap: usize,
        is_head: bool,
    ) -> String {
        let wrapped: Vec<Vec<String>> = cells
            .iter()
            .zip(widths)
            .map(|(cell, width)| {
                let cell = Self { width: *width, ..*self }.wrap(cell, "", "");
                cell.lines().map(str::to_owned).collect()
            })
            .collect();
        let height = wrapped.iter().map(Vec::len).max().unwrap_or(0);
        let lines = (0..height).map(|at| {
            let mut line = String::new();
            for (cell, width) in wrapped.iter().zip(widths) {
                let text = cell.get(at).map_or("", String::as_str);
                let fill = width.saturating_sub(textwrap::core::display_width(text)) + gap;
                line.push_str(text);
                line.push_str(&" ".repeat(fill));
            }
            let line = line.trim_end();
            if is_head { line.bold().to_string() } else { line.to_owned() }
        });
        lines.collect::<Vec<_>>().join("\n")
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

/// Data with what could steer a terminal written as `\u…`, which means the same.
pub(crate) fn escaped(json: &str) -> String {
    let mut escaped = String::with_capacity(json.len());
    for character in json.chars() {
        if clean::is_unsafe(character) {
            let _ = write!(escaped, "\\u{:04x}", character as u32);
        } else {
            escaped.push(character);
        }
    }
    escaped
}

/// Shows a passing word beside the output, over the one before; an empty one leaves nothing there.
pub(crate) fn over(text: &str) {
    // Spaces rather than an escape take away what was longer, so that any terminal can show it.
    anstream::eprint!("\r{:40}{}", safe(text), if text.is_empty() { "\r" } else { "" });
}

/// Tells something beside the output, on standard error.
pub(crate) fn message(text: &str) {
    anstream::eprintln!("{}", safe(text));
}

/// A path as it is typed after a command, in quotes where a shell would take it for something else.
pub(crate) fn typed(path: &Path) -> String {
    let path = path.display().to_string();
    let is_plain =
        |c: char| c.is_alphanumeric() || "/.-_:".contains(c) || (cfg!(windows) && c == '\\');
    if !path.is_empty() && path.chars().all(is_plain) {
        path
    } else if cfg!(windows) {
        format!("\"{path}\"")
    } else {
        format!("'{}'", path.replace('\'', r"'\''"))
    }
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
    use std::path::Path;

    use super::{Layout, typed, without_symbols};

    #[cfg(not(windows))]
    #[test]
    fn a_path_is_quoted_where_a_shell_would_take_it_apart() {
        for (path, expected) in [
            ("my-pack/v1.0", "my-pack/v1.0"),
            ("my pack", "'my pack'"),
            ("a&b;c$(d)", "'a&b;c$(d)'"),
            ("it's", r"'it'\''s'"),
            (r"a\b", r"'a\b'"),
        ] {
            assert_eq!(typed(Path::new(path)), expected);
        }
    }

    #[test]
    fn plain_text_has_no_typographic_marks() {
        assert_eq!(without_symbols("“It’s – well…”"), "\"It's - well...\"");
    }

    #[test]
    fn a_wrapped_line_of_markdown_hangs_under_its_beginning() {
        let layout = Layout { width: 24, plain: false, styled: false };
        let cases = [
            ("- an item that is longer than a line", "- an item that is longer\n  than a line"),
            ("> what is said, longer than a line", "> what is said, longer\n> than a line"),
            ("a paragraph longer than a line", "a paragraph longer than\na line"),
            ("", ""),
        ];
        for (line, expected) in cases {
            assert_eq!(layout.markdown(line), expected, "{line:?}");
        }
    }
}
