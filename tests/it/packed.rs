//! Packs as `.zip` files: as good as folders, and refused when they are not what they seem. Versions of packs,
//! and files that lie outside a pack or where none is read.

use std::fs;
use std::path::{Path, PathBuf};

use coffeechat::disk::{
    LARGEST_PACK_FILE, MOST_PACK_FILES, Source, Unreadable, archive, pack_sources,
};
use coffeechat::finding::{Finding, Severity};
use coffeechat::pack::{builtin, load};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use tempfile::TempDir;

use crate::program::{Ran, command, finish, home, run};
use crate::small_pack::{self, BAKER, FILES, MANIFEST, on_disk};
use crate::zips::{CHECKSUM, FLAGS, METHOD, MODE, PLACE, SIZE, renamed, stored, with, zip, zip64};

/// The small pack, with some files more.
fn small_and<'a>(more: &[(&'a str, &'a [u8])]) -> Vec<(&'a str, &'a [u8])> {
    let small = FILES.iter().map(|(path, text)| (*path, text.as_bytes()));
    small.chain(more.iter().copied()).collect()
}

fn small() -> Vec<u8> {
    zip(&small_and(&[]))
}

/// The files of the small pack as they are read.
fn small_sources() -> Vec<Source> {
    small_pack::sources("", "")
}

/// A file with these bytes, in a folder of its own.
fn file(name: &str, bytes: &[u8]) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    fs::write(&path, bytes).unwrap();
    (folder, path)
}

/// Runs the program with the path of a zip for `PACK`.
fn on_zip(bytes: &[u8], args: &[&str], typed: &str) -> Ran {
    let (_folder, path) = file("baker.zip", bytes);
    run(&with_path(&path, args), typed)
}

