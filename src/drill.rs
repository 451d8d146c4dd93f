//! Drills: one small skill at a time, in two or three minutes.
//!
//! Each item is a moment, a task, and a look at the line the learner gives: what it did, why that matters,
//! and a weak and a strong line side by side, because feedback with a reason and a better wording is what
//! helps (0.49 against 0.05, van der Kleij et al. 2015) and seeing good and bad together teaches what tells
//! them apart (contrasting cases: Schwartz and Bransford 1998). The items come out of the pack: its
//! questions with their weaker twins, and what its people say.

mod ending;

use std::collections::BTreeSet;

use crate::coach::hint;
use crate::hearing::heard::{Act, Fault, Form, Heard};
use crate::hearing::uptake::{is_content, is_function, uptake};
use crate::hearing::{Before, Ear, act_and_form};
use crate::pack::Pack;
use crate::pack::placed::Text;
use crate::pack::scenario::Scenario;
use crate::text::draw::from_bag;
use crate::text::stem::Stems;
use crate::text::words::words;

pub use self::ending::Ending;

/// A drill.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drill {
    /// Turn a closed question into an open one.
    Open,
    /// Catch the detail that was dropped.
    Hook,
    /// Show that it was heard, then ask.
    Acknowledge,
    /// The last minutes: time, last question, who else, permission, thanks.
    Ending,
    /// Take a no well.
    No,
}

/// So many items make a drill of two or three minutes.
pub const ITEMS: usize = 5;

impl Drill {
    /// All of them, in the order in which they help.
    pub const ALL: [Self; 5] = [Self::Open, Self::Hook, Self::Acknowledge, Self::Ending, Self::No];

    /// Its word on the command line and in files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Hook => "hook",
            Self::Acknowledge => "acknowledge",
            Self::Ending => "ending",
            Self::No => "no",
        }
    }

    /// What one does, as a heading.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Open => "Turn a closed question into an open one",
            Self::Hook => "Catch the detail",
            Self::Acknowledge => "Show that you heard, then ask",
            Self::Ending => "The last five minutes",
            Self::No => "Take a no well",
        }
    }

    /// Why it is worth doing.
    #[must_use]
    pub const fn why(self) -> &'static str {
        match self {
            Self::Open => {
                "A closed question gets a word or two; the open one gets the story. Most closed \
                 questions hide an open one."
            }
            Self::Hook => {
                "People drop details when there is more behind them. Asking on is what makes a talk \
                 a talk, and it is liked (Huang et al. 2017)."
            }
            Self::Acknowledge => {
                "A word that shows you heard makes the next question feel like interest instead of \
                 a form."
            }
            Self::Ending => {
                "The last minutes have an order that career centres teach: the time, a last \
                 question, who else, may I mention your name, thanks."
            }
            Self::No => {
                "Some people say no, and it says little about you. Taken kindly, a no leaves the \
                 door open."
            }
        }
    }
}

/// What a line has to do.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Want {
    /// Ask openly about this topic.
    Open { topic: String },
    /// Ask on about one of these details.
    Hook { details: Vec<String> },
    /// Show that it was heard, and ask.
    Acknowledge,
    /// Make one of these moves; what is said if it does and if it does not.
    Move { acts: &'static [Act], met: &'static str, not: &'static str },
    /// Ask openly what was not asked.
    LastQuestion,
    /// Ask for one name.
    OneName,
    /// Take a no kindly, and ask who else if that is due.
    Kindly { who_else: bool },
    /// Thank, naming something of this.
    ThanksFor { told: String },
}

/// One moment of a drill.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What is said before: by whom, and the words. By nobody: what happens.
    pub scene: Vec<(String, String)>,
    /// What to do.
    pub task: String,
    /// A line that does not do it.
    pub weak: String,
    /// A line that does.
    pub strong: String,
    /// What tells the two apart.
    pub why: String,
    want: Want,
}

/// How a line did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    /// Whether it did what was to be done.
    pub met: bool,
    /// What it did, for the learner.
    pub said: String,
}

