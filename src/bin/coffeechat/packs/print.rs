//! `pack print`: a scenario as a script to read.

use anyhow::Result;
use coffeechat::script;

use super::{chosen, open};
use crate::Outcome;
use crate::args::pack::PrintArgs;
use crate::screen::Screen;
use crate::surroundings::Surroundings;

/// Runs `pack print`.
pub(crate) fn run(args: &PrintArgs, around: &Surroundings, screen: &mut Screen) -> Result<Outcome> {
    let Some(pack) = open(args.path.as_deref(), None)? else { return Ok(Outcome::Findings) };
    let scenarios = match args.scenario.as_deref() {
        Some(id) => vec![chosen(&pack, Some(id))?],
        None => pack.scenarios.iter().collect(),
    };
    for (at, scenario) in scenarios.into_iter().enumerate() {
        if at > 0 {
            screen.blank()?;
        }
        let script = script::markdown(&pack, scenario);
        if around.shown {
            screen.markdown(&script)?;
        } else {
            screen.text(&script)?;
        }
    }
    screen.flush()?;
    Ok(Outcome::Clean)
}
