//! Everyone of the built-in pack is worth meeting: enough to tell, short answers that are short, gems behind real
//! gates, a talk of the right length, and no sentence that two people say.

use std::collections::BTreeMap;

use coffeechat::cases;
use coffeechat::pack::placed::Text;
use coffeechat::pack::scenario::{Answer, Scenario};
use coffeechat::simulate::learner::{Kind, Questions};
use coffeechat::simulate::talk;
use coffeechat::text::words;

use crate::cast::{CAST, PACK};

/// A sentence of fewer words is nobody's own ("That's all right.").
const OWN: usize = 4;

fn answers(scenario: &Scenario) -> impl Iterator<Item = &Answer> {
    scenario.answers().map(|(_, answer)| answer)
}

fn median(mut numbers: Vec<usize>) -> usize {
    numbers.sort_unstable();
    numbers.get(numbers.len() / 2).copied().unwrap_or_default()
}

fn lengths<'a>(texts: impl Iterator<Item = &'a Text>) -> Vec<usize> {
    texts.map(|text| words::count(text)).collect()
}

#[test]
fn everyone_has_enough_to_tell() {
    for scenario in &PACK.scenarios {
        let is_awkward = |turn: &coffeechat::pack::scenario::AwkwardTurn| turn.always == Some(true);
        let awkward = scenario.awkward.turns().iter().filter(|(_, turn)| is_awkward(turn)).count();
        let cases = PACK.cases.iter().filter(|(_, file)| file.scenario == scenario.id);
        for (what, least, has) in [
            ("topics", 22, scenario.topics.iter().filter(|one| !one.answers.is_empty()).count()),
            ("answers", 55, answers(scenario).count()),
            ("follow-ups", 40, answers(scenario).map(|answer| answer.follow.len()).sum()),
            ("hooks", 14, answers(scenario).map(|answer| answer.hooks.len()).sum()),
            ("gems", 8, answers(scenario).filter(|one| one.gem && one.is_gated()).count()),
            ("contacts", 3, scenario.contacts.len()),
            ("counter-questions", 3, scenario.counters.len()),
            ("cases", 12, cases.map(|(_, file)| file.cases.len()).sum()),
            ("wordings for a job ask", 2, scenario.reactions.job_ask.len()),
            ("wordings for the second", 1, scenario.reactions.job_ask_again.len()),
            ("wordings for a no", 2, scenario.referral.refuse.len()),
            ("awkward turns", usize::from(scenario.difficulty() >= 4), awkward),
        ] {
            assert!(has >= least, "{} has {has} {what}, of at least {least}", scenario.name());
        }
        let every = answers(scenario).all(|answer| !answer.follow.is_empty());
        assert!(every, "{}: an answer without a follow-up", scenario.name());
        assert!(answers(scenario).all(|answer| !answer.gem || answer.is_gated()));
    }
}

#[test]
fn the_cast_has_two_for_a_shy_learner_and_one_for_each_step_up() {
    let mut steps: BTreeMap<u8, usize> = BTreeMap::new();
    let mut fields: Vec<&str> = Vec::new();
    for scenario in &PACK.scenarios {
        *steps.entry(scenario.difficulty()).or_default() += 1;
        fields.extend(scenario.field.as_ref().map(|field| field.as_str()));
    }
    assert_eq!(PACK.scenarios.len(), 8);
    assert_eq!(steps.keys().copied().collect::<Vec<_>>(), [1, 2, 3, 4, 5]);
    assert!(steps.get(&1) >= Some(&2));
    fields.sort_unstable();
    fields.dedup();
    assert_eq!(fields.len(), 8, "a field each: {fields:?}");
}

#[test]
fn an_open_question_gets_at_least_six_times_the_words_of_a_closed_one() {
    for scenario in &PACK.scenarios {
        let full = median(lengths(answers(scenario).flat_map(|answer| &answer.say)));
        let short = median(lengths(answers(scenario).filter_map(|answer| answer.short.as_ref())));
        assert!(
            full >= 6 * short && (40..=90).contains(&full),
            "{}: {full} words against {short}",
            scenario.name()
        );
    }
}

