//! Which speaker is the learner: the one whose questions are looked at.

use super::label::{Role, key, role};
use super::survey::Survey;

/// Who the learner is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Learner {
    /// They were named, or a label such as "You" or "Q" says so.
    Known(String),
    /// Nothing says so, but they ask at least twice as often as anybody else.
    AsksMost(String),
    /// Nobody of this name speaks.
    NotThere,
    /// It cannot be told who asks, or nobody is named.
    Unclear,
}

/// Finds the learner among those who speak in the head of a transcript: `wanted` if given, else by what
/// they are called, else by who asks most.
#[must_use]
pub fn learner(survey: &Survey, wanted: Option<&str>) -> Learner {
    let speakers = &survey.speakers;
    if let Some(wanted) = wanted {
        let wanted = key(wanted);
        let found = speakers.iter().find(|speaker| key(&speaker.name) == wanted);
        return found.map_or(Learner::NotThere, |speaker| Learner::Known(speaker.name.clone()));
    }
    let mut asks = speakers.iter().filter(|speaker| role(&speaker.name) == Some(Role::Asks));
    if let (Some(one), None) = (asks.next(), asks.next()) {
        return Learner::Known(one.name.clone());
    }
    let mut others = speakers.iter().filter(|speaker| role(&speaker.name) != Some(Role::Answers));
    if let (2, Some(one), None) = (speakers.len(), others.next(), others.next()) {
        return Learner::Known(one.name.clone());
    }
    let mut most: Vec<_> = speakers.iter().collect();
    most.sort_by_key(|speaker| std::cmp::Reverse(speaker.asking));
    match most.as_slice() {
        [first, second, ..] if first.asking > 0 && second.asking * 2 <= first.asking => {
            Learner::AsksMost(first.name.clone())
        }
        _ => Learner::Unclear,
    }
}

#[cfg(test)]
mod tests {
    use super::super::survey::survey;
    use super::{Learner, learner};

    #[test]
    fn the_learner_is_named_or_labelled_or_asks_most() {
        let known = |name: &str| Learner::Known(name.to_owned());
        let asks_most = |name: &str| Learner::AsksMost(name.to_owned());
        for (text, wanted, expected) in [
            ("You: Hi.\nMaya: Why?", None, known("You")),
            ("Q: Why?\nA: So.", None, known("Q")),
            ("Sam: Hi.\nInterviewee: So?", None, known("Sam")),
            ("Sam (me): Hi.\nMaya: So?", None, known("Sam (me)")),
            ("Me: Why?\nYou: So.\nMe: And?\nYou: Ah.", None, asks_most("Me")),
            ("Sam: Why?\nMaya: So.", None, asks_most("Sam")),
            ("Sam: Why?\nMaya: So.", Some("maya"), known("Maya")),
            ("Sam: Why?\nMaya: So.", Some("Tom"), Learner::NotThere),
            ("Sam: Why?\nMaya: So?\nSam: And?\nMaya: Eh?", None, Learner::Unclear),
            ("Sam: So.\nMaya: So.\nSam: Yes.\nMaya: No.", None, Learner::Unclear),
        ] {
            let found = survey(text.lines(), None).unwrap();
            assert_eq!(learner(&found, wanted), expected, "{text}");
        }
    }
}
