//! What was said in a talk, and whether a note remembers it right.
//!
//! A sentence of the note is held against each thing that the person said: by the words they share, which count
//! the more the fewer things have them, and by how alike the two are in meaning. What anybody knows of the
//! person, and what every note has, does not count.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

use super::element::cues;
use super::sentence::Sentence;
use crate::hearing::cue::Cues;
use crate::hearing::meaning::Meaning;
use crate::interviewee::state::Effect;
use crate::session::Session;
use crate::text::stem::Stems;
use crate::text::words::{Word, joined, words};

/// What was said in a talk.
#[derive(Debug, Clone, Default)]
pub struct Told {
    /// Each thing the person said, by its gist and in full.
    said: Vec<Thing>,
    /// Words that anybody knows of this person: their name, their field, where they work.
    known: BTreeSet<String>,
    /// The names of the people the learner was referred to.
    contacts: Vec<String>,
}

#[derive(Debug, Clone)]
struct Thing {
    gist: String,
    stems: BTreeSet<String>,
    /// What each of its sentences means.
    meanings: Vec<Meaning>,
    is_gem: bool,
}

/// What a note remembers of a talk.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Recalled {
    /// The bytes of the note that name something said, if any do.
    pub said: Option<Range<usize>>,
    /// What was said there, in short.
    pub gist: Option<String>,
    /// The bytes of the note that name something as said which was not.
    pub not_said: Option<Range<usize>>,
    /// Up to three things worth mentioning, the most candid first.
    pub worth_mentioning: Vec<String>,
}

/// A sentence with fewer words of its own than this remembers nothing.
const OWN: usize = 2;

/// So much has to be shared: two words that few other things have. Chosen with the three numbers below on 52
/// notes, half of which name what was said (`tests/it/data/notes.tsv`).
const SHARED: f32 = 4.0;

/// And it has to be this part of what the sentence has of its own, or the two this much alike in meaning.
const PART: f32 = 0.3;
const ALIKE: f32 = 0.45;

/// So many things worth mentioning are offered.
const MOST_WORTH: usize = 3;

/// In a short talk a word counts as it would in one with this many things said.
const USUAL_TALK: usize = 30;

/// What is this much alike in meaning is the same, in whatever words.
const SAME: f32 = 0.55;

impl Told {
    /// What was said in a rehearsal.
    #[must_use]
    pub fn of(session: &Session<'_>) -> Self {
        let scenario = session.person().scenario;
        let person = scenario.interviewee.as_ref();
        let known = person
            .into_iter()
            .flat_map(|person| [&person.name, &person.role, &person.organisation]);
        let known = known.chain(scenario.field.as_ref()).chain([&scenario.title]);
        let mut told = Self::new(known.map(|text| text.as_str()));
        told.add("", session.opening(), false);
        for exchange in session.exchanges() {
            let mut answers = exchange.reply.effects.iter().filter_map(|effect| match effect {
                Effect::Told { answer }
                | Effect::Shortened { answer }
                | Effect::Followed { answer, .. } => scenario.answer(answer),
                _ => None,
            });
            let answer = answers.next_back().map(|(_, answer)| answer);
            let gist = answer.map(|answer| answer.gist.as_str()).unwrap_or_default();
            let contact = exchange.reply.contact.as_ref().and_then(|id| scenario.contact(id));
            told.contacts.extend(contact.map(|contact| contact.name.value().clone()));
            told.add(gist, &exchange.reply.text, answer.is_some_and(|answer| answer.gem));
        }
        told
    }

