//! `pack test`: what failed is shown as one would write it, and `--bless` writes it.

use std::fs;

use coffeechat::cases;
use coffeechat::cases::bless::{Now, blessed};
use coffeechat::cases::checked::Expectation;
use coffeechat::finding;
use coffeechat::pack::{Pack, builtin, load};

use crate::program::{command, finish, home, run};
use crate::small_pack::{self, on_disk};

/// A file of cases that pass, with remarks and a layout of its own.
const GOOD: &str = "\u{feff}# Ada's talks. Expect ids: words may be edited.\r\n\
schema = 1\r\n\
scenario = \"baker\"\r\n\
\r\n\
[[case]]\r\n\
id = \"a-thread-is-picked-up\" # the usual way\r\n\
seed = 1\r\n\
\r\n\
  [[case.line]]\r\n\
  say = \"Good morning!\"\r\n\
  move = \"greeting\"\r\n\
\r\n\
  # First the night shift.\r\n\
  [[case.line]]\r\n\
  say = \"How did you get into this line of work?\"\r\n\
  topic   =   'career-path'   # hers, \"path-night\"\r\n\
  answer = \"path-night\"\r\n\
  rapport = \"up\" # she warms to it\r\n\
\r\n\
  [[case.line]]\r\n\
  say = \"What was in the sacks?\"\r\n\
  route='hook'\r\n\
  answer = \"path-bank\"\r\n";

/// What is broken in it, as it is and as it was.
const BREAKS: [(&str, &str); 3] = [
    ("'career-path'   #", "'old-oven'   #"),
    ("rapport = \"up\" #", "rapport = \"down\" #"),
    ("answer = \"path-bank\"", "answer = \"path-night.why\""),
];

fn broken() -> String {
    BREAKS.iter().fold(GOOD.to_owned(), |text, (right, wrong)| {
        assert_eq!(text.matches(right).count(), 1, "{right}");
        text.replace(right, wrong)
    })
}

#[test]
fn a_failure_is_shown_as_a_copy_of_the_case_with_what_came() {
    let pack = on_disk(&[("cases/baker.toml", &broken())]);
    let mut narrow = command(home().path(), &["pack", "test", pack.path().to_str().unwrap()]);
    narrow.env("COLUMNS", "60");
    let ran = finish(narrow, "");
    assert_eq!(ran.status, Some(1), "{}", ran.stderr);
    let expected = "\
cases/baker.toml:16: case `a-thread-is-picked-up` failed

[[case]]
id = \"a-thread-is-picked-up\"
seed = 1

[[case.line]]
say = \"Good morning!\"

[[case.line]]
say = \"How did you get into this line of work?\"
topic = \"old-oven\" # came: career-path 1.00
answer = \"path-night\"
rapport = \"down\" # came: up, from 38 to 41

[[case.line]]
say = \"What was in the sacks?\"
route = \"hook\"
# came: hook path-bank; heard no topic
answer = \"path-night.why\"

cases/baker.toml: 0 cases passed, 1 failed
0 passed, 1 failed

If what came is right, this writes it into the cases that
failed:
";
    assert!(ran.stdout.starts_with(expected), "{}", ran.stdout);
    assert!(ran.stdout.contains("coffeechat pack test --bless"), "{}", ran.stdout);
    // The copy is TOML, and means the case that failed.
    let (_, copy) = ran.stdout.split_once("\n\n").unwrap();
    let (copy, _) = copy.split_once("\n\ncases/").unwrap();
    let copy: toml::Table = copy.parse().unwrap();
    assert_eq!(copy["case"][0]["line"][1]["topic"].as_str(), Some("old-oven"));
}

