//! JSON Schemas of what instructors write.
