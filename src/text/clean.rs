//! Text from outside, made safe to show.
//!
//! Packs come from strangers and lines are pasted from anywhere, so nothing of either may reach the
//! terminal as a command to it.

use std::borrow::Cow;
use std::sync::LazyLock;

use regex::Regex;

/// Escape sequences: CSI (colours, cursor), OSC (titles, links), and two-character ones.
static ESCAPE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?-u)\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][ -~]*(?:\x07|\x1b\\)?|\x1b[ -/]*[0-~]?")
        .expect("the pattern is fixed")
});

/// Whether a character could steer a terminal or hide what a line says.
///
/// C0 and C1 controls, DEL, the marks that turn the direction of text, and the characters of no
/// width that can be used to make two ids look alike. Tab and newline are left to the caller.
#[must_use]
pub fn is_unsafe(character: char) -> bool {
    matches!(character,
        '\u{0}'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{9f}'
        | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}

/// One line of text without escape sequences, control characters, or white space at its ends.
///
/// Tabs and line breaks become spaces. Text that is already clean is not copied.
#[must_use]
pub fn line(text: &str) -> Cow<'_, str> {
    let is_clean = |c: char| !is_unsafe(c) && c != '\t' && c != '\n';
    if text.chars().all(is_clean) {
        return Cow::Borrowed(text.trim());
    }
    let without = ESCAPE.replace_all(text, "");
    let mut clean = String::with_capacity(without.len());
    for character in without.chars() {
        if matches!(character, '\t' | '\n' | '\r') {
            clean.push(' ');
        } else if !is_unsafe(character) {
            clean.push(character);
        }
    }
    Cow::Owned(clean.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn nothing_that_steers_a_terminal_is_left() {
        let cases = [
            ("plain text stays", "plain text stays"),
            ("  ends are trimmed ", "ends are trimmed"),
            ("\x1b[31mred\x1b[0m", "red"),
            ("\x1b]0;title\x07after", "after"),
            ("\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\", "link"),
            ("\x1bcreset", "reset"),
            ("tab\tand\nbreak", "tab and break"),
            ("bell\x07 del\x7f c1\u{9b}31m", "bell del c131m"),
            ("turned \u{202e}txet\u{202c}", "turned txet"),
            ("an Arabic \u{61c}letter mark", "an Arabic letter mark"),
            ("zero\u{200b}width", "zerowidth"),
            ("\x1b", ""),
        ];
        for (text, expected) in cases {
            assert_eq!(line(text), expected, "{text:?}");
        }
    }

    #[test]
    fn other_scripts_and_joined_emoji_stay() {
        for text in ["こんにちは", "Çok teşekkürler", "👩\u{200d}🔬"] {
            assert_eq!(line(text), text);
        }
    }
}
