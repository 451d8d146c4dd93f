//! TOML, block by block, so that one mistake is one finding and hides no other.
//!
//! serde stops at its first error. So every `[[block]]` is read on its own, and within a block the key
//! an error lies in is taken out and the block is read again.

use std::ops::Range;

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use super::placed::{Placed, Text};
use super::rules;
use crate::disk::{Source, Unreadable};
use crate::finding::{Finding, Rule};
use crate::text::clean::is_unsafe;
use crate::text::closest::closest;

/// After so many mistakes in one file, reading it ends.
const MOST_FINDINGS: usize = 100;

/// A `[[block]]` or a whole file: a table and the place of its header.
pub(super) struct Block<'a> {
    table: DeTable<'a>,
    span: Range<usize>,
    care: Care,
}

/// How a file is read: at first in one go, and only if that fails block by block, keeping copies.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Care {
    None,
    Every,
}

/// Reads a file; every mistake in it is a finding.
pub(super) fn file<'a, T>(
    source: &'a Source,
    found: &mut Vec<Finding>,
    read: impl Fn(Block<'a>, &mut Vec<Finding>) -> Option<T>,
) -> Option<T> {
    let mut in_one_go = Vec::new();
    let value =
        parsed(source, &mut in_one_go, Care::None).and_then(|file| read(file, &mut in_one_go));
    if in_one_go.is_empty() {
        return value;
    }
    let file = parsed(source, found, Care::Every)?;
    read(file, found)
}

/// Parses a file and checks its `schema`. Nothing can be read of a file that is not TOML.
fn parsed<'a>(source: &'a Source, found: &mut Vec<Finding>, care: Care) -> Option<Block<'a>> {
    if let Some(why) = &source.unreadable {
        found.push(not_read(source, why));
        return None;
    }
    match DeTable::parse(&source.text) {
        Ok(table) => {
            check_characters(table.get_ref(), source, found);
            let block = Block { table: table.into_inner(), span: 0..0, care };
            block.schema_is_known(source, found).then_some(block)
        }
        Err(error) => {
            let span = error.span().unwrap_or(0..0);
            let message = first_line(error.message());
            let help = "look here and just before: text stands between two straight quotes, every `[` has its \
                        `]`, a decimal has a point";
            let (message, help) = match message.as_str() {
                deep if deep.contains("recursion limit") => {
                    ("something in this file is nested too deeply".to_owned(), None)
                }
                "duplicate key" => {
                    (message, Some("each key stands once in its table; take one of the two out"))
                }
                _ => (message, Some(help)),
            };
            found.push(Finding {
                help: help.map(str::to_owned),
                ..finding(source, &rules::MALFORMED, span, message)
            });
            None
        }
    }
}

fn not_read(source: &Source, why: &Unreadable) -> Finding {
    let end = source.text.len();
    let found = |rule, message: String| finding(source, rule, end..end, message);
    match why {
        Unreadable::NotUtf8 => {
            let message = "cannot be read: it is not UTF-8 from this place on".to_owned();
            found(&rules::UNREADABLE, message)
                .with_help("it has to be a file of plain text, saved as UTF-8")
        }
        Unreadable::Because(why) => found(&rules::UNREADABLE, format!("cannot be read: {why}")),
        Unreadable::Outside => Finding {
            help: Some("put the file itself into the pack's folder".to_owned()),
            ..found(&rules::OUTSIDE_PACK, "it is a link that leaves the pack".to_owned())
        },
        Unreadable::Stray => found(&rules::STRAY_FILE, "this file is never read".to_owned()),
    }
}

impl<'a> Block<'a> {
    fn schema_is_known(&self, source: &Source, found: &mut Vec<Finding>) -> bool {
        let Some(value) = self.table.get("schema") else {
            return true; // a missing key, which reading will find
        };
        let number = value.get_ref().as_integer().and_then(|number| number.as_str().parse().ok());
        match number {
            Some(1_i64) | None => true,
            Some(number) => {
                let message = format!("schema {number} is not known");
                found.push(Finding {
                    help: Some("this coffeechat reads `schema = 1`".to_owned()),
                    ..finding(source, &rules::WRONG_SCHEMA, value.span(), message)
                });
                false
            }
        }
    }

