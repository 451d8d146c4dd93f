//! `assess`: what the coach thinks of questions, without a talk around them.
//!
//! Three ways in, one way through. Questions, a transcript or JSON Lines are read by a [`source`], cut
//! into small jobs by [`jobs`], and assessed on all cores in bounded memory; [`in_order`] puts the results
//! back in order. What comes out is for people ([`page`]) or for programs ([`row`]). Typed questions are
//! answered one by one instead ([`typed`]).

mod in_order;
mod jobs;
mod page;
mod row;
mod source;
mod typed;

use std::path::Path;

use anyhow::{Result, bail};
use coffeechat::coach::{self, Assessment, Setting};
use coffeechat::debrief::overview::Overview;
use coffeechat::hearing::{Before, Ear};
use coffeechat::pack::Pack;
use coffeechat::transcript::Layout;
use coffeechat::transcript::learner::{Learner, learner};
use coffeechat::transcript::survey::{Survey, survey};

use self::jobs::{Job, Line, Lines, Rows, Turns};
use self::page::Page;
use self::source::Source;
use crate::args::{AssessArgs, TranscriptKind};
use crate::practice::start;
use crate::progress::Progress;
use crate::screen::{Screen, escaped, message};
use crate::surroundings::Surroundings;
use crate::{Outcome, packs};

/// Runs `assess`.
pub(crate) fn run(
    args: &AssessArgs,
    around: &Surroundings,
    screen: &mut Screen,
) -> Result<Outcome> {
    let only = args.scenario.as_deref().unwrap_or("");
    let Some(pack) = packs::open(args.pack.pack.as_deref(), Some(only))? else {
        return Ok(Outcome::Findings);
    };
    let scenario = args.scenario.as_ref().map(|id| start::scenario(&pack, id)).transpose()?;
    let ear =
        if args.fast { Ear::by_words_alone(&pack, scenario) } else { Ear::new(&pack, scenario) };
    let coach = Coach { pack: &pack, ear: &ear };
    let page = Page::new(screen.layout(), around.columns);
    let is_typed = args.file.as_deref().is_none_or(|file| file == Path::new("-")) && around.typed;
    if is_typed && around.interactive && !args.jsonl && !is_transcript(args) {
        return typed::run(&coach, page, screen);
    }
    if is_typed {
        message("Reading what you type; Ctrl-D ends.");
    }
    let mut source = Source::open(args.file.as_deref(), !args.reads_rows())?;
    let mut progress = Progress::new(around.watched && !screen.is_plain());
    if args.reads_rows() {
        return rows(&coach, source, &mut progress, screen);
    }
    let (head, is_long) = match args.transcript {
        Some(TranscriptKind::Lines) => (Vec::new(), true),
        _ => source.head()?,
    };
    if !is_long && head.iter().all(|line| line.text.trim().is_empty()) {
        return nothing(args, &source, screen);
    }
    let first = head.iter().map(|line| line.text.trim()).find(|line| !line.is_empty());
    if first.is_some_and(|line| line.starts_with('{') && line.contains("\"text\"")) {
        message("This looks like JSON Lines; `--jsonl` reads those.");
    }
    let feed = match transcript(args, &head, &source)? {
        Some((survey, name)) => jobs::Text::Turns(Turns::new(source, head, &survey, name)),
        None => jobs::Text::Lines(Lines::new(source, head)),
    };
    text(&coach, feed, page, args.jsonl, &mut progress, screen)
}

/// The coach, and what it needs to look at a line.
#[derive(Clone, Copy)]
struct Coach<'a> {
    pack: &'a Pack,
    ear: &'a Ear<'a>,
}

impl Coach<'_> {
    /// Looks at a line, after what the partner said before it, if anything.
    fn assess(self, text: &str, partner: Option<&str>) -> Assessment {
        // Whoever was asked answers, in a row as in a transcript.
        let asked_back = partner.is_some_and(|words| words.trim_end().ends_with(['?', '？', '؟']));
        let partner = partner.filter(|words| !words.is_empty());
        let heard = self.ear.hear(text, Before { partner, asked_back, ..Before::default() });
        coach::assess(self.ear, self.pack, &heard, Setting::default())
    }

    fn look_at(self, line: &Line) -> Assessment {
        let partner = line.partner.as_deref();
        self.assess(&line.text, partner)
    }
}

/// Whether the arguments say that it is a transcript.
fn is_transcript(args: &AssessArgs) -> bool {
    args.speaker.is_some() || args.transcript.is_some_and(|kind| kind != TranscriptKind::Lines)
}

/// JSON Lines in, JSON Lines out.
fn rows(
    coach: &Coach<'_>,
    source: Source,
    progress: &mut Progress,
    screen: &mut Screen,
) -> Result<Outcome> {
    let mut faulty = false;
    let mut feed = Rows::new(source);
    let work = |job: Job<jobs::Row>| {
        let mut text = String::new();
        let mut faulty = false;
        for row in &job.items {
            let answer = row::answer(*coach, row);
            faulty |= answer.is_err();
            let (Ok(answer) | Err(answer)) = answer;
            text.push_str(&escaped(&answer));
            text.push('\n');
        }
        (text, faulty, job.done)
    };
    in_order::in_order(
        move || feed.next_job(),
        work,
        |(text, has_fault, done)| {
            faulty |= has_fault;
            screen.text(&text)?;
            progress.show(|| done.words());
            Ok(())
        },
    )?;
    progress.clear();
    screen.flush()?;
    Ok(if faulty { Outcome::Findings } else { Outcome::Clean })
}

