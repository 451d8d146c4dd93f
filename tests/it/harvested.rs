//! What learners asked and was not understood: gathered out of talks that were really held, whatever their order, with
//! nothing private in it, and a patch that applies.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::LazyLock;

use coffeechat::coach::help::HelpLevel;
use coffeechat::finding;
use coffeechat::harvest::patch::patch;
use coffeechat::harvest::{Because, Gathering, Group, Sorting, Suggestion, Took, Trouble};
use coffeechat::hearing::{Before, Ear};
use coffeechat::interviewee::state::Effect;
use coffeechat::interviewee::{Person, Reply, Route};
use coffeechat::pack::{Pack, builtin, load};
use coffeechat::session::event::{self, Event, Replied};
use coffeechat::session::{Label, Session};
use tempfile::TempDir;

use crate::program::{Ran, run};
use crate::small_pack::{BAKER, FILES, on_disk, sources, text_of};

/// What learners said to Ada, a talk each. "/undo" takes the line before back.
const TALKS: [&[&str]; 4] = [
    &[
        "Hello, I'm Priya Kaur, write to me at priya@example.org",
        "Do you have cats in the bakery?",
        "What is the oven built with?",
        "How do you choose your flour?",
    ],
    &[
        "Do you keep a cat here?",
        "What bricks is it built with?",
        "What is the oven built with?",
        "did you see the game last night",
        "I'm Priya Kaur and my phone is 07700 900123, what flour do you use?",
    ],
    &[
        "Are there cats in your bakery?",
        "How is the weather in Leeds?",
        "What is the capital of France?",
        "What does a typical day look like?",
        "What bricks is it built with?",
        "/undo",
        "What is the oven built with?",
    ],
    &["Why?", "How did you get into this line of work?", "Are there cats in your bakery?"],
];

static PACK: LazyLock<Pack> = LazyLock::new(|| load::pack(sources("", ""), &builtin::sources()).0);

/// The logs of those talks.
static LOGS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let scenario = PACK.scenario("baker").unwrap();
    let ear = Ear::new(&PACK, Some(scenario));
    (1..).zip(TALKS).map(|(seed, lines)| held(&ear, seed, lines)).collect()
});

/// The log of a talk that is held with Ada.
fn held(ear: &Ear<'_>, seed: u64, lines: &[&str]) -> String {
    let person = Person::new(&PACK, PACK.scenario("baker").unwrap(), seed);
    let label = Label { run: format!("talk-{seed}"), ..Label::default() };
    let mut talk = Session::open(person, ear, HelpLevel::Full, label);
    for line in lines {
        if *line == "/undo" {
            talk.undo();
        } else {
            talk.say(line);
        }
    }
    written(talk.events())
}

fn written(events: &[Event]) -> String {
    events.iter().map(|event| event::to_line(event) + "\n").collect()
}

fn gathered<'a, 'b>(pack: &'a Pack, logs: impl IntoIterator<Item = &'b String>) -> Gathering<'a> {
    let mut gathering = Gathering::of(pack);
    for log in logs {
        gathering.take(log);
    }
    gathering
}

fn groups(pack: &Pack, gathering: &Gathering<'_>) -> Vec<Group> {
    let mut sorting = Sorting::of(pack, pack.scenario("baker").unwrap());
    gathering.lines("baker").into_iter().for_each(|line| sorting.add(line));
    sorting.groups()
}

