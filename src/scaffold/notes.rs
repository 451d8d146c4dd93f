//! A person's answers as they were noted down in a real talk, made into a scenario.
//!
//! The notes are plain text: "Q: …" and "A: …", where an answer may run over several lines. Nothing of them is
//! lost in silence: what belongs to no question is a mistake with its line. The sentences come out as they went
//! in, so that a person is not made to say what they never said; only what is short of them (`short`, `gist`)
//! is cut from their beginning.

use std::fmt::Write as _;

use super::aloud::aloud;
use super::beginning::{cut, gist, short};
use super::quoted::quoted;
use super::{NewFile, as_id, free_id, person};
use crate::text::clean;
use crate::text::words;

/// A question of the notes, in one wording or several, and what was answered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Noted {
    /// The line its first wording begins at, from 1.
    pub line: usize,
    /// The wordings.
    pub questions: Vec<String>,
    /// The answers.
    pub answers: Vec<String>,
}

/// Why notes cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong with it, and what to do.
    pub message: String,
}

/// What a line of notes begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Label {
    Question,
    Answer,
}

/// Reads notes.
///
/// # Errors
/// The first line that cannot be made sense of, and what to do about it.
pub fn read(text: &str) -> Result<Vec<Noted>, Unread> {
    let mut noted: Vec<Noted> = Vec::new();
    let mut last = None; // the label of the text that is being read, and its line
    for (at, line) in text.lines().enumerate() {
        let line = clean::line(line);
        let at = at + 1;
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let Some((label, rest)) = labelled(&line, last.map(|(label, _)| label)) else {
            let Some(known) = noted.last_mut().filter(|_| last.is_some()) else {
                return unread(
                    at,
                    "this belongs to no question; begin it with “Q:”, or with # if it is a remark",
                );
            };
            let texts =
                if known.answers.is_empty() { &mut known.questions } else { &mut known.answers };
            if let Some(text) = texts.last_mut() {
                if !text.is_empty() {
                    text.push(' ');
                }
                text.push_str(&line);
            }
            continue;
        };
        check_said(&noted, last)?;
        last = Some((label, at));
        match (label, noted.last_mut()) {
            (Label::Question, Some(known)) if known.answers.is_empty() => {
                known.questions.push(rest.to_owned()); // another wording
            }
            (Label::Question, _) => {
                let questions = vec![rest.to_owned()];
                noted.push(Noted { line: at, questions, answers: Vec::new() });
            }
            (Label::Answer, Some(known)) => known.answers.push(rest.to_owned()),
            (Label::Answer, None) => {
                return unread(at, "this answer has no question; write a line “Q: …” before it");
            }
        }
    }
    check_said(&noted, last)?;
    match noted.last() {
        None => unread(1, "there are no questions here; write “Q: …” and under it “A: …”"),
        Some(known) if known.answers.is_empty() => unread(
            known.line,
            "this question has no answer; write “A: …” under it, or # before it to leave it out",
        ),
        Some(_) => Ok(noted),
    }
}

fn unread<T>(line: usize, message: &str) -> Result<T, Unread> {
    Err(Unread { line, message: message.to_owned() })
}

/// Checks that the text read last has words.
fn check_said(noted: &[Noted], last: Option<(Label, usize)>) -> Result<(), Unread> {
    let (Some(known), Some((label, at))) = (noted.last(), last) else { return Ok(()) };
    let texts = match label {
        Label::Question => &known.questions,
        Label::Answer => &known.answers,
    };
    if texts.last().is_some_and(|text| words::count(text) > 0) {
        return Ok(());
    }
    match label {
        Label::Question => unread(at, "this question has no words; write it after “Q:”"),
        Label::Answer => unread(at, "this answer has no words; write what was said after “A:”"),
    }
}

/// The label of a line and the text after it. "A." can begin any sentence ("A. Smith called"), so it begins an
/// answer only right after a question.
fn labelled(line: &str, last: Option<Label>) -> Option<(Label, &str)> {
    let line = line.trim_start_matches(['*', '-', '>', '•', ' ']);
    let end = line.find(|c: char| !c.is_ascii_alphabetic())?;
    let (word, rest) = line.split_at(end);
    let label = match word.to_ascii_lowercase().as_str() {
        "q" | "question" => Label::Question,
        "a" | "answer" => Label::Answer,
        _ => return None,
    };
    // "Q3:" and "**Q:** …" are labels too.
    let rest = rest.trim_start_matches(|c: char| c == ' ' || c.is_ascii_digit() || c == '*');
    let text = match rest.chars().next()? {
        ':' | '：' => rest.trim_start_matches([':', '：']),
        '.' | ')' if label == Label::Question || last == Some(Label::Question) => rest.get(1..)?,
        _ => return None,
    };
    Some((label, text.trim_start_matches(['*', ' '])))
}

/// What became of a question of the notes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// Its first wording.
    pub question: String,
    /// The topic its answers went to, by id.
    pub topic: String,
    /// Whether that is a topic of a question bank.
    pub banked: bool,
}

/// A topic of the scenario that is made.
struct Topic {
    id: String,
    banked: bool,
    questions: Vec<String>,
    answers: Vec<String>,
}

