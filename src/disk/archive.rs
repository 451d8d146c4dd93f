//! A pack that is a `.zip` file. It is read in memory, and nothing is ever unpacked to a disk.
//!
//! A zip comes from somewhere: by e-mail, from a course page. So it is looked over as a whole before
//! anything in it is unpacked, and refused if it is not what a file manager makes of a folder.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Cursor, Read};

use zip::read::ZipFileEntry;
use zip::{CompressionMethod, ZipArchive, ZipReadOptions};

use super::place::{self, Place};
use super::{Source, Unreadable, few_enough, small_enough, source, too_large};

/// A zip may have this many bytes: twice what a pack may have unpacked, so that there is room for pictures
/// and pages beside it.
pub const LARGEST_ARCHIVE: u64 = 64 * 1024 * 1024;

/// A zip may have this many files and folders, whatever they are.
pub const MOST_ENTRIES: usize = 10_000;

/// A path in a zip may have this many bytes.
pub const LONGEST_PATH: usize = 1_000;

/// A file may be this many times as large as what it was packed into. Text packs to a third or a tenth; what
/// packs to a thousandth was made to fill a memory.
pub const HIGHEST_RATIO: u64 = 200;

/// Files of up to so many bytes may be packed to however little: a page of blanks does no harm.
pub const RATIO_FROM: u64 = 64 * 1024;

/// Each file and folder of a zip has this mark.
const ENTRY_MARK: [u8; 4] = *b"PK\x01\x02";

/// The bits of a Unix mode that say what kind of file it is, and the kinds that a pack is made of; 0 when
/// whoever made the zip did not say.
const KIND: u32 = 0o170_000;
const IS_FILE: u32 = 0o100_000;
const IS_FOLDER: u32 = 0o040_000;
const IS_LINK: u32 = 0o120_000;

/// Whether a file that begins so is a zip.
pub(super) fn begins_like_one(head: &[u8]) -> bool {
    head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06")
}

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// A file of the zip that is read, or that is astray.
struct Entry {
    /// Its place among the entries of the zip.
    index: usize,
    /// Whether it is a folder, whatever its name.
    is_folder: bool,
}

