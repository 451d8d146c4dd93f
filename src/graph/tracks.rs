//! How much room the lines of a picture need, and which of it each takes, before anything stands.
//!
//! To the next card, a line is a curve across the gap. To another card of the band, it goes down beside its
//! card, along below the band, and up. To any other card, it goes on to the right, takes a lane beside the
//! frames, and comes in from above. What leads to one place shares a lane. Topics lead to contacts and
//! counter-questions by lanes on the left.

use std::collections::{BTreeMap, BTreeSet};

use super::card::Card;
use super::place::Band;
use super::{By, Edge, End, Graph};

/// From one line to the next beside it.
pub(super) const STEP: usize = 9;

/// Room for the head of an arrow.
pub(super) const ARROW: usize = 13;

/// From the left border of a card to the first line that comes in, and from one to the next.
pub(super) const ENTRY: (usize, usize) = (22, 14);

/// As many lines come in beside each other; more begin again from the left.
const ENTRIES: usize = 16;

/// By which lane a line comes in. All that lead to one node share it, but for broken lines, which would fill
/// each other's gaps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Lane {
    /// From a topic, on the left.
    Left(usize),
    /// Told when asked, on the right.
    Told(usize),
    /// Opened, on the right: the node, and the edge.
    Opened(usize, usize),
}

/// How a line runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// To the next card of the band.
    Next,
    /// To another card of the band.
    Within,
    /// By a lane.
    By(Lane),
}

/// How much room lines need, and which of it each takes.
#[derive(Debug, Default)]
pub(super) struct Tracks {
    ways: Vec<Option<Way>>,
    /// Beside a card (band, column): the edges that go down there, from the left.
    pub(super) beside: BTreeMap<(usize, usize), Vec<usize>>,
    /// Below each band: the edges that go along there, each with its track from the top.
    pub(super) below: Vec<BTreeMap<usize, usize>>,
    /// Above each band: the lanes that end there, each with its track from the top.
    pub(super) above: Vec<BTreeMap<Lane, usize>>,
    /// The lanes on the left, from the right.
    pub(super) left: Vec<Lane>,
    /// The edges that come in from below, each with its place from the left.
    pub(super) entries: BTreeMap<usize, usize>,
}

impl Tracks {
    /// What room the lines need between these cards.
    pub(super) fn of(graph: &Graph, cards: &[Card], bands: &[Band]) -> Self {
        let ways: Vec<Option<Way>> =
            graph.edges.iter().enumerate().map(|(at, edge)| way(at, edge, cards)).collect();
        let mut tracks = Self { ways, ..Self::default() };
        for (at, edge) in graph.edges.iter().enumerate() {
            let (Some(way), End::Answer(from)) = (tracks.way(at), edge.from) else { continue };
            if let (Some(card), false) = (cards.get(from), way == Way::Next) {
                // The uppermost line goes furthest out, so that it crosses none of those below it.
                let beside = tracks.beside.entry((card.band, card.column)).or_default();
                beside.insert(0, at);
            }
            if way == Way::Within {
                let others = tracks.entries.keys();
                let others = others
                    .filter(|other| graph.edges.get(**other).is_some_and(|it| it.to == edge.to));
                let place = others.count();
                tracks.entries.insert(at, place);
            }
        }
        for number in 0..bands.len() {
            let below = tracks.along_below(graph, cards, number);
            tracks.below.push(below);
            let above = tracks.along_above(cards, number);
            tracks.above.push(above);
        }
        tracks.left = tracks.lanes().filter(|lane| matches!(lane, Lane::Left(_))).collect();
        // Who is further down and further left takes a lane further left, and is not crossed.
        let place =
            |lane: &Lane| cards.get(lane.to()).map(|card| (card.band, usize::MAX - card.column));
        tracks.left.sort_by_key(place);
        tracks
    }

    /// How an edge runs; none if it has no ends.
    pub(super) fn way(&self, edge: usize) -> Option<Way> {
        self.ways.get(edge).copied().flatten()
    }

    /// All lanes, in order.
    pub(super) fn lanes(&self) -> impl Iterator<Item = Lane> {
        let lanes: BTreeSet<Lane> = self
            .ways
            .iter()
            .filter_map(|way| match way {
                Some(Way::By(lane)) => Some(*lane),
                Some(Way::Next | Way::Within) | None => None,
            })
            .collect();
        lanes.into_iter()
    }

