//! The ladder: kinds of practice in order, from watching to the silent run and one's own person, and which
//! comes next.
//!
//! Small steps at one's own pace are how people lose the fear of a situation; a step is repeated with
//! somebody else, because comfort belongs to a situation while skill carries over (IMBUE). Help fades over
//! the steps instead of stopping at once, because gains vanish when it does (`ClientBot`, Tanana et al. 2019).
//! Nothing is locked: the learner moves freely, and the program only suggests, on the learner's own figures.

use serde::{Deserialize, Serialize};

use crate::coach::help::HelpLevel;
use crate::debrief::tally::OPEN_SHARE;
use crate::history::Row;

/// How many days until practice is worth most again (spacing: g = 0.74; two days is a good gap).
pub const DAYS_APART: i64 = 2;

/// The rung of watching.
pub const WATCH: u8 = 0;
/// The rung of picking a line out of three.
pub const PICK: u8 = 1;
/// The rung of completing opening words.
pub const COMPLETE: u8 = 2;
/// The rung of typing freely, with help.
pub const FREE: u8 = 3;
/// The rung of people who are harder to talk to.
pub const HARDER: u8 = 4;
/// The rung of awkward turns.
pub const AWKWARD: u8 = 5;
/// The rung of the silent run.
pub const SILENT: u8 = 6;
/// The rung of one's own person.
pub const OWN: u8 = 7;

/// A kind of practice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rung {
    /// Its number, from 0.
    pub number: u8,
    /// What one does on it.
    pub name: &'static str,
    /// What it is for, in a sentence.
    pub what: &'static str,
}

/// All rungs, from the lowest.
pub const RUNGS: [Rung; 8] = [
    Rung {
        number: WATCH,
        name: "Watch a talk",
        what: "A weak and a strong talk side by side. Nothing is asked of you.",
    },
    Rung {
        number: PICK,
        name: "Pick a line",
        what: "A warm talker, and three lines to choose from each time.",
    },
    Rung {
        number: COMPLETE,
        name: "Complete the opening words",
        what: "The first words are there; you finish the question.",
    },
    Rung {
        number: FREE,
        name: "Type freely, with hints",
        what: "Your own words, with the coach beside you.",
    },
    Rung {
        number: HARDER,
        name: "Somebody harder to talk to",
        what: "Reserved, busy or rambling people.",
    },
    Rung {
        number: AWKWARD,
        name: "Awkward turns",
        what: "An interruption, “what do you want from me?”, “just apply online”, no name to give.",
    },
    Rung {
        number: SILENT,
        name: "The silent run",
        what: "No help until the debrief: this is the one that shows what you can do.",
    },
    Rung {
        number: OWN,
        name: "Your own person",
        what: "The one you are going to meet, as far as you know them.",
    },
];

/// From this difficulty on, somebody is harder to talk to.
pub const HARD: u8 = 3;

/// A practice that is no run: a talk watched, a drill done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Practised {
    /// When, as the program was told.
    pub at: String,
    /// A drill's name, or `watch`.
    pub what: String,
    /// How many items were tried.
    #[serde(default)]
    pub tried: usize,
    /// How many of them were met.
    #[serde(default)]
    pub met: usize,
}

/// The name under which a talk that was watched is kept.
pub const WATCHED: &str = "watch";

/// Reads the practices of a file; a line that cannot be read costs itself only.
#[must_use]
pub fn practised(text: &str) -> Vec<Practised> {
    text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect()
}

/// A practice as a line of its file.
///
/// # Panics
/// Never: it is plain data.
#[must_use]
pub fn to_line(practised: &Practised) -> String {
    serde_json::to_string(practised).expect("it is plain data")
}

/// On which rung a run was held, be it off the ladder.
#[must_use]
pub fn rung_of(row: &Row) -> u8 {
    row.rung.filter(|rung| *rung <= OWN).unwrap_or(match row {
        row if row.own_person => OWN,
        row if row.is_silent() => SILENT,
        row if row.awkward => AWKWARD,
        row if row.difficulty >= HARD => HARDER,
        _ => FREE,
    })
}

/// How often each rung was practised.
#[must_use]
pub fn times(rows: &[Row], others: &[Practised]) -> [usize; 8] {
    let mut times = [0; 8];
    for row in rows {
        if let Some(times) = times.get_mut(usize::from(rung_of(row))) {
            *times += 1;
        }
    }
    times[usize::from(WATCH)] = others.iter().filter(|one| one.what == WATCHED).count();
    times
}

