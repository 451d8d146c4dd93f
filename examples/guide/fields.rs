//! The chapter on the fields of the files, made of the schemas, which are made of the types.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use coffeechat::schema::{self, Kind};
use serde_json::{Map, Value};

/// What the tables of one kind of file are told with: a heading, an anchor and a sentence.
const fn told(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Manifest => ("The pack: `pack.toml`", "pack"),
        Kind::Scenario => ("A person: `scenarios/*.toml`", "scenario"),
        Kind::Bank => ("A question bank: `question_banks/*.toml`", "bank"),
        Kind::Cases => ("Cases: `cases/*.toml`", "cases"),
    }
}

/// The chapter, as Markdown.
pub(crate) fn chapter() -> String {
    let mut page = "# Every field\n\n\
        <!-- Written by `cargo run --example guide`, from the docstrings. Edits here are lost. -->\n\n\
        This chapter is for looking things up. An editor can show the same texts while you write: see \
        [help from your editor](testing.md#help-from-your-editor).\n\n\
        Each table below is one part of a file. Its heading is how the part begins there: `[brief]` stands \
        once, `[[topic]]` as often as you like. A key in **bold** must be there; all others can be left \
        out. “Text” is written between quotation marks; “texts” is a list of them, `[\"one\", \"two\"]`.\n"
        .to_owned();
    for kind in Kind::ALL {
        let (heading, anchor) = told(kind);
        let Ok(Value::Object(schema)) = serde_json::from_str(&schema::text(kind)) else { continue };
        let _ = write!(page, "\n## {heading} {{#{anchor}}}\n");
        let mut chapter = Chapter { anchor, page: &mut page, known: BTreeMap::new() };
        chapter.part(&Place::default(), &schema);
    }
    page
}

/// Where a part stands in its file.
#[derive(Debug, Clone, Default)]
struct Place {
    /// The keys that lead to it.
    keys: Vec<String>,
    /// Whether it stands in a list, so that there can be several.
    several: bool,
}

impl Place {
    fn inner(&self, key: &str, several: bool) -> Self {
        let keys = self.keys.iter().cloned().chain([key.to_owned()]).collect();
        Self { keys, several }
    }

    /// As it is written at its head.
    fn written(&self) -> String {
        let path = self.keys.join(".");
        if self.several { format!("[[{path}]]") } else { format!("[{path}]") }
    }
}

struct Chapter<'p> {
    anchor: &'static str,
    page: &'p mut String,
    /// Parts that were told, by what is in them.
    known: BTreeMap<String, Place>,
}

impl Chapter<'_> {
    /// Tells a part, and those inside it.
    fn part(&mut self, place: &Place, schema: &Map<String, Value>) {
        let Some(Value::Object(keys)) = schema.get("properties") else { return };
        if !place.keys.is_empty() {
            let anchor = self.anchor_of(place);
            let _ = write!(self.page, "\n### `{}` {{#{anchor}}}\n", place.written());
        }
        if let Some(text) = description(schema) {
            let _ = write!(self.page, "\n{text}\n");
        }
        let same = serde_json::to_string(keys).unwrap_or_default();
        if let Some(known) = self.known.get(&same) {
            let anchor = self.anchor_of(known);
            let _ = write!(self.page, "\nThe same keys as [`{}`](#{anchor}).\n", known.written());
            return;
        }
        self.known.insert(same, place.clone());
        self.page.push_str("\n| key | holds | what it is |\n|---|---|---|\n");
        let needed: Vec<&str> = schema
            .get("required")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        let is_needed = |key: &str| needed.contains(&key);
        let (first, rest): (Vec<_>, Vec<_>) = keys.iter().partition(|(key, _)| is_needed(key));
        let mut inner = Vec::new();
        for (key, schema) in first.into_iter().chain(rest) {
            let Some(schema) = schema.as_object() else { continue };
            let shown = if is_needed(key) { format!("**`{key}`**") } else { format!("`{key}`") };
            let (table, several) = table_in(schema);
            let mut place = place.inner(key, several);
            if schema.get("additionalProperties").is_some_and(Value::is_object) {
                place = place.inner("NAME", false);
            }
            let holds = match table {
                Some(table) => {
                    let holds = format!("[`{}`](#{})", place.written(), self.anchor_of(&place));
                    inner.push((place, table.clone()));
                    holds
                }
                None => holds(schema),
            };
            let text = described(schema);
            let _ = writeln!(self.page, "| {shown} | {holds} | {text} |");
        }
        for (place, schema) in inner {
            self.part(&place, &schema);
        }
    }

    fn anchor_of(&self, place: &Place) -> String {
        format!("{}-{}", self.anchor, place.keys.join("-"))
    }
}

/// The part of a file that a key holds, if it holds one, and whether there can be several.
fn table_in(schema: &Map<String, Value>) -> (Option<&Map<String, Value>>, bool) {
    let is_table = |schema: &&Map<String, Value>| schema.contains_key("properties");
    if is_table(&schema) {
        return (Some(schema), false);
    }
    let inside = |key: &str| schema.get(key).and_then(Value::as_object).filter(is_table);
    let items = inside("items");
    (items.or_else(|| inside("additionalProperties")), items.is_some())
}

/// What a key that is no part of its own holds.
fn holds(schema: &Map<String, Value>) -> String {
    if let Some(only) = schema.get("const") {
        return format!("`{only}`");
    }
    if let Some(words) = schema.get("enum").and_then(Value::as_array) {
        let words: Vec<String> =
            words.iter().filter_map(Value::as_str).map(|word| format!("`\"{word}\"`")).collect();
        return words.join(" ");
    }
    let number = |key: &str| schema.get(key).and_then(Value::as_f64);
    let range = match (number("minimum"), number("maximum")) {
        (Some(least), Some(most)) => format!(", {least} to {most}"),
        _ => String::new(),
    };
    match schema.get("type").and_then(Value::as_str) {
        Some("string") if schema.contains_key("pattern") => "an id".to_owned(),
        Some("string") => "text".to_owned(),
        Some("integer") => format!("a whole number{range}"),
        Some("number") => format!("a number{range}"),
        Some("boolean") => "`true` or `false`".to_owned(),
        Some("array") => "texts".to_owned(),
        Some("object") => "anything".to_owned(),
        _ => "see beside".to_owned(),
    }
}

/// What a key is, in one cell of a table.
fn described(schema: &Map<String, Value>) -> String {
    let text = description(schema).unwrap_or_default();
    // A choice of words comes as a list, which a cell of a table cannot hold.
    let (text, words) = match text.split_once("\n\n- ") {
        Some((text, words)) => (text, format!("<br>{}", words.replace("\n- ", "<br>"))),
        None => (text.as_str(), String::new()),
    };
    let without = match schema.get("default") {
        Some(Value::String(reason)) if !reason.contains(' ') => {
            format!(" Without it: `\"{reason}\"`.")
        }
        Some(Value::String(reason)) => format!(" Without it: “{reason}”"),
        Some(value) => format!(" Without it: `{value}`."),
        None => String::new(),
    };
    let without = if text.contains("Default") { String::new() } else { without };
    let text = text.replace("\n\n", "<br>").replace('\n', " ");
    format!("{text}{without}{words}").replace('|', "\\|")
}

fn description(schema: &Map<String, Value>) -> Option<String> {
    schema.get("description").and_then(Value::as_str).map(str::to_owned)
}
