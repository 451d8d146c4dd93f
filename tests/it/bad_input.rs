//! Bad input of every kind: a message that says what to do, the status the contract names, no panic.

use std::fs;
use std::path::Path;
use std::process::Stdio;

use coffeechat::text::clean::is_unsafe;

use crate::program::{Ran, command, finish, home, run};
use crate::small_pack::{self, BAKER, on_disk};

/// Runs the program on a pack.
fn on_pack(folder: &Path, command: &[&str], typed: &str) -> Ran {
    let folder = folder.to_str().unwrap();
    let args: Vec<&str> =
        command.iter().map(|arg| if *arg == "PACK" { folder } else { *arg }).collect();
    run(&args, typed)
}

/// The first character that could do something to a terminal, colours apart.
fn steering(text: &str) -> Option<char> {
    let mut pieces = text.split("\u{1b}[");
    let first = pieces.next().unwrap_or_default().to_owned();
    let rest: String = pieces
        .map(|piece| {
            let colour = piece.find(|c: char| !c.is_ascii_digit() && c != ';');
            match colour {
                Some(end) if piece[end..].starts_with('m') => piece[end + 1..].to_owned(),
                _ => format!("\u{1b}[{piece}"),
            }
        })
        .collect();
    (first + &rest).chars().find(|c| is_unsafe(*c))
}

// Packs.

#[test]
fn broken_toml_is_shown_where_it_breaks_and_nothing_is_played() {
    let pack = on_disk(&[("scenarios/baker.toml", &BAKER.replace("Ada Crumb\"", "Ada Crumb"))]);
    let line = 1 + BAKER.lines().position(|line| line.contains("Ada Crumb")).unwrap();
    let place = format!("scenarios/baker.toml:{line}:");
    let played = on_pack(pack.path(), &["practice", "--pack", "PACK", "--seed", "1"], "hi\n");
    assert_eq!((played.status, played.stdout.as_str()), (Some(1), ""));
    assert!(
        played.stderr.contains(&place) && played.stderr.contains("pack check"),
        "{}",
        played.stderr
    );
    let checked = on_pack(pack.path(), &["pack", "check", "PACK"], "");
    assert_eq!(checked.status, Some(1));
    assert!(checked.stdout.contains(&place), "{}", checked.stdout);
    assert!(checked.stdout.contains("1 error, 0 warnings"), "{}", checked.stdout);
}

#[test]
fn every_mistake_of_a_pack_is_told_with_its_line_and_column_and_what_was_meant() {
    let text = BAKER
        .replace("difficulty = 2", "difficlty = 2")
        .replace("after = [\"path-night\"]", "after = [\"path-nigth\"]")
        .replace("on = \"why\"", "on = \"whi\"")
        .replace("minutes = 20", "minutes = 2");
    let pack = on_disk(&[("scenarios/baker.toml", &text)]);
    let checked = on_pack(pack.path(), &["pack", "check", "PACK"], "");
    assert_eq!(checked.status, Some(1));
    for (word, meant) in [
        ("difficlty", Some("did you mean `difficulty`?")),
        ("\"path-nigth\"", Some("did you mean `path-night`?")),
        ("\"whi\"", Some("did you mean `why`?")),
        ("2\nmention_at", None),
    ] {
        let at = text.find(word).unwrap();
        let line = 1 + text[..at].matches('\n').count();
        let column = 1 + at - text[..at].rfind('\n').map_or(0, |end| end + 1);
        let place = format!("--> scenarios/baker.toml:{line}:{column}\n");
        assert!(checked.stdout.contains(&place), "{place}{}", checked.stdout);
        assert!(
            meant.is_none_or(|meant| checked.stdout.contains(meant)),
            "{meant:?}\n{}",
            checked.stdout
        );
    }
    assert!(checked.stdout.contains("4 errors, 0 warnings"), "{}", checked.stdout);
}

