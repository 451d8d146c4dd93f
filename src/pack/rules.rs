//! The rules a pack must keep to be played at all.
//!
//! Each is one mistake an instructor can make in a file, with a page that says what to do about it.

crate::rules! {
    UNREADABLE = Error, "unreadable",
        "A file of the pack cannot be read: it is missing, too large, not UTF-8 text, or a link that \
         leaves the pack. Save it as plain UTF-8 text inside the pack's folder.",
        [];
    MALFORMED = Error, "malformed",
        "A file is not TOML: a quotation mark or a bracket is not closed, or a key stands twice. \
         Nothing after that place can be read, so mend it and check again.",
        [];
    WRONG_SCHEMA = Error, "wrong-schema",
        "Every file says which version of the format it is written in: `schema = 1`. A newer number \
         needs a newer coffeechat.",
        [];
    UNKNOWN_KEY = Error, "unknown-key",
        "A key is not one of those that can stand here, often because it is misspelt. Keys for other \
         programs belong under `[ext.…]`, which coffeechat keeps and never looks at.",
        [];
    MISSING_KEY = Error, "missing-key",
        "A key that must stand here does not.",
        [];
    WRONG_VALUE = Error, "wrong-value",
        "A value is of the wrong kind: a word where a number belongs, or a word that is not one of \
         those that can stand here.",
        [];
    OUT_OF_RANGE = Error, "out-of-range",
        "A number lies outside the range that its field allows.",
        [];
    BAD_ID = Error, "bad-id",
        "An id is made of lower-case letters, digits and hyphens, and starts with a letter. It is \
         permanent: saved talks and cases refer to it.",
        [];
    WRONG_FILE_NAME = Error, "wrong-file-name",
        "The id of a scenario or a question bank is its file name without `.toml`, so that a file is \
         found by its id.",
        [];
    DUPLICATE_ID = Error, "duplicate-id",
        "Two things of one kind have the same id. Rename the second.",
        [];
    UNKNOWN_ANSWER = Error, "unknown-answer",
        "A hook, a gate or a follow-up leads to an answer that this scenario does not have. Write the \
         id of an answer in the same file.",
        [];
    UNKNOWN_TOPIC = Error, "unknown-topic",
        "A topic is named that neither this scenario nor a question bank has.",
        [];
    UNKNOWN_BASE = Error, "unknown-base",
        "`extends` names a scenario that neither this pack nor the built-in one has.",
        [];
    BASE_OF_BASE = Error, "base-of-base",
        "A base cannot itself extend another: one level is all there is, so that a reader has to look \
         in one other file at most.",
        [];
    UNKNOWN_SCENARIO = Error, "unknown-scenario",
        "A scenario is named that this pack does not have.",
        [];
    NO_INTERVIEWEE = Error, "no-interviewee",
        "A scenario needs an `[interviewee]` and a `[time]`, in its own file or from its base. Only a \
         file with `base = true` may do without.",
        [];
    TOO_MUCH = Error, "too-much",
        "A pack has at most 300 topics, 20,000 phrasings, and 60 words in a phrasing: with more, hearing \
         a line would take too much time and memory. Split the pack, or leave out near-equal phrasings.",
        [];
    NO_SCENARIOS = Warning, "no-scenarios",
        "A pack without scenarios has nobody to meet. Write one in the folder `scenarios/`.",
        [];
    NO_PHRASINGS = Error, "no-phrasings",
        "Nobody can ask about this topic: no question bank has it, and it has no `ask` of its own. A \
         topic of your own also needs an `aloud`.",
        [];
    NOTHING_TO_SAY = Error, "nothing-to-say",
        "A list of things to say is empty, so the interviewee would have no words. Write at least one \
         variant; without an own one, a base must have it.",
        [];
    SAY_OR_TO = Error, "say-or-to",
        "A follow-up has either words of its own (`say`) or an answer it leads to (`to`): one of the \
         two, not both.",
        [];
    UNSAFE_CHARACTER = Error, "unsafe-character",
        "A text has a character that could steer a terminal or hide what it says: an escape code, a \
         control character, a mark that turns the direction of text, or one of no width.",
        [];
    UNKNOWN_PLACEHOLDER = Error, "unknown-placeholder",
        "A text has a `{placeholder}` that is not filled in at this place. It would be said as it \
         stands.",
        [];
    GATE_WITHOUT_ELSE = Warning, "gate-without-else",
        "An answer has a gate but no `else`, so a general line of the base is said while the gate does \
         not hold. A line of the person's own tells the learner that there is something to come back \
         for.",
        [];
    HOOK_NOT_SAID = Warning, "hook-not-said",
        "The words of a hook do not stand in every variant of the answer, so a learner may never hear \
         what to pick up.",
        [];
}
