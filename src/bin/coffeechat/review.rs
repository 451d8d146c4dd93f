//! `debrief`: a talk that is over, read again.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use coffeechat::debrief::report::{self, Line};
use coffeechat::debrief::{self, Debrief};
use coffeechat::hearing::Ear;
use coffeechat::interviewee::Person;
use coffeechat::session::Session;

use crate::args::{DebriefArgs, Format};
use crate::practice::saved::{self, Saved};
use crate::screen::{Screen, safe};
use crate::surroundings::Surroundings;
use crate::{Outcome, packs};

/// Runs `debrief`.
pub(crate) fn run(
    args: &DebriefArgs,
    around: &Surroundings,
    screen: &mut Screen,
) -> Result<Outcome> {
    let path = find(args.run.as_deref(), around)?;
    let saved = Saved::read(&path)?;
    let Some(opened) = saved.opened().cloned() else {
        bail!("`{}` holds no talk", path.display());
    };
    let folder = args.pack.pack.clone().or_else(|| opened.pack.as_ref().map(PathBuf::from));
    let only = folder.is_none().then_some(opened.scenario.as_str());
    let Some(pack) = packs::open(folder.as_deref(), only)? else { return Ok(Outcome::Findings) };
    let Some(scenario) = pack.scenario(&opened.scenario) else {
        bail!(
            "the pack has no scenario `{}` any more; `--pack FOLDER` names another",
            opened.scenario
        );
    };
    let ear = Ear::new(&pack, Some(scenario));
    let person = Person { pack: &pack, scenario, seed: opened.seed };
    let session = Session::resume(person, &ear, opened.help, saved.events);
    let debrief = debrief::debrief(&session);
    match args.format {
        Format::Text => screen.report(&report::lines(&debrief))?,
        Format::Md => screen.raw(&markdown(&debrief))?,
        Format::Json => screen.json(&serde_json::to_string_pretty(&debrief)?)?,
    }
    screen.flush()?;
    Ok(Outcome::Clean)
}

/// The file of a run: by its path, by its name, or the last one.
pub(crate) fn find(run: Option<&str>, around: &Surroundings) -> Result<PathBuf> {
    if let Some(run) = run
        && Path::new(run).is_file()
    {
        return Ok(PathBuf::from(run));
    }
    let runs = around.runs().map(|folder| saved::runs(&folder)).unwrap_or_default();
    let named = |path: &&PathBuf| {
        run.is_none_or(|run| path.file_stem().is_some_and(|stem| stem.to_string_lossy() == *run))
    };
    match (runs.iter().rev().find(named), run) {
        (Some(path), _) => Ok(path.clone()),
        (None, Some(run)) => bail!("no run is called `{run}`, and there is no such file"),
        (None, None) => bail!("there is no talk yet; `coffeechat` starts one"),
    }
}

/// The report as Markdown.
fn markdown(debrief: &Debrief) -> String {
    let mut text = String::new();
    for (at, line) in report::lines(debrief).iter().enumerate() {
        let (Line::Heading(words) | Line::Plain(words) | Line::Item(words) | Line::Quote(words)) =
            line;
        let words = safe(words);
        let written = match line {
            Line::Heading(_) if at == 0 => format!("# {words}\n"),
            Line::Heading(_) => format!("\n## {words}\n"),
            Line::Plain(_) => format!("\n{words}\n"),
            Line::Item(_) => format!("\n- {words}\n"),
            Line::Quote(_) => format!("  > {words}\n"),
        };
        text.push_str(&written);
    }
    text
}
