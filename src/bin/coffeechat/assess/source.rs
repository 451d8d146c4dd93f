//! Where the lines of `assess` come from, and what is told about them.

use std::borrow::Cow;
use std::collections::VecDeque;
use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::findings::counted;
use crate::lines::read_line;
use crate::screen::message;

/// A line may have this many bytes. The rest of a longer one is passed by and told; the ear hears the
/// last few hundred words of a line anyhow.
pub(super) const LONGEST_LINE: usize = 1024 * 1024;

/// The head that shows what a text is has this many bytes: the transcript of two hours.
const HEAD: usize = 256 * 1024;

/// How much is read at once.
const BUFFER: usize = 64 * 1024;

/// So many notes of one kind are told with their line; the rest are counted.
const MOST_NOTES: u64 = 3;

/// One zero byte in this many, or any in what is not UTF-8, makes a file a binary one. Single ones happen
/// in text, and do no harm there.
const TEXT_TO_ZEROS: usize = 64;

/// One line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Read {
    /// Its number, from 1.
    pub(super) number: u64,
    /// What it says, without its end. What was not UTF-8 is replaced.
    pub(super) text: String,
    /// Whether it was longer than [`LONGEST_LINE`] and the rest is missing.
    pub(super) is_cut: bool,
}

/// A stream of lines.
pub(super) struct Source {
    stream: BufReader<Box<dyn io::Read + Send>>,
    /// The file's name in quotes, or "the input".
    name: String,
    is_file: bool,
    /// The lines read so far.
    lines: u64,
    /// The bytes read so far.
    bytes: u64,
    line: Vec<u8>,
    notes: Notes,
}

impl Source {
    /// Opens a file, or standard input for `-` and nothing. `is_text` says that it has to be text, rather
    /// than JSON Lines, where what cannot be read is told in its place.
    pub(super) fn open(file: Option<&Path>, is_text: bool) -> Result<Self> {
        let path = file.filter(|path| *path != Path::new("-"));
        let stream: Box<dyn io::Read + Send> = match path {
            Some(path) => {
                #[expect(
                    clippy::disallowed_methods,
                    reason = "a stream that is read once, line by line"
                )]
                let file = File::open(path)
                    .with_context(|| format!("could not read `{}`", path.display()))?;
                Box::new(file)
            }
            None => Box::new(io::stdin()),
        };
        let name =
            path.map_or_else(|| "the input".to_owned(), |path| format!("`{}`", path.display()));
        let mut source = Self {
            stream: BufReader::with_capacity(BUFFER, stream),
            name,
            is_file: path.is_some(),
            lines: 0,
            bytes: 0,
            line: Vec::new(),
            notes: Notes::default(),
        };
        source.check_head(is_text)?;
        Ok(source)
    }

    /// What it is called in messages.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// Whether it is a file that was named.
    pub(super) const fn is_file(&self) -> bool {
        self.is_file
    }

    /// How many bytes were read.
    pub(super) const fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Whether another line is here already, so that reading it waits for nobody.
    pub(super) fn is_more_at_hand(&self) -> bool {
        self.stream.buffer().contains(&b'\n')
    }

    /// The next line; none at the end. What is odd about it is told on standard error.
    pub(super) fn read(&mut self) -> Result<Option<Read>> {
        let taken = read_line(&mut self.stream, LONGEST_LINE, &mut self.line);
        let taken = taken.with_context(|| format!("could not read {}", self.name))?;
        let Some(taken) = taken else {
            self.notes.end();
            return Ok(None);
        };
        self.lines += 1;
        self.bytes += taken.length;
        let text = String::from_utf8_lossy(&self.line);
        // A long line is cut between any two bytes; that is no fault of its author's.
        if matches!(text, Cow::Owned(_)) && !taken.is_cut {
            self.notes.replaced.add(self.lines, "some characters were not UTF-8 and were replaced");
        }
        if taken.is_cut {
            self.notes.cut.add(self.lines, "longer than 1 MiB; the rest of it was left out");
        }
        let text = text.strip_prefix('\u{feff}').filter(|_| self.lines == 1).unwrap_or(&text);
        Ok(Some(Read { number: self.lines, text: text.to_owned(), is_cut: taken.is_cut }))
    }

    /// The lines of the head, and whether there may be more.
    pub(super) fn head(&mut self) -> Result<(Vec<Read>, bool)> {
        let mut head = Vec::new();
        let mut bytes = 0;
        while bytes < HEAD {
            let Some(line) = self.read()? else { return Ok((head, false)) };
            bytes += line.text.len() + 1;
            head.push(line);
        }
        Ok((head, true))
    }

    /// Looks whether this is text at all.
    fn check_head(&mut self, is_text: bool) -> Result<()> {
        let head =
            self.stream.fill_buf().with_context(|| format!("could not read {}", self.name))?;
        let Some(trouble) = trouble(head) else { return Ok(()) };
        let told = format!("{} {trouble}", self.name);
        if is_text {
            bail!("{told}");
        }
        message(&told);
        Ok(())
    }
}

