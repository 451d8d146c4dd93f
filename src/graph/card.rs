//! What stands where in a picture, and in what words: the text of a card, of a frame, of the key.

use super::width::{self, Font};
use super::{By, Edge, End, Graph, Kind, Node};

/// The width of a card.
pub(super) const CARD: usize = 268;

/// From the border of a card to its text.
const PAD: usize = 10;

/// What a line of text is, and so how it looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// The title of the picture.
    Title,
    /// How to read the picture.
    Key,
    /// The title of a group.
    Heading,
    /// What is said of a group as a whole.
    Aside,
    /// The id of a node.
    Id,
    /// That it is a gem.
    Gem,
    /// What it says.
    Label,
    /// What it needs.
    Gate,
    /// How often it was told.
    Told,
    /// What leads from here, by the place of the edge in the graph.
    Lead(usize),
}

impl Role {
    pub(super) const fn font(self) -> Font {
        let (size, bold) = match self {
            Self::Title => (20, true),
            Self::Heading => (15, true),
            Self::Id => (13, true),
            Self::Label | Self::Key => (12, false),
            Self::Gem | Self::Told => (11, true),
            Self::Aside | Self::Gate | Self::Lead(_) => (11, false),
        };
        Font { size, bold }
    }

    /// From one line to the next.
    pub(super) const fn leading(self) -> usize {
        self.font().size + 5
    }
}

/// One line of text.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub(super) role: Role,
    pub(super) text: String,
    pub(super) x: usize,
    /// The top of the line.
    pub(super) y: usize,
}

/// A rectangle.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Area {
    pub(super) x: usize,
    pub(super) y: usize,
    pub(super) width: usize,
    pub(super) height: usize,
}

impl Area {
    pub(super) const fn right(self) -> usize {
        self.x + self.width
    }

    pub(super) const fn bottom(self) -> usize {
        self.y + self.height
    }
}

/// The card of a node.
#[derive(Debug, Clone, Default)]
pub(super) struct Card {
    pub(super) area: Area,
    pub(super) lines: Vec<Line>,
    /// The bands from the top, and the cards of a band from the left, counted from 0.
    pub(super) band: usize,
    pub(super) column: usize,
}

/// How to read the picture.
pub(super) const KEY: [&str; 4] = [
    "Each frame is a topic, each card an answer, in the order in which they are told. A gem has a double \
     border, a diamond and the word gem. What an answer needs before it is told stands in its grey field.",
    "A full line leads from words of an answer, or from asking on (why, how, feel …), to the answer that then \
     comes.",
    "A broken line leads to an answer whose gate this one opens; nothing is told yet.",
    "The lines on the left lead from topics to the people they bring up and the questions that may follow. \
     Every line also stands in words in the card or frame that it leaves.",
];

/// What stands at the top of a group: its title, and for a topic what talk of it may bring up.
pub(super) fn heading(graph: &Graph, at: usize, title: &str, id: &str) -> Vec<(Role, String)> {
    let Some(topic) = graph.topics.get(at) else { return vec![(Role::Heading, title.to_owned())] };
    let mut lines = vec![(Role::Heading, format!("{title} (topic {id})"))];
    if topic.nodes.is_empty() {
        lines.push((Role::Aside, "no answers".to_owned()));
    }
    for by in [By::BringsUp, By::AsksBack] {
        let leads: Vec<&Edge> = graph
            .edges
            .iter()
            .filter(|edge| edge.from == End::Topic(at) && edge.by == by)
            .collect();
        if let Some(first) = leads.first() {
            let ids = leads.iter().filter_map(|edge| graph.nodes.get(edge.to));
            let ids: Vec<&str> = ids.map(|node| node.id.as_str()).collect();
            lines.push((Role::Aside, format!("{}: {}", first.label, ids.join(", "))));
        }
    }
    lines
}

/// The card of a node, at the top left of the picture.
pub(super) fn card(graph: &Graph, at: usize, node: &Node) -> Card {
    let gem = (node.kind == Kind::Gem).then(|| (Role::Gem, "gem".to_owned()));
    let gate = (!node.needs.is_empty()).then(|| (Role::Gate, node.needs.join("; ")));
    let told = node.told.map(|told| (Role::Told, format!("told in {told} of 100 talks")));
    let leads = graph.edges.iter().enumerate().filter(|(_, edge)| edge.from == End::Answer(at));
    let leads = leads.map(|(number, edge)| (Role::Lead(number), lead(graph, edge)));
    let mut lines = Vec::new();
    let mut y = PAD - 2;
    let texts = [(Role::Id, node.id.clone())].into_iter().chain(gem);
    let texts = texts.chain([(Role::Label, node.label.clone())]).chain(gate).chain(told);
    for (role, text) in texts.chain(leads) {
        if matches!(role, Role::Gate | Role::Lead(_)) {
            y += 4;
        }
        for text in width::lines(&text, role.font(), CARD - 2 * PAD) {
            lines.push(Line { role, text, x: PAD, y });
            y += role.leading();
        }
    }
    let area = Area { x: 0, y: 0, width: CARD, height: y + PAD };
    Card { area, lines, ..Card::default() }
}

/// What leads from an answer, in words.
fn lead(graph: &Graph, edge: &Edge) -> String {
    let to = graph.nodes.get(edge.to).map_or("", |node| node.id.as_str());
    let asked = if edge.by == By::Follow { "asked on: " } else { "" };
    format!("{asked}{} → {to}", edge.label)
}

impl Card {
    pub(super) fn move_to(&mut self, x: usize, y: usize) {
        (self.area.x, self.area.y) = (x, y);
        for line in &mut self.lines {
            line.x += x;
            line.y += y;
        }
    }

    /// The height at which an edge leaves: the middle of the line that names it.
    pub(super) fn leaves_at(&self, edge: usize) -> usize {
        let line = self.lines.iter().find(|line| line.role == Role::Lead(edge));
        line.map_or(self.area.y, |line| line.y + line.role.leading() / 2)
    }
}
