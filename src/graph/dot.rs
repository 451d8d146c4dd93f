//! A graph in the DOT language, for Graphviz and what reads its files.
//!
//! Every text stands in quotes. Quotes and backslashes in it are escaped, and so is `&`, with which Graphviz
//! begins an entity even in a quoted text.

use std::fmt::Write as _;

use super::width::{self, Font};
use super::{By, End, Graph, Group, Kind, Node};

/// The graph as a file.
#[must_use]
pub fn written(graph: &Graph) -> String {
    let mut file = String::from("digraph scenario {\n");
    let _ = writeln!(file, "  label={};", quoted(&[&graph.title, EXPLAINED]));
    file.push_str(
        "  labelloc=t;\n  rankdir=LR;\n  compound=true;\n  fontname=\"Helvetica\";\n  \
         node [shape=box, fontname=\"Helvetica\"];\n  edge [fontname=\"Helvetica\", fontsize=10];\n",
    );
    for (at, topic) in graph.topics.iter().enumerate() {
        let title = quoted(&[&topic.title, &format!("topic {}", topic.id)]);
        if topic.nodes.is_empty() {
            let _ = writeln!(file, "  t{at} [label={title}, shape=tab];");
        } else {
            group(&mut file, &format!("t{at}"), &title, graph, topic);
        }
    }
    for (name, others) in [("contacts", &graph.contacts), ("counters", &graph.counters)] {
        if !others.nodes.is_empty() {
            group(&mut file, name, &quoted(&[&others.title]), graph, others);
        }
    }
    for edge in &graph.edges {
        let style = match edge.by {
            By::Hook | By::Follow => "solid",
            By::Opens => "dashed",
            By::BringsUp | By::AsksBack => "dotted",
        };
        let (from, tail) = from(graph, edge.from);
        let _ = writeln!(
            file,
            "  {from} -> a{} [label={}, style={style}{tail}];",
            edge.to,
            quoted(&[&edge.label])
        );
    }
    file.push_str("}\n");
    file
}

/// What Graphviz draws in, and how wide a line of a node may be, in pixels.
const FONT: Font = Font { size: 14, bold: false };
const WIDEST: usize = 300;

/// How to read the picture.
const EXPLAINED: &str =
    "full lines: a question leads there, as the label says; dashed: opens; dotted: may come up";

/// The node an edge begins at, and what cuts it off at the border of its topic.
fn from(graph: &Graph, end: End) -> (String, String) {
    match end {
        End::Answer(at) => (format!("a{at}"), String::new()),
        End::Topic(at) => {
            let nodes = graph.topics.get(at).map(|topic| topic.nodes.clone()).unwrap_or_default();
            match nodes.clone().next() {
                Some(first) => (format!("a{first}"), format!(", ltail=cluster_t{at}")),
                None => (format!("t{at}"), String::new()),
            }
        }
    }
}

fn group(file: &mut String, name: &str, title: &str, graph: &Graph, group: &Group) {
    let _ = writeln!(file, "  subgraph cluster_{name} {{\n    label={title};");
    for at in group.nodes.clone() {
        if let Some(node) = graph.nodes.get(at) {
            let shape = match node.kind {
                Kind::Answer => "",
                Kind::Gem => ", peripheries=2",
                Kind::Contact => ", shape=ellipse",
                Kind::Counter => ", shape=note",
            };
            let _ = writeln!(file, "    a{at} [label={}{shape}];", label(node));
        }
    }
    file.push_str("  }\n");
}

fn label(node: &Node) -> String {
    let marks = node.marks();
    let texts = [&node.id, &node.label].into_iter().chain(&marks);
    // Graphviz breaks no lines by itself.
    let lines: Vec<String> = texts.flat_map(|text| width::lines(text, FONT, WIDEST)).collect();
    quoted(&lines.iter().map(String::as_str).collect::<Vec<_>>())
}

/// Lines of a label in quotes.
fn quoted(lines: &[&str]) -> String {
    let lines: Vec<String> = lines.iter().map(|line| escaped(line)).collect();
    format!("\"{}\"", lines.join("\\n"))
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"").replace('&', "&amp;")
}