#[test]
fn blessing_changes_the_values_that_failed_and_no_other_byte() {
    let pack = on_disk(&[("cases/baker.toml", &broken())]);
    let (path, file) = (pack.path().to_str().unwrap(), pack.path().join("cases/baker.toml"));
    let ran = run(&["pack", "test", path, "--bless"], "");
    assert_eq!((ran.status, ran.stderr.as_str()), (Some(0), ""), "{}", ran.stdout);
    for said in [
        "cases/baker.toml:16: topic was \"old-oven\", is now \"career-path\"\n",
        "cases/baker.toml:18: rapport was \"down\", is now \"up\"\n",
        "cases/baker.toml:23: answer was \"path-night.why\", is now \"path-bank\"\n",
        "\n1 passed, 0 failed\n",
    ] {
        assert!(ran.stdout.contains(said), "{said}\n{}", ran.stdout);
    }
    assert_eq!(fs::read_to_string(&file).unwrap(), GOOD);
    let names = || fs::read_dir(file.parent().unwrap()).unwrap().count();
    assert_eq!(names(), 1, "nothing is left beside it");
    let ran = run(&["pack", "test", path], "");
    assert_eq!(ran.status, Some(0), "{}", ran.stdout);
    // With nothing to change, nothing is.
    let ran = run(&["pack", "test", path, "--bless"], "");
    assert_eq!(ran.status, Some(0), "{}", ran.stdout);
    assert_eq!(fs::read_to_string(&file).unwrap(), GOOD);
}

#[test]
fn words_are_not_blessed_and_stay_failed() {
    let wrong = GOOD.replace("route='hook'", "says_any = [\"of \\\"gold\\\"\", \"of tin\"] # hm");
    let pack = on_disk(&[("cases/baker.toml", &wrong)]);
    let path = pack.path().to_str().unwrap();
    let ran = run(&["pack", "test", path, "--bless"], "");
    assert_eq!(ran.status, Some(1), "{}", ran.stdout);
    for said in [
        "cases/baker.toml:22: says_any stays; whether a wording is right is for you to\njudge\n\ncases/",
        "came: none of these; the reply was: I had a post in a bank,",
        "says_any = [\"of \\\"gold\\\"\", \"of tin\"]\n",
    ] {
        assert!(ran.stdout.contains(said), "{said}\n{}", ran.stdout);
    }
    assert_eq!(fs::read_to_string(pack.path().join("cases/baker.toml")).unwrap(), wrong);
    let ran = run(&["pack", "test", path], "");
    assert!(!ran.stdout.contains("--bless"), "it would not help:\n{}", ran.stdout);
}

#[test]
fn what_cannot_be_blessed_is_left_alone() {
    let pack = on_disk(&[("cases/baker.toml", &broken())]);
    let zip = pack.path().join("pack.zip");
    fs::write(&zip, "a file").unwrap();
    for args in [
        &["pack", "test", "--bless"] as &[&str],
        &["pack", "test", "--bless", zip.to_str().unwrap()],
        &["pack", "test", "--bless", "/no/such/pack"],
    ] {
        assert_eq!(run(args, "").status, Some(2), "{args:?}");
    }
    assert_eq!(fs::read_to_string(&zip).unwrap(), "a file");
    // A pack with errors is not played, and so not changed.
    small_pack::write(pack.path(), "pack.toml", "schema = 1\n");
    let ran = run(&["pack", "test", "--bless", pack.path().to_str().unwrap()], "");
    assert_eq!(ran.status, Some(1));
    assert_eq!(fs::read_to_string(pack.path().join("cases/baker.toml")).unwrap(), broken());
}

#[test]
fn a_file_without_cases_and_a_case_that_expects_nothing_are_mentioned() {
    let pack = on_disk(&[
        ("cases/idle.toml", "schema = 1\nscenario = \"baker\"\n"),
        ("cases/nobody.toml", "schema = 1\nscenario = \"base\"\n[[case]]\nid = \"never-played\"\n"),
        (
            "cases/talk.toml",
            "schema = 1\nscenario = \"baker\"\n[[case]]\nid = \"just-talk\"\n[[case.line]]\nsay = \"Hi\"\n",
        ),
        ("scenarios/base.toml", "schema = 1\nid = \"base\"\ntitle = \"A base\"\nbase = true\n"),
    ]);
    let ran = run(&["pack", "test", pack.path().to_str().unwrap()], "");
    assert_eq!(ran.status, Some(1), "one file was not played: {}{}", ran.stdout, ran.stderr);
    let expected = "\
cases/baker.toml: 1 case passed
cases/idle.toml: no cases
cases/nobody.toml: not played, for nobody to meet is called `base`
cases/talk.toml: 1 case passed
  the case `just-talk` expects nothing, so it passes whatever comes
2 passed, 0 failed
";
    assert_eq!(ran.stdout, expected);
}

