//! New packs, scenarios, topics and cases, to be filled in.

/// A file that is to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewFile {
    /// Its path inside the pack, with `/` between folders.
    pub path: String,
    /// What it says.
    pub text: String,
}

/// The files of the starter pack: the model that instructors learn from.
const STARTER: [(&str, &str); 4] = [
    ("pack.toml", include_str!("scaffold/starter/pack.toml")),
    ("scenarios/nell-okoro.toml", include_str!("scaffold/starter/scenarios/nell-okoro.toml")),
    (
        "question_banks/work-with-hands.toml",
        include_str!("scaffold/starter/question_banks/work-with-hands.toml"),
    ),
    ("cases/nell-okoro.toml", include_str!("scaffold/starter/cases/nell-okoro.toml")),
];

/// The files of a new pack in a folder of this name: the starter pack, with an id and a title of its own.
#[must_use]
pub fn pack(_folder: &str) -> Vec<NewFile> {
    let file = |(path, text): &(&str, &str)| NewFile {
        path: (*path).to_owned(),
        text: (*text).to_owned(),
    };
    STARTER.iter().map(file).collect()
}
