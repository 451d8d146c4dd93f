//! The debrief as lines to read. Whoever shows them wraps and styles them; the words do not depend on
//! either.

use super::Debrief;
use super::advice::TryNext;
use super::measure::Process;
use super::missed::Why;
use super::tally::{OPEN_SHARE, TALK_SHARE};
use crate::interviewee::state::Ending;
use crate::text::words::capitalised;

/// One line of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// A heading.
    Heading(String),
    /// A paragraph.
    Plain(String),
    /// An item of a list.
    Item(String),
    /// A question one could ask, belonging to the item before.
    Quote(String),
}

impl Line {
    /// Its words.
    #[must_use]
    pub fn text(&self) -> &str {
        let (Self::Heading(text) | Self::Plain(text) | Self::Item(text) | Self::Quote(text)) = self;
        text
    }
}

/// How many things that were missed are shown; the rest are counted.
const MOST_MISSED: usize = 4;

/// The debrief, to be read on a terminal.
#[must_use]
pub fn lines(debrief: &Debrief) -> Vec<Line> {
    let mut lines = Vec::new();
    let process = &debrief.process;
    let outcome = &debrief.outcome;
    lines.push(Line::Heading(format!("After the talk with {}", debrief.name)));
    if process.questions == 0 && process.moves.iter().all(|made| made.turn.is_none()) {
        lines.push(Line::Plain(
            "You have not asked anything yet, so there is little to say.".to_owned(),
        ));
        push_next(&mut lines, &debrief.try_next);
        return lines;
    }

    lines.push(Line::Heading("How you asked".to_owned()));
    lines.push(Line::Plain(format!("{} {}", asked(process), asked_on(process))));
    lines.push(Line::Plain(talked(process)));
    for (first, last) in &process.closed_runs {
        lines.push(Line::Plain(format!(
            "From line {first} to line {last} every question was closed; that can feel like a form being filled in."
        )));
    }
    lines.extend(harder(process).map(Line::Plain));

    lines.push(Line::Heading("What came of it".to_owned()));
    lines.push(Line::Plain(came_of_it(debrief)));
    if let (Some(open), Some(closed)) = (outcome.words_when_open, outcome.words_when_closed) {
        lines.push(Line::Plain(format!(
            "Your open questions got about {open} words in answer, your closed ones about {closed}."
        )));
    }
    let gems: Vec<String> = outcome.gems.iter().map(|(_, turn)| format!("line {turn}")).collect();
    if !gems.is_empty() {
        lines.push(Line::Plain(format!(
            "They told you {} of {} things they do not tell everyone ({}).",
            outcome.gems.len(),
            outcome.gems_there,
            gems.join(", ")
        )));
    }
    for (turn, at, well) in &outcome.awkward {
        let met = match well {
            Some(true) => turn.done_well(),
            Some(false) => turn.advice(),
            None => "The talk ended there.",
        };
        lines.push(Line::Plain(format!("After line {at}, {}: {met}", turn.words())));
    }
    for (name, introduced) in &outcome.contacts {
        let how = if *introduced { "an introduction to" } else { "the name of" };
        lines.push(Line::Plain(format!("You left with {how} {name}.")));
    }

    push_missed(&mut lines, debrief);
    push_moves(&mut lines, debrief);

    if !debrief.went_well.is_empty() {
        lines.push(Line::Heading("What went well".to_owned()));
        for well in &debrief.went_well {
            lines.push(Line::Item(format!("Line {}: you {}.", well.turn, well.text)));
            lines.push(Line::Quote(well.quote.clone()));
        }
    }
    push_next(&mut lines, &debrief.try_next);
    if !debrief.notes.is_empty() {
        lines.push(Line::Heading("Your notes".to_owned()));
        lines.extend(debrief.notes.iter().map(|note| Line::Item(note.clone())));
    }
    lines
}

/// How many questions, and how many of them open.
pub(super) fn asked(process: &Process) -> String {
    let questions = match process.questions {
        1 => "1 question".to_owned(),
        many => format!("{many} questions"),
    };
    let open = process.open + process.invited;
    let share = process.open_share.map(percent).unwrap_or_default();
    format!(
        "{questions}, {open} of them open ({share}). Practised interviewers ask {OPEN_SHARE} open questions, \
         so nobody needs all of them."
    )
}

/// How many questions asked on from an answer.
pub(super) fn asked_on(process: &Process) -> String {
    format!(
        "{} asked on from an answer{}.",
        capitalised(&number(process.follow_ups)),
        match process.follow_up_share {
            Some(share) if process.follow_ups > 0 => format!(" ({})", percent(share)),
            _ => String::new(),
        }
    )
}

