//! Openness: how much room a question leaves for the answer, 0 to 100.
//!
//! Open questions get answers 1.6 to 1.85 times as long by mean (2.3 to 3.6 times by median) in real
//! career interviews, and the share of open questions parts high-quality counselling (.59) from low
//! (.33). Nobody should be told to be wholly open: skilled hosts ask 36 to 53 % open questions.
//!
//! The weights are set so that the order agrees with graded openness: 0 yes/no or one fact, 1 a short
//! list, 2 an explanation, 3 a story, reasons, feelings.

use super::Part;
use crate::hearing::heard::{Act, Fault, Form, Heard, Question};

/// The table of parts; the points of a part stand here and nowhere else.
#[rustfmt::skip]
mod table {
    use crate::coach::Part;
    const fn part(name: &'static str, points: i32, text: &'static str) -> Part {
        Part { name, points, text }
    }
    pub(super) const OPEN: Part       = part("open", 66, "leaves the answer to them");
    pub(super) const INVITED: Part    = part("invited", 58, "is yes or no in grammar, open in intent");
    pub(super) const CLOSED: Part     = part("closed", 14, "can be answered in a word");
    pub(super) const STORY: Part      = part("story", 24, "asks for a story, a reason or a feeling");
    pub(super) const LIST: Part       = part("list", -18, "asks for a list of names");
    pub(super) const MOVE: Part       = part("courtesy", 10, "is a courtesy, and those may be closed");
    pub(super) const LEADING: Part    = part("leading", -22, "suggests its answer");
    pub(super) const STACKED: Part    = part("stacked", -10, "asks two things at once");
    pub(super) const EITHER_OR: Part  = part("either-or", -6, "offers two answers");
    pub(super) const ASSUMPTIVE: Part = part("assumptive", -14, "takes something for granted");
    pub(super) const RAMBLING: Part   = part("rambling", -10, "is long in coming");
    pub(super) const UNMADE: Part     = part("no-question", -50, "is not put as a question");
}

/// The parts that make up the openness of a line's question.
pub(super) fn parts(heard: &Heard) -> Vec<Part> {
    let Some(question) = &heard.question else { return Vec::new() };
    let mut parts = vec![match question.form {
        Form::Open => table::OPEN,
        Form::Invited => table::INVITED,
        Form::Closed => table::CLOSED,
    }];
    if question.form != Form::Closed && asks_for_story(heard, question) {
        parts.push(table::STORY);
    }
    if question.form != Form::Closed && asks_for_list(heard, question) {
        parts.push(table::LIST);
    }
    if question.form == Form::Closed && heard.act != Act::Question && heard.act != Act::OffTopic {
        parts.push(table::MOVE);
    }
    for (fault, _) in &question.faults {
        match fault {
            Fault::Leading => parts.push(table::LEADING),
            Fault::Stacked => parts.push(table::STACKED),
            Fault::EitherOr => parts.push(table::EITHER_OR),
            Fault::Assumptive => parts.push(table::ASSUMPTIVE),
            Fault::Rambling => parts.push(table::RAMBLING),
            Fault::Tag => {} // a tag leads, and that is counted
        }
    }
    if heard.act == Act::Unclear {
        parts.push(table::UNMADE);
    }
    parts
}

/// The sum of the parts, held between 0 and 100.
pub(super) fn score(parts: &[Part], heard: &Heard) -> u8 {
    let sum: i32 = parts.iter().map(|part| part.points).sum();
    // A list of questions leaves less room than any one of them.
    let most = if is_pasted_list(heard) { 30 } else { 100 };
    u8::try_from(sum.clamp(0, most)).unwrap_or(0)
}

/// Four or more questions in one line: a list that was read out.
pub(super) fn is_pasted_list(heard: &Heard) -> bool {
    heard.segments.iter().filter(|segment| segment.act == Act::Question).count() >= 4
}

/// "How did you", "what was it like", "why", "tell me about": asks for more than an explanation.
pub(super) fn asks_for_story(heard: &Heard, question: &Question) -> bool {
    const STORY_RULES: [&str; 4] = ["why", "tell-me", "when-story", "who-story"];
    if STORY_RULES.contains(&question.reason.rule.as_str()) {
        return true;
    }
    let words: Vec<&str> =
        heard.words[question.words.clone()].iter().map(|word| word.text.as_str()).collect();
    let has = |any: &[&str]| words.iter().any(|word| any.contains(word));
    let past =
        has(&["did", "was", "were", "got", "had", "have", "became", "been", "started", "came"]);
    let starts_how = words.first() == Some(&"how");
    let makes = words.windows(2).any(|pair| {
        pair[0] == "what"
            && matches!(
                pair[1],
                "made"
                    | "drew"
                    | "brought"
                    | "led"
                    | "got"
                    | "keeps"
                    | "motivates"
                    | "motivated"
                    | "inspired"
                    | "surprised"
                    | "attracted"
                    | "drives"
                    | "happened"
            )
    });
    let feels = has(&[
        "feel",
        "felt",
        "feels",
        "proud",
        "proudest",
        "surprised",
        "surprising",
        "regret",
        "hardest",
        "toughest",
        "mistake",
        "moment",
        "story",
        "memorable",
        "learned",
        "learnt",
        "wish",
    ]);
    let reasons = has(&["why", "reason", "reasons", "because"]);
    (starts_how && past) || makes || feels || reasons || question.reason.rule == "what-like"
}

/// "What tools do you use": asks for names rather than for an account.
fn asks_for_list(heard: &Heard, question: &Question) -> bool {
    const LISTS: [&str; 20] = [
        "tools",
        "books",
        "resources",
        "podcasts",
        "skills",
        "software",
        "languages",
        "stacks",
        "stack",
        "types",
        "kinds",
        "courses",
        "websites",
        "blogs",
        "steps",
        "qualifications",
        "technologies",
        "benefits",
        "hobbies",
        "trends",
    ];
    let words = &heard.words[question.words.clone()];
    words.first().is_some_and(|word| word.text == "what" || word.text == "any")
        && words.iter().take(5).any(|word| LISTS.contains(&word.text.as_str()))
}
