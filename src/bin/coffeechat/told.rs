//! What was heard in a line, told to a person: for `/why` and for `pack explain`.

use coffeechat::debrief::report::Line;
use coffeechat::hearing::heard::{Heard, Subject, TopicHeard};
use coffeechat::interviewee::Reply;
use coffeechat::interviewee::gate::Unmet;
use coffeechat::pack::scenario::Scenario;
use coffeechat::text::closest::closest;

/// What a line does, what it asks and how, and what about, each with what decided.
pub(crate) fn heard(heard: &Heard) -> Vec<Line> {
    let mut lines = Vec::new();
    let parts: Vec<String> = heard
        .segments
        .iter()
        .map(|segment| {
            format!("{} (“{}”)", segment.act.word(), shortened(heard.typed(&segment.words)))
        })
        .collect();
    if !parts.is_empty() {
        lines.push(Line::Item(format!("Heard: {}", parts.join("; "))));
    }
    if let Some(question) = &heard.question {
        let kind = question.kind.map_or_else(String::new, |kind| format!(" {}", kind.word()));
        lines.push(Line::Item(format!(
            "Form: {}{kind}, by the rule `{}`: {}",
            question.form.word(),
            question.reason.rule,
            question.reason.text
        )));
        if let Some(follow_up) = &question.follow_up {
            lines.push(Line::Item(format!(
                "Asks on from the last answer: {}",
                follow_up.kind.word()
            )));
        }
        for (fault, reason) in &question.faults {
            lines.push(Line::Item(format!("Fault: {}: {}", fault.word(), reason.text)));
        }
    }
    lines.push(Line::Item(subject(&heard.subject)));
    for repair in &heard.repairs {
        lines.push(Line::Item(format!("Read “{}” as “{}”", repair.typed, repair.read)));
    }
    if !heard.uptake.is_empty() {
        lines.push(Line::Item(format!("Their words taken up: {}", heard.uptake.join(", "))));
    }
    lines
}

/// The answers that a reply held back, and what each waits for.
pub(crate) fn held_back(reply: &Reply) -> impl Iterator<Item = Line> + '_ {
    reply.unmet.iter().filter(|(_, unmet)| !unmet.is_empty()).map(|(answer, unmet)| {
        let clauses: Vec<String> = unmet.iter().map(Unmet::words).collect();
        Line::Item(format!("Held back `{answer}`: it waits until {}", clauses.join(", and ")))
    })
}

fn subject(subject: &Subject) -> String {
    let named = |topic: &TopicHeard| {
        let second = topic
            .runner_up
            .as_ref()
            .map_or_else(String::new, |(id, score)| format!("; next {id} {score:.2}"));
        let mut why = Vec::new();
        if !topic.phrasing.is_empty() {
            why.push(format!("like “{}”", topic.phrasing));
        }
        if !topic.words.is_empty() {
            why.push(format!("by {}", topic.words.join(", ")));
        }
        let why = if why.is_empty() { String::new() } else { format!(" ({})", why.join(", ")) };
        format!("{} {:.2}{why}{second}", topic.id, topic.score)
    };
    match subject {
        Subject::Topic(topic) => format!("Topic: {}", named(topic)),
        Subject::Between(a, b) => format!("Topic: between {} and {}", named(a), b.id),
        Subject::None => "Topic: none".to_owned(),
    }
}

/// That no answer of these scenarios is called so, and what was perhaps meant.
pub(crate) fn no_answer<'a>(
    scenarios: impl IntoIterator<Item = &'a Scenario, IntoIter: Clone>,
    id: &str,
) -> String {
    let scenarios = scenarios.into_iter();
    let topic = scenarios.clone().find_map(|scenario| scenario.topic(id));
    if let Some(topic) = topic {
        let ids: Vec<&str> = topic.answers.iter().map(|answer| answer.id.as_str()).collect();
        return format!("`{id}` is a topic; its answers are {}", ids.join(", "));
    }
    let ids = scenarios.flat_map(Scenario::answers).map(|(_, answer)| answer.id.as_str());
    match closest(id, ids) {
        Some(meant) => format!("no answer is called `{id}`; did you mean `{meant}`?"),
        None => format!("no answer is called `{id}`; the scenario's file has the ids"),
    }
}

/// The first words of a text.
pub(crate) fn shortened(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.len() > 14 { format!("{} …", words[..14].join(" ")) } else { words.join(" ") }
}