/// Somebody there is to meet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The scenario's id.
    pub scenario: String,
    /// How demanding they are, 1 to 5.
    pub difficulty: u8,
    /// Whether they are the learner's own person.
    pub own_person: bool,
}

/// What to practise next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// The rung.
    pub rung: u8,
    /// With whom; none if nobody of that kind is there.
    pub scenario: Option<String>,
    /// How much help.
    pub help: HelpLevel,
    /// Why, in a sentence or two for the learner.
    pub why: String,
}

/// A run with fewer questions shows little.
const ENOUGH_QUESTIONS: usize = 4;

/// From this share of follow-ups on, somebody listens and does not read a list.
const ASKS_ON: f64 = 0.25;

/// Below this comfort, there is no hurry to go on.
const UNCOMFORTABLE: u8 = 30;

/// What to practise next, from the runs so far, oldest first, and the other practices.
#[must_use]
pub fn suggest(rows: &[Row], others: &[Practised], people: &[Candidate]) -> Suggestion {
    let watched = others.iter().any(|one| one.what == WATCHED);
    let (rung, why) = match rows.last() {
        None if watched => (
            PICK,
            "You have watched a talk. Next you could choose the lines yourself, out of three."
                .to_owned(),
        ),
        None => (
            WATCH,
            "It begins with watching, and nothing is asked of you. If you would rather start \
             talking, take any other rung."
                .to_owned(),
        ),
        Some(last) => after(last),
    };
    let help = match rung {
        SILENT | OWN => HelpLevel::Silent,
        FREE | HARDER | AWKWARD => fading(rows, rung),
        _ => HelpLevel::Full,
    };
    let help = if rung == OWN && !rows.iter().any(|row| rung_of(row) == OWN) {
        HelpLevel::Hints // the first time with them, the person is news enough
    } else {
        help
    };
    Suggestion { rung, scenario: choose(rows, people, rung), help, why }
}

/// Where to go after a run, and why.
fn after(last: &Row) -> (u8, String) {
    let rung = rung_of(last);
    let up = (rung + 1).min(OWN);
    let percent = |share: Option<f64>| format!("{:.0} %", share.unwrap_or_default() * 100.0);
    if last.comfort_after.is_some_and(|comfort| comfort < UNCOMFORTABLE) {
        return (
            rung,
            "Last time did not feel comfortable yet. Stay on this rung, or take a lower one for a day; \
             there is no hurry."
                .to_owned(),
        );
    }
    if !last.is_own_words() && last.questions > 0 {
        return (up, "The next rung asks a little more of your own words.".to_owned());
    }
    if last.questions < ENOUGH_QUESTIONS {
        return (
            rung,
            format!(
                "The last talk had {}; with a few more there is something to go by.",
                match last.questions {
                    0 => "no question".to_owned(),
                    1 => "one question".to_owned(),
                    many => format!("{many} questions"),
                }
            ),
        );
    }
    let (met, came) = last.awkward_met;
    if rung == AWKWARD && 2 * met < came {
        return (
            rung,
            "Awkward turns take some practice. Once more, with somebody else.".to_owned(),
        );
    }
    let open = last.open_share.unwrap_or_default() * 100.0 >= f64::from(OPEN_SHARE.low);
    let asks_on = last.follow_up_share.unwrap_or_default() >= ASKS_ON;
    match (open, asks_on) {
        (true, true) if rung == OWN => (
            OWN,
            "You are ready for the real talk. Once more with somebody new keeps it fresh."
                .to_owned(),
        ),
        (true, true) => (
            up,
            format!(
                "In your last talk {} of the questions were open and {} asked on: time for the next rung.",
                percent(last.open_share),
                percent(last.follow_up_share)
            ),
        ),
        (false, _) => (
            rung,
            format!(
                "In your last talk {} of the questions were open; practised interviewers ask {OPEN_SHARE}. \
                 The same rung with somebody else, or the drill `open`.",
                percent(last.open_share)
            ),
        ),
        (true, false) => (
            rung,
            format!(
                "Your questions were open, and {} asked on from an answer. The same rung with somebody \
                 else, or the drill `hook`.",
                percent(last.follow_up_share)
            ),
        ),
    }
}

/// Help that fades with each run on a rung: hints, then nudges; on the first of the free rungs, all first.
fn fading(rows: &[Row], rung: u8) -> HelpLevel {
    let before = rows.iter().filter(|row| rung_of(row) == rung).count();
    match (rung, before) {
        (FREE, 0) => HelpLevel::Full,
        (FREE, 1) | (_, 0) => HelpLevel::Hints,
        _ => HelpLevel::Nudges,
    }
}

