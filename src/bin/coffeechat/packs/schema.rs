//! `pack schema`: JSON Schemas and editor settings.

use std::io;
use std::path::Path;

use anyhow::{Result, bail};
use coffeechat::disk::tree;
use coffeechat::disk::{self, FileError};
use coffeechat::schema::editor::Editor;
use coffeechat::schema::{self, Kind};

use crate::Outcome;
use crate::args::pack::{FileKind, SchemaArgs};
use crate::screen::Screen;

/// Runs `pack schema`.
pub(crate) fn run(args: &SchemaArgs, screen: &mut Screen) -> Result<Outcome> {
    if let Some(kind) = args.print {
        screen.json(schema::text(of(kind)).trim_end())?;
    } else if let Some(folder) = &args.folder {
        write(folder, screen)?;
    }
    Ok(Outcome::Clean)
}

const fn of(kind: FileKind) -> Kind {
    match kind {
        FileKind::Manifest => Kind::Manifest,
        FileKind::Scenario => Kind::Scenario,
        FileKind::Bank => Kind::Bank,
        FileKind::Cases => Kind::Cases,
    }
}

/// Writes schemas and settings into a pack, and says what was written.
fn write(folder: &Path, screen: &mut Screen) -> Result<()> {
    let name = folder.display();
    if disk::read_bytes(&folder.join("pack.toml"), 1).is_err() {
        bail!(
            "`{name}` has no pack.toml that can be read, so it is not the folder of a pack; \
             `coffeechat pack new pack FOLDER` begins one, and a .zip file has to be unpacked first"
        );
    }
    tree::make_inside(folder, Kind::FOLDER)?;
    screen.heading("For your editor")?;
    for kind in Kind::ALL {
        let (path, text) = (folder.join(kind.path()), schema::text(kind));
        let before = read_if_there(&path)?;
        if before.as_ref() != Some(&text) {
            disk::replace(&path, &text)?;
        }
        let done = match before {
            None => "written",
            Some(before) if before == text => "as it was",
            Some(_) => "brought up to date",
        };
        screen.item(&format!("{}: {done} (for {})", kind.path(), kind.files()))?;
    }
    let mut to_add = Vec::new();
    for editor in Editor::ALL {
        let (file, before) = settings(folder, editor)?;
        let lacking = before.as_ref().and_then(|before| editor.lacking(before));
        let done = match (before, &lacking) {
            (None, _) => {
                disk::write_new(&folder.join(file), &editor.settings())?;
                "written"
            }
            (Some(_), None) => "as it was",
            (Some(_), Some(_)) => "yours, and left as it is; see below",
        };
        screen.item(&format!("{file}: {done} (for the extension {})", editor.name()))?;
        to_add.extend(lacking.map(|lacking| (file, lacking)));
    }
    for (file, lacking) in to_add {
        screen.blank()?;
        screen.plain(&format!("To use the schemas, add this at the end of {file}:"))?;
        screen.blank()?;
        screen.raw(lacking.trim_end())?;
    }
    screen.blank()?;
    screen.heading("What to do next")?;
    let [one, other] = Editor::ALL.map(Editor::name);
    screen.item(&format!(
        "Install one extension in your editor: {one} (VS Code, Zed, JetBrains and others) or {other} \
         (VS Code)."
    ))?;
    screen
        .item(&format!("In the editor, open the folder {name} itself, and in it a .toml file."))?;
    screen.item(
        "Rest the pointer on a key to read what it is for. Ctrl+Space lists what can stand at the \
         cursor. Mistakes are underlined.",
    )?;
    screen.item(&format!(
        "An editor looks at one file at a time. `coffeechat pack check {name}` looks at all of them \
         together."
    ))?;
    screen.item("Run this again after an update of coffeechat.")?;
    Ok(())
}

/// The file that an editor's settings for this pack stand in, and what it says; nothing if there is none.
fn settings(folder: &Path, editor: Editor) -> Result<(&'static str, Option<String>), FileError> {
    for file in editor.files() {
        if let Some(text) = read_if_there(&folder.join(file))? {
            return Ok((file, Some(text)));
        }
    }
    Ok((editor.file(), None))
}

fn read_if_there(path: &Path) -> Result<Option<String>, FileError> {
    match disk::read_text(path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.cause.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}
