//! "A or B": the question that leaves both in and the choice out.

use std::sync::LazyLock;

use super::clause::{Clause, asked, is_helping};
use super::pattern::Rule;
use super::token::{Token, join};

type Rows = &'static [(&'static str, &'static [&'static str])];

/// What to ask instead of a choice, best first.
pub(super) fn wordings(words: &[Token]) -> Vec<String> {
    let texts: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
    let is_choice = |at: &usize| {
        texts[*at] == "or"
            && *at > 0
            && texts.get(at + 1).is_some_and(|next| {
                !matches!(
                    *next,
                    "so" | "something"
                        | "anything"
                        | "anyone"
                        | "not"
                        | "no"
                        | "two"
                        | "three"
                        | "whatever"
                        | "any"
                )
            })
    };
    let Some(or) = (0..texts.len()).find(is_choice) else { return Vec::new() };
    // "Do you plan it or do you improvise": one choice.
    let again = [texts.get(or + 1), texts.get(or + 2)];
    if again == [texts.first(), texts.get(1)] && matches!(texts[0], "do" | "did" | "would" | "are")
    {
        let one = [&words[..=or], &words[or + 3..]].concat();
        return asked(&one).map(|clause| by_table(&clause)).unwrap_or_default();
    }
    // "Did you apply, or did someone offer it to you": two questions, and the first will do.
    if let Some(next) = texts.get(or + 1)
        && ((is_helping(next)
            && (texts.get(or + 2).is_some_and(|subject| is_subject(subject))
                || (*next == texts[0]
                    && matches!(*next, "did" | "does" | "is" | "are" | "was" | "were"))))
            || (*next == "not" && or > 3))
        && texts.first().is_some_and(|first| is_helping(first))
    {
        // "Do you own the patents, or does the university": whoever it is.
        let asks_who = texts[..2] == ["do", "you"]
            && *next == "does"
            && matches!(
                texts.get(2),
                Some(&("own" | "write" | "choose" | "set" | "clean" | "make" | "buy" | "check"))
            )
            && texts.get(3) == Some(&"the");
        if asks_who && let Some(verb) = words.get(2) {
            let done = super::verb::third_person(&verb.text);
            return vec![format!(
                "How is it decided who {done} {}?",
                join(
                    words[3..or]
                        .split(|word| word.text.starts_with("yourse"))
                        .next()
                        .unwrap_or_default()
                )
            )];
        }
        return super::rewrite::of_question(&words[..or]);
    }
    // "Which is better, A or B", "where do you spend more time, A or B": what stands behind the pause.
    let pause = words[..or].iter().rposition(|word| word.after == crate::text::words::Break::Pause);
    if let Some(pause) = pause.filter(|pause| *pause >= 1 && *pause + 1 < or)
        && texts.first().is_some_and(|first| matches!(*first, "which" | "what" | "where" | "who"))
    {
        return compared(&words[pause + 1..or], &words[or + 1..]);
    }
    if matches!(texts.as_slice(), ["which" | "what" | "who", ..]) {
        return Vec::new();
    }
    // "Are the exams oral or written": what they are like.
    if matches!(texts[0], "is" | "are" | "was" | "were")
        && matches!(texts[1], "the" | "your")
        && or == 4
        && asked(words).is_none()
    {
        return vec![format!("What {} {} like?", texts[0], join(&words[1..or - 1]))];
    }
    let Some(clause) = asked(words).filter(|_| is_helping(texts[0])) else {
        let is_bare = words.len() <= 12 && !is_helping(texts[0]) && !is_subject(texts[0]);
        return if is_bare { compared(&words[..or], &words[or + 1..]) } else { Vec::new() };
    };
    if clause.subject.iter().any(|word| word.text == "or") {
        let at = clause.subject.iter().position(|word| word.text == "or").unwrap_or(0);
        return compared(&clause.subject[..at], &clause.subject[at + 1..]);
    }
    by_table(&clause)
}

/// Words that can be the subject of a second question.
fn is_subject(word: &str) -> bool {
    matches!(
        word,
        "you"
            | "it"
            | "they"
            | "i"
            | "we"
            | "he"
            | "she"
            | "there"
            | "that"
            | "this"
            | "your"
            | "the"
            | "people"
            | "someone"
    ) || super::lexicon::is_definite(word)
}

