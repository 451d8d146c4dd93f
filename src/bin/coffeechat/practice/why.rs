//! `/why`: what was heard in the last line, and why the reply came; `/why not ID`: why an answer did not. One
//! screen each.

use coffeechat::debrief::report::Line;
use coffeechat::hearing::heard::Heard;
use coffeechat::interviewee::state::Effect;
use coffeechat::interviewee::why_not::WhyNot;
use coffeechat::session::Exchange;

use crate::told::{self, shortened};

/// The reasons behind the last exchange; `heard` is missing when the line was said in another process.
pub(crate) fn lines(exchange: &Exchange, heard: Option<&Heard>) -> Vec<Line> {
    let mut lines =
        vec![Line::Heading(format!("Line {}: {}", exchange.turn, shortened(&exchange.line)))];
    lines.extend(heard.map(told::heard).unwrap_or_default());
    let reply = &exchange.reply;
    let ids: Vec<&str> = [&reply.answer, &reply.topic, &reply.contact, &reply.counter]
        .into_iter()
        .filter_map(|id| id.as_deref())
        .collect();
    lines.push(Line::Item(format!("Decided: {} {}", reply.route.word(), ids.join(", "))));
    lines.extend(told::held_back(reply));
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

/// Why an answer did not come, and what would be needed.
pub(crate) fn not_lines(why_not: &WhyNot) -> Vec<Line> {
    let mut lines = vec![Line::Heading(format!("Why not `{}`", why_not.answer))];
    lines.extend(why_not.reasons().into_iter().map(Line::Item));
    lines.push(Line::Plain(why_not.remedy()));
    lines
}
