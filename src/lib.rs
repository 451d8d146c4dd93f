//! coffeechat: a practice coach for informational interviews.
//!
//! This library decides what is said; the program in `src/bin/coffeechat/` types and shows it.
//!
//! # The code map
//!
//! From the bottom up. A module uses only what stands in layers below its own.
//!
//! | layer | module | what it is |
//! |---|---|---|
//! | 0 | [`text`] | words, stems, drawing lots, "did you mean", text from outside made safe |
//! | 0 | [`finding`] | what an instructor should look at in a pack |
//! | 0 | [`disk`] | files; the only place that touches them |
//! | 1 | [`pack`] | what instructors write: the types, reading, checking, inheritance, the built-in pack |
//! | 1 | [`transcript`] | who said what in a talk that was written down elsewhere |
//! | 1 | [`edit`] | changes to pack files that leave comments and layout as they are |
//! | 2 | [`hearing`] | from a line to what it does, what it asks and what about, with the reasons |
//! | 3 | [`interviewee`] | what is said to a line, and what comes of it |
//! | 4 | [`coach`] | how good a question was, why, and how to put it better |
//! | 5 | [`session`] | a run as a list of events, and everything else a fold of it |
//! | 6 | [`debrief`] | how the learner asked, what came of it, what was missed |
//! | 6 | [`cases`] | an instructor's scripted tests, played |
//! | 6 | [`plan`] | what one knows, wants to learn and asks: a page for one talk |
//! | 6 | [`own_person`] | a scenario out of what is known of a real contact |
//! | 6 | [`letters`] | the message that asks for a talk, and the thank-you note after it |
//! | 6 | [`drill`] | one small skill at a time, in two or three minutes |
//! | 6 | [`history`] | runs over time, as rows and charts |
//! | 6 | [`contacts`] | the people one knows, through whom, and what is due |
//! | 6 | [`check`] | what will disappoint in a pack: understanding, gates, words, teaching |
//! | 6 | [`simulate`] | learners of many kinds, who play whole talks |
//! | 6 | [`graph`] | topics, gates and what leads where, as Mermaid, DOT and a picture |
//! | 6 | [`script`] | a scenario as a script to read, with speaking times |
//! | 6 | [`scaffold`] | new packs, scenarios, topics and cases, to be filled in |
//! | 6 | [`harvest`] | what learners asked and was not understood |
//! | 6 | [`schema`] | JSON Schemas of what instructors write |
//! | 7 | [`ladder`] | kinds of practice in order, and which comes next |
//!
//! Those of layer 6 are leaves: none uses another. The ladder looks at what they say of the past and is used
//! by none. Above them all is the program. It alone knows
//! the terminal, the clock and the environment, and gives the library what it found there.
//!
//! # The path of a line
//!
//! 1. The program reads a line from the keyboard, a pipe or a file. A `/command` is its own affair; a
//!    line of the talk goes to [`session::Session::say`].
//! 2. [`hearing::Ear::hear`] splits it into words and segments, finds out what each segment does, and for
//!    the question that counts its form, its faults, whether it asks on, and its topic.
//! 3. [`interviewee::reply`] takes the first way that fits (an answer to a question asked back, a hook, a
//!    follow-up, a topic, a move), looks at gates, draws a wording, and gives a reply with its effects.
//! 4. [`coach::assess`] looks at the same line in the same moment and gives an assessment.
//! 5. What was said, replied and assessed becomes events. [`interviewee::state::State::after`] folds the
//!    effects of the reply into what the interviewee remembers.
//! 6. The program adds the events to the log, and shows the reply and at most one quiet line of the
//!    coach. At the end [`debrief::debrief`] looks back over all of it.
//!
//! # The rule of layers
//!
//! - Deciding and changing are apart: hearing, the interviewee and the coach look and give a value; only
//!   the fold makes the next state.
//! - The interviewee never knows the coach's mark, and the coach never changes the state.
//! - What instructors write does not know who plays it.
//! - Nothing here prints, or reads the clock, the environment or chance other than the seed's. The same
//!   pack, scenario, seed and lines give the same talk on every machine.
//! - The one error is [`disk::FileError`]. Everything else is a finding, cannot fail, or says in words what is
//!   wrong with a text ([`plan::Plan::read`]).

pub mod text;

pub mod finding;

pub mod disk;

pub mod pack;

pub mod transcript;

pub mod edit;

pub mod hearing;

pub mod interviewee;

pub mod coach;

pub mod session;

pub mod debrief;

pub mod cases;

pub mod letters;

pub mod plan;

pub mod own_person;

pub mod drill;

pub mod history;

pub mod contacts;

pub mod check;

pub mod simulate;

pub mod graph;

pub mod script;

pub mod scaffold;

pub mod harvest;

pub mod schema;

pub mod ladder;