#[test]
fn a_wrong_schema_and_an_unknown_key_say_what_can_stand_there() {
    let wrong =
        on_disk(&[("pack.toml", &small_pack::MANIFEST.replace("schema = 1", "schema = 7"))]);
    let checked = on_pack(wrong.path(), &["pack", "check", "PACK"], "");
    assert_eq!(checked.status, Some(1));
    assert!(checked.stdout.contains("schema 7 is not known"), "{}", checked.stdout);
    assert!(checked.stdout.contains("this coffeechat reads `schema = 1`"), "{}", checked.stdout);
    let unknown =
        on_disk(&[("scenarios/baker.toml", &BAKER.replace("gist = \"I know", "gits = \"I know"))]);
    let checked = on_pack(unknown.path(), &["pack", "check", "PACK"], "");
    assert_eq!(checked.status, Some(1));
    assert!(checked.stdout.contains("did you mean `gist`?"), "{}", checked.stdout);
}

#[test]
fn a_pack_that_is_not_there_could_not_be_opened() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    fs::write(&file, "").unwrap();
    for path in [folder.path().join("no-such"), file, folder.path().to_owned()] {
        for words in [
            &["practice", "--pack", "PACK"] as &[&str],
            &["people", "--pack", "PACK"],
            &["pack", "check", "PACK"],
        ] {
            let ran = on_pack(&path, words, "hi\n");
            assert_eq!(
                (ran.status, ran.stdout.as_str()),
                (Some(2), ""),
                "{words:?} {}",
                path.display()
            );
            assert!(ran.stderr.contains(path.to_str().unwrap()), "{}", ran.stderr);
        }
    }
}

#[test]
fn a_file_that_cannot_be_read_is_a_finding() {
    let pack = on_disk(&[]);
    fs::create_dir(pack.path().join("scenarios/folder.toml")).unwrap();
    small_pack::write(pack.path(), "question_banks/old.toml", b"schema = 1\nid = \"caf\xe9\"\n");
    #[cfg(unix)]
    std::os::unix::fs::symlink("nowhere", pack.path().join("cases/gone.toml")).unwrap();
    let checked = on_pack(pack.path(), &["pack", "check", "PACK"], "");
    assert_eq!(checked.status, Some(1));
    assert!(checked.stdout.contains("scenarios/folder.toml:1:1"), "{}", checked.stdout);
    assert!(checked.stdout.contains("question_banks/old.toml:2:10"), "{}", checked.stdout);
    assert!(checked.stdout.contains("not UTF-8"), "{}", checked.stdout);
    #[cfg(unix)]
    assert!(checked.stdout.contains("cases/gone.toml:1:1"), "{}", checked.stdout);
}

#[test]
fn a_pack_without_scenarios_has_nobody_to_meet() {
    let pack = tempfile::tempdir().unwrap();
    small_pack::write(pack.path(), "pack.toml", "schema = 1\nid = \"empty\"\ntitle = \"Empty\"\n");
    let ran = on_pack(pack.path(), &["practice", "--pack", "PACK"], "hi\n");
    assert_eq!((ran.status, ran.stdout.as_str()), (Some(2), ""));
    assert!(ran.stderr.contains("no scenarios"), "{}", ran.stderr);
}

#[test]
fn an_unknown_scenario_is_answered_with_the_one_that_was_meant() {
    let pack = on_disk(&[]);
    for (ran, meant) in [
        (run(&["practice", "ines-batista"], "hi\n"), "ines-baptista"),
        (run(&["practice", "rosa"], "hi\n"), "rosa-delgado"),
        (on_pack(pack.path(), &["practice", "bakre", "--pack", "PACK"], "hi\n"), "baker"),
        (run(&["assess", "--scenario", "rosa-delgdo"], "hi\n"), "rosa-delgado"),
    ] {
        assert_eq!((ran.status, ran.stdout.as_str()), (Some(2), ""), "{}", ran.stderr);
        assert!(ran.stderr.contains(&format!("did you mean `{meant}`?")), "{}", ran.stderr);
    }
    let base = run(&["practice", "professional"], "hi\n");
    assert_eq!(base.status, Some(2), "a base is nobody to meet");
    assert!(!base.stderr.contains("did you mean `professional`?"), "{}", base.stderr);
    let stranger = run(&["practice", "zzz"], "hi\n");
    assert_eq!(stranger.status, Some(2));
    assert!(stranger.stderr.contains("coffeechat people"), "{}", stranger.stderr);
}

