//! Telephone numbers and addresses in a text, as far as they may be somebody's own.

use std::sync::LazyLock;

use regex::Regex;

static NUMBER: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?-u)\+?\(?[0-9][0-9 ().\-]{5,18}[0-9]").ok());

static ADDRESS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?-u)(?i)[a-z0-9._%+\-]+@[a-z0-9.\-]+\.[a-z]{2,}|(https?://|www\.)[a-z0-9.\-]+")
        .ok()
});

/// Endings of addresses that nobody can have (RFC 2606 and RFC 6761).
const NOBODYS: &[&str] =
    &["example.com", "example.org", "example.net", ".example", ".invalid", ".test", ".localhost"];

/// The first telephone number in a text that somebody may have. Seven digits and more are one; years, amounts and
/// the numbers kept for stories are none.
#[must_use]
pub fn phone_number(text: &str) -> Option<&str> {
    let found = NUMBER.as_ref()?.find_iter(text).map(|found| found.as_str().trim());
    let mut real = found.filter(|number| {
        let digits: String = number.chars().filter(char::is_ascii_digit).collect();
        (7..=15).contains(&digits.len()) && !is_for_stories(&digits) && !is_no_number(number)
    });
    real.next()
}

/// Numbers that are kept for stories: 555-0100 to 555-0199 in North America (NANPA), 07700 900000 to 900999 and
/// 020 7946 0000 to 0999 in Britain (Ofcom).
fn is_for_stories(digits: &str) -> bool {
    let ending = |length: usize| digits.len().checked_sub(length).map(|start| &digits[start..]);
    ending(7).is_some_and(|last| last.starts_with("55501"))
        || ending(9).is_some_and(|last| last.starts_with("700900"))
        || ending(10).is_some_and(|last| last.starts_with("2079460"))
}

/// Whether groups of digits are years, a date, an amount in thousands or a row of single digits.
fn is_no_number(number: &str) -> bool {
    let parts: Vec<&str> =
        number.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    let is_year =
        |part: &&str| part.len() == 4 && (part.starts_with('1') || part.starts_with("20"));
    let in_thousands = lengths.len() > 1
        && lengths[0] <= 3
        && lengths[1..].iter().all(|length| *length == 3)
        && !number.starts_with(['+', '0', '(']);
    parts.iter().all(is_year)
        || matches!(lengths[..], [4, 1..=2, 1..=2] | [1..=2, 1..=2, 4])
        || in_thousands
        || lengths.iter().all(|length| *length == 1)
}

/// The first e-mail or web address in a text that somebody may have.
#[must_use]
pub fn address(text: &str) -> Option<&str> {
    let found = ADDRESS.as_ref()?.find_iter(text).map(|found| found.as_str());
    let mut real = found.filter(|address| {
        let host = address.to_lowercase();
        let host = host.trim_end_matches(['.', '-']);
        !NOBODYS.iter().any(|ending| {
            let before = host.strip_suffix(ending.trim_start_matches('.'));
            before.is_some_and(|before| before.is_empty() || before.ends_with(['.', '@', '/']))
        })
    });
    real.next()
}

#[cfg(test)]
mod tests {
    use super::address;
    use super::phone_number;

    #[test]
    fn numbers_that_somebody_may_have() {
        let cases = [
            ("Ring me on 0161 834 1199", Some("0161 834 1199")),
            ("It is +44 20 8811 4455.", Some("+44 20 8811 4455")),
            ("(212) 736-5000, ask for Kim", Some("(212) 736-5000")),
            ("Ring 212-555-0142.", None),
            ("Ring 07700 900123.", None),
            ("Ring 020 7946 0018.", None),
            ("From 1998 - 2004 I was away", None),
            ("some 1,200,000 litres", None),
            ("It cost 12 000 000 then", None),
            ("1.234.567 of us", None),
            ("On 2019-05-03", None),
            ("On 03.05.2019", None),
            ("From 1850 - 1875", None),
            ("1 2 3 4 5 6 7 8", None),
            ("It cost 350 000 then", None),
            ("3 or 4 of us", None),
        ];
        for (text, expected) in cases {
            assert_eq!(phone_number(text), expected, "{text:?}");
        }
    }

    #[test]
    fn addresses_that_somebody_may_have() {
        let cases = [
            ("Write to kim@mills.co.uk.", Some("kim@mills.co.uk")),
            ("See https://mills.co.uk/jobs", Some("https://mills.co.uk")),
            ("www.mills.org has it", Some("www.mills.org")),
            ("Write to kim@example.org.", None),
            ("kim@notexample.com", Some("kim@notexample.com")),
            ("kim@mail.example.org", None),
            ("kim@mills.example", None),
            ("See https://example.com/jobs", None),
            ("no address, at all.", None),
        ];
        for (text, expected) in cases {
            assert_eq!(address(text), expected, "{text:?}");
        }
    }
}
