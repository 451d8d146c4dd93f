//! Each rule of `pack check` finds its own example, once, and nothing else in it.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use coffeechat::check;
use coffeechat::disk::{Source, Unreadable};
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
            // A file that is no part of the pack has no text to point at.
            let is_known = place.is_some() || finding.rule.name == "stray-file";
            assert!(is_known, "{}: the place is not in the file", finding.rule.name);
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

/// A text without its blocks from `first` up to the line that begins with `next`.
fn cut(text: &str, first: &str, next: &str) -> String {
    let start = text.find(first).unwrap();
    let end = start + text[start..].find(next).unwrap();
    format!("{}{}", &text[..start], &text[end..])
}

/// A text without its lists of hooks.
fn without_hooks(text: &str) -> String {
    let mut is_in_list = false;
    let mut kept = Vec::new();
    for line in text.lines() {
        let begins = line.starts_with("hooks = [");
        if !begins && !is_in_list {
            kept.push(line);
        }
        is_in_list = (begins || is_in_list) && !line.ends_with(']');
    }
    kept.join("\n")
}

/// The rules whose example is no change of words: each by what brings it about.
#[test]
fn every_other_rule_finds_what_it_is_for_and_nothing_else() {
    let person = "scenarios/nell-okoro.toml";
    let cases = "cases/nell-okoro.toml";
    let with = |path: &str, change: &dyn Fn(&str) -> String| {
        let mut sources = changed(&[]);
        for source in sources.iter_mut().filter(|source| source.path == path) {
            source.text = change(&source.text);
        }
        sources
    };
    let unread = |why: Unreadable| {
        let mut sources = changed(&[]);
        let path = "scenarios/second.toml".to_owned();
        sources.push(Source { path, text: String::new(), unreadable: Some(why) });
        sources
    };
    let only = |kept: &[&str]| {
        let mut sources = changed(&[]);
        sources.retain(|source| kept.contains(&source.path.as_str()));
        sources
    };
    let no_default = |text: &str| text.replace("default_scenario = \"nell-okoro\"", "#");
    let mut alone = only(&["pack.toml", "question_banks/work-with-hands.toml"]);
    alone[0].text = no_default(&alone[0].text);
    let fixtures: [(&[&str], Vec<Source>); 10] = [
        (&["unreadable"], unread(Unreadable::Because("it has too many bytes".to_owned()))),
        (&["outside-pack"], unread(Unreadable::Outside)),
        (&["stray-file"], unread(Unreadable::Stray)),
        (&["no-scenarios"], alone),
        (&["untested-person"], only(&["pack.toml", person, "question_banks/work-with-hands.toml"])),
        // The case that names one of the contacts says so too.
        (
            &["unknown-answer", "no-way-to-referral"],
            with(person, &|text| cut(text, "[[contact]]", "# -----")),
        ),
        (
            &["no-gems"],
            with(person, &|text| text.replace("gem = true", "short = \"Later, perhaps.\"")),
        ),
        (&["no-hooks"], with(person, &without_hooks)),
        (
            &["case-expects-nothing"],
            with(cases, &|text| {
                format!("{text}\n[[case]]\nid = \"nothing\"\n\n[[case.line]]\nsay = \"Hello.\"\n")
            }),
        ),
        // What waits for what never comes is told beside it.
        (
            &["gate-never-holds", "unreachable-answer"],
            with(person, &|text| {
                let never = "id = \"safe-padlock\"\ngate = { minutes = 40 }\nelse = [\"Later.\"]";
                text.replace("id = \"safe-padlock\"", never)
            }),
        ),
    ];
    let mut wrong = Vec::new();
    let mut shown: BTreeSet<&str> = BTreeSet::new();
    for (expected, sources) in fixtures {
        shown.extend(expected);
        let found = found(sources);
        if found != expected {
            wrong.push(format!("{expected:?}: {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    for rule in check::all_rules().filter(|rule| rule.example.is_empty()) {
        assert!(shown.contains(rule.name), "{} has neither an example nor a fixture", rule.name);
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
    for (rule, words) in [
        ("unknown-topic", "It finds this, in scenarios/nell-okoro.toml"),
        ("gem-for-the-asking", "It finds that this is missing, in scenarios/nell-okoro.toml"),
    ] {
        let ran = run(&["pack", "check", "--explain", rule], "");
        assert_eq!(ran.status, Some(0), "{}", ran.stderr);
        assert!(ran.stdout.contains(words), "{}", ran.stdout);
    }
    let ran = run(&["pack", "check", "--explain", "gem-for-asking"], "");
    assert_eq!(ran.status, Some(2));
    assert!(ran.stderr.contains("did you mean `gem-for-the-asking`?"), "{}", ran.stderr);
    let ran = run(&["pack", "check", "--rules"], "");
    for rule in check::all_rules() {
        assert!(ran.stdout.contains(rule.name), "{}", rule.name);
    }
}
