//! `pack author`: a scenario tried out while its files change, at a terminal and through a pipe.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout};

use rexpect::process::WaitStatus;
use rexpect::session::PtySession;
use tempfile::TempDir;

use crate::program::{Ran, command, finish, home, run};
use crate::small_pack::{BAKER, CASES, on_disk};
use crate::terminal::{end, plainly, says, wait_for};

const PATH: &str = "How did you get into this line of work?";
const BAKER_FILE: &str = "scenarios/baker.toml";
const CASES_FILE: &str = "cases/baker.toml";
const KEPT: &str = "The talk goes on with the pack as it was.";

/// An edit with a slip in it.
fn broken() -> String {
    BAKER.replace("gist = \"I came", "gits = \"I came")
}

/// An edit that holds back the first answer.
fn gated() -> String {
    BAKER.replace(
        "short = \"Through one night shift.\"",
        "short = \"Through one night shift.\"\ngate = { rapport = \"open\" }",
    )
}

/// An edit of the words of the first answer.
fn reworded() -> String {
    BAKER.replace("My aunt was ill one night", "My aunt broke her wrist one night")
}

/// Saves a file as careful editors do, whole or not at all.
fn save(pack: &TempDir, path: &str, text: &str) {
    assert_ne!(fs::read_to_string(pack.path().join(path)).unwrap(), text, "this is an edit");
    let beside = pack.path().join("saved");
    fs::write(&beside, text).unwrap();
    fs::rename(&beside, pack.path().join(path)).unwrap();
}

fn read(pack: &TempDir, path: &str) -> String {
    fs::read_to_string(pack.path().join(path)).unwrap()
}

fn at_a_terminal(home: &Path, pack: &TempDir) -> PtySession {
    let mut screen = plainly(home, &["pack", "author", pack.path().to_str().unwrap()]);
    let opening = wait_for(&mut screen, "You: ");
    assert!(opening.contains("Ada: Sit by the oven"), "{opening}");
    screen
}

/// Types a line; gives what is shown up to the next prompt.
fn typed(screen: &mut PtySession, line: &str) -> String {
    says(screen, line);
    wait_for(screen, "\n");
    wait_for(screen, "You: ")
}

/// The program at the end of a pipe, asked one line at a time.
struct Piped {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
    asked: usize,
}

impl Piped {
    fn start(home: &Path, pack: &TempDir) -> Self {
        let folder = pack.path().to_str().unwrap();
        let mut child = command(home, &["pack", "author", folder, "baker"]).spawn().unwrap();
        let (input, output) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
        Self { child, input, output: BufReader::new(output), asked: 0 }
    }

    /// Says a line; gives all that came of it.
    fn says(&mut self, line: &str) -> String {
        // What comes of a word that is no command is known, so it shows where the rest ends.
        self.asked += 1;
        let mark = format!("/mark{}", self.asked);
        writeln!(self.input, "{line}\n{mark}").unwrap();
        let mut came = String::new();
        while !came.contains(&mark) {
            assert_ne!(self.output.read_line(&mut came).unwrap(), 0, "it ended:\n{came}");
        }
        came
    }

    fn ends(self) {
        let Self { mut child, input, .. } = self;
        drop(input);
        assert_eq!(child.wait().unwrap().code(), Some(0));
    }
}