/// The files of the pack in a zip, as [`super::pack_sources`] gives those of a folder.
///
/// The pack lies at the top of the zip, or in the one folder of it that has a `pack.toml`. What file managers
/// add (`__MACOSX/`, names that begin with a dot) is passed over. So is whatever else is not the pack's.
/// Zips written in the 64-bit form are read like any other, within the same bounds.
///
/// # Errors
/// Why the zip is refused, in words: it is damaged, it has no pack or several, it has files that do not
/// belong into a pack (links, paths that leave the folder, names twice, encrypted ones), or it is, or would
/// be unpacked, larger than a pack may be.
pub fn sources(bytes: &[u8]) -> io::Result<Vec<Source>> {
    if bytes.len() as u64 > LARGEST_ARCHIVE {
        let most = LARGEST_ARCHIVE / 1024 / 1024;
        return Err(refused(format!("a zip with a pack has at most {most} MiB")));
    }
    // Counted before anything is made of them: each takes much more memory than it has bytes.
    if bytes.windows(ENTRY_MARK.len()).filter(|bytes| *bytes == ENTRY_MARK).count() > MOST_ENTRIES {
        return Err(refused(format!("a zip with a pack has at most {MOST_ENTRIES} files")));
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged())?;
    if archive.is_empty() {
        return Err(refused("the zip is empty"));
    }
    let paths = looked_over(&archive)?;
    if archive.has_overlapping_entries().map_err(|_| damaged())? {
        return Err(refused("the zip is damaged: two files in it share the same bytes"));
    }
    let root = root(&paths)?;
    let mut read = Vec::new();
    let mut strays = Vec::new();
    for (path, entry) in paths {
        let Some(path) = path.strip_prefix(&root) else { continue };
        match place::of(path) {
            Place::Read => read.push((path.to_owned(), entry)),
            Place::Stray if !entry.is_folder => strays.push(Source::stray(path.to_owned())),
            Place::Stray | Place::Other => {}
        }
    }
    // In the order in which those of a folder are read.
    read.sort_by_key(|(path, _)| {
        let folder = super::PACK_FOLDERS
            .iter()
            .position(|folder| path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/')));
        (folder, path.clone())
    });
    check_amount(&archive, &read)?;
    let mut sources = Vec::with_capacity(read.len() + strays.len());
    for (path, entry) in &read {
        sources.push(unpacked(&mut archive, path, entry)?);
    }
    sources.append(&mut strays);
    Ok(sources)
}

fn refused(why: impl Into<String>) -> io::Error {
    io::Error::other(why.into())
}

fn damaged() -> io::Error {
    refused("the zip is damaged or not whole; make it again, or fetch it again")
}

/// All files and folders of the zip by their paths, without those that file managers add; once nothing in it
/// is found that a pack is not made of.
fn looked_over(archive: &Archive<'_>) -> io::Result<BTreeMap<String, Entry>> {
    if archive.has_duplicate_names() {
        return Err(refused("two files in the zip have the same name"));
    }
    let mut paths = BTreeMap::new();
    let mut names = BTreeSet::new();
    for index in 0..archive.len() {
        let entry = archive.by_index_data(index).map_err(|_| damaged())?;
        let raw = entry.name_raw();
        let path = str::from_utf8(raw).map_err(|_| {
            let shown = shortened(&String::from_utf8_lossy(raw));
            refused(format!(
                "the name `{shown}` in the zip is not UTF-8; use plain letters in names of files"
            ))
        })?;
        if let Some(fault) = fault_of_path(path).or_else(|| fault_of_kind(&entry)) {
            return Err(refused(format!("`{}` in the zip {fault}", shortened(path))));
        }
        let plain = path.trim_end_matches('/');
        if !names.insert(plain.to_lowercase()) {
            return Err(refused(format!(
                "two files in the zip are called `{}`, if capitals do not count",
                shortened(plain)
            )));
        }
        if !plain.split('/').any(|part| part == "__MACOSX" || part.starts_with('.')) {
            let is_folder = path.ends_with('/') || kind_of(&entry) == IS_FOLDER;
            paths.insert(plain.to_owned(), Entry { index, is_folder });
        }
    }
    Ok(paths)
}

/// What is wrong with a path, as a clause that goes on from it.
fn fault_of_path(path: &str) -> Option<&'static str> {
    let bytes = path.as_bytes();
    let plain = path.strip_suffix('/').unwrap_or(path);
    if bytes.len() > LONGEST_PATH {
        Some("is too long a path")
    } else if path.chars().any(char::is_control) {
        Some("has a control character in its name")
    } else if path.contains('\\') {
        Some("is written with a backslash, not with `/` between folders")
    } else if path.starts_with('/')
        || (bytes.get(1) == Some(&b':') && bytes.first().is_some_and(u8::is_ascii_alphabetic))
    {
        Some("is a path from the top of a disk; a pack has paths inside its folder only")
    } else if plain.split('/').any(|part| part == "..") {
        Some("is a path that leaves the folder")
    } else if plain.split('/').any(|part| part.is_empty() || part == ".") {
        Some("is not written as the path of a file is")
    } else {
        None
    }
}

fn kind_of(entry: &ZipFileEntry<'_>) -> u32 {
    (entry.external_attributes() >> 16) & KIND
}

