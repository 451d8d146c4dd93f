//! A case that failed, as a copy in its own TOML, with what came instead as comments.
//!
//! It reads as the file does, and can be pasted there: comments change nothing.

use anyhow::Result;
use coffeechat::cases::checked::{Checked, Expectation};
use coffeechat::cases::{Failed, PlayedLine};
use coffeechat::edit::quoted;
use coffeechat::interviewee::gate::Unmet;

use super::line_of;
use crate::screen::Screen;

/// Shows a case of a file that says `text`.
pub(super) fn case(file: &str, text: &str, failed: &Failed, screen: &mut Screen) -> Result<()> {
    let first = failed.failures().next();
    let line = first.map_or(1, |(_, checked)| line_of(text, checked.span.start));
    screen.heading(&format!("{file}:{line}: case `{}` failed", failed.case))?;
    screen.blank()?;
    screen.row("[[case]]", None)?;
    screen.row(&format!("id = {}", quoted(&failed.case)), None)?;
    screen.row(&format!("seed = {}", failed.seed), None)?;
    for line in &failed.lines {
        screen.blank()?;
        screen.row("[[case.line]]", None)?;
        screen.row(&format!("say = {}", quoted(&line.say)), None)?;
        // What a line expected that brought it is of no interest; that it was said is, to follow the talk.
        if line.failures().next().is_none() {
            continue;
        }
        let mut is_told = false;
        for checked in &line.checked {
            let remark = (!checked.is_met).then(|| came(line, checked, &mut is_told));
            screen.row(&written(checked), remark.as_deref())?;
        }
    }
    Ok(())
}

/// An expectation as the file has it.
fn written(checked: &Checked) -> String {
    let key = checked.expectation.key();
    let values: Vec<String> = checked.expected.iter().map(|value| quoted(value)).collect();
    match checked.expectation {
        Expectation::SaysAny => format!("{key} = [{}]", values.join(", ")),
        _ => format!("{key} = {}", values.concat()),
    }
}

/// What came instead. What was heard in the line is told once, where it explains most.
fn came(line: &PlayedLine, checked: &Checked, is_told: &mut bool) -> String {
    let came = checked.came.as_deref().unwrap_or("none");
    match checked.expectation {
        Expectation::Answer | Expectation::Else | Expectation::Route => {
            let decided = match &line.answer {
                Some(answer) => format!("came: {} {answer}", line.route.word()),
                None => format!("came: {}, no answer", line.route.word()),
            };
            if std::mem::replace(is_told, true) {
                return decided;
            }
            format!("{decided}; heard {}{}", heard(line), gates(line))
        }
        Expectation::Topic => {
            *is_told = true;
            match &line.heard {
                Some(topic) if topic.id == came => format!("came: {}", heard(line)),
                _ => format!("came: {came}; heard {}", heard(line)),
            }
        }
        Expectation::Move | Expectation::Contact => format!("came: {came}"),
        Expectation::Rapport => match checked.rapport {
            Some((before, after)) => format!("came: {came}, from {before} to {after}"),
            None => format!("came: {came}"),
        },
        Expectation::SaysAny => format!("came: none of these; the reply was: {}", line.reply),
    }
}

/// The topic that was heard, and the next best.
fn heard(line: &PlayedLine) -> String {
    let Some(topic) = &line.heard else { return "no topic".to_owned() };
    let next = topic.runner_up.as_ref();
    let next =
        next.map_or_else(String::new, |next| format!(", next {} {:.2}", next.id, next.score));
    format!("{} {:.2}{next}", topic.id, topic.score)
}

/// The gates that did not hold.
fn gates(line: &PlayedLine) -> String {
    let gates = line.gates.iter().map(|(answer, unmet)| {
        let waits: Vec<String> = unmet.iter().map(Unmet::words).collect();
        format!("; {answer} waits until {}", waits.join(" and "))
    });
    gates.collect::<Vec<_>>().concat()
}
