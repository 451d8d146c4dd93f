//! `pack graph` and `pack print`: what they write, word for word for the small pack, and what must hold of it
//! for any.
//!
//! A change of a stored file is a change of what somebody reads. Read the difference; if it is wanted, accept
//! it with `UPDATE_GOLDEN=1 cargo test drawn`.

use std::collections::BTreeMap;
use std::path::Path;

use coffeechat::graph::{Graph, dot, mermaid, svg};
use coffeechat::pack::scenario::Scenario;
use coffeechat::pack::{Pack, builtin, load};
use coffeechat::script;

use crate::cast::PACK;
use crate::golden::first_difference;
use crate::program::{self, Ran};
use crate::small_pack;

/// A way of writing a scenario: the ending of its stored file, what makes it, and what the program is asked.
struct Form {
    ending: &'static str,
    write: fn(&Pack, &Scenario) -> String,
    args: &'static [&'static str],
}

const FORMS: [Form; 4] = [
    Form {
        ending: "mmd",
        write: |pack, scenario| mermaid::written(&Graph::of(pack, scenario, None)),
        args: &["pack", "graph"],
    },
    Form {
        ending: "dot",
        write: |pack, scenario| dot::written(&Graph::of(pack, scenario, None)),
        args: &["pack", "graph", "--format", "dot"],
    },
    Form {
        ending: "svg",
        write: |pack, scenario| svg::drawn(&Graph::of(pack, scenario, None)),
        args: &["pack", "graph", "--format", "svg"],
    },
    Form { ending: "md", write: script::markdown, args: &["pack", "print"] },
];

/// The small pack with other words for a gist.
fn small(gist: &str) -> Pack {
    let quoted = format!("gist = {}", toml_text(gist));
    let scenario =
        small_pack::BAKER.replacen("gist = \"I know the oven by its cracks\"", &quoted, 1);
    assert!(scenario.contains(&quoted));
    load::pack(small_pack::sources("scenarios/baker.toml", &scenario), &builtin::sources()).0
}

/// A text as TOML has it.
fn toml_text(text: &str) -> String {
    let escaped = text.chars().map(|character| format!("\\U{:08x}", u32::from(character)));
    format!("\"{}\"", escaped.collect::<String>())
}

fn run(args: &[&str], more: &[&str]) -> Ran {
    program::run(&[args, more].concat(), "")
}

#[test]
fn the_small_pack_is_written_as_stored() {
    let folder = small_pack::on_disk(&[]);
    for form in &FORMS {
        let ran = run(form.args, &[folder.path().to_str().unwrap()]);
        assert_eq!((ran.stderr.as_str(), ran.status), ("", Some(0)));
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/golden")
            .join(format!("baker.{}", form.ending));
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            std::fs::write(&path, &ran.stdout).unwrap();
        }
        let stored = std::fs::read_to_string(&path).unwrap_or_default();
        if let Some(difference) = first_difference(&stored, &ran.stdout) {
            panic!("differs from {}, {difference}", path.display());
        }
        let again = run(form.args, &[folder.path().to_str().unwrap()]);
        assert!(again.stdout == ran.stdout, "the same pack must give the same bytes");
    }
}

#[test]
fn every_answer_of_the_built_in_people_is_in_each() {
    for scenario in &PACK.scenarios {
        let base = PACK.written.iter().find(|(_, written)| written.base).unwrap();
        for form in &FORMS {
            let written = (form.write)(&PACK, scenario);
            assert!(written == (form.write)(&PACK, scenario), "the same bytes twice");
            for (_, answer) in scenario.answers() {
                let id = answer.id.as_str();
                let is_own = base.1.answer(id).is_none();
                let is_there =
                    written.split(|c: char| !c.is_alphanumeric() && c != '-').any(|it| it == id)
                        || written.contains(&format!("<br/>{id}<br/>"))
                        || written.contains(&format!("\"{id}\\n"));
                let is_left_out = form.ending == "md" && !is_own;
                assert_eq!(is_there, !is_left_out, "{id} in {}", form.ending);
            }
        }
    }
}

