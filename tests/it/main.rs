//! End-to-end tests: that the parts are hooked up.

mod content;
