//! `pack new`: begins a pack, a scenario, a topic or a case.
//!
//! Nothing is written over, what is added goes to the end of a file, and nothing is written that `pack check`
//! would call an error.

use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow, bail};
use coffeechat::disk::tree;
use coffeechat::disk::{self, Source};
use coffeechat::finding::{Finding, Severity};
use coffeechat::hearing::heard::Subject;
use coffeechat::hearing::{Before, Ear};
use coffeechat::pack::scenario::Scenario;
use coffeechat::pack::{Pack, builtin, load};
use coffeechat::scaffold::notes::{self, Made};
use coffeechat::scaffold::{self, NewFile, block};
use coffeechat::text::closest::closest;

use super::check;
use crate::args::pack::{CheckArgs, FindingFormat, NewWhat};
use crate::screen::{Screen, message, typed};
use crate::{Outcome, findings, packs};

/// A question of notes goes to a topic of a question bank when it is at least so likely to be about it. What is
/// about the topic lies mostly above 0.9, and what only sounds like it mostly below 0.5.
const CLEARLY: f32 = 0.8;

/// Runs `pack new`.
pub(crate) fn run(what: &NewWhat, screen: &mut Screen) -> Result<Outcome> {
    match what {
        NewWhat::Pack { folder } => new_pack(folder, screen),
        NewWhat::Scenario { id, pack, from } => new_scenario(id, pack, from.as_deref(), screen),
        NewWhat::Topic { scenario, topic, pack } => new_topic(scenario, topic, pack, screen),
        NewWhat::Case { scenario, pack } => new_case(scenario, pack, screen),
    }
}

fn new_pack(folder: &Path, screen: &mut Screen) -> Result<Outcome> {
    tree::make_empty(folder)
        .map_err(|error| anyhow!("{error}; name a folder that is empty or not there yet"))?;
    let whole = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    let name = whole.file_name().map(|name| name.to_string_lossy().into_owned());
    let files = scaffold::pack(&name.unwrap_or_default());
    for file in &files {
        write(folder, file)?;
    }
    screen.plain(&format!("A pack is in {}, with one person in it:", folder.display()))?;
    for file in &files {
        screen.item(&file.path)?;
    }
    screen.plain("Open these files in an editor: the notes in them say what each part is for.")?;
    screen.blank()?;
    checked(folder, screen, |screen| {
        next_with(scaffold::STARTER_SCENARIO, folder, screen)?;
        next(screen, &format!("coffeechat pack test {}", typed(folder)), "plays the cases")?;
        let id = format!("coffeechat pack new scenario first-last --pack {}", typed(folder));
        next(screen, &id, "begins a person of your own")
    })
}

fn new_scenario(
    id: &str,
    folder: &Path,
    from: Option<&Path>,
    screen: &mut Screen,
) -> Result<Outcome> {
    check_id(id, "scenario", "lena-roth")?;
    check_folder(folder)?;
    let sources = disk::pack_sources(folder)?;
    let path = scaffold::path_of(id);
    if folder.join(&path).exists() {
        bail!("`{}` is there already; edit it, or take another id", folder.join(&path).display());
    }
    let (file, made) = match from {
        None => (scaffold::scenario(id), None),
        Some(notes) => {
            let (pack, _) = load::pack(sources.clone(), &builtin::sources());
            let (file, made) = from_notes(id, notes, &pack)?;
            (file, Some(made))
        }
    };
    let Some(outcome) = refused(&sources, &file, screen)? else {
        write(folder, &file)?;
        begin_cases(folder, id)?;
        let name = scaffold::name_of(id);
        screen.plain(&format!("{name} is in {}.", folder.join(&path).display()))?;
        match &made {
            Some(made) => tell_made(made, screen)?,
            None => {
                screen.plain("Every sentence in it can be said, and is there to be replaced.")?;
            }
        }
        screen.blank()?;
        return checked(folder, screen, |screen| {
            next_with(id, folder, screen)?;
            let test = format!("coffeechat pack test {}", typed(folder));
            next(screen, &test, "plays the case that was begun, in `cases/`")
        });
    };
    Ok(outcome)
}

/// Writes a first case for a new person, so that they are tested from the start.
fn begin_cases(folder: &Path, id: &str) -> Result<()> {
    let (pack, _) = load::pack(disk::pack_sources(folder)?, &builtin::sources());
    let is_played = pack.cases.iter().any(|(_, file)| file.scenario.value() == id);
    if let Some(scenario) = pack.scenario(id).filter(|_| !is_played) {
        let path = free_path(&pack.sources, id);
        write(folder, &NewFile { path, text: block::case(&pack, scenario, true) })?;
    }
    Ok(())
}

/// A scenario out of a file of notes, and what became of each question.
fn from_notes(id: &str, path: &Path, pack: &Pack) -> Result<(NewFile, Vec<Made>)> {
    let text = disk::read_text(path)?;
    let noted = notes::read(&text)
        .map_err(|unread| anyhow!("{}:{}: {}", path.display(), unread.line, unread.message))?;
    let ear = Ear::new(pack, None);
    let heard = |question: &str| match ear.hear(question, Before::default()).subject {
        Subject::Topic(topic) if topic.score >= CLEARLY => Some(topic.id),
        Subject::Topic(_) | Subject::Between(..) | Subject::None => None,
    };
    Ok(notes::scenario(id, &noted, heard, |topic| pack.bank_topic(topic).is_some()))
}

