//! `assess`: what the coach thinks of questions, without a talk around them.

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::Path;

use anyhow::{Context, Result};
use coffeechat::coach::{self, Assessment, Setting};
use coffeechat::hearing::{Before, Ear};
use coffeechat::pack::Pack;
use serde_json::{Value, json};

use crate::args::AssessArgs;
use crate::practice::input::{Read1, read_piped};
use crate::practice::start::unknown_scenario;
use crate::screen::{Screen, message};
use crate::{Outcome, packs};

/// Runs `assess`.
pub(crate) fn run(args: &AssessArgs, screen: &mut Screen) -> Result<Outcome> {
    let only = args.scenario.as_deref().unwrap_or("");
    let Some(pack) = packs::open(args.pack.pack.as_deref(), Some(only))? else {
        return Ok(Outcome::Findings);
    };
    let scenario = match &args.scenario {
        Some(id) => match pack.scenario(id) {
            Some(scenario) => Some(scenario),
            None => return Err(unknown_scenario(&pack, id)),
        },
        None => None,
    };
    let ear = Ear::new(&pack, scenario);
    let mut lines = reader(args.file.as_deref())?;
    let mut faulty = false;
    let mut number = 0_u64;
    while let Read1::Line(line, note) = read_piped(&mut lines)? {
        number += 1;
        if let Some(note) = note {
            message(&format!("Line {number}: {note}"));
        }
        if args.jsonl {
            let answer = assess_json(&pack, &ear, &line, number);
            faulty |= answer.get("error").is_some();
            screen.json(&answer.to_string())?;
        } else if !line.trim().is_empty() {
            show(&assess(&pack, &ear, &line, None), &line, screen)?;
        }
    }
    screen.flush()?;
    Ok(if faulty { Outcome::Findings } else { Outcome::Clean })
}

fn reader(file: Option<&Path>) -> Result<Box<dyn BufRead>> {
    match file {
        Some(path) if path != Path::new("-") => {
            #[expect(
                clippy::disallowed_methods,
                reason = "a stream that is read once, line by line"
            )]
            let file =
                File::open(path).with_context(|| format!("could not read `{}`", path.display()))?;
            Ok(Box::new(BufReader::new(file)))
        }
        _ => Ok(Box::new(BufReader::new(io::stdin()))),
    }
}

fn assess(pack: &Pack, ear: &Ear<'_>, text: &str, prev: Option<&str>) -> Assessment {
    let before = Before { partner: prev.filter(|words| !words.is_empty()), asked_back: false };
    let heard = ear.hear(text, before);
    coach::assess(ear, pack, &heard, Setting::default())
}

fn assess_json(pack: &Pack, ear: &Ear<'_>, line: &str, number: u64) -> Value {
    let object: Value = match serde_json::from_str(line) {
        Ok(object) => object,
        Err(error) => return json!({"line": number, "error": error.to_string()}),
    };
    let Some(text) = object.get("text").and_then(Value::as_str) else {
        let mut answer = json!({"line": number, "error": "there is no `text`"});
        if let (Some(answer), Some(id)) = (answer.as_object_mut(), object.get("id")) {
            answer.insert("id".to_owned(), id.clone());
        }
        return answer;
    };
    let assessment = assess(pack, ear, text, object.get("prev").and_then(Value::as_str));
    let mut answer = serde_json::to_value(assessment).unwrap_or_default();
    if let (Some(answer), Some(id)) = (answer.as_object_mut(), object.get("id")) {
        answer.insert("id".to_owned(), id.clone());
    }
    answer
}

fn show(known: &Assessment, line: &str, screen: &mut Screen) -> Result<()> {
    screen.heading(line)?;
    let figures = match (known.form(), known.openness) {
        (Some(form), Some(openness)) => {
            format!("{} question, openness {openness}, curiosity {}", form.word(), known.curiosity)
        }
        _ => format!("{}, curiosity {}", known.act.word(), known.curiosity),
    };
    screen.under(&figures)?;
    if let Some(reason) = known.why.first() {
        screen.under(&format!("It {}.", reason.text))?;
    }
    if let Some(better) = &known.better {
        screen.quote(better)?;
    }
    screen.blank()?;
    Ok(())
}
