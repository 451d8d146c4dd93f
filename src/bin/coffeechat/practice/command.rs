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

/// Every command with what it does, in the order of `/help`.
pub(crate) const COMMANDS: [(&str, &str); 13] = [
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

/// Tells commands from lines.
pub(crate) fn parse(typed: &str) -> Typed<'_> {
    let trimmed = typed.trim();
    let is_command = trimmed.strip_prefix('/').is_some_and(|rest| {
        rest.starts_with(|first: char| first.is_ascii_alphabetic() || first == '?')
    });
    if !is_command {
        // "hint" alone was hardly meant for the other person.
        let meant = COMMANDS.iter().find(|(name, _)| name[1..].eq_ignore_ascii_case(trimmed));
        let leaves = ["exit", "q", ":q"].iter().any(|word| trimmed.eq_ignore_ascii_case(word));
        return match meant.map(|(name, _)| *name).or(leaves.then_some("/quit")) {
            Some(name) if name != "/why" => Typed::Unknown(trimmed, Some(name)),
            _ => Typed::Line(typed),
        };
    }
    let (word, rest) = trimmed.split_once(char::is_whitespace).unwrap_or((trimmed, ""));
    let command = match word.to_ascii_lowercase().as_str() {
        "/help" | "/h" | "/?" => Command::Help,
        "/hint" => Command::Hint,
        "/why" => match rest.trim().split_once(char::is_whitespace).unwrap_or((rest.trim(), "")) {
            (not, answer) if not.eq_ignore_ascii_case("not") => Command::WhyNot(answer.trim()),
            _ => Command::Why,
        },
        "/brief" => Command::Brief,
        "/plan" => Command::Plan,
        "/notes" | "/note" => Command::Notes(rest.trim()),
        "/time" => Command::Time,
        "/undo" => Command::Undo,
        "/again" => Command::Again,
        "/three" => Command::Three,
        "/people" => Command::People,
        "/save" => Command::Save,
        "/quit" | "/q" | "/exit" | "/end" => Command::Quit,
        other => {
            let meant = closest(other, COMMANDS.iter().map(|(name, _)| *name));
            let meant = meant.and_then(|name| COMMANDS.iter().find(|(known, _)| *known == name));
            return Typed::Unknown(word, meant.map(|(name, _)| *name));
        }
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
