//! A chapter, done step by step as a reader would, in a folder of its own.

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use coffeechat::check;
use coffeechat::finding::any_error;
use coffeechat::pack::{builtin, load};
use coffeechat::{disk, scaffold};
use tempfile::TempDir;

use super::page::{Block, Piece, pieces};
use super::session::{Session, Typed};
use crate::program::home;
use crate::zips::zip;

/// The pack that all chapters work on.
const PACK: &str = "my-pack";

/// Where a text was found that the next block replaces.
struct Found {
    path: String,
    text: String,
}

/// A reader on the way through a chapter.
pub(super) struct Walk {
    home: TempDir,
    folder: TempDir,
    talk: Option<Session>,
    found: Option<Found>,
    /// What cannot be done as the chapter says, or where hands have to mend what is shown.
    pub(super) wrong: Vec<String>,
    /// Where something else came than what is shown in full.
    pub(super) differs: Vec<String>,
    /// What came to each block that shows everything, by its first line.
    pub(super) came: Vec<(usize, String)>,
}

impl Walk {
    /// Goes through a chapter. It begins with the starter pack, unless the reader is to make it.
    pub(super) fn through(chapter: &str, with_pack: bool) -> Self {
        let folder = tempfile::tempdir().unwrap();
        if with_pack {
            for file in scaffold::pack(PACK) {
                let path = folder.path().join(PACK).join(&file.path);
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, file.text).unwrap();
            }
        }
        let mut walk = Self {
            home: home(),
            folder,
            talk: None,
            found: None,
            wrong: Vec::new(),
            differs: Vec::new(),
            came: Vec::new(),
        };
        for piece in pieces(chapter) {
            match piece {
                Piece::Remark(remark) => walk.heed(&remark),
                Piece::Code(block) if block.kind == "toml" => walk.edit(&block),
                Piece::Code(block) if block.kind == "console" => walk.type_in(&block),
                Piece::Code(_) => {}
            }
        }
        if let Some(talk) = walk.talk.take() {
            talk.end();
        }
        walk
    }

    fn note(&mut self, block: &Block, what: &str) {
        self.wrong.push(noted(block, what));
    }

    fn file(&self, path: &str) -> PathBuf {
        self.folder.path().join(PACK).join(path)
    }

    /// Does what a remark says; one that says nothing to do is for whoever edits the chapter.
    fn heed(&mut self, remark: &str) {
        if remark != "done: my-pack is zipped" {
            return;
        }
        let folder = self.folder.path();
        let sources = disk::pack_sources(&folder.join(PACK)).unwrap();
        let files: Vec<(String, String)> = sources
            .into_iter()
            .map(|source| (format!("{PACK}/{}", source.path), source.text))
            .collect();
        let files: Vec<(&str, &[u8])> =
            files.iter().map(|(path, text)| (path.as_str(), text.as_bytes())).collect();
        fs::write(folder.join("my-pack.zip"), zip(&files)).unwrap();
    }

    /// Does what the first line of a block says: `# FILE: WHAT TO DO`.
    fn edit(&mut self, block: &Block) {
        let Some((head, text)) = block.text.split_once('\n') else { return };
        let head = head.strip_prefix("# ").and_then(|head| head.split_once(": "));
        let Some((path, what)) = head else {
            return self.note(block, "the first line does not say where this goes");
        };
        let file = self.file(path);
        let now = fs::read_to_string(&file).unwrap_or_default();
        let (what, mistake) = match what.split_once(", with a slip: ") {
            Some((what, rule)) => (what, Some(rule)),
            None => (what, None),
        };
        let new = match what {
            "the whole file" => text.to_owned(),
            "add at the end" => format!("{now}\n{text}"),
            "as it stands" | "find" => {
                let found = find(&now, text.trim_end());
                let [one] = found.as_slice() else {
                    return self.note(block, &format!("this stands there {} times", found.len()));
                };
                self.found = Some(Found { path: path.to_owned(), text: (*one).to_owned() });
                return;
            }
            "write instead" => match self.found.take() {
                Some(found) if found.path == path => now.replacen(&found.text, text.trim_end(), 1),
                _ => return self.note(block, "nothing was found before"),
            },
            _ => return self.note(block, "nobody knows what to do with this"),
        };
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, new).unwrap();
        self.check(block, mistake);
    }

    /// The pack has no findings, or this one only.
    fn check(&mut self, block: &Block, mistake: Option<&str>) {
        let sources = disk::pack_sources(&self.folder.path().join(PACK)).unwrap();
        let (pack, found) = load::pack(sources, &builtin::sources());
        // Only what a slip is about has to be looked at closely; a talk of the chapter looks at the rest.
        let found = match mistake {
            Some(_) if !any_error(&found) => check::check(&pack, found),
            _ => found,
        };
        let names: Vec<&str> = found.iter().map(|finding| finding.rule.name).collect();
        if names != mistake.into_iter().collect::<Vec<_>>() {
            self.note(block, &format!("the pack has the findings {names:?} after this"));
        }
    }

    /// All that is wrong with the pack as it is at the end.
    pub(super) fn findings(&self) -> Vec<String> {
        let Ok(sources) = disk::pack_sources(&self.folder.path().join(PACK)) else {
            return Vec::new();
        };
        let (pack, found) = load::pack(sources, &builtin::sources());
        let found = check::check(&pack, found);
        found.iter().map(|finding| format!("{}: {}", finding.rule.name, finding.message)).collect()
    }

    /// Types the commands and lines of a block, and compares what is shown.
    fn type_in(&mut self, block: &Block) {
        let mut came = String::new();
        for Step { row, command, lines } in steps(&block.text) {
            let (folder, home) = (self.folder.path(), self.home.path());
            let Some(command) = command else {
                came.push_str(&self.go_on(&lines));
                continue;
            };
            if let Some(talk) = self.talk.take_if(|_| command.goes_on()) {
                talk.end();
            }
            let _ = writeln!(came, "{row}");
            if command.goes_on() {
                let (talk, first) = command.start(folder, home);
                self.talk = Some(talk);
                came.push_str(&first);
                came.push_str(&self.go_on(&lines));
            } else {
                came.push_str(&command.run(folder, home, &lines));
            }
        }
        let is_cut = block.text.lines().any(|line| line == "…");
        if !is_as_shown(&block.text, &came) {
            let list = if is_cut { &mut self.wrong } else { &mut self.differs };
            list.push(noted(block, &format!("this came:\n{came}\n-- and not what is shown:")));
        }
        if !is_cut {
            self.came.push((block.line, came));
        }
    }

    /// Goes on with the talk that was begun.
    fn go_on(&mut self, lines: &[&str]) -> String {
        let mut came = String::new();
        for line in lines.iter().filter(|line| **line != "/quit") {
            let Some(talk) = &mut self.talk else {
                return "there is no talk to go on with".to_owned();
            };
            came.push_str(&talk.shown());
            let shown = talk.type_line(line);
            let _ = writeln!(came, "You: {line}\n\n{shown}");
        }
        let Some(mut talk) = self.talk.take() else { return came };
        came.push_str(&talk.shown());
        if lines.contains(&"/quit") {
            talk.end();
            came.push_str("You: /quit\n");
        } else {
            self.talk = Some(talk);
        }
        came
    }
}