/// What is shown, however it was wrapped.
fn flat(shown: &str) -> String {
    shown.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn piped(pack: &TempDir, lines: &[&str]) -> Ran {
    let folder = pack.path().to_str().unwrap();
    let ran = finish(command(home().path(), &["pack", "author", folder]), lines.join("\n"));
    assert_eq!((ran.status, ran.stderr.as_str()), (Some(0), ""), "{}", ran.stdout);
    ran
}

#[test]
fn a_scenario_is_tried_out_at_a_terminal_while_its_file_changes() {
    let (home, pack) = (home(), on_disk(&[]));
    let mut screen = at_a_terminal(home.path(), &pack);
    let came = typed(&mut screen, PATH);
    for words in ["Ada: My aunt was ill", "answer: path-night; topic career-path", "Coach: open"] {
        assert!(came.contains(words), "{words}\n{came}");
    }

    // A slip is shown once, above the line that is being typed, which stays.
    screen.send("Tell me about ").unwrap();
    screen.flush().unwrap();
    wait_for(&mut screen, "about ");
    save(&pack, BAKER_FILE, &broken());
    let findings = wait_for(&mut screen, KEPT);
    assert!(findings.contains("gits") && findings.contains(BAKER_FILE), "{findings}");
    wait_for(&mut screen, "You: Tell me about ");
    let came = typed(&mut screen, "the oven.");
    assert!(came.contains("eleven cracks") && !came.contains(KEPT), "{came}");

    // Mended, and changed.
    save(&pack, BAKER_FILE, &gated());
    let told = wait_for(&mut screen, "line 1: path-night became path-night held back");
    assert!(told.contains("Read again: scenarios/baker.toml."), "{told}");
    wait_for(&mut screen, "edited otherwise: path-night");
    wait_for(&mut screen, "You: ");

    let came = typed(&mut screen, "/set rapport 60");
    assert!(came.contains("From here on: rapport 60."), "{came}");
    let came = typed(&mut screen, "/jump path-bank");
    assert!(came.contains("Ada: I had a post in a bank"), "{came}");
    let came = typed(&mut screen, "/undo");
    assert!(came.contains("Taken back: /jump path-bank"), "{came}");

    // Tab completes commands and ids.
    screen.send("/ju\t path-b\t\r").unwrap();
    screen.flush().unwrap();
    wait_for(&mut screen, "Ada: I had a post in a bank");
    wait_for(&mut screen, "You: ");

    screen.send("half a li").unwrap();
    screen.send_control('c').unwrap();
    wait_for(&mut screen, "Ctrl-C clears the line");
    wait_for(&mut screen, "You: ");
    screen.send_control('d').unwrap();
    let (_, status) = end(screen);
    assert!(matches!(status, WaitStatus::Exited(_, 0)), "{status:?}");
    assert!(!home.path().join("runs").exists(), "nothing is kept as a run");
}

#[test]
fn a_scenario_is_tried_out_through_a_pipe_while_its_file_changes() {
    let (home, pack) = (home(), on_disk(&[]));
    let mut talk = Piped::start(home.path(), &pack);
    let came = talk.says(PATH);
    assert!(came.contains("Ada: My aunt was ill") && came.contains("answer: path-night"), "{came}");

    save(&pack, BAKER_FILE, &broken());
    let came = talk.says("/topics");
    assert!(came.contains("gits") && came.contains(KEPT), "{came}");
    assert!(came.contains("path-night: told"), "the talk goes on: {came}");
    assert!(!talk.says("/why").contains(KEPT), "it is told once");

    save(&pack, BAKER_FILE, BAKER);
    assert!(talk.says("/why").contains("- nothing moved"));

    save(&pack, BAKER_FILE, &reworded());
    let came = talk.says("/why");
    for words in [
        "line 1: path-night, in other words",
        "other words in path-night",
        "Ada: My aunt broke her wrist",
    ] {
        assert!(came.contains(words), "{words}\n{came}");
    }

    save(&pack, BAKER_FILE, &gated());
    let came = talk.says("Why?");
    assert!(came.contains("line 1: path-night became path-night held back"), "{came}");

    // Somebody who is gone stays in the talk.
    fs::rename(pack.path().join(BAKER_FILE), pack.path().join("away")).unwrap();
    fs::rename(pack.path().join(CASES_FILE), pack.path().join("away-too")).unwrap();
    let came = talk.says("Tell me about the oven.");
    assert!(came.contains(KEPT) && came.contains("eleven cracks"), "{came}");
    fs::rename(pack.path().join("pack.toml"), pack.path().join("manifest")).unwrap();
    let came = talk.says("/why");
    assert!(came.contains("it has no pack.toml") && came.contains(KEPT), "{came}");
    assert!(!talk.says("/why").contains(KEPT), "it is told once");
    fs::rename(pack.path().join("manifest"), pack.path().join("pack.toml")).unwrap();
    assert!(talk.says("/why").contains("The pack is there again."));
    talk.ends();
}

#[test]
fn commands_change_the_talk_from_here_on() {
    let (home, pack) = (home(), on_disk(&[]));
    #[rustfmt::skip]
    let talks: [(&str, &[&str], &[&str]); 14] = [
        ("a gate is closed", &["/set rapport 10", PATH, "What was in the sacks?"],
            &["else;", "held back path-bank until rapport is neutral (25 or more; it is "]),
        ("a gate is open", &["/set rapport 60", PATH, "What was in the sacks?"],
            &["rapport 60 to 63", "hook: path-bank"]),
        ("hooks of an answer gone to are offered", &["/jump path-night", "What was in the sacks?"],
            &["gone to path-night", "hook: path-bank"]),
        ("a gate is ignored", &["/set rapport 0", "/jump path-bank"], &["I had a post in a bank"]),
        ("the last answer is the one gone to", &["/jump path-night", "Why?"], &["follow: path-night.why"]),
        ("time is short", &["/set minutes 1", PATH], &["half an eye on the clock"]),
        ("time comes back", &["/set minutes 0", PATH, "/set minutes 15", "What was in the sacks?"],
            &["15 minutes left"]),
        ("told", &["/set told path-night", "/topics"], &["- path-night: told", "From here on: told path-night."]),
        ("told twice", &["/set told path-night", "/set told path-night"],
            &["Nothing changed: `path-night` has been told already."]),
        ("nobody's answer", &["/jump path-bnak"], &["did you mean `path-bank`?"]),
        ("again as things are now", &["/set rapport 0", "/jump path-night", "What was in the sacks?",
            "/set rapport 60", "/again"], &["else;", "hook: path-bank"]),
        ("again after undo", &[PATH, "/undo", "/again"], &["Taken back: “How did you get", "You: How did"]),
        ("restart", &[PATH, "/restart", "/topics"], &["- path-night: can be told"]),
        ("the end, and back", &["Thank you, goodbye!", PATH, "/undo", PATH],
            &["the talk is over (goodbye)", "/undo takes the last step back", "answer: path-night"]),
    ];
    let mut talk = Piped::start(home.path(), &pack);
    for (name, lines, expected) in talks {
        talk.says("/restart");
        let shown: String = lines.iter().map(|line| talk.says(line)).collect();
        for words in expected {
            assert!(flat(&shown).contains(words), "{name}: {words:?}\n{shown}");
        }
    }
    talk.ends();
}

#[test]
fn what_is_refused_says_why() {
    let (home, pack) = (home(), on_disk(&[]));
    let rows = [
        ("/jmup path-bank", "did you mean /jump?"),
        ("/set", "Such as: /set rapport 60"),
        ("/why", "Nothing has been said yet."),
        ("/why not path-bank", "Nothing has been said yet."),
        ("/undo", "There is nothing to take back."),
        ("/again", "Nothing has been said yet."),
        ("/seed soon", "The seed is 1; /seed 7 plays with another."),
        ("/add", "To which topic?"),
        ("/add old-oven", "Nothing has been said yet"),
        ("/add old-ovens warm in here?", "did you mean `old-oven`?"),
        ("/add advice any tips?", "`coffeechat pack new topic baker advice` begins one"),
        ("/case", "a case needs a name"),
        ("/case empty", "Not written: nothing has been said yet."),
    ];
    let mut talk = Piped::start(home.path(), &pack);
    for (line, expected) in rows {
        let shown = talk.says(line);
        assert!(flat(&shown).contains(expected), "{line}: {expected:?}\n{shown}");
    }
    talk.says(PATH);
    for state in ["/set rapport 60", "/jump path-bank"] {
        talk.says(state);
        let shown = talk.says("/case thread");
        assert!(flat(&shown).contains(&format!("could not repeat {state}")), "{shown}");
        talk.says("/undo");
    }
    talk.ends();
    assert_eq!(read(&pack, BAKER_FILE), BAKER);
    assert_eq!(read(&pack, CASES_FILE), CASES);
}

#[test]
fn a_pack_with_errors_is_not_begun_with() {
    let pack = on_disk(&[(BAKER_FILE, &broken())]);
    let ran = run(&["pack", "author", pack.path().to_str().unwrap()], "");
    assert_eq!(ran.status, Some(1), "{}", ran.stderr);
    let file = pack.path().join("pack.toml");
    let ran = run(&["pack", "author", file.to_str().unwrap()], "");
    assert_eq!(ran.status, Some(2));
    assert!(ran.stderr.contains("is a file"), "{}", ran.stderr);
}

/// What would set the title of the window, if it got there.
const STEERS: &str = "\u{1b}]0;mine\u{7}";

#[test]
fn nothing_in_a_pack_steers_the_terminal() {
    let (home, pack) = (home(), on_disk(&[]));
    let mut talk = Piped::start(home.path(), &pack);
    let escaped = STEERS.replace('\u{1b}', "\\u001b").replace('\u{7}', "\\u0007");
    let said = talk.says(PATH);
    let mut shown = vec![said];
    for text in [
        BAKER.replace("My aunt was", &format!("My {escaped} aunt was")),
        BAKER.replace("path-night", &format!("path-{escaped}night")),
        BAKER.replace("# ", "").replace("schema = 1", &format!("# {STEERS}\nschema = 1")),
        format!("{BAKER}\n{STEERS}"),
    ] {
        save(&pack, BAKER_FILE, &text);
        shown.push(talk.says(&format!("Why {STEERS}?")));
        shown.push(talk.says(&format!("/jump {STEERS}")));
        shown.push(talk.says(&format!("/case {STEERS}")));
        shown.push(talk.says("/topics"));
        shown.push(talk.says("/check"));
    }
    talk.ends();
    let shown = shown.concat();
    assert!(!shown.contains(['\u{1b}', '\u{7}']), "{shown:?}");
}

#[test]
fn a_wording_is_added_and_everything_else_in_the_file_stays() {
    let commented = BAKER.replace(
        "ask = [\"how old is your oven\", \"tell me about the oven\"]",
        "# Everybody asks about it.   \nask = [\"how old is your oven\", \"tell me about the oven\"]  # two so far",
    );
    let pack = on_disk(&[(BAKER_FILE, &commented)]);
    let line = "Those bricks look as if they could talk, don't they";
    let shown = piped(&pack, &[line, "/add old-oven", line]).stdout;
    assert!(shown.contains("line 1: ") && shown.contains("became oven-cracks"), "{shown}");
    let now = read(&pack, BAKER_FILE);
    assert_eq!(now.replace(&format!(", \"{line}\""), ""), commented, "{now}");
    assert_eq!(now.matches(line).count(), 1, "{now}");
    assert_eq!(run(&["pack", "check", pack.path().to_str().unwrap()], "").status, Some(0));
}

#[test]
fn a_case_is_added_and_plays() {
    let commented = format!("# Cases of the bakery.\n{CASES}\n# The last word.\n");
    let pack = on_disk(&[(CASES_FILE, &commented)]);
    let folder = pack.path().to_str().unwrap();
    let lines =
        [PATH, "What was in the sacks?", "Thank you for your time!", "/case The whole story"];
    let shown = piped(&pack, &lines).stdout;
    assert!(shown.contains("`the-whole-story`"), "{shown}");
    let now = read(&pack, CASES_FILE);
    let added = now.strip_prefix(&commented).unwrap_or_else(|| panic!("all of it stays:\n{now}"));
    for words in
        ["answer = \"path-night\"", "answer = \"path-bank\"", "move = \"thanks\"", "rapport = "]
    {
        assert!(added.contains(words), "{words}\n{added}");
    }
    let tested = run(&["pack", "test", folder], "");
    assert!(tested.stdout.contains("2 passed, 0 failed"), "{}", tested.stdout);
    let shown = piped(&pack, &[PATH, "/case The whole story"]).stdout;
    assert!(shown.contains("has a case `the-whole-story` already"), "{shown}");
}

#[test]
fn the_first_case_of_somebody_gets_a_file() {
    let pack = on_disk(&[]);
    fs::remove_dir_all(pack.path().join("cases")).unwrap();
    piped(&pack, &[PATH, "/case first"]);
    assert!(read(&pack, CASES_FILE).starts_with("schema = 1\nscenario = \"baker\"\n"));
    let tested = run(&["pack", "test", pack.path().to_str().unwrap()], "");
    assert!(tested.stdout.contains("1 passed, 0 failed"), "{}", tested.stdout);
}
