//! Your own person: a scenario out of the dozen things that are known of a real contact.
//!
//! It is honest about what it cannot know. It answers what the learner wrote down, and says to everything
//! else that this is one to keep for the real talk: a list of those is the best preparation there is. No
//! rehearsal should teach a learner what somebody "said" who never said it.

use std::fmt::Write as _;

use crate::text::clean;
use crate::text::words::{self, slug};

/// What kind of talker the contact is, as far as one can tell.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Temper {
    /// Warm and easy.
    #[default]
    Warm,
    /// Reserved: says little at first.
    Reserved,
    /// Busy: short on time.
    Busy,
    /// Rambling: wanders off.
    Rambling,
}

impl Temper {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Warm, Self::Reserved, Self::Busy, Self::Rambling];

    /// Its word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Warm => "warm",
            Self::Reserved => "reserved",
            Self::Busy => "busy",
            Self::Rambling => "rambling",
        }
    }

    /// The temper that somebody typed, by its first letters.
    #[must_use]
    pub fn of(typed: &str) -> Option<Self> {
        let typed = typed.trim().to_lowercase();
        let words: Vec<&str> = typed.split_whitespace().collect();
        let named = |temper: &Self| words.iter().any(|word| temper.word().starts_with(word));
        Self::ALL.into_iter().find(named)
    }

    /// Difficulty, then warmth, talkativeness and initiative, then how they are to talk to.
    const fn traits(self) -> (u8, [f32; 3], &'static str) {
        match self {
            Self::Warm => (1, [0.8, 0.6, 0.5], "Warm and easy, as far as you can tell."),
            Self::Reserved => (3, [0.3, 0.2, 0.3], "Reserved at first, as far as you can tell."),
            Self::Busy => (3, [0.4, 0.4, 0.2], "Busy, as far as you can tell."),
            Self::Rambling => (2, [0.7, 0.9, 0.4], "A great talker, as far as you can tell."),
        }
    }
}

/// What is known of a contact. Only the name is needed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Known {
    /// Full name.
    pub name: String,
    /// What they do, as on a card.
    pub role: String,
    /// Where they do it.
    pub organisation: String,
    /// The field of work, in one or two words.
    pub field: String,
    /// How long they have done it, such as "six years".
    pub years: String,
    /// How they got there, as they might tell it.
    pub path: String,
    /// What their days are like, as they might tell it.
    pub days: String,
    /// What they seem to care about, as they might tell it.
    pub enjoys: String,
    /// How the learner came to them.
    pub how_met: String,
    /// What anybody can read of them.
    pub public: Vec<String>,
    /// What kind of talker they are.
    pub temper: Temper,
    /// Minutes agreed; 20 if it is not known.
    pub minutes: Option<u32>,
}

/// The id of somebody of this name; empty if the name has no plain letters.
#[must_use]
pub fn id_of(name: &str) -> String {
    // Ids are plain letters; "José" becomes "jos".
    let plain: String = slug(name).chars().filter(char::is_ascii).collect();
    let plain = plain.trim_matches('-');
    // An id begins with a letter: "3M Person" becomes "p-3m-person".
    if plain.starts_with(|first: char| first.is_ascii_digit()) {
        return format!("p-{plain}");
    }
    plain.to_owned()
}

/// The names in the file of one's own person: theirs, and where they work. None if it cannot be read.
#[must_use]
pub fn names_in(scenario: &str) -> Option<(String, Option<String>)> {
    let table: toml::Table = scenario.parse().ok()?;
    let who = table.get("interviewee")?.as_table()?;
    let text = |key: &str| who.get(key).and_then(toml::Value::as_str).map(str::to_owned);
    // What stands for what was not written down is nobody's name.
    let organisation = text("organisation").filter(|text| !text.ends_with("not written down"));
    Some((text("name")?, organisation))
}

/// The least and most minutes a talk can have.
pub const MINUTES: std::ops::RangeInclusive<u32> = 5..=90;

/// The manifest of the pack that holds one's own people.
pub const MANIFEST: &str = "# The people you are going to meet, as far as you know them. Made by `coffeechat pack new --person`.\n\
    schema = 1\n\
    id = \"my-people\"\n\
    title = \"My people\"\n\
    \n\
    # They are known in outline, so what would disappoint in a person made up for a class does not matter here.\n\
    [check.not-speech]\n\
    severity = \"off\"\n\
    reason = \"What the stand-in does not know, it says in brackets.\"\n\
    [check.said-twice]\n\
    severity = \"off\"\n\
    reason = \"What the stand-in does not know, it says in few ways.\"\n\
    [check.no-gems]\n\
    severity = \"off\"\n\
    reason = \"Their candid moments are not known before the talk.\"\n\
    [check.no-hooks]\n\
    severity = \"off\"\n\
    reason = \"What is known of them is little yet.\"\n\
    [check.too-little-to-tell]\n\
    severity = \"off\"\n\
    reason = \"What is known of them is little yet.\"\n\
    [check.nothing-to-ask-on]\n\
    severity = \"off\"\n\
    reason = \"What is known of them is little yet.\"\n\
    [check.closed-earns-story]\n\
    severity = \"off\"\n\
    reason = \"What is known of them is little yet.\"\n\
    [check.no-way-to-referral]\n\
    severity = \"off\"\n\
    reason = \"Whom they know is not known before the talk.\"\n\
    [check.no-homework]\n\
    severity = \"off\"\n\
    reason = \"Nothing may be known of them yet.\"\n\
    [check.not-introduced]\n\
    severity = \"off\"\n\
    reason = \"Only you meet them.\"\n\
    [check.untested-person]\n\
    severity = \"off\"\n\
    reason = \"Only you meet them.\"\n";

