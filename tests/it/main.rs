//! Integration tests: that the parts are hooked up, and what must hold of all of them together.
#![allow(clippy::unwrap_used, reason = "in a test, an error is a failure")]
#![allow(clippy::disallowed_methods, reason = "tests make and look at the files they test with")]

mod cast;
mod lots;
mod program;
mod simulated;
mod small_pack;
mod zips;

mod anti_inflation;
mod anything;
mod arc;
mod asked_on;
mod assess;
#[cfg(unix)]
mod authored;
mod bad_input;
mod better_wordings;
mod blessed;
mod content;
mod drawn;
mod fitting;
mod golden;
#[cfg(unix)]
mod guide;
mod harvested;
mod held_back;
mod learner;
mod letters;
mod minimal_pairs;
mod model_talks;
mod one_mistake;
mod open_or_closed;
mod packed;
#[cfg(unix)]
mod practice_kinds;
mod reachable;
mod readme;
mod resume;
mod rules;
mod same_again;
mod scaffold;
mod schemas;
mod steady;
#[cfg(unix)]
mod terminal;
mod tidy;
mod why_not;
mod worth_meeting;
