//! Letters: what is found in them, what a note remembers of a talk, and what comes back.

use std::collections::BTreeMap;
use std::fs;

use coffeechat::letters::told::Told;
use coffeechat::letters::{self, Kind, Unreadable};

use crate::cast::met;
use crate::program::{command, finish, home, run};

/// Letters written for this test by somebody who had not seen the cues, each with the elements it has.
const LETTERS: &str = include_str!("data/letters.tsv");

/// Notes after the talk of `tests/golden/listening.lines.txt`: half name something that was said in it.
const NOTES: &str = include_str!("data/notes.tsv");

#[test]
fn the_elements_of_a_letter_are_found() {
    let mut missed: Vec<String> = Vec::new();
    let (mut right, mut wrong) = (0, 0);
    let mut job: BTreeMap<bool, usize> = BTreeMap::new();
    for row in LETTERS.lines() {
        let [kind, elements, letter] = row.splitn(3, '\t').collect::<Vec<_>>()[..] else {
            panic!("a row of three columns: {row}");
        };
        let kind = if kind == "outreach" { Kind::Outreach } else { Kind::Thanks };
        let there: Vec<&str> = elements.split(',').map(str::trim).collect();
        let reading = letters::read(kind, &letter.replace("\\n", "\n"), None).unwrap();
        for checked in &reading.elements {
            let expected = there.contains(&checked.element.id);
            if expected && checked.is_met {
                right += 2;
            }
            if expected != checked.is_met {
                wrong += 1;
                missed.push(format!("{} expected {expected}: {letter}", checked.element.id));
            }
            if checked.element.id == "no_job_ask" {
                *job.entry(expected == checked.is_met).or_default() += 1;
            }
        }
    }
    let f1 = f64::from(right) / f64::from(right + wrong);
    assert!(f1 >= 0.85, "F1 {f1:.3}:\n{}", missed.join("\n"));
    assert!(job.get(&false).is_none_or(|wrong| *wrong <= 1), "{}", missed.join("\n"));
}

