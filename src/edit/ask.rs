//! Wordings put on the `ask` list of a topic.

use toml_edit::{Array, Item, TableLike, Value};

use super::layout::{
    Change, blocks, changed, comma, id, indent, line_end, line_start, newline, parsed, quoted,
};
use super::meaning;
use crate::text::closest::closest;
use crate::text::words::{joined, words};

/// So many ids are named when one is not known.
const MOST_NAMED: usize = 12;

/// Adds a wording to what one can ask about a topic of a scenario: to the `ask` of the topic with this id.
///
/// A list that stands on several lines gets a line more, indented as the others; one on a single line grows
/// there; a topic without a list gets one under its `id`. Every other byte stays.
///
/// # Errors
/// Why it cannot be done, in a sentence without a full stop: the text is not TOML, it has no topic of this
/// id (the ids there are follow, the most alike first), the wording has no words, or it is there already, in
/// whatever case and with whatever punctuation.
pub fn add_ask(scenario: &str, topic: &str, wording: &str) -> Result<String, String> {
    if wording.trim().is_empty() {
        return Err("there is nothing to add: the wording is empty".to_owned());
    }
    let document = parsed(scenario)?;
    let topics = blocks(document.as_table().get("topic"));
    let found = topics.iter().enumerate().find(|(_, block)| id(**block) == Some(topic));
    let Some((at, block)) = found else {
        return Err(unknown(topic, topics.iter().filter_map(|block| id(*block)).collect()));
    };
    let changes = match block.get("ask") {
        Some(item) => {
            let list = item.as_array();
            let list = list.ok_or_else(|| format!("`ask` of the topic `{topic}` is not a list"))?;
            if let Some(there) = list.iter().filter_map(Value::as_str).find(|it| same(it, wording))
            {
                return Err(format!("the topic `{topic}` has it already: {}", quoted(there)));
            }
            longer(scenario, list, wording)
        }
        None => {
            let is_in_braces = document.as_table().get("topic").is_some_and(Item::is_value);
            list_of_one(scenario, *block, is_in_braces, wording)
        }
    };
    let changed = changes.and_then(|changes| changed(scenario, changes));
    meaning::checked(scenario, changed, |file| {
        let list = meaning::block(file, "topic", at)?
            .entry("ask")
            .or_insert_with(|| toml::Value::Array(Vec::new()));
        list.as_array_mut()?.push(meaning::text(wording));
        Some(())
    })
}

/// Whether two wordings have the same words.
fn same(a: &str, b: &str) -> bool {
    let (words_of_a, words_of_b) = (joined(&words(a)), joined(&words(b)));
    words_of_a == words_of_b && (!words_of_a.is_empty() || a.trim() == b.trim())
}

fn unknown(topic: &str, mut ids: Vec<&str>) -> String {
    if ids.is_empty() {
        return format!("there is no topic `{topic}`: the file has no `[[topic]]` at all");
    }
    let mut nearest = Vec::new();
    while let Some(next) = closest(topic, ids.iter().copied()) {
        nearest.push(next);
        ids.retain(|id| *id != next);
    }
    nearest.extend(ids);
    let more = nearest.len().saturating_sub(MOST_NAMED);
    let named: Vec<String> = nearest.iter().take(MOST_NAMED).map(|id| format!("`{id}`")).collect();
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    format!("there is no topic `{topic}`; there are {}{more}", named.join(", "))
}

/// A list of this one wording: on a line under the `id` of a topic, or between braces right behind it.
fn list_of_one(
    text: &str,
    block: &dyn TableLike,
    is_in_braces: bool,
    wording: &str,
) -> Option<Vec<Change>> {
    let (key, item) = block.get_key_value("id")?;
    let (key, value) = (key.span()?, item.span()?);
    let list = format!("ask = [{}]", quoted(wording));
    if is_in_braces {
        return Some(vec![(value.end..value.end, format!(", {list}"))]);
    }
    let end = line_end(text, value.end);
    let (newline, indent) = (newline(text, key.start), indent(text, key.start)?);
    Some(vec![(end..end, format!("{newline}{indent}{list}"))])
}

