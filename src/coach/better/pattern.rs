//! Patterns over the words of a question, and the wordings that are made of what they catch.
//!
//! A pattern is read word by word, as in "have|get enough {x}":
//!
//! | written | matches |
//! |---|---|
//! | `have\|get` | either word |
//! | `ever?` | that word, or nothing |
//! | `{x}` | one word or more, as few as fit; at the end of a pattern, all that is left |
//! | `{v:have\|get}` | one of these words, and remembers which |
//! | `{x/verb}` | words that begin with a verb: the kinds are in [`Kind`] |
//!
//! A wording says `{x}` for what was caught, as it was typed, or in another form: `{x.ing}` ("working
//! nights"), `{x.base}`, `{x.past}`, `{x.done}`, `{x.s}` ("works"), `{x.plain}` (of "works"), `{x.now}`
//! (agreeing with the subject), `{x.thing}` ("good pay" → "pay"), `{x.the}` ("the pay"),
//! `{x.a}` ("a mentor"), `{x.is}`, `{x.does}`, `{x.has}` (the helping verb that agrees with it). Of the
//! clause it can say `{S}` (the subject), `{them}` (the subject as an object), `{be}`, `{do}`, `{have}`
//! (in number and tense) and `{is}`, `{does}`, `{do-you}` (in tense, of "it" and "you").

use super::clause::{Clause, takes_plural};
use super::lexicon::{
    is_achieving, is_adjective, is_choosing, is_common, is_comparative, is_definite, is_doing,
    is_empty_praise, is_feeling, is_felt, is_hard, is_home, is_key, is_person, is_preposition,
    is_sized, is_sorted, is_state,
};
use super::token::{Token, join};
use super::verb;

/// What a slot takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Any words.
    Any,
    /// One word.
    One,
    /// Begins with "-ing".
    Ing,
    /// Begins with a verb in its base form.
    Verb,
    /// Begins with a verb that is done in some way.
    Doing,
    /// Begins with a verb that is a choice.
    Choosing,
    /// Begins with a verb that gets one somewhere.
    Achieving,
    /// One verb whose object can be asked for.
    Sorted,
    /// One participle of such a verb.
    SortedDone,
    /// Begins with a participle.
    Done,
    /// One adjective.
    Adjective,
    /// One adjective of size.
    Sized,
    /// One adjective that asks for need.
    Key,
    /// One adjective that asks how many do it.
    Common,
    /// One adjective that asks how one gets there.
    Hard,
    /// One adjective of feeling.
    Feeling,
    /// One adjective of a state one gets into.
    State,
    /// One adjective of what one finds something.
    Felt,
    /// One adjective of danger.
    Risk,
    /// One comparative.
    More,
    /// A thing that is not said to be known: "a mentor", "meetings", "any time".
    Bare,
    /// Such things, several.
    Several,
    /// A thing that is known: "your boss", "it".
    Known,
    /// A person one has.
    Person,
    /// What one has at home.
    Home,
    /// One preposition.
    Preposition,
    /// A subject: it does not end in an article or the like.
    Subject,
    /// Begins with a word that asks.
    Asking,
}

fn kind(name: &str) -> Kind {
    match name {
        "one" => Kind::One,
        "ing" => Kind::Ing,
        "verb" => Kind::Verb,
        "doing" => Kind::Doing,
        "choosing" => Kind::Choosing,
        "achieving" => Kind::Achieving,
        "sorted" => Kind::Sorted,
        "sorted-done" => Kind::SortedDone,
        "done" => Kind::Done,
        "adj" => Kind::Adjective,
        "sized" => Kind::Sized,
        "key" => Kind::Key,
        "common" => Kind::Common,
        "hard" => Kind::Hard,
        "feeling" => Kind::Feeling,
        "state" => Kind::State,
        "felt" => Kind::Felt,
        "risk" => Kind::Risk,
        "more" => Kind::More,
        "bare" => Kind::Bare,
        "several" => Kind::Several,
        "known" => Kind::Known,
        "person" => Kind::Person,
        "home" => Kind::Home,
        "prep" => Kind::Preposition,
        "subject" => Kind::Subject,
        "asking" => Kind::Asking,
        _ => Kind::Any,
    }
}

