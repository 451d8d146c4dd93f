//! A question turned open by its grammar, in the learner's own words.

use super::clause::{self, Clause};
use super::pattern::Rule;
use super::token::{Token, join};
use super::{asking, choice, table};
use crate::hearing::heard::{Form, Heard, Question};
use crate::text::words::Break;
use std::sync::LazyLock;

/// Wordings for the question that counts, best first. They are not yet heard.
pub(super) fn wordings(heard: &Heard, question: &Question) -> Vec<String> {
    let words = super::token::tokens(heard, question.words.clone());
    let (before, words) = condition(&words);
    let is_closed = question.form == Form::Closed;
    let asks_why =
        words.first().is_some_and(|word| matches!(word.text.as_str(), "why" | "how" | "when"));
    let wordings = if is_closed || asks_why { of_question(words) } else { Vec::new() };
    if before.is_empty() {
        return wordings;
    }
    wordings.into_iter().map(|wording| after(&join(before), &wording)).collect()
}

/// Wordings for a question without what leads up to it.
pub(super) fn of_question(words: &[Token]) -> Vec<String> {
    let start = words
        .iter()
        .position(|word| !matches!(word.text.as_str(), "and" | "or" | "but" | "so"))
        .unwrap_or(0);
    let mut words = first_of_two(without_tag(&words[start..]));
    if let Some(said) = without_opinion(words) {
        words = said;
    }
    let Some(first) = words.first() else { return Vec::new() };
    let text = first.text.as_str();
    let chosen = choice::wordings(words);
    if !chosen.is_empty() {
        return chosen;
    }
    if matches!(text, "why" | "how" | "what" | "which" | "who" | "whose" | "where" | "when") {
        return asking::wordings(words);
    }
    if clause::is_helping(text) && !(text == "have" && words.len() < 3) {
        if let Some(wordings) = of_view(words) {
            return wordings;
        }
        return clause::asked(words).map_or_else(Vec::new, |clause| of_clause(&clause));
    }
    if words.get(1).is_some_and(|next| matches!(next.text.as_str(), "what" | "which")) {
        return asking::wordings(words); // "in which way"
    }
    if matches!(
        text,
        "best" | "worst" | "biggest" | "first" | "hardest" | "proudest" | "favourite" | "favorite"
    ) {
        return vec![format!("Tell me about the {}.", join(words))];
    }
    if text == "any" {
        return asking::wordings(words);
    }
    if let Some(clause) =
        clause::stated(words).filter(|clause| !clause.head.ends_with(" i") || clause.head == "be i")
    {
        let mut wordings = of_clause(&clause);
        if words.len() <= 20 {
            wordings.push(format!("What do you make of the idea that {}?", join(words)));
        }
        return wordings;
    }
    if super::lexicon::is_definite(text) && (2..=5).contains(&words.len()) {
        let is = if clause::takes_plural(words) { "are" } else { "is" };
        return vec![format!("What {is} {} like?", join(words))];
    }
    Vec::new()
}

fn of_clause(clause: &Clause) -> Vec<String> {
    let mut wordings = best(table::rows(&clause.head), &clause.rest, clause);
    let first = clause.rest.first().map_or("", |word| word.text.as_str());
    let is_mind = matches!(
        first,
        "thought" | "considered" | "wanted" | "felt" | "regretted" | "been" | "had"
    );
    let is_vague = clause.head.ends_with("they") && clause.subject.len() < 2;
    if is_mind || is_vague {
        return wordings;
    }
    wordings.extend(
        TOLD.iter()
            .filter(|(heads, _)| heads.contains(&clause.head.as_str()))
            .flat_map(|(_, rule)| rule.say(&clause.rest, clause))
            .take(1),
    );
    wordings
}

/// What can always be asked for, if nothing of the table is heard as the same topic.
#[rustfmt::skip]
static TOLD: LazyLock<Vec<(&[&str], Rule)>> = LazyLock::new(|| vec![
    (&["did you", "can you"],               Rule::new("ever|always|still? {x/verb}", &["Tell me about {x.ing}."])),
    (&["have you"],                         Rule::new("ever|always? {x/done}", &["Tell me about {x.base-ing}."])),
    (&["be it"],                            Rule::new("{a/adj} to {x/verb}", &["Tell me about {x.ing}."])),
    (&["be there"],                         Rule::new("{x/bare}", &["Tell me about the {x.thing}."])),
    (&["be they", "do they", "have they"],  Rule::new("{x}", &["Tell me about {S}."])),
]);

/// What the first rule that fits says.
pub(super) fn best(rules: &[Rule], words: &[Token], clause: &Clause) -> Vec<String> {
    rules
        .iter()
        .map(|rule| rule.say(words, clause))
        .find(|said| !said.is_empty())
        .unwrap_or_default()
}

/// "Where did you study and did you like it": the first of the two.
fn first_of_two(words: &[Token]) -> &[Token] {
    let text = |at: usize| words.get(at).map_or("", |word| word.text.as_str());
    let second = (3..words.len()).find(|at| {
        matches!(text(*at), "and" | "but")
            && (clause::is_helping(text(at + 1))
                || matches!(text(at + 1), "how" | "what" | "why" | "if" | "where" | "who" | "when"))
            && !text(at + 2).is_empty()
    });
    second.map_or(words, |at| &words[..at])
}