/// How much the learner spoke, and whether they showed that they had heard.
pub(super) fn talked(process: &Process) -> String {
    let share = process.talk_share.map(percent).unwrap_or_default();
    let heard = match (process.acknowledged, process.uptakes) {
        (0, 0) => "You did not take up their words yet".to_owned(),
        (heard, taken) => format!(
            "You took up their words in {}, and showed that you had heard before asking in {}",
            lines_of(taken),
            lines_of(heard)
        ),
    };
    format!("You spoke {share} of the words; practised interviewers speak {TALK_SHARE}. {heard}.")
}

/// The faults, counted by name; none if there are none.
pub(super) fn harder(process: &Process) -> Option<String> {
    let faults: Vec<String> =
        process.faults.iter().map(|(fault, times)| format!("{} {fault}", number(*times))).collect();
    (!faults.is_empty()).then(|| format!("Harder to answer: {}.", faults.join(", ")))
}

fn came_of_it(debrief: &Debrief) -> String {
    let outcome = &debrief.outcome;
    let stories = match outcome.answers {
        1 => "1 full answer".to_owned(),
        many => format!("{many} full answers"),
    };
    let went = match outcome.rapport - outcome.rapport_at_first {
        10.. => "They opened up to you",
        1..10 => "They warmed to you a little",
        -2..1 => "They stayed as they were",
        -12..-2 => "They closed up a little",
        _ => "They closed up",
    };
    let left = match debrief.ended {
        Some(Ending::Rude | Ending::JobAsk) => " They ended the talk before its time.",
        Some(Ending::Goodbye | Ending::Overrun | Ending::Left | Ending::EndOfInput) | None => "",
    };
    format!(
        "{stories} and {} in {} of {} minutes.{left} {went} (rapport {} to {} of 100). Of {} they dropped, you picked up {}.",
        if outcome.short_answers == 1 {
            "1 short one".to_owned()
        } else {
            format!("{} short ones", outcome.short_answers)
        },
        outcome.minutes,
        outcome.minutes_agreed,
        outcome.rapport_at_first,
        outcome.rapport,
        if outcome.hooks_offered == 1 {
            "1 detail".to_owned()
        } else {
            format!("{} details", outcome.hooks_offered)
        },
        outcome.hooks_caught,
    )
}

fn push_missed(lines: &mut Vec<Line>, debrief: &Debrief) {
    let within_reach: Vec<_> =
        debrief.missed.iter().filter(|missed| missed.turn.is_some()).collect();
    if within_reach.is_empty() {
        return;
    }
    lines.push(Line::Heading("What was within reach".to_owned()));
    for missed in within_reach.iter().take(MOST_MISSED) {
        let turn = missed.turn.unwrap_or_default();
        let about = match missed.why {
            Why::LeftLying => String::new(), // the detail says what it is about
            Why::Held | Why::ClosedQuestion | Why::NotAsked => format!(", on “{}”", missed.about),
        };
        lines.push(Line::Item(format!("Line {turn}{about}: {}.", missed.because)));
        lines.push(Line::Quote(missed.question.clone()));
    }
    let rest = within_reach.len().saturating_sub(MOST_MISSED);
    if rest > 0 {
        lines.push(Line::Plain(format!("And {} more, for another time.", number(rest))));
    }
}

fn push_moves(lines: &mut Vec<Line>, debrief: &Debrief) {
    let made = |done: bool| -> Vec<&str> {
        let moves = debrief.process.moves.iter().filter(|made| made.turn.is_some() == done);
        moves.map(|made| made.name).collect()
    };
    lines.push(Line::Heading("The frame of the talk".to_owned()));
    let (done, open) = (made(true), made(false));
    if !done.is_empty() {
        lines.push(Line::Plain(format!("Done: {}.", done.join("; "))));
    }
    if !open.is_empty() {
        lines.push(Line::Plain(format!("Left out: {}.", open.join("; "))));
    }
}

fn push_next(lines: &mut Vec<Line>, next: &TryNext) {
    lines.push(Line::Heading("One thing to try next time".to_owned()));
    lines.push(Line::Item(next.text.clone()));
    if let (Some(turn), Some(quote)) = (next.turn, &next.quote) {
        lines.push(Line::Plain(format!("On line {turn} you said: “{quote}”")));
    }
    if let Some(example) = &next.example {
        lines.push(Line::Quote(example.clone()));
    }
}

fn lines_of(times: usize) -> String {
    match times {
        0 => "no line".to_owned(),
        1 => "one line".to_owned(),
        many => format!("{} lines", number(many)),
    }
}

/// Small numbers in words.
fn number(number: usize) -> String {
    const WORDS: [&str; 13] = [
        "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve",
    ];
    WORDS.get(number).map_or_else(|| number.to_string(), |word| (*word).to_owned())
}

fn percent(share: f64) -> String {
    format!("{:.0} %", share * 100.0)
}
