//! Whatever is typed, and in whatever order: a reply that says something, and figures that make sense.

use std::collections::BTreeSet;

use coffeechat::coach::Assessment;
use coffeechat::hearing::Before;
use coffeechat::hearing::heard::Heard;
use coffeechat::interviewee::Route;
use coffeechat::session::{Exchange, Session};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use crate::cast::{CAST, Met, pack};
use crate::lots::Lots;

/// Lines put to each person.
const LINES: usize = 10_000;

/// A talk with someone who does not end it is left after this many lines.
const LONGEST_TALK: usize = 60;

#[test]
fn ten_thousand_lines_of_anything_get_a_reply_each_from_everyone() {
    let everyone = CAST.iter().map(|met| move || pester(met));
    let routes: BTreeSet<Route> = std::thread::scope(|scope| {
        let talks: Vec<_> = everyone.map(|pester| scope.spawn(pester)).collect();
        talks.into_iter().flat_map(|talk| talk.join().unwrap()).collect()
    });
    // The lines are worth something only if they get everywhere.
    assert_eq!(routes.len(), 11, "{routes:?}");
}

/// Puts lines to someone; gives the routes that were taken.
fn pester(met: &Met) -> BTreeSet<Route> {
    let mut routes = BTreeSet::new();
    let mut lots = Lots::new(20_261_122);
    let phrasings = phrasings(met);
    let mut said = 0;
    let mut seed = 0;
    while said < LINES {
        seed += 1;
        let mut talk = met.long_talk(seed);
        for _ in 0..LONGEST_TALK {
            let line = line(&mut lots, &phrasings);
            let before = words_before(&talk);
            talk.say(&line);
            said += 1;
            let exchange = talk.exchanges().last().unwrap();
            if let Some(fault) = fault(exchange, &before) {
                panic!(
                    "{}, seed {seed}: {fault}\n typed {line:?}\n before {before:?}\n {exchange:#?}",
                    met.id()
                );
            }
            routes.insert(exchange.reply.route);
            if talk.is_over() {
                break;
            }
        }
    }
    routes
}

fn words_before(talk: &Session<'_>) -> String {
    let last = talk.exchanges().last().map(|exchange| exchange.reply.text.as_str());
    last.unwrap_or_else(|| talk.opening()).to_owned()
}

/// What is wrong with an exchange, if anything.
fn fault(exchange: &Exchange, before: &str) -> Option<String> {
    let reply = &exchange.reply;
    if reply.text.trim().is_empty() {
        return Some("the reply is empty".to_owned());
    }
    if reply.text.contains(['{', '}']) {
        return Some("a placeholder is left in the reply".to_owned());
    }
    let is_general = matches!(
        reply.route,
        Route::Fallback
            | Route::OffTopic
            | Route::Unscripted
            | Route::Clarify
            | Route::Else
            | Route::Move
    );
    if is_general && reply.text == before {
        return Some("the same reply comes twice in a row".to_owned());
    }
    if !(0..=100).contains(&exchange.rapport) {
        return Some(format!("rapport is {}", exchange.rapport));
    }
    exchange.assessment.as_ref().map_or_else(
        || Some("there is no assessment".to_owned()),
        |assessment| fault_of_assessment(assessment, &exchange.line),
    )
}

fn fault_of_assessment(assessment: &Assessment, line: &str) -> Option<String> {
    if assessment.openness.is_some_and(|openness| openness > 100) || assessment.curiosity > 100 {
        return Some("a figure is over 100".to_owned());
    }
    let outside =
        assessment.why.iter().find(|reason| line.get(reason.span.0..reason.span.1).is_none());
    if let Some(reason) = outside {
        return Some(format!("{reason:?} lies outside the line"));
    }
    let scores = assessment
        .topic
        .iter()
        .flat_map(|topic| [Some(topic.score), topic.runner_up.as_ref().map(|second| second.score)]);
    let second = assessment.topic.as_ref().and_then(|topic| topic.runner_up.as_ref());
    if assessment.topic.iter().map(|topic| &topic.id).chain(second.map(|second| &second.id)).any(
        |id| {
            pack().bank_topic(id).is_none()
                && CAST.iter().all(|met| met.scenario.topic(id).is_none())
        },
    ) {
        return Some("a topic is named that nobody knows".to_owned());
    }
    if let (Some(best), Some(second)) = (&assessment.topic, second)
        && second.score > best.score
    {
        return Some(format!("the runner-up {second:?} is ahead of {}", best.id));
    }
    let strange = scores.flatten().find(|score| !(0.0..=1.0).contains(score));
    strange.map(|score| format!("a topic has the score {score}"))
}

