//! What was heard: plain values, each with the reason for it.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::pack::scenario::FollowKind;
use crate::text::words::Word;

/// What a line, or a part of one, does in the talk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Act {
    /// Asks about the other's work, path or views.
    Question,
    /// Says hello.
    Greeting,
    /// Says what one hopes to learn.
    Purpose,
    /// Says who one is.
    Introduction,
    /// Says thank you.
    Thanks,
    /// Shows that one heard: "I see", "wow, eleven weeks".
    Acknowledgement,
    /// Says back what one understood.
    Reflection,
    /// Tells something of oneself, or answers a question.
    Answer,
    /// Asks about, or mentions, the time left.
    TimeCheck,
    /// Offers to get or pay for a coffee.
    CoffeeOffer,
    /// Asks who else to talk to.
    ReferralAsk,
    /// Asks whether one may mention the interviewee's name.
    PermissionAsk,
    /// Asks to stay in touch.
    KeepInTouch,
    /// Says goodbye.
    Goodbye,
    /// Asks for a job.
    JobAsk,
    /// Has nothing to do with the talk.
    OffTopic,
    /// Is unkind.
    Rude,
    /// Cannot be made out.
    Unclear,
    /// Says nothing.
    Silence,
}

impl Act {
    /// All acts.
    pub const ALL: [Self; 19] = [
        Self::Question,
        Self::Greeting,
        Self::Purpose,
        Self::Introduction,
        Self::Thanks,
        Self::Acknowledgement,
        Self::Reflection,
        Self::Answer,
        Self::TimeCheck,
        Self::CoffeeOffer,
        Self::ReferralAsk,
        Self::PermissionAsk,
        Self::KeepInTouch,
        Self::Goodbye,
        Self::JobAsk,
        Self::OffTopic,
        Self::Rude,
        Self::Unclear,
        Self::Silence,
    ];

    /// The act's word in cases, logs and machine formats.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Question => "question",
            Self::Greeting => "greeting",
            Self::Purpose => "purpose",
            Self::Introduction => "introduction",
            Self::Thanks => "thanks",
            Self::Acknowledgement => "acknowledgement",
            Self::Reflection => "reflection",
            Self::Answer => "answer",
            Self::TimeCheck => "time-check",
            Self::CoffeeOffer => "coffee-offer",
            Self::ReferralAsk => "referral-ask",
            Self::PermissionAsk => "permission-ask",
            Self::KeepInTouch => "keep-in-touch",
            Self::Goodbye => "goodbye",
            Self::JobAsk => "job-ask",
            Self::OffTopic => "off-topic",
            Self::Rude => "rude",
            Self::Unclear => "unclear",
            Self::Silence => "silence",
        }
    }

    /// How much an act matters for the reply when a line has several; the highest decides.
    pub(super) const fn weight(self) -> u8 {
        match self {
            Self::JobAsk => 18,
            Self::Rude => 17,
            Self::ReferralAsk => 16,
            Self::PermissionAsk => 15,
            Self::KeepInTouch => 14,
            Self::Question => 13,
            Self::TimeCheck => 12,
            Self::CoffeeOffer => 11,
            Self::Reflection => 10,
            Self::Purpose => 9,
            Self::Goodbye => 8,
            Self::Thanks => 7,
            Self::Introduction => 6,
            Self::Answer => 5,
            Self::Greeting => 4,
            Self::Acknowledgement => 3,
            Self::OffTopic => 2,
            Self::Unclear => 1,
            Self::Silence => 0,
        }
    }
}

/// How a line says less than it seems to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Little {
    /// The same words over and over.
    Again,
    /// Words without any that hold a sentence together.
    Salad,
    /// The partner's own sentence, and nothing else.
    Echo,
    /// Four or more questions, one after the other.
    List,
}

/// The form of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// Invites description, reasons, a story.
    Open,
    /// Yes or no in grammar, open in intent.
    Invited,
    /// Can be answered by yes or no, a choice, or one fact.
    Closed,
}

