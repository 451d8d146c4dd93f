//! The rules of the house that a compiler does not know: layers, homes, and what stays out of what.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use coffeechat::disk::PACK_FOLDERS;
use coffeechat::pack::builtin;

/// The modules of the library, from the bottom up. A module uses only those in layers below its own.
const LAYERS: [&[&str]; 8] = [
    &["text", "finding", "disk"],
    &["pack", "transcript", "edit"],
    &["hearing"],
    &["interviewee"],
    &["coach"],
    &["session"],
    &[
        "debrief",
        "cases",
        "letters",
        "plan",
        "own_person",
        "drill",
        "history",
        "contacts",
        "check",
        "simulate",
        "graph",
        "script",
        "scaffold",
        "harvest",
        "schema",
    ],
    &["ladder"],
];

const PROGRAM: &str = "src/bin/coffeechat/";

/// Each crate from outside, and the only files that may name it; a folder stands for all in it.
const HOMES: &[(&str, &[&str])] = &[
    // The library.
    ("frostem", &["src/text/stem.rs"]),
    ("pulp", &["src/hearing/meaning/multiply.rs", "src/hearing/meaning/transformer.rs"]),
    ("rand", &["src/text/draw.rs"]),
    ("regex", &["src/text/clean.rs", "src/text/contact_details.rs"]),
    (
        "schemars",
        &[
            "src/pack/bank.rs",
            "src/pack/case.rs",
            "src/pack/manifest.rs",
            "src/pack/placed.rs",
            "src/pack/scenario.rs",
            "src/schema.rs",
            "src/schema/offered.rs",
        ],
    ),
    ("semver", &["src/pack/version.rs"]),
    (
        "serde",
        &[
            "src/pack/",
            "src/hearing/",
            "src/interviewee.rs",
            "src/interviewee/",
            "src/coach.rs",
            "src/coach/",
            "src/session/",
            "src/debrief.rs",
            "src/debrief/",
            "src/plan.rs",
            "src/history.rs",
            "src/contacts.rs",
            "src/ladder.rs",
        ],
    ),
    (
        "serde_json",
        &[
            "src/session/event.rs",
            "src/contacts.rs",
            "src/ladder.rs",
            "src/schema.rs",
            "src/schema/offered.rs",
            "src/bin/coffeechat/packs/check/formats.rs",
            "src/bin/coffeechat/packs/simulate.rs",
            "src/bin/coffeechat/history.rs",
            "src/bin/coffeechat/practice.rs",
            "src/bin/coffeechat/practice/close.rs",
            "src/bin/coffeechat/reflect.rs",
            "src/bin/coffeechat/assess/row.rs",
            "src/bin/coffeechat/letter.rs",
            "src/bin/coffeechat/review.rs",
        ],
    ),
    ("strsim", &["src/text/closest.rs", "src/hearing/repair.rs"]),
    ("thiserror", &["src/disk.rs"]),
    ("toml", &["src/pack/", "src/edit/", "src/plan.rs", "src/own_person.rs"]),
    ("toml_edit", &["src/edit/"]),
    ("unicode_normalization", &["src/hearing/meaning/pieces.rs"]),
    ("unicode_segmentation", &["src/text/words.rs"]),
    ("zip", &["src/disk/archive.rs"]),
    // The program.
    ("annotate_snippets", &["src/bin/coffeechat/findings.rs"]),
    ("anstream", &["src/bin/coffeechat/screen.rs", "src/bin/coffeechat/packs.rs"]),
    ("anyhow", &[PROGRAM]),
    (
        "clap",
        &["src/bin/coffeechat/args.rs", "src/bin/coffeechat/args/", "src/bin/coffeechat/main.rs"],
    ),
    ("clap_complete", &["src/bin/coffeechat/args.rs", "src/bin/coffeechat/main.rs"]),
    ("clap_mangen", &["src/bin/coffeechat/main.rs"]),
    ("csv", &["src/bin/coffeechat/screen.rs"]),
    ("etcetera", &["src/bin/coffeechat/surroundings.rs"]),
    ("jiff", &["src/bin/coffeechat/surroundings.rs"]),
    ("notify", &["src/bin/coffeechat/packs/author/watch.rs"]),
    ("owo_colors", &["src/bin/coffeechat/screen.rs", "src/bin/coffeechat/practice/input.rs"]),
    ("rustyline", &["src/bin/coffeechat/practice/input.rs"]),
    ("terminal_size", &["src/bin/coffeechat/surroundings.rs"]),
    ("textwrap", &["src/bin/coffeechat/screen.rs"]),
];

