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
use std::hash::{BuildHasherDefault, Hasher};

use super::heard::{Subject, TopicHeard};
use super::repair::Vocabulary;
use super::topic_cue;
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

/// What lines are "about" that sound like a topic and are about none: a topic with no name.
pub(super) const NO_TOPIC: &str = "";

/// A line with less evidence for its best topic than this is about none of them. Chosen on development
/// data so that about six in a hundred real questions are refused.
const EVIDENCE: f32 = 0.256;

/// What it counts for the evidence that all words of a line are known, against likeness.
const KNOWN: f32 = 0.2;

/// Two topics nearer than this, as a share of the better one's score, are too close to call.
const BETWEEN: f32 = 0.02;

/// How much likeness to the whole topic counts against the likelihood of the words.
const ALIKE: f32 = 3.0;

/// What a plain turn of phrase counts for its topic.
const NAMED: f32 = 0.8;

/// What a plain turn of phrase counts as evidence, so that a trade nobody has heard of is no bar.
const NAMED_EVIDENCE: f32 = 0.15;

/// Added to every count, so that a word a topic never used is unlikely and not impossible.
const SMOOTHING: f32 = 0.3;

/// What a word of the question itself weighs against one that leads up to it.
const ASKED: f32 = 1.5;

/// Words of the genre stand in every question and tell topics apart badly; their weight is cut.
const GENRE: &[&str] = &[
    "a",
    "an",
    "the",
    "and",
    "please",
    "just",
    "so",
    "um",
    "tell",
    "wondering",
    "question",
    "ask",
    "me",
    "could",
    "would",
    "can",
    "curious",
    "hear",
    "know",
    "about",
    "i",
    "is",
    "are",
];

/// How much a genre word's weight is cut.
const GENRE_WEIGHT: f32 = 0.7;

/// The phrasings of all topics, ready to be compared with.
#[derive(Debug, Default)]
pub(super) struct Topics {
    ids: Vec<String>,
    phrasings: Vec<Phrasing>,
    words: HashMap<String, u32>,
    stems: HashMap<String, u32>,
    terms: HashMap<Key, usize, Plain>,
    rarity: Vec<f32>,
    /// For each term, how much it speaks for each topic against the others.
    likelihood: Vec<f32>,
    /// For each term, how much each topic as a whole has of it.
    alike: Vec<f32>,
    stemmer: Stems,
    vocabulary: Vocabulary,
    /// The phrasings by their words; none if two topics are asked alike.
    verbatim: HashMap<String, Option<usize>>,
}

#[derive(Debug)]
struct Phrasing {
    topic: usize,
    text: String,
    terms: Vec<(usize, f32)>,
}

/// A word, or a pair of neighbouring words, by the numbers of their stems.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Key(u64);

/// The number of a stem that no topic is asked with.
const UNKNOWN: u32 = u32::MAX;

impl Key {
    fn word(stem: u32) -> Self {
        Self(u64::from(stem))
    }

    fn pair(first: u32, second: u32) -> Self {
        Self((u64::from(first) + 1) << 32 | u64::from(second))
    }

    const fn is_pair(self) -> bool {
        self.0 >> 32 != 0
    }
}

/// Hashes numbers by one multiplication: keys come from us, so nobody can make them collide.
type Plain = BuildHasherDefault<PlainHasher>;

#[derive(Debug, Default, Clone, Copy)]
struct PlainHasher(u64);

impl Hasher for PlainHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = crate::text::draw::fnv(bytes.iter().copied());
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = (number ^ (number >> 29)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 ^= self.0 >> 32;
    }
}

