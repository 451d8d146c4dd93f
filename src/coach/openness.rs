//! Openness: how much room a question leaves for the answer, 0 to 100.
//!
//! Open questions get answers 1.6 to 1.85 times as long by mean (2.3 to 3.6 times by median) in real
//! career interviews, and the share of open questions parts high-quality counselling (.59) from low
//! (.33). Nobody should be told to be wholly open: skilled hosts ask 36 to 53 % open questions.
//!
//! The weights are set so that the order agrees with graded openness: 0 yes/no or one fact, 1 a short
//! list, 2 an explanation, 3 a story, reasons, feelings.

use std::sync::LazyLock;

use super::{Part, Setting};
use crate::hearing::cue::Cues;
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
    pub(super) const FACTS: Part      = part("facts", -14, "asks how things are arranged");
    pub(super) const HALF: Part       = part("half-open", 34, "has a half that leaves room");
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
    if question.form == Form::Open && FACTS.find(&heard.words[question.words.clone()]).is_some() {
        parts.push(table::FACTS);
    }
    if question.form == Form::Closed && question.has_open_half {
        parts.push(table::HALF);
    }
    if question.form == Form::Closed
        && !matches!(heard.act, Act::Question | Act::OffTopic | Act::JobAsk | Act::Rude)
    {
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
pub(super) fn score(parts: &[Part], heard: &Heard, setting: Setting) -> u8 {
    let sum: i32 = parts.iter().map(|part| part.points).sum();
    // A list of questions leaves less room than any one of them, and so does the same word again.
    let most = if is_read_out(heard) || setting.same_again { 30 } else { 100 };
    u8::try_from(sum.clamp(0, most)).unwrap_or(0)
}

/// Whether a line was read out, or made of words, and not meant as a question of its own.
pub(super) fn is_read_out(heard: &Heard) -> bool {
    heard.says_little.is_some()
}

/// "How did you", "what was it like", "why", "about a time when": asks for more than an explanation.
pub(super) fn asks_for_story(heard: &Heard, question: &Question) -> bool {
    const STORY_RULES: [&str; 3] = ["why", "when-story", "who-story"];
    STORY_RULES.contains(&question.reason.rule.as_str())
        || STORY.find(&heard.words[question.words.clone()]).is_some()
}

/// Words that ask for what happened, for reasons and for feelings.
#[rustfmt::skip]
static STORY: LazyLock<Cues<()>> = LazyLock::new(|| Cues::new([
    (&(), &[
        "^ how did|was|were|have|has ...", "^ how ... did|was|were|got|became|came|started|felt ...",
        "what made|drew|brought|led|got|keeps|kept|motivates|motivated|inspired|surprised|surprises|attracted|drives|drove|happened|changed|pushed|pulled|convinced|hooked|scares|worries",
        "feel|felt|feels|feeling", "proud|proudest", "regret|regrets|regretted", "hardest|toughest|worst|best|strangest|funniest|scariest|happiest|lowest moment|day|decision|mistake|time|part|thing|lesson|choice|year|week",
        "mistake|mistakes|failure|failures|story|stories|memorable|memory|anecdote", "learned|learnt", "wish", "why|because|reason|reasons|motivation|motivations",
        "a|the|any|one time when|you|that|where|something|someone", "your|own|whole path|journey|background|story|career|road|route|way into|in|to|$|and|here|from|so|like",
        "your path|journey|background|story", "got|get|ended|fell|went|started|grew into|here|there|up",
        "is|was|were it|that like", "like for you", "was|were .. like", "changed your mind", "turning point", "moment",
    ][..]),
]));

/// How things are arranged at a place, which a sentence tells.
#[rustfmt::skip]
static FACTS: LazyLock<Cues<()>> = LazyLock::new(|| Cues::new([
    (&(), &[
        "^ what is|are|was|were .. plan|schedule|policy|policies|balance|status|composition|structure|breakdown|setup|stack|arrangement|arrangements|hierarchy|split|mix|scheme|rota|timeline|requirements|qualifications",
        "^ how is|are .. determined|calculated|organised|organized|paid|structured|decided|set|split|arranged|scheduled", "^ how do|does you|people|they|everyone get paid", "^ how are|is you|it|things doing|going",
    ][..]),
]));

/// "What tools do you use": asks for names rather than for an account.
fn asks_for_list(heard: &Heard, question: &Question) -> bool {
    const LISTS: [&str; 32] = [
        "publications",
        "meetings",
        "magazines",
        "journals",
        "events",
        "classes",
        "certifications",
        "metrics",
        "habits",
        "companies",
        "newsletters",
        "conferences",
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
    if question.reason.rule == "which-list" {
        return true;
    }
    words.first().is_some_and(|word| matches!(word.text.as_str(), "what" | "any" | "top" | "best"))
        && words.iter().take(5).any(|word| LISTS.contains(&word.text.as_str()))
}