/// The items of a drill. The same pack and seed give the same items.
#[must_use]
pub fn items(
    drill: Drill,
    pack: &Pack,
    scenario: &Scenario,
    seed: u64,
    ending: Ending,
) -> Vec<Item> {
    match drill {
        Drill::Open => open_items(pack, seed),
        Drill::Hook | Drill::Acknowledge => story_items(drill, pack, seed),
        Drill::Ending => ending::items(scenario, seed, ending),
        Drill::No => no_items(scenario, seed),
    }
}

/// Hears a line as an answer to an item.
#[must_use]
pub fn hear(item: &Item, ear: &Ear<'_>, line: &str) -> Heard {
    let partner = item.scene.iter().rev().find(|(who, _)| !who.is_empty());
    let partner = partner.filter(|_| !matches!(item.want, Want::Open { .. }));
    let partner = partner.map(|(_, words)| words.as_str());
    ear.hear(line, Before { partner, ..Before::default() })
}

/// Weak questions of the banks, each to be opened up.
fn open_items(pack: &Pack, seed: u64) -> Vec<Item> {
    let twins: Vec<_> = pack
        .bank_topics()
        .flat_map(|topic| topic.questions.iter().map(move |question| (topic, question)))
        .filter_map(|(topic, question)| {
            Some((topic, question, question.weak.as_ref()?, question.weak_because.as_ref()?))
        })
        // Some weaker twins are weak in another way than being closed.
        .filter(|(_, question, weak, _)| {
            let is_closed = |line: &str| act_and_form(line).1 == Some(Form::Closed);
            is_closed(weak) && !is_closed(&question.text)
        })
        .collect();
    drawn(seed, "drill.open", twins.len())
        .map(|at| {
            let (topic, question, weak, because) = twins[at];
            Item {
                scene: vec![("Somebody asks".to_owned(), weak.value().clone())],
                task: "Ask for the same thing, so that it leaves them room.".to_owned(),
                weak: weak.value().clone(),
                strong: question.text.value().clone(),
                why: because.value().clone(),
                want: Want::Open { topic: topic.id.value().clone() },
            }
        })
        .collect()
}

/// Answers with details in them, each to be asked on from.
fn story_items(drill: Drill, pack: &Pack, seed: u64) -> Vec<Item> {
    let told: Vec<_> = pack
        .scenarios
        .iter()
        .flat_map(|scenario| scenario.answers().map(move |(_, answer)| (scenario, answer)))
        .filter(|(_, answer)| !answer.hooks.is_empty() && !answer.say.is_empty())
        .collect();
    let weak: Vec<&Text> = pack
        .bank_topics()
        .flat_map(|topic| &topic.questions)
        .filter_map(|question| question.weak.as_ref())
        .collect();
    drawn(seed, drill.word(), told.len())
        .map(|at| {
            let (scenario, answer) = told[at];
            let details: Vec<String> = answer
                .hooks
                .iter()
                .flat_map(|hook| &hook.words)
                .map(|words| words.value().clone())
                .collect();
            let named = details.first().cloned().unwrap_or_default();
            let elsewhere = from_bag(seed, answer.id.value(), 0, weak.len().max(1));
            let elsewhere = weak.get(elsewhere).map(|weak| weak.value().clone());
            let scene = vec![(scenario.first_name().to_owned(), answer.say[0].value().clone())];
            if drill == Drill::Hook {
                Item {
                    scene,
                    task: "They dropped something worth asking about. Ask on from it.".to_owned(),
                    weak: elsewhere.unwrap_or_else(|| "Okay. And what else do you do?".to_owned()),
                    strong: hint::about(&named),
                    why: format!("The weak line moves on; the strong one takes up “{named}”."),
                    want: Want::Hook { details },
                }
            } else {
                Item {
                    scene,
                    task: "Show first that you heard it, in a few words; then ask.".to_owned(),
                    weak: "What was that like?".to_owned(),
                    strong: match at % 3 {
                        0 => format!("So there was ‘{named}’ in it. What was that like for you?"),
                        1 => format!("‘{named}’, I can picture that. How did you deal with it?"),
                        _ => format!("I would not have thought of ‘{named}’. What happened then?"),
                    },
                    why: "Both are good questions; only the strong line shows that you listened."
                        .to_owned(),
                    want: Want::Acknowledge,
                }
            }
        })
        .collect()
}

