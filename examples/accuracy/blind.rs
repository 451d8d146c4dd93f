//! Known blind spots, each with lines of our own that the program really hears wrongly, and the places
//! where labels and program differ on principle. What is heard is asked of the program each time.

use std::fmt::Write as _;

use coffeechat::hearing::heard::{Act, Fault, Form, Heard, Kind};

use crate::ground::Ground;
use crate::page::words_table;

/// What a listener would have heard, and with it what is looked at.
#[derive(Clone, Copy)]
enum Meant {
    /// Something is asked.
    Asks,
    /// The line does this.
    Does(Act),
    /// The question has one of these forms.
    Has(&'static [Form]),
    /// The question has one of these faults.
    Faulty(&'static [Fault]),
    /// The question has no fault.
    Faultless,
    /// The question asks on, or does not.
    AsksOn(bool),
    /// The line is about one of these topics; about none, if there are none.
    About(&'static [&'static str]),
}

impl Meant {
    fn is_heard(self, heard: &Heard) -> bool {
        let question = heard.question.as_ref();
        match self {
            Self::Asks => question.is_some(),
            Self::Does(act) => heard.act == act,
            Self::Has(forms) => question.is_some_and(|asked| forms.contains(&asked.form)),
            Self::Faulty(faults) => {
                question.is_some_and(|asked| faults.iter().any(|fault| asked.has(*fault)))
            }
            Self::Faultless => question.is_some_and(|asked| asked.faults.is_empty()),
            Self::AsksOn(yes) => {
                question.is_some_and(|asked| asked.kind.is_some_and(Kind::asks_on) == yes)
            }
            Self::About(topics) => heard
                .subject
                .best()
                .map_or(topics.is_empty(), |best| topics.contains(&best.id.as_str())),
        }
    }

    /// What would have been right, in words.
    fn words(self) -> String {
        let any = |words: Vec<&str>| words.join(" or ");
        match self {
            Self::Asks => "a question".to_owned(),
            Self::Does(act) => act.word().to_owned(),
            Self::Has(forms) => any(forms.iter().map(|form| form.word()).collect()),
            Self::Faulty(faults) => any(faults.iter().map(|fault| fault.word()).collect()),
            Self::Faultless => "no fault".to_owned(),
            Self::AsksOn(true) => "a follow-up".to_owned(),
            Self::AsksOn(false) => "a switch".to_owned(),
            Self::About([]) => "about none of the topics".to_owned(),
            Self::About(topics) => format!("about {}", any(topics.to_vec())),
        }
    }

