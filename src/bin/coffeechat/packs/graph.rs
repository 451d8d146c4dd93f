//! `pack graph`: topics, gates and what leads where, drawn.

use anyhow::{Result, bail};

use crate::Outcome;
use crate::args::pack::GraphArgs;
use crate::screen::Screen;

/// Runs `pack graph`.
pub(crate) fn run(_args: &GraphArgs, _screen: &mut Screen) -> Result<Outcome> {
    bail!("`pack graph` is not there yet")
}
