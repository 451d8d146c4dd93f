//! Opening a pack, and the commands that are about packs.

use std::path::Path;

use anyhow::{Result, bail};
use coffeechat::cases;
use coffeechat::disk;
use coffeechat::finding::{self, Finding};
use coffeechat::pack::{Pack, builtin, load, rules};
use coffeechat::text::closest::closest;

use crate::args::PackCommand;
use crate::screen::{Screen, message};
use crate::surroundings::Surroundings;
use crate::{Outcome, findings, new_person};

/// Opens a pack for playing. Errors in it are shown, and there is no pack.
pub(crate) fn open(folder: Option<&Path>, only: Option<&str>) -> Result<Option<Pack>> {
    let (pack, found) = read(folder, only)?;
    if !finding::any_error(&found) {
        return Ok(Some(pack));
    }
    let errors: Vec<Finding> = found
        .into_iter()
        .filter(|finding| finding.rule.severity == finding::Severity::Error)
        .collect();
    anstream::eprintln!("{}", findings::drawn(&errors, &pack.sources));
    let path = folder.map(|folder| folder.display().to_string()).unwrap_or_default();
    message(&format!("Mend these first; `coffeechat pack check {path}` checks again."));
    Ok(None)
}

/// Opens a pack if it can be played, and says nothing otherwise.
pub(crate) fn open_quietly(folder: Option<&Path>) -> Option<Pack> {
    let (pack, found) = read(folder, None).ok()?;
    (!finding::any_error(&found)).then_some(pack)
}

fn read(folder: Option<&Path>, only: Option<&str>) -> Result<(Pack, Vec<Finding>)> {
    Ok(match folder {
        Some(folder) => load::pack(disk::pack_sources(folder)?, &builtin::sources()),
        None => load::built_in(builtin::sources(), only),
    })
}

/// Runs a `pack` command.
pub(crate) fn run(
    command: &PackCommand,
    around: &Surroundings,
    screen: &mut Screen,
) -> Result<Outcome> {
    match command {
        PackCommand::New(args) => new_person::run(args, around, screen),
        PackCommand::Check { explain: Some(rule), .. } => explain(rule, screen),
        PackCommand::Check { path, explain: None } => check(path.as_deref(), screen),
        PackCommand::Explain(args) => crate::explain::run(args, screen),
        PackCommand::Test { path } => test(path.as_deref(), screen),
    }
}

fn explain(name: &str, screen: &mut Screen) -> Result<Outcome> {
    let Some(rule) = rules::ALL.iter().find(|rule| rule.name == name) else {
        let meant = closest(name, rules::ALL.iter().map(|rule| rule.name));
        match meant {
            Some(meant) => bail!("no rule is called `{name}`; did you mean `{meant}`?"),
            None => bail!("no rule is called `{name}`"),
        }
    };
    screen.heading(rule.name)?;
    screen.plain(rule.page)?;
    Ok(Outcome::Clean)
}

fn check(folder: Option<&Path>, screen: &mut Screen) -> Result<Outcome> {
    let (pack, found) = read(folder, None)?;
    if found.is_empty() {
        let answers: usize = pack.scenarios.iter().map(|scenario| scenario.answers().count()).sum();
        screen.plain(&format!(
            "No findings in {}: {}, {}, {}.",
            findings::counted(pack.sources.len(), "file"),
            findings::counted(pack.scenarios.len(), "scenario"),
            findings::counted(answers, "answer"),
            findings::counted(pack.bank_topics().count(), "topic"),
        ))?;
        return Ok(Outcome::Clean);
    }
    screen.raw(&findings::drawn(&found, &pack.sources))?;
    Ok(if finding::any_error(&found) { Outcome::Findings } else { Outcome::Clean })
}

fn test(folder: Option<&Path>, screen: &mut Screen) -> Result<Outcome> {
    let Some(pack) = open(folder, None)? else { return Ok(Outcome::Findings) };
    let played = cases::play(&pack);
    for failure in &played.failures {
        let source = pack.sources.iter().find(|source| source.path == failure.file);
        let line = source.map_or(0, |source| {
            source.text[..failure.span.start.min(source.text.len())].lines().count().max(1)
        });
        screen.plain(&format!(
            "{}:{line}: case `{}`, line {}",
            failure.file, failure.case, failure.line
        ))?;
        screen.quote(&failure.said)?;
        screen.under(&failure.message)?;
        screen.blank()?;
    }
    screen.plain(&format!("{} passed, {} failed", played.passed, played.failed))?;
    if played.passed + played.failed == 0 {
        screen.plain("A pack without cases has not been tested; write one in `cases/`.")?;
        return Ok(Outcome::Findings);
    }
    Ok(if played.failed == 0 { Outcome::Clean } else { Outcome::Findings })
}