impl Kind {
    /// Whether it takes exactly one word.
    const fn is_one(self) -> bool {
        matches!(
            self,
            Self::One
                | Self::Sorted
                | Self::SortedDone
                | Self::Adjective
                | Self::Sized
                | Self::Key
                | Self::Common
                | Self::Hard
                | Self::Feeling
                | Self::State
                | Self::Felt
                | Self::Risk
                | Self::More
                | Self::Preposition
        )
    }

    fn takes(self, words: &[Token]) -> bool {
        let Some(first) = words.first() else { return false };
        let (word, last) =
            (first.text.as_str(), words.last().map_or("", |last| last.text.as_str()));
        let base = || verb::is_base(word) && !is_preposition(word);
        match self {
            Self::Any | Self::One => true,
            Self::Ing => is_gerund(word),
            Self::Verb => base(),
            Self::Doing => is_doing(word),
            Self::Choosing => is_choosing(word),
            Self::Achieving => is_achieving(word),
            Self::Sorted => is_sorted(word),
            Self::SortedDone => verb::of_past(word).is_some_and(|base| is_sorted(&base)),
            Self::Done => verb::is_participle(word),
            Self::Adjective => is_adjective(word),
            Self::Sized => is_sized(word),
            Self::Key => is_key(word),
            Self::Common => is_common(word),
            Self::Hard => is_hard(word),
            Self::Feeling => is_feeling(word),
            Self::State => is_state(word),
            Self::Felt => is_felt(word),
            Self::Risk => matches!(
                word,
                "dangerous"
                    | "risky"
                    | "unfair"
                    | "wrong"
                    | "special"
                    | "complicated"
                    | "tricky"
                    | "funny"
                    | "unhealthy"
                    | "toxic"
            ),
            Self::More => is_comparative(word),
            Self::Bare => is_bare(words),
            Self::Several => is_bare(words) && takes_plural(thing(words)),
            Self::Known => is_definite(word),
            Self::Person => is_person(last) && words.len() <= 4,
            Self::Home => is_home(last) && words.len() <= 3,
            Self::Preposition => is_preposition(word),
            Self::Subject => {
                !matches!(last, "a" | "an")
                    && (!is_definite(last) || matches!(last, "you" | "it" | "them"))
            }
            Self::Asking => {
                matches!(word, "what" | "how" | "why" | "who" | "where" | "when" | "which")
            }
        }
    }
}

/// "working", "shaping"; "morning" and "boring" are none.
fn is_gerund(word: &str) -> bool {
    let is_thing = matches!(
        word,
        "morning"
            | "evening"
            | "building"
            | "meeting"
            | "something"
            | "anything"
            | "everything"
            | "nothing"
            | "ceiling"
            | "wedding"
            | "during"
    );
    !is_adjective(word)
        && (verb::of_gerund(word).is_some()
            || (word.len() > 5 && word.ends_with("ing") && !is_thing))
}

/// Whether words name something that is not said to be known.
fn is_bare(words: &[Token]) -> bool {
    let first = words.first().map_or("", |word| word.text.as_str());
    let has_amount = matches!(
        first,
        "a" | "an"
            | "any"
            | "some"
            | "lots"
            | "plenty"
            | "much"
            | "many"
            | "enough"
            | "too"
            | "more"
            | "several"
            | "other"
            | "alot"
    );
    let is_adverb = matches!(
        first,
        "online"
            | "well"
            | "early"
            | "late"
            | "abroad"
            | "together"
            | "everything"
            | "there"
            | "hard"
            | "remotely"
            | "everyone"
            | "quickly"
            | "fast"
            | "straight"
            | "directly"
            | "them"
    );
    if is_adverb || words.len() > 7 {
        return false;
    }
    has_amount
        || (!is_definite(first)
            && !is_preposition(first)
            && first != "to"
            && first != "not"
            && (words.len() == 1 || verb::of_gerund(first).is_none()))
}

/// A noun phrase without article, amount and empty praise: "a lot of good meetings" → "meetings".
fn thing(words: &[Token]) -> &[Token] {
    let mut rest = words;
    loop {
        let text = |at: usize| rest.get(at).map_or("", |word| word.text.as_str());
        let skip = match (text(0), text(1), text(2)) {
            ("a", "lot" | "couple" | "number" | "bit", "of") => 3,
            ("a", "great" | "good" | "whole", "deal" | "lot") => 4,
            ("a", "few" | "little", _)
            | ("too" | "so", "much" | "many", _)
            | ("lots" | "plenty" | "alot", "of", _) => 2,
            (
                "a" | "an" | "any" | "some" | "many" | "much" | "enough" | "several" | "the"
                | "your" | "very" | "too" | "more" | "other" | "so" | "only" | "that",
                _,
                _,
            ) => 1,
            (word, next, _)
                if is_empty_praise(word)
                    && !next.is_empty()
                    && !is_preposition(next)
                    && next != "and" =>
            {
                1
            }
            _ => 0,
        };
        if skip == 0 || skip >= rest.len() {
            return rest;
        }
        rest = &rest[skip..];
    }
}

