//! How far a long stream has been read, for whoever watches.

use crate::screen;
use crate::surroundings::Clock;

/// Nothing is shown before this many milliseconds, nor more often than this.
const PATIENCE: u128 = 1_000;

/// How far the input was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Done {
    /// Lines of the input.
    pub(super) lines: u64,
    /// Bytes of the input.
    pub(super) bytes: u64,
}

/// A line on standard error that says how far the input was read, and is written over.
pub(super) struct Progress {
    /// Started when something was shown last; none if nobody watches.
    clock: Option<Clock>,
    is_shown: bool,
}

impl Progress {
    /// Shows something only if `watched`.
    pub(super) fn new(watched: bool) -> Self {
        Self { clock: watched.then(Clock::start), is_shown: false }
    }

    /// Shows how far it is, if it is time to.
    pub(super) fn show(&mut self, done: Done) {
        if let Some(clock) = &mut self.clock
            && clock.milliseconds() >= PATIENCE
        {
            *clock = Clock::start();
            let megabytes = done.bytes / 1_000_000;
            screen::over(&format!("{} lines, {megabytes} MB read", done.lines));
            self.is_shown = true;
        }
    }

    /// Takes away what is shown, at the end.
    pub(super) fn clear(&mut self) {
        if self.is_shown {
            screen::over("");
        }
        self.is_shown = false;
    }
}
