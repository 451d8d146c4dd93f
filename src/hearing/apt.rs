//! Which of a person's answers fits a question best.
//!
//! A topic is what a question is about in general; which of several answers on it, or beside it, really replies
//! to the question is another matter. Five things are asked of each answer, and added up: how likely its topic
//! is, how alike the question is in meaning to its gist, to its first words and to its last, and which rare
//! words the two share. The weights were learnt from 204 questions on the built-in people that somebody else
//! wrote and marked with the answers that fit; `docs/understanding.md` says how well that does.

use std::collections::{BTreeMap, BTreeSet};

use super::heard::Apt;
use super::meaning::{Meaning, beginning_of};
use super::topic::ln;
use super::uptake::is_content;
use crate::pack::scenario::{Answer, Scenario};
use crate::text::stem::Stems;
use crate::text::words::{Word, joined, key, words};

/// What each thing weighs: the logarithm of the topic's chance, likenesses from -1 to 1, and the logarithm of how
/// rare a shared word is.
const CHANCE: f32 = 0.52;
const GIST: f32 = 4.3;
const BEGINNING: f32 = 5.8;
const END: f32 = 3.6;
const WORD: f32 = 0.37;

/// A topic that is not likely at all still has this chance.
const SOME_CHANCE: f32 = 0.001;

/// What is known of a person's answers.
#[derive(Debug)]
pub(super) struct Answers {
    all: Vec<Known>,
    /// How rare each stem is among the answers.
    rarity: BTreeMap<u64, f32>,
    stems: Stems,
}

#[derive(Debug)]
struct Known {
    id: String,
    topic: String,
    gist: Meaning,
    beginnings: Vec<Meaning>,
    ends: Vec<Meaning>,
    stems: BTreeSet<u64>,
}

impl Answers {
    /// Looks at all answers of a scenario.
    pub(super) fn of(scenario: &Scenario) -> Self {
        let stems = Stems::default();
        let all: Vec<Known> = scenario
            .answers()
            .map(|(topic, answer)| Known {
                id: answer.id.value().clone(),
                topic: topic.id.value().clone(),
                gist: Meaning::of_scripted(&plain(&answer.gist)),
                beginnings: answer
                    .say
                    .iter()
                    .map(|say| Meaning::of_scripted(&beginning_of(say)))
                    .collect(),
                ends: answer.say.iter().map(|say| Meaning::of_end(say)).collect(),
                stems: stems_of(answer, &stems),
            })
            .collect();
        let mut rarity: BTreeMap<u64, f32> = BTreeMap::new();
        for stem in all.iter().flat_map(|known| &known.stems) {
            *rarity.entry(*stem).or_default() += 1.0;
        }
        #[expect(clippy::cast_precision_loss, reason = "a few hundred answers")]
        let count = all.len() as f32 + 1.0;
        for times in rarity.values_mut() {
            *times = ln((count / (*times + 0.5)).max(1.0));
        }
        Self { all, rarity, stems }
    }

    /// How well each answer fits a question, best first; `chance` gives how likely a topic is.
    pub(super) fn fitting(
        &self,
        asked: &[Word],
        meaning: &Meaning,
        chance: &dyn Fn(&str) -> f32,
    ) -> Vec<Apt> {
        let own: BTreeSet<u64> = asked
            .iter()
            .filter(|word| is_content(&word.text))
            .map(|word| key(&self.stems.of(&word.text)))
            .collect();
        let most = |meanings: &[Meaning]| {
            meanings.iter().map(|known| known.likeness(meaning)).fold(0.0_f32, f32::max)
        };
        let mut fitting: Vec<Apt> = self
            .all
            .iter()
            .map(|known| {
                let shared = own.intersection(&known.stems);
                let words: f32 = shared
                    .filter_map(|stem| self.rarity.get(stem))
                    .fold(0.0, |sum, rare| sum + rare);
                let chance = (chance(&known.topic) + SOME_CHANCE).min(1.0);
                let score = GIST * known.gist.likeness(meaning)
                    + BEGINNING * most(&known.beginnings)
                    + END * most(&known.ends)
                    + WORD * words
                    - CHANCE * ln(1.0 / chance);
                Apt { answer: known.id.clone(), score }
            })
            .collect();
        // Of equals, the one that stands first in the file.
        fitting.sort_by(|a, b| b.score.total_cmp(&a.score));
        fitting
    }
}

/// What stands in an answer: its gist, its words in every form, and its details.
fn stems_of(answer: &Answer, stems: &Stems) -> BTreeSet<u64> {
    let hooks = answer.hooks.iter().flat_map(|hook| &hook.words);
    let texts = [&answer.gist].into_iter().chain(&answer.short).chain(&answer.say).chain(hooks);
    texts
        .flat_map(|text| words(text))
        .filter(|word| is_content(&word.text))
        .map(|word| key(&stems.of(&word.text)))
        .collect()
}

/// A text as its meaning is looked up.
pub(super) fn plain(text: &str) -> String {
    joined(&words(text))
}
