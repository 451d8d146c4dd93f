//! The question of a line in its turn: what it is about, whether it asks on from what the partner said, and
//! what kind of turn that makes it.

use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;

use super::heard::{Act, Apt, FollowUp, Form, Kind, Question, Reason, Segment, Subject};
use super::lead_in::After;
use super::meaning::Meaning;
use super::{
    CLEAR, Ear, fault, follow_up, form, form_of, kind, part, question, said_about, uptake,
};
use crate::text::words::{Word, joined};

/// A line that asks something, and what was said before it.
#[derive(Clone, Copy)]
pub(super) struct Turn<'a> {
    pub(super) line: &'a str,
    /// All its words.
    pub(super) all: &'a [Word],
    pub(super) segments: &'a [Segment],
    /// Its questions, at least one. The last counts.
    pub(super) questions: &'a [part::Asked],
    /// The words of the partner that it takes up.
    pub(super) uptake: &'a [String],
    pub(super) partner: Option<&'a str>,
    /// Whether the partner has told nothing yet that could be asked on from.
    pub(super) only_greeted: bool,
}

/// What the parts of a line mean, each found out once, when it is first asked for; nothing, for an ear that
/// goes by words.
struct Meanings {
    is_wanted: bool,
    found: RefCell<Vec<(String, Rc<Meaning>)>>,
}

impl Meanings {
    const fn new(is_wanted: bool) -> Self {
        Self { is_wanted, found: RefCell::new(Vec::new()) }
    }

    fn of(&self, said: &[Word]) -> Option<Rc<Meaning>> {
        if !self.is_wanted {
            return None;
        }
        let text = joined(said);
        let mut found = self.found.borrow_mut();
        if let Some((_, meaning)) = found.iter().find(|(known, _)| *known == text) {
            return Some(Rc::clone(meaning));
        }
        let meaning = Rc::new(Meaning::of(&text));
        found.push((text, Rc::clone(&meaning)));
        Some(meaning)
    }
}

/// What is asked.
pub(super) struct Asking {
    pub(super) subject: Subject,
    pub(super) question: Question,
    /// Whether it is about no topic, and asks on from nothing.
    pub(super) is_alien: bool,
    /// Whether it has nothing to do with such a talk, if it is alien.
    pub(super) is_elsewhere: bool,
    /// How well each answer fits it, best first.
    pub(super) apt: Vec<Apt>,
}

impl Ear<'_> {
    /// Hears the last question of a line, `in_these_words` if a topic is asked for in its very words.
    pub(super) fn hear_asked(
        &self,
        turn: &Turn<'_>,
        in_these_words: Option<Subject>,
        by_words: bool,
    ) -> Asking {
        let place = turn.questions.last().map_or(0..0, |last| last.words.clone());
        let asked = &turn.all[place.clone()];
        let said = said_about(turn.all, &place, turn.segments);
        let is_one_of_several =
            turn.segments.iter().filter(|segment| segment.act == Act::Question).count() > 1;
        let is_bare = follow_up::bare(asked).is_some() && !is_one_of_several;
        let is_verbatim = in_these_words.is_some();
        let needs_meaning = !by_words && !is_bare && !is_verbatim;
        let meanings = Meanings::new(needs_meaning);
        let meaning = meanings.of(&said);
        let subject = in_these_words
            .unwrap_or_else(|| self.subject(&said, &meanings, asked, is_one_of_several));
        let asks_on = (turn.partner.is_some() && !is_bare && !is_verbatim)
            .then(|| asks_on(&said, asked, &meanings, turn.uptake, &subject))
            .flatten();
        let mut question = hear_question(turn, &subject, asks_on);
        if let Some(partner) = turn.partner {
            let likeness =
                || meanings.of(asked).map(|asked| asked.likeness(&Meaning::of_end(partner)));
            hear_kind(&mut question, turn, asked, &subject, partner, &likeness);
        }
        let is_alien =
            subject == Subject::None && question.follow_up.is_none() && turn.uptake.is_empty();
        let is_elsewhere = is_alien && self.is_elsewhere(&said, meaning.as_deref(), asked);
        let apt = match (meanings.of(asked), self.answers()) {
            (Some(meant), Some(answers)) => {
                // Of several questions the last counts, as for the topic.
                let (about, means) = if is_one_of_several {
                    (asked, Some(&*meant))
                } else {
                    (&*said, meaning.as_deref())
                };
                let chance = self.topics().chance_of(about, means);
                answers.fitting(about, &meant, &chance)
            }
            _ => Vec::new(),
        };
        Asking { subject, question, is_alien, is_elsewhere, apt }
    }

    /// Whether a question that is about no topic has nothing to do with such a talk.
    fn is_elsewhere(&self, said: &[Word], meaning: Option<&Meaning>, asked: &[Word]) -> bool {
        self.topics().elsewhere(said, meaning).is_some_and(|by| by >= least_elsewhere(asked))
    }

    /// What a question is about, by what is `said`: with what leads up to it, because half of all preambles
    /// say what the question is about. Of several questions the last is answered, if it says for sure what
    /// it is about.
    fn subject(
        &self,
        said: &[Word],
        meanings: &Meanings,
        asked: &[Word],
        is_one_of_several: bool,
    ) -> Subject {
        let whole = self.topics().about(said, meanings.of(said).as_deref());
        if is_one_of_several && follow_up::bare(asked).is_none() {
            let last = self.topics().about(asked, meanings.of(asked).as_deref());
            // In a talk the last question is the one that is answered; a line by itself is about the whole.
            let in_talk = self.scenario.is_some();
            let second = whole.best().and_then(|best| best.runner_up.as_ref());
            let is_taken = last.best().is_some_and(|topic| {
                let in_whole = second.is_none_or(|(second, _)| *second == topic.id);
                topic.score >= if in_talk { LIKELY } else { SURE } && (in_talk || in_whole)
            });
            if is_taken {
                return last;
            }
        }
        whole
    }
}

