//! The program at a real terminal: a line editor, Ctrl-C, Ctrl-D, and a talk that was broken off.

use std::path::Path;
use std::process::Command;

use rexpect::process::Signal;
use rexpect::process::WaitStatus;
use rexpect::session::{PtySession, spawn_command};

use crate::program::home;

/// A test that waits this long has failed.
const PATIENCE: u64 = 30_000;

fn program(home: &Path, args: &[&str], env: &[(&str, &str)]) -> PtySession {
    let mut command = Command::new(env!("CARGO_BIN_EXE_coffeechat"));
    command.env_clear().env("COFFEECHAT_HOME", home).args(args).envs(env.iter().copied());
    spawn_command(command, Some(PATIENCE)).unwrap()
}

pub(crate) fn plainly(home: &Path, args: &[&str]) -> PtySession {
    program(home, args, &[("TERM", "xterm"), ("NO_COLOR", "1"), ("COLUMNS", "80")])
}

/// Waits for words on the screen; gives what came before them.
pub(crate) fn wait_for(screen: &mut PtySession, words: &str) -> String {
    screen.exp_string(words).unwrap_or_else(|error| panic!("waiting for {words:?}: {error}"))
}

pub(crate) fn says(screen: &mut PtySession, line: &str) {
    screen.send(line).unwrap();
    screen.send("\r").unwrap();
    screen.flush().unwrap();
}

/// Waits for the end; gives the last output and the status.
pub(crate) fn end(mut screen: PtySession) -> (String, WaitStatus) {
    let rest = screen.exp_eof().unwrap();
    let status = screen.process().wait().unwrap();
    (rest, status)
}

#[test]
fn a_talk_is_held_with_keys() {
    let home = home();
    let mut screen = plainly(home.path(), &["practice", "rosa-delgado", "--seed", "7"]);
    let brief = wait_for(&mut screen, "You: ");
    assert!(brief.contains("Rosa Delgado, Water planner"), "{brief}");
    assert!(brief.contains("Rosa: "), "{brief}");

    // Tab completes a command, or this would be no command.
    screen.send("/hi\t").unwrap();
    screen.flush().unwrap();
    wait_for(&mut screen, "/hint");
    screen.send("\r").unwrap();
    screen.flush().unwrap();
    let hint = wait_for(&mut screen, "You could ask");
    assert!(hint.contains("Coach: ") && !hint.contains("is no command"), "{hint}");
    wait_for(&mut screen, "You: ");

    says(&mut screen, "How did you get into this line of work?");
    wait_for(&mut screen, "Rosa: ");
    wait_for(&mut screen, "You: ");

    // Ctrl-C clears the line; the second one offers to end.
    screen.send("Do you li").unwrap();
    screen.send_control('c').unwrap();
    wait_for(&mut screen, "Ctrl-C clears the line");
    wait_for(&mut screen, "You: ");
    screen.send_control('c').unwrap();
    wait_for(&mut screen, "End the talk, with its debrief?");
    says(&mut screen, "n");
    wait_for(&mut screen, "Then on we go.");
    wait_for(&mut screen, "You: ");

    // What was cleared is not said, and the count starts anew.
    says(&mut screen, "Why was that?");
    let reply = wait_for(&mut screen, "Rosa: ");
    assert!(!reply.contains("Do you li"), "{reply}");
    wait_for(&mut screen, "You: ");
    screen.send_control('c').unwrap();
    wait_for(&mut screen, "Ctrl-C clears the line");
    wait_for(&mut screen, "You: ");

    screen.send_control('d').unwrap();
    let (debrief, status) = end(screen);
    assert!(debrief.contains("After the talk with Rosa Delgado"), "{debrief}");
    assert!(debrief.contains("2 questions"), "{debrief}");
    assert!(matches!(status, WaitStatus::Exited(_, 0)), "{status:?}");
}

#[test]
fn lines_that_come_at_once_are_all_heard() {
    let home = home();
    let mut screen = plainly(home.path(), &["practice", "rosa-delgado", "--seed", "7"]);
    wait_for(&mut screen, "You: ");
    screen.send("hi Rosa\rwhat does a planner do?\rand the weekends?\r/quit\r").unwrap();
    screen.flush().unwrap();
    for words in ["hi Rosa", "what does a planner do?", "and the weekends?", "After the talk with"]
    {
        wait_for(&mut screen, words);
    }
}

#[test]
fn a_second_ctrl_c_and_enter_end_the_talk_with_its_debrief() {
    let home = home();
    let mut screen = plainly(home.path(), &["practice", "--seed", "7"]);
    wait_for(&mut screen, "You: ");
    for words in ["Ctrl-C clears the line", "End the talk, with its debrief?"] {
        screen.send_control('c').unwrap();
        wait_for(&mut screen, words);
    }
    wait_for(&mut screen, "[Y/n] ");
    says(&mut screen, "");
    let (debrief, status) = end(screen);
    assert!(debrief.contains("After the talk with Ines Baptista"), "{debrief}");
    assert!(matches!(status, WaitStatus::Exited(_, 0)), "{status:?}");
}

