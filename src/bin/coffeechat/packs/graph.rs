//! `pack graph`: topics, gates and what leads where, drawn.

use std::collections::BTreeMap;

use anyhow::Result;
use coffeechat::graph::{Graph, dot, mermaid, svg};
use coffeechat::hearing::Ear;
use coffeechat::pack::Pack;
use coffeechat::pack::scenario::Scenario;

use super::simulate::played;
use super::{chosen, open};
use crate::Outcome;
use crate::args::pack::{GraphArgs, GraphFormat};
use crate::screen::Screen;
use crate::surroundings::Surroundings;

/// Runs `pack graph`.
pub(crate) fn run(args: &GraphArgs, around: &Surroundings, screen: &mut Screen) -> Result<Outcome> {
    let Some(pack) = open(args.path.as_deref(), None)? else { return Ok(Outcome::Findings) };
    let scenario = chosen(&pack, args.scenario.as_deref())?;
    let traffic = args.traffic.map(|talks| traffic(&pack, scenario, talks, around.messages_seen));
    let graph = Graph::of(&pack, scenario, traffic.as_ref());
    let written = match args.format {
        GraphFormat::Mermaid => mermaid::written(&graph),
        GraphFormat::Dot => dot::written(&graph),
        GraphFormat::Svg => svg::drawn(&graph),
    };
    // Nothing in it steers a terminal: the graph was made of clean text.
    screen.text(&written)?;
    screen.flush()?;
    Ok(Outcome::Clean)
}

/// In how many of a hundred talks each answer is told, by its id, when learners of all kinds play `talks` of
/// them, from the seed 1 on.
fn traffic(
    pack: &Pack,
    scenario: &Scenario,
    talks: u32,
    is_watched: bool,
) -> BTreeMap<String, u32> {
    let ear = Ear::new(pack, Some(scenario));
    let tally = played(pack, scenario, &ear, talks, 1, is_watched);
    let all = u64::from(tally.talks().max(1));
    let share = |times: u32| u32::try_from((u64::from(times) * 100 + all / 2) / all).unwrap_or(100);
    tally.told.into_iter().map(|(id, times)| (id, share(times))).collect()
}
