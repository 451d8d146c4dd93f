//! Ids and what they refer to, ranges, and lists that must not be empty.

use std::collections::BTreeSet;

use super::bank::Bank;
use super::case::CaseFile;
use super::declared::{Declared, InBanks, is_id, stem};
use super::manifest::Manifest;
use super::placed::Text;
use super::read::finding;
use super::rules;
use super::scenario::{Answer, Scenario, Temperament};
use super::unknown::unknown;
use crate::disk::Source;
use crate::finding::{Finding, Rule};
use crate::text::clean::is_unsafe;
use crate::text::closest::closest;
use crate::text::words;

/// Checks a scenario's own file: `own` as written, `whole` as completed from its base.
pub(super) fn check(
    source: &Source,
    own: &Scenario,
    whole: &Scenario,
    declared: &Declared,
    InBanks { banks, are_read }: InBanks<'_>,
    found: &mut Vec<Finding>,
) {
    check_name(source, &own.id, found);
    unique(source, own.topics.iter().map(|topic| &topic.id), "topics", found);
    unique(source, own.answers().map(|(_, answer)| &answer.id), "answers", found);
    unique(source, own.contacts.iter().map(|contact| &contact.id), "contacts", found);
    unique(source, own.counters.iter().map(|counter| &counter.id), "counter-questions", found);

    let mut answers: BTreeSet<&str> = declared.answers.iter().map(String::as_str).collect();
    answers.extend(whole.answers().map(|(_, answer)| answer.id.as_str()));
    let mut topics: BTreeSet<&str> = declared.topics.iter().map(String::as_str).collect();
    topics.extend(whole.topics.iter().map(|topic| topic.id.as_str()));
    let in_banks = in_banks(banks);

    for topic in &own.topics {
        if in_banks.contains(topic.id.as_str()) {
            continue;
        }
        let is_misread = !are_read || declared.misread_topics.contains(topic.id.value());
        if !is_misread && (topic.ask.is_empty() || topic.aloud.is_none()) {
            let message = format!("no question bank has the topic `{}`", topic.id.value());
            let missing = match (topic.ask.is_empty(), topic.aloud.is_none()) {
                (true, true) => "`ask` and `aloud`",
                (true, false) => "`ask`",
                (false, _) => "`aloud`",
            };
            let help = closest(&topic.id, in_banks.iter().copied()).map_or_else(
                || format!("a topic of your own needs {missing} too"),
                |id| format!("did you mean `{id}`?"),
            );
            let place = finding(source, &rules::NO_PHRASINGS, topic.id.span(), message);
            found.push(Finding { help: Some(help), ..place });
        }
    }
    for (_, answer) in own.answers() {
        check_answer(source, answer, found);
    }
    if !declared.has_nameless {
        topics.extend(in_banks);
        check_mentions(source, own, &answers, are_read.then_some(&topics), found);
    }
    for contact in &own.contacts {
        said(source, &contact.introduce, &contact.id, "introduce", found);
        said(source, &contact.name_only, &contact.id, "name_only", found);
    }
    for counter in &own.counters {
        said(source, &counter.ask, &counter.id, "ask", found);
        said(source, &counter.received, &counter.id, "received", found);
    }
    check_ranges(source, own, found);
}

/// The topics of some banks.
fn in_banks(banks: &[Bank]) -> BTreeSet<&str> {
    banks.iter().flat_map(|bank| &bank.topics).map(|topic| topic.id.as_str()).collect()
}

/// Checks that every answer and topic that is mentioned is there.
fn check_mentions(
    source: &Source,
    own: &Scenario,
    answers: &BTreeSet<&str>,
    topics: Option<&BTreeSet<&str>>,
    found: &mut Vec<Finding>,
) {
    let by_answers = own.answers().flat_map(|(_, answer)| {
        let hooks = answer.hooks.iter().map(|hook| &hook.to);
        let follows = answer.follow.iter().filter_map(|follow| follow.to.as_ref());
        hooks.chain(follows).chain(&answer.gate.after)
    });
    let by_counters = own.counters.iter().flat_map(|counter| &counter.gate.after);
    for id in by_answers.chain(by_counters) {
        known(source, id, answers, "answer", &rules::UNKNOWN_ANSWER, found);
    }
    let Some(topics) = topics else { return };
    let by_contacts = own.contacts.iter().flat_map(|contact| &contact.topics);
    for id in by_contacts.chain(own.counters.iter().flat_map(|counter| &counter.topics)) {
        known(source, id, topics, "topic", &rules::UNKNOWN_TOPIC, found);
    }
}

