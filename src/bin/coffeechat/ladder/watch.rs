//! The first rung: a weak and a strong talk with the same person, side by side, with the coach's notes.

use anyhow::{Result, bail};
use coffeechat::hearing::Ear;
use coffeechat::interviewee::Person;
use coffeechat::ladder::WATCHED;
use coffeechat::pack::Pack;
use coffeechat::pack::scenario::Scenario;
use coffeechat::session::watched::{Watched, watched};

use crate::practice::start;
use crate::screen::Screen;
use crate::sheet::{Asked, Sheet};
use crate::surroundings::Surroundings;
use crate::{Outcome, drill};

/// From this many columns on, the two talks stand beside each other.
const WIDE: usize = 100;

/// Between the two.
const GAP: usize = 4;

/// Shows the talks, an exchange at a time.
pub(super) fn run(
    pack: &Pack,
    who: Option<&str>,
    around: &Surroundings,
    screen: &mut Screen,
) -> Result<Outcome> {
    let has_talk = |scenario: &&Scenario| scenario.model_talk.is_some();
    let named = who.map(|id| start::scenario(pack, id)).transpose()?;
    let Some(scenario) = named.filter(has_talk).or_else(|| pack.scenarios.iter().find(has_talk))
    else {
        bail!("nobody of this pack has a talk to watch; a scenario shows one with [model_talk]")
    };
    let Some(talk) = &scenario.model_talk else {
        bail!("{} has no talk to watch", scenario.name())
    };
    let ear = Ear::new(pack, Some(scenario));
    let person = Person::new(pack, scenario, talk.seed);
    let weak = watched(person, &ear, &talk.weak);
    let strong = watched(person, &ear, &talk.strong);
    let side_by_side = around.columns >= WIDE && !screen.is_plain();
    screen.plain(&format!(
        "Two learners meet {}, {}. Look at what each line gets. Enter goes on, Ctrl-D stops.",
        scenario.name(),
        scenario.title.value()
    ))?;
    let mut sheet = Sheet::new(around.typed, screen)?;
    let most = weak.len().max(strong.len());
    for at in 0..most {
        sheet.screen.blank()?;
        let (weak, strong) = (weak.get(at), strong.get(at));
        if side_by_side {
            beside(scenario, weak, strong, around.columns, sheet.screen)?;
        } else {
            for (name, exchange) in [("A", weak), ("B", strong)] {
                below(name, scenario, exchange, sheet.screen)?;
            }
        }
        if sheet.is_typed() && at + 1 < most && matches!(sheet.read("> ")?, Asked::Stopped) {
            break;
        }
    }
    sheet.screen.plain(
        "A asked what can be ticked off; B asked on from what was said. The same person, the same day.",
    )?;
    drill::keep(around, WATCHED, 0, 0);
    sheet.screen.plain("coffeechat ladder 1   lets you pick the lines yourself")?;
    sheet.screen.flush()?;
    Ok(Outcome::Clean)
}

fn below(
    name: &str,
    scenario: &Scenario,
    exchange: Option<&Watched>,
    screen: &mut Screen,
) -> Result<()> {
    let Some(exchange) = exchange else { return Ok(()) };
    screen.speech(name, &exchange.line)?;
    screen.speech(scenario.first_name(), &exchange.reply)?;
    if let Some(coach) = &exchange.coach {
        screen.coach(coach)?;
    }
    Ok(())
}

fn beside(
    scenario: &Scenario,
    weak: Option<&Watched>,
    strong: Option<&Watched>,
    columns: usize,
    screen: &mut Screen,
) -> Result<()> {
    let half = (columns - GAP) / 2;
    let layout = screen.layout();
    let mut row = |weak: String, strong: String| -> Result<()> {
        Ok(screen.raw(&layout.row(&[weak, strong], &[half, half], GAP, false))?)
    };
    let cell = |exchange: Option<&Watched>, of: &dyn Fn(&Watched) -> String| {
        exchange.map(of).unwrap_or_default()
    };
    row(
        cell(weak, &|one| format!("A: {}", one.line)),
        cell(strong, &|one| format!("B: {}", one.line)),
    )?;
    let name = scenario.first_name();
    let reply = |one: &Watched| format!("{name}: {}", one.reply);
    row(cell(weak, &reply), cell(strong, &reply))?;
    let coach = |one: &Watched| {
        one.coach.as_ref().map(|coach| format!("Coach: {coach}")).unwrap_or_default()
    };
    row(cell(weak, &coach), cell(strong, &coach))
}
