//! A talk that was killed is taken up where it was: nothing that was answered is lost, and what comes
//! next is what would have come.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};

use coffeechat::coach::help::HelpLevel;
use coffeechat::session::event;
use coffeechat::session::{self, Exchange, Session};
use serde_json::Value;

use crate::cast::{CAST, met};
use crate::lots::Lots;
use crate::program::{command, finish, home};

const LINES: [&str; 12] = [
    "Hello, thank you so much for making the time.",
    "I'm hoping to learn what the work is really like before I choose my courses.",
    "How did you get into this line of work?",
    "Why was that?",
    "What does a typical day look like?",
    "What was that like?",
    "Do you like your colleagues?",
    "What has been the hardest part?",
    "",
    "Tell me more about that.",
    "How much time do we have left?",
    "Who else should I talk to?",
];

/// Says lines until `replies` of them were answered, has the rest of `typed` in the pipe, and is killed.
fn killed_after(home: &Path, replies: usize, typed: &[&str]) {
    let mut program = command(home, &["practice", "rosa-delgado", "--seed", "7", "--jsonl"]);
    program.stderr(std::process::Stdio::null());
    let mut child = program.spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    let output = BufReader::new(child.stdout.take().unwrap());
    for line in typed {
        writeln!(input, "{line}").unwrap();
    }
    input.flush().unwrap();
    let mut read = 0;
    for line in output.lines() {
        read += usize::from(line.unwrap().contains("\"event\":\"replied\""));
        if read == replies {
            break;
        }
    }
    child.kill().unwrap(); // SIGKILL: no destructor, no last word
    assert!(!child.wait().unwrap().success());
}

/// The one log in a home.
fn log(home: &Path) -> PathBuf {
    let mut logs: Vec<PathBuf> =
        fs::read_dir(home.join("runs")).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(logs.len(), 1, "{logs:?}");
    logs.remove(0)
}

fn exchanges_in(log: &Path) -> Vec<Exchange> {
    session::exchanges(&event::from_log(&fs::read_to_string(log).unwrap()).0)
}

/// The replies of `--jsonl` output, whole.
fn replies(stdout: &str) -> Vec<Value> {
    let events = stdout.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    events.filter(|event| event["event"] == "replied").collect()
}

/// The replies to all lines in one go.
fn uninterrupted() -> Vec<Value> {
    let home = home();
    let whole = finish(
        command(home.path(), &["practice", "rosa-delgado", "--seed", "7", "--jsonl"]),
        LINES.join("\n"),
    );
    let replies = replies(&whole.stdout);
    assert_eq!(replies.len(), LINES.len());
    replies
}

#[test]
fn a_killed_talk_goes_on_as_if_nothing_had_happened() {
    let whole = uninterrupted();
    for heard in [1, 4, 9] {
        let home = home();
        killed_after(home.path(), heard, &LINES[..heard]);
        let log = log(home.path());
        assert_eq!(exchanges_in(&log).len(), heard, "every answered line is in the log");
        let resumed = finish(
            command(home.path(), &["practice", "--resume", "--jsonl"]),
            LINES[heard..].join("\n"),
        );
        assert_eq!(
            (resumed.status, resumed.stderr.as_str()),
            (Some(0), ""),
            "killed after {heard}"
        );
        assert_eq!(
            replies(&resumed.stdout)[..],
            whole[..],
            "the earlier replies and the later ones"
        );
        let kept: Vec<String> =
            exchanges_in(&log).into_iter().map(|exchange| exchange.line).collect();
        assert_eq!(kept, LINES, "it is one log still");
    }
}