#[derive(Debug, Clone)]
enum Element {
    Words(Vec<&'static str>, bool),
    Slot(&'static str, Kind),
    Choice(&'static str, Vec<&'static str>),
}

/// A pattern, ready to match, and the wordings it leads to, best first.
#[derive(Debug, Clone)]
pub(super) struct Rule {
    elements: Vec<Element>,
    wordings: &'static [&'static str],
}

impl Rule {
    /// Reads a row of a table.
    pub(super) fn new(pattern: &'static str, wordings: &'static [&'static str]) -> Self {
        let elements = pattern.split_whitespace().map(element).collect();
        Self { elements, wordings }
    }

    /// The wordings for some words, if the pattern fits all of them.
    pub(super) fn say<'a>(&'a self, words: &'a [Token], clause: &'a Clause) -> Vec<String> {
        let mut caught = Vec::new();
        if !fits(&self.elements, words, &mut caught) {
            return Vec::new();
        }
        self.wordings.iter().filter_map(|wording| filled(wording, &caught, clause)).collect()
    }
}

fn element(piece: &'static str) -> Element {
    if let Some(slot) = piece.strip_prefix('{').and_then(|piece| piece.strip_suffix('}')) {
        return if let Some((name, words)) = slot.split_once(':') {
            Element::Choice(name, words.split('|').collect())
        } else {
            let (name, of_kind) = slot.split_once('/').unwrap_or((slot, ""));
            Element::Slot(name, kind(of_kind))
        };
    }
    match piece.strip_suffix('?') {
        Some(words) => Element::Words(words.split('|').collect(), true),
        None => Element::Words(piece.split('|').collect(), false),
    }
}

type Caught<'a> = Vec<(&'static str, &'a [Token])>;

fn fits<'a>(elements: &[Element], words: &'a [Token], caught: &mut Caught<'a>) -> bool {
    let Some((element, others)) = elements.split_first() else { return words.is_empty() };
    match element {
        Element::Words(any_of, optional) => {
            let is_here = words.first().is_some_and(|word| any_of.contains(&word.text.as_str()));
            if is_here && fits(others, &words[1..], caught) {
                return true;
            }
            *optional && fits(others, words, caught)
        }
        Element::Choice(name, any_of) => {
            let is_here = words.first().is_some_and(|word| any_of.contains(&word.text.as_str()));
            is_here && with(name, 1, others, words, caught)
        }
        Element::Slot(name, kind) => {
            let most = if kind.is_one() { 1.min(words.len()) } else { words.len() };
            (1..=most)
                .any(|end| kind.takes(&words[..end]) && with(name, end, others, words, caught))
        }
    }
}

fn with<'a>(
    name: &'static str,
    end: usize,
    others: &[Element],
    words: &'a [Token],
    caught: &mut Caught<'a>,
) -> bool {
    caught.push((name, &words[..end]));
    let fit = fits(others, &words[end..], caught);
    if !fit {
        caught.pop();
    }
    fit
}

/// A wording with its slots filled; none if a slot has no such form.
fn filled(wording: &str, caught: &Caught<'_>, clause: &Clause) -> Option<String> {
    let mut said = String::new();
    let mut rest = wording;
    while let Some((before, after)) = rest.split_once('{') {
        let (slot, behind) = after.split_once('}')?;
        said.push_str(before);
        let (name, form) = slot.split_once('.').unwrap_or((slot, ""));
        match caught.iter().find(|(known, _)| *known == name) {
            Some((_, words)) => said.push_str(&formed(words, form, clause)?),
            None => said.push_str(&of_clause(name, clause)?),
        }
        rest = behind;
    }
    said.push_str(rest);
    Some(said)
}

