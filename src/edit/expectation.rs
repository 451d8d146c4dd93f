//! Expectations of a case changed where they stand.

use toml::Table;
use toml_edit::TableLike;

use super::layout::{
    Change, blocks, changed, comma, id, indent, line_end, line_start, parsed, quoted,
};
use super::{EXPECTATIONS, meaning};

/// Where an expectation stands in a file of cases.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place<'a> {
    /// The id of the case; of two with the same, the first.
    pub case: &'a str,
    /// The number of the line in the case, from 1.
    pub line: usize,
    /// The key, such as `answer`.
    pub key: &'a str,
}

/// Changes the value of an expectation, and no other byte of the file.
///
/// # Errors
/// Why it cannot be done, in a sentence without a full stop: the text is not TOML, it has no such
/// expectation, or the value there is not one text (`says_any` is a list).
pub fn set_expectation(cases: &str, place: Place<'_>, value: &str) -> Result<String, String> {
    swap_expectation(cases, place, place.key, value)
}

/// Puts another expectation in the place of one: its key and its value change, and no other byte of the file.
///
/// # Errors
/// As for [`set_expectation`], and when the line has an expectation of the new key already.
pub fn swap_expectation(
    cases: &str,
    place: Place<'_>,
    key: &str,
    value: &str,
) -> Result<String, String> {
    let document = parsed(cases)?;
    let (at, line) = found(&blocks(document.as_table().get("case")), place)?;
    if !EXPECTATIONS.contains(&key) || key == "says_any" {
        return Err(format!("a line of a case cannot be given `{key}` with one text"));
    }
    if key != place.key && line.contains_key(key) {
        return Err(format!(
            "line {} of the case `{}` has `{key}` already",
            place.line, place.case
        ));
    }
    let spans = line.get_key_value(place.key).and_then(|(key, item)| {
        item.as_str()?;
        Some((key.span()?, item.span()?))
    });
    let Some((key_span, value_span)) = spans else {
        return Err(format!("`{}` is not one text there", place.key));
    };
    let as_before = cases.get(value_span.clone()).unwrap_or_default();
    let mut changes = vec![(value_span, in_kind(as_before, value))];
    if key != place.key {
        changes.push((key_span, key.to_owned()));
    }
    meaning::checked(cases, changed(cases, changes), |file| {
        let line = line_of(file, at)?;
        line.remove(place.key)?;
        line.insert(key.to_owned(), meaning::text(value));
        Some(())
    })
}

/// Takes an expectation out of a case. A comment behind it stays.
///
/// # Errors
/// Why it cannot be done, in a sentence without a full stop: the text is not TOML, or it has no such
/// expectation.
pub fn remove_expectation(cases: &str, place: Place<'_>) -> Result<String, String> {
    let document = parsed(cases)?;
    let (at, line) = found(&blocks(document.as_table().get("case")), place)?;
    let change = without(cases, line, place.key);
    let changed = change.and_then(|change| changed(cases, vec![change]));
    meaning::checked(cases, changed, |file| line_of(file, at)?.remove(place.key).map(|_| ()))
}

/// The line an expectation belongs to, with the numbers of its case and of itself, from 0.
fn found<'a>(
    cases: &[&'a dyn TableLike],
    place: Place<'_>,
) -> Result<((usize, usize), &'a dyn TableLike), String> {
    let Some(at) = cases.iter().position(|case| id(*case) == Some(place.case)) else {
        return Err(format!("there is no case `{}`", place.case));
    };
    let lines = cases.get(at).map(|case| blocks(case.get("line"))).unwrap_or_default();
    let line = place.line.checked_sub(1).and_then(|number| Some((number, *lines.get(number)?)));
    let Some((number, line)) = line else {
        return Err(format!("the case `{}` has no line {}", place.case, place.line));
    };
    if !EXPECTATIONS.contains(&place.key) || !line.contains_key(place.key) {
        return Err(format!(
            "line {} of the case `{}` does not expect `{}`",
            place.line, place.case, place.key
        ));
    }
    Ok(((at, number), line))
}

fn line_of(file: &mut Table, (case, line): (usize, usize)) -> Option<&mut Table> {
    meaning::block(meaning::block(file, "case", case)?, "line", line)
}

/// A text in the kind of quotation marks that another has, if it can stand in them.
fn in_kind(before: &str, text: &str) -> String {
    let is_literal = before.starts_with('\'') && !before.starts_with("'''");
    let usual = quoted(text);
    // What needs no escape in the usual ones can stand in any but its own.
    let needs_none = usual.len() == text.len() + 2 && !text.contains('\'');
    if is_literal && needs_none { format!("'{text}'") } else { usual }
}

