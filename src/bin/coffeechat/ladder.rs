//! `ladder`: kinds of practice from watching to the silent run, and which comes next.

mod watch;

use anyhow::{Result, bail};
use coffeechat::coach::help::HelpLevel;
use coffeechat::disk;
use coffeechat::ladder::{
    self, AWKWARD, Candidate, DAYS_APART, HARDER, OWN, Practised, RUNGS, SILENT, Suggestion, WATCH,
};
use coffeechat::pack::Pack;

use crate::args::{LadderArgs, Level, PackArgs, PracticeArgs};
use crate::past::Past;
use crate::screen::{Screen, typed};
use crate::surroundings::{self, Surroundings};
use crate::{Outcome, packs, practice};

/// Runs `ladder`.
pub(crate) fn run(
    args: &LadderArgs,
    around: &Surroundings,
    screen: &mut Screen,
) -> Result<Outcome> {
    let Some(pack) = packs::open(args.pack.pack.as_deref(), None)? else {
        return Ok(Outcome::Findings);
    };
    let past = Past::look(around);
    let others = practised(around);
    let people = candidates(&pack, around);
    let suggestion = ladder::suggest(&past.rows, &others, &people);
    let rung = match (args.rung, args.next) {
        (Some(rung), _) => rung,
        (None, true) => suggestion.rung,
        (None, false) => return overview(&past, &others, &suggestion, &pack, screen),
    };
    if usize::from(rung) >= RUNGS.len() {
        bail!("the rungs go from 0 to {}", RUNGS.len() - 1);
    }
    // With whom: named, or whoever fits the rung and was met least.
    let who = args.with.clone().or_else(|| {
        let fit = ladder::choose(&past.rows, &people, rung);
        if rung == suggestion.rung { suggestion.scenario.clone().or(fit) } else { fit }
    });
    let name = &RUNGS[usize::from(rung)];
    screen.heading(&format!("Rung {rung}: {}", name.name))?;
    screen.plain(name.what)?;
    screen.blank()?;
    screen.flush()?;
    if rung == WATCH {
        return watch::run(&pack, who.as_deref(), around, screen);
    }
    if rung == OWN && who.is_none() {
        screen.plain(
            "You have not written anybody down yet. A dozen questions about the person you are going to \
             meet, and you can rehearse with them:",
        )?;
        screen.plain("coffeechat pack new --person")?;
        if let Some(own) = around.people().filter(|folder| folder.join("pack.toml").exists()) {
            screen.plain(&format!(
                "If you have, there is something to mend first: coffeechat pack check {}",
                typed(&own)
            ))?;
        }
        screen.flush()?;
        return Ok(Outcome::Clean);
    }
    let help = if rung == suggestion.rung { suggestion.help } else { help_on(rung) };
    let practice = PracticeArgs {
        scenario: who,
        pack: PackArgs { pack: args.pack.pack.clone().filter(|_| rung != OWN) },
        seed: args.seed,
        help_level: Level::from(help),
        awkward: rung == AWKWARD,
        comfort: !args.no_comfort,
        rung: Some(rung),
        new: true,
        ..PracticeArgs::default()
    };
    practice::run(&practice, around, screen)
}

/// How much help there is on a rung, for those who come to it out of turn.
const fn help_on(rung: u8) -> HelpLevel {
    match rung {
        HARDER | AWKWARD | OWN => HelpLevel::Hints,
        SILENT => HelpLevel::Silent,
        _ => HelpLevel::Full,
    }
}

fn practised(around: &Surroundings) -> Vec<Practised> {
    let text = around.practised().and_then(|path| disk::read_text(&path).ok());
    ladder::practised(&text.unwrap_or_default())
}

/// Everybody there is to meet: of the pack, and the learner's own people.
fn candidates(pack: &Pack, around: &Surroundings) -> Vec<Candidate> {
    let of = |pack: &Pack, own_person: bool| -> Vec<Candidate> {
        let scenarios = pack.scenarios.iter();
        let one = |scenario: &coffeechat::pack::scenario::Scenario| Candidate {
            scenario: scenario.id.value().clone(),
            difficulty: scenario.difficulty(),
            own_person,
        };
        scenarios.map(one).collect()
    };
    let mut all = of(pack, false);
    let own = around.people().filter(|folder| folder.join("pack.toml").exists());
    if let Some(own) = own.and_then(|folder| packs::open_quietly(Some(&folder))) {
        all.extend(of(&own, true));
    }
    all
}

/// All rungs with what was done on them, and what comes next.
fn overview(
    past: &Past,
    others: &[Practised],
    suggestion: &Suggestion,
    pack: &Pack,
    screen: &mut Screen,
) -> Result<Outcome> {
    screen.heading("The ladder")?;
    screen.plain("Take any rung at any time; nothing is locked, nothing is graded.")?;
    screen.blank()?;
    let times = ladder::times(&past.rows, others);
    for rung in RUNGS {
        let done = match times[usize::from(rung.number)] {
            0 => String::new(),
            1 => " (once)".to_owned(),
            many => format!(" ({many} times)"),
        };
        screen.plain(&format!("{}  {}{done}", rung.number, rung.name))?;
        let what = screen.layout().under(rung.what);
        screen.raw(&what)?;
    }
    screen.blank()?;
    screen.heading("What comes next")?;
    screen.plain(&suggestion.why)?;
    let name = RUNGS[usize::from(suggestion.rung)].name;
    let with = suggestion.scenario.as_deref().and_then(|id| pack.scenario(id));
    let with = with.map(|scenario| format!(", with {}", scenario.name())).unwrap_or_default();
    screen.plain(&format!("Rung {}: {name}{with}.", suggestion.rung))?;
    screen.plain("coffeechat ladder --next")?;
    screen.blank()?;
    let last = past.rows.iter().map(|row| &row.at).chain(others.iter().map(|one| &one.at)).max();
    if let Some(day) = last.and_then(|at| surroundings::days_after(at, DAYS_APART)) {
        let today = surroundings::today();
        if day > today {
            screen.plain(&format!(
                "A good day for it is {}: two days between two practices keep more than two in a row.",
                surroundings::spoken(&day)
            ))?;
        } else {
            screen.plain("Today is a good day for it.")?;
        }
    }
    screen.flush()?;
    Ok(Outcome::Clean)
}
