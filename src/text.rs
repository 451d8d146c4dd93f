//! Words and characters, before anyone asks what they mean.

pub mod clean;
pub mod closest;
pub mod contact_details;
pub mod draw;
pub mod redact;
pub mod stem;
pub mod words;
