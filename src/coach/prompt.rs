//! Prompts: the last minutes have an order that career centres teach, and beginners leave half of it
//! out: a last question, who else to talk to, whether one may mention their name, thanks.

use serde::{Deserialize, Serialize};

use super::help::HelpLevel;
use crate::hearing::heard::{Act, Heard};
use crate::interviewee::state::State;
use crate::pack::scenario::Scenario;

/// Something the coach reminds of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Prompt {
    /// Ask whether the time still suits.
    Time,
    /// Ask who else to talk to.
    Referral,
    /// Ask whether their name may be mentioned.
    Permission,
    /// Say thank you, with one specific thing.
    Thanks,
}

impl Prompt {
    /// The prompt's word in machine formats.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Time => "time",
            Self::Referral => "referral",
            Self::Permission => "permission",
            Self::Thanks => "thanks",
        }
    }
}

/// With this many minutes left, the learner is reminded to look at the time.
const TIME_PROMPT_AT: u32 = 8;

/// But in a short talk not before so many hundredths of it are left.
const LATE_PART: u32 = 40;

/// With how many minutes left it is time to look at the time, in a talk of some minutes: before the interviewee
/// mentions it with so many left.
fn late_at(minutes: u32, mention_at: u32) -> u32 {
    TIME_PROMPT_AT.min(minutes * LATE_PART / 100).max(mention_at.saturating_add(1))
}

/// What the coach reminds of after an exchange, if anything; each thing once.
#[must_use]
pub fn due(scenario: &Scenario, state: &State, heard: &Heard, given: &[Prompt]) -> Option<Prompt> {
    if state.ended.is_some() || state.times(Act::JobAsk) > 1 {
        return None;
    }
    let never = |act: Act| state.times(act) == 0;
    let late_at = late_at(scenario.minutes(), scenario.mention_at());
    let is_late = state.minutes_left() <= late_at && state.turn > 0;
    let looked_at_time = is_late && state.times(Act::TimeCheck) > 0;
    let wraps_up = state.time_mentioned || state.times(Act::Goodbye) > 0 || looked_at_time;
    let is_new = |prompt: &Prompt| !given.contains(prompt);
    let has_contact = !state.referred.is_empty();
    let thanked_last = heard.does(Act::Thanks) && !never(Act::ReferralAsk);
    let due = if is_late && never(Act::TimeCheck) && !state.time_mentioned {
        Prompt::Time
    } else if has_contact && never(Act::PermissionAsk) {
        Prompt::Permission
    } else if wraps_up && never(Act::ReferralAsk) {
        Prompt::Referral
    } else if !never(Act::ReferralAsk) && !thanked_last && (wraps_up || !never(Act::PermissionAsk))
    {
        Prompt::Thanks
    } else {
        return None;
    };
    Some(due).filter(is_new)
}

/// How the coach puts a prompt: by name, by opening words, or as a full line.
#[must_use]
pub fn words(
    prompt: Prompt,
    level: HelpLevel,
    state: &State,
    specific: Option<&str>,
) -> Option<String> {
    let (name, opening, line) = match prompt {
        Prompt::Time => (
            "a look at the time",
            "“Do you still have…”",
            "“Do you still have a few minutes?”".to_owned(),
        ),
        Prompt::Referral => (
            "who else to talk to",
            "“Is there anyone else you would…”",
            "“Is there anyone else you would suggest I talk to?”".to_owned(),
        ),
        Prompt::Permission => (
            "whether you may mention their name",
            "“May I mention…”",
            "“May I mention your name when I write to them?”".to_owned(),
        ),
        Prompt::Thanks => (
            "the thanks",
            "“Thank you for your time. What you said about…”",
            match specific {
                Some(words) => format!(
                    "“Thank you for your time. What you said about … will stay with me.” \
                     One thing to name: “{words}”."
                ),
                None => "“Thank you for your time. I did not expect to learn so much.”".to_owned(),
            },
        ),
    };
    let left = state.minutes_left();
    let lead = match prompt {
        Prompt::Referral if state.time_mentioned && left > 0 => "Time is nearly up. ",
        Prompt::Referral if state.times(Act::Goodbye) > 0 => "You are wrapping up. ",
        Prompt::Referral | Prompt::Time | Prompt::Permission | Prompt::Thanks => "",
    };
    match level {
        HelpLevel::Silent => None,
        HelpLevel::Nudges => Some(format!("{lead}Still open: {name}.")),
        HelpLevel::Hints => Some(format!("{lead}Still open: {name}. You could begin: {opening}")),
        HelpLevel::Full => Some(format!("{lead}A good moment for {name}: {line}")),
    }
}

#[cfg(test)]
mod tests {
    use super::late_at;

    #[test]
    fn the_time_comes_up_late_and_before_they_mention_it() {
        for (minutes, mention_at, expected) in
            [(25, 5, 8), (20, 5, 8), (12, 3, 4), (10, 5, 6), (10, 2, 4), (5, 1, 2), (30, 10, 11)]
        {
            assert_eq!(late_at(minutes, mention_at), expected, "{minutes} minutes, {mention_at}");
        }
    }
}
