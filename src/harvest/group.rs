//! Lines that ask the same, put together.

use std::collections::{BTreeMap, BTreeSet};

use super::gathering::{Line, MOST_TALKS, Then, Trouble};
use super::private::is_masked;
use super::suggestion::{Suggestion, Today, reworded};
use crate::hearing::heard::{Heard, Question};
use crate::hearing::meaning::Meaning;
use crate::hearing::uptake::is_content;
use crate::hearing::{Before, Ear, Likely, words_of_topic};
use crate::pack::Pack;
use crate::pack::scenario::Scenario;
use crate::text::stem::Stems;
use crate::text::words::{joined, words};

/// Lines this alike ask the same; see [`About::likeness`].
const ALIKE: f32 = 0.6;

/// A line that is understood and this like the one before it was a second try.
const SECOND_TRY: f32 = 0.35;

/// What it adds to the likeness of two meanings if all words of content are shared.
const SHARED: f32 = 0.25;

/// Of so many lines the meaning is found out, some ten milliseconds each.
const MOST_MEANINGS: usize = 1_500;

/// Wordings of a group that are worth adding.
const MOST_WORDINGS: usize = 3;

/// A wording has so many words, at least and at most.
const WORDS: std::ops::RangeInclusive<usize> = 2..=25;

/// Topics that are named as nearest.
const NEAREST: usize = 3;

/// Lines that ask the same, and what to do about them.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// The lines, the most frequent first.
    pub lines: Vec<Line>,
    /// How often they were said.
    pub times: u32,
    /// In how many talks; 5,000 a line are told apart.
    pub talks: usize,
    /// How they went wrong, and how often so.
    pub troubles: BTreeMap<Trouble, u32>,
    /// The topics that the first line is nearest to, by the pack as it is now, and "none of them" where that is likelier.
    pub nearest: Vec<Likely>,
    /// Questions out of the lines that could be added to a topic: none of them masked, and none known.
    pub wordings: Vec<String>,
    /// What to do.
    pub suggestion: Suggestion,
}

/// Puts lines of one scenario into groups. Lines must come as [`super::Gathering::lines`] gives them.
#[derive(Debug)]
pub struct Sorting<'a> {
    pack: &'a Pack,
    scenario: &'a Scenario,
    ear: Ear<'a>,
    stems: Stems,
    /// The questions that the scenario knows, by their words.
    known: BTreeSet<String>,
    met: usize,
    groups: Vec<Begun>,
}

/// A group in the making; the first line is what the others are compared with.
#[derive(Debug)]
struct Begun {
    about: About,
    today: Today,
    lines: Vec<Line>,
    /// What second tries were understood as, and how often.
    then: BTreeMap<String, u32>,
    wordings: Vec<String>,
}

/// What a line is about, to be compared with others.
#[derive(Debug)]
struct About {
    meaning: Option<Meaning>,
    stems: BTreeSet<String>,
}

impl<'a> Sorting<'a> {
    /// No groups yet.
    #[must_use]
    pub fn of(pack: &'a Pack, scenario: &'a Scenario) -> Self {
        let asks = scenario.topics.iter().flat_map(|topic| &topic.ask);
        let known = asks.map(|ask| joined(&words(ask))).collect();
        let ear = Ear::new(pack, Some(scenario));
        Self { pack, scenario, ear, stems: Stems::default(), known, met: 0, groups: Vec::new() }
    }

    /// Puts a line to the group it is most like, or begins one.
    pub fn add(&mut self, line: Line) {
        self.met += 1;
        let about = self.about(&line.text, self.met <= MOST_MEANINGS);
        let mut then = BTreeMap::new();
        let is_second_try = |next: &Then| {
            about.likeness(&self.about(&next.text, about.meaning.is_some())) >= SECOND_TRY
        };
        reworded(&line, &is_second_try, &mut then);
        let then: BTreeMap<String, u32> =
            then.into_iter().map(|(topic, times)| (topic.to_owned(), times)).collect();

        let mut best: Option<(f32, usize)> = None;
        for (at, group) in self.groups.iter().enumerate() {
            let likeness = group.about.likeness(&about);
            // Of equals, the group of the more frequent line.
            if likeness >= ALIKE && best.is_none_or(|(most, _)| likeness > most) {
                best = Some((likeness, at));
            }
        }
        match best.and_then(|(_, at)| self.groups.get_mut(at)) {
            Some(group) => {
                for (topic, times) in then {
                    *group.then.entry(topic).or_default() += times;
                }
                if group.wordings.len() < MOST_WORDINGS {
                    let heard = self.ear.hear(&line.text, Before::default());
                    let wording = wording(&heard, &self.known, &group.wordings);
                    group.wordings.extend(wording);
                }
                group.lines.push(line);
            }
            None => {
                let today = Today::of(self.pack, self.scenario, &self.ear, &line.text);
                let wordings = wording(&today.heard, &self.known, &[]).into_iter().collect();
                self.groups.push(Begun { about, today, lines: vec![line], then, wordings });
            }
        }
    }

