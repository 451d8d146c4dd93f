//! `pack author`: a talk with a person while they are being written.

use anyhow::{Result, bail};

use crate::Outcome;
use crate::args::pack::AuthorArgs;
use crate::screen::Screen;

/// Runs `pack author`.
pub(crate) fn run(_args: &AuthorArgs, _screen: &mut Screen) -> Result<Outcome> {
    bail!("`pack author` is not there yet")
}
