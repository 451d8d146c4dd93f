//! `pack simulate`: learners of eight kinds play whole talks, and tables show what came of them.

use std::fmt::Write as _;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

use anyhow::{Result, bail};
use coffeechat::hearing::Ear;
use coffeechat::interviewee::Person;
use coffeechat::pack::Pack;
use coffeechat::pack::scenario::Scenario;
use coffeechat::simulate::balance::{self, Coverage};
use coffeechat::simulate::learner::{Kind, Questions};
use coffeechat::simulate::{Sums, Tally, kind_of, talk};
use serde_json::{Value, json};

use super::open;
use crate::args::pack::SimulateArgs;
use crate::practice::start;
use crate::progress::Progress;
use crate::screen::{Screen, message};
use crate::surroundings::{Clock, Surroundings};
use crate::{Outcome, findings};

/// What the talks with one person showed.
struct Shown<'a> {
    scenario: &'a Scenario,
    tally: Tally,
    coverage: Vec<Coverage>,
    /// Where listening does not pay, one sentence each.
    unbalanced: Vec<String>,
}

/// Runs `pack simulate`.
pub(crate) fn run(
    args: &SimulateArgs,
    around: &Surroundings,
    screen: &mut Screen,
) -> Result<Outcome> {
    let Some(pack) = open(args.path.as_deref(), None)? else { return Ok(Outcome::Findings) };
    let scenarios: Vec<&Scenario> = match &args.scenario {
        Some(id) => vec![start::scenario(&pack, id)?],
        None => pack.scenarios.iter().collect(),
    };
    if scenarios.is_empty() {
        bail!("the pack has nobody to talk to; `coffeechat pack new scenario` begins one")
    }
    let clock = Clock::start();
    let mut all = Vec::new();
    for scenario in scenarios {
        let ear = Ear::new(&pack, Some(scenario));
        let tally = played(&pack, scenario, &ear, args.runs, args.seed, around.messages_seen);
        let coverage = balance::coverage(scenario, &tally);
        let mut unbalanced = balance::unbalanced(&tally);
        for (line, rapport) in balance::farmed(Person::new(&pack, scenario, args.seed), &ear) {
            unbalanced.push(format!(
                "“{line}”, said again and again, is enough to win them: rapport {rapport}"
            ));
        }
        all.push(Shown { scenario, tally, coverage, unbalanced });
    }
    if args.json {
        screen.raw(&(serde_json::to_string_pretty(&as_json(&all, args))? + "\n"))?;
    } else {
        for shown in &all {
            show(shown, screen)?;
        }
        let talks: u32 = all.iter().map(|shown| shown.tally.talks()).sum();
        screen.plain(&format!("{talks} talks, from the seed {} on.", args.seed))?;
        screen.flush()?;
        if around.messages_seen {
            // Not with the tables: those are the same each time.
            message(&format!("It took {} seconds.", clock.milliseconds().div_ceil(1_000)));
        }
    }
    let is_well =
        all.iter().all(|shown| shown.unbalanced.is_empty() && never_told(shown).next().is_none());
    Ok(if is_well { Outcome::Clean } else { Outcome::Findings })
}

