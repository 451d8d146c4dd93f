//! One mistake in a pack is one finding, and it points at the line of the mistake.

use coffeechat::disk::Source;
use coffeechat::finding::{Finding, Severity};
use coffeechat::pack::{builtin, load};

use crate::small_pack::{sources, text_of};

/// A mistake: what stands there instead of what, the rule that is broken, and words of the line that
/// the finding must point at.
struct Mistake {
    file: &'static str,
    instead_of: &'static str,
    stands: &'static str,
    rule: &'static str,
    line: &'static str,
}

const fn mistake(
    file: &'static str,
    instead_of: &'static str,
    stands: &'static str,
    rule: &'static str,
    line: &'static str,
) -> Mistake {
    Mistake { file, instead_of, stands, rule, line }
}

const PACK: &str = "pack.toml";
const BAKER: &str = "scenarios/baker.toml";
const FLOUR: &str = "question_banks/flour.toml";
const CASES: &str = "cases/baker.toml";

const MISTAKES: &[Mistake] = &[
    // What is not TOML, or not of this version.
    mistake(PACK, "title = \"A small pack\"", "title = \"A small pack", "malformed", "title ="),
    mistake(
        BAKER,
        "facts = [\"the bakery opened in 1931\"]",
        "facts = [\"the bakery opened in 1931\"",
        "malformed",
        "[time]",
    ),
    mistake(BAKER, "field = \"food\"", "title = \"food\"", "malformed", "title = \"food\""),
    mistake(BAKER, "role = \"Baker\"\n", "role: \"Baker\"\n", "malformed", "role:"),
    mistake(BAKER, "schema = 1", "schema = 2", "wrong-schema", "schema = 2"),
    mistake(FLOUR, "schema = 1", "schema = 0", "wrong-schema", "schema = 0"),
    mistake(CASES, "schema = 1", "schema = \"1\"", "wrong-value", "schema ="),
    mistake(PACK, "schema = 1\n", "", "missing-key", "id = \"small-pack\""),
    // Keys.
    mistake(PACK, "title = ", "titel = ", "unknown-key", "titel"),
    mistake(BAKER, "title = ", "tittle = ", "unknown-key", "tittle"),
    mistake(BAKER, "extends = ", "extend = ", "unknown-key", "extend ="),
    mistake(BAKER, "[reactions]", "[reaction]", "unknown-key", "[reaction]"),
    mistake(
        BAKER,
        "[interviewee.temperament]",
        "[interviewee.temper]",
        "unknown-key",
        "[interviewee.temper]",
    ),
    mistake(BAKER, "mention_at", "mention-at", "unknown-key", "mention-at"),
    mistake(BAKER, "gem = true", "gems = true", "unknown-key", "gems"),
    mistake(BAKER, "rapport = \"neutral\"", "raport = \"neutral\"", "unknown-key", "raport"),
    mistake(BAKER, "words = [\"sacks\"]", "word = [\"sacks\"]", "unknown-key", "word ="),
    mistake(BAKER, "gist = \"I know the oven", "gits = \"I know the oven", "unknown-key", "gits"),
    mistake(BAKER, "gist = \"I came", "gits = \"I came", "unknown-key", "gits"),
    mistake(BAKER, "[[contact]]", "[[contacts]]", "unknown-key", "[[contacts]]"),
    mistake(BAKER, "[[counter]]", "[[counters]]", "unknown-key", "[[counters]]"),
    mistake(BAKER, "greeting = ", "greetings = ", "unknown-key", "greetings"),
    mistake(FLOUR, "phrasings = ", "phrasing = ", "unknown-key", "phrasing ="),
    mistake(CASES, "answer = ", "anwser = ", "unknown-key", "anwser"),
    mistake(
        BAKER,
        "gist = \"I know the oven by its cracks\"\n",
        "",
        "missing-key",
        "[[topic.answer]]",
    ),
    mistake(BAKER, "role = \"Miller\"\n", "", "missing-key", "[[contact]]"),
    mistake(FLOUR, "why = \"Bakers have views on flour.\"\n", "", "missing-key", "[[topic]]"),
    mistake(BAKER, "id = \"path-bank\"", "idd = \"path-bank\"", "unknown-key", "idd"),
    mistake(BAKER, "id = \"path-bank\"\n", "", "missing-key", "[[topic.answer]]"),
    mistake(BAKER, "id = \"old-oven\"", "idd = \"old-oven\"", "unknown-key", "idd"),
    mistake(
        BAKER,
        "[[topic]]\nid = \"old-oven\"",
        "[[topics]]\nid = \"old-oven\"",
        "unknown-key",
        "[[topics]]",
    ),
    mistake(
        BAKER,
        "[[topic.answer]]\nid = \"oven-cracks\"",
        "[[topic.answers]]\nid = \"oven-cracks\"",
        "unknown-key",
        "[[topic.answers]]",
    ),
    mistake(BAKER, "id = \"baker\"", "di = \"baker\"", "unknown-key", "di ="),
    mistake(PACK, "id = \"small-pack\"", "name = \"small-pack\"", "unknown-key", "name ="),
    mistake(
        FLOUR,
        "id = \"kinds-of-flour\"",
        "title = \"kinds-of-flour\"",
        "malformed",
        "title = \"Kinds",
    ),
    mistake(
        CASES,
        "[[case.line]]\nsay = \"What",
        "[[case.lines]]\nsay = \"What",
        "unknown-key",
        "[[case.lines]]",
    ),
    // Values.
    mistake(PACK, "who = \"each\"", "who = \"nobody\"", "wrong-value", "nobody"),
    mistake(BAKER, "difficulty = 2", "difficulty = \"two\"", "wrong-value", "difficulty"),
    mistake(BAKER, "difficulty = 2", "difficulty = 9", "out-of-range", "difficulty"),
    mistake(BAKER, "difficulty = 2", "difficulty = -1", "wrong-value", "difficulty"),
    mistake(BAKER, "minutes = 20", "minutes = 200", "out-of-range", "minutes"),
    mistake(BAKER, "talkative = 0.5", "talkative = 5.0", "out-of-range", "talkative"),
    mistake(BAKER, "gem = true", "gem = \"yes\"", "wrong-value", "gem"),
    mistake(BAKER, "rapport = \"neutral\"", "rapport = 60", "wrong-value", "60"),
    mistake(BAKER, "rapport = \"neutral\"", "rapport = \"hot\"", "wrong-value", "hot"),
    mistake(BAKER, "on = \"why\"", "on = \"wy\"", "wrong-value", "wy"),
    mistake(BAKER, "say = [\"It is older", "say = [1, \"It is older", "wrong-value", "say = [1"),
    mistake(
        BAKER,
        "aloud = \"the old oven\"",
        "aloud = [\"the old oven\"]",
        "wrong-value",
        "aloud",
    ),
    mistake(FLOUR, "stage = \"opening\"", "stage = \"start\"", "wrong-value", "start"),
    mistake(CASES, "rapport = \"up\"", "rapport = \"upp\"", "wrong-value", "upp"),
    // Ids, and what they refer to.
    mistake(PACK, "id = \"small-pack\"", "id = \"Small Pack\"", "bad-id", "Small Pack"),
    mistake(BAKER, "id = \"oven-cracks\"", "id = \"oven cracks\"", "bad-id", "oven cracks"),
    mistake(BAKER, "id = \"baker\"", "id = \"bakers\"", "wrong-file-name", "bakers"),
    mistake(FLOUR, "id = \"flour\"", "id = \"flower\"", "wrong-file-name", "flower"),
    mistake(
        BAKER,
        "id = \"oven-cracks\"",
        "id = \"path-night\"",
        "duplicate-id",
        "id = \"path-night\"",
    ),
    mistake(
        PACK,
        "default_scenario = \"baker\"",
        "default_scenario = \"bakker\"",
        "unknown-scenario",
        "bakker",
    ),
    mistake(
        BAKER,
        "extends = \"professional\"",
        "extends = \"baker\"",
        "unknown-base",
        "extends = \"baker\"",
    ),
    mistake(
        BAKER,
        "extends = \"professional\"",
        "extends = \"profesional\"",
        "unknown-base",
        "profesional",
    ),
    mistake(
        BAKER,
        "words = [\"sacks\"], to = \"path-bank\"",
        "words = [\"sacks\"], to = \"path-bak\"",
        "unknown-answer",
        "path-bak",
    ),
    mistake(
        BAKER,
        "on = \"feel\", to = \"path-bank\"",
        "on = \"feel\", to = \"path-bnk\"",
        "unknown-answer",
        "path-bnk",
    ),
    mistake(
        BAKER,
        "after = [\"path-night\"]",
        "after = [\"path-nihgt\"]",
        "unknown-answer",
        "path-nihgt",
    ),
    mistake(BAKER, "topics = [\"old-oven\"]", "topics = [\"oldoven\"]", "unknown-topic", "oldoven"),
    mistake(
        BAKER,
        "topics = [\"career-path\", ",
        "topics = [\"carreer-path\", ",
        "unknown-topic",
        "carreer-path",
    ),
    mistake(BAKER, "id = \"career-path\"", "id = \"carreer-path\"", "no-phrasings", "carreer-path"),
    mistake(BAKER, "aloud = \"the old oven\"\n", "", "no-phrasings", "id = \"old-oven\""),
    mistake(
        BAKER,
        "ask = [\"how old is your oven\", \"tell me about the oven\"]\n",
        "",
        "no-phrasings",
        "id = \"old-oven\"",
    ),
    mistake(CASES, "scenario = \"baker\"", "scenario = \"bakker\"", "unknown-scenario", "bakker"),
    mistake(
        CASES,
        "answer = \"path-night\"",
        "answer = \"path-nite\"",
        "unknown-answer",
        "path-nite",
    ),
    // What is said.
    mistake(
        BAKER,
        "say = [\"Sit by the oven, it is warm there. What would you like to know?\"]",
        "say = [\"Sit by \\u001b[31mthe oven.\"]",
        "unsafe-character",
        "Sit by",
    ),
    mistake(
        BAKER,
        "There is a bank in the story",
        "There is a \u{202e}bank in the story",
        "unsafe-character",
        "in the story",
    ),
    mistake(
        BAKER,
        "how old is your oven",
        "how old is your\\u0007 oven",
        "unsafe-character",
        "how old is",
    ),
    mistake(
        BAKER,
        "words = [\"sacks\"]",
        "words = [\"sacks\", \"\\u009bx\"]",
        "unsafe-character",
        "sacks",
    ),
    mistake(
        FLOUR,
        "How do you choose your flour?",
        "How do you\\u200b choose your flour?",
        "unsafe-character",
        "choose",
    ),
    mistake(
        FLOUR,
        "title = \"Kinds of flour\"",
        "title = \"Kinds\\u001b[2J of flour\"",
        "unsafe-character",
        "Kinds",
    ),
    mistake(
        PACK,
        "title = \"A small pack\"",
        "title = \"A \\u001b[2Jsmall pack\"",
        "unsafe-character",
        "title =",
    ),
    mistake(
        CASES,
        "say = \"What was in the sacks?\"",
        "say = \"What was \\u001b[2Jin the sacks?\"",
        "unsafe-character",
        "in the sacks",
    ),
    mistake(BAKER, "I am {name}", "I am {nmae}", "unknown-placeholder", "{nmae}"),
    mistake(
        BAKER,
        "My aunt was ill",
        "{name}'s aunt was ill",
        "unknown-placeholder",
        "aunt was ill",
    ),
    mistake(
        BAKER,
        "say = [\"It was the smell, and nothing else.\"]",
        "say = []",
        "say-or-to",
        "on = \"why\"",
    ),
    mistake(
        BAKER,
        "on = \"feel\", to = \"path-bank\"",
        "on = \"feel\", to = \"path-bank\", say = [\"Warm.\"]",
        "say-or-to",
        "on = \"feel\"",
    ),
    mistake(
        BAKER,
        "received = [\"That is early enough for rolls.\"]",
        "received = []",
        "nothing-to-say",
        "id = \"up-early\"",
    ),
    mistake(
        BAKER,
        "introduce = [\"Go and see Tom Stone. I will ring him tonight.\"]",
        "introduce = [\" \"]",
        "nothing-to-say",
        "id = \"miller\"",
    ),
    mistake(BAKER, "extends = \"professional\"\n", "", "nothing-to-say", "id = \"baker\""),
    mistake(
        BAKER,
        "[time]\nminutes = 20\nmention_at = 5\n",
        "",
        "no-interviewee",
        "id = \"baker\"",
    ),
    mistake(
        FLOUR,
        "\n[[topic.question]]\ntext = \"How do you choose your flour?\"\nphrasings = [\"what flour do you use\"]\nstage = \"opening\"\n",
        "",
        "no-phrasings",
        "id = \"kinds-of-flour\"",
    ),
];

