//! Files that lie where none is read, and were meant to be.

use super::read::finding;
use super::rules;
use crate::disk::{PACK_FOLDERS, Source, Unreadable};
use crate::finding::Finding;
use crate::text::closest::closest;

/// Settings of editors and other tools that lie at the top of a folder, beside what is the pack's.
const SETTINGS: [&str; 13] = [
    "book.toml",
    "Cargo.toml",
    "clippy.toml",
    "deny.toml",
    "lychee.toml",
    "mise.toml",
    "netlify.toml",
    "pyproject.toml",
    "rust-toolchain.toml",
    "rustfmt.toml",
    "taplo.toml",
    "tombi.toml",
    "typos.toml",
];

/// Takes the strays out of the files of a pack, and finds those that were meant for it. Gives the rest, and
/// the findings.
pub(super) fn set_aside(sources: Vec<Source>) -> (Vec<Source>, Vec<Finding>) {
    let is_stray = |source: &Source| source.unreadable == Some(Unreadable::Stray);
    let (strays, sources): (Vec<Source>, Vec<Source>) = sources.into_iter().partition(is_stray);
    let found = strays.iter().filter_map(found_astray).collect();
    (sources, found)
}

fn found_astray(stray: &Source) -> Option<Finding> {
    let parts: Vec<&str> = stray.path.split('/').collect();
    let (why, help) = match parts.as_slice() {
        [name] if SETTINGS.contains(name) => return None,
        [_] => (
            "it lies beside `pack.toml`".to_owned(),
            "move it into `scenarios/`, `question_banks/` or `cases/`".to_owned(),
        ),
        [folder, name] if PACK_FOLDERS.contains(folder) => {
            let end = name.to_ascii_lowercase().rfind(".toml")?;
            let stem = name.get(..end)?;
            ("its name does not end in `.toml`".to_owned(), format!("rename it to `{stem}.toml`"))
        }
        [folder, ..] if PACK_FOLDERS.contains(folder) => (
            format!("it lies in a folder below `{folder}/`"),
            format!("move it up, into `{folder}/` itself"),
        ),
        [folder, ..] => {
            let plain = folder.to_lowercase().replace(['-', ' '], "_");
            let meant = closest(&plain, PACK_FOLDERS)?;
            (format!("it lies in `{folder}/`"), format!("did you mean the folder `{meant}/`?"))
        }
        [] => return None,
    };
    let message = format!("this file is never read: {why}");
    Some(Finding { help: Some(help), ..finding(stray, &rules::STRAY_FILE, 0..0, message) })
}

#[cfg(test)]
mod tests {
    use super::set_aside;
    use crate::disk::{Source, Unreadable};

    #[test]
    fn a_stray_is_found_when_it_was_meant_for_the_pack() {
        for (path, help) in [
            ("rosa.toml", Some("move it into `scenarios/`, `question_banks/` or `cases/`")),
            ("scenario/rosa.toml", Some("did you mean the folder `scenarios/`?")),
            ("Scenarios/rosa.toml", Some("did you mean the folder `scenarios/`?")),
            ("senarios/rosa.toml", Some("did you mean the folder `scenarios/`?")),
            ("question-banks/core.toml", Some("did you mean the folder `question_banks/`?")),
            ("Question Banks/core.toml", Some("did you mean the folder `question_banks/`?")),
            ("questions/core.toml", Some("did you mean the folder `question_banks/`?")),
            ("case/rosa.toml", Some("did you mean the folder `cases/`?")),
            ("scenarios/old/rosa.toml", Some("move it up, into `scenarios/` itself")),
            ("scenarios/rosa.toml.txt", Some("rename it to `rosa.toml`")),
            ("scenarios/rosa.old.toml.txt", Some("rename it to `rosa.old.toml`")),
            ("cases/rosa.TOML", Some("rename it to `rosa.toml`")),
            ("tombi.toml", None),
            ("Cargo.toml", None),
            ("docs/rosa.toml", None),
            ("tests/rosa.toml", None),
            ("examples/rosa.toml", None),
            ("fuzz/Cargo.toml", None),
        ] {
            let source = |path: &str, unreadable| Source {
                path: path.to_owned(),
                text: String::new(),
                unreadable,
            };
            let sources = vec![source("pack.toml", None), source(path, Some(Unreadable::Stray))];
            let (left, found) = set_aside(sources);
            assert_eq!(left, [source("pack.toml", None)], "{path}");
            let helps: Vec<_> = found.iter().map(|finding| finding.help.as_deref()).collect();
            assert_eq!(helps, help.map(Some).into_iter().collect::<Vec<_>>(), "{path}");
            assert!(found.iter().all(|finding| finding.file == path));
        }
    }
}