impl Known {
    /// The scenario's id, and the name of its file without `.toml`; empty if the name has no letters.
    #[must_use]
    pub fn id(&self) -> String {
        id_of(&self.name)
    }

    /// The scenario, as a file that can be played and edited.
    #[must_use]
    pub fn scenario(&self) -> String {
        let (difficulty, [warmth, talkative, initiative], manner) = self.temper.traits();
        let or = |text: &str, otherwise: &str| {
            quoted(if text.trim().is_empty() { otherwise } else { text })
        };
        let mut file = String::new();
        let name = quoted(&self.name);
        let _ = write!(
            file,
            "# {} as far as you know them. What stands here is what you wrote; to everything else they say\n\
             # that it is one for the real talk. Add what you find out: another [[topic]] with an answer, in\n\
             # the way of those below. `coffeechat questions` lists the topics.\n\n\
             schema = 1\nid = {}\ntitle = {}\n",
            clean::line(&self.name),
            quoted(&self.id()),
            or(&self.role, "Somebody you are going to meet"),
        );
        if !self.field.trim().is_empty() {
            let _ = writeln!(file, "field = {}", quoted(&self.field));
        }
        let _ = write!(
            file,
            "difficulty = {difficulty}\nmanner = {}\nextends = \"professional\"\n\n\
             [interviewee]\nname = {name}\nrole = {}\norganisation = {}\n\n\
             [interviewee.temperament]          # 0.0 to 1.0; 0.5 is ordinary\n\
             warmth = {warmth:.1}\ntalkative = {talkative:.1}\ninitiative = {initiative:.1}\n\n\
             [brief]\nhow_met = {}\n",
            quoted(manner),
            or(&self.role, "a role you have not written down"),
            or(&self.organisation, "a place you have not written down"),
            or(&self.how_met, "You have not written down how you came to them."),
        );
        let facts: Vec<String> = self.facts().iter().map(|fact| quoted(fact)).collect();
        if !facts.is_empty() {
            let _ = writeln!(file, "facts = [\n  {},\n]", facts.join(",\n  "));
        }
        let minutes = self.minutes.unwrap_or(20);
        let _ =
            write!(file, "\n[time]\nminutes = {minutes}\nmention_at = {}\n", minutes.min(20) / 4);
        self.write_topics(&mut file);
        file.push_str(NOT_KNOWN);
        file
    }

    /// What can be read of them, with how long they have been there.
    fn facts(&self) -> Vec<String> {
        let years = self.years.trim();
        let years = (!years.is_empty()).then(|| format!("{years} in this work"));
        years.into_iter().chain(self.public.iter().cloned()).collect()
    }

    fn write_topics(&self, file: &mut String) {
        for (topic, id, text, else_gist, more) in [
            (
                "career-path",
                "path",
                &self.path,
                "how I got here",
                "There's more to it than that, and I'd gladly tell you when we meet.",
            ),
            (
                "day-to-day",
                "days",
                &self.days,
                "what my days are like",
                "That's the outside of it. Ask me what it's like from the inside when we meet.",
            ),
            (
                "enjoy",
                "enjoys",
                &self.enjoys,
                "what I like about it",
                "Ask me where that comes from when we meet.",
            ),
        ] {
            let text = text.trim();
            if text.is_empty() {
                continue;
            }
            let whole = sentence(text);
            let gist = if words::count(text) <= 12 { text } else { else_gist };
            let gist = gist.trim_end_matches(['.', '!', '?']);
            let _ = write!(
                file,
                "\n[[topic]]\nid = {}\n\n[[topic.answer]]\nid = {}\ngist = {}\nshort = {}\nsay = [\n  {},\n]\n",
                quoted(topic),
                quoted(&format!("{}-{id}", self.id())),
                quoted(gist),
                quoted(&first_words(&whole)),
                quoted(&format!("{whole} {more}")),
            );
        }
    }
}

/// A text that ends as a sentence does.
fn sentence(text: &str) -> String {
    let text = words::capitalised(text.trim());
    if text.ends_with(['.', '!', '?', '…']) { text } else { format!("{text}.") }
}

/// The first sentence, or as much of it as a short answer holds.
fn first_words(text: &str) -> String {
    let first = text.split_inclusive(['.', '!', '?']).next().unwrap_or(text).trim();
    let words: Vec<&str> = first.split_whitespace().collect();
    if words.len() <= 12 { first.to_owned() } else { format!("{}…", words[..10].join(" ")) }
}

