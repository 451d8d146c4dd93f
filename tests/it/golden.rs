//! Two whole talks, word for word: one that listens, one that reads out a list.
//!
//! A change of a stored talk is a change of what somebody reads. Read the difference; if it is wanted,
//! accept it with `UPDATE_GOLDEN=1 cargo test golden`. What must have happened in a talk is asserted on
//! its events besides, so that accepting a difference cannot lose it.

#![allow(clippy::unwrap_used, reason = "what is not there fails the test")]

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::program;

const LISTENING: Golden = Golden { name: "listening", scenario: "rosa-delgado" };
const READING_A_LIST: Golden = Golden { name: "reading-a-list", scenario: "ines-baptista" };

#[test]
fn a_talk_that_listens_reads_as_stored() {
    LISTENING.compare();
}

#[test]
fn a_talk_that_reads_out_a_list_reads_as_stored() {
    READING_A_LIST.compare();
}

#[test]
fn in_a_talk_that_listens_everything_happens() {
    let talk = LISTENING.events();
    assert!(talk.exchanges.len() >= 24);

    talk.at("Do you enjoy your job?").took("short").does("shortened", "enjoy-balance");
    talk.at("How did you get from car parks to reservoirs?")
        .took("answer")
        .does("told", "path-accident")
        .opened_up();
    talk.at("Tell me about the six weeks.")
        .took("hook")
        .does("caught", "path-secondment")
        .opened_up();
    talk.at("Why did you need three applications?").took("else").does("held", "path-refused");
    talk.at("What was wrong with the gauge board then?")
        .took("hook")
        .does("told", "proj-gauge")
        .opened_up();
    talk.at("How did that feel?")
        .took("follow")
        .does("followed", "proj-gauge")
        .does("countered", "what-lecturer-said");
    talk.at("My lecturer wrote that you once stopped a meeting over one figure.")
        .took("counter")
        .does("did", "answered-back")
        .opened_up();
    // What was held back opens to the one who has listened since.
    talk.at("What happened with the three applications?").took("hook").does("told", "path-refused");
    talk.at("What tools do you use? And how do you find leaks?")
        .took("answer")
        .has_fault("stacked")
        .does("told", "leak-seventeen");
    talk.at("You always wanted to be an engineer, right?")
        .took("short")
        .has_fault("leading")
        .closed_up();
    talk.at("How many years have you been here?")
        .took("short")
        .does("shortened", "bg-years")
        .closed_up();
    talk.at("Are there any jobs going in your team?").hears("job-ask").took("move").closed_up();
    talk.at("What happened with the transfer main?").took("hook").does("told", "reg-slide");

    // The end has an order, and the coach reminds of each step before it is made.
    let look_at_the_time = talk.at("Do you still have a few minutes?").hears("time-check");
    let ask_for_a_name = talk.at("Who else would you suggest I talk to?").hears("referral-ask");
    ask_for_a_name.does("referred", "josie");
    let permission = talk.at("May I mention your name when I write?").hears("permission-ask");
    assert_eq!(permission.replied["contact"], "josie");
    let thanks =
        talk.at("Thank you, Rosa. What you said about the page in your drawer will stay with me.");
    thanks.hears("thanks").took("move");
    talk.reminded_before("time", look_at_the_time);
    talk.reminded_before("referral", ask_for_a_name);
    talk.reminded_before("permission", permission);
    talk.reminded_before("thanks", thanks);
    talk.at("Goodbye!").hears("goodbye").does("ended", "goodbye");

    assert_eq!(talk.ended, "goodbye");
    let gems = talk.debrief["outcome"]["gems"].as_array().unwrap();
    assert_eq!(gems.len(), 3, "{gems:?}");
    assert_eq!(talk.move_at("thanks for one specific thing, at the end"), Some(thanks.turn));
}

