//! Which topic a line is about: stemmed words and word pairs, weighed by how telling they are, against
//! every phrasing of every topic.
//!
//! Two views are joined. One asks how much likelier each word is in this topic than in all the others
//! together (complement naive Bayes: Rennie, Shih, Teevan & Karger 2003, "Tackling the poor assumptions
//! of naive Bayes text classifiers"); the other how alike the line is to the topic as a whole. Both are
//! learnt from the bank in one pass when a pack is opened. A nearest single phrasing decides worse than
//! either, by ten points on other people's questions; it is kept to show what spoke for a topic.
//!
//! All arithmetic is addition, multiplication, division and square roots in a fixed order, which every
//! machine rounds alike, so the same line gives the same topic everywhere.

use std::collections::HashMap;

use super::heard::{Subject, TopicHeard};
use super::repair::Vocabulary;
use crate::text::stem::Stems;
use crate::text::words::{Word, words};

/// A topic and how people ask about it.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// The topic's id.
    pub id: &'a str,
    /// One way of asking about it.
    pub phrasing: &'a str,
}

/// A line with less evidence for its best topic than this is about none of them. Chosen on development
/// data so that about six in a hundred real questions are refused.
const EVIDENCE: f32 = 0.245;

/// What it counts for the evidence that all words of a line are known, against likeness.
const KNOWN: f32 = 0.2;

/// Two topics nearer than this, as a share of the better one's score, are too close to call.
const BETWEEN: f32 = 0.02;

/// How much likeness to the whole topic counts against the likelihood of the words.
const ALIKE: f32 = 3.0;

/// Added to every count, so that a word a topic never used is unlikely and not impossible.
const SMOOTHING: f32 = 0.3;

/// What a word of the question itself weighs against one that leads up to it.
const ASKED: f32 = 1.5;

/// Words of the genre stand in every question and tell topics apart badly; their weight is cut.
const GENRE: &[&str] = &[
    "a", "an", "the", "and", "please", "just", "so", "um", "tell", "wondering", "question", "ask", "me",
    "could", "would", "can", "curious", "hear", "know", "about", "i", "is", "are",
];

/// How much a genre word's weight is cut.
const GENRE_WEIGHT: f32 = 0.7;

/// The phrasings of all topics, ready to be compared with.
#[derive(Debug, Default)]
pub(super) struct Topics {
    ids: Vec<String>,
    phrasings: Vec<Phrasing>,
    terms: HashMap<String, Term>,
    stems: Stems,
    vocabulary: Vocabulary,
}

#[derive(Debug)]
struct Phrasing {
    topic: usize,
    text: String,
}

/// A word or a pair of neighbouring words.
#[derive(Debug, Default)]
struct Term {
    /// How rare it is.
    rarity: f32,
    /// How much it speaks for each topic against the others.
    likelihood: Vec<f32>,
    /// How much each topic as a whole has of it.
    in_topics: Vec<f32>,
    /// The phrasings it stands in.
    in_phrasings: Vec<(usize, f32)>,
}