impl Topics {
    /// Reads all phrasings. Topics come in the order of their first phrasing.
    pub(super) fn new<'a>(asked: impl IntoIterator<Item = Asked<'a>>) -> Self {
        let mut topics = Self::default();
        for Asked { id, phrasing } in asked {
            let topic = match topics.phrasings.last() {
                Some(last) if topics.ids[last.topic] == id => last.topic,
                _ => topics.ids.iter().position(|known| known == id).unwrap_or_else(|| {
                    topics.ids.push(id.to_owned());
                    topics.ids.len() - 1
                }),
            };
            let said = words(phrasing);
            for word in &said {
                topics.learn(&word.text);
            }
            let terms: Vec<(usize, f32)> = topics
                .keys(&said)
                .into_iter()
                .map(|(key, weight)| {
                    let next = topics.terms.len();
                    (*topics.terms.entry(key).or_insert(next), weight)
                })
                .collect();
            let number = topics.phrasings.len();
            let only = topics.verbatim.entry(joined(&said)).or_insert(Some(number));
            *only = only.filter(|known| {
                topics.phrasings.get(*known).is_none_or(|known| known.topic == topic)
            });
            topics.phrasings.push(Phrasing { topic, text: phrasing.to_owned(), terms });
        }
        topics.weigh();
        topics
    }

    /// Gives a word's stem a number.
    fn learn(&mut self, word: &str) {
        if self.words.contains_key(word) {
            return;
        }
        self.vocabulary.add(word);
        let stem = self.stemmer.learn(word);
        let next = u32::try_from(self.stems.len()).unwrap_or(UNKNOWN);
        let number = *self.stems.entry(stem).or_insert(next);
        self.words.insert(word.to_owned(), number);
    }

    /// The number of a word's stem.
    fn number(&self, word: &str) -> u32 {
        let known = self.words.get(word).copied();
        known.or_else(|| self.stems.get(&self.stemmer.of(word)).copied()).unwrap_or(UNKNOWN)
    }

    /// The words and pairs of a text, each once, with what they weigh before their rarity.
    fn keys(&self, said: &[Word]) -> Vec<(Key, f32)> {
        let stems: Vec<(u32, f32)> = said
            .iter()
            .map(|word| {
                let weight = if GENRE.contains(&word.text.as_str()) { GENRE_WEIGHT } else { 1.0 };
                (self.number(&word.text), weight)
            })
            .collect();
        let pairs = stems.windows(2).map(|pair| (Key::pair(pair[0].0, pair[1].0), 1.0));
        let mut keys: Vec<(Key, f32)> =
            stems.iter().map(|(stem, weight)| (Key::word(*stem), *weight)).chain(pairs).collect();
        keys.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
        keys.dedup_by_key(|(key, _)| *key);
        keys
    }

    /// Turns counts into rarities, likelihoods and likenesses. Terms have numbers in the order they were
    /// first met, so that sums round alike on every machine.
    fn weigh(&mut self) {
        let (topics, terms) = (self.ids.len(), self.terms.len());
        let all = u32::try_from(self.phrasings.len()).unwrap_or(u32::MAX);
        let mut spread = vec![0_u32; terms];
        for (term, _) in self.phrasings.iter().flat_map(|phrasing| &phrasing.terms) {
            spread[*term] += 1;
        }
        self.rarity = spread.iter().map(|some| rarity(all, *some)).collect();
        let mut counts = vec![0.0_f32; topics * terms];
        for phrasing in &mut self.phrasings {
            for (term, weight) in &mut phrasing.terms {
                *weight *= self.rarity[*term];
            }
            normalise(&mut phrasing.terms);
            for (term, weight) in &phrasing.terms {
                counts[term * topics + phrasing.topic] += weight;
            }
        }
        let sums: Vec<f32> =
            counts.chunks(topics.max(1)).map(|counts| counts.iter().sum()).collect();
        let mut totals = vec![0.0_f32; topics];
        let mut squares = vec![0.0_f32; topics];
        for (counts, sum) in counts.chunks(topics.max(1)).zip(&sums) {
            for topic in 0..topics {
                totals[topic] += sum - counts[topic] + SMOOTHING;
                squares[topic] += counts[topic]; // a square root, squared
            }
        }
        self.likelihood = vec![0.0; topics * terms];
        let rows = self.likelihood.chunks_mut(topics.max(1)).zip(counts.chunks(topics.max(1)));
        for ((likelihood, counts), sum) in rows.zip(&sums) {
            let mut mean = 0.0;
            for topic in 0..topics {
                likelihood[topic] = log2(totals[topic] / (sum - counts[topic] + SMOOTHING));
                mean += likelihood[topic];
            }
            #[expect(clippy::cast_precision_loss, reason = "there are few topics")]
            let mean = mean / topics as f32;
            for weight in likelihood {
                *weight -= mean;
            }
        }
        let lengths: Vec<f32> =
            squares.iter().map(|square| square.sqrt().max(f32::MIN_POSITIVE)).collect();
        for counts in counts.chunks_mut(topics.max(1)) {
            for (count, length) in counts.iter_mut().zip(&lengths) {
                // Square roots keep a word that half of the phrasings share from drowning the others.
                *count = count.sqrt() / length;
            }
        }
        self.alike = counts;
    }

    /// The stems that topics are asked with.
    pub(super) fn stems(&self) -> &Stems {
        &self.stemmer
    }

    /// The topic that is asked about in these very words.
    ///
    /// What an instructor writes under `ask` is heard as that, however likely it is to be about
    /// something else.
    pub(super) fn word_for_word(&self, said: &[Word]) -> Option<Subject> {
        let Phrasing { topic, text, .. } = &self.phrasings[(*self.verbatim.get(&joined(said))?)?];
        if self.ids[*topic] == NO_TOPIC {
            return Some(Subject::None);
        }
        Some(Subject::Topic(TopicHeard {
            id: self.ids[*topic].clone(),
            score: 1.0,
            phrasing: text.clone(),
            words: self.carrying(said, *topic),
            runner_up: None,
        }))
    }

    /// Takes in a word that the partner uses, so that it is not taken for a slip.
    pub(super) fn know(&mut self, word: &str) {
        self.vocabulary.know(word);
    }

    /// The words that topics are asked with.
    pub(super) fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// What the words are about; those of the question itself, at `asked`, weigh more.
    pub(super) fn about(&self, said: &[Word], asked: &[Word]) -> Subject {
        let Some(standing) = self.standing(said, asked) else { return Subject::None };
        let Some((best, topic)) = standing.order.first().copied() else { return Subject::None };
        if standing.evidence(topic) < EVIDENCE || self.ids[topic] == NO_TOPIC {
            return Subject::None;
        }
        let mut order = standing.order.clone();
        order.retain(|(_, topic)| self.ids[*topic] != NO_TOPIC);
        let heard = |place: usize| {
            let (_, topic) = *order.get(place)?;
            let second = order.get(place + 1);
            Some(TopicHeard {
                id: self.ids[topic].clone(),
                score: standing.evidence(topic),
                phrasing: self.nearest(&standing.terms, topic),
                words: self.carrying(said, topic),
                // Likelihood decides who comes second, so likeness alone may put it ahead.
                runner_up: second.map(|(_, second)| {
                    let theirs = standing.evidence(*second).min(standing.evidence(topic));
                    (self.ids[*second].clone(), theirs)
                }),
            })
        };
        let second = order.get(1).map_or(f32::MIN, |(score, _)| *score);
        let is_close = best - second < BETWEEN * best;
        match (heard(0), is_close.then(|| heard(1)).flatten()) {
            (Some(a), Some(b)) => Subject::Between(a, b),
            (Some(a), None) => Subject::Topic(a),
            (None, _) => Subject::None,
        }
    }

    /// How much more the words are like what has nothing to do with such a talk than like any topic; none if
    /// they are not, or are only unknown.
    pub(super) fn elsewhere(&self, asked: &[Word]) -> Option<f32> {
        let standing = self.standing(asked, asked)?;
        let (best, topic) = standing.order.first().copied()?;
        let second = standing.order.get(1).map_or(0.0, |(score, _)| *score);
        let is_elsewhere = self.ids[topic] == NO_TOPIC && standing.evidence(topic) >= EVIDENCE;
        is_elsewhere.then_some(best - second)
    }

    /// How all topics stand to the words; none if no word is known.
    fn standing(&self, said: &[Word], asked: &[Word]) -> Option<Standing> {
        let topics = self.ids.len();
        let stressed = self.keys(asked);
        let unknown = rarity(u32::try_from(self.phrasings.len()).unwrap_or(u32::MAX), 0);
        let (mut known_weight, mut all_weight) = (0.0_f32, 0.0_f32);
        let mut terms: Vec<(usize, f32)> = Vec::new();
        for (key, mut weight) in self.keys(said) {
            if stressed.binary_search_by_key(&key, |(known, _)| *known).is_ok() {
                weight *= ASKED;
            }
            let term = self.terms.get(&key).copied();
            weight *= term.map_or(unknown, |term| self.rarity[term]);
            if !key.is_pair() {
                all_weight += weight;
                known_weight += if term.is_some() { weight } else { 0.0 };
            }
            terms.extend(term.map(|term| (term, weight)));
        }
        if known_weight <= 0.0 {
            return None;
        }
        let known = KNOWN * known_weight / all_weight;
        normalise(&mut terms);

        let mut likelihood = vec![0.0_f32; topics];
        let mut alike = vec![0.0_f32; topics];
        for (term, weight) in &terms {
            let row = term * topics..(term + 1) * topics;
            for (sum, theirs) in likelihood.iter_mut().zip(&self.likelihood[row.clone()]) {
                *sum += weight * theirs;
            }
            for (sum, theirs) in alike.iter_mut().zip(&self.alike[row]) {
                *sum += weight * theirs;
            }
        }
        let mut order: Vec<(f32, usize)> =
            (0..topics).map(|topic| (likelihood[topic] + ALIKE * alike[topic], topic)).collect();
        let named = topic_cue::find(if asked.is_empty() { said } else { asked });
        let named = named.and_then(|id| self.ids.iter().position(|known| known == id));
        if let Some(topic) = named {
            order[topic].0 += NAMED;
        }
        // Of equals, the topic that was asked about first in the bank.
        order.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        Some(Standing { order, alike, known, named, terms })
    }

    /// The phrasing of a topic that the line is most like.
    fn nearest(&self, terms: &[(usize, f32)], topic: usize) -> String {
        let mut sorted = terms.to_vec();
        sorted.sort_unstable_by_key(|(term, _)| *term);
        let mut best: (f32, &str) = (0.0, "");
        for phrasing in self.phrasings.iter().filter(|phrasing| phrasing.topic == topic) {
            let shared = phrasing.terms.iter().filter_map(|(term, theirs)| {
                let place = sorted.binary_search_by_key(term, |(known, _)| *known).ok()?;
                Some(sorted[place].1 * theirs)
            });
            let likeness: f32 = shared.sum();
            if likeness > best.0 {
                best = (likeness, &phrasing.text);
            }
        }
        best.1.to_owned()
    }

    /// The words that speak most for a topic, strongest first.
    fn carrying(&self, said: &[Word], topic: usize) -> Vec<String> {
        let mut carrying: Vec<(f32, &str)> = Vec::new();
        for word in said {
            let Some(term) = self.terms.get(&Key::word(self.number(&word.text))) else { continue };
            let place = term * self.ids.len() + topic;
            let speaks = self.rarity[*term] * (self.likelihood[place] + ALIKE * self.alike[place]);
            if speaks > 0.0 && !carrying.iter().any(|(_, known)| *known == word.text) {
                carrying.push((speaks, &word.text));
            }
        }
        carrying.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
        carrying.into_iter().take(4).map(|(_, word)| word.to_owned()).collect()
    }
}