/// Noes of every kind, each to be taken kindly.
fn no_items(scenario: &Scenario, seed: u64) -> Vec<Item> {
    let name = scenario.first_name();
    let push = "Are you sure? It would only take a minute.";
    let noes: [(&str, &[Text], bool, &str, &str); 5] = [
        (
            "You wrote to ask for a talk. This comes back:",
            &scenario.outreach.not_now,
            true,
            "I see. Maybe later, then?",
            "Thank you for telling me. Is there somebody else you would suggest I ask?",
        ),
        (
            "You asked who else you could talk to.",
            &scenario.referral.refuse,
            false,
            push,
            "That is quite all right, thank you for thinking about it.",
        ),
        (
            "You asked whether you may mention their name.",
            &scenario.referral.permission_no,
            false,
            "Why not? I would only say that we talked.",
            "I understand, and I won't mention it. Thank you for being straight with me.",
        ),
        (
            "You asked whether you may stay in touch.",
            &scenario.reactions.keep_in_touch_cool,
            false,
            "Can I at least add you on LinkedIn?",
            "Of course, no trouble at all. Thank you for today.",
        ),
        (
            "You asked whether there is somebody they would introduce you to.",
            &scenario.awkward.no_referral.say,
            false,
            "Not even one person?",
            "Thank you for being honest about it. Today helped me a good deal as it is.",
        ),
    ];
    noes.into_iter()
        .filter(|(_, no, ..)| !no.is_empty())
        .map(|(what, no, who_else, weak, strong)| {
            let words = said_by(scenario, seed, what, no);
            let then = if who_else { " Then ask who else might like to talk." } else { "" };
            Item {
                scene: vec![(String::new(), what.to_owned()), (name.to_owned(), words)],
                task: format!("Take it kindly.{then}"),
                weak: weak.to_owned(),
                strong: strong.to_owned(),
                why: "Pushing turns a no into a firm no; thanks leaves it open.".to_owned(),
                want: Want::Kindly { who_else },
            }
        })
        .collect()
}

/// What a person says in a drill: one of a list, with what is filled in. Nothing, of an empty list.
fn said_by(scenario: &Scenario, seed: u64, place: &str, list: &[Text]) -> String {
    if list.is_empty() {
        return String::new();
    }
    let contact = scenario.contacts.first().map_or("them", |contact| contact.name.as_str());
    list[from_bag(seed, place, 0, list.len())]
        .replace("{minutes}", "five minutes")
        .replace("{contact}", contact)
        .replace("{name}", scenario.first_name())
}

/// So many places out of `count`, each once, in the order of the seed.
fn drawn(seed: u64, place: &str, count: usize) -> impl Iterator<Item = usize> {
    let place = place.to_owned();
    (0..).take(count.min(ITEMS)).map(move |nth| from_bag(seed, &place, nth, count))
}

/// Looks at a line as an answer to an item.
#[must_use]
pub fn look(item: &Item, heard: &Heard) -> Look {
    let (met, said) = match &item.want {
        Want::Open { topic } => opened(item, topic, heard),
        Want::Hook { details } => caught(details, heard),
        Want::Acknowledge => acknowledged(heard),
        Want::Move { acts, met, not } => {
            let does = acts.iter().any(|act| heard.does(*act));
            (does, if does { *met } else { *not }.to_owned())
        }
        Want::LastQuestion => last_question(heard),
        Want::OneName => {
            let asks = heard.question.is_some() || heard.does(Act::ReferralAsk);
            let said = if asks {
                "You made it easy for them to come up with one."
            } else {
                "They need a small push. Ask for one of those people, or where they would begin."
            };
            (asks, said.to_owned())
        }
        Want::Kindly { who_else } => kindly(*who_else, heard),
        Want::ThanksFor { told } => thanked(told, heard),
    };
    Look { met, said }
}

fn is_open(heard: &Heard) -> bool {
    heard.question.as_ref().is_some_and(|question| question.form != Form::Closed)
}

