//! What learners type besides questions about topics, and slips of the keyboard.

use crate::pack::scenario::FollowKind;
use crate::text::draw::Lots;

pub(super) const GREETINGS: &[&str] = &[
    "Hello, thank you so much for making the time today.",
    "Hi! Thanks for seeing me.",
    "hello there",
    "Good morning, it's kind of you to do this.",
];

pub(super) const PURPOSES: &[&str] = &[
    "I'm a second-year student, and I'm hoping to learn what the work is really like.",
    "I'd love to understand how people find their way into this field.",
    "I'm thinking about changing fields and would like to learn what your days are like.",
];

pub(super) const JOB_ASKS: &[&str] = &[
    "Are you hiring at the moment?",
    "Could you get me a job here?",
    "I was hoping you could pass my CV on to your boss.",
    "Is there an opening on your team I could have?",
    "Can you put in a good word for me with HR?",
    "I really need a job, do you have anything for me?",
];

pub(super) const FLATTERIES: &[&str] = &[
    "You're amazing.",
    "Wow, that is so impressive, you must be the best at what you do!",
    "I admire you so much.",
    "Everybody says you're brilliant.",
    "That's the most fascinating thing I have ever heard!",
    "You are such an inspiration.",
];

pub(super) const WANDERINGS: &[&str] = &[
    "Did you see the match last night?",
    "My cousin has a new kitchen, it took them three months.",
    "What's the weather going to be like at the weekend?",
    "I had the worst train journey this morning.",
    "Do you know a good place for noodles round here?",
    "My flatmate never does the washing up.",
];

pub(super) const RUDE: &[&str] = &[
    "This is boring.",
    "Are you stupid?",
    "That's a dumb job.",
    "You're wasting my time.",
    "Shut up and answer.",
];

pub(super) const ACKNOWLEDGEMENTS: &[&str] =
    &["I see.", "Wow.", "That makes sense.", "I hadn't thought of that.", "Ah, interesting."];

pub(super) const OWN_ANSWERS: &[&str] = &[
    "I kept a diary of the birds in our garden for three years, and nobody had asked me to.",
    "I think it was when I helped my neighbour fix her roof, I liked seeing it done.",
    "Honestly, I'm not sure yet, that's why I'm asking people.",
];

pub(super) const REFERRAL_ASKS: &[&str] = &[
    "Is there anyone else you think I should talk to?",
    "Who else would you suggest I speak with?",
    "Do you know somebody I could talk to next?",
];

pub(super) const PERMISSION_ASKS: &[&str] =
    &["May I mention your name?", "Would it be all right to say that you sent me?"];

pub(super) const TIME_CHECKS: &[&str] = &[
    "I want to respect your time, do we still have a few minutes?",
    "Are you still okay for time?",
];

pub(super) const THANKS: &[&str] = &[
    "Thank you so much for your time, this was really helpful.",
    "Thanks a lot, I learned a great deal.",
];

pub(super) const GOODBYES: &[&str] =
    &["Goodbye!", "Bye, and thanks again.", "Have a good day, goodbye."];

/// Ways of asking on.
pub(super) const fn asking_on(kind: FollowKind) -> &'static [&'static str] {
    match kind {
        FollowKind::Why => &["Why?", "how come?", "What made you do that?"],
        FollowKind::How => &["How so?", "How did you do that?"],
        FollowKind::Example => &["For instance?", "Can you give me an example?", "like what?"],
        FollowKind::Feel => &["How did that feel?", "What was that like?"],
        FollowKind::More => &["Tell me more.", "go on"],
        FollowKind::When => &["When was that?"],
        FollowKind::Who => &["Who was that?"],
        FollowKind::Result => &["And then?", "How did it turn out?"],
    }
}

/// Every kind of asking on, for those who do not know which are scripted.
pub(super) const KINDS: &[FollowKind] = &[
    FollowKind::Why,
    FollowKind::How,
    FollowKind::Feel,
    FollowKind::Example,
    FollowKind::More,
    FollowKind::Result,
];

/// A line as fingers type it: in so many of a hundred words of five letters and more, two letters change places, one
/// is missing or one comes twice. First letters and capitalised words stay, since names are never repaired.
pub(super) fn with_slips(line: &str, percent: usize, lots: &mut Lots) -> String {
    let slip = |word: &str, lots: &mut Lots| {
        let mut letters: Vec<char> = word.chars().collect();
        let is_plain = letters.iter().all(char::is_ascii_lowercase);
        if !is_plain || letters.len() < 5 || !lots.chance(percent) {
            return word.to_owned();
        }
        let at = 1 + lots.below(letters.len() - 2);
        match lots.below(3) {
            0 => letters.swap(at, at + 1),
            1 => drop(letters.remove(at)),
            _ => letters.insert(at, letters[at]),
        }
        letters.into_iter().collect()
    };
    let words: Vec<String> = line.split(' ').map(|word| slip(word, lots)).collect();
    words.join(" ")
}
