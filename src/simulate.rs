//! Learners of many kinds, who play whole talks from seeds.
