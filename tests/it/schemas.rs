//! The schemas for editors say what the reader of packs does: the same keys, the same that may be left out,
//! the same defaults, the same ranges. What a real editor makes of them is held by `tests/schemas.sh`.

use std::collections::BTreeSet;
use std::fs;

use coffeechat::finding;
use coffeechat::pack::bank::{Bank, Stage};
use coffeechat::pack::builtin;
use coffeechat::pack::case::CaseFile;
use coffeechat::pack::load;
use coffeechat::pack::manifest::Manifest;
use coffeechat::pack::scenario::Scenario;
use coffeechat::schema::editor::Editor;
use coffeechat::schema::{self, Kind};
use serde_json::{Map, Value, json};

use crate::program::run;
use crate::small_pack;

fn schema(kind: Kind) -> Value {
    serde_json::from_str(&schema::text(kind)).unwrap()
}

/// What the reader of packs says to the text of a file; nothing if it can be read.
fn refusal(kind: Kind, text: &str) -> Option<String> {
    let refused = match kind {
        Kind::Manifest => toml::from_str::<Manifest>(text).err(),
        Kind::Scenario => toml::from_str::<Scenario>(text).err(),
        Kind::Bank => toml::from_str::<Bank>(text).err(),
        Kind::Cases => toml::from_str::<CaseFile>(text).err(),
    };
    refused.map(|error| error.message().to_owned())
}

/// The way to a place in a file: a key, or an item of a list.
#[derive(Debug, Clone, PartialEq)]
enum Step {
    Key(String),
    Item,
}

/// Calls `look` with every schema in a schema, and the way there.
fn walk(schema: &Value, way: &[Step], look: &mut impl FnMut(&Value, &[Step])) {
    look(schema, way);
    let further = |step: Step| [way, &[step]].concat();
    for (key, inner) in schema["properties"].as_object().into_iter().flatten() {
        walk(inner, &further(Step::Key(key.clone())), look);
    }
    if schema["items"].is_object() {
        walk(&schema["items"], &further(Step::Item), look);
    }
    if schema["additionalProperties"].is_object() {
        let any = Step::Key("any-name".to_owned());
        walk(&schema["additionalProperties"], &further(any), look);
    }
}

/// A file with one value at the end of a way, and nothing else.
fn file_with(way: &[Step], value: Value) -> String {
    let whole = way.iter().rev().fold(value, |inner, step| match step {
        Step::Key(key) => json!({ key: inner }),
        Step::Item => json!([inner]),
    });
    toml::to_string(&whole).unwrap()
}

/// A value that a schema describes: with every key, or only with those that must be there.
fn example(schema: &Value, with_all: bool) -> Value {
    if let Some(one) = schema.get("const").or_else(|| schema["enum"].get(0)) {
        return one.clone();
    }
    match schema["type"].as_str().unwrap() {
        "string" => json!("abc"),
        "boolean" => json!(true),
        "integer" => json!(schema["minimum"].as_i64().unwrap_or(0)),
        "number" => json!(schema["minimum"].as_f64().unwrap_or(0.0)),
        "array" => {
            let is_needed = with_all || schema["minItems"].as_u64() > Some(0);
            let item = is_needed.then(|| example(&schema["items"], with_all));
            Value::Array(item.into_iter().collect())
        }
        "object" => {
            let required = required(schema);
            let keys = schema["properties"].as_object().into_iter().flatten();
            let keys = keys.filter(|(key, _)| with_all || required.contains(key.as_str()));
            Value::Object(keys.map(|(key, it)| (key.clone(), example(it, with_all))).collect())
        }
        other => panic!("no value of TOML is a {other}"),
    }
}

