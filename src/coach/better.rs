//! A better wording: open, on the same topic, in the learner's own words where that reads well.
//!
//! Four ways lead to one, and each wording is heard before it is offered, by the same ear as the
//! learner's line: one that is not open is never shown, and one on the same topic is preferred.
//!
//! Where the line is word for word the weaker twin of a question of the bank, that question is what its
//! author would have one ask. Otherwise:
//!
//! 1. of two questions in one, the part that stands by itself (`one_part`);
//! 2. the question turned open by its grammar (`rewrite`, with the tables `table`, `asking` and
//!    `choice`);
//! 3. the nearest good question of the bank on its topic (`bank`);
//! 4. where nobody knows the topic, an honest request to tell about what they named.

mod asking;
mod bank;
mod choice;
mod clause;
mod direct;
mod lexicon;
mod one_part;
mod pattern;
mod rewrite;
mod table;
mod token;
mod verb;

use crate::hearing::heard::{Act, Fault, Form, Heard, Question, Subject};
use crate::hearing::{CLEAR, Ear};
use crate::pack::Pack;
use crate::text::words::{Word, capitalised, count, words};

/// So many wordings in the learner's own words are heard at most.
const MOST_OWN: usize = 4;

/// So many questions of the bank are heard at most; together they keep a line under a millisecond.
const MOST_BANKED: usize = 2;

/// A turned question of more words than this is no model for anybody.
const MOST_WORDS: usize = 19;

/// A better wording for the question of a line; none when nothing is to be gained.
pub(super) fn wording(ear: &Ear<'_>, pack: &Pack, heard: &Heard) -> Option<String> {
    let question = heard.question.as_ref().filter(|_| heard.act == Act::Question)?;
    let is_faulty = question.faults.iter().any(|(fault, _)| *fault != Fault::Rambling);
    let gains = question.form == Form::Closed || question.form == Form::Invited || is_faulty;
    let is_bare =
        question.follow_up.is_some_and(|follow| follow.bare) && !question.has(Fault::Stacked);
    // "You do?", "right?": a murmur.
    let is_murmur = question.words.len() < 3 && !question.has(Fault::Stacked);
    // "Am I talking too much?", "how long do we have?": about the talk, and not about them.
    let of_the_talk = heard.words[question.words.clone()].windows(3).any(|row| {
        matches!(
            (row[0].text.as_str(), row[1].text.as_str(), row[2].text.as_str()),
            ("do" | "are" | "have", "we", _)
                | ("am", "i", "being" | "talking" | "asking" | "keeping" | "taking" | "boring")
        )
    });
    if !gains || is_bare || is_murmur || of_the_talk {
        return None;
    }
    let is_invited = question.form == Form::Invited && !is_faulty;
    let mut own = Vec::new();
    let mut leaning = Vec::new();
    if is_invited {
        own = direct::wordings(heard, question);
    } else {
        own.extend(bank::twin(pack, heard).cloned());
        if question.has(Fault::Stacked) {
            let parts = one_part::wordings(heard, question);
            own.extend(parts.whole.into_iter().take(3));
            leaning = parts.leaning;
        }
        // Of two questions, the one that is asked last may lean on the first.
        let is_left = own.is_empty() || !question.has(Fault::Stacked);
        let turned = if is_left { rewrite::wordings(heard, question) } else { Vec::new() };
        own.extend(turned.into_iter().filter(|wording| count(wording) <= MOST_WORDS));
    }
    let (mut elsewhere, mut unknown) = (None, None);
    for wording in own.iter().map(|wording| finished(wording)).take(MOST_OWN) {
        match heard_again(ear, heard, &wording) {
            Again::Good => return Some(wording),
            // One of their own two questions is about what they asked.
            Again::Elsewhere if question.has(Fault::Stacked) => return Some(wording),
            Again::Elsewhere => elsewhere = elsewhere.or(Some(wording)),
            Again::Unknown => unknown = unknown.or(Some(wording)),
            Again::NotOpen => {}
        }
    }
    if elsewhere.is_some() || is_invited {
        // Their own words turned round are about what they asked, even where the ear takes a question
        // of few words for another topic. To one that is open in intent the bank would be no gain.
        return elsewhere.filter(|_| !is_invited);
    }
    let is_open = |wording: &String| {
        matches!(heard_again(ear, heard, wording), Again::Good | Again::Elsewhere)
    };
    let is_good = |wording: &&String| matches!(heard_again(ear, heard, wording), Again::Good);
    leaning
        .iter()
        .map(|wording| finished(wording))
        .take(1)
        .find(is_open)
        .or(unknown)
        .or_else(|| named(heard, question, true).filter(is_open))
        .or_else(|| bank::wordings(pack, heard).take(MOST_BANKED).find(is_good).cloned())
        .or_else(|| named(heard, question, false).filter(is_open))
        .or_else(|| Some("Tell me more about that side of your work.".to_owned()))
}

/// What a wording turned out to be.
enum Again {
    /// Open, and on the same topic.
    Good,
    /// Open, and heard as another topic.
    Elsewhere,
    /// Open, in words that the ear knows no topic for.
    Unknown,
    /// Not open, or with a fault.
    NotOpen,
}

