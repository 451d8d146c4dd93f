//! coffeechat: a practice coach for informational interviews.

pub mod coach;
pub mod disk;
pub mod finding;
pub mod hearing;
pub mod interviewee;
pub mod pack;
pub mod text;