fn required(schema: &Value) -> BTreeSet<&str> {
    schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

fn keys(schema: &Value) -> BTreeSet<&str> {
    schema["properties"].as_object().into_iter().flatten().map(|(key, _)| key.as_str()).collect()
}

#[test]
fn every_key_that_can_be_read_is_in_the_schema_and_no_other() {
    let mut tables = 0;
    for kind in Kind::ALL {
        walk(&schema(kind), &[], &mut |inner, way| {
            if inner["additionalProperties"] != json!(false) {
                return;
            }
            let error = refusal(kind, &file_with(way, json!({ "zzz": 1 }))).unwrap();
            let (start, expected) = error.split_once(", expected ").unwrap();
            assert_eq!(start, "unknown field `zzz`", "{way:?}");
            let known: BTreeSet<&str> = expected.split('`').skip(1).step_by(2).collect();
            assert_eq!(known, keys(inner), "{kind:?} {way:?}");
            tables += 1;
        });
    }
    assert!(tables > 30, "the tables are found: {tables}");
}

#[test]
fn every_key_is_explained_to_an_instructor() {
    for kind in Kind::ALL {
        walk(&schema(kind), &[], &mut |inner, way| {
            for (key, value) in inner["properties"].as_object().into_iter().flatten() {
                let text = value["description"].as_str().unwrap_or_default();
                let place = format!("{kind:?} {way:?} {key}: {text:?}");
                assert!(text.len() > 10 && text.contains('.'), "a sentence: {place}");
                for word in ["::", "[`", "Vec", "Option", "struct", "bytes", "serde", "fold"] {
                    assert!(!text.contains(word), "not a programmer's: {place}");
                }
                let lines = text.lines().filter(|line| !line.is_empty());
                let is_whole = |line: &str| line.starts_with("- ") || line.ends_with(['.', ':']);
                assert!({ lines }.all(is_whole), "no line ends in a sentence: {place}");
                for word in value["enum"].as_array().into_iter().flatten() {
                    let meaning = format!("\n- `{}`: ", word.as_str().unwrap());
                    assert!(text.contains(&meaning), "{word} is explained: {place}");
                }
            }
        });
    }
}

#[test]
fn a_schema_is_the_same_on_each_run_and_says_what_it_is() {
    let mut ids = BTreeSet::new();
    for kind in Kind::ALL {
        assert_eq!(schema::text(kind), schema::text(kind));
        let schema = schema(kind);
        assert_eq!(schema["$schema"], "http://json-schema.org/draft-07/schema#");
        assert!(!schema["title"].as_str().unwrap().is_empty());
        assert!(schema["description"].as_str().unwrap().ends_with('.'));
        let id = schema["$id"].as_str().unwrap();
        assert!(id.starts_with("urn:coffeechat:schema:1:"), "a name and not an address: {id}");
        ids.insert(id.to_owned());
        let text = schema.to_string();
        for word in ["\"null\"", "\"$ref\"", "\"oneOf\"", "\"anyOf\"", "\"format\"", "\"uint"] {
            assert!(!text.contains(word), "{kind:?} has {word}, which editors show badly");
        }
    }
    assert_eq!(ids.len(), Kind::ALL.len());
}

#[test]
fn what_a_schema_describes_can_be_read_and_what_it_requires_is_missed() {
    for kind in Kind::ALL {
        let schema = schema(kind);
        for with_all in [false, true] {
            let text = toml::to_string(&example(&schema, with_all)).unwrap();
            assert_eq!(refusal(kind, &text), None, "{kind:?}:\n{text}");
        }
        walk(&schema, &[], &mut |inner, way| {
            for key in required(inner) {
                if (kind, key) == (Kind::Bank, "question") {
                    continue; // its absence is not a matter of reading: see below
                }
                let mut value = example(inner, true);
                value.as_object_mut().unwrap().remove(key);
                let refusal = refusal(kind, &file_with(way, value));
                assert_eq!(refusal, Some(format!("missing field `{key}`")), "{kind:?} {way:?}");
            }
        });
    }
}

/// All defaults of a schema, by the keys that lead there.
fn defaults(kind: Kind) -> Map<String, Value> {
    let mut found = Map::new();
    walk(&schema(kind), &[], &mut |inner, way| {
        let keys = way.iter().filter_map(|step| match step {
            Step::Key(key) => Some(key.as_str()),
            Step::Item => None,
        });
        if let Some(default) = inner.get("default") {
            found.insert(keys.collect::<Vec<_>>().join("."), default.clone());
        }
    });
    found
}

fn least<T: serde::de::DeserializeOwned>(kind: Kind) -> T {
    toml::from_str(&toml::to_string(&example(&schema(kind), false)).unwrap()).unwrap()
}

#[test]
fn the_defaults_are_what_is_read_where_nothing_stands() {
    let etiquette = least::<Manifest>(Kind::Manifest).etiquette;
    let expected = json!({
        "etiquette.pays.reason": etiquette.pays.reason,
        "etiquette.pays.who": etiquette.pays.who,
        "etiquette.resume.reason": etiquette.resume.reason,
        "etiquette.resume.show": etiquette.resume.show,
        "etiquette.salary.ask": etiquette.salary.ask,
        "etiquette.salary.reason": etiquette.salary.reason,
        "etiquette.thank_you.reason": etiquette.thank_you.reason,
        "etiquette.thank_you.within_hours": etiquette.thank_you.within_hours,
    });
    assert_eq!(Value::Object(defaults(Kind::Manifest)), expected);

    let scenario: Scenario = toml::from_str(
        r#"
        schema = 1
        id = "a"
        title = "a"
        interviewee = { name = "a", role = "a", organisation = "a" }
        time = { minutes = 20 }
        [[topic]]
        id = "a"
        answer = [{ id = "a", gist = "a", say = ["a"], follow = [{ on = "why" }] }]
        "#,
    )
    .unwrap();
    let temperament = scenario.temperament();
    let (_, answer) = scenario.answer("a").unwrap();
    let expected = json!({
        "base": scenario.base,
        "interviewee.temperament.warmth": temperament.warmth.value(),
        "interviewee.temperament.talkative": temperament.talkative.value(),
        "interviewee.temperament.initiative": temperament.initiative.value(),
        "time.mention_at": scenario.time.as_ref().unwrap().mention_at,
        "topic.answer.gem": answer.gem,
        "topic.answer.gain": answer.gain,
        "topic.answer.on_web": answer.on_web,
        "topic.answer.follow.gain": answer.follow[0].gain,
    });
    assert_eq!(Value::Object(defaults(Kind::Scenario)), expected);

    assert_eq!(
        Value::Object(defaults(Kind::Bank)),
        json!({ "topic.question.stage": Stage::default() })
    );
    let case = "schema = 1\nscenario = \"a\"\ncase = [{ id = \"a\" }]";
    let cases: CaseFile = toml::from_str(case).unwrap();
    assert_eq!(Value::Object(defaults(Kind::Cases)), json!({ "case.seed": cases.cases[0].seed }));
}

/// The rules that the small pack breaks with a file changed, as errors.
fn errors(path: &str, from: &str, to: &str) -> Vec<&'static str> {
    let text = small_pack::text_of(path);
    assert!(text.contains(from), "{path} has {from}");
    let sources = small_pack::sources(path, &text.replacen(from, to, 1));
    let (_, found) = load::pack(sources, &builtin::sources());
    let errors = found.iter().filter(|found| found.severity == finding::Severity::Error);
    errors.map(|found| found.rule.name).collect()
}

