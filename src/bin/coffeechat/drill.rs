//! `drill`: one small skill at a time, in two or three minutes.

use std::fmt::Write as _;

use anyhow::{Result, bail};
use coffeechat::disk;
use coffeechat::drill::{self, Drill, Ending, Item};
use coffeechat::hearing::Ear;
use coffeechat::ladder::{self, Practised};
use coffeechat::pack::Pack;
use coffeechat::pack::scenario::Scenario;
use coffeechat::text::closest::closest;

use crate::args::DrillArgs;
use crate::practice::start;
use crate::screen::{Screen, message, typed};
use crate::sheet::{Asked, Sheet};
use crate::surroundings::{self, Surroundings};
use crate::{Outcome, packs};

/// Runs `drill`.
pub(crate) fn run(args: &DrillArgs, around: &Surroundings, screen: &mut Screen) -> Result<Outcome> {
    let Some(name) = &args.drill else { return list(screen) };
    let Some(drill) = Drill::ALL.into_iter().find(|drill| drill.word() == name.to_lowercase())
    else {
        match closest(name, Drill::ALL.map(Drill::word)) {
            Some(meant) => bail!("no drill is called `{name}`; did you mean `{meant}`?"),
            None => bail!("no drill is called `{name}`; `coffeechat drill` lists them"),
        }
    };
    let Some(pack) = packs::open(args.pack.pack.as_deref(), None)? else {
        return Ok(Outcome::Findings);
    };
    let scenario = match &args.with {
        Some(id) => start::scenario(&pack, id)?,
        None => match pack.default_scenario() {
            Some(scenario) => scenario,
            None => bail!("the pack has no scenarios; write one in `scenarios/`"),
        },
    };
    let seed = args.seed.unwrap_or_else(surroundings::some_seed);
    let ending = args.against.map_or_else(
        || Ending::ALL[usize::try_from(seed).unwrap_or(0) % Ending::ALL.len()],
        Ending::from,
    );
    let mut sheet = Sheet::new(around.typed, screen)?;
    let (tried, met) = hold(drill, &pack, scenario, seed, ending, &mut sheet)?;
    if tried > 0 {
        keep(around, drill.word(), tried, met);
        let mut again = format!("coffeechat drill {} --seed {seed}", drill.word());
        if let Some(with) = &args.with {
            let _ = write!(again, " --with {with}");
        }
        if drill == Drill::Ending {
            let _ = write!(again, " --against {}", ending.word());
        }
        if let Some(pack) = &args.pack.pack {
            let _ = write!(again, " --pack {}", typed(pack));
        }
        if met > 0 {
            sheet.screen.plain(&format!("{met} of {tried} did what it was about."))?;
        }
        sheet.screen.plain(&format!("The same again: {again}"))?;
    }
    sheet.screen.flush()?;
    Ok(Outcome::Clean)
}

/// Keeps a practice that is no run. Trouble is said, and costs nothing but the note.
pub(crate) fn keep(around: &Surroundings, what: &str, tried: usize, met: usize) {
    let Some(path) = around.practised() else { return };
    let practised = Practised { at: surroundings::now(), what: what.to_owned(), tried, met };
    if let Err(error) = disk::append(&path, &ladder::to_line(&practised)) {
        message(&format!("{error}. The practice itself is not lost on you."));
    }
}

fn list(screen: &mut Screen) -> Result<Outcome> {
    for drill in Drill::ALL {
        screen.heading(&format!("{}: {}", drill.word(), drill.title()))?;
        screen.plain(drill.why())?;
        screen.plain(&format!("coffeechat drill {}", drill.word()))?;
        screen.blank()?;
    }
    screen.flush()?;
    Ok(Outcome::Clean)
}

/// Goes through the items; gives how many were tried, and met.
fn hold(
    drill: Drill,
    pack: &Pack,
    scenario: &Scenario,
    seed: u64,
    ending: Ending,
    sheet: &mut Sheet<'_>,
) -> Result<(usize, usize)> {
    sheet.screen.heading(drill.title())?;
    sheet.screen.plain(drill.why())?;
    sheet.screen.plain("Enter shows an example and goes on; Ctrl-D stops.")?;
    let items = drill::items(drill, pack, scenario, seed, ending);
    if items.is_empty() {
        bail!("the people of this pack tell too little for this drill; try it without `--pack`");
    }
    let ear = Ear::new(pack, Some(scenario));
    let (mut tried, mut met) = (0, 0);
    for (at, item) in items.iter().enumerate() {
        sheet.screen.blank()?;
        sheet.screen.heading(&format!("{} of {}", at + 1, items.len()))?;
        show_scene(item, sheet)?;
        sheet.screen.plain(&item.task)?;
        let mut first = true;
        let mut does = false;
        while let Asked::Text(line) = sheet.read("> ")? {
            let look = drill::look(item, &drill::hear(item, &ear, &line));
            sheet.screen.under(&look.said)?;
            does = look.met;
            tried += usize::from(first);
            if look.met || !first {
                break;
            }
            first = false;
            sheet.screen.under("Once more, or Enter for an example.")?;
        }
        met += usize::from(does);
        sheet.screen.blank()?;
        sheet.screen.item(&format!("Weak: “{}”", item.weak))?;
        sheet.screen.item(&format!("Strong: “{}”", item.strong))?;
        sheet.screen.under(&item.why)?;
        if sheet.is_stopped() {
            break;
        }
    }
    sheet.screen.blank()?;
    Ok((tried, met))
}

fn show_scene(item: &Item, sheet: &mut Sheet<'_>) -> Result<()> {
    for (who, words) in &item.scene {
        if who.is_empty() {
            sheet.screen.plain(words)?;
        } else {
            sheet.screen.speech(who, words)?;
        }
    }
    Ok(())
}
