//! The same seed and lines give the same bytes, at any width and in any dress.

use std::path::Path;

use crate::cast::CAST;
use crate::program::{command, finish, home};

/// A talk that gets nearly everywhere, commands included.
const TALK: &str = "\
Hi, thanks so much for making the time! I'm a second-year student and I'd love to learn what the work is really like.
How did you get into this line of work?
wow, by accident! why?
whats a typical day look like
Do you like your job?
Isn't it very stressful, though?
What do you enjoy most and what is the hardest part?
/why
/hint
How many people are in your team?
/again
How would you describe the people you work with, and what do you value about working with them day in, day out, year after year?
/notes ask about the “night list” – and the café
/notes

what's your favourite dinosaur
So it sounds like the people are what keeps you there.
/three
Is it hard?
What's hard about it?
Tell me about the hardest day you remember.

3
/undo
/time
/brief
/help
/people
/save
/hlep
How much time do we have left?
Who else should I talk to?
May I mention your name?
Could you get me a job there?
Thank you, that story about how you started was worth the trip.
Goodbye!
";

/// Holds the talk; the log is kept in the folder it is held in, so that output does not name a place
/// that differs from run to run.
fn talk_in(home: &Path, args: &[&str], env: &[(&str, &str)]) -> String {
    let args: Vec<&str> =
        ["practice", "--seed", "7", "--log", "talk.jsonl"].iter().chain(args).copied().collect();
    let mut program = command(home, &args);
    program.current_dir(home).envs(env.iter().copied());
    let ran = finish(program, TALK);
    assert_eq!(ran.status, Some(0), "{}", ran.stderr);
    assert!(ran.stdout.lines().count() > 30, "{}", ran.stdout);
    ran.stdout
}

fn talk(args: &[&str], env: &[(&str, &str)]) -> String {
    talk_in(home().path(), args, env)
}

#[test]
fn the_same_seed_and_lines_give_the_same_bytes() {
    for who in ["ines-baptista", "rosa-delgado"] {
        for dress in [&[who] as &[&str], &[who, "--jsonl"], &[who, "--plain"]] {
            assert_eq!(talk(dress, &[]), talk(dress, &[]), "{dress:?}");
        }
    }
}

#[test]
fn the_same_talk_is_kept_in_the_same_words() {
    let logs = [home(), home()].map(|home| {
        talk_in(home.path(), &[], &[]);
        let text = std::fs::read_to_string(home.path().join("talk.jsonl")).unwrap();
        // The first line has the time; whatever comes after it is the talk.
        text.lines().skip(1).map(str::to_owned).collect::<Vec<_>>()
    });
    assert_eq!(logs[0], logs[1]);
}

#[test]
fn another_seed_gives_other_words() {
    for met in CAST.iter() {
        let replies = |seed: u64| -> Vec<String> {
            let mut talk = met.talk(seed);
            for line in TALK.lines().filter(|line| !line.starts_with('/')) {
                talk.say(line);
            }
            talk.exchanges().iter().map(|exchange| exchange.reply.text.clone()).collect()
        };
        let (seven, eight) = (replies(7), replies(8));
        let others = seven.iter().zip(&eight).filter(|(one, other)| one != other).count();
        assert!(others >= 3, "{}: {others} of {} replies differ", met.id(), seven.len());
    }
}

#[test]
fn no_line_is_wider_than_the_screen() {
    for (columns, width) in [("60", 60), ("40", 40), ("24", 24), ("500", 88), ("1", 24), ("x", 80)]
    {
        for who in ["ines-baptista", "rosa-delgado"] {
            let text = talk(&[who], &[("COLUMNS", columns)]);
            let widest = text.lines().max_by_key(|line| line.chars().count()).unwrap();
            assert!(
                widest.chars().count() <= width,
                "{columns}: {} in {widest:?}",
                widest.chars().count()
            );
        }
    }
}

#[test]
fn plain_text_is_without_escapes_and_typographic_marks() {
    let home = home();
    let force = [("CLICOLOR_FORCE", "1"), ("TERM", "xterm-256color")];
    let mut texts = vec![
        talk(&["rosa-delgado", "--plain", "--help-level", "nudges"], &force),
        talk_in(home.path(), &["--plain"], &force),
    ];
    for args in [
        &["people", "--plain"] as &[&str],
        &["questions", "career-path", "--plain"],
        &["debrief", "talk.jsonl", "--plain"],
        &["assess", "--plain"],
        &["pack", "check", "--plain"],
    ] {
        let mut program = command(home.path(), args);
        program.current_dir(home.path()).envs(force);
        texts.push(finish(program, "Isn't it “hard” – or boring…?\n").stdout);
    }
    for text in texts {
        let mark = text.chars().find(|c| "“”‘’„–—…\u{a0}\u{1b}".contains(*c));
        let line = mark.and_then(|mark| text.lines().find(|line| line.contains(mark)));
        assert_eq!((mark, line), (None, None));
        assert!(!text.trim().is_empty());
    }
}

#[test]
fn no_escapes_where_none_are_wanted() {
    for (env, wanted) in [
        (&[("CLICOLOR_FORCE", "1")] as &[(&str, &str)], true),
        (&[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")], false),
        (&[("TERM", "dumb")], false),
        (&[("TERM", "xterm-256color")], false), // a pipe
    ] {
        let text = talk(&[], env);
        assert_eq!(text.contains('\u{1b}'), wanted, "{env:?}");
    }
    let plain = |env: &[(&str, &str)]| talk(&[], env);
    assert_eq!(plain(&[("NO_COLOR", "1")]), plain(&[("TERM", "dumb")]));
}
