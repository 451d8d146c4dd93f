//! Where everything of a picture stands: the frames of the groups and the cards of the nodes.
//!
//! Groups stand below each other in the order of the scenario; the nodes of a group stand in their order from
//! left to right, some four to a band. Every line that does not lead to the next card runs through spaces
//! that are kept free for it: beside the cards, above and below a band, and on both sides of the picture. So
//! no line crosses a card, and no two lines lie on each other unless they lead to the same place.
//!
//! All lengths are in pixels, counted from the top left.

use super::Graph;
use super::card::{Area, CARD, Card, KEY, Line, Role, card, heading};
use super::route::{self, Path};
use super::tracks::Tracks;
use super::width;

/// The most cards in a band.
const ACROSS: usize = 4;

/// Between frames, and around the picture.
const MARGIN: usize = 18;

/// Between the cards of a band, besides the room for lines.
const GAP: usize = 34;

/// From a frame to what it holds.
const INSIDE: usize = 14;

/// Between the paragraphs of the key.
const KEY_GAP: usize = 4;

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
    pub(super) paths: Vec<Path>,
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
    let width = right.max(left + frame_width) + MARGIN;
    Picture { width, height: y, head, frames, cards, paths }
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

#[cfg(test)]
mod tests {
    use super::{Picture, placed};
    use crate::graph::card::Area;
    use crate::graph::{By, Edge, End, Graph, Group, Kind, Node, width};
    use crate::pack::{builtin, load};

    type Point = (usize, usize);

    /// The built-in people, and a graph in which much leads everywhere, itself included.
    fn graphs() -> Vec<Graph> {
        let (pack, _) = load::built_in(builtin::sources(), None);
        let people = pack.scenarios.iter().map(|scenario| Graph::of(&pack, scenario, None));
        people.chain([dense(), Graph::default()]).collect()
    }

    fn dense() -> Graph {
        let sizes = [0, 1, 7, 4, 0, 9, 2, 1];
        let mut graph = Graph::default();
        let group = |graph: &mut Graph, size: usize, kind| {
            let first = graph.nodes.len();
            graph.nodes.extend((first..first + size).map(|at| Node {
                kind,
                id: format!("node-{at}"),
                label: "words ".repeat(at),
                needs: vec!["x".repeat(at * 9)],
                told: Some(100),
            }));
            let nodes = first..graph.nodes.len();
            Group { id: format!("from-{first}"), title: "Title ".repeat(first), nodes }
        };
        for size in sizes {
            let topic = group(&mut graph, size, Kind::Gem);
            graph.topics.push(topic);
        }
        let answers = graph.nodes.len();
        graph.contacts = group(&mut graph, 5, Kind::Contact);
        graph.counters = group(&mut graph, 3, Kind::Counter);
        for number in 0..answers * 5 {
            let by = [By::Hook, By::Follow, By::Opens][number % 3];
            let (from, to) = (End::Answer(number % answers), number * 7 / 3 % answers);
            graph.edges.push(Edge { from, to, by, label: "“some words”".to_owned() });
        }
        for number in 0..30 {
            let (from, to) = (End::Topic(number % sizes.len()), answers + number % 8);
            graph.edges.push(Edge { from, to, by: By::BringsUp, label: "brings up".to_owned() });
        }
        graph
    }

    fn apart(a: Area, b: Area) -> bool {
        a.right() <= b.x || b.right() <= a.x || a.bottom() <= b.y || b.bottom() <= a.y
    }

    fn is_inside(inner: Area, outer: Area) -> bool {
        inner.x >= outer.x
            && inner.y >= outer.y
            && inner.right() <= outer.right()
            && inner.bottom() <= outer.bottom()
    }

    /// The straight lines of a path, each as the area it covers.
    fn straights(points: &[Point]) -> Vec<Area> {
        let area = |pair: &[Point]| {
            let (x, y) = (pair[0].0.min(pair[1].0), pair[0].1.min(pair[1].1));
            let (width, height) = (pair[0].0.abs_diff(pair[1].0), pair[0].1.abs_diff(pair[1].1));
            assert!(width == 0 || height == 0, "{pair:?} is aslant");
            Area { x, y, width, height }
        };
        points.windows(2).map(area).collect()
    }