fn with_path<'a>(path: &'a Path, args: &[&'a str]) -> Vec<&'a str> {
    args.iter().map(|arg| if *arg == "PACK" { path.to_str().unwrap() } else { *arg }).collect()
}

// As good as a folder.

#[test]
fn the_built_in_pack_in_a_zip_is_the_built_in_pack() {
    let built_in = builtin::sources();
    let files = |inside: &str| -> Vec<(String, &[u8])> {
        let path = |source: &Source| format!("{inside}{}", source.path);
        // In the order in which a zip is not made, so that order is not by chance.
        built_in.iter().rev().map(|source| (path(source), source.text.as_bytes())).collect()
    };
    let (pack, _) = load::pack(built_in.clone(), &[]);
    for inside in ["", "coffeechat/", "My pack (1)/"] {
        let files = files(inside);
        let files: Vec<(&str, &[u8])> =
            files.iter().map(|(path, bytes)| (path.as_str(), *bytes)).collect();
        let sources = archive::sources(&zip(&files)).unwrap();
        assert_eq!(sources, built_in, "{inside}");
        let (zipped, found) = load::pack(sources, &[]);
        assert_eq!(found, []);
        assert_eq!(zipped.fingerprint(), pack.fingerprint());
    }
}

#[test]
fn what_is_beside_the_pack_is_passed_over() {
    let picture: &[u8] = &[0x89, b'P', b'N', b'G', 0, 255];
    let inner = small();
    let beside: &[(&str, &[u8])] = &[
        ("scenarios/", b""),
        ("README.md", b"# Bakers"),
        ("pictures/oven.png", picture),
        ("scenarios/notes.txt", b"ask about the oven"),
        (".DS_Store", picture),
        ("scenarios/.DS_Store", picture),
        ("scenarios/.baker.toml", picture),
        ("__MACOSX/._pack.toml", picture),
        ("__MACOSX/scenarios/._baker.toml", picture),
        (".git/config.toml", picture),
        ("old.zip", &inner),
        ("scenarios/old.zip", &inner),
    ];
    assert_eq!(archive::sources(&zip(&small_and(beside))).unwrap(), small_sources());
    assert_eq!(archive::sources(&stored(&small_and(beside))).unwrap(), small_sources());
    assert_eq!(archive::sources(&zip64(&small_and(beside))).unwrap(), small_sources());
    // However it was packed: it is not unpacked.
    let odd = with(zip(&small_and(beside)), "README.md", METHOD, 12);
    assert_eq!(archive::sources(&odd).unwrap(), small_sources());
    // In a folder, and the same beside it.
    let inside: Vec<(String, &[u8])> =
        small_and(&[]).into_iter().map(|(path, bytes)| (format!("bakers/{path}"), bytes)).collect();
    let mut inside: Vec<(&str, &[u8])> =
        inside.iter().map(|(path, bytes)| (path.as_str(), *bytes)).collect();
    inside.extend([("bakers/", &b""[..]), ("notes.toml", b"a = 1"), ("other/a.txt", b"a")]);
    inside.extend([("__MACOSX/bakers/._pack.toml", picture), (".DS_Store", picture)]);
    assert_eq!(archive::sources(&zip(&inside)).unwrap(), small_sources());
}

#[test]
fn a_zip_gives_what_the_folder_gives_with_all_its_mistakes() {
    let folder = on_disk(&[]);
    let more: &[(&str, &[u8])] = &[
        ("scenarios/aa.toml", b"schema = 2"),
        ("scenarios/a b.toml", b"\xef\xbb\xbf"),
        ("scenarios/zz.toml", b"title = \"caf\xe9\""),
        ("question_banks/empty.toml", b""),
        ("cases/x.TOML", b"x"),
        ("cases/old/x.toml", b"x"),
        ("cases/old/older/x.toml.txt", b"x"),
        ("lena.toml", b"x"),
        ("Scenario/lena.toml", b"x"),
        ("docs/lena.toml", b"x"),
        ("docs/deep/lena.toml", b"x"),
    ];
    for (path, bytes) in more {
        small_pack::write(folder.path(), path, bytes);
    }
    fs::create_dir(folder.path().join("scenarios/folder.toml")).unwrap();
    let mut zipped = small_and(more);
    zipped.push(("scenarios/folder.toml/", b""));
    let sources = pack_sources(folder.path()).unwrap();
    assert_eq!(archive::sources(&zip(&zipped)).unwrap(), sources);
    let astray = |source: &&Source| source.unreadable == Some(Unreadable::Stray);
    let astray: Vec<&str> =
        sources.iter().filter(astray).map(|source| source.path.as_str()).collect();
    assert_eq!(
        astray,
        [
            "Scenario/lena.toml",
            "cases/old/older/x.toml.txt",
            "cases/old/x.toml",
            "cases/x.TOML",
            "docs/lena.toml",
            "lena.toml",
        ]
    );
    // The pack is the same, with them or without.
    let (pack, _) = load::pack(sources.clone(), &[]);
    let read: Vec<Source> =
        sources.iter().filter(|source| !astray.contains(&&*source.path)).cloned().collect();
    assert_eq!(pack.sources, read);
    assert_eq!(pack.fingerprint(), load::pack(read, &[]).0.fingerprint());
}

// Refused.

/// A zip that is refused, and words of the reason.
struct Refused(&'static str, Vec<u8>, &'static str);

const EXTRA: &str = "scenarios/12345.toml";

/// The small pack with a file more, of this name, which is as long as that of [`EXTRA`].
fn named(name: &[u8]) -> Vec<u8> {
    renamed(zip(&small_and(&[(EXTRA, b"")])), EXTRA, name)
}

/// The small pack with a file more, in which a field was tampered with.
fn tampered(field: crate::zips::Field, value: u32) -> Vec<u8> {
    with(zip(&small_and(&[(EXTRA, "x = 1 # and on\n".repeat(20).as_bytes())])), EXTRA, field, value)
}

#[test]
fn paths_that_a_pack_does_not_have_are_refused() {
    for refused in [
        Refused("absolute", named(b"/etc/12345/pass.toml"), "a path from the top of a disk"),
        Refused("a drive", named(b"C:/abcd/ef/pass.toml"), "a path from the top of a disk"),
        Refused("a drive alone", named(b"c:scenarios/pas.toml"), "a path from the top of a disk"),
        Refused("upwards", named(b"../../1234/pass.toml"), "leaves the folder"),
        Refused("up and down", named(b"scenarios/../ab.toml"), "leaves the folder"),
        Refused("at the end", named(b"scenarios/1234567/.."), "leaves the folder"),
        Refused("beside", named(b"__MACOSX/../../a.tom"), "leaves the folder"),
        Refused("a backslash", named(b"scenarios\\12345.toml"), "with a backslash"),
        Refused("nothing between", named(b"scenarios//2345.toml"), "not written as the path"),
        Refused("a dot between", named(b"scenarios/./345.toml"), "not written as the path"),
        Refused("not UTF-8", named(b"scenarios/caf\xe9\xe9.toml"), "is not UTF-8"),
        Refused("an escape code", named(b"scenarios/\x1b[31m.toml"), "a control character"),
        Refused("a null byte", named(b"scenarios/a.tom\0toml"), "a control character"),
        Refused(
            "the same name",
            renamed(
                zip(&small_and(&[("scenarios/bakes.toml", b"")])),
                "scenarios/bakes.toml",
                b"scenarios/baker.toml",
            ),
            "have the same name",
        ),
        Refused(
            "but for capitals",
            zip(&small_and(&[("scenarios/Baker.toml", b"")])),
            "if capitals do not count",
        ),
        Refused(
            "as a folder",
            zip(&small_and(&[("scenarios/baker.toml/", b"")])),
            "if capitals do not count",
        ),
    ] {
        check(&refused);
    }
    let long = format!("pictures/{}.png", "x".repeat(archive::LONGEST_PATH));
    check(&Refused("long", zip(&small_and(&[(&long, b"")])), "too long a path"));
}

#[test]
fn what_is_no_plain_file_is_refused() {
    for refused in [
        Refused("a link", tampered(MODE, 0o120_777), "is a link"),
        Refused("a device", tampered(MODE, 0o020_666), "neither a file nor a folder"),
        Refused("a pipe", tampered(MODE, 0o010_666), "neither a file nor a folder"),
        Refused("a socket", tampered(MODE, 0o140_666), "neither a file nor a folder"),
        Refused("encrypted", tampered(FLAGS, 1), "without a password"),
        Refused("encrypted strongly", tampered(FLAGS, 0x41), "without a password"),
        Refused("packed by bzip2", tampered(METHOD, 12), "packed in a way that is not read"),
        Refused("packed by zstd", tampered(METHOD, 93), "packed in a way that is not read"),
    ] {
        check(&refused);
    }
}

#[test]
fn bombs_are_refused_before_they_go_off() {
    let blanks = " ".repeat(1024 * 1024);
    let large = "x".repeat(usize::try_from(LARGEST_PACK_FILE).unwrap());
    let paths: Vec<String> = (0..9).map(|at| format!("scenarios/{at}.toml")).collect();
    let all: Vec<(&str, &[u8])> =
        paths.iter().map(|path| (path.as_str(), large.as_bytes())).collect();
    let many = |folder: &str, most: usize| -> Vec<u8> {
        let paths: Vec<String> = (0..=most).map(|at| format!("{folder}/{at}.toml")).collect();
        let files: Vec<(&str, &[u8])> =
            paths.iter().map(|path| (path.as_str(), &b""[..])).collect();
        stored(&small_and(&files))
    };
    for refused in [
        Refused("blanks", zip(&small_and(&[(EXTRA, blanks.as_bytes())])), "more than 200 times"),
        Refused("says it is large", tampered(SIZE, 5 << 20), "4 MiB is the most"),
        Refused("says it is huge", tampered(SIZE, u32::MAX - 1), "4 MiB is the most"),
        Refused("says it is small", tampered(SIZE, 10), "more bytes than the zip says"),
        Refused("says it is empty", tampered(SIZE, 0), "more bytes than the zip says"),
        Refused("large together", stored(&small_and(&all)), "at most 32 MiB"),
        Refused("many to read", many("scenarios", MOST_PACK_FILES), "at most 2000 files"),
        Refused("many", many("pictures", archive::MOST_ENTRIES), "at most 10000 files"),
        Refused(
            "a large zip",
            [small(), vec![0; usize::try_from(archive::LARGEST_ARCHIVE).unwrap()]].concat(),
            "at most 64 MiB",
        ),
        Refused("one for two", tampered(PLACE, 0), "share the same bytes"),
    ] {
        check(&refused);
    }
    // As much as may be there is read; what is not read may be of any size.
    let fits = all.iter().take(7).copied();
    let fits: Vec<(&str, &[u8])> = small_and(&[]).into_iter().chain(fits).collect();
    assert_eq!(archive::sources(&stored(&fits)).unwrap().len(), FILES.len() + 7);
    let beside = zip(&small_and(&[("pictures/blank.bmp", blanks.as_bytes())]));
    assert_eq!(archive::sources(&beside).unwrap(), small_sources());
}

#[test]
fn what_is_no_whole_zip_with_a_pack_is_refused() {
    let whole = small();
    let pack: &[u8] = MANIFEST.as_bytes();
    for refused in [
        Refused("nothing", Vec::new(), "damaged or not whole"),
        Refused("a header", b"PK\x03\x04".to_vec(), "damaged or not whole"),
        Refused("an end", b"PK\x05\x06".to_vec(), "damaged or not whole"),
        Refused("a half", whole[..whole.len() / 2].to_vec(), "damaged or not whole"),
        Refused("without its last byte", whole[..whole.len() - 1].to_vec(), "damaged or not whole"),
        Refused("empty", zip(&[]), "the zip is empty"),
        Refused("only what is added", zip(&[("__MACOSX/._a", b"a")]), "no `pack.toml`"),
        Refused("no pack", zip(&[("a.txt", b"a"), ("scenarios/a.toml", b"a")]), "no `pack.toml`"),
        Refused("too deep", zip(&[("a/b/pack.toml", pack)]), "no `pack.toml`"),
        Refused("a folder of that name", zip(&[("pack.toml/", b"")]), "no `pack.toml`"),
        Refused(
            "two",
            zip(&[("a/pack.toml", pack), ("b/pack.toml", pack)]),
            "several packs (`a`, `b`)",
        ),
    ] {
        check(&refused);
    }
}

fn check(Refused(what, bytes, reason): &Refused) {
    match archive::sources(bytes) {
        Ok(_) => panic!("{what}: it was read"),
        Err(error) => assert!(error.to_string().contains(reason), "{what}: {error}"),
    }
}

#[test]
fn a_damaged_file_in_a_sound_zip_is_a_finding() {
    let text = "x = 1 # and on\n".repeat(20);
    let kept = stored(&small_and(&[(EXTRA, text.as_bytes())]));
    let mut other = kept.clone();
    let at = (0..other.len()).find(|at| other[*at..].starts_with(b"x = 1 #")).unwrap();
    other[at] = b'y';
    for (what, bytes) in [
        ("its checksum", tampered(CHECKSUM, 1)),
        ("a letter", other),
        ("shorter than it says", tampered(SIZE, 301)),
        ("no Deflate", with(kept, EXTRA, METHOD, 8)),
    ] {
        let sources = archive::sources(&bytes).unwrap();
        let (damaged, rest): (Vec<Source>, Vec<Source>) =
            sources.into_iter().partition(|source| source.path == EXTRA);
        assert_eq!(rest, small_sources(), "{what}");
        let why = Unreadable::Because("it is damaged in the zip".to_owned());
        assert_eq!(damaged[0].unreadable, Some(why), "{what}");
        assert_eq!(damaged[0].text, "", "{what}");
        let (_, found) = load::pack(damaged, &[]);
        assert!(found.iter().any(|finding| finding.rule.name == "unreadable"), "{what}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 512,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(20_261_201),
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_bytes_are_read_or_refused(
        head in proptest::sample::select(vec![&b""[..], b"PK\x03\x04", b"PK\x05\x06", b"PK\x01\x02"]),
        bytes in proptest::collection::vec(any::<u8>(), 0..400),
        end in proptest::sample::select(vec![&b""[..], b"PK\x05\x06\0\0\0\0\x01\0\x01\0"]),
        more in proptest::collection::vec(any::<u8>(), 0..30),
    ) {
        let _ = archive::sources(&[head, &bytes, end, &more].concat());
    }

    #[test]
    fn a_good_zip_with_any_bytes_changed_is_read_or_refused(
        made in 0..3_usize,
        changes in proptest::collection::vec((any::<proptest::sample::Index>(), any::<u8>()), 1..6),
        in_the_list in any::<bool>(),
        cut in proptest::option::of(any::<proptest::sample::Index>()),
    ) {
        let mut bytes = [zip, stored, zip64][made](&small_and(&[("README.md", b"Bakers")]));
        let list = bytes.windows(4).position(|mark| mark == b"PK\x01\x02").unwrap();
        let from = if in_the_list { list } else { 0 };
        for (at, byte) in changes {
            let places = bytes.len() - from;
            bytes[from + at.index(places)] = byte;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        if let Ok(sources) = archive::sources(&bytes) {
            prop_assert!(sources.iter().any(|source| source.path == "pack.toml"));
            let (pack, _) = load::pack(sources, &[]);
            prop_assert!(pack.sources.iter().all(|source| !source.path.contains("..")));
        }
    }
}

// In the program.

#[test]
fn the_program_takes_a_zip_wherever_it_takes_a_folder() {
    let folder = on_disk(&[]);
    let zip = small();
    for (args, typed, expected) in [
        (&["pack", "check", "PACK"] as &[&str], "", "No findings in 4 files"),
        (&["pack", "test", "PACK"], "", "1 passed, 0 failed"),
        (&["people", "--pack", "PACK"], "", "Ada Crumb"),
        (&["questions", "kinds-of-flour", "--pack", "PACK"], "", "How do you choose your flour?"),
        (
            &["pack", "explain", "How old is your oven?", "--scenario", "baker", "--pack", "PACK"],
            "",
            "old-oven",
        ),
        (
            &["practice", "--pack", "PACK", "--seed", "1"],
            "Tell me about the oven.\n",
            "eleven cracks",
        ),
    ] {
        let zipped = on_zip(&zip, args, typed);
        assert_eq!(zipped.status, Some(0), "{args:?} {}", zipped.stderr);
        assert!(zipped.stdout.contains(expected), "{args:?} {}", zipped.stdout);
        let whole = run(&with_path(folder.path(), args), typed);
        let plain = |ran: &Ran| -> Vec<String> {
            let lines = ran.stdout.lines().filter(|line| !line.contains("--pack"));
            lines.map(str::to_owned).collect()
        };
        if args[0] != "practice" {
            assert_eq!(plain(&zipped), plain(&whole), "{args:?}");
        }
    }
}

#[test]
fn a_talk_with_a_zip_is_taken_up_again_and_looked_back_at() {
    let (_folder, path) = file("baker.zip", &small());
    let pack = path.to_str().unwrap();
    let home = home();
    let log = home.path().join("talk.jsonl");
    let log = log.to_str().unwrap();
    let args = ["practice", "--pack", pack, "--seed", "1", "--log", log];
    let whole = finish(command(home.path(), &args), "Hello.\nTell me about the oven.\n");
    assert_eq!(whole.status, Some(0), "{}", whole.stderr);
    let events = fs::read_to_string(log).unwrap();
    assert!(events.lines().next().unwrap().contains(&format!("\"pack\":\"{pack}\"")), "{events}");
    // As if it had been killed after the first reply.
    let is_first = |line: &&str| line.contains("\"replied\"");
    let first = events.lines().position(|line| is_first(&line)).unwrap();
    let begun: Vec<&str> = events.lines().take(first + 1).collect();
    fs::write(log, begun.join("\n") + "\n").unwrap();
    let resumed = finish(
        command(home.path(), &["practice", "--log", log, "--resume"]),
        "Tell me about the oven.\n",
    );
    assert_eq!(resumed.status, Some(0), "{}", resumed.stderr);
    assert!(resumed.stdout.contains("eleven cracks"), "{}", resumed.stdout);
    assert!(!resumed.stderr.contains("edited"), "{}", resumed.stderr);
    let debrief = finish(command(home.path(), &["debrief", log]), "");
    assert_eq!(debrief.status, Some(0), "{}", debrief.stderr);
    assert!(debrief.stdout.contains("oven"), "{}", debrief.stdout);
}

#[test]
fn findings_in_a_zip_have_paths_inside_the_pack() {
    let text = BAKER.replace("difficulty = 2", "difficulty = 9");
    let mut files = small_and(&[]);
    files[1].1 = text.as_bytes();
    let inside: Vec<(String, &[u8])> =
        files.iter().map(|(path, bytes)| (format!("bakers/{path}"), *bytes)).collect();
    let inside: Vec<(&str, &[u8])> =
        inside.iter().map(|(path, bytes)| (path.as_str(), *bytes)).collect();
    for zip in [zip(&files), zip(&inside)] {
        let checked = on_zip(&zip, &["pack", "check", "PACK"], "");
        assert_eq!(checked.status, Some(1), "{}", checked.stderr);
        assert!(checked.stdout.contains("--> scenarios/baker.toml:5:"), "{}", checked.stdout);
        let played = on_zip(&zip, &["practice", "--pack", "PACK", "--seed", "1"], "hi\n");
        assert_eq!((played.status, played.stdout.as_str()), (Some(1), ""));
        assert!(played.stderr.contains("baker.zip` checks again"), "{}", played.stderr);
    }
}

#[test]
fn what_is_no_zip_and_what_is_refused_could_not_be_opened() {
    let refused = "could not open the pack";
    for (name, bytes, reason) in [
        ("pack.toml", MANIFEST.as_bytes().to_vec(), "neither a folder nor a .zip file"),
        ("baker.zip", b"Rar!\x1a\x07".to_vec(), "neither a folder nor a .zip file"),
        ("baker.zip", Vec::new(), "neither a folder nor a .zip file"),
        ("baker.zip", small()[..200].to_vec(), "damaged or not whole"),
        ("baker.zip", named(b"../../1234/pass.toml"), "leaves the folder"),
        ("baker.zip", named(b"scenarios/\x1b[31m.toml"), "a control character"),
    ] {
        let (_folder, path) = file(name, &bytes);
        for args in [
            &["practice", "--pack", "PACK"] as &[&str],
            &["people", "--pack", "PACK"],
            &["pack", "check", "PACK"],
        ] {
            let ran = run(&with_path(&path, args), "hi\n");
            assert_eq!((ran.status, ran.stdout.as_str()), (Some(2), ""), "{reason} {args:?}");
            for words in [refused, path.to_str().unwrap(), reason] {
                assert!(ran.stderr.contains(words), "{words}: {}", ran.stderr);
            }
            assert!(!ran.stderr.contains('\u{1b}'), "{}", ran.stderr);
        }
    }
    // It is a zip by what it says, not by what it is called.
    let (_folder, path) = file("bakers.pack", &small());
    assert_eq!(run(&with_path(&path, &["pack", "check", "PACK"]), "").status, Some(0));
}

#[test]
fn a_zip_is_never_written_into() {
    let zip = small();
    for args in [
        &["pack", "new", "pack", "PACK"] as &[&str],
        &["pack", "new", "scenario", "lena-roth", "--pack", "PACK"],
        &["pack", "new", "topic", "baker", "night-shifts", "--pack", "PACK"],
        &["pack", "new", "case", "baker", "--pack", "PACK"],
        &["pack", "new", "--person", "PACK"],
        &["pack", "author", "PACK"],
        &["pack", "test", "PACK", "--bless"],
        &["pack", "schema", "PACK"],
    ] {
        let (folder, path) = file("baker.zip", &zip);
        let ran = run(&with_path(&path, args), "Ada\n");
        assert_eq!((ran.status, ran.stdout.as_str()), (Some(2), ""), "{args:?}");
        assert!(ran.stderr.contains("unpack it first"), "{args:?} {}", ran.stderr);
        assert_eq!(fs::read(&path).unwrap(), zip, "{args:?}");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "{args:?}");
    }
}

#[test]
fn the_help_says_that_a_zip_will_do() {
    for args in
        [&["practice", "--help"] as &[&str], &["people", "--help"], &["pack", "check", "--help"]]
    {
        let ran = run(args, "");
        assert!(ran.stdout.contains("folder or .zip file"), "{args:?} {}", ran.stdout);
    }
    assert!(run(&["people", "--help"], "").stdout.contains("--pack <PACK>"));
}

// Versions.

fn found(sources: Vec<Source>) -> Vec<Finding> {
    load::pack(sources, &builtin::sources()).1
}

#[test]
fn a_pack_for_another_version_says_so_before_all_else() {
    let needs = "[requires]\ncoffeechat = \">=9.3\"\n";
    let plain = format!("{MANIFEST}\n{needs}");
    let unknown = format!("{}\n{needs}", MANIFEST.replace("title = ", "new_title = "));
    let schema = format!("{}\n{needs}", MANIFEST.replace("schema = 1", "schema = 2"));
    let torn = format!("{MANIFEST}\n{needs}new = {{\n");
    for (manifest, others) in [(&plain, 0), (&unknown, 1), (&schema, 1), (&torn, 1)] {
        let mut sources = small_pack::sources("pack.toml", manifest);
        let found_here = found(sources.clone());
        assert_eq!(found_here[0].rule.name, "requires-other", "{manifest}");
        assert_eq!(found_here[0].file, "pack.toml");
        assert!(found_here.len() > others, "{manifest}");
        // Files that come before `pack.toml` by name come after it here.
        sources[3].text = sources[3].text.replace("say = ", "newly_say = ");
        let found_here = found(sources);
        assert_eq!(found_here[0].rule.name, "requires-other", "{manifest}");
        assert_eq!(found_here[1].file, "cases/baker.toml");
    }
    let pack = on_disk(&[("pack.toml", &schema)]);
    let path = pack.path().to_str().unwrap();
    let played = run(&["practice", "--pack", path, "--seed", "1"], "hi\n");
    assert_eq!(played.status, Some(1));
    let own = env!("CARGO_PKG_VERSION");
    let message = format!("the pack needs coffeechat >=9.3, and this is {own}");
    let first = played.stderr.find(&message).unwrap();
    assert!(first < played.stderr.find("schema 2 is not known").unwrap(), "{}", played.stderr);
    assert!(played.stderr.contains("get a newer coffeechat"), "{}", played.stderr);
}

#[test]
fn versions_that_are_met_or_not_said_are_no_finding() {
    let own = env!("CARGO_PKG_VERSION");
    for lines in [
        String::new(),
        "version = \"1.2.3\"\n".to_owned(),
        format!("requires = {{ coffeechat = \"={own}\" }}\n"),
        "requires = { coffeechat = \">=0.1, <99\" }\n".to_owned(),
        "requires = {}\n".to_owned(),
    ] {
        let manifest = MANIFEST.replace("schema = 1\n", &format!("schema = 1\n{lines}"));
        assert_eq!(found(small_pack::sources("pack.toml", &manifest)), [], "{lines}");
    }
}

#[test]
fn a_version_that_is_none_is_one_finding() {
    for line in ["version = \"1.0\"", "requires = { coffeechat = \"any\" }"] {
        let manifest = MANIFEST.replace("schema = 1\n", &format!("schema = 1\n{line}\n"));
        let found = found(small_pack::sources("pack.toml", &manifest));
        let rules: Vec<&str> = found.iter().map(|finding| finding.rule.name).collect();
        assert_eq!(rules, ["bad-version"], "{line}");
        assert!(found[0].help.as_ref().unwrap().contains(" = \""), "it shows how to write it");
    }
}

// Links and strays.

#[cfg(unix)]
#[test]
fn a_link_out_of_the_pack_has_its_own_rule() {
    let outside = on_disk(&[]);
    let pack = on_disk(&[]);
    let link = |from: &str, to: &str| {
        let place = pack.path().join(to);
        std::os::unix::fs::symlink(outside.path().join(from), place).unwrap();
    };
    link("scenarios/baker.toml", "scenarios/ada.toml");
    link("no-such.toml", "scenarios/gone.toml");
    let found = found(pack_sources(pack.path()).unwrap());
    let rules: Vec<(&str, &str)> =
        found.iter().map(|finding| (finding.file.as_str(), finding.rule.name)).collect();
    assert_eq!(
        rules,
        [("scenarios/ada.toml", "outside-pack"), ("scenarios/gone.toml", "unreadable")]
    );
    // One that stays inside is followed.
    let pack = on_disk(&[]);
    fs::rename(pack.path().join("cases/baker.toml"), pack.path().join("cases/kept")).unwrap();
    std::os::unix::fs::symlink("kept", pack.path().join("cases/baker.toml")).unwrap();
    assert_eq!(pack_sources(pack.path()).unwrap(), small_sources());
}

#[test]
fn a_file_where_none_is_read_is_a_warning_and_no_part_of_the_pack() {
    let plain = on_disk(&[]);
    let strays = [
        ("lena.toml", "it lies beside `pack.toml`"),
        ("scenario/lena.toml", "it lies in `scenario/`"),
        ("question-banks/flour.toml", "it lies in `question-banks/`"),
        ("case/baker.toml", "it lies in `case/`"),
        ("scenarios/old/lena.toml", "it lies in a folder below `scenarios/`"),
        ("cases/baker.toml.txt", "its name does not end in `.toml`"),
    ];
    let none = ["tombi.toml", "taplo.toml", ".taplo.toml", "docs/a.toml", "scenarios/.old/a.toml"];
    let mut files: Vec<(&str, &str)> = strays.iter().map(|(path, _)| (*path, "x")).collect();
    files.extend(none.map(|path| (path, "x")));
    let pack = on_disk(&files);
    let (read, found) = load::pack(pack_sources(pack.path()).unwrap(), &builtin::sources());
    let mut expected: Vec<(&str, String)> = strays
        .iter()
        .map(|(path, why)| (*path, format!("this file is never read: {why}")))
        .collect();
    expected.sort_unstable();
    let told: Vec<(&str, String)> =
        found.iter().map(|finding| (finding.file.as_str(), finding.message.clone())).collect();
    assert_eq!(told, expected);
    assert!(found.iter().all(|finding| finding.rule.name == "stray-file"));
    assert!(found.iter().all(|finding| finding.severity == Severity::Warning));
    let without = load::pack(pack_sources(plain.path()).unwrap(), &builtin::sources()).0;
    assert_eq!(read.sources, without.sources);
    assert_eq!(read.fingerprint(), without.fingerprint());
    let checked = run(&["pack", "check", pack.path().to_str().unwrap()], "");
    assert_eq!(checked.status, Some(0), "{}", checked.stdout);
    assert!(checked.stdout.contains("did you mean the folder `scenarios/`?"), "{}", checked.stdout);
    assert!(checked.stdout.contains("0 errors, 6 warnings"), "{}", checked.stdout);
}

#[test]
fn a_stray_beside_the_question_banks_hides_no_other_mistake() {
    let pack = on_disk(&[
        ("question_banks/old/flour.toml", "x"),
        ("scenarios/baker.toml", &BAKER.replace("\"kinds-of-flour\"", "\"kinds-of-flower\"")),
    ]);
    let found = found(pack_sources(pack.path()).unwrap());
    let rules: Vec<&str> = found.iter().map(|finding| finding.rule.name).collect();
    assert_eq!(rules, ["stray-file", "unknown-topic"]);
}

#[test]
fn the_repository_itself_has_no_strays() {
    let sources = pack_sources(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
    let (pack, found) = load::pack(sources, &[]);
    assert_eq!(found, []);
    assert_eq!(pack.sources, builtin::sources());
}