/// A scenario out of notes, and what became of each question.
///
/// `heard` gives the topic of a question bank that a question is clearly about, and `is_banked` says whether a
/// question bank has a topic of this id.
pub fn scenario(
    id: &str,
    noted: &[Noted],
    heard: impl Fn(&str) -> Option<String>,
    is_banked: impl Fn(&str) -> bool,
) -> (NewFile, Vec<Made>) {
    let mut topics: Vec<Topic> = Vec::new();
    let mut made = Vec::new();
    for known in noted {
        let questions: Vec<String> = known.questions.iter().map(|text| asked(text)).collect();
        let first = questions.first().map_or("", String::as_str);
        let banked = questions.iter().find_map(|question| heard(question));
        let at = match &banked {
            Some(id) => topics.iter().position(|topic| topic.id == *id),
            None => topics.iter().position(|topic| {
                !topic.banked && topic.questions.iter().any(|known| questions.contains(known))
            }),
        };
        let at = at.unwrap_or_else(|| {
            let is_taken = |id: &str| is_banked(id) || topics.iter().any(|topic| topic.id == id);
            let id = banked.clone().unwrap_or_else(|| free_id(&about(first), is_taken));
            let banked = banked.is_some();
            topics.push(Topic { id, banked, questions: Vec::new(), answers: Vec::new() });
            topics.len() - 1
        });
        if let Some(topic) = topics.get_mut(at) {
            made.push(Made {
                question: first.to_owned(),
                topic: topic.id.clone(),
                banked: topic.banked,
            });
            topic.answers.extend(known.answers.iter().cloned());
            for question in questions {
                if !topic.questions.contains(&question) {
                    topic.questions.push(question);
                }
            }
        }
    }
    let mut text = HEAD.to_owned();
    for topic in &topics {
        write_topic(&mut text, topic);
    }
    let said = topics.iter().flat_map(|topic| &topic.answers).map(|text| words::count(text));
    // A third of the talk is theirs at the least; see `minutes` in the file.
    let minutes = (said.sum::<usize>() / 50).clamp(5, 30);
    (person(id, &text, minutes), made)
}

/// What stands before the topics.
const HEAD: &str = r"
# What they say, as it was noted down. A topic is one thing people ask about; `coffeechat questions` lists those
# of the question bank, which bring their own ways of asking. An open question gets a text of `say` (45 to
# 85 words are best), a closed one gets `short` (2 to 10 words). `gist` follows “As I said:”. All three were
# cut from the notes: read them aloud, and mend what nobody would say. An answer may also have hooks, a
# `follow` for why, how and feel, and a gate; `coffeechat pack new pack FOLDER` writes a model of all that.
";

fn write_topic(text: &mut String, topic: &Topic) {
    text.push('\n');
    for question in topic.questions.iter().filter(|_| topic.banked) {
        let _ = writeln!(text, "# Was asked: {}", clean::line(question));
    }
    if !topic.banked {
        text.push_str(
            "# No question bank has this topic. Add ways of asking: with six it is heard well.\n",
        );
    }
    let _ = writeln!(text, "[[topic]]\nid = {}", quoted(&topic.id));
    if !topic.banked {
        let first = topic.questions.first().map_or("", String::as_str);
        let _ = writeln!(
            text,
            "title = {}\naloud = {}\nask = [",
            quoted(&words::capitalised(&keywords(first).join(" "))),
            quoted(&aloud(first))
        );
        for question in &topic.questions {
            let _ = writeln!(text, "  {},", quoted(question));
        }
        text.push_str("]\n");
    }
    for (number, answer) in topic.answers.iter().enumerate() {
        let _ = write!(
            text,
            "\n[[topic.answer]]\nid = {}\ngist = {}\nshort = {}\nsay = [\n  {},\n]\n",
            quoted(&format!("{}-{}", topic.id, number + 1)),
            quoted(&gist(answer)),
            quoted(&short(answer)),
            quoted(answer)
        );
    }
}

/// A way of asking may have this many words and characters; a longer one is cut.
const LONGEST_ASK: (usize, usize) = (40, 400);

/// A question as a way of asking.
fn asked(question: &str) -> String {
    cut(question, LONGEST_ASK).map_or_else(|| question.trim().to_owned(), str::to_owned)
}

/// Words that say nothing of what a question is about.
const SMALL: [&str; 96] = [
    "a", "an", "the", "and", "or", "but", "of", "to", "in", "on", "at", "for", "with", "from",
    "by", "about", "as", "if", "that", "this", "these", "those", "it", "its", "is", "are", "was",
    "were", "be", "been", "do", "does", "did", "done", "have", "has", "had", "can", "could",
    "would", "should", "will", "may", "how", "what", "why", "when", "where", "who", "which", "you",
    "your", "yours", "i", "me", "my", "we", "us", "he", "him", "his", "she", "her", "they", "them",
    "their", "there", "tell", "say", "said", "like", "any", "some", "so", "ever", "most", "more",
    "much", "many", "please", "get", "got", "go", "went", "come", "came", "back", "make", "made",
    "take", "took", "think", "feel", "want", "not", "no",
];

/// The words that say what a question is about, at most three.
fn keywords(question: &str) -> Vec<String> {
    let words = words::words(question).into_iter().map(|word| word.text);
    let words: Vec<String> = words.filter(|word| !SMALL.contains(&word.as_str())).take(3).collect();
    if words.is_empty() { vec!["question".to_owned()] } else { words }
}

/// An id for what a question is about.
fn about(question: &str) -> String {
    let id = as_id(&keywords(question).join(" "));
    if id.is_empty() { "question".to_owned() } else { id }
}

#[cfg(test)]
mod tests {
    use super::about;

    #[test]
    fn a_question_gives_an_id() {
        for (question, id) in [
            ("How do you train a young dog?", "train-young-dog"),
            ("What did your uncle say when he came back?", "uncle"),
            ("3D?", "p-3d"),
            ("羊?", "question"),
            ("How is it?", "question"),
        ] {
            assert_eq!(about(question), id);
        }
    }
}
