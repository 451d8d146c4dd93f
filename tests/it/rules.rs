//! Each rule of `pack check` finds its own example, once, and nothing else in it.

use std::fmt::Write as _;

use coffeechat::check;
use coffeechat::disk::Source;
use coffeechat::finding::Change;
use coffeechat::pack::{builtin, load};

use crate::program::run;

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

/// What is too much to be heard is told at once, and not listened to.
#[test]
fn too_many_answers_are_told_and_not_looked_at() {
    let mut sources = changed(&[]);
    let person = sources.iter_mut().find(|source| source.path.starts_with("scenarios/")).unwrap();
    for number in 0..1_200 {
        let _ = write!(
            person.text,
            "\n[[topic]]\nid = \"topic-{number}\"\naloud = \"it\"\nask = [\"about {number}\"]\n\n\
             [[topic.answer]]\nid = \"answer-{number}\"\ngist = \"it\"\nsay = [\"It.\"]\n\
             gate = {{ after = [\"answer-{}\"] }}\n",
            (number + 1) % 1_200
        );
    }
    let found = found(sources);
    assert!(found.contains(&"too-much".to_owned()), "{found:?}");
    assert!(!found.contains(&"circular-gates".to_owned()), "{found:?}");
}

/// The pack's own weights hold whatever else is wrong in its manifest.
#[test]
fn weights_hold_though_the_manifest_has_a_mistake() {
    let changes = [
        Change {
            file: "pack.toml",
            instead_of: "version = \"0.1.0\"",
            stands: "version = \"1.0\"",
        },
        Change {
            file: "pack.toml",
            instead_of: "[etiquette.thank_you]",
            stands: "[check.no-short]\nseverity = \"off\"\nreason = \"A short talk.\"\n\n[etiquette.thank_you]",
        },
        Change {
            file: "scenarios/nell-okoro.toml",
            instead_of: "short = \"Six or seven lifts a day.\"\n",
            stands: "",
        },
    ];
    assert_eq!(found(changed(&changes)), ["bad-version"]);
}

// In the program.

#[test]
fn findings_are_written_for_people_and_for_programs() {
    let pack = tempfile::tempdir().unwrap();
    let mistake = "schema = 1\nid = \"small\"\ntitle = \"Small\"\nverzion = \"1.0.0\"\n";
    std::fs::write(pack.path().join("pack.toml"), mistake).unwrap();
    let path = pack.path().to_str().unwrap();
    for (format, expected) in [
        ("human", "error[unknown-key]: no key is called `verzion` here"),
        ("json", "\"rule\": \"unknown-key\""),
        ("sarif", "\"ruleId\": \"unknown-key\""),
        ("github", "::error file=pack.toml,line=4,col=1,title=unknown-key::no key is called"),
    ] {
        let ran = run(&["pack", "check", path, "--format", format], "");
        assert_eq!(ran.status, Some(1), "{format}: {}", ran.stderr);
        assert!(ran.stdout.contains(expected), "{format}: {}", ran.stdout);
        if matches!(format, "json" | "sarif") {
            let whole: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
            assert!(whole.is_object(), "{format}");
        }
    }
}

#[test]
fn warnings_count_when_they_are_denied_and_not_when_they_are_lowered() {
    let pack = tempfile::tempdir().unwrap();
    let manifest = "schema = 1\nid = \"small\"\ntitle = \"Small\"\n";
    let path = pack.path().to_str().unwrap();
    let write = |text: &str| std::fs::write(pack.path().join("pack.toml"), text).unwrap();
    write(manifest);
    assert_eq!(run(&["pack", "check", path], "").status, Some(0));
    assert_eq!(run(&["pack", "check", path, "--deny", "warnings"], "").status, Some(1));
    write(&format!(
        "{manifest}\n[check.no-scenarios]\nseverity = \"off\"\nreason = \"Questions only.\"\n"
    ));
    assert_eq!(run(&["pack", "check", path, "--deny", "warnings"], "").status, Some(0));
    write(&format!(
        "{manifest}\n[check.no-scenarios]\nseverity = \"error\"\nreason = \"It is for a class.\"\n"
    ));
    assert_eq!(run(&["pack", "check", path], "").status, Some(1));
}

#[test]
fn a_rule_has_a_page_with_its_example() {
    let ran = run(&["pack", "check", "--explain", "gem-for-the-asking"], "");
    assert_eq!(ran.status, Some(0), "{}", ran.stderr);
    assert!(ran.stdout.contains("An example, in scenarios/nell-okoro.toml"), "{}", ran.stdout);
    let ran = run(&["pack", "check", "--explain", "gem-for-asking"], "");
    assert_eq!(ran.status, Some(2));
    assert!(ran.stderr.contains("did you mean `gem-for-the-asking`?"), "{}", ran.stderr);
    let ran = run(&["pack", "check", "--rules"], "");
    for rule in check::all_rules() {
        assert!(ran.stdout.contains(rule.name), "{}", rule.name);
    }
}
