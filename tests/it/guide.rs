//! The instructor's guide is true: what it shows is what comes.
//!
//! Each chapter is gone through as a reader would, in a folder of its own. In a `toml` block the first line says
//! where it goes: `# FILE: find`, then `# FILE: write instead`; `# FILE: add at the end`; `# FILE: the whole file`;
//! `# FILE: as it stands`. After each change the pack has no errors; a block that shows a slip on purpose ends its
//! first line with `, with a slip: RULE`, and exactly that is found. In a `console` block, lines after `$` are
//! commands and lines after `You:` are typed; everything else is what comes, and `…` alone on a line stands for
//! what is left out. A block that begins without a command goes on with the talk of `pack author`.
//!
//! If what comes now is what should be shown, `UPDATE_GOLDEN=1 cargo test --test it guide` stores it, but for blocks
//! with `…`, which are for hands.

use std::fs;
use std::path::{Path, PathBuf};

use self::page::{anchors, links, prose};
use self::walk::Walk;
use crate::program::run;

#[path = "../../examples/guide/fields.rs"]
mod fields;
mod page;
#[path = "../../examples/guide/rules.rs"]
mod rules;
mod session;
mod walk;

/// Chapters that nobody writes by hand.
const WRITTEN: [&str; 2] = ["fields.md", "rules.md"];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/guide/src")
}

fn read(chapter: &str) -> String {
    fs::read_to_string(folder().join(chapter)).unwrap_or_else(|error| panic!("{chapter}: {error}"))
}

/// The chapters in their order.
fn chapters() -> Vec<String> {
    links(&read("SUMMARY.md"))
}

/// Goes through a chapter, and says all that is not as it says.
fn is_true(chapter: &str, with_pack: bool) {
    let text = read(chapter);
    let walk = Walk::through(&text, with_pack);
    let mut wrong = walk.wrong.clone();
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        store(chapter, &text, &walk.came);
    } else {
        wrong.extend(walk.differs.iter().cloned());
    }
    assert!(
        wrong.is_empty(),
        "{chapter} is not true any more; if what comes is right: UPDATE_GOLDEN=1 cargo test --test it guide\n\n{}",
        wrong.join("\n")
    );
    assert_eq!(
        walk.findings(),
        Vec::<String>::new(),
        "{chapter} leaves a pack behind that has findings"
    );
}

/// Puts what came in place of what is shown.
fn store(chapter: &str, text: &str, came: &[(usize, String)]) {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    for (line, came) in came.iter().rev() {
        let length = lines.iter().skip(line - 1).take_while(|line| *line != "```").count();
        let came = came.trim().replace("\n\n\n", "\n\n");
        lines.splice(line - 1..line - 1 + length, came.lines().map(str::to_owned));
    }
    fs::write(folder().join(chapter), lines.join("\n") + "\n").unwrap();
}

#[test]
fn the_first_hour_is_true() {
    is_true("first-hour.md", false);
}

#[test]
fn what_a_scenario_is_made_of_is_true() {
    is_true("scenario.md", true);
}

#[test]
fn testing_is_true() {
    is_true("testing.md", true);
}

#[test]
fn reading_the_simulation_is_true() {
    is_true("simulation.md", true);
}

#[test]
fn teaching_is_true() {
    is_true("teaching.md", true);
}

#[test]
fn bounds_are_true() {
    is_true("bounds.md", true);
}

#[test]
fn no_chapter_is_left_out() {
    let gone_through =
        ["first-hour.md", "scenario.md", "testing.md", "simulation.md", "teaching.md", "bounds.md"];
    for chapter in chapters() {
        let is_known =
            gone_through.contains(&chapter.as_str()) || WRITTEN.contains(&chapter.as_str());
        let has_none = !["```toml", "```console"].iter().any(|kind| read(&chapter).contains(kind));
        assert!(is_known || has_none, "{chapter} has blocks that nobody looks at");
    }
    let entries = fs::read_dir(folder()).unwrap();
    for entry in entries {
        let name = entry.unwrap().file_name().to_string_lossy().into_owned();
        assert!(name == "SUMMARY.md" || chapters().contains(&name), "{name} is not in SUMMARY.md");
    }
}

#[test]
fn chapters_made_of_the_program_are_as_it_would_write_them() {
    for (name, written) in WRITTEN.into_iter().zip([fields::chapter(), rules::chapter()]) {
        assert!(read(name) == written, "{name} would be another today: cargo run --example guide");
    }
}

#[test]
fn links_lead_somewhere() {
    let mut wrong = Vec::new();
    for chapter in chapters() {
        for link in links(&read(&chapter)).iter().filter(|link| !link.starts_with("http")) {
            let (file, anchor) = link.split_once('#').unwrap_or((link, ""));
            let file = if file.is_empty() { chapter.as_str() } else { file };
            let is_there = chapters().iter().any(|known| known == file)
                && (anchor.is_empty() || anchors(&read(file)).iter().any(|known| known == anchor));
            if !is_there {
                wrong.push(format!("{chapter}: {link}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_command_about_packs_is_shown() {
    let help = run(&["pack", "--help"], "").stdout;
    let (_, commands) = help.split_once("Commands:\n").unwrap();
    // What goes on over a line end stands further in.
    let names = commands.lines().take_while(|line| !line.is_empty());
    let names =
        names.filter_map(|line| line.strip_prefix("  ")).filter(|line| !line.starts_with(' '));
    let names: Vec<&str> = names.filter_map(|line| line.split_whitespace().next()).collect();
    assert!(names.len() >= 10, "{help}");
    let by_hand: String = chapters()
        .iter()
        .filter(|chapter| !WRITTEN.contains(&chapter.as_str()))
        .map(|chapter| read(chapter))
        .collect();
    for name in names.into_iter().filter(|name| *name != "help") {
        assert!(
            by_hand.contains(&format!("$ coffeechat pack {name}")),
            "`pack {name}` is not shown"
        );
    }
}

#[test]
fn every_rule_and_every_field_is_told_of() {
    let (rules, fields) = (prose(&read("rules.md")), read("fields.md"));
    for rule in coffeechat::check::all_rules() {
        assert!(rules.contains(&format!("### {} {{#", rule.name)), "{}", rule.name);
    }
    for kind in coffeechat::schema::Kind::ALL {
        let schema: serde_json::Value =
            serde_json::from_str(&coffeechat::schema::text(kind)).unwrap();
        for key in keys(&schema) {
            assert!(fields.contains(&format!("`{key}`")), "{key} of {}", kind.files());
        }
    }
}

/// All keys that a schema knows.
fn keys(schema: &serde_json::Value) -> Vec<String> {
    let own = schema.get("properties").and_then(serde_json::Value::as_object);
    let own = own
        .into_iter()
        .flatten()
        .flat_map(|(key, inner)| [vec![key.clone()], keys(inner)].concat());
    let items = ["items", "additionalProperties"].iter().filter_map(|key| schema.get(*key));
    own.chain(items.flat_map(keys)).collect()
}