#[test]
fn a_hook_a_gate_a_gem_and_what_comes_up_are_told_in_words_in_each() {
    let pack = small("The oven");
    let scenario = pack.scenario("baker").unwrap();
    for form in &FORMS {
        let written = (form.write)(&pack, scenario);
        for words in
            ["sacks", "feel", "gem", "needs neutral rapport", "after path-night", "Tom Stone"]
        {
            let written = written.replace("#59;", ";");
            assert!(written.contains(words), "{words} in {}", form.ending);
        }
        let opens = if form.ending == "md" { "Opens: " } else { "opens" };
        assert!(written.contains(opens), "{}", form.ending);
    }
}

#[test]
fn traffic_stands_at_each_answer() {
    let pack = small("The oven");
    let scenario = pack.scenario("baker").unwrap();
    let traffic: BTreeMap<String, u32> =
        [("path-night".to_owned(), 62), ("path-bank".to_owned(), 400)].into();
    let graph = Graph::of(&pack, scenario, Some(&traffic));
    for written in [mermaid::written(&graph), dot::written(&graph), svg::drawn(&graph)] {
        for told in
            ["told in 62 of 100 talks", "told in 100 of 100 talks", "told in 0 of 100 talks"]
        {
            assert!(written.contains(told), "{told}: {written}");
        }
    }
}

/// Labels that would break a graph or a page if they were taken as they are, or parts of them.
const NASTY: [&str; 16] = [
    "he said \"yes\"] --> a0",
    "end",
    "a;b #quot; #35; %% comment",
    "style: fill:#fff; classDef x:#f00;",
    "`markdown` **bold** _x_",
    "1. first",
    "- item",
    "<script>alert(1)</script> & <b>",
    "]]> <!-- -- --> <?xml ?>",
    "back\\slash \\N \\\" \\",
    "{brace} (round) [square] |bar|",
    "&amp; &lt; &#39;",
    "Ünïcödé 水 🙂 👩\u{200d}🔬",
    "\u{202e}turned\u{2066} \u{1b}[31mred \u{7}bell",
    "one\ntwo\n\n# three\n> four",
    "not xml \u{fffe} \u{ffff}",
];

#[test]
fn nasty_labels_are_escaped() {
    let plain: Vec<String> = FORMS
        .iter()
        .map(|form| {
            let pack = small("The oven");
            (form.write)(&pack, pack.scenario("baker").unwrap())
        })
        .collect();
    for label in NASTY {
        let pack = small(label);
        let scenario = pack.scenario("baker").unwrap();
        for (form, plain) in FORMS.iter().zip(&plain) {
            let written = (form.write)(&pack, scenario);
            let steers = |c: char| coffeechat::text::clean::is_unsafe(c);
            assert!(!written.contains(steers), "{label:?} in {}: {written}", form.ending);
            match form.ending {
                "mmd" => {
                    written.lines().for_each(check_mermaid);
                    assert_eq!(unquoted(&written), unquoted(plain), "{label:?}");
                }
                "dot" => {
                    written.lines().for_each(check_dot);
                    assert_eq!(unquoted(&written), unquoted(plain), "{label:?}");
                }
                "svg" => check_xml(&written),
                _ => assert_eq!(written.lines().count(), plain.lines().count(), "{label:?}"),
            }
        }
    }
}

/// What stands outside of quotations; a backslash takes what comes after it into one.
fn unquoted(text: &str) -> String {
    let mut outside = String::new();
    let mut is_quoted = false;
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        match character {
            '"' => is_quoted = !is_quoted,
            '\\' => drop(characters.next()),
            _ if is_quoted => {}
            other => outside.push(other),
        }
    }
    outside
}

/// A line of a flowchart has no quotation or one, and in it nothing but words, breaks and numbered characters.
fn check_mermaid(line: &str) {
    let parts: Vec<&str> = line.split('"').collect();
    let label = match parts[..] {
        [_] => return,
        [_, label, _] => label,
        _ => panic!("the quotation ends early: {line}"),
    };
    for piece in label.split("<br/>") {
        let mut rest = piece;
        while let Some((before, after)) = rest.split_once('#') {
            check_words(before);
            let (number, after) = after.split_once(';').unwrap();
            assert!(number.parse::<u32>().is_ok(), "{line}");
            rest = after;
        }
        check_words(rest);
    }
}

fn check_words(words: &str) {
    let strange = words.chars().find(|c| !c.is_alphanumeric() && !" ,?’“”….-".contains(*c));
    assert_eq!(strange, None, "{words}");
}

