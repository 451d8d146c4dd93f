//! Lines of a stream, whatever is in them, in bounded memory.

use std::io::{self, BufRead, Read};

/// What was read of one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Taken {
    /// The bytes the line has in the stream, with its end.
    pub(crate) length: u64,
    /// Whether it was longer than allowed, and the rest of it was passed by.
    pub(crate) is_cut: bool,
}

/// Reads a line into `line`, at most `most` bytes of it, without its end; none at the end of the stream.
///
/// # Errors
/// When the stream cannot be read.
pub(crate) fn read_line(
    stream: &mut impl BufRead,
    most: usize,
    line: &mut Vec<u8>,
) -> io::Result<Option<Taken>> {
    line.clear();
    let kept = stream.by_ref().take(most as u64).read_until(b'\n', line)?;
    if kept == 0 {
        return Ok(None);
    }
    let mut length = kept as u64;
    let mut is_cut = false;
    if line.last() == Some(&b'\n') {
        line.pop();
        if line.last() == Some(&b'\r') {
            line.pop();
        }
    } else if kept == most {
        let (rest, ended) = pass_by(stream)?;
        length += rest;
        is_cut = rest > u64::from(ended);
    }
    Ok(Some(Taken { length, is_cut }))
}

/// Reads to the end of the line and keeps nothing of it; says how many bytes that were, and whether the last
/// of them was a line's end.
fn pass_by(stream: &mut impl BufRead) -> io::Result<(u64, bool)> {
    let mut passed = 0;
    loop {
        let buffer = match stream.fill_buf() {
            Ok(buffer) => buffer,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        if buffer.is_empty() {
            return Ok((passed, false));
        }
        let end = buffer.iter().position(|byte| *byte == b'\n');
        let length = end.map_or(buffer.len(), |at| at + 1);
        stream.consume(length);
        passed += length as u64;
        if end.is_some() {
            return Ok((passed, true));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::read_line;

    #[test]
    fn long_lines_are_cut_and_the_next_line_is_whole() {
        let mut stream: &[u8] = b"one\r\n\nfour\nfives\nsix six\nlast one";
        let mut line = Vec::new();
        let mut read = Vec::new();
        while let Some(taken) = read_line(&mut stream, 5, &mut line).unwrap() {
            read.push((String::from_utf8(line.clone()).unwrap(), taken.length, taken.is_cut));
        }
        let mut by_one: &[u8] = b"sixsix";
        assert!(read_line(&mut by_one, 5, &mut line).unwrap().unwrap().is_cut);
        let read: Vec<_> =
            read.iter().map(|(line, length, is_cut)| (line.as_str(), *length, *is_cut)).collect();
        assert_eq!(
            read,
            [
                ("one", 5, false),
                ("", 1, false),
                ("four", 5, false),
                ("fives", 6, false),
                ("six s", 8, true),
                ("last ", 8, true),
            ]
        );
    }
}