    /// What was heard of it, in words.
    fn heard(self, heard: &Heard) -> String {
        let Some(question) = heard.question.as_ref() else {
            return format!("nothing asked ({})", heard.act.word());
        };
        match self {
            Self::Asks => format!("a question ({})", question.form.word()),
            Self::Does(_) => heard.act.word().to_owned(),
            Self::Has(_) => question.form.word().to_owned(),
            Self::Faulty(_) | Self::Faultless if question.faults.is_empty() => {
                "no fault".to_owned()
            }
            Self::Faulty(_) | Self::Faultless => {
                let faults = question.faults.iter().map(|(fault, _)| fault.word());
                faults.collect::<Vec<_>>().join(", ")
            }
            Self::AsksOn(_) => match question.kind {
                Some(kind) if kind.asks_on() => "a follow-up".to_owned(),
                _ => "a switch".to_owned(),
            },
            Self::About(_) => match heard.subject.best() {
                Some(best) => format!("about {}", best.id),
                None => "about none of the topics".to_owned(),
            },
        }
    }
}

/// A line, what was said before it, and what a listener would hear.
struct Spot {
    before: &'static str,
    line: &'static str,
    meant: Meant,
}

/// A line of its own.
const fn alone(line: &'static str, meant: Meant) -> Spot {
    Spot { before: "", line, meant }
}

/// A line after something the partner said.
const fn after(before: &'static str, line: &'static str, meant: Meant) -> Spot {
    Spot { before, line, meant }
}

/// Blind spots with one cause.
struct Cause {
    name: &'static str,
    text: &'static str,
    spots: &'static [Spot],
}

const CAUSES: &[Cause] = &[
    Cause {
        name: "A statement that asks, typed without its mark",
        text: "Aloud, the voice rises. On paper only the mark says that it is a question; without it, the \
               words are those of a statement.",
        spots: &[
            alone("They let you go home after that", Meant::Asks),
            alone("The night shift is worse", Meant::Asks),
            alone("You're happy there", Meant::Asks),
        ],
    },
    Cause {
        name: "One fact behind an open word",
        text: "*What* opens most questions and closes some. Which one it is depends on what the noun is; \
               the usual ones are listed (years, titles, names), others are not.",
        spots: &[
            alone("What was your first boat called?", Meant::Has(&[Form::Closed])),
            alone("What is your desk made of?", Meant::Has(&[Form::Closed])),
            alone("What do you weigh the parcels with?", Meant::Has(&[Form::Closed])),
        ],
    },
    Cause {
        name: "A story behind a closed word",
        text: "*Who*, *where* and *do you remember* ask for a fact in most talk. Sometimes they ask for \
               everything, and grammar does not say so.",
        spots: &[
            alone("Who were you before all this?", Meant::Has(&[Form::Open])),
            alone("Where does that confidence come from?", Meant::Has(&[Form::Open])),
            alone("Do you remember your first patient?", Meant::Has(&[Form::Open, Form::Invited])),
        ],
    },
    Cause {
        name: "Faults that lie in what is said, not in how",
        text: "What a question takes for granted, and whether two things joined by *and* or *or* are one \
               or two, is knowledge of the world.",
        spots: &[
            alone(
                "Why do lawyers lie so much?",
                Meant::Faulty(&[Fault::Assumptive, Fault::Leading]),
            ),
            alone(
                "What makes your boss so difficult?",
                Meant::Faulty(&[Fault::Assumptive, Fault::Leading]),
            ),
            alone("What do you do for fun and for a living?", Meant::Faulty(&[Fault::Stacked])),
            alone("How did it end, well or badly?", Meant::Faulty(&[Fault::EitherOr])),
            alone("Do you work with nuts or bolts?", Meant::Faultless),
        ],
    },
    Cause {
        name: "What belongs to what",
        text: "A follow-up that uses none of their words follows all the same, for whoever knows that pots \
               go into kilns. And a word can be theirs while the question is not about it.",
        spots: &[
            after("The kiln broke in my second week.", "And the pots?", Meant::AsksOn(true)),
            after(
                "I left teaching after a winter of bad sleep.",
                "How many pupils did you have?",
                Meant::AsksOn(true),
            ),
            after(
                "I left teaching after a winter of bad sleep.",
                "Is a degree needed for this job?",
                Meant::AsksOn(false),
            ),
        ],
    },
    Cause {
        name: "Topics named by other words",
        text: "A topic is heard by words of the question banks. Pictures, and words no bank has in this \
               sense, lead to no topic or to a neighbour.",
        spots: &[
            alone("Do robots scare you", Meant::About(&["future-outlook", "industry-trends"])),
            alone(
                "How do you treat apprentices today?",
                Meant::About(&["team-people", "company-culture"]),
            ),
            alone("What keeps the lights on?", Meant::About(&["compensation", "success-measures"])),
        ],
    },
    Cause {
        name: "Moves made in a roundabout way",
        text: "Courtesies are heard by their usual words. Who goes round them is taken at their word.",
        spots: &[
            alone("That'd be all from my side", Meant::Does(Act::Goodbye)),
            alone("Time's nearly up I see", Meant::Does(Act::TimeCheck)),
            alone("I'd sweep your floors if that got me in", Meant::Does(Act::JobAsk)),
            alone("I won't keep you from your soup", Meant::Does(Act::Goodbye)),
            alone("So the boats pay for the repairs", Meant::Does(Act::Reflection)),
        ],
    },
    Cause {
        name: "Irony",
        text: "It says one thing and means the other, and says so with the voice.",
        spots: &[alone("Thanks a million for nothing", Meant::Does(Act::Rude))],
    },
];

/// Lines on which labels and program differ, or the program and its first design, on principle.
const PRINCIPLES: &[Cause] = &[
    Cause {
        name: "“Right”",
        text: "In meetings a bare “right” is mostly a tag on one's own statement, and labelled as asking. \
               A learner who types it after an answer shows that they heard. Without a mark it is heard as \
               an acknowledgement, which costs what the table under [Question or not](#question-or-not) \
               shows; answering it as a question would be worse.",
        spots: &[
            after("We open at six in summer.", "right", Meant::Does(Act::Acknowledgement)),
            after("We open at six in summer.", "Right?", Meant::Asks),
        ],
    },
    Cause {
        name: "“Anything else?”",
        text: "The first design called it invited. It is yes or no in grammar, and in practice it gets a no: \
               patients asked for *anything* else named their other concerns far less often than those \
               asked for *something* else (Heritage and others 2007). The labels call it closed as well.",
        spots: &[
            alone("Is there anything else you want to add?", Meant::Has(&[Form::Closed])),
            alone("Anything else?", Meant::Has(&[Form::Closed])),
        ],
    },
    Cause {
        name: "Statements with a mark",
        text: "“You work nights?” is a question because of its mark, and a closed one. Typed without the \
               mark it is heard as what it then is. Lines labelled so are left out of the figures for \
               meetings, since the label cannot be told from the words.",
        spots: &[
            alone("You work nights?", Meant::Has(&[Form::Closed])),
            alone("You work nights", Meant::Does(Act::Reflection)),
        ],
    },
    Cause {
        name: "“Really?”",
        text: "Whoever asks “really?” wants to hear more, so it is heard as asking on; without the mark it \
               only shows that one is listening.",
        spots: &[
            after("It was a leap in the dark.", "Really?", Meant::AsksOn(true)),
            after("It was a leap in the dark.", "really", Meant::Does(Act::Acknowledgement)),
        ],
    },
];

/// The blind spots; `tell` is told of each that is one no more.
pub(crate) fn blind_spots(ground: &Ground<'_>, mut tell: impl FnMut(&str)) -> String {
    let mut page = String::from(
        "## Known blind spots\n\nLines of our own, put to the program when this page was made.\n\n",
    );
    for cause in CAUSES {
        let (mut wrong, mut right) = (Vec::new(), Vec::new());
        for spot in cause.spots {
            let heard = ground.hear(spot.line, spot.before);
            if spot.meant.is_heard(&heard) {
                tell(&format!("no blind spot any more: “{}”", spot.line));
                right.push(spot.shown());
            } else {
                wrong.push(vec![spot.shown(), spot.meant.words(), spot.meant.heard(&heard)]);
            }
        }
        let _ = write!(page, "### {}\n\n{}\n\n", cause.name, cause.text);
        if !wrong.is_empty() {
            page += &words_table(&["line", "meant", "heard"], &wrong);
        }
        if !right.is_empty() {
            let _ = write!(page, "Heard rightly by now: {}.\n\n", right.join(", "));
        }
    }
    page
}

/// Where labels and program differ; `tell` is told of each line that is not heard as the page says.
pub(crate) fn principles(ground: &Ground<'_>, mut tell: impl FnMut(&str)) -> String {
    let mut page = String::from("## Where labels and program differ on principle\n\n");
    for cause in PRINCIPLES {
        let _ = write!(page, "### {}\n\n{}\n\n", cause.name, cause.text);
        let rows: Vec<Vec<String>> = cause
            .spots
            .iter()
            .map(|spot| {
                let heard = ground.hear(spot.line, spot.before);
                let is_kept = spot.meant.is_heard(&heard);
                if !is_kept {
                    tell(&format!("not heard as the page says: “{}”", spot.line));
                }
                let also = if is_kept { "" } else { ", against the rule" };
                vec![spot.shown(), spot.meant.heard(&heard) + also]
            })
            .collect();
        page += &words_table(&["line", "heard"], &rows);
    }
    page
}

impl Spot {
    /// The line as the page shows it, after what was said before it.
    fn shown(&self) -> String {
        match self.before {
            "" => format!("“{}”", self.line),
            before => format!("(*{before}*) “{}”", self.line),
        }
    }
}
