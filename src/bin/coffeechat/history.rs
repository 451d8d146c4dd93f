//! `history`: runs over time, as small charts and a table.

use anyhow::Result;
use coffeechat::coach::help::HelpLevel;
use coffeechat::history::{Figure, Row, chart, in_words};

use crate::Outcome;
use crate::args::HistoryArgs;
use crate::past::Past;
use crate::screen::{Layout, Screen, message};
use crate::surroundings::Surroundings;

/// So many runs are listed; `--all` lists the rest.
const LISTED: usize = 10;

/// From this many columns on, the table has all its columns.
const WIDE: usize = 90;

/// With fewer columns there is no table.
const NARROW: usize = 58;

/// Between columns.
const GAP: usize = 2;

/// Runs `history`.
pub(crate) fn run(
    args: &HistoryArgs,
    around: &Surroundings,
    screen: &mut Screen,
) -> Result<Outcome> {
    let past = Past::look(around);
    if past.unread > 0 {
        message(&format!(
            "{} could not be read back, most often because its pack has moved.",
            crate::findings::counted(past.unread, "talk")
        ));
    }
    if args.json {
        screen.json(&serde_json::to_string_pretty(&past.rows)?)?;
    } else if args.csv {
        screen.csv(&table_of(&past.rows))?;
    } else {
        // On the lowest rungs the lines are not the learner's own.
        let rows: Vec<Row> = past.rows.iter().filter(|row| row.is_own_words()).cloned().collect();
        show(&rows, past.rows.len(), args.all, around, screen)?;
    }
    screen.flush()?;
    Ok(Outcome::Clean)
}

fn show(
    rows: &[Row],
    all: usize,
    list_all: bool,
    around: &Surroundings,
    screen: &mut Screen,
) -> Result<()> {
    if rows.is_empty() {
        screen.plain(if all == 0 {
            "There is no talk yet. `coffeechat` starts one, and `coffeechat ladder` begins gently."
        } else {
            "So far you have picked or completed lines. Once you type your own, they show here."
        })?;
        return Ok(());
    }
    let silent = rows.iter().filter(|row| row.is_silent()).count();
    screen.heading(&format!(
        "{}, {silent} of them without help",
        crate::findings::counted(rows.len(), "talk")
    ))?;
    if !screen.is_plain() {
        screen.plain(
            "In the charts, s is a silent run, h one with help, b one of each; oldest first.",
        )?;
    }
    for figure in Figure::ALL {
        let Some(words) = in_words(figure, rows) else { continue };
        screen.blank()?;
        screen.heading(figure.title())?;
        // A chart is nothing to listen to; the words under it say the same.
        if !screen.is_plain()
            && let Some(chart) = chart(figure, rows, around.columns)
        {
            screen.raw(&chart)?;
        }
        screen.plain(&words)?;
    }
    screen.blank()?;
    list(rows, list_all, around, screen)
}

/// The latest runs, one a line.
fn list(rows: &[Row], all: bool, around: &Surroundings, screen: &mut Screen) -> Result<()> {
    let first = if all { 0 } else { rows.len().saturating_sub(LISTED) };
    let shown = &rows[first..];
    if screen.is_plain() || around.columns < NARROW {
        for row in shown {
            screen.item(&sentence(row))?;
        }
    } else {
        let wide = around.columns >= WIDE;
        let heads: &[&str] = if wide {
            &["When", "With", "Help", "Questions", "Open", "Asked on", "Gems", "Frame", "Comfort"]
        } else {
            &["When", "With", "Help", "Open", "On", "Gems"]
        };
        let widths: &[usize] =
            if wide { &[10, 20, 6, 9, 5, 8, 5, 5, 9] } else { &[10, 15, 6, 5, 5, 5] };
        let layout: Layout = screen.layout();
        let head: Vec<String> = heads.iter().map(|&head| head.to_owned()).collect();
        screen.raw(&layout.row(&head, widths, GAP, true))?;
        for row in shown {
            screen.raw(&layout.row(&cells(row, wide), widths, GAP, false))?;
        }
    }
    if first > 0 {
        screen.plain(&format!("and {first} before; `coffeechat history --all` lists them"))?;
    }
    Ok(())
}

fn percent(share: Option<f64>) -> String {
    share.map_or_else(|| "-".to_owned(), |share| format!("{:.0} %", share * 100.0))
}

fn comfort(row: &Row) -> String {
    match (row.comfort_before, row.comfort_after) {
        (None, None) => "-".to_owned(),
        (before, after) => {
            let or = |one: Option<u8>| one.map_or_else(|| "?".to_owned(), |one| one.to_string());
            format!("{} to {}", or(before), or(after))
        }
    }
}

fn cells(row: &Row, wide: bool) -> Vec<String> {
    let day = row.at.get(..10).unwrap_or(&row.at).to_owned();
    let gems = format!("{}/{}", row.gems, row.gems_there);
    let open = percent(row.open_share);
    let on = percent(row.follow_up_share);
    let help = row.help.word().to_owned();
    if wide {
        let frame = format!("{}/{}", row.moves, row.moves_there);
        let questions = row.questions.to_string();
        vec![day, row.name.clone(), help, questions, open, on, gems, frame, comfort(row)]
    } else {
        vec![day, row.name.clone(), help, open, on, gems]
    }
}

/// A run in words, for those who listen.
fn sentence(row: &Row) -> String {
    let help = match row.help {
        HelpLevel::Silent => "without help".to_owned(),
        help => format!("with help ({})", help.word()),
    };
    format!(
        "{}, {}, {help}: {}, {} open, {} asked on, {} of {} told in confidence.",
        row.at.get(..10).unwrap_or(&row.at),
        row.name,
        crate::findings::counted(row.questions, "question"),
        percent(row.open_share),
        percent(row.follow_up_share),
        row.gems,
        row.gems_there
    )
}

/// All figures of all runs, for spreadsheets.
fn table_of(rows: &[Row]) -> Vec<Vec<String>> {
    let heads = [
        "run",
        "at",
        "scenario",
        "name",
        "difficulty",
        "help",
        "rung",
        "awkward",
        "own_person",
        "questions",
        "open_share",
        "follow_up_share",
        "talk_share",
        "gems",
        "gems_there",
        "moves",
        "moves_there",
        "comfort_before",
        "comfort_after",
    ];
    let mut table = vec![heads.map(str::to_owned).to_vec()];
    table.extend(rows.iter().map(|row| {
        let share =
            |share: Option<f64>| share.map_or_else(String::new, |share| format!("{share:.3}"));
        let number = |number: Option<u8>| number.map_or_else(String::new, |one| one.to_string());
        vec![
            row.run.clone(),
            row.at.clone(),
            row.scenario.clone(),
            row.name.clone(),
            row.difficulty.to_string(),
            row.help.word().to_owned(),
            number(row.rung),
            row.awkward.to_string(),
            row.own_person.to_string(),
            row.questions.to_string(),
            share(row.open_share),
            share(row.follow_up_share),
            share(row.talk_share),
            row.gems.to_string(),
            row.gems_there.to_string(),
            row.moves.to_string(),
            row.moves_there.to_string(),
            number(row.comfort_before),
            number(row.comfort_after),
        ]
    }));
    table
}
