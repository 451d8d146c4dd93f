//! What is begun for an instructor holds what it teaches, and nothing that is there is written over.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use coffeechat::cases;
use coffeechat::disk::{Source, tree};
use coffeechat::hearing::{Before, Ear};
use coffeechat::interviewee::Person;
use coffeechat::pack::scenario::Scenario;
use coffeechat::pack::{Pack, builtin, load};
use coffeechat::scaffold::{self, NewFile, block, notes};
use coffeechat::text::clean::is_unsafe;
use proptest::prelude::*;
use tempfile::TempDir;

use crate::program::{Ran, run};
use crate::reachable::{asking_on, naming, reply_after};

fn source(file: &NewFile) -> Source {
    Source { path: file.path.clone(), text: file.text.clone(), unreadable: None }
}

/// The starter, and what was found in it.
static STARTER: LazyLock<(Pack, Vec<String>)> = LazyLock::new(|| read(&scaffold::pack("starter")));

fn read(files: &[NewFile]) -> (Pack, Vec<String>) {
    let (pack, found) = load::pack(files.iter().map(source).collect(), &builtin::sources());
    let found = found
        .iter()
        .map(|finding| format!("{}: {} ({})", finding.file, finding.message, finding.rule.name));
    let found = found.collect();
    (pack, found)
}

// The starter pack.

#[test]
fn the_starter_has_no_findings_and_passes_its_cases() {
    let (pack, found) = &*STARTER;
    assert_eq!(found, &[] as &[String]);
    let mut passed = 0;
    for (path, file) in &pack.cases {
        let played = cases::play(pack, path, file, || ());
        assert_eq!(played.failed, []);
        passed += played.passed;
    }
    assert!(passed >= 4);
}

#[test]
fn what_one_can_ask_in_the_starter_is_heard_as_its_topic() {
    let pack = &STARTER.0;
    assert_eq!(astray(pack, &pack.scenarios[0]), [] as [String; 0]);
}

/// The ways of asking, of a scenario and of the pack's own question banks, that are heard as something else.
fn astray(pack: &Pack, scenario: &Scenario) -> Vec<String> {
    let ear = Ear::new(pack, Some(scenario));
    let heard = |line: &str| {
        let heard = ear.hear(line, Before::default());
        heard.subject.best().map(|best| best.id.clone())
    };
    let own =
        scenario.topics.iter().flat_map(|topic| topic.ask.iter().map(|line| (&topic.id, line)));
    let banks = pack.banks.iter().take(pack.own_banks).flat_map(|bank| &bank.topics);
    let banked = banks.flat_map(|topic| {
        let lines = topic
            .questions
            .iter()
            .flat_map(|question| [&question.text].into_iter().chain(&question.phrasings));
        lines.map(|line| (&topic.id, line))
    });
    let asked = own.chain(banked).filter(|(id, line)| heard(line).as_ref() != Some(id.value()));
    let never =
        scenario.topics.iter().flat_map(|topic| topic.never.iter().map(|line| (&topic.id, line)));
    let never = never.filter(|(id, line)| heard(line).as_ref() == Some(id.value()));
    asked.chain(never).map(|(id, line)| format!("{line:?} of {id:?}: {:?}", heard(line))).collect()
}

#[test]
fn every_thread_and_follow_up_of_the_starter_can_be_picked_up() {
    let pack = &STARTER.0;
    assert_eq!(lost(pack, &pack.scenarios[0]), [] as [String; 0]);
}

/// The threads and follow-ups of a scenario that cannot be picked up.
fn lost(pack: &Pack, scenario: &Scenario) -> Vec<String> {
    let ear = Ear::new(pack, Some(scenario));
    let person = Person::new(pack, scenario, 1);
    let mut lost = Vec::new();
    for (_, answer) in scenario.answers() {
        for said in &answer.say {
            for hook in &answer.hooks {
                for line in hook.words.iter().flat_map(|words| naming(words)) {
                    let reply = reply_after((person, &ear), answer, Some(&hook.to), said, &line);
                    if reply.answer.as_deref() != Some(hook.to.as_str()) {
                        lost.push(format!("{line:?} after {:?}: {reply:?}", answer.id));
                    }
                }
            }
            for kind in answer.follow.iter().map(|follow| *follow.on.value()) {
                for line in asking_on(kind) {
                    let reply = reply_after((person, &ear), answer, None, said, line);
                    if reply.follow != Some(kind) {
                        lost.push(format!("{line:?} after {:?}: {reply:?}", answer.id));
                    }
                }
            }
        }
    }
    lost
}