#[test]
fn a_talk_that_was_killed_is_offered_at_the_next_start() {
    let home = home();
    let mut screen = plainly(home.path(), &["practice", "rosa-delgado", "--seed", "7"]);
    wait_for(&mut screen, "You: ");
    says(&mut screen, "How did you get into this line of work?");
    wait_for(&mut screen, "Rosa: ");
    wait_for(&mut screen, "You: ");
    screen.process_mut().kill(Signal::SIGKILL).unwrap();
    drop(screen);

    let mut screen = plainly(home.path(), &[]);
    let offer = wait_for(&mut screen, "Take it up again? [Y/n] ");
    assert!(offer.contains("rosa-delgado, 1 line"), "{offer}");
    says(&mut screen, "");
    let back = wait_for(&mut screen, "You: How did you get into this line of work?");
    assert!(back.contains("Back to the talk with Rosa Delgado"), "{back}");
    wait_for(&mut screen, "Rosa: ");
    wait_for(&mut screen, "You: ");
    says(&mut screen, "Why was that?");
    wait_for(&mut screen, "Rosa: ");
    wait_for(&mut screen, "You: ");
    screen.process_mut().kill(Signal::SIGKILL).unwrap();
    drop(screen);

    // Declined, it is left alone, and not offered again.
    let mut screen = plainly(home.path(), &[]);
    let offer = wait_for(&mut screen, "Take it up again? [Y/n] ");
    assert!(offer.contains("rosa-delgado, 2 lines"), "{offer}");
    says(&mut screen, "n");
    wait_for(&mut screen, "Starting afresh.");
    let brief = wait_for(&mut screen, "You: ");
    assert!(brief.contains("Ines Baptista"), "{brief}");
    screen.send_control('d').unwrap();
    end(screen);
    let mut screen = plainly(home.path(), &[]);
    let brief = wait_for(&mut screen, "You: ");
    assert!(!brief.contains("Take it up again?"), "{brief}");
    screen.send_control('d').unwrap();
    end(screen);
}

#[test]
fn a_killed_talk_leaves_no_line_half_typed_in_the_log_and_the_history_stays() {
    let home = home();
    let mut screen = plainly(home.path(), &["practice", "--seed", "7"]);
    wait_for(&mut screen, "You: ");
    says(&mut screen, "What does a typical day look like?");
    wait_for(&mut screen, "Ines: ");
    wait_for(&mut screen, "You: ");
    screen.send("half a li").unwrap();
    screen.flush().unwrap();
    wait_for(&mut screen, "half a li");
    screen.process_mut().kill(Signal::SIGKILL).unwrap();
    drop(screen);
    let mut screen = plainly(home.path(), &["practice", "--new", "--seed", "7"]);
    wait_for(&mut screen, "You: ");
    screen.send("\u{1b}[A").unwrap(); // arrow up: the last line that was said
    screen.flush().unwrap();
    wait_for(&mut screen, "What does a typical day look like?");
    screen.send("\r").unwrap();
    screen.flush().unwrap();
    wait_for(&mut screen, "Ines: ");
    wait_for(&mut screen, "You: ");
    screen.send_control('d').unwrap();
    end(screen);
}

#[test]
fn colours_are_shown_where_they_are_wanted_and_nowhere_else() {
    for (env, plain, wanted) in [
        (&[("TERM", "xterm-256color")] as &[(&str, &str)], false, true),
        (&[("TERM", "xterm-256color"), ("NO_COLOR", "1")], false, false),
        (&[("TERM", "xterm-256color")], true, false),
        (&[("TERM", "dumb")], false, false),
    ] {
        let home = home();
        let args: &[&str] = if plain { &["people", "--plain"] } else { &["people"] };
        let (shown, _) = end(program(home.path(), args, env));
        assert!(shown.contains("Rosa Delgado"), "{shown}");
        assert_eq!(shown.contains('\u{1b}'), wanted, "{env:?} {plain}\n{shown:?}");
    }
}

#[test]
fn a_dumb_terminal_is_talked_to_without_escapes() {
    let home = home();
    let mut screen = program(home.path(), &["practice", "--seed", "7"], &[("TERM", "dumb")]);
    let brief = wait_for(&mut screen, "You: ");
    says(&mut screen, "How did you get into this line of work?");
    let echoed = wait_for(&mut screen, "Ines: ");
    let reply = wait_for(&mut screen, "You: ");
    screen.send_control('d').unwrap();
    let (debrief, status) = end(screen);
    assert!(debrief.contains("After the talk with Ines Baptista"), "{debrief}");
    assert!(matches!(status, WaitStatus::Exited(_, 0)), "{status:?}");
    assert!(!(brief + &echoed + &reply + &debrief).contains('\u{1b}'));
}

#[test]
fn typed_questions_are_answered_at_once_and_summed_up_at_the_end() {
    let home = home();
    let mut screen = plainly(home.path(), &["assess"]);
    let told = wait_for(&mut screen, "> ");
    assert!(told.contains("Ctrl-D ends"), "{told}");
    says(&mut screen, "Do you like your job?");
    let answer = wait_for(&mut screen, "> ");
    assert!(answer.contains("Closed question"), "{answer}");
    says(&mut screen, "How did you get into it?");
    let answer = wait_for(&mut screen, "> ");
    assert!(answer.contains("2. How did you") && answer.contains("Open question"), "{answer}");
    screen.send_control('d').unwrap();
    let (overview, status) = end(screen);
    assert!(overview.contains("2 questions, 1 of them open (50 %)"), "{overview}");
    assert!(matches!(status, WaitStatus::Exited(_, 0)), "{status:?}");
}

#[test]
fn ctrl_c_ends_typed_questions() {
    let home = home();
    let mut screen = plainly(home.path(), &["assess"]);
    wait_for(&mut screen, "> ");
    screen.send_control('c').unwrap();
    let (rest, status) = end(screen);
    assert!(!rest.contains("How you asked"), "{rest}");
    assert!(matches!(status, WaitStatus::Exited(_, 0)), "{status:?}");
}
