//! `pack harvest`: what learners asked and was not understood, and a patch that would mend it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use coffeechat::disk::{self, tree};
use coffeechat::harvest::patch::{self, Patch};
use coffeechat::harvest::{Gathering, Group, Sorting, Took, Totals};
use coffeechat::hearing::Likely;
use coffeechat::pack::Pack;
use coffeechat::text::clean::is_unsafe;

use super::open;
use crate::Outcome;
use crate::args::pack::HarvestArgs;
use crate::findings::counted;
use crate::progress::Progress;
use crate::screen::{Screen, message};
use crate::surroundings::Surroundings;

/// Groups that are shown, and put into the patch, for one person.
const SHOWN: usize = 20;

/// Other lines of a group that are shown.
const EXAMPLES: usize = 3;

/// Files that are no logs and are named.
const NAMED: usize = 5;

/// Runs `pack harvest`.
pub(crate) fn run(
    args: &HarvestArgs,
    around: &Surroundings,
    screen: &mut Screen,
) -> Result<Outcome> {
    let folder = args.patch.as_ref().and_then(|path| path.parent());
    if let Some(folder) = folder.filter(|folder| !folder.as_os_str().is_empty() && !folder.is_dir())
    {
        bail!("there is no folder `{}` for the patch", folder.display());
    }
    if let Some(path) = args.patch.as_ref().filter(|path| path.exists()) {
        bail!("`{}` is there already; name a new file for the patch", path.display());
    }
    let Some(pack) = open(args.pack.pack.as_deref(), None)? else { return Ok(Outcome::Findings) };
    let mut progress = Progress::new(around.interactive || around.watched);
    let mut read = Read::default();
    let gathering = gathered(&pack, &args.logs, &mut read, &mut progress)?;
    read.tell(&gathering);
    let totals: Vec<(&str, Totals)> = gathering.totals().collect();
    if totals.is_empty() {
        bail!(
            "no talk with anybody of this pack was found; logs are what `practice --log FILE` keeps, or \
             the `runs` of the data folder, and `--pack` says whose people they are with"
        );
    }
    let mut suggested: Vec<(&str, Vec<Group>)> = Vec::new();
    for (id, totals) in totals {
        let Some(scenario) = pack.scenario(id) else { continue };
        let lines = gathering.lines(id);
        let all = lines.len();
        let mut sorting = Sorting::of(&pack, scenario);
        for (at, line) in lines.into_iter().enumerate() {
            progress.show(|| format!("{id}: line {} of {all}", at + 1));
            sorting.add(line);
        }
        progress.clear();
        let mut groups = sorting.groups();
        show(scenario.name(), id, totals, &groups, screen)?;
        groups.truncate(SHOWN);
        suggested.push((id, groups));
    }
    screen.plain(
        "Addresses, links, long numbers and the names by which learners introduced themselves are masked. \
         Other things can still tell who somebody is: read it before you pass it on.",
    )?;
    let suggested: Vec<(&str, &[Group])> =
        suggested.iter().map(|(id, groups)| (*id, groups.as_slice())).collect();
    finish(&patch::patch(&pack, &suggested), args.patch.as_deref(), screen)?;
    Ok(Outcome::Clean)
}

/// What became of the files.
#[derive(Default)]
struct Read {
    /// Talks that were taken in.
    talks: usize,
    /// Talks that were there twice.
    again: usize,
    /// Lines that could not be read.
    torn: usize,
    /// Files that are no logs, or could not be read, with the reason.
    others: Vec<(PathBuf, String)>,
}

impl Read {
    /// Tells what was left aside.
    fn tell(&self, gathering: &Gathering<'_>) {
        for (path, why) in self.others.iter().take(NAMED) {
            message(&format!("Skipped {}: {why}.", path.display()));
        }
        if let Some(more) = self.others.len().checked_sub(NAMED).filter(|more| *more > 0) {
            message(&format!("Skipped {} more that hold no talk.", counted(more, "file")));
        }
        if self.torn > 0 {
            let lines = counted(self.torn, "line");
            message(&format!("{lines} could not be read; the rest of those talks counts."));
        }
        if self.again > 0 {
            let talks = counted(self.again, "log");
            message(&format!("{talks} came before under another name; each talk counts once."));
        }
        let elsewhere: u32 = gathering.elsewhere().values().sum();
        if elsewhere > 0 {
            let ids: Vec<&str> =
                gathering.elsewhere().keys().take(NAMED).map(String::as_str).collect();
            let talks = counted(usize::try_from(elsewhere).unwrap_or(usize::MAX), "talk");
            message(&format!(
                "{talks} with people of other packs left aside ({}{}).",
                ids.join(", "),
                if gathering.elsewhere().len() > NAMED { ", …" } else { "" }
            ));
        }
    }
}

