//! Each rung of the ladder and each drill, played through: at a terminal, and through a pipe at 60 columns
//! without colour.

use std::fs;
use std::path::Path;

use coffeechat::drill::Drill;
use rexpect::ReadUntil;
use rexpect::process::WaitStatus;

use crate::program::{command, finish, home};
use crate::terminal::{end, plainly, says, wait_for};

/// What is typed on a rung after its heading, and the words that show that it went its way.
const RUNGS: [(&str, &[&str], &[&str]); 8] = [
    (
        "0",
        &["", "", "", "", "", "", "", "", "", "", "", ""],
        &["A: ", "B: ", "The same person, the same day."],
    ),
    (
        "1",
        &[
            "", "1", "2", "3", "1", "1", "1", "1", "1", "1", "1", "1", "1", "1", "1", "1", "1",
            "1", "1", "1",
        ],
        &["1, 2 or 3?", "You took the line with most in it"],
    ),
    (
        "2",
        &["40", "your time today.", "get into this work?", "/help", "/quit"],
        &["Hello, and thank you for", "How did you", "After the talk with"],
    ),
    (
        "3",
        &[
            "",
            "Hello, thank you for your time.",
            "How did you get into this work?",
            "/hint",
            "bye",
            "",
        ],
        &["Coach: ", "After the talk with", "how comfortable did it feel?"],
    ),
    (
        "4",
        &["", "Hello.", "What does a typical day look like?", "bye", ""],
        &["Rosa: ", "After the talk with"],
    ),
    (
        "5",
        &[
            "",
            "Hello, thanks for having me.",
            "I would like to understand what the work is really like.",
            "How did you get into this work?",
            "bye",
            "",
        ],
        &["You said calmly what you are after.", "After the talk with"],
    ),
    (
        "6",
        &["", "Hello.", "/hint", "How did you get into this work?", "bye", ""],
        &["This is a silent run"],
    ),
    (
        "7",
        &["", "Hello.", "How did you get into this work?", "What do you earn?", "bye", ""],
        &["I studied law first", "To take along", "What do you earn?"],
    ),
];

/// One's own person, for the last rung.
fn write_down_somebody(home: &Path) {
    let typed = "Dana Whitfield\nEditor\nQuarry Press\nbooks\nsix years\nI studied law first\n\n\n\n\nwarm\n20\n";
    let ran = finish(command(home, &["pack", "new", "--person"]), typed);
    assert_eq!(ran.status, Some(0), "{}{}", ran.stdout, ran.stderr);
    let folder = home.join("people");
    let checked = finish(command(home, &["pack", "check", folder.to_str().unwrap()]), "");
    assert!(checked.stdout.starts_with("No findings"), "{}", checked.stdout);
}

/// What is too wide for so many columns, or has an escape in it.
fn unreadable(shown: &str, columns: usize) -> Vec<&str> {
    let is_bad = |line: &&str| line.chars().count() > columns || line.contains('\u{1b}');
    shown.lines().filter(is_bad).collect()
}

#[test]
fn every_rung_goes_through_a_pipe_at_60_columns() {
    let home = home();
    write_down_somebody(home.path());
    for (rung, typed, shows) in RUNGS {
        let mut command = command(home.path(), &["ladder", rung, "--seed", "3"]);
        command.env("COLUMNS", "60");
        let ran = finish(command, typed.join("\n") + "\n");
        assert_eq!((ran.status, ran.stderr.as_str()), (Some(0), ""), "rung {rung}");
        let words: String = ran.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
        for shown in shows.iter().filter(|shown| !shown.ends_with('?') || *rung != *"1") {
            let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(words.contains(&shown), "rung {rung} shows {shown:?}:\n{}", ran.stdout);
        }
        assert_eq!(unreadable(&ran.stdout, 60), [] as [&str; 0], "rung {rung}");
    }
    // What was done is counted, and something comes next.
    let ladder = finish(command(home.path(), &["ladder"]), "");
    assert_eq!(ladder.stdout.matches("(once)").count(), 8, "{}", ladder.stdout);
    assert!(ladder.stdout.contains("What comes next"), "{}", ladder.stdout);
}

