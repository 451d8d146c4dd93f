//! The built-in pack keeps its own rules.

use coffeechat::pack::{builtin, load};

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