/// Whether a wording has been cut in the wrong place: words that nobody says next to each other, or last.
fn reads_badly(wording: &str) -> bool {
    const NEVER_LAST: [&str; 15] = [
        "the", "a", "an", "and", "or", "my", "if", "i", "that", "because", "really", "very", "um",
        "saying", "than",
    ];
    const NEVER_NEXT: [(&str, &str); 36] = [
        ("about", "do"),
        ("about", "does"),
        ("about", "did"),
        ("about", "is"),
        ("about", "are"),
        ("about", "saying"),
        ("like", "if"),
        ("the", "like"),
        ("a", "the"),
        ("the", "a"),
        ("the", "the"),
        ("said", "it"),
        ("to", "think"),
        ("that", "i"),
        ("am", "being"),
        ("the", "it"),
        ("the", "you"),
        ("the", "is"),
        ("the", "do"),
        ("who", "do"),
        ("how", "book"),
        ("of", "do"),
        ("i", "um"),
        ("or", "or"),
        ("and", "and"),
        ("is", "you"),
        ("you", "is"),
        ("does", "with"),
        ("the", "anybody"),
        ("the", "anyone"),
        ("the", "someone"),
        ("the", "somebody"),
        ("the", "something"),
        ("about", "my"),
        ("about", "naming"),
        ("about", "showing"),
    ];
    // "How is it decided where…", "how is it counting…", "how can I go…"
    let in_a_row = |row: &[Word]| match row {
        [a, b, c] => match (a.text.as_str(), b.text.as_str(), c.text.as_str()) {
            ("decided", "where", _) => true,
            ("decided", "who", next) => matches!(next, "is" | "was" | "are"),
            ("is", "it", next) => next.len() > 4 && next.ends_with("ing"),
            ("can", "i", next) => matches!(next, "go" | "write" | "come" | "say" | "ask"),
            _ => false,
        },
        _ => false,
    };
    let said = words(wording);
    let hesitates =
        said.iter().any(|word| matches!(word.text.as_str(), "um" | "uh" | "er" | "erm"));
    let ends = said.last().is_some_and(|word| NEVER_LAST.contains(&word.text.as_str()));
    // "Tell me about this, anybody.", "… the favourite mosquito 2."
    let number = |word: &Word| word.text.len() < 3 && word.text.bytes().all(|b| b.is_ascii_digit());
    let is_cut =
        [", anybody.", ", anyone.", ", somebody."].iter().any(|end| wording.ends_with(end))
            || said.last().is_some_and(number);
    hesitates
        || ends
        || is_cut
        || said.windows(3).any(in_a_row)
        || said
            .windows(2)
            .any(|pair| NEVER_NEXT.contains(&(pair[0].text.as_str(), pair[1].text.as_str())))
}

/// Hears a wording with the ear that heard the line; by its words, because there are many to try.
fn heard_again(ear: &Ear<'_>, heard: &Heard, wording: &str) -> Again {
    let again = ear.hear_words(wording);
    let is_open = matches!(again.act, Act::Question | Act::OffTopic)
        && again
            .question
            .as_ref()
            .is_some_and(|question| question.form != Form::Closed && question.faults.is_empty());
    if !is_open
        || reads_badly(wording)
        || wording.trim_end_matches(['?', '.']) == heard.line.trim_end_matches(['?', '.'])
    {
        return Again::NotOpen;
    }
    if again.act == Act::OffTopic {
        return Again::Unknown;
    }
    let is_same = |id: &str| again.subject.best().is_some_and(|after| after.id == id);
    let keeps = match &heard.subject {
        Subject::Topic(topic) => {
            let second = topic.runner_up.as_ref().filter(|_| topic.score < CLEAR);
            is_same(&topic.id) || second.is_some_and(|(id, _)| is_same(id))
        }
        Subject::Between(one, other) => is_same(&one.id) || is_same(&other.id),
        Subject::None => true,
    };
    if keeps { Again::Good } else { Again::Elsewhere }
}

/// A request to tell about what the learner named, for a question that nothing else fits; if it has to be
/// `sure`, only where its name is short and ends where another phrase begins.
fn named(heard: &Heard, question: &Question, sure: bool) -> Option<String> {
    let words = token::tokens(heard, question.words.clone());
    let begins = |at: &usize| {
        matches!(
            words[*at].text.as_str(),
            "your" | "the" | "this" | "my" | "their" | "being" | "working"
        )
    };
    let Some(start) = (0..words.len()).find(begins) else {
        // "Was it love at first sight with robots?"
        let last = words.iter().rposition(|word| {
            matches!(word.text.as_str(), "with" | "in" | "about" | "for" | "at" | "of")
        })?;
        let rest = words.get(last + 1..).filter(|rest| (1..=3).contains(&rest.len()) && !sure)?;
        return Some(finished(&format!("Tell me about {}.", token::join(rest))));
    };
    let end = (start + 2..words.len())
        .find(|at| {
            lexicon::is_preposition(&words[*at].text) || clause::is_helping(&words[*at].text)
        })
        .unwrap_or(words.len());
    let is_sure = (start + 2..=start + 3).contains(&end) && end < words.len();
    if sure && !is_sure {
        return None;
    }
    Some(finished(&format!("Tell me about {}.", token::join(words.get(start..end)?))))
}

/// With a capital first and its mark last.
fn finished(wording: &str) -> String {
    let first = wording.split(' ').next().unwrap_or_default().to_lowercase();
    let is_request =
        ["tell", "describe", "explain", "walk", "share", "talk", "give"].contains(&first.as_str());
    let wording = wording
        .replace("come to become ", "become ")
        .replace(" any ", " ")
        .replace(" anyone ", " someone ")
        .replace(" anything ", " something ");
    sentence(&wording, if is_request { '.' } else { '?' })
}

/// With a capital first and one mark last.
fn sentence(text: &str, mark: char) -> String {
    let text = text.trim().trim_end_matches(['?', '.', '!', ',', ' ']);
    format!("{}{mark}", capitalised(text))
}
