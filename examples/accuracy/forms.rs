//! Form, faults, how open a question is, and better wordings: what is counted as right, and the part of the
//! page that says how often it is.

use std::fmt::Write as _;

use coffeechat::coach::Assessment;
use coffeechat::hearing::heard::{Fault, Form, Heard};
use serde_json::Value;

use crate::ground::{Ground, Typed, each};
use crate::labelled::{Outcome, text};
use crate::measure::{Confusion, Found, agreement, share, spearman};
use crate::page::{
    Aim, HOW_TYPED, Part, count, figure, found, matrix, per_class, shares_right, table,
};

/// The word for a form, or that nothing was heard as asked.
fn form(form: Option<Form>) -> &'static str {
    form.map_or("nothing asked", Form::word)
}

fn form_of(heard: &Heard) -> Option<Form> {
    heard.question.as_ref().map(|question| question.form)
}

/// Open or not, and open, invited or closed.
pub(crate) fn forms(ground: &Ground<'_>) -> Outcome<Part> {
    let mut rows = clear_questions(ground)?;
    rows.retain(|row| text(row, "form") != "double_barrelled");
    let three = |row: &Value| match text(row, "form") {
        "open" | "imperative_open" => "open",
        "indirect_open" => "invited",
        _ => "closed",
    };
    let two = |form| if matches!(form, "open" | "invited") { "open" } else { "closed" };
    let heard: Vec<Vec<&str>> = Typed::ALL
        .iter()
        .map(|typed| ground.hear_all(&rows, *typed).iter().map(|h| form(form_of(h))).collect())
        .collect();
    let of_three = heard.iter().map(|heard| {
        let pairs: Vec<_> = rows.iter().map(three).zip(heard.iter().copied()).collect();
        Confusion::of(&["open", "invited", "closed"], &["nothing asked"], &pairs)
    });
    let of_two = heard.iter().map(|heard| {
        let forms = rows.iter().map(three).zip(heard.iter().copied());
        let pairs: Vec<_> = forms.map(|(label, heard)| (two(label), two(heard))).collect();
        Confusion::of(&["open", "closed"], &[], &pairs)
    });
    let (of_two, of_three): (Vec<_>, Vec<_>) = (of_two.collect(), of_three.collect());
    let right = |typed: &[Confusion]| typed.iter().map(Confusion::accuracy).collect::<Vec<_>>();
    let page = format!(
        "## Open, invited, closed\n\n{} questions with one form; two in one are below. Where only open \
         or not counts, invited is open, and a line in which no question was heard is closed.\n\n{}{}\
         Open or not:\n\n{}Open, invited or closed:\n\n{}",
        count(rows.len()),
        shares_right(&[
            ("open or not", &right(&of_two)),
            ("open, invited or closed", &right(&of_three)),
        ]),
        HOW_TYPED,
        per_class(&of_two[0]),
        per_class(&of_three[0]) + &matrix(&of_three[0]),
    );
    let from = "trained experts on counselling questions, each against the others";
    let aim = |what, at: usize| Aim { what, figure: of_two[at].accuracy(), least: 0.87, from };
    let aims = vec![aim("open or not, as written", 0), aim("open or not, bare", 2)];
    Ok(Part { page, aims, ..Part::default() })
}

/// Questions whose labels are sure.
fn clear_questions(ground: &Ground<'_>) -> Outcome<Vec<Value>> {
    let mut rows = ground.rows("questions_dev.jsonl")?;
    rows.retain(|row| {
        text(row, "form") != "statement" && !row["doubt"].as_bool().unwrap_or_default()
    });
    Ok(rows)
}

