//! Why an answer is not what a line got, and what would be needed for it to come.
//!
//! For the instructor whose best answer never comes. Nothing of what would be needed is guessed: every way is tried
//! with [`reply`], in a state in which the answer's gate holds, and only those that bring the answer are named.

mod needed;
mod words;

pub use self::needed::{Ask, Needed, Step};
use super::answer::{self, HOOK_MEMORY};
use super::follow::LOOK_BACK;
use super::gate::{Unmet, unmet};
use super::speech::Speech;
use super::state::State;
use super::{Person, Reply, reply};
use crate::hearing::Ear;
use crate::hearing::heard::{Act, Fault, Form, Heard, Question};
use crate::pack::scenario::{Answer, FollowKind, Topic};

/// A line, and the moment it was said in.
#[derive(Debug, Clone, Copy)]
pub struct Moment<'a> {
    /// Who is asked.
    pub person: Person<'a>,
    /// What listens to them being asked.
    pub ear: &'a Ear<'a>,
    /// What they remember, before they reply.
    pub state: &'a State,
    /// The line.
    pub heard: &'a Heard,
}

/// Why an answer is not what a line got, and what would be needed.
#[derive(Debug, Clone, PartialEq)]
pub struct WhyNot {
    /// The answer's id.
    pub answer: String,
    /// The topic it is of.
    pub topic: String,
    /// Whether it was told before, or is what came.
    pub told: Told,
    /// What the line got.
    pub came: Reply,
    /// What the line does.
    pub act: Act,
    /// What it asks; none if it asks nothing.
    pub asked: Option<Asked>,
    /// What of the answer's gate does not hold.
    pub unmet: Vec<Unmet>,
    /// The answer that came in its place, if one came.
    pub ahead: Option<Ahead>,
    /// The details and follow-ups that lead to it, those that wait to be picked up first.
    pub ways: Vec<Way>,
    /// What would be needed; nothing if it was told already.
    pub needed: Needed,
}

/// How much of an answer has been told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// Nothing.
    No,
    /// Its short form.
    Short,
    /// All of it, before this line.
    Before,
    /// All of it, to this line: it is what came.
    Now,
}

/// A question, as the answer would have needed it.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    /// Its form.
    pub form: Form,
    /// Whether a closed question can get the answer's short form now.
    pub short: Short,
    /// Whether two things were asked at once, of which only one is answered.
    pub stacked: bool,
    /// The topic that was heard, and how likely, 0 to 1.
    pub heard: Option<(String, f32)>,
    /// The next best topic, and how likely, 0 to 1.
    pub runner_up: Option<(String, f32)>,
    /// How likely the answer's own topic is, 0 to 1.
    pub wanted: f32,
}

/// What a closed question gets of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Short {
    /// Its short form.
    Ready,
    /// Nothing more: the short form has been said.
    Said,
    /// Nothing: there is no short form.
    Missing,
    /// Nothing: it is a gem.
    Gem,
}

/// The answer that came in place of the one that was wanted.
#[derive(Debug, Clone, PartialEq)]
pub struct Ahead {
    /// Its id.
    pub answer: String,
    /// The topic it is of.
    pub topic: String,
    /// Whether it stands before the wanted one, on the same topic.
    pub stands_first: bool,
    /// How well it fits what is asked, in log-odds.
    pub fits: Option<f32>,
    /// How well the wanted one fits, likewise.
    pub wanted_fits: Option<f32>,
}

/// A detail or a follow-up that leads to an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// The answer it belongs to.
    pub from: String,
    /// What leads on.
    pub by: By,
    /// Whether it can be taken now.
    pub lies: Lies,
}

/// What leads on from an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum By {
    /// A detail, by any of these words.
    Words(Vec<String>),
    /// Asking on.
    Kind(FollowKind),
}

/// Whether a way can be taken. Ways that can be come first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lies {
    /// Now.
    Ready,
    /// Once the answer it belongs to has been told.
    Untold,
    /// Not any more: it was taken, or lies too far back.
    Gone,
}

/// Why the answer with this id is not what a line gets; none if no answer is called so.
#[must_use]
pub fn why_not(moment: Moment<'_>, id: &str) -> Option<WhyNot> {
    let Moment { person, state, heard, .. } = moment;
    let (topic, wanted) = person.scenario.answer(id)?;
    let came = reply(person, state, heard);
    let told = if state.was_told(id) {
        Told::Before
    } else if needed::brings(&came, id) {
        Told::Now
    } else if state.was_touched(id) {
        Told::Short
    } else {
        Told::No
    };
    let ways = ways(moment, id);
    let is_done = matches!(told, Told::Before | Told::Now);
    let needed = if is_done { Needed::default() } else { needed::needed(moment, id, &ways) };
    Some(WhyNot {
        answer: id.to_owned(),
        topic: topic.id.value().clone(),
        told,
        act: heard.act,
        asked: heard.question.as_ref().map(|question| asked(moment, topic, wanted, question)),
        unmet: unmet(&wanted.gate, Some(topic), state),
        ahead: ahead(moment, topic, wanted, &came),
        came,
        ways,
        needed,
    })
}

