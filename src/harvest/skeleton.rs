//! A topic that could be written, as comments at the end of a scenario.

use std::fmt::Write as _;

use super::group::Group;
use super::private::is_masked;
use crate::edit::quoted;

/// The lines of a new topic, each a comment; without `# ` in front they are a topic that can be played. `banked` says
/// that a question bank has it.
pub(super) fn skeleton(group: &Group, id: &str, banked: bool) -> String {
    let mut topic = String::new();
    let _ = writeln!(
        topic,
        "# Asked {}, and not answered. To answer it, take the first `# ` off these lines.",
        group.counted()
    );
    let _ = writeln!(topic, "[[topic]]\nid = {}", quoted(id));
    if !banked {
        let _ = writeln!(topic, "aloud = {}", quoted(&id.replace('-', " ")));
    }
    let mut asked = group.wordings.clone();
    if asked.is_empty() {
        let lines = group.lines.iter().map(|line| line.text.clone());
        asked.extend(lines.filter(|text| !is_masked(text)).take(1));
    }
    if asked.is_empty() {
        asked.push("how people ask about it".to_owned());
    }
    let asked: Vec<String> =
        asked.iter().map(|wording| format!("  {},\n", quoted(wording))).collect();
    let _ = writeln!(topic, "ask = [\n{}]", asked.concat());
    let _ = writeln!(topic, "\n[[topic.answer]]\nid = {}", quoted(&format!("{id}-first")));
    topic.push_str("gist = \"what it says, in a clause that can follow: as I said\"\n");
    topic.push_str("short = \"True and short, two to ten words.\"\n");
    topic.push_str("say = [\"What they would say to an open question, 45 to 85 words, as one says it aloud.\"]\n");
    topic.lines().fold(String::from("\n"), |mut commented, line| {
        let _ = writeln!(commented, "{}", format!("# {line}").trim_end());
        commented
    })
}
