//! What files declare: ids and names, even of blocks that could not be read.

use std::collections::BTreeSet;

use super::bank::Bank;
use super::placed::Text;
use super::read::Block;
use crate::disk::Source;

/// What a file declares, and what of it could be read.
#[derive(Debug, Default)]
pub(super) struct Declared {
    /// The ids of answers.
    pub(super) answers: BTreeSet<String>,
    /// The ids of topics.
    pub(super) topics: BTreeSet<String>,
    /// The ids of contacts.
    pub(super) contacts: BTreeSet<String>,
    /// The topics of which a key could not be read: what they lack may be just that key.
    pub(super) misread_topics: BTreeSet<String>,
    /// Whether every key outside topics, contacts and counter-questions could be read.
    pub(super) all_read: bool,
    /// Whether a block has no id that could be read: what is referred to may be just that block.
    pub(super) has_nameless: bool,
}

/// The question banks, and whether all that the pack's own say could be read.
#[derive(Debug, Clone, Copy)]
pub(super) struct InBanks<'a> {
    pub(super) banks: &'a [Bank],
    pub(super) are_read: bool,
}

impl Declared {
    /// The ids of blocks; notes when one has none.
    pub(super) fn names(&mut self, blocks: &[Block<'_>]) -> BTreeSet<String> {
        let ids: Vec<Option<Text>> = blocks.iter().map(Block::id).collect();
        self.has_nameless |= ids.contains(&None);
        ids.into_iter().flatten().map(|id| id.value().clone()).collect()
    }
}

/// A file's name without folder and `.toml`.
pub(super) fn stem(source: &Source) -> &str {
    let name = source.path.rsplit('/').next().unwrap_or_default();
    name.strip_suffix(".toml").unwrap_or(name)
}

/// Whether an id is written as ids are.
pub(super) fn is_id(id: &str) -> bool {
    let mut characters = id.chars();
    characters.next().is_some_and(|first| first.is_ascii_lowercase())
        && characters.all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}
