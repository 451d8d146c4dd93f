//! A plan for one talk: whom one meets, what one wants to learn, what one found out before, what one asks.
//!
//! Career centres agree on the homework: know who they are and how you know them, put what you want to
//! learn in order, look up what can be looked up so as not to ask it, bring eight to ten questions, and be
//! able to say in under two minutes who you are. The plan is one page: a file that people can edit, and
//! Markdown to print.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

use crate::hearing::heard::Form;
use crate::hearing::uptake::is_content;
use crate::hearing::{Before, Ear};
use crate::session::Exchange;
use crate::text::clean;
use crate::text::stem::Stems;
use crate::text::words::{self, WORDS_A_MINUTE, slug, words};

/// So many questions fill a talk of twenty to thirty minutes (practised interviewers ask 8 to 12 in thirty).
pub const ENOUGH_QUESTIONS: usize = 8;

/// More than these are not asked in one talk.
pub const MOST_QUESTIONS: usize = 10;

/// An introduction takes less than this many seconds.
pub const LONGEST_INTRODUCTION: usize = 120;

/// A plan may have this many bytes: far more than anybody types.
pub const MOST_BYTES: usize = 256 * 1024;

/// A plan for one talk. Everything but the version may be missing: a half-finished sheet is a sheet.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Plan {
    /// The version of the file format; 1 is the only one there is.
    pub schema: u32,
    /// Whom the learner meets.
    pub name: String,
    /// What they do, and where.
    pub role: String,
    /// How the learner knows them, or came to them.
    pub how_met: String,
    /// The day of the talk, as `2026-11-26`.
    pub date: String,
    /// What the learner wants to learn, most important first.
    pub learn: Vec<String>,
    /// What was found out before.
    pub homework: Vec<String>,
    /// How the learner introduces themselves.
    pub introduction: String,
    /// What the learner will ask, in order.
    pub questions: Vec<String>,
}

/// What everybody can look up before, so as not to ask it.
pub const TO_LOOK_UP: [&str; 4] = [
    "what their employer does, from its own page",
    "their path so far, from a profile or a short biography",
    "one thing they wrote, said or made",
    "what the work is called, and the words people in it use",
];

impl Plan {
    /// Reads a plan.
    ///
    /// # Errors
    /// What is wrong with the text, with its place: no TOML, or a key that is unknown.
    pub fn read(text: &str) -> Result<Self, String> {
        let plan: Self = toml::from_str(text).map_err(|error| error.to_string())?;
        match plan.schema {
            1 => {}
            0 => return Err("it begins with `schema = 1`, and that line is missing".to_owned()),
            other => return Err(format!("schema = {other} is not known; 1 is")),
        }
        Ok(plan)
    }

    /// The plan as TOML, with a head for people who edit it.
    ///
    /// # Panics
    /// Never: a plan is plain data.
    #[must_use]
    pub fn to_toml(&self) -> String {
        let body = toml::to_string_pretty(&Self { schema: 1, ..self.clone() });
        let body = body.expect("a plan is plain data");
        format!(
            "# A plan for one talk. Edit it freely; `coffeechat prepare --show` prints it. Comments of your own are\n\
             # lost when `coffeechat prepare` adds to it.\n{body}"
        )
    }

    /// Whether nothing has been written yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self { schema: self.schema, ..Self::default() }
    }

    /// What is still missing, for the one who prepares.
    #[must_use]
    pub fn missing(&self) -> Vec<&'static str> {
        let mut missing = Vec::new();
        let mut needs = |is_missing: bool, what| {
            if is_missing {
                missing.push(what);
            }
        };
        needs(self.name.is_empty(), "whom you meet");
        needs(self.how_met.is_empty(), "how you know them");
        needs(self.learn.is_empty(), "what you want to learn");
        needs(self.homework.is_empty(), "what you found out before");
        needs(self.introduction.is_empty(), "how you introduce yourself");
        needs(self.questions.len() < ENOUGH_QUESTIONS, "eight to ten questions");
        missing
    }

    /// A name for the plan's file: the person's name in small letters, or `plan`.
    #[must_use]
    pub fn file_name(&self) -> String {
        let slug = slug(&self.name);
        if slug.is_empty() { "plan".to_owned() } else { slug }
    }

    /// One page of Markdown; the questions have boxes to tick.
    #[must_use]
    pub fn markdown(&self) -> String {
        let mut page = String::new();
        let one_line = clean::line;
        let name = if self.name.is_empty() { "A talk" } else { &self.name };
        let _ = writeln!(page, "# {}", one_line(name));
        for (label, text) in
            [("", &self.role), ("How we met: ", &self.how_met), ("When: ", &self.date)]
        {
            if !text.is_empty() {
                let _ = writeln!(page, "\n{label}{}", one_line(text));
            }
        }
        for (heading, items, mark) in [
            ("What I want to learn", &self.learn, None),
            ("What I know already", &self.homework, Some("-")),
            ("What I ask", &self.questions, Some("- [ ]")),
        ] {
            if !items.is_empty() {
                let _ = writeln!(page, "\n## {heading}\n");
                for (at, item) in items.iter().enumerate() {
                    let number = format!("{}.", at + 1); // the most important first
                    let _ = writeln!(page, "{} {}", mark.unwrap_or(&number), one_line(item));
                }
            }
        }
        if !self.introduction.is_empty() {
            let _ =
                writeln!(page, "\n## How I introduce myself\n\n{}", one_line(&self.introduction));
        }
        page.push_str(
            "\n## At the end\n\n- [ ] A look at the time\n- [ ] What should I have asked?\n\
             - [ ] Who else should I talk to? May I mention your name?\n\
             - [ ] Thanks, with one specific thing\n",
        );
        page
    }
}

