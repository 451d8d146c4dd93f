//! What can be counted of a run.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::tally::{self, Tally};
use crate::coach::THEIR_NAME;
use crate::hearing::heard::{Act, Form};
use crate::hearing::uptake::is_content;
use crate::interviewee::awkward::Turn;
use crate::interviewee::state::{Effect, State};
use crate::interviewee::{Person, Route};
use crate::session::Exchange;
use crate::text::stem::Stems;
use crate::text::words;

/// How the learner asked. Shares run from 0 to 1; a share is none when there is nothing to divide by.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Process {
    /// Content questions asked.
    pub questions: usize,
    /// Of these, open.
    pub open: usize,
    /// Of these, yes/no in grammar and open in intent.
    pub invited: usize,
    /// Of these, closed.
    pub closed: usize,
    /// Open and invited questions by all.
    pub open_share: Option<f64>,
    /// Questions that asked on from the last answer.
    pub follow_ups: usize,
    /// Follow-ups by all questions.
    pub follow_up_share: Option<f64>,
    /// Lines that used the interviewee's own words.
    pub uptakes: usize,
    /// Questions that showed that the answer was heard first.
    pub acknowledged: usize,
    /// The learner's words by all words.
    pub talk_share: Option<f64>,
    /// Runs of three or more closed questions, each with its first and last turn.
    pub closed_runs: Vec<(u32, u32)>,
    /// Faults, and how often.
    pub faults: BTreeMap<String, usize>,
    /// The moves of a good talk, and whether they were made.
    pub moves: Vec<MoveMade>,
}

/// A move of a good talk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MoveMade {
    /// What it is, for the reader.
    #[serde(rename = "move")]
    pub name: &'static str,
    /// At which turn it was made first; none if it was not.
    pub turn: Option<u32>,
}

/// The name of the move [`Act::TimeCheck`].
pub(super) const A_LOOK_AT_THE_TIME: &str = "a look at the time";

/// The name of the move [`Act::ReferralAsk`].
pub(super) const WHO_ELSE: &str = "who else to talk to";

/// What came of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Outcome {
    /// Rapport before the first word, 0 to 100.
    pub rapport_at_first: i32,
    /// Rapport at the end, 0 to 100.
    pub rapport: i32,
    /// Simulated minutes used, rounded up.
    pub minutes: u32,
    /// Minutes agreed.
    pub minutes_agreed: u32,
    /// Answers told in full.
    pub answers: usize,
    /// Answers of which only the short form was said.
    pub short_answers: usize,
    /// Words of the interviewee after an open question, by median; none without one.
    pub words_when_open: Option<usize>,
    /// Words of the interviewee after a closed question, by median; none without one.
    pub words_when_closed: Option<usize>,
    /// Gems found, by answer, with the turn.
    pub gems: Vec<(String, u32)>,
    /// Gems there are.
    pub gems_there: usize,
    /// Details dropped.
    pub hooks_offered: usize,
    /// Of these, picked up.
    pub hooks_caught: usize,
    /// Contacts given: the name, and whether by introduction.
    pub contacts: Vec<(String, bool)>,
    /// Awkward turns: what it was, at which turn it came, and whether it was met well; none if the talk
    /// ended there.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub awkward: Vec<(Turn, u32, Option<bool>)>,
}

/// Counts how the learner asked.
pub(super) fn process(exchanges: &[Exchange], state: &State) -> Process {
    let mut tally = Tally::default();
    for exchange in exchanges {
        if let Some(known) = &exchange.assessment {
            let is_hook = exchange.reply.route == Route::Hook;
            tally.add(known, is_follow_up(exchange), is_hook || tally::takes_up(known));
        }
        tally.add_words(words::count(&exchange.line), words::count(&exchange.reply.text));
    }
    let asked: Vec<&Exchange> =
        exchanges.iter().filter(|exchange| exchange.form().is_some()).collect();
    Process { closed_runs: closed_runs(&asked), moves: moves(exchanges, state), ..tally.process() }
}

/// Whether a question asked on from the last answer, by its kind or by how it was met.
pub(super) fn is_follow_up(exchange: &Exchange) -> bool {
    let by_kind = exchange.assessment.as_ref().is_some_and(tally::asks_on);
    exchange.form().is_some()
        && (by_kind || matches!(exchange.reply.route, Route::Follow | Route::Hook))
}

fn closed_runs(asked: &[&Exchange]) -> Vec<(u32, u32)> {
    let mut runs = Vec::new();
    let mut running: Vec<u32> = Vec::new();
    let mut finish = |running: &mut Vec<u32>| {
        if let (3.., Some(first), Some(last)) = (running.len(), running.first(), running.last()) {
            runs.push((*first, *last));
        }
        running.clear();
    };
    for exchange in asked {
        if exchange.form() == Some(Form::Closed) {
            running.push(exchange.turn);
        } else {
            finish(&mut running);
        }
    }
    finish(&mut running);
    runs
}

