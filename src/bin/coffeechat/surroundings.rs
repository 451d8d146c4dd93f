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
    /// Whether somebody watches messages come while the output goes elsewhere.
    pub(crate) watched: bool,
}

impl Surroundings {
    /// Looks around.
    pub(crate) fn look() -> Self {
        let (typed, shown) = (std::io::stdin().is_terminal(), std::io::stdout().is_terminal());
        let columns = columns();
        Self {
            data: data_folder(),
            width: columns.clamp(NARROWEST, WIDEST),
            columns: columns.clamp(NARROWEST, WIDEST_TABLE),
            interactive: typed && shown,
            typed,
            watched: !shown && std::io::stderr().is_terminal(),
        }
    }

    /// The folder of saved runs.
    pub(crate) fn runs(&self) -> Option<PathBuf> {
        self.data.as_ref().map(|data| data.join("runs"))
    }
}

/// `COFFEECHAT_HOME`, or the platform's place for a program's data.
fn data_folder() -> Option<PathBuf> {
    #[expect(clippy::disallowed_methods, reason = "this is the home of the environment")]
    if let Some(home) = std::env::var_os("COFFEECHAT_HOME").filter(|home| !home.is_empty()) {
        return Some(PathBuf::from(home));
    }
    let strategy = etcetera::choose_base_strategy().ok()?;
    Some(strategy.data_dir().join("coffeechat"))
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

/// Now, as people and file names have it: `2026-11-22 09:15:04`.
pub(crate) fn now() -> String {
    #[expect(clippy::disallowed_methods, reason = "this is the home of the clock")]
    let now = jiff::Zoned::now();
    now.strftime("%Y-%m-%d %H:%M:%S").to_string()
}

/// A time as [`now`] gives it, and that time so many hours later, as calendars have them.
pub(crate) fn hours_after(at: &str, hours: i64) -> Option<(String, String)> {
    let at = jiff::civil::DateTime::strptime("%Y-%m-%d %H:%M:%S", at).ok()?;
    let later = at.checked_add(jiff::Span::new().try_hours(hours).ok()?).ok()?;
    let written = |time: jiff::civil::DateTime| time.strftime("%Y%m%dT%H%M%S").to_string();
    Some((format!("{}Z", written(at)), written(later)))
}

/// A seed that nobody chose, small enough to type again.
pub(crate) fn some_seed() -> u64 {
    #[expect(clippy::disallowed_methods, reason = "this is the home of the clock")]
    let now = jiff::Timestamp::now();
    let nanoseconds = now.as_nanosecond().unsigned_abs();
    u64::try_from(nanoseconds / 1000 % 10_000).unwrap_or(1)
}
