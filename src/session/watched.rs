//! A talk to look at: the learner's lines are given, and the replies and the coach's notes come of playing them.

use super::event::Event;
use super::{Label, Session};
use crate::coach::help::HelpLevel;
use crate::hearing::Ear;
use crate::interviewee::Person;
use crate::pack::placed::Text;

/// One exchange of a talk that is looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Watched {
    /// What the learner says.
    pub line: String,
    /// What the interviewee says.
    pub reply: String,
    /// The coach's note, if there is one.
    pub coach: Option<String>,
}

/// Plays lines with all help, to the last of them or to the end of the talk.
#[must_use]
pub fn watched(person: Person<'_>, ear: &Ear<'_>, lines: &[Text]) -> Vec<Watched> {
    let mut session = Session::open(person, ear, HelpLevel::Full, Label::default());
    let mut watched = Vec::new();
    for line in lines {
        if session.is_over() {
            break;
        }
        let mut exchange =
            Watched { line: line.value().clone(), reply: String::new(), coach: None };
        for event in session.say(line) {
            match event {
                Event::Replied(replied) => exchange.reply.clone_from(&replied.reply.text),
                Event::Coached(coached) if exchange.coach.is_none() => {
                    exchange.coach.clone_from(&coached.text);
                }
                _ => {}
            }
        }
        watched.push(exchange);
    }
    watched
}