/// Reads all logs, one after the other.
fn gathered<'a>(
    pack: &'a Pack,
    logs: &[PathBuf],
    read: &mut Read,
    progress: &mut Progress,
) -> Result<Gathering<'a>> {
    let mut gathering = Gathering::of(pack);
    let mut files: BTreeSet<PathBuf> = BTreeSet::new();
    for path in logs {
        if path.is_dir() {
            let inside = tree::files(path)?.into_iter().map(|entry| path.join(entry.path));
            files.extend(inside);
        } else if path.is_file() {
            files.insert(path.clone());
        } else if path.exists() {
            read.others.push((path.clone(), "it is not a file".to_owned()));
        } else {
            bail!("there is no file or folder `{}`", path.display());
        }
    }
    for (at, path) in files.iter().enumerate() {
        progress.show(|| format!("log {} of {}", at + 1, files.len()));
        let is_log = path.extension().is_some_and(|ending| ending == "jsonl");
        if !is_log && !logs.contains(path) {
            read.others.push((path.clone(), "its name does not end in .jsonl".to_owned()));
            continue;
        }
        match disk::read_text(path).map(|text| gathering.take(&text)) {
            Ok(Took::Talk { torn }) => {
                read.talks += 1;
                read.torn += torn;
            }
            Ok(Took::Again) => read.again += 1,
            Ok(Took::Elsewhere) => {}
            Ok(Took::NoTalk) => {
                read.others.push((path.clone(), "it holds no talk that can be read".to_owned()));
            }
            Err(error) => read.others.push((path.clone(), error.cause.to_string())),
        }
    }
    progress.clear();
    Ok(gathering)
}

/// Shows the groups of one person's lines.
fn show(name: &str, id: &str, totals: Totals, groups: &[Group], screen: &mut Screen) -> Result<()> {
    let number = |count: u64| usize::try_from(count).unwrap_or(usize::MAX);
    screen.heading(&format!(
        "{name} ({id}): {} of {} in {} went wrong",
        totals.wrong,
        counted(number(totals.said), "line"),
        counted(number(totals.talks.into()), "talk")
    ))?;
    if totals.left_out > 0 {
        screen.under(&format!(
            "{} left out: there were too many different ones",
            counted(number(totals.left_out), "line")
        ))?;
    }
    screen.blank()?;
    for (at, group) in groups.iter().take(SHOWN).enumerate() {
        let mut lines = group.lines.iter().map(|line| line.text.as_str());
        let troubles: Vec<&str> = group.troubles.keys().map(|trouble| trouble.words()).collect();
        screen.plain(&format!(
            "{}. “{}”: {}, {}",
            at + 1,
            lines.next().unwrap_or_default(),
            group.counted(),
            troubles.join(", ")
        ))?;
        for line in lines.by_ref().take(EXAMPLES) {
            screen.under(&format!("“{line}”"))?;
        }
        match lines.count() {
            0 => {}
            more => screen.under(&format!("and {more} more like it"))?,
        }
        let nearest: Vec<String> = group.nearest.iter().map(near).collect();
        if !nearest.is_empty() {
            screen.under(&format!("Nearest: {}", nearest.join(", ")))?;
        }
        screen.under(&group.suggestion.words())?;
        screen.blank()?;
    }
    if let Some(more) = groups.len().checked_sub(SHOWN).filter(|more| *more > 0) {
        let lines: u32 = groups.iter().skip(SHOWN).map(|group| group.times).sum();
        screen.plain(&format!(
            "And {} with {} in all, left for the next time.",
            counted(more, "smaller group"),
            counted(number(lines.into()), "line")
        ))?;
        screen.blank()?;
    }
    Ok(())
}

fn near(likely: &Likely) -> String {
    format!("{} {:.2}", likely.topic.as_deref().unwrap_or("none of them"), likely.chance)
}

/// Writes the patch, or shows it.
fn finish(patch: &Patch, path: Option<&Path>, screen: &mut Screen) -> Result<()> {
    for (wording, topic, why) in &patch.left_out {
        message(&format!("“{wording}” could not be added to {topic}: {why}"));
    }
    if patch.text.is_empty() {
        return Ok(screen.plain("Nothing to add, so there is no patch.")?);
    }
    match path {
        Some(path) => {
            disk::write_new(path, &patch.text)?;
            screen.plain(&format!(
                "The patch is in {}. Read it; then, in the pack's folder, `git apply` or `patch -p1` takes \
                 it. Nothing in the pack was changed.",
                path.display()
            ))?;
        }
        None => {
            screen.blank()?;
            let is_shown = |c: &char| *c == '\n' || !is_unsafe(*c);
            screen.text(&patch.text.chars().filter(is_shown).collect::<String>())?;
        }
    }
    Ok(())
}
