//! A letter as sentences: what its elements are looked for in.

use std::ops::Range;

use crate::text::words::{Break, Word, words};

/// A sentence of a letter; its words know their bytes in the letter.
#[derive(Debug)]
pub(super) struct Sentence {
    pub(super) words: Vec<Word>,
    /// Whether something in it is still to be filled in.
    pub(super) has_gap: bool,
}

/// The sentences of a letter, and the gaps in it. A blank line ends a sentence as a full stop does; a line
/// that was broken to fit the page does not.
pub(super) fn sentences(letter: &str) -> (Vec<Sentence>, Vec<Range<usize>>) {
    let gaps = gaps(letter);
    let mut sentences: Vec<Sentence> = Vec::new();
    for (at, paragraph) in paragraphs(letter) {
        let mut sentence: Vec<Word> = Vec::new();
        // The breaks of the page are no breaks of the text.
        for mut word in words(&paragraph.replace('\n', " ")) {
            word.span = word.span.start + at..word.span.end + at;
            let ends = matches!(word.after, Break::Stop | Break::Question);
            sentence.push(word);
            if ends {
                sentences.push(Sentence { words: std::mem::take(&mut sentence), has_gap: false });
            }
        }
        if !sentence.is_empty() {
            sentences.push(Sentence { words: sentence, has_gap: false });
        }
    }
    // A gap belongs to the sentence that has begun last before it.
    for gap in &gaps {
        let begun = |sentence: &&mut Sentence| {
            sentence.words.first().is_some_and(|word| word.span.start <= gap.start + 1)
        };
        if let Some(sentence) = sentences.iter_mut().rfind(begun) {
            sentence.has_gap = true;
        }
    }
    (sentences, gaps)
}

/// What stands between blank lines, and items of a list by themselves, each with its place in the letter.
fn paragraphs(letter: &str) -> Vec<(usize, &str)> {
    let begins_anew = |line: &str| {
        let line = line.trim();
        line.is_empty() || line.starts_with(['-', '*', '•', '>'])
    };
    let mut paragraphs = Vec::new();
    let (mut start, mut at) = (0, 0);
    for line in letter.split_inclusive('\n') {
        if begins_anew(line) && at > start {
            paragraphs.push((start, &letter[start..at]));
            start = at;
        }
        at += line.len();
    }
    paragraphs.push((start, &letter[start..]));
    paragraphs
}

/// A gap has at most this many bytes: longer brackets are asides.
const LONGEST_GAP: usize = 120;

/// `[Your Name]`, `{field}`, `<company>`, `____`: what was left to fill in.
fn gaps(letter: &str) -> Vec<Range<usize>> {
    let mut gaps = Vec::new();
    let mut open: Option<(usize, char)> = None;
    let mut line = 0;
    for (at, character) in letter.char_indices() {
        match (character, open) {
            ('[' | '{' | '<', _) => open = Some((at, character)),
            (']', Some((start, '['))) | ('}', Some((start, '{'))) | ('>', Some((start, '<'))) => {
                let inside = letter[start + 1..at].trim();
                // "<3 … ->" and an address are no gaps.
                let is_loose = character == '>'
                    && (inside.len() + 1 < at - start
                        || !inside.starts_with(|first: char| first.is_alphabetic()));
                let is_none = is_loose
                    || inside.is_empty()
                    || inside.starts_with('_')
                    || inside.contains("://")
                    || inside.contains(['@', '\n'])
                    || at - start > LONGEST_GAP;
                if !is_none {
                    gaps.push(start..at + 1);
                }
                open = None;
            }
            _ => {}
        }
        line = if character == '_' { line + 1 } else { 0 };
        match line {
            3 => gaps.push(at - 2..at + 1),
            4.. => gaps.last_mut().expect("pushed at the third").end = at + 1,
            _ => {}
        }
    }
    gaps
}

/// Words that stand in almost any English sentence.
const COMMON: &[&str] = &[
    "a", "about", "all", "am", "an", "and", "any", "are", "as", "at", "be", "but", "by", "can",
    "could", "do", "for", "from", "have", "hello", "hi", "how", "i", "if", "in", "is", "it", "me",
    "my", "not", "of", "on", "or", "our", "so", "thank", "thanks", "thx", "that", "the", "this",
    "to", "u", "up", "us", "was", "we", "were", "what", "when", "will", "with", "would", "you",
    "your",
];

