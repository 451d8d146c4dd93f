//! coffeechat: a practice coach for informational interviews.

pub mod cases;
pub mod coach;
pub mod debrief;
pub mod disk;
pub mod finding;
pub mod hearing;
pub mod interviewee;
pub mod pack;
pub mod session;
pub mod text;
