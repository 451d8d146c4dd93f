//! Who else to talk to, and whether a name may be mentioned.
//!
//! A referral depends on rapport and on what was talked about. The order "who else, then may I mention
//! your name" is the one career centres teach.

use super::Route;
use super::awkward;
use super::speech::Speech;
use super::state::Effect;
use crate::hearing::heard::{Act, Heard};
use crate::pack::scenario::{Band, Contact};

/// Before this many answers, even a friendly person has nothing to go by.
const TOO_EARLY: usize = 2;

/// Nobody vouches for somebody who did not listen: so many details picked up or things asked on about come before an
/// introduction.
const LISTENED_FOR_INTRODUCTION: usize = 2;

/// Meets the referral ask.
pub(super) fn refer(speech: &mut Speech<'_>, heard: &Heard) -> Route {
    let scenario = speech.person.scenario;
    let state = speech.state;
    let lines = &scenario.referral;
    speech.reply().act = Some(Act::ReferralAsk);
    if awkward::make(speech, awkward::Turn::NoReferral) {
        return Route::Move;
    }
    let touched = state.told.len() + state.shortened.len();
    let said_no = state.awkward_turns.contains_key(&awkward::Turn::NoReferral);
    if said_no || state.band() == Band::Cool {
        speech.draw_fresh(
            &[("referral.refuse", &lines.refuse), ("referral.think", &lines.think)],
            &[],
        );
        return Route::Move;
    }
    let Some(contact) = named(speech, heard).or_else(|| natural(speech)) else {
        speech.draw_fresh(
            &[("referral.no_more", &lines.no_more), ("referral.think", &lines.think)],
            &[],
        );
        return Route::Move;
    };
    if touched < TOO_EARLY {
        speech.draw_fresh(
            &[("referral.think", &lines.think), ("referral.refuse", &lines.refuse)],
            &[],
        );
        return Route::Move;
    }
    let listened = state.followed.len() + state.offered.iter().filter(|hook| hook.caught).count();
    let introduced = state.band() >= Band::Warm
        && state.times(Act::JobAsk) == 0
        && listened >= LISTENED_FOR_INTRODUCTION;
    let variants = if introduced { &contact.introduce } else { &contact.name_only };
    let place = format!("{}.{}", contact.id.value(), if introduced { "introduce" } else { "name" });
    speech.draw(&place, variants, &[]);
    speech.reply().contact = Some(contact.id.value().clone());
    speech.effect(Effect::Referred { contact: contact.id.value().clone(), introduced });
    Route::Move
}

/// The contact a line asks for by name, if that name has come up or is in the scenario.
fn named<'a>(speech: &Speech<'a>, heard: &Heard) -> Option<&'a Contact> {
    speech.person.scenario.contacts.iter().find(|contact| {
        contact.name.split_whitespace().any(|name| {
            let name = name.to_lowercase();
            name.chars().count() > 2 && heard.words.iter().any(|word| word.text == name)
        })
    })
}

/// The contact not yet given that what was talked about leads to; of equals, the first.
fn natural<'a>(speech: &Speech<'a>) -> Option<&'a Contact> {
    let state = speech.state;
    let scenario = speech.person.scenario;
    let talked_of: Vec<&str> = state
        .recent
        .iter()
        .filter_map(|answer| scenario.answer(answer))
        .map(|(topic, _)| topic.id.as_str())
        .collect();
    let mut best: Option<(usize, &Contact)> = None;
    for contact in &scenario.contacts {
        if state.referred.iter().any(|(id, _)| id == contact.id.value()) {
            continue;
        }
        let shared = contact.topics.iter().filter(|id| talked_of.contains(&id.as_str())).count();
        if best.is_none_or(|(most, _)| shared > most) {
            best = Some((shared, contact));
        }
    }
    best.map(|(_, contact)| contact)
}

/// Meets "may I mention your name?"
pub(super) fn permit(speech: &mut Speech<'_>) -> Route {
    let scenario = speech.person.scenario;
    let lines = &scenario.referral;
    speech.reply().act = Some(Act::PermissionAsk);
    let last = speech.state.referred.last();
    let contact = last.and_then(|(id, _)| scenario.contact(id));
    let Some(contact) = contact else {
        speech.draw_fresh(
            &[
                ("referral.permission_nobody", &lines.permission_nobody),
                ("referral.think", &lines.think),
            ],
            &[],
        );
        return Route::Move;
    };
    let fill = [("contact", contact.name.as_str())];
    speech.reply().contact = Some(contact.id.value().clone());
    if speech.state.band() == Band::Cool {
        speech.draw_fresh(
            &[("referral.permission_no", &lines.permission_no), ("referral.refuse", &lines.refuse)],
            &fill,
        );
    } else {
        speech.draw_fresh(
            &[
                ("referral.permission_yes", &lines.permission_yes),
                ("referral.no_more", &lines.no_more),
            ],
            &fill,
        );
    }
    Route::Move
}
