//! Where a question begins: words that turn a sentence round, and those that ask for a story.

use std::sync::LazyLock;

use super::cue::Cues;
use crate::text::words::Word;

/// Words that ask.
pub(super) const ASKING: &[&str] =
    &["what", "how", "why", "where", "when", "who", "which", "whose", "whom"];

/// Verbs that come first in a yes/no question.
pub(super) const AUXILIARY: &[&str] = &[
    "is", "are", "was", "were", "am", "do", "does", "did", "have", "has", "had", "can", "could",
    "would", "will", "should", "might", "may", "must",
];

/// Words that can be the subject after the verb of a question.
const SUBJECT: &[&str] = &[
    "you",
    "your",
    "it",
    "that",
    "this",
    "there",
    "they",
    "he",
    "she",
    "we",
    "i",
    "the",
    "a",
    "an",
    "people",
    "anyone",
    "someone",
    "anything",
    "these",
    "those",
    "my",
    "their",
    "his",
    "her",
    "most",
    "some",
    "any",
    "all",
    "one",
    "other",
    "others",
    "students",
    "beginners",
    "companies",
    "life",
];

pub(super) fn is_asking(word: &Word) -> bool {
    ASKING.contains(&word.text.as_str())
}

pub(super) fn is_auxiliary(word: &Word) -> bool {
    AUXILIARY.contains(&word.text.as_str())
}

/// Whether no word asks or could turn a sentence round: "the car parks?" says back what was said.
pub(super) fn only_names(words: &[Word]) -> bool {
    !words.iter().any(|word| is_asking(word) || is_auxiliary(word))
}

fn is_subject(word: &Word) -> bool {
    SUBJECT.contains(&word.text.as_str())
}

const PREPOSITIONS: &[&str] = &["in", "at", "to", "for", "with", "from", "by", "on", "under"];

/// Whether a sentence turned round for a question begins here: "how did you", "do you", "what made".
///
/// Embedded questions keep their order ("tell me how you did it"), which is what tells them apart.
pub(super) fn begins_at(words: &[Word], at: usize) -> bool {
    let Some(first) = words.get(at) else { return false };
    if at == 0 && opens_with_asking(words) {
        return true;
    }
    // "In what way does it help?"
    if PREPOSITIONS.contains(&first.text.as_str())
        && words.get(at + 1).is_some_and(|word| matches!(word.text.as_str(), "what" | "which"))
    {
        return at == 0 && asks_directly(&words[at + 1..]);
    }
    if is_asking(first) {
        return asks_directly(&words[at..]);
    }
    if !is_auxiliary(first) {
        return false;
    }
    if at == 0 && opens_with_verb(words) {
        return true;
    }
    let next = words.get(at + 1);
    if first.text == "have"
        && next.is_some_and(|word| matches!(word.text.as_str(), "a" | "an" | "the" | "fun"))
    {
        return false; // "have a great day"
    }
    let negated = next.is_some_and(|word| word.text == "not");
    let subject = if negated { words.get(at + 2) } else { next };
    subject.is_some_and(is_subject) && words.len() > at + 2
}

/// Whether a word that asks, a helping verb and a subject stand in a row: "what is it", "how did you".
pub(super) fn is_inverted(words: &[Word]) -> bool {
    let asks = words.iter().position(is_asking).filter(|at| *at <= 1).unwrap_or(usize::MAX / 2);
    let verb = words.get(asks + 1).is_some_and(is_auxiliary);
    let subject = words.get(asks + 2).is_some_and(|word| {
        matches!(
            word.text.as_str(),
            "you"
                | "your"
                | "it"
                | "that"
                | "this"
                | "the"
                | "they"
                | "he"
                | "she"
                | "we"
                | "people"
                | "these"
                | "those"
        )
    });
    let kind = words.first().is_some_and(|word| word.text == "what")
        && words.get(1).is_some_and(|word| {
            matches!(word.text.as_str(), "kind" | "kinds" | "type" | "types" | "sort" | "sorts")
        });
    (verb && subject && words.len() > asks + 3) || (kind && words.len() > 4)
}

