//! What a file is to its pack, by its path alone.

use super::PACK_FOLDERS;

/// What a file is to its pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// One that is read.
    Read,
    /// TOML by its name, and never read: it may have been meant to be.
    Stray,
    /// None of the pack's business.
    Other,
}

/// What the file at this path inside a pack is; `/` stands between folders.
pub(super) fn of(path: &str) -> Place {
    let parts: Vec<&str> = path.split('/').collect();
    if parts.iter().any(|part| part.starts_with('.')) {
        return Place::Other;
    }
    match parts.as_slice() {
        ["pack.toml"] => Place::Read,
        // Where capitals do not count, this is the one that is read.
        [name] if name.eq_ignore_ascii_case("pack.toml") => Place::Other,
        [folder, name] if PACK_FOLDERS.contains(folder) && ending(name) == Some("toml") => {
            Place::Read
        }
        [name] | [_, name] if looks_like_toml(name) => Place::Stray,
        [folder, .., name] if PACK_FOLDERS.contains(folder) && looks_like_toml(name) => {
            Place::Stray
        }
        _ => Place::Other,
    }
}

/// Whether there may be strays in a folder of the pack: in those at its top, and anywhere below the three.
pub(super) fn may_hold_strays(folder: &str) -> bool {
    let mut parts = folder.split('/');
    let top = parts.next().unwrap_or_default();
    !top.starts_with('.') && (parts.next().is_none() || PACK_FOLDERS.contains(&top))
}

/// Whether a name ends in `.toml`, in letters of any size, or with what some editors add when they save.
fn looks_like_toml(name: &str) -> bool {
    let name = name.to_lowercase();
    ending(name.strip_suffix(".txt").unwrap_or(&name)) == Some("toml")
}

/// What comes after the last dot of a name.
fn ending(name: &str) -> Option<&str> {
    name.rsplit_once('.').map(|(_, ending)| ending)
}

#[cfg(test)]
mod tests {
    use super::{Place, of};

    #[test]
    fn a_file_is_read_or_astray_by_where_it_lies() {
        for (path, place) in [
            ("pack.toml", Place::Read),
            ("scenarios/rosa.toml", Place::Read),
            ("question_banks/core.toml", Place::Read),
            ("cases/rosa.toml", Place::Read),
            ("rosa.toml", Place::Stray),
            ("rosa.toml.txt", Place::Stray),
            ("scenario/rosa.toml", Place::Stray),
            ("docs/rosa.toml", Place::Stray),
            ("scenarios/Rosa.TOML", Place::Stray),
            ("scenarios/rosa.toml.txt", Place::Stray),
            ("scenarios/old/rosa.toml", Place::Stray),
            ("scenarios/old/older/rosa.toml", Place::Stray),
            ("Pack.toml", Place::Other),
            (".taplo.toml", Place::Other),
            ("scenarios/.rosa.toml", Place::Other),
            ("scenarios/.old/rosa.toml", Place::Other),
            (".git/scenarios/rosa.toml", Place::Other),
            ("docs/old/rosa.toml", Place::Other),
            ("scenarios/rosa.md", Place::Other),
            ("README.md", Place::Other),
            ("", Place::Other),
        ] {
            assert_eq!(of(path), place, "{path}");
        }
    }
}