/// What is wrong with the form of a question, if anything.
fn trouble(heard: &Heard) -> Option<&'static str> {
    let Some(question) = &heard.question else {
        return Some("I hear no question in it yet.");
    };
    if question.has(Fault::Leading) {
        return Some("It suggests its own answer.");
    }
    if question.has(Fault::Stacked) {
        return Some("Two questions at once: people answer one of them.");
    }
    (question.form == Form::Closed).then_some("Still closed: a word or two answers it.")
}

fn opened(item: &Item, topic: &str, heard: &Heard) -> (bool, String) {
    if let Some(trouble) = trouble(heard) {
        return (false, trouble.to_owned());
    }
    let same_words = !uptake(&heard.words, &item.weak, &Stems::default()).is_empty();
    let names_it = heard.words.iter().any(|word| is_content(&word.text));
    let about = heard.subject.best();
    let same = same_words
        || heard.line.eq_ignore_ascii_case(&item.strong)
        || about.is_some_and(|heard| {
            let second = heard.runner_up.as_ref().is_some_and(|(id, _)| id == topic);
            names_it && (heard.id == topic || second)
        });
    if !same && !names_it {
        let said = "Open, and it could be about anything. Name what it is about.";
        return (false, said.to_owned());
    }
    if same {
        (true, "It leaves them room, and it is the same question.".to_owned())
    } else {
        let said = "Open, and about something else now. Keep to what the question wanted to know.";
        (false, said.to_owned())
    }
}

fn caught(details: &[String], heard: &Heard) -> (bool, String) {
    let stems = Stems::default();
    let taken = details.iter().find(|detail| !uptake(&heard.words, detail, &stems).is_empty());
    let follows = heard.question.as_ref().is_some_and(|question| question.follow_up.is_some());
    let listed: Vec<String> = details.iter().take(3).map(|detail| format!("“{detail}”")).collect();
    match (taken, trouble(heard)) {
        (Some(detail), None) => (true, format!("You caught “{detail}”, and left room.")),
        (Some(detail), Some(trouble)) => (false, format!("You caught “{detail}”. {trouble}")),
        (None, None) if follows || !heard.uptake.is_empty() => {
            (true, format!("You asked on. What they left open was {}.", listed.join(", ")))
        }
        (None, _) => {
            (false, format!("It leaves the detail lying. There was {}.", listed.join(", ")))
        }
    }
}

/// So many words before a question can show that something was heard.
const A_FEW: usize = 3;

fn acknowledged(heard: &Heard) -> (bool, String) {
    // "You ring bells, how lovely. How did you start?"
    let before = heard.question.as_ref().map_or(0, |question| question.words.start);
    let shows = before >= A_FEW && !heard.uptake.is_empty()
        || heard.does(Act::Acknowledgement)
        || heard.does(Act::Reflection)
        || heard.uptake.len() >= 2
        || heard.does(Act::Thanks);
    match (shows, trouble(heard)) {
        (true, None) => (true, "You showed that you heard, and then asked.".to_owned()),
        (true, Some(trouble)) => (false, format!("You showed that you heard. {trouble}")),
        (false, None) => {
            let said = "A good question. Before it, a few words that show you heard: one of theirs, \
                        or what it must mean.";
            (false, said.to_owned())
        }
        (false, Some(trouble)) => {
            (false, format!("{trouble} And before it, a few words that show you heard."))
        }
    }
}

fn last_question(heard: &Heard) -> (bool, String) {
    if heard.question.is_none() {
        let said = "I hear no question in it yet. “What should I have asked you?”";
        return (false, said.to_owned());
    }
    let is_that = heard.subject.best().is_some_and(|topic| topic.id == "anything-else");
    match (is_that, is_open(heard)) {
        (true, true) => (true, "It hands them the word. The best things come out here.".to_owned()),
        (true, false) => {
            let said =
                "The right question, and easily answered with no. Try: what should I have asked?";
            (true, said.to_owned())
        }
        (false, true) => {
            (true, "An open last question is fine. What you did not think of is better.".to_owned())
        }
        (false, false) => {
            (false, "Ask what you did not think to ask: “What should I have asked you?”".to_owned())
        }
    }
}

