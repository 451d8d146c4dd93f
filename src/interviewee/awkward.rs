//! Awkward turns: what makes a talk hard in ways that no good question prevents.
//!
//! In a talk that practises them ([`Person::awkward`]) the person asks what the learner wants, is
//! interrupted, says "just apply online" and has no name to give; each once. Some people do one of these in
//! every talk, because that is how they are. Which line meets such a turn
//! well is decided here; the words are the scenario's. What is taught: say calmly what one hopes to learn,
//! give back the thread after an interruption, ask about the work instead of the job, and take a no with
//! thanks. Meeting what one fears in small, repeated doses is what lowers the fear (exposure; for the
//! ladder see Heimberg and Becker 2002), and the steps go over different people because comfort belongs
//! to a situation and skill carries over (IMBUE).

use serde::{Deserialize, Serialize};

use super::speech::Speech;
use super::state::{Effect, State};
use super::{Person, Reply, Route};
use crate::hearing::heard::{Act, Heard};
use crate::pack::scenario::{Awkward, AwkwardTurn};

/// An awkward turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Turn {
    /// "So what do you want from me?"
    WhatDoYouWant,
    /// Somebody or something interrupts.
    Interrupted,
    /// "Just apply online."
    ApplyOnline,
    /// No name, when asked who else to talk to.
    NoReferral,
}

/// The interruption comes with the reply to this line, at the earliest.
const INTERRUPTED_AT: u32 = 3;

/// "Just apply online" comes with the reply to this line, at the earliest, or when getting in comes up.
const APPLY_ONLINE_AT: u32 = 6;

/// The bank topic that is about getting in.
const GETTING_IN: &str = "entry-hiring";

/// What meeting an awkward turn well gains, and what it costs otherwise, before temperament.
const GAIN: i32 = 3;
const LOSS: i32 = -2;

/// With fewer words, nobody has said anything about what they are after.
const AN_ANSWER: usize = 5;

impl Turn {
    /// All of them, in the order in which a talk meets them.
    pub const ALL: [Self; 4] =
        [Self::WhatDoYouWant, Self::Interrupted, Self::ApplyOnline, Self::NoReferral];

    /// What it is, for the learner.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::WhatDoYouWant => "“what do you want from me?”",
            Self::Interrupted => "an interruption",
            Self::ApplyOnline => "“just apply online”",
            Self::NoReferral => "no name to give",
        }
    }

    /// What met it well.
    #[must_use]
    pub const fn done_well(self) -> &'static str {
        match self {
            Self::WhatDoYouWant => "You said calmly what you are after. That settles people.",
            Self::Interrupted => "You gave them their thread back. That is listening.",
            Self::ApplyOnline => "You stayed with the work and let the job be.",
            Self::NoReferral => "You took the no kindly, and the door stays open.",
        }
    }

    /// What would meet it well, with an example.
    #[must_use]
    pub const fn advice(self) -> &'static str {
        match self {
            Self::WhatDoYouWant => {
                "It sounds sharper than it is meant. Say what you hope to learn: “I am not after a \
                 job; I would like to understand what the work is really like.”"
            }
            Self::Interrupted => {
                "They lost their thread. Hand it back: “No trouble at all. You were telling me \
                 about…, how did that go on?”"
            }
            Self::ApplyOnline => {
                "It heard a question about a job. Go back to the work: “That makes sense. What do \
                 people find out only after they have started?”"
            }
            Self::NoReferral => {
                "A no to this says little about you. “That is quite all right, thank you for \
                 thinking about it” keeps the door open."
            }
        }
    }

    fn of(self, awkward: &Awkward) -> &AwkwardTurn {
        match self {
            Self::WhatDoYouWant => &awkward.what_do_you_want,
            Self::Interrupted => &awkward.interrupted,
            Self::ApplyOnline => &awkward.apply_online,
            Self::NoReferral => &awkward.no_referral,
        }
    }

    /// Whether it happens with this person: in a talk that practises such turns, or in each.
    fn can_happen(self, person: Person<'_>) -> bool {
        person.awkward || self.of(&person.scenario.awkward).always == Some(true)
    }

    fn place(self) -> &'static str {
        match self {
            Self::WhatDoYouWant => "awkward.what_do_you_want",
            Self::Interrupted => "awkward.interrupted",
            Self::ApplyOnline => "awkward.apply_online",
            Self::NoReferral => "awkward.no_referral",
        }
    }

    /// Whether a line meets this turn well.
    fn is_met_well_by(self, heard: &Heard) -> bool {
        let does = |acts: &[Act]| acts.iter().any(|act| heard.does(*act));
        if does(&[Act::JobAsk, Act::Rude]) || heard.act == Act::Silence {
            return false;
        }
        let follows = heard.question.as_ref().is_some_and(|question| question.follow_up.is_some());
        match self {
            Self::WhatDoYouWant => does(&[Act::Purpose, Act::Introduction]),
            Self::Interrupted => {
                let shows = does(&[Act::Acknowledgement, Act::Reflection]) && heard.words.len() > 1;
                follows || shows || !heard.uptake.is_empty()
            }
            // Whatever turns back to the work; asking on about the form to fill in does not.
            Self::ApplyOnline => {
                let best = heard.subject.best();
                heard.question.is_some() && best.is_none_or(|topic| topic.id != GETTING_IN)
                    || does(&[Act::Purpose, Act::Reflection])
                    || does(&[Act::Answer]) && heard.words.len() >= AN_ANSWER
            }
            Self::NoReferral => {
                does(&[Act::Thanks, Act::Acknowledgement, Act::Answer])
                    && !does(&[Act::ReferralAsk])
            }
        }
    }
}

