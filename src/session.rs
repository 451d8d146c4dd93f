//! A run: a list of events, and everything else a fold of it.
//!
//! Save and resume, undo, saying a line again, and the debrief are all the same mechanism: events are
//! added, and the state is what they come to. Nothing is decided anew when a log is read back, so a
//! talk can be taken up after its pack was edited.

pub mod event;
pub mod said;
pub mod watched;

use self::event::{Coached, Event, LOG_VERSION, Opened, Replied, When};
use self::said::Said;
use crate::coach::Assessment;
use crate::coach::help::{self, HelpLevel};
use crate::coach::prompt::{self, Prompt};
use crate::hearing::Ear;
use crate::hearing::heard::{Form, Heard};
use crate::interviewee::state::{Effect, Ending, State};
use crate::interviewee::why_not::{Moment, WhyNot, why_not};
use crate::interviewee::{self, Person, Reply};
use crate::text::clean;
use crate::text::draw;

/// What a run is called, and when it began, as the program was told.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Label {
    /// The run's name.
    pub run: String,
    /// When it began.
    pub at: String,
    /// The folder of the pack; none for the built-in one.
    pub pack: Option<String>,
    /// The rung of the ladder it is held on, 0 to 7; none if it is not.
    pub rung: Option<u8>,
    /// The name of the plan that is at hand; none if there is none.
    pub plan: Option<String>,
}

/// A line, its reply and its assessment.
#[derive(Debug, Clone, PartialEq)]
pub struct Exchange {
    /// The number of the line, from 1.
    pub turn: u32,
    /// What the learner said.
    pub line: String,
    /// What the interviewee said.
    pub reply: Reply,
    /// What the coach thought of the line.
    pub assessment: Option<Assessment>,
    /// Rapport after it.
    pub rapport: i32,
    /// Simulated minutes left after it.
    pub minutes_left: u32,
}

/// A run in progress.
#[derive(Debug)]
pub struct Session<'a> {
    person: Person<'a>,
    ear: &'a Ear<'a>,
    help: HelpLevel,
    events: Vec<Event>,
    state: State,
    exchanges: Vec<Exchange>,
    last_heard: Option<Heard>,
}

impl<'a> Session<'a> {
    /// Begins a run.
    #[must_use]
    pub fn open(person: Person<'a>, ear: &'a Ear<'a>, help: HelpLevel, label: Label) -> Self {
        let (text, effects) = interviewee::opening(person);
        let opened = Opened {
            v: LOG_VERSION,
            rng: draw::ALGORITHM,
            program: env!("CARGO_PKG_VERSION").to_owned(),
            run: label.run,
            at: label.at,
            pack: label.pack,
            fingerprint: format!("{:016x}", person.pack.fingerprint()),
            scenario: person.scenario.id.value().clone(),
            seed: person.seed,
            help,
            rung: label.rung,
            plan: label.plan,
            awkward: person.awkward,
            text,
            effects,
        };
        Self::resume(person, ear, help, vec![Event::Opened(Box::new(opened))])
    }

    /// Takes up a run from its events.
    #[must_use]
    pub fn resume(
        person: Person<'a>,
        ear: &'a Ear<'a>,
        help: HelpLevel,
        events: Vec<Event>,
    ) -> Self {
        let state = State::at_first(person.scenario);
        let mut session =
            Self { person, ear, help, events, state, exchanges: Vec::new(), last_heard: None };
        session.fold();
        session
    }

    /// What the events come to.
    fn fold(&mut self) {
        self.exchanges = exchanges(&self.events);
        self.state = self.state_after(&self.exchanges);
        if let Some(how) = ending(&self.events) {
            self.state.ended = Some(how);
        }
    }

    /// What the interviewee remembers after these exchanges, the first ones of the run.
    fn state_after(&self, exchanges: &[Exchange]) -> State {
        let mut state = State::at_first(self.person.scenario);
        for event in &self.events {
            if let Event::Opened(opened) = event {
                state = state.after_opening(&opened.text, &opened.effects);
            }
        }
        for exchange in exchanges {
            let reply = &exchange.reply;
            state.turn = exchange.turn.saturating_sub(1); // a line of the log may be lost
            state = state.after(&reply.text, &reply.effects);
        }
        state
    }

