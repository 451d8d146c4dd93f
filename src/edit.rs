//! Changes to pack files that leave comments and layout as they are.
//!
//! A file is parsed only to find out where things stand in it; then some bytes are put in or taken out at that
//! place, and all others stay. What comes out is read again: unless it means the same as before but for the one
//! change, there is an error instead of a changed file.

mod ask;
mod case;
mod expectation;
mod layout;
mod meaning;

pub use self::ask::add_ask;
pub use self::case::{NewLine, add_case, unused_case_id};
pub use self::expectation::{Place, remove_expectation, set_expectation, swap_expectation};
pub use self::layout::quoted;

/// The keys of a case line that say what must come of it.
pub const EXPECTATIONS: [&str; 8] =
    ["answer", "topic", "move", "route", "else", "contact", "rapport", "says_any"];
