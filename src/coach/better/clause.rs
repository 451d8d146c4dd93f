//! A yes/no question, or a statement meant as one, taken apart: helping verb, subject, and the rest.
//!
//! "Does your boss listen to you?", "your boss listens to you, doesn't he?" and "so your boss listens to
//! you?" are one clause, and the patterns of the rewrite are written once for all three.

use super::lexicon::{is_adjective, is_definite, is_degree, is_plural, is_preposition};
use super::token::Token;
use super::verb;

/// A clause, taken apart.
#[derive(Debug, Clone)]
pub(super) struct Clause {
    /// The helping verb and the kind of subject, by which patterns are looked up: "did you", "be it".
    pub(super) head: String,
    /// The helping verb as it was typed, or as it would be.
    pub(super) auxiliary: String,
    /// Whether it speaks of the past.
    pub(super) past: bool,
    /// Who or what it is about.
    pub(super) subject: Vec<Token>,
    /// What is said of it, the verb in its base form, without words that only say how much.
    pub(super) rest: Vec<Token>,
}

/// The helping verbs, by what they help to ask.
fn family(auxiliary: &str) -> Option<(&'static str, bool)> {
    Some(match auxiliary {
        "do" | "does" => ("do", false),
        "did" => ("did", true),
        "is" | "are" | "am" => ("be", false),
        "was" | "were" => ("be", true),
        "have" | "has" => ("have", false),
        "had" => ("have", true),
        "can" | "could" | "may" | "might" => ("can", false),
        "will" | "shall" => ("will", false),
        "would" => ("would", false),
        "should" | "must" => ("should", false),
        _ => return None,
    })
}

/// Whether a word is a helping verb.
pub(super) fn is_helping(word: &str) -> bool {
    family(word).is_some()
}

/// What a subject is to the patterns.
fn person(subject: &[Token]) -> &'static str {
    let Some(first) = subject.first() else { return "they" };
    match first.text.as_str() {
        "you" if !subject.iter().any(|word| word.text == "and") => "you",
        "i" if subject.len() == 1 => "i",
        "it" | "this" | "that" if subject.len() == 1 => "it",
        "there" if subject.len() == 1 => "there",
        "everyone" | "everybody" => "everyone",
        "someone" | "anyone" | "somebody" | "anybody" if subject.len() == 1 => "someone",
        _ => "they",
    }
}

/// Takes apart a sentence turned round: "do you like it", "is the work in your lab boring".
pub(super) fn asked(words: &[Token]) -> Option<Clause> {
    let (first, mut rest) = words.split_first()?;
    let (verb, past) = family(&first.text)?;
    if rest.first().is_some_and(|word| word.text == "not") {
        rest = &rest[1..];
    }
    let end = subject_end(verb, rest)?;
    // "Could you live elsewhere?" asks what they would do; "can you" what they may.
    let is_would = first.text == "could" && rest[0].text == "you";
    let mut clause =
        clause(if is_would { "would" } else { verb }, past, &rest[..end], &rest[end..]);
    clause.auxiliary.clone_from(&first.text);
    if let [you, and, others @ ..] = &rest[..end]
        && you.text == "you"
        && and.text == "and"
        && !others.is_empty()
    {
        // "Do you and your brother argue": what it is like to argue with him.
        clause.rest.retain(|word| word.text != "together");
        clause.rest.push(and.changed("with".to_owned()));
        clause.rest.extend(others.iter().cloned());
    }
    Some(clause)
}

