//! New packs, scenarios, topics and cases, to be filled in.
