//! Which topic a line is about: stemmed words and word pairs, weighed by how telling they are, against
//! every phrasing of every topic.
//!
//! A topic's score joins two views: the line's likeness to the topic as a whole (all its phrasings
//! together) and to its nearest single phrasing. The whole beats the nearest example by several points
//! on tasks of this kind; the nearest keeps what is said in one particular way only.
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

/// Thresholds of the decision, chosen on development data (`docs/accuracy.md` has the figures).
#[derive(Debug, Clone, Copy)]
struct Thresholds {
    /// Below this, a line is about none of the topics.
    refuse: f32,
    /// Two topics nearer than this, as a share of the better, are too close to call.
    between: f32,
    /// The share of a line's weight that must be in words that topics are asked with.
    known: f32,
}

const THRESHOLDS: Thresholds = Thresholds { refuse: 0.14, between: 0.035, known: 0.30 };

/// How much the whole topic counts against its nearest phrasing.
const WHOLE: f32 = 0.6;

/// Words of the genre: they stand in every question and tell topics apart badly. Their weight is cut.
const GENRE: &[&str] = &[
    "a", "about", "an", "and", "any", "are", "as", "at", "be", "been", "can", "could", "did", "do",
    "does", "for", "from", "had", "has", "have", "how", "i", "if", "in", "into", "is", "it", "job",
    "just", "like", "me", "mean", "my", "of", "on", "or", "please", "question", "say", "share", "so",
    "some", "someone", "tell", "that", "the", "there", "thing", "things", "think", "this", "to", "us",
    "was", "were", "what", "when", "where", "which", "who", "why", "will", "with", "work", "working",
    "would", "wondering", "you", "your", "yourself", "am", "not", "but", "by", "one", "bit", "know",
    "hear", "ask", "love", "curious", "really", "feel", "kind", "sort", "people", "person", "we", "they",
    "them", "their", "out", "up", "more", "most", "much", "many", "get", "got", "go", "going", "role",
];

/// How much a genre word's weight is cut.
const GENRE_WEIGHT: f32 = 0.25;

/// How much a pair of neighbouring words weighs against a single one.
const PAIR_WEIGHT: f32 = 0.6;

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

#[derive(Debug, Default)]
struct Term {
    weight: f32,
    is_pair: bool,
    in_phrasings: Vec<(usize, f32)>,
    in_topics: Vec<(usize, f32)>,
}