#[test]
fn no_pack_can_steer_the_terminal() {
    let mutations = [
        ("pack.toml", "title = \"A small", "title = \"A ESCAPE small"),
        ("pack.toml", "id = \"small-pack\"", "id = \"small-ESCAPE\""),
        ("pack.toml", "title =", "\"ESCAPE\" ="),
        ("pack.toml", "default_scenario = \"baker\"", "default_scenario = \"ESCAPE\""),
        ("scenarios/baker.toml", "title = \"Baker", "title = \"ESCAPE Baker"),
        ("scenarios/baker.toml", "id = \"path-night\"", "id = \"path-ESCAPE\""),
        ("scenarios/baker.toml", "mention_at", "\"ESCAPE\""),
        ("scenarios/baker.toml", "on = \"why\"", "on = \"ESCAPE\""),
        ("scenarios/baker.toml", "extends = \"professional\"", "extends = \"ESCAPE\""),
        ("scenarios/baker.toml", "{name}", "{ESCAPE}"),
        ("scenarios/baker.toml", "[\"sacks\"]", "[\"sacks\", \"ESCAPE\"]"),
        ("scenarios/baker.toml", "\"tell me about the oven\"", "\"tell me about the ESCAPE oven\""),
        ("scenarios/baker.toml", "[reactions]", "[\"ESCAPE\"]"),
        ("question_banks/flour.toml", "text = \"How", "text = \"ESCAPE How"),
        ("question_banks/flour.toml", "why = \"Bakers", "why = \"ESCAPE Bakers"),
        ("question_banks/flour.toml", "stage = \"opening\"", "stage = \"ESCAPE\""),
        ("cases/baker.toml", "say = \"How did", "say = \"ESCAPE How did"),
        ("cases/baker.toml", "id = \"a-thread-is-picked-up\"", "id = \"ESCAPE\""),
        ("cases/baker.toml", "answer = \"path-night\"", "answer = \"ESCAPE\""),
        ("cases/baker.toml", "rapport = \"up\"", "says_any = [\"ESCAPE\"]"),
    ];
    let everywhere: &[&[&str]] = &[
        &["practice", "--pack", "PACK", "--seed", "1"],
        &["pack", "check", "PACK"],
        &["people", "--pack", "PACK"],
        &["questions", "--pack", "PACK"],
        &["pack", "test", "PACK"],
    ];
    let kinds = [
        ("escaped", "\\u001b[2J\\u0007\\u009b1m\\u202e", everywhere),
        ("raw", "\u{1b}[2J\u{7}", &everywhere[..2]),
        ("turned", "\u{202e}\u{9b}1m\u{200b}", &everywhere[..2]),
    ];
    for (file, instead_of, stands) in mutations {
        for (kind, escape, commands) in kinds {
            let good = small_pack::text_of(file);
            assert_eq!(good.matches(instead_of).count(), 1, "{instead_of}");
            let pack =
                on_disk(&[(file, &good.replace(instead_of, &stands.replace("ESCAPE", escape)))]);
            for words in commands {
                let home = home();
                let folder = pack.path().to_str().unwrap();
                let args: Vec<&str> =
                    words.iter().map(|arg| if *arg == "PACK" { folder } else { *arg }).collect();
                let mut program = command(home.path(), &args);
                program.env("CLICOLOR_FORCE", "1"); // otherwise everything is stripped for the pipe
                let ran = finish(program, "hi\nhow did you get into it?\n/hint\n/why\n");
                for text in [&ran.stdout, &ran.stderr] {
                    assert_eq!(
                        steering(text),
                        None,
                        "{words:?}, {kind}, {file}: {stands}\n{text:?}"
                    );
                }
            }
        }
    }
}

#[cfg(unix)]
#[test]
fn the_name_of_a_file_cannot_steer_the_terminal() {
    let pack = on_disk(&[
        ("scenarios/\u{1b}[2J\u{7}.toml", "schema = 1\n"),
        ("cases/\u{9b}2J.toml", "schema = 2\n"),
    ]);
    for words in [&["pack", "check", "PACK"] as &[&str], &["practice", "--pack", "PACK"]] {
        let home = home();
        let folder = pack.path().to_str().unwrap();
        let args: Vec<&str> =
            words.iter().map(|arg| if *arg == "PACK" { folder } else { *arg }).collect();
        let mut program = command(home.path(), &args);
        program.env("CLICOLOR_FORCE", "1");
        let ran = finish(program, "hi\n");
        assert_eq!(ran.status, Some(1), "{}", ran.stderr);
        assert_eq!((steering(&ran.stdout), steering(&ran.stderr)), (None, None), "{ran:?}");
    }
}