#[test]
fn in_a_talk_that_reads_out_a_list_little_is_told() {
    let talk = READING_A_LIST.events();
    assert!(talk.exchanges.len() >= 16);

    talk.at("Do you like your job?").took("short").does("shortened", "enjoy-years");
    talk.at("How many people come to your unit?")
        .took("short")
        .does("shortened", "bg-unit")
        .closed_up();
    talk.at("Is the pay good?").took("short").closed_up();
    talk.at("Surely nobody likes doing needles?").has_fault("leading").closed_up();
    talk.at("What did you study? And do you need a degree?").has_fault("stacked");
    talk.at("Are you hiring at the moment?").hears("job-ask").took("move").closed_up();
    let again = talk.at("Can you give me a job?").hears("job-ask");
    assert!(again.replied["minutes_left"].as_u64().unwrap() <= 2, "the talk winds down");
    again.closed_up();
    talk.at("bye").hears("goodbye").does("ended", "goodbye");

    let outcome = &talk.debrief["outcome"];
    assert_eq!(outcome["gems"].as_array().unwrap().len(), 0);
    assert_eq!(outcome["hooks_caught"], 0);
    assert!(outcome["short_answers"].as_u64() > outcome["answers"].as_u64(), "{outcome}");
    assert!(outcome["rapport"].as_i64() < outcome["rapport_at_first"].as_i64(), "{outcome}");
    let process = &talk.debrief["process"];
    assert!(!process["closed_runs"].as_array().unwrap().is_empty(), "{process}");
    assert_eq!(process["follow_ups"], 0);
    assert_eq!(talk.move_at("who else to talk to"), None);
}

/// A stored talk: `NAME.lines.txt` is what the learner types, `NAME.txt` what is shown.
struct Golden {
    name: &'static str,
    scenario: &'static str,
}

impl Golden {
    fn path(&self, ending: &str) -> PathBuf {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
        folder.join(format!("{}{ending}", self.name))
    }

    fn lines(&self) -> String {
        std::fs::read_to_string(self.path(".lines.txt")).unwrap()
    }

    /// The whole output of a talk with full help.
    fn hold(&self, seed: &str, more: &[&str]) -> String {
        let mut args = vec!["practice", self.scenario, "--new", "--help-level", "full"];
        args.extend(["--seed", seed]);
        args.extend(more);
        let ran = program::run(&args, self.lines());
        assert_eq!((ran.stderr.as_str(), ran.status), ("", Some(0)));
        ran.stdout
    }

    /// Compares the talk with the stored one, with itself, and with that of another seed.
    fn compare(&self) {
        let shown = self.hold("7", &[]);
        let path = self.path(".txt");
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            std::fs::write(&path, &shown).unwrap();
        }
        let stored = std::fs::read_to_string(&path).unwrap_or_default();
        if let Some(difference) = first_difference(&stored, &shown) {
            panic!(
                "the talk differs from {}, {difference}\n\
                 If that is wanted: UPDATE_GOLDEN=1 cargo test golden",
                path.display()
            );
        }
        assert!(shown == self.hold("7", &[]), "the same lines and seed must give the same bytes");
        assert!(shown != self.hold("8", &[]), "another seed must give other words");
    }

    /// The talk as events.
    fn events(&self) -> Talk {
        let events = self.hold("7", &["--jsonl"]);
        assert!(events == self.hold("7", &["--jsonl"]), "the same events, byte for byte");
        let mut talk = Talk::default();
        for line in events.lines() {
            let event: Value = serde_json::from_str(line).unwrap();
            match event["event"].as_str().unwrap() {
                "said" => talk.exchanges.push(Exchange {
                    turn: event["turn"].as_u64().unwrap(),
                    line: event["text"].as_str().unwrap().to_owned(),
                    ..Exchange::default()
                }),
                "replied" => talk.exchanges.last_mut().unwrap().replied = event,
                "coached" => match event["prompt"].as_str() {
                    Some(prompt) => {
                        talk.prompts.push((event["turn"].as_u64().unwrap(), prompt.to_owned()));
                    }
                    None => talk.exchanges.last_mut().unwrap().coached = event,
                },
                "ended" => event["how"].as_str().unwrap().clone_into(&mut talk.ended),
                "debrief" => talk.debrief = event,
                _ => {}
            }
        }
        // Every line that was typed was said and answered.
        let typed: Vec<String> = self.lines().lines().map(str::to_owned).collect();
        let said: Vec<String> =
            talk.exchanges.iter().map(|exchange| exchange.line.clone()).collect();
        assert_eq!(said, typed);
        talk
    }
}

