//! A graph as a Mermaid flowchart, which many Markdown viewers draw.
//!
//! Every label stands in quotes, and all of it but letters, digits, spaces and a few marks that mean nothing
//! to Mermaid is written as `#N;`, the number of the character. So no text can end its quotes, begin a
//! comment, a style or a list, or be the word `end`.

use std::fmt::Write as _;

use super::{By, End, Graph, Kind, Node};

/// The flowchart.
#[must_use]
pub fn written(graph: &Graph) -> String {
    let mut chart = String::from("flowchart LR\n");
    let _ = writeln!(chart, "  head[{}]", quoted(&[&graph.title, EXPLAINED]));
    for (at, topic) in graph.topics.iter().enumerate() {
        let title = quoted(&[&topic.title, &format!("topic {}", topic.id)]);
        if topic.nodes.is_empty() {
            // A group of nothing would be an error.
            let _ = writeln!(chart, "  t{at}[{title}]");
            continue;
        }
        let _ = writeln!(chart, "  subgraph t{at}[{title}]");
        nodes(&mut chart, graph, topic.nodes.clone());
        chart.push_str("  end\n");
    }
    for (name, group) in [("contacts", &graph.contacts), ("counters", &graph.counters)] {
        if !group.nodes.is_empty() {
            let _ = writeln!(chart, "  subgraph {name}[{}]", quoted(&[&group.title]));
            nodes(&mut chart, graph, group.nodes.clone());
            chart.push_str("  end\n");
        }
    }
    for edge in &graph.edges {
        let from = match edge.from {
            End::Answer(at) => format!("a{at}"),
            End::Topic(at) => format!("t{at}"),
        };
        let line = match edge.by {
            By::Hook | By::Follow => "-->",
            By::Opens | By::BringsUp | By::AsksBack => "-.->",
        };
        let _ = writeln!(chart, "  {from} {line}|{}| a{}", quoted(&[&edge.label]), edge.to);
    }
    chart
}

/// How to read the chart.
const EXPLAINED: &str =
    "full lines: a question leads there, as the label says; broken lines: opens, or may come up";

fn nodes(chart: &mut String, graph: &Graph, places: std::ops::Range<usize>) {
    for (at, node) in places.clone().zip(graph.nodes.get(places).unwrap_or_default()) {
        let label = label(node);
        let _ = match node.kind {
            Kind::Answer => writeln!(chart, "    a{at}[{label}]"),
            Kind::Gem => writeln!(chart, "    a{at}{{{{{label}}}}}"),
            Kind::Contact => writeln!(chart, "    a{at}([{label}])"),
            Kind::Counter => writeln!(chart, "    a{at}>{label}]"),
        };
    }
}

fn label(node: &Node) -> String {
    let marks = node.marks();
    let mut lines = vec![node.id.as_str(), node.label.as_str()];
    lines.extend(marks.iter().map(String::as_str));
    quoted(&lines)
}

/// Lines of a label in quotes, with nothing in it that Mermaid would take for a command.
fn quoted(lines: &[&str]) -> String {
    let lines: Vec<String> = lines.iter().map(|line| escaped(line)).collect();
    format!("\"{}\"", lines.join("<br/>"))
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut before = None;
    for character in text.chars() {
        let is_safe = match character {
            ' ' | ',' | '?' | '’' | '“' | '”' | '…' => true,
            // At the beginning of a label these would make a list of it.
            '-' => before.is_some(),
            '.' => before.is_some_and(|before: char| !before.is_ascii_digit()),
            other => other.is_alphanumeric(),
        };
        if is_safe {
            escaped.push(character);
        } else {
            let _ = write!(escaped, "#{};", u32::from(character));
        }
        before = Some(character);
    }
    escaped
}