/// Faults, how open a question is, and better wordings.
pub(crate) fn faults(ground: &Ground<'_>) -> Outcome<Part> {
    let rows = clear_questions(ground)?;
    let known = ground.assess_all(&rows, Typed::AsWritten);
    let bare = ground.assess_all(&rows, Typed::Bare);
    let pairs = |label: &str, fault: Fault, known: &[Assessment]| -> Vec<(bool, bool)> {
        let is = rows.iter().map(|row| text(row, "form") == label);
        is.zip(known).map(|(is, known)| (is, known.has(fault))).collect()
    };
    let stacked = pairs("double_barrelled", Fault::Stacked, &known);
    let stacked_bare = pairs("double_barrelled", Fault::Stacked, &bare);
    let measured = [
        ("stacked", &stacked),
        ("stacked, bare", &stacked_bare),
        ("leading", &pairs("leading", Fault::Leading, &known)),
        ("either-or", &pairs("alternative", Fault::EitherOr, &known)),
    ]
    .map(|(name, pairs)| {
        let mut row = vec![name.to_owned(), pairs.iter().filter(|(is, _)| *is).count().to_string()];
        row.extend(found(Found::of(pairs)));
        row
    });
    let graded = rows
        .iter()
        .zip(&known)
        .filter_map(|(row, known)| Some((row["openness"].as_f64()?, f64::from(known.openness?))));
    let graded: Vec<(f64, f64)> = graded.collect();
    let page = format!(
        "## Faults\n\nOf {} questions. There are few leading and either-or questions among them: one \
         more or less heard moves those figures by a lot.\n\n{}## How open\n\nThe coach's figure for \
         openness against a reader's grade from 0 (one fact) to 3 (story, reasons, feelings), over \
         {} questions: Spearman's rank correlation is {}.\n\n",
        count(rows.len()),
        table(&["fault", "rows", "precision", "recall", "F1"], &measured),
        graded.len(),
        figure(spearman(&graded)),
    );
    let both = |pairs: &[(bool, bool)]| {
        let turned: Vec<(bool, bool)> = pairs.iter().map(|(is, heard)| (!is, !heard)).collect();
        f64::midpoint(Found::of(pairs).f1, Found::of(&turned).f1)
    };
    let aim =
        |what, pairs: &[(bool, bool)], least, from| Aim { what, figure: both(pairs), least, from };
    let mut part = Part {
        page,
        copied: (0, 0),
        aims: vec![
            aim(
                "stacked or not, as written (mean of both F1)",
                &stacked,
                0.94,
                "a set of rules, measured elsewhere",
            ),
            aim(
                "stacked or not, bare (mean of both F1)",
                &stacked_bare,
                0.55,
                "the same rules without punctuation: a low bar",
            ),
        ],
    };
    better(ground, &rows, &known, &mut part);
    Ok(part)
}

/// Better wordings, as the ear hears them; whether they read well is for people to say.
fn better(ground: &Ground<'_>, rows: &[Value], known: &[Assessment], part: &mut Part) {
    let offered: Vec<(&Assessment, &String)> =
        known.iter().filter_map(|known| Some((known, known.better.as_ref()?))).collect();
    let again: Vec<Heard> = each(&offered, |(_, better)| ground.hear(better, ""));
    let is_open = |heard: &&Heard| matches!(form_of(heard), Some(Form::Open | Form::Invited));
    let open = share(again.iter().filter(is_open).count(), again.len());
    let topics = offered.iter().zip(&again).filter_map(|((known, _), again)| {
        let asked = &known.topic.as_ref()?.id;
        Some((Some(asked), again.subject.best().map(|topic| &topic.id)))
    });
    let topics: Vec<_> = topics.collect();
    let same = agreement(&topics);
    let wants = |row: &Value| matches!(text(row, "form"), "closed" | "alternative" | "leading");
    let wanting = || rows.iter().zip(known).filter(|(row, _)| wants(row));
    let met = wanting().filter(|(_, known)| known.better.is_some()).count();
    let _ = write!(
        part.page,
        "## Better wordings\n\nA better wording is offered for {met} of {} closed, either-or and \
         leading questions, and for {} of all {}. The ear that judges them \
         here is the program's own, and the coach offers none that it does not hear as open:\n\n{}What people think of such wordings is in \
         [better-wordings.md](better-wordings.md).\n\n",
        wanting().count(),
        offered.len(),
        count(rows.len()),
        table(
            &["wordings offered", "of", "share"],
            &[
                vec!["heard as open or invited".to_owned(), again.len().to_string(), figure(open)],
                vec![
                    "heard on the question's topic".to_owned(),
                    topics.len().to_string(),
                    figure(same)
                ],
            ],
        ),
    );
    let from = "what the coach promises; it offers no other";
    part.aims.push(Aim { what: "better wordings heard as open", figure: open, least: 1.0, from });
    let from = "what the coach promises";
    part.aims.push(Aim {
        what: "better wordings on the same topic",
        figure: same,
        least: 1.0,
        from,
    });
}