/// How all topics stand to some words.
struct Standing {
    /// Score and number of each topic, best first.
    order: Vec<(f32, usize)>,
    /// How alike each topic is.
    alike: Vec<f32>,
    /// What is added for words that are known at all.
    known: f32,
    /// The topic that is asked about in a plain turn of phrase.
    named: Option<usize>,
    /// The terms of the words, and their weights.
    terms: Vec<(usize, f32)>,
}

impl Standing {
    /// How strong the evidence for a topic is, 0 to 1.
    fn evidence(&self, topic: usize) -> f32 {
        let plain = if self.named == Some(topic) { NAMED_EVIDENCE } else { 0.0 };
        (self.alike[topic] + self.known + plain).min(1.0)
    }
}

/// The words of a text, one space between them.
fn joined(said: &[Word]) -> String {
    said.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ")
}

fn normalise(terms: &mut [(usize, f32)]) {
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
    let bits = ratio.max(1.0).to_bits();
    let whole = (bits >> 23).saturating_sub(127);
    let rest = f32::from_bits((bits & 0x007f_ffff) | 0x3f80_0000);
    #[expect(clippy::cast_precision_loss, reason = "an exponent is below 128")]
    let whole = whole as f32;
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
        assert_eq!(heard.words[..2], ["day", "typical"]);
    }
}
