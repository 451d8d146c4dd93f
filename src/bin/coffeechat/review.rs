//! `debrief`: a talk that is over, read again.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use coffeechat::debrief::report::{self, Line};
use coffeechat::debrief::{self, Debrief};
use coffeechat::hearing::Ear;

use crate::Outcome;
use crate::args::{DebriefArgs, Format};
use crate::practice::saved::{self, Saved};
use crate::reopened::Reopened;
use crate::screen::{Screen, safe};
use crate::surroundings::Surroundings;

/// Runs `debrief`.
pub(crate) fn run(
    args: &DebriefArgs,
    around: &Surroundings,
    screen: &mut Screen,
) -> Result<Outcome> {
    let path = find(args.run.as_deref(), around)?;
    let saved = Saved::read(&path)?;
    let Some(talk) = Reopened::open(saved, args.pack.pack.as_deref())? else {
        return Ok(Outcome::Findings);
    };
    let ear = Ear::new(&talk.pack, Some(talk.scenario()));
    let session = talk.session(&ear);
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
    // Without a name, the last one in which something was said.
    let named = |path: &&PathBuf| match run {
        Some(run) => path.file_stem().is_some_and(|stem| stem.to_string_lossy() == *run),
        None => Saved::read(path).is_ok_and(|saved| saved.turns() > 0),
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
