//! What is begun for an instructor holds what it teaches, and nothing that is there is written over.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use coffeechat::cases;
use coffeechat::disk::Source;
use coffeechat::hearing::{Before, Ear};
use coffeechat::interviewee::Person;
use coffeechat::pack::{Pack, builtin, load};
use coffeechat::scaffold;
use coffeechat::scaffold::NewFile;

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
    let played = cases::play(pack);
    assert_eq!(played.failures, []);
    assert!(played.passed >= 4);
}

#[test]
fn what_one_can_ask_in_the_starter_is_heard_as_its_topic() {
    let pack = &STARTER.0;
    let mut astray = Vec::new();
    for scenario in &pack.scenarios {
        let ear = Ear::new(pack, Some(scenario));
        let best = |line: &str| {
            let heard = ear.hear(line, Before::default());
            heard.subject.best().map(|best| best.id.clone())
        };
        for topic in &scenario.topics {
            for line in &topic.ask {
                let heard = best(line);
                if heard.as_ref() != Some(topic.id.value()) {
                    astray.push(format!("{line:?} of {:?} is heard as {heard:?}", topic.id));
                }
            }
            for line in &topic.never {
                let heard = best(line);
                if heard.as_ref() == Some(topic.id.value()) {
                    astray.push(format!("{line:?} is heard as {heard:?}"));
                }
            }
        }
        for topic in pack.banks.iter().take(pack.own_banks).flat_map(|bank| &bank.topics) {
            for question in &topic.questions {
                for line in [&question.text].into_iter().chain(&question.phrasings) {
                    let heard = best(line);
                    if heard.as_ref() != Some(topic.id.value()) {
                        astray.push(format!("{line:?} of {:?} is heard as {heard:?}", topic.id));
                    }
                }
            }
        }
    }
    assert!(astray.is_empty(), "{} go astray:\n{}", astray.len(), astray.join("\n"));
}

#[test]
fn every_thread_and_follow_up_of_the_starter_can_be_picked_up() {
    let pack = &STARTER.0;
    let mut lost = Vec::new();
    for scenario in &pack.scenarios {
        let ear = Ear::new(pack, Some(scenario));
        let person = Person::new(pack, scenario, 1);
        for (_, answer) in scenario.answers() {
            for said in &answer.say {
                for hook in &answer.hooks {
                    for line in hook.words.iter().flat_map(|words| naming(words)) {
                        let reply =
                            reply_after((person, &ear), answer, Some(&hook.to), said, &line);
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
    }
    assert!(lost.is_empty(), "{} are lost:\n{}", lost.len(), lost.join("\n"));
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
