//! Tells cargo that the binary carries the built-in pack, so that a change of it is a change of the code.

fn main() {
    for part in ["pack.toml", "scenarios", "question_banks", "cases"] {
        println!("cargo::rerun-if-changed={part}");
    }
}
