//! What a learner keeps between talks: plans, their own person, looks back, contacts, history, all the data.

use std::fs;
use std::path::{Path, PathBuf};

use coffeechat::coach::pick::{Worth, opening_words, picks};
use coffeechat::interviewee::Route;
use coffeechat::pack::placed::Text;
use serde_json::Value;

use crate::cast::{PACK, met};
use crate::program::{Ran, command, finish, home};
use crate::small_pack;

fn ran(home: &Path, args: &[&str], typed: &str) -> Ran {
    finish(command(home, args), typed)
}

/// A run that must end well; gives what was shown.
fn shown(home: &Path, args: &[&str], typed: &str) -> String {
    let ran = ran(home, args, typed);
    assert_eq!(ran.status, Some(0), "{args:?}\n{}{}", ran.stdout, ran.stderr);
    ran.stdout
}

fn at(home: &Path, now: &str, args: &[&str], typed: &str) -> Ran {
    let mut command = command(home, args);
    command.env("COFFEECHAT_NOW", now);
    finish(command, typed)
}

fn runs(home: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(home.join("runs")).unwrap();
    let mut runs: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    runs.sort();
    runs
}

const TALK: &str = "Hello, thank you for your time.\nHow did you get into this work?\nTell me more about the \
    linen room.\nDo you like it?\nWho else should I talk to?\nThank you, goodbye!\n";

#[test]
fn a_sheet_that_stops_half_way_is_kept_and_gone_on_with() {
    let home = home();
    let first = shown(home.path(), &["prepare"], "Dana Whitfield\neditor\n");
    assert!(first.contains("Your plan is kept") && first.contains("Still open: "), "{first}");
    let plan = home.path().join("plans/dana-whitfield.toml");
    let before = fs::read_to_string(&plan).unwrap();
    assert!(before.contains("role = \"editor\""), "{before}");

    // The same name goes on with the same sheet; Enter keeps what is there.
    let again = shown(home.path(), &["prepare"], "dana whitfield\n\nmy aunt\n");
    assert!(again.contains("There is a plan of that name already"), "{again}");
    let after = fs::read_to_string(&plan).unwrap();
    assert!(
        after.contains("role = \"editor\"") && after.contains("how_met = \"my aunt\""),
        "{after}"
    );
    assert_eq!(fs::read_dir(home.path().join("plans")).unwrap().count(), 1);

    // A sheet without a name moves to its name once it has one.
    shown(home.path(), &["prepare"], "\ngardener\n");
    assert!(home.path().join("plans/plan.toml").exists());
    shown(home.path(), &["prepare"], "\nBo Lind\n");
    assert!(!home.path().join("plans/plan.toml").exists());
    let moved = fs::read_to_string(home.path().join("plans/bo-lind.toml")).unwrap();
    assert!(moved.contains("gardener"), "{moved}");

    let nothing = shown(home.path(), &["prepare"], "");
    assert!(nothing.contains("Nothing was typed, so there is no plan."), "{nothing}");
}

#[test]
fn a_plan_that_cannot_be_read_says_where_and_is_left_alone() {
    let home = home();
    let plans = home.path().join("plans");
    fs::create_dir_all(&plans).unwrap();
    let broken = "schema = 1\nnmae = \"x\"\n";
    fs::write(plans.join("x.toml"), broken).unwrap();
    let refused = ran(home.path(), &["prepare", "x"], "a\n");
    assert_eq!(refused.status, Some(2));
    assert!(
        refused.stderr.contains("line 2") && refused.stderr.contains("nmae"),
        "{}",
        refused.stderr
    );
    assert_eq!(fs::read_to_string(plans.join("x.toml")).unwrap(), broken);
    for (args, words) in [
        (&["prepare", "--show", "y"][..], "no plan is called `y`"),
        (&["practice", "--plan=y"], "no plan is called `y`"),
        (&["practice", "--plan"], "cannot be read as a plan"),
    ] {
        let refused = ran(home.path(), args, "hi\n");
        assert_eq!(refused.status, Some(2), "{args:?}");
        assert!(refused.stderr.contains(words), "{args:?}\n{}", refused.stderr);
    }
    let none = ran(crate::program::home().path(), &["practice", "--plan"], "hi\n");
    assert!(none.stderr.contains("there is no plan yet"), "{}", none.stderr);
}

