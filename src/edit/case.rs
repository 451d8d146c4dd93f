//! Cases added to a file of cases.

use toml::{Table, Value};

use super::layout::{blocks, changed, id, indent, newline, parsed, quoted};
use super::{EXPECTATIONS, meaning};

/// One line of a case that is to be added: what is said, and what must come of it, as key and value.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewLine {
    /// What the learner types.
    pub say: String,
    /// Expectations: a key of a case line, such as `answer`, and its value. Several of `says_any` are a list;
    /// any other key stands once.
    pub expects: Vec<(String, String)>,
}

/// Adds a case to the end of a file of cases, laid out as the last case there.
///
/// Every byte that was there stays; a file whose last line has no end gets one first.
///
/// # Errors
/// Why it cannot be done, in a sentence without a full stop: the text is not TOML, it has a case of this id
/// ([`unused_case_id`] gives one it has not), a key is none of a case line, or the seed is 2^63 or more.
pub fn add_case(cases: &str, id: &str, seed: u64, lines: &[NewLine]) -> Result<String, String> {
    let document = parsed(cases)?;
    let there = blocks(document.as_table().get("case"));
    if there.iter().any(|case| super::layout::id(*case) == Some(id)) {
        return Err(format!("there is a case `{id}` already"));
    }
    let Ok(number) = i64::try_from(seed) else {
        return Err(format!("the seed {seed} is too large; {} is the most", i64::MAX));
    };
    let mut new = Table::new();
    new.insert("id".to_owned(), meaning::text(id));
    new.insert("seed".to_owned(), Value::Integer(number));
    let read: Vec<Value> =
        lines.iter().map(|line| read(line).map(Value::Table)).collect::<Result<_, _>>()?;
    if !read.is_empty() {
        new.insert("line".to_owned(), Value::Array(read));
    }

    let last_line = there.iter().rev().find_map(|case| blocks(case.get("line")).pop());
    let header = last_line.and_then(|line| line.get_key_value("say")?.0.span());
    let inner = header.and_then(|at| indent(cases, at.start)).unwrap_or("  ");
    let end = cases.len();
    let newline = newline(cases, end);
    let mut added = gap(cases, newline);
    added.push_str(&written(id, seed, lines, inner, newline));
    meaning::checked(cases, changed(cases, vec![(end..end, added)]), |file| {
        let all = file.entry("case").or_insert_with(|| Value::Array(Vec::new()));
        all.as_array_mut()?.push(Value::Table(new));
        Some(())
    })
}

/// An id that no case of a file has: the one that is wanted, or that with a number.
#[must_use]
pub fn unused_case_id(cases: &str, wanted: &str) -> String {
    let Ok(document) = parsed(cases) else { return wanted.to_owned() };
    let there = blocks(document.as_table().get("case"));
    let is_free = |wanted: &str| there.iter().all(|case| id(*case) != Some(wanted));
    let numbered = (2..=there.len() + 1).map(|number| format!("{wanted}-{number}"));
    let mut all = std::iter::once(wanted.to_owned()).chain(numbered);
    all.find(|wanted| is_free(wanted)).unwrap_or_else(|| wanted.to_owned())
}

/// What a line is to be read as.
fn read(line: &NewLine) -> Result<Table, String> {
    let mut table = Table::new();
    table.insert("say".to_owned(), meaning::text(&line.say));
    for (key, value) in &line.expects {
        if !EXPECTATIONS.contains(&key.as_str()) {
            return Err(format!(
                "a case cannot expect `{key}`; it can {}",
                EXPECTATIONS.join(", ")
            ));
        }
        let value = meaning::text(value);
        if key == "says_any" {
            let list = table.entry(key.clone()).or_insert_with(|| Value::Array(Vec::new()));
            if let Some(list) = list.as_array_mut() {
                list.push(value);
            }
        } else if table.insert(key.clone(), value).is_some() {
            return Err(format!("a line of a case cannot expect two of `{key}`"));
        }
    }
    Ok(table)
}

/// What is needed between a text and a block after it: the end of the last line, and one blank line.
fn gap(text: &str, newline: &str) -> String {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let is_ended = text.is_empty() || text.ends_with('\n');
    let is_blank = is_ended && text.lines().last().is_none_or(|last| last.trim().is_empty());
    newline.repeat(usize::from(!is_ended) + usize::from(!is_blank))
}