/// What takes a key and its value out of a block.
fn without(text: &str, block: &dyn TableLike, key: &str) -> Option<Change> {
    let (key, item) = block.get_key_value(key)?;
    let (start, end) = (key.span()?.start, item.span()?.end);
    let line_end = line_end(text, end);
    let rest = text.get(end..line_end)?;
    let gone = match indent(text, start) {
        Some(_) if rest.trim().is_empty() => {
            // The whole line, and its line break.
            let after = text.get(line_end..)?;
            let newline = after.find('\n').map_or(after.len(), |newline| newline + 1);
            line_start(text, start)..line_end + newline
        }
        Some(_) if rest.trim_start().starts_with('#') => start..end + rest.find('#')?,
        // Between braces: with the comma behind it, or else with the one before.
        _ => match comma(rest).filter(|_| !rest.trim_start().starts_with('}')) {
            Some(comma) => {
                let after = rest.get(comma + 1..)?;
                start..end + comma + 1 + (after.len() - after.trim_start().len())
            }
            None => {
                let before = text.get(..start)?.trim_end();
                before.strip_suffix(',')?.len()..end
            }
        },
    };
    Some((gone, String::new()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Place, remove_expectation, set_expectation, swap_expectation};
    use crate::edit::layout::tests::any_text;

    const CASES: &str = "\u{feff}# head\r\n[[case]]\r\nid = 'one'\r\n[[case.line]]\r\nsay = \"x\"\r\n  answer   \
                         =  'old' # why\r\n\ttopic=\"old\"\r\n# more\r\ncontact = \"\"\"old\"\"\"\r\nsays_any = \
                         [\"a\"]\r\n[[case]]\r\nid = \"two\"\r\nline = [{ say = \"y\", answer = \"old\", route = \
                         \"short\" }, { say = \"\", move = \"old\" }]";

    fn at(case: &'static str, line: usize, key: &'static str) -> Place<'static> {
        Place { case, line, key }
    }

    #[test]
    fn an_expectation_changes_and_nothing_else() {
        for (place, before, after) in [
            (at("one", 1, "answer"), "'old' # why", "'new' # why"),
            (at("one", 1, "topic"), "topic=\"old\"", "topic=\"new\""),
            (at("one", 1, "contact"), "\"\"\"old\"\"\"", "\"new\""),
            (at("two", 1, "answer"), "\"old\", route", "\"new\", route"),
            (at("two", 2, "move"), "\"old\" }]", "\"new\" }]"),
        ] {
            let changed = set_expectation(CASES, place, "new");
            assert_eq!(changed, Ok(CASES.replace(before, after)), "{place:?}");
        }
        let changed = set_expectation(CASES, at("one", 1, "answer"), "it's \\ \"\n");
        assert_eq!(changed, Ok(CASES.replace("'old'", r#""it's \\ \"\n""#)));
        let swapped = swap_expectation(CASES, at("one", 1, "answer"), "route", "hook");
        assert_eq!(swapped, Ok(CASES.replace("answer   =  'old'", "route   =  'hook'")));
    }

    #[test]
    fn an_expectation_goes_and_nothing_else() {
        for (place, gone) in [
            (at("one", 1, "answer"), "answer   =  'old' "),
            (at("one", 1, "topic"), "\ttopic=\"old\"\r\n"),
            (at("one", 1, "contact"), "contact = \"\"\"old\"\"\"\r\n"),
            (at("one", 1, "says_any"), "says_any = [\"a\"]\r\n"),
            (at("two", 1, "answer"), "answer = \"old\", "),
            (at("two", 1, "route"), ", route = \"short\""),
            (at("two", 2, "move"), ", move = \"old\""),
        ] {
            assert_eq!(remove_expectation(CASES, place), Ok(CASES.replace(gone, "")), "{place:?}");
        }
        let last = "[[case]]\nid = \"a\"\n[[case.line]]\nsay = \"\"\ntopic = \"t\"";
        let left = remove_expectation(last, at("a", 1, "topic"));
        assert_eq!(left, Ok(last.replace("topic = \"t\"", "")));
    }

    #[test]
    fn an_expectation_that_is_not_there_is_not_changed() {
        for (place, why) in [
            (at("six", 1, "answer"), "there is no case `six`"),
            (at("one", 2, "answer"), "the case `one` has no line 2"),
            (at("one", 0, "answer"), "the case `one` has no line 0"),
            (at("one", 1, "rapport"), "line 1 of the case `one` does not expect `rapport`"),
            (at("one", 1, "say"), "line 1 of the case `one` does not expect `say`"),
            (at("one", 1, "says_any"), "a line of a case cannot be given `says_any` with one text"),
        ] {
            assert_eq!(set_expectation(CASES, place, "new"), Err(why.to_owned()));
        }
        let taken = swap_expectation(CASES, at("two", 1, "answer"), "route", "hook");
        assert_eq!(taken, Err("line 1 of the case `two` has `route` already".to_owned()));
        assert!(remove_expectation("x =", at("one", 1, "answer")).is_err());
    }

    proptest! {
        #![proptest_config(ProptestConfig {
            failure_persistence: None,
            rng_seed: proptest::test_runner::RngSeed::Fixed(20_261_122),
            ..ProptestConfig::default()
        })]

        #[test]
        fn any_value_changes_nothing_else(value in any_text()) {
            let changed = set_expectation(CASES, at("one", 1, "answer"), &value).unwrap();
            let (before, after) = CASES.split_once("'old'").unwrap();
            prop_assert!(changed.starts_with(before) && changed.ends_with(after));
        }
    }
}