/// A sentence that opens with a word that asks is a question, unless it exclaims ("what a story", "how
/// interesting") or says what something was about ("what you said", "when I was at school").
fn opens_with_asking(words: &[Word]) -> bool {
    let text = |at: usize| words.get(at).map_or("", |word| word.text.as_str());
    let is_own = |word: &str| {
        matches!(
            word,
            "i" | "you"
                | "we"
                | "they"
                | "he"
                | "she"
                | "it"
                | "my"
                | "your"
                | "this"
                | "that"
                | "there"
        )
    };
    match text(0) {
        "what" => !is_own(text(1)) && !matches!(text(1), "a" | "an" | "the") && words.len() > 2,
        "how" => !is_own(text(1)) && words.len() > 3,
        "why" => {
            !matches!(text(1), "i" | "we" | "they" | "it" | "this" | "that") && words.len() > 1
        }
        "who" | "which" => {
            let relates =
                ["is", "was", "are", "were", "means", "would", "has", "had", "have", "can", "will"];
            !is_own(text(1)) && !relates.contains(&text(1)) && words.len() > 3
        }
        _ => false,
    }
}

/// A sentence that opens with a helping verb asks, unless it is one of a few that do not: "have a great
/// day", "would love to", "do tell".
fn opens_with_verb(words: &[Word]) -> bool {
    let [first, second, _, ..] = words else { return false };
    let second = second.text.as_str();
    match first.text.as_str() {
        "is" | "are" | "was" | "were" | "does" | "did" | "has" => {
            !matches!(second, "to" | "be" | "been" | "what" | "that")
        }
        "do" | "can" | "could" | "would" | "will" | "should" => !matches!(
            second,
            "a" | "tell"
                | "love"
                | "like"
                | "do"
                | "be"
                | "have"
                | "not"
                | "go"
                | "continue"
                | "keep"
                | "say"
                | "appreciate"
        ),
        _ => false,
    }
}

/// "What is it like", "how did you get in", "what kind of people do you meet", "how about…".
fn asks_directly(words: &[Word]) -> bool {
    let text = |at: usize| words.get(at).map_or("", |word| word.text.as_str());
    match (text(0), text(1)) {
        ("what" | "how", "about") | ("how", "come") | ("why", "not") => return true,
        ("what", "a" | "an" | "i" | "we" | "you" | "they" | "he" | "she") => return false,
        ("what", verb) if STORY_VERBS.contains(&verb) => return true,
        _ => {}
    }
    // An auxiliary within the next five words with a subject behind it, and none of its own before.
    (1..=8.min(words.len().saturating_sub(1))).any(|at| {
        let before_is_subject = at > 1
            && matches!(text(at - 1), "you" | "i" | "they" | "he" | "she" | "we" | "it" | "that");
        is_auxiliary(&words[at])
            && !before_is_subject
            && words
                .get(at + 1)
                .is_some_and(|word| is_subject(word) || (at == 1 && !is_auxiliary(word)) || at > 1)
            && !(2..at).any(|between| is_asking(&words[between]))
    })
}

/// "What drew you", "what brought you": a question without a helping verb.
const STORY_VERBS: &[&str] = &[
    "made",
    "makes",
    "drew",
    "draws",
    "brought",
    "brings",
    "led",
    "got",
    "gets",
    "keeps",
    "kept",
    "drives",
    "drove",
    "motivates",
    "motivated",
    "inspired",
    "inspires",
    "attracted",
    "happened",
    "happens",
    "surprised",
    "surprises",
    "changed",
    "changes",
    "helped",
    "helps",
    "excites",
    "matters",
    "mattered",
    "goes",
    "went",
    "comes",
    "came",
    "gives",
    "gave",
    "sparked",
    "prompted",
    "pushed",
    "pulled",
    "stands",
    "stood",
    "frustrates",
    "annoys",
    "worries",
    "scares",
    "separates",
    "distinguishes",
    "counts",
    "bothers",
    "interested",
    "interests",
    "convinced",
    "hooked",
    "took",
    "takes",
    "tends",
    "else",
    "sort",
    "kind",
    "kinds",
    "type",
    "types",
    "part",
    "parts",
    "advice",
    "tips",
    "skills",
    "qualities",
    "aspects",
    "aspect",
    "books",
    "resources",
];