/// What only some files may do, by the words it is done with.
const RESERVED: &[(&[&str], &[&str])] = &[
    // Files.
    (
        &["std::fs", "fs::File", "File::open", "File::create", "OpenOptions"],
        &[
            "src/disk.rs",
            "src/disk/folder.rs",
            "src/disk/tree.rs",
            "src/bin/coffeechat/assess/source.rs",
        ],
    ),
    // The environment and the clock.
    (
        &["std::env::", "env::var", "SystemTime", "Instant::now", "Zoned::now", "Timestamp::now"],
        &["src/bin/coffeechat/surroundings.rs"],
    ),
    // The terminal.
    (
        &["stdout()", "stderr()", "println!", "print!(", "IsTerminal"],
        &[
            "src/bin/coffeechat/screen.rs",
            "src/bin/coffeechat/packs.rs",
            "src/bin/coffeechat/surroundings.rs",
        ],
    ),
    (
        &["stdin()"],
        &[
            "src/bin/coffeechat/practice/input.rs",
            "src/bin/coffeechat/assess/source.rs",
            "src/bin/coffeechat/surroundings.rs",
        ],
    ),
    // Chance other than the seed's, waiting, other programs, the net: nobody.
    (
        &[
            "rand::rng()",
            "thread_rng",
            "thread::sleep",
            "std::net",
            "TcpStream",
            "process::Command",
            "process::exit",
        ],
        &[],
    ),
];

/// A source file: its path from the root, with `/`, and its lines of code without comments.
struct Code {
    path: String,
    lines: Vec<String>,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All files below a folder, as paths from the root, in order.
fn files(folder: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![PathBuf::from(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(root().join(&folder)).into_iter().flatten() {
            let entry = entry.unwrap();
            let path = folder.join(entry.file_name());
            if entry.file_type().unwrap().is_dir() {
                folders.push(path);
            } else {
                found.push(path.to_str().unwrap().replace('\\', "/"));
            }
        }
    }
    found.sort();
    found
}

fn ends_in(path: &str, ending: &str) -> bool {
    Path::new(path).extension().is_some_and(|known| known == ending)
}

fn text(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap()
}

fn code() -> Vec<Code> {
    let sources = files("src").into_iter().filter(|path| ends_in(path, "rs"));
    let code: Vec<Code> = sources
        .map(|path| {
            let text = text(&path);
            let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
            Code { lines: lines.map(str::to_owned).collect(), path }
        })
        .collect();
    assert!(code.len() > 50, "the sources are found");
    code
}

/// The top module a file of the library belongs to; none for the program and the root.
fn module(path: &str) -> Option<&str> {
    let inner = path.strip_prefix("src/")?;
    let name = inner.split('/').next()?.trim_end_matches(".rs");
    (!inner.starts_with("bin/") && name != "lib").then_some(name)
}

/// The words that come right after `prefix` in a line.
fn words_after<'a>(line: &'a str, prefix: &'a str) -> impl Iterator<Item = &'a str> {
    line.split(prefix).skip(1).map(|rest| {
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        &rest[..end]
    })
}

fn layer(module: &str) -> usize {
    let known = LAYERS.iter().position(|layer| layer.contains(&module));
    known.unwrap_or_else(|| panic!("the module `{module}` has no layer; give it one in LAYERS"))
}

#[test]
fn a_module_uses_only_what_lies_in_layers_below() {
    let mut upwards = Vec::new();
    for code in code() {
        let Some(own) = module(&code.path) else { continue };
        for line in &code.lines {
            assert!(
                !line.contains("use crate::{"),
                "{}: one path to a `use`, so that it can be read here",
                code.path
            );
            for used in words_after(line, "crate::").filter(|used| *used != own) {
                if layer(used) >= layer(own) {
                    upwards.push(format!("{}: {}", code.path, line.trim()));
                }
            }
        }
    }
    assert!(upwards.is_empty(), "these use what is not below them:\n{}", upwards.join("\n"));
}

#[test]
fn the_code_map_at_the_head_of_the_library_has_the_same_layers() {
    let map: Vec<(usize, String)> = text("src/lib.rs")
        .lines()
        .filter_map(|line| {
            let (layer, rest) = line.strip_prefix("//! | ")?.split_once(" | [`")?;
            Some((layer.parse().ok()?, rest.split_once('`')?.0.to_owned()))
        })
        .collect();
    for (shown, module) in &map {
        assert_eq!(*shown, layer(module), "{module}");
    }
    let declared = text("src/lib.rs");
    let declared: BTreeSet<&str> =
        declared.lines().flat_map(|line| words_after(line, "pub mod ")).collect();
    let listed: BTreeSet<&str> = LAYERS.concat().into_iter().collect();
    let shown: BTreeSet<&str> = map.iter().map(|(_, module)| module.as_str()).collect();
    assert_eq!(declared, listed);
    assert_eq!(shown, listed);
}

#[test]
fn every_crate_from_outside_has_a_home_and_stays_there() {
    let dependencies = dependencies();
    let homes: BTreeSet<String> = HOMES.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(homes, dependencies, "each crate of [dependencies] has a home, and no other has");
    let code = code();
    for (name, homes) in HOMES {
        let names = [format!("{name}::"), format!("use {name}")];
        let uses = |code: &Code| {
            code.lines.iter().any(|line| names.iter().any(|name| has_word(line, name)))
        };
        let users: Vec<&str> =
            code.iter().filter(|code| uses(code)).map(|code| code.path.as_str()).collect();
        let strays: Vec<&&str> =
            users.iter().filter(|user| !homes.iter().any(|home| is_at(user, home))).collect();
        assert!(strays.is_empty(), "`{name}` is named outside its home: {strays:?}");
        for home in *homes {
            assert!(
                users.iter().any(|user| is_at(user, home)),
                "`{name}` is not at home in {home} any more"
            );
        }
    }
}

#[test]
fn every_crate_is_explained() {
    let page = text("docs/dependencies.md");
    for name in dependencies() {
        let row = format!("| `{}` |", name.replace('_', "-"));
        assert!(page.contains(&row) || page.contains(&row.replace('-', "_")), "{name}");
    }
}

/// The crates of `[dependencies]`, as code names them.
fn dependencies() -> BTreeSet<String> {
    let manifest = text("Cargo.toml");
    let (_, rest) = manifest.split_once("\n[dependencies]\n").unwrap();
    let (section, _) = rest.split_once("\n[").unwrap();
    let names = section
        .lines()
        .filter_map(|line| line.split_once(" = "))
        .map(|(name, _)| name.replace('-', "_"));
    names.filter(|name| !name.starts_with('#')).collect()
}

fn is_at(path: &str, home: &str) -> bool {
    path == home || (home.ends_with('/') && path.starts_with(home))
}

/// Whether a word stands in a line with nothing in front that would make it part of another.
fn has_word(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = line[at + word.len()..].chars().next();
        let is_part = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
        !before.is_some_and(is_part)
            && (word.ends_with(':') || !after.is_some_and(|c| c.is_alphanumeric() || c == '_'))
    })
}

