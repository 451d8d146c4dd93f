//! The promise of the program: the answer depends on the question. The same things asked closed and
//! asked open, by someone equally polite.
//!
//! Answers to open questions in real interviews are 2.3 to 3.6 times as long by median as those to
//! closed ones.

use std::collections::BTreeSet;

use coffeechat::text::words;

use crate::cast::{Met, met};

/// One thing, asked in two ways, and how a listener asks on.
struct Pair {
    open: &'static str,
    closed: &'static str,
    asks_on: &'static [&'static str],
}

const fn pair(open: &'static str, closed: &'static str, asks_on: &'static [&'static str]) -> Pair {
    Pair { open, closed, asks_on }
}

const START: [&str; 2] = [
    "Hello, and thank you so much for making the time today.",
    "I'm hoping to learn what the work is really like before I choose my courses.",
];

const INES: [Pair; 12] = [
    pair(
        "How did you get into this line of work?",
        "Did you always want to be a nurse?",
        &["I see, by accident. What happened in the linen room?"],
    ),
    pair(
        "What does a typical shift look like for you?",
        "Do you start early in the morning?",
        &["You start with the water, then. How does that work?"],
    ),
    pair(
        "What do you enjoy most about the work?",
        "Do you like your job?",
        &["What do you mean by the whole play?", "Wow. What was it like when the telephone rang?"],
    ),
    pair(
        "What is the hardest part of running a shift?",
        "Is it stressful?",
        &["What is it like for someone who is so washed out?"],
    ),
    pair(
        "How did you learn all of this?",
        "Did you have to go to university for it?",
        &[
            "How did the thick book get filled, in the end?",
            "What happened when she refused to sign?",
        ],
    ),
    pair(
        "How do you know whether you have done well?",
        "Do you get good results?",
        &[
            "What do the coats tell you?",
            "How did that half an hour come about, the one they grumbled at?",
        ],
    ),
    pair(
        "What are the people you work with like?",
        "Are your colleagues nice?",
        &["How did the clerk come to be part of it?"],
    ),
    pair(
        "What mistake has taught you the most?",
        "Have you ever made a mistake?",
        &["What came of the rule?"],
    ),
    pair(
        "What advice would you give someone starting out?",
        "Is it a good job for a beginner?",
        &["How do you mean, the other shoe?"],
    ),
    pair(
        "How is dialysis changing?",
        "Is the technology getting better?",
        &["How does a spare room come into it?"],
    ),
    pair(
        "How did the night list come about?",
        "Was the night list hard to set up?",
        &["What do people talk about at two in the morning?"],
    ),
    pair("How do you fit this around your life at home?", "Do you have to work at weekends?", &[]),
];

const ROSA: [Pair; 12] = [
    pair(
        "How did you get into this line of work?",
        "Did you always want to work with water?",
        &["What happened in those six weeks?", "I see. What was wrong with the gauge board?"],
    ),
    pair(
        "What does a typical week look like for you?",
        "Are your days very busy?",
        &["What is it like to go and look at something wet?"],
    ),
    pair(
        "What do you enjoy most about the work?",
        "Do you like your job?",
        &["What happened at the dairy?"],
    ),
    pair("What is the hardest part of the job?", "Is it difficult?", &[]),
    pair(
        "How do you find a leak?",
        "Do the pipes leak a lot?",
        &[
            "What goes on at night, then?",
            "So she hears it with a stick. What was that like for you?",
        ],
    ),
    pair(
        "Who are the people you work with, and what are they like?",
        "Is your team big?",
        &["Tell me about the keepers."],
    ),
    pair(
        "What mistake has taught you the most?",
        "Have you ever been wrong?",
        &["What happened after you signed off on it?"],
    ),
    pair("What was it like to plan for the drought?", "Was the hosepipe ban necessary?", &[]),
    pair(
        "What would you do differently if you began again?",
        "Do you have regrets?",
        &["What was on the slide?"],
    ),
    pair(
        "How would you describe the way people treat each other here?",
        "Is it a friendly company?",
        &["How did the youngest one come to speak first?"],
    ),
    pair("How do you know whether a plan was a good one?", "Do you have targets?", &[]),
    pair(
        "What would you tell a student who is thinking about this field?",
        "Should I study hydrology?",
        &["What is behind the second valve?"],
    ),
];

