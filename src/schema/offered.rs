//! Words that an editor offers where others can stand too: the topics of the built-in question bank, its
//! bases, moves and routes.

use schemars::Schema;
use serde_json::{Value, json};

use super::Kind;
use crate::hearing::heard::Act;
use crate::interviewee::Route;
use crate::pack::Pack;
use crate::pack::builtin;
use crate::pack::load;

/// Adds to a schema the words that an editor offers. Others stay as right as they were.
pub(super) fn add(kind: Kind, schema: &mut Schema) {
    match kind {
        Kind::Manifest | Kind::Bank => {}
        Kind::Scenario => {
            // Of the built-in pack, only what scenarios share: question banks and bases.
            let (shared, _) = load::built_in(builtin::sources(), Some(""));
            let topics = topics(&shared);
            offer(schema, "/properties/topic/items/properties/id", &topics);
            offer(schema, "/properties/contact/items/properties/topics/items", &topics);
            offer(schema, "/properties/counter/items/properties/topics/items", &topics);
            let bases = shared.written.iter().map(|(_, scenario)| scenario).filter(|own| own.base);
            let bases: Vec<&str> = bases.map(|base| base.id.as_str()).collect();
            offer(schema, "/properties/extends", &bases);
        }
        Kind::Cases => {
            let (shared, _) = load::built_in(builtin::sources(), Some(""));
            let line = "/properties/case/items/properties/line/items/properties";
            offer(schema, &format!("{line}/topic"), &topics(&shared));
            offer(schema, &format!("{line}/move"), &Act::ALL.map(Act::word));
            offer(schema, &format!("{line}/route"), &Route::ALL.map(Route::word));
        }
    }
}

fn topics(pack: &Pack) -> Vec<&str> {
    pack.bank_topics().map(|topic| topic.id.as_str()).collect()
}

/// Offers words for the value at a place of the schema, as examples.
fn offer(schema: &mut Schema, place: &str, words: &[&str]) {
    if let Some(Value::Object(value)) = schema.pointer_mut(place) {
        value.insert("examples".to_owned(), json!(words));
    }
}