fn check_answer(source: &Source, answer: &Answer, found: &mut Vec<Finding>) {
    said(source, &answer.say, &answer.id, "say", found);
    for follow in &answer.follow {
        if follow.say.is_empty() == follow.to.is_none() {
            let word = follow.on.word();
            let message = format!("the follow-up on `{word}` needs either `say` or `to`");
            found.push(finding(source, &rules::SAY_OR_TO, follow.on.span(), message));
        }
    }
    for hook in &answer.hooks {
        let said = |variant: &Text| {
            let variant = variant.to_lowercase();
            {
                let is_told_elsewhere = |word: &Text| word.chars().any(is_unsafe);
                hook.words
                    .iter()
                    .all(|word| is_told_elsewhere(word) || variant.contains(&word.to_lowercase()))
            }
        };
        if !answer.say.iter().all(said) {
            let message = "not every variant of `say` has these words".to_owned();
            found.push(finding(source, &rules::HOOK_NOT_SAID, hook.to.span(), message));
        }
    }
    if answer.is_gated() && answer.held.is_empty() {
        let message = format!("the answer `{}` has a gate and no `else`", answer.id.value());
        found.push(finding(source, &rules::GATE_WITHOUT_ELSE, answer.id.span(), message));
    }
}

/// What one answer or follow-up may gain or cost.
const LARGEST_GAIN: i32 = 20;

fn check_ranges(source: &Source, own: &Scenario, found: &mut Vec<Finding>) {
    for (_, answer) in own.answers() {
        let gains = answer.follow.iter().map(|follow| follow.gain).chain([answer.gain]);
        if gains.into_iter().any(|gain| gain.unsigned_abs() > LARGEST_GAIN.unsigned_abs()) {
            let message = format!("a gain runs from -{LARGEST_GAIN} to {LARGEST_GAIN}");
            found.push(finding(source, &rules::OUT_OF_RANGE, answer.id.span(), message));
        }
    }
    let mut outside = |span, message: &str| {
        found.push(finding(source, &rules::OUT_OF_RANGE, span, message.to_owned()));
    };
    if let Some(difficulty) = &own.difficulty
        && !(1..=5).contains(difficulty.value())
    {
        outside(difficulty.span(), "difficulty runs from 1 to 5");
    }
    if let Some(time) = &own.time
        && !(5..=90).contains(time.minutes.value())
    {
        outside(time.minutes.span(), "a talk takes 5 to 90 minutes");
    }
    if let Some(who) = &own.interviewee {
        let Temperament { warmth, talkative, initiative } = &who.temperament;
        for number in [warmth, talkative, initiative] {
            if !(0.0..=1.0).contains(number.value()) {
                outside(number.span(), "the numbers of a temperament run from 0.0 to 1.0");
            }
        }
    }
}

/// Checks that a completed scenario can be played to its end.
pub(super) fn check_complete(source: &Source, whole: &Scenario, found: &mut Vec<Finding>) {
    let here = whole.id.span();
    if whole.interviewee.is_none() || whole.time.is_none() {
        let missing = if whole.interviewee.is_none() { "[interviewee]" } else { "[time]" };
        let message = format!("the scenario has no `{missing}`");
        found.push(finding(source, &rules::NO_INTERVIEWEE, here.clone(), message));
    }
    let opening = ("opening.say", &whole.opening.say);
    let lists = [opening]
        .into_iter()
        .chain(whole.reactions.lists())
        .chain(whole.referral.lists())
        .chain(whole.closing.lists());
    let empty: Vec<&str> =
        lists.filter(|(_, texts)| texts.is_empty()).map(|(key, _)| key).collect();
    if let Some(first) = empty.first() {
        let rest = match empty.len() {
            1 => String::new(),
            many => format!(" and {} more lists", many - 1),
        };
        let place = finding(
            source,
            &rules::NOTHING_TO_SAY,
            here,
            format!("the scenario has no words for `{first}`{rest}"),
        );
        let help = match whole.extends {
            Some(_) => "write them here or in the base",
            None => "write `extends = \"professional\"` to take over the usual courtesies",
        };
        found.push(Finding { help: Some(help.to_owned()), ..place });
    }
}

/// What hearing can learn in reasonable time and memory: topics, phrasings, words in a phrasing.
const MOST_TOPICS: usize = 300;
const MOST_PHRASINGS: usize = 20_000;
const LONGEST_PHRASING: usize = 60;