/// A text as a TOML string, on one line and without what could steer a terminal. Braces would be filled in,
/// and become brackets.
fn quoted(text: &str) -> String {
    let line = clean::line(text.trim()).replace('{', "(").replace('}', ")");
    toml::Value::String(line).to_string()
}

/// What they say to what was not written down.
const NOT_KNOWN: &str = r#"
# What nobody can know before the talk.
[reactions]
unscripted = [
  "(You have not written down what they would say to this. Keep it for the real talk.)",
  "(Only the real person can answer that. It is a good one to take along.)",
  "(That is not in your notes about them. Put it on your list for the day.)",
  "(This stand-in does not know. The person you meet will.)",
  "(Nothing is known here about that yet: one more reason to ask it for real.)",
]
exhausted = [
  "(That is all you wrote down about it. The rest is for the real talk.)",
  "(Here your notes end. Ask on when you meet.)",
  "(There is no more to this in your notes.)",
]
follow_why = [
  "(The reason is not in your notes. A good question to ask for real.)",
  "(Why that was, only they can say. Keep the question.)",
]
follow_how = [
  "(How that went is not in your notes. Ask it on the day.)",
  "(Only they know how. Keep the question.)",
]
follow_example = [
  "(There is no example in your notes. Ask for one when you meet.)",
  "(An example has to come from them. Keep the question.)",
]
follow_feel = [
  "(What it was like, only they can tell. Keep the question.)",
  "(No note could tell you that. Ask it on the day.)",
]
follow_more = [
  "(That is all there is in your notes. The real person has more.)",
  "(There is more, and it is theirs to tell. Ask it on the day.)",
]
follow_when = [
  "(When that was is not in your notes.)",
  "(The date is not written down here.)",
]
follow_who = [
  "(Who that was is not in your notes.)",
  "(No name is written down here.)",
]
follow_result = [
  "(How it turned out is not in your notes. Ask it on the day.)",
  "(The end of that story is theirs to tell.)",
]

[referral]
think = [
  "(Whom they would name, only they know. It is the question to end the real talk on.)",
  "(Your notes have nobody here. Ask it for real; most people like to be asked.)",
]
refuse = [
  "(Whom they would name, only they know. Ask it once they know you a little.)",
  "(Your notes have nobody here. Keep the question for the end of the real talk.)",
]
no_more = [
  "(Whom they would name, only they know. It is the question to end the real talk on.)",
  "(Your notes have nobody here. Ask it for real; most people like to be asked.)",
]
permission_nobody = [
  "(Nobody was named here. On the day, ask it as soon as they name somebody.)",
  "(A good question, once they have named somebody.)",
]

[[topic]]
id = "anything-else"

[[topic.answer]]
id = "own-anything-else"
gist = "what you should have asked, only the real person can say"
short = "(Only they can say. It is the best last question there is.)"
say = ["(What you should have asked, only the real person can say. It is the best last question there is: take it along.)"]
"#;

#[cfg(test)]
mod tests {
    use super::{Known, MANIFEST, Temper};
    use crate::disk::Source;
    use crate::pack::{builtin, load};

    fn findings(known: &Known) -> Vec<String> {
        let source =
            |path: &str, text: String| Source { path: path.to_owned(), text, unreadable: None };
        let file = format!("scenarios/{}.toml", known.id());
        let sources =
            vec![source("pack.toml", MANIFEST.to_owned()), source(&file, known.scenario())];
        let (_, found) = load::pack(sources, &builtin::sources());
        found.iter().map(|finding| format!("{}: {}", finding.rule.name, finding.message)).collect()
    }

    #[test]
    fn whatever_is_known_the_scenario_has_no_findings() {
        for name in ["Bo", "3M Person", "7", "Zoë -- Ö"] {
            let bare = Known { name: name.to_owned(), ..Known::default() };
            assert_eq!(findings(&bare), [] as [String; 0], "{name}");
        }
        for temper in Temper::ALL {
            let full = Known {
                name: "José \"Pepe\" O'Neil".to_owned(),
                role: "Editor {in chief}".to_owned(),
                organisation: "A \\ B\nC".to_owned(),
                field: "books".to_owned(),
                years: "six years".to_owned(),
                path: "studied law, then read manuscripts for a friend\u{1b}[31m".to_owned(),
                days: "I read in the mornings. The rest is meetings.".to_owned(),
                enjoys: "first chapters!".to_owned(),
                how_met: "A neighbour knows him.".to_owned(),
                public: vec!["edits novels".to_owned(), "spoke at a fair".to_owned()],
                temper,
                minutes: Some(15),
            };
            assert_eq!(findings(&full), [] as [String; 0], "{}", full.scenario());
        }
    }

    #[test]
    fn a_temper_is_known_by_its_first_letters() {
        assert_eq!(Temper::of("w"), Some(Temper::Warm));
        assert_eq!(Temper::of(" Rambling "), Some(Temper::Rambling));
        assert_eq!(Temper::of("re"), Some(Temper::Reserved));
        assert_eq!(Temper::of(""), None);
        assert_eq!(Temper::of("shy"), None);
    }
}
