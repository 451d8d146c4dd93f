//! Whether questions are heard as what they ask.

use std::collections::{BTreeMap, BTreeSet};

use super::{Looked, rules};
use crate::finding::Finding;
use crate::hearing::heard::Subject;
use crate::hearing::uptake::is_content;
use crate::hearing::{Before, Ear};
use crate::interviewee::state::{Effect, State};
use crate::interviewee::{self, Person};
use crate::pack::placed::Text;
use crate::pack::scenario::{Answer, Hook, Topic};
use crate::text::words::{joined, words};

/// So many phrasings of a topic, and as many lines that it is not, are listened to.
const MOST_HEARD: usize = 60;

/// So many words of hooks are asked about.
const MOST_HOOKS: usize = 600;

/// A topic with fewer phrasings than this says too little about how it is understood.
const FEW: usize = 3;

/// Checks what can be asked of a person.
///
/// Listening takes some milliseconds a line, so of each topic the first [`MOST_HEARD`] phrasings are put to the ear,
/// and of each person the first [`MOST_HOOKS`] words of hooks.
pub(super) fn check(person: &Looked<'_>, ear: &Ear<'_>, found: &mut Vec<Finding>) {
    let twice = asked_twice(person);
    for topic in &person.own.topics {
        for (at, ask) in topic.ask.iter().enumerate() {
            let spoken = in_words(ask);
            if let Some(other) = twice.get(&spoken).filter(|other| **other != topic.id.value()) {
                let message = format!("these words ask about `{other}` too");
                let rule = &rules::PHRASING_TWICE;
                found.push(Finding::new(rule, person.file, ask.span(), message));
            } else if !has_substance(ask) && !is_left_heard(ear, topic, ask) {
                let message = format!("no word of this points to `{}`", topic.id.value());
                let rule = &rules::GENRE_WORDS;
                found.push(Finding::new(rule, person.file, ask.span(), message));
            } else if at < MOST_HEARD {
                check_ask(person, ear, topic, ask, found);
            }
        }
        check_by_heart(person, ear, topic, found);
        check_never(person, ear, topic, found);
    }
    check_marks(person, found);
    let hooks = person.own.answers().flat_map(|(_, answer)| {
        answer
            .hooks
            .iter()
            .flat_map(move |hook| hook.words.iter().map(move |name| (answer, hook, name)))
    });
    for (answer, hook, name) in hooks.take(MOST_HOOKS) {
        check_hook(person, ear, answer, hook, name, found);
    }
}

fn in_words(text: &str) -> String {
    joined(&words(text))
}

/// For each phrasing of the person's own that asks about two topics, the topic that asks it first.
fn asked_twice<'a>(person: &Looked<'a>) -> BTreeMap<String, &'a str> {
    let own: BTreeSet<&str> =
        person.whole.topics.iter().flat_map(|topic| &topic.ask).map(|ask| ask.as_str()).collect();
    let own: BTreeSet<String> = own.into_iter().map(in_words).collect();
    let mut first: BTreeMap<String, &str> = BTreeMap::new();
    let banked = person.pack.bank_topics().flat_map(|topic| {
        let questions = topic.questions.iter();
        let texts =
            questions.flat_map(|question| [&question.text].into_iter().chain(&question.phrasings));
        texts.map(|text| (topic.id.as_str(), text))
    });
    let scripted = person.whole.topics.iter();
    let scripted = scripted.flat_map(|topic| topic.ask.iter().map(|ask| (topic.id.as_str(), ask)));
    for (topic, text) in banked.chain(scripted) {
        let text = in_words(text);
        if own.contains(&text) {
            first.entry(text).or_insert(topic);
        }
    }
    first
}

/// Words that stand in every talk of this kind.
const GENRE: &[&str] = &[
    "tell",
    "talk",
    "describe",
    "explain",
    "share",
    "say",
    "work",
    "job",
    "career",
    "role",
    "position",
    "profession",
    "thing",
    "things",
    "stuff",
    "something",
    "anything",
    "more",
    "story",
    "question",
    "know",
    "think",
    "like",
    "do",
    "about",
    "bit",
    "little",
];

/// Whether a phrasing has a word that could point to a topic.
fn has_substance(ask: &str) -> bool {
    words(ask).iter().any(|word| is_content(&word.text) && !GENRE.contains(&word.text.as_str()))
}

fn check_ask(
    person: &Looked<'_>,
    ear: &Ear<'_>,
    topic: &Topic,
    ask: &Text,
    found: &mut Vec<Finding>,
) {
    let heard = ear.hear(ask, Before::default());
    let instead = match &heard.subject {
        Subject::Topic(best) if best.id == *topic.id.value() => return,
        Subject::Topic(best) => format!("the topic `{}`", best.id),
        Subject::Between(a, b) => format!("something between `{}` and `{}`", a.id, b.id),
        Subject::None => format!("no topic ({})", heard.act.word()),
    };
    let message = format!("this is heard as {instead}, not as `{}`", topic.id.value());
    found.push(Finding::new(&rules::PHRASING_MISHEARD, person.file, ask.span(), message));
}