/// Takes apart a statement: "you like it", "your boss listens to you", "it must be sad".
pub(super) fn stated(words: &[Token]) -> Option<Clause> {
    if is_preposition(&words.first()?.text) {
        return None;
    }
    let (verb_at, kind) = finite_verb(words)?;
    let (subject, rest) = words.split_at(verb_at);
    let verb = rest.first()?;
    let mut said: Vec<Token> =
        rest[1..].iter().filter(|word| word.text != "not").cloned().collect();
    while said.first().is_some_and(|word| is_degree(&word.text)) {
        said.remove(0);
    }
    let is_adverb = |word: &&Token| {
        matches!(
            word.text.as_str(),
            "just" | "ever" | "never" | "also" | "still" | "always" | "only"
        )
    };
    let next =
        said.iter().find(|word| !is_adverb(word)).map_or("", |word| word.text.as_str()).to_owned();
    said.retain(|word| word.text != "never");
    let with_base = |base: String, said: &[Token]| -> Vec<Token> {
        std::iter::once(verb.changed(base)).chain(said.iter().cloned()).collect()
    };
    match kind {
        Finite::Base(base, past) => {
            let family = if past { "did" } else { "do" };
            Some(clause(family, past, subject, &with_base(base, &said)))
        }
        Finite::Helping if verb.text == "must" || verb.text == "would" && next == "have" => {
            // "You must find it sad": they are told what they find; the question is what they do.
            let second = said.get(1).map_or("", |word| word.text.as_str()).to_owned();
            match next.as_str() {
                "be" => Some(clause("be", false, subject, said.get(1..)?)),
                "have" if second == "been" => Some(clause("be", true, subject, said.get(2..)?)),
                "have" if verb::is_participle(&second) => {
                    let base = verb::of_past(&second)?;
                    Some(clause("did", true, subject, &with_base(base, said.get(2..)?)))
                }
                _ => Some(clause("do", false, subject, &said)),
            }
        }
        Finite::Helping => {
            let (family, past) = family(&verb.text)?;
            let is_main = match family {
                "have" => !verb::is_participle(&next),
                "do" | "did" => !verb::is_base(&next),
                _ => false,
            };
            if is_main {
                let base = if family == "have" { "have" } else { "do" };
                let family = if past { "did" } else { "do" };
                return Some(clause(family, past, subject, &with_base(base.to_owned(), &said)));
            }
            Some(clause(family, past, subject, &said))
        }
    }
}

fn clause(family: &str, past: bool, subject: &[Token], rest: &[Token]) -> Clause {
    let mut subject = without_amount(subject).to_vec();
    let mut rest: Vec<Token> = rest.to_vec();
    if let Some(first) = subject.first_mut().filter(|word| word.text == "nobody") {
        *first = first.changed("people".to_owned());
    }
    if subject.first().is_some_and(|word| word.text == "you") && subject.len() > 1 {
        subject.truncate(1); // "you guys", "you personally"
    }
    // "very", "really" and the like stand for nothing once the question is open.
    let mut kept = Vec::with_capacity(rest.len());
    for (at, word) in rest.iter().enumerate() {
        let next = rest.get(at + 1).map_or("", |next| next.text.as_str());
        let only_degree = is_degree(&word.text)
            || (matches!(
                word.text.as_str(),
                "so" | "too" | "pretty" | "as" | "that" | "any" | "all" | "just" | "still"
            ) && is_adjective(next)
                && !(word.text == "that" && at > 0 && verb::is_base(&rest[at - 1].text)))
            || (word.text == "just" && at == 0)
            || (word.text == "ever"
                && family == "do"
                && person(&subject) == "you"
                && !matches!(
                    next,
                    "have"
                        | "disagree"
                        | "argue"
                        | "run"
                        | "forget"
                        | "fail"
                        | "lose"
                        | "make"
                        | "cry"
                        | "doubt"
                        | "struggle"
                        | "panic"
                        | "break"
                        | "hurt"
                        | "fight"
                        | "complain"
                        | "refuse"
                        | "burn"
                        | "say"
                        | "fall"
                        | "freeze"
                        | "improvise"
                        | "quit"
                        | "shout"
                        | "turn"
                        | "reject"
                ))
            || (word.text.ends_with("ly")
                && (is_adjective(next) || verb::is_participle(next))
                && !matches!(word.text.as_str(), "only" | "early"));
        if !only_degree {
            kept.push(word.clone());
        }
    }
    rest = trimmed(kept);
    let auxiliary = match (family, past) {
        ("be", _) if subject.first().is_some_and(|word| word.text == "there") => {
            match (takes_plural(&rest), past) {
                (true, true) => "were",
                (true, false) => "are",
                (false, true) => "was",
                (false, false) => "is",
            }
        }
        _ => family,
    };
    Clause {
        head: format!("{family} {}", person(&subject)),
        auxiliary: auxiliary.to_owned(),
        past,
        subject,
        rest,
    }
}

/// "A lot of people": people.
fn without_amount(subject: &[Token]) -> &[Token] {
    let text = |at: usize| subject.get(at).map_or("", |word| word.text.as_str());
    match (text(0), text(1), text(2)) {
        ("a", "lot", "of") => &subject[3..],
        ("lots" | "plenty" | "many" | "some" | "few", "of", _) if subject.len() > 2 => {
            &subject[2..]
        }
        ("many" | "any", _, _) if subject.len() > 1 => &subject[1..],
        _ => subject,
    }
}

