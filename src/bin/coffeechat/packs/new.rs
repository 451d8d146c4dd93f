//! `pack new`: begins a pack, a scenario, a topic or a case.

use anyhow::{Result, bail};

use crate::Outcome;
use crate::args::pack::NewWhat;
use crate::screen::Screen;

/// Runs `pack new`.
pub(crate) fn run(_args: &NewWhat, _screen: &mut Screen) -> Result<Outcome> {
    bail!("`pack new` is not there yet")
}
