//! Word stems, so that "worked" and "working" are one word.

use std::collections::HashMap;

use frostem::{Algorithm, Stemmer};

/// Finds stems and remembers them: few words make up most of what is said.
pub struct Stems {
    stemmer: Stemmer,
    known: HashMap<String, String>,
}

impl std::fmt::Debug for Stems {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Stems").field("known", &self.known.len()).finish_non_exhaustive()
    }
}

impl Default for Stems {
    fn default() -> Self {
        Self { stemmer: Stemmer::new(Algorithm::English), known: HashMap::new() }
    }
}

impl Stems {
    /// The stem of a lower-case word, remembered for the next time.
    pub fn learn(&mut self, word: &str) -> String {
        if let Some(stem) = self.known.get(word) {
            return stem.clone();
        }
        let stem = self.of(word);
        self.known.insert(word.to_owned(), stem.clone());
        stem
    }

    /// The stem of a lower-case word.
    #[must_use]
    pub fn of(&self, word: &str) -> String {
        match self.known.get(word) {
            Some(stem) => stem.clone(),
            None => self.stemmer.stem(word).into_owned(),
        }
    }
}
