//! A scenario as a script to read, with speaking times.
