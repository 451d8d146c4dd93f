//! `/why`: what was heard in the last line, and why the reply came. One screen.

use coffeechat::debrief::report::Line;
use coffeechat::hearing::heard::{Heard, Subject, TopicHeard};
use coffeechat::interviewee::state::Effect;
use coffeechat::session::Exchange;

/// The reasons behind the last exchange; `heard` is missing when the line was said in another process.
pub(crate) fn lines(exchange: &Exchange, heard: Option<&Heard>) -> Vec<Line> {
    let mut lines =
        vec![Line::Heading(format!("Line {}: {}", exchange.turn, shortened(&exchange.line)))];
    if let Some(heard) = heard {
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
            let kind = question.kind.map_or("", |kind| kind.word());
            lines.push(Line::Item(format!(
                "Form: {} {kind}, by the rule `{}`: {}",
                question.form.word(),
                question.reason.rule,
                question.reason.text
            )));
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
    }
    let reply = &exchange.reply;
    let ids: Vec<&str> = [&reply.answer, &reply.topic, &reply.contact, &reply.counter]
        .into_iter()
        .filter_map(|id| id.as_deref())
        .collect();
    lines.push(Line::Item(format!("Decided: {} {}", reply.route.word(), ids.join(", "))));
    for (answer, unmet) in &reply.unmet {
        let clauses: Vec<String> =
            unmet.iter().map(coffeechat::interviewee::gate::Unmet::words).collect();
        if !clauses.is_empty() {
            lines.push(Line::Item(format!(
                "Held back `{answer}`: it waits until {}",
                clauses.join(", and ")
            )));
        }
    }
    let changes: Vec<String> = reply
        .effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::Rapport { by, because } => Some(format!("{by:+} {because}")),
            _ => None,
        })
        .collect();
    if !changes.is_empty() {
        lines.push(Line::Item(format!("Rapport {} now: {}", exchange.rapport, changes.join("; "))));
    }
    if let Some(known) = &exchange.assessment {
        let openness =
            known.openness.map_or_else(String::new, |openness| format!("openness {openness}, "));
        lines.push(Line::Item(format!("Coach: {openness}curiosity {} of 100", known.curiosity)));
    }
    lines
}

fn subject(subject: &Subject) -> String {
    let named = |topic: &TopicHeard| {
        let second = topic
            .runner_up
            .as_ref()
            .map_or_else(String::new, |(id, score)| format!("; next {id} {score:.2}"));
        format!(
            "{} {:.2} (like “{}”, by {}{second})",
            topic.id,
            topic.score,
            topic.phrasing,
            topic.words.join(", ")
        )
    };
    match subject {
        Subject::Topic(topic) => format!("Topic: {}", named(topic)),
        Subject::Between(a, b) => format!("Topic: between {} and {}", named(a), b.id),
        Subject::None => "Topic: none".to_owned(),
    }
}

fn shortened(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.len() > 14 { format!("{} …", words[..14].join(" ")) } else { words.join(" ") }
}
