//! How a talk starts: which pack, which person, a new talk or one that was broken off, and where it is
//! kept.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use coffeechat::disk;
use coffeechat::interviewee::state::Ending;
use coffeechat::pack::scenario::Scenario;
use coffeechat::pack::{Pack, load};
use coffeechat::session::event::Event;
use coffeechat::text::closest::closest;

use super::input::{Input, Read1};
use super::saved::{self, Log, Saved};
use crate::args::PracticeArgs;
use crate::findings::counted;
use crate::packs;
use crate::screen::{Screen, message};
use crate::surroundings::{self, Surroundings};

/// Opens the pack, and names the scenario to play.
pub(crate) fn open_pack(
    folder: Option<&Path>,
    wanted: Option<&str>,
) -> Result<Option<(Pack, String)>> {
    if folder.is_none() {
        let default = default_of_built_in();
        let id = wanted.unwrap_or(&default);
        return Ok(packs::open(None, Some(id))?.map(|pack| (pack, id.to_owned())));
    }
    let Some(pack) = packs::open(folder, None)? else { return Ok(None) };
    let default = pack.default_scenario().map(|scenario| scenario.id.value().clone());
    match wanted.map(str::to_owned).or(default) {
        Some(id) => Ok(Some((pack, id))),
        None => bail!("the pack has no scenarios; write one in `scenarios/`"),
    }
}

/// The pack of the learner's own people, if somebody in it is called so and nobody of the built-in pack is.
pub(crate) fn own_people(id: Option<&str>, around: &Surroundings) -> Option<PathBuf> {
    let id = id?;
    let file = format!("scenarios/{id}.toml");
    let built_in = coffeechat::pack::builtin::sources();
    let folder = around.people()?;
    let is_own = !built_in.iter().any(|source| source.path == file)
        && !id.contains(['/', '\\'])
        && folder.join(&file).is_file();
    is_own.then_some(folder)
}

/// The built-in pack's default scenario, from its manifest alone.
fn default_of_built_in() -> String {
    let mut sources = coffeechat::pack::builtin::sources();
    sources.retain(|source| source.path == "pack.toml");
    let (pack, _) = coffeechat::pack::load::built_in(sources, Some(""));
    let named = pack.manifest.and_then(|manifest| manifest.default_scenario);
    named.map(|id| id.value().clone()).unwrap_or_default()
}

/// The scenario that is called so.
pub(crate) fn scenario<'a>(pack: &'a Pack, id: &str) -> Result<&'a Scenario> {
    pack.scenario(id).ok_or_else(|| unknown_scenario(pack, id))
}

fn unknown_scenario(pack: &Pack, id: &str) -> anyhow::Error {
    let known: Vec<&str> = pack
        .sources
        .iter()
        .filter(|source| !load::says_base(source))
        .filter_map(|source| source.path.strip_prefix("scenarios/")?.strip_suffix(".toml"))
        .collect();
    match closest(id, known) {
        Some(meant) => anyhow::anyhow!("nobody is called `{id}`; did you mean `{meant}`?"),
        None => {
            anyhow::anyhow!("nobody is called `{id}`; `coffeechat people` lists who you can meet")
        }
    }
}

/// Whether to take up an old talk.
pub(super) enum Choice {
    TakeUp(Saved),
    Fresh,
    /// Neither: leave the program, and everything as it is.
    Leave,
}