fn kindly(who_else: bool, heard: &Heard) -> (bool, String) {
    let says = |any: &[&str]| heard.words.iter().any(|word| any.contains(&word.text.as_str()));
    let asks = heard.question.is_some();
    let names_others = says(&[
        "colleague",
        "colleagues",
        "team",
        "anyone",
        "anybody",
        "someone",
        "somebody",
        "else",
        "other",
        "others",
        "whom",
    ]);
    let asks_else = heard.does(Act::ReferralAsk) || asks && names_others;
    // "Oh, what a pity" is honest, and makes them sorry.
    let is_sore = says(&["pity", "hoped", "shame", "disappointed", "disappointing", "sad", "why"]);
    let acts = [Act::Thanks, Act::Acknowledgement, Act::Answer, Act::Reflection];
    let thanks = heard.does(Act::Thanks);
    let kind = thanks || !is_sore && acts.into_iter().any(|act| heard.does(act));
    if heard.does(Act::Rude) || heard.does(Act::JobAsk) {
        return (false, "That closes the door. A word of thanks costs nothing.".to_owned());
    }
    match (who_else, kind, asks_else) {
        (true, true, true) => (true, "Thanks, and who else: a no that leads on.".to_owned()),
        (true, _, true) => {
            (true, "You asked who else. A word of thanks first makes it easy to give.".to_owned())
        }
        (true, true, false) => {
            (false, "Kindly taken. One thing is left: ask who else might like to talk.".to_owned())
        }
        (false, _, true) => (false, "That asks again. Let this one go.".to_owned()),
        (false, false, false) if asks => (false, "That asks again. Let this one go.".to_owned()),
        (false, true, false) if heard.question.is_none() => {
            (true, "Kindly taken, and left at that. They will remember it.".to_owned())
        }
        (false, true, false) => {
            (false, "Kind, and then it asks on. After a no, leave it there.".to_owned())
        }
        (_, false, false) => {
            (false, "A word of thanks first: they were straight with you.".to_owned())
        }
    }
}

fn thanked(told: &str, heard: &Heard) -> (bool, String) {
    let stems = Stems::default();
    let of_told: BTreeSet<String> = words(told).iter().map(|word| stems.of(&word.text)).collect();
    let mut named = heard.words.iter().filter(|word| {
        word.text.len() > 3 && !is_function(&word.text) && of_told.contains(&stems.of(&word.text))
    });
    let names = named.next().map(|word| word.text.clone());
    match (heard.does(Act::Thanks), names) {
        (true, Some(word)) => {
            (true, format!("Thanks, and for something they really said (“{word}”)."))
        }
        (true, None) => (
            false,
            "Thanks is there. Name one thing they told you; it shows what stayed.".to_owned(),
        ),
        (false, _) => (false, "Begin with thank you, and then one thing they told you.".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::{Drill, Ending, hear, items, look};
    use crate::hearing::Ear;
    use crate::pack::{builtin, load};

    #[test]
    fn the_strong_line_of_every_item_does_it_and_the_weak_one_does_not() {
        let (pack, _) = load::built_in(builtin::sources(), None);
        let mut wrong = Vec::new();
        for scenario in &pack.scenarios {
            let ear = Ear::new(&pack, Some(scenario));
            for drill in Drill::ALL {
                for (ending, seed) in Ending::ALL.into_iter().zip([1, 2, 3, 4]) {
                    let items = items(drill, &pack, scenario, seed, ending);
                    assert_eq!(items.len(), super::ITEMS, "{drill:?}");
                    for item in items {
                        let mut meets = |line: &str, expected: bool| {
                            let found = look(&item, &hear(&item, &ear, line));
                            if found.met != expected {
                                wrong.push(format!("{drill:?} {:?}: {line}: {found:?}", item.want));
                            }
                        };
                        meets(&item.strong, true);
                        meets(&item.weak, false);
                    }
                }
            }
        }
        wrong.sort();
        wrong.dedup();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
