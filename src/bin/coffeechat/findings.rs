//! Findings, drawn: the file, the line, a picture of it, and what to do.

use std::fmt::Write as _;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use coffeechat::disk::Source;
use coffeechat::finding::{Finding, Severity};
use coffeechat::text::clean::is_unsafe;

use crate::screen::safe;

/// Findings as text with styles, the pictures cut to `width` columns; the stream strips the styles where they would
/// hurt.
pub(crate) fn drawn(findings: &[Finding], sources: &[Source], width: usize) -> String {
    let mut text = String::new();
    for finding in findings {
        let source = sources.iter().find(|source| source.path == finding.file);
        let _ = writeln!(
            text,
            "{}\n",
            picture(finding, source.map_or("", |source| &source.text), width)
        );
    }
    let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    let _ = writeln!(text, "{}, {}", counted(errors, "error"), counted(warnings, "warning"));
    text
}

/// A number and its word, with the ending it needs.
pub(crate) fn counted(number: usize, word: &str) -> String {
    let ending = if number == 1 { "" } else { "s" };
    format!("{number} {word}{ending}")
}

fn picture(finding: &Finding, text: &str, width: usize) -> String {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let span = clamped(&finding.span, text);
    let snippet = Snippet::source(visible(text))
        .path(safe(&finding.file))
        .annotation(AnnotationKind::Primary.span(span));
    let mut group =
        level.primary_title(safe(&finding.message)).id(finding.rule.name).element(snippet);
    if let Some(help) = &finding.help {
        group = group.element(Level::HELP.message(safe(help)));
    }
    Renderer::styled().term_width(width).render(&[group])
}

/// The text with marks in place of the control characters that the renderer lets through: those of two
/// bytes, and those of no width, which have three. No byte moves, so spans stay right.
fn visible(text: &str) -> String {
    let mark = |c: char| match c.len_utf8() {
        2 if is_unsafe(c) => '·',
        3 if is_unsafe(c) => '\u{fffd}',
        _ => c,
    };
    text.chars().map(mark).collect()
}

/// A span inside the text and on whole characters, as the renderer needs it.
fn clamped(span: &std::ops::Range<usize>, text: &str) -> std::ops::Range<usize> {
    let place = |at: usize| {
        let mut at = at.min(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let (start, end) = (place(span.start), place(span.end));
    start..end.max(start)
}
