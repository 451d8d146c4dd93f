//! A folder with all that is in it: looked at, copied, deleted.

use std::fs;
use std::path::{Path, PathBuf};

use super::{FileError, make_folder};

/// One file of a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its path inside the folder.
    pub path: PathBuf,
    /// Its length in bytes.
    pub bytes: u64,
}

/// All files in a folder and those below it, in order of path. Links are not followed and not listed.
///
/// # Errors
/// When a folder cannot be listed. A folder that is not there has no files.
pub fn files(folder: &Path) -> Result<Vec<Entry>, FileError> {
    let mut found = Vec::new();
    let mut waiting = vec![PathBuf::new()];
    while let Some(inner) = waiting.pop() {
        let whole = folder.join(&inner);
        if !whole.exists() {
            continue;
        }
        #[expect(clippy::disallowed_methods, reason = "this is the home of files")]
        let entries = fs::read_dir(&whole).map_err(FileError::new("list", &whole))?;
        for entry in entries {
            let entry = entry.map_err(FileError::new("list", &whole))?;
            let kind = entry.file_type().map_err(FileError::new("look at", &entry.path()))?;
            let path = inner.join(entry.file_name());
            if kind.is_dir() {
                waiting.push(path);
            } else if kind.is_file() {
                let bytes = entry.metadata().map_or(0, |data| data.len());
                found.push(Entry { path, bytes });
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(found)
}

/// Makes a folder that must not be there yet, or be empty.
///
/// # Errors
/// When something is in it, or it cannot be made.
pub fn make_empty(folder: &Path) -> Result<(), FileError> {
    make_folder(folder)?;
    #[expect(clippy::disallowed_methods, reason = "this is the home of files")]
    let mut entries = fs::read_dir(folder).map_err(FileError::new("list", folder))?;
    if entries.next().is_none() {
        return Ok(());
    }
    let full = std::io::Error::other("there is something in it already");
    Err(FileError::new("use the folder", folder)(full))
}

/// Makes a folder in another, if it is not there yet. Gives its path.
///
/// # Errors
/// When it cannot be made, or is a link that leads out of `folder`.
pub fn make_inside(folder: &Path, name: &str) -> Result<PathBuf, FileError> {
    let inner = folder.join(name);
    make_folder(&inner)?;
    let real = |path: &Path| fs::canonicalize(path).map_err(FileError::new("open", path));
    if real(&inner)?.starts_with(real(folder)?) {
        return Ok(inner);
    }
    let outside = std::io::Error::other("it is a link that leaves the pack");
    Err(FileError::new("write into", &inner)(outside))
}

/// Deletes files of a folder, and the folders below it that are then empty. The folder itself stays.
///
/// # Errors
/// When a file cannot be deleted; those before it are gone.
pub fn delete(folder: &Path, files: &[Entry]) -> Result<(), FileError> {
    for entry in files {
        let whole = folder.join(&entry.path);
        #[expect(clippy::disallowed_methods, reason = "this is the home of files")]
        fs::remove_file(&whole).map_err(FileError::new("delete", &whole))?;
    }
    let inner = files.iter().flat_map(|entry| entry.path.ancestors().skip(1));
    let mut inner: Vec<&Path> = inner.filter(|inner| !inner.as_os_str().is_empty()).collect();
    inner.sort_by_key(|inner| std::cmp::Reverse(inner.components().count()));
    for inner in inner {
        let _ = fs::remove_dir(folder.join(inner)); // one that is not empty stays
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::make_inside;

    #[test]
    fn a_folder_is_made_inside_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        for _ in 0..2 {
            assert!(make_inside(folder.path(), "inner").unwrap().is_dir());
        }
        #[cfg(unix)]
        {
            let outside = tempfile::tempdir().unwrap();
            std::os::unix::fs::symlink(outside.path(), folder.path().join("out")).unwrap();
            let error = make_inside(folder.path(), "out").unwrap_err();
            assert!(error.to_string().ends_with("it is a link that leaves the pack"), "{error}");
        }
    }
}
