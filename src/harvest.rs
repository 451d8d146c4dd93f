//! What learners asked and was not understood: gathered from logs, grouped by likeness, with what to do about it.
//!
//! A [`Gathering`] takes in logs one by one and keeps only lines that went wrong, so that thousands of logs fit; a
//! [`Sorting`] puts the lines of one scenario into [`Group`]s by what they mean; [`patch::patch`] makes of the
//! suggestions a diff for the instructor to read. Neither the order of the logs nor the machine makes a difference.
//!
//! Learners type private things. Nothing leaves a log before names by which they introduce themselves, addresses and
//! long numbers are masked ([`private`]).

mod gathering;
mod group;
pub mod patch;
pub mod private;
mod skeleton;
mod suggestion;

pub use self::gathering::{Gathering, Line, Took, Totals, Trouble};
pub use self::group::{Group, Sorting};
pub use self::suggestion::{Because, Suggestion};