/// Why the head of a file is not text, and what to do; none if it is.
fn trouble(head: &[u8]) -> Option<String> {
    const CONVERT: &str =
        "save it as UTF-8, or convert it: iconv -f UTF-16 -t UTF-8 FILE | coffeechat assess";
    if head.starts_with(&[0xff, 0xfe]) || head.starts_with(&[0xfe, 0xff]) {
        return Some(format!("is in UTF-16; {CONVERT}"));
    }
    let is_document =
        [b"%PDF-" as &[u8], b"PK\x03\x04", b"{\\rtf"].iter().any(|mark| head.starts_with(mark));
    if is_document {
        return Some("is a document; save it as plain text, and give that".to_owned());
    }
    let first = head.iter().position(|byte| *byte == 0)?;
    let zeros = head.split(|byte| *byte == 0).count() - 1;
    // The head may end inside a character, so its last few bytes do not count.
    let is_utf8 = match std::str::from_utf8(head) {
        Ok(_) => true,
        Err(error) => error.valid_up_to() + 4 > head.len(),
    };
    if is_utf8 && zeros * TEXT_TO_ZEROS < head.len() {
        return None;
    }
    let line = head[..first].split(|byte| *byte == b'\n').count();
    Some(format!(
        "is not text (byte {} is zero, on line {line}); save it as plain text in UTF-8, and give that",
        first + 1
    ))
}

/// What is told about single lines: a few with their number, the rest counted.
#[derive(Debug, Default)]
struct Notes {
    replaced: Note,
    cut: Note,
}

impl Notes {
    /// Tells how many more there were.
    fn end(&mut self) {
        self.replaced.end("with characters that were not UTF-8");
        self.cut.end("longer than 1 MiB");
    }
}

/// One kind of note.
#[derive(Debug, Default)]
struct Note {
    times: u64,
}

impl Note {
    fn add(&mut self, line: u64, what: &str) {
        self.times += 1;
        if self.times <= MOST_NOTES {
            message(&format!("Line {line}: {what}."));
        }
    }

    fn end(&mut self, what: &str) {
        let more = usize::try_from(self.times.saturating_sub(MOST_NOTES)).unwrap_or(usize::MAX);
        if more > 0 {
            message(&format!("And {} {what}.", counted(more, "more line")));
        }
        self.times = 0;
    }
}

/// Lines that were read already, and then those that are still to come.
pub(super) struct Again {
    head: VecDeque<Read>,
    source: Source,
}

impl Again {
    pub(super) fn new(head: Vec<Read>, source: Source) -> Self {
        Self { head: head.into(), source }
    }

    /// The next line; none at the end.
    pub(super) fn read(&mut self) -> Result<Option<Read>> {
        match self.head.pop_front() {
            Some(line) => Ok(Some(line)),
            None => self.source.read(),
        }
    }

    /// Whether another line is here already.
    pub(super) fn is_more_at_hand(&self) -> bool {
        !self.head.is_empty() || self.source.is_more_at_hand()
    }

    /// How many bytes were read.
    pub(super) const fn bytes(&self) -> u64 {
        self.source.bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::trouble;

    #[test]
    fn text_is_told_from_what_is_none() {
        for text in ["", "Why?", "\u{feff}Why?", &format!("{}\0", "Why so? ".repeat(9))] {
            assert_eq!(trouble(text.as_bytes()), None, "{text}");
        }
        for (bytes, word) in [
            (b"\xff\xfeW\0h\0y\0" as &[u8], "UTF-16"),
            (b"\xfe\xff\0W\0h\0y", "UTF-16"),
            (b"W\0h\0y\0", "byte 2 is zero, on line 1"),
            (b"a\nb\nc\0d", "byte 6 is zero, on line 3"),
            (b"%PDF-1.7 and more", "document"),
            (b"PK\x03\x04", "document"),
            (b"\x89PNG\r\n\x1a\n and so on, for a long long way, without any zero but one, \0 and on", "byte"),
        ] {
            let told = trouble(bytes).unwrap_or_default();
            assert!(told.contains(word), "{word}: {told}");
        }
    }
}
