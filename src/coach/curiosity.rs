//! Curiosity: how much a line shows that one listens and wants to know, 0 to 100.
//!
//! Follow-up questions are what makes people feel listened to (Huang et al. 2017), taking up the
//! other's words is what experts call uptake (Demszky et al. 2021), and turning a question back to
//! oneself costs what it seems to give ("boomerasking", Brooks & Yeomans 2025). The number of questions
//! is not rewarded: too many can mark a failing talk.

use super::{Part, Setting, openness};
use crate::hearing::TAKEN_UP;
use crate::hearing::heard::{Act, Form, Heard, Kind};

/// The table of parts; the points of a part stand here and nowhere else.
#[rustfmt::skip]
mod table {
    use crate::coach::Part;
    const fn part(name: &'static str, points: i32, text: &'static str) -> Part {
        Part { name, points, text }
    }
    pub(super) const ASKS: Part        = part("asks", 16, "asks about them");
    pub(super) const FOLLOWS: Part     = part("follow-up", 16, "asks on from what they said");
    pub(super) const CAUGHT: Part      = part("hook", 16, "picks up a detail they dropped");
    /// All that can be taken up; a share of it counts by as much.
    pub(super) const UPTAKE: Part      = part("uptake", 40, "takes up their own words");
    pub(super) const HEARD: Part       = part("acknowledges", 10, "shows that it was heard before asking");
    pub(super) const REFLECTS: Part    = part("reflects", 30, "says back what they meant");
    pub(super) const STORY: Part       = part("story", 12, "asks for a story, a reason or a feeling");
    pub(super) const HOMEWORK: Part    = part("homework", 14, "builds on homework");
    pub(super) const MURMUR: Part      = part("murmur", 8, "shows that one is there");
    pub(super) const CLOSED: Part      = part("closed", -8, "leaves little to tell");
    pub(super) const REPEATS: Part     = part("repeats", -30, "asks what they have told");
    pub(super) const HOPS: Part        = part("hops", -8, "leaves a fresh detail lying");
    pub(super) const ON_WEB: Part      = part("on-the-web", -18, "asks what can be read beforehand");
    pub(super) const BOOMERANG: Part   = part("boomerask", -16, "turns to one's own story");
    pub(super) const JOB: Part         = part("job-ask", -40, "asks for something other than their story");
    pub(super) const SAME: Part        = part("same-again", -24, "asks on the same way again");
}

/// The parts that make up the curiosity of a line.
pub(super) fn parts(heard: &Heard, setting: Setting) -> Vec<Part> {
    let mut parts = Vec::new();
    if let Some(question) = heard.question.as_ref().filter(|_| heard.act == Act::Question) {
        parts.push(table::ASKS);
        let follows =
            setting.follows || matches!(question.kind, Some(Kind::FollowUp | Kind::Mirror));
        if follows && !setting.same_again {
            parts.push(table::FOLLOWS);
        }
        if setting.same_again {
            parts.push(table::SAME);
        }
        if setting.caught {
            parts.push(table::CAUGHT);
        }
        if heard.does(Act::Acknowledgement) || heard.does(Act::Reflection) {
            parts.push(table::HEARD);
        }
        if question.form != Form::Closed && openness::asks_for_story(heard, question) {
            parts.push(table::STORY);
        }
        if question.form == Form::Closed {
            parts.push(table::CLOSED);
        }
        if setting.hook_waits && !setting.caught && !follows {
            parts.push(table::HOPS);
        }
    } else if heard.act == Act::Reflection {
        parts.push(table::REFLECTS);
    } else if matches!(heard.act, Act::Acknowledgement | Act::Thanks | Act::Answer) {
        parts.push(table::MURMUR);
    }
    let taken_up = table::UPTAKE.points * i32::from(heard.share_taken_up) / 100;
    if taken_up > 0 {
        parts.push(Part { points: taken_up, ..table::UPTAKE });
    }
    if setting.homework {
        parts.push(table::HOMEWORK);
    }
    if setting.repeats {
        parts.push(table::REPEATS);
    }
    if setting.on_web {
        parts.push(table::ON_WEB);
    }
    if turns_to_oneself(heard) {
        parts.push(table::BOOMERANG);
    }
    if heard.act == Act::JobAsk {
        parts.push(table::JOB);
    }
    parts
}

/// The sum of the parts, held between 0 and 100.
pub(super) fn score(parts: &[Part], heard: &Heard, setting: Setting) -> u8 {
    let sum: i32 = parts.iter().map(|part| part.points).sum();
    // "Fine", flattery, and lists that are read out show nothing of listening.
    let listens = heard.share_taken_up >= TAKEN_UP;
    let says_little = heard.question.is_none() && heard.act != Act::Reflection;
    let is_empty = says_little && !listens || openness::is_read_out(heard);
    let most = if is_empty || setting.same_again { 30 } else { 100 };
    u8::try_from(sum.clamp(0, most)).unwrap_or(0)
}

/// An own story of some length, in place of listening; a word on oneself before a question is fine.
fn turns_to_oneself(heard: &Heard) -> bool {
    let own = heard
        .words
        .iter()
        .filter(|word| matches!(word.text.as_str(), "i" | "my" | "me" | "myself"));
    let count = own.count();
    heard.words.len() >= 18
        && count * 8 >= heard.words.len()
        && heard.act != Act::Purpose
        && heard.act != Act::Introduction
}
