//! What a file means, apart from how it is written.

use toml::{Table, Value};

/// Gives `changed` if it means what `before` means once `change` is made to it, and nothing else.
pub(super) fn checked(
    before: &str,
    changed: Option<String>,
    change: impl FnOnce(&mut Table) -> Option<()>,
) -> Result<String, String> {
    let or_nothing = || {
        "it cannot be changed here without changing something else; \
                         please do it by hand"
            .to_owned()
    };
    let changed = changed.ok_or_else(or_nothing)?;
    let is_right = || {
        let mut expected: Table = before.parse().ok()?;
        change(&mut expected)?;
        let found: Table = changed.parse().ok()?;
        // Written out, for a number that is none (`nan`) is not equal to itself.
        (expected.to_string() == found.to_string()).then_some(())
    };
    if is_right().is_some() { Ok(changed) } else { Err(or_nothing()) }
}

/// A block of a table: of all with this name the one at this place.
pub(super) fn block<'a>(table: &'a mut Table, name: &str, at: usize) -> Option<&'a mut Table> {
    table.get_mut(name)?.as_array_mut()?.get_mut(at)?.as_table_mut()
}

/// A text as a value.
pub(super) fn text(text: &str) -> Value {
    Value::String(text.to_owned())
}