/// Requests that ask without a question mark: "tell me about…", "walk me through…".
static REQUESTS: LazyLock<Cues<()>> = LazyLock::new(|| {
    Cues::new([(
        &(),
        &[
            "^ tell me|us a? bit|little|lot? more? about|of|how|what|why|where|who|when|something|your|the|more",
            "^ tell me|us",
            "^ walk|talk|take|lead|guide|run me|us through|about|to",
            "^ take|bring me|us back|through|to|inside|there|into",
            "^ break that|it|this down",
            "^ explain to? me|us",
            "^ fill me|us in",
            "^ give|paint me|us a|an|some|your|the",
            "^ teach|show me|us how|what|why|a|the",
            "^ unpack that|it|this",
            "^ curious about|to",
            "^ describe",
            "^ explain",
            "^ share",
            "^ elaborate|expand",
            "^ give me|us an|a|some|your the?",
            "^ help me understand|see",
            "^ say more|something|a",
            "^ speak|talk about|to|on|more",
            "^ paint me? a",
            "^ let us talk|hear|start",
        ][..],
    )])
});

/// Questions without a verb: "Any tips for beginners", "Most proud professional moment".
static LISTED: LazyLock<Cues<()>> = LazyLock::new(|| {
    Cues::new([(
        &(),
        &[
            "^ any other|good|great|particular|specific|top|general|final|last|closing|more|quick|career|books? or? advice|tip|tips|thoughts|thought|suggestion|suggestions|recommendation|recommendations|ideas|idea|book|books|resources|examples|example|regrets|stories|story|insights|insight|words|lessons|concerns|podcasts|blogs|plans|chance|feedback|downsides|surprises|hobbies|mentors|mistakes|courses|certifications|anything",
            "^ any _ _? you|for|on|about|to|that|from",
            "^ any .. book|books|podcast|podcasts|blog|blogs|course|courses|resources|tips|advice",
            "^ anything|something else|more|you|i|we|that|to|like|in",
            "^ most|biggest|best|worst|greatest|hardest|toughest|favourite|proudest|top|main|least|first|funniest|scariest|happiest|strangest|weirdest|craziest|typical|average|normal _",
            "^ advice|tips|thoughts|suggestions|recommendations|ideas for|on|about|to",
        ][..],
    )])
});

/// Whether a segment without lead-in is a request to tell something; the words that say so.
pub(super) fn request(words: &[Word]) -> Option<std::ops::Range<usize>> {
    REQUESTS.find(words).map(|((), place)| place)
}

/// Words that put one thing first: "biggest passion or obsession" asks for one, whichever it is called.
const RANKS: &[&str] = &[
    "most",
    "biggest",
    "best",
    "worst",
    "greatest",
    "hardest",
    "favourite",
    "any",
    "top",
    "highlights",
    "or",
];

/// "Tabs or spaces": a choice with nothing around it.
pub(super) fn is_choice(words: &[Word]) -> bool {
    let or = words.iter().position(|word| word.text == "or");
    let is_said_of_someone = |word: &Word| {
        is_auxiliary(word)
            || matches!(
                word.text.as_str(),
                "i" | "you" | "we" | "they" | "it" | "he" | "she" | "not" | "something" | "so"
            )
    };
    words.len() <= 8
        && or.is_some_and(|or| or > 0 && or + 1 < words.len())
        && !words.first().is_some_and(|word| is_asking(word) || RANKS.contains(&word.text.as_str()))
        && !words.iter().any(is_said_of_someone)
}

/// Whether a segment without lead-in is a question in list style; the words that say so.
pub(super) fn listed(words: &[Word]) -> Option<std::ops::Range<usize>> {
    let offers = words.first().is_some_and(|word| {
        matches!(word.text.as_str(), "any" | "advice" | "tips" | "recommendations" | "suggestions")
    });
    if words.len() > if offers { 40 } else { 12 } {
        return None;
    }
    if is_choice(words) {
        return Some(0..words.len());
    }
    LISTED.find(words).map(|((), place)| place)
}

#[cfg(test)]
mod tests {
    use super::begins_at;
    use crate::text::words::words;

    #[test]
    fn sentences_turned_round_are_told_from_embedded_ones() {
        let yes = [
            "how did you get into this",
            "do you like it",
            "what made you choose",
            "is there anything",
            "what kind of people do you meet",
            "why not",
            "what about pay",
            "don't you miss it",
            "which part is hardest",
            "how long have you been here",
            "what was the first week like",
        ];
        let no = [
            "how you got into this",
            "what a story",
            "when i was at school",
            "what you said",
            "your day",
            "i do like it",
            "how interesting",
            "are",
        ];
        for (lines, expected) in [(&yes[..], true), (&no[..], false)] {
            for line in lines {
                assert_eq!(begins_at(&words(line), 0), expected, "{line:?}");
            }
        }
    }
}