// Lines.

#[test]
fn what_is_typed_cannot_steer_the_terminal() {
    let typed = "\u{1b}[2Jhi\u{7} there\n\
        how did you \u{1b}]0;owned\u{7}get into\u{202e} this?\n\
        /notes \u{1b}[31mred\u{8}\u{8}\n/notes\n/why\n/\u{1b}[2Jhlep\n/hint\u{1b}[2J\n/hl\u{7}ep\n\
        /three\nhow \u{1b}[2Jso?\nwhy\u{9b}2J?\n\n1\n/undo\n/again\n\r\u{0}\u{0}\n\
        \u{feff}\u{200b}\n\u{9b}31mred\n";
    for args in [
        &["practice", "--seed", "7"] as &[&str],
        &["practice", "--seed", "7", "--jsonl"],
        &["practice", "--seed", "7", "--plain"],
        &["assess"],
        &["assess", "--scenario", "rosa-delgado"],
    ] {
        let home = home();
        let mut program = command(home.path(), args);
        program.env("CLICOLOR_FORCE", "1");
        let ran = finish(program, typed);
        assert_eq!(ran.status, Some(0), "{args:?} {}", ran.stderr);
        assert!(!ran.stdout.is_empty());
        for text in [&ran.stdout, &ran.stderr] {
            assert_eq!(steering(text), None, "{args:?}\n{text:?}");
        }
        // What was typed stays out of the debrief and the log likewise.
        if args[0] == "practice" {
            let mut program = command(home.path(), &["debrief"]);
            program.env("CLICOLOR_FORCE", "1");
            assert_eq!(steering(&finish(program, "").stdout), None);
        }
    }
}

#[test]
fn a_log_from_elsewhere_cannot_steer_the_terminal() {
    let folder = tempfile::tempdir().unwrap();
    let log = folder.path().join("talk.jsonl");
    let path = log.to_str().unwrap();
    let mut program = command(folder.path(), &["practice", "--seed", "7", "--jsonl"]);
    program.arg("--log").arg(&log);
    let typed = "hello\nhow did you get into this work?\n/notes the trolley\nDo you like it?\n";
    assert_eq!(finish(program, typed).status, Some(0));
    let honest = fs::read_to_string(&log).unwrap();
    let forged: String = honest
        .lines()
        .filter(|line| !line.contains("\"event\":\"ended\""))
        .map(|line| line.replace("\"text\":\"", "\"text\":\"\\u001b[2J\\u0007\u{9b}2J ") + "\n")
        .collect();
    for args in [
        &["debrief", path] as &[&str],
        &["debrief", path, "--format", "md"],
        &["practice", "--resume", "--log", path],
    ] {
        fs::write(&log, &forged).unwrap();
        let mut program = command(folder.path(), args);
        program.env("CLICOLOR_FORCE", "1");
        let ran = finish(program, "/notes\n/why\nwhy?\n");
        assert_eq!(ran.status, Some(0), "{}", ran.stderr);
        assert_eq!(
            (steering(&ran.stdout), steering(&ran.stderr)),
            (None, None),
            "{args:?}\n{ran:?}"
        );
    }
}

#[test]
fn bytes_that_are_no_text_are_replaced_and_said() {
    let ran = run(
        &["practice", "--seed", "7"],
        b"hi\nhow did you \xff\xfe get into this work?\nthanks, bye\n",
    );
    assert_eq!(ran.status, Some(0));
    assert!(ran.stderr.contains("not UTF-8"), "{}", ran.stderr);
    assert!(ran.stdout.contains("how did you \u{fffd}"), "{}", ran.stdout);
    let assessed =
        run(&["assess", "--jsonl"], b"{\"text\":\"why \xff?\"}\n\xff\xfe\n{\"text\":\"why?\"}\n");
    assert_eq!(assessed.status, Some(1));
    assert_eq!(assessed.stdout.lines().count(), 3, "{}", assessed.stdout);
}

