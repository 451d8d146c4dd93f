//! Follow-ups without content: "Why?", "For instance?", "What was that like?"
//!
//! They are the commonest turns of all, and belong to the last answer whatever it was about.

use std::sync::LazyLock;

use super::classifier::{Classifier, shares};
use super::cue::Cues;
use super::heard::FollowUp;
use super::meaning::Meaning;
use crate::pack::scenario::FollowKind;
use crate::text::words::Word;

/// What a question without lead-in asks on about, if it has no content of its own.
pub(super) fn bare(words: &[Word]) -> Option<FollowUp> {
    let (kind, _) = BARE.find(words)?;
    Some(FollowUp { kind: *kind, bare: true })
}

/// What was learnt of how people ask on.
static LEARNT: LazyLock<Classifier> =
    LazyLock::new(|| Classifier::read(include_bytes!("weights/asked-on.bin")));

/// What a question asks on about, by the weight of its words and of what it means, and how likely it is to
/// have no subject of its own, 0 to 1.
pub(super) fn by_weight(said: &[Word], meaning: Option<&Meaning>) -> Option<(f32, FollowUp)> {
    let chances = shares(LEARNT.sums(said, meaning));
    let kinds = LEARNT.classes().iter().zip(&chances).filter_map(|(class, chance)| {
        let kind = FollowKind::ALL.into_iter().find(|kind| kind.word() == *class)?;
        Some((kind, *chance))
    });
    let asks_on: f32 = kinds.clone().map(|(_, chance)| chance).sum();
    let best = kinds.reduce(|best, kind| if kind.1 > best.1 { kind } else { best })?;
    Some((asks_on, FollowUp { kind: best.0, bare: false }))
}

/// What a question asks on about when it points back ("did that scare you?", "why did you stay
/// then") without naming a subject.
pub(super) fn pointing_back(words: &[Word]) -> Option<FollowUp> {
    let points = words.iter().enumerate().any(|(at, word)| {
        let next = words.get(at + 1).map(|word| word.text.as_str());
        match word.text.as_str() {
            // "This work" names a subject; "this", "that decision" point back.
            "this" | "that" | "these" | "those" => {
                next.is_none_or(|next| POINTED_AT.contains(&next))
            }
            // "What is it like to…" asks about what follows.
            "it" => {
                let after = words.get(at + 2).map(|word| word.text.as_str());
                let leans = |next: Option<&str>| {
                    matches!(next, Some("to" | "being" | "working" | "when" | "like" | "that"))
                };
                !(leans(next) && (next != Some("like") || leans(after)))
            }
            text => POINTERS.contains(&text),
        }
    });
    if !points {
        return None;
    }
    let (kind, _) = POINTING.find(words)?;
    Some(FollowUp { kind: *kind, bare: false })
}

/// Words that point back at what was said.
const POINTERS: &[&str] = &["it", "then", "there", "them", "they", "he", "she", "him", "her"];

/// Words after which "this" or "that" still points back.
const POINTED_AT: &[&str] = &[
    "was",
    "is",
    "did",
    "does",
    "feel",
    "felt",
    "look",
    "mean",
    "happen",
    "happened",
    "change",
    "changed",
    "come",
    "came",
    "go",
    "went",
    "worked",
    "make",
    "made",
    "take",
    "took",
    "affect",
    "scare",
    "surprise",
    "bother",
    "help",
    "like",
    "for",
    "to",
    "with",
    "in",
    "at",
    "when",
    "and",
    "then",
    "you",
    "not",
    "time",
    "moment",
    "decision",
    "experience",
    "story",
    "way",
    "idea",
    "part",
    "point",
    "change",
    "switch",
    "move",
    "choice",
    "feeling",
    "situation",
    "thing",
    "one",
    "day",
    "night",
    "year",
    "week",
    "conversation",
    "mistake",
    "lesson",
    "person",
];