/// What is wrong with an entry that is no plain file or folder, as a clause that goes on from its path.
fn fault_of_kind(entry: &ZipFileEntry<'_>) -> Option<&'static str> {
    match kind_of(entry) {
        0 | IS_FILE | IS_FOLDER if entry.encrypted() => {
            Some("is encrypted; make the zip without a password")
        }
        0 | IS_FILE | IS_FOLDER => None,
        IS_LINK => Some("is a link; put the file itself into the zip"),
        _ => Some("is neither a file nor a folder"),
    }
}

/// The folder of the zip that is the pack's, with a `/` at its end; nothing for the top of the zip.
fn root(paths: &BTreeMap<String, Entry>) -> io::Result<String> {
    let is_file = |path: &str| paths.get(path).is_some_and(|entry| !entry.is_folder);
    if is_file("pack.toml") {
        return Ok(String::new());
    }
    let tops: BTreeSet<&str> = paths
        .keys()
        .filter_map(|path| path.split_once('/'))
        .map(|(top, _)| top)
        .filter(|top| is_file(&format!("{top}/pack.toml")))
        .collect();
    let mut tops = tops.into_iter();
    match (tops.next(), tops.next()) {
        (Some(top), None) => Ok(format!("{top}/")),
        (Some(one), Some(other)) => Err(refused(format!(
            "the zip has several packs (`{}`, `{}`); make one zip of each",
            shortened(one),
            shortened(other)
        ))),
        (None, _) => Err(refused(
            "the zip has no `pack.toml`, neither at its top nor in a folder at its top",
        )),
    }
}

/// Checks what the files that will be read say of themselves: how many they are, how large, how packed.
fn check_amount(archive: &Archive<'_>, read: &[(String, Entry)]) -> io::Result<()> {
    few_enough(read.len())?;
    let mut all = 0_u64;
    for (path, entry) in read {
        let entry = archive.by_index_data(entry.index).map_err(|_| damaged())?;
        let size = entry.size();
        all = all.saturating_add(size);
        if let Some(why) = too_large(size) {
            return Err(refused(format!("`{path}` in the zip is too large: {why}")));
        }
        if size > RATIO_FROM && size / HIGHEST_RATIO > entry.compressed_size() {
            return Err(refused(format!(
                "`{path}` in the zip would be unpacked to more than {HIGHEST_RATIO} times its size, as no \
                 text of a person would"
            )));
        }
        let method = entry.compression();
        if method != CompressionMethod::Stored && method != CompressionMethod::Deflated {
            return Err(refused(format!(
                "`{path}` in the zip is packed in a way that is not read here; make the zip in the usual \
                 way (“Deflate”)"
            )));
        }
    }
    small_enough(all)
}

/// One file of the pack. A damaged one is a source that says so.
///
/// # Errors
/// When more comes out of it than the zip says.
fn unpacked(archive: &mut Archive<'_>, path: &str, entry: &Entry) -> io::Result<Source> {
    let because = |why: &str| Source::unreadable(path, Unreadable::Because(why.to_owned()));
    if entry.is_folder {
        return Ok(because("it is not a file"));
    }
    match bytes_of(archive, entry.index, false) {
        Bytes::Whole(bytes) => return Ok(source(path, bytes)),
        Bytes::Broken => return Ok(because("it is damaged in the zip")),
        Bytes::WrongEnd => {}
    }
    // Either its checksum is wrong, or there is more of it: without the checksum one can tell.
    match bytes_of(archive, entry.index, true) {
        Bytes::Whole(_) | Bytes::Broken => Ok(because("it is damaged in the zip")),
        Bytes::WrongEnd => Err(refused(format!(
            "`{path}` in the zip would be unpacked to more bytes than the zip says"
        ))),
    }
}

/// What came of unpacking a file.
enum Bytes {
    /// All of it, as many bytes as the zip says.
    Whole(Vec<u8>),
    /// Fewer bytes than the zip says, or none.
    Broken,
    /// As many bytes as the zip says, and then something other than a good end.
    WrongEnd,
}

/// Unpacks a file, and no more of it than the zip says it has.
fn bytes_of(archive: &mut Archive<'_>, index: usize, any_checksum: bool) -> Bytes {
    let options = ZipReadOptions::new().ignore_crc32(any_checksum);
    let Ok(mut file) = archive.by_index_with_options(index, options) else { return Bytes::Broken };
    let size = file.size();
    let mut bytes = Vec::new();
    let read = file.by_ref().take(size).read_to_end(&mut bytes);
    if read.is_err() || bytes.len() as u64 != size {
        return Bytes::Broken;
    }
    // The checksum is compared at the end, so one has to look for the end.
    match file.read(&mut [0]) {
        Ok(0) => Bytes::Whole(bytes),
        Ok(_) | Err(_) => Bytes::WrongEnd,
    }
}

/// A name as it is shown, however long it is.
fn shortened(name: &str) -> String {
    const SHOWN: usize = 60;
    let mut shown: String = name.chars().take(SHOWN).collect();
    if shown.len() < name.len() {
        shown.push('…');
    }
    shown
}
