//! How far something long has come, for whoever watches.

use crate::screen;
use crate::surroundings::Clock;

/// Nothing is shown before this many milliseconds, nor more often than this.
const PATIENCE: u128 = 1_000;

/// A line on standard error that says how far one is, and is written over.
pub(crate) struct Progress {
    /// Started when something was shown last; none if nobody watches.
    clock: Option<Clock>,
    is_shown: bool,
}

impl Progress {
    /// Shows something only if `watched`.
    pub(crate) fn new(watched: bool) -> Self {
        Self { clock: watched.then(Clock::start), is_shown: false }
    }

    /// Shows how far it is, if it is time to.
    pub(crate) fn show(&mut self, text: impl FnOnce() -> String) {
        if let Some(clock) = &mut self.clock
            && clock.milliseconds() >= PATIENCE
        {
            *clock = Clock::start();
            screen::over(&text());
            self.is_shown = true;
        }
    }

    /// Takes away what is shown.
    pub(crate) fn clear(&mut self) {
        if std::mem::take(&mut self.is_shown) {
            screen::over("");
        }
    }
}
