//! Why an answer did not come, in sentences for the instructor.

use super::needed::brings;
use super::{Ahead, Ask, Asked, By, Lies, Needed, Short, Step, Told, Way, WhyNot};
use crate::hearing::heard::Form;
use crate::interviewee::answer::FIRST;
use crate::interviewee::gate::Unmet;
use crate::interviewee::{Reply, Route};
use crate::pack::scenario::Fact;

/// Ways that are shown, at most.
const MOST_WAYS: usize = 3;

/// Questions that are shown, at most.
const MOST_ASKS: usize = 2;

/// Words of a detail that are shown, at most.
const MOST_WORDS: usize = 3;

impl WhyNot {
    /// What stood in the way, one sentence each, in the order in which it is decided.
    #[must_use]
    pub fn reasons(&self) -> Vec<String> {
        let mut reasons = Vec::new();
        match self.told {
            Told::Now => return vec!["It is what came: this line was told it.".to_owned()],
            Told::Before => {
                reasons
                    .push("Told: in full, earlier in the talk; nothing is told twice.".to_owned());
            }
            Told::Short => {
                reasons
                    .push("Told: its short form only; the full answer can still come.".to_owned());
            }
            Told::No => {}
        }
        reasons.push(format!("The line got {}.", got(&self.came, self.act.word())));
        if self.told == Told::Before {
            return reasons;
        }
        match &self.asked {
            Some(asked) => {
                reasons.push(topic(&self.topic, asked));
                reasons.extend(form(asked));
            }
            None if self.came.route == Route::Move => {}
            None => reasons.push(format!("Asked: nothing; it is heard as {}.", self.act.word())),
        }
        reasons.extend(self.unmet.iter().map(|unmet| format!("Gate: {}.", lack(unmet))));
        reasons.extend(self.ahead.as_ref().and_then(|ahead| self.in_front(ahead)));
        if !self.ways.is_empty() {
            let shown: Vec<String> = self.ways.iter().take(MOST_WAYS).map(way).collect();
            let more = match self.ways.len().saturating_sub(MOST_WAYS) {
                0 => String::new(),
                more => format!("; and {more} more"),
            };
            reasons.push(format!("Also reached by {}{more}.", shown.join("; or by ")));
        }
        reasons
    }

    /// What put another answer in front of it, if that is not clear from the topic that was heard.
    fn in_front(&self, ahead: &Ahead) -> Option<String> {
        let Ahead { answer, topic: of, stands_first, fits, wanted_fits } = ahead;
        let tells_next = self.came.route == Route::Follow && brings(&self.came, answer);
        if !tells_next && !matches!(self.came.route, Route::Answer | Route::Short) {
            return None;
        }
        let heard = self.asked.as_ref().and_then(|asked| asked.heard.as_ref());
        let figures = match (fits, wanted_fits) {
            (Some(theirs), Some(own)) => format!(" ({theirs:.1} against {own:.1})"),
            _ => String::new(),
        };
        if *of != self.topic {
            let is_clear = heard.is_some_and(|(heard, _)| heard == of);
            let sentence =
                || format!("Instead: `{answer}`, of {of}, fits the question better{figures}.");
            return (!is_clear).then(sentence);
        }
        if tells_next {
            let is_gem = self.asked.as_ref().is_some_and(|asked| asked.short == Short::Gem);
            let next = if is_gem { "next that is no gem" } else { "next of the topic" };
            return Some(format!("Order: asking on gets the {next}, `{answer}`."));
        }
        let fits_better = fits.zip(*wanted_fits).is_some_and(|(theirs, own)| theirs > own);
        Some(match (stands_first, fits_better) {
            (true, true) => {
                format!(
                    "Order: `{answer}` stands before it, and fits the question better{figures}."
                )
            }
            (true, false) if figures.is_empty() => {
                format!("Order: `{answer}` stands before it on the topic.")
            }
            (true, false) => format!(
                "Order: `{answer}` stands before it, and gives way only to what fits better by \
                 {FIRST}{figures}."
            ),
            (false, _) => format!("Order: `{answer}` fits the question better{figures}."),
        })
    }

    /// What would be needed, in one sentence.
    #[must_use]
    pub fn remedy(&self) -> String {
        match self.told {
            Told::Now => "Nothing is needed.".to_owned(),
            Told::Before => "Nothing brings it again; asked again, they give its gist.".to_owned(),
            Told::No | Told::Short => self.needed.words(),
        }
    }
}

/// What a line got.
fn got(came: &Reply, act: &str) -> String {
    let answer = came.answer.as_deref().unwrap_or_default();
    let topic = came.topic.as_deref().unwrap_or_default();
    match came.route {
        Route::Answer => format!("`{answer}`, in full"),
        Route::Short => format!("the short form of `{answer}`"),
        Route::Hook => format!("`{answer}`, by a detail it picked up"),
        Route::Follow => {
            let kind = came.follow.map_or("", |kind| kind.word());
            format!("a follow-up (`{kind}`), with `{answer}`")
        }
        Route::Else => format!("nothing of `{answer}`, which was held back"),
        Route::Move => format!("a courtesy: it was met as {act}"),
        Route::Counter => "thanks for answering what they had asked".to_owned(),
        Route::Unscripted if !answer.is_empty() => {
            format!("the gist of `{answer}` once more: nothing new can be told on {topic}")
        }
        Route::Unscripted => format!("“not my area”, on {topic}"),
        Route::OffTopic => "“that is not what we talk about”".to_owned(),
        Route::Clarify => "“which of the two do you mean?”".to_owned(),
        Route::Fallback => "“I did not follow”".to_owned(),
    }
}