/// Without what only says how often, at the end: "a lot", "much", "at all".
fn trimmed(mut rest: Vec<Token>) -> Vec<Token> {
    const TAILS: &[&[&str]] = &[
        &["for", "long"],
        &["for", "years"],
        &["a", "long", "time"],
        &["for", "a", "long", "time"],
        &["a", "lot"],
        &["very", "much"],
        &["much"],
        &["often"],
        &["a", "bit"],
        &["at", "all"],
        &["yet"],
        &["too"],
        &["as", "well"],
        &["then"],
        &["though"],
        &["please"],
        &["eventually"],
        &["or", "not"],
        &["or", "something"],
        &["or", "anything"],
        &["or", "no"],
        &["all", "the", "time"],
        &["a", "little"],
        &["so", "much"],
        &["so"],
        &["too", "much"],
        &["lots"],
        &["straight", "away"],
        &["right", "away"],
        &["this", "week"],
        &["this", "year"],
        &["today"],
        &["lately"],
        &["recently"],
        &["any", "more"],
        &["anymore"],
        &["either"],
        &["or"],
        &["more"],
        &["and"],
        &["quickly"],
        &["easily"],
        &["smoothly"],
        &["alot"],
        &["fast"],
        &["okay"],
        &["ok"],
        &["so", "fast"],
    ];
    loop {
        let tail = TAILS.iter().find(|tail| {
            rest.len() > tail.len()
                && rest[rest.len() - tail.len()..]
                    .iter()
                    .map(|word| word.text.as_str())
                    .eq(tail.iter().copied())
        });
        match tail {
            Some(tail) if tail.len() < rest.len() => rest.truncate(rest.len() - tail.len()),
            _ => return rest,
        }
    }
}

const PRONOUNS: &[&str] = &[
    "you",
    "i",
    "it",
    "they",
    "we",
    "he",
    "she",
    "there",
    "everyone",
    "everybody",
    "anyone",
    "someone",
    "somebody",
    "anybody",
    "nobody",
    "anything",
    "something",
    "everything",
    "nothing",
];

/// Where the subject of a question ends: how many words behind the helping verb it has.
fn subject_end(family: &str, words: &[Token]) -> Option<usize> {
    let text = |at: usize| words.get(at).map_or("", |word| word.text.as_str());
    let is_alone = |word: &str| PRONOUNS.contains(&word);
    if text(0) == "you" && matches!(text(1), "guys" | "all" | "personally" | "yourself") {
        return Some(2);
    }
    if text(0) == "you" && text(1) == "and" {
        return verb_after(family, words, 3);
    }
    if is_alone(text(0))
        && !matches!(
            text(0),
            "everyone" | "everything" | "someone" | "anyone" | "nobody" | "somebody" | "anybody"
        )
    {
        return Some(1);
    }
    if is_alone(text(0)) {
        // "someone without a degree": what belongs to it comes before the verb.
        return verb_after(family, words, 1).or(Some(1));
    }
    if matches!(text(0), "this" | "that") {
        let next = text(1);
        let is_itself = is_adjective(next)
            || is_preposition(next)
            || is_degree(next)
            || matches!(next, "a" | "an" | "the" | "what" | "your" | "something" | "how" | "why")
            || verb::of_gerund(next).is_some()
            || (family != "be" && verb::is_base(next))
            || (family == "have" && verb::is_participle(next));
        if is_itself {
            return Some(1);
        }
    }
    let has_determiner =
        is_definite(text(0)) || matches!(text(0), "a" | "an" | "any" | "some" | "most");
    let is_doing = verb::of_gerund(text(0)).is_some() && !is_adjective(text(0));
    let from = match text(1) {
        "a" | "an" | "the" | "your" if is_doing => 3,
        "still" | "also" | "always" | "mostly" | "really" if is_doing => 1,
        _ if has_determiner || is_doing => 2,
        _ => 1,
    };
    verb_after(family, words, from).or_else(|| verb_after(family, words, 1))
}

