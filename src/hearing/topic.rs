//! Which topic a line is about.
//!
//! What was learnt of the topics of the built-in bank says how likely each is, by the words of
//! the line and by what it means. A scenario's own phrasings, and those of a bank that was not learnt from,
//! are compared one by one: the likelier it is that the line says what one of them says, the more it is
//! taken for its topic. So an instructor's phrasing counts at once, without anything being learnt anew.
//!
//! All arithmetic is done in a fixed order with operations that every machine rounds alike, so the same line
//! gives the same topic everywhere.

use std::collections::{BTreeMap, HashMap};
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::{LazyLock, OnceLock};

use super::Likely;
use super::classifier::{self, Classifier};
use super::heard::{Subject, TopicHeard};
use super::meaning::{Meaning, exp};
use super::repair::Vocabulary;
use super::uptake::is_content;
use crate::text::stem::Stems;
use crate::text::words::{Word, joined, words};

/// What was learnt of the topics of the built-in bank.
static LEARNT: LazyLock<Classifier> =
    LazyLock::new(|| Classifier::read(include_bytes!("weights/topics.bin")));

/// What lines are "about" that are about none of the topics: a topic with no name.
pub(super) const NO_TOPIC: &str = "";

/// A topic and how people ask about it.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// The topic's id.
    pub id: &'a str,
    /// One way of asking about it.
    pub phrasing: &'a str,
}

/// A line whose best topic is less likely than this is about none.
pub const LEAST: f32 = 0.1;

/// So much the chance that a line is about none weighs against that of the best topic: with 5, a fifth of it is
/// enough to refuse the line. Chosen on development data.
pub const NONE_WEIGHS: f32 = 5.0;

/// The same for a line that is heard by its words alone.
const NONE_WEIGHS_BY_WORDS: f32 = 2.0;

/// Two topics whose chances are nearer than this are too close to call.
pub const BETWEEN: f32 = 0.02;

/// A line this like an own phrasing is as likely as not to say the same, by meaning and by words.
const SAME: f32 = 0.55;
const SAME_WORDS: f32 = 0.45;

/// What a word that marks a topic of the scenario's own adds to likeness, and what it costs to have none: "how
/// did you learn all of this" is like "how did you learn to needle", and about something else.
const MARKED: f32 = 0.12;
const UNMARKED: f32 = -0.25;

/// A line that names such a word is about that topic with this chance, if no learnt topic has that one.
const NAMED: f32 = 0.9;
const EXPLAINED: f32 = 0.5;

/// Of so many own phrasings it is found out what they mean, six milliseconds each; those beyond are compared by
/// their words.
const MOST_MEANINGS: usize = 500;

/// What it adds for a topic that was learnt about, to what was learnt.
const OWN: f32 = 4.5;

