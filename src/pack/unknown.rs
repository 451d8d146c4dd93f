//! A name that nothing has: one finding for ids, words and rules alike.

use super::placed::Text;
use crate::finding::{Finding, Rule};
use crate::text::closest::closest;

/// The finding on a name, such as that of a topic, that is none of the known ones; its help is which was meant.
pub(crate) fn unknown<'a>(
    rule: &'static Rule,
    file: &str,
    name: &Text,
    kind: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Finding {
    let message = format!("no {kind} is called `{}`", name.value());
    let help = closest(name, known).map(|meant| format!("did you mean `{meant}`?"));
    Finding { help, ..Finding::new(rule, file, name.span(), message) }
}
