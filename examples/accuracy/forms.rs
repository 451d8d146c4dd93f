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
    let from = "experts on counselling questions, each against the others: .87, the best .96";
    let aim = |what, figure, least| Aim { what, figure, least, from };
    let aims = vec![
        aim("open or not, as written", of_two[0].accuracy(), 0.95),
        aim("open or not, no mark", of_two[1].accuracy(), 0.94),
        aim("open or not, bare", of_two[2].accuracy(), 0.94),
        aim("open, invited or closed", of_three[0].accuracy(), 0.92),
    ];
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
    let leading = pairs("leading", Fault::Leading, &known);
    let either_or = pairs("alternative", Fault::EitherOr, &known);
    let measured = [
        ("stacked", &stacked),
        ("stacked, bare", &stacked_bare),
        ("leading", &leading),
        ("either-or", &either_or),
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
    let aim = |what, pairs: &[(bool, bool)], least, from| Aim {
        what,
        figure: Found::of(pairs).f1,
        least,
        from,
    };
    let few = "few rows: one more or less moves it by several points";
    let mut part = Part {
        page,
        copied: (0, 0),
        aims: vec![
            aim("stacked, as written (F1)", &stacked, 0.90, "counting question marks reaches .79"),
            aim("stacked, bare (F1)", &stacked_bare, 0.75, "rules without punctuation: a low bar"),
            aim("leading (F1)", &leading, 0.80, few),
            aim("either-or (F1)", &either_or, 0.80, few),
            Aim {
                what: "openness (rank correlation)",
                figure: spearman(&graded),
                least: 0.70,
                from: "set for this project",
            },
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
        least: 0.95,
        from,
    });
}
