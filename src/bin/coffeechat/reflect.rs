//! `reflect` and `journal`: a look back at a talk, and at all of them.

use std::collections::BTreeMap;

use anyhow::{Result, bail};
use coffeechat::disk::AppendOnly;
use coffeechat::session::event::{self, Event, Reflection};

use crate::args::{JournalArgs, ReflectArgs};
use crate::practice::saved::{self, Saved};
use crate::reopened::Shelf;
use crate::screen::Screen;
use crate::sheet::{Asked, Sheet};
use crate::surroundings::Surroundings;
use crate::{Outcome, review};

/// Runs `reflect`: three short questions about a talk, saved with it.
pub(crate) fn run(
    args: &ReflectArgs,
    around: &Surroundings,
    screen: &mut Screen,
) -> Result<Outcome> {
    let path = review::find(args.run.as_deref(), around)?;
    let saved = Saved::read(&path)?;
    let Some(opened) = saved.opened() else { bail!("`{}` holds no talk", path.display()) };
    screen.heading(&format!("Your talk of {} ({})", opened.at, opened.scenario))?;
    for (on, text) in written(&saved.events) {
        screen.item(&format!("{} {text}", on.question()))?;
    }
    screen.blank()?;
    let mut log = AppendOnly::open(&path)?;
    let mut sheet = Sheet::new(around.typed, screen)?;
    let wrote = ask(&mut sheet, |event| Ok(log.add(&event::to_line(event))?))?;
    let screen = sheet.screen;
    screen.blank()?;
    screen.plain(if wrote {
        "Kept with the talk. `coffeechat journal` reads them together."
    } else {
        "Nothing written, and that is fine."
    })?;
    screen.flush()?;
    Ok(Outcome::Clean)
}

/// Asks the questions of a look back; each can be skipped, and each answer is kept as it comes. Gives whether
/// anything was written.
pub(crate) fn ask(
    sheet: &mut Sheet<'_>,
    mut keep: impl FnMut(&Event) -> Result<()>,
) -> Result<bool> {
    sheet.screen.plain("A few short questions. Enter skips one, Ctrl-D the rest.")?;
    let mut wrote = false;
    for on in Reflection::ALL {
        match sheet.ask(on.question())? {
            Asked::Text(text) => {
                keep(&Event::Reflected { on, text })?;
                wrote = true;
            }
            Asked::Skipped => {}
            Asked::Stopped => break,
        }
    }
    Ok(wrote)
}

/// What was written about a talk, in the order of the questions.
fn written(events: &[Event]) -> Vec<(Reflection, &str)> {
    let mut written: Vec<(Reflection, &str)> = events
        .iter()
        .filter_map(|event| match event {
            Event::Reflected { on, text } => Some((*on, text.as_str())),
            _ => None,
        })
        .collect();
    written.sort_by_key(|(on, _)| *on);
    written
}

/// Runs `journal`: the looks back of all talks, read together.
pub(crate) fn journal(
    args: &JournalArgs,
    around: &Surroundings,
    screen: &mut Screen,
) -> Result<Outcome> {
    let runs = around.runs().map(|folder| saved::runs(&folder)).unwrap_or_default();
    let read = runs.iter().filter_map(|path| Saved::read(path).ok());
    let talks: Vec<Saved> = read.filter(|saved| !written(&saved.events).is_empty()).collect();
    if args.json {
        for talk in &talks {
            let Some(opened) = talk.opened() else { continue };
            for (on, text) in written(&talk.events) {
                let row = serde_json::json!({
                    "run": opened.run, "at": opened.at, "scenario": opened.scenario, "on": on,
                    "text": text,
                });
                screen.json(&row.to_string())?;
            }
        }
        screen.flush()?;
        return Ok(Outcome::Clean);
    }
    if talks.is_empty() {
        screen
            .plain("Nothing is written yet. `coffeechat reflect` looks back at your last talk.")?;
        screen.flush()?;
        return Ok(Outcome::Clean);
    }
    let names = names(&talks);
    for (on, heading) in [
        (Reflection::Work, "What I learned about the work"),
        (Reflection::Draws, "What drew me"),
        (Reflection::Drains, "What did not"),
        (Reflection::Next, "What I do next"),
    ] {
        let lines: Vec<String> = talks.iter().flat_map(|talk| about(talk, on, &names)).collect();
        if lines.is_empty() {
            continue;
        }
        screen.heading(heading)?;
        for line in lines {
            screen.item(&line)?;
        }
        screen.blank()?;
    }
    if names.len() > 1 {
        screen.plain(&format!(
            "From talks with {} people. What comes up with several of them says more about you than \
             about any one.",
            names.len()
        ))?;
    }
    screen.flush()?;
    Ok(Outcome::Clean)
}

/// The names of the people talked with, by scenario; one that is gone stays with its id.
fn names(talks: &[Saved]) -> BTreeMap<String, String> {
    let mut shelf = Shelf::default();
    let mut names = BTreeMap::new();
    for opened in talks.iter().filter_map(Saved::opened) {
        let name = shelf.name_of(opened).unwrap_or_else(|| opened.scenario.clone());
        names.insert(opened.scenario.clone(), name);
    }
    names
}

/// What was written on one thing after a talk, with whom and when.
fn about(talk: &Saved, on: Reflection, names: &BTreeMap<String, String>) -> Vec<String> {
    let Some(opened) = talk.opened() else { return Vec::new() };
    let day = opened.at.get(..10).unwrap_or(&opened.at);
    let name = names.get(&opened.scenario).unwrap_or(&opened.scenario);
    let of = written(&talk.events).into_iter().filter(|(of, _)| *of == on);
    of.map(|(_, text)| format!("{text} ({name}, {day})")).collect()
}
