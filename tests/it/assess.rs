//! `assess`: questions, transcripts and JSON Lines, in any number and of any kind.

use std::fmt::Write as _;
use std::path::Path;

use coffeechat::transcript::learner::learner;
use coffeechat::transcript::survey::survey;
use coffeechat::transcript::{LONGEST_TURN, Layout};
use proptest::prelude::*;
use serde_json::Value;

use crate::program::{Ran, command, finish, home, run};

/// A list as somebody might keep one.
const QUESTIONS: &str = "How did you get into this work?\n\
    \n\
    2. Do you like your job?\n\
    - Don't you think it is hard, and is the pay good?\n\
    Could you tell me about a day that went wrong?\n\
    Thank you so much!\n";

/// One talk, in each way that people and recorders write it.
const NAMES: &str = "Talk of 3 May\n\n\
    Sam: Thank you for making time. I hope to learn how people get into this.\n\
    Maya: Of course, come in.\n\
    Sam: How did you get into it?\n\
    Maya: By accident. I drew car parks\nfor three years, and then one flooded.\n\
    Sam: Wow. What happened to the car park?\n\
    Maya: It went under.\n\
    Sam: Is there anyone else I should talk to?\n\
    Maya: Yes, Josie.\n";

fn assess(columns: &str, args: &[&str], typed: &str) -> Ran {
    let home = home();
    let args: Vec<&str> = ["assess"].iter().chain(args).copied().collect();
    let mut program = command(home.path(), &args);
    program.env("COLUMNS", columns);
    finish(program, typed)
}

fn objects(stdout: &str) -> Vec<Value> {
    stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

// What people read.

/// Compares with a stored page; `UPDATE_GOLDEN=1` stores it anew.
fn reads_as_stored(name: &str, ran: &Ran) {
    assert_eq!(ran.status, Some(0), "{}", ran.stderr);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/golden/{name}.txt"));
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &ran.stdout).unwrap();
    }
    let stored = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert!(
        stored == ran.stdout,
        "{name} reads differently now; if that is wanted: UPDATE_GOLDEN=1 cargo test assess\n\
         ~~~ stored\n{stored}\n~~~ now\n{}",
        ran.stdout
    );
}

#[test]
fn a_list_reads_as_stored_narrow_wide_and_aloud() {
    reads_as_stored("assess-list-60", &assess("60", &[], QUESTIONS));
    reads_as_stored("assess-list-100", &assess("100", &[], QUESTIONS));
    reads_as_stored("assess-list-plain", &assess("100", &["--plain"], QUESTIONS));
}

#[test]
fn a_transcript_reads_as_stored() {
    let ran = assess("60", &[], NAMES);
    reads_as_stored("assess-talk-60", &ran);
    assert!(ran.stderr.contains("Taking Sam for the one who asks"), "{}", ran.stderr);
}

#[test]
fn no_line_is_wider_than_the_screen() {
    let long = format!("{QUESTIONS}{}\n{}?\n", "why ".repeat(300), "a".repeat(300));
    for (columns, width) in
        [("24", 24), ("60", 60), ("99", 88), ("100", 100), ("160", 160), ("900", 160)]
    {
        let ran = assess(columns, &[], &long);
        let widest = ran.stdout.lines().map(|line| line.chars().count()).max().unwrap();
        assert!(widest <= width, "{columns}: {widest}");
    }
}

// Transcripts.

/// The learner's turns, as JSON: what was said, and how it was heard after what was said before.
fn turns(args: &[&str], typed: &str) -> Vec<(String, String)> {
    let all: Vec<&str> = ["--jsonl", "--transcript", "auto"].iter().chain(args).copied().collect();
    let ran = assess("80", &all, typed);
    assert_eq!(ran.status, Some(0), "{}", ran.stderr);
    let turn = |object: &Value| {
        let kind = object["question"]["kind"].as_str().unwrap_or("-");
        (object["text"].as_str().unwrap().to_owned(), kind.to_owned())
    };
    objects(&ran.stdout).iter().map(turn).collect()
}