fn asked(moment: Moment<'_>, topic: &Topic, wanted: &Answer, question: &Question) -> Asked {
    let Moment { heard, ear, state, .. } = moment;
    let best = heard.subject.best();
    let likely = || {
        let all = ear.likeliest(heard, usize::MAX);
        let own = all.into_iter().find(|likely| likely.topic.as_ref() == Some(topic.id.value()));
        own.map_or(0.0, |own| own.chance)
    };
    // What is asked in the words of a phrasing is sure, whatever is likely by its words.
    let named = best.filter(|best| best.id == *topic.id.value()).map(|best| best.score);
    let short = if wanted.gem {
        Short::Gem
    } else if wanted.short.is_none() {
        Short::Missing
    } else if state.was_touched(&wanted.id) {
        Short::Said
    } else {
        Short::Ready
    };
    Asked {
        form: question.form,
        short,
        stacked: question.has(Fault::Stacked),
        heard: best.map(|best| (best.id.clone(), best.score)),
        runner_up: best.and_then(|best| best.runner_up.clone()),
        wanted: named.unwrap_or_else(likely),
    }
}

/// The answer that came in place of the wanted one, with what spoke for each.
fn ahead(moment: Moment<'_>, topic: &Topic, wanted: &Answer, came: &Reply) -> Option<Ahead> {
    let Moment { person, state, heard, .. } = moment;
    let other = came.answer.as_ref().filter(|answer| *answer != wanted.id.value())?;
    let (others_topic, theirs) = person.scenario.answer(other)?;
    let question = heard.question.as_ref()?;
    let speech = Speech::new(person, state);
    let asked = answer::asked_with(heard, question);
    // What can be told now is weighed as it was when the reply was decided; what cannot, by what it says alone.
    let fit = |topic: &Topic, answer: &Answer| {
        let told = answer::fits(&speech, heard, question.form, topic, &asked);
        let weighed = told.iter().find(|(known, _)| known.id == answer.id).map(|(_, fit)| *fit);
        let apt = || heard.apt.iter().find(|apt| apt.answer == *answer.id.value());
        if heard.apt.is_empty() { None } else { weighed.or_else(|| Some(apt()?.score)) }
    };
    let place = |answer: &Answer| topic.answers.iter().position(|known| known.id == answer.id);
    let stands_first = place(theirs).is_some_and(|theirs| Some(theirs) < place(wanted));
    Some(Ahead {
        answer: other.clone(),
        topic: others_topic.id.value().clone(),
        stands_first,
        fits: fit(others_topic, theirs),
        wanted_fits: fit(topic, wanted),
    })
}

/// The details and follow-ups that lead to an answer, those that can be taken first.
fn ways(moment: Moment<'_>, id: &str) -> Vec<Way> {
    let Moment { person, state, .. } = moment;
    let mut ways = Vec::new();
    for (_, from) in person.scenario.answers() {
        for hook in from.hooks.iter().filter(|hook| hook.to.value() == id) {
            let offered = state
                .offered
                .iter()
                .rev()
                .find(|known| known.from == *from.id.value() && known.to == id);
            let lies = match offered {
                Some(known) if known.caught => Lies::Gone,
                Some(known) if state.turn.saturating_sub(known.turn) > HOOK_MEMORY => Lies::Gone,
                Some(_) => Lies::Ready,
                None if state.was_told(&from.id) => Lies::Gone,
                None => Lies::Untold,
            };
            let words = hook.words.iter().map(|words| words.value().clone()).collect();
            ways.push(Way { from: from.id.value().clone(), by: By::Words(words), lies });
        }
        let leads =
            |to: &Option<crate::pack::placed::Text>| to.as_ref().is_some_and(|to| to.value() == id);
        for follow in from.follow.iter().filter(|follow| leads(&follow.to)) {
            let kind = *follow.on.value();
            let is_near =
                state.recent.iter().rev().take(LOOK_BACK).any(|near| *near == *from.id.value());
            let lies = if state.followed.contains(&(from.id.value().clone(), kind)) {
                Lies::Gone
            } else if is_near {
                Lies::Ready
            } else if state.was_touched(&from.id) {
                Lies::Gone
            } else {
                Lies::Untold
            };
            ways.push(Way { from: from.id.value().clone(), by: By::Kind(kind), lies });
        }
    }
    ways.sort_by_key(|way| way.lies);
    ways
}