#[test]
fn what_was_asked_is_ticked_off_in_these_words_or_in_others() {
    let home = home();
    let plans = home.path().join("plans");
    fs::create_dir_all(&plans).unwrap();
    let plan = "schema = 1\nname = \"Ines\"\nquestions = [\"How did you get into this line of work?\", \"What \
        does a typical day look like for you?\", \"What would you tell someone starting out now?\"]\n";
    fs::write(plans.join("ines.toml"), plan).unwrap();
    let typed = "hi\nhow did you get into this line of work\nwalk me through a normal day\nbye\n";
    let events = shown(home.path(), &["practice", "--plan=ines", "--seed", "3", "--jsonl"], typed);
    let debrief: Value = serde_json::from_str(events.lines().last().unwrap()).unwrap();
    let turns: Vec<&Value> =
        debrief["plan"].as_array().unwrap().iter().map(|row| &row["turn"]).collect();
    assert_eq!(turns, [&Value::from(2), &Value::from(3), &Value::Null], "{debrief}");
    let text = shown(home.path(), &["practice", "--plan=ines", "--seed", "3"], typed);
    assert!(text.contains("You asked 2 of its 3 questions."), "{text}");
    assert!(text.contains("- What would you tell someone starting out now?"), "{text}");
}

#[test]
fn ones_own_person_says_what_is_known_and_nothing_else() {
    let home = home();
    let typed = "Dana Whitfield\nEditor\nQuarry Press\nbooks\nsix years\nI studied law and then read \
        manuscripts\n\n\n\nshe edits nature writing\n\nloud\nbusy\nninety\n15\n";
    let told = shown(home.path(), &["pack", "new", "--person"], typed);
    assert!(told.contains("`loud` is none of warm, reserved, busy, rambling"), "{told}");
    assert!(told.contains("`ninety` is no number from 5 to 90"), "{told}");
    let talk = shown(
        home.path(),
        &["practice", "dana-whitfield", "--seed", "2"],
        "hello\nhow did you get into this?\nwhy?\nwhat do you earn?\nwhat do you enjoy?\nbye\n",
    );
    assert!(talk.contains("Dana: I studied law and then read manuscripts."), "{talk}");
    assert!(talk.contains("To take along"), "{talk}");
    for line in ["- why?", "- what do you earn?", "- what do you enjoy?"] {
        assert!(talk.contains(line), "{line}\n{talk}");
    }
    // Nothing is written over, and the person is listed.
    let again = ran(home.path(), &["pack", "new", "--person"], typed);
    assert_eq!(again.status, Some(2), "{}", again.stdout);
    assert!(again.stderr.contains("is there already"), "{}", again.stderr);
    let people = shown(home.path(), &["people"], "");
    assert!(
        people.contains("Your own people") && people.contains("practice dana-whitfield"),
        "{people}"
    );
    let nobody = ran(home.path(), &["pack", "new", "--person"], "\n");
    assert!(nobody.stdout.contains("Nothing was written"), "{}", nobody.stdout);
    assert_eq!(nobody.status, Some(1));
}