/// What makes a list longer by a wording.
fn longer(text: &str, list: &Array, wording: &str) -> Option<Vec<Change>> {
    let span = list.span()?;
    let (open, close) = (span.start + 1, span.end.checked_sub(1)?);
    let wording = quoted(wording);
    let values: Vec<_> = list.iter().filter_map(Value::span).collect();
    let Some(last) = values.last() else {
        return first(text, open, close, &wording);
    };
    let comma = comma(text.get(last.end..close)?).map(|at| last.end + at + 1);
    let Some(indent) = values.iter().rev().find_map(|value| indent(text, value.start)) else {
        return Some(match comma {
            Some(comma) => vec![(comma..comma, format!(" {wording},"))],
            None => vec![(last.end..last.end, format!(", {wording}"))],
        });
    };
    let from = comma.unwrap_or(last.end);
    // Behind a comment on the line, unless the list ends on it.
    let end = line_end(text, from);
    let at = if end < close { end } else { from };
    let newline = newline(text, last.start);
    Some(match comma {
        Some(_) => vec![(at..at, format!("{newline}{indent}{wording},"))],
        None => vec![
            (last.end..last.end, ",".to_owned()),
            (at..at, format!("{newline}{indent}{wording}")),
        ],
    })
}

/// What puts a first wording into an empty list.
fn first(text: &str, open: usize, close: usize, wording: &str) -> Option<Vec<Change>> {
    let inside = text.get(open..close)?;
    if !inside.contains('\n') {
        return Some(vec![(open..open, wording.to_owned())]);
    }
    // After the comments in it, on a line of its own.
    let at = line_start(text, close);
    let beside = inside.lines().skip(1).find(|line| line.trim_start().starts_with('#'));
    let indent = match beside {
        Some(comment) => comment.split('#').next().unwrap_or_default().to_owned(),
        None => format!("{}  ", indent(text, close)?),
    };
    Some(vec![(at..at, format!("{indent}{wording},{}", newline(text, close)))])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::add_ask;
    use crate::edit::layout::tests::any_text;

    /// A text in which `~` marks what is added: before it without, after it with.
    fn without_and_with(marked: &str) -> (String, String) {
        let parts: Vec<&str> = marked.split('~').collect();
        let without = parts.iter().step_by(2).copied().collect();
        (without, parts.concat())
    }

    #[test]
    fn a_wording_is_put_on_the_list_in_the_layout_it_has() {
        let cases = [
            ("no list", "[[topic]]\nid = \"t\"~\nask = [\"new\"]~\n"),
            (
                "no list, remark",
                "[[topic]]\n  id = 't' # why~\n  ask = [\"new\"]~\n  aloud = \"it\"\n",
            ),
            ("no list, no line end", "[[topic]]\nid = \"t\"~\nask = [\"new\"]~"),
            ("no list, CRLF", "[[topic]]\r\n\tid = \"t\"~\r\n\task = [\"new\"]~\r\n"),
            ("no list, long id", "[[topic]]\nid = \"\"\"\nt\"\"\"~\nask = [\"new\"]~\n"),
            ("in braces", "topic = [{ id = \"t\"~, ask = [\"new\"]~, aloud = \"it\" }]"),
            ("in braces on lines", "topic = [{\n  id = \"t\"~, ask = [\"new\"]~\n}]\n"),
            ("list in braces", "topic = [{ id = \"t\", ask = [\"a\"~, \"new\"~] }]"),
            ("empty", "[[topic]]\nid = \"t\"\nask = [~\"new\"~]\n"),
            ("empty, wide", "[[topic]]\nid = \"t\"\nask = [~\"new\"~ ]\n"),
            ("empty, lines", "[[topic]]\nid = \"t\"\n  ask = [\n~    \"new\",\n~  ]\n"),
            (
                "empty, remark",
                "[[topic]]\nid = \"t\"\nask = [ # none, yet\n   # later\n~   \"new\",\n~]\n",
            ),
            ("one line", "[[topic]]\nid = \"t\"\nask = [\"a\", \"b\"~, \"new\"~]\n"),
            ("one line, spaces", "[[topic]]\nid = \"t\"\nask=[ \"a\" , 'b'~, \"new\"~ ] # so\n"),
            ("one line, comma", "[[topic]]\nid = \"t\"\nask = [\"a\",~ \"new\",~]\n"),
            ("a wide line", "[[topic]]\nid = \"t\"\nask = [\"a\"~, \"new\"~ # a, b\n]\n"),
            (
                "lines",
                "[[topic]]\nid = \"t\"\nask = [\n  \"a\",\n  \"b\",~\n  \"new\",~\n]\nx = 1\n",
            ),
            (
                "lines, no comma",
                "[[topic]]\nid = \"t\"\nask = [\n  \"a\",\n  \"b\"~,\n  \"new\"~\n]\n",
            ),
            (
                "lines, remarks",
                "[[topic]]\nid = \"t\"\nask = [\n  # first\n  \"a\", # of a\n  \"b\", # of b, too~\n  \
                 \"new\",~\n\n  # last\n]\n",
            ),
            (
                "lines, remark and no comma",
                "[[topic]]\nid = \"t\"\nask = [\n  \"a\"~,~ # of a, only~\n  \"new\"~\n]\n",
            ),
            (
                "comma on a line",
                "[[topic]]\nid = \"t\"\nask = [\n  \"a\" # a\n  , # b~\n  \"new\",~\n]\n",
            ),
            ("aligned", "[[topic]]\nid = \"t\"\nask = [\"a\",\n       \"b\"~,\n       \"new\"~]\n"),
            (
                "two a line",
                "[[topic]]\nid = \"t\"\nask = [\n\t\"a\", \"b\",\n\t\"c\", \"d\",~\n\t\"new\",~\n]\n",
            ),
            ("CRLF", "[[topic]]\r\nid = \"t\"\r\nask = [\r\n  \"a\", # a~\r\n  \"new\",~\r\n]\r\n"),
            ("BOM", "\u{feff}schema = 1\n[[topic]]\nid = \"t\"\nask = [\"a\"~, \"new\"~]\n"),
            ("BOM at the key", "\u{feff}topic = [{ id = \"t\"~, ask = [\"new\"]~ }]\n"),
            ("brackets in text", "[[topic]]\nid = \"t\"\nask = [\"a]#,\", ']'~, \"new\"~]\n"),
            ("long texts", "[[topic]]\nid = \"t\"\nask = [\n  '''\na''',~\n  \"new\",~\n]\n"),
            (
                "a later topic",
                "# head\n[[topic]]\nid = \"s\"\nask = [\"new\"]\n[[topic]] # t\nid = \"t\"~\nask = \
                 [\"new\"]~\n[[topic.answer]]\nid = \"t\"\n[ext.x]\nn = nan\nd = 2026-11-22\n",
            ),
            ("quoted keys", "[[topic]]\n\"id\" = \"t\"\n\"ask\" = [\"a\"~, \"new\"~]\n"),
        ];
        for (name, marked) in cases {
            let (before, after) = without_and_with(marked);
            assert_eq!(add_ask(&before, "t", "new").as_deref(), Ok(after.as_str()), "{name}");
        }
    }

    #[test]
    fn what_cannot_be_added_is_said() {
        let pack = "[[topic]]\nid = \"career-path\"\nask = [\"What's it like?\", \"!\"]\n[[topic]]\nid = \
                    \"day-to-day\"\n[[topic]]\nid = \"odd\"\nask = \"text\"\n";
        let cases = [
            (pack, "odd", "new", "`ask` of the topic `odd` is not a list"),
            (pack, "odd", " \t", "there is nothing to add: the wording is empty"),
            (
                pack,
                "carer-path",
                "new",
                "there is no topic `carer-path`; there are `career-path`, `day-to-day`, `odd`",
            ),
            (
                pack,
                "day-today",
                "new",
                "there is no topic `day-today`; there are `day-to-day`, `career-path`, `odd`",
            ),
            (
                pack,
                "career-path",
                "what is it LIKE",
                "the topic `career-path` has it already: \"What's it like?\"",
            ),
            (pack, "career-path", "! ", "the topic `career-path` has it already: \"!\""),
            ("x = 1\n", "t", "new", "there is no topic `t`: the file has no `[[topic]]` at all"),
            ("x = 1\ny = \n", "t", "new", "line 2 is not TOML: "),
        ];
        for (text, topic, wording, why) in cases {
            let error = add_ask(text, topic, wording).unwrap_err();
            assert!(error.starts_with(why), "{error}");
        }
        let many: Vec<String> = (0..20).map(|n| format!("[[topic]]\nid = \"t{n}\"\n")).collect();
        let many = many.concat();
        let error = add_ask(&many, "zzz", "new").unwrap_err();
        assert!(error.ends_with("`t11` and 8 more"), "{error}");
        assert!(add_ask(pack, "career-path", "?").is_ok(), "other marks without words are another");
    }

    /// Files of many layouts, all with a topic `t` that may have a list.
    fn any_scenario() -> impl Strategy<Value = String> {
        let list = prop::sample::select(vec![
            "",
            "ask = []\n",
            "ask = [ ]\n",
            "ask = [\n  # none\n]\n",
            "ask = [\"Aaa bbb\"]\n",
            "  ask=[ 'Aaa bbb' , ] # x\n",
            "ask = [\n\t\"Aaa bbb\", # a\n\t\"Bbb ccc\" # b, c\n]\n",
            "ask = [\n  \"\"\"Aaa\nbbb\"\"\",\n\n  # later\n]\n",
        ]);
        let tail =
            prop::sample::select(vec!["", "aloud = \"it\"", "# end\n\n\n", "[ext]\nn = nan\n"]);
        (list, tail, any::<bool>(), any::<bool>()).prop_map(|(list, tail, crlf, mark)| {
            let text = format!("# head\nschema = 1\n\n[[topic]]\n id = \"t\"   # t\n{list}{tail}");
            let text = if crlf { text.replace('\n', "\r\n") } else { text };
            if mark { format!("\u{feff}{text}") } else { text }
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig {
            failure_persistence: None,
            rng_seed: proptest::test_runner::RngSeed::Fixed(20_261_122),
            ..ProptestConfig::default()
        })]

        #[test]
        fn any_wording_reads_back_as_the_one_addition(text in any_scenario(), wording in any_text()) {
            prop_assume!(!wording.trim().is_empty());
            let changed = add_ask(&text, "t", &wording).unwrap();
            let file: toml::Table = changed.parse().unwrap();
            let list = file["topic"][0]["ask"].as_array().unwrap();
            prop_assert_eq!(list.last().unwrap().as_str(), Some(wording.as_str()));
            // What was there is still there, in order; and taken out again, nothing but commas is left over.
            prop_assert!(is_kept(&text, &changed));
            prop_assert!(add_ask(&changed, "t", &wording).is_err(), "not twice");
        }
    }

    /// Whether a text has all bytes of another, with at most two pieces put in.
    fn is_kept(before: &str, after: &str) -> bool {
        let (before, after) = (before.as_bytes(), after.as_bytes());
        let head = before.iter().zip(after).take_while(|(a, b)| a == b).count();
        let tail = before.iter().rev().zip(after.iter().rev()).take_while(|(a, b)| a == b).count();
        if head + tail >= before.len() {
            return true;
        }
        // The first piece is then the comma behind the last wording.
        let middle = &before[head..before.len() - tail];
        after[head] == b',' && after[head + 1..].starts_with(middle)
    }
}