/// Where what is said of a subject begins, at the earliest at `from`.
fn verb_after(family: &str, words: &[Token], from: usize) -> Option<usize> {
    let text = |at: usize| words.get(at).map_or("", |word| word.text.as_str());
    let mut related = false;
    let mut preposition = None;
    for at in from..words.len() {
        let word = text(at);
        let before = text(at - 1);
        if matches!(word, "you" | "they" | "we" | "who" | "that" | "i")
            && at > 0
            && !is_preposition(before)
        {
            related = true; // "the people you work with": its verb belongs to the subject
            continue;
        }
        let begins = match family {
            "be" => {
                let is_said = is_adjective(word)
                    || (verb::of_gerund(word).is_some() && !(at >= 2 && text(at - 2) == "to"))
                    || (verb::is_participle(word) && !related && before != "to")
                    || matches!(
                        word,
                        "not" | "worth" | "also" | "always" | "ever" | "still" | "usually"
                    )
                    || is_degree(word)
                    || (word == "part" && text(at + 1) == "of")
                    || matches!(word, "something" | "anything" | "everything" | "nothing")
                    || (matches!(word, "well" | "badly" | "poorly")
                        && verb::is_participle(text(at + 1)))
                    || (word.ends_with("ly")
                        && (is_adjective(text(at + 1)) || verb::is_participle(text(at + 1))));
                let is_named = is_definite(word)
                    || matches!(word, "a" | "an" | "any" | "so" | "too" | "as" | "how" | "what")
                    || matches!(
                        word,
                        "two" | "three" | "five" | "six" | "eight" | "ten" | "twelve"
                    );
                let is_measured = matches!(word, "as" | "so")
                    && !matches!(text(at + 1), "a" | "an" | "the")
                    && words.iter().skip(at + 2).any(|next| next.text == "as");
                if is_measured && !related && preposition.is_none() {
                    return Some(at);
                }
                if is_preposition(word) && !related {
                    preposition = preposition.or(Some(at));
                    continue;
                }
                (is_said
                    && !is_definite(before)
                    && !matches!(before, "a" | "an" | "of" | "or" | "and"))
                    || (is_named && preposition.is_none() && !matches!(before, "of" | "or" | "and"))
            }
            "have" => {
                verb::is_participle(word) && !is_definite(before) && !matches!(before, "a" | "an")
                    || matches!(word, "ever" | "always" | "been")
            }
            _ => {
                let is_verb = verb::is_base(word)
                    && !is_definite(before)
                    && !matches!(
                        before,
                        "a" | "an" | "of" | "in" | "at" | "on" | "for" | "from" | "with"
                    );
                is_verb
                    || (matches!(
                        word,
                        "ever" | "still" | "always" | "also" | "usually" | "often" | "just"
                    ) || is_degree(word) && !is_adjective(text(at + 1)))
            }
        };
        if related
            && (begins || verb::is_base(word) || verb::of_past(word).is_some() || is_helping(word))
        {
            related = false;
            continue;
        }
        if begins {
            return Some(at);
        }
    }
    preposition
}

enum Finite {
    Helping,
    Base(String, bool),
}

/// Where the verb of a statement is, and what it is.
fn finite_verb(words: &[Token]) -> Option<(usize, Finite)> {
    let text = |at: usize| words.get(at).map_or("", |word| word.text.as_str());
    let is_pronoun = PRONOUNS.contains(&text(0)) || matches!(text(0), "this" | "that");
    let from =
        if is_definite(text(0)) && !is_pronoun || matches!(text(0), "a" | "an" | "each" | "most") {
            2
        } else {
            1
        };
    for at in from..words.len() {
        let word = text(at);
        if is_helping(word) {
            return Some((at, Finite::Helping));
        }
        let before = text(at - 1);
        let singular = !is_plural(before) && !matches!(before, "i");
        if let Some(base) = verb::of_third_person(word).filter(|_| singular && before != "you") {
            return Some((at, Finite::Base(base, false)));
        }
        if let Some(base) = verb::of_past(word).filter(|base| base != word) {
            return Some((at, Finite::Base(base, true)));
        }
        if verb::is_base(word) && (is_plural(before) || matches!(before, "i") || is_degree(before))
        {
            return Some((at, Finite::Base(word.to_owned(), false)));
        }
    }
    None
}

/// Whether a subject takes "are" and "do".
pub(super) fn takes_plural(subject: &[Token]) -> bool {
    if subject.len() > 1
        && verb::of_gerund(&subject[0].text).is_some()
        && !is_adjective(&subject[0].text)
    {
        return false; // "helping people is", "changing careers is"
    }
    let text = |at: usize| subject.get(at).map_or("", |word| word.text.as_str());
    let is_share =
        matches!(text(0), "most" | "some" | "many" | "all" | "few" | "both") && text(1) == "of";
    let mut head = None;
    for word in &subject[if is_share { 2 } else { 0 }..] {
        if word.text == "and" {
            return true;
        }
        let relates = matches!(
            word.text.as_str(),
            "of" | "you" | "who" | "that" | "i" | "where" | "which" | "people" | "we"
        );
        if is_preposition(&word.text) || relates && head.is_some() {
            break;
        }
        head = Some(word.text.as_str());
    }
    head.is_some_and(is_plural)
}