/// Words in another form.
fn formed(words: &[Token], form: &str, clause: &Clause) -> Option<String> {
    let (first, others) = words.split_first()?;
    let changed = |to: String| {
        let all: Vec<Token> =
            std::iter::once(first.changed(to)).chain(others.iter().cloned()).collect();
        join(&all)
    };
    let singular =
        |one: &str, several: &str| Some(if takes_plural(words) { several } else { one }.to_owned());
    Some(match form {
        "" => join(words),
        "ing" if first.text == "not" => format!("not {}", formed(others, "ing", clause)?),
        "ing" if verb::of_gerund(&first.text).is_some() => join(words),
        "ing" => changed(verb::gerund(&first.text)),
        "base" if first.text.ends_with("ing") && !verb::is_base(&first.text) => {
            changed(verb::of_gerund(&first.text)?)
        }
        "base" => changed(verb::of_past(&first.text).unwrap_or_else(|| first.text.clone())),
        "past" => {
            changed(verb::past(&verb::of_past(&first.text).unwrap_or_else(|| first.text.clone())))
        }
        "done" => changed(verb::participle(
            &verb::of_third_person(&first.text).unwrap_or_else(|| first.text.clone()),
        )),
        "now" if clause.past => changed(verb::past(&first.text)),
        "now" if takes_plural(&clause.subject) || clause.subject.is_empty() => join(words),
        "now" | "s" => changed(verb::third_person(&first.text)),
        "plain" => {
            changed(verb::of_third_person(&first.text).unwrap_or_else(|| first.text.clone()))
        }
        "thing" => join(thing(words)),
        "the" if is_definite(&first.text) => join(words),
        "the" => format!("the {}", join(thing(words))),
        "a" => with_article(words),
        "is" => return singular("is", "are"),
        "does" => return singular("does", "do"),
        "has" => return singular("has", "have"),
        _ => return None,
    })
}

/// "any mentor" → "a mentor", "a good idea" → "an idea"; several and what cannot be counted have none.
fn with_article(words: &[Token]) -> String {
    let first = words.first().map_or("", |word| word.text.as_str());
    let thing = thing(words);
    let named = join(thing);
    let second = words.get(1).map_or("", |word| word.text.as_str());
    let is_one = matches!(first, "a" | "an")
        && !matches!(second, "lot" | "few" | "little" | "bit" | "couple" | "number" | "great");
    if is_definite(first) && !matches!(first, "the") {
        return join(words);
    }
    if is_one && !takes_plural(thing) { format!("{} {named}", article(&named)) } else { named }
}

/// The article a noun wants.
pub(super) fn article(noun: &str) -> &'static str {
    let lower = noun.to_lowercase();
    let sounds_like_you =
        ["uni", "use", "usu", "eu", "one"].iter().any(|head| lower.starts_with(head));
    let silent_h = ["hour", "honest", "hono", "heir"].iter().any(|head| lower.starts_with(head));
    if silent_h || (lower.starts_with(['a', 'e', 'i', 'o', 'u']) && !sounds_like_you) {
        "an"
    } else {
        "a"
    }
}

/// What a wording can say of the clause.
fn of_clause(name: &str, clause: &Clause) -> Option<String> {
    let first = clause.subject.first().map_or("", |word| word.text.as_str());
    let several = takes_plural(&clause.subject) || first == "you";
    let pick = |now: [&str; 2], before: [&str; 2]| {
        let forms = if clause.past { before } else { now };
        forms[usize::from(several)].to_owned()
    };
    Some(match name {
        "S" => join(&clause.subject),
        "aux" => clause.auxiliary.clone(),
        "them" => match first {
            "they" => "them".to_owned(),
            "i" => "me".to_owned(),
            "we" => "us".to_owned(),
            "he" => "him".to_owned(),
            "she" => "her".to_owned(),
            _ => join(&clause.subject),
        },
        "be" if first == "i" => if clause.past { "was" } else { "am" }.to_owned(),
        "be" => pick(["is", "are"], ["was", "were"]),
        "do" if first == "i" => if clause.past { "did" } else { "do" }.to_owned(),
        "do" => pick(["does", "do"], ["did", "did"]),
        "have" => pick(["has", "have"], ["had", "had"]),
        "get" => pick(["gets", "get"], ["got", "got"]),
        "do-you" => if clause.past { "did" } else { "do" }.to_owned(),
        "is" => if clause.past { "was" } else { "is" }.to_owned(),
        "does" => if clause.past { "did" } else { "does" }.to_owned(),
        "makes" => if clause.past { "made" } else { "makes" }.to_owned(),
        _ => return None,
    })
}