#[test]
fn the_starter_shows_what_it_teaches() {
    let scenario = &STARTER.0.scenarios[0];
    let own: Vec<_> = scenario.topics.iter().filter(|topic| topic.aloud.is_some()).collect();
    assert!(own.iter().all(|topic| topic.title.is_some() && topic.ask.len() >= 6));
    assert_eq!(own.len(), 1);
    let gates: BTreeSet<String> = scenario
        .answers()
        .filter(|(_, answer)| answer.gem)
        .flat_map(|(_, answer)| {
            let gate = &answer.gate;
            let rapport = gate.rapport.map(|_| "rapport");
            let after = gate.after.first().map(|_| "after");
            let fact = gate.fact.map(|_| "fact");
            rapport.into_iter().chain(after).chain(fact)
        })
        .map(str::to_owned)
        .collect();
    assert_eq!(gates.len(), 3, "each kind of gate is shown: {gates:?}");
    let words = |text: &str| text.split_whitespace().count();
    for (_, answer) in scenario.answers().filter(|(topic, _)| topic.id.value() != "anything-else") {
        for say in &answer.say {
            assert!((45..=85).contains(&words(say)), "{:?}: {} words", answer.id, words(say));
            assert!(say.contains('\''), "{:?} is spoken, with contractions", answer.id);
            let longest = say.split_inclusive(['.', '!', '?']).map(words).max();
            assert!(longest <= Some(30), "{:?}: {longest:?} words in a sentence", answer.id);
        }
        assert!(answer.gem || !answer.follow.is_empty(), "{:?}", answer.id);
        assert!(answer.gem || answer.short.as_ref().is_some_and(|s| (2..=10).contains(&words(s))));
    }
    let minutes = scenario.minutes() as usize;
    let told: usize = scenario.answers().map(|(_, answer)| words(&answer.say[0])).sum();
    assert!(told * 3 >= minutes * 150, "{told} words for {minutes} minutes");
}

// What the commands write.

/// A folder with the starter pack in it, and its path as it is typed.
fn begun() -> (TempDir, String) {
    let home = tempfile::tempdir().unwrap();
    let pack = home.path().join("my-pack").to_str().unwrap().to_owned();
    let ran = run(&["pack", "new", "pack", &pack], "");
    assert_eq!(ran.status, Some(0), "{ran:?}");
    (home, pack)
}

/// Runs a command that is to write, and holds that the pack has no findings.
fn writes(args: &[&str]) -> Ran {
    let ran = run(args, "");
    assert_eq!(ran.status, Some(0), "{args:?}: {ran:?}");
    assert!(ran.stdout.contains("No findings in"), "{}", ran.stdout);
    ran
}

/// Everything in a folder, by path.
fn everything(folder: &str) -> BTreeMap<PathBuf, Vec<u8>> {
    let files = tree::files(Path::new(folder)).unwrap();
    files
        .into_iter()
        .map(|file| (file.path.clone(), fs::read(Path::new(folder).join(file.path)).unwrap()))
        .collect()
}

/// Runs a command that is to be refused, and holds that it says so and that nothing has changed.
fn is_refused(pack: &str, args: &[&str], status: i32, says: &[&str]) {
    let before = everything(pack);
    let ran = run(args, "");
    assert_eq!(ran.status, Some(status), "{args:?}: {ran:?}");
    let told = format!("{}{}", ran.stdout, ran.stderr).replace(['\n', ' '], "");
    for words in says {
        assert!(told.contains(&words.replace(' ', "")), "{args:?} says {words:?}: {ran:?}");
    }
    assert_eq!(everything(pack), before, "{args:?} changed something");
}