#[test]
fn the_small_pack_has_no_findings() {
    assert_eq!(load::pack(sources("", ""), &builtin::sources()).1, []);
}

#[test]
fn what_other_programs_keep_in_a_pack_is_no_mistake() {
    let files = [PACK, BAKER, FLOUR, CASES];
    for file in files {
        let text = format!("{}\n[ext.editor]\ncolour = \"red\"\n", text_of(file));
        assert_eq!(load::pack(sources(file, &text), &builtin::sources()).1, [], "{file}");
    }
}

#[test]
fn one_mistake_is_one_finding_on_its_line() {
    let built_in = builtin::sources();
    let faults: Vec<String> =
        MISTAKES.iter().filter_map(|mistake| mistake.fault(&built_in)).collect();
    assert!(
        faults.is_empty(),
        "{} of {} are told wrong:\n\n{}",
        faults.len(),
        MISTAKES.len(),
        faults.join("\n\n")
    );
}

impl Mistake {
    /// How the mistake is told wrong, if it is.
    fn fault(&self, built_in: &[Source]) -> Option<String> {
        let good = text_of(self.file);
        assert_eq!(good.matches(self.instead_of).count(), 1, "{:?} stands once", self.instead_of);
        let text = good.replace(self.instead_of, self.stands);
        let (_, found) = load::pack(sources(self.file, &text), built_in);
        let is_error = |finding: &Finding| finding.severity == Severity::Error;
        let is_right = |finding: &Finding| {
            finding.rule.name == self.rule
                && finding.file == self.file
                && is_error(finding)
                && line_at(&text, finding.span.start).contains(self.line)
        };
        let told_well = matches!(found.as_slice(), [one] if is_right(one));
        let told = |finding: &Finding| {
            let line = line_at(&text, finding.span.start);
            format!("  {}: {} (at {}: {line:?})", finding.rule.name, finding.message, finding.file)
        };
        let lines: Vec<String> = found.iter().map(told).collect();
        (!told_well).then(|| {
            let what = format!(
                "{:?} instead of {:?}: {} at {:?}",
                self.stands, self.instead_of, self.rule, self.line
            );
            format!("{what}\n{}", lines.join("\n"))
        })
    }
}

fn line_at(text: &str, place: usize) -> &str {
    let start = text[..place].rfind('\n').map_or(0, |at| at + 1);
    text[start..].lines().next().unwrap_or_default()
}
