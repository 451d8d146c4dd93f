//! Zips the built-in pack, which the binary carries; tells cargo what else it carries, so that a change of it is a
//! change of the code; and refuses to build with a model file that was cut off or altered.

#![expect(clippy::disallowed_methods, reason = "the layers of the program have none of this")]

use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// The folders of the built-in pack.
const FOLDERS: [&str; 3] = ["scenarios", "question_banks", "cases"];

/// The model by which lines are understood, and its first bytes.
const MODEL: &str = "model/meaning.bin";
const BEGINS: &[u8] = b"coffeechat mean2";

fn main() -> ExitCode {
    for part in ["pack.toml", MODEL].into_iter().chain(FOLDERS) {
        println!("cargo::rerun-if-changed={part}");
    }
    if let Err(error) = zipped() {
        println!("cargo::error=the built-in pack could not be zipped: {error}");
        return ExitCode::FAILURE;
    }
    match std::fs::read(MODEL) {
        Ok(file) if is_whole(&file) => ExitCode::SUCCESS,
        Ok(file) => {
            println!(
                "cargo::error={MODEL} is cut off or was altered ({} bytes); get it from the repository \
                 again, or make it anew with model/make.py",
                file.len()
            );
            ExitCode::FAILURE
        }
        Err(error) => {
            println!("cargo::error={MODEL} cannot be read ({error}); it belongs to the repository");
            ExitCode::FAILURE
        }
    }
}

/// Zips the built-in pack into a file for `src/pack/builtin.rs`. The same files give the same bytes.
fn zipped() -> Result<(), Box<dyn std::error::Error>> {
    let mut paths = vec![PathBuf::from("pack.toml")];
    for folder in FOLDERS {
        for entry in std::fs::read_dir(folder)? {
            paths.push(entry?.path());
        }
    }
    // Not what an editor keeps beside a file, such as `.#x.toml`.
    let is_hidden =
        |path: &Path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
    paths
        .retain(|path| path.extension().is_some_and(|ending| ending == "toml") && !is_hidden(path));
    paths.sort();
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_level(Some(9));
    for path in paths {
        let name = path.to_string_lossy().replace('\\', "/");
        zip.start_file(name, options)?;
        let text = std::fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        zip.write_all(&text)?;
    }
    let out = std::env::var_os("OUT_DIR").ok_or("cargo names no folder to write to")?;
    std::fs::write(Path::new(&out).join("pack.zip"), zip.finish()?.into_inner())?;
    Ok(())
}

/// Whether the sum at the end is that of the rest, reckoned as `model/make.py` does: eight sums side by side,
/// each of every eighth word of eight bytes.
fn is_whole(file: &[u8]) -> bool {
    const ODD: u64 = 0x9e37_79b9_7f4a_7c15;
    let Some((body, sum)) = file.split_last_chunk::<8>() else { return false };
    if !body.starts_with(BEGINS) {
        return false;
    }
    let mut lanes = [0_u64; 8];
    let (rows, rest) = body.as_chunks::<64>();
    let mut last = [0_u8; 64];
    last[..rest.len()].copy_from_slice(rest);
    for row in rows.iter().chain((!rest.is_empty()).then_some(&last)) {
        for (lane, word) in lanes.iter_mut().zip(row.as_chunks::<8>().0) {
            *lane = (*lane ^ u64::from_le_bytes(*word)).wrapping_mul(ODD);
            *lane ^= *lane >> 29;
        }
    }
    let total = lanes.iter().fold(0_u64, |total, lane| (total ^ lane).wrapping_mul(ODD));
    total == u64::from_le_bytes(*sum)
}