#[test]
fn an_empty_line_is_a_silence_and_is_answered() {
    let ran = run(&["practice", "--seed", "7", "--jsonl"], "\n   \n\t\n\n");
    assert_eq!(ran.status, Some(0));
    let replies: Vec<serde_json::Value> = events(&ran.stdout, "replied");
    assert_eq!(replies.len(), 4, "{}", ran.stdout);
    for reply in replies {
        assert_eq!(reply["move"], "silence");
        assert!(!reply["text"].as_str().unwrap().is_empty());
    }
}

#[test]
fn no_line_at_all_is_a_talk_of_no_lines() {
    for args in [
        &["practice", "--seed", "7"] as &[&str],
        &["practice", "--seed", "7", "--jsonl"],
        &["assess", "--jsonl"],
    ] {
        let ran = run(args, "");
        assert_eq!((ran.status, ran.stderr.as_str()), (Some(0), ""), "{args:?}");
    }
}

#[test]
fn a_megabyte_in_one_line_is_answered() {
    let many_words = "how did you get here and why ".repeat(36_000);
    let one_word = "a".repeat(1_000_000);
    let marks = "?".repeat(1_000_000);
    let nothing = "\u{0}".repeat(1_000_000);
    for line in [&many_words, &one_word, &marks, &nothing] {
        let ran = run(
            &["practice", "--seed", "7", "--jsonl"],
            format!("hello\n{line}\nwhy did you choose it?\n"),
        );
        assert_eq!(ran.status, Some(0), "{}", ran.stderr);
        assert_eq!(events(&ran.stdout, "replied").len(), 3);
    }
    let ran = run(&["practice", "--seed", "7"], format!("{many_words}\n"));
    assert_eq!(ran.status, Some(0));
    assert!(ran.stderr.contains("the last 400 were heard"), "{}", ran.stderr);
    assert_eq!(run(&["assess"], &many_words).status, Some(0));
}

#[test]
fn a_line_without_end_is_cut_and_said() {
    let ran = run(
        &["practice", "--seed", "7", "--jsonl"],
        format!("{}\nwhy?\n", "ab ".repeat(2_000_000)),
    );
    assert_eq!(ran.status, Some(0));
    assert!(ran.stderr.contains("very long"), "{}", ran.stderr);
    assert_eq!(
        events(&ran.stdout, "replied").len(),
        2,
        "the rest of the line is no line of its own"
    );
    let assessed = run(
        &["assess", "--jsonl"],
        format!("{{\"text\":\"{}\"}}\n{{\"text\":\"why?\"}}\n", "ab ".repeat(2_000_000)),
    );
    assert_eq!(assessed.stdout.lines().count(), 2, "the rest of the line is no line of its own");
}

/// The events of a name, out of `--jsonl` output.
fn events(stdout: &str, name: &str) -> Vec<serde_json::Value> {
    let events =
        stdout.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    events.filter(|event| event["event"] == name).collect()
}

// Files of the talk.

