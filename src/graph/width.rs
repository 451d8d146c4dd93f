//! How wide a text is when it is drawn, and where it breaks into lines.
//!
//! A picture that is not drawn by us cannot be measured by us: viewers take what typeface they have. So widths
//! are estimates after `DejaVu Sans`, the widest of the common ones; in another the text is a little
//! narrower than its place. Widths are in pixels, rounded up.

/// How large and heavy a text is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Font {
    /// The height of a letter's box, in pixels.
    pub(super) size: usize,
    /// Whether it is bold, which is wider.
    pub(super) bold: bool,
}

/// The width of a text on one line.
pub(super) fn of(text: &str, font: Font) -> usize {
    let thousandths: usize = text.chars().map(thousandths).sum();
    let thousandths = if font.bold { thousandths * 112 / 100 } else { thousandths };
    (thousandths * font.size).div_ceil(1000)
}

/// The text as lines, none wider than `widest` unless a single character is. A word that is too long for a
/// line is broken.
pub(super) fn lines(text: &str, font: Font, widest: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if of(&longer, font) <= widest {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        for character in word.chars() {
            line.push(character);
            if of(&line, font) > widest
                && thousandths(character) > 0
                && line.len() > character.len_utf8()
            {
                line.pop();
                lines.push(std::mem::replace(&mut line, character.to_string()));
            }
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// The width of a character in thousandths of the font's size.
fn thousandths(character: char) -> usize {
    match character {
        'i' | 'j' | 'l' | '\'' | '|' => 280,
        ' ' | '.' | ',' | ':' | ';' | '!' | '’' | '‘' | 'I' => 330,
        'f' | 't' | 'r' | '-' | '(' | ')' | '[' | ']' | '/' => 420,
        's' | 'c' | 'z' | 'k' | 'v' | 'x' | 'y' | 'J' | '“' | '”' | '?' | '*' => 600,
        'm' | 'w' | 'W' | 'M' | '@' | '%' | '…' => 1000,
        '→' => 840,
        'a'..='z' | '0'..='9' => 640,
        ' '..='~' => 800,
        // Marks that stand on the character before, and what joins emoji.
        '\u{300}'..='\u{36f}' | '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}' => 0,
        '\u{a0}'..='\u{24f}' => 750,
        '\u{1100}'..='\u{11ff}'
        | '\u{2e80}'..='\u{d7ff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{ff00}'..='\u{ff60}' => 1050,
        '\u{1f000}'.. => 1400,
        _ => 900,
    }
}

#[cfg(test)]
mod tests {
    use super::{Font, lines, of};

    const FONT: Font = Font { size: 10, bold: false };

    #[test]
    fn no_line_is_too_wide_and_nothing_is_lost() {
        let cases = [
            "",
            "one",
            "several words that do not fit on one line",
            "a-word-so-long-that-it-has-to-be-broken-somewhere and more",
            "水の計画は五年ごとに作られる",
            "e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}",
        ];
        for text in cases {
            let broken = lines(text, FONT, 80);
            assert!(broken.iter().all(|line| of(line, FONT) <= 80), "{broken:?}");
            let squeezed = |text: &str| text.replace(' ', "");
            assert_eq!(squeezed(&broken.concat()), squeezed(text));
            assert!(broken.iter().all(|line| !line.starts_with('\u{301}')), "{broken:?}");
        }
    }

    #[test]
    fn a_place_too_narrow_for_anything_holds_one_character_a_line() {
        assert_eq!(lines("wow", FONT, 1), ["w", "o", "w"]);
    }
}