/// Each person is listened to by an ear of their own.
const MOST_PEOPLE: usize = 200;

/// More answers nobody tells in a year of talks, and rules that look at each with each would take too long.
const MOST_ANSWERS: usize = 1_000;

/// Checks that there is no more to learn than can be learnt.
pub(super) fn check_amount(
    sources: &[Source],
    banks: &[Bank],
    scenarios: &[Scenario],
    found: &mut Vec<Finding>,
) {
    let topics = banks.iter().flat_map(|bank| &bank.topics);
    let banked = topics.clone().flat_map(|topic| &topic.questions).flat_map(|question| {
        [&question.text].into_iter().chain(&question.phrasings).chain(&question.weak)
    });
    let most_own = scenarios.iter().map(|scenario| {
        let asks = scenario.topics.iter().map(|topic| topic.ask.len()).sum::<usize>();
        (scenario.topics.len(), asks)
    });
    let (own_topics, own_asks) = most_own.fold((0, 0), |a, b| (a.0.max(b.0), a.1.max(b.1)));
    let asks = scenarios.iter().flat_map(|scenario| &scenario.topics).flat_map(|topic| &topic.ask);
    let never = || {
        let own = scenarios.iter().flat_map(|scenario| &scenario.topics);
        banks.iter().flat_map(|bank| &bank.never).chain(own.flat_map(|topic| &topic.never))
    };
    let texts = banked.clone().chain(asks).chain(never());
    let longest = texts.map(|text| words::count(text)).max().unwrap_or(0);
    let mut say = |message: String| {
        if let Some(source) = sources.first() {
            found.push(finding(source, &rules::TOO_MUCH, 0..0, message));
        }
    };
    let (topics, phrasings) =
        (topics.count() + own_topics, banked.count() + own_asks + never().count());
    if topics > MOST_TOPICS {
        say(format!("the pack has {topics} topics; {MOST_TOPICS} is the most"));
    }
    if phrasings > MOST_PHRASINGS {
        say(format!("the pack has {phrasings} phrasings; {MOST_PHRASINGS} is the most"));
    }
    let answers = scenarios.iter().map(|scenario| scenario.answers().count()).max().unwrap_or(0);
    if answers > MOST_ANSWERS {
        say(format!("a person has {answers} answers; {MOST_ANSWERS} is the most"));
    }
    if scenarios.len() > MOST_PEOPLE {
        say(format!("the pack has {} scenarios; {MOST_PEOPLE} is the most", scenarios.len()));
    }
    if longest > LONGEST_PHRASING {
        say(format!("a phrasing has {longest} words; {LONGEST_PHRASING} is the most"));
    }
}

/// Checks the question banks of the pack itself, each with its file.
pub(super) fn check_banks(files: &[(&Source, &Bank)], found: &mut Vec<Finding>) {
    let mut seen = BTreeSet::new();
    for (source, bank) in files {
        check_name(source, &bank.id, found);
        for topic in &bank.topics {
            if !seen.insert(topic.id.as_str()) {
                found.push(duplicate(source, &topic.id, "topics of question banks"));
            }
            if !is_id(&topic.id) {
                found.push(bad_id(source, &topic.id));
            }
            if topic.questions.is_empty() {
                let message = format!("the topic `{}` has no questions", topic.id.value());
                found.push(finding(source, &rules::NO_PHRASINGS, topic.id.span(), message));
            }
        }
    }
}

