//! Uptake: taking up the partner's own words.
//!
//! Reusing content words is a legitimate stand-in for uptake: Demszky et al. (2021), "Measuring
//! conversational uptake"; word overlap agrees with expert ratings at a Spearman of .48 (measured on
//! their development rows).

use crate::text::stem::Stems;
use crate::text::words::{Word, words};

/// Words too common to show that anybody listened.
const COMMON: &[&str] = &[
    "about", "after", "again", "all", "almost", "also", "always", "am", "an", "and", "any", "anyone", "anything",
    "are", "around", "as", "ask", "at", "away", "back", "be", "because", "been", "before", "being", "best", "better",
    "between", "big", "bit", "but", "by", "can", "come", "could", "day", "days", "did", "do", "does", "done", "down",
    "each", "else", "enough", "even", "ever", "every", "feel", "few", "find", "first", "for", "from", "get", "gets",
    "getting", "give", "go", "goes", "going", "good", "got", "great", "had", "happen", "happens", "has", "have", "he",
    "hear", "help", "her", "here", "hi", "him", "his", "how", "i", "if", "in", "into", "is", "it", "its", "job", "just",
    "keep", "kind", "know", "last", "learn", "let", "life", "like", "little", "long", "look", "lot", "made", "make",
    "makes", "many", "may", "me", "mean", "might", "mind", "more", "most", "much", "must", "my", "need", "never", "new",
    "next", "nice", "no", "not", "nothing", "now", "of", "off", "ok", "okay", "old", "on", "once", "one", "only", "or",
    "other", "our", "out", "over", "own", "part", "people", "person", "please", "point", "put", "question", "quite",
    "really", "right", "said", "same", "saw", "say", "saying", "says", "see", "seem", "she", "should", "so", "some",
    "someone", "something", "sort", "sounds", "start", "started", "still", "such", "sure", "take", "talk", "tell",
    "than", "thank", "thanks", "that", "the", "their", "them", "then", "there", "these", "they", "thing", "things",
    "think", "this", "those", "though", "thought", "through", "time", "times", "to", "today", "together", "too", "two",
    "under", "until", "up", "us", "used", "very", "want", "wanted", "was", "way", "we", "well", "went", "were", "what",
    "when", "where", "which", "while", "who", "whole", "why", "will", "with", "without", "work", "worked", "working",
    "would", "wow", "year", "years", "yes", "yet", "you", "your", "yourself",
];

/// Whether a word carries content of its own.
#[must_use]
pub fn is_content(word: &str) -> bool {
    word.len() > 2 && COMMON.binary_search(&word).is_err()
}

/// The content words of `words` that the partner said too, by stem, in order, each once.
#[must_use]
pub fn uptake(words_said: &[Word], partner: &str, stems: &Stems) -> Vec<String> {
    let theirs: Vec<String> = words(partner)
        .iter()
        .filter(|word| is_content(&word.text))
        .map(|word| stems.of(&word.text))
        .collect();
    let mut taken_up: Vec<String> = Vec::new();
    for word in words_said.iter().filter(|word| is_content(&word.text)) {
        if theirs.contains(&stems.of(&word.text)) && !taken_up.contains(&word.text) {
            taken_up.push(word.text.clone());
        }
    }
    taken_up
}

#[cfg(test)]
mod tests {
    use super::{COMMON, uptake};
    use crate::text::stem::Stems;
    use crate::text::words::words;

    #[test]
    fn the_common_words_are_sorted() {
        assert!(COMMON.is_sorted());
    }

    #[test]
    fn only_content_words_of_the_partner_count() {
        let partner = "I designed car parks for three years before the drought came.";
        let taken = |line| uptake(&words(line), partner, &Stems::default());
        assert_eq!(taken("What made you stop designing car parks?"), ["designing", "car", "parks"]);
        assert_eq!(taken("What do you like about your work?"), [] as [&str; 0]);
    }
}
