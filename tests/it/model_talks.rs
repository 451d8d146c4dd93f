//! The pages of `docs/talks/`: with each person a weak and a strong talk, side by side, as they are played now.
//!
//! If a change is right, `UPDATE_GOLDEN=1 cargo test --test it model_talks` writes them anew.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use coffeechat::session::watched::{Watched, watched};

use crate::cast::{CAST, Met};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/talks")
}

/// A cell of a table: what is said, and what the coach says to it.
fn cell(name: &str, exchange: Option<&Watched>) -> String {
    let Some(Watched { line, reply, coach }) = exchange else { return String::new() };
    let mut cell = format!("**You:** {line}<br><br>**{name}:** {reply}");
    if let Some(coach) = coach {
        let _ = write!(cell, "<br><br>*Coach: {coach}*");
    }
    cell.replace('|', "\\|").replace('\n', "<br>")
}

/// The page of one person.
fn page(met: &Met) -> String {
    let scenario = met.scenario;
    let talk = scenario.model_talk.as_ref().unwrap_or_else(|| panic!("{} has none", met.id()));
    let name = scenario.first_name();
    let person = met.person(talk.seed);
    let weak = watched(person, &met.ear, &talk.weak);
    let strong = watched(person, &met.ear, &talk.strong);
    let mut page = format!(
        "# Two talks with {}: {}\n\n\
         The same person and the same day (seed {}). On the left somebody asks what can be ticked off; on the right \
         somebody asks on from what was said. `coffeechat ladder 0 --with {}` shows them in the terminal.\n\n\
         | a weak talk | a strong talk |\n|---|---|\n",
        scenario.name(),
        scenario.title.value(),
        talk.seed,
        met.id()
    );
    for at in 0..weak.len().max(strong.len()) {
        let _ = writeln!(page, "| {} | {} |", cell(name, weak.get(at)), cell(name, strong.get(at)));
    }
    page
}

#[test]
fn the_pages_of_the_model_talks_are_what_is_played() {
    let updates = std::env::var_os("UPDATE_GOLDEN").is_some();
    for met in CAST.iter() {
        let path = folder().join(format!("{}.md", met.id()));
        let page = page(met);
        if updates {
            fs::create_dir_all(folder()).unwrap();
            fs::write(&path, &page).unwrap();
        }
        let stored = fs::read_to_string(&path).unwrap_or_default();
        assert!(
            stored == page,
            "{} is not what is played; if that is right: UPDATE_GOLDEN=1 cargo test --test it model_talks",
            path.display()
        );
    }
    let mut pages: Vec<String> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    pages.sort();
    let mut people: Vec<String> = CAST.iter().map(|met| format!("{}.md", met.id())).collect();
    people.sort();
    assert_eq!(pages, people, "a page for each person, and no other");
}