#[test]
fn one_talk_is_the_same_however_it_was_written_down() {
    let named = turns(&[], NAMES);
    assert_eq!(named.len(), 4);
    assert_eq!(named[2].0, "Wow. What happened to the car park?");
    assert_eq!(named[2].1, "follow-up");
    let q_and_a = NAMES.replace("Sam:", "Q:").replace("Maya:", "A:");
    assert_eq!(turns(&[], &q_and_a), named);
    assert_eq!(turns(&[], &NAMES.replace("Sam:", "**You:**").replace("Maya:", "**Maya:**")), named);
    assert_eq!(turns(&["--speaker", "sam"], NAMES), named);
    assert_eq!(turns(&[], &NAMES.replace('\n', "\r\n")), named);
    assert_eq!(turns(&[], &format!("\u{feff}{NAMES}")), named);
    let (mut vtt, mut srt) = ("WEBVTT\n\n".to_owned(), String::new());
    for (at, line) in NAMES.lines().skip(2).enumerate() {
        let name = line.split_once(": ").filter(|(name, _)| !name.contains(' '));
        let tagged =
            name.map_or_else(|| line.to_owned(), |(name, said)| format!("<v {name}>{said}"));
        let time = |comma| format!("00:00:{at:02}{comma}000 --> 00:00:{:02}{comma}000", at + 1);
        let _ = write!(vtt, "{}\n{tagged}\n\n", time('.'));
        let _ = write!(srt, "{}\n{}\n{line}\n\n", at + 1, time(','));
    }
    assert_eq!(turns(&[], &vtt), named, "{vtt}");
    assert_eq!(turns(&[], &srt), named, "{srt}");
    assert_eq!(turns(&["--speaker", "Maya"], &vtt).len(), 4);
}

#[test]
fn a_row_of_a_transcript_says_where_and_who() {
    let ran = assess("80", &["--jsonl", "--speaker", "Sam"], NAMES);
    let rows = objects(&ran.stdout);
    let places: Vec<_> = rows.iter().map(|row| row["line"].as_u64().unwrap()).collect();
    assert_eq!(places, [3, 5, 8, 10]);
    assert!(rows.iter().all(|row| row["speaker"] == "Sam" && row["act"].is_string()));
    let lines = assess("80", &["--jsonl", "--transcript", "lines"], QUESTIONS);
    let places: Vec<_> =
        objects(&lines.stdout).iter().map(|row| row["line"].as_u64().unwrap()).collect();
    assert_eq!(places, [1, 3, 4, 5, 6]);
}

#[test]
fn who_asks_back_is_heard_to_have_asked() {
    let talk = "You: Why?\nMaya: For love. And you?\nYou: I like water. What do you like?\n";
    let text = assess("80", &["--jsonl", "--transcript", "auto"], talk).stdout;
    let rows = objects(&text);
    let acts = rows[1]["acts"].to_string();
    assert!(acts.contains("answer"), "{text}");
}

// Rows.

