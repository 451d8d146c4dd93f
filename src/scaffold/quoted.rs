//! Texts as TOML has them.

use crate::edit;
use crate::text::clean;

/// A text as a TOML string on one line, without what could steer a terminal. Braces would be taken for
/// placeholders, and become brackets.
pub(super) fn quoted(text: &str) -> String {
    edit::quoted(&clean::line(text).replace('{', "(").replace('}', ")"))
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn quotes_and_backslashes_read_back_and_nothing_is_filled_in() {
        for (text, expected) in [
            ("plain", r#""plain""#),
            (r#"a "b" \ c"#, r#""a \"b\" \\ c""#),
            ("{name}", r#""(name)""#),
            ("a\tb\u{1b}[31m\u{7f}", r#""a b""#),
        ] {
            assert_eq!(quoted(text), expected);
        }
    }
}