    fn lies_on(a: Area, b: Area) -> bool {
        let level = a.height == 0 && b.height == 0 && a.y == b.y;
        let upright = a.width == 0 && b.width == 0 && a.x == b.x;
        level && a.x < b.right() && b.x < a.right()
            || upright && a.y < b.bottom() && b.y < a.bottom()
    }

    #[test]
    fn nothing_overlaps_and_no_text_is_cut_off() {
        for graph in graphs() {
            let Picture { width, height, head, frames, cards, .. } = placed(&graph);
            let page = Area { x: 0, y: 0, width, height };
            let frame_of = |card: Area| frames.iter().find(|(frame, _)| is_inside(card, *frame));
            for (at, card) in cards.iter().enumerate() {
                assert!(frame_of(card.area).is_some(), "card {at} stands outside its frame");
                for other in &cards[..at] {
                    assert!(apart(card.area, other.area), "cards overlap: {card:?} {other:?}");
                }
            }
            for (at, (frame, _)) in frames.iter().enumerate() {
                assert!(is_inside(*frame, page));
                assert!(frames[..at].iter().all(|(other, _)| apart(*frame, *other)));
            }
            let in_cards = cards.iter().map(|card| (card.area, &card.lines));
            let in_frames = frames.iter().map(|(area, lines)| (*area, lines));
            for (area, lines) in in_cards.chain(in_frames).chain([(page, &head)]) {
                let mut below = area.y;
                for line in lines {
                    let width = width::of(&line.text, line.role.font());
                    let height = line.role.leading();
                    let text = Area { x: line.x, y: line.y, width, height };
                    assert!(is_inside(text, area), "{:?} is cut off", line.text);
                    assert!(line.y >= below, "{:?} stands on the line above", line.text);
                    below = line.y + height;
                }
            }
        }
    }

    #[test]
    fn every_edge_is_a_line_that_crosses_no_card_and_lies_on_none_that_leads_elsewhere() {
        for graph in graphs() {
            let Picture { width, height, cards, paths, .. } = placed(&graph);
            let page = Area { x: 0, y: 0, width, height };
            let drawn: Vec<usize> = paths.iter().map(|path| path.edge).collect();
            assert_eq!(drawn, (0..graph.edges.len()).collect::<Vec<_>>());
            let (swung, straight): (Vec<_>, Vec<_>) = paths.iter().partition(|path| path.swings);
            for path in swung {
                let card = &cards[graph.edges[path.edge].to].area;
                let [from, to] = path.points[..] else { panic!("{path:?}") };
                assert!(from.0 < to.0 && to.0 == card.x);
                assert!(card.y < to.1 && to.1 < card.bottom());
            }
            let lines: Vec<_> =
                straight.iter().map(|path| (path.edge, straights(&path.points))).collect();
            for (at, (edge, parts)) in lines.iter().enumerate() {
                for part in parts {
                    assert!(is_inside(*part, page), "line {edge} leaves the page");
                    let crossed = cards.iter().position(|card| {
                        let Area { x, y, width, height } = card.area;
                        let inner =
                            Area { x: x + 1, y: y + 1, width: width - 2, height: height - 2 };
                        !apart(*part, inner)
                    });
                    assert_eq!(crossed, None, "line {edge} crosses a card");
                }
                for (other, others) in &lines[..at] {
                    let leads =
                        |edge: usize| (graph.edges[edge].to, graph.edges[edge].by == By::Opens);
                    let are_one = leads(*edge) == leads(*other) && !leads(*edge).1;
                    let lie =
                        || parts.iter().any(|part| others.iter().any(|it| lies_on(*part, *it)));
                    assert!(are_one || !lie(), "lines {edge} and {other} lie on each other");
                }
            }
        }
    }
}