#[test]
fn a_note_that_names_something_said_is_told_from_one_that_does_not() {
    let mut session = met("rosa-delgado").talk(7);
    for line in include_str!("../golden/listening.lines.txt").lines() {
        session.say(line);
    }
    let told = Told::of(&session);
    let mut wrong: Vec<String> = Vec::new();
    let mut rows: BTreeMap<&str, usize> = BTreeMap::new();
    for row in NOTES.lines() {
        let (expected, note) = row.split_once('\t').unwrap();
        *rows.entry(expected).or_default() += 1;
        let reading = letters::read(Kind::Thanks, note, Some(&told)).unwrap();
        let told = reading.told.unwrap();
        if told.said.is_some() != (expected == "said") {
            wrong.push(format!("{expected}: {note} ({:?})", told.gist));
        }
    }
    assert!(rows["said"] >= 20 && rows["not-said"] >= 20, "{rows:?}");
    let most = NOTES.lines().count() / 20;
    assert!(wrong.len() <= most, "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

/// Sentences that speak of work, and of a job, without asking for one.
#[test]
fn speaking_of_a_job_is_not_asking_for_one() {
    for sentence in [
        "If you have a chance to talk next week, I would be glad.",
        "I currently have a job in retail.",
        "I am very interested in your role at the museum.",
        "I wonder what it is like to work at your company.",
        "I want to find out whether this is the right work for me.",
        "I was looking at your portfolio.",
        "I would like to hear how you moved into HR.",
        "Our gallery opening is next month.",
        "I'm not looking for openings, only for advice.",
    ] {
        let reading = letters::read(Kind::Outreach, sentence, None).unwrap();
        assert!(reading.has("no_job_ask"), "{sentence}");
    }
    for note in [
        "Thank you for referring me to Ms Okoro.",
        "What you said about hiring your first apprentice has stayed with me.",
    ] {
        assert!(letters::read(Kind::Thanks, note, None).unwrap().has("no_job_ask"), "{note}");
    }
    for sentence in [
        "I have not found a job yet, so please hire me.",
        "Could you refer me for the analyst role?",
        "I attach my CV.",
        "Are you hiring?",
        "Could you put in a word for me?",
    ] {
        let reading = letters::read(Kind::Outreach, sentence, None).unwrap();
        assert!(!reading.has("no_job_ask"), "{sentence}");
    }
}

#[test]
fn what_cannot_be_read_is_told() {
    let long = "word ".repeat(50_000);
    for (letter, expected) in [
        ("", Unreadable::Empty),
        ("  \n\n ", Unreadable::Empty),
        ("😀", Unreadable::Empty),
        (&*long, Unreadable::TooLong),
        ("Je vous écris pour savoir comment vous êtes devenue ingénieure.", Unreadable::NotEnglish),
    ] {
        let read = letters::read(Kind::Outreach, letter, None);
        assert_eq!(read.unwrap_err(), expected, "{letter:.40}");
    }
    for letter in ["Hi", "[Name]", "a\u{0}b", "\u{1b}[31mHi there, I am a nurse"] {
        let reading = letters::read(Kind::Outreach, letter, None).unwrap();
        assert!(!reading.is_ready());
    }
}

#[test]
fn a_message_that_asks_for_a_job_gets_a_no_and_the_next_one_a_yes() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("first.txt");
    fs::write(&file, "Hello, could you get me a job? I attach my CV.").unwrap();
    let first = run(
        &["letter", "outreach", file.to_str().unwrap(), "--to", "rosa-delgado"],
        "Thank you for telling me. Is there someone else I could ask?\n",
    );
    assert_eq!(first.status, Some(1));
    assert!(first.stdout.contains("a no that leads on"), "{}", first.stdout);
    let good = "Dear Ms Delgado,\n\nMy name is Sam and I study geography at City College. Our \
                lecturer gave me your name after your talk on droughts, and the part about leaks \
                stayed with me. I would like to hear how you found your way into planning. Would \
                you have twenty minutes by phone, any afternoon next week?\n\nThank you.\nSam";
    let answers = ["1", "2", "3", "4"].map(|seed| {
        let ran = run(&["letter", "outreach", "--to", "rosa-delgado", "--seed", seed], good);
        assert_eq!(ran.status, Some(0), "{}", ran.stdout);
        assert!(ran.stdout.contains("Everything needed is there"));
        ran.stdout.contains("A yes mostly comes with a condition")
    });
    // Somebody this busy says not now to half of the good ones.
    assert!(answers.contains(&true) && answers.contains(&false), "{answers:?}");
}

#[test]
fn a_file_that_is_no_letter_gets_one_message() {
    let folder = tempfile::tempdir().unwrap();
    let binary = folder.path().join("letter.docx");
    fs::write(&binary, b"PK\x03\x04\x00\x00").unwrap();
    let gone = folder.path().join("gone.txt");
    for (file, word) in [(&binary, "not text"), (&gone, "could not read")] {
        let ran = run(&["letter", "thanks", file.to_str().unwrap()], "");
        assert_eq!(ran.status, Some(2));
        assert_eq!((ran.stdout.as_str(), ran.stderr.lines().count()), ("", 1), "{}", ran.stderr);
        assert!(ran.stderr.contains(word), "{}", ran.stderr);
    }
}

#[test]
fn reminders_are_a_calendar_and_never_overwrite() {
    let home = home();
    let lines = include_str!("../golden/listening.lines.txt");
    finish(command(home.path(), &["practice", "rosa-delgado", "--new", "--seed", "7"]), lines);
    let file = home.path().join("due.ics");
    let args = ["letter", "thanks", "--reminders", file.to_str().unwrap()];
    let note = "Thank you for your time yesterday. I will write to you about the leaks.";
    let first = finish(command(home.path(), &args), note);
    assert!(first.stdout.contains("Reminders are in"), "{}{}", first.stdout, first.stderr);
    let calendar = fs::read_to_string(&file).unwrap();
    assert!(calendar.starts_with("BEGIN:VCALENDAR\r\n") && calendar.ends_with("END:VCALENDAR\r\n"));
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 3, "{calendar}");
    assert!(calendar.contains("SUMMARY:Thank-you note to Rosa Delgado is due"), "{calendar}");
    let second = finish(command(home.path(), &args), note);
    assert_eq!(second.status, Some(2));
    assert_eq!(fs::read_to_string(&file).unwrap(), calendar);
}