#[test]
fn lines_that_ask_the_same_come_together_with_what_to_do_about_them() {
    let gathering = gathered(&PACK, &*LOGS);
    let groups = groups(&PACK, &gathering);
    let new_topic = |id: &str, banked| Suggestion::NewTopic { id: id.to_owned(), banked };
    let reworded = Because::Reworded(2);
    let cases: [(&[&str], u32, Suggestion); 7] = [
        (
            &[
                "Are there cats in your bakery?",
                "Do you have cats in the bakery?",
                "Do you keep a cat here?",
            ],
            4,
            new_topic("cats-bakery", false),
        ),
        (
            &["What bricks is it built with?"],
            2,
            Suggestion::Ask { topic: "old-oven".to_owned(), because: reworded },
        ),
        (&["How do you choose your flour?"], 2, new_topic("kinds-of-flour", true)),
        (&["What does a typical day look like?"], 1, new_topic("day-to-day", true)),
        (&["How is the weather in Leeds?"], 1, Suggestion::Leave),
        (&["did you see the game last night"], 1, Suggestion::Leave),
        (&["Why?"], 1, Suggestion::AsksOn),
    ];
    for (lines, times, suggestion) in cases {
        let has = |group: &&Group, text: &str| group.lines.iter().any(|line| line.text == text);
        let group = groups.iter().find(|group| has(group, lines[0]));
        let group = group.unwrap_or_else(|| panic!("{} is in no group: {groups:#?}", lines[0]));
        for line in lines {
            assert!(has(&group, line), "{line} is not with {}: {groups:#?}", lines[0]);
        }
        assert_eq!((group.times, &group.suggestion), (times, &suggestion), "{group:#?}");
    }
    let totals: Vec<_> = gathering.totals().collect();
    assert_eq!(totals.len(), 1);
    let (id, totals) = totals[0];
    assert_eq!((id, totals.talks, totals.said, totals.left_out), ("baker", 4, 18, 0));
    assert_eq!(totals.wrong, groups.iter().map(|group| u64::from(group.times)).sum::<u64>());
    let most = groups.first().unwrap();
    assert_eq!((most.times, most.talks), (4, 4), "the most frequent comes first");
}

#[test]
fn the_order_of_the_logs_makes_no_difference() {
    let there = gathered(&PACK, &*LOGS);
    let back = gathered(&PACK, LOGS.iter().rev());
    assert_eq!(there.lines("baker"), back.lines("baker"));
    let (there, back) = (groups(&PACK, &there), groups(&PACK, &back));
    assert_eq!(there, back);
    let diff = |groups: &[Group]| patch(&PACK, &[("baker", groups)]);
    assert_eq!(diff(&there), diff(&back));
}

#[test]
fn a_log_costs_only_the_lines_of_it_that_are_torn() {
    let log = &LOGS[0];
    let whole = gathered(&PACK, [log]).lines("baker");
    let torn = format!("{}{{\"event\":\"said\",\"tu", log.replacen('\n', "\nnot JSON\n", 1));
    let mut gathering = Gathering::of(&PACK);
    assert_eq!(gathering.take(&torn), Took::Talk { torn: 2 });
    let texts = |lines: &[coffeechat::harvest::Line]| -> Vec<String> {
        lines.iter().map(|line| line.text.clone()).collect()
    };
    assert_eq!(texts(&gathering.lines("baker")), texts(&whole));
    assert_eq!(gathering.take(&torn), Took::Again, "the same talk counts once");
    let elsewhere = log.replace("\"scenario\":\"baker\"", "\"scenario\":\"miller\"");
    assert_eq!(gathering.take(&elsewhere), Took::Elsewhere);
    assert_eq!(gathering.elsewhere().get("miller"), Some(&1));
    for nothing in ["", "hello\n", "{}\n", "{\"event\":\"said\",\"turn\":1,\"text\":\"hi\"}\n"] {
        assert_eq!(gathering.take(nothing), Took::NoTalk, "{nothing:?}");
    }
}

// Logs that no talk would give.