#[rustfmt::skip]
static BARE: LazyLock<Cues<FollowKind>> = LazyLock::new(|| Cues::new([
    (&FollowKind::Why, &[
        "^ why though|then|so|exactly? $", "^ why is|was that|it|this though? $", "^ how come $", "^ why not $", "^ why did|does that ...", "^ why was|is that though? $",
        "^ why did|do you do|think|say|feel|choose|decide|want|like|believe that|it|so|this|to? though|way? $",
        "^ why do you think that is|was|happened|happens? $", "^ why did that happen|matter $",
        "^ what made you do|think|feel|say|choose|decide|want that|it|so|to|this? $",
        "^ what is|was the|your reason|reasons|reasoning|thinking for|behind? that|it|this? $",
        "^ what is|was behind|the that|it|this $", "^ what for $", "^ for what reason $",
        "^ what was going through your head|mind $", "^ what drove that|it|you|this $",
        "^ why that|this one? $", "^ because $", "^ how is that $",
    ][..]),
    (&FollowKind::How, &[
        "^ how so $", "^ how exactly|though|then? $", "^ how did|do|does|would|can|could you|that|it|they|one do|manage|work|happen|pull|handle|come|make|deal|approach|achieve|get that|it|off|about|this|with|there|happen|work|to|be|looks? that|it? $",
        "^ in what way|ways|sense $", "^ what do|did you mean by? that|it|this? exactly? $", "^ how do you mean $", "^ what does that mean|look|involve|entail like? $",
        "^ how does that|it|this work|go in practice? $", "^ what did you do|try about? that|it? exactly? $", "^ can|could you explain that|it|this? more? $",
        "^ how did you go about that|it|doing? that|it|this? $", "^ what does|did that|it look like in practice? $", "^ what did that|it involve|entail|take|look like? $",
        "^ how did you handle|manage|deal|cope with? that|it|this $", "^ meaning $", "^ what do you mean $",
    ]),
    (&FollowKind::Example, &[
        "^ for|an? example|instance $", "^ eg $", "^ go? on? just one $", "^ name|give me? one|some|two|three|a few? of? them|those? please? $", "^ what was|is|would be? one of them|those|these be? $", "^ like what|who|which? $", "^ such as what? $", "^ like $",
        "^ can|could|would you please|maybe? give|share|think me|us? of? an|one|a|some concrete|specific? example|examples|instance of|where? that|it|this? $",
        "^ do you have an|any|some|one concrete|specific|good? example|examples of? that|it|this? $", "^ any|some|an examples|example of? that? $",
        "^ what would be an|a good? example of? that? $", "^ what is an example of? that? $", "^ what kind|sort|kinds|type of things|thing|stuff $", "^ what sort|kind $",
        "^ give me an example of? that? $", "^ example please? $", "^ can|could you be more specific $", "^ what specifically|exactly $", "^ which ones|one? $", "^ what things|thing $",
        "^ can|could you share|describe|tell a|one specific|particular? time|case|story|moment when|where? that? happened? $",
    ]),
    (&FollowKind::Feel, &[
        "^ what was|is that|it|this like|feel like? for? you|to? do? at? the? time? $", "^ how did|does|do that|it|this|you|he|she feel|land about|then|at|when? that|it|the|time|like? time? $",
        "^ how was|is that|it|this for? you? $", "^ what did|does that|it|this feel like? for? you? $", "^ did|was that|it|this scare|bother|surprise|hurt|worry|frustrate|upset|change|help|shock|hard|scary|difficult|tough|strange|lonely|stressful|frightening|frustrating|rewarding|exciting|weird|odd|intimidating|easy you? for? you? $",
        "^ were|was you scared|nervous|worried|afraid|angry|sad|proud|surprised|happy|relieved|upset|disappointed|lonely then? $",
        "^ how did you take|feel that|it? $", "^ what was it|that like $", "^ and how was that|it $", "^ that must have been ... $",
        "^ what went through your mind|head $", "^ how do|did you feel about|when? that|it|this|happened? happened? $",
    ]),
    (&FollowKind::Result, &[
        "^ then $", "^ and then what? $", "^ then what happened? $", "^ what happened then|next|after|in|afterwards|to|with? that|the|end|it? end? $",
        "^ how did|does that|it|this turn|end|go|work|finish|come|pan up|out|over|down? in? the? end? $", "^ what came|became of|out of? it|that|this $",
        "^ what was the|your? result|outcome|upshot|consequence of? that? $", "^ did that|it|this work|help|pay|last out|off? in? the? end? $", "^ was it|that worth it $",
        "^ what did you do then|next|after|instead? that? $", "^ what next $", "^ do not leave me|us hanging|guessing|there $", "^ where did that|it lead|go|take you? to? $", "^ so what happened|did|came ... $",
        "^ how did they|he|she|people react|respond|take to? that|it? $", "^ what did they|he|she say|do $", "^ what changed after? that? $", "^ what did you learn from that|it|this? $",
    ]),
    (&FollowKind::When, &[
        "^ when was|is that|it|this $", "^ when did that|it|this happen|start|begin|change? $", "^ how long ago was? that|it? $", "^ when $", "^ since when $",
        "^ how long did that|it|this take|last $", "^ what year was that|it? $", "^ how old were you then? $", "^ at what point $",
    ]),
    (&FollowKind::Who, &[
        "^ who was|is that|it|he|she|this|they $", "^ who $", "^ who did|said|told|decided|asked that|it|this|you? so? $", "^ who with $", "^ with whom $", "^ who do|did you mean $", "^ who are they $", "^ who was involved $",
    ]),
    (&FollowKind::More, &[
        "^ tell me|us? more about|on? that|it|this|them? please? $", "^ go on please? $", "^ keep going $", "^ say more about? that|it|this? $", "^ more $", "^ continue $",
        "^ can|could|would|will you please|maybe|perhaps? say|tell|share|explain|talk|elaborate|expand|go|describe|zoom|unpack me|us|a? bit|little|into|in|on|more? more|further|deeper|on|about|into? about|on|into? that|it|this|more? $",
        "^ could|can|would you tell me a? bit|little? more about that|it|this $", "^ would you mind telling|saying|elaborating|expanding me? a? bit|little? more? on|about? that|it|this? $",
        "^ really $", "^ oh really $", "^ is that so $", "^ seriously $", "^ what about that|it|this $", "^ what else $", "^ anything else about? that? $",
        "^ i would love|like|want to hear|know more about? that|it|this? $", "^ elaborate|expand|please on? that|it? $", "^ please go on $", "^ please do? $", "^ do tell $", "^ go ahead $", "^ carry on $", "^ do not stop there|now? $", "^ a few words more? on|about? that|this|it? $", "^ you did not $", "^ and $", "^ did you $", "^ have you $", "^ were you $", "^ was it $", "^ is it $",
        "^ what is|was the story behind|with|there? that|it|this? $", "^ what happened $", "^ what is that|this $", "^ what was that about? $", "^ and what else $", "^ what do you think about|of that $",
    ]),
]));