/// Whether a letter of more than a few words has the words that English has, and not more of those that its
/// neighbours have. One in eight does it; letters in English have about one in two.
pub(super) fn is_english(sentences: &[Sentence]) -> bool {
    let (mut all, mut common, mut foreign) = (0_usize, 0_usize, 0_usize);
    for word in sentences.iter().flat_map(|sentence| &sentence.words) {
        all += 1;
        common += usize::from(COMMON.contains(&word.text.as_str()));
        foreign += usize::from(FOREIGN.contains(&word.text.as_str()));
    }
    all < 6 || common * 8 >= all && foreign <= common
}

/// Small words of the neighbours that English has not: German, Dutch, French, Spanish, Portuguese, Italian,
/// Swedish.
#[rustfmt::skip]
const FOREIGN: [&str; 70] = [
    "und", "der", "das", "ist", "ich", "sie", "mit", "für", "nicht", "ein", "eine", "einen", "auf", "ihnen", "ihre", "über",
    "het", "een", "van", "voor", "niet", "dat", "zijn", "mijn", "met", "bij", "ik", "uw", "graag", "zou",
    "le", "les", "est", "je", "vous", "votre", "pour", "dans", "une", "avec", "et", "du",
    "el", "los", "las", "por", "para", "con", "una", "que", "su", "del", "mi", "de", "usted",
    "os", "um", "uma", "meu", "minha", "você", "obrigado", "muito", "em", "il", "di", "che", "sono", "och", "att",
];

#[cfg(test)]
mod tests {
    use super::{is_english, sentences};

    fn texts(letter: &str) -> Vec<String> {
        let (sentences, _) = sentences(letter);
        let text = |sentence: &super::Sentence| {
            let words: Vec<&str> = sentence.words.iter().map(|word| word.text.as_str()).collect();
            words.join(" ")
        };
        sentences.iter().map(text).collect()
    }

    #[test]
    fn sentences_end_at_full_stops_and_blank_lines() {
        let letter = "Hi Dana,\n\nI read your piece about\nwells. Could we talk?\n- by phone\nBeth";
        assert_eq!(
            texts(letter),
            ["hi dana", "i read your piece about wells", "could we talk", "by phone beth"]
        );
    }

    #[test]
    fn words_know_where_they_stand() {
        let letter = "Hé Dana.\n\nThank you!";
        let (sentences, _) = sentences(letter);
        let word = &sentences[1].words[0];
        assert_eq!(&letter[word.span.clone()], "Thank");
    }

    #[test]
    fn a_gap_spoils_its_sentence_only() {
        let (sentences, gaps) = sentences("I am [Name]. I work at ____. Thank you.");
        let spoilt: Vec<bool> = sentences.iter().map(|sentence| sentence.has_gap).collect();
        assert_eq!(spoilt, [true, true, false]);
        assert_eq!(gaps, [5..11, 23..27]);
    }

    #[test]
    fn gaps_of_all_kinds_are_found() {
        for gap in ["[ Your Name ]", "[Company/Team]", "<name>", "{one thing you read}", "____"] {
            let letter = format!("I am {gap} and so on.");
            assert_eq!(sentences(&letter).1.len(), 1, "{gap}");
        }
    }

    #[test]
    fn addresses_are_no_gaps() {
        for letter in [
            "Write to <beth@example.org>.",
            "Nothing in [ ].",
            "I <3 your talk -> it was great",
            "a < b and c > d, as they say at the very long end of this line of mine",
        ] {
            assert!(sentences(letter).1.is_empty(), "{letter}");
        }
    }

    #[test]
    fn other_languages_are_told() {
        for (letter, known) in [
            ("Sehr geehrte Frau Ortiz, ich würde gern mehr über Ihre Arbeit erfahren.", false),
            ("Estimada señora, me gustaría saber más sobre su trabajo en el hospital.", false),
            ("Hello sir, I am final year student from mechanical.", true),
            ("thx for the call, was cool", true),
            ("Danke!", true),
            (
                "Olá Rosa, obrigado pelo seu tempo de ontem. Gostei muito de saber como o dia começa com uma mensagem.",
                false,
            ),
            (
                "Beste Rosa, hartelijk dank voor het gesprek van gisteren. Ik was in de stad en had een vraag over uw werk.",
                false,
            ),
            (
                "Liebe Rosa, vielen Dank für das Gespräch. Die Geschichte mit der Latte hat mich sehr beeindruckt.",
                false,
            ),
            (
                "Dear Mr de la Cruz, thank you for the talk about Van der Berg and the Los Angeles office.",
                true,
            ),
        ] {
            assert_eq!(is_english(&sentences(letter).0), known, "{letter}");
        }
    }
}