    /// A talk with a person of whom `known` is known beforehand.
    pub fn new<'a>(known: impl IntoIterator<Item = &'a str>) -> Self {
        let known = known.into_iter().flat_map(stems).collect();
        Self { said: Vec::new(), known, contacts: Vec::new() }
    }

    /// The words of a note that name somebody whom the learner was referred to.
    pub(super) fn names_contact(&self, sentences: &[Sentence]) -> Option<Range<usize>> {
        let names: Vec<Word> = self.contacts.iter().flat_map(|name| words(name)).collect();
        let said = sentences.iter().flat_map(|sentence| &sentence.words);
        let mut named = said.filter(|word| {
            word.capital && names.iter().any(|name| name.key == word.key && name.text.len() > 2)
        });
        named.next().map(|word| word.span.clone())
    }

    /// Adds a thing that was said.
    pub fn add(&mut self, gist: &str, said: &str, is_gem: bool) {
        let mut stems: BTreeSet<String> = stems(said).into_iter().chain(stems(gist)).collect();
        stems.retain(|stem| !self.known.contains(stem));
        let meanings = said.split_inclusive(['.', '!', '?']);
        let meanings = meanings.map(|sentence| Meaning::of(&joined(&words(sentence)))).collect();
        self.said.push(Thing { gist: gist.to_owned(), stems, meanings, is_gem });
    }

    /// What the sentences of a note remember.
    pub(super) fn recalled(&self, sentences: &[Sentence]) -> Recalled {
        let mut recalled = Recalled::default();
        for sentence in sentences.iter().filter(|sentence| !sentence.has_gap) {
            if recalled.said.is_some() && recalled.not_said.is_some() {
                break;
            }
            let own: BTreeSet<String> = of_words(&sentence.words)
                .filter(|stem| !self.known.contains(stem) && !is_usual(stem))
                .collect();
            let place =
                || Some(sentence.words.first()?.span.start..sentence.words.last()?.span.end);
            if own.len() < OWN {
                continue;
            }
            match self.remembered(sentence, &own) {
                Some(thing) if recalled.said.is_none() => {
                    recalled.said = place();
                    recalled.gist = Some(thing.gist.clone());
                }
                None if recalled.not_said.is_none() && tells_of_the_talk(sentence) => {
                    recalled.not_said = place();
                }
                _ => {}
            }
        }
        let (gems, others): (Vec<&Thing>, Vec<&Thing>) =
            self.said.iter().partition(|thing| thing.is_gem);
        let gists = gems.into_iter().chain(others).map(|thing| thing.gist.clone());
        let mut worth: Vec<String> = Vec::new();
        for gist in gists.filter(|gist| !gist.is_empty()) {
            if worth.len() < MOST_WORTH && !worth.contains(&gist) {
                worth.push(gist);
            }
        }
        recalled.worth_mentioning = worth;
        recalled
    }

    /// The thing that a sentence remembers, if it remembers any; of several, what it shares most with.
    fn remembered(&self, sentence: &Sentence, own: &BTreeSet<String>) -> Option<&Thing> {
        let meant = Meaning::of(&joined(&sentence.words));
        let all: f32 = own.iter().map(|stem| self.rarity(stem)).sum();
        let best = self
            .said
            .iter()
            .map(|thing| {
                let shared =
                    thing.stems.intersection(own).map(|stem| self.rarity(stem)).sum::<f32>();
                let alike = thing.meanings.iter().map(|meaning| meaning.likeness(&meant));
                (thing, shared, alike.fold(-1.0, f32::max))
            })
            .filter(|(_, shared, alike)| {
                *alike >= SAME || *shared >= SHARED && (*shared >= PART * all || *alike >= ALIKE)
            });
        // Of equals, what was said last.
        best.max_by(|one, other| one.1.total_cmp(&other.1)).map(|(thing, ..)| thing)
    }

    /// How few things have a word: the logarithm of how many things there are to each that has it.
    fn rarity(&self, stem: &str) -> f32 {
        let having = self.said.iter().filter(|thing| thing.stems.contains(stem)).count();
        #[expect(clippy::cast_precision_loss, reason = "a few hundred things")]
        let ratio = self.said.len().max(USUAL_TALK) as f32 / having.max(1) as f32;
        ratio.ln()
    }
}

/// Whether a sentence says that something was said, rather than wishing to hear of it.
fn tells_of_the_talk(sentence: &Sentence) -> bool {
    static SAID: LazyLock<Cues<()>> = LazyLock::new(|| {
        cues(&[
            "you said|told|mentioned|described|explained|shared|talked|spoke|recommended|suggested|compared",
            "what you",
            "your story|stories|point|advice|example|remark|tip|line|account|description of|about|that|on|to|from",
            "the story|part|example|trick|rule of|about|where|when|with|that|from",
            "hearing|learning|learned|learnt|heard about|how|that",
            "i did not know|realise|realize|expect",
            "had not known",
            "never have guessed|thought|expected",
        ])
    });
    SAID.find(&sentence.words).is_some()
}

fn stems(text: &str) -> Vec<String> {
    of_words(&words(text)).collect()
}

/// The stems of the words that carry something.
fn of_words(words: &[Word]) -> impl Iterator<Item = String> + '_ {
    let stemmer = Stems::default();
    words
        .iter()
        .filter(|word| word.text.len() > 2 && crate::hearing::uptake::is_content(&word.text))
        .map(move |word| stemmer.of(&word.text))
}

/// Words that a note has whatever was said.
const USUAL: &[&str] = &[
    "thank",
    "thanks",
    "time",
    "talk",
    "speak",
    "spoke",
    "conversation",
    "chat",
    "meet",
    "meeting",
    "met",
    "insight",
    "insights",
    "advice",
    "appreciate",
    "appreciated",
    "enjoy",
    "enjoyed",
    "learn",
    "learned",
    "learnt",
    "learning",
    "work",
    "career",
    "path",
    "role",
    "field",
    "company",
    "story",
    "really",
    "helpful",
    "thoughts",
    "thought",
    "generous",
    "generosity",
    "share",
    "shared",
    "sharing",
    "told",
    "said",
    "mention",
    "mentioned",
    "describe",
    "described",
    "explain",
    "explained",
    "advise",
    "suggest",
    "suggested",
    "today",
    "yesterday",
    "morning",
    "afternoon",
    "week",
    "great",
    "good",
    "lovely",
    "nice",
    "pleasure",
    "grateful",
    "gratitude",
    "valuable",
    "useful",
    "interesting",
    "inspiring",
    "experience",
    "experiences",
    "question",
    "questions",
    "answer",
    "answers",
    "answered",
    "listen",
    "people",
    "person",
    "thing",
    "things",
    "especially",
    "particularly",
    "stay",
    "stayed",
    "touch",
    "keep",
    "hope",
    "look",
    "looking",
    "forward",
    "think",
    "thinking",
    "feel",
    "felt",
    "know",
    "knew",
    "want",
    "wanted",
    "help",
    "helped",
    "start",
    "started",
    "life",
    "job",
    "day",
    "year",
    "years",
    "way",
    "lot",
    "much",
    "made",
    "make",
    "makes",
    "taking",
    "took",
    "take",
    "give",
    "gave",
    "hear",
    "heard",
    "hearing",
    "point",
    "part",
    "moment",
    "mind",
    "understand",
    "remember",
    "reminded",
    "perspective",
];

fn is_usual(stem: &str) -> bool {
    static STEMS: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
        let stemmer = Stems::default();
        USUAL.iter().flat_map(|usual| [(*usual).to_owned(), stemmer.of(usual)]).collect()
    });
    STEMS.contains(stem)
}