#[test]
fn a_look_back_is_kept_with_the_talk_and_read_with_others() {
    let home = home();
    let nothing = ran(home.path(), &["reflect"], "x\n");
    assert_eq!(nothing.status, Some(2), "there is no talk yet");
    assert!(shown(home.path(), &["journal"], "").contains("Nothing is written yet"));
    shown(home.path(), &["practice", "ines-baptista", "--seed", "3"], TALK);
    shown(home.path(), &["reflect"], "it is quiet\nlistening\n-\n");
    shown(home.path(), &["practice", "rosa-delgado", "--seed", "3", "--new"], TALK);
    shown(home.path(), &["reflect"], "\nnumbers\nmeetings\nwrite to her\n");
    let journal = shown(home.path(), &["journal"], "");
    for words in
        ["it is quiet (Ines Baptista", "numbers (Rosa Delgado", "meetings", "From talks with 2"]
    {
        assert!(journal.contains(words), "{words}\n{journal}");
    }
    assert!(!journal.contains("- -"), "a dash is nothing\n{journal}");
    let rows = shown(home.path(), &["journal", "--json"], "");
    assert_eq!(rows.lines().count(), 5, "{rows}");
    // A talk that was looked back on is over all the same.
    let next = ran(home.path(), &["practice", "--resume"], "hi\n");
    assert!(next.stderr.contains("no talk was broken off"), "{}", next.stderr);
}

#[test]
fn two_windows_that_write_at_once_lose_nothing() {
    let home = home();
    // Two talks that begin in the same second have a log each.
    let now = "2026-11-22 10:00:00";
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                let ran = at(home.path(), now, &["practice", "ines-baptista", "--seed", "3"], TALK);
                assert_eq!((ran.status, ran.stderr.as_str()), (Some(0), ""));
            });
        }
        for number in 0..8 {
            let name = format!("Person {number}");
            let home = home.path();
            scope.spawn(move || shown(home, &["contacts", "add", &name], ""));
        }
    });
    assert_eq!(runs(home.path()).len(), 4);
    let rows: Value =
        serde_json::from_str(&shown(home.path(), &["history", "--json"], "")).unwrap();
    assert_eq!(rows.as_array().unwrap().len(), 4);
    let book = shown(home.path(), &["contacts"], "");
    for number in 0..8 {
        assert!(book.contains(&format!("Person {number}")), "{book}");
    }
}

#[test]
fn a_clock_that_jumps_and_days_in_the_past_break_nothing() {
    let home = home();
    for now in ["2027-03-01 09:00:00", "2026-11-22 10:00:00", "2026-11-20 10:00:00"] {
        let ran = at(home.path(), now, &["practice", "ines-baptista", "--seed", "3"], TALK);
        assert_eq!(ran.status, Some(0), "{}", ran.stderr);
    }
    let today = "2026-11-23 08:00:00";
    let history = at(home.path(), today, &["history"], "");
    let days: Vec<&str> = history
        .stdout
        .lines()
        .filter(|line| line.contains("Ines"))
        .map(|line| &line[..10])
        .collect();
    assert_eq!(days, ["2026-11-20", "2026-11-22", "2027-03-01"], "{}", history.stdout);
    let past = at(home.path(), today, &["prepare"], "Bo\n\n\n2020-01-01\n");
    assert!(past.stdout.contains("That is in the past; it is kept as it is."), "{}", past.stdout);
    let due = ["contacts", "add", "Bo", "--next", "call", "--due", "2026-11-01"];
    assert_eq!(at(home.path(), today, &due, "").status, Some(0));
    let book = at(home.path(), today, &["contacts"], "");
    assert!(book.stdout.contains("was due Sunday, 1 November 2026"), "{}", book.stdout);
    let wrong = at(home.path(), today, &["contacts", "add", "Bo", "--due", "someday"], "");
    assert_eq!(wrong.status, Some(2));
    assert!(wrong.stderr.contains("`someday` is no day"), "{}", wrong.stderr);
    let unknown = at(home.path(), today, &["contacts", "done", "Zed"], "");
    assert!(unknown.stderr.contains("nobody in the book is called `Zed`"), "{}", unknown.stderr);
}