/// Plays the talks of one person, on all cores. The sums are the same on any number of them.
pub(super) fn played(
    pack: &Pack,
    scenario: &Scenario,
    ear: &Ear<'_>,
    runs: u32,
    seed: u64,
    is_watched: bool,
) -> Tally {
    ear.prepare();
    let questions = Questions::of(pack, scenario, ear);
    let next = AtomicU32::new(0);
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let name = scenario.first_name();
    let progress = Mutex::new(Progress::new(is_watched));
    let play = || {
        let mut tally = Tally::default();
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            if number >= runs {
                return tally;
            }
            // Whoever finds it taken has nothing newer to show.
            if let Ok(mut progress) = progress.try_lock() {
                progress.show(|| format!("{name}: talk {number} of {runs}"));
            }
            let kind = kind_of(number);
            let person = Person::new(pack, scenario, seed.wrapping_add(u64::from(number)));
            tally.add(kind, scenario, &talk::talk(person, ear, &questions, kind));
        }
    };
    let mut tally = Tally::default();
    thread::scope(|scope| {
        let workers: Vec<_> = (0..cores).map(|_| scope.spawn(play)).collect();
        for worker in workers {
            match worker.join() {
                Ok(part) => tally.merge(part),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
    });
    if let Ok(mut progress) = progress.lock() {
        progress.clear();
    }
    tally
}

/// The answers that nobody was told, gems too.
fn never_told<'a>(shown: &'a Shown<'_>) -> impl Iterator<Item = &'a String> {
    let told = shown.coverage.iter().filter(|kind| matches!(kind.what, "answers" | "gems"));
    told.flat_map(|kind| &kind.never)
}

/// How many ids are named in a row of the table.
const NAMED: usize = 8;

fn show(shown: &Shown<'_>, screen: &mut Screen) -> Result<()> {
    let Shown { scenario, tally, coverage, unbalanced } = shown;
    screen.heading(&format!("{}, {}", scenario.name(), scenario.title.value()))?;
    screen.blank()?;
    screen.plain("What was come by:")?;
    for Coverage { what, all, never } in coverage {
        let came = all - never.len();
        let mut row = format!("{what}: {came} of {all}");
        if !never.is_empty() {
            let named: Vec<&str> = never.iter().take(NAMED).map(String::as_str).collect();
            let more = never.len().saturating_sub(NAMED);
            let more = if more == 0 { String::new() } else { format!(" and {more} more") };
            let _ = write!(row, "; never {}{more}", named.join(", "));
        }
        screen.item(&row)?;
    }
    screen.blank()?;
    screen.raw(&table(tally))?;
    let gems = coverage.iter().find(|kind| kind.what == "gems");
    let found = gems.map_or(0, |gems| gems.all - gems.never.len());
    if gems.is_none_or(|gems| gems.all == 0) {
        screen.plain("There is no gem, so whether listening pays cannot be seen.")?;
    } else if unbalanced.is_empty() && found > 0 {
        screen.plain("Listening pays: gems, referrals and rapport rise from the job-hunter to the curious listener, and no line won them by being said again and again.")?;
    }
    for sentence in unbalanced {
        screen.item(&format!("Look at this: {sentence}."))?;
    }
    let never = never_told(shown).count();
    if never > 0 {
        screen.item(&format!(
            "Look at this: {} nobody was told. More talks may reach them (--runs); `coffeechat pack explain` with --not says what one waits for.",
            findings::counted(never, "answer")
        ))?;
    }
    screen.blank()?;
    Ok(())
}

/// One row a kind of learner, by talk; at most 60 columns wide.
fn table(tally: &Tally) -> String {
    let mut text = format!(
        "{:<22}{:>5} {:>4} {:>5} {:>5} {:>4} {:>7}\n",
        "a talk of the", "told", "gems", "names", "rapp.", "min", "missed"
    );
    for kind in Kind::ALL {
        let Some(sums) = tally.by_kind.get(&kind).filter(|sums| sums.talks > 0) else { continue };
        let Means { answers, gems, referrals, rapport, minutes, fallbacks } = Means::of(sums);
        let _ = writeln!(
            text,
            "{:<22}{answers:>5.1} {gems:>4.1} {referrals:>4.0}% {rapport:>5.0} {minutes:>4.0} {fallbacks:>6.1}%",
            kind.word()
        );
    }
    text
}

/// What came of the talks of one kind, by talk.
struct Means {
    answers: f64,
    gems: f64,
    /// In percent of the talks.
    referrals: f64,
    rapport: f64,
    minutes: f64,
    /// In percent of the lines.
    fallbacks: f64,
}

impl Means {
    #[expect(clippy::cast_precision_loss, reason = "sums of small numbers")]
    fn of(sums: &Sums) -> Self {
        let talks = f64::from(sums.talks.max(1));
        Self {
            answers: f64::from(sums.answers) / talks,
            gems: f64::from(sums.gems) / talks,
            referrals: 100.0 * f64::from(sums.referrals) / talks,
            rapport: sums.rapport as f64 / talks,
            minutes: sums.seconds as f64 / 60.0 / talks,
            fallbacks: 100.0 * f64::from(sums.fallbacks) / f64::from(sums.lines.max(1)),
        }
    }
}

fn as_json(all: &[Shown<'_>], args: &SimulateArgs) -> Value {
    let people: Vec<Value> = all
        .iter()
        .map(|Shown { scenario, tally, coverage, unbalanced }| {
            let coverage: Vec<Value> = coverage
                .iter()
                .map(|kind| json!({ "what": kind.what, "all": kind.all, "never": kind.never }))
                .collect();
            let kinds = tally.by_kind.iter().map(|(kind, sums)| {
                json!({
                    "kind": kind.word(),
                    "talks": sums.talks,
                    "lines": sums.lines,
                    "answers": sums.answers,
                    "gems": sums.gems,
                    "referrals": sums.referrals,
                    "introductions": sums.introductions,
                    "rapport": sums.rapport,
                    "seconds": sums.seconds,
                    "fallbacks": sums.fallbacks,
                })
            });
            json!({
                "scenario": scenario.id.value(),
                "talks": tally.talks(),
                "kinds": kinds.collect::<Vec<_>>(),
                "told": tally.told,
                "coverage": coverage,
                "unbalanced": unbalanced,
            })
        })
        .collect();
    json!({ "seed": args.seed, "people": people })
}