/// What people ask this person, weak wordings included.
fn phrasings(met: &Met) -> Vec<&'static str> {
    let banked = pack().bank_topics().flat_map(|topic| &topic.questions).flat_map(|question| {
        [&question.text].into_iter().chain(&question.phrasings).chain(&question.weak)
    });
    let own = met.scenario.topics.iter().flat_map(|topic| &topic.ask);
    banked.chain(own).map(|text| text.value().as_str()).collect()
}

/// Moves, follow-ups and fragments, good and bad.
const MOVES: &[&str] = &[
    "hi",
    "Hello!",
    "thanks so much for your time",
    "I'm hoping to learn how people get in",
    "ok",
    "wow",
    "I see.",
    "why?",
    "how so",
    "for instance?",
    "and then?",
    "who was that",
    "when was that?",
    "what was that like?",
    "tell me more",
    "really?",
    "the first",
    "both",
    "yes",
    "no",
    "maybe",
    "how much time do we have left?",
    "can I get you a coffee?",
    "who else should I talk to?",
    "may I mention your name?",
    "could we stay in touch?",
    "can you get me a job?",
    "are you hiring?",
    "goodbye",
    "bye",
    "that's all from me",
    "you are boring",
    "this is stupid",
    "what's the weather",
    "do you like pizza or pasta",
    "I read on your website that you have been there for years",
    "So it sounds like the hours were the hard part.",
    "I'm a second-year student",
    "My mother is a nurse too",
];

/// Things that are not quite a line of a talk.
const ODDITIES: &[&str] = &[
    "",
    " ",
    "\t",
    "?",
    "??!!",
    "...",
    "—",
    "(",
    "\"",
    "''",
    "/",
    "/help",
    "/quit now",
    "/ what",
    "//",
    "a",
    "I",
    "?why",
    "null",
    "{name}",
    "{gist}",
    "%s%n",
    "$(reboot)",
    "<b>hi</b>",
    "\\x1b[31m",
    "\u{1b}[31mred",
    "\u{1b}]0;title\u{7}",
    "\u{0}",
    "\u{7}\u{8}",
    "\u{9b}31m",
    "\u{202e}txet",
    "\u{feff}",
    "\u{200b}\u{200b}",
    "👩\u{200d}🔬 why?",
    "ﷺ",
    "ß",
    "İstanbul'da ne yaptın",
    "どうして？",
    "Ω≈ç√∫",
    "é́́́́",
    "’’’s",
    "n't",
    "'s",
    "x'd",
    "'ll 're",
    "a.b.c.d",
    "1.2.3",
    "3.5",
    "http://x.y/z?q=1",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "asdfgh jkl",
    "rtfm",
    "WHY",
    "w h y",
    "why why why why why",
    "or or or",
    "and? and? and?",
];

fn line(lots: &mut Lots, phrasings: &[&str]) -> String {
    match lots.below(12) {
        0..3 => lots.one_of(phrasings).to_owned(),
        3 => with_typos(lots, phrasings),
        4 => {
            let count = 1 + lots.below(12);
            let picked: Vec<&str> = (0..count).map(|_| word(lots, phrasings)).collect();
            picked.join(lots.one_of(&[" ", " ", " ", ", ", "? ", ". ", "/", "\u{a0}"]))
        }
        5 => lots.one_of(MOVES).to_owned(),
        6 => lots.one_of(ODDITIES).to_owned(),
        7 => {
            let (first, second) = (lots.one_of(MOVES), lots.one_of(phrasings));
            format!("{first}{}{second}", lots.one_of(&[" ", ". ", ", ", "! ", "? ", "\n", " and "]))
        }
        8 => {
            let (first, second) = (lots.one_of(phrasings), lots.one_of(phrasings));
            format!("{first} {} {second}", lots.one_of(&["", "And", "or", "but", "also,"]))
        }
        9 => {
            let count = lots.below(30);
            (0..count).map(|_| character(lots)).collect()
        }
        10 => {
            let mut text = lots.one_of(phrasings).to_owned();
            for _ in 0..=lots.below(4) {
                let places: Vec<usize> =
                    (0..=text.len()).filter(|at| text.is_char_boundary(*at)).collect();
                text.insert_str(lots.one_of(&places), lots.one_of(ODDITIES));
            }
            text
        }
        _ => {
            let text = lots.one_of(phrasings);
            match lots.below(3) {
                0 => text.to_uppercase(),
                1 => text.replace(['?', ',', '\'', '.'], ""),
                _ => format!("{text} {text}"),
            }
        }
    }
}