#[test]
fn history_works_with_one_talk_and_with_a_thousand() {
    let home = home();
    assert!(shown(home.path(), &["history"], "").contains("There is no talk yet"));
    shown(home.path(), &["practice", "ines-baptista", "--seed", "3"], TALK);
    let one = shown(home.path(), &["history"], "");
    assert!(one.contains("1 talk, 0 of them without help"), "{one}");
    let log = fs::read_to_string(&runs(home.path())[0]).unwrap();
    for number in 0..999 {
        let help = if number % 3 == 0 { "silent" } else { "full" };
        let day = format!("2025-{:02}-{:02} 10:00:00", number / 84 + 1, number / 3 % 28 + 1);
        let one = log.replacen("\"help\":\"full\"", &format!("\"help\":\"{help}\""), 1).replacen(
            &log[log.find("\"at\":\"").unwrap()..][..27],
            &format!("\"at\":\"{day}\","),
            1,
        );
        fs::write(home.path().join(format!("runs/2025-{number:04}.jsonl")), one).unwrap();
    }
    for columns in [60, 120] {
        let mut command = command(home.path(), &["history"]);
        command.env("COLUMNS", columns.to_string());
        let ran = finish(command, "");
        assert_eq!(ran.status, Some(0), "{}", ran.stderr);
        assert!(ran.stdout.contains("1000 talks, 333 of them without help"), "{}", ran.stdout);
        assert!(ran.stdout.contains("each column is the mean of"), "{}", ran.stdout);
        let widest = ran.stdout.lines().map(|line| line.chars().count()).max();
        assert!(widest <= Some(columns), "{widest:?}\n{}", ran.stdout);
    }
    let rows = shown(home.path(), &["history", "--csv"], "");
    assert_eq!(rows.lines().count(), 1_001);
    let plain = shown(home.path(), &["history", "--plain"], "");
    assert!(!plain.contains(" |"), "a screen reader gets words\n{plain}");
    // Those the learner's pack is gone of are counted and named.
    let gone = log.replacen("\"scenario\":\"ines-baptista\"", "\"scenario\":\"nobody\"", 1);
    fs::write(home.path().join("runs/2026-gone.jsonl"), gone).unwrap();
    let ran = ran(home.path(), &["history"], "");
    assert!(ran.stderr.contains("1 talk could not be read back"), "{}", ran.stderr);
}

#[test]
fn comfort_is_asked_kept_and_plotted_and_never_needed() {
    let home = home();
    let args = ["practice", "ines-baptista", "--seed", "3", "--comfort"];
    let talk = shown(home.path(), &args, &format!("30\n{TALK}70\n"));
    assert!(talk.contains("never graded"), "{talk}");
    shown(home.path(), &args, &format!("\n{TALK}lots\n"));
    let rows: Value =
        serde_json::from_str(&shown(home.path(), &["history", "--json"], "")).unwrap();
    assert_eq!(rows[0]["comfort_before"], 30);
    assert_eq!(rows[0]["comfort_after"], 70);
    assert_eq!(rows[1]["comfort_after"], Value::Null);
    let history = shown(home.path(), &["history"], "");
    assert!(history.contains("How comfortable you felt afterwards"), "{history}");
}