impl Topics {
    /// Reads all phrasings. Topics come in the order of their first phrasing.
    pub(super) fn new<'a>(asked: impl IntoIterator<Item = Asked<'a>>) -> Self {
        let mut topics = Self::default();
        let mut counts: Vec<Vec<(String, f32)>> = Vec::new();
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
            counts.push(terms);
            topics.phrasings.push(Phrasing { topic, text: phrasing.to_owned() });
        }
        topics.weigh(counts, &spread);
        topics
    }

    fn weigh(&mut self, counts: Vec<Vec<(String, f32)>>, spread: &HashMap<String, u32>) {
        let all = u32::try_from(self.phrasings.len()).unwrap_or(u32::MAX);
        let mut wholes: Vec<Vec<(String, f32)>> = vec![Vec::new(); self.ids.len()];
        for (number, terms) in counts.into_iter().enumerate() {
            let mut weighed: Vec<(String, f32)> = terms
                .into_iter()
                .map(|(term, weight)| {
                    let weight = weight * log2(all + 1, spread[&term]);
                    (term, weight)
                })
                .collect();
            normalise(&mut weighed);
            let topic = self.phrasings[number].topic;
            for (term, weight) in weighed {
                let entry = self.terms.entry(term.clone()).or_insert_with(|| Term {
                    weight: log2(all + 1, spread[&term]),
                    is_pair: term.contains(' '),
                    ..Term::default()
                });
                entry.in_phrasings.push((number, weight));
                match wholes[topic].iter_mut().find(|(known, _)| *known == term) {
                    Some((_, sum)) => *sum += weight,
                    None => wholes[topic].push((term, weight)),
                }
            }
        }
        for (topic, mut whole) in wholes.into_iter().enumerate() {
            // Square roots keep a word that half of the phrasings share from drowning the others.
            for (_, weight) in &mut whole {
                *weight = weight.sqrt();
            }
            normalise(&mut whole);
            for (term, weight) in whole {
                if let Some(term) = self.terms.get_mut(&term) {
                    term.in_topics.push((topic, weight));
                }
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
        let stems: Vec<(String, bool)> = said
            .iter()
            .map(|word| (self.stems.of(&word.text), GENRE.contains(&word.text.as_str())))
            .collect();
        let mut terms: Vec<(String, f32)> = Vec::with_capacity(stems.len() * 2);
        let mut add = |term: String, weight: f32| {
            if !terms.iter().any(|(known, _)| *known == term) {
                terms.push((term, weight));
            }
        };
        for (stem, genre) in &stems {
            add(stem.clone(), if *genre { GENRE_WEIGHT } else { 1.0 });
        }
        for pair in stems.windows(2) {
            add(format!("{} {}", pair[0].0, pair[1].0), PAIR_WEIGHT);
        }
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

    /// What the words are about.
    pub(super) fn about(&self, said: &[Word]) -> Subject {
        let mut terms = self.terms_of(said);
        let unknown = log2(u32::try_from(self.phrasings.len()).unwrap_or(u32::MAX), 1);
        let (mut known_weight, mut all_weight) = (0.0_f32, 0.0_f32);
        for (term, weight) in &mut terms {
            let known = self.terms.get(term.as_str());
            let is_pair = term.contains(' ');
            *weight *= known.map_or(unknown, |term| term.weight);
            if !is_pair {
                all_weight += *weight;
                if known.is_some() {
                    known_weight += *weight;
                }
            } else if known.is_none() {
                *weight = 0.0; // an unknown pair says nothing that its words do not
            }
        }
        if known_weight < THRESHOLDS.known * all_weight || all_weight <= 0.0 {
            return Subject::None;
        }
        normalise(&mut terms);

        let mut wholes = vec![0.0_f32; self.ids.len()];
        let mut singles = vec![0.0_f32; self.phrasings.len()];
        for (term, weight) in &terms {
            let Some(term) = self.terms.get(term.as_str()) else { continue };
            for (topic, theirs) in &term.in_topics {
                wholes[*topic] += weight * theirs;
            }
            for (phrasing, theirs) in &term.in_phrasings {
                singles[*phrasing] += weight * theirs;
            }
        }
        let mut nearest: Vec<(f32, usize)> = vec![(0.0, 0); self.ids.len()];
        for (number, likeness) in singles.iter().enumerate() {
            let best = &mut nearest[self.phrasings[number].topic];
            if *likeness > best.0 {
                *best = (*likeness, number);
            }
        }
        let mut scores: Vec<(f32, usize)> = wholes
            .iter()
            .zip(&nearest)
            .enumerate()
            .map(|(topic, (whole, (single, _)))| (WHOLE * whole + (1.0 - WHOLE) * single, topic))
            .collect();
        // Of equals, the topic that was asked about first in the bank.
        scores.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let heard = |place: usize| {
            let (score, topic) = *scores.get(place)?;
            let runner_up = scores.get(place + 1).map(|(score, topic)| (self.ids[*topic].clone(), *score));
            (score > 0.0).then(|| TopicHeard {
                id: self.ids[topic].clone(),
                score: score.min(1.0),
                phrasing: self.phrasings[nearest[topic].1].text.clone(),
                words: self.carrying(&terms, topic),
                runner_up,
            })
        };
        let Some(best) = heard(0).filter(|best| best.score >= THRESHOLDS.refuse) else {
            return Subject::None;
        };
        match heard(1) {
            Some(second) if best.score - second.score < THRESHOLDS.between * best.score => {
                Subject::Between(best, second)
            }
            _ => Subject::Topic(best),
        }
    }

    /// The terms that speak most for a topic, strongest first.
    fn carrying(&self, terms: &[(String, f32)], topic: usize) -> Vec<String> {
        let mut carrying: Vec<(f32, &str)> = terms
            .iter()
            .filter_map(|(term, weight)| {
                let known = self.terms.get(term)?;
                let (_, theirs) = known.in_topics.iter().find(|(id, _)| *id == topic)?;
                (!known.is_pair).then_some((weight * theirs, term.as_str()))
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

/// A logarithm to base two of `all / some`, straight between powers of two.
///
/// The system's own logarithm may differ in its last digit from machine to machine; this cannot.
#[expect(clippy::cast_precision_loss, reason = "counts of phrasings are far below 2^24")]
fn log2(all: u32, some: u32) -> f32 {
    let ratio = all as f32 / some.max(1) as f32;
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
            ("do you own a parrot", None),
            ("", None),
        ];
        for (line, expected) in cases {
            let subject = topics().about(&words(line));
            assert_eq!(subject.best().map(|topic| topic.id.as_str()), expected, "{line:?}");
        }
    }

    #[test]
    fn the_phrasing_and_the_words_that_spoke_for_a_topic_are_named() {
        let Subject::Topic(heard) = topics().about(&words("a typical day please")) else {
            panic!("a topic is heard");
        };
        assert_eq!(heard.phrasing, "What does a typical day look like?");
        assert_eq!(heard.words[..2], ["day", "typic"]);
    }
}
