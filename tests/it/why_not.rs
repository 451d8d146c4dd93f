//! Why an answer is not what came: what stood in the way is said, and what would be needed is true.

use coffeechat::hearing::Ear;
use coffeechat::interviewee::state::{Effect, State};
use coffeechat::interviewee::why_not::{Ask, Moment, Step, Told, WhyNot, why_not};
use coffeechat::interviewee::{Person, reply};
use coffeechat::pack::scenario::{Band, Scenario};
use coffeechat::pack::{Pack, builtin, load};

use crate::cast::{Met, met, pack};
use crate::program::run;
use crate::small_pack::{BAKER, on_disk, sources};

/// A line, the moment it is said in, an answer, and what is said of it.
struct Case<'a> {
    /// Answers told before, in order.
    told: &'a [&'a str],
    /// Rapport; as at first if none.
    rapport: Option<i32>,
    line: &'a str,
    not: &'a str,
    /// What the reasons say, in this order and perhaps among others.
    reasons: &'a [&'a str],
    /// What the last sentence says.
    remedy: &'a [&'a str],
}

const ROSA: &[Case<'_>] = &[
    Case {
        told: &[],
        rapport: None,
        line: "How did you get into this line of work?",
        not: "path-accident",
        reasons: &["It is what came"],
        remedy: &["Nothing is needed."],
    },
    Case {
        told: &["path-accident"],
        rapport: None,
        line: "How did you get into this line of work?",
        not: "path-accident",
        reasons: &["Told: in full"],
        remedy: &["Nothing brings it again"],
    },
    Case {
        told: &[],
        rapport: None,
        line: "How did you get into this line of work?",
        not: "path-refused",
        reasons: &[
            "The line got `path-accident`, in full.",
            "Topic: career-path was heard, at 1.00",
            "Gate: rapport 34, needs warm, 50 and more: 16 short.",
            "Gate: after `path-accident`, which was not told yet.",
            "Order: `path-accident` stands before it",
            "Also reached by asking about “three applications” after `path-secondment`",
        ],
        remedy: &[
            "after: hear `path-accident` and reach rapport 50; then ask openly on career-path",
        ],
    },
    Case {
        told: &["path-accident", "path-secondment"],
        rapport: Some(43),
        line: "What were those three applications like?",
        not: "path-refused",
        reasons: &[
            "nothing of `path-refused`, which was held back",
            "Gate: rapport 43, needs warm, 50 and more: 7 short.",
            "after `path-secondment`, now",
        ],
        remedy: &["It would come after: reach rapport 50; then ask this very line"],
    },
    Case {
        told: &["path-accident"],
        rapport: Some(60),
        line: "Were you turned down for this job?",
        not: "path-refused",
        reasons: &["Form: closed; it gets a short form, and a gem is told in full or not at all."],
        remedy: &["It would come if you ask openly on career-path"],
    },
    Case {
        told: &["path-accident"],
        rapport: Some(60),
        line: "What is the hardest part of the job?",
        not: "path-refused",
        reasons: &["Topic: it is of career-path, which has 0.00; challenges was heard, at 1.00"],
        remedy: &["It would come if you ask"],
    },
    Case {
        told: &[],
        rapport: None,
        line: "Thank you so much.",
        not: "path-accident",
        reasons: &["a courtesy: it was met as thanks"],
        remedy: &["It would come if you ask openly on career-path"],
    },
];

const ADA: &[Case<'_>] = &[
    Case {
        told: &["path-night"],
        rapport: Some(20),
        line: "What was in the sacks?",
        not: "path-bank",
        reasons: &["held back", "Gate: rapport 20, needs neutral, 25 and more: 5 short.", "sacks"],
        remedy: &["It would come after: reach rapport 25; then"],
    },
    Case {
        told: &["path-night"],
        rapport: Some(60),
        line: "How old is your oven?",
        not: "oven-cracks",
        reasons: &[
            "the short form of `oven-cracks`",
            "Form: closed; it gets the short form at most.",
        ],
        remedy: &["It would come if you ask openly on old-oven (“tell me about the oven”)"],
    },
    Case {
        told: &[],
        rapport: None,
        line: "blorp",
        not: "path-bank",
        reasons: &["met as acknowledgement", "or by `feel` after `path-night`"],
        remedy: &["It would come after: hear `path-night`; then ask"],
    },
];

fn moment_of(scenario: &Scenario, case: &Case<'_>) -> State {
    let mut state = State::at_first(scenario);
    for id in case.told {
        let (_, answer) = scenario.answer(id).unwrap();
        let mut effects = vec![Effect::Told { answer: (*id).to_owned() }];
        effects.extend(answer.hooks.iter().map(|hook| Effect::Offered {
            from: (*id).to_owned(),
            to: hook.to.value().clone(),
            words: hook.words.iter().map(|words| words.value().clone()).collect(),
        }));
        state = state.after(&answer.say[0], &effects);
    }
    state.rapport = case.rapport.unwrap_or(state.rapport);
    state
}