/// So many words of a talk one reads in a minute: between saying them (140) and reading them to oneself (238 by the
/// mean of 190 studies, Brysbaert 2019).
const READ_A_MINUTE: usize = 180;

/// Somebody who has twelve minutes has less to be read.
#[test]
fn a_talk_with_anyone_takes_six_to_twelve_minutes_to_read() {
    for met in CAST.iter() {
        let questions = Questions::of(&PACK, met.scenario, &met.ear_for_words);
        let talks = (1..=8).map(|seed| {
            let talk = talk::talk(met.person(seed), &met.ear, &questions, Kind::CuriousListener);
            let said = talk.exchanges.iter();
            said.map(|(line, _, reply)| words::count(line) + words::count(reply)).sum::<usize>()
        });
        let seconds = median(talks.collect()) * 60 / READ_A_MINUTE;
        println!("{}: {seconds} seconds", met.id());
        let least = if met.scenario.minutes() < 15 { 270 } else { 360 };
        assert!((least..=720).contains(&seconds), "{}: {seconds} seconds", met.id());
    }
}

#[test]
fn no_sentence_stands_twice() {
    let mut where_said: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for source in coffeechat::pack::builtin::sources() {
        if !source.path.starts_with("scenarios/") {
            continue;
        }
        let parsed: toml::Value = toml::from_str(&source.text).unwrap();
        let mut texts = Vec::new();
        spoken(&parsed, &mut texts);
        for text in texts {
            for sentence in sentences(&text) {
                where_said.entry(sentence).or_default().push(source.path.clone());
            }
        }
    }
    assert!(where_said.len() > 5_000, "{} sentences were looked at", where_said.len());
    let twice: Vec<String> = where_said
        .into_iter()
        .filter(|(_, places)| places.len() > 1)
        .map(|(sentence, places)| format!("{sentence} ({})", places.join(", ")))
        .collect();
    assert_eq!(twice, [] as [String; 0]);
}

/// All that a person says, and what is said of them; not what learners say, and not what programs go by.
fn spoken(value: &toml::Value, texts: &mut Vec<String>) {
    const OF_LEARNERS: [&str; 5] = ["ask", "weak", "strong", "words", "never"];
    match value {
        toml::Value::String(text) => texts.push(text.clone()),
        toml::Value::Array(list) => list.iter().for_each(|one| spoken(one, texts)),
        toml::Value::Table(table) => {
            for (key, inner) in table {
                // A topic's `ask` is the learner's; a counter-question's is the person's, and comes as a table's.
                let is_counter = table.contains_key("received");
                if is_counter || !OF_LEARNERS.contains(&key.as_str()) {
                    spoken(inner, texts);
                }
            }
        }
        _ => {}
    }
}

/// The sentences of a text that are somebody's own, by their words alone.
fn sentences(text: &str) -> impl Iterator<Item = String> {
    let ends = |c: char| matches!(c, '.' | '!' | '?' | '…');
    let words = |sentence: &str| {
        let letters = |c: char| !(c.is_alphanumeric() || c == '\'' || c == '{' || c == '}');
        let words = sentence.split(letters).filter(|word| !word.is_empty());
        words.map(str::to_lowercase).collect::<Vec<_>>()
    };
    let sentences: Vec<Vec<String>> = text.split(ends).map(words).collect();
    sentences.into_iter().filter(|words| words.len() >= OWN).map(|words| words.join(" "))
}

#[test]
fn every_topic_of_the_bank_has_fourteen_questions_with_a_weaker_twin() {
    for topic in PACK.bank_topics() {
        let count = topic.questions.len();
        assert!(count >= 14, "{} has {count} questions", topic.id.value());
        for question in &topic.questions {
            let text = question.text.value();
            assert!(question.phrasings.len() >= 6, "{text}");
            assert!(question.weak.is_some() && question.weak_because.is_some(), "{text}");
        }
        assert!(!topic.why.value().is_empty());
    }
}

#[test]
fn the_cases_of_everyone_pass() {
    for (path, file) in &PACK.cases {
        let played = cases::play(&PACK, path, file, || {});
        let failed: Vec<&str> = played.failed.iter().map(|one| one.case.as_str()).collect();
        assert_eq!(failed, [] as [&str; 0], "{path}; see `coffeechat pack test`");
    }
}