fn topic(wanted: &str, asked: &Asked) -> String {
    let next = |(id, chance): &(String, f32)| format!("; next {id} {chance:.2}");
    let runner_up = asked.runner_up.as_ref().map(next).unwrap_or_default();
    match &asked.heard {
        Some((heard, chance)) if heard == wanted => {
            format!("Topic: {wanted} was heard, at {chance:.2}{runner_up}.")
        }
        Some((heard, chance)) => format!(
            "Topic: it is of {wanted}, which has {:.2}; {heard} was heard, at {chance:.2}{runner_up}.",
            asked.wanted
        ),
        None => {
            format!("Topic: it is of {wanted}, which has {:.2}; no topic was heard.", asked.wanted)
        }
    }
}

fn form(asked: &Asked) -> Option<String> {
    if asked.form == Form::Closed {
        let gets = match asked.short {
            Short::Ready => "it gets the short form at most",
            Short::Said => "it gets the short form at most, and that has been said",
            Short::Missing => "it gets a short form, and this answer has none",
            Short::Gem => "it gets a short form, and a gem is told in full or not at all",
        };
        return Some(format!("Form: closed; {gets}."));
    }
    asked.stacked.then(|| "Form: two questions at once; only one of them is answered.".to_owned())
}

/// What a gate lacks, and by how much.
fn lack(unmet: &Unmet) -> String {
    match unmet {
        Unmet::Rapport { is, needs } => {
            let (word, least) = (needs.word(), needs.least());
            format!(
                "rapport {is}, needs {word}, {least} and more: {} short",
                least.saturating_sub(*is)
            )
        }
        Unmet::After { answer } => format!("after `{answer}`, which was not told yet"),
        Unmet::Minutes { gone, needs } => format!("{gone} of {needs} minutes gone"),
        Unmet::Fact { needs } => format!("fact: you have not {}", needs.words()),
        Unmet::Depth { told, needs } => {
            format!("depth {told} of {needs}: so many answers on the topic were told")
        }
    }
}

fn way(way: &Way) -> String {
    let from = match way.lies {
        Lies::Ready => format!("after `{}`, now", way.from),
        Lies::Untold => format!("after `{}`", way.from),
        Lies::Gone => format!("after `{}`, but no more in this talk", way.from),
    };
    match &way.by {
        By::Words(words) => {
            let shown = words.iter().take(MOST_WORDS).map(|words| format!("“{words}”"));
            format!("asking about {} {from}", joined(&shown.collect::<Vec<_>>(), "or"))
        }
        By::Kind(kind) => format!("`{}` {from}", kind.word()),
    }
}

impl Needed {
    /// What would be needed, in one sentence.
    #[must_use]
    pub fn words(&self) -> String {
        let steps: Vec<String> = self.first.iter().map(Step::words).collect();
        let asks: Vec<String> = self.then.iter().take(MOST_ASKS).map(Ask::words).collect();
        let asks = asks.join("; or ");
        match (steps.is_empty(), asks.is_empty()) {
            (true, true) => {
                "No question that was tried brings it; look at its topic's `ask`, and at what \
                             leads to it."
                    .to_owned()
            }
            (false, true) => format!(
                "It would need: {}; even then no question that was tried brings it.",
                joined(&steps, "and")
            ),
            (true, false) => format!("It would come if you {asks}."),
            (false, false) => {
                format!("It would come after: {}; then {asks}.", joined(&steps, "and"))
            }
        }
    }
}

impl Step {
    /// What to do, as a clause.
    #[must_use]
    pub fn words(&self) -> String {
        match self {
            Self::Tell(answer) => format!("hear `{answer}`"),
            Self::Do(fact) => doing(*fact).to_owned(),
            Self::Minutes(minutes) => format!("let {minutes} minutes go by"),
            Self::Rapport(band) => format!("reach rapport {}", band.least()),
            Self::InTime => "ask before the time is up".to_owned(),
        }
    }
}

impl Ask {
    /// What to ask, as a clause.
    #[must_use]
    pub fn words(&self) -> String {
        match self {
            Self::SameLine => "ask this very line".to_owned(),
            Self::Topic { topic, question, past } => {
                let after = match past.len() {
                    0 => String::new(),
                    _ => {
                        let past: Vec<String> = past.iter().map(|id| format!("`{id}`")).collect();
                        format!(", which tells {} first", joined(&past, "and"))
                    }
                };
                format!("ask openly on {topic} (“{question}”){after}")
            }
            Self::About { words, after: None } => format!("ask about “{words}”"),
            Self::About { words, after: Some(after) } => {
                format!("ask about “{words}” after `{after}`")
            }
            Self::On { kind, after } => {
                format!("ask on from `{after}` (“{}”)", kind.question())
            }
        }
    }
}

/// What the learner is to do, as a clause.
const fn doing(fact: Fact) -> &'static str {
    match fact {
        Fact::Introduced => "say who you are",
        Fact::SaidPurpose => "say what you hope to learn",
        Fact::Thanked => "thank them for the time",
        Fact::DidHomework => "build on your homework",
        Fact::CheckedTime => "check the time",
        Fact::AnsweredBack => "answer a question they ask back",
    }
}

/// A list as one says it: "a, b and c".
fn joined(parts: &[String], word: &str) -> String {
    match parts.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} {word} {last}", rest.join(", ")),
    }
}
