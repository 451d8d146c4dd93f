//! Builds anew when a file of the built-in pack comes or goes; edits are noticed without it.

#![expect(clippy::print_stdout, reason = "this is how a build script speaks to cargo")]

fn main() {
    for folder in ["scenarios", "question_banks", "cases"] {
        println!("cargo::rerun-if-changed={folder}");
    }
}
