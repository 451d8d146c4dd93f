//! The built-in pack keeps its own rules.

use coffeechat::pack::{builtin, load};

use crate::cast::CAST;

#[test]
fn the_built_in_pack_has_no_findings() {
    let (pack, found) = load::built_in(builtin::sources(), None);
    let lines: Vec<String> = found
        .iter()
        .map(|finding| format!("{}: {} ({})", finding.file, finding.message, finding.rule.name))
        .collect();
    assert_eq!(lines, [] as [String; 0]);
    assert!(!pack.scenarios.is_empty());
}

#[test]
fn what_the_built_in_people_say_and_are_asked_was_looked_at_before() {
    for met in CAST.iter() {
        let unknown = met.ear.sentences(false);
        assert!(
            unknown.is_empty(),
            "{}: {unknown:?}; run `cargo run --release --example learn -- meanings FOLDER`",
            met.id()
        );
    }
}