pub(super) fn to_take_up(
    args: &PracticeArgs,
    around: &Surroundings,
    input: &mut Input,
    screen: &mut Screen,
) -> Result<Choice> {
    if let Some(path) = &args.log {
        return take_up_log(path, args.resume);
    }
    if args.new
        || (!args.resume && (args.scenario.is_some() || args.pack.pack.is_some() || args.jsonl))
    {
        return Ok(Choice::Fresh);
    }
    let Some(saved) = around.runs().and_then(|runs| saved::broken_off(&runs)) else {
        if args.resume {
            bail!("no talk was broken off; `coffeechat practice` starts one");
        }
        return Ok(Choice::Fresh);
    };
    if args.resume {
        return Ok(Choice::TakeUp(saved));
    }
    let (scenario, at) = saved.opened().map_or(("", ""), |opened| (&opened.scenario, &opened.at));
    let turns = saved.turns();
    let lines = counted(turns, "line");
    let notice = format!("You were in the middle of a talk ({scenario}, {lines}, from {at}).");
    if !input.is_typed() {
        message(&format!("{notice} `coffeechat practice --resume` takes it up again."));
        return Ok(Choice::Fresh);
    }
    screen.plain(&notice)?;
    screen.flush()?;
    loop {
        let answer = match input.read("Take it up again? [Y/n] ")? {
            Read1::Line(answer, _) => answer.trim().to_lowercase(),
            Read1::Interrupted | Read1::End => return Ok(Choice::Leave),
        };
        match answer.as_str() {
            "" | "y" | "yes" => {
                screen.blank()?;
                return Ok(Choice::TakeUp(saved));
            }
            "n" | "no" => {
                let mut log = Log::open(Some(&saved.path));
                log.add(&[Event::Ended { how: Ending::Left }]);
                screen.plain("It stays in your data folder. Starting afresh.")?;
                screen.blank()?;
                return Ok(Choice::Fresh);
            }
            _ => screen.plain("Please answer y or n; Ctrl-D leaves everything as it is.")?,
        }
        screen.flush()?;
    }
}

/// A log that was named: new, or one that was broken off and is to be taken up.
fn take_up_log(path: &Path, resume: bool) -> Result<Choice> {
    let is_new =
        !path.exists() || path.metadata().is_ok_and(|data| data.is_file() && data.len() == 0);
    if is_new && !resume {
        return Ok(Choice::Fresh);
    }
    if path.metadata().is_ok_and(|data| !data.is_file() && !data.is_dir()) {
        return Ok(Choice::Fresh); // a device, such as /dev/null
    }
    let saved = Saved::read(path)?;
    match (resume, saved.is_broken_off()) {
        (true, true) => Ok(Choice::TakeUp(saved)),
        (true, false) => bail!("`{}` holds no talk that was broken off", path.display()),
        (false, true) => bail!(
            "`{}` holds a talk that was broken off; add `--resume` to take it up, or name a new file",
            path.display()
        ),
        (false, false) => bail!("`{}` holds something already; name a new file", path.display()),
    }
}

/// Says what has changed since a saved talk: lines that cannot be read, answers that are gone.
pub(super) fn say_what_moved(saved: &Saved, pack: &Pack) {
    let torn = saved.unread.len();
    if torn > 0 {
        let places: Vec<String> =
            saved.unread.iter().map(|unread| unread.line.to_string()).collect();
        message(&format!(
            "{} of {} could not be read and cost only themselves (line {}).",
            counted(torn, "line"),
            saved.path.display(),
            places.join(", ")
        ));
    }
    let Some(opened) = saved.opened() else { return };
    if opened.fingerprint != format!("{:016x}", pack.fingerprint()) {
        let gone: Vec<String> = coffeechat::session::exchanges(&saved.events)
            .iter()
            .filter_map(|exchange| exchange.reply.answer.clone())
            .filter(|answer| {
                pack.scenario(&opened.scenario)
                    .is_some_and(|scenario| scenario.answer(answer).is_none())
            })
            .collect();
        let note = if gone.is_empty() {
            "everything said in it is still there".to_owned()
        } else {
            format!("these answers are gone: {}", gone.join(", "))
        };
        message(&format!("The pack was edited since this talk began; {note}."));
    }
}

pub(super) fn log_path(
    args: &PracticeArgs,
    around: &Surroundings,
    scenario: &str,
) -> Option<PathBuf> {
    if let Some(path) = &args.log {
        return Some(path.clone());
    }
    let folder = around.runs()?;
    if disk::make_folder(&folder).is_err() {
        return Some(folder.join("talk.jsonl")); // opening it says what is the trouble
    }
    let stamp: String = surroundings::now().replace(' ', "-").replace(':', "");
    let name = |suffix: &str| folder.join(format!("{stamp}-{scenario}{suffix}.jsonl"));
    let free = (1..100).map(|n| if n == 1 { name("") } else { name(&format!("-{n}")) });
    // Claimed at once: two windows that start in the same second get a log each.
    // Where that cannot be done, opening the log says why.
    free.into_iter().find(|path| disk::claim(path).unwrap_or(true))
}

pub(super) fn run_name(log: Option<&Path>) -> String {
    let stem = log.and_then(Path::file_stem);
    stem.map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}
