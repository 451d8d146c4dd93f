//! Names in front of what is said: "Maya:", "Q1:", `[00:12] **Sam (me):**`, "Maya Chen  0:05".

/// A name may have this many characters.
const LONGEST_NAME: usize = 40;

/// A name may have this many words.
const MOST_WORDS: usize = 5;

/// What stands in front of a colon at the head of minutes, and is nobody.
const NOBODY: &[&str] = &[
    "agenda",
    "attendees",
    "attention",
    "context",
    "date",
    "duration",
    "example",
    "file",
    "http",
    "https",
    "language",
    "location",
    "nb",
    "note",
    "notes",
    "participants",
    "place",
    "present",
    "ps",
    "recorded",
    "recording",
    "remember",
    "speakers",
    "subject",
    "summary",
    "tags",
    "time",
    "title",
    "todo",
    "topic",
    "transcript",
    "warning",
];

/// Words of a name that need no capital.
const SMALL: &[&str] =
    &["al", "and", "bin", "da", "de", "del", "der", "di", "el", "la", "le", "of", "van", "von"];

/// What people call the one who asks, in the languages they label in.
const ASKING: &[&str] = &[
    "asker",
    "demande",
    "domanda",
    "eu",
    "entrevistador",
    "entrevistadora",
    "enquêteur",
    "f",
    "frage",
    "fråga",
    "fragesteller",
    "host",
    "i",
    "ich",
    "ik",
    "interviewer",
    "interviewerin",
    "intervieweur",
    "intervieweuse",
    "intervistatore",
    "intervistatrice",
    "io",
    "jag",
    "jeg",
    "learner",
    "me",
    "mentee",
    "moderator",
    "moi",
    "myself",
    "pergunta",
    "pregunta",
    "q",
    "question",
    "questioner",
    "student",
    "vraag",
    "yo",
    "you",
    "вопрос",
    "интервьюер",
    "我",
    "问",
    "問",
    "私",
];

/// What people call the one who answers.
const ANSWERING: &[&str] = &[
    "a",
    "answer",
    "antwoord",
    "antwort",
    "befragte",
    "befragter",
    "entrevistada",
    "entrevistado",
    "expert",
    "guest",
    "interviewee",
    "intervistata",
    "intervistato",
    "mentor",
    "r",
    "réponse",
    "resposta",
    "respuesta",
    "risposta",
    "svar",
    "ответ",
    "答",
];

/// A name in front of words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Label {
    /// As written, without times and marks.
    pub(super) name: String,
    /// The same name, however it is written.
    pub(super) key: String,
    /// Whether it looks like a name by itself: every word has a capital, or it is a known label.
    pub(super) is_sure: bool,
    /// Whether it has a line to itself, with the time at which they began.
    pub(super) is_timed: bool,
}

/// Who somebody is by what they are called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Asks,
    Answers,
}

/// What a name says about who it is, if anything.
pub(super) fn role(name: &str) -> Option<Role> {
    let key = key(name);
    if ["(me)", "(you)", "(i)", "(interviewer)"].iter().any(|mark| key.ends_with(mark)) {
        return Some(Role::Asks);
    }
    match key.as_str() {
        known if ASKING.contains(&known) => Some(Role::Asks),
        known if ANSWERING.contains(&known) => Some(Role::Answers),
        _ => None,
    }
}

