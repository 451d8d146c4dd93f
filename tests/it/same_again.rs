//! The same seed and lines give the same bytes, at any width and in any dress.

use std::path::Path;

use crate::program::{Ran, command, finish, home};

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

fn talk(home: &Path, args: &[&str], env: &[(&str, &str)]) -> Ran {
    let args: Vec<&str> = ["practice"].into_iter().chain(args.iter().copied()).collect();
    let mut program = command(home, &args);
    program.envs(env.iter().copied());
    let ran = finish(program, TALK);
    assert_eq!(ran.status, Some(0), "{}", ran.stderr);
    assert!(ran.stdout.lines().count() > 30, "{}", ran.stdout);
    ran
}

/// A talk whose output does not name the folder it is kept in.
fn shown(args: &[&str], env: &[(&str, &str)]) -> String {
    let home = home();
    let ran = talk(home.path(), args, env);
    let path = home.path().to_str().unwrap();
    let is_own = |line: &&str| !line.contains(path) && !line.contains("Saved as you go");
    ran.stdout.lines().filter(is_own).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_same_seed_and_lines_give_the_same_bytes() {
    for who in ["ines-baptista", "rosa-delgado"] {
        for dress in [
            &["--log", "/dev/null"] as &[&str],
            &["--log", "/dev/null", "--jsonl"],
            &["--log", "/dev/null", "--plain"],
        ] {
            let args: Vec<&str> = [who, "--seed", "7"].iter().chain(dress).copied().collect();
            let (first, second) =
                (talk(home().path(), &args, &[]), talk(home().path(), &args, &[]));
            assert_eq!(first.stdout, second.stdout, "{args:?}");
        }
    }
}

#[test]
fn the_same_talk_is_kept_in_the_same_words() {
    let logs = [home(), home()].map(|home| {
        let path = home.path().join("talk.jsonl");
        talk(home.path(), &["--seed", "7", "--log", path.to_str().unwrap()], &[]);
        let text = std::fs::read_to_string(path).unwrap();
        // The first line has the time; whatever comes after it is the talk.
        text.lines().skip(1).map(str::to_owned).collect::<Vec<_>>()
    });
    assert_eq!(logs[0], logs[1]);
}

#[test]
fn another_seed_gives_other_words() {
    for who in ["ines-baptista", "rosa-delgado"] {
        let replies = |seed: &str| -> Vec<String> {
            let events = shown(&[who, "--seed", seed, "--jsonl"], &[]);
            let events =
                events.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
            let replies = events.filter(|event| event["event"] == "replied");
            replies.map(|event| event["text"].as_str().unwrap().to_owned()).collect()
        };
        let (seven, eight) = (replies("7"), replies("8"));
        let others = seven.iter().zip(&eight).filter(|(one, other)| one != other).count();
        assert!(others >= 3, "{who}: {others} of {} replies differ", seven.len());
    }
}

#[test]
fn no_line_is_wider_than_the_screen() {
    for (columns, width) in [("60", 60), ("40", 40), ("24", 24), ("500", 88), ("1", 24), ("x", 80)]
    {
        for who in ["ines-baptista", "rosa-delgado"] {
            let home = home();
            let text = talk(home.path(), &[who, "--seed", "7"], &[("COLUMNS", columns)]).stdout;
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
        talk(home.path(), &["--seed", "7", "--plain"], &force).stdout,
        talk(
            home.path(),
            &["rosa-delgado", "--seed", "7", "--plain", "--help-level", "nudges"],
            &force,
        )
        .stdout,
    ];
    for args in [
        &["people", "--plain"] as &[&str],
        &["questions", "career-path", "--plain"],
        &["debrief", "--plain"],
        &["assess", "--plain"],
        &["pack", "check", "--plain"],
    ] {
        let mut program = command(home.path(), args);
        program.envs(force);
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
        let text = shown(&["--seed", "7"], env);
        assert_eq!(text.contains('\u{1b}'), wanted, "{env:?}");
    }
    let plain = |env: &[(&str, &str)]| shown(&["--seed", "7"], env);
    assert_eq!(plain(&[("NO_COLOR", "1")]), plain(&[("TERM", "dumb")]));
}