#[test]
fn a_talk_that_is_killed_in_the_middle_of_answering_loses_that_line_at_most() {
    let whole = uninterrupted();
    for heard in [2, 5] {
        let home = home();
        killed_after(home.path(), heard, &LINES);
        let log = log(home.path());
        let kept = exchanges_in(&log).len();
        assert!(
            (heard..=LINES.len()).contains(&kept),
            "{kept} of {heard} answered lines are in the log"
        );
        let resumed = finish(
            command(home.path(), &["practice", "--resume", "--jsonl"]),
            LINES[kept..].join("\n"),
        );
        assert_eq!(resumed.status, Some(0), "{}", resumed.stderr);
        assert_eq!(replies(&resumed.stdout)[..], whole[..], "killed between {heard} and {kept}");
    }
}

#[test]
fn a_talk_is_taken_up_in_text_too_and_only_once() {
    let home = home();
    killed_after(home.path(), 3, &LINES[..3]);
    let fresh = finish(command(home.path(), &["practice"]), "");
    assert!(
        fresh.stderr.contains("You were in the middle of a talk (rosa-delgado, 3 lines"),
        "{}",
        fresh.stderr
    );
    let resumed = finish(command(home.path(), &["practice", "--resume"]), "Why was that?\n");
    assert_eq!(resumed.status, Some(0), "{}", resumed.stderr);
    assert!(resumed.stdout.contains("Back to the talk with Rosa Delgado"), "{}", resumed.stdout);
    assert!(resumed.stdout.contains(LINES[2]), "the last words are shown:\n{}", resumed.stdout);
    assert!(resumed.stdout.contains("After the talk with Rosa Delgado"), "{}", resumed.stdout);
    let over = finish(command(home.path(), &["practice", "--resume"]), "Why was that?\n");
    assert_eq!(over.status, Some(2), "a talk that has ended is not taken up: {}", over.stdout);
}

#[test]
fn a_log_cut_at_any_byte_is_taken_up_where_it_was() {
    let rosa = met("rosa-delgado");
    let mut talk = rosa.talk(7);
    for line in LINES {
        talk.say(line);
    }
    let whole: Vec<(String, String)> = texts(talk.exchanges());
    let log: String = talk.events().iter().map(|event| event::to_line(event) + "\n").collect();
    let opened = log.find('\n').unwrap() + 1;
    let cuts = (opened..=log.len()).filter(|cut| log.is_char_boundary(*cut)).step_by(487);
    for cut in cuts {
        let (events, unread) = event::from_log(&log[..cut]);
        assert!(unread.len() <= 1, "one line at most is torn");
        let mut resumed = Session::resume(talk.person(), &rosa.ear, HelpLevel::Full, events);
        let kept = resumed.exchanges().len();
        for line in &LINES[kept..] {
            resumed.say(line);
        }
        assert_eq!(texts(resumed.exchanges()), whole, "cut at {cut}, {kept} exchanges kept");
        assert_eq!(resumed.state(), talk.state(), "cut at {cut}");
    }
}

#[test]
fn a_log_that_is_read_back_comes_to_the_same_state() {
    let mut lots = Lots::new(3);
    for met in CAST.iter() {
        for seed in 0..4 {
            let mut talk = met.talk(seed);
            for _ in 0..25 {
                match lots.below(6) {
                    0 => {
                        talk.undo();
                    }
                    1 => {
                        talk.note("ask about the night shift");
                        talk.hinted("They mentioned a night shift.");
                    }
                    _ => {
                        talk.say(lots.one_of(&LINES));
                    }
                }
                let log: String =
                    talk.events().iter().map(|event| event::to_line(event) + "\n").collect();
                let (events, unread) = event::from_log(&log);
                assert_eq!(unread, []);
                let again = Session::resume(talk.person(), &met.ear, talk.help(), events);
                assert_eq!(again.state(), talk.state(), "{} {seed}", met.id());
                assert_eq!(again.exchanges(), talk.exchanges(), "{} {seed}", met.id());
                assert_eq!(again.is_over(), talk.is_over());
            }
        }
    }
}

fn texts(exchanges: &[Exchange]) -> Vec<(String, String)> {
    exchanges.iter().map(|exchange| (exchange.line.clone(), exchange.reply.text.clone())).collect()
}
