//! `pack harvest`: what learners asked and was not understood.

use anyhow::{Result, bail};

use crate::Outcome;
use crate::args::pack::HarvestArgs;
use crate::screen::Screen;

/// Runs `pack harvest`.
pub(crate) fn run(_args: &HarvestArgs, _screen: &mut Screen) -> Result<Outcome> {
    bail!("`pack harvest` is not there yet")
}
