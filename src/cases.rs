//! Cases: an instructor's scripted tests, played.

use crate::coach::help::HelpLevel;
use crate::hearing::Ear;
use crate::interviewee::Person;
use crate::pack::Pack;
use crate::pack::case::{Case, CaseFile, CaseLine, Way};
use crate::session::{Exchange, Label, Session};

/// An expectation that was not met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// The file, as a path inside the pack.
    pub file: String,
    /// The case.
    pub case: String,
    /// The number of the line in the case, from 1.
    pub line: usize,
    /// What the learner said.
    pub said: String,
    /// What was expected, and what came instead.
    pub message: String,
    /// The bytes of the file the expectation stands at.
    pub span: std::ops::Range<usize>,
}

/// What came of playing the cases of a pack.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Played {
    /// How many cases met all expectations.
    pub passed: usize,
    /// How many did not.
    pub failed: usize,
    /// The expectations that were not met, in order.
    pub failures: Vec<Failure>,
}

/// Plays every case of a pack without errors.
#[must_use]
pub fn play(pack: &Pack) -> Played {
    let mut played = Played::default();
    for (path, file) in &pack.cases {
        let Some(scenario) = pack.scenario(&file.scenario) else { continue };
        let ear = Ear::new(pack, Some(scenario));
        for case in &file.cases {
            let person = Person::new(pack, scenario, case.seed);
            let failures = play_case(path, file, case, person, &ear);
            if failures.is_empty() {
                played.passed += 1;
            } else {
                played.failed += 1;
            }
            played.failures.extend(failures);
        }
    }
    played
}

fn play_case(
    path: &str,
    file: &CaseFile,
    case: &Case,
    person: Person<'_>,
    ear: &Ear<'_>,
) -> Vec<Failure> {
    debug_assert_eq!(file.scenario.value(), person.scenario.id.value());
    let mut session = Session::open(person, ear, HelpLevel::Silent, Label::default());
    let mut failures = Vec::new();
    for (number, line) in case.lines.iter().enumerate() {
        let rapport_before = session.state().rapport;
        session.say(&line.say);
        let Some(exchange) = session.exchanges().last() else { continue };
        for (message, span) in unmet(line, exchange, rapport_before) {
            failures.push(Failure {
                file: path.to_owned(),
                case: case.id.value().clone(),
                line: number + 1,
                said: line.say.value().clone(),
                message,
                span,
            });
        }
    }
    failures
}

/// Every expectation of a line that is not met, with its place.
fn unmet(
    line: &CaseLine,
    exchange: &Exchange,
    rapport_before: i32,
) -> Vec<(String, std::ops::Range<usize>)> {
    let reply = &exchange.reply;
    let mut unmet = Vec::new();
    let told = match (&reply.answer, reply.follow) {
        (Some(answer), Some(kind)) => Some(format!("{answer}.{}", kind.word())),
        (answer, _) => answer.clone(),
    };
    let plain = reply.answer.clone();
    let mut compare = |name: &str,
                       expected: Option<&crate::pack::placed::Text>,
                       got: &[Option<&str>]| {
        if let Some(expected) = expected
            && !got.contains(&Some(expected.as_str()))
        {
            let instead = got.first().copied().flatten().unwrap_or("none");
            let route = reply.route.word();
            unmet.push((
                format!("expected {name} `{}`, got `{instead}` (route {route})", expected.value()),
                expected.span(),
            ));
        }
    };
    let heard_topic = exchange.assessment.as_ref().and_then(|known| known.topic.as_ref());
    let heard_topic = heard_topic.map(|topic| topic.id.clone());
    let act = exchange.assessment.as_ref().map(|known| known.act.word().to_owned());
    let is_held = reply.route == crate::interviewee::Route::Else;
    let (told, plain) = (told.as_deref(), plain.as_deref());
    let answered = if is_held { [None, None] } else { [told, plain] };
    compare("answer", line.answer.as_ref(), &answered);
    compare("else", line.held.as_ref(), &[plain.filter(|_| is_held)]);
    compare("topic", line.topic.as_ref(), &[heard_topic.as_deref(), reply.topic.as_deref()]);
    compare("move", line.act.as_ref(), &[act.as_deref()]);
    compare("contact", line.contact.as_ref(), &[reply.contact.as_deref()]);
    compare("route", line.route.as_ref(), &[Some(reply.route.word())]);
    if let Some(way) = &line.rapport {
        let went = exchange.rapport.cmp(&rapport_before);
        let expected = match way.value() {
            Way::Up => std::cmp::Ordering::Greater,
            Way::Same => std::cmp::Ordering::Equal,
            Way::Down => std::cmp::Ordering::Less,
        };
        if went != expected {
            let message = format!("rapport went from {rapport_before} to {}", exchange.rapport);
            unmet.push((message, way.span()));
        }
    }
    let says = |text: &str| reply.text.to_lowercase().contains(&text.to_lowercase());
    if let Some(first) = line.says_any.first()
        && !line.says_any.iter().any(|text| says(text))
    {
        unmet.push((
            format!("none of these words was said; the reply was “{}”", reply.text),
            first.span(),
        ));
    }
    unmet
}