/// The first line that differs, as it is stored and as it is now.
pub(crate) fn first_difference(stored: &str, shown: &str) -> Option<String> {
    if stored == shown {
        return None;
    }
    let (mut old, mut new) = (stored.lines(), shown.lines());
    for number in 1.. {
        let (old, new) = (old.next(), new.next());
        if old != new || old.is_none() {
            return Some(format!("first in line {number}:\n  stored: {old:?}\n  now:    {new:?}"));
        }
    }
    None
}

/// A talk, read from its events.
#[derive(Default)]
struct Talk {
    exchanges: Vec<Exchange>,
    /// What the coach reminded of, and after which line.
    prompts: Vec<(u64, String)>,
    ended: String,
    debrief: Value,
}

/// A line, its reply and its assessment.
#[derive(Default)]
struct Exchange {
    turn: u64,
    line: String,
    replied: Value,
    coached: Value,
}

impl Talk {
    /// The exchange that a line began.
    fn at(&self, line: &str) -> &Exchange {
        let found = self.exchanges.iter().find(|exchange| exchange.line == line);
        found.unwrap_or_else(|| panic!("nobody said {line:?}"))
    }

    /// Asserts that the coach reminded of something before it was done, and once only.
    fn reminded_before(&self, prompt: &str, done: &Exchange) {
        let turns: Vec<u64> =
            self.prompts.iter().filter(|(_, name)| name == prompt).map(|(turn, _)| *turn).collect();
        assert!(matches!(turns[..], [turn] if turn < done.turn), "{prompt}: {:?}", self.prompts);
    }

    /// At which line the debrief found a move of the frame of a talk.
    fn move_at(&self, name: &str) -> Option<u64> {
        let moves = self.debrief["process"]["moves"].as_array().unwrap();
        let found = moves.iter().find(|made| made["move"] == name);
        found.unwrap_or_else(|| panic!("{name:?} is none of {moves:?}"))["turn"].as_u64()
    }
}

impl Exchange {
    /// Asserts what was decided.
    fn took(&self, route: &str) -> &Self {
        assert_eq!(self.replied["route"], route, "{:?}: {}", self.line, self.replied);
        self
    }

    /// Asserts what was heard.
    fn hears(&self, act: &str) -> &Self {
        assert_eq!(self.coached["act"], act, "{:?}: {}", self.line, self.coached);
        self
    }

    /// Asserts a fault of the question.
    fn has_fault(&self, fault: &str) -> &Self {
        let faults = self.coached["question"]["faults"].as_array().unwrap();
        assert!(faults.iter().any(|known| known == fault), "{:?}: {}", self.line, self.coached);
        self
    }

    /// Asserts an effect, by its name and the id that it bears.
    fn does(&self, name: &str, id: &str) -> &Self {
        let effects = self.replied["effects"].as_array().unwrap();
        let has = effects.iter().any(|effect| {
            effect[name].as_object().is_some_and(|fields| fields.values().any(|value| value == id))
        });
        assert!(has, "{:?} did not do {name} {id}: {}", self.line, self.replied);
        self
    }

    /// By how much rapport moved, all in all.
    fn rapport(&self) -> i64 {
        let effects = self.replied["effects"].as_array().unwrap();
        effects.iter().filter_map(|effect| effect["rapport"]["by"].as_i64()).sum()
    }

    /// Asserts that rapport rose.
    fn opened_up(&self) -> &Self {
        assert!(self.rapport() > 0, "{:?}: {}", self.line, self.replied);
        self
    }

    /// Asserts that rapport fell.
    fn closed_up(&self) -> &Self {
        assert!(self.rapport() < 0, "{:?}: {}", self.line, self.replied);
        self
    }
}
