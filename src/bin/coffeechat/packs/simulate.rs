//! `pack simulate`: learners of eight kinds play whole talks.

use anyhow::{Result, bail};

use crate::Outcome;
use crate::args::pack::SimulateArgs;
use crate::screen::Screen;

/// Runs `pack simulate`.
pub(crate) fn run(_args: &SimulateArgs, _screen: &mut Screen) -> Result<Outcome> {
    bail!("`pack simulate` is not there yet")
}