/// The moves that career centres teach for such a talk, in their order.
fn moves(exchanges: &[Exchange], state: &State) -> Vec<MoveMade> {
    let does = |exchange: &Exchange, act: Act| {
        exchange.assessment.as_ref().is_some_and(|known| tally::does(known, act))
    };
    let first = |act: Act| exchanges.iter().find(|exchange| does(exchange, act)).map(|e| e.turn);
    let early = |act: Act| first(act).filter(|turn| *turn <= 4);
    let anything_else =
        exchanges.iter().find(|exchange| exchange.reply.topic.as_deref() == Some("anything-else"));
    let specific_thanks = exchanges.iter().rev().find(|exchange| {
        let names = exchange.assessment.as_ref().is_some_and(|known| {
            known.why.iter().any(|why| why.rule == "uptake" || why.rule == "reflects")
        });
        does(exchange, Act::Thanks)
            && exchange.turn > 4
            && (names || names_something(exchange, exchanges, state))
    });
    let made = |name, turn| MoveMade { name, turn };
    vec![
        made("thanks at the start", early(Act::Thanks)),
        made("what you hope to learn, at the start", early(Act::Purpose)),
        made(A_LOOK_AT_THE_TIME, first(Act::TimeCheck)),
        made("anything else they would add", anything_else.map(|exchange| exchange.turn)),
        made(WHO_ELSE, first(Act::ReferralAsk)),
        made(
            "whether you may mention their name",
            exchanges
                .iter()
                .find(|exchange| {
                    let known = exchange.assessment.as_ref();
                    known.is_some_and(|known| tally::has_rule(known, THEIR_NAME))
                })
                .map(|exchange| exchange.turn),
        ),
        made("staying in touch", first(Act::KeepInTouch)),
        made(
            "thanks for one specific thing, at the end",
            specific_thanks.map(|exchange| exchange.turn),
        ),
    ]
}

/// Whether thanks name something the interviewee told earlier: a detail they dropped, or a telling word of an
/// answer.
fn names_something(exchange: &Exchange, exchanges: &[Exchange], state: &State) -> bool {
    let line = exchange.line.to_lowercase();
    let mut dropped = state.offered.iter().flat_map(|hook| &hook.words);
    if dropped.any(|words| line.contains(&words.to_lowercase())) {
        return true;
    }
    let stems = Stems::default();
    let told =
        exchanges.iter().filter(|told| told.turn < exchange.turn && told.reply.answer.is_some());
    let told: BTreeSet<String> = told
        .flat_map(|told| words::words(&told.reply.text))
        .map(|word| stems.of(&word.text))
        .collect();
    let said = words::words(&exchange.line);
    let mut telling = said.iter().filter(|word| {
        word.text.len() > 3 && is_content(&word.text) && !OF_THANKS.contains(&word.text.as_str())
    });
    telling.any(|word| told.contains(&stems.of(&word.text)))
}

/// Words of thanks and goodbyes, which name nothing.
const OF_THANKS: [&str; 40] = [
    "thank",
    "thanks",
    "time",
    "today",
    "talk",
    "talking",
    "talked",
    "chat",
    "conversation",
    "help",
    "helped",
    "helpful",
    "story",
    "stories",
    "advice",
    "answers",
    "questions",
    "question",
    "work",
    "working",
    "learn",
    "learned",
    "learnt",
    "hear",
    "hearing",
    "tell",
    "telling",
    "told",
    "said",
    "share",
    "sharing",
    "shared",
    "stay",
    "think",
    "know",
    "make",
    "making",
    "forget",
    "meet",
    "touch",
];

/// Counts what came of it.
pub(super) fn outcome(person: Person<'_>, exchanges: &[Exchange], state: &State) -> Outcome {
    let scenario = person.scenario;
    let is_gem = |id: &str| scenario.answer(id).is_some_and(|(_, answer)| answer.gem);
    let told = exchanges.iter().flat_map(|exchange| {
        exchange.reply.effects.iter().filter_map(|effect| match effect {
            Effect::Told { answer } => Some((answer.clone(), exchange.turn)),
            _ => None,
        })
    });
    let lengths = |is_closed: bool| {
        let of_form = exchanges.iter().filter(|exchange| {
            exchange.form().is_some_and(|form| (form == Form::Closed) == is_closed)
        });
        median(of_form.map(|exchange| words::count(&exchange.reply.text)).collect())
    };
    let name = |id: &String| {
        let contact = scenario.contact(id);
        contact.map_or_else(|| id.clone(), |contact| contact.name.value().clone())
    };
    Outcome {
        rapport_at_first: super::rapport_at_first(person),
        rapport: state.rapport,
        minutes: u32::try_from(state.seconds_gone).unwrap_or(0).div_ceil(60),
        minutes_agreed: scenario.minutes(),
        answers: state.told.len(),
        short_answers: state.shortened.len(),
        words_when_open: lengths(false),
        words_when_closed: lengths(true),
        gems: told.filter(|(answer, _)| is_gem(answer)).collect(),
        gems_there: scenario.answers().filter(|(_, answer)| answer.gem).count(),
        hooks_offered: state.offered.len(),
        // Asking about a detail counts, even if it was not time yet to hear what lay behind it.
        hooks_caught: state
            .offered
            .iter()
            .filter(|hook| hook.caught || state.held.contains_key(&hook.to))
            .count(),
        contacts: state.referred.iter().map(|(id, warmly)| (name(id), *warmly)).collect(),
        awkward: awkward(state),
    }
}

/// The awkward turns in the order in which they came.
fn awkward(state: &State) -> Vec<(Turn, u32, Option<bool>)> {
    let turns = state.awkward_turns.iter();
    let mut turns: Vec<_> = turns.map(|(turn, (at, well))| (*turn, *at, *well)).collect();
    turns.sort_by_key(|(_, at, _)| *at);
    turns
}

fn median(mut lengths: Vec<usize>) -> Option<usize> {
    lengths.sort_unstable();
    lengths.get(lengths.len() / 2).copied()
}

#[cfg(test)]
mod tests {
    use super::median;

    #[test]
    fn the_median_of_nothing_is_nothing() {
        assert_eq!(median(vec![]), None);
        assert_eq!(median(vec![9, 1, 5]), Some(5));
    }
}
