//! Three lines to choose from, and opening words to complete: the help of the lowest rungs of the ladder.
//!
//! Choosing among worked examples comes before making one's own (worked-example effect; fading from
//! examples to own work: Renkl and Atkinson 2003).

use super::hint::{self, about};
use crate::hearing::act_and_form;
use crate::hearing::heard::Act;
use crate::interviewee::Person;
use crate::interviewee::state::State;
use crate::text::draw::from_bag;

/// What a line is worth beside the two others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Worth {
    /// The best of the three.
    Best,
    /// Fine, and it leaves something.
    Fair,
    /// It gets little.
    Weak,
}

/// One of three lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pick {
    /// The line.
    pub line: String,
    /// What it is worth.
    pub worth: Worth,
    /// What it does, for the learner.
    pub why: String,
}

/// Where a talk of the lowest rungs is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Moment {
    Opening,
    Middle,
    Time,
    Referral,
    Permission,
    Thanks,
}

/// After so many lines a talk of the lowest rungs comes to its end.
const LONG_ENOUGH: u32 = 9;

/// And after so many more it ends.
const LAST_STEPS: u32 = 5;

/// With so many minutes left it does too.
const LATE: u32 = 6;

fn moment(state: &State) -> Moment {
    if state.turn == 0 {
        return Moment::Opening;
    }
    let is_late = state.turn >= LONG_ENOUGH || state.minutes_left() <= LATE || state.time_mentioned;
    let never = |act: Act| state.times(act) == 0;
    if state.turn >= LONG_ENOUGH + LAST_STEPS {
        return Moment::Thanks; // whatever was left out on the way
    }
    if !is_late {
        Moment::Middle
    } else if never(Act::TimeCheck) && !state.time_mentioned {
        Moment::Time
    } else if never(Act::ReferralAsk) {
        Moment::Referral
    } else if !state.referred.is_empty() && never(Act::PermissionAsk) {
        Moment::Permission
    } else {
        Moment::Thanks
    }
}

/// Three lines for this moment, in an order drawn by the seed.
#[must_use]
pub fn picks(person: Person<'_>, state: &State) -> Vec<Pick> {
    let pick =
        |line: &str, worth, why: &str| Pick { line: line.to_owned(), worth, why: why.to_owned() };
    let picks = match moment(state) {
        Moment::Opening => vec![
            pick(
                "Hello, and thank you for your time. I would like to understand what your work is really like.",
                Worth::Best,
                "Thanks, and what you hope to learn: now they know what for.",
            ),
            pick(
                "Hello! How are you?",
                Worth::Fair,
                "Friendly. They still do not know why you are here.",
            ),
            pick(
                "Hi. Do you like your job?",
                Worth::Weak,
                "A closed question before a word of thanks.",
            ),
        ],
        Moment::Middle => middle(person, state),
        Moment::Time => vec![
            pick(
                "I am watching the time. Do you still have a few minutes?",
                Worth::Best,
                "Who minds the time is given more of it.",
            ),
            pick("One more question, if I may.", Worth::Fair, "Polite. The clock stays with them."),
            pick("What else?", Worth::Weak, "It leaves them to do the work, and to mind the time."),
        ],
        Moment::Referral => vec![
            pick(
                "Who else would you suggest I talk to about this?",
                Worth::Best,
                "Most people like to pass somebody on, and few are asked.",
            ),
            pick(
                "Thank you, this was interesting.",
                Worth::Fair,
                "Kind. It ends the talk before the most useful question.",
            ),
            pick(
                "Could you get me an interview?",
                Worth::Weak,
                "It asks for a job, and doors close.",
            ),
        ],
        Moment::Permission => vec![
            pick(
                "Thank you. May I mention your name when I write to them?",
                Worth::Best,
                "A name used without leave can embarrass both.",
            ),
            pick(
                "Great, thank you for that name.",
                Worth::Fair,
                "Thanks is right. May you name them?",
            ),
            pick(
                "Can you write to them for me?",
                Worth::Weak,
                "It hands your part of the work back.",
            ),
        ],
        Moment::Thanks => thanks(state),
    };
    // An order of its own for each line, the same for the same seed; a bag gives each of them once.
    let place = format!("picks.{}", state.turn);
    let drawn = |nth: u32| picks[from_bag(person.seed, &place, nth, picks.len())].clone();
    (0..).take(picks.len()).map(drawn).collect()
}

