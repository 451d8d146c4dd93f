//! A graph as a picture: SVG that stands alone, without scripts, styles or anything from elsewhere.
//!
//! It is drawn on white, so that it reads alike in light and dark viewers. Colours only help the eye along a
//! line: where a line leads also stands in words in the card it leaves, and so does every other mark.

use std::fmt::Write as _;

use super::card::{Area, Card, Line, Role};
use super::place::{Picture, placed};
use super::route::Path;
use super::{By, End, Graph, Kind};

/// The colours of lines, dark enough to read text in them on white. What leads to one node has one colour.
const COLOURS: [&str; 7] =
    ["#1d4ed8", "#b91c1c", "#15803d", "#7e22ce", "#a16207", "#0e7490", "#334155"];

/// The radius of a corner of a line, in pixels.
const CORNER: usize = 5;

/// The picture.
#[must_use]
pub fn drawn(graph: &Graph) -> String {
    let Picture { width, height, head, frames, cards, paths } = placed(graph);
    let mut svg = String::new();
    let _ = writeln!(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"graphics-document\" aria-labelledby=\"title description\" \
         font-family=\"'DejaVu Sans', Verdana, Helvetica, Arial, sans-serif\">"
    );
    let _ = writeln!(svg, "<title id=\"title\">{}</title>", escaped(&graph.title));
    let _ = writeln!(svg, "<desc id=\"description\">{}</desc>", escaped(&description(graph)));
    let page = Area { x: 0, y: 0, width, height };
    rectangle(&mut svg, page, "fill=\"#ffffff\"");
    for line in &head {
        text(&mut svg, line);
    }
    for (area, lines) in &frames {
        rectangle(&mut svg, *area, "rx=\"8\" fill=\"#f8fafc\" stroke=\"#94a3b8\"");
        for line in lines {
            text(&mut svg, line);
        }
    }
    for path in &paths {
        line(&mut svg, graph, path);
    }
    for (node, drawn) in graph.nodes.iter().zip(&cards) {
        card(&mut svg, graph, node.kind, drawn);
    }
    svg.push_str("</svg>\n");
    svg
}

fn description(graph: &Graph) -> String {
    let answers = graph.contacts.nodes.start;
    let gems = graph.nodes.iter().filter(|node| node.kind == Kind::Gem).count();
    format!(
        "Topics: {}. Answers: {answers}, of which gems: {gems}. Each card says in words what it needs and \
         what it leads to.",
        graph.topics.len()
    )
}

fn rectangle(svg: &mut String, area: Area, look: &str) {
    let Area { x, y, width, height } = area;
    let _ =
        writeln!(svg, "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" {look}/>");
}

fn text(svg: &mut String, line: &Line) {
    let colour = match line.role {
        Role::Key | Role::Aside => "#334155",
        Role::Gem => "#92400e",
        Role::Title
        | Role::Heading
        | Role::Id
        | Role::Label
        | Role::Gate
        | Role::Told
        | Role::Lead(_) => "#0f172a",
    };
    written(svg, line, colour, line.role.font().bold);
}

fn written(svg: &mut String, line: &Line, colour: &str, bold: bool) {
    let size = line.role.font().size;
    let weight = if bold { " font-weight=\"bold\"" } else { "" };
    let _ = writeln!(
        svg,
        "<text x=\"{}\" y=\"{}\" font-size=\"{size}\"{weight} fill=\"{colour}\">{}</text>",
        line.x,
        line.y + size,
        escaped(&line.text)
    );
}

fn card(svg: &mut String, graph: &Graph, kind: Kind, card: &Card) {
    let area = card.area;
    svg.push_str("<g>\n");
    let round = if matches!(kind, Kind::Contact | Kind::Counter) { 14 } else { 3 };
    let (fill, stroke) =
        if kind == Kind::Gem { ("#fffbeb", "#92400e") } else { ("#ffffff", "#475569") };
    let look = format!("rx=\"{round}\" fill=\"{fill}\" stroke=\"{stroke}\" stroke-width=\"1.5\"");
    rectangle(svg, area, &look);
    if kind == Kind::Gem {
        let inner =
            Area { x: area.x + 3, y: area.y + 3, width: area.width - 6, height: area.height - 6 };
        rectangle(svg, inner, "rx=\"2\" fill=\"none\" stroke=\"#92400e\"");
    }
    for line in &card.lines {
        match line.role {
            Role::Gem => {
                let (x, y) = (line.x, line.y + 8);
                let _ = writeln!(svg, "<path d=\"M{x} {y}l5 -5l5 5l-5 5z\" fill=\"#92400e\"/>");
                let beside = Line { x: line.x + 15, ..line.clone() };
                text(svg, &beside);
            }
            Role::Gate => {
                let (x, width) = (area.x + 6, area.width - 12);
                let field = Area { x, y: line.y, width, height: line.role.leading() };
                rectangle(svg, field, "fill=\"#e2e8f0\"");
                text(svg, line);
            }
            Role::Lead(edge) => {
                let to = graph.edges.get(edge).map_or(0, |edge| edge.to);
                written(svg, line, colour(to), false);
            }
            _ => text(svg, line),
        }
    }
    svg.push_str("</g>\n");
}

fn colour(to: usize) -> &'static str {
    COLOURS.get(to % COLOURS.len()).copied().unwrap_or("#334155")
}

