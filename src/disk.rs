//! Files: the only place that touches them.

pub mod archive;
mod folder;
mod place;
pub mod tree;

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// A pack file may have this many bytes. The longest of the built-in pack has a tenth of it.
pub const LARGEST_PACK_FILE: u64 = 4 * 1024 * 1024;

/// All files of a pack together may have this many bytes.
pub const LARGEST_PACK: usize = 32 * 1024 * 1024;

/// A pack may have this many files.
pub const MOST_PACK_FILES: usize = 2_000;

/// A log may have this many bytes to be read back. A long talk has a thousandth of it.
const LARGEST_LOG: u64 = 64 * 1024 * 1024;

/// Something could not be done with a file.
#[derive(Debug, thiserror::Error)]
#[error("could not {doing} `{}`: {cause}", path.display())]
pub struct FileError {
    /// What was tried, as a verb: "read", "write".
    pub doing: &'static str,
    /// The file.
    pub path: PathBuf,
    /// What the system said.
    pub cause: io::Error,
}

impl FileError {
    fn new(doing: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |cause| Self { doing, path, cause }
    }
}

/// One file of a pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The path inside the pack, with `/` between folders.
    pub path: String,
    /// What it says; empty when it could not be read.
    pub text: String,
    /// Why it was not read, or not to its end, if so.
    pub unreadable: Option<Unreadable>,
}

/// Why a file of a pack was not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreadable {
    /// It is missing, too large or damaged: why, in words that go on from "cannot be read".
    Because(String),
    /// What follows the text is not UTF-8.
    NotUtf8,
    /// It is a link that leaves the pack.
    Outside,
    /// It is TOML by its name and lies where no file of a pack is read. It may have been meant to be.
    Stray,
}

impl Source {
    fn unreadable(path: &str, why: Unreadable) -> Self {
        Self { path: path.to_owned(), text: String::new(), unreadable: Some(why) }
    }

    fn stray(path: String) -> Self {
        Self { path, text: String::new(), unreadable: Some(Unreadable::Stray) }
    }
}

/// The folders of a pack, beside `pack.toml`.
pub const PACK_FOLDERS: [&str; 3] = ["scenarios", "question_banks", "cases"];

/// Reads the files of the pack at `path`, a folder or a `.zip` file, in the order of their paths.
///
/// Only `pack.toml` and the `.toml` files directly in the three folders are read, and no link is
/// followed out of the pack. A file that cannot be read is a source that says so. After them come those
/// that may be meant for the pack and lie where none is read ([`Unreadable::Stray`]).
///
/// # Errors
/// When there is neither a folder that can be listed nor a sound zip, or it holds no `pack.toml`, or more
/// than a pack may have.
pub fn pack_sources(path: &Path) -> Result<Vec<Source>, FileError> {
    let failed = || FileError::new("open the pack", path);
    let real = fs::canonicalize(path).map_err(failed())?;
    let data = fs::metadata(&real).map_err(failed())?;
    if data.is_dir() {
        return folder::sources(&real);
    }
    let neither = || io::Error::other("it is neither a folder nor a .zip file");
    if !data.is_file() {
        return Err(failed()(neither()));
    }
    if !archive::begins_like_one(&read_at_most(&real, 4).map_err(failed())?) {
        return Err(failed()(neither()));
    }
    // One byte more than may be there, to see it if there is more.
    let bytes = read_at_most(&real, archive::LARGEST_ARCHIVE + 1).map_err(failed())?;
    archive::sources(&bytes).map_err(failed())
}

/// Whether this is a zip, by how it begins, whatever its name.
#[must_use]
pub fn is_archive(path: &Path) -> bool {
    let is_file = fs::metadata(path).is_ok_and(|data| data.is_file());
    is_file && read_at_most(path, 4).is_ok_and(|head| archive::begins_like_one(&head))
}

/// A file of a pack that could be read, as text.
fn source(path: &str, bytes: Vec<u8>) -> Source {
    let (text, unreadable) = match String::from_utf8(bytes) {
        Ok(text) => (text, None),
        Err(error) => {
            let place = error.utf8_error().valid_up_to();
            let text = String::from_utf8_lossy(&error.as_bytes()[..place]).into_owned();
            (text, Some(Unreadable::NotUtf8))
        }
    };
    Source { path: path.to_owned(), text, unreadable }
}

/// Whether a pack may have so many files.
fn few_enough(files: usize) -> io::Result<()> {
    if files > MOST_PACK_FILES {
        return Err(io::Error::other(format!("a pack has at most {MOST_PACK_FILES} files")));
    }
    Ok(())
}

