//! Zips for tests: good ones, and ones that were tampered with.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// A zip of these files, as a file manager makes it; a name that ends in `/` is a folder.
pub(crate) fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    made(files, SimpleFileOptions::default().compression_method(CompressionMethod::Deflated))
}

/// A zip of these files as they are, not packed.
pub(crate) fn stored(files: &[(&str, &[u8])]) -> Vec<u8> {
    made(files, SimpleFileOptions::default().compression_method(CompressionMethod::Stored))
}

/// A zip of these files in the 64-bit form, which is for files of more than 4 GiB.
pub(crate) fn zip64(files: &[(&str, &[u8])]) -> Vec<u8> {
    let packed = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    made(files, packed.large_file(true))
}

fn made(files: &[(&str, &[u8])], options: SimpleFileOptions) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in files {
        if path.ends_with('/') {
            zip.add_directory(*path, options).unwrap();
        } else {
            zip.start_file(*path, options).unwrap();
            zip.write_all(bytes).unwrap();
        }
    }
    zip.finish().unwrap().into_inner()
}

/// A field of a file in the list at the end of a zip: where it stands in its header, and how long it is.
#[derive(Clone, Copy)]
pub(crate) struct Field(usize, usize);

pub(crate) const FLAGS: Field = Field(8, 2);
pub(crate) const METHOD: Field = Field(10, 2);
pub(crate) const CHECKSUM: Field = Field(16, 4);
pub(crate) const SIZE: Field = Field(24, 4);
pub(crate) const MODE: Field = Field(40, 2);
pub(crate) const PLACE: Field = Field(42, 4);

/// The zip with another value in a field of one of its files.
pub(crate) fn with(mut zip: Vec<u8>, path: &str, Field(at, length): Field, value: u32) -> Vec<u8> {
    let start = header_of(&zip, path) + at;
    zip[start..start + length].copy_from_slice(&value.to_le_bytes()[..length]);
    zip
}

/// The zip with another name, of the same length, for one of its files.
pub(crate) fn renamed(mut zip: Vec<u8>, from: &str, to: &[u8]) -> Vec<u8> {
    assert_eq!(from.len(), to.len());
    let places: Vec<usize> =
        (0..zip.len()).filter(|at| zip[*at..].starts_with(from.as_bytes())).collect();
    assert!(places.len() >= 2, "its own header, and the list at the end");
    for at in places {
        zip[at..at + to.len()].copy_from_slice(to);
    }
    zip
}

/// Where the header of a file begins in the list at the end.
fn header_of(zip: &[u8], path: &str) -> usize {
    let is_header = |at: &usize| {
        zip[*at..].starts_with(b"PK\x01\x02")
            && zip.get(at + 46..).is_some_and(|name| name.starts_with(path.as_bytes()))
    };
    (0..zip.len()).find(is_header).unwrap()
}