fn made(run: &str, said: &[(&str, Route, Option<&str>, Vec<Effect>)]) -> String {
    let opened = held(&Ear::new(&PACK, None), 1, &[]).replace("talk-1", run);
    let mut events = Vec::new();
    for (turn, (text, route, topic, effects)) in (1..).zip(said) {
        events.push(Event::Said { turn, text: (*text).to_owned() });
        let reply = Reply {
            text: "Well.".to_owned(),
            route: *route,
            topic: topic.map(str::to_owned),
            answer: topic.map(|topic| format!("{topic}-answer")),
            follow: None,
            act: None,
            contact: None,
            counter: None,
            unmet: Vec::new(),
            effects: effects.clone(),
        };
        events.push(Event::Replied(Box::new(Replied {
            turn,
            reply,
            rapport: 40,
            minutes_left: 9,
        })));
    }
    opened + &written(&events)
}

#[test]
fn what_settles_which_of_two_topics_was_meant_counts_in_whatever_words() {
    let (a, b) = ("old-oven".to_owned(), "career-path".to_owned());
    let log = made(
        "settled",
        &[
            ("what about the heat", Route::Clarify, None, vec![Effect::Wondered { a, b }]),
            ("the first", Route::Answer, Some("old-oven"), Vec::new()),
        ],
    );
    let lines = gathered(&PACK, [&log]).lines("baker");
    assert_eq!(lines.len(), 1);
    assert_eq!(lines[0].troubles.keys().collect::<Vec<_>>(), [&Trouble::Between]);
    let then: Vec<_> =
        lines[0].then.keys().map(|then| (then.topic.as_str(), then.settles)).collect();
    assert_eq!(then, [("old-oven", true)]);
    let groups = groups(&PACK, &gathered(&PACK, [&log]));
    let because = Because::Reworded(1);
    assert_eq!(groups[0].suggestion, Suggestion::Ask { topic: "old-oven".to_owned(), because });
}

#[test]
fn thousands_of_different_lines_fit_and_which_are_kept_does_not_depend_on_their_order() {
    let logs: Vec<String> = (0..6)
        .map(|log| {
            let texts: Vec<String> =
                (0..1_000).map(|line| format!("blah {log} is {line}")).collect();
            let miss = |text| (text, Route::Fallback, None, Vec::new());
            let said: Vec<_> =
                texts.iter().map(String::as_str).chain(["what now"]).map(miss).collect();
            made(&format!("run-{log}"), &said)
        })
        .collect();
    let there = gathered(&PACK, &logs);
    let back = gathered(&PACK, logs.iter().rev());
    let lines = there.lines("baker");
    assert_eq!(lines, back.lines("baker"));
    assert_eq!(lines.len(), 4_000);
    let (_, totals) = there.totals().next().unwrap();
    assert_eq!(totals.wrong, 6_006);
    let kept: u64 = lines.iter().map(|line| u64::from(line.times)).sum();
    assert_eq!(totals.left_out, 6_006 - kept);
}

// The patch.

#[test]
fn nothing_private_is_kept() {
    let gathering = gathered(&PACK, &*LOGS);
    let groups = groups(&PACK, &gathering);
    let all = format!("{groups:?} {}", patch(&PACK, &[("baker", &groups)]).text);
    for private in ["Priya", "Kaur", "example.org", "07700", "900123"] {
        assert!(!all.contains(private), "{private} is in {all}");
    }
    assert!(all.contains("[number]"), "that there was something is still seen");
}

/// A pack on disk beside logs of talks with its people.
fn bench() -> (TempDir, TempDir) {
    let (folder, runs) = (on_disk(&[]), tempfile::tempdir().unwrap());
    for (number, log) in LOGS.iter().enumerate() {
        fs::write(runs.path().join(format!("{number}.jsonl")), log).unwrap();
    }
    (folder, runs)
}

fn harvest(folder: &Path, runs: &Path, more: &[&str]) -> Ran {
    let (folder, runs) = (folder.to_str().unwrap(), runs.to_str().unwrap());
    run(&[&["pack", "harvest", runs, "--pack", folder], more].concat(), "")
}