/// "Do you think the pay is fair": the question is whether the pay is fair.
fn of_view(words: &[Token]) -> Option<Vec<String>> {
    let text = |at: usize| words.get(at).map_or("", |word| word.text.as_str());
    let mut at = 2;
    if text(1) == "not" {
        at += 1;
    }
    let holds = matches!(text(0), "do" | "did" | "would" | "have")
        && text(at - 1) == "you"
        && matches!(text(at), "think" | "believe" | "say" | "reckon" | "agree" | "guess");
    if !holds {
        return None;
    }
    at += 1;
    if matches!(text(at), "that" | "with") && words.len() > at + 3 {
        at += 1;
    }
    let view = &words[at..];
    if view.len() < 3 && text(at - 1) != "that" {
        return None;
    }
    let is_clause = clause::stated(view);
    let mut wordings = is_clause.as_ref().map(of_clause).unwrap_or_default();
    wordings.truncate(2);
    wordings.push(format!("What are your thoughts on whether {}?", join(view)));
    Some(wordings)
}

/// "If you could start again, would you…": what goes before stays before.
fn condition(words: &[Token]) -> (&[Token], &[Token]) {
    let is_condition = words.first().is_some_and(|word| {
        matches!(
            word.text.as_str(),
            "if" | "when"
                | "as"
                | "after"
                | "before"
                | "since"
                | "while"
                | "looking"
                | "knowing"
                | "besides"
                | "apart"
                | "other"
                | "given"
                | "in"
                | "at"
                | "on"
                | "during"
                | "for"
                | "with"
                | "from"
        )
    });
    let cut = words.iter().position(|word| word.after == Break::Pause);
    match cut.filter(|cut| is_condition && *cut < 14 && cut + 3 < words.len()) {
        Some(cut) => (&words[..=cut], &words[cut + 1..]),
        None => (&[], words),
    }
}

fn after(condition: &str, wording: &str) -> String {
    let mut characters = wording.chars();
    let first = characters.next().map(|c| c.to_lowercase().to_string()).unwrap_or_default();
    format!("{condition}, {first}{}", characters.as_str())
}

/// "You like it, don't you?", "it's hard, right?": what is said, without the tag.
fn without_tag(words: &[Token]) -> &[Token] {
    let text = |at: usize| words.get(at).map_or("", |word| word.text.as_str());
    let len = words.len();
    if len >= 4 {
        let (a, b, c) = (text(len - 3), text(len - 2), text(len - 1));
        let is_pronoun = matches!(
            c,
            "it" | "you" | "they" | "he" | "she" | "that" | "we" | "there" | "this" | "i"
        );
        if clause::is_helping(a) && b == "not" && is_pronoun && len > 4 {
            return &words[..len - 3];
        }
        if clause::is_helping(a) && is_pronoun_word(b) && c == "not" {
            return &words[..len - 3];
        }
        if matches!(
            (a, b, c),
            ("am", "i", "right" | "wrong") | ("is", "that", "right" | "correct" | "true" | "so")
        ) {
            return &words[..len - 3];
        }
        let paused = words[len - 3].after == Break::Pause;
        let asks = matches!(text(0), "how" | "what" | "where" | "when" | "who" | "which" | "why");
        if clause::is_helping(b) && is_pronoun && (paused || !clause::is_helping(text(0))) && !asks
        {
            return &words[..len - 2];
        }
    }
    if len >= 3
        && matches!(text(len - 1), "right" | "correct" | "no" | "huh" | "eh" | "yeah" | "yes")
        && words[len - 2].after == Break::Pause
    {
        return &words[..len - 1];
    }
    words
}

fn is_pronoun_word(word: &str) -> bool {
    matches!(word, "it" | "you" | "they" | "he" | "she" | "that" | "we" | "there" | "this" | "i")
}

/// "I guess you travel a lot": what they guess.
fn without_opinion(words: &[Token]) -> Option<&[Token]> {
    let text = |at: usize| words.get(at).map_or("", |word| word.text.as_str());
    let mut at = match (text(0), text(1)) {
        (
            "i",
            "guess" | "bet" | "assume" | "imagine" | "suppose" | "think" | "take" | "believe"
            | "presume" | "heard" | "hear",
        )
        | ("of", "course") => 2,
        ("i", "am") if matches!(text(2), "sure" | "guessing" | "assuming") => 3,
        (
            "surely" | "obviously" | "clearly" | "presumably" | "apparently" | "so" | "probably",
            _,
        ) => 1,
        _ => return None,
    };
    if matches!(text(at), "that" | "it") && text(at + 1) == "that" {
        at += 2;
    } else if text(at) == "that" && words.len() > at + 2 && !clause::is_helping(text(at + 1)) {
        at += 1;
    }
    words.get(at..).filter(|rest| rest.len() >= 2)
}
