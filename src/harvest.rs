//! What learners asked and was not understood.
