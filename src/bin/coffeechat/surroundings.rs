//! What the program finds around it: environment, clock, folders, the terminal's width.

use std::io::IsTerminal;
use std::path::PathBuf;

use etcetera::BaseStrategy;

/// Text is never wider than this: longer lines are hard to read.
const WIDEST: usize = 88;

/// A table is never wider than this.
const WIDEST_TABLE: usize = 160;

/// Text is never narrower than this.
const NARROWEST: usize = 24;

/// What the program finds around it.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is one thing that is so or not")]
pub(crate) struct Surroundings {
    /// Where runs and the history of typed lines are kept; none if the system names no place.
    pub(crate) data: Option<PathBuf>,
    /// The width to wrap at.
    pub(crate) width: usize,
    /// The columns there are for a table, which may be wider than text.
    pub(crate) columns: usize,
    /// Whether both input and output are a terminal.
    pub(crate) interactive: bool,
    /// Whether input is typed, wherever the output goes.
    pub(crate) typed: bool,
    /// Whether somebody sees messages come, wherever the output goes.
    pub(crate) messages_seen: bool,
    /// Whether output goes to a terminal, wherever the input comes from.
    pub(crate) shown: bool,
    /// Whether somebody watches messages come while the output goes elsewhere.
    pub(crate) watched: bool,
}

impl Surroundings {
    /// Looks around.
    pub(crate) fn look() -> Self {
        let (typed, shown) = (std::io::stdin().is_terminal(), std::io::stdout().is_terminal());
        let messages_seen = std::io::stderr().is_terminal();
        let columns = columns();
        Self {
            data: data_folder(),
            width: columns.clamp(NARROWEST, WIDEST),
            columns: columns.clamp(NARROWEST, WIDEST_TABLE),
            interactive: typed && shown,
            typed,
            messages_seen,
            watched: !shown && messages_seen,
            shown,
        }
    }

    /// The folder of saved runs.
    pub(crate) fn runs(&self) -> Option<PathBuf> {
        self.inside("runs")
    }

    /// The folder of plans.
    pub(crate) fn plans(&self) -> Option<PathBuf> {
        self.inside("plans")
    }

    /// The pack of one's own people.
    pub(crate) fn people(&self) -> Option<PathBuf> {
        self.inside("people")
    }

    /// The file of contacts.
    pub(crate) fn contacts(&self) -> Option<PathBuf> {
        self.inside("contacts.jsonl")
    }

    /// The file of practices that are no runs: talks watched, drills done.
    pub(crate) fn practised(&self) -> Option<PathBuf> {
        self.inside("practised.jsonl")
    }

    fn inside(&self, name: &str) -> Option<PathBuf> {
        self.data.as_ref().map(|data| data.join(name))
    }
}

/// `COFFEECHAT_HOME`, or the platform's place for a program's data.
fn data_folder() -> Option<PathBuf> {
    #[expect(clippy::disallowed_methods, reason = "this is the home of the environment")]
    if let Some(home) = std::env::var_os("COFFEECHAT_HOME").filter(|home| !home.is_empty()) {
        let home = PathBuf::from(home);
        // Runs remember where their pack was, from whatever folder.
        return Some(std::path::absolute(&home).unwrap_or(home));
    }
    let strategy = etcetera::choose_base_strategy().ok()?;
    Some(strategy.data_dir().join("coffeechat"))
}

/// The columns that text is wrapped to.
pub(crate) fn width() -> usize {
    columns().clamp(NARROWEST, WIDEST)
}

fn columns() -> usize {
    #[expect(clippy::disallowed_methods, reason = "this is the home of the environment")]
    let columns = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse::<usize>().ok());
    let terminal = terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    terminal.or(columns).unwrap_or(80)
}

/// A clock that was started, to know when to show how far one is. No result depends on it.
#[derive(Debug)]
pub(crate) struct Clock(std::time::Instant);

impl Clock {
    /// Starts it.
    pub(crate) fn start() -> Self {
        #[expect(clippy::disallowed_methods, reason = "this is the home of the clock")]
        let now = std::time::Instant::now();
        Self(now)
    }

    /// The milliseconds since it was started.
    pub(crate) fn milliseconds(&self) -> u128 {
        self.0.elapsed().as_millis()
    }
}

