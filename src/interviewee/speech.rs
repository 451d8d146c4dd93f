//! A reply in the making: words are added, effects noted, wordings drawn.

use super::gate::Unmet;
use super::state::{self, Effect, State};
use super::{Person, Reply, Route, rapport};
use crate::hearing::heard::{Act, Heard};
use crate::hearing::uptake::is_content;
use crate::pack::placed::Text;
use crate::pack::scenario::{Answer, Fact, Topic};
use crate::text::draw::from_bag;
use crate::text::words::{self, WORDS_A_MINUTE};

/// Seconds of every exchange that are not words: thinking, pausing, a sip of coffee.
const PAUSE_SECONDS: i32 = 18;

/// A reply in the making.
pub(super) struct Speech<'a> {
    pub(super) person: Person<'a>,
    pub(super) state: &'a State,
    parts: Vec<String>,
    reply: Reply,
}

impl<'a> Speech<'a> {
    pub(super) fn new(person: Person<'a>, state: &'a State) -> Self {
        let reply = Reply {
            text: String::new(),
            route: Route::Fallback,
            topic: None,
            answer: None,
            follow: None,
            act: None,
            contact: None,
            counter: None,
            unmet: Vec::new(),
            effects: Vec::new(),
        };
        Self { person, state, parts: Vec::new(), reply }
    }

    /// The reply so far, to note ids in.
    pub(super) fn reply(&mut self) -> &mut Reply {
        &mut self.reply
    }

    pub(super) fn effect(&mut self, effect: Effect) {
        self.reply.effects.push(effect);
    }

    /// Notes the moves of a line and what the learner has thereby done.
    pub(super) fn note_moves(&mut self, heard: &Heard) {
        for act in heard.acts() {
            self.effect(Effect::Moved { act });
            let fact = match act {
                Act::Introduction => Some(Fact::Introduced),
                Act::Purpose => Some(Fact::SaidPurpose),
                Act::Thanks => Some(Fact::Thanked),
                Act::TimeCheck => Some(Fact::CheckedTime),
                _ => None,
            };
            self.did(fact);
        }
        if self.shows_homework(heard) {
            self.did(Some(Fact::DidHomework));
        }
        // A courtesy put as a question ("may I mention your name?") is no closed question.
        if let Some(question) = heard.question.as_ref().filter(|_| heard.act == Act::Question) {
            let words = state::key_of_question(heard);
            self.effect(Effect::Asked { form: question.form, words });
        }
    }

    fn did(&mut self, fact: Option<Fact>) {
        if let Some(fact) = fact.filter(|fact| !self.state.facts.contains(fact)) {
            self.effect(Effect::Did { fact });
        }
    }

    /// Whether a line tells something that stands in the brief: two telling words of one fact, outside
    /// the question itself or leading up to it.
    pub(super) fn shows_homework(&self, heard: &Heard) -> bool {
        let mentions = heard.words.iter().any(|word| {
            matches!(
                word.text.as_str(),
                "saw"
                    | "read"
                    | "noticed"
                    | "looked"
                    | "website"
                    | "page"
                    | "profile"
                    | "linkedin"
                    | "heard"
                    | "listened"
                    | "watched"
                    | "article"
                    | "talk"
                    | "found"
            )
        });
        mentions
            && self.person.scenario.brief.facts.iter().any(|fact| {
                let shared = words::words(fact).into_iter().filter(|word| {
                    is_content(&word.text) && heard.words.iter().any(|said| said.text == word.text)
                });
                shared.count() >= 2
            })
    }

    /// Adds one variant of a list, drawn from its bag.
    ///
    /// If that would say the last reply over again, the next one is drawn.
    pub(super) fn draw(&mut self, place: &str, variants: &[Text], fill: &[(&str, &str)]) {
        if variants.is_empty() {
            return;
        }
        let mut filled = String::new();
        for _ in 0..variants.len().min(3) {
            let nth = self.times_drawn(place);
            let variant = &variants[from_bag(self.person.seed, place, nth, variants.len())];
            self.effect(Effect::Drew { place: place.to_owned() });
            filled = self.fill(variant, fill);
            if !self.state.last_words.contains(&filled) {
                break;
            }
        }
        self.say(filled);
    }

