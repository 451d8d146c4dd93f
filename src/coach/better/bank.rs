//! The question of the bank that is nearest to what was asked.

use crate::hearing::heard::{Heard, Subject};
use crate::pack::Pack;
use crate::pack::bank::BankQuestion;
use crate::text::words::words;

/// The question that the bank teaches in place of a line that is its weaker twin word for word.
pub(super) fn twin<'a>(pack: &'a Pack, heard: &Heard) -> Option<&'a String> {
    let topic = heard.subject.best()?;
    let weak = |question: &&BankQuestion| {
        question.weak.as_ref().is_some_and(|weak| weak.value() == &topic.phrasing)
    };
    let twin = pack.bank_topic(&topic.id)?.questions.iter().find(weak)?;
    let same = |one: &str, other: &str| {
        let texts = |line: &str| words(line).into_iter().map(|word| word.text).collect::<Vec<_>>();
        texts(one) == texts(other)
    };
    same(&topic.phrasing, &heard.line).then(|| twin.text.value())
}

/// The bank's questions on the line's topic, the one it is a twin of first.
pub(super) fn wordings<'a>(pack: &'a Pack, heard: &'a Heard) -> impl Iterator<Item = &'a String> {
    let topic = match &heard.subject {
        Subject::Topic(topic) | Subject::Between(topic, _) => Some(topic),
        Subject::None => None,
    };
    let questions = topic
        .and_then(|topic| pack.bank_topic(&topic.id))
        .map_or(&[][..], |known| &known.questions);
    let is_nearest = move |question: &BankQuestion| {
        let twins = question.phrasings.iter().chain(&question.weak).chain([&question.text]);
        twins.into_iter().any(|twin| topic.is_some_and(|topic| twin.value() == &topic.phrasing))
    };
    let nearest = questions.iter().filter(move |question| is_nearest(question));
    let others = questions.iter().filter(move |question| !is_nearest(question));
    nearest.chain(others).map(|question| question.text.value()).filter(|text| *text != &heard.line)
}