fn holds(pack: &Pack, scenario: &Scenario, ear: &Ear<'_>, cases: &[Case<'_>]) {
    for case in cases {
        let state = moment_of(scenario, case);
        let heard = ear.hear(case.line, state.before());
        let person = Person::new(pack, scenario, 1);
        let moment = Moment { person, ear, state: &state, heard: &heard };
        let told = why_not(moment, case.not).unwrap();
        let reasons = told.reasons();
        let mut rest = reasons.iter();
        for wanted in case.reasons {
            assert!(
                rest.any(|reason| reason.contains(wanted)),
                "{:?}, not {}: {wanted:?} is not in its place in {reasons:#?}",
                case.line,
                case.not
            );
        }
        let remedy = told.remedy();
        for wanted in case.remedy {
            assert!(remedy.contains(wanted), "{:?}, not {}: {remedy}", case.line, case.not);
        }
    }
}

fn small() -> Pack {
    load::pack(sources("", ""), &builtin::sources()).0
}

#[test]
fn what_stood_in_the_way_is_said_in_order() {
    let Met { scenario, ear, .. } = met("rosa-delgado");
    holds(pack(), scenario, ear, ROSA);
    let small = small();
    let ada = small.scenario("baker").unwrap();
    holds(&small, ada, &Ear::new(&small, Some(ada)), ADA);
}