#[test]
fn the_program_says_what_it_found_and_left_aside() {
    let (folder, runs) = bench();
    fs::write(runs.path().join("notes.txt"), "buy flour").unwrap();
    fs::write(runs.path().join("empty.jsonl"), "").unwrap();
    let again = fs::read(runs.path().join("0.jsonl")).unwrap();
    fs::write(runs.path().join("copy.jsonl"), again).unwrap();
    let elsewhere = fs::read_to_string(runs.path().join("1.jsonl")).unwrap();
    let elsewhere = elsewhere.replace("\"scenario\":\"baker\"", "\"scenario\":\"miller\"");
    fs::write(runs.path().join("other.jsonl"), elsewhere).unwrap();
    let ran = harvest(folder.path(), runs.path(), &[]);
    assert_eq!(ran.status, Some(0), "{}", ran.stderr);
    for wanted in [
        "Ada Crumb (baker): ",
        " of 18 lines in 4 talks went wrong",
        "“Are there cats in your bakery?”: 4 times in 4 talks",
        "  “Do you keep a cat here?”",
        "Add it to the `ask` of old-oven: put in other words, it was understood so 2 times.",
        "Leave it: small talk",
        "are masked",
        "+# id = \"cats-bakery\"",
    ] {
        let plain = ran.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
        let wanted = wanted.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(plain.contains(&wanted), "{wanted}\n{}", ran.stdout);
    }
    for wanted in [
        "notes.txt: its name does not end in .jsonl.",
        "empty.jsonl: it holds no talk that can be read.",
        "1 log came before under another name; each talk counts once.",
        "1 talk with people of other packs left aside (miller).",
    ] {
        assert!(ran.stderr.contains(wanted), "{wanted}\n{}", ran.stderr);
    }
    for private in ["Priya", "Kaur", "example.org", "07700"] {
        assert!(!ran.stdout.contains(private), "{private}\n{}", ran.stdout);
    }
}

#[test]
fn what_cannot_be_done_is_said_with_a_status() {
    let (folder, runs) = bench();
    let none = tempfile::tempdir().unwrap();
    let there = runs.path().join("0.jsonl");
    for (logs, more, wanted) in [
        (none.path(), &[][..], "no talk with anybody of this pack was found"),
        (Path::new("no-such-folder"), &[], "there is no file or folder `no-such-folder`"),
        (runs.path(), &["--patch", there.to_str().unwrap()], "is there already; name a new file"),
    ] {
        let ran = harvest(folder.path(), logs, more);
        assert_eq!((ran.status, ran.stdout.as_str()), (Some(2), ""), "{}", ran.stderr);
        assert!(ran.stderr.contains(wanted), "{}", ran.stderr);
    }
}

/// Whether a program takes a patch in a folder; none if the program is not there, which is said.
fn takes(program: &str, args: &[&str], folder: &Path, patch: &str) -> Option<bool> {
    let mut command = Command::new(program);
    command.args(args).current_dir(folder).stdin(Stdio::null()).stdout(Stdio::null());
    // A repository above the folder is none of the pack's.
    command.env("GIT_CEILING_DIRECTORIES", folder.parent().unwrap());
    match command.arg(patch).status() {
        Ok(status) => Some(status.success()),
        Err(error) => {
            // Not through the capture of the test harness: what was not tried is to be seen.
            let missing = format!(
                "`{program}` is not there ({error}): that it takes the patch was not tried\n"
            );
            std::io::stderr().write_all(missing.as_bytes()).unwrap();
            None
        }
    }
}

