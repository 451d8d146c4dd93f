//! Slash commands: what can be typed in a talk that is not a line of it.

use coffeechat::text::closest::closest;

/// A command, as typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Command<'a> {
    /// What can be typed.
    Help,
    /// What could be asked next.
    Hint,
    /// What was heard, and why.
    Why,
    /// Why the answer with this id did not come.
    WhyNot(&'a str),
    /// What can be known beforehand.
    Brief,
    /// The plan, with what was asked ticked off.
    Plan,
    /// The notes, or one more.
    Notes(&'a str),
    /// How much time is left.
    Time,
    /// Take the last exchange back.
    Undo,
    /// Say the last line better.
    Again,
    /// Try up to three wordings of one question.
    Three,
    /// Who else there is to meet.
    People,
    /// Where the talk is kept.
    Save,
    /// End the talk with its debrief.
    Quit,
}

/// A command as it is typed, with what it does.
pub(crate) type Listed = (&'static str, &'static str);

/// Every command with what it does, in the order of `/help`.
pub(crate) const COMMANDS: [Listed; 13] = [
    ("/help", "show these commands"),
    ("/hint", "what could be asked next; again for a full question"),
    ("/why", "what was heard in your last line, and why; /why not ID, why an answer did not come"),
    ("/brief", "what you know about the person"),
    ("/plan", "your plan, with what you have asked ticked off"),
    ("/notes", "show your notes; /notes and some words adds one"),
    ("/time", "how much time is left"),
    ("/undo", "take the last exchange back"),
    ("/again", "take it back, and say it better"),
    ("/three", "try up to three wordings of a question side by side"),
    ("/people", "who else there is to meet"),
    ("/save", "where this talk is kept (it is saved as you go)"),
    ("/quit", "end the talk, with a debrief"),
];

/// Something typed in a talk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Typed<'a> {
    /// A line of the talk.
    Line(&'a str),
    /// A command.
    Command(Command<'a>),
    /// A slash and a word that is no command, and the command that was perhaps meant.
    Unknown(&'a str, Option<&'static str>),
}

/// What something typed looks like, whatever commands there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Looks<'a> {
    /// A line of the talk.
    Line(&'a str),
    /// A slash and a word, and what stands after it.
    Command(&'a str, &'a str),
    /// A word that was hardly meant for the other person, and the command that was.
    Meant(&'a str, &'static str),
}

/// Tells what looks like a command from lines, where these are the commands.
pub(crate) fn looks<'a>(typed: &'a str, commands: &[Listed]) -> Looks<'a> {
    let trimmed = typed.trim();
    let is_command = trimmed.strip_prefix('/').is_some_and(|rest| {
        rest.starts_with(|first: char| first.is_ascii_alphabetic() || first == '?')
    });
    if is_command {
        let (word, rest) = trimmed.split_once(char::is_whitespace).unwrap_or((trimmed, ""));
        return Looks::Command(word, rest.trim());
    }
    // "hint" alone was hardly meant for the other person.
    let meant = commands.iter().find(|(name, _)| name[1..].eq_ignore_ascii_case(trimmed));
    let leaves = ["exit", "q", ":q"].iter().any(|word| trimmed.eq_ignore_ascii_case(word));
    match meant.map(|(name, _)| *name).or(leaves.then_some("/quit")) {
        Some(name) if name != "/why" => Looks::Meant(trimmed, name),
        _ => Looks::Line(typed),
    }
}

/// The command that a word with a slash was perhaps meant to be.
pub(crate) fn meant(word: &str, commands: &[Listed]) -> Option<&'static str> {
    let meant = closest(word, commands.iter().map(|(name, _)| *name))?;
    commands.iter().find(|(known, _)| *known == meant).map(|(name, _)| *name)
}

/// What is said to a word that is no command.
pub(crate) fn no_command(word: &str, meant: Option<&str>) -> String {
    match meant {
        Some(meant) => format!("`{word}` is no command; did you mean {meant}?"),
        None => format!("`{word}` is no command; /help lists them."),
    }
}

/// Tells commands from lines.
pub(crate) fn parse(typed: &str) -> Typed<'_> {
    let (word, rest) = match looks(typed, &COMMANDS) {
        Looks::Line(line) => return Typed::Line(line),
        Looks::Meant(word, name) => return Typed::Unknown(word, Some(name)),
        Looks::Command(word, rest) => (word, rest),
    };
    let command = match word.to_ascii_lowercase().as_str() {
        "/help" | "/h" | "/?" => Command::Help,
        "/hint" => Command::Hint,
        "/why" => match rest.trim().split_once(char::is_whitespace).unwrap_or((rest.trim(), "")) {
            (not, answer) if not.eq_ignore_ascii_case("not") => Command::WhyNot(answer.trim()),
            _ => Command::Why,
        },
        "/brief" => Command::Brief,
        "/plan" => Command::Plan,
        "/notes" | "/note" => Command::Notes(rest),
        "/time" => Command::Time,
        "/undo" => Command::Undo,
        "/again" => Command::Again,
        "/three" => Command::Three,
        "/people" => Command::People,
        "/save" => Command::Save,
        "/quit" | "/q" | "/exit" | "/end" => Command::Quit,
        other => return Typed::Unknown(word, meant(other, &COMMANDS)),
    };
    Typed::Command(command)
}

#[cfg(test)]
mod tests {
    use super::{COMMANDS, Command, Typed, parse};

    #[test]
    fn commands_are_told_from_lines() {
        let cases = [
            ("/hint", Typed::Command(Command::Hint)),
            ("  /QUIT ", Typed::Command(Command::Quit)),
            (
                "/notes ask about the reservoir",
                Typed::Command(Command::Notes("ask about the reservoir")),
            ),
            ("/why", Typed::Command(Command::Why)),
            ("/why not path-night", Typed::Command(Command::WhyNot("path-night"))),
            ("/why  NOT", Typed::Command(Command::WhyNot(""))),
            ("/why nothing came", Typed::Command(Command::Why)),
            ("/hnit", Typed::Unknown("/hnit", Some("/hint"))),
            ("how did you start?", Typed::Line("how did you start?")),
            ("/ 2 what", Typed::Line("/ 2 what")),
            ("", Typed::Line("")),
            ("hint", Typed::Unknown("hint", Some("/hint"))),
            ("why", Typed::Line("why")),
        ];
        for (typed, expected) in cases {
            assert_eq!(parse(typed), expected, "{typed:?}");
        }
    }

    #[test]
    fn every_command_that_is_shown_is_known() {
        for (name, _) in COMMANDS {
            assert!(matches!(parse(name), Typed::Command(_)), "{name}");
        }
    }
}