/// With whom on a rung: of those fit for it, somebody other than the last time; of these whoever was met
/// least, and of equals the gentlest.
#[must_use]
pub fn choose(rows: &[Row], people: &[Candidate], rung: u8) -> Option<String> {
    let met = |one: &Candidate| rows.iter().filter(|row| row.scenario == one.scenario).count();
    let again = |one: &Candidate| rows.last().is_some_and(|row| row.scenario == one.scenario);
    // On the lowest rungs the gentlest, higher up whoever is hard enough.
    let fitness = |one: &Candidate| match rung {
        WATCH | PICK | COMPLETE => i32::from(one.difficulty),
        HARDER => -i32::from(one.difficulty >= HARD),
        _ => 0,
    };
    let fits = people.iter().filter(|one| one.own_person == (rung == OWN));
    let best = fits.min_by_key(|one| {
        (fitness(one), again(one), met(one), one.difficulty, one.scenario.clone())
    });
    best.map(|one| one.scenario.clone())
}

#[cfg(test)]
mod tests {
    use super::{
        AWKWARD, Candidate, FREE, HARDER, OWN, PICK, Practised, SILENT, WATCH, suggest, times,
    };
    use crate::coach::help::HelpLevel;
    use crate::history::Row;

    fn row(change: impl FnOnce(&mut Row)) -> Row {
        let mut row = Row {
            run: "a".to_owned(),
            at: "2026-11-20 10:00:00".to_owned(),
            scenario: "ann".to_owned(),
            name: "Ann".to_owned(),
            difficulty: 1,
            help: HelpLevel::Full,
            rung: None,
            awkward: false,
            own_person: false,
            questions: 8,
            open_share: Some(0.5),
            follow_up_share: Some(0.4),
            talk_share: None,
            gems: 1,
            gems_there: 5,
            moves: 4,
            moves_there: 8,
            awkward_met: (0, 0),
            comfort_before: None,
            comfort_after: None,
        };
        change(&mut row);
        row
    }

    fn people() -> Vec<Candidate> {
        let one = |scenario: &str, difficulty, own_person| Candidate {
            scenario: scenario.to_owned(),
            difficulty,
            own_person,
        };
        vec![one("ann", 1, false), one("bo", 4, false), one("cy", 2, false)]
    }

    #[test]
    fn the_way_up_is_suggested_on_the_learners_own_figures() {
        let watched = [Practised { at: String::new(), what: "watch".to_owned(), tried: 0, met: 0 }];
        let next = |rows: &[Row]| suggest(rows, &[], &people());
        assert_eq!(next(&[]).rung, WATCH);
        assert_eq!(suggest(&[], &watched, &people()).rung, PICK);
        for (last, rung, who, help) in [
            (row(|r| r.rung = Some(PICK)), 2, Some("ann"), HelpLevel::Full),
            (row(|r| r.rung = Some(2)), FREE, Some("cy"), HelpLevel::Full),
            (row(|_| ()), HARDER, Some("bo"), HelpLevel::Hints),
            (row(|r| r.open_share = Some(0.2)), FREE, Some("cy"), HelpLevel::Hints),
            (row(|r| r.follow_up_share = Some(0.0)), FREE, Some("cy"), HelpLevel::Hints),
            (row(|r| r.questions = 2), FREE, Some("cy"), HelpLevel::Hints),
            (row(|r| r.comfort_after = Some(10)), FREE, Some("cy"), HelpLevel::Hints),
            (row(|r| r.difficulty = 3), AWKWARD, Some("cy"), HelpLevel::Hints),
            (
                row(|r| {
                    r.awkward = true;
                    r.awkward_met = (1, 3);
                }),
                AWKWARD,
                Some("cy"),
                HelpLevel::Nudges,
            ),
            (row(|r| r.awkward = true), SILENT, Some("cy"), HelpLevel::Silent),
            (row(|r| r.help = HelpLevel::Silent), OWN, None, HelpLevel::Hints),
        ] {
            let why = format!("{last:?}");
            let found = next(&[last]);
            assert_eq!(
                (found.rung, found.scenario.as_deref(), found.help),
                (rung, who, help),
                "{why}"
            );
        }
    }

    #[test]
    fn every_practice_is_counted_on_its_rung() {
        let rows = [row(|r| r.rung = Some(PICK)), row(|_| ()), row(|r| r.help = HelpLevel::Silent)];
        assert_eq!(times(&rows, &[]), [0, 1, 0, 1, 0, 0, 1, 0]);
    }
}