    fn along_below(&self, graph: &Graph, cards: &[Card], band: usize) -> BTreeMap<usize, usize> {
        let mut stretches = Vec::new();
        for ((_, column), edges) in self.beside.range((band, 0)..(band + 1, 0)) {
            for (place, edge) in edges.iter().enumerate() {
                let start = beside(*column, place);
                let to = graph.edges.get(*edge).map_or(0, |edge| edge.to);
                let end = match (self.entries.get(edge), cards.get(to)) {
                    (Some(place), Some(card)) => entry(*place) + card.column * COLUMN,
                    _ => usize::MAX,
                };
                stretches.push((start.min(end), start.max(end), *edge));
            }
        }
        // Of those that go right, the one that begins furthest right is uppermost.
        stretches.sort_by_key(|(start, end, edge)| (usize::MAX - start, usize::MAX - end, *edge));
        fitted(stretches)
    }

    fn along_above(&self, cards: &[Card], band: usize) -> BTreeMap<Lane, usize> {
        let mut stretches = Vec::new();
        for lane in self.lanes() {
            let Some(card) = cards.get(lane.to()).filter(|card| card.band == band) else {
                continue;
            };
            let at = entry(self.place_of(lane)) + card.column * COLUMN;
            stretches.push(match lane {
                Lane::Left(_) => (0, at, lane),
                Lane::Told(_) | Lane::Opened(..) => (at, usize::MAX, lane),
            });
        }
        // Who goes furthest is uppermost.
        stretches.sort_by_key(|(start, end, lane)| (usize::MAX - (end - start), *lane));
        fitted(stretches)
    }

    /// Where a lane comes in, among those that lead to the same node, from the left.
    pub(super) fn place_of(&self, lane: Lane) -> usize {
        self.lanes().filter(|other| other.to() == lane.to() && *other < lane).count()
    }

    /// The room for lines right of a column of cards.
    pub(super) fn width_beside(&self, column: usize) -> usize {
        let here = self.beside.iter().filter(|((_, known), _)| *known == column);
        STEP * here.map(|(_, edges)| edges.len()).max().unwrap_or(0)
    }

    /// The room for lines above a band.
    pub(super) fn height_above(&self, band: usize) -> usize {
        height(self.above.get(band).map(BTreeMap::values))
    }

    /// The room for lines below a band.
    pub(super) fn height_below(&self, band: usize) -> usize {
        height(self.below.get(band).map(BTreeMap::values))
    }

    /// The room for lanes left of the frames.
    pub(super) const fn left_width(&self) -> usize {
        STEP * self.left.len()
    }
}

impl Lane {
    /// The node it leads to.
    pub(super) const fn to(self) -> usize {
        match self {
            Self::Left(to) | Self::Told(to) | Self::Opened(to, _) => to,
        }
    }
}

/// A column's width in the reckoning of what lies beside what, before widths are known.
const COLUMN: usize = 1_000_000;

/// Where a line goes down beside a card, in that reckoning.
const fn beside(column: usize, place: usize) -> usize {
    column * COLUMN + COLUMN / 2 + place
}

/// From the left border of a card to a line that comes in.
pub(super) const fn entry(place: usize) -> usize {
    ENTRY.0 + ENTRY.1 * (place % ENTRIES)
}

fn height<'a>(tracks: Option<impl Iterator<Item = &'a usize>>) -> usize {
    let last = tracks.and_then(Iterator::max);
    last.map_or(0, |last| ARROW + STEP * (last + 1))
}

/// Gives each stretch, in turn, the first track on which it is free of those before it.
pub(super) fn fitted<K: Ord>(stretches: Vec<(usize, usize, K)>) -> BTreeMap<K, usize> {
    let mut tracks: Vec<Vec<(usize, usize)>> = Vec::new();
    let mut fitted = BTreeMap::new();
    for (start, end, key) in stretches {
        let is_free = |taken: &Vec<(usize, usize)>| {
            taken.iter().all(|(from, to)| {
                end.saturating_add(STEP) < *from || to.saturating_add(STEP) < start
            })
        };
        let track = tracks.iter().position(is_free).unwrap_or(tracks.len());
        if track == tracks.len() {
            tracks.push(Vec::new());
        }
        if let Some(taken) = tracks.get_mut(track) {
            taken.push((start, end));
        }
        fitted.insert(key, track);
    }
    fitted
}

/// How an edge runs; none if it has no ends.
fn way(at: usize, edge: &Edge, cards: &[Card]) -> Option<Way> {
    let to = cards.get(edge.to)?;
    let End::Answer(from) = edge.from else { return Some(Way::By(Lane::Left(edge.to))) };
    let from = cards.get(from)?;
    Some(match edge.by {
        _ if from.band == to.band && from.column + 1 == to.column => Way::Next,
        _ if from.band == to.band => Way::Within,
        By::Opens => Way::By(Lane::Opened(edge.to, at)),
        By::Hook | By::Follow | By::BringsUp | By::AsksBack => Way::By(Lane::Told(edge.to)),
    })
}
