//! Builds anew when a file of the built-in pack comes or goes; edits are noticed without it.

fn main() {
    for folder in ["scenarios", "question_banks", "cases"] {
        println!("cargo::rerun-if-changed={folder}");
    }
}