#[test]
fn a_data_folder_that_cannot_be_made_is_said_once_and_the_talk_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    fs::write(&file, "").unwrap();
    let ran = finish(
        command(&file.join("home"), &["practice", "--seed", "7"]),
        "hello\nhow did you get into this work?\n/save\n",
    );
    assert_eq!(ran.status, Some(0));
    assert_eq!(ran.stderr.matches("goes on without being saved").count(), 1, "{}", ran.stderr);
    assert!(ran.stderr.contains(file.to_str().unwrap()), "{}", ran.stderr);
    assert_eq!(ran.stdout.matches("Ines: ").count(), 3, "{}", ran.stdout);
    assert!(ran.stdout.contains("This talk is not being saved."), "{}", ran.stdout);
    for args in [&["debrief"] as &[&str], &["practice", "--resume"]] {
        assert_eq!(
            finish(command(&file.join("home"), args), "hi\n").status,
            Some(2),
            "there is no talk"
        );
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_said_once_and_the_talk_goes_on() {
    let ran = run(
        &["practice", "--seed", "7", "--log", "/dev/full"],
        "hello\nwhy?\nwhat was that like?\n",
    );
    assert_eq!(ran.status, Some(0));
    assert_eq!(ran.stderr.matches("goes on without being saved").count(), 1, "{}", ran.stderr);
    assert!(ran.stderr.contains("/dev/full"), "{}", ran.stderr);
    assert_eq!(ran.stdout.matches("Ines: ").count(), 4, "{}", ran.stdout);
    let ran = run(&["practice", "--seed", "7", "--log", "/dev/null"], "hello\n");
    assert_eq!((ran.status, ran.stderr.as_str()), (Some(0), ""));
}

#[test]
fn a_log_that_is_a_folder_or_taken_already_is_said() {
    let home = home();
    let folder = home.path().to_str().unwrap();
    let taken = home.path().join("taken.jsonl");
    fs::write(&taken, "something else\n").unwrap();
    let taken_path = taken.to_str().unwrap();
    for (args, says) in [
        (["practice", "--log", folder], "could not"),
        (["practice", "--log", taken_path], "holds something already"),
    ] {
        let ran = finish(command(home.path(), &args), "hi\n");
        assert_eq!((ran.status, ran.stdout.as_str()), (Some(2), ""), "{}", ran.stderr);
        assert!(ran.stderr.contains(says), "{}", ran.stderr);
    }
    assert_eq!(fs::read_to_string(&taken).unwrap(), "something else\n", "nothing is overwritten");
}

#[test]
fn a_log_that_was_cut_off_anywhere_costs_the_torn_line_only() {
    let home = home();
    let log = home.path().join("talk.jsonl");
    let path = log.to_str().unwrap();
    let typed = "hello\nhow did you get into this work?\nwhy?\n";
    assert_eq!(
        finish(command(home.path(), &["practice", "--seed", "7", "--log", path]), typed).status,
        Some(0)
    );
    let whole = fs::read(&log).unwrap();
    // Behind the first reply, in steps that hit no line's end twice.
    let first = whole.windows(2).enumerate().filter(|(_, pair)| pair == b"\n{").nth(3).unwrap().0;
    for cut in (first + 2..whole.len()).step_by(641) {
        fs::write(&log, &whole[..cut]).unwrap();
        let is_torn = whole[cut - 1] != b'\n' && whole.get(cut) != Some(&b'\n');
        let ran = finish(
            command(home.path(), &["practice", "--resume", "--log", path]),
            "tell me more\n",
        );
        assert_eq!(ran.status, Some(0), "cut at {cut}: {}", ran.stderr);
        assert_eq!(
            ran.stderr.contains("cost only themselves"),
            is_torn,
            "cut at {cut}: {}",
            ran.stderr
        );
        assert!(ran.stdout.contains("Back to the talk"), "cut at {cut}: {}", ran.stdout);
        let debrief = finish(command(home.path(), &["debrief", path]), "");
        assert_eq!(debrief.status, Some(0), "{}", debrief.stderr);
    }
}

#[test]
fn a_log_of_rubbish_is_no_talk() {
    let home = home();
    let log = home.path().join("talk.jsonl");
    let path = log.to_str().unwrap();
    let rubbish: [&[u8]; 5] = [
        b"\0\0\0\n\xff\xfe",
        b"{}\n[]\nnull\n",
        b"{\"event\":\"said\",\"turn\":1,\"text\":\"hi\"}\n",
        b"{\"event\":\"ended\",\"how\":\"left\"}\n",
        b"{",
    ];
    for bytes in rubbish {
        fs::write(&log, bytes).unwrap();
        for args in [&["debrief", path] as &[&str], &["practice", "--resume", "--log", path]] {
            let ran = finish(command(home.path(), args), "hi\n");
            assert_eq!((ran.status, ran.stdout.as_str()), (Some(2), ""), "{args:?} {}", ran.stderr);
            assert!(!ran.stderr.is_empty());
        }
    }
}

// The contract of statuses.

#[test]
fn the_status_is_0_when_all_is_done_and_clean() {
    let home = home();
    let pack = on_disk(&[]);
    let pack = pack.path().to_str().unwrap();
    for args in [
        &["practice", "--seed", "7"] as &[&str],
        &["practice", "rosa-delgado", "--seed", "7", "--help-level", "silent"],
        &["practice", "--pack", pack, "--seed", "7"],
        &["debrief"],
        &["debrief", "--format", "json"],
        &["people"],
        &["people", "--pack", pack],
        &["questions"],
        &["questions", "career-path"],
        &["assess"],
        &["pack", "check"],
        &["pack", "check", pack],
        &["pack", "check", "--explain", "unknown-answer"],
        &["pack", "test", pack],
        &["completions", "bash"],
        &["man"],
        &["--help"],
        &["--version"],
    ] {
        let ran = finish(command(home.path(), args), "how did you get into this work?\n");
        assert_eq!((ran.status, ran.stderr.as_str()), (Some(0), ""), "{args:?}");
        assert!(!ran.stdout.is_empty(), "{args:?}");
    }
}

#[test]
fn the_status_is_1_when_there_are_findings_or_failed_cases() {
    let broken = on_disk(&[("pack.toml", "schema = 1\n")]);
    let failing = on_disk(&[(
        "cases/baker.toml",
        &small_pack::CASES.replace("rapport = \"up\"", "rapport = \"down\""),
    )]);
    let untested = on_disk(&[("cases/baker.toml", "schema = 1\nscenario = \"baker\"\n")]);
    let (broken, failing, untested) = (
        broken.path().to_str().unwrap(),
        failing.path().to_str().unwrap(),
        untested.path().to_str().unwrap(),
    );
    for (args, typed) in [
        (&["pack", "check", broken] as &[&str], ""),
        (&["pack", "test", broken], ""),
        (&["people", "--pack", broken], ""),
        (&["questions", "--pack", broken], ""),
        (&["practice", "--pack", broken], "hi\n"),
        (&["assess", "--pack", broken], "hi\n"),
        (&["pack", "test", failing], ""),
        (&["pack", "test", untested], ""),
        (&["assess", "--jsonl"], "not json\n"),
        (&["assess", "--jsonl"], "{\"no\":\"text\"}\n"),
    ] {
        assert_eq!(run(args, typed).status, Some(1), "{args:?}");
    }
}

#[test]
fn the_status_is_2_when_it_could_not_run() {
    for args in [
        &["practise"] as &[&str],
        &["practice", "--seed", "seven"],
        &["practice", "--seed", "-1"],
        &["practice", "--help-level", "loud"],
        &["practice", "--resume", "--new"],
        &["practice", "--resume"],
        &["practice", "nobody-at-all"],
        &["--no-such-flag"],
        &["questions", "carreer-path"],
        &["assess", "/no/such/file"],
        &["debrief"],
        &["debrief", "no-such-run"],
        &["debrief", "--format", "pdf"],
        &["pack"],
        &["pack", "check", "/no/such/pack"],
        &["pack", "test", "/no/such/pack"],
        &["pack", "check", "--explain", "no-such-rule"],
        &["completions", "klingon"],
    ] {
        let ran = run(args, "hi\n");
        assert_eq!((ran.status, ran.stdout.as_str()), (Some(2), ""), "{args:?}");
        assert!(!ran.stderr.is_empty(), "{args:?}");
    }
}

#[test]
fn a_reader_that_goes_away_is_no_trouble() {
    for args in [
        &["people"] as &[&str],
        &["questions"],
        &["questions", "career-path"],
        &["practice", "--seed", "7"],
        &["practice", "--seed", "7", "--jsonl"],
        &["assess"],
        &["pack", "check"],
        &["completions", "bash"],
        &["man"],
        &["--help"],
        &["practice", "--help"],
        &["--version"],
    ] {
        let home = home();
        let mut program = command(home.path(), args);
        program.stdout(nobody());
        let ran = finish(program, "hi\nhow did you get into this work?\n");
        assert_eq!((ran.status, ran.stderr.as_str()), (Some(0), ""), "{args:?} | true");
    }
}

#[test]
fn a_message_that_nobody_reads_changes_no_status() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    fs::write(&file, "").unwrap();
    for (args, status) in [
        (&["people", "--pack", "/no/such/pack"] as &[&str], 2),
        (&["practice", "--seed", "7"], 0),
        (&["--no-such-flag"], 2),
    ] {
        let mut program = command(&file.join("home"), args);
        program.stderr(nobody());
        assert_eq!(finish(program, b"hi \xff\n").status, Some(status), "{args:?} 2>&1 | true");
    }
}

/// The writing end of a pipe whose reader has gone.
fn nobody() -> Stdio {
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    writer.into()
}