/// Whether a phrasing would be heard as its topic if it were not written there.
fn is_left_heard(ear: &Ear<'_>, topic: &Topic, ask: &str) -> bool {
    ear.left_out(ask).best().is_some_and(|best| best.id == *topic.id.value())
}

/// Finds topics of the person's own that are known only in the words that stand there.
fn check_by_heart(person: &Looked<'_>, ear: &Ear<'_>, topic: &Topic, found: &mut Vec<Finding>) {
    // A topic of the bank is asked about in the bank's many ways too.
    let is_banked = person.pack.bank_topic(&topic.id).is_some();
    if is_banked || topic.ask.len() < FEW {
        return;
    }
    let heard = || topic.ask.iter().take(MOST_HEARD);
    let known = heard().filter(|ask| is_left_heard(ear, topic, ask)).count();
    if known * 2 < heard().count() {
        let message = format!(
            "`{}` is understood in {known} of its {} phrasings if they are put a little differently",
            topic.id.value(),
            heard().count()
        );
        found.push(
            Finding::new(&rules::TOPIC_BY_HEART, person.file, topic.id.span(), message)
                .with_help("write more ways of asking, each with other words"),
        );
    }
}

fn check_never(person: &Looked<'_>, ear: &Ear<'_>, topic: &Topic, found: &mut Vec<Finding>) {
    for never in topic.never.iter().take(MOST_HEARD) {
        // The words as they stand are refused; the next learner says nearly these.
        let nearly = ear.hear(&format!("Well, {}", never.value()), Before::default());
        let is_heard = nearly.subject.best().is_some_and(|best| best.id == *topic.id.value());
        if is_heard {
            let message =
                format!("put a little differently, this is heard as `{}`", topic.id.value());
            found.push(Finding::new(&rules::NEVER_MATCHES, person.file, never.span(), message));
        }
    }
}

/// Finds two topics of the person's own whose only telling word is the same.
fn check_marks(person: &Looked<'_>, found: &mut Vec<Finding>) {
    let mut marked: Vec<(&Topic, BTreeSet<String>)> = Vec::new();
    for topic in &person.own.topics {
        if person.pack.bank_topic(&topic.id).is_some() || topic.ask.len() < 2 {
            continue;
        }
        let in_all = topic.ask.iter().map(|ask| content(ask)).reduce(|a, b| &a & &b);
        let shared = in_all.unwrap_or_default();
        if shared.len() != 1 {
            continue;
        }
        let twin = marked.iter().find(|(_, word)| *word == shared);
        if let Some((twin, word)) = twin {
            let word = word.iter().next().cloned().unwrap_or_default();
            let message = format!(
                "`{}` and `{}` are both told by the one word “{word}”",
                twin.id.value(),
                topic.id.value()
            );
            found.push(Finding::new(&rules::SHARED_MARK, person.file, topic.id.span(), message));
        }
        marked.push((topic, shared));
    }
}

fn content(ask: &str) -> BTreeSet<String> {
    let said = words(ask).into_iter();
    let telling =
        said.filter(|word| is_content(&word.text) && !GENRE.contains(&word.text.as_str()));
    telling.map(|word| word.text).collect()
}

/// Asks about a hook right after its answer, as a learner would who listens.
fn check_hook(
    person: &Looked<'_>,
    ear: &Ear<'_>,
    answer: &Answer,
    hook: &Hook,
    name: &Text,
    found: &mut Vec<Finding>,
) {
    let Some(said) = answer.say.first() else { return };
    let leads_nowhere = hook.to == answer.id || person.whole.answer(&hook.to).is_none();
    if leads_nowhere || !said.to_lowercase().contains(&name.to_lowercase()) {
        return; // other rules say so
    }
    let line = format!("Tell me about the {}.", name.value());
    let led = led_to(person, ear, answer, said, &line);
    if led.as_deref() != Some(hook.to.as_str()) {
        let instead = led.map_or_else(|| "nothing".to_owned(), |id| format!("`{id}`"));
        let message = format!(
            "asked about “{}”, they tell {instead} and not `{}`",
            name.value(),
            hook.to.value()
        );
        found.push(Finding::new(&rules::HOOK_UNHEARD, person.file, name.span(), message));
    }
}

/// The answer that a line leads to right after another was told, by somebody who has opened up and told what the
/// gates behind the hooks wait for.
fn led_to(
    person: &Looked<'_>,
    ear: &Ear<'_>,
    after: &Answer,
    said: &str,
    line: &str,
) -> Option<String> {
    let whole = person.whole;
    let mut effects =
        vec![Effect::Rapport { by: 100, because: String::new() }, Effect::Spent { seconds: 60 }];
    let targets = after.hooks.iter().filter_map(|hook| whole.answer(&hook.to));
    let needed = targets.flat_map(|(_, target)| &target.gate.after).filter(|id| **id != after.id);
    effects.extend(needed.map(|id| Effect::Told { answer: id.value().clone() }));
    effects.extend(Effect::told(after));
    let state = State::at_first(whole).after(said, &effects);
    let heard = ear.hear(line, Before { partner: Some(said), ..Before::default() });
    let reply = interviewee::reply(Person::new(person.pack, whole, 1), &state, &heard);
    reply.answer
}