fn by_table(clause: &Clause) -> Vec<String> {
    let fitting = RULES.iter().filter(|(heads, _)| heads.contains(&clause.head.as_str()));
    let mut said = fitting.flat_map(|(_, rules)| rules).map(|rule| rule.say(&clause.rest, clause));
    said.find(|said| !said.is_empty()).unwrap_or_default()
}

/// "Tabs or spaces": how they compare.
fn compared(one: &[Token], other: &[Token]) -> Vec<String> {
    let named = |words: &[Token]| {
        let first = words.first().map_or("", |word| word.text.as_str());
        let is_counted = words.last().is_some_and(|word| COUNTED.contains(&word.text.as_str()));
        let name = join(words);
        let needs_article =
            is_counted && !super::lexicon::is_definite(first) && !matches!(first, "a" | "an");
        if needs_article { format!("{} {name}", super::pattern::article(&name)) } else { name }
    };
    let do_they = if super::clause::takes_plural(one) { "do" } else { "does" };
    vec![format!("How {do_they} {} compare with {}?", named(one), named(other))]
}

/// Things that want an article when there is one of them.
const COUNTED: &[&str] = &[
    "company",
    "firm",
    "job",
    "team",
    "city",
    "town",
    "school",
    "hospital",
    "office",
    "lab",
    "studio",
    "degree",
    "apprenticeship",
    "employer",
    "agency",
    "charity",
    "startup",
    "corporation",
    "university",
    "college",
    "village",
    "boss",
    "manager",
    "contract",
    "desk",
    "clinic",
    "business",
    "shop",
];

static RULES: LazyLock<Vec<(&'static [&'static str], Vec<Rule>)>> = LazyLock::new(|| {
    let rules =
        |rows: Rows| rows.iter().map(|(pattern, wordings)| Rule::new(pattern, wordings)).collect();
    TABLE.iter().map(|(heads, rows)| (*heads, rules(rows))).collect()
});

