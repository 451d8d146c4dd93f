//! The coach: how good the question was, why, and how to put it better.
//!
//! Feedback with a reason and a better wording works ten times as well as right or wrong (0.49 against
//! 0.05, van der Kleij et al. 2015), and one line at most is said during the talk; the rest is for the
//! debrief. The coach changes nothing: it looks at a line in its setting and gives an [`Assessment`].

pub mod better;
pub mod curiosity;
pub mod help;
pub mod hint;
pub mod openness;
pub mod pick;
pub mod prompt;

use serde::{Deserialize, Serialize};

use crate::hearing::Ear;
use crate::hearing::heard::{Act, Fault, Form, Heard, Kind, Reason};
use crate::interviewee::awkward::Turn;
use crate::pack::Pack;

/// The rule by which a line asks whether it may mention their name.
pub const THEIR_NAME: &str = "their-name";

/// Instead of asking for a job: what the same person wants to know, and can be told.
const HOW_TO_GET_IN: &str = "How do people usually get into this line of work?";

/// What the coach knows of the moment a line was said in, beyond the line.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is one thing to know of a moment")]
pub struct Setting {
    /// It picked up a planted detail.
    pub caught: bool,
    /// It asked on from the last answer.
    pub follows: bool,
    /// The last answer offered a detail that nobody has picked up.
    pub hook_waits: bool,
    /// It asked what had been told.
    pub repeats: bool,
    /// It asked what can be read beforehand.
    pub on_web: bool,
    /// It built on homework.
    pub homework: bool,
    /// The line before it asked on in the same bare way.
    pub same_again: bool,
    /// The awkward turn it answered, and whether it met it well.
    pub awkward: Option<(Turn, bool)>,
}

/// What the coach gives for one line. This is the shape of `assess --jsonl`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Assessment {
    /// The act that matters most for the reply.
    pub act: Act,
    /// The acts of the line's parts.
    pub acts: Vec<Act>,
    /// The question that counts; none when nothing is asked.
    pub question: Option<AssessedQuestion>,
    /// The topic; none when the line is about none of them.
    pub topic: Option<AssessedTopic>,
    /// How much room the question leaves, 0 to 100; none when nothing is asked.
    pub openness: Option<u8>,
    /// How much the line shows that one listens and wants to know, 0 to 100.
    pub curiosity: u8,
    /// The parts that make up the figures, and the rules that decided, each with its words.
    pub why: Vec<Reason>,
    /// A better wording; none when nothing is to be gained.
    pub better: Option<String>,
}

/// The question of an [`Assessment`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AssessedQuestion {
    /// Its form.
    pub form: Form,
    /// Its kind; none when nothing was said before.
    pub kind: Option<Kind>,
    /// Its faults.
    pub faults: Vec<Fault>,
}

/// The topic of an [`Assessment`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AssessedTopic {
    /// Its id.
    pub id: String,
    /// How strong the evidence is, 0 to 1.
    pub score: f64,
    /// The next best.
    pub runner_up: Option<RunnerUp>,
}

/// The second-best topic of an [`Assessment`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RunnerUp {
    /// Its id.
    pub id: String,
    /// How strong the evidence is, 0 to 1.
    pub score: f64,
}

/// One named part of a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The part's name.
    pub name: &'static str,
    /// What it adds or takes.
    pub points: i32,
    /// One clause for the reader.
    pub text: &'static str,
}

/// Assesses one line in its setting.
#[must_use]
pub fn assess(ear: &Ear<'_>, pack: &Pack, heard: &Heard, setting: Setting) -> Assessment {
    let openness_parts = openness::parts(heard);
    let curiosity_parts = curiosity::parts(heard, setting);
    let mut why: Vec<Reason> = Vec::new();
    if let Some(question) = &heard.question {
        why.push(question.reason.clone());
        why.extend(question.kind_reason.clone());
        why.extend(question.faults.iter().map(|(_, reason)| reason.clone()));
    } else if let Some(segment) = heard.segments.iter().find(|segment| segment.act == heard.act) {
        why.push(segment.reason.clone());
    }
    let whole = (0, heard.line.len());
    if heard.for_name {
        let text = "asks whether it may name them".to_owned();
        why.push(Reason { rule: THEIR_NAME.to_owned(), span: whole, text });
    }
    why.extend(openness_parts.iter().chain(&curiosity_parts).map(|part| Reason {
        rule: part.name.to_owned(),
        span: whole,
        text: format!("{} ({:+})", part.text, part.points),
    }));
    let question = heard.question.as_ref().map(|question| AssessedQuestion {
        form: question.form,
        kind: question.kind,
        faults: question.faults.iter().map(|(fault, _)| *fault).collect(),
    });
    let topic = heard.subject.best().map(|topic| AssessedTopic {
        id: topic.id.clone(),
        score: rounded(topic.score),
        runner_up: topic
            .runner_up
            .as_ref()
            .map(|(id, score)| RunnerUp { id: id.clone(), score: rounded(*score) }),
    });
    Assessment {
        act: heard.act,
        acts: heard.acts(),
        openness: question.as_ref().map(|_| openness::score(&openness_parts, heard, setting)),
        curiosity: curiosity::score(&curiosity_parts, heard, setting),
        question,
        topic,
        why,
        better: match heard.act {
            Act::JobAsk => Some(HOW_TO_GET_IN.to_owned()),
            _ => better::wording(ear, pack, heard),
        },
    }
}

/// To three digits, as machine formats show it.
fn rounded(score: f32) -> f64 {
    (f64::from(score) * 1000.0).round() / 1000.0
}

impl Assessment {
    /// The form of the question, if the line is a content question.
    #[must_use]
    pub fn form(&self) -> Option<Form> {
        self.question.as_ref().filter(|_| self.act == Act::Question).map(|question| question.form)
    }

    /// Whether the question has a fault.
    #[must_use]
    pub fn has(&self, fault: Fault) -> bool {
        self.question.as_ref().is_some_and(|question| question.faults.contains(&fault))
    }
}