#[test]
fn all_data_can_be_seen_taken_along_and_deleted() {
    let home = home();
    let talk = TALK.replacen("Hello,", "Hello, I'm Sam Ortiz, a friend of Dana Whitfield,", 1);
    shown(home.path(), &["practice", "ines-baptista", "--seed", "3"], &talk);
    shown(home.path(), &["contacts", "add", "Dana Whitfield"], "");
    shown(home.path(), &["prepare"], "Dana Whitfield\neditor\n");
    fs::write(home.path().join("my-own.txt"), "not the program's").unwrap();

    let data = shown(home.path(), &["data"], "");
    assert!(data.contains(&home.path().display().to_string()), "{data}");
    assert!(data.contains("runs: ") && data.contains("contacts.jsonl: "), "{data}");

    let elsewhere = crate::program::home();
    let to = elsewhere.path().join("copy");
    shown(home.path(), &["data", "export", to.to_str().unwrap()], "");
    let (log, copy) = (&runs(home.path())[0], &runs(&to)[0]);
    assert_eq!(fs::read(log).unwrap(), fs::read(copy).unwrap(), "a copy is a copy");
    assert!(!to.join("my-own.txt").exists());
    let again = ran(home.path(), &["data", "export", to.to_str().unwrap()], "");
    assert_eq!(again.status, Some(2), "what is there is not written over");
    let inside = home.path().join("runs/copy");
    assert_eq!(ran(home.path(), &["data", "export", inside.to_str().unwrap()], "").status, Some(2));

    let redacted = elsewhere.path().join("redacted");
    shown(home.path(), &["data", "export", "--redact", redacted.to_str().unwrap()], "");
    let mut all = String::new();
    let plan = redacted.join("plans/person-1.toml");
    for part in [&runs(&redacted)[0], &redacted.join("contacts.jsonl"), &plan] {
        all.push_str(&fs::read_to_string(part).unwrap());
    }
    for name in ["Sam", "Ortiz", "Dana", "Whitfield", "whitfield"] {
        assert!(!all.contains(name), "{name}");
    }
    assert!(redacted.join("plans/person-1.toml").exists());
    // It is still a talk.
    let file = runs(&redacted)[0].display().to_string();
    assert!(shown(home.path(), &["debrief", &file], "").contains("After the talk with Ines"));

    let refused = ran(home.path(), &["data", "delete"], "");
    assert_eq!(refused.status, Some(2), "nothing is deleted unasked");
    assert!(log.exists());
    shown(home.path(), &["data", "delete", "--yes"], "");
    assert!(!log.exists() && home.path().join("my-own.txt").exists());
    assert!(shown(home.path(), &["data"], "").contains("Nothing is there yet."));
}

#[test]
fn contacts_go_to_other_programs_and_rehearsed_ones_to_none_that_dials() {
    let home = home();
    shown(home.path(), &["practice", "ines-baptista", "--seed", "3"], TALK);
    shown(home.path(), &["contacts", "add", "Dana \u{1b}[31mWhitfield", "--role", "=1+1"], "");
    let book = shown(home.path(), &["contacts"], "");
    assert!(book.contains("From rehearsals (they are not real)"), "{book}");
    assert!(!book.contains('\u{1b}'), "{book:?}");
    let cards = shown(home.path(), &["contacts", "export", "--format", "vcard"], "");
    assert_eq!(cards.matches("BEGIN:VCARD").count(), 1, "{cards}");
    let table = shown(home.path(), &["contacts", "export"], "");
    assert_eq!(table.lines().count(), 2, "{table}");
    assert!(table.contains("'=1+1"), "a spreadsheet runs no formula of ours\n{table}");
    let table = shown(home.path(), &["contacts", "export", "--rehearsals"], "");
    assert_eq!(table.lines().count(), 3, "{table}");
    // What is done with them is kept, and they can be taken out.
    let name = table.lines().find(|line| line.ends_with("yes")).unwrap().split(',').next().unwrap();
    shown(home.path(), &["contacts", "done", name], "");
    assert!(shown(home.path(), &["contacts"], "").contains("Done: write to them"));
    shown(home.path(), &["contacts", "remove", name], "");
    assert!(!shown(home.path(), &["contacts"], "").contains(name));
}

