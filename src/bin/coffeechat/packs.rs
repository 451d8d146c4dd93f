//! Opening a pack, and the commands that are about packs: the instructor's bench.

mod author;
mod check;
mod explain;
mod graph;
mod harvest;
mod new;
mod new_person;
mod print;
mod schema;
mod simulate;
mod test;

use std::path::Path;

use anyhow::{Result, bail};
use coffeechat::disk;
use coffeechat::finding::{self, Finding};
use coffeechat::pack::scenario::Scenario;
use coffeechat::pack::{Pack, builtin, load};

use crate::args::pack::{NewArgs, PackCommand};
use crate::practice::start;
use crate::screen::{Screen, message, typed};
use crate::surroundings::Surroundings;
use crate::{Outcome, findings, surroundings};

/// Opens a pack for playing. Errors in it are shown, and there is no pack.
pub(crate) fn open(folder: Option<&Path>, only: Option<&str>) -> Result<Option<Pack>> {
    let (pack, found) = read(folder, only)?;
    if !finding::any_error(&found) {
        return Ok(Some(pack));
    }
    let errors: Vec<Finding> =
        found.into_iter().filter(|finding| finding.severity == finding::Severity::Error).collect();
    anstream::eprintln!("{}", findings::drawn(&errors, &pack.sources, surroundings::width()));
    let path = folder.map(typed).unwrap_or_default();
    message(&format!("Mend these first; `coffeechat pack check {path}` checks again."));
    Ok(None)
}

/// Opens a pack if it can be played, and says nothing otherwise.
pub(crate) fn open_quietly(folder: Option<&Path>) -> Option<Pack> {
    let (pack, found) = read(folder, None).ok()?;
    (!finding::any_error(&found)).then_some(pack)
}

/// Tells whoever sees it, stands in a pack's folder and names none, that it is about the built-in one.
fn say_which(command: &PackCommand, around: &Surroundings) {
    let at_end = "put a full stop at the end of the command";
    let (is_named, remedy) = match command {
        PackCommand::Check(args) if args.explain.is_some() || args.rules => return,
        PackCommand::Check(args) => (args.path.is_some(), at_end),
        PackCommand::Test(args) => (args.path.is_some(), at_end),
        PackCommand::Simulate(args) => (args.path.is_some(), at_end),
        PackCommand::Print(args) => (args.path.is_some(), at_end),
        PackCommand::Graph(args) => (args.path.is_some(), at_end),
        PackCommand::Explain(args) => (args.pack.pack.is_some(), "add `--pack .`"),
        PackCommand::New(_)
        | PackCommand::Author(_)
        | PackCommand::Harvest(_)
        | PackCommand::Schema(_) => return,
    };
    if !is_named && around.messages_seen && Path::new("pack.toml").is_file() {
        message(&format!("This is about the built-in pack. For the one in this folder, {remedy}."));
    }
}

fn read(folder: Option<&Path>, only: Option<&str>) -> Result<(Pack, Vec<Finding>)> {
    Ok(match folder {
        Some(folder) => load::pack(disk::pack_sources(folder)?, &builtin::sources()),
        None => load::built_in(builtin::sources(), only),
    })
}

/// The scenario that is named, or the pack's default.
fn chosen<'a>(pack: &'a Pack, id: Option<&str>) -> Result<&'a Scenario> {
    match id {
        Some(id) => start::scenario(pack, id),
        None => pack.default_scenario().ok_or_else(|| {
            anyhow::anyhow!(
                "the pack has nobody to meet; `coffeechat pack new scenario` begins one"
            )
        }),
    }
}

/// Runs a `pack` command.
pub(crate) fn run(
    command: &PackCommand,
    around: &Surroundings,
    screen: &mut Screen,
) -> Result<Outcome> {
    if let Some(path) = command.written_into().filter(|path| disk::is_archive(path)) {
        bail!("`{}` is a .zip file, which cannot be changed; unpack it first", path.display())
    }
    say_which(command, around);
    match command {
        PackCommand::New(NewArgs { what: Some(what), .. }) => new::run(what, screen),
        PackCommand::New(args) => new_person::run(args, around, screen),
        PackCommand::Check(args) => check::run(args, screen),
        PackCommand::Test(args) => test::run(args, around, screen),
        PackCommand::Simulate(args) => simulate::run(args, around, screen),
        PackCommand::Explain(args) => explain::run(args, screen),
        PackCommand::Author(args) => author::run(args, around, screen),
        PackCommand::Harvest(args) => harvest::run(args, around, screen),
        PackCommand::Schema(args) => schema::run(args, screen),
        PackCommand::Graph(args) => graph::run(args, around, screen),
        PackCommand::Print(args) => print::run(args, around, screen),
    }
}
