//! `pack graph`: topics, gates and what leads where, drawn.

use std::collections::BTreeMap;

use anyhow::{Result, bail};
use coffeechat::graph::{Graph, dot, mermaid, svg};
use coffeechat::pack::Pack;
use coffeechat::pack::scenario::Scenario;

use super::{chosen, open};
use crate::Outcome;
use crate::args::pack::{GraphArgs, GraphFormat};
use crate::screen::Screen;

/// Runs `pack graph`.
pub(crate) fn run(args: &GraphArgs, screen: &mut Screen) -> Result<Outcome> {
    let Some(pack) = open(args.path.as_deref(), None)? else { return Ok(Outcome::Findings) };
    let scenario = chosen(&pack, args.scenario.as_deref())?;
    let traffic = args.traffic.map(|talks| traffic(&pack, scenario, talks)).transpose()?;
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
/// them.
fn traffic(_pack: &Pack, _scenario: &Scenario, _talks: u32) -> Result<BTreeMap<String, u32>> {
    bail!("`--traffic` is not there yet; leave it out for the graph alone")
}