/// How many seconds it takes to say a text aloud.
#[must_use]
pub fn seconds_aloud(text: &str) -> usize {
    words::count(text) * 60 / WORDS_A_MINUTE
}

/// A question of a plan as the ear hears it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Its telling words, by stem.
    stems: BTreeSet<String>,
    /// Its topic, if it has one.
    topic: Option<String>,
}

/// The questions of a plan as the ear hears them, at most so many as fit three talks: found out once, and then
/// held against what was asked.
#[must_use]
pub fn listed(questions: &[String], ear: &Ear<'_>) -> Vec<Listed> {
    let one = |question: &String| {
        let heard = ear.hear(question, Before::default());
        Listed {
            stems: telling(question),
            topic: heard.subject.best().map(|topic| topic.id.clone()),
        }
    };
    questions.iter().take(3 * MOST_QUESTIONS).map(one).collect()
}

/// The telling words of a line, by stem.
fn telling(line: &str) -> BTreeSet<String> {
    let stems = Stems::default();
    let words = words(line);
    let telling = words.iter().filter(|word| is_content(&word.text));
    telling.map(|word| stems.of(&word.text)).collect()
}

/// At which line each question of a plan was asked, in the words of the plan or in others; none if it was
/// not.
///
/// A line asks a listed question if they share half of its telling words, or, if it leaves room, if they are
/// about the same topic and no listed question is nearer. Each line ticks one question at most, and each question is
/// ticked once.
#[must_use]
pub fn asked(listed: &[Listed], exchanges: &[Exchange]) -> Vec<Option<u32>> {
    let mut ticked = vec![None; listed.len()];
    for exchange in exchanges {
        let Some(known) = exchange.assessment.as_ref().filter(|known| known.question.is_some())
        else {
            continue;
        };
        let own = telling(&exchange.line);
        let is_closed = known.form() == Some(Form::Closed);
        let about = known.topic.as_ref().map(|topic| topic.id.as_str());
        let nearness = |one: &Listed| {
            let shared = one.stems.intersection(&own).count();
            let half = !one.stems.is_empty() && 2 * shared >= one.stems.len();
            // "Do you need a degree?" is no way of asking how somebody came to theirs.
            let same_topic = !is_closed && about.is_some() && one.topic.as_deref() == about;
            (half || same_topic).then_some((half, same_topic, shared))
        };
        let open = listed.iter().enumerate().filter(|(at, _)| ticked[*at].is_none());
        let near = open.filter_map(|(at, one)| Some((nearness(one)?, std::cmp::Reverse(at))));
        if let Some((_, std::cmp::Reverse(at))) = near.max() {
            ticked[at] = Some(exchange.turn);
        }
    }
    ticked
}

#[cfg(test)]
mod tests {
    use super::Plan;

    #[test]
    fn a_plan_is_read_as_it_was_written() {
        let plan = Plan {
            schema: 1,
            name: "Dana \"Dee\" Whitfield".to_owned(),
            learn: vec!["what a week is like".to_owned(), "whether\nit lasts".to_owned()],
            questions: vec!["How did you get into this?".to_owned()],
            ..Plan::default()
        };
        assert_eq!(Plan::read(&plan.to_toml()), Ok(plan.clone()));
        assert!(Plan::read("schema = 2").is_err());
        let error = Plan::read("schema = 1\nquestion = []").unwrap_err();
        assert!(error.contains("question"), "{error}");
        assert!(plan.missing().contains(&"how you know them"));
    }
}