#[test]
fn the_ranges_are_those_that_are_checked() {
    let schema = schema(Kind::Scenario);
    let answer = "/properties/topic/items/properties/answer/items/properties";
    let temperament = "/properties/interviewee/properties/temperament/properties";
    let rows = [
        ("/properties/difficulty".to_owned(), "difficulty = 2", "difficulty = "),
        ("/properties/time/properties/minutes".to_owned(), "minutes = 20", "minutes = "),
        (format!("{answer}/gain"), "gain = 2\n", "gain = "),
        (format!("{answer}/follow/items/properties/gain"), "gain = 1 }", "gain = "),
        (format!("{temperament}/warmth"), "warmth = 0.5", "warmth = "),
        (format!("{temperament}/talkative"), "talkative = 0.5", "talkative = "),
        (format!("{temperament}/initiative"), "talkative = 0.5", "initiative = "),
    ];
    for (place, from, key) in rows {
        let value = schema.pointer(&place).unwrap();
        let (least, most) =
            (value["minimum"].as_i64().unwrap(), value["maximum"].as_i64().unwrap());
        let end = if from.ends_with('}') { " }" } else { "\n" };
        let with =
            |number: i64| errors("scenarios/baker.toml", from, &format!("{key}{number}{end}"));
        for inside in [least, most] {
            assert_eq!(with(inside), [] as [&str; 0], "{place}: {inside} is allowed");
        }
        for outside in [least - 1, most + 1] {
            assert_eq!(with(outside), ["out-of-range"], "{place}: {outside} is not");
        }
    }
}