#[test]
fn the_patch_applies_and_changes_nothing_before_it_is_applied() {
    let (folder, runs) = bench();
    let place = tempfile::tempdir().unwrap();
    let file = place.path().join("asked.patch");
    let file = file.to_str().unwrap();
    let ran = harvest(folder.path(), runs.path(), &["--patch", file]);
    assert_eq!(ran.status, Some(0), "{}", ran.stderr);
    assert!(!ran.stdout.contains("@@"), "it is in the file:\n{}", ran.stdout);
    for (path, text) in FILES {
        assert_eq!(fs::read_to_string(folder.path().join(path)).unwrap(), text, "{path}");
    }
    let diff = fs::read_to_string(file).unwrap();
    assert!(
        diff.starts_with("--- a/scenarios/baker.toml\n+++ b/scenarios/baker.toml\n@@ -"),
        "{diff}"
    );
    for (program, args) in [
        ("git", &["apply", "--check"][..]),
        ("patch", &["-p1", "--dry-run", "-i"]),
        ("git", &["apply"]),
    ] {
        let took = takes(program, args, folder.path(), file);
        assert_ne!(took, Some(false), "{program} {args:?} does not take\n{diff}");
    }
}

/// What stands as comments at the end is a topic as soon as the comment marks are gone.
#[test]
fn a_new_topic_can_be_played_once_its_comment_marks_are_gone() {
    let groups = groups(&PACK, &gathered(&PACK, &*LOGS));
    let diff = patch(&PACK, &[("baker", &groups)]).text;
    let added = diff.lines().filter_map(|line| line.strip_prefix('+')).skip(1);
    let topics: Vec<&str> =
        added.filter_map(|line| line.strip_prefix("# ").or((line == "#").then_some(""))).collect();
    assert!(
        topics.contains(&"id = \"cats-bakery\"") && topics.contains(&"id = \"day-to-day\""),
        "{diff}"
    );
    let whole = format!("{BAKER}\n{}\n", topics.join("\n"));
    let (whole, found) = load::pack(sources("scenarios/baker.toml", &whole), &builtin::sources());
    assert!(!finding::any_error(&found), "{found:#?}");
    let ada = whole.scenario("baker").unwrap();
    let heard =
        Ear::new(&whole, Some(ada)).hear("Are there cats in your bakery?", Before::default());
    assert_eq!(heard.subject.best().map(|best| best.id.as_str()), Some("cats-bakery"));
}

#[test]
fn a_file_keeps_its_line_ends() {
    let text = text_of("scenarios/baker.toml").replace('\n', "\r\n");
    let pack = load::pack(sources("scenarios/baker.toml", &text), &builtin::sources()).0;
    let groups = groups(&pack, &gathered(&pack, &*LOGS));
    let diff = patch(&pack, &[("baker", &groups)]).text;
    let added: Vec<&str> = diff.split('\n').filter(|line| line.starts_with("+#")).collect();
    assert!(!added.is_empty() && added.iter().all(|line| line.ends_with('\r')), "{diff}");
}

#[test]
fn wordings_are_added_to_what_one_can_ask() {
    let groups = groups(&PACK, &gathered(&PACK, &*LOGS));
    let patch = patch(&PACK, &[("baker", &groups)]);
    assert_eq!(patch.left_out, []);
    let added = patch.text.lines().filter(|line| line.starts_with('+') && !line.starts_with("+#"));
    let added: Vec<&str> = added.skip(1).collect();
    assert!(added.iter().any(|line| line.contains("What bricks is it built with")), "{added:?}");
    let (folder, place) = (on_disk(&[]), tempfile::tempdir().unwrap());
    let file = place.path().join("asked.patch");
    fs::write(&file, &patch.text).unwrap();
    let took = takes("git", &["apply"], folder.path(), file.to_str().unwrap());
    assert_ne!(took, Some(false), "{}", patch.text);
    if took == Some(true) {
        let text = fs::read_to_string(folder.path().join("scenarios/baker.toml")).unwrap();
        let (mended, found) =
            load::pack(sources("scenarios/baker.toml", &text), &builtin::sources());
        assert!(!finding::any_error(&found), "{found:#?}");
        let ada = mended.scenario("baker").unwrap();
        let ear = Ear::new(&mended, Some(ada));
        let heard = ear.hear("What bricks is it built with?", Before::default());
        assert_eq!(heard.subject.best().map(|best| best.id.as_str()), Some("old-oven"));
    }
}