/// Whether a question asks on from the partner's words, with `uptake` of theirs in it, rather than about its
/// `subject`. "What sort of adjustments?" asks for an example once their own word is left out.
fn asks_on(
    said: &[Word],
    asked: &[Word],
    meanings: &Meanings,
    uptake: &[String],
    subject: &Subject,
) -> Option<FollowUp> {
    let own: Vec<Word> = said.iter().filter(|word| !uptake.contains(&word.text)).cloned().collect();
    let content = own.iter().filter(|word| uptake::is_content(&word.text)).count();
    // Three words of content are a subject of its own, or nearly.
    let points_back = follow_up::pointing_back(asked).is_some();
    let least = match content {
        _ if points_back => POINTS_BACK,
        0..3 => ASKS_ON,
        _ => ASKS_ON_AT_LENGTH,
    };
    let meaning = meanings.of(said);
    let found =
        follow_up::by_weight(said, meaning.as_deref()).filter(|(chance, _)| *chance >= least);
    let found = found.or_else(|| {
        if uptake.is_empty() {
            return None;
        }
        let without = follow_up::by_weight(&own, meanings.of(&own).as_deref());
        without.filter(|(chance, _)| *chance >= ASKS_ON_WITHOUT.max(least))
    });
    let subject = subject.best().map_or(0.0, |best| best.score) * SUBJECT_SPEAKS;
    let least = if points_back { subject.min(POINTS_BACK) } else { subject };
    found.filter(|(chance, _)| *chance > least).map(|(_, follow_up)| follow_up)
}

/// Hears what kind of turn a question is, after what the partner said.
fn hear_kind(
    heard: &mut Question,
    turn: &Turn<'_>,
    asked: &[Word],
    subject: &Subject,
    partner: &str,
    likeness: &dyn Fn() -> Option<f32>,
) {
    let Turn { line, all, uptake, .. } = *turn;
    let named = kind::Subject::of(subject, NAMES_ITS_SUBJECT);
    let (kind, place) = kind::kind(all, asked, heard.follow_up, uptake, named, partner, likeness);
    let kind = match kind {
        Kind::FollowUp if turn.only_greeted && uptake.is_empty() => Kind::FullSwitch,
        kind => kind,
    };
    heard.kind = Some(kind);
    heard.kind_reason = Some(Reason::new(line, all, "kind", place, kind.reason()));
}

/// Hears the last of the questions of a line, on a subject.
fn hear_question(turn: &Turn<'_>, subject: &Subject, asks_on: Option<FollowUp>) -> Question {
    let Turn { line, all, questions, .. } = *turn;
    let places: Vec<Range<usize>> = questions.iter().map(|asked| asked.words.clone()).collect();
    let (place, after) = questions
        .last()
        .map_or((0..0, After::Anything), |asked| (asked.words.clone(), asked.after));
    let asked = &all[place.clone()];
    // "What do you like about it?" points back and names its subject: a question of its own.
    let is_clear = subject.best().is_some_and(|topic| topic.score >= CLEAR);
    // "When were you happiest, and why?" asks on from its own first half.
    let is_alone = questions.len() == 1;
    let bare = follow_up::bare(asked).filter(|_| is_alone || subject.best().is_none());
    let pointing_back = || follow_up::pointing_back(asked).filter(|_| !is_clear);
    let follow_up = bare.or(asks_on).or_else(pointing_back);
    let ((rule, words), form) = form_of(asked, after, follow_up);
    let reason = Reason::new(line, asked, rule.name, words, rule.text);
    let faults = fault::faults(all, &place, form, &places);
    let has_open_half = places.iter().any(|other| {
        *other != place && form::form(&all[other.clone()], After::Anything).0.form != Form::Closed
    });
    Question {
        words: place,
        form,
        reason,
        kind: None,
        kind_reason: None,
        faults,
        follow_up,
        has_open_half,
    }
}

/// The last of several questions is answered if it is about a topic with this chance.
const LIKELY: f32 = 0.4;

/// A question is taken to ask on from this chance on; from that on if it has much content of its own, or
/// if their words are left out.
const ASKS_ON: f32 = 0.5;
const ASKS_ON_AT_LENGTH: f32 = 0.95;
const ASKS_ON_WITHOUT: f32 = 0.8;

/// A question that points back ("a page like that") asks on from this chance on, whatever else it names.
const POINTS_BACK: f32 = 0.3;

/// Topics are learnt from ten times as many lines as asking on, and so are surer of themselves: their chance
/// counts for this much against it.
const SUBJECT_SPEAKS: f32 = 0.9;

/// A question this likely to be about a topic is so for sure.
const SURE: f32 = 0.85;

/// A question this like a topic, and with no word of the partner's in it, has a subject of its own.
const NAMES_ITS_SUBJECT: f32 = 0.5;

/// How sure it has to be that a question is about something else: sure for "tell me about a song", which
/// may well be their work, not very for an errand such as "can you help me with my essay".
fn least_elsewhere(asked: &[Word]) -> f32 {
    let text = |at: usize| asked.get(at).map_or("", |word| word.text.as_str());
    let form = form::form(asked, After::Anything).0.form;
    if question::request(asked).is_some() {
        2.5
    } else if form == Form::Invited {
        1.5
    } else if matches!(text(0), "can" | "could" | "would" | "will") && text(1) == "you" {
        0.5
    } else if asked.iter().any(|word| matches!(word.text.as_str(), "you" | "your")) {
        3.0 // a tour van may well be their work
    } else {
        3.2
    }
}