#[test]
fn a_new_pack_a_person_topics_and_cases_pass_from_the_start() {
    let (_home, pack) = begun();
    let p = pack.as_str();
    assert!(fs::read_to_string(format!("{p}/pack.toml")).unwrap().contains("id = \"my-pack\""));

    let ran = writes(&["pack", "new", "scenario", "lena-roth", "--pack", p]);
    for command in ["pack check", "pack author", "practice lena-roth --pack", "pack test"] {
        assert!(ran.stdout.contains(command), "{command} is what to do next: {}", ran.stdout);
    }
    let path = format!("{p}/scenarios/lena-roth.toml");
    let whole = fs::read_to_string(&path).unwrap();
    assert!(whole.contains("name = \"Lena Roth\"") && !whole.contains("First"), "{whole}");

    // A file without a last line end, and one with the line ends of another system.
    fs::write(&path, whole.trim_end()).unwrap();
    let nell = format!("{p}/scenarios/nell-okoro.toml");
    let text = fs::read_to_string(&nell).unwrap().replace('\n', "\r\n");
    fs::write(&nell, &text).unwrap();
    for (person, topic) in [
        ("lena-roth", "night-shifts"),
        ("lena-roth", "tools-methods"),
        ("lena-roth", "staying-safe"),
        ("nell-okoro", "spare-parts"),
    ] {
        let path = format!("{p}/scenarios/{person}.toml");
        let before = fs::read_to_string(&path).unwrap();
        let ran = run(&["pack", "new", "topic", person, topic, "--pack", p], "");
        assert_eq!(ran.status, Some(0), "{ran:?}");
        // Whoever begins two topics and replaces neither answer says the same thing twice, and is told so.
        let told = ["No findings in", "0 errors, "];
        assert!(told.iter().any(|told| ran.stdout.contains(told)), "{}", ran.stdout);
        assert!(!ran.stdout.replace("warning[said-twice]", "").contains("warning["), "{ran:?}");
        assert!(ran.stdout.contains("pack author"), "{}", ran.stdout);
        let after = fs::read_to_string(&path).unwrap();
        let added = after.strip_prefix(&before).expect("what was there is there");
        assert!(added.contains(&format!("id = \"{topic}\"")), "{added}");
        assert_eq!(added.contains("aloud ="), !["tools-methods", "staying-safe"].contains(&topic));
        let line_ends = added.matches("\r\n").count();
        assert_eq!(line_ends, if person == "nell-okoro" { added.lines().count() } else { 0 });
    }

    for (person, file) in [
        ("lena-roth", "cases/lena-roth.toml"),
        ("lena-roth", "cases/lena-roth.toml"),
        ("nell-okoro", "cases/nell-okoro.toml"),
    ] {
        let path = format!("{p}/{file}");
        let before = fs::read_to_string(&path).unwrap_or_default();
        let ran = run(&["pack", "new", "case", person, "--pack", p], "");
        assert_eq!(ran.status, Some(0), "{ran:?}");
        assert!(ran.stdout.contains("pack test"), "{}", ran.stdout);
        let after = fs::read_to_string(&path).unwrap();
        let added = after.strip_prefix(&before).expect("what was there is there");
        assert!(added.contains("answer = ") && added.contains("move = \"thanks\""), "{added}");
    }
    let played = run(&["pack", "test", p], "");
    assert!(played.stdout.contains("8 passed, 0 failed"), "{}", played.stdout);
}

#[test]
fn a_new_person_and_topics_are_heard_and_can_be_asked_on() {
    let mut files = scaffold::pack("p");
    let mut person = scaffold::scenario("lena-roth");
    let (bare, _) = read(&[files[0].clone(), person.clone()]);
    let block = block::topic("night-shifts", None, &bare.scenarios[0]);
    person.text = block::added(&person.text, &block);
    files.push(person);
    let (pack, found) = read(&files);
    assert_eq!(found, [] as [String; 0]);
    let scenario = pack.scenario("lena-roth").unwrap();
    assert_eq!(astray(&pack, scenario), [] as [String; 0]);
    assert_eq!(lost(&pack, scenario), [] as [String; 0]);
}

