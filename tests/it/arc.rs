//! The whole arc of one learner: a plan, the message (first a no, then a yes), the talk, the note, the look
//! back, the people, the history. Word for word, on set days.
//!
//! A change of the stored arc is a change of what somebody reads: see `golden.rs` on how to accept one.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::golden::first_difference;
use crate::program::{Ran, command, finish, home};

/// One step: the day, the arguments, what is typed, and the status.
struct Step {
    at: &'static str,
    args: &'static [&'static str],
    typed: &'static str,
    status: i32,
}

const MESSAGE: &str = "Dear Rosa,\n\nmy name is Sam Ortiz and I study environmental modelling in my second \
    year. Our lecturer suggested I write to you. Your talk on the long plan made me curious how a city decides \
    how much water is enough. Would you have twenty minutes in the next two weeks for a call, at a time that \
    suits you? I would like to learn what your days are really like. Thank you for considering it.\n\nSam Ortiz\n";

const NOTE: &str = "Dear Rosa,\n\nthank you for your time on Thursday. What you said about the gauge board and \
    the reservoir that never agreed with its own stream has stayed with me; I am going to look at the old \
    records of our own river with that in mind. I will write to Anand Pillay this week and tell you how \
    it went.\n\nSam\n";

const STEPS: &[Step] = &[
    Step {
        at: "2026-11-22 18:00:00",
        args: &["prepare"],
        typed: "Rosa Delgado\nwater planner at the city utility\nour lecturer introduced us\nthursday\n\
                how one gets into planning\nwhat the hard decisions are like\n\nshe has been there eleven \
                years\n\nI'm Sam, I study environmental modelling, and I'd like to understand who decides how \
                much water is enough.\n2 4 5\nDo you like your job?\n\nHow did you get from car parks to \
                reservoirs?\n\n",
        status: 0,
    },
    Step {
        at: "2026-11-22 18:10:00",
        args: &["letter", "outreach", "message.txt", "--to", "rosa-delgado", "--seed", "1"],
        typed: "Thank you for telling me. Is there somebody else you would suggest I ask?\n",
        status: 0,
    },
    Step {
        at: "2026-11-22 18:12:00",
        args: &["letter", "outreach", "message.txt", "--to", "rosa-delgado", "--seed", "2"],
        typed: "",
        status: 0,
    },
    Step { at: "2026-11-22 18:20:00", args: &["ladder"], typed: "", status: 0 },
    Step {
        at: "2026-11-26 12:40:00",
        args: &["practice", "rosa-delgado", "--seed", "7", "--plan", "--comfort"],
        typed: "35\nHello Rosa, thank you for making the time. I'd like to understand what planning water is \
                really like.\nHow did you get from car parks to reservoirs?\nTell me about the six weeks.\n/plan\n\
                What was wrong with the gauge board then?\nHow did that feel?\nMy lecturer wrote that you once \
                stopped a meeting over one figure. What's the hardest part of your work?\nI'm watching the \
                time. What should I have asked you?\nWho else would you suggest I talk to?\nThank you. May I \
                mention your name when I write?\nThank you, Rosa. The gauge board will stay with \
                me. Goodbye!\n60\n",
        status: 0,
    },
    Step {
        at: "2026-11-26 19:00:00",
        args: &["letter", "thanks", "note.txt", "--reminders", "reminders.ics"],
        typed: "",
        status: 0,
    },
    Step {
        at: "2026-11-26 19:20:00",
        args: &["reflect"],
        typed: "Most of it is asking where a figure came from.\nfinding the one number that is off\npublic \
                meetings in village halls\nwrite to Anand, and read one plan\n",
        status: 0,
    },
    Step { at: "2026-11-26 19:25:00", args: &["journal"], typed: "", status: 0 },
    Step {
        at: "2026-11-26 19:30:00",
        args: &[
            "contacts",
            "add",
            "Rosa Delgado",
            "--role",
            "water planner",
            "--through",
            "our lecturer",
            "--talked",
            "today",
            "--next",
            "tell her how it went",
            "--due",
            "in 2 weeks",
        ],
        typed: "",
        status: 0,
    },
    Step { at: "2026-11-27 09:00:00", args: &["contacts"], typed: "", status: 0 },
    Step {
        at: "2026-11-28 09:00:00",
        args: &["practice", "ines-baptista", "--seed", "3", "--help-level", "silent"],
        typed: "Hello Ines, thank you for your time. I'd like to understand your work.\nHow did you come to \
                nursing?\nWhat happened in the linen room?\nWhat does a typical day look like?\nWho else should I \
                talk to?\nThank you, goodbye!\n",
        status: 0,
    },
    Step { at: "2026-11-28 09:30:00", args: &["history"], typed: "", status: 0 },
    Step { at: "2026-11-28 09:31:00", args: &["ladder"], typed: "", status: 0 },
    Step { at: "2026-11-28 09:32:00", args: &["data"], typed: "", status: 0 },
];

/// Takes a step in a folder that is the learner's home and the place where letters lie.
fn take(step: &Step, home: &Path) -> Ran {
    let mut command = command(home, step.args);
    command.current_dir(home).env("COFFEECHAT_NOW", step.at).env("COLUMNS", "80");
    finish(command, step.typed)
}

/// The whole arc, as it is shown.
fn walked() -> String {
    let home = home();
    fs::write(home.path().join("message.txt"), MESSAGE).unwrap();
    fs::write(home.path().join("note.txt"), NOTE).unwrap();
    let mut shown = String::new();
    for step in STEPS {
        let ran = take(step, home.path());
        assert_eq!(
            ran.status,
            Some(step.status),
            "{:?}\n{}\n{}",
            step.args,
            ran.stdout,
            ran.stderr
        );
        let _ = writeln!(shown, "==== {} · coffeechat {}\n", step.at, step.args.join(" "));
        shown.push_str(&ran.stdout);
        shown.push_str(&ran.stderr);
        shown.push('\n');
    }
    let reminders = fs::read_to_string(home.path().join("reminders.ics")).unwrap();
    let _ = write!(shown, "==== reminders.ics\n\n{}", reminders.replace('\r', ""));
    // Where a test's home is differs from run to run, and so does where a line with it is wrapped.
    let home = home.path().display().to_string();
    let lines = shown.lines().map(|line| line.replace(&home, "HOME"));
    lines.collect::<Vec<_>>().join("\n") + "\n"
}

#[test]
fn the_whole_arc_of_a_learner_reads_as_stored() {
    let shown = walked();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/arc.txt");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&path, &shown).unwrap();
    }
    let stored = fs::read_to_string(&path).unwrap_or_default();
    if let Some(difference) = first_difference(&stored, &shown) {
        panic!("the arc differs from {}, {difference}", path.display());
    }
    assert!(shown == walked(), "the same steps on the same days must give the same bytes");

    // What must have happened, whatever the words.
    for (what, words) in [
        ("the no is answered", "You thanked them and asked who else: a no that leads on."),
        ("the second message gets a yes", "A yes mostly comes with a condition."),
        (
            "the plan is ticked in the talk",
            "[x] asked: How did you get from car parks to reservoirs?",
        ),
        ("and what is left of it is said", "of its 5 questions."),
        ("the note names something said", "You mention something that was really said"),
        ("the referral is in the book", "From rehearsals (they are not real)"),
        ("both kinds of run are in the history", "2 talks, 1 of them without help"),
        ("and comfort", "How comfortable you felt afterwards"),
    ] {
        assert!(shown.contains(words), "{what}: {words:?}");
    }
}