    /// Who is played.
    #[must_use]
    pub const fn person(&self) -> Person<'a> {
        self.person
    }

    /// How much help there is.
    #[must_use]
    pub const fn help(&self) -> HelpLevel {
        self.help
    }

    /// Everything that happened.
    #[must_use]
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// What the interviewee remembers.
    #[must_use]
    pub const fn state(&self) -> &State {
        &self.state
    }

    /// The exchanges that stand, in order.
    #[must_use]
    pub fn exchanges(&self) -> &[Exchange] {
        &self.exchanges
    }

    /// The last line as it was heard, if it was heard in this process.
    #[must_use]
    pub const fn last_heard(&self) -> Option<&Heard> {
        self.last_heard.as_ref()
    }

    /// The interviewee's first words.
    #[must_use]
    pub fn opening(&self) -> &str {
        event::opened(&self.events).map(|opened| opened.text.as_str()).unwrap_or_default()
    }

    /// The rung of the ladder it is held on; none if it is not.
    #[must_use]
    pub fn rung(&self) -> Option<u8> {
        event::opened(&self.events)?.rung
    }

    /// Whether the talk is over.
    #[must_use]
    pub const fn is_over(&self) -> bool {
        self.state.ended.is_some()
    }

    /// Says a line; gives the new events.
    pub fn say(&mut self, line: &str) -> &[Event] {
        let first_new = self.events.len();
        let said = self.said(line);
        let exchange = said.exchange();
        let Said { heard, reply, assessment, setting, after } = said;
        let turn = after.turn;

        self.events.push(Event::Said { turn, text: heard.line.clone() });
        let before: Vec<&Assessment> =
            self.exchanges.iter().filter_map(|exchange| exchange.assessment.as_ref()).collect();
        let threads: Vec<&str> = reply
            .effects
            .iter()
            .filter_map(|effect| match effect {
                Effect::Offered { words, .. } => words.first().map(String::as_str),
                _ => None,
            })
            .collect();
        let gained_before = self.exchanges.last().is_some_and(said::gains);
        let text = help::line(&assessment, setting, &before, gained_before, &threads, self.help);
        let (rapport, minutes_left) = (after.rapport, after.minutes_left());
        self.events.push(Event::Replied(Box::new(Replied { turn, reply, rapport, minutes_left })));
        let coached = Coached { turn, assessment: Some(assessment), prompt: None, text };
        self.events.push(Event::Coached(Box::new(coached)));
        let ended = after.ended;
        self.exchanges.push(exchange);
        self.state = after;
        if let Some(prompt) =
            prompt::due(self.person.scenario, &self.state, &heard, &self.prompts_given())
        {
            let specific = self.something_specific();
            let text = prompt::words(prompt, self.help, &self.state, specific.as_deref());
            if text.is_some() {
                let coached = Coached { turn, assessment: None, prompt: Some(prompt), text };
                self.events.push(Event::Coached(Box::new(coached)));
            }
        }
        if let Some(how) = ended {
            self.events.push(Event::Ended { how });
        }
        self.last_heard = Some(heard);
        &self.events[first_new..]
    }

    fn said(&self, line: &str) -> Said {
        said::say(self.person, self.ear, &self.state, self.exchanges.last(), line)
    }

    /// What the reply to a line would be, and the assessment of it, without saying it.
    #[must_use]
    pub fn preview(&self, line: &str) -> (Reply, Assessment) {
        let said = self.said(line);
        (said.reply, said.assessment)
    }

    /// Why an answer is not what the last line got, and what would be needed; none if nothing was said yet, or
    /// no answer is called so.
    #[must_use]
    pub fn why_not(&self, answer: &str) -> Option<WhyNot> {
        let (last, earlier) = self.exchanges.split_last()?;
        let mut state = self.state_after(earlier);
        state.turn = last.turn.saturating_sub(1);
        let again = || self.ear.hear(&last.line, state.before());
        let heard = self.last_heard.clone().unwrap_or_else(again);
        why_not(Moment { person: self.person, ear: self.ear, state: &state, heard: &heard }, answer)
    }

    /// Takes back the last exchange; gives the line that was taken back. A talk that ended goes on.
    pub fn undo(&mut self) -> Option<String> {
        let last = self.exchanges.last()?;
        let (turn, line) = (last.turn, last.line.clone());
        self.events.push(Event::Undone { turn });
        self.fold();
        self.last_heard = None;
        Some(line)
    }

    /// Notes that a hint was given.
    pub fn hinted(&mut self, text: &str) -> &Event {
        self.events.push(Event::Hinted { turn: self.state.turn, text: text.to_owned() });
        &self.events[self.events.len() - 1]
    }

    /// Keeps a note of the learner's.
    pub fn note(&mut self, text: &str) -> &Event {
        let text = clean::line(text).into_owned();
        self.events.push(Event::Noted { turn: self.state.turn, text });
        &self.events[self.events.len() - 1]
    }

    /// Notes that the talk was taken up again.
    pub fn taken_up(&mut self, at: &str) -> &Event {
        self.events.push(Event::Resumed { at: at.to_owned() });
        &self.events[self.events.len() - 1]
    }

    /// Notes how comfortable the learner is, 0 to 100.
    pub fn felt(&mut self, when: When, comfort: u8) -> &Event {
        self.events.push(Event::Felt { when, comfort: comfort.min(100) });
        &self.events[self.events.len() - 1]
    }

    /// Ends the talk, if it has not ended.
    pub fn end(&mut self, how: Ending) -> Option<&Event> {
        if ending(&self.events).is_some() {
            return None;
        }
        // A talk whose last reply ended it, and whose process was killed just then, is closed as it ended.
        let how = *self.state.ended.get_or_insert(how);
        self.events.push(Event::Ended { how });
        self.events.last()
    }

    /// The notes of the learner, in order.
    pub fn notes(&self) -> impl Iterator<Item = &str> {
        self.events.iter().filter_map(|event| match event {
            Event::Noted { text, .. } => Some(text.as_str()),
            _ => None,
        })
    }

    /// What the coach has reminded of in exchanges that stand.
    fn prompts_given(&self) -> Vec<Prompt> {
        standing(&self.events)
            .filter_map(|event| match event {
                Event::Coached(coached) => coached.prompt,
                _ => None,
            })
            .collect()
    }

    /// Something the interviewee said that thanks could name: the words of a hook that was caught.
    fn something_specific(&self) -> Option<String> {
        let caught = self.state.offered.iter().rev().find(|hook| hook.caught);
        caught.and_then(|hook| hook.words.first()).cloned()
    }
}

