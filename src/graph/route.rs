//! Which way the lines of a picture run: the corners of each, once everything stands.

use std::collections::BTreeMap;

use super::card::{Area, Card, Line};
use super::place::Band;
use super::tracks::{ARROW, ENTRY, Lane, STEP, Tracks, Way, entry, fitted};
use super::{End, Graph};

/// One line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Path {
    /// The edge, as a place in the graph.
    pub(super) edge: usize,
    /// Its corners, from its beginning to the tip of its arrow.
    pub(super) points: Vec<(usize, usize)>,
    /// Whether it swings from the first point to the last, with no corners between.
    pub(super) swings: bool,
}

/// The lines between what stands, and how far right they go.
pub(super) fn paths(
    graph: &Graph,
    frames: &[(Area, Vec<Line>)],
    cards: &[Card],
    bands: &[Band],
    tracks: &Tracks,
) -> (Vec<Path>, usize) {
    let plan = Plan { graph, frames, cards, bands, tracks };
    let right = frames.iter().map(|(area, _)| area.right()).max().unwrap_or(0);
    let (lanes, count) = plan.lanes_right();
    let path = |edge: usize| plan.path(edge, &lanes, right);
    ((0..graph.edges.len()).filter_map(path).collect(), right + ARROW + STEP * count)
}

/// What stands, and the room between.
struct Plan<'a> {
    graph: &'a Graph,
    frames: &'a [(Area, Vec<Line>)],
    cards: &'a [Card],
    bands: &'a [Band],
    tracks: &'a Tracks,
}

impl Plan<'_> {
    /// Which lane on the right, from the left, and how many there are. Short ones are nearest.
    fn lanes_right(&self) -> (BTreeMap<Lane, usize>, usize) {
        let mut stretches = Vec::new();
        for lane in self.tracks.lanes().filter(|lane| !matches!(lane, Lane::Left(_))) {
            let edges = 0..self.graph.edges.len();
            let edges = edges.filter(|edge| self.tracks.way(*edge) == Some(Way::By(lane)));
            let heights =
                edges.filter_map(|edge| self.height_out(edge)).chain(self.height_in(lane));
            let heights: Vec<usize> = heights.collect();
            if let (Some(top), Some(bottom)) = (heights.iter().min(), heights.iter().max()) {
                stretches.push((*top, *bottom, lane));
            }
        }
        stretches.sort_by_key(|(top, bottom, lane)| (bottom - top, *lane));
        let lanes = fitted(stretches);
        let count = lanes.values().max().map_or(0, |last| last + 1);
        (lanes, count)
    }

    fn path(&self, edge: usize, lanes: &BTreeMap<Lane, usize>, right: usize) -> Option<Path> {
        let to = self.graph.edges.get(edge)?.to;
        let card = self.cards.get(to)?;
        let (points, swings) = match self.tracks.way(edge)? {
            Way::Next => (self.next(edge, card)?, true),
            Way::Within => {
                let mut points = self.out(edge)?;
                let x = card.area.x + entry(*self.tracks.entries.get(&edge)?);
                points.extend([(x, self.height_out(edge)?), (x, card.area.bottom())]);
                (points, false)
            }
            Way::By(lane) => {
                let (mut points, x) = match lane {
                    Lane::Left(_) => self.left(edge, lane)?,
                    Lane::Told(_) | Lane::Opened(..) => {
                        (self.out(edge)?, right + ARROW + STEP * lanes.get(&lane)?)
                    }
                };
                let from = points.last().map_or(0, |(_, y)| *y);
                let y = self.height_in(lane)?;
                let end = card.area.x + entry(self.tracks.place_of(lane));
                points.extend([(x, from), (x, y), (end, y), (end, card.area.y)]);
                (points, false)
            }
        };
        Some(Path { edge, points, swings })
    }

    /// Across the gap, each line to a place of its own.
    fn next(&self, edge: usize, to: &Card) -> Option<Vec<(usize, usize)>> {
        let this = self.graph.edges.get(edge)?;
        let from = self.source(edge)?;
        let before = self.graph.edges.iter().take(edge);
        let before = before.filter(|other| (other.from, other.to) == (this.from, this.to)).count();
        let down = (ENTRY.1 * (before + 1)).min(to.area.height.saturating_sub(STEP));
        Some(vec![(from.area.right(), from.leaves_at(edge)), (to.area.x, to.area.y + down)])
    }

    /// Out of a card and down beside it, to the height at which it goes along.
    fn out(&self, edge: usize) -> Option<Vec<(usize, usize)>> {
        let from = self.source(edge)?;
        let beside = self.tracks.beside.get(&(from.band, from.column))?;
        let place = beside.iter().position(|other| *other == edge)?;
        let x = from.area.right() + STEP * (place + 1);
        let y = from.leaves_at(edge);
        Some(vec![(from.area.right(), y), (x, y), (x, self.height_out(edge)?)])
    }

    /// Out of a topic, and the place of its lane.
    fn left(&self, edge: usize, lane: Lane) -> Option<(Vec<(usize, usize)>, usize)> {
        let End::Topic(at) = self.graph.edges.get(edge)?.from else { return None };
        let (area, _) = self.frames.get(at)?;
        let before = self.graph.edges.iter().take(edge);
        let before = before.filter(|other| other.from == End::Topic(at)).count();
        let down = (STEP + 7 * before).min(area.height.saturating_sub(STEP));
        let lane = self.tracks.left.iter().position(|other| *other == lane)?;
        let x = area.x.saturating_sub(STEP * (lane + 1));
        Some((vec![(area.x, area.y + down)], x))
    }

    fn source(&self, edge: usize) -> Option<&Card> {
        match self.graph.edges.get(edge)?.from {
            End::Answer(at) => self.cards.get(at),
            End::Topic(_) => None,
        }
    }

    /// The height at which an edge goes along below its band.
    fn height_out(&self, edge: usize) -> Option<usize> {
        let from = self.source(edge)?;
        let track = self.tracks.below.get(from.band)?.get(&edge)?;
        Some(self.bands.get(from.band)?.below + ARROW + STEP * track)
    }

    /// The height at which a lane comes in above its band.
    fn height_in(&self, lane: Lane) -> Option<usize> {
        let to = self.cards.get(lane.to())?;
        let track = self.tracks.above.get(to.band)?.get(&lane)?;
        Some(self.bands.get(to.band)?.above + STEP * track)
    }
}