/// Now, as people and file names have it: `2026-11-22 09:15:04`. `COFFEECHAT_NOW` in the same form stands in
/// for the clock, for tests and for showing a course of days.
pub(crate) fn now() -> String {
    #[expect(clippy::disallowed_methods, reason = "this is the home of the environment")]
    if let Ok(set) = std::env::var("COFFEECHAT_NOW")
        && jiff::civil::DateTime::strptime(WRITTEN, &set).is_ok()
    {
        return set;
    }
    #[expect(clippy::disallowed_methods, reason = "this is the home of the clock")]
    let now = jiff::Zoned::now();
    now.strftime(WRITTEN).to_string()
}

/// How a time is written.
const WRITTEN: &str = "%Y-%m-%d %H:%M:%S";

/// Today, as `2026-11-22`.
pub(crate) fn today() -> String {
    now().chars().take(10).collect()
}

/// The day so many days after a day or time, as `2026-11-24`; none if it is no day.
pub(crate) fn days_after(day: &str, days: i64) -> Option<String> {
    let day: jiff::civil::Date = day.get(..10)?.parse().ok()?;
    let later = day.checked_add(jiff::Span::new().try_days(days).ok()?).ok()?;
    Some(later.to_string())
}

/// A day as people say it: `Tuesday, 24 November 2026`; what is no day stays as it is.
pub(crate) fn spoken(day: &str) -> String {
    let date = day.get(..10).and_then(|day| day.parse::<jiff::civil::Date>().ok());
    date.map_or_else(|| day.to_owned(), |date| date.strftime("%A, %-d %B %Y").to_string())
}

/// On which side of today a day of the week is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    /// The next one.
    Ahead,
    /// The last one.
    Behind,
}

/// A day somebody typed: `2026-11-26`, `tomorrow`, `Thursday at 3`, `in two weeks`; none if it is no day.
pub(crate) fn day_of(typed: &str, side: Side) -> Option<String> {
    const SMALL: [&str; 11] =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    let number = |word: &str| -> Option<i64> {
        let small = SMALL.iter().position(|small| *small == word || word == "a" && *small == "one");
        small.and_then(|at| i64::try_from(at).ok()).or_else(|| word.parse().ok())
    };
    let typed = typed.trim().trim_end_matches('.').to_lowercase();
    let leads = ["on ", "next ", "last ", "this "];
    let lead = leads.into_iter().find(|lead| typed.starts_with(lead)).unwrap_or_default();
    let typed = &typed[lead.len()..];
    if let Ok(date) = typed.parse::<jiff::civil::Date>() {
        return Some(date.to_string());
    }
    let today = today();
    let words: Vec<&str> = typed.split_whitespace().collect();
    let days: i64 = match words.as_slice() {
        ["week"] if lead == "next " => 7,
        ["today", ..] => 0,
        ["tomorrow", ..] => 1,
        ["yesterday"] => -1,
        ["in", many, "day" | "days"] => number(many)?,
        ["in", many, "week" | "weeks"] => number(many)?.checked_mul(7)?,
        // What follows is the time: "Thursday at 3".
        [name, ..] if name.len() >= 3 => {
            let name = name.trim_end_matches(',');
            let is_named = |day: &String| {
                let spoken = spoken(day).to_lowercase();
                spoken.split(',').next().is_some_and(|day| day.starts_with(name))
            };
            let step = if side == Side::Ahead { 1 } else { -1 };
            return (1..=7).filter_map(|days| days_after(&today, step * days)).find(is_named);
        }
        _ => return None,
    };
    days_after(&today, days)
}

/// A time as [`now`] gives it, as calendars have it in UTC, and that time so many hours later as the clock on
/// the wall shows it.
pub(crate) fn hours_after(at: &str, hours: i64) -> Option<(String, String)> {
    let at = jiff::civil::DateTime::strptime(WRITTEN, at).ok()?;
    let later = at.checked_add(jiff::Span::new().try_hours(hours).ok()?).ok()?;
    let form = "%Y%m%dT%H%M%S";
    let stamp =
        at.to_zoned(jiff::tz::TimeZone::system()).ok()?.with_time_zone(jiff::tz::TimeZone::UTC);
    Some((format!("{}Z", stamp.strftime(form)), later.strftime(form).to_string()))
}

/// A seed that nobody chose, small enough to type again.
pub(crate) fn some_seed() -> u64 {
    #[expect(clippy::disallowed_methods, reason = "this is the home of the clock")]
    let now = jiff::Timestamp::now();
    let nanoseconds = now.as_nanosecond().unsigned_abs();
    u64::try_from(nanoseconds / 1000 % 10_000).unwrap_or(1)
}