#[test]
fn a_talk_of_best_picks_gets_a_name_and_leave_to_use_it() {
    for scenario in &PACK.scenarios {
        let met = met(scenario.id.value());
        let mut session = met.talk(3);
        let mut lines = Vec::new();
        while !session.is_over() && lines.len() < 20 {
            let person = session.person();
            assert!(!opening_words(person, session.state()).is_empty());
            let three = picks(person, session.state());
            assert_eq!(three.len(), 3);
            let best = three.iter().find(|pick| pick.worth == Worth::Best).unwrap();
            lines.push(best.line.clone());
            session.say(&best.line);
        }
        let state = session.state();
        assert!(session.is_over(), "{lines:#?}");
        assert_eq!(state.referred.len(), 1, "{lines:#?}");
        assert!(state.told.len() >= 3, "{lines:#?}");
    }
}

#[test]
fn of_the_two_talks_to_watch_one_gets_what_the_other_does_not() {
    for scenario in &PACK.scenarios {
        let talk = scenario.model_talk.as_ref().unwrap();
        let play = |lines: &[Text]| {
            let mut session = met(scenario.id.value()).talk(talk.seed);
            for line in lines {
                session.say(line);
            }
            let lost = session.exchanges().iter().filter(|exchange| {
                let beside = [Route::Unscripted, Route::Fallback, Route::OffTopic, Route::Clarify];
                beside.contains(&exchange.reply.route)
            });
            let lost: Vec<String> = lost.map(|exchange| exchange.line.clone()).collect();
            (coffeechat::debrief::debrief(&session), lost)
        };
        let (weak, _) = play(&talk.weak);
        let (strong, lost) = play(&talk.strong);
        assert_eq!(lost, [] as [String; 0], "{}", scenario.name());
        assert!(strong.outcome.gems.len() >= 2 && weak.outcome.gems.is_empty());
        assert!(!strong.outcome.contacts.is_empty() && weak.outcome.contacts.is_empty());
        let made = |debrief: &coffeechat::debrief::Debrief| {
            debrief.process.moves.iter().filter(|made| made.turn.is_some()).count()
        };
        assert!(made(&strong) >= 7 && made(&weak) <= 1, "{}", scenario.name());
    }
}

#[test]
fn a_pack_is_the_same_however_its_folder_is_typed() {
    let home = home();
    let folder = small_pack::on_disk(&[]);
    let path = folder.path().to_str().unwrap();
    shown(home.path(), &["practice", "--pack", &format!("{path}/")], "Hello!\nThank you, bye!\n");
    for spelt in [path.to_owned(), format!("{path}/"), format!("{path}/cases/..")] {
        let people = shown(home.path(), &["people", "--pack", &spelt], "");
        assert!(people.contains("Met once."), "{spelt}\n{people}");
    }
}

#[test]
fn whoever_was_met_is_listed_with_what_they_told() {
    let home = home();
    let people = shown(home.path(), &["people"], "");
    assert_eq!(people.matches("Not met yet.").count(), 8, "{people}");
    shown(home.path(), &["practice", "ines-baptista", "--seed", "3"], TALK);
    shown(home.path(), &["practice", "ines-baptista", "--seed", "4", "--new"], TALK);
    let people = shown(home.path(), &["people"], "");
    assert!(people.contains("Met twice. Told you in confidence so far: 0 of "), "{people}");
    assert_eq!(people.matches("Not met yet.").count(), 7, "{people}");

    // Their model talk, played by the learner, has gems in it.
    let strong = PACK.scenario("ines-baptista").unwrap().model_talk.as_ref().unwrap();
    let lines: Vec<&str> = strong.strong.iter().map(|line| line.as_str()).collect();
    let seed = strong.seed.to_string();
    shown(
        home.path(),
        &["practice", "ines-baptista", "--seed", &seed, "--new"],
        &format!("{}\n", lines.join("\n")),
    );
    let people = shown(home.path(), &["people"], "");
    let told = people.split_once("so far: ").unwrap().1;
    assert!(people.contains("Met 3 times.") && !told.starts_with("0 of "), "{people}");
    for words in ["Field: care.", "Difficulty 5 of 5, 20 minutes.", "practice wanjiru-kamau"] {
        assert!(people.contains(words), "{words}\n{people}");
    }
}