#[test]
fn files_clock_environment_and_terminal_are_touched_in_their_homes_only() {
    let mut strays = Vec::new();
    for code in code() {
        // Tests at the foot of a file may make what they look at.
        let lines = code.lines.iter().take_while(|line| *line != "#[cfg(test)]");
        for line in lines {
            for (words, homes) in RESERVED {
                let word = words.iter().find(|word| line.contains(**word));
                if let Some(word) = word.filter(|_| !homes.contains(&code.path.as_str())) {
                    strays.push(format!("{}: `{word}` in {}", code.path, line.trim()));
                }
            }
        }
    }
    assert!(strays.is_empty(), "{}", strays.join("\n"));
}

#[test]
fn no_page_names_a_path_of_somebody_s_machine() {
    let mut pages: Vec<String> =
        files("docs").into_iter().filter(|path| ends_in(path, "md")).collect();
    pages.push("README.md".to_owned());
    assert!(pages.len() > 1);
    for page in pages {
        for line in text(&page).lines() {
            let mut words = line.split(|c: char| c.is_whitespace() || "`\"'()[]<>,;|=".contains(c));
            let is_ones_own = |word: &&str| {
                let folders = ["/home/", "/root/", "/Users/", "/tmp/", "/mnt/", "/media/", "/opt/"];
                folders.iter().any(|folder| word.starts_with(folder))
                    || word.get(1..3) == Some(":\\")
            };
            assert_eq!(words.find(is_ones_own), None, "{page}: {line}");
        }
    }
}

/// That no page has a path of somebody's machine is held above, for this page as for all.
#[test]
fn the_page_on_accuracy_names_the_command_that_makes_it() {
    let page = text("docs/accuracy.md");
    let command = "cargo run --release --example accuracy -- FOLDER > docs/accuracy.md";
    for place in [&page, &text("README.md"), &text("examples/accuracy/main.rs")] {
        assert!(place.contains(command));
    }
    for part in ["What was measured on what", "Aims", "Known blind spots", "What text cannot hear"]
    {
        assert!(page.contains(&format!("\n## {part}\n")), "the page is whole: {part}");
    }
}

#[test]
fn the_binary_carries_every_file_of_the_pack() {
    let carried = builtin::sources();
    let mut paths: Vec<String> = PACK_FOLDERS
        .iter()
        .flat_map(|folder| files(folder))
        .filter(|path| ends_in(path, "toml"))
        .collect();
    paths.push("pack.toml".to_owned());
    paths.sort();
    let mut known: Vec<&str> = carried.iter().map(|source| source.path.as_str()).collect();
    known.sort_unstable();
    assert_eq!(known, paths, "if one is missing, `touch build.rs` and build again");
    for source in &carried {
        assert_eq!(source.text, text(&source.path), "{}", source.path);
    }
}