/// Checks that a file of cases refers to what there is.
pub(super) fn check_cases(
    source: &Source,
    file: &CaseFile,
    scenarios: &[Scenario],
    own: Option<&Declared>,
    (declared, topics): (&[String], InBanks<'_>),
    found: &mut Vec<Finding>,
) {
    unique(source, file.cases.iter().map(|case| &case.id), "cases", found);
    let Some(scenario) = scenarios.iter().find(|scenario| scenario.id == file.scenario) else {
        if !declared.contains(file.scenario.value()) {
            let known = scenarios.iter().map(|scenario| scenario.id.as_str()).collect();
            let rule = &rules::UNKNOWN_SCENARIO;
            self::known(source, &file.scenario, &known, "scenario", rule, found);
        }
        return;
    };
    if own.is_some_and(|own| own.has_nameless) {
        return;
    }
    let mut answers: BTreeSet<&str> =
        scenario.answers().map(|(_, answer)| answer.id.as_str()).collect();
    let mut contacts: BTreeSet<&str> =
        scenario.contacts.iter().map(|contact| contact.id.as_str()).collect();
    answers.extend(own.into_iter().flat_map(|own| &own.answers).map(String::as_str));
    contacts.extend(own.into_iter().flat_map(|own| &own.contacts).map(String::as_str));
    let mut topics = topics.are_read.then(|| in_banks(topics.banks));
    if let Some(topics) = &mut topics {
        topics.extend(scenario.topics.iter().map(|topic| topic.id.as_str()));
        topics.extend(own.into_iter().flat_map(|own| &own.topics).map(String::as_str));
    }
    for line in file.cases.iter().flat_map(|case| &case.lines) {
        if let (Some(id), Some(topics)) = (&line.topic, &topics) {
            known(source, id, topics, "topic", &rules::UNKNOWN_TOPIC, found);
        }
        for id in line.answer.iter().chain(&line.held) {
            let head = id.split('.').next().unwrap_or_default();
            if !answers.contains(head) {
                known(source, id, &answers, "answer", &rules::UNKNOWN_ANSWER, found);
            }
        }
        if let Some(id) = &line.contact {
            known(source, id, &contacts, "contact", &rules::UNKNOWN_ANSWER, found);
        }
    }
}

/// Checks that the manifest refers to what there is.
pub(super) fn check_manifest(
    source: &Source,
    manifest: &Manifest,
    scenarios: &[Scenario],
    declared: &[String],
    found: &mut Vec<Finding>,
) {
    if scenarios.is_empty() && declared.is_empty() {
        let message = "the pack has no scenarios".to_owned();
        found.push(finding(source, &rules::NO_SCENARIOS, manifest.id.span(), message));
    }
    if !is_id(&manifest.id) {
        found.push(bad_id(source, &manifest.id));
    }
    if let Some(id) = &manifest.default_scenario
        && !declared.contains(id.value())
    {
        let ids = scenarios.iter().map(|scenario| scenario.id.as_str()).collect();
        known(source, id, &ids, "scenario", &rules::UNKNOWN_SCENARIO, found);
    }
}

fn check_name(source: &Source, id: &Text, found: &mut Vec<Finding>) {
    if !is_id(id) {
        found.push(bad_id(source, id));
    } else if id.as_str() != stem(source) {
        let message = format!("the id `{}` is not the name of its file", id.value());
        let place = finding(source, &rules::WRONG_FILE_NAME, id.span(), message);
        let stem = stem(source);
        let help = if is_id(stem) {
            format!("write `id = \"{stem}\"`, or rename the file")
        } else {
            format!("rename the file to `{}.toml`", id.value())
        };
        found.push(Finding { help: Some(help), ..place });
    }
}

fn bad_id(source: &Source, id: &Text) -> Finding {
    let message = format!("`{}` is not written as an id is", id.value());
    Finding {
        help: Some("lower-case letters, digits and hyphens, a letter first".to_owned()),
        ..finding(source, &rules::BAD_ID, id.span(), message)
    }
}

fn unique<'a>(
    source: &Source,
    ids: impl Iterator<Item = &'a Text>,
    kind: &str,
    found: &mut Vec<Finding>,
) {
    let mut seen = BTreeSet::new();
    for id in ids {
        if !seen.insert(id.as_str()) {
            found.push(duplicate(source, id, kind));
        } else if kind != "cases" && !is_id(id) {
            found.push(bad_id(source, id));
        }
    }
}

fn duplicate(source: &Source, id: &Text, kind: &str) -> Finding {
    let message = format!("two {kind} are called `{}`", id.value());
    finding(source, &rules::DUPLICATE_ID, id.span(), message)
}

fn known(
    source: &Source,
    id: &Text,
    ids: &BTreeSet<&str>,
    kind: &str,
    rule: &'static Rule,
    found: &mut Vec<Finding>,
) {
    if ids.contains(id.as_str()) {
        return;
    }
    let known = ids.iter().copied();
    found.push(unknown(rule, &source.path, id, kind, known));
}

fn said(source: &Source, texts: &[Text], id: &Text, key: &str, found: &mut Vec<Finding>) {
    if texts.iter().all(|text| text.trim().is_empty()) {
        let message = format!("`{}` has no words in `{key}`", id.value());
        found.push(finding(source, &rules::NOTHING_TO_SAY, id.span(), message));
    }
}
