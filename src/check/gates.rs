//! Gates, and what can be reached: by a fixed point, not by trying.

use std::collections::{BTreeMap, BTreeSet};

use super::{Looked, rules};
use crate::finding::{Finding, Rule};
use crate::pack::placed::Text;
use crate::pack::scenario::{Answer, Fact, Gate, Scenario, Topic};

/// Checks the gates of a scenario and what leads where.
pub(super) fn check(person: &Looked<'_>, found: &mut Vec<Finding>) {
    let open = can_open(person.whole);
    for (topic, answer) in person.own.answers() {
        let topic = person.whole.topic(&topic.id).unwrap_or(topic);
        check_gate(person, topic, answer, &open, found);
        check_leads(person.file, answer, found);
    }
    check_topics_of_others(person, found);
}

/// The ids of the answers whose gates can open one after another.
///
/// Begins with none and adds whatever can be told once those before can, until nothing is added: what is then
/// missing can never be told, whatever the learner does. Rapport has no ceiling and counts as reachable.
fn can_open(whole: &Scenario) -> BTreeSet<&str> {
    let possible =
        whole.answers().filter(|(topic, answer)| impossible(whole, topic, answer).is_none());
    let mut waiting: Vec<(&Topic, &Answer)> = possible.collect();
    let mut open: BTreeSet<&str> = BTreeSet::new();
    // How many answers of each topic can be told so far.
    let mut depths: BTreeMap<&str, usize> = BTreeMap::new();
    loop {
        let known = open.len();
        waiting.retain(|(topic, answer)| {
            let depth = depths.entry(topic.id.as_str()).or_default();
            let comes = answer.gate.after.iter().all(|id| open.contains(id.as_str()))
                && answer.gate.depth.is_none_or(|needed| needed as usize <= *depth);
            if comes {
                open.insert(answer.id.value());
                *depth += 1;
            }
            !comes
        });
        if open.len() == known {
            return open;
        }
    }
}

fn others<'a>(topic: &'a Topic, answer: &'a Answer) -> impl Iterator<Item = &'a Text> {
    topic.answers.iter().map(|other| &other.id).filter(move |id| **id != answer.id)
}

/// What a gate asks for that cannot come by itself, whatever else is told.
fn impossible(whole: &Scenario, topic: &Topic, answer: &Answer) -> Option<String> {
    let Gate { rapport: _, after: _, minutes, fact, depth } = &answer.gate;
    let most = whole.minutes();
    if let Some(minutes) = minutes.filter(|minutes| *minutes >= most) {
        return Some(format!("{minutes} minutes can never have gone by: the talk has {most}"));
    }
    let there = others(topic, answer).count();
    if let Some(depth) = depth.filter(|depth| *depth as usize > there) {
        return Some(format!(
            "{depth} answers can never have been told: the topic has {there} besides"
        ));
    }
    match fact {
        Some(Fact::AnsweredBack) if whole.counters.is_empty() => {
            Some("nothing is ever asked back: there is no `[[counter]]`".to_owned())
        }
        Some(Fact::DidHomework) if whole.brief.facts.is_empty() => {
            Some("there is no homework to do: the brief has no facts".to_owned())
        }
        _ => None,
    }
}

fn check_gate(
    person: &Looked<'_>,
    topic: &Topic,
    answer: &Answer,
    open: &BTreeSet<&str>,
    found: &mut Vec<Finding>,
) {
    let id = answer.id.value();
    let mut say = |rule: &'static Rule, message: String| {
        found.push(Finding::new(rule, person.file, answer.id.span(), message));
    };
    if !answer.is_gated() && !answer.held.is_empty() {
        say(&rules::ELSE_WITHOUT_GATE, format!("`{id}` has an `else` and no gate"));
    }
    if open.contains(id.as_str()) {
        return;
    }
    if let Some(why) = impossible(person.whole, topic, answer) {
        say(&rules::GATE_NEVER_HOLDS, format!("the gate of `{id}` never opens: {why}"));
        return;
    }
    match circle(person.whole, id, open) {
        // One finding for the whole circle, at the answer that stands first in the file.
        Some(circle) if is_first(person.whole, &circle, id) => {
            let names = circle.join("` waits for `");
            say(&rules::CIRCULAR_GATES, format!("`{names}` waits for `{id}`"));
        }
        Some(_) => {}
        None => {
            let never = answer.gate.after.iter().find(|after| !open.contains(after.as_str()));
            // Where its own topic holds too few that can be told, that is what it waits for.
            let never = never.map_or("others of its topic", |after| after.as_str());
            say(
                &rules::UNREACHABLE_ANSWER,
                format!("`{id}` waits for `{never}`, which is never told"),
            );
        }
    }
}

/// The answers that wait for each other, from `id` back to it; none if `id` is in no circle. Of several that one
/// waits for, the first that is never told is followed.
fn circle<'a>(whole: &'a Scenario, id: &'a str, open: &BTreeSet<&str>) -> Option<Vec<&'a str>> {
    let mut way = vec![id];
    let mut seen = BTreeSet::from([id]);
    loop {
        let (_, answer) = whole.answer(way.last().copied()?)?;
        let after = answer.gate.after.iter().find(|after| !open.contains(after.as_str()))?;
        if after.as_str() == id {
            return Some(way);
        }
        if !seen.insert(after.as_str()) {
            return None; // it leads into a circle of others
        }
        way.push(after.as_str());
    }
}

fn is_first(whole: &Scenario, circle: &[&str], id: &str) -> bool {
    let first = whole.answers().find(|(_, answer)| circle.contains(&answer.id.as_str()));
    first.is_some_and(|(_, answer)| answer.id.value() == id)
}

fn check_leads(file: &str, answer: &Answer, found: &mut Vec<Finding>) {
    let id = answer.id.value();
    let hooks = answer.hooks.iter().map(|hook| &hook.to);
    for to in hooks.chain(answer.follow.iter().filter_map(|follow| follow.to.as_ref())) {
        if to.value() == id {
            let message = format!("`{id}` leads back to itself");
            found.push(Finding::new(&rules::LEADS_TO_ITSELF, file, to.span(), message));
        }
    }
    let mut seen = BTreeSet::new();
    for follow in &answer.follow {
        if !seen.insert(*follow.on.value()) {
            let message = format!("`{id}` has two follow-ups on `{}`", follow.on.word());
            found.push(Finding::new(&rules::FOLLOW_TWICE, file, follow.on.span(), message));
        }
    }
    if answer.gem && answer.on_web {
        let message = format!("`{id}` is a gem and stands on the web");
        found.push(Finding::new(&rules::GEM_ON_WEB, file, answer.id.span(), message));
    }
}

fn check_topics_of_others(person: &Looked<'_>, found: &mut Vec<Finding>) {
    let is_answered =
        |id: &Text| person.whole.topic(id).is_some_and(|topic| !topic.answers.is_empty());
    let counters = person.own.counters.iter();
    let counters = counters.map(|one| (&rules::COUNTER_NEVER_ASKED, &one.id, &one.topics));
    let contacts = person.own.contacts.iter();
    let contacts = contacts.map(|one| (&rules::CONTACT_OUT_OF_PLACE, &one.id, &one.topics));
    for (rule, id, topics) in counters.chain(contacts) {
        if !topics.is_empty() && !topics.iter().any(is_answered) {
            let message = format!("`{}` belongs to topics that are never answered", id.value());
            found.push(Finding::new(rule, person.file, id.span(), message));
        }
    }
}
