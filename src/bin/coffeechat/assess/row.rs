//! Rows of JSON Lines: one object in, one object out.

use std::collections::BTreeMap;

use coffeechat::coach::Assessment;
use serde_json::json;
use serde_json::value::RawValue;

use super::Coach;
use super::jobs::{Line, Row};

/// What is answered to a row: an assessment, or what is wrong with the row.
pub(super) fn answer(coach: Coach<'_>, row: &Row) -> Result<String, String> {
    let fault = |id: Option<&str>, what: &str| {
        format!("{}\"line\":{},\"error\":{}}}", with_id(id), row.number, json!(what))
    };
    if row.is_cut {
        return Err(fault(None, "the line is longer than 1 MiB"));
    }
    let object: BTreeMap<String, &RawValue> = match serde_json::from_str(&row.text) {
        Ok(object) => object,
        Err(error) => return Err(fault(None, &not_an_object(&row.text, &error))),
    };
    let id = object.get("id").map(|id| faithful(id));
    let id = id.as_deref();
    let Some(text) = object.get("text") else {
        return Err(fault(id, "there is no `text`"));
    };
    let Ok(text) = serde_json::from_str::<String>(text.get()) else {
        return Err(fault(id, "`text` is not a string"));
    };
    let prev = object.get("prev").map_or("null", |prev| prev.get());
    let Ok(prev) = serde_json::from_str::<Option<String>>(prev) else {
        return Err(fault(id, "`prev` is not a string"));
    };
    let known = coach.assess(&text, prev.as_deref());
    Ok(joined(with_id(id), &known))
}

/// A line of text with its assessment.
pub(super) fn of_line(line: &Line, known: &Assessment) -> String {
    let speaker = line.speaker.as_ref().map(|speaker| format!("\"speaker\":{},", json!(speaker)));
    let start = format!(
        "{{\"line\":{},{}\"text\":{},",
        line.number,
        speaker.unwrap_or_default(),
        json!(line.text)
    );
    joined(start, known)
}

/// The start of an object, with an id if there is one.
fn with_id(id: Option<&str>) -> String {
    id.map_or_else(|| "{".to_owned(), |id| format!("{{\"id\":{id},"))
}

/// The start of an object, and an assessment as the rest of it.
fn joined(mut start: String, known: &Assessment) -> String {
    let known = serde_json::to_string(known).unwrap_or_default();
    start.push_str(known.strip_prefix('{').unwrap_or("}"));
    start
}

/// An id as it was written, so that a number of any length and a list of any depth come back the same.
///
/// What could steer a terminal stands in its strings and is escaped there with the rest of the row; between
/// them JSON allows only carriage returns, and escaping those would not leave it JSON.
fn faithful(id: &RawValue) -> String {
    id.get().replace('\r', " ")
}

/// What is wrong with a line that is no object.
fn not_an_object(line: &str, error: &serde_json::Error) -> String {
    if line.trim().is_empty() {
        "the line is empty".to_owned()
    } else if error.is_data() {
        "not a JSON object".to_owned()
    } else {
        // A row is one line; which of the input it is stands beside the error.
        format!("not JSON: {error}").replace(" at line 1 column ", " at column ")
    }
}
