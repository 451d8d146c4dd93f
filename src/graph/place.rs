//! Where everything of a picture stands: the frames of the groups and the cards of the nodes.
//!
//! Groups stand below each other in the order of the scenario; the nodes of a group stand in their order from
//! left to right, some four to a band. Every line that does not lead to the next card runs through spaces
//! that are kept free for it: beside the cards, above and below a band, and on both sides of the picture. So
//! no line crosses a card, and no two lines lie on each other unless they lead to the same place.
//!
//! All lengths are in pixels, counted from the top left.

use super::route::{self, Paths, Tracks};
use super::width::{self, Font};
use super::{By, Edge, End, Graph, Kind, Node};

/// The most cards in a band.
const ACROSS: usize = 4;

/// The width of a card.
pub(super) const CARD: usize = 268;

/// From the border of a card to its text.
const PAD: usize = 10;

/// Between frames, and around the picture.
const MARGIN: usize = 18;

/// Between the cards of a band, besides the room for lines.
const GAP: usize = 34;

/// From a frame to what it holds.
const INSIDE: usize = 14;

/// Between the paragraphs of the key.
const KEY_GAP: usize = 4;

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

/// A picture, laid out.
#[derive(Debug)]
pub(super) struct Picture {
    pub(super) width: usize,
    pub(super) height: usize,
    /// Title and key.
    pub(super) head: Vec<Line>,
    /// The frames of the groups, each with its title and what is said of it.
    pub(super) frames: Vec<(Area, Vec<Line>)>,
    /// The cards of the nodes, in the order of the graph.
    pub(super) cards: Vec<Card>,
    /// The lines, in the order of the graph's edges.
    pub(super) paths: Paths,
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

/// Cards that stand beside each other.
#[derive(Debug, Clone)]
pub(super) struct Band {
    /// The cards, as places in the graph's nodes.
    pub(super) cards: std::ops::Range<usize>,
    /// The top of the space above the cards, where lines come in.
    pub(super) above: usize,
    /// The top of the space below them, where lines go out.
    pub(super) below: usize,
}

/// Lays a graph out.
pub(super) fn placed(graph: &Graph) -> Picture {
    let mut cards: Vec<Card> =
        graph.nodes.iter().enumerate().map(|(at, node)| card(graph, at, node)).collect();
    let mut bands: Vec<Band> = Vec::new();
    let mut of_group = Vec::new();
    for group in graph.groups() {
        let first = bands.len();
        for start in group.nodes.clone().step_by(ACROSS) {
            let end = (start + ACROSS).min(group.nodes.end);
            for (column, card) in cards.get_mut(start..end).into_iter().flatten().enumerate() {
                (card.band, card.column) = (bands.len(), column);
            }
            bands.push(Band { cards: start..end, above: 0, below: 0 });
        }
        of_group.push(first..bands.len());
    }
    let tracks = Tracks::of(graph, &cards, &bands);
    let left = MARGIN + tracks.left_width() + MARGIN / 2;
    let columns = columns(&cards, &tracks, left + INSIDE);
    let across = bands.iter().map(|band| band.cards.len()).max().unwrap_or(1).max(1);
    let inner = columns.get(across).map_or(CARD, |end| end - left - INSIDE);
    let frame_width = inner + INSIDE;
    let head = head(graph, left, frame_width);
    let end_of_head = head.last().map_or(0, |line| line.y + line.role.leading());
    let mut y = end_of_head + MARGIN;
    let mut frames = Vec::new();
    for (at, (group, of_group)) in graph.groups().zip(of_group).enumerate() {
        let top = y;
        let mut lines = Vec::new();
        y += INSIDE;
        for (role, text) in heading(graph, at, &group.title, &group.id) {
            for text in width::lines(&text, role.font(), inner - INSIDE) {
                lines.push(Line { role, text, x: left + INSIDE, y });
                y += role.leading();
            }
        }
        for (number, band) in of_group.clone().zip(bands.get_mut(of_group).into_iter().flatten()) {
            band.above = y + INSIDE / 2;
            y = band.above + tracks.height_above(number);
            let mut height = 0;
            for card in cards.get_mut(band.cards.clone()).into_iter().flatten() {
                let x = columns.get(card.column).copied().unwrap_or_default();
                card.move_to(x, y);
                height = height.max(card.area.height);
            }
            band.below = y + height;
            y = band.below + tracks.height_below(number);
        }
        y += INSIDE;
        frames.push((Area { x: left, y: top, width: frame_width, height: y - top }, lines));
        y += MARGIN;
    }
    let (paths, right) = route::paths(graph, &frames, &cards, &bands, &tracks);
    Picture { width: right + MARGIN, height: y, head, frames, cards, paths }
}

/// Where each column of cards begins, and where the last ends with the room for its lines.
fn columns(cards: &[Card], tracks: &Tracks, left: usize) -> Vec<usize> {
    let mut at = left;
    let mut columns = vec![at];
    let last = cards.iter().map(|card| card.column).max().unwrap_or(0);
    for column in 0..=last {
        let gap = if column == last { INSIDE } else { GAP };
        at += CARD + tracks.width_beside(column) + gap;
        columns.push(at);
    }
    columns
}

/// Title and key, beginning at the top of the picture.
fn head(graph: &Graph, x: usize, width: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut y = MARGIN;
    let texts = [(Role::Title, graph.title.as_str())].into_iter();
    for (role, text) in texts.chain(KEY.map(|text| (Role::Key, text))) {
        for text in width::lines(text, role.font(), width) {
            lines.push(Line { role, text, x, y });
            y += role.leading();
        }
        y += KEY_GAP;
    }
    lines
}

/// How to read the picture.
const KEY: [&str; 4] = [
    "Each frame is a topic, each card an answer, in the order in which they are told. A gem has a double \
     border, a diamond and the word gem. What an answer needs before it is told stands in its grey field.",
    "A full line leads from words of an answer, or from asking on (why, how, feel …), to the answer that then \
     comes.",
    "A broken line leads to an answer whose gate this one opens; nothing is told yet.",
    "The lines on the left lead from topics to the people they bring up and the questions they may end in. \
     Every line also stands in words in the card or frame that it leaves.",
];

/// What stands at the top of a group: its title, and for a topic what talk of it may bring up.
fn heading(graph: &Graph, at: usize, title: &str, id: &str) -> Vec<(Role, String)> {
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
fn card(graph: &Graph, at: usize, node: &Node) -> Card {
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
    fn move_to(&mut self, x: usize, y: usize) {
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