fn noted(block: &Block, what: &str) -> String {
    format!("line {}: {what}\n{}\n", block.line, block.text)
}

/// A command of a block, or the talk of an earlier block that goes on.
struct Step<'b> {
    /// As it stands in the block.
    row: &'b str,
    command: Option<Typed>,
    /// What is typed then.
    lines: Vec<&'b str>,
}

/// The commands of a block with the lines typed after each. What stands before the first command goes on with the
/// talk of an earlier block.
fn steps(block: &str) -> Vec<Step<'_>> {
    let mut steps: Vec<Step<'_>> = Vec::new();
    if !block.starts_with("$ ") {
        steps.push(Step { row: "", command: None, lines: Vec::new() });
    }
    let mut is_said_again = false;
    for row in block.lines() {
        let command = row.strip_prefix("$ coffeechat").map(Typed::read);
        if command.is_some() {
            steps.push(Step { row, command, lines: Vec::new() });
        }
        if let (Some(said), Some(step)) = (row.strip_prefix("You: "), steps.last_mut()) {
            // What `/again` says once more is shown by it, not typed.
            if !std::mem::replace(&mut is_said_again, said == "/again") {
                step.lines.push(said);
            }
        }
    }
    steps
}

/// What is compared of a block. Commands are not, since a pipe does not show them again; blank lines do not count.
fn output(block: &str) -> impl Iterator<Item = &str> {
    let is_typed = |line: &&str| line.starts_with("$ ") || line.starts_with("You: /");
    block
        .lines()
        .map(str::trim_end)
        .filter(|line| !line.is_empty())
        .filter(move |line| !is_typed(line))
}

/// Whether what came is what is shown, where `…` alone on a line stands for any lines.
fn is_as_shown(shown: &str, came: &str) -> bool {
    let shown: Vec<&str> = output(shown).collect();
    let came: Vec<&str> = output(came).collect();
    let mut at = 0;
    let mut parts = shown.split(|line| *line == "…").enumerate().peekable();
    while let Some((number, part)) = parts.next() {
        let rest = came.get(at..).unwrap_or_default();
        let is_last = parts.peek().is_none();
        let place = match (number, is_last) {
            (0, true) => (rest == part).then_some(0),
            (0, false) => rest.starts_with(part).then_some(0),
            (_, true) => rest.ends_with(part).then(|| rest.len() - part.len()),
            (_, false) if part.is_empty() => Some(0),
            (_, false) => rest.windows(part.len()).position(|window| window == part),
        };
        let Some(place) = place else { return false };
        at += place + part.len();
    }
    true
}

/// The places of a text that a block shows, where `…` stands for anything that is left out.
fn find<'t>(text: &'t str, shown: &str) -> Vec<&'t str> {
    let parts: Vec<&str> = shown.split('…').collect();
    let (Some(first), last) = (parts.first(), parts.get(1..).unwrap_or_default()) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for (start, _) in text.match_indices(first) {
        let mut end = start + first.len();
        let is_whole =
            last.iter().all(|part| match text.get(end..).and_then(|rest| rest.find(part)) {
                Some(at) => {
                    end += at + part.len();
                    true
                }
                None => false,
            });
        found.extend(text.get(start..end).filter(|_| is_whole));
    }
    found
}
