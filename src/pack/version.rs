//! The pack's own version, and the versions of this program that can play it.
//!
//! A pack that needs a newer program may have keys that this one does not know. So `pack.toml` is looked at
//! here by itself, and its versions are found whatever else of it cannot be read.

use semver::{Comparator, Prerelease, Version, VersionReq};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::read::finding;
use super::rules;
use crate::disk::Source;
use crate::finding::Finding;

/// Checks the versions that `pack.toml`, the `source`, names.
pub(super) fn check(source: &Source, found: &mut Vec<Finding>) {
    check_for(source, env!("CARGO_PKG_VERSION"), found);
}

/// Checks the versions that a manifest names, for the program of version `own`.
fn check_for(source: &Source, own: &str, found: &mut Vec<Finding>) {
    // What is not TOML is found elsewhere; what can be read around it is enough here.
    let (file, _) = DeTable::parse_recoverable(&source.text);
    let file = file.get_ref();
    if let Some((text, value)) = file.get("version").and_then(text)
        && Version::parse(text).is_err()
    {
        let message = format!("`{text}` is not a version");
        found.push(Finding {
            help: Some("a version is three numbers with dots: `version = \"1.0.0\"`".to_owned()),
            ..finding(source, &rules::BAD_VERSION, value.span(), message)
        });
    }
    let requires = file.get("requires").and_then(|value| value.get_ref().as_table());
    let Some((text, value)) = requires.and_then(|table| table.get("coffeechat")).and_then(text)
    else {
        return;
    };
    let Ok(needed) = VersionReq::parse(text) else {
        let message = format!("`{text}` does not say which versions are needed");
        found.push(Finding {
            help: Some(
                "written with a comma between bounds: `coffeechat = \">=0.1, <2\"`".to_owned(),
            ),
            ..finding(source, &rules::BAD_VERSION, value.span(), message)
        });
        return;
    };
    let Ok(own) = Version::parse(own) else { return };
    // A version that is still being tried counts as the one it is going to be.
    let own = Version { pre: Prerelease::EMPTY, ..own };
    if !needed.matches(&own) {
        let is_newer = needed.comparators.iter().any(|bound| is_beyond(bound, &own));
        let help = if is_newer {
            "get a newer coffeechat; until then, keys may seem unknown that are not"
        } else {
            "the pack was made for an older coffeechat; ask who wrote it for a newer pack"
        };
        let message = format!("the pack needs coffeechat {text}, and this is {own}");
        found.push(Finding {
            help: Some(help.to_owned()),
            ..finding(source, &rules::REQUIRES_OTHER, value.span(), message)
        });
    }
}

type Value<'a> = Spanned<DeValue<'a>>;

fn text<'a>(value: &'a Value<'a>) -> Option<(&'a str, &'a Value<'a>)> {
    Some((value.get_ref().as_str()?, value))
}

/// Whether a bound names a later version than `own`.
fn is_beyond(bound: &Comparator, own: &Version) -> bool {
    let named = (bound.major, bound.minor.unwrap_or(0), bound.patch.unwrap_or(0));
    named > (own.major, own.minor, own.patch)
}

#[cfg(test)]
mod tests {
    use super::check_for;
    use crate::disk::Source;

    /// The rules that are broken and what they point at, for a program of version 0.3.1.
    fn broken(text: &str, own: &str) -> Vec<(&'static str, String)> {
        let path = "pack.toml".to_owned();
        let source = Source { path, text: text.to_owned(), unreadable: None };
        let mut found = Vec::new();
        check_for(&source, own, &mut found);
        found
            .into_iter()
            .map(|finding| (finding.rule.name, text[finding.span].to_owned()))
            .collect()
    }

    #[test]
    fn a_version_is_three_numbers() {
        for version in ["1.0.0", "0.3.1-draft.2", "2026.10.3+spring"] {
            assert_eq!(broken(&format!("version = \"{version}\""), "0.3.1"), [], "{version}");
        }
        for version in ["1", "1.0", "v1.0.0", "", "one", "1.0.0.0", "01.0.0"] {
            let quoted = format!("\"{version}\"");
            let found = broken(&format!("version = {quoted}"), "0.3.1");
            assert_eq!(found, [("bad-version", quoted)]);
        }
    }

    #[test]
    fn what_is_required_is_compared_with_this_program() {
        for (needed, rule) in [
            (">=0.1", None),
            (">=0.3, <1", None),
            ("0.3", None),
            ("*", None),
            ("=0.3.1", None),
            (">=0.4", Some("requires-other")),
            ("^1", Some("requires-other")),
            ("<0.3", Some("requires-other")),
            ("0.2", Some("requires-other")),
            ("", Some("bad-version")),
            ("newest", Some("bad-version")),
            (">=0.1 <1", Some("bad-version")),
            ("0.3 or later", Some("bad-version")),
        ] {
            let text = format!("[requires]\ncoffeechat = \"{needed}\"\n");
            let expected: Vec<_> =
                rule.into_iter().map(|rule| (rule, format!("\"{needed}\""))).collect();
            assert_eq!(broken(&text, "0.3.1"), expected, "{needed}");
            assert_eq!(broken(&text, "0.3.1-rc.1"), expected, "{needed}, tried before it is out");
        }
    }

    #[test]
    fn the_versions_are_found_whatever_else_is_wrong() {
        let requires = "requires.coffeechat = \">=9\"";
        for wrong in ["schema = 9", "new_key = 1", "id = ", "nonsense", "a = \"open", "b = ]"] {
            let text = format!("{requires}\n{wrong}\n");
            let found = broken(&text, "0.3.1");
            assert_eq!(found, [("requires-other", "\">=9\"".to_owned())], "{text}");
        }
        for wrong in ["schema = 9", "new_key = 1", "id = ", "b = ]"] {
            let text = format!("{wrong}\n{requires}\n");
            let found = broken(&text, "0.3.1");
            assert_eq!(found, [("requires-other", "\">=9\"".to_owned())], "{text}");
        }
    }

    #[test]
    fn values_of_another_kind_are_left_to_reading() {
        for text in ["version = 1", "requires = \">=9\"", "[requires]\ncoffeechat = 9", "", "[["] {
            assert_eq!(broken(text, "0.3.1"), [], "{text}");
        }
    }
}