#[rustfmt::skip]
static TABLE: &[(&[&str], Rows)] = &[
    (&["do you", "did you", "would you", "can you"], &[
        ("think i should {x} or {y}",                   &["How should I decide whether to {x} or {y}?"]),
        ("prefer|rather {x/verb} or {y/verb}",          &["How does {x.ing} compare with {y.ing}?"]),
        ("prefer|rather to {x/verb} or to? {y/verb}",   &["How does {x.ing} compare with {y.ing}?"]),
        ("prefer|rather {v/ing} {x} or {p/prep} {y}",   &["How does {v} {x} compare with {v} {p} {y}?"]),
        ("prefer|rather {v/verb} {x} or {p/prep} {y}",  &["How does {v.ing} {x} compare with {v.ing} {p} {y}?"]),
        ("prefer|rather {v/verb} {x} or {y}",           &["How does {v.ing} {x} compare with {y}?"]),
        ("prefer|rather {x} or {y}",                    &["How {x.does} {x} compare with {y}?"]),
        ("like {x} more|better or {y}",                 &["How {x.does} {x} compare with {y}?"]),
        ("think {x} more|better|most or {y}",           &["How {x.does} {x} compare with {y}?"]),
        ("consider|see|call|describe yourself as? more? of? {x} or more? of? {y}", &["How do you see the difference between being {x} and being {y}?"]),
        ("feel|seem {x} or {y}",                        &["How {do} you feel?"]),
        ("{v/verb} more|better|most {p/prep} {x} or {q/prep} {y}", &["How does what you {v.past} {p} {x} compare with {q} {y}?"]),
        ("have|get {x} or {y}",                         &["What {do} you have in the way of {x.thing} or {y}?"]),
    ]),
    (&["would you"], &[
        ("{x/verb} or {y/verb}",                        &["How would you decide whether to {x} or {y}?"]),
        ("{x} or {y}",                                  &["How would {x} and {y} compare for you?"]),
    ]),
    (&["did you"],                                      &[("{x} or {y}", &["How did you decide whether to {x} or {y}?"])]),
    (&["do you", "can you", "will you"], &[
        ("still? {x/verb} or only|just|mostly|mainly? {y/verb}", &["What is the balance between {x.ing} and {y.ing}?"]),
        ("{v:work|do|travel|live} {x:alone|solo|remotely} or {y}", &["What is the balance between working {x} and working {y}?"]),
        ("{v:work} {p:in|at|from|on|with} {x} or {q:in|at|from|on|with} {y}", &["What is the balance between {v.ing} {p} {x} and {q} {y}?"]),
        ("{v/verb} {p:in|at|from|on|with|for} {x} or {y}", &["How do you decide whether to {v} {p} {x} or {y}?"]),
        ("{x} or {y}",                                  &["How do you decide whether to {x} or {y}?"]),
    ]),
    (&["should i", "do i", "can i", "should you"],      &[("{x} or {y}", &["How should I decide whether to {x} or {y}?"])]),
    (&["be it"], &[
        ("more? about {x} or more? about {y}",          &["What part do {x} and {y} play in it?"]),
        ("more? about {x} or {y}",                      &["What part do {x} and {y} play in it?"]),
        ("{a/adj} {x/ing} or {y/ing}",                  &["How {does} {x} compare with {y}?"]),
        ("{a/adj} for {z} to {x} or to? {y}",           &["How should {z} decide whether to {x} or {y}?"]),
        ("better|best|wiser|smarter|easier|usual|common|more|important {z:common|usual|important} to {x} or to? {y}", &["How do people decide whether to {x} or {y}?"]),
        ("{a/adj} to {x} or to? {y}",                   &["How do people decide whether to {x} or {y}?"]),
        ("{a/adj} or {y}",                              &["What {is} it like?"]),
        ("a|an {x} or a|an? {y}",                       &["How {do-you} you see it?"]),
        ("{x} or {y}",                                  &["What part {do-you} {x} and {y} play in it?"]),
    ]),
    (&["be you"], &[
        ("ever {x/done} or {y}",                        &["Tell me about a time you were {x} or {y}."]),
        ("involved in {x} or {y}",                      &["What does your part in {x} look like?"]),
        ("paid {x} or {y}",                             &["How {does} your pay work?"]),
        ("more of {x} or more? of? {y}",                &["How {do} you see the difference between being {x} and being {y}?"]),
        ("more|mostly|mainly? {x} or {y/ing}",          &["How would you describe the way you work?"]),
        ("{x/ing} or {y}",                              &["How did you decide whether to be {x} or {y}?"]),
        ("{x/done} or {y/done}",                        &["What is the difference between being {x} and being {y}?"]),
        ("{x} or {y}",                                  &["How do you see the difference between being {x} and being {y}?"]),
    ]),
    (&["be there"],                                     &[("{x} or {y}", &["How do {x.thing} and {y} compare?"])]),
    (&["be they", "be someone"], &[
        ("more? about {x} or more? about? {y}",         &["What part do {x} and {y} play in {S}?"]),
        ("more|mostly|mainly {a/adj} or more|mostly|mainly? {y/adj}", &["What {is} the balance between {a} and {y} in {S}?"]),
        ("{a/adj} or {y}",                              &["What {be} {S} like?"]),
        ("{x/done} or {y}",                             &["What decides whether {S} {be} {x} or {y}?"]),
        ("{x} or {y}",                                  &["What {be} {S} like?"]),
    ]),
    (&["have they", "have it"], &[
        ("made {x} {a/more} or {y}",                    &["How {have} {S} changed {x}?"]),
        ("got|gotten|become|grown {a/more} or {y}",     &["How {have} {S} changed?"]),
        ("been {a/adj} or {y}",                         &["What {have} {S} been like?"]),
        ("been {x} or {y}",                             &["What {have} {S} been like?"]),
        ("{x} or {y}",                                  &["How {have} {S} {x}?"]),
    ]),
    (&["have you"], &[
        ("mostly? {x/done} or {y}",                     &["How did you decide whether to {x.base} or {y}?"]),
    ]),
    (&["do they", "do it", "did they", "did it"], &[
        ("make {x} {a/more} or {y}",                    &["How {do} {S} change {x}?"]),
        ("get|become {a/more} or {y} {p:with|over|in} {z}", &["How {do} {S} change {p} {z}?"]),
        ("get|become {a/more} or {y}",                  &["How {do} {S} change?"]),
    ]),
    (&["do they", "do it", "do someone"],               &[("{x} or {y}", &["What decides whether {S} {x} or {y}?"])]),
    (&["did they", "did it", "did someone"],            &[("{x} or {y}", &["What decided whether {S} would {x} or {y}?"])]),
    (&["can they", "can it", "can someone"],            &[("{x} or {y}", &["What decides whether {S} can {x} or {y}?"])]),
    (&["will they", "will it", "would they", "would it"], &[("{x} or {y}", &["What decides whether {S} will {x} or {y}?"])]),
    (&["should they", "should someone"],                &[("{x} or {y}", &["How should {S} decide whether to {x} or {y}?"])]),
];
