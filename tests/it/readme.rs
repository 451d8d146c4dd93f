//! The README is true: the talk it shows is the one that is held.

use crate::program::run;

const README: &str = include_str!("../../README.md");

#[test]
fn the_talk_that_is_shown_is_the_one_that_comes() {
    let block =
        README.split("```console\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let (command, shown) = block.split_once("\n[...]\n").unwrap();
    let (said, command) = command.split_once("| coffeechat ").unwrap();
    // Every second piece stands between quotes; the first is the format.
    let lines: Vec<&str> = said.split('\'').skip(1).step_by(2).skip(1).collect();
    assert!(lines.len() > 3, "{lines:?}");
    let arguments: Vec<&str> = command.split_whitespace().collect();
    let ran = run(&arguments, format!("{}\n", lines.join("\n")));
    for part in shown.split("[...]").map(str::trim).filter(|part| !part.is_empty()) {
        assert!(ran.stdout.contains(part), "this does not come:\n{part}\n\nbut:\n{}", ran.stdout);
    }
}