#[test]
fn lists_that_must_not_be_empty_are_those_that_are_checked() {
    let mut places = Vec::new();
    for kind in [Kind::Manifest, Kind::Scenario, Kind::Bank, Kind::Cases] {
        walk(&schema(kind), &[], &mut |inner, way| {
            if let (true, Some(Step::Key(key))) = (inner.get("minItems").is_some(), way.last()) {
                places.push(key.clone());
            }
        });
    }
    assert_eq!(places, ["introduce", "name_only", "ask", "received", "say", "question"]);
    let baker = small_pack::BAKER;
    for key in &places[..5] {
        let line = baker.lines().rfind(|line| line.starts_with(&format!("{key} = ["))).unwrap();
        let broken = errors("scenarios/baker.toml", line, &format!("{key} = []"));
        assert!(broken.contains(&"nothing-to-say") || broken.contains(&"no-phrasings"), "{key}");
    }
    let (_, question) = small_pack::FLOUR.split_once("[[topic.question]]").unwrap();
    let question = format!("[[topic.question]]{question}");
    assert_eq!(errors("question_banks/flour.toml", &question, ""), ["no-phrasings"]);
}

/// What a schema has against a value.
fn faults(schema: &Value, value: &Value, place: &str, found: &mut Vec<String>) {
    let mut ensure = |holds: bool, what: &str| {
        if !holds {
            found.push(format!("{place}: {what}"));
        }
    };
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    let expected = schema["type"].as_str().unwrap();
    ensure(kind == expected || (kind, expected) == ("integer", "number"), "another type");
    ensure(schema.get("const").is_none_or(|one| one == value), "another value");
    ensure(schema["enum"].as_array().is_none_or(|words| words.contains(value)), "another word");
    if let Some(number) = value.as_f64() {
        let at = |bound: &str| schema[bound].as_f64();
        ensure(at("minimum").is_none_or(|least| number >= least), "too small");
        ensure(at("maximum").is_none_or(|most| number <= most), "too large");
    }
    if let (Some(text), Some(pattern)) = (value.as_str(), schema["pattern"].as_str()) {
        assert_eq!(pattern, "^[a-z][a-z0-9-]*$");
        let is_part = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        ensure(
            text.starts_with(|c: char| c.is_ascii_lowercase()) && text.chars().all(is_part),
            "an id",
        );
    }
    if let Some(items) = value.as_array() {
        ensure(items.len() as u64 >= schema["minItems"].as_u64().unwrap_or(0), "too few");
        for (at, item) in items.iter().enumerate() {
            faults(&schema["items"], item, &format!("{place}[{at}]"), found);
        }
        return;
    }
    let Some(table) = value.as_object() else { return };
    for key in required(schema) {
        ensure(table.contains_key(key), key);
    }
    for (key, inner) in table {
        let place = format!("{place}.{key}");
        match (schema["properties"].get(key), &schema["additionalProperties"]) {
            (Some(schema), _) | (None, schema @ Value::Object(_)) => {
                faults(schema, inner, &place, found);
            }
            (None, allowed) => {
                if *allowed != json!(true) {
                    found.push(format!("{place}: an unknown key"));
                }
            }
        }
    }
}

#[test]
fn every_file_of_the_built_in_and_of_the_small_pack_is_accepted() {
    let small = small_pack::sources("", "");
    let sources = [builtin::sources(), small].concat();
    assert!(sources.len() > 12);
    for source in sources {
        let kind = match source.path.split('/').next().unwrap() {
            "pack.toml" => Kind::Manifest,
            "scenarios" => Kind::Scenario,
            "question_banks" => Kind::Bank,
            _ => Kind::Cases,
        };
        let table: toml::Table = toml::from_str(&source.text).unwrap();
        let mut found = Vec::new();
        let value = serde_json::to_value(table).unwrap();
        faults(&schema(kind), &value, &source.path, &mut found);
        assert_eq!(found, [] as [String; 0]);
        // And the look at it is a look: an unknown key is seen.
        let mut changed = value;
        changed["zzz"] = json!(1);
        faults(&schema(kind), &changed, &source.path, &mut found);
        assert_eq!(found, [format!("{}.zzz: an unknown key", source.path)]);
    }
}

#[test]
fn words_that_are_known_are_offered() {
    let scenario = schema(Kind::Scenario);
    let cases = schema(Kind::Cases);
    let line = "/properties/case/items/properties/line/items/properties";
    let rows = [
        (&scenario, "/properties/topic/items/properties/id".to_owned(), "career-path"),
        (&scenario, "/properties/contact/items/properties/topics/items".to_owned(), "career-path"),
        (&scenario, "/properties/counter/items/properties/topics/items".to_owned(), "career-path"),
        (&scenario, "/properties/extends".to_owned(), "professional"),
        (&cases, format!("{line}/topic"), "career-path"),
        (&cases, format!("{line}/move"), "referral-ask"),
        (&cases, format!("{line}/route"), "off-topic"),
    ];
    for (schema, place, word) in rows {
        let words = schema.pointer(&place).and_then(|value| value["examples"].as_array());
        assert!(words.is_some_and(|words| words.contains(&json!(word))), "{place} offers {word}");
    }
}

