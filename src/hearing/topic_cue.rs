//! Turns of phrase that name a topic of the bank whatever else the question says.
//!
//! "How did you become a …" asks for the path, though a bank cannot hold every trade's name. These are
//! few and plain; everything else is learnt from the phrasings. They speak only for topics that exist.

use std::sync::LazyLock;

use super::cue::Cues;
use crate::text::words::Word;

/// The topic that a turn of phrase names.
pub(super) fn find(question: &[Word]) -> Option<&'static str> {
    TOPICS.find(question).map(|(topic, _)| *topic)
}

#[rustfmt::skip]
static TOPICS: LazyLock<Cues<&'static str>> = LazyLock::new(|| Cues::new([
    (&"entry-hiring", &[
        "how do|does|can|could|would|should people|someone|somebody|anyone|beginners|graduates|students|you|one get|break|come into|in|started|hired", "what do|does|would you|they|people|employers|companies look for in|when",
    ][..]),
    (&"career-path", &[
        "how did you .. get|end|come|fall|go|land|move|wind|make .. into|in|up|to|from|here|there|where", "how did you .. become|start", "how|what did you .. to be|become|being a|an", "how you .. got|ended|came|fell|became|started .. into|in|up|to|here|a|an|as", "what brought|led you to|here|into", "your path|journey|career|route .. to|into|here|so|$", "what did you do before", "how did it all start|begin",
    ]),
    (&"decisions-motivation", &["what made|makes|got you .. choose|pick|decide|want|go|switch|leave|stay|become|join", "why did|do you .. choose|pick|decide|become|want|leave|switch|stay", "what drew|draws|attracted|motivates|motivated|drives|keeps you", "^ why _ $"]),
    (&"day-to-day", &["typical|normal|average|ordinary|usual|regular day|week|shift|morning|night", "day to day", "what do you do all|each|every day", "what does|do a|your|the _? day|days|week|weeks look|involve"]),
    (&"enjoy", &["like|love|enjoy most|best about", "do you like|love|enjoy .. about|best|most", "what is|are the best part|parts|thing|things", "favourite|best part|parts|thing|things|aspect|bit", "makes you happy|smile"]),
    (&"challenges", &["hardest|toughest|worst|difficult|challenging|frustrating part|parts|thing|things|aspect|bit", "do you not like|enjoy", "biggest|main|greatest challenge|challenges|difficulty|struggle", "what is|was so? hard|difficult|frustrating|tough about", "dislike|hate about|most"]),
    (&"compensation", &["salary|salaries|wage|wages|pension|pay|earn|earnings", "how much .. make|earn|paid|get"]),
    (&"work-life", &["work life balance", "work|working long|many? hours", "family life", "switch off", "burn|burnt|burned out", "how many hours do|are you|your"]),
    (&"advice", &["any|what|some|your|best advice|tips|tip", "what would you .. tell|advise|recommend|suggest .. someone|somebody|me|students|beginner|beginners|people|a"]),
    (&"regrets-redo", &["do .. differently", "start|started over|again", "regret|regrets", "younger self"]),
    (&"myths-surprises", &["surprised|surprises|surprise you", "wish you|someone|people had .. known|told", "wish you|people knew", "misconception|misconceptions|myth|myths|wrong about"]),
    (&"future-outlook", &["five|ten|5|10 years .. from|time|now|$", "next for you", "see yourself", "the future"]),
    (&"anything-else", &["anything|something|question|questions else? .. i .. should have|not asked|asked|missed", "what have i not|missed|forgotten", "should i have asked"]),
    (&"mentors-influences", &["mentor|mentors|role|mentored", "who .. inspired|influenced|taught|helped|shaped you", "look|looked up to"]),
    (&"failures-lessons", &["mistake|mistakes", "went wrong", "biggest failure|screw", "failed|failure"]),
    (&"skills", &["what|which .. skill|skills", "what does it take", "good at this|it|your"]),
    (&"education-training", &["degree|degrees|qualification|qualifications|certificate|apprenticeship|diploma", "what .. study|studied|train|training|course|courses", "how long .. train|qualify"]),
    (&"success-measures", &["doing|done a good job", "measure|measured success|by", "how do you know .. good|well|right"]),
    (&"team-people", &["who do you .. work with", "your boss|manager|colleagues|team|coworkers", "people you work"]),
    (&"resources", &["books|podcast|podcasts|blogs|website|websites|newsletter|newsletters"]),
    (&"tools-methods", &["tools|software|program|programs|equipment do|you|are"]),
    (&"background-facts", &["how long have you been|worked|done", "what is your .. title|role $", "where are you from"]),
]));

#[cfg(test)]
mod tests {
    use super::find;
    use crate::text::words::words;

    #[test]
    fn plain_turns_of_phrase_name_their_topic() {
        let cases = [
            ("how did you get into water planning", Some("career-path")),
            ("so how did you end up being a nurse", Some("career-path")),
            ("how did you become a librarian", Some("career-path")),
            ("how do people get into this", Some("entry-hiring")),
            ("why nursing", Some("decisions-motivation")),
            ("what is a normal week like", Some("day-to-day")),
            ("what was the car park job like", None),
        ];
        for (line, expected) in cases {
            assert_eq!(find(&words(line)), expected, "{line:?}");
        }
    }
}
