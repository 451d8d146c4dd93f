//! A chapter as it is written: its blocks of code, its notes for the test, its links and its headings.

/// A block between two rows of backticks.
#[derive(Debug, Clone)]
pub(super) struct Block {
    /// The line of the chapter on which its text begins, from 1.
    pub(super) line: usize,
    /// The word after the backticks, such as `toml`.
    pub(super) kind: String,
    /// What is between them, with its last line end.
    pub(super) text: String,
}

/// What a test looks at in a chapter, in its order.
#[derive(Debug, Clone)]
pub(super) enum Piece {
    /// A block of code.
    Code(Block),
    /// A remark that readers do not see: `<!-- … -->` on a line of its own.
    Remark(String),
}

/// The blocks and remarks of a chapter.
pub(super) fn pieces(chapter: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut open: Option<Block> = None;
    for (at, line) in chapter.lines().enumerate() {
        match (&mut open, line.strip_prefix("```")) {
            (None, Some(kind)) => {
                open = Some(Block { line: at + 2, kind: kind.to_owned(), text: String::new() });
            }
            (None, None) => {
                let remark = line.strip_prefix("<!-- ").and_then(|rest| rest.strip_suffix(" -->"));
                pieces.extend(remark.map(|remark| Piece::Remark(remark.to_owned())));
            }
            (Some(_), Some("")) => pieces.extend(open.take().map(Piece::Code)),
            (Some(block), _) => {
                block.text.push_str(line);
                block.text.push('\n');
            }
        }
    }
    assert!(open.is_none(), "a block is not closed: {open:?}");
    pieces
}

/// The chapter without its blocks of code.
pub(super) fn prose(chapter: &str) -> String {
    let mut is_code = false;
    let lines = chapter.lines().filter(|line| {
        let is_edge = line.starts_with("```");
        is_code ^= is_edge;
        !is_code && !is_edge
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Where the links of a chapter lead.
pub(super) fn links(chapter: &str) -> Vec<String> {
    let prose = prose(chapter);
    let ends = prose.split("](").skip(1).filter_map(|rest| rest.split_once(')'));
    ends.map(|(target, _)| target.to_owned()).collect()
}

/// The names by which the headings of a chapter can be linked to, as mdBook gives them.
pub(super) fn anchors(chapter: &str) -> Vec<String> {
    let prose = prose(chapter);
    let headings = prose.lines().filter(|line| line.starts_with('#'));
    headings
        .map(|heading| {
            if let Some((_, id)) = heading.split_once("{#") {
                return id.trim_end_matches('}').to_owned();
            }
            let words = heading.trim_start_matches('#').trim().to_lowercase();
            let kept =
                words.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
            kept.map(|c| if c == ' ' { '-' } else { c }).collect()
        })
        .collect()
}
