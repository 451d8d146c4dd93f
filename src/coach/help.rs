//! How much help there is. Help fades: gains in open questions vanish when feedback is switched off at
//! once (`ClientBot`, Tanana et al. 2019, n = 151), so there are steps between all and none.

use serde::{Deserialize, Serialize};

use super::{Assessment, Setting};
use crate::hearing::heard::{Act, Fault, Form, Kind};
use crate::interviewee::awkward::Turn;

/// How much help the coach gives during a talk.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum HelpLevel {
    /// A word on every question, and prompts with a full line.
    #[default]
    Full,
    /// A word when something is to be gained, and prompts with opening words.
    Hints,
    /// A word only after the second time running, and prompts by name.
    Nudges,
    /// Nothing until the debrief: the run whose figures count.
    Silent,
}

impl HelpLevel {
    /// All levels, most help first.
    pub const ALL: [Self; 4] = [Self::Full, Self::Hints, Self::Nudges, Self::Silent];

    /// The level's word on the command line and in logs.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Hints => "hints",
            Self::Nudges => "nudges",
            Self::Silent => "silent",
        }
    }
}

/// The one quiet line the coach says after an exchange, if any.
///
/// `before` are the assessments of the lines before, oldest first; `gained_before` says that the last of
/// them could have been put better; `threads` are the details that the
/// reply dropped, and that a next question could pick up.
#[must_use]
pub fn line(
    assessment: &Assessment,
    setting: Setting,
    before: &[&Assessment],
    gained_before: bool,
    threads: &[&str],
    level: HelpLevel,
) -> Option<String> {
    let gains = is_to_be_gained(assessment, setting);
    if let Some(said) = setting.awkward.and_then(|(turn, well)| on_awkward(turn, well, level)) {
        return Some(said);
    }
    match level {
        HelpLevel::Silent => None,
        HelpLevel::Nudges => (gains && gained_before).then(|| remark(assessment, setting)),
        HelpLevel::Hints => gains.then(|| remark(assessment, setting)),
        HelpLevel::Full if gains => Some(remark(assessment, setting)),
        HelpLevel::Full => praise(assessment, setting, before, threads),
    }
}

/// What is said of how an awkward turn was met.
fn on_awkward(turn: Turn, well: bool, level: HelpLevel) -> Option<String> {
    let said = match (level, well) {
        (HelpLevel::Silent, _) | (HelpLevel::Nudges, true) => return None,
        (HelpLevel::Full | HelpLevel::Hints, true) => turn.done_well(),
        (HelpLevel::Full | HelpLevel::Hints | HelpLevel::Nudges, false) => turn.advice(),
    };
    Some(said.to_owned())
}

/// Whether the line could be put better.
pub(crate) fn is_to_be_gained(assessment: &Assessment, setting: Setting) -> bool {
    let faulty = assessment.question.as_ref().is_some_and(|question| !question.faults.is_empty());
    assessment.act == Act::JobAsk
        || assessment.act == Act::Rude
        || (assessment.act == Act::Question
            && (assessment.form() == Some(Form::Closed)
                || faulty
                || setting.repeats
                || setting.on_web
                || setting.same_again))
}

/// What is said to a good line: what it did, if that is new, and the details it brought to light.
fn praise(
    assessment: &Assessment,
    setting: Setting,
    before: &[&Assessment],
    threads: &[&str],
) -> Option<String> {
    let is_open = assessment.act == Act::Question
        && (setting.caught || assessment.openness.is_some_and(|openness| openness >= 60));
    if assessment.act != Act::Reflection && !is_open {
        return None;
    }
    // The same praise after every line is noise: a plain open question is named the first time only.
    let kind = |known: &Assessment| known.question.as_ref().and_then(|question| question.kind);
    let is_plain = is_open && !setting.caught && kind(assessment) != Some(Kind::FollowUp);
    let said_before = is_plain && before.iter().any(|known| known.openness >= Some(60));
    let what = if said_before { String::new() } else { what(assessment, setting) };
    let named: Vec<String> = threads.iter().map(|thread| format!("“{thread}”")).collect();
    let threads = match named.as_slice() {
        [] => String::new(),
        [one] => format!("There is a thread to pick up: {one}."),
        many => format!("Threads to pick up: {}.", many.join(", ")),
    };
    let said = format!("{what} {threads}");
    Some(said.trim().to_owned()).filter(|said| !said.is_empty())
}

/// What is said: first what it was, then why, then a better wording.
fn remark(assessment: &Assessment, setting: Setting) -> String {
    let what = what(assessment, setting);
    match &assessment.better {
        Some(better)
            if assessment.form() != Some(Form::Invited) || is_to_be_gained(assessment, setting) =>
        {
            format!("{what} Try: “{better}”")
        }
        _ => what,
    }
}

fn what(assessment: &Assessment, setting: Setting) -> String {
    let fault = |fault: Fault| assessment.has(fault);
    let text = if assessment.act == Act::JobAsk {
        "That asks for a job, and doors close. Ask how people get in, and what they would advise."
    } else if assessment.act == Act::Rude {
        "That was hard for them to hear. A word of apology and a real question can mend it."
    } else if fault(Fault::Leading) {
        "That suggests its own answer, so you learn whether they agree and little else."
    } else if fault(Fault::Stacked) {
        "Two questions at once: people answer one. Ask the one you most want to know."
    } else if fault(Fault::EitherOr) {
        "Two answers to choose from leave out the true one."
    } else if fault(Fault::Assumptive) {
        "That takes something for granted which they have not said."
    } else if setting.on_web {
        "They have this on their page. Start from it instead: “I read that…, how…?”"
    } else if setting.repeats {
        "They have told you this. Ask on from what they said."
    } else if setting.same_again {
        "The same short question again. Take up one of their words instead."
    } else if assessment.form() == Some(Form::Closed) {
        "Closed: a word or two answers it."
    } else if fault(Fault::Rambling) {
        "The question came late in a long line. Shorter is easier to answer."
    } else if setting.caught {
        "You picked up a detail they dropped. That is where the good things are."
    } else if assessment.act == Act::Reflection {
        "You said back what you understood. People notice."
    } else if assessment.question.as_ref().and_then(|question| question.kind)
        == Some(Kind::FollowUp)
        && (setting.follows || assessment.why.iter().any(|why| why.rule == "uptake"))
    {
        "You asked on from their words."
    } else if assessment.form() == Some(Form::Invited) {
        "Open in intent, and kind."
    } else {
        "Open: it leaves them room."
    };
    text.to_owned()
}