fn written(id: &str, seed: u64, lines: &[NewLine], inner: &str, newline: &str) -> String {
    let mut rows =
        vec!["[[case]]".to_owned(), format!("id = {}", quoted(id)), format!("seed = {seed}")];
    for line in lines {
        rows.push(String::new());
        rows.push(format!("{inner}[[case.line]]"));
        rows.push(format!("{inner}say = {}", quoted(&line.say)));
        let any = |key: &str| key == "says_any";
        for (key, value) in line.expects.iter().filter(|(key, _)| !any(key)) {
            rows.push(format!("{inner}{key} = {}", quoted(value)));
        }
        let words: Vec<String> = line
            .expects
            .iter()
            .filter(|(key, _)| any(key))
            .map(|(_, value)| quoted(value))
            .collect();
        if !words.is_empty() {
            rows.push(format!("{inner}says_any = [{}]", words.join(", ")));
        }
    }
    rows.push(String::new());
    rows.join(newline)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{NewLine, add_case, unused_case_id};
    use crate::edit::layout::tests::any_text;

    fn lines() -> Vec<NewLine> {
        let pair = |key: &str, value: &str| (key.to_owned(), value.to_owned());
        vec![
            NewLine { say: "say \"hi\"".to_owned(), expects: vec![pair("answer", "a.why")] },
            NewLine {
                say: String::new(),
                expects: vec![pair("says_any", "x"), pair("route", "move"), pair("says_any", "y")],
            },
        ]
    }

    #[test]
    fn a_case_is_added_at_the_end_in_the_style_there_is() {
        let flat = "[[case]]\nid = \"new\"\nseed = 7\n\n[[case.line]]\nsay = \"say \\\"hi\\\"\"\nanswer = \
                    \"a.why\"\n\n[[case.line]]\nsay = \"\"\nroute = \"move\"\nsays_any = [\"x\", \"y\"]\n";
        let deep = "[[case]]\nid = \"new\"\nseed = 7\n\n  [[case.line]]\n  say = \"say \\\"hi\\\"\"\n  answer \
                    = \"a.why\"\n\n  [[case.line]]\n  say = \"\"\n  route = \"move\"\n  says_any = [\"x\", \
                    \"y\"]\n";
        let cases = [
            ("schema = 1", "\n\n", deep),
            ("schema = 1\n", "\n", deep),
            ("schema = 1\n\n", "", deep),
            ("", "", deep),
            ("\u{feff}", "", deep),
            ("[[case]]\nid = \"a\"\n[[case.line]]\nsay = \"\"\n# end", "\n\n", flat),
            ("[[case]]\nid = \"a\"\n  [[case.line]]\n  say = \"\"\n", "\n", deep),
            ("[[case]]\nid = \"a\"\n\n[ext]\nn = nan\n", "\n", deep),
        ];
        for (before, gap, added) in cases {
            let after = add_case(before, "new", 7, &lines());
            assert_eq!(after, Ok(format!("{before}{gap}{added}")), "{before:?}");
            let before = before.replace('\n', "\r\n");
            let after = add_case(&before, "new", 7, &lines()).unwrap();
            if before.contains('\n') {
                assert_eq!(
                    after,
                    format!("{before}{}", format!("{gap}{added}").replace('\n', "\r\n"))
                );
            }
        }
    }

    #[test]
    fn a_case_that_cannot_be_added_is_not() {
        let file = "[[case]]\nid = \"a\"\n";
        let line = |key: &str| {
            let pair = (key.to_owned(), "x".to_owned());
            vec![NewLine { say: String::new(), expects: vec![pair.clone(), pair] }]
        };
        let cases = [
            (file, "a", 1, lines(), "there is a case `a` already"),
            (file, "b", u64::MAX, lines(), "the seed 18446744073709551615 is too large"),
            (file, "b", 1, line("say"), "a case cannot expect `say`; it can answer, topic"),
            (file, "b", 1, line("topic"), "a line of a case cannot expect two of `topic`"),
            ("x =", "b", 1, lines(), "line 1 is not TOML"),
            ("case = [{ id = \"a\" }]\n", "b", 1, lines(), "it cannot be changed here without"),
        ];
        for (text, id, seed, lines, why) in cases {
            let error = add_case(text, id, seed, &lines).unwrap_err();
            assert!(error.starts_with(why), "{error}");
        }
    }

    #[test]
    fn an_id_that_is_taken_gets_a_number() {
        let file = "[[case]]\nid = \"a\"\n[[case]]\nid = \"a-2\"\n[[case]]\nid = \"b\"\n";
        for (wanted, given) in [("a", "a-3"), ("b", "b-2"), ("c", "c"), ("a-2", "a-2-2")] {
            assert_eq!(unused_case_id(file, wanted), given);
        }
        assert_eq!(unused_case_id("not TOML", "a"), "a");
    }

    proptest! {
        #![proptest_config(ProptestConfig {
            failure_persistence: None,
            rng_seed: proptest::test_runner::RngSeed::Fixed(20_261_122),
            ..ProptestConfig::default()
        })]

        #[test]
        fn any_case_reads_back(id in any_text(), say in any_text(), value in any_text(), seed in 0..=u64::MAX / 2) {
            let before = "# head\nschema = 1 # one";
            let line = NewLine { say: say.clone(), expects: vec![("topic".to_owned(), value.clone())] };
            let changed = add_case(before, &id, seed, &[line]).unwrap();
            prop_assert!(changed.starts_with(before));
            let file: toml::Table = changed.parse().unwrap();
            let case = &file["case"][0];
            prop_assert_eq!(case["id"].as_str(), Some(id.as_str()));
            prop_assert_eq!(case["line"][0]["say"].as_str(), Some(say.as_str()));
            prop_assert_eq!(case["line"][0]["topic"].as_str(), Some(value.as_str()));
        }
    }
}
