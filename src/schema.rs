//! JSON Schemas of what instructors write, so that an editor completes keys, explains them and marks mistakes.
//!
//! A schema is made of the types in [`crate::pack`], so that it cannot fall behind them: their docstrings
//! are what an editor shows over a key. It accepts every file that `pack check` accepts, and refuses what a
//! look at one file can tell to be wrong. That an id leads somewhere only `pack check` can tell.

pub mod editor;
mod offered;

use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform};
use schemars::{JsonSchema, Schema};
use serde_json::{Map, Value, json};

use crate::pack::bank::Bank;
use crate::pack::case::CaseFile;
use crate::pack::manifest::Manifest;
use crate::pack::scenario::Scenario;

/// The kinds of files in a pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `pack.toml`.
    Manifest,
    /// `scenarios/*.toml`.
    Scenario,
    /// `question_banks/*.toml`.
    Bank,
    /// `cases/*.toml`.
    Cases,
}

impl Kind {
    /// All kinds, in the order in which they are told of.
    pub const ALL: [Self; 4] = [Self::Manifest, Self::Scenario, Self::Bank, Self::Cases];

    /// The folder of a pack that the schemas are kept in.
    pub const FOLDER: &str = ".schemas";

    /// The files of this kind, as a pattern of paths inside the pack.
    #[must_use]
    pub const fn files(self) -> &'static str {
        match self {
            Self::Manifest => "pack.toml",
            Self::Scenario => "scenarios/*.toml",
            Self::Bank => "question_banks/*.toml",
            Self::Cases => "cases/*.toml",
        }
    }

    /// Where in a pack the schema of this kind is kept.
    #[must_use]
    pub const fn path(self) -> &'static str {
        match self {
            Self::Manifest => ".schemas/pack.schema.json",
            Self::Scenario => ".schemas/scenario.schema.json",
            Self::Bank => ".schemas/question_bank.schema.json",
            Self::Cases => ".schemas/cases.schema.json",
        }
    }

    /// What the schema is called. It is a name, not an address, so that nobody looks for it on the web.
    const fn id(self) -> &'static str {
        match self {
            Self::Manifest => "urn:coffeechat:schema:1:pack",
            Self::Scenario => "urn:coffeechat:schema:1:scenario",
            Self::Bank => "urn:coffeechat:schema:1:question-bank",
            Self::Cases => "urn:coffeechat:schema:1:cases",
        }
    }

    const fn title(self) -> &'static str {
        match self {
            Self::Manifest => "Pack",
            Self::Scenario => "Scenario",
            Self::Bank => "Question bank",
            Self::Cases => "Cases",
        }
    }
}

/// The schema of one kind of file, as JSON: the same text on each run.
#[must_use]
pub fn text(kind: Kind) -> String {
    let mut schema = match kind {
        Kind::Manifest => of::<Manifest>(),
        Kind::Scenario => of::<Scenario>(),
        Kind::Bank => of::<Bank>(),
        Kind::Cases => of::<CaseFile>(),
    };
    RecursiveTransform(plain).transform(&mut schema);
    offered::add(kind, &mut schema);
    // What can be read here is TOML 1.1, which Tombi would else take for mistakes.
    schema.insert("x-tombi-toml-version".to_owned(), json!("v1.1.0"));
    schema.insert("$id".to_owned(), json!(kind.id()));
    schema.insert("title".to_owned(), json!(kind.title()));
    let made = "Made by `coffeechat pack schema`, which also brings it up to date.";
    schema.insert("$comment".to_owned(), json!(made));
    format!("{:#}\n", schema.as_value())
}

/// A schema in the draft that every TOML editor knows, without references: some editors ignore what stands
/// beside one, which is where the text over a key would be.
fn of<T: JsonSchema>() -> Schema {
    let settings = SchemaSettings::draft07().with(|settings| settings.inline_subschemas = true);
    settings.into_generator().into_root_schema_for::<T>()
}

/// Says a schema as an editor of TOML best shows it: without null, which TOML does not have, without the
/// sizes of a machine's numbers, words as one list, and paragraphs without line ends.
fn plain(schema: &mut Schema) {
    let Some(schema) = schema.as_object_mut() else { return };
    drop_null(schema);
    schema.remove("format");
    let is_nothing = |value: &Value| {
        value.is_null()
            || value.as_array().is_some_and(Vec::is_empty)
            || value.as_object().is_some_and(Map::is_empty)
    };
    if schema.get("default").is_some_and(is_nothing) {
        schema.remove("default"); // what an absent list means stands in its description
    }
    if let Some(text) = schema.get("description").and_then(Value::as_str) {
        let text = unwrapped(text);
        schema.insert("description".to_owned(), json!(text));
    }
    list_words(schema);
}

/// Drops null from what can stand: a key that may be left out is described as one that may be null.
fn drop_null(schema: &mut Map<String, Value>) {
    let null = json!("null");
    if let Some(Value::Array(kinds)) = schema.get_mut("type") {
        kinds.retain(|kind| *kind != null);
        if let [kind] = kinds.as_slice() {
            let kind = kind.clone();
            schema.insert("type".to_owned(), kind);
        }
    }
    let Some(Value::Array(choices)) = schema.get_mut("anyOf") else { return };
    choices.retain(|choice| choice.get("type") != Some(&null));
    if let [Value::Object(choice)] = choices.as_slice() {
        let choice = choice.clone();
        schema.remove("anyOf");
        for (key, value) in choice {
            schema.entry(key).or_insert(value); // what is said of the key itself stays
        }
    }
}

/// Turns a choice of single words, each with its meaning, into one list of words, which editors offer and
/// name in their messages; the meanings go into the description.
fn list_words(schema: &mut Map<String, Value>) {
    let Some(Value::Array(choices)) = schema.get("oneOf") else { return };
    let word_and_meaning = |choice: &Value| {
        let word = choice.get("const")?.as_str()?.to_owned();
        Some((word, unwrapped(choice.get("description")?.as_str()?)))
    };
    let Some(words) = choices.iter().map(word_and_meaning).collect::<Option<Vec<_>>>() else {
        return;
    };
    let described = schema.get("description").and_then(Value::as_str).unwrap_or_default();
    let list: Vec<String> =
        words.iter().map(|(word, meaning)| format!("- `{word}`: {meaning}")).collect();
    let description = format!("{described}\n\n{}", list.join("\n"));
    let (words, meanings): (Vec<String>, Vec<String>) = words.into_iter().unzip();
    schema.remove("oneOf");
    schema.insert("type".to_owned(), json!("string"));
    schema.insert("enum".to_owned(), json!(words));
    schema.insert("description".to_owned(), json!(description));
    // Even Better TOML shows these beside the words it offers.
    schema.insert("x-taplo".to_owned(), json!({ "docs": { "enumValues": meanings } }));
}

/// A docstring without the line ends that only its source needs; paragraphs stay.
fn unwrapped(text: &str) -> String {
    let paragraphs = text.split("\n\n").map(|paragraph| paragraph.replace('\n', " "));
    paragraphs.collect::<Vec<_>>().join("\n\n")
}