/// Looser patterns, for questions that point back.
#[rustfmt::skip]
static POINTING: LazyLock<Cues<FollowKind>> = LazyLock::new(|| Cues::new([
    (&FollowKind::Why, &["^ why", "^ what made|makes you", "^ what was the reason"][..]),
    (&FollowKind::Feel, &["^ how did|does that|it ... feel", "^ what was|is that|it ... like", "^ did|does that|it ... you", "^ was|is that|it ... for you", "^ how was that|it", "^ how did you feel"]),
    (&FollowKind::Result, &["^ what happened", "^ how did that|it ... end|turn|go|work", "^ did that|it ... work|help", "^ what came of", "^ what did you do ... then|next", "^ what did you learn from that|it|this"]),
    (&FollowKind::How, &["^ how", "^ what did you do"]),
    (&FollowKind::Example, &["^ can|could you give ... example", "^ what would be an example", "^ what is an example"]),
    (&FollowKind::When, &["^ when", "^ how long"]),
    (&FollowKind::Who, &["^ who"]),
    (&FollowKind::More, &["^ tell me", "^ can|could|would you tell|say|talk|share|explain|describe", "^ what about", "^ what"]),
]));

#[cfg(test)]
mod tests {
    use super::{bare, pointing_back};
    use crate::hearing::lead_in::strip;
    use crate::pack::scenario::FollowKind::{
        self, Example, Feel, How, More, Result, When, Who, Why,
    };
    use crate::text::words::words;

    #[test]
    fn follow_ups_without_content_are_told_by_what_they_ask_for() {
        #[rustfmt::skip]
        let cases: [(&str, Option<FollowKind>); 30] = [
            ("Why?", Some(Why)), ("How come?", Some(Why)), ("why is that", Some(Why)), ("What made you do that?", Some(Why)),
            ("How so?", Some(How)), ("what do you mean by that", Some(How)), ("How did you manage that?", Some(How)),
            ("Like what?", Some(Example)), ("for instance?", Some(Example)), ("Can you give an example?", Some(Example)),
            ("What was that like?", Some(Feel)), ("How did that feel?", Some(Feel)), ("Did that scare you?", Some(Feel)), ("was it hard for you", Some(Feel)),
            ("And then?", Some(Result)), ("What happened next?", Some(Result)), ("how did it turn out", Some(Result)), ("was it worth it?", Some(Result)),
            ("When was that?", Some(When)), ("Who was that?", Some(Who)),
            ("Tell me more about that.", Some(More)), ("Go on.", Some(More)), ("Really?", Some(More)), ("could you say more", Some(More)),
            ("So why?", Some(Why)), ("And how did that go?", Some(Result)),
            ("How do graduates get in?", None), ("What is a day like?", None), ("Why engineering?", None), ("Who do you work with?", None),
        ];
        for (line, expected) in cases {
            let words = words(line);
            let (start, _) = strip(&words);
            assert_eq!(bare(&words[start..]).map(|follow| follow.kind), expected, "{line:?}");
        }
    }

    #[test]
    fn a_pointer_back_makes_a_follow_up() {
        let kind = |line| pointing_back(&words(line)).map(|follow| follow.kind);
        assert_eq!(kind("why did you stay then"), Some(Why));
        assert_eq!(kind("how did they take it at home"), Some(How));
        assert_eq!(kind("how do graduates get in"), None);
    }
}