    /// Takes the `[[name]]` blocks out of the table, to be read one by one.
    pub(super) fn take(&mut self, name: &str) -> Vec<Block<'a>> {
        let is_blocks = self.table.get(name).is_some_and(|value| {
            let array = value.get_ref().as_array();
            array.is_some_and(|array| array.iter().all(|item| item.get_ref().is_table()))
        });
        if !is_blocks {
            return Vec::new(); // a wrong value, which reading will find
        }
        let Some(value) = self.table.remove(name) else {
            return Vec::new();
        };
        let DeValue::Array(array) = value.into_inner() else {
            return Vec::new();
        };
        let care = self.care;
        let block = |item: Spanned<DeValue<'a>>| {
            let span = item.span();
            match item.into_inner() {
                DeValue::Table(table) => Some(Block { table, span, care }),
                _ => None,
            }
        };
        array.into_iter().filter_map(block).collect()
    }

    /// Whether there are `[[blocks]]` left in the table, under a name that is not known.
    pub(super) fn has_blocks(&self) -> bool {
        self.table.values().any(|value| {
            let array = value.get_ref().as_array();
            array.is_some_and(|array| {
                !array.is_empty() && array.iter().all(|item| item.get_ref().is_table())
            })
        })
    }

    /// The block's `id`, even if nothing else of it can be read.
    pub(super) fn id(&self) -> Option<Text> {
        let value = self.table.get("id")?;
        Some(Placed::new(value.get_ref().as_str()?.to_owned(), value.span()))
    }

    /// Reads the block; every mistake in it is a finding.
    pub(super) fn read<T: DeserializeOwned>(
        mut self,
        source: &Source,
        found: &mut Vec<Finding>,
    ) -> Option<T> {
        if self.care == Care::None {
            let value = Spanned::new(self.span.clone(), DeValue::Table(self.table));
            return match T::deserialize(ValueDeserializer::from(value)) {
                Ok(value) => Some(value),
                Err(error) => {
                    found.push(described(
                        source,
                        error.span().unwrap_or(self.span),
                        error.message(),
                    ));
                    None
                }
            };
        }
        let mut taken_out = false;
        loop {
            let value = Spanned::new(self.span.clone(), DeValue::Table(self.table.clone()));
            let error = match T::deserialize(ValueDeserializer::from(value)) {
                Ok(value) => return Some(value),
                Err(error) => error,
            };
            let span = error.span().unwrap_or_else(|| self.span.clone());
            let is_missing = error.message().starts_with("missing field");
            // A key that the block itself lacks lies in none of its keys. A whole file has no header,
            // and its place is that of its first key.
            let key = if is_missing && span == self.span { None } else { self.key_around(&span) };
            if taken_out && is_missing && key.is_none() {
                return None; // it is missing because it was misspelt, which has been said
            }
            found.push(described(source, span, error.message()));
            if found.iter().filter(|finding| finding.file == source.path).count() >= MOST_FINDINGS {
                return None; // whoever mends a hundred can check again
            }
            let key = key?;
            self.table.remove(key.as_str());
            taken_out = true;
        }
    }

    /// The key of this block in whose name or value a place lies.
    fn key_around(&self, place: &Range<usize>) -> Option<String> {
        let holds = |span: Range<usize>| span.start <= place.start && place.start < span.end;
        self.table
            .iter()
            .find(|(key, value)| holds(key.span()) || holds(value.span()) || within(value, place))
            .map(|(key, _)| key.get_ref().to_string())
    }
}

