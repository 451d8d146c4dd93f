//! Runs the program as a pipe would: no environment but ours, a home of its own, a fixed width.

use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// What came of one run.
#[derive(Debug)]
pub(crate) struct Ran {
    /// Standard output; bytes that are not UTF-8 are replaced.
    pub(crate) stdout: String,
    /// Standard error, likewise.
    pub(crate) stderr: String,
    /// The exit status; none when a signal ended it.
    pub(crate) status: Option<i32>,
}

/// A folder for the program's data.
pub(crate) fn home() -> TempDir {
    tempfile::tempdir().unwrap()
}

/// The program with arguments, not yet started.
pub(crate) fn command(home: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_coffeechat"));
    command.env_clear().env("COFFEECHAT_HOME", home).env("COLUMNS", "80").env("TZ", "UTC");
    command.args(args);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Starts a command, types into it, and waits for its end.
///
/// A program that panics has failed, whatever the test is about.
pub(crate) fn finish(mut command: Command, typed: impl AsRef<[u8]>) -> Ran {
    let mut child = command.spawn().unwrap();
    let (mut input, mut errors) = (child.stdin.take().unwrap(), child.stderr.take());
    let output = child.stdout.take();
    let read = |pipe: &mut dyn Read| {
        let mut bytes = Vec::new();
        pipe.read_to_end(&mut bytes).unwrap();
        String::from_utf8_lossy(&bytes).into_owned()
    };
    let (stdout, stderr) = std::thread::scope(|scope| {
        let typed = typed.as_ref();
        scope.spawn(move || {
            let _ = input.write_all(typed); // the program may be done before it has read all
        });
        let stderr = scope.spawn(move || errors.as_mut().map(|pipe| read(pipe)));
        (output.map(|mut pipe| read(&mut pipe)), stderr.join().unwrap())
    });
    let (stdout, stderr) = (stdout.unwrap_or_default(), stderr.unwrap_or_default());
    let status = child.wait().unwrap().code();
    assert!(!stderr.contains("panicked"), "{stderr}");
    Ran { stdout, stderr, status }
}

/// Runs the program in a home of its own.
pub(crate) fn run(args: &[&str], typed: impl AsRef<[u8]>) -> Ran {
    finish(command(home().path(), args), typed)
}