/// Says where the answers of each question went, so that a wrong guess is seen at once.
fn tell_made(made: &[Made], screen: &mut Screen) -> Result<()> {
    for Made { question, topic, banked } in made {
        let which = if *banked { "of the question bank" } else { "of their own" };
        screen.item(&format!("“{question}”: the topic {topic}, {which}"))?;
    }
    screen.plain(
        "If a topic is not the right one, change its id in the file. A topic of their own needs more ways \
         of asking, under `ask`. Who they are, at the head of the file, and whom they name, at its end, are \
         examples still: make them theirs.",
    )?;
    Ok(())
}

fn new_topic(id: &str, topic: &str, folder: &Path, screen: &mut Screen) -> Result<Outcome> {
    check_folder(folder)?;
    let Some(pack) = packs::open(Some(folder), None)? else { return Ok(Outcome::Findings) };
    let written = pack.written.iter().find(|(_, scenario)| scenario.id.value() == id);
    let Some((path, own)) = written else {
        return Err(nobody(id, pack.written.iter().map(|(_, scenario)| scenario)));
    };
    let banked = pack.bank_topic(topic);
    if banked.is_none() {
        check_id(topic, "topic", "night-shifts")?;
    }
    if own.topic(topic).is_some() {
        bail!("{path} has the topic `{topic}` already; add another [[topic.answer]] to it there");
    }
    let block = block::topic(topic, banked, pack.scenario(id).unwrap_or(own));
    if let Some(outcome) = add(folder, &pack.sources, path, &block, screen)? {
        return Ok(outcome);
    }
    screen.plain(&format!("The topic {topic} stands at the end of {path}."))?;
    if banked.is_none() {
        let ids = pack.bank_topics().map(|topic| topic.id.as_str());
        let meant = closest(topic, ids).filter(|meant| is_slip(topic, meant));
        screen.plain(
            "No question bank has it, so its ways of asking stand there too: make them yours.",
        )?;
        if let Some(meant) = meant {
            screen.plain(&format!(
                "(The question bank has `{meant}`. If you meant that, change the id.)"
            ))?;
        }
    }
    screen.blank()?;
    checked(folder, screen, |screen| next_with(id, folder, screen))
}

/// Whether one id is the other but for a slip of the finger.
fn is_slip(typed: &str, meant: &str) -> bool {
    typed.len().abs_diff(meant.len()) <= 1 && typed.chars().next() == meant.chars().next()
}

fn new_case(id: &str, folder: &Path, screen: &mut Screen) -> Result<Outcome> {
    check_folder(folder)?;
    let Some(pack) = packs::open(Some(folder), None)? else { return Ok(Outcome::Findings) };
    let Some(scenario) = pack.scenario(id) else {
        return Err(nobody(id, pack.scenarios.iter()));
    };
    let known = pack.cases.iter().find(|(_, file)| file.scenario.value() == id);
    let path = match known {
        Some((path, _)) => path.clone(),
        None => free_path(&pack.sources, id),
    };
    let block = block::case(&pack, scenario, known.is_none());
    if known.is_some() {
        if let Some(outcome) = add(folder, &pack.sources, &path, &block, screen)? {
            return Ok(outcome);
        }
    } else {
        let file = NewFile { path: path.clone(), text: block };
        if let Some(outcome) = refused(&pack.sources, &file, screen)? {
            return Ok(outcome);
        }
        write(folder, &file)?;
    }
    screen.plain(&format!(
        "A case stands at the end of {path}: change it to what you want to be sure of."
    ))?;
    screen.blank()?;
    checked(folder, screen, |screen| {
        next(screen, &format!("coffeechat pack test {}", typed(folder)), "plays the cases")
    })
}

/// A file of cases that is not there yet.
fn free_path(sources: &[Source], id: &str) -> String {
    let numbered = (2_u32..).map(|number| format!("cases/{id}-{number}.toml"));
    let mut paths = [format!("cases/{id}.toml")].into_iter().chain(numbered);
    let is_free = |path: &String| !sources.iter().any(|source| source.path == *path);
    paths.find(is_free).unwrap_or_default()
}

/// Adds a block to the end of a file; gives an outcome if nothing was added, because it would be an error.
fn add(
    folder: &Path,
    sources: &[Source],
    path: &str,
    block: &str,
    screen: &mut Screen,
) -> Result<Option<Outcome>> {
    let text = sources.iter().find(|source| source.path == path).map_or("", |source| &source.text);
    let file = NewFile { path: path.to_owned(), text: block::added(text, block) };
    if let Some(outcome) = refused(sources, &file, screen)? {
        return Ok(Some(outcome));
    }
    disk::append(&folder.join(path), &block::as_line(text, block))?;
    Ok(None)
}

