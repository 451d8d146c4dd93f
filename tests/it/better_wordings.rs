//! Better wordings: everyone who asks a closed question is shown an open one, and nobody else is
//! corrected.
//!
//! `docs/better-wordings.md` shows a hundred of them with what a reader thought of each. After a change
//! of the wordings `UPDATE_GOLDEN=1 cargo test --test it better_wordings` writes the page anew and puts
//! a question mark where a wording has changed and is to be read again.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use coffeechat::coach::{self, Assessment, Setting};
use coffeechat::hearing::heard::{Act, Fault, Form};
use coffeechat::hearing::{Before, Ear};
use coffeechat::pack::{Pack, builtin, load};
use coffeechat::text::draw::fnv;

/// How many wordings the page shows.
const SHOWN: usize = 100;

static PACK: LazyLock<Pack> = LazyLock::new(|| load::built_in(builtin::sources(), None).0);

/// Closed questions of all families of grammar, written for this test.
const QUESTIONS: &str = include_str!("../better/questions.txt");

fn assess(ear: &Ear<'_>, line: &str) -> Assessment {
    coach::assess(ear, &PACK, &ear.hear(line, Before::default()), Setting::default())
}

/// Whether a line is a content question that could be put better.
fn is_weak(assessment: &Assessment) -> bool {
    let is_faulty = |fault: &Fault| *fault != Fault::Rambling;
    assessment.act == Act::Question
        && assessment.question.as_ref().is_some_and(|question| {
            question.form == Form::Closed || question.faults.iter().any(is_faulty)
        })
}

fn is_open(assessment: &Assessment) -> bool {
    assessment.question.as_ref().is_some_and(|question| question.form != Form::Closed)
        && !is_weak(assessment)
}

/// The weak ones of some lines with the wordings that are offered, all of them open.
fn offered<'a>(lines: impl Iterator<Item = &'a str>) -> Vec<(&'a str, String)> {
    let ear = Ear::by_words_alone(&PACK, None);
    let mut offered = Vec::new();
    for line in lines {
        let weak = assess(&ear, line);
        if !is_weak(&weak) {
            continue;
        }
        let Some(better) = weak.better else { panic!("nothing is offered for {line:?}") };
        let again = assess(&ear, &better);
        assert!(is_open(&again), "{line:?} → {better:?} is not heard as open");
        offered.push((line, better));
    }
    offered
}

#[test]
fn every_weak_twin_of_the_banks_gets_an_open_wording() {
    let questions = PACK.bank_topics().flat_map(|topic| &topic.questions);
    let twins = questions.filter_map(|question| question.weak.as_ref());
    let offered = offered(twins.map(|weak| weak.value().as_str()));
    assert!(offered.len() > 250, "{} of the weak twins are heard as weak", offered.len());
}

#[test]
fn every_closed_question_gets_an_open_wording() {
    let offered = offered(QUESTIONS.lines());
    assert!(offered.len() > 330, "{} of the questions are heard as weak", offered.len());
}

#[test]
fn courtesies_and_murmurs_are_left_as_they_are() {
    let ear = Ear::new(&PACK, None);
    for line in [
        "Do you still have a few minutes?",
        "Is there anyone else you think I should talk to?",
        "May I mention your name when I write to her?",
        "Could I stay in touch with you?",
        "Can I get you another coffee?",
        "Really?",
        "Right?",
        "How are you?",
        "Did that scare you?",
        "What's the capital of Peru?",
    ] {
        assert_eq!(assess(&ear, line).better, None, "{line:?}");
    }
}

#[test]
fn the_page_shows_what_is_offered() {
    let path = page();
    let stored = std::fs::read_to_string(&path).unwrap_or_default();
    let head = stored.split("\n| # |").next().unwrap_or_default().trim_end();
    let marks: BTreeMap<String, [String; 2]> = stored.lines().filter_map(marked).collect();
    let (mut rows, mut natural, mut kept) = (Vec::new(), 0, 0);
    for (at, (question, better)) in drawn().iter().enumerate() {
        let row = format!("{question} | {better}");
        let unread = || ["?".to_owned(), "?".to_owned()];
        let [is_natural, keeps] = marks.get(&row).cloned().unwrap_or_else(unread);
        natural += usize::from(is_natural == "yes");
        kept += usize::from(keeps == "yes");
        rows.push(format!("| {} | {row} | {is_natural} | {keeps} |", at + 1));
    }
    let shown = format!(
        "{head}\n\n| # | asked | offered | natural | on the topic |\n|--:|---|---|---|---|\n{}\n\n\
         Natural: {natural} of {SHOWN}. On the topic: {kept} of {SHOWN}.\n",
        rows.join("\n")
    );
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &shown).unwrap();
        return;
    }
    let changed = shown.lines().zip(stored.lines()).find(|(now, before)| now != before);
    assert_eq!(
        changed, None,
        "the page differs; if that is wanted: UPDATE_GOLDEN=1 cargo test --test it better_wordings, \
         and read what is marked with a question mark"
    );
    assert_eq!(shown.len(), stored.len());
}

/// A hundred of the questions, drawn by their hash so that a new question changes few of them.
fn drawn() -> Vec<(&'static str, String)> {
    let mut offered = offered(QUESTIONS.lines());
    offered.sort_by_key(|(question, _)| fnv(question.bytes()));
    offered.truncate(SHOWN);
    offered
}

/// The question and wording of a row of the page, and its marks.
fn marked(row: &str) -> Option<(String, [String; 2])> {
    let cells: Vec<&str> = row.strip_prefix("| ")?.strip_suffix(" |")?.split(" | ").collect();
    let [number, question, better, natural, topic] = cells.as_slice() else { return None };
    number.parse::<usize>().ok()?;
    Some((format!("{question} | {better}"), [(*natural).to_owned(), (*topic).to_owned()]))
}

fn page() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/better-wordings.md")
}
