//! The last five minutes, step by step, against a yes, a vague answer, a no and "I would have to think".

use super::{Item, Want, said_by};
use crate::hearing::heard::Act;
use crate::pack::placed::Text;
use crate::pack::scenario::Scenario;
use crate::text::draw::from_bag;

/// What comes of asking who else to talk to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// An introduction.
    Yes,
    /// "There are a few people."
    Vague,
    /// A no.
    No,
    /// "I would have to think."
    Think,
}

impl Ending {
    /// All of them, in the order in which they get harder.
    pub const ALL: [Self; 4] = [Self::Yes, Self::Vague, Self::Think, Self::No];

    /// Its word on the command line.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::Vague => "vague",
            Self::No => "no",
            Self::Think => "think",
        }
    }
}

/// A vague answer, in three voices.
const VAGUE: [&str; 3] = [
    "Oh, there are a few people, I'm sure. It's a big place.",
    "You'd want to talk to somebody on the other side of the house, I suppose.",
    "There must be someone. People come and go so much.",
];

/// The steps of the ending.
pub(super) fn items(scenario: &Scenario, seed: u64, ending: Ending) -> Vec<Item> {
    let name = scenario.first_name();
    let said = |words: String| vec![(name.to_owned(), words)];
    let drawn = |place: &str, list: &[Text]| said_by(scenario, seed, place, list);
    let last = scenario.topic("anything-else").and_then(|topic| topic.answers.first());
    let told = last.map_or_else(String::new, |answer| drawn("drill.last", &answer.say));
    let telling = told.split_whitespace().take(8).collect::<Vec<_>>().join(" ");
    vec![
        Item {
            scene: vec![(
                String::new(),
                "You have talked for a quarter of an hour. Some five minutes are left.".to_owned(),
            )],
            task: "Look at the time before they have to.".to_owned(),
            weak: "What else do you do?".to_owned(),
            strong: "I see we have about five minutes left. Does that still suit you?".to_owned(),
            why: "Who minds the time is trusted with more of it.".to_owned(),
            want: Want::Move {
                acts: &[Act::TimeCheck],
                met: "You minded their time before they had to.",
                not: "Say something about the time: “Do you still have five minutes?”",
            },
        },
        Item {
            scene: said(drawn("drill.time", &scenario.reactions.time_check)),
            task: "One last question: about what you did not think to ask.".to_owned(),
            weak: "Okay, I think that is everything.".to_owned(),
            strong: "What should I have asked you that I haven't?".to_owned(),
            why: "They know what you could not know to ask.".to_owned(),
            want: Want::LastQuestion,
        },
        Item {
            scene: said(told.clone()),
            task: "Ask who else you could talk to.".to_owned(),
            weak: "Okay, thanks.".to_owned(),
            strong: "Thank you. Who else would you suggest I talk to about this?".to_owned(),
            why: "Most people like to pass somebody on, and few are asked.".to_owned(),
            want: Want::Move {
                acts: &[Act::ReferralAsk],
                met: "You asked. Most people like to be asked that.",
                not: "Ask for a person: “Who else would you suggest I talk to?”",
            },
        },
        answer(scenario, seed, ending, &drawn),
        Item {
            scene: said(afterwards(scenario, ending, &drawn)),
            task: "Close with thanks, and one specific thing they told you.".to_owned(),
            weak: "Great, bye.".to_owned(),
            strong: format!(
                "Thank you for your time. What you said, “{telling}…”, will stay with me."
            ),
            why: format!("One specific thing shows what stayed. They had told you: “{told}”"),
            want: Want::ThanksFor { told },
        },
    ]
}

/// What comes of asking who else, and how to take it.
fn answer(
    scenario: &Scenario,
    seed: u64,
    ending: Ending,
    drawn: &dyn Fn(&str, &[Text]) -> String,
) -> Item {
    let contact = scenario.contacts.first();
    let (words, task, weak, strong, why, want) = match ending {
        Ending::Yes => (
            contact.map_or_else(String::new, |contact| drawn("drill.yes", &contact.introduce)),
            "Ask whether you may mention their name.",
            "Great, I will write to them.",
            "Thank you. May I mention your name when I write to them?",
            "A name used without leave can embarrass both.",
            Want::Move {
                acts: &[Act::PermissionAsk],
                met: "You asked before using their name.",
                not: "Ask first: “May I mention your name when I write?”",
            },
        ),
        Ending::Vague => (
            VAGUE[from_bag(seed, "drill.vague", 0, VAGUE.len())].to_owned(),
            "They are willing and cannot think of anybody. Help them to one name.",
            "Okay, never mind.",
            "If you think of one of them, who would you start with?",
            "A vague yes becomes a name when the question is smaller.",
            Want::OneName,
        ),
        Ending::No => (
            drawn("drill.no", &scenario.referral.refuse),
            "That is a no. Take it kindly, and leave it there.",
            "Are you sure nobody comes to mind?",
            "That is quite all right. Thank you for thinking about it.",
            "Asking again turns a no into a firm no.",
            Want::Kindly { who_else: false },
        ),
        Ending::Think => (
            drawn("drill.think", &scenario.referral.think),
            "Make it easy for them: thank them, and say that you will write.",
            "Okay. When will you know?",
            "Thank you, take all the time you need. May I write to you in a week?",
            "Who has to think needs no pressure, only a way to answer later.",
            Want::Move {
                acts: &[Act::KeepInTouch, Act::Thanks],
                met: "You gave them time, and a way to answer.",
                not: "Thank them, and offer to write: “May I write to you in a week?”",
            },
        ),
    };
    Item {
        scene: vec![(scenario.first_name().to_owned(), words)],
        task: task.to_owned(),
        weak: weak.to_owned(),
        strong: strong.to_owned(),
        why: why.to_owned(),
        want,
    }
}

/// What they say to that.
fn afterwards(
    scenario: &Scenario,
    ending: Ending,
    drawn: &dyn Fn(&str, &[Text]) -> String,
) -> String {
    match ending {
        Ending::Yes => drawn("drill.after", &scenario.referral.permission_yes),
        Ending::Vague => {
            let contact = scenario.contacts.first();
            contact.map_or_else(String::new, |contact| drawn("drill.after", &contact.name_only))
        }
        Ending::No => drawn("drill.after", &scenario.awkward.no_referral.well),
        Ending::Think => drawn("drill.after", &scenario.reactions.keep_in_touch),
    }
}
