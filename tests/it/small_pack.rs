//! A small pack without a fault, for tests to put mistakes into.

use std::fs;
use std::path::Path;

use coffeechat::disk::Source;
use tempfile::TempDir;

/// The files of the pack.
pub(crate) const FILES: [(&str, &str); 4] = [
    ("pack.toml", MANIFEST),
    ("scenarios/baker.toml", BAKER),
    ("question_banks/flour.toml", FLOUR),
    ("cases/baker.toml", CASES),
];

pub(crate) const MANIFEST: &str = r#"schema = 1
id = "small-pack"
title = "A small pack"
default_scenario = "baker"

[etiquette.pays]
who = "each"
reason = "Bakers never let anyone pay."
"#;

pub(crate) const BAKER: &str = r#"schema = 1
id = "baker"
title = "Baker in a village"
field = "food"
difficulty = 2
extends = "professional"

[interviewee]
name = "Ada Crumb"
role = "Baker"
organisation = "Crumb & Daughter"

[interviewee.temperament]
warmth = 0.5
talkative = 0.5

[brief]
how_met = "You buy your bread from her."
facts = ["the bakery opened in 1931"]

[time]
minutes = 20
mention_at = 5

[opening]
say = ["Sit by the oven, it is warm there. What would you like to know?"]

[[topic]]
id = "career-path"

[[topic.answer]]
id = "path-night"
gist = "I came into it through one night shift"
short = "Through one night shift."
say = ["My aunt was ill one night and nobody else could lift the sacks, so I stood in. At four in the morning I opened the oven door, and I never went back to the bank."]
hooks = [{ words = ["sacks"], to = "path-bank" }]
follow = [
  { on = "why", say = ["It was the smell, and nothing else."], gain = 1 },
  { on = "feel", to = "path-bank" },
]

[[topic.answer]]
id = "path-bank"
gist = "I left a bank without telling my father"
gem = true
gate = { after = ["path-night"], rapport = "neutral" }
else = ["There is a bank in the story too. Later, perhaps."]
say = ["I had a post in a bank, and my father had told the whole street. For three months I put on the suit each morning, walked round the corner and changed into an apron in the flour store."]
gain = 2

[[topic]]
id = "old-oven"
aloud = "the old oven"
ask = ["how old is your oven", "tell me about the oven"]

[[topic.answer]]
id = "oven-cracks"
gist = "I know the oven by its cracks"
short = "Older than me."
say = ["It is older than I am and it has eleven cracks. I know each of them, and on cold mornings the third one sings a little before the loaves are done."]

[[contact]]
id = "miller"
name = "Tom Stone"
role = "Miller"
reason = "he knows where the flour comes from"
topics = ["old-oven"]
introduce = ["Go and see Tom Stone. I will ring him tonight."]
name_only = ["There is Tom Stone at the mill."]

[[counter]]
id = "up-early"
topics = ["career-path", "kinds-of-flour"]
ask = ["And how early do you get up?"]
received = ["That is early enough for rolls."]

[reactions]
greeting = ["Good morning. I am {name}, mind the flour."]
"#;

pub(crate) const FLOUR: &str = r#"schema = 1
id = "flour"
title = "Flour"

[[topic]]
id = "kinds-of-flour"
title = "Kinds of flour"
aloud = "flour"
why = "Bakers have views on flour."

[[topic.question]]
text = "How do you choose your flour?"
phrasings = ["what flour do you use"]
stage = "opening"
"#;

pub(crate) const CASES: &str = r#"schema = 1
scenario = "baker"

[[case]]
id = "a-thread-is-picked-up"

[[case.line]]
say = "How did you get into this line of work?"
answer = "path-night"
rapport = "up"

[[case.line]]
say = "What was in the sacks?"
"#;

/// The pack in memory, with one file changed.
pub(crate) fn sources(path: &str, text: &str) -> Vec<Source> {
    let changed =
        |known: &str| if known == path { text.to_owned() } else { text_of(known).to_owned() };
    let source =
        |path: &str| Source { path: path.to_owned(), text: changed(path), unreadable: None };
    FILES.iter().map(|(path, _)| source(path)).collect()
}

/// What a file of the pack says.
pub(crate) fn text_of(path: &str) -> &'static str {
    FILES.iter().find(|(known, _)| *known == path).map_or("", |(_, text)| text)
}

/// The pack in a folder, with some files changed or added.
pub(crate) fn on_disk(changes: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in FILES.iter().chain(changes) {
        write(folder.path(), path, text);
    }
    folder
}

/// Writes one file of a pack.
pub(crate) fn write(folder: &Path, path: &str, text: impl AsRef<[u8]>) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}