#[test]
fn nothing_is_written_over_and_what_cannot_be_is_said() {
    let (home, pack) = begun();
    let p = pack.as_str();
    let bad = home.path().join("bad.txt").to_str().unwrap().to_owned();
    fs::write(&bad, "# x\n\nA: before any question\n").unwrap();
    let (absent, file) = (format!("{p}-absent"), format!("{p}/pack.toml"));
    let cases: &[(&[&str], &[&str])] = &[
        (&["pack", p], &["something in it already", "folder that is empty"]),
        (&["pack", &file], &["pack.toml"]),
        (&["scenario", "nell-okoro", "--pack", p], &["is there already", "another id"]),
        (&["scenario", "Lena Roth", "--pack", p], &["write it as `lena-roth`"]),
        (&["scenario", "../lena", "--pack", p], &["write it as `lena`"]),
        (&["scenario", "日本", "--pack", p], &["such as `lena-roth`"]),
        (&["scenario", "lena", "--pack", &absent], &["no pack", "pack new pack FOLDER"]),
        (&["scenario", "lena", "--pack", &file], &["not a folder"]),
        (&["scenario", "lena", "--pack", p, "--from", &absent], &["could not read"]),
        (&["scenario", "lena", "--pack", p, "--from", &bad], &["bad.txt:3:", "Q: …"]),
        (&["topic", "nell-okor", "x", "--pack", p], &["did you mean `nell-okoro`?"]),
        (&["topic", "zzz", "x", "--pack", p], &["it has: nell-okoro"]),
        (&["topic", "nell-okoro", "enjoy", "--pack", p], &["[[topic.answer]]"]),
        (&["topic", "nell-okoro", "Night Shifts", "--pack", p], &["`night-shifts`"]),
        (&["topic", "nell-okoro", "x", "--pack", &absent], &["no pack"]),
        (&["case", "nell-okor", "--pack", p], &["did you mean `nell-okoro`?"]),
        (&["case", "nell-okoro", "--pack", &absent], &["no pack"]),
    ];
    for (args, says) in cases {
        let args: Vec<&str> = ["pack", "new"].iter().chain(*args).copied().collect();
        is_refused(p, &args, 2, says);
    }
    // What would make an error is not written.
    let nell = format!("{p}/scenarios/nell-okoro.toml");
    let text = fs::read_to_string(&nell).unwrap();
    let inline = text.replace("[[counter]]", "[broken]\nx = 1\n[[counter]]");
    fs::write(&nell, inline).unwrap();
    is_refused(p, &["pack", "new", "topic", "nell-okoro", "x", "--pack", p], 1, &["pack check"]);
    is_refused(p, &["pack", "new", "case", "nell-okoro", "--pack", p], 1, &["pack check"]);
    // The errors of one person keep nobody from beginning another.
    let ran = run(&["pack", "new", "scenario", "lena-roth", "--pack", p], "");
    assert_eq!(ran.status, Some(1), "{ran:?}");
    assert!(Path::new(&format!("{p}/scenarios/lena-roth.toml")).exists());
}

#[cfg(unix)]
#[test]
fn nothing_is_written_through_a_link_that_leaves_the_pack() {
    let (home, pack) = begun();
    let outside = home.path().join("outside");
    fs::create_dir(&outside).unwrap();
    fs::remove_dir_all(format!("{pack}/cases")).unwrap();
    std::os::unix::fs::symlink(&outside, format!("{pack}/cases")).unwrap();
    let ran = run(&["pack", "new", "case", "nell-okoro", "--pack", &pack], "");
    assert_eq!(ran.status, Some(2), "{ran:?}");
    assert!(ran.stderr.contains("leaves the pack"), "{}", ran.stderr);
    assert!(everything(outside.to_str().unwrap()).is_empty());
}

// Notes.

const NOTES: &str = "\u{feff}# Lena, 3 May\r
Q: How did you get into this line of work?\r
Q: What made you become a shepherd?\r
A: By accident. My uncle broke his leg in the lambing season, and somebody had to stay\r
with the ewes.\r
\r
I stayed.\r
Question: What do you do with the dogs on a free day?\r
Answer: I walk them, \"properly\", twice {round} the \\hill\\.\r
Q. What does a typical day look like?\r
A. I get up at five. Then I count.\r
A: In winter I don't get up at five.\r
";