    /// The groups, the most frequent first. Those that would be answered by the same new topic or answer are one.
    #[must_use]
    pub fn groups(self) -> Vec<Group> {
        let mut groups: Vec<Group> = Vec::new();
        for begun in self.groups {
            let group = begun.done(self.scenario);
            let is_new = matches!(
                group.suggestion,
                Suggestion::NewTopic { .. } | Suggestion::NewAnswer { .. }
            );
            let same = |other: &&mut Group| is_new && other.suggestion == group.suggestion;
            match groups.iter_mut().find(same) {
                Some(other) => other.join(group),
                None => groups.push(group),
            }
        }
        groups.sort_by(|a, b| {
            let first = |group: &Group| group.lines.first().map(|line| line.text.clone());
            b.times.cmp(&a.times).then_with(|| first(a).cmp(&first(b)))
        });
        groups
    }

    /// What a line is about.
    fn about(&self, line: &str, with_meaning: bool) -> About {
        let said = words_of_topic(line);
        let content = said.iter().filter(|word| is_content(&word.text));
        let stems = content.map(|word| self.stems.of(&word.text)).collect();
        About { meaning: with_meaning.then(|| Meaning::of(&joined(&said))), stems }
    }
}

impl About {
    /// How alike two lines are, by what they mean and by the words of content they share; by those words alone where it
    /// is not known what they mean. From 0, which is nothing, to 1 and a little more.
    fn likeness(&self, other: &Self) -> f32 {
        match (&self.meaning, &other.meaning) {
            (Some(own), Some(theirs)) => own.likeness(theirs) + SHARED * self.shared(other),
            _ => self.shared(other),
        }
    }

    /// How much of their words of content two lines share, 0 to 1.
    #[expect(clippy::cast_precision_loss, reason = "a line has a few hundred words")]
    fn shared(&self, other: &Self) -> f32 {
        let all = self.stems.union(&other.stems).count();
        let both = self.stems.intersection(&other.stems).count();
        if all == 0 { 0.0 } else { both as f32 / all as f32 }
    }
}

impl Begun {
    fn done(self, scenario: &Scenario) -> Group {
        let then = self.then.iter().map(|(topic, times)| (topic.as_str(), *times)).collect();
        let suggestion = self.today.suggestion(scenario, &self.lines, &then);
        let nearest = self.today.likeliest.iter().take(NEAREST).cloned().collect();
        let mut group = Group {
            lines: self.lines,
            times: 0,
            talks: 0,
            troubles: BTreeMap::new(),
            nearest,
            wordings: self.wordings,
            suggestion,
        };
        group.count();
        group
    }
}

impl Group {
    /// How often its lines were said, and in how many talks: "4 times in 3 talks".
    #[must_use]
    pub fn counted(&self) -> String {
        let is_more = self.lines.iter().any(|line| line.talks.len() >= MOST_TALKS);
        let more = if is_more { " or more" } else { "" };
        match (self.times, self.talks) {
            (1, _) => "once".to_owned(),
            (times, 1) => format!("{times} times in one talk"),
            (times, talks) => format!("{times} times in {talks}{more} talks"),
        }
    }

    /// Takes in the lines of another group.
    fn join(&mut self, other: Self) {
        self.lines.extend(other.lines);
        self.wordings.extend(other.wordings);
        self.wordings.truncate(MOST_WORDINGS);
        self.count();
    }

    /// Counts its lines.
    fn count(&mut self) {
        let mut talks: BTreeSet<u64> = BTreeSet::new();
        self.troubles.clear();
        for line in &self.lines {
            talks.extend(&line.talks);
            for (trouble, times) in &line.troubles {
                *self.troubles.entry(*trouble).or_default() += times;
            }
        }
        self.times = self.lines.iter().map(|line| line.times).sum();
        self.talks = talks.len();
    }
}

/// The question of a line, as one could ask it again; none if it is private, known or of no use.
fn wording(heard: &Heard, known: &BTreeSet<String>, others: &[String]) -> Option<String> {
    // "And your apprentices, how many are there?": the question alone does not say what about.
    let says_what = |question: &&Question| {
        let words = heard.words.get(question.words.clone()).unwrap_or_default();
        words.iter().any(|word| is_content(&word.text))
    };
    let question = heard.question.as_ref().filter(says_what);
    let wording = question.map_or(heard.line.as_str(), |question| heard.typed(&question.words));
    let wording = wording.trim().to_owned();
    let plain = |text: &str| joined(&words(text));
    let is_known = known.contains(&plain(&wording));
    let is_there = others.iter().any(|other| plain(other) == plain(&wording));
    let is_fit = WORDS.contains(&words(&wording).len()) && !is_masked(&wording);
    (is_fit && !is_known && !is_there).then_some(wording)
}