    /// Draws from the first of several lists that has words and does not say the last reply over again,
    /// whatever stood around it there.
    pub(super) fn draw_fresh(&mut self, lists: &[(&str, &[Text])], fill: &[(&str, &str)]) {
        for (place, variants) in lists {
            let before = (self.parts.len(), self.reply.effects.len());
            self.draw(place, variants, fill);
            let said = self.parts.get(before.0);
            if said.is_some_and(|said| !self.state.last_words.contains(said.as_str())) {
                return;
            }
            self.parts.truncate(before.0);
            self.reply.effects.truncate(before.1);
        }
        // Nothing is fresh: the first that has words.
        if let Some((place, variants)) = lists.iter().find(|(_, variants)| !variants.is_empty()) {
            self.draw(place, variants, fill);
        }
    }

    fn times_drawn(&self, place: &str) -> u32 {
        let here = self
            .reply
            .effects
            .iter()
            .filter(|effect| matches!(effect, Effect::Drew { place: drawn } if drawn == place));
        self.state.drawn.get(place).copied().unwrap_or(0) + u32::try_from(here.count()).unwrap_or(0)
    }

    fn fill(&self, text: &str, fill: &[(&str, &str)]) -> String {
        if !text.contains('{') {
            return text.to_owned();
        }
        let mut filled = text.replace("{name}", self.person.scenario.first_name());
        for (name, value) in fill {
            filled = filled.replace(&format!("{{{name}}}"), value);
        }
        filled
    }

    /// Adds words as they stand.
    pub(super) fn say(&mut self, words: String) {
        if !words.trim().is_empty() {
            self.parts.push(words);
        }
    }

    /// Tells an answer in full, and offers its hooks.
    pub(super) fn tell(&mut self, topic: &Topic, answer: &Answer) {
        self.reply.topic = Some(topic.id.value().clone());
        self.reply.answer = Some(answer.id.value().clone());
        self.draw(&answer.id, &answer.say, &[]);
        self.effect(Effect::Told { answer: answer.id.value().clone() });
        for hook in &answer.hooks {
            let is_known = self.state.was_told(&hook.to);
            if !is_known {
                self.effect(Effect::offered(answer, hook));
            }
        }
        if answer.gain != 0 {
            self.gain(answer.gain, "told something of weight");
        }
    }

    /// Holds an answer back, in character.
    pub(super) fn hold(&mut self, topic: &Topic, answer: &Answer, unmet: Vec<Unmet>) {
        self.reply.topic = Some(topic.id.value().clone());
        self.reply.answer = Some(answer.id.value().clone());
        self.reply.unmet.push((answer.id.value().clone(), unmet));
        let own = format!("{}.else", answer.id.value());
        let general = &self.person.scenario.reactions.held;
        if answer.held.is_empty() {
            self.draw("held", general, &[]);
        } else {
            self.draw_fresh(&[(&own, &answer.held), ("held", general)], &[]);
        }
        self.effect(Effect::Held { answer: answer.id.value().clone() });
    }

    /// Lets rapport rise or fall, as this person feels it.
    pub(super) fn gain(&mut self, by: i32, because: &str) {
        let by = rapport::felt(by, &self.person.scenario.temperament());
        self.effect(Effect::Rapport { by, because: because.to_owned() });
    }

    /// Lets rapport move by the manner of a line.
    pub(super) fn feel(&mut self, heard: &Heard, manner: rapport::Manner) {
        let homework = self.shows_homework(heard);
        for (by, because) in
            rapport::changes(heard, self.state, rapport::Manner { homework, ..manner })
        {
            self.gain(by, because);
        }
    }

    /// A topic that has not been touched on and has something to tell: what a pause can be filled with.
    pub(super) fn thread(&self) -> Option<String> {
        let topic = self.person.scenario.topics.iter().find(|topic| {
            topic.answers.first().is_some_and(|answer| {
                !answer.gem
                    && topic.answers.iter().all(|answer| !self.state.was_touched(&answer.id))
            })
        })?;
        Some(self.person.aloud(&topic.id))
    }

    /// The reply, with the time it took.
    pub(super) fn done(mut self, route: Route, words_heard: usize) -> Reply {
        self.reply.route = route;
        self.reply.text = self.parts.join(" ");
        let said = words::count(&self.reply.text);
        let seconds =
            i32::try_from((said + words_heard.min(400)) * 60 / WORDS_A_MINUTE).unwrap_or(600);
        self.reply.effects.push(Effect::Spent { seconds: seconds + PAUSE_SECONDS });
        self.reply
    }
}
