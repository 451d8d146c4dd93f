//! The rules a pack must keep to be played at all.
//!
//! Each is one mistake an instructor can make in a file, with a page that says what to do about it.

crate::finding::rules! {
    UNREADABLE = Error, "unreadable",
        "A file of the pack cannot be read: it is missing, too large, damaged, or not UTF-8 text. Save it \
         as plain UTF-8 text inside the pack's folder.",
        [];
    MALFORMED = Error, "malformed",
        "A file is not TOML: a quotation mark or a bracket is not closed, or a key stands twice. \
         Nothing after that place can be read, so mend it and check again.",
        [("pack.toml", r#"title = "Starter""#, r#"title = "Starter"#)];
    WRONG_SCHEMA = Error, "wrong-schema",
        "Every file says which version of the format it is written in: `schema = 1`. A newer number \
         needs a newer coffeechat.",
        [("question_banks/work-with-hands.toml", "schema = 1", "schema = 2")];
    UNKNOWN_KEY = Error, "unknown-key",
        "A key is not one of those that can stand here, often because it is misspelt. Keys for other \
         programs belong under `[ext.…]`, which coffeechat keeps and never looks at.",
        [("scenarios/nell-okoro.toml", r#"organisation = "Tarnside Lifts""#, r#"organization = "Tarnside Lifts""#)];
    MISSING_KEY = Error, "missing-key",
        "A key that must stand here does not. Write it, with its value; `coffeechat pack schema` lets your \
         editor say which keys belong where.",
        [("scenarios/nell-okoro.toml", r#"gist = "I go from lift to lift with a checklist until somebody's stuck"
"#, "")];
    WRONG_VALUE = Error, "wrong-value",
        "A value is of the wrong kind: a word where a number belongs, or a word that is not one of \
         those that can stand here.",
        [("scenarios/nell-okoro.toml", "minutes = 10 ", r#"minutes = "ten" "#)];
    OUT_OF_RANGE = Error, "out-of-range",
        "A number lies outside the range that its field allows: difficulty runs from 1 to 5, a talk from 5 to 90 \
         minutes, a temperament from 0.0 to 1.0, a gain from -20 to 20.",
        [("scenarios/nell-okoro.toml", "difficulty = 2 ", "difficulty = 7 ")];
    BAD_ID = Error, "bad-id",
        "An id is made of lower-case letters, digits and hyphens, and starts with a letter. It is \
         permanent: saved talks and cases refer to it.",
        [("scenarios/nell-okoro.toml", r#"id = "mended""#, r#"id = "Last thing mended""#)];
    WRONG_FILE_NAME = Error, "wrong-file-name",
        "The id of a scenario or a question bank is its file name without `.toml`, so that a file is \
         found by its id.",
        [("question_banks/work-with-hands.toml", r#"id = "work-with-hands""#, r#"id = "hands""#)];
    DUPLICATE_ID = Error, "duplicate-id",
        "Two things of one kind have the same id, so nobody can say which of them a hook or a case means. \
         Rename the second.",
        [("scenarios/nell-okoro.toml", r#"id = "sami-rowe""#, r#"id = "dilys-hart""#)];
    UNKNOWN_ANSWER = Error, "unknown-answer",
        "A hook, a gate or a follow-up leads to an answer that this scenario does not have. Write the \
         id of an answer in the same file.",
        [("scenarios/nell-okoro.toml", r#"{ words = ["landing"], to = "rescue-talk" }"#, r#"{ words = ["landing"], to = "rescue-talks" }"#)];
    UNKNOWN_TOPIC = Error, "unknown-topic",
        "A topic is named that neither this scenario nor a question bank has. `coffeechat questions` lists those \
         of the banks.",
        [("scenarios/nell-okoro.toml", r#"topics = ["rescues", "day-to-day"]"#, r#"topics = ["rescue", "day-to-day"]"#)];
    UNKNOWN_BASE = Error, "unknown-base",
        "`extends` names a scenario that neither this pack nor the built-in one has.",
        [("scenarios/nell-okoro.toml", r#"extends = "professional""#, r#"extends = "profesional""#)];
    BASE_OF_BASE = Error, "base-of-base",
        "A base cannot itself extend another: one level is all there is, so that a reader has to look \
         in one other file at most.",
        [("scenarios/nell-okoro.toml", "difficulty = 2 ", "base = true
difficulty = 2 ")];
    UNKNOWN_SCENARIO = Error, "unknown-scenario",
        "A scenario is named that this pack does not have. Scenarios are called as their files in `scenarios/` \
         are, without `.toml`.",
        [("pack.toml", r#"default_scenario = "nell-okoro""#, r#"default_scenario = "nell""#)];
    NO_INTERVIEWEE = Error, "no-interviewee",
        "A scenario needs an `[interviewee]` and a `[time]`, in its own file or from its base. Only a \
         file with `base = true` may do without.",
        [("scenarios/nell-okoro.toml", "[time]
minutes = 10                            # counted by the words both sides say, not by a clock
mention_at = 3                          # with so many minutes left, she mentions the time
", "")];
    TOO_MUCH = Error, "too-much",
        "A pack has at most 300 topics, 20,000 phrasings, 60 words in a phrasing, 1,000 answers a person, and 200 \
         people: with more, hearing a line and checking would take too much time and memory. Split the pack, or leave out \
         near-equal phrasings.",
        [("question_banks/work-with-hands.toml", r#""Have you had a near miss?""#, r#""Well, I was wondering and wondering I was wondering and wondering I was wondering and wondering I was wondering and wondering I was wondering and wondering I was wondering and wondering I was wondering and wondering I was wondering and wondering I was wondering and wondering I was wondering and wondering I was wondering and wondering I was wondering and wondering whether it ever nearly went wrong, and what you did then, and how that was""#)];
    NO_SCENARIOS = Warning, "no-scenarios",
        "A pack without scenarios has nobody to meet. Write one in the folder `scenarios/`.",
        [];
    NO_PHRASINGS = Error, "no-phrasings",
        "Nobody can ask about this topic: no question bank has it, and it has no `ask` of its own. A \
         topic of your own also needs an `aloud`.",
        [("scenarios/nell-okoro.toml", r#"aloud = "getting people out of a lift"
"#, "")];
    NOTHING_TO_SAY = Error, "nothing-to-say",
        "A list of things to say is empty, so the interviewee would have no words. Write at least one \
         variant; without an own one, a base must have it.",
        [("scenarios/nell-okoro.toml", r#"received = ["Good. It doesn't matter what it was, only that you took the back off and looked."]"#, "received = []")];
    SAY_OR_TO = Error, "say-or-to",
        "A follow-up has either words of its own (`say`) or an answer it leads to (`to`): one of the \
         two, not both.",
        [("scenarios/nell-okoro.toml", r#"{ on = "how", say = ["Ring the depot,"#, r#"{ on = "how", to = "safe-bulb", say = ["Ring the depot,"#)];
    UNSAFE_CHARACTER = Error, "unsafe-character",
        "A text has a character that could steer a terminal or hide what it says: an escape code, a \
         control character, a mark that turns the direction of text, or one of no width.",
        [("scenarios/nell-okoro.toml", r#"title = "Lift engineer in a city""#, r#"title = "Lift engineer\u200B in a city""#)];
    UNKNOWN_PLACEHOLDER = Error, "unknown-placeholder",
        "A text has a `{placeholder}` that is not filled in at this place. It would be said as it \
         stands.",
        [("scenarios/nell-okoro.toml", r#""Goodbye, then. Come out"#, r#""Goodbye then, {nmae}. Come out"#)];
    GATE_WITHOUT_ELSE = Warning, "gate-without-else",
        "An answer has a gate but no `else`, so a general line of the base is said while the gate does \
         not hold. A line of the person's own tells the learner that there is something to come back \
         for.",
        [("scenarios/nell-okoro.toml", r#"else = ["I haven't always been so careful. I don't tell that one to everybody."]
"#, "")];
    HOOK_NOT_SAID = Warning, "hook-not-said",
        "The words of a hook do not stand in every variant of the answer, so a learner may never hear \
         what to pick up.",
        [("scenarios/nell-okoro.toml", r#"{ words = ["eighth door"], to"#, r#"{ words = ["tenth door"], to"#)];
    BAD_VERSION = Error, "bad-version",
        "The pack's own `version` is three numbers with dots: `version = \"1.0.0\"`. Under `[requires]` stands \
         with which versions of coffeechat the pack can be played, with a comma between bounds: \
         `coffeechat = \">=0.1, <2\"`.",
        [("pack.toml", r#"version = "0.1.0""#, r#"version = "1.0""#)];
    REQUIRES_OTHER = Error, "requires-other",
        "The pack says under `[requires]` that it needs another version of coffeechat than this one. \
         `coffeechat --version` tells which this is. Get one of the versions it needs; what else is found \
         in the pack may come of the difference alone.",
        [("pack.toml", "[etiquette.thank_you]", r#"[requires]
coffeechat = ">=9"

[etiquette.thank_you]"#)];
    OUTSIDE_PACK = Error, "outside-pack",
        "A file of the pack is a link to something outside the pack's folder. Such links are not followed: \
         the pack would not be whole when it is passed on. Put the file itself there.",
        [];
    STRAY_FILE = Warning, "stray-file",
        "A `.toml` file lies in the pack's folder where none is ever read. Only `pack.toml` and the files \
         directly in `scenarios/`, `question_banks/` and `cases/` are read, and their names end in `.toml`. \
         Move or rename it.",
        [];
}