impl Form {
    /// The form's word on screens and in machine formats.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Invited => "invited",
            Self::Closed => "closed",
        }
    }
}

/// What makes a question harder to answer well.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fault {
    /// Suggests its answer.
    Leading,
    /// Asks two or more things at once.
    Stacked,
    /// Offers two answers to choose from.
    EitherOr,
    /// Ends in "right?", "isn't it?".
    Tag,
    /// Takes something for granted that was never said.
    Assumptive,
    /// Takes very many words.
    Rambling,
}

impl Fault {
    /// All faults.
    pub const ALL: [Self; 6] =
        [Self::Leading, Self::Stacked, Self::EitherOr, Self::Tag, Self::Assumptive, Self::Rambling];

    /// The fault's word on screens and in machine formats.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Leading => "leading",
            Self::Stacked => "stacked",
            Self::EitherOr => "either-or",
            Self::Tag => "tag",
            Self::Assumptive => "assumptive",
            Self::Rambling => "rambling",
        }
    }
}

/// What kind of turn a question is, after Huang, Yeomans, Brooks, Minson & Gino (2017), "It doesn't
/// hurt to ask", JPSP 113(3): follow-ups are the kind that makes people feel listened to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// "How are you?"
    Introductory,
    /// Asks back what was just asked: "And you?"
    Mirror,
    /// Asks on from what was just said.
    FollowUp,
    /// A new question on the subject at hand.
    PartialSwitch,
    /// A new subject.
    FullSwitch,
}

impl Kind {
    /// Whether it asks on from what was said.
    #[must_use]
    pub const fn asks_on(self) -> bool {
        matches!(self, Self::FollowUp | Self::Mirror)
    }

    /// What the kind says of a question, for the reader.
    #[must_use]
    pub const fn reason(self) -> &'static str {
        if self.asks_on() { "asks on from what they said" } else { "begins something of its own" }
    }

    /// The kind's word on screens and in machine formats.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Introductory => "introductory",
            Self::Mirror => "mirror",
            Self::FollowUp => "follow-up",
            Self::PartialSwitch => "partial-switch",
            Self::FullSwitch => "full-switch",
        }
    }
}

/// Why something was decided: the rule, and the words that it rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// The rule's name.
    pub rule: String,
    /// The bytes of the line that the rule rests on.
    pub span: (usize, usize),
    /// One sentence for the reader.
    pub text: String,
}

impl Reason {
    /// A rule that decided, resting on the words of `said` at `place`; they stand in `line`.
    pub(super) fn new(
        line: &str,
        said: &[Word],
        rule: &str,
        place: Range<usize>,
        text: &str,
    ) -> Self {
        let first = said.get(place.start).map_or(0, |word| word.span.start);
        let end = place.end.checked_sub(1).and_then(|at| said.get(at));
        let last = end.map_or(first, |word| word.span.end).min(line.len());
        Self { rule: rule.to_owned(), span: (first.min(last), last), text: text.to_owned() }
    }
}

/// A part of a line that does one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    /// The words of the line it has.
    pub words: Range<usize>,
    /// What it does.
    pub act: Act,
    /// Why that was decided.
    pub reason: Reason,
}

/// The question of a line that counts: the last one.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// The words of the line it has, without lead-in.
    pub words: Range<usize>,
    /// Its form.
    pub form: Form,
    /// Why it has that form.
    pub reason: Reason,
    /// What kind of turn it is; unknown when nothing was said before.
    pub kind: Option<Kind>,
    /// Why it is that kind of turn, with the words that decided.
    pub kind_reason: Option<Reason>,
    /// Its faults, each with the reason.
    pub faults: Vec<(Fault, Reason)>,
    /// Whether it asks on without naming a subject of its own.
    pub follow_up: Option<FollowUp>,
    /// Whether another question of the line leaves room.
    pub has_open_half: bool,
}

impl Question {
    /// Whether the question has a fault.
    #[must_use]
    pub fn has(&self, fault: Fault) -> bool {
        self.faults.iter().any(|(known, _)| *known == fault)
    }
}

