//! Each rule of `pack check` finds its own example, once, and nothing else in it.

use coffeechat::check;
use coffeechat::disk::Source;
use coffeechat::finding::Change;
use coffeechat::pack::{builtin, load};

/// The starter pack, which has no findings.
const STARTER: [(&str, &str); 4] = [
    ("pack.toml", include_str!("../../src/scaffold/starter/pack.toml")),
    (
        "scenarios/nell-okoro.toml",
        include_str!("../../src/scaffold/starter/scenarios/nell-okoro.toml"),
    ),
    (
        "question_banks/work-with-hands.toml",
        include_str!("../../src/scaffold/starter/question_banks/work-with-hands.toml"),
    ),
    ("cases/nell-okoro.toml", include_str!("../../src/scaffold/starter/cases/nell-okoro.toml")),
];

/// The starter pack with some changes made.
fn changed(changes: &[Change]) -> Vec<Source> {
    let text_of = |path: &str, text: &str| {
        let own = changes.iter().filter(|change| change.file == path);
        own.fold(text.to_owned(), |text, change| {
            assert!(text.contains(change.instead_of), "{path} has no {:?}", change.instead_of);
            change.applied(&text)
        })
    };
    let source = |(path, text): &(&str, &str)| Source {
        path: (*path).to_owned(),
        text: text_of(path, text),
        unreadable: None,
    };
    STARTER.iter().map(source).collect()
}

/// What is found in a pack: the rules by name, each with its file.
fn found(sources: Vec<Source>) -> Vec<String> {
    let (pack, found) = load::pack(sources, &builtin::sources());
    let found = check::check(&pack, found);
    found
        .iter()
        .map(|finding| {
            let source = pack.sources.iter().find(|source| source.path == finding.file);
            let place = source.and_then(|source| source.text.get(finding.span.clone()));
            assert!(place.is_some(), "{}: the place is not in the file", finding.rule.name);
            finding.rule.name.to_owned()
        })
        .collect()
}

#[test]
fn the_starter_pack_has_no_findings() {
    assert_eq!(found(changed(&[])), Vec::<String>::new());
}

#[test]
fn every_rule_finds_its_own_example_and_nothing_else_in_it() {
    let mut wrong = Vec::new();
    for rule in check::all_rules().filter(|rule| !rule.example.is_empty()) {
        let found = found(changed(rule.example));
        if found != [rule.name] {
            wrong.push(format!("{}: {found:?}", rule.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn rules_are_named_once_and_have_a_page() {
    let mut names: Vec<&str> = check::all_rules().map(|rule| rule.name).collect();
    assert!(names.len() >= 45, "{}", names.len());
    names.sort_unstable();
    let count = names.len();
    names.dedup();
    assert_eq!(names.len(), count);
    for rule in check::all_rules() {
        assert!(rule.page.len() > 60, "{}", rule.name);
        assert!(rule.name.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{}", rule.name);
    }
}
