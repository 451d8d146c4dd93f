//! What is shown of a talk that is tried out: what was decided, in one line, and what there is to tell.

use coffeechat::debrief::report::Line;
use coffeechat::hearing::heard::{Act, Heard, Subject};
use coffeechat::interviewee::Route;
use coffeechat::interviewee::gate::{self, Unmet};
use coffeechat::interviewee::state::State;
use coffeechat::pack::scenario::{Answer, Scenario, Topic};
use coffeechat::session::said::Said;

use super::moved::of_reply;
use crate::findings::counted;

/// What was decided on a line: the way and the answer, the topic that was heard, rapport, time, and what was held
/// back.
pub(super) fn decided(before: &State, said: &Said) -> String {
    let (reply, after) = (&said.reply, &said.after);
    let (came, way) = (of_reply(reply), reply.route.word());
    let mut parts = vec![match reply.route {
        Route::Else => way.to_owned(), // what was held back, and why, comes last
        _ if came.starts_with(way) => came,
        _ => format!("{way}: {came}"),
    }];
    parts.extend(topic(&said.heard));
    parts.push(if before.rapport == after.rapport {
        format!("rapport {}", after.rapport)
    } else {
        format!("rapport {} to {}", before.rapport, after.rapport)
    });
    let minutes = usize::try_from(after.minutes_left()).unwrap_or_default();
    parts.push(format!("{} left", counted(minutes, "minute")));
    for (answer, unmet) in &reply.unmet {
        parts.push(match until(unmet) {
            Some(until) => format!("held back {answer} until {until}"),
            None => format!("held back {answer}: it is not for a yes or a no"),
        });
    }
    if let Some(how) = after.ended {
        parts.push(format!("the talk is over ({})", how.word()));
    }
    parts.join("; ")
}

/// The topic that was heard, how sure, and the next best. Of a line that asks nothing only what it does.
fn topic(heard: &Heard) -> Option<String> {
    match &heard.subject {
        Subject::Topic(topic) => {
            let next = topic.runner_up.as_ref();
            let next =
                next.map_or_else(String::new, |(id, score)| format!(", next {id} {score:.2}"));
            Some(format!("topic {} {:.2}{next}", topic.id, topic.score))
        }
        Subject::Between(a, b) => {
            Some(format!("between {} {:.2} and {} {:.2}", a.id, a.score, b.id, b.score))
        }
        Subject::None if heard.act == Act::Question => Some("no topic".to_owned()),
        Subject::None => None,
    }
}

/// The coach's assessment of a line, in brief.
pub(super) fn coached(said: &Said) -> String {
    let known = &said.assessment;
    let mut parts = Vec::new();
    match (&known.question, known.openness) {
        (Some(question), Some(openness)) => {
            let faults = question.faults.iter().map(|fault| format!("{}, ", fault.word()));
            let faults: String = faults.collect();
            parts.push(format!("{faults}{} question, openness {openness}", question.form.word()));
        }
        _ => parts.push(known.act.word().to_owned()),
    }
    parts.push(format!("curiosity {}.", known.curiosity));
    let mut text = parts.join(", ");
    if let Some(better) = &known.better {
        text = format!("{text} Better: “{better}”");
    }
    text
}

/// Topics and answers, with what was told.
pub(super) fn topics(scenario: &Scenario, state: &State) -> Vec<Line> {
    let mut lines = Vec::new();
    for topic in &scenario.topics {
        lines.push(Line::Heading(topic.id.value().clone()));
        for answer in &topic.answers {
            let gem = if answer.gem { " (gem)" } else { "" };
            lines.push(Line::Item(format!(
                "{}{gem}: {}",
                answer.id.value(),
                stands(topic, answer, state)
            )));
        }
        if topic.answers.is_empty() {
            lines.push(Line::Item("no answers".to_owned()));
        }
    }
    lines
}

/// How it stands with an answer.
fn stands(topic: &Topic, answer: &Answer, state: &State) -> String {
    if state.was_told(&answer.id) {
        return "told".to_owned();
    }
    let mut words = match until(&gate::unmet(&answer.gate, Some(topic), state)) {
        Some(until) => format!("waits until {until}"),
        None => "can be told".to_owned(),
    };
    if state.was_touched(&answer.id) {
        words = format!("told in short; in full it {words}");
    }
    if state.held.contains_key(answer.id.value()) {
        words.push_str("; it was asked for and held back");
    }
    words
}

/// What a gate waits for; none if it is open.
pub(super) fn until(unmet: &[Unmet]) -> Option<String> {
    let clauses: Vec<String> = unmet.iter().map(Unmet::words).collect();
    (!clauses.is_empty()).then(|| clauses.join(", and "))
}