#[test]
fn every_rung_is_played_at_a_terminal() {
    let home = home();
    write_down_somebody(home.path());
    for (rung, typed, shows) in RUNGS {
        let mut screen = plainly(home.path(), &["ladder", rung, "--seed", "3"]);
        let mut shown = String::new();
        for (at, line) in typed.iter().enumerate() {
            // A talk may be over before all is typed; then the look back is asked.
            let prompt = match (rung, at) {
                ("0", _) | (_, 0) => "> ",
                ("1", _) => "1, 2 or 3? ",
                _ => "You: ",
            };
            let is_after = at + 1 == typed.len() && line.is_empty();
            if is_after || (rung == "1" && at > 8) {
                break;
            }
            shown.push_str(&wait_for(&mut screen, prompt));
            shown.push_str(prompt);
            says(&mut screen, line);
        }
        // Whatever is asked from here on is skipped.
        loop {
            let prompts = ["1, 2 or 3? ", "You: ", "> "];
            let next = prompts.map(|words| ReadUntil::String(words.to_owned()));
            let next = next.into_iter().chain([ReadUntil::EOF]).collect();
            let (before, found) = screen.exp_any(next).unwrap();
            shown.push_str(&before);
            shown.push_str(&found); // at the end: all the rest
            if !prompts.contains(&found.as_str()) {
                break;
            }
            screen.send_control('d').unwrap();
        }
        let status = screen.process().wait().unwrap();
        assert!(matches!(status, WaitStatus::Exited(_, 0)), "rung {rung}: {status:?}\n{shown}");
        let words: String = shown.split_whitespace().collect::<Vec<_>>().join(" ");
        for wanted in shows {
            let wanted = wanted.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(words.contains(&wanted), "rung {rung} shows {wanted:?}:\n{shown}");
        }
    }
}

#[test]
fn every_drill_goes_through_a_pipe_at_60_columns() {
    let home = home();
    let typed =
        "What do you like about it?\nIs it?\nHow so, in your words?\nThank you, I see.\n\n\n";
    for drill in Drill::ALL.map(Drill::word) {
        for against in ["yes", "vague", "think", "no"] {
            let args = ["drill", drill, "--seed", "4", "--against", against];
            let mut command = command(home.path(), &args);
            command.env("COLUMNS", "60");
            let ran = finish(command, typed);
            assert_eq!((ran.status, ran.stderr.as_str()), (Some(0), ""), "{drill}");
            for shown in ["1 of 5", "Weak: ", "Strong: ", "The same again: "] {
                assert!(ran.stdout.contains(shown), "{drill} shows {shown:?}:\n{}", ran.stdout);
            }
            assert_eq!(unreadable(&ran.stdout, 60), [] as [&str; 0], "{drill}");
        }
    }
    let practised = fs::read_to_string(home.path().join("practised.jsonl")).unwrap();
    assert_eq!(practised.lines().count(), 20, "{practised}");
}

#[test]
fn every_drill_is_played_at_a_terminal() {
    let home = home();
    for drill in Drill::ALL.map(Drill::word) {
        let mut screen = plainly(home.path(), &["drill", drill, "--seed", "4", "--against", "yes"]);
        let mut shown = String::new();
        for number in 1..=5 {
            shown.push_str(&wait_for(&mut screen, &format!("{number} of 5")));
            shown.push_str(&wait_for(&mut screen, "> "));
            says(
                &mut screen,
                if number == 1 { "Thank you, what was that like for you?" } else { "" },
            );
            // What does not do it can be tried once more.
            let next = ["Once more", "Weak: "].map(|words| ReadUntil::String(words.to_owned()));
            if number == 1 && screen.exp_any(Vec::from(next)).unwrap().1 == "Once more" {
                wait_for(&mut screen, "> ");
                says(&mut screen, "");
            }
            shown.push_str(&wait_for(&mut screen, "Strong: "));
        }
        let (rest, status) = end(screen);
        assert!(matches!(status, WaitStatus::Exited(_, 0)), "{drill}: {status:?}\n{shown}{rest}");
        assert!(rest.contains("The same again: "), "{drill}\n{shown}{rest}");
    }
}