#[test]
fn a_row_that_cannot_be_read_is_told_in_its_place() {
    let long = format!("{{\"id\":9,\"text\":\"{}\"}}", "so ".repeat(700_000));
    let rows = [
        r#"{"id":123456789012345678901234567890,"text":"why?"}"#,
        "not json",
        "",
        r#"{"id":{"a":[1]},"txt":"why?"}"#,
        r#"{"id":"x","text":5}"#,
        r#"["text"]"#,
        &long,
        r#"{"text":"why?","prev":"It was hard."}"#,
        r#"{"text":"why?","prev":null}"#,
        r#"{"text":"why?","prev":5}"#,
        "{\"id\":[\"\u{202e}\",\r12345678901234567890123],\"text\":\"why?\"}",
    ];
    let ran = run(&["assess", "--jsonl"], rows.join("\n"));
    assert_eq!(ran.status, Some(1));
    let answers: Vec<&str> = ran.stdout.lines().collect();
    assert_eq!(answers.len(), rows.len());
    assert!(
        answers[0].starts_with(r#"{"id":123456789012345678901234567890,"act":"#),
        "{}",
        answers[0]
    );
    for (at, start) in [
        (1, r#"{"line":2,"error":"not JSON: expected ident at column 2"#),
        (2, r#"{"line":3,"error":"the line is empty"#),
        (3, r#"{"id":{"a":[1]},"line":4,"error":"there is no `text`"#),
        (4, r#"{"id":"x","line":5,"error":"`text` is not a string"#),
        (5, r#"{"line":6,"error":"not a JSON object"#),
        (6, r#"{"line":7,"error":"the line is longer than 1 MiB"#),
        (7, r#"{"act":"question""#),
        (8, r#"{"act":"question""#),
        (9, r#"{"line":10,"error":"`prev` is not a string"#),
        (10, r#"{"id":["\u202e", 12345678901234567890123],"act""#),
    ] {
        assert!(answers[at].starts_with(start), "{}", answers[at]);
    }
    assert!(ran.stderr.contains("Line 7: longer than 1 MiB"), "{}", ran.stderr);
    objects(&ran.stdout);
}

#[test]
fn many_rows_come_out_in_order_and_as_each_alone() {
    let lines: Vec<&str> = QUESTIONS.lines().chain(NAMES.lines()).collect();
    let row = |id: usize| {
        let prev = lines[id / 3 % lines.len()];
        serde_json::json!({"id": id, "text": lines[id % lines.len()], "prev": prev}).to_string()
    };
    for (count, arguments) in
        [(5_000, &["assess", "--jsonl", "--fast"][..]), (300, &["assess", "--jsonl"])]
    {
        let all: String = (0..count).map(|id| row(id) + "\n").collect();
        let ran = run(arguments, &all);
        assert_eq!((ran.status, ran.stderr.as_str()), (Some(0), ""));
        let answers = objects(&ran.stdout);
        assert!(answers.iter().map(|answer| answer["id"].as_u64()).eq((0..count as u64).map(Some)));
        for id in [0, 1, 255, 256, 257, count - 1] {
            let alone = run(arguments, row(id));
            assert_eq!(objects(&alone.stdout)[0], answers[id]);
        }
        assert_eq!(ran.stdout, run(arguments, &all).stdout, "the same bytes again");
    }
}

// What cannot be read.

/// A file's name, its bytes, further arguments, and words of the message.
type Case<'a> = (&'a str, &'a [u8], &'a [&'a str], &'a [&'a str]);

#[test]
fn what_cannot_be_read_is_told_once_with_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let cases: [Case; 12] = [
        ("empty.txt", b"", &[], &["has nothing in it", "one question a line"]),
        ("blank.txt", b"\n  \n\t\n", &[], &["has nothing in it"]),
        ("utf16.txt", b"\xff\xfeW\0h\0y\0?\0\n\0", &[], &["UTF-16", "iconv"]),
        ("talk.docx", b"PK\x03\x04\x14\0\x06\0", &[], &["document", "plain text"]),
        ("talk.pdf", b"%PDF-1.7\n", &[], &["document"]),
        ("image", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", &[], &["byte 9 is zero, on line 3"]),
        (
            "even.txt",
            b"Sam: Why?\nMaya: Why?\nSam: So?\nMaya: Eh?\n",
            &[],
            &["Sam, Maya", "--speaker"],
        ),
        ("who.txt", b"Sam: Why?\nMaya: So.\n", &["--speaker", "Tom"], &["`Tom`", "Sam, Maya"]),
        ("none.vtt", b"WEBVTT\n\n00:01.000 --> 00:02.000\nHow so?\n", &[], &["names no speakers"]),
        (
            "one.vtt",
            b"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Maya>How so?\n",
            &[],
            &["one speaker only, Maya"],
        ),
        ("bare.vtt", b"WEBVTT\n", &[], &["names no speakers"]),
        (
            "both.txt",
            b"Why?\n",
            &["--transcript", "lines", "--speaker", "Sam"],
            &["has no speakers"],
        ),
    ];
    for (name, bytes, args, told) in cases {
        let file = folder.path().join(name);
        std::fs::write(&file, bytes).unwrap();
        let file = file.to_str().unwrap();
        let args: Vec<&str> = ["assess", file].iter().chain(args).copied().collect();
        let ran = run(&args, "");
        assert_eq!((ran.status, ran.stdout.as_str()), (Some(2), ""), "{name}: {}", ran.stderr);
        assert_eq!(ran.stderr.lines().count(), 1, "{name}: {}", ran.stderr);
        for word in told {
            assert!(ran.stderr.contains(word), "{name}: {word} in {}", ran.stderr);
        }
    }
    let file = folder.path().join("empty.txt");
    let ran = run(&["assess", "--jsonl", file.to_str().unwrap()], "");
    assert_eq!((ran.status, ran.stdout.as_str(), ran.stderr.as_str()), (Some(0), "", ""));
    let ran = run(&["assess"], "");
    assert_eq!((ran.status, ran.stdout.as_str()), (Some(0), ""));
    assert!(ran.stderr.contains("Nothing came in"), "{}", ran.stderr);
}

#[test]
fn odd_lines_are_told_with_their_number_and_the_rest_counted() {
    let mut typed = b"Why?\n".to_vec();
    for _ in 0..9 {
        typed.extend(b"how \xff so?\n");
    }
    let ran = run(&["assess"], &typed);
    assert_eq!(ran.status, Some(0));
    let told: Vec<&str> = ran.stderr.lines().collect();
    assert_eq!(told.len(), 4, "{}", ran.stderr);
    assert!(told[0].starts_with("Line 2: ") && told[3].starts_with("And 6 more lines"), "{told:?}");
    assert!(ran.stdout.contains("how \u{fffd} so?"), "{}", ran.stdout);
    let long = run(&["assess"], format!("Why?\n{} so?\nHow?\n", "and ".repeat(600_000)));
    assert_eq!(long.status, Some(0));
    assert!(long.stderr.contains("Line 2: longer than 1 MiB"), "{}", long.stderr);
    assert!(long.stdout.contains("\n3. How?\n") && long.stdout.len() < 4_000, "{}", long.stdout);
}

// Whatever comes in.

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 24,
        failure_persistence: None,
        rng_seed: proptest::test_runner::RngSeed::Fixed(20_261_122),
        ..ProptestConfig::default()
    })]

    #[test]
    fn as_many_rows_come_out_as_go_in(bytes in any_bytes()) {
        let ran = run(&["assess", "--jsonl"], &bytes);
        let lines = bytes.split_inclusive(|byte| *byte == b'\n').count();
        prop_assert_eq!(objects(&ran.stdout).len(), lines);
        prop_assert!(matches!(ran.status, Some(0 | 1)));
        let text = run(&["assess"], &bytes);
        prop_assert!(matches!(text.status, Some(0 | 2)), "{:?}", text.status);
    }
}

/// Bytes as they come, and lines that are nearly something.
fn any_bytes() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        proptest::collection::vec(any::<u8>(), 0..40),
        proptest::sample::select(PIECES).prop_map(|piece| piece.as_bytes().to_vec()),
    ];
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

const PIECES: &[&str] = &[
    "\n",
    "\n",
    "\n\n",
    "\r\n",
    "WEBVTT\n",
    "NOTE x",
    "1\n00:01,000 --> 00:02,000\n",
    "00:01.000 --> ",
    "<v Sam>",
    "<v",
    "</v>",
    "&amp;",
    "&#x110000;",
    "&#;",
    "You: ",
    "Maya: ",
    "Sam (0:12): ",
    "[00:01] ",
    "Q1: ",
    "A: ",
    "Maya 0:05\n",
    "why?",
    "{\"text\":\"why?\"}\n",
    "{\"id\":[1,{}],\"text\":\"",
    "\"}",
    "\u{feff}",
    "\u{202e}",
    "\u{1b}[2J",
    "：",
    "é",
    "**",
    "- ",
    "[",
    "(",
];

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 2_000,
        failure_persistence: None,
        rng_seed: proptest::test_runner::RngSeed::Fixed(20_261_122),
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_text_is_read_as_turns_that_make_sense(
        pieces in proptest::collection::vec(
            prop_oneof![proptest::sample::select(PIECES).prop_map(str::to_owned), ".{0,12}"],
            0..40,
        ),
        layout in proptest::sample::select(
            &[None, Some(Layout::Speakers), Some(Layout::Vtt), Some(Layout::Srt)][..],
        ),
    ) {
        let text = pieces.concat();
        let Some(found) = survey(text.lines(), layout) else { return Ok(()) };
        let _ = learner(&found, None);
        let mut reader = found.reader();
        let mut turns = Vec::new();
        for (line, number) in text.lines().zip(1..) {
            reader.read(line, number, &mut turns);
        }
        turns.extend(reader.end());
        let mut last = 0;
        for turn in turns {
            prop_assert!(!turn.text.is_empty() && !turn.speaker.is_empty());
            prop_assert!(turn.line >= last && turn.line <= text.lines().count() as u64);
            prop_assert!(turn.text.len() <= LONGEST_TURN);
            last = turn.line;
        }
    }
}
