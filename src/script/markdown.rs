//! Texts of a pack in a Markdown page, so that none of them can become part of its layout.

use crate::text::clean;

/// A text as one line of a paragraph, a list or a quotation, which reads as it was written.
pub(super) fn text(text: &str) -> String {
    let line = line(text);
    let mut escaped = String::with_capacity(line.len());
    // A number with a dot or a bracket would begin a list.
    let after_number = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let number = line.len() - after_number.len();
    for (at, character) in line.char_indices() {
        let is_special = match character {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '#' | '$' | '&' => true,
            '-' | '+' | '=' | ':' => at == 0,
            '.' | ')' => at == number && number > 0,
            _ => false,
        };
        if is_special {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

/// An id. With a backquote in it, it would end its own quotation; then it is a text like others.
pub(super) fn id(id: &str) -> String {
    let line = line(id);
    if line.is_empty() || line.contains('`') { text(id) } else { format!("`{line}`") }
}

fn line(text: &str) -> String {
    clean::line(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{id, text};

    #[test]
    fn a_text_reads_as_it_was_written() {
        let cases = [
            ("Plain, isn't it? Yes!", "Plain, isn't it? Yes!"),
            ("*not* _set_ **off**", "\\*not\\* \\_set\\_ \\*\\*off\\*\\*"),
            ("# no heading", "\\# no heading"),
            ("- no item", "\\- no item"),
            ("+ no item", "\\+ no item"),
            ("=== no heading", "\\=== no heading"),
            ("12. no item", "12\\. no item"),
            ("3) no item", "3\\) no item"),
            ("in 1931. Later", "in 1931. Later"),
            ("> no quotation", "\\> no quotation"),
            ("[no](link) <b>no tag</b> &amp;", "\\[no\\](link) \\<b\\>no tag\\</b\\> \\&amp;"),
            ("`no code` ~~no~~ $no$ a|b \\", "\\`no code\\` \\~\\~no\\~\\~ \\$no\\$ a\\|b \\\\"),
            ("two\nlines\n\n# one", "two lines \\# one"),
            ("\x1b[31mred", "red"),
        ];
        for (written, expected) in cases {
            assert_eq!(text(written), expected, "{written:?}");
        }
    }

    #[test]
    fn an_id_stays_in_its_quotation() {
        assert_eq!(id("path-night"), "`path-night`");
        assert_eq!(id("a`*b*"), "a\\`\\*b\\*");
    }
}
