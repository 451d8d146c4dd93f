//! `pack schema`: JSON Schemas and editor settings.

use anyhow::{Result, bail};

use crate::Outcome;
use crate::args::pack::SchemaArgs;
use crate::screen::Screen;

/// Runs `pack schema`.
pub(crate) fn run(_args: &SchemaArgs, _screen: &mut Screen) -> Result<Outcome> {
    bail!("`pack schema` is not there yet")
}