/// Text in: questions, or a transcript.
fn text(
    coach: &Coach<'_>,
    mut feed: jobs::Text,
    page: Page,
    as_rows: bool,
    progress: &mut Progress,
    screen: &mut Screen,
) -> Result<Outcome> {
    let is_talk = matches!(feed, jobs::Text::Turns(_));
    let mut overview = Overview::default();
    if !as_rows {
        screen.text(&page.head())?;
    }
    let work = |job: Job<Line>| {
        let mut text = String::new();
        let mut counted = Overview::default();
        for line in &job.items {
            let known = coach.look_at(line);
            counted.add(line.number, &line.text, &known, line.words_of_others);
            if as_rows {
                text.push_str(&escaped(&row::of_line(line, &known)));
                text.push('\n');
            } else if !is_talk || page::is_shown(&known) {
                text.push_str(&page.entry(line.number, &line.text, &known));
            }
        }
        counted.add_words_of_others(job.words_of_others);
        (text, counted, job.done)
    };
    in_order::in_order(
        move || feed.next_job(),
        work,
        |(text, counted, done)| {
            overview.join(&counted);
            screen.text(&text)?;
            progress.show(|| done.words());
            Ok(())
        },
    )?;
    progress.clear();
    if !as_rows {
        screen.text(page.foot())?;
        show_overview(&overview, screen)?;
    }
    screen.flush()?;
    Ok(Outcome::Clean)
}

/// What all lines together come to.
fn show_overview(overview: &Overview, screen: &mut Screen) -> Result<()> {
    if overview.lines_added() == 0 {
        return Ok(());
    }
    screen.report(&overview.report())?;
    screen.blank()?;
    screen.plain(page::LEGEND)?;
    Ok(())
}

/// Nothing to look at. A file that was named is the wrong one, and that is an error; a pipe may well
/// have nothing to say, and is told about and no more.
fn nothing(args: &AssessArgs, source: &Source, screen: &mut Screen) -> Result<Outcome> {
    if source.is_file() {
        bail!("{} has nothing in it; write one question a line", source.name());
    }
    if !args.jsonl {
        message("Nothing came in. One question a line is read, or a transcript.");
    }
    screen.flush()?;
    Ok(Outcome::Clean)
}

/// How a transcript is laid out and who asks in it; none if it is no transcript but a list of questions.
///
/// # Errors
/// When it is a transcript and it cannot be told who asks.
fn transcript(
    args: &AssessArgs,
    head: &[source::Read],
    source: &Source,
) -> Result<Option<(Survey, String)>> {
    let layout = match args.transcript {
        Some(TranscriptKind::Lines) if args.speaker.is_none() => return Ok(None),
        Some(TranscriptKind::Lines) => {
            bail!(
                "`--transcript lines` has no speakers; leave out `--speaker`, or give another kind"
            )
        }
        Some(TranscriptKind::Speakers) => Some(Layout::Speakers),
        Some(TranscriptKind::Vtt) => Some(Layout::Vtt),
        Some(TranscriptKind::Srt) => Some(Layout::Srt),
        Some(TranscriptKind::Auto) | None => None,
    };
    let lines = head.iter().map(|line| line.text.as_str());
    // Who names a speaker says that it is a transcript.
    let found = survey(lines.clone(), layout)
        .or_else(|| args.speaker.as_ref().and_then(|_| survey(lines, Some(Layout::Speakers))));
    let Some(found) = found else { return Ok(None) };
    let name = match learner(&found, args.speaker.as_deref()) {
        Learner::Known(name) => name,
        Learner::AsksMost(name) => {
            message(&format!(
                "Taking {name} for the one who asks; `--speaker NAME` names another ({}).",
                speakers(&found)
            ));
            name
        }
        Learner::NotThere if !found.speakers.is_empty() => {
            let wanted = args.speaker.as_deref().unwrap_or_default();
            bail!(
                "nobody called `{wanted}` speaks in {}; there are: {}",
                source.name(),
                speakers(&found)
            )
        }
        Learner::NotThere | Learner::Unclear => match found.speakers.as_slice() {
            [] => bail!(
                "{} names no speakers, so it cannot be told who asks; put names in front \
                 (`You: …`, `Maya: …`), or give the questions alone, one a line",
                source.name()
            ),
            [one] => bail!(
                "{} names one speaker only, {}; say `--speaker \"{}\"` if that is the one who asks, \
                 or `--transcript lines` if it is no transcript",
                source.name(),
                one.name,
                one.name
            ),
            _ => bail!(
                "it cannot be told who asks in {}: {} speak; say `--speaker NAME`, \
                 or `--transcript lines` if it is no transcript",
                source.name(),
                speakers(&found)
            ),
        },
    };
    Ok(Some((found, name)))
}

/// How many speakers are named in a message.
const MOST_NAMED: usize = 6;

/// The speakers by name, most of them if there are many.
fn speakers(survey: &Survey) -> String {
    let named: Vec<&str> =
        survey.speakers.iter().take(MOST_NAMED).map(|speaker| speaker.name.as_str()).collect();
    let more = survey.speakers.len().saturating_sub(MOST_NAMED);
    match more {
        0 => named.join(", "),
        more => format!("{} and {more} more", named.join(", ")),
    }
}
