//! Where things stand in a text, and how new ones are written beside them.

use std::fmt::Write as _;
use std::ops::Range;

use toml_edit::{Document, Item, TableLike, Value};

use crate::text::clean::is_unsafe;

/// Bytes of a text, and what is to stand there instead.
pub(super) type Change = (Range<usize>, String);

/// Finds out where things stand in a text.
pub(super) fn parsed(text: &str) -> Result<Document<&str>, String> {
    Document::parse(text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        let line = text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1;
        let why = error.message().lines().next().unwrap_or("it cannot be read");
        format!("line {line} is not TOML: {why}")
    })
}

/// The `[[blocks]]` of a name, in whichever of the two ways they are written.
pub(super) fn blocks(item: Option<&Item>) -> Vec<&dyn TableLike> {
    match item {
        Some(Item::ArrayOfTables(tables)) => {
            tables.iter().map(|table| table as &dyn TableLike).collect()
        }
        Some(Item::Value(Value::Array(values))) => values
            .iter()
            .filter_map(|value| value.as_inline_table().map(|table| table as &dyn TableLike))
            .collect(),
        _ => Vec::new(),
    }
}

/// The `id` of a block.
pub(super) fn id(block: &dyn TableLike) -> Option<&str> {
    block.get("id")?.as_str()
}

/// The text with some changes made; none if they do not fit it. Of two at the same place the first comes first.
pub(super) fn changed(text: &str, mut changes: Vec<Change>) -> Option<String> {
    changes.sort_by_key(|(span, _)| span.start);
    let mut whole = String::with_capacity(text.len() + 64);
    let mut at = 0;
    for (span, instead) in changes {
        whole.push_str(text.get(at..span.start)?);
        whole.push_str(&instead);
        at = span.end;
    }
    whole.push_str(text.get(at..)?);
    Some(whole)
}

/// A text as a TOML string on one line. What could steer a terminal or hide what it says is escaped.
#[must_use]
pub fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for character in text.chars() {
        match character {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            other if is_unsafe(other) => {
                let _ = write!(quoted, "\\u{:04X}", other as u32);
            }
            other => quoted.push(other),
        }
    }
    quoted.push('"');
    quoted
}

/// The white space in front of a place, if nothing else stands before it on its line.
pub(super) fn indent(text: &str, at: usize) -> Option<&str> {
    let before = text.get(line_start(text, at)..at)?;
    // A byte order mark at the head of a file takes no room.
    let before = before.strip_prefix('\u{feff}').unwrap_or(before);
    before.chars().all(|c| c == ' ' || c == '\t').then_some(before)
}

/// Where the line of a place begins.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1)
}

/// Where the line of a place ends, before its line break.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let end = rest.find('\n').unwrap_or(rest.len());
    let line = rest.get(..end).unwrap_or_default();
    at + if end < rest.len() { line.strip_suffix('\r').unwrap_or(line).len() } else { end }
}

/// How lines end in a text: as the one before a place does, or else the first.
pub(super) fn newline(text: &str, at: usize) -> &'static str {
    let before = text.get(..at).unwrap_or_default();
    let end = before.rfind('\n').or_else(|| text.find('\n'));
    let returns = end.and_then(|end| end.checked_sub(1)).map(|end| text.as_bytes().get(end));
    if returns == Some(Some(&b'\r')) { "\r\n" } else { "\n" }
}

/// The first comma of a text that is white space, comments and commas.
pub(super) fn comma(text: &str) -> Option<usize> {
    let mut is_comment = false;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'\n' => is_comment = false,
            b'#' => is_comment = true,
            b',' if !is_comment => return Some(at),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
pub(super) mod tests {
    use proptest::prelude::*;

    use super::{comma, indent, line_end, newline, quoted};

    #[test]
    fn a_quoted_text_reads_back() {
        for text in ["", "plain", "\"\\\n\r\t", "\u{0}\u{7f}\u{9b}\u{202e}\u{feff}", "👩\u{200d}🔬"]
        {
            let line = format!("key = {}", quoted(text));
            let table: toml::Table = line.parse().unwrap();
            assert_eq!(table["key"].as_str(), Some(text), "{line}");
            assert_eq!(line.lines().count(), 1);
        }
    }

    #[test]
    fn places_on_a_line_are_found() {
        let text = "\u{feff}a\r\n \tb # c\r\nlast";
        assert_eq!(indent(text, 3), Some(""));
        assert_eq!(indent(text, 8), Some(" \t"));
        assert_eq!(indent(text, 10), None);
        assert_eq!(&text[..line_end(text, 8)], "\u{feff}a\r\n \tb # c");
        assert_eq!(line_end(text, 16), text.len());
        assert_eq!(newline(text, 8), "\r\n");
        assert_eq!(newline("a\nb\r\n", 2), "\n");
        assert_eq!(newline("a\r\nb\n", 0), "\r\n");
        assert_eq!(newline("", 0), "\n");
        assert_eq!(comma(" # a, b\n , # c"), Some(9));
        assert_eq!(comma(" # a, b"), None);
    }

    /// Any text, and often one that TOML has to escape.
    pub(in crate::edit) fn any_text() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            any::<char>().prop_map(String::from),
            prop::sample::select(vec![
                "\"",
                "'",
                "\\",
                "\n",
                "\r",
                "\r\n",
                "\t",
                "\0",
                "\u{7f}",
                "\u{9b}",
                "\u{202e}",
                "\u{feff}",
                "👩\u{200d}🔬",
                "#",
                "]",
                ",",
                "\"\"\"",
                "'''",
                "\\u0041",
                "word",
                " ",
            ])
            .prop_map(str::to_owned),
        ];
        prop_oneof![
            prop::collection::vec(piece.clone(), 1..30).prop_map(|pieces| pieces.concat()),
            (piece, 1_000_usize..5_000).prop_map(|(piece, times)| piece.repeat(times)),
        ]
    }
}