/// What two ways to write one name have in common.
pub(super) fn key(name: &str) -> String {
    let lower = name.to_lowercase();
    lower.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The name a line begins with, and what is said after it; none if it begins with no name.
pub(super) fn split(line: &str) -> Option<(Label, &str)> {
    let line = bare(line);
    let line = without_time(line);
    if let Some(colon) = colon(line) {
        let (name, rest) = line.split_at(colon);
        let rest = rest.trim_start_matches([':', '：']);
        let is_marked = name.starts_with(['*', '_']);
        let rest = if is_marked { rest.trim_start_matches(['*', '_']) } else { rest };
        let is_apart = rest
            .chars()
            .next()
            .is_none_or(|c| c.is_whitespace() || c.is_alphabetic() || "“\"'¿¡".contains(c));
        return if is_apart { Some((label(name)?, rest.trim_start())) } else { None };
    }
    // A line of its own: a name, and when they began.
    let name = line.trim_end();
    let start = name.rfind(char::is_whitespace)?;
    let time = name[start..].trim().trim_matches(['(', ')', '[', ']']);
    (time_length(time) == Some(time.len())).then_some(())?;
    let label = label(&name[..start])?;
    label.is_sure.then_some((Label { is_timed: true, ..label }, ""))
}

/// Whether a line is nothing but a time.
pub(super) fn is_time(line: &str) -> bool {
    let time = line.trim().trim_matches(['(', ')', '[', ']']);
    time_length(time) == Some(time.len())
}

/// A line of a list without what lists put in front of questions: "- ", "• ", "3. ", "Q12)", "Q: ", "You: ".
#[must_use]
pub fn without_marker(line: &str) -> &str {
    let line = bare(line);
    let number = line.strip_prefix(['Q', 'q']).unwrap_or(line);
    let digits = number.len() - number.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if (1..=4).contains(&digits)
        && let Some(rest) = number[digits..].strip_prefix(['.', ')'])
        && rest.starts_with(char::is_whitespace)
    {
        return rest.trim_start();
    }
    match split(line) {
        Some((label, rest)) if role(&label.name) == Some(Role::Asks) && !rest.is_empty() => rest,
        _ => line,
    }
}

/// A line without white space at its ends, and without a dash, dot or angle in front.
fn bare(line: &str) -> &str {
    let line = line.trim();
    let rest = line.strip_prefix(['-', '–', '—', '•', '*', '>']);
    match rest {
        Some(rest) if rest.starts_with(char::is_whitespace) => rest.trim_start(),
        _ => line,
    }
}

/// The first colon that is not part of a time, if a name could end there.
fn colon(line: &str) -> Option<usize> {
    let mut before = ' ';
    for (count, (at, c)) in line.char_indices().enumerate() {
        if count > LONGEST_NAME + 16 {
            return None;
        }
        let next = line[at + c.len_utf8()..].chars().next().unwrap_or(' ');
        if matches!(c, ':' | '：') && !(before.is_ascii_digit() && next.is_ascii_digit()) {
            return Some(at);
        }
        before = c;
    }
    None
}

/// A name out of what stands before a colon.
fn label(text: &str) -> Option<Label> {
    let mut name = text.trim().trim_matches(['*', '_']).trim();
    // "Maya (0:12)" and "Maya 0:12".
    if let Some(start) = name.rfind(|c: char| c.is_whitespace() || c == '(' || c == '[') {
        let time = name[start..].trim().trim_matches(['(', ')', '[', ']']);
        if time_length(time) == Some(time.len()) {
            name = name[..start].trim();
        }
    }
    let name =
        name.strip_prefix('[').and_then(|inner| inner.strip_suffix(']')).unwrap_or(name).trim();
    // "Q1" and "A 2" are one who asks and one who answers, "Speaker 1" and "Speaker 2" are two people.
    let unnumbered = name.trim_end_matches(|c: char| c.is_ascii_digit() || " .#".contains(c));
    let name = if role(unnumbered).is_some() { unnumbered } else { name };
    let first = name.chars().next()?;
    let key = key(name);
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_name = first.is_alphabetic()
        && name.chars().count() <= LONGEST_NAME
        && words.len() <= MOST_WORDS
        && name.chars().all(|c| c.is_alphanumeric() || " .,'’-_()&/@#\u{a0}".contains(c))
        && !NOBODY.contains(&key.as_str());
    let has_capital = |word: &&str| {
        let first = word.trim_start_matches('(').chars().next();
        // Scripts without capitals have none to miss.
        first.is_some_and(|c| !c.is_lowercase()) || SMALL.contains(word)
    };
    let is_sure = role(name).is_some() || !first.is_lowercase() && words.iter().all(has_capital);
    (is_name && (is_sure || words.len() == 1)).then(|| Label {
        name: name.to_owned(),
        key,
        is_sure,
        is_timed: false,
    })
}

/// A line without a time in front: `[00:01:02]`, "(0:12)", "00:12 -".
fn without_time(line: &str) -> &str {
    let inner = line.strip_prefix(['[', '(']).unwrap_or(line);
    match time_length(inner) {
        Some(length) => {
            let rest = inner[length..].trim_start_matches([']', ')']);
            rest.trim_start_matches(|c: char| c.is_whitespace() || "-–|".contains(c))
        }
        None => line,
    }
}

/// How many bytes of a text are a time at its start: "0:05", "00:01:02", "00:01:02.345".
pub(super) fn time_length(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let digits =
        |from: usize| bytes[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let mut at = digits(0);
    if !(1..=3).contains(&at) {
        return None;
    }
    let mut parts = 1;
    while bytes.get(at) == Some(&b':') && digits(at + 1) == 2 && parts < 3 {
        at += 3;
        parts += 1;
    }
    if parts > 1 && matches!(bytes.get(at), Some(b'.' | b',')) && (1..=3).contains(&digits(at + 1))
    {
        at += 1 + digits(at + 1);
    }
    (parts > 1).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::{Role, role, split, without_marker};

    #[test]
    fn a_name_is_told_from_words_before_a_colon() {
        let name = |line: &str| split(line).map(|(label, rest)| (label.name, rest.to_owned()));
        for (line, expected) in [
            ("Maya: Hi", Some(("Maya", "Hi"))),
            ("maya: hi", Some(("maya", "hi"))),
            ("Maya:", Some(("Maya", ""))),
            ("Dr. Ana de la Cruz: Hi", Some(("Dr. Ana de la Cruz", "Hi"))),
            ("Speaker 1: Hi", Some(("Speaker 1", "Hi"))),
            ("Q 12: Hi", Some(("Q", "Hi"))),
            ("[Maya]: Hi", Some(("Maya", "Hi"))),
            ("Maya (00:12): Hi", Some(("Maya", "Hi"))),
            ("00:01:02 Maya: Hi", Some(("Maya", "Hi"))),
            ("(0:12) - Maya: Hi", Some(("Maya", "Hi"))),
            ("- Maya: Hi", Some(("Maya", "Hi"))),
            ("__Maya__: Hi", Some(("Maya", "Hi"))),
            ("Maya Chen 0:05", Some(("Maya Chen", ""))),
            ("我：你好", Some(("我", "你好"))),
            ("So here is the thing: why", None),
            ("Note: this", None),
            ("Well, Maya said: go", None),
            ("http://example.org", None),
            ("It was 10:30 then", None),
            ("we met at 10:30", None),
            ("10:30", None),
            (": why", None),
            ("", None),
        ] {
            let expected = expected.map(|(who, rest)| (who.to_owned(), rest.to_owned()));
            assert_eq!(name(line), expected, "{line}");
        }
    }

    #[test]
    fn labels_that_say_who_asks() {
        for asks in
            ["You", "ME", "Interviewer", "Ich", "Moi", "Sam (me)", "Sam Roe (You)", "Вопрос"]
        {
            assert_eq!(role(asks), Some(Role::Asks), "{asks}");
        }
        for answers in ["A", "Interviewee", "Antwort"] {
            assert_eq!(role(answers), Some(Role::Answers), "{answers}");
        }
        assert_eq!(role("Maya"), None);
    }

    #[test]
    fn what_lists_put_in_front_is_left_out() {
        for (line, expected) in [
            ("1. How so?", "How so?"),
            ("  12) Why?", "Why?"),
            ("- Why?", "Why?"),
            ("• Why?", "Why?"),
            ("Q3. Why?", "Why?"),
            ("Q3: Why?", "Why?"),
            ("4. Question: why?", "Question: why?"),
            ("Question: why?", "why?"),
            ("Career: why?", "Career: why?"),
            ("3 years in, why?", "3 years in, why?"),
            ("2026. Why?", "Why?"),
            ("1.5 or 2?", "1.5 or 2?"),
            ("-why?", "-why?"),
        ] {
            assert_eq!(without_marker(line), expected);
        }
    }
}