/// A question that asks on from the last answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowUp {
    /// What it asks for.
    pub kind: FollowKind,
    /// Whether it has no content of its own at all: "Why?", "What was that like?"
    pub bare: bool,
}

/// The topic a line is about.
#[derive(Debug, Clone, PartialEq)]
pub enum Subject {
    /// One topic.
    Topic(TopicHeard),
    /// One of two topics, too close to call.
    Between(TopicHeard, TopicHeard),
    /// None of the topics.
    None,
}

impl Subject {
    /// The topic that was heard best, even when another was close.
    #[must_use]
    pub const fn best(&self) -> Option<&TopicHeard> {
        match self {
            Self::Topic(best) | Self::Between(best, _) => Some(best),
            Self::None => None,
        }
    }
}

/// A topic, and what speaks for it.
#[derive(Debug, Clone, PartialEq)]
pub struct TopicHeard {
    /// The topic's id.
    pub id: String,
    /// How strong the evidence is, 0 to 1.
    pub score: f32,
    /// The phrasing that spoke for it most.
    pub phrasing: String,
    /// The words that carried it, strongest first.
    pub words: Vec<String>,
    /// The next best topic and its score.
    pub runner_up: Option<(String, f32)>,
}

/// A word that was read as another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Repair {
    /// As typed.
    pub typed: String,
    /// As read.
    pub read: String,
}

/// A line, heard.
#[derive(Debug, Clone, PartialEq)]
pub struct Heard {
    /// The line, cleaned.
    pub line: String,
    /// Its words.
    pub words: Vec<Word>,
    /// Its parts, in order.
    pub segments: Vec<Segment>,
    /// The act that matters most for the reply.
    pub act: Act,
    /// The question that counts, if anything is asked.
    pub question: Option<Question>,
    /// What the line is about.
    pub subject: Subject,
    /// Words of the partner's that the line takes up.
    pub uptake: Vec<String>,
    /// How much of the partner's last words is taken up, 0 to 100.
    pub share_taken_up: u8,
    /// Whether it only looks like a line that asks or listens.
    pub says_little: Option<Little>,
    /// Whether it asks leave to name them, and not for something else, such as taking notes.
    pub for_name: bool,
    /// Words that were read as others.
    pub repairs: Vec<Repair>,
    /// Whether the learner asks to hear the last answer again.
    pub asks_again: bool,
    /// Whether a goodbye ends the talk, rather than saying that nothing more is to be asked.
    pub farewell: bool,
    /// How well each answer of the scenario fits what is asked, best first. Empty if nothing is asked, if it is
    /// asked in the very words of a phrasing, and for an ear that goes by words.
    pub apt: Vec<Apt>,
}

/// How well an answer fits a question.
#[derive(Debug, Clone, PartialEq)]
pub struct Apt {
    /// The answer's id.
    pub answer: String,
    /// How well it fits, in log-odds against the other answers; most lie from -4 to 8.
    pub score: f32,
}

impl Heard {
    /// Whether any part of the line does this.
    #[must_use]
    pub fn does(&self, act: Act) -> bool {
        self.act == act || self.segments.iter().any(|segment| segment.act == act)
    }

    /// The acts of the line's parts, in order, each once.
    #[must_use]
    pub fn acts(&self) -> Vec<Act> {
        let mut acts = Vec::new();
        for segment in &self.segments {
            if !acts.contains(&segment.act) {
                acts.push(segment.act);
            }
        }
        if acts.is_empty() {
            acts.push(self.act);
        }
        acts
    }

    /// The words of the line in a range, as typed.
    #[must_use]
    pub fn typed(&self, words: &Range<usize>) -> &str {
        match (
            self.words.get(words.start),
            words.end.checked_sub(1).and_then(|i| self.words.get(i)),
        ) {
            (Some(first), Some(last)) if words.start < words.end => {
                self.line.get(first.span.start..last.span.end).unwrap_or_default()
            }
            _ => "",
        }
    }
}
