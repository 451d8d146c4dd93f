//! A pack that is a folder.

use std::fs;
use std::io;
use std::path::Path;

use super::place::{self, Place};
use super::{
    FileError, LARGEST_PACK_FILE, PACK_FOLDERS, Source, Unreadable, few_enough, read_at_most,
    small_enough, source, too_large,
};

/// So many files that lie where none is read are told of; whoever has more can check again.
const MOST_STRAYS: usize = 100;

/// At so many names of files and folders one stops looking for strays.
const MOST_LOOKED_AT: usize = 20_000;

/// The files of the pack in a folder, whose path is the real one, without links.
///
/// # Errors
/// When it cannot be listed, or holds no `pack.toml`, or more than a pack may have.
pub(super) fn sources(root: &Path) -> Result<Vec<Source>, FileError> {
    let manifest = root.join("pack.toml");
    fs::metadata(&manifest).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => {
            let none = io::Error::other("it has no pack.toml, so it is not a pack's folder");
            FileError::new("open the pack", root)(none)
        }
        _ => FileError::new("read", &manifest)(error),
    })?;
    let mut sources = vec![pack_file(root, "pack.toml")];
    for name in PACK_FOLDERS {
        let inner = root.join(name);
        if !inner.is_dir() {
            continue;
        }
        let mut paths = Vec::new();
        #[expect(clippy::disallowed_methods, reason = "this is a home of files")]
        for entry in fs::read_dir(&inner).map_err(FileError::new("list", &inner))? {
            let entry = entry.map_err(FileError::new("list", &inner))?;
            let path = format!("{name}/{}", entry.file_name().to_string_lossy());
            if place::of(&path) == Place::Read {
                paths.push(path);
            }
        }
        let failed = || FileError::new("read the pack", root);
        few_enough(sources.len() + paths.len()).map_err(failed())?;
        paths.sort();
        sources.extend(paths.iter().map(|path| pack_file(root, path)));
        let bytes = sources.iter().map(|source| source.text.len() as u64).sum();
        small_enough(bytes).map_err(failed())?;
    }
    sources.extend(strays(root).into_iter().map(Source::stray));
    Ok(sources)
}

fn pack_file(root: &Path, path: &str) -> Source {
    match read_inside(root, path) {
        Ok(bytes) => source(path, bytes),
        Err(why) => Source::unreadable(path, why),
    }
}

fn read_inside(root: &Path, path: &str) -> Result<Vec<u8>, Unreadable> {
    let because = |error: io::Error| Unreadable::Because(error.to_string());
    let real = fs::canonicalize(root.join(path)).map_err(because)?;
    if !real.starts_with(root) {
        return Err(Unreadable::Outside);
    }
    let data = fs::metadata(&real).map_err(because)?;
    if !data.is_file() {
        return Err(Unreadable::Because("it is not a file".to_owned()));
    }
    too_large(data.len()).map_or(Ok(()), |why| Err(Unreadable::Because(why)))?;
    read_at_most(&real, LARGEST_PACK_FILE).map_err(because)
}

/// The paths of files that may be meant for the pack and lie where none is read, in order. A folder that
/// cannot be listed has none: nothing of the pack is in it.
fn strays(root: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut looked_at = 0;
    let mut waiting = vec![String::new()];
    while let Some(folder) = waiting.pop() {
        #[expect(clippy::disallowed_methods, reason = "this is a home of files")]
        let Ok(entries) = fs::read_dir(root.join(&folder)) else { continue };
        for entry in entries.filter_map(Result::ok) {
            looked_at += 1;
            if looked_at > MOST_LOOKED_AT {
                waiting.clear();
                break;
            }
            let Ok(name) = entry.file_name().into_string() else { continue };
            let path = if folder.is_empty() { name } else { format!("{folder}/{name}") };
            let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
            if is_folder && place::may_hold_strays(&path) && !is_read_by_another_name(root, &path) {
                waiting.push(path);
            } else if !is_folder && place::of(&path) == Place::Stray {
                found.push(path);
            }
        }
    }
    found.sort();
    found.truncate(MOST_STRAYS);
    found
}

/// Whether a folder is one of the three, written with capitals, where capitals do not count.
fn is_read_by_another_name(root: &Path, folder: &str) -> bool {
    let plain = folder.to_lowercase();
    plain != folder
        && PACK_FOLDERS.contains(&plain.as_str())
        && fs::canonicalize(root.join(plain)).is_ok_and(|real| real == root.join(folder))
}

#[cfg(test)]
mod tests {
    use crate::disk::{Unreadable, pack_sources};

    #[test]
    fn a_link_out_of_the_pack_is_not_followed() {
        let outside = tempfile::tempdir().unwrap();
        let pack = tempfile::tempdir().unwrap();
        let secret = outside.path().join("secret.toml");
        #[expect(clippy::disallowed_methods, reason = "the test makes a pack")]
        {
            std::fs::write(&secret, "secret").unwrap();
            std::fs::write(pack.path().join("pack.toml"), "").unwrap();
            std::fs::create_dir_all(pack.path().join("scenarios")).unwrap();
        }
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(&secret, pack.path().join("scenarios/x.toml")).unwrap();
            let sources = pack_sources(pack.path()).unwrap();
            assert_eq!(sources[1].text, "");
            assert_eq!(sources[1].unreadable, Some(Unreadable::Outside));
        }
    }

    #[test]
    fn a_missing_pack_names_the_folder() {
        let error = pack_sources(std::path::Path::new("/no/such/pack")).unwrap_err();
        assert!(
            error.to_string().starts_with("could not open the pack `/no/such/pack`"),
            "{error}"
        );
    }
}
