//! "Did you mean…?"

/// The candidate most like `name`, if one is like enough to be worth naming.
///
/// Jaro similarity above 0.7, as command-line tools use it, and above 0.82 for names of one or two letters; of equals, the first.
pub fn closest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // In a short name, one letter in common is much by chance.
    let least = if name.chars().count() < 3 { 0.82 } else { 0.7 };
    let mut best: Option<(f64, &str)> = None;
    for candidate in candidates {
        let likeness = strsim::jaro(name, candidate);
        if likeness > least && best.is_none_or(|(most, _)| likeness > most) {
            best = Some((likeness, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// How alike two texts are, 0 to 1: the share of letters that need no change to make one of the other.
#[must_use]
pub fn likeness(one: &str, other: &str) -> f64 {
    // Texts of very different lengths are not alike, which is quickly seen.
    let (short, long) = (one.len().min(other.len()), one.len().max(other.len()));
    if short * 2 < long || long > LONGEST {
        return if one == other { 1.0 } else { 0.0 };
    }
    strsim::normalized_levenshtein(one, other)
}

/// Texts with more bytes are compared as wholes only: letter by letter takes the product of their lengths.
const LONGEST: usize = 900;

#[cfg(test)]
mod tests {
    use super::closest;

    #[test]
    fn a_slip_is_recognised_and_a_stranger_is_not() {
        let known = ["career-path", "day-to-day", "advice"];
        assert_eq!(closest("carreer-path", known), Some("career-path"));
        assert_eq!(closest("advise", known), Some("advice"));
        assert_eq!(closest("zzz", known), None);
    }
}