impl Topics {
    /// Reads all phrasings. Topics come in the order of their first phrasing.
    pub(super) fn new<'a>(asked: impl IntoIterator<Item = Asked<'a>>) -> Self {
        let mut topics = Self::default();
        let mut texts: Vec<Vec<(String, f32)>> = Vec::new();
        let mut spread: HashMap<String, u32> = HashMap::new();
        for Asked { id, phrasing } in asked {
            let topic = topics.ids.iter().position(|known| known == id).unwrap_or_else(|| {
                topics.ids.push(id.to_owned());
                topics.ids.len() - 1
            });
            let said = words(phrasing);
            for word in &said {
                topics.vocabulary.add(&word.text);
            }
            let terms = topics.learn(&said);
            for (term, _) in &terms {
                *spread.entry(term.clone()).or_default() += 1;
            }
            texts.push(terms);
            topics.phrasings.push(Phrasing { topic, text: phrasing.to_owned() });
        }
        topics.count(texts, &spread);
        topics.weigh();
        topics
    }

    /// Counts how much of each term each topic has.
    fn count(&mut self, texts: Vec<Vec<(String, f32)>>, spread: &HashMap<String, u32>) {
        let all = u32::try_from(self.phrasings.len()).unwrap_or(u32::MAX);
        for (number, mut terms) in texts.into_iter().enumerate() {
            for (term, weight) in &mut terms {
                *weight *= rarity(all, spread[term.as_str()]);
            }
            normalise(&mut terms);
            let topic = self.phrasings[number].topic;
            let topics = self.ids.len();
            for (text, weight) in terms {
                let rarity = rarity(all, spread[text.as_str()]);
                let term = self.terms.entry(text).or_insert_with(|| Term {
                    rarity,
                    in_topics: vec![0.0; topics],
                    ..Term::default()
                });
                term.in_topics[topic] += weight;
                term.in_phrasings.push((number, weight));
            }
        }
    }

    /// Turns counts into likelihoods and likenesses.
    fn weigh(&mut self) {
        let topics = self.ids.len();
        // In the order of the words, so that sums round alike on every machine.
        let mut names: Vec<String> = self.terms.keys().cloned().collect();
        names.sort_unstable();
        let mut totals = vec![0.0_f32; topics];
        let mut squares = vec![0.0_f32; topics];
        for name in &names {
            let counts = &self.terms[name].in_topics;
            let all: f32 = counts.iter().sum();
            for topic in 0..topics {
                totals[topic] += all - counts[topic] + SMOOTHING;
                squares[topic] += counts[topic]; // a square root, squared
            }
        }
        for name in &names {
            let Some(term) = self.terms.get_mut(name) else { continue };
            let all: f32 = term.in_topics.iter().sum();
            let mut likelihood: Vec<f32> = (0..topics)
                .map(|topic| {
                    let elsewhere = all - term.in_topics[topic] + SMOOTHING;
                    log2(totals[topic] / elsewhere)
                })
                .collect();
            #[expect(clippy::cast_precision_loss, reason = "there are few topics")]
            let mean = likelihood.iter().sum::<f32>() / topics.max(1) as f32;
            for weight in &mut likelihood {
                *weight -= mean;
            }
            term.likelihood = likelihood;
            for (count, square) in term.in_topics.iter_mut().zip(&squares) {
                // Square roots keep a word that half of the phrasings share from drowning the others.
                *count = if *square > 0.0 { count.sqrt() / square.sqrt() } else { 0.0 };
            }
        }
    }

    fn learn(&mut self, said: &[Word]) -> Vec<(String, f32)> {
        for word in said {
            self.stems.learn(&word.text);
        }
        self.terms_of(said)
    }

    /// The stems and pairs of a text, each once, with what they weigh before their rarity.
    fn terms_of(&self, said: &[Word]) -> Vec<(String, f32)> {
        let stems: Vec<(String, f32)> = said
            .iter()
            .map(|word| {
                let weight = if GENRE.contains(&word.text.as_str()) { GENRE_WEIGHT } else { 1.0 };
                (self.stems.of(&word.text), weight)
            })
            .collect();
        let mut terms: Vec<(String, f32)> = Vec::with_capacity(stems.len() * 2);
        for pair in stems.windows(2) {
            terms.push((format!("{} {}", pair[0].0, pair[1].0), 1.0));
        }
        terms.extend(stems);
        terms.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
        terms.dedup_by(|later, first| later.0 == first.0);
        terms
    }

    /// The stems that topics are asked with.
    pub(super) fn stems(&self) -> &Stems {
        &self.stems
    }

    /// The words that topics are asked with.
    pub(super) fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// What the words are about; those of the question itself, at `asked`, weigh more.
    pub(super) fn about(&self, said: &[Word], asked: &[Word]) -> Subject {
        let mut terms = self.terms_of(said);
        let stressed = self.terms_of(asked);
        let unknown = rarity(u32::try_from(self.phrasings.len()).unwrap_or(u32::MAX), 0);
        let (mut known_weight, mut all_weight) = (0.0_f32, 0.0_f32);
        for (term, weight) in &mut terms {
            if stressed.binary_search_by(|(known, _)| known.as_str().cmp(term)).is_ok() {
                *weight *= ASKED;
            }
            let known = self.terms.get(term.as_str());
            let is_pair = term.contains(' ');
            *weight *= known.map_or(unknown, |term| term.rarity);
            if !is_pair {
                all_weight += *weight;
                if known.is_some() {
                    known_weight += *weight;
                }
            }
            if known.is_none() {
                *weight = 0.0; // how much of the line is unknown has its own threshold
            }
        }
        if all_weight <= 0.0 {
            return Subject::None;
        }
        let known = KNOWN * known_weight / all_weight;
        normalise(&mut terms);

        let mut likelihood = vec![0.0_f32; self.ids.len()];
        let mut alike = vec![0.0_f32; self.ids.len()];
        for (term, weight) in &terms {
            let Some(term) = self.terms.get(term.as_str()) else { continue };
            for topic in 0..self.ids.len() {
                likelihood[topic] += weight * term.likelihood[topic];
                alike[topic] += weight * term.in_topics[topic];
            }
        }
        let mut scores: Vec<(f32, usize)> =
            (0..self.ids.len()).map(|topic| (likelihood[topic] + ALIKE * alike[topic], topic)).collect();
        // Of equals, the topic that was asked about first in the bank.
        scores.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let Some((best, topic)) = scores.first().copied() else { return Subject::None };
        let evidence = |topic: usize| (alike[topic] + known).min(1.0);
        if evidence(topic) < EVIDENCE || known_weight <= 0.0 {
            return Subject::None;
        }
        let heard = |place: usize| {
            let (_, topic) = *scores.get(place)?;
            let second = scores.get(place + 1).map(|(_, topic)| (self.ids[*topic].clone(), evidence(*topic)));
            Some(TopicHeard {
                id: self.ids[topic].clone(),
                score: evidence(topic),
                phrasing: self.nearest(&terms, topic),
                words: self.carrying(&terms, topic),
                runner_up: second,
            })
        };
        let second = scores.get(1).map_or(f32::MIN, |(score, _)| *score);
        match (heard(0), heard(1)) {
            (Some(a), Some(b)) if best - second < BETWEEN * best => Subject::Between(a, b),
            (Some(a), _) => Subject::Topic(a),
            (None, _) => Subject::None,
        }
    }

    /// The phrasing of a topic that the line is most like.
    fn nearest(&self, terms: &[(String, f32)], topic: usize) -> String {
        let mut likeness: HashMap<usize, f32> = HashMap::new();
        let mut best: (f32, usize) = (0.0, usize::MAX);
        for (term, weight) in terms {
            let Some(term) = self.terms.get(term.as_str()) else { continue };
            for (phrasing, theirs) in &term.in_phrasings {
                if self.phrasings[*phrasing].topic == topic {
                    let sum = likeness.entry(*phrasing).or_default();
                    *sum += weight * theirs;
                    // Of equals, the one that stands first.
                    if *sum > best.0 || (*sum >= best.0 && *phrasing < best.1) {
                        best = (*sum, *phrasing);
                    }
                }
            }
        }
        self.phrasings.get(best.1).map(|phrasing| phrasing.text.clone()).unwrap_or_default()
    }

    /// The words that speak most for a topic, strongest first.
    fn carrying(&self, terms: &[(String, f32)], topic: usize) -> Vec<String> {
        let mut carrying: Vec<(f32, &str)> = terms
            .iter()
            .filter(|(term, _)| !term.contains(' '))
            .filter_map(|(term, weight)| {
                let known = self.terms.get(term)?;
                let speaks = weight * (known.likelihood[topic] + ALIKE * known.in_topics[topic]);
                (speaks > 0.0).then_some((speaks, term.as_str()))
            })
            .collect();
        carrying.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
        carrying.into_iter().take(4).map(|(_, term)| term.to_owned()).collect()
    }
}