/// A line with its arrow; what it means can be seen by pointing at it, and heard.
fn line(svg: &mut String, graph: &Graph, path: &Path) {
    let Some(edge) = graph.edges.get(path.edge) else { return };
    let from = match edge.from {
        End::Answer(at) => graph.nodes.get(at).map(|node| node.id.as_str()),
        End::Topic(at) => graph.topics.get(at).map(|topic| topic.id.as_str()),
    };
    let to = graph.nodes.get(edge.to).map(|node| node.id.as_str());
    let (Some(from), Some(to)) = (from, to) else { return };
    let dashes = match edge.by {
        By::Hook | By::Follow | By::BringsUp | By::AsksBack => "",
        By::Opens => " stroke-dasharray=\"6 4\"",
    };
    let colour = colour(edge.to);
    let _ = writeln!(
        svg,
        "<g><title>{}: {} → {}</title>",
        escaped(from),
        escaped(&edge.label),
        escaped(to)
    );
    let shape = if path.swings { swung(&path.points) } else { cornered(&path.points) };
    let _ = writeln!(
        svg,
        "<path d=\"{shape}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"1.5\"{dashes}/>"
    );
    if let [.., (x0, y0), (x, y)] = path.points.as_slice() {
        let head = if path.swings || x0 < x {
            "l-8 -4v8z"
        } else if y0 < y {
            "l-4 -8h8z"
        } else {
            "l-4 8h8z"
        };
        let _ = writeln!(svg, "<path d=\"M{x} {y}{head}\" fill=\"{colour}\"/>");
    }
    svg.push_str("</g>\n");
}

/// A curve from the first point to the last, level at both ends.
fn swung(points: &[(usize, usize)]) -> String {
    let [(x0, y0), .., (x1, y1)] = points else { return String::new() };
    let half = usize::midpoint(*x0, *x1);
    format!("M{x0} {y0}C{half} {y0} {half} {y1} {x1} {y1}")
}

/// Straight lines from point to point, with round corners.
fn cornered(points: &[(usize, usize)]) -> String {
    let Some((x, y)) = points.first() else { return String::new() };
    let mut shape = format!("M{x} {y}");
    for corner in points.windows(3) {
        let [before, at, after] = corner else { continue };
        let (x, y) = near(*at, *before);
        let _ = write!(shape, "L{x} {y}Q{} {}", at.0, at.1);
        let (x, y) = near(*at, *after);
        let _ = write!(shape, " {x} {y}");
    }
    if let Some((x, y)) = points.last() {
        let _ = write!(shape, "L{x} {y}");
    }
    shape
}

/// The point on the way from a corner to another where its round begins.
fn near(corner: (usize, usize), other: (usize, usize)) -> (usize, usize) {
    let towards = |from: usize, to: usize| {
        let step = CORNER.min(from.abs_diff(to) / 2);
        if to < from { from - step } else { from + step }
    };
    (towards(corner.0, other.0), towards(corner.1, other.1))
}

/// Text for an element or an attribute. What XML does not allow at all is left out.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            other => escaped.push(other),
        }
    }
    escaped
}