/// How fast the chance of saying the same grows with likeness.
const STEEP: f32 = 25.0;

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
    /// For each topic, its place in what was learnt.
    learnt: Vec<Option<usize>>,
    phrasings: Vec<Phrasing>,
    /// For each topic that nothing was learnt about, the stems of the words that mark it, and how often it is
    /// asked with each.
    marks: Vec<Vec<(u32, usize)>>,
    /// The phrasings that nothing was learnt from.
    own: Vec<usize>,
    /// What those mean.
    meanings: OnceLock<Vec<Meaning>>,
    words: HashMap<String, u32>,
    stems: HashMap<String, u32>,
    terms: HashMap<Key, usize, Plain>,
    rarity: Vec<f32>,
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
            let text = joined(&said);
            // What was learnt of another topic says nothing of this one.
            if !LEARNT.has_seen(&text) || !LEARNT.classes().contains(&id) {
                topics.own.push(number);
            }
            let only = topics.verbatim.entry(text).or_insert(Some(number));
            *only = only.filter(|known| {
                topics.phrasings.get(*known).is_none_or(|known| known.topic == topic)
            });
            topics.phrasings.push(Phrasing { topic, text: phrasing.to_owned(), terms });
        }
        let place = |id: &String| LEARNT.classes().iter().position(|known| known == id);
        topics.learnt = topics.ids.iter().map(place).collect();
        topics.weigh();
        topics.find_marks();
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

    /// Turns counts into rarities. Terms have numbers in the order they were first met, so that sums round
    /// alike on every machine.
    fn weigh(&mut self) {
        let all = u32::try_from(self.phrasings.len()).unwrap_or(u32::MAX);
        let mut spread = vec![0_u32; self.terms.len()];
        for (term, _) in self.phrasings.iter().flat_map(|phrasing| &phrasing.terms) {
            spread[*term] += 1;
        }
        self.rarity = spread.iter().map(|some| rarity(all, *some)).collect();
        for phrasing in &mut self.phrasings {
            for (term, weight) in &mut phrasing.terms {
                *weight *= self.rarity[*term];
            }
            phrasing.terms.sort_unstable_by_key(|(term, _)| *term);
            normalise(&mut phrasing.terms);
        }
    }

    /// Finds out what the own phrasings mean.
    pub(super) fn prepare(&self) {
        self.meanings();
    }

    fn meanings(&self) -> &[Meaning] {
        self.meanings.get_or_init(|| {
            self.own_phrasings()
                .take(MOST_MEANINGS)
                .map(|text| Meaning::of_scripted(&text))
                .collect()
        })
    }

    /// The words of the phrasings that nothing was learnt from.
    pub(super) fn own_phrasings(&self) -> impl Iterator<Item = String> {
        self.own.iter().map(|own| joined(&words(&self.phrasings[*own].text)))
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

    /// What words are about, by themselves or with what they mean.
    pub(super) fn about(&self, said: &[Word], meaning: Option<&Meaning>) -> Subject {
        self.decided(said, meaning, None)
    }

    /// The same, as if nobody had written `without` among the phrasings.
    pub(super) fn about_without(
        &self,
        said: &[Word],
        meaning: Option<&Meaning>,
        without: &str,
    ) -> Subject {
        self.decided(said, meaning, Some(without))
    }

    fn decided(&self, said: &[Word], meaning: Option<&Meaning>, without: Option<&str>) -> Subject {
        let Some(chances) = self.chances_without(said, meaning, without) else {
            return Subject::None;
        };
        let order = self.order(&chances);
        let Some((best, _)) = order.first().copied() else { return Subject::None };
        let none = if meaning.is_some() { NONE_WEIGHS } else { NONE_WEIGHS_BY_WORDS };
        if best < LEAST || none * chances.none > best {
            return Subject::None;
        }
        let heard = |place: usize| {
            let (score, topic) = *order.get(place)?;
            let second = order.get(place + 1);
            Some(TopicHeard {
                id: self.ids[topic].clone(),
                score,
                phrasing: self.nearest(&self.terms_of(said), topic),
                words: self.carrying(said, topic),
                runner_up: second.map(|(score, second)| (self.ids[*second].clone(), *score)),
            })
        };
        let second = order.get(1).map_or(0.0, |(score, _)| *score);
        let is_close = best - second < BETWEEN;
        match (heard(0), is_close.then(|| heard(1)).flatten()) {
            (Some(a), Some(b)) => Subject::Between(a, b),
            (Some(a), None) => Subject::Topic(a),
            (None, _) => Subject::None,
        }
    }

    /// Chances and topics, likeliest first.
    fn order(&self, chances: &Chances) -> Vec<(f32, usize)> {
        let mut order: Vec<(f32, usize)> =
            chances.of.iter().copied().zip(0..).filter(|(_, at)| self.is_topic(*at)).collect();
        // Of equals, the topic that was asked about first in the bank.
        order.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        order
    }

    /// How likely each topic is, by its id.
    pub(super) fn chance_of(
        &self,
        said: &[Word],
        meaning: Option<&Meaning>,
    ) -> impl Fn(&str) -> f32 {
        let chances = self.chances(said, meaning);
        move |id: &str| {
            let at = self.ids.iter().position(|known| known == id);
            let chances = chances.as_ref();
            at.and_then(|at| chances?.of.get(at).copied()).unwrap_or(0.0)
        }
    }

    /// What words may be about, likeliest first, at most `most`.
    pub(super) fn likeliest(
        &self,
        said: &[Word],
        meaning: Option<&Meaning>,
        most: usize,
    ) -> Vec<Likely> {
        let Some(chances) = self.chances(said, meaning) else { return Vec::new() };
        let terms = self.terms_of(said);
        let topics = self.order(&chances).into_iter().map(|(chance, topic)| Likely {
            topic: Some(self.ids[topic].clone()),
            chance,
            phrasing: self.nearest(&terms, topic),
        });
        let none = Likely { topic: None, chance: chances.none, phrasing: String::new() };
        let mut likeliest: Vec<Likely> = topics.collect();
        let place = likeliest.iter().position(|topic| topic.chance < none.chance);
        likeliest.insert(place.unwrap_or(likeliest.len()), none);
        likeliest.truncate(most);
        likeliest
    }

    /// How much likelier it is that the words have nothing to do with such a talk than that they are about
    /// the likeliest topic, as the logarithm of the odds; none if it is not likelier.
    pub(super) fn elsewhere(&self, asked: &[Word], meaning: Option<&Meaning>) -> Option<f32> {
        let chances = self.chances(asked, meaning)?;
        let topics = chances.of.iter().zip(0..).filter(|(_, at)| self.is_topic(*at));
        let best = topics.map(|(chance, _)| *chance).fold(f32::MIN_POSITIVE, f32::max);
        (chances.none > best).then(|| log2(chances.none / best) * LN_2)
    }

    fn is_topic(&self, at: usize) -> bool {
        self.ids[at] != NO_TOPIC
    }

    /// How likely each topic is, and that there is none; `None` if nothing is said.
    fn chances(&self, said: &[Word], meaning: Option<&Meaning>) -> Option<Chances> {
        self.chances_without(said, meaning, None)
    }

    fn chances_without(
        &self,
        said: &[Word],
        meaning: Option<&Meaning>,
        without: Option<&str>,
    ) -> Option<Chances> {
        if said.is_empty() {
            return None;
        }
        let sums = LEARNT.sums(said, meaning);
        let shares = self.own_shares(said, meaning, without);
        let mut of: Vec<f32> = vec![f32::MIN; self.ids.len()];
        for (at, place) in self.learnt.iter().enumerate() {
            let Some(place) = place else { continue };
            of[at] = sums[*place] + OWN * shares[at];
        }
        let none = LEARNT.classes().iter().position(|topic| *topic == NO_TOPIC);
        let never = self.ids.iter().position(|id| id == NO_TOPIC);
        if let Some(never) = never {
            of[never] = f32::MIN;
        }
        let never = never.map_or(0.0, |at| shares[at]);
        // What was learnt of topics that this pack does not have is left out.
        of.push(none.map_or(f32::MIN, |at| sums[at]) + OWN * never);
        let mut of = classifier::shares(of);
        let mut none = of.pop().unwrap_or_default();

        // A topic that nothing was learnt about takes its share, and the rest is for the others.
        let topics = || (0..self.ids.len()).filter(|at| self.is_topic(*at));
        let own = topics().filter(|at| self.learnt[*at].is_none());
        let unexplained = topics().all(|at| of[at] < EXPLAINED);
        let own = own.map(|at| {
            let is_named = unexplained && self.names(said, at, without.is_some());
            let share = if is_named { NAMED + (1.0 - NAMED) * shares[at] } else { shares[at] };
            // What somebody wrote that it sounds like this and is not counts against it.
            (at, share * (1.0 - never))
        });
        if let Some((own, share)) = own.reduce(|best, own| if own.1 > best.1 { own } else { best })
        {
            for chance in &mut of {
                *chance *= 1.0 - share;
            }
            none *= 1.0 - share;
            of[own] = share;
        }
        Some(Chances { of, none })
    }

    /// For each topic, how likely it is that a line says what one of its own phrasings says, 0 to 1.
    fn own_shares(
        &self,
        said: &[Word],
        meaning: Option<&Meaning>,
        without: Option<&str>,
    ) -> Vec<f32> {
        let terms = self.terms_of(said);
        let mut most = vec![f32::MIN; self.ids.len()];
        for (at, own) in self.own.iter().enumerate() {
            let phrasing = &self.phrasings[*own];
            if without.is_some_and(|text| joined(&words(&phrasing.text)) == text) {
                continue;
            }
            let likeness = match meaning {
                Some(meaning) => match self.meanings().get(at) {
                    Some(other) => meaning.likeness(other),
                    None => shared(&terms, &phrasing.terms) + SAME - SAME_WORDS,
                },
                None => shared(&terms, &phrasing.terms),
            };
            most[phrasing.topic] = most[phrasing.topic].max(likeness);
        }
        let same = if meaning.is_some() { SAME } else { SAME_WORDS };
        for (topic, likeness) in most.iter_mut().enumerate() {
            if self.learnt[topic].is_none() && meaning.is_some() {
                let is_named = self.names(said, topic, without.is_some());
                *likeness += if is_named { MARKED } else { UNMARKED };
            }
            *likeness = 1.0 / (1.0 + exp(STEEP * (same - *likeness).min(4.0)));
        }
        most
    }

    /// Whether a line has a word that marks a topic; with `again`, one that it is asked with more than once, for a
    /// line that is itself one of those it is asked with.
    fn names(&self, said: &[Word], topic: usize, again: bool) -> bool {
        let least = if again { 2 } else { 1 };
        said.iter().any(|word| {
            let stem = self.number(&word.text);
            self.marks[topic].iter().any(|(mark, times)| *mark == stem && *times >= least)
        })
    }

    /// Finds the words that mark a topic of the scenario's own: those that it is asked with more often than
    /// any other of the scenario, and the bank's topics hardly ever.
    fn find_marks(&mut self) {
        let mut used: BTreeMap<u32, BTreeMap<usize, usize>> = BTreeMap::new();
        for own in &self.own {
            let Phrasing { topic, text, .. } = &self.phrasings[*own];
            for word in words(text).iter().filter(|_| self.is_topic(*topic)) {
                if is_content(&word.text) && LEARNT.is_rare(&word.text) {
                    let stem = used.entry(self.number(&word.text)).or_default();
                    *stem.entry(*topic).or_default() += 1;
                }
            }
        }
        let mut marks = vec![Vec::new(); self.ids.len()];
        for (stem, counts) in used {
            let most = counts.values().copied().max().unwrap_or_default();
            let mut leading = counts.iter().filter(|(_, count)| **count == most);
            if let (Some((topic, _)), None) = (leading.next(), leading.next())
                && self.learnt[*topic].is_none()
            {
                marks[*topic].push((stem, most));
            }
        }
        self.marks = marks;
    }

    /// The words and pairs of a line that phrasings are asked with, in the order of their numbers.
    fn terms_of(&self, said: &[Word]) -> Vec<(usize, f32)> {
        let known = self.keys(said).into_iter().filter_map(|(key, weight)| {
            let term = *self.terms.get(&key)?;
            Some((term, weight * self.rarity[term]))
        });
        let mut terms: Vec<(usize, f32)> = known.collect();
        terms.sort_unstable_by_key(|(term, _)| *term);
        normalise(&mut terms);
        terms
    }

    /// The phrasing of a topic that the line is most like.
    fn nearest(&self, terms: &[(usize, f32)], topic: usize) -> String {
        let mut best: (f32, &str) = (0.0, "");
        for phrasing in self.phrasings.iter().filter(|phrasing| phrasing.topic == topic) {
            let likeness = shared(terms, &phrasing.terms);
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
            let speaks = match self.learnt[topic] {
                Some(place) => LEARNT.speaks(&word.text, place),
                None => self.asked_with(&word.text, topic),
            };
            if speaks > 0.0 && !carrying.iter().any(|(_, known)| *known == word.text) {
                carrying.push((speaks, &word.text));
            }
        }
        carrying.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
        carrying.into_iter().take(4).map(|(_, word)| word.to_owned()).collect()
    }

    /// How telling a word is that a topic is asked with; 0 if it is not.
    fn asked_with(&self, word: &str, topic: usize) -> f32 {
        let Some(term) = self.terms.get(&Key::word(self.number(word))) else { return 0.0 };
        let has = |phrasing: &Phrasing| {
            phrasing.topic == topic && phrasing.terms.iter().any(|(known, _)| known == term)
        };
        if self.phrasings.iter().any(has) { self.rarity[*term] } else { 0.0 }
    }
}

/// How likely each topic is, 0 to 1.
struct Chances {
    of: Vec<f32>,
    /// That it is none of them.
    none: f32,
}

/// How much two lists of terms, each in the order of their numbers and of length one, have in common, 0 to 1.
fn shared(one: &[(usize, f32)], other: &[(usize, f32)]) -> f32 {
    let common = other.iter().filter_map(|(term, theirs)| {
        let place = one.binary_search_by_key(term, |(known, _)| *known).ok()?;
        Some(one[place].1 * theirs)
    });
    common.sum()
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

/// A logarithm, as [`log2`] gives it, of a number of at least 1.
pub(super) fn ln(number: f32) -> f32 {
    log2(number) * LN_2
}

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
            let subject = topics().about(&words(line), None);
            assert_eq!(subject.best().map(|topic| topic.id.as_str()), expected, "{line:?}");
        }
    }

    #[test]
    fn the_phrasing_and_the_words_that_spoke_for_a_topic_are_named() {
        let Subject::Topic(heard) = topics().about(&words("a typical day please"), None) else {
            panic!("a topic is heard");
        };
        assert_eq!(heard.phrasing, "What does a typical day look like?");
        assert_eq!(heard.words[..2], ["day", "typical"]);
    }
}