#[test]
fn the_settings_of_both_editors_give_each_kind_its_schema() {
    for editor in Editor::ALL {
        let settings: toml::Table = toml::from_str(&editor.settings()).unwrap();
        let settings = serde_json::to_value(settings).unwrap();
        let rules = match editor {
            Editor::Tombi => &settings["schemas"],
            Editor::Taplo => &settings["rule"],
        };
        let given = rules.as_array().unwrap().iter().map(|rule| {
            let path = rule.get("path").unwrap_or(&rule["schema"]["path"]);
            (rule["include"][0].as_str().unwrap(), path.as_str().unwrap())
        });
        let expected = Kind::ALL.map(|kind| (kind.files(), kind.path()));
        assert_eq!(given.collect::<Vec<_>>(), expected);
    }
}

#[test]
fn schemas_are_written_into_a_pack_and_brought_up_to_date() {
    let pack = small_pack::on_disk(&[]);
    let folder = pack.path().to_str().unwrap();
    let text = |path: &str| fs::read_to_string(pack.path().join(path)).unwrap();
    let first = run(&["pack", "schema", folder], "");
    assert_eq!((first.status, first.stderr.as_str()), (Some(0), ""));
    assert_eq!(first.stdout.matches(": written").count(), 6, "{}", first.stdout);
    for kind in Kind::ALL {
        assert_eq!(text(kind.path()), schema::text(kind));
    }
    for editor in Editor::ALL {
        assert_eq!(text(editor.file()), editor.settings());
    }
    small_pack::write(pack.path(), Kind::Bank.path(), "{}");
    let again = run(&["pack", "schema", folder], "");
    assert_eq!(again.stdout.matches(": as it was").count(), 5, "{}", again.stdout);
    assert!(again.stdout.contains("question_bank.schema.json: brought up to date"));
    assert_eq!(text(Kind::Bank.path()), schema::text(Kind::Bank));
    assert_eq!(run(&["pack", "check", folder], "").status, Some(0), "a pack it still is");
}

#[test]
fn settings_that_somebody_wrote_are_left_as_they_are() {
    let own = "[format]\n[format.rules]\nindent-width = 4\n";
    let pack = small_pack::on_disk(&[(".tombi.toml", own)]);
    let folder = pack.path().to_str().unwrap();
    let ran = run(&["pack", "schema", folder], "");
    assert_eq!(ran.status, Some(0));
    assert_eq!(fs::read_to_string(pack.path().join(".tombi.toml")).unwrap(), own);
    assert!(!pack.path().join("tombi.toml").exists(), "Tombi would not look at a second one");
    let lacking = Editor::Tombi.lacking(own).unwrap();
    assert!(ran.stdout.contains("yours, and left as it is"), "{}", ran.stdout);
    assert!(ran.stdout.contains(lacking.trim_end()), "what to add is said: {}", ran.stdout);
    small_pack::write(pack.path(), ".tombi.toml", format!("{own}\n{lacking}"));
    let ran = run(&["pack", "schema", folder], "");
    assert!(!ran.stdout.contains("add this"), "nothing is left to add: {}", ran.stdout);
}

#[test]
fn only_the_folder_of_a_pack_gets_schemas() {
    let empty = tempfile::tempdir().unwrap();
    let ran = run(&["pack", "schema", empty.path().to_str().unwrap()], "");
    assert_eq!((ran.status, ran.stdout.as_str()), (Some(2), ""));
    assert!(ran.stderr.contains("has no pack.toml that can be read"), "{}", ran.stderr);
    assert_eq!(fs::read_dir(empty.path()).unwrap().count(), 0);
}

#[test]
fn one_schema_can_be_printed() {
    let kinds = ["manifest", "scenario", "bank", "cases"];
    for (word, kind) in kinds.into_iter().zip(Kind::ALL) {
        let ran = run(&["pack", "schema", "--print", word], "");
        assert_eq!((ran.status, ran.stdout), (Some(0), schema::text(kind)));
    }
}