#[test]
fn notes_become_a_person_who_says_what_was_noted() {
    let (home, pack) = begun();
    let p = pack.as_str();
    let notes = home.path().join("notes.txt").to_str().unwrap().to_owned();
    fs::write(&notes, NOTES).unwrap();
    let ran = run(&["pack", "new", "scenario", "lena-roth", "--pack", p, "--from", &notes], "");
    // What was noted in few words disappoints in many ways; nothing keeps it from being played.
    assert_eq!(ran.status, Some(0), "{ran:?}");
    assert!(ran.stdout.contains("0 errors, "), "{}", ran.stdout);
    for told in ["the topic career-path, of the", "the topic day-to-day, of the", "of their own"] {
        assert!(ran.stdout.replace("\n  ", " ").contains(told), "{told}: {}", ran.stdout);
    }
    let text = fs::read_to_string(format!("{p}/scenarios/lena-roth.toml")).unwrap();
    let scenario: Scenario = toml::from_str(&text).unwrap();
    let said: Vec<(&str, &str, &str, &str)> = scenario
        .answers()
        .map(|(topic, answer)| {
            let short = answer.short.as_ref().map_or("", |short| short);
            (topic.id.as_str(), answer.gist.as_str(), short, answer.say[0].as_str())
        })
        .collect();
    assert_eq!(
        said,
        [
            (
                "career-path",
                "by accident",
                "By accident.",
                "By accident. My uncle broke his leg in the lambing season, and somebody had to \
                 stay with the ewes. I stayed."
            ),
            (
                "dogs-free-day",
                "I walk them, \"properly\", twice (round) the \\hill\\",
                "I walk them, \"properly\", twice (round) the \\hill\\.",
                "I walk them, \"properly\", twice (round) the \\hill\\."
            ),
            (
                "day-to-day",
                "I get up at five",
                "I get up at five.",
                "I get up at five. Then I count."
            ),
            (
                "day-to-day",
                "in winter I don't get up at five",
                "In winter I don't get up at five.",
                "In winter I don't get up at five."
            ),
        ]
    );
    let own = scenario.topic("dogs-free-day").unwrap();
    assert_eq!(own.aloud.as_ref().unwrap().as_str(), "what I do with the dogs on a free day");
    assert_eq!(own.ask[0].as_str(), "What do you do with the dogs on a free day?");
}

#[test]
fn notes_that_cannot_be_read_are_refused_with_their_line() {
    for (text, line, says) in [
        ("", 1, "no questions here"),
        ("# only a remark\n\n", 1, "no questions here"),
        ("A: I begin.\n", 1, "before it"),
        ("# x\nAnswer: I begin.\n", 2, "before it"),
        ("Lena\nQ: Why?\nA: So.", 1, "belongs to no question"),
        ("Q: Why?\nA:\n", 2, "no words"),
        ("Q: Why?\nA: \u{1b}[31m \n\nQ: How?\nA: So.", 2, "no words"),
        ("Q: Why?\nA: ...\nQ: How?", 2, "no words"),
        ("Q:\nA: So.", 1, "no words"),
        ("Q: Why?\nA: So.\n\nQ: How?\nQ: How come?\n", 4, "no answer"),
    ] {
        let unread = notes::read(text).unwrap_err();
        assert_eq!(unread.line, line, "{text:?}");
        assert!(unread.message.contains(says), "{text:?}: {}", unread.message);
    }
}

#[test]
fn notes_are_read_however_they_are_written() {
    let one = |question: &str, answer: &str| (vec![question.to_owned()], vec![answer.to_owned()]);
    for (text, expected) in [
        ("Q: Why?\nA: So.", one("Why?", "So.")),
        ("q:why?\na:so", one("why?", "so")),
        ("Question 3: Why?\r\nAnswer 3: So.\r\n", one("Why?", "So.")),
        ("- **Q:** Why?\n- **A:** So.", one("Why?", "So.")),
        ("Q) Why?\nA) So.", one("Why?", "So.")),
        ("Q. Why?\nA. So.\nA. Smith said so too.", one("Why?", "So. A. Smith said so too.")),
        ("Q:\nWhy\nnot?\nA:\nSo.\n# he laughed\n\nAnd so.", one("Why not?", "So. And so.")),
        (
            "Q: Why?\nA: A lot of it: this.\nA q: letters.",
            one("Why?", "A lot of it: this. A q: letters."),
        ),
    ] {
        let noted = notes::read(text).unwrap();
        let noted: Vec<_> =
            noted.into_iter().map(|noted| (noted.questions, noted.answers)).collect();
        assert_eq!(noted, [expected], "{text:?}");
    }
    let noted =
        notes::read("Q: Why?\nQ: How come?\nA: So.\nA: And so.\nQ: When?\nA: Then.").unwrap();
    assert_eq!(noted.len(), 2);
    assert_eq!((noted[0].questions.len(), noted[0].answers.len()), (2, 2));
}