/// A pack in which the thread is held back, with these expectations of the line that picks it up.
fn held(expectations: &str) -> (Pack, String) {
    let cases = format!("{}{expectations}", small_pack::CASES);
    let baker = small_pack::BAKER.replace("rapport = \"neutral\"", "rapport = \"open\"");
    assert_ne!(baker, small_pack::BAKER);
    let mut sources = small_pack::sources("cases/baker.toml", &cases);
    for source in &mut sources {
        if source.path == "scenarios/baker.toml" {
            source.text.clone_from(&baker);
        }
    }
    let (pack, found) = load::pack(sources, &builtin::sources());
    assert!(!finding::any_error(&found), "{found:?}");
    (pack, cases)
}

#[test]
fn an_expectation_of_which_nothing_came_makes_room_for_what_did() {
    let cases = [
        ("answer = \"path-bank\" # told\n", "else = \"path-bank\" # told\n"),
        (
            "else = \"path-night\"\nanswer = \"path-bank\" # told\n",
            "else = \"path-bank\"\nroute = \"else\" # told\n",
        ),
        (
            "contact = \"miller\"\nroute = \"hook\"\nanswer = \"path-night\"\n",
            "route = \"else\"\nelse = \"path-bank\"\n",
        ),
        ("contact = \"miller\"\n", "route = \"else\"\n"),
        (
            "contact = \"miller\" # not yet\nelse = \"path-bank\"\n",
            "route = \"else\" # not yet\nelse = \"path-bank\"\n",
        ),
    ];
    for (before, after) in cases {
        let (pack, text) = held(before);
        let (path, file) = &pack.cases[0];
        let played = cases::play(&pack, path, file, || ());
        let (changed, _) = blessed(&text, &played).unwrap();
        assert_eq!(changed, format!("{}{after}", small_pack::CASES), "{before}");
    }
}

#[test]
fn a_failure_knows_what_came_and_what_was_heard() {
    let (pack, text) = held(
        "answer = \"path-bank\"\ncontact = \"miller\"\nroute = \"hook\"\nsays_any = [\"x\"]\n",
    );
    let (path, file) = &pack.cases[0];
    let mut times = 0;
    let played = cases::play(&pack, path, file, || times += 1);
    assert_eq!((times, played.passed, played.failed.len()), (1, 0, 1));
    let lines = &played.failed[0].lines;
    let heard = lines[0].heard.as_ref().unwrap();
    assert_eq!(heard.id, "career-path");
    assert_eq!(lines[1].gates[0].0, "path-bank");
    let failures: Vec<(Expectation, Option<&str>)> =
        lines[1].failures().map(|it| (it.expectation, it.came.as_deref())).collect();
    let expected = [
        (Expectation::Answer, None),
        (Expectation::Contact, None),
        (Expectation::Route, Some("else")),
        (Expectation::SaysAny, None),
    ];
    assert_eq!(failures, expected);
    let (_, became) = blessed(&text, &played).unwrap();
    let now: Vec<&Now> = became.iter().map(|blessed| &blessed.now).collect();
    let expected = [
        &Now::Is(Expectation::Else, "path-bank".to_owned()),
        &Now::Gone,
        &Now::Is(Expectation::Route, "else".to_owned()),
        &Now::Kept,
    ];
    assert_eq!(now, expected);
    assert_eq!(&text[became[2].span.clone()], "\"hook\"");
}
