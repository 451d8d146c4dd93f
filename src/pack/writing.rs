//! What may stand in a text of a scenario: no placeholder that nobody fills.

use super::placed::Text;
use super::read::finding;
use super::rules;
use super::scenario::Scenario;
use crate::disk::Source;
use crate::finding::Finding;
use crate::text::closest::closest;

/// Placeholders that every reaction can use.
const EVERYWHERE: &[&str] = &["name"];

/// Checks every text of a scenario's own file.
pub(super) fn check(source: &Source, scenario: &Scenario, found: &mut Vec<Finding>) {
    let mut check = |texts: &[Text], placeholders: &[&str]| {
        for text in texts {
            check_text(source, text, placeholders, found);
        }
    };
    for text in [Some(&scenario.title), scenario.field.as_ref(), scenario.manner.as_ref()] {
        check(&text.cloned().into_iter().collect::<Vec<_>>(), &[]);
    }
    if let Some(who) = &scenario.interviewee {
        check(&[who.name.clone(), who.role.clone(), who.organisation.clone()], &[]);
    }
    check(&scenario.brief.how_met.iter().cloned().collect::<Vec<_>>(), &[]);
    check(&scenario.brief.facts, &[]);
    check(&scenario.opening.scene.iter().cloned().collect::<Vec<_>>(), &[]);
    check(&scenario.opening.say, &[]);
    for topic in &scenario.topics {
        check(&topic.title.iter().chain(&topic.aloud).cloned().collect::<Vec<_>>(), &[]);
        for answer in &topic.answers {
            check(std::slice::from_ref(&answer.gist), &[]);
            check(&answer.short.iter().cloned().collect::<Vec<_>>(), &[]);
            for texts in [&answer.say, &answer.held, &answer.correct] {
                check(texts, &[]);
            }
            for follow in &answer.follow {
                check(&follow.say, &[]);
            }
        }
    }
    for contact in &scenario.contacts {
        check(&[contact.name.clone(), contact.role.clone(), contact.reason.clone()], &[]);
        check(&contact.introduce, &[]);
        check(&contact.name_only, &[]);
    }
    for counter in &scenario.counters {
        for texts in [&counter.ask, &counter.again, &counter.received] {
            check(texts, &[]);
        }
    }
    for (key, texts) in scenario.reactions.lists() {
        let own: &[&str] = match key {
            "time_check" | "time_mention" => &["name", "minutes"],
            "silence" => &["name", "thread"],
            "between" => &["name", "a", "b"],
            "exhausted" | "repeated" => &["name", "gist"],
            _ => EVERYWHERE,
        };
        check(texts, own);
    }
    for (key, texts) in scenario.referral.lists() {
        let own: &[&str] =
            if key.starts_with("permission") { &["name", "contact"] } else { EVERYWHERE };
        check(texts, own);
    }
    for (_, texts) in scenario.closing.lists().into_iter().chain(scenario.outreach.lists()) {
        check(texts, EVERYWHERE);
    }
    for (_, turn) in scenario.awkward.turns() {
        for (_, texts) in turn.lists() {
            check(texts, EVERYWHERE);
        }
    }
    if let Some(talk) = &scenario.model_talk {
        check(&talk.weak, &[]);
        check(&talk.strong, &[]);
    }
}

fn check_text(source: &Source, text: &Text, placeholders: &[&str], found: &mut Vec<Finding>) {
    for name in named_in(text) {
        if placeholders.contains(&name) {
            continue;
        }
        let help = match closest(name, placeholders.iter().copied()) {
            Some(meant) => format!("did you mean `{{{meant}}}`?"),
            None if placeholders.is_empty() => "nothing is filled in here".to_owned(),
            None => format!("what is filled in here: {{{}}}", placeholders.join("}, {")),
        };
        let message = format!("nothing fills in `{{{name}}}` here");
        let place = finding(source, &rules::UNKNOWN_PLACEHOLDER, text.span(), message);
        found.push(Finding { help: Some(help), ..place });
    }
}

/// The names between braces in a text.
fn named_in(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name)
}
