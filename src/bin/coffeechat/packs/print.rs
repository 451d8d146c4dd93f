//! `pack print`: a scenario as a script to read.

use anyhow::{Result, bail};

use crate::Outcome;
use crate::args::pack::PrintArgs;
use crate::screen::Screen;

/// Runs `pack print`.
pub(crate) fn run(_args: &PrintArgs, _screen: &mut Screen) -> Result<Outcome> {
    bail!("`pack print` is not there yet")
}