fn normalise(terms: &mut [(String, f32)]) {
    let length = terms.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt();
    if length > 0.0 {
        for (_, weight) in terms {
            *weight /= length;
        }
    }
}

/// How rare a term is that stands in `some` of `all` phrasings; 1 for one that stands in all.
#[expect(clippy::cast_precision_loss, reason = "counts of phrasings are far below 2^24")]
fn rarity(all: u32, some: u32) -> f32 {
    1.0 + log2((all as f32 + 1.0) / (some as f32 + 1.0)) * LN_2
}

/// Logarithms to base two become natural ones by this factor.
const LN_2: f32 = std::f32::consts::LN_2;

/// A logarithm to base two, straight between powers of two, of a number of at least 1.
///
/// The system's own logarithm may differ in its last digit from machine to machine; this cannot.
fn log2(ratio: f32) -> f32 {
    let mut whole = 0.0;
    let mut rest = ratio.max(1.0);
    while rest >= 2.0 {
        rest /= 2.0;
        whole += 1.0;
    }
    whole + (rest - 1.0)
}

#[cfg(test)]
mod tests {
    use super::{Asked, Topics};
    use crate::hearing::heard::Subject;
    use crate::text::words::words;

    fn topics() -> Topics {
        Topics::new([
            Asked { id: "career-path", phrasing: "How did you get into engineering?" },
            Asked { id: "career-path", phrasing: "What was your path to this job?" },
            Asked { id: "day-to-day", phrasing: "What does a typical day look like?" },
            Asked { id: "day-to-day", phrasing: "Walk me through a normal week" },
            Asked { id: "enjoy", phrasing: "What do you enjoy most?" },
            Asked { id: "enjoy", phrasing: "Which part of the week makes you smile?" },
        ])
    }

    #[test]
    fn the_telling_words_decide() {
        let cases = [
            ("tell me about your path", Some("career-path")),
            ("what is a typical week", Some("day-to-day")),
            ("what do you really enjoy about it", Some("enjoy")),
            ("parrots fly south", None),
            ("", None),
        ];
        for (line, expected) in cases {
            let subject = topics().about(&words(line), &[]);
            assert_eq!(subject.best().map(|topic| topic.id.as_str()), expected, "{line:?}");
        }
    }

    #[test]
    fn the_phrasing_and_the_words_that_spoke_for_a_topic_are_named() {
        let Subject::Topic(heard) = topics().about(&words("a typical day please"), &[]) else {
            panic!("a topic is heard");
        };
        assert_eq!(heard.phrasing, "What does a typical day look like?");
        assert_eq!(heard.words[..2], ["day", "typic"]);
    }
}