/// Whether all files of a pack may have so many bytes together.
fn small_enough(bytes: u64) -> io::Result<()> {
    if bytes > LARGEST_PACK as u64 {
        let most = LARGEST_PACK / 1024 / 1024;
        return Err(io::Error::other(format!("a pack has at most {most} MiB")));
    }
    Ok(())
}

/// Why a pack file may not have so many bytes, if so.
fn too_large(bytes: u64) -> Option<String> {
    let most = LARGEST_PACK_FILE / 1024 / 1024;
    (bytes > LARGEST_PACK_FILE).then(|| format!("it has {bytes} bytes; {most} MiB is the most"))
}

fn read_at_most(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    #[expect(clippy::disallowed_methods, reason = "this is the home of files")]
    File::open(path)?.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Reads a text that people or this program wrote; what is not UTF-8 in it is replaced.
///
/// # Errors
/// When the file cannot be read.
pub fn read_text(path: &Path) -> Result<String, FileError> {
    let bytes = read_at_most(path, LARGEST_LOG).map_err(FileError::new("read", path))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// Reads at most so many bytes of a file.
///
/// # Errors
/// When the file cannot be read.
pub fn read_bytes(path: &Path, most: usize) -> Result<Vec<u8>, FileError> {
    read_at_most(path, most as u64).map_err(FileError::new("read", path))
}

/// Writes a file that does not exist yet. If that fails half-way, nothing of it is left.
///
/// # Errors
/// When there is one already, or it cannot be written.
pub fn write_new(path: &Path, text: &str) -> Result<(), FileError> {
    let file = OpenOptions::new().write(true).create_new(true).open(path);
    let mut file = file.map_err(FileError::new("make", path))?;
    file.write_all(text.as_bytes()).map_err(|error| {
        #[expect(clippy::disallowed_methods, reason = "this is the home of files")]
        let _ = fs::remove_file(path);
        FileError::new("write to", path)(error)
    })
}

/// Makes an empty file of this name, if there is none: of two programs that want it, one gets it. Gives whether
/// this one did.
///
/// # Errors
/// When it cannot be made, for want of space or permission.
pub fn claim(path: &Path) -> Result<bool, FileError> {
    match OpenOptions::new().write(true).create_new(true).open(path) {
        Ok(_) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(FileError::new("make", path)(error)),
    }
}

/// Writes a file anew as a whole: whoever reads it meanwhile, and whoever is killed meanwhile, finds the
/// old one or the new one and nothing between.
///
/// # Errors
/// When it cannot be written, for want of space or permission; the old one is then still there.
pub fn replace(path: &Path, text: &str) -> Result<(), FileError> {
    let mut name = path.as_os_str().to_owned();
    name.push(format!(".{}.new", std::process::id()));
    let beside = PathBuf::from(name);
    write_new(&beside, text)?;
    #[expect(clippy::disallowed_methods, reason = "this is the home of files")]
    fs::rename(&beside, path).map_err(|error| {
        let _ = fs::remove_file(&beside);
        FileError::new("write", path)(error)
    })
}

/// Adds a line to a file that several programs may add to, each waiting for its turn; makes the file and
/// its folder if need be.
///
/// # Errors
/// When it cannot be written, for want of space or permission.
pub fn append(path: &Path, line: &str) -> Result<(), FileError> {
    if let Some(folder) = path.parent() {
        make_folder(folder)?;
    }
    let file = open_to_add(path)?;
    file.lock().map_err(FileError::new("write to", path))?;
    AppendOnly::of(path, file)?.add(line)
}

/// Opens a file for adding lines, and makes it if need be.
fn open_to_add(path: &Path) -> Result<File, FileError> {
    let file = OpenOptions::new().create(true).read(true).append(true).open(path);
    file.map_err(FileError::new("write to", path))
}

/// Whether the last line of a file has no end, because a process was killed while it wrote.
fn is_torn(file: &mut File) -> io::Result<bool> {
    if file.seek(SeekFrom::End(-1)).is_err() {
        return Ok(false); // it is empty
    }
    let mut last = [0];
    file.read_exact(&mut last)?;
    Ok(last != *b"\n")
}

/// Makes a folder and those above it.
///
/// # Errors
/// When it cannot be made.
pub fn make_folder(path: &Path) -> Result<(), FileError> {
    #[expect(clippy::disallowed_methods, reason = "this is the home of files")]
    fs::create_dir_all(path).map_err(FileError::new("make the folder", path))
}

/// The files of a folder whose names end in `ending`, in order of name; none if it does not exist.
#[must_use]
pub fn files_ending(folder: &Path, ending: &str) -> Vec<PathBuf> {
    #[expect(clippy::disallowed_methods, reason = "this is the home of files")]
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut files: Vec<PathBuf> = entries
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|path| path.to_string_lossy().ends_with(ending))
        .collect();
    // By name without ending, so that "talk" comes before "talk-2".
    files.sort_by(|a, b| a.file_stem().cmp(&b.file_stem()));
    files
}

/// The file of these that was written last; of equals the last in order.
#[must_use]
pub fn latest(files: &[PathBuf]) -> Option<&PathBuf> {
    files.iter().max_by_key(|file| fs::metadata(file).and_then(|data| data.modified()).ok())
}

/// Copies a file, byte for byte, to where none is yet.
///
/// # Errors
/// When it cannot be read, or there is one already, or it cannot be written.
pub fn copy(from: &Path, to: &Path) -> Result<(), FileError> {
    #[expect(clippy::disallowed_methods, reason = "this is the home of files")]
    let mut source = File::open(from).map_err(FileError::new("read", from))?;
    let file = OpenOptions::new().write(true).create_new(true).open(to);
    let mut file = file.map_err(FileError::new("make", to))?;
    io::copy(&mut source, &mut file).map_err(FileError::new("copy to", to)).map(|_| ())
}

/// Deletes a file.
///
/// # Errors
/// When it cannot be deleted.
pub fn remove(path: &Path) -> Result<(), FileError> {
    #[expect(clippy::disallowed_methods, reason = "this is the home of files")]
    fs::remove_file(path).map_err(FileError::new("delete", path))
}

/// A file that lines are added to and nothing is ever taken from.
#[derive(Debug)]
pub struct AppendOnly {
    path: PathBuf,
    file: File,
}

impl AppendOnly {
    /// Opens `path` for adding lines, makes it if need be, and keeps other programs from adding too.
    ///
    /// A torn last line, left by a process that was killed, is ended first, so that it costs itself
    /// and not the next line.
    ///
    /// # Errors
    /// When the file cannot be opened, or another process is writing to it.
    pub fn open(path: &Path) -> Result<Self, FileError> {
        let doing = "write to";
        let file = open_to_add(path)?;
        if !fs::metadata(path).map_err(FileError::new(doing, path))?.is_file() {
            return Ok(Self { path: path.to_owned(), file });
        }
        file.try_lock().map_err(|error| {
            let cause = match error {
                fs::TryLockError::WouldBlock => io::Error::other("another talk is writing to it"),
                fs::TryLockError::Error(error) => error,
            };
            FileError::new(doing, path)(cause)
        })?;
        Self::of(path, file)
    }

    /// The file, once a torn last line is ended.
    fn of(path: &Path, mut file: File) -> Result<Self, FileError> {
        let torn = is_torn(&mut file).map_err(FileError::new("write to", path))?;
        let mut log = Self { path: path.to_owned(), file };
        if torn {
            log.add("")?;
        }
        Ok(log)
    }

    /// Where the file is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Adds one line, in one piece.
    ///
    /// # Errors
    /// When the line cannot be written, for want of space or permission.
    pub fn add(&mut self, line: &str) -> Result<(), FileError> {
        let whole = format!("{line}\n");
        self.file
            .write_all(whole.as_bytes())
            .and_then(|()| self.file.flush())
            .map_err(FileError::new("write to", &self.path))
    }
}

#[cfg(test)]
mod tests {
    use super::{AppendOnly, read_text};

    #[test]
    fn a_torn_last_line_costs_itself_only() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("log");
        AppendOnly::open(&path).unwrap().add("whole").unwrap();
        #[expect(clippy::disallowed_methods, reason = "the test tears the file")]
        std::fs::write(&path, "whole\nto").unwrap();
        AppendOnly::open(&path).unwrap().add("next").unwrap();
        assert_eq!(read_text(&path).unwrap(), "whole\nto\nnext\n");
    }

    #[test]
    fn a_second_writer_is_told_so() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("log");
        let first = AppendOnly::open(&path).unwrap();
        let error = AppendOnly::open(&path).unwrap_err();
        assert!(error.to_string().ends_with("another talk is writing to it"), "{error}");
        drop(first);
        AppendOnly::open(&path).unwrap();
    }
}