/// Whether a place lies in a value; the span of a table is its header only.
fn within(value: &Spanned<DeValue<'_>>, place: &Range<usize>) -> bool {
    let holds = |span: Range<usize>| span.start <= place.start && place.start < span.end;
    match value.get_ref() {
        DeValue::Table(table) => table
            .iter()
            .any(|(key, value)| holds(key.span()) || holds(value.span()) || within(value, place)),
        DeValue::Array(array) => array.iter().any(|item| holds(item.span()) || within(item, place)),
        _ => false,
    }
}

/// Finds what could steer a terminal or hide what it says, in every text of a file: all of them may be
/// shown one day. What other programs keep is not looked at.
fn check_characters(table: &DeTable<'_>, source: &Source, found: &mut Vec<Finding>) {
    for (_, value) in table.iter().filter(|(key, _)| key.get_ref() != "ext") {
        check_text(value, source, found);
    }
}

fn check_text(value: &Spanned<DeValue<'_>>, source: &Source, found: &mut Vec<Finding>) {
    match value.get_ref() {
        DeValue::Table(table) => check_characters(table, source, found),
        DeValue::Array(array) => array.iter().for_each(|item| check_text(item, source, found)),
        DeValue::String(text) => {
            if let Some(character) = text.chars().find(|c| is_unsafe(*c)) {
                let message = format!("the text has the character U+{:04X}", character as u32);
                found.push(Finding {
                    help: Some(
                        "take it out; it could steer a terminal or hide what is said".to_owned(),
                    ),
                    ..finding(source, &rules::UNSAFE_CHARACTER, value.span(), message)
                });
            }
        }
        _ => {}
    }
}

pub(super) fn finding(
    source: &Source,
    rule: &'static Rule,
    span: Range<usize>,
    message: String,
) -> Finding {
    Finding::new(rule, &source.path, span, message)
}

/// Turns what serde says into a finding of our own.
fn described(source: &Source, span: Range<usize>, message: &str) -> Finding {
    let quoted: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
    let (name, known) = match quoted.split_first() {
        Some((name, known)) => (*name, known),
        None => ("", &[] as &[&str]),
    };
    let help = closest(name, known.iter().copied()).map_or_else(
        || (!known.is_empty()).then(|| format!("what can stand here: {}", known.join(", "))),
        |meant| Some(format!("did you mean `{meant}`?")),
    );
    if message.starts_with("unknown field") {
        let message = format!("no key is called `{name}` here");
        return Finding { help, ..finding(source, &rules::UNKNOWN_KEY, span, message) };
    }
    if message.starts_with("missing field") {
        let message = format!("the key `{name}` is missing");
        return Finding { help: None, ..finding(source, &rules::MISSING_KEY, span, message) };
    }
    if message.starts_with("unknown variant") {
        let message = format!("`{name}` cannot stand here");
        return Finding { help, ..finding(source, &rules::WRONG_VALUE, span, message) };
    }
    // How the reader of TOML asks for a word of a list.
    if message.starts_with("wanted string or table") {
        let help = "of a gate's `rapport` it is cool, neutral, warm or open; an editor with `pack schema` lists them";
        let message = "one of a few words belongs here, in quotation marks".to_owned();
        return finding(source, &rules::WRONG_VALUE, span, message).with_help(help);
    }
    let help = [
        ("expected a sequence", "a list belongs here: put it in square brackets"),
        ("expected u", "a whole number belongs here, without quotation marks"),
        ("expected i", "a whole number belongs here, without quotation marks"),
        ("expected f", "a number belongs here, without quotation marks"),
        ("expected a string", "words belong here, in quotation marks"),
        ("expected a boolean", "`true` or `false` belongs here, without quotation marks"),
        ("expected struct", "a table belongs here"),
    ]
    .into_iter()
    .find(|(expected, _)| message.contains(expected))
    .map(|(_, help)| help.to_owned());
    Finding { help, ..finding(source, &rules::WRONG_VALUE, span, first_line(message)) }
}

fn first_line(message: &str) -> String {
    message.lines().next().unwrap_or("not TOML").to_owned()
}