/// The quotations of a line of DOT end, and an `&` in them begins an entity.
fn check_dot(line: &str) {
    let mut is_quoted = false;
    let mut characters = line.char_indices();
    while let Some((at, character)) = characters.next() {
        match character {
            '"' => is_quoted = !is_quoted,
            '\\' => {
                let next = characters.next().map(|(_, next)| next);
                assert!(matches!(next, Some('\\' | '"' | 'n')), "{line}");
            }
            '&' => assert!(line[at..].starts_with("&amp;"), "{line}"),
            _ => {}
        }
    }
    assert!(!is_quoted, "{line}");
}

#[test]
fn the_picture_is_well_formed_and_stands_alone() {
    for scenario in &PACK.scenarios {
        let drawn = svg::drawn(&Graph::of(&PACK, scenario, None));
        check_xml(&drawn);
        assert!(
            drawn.contains("<title id=\"title\">") && drawn.contains("<desc id=\"description\">")
        );
        for strange in ["<script", "<style", "<image", "href", "url(", "onload", "<foreignObject"] {
            assert!(!drawn.contains(strange), "{strange}");
        }
    }
}

/// Elements end in the order in which they began, attributes stand in quotes, and what is special in text is
/// an entity that XML knows.
fn check_xml(text: &str) {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let (before, tag) = rest.split_once('<').unwrap_or((rest, ""));
        check_text(before);
        assert!(!open.is_empty() || before.is_empty(), "text outside: {before}");
        assert!(!tag.is_empty(), "text after the end");
        let (tag, after) = tag.split_once('>').unwrap();
        rest = after;
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "{tag}");
            continue;
        }
        let is_empty = tag.ends_with('/');
        let tag = tag.trim_end_matches('/');
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        assert!(["svg", "title", "desc", "g", "rect", "path", "text"].contains(&name), "{tag}");
        let mut seen = Vec::new();
        let mut attributes = attributes.trim();
        while !attributes.is_empty() {
            let (key, value) = attributes.split_once("=\"").unwrap();
            assert!(
                key.chars().all(|c| c.is_alphanumeric() || c == '-') && !seen.contains(&key),
                "{tag}"
            );
            seen.push(key);
            let (value, more) = value.split_once('"').unwrap();
            check_text(value);
            attributes = more.trim_start();
        }
        if !is_empty {
            open.push(name);
        }
    }
    assert_eq!(open, [] as [&str; 0]);
}

fn check_text(text: &str) {
    let strange =
        |c: char| matches!(c, '<' | '>' | '"' | '\u{fffe}' | '\u{ffff}') || (c < ' ' && c != '\n');
    assert!(!text.contains(strange), "{text:?}");
    for entity in text.split('&').skip(1) {
        let known = ["amp;", "lt;", "gt;", "quot;", "#39;"];
        assert!(known.iter().any(|known| entity.starts_with(known)), "{text:?}");
    }
}

/// Viewers draw no flowchart that is longer or has more edges than this, unless they are told to.
#[test]
fn mermaid_viewers_take_the_built_in_people() {
    for scenario in &PACK.scenarios {
        let graph = Graph::of(&PACK, scenario, None);
        assert!(graph.edges.len() <= 500, "{}", graph.edges.len());
        assert!(mermaid::written(&graph).len() <= 50_000);
    }
}

#[test]
fn who_is_not_there_is_told_with_who_is_meant() {
    for args in [&["pack", "graph"], &["pack", "print"]] {
        let ran = run(args, &["--scenario", "rosa-delgdo"]);
        assert_eq!((ran.stdout.as_str(), ran.status), ("", Some(2)));
        assert!(ran.stderr.contains("did you mean `rosa-delgado`?"), "{}", ran.stderr);
    }
}

#[test]
fn without_a_name_the_graph_is_of_the_default_and_the_script_of_everybody() {
    let graph = run(&["pack", "graph"], &[]).stdout;
    let default = PACK.default_scenario().unwrap();
    assert!(graph == mermaid::written(&Graph::of(&PACK, default, None)));
    let script = run(&["pack", "print"], &[]).stdout;
    let scripts: Vec<String> =
        PACK.scenarios.iter().map(|scenario| script::markdown(&PACK, scenario)).collect();
    assert!(script == scripts.join("\n"));
}