/// Asks on; asks something new; asks something new, closed.
fn middle(person: Person<'_>, state: &State) -> Vec<Pick> {
    let best = hint::hint(person, state, 0);
    let mut new =
        hint::new_topic(person, state).into_iter().filter(|asked| asked.question != best.question);
    let mut picks = vec![Pick {
        line: best.question.clone(),
        worth: Worth::Best,
        why: "It takes up what is there, and leaves them room.".to_owned(),
    }];
    let other = new.next();
    picks.push(match &other {
        Some(asked) => Pick {
            line: asked.question.clone(),
            worth: Worth::Fair,
            why: "A good open question. It leaves their last story for a new subject.".to_owned(),
        },
        None => Pick {
            line: "That is interesting.".to_owned(),
            worth: Worth::Fair,
            why: "It shows that you listen, and asks nothing.".to_owned(),
        },
    });
    let closed = other.and_then(|asked| asked.weak).or_else(|| new.find_map(|asked| asked.weak));
    picks.push(Pick {
        line: closed.unwrap_or_else(|| "Do you like it?".to_owned()),
        worth: Worth::Weak,
        why: "Closed or leading: it gets a few words.".to_owned(),
    });
    picks
}

fn thanks(state: &State) -> Vec<Pick> {
    let told =
        state.offered.iter().rev().find(|hook| hook.caught).and_then(|hook| hook.words.first());
    let specific = told.map_or_else(
        || "Thank you for your time. I did not expect to learn so much. Goodbye!".to_owned(),
        |words| {
            format!(
                "Thank you for your time. What you said about ‘{words}’ will stay with me. Goodbye!"
            )
        },
    );
    vec![
        Pick {
            line: specific,
            worth: Worth::Best,
            why: "Thanks, and for one thing they really told you.".to_owned(),
        },
        Pick {
            line: "Thanks a lot, goodbye!".to_owned(),
            worth: Worth::Fair,
            why: "Thanks is there. One specific thing would show what stayed.".to_owned(),
        },
        Pick {
            line: "Okay, I have to go. Bye.".to_owned(),
            worth: Worth::Weak,
            why: "They gave you their time, and hear no thanks for it.".to_owned(),
        },
    ]
}

/// Opening words for the middle of a talk.
const BEGINNINGS: [&str; 6] = [
    "What was it like to",
    "Tell me more about",
    "What made you",
    "How do you know when",
    "What surprised you about",
    "How did it come about that",
];

/// Opening words to complete into a line of one's own.
#[must_use]
pub fn opening_words(person: Person<'_>, state: &State) -> String {
    let fixed = match moment(state) {
        Moment::Opening => "Hello, and thank you for",
        Moment::Time => "Do you still have",
        Moment::Referral => "Who else would you",
        Moment::Permission => "May I mention",
        Moment::Thanks => "Thank you for",
        Moment::Middle => "",
    };
    if !fixed.is_empty() {
        return fixed.to_owned();
    }
    if state.turn == 1 {
        return "How did you".to_owned();
    }
    let last = state.recent.last();
    let waiting = state.offered.iter().rev().find(|hook| !hook.caught && last == Some(&hook.from));
    if let Some(words) = waiting.and_then(|hook| hook.words.first()) {
        // The moulds of a hint, cut after their first words.
        let whole = about(words);
        let (said, asked) = whole.rsplit_once(". ").unwrap_or(("", &whole));
        let begun: Vec<&str> = asked.split_whitespace().take(2).collect();
        return if said.is_empty() {
            format!("You mentioned ‘{words}’. What")
        } else {
            format!("{said}. {}", begun.join(" "))
        };
    }
    BEGINNINGS[from_bag(person.seed, "opening words", state.turn, BEGINNINGS.len())].to_owned()
}

/// The line that opening words and what was typed after them come to. Who types the whole line again, or
/// another one, is taken at their word.
#[must_use]
pub fn completed(opening: &str, typed: &str) -> String {
    let typed = typed.trim();
    let first = |text: &str| text.split_whitespace().next().map(str::to_lowercase);
    let begins_anew = typed.starts_with(char::is_uppercase) && !typed.starts_with("I ")
        || first(opening) == first(typed);
    let ends = matches!(act_and_form(typed).0, Act::Goodbye | Act::Thanks | Act::JobAsk);
    if typed.is_empty() || begins_anew || ends {
        return typed.to_owned();
    }
    let join = if typed.starts_with([',', '.', '?', '!', '…']) { "" } else { " " };
    format!("{opening}{join}{typed}")
}

#[cfg(test)]
mod tests {
    use super::completed;

    #[test]
    fn opening_words_are_completed_or_left() {
        for (typed, expected) in [
            ("get into this?", "How did you get into this?"),
            ("How did you get here?", "How did you get here?"),
            ("Why?", "Why?"),
            ("how did you start", "how did you start"),
            ("bye, i have to go", "bye, i have to go"),
            ("", ""),
        ] {
            assert_eq!(completed("How did you", typed), expected);
        }
    }
}