/// The events that were not taken back.
fn standing(events: &[Event]) -> impl Iterator<Item = &Event> {
    let mut kept: Vec<&Event> = Vec::new();
    for event in events {
        if let Event::Undone { turn } = event {
            // Only the last exchange of that number: numbers come again after an undo.
            let said = kept.iter().rposition(|known| {
                turn_of(known) == Some(*turn) && matches!(known, Event::Said { .. })
            });
            let first = said.unwrap_or(0);
            let mut at = 0;
            kept.retain(|known| {
                at += 1;
                at <= first || turn_of(known) != Some(*turn)
            });
        } else {
            kept.push(event);
        }
    }
    kept.into_iter()
}

fn turn_of(event: &Event) -> Option<u32> {
    match event {
        Event::Said { turn, .. } => Some(*turn),
        Event::Replied(replied) => Some(replied.turn),
        Event::Coached(coached) => Some(coached.turn),
        Event::Opened(_)
        | Event::Undone { .. }
        | Event::Hinted { .. }
        | Event::Noted { .. }
        | Event::Resumed { .. }
        | Event::Felt { .. }
        | Event::Reflected { .. }
        | Event::Ended { .. } => None,
    }
}

/// The exchanges that stand, out of a run's events. A line whose reply is missing, because the process
/// was killed between the two, was never answered and does not count.
#[must_use]
pub fn exchanges(events: &[Event]) -> Vec<Exchange> {
    let mut exchanges: Vec<Exchange> = Vec::new();
    let mut line: Option<(u32, &str)> = None;
    for event in standing(events) {
        match event {
            Event::Said { turn, text } => line = Some((*turn, text)),
            Event::Replied(replied) => {
                let said = line.take().filter(|(turn, _)| *turn == replied.turn);
                exchanges.push(Exchange {
                    turn: replied.turn,
                    line: said.map(|(_, text)| text.to_owned()).unwrap_or_default(),
                    reply: replied.reply.clone(),
                    assessment: None,
                    rapport: replied.rapport,
                    minutes_left: replied.minutes_left,
                });
            }
            Event::Coached(coached) => {
                if let (Some(assessment), Some(last)) = (&coached.assessment, exchanges.last_mut())
                    && last.turn == coached.turn
                {
                    last.assessment = Some(assessment.clone());
                }
            }
            Event::Opened(_)
            | Event::Undone { .. }
            | Event::Hinted { .. }
            | Event::Noted { .. }
            | Event::Resumed { .. }
            | Event::Felt { .. }
            | Event::Reflected { .. }
            | Event::Ended { .. } => {}
        }
    }
    exchanges
}

/// How the talk of these events ended, if it is over. What is noted after the end leaves it ended.
#[must_use]
pub fn ending(events: &[Event]) -> Option<Ending> {
    let mut ended = None;
    for event in events {
        match event {
            Event::Ended { how } => ended = Some(*how),
            Event::Opened(_)
            | Event::Said { .. }
            | Event::Undone { .. }
            | Event::Resumed { .. } => {
                ended = None;
            }
            Event::Replied(_)
            | Event::Coached(_)
            | Event::Hinted { .. }
            | Event::Noted { .. }
            | Event::Felt { .. }
            | Event::Reflected { .. } => {}
        }
    }
    ended
}

impl Exchange {
    /// The form of its question, if it asked a content question.
    #[must_use]
    pub fn form(&self) -> Option<Form> {
        self.assessment.as_ref().and_then(Assessment::form)
    }
}