/// Shows the errors that a pack would have with this file, and had not before. Nothing is shown and there is
/// no outcome if there are none.
fn refused(sources: &[Source], file: &NewFile, screen: &mut Screen) -> Result<Option<Outcome>> {
    if file.text.len() as u64 > disk::LARGEST_PACK_FILE {
        let most = disk::LARGEST_PACK_FILE / 1024 / 1024;
        bail!("{} would have more than {most} MiB; nothing was written", file.path);
    }
    let errors = |sources: Vec<Source>| -> (Pack, Vec<Finding>) {
        let (pack, mut found) = load::pack(sources, &builtin::sources());
        found.retain(|finding| finding.severity == Severity::Error);
        (pack, found)
    };
    let (_, before) = errors(sources.to_vec());
    let mut with: Vec<Source> =
        sources.iter().filter(|source| source.path != file.path).cloned().collect();
    with.push(Source { path: file.path.clone(), text: file.text.clone(), unreadable: None });
    with.sort_by(|a, b| a.path.cmp(&b.path));
    let (pack, after) = errors(with);
    let is_new = |finding: &&Finding| {
        !before.iter().any(|known| known.file == finding.file && known.message == finding.message)
    };
    let new: Vec<Finding> = after.iter().filter(is_new).cloned().collect();
    if new.is_empty() {
        return Ok(None);
    }
    screen.raw(&findings::drawn(&new, &pack.sources, screen.width()))?;
    screen.flush()?;
    message(&format!("Nothing was written: {} would not be right.", file.path));
    Ok(Some(Outcome::Findings))
}

/// Writes a file that is not there yet, and its folder.
fn write(folder: &Path, file: &NewFile) -> Result<()> {
    let path = folder.join(&file.path);
    let inner: PathBuf = path.parent().map(Path::to_owned).unwrap_or_default();
    disk::make_folder(&inner)?;
    let real = |path: &Path| path.canonicalize().ok();
    if let (Some(inner), Some(root)) = (real(&inner), real(folder))
        && !inner.starts_with(&root)
    {
        bail!("`{}` is a link that leaves the pack; nothing was written there", path.display());
    }
    disk::write_new(&path, &file.text)?;
    Ok(())
}

fn check_id(id: &str, kind: &str, such_as: &str) -> Result<()> {
    let right = scaffold::as_id(id);
    if right == id && !id.is_empty() {
        return Ok(());
    }
    let rule = "an id has lower-case letters, digits and hyphens, a letter first";
    if right.is_empty() {
        bail!("`{id}` cannot be the id of a {kind}: {rule}, such as `{such_as}`");
    }
    bail!("`{id}` cannot be the id of a {kind}: {rule}; write it as `{right}`")
}

/// Checks that a folder is one that can be written to as a pack.
fn check_folder(folder: &Path) -> Result<()> {
    let shown = folder.display();
    if folder.is_file() {
        bail!(
            "`{shown}` is not a folder; unpack a .zip file first, and name the folder with --pack"
        );
    }
    if !folder.join("pack.toml").is_file() {
        bail!(
            "there is no pack in `{shown}`: it has no pack.toml. Name the pack's folder with --pack, or \
             begin one with `coffeechat pack new pack FOLDER`"
        );
    }
    Ok(())
}

fn nobody<'a>(id: &str, known: impl Iterator<Item = &'a Scenario>) -> anyhow::Error {
    let ids: Vec<&str> = known.map(|scenario| scenario.id.as_str()).collect();
    match closest(id, ids.iter().copied()) {
        Some(meant) => {
            anyhow!("no scenario of this pack is called `{id}`; did you mean `{meant}`?")
        }
        None if ids.is_empty() => anyhow!(
            "this pack has no scenarios yet; begin one with `coffeechat pack new scenario {}`",
            scaffold::as_id(id)
        ),
        None => anyhow!("no scenario of this pack is called `{id}`; it has: {}", ids.join(", ")),
    }
}

/// Checks the pack that was written to, and says what to do next.
fn checked(
    folder: &Path,
    screen: &mut Screen,
    what_next: impl Fn(&mut Screen) -> Result<()>,
) -> Result<Outcome> {
    let args = CheckArgs {
        path: Some(folder.to_owned()),
        deny: None,
        format: FindingFormat::Human,
        explain: None,
        rules: false,
    };
    let outcome = check::run(&args, screen)?;
    screen.blank()?;
    screen.plain("Next:")?;
    what_next(screen)?;
    screen.flush()?;
    Ok(outcome)
}

/// What one does with a person who is being written.
fn next_with(id: &str, folder: &Path, screen: &mut Screen) -> Result<()> {
    let pack = typed(folder);
    next(
        screen,
        &format!("coffeechat pack author {pack} {id}"),
        "talks with them while you write",
    )?;
    next(screen, &format!("coffeechat pack check {pack}"), "finds what is not right yet")?;
    next(screen, &format!("coffeechat practice {id} --pack {pack}"), "is what your students see")
}

fn next(screen: &mut Screen, command: &str, does: &str) -> Result<()> {
    screen.item(command)?;
    screen.under(&format!("  {does}"))?;
    Ok(())
}