fn word<'a>(lots: &mut Lots, phrasings: &[&'a str]) -> &'a str {
    let words: Vec<&str> = lots.one_of(phrasings).split_whitespace().collect();
    lots.one_of(&words)
}

/// A phrasing with letters swapped, doubled, lost and mistaken.
fn with_typos(lots: &mut Lots, phrasings: &[&str]) -> String {
    let mut letters: Vec<char> = lots.one_of(phrasings).chars().collect();
    for _ in 0..=lots.below(4) {
        let at = lots.below(letters.len());
        match lots.below(4) {
            0 if at > 0 => letters.swap(at, at - 1),
            1 => letters.insert(at, letters[at]),
            2 if letters.len() > 1 => {
                letters.remove(at);
            }
            _ => letters[at] = lots.one_of(&['e', 'a', 's', 'x', ' ', '?', 'é']),
        }
    }
    letters.into_iter().collect()
}

/// Any character: half of them plain, the others from all of Unicode, controls included.
fn character(lots: &mut Lots) -> char {
    let below = lots.one_of(&[0x20, 0x7f, 0x7f, 0x7f, 0x250, 0x3000, 0x1_0000, 0x11_0000]);
    u32::try_from(lots.below(below)).ok().and_then(char::from_u32).unwrap_or('\u{fffd}')
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 400,
        rng_seed: RngSeed::Fixed(7),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn hearing_takes_any_characters_after_any_words(
        line in proptest::collection::vec(any::<char>(), 0..80),
        partner in proptest::option::of(".{0,40}"),
        asked_back in any::<bool>(),
    ) {
        let line: String = line.into_iter().collect();
        hear(&line, partner.as_deref(), asked_back);
    }

    #[test]
    fn hearing_takes_any_words_in_any_order(
        line in "((why|how|what|do|you|I|and|or|not|your|work|tell me|n't|'s|like|was|that|thanks|bye)[ ,.?!'’-]{0,3}){0,14}",
        partner in proptest::option::of("(I|work|water|hospital|like|that|was)( (I|work|water|was)){0,6}"),
        asked_back in any::<bool>(),
    ) {
        hear(&line, partner.as_deref(), asked_back);
    }
}

fn hear(line: &str, partner: Option<&str>, asked_back: bool) {
    for met in CAST.iter() {
        let heard = {
            // Most by words, because there are many; some by meaning too.
            let ear = if line.len() % 40 == 1 { &met.ear } else { &met.ear_for_words };
            ear.hear(line, Before { partner, asked_back, ..Before::default() })
        };
        if let Some(fault) = fault_of_hearing(&heard) {
            panic!("{line:?} after {partner:?}: {fault}\n{heard:#?}");
        }
    }
}

fn fault_of_hearing(heard: &Heard) -> Option<String> {
    let question = heard.question.iter().flat_map(|question| {
        [&question.reason].into_iter().chain(question.faults.iter().map(|(_, reason)| reason))
    });
    let reasons = heard.segments.iter().map(|segment| &segment.reason).chain(question);
    let mut spans = reasons
        .map(|reason| reason.span)
        .chain(heard.words.iter().map(|word| (word.span.start, word.span.end)));
    let outside = spans.find(|span| heard.line.get(span.0..span.1).is_none());
    if let Some(span) = outside {
        return Some(format!("{span:?} lies outside the line"));
    }
    let ranges = heard
        .segments
        .iter()
        .map(|segment| &segment.words)
        .chain(heard.question.iter().map(|question| &question.words));
    let mut outside =
        ranges.filter(|range| range.start > range.end || range.end > heard.words.len());
    outside.next().map(|range| format!("{range:?} is not a range of words"))
}