/// What came of a run.
struct Run {
    lengths: Vec<usize>,
    gems: BTreeSet<String>,
    told: Vec<String>,
}

fn ask(met: &Met, seed: u64, questions: &[&str]) -> Run {
    let mut talk = met.talk(seed);
    for line in START {
        talk.say(line);
    }
    for question in questions {
        if !talk.is_over() {
            talk.say(question);
        }
    }
    let asked = &talk.exchanges()[START.len()..];
    let gems = talk
        .state()
        .told
        .iter()
        .filter(|id| met.scenario.answer(id).is_some_and(|(_, answer)| answer.gem));
    let told = asked.iter().map(|exchange| {
        let reply = &exchange.reply;
        format!(
            "  {:<9} {:<16} {:>3} {}",
            reply.route.word(),
            reply.answer.as_deref().unwrap_or("-"),
            exchange.rapport,
            exchange.line
        )
    });
    Run {
        lengths: asked.iter().map(|exchange| words::count(&exchange.reply.text)).collect(),
        gems: gems.cloned().collect(),
        told: told.collect(),
    }
}

fn median(lengths: &[usize]) -> usize {
    let mut lengths = lengths.to_vec();
    lengths.sort_unstable();
    lengths[lengths.len() / 2]
}

#[expect(clippy::print_stdout, reason = "`--nocapture` shows the figures")]
fn compare(id: &str, pairs: &[Pair]) {
    let met = met(id);
    let open: Vec<&str> = pairs
        .iter()
        .flat_map(|pair| [pair.open].into_iter().chain(pair.asks_on.iter().copied()))
        .collect();
    let closed: Vec<&str> = pairs.iter().map(|pair| pair.closed).collect();
    for seed in 1..=5 {
        let (open, closed) = (ask(met, seed, &open), ask(met, seed, &closed));
        let runs = format!("seed {seed}\n{}\n\n{}", open.told.join("\n"), closed.told.join("\n"));
        let (long, short) = (median(&open.lengths), median(&closed.lengths));
        let gems = (open.gems.len(), closed.gems.len());
        println!(
            "{id}, seed {seed}: open {long} words by median and {} gems, closed {short} and {}",
            gems.0, gems.1
        );
        assert!(long >= 2 * short, "{long} words against {short}, {runs}");
        let (found, by_chance) = (open.gems.len(), closed.gems.len());
        assert!(found >= 3, "{found} gems, {runs}");
        assert!(found >= 3 * by_chance.max(1), "{found} gems against {by_chance}, {runs}");
    }
}

#[test]
fn ines_answers_open_questions_at_length_and_keeps_the_best_for_those_who_ask_on() {
    compare("ines-baptista", &INES);
}

#[test]
fn rosa_answers_open_questions_at_length_and_keeps_the_best_for_those_who_ask_on() {
    compare("rosa-delgado", &ROSA);
}

#[test]
fn the_pairs_are_what_they_say_they_are() {
    use coffeechat::hearing::Before;
    use coffeechat::hearing::heard::Form;
    for (id, pairs) in [("ines-baptista", &INES), ("rosa-delgado", &ROSA)] {
        let met = met(id);
        let form = |line: &str| {
            met.ear.hear(line, Before::default()).question.map(|question| question.form)
        };
        for pair in pairs {
            assert_eq!(form(pair.closed), Some(Form::Closed), "{}", pair.closed);
            for line in [pair.open].iter().chain(pair.asks_on) {
                assert!(form(line).is_some_and(|form| form != Form::Closed), "{line}");
            }
        }
    }
}