/// Each kind of gate by itself.
#[test]
fn every_gate_says_how_much_it_lacks() {
    let gates = [
        (
            r#"rapport = "open""#,
            "rapport 37, needs open, 75 and more: 38 short",
            "reach rapport 75",
        ),
        (
            r#"after = ["path-night"]"#,
            "after `path-night`, which was not told yet",
            "hear `path-night`",
        ),
        ("minutes = 15", "0 of 15 minutes gone", "let 15 minutes go by"),
        (
            r#"fact = "said-purpose""#,
            "fact: you have not said what you hope to learn",
            "say what you hope to learn",
        ),
        ("depth = 1", "depth 0 of 1: so many answers on the topic were told", "hear `path-night`"),
    ];
    for (gate, lack, step) in gates {
        let text = BAKER.replace(r#"after = ["path-night"], rapport = "neutral""#, gate);
        let pack = load::pack(sources("scenarios/baker.toml", &text), &builtin::sources()).0;
        let scenario = pack.scenario("baker").unwrap();
        let ear = Ear::new(&pack, Some(scenario));
        let state = State::at_first(scenario);
        let heard = ear.hear("How did you get into this line of work?", state.before());
        let person = Person::new(&pack, scenario, 1);
        let told = why_not(Moment { person, ear: &ear, state: &state, heard: &heard }, "path-bank")
            .unwrap();
        assert!(told.reasons().contains(&format!("Gate: {lack}.")), "{:#?}", told.reasons());
        assert!(told.remedy().contains(step), "{}", told.remedy());
        assert!(!told.needed.then.is_empty(), "{gate}: {told:?}");
    }
}

/// The steps are taken and the questions asked, by other means than those by which they were found.
#[test]
fn what_would_be_needed_brings_every_gem_and_every_answer_of_the_small_pack() {
    let rosa = met("rosa-delgado");
    let gems = rosa.scenario.answers().filter(|(_, answer)| answer.gem);
    for (_, gem) in gems {
        brought(pack(), rosa.scenario, &rosa.ear, &gem.id);
    }
    let small = small();
    let ada = small.scenario("baker").unwrap();
    let ear = Ear::new(&small, Some(ada));
    for (_, answer) in ada.answers() {
        brought(&small, ada, &ear, &answer.id);
    }
}

fn brought(pack: &Pack, scenario: &Scenario, ear: &Ear<'_>, id: &str) {
    let person = Person::new(pack, scenario, 1);
    let state = State::at_first(scenario);
    let heard = ear.hear("", state.before());
    let found: WhyNot = why_not(Moment { person, ear, state: &state, heard: &heard }, id).unwrap();
    assert_eq!(found.told, Told::No);
    assert!(!found.needed.then.is_empty(), "{id}: nothing brings it: {:?}", found.needed);
    for ask in &found.needed.then {
        let mut tells: Vec<&str> = Vec::new();
        let mut ready = State::at_first(scenario);
        for step in &found.needed.first {
            match step {
                Step::Tell(answer) => tells.push(answer),
                Step::Do(fact) => _ = ready.facts.insert(*fact),
                Step::Minutes(minutes) => {
                    ready.seconds_gone = i32::try_from(*minutes).unwrap() * 60;
                }
                Step::Rapport(band) => ready.rapport = band.least(),
                Step::InTime => {}
            }
        }
        let line = match ask {
            Ask::SameLine => String::new(),
            Ask::Topic { question, past, .. } => {
                tells.extend(past.iter().map(String::as_str));
                question.clone()
            }
            Ask::About { words, after } => {
                tells.extend(after.as_deref().filter(|after| !tells.contains(after)));
                format!("Tell me about the {words}.")
            }
            Ask::On { kind, after } => {
                tells.retain(|told| *told != after.as_str());
                tells.push(after);
                kind.question().to_owned()
            }
        };
        let case = Case {
            told: &tells,
            rapport: Some(0),
            line: &line,
            not: id,
            reasons: &[],
            remedy: &[],
        };
        let mut state = moment_of(scenario, &case);
        state.rapport = ready.rapport;
        state.facts = ready.facts;
        state.seconds_gone = ready.seconds_gone;
        let heard = ear.hear(&line, state.before());
        let came = reply(person, &state, &heard);
        let is_told = came
            .effects
            .iter()
            .any(|effect| matches!(effect, Effect::Told { answer } if answer == id));
        assert!(is_told, "{id}: {ask:?} after {tells:?} gets {:?} {:?}", came.route, came.answer);
    }
    let bands = found.needed.first.iter().filter(|step| matches!(step, Step::Rapport(Band::Cool)));
    assert_eq!(bands.count(), 0, "nobody needs to reach cool");
}

// The program.

#[test]
fn a_talk_says_why_an_answer_did_not_come() {
    let typed = "/why not path-refused\nHow did you get into this line of work?\n/why not path-refused\n\
                 /why not path-refsed\n/why not\n/why not career-path\n/why not path-accident\n/quit\n";
    let ran = run(&["practice", "rosa-delgado", "--seed", "7"], typed);
    assert_eq!(ran.status, Some(0), "{}", ran.stderr);
    for wanted in [
        "Nothing has been said yet.",
        "Why not `path-refused`",
        "- Gate: after `path-accident`, which was not told yet.",
        "It would come after: hear `path-accident` and reach rapport 50;",
        "no answer is called `path-refsed`; did you mean `path-refused`?",
        "/why not ID says why an answer did not come",
        "`career-path` is a topic; its answers are path-accident, path-secondment",
        "- It is what came: this line was told it.",
    ] {
        assert!(ran.stdout.contains(wanted), "{wanted}\n{}", ran.stdout);
    }
    let silent = run(&["practice", "rosa-delgado", "--help-level", "silent"], typed);
    assert!(silent.stdout.contains("This is a silent run"), "{}", silent.stdout);
    assert!(!silent.stdout.contains("Gate:"), "{}", silent.stdout);
}

#[test]
fn an_explanation_fits_a_screen_and_says_what_would_be_replied() {
    let rosa = ["--scenario", "rosa-delgado"];
    let cases: [(&[&str], &[&str]); 6] = [
        (
            &["How did you get into this line of work?"],
            &["- Reply: answer path-accident, career-path: “"],
        ),
        (
            &["What about the three applications?", "--after", "path-secondment"],
            &[
                "- Reply: else path-refused",
                "- Held back `path-refused`: it waits until rapport is warm",
            ],
        ),
        (
            &["Why?", "--after", "path-accident"],
            &[
                "  after “By accident, mostly.",
                "- Reply: follow why path-accident, career-path: “Drainage.",
            ],
        ),
        (
            &["Were you turned down?", "--not", "path-refused"],
            &[
                "Why not `path-refused`",
                "- Form: closed; it gets a short form",
                "- Gate: rapport 34",
            ],
        ),
        (
            &[
                "How did you get into this?",
                "--after",
                "path-accident",
                "--rapport",
                "60",
                "--not",
                "path-refused",
            ],
            &["Why not `path-refused`", "It would come if you ask"],
        ),
        (&["Thank you.", "--not", "drought-permit"], &["met as thanks", "reach rapport 50"]),
    ];
    for (args, wanted) in cases {
        let ran = run(&[&["pack", "explain"], args, &rosa[..]].concat(), "");
        assert_eq!((ran.status, ran.stderr.as_str()), (Some(0), ""), "{args:?}");
        for wanted in wanted {
            assert!(ran.stdout.contains(wanted), "{args:?}: {wanted}\n{}", ran.stdout);
        }
        let lines: Vec<&str> = ran.stdout.lines().collect();
        assert!(lines.len() <= 24, "{args:?}: {} lines\n{}", lines.len(), ran.stdout);
        assert!(lines.iter().all(|line| line.chars().count() <= 80), "{}", ran.stdout);
    }
}

#[test]
fn an_answer_that_is_not_there_is_said_with_what_was_perhaps_meant() {
    let folder = on_disk(&[]);
    let pack = folder.path().to_str().unwrap();
    for (args, wanted) in [
        (["--not", "path-nigt"], "no answer is called `path-nigt`; did you mean `path-night`?"),
        (["--after", "zzz"], "no answer is called `zzz`; the scenario's file has the ids"),
        (["--not", "old-oven"], "`old-oven` is a topic; its answers are oven-cracks"),
    ] {
        let ran = run(
            &[&["pack", "explain", "Why?", "--pack", pack, "--scenario", "baker"], &args[..]]
                .concat(),
            "",
        );
        assert_eq!(ran.status, Some(2), "{}", ran.stdout);
        assert!(ran.stderr.contains(wanted), "{}", ran.stderr);
    }
}