/// The scenario of notes, read back.
fn of_notes(text: &str) -> Result<(String, Scenario, usize), notes::Unread> {
    let noted = notes::read(text)?;
    let heard = |question: &str| question.contains("day").then(|| "day-to-day".to_owned());
    let (file, made) = notes::scenario("lena-roth", &noted, heard, |id| id == "day-to-day");
    assert_eq!(made.len(), noted.len());
    let scenario: Scenario =
        toml::from_str(&file.text).unwrap_or_else(|e| panic!("{e}\n{}", file.text));
    let answers = noted.iter().map(|noted| noted.answers.len()).sum();
    Ok((file.text, scenario, answers))
}

#[test]
fn nothing_that_stands_in_notes_makes_an_error() {
    let long = "word ".repeat(20_000);
    let one_word = "x".repeat(100_000);
    let dots = "! ".repeat(50_000);
    for text in [
        format!("Q: {long}?\nA: {long}"),
        format!("Q: {one_word}?\nA: {one_word}"),
        format!("Q: a {dots}\nA: b {dots}"),
        "Q: {name} \"\"\" ''' \\u0000 [[topic]]?\nA: \"\"\"{gist}\"\"\" \\ # = []".to_owned(),
        "Q: 日本は?\nA: 👩\u{200d}🔬 はい\u{202e}\u{0}\u{2028}".to_owned(),
        "Q: day-to-day\nA: a\nQ: 3D?\nA: b\nQ: 3D!\nA: c\nQ: What is it?\nA: d\nQ: How do you do?\nA: e".to_owned(),
    ] {
        let (text, scenario, answers) = of_notes(&text).unwrap();
        let own = scenario.topics.iter().flat_map(|topic| &topic.answers).count();
        assert_eq!(own, answers);
        let file = NewFile { path: "scenarios/lena-roth.toml".to_owned(), text };
        let mut files = scaffold::pack("p");
        files.push(file);
        assert_eq!(read(&files).1, [] as [String; 0]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_noted_reads_back(
        lines in prop::collection::vec(
            (prop::sample::select(vec!["Q: ", "A: ", "Q.", "Answer:", "", "# ", "\t"]), any::<String>()),
            1..12,
        ),
        end in prop::sample::select(vec!["\n", "\r\n", "\n\n"]),
    ) {
        let lines: Vec<String> =
            lines.iter().map(|(label, text)| format!("{label}{text}")).collect();
        let text = lines.join(end);
        if let Ok((_, scenario, answers)) = of_notes(&text) {
            prop_assert_eq!(scenario.answers().count(), answers);
            for (_, answer) in scenario.answers() {
                let texts = [&answer.gist, &answer.say[0]].into_iter().chain(&answer.short);
                for text in texts {
                    prop_assert!(!text.trim().is_empty());
                    let is_bad = |c: char| matches!(c, '{' | '}') || is_unsafe(c);
                    prop_assert!(!text.chars().any(is_bad), "{:?}", text);
                }
            }
        }
    }

    #[test]
    fn whatever_is_answered_is_said_word_for_word(answer in "[^{}\\p{C}\\p{Z}#]{1,40}( [^{}\\p{C}\\p{Z}]{1,40}){0,30}") {
        prop_assume!(answer.chars().any(char::is_alphanumeric));
        let (_, scenario, _) = of_notes(&format!("Q: Why?\nA: so {answer}")).unwrap();
        let (_, told) = scenario.answers().next().unwrap();
        prop_assert_eq!(told.say[0].as_str(), format!("so {answer}"));
    }
}