/// Receives the line after an awkward turn: first a word on how it was met, then the reply goes on.
pub(super) fn receive(speech: &mut Speech<'_>, heard: &Heard) {
    let Some(turn) = speech.state.awkward else { return };
    if heard.farewell {
        return; // whoever goes leaves it as it is
    }
    let well = turn.is_met_well_by(heard);
    speech.effect(Effect::AwkwardDone { well });
    let (by, because) = if well {
        (GAIN, "meets an awkward turn calmly")
    } else {
        (LOSS, "leaves an awkward turn standing")
    };
    speech.gain(by, because);
    let words = turn.of(&speech.person.scenario.awkward);
    let (list, how) = if well { (&words.well, "well") } else { (&words.otherwise, "otherwise") };
    speech.draw(&format!("{}.{how}", turn.place()), list, &[]);
}

/// Makes it awkward, if this is such a talk and the turn has words and has not come yet.
pub(super) fn make(speech: &mut Speech<'_>, turn: Turn) -> bool {
    let words = turn.of(&speech.person.scenario.awkward);
    let is_new = !speech.state.awkward_turns.contains_key(&turn);
    if !turn.can_happen(speech.person) || !is_new || words.say.is_empty() {
        return false;
    }
    speech.draw(turn.place(), &words.say, &[]);
    speech.effect(Effect::Awkward { turn });
    true
}

/// Joins an awkward turn to a reply, when its moment has come.
pub(super) fn join(person: Person<'_>, state: &State, reply: Reply) -> Reply {
    let asks_already = reply.counter.is_some()
        || reply.effects.iter().any(|effect| {
            matches!(
                effect,
                Effect::Awkward { .. } | Effect::Ended { .. } | Effect::Wondered { .. }
            )
        });
    if asks_already || state.time_mentioned {
        return reply;
    }
    let tells = matches!(reply.route, Route::Answer | Route::Short | Route::Follow | Route::Hook);
    let is_about_getting_in = reply.topic.as_deref() == Some(GETTING_IN);
    let due = Turn::ALL.into_iter().find(|turn| {
        let is_time = match turn {
            // Whoever has said it need not be asked.
            Turn::WhatDoYouWant => {
                let said = Effect::Moved { act: Act::Purpose };
                state.turn == 0 && !reply.effects.contains(&said)
            }
            Turn::Interrupted => tells && state.turn + 1 >= INTERRUPTED_AT,
            Turn::ApplyOnline => {
                tells && (is_about_getting_in || state.turn + 1 >= APPLY_ONLINE_AT)
            }
            Turn::NoReferral => false, // comes with the referral ask alone
        };
        is_time && turn.can_happen(person) && !state.awkward_turns.contains_key(turn)
    });
    let Some(turn) = due else { return reply };
    let mut speech = Speech::new(person, state);
    if !make(&mut speech, turn) {
        return reply;
    }
    super::joined(reply, speech)
}
