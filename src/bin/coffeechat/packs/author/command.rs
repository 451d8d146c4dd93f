//! What can be typed while a scenario is tried out, beside the lines of the talk.

use crate::practice::command::{Listed, Looks, looks, meant};

/// A command, as typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Command<'a> {
    /// What can be typed.
    Help,
    /// What was heard, and why the reply came.
    Why,
    /// Why an answer did not come.
    WhyNot(&'a str),
    /// Change the state from here on.
    Set(&'a str),
    /// Go to an answer as if it had just been told.
    Jump(&'a str),
    /// Take the last step back.
    Undo,
    /// Say the last line once more.
    Again,
    /// Begin again.
    Restart,
    /// Play the talk with another seed.
    Seed(&'a str),
    /// Write a wording to a topic of the scenario's file.
    Add(&'a str),
    /// Write the talk down as a case.
    Case(&'a str),
    /// The findings of the pack.
    Check,
    /// Topics and answers, with what was told.
    Topics,
    /// Leave.
    Quit,
}

/// Every command with what it does, in the order of `/help`.
pub(super) const COMMANDS: [Listed; 13] = [
    ("/help", "show these commands"),
    ("/why", "what was heard in your last line; /why not ANSWER: why that one did not come"),
    ("/topics", "topics and answers, with what was told"),
    ("/set", "change things from here on: /set rapport 60, minutes 5, told ANSWER, fact thanked"),
    ("/jump", "/jump ANSWER: as if that answer had just been told, whatever its gate says"),
    ("/undo", "take the last step back: a line, a /set or a /jump"),
    ("/again", "say your last line once more, as things are now"),
    ("/restart", "begin again"),
    ("/seed", "/seed 7: play the talk so far with another seed"),
    ("/add", "/add TOPIC: your last line asks about that topic; /add TOPIC and words: these do"),
    ("/case", "/case NAME: write the lines so far, and what came, into the cases"),
    ("/check", "the findings of the pack"),
    ("/quit", "leave; the talk is not kept"),
];

/// Something typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Typed<'a> {
    /// A line of the talk.
    Line(&'a str),
    /// A command.
    Command(Command<'a>),
    /// A word that is no command, and the command that was perhaps meant.
    Unknown(&'a str, Option<&'static str>),
}

/// Tells commands from lines.
pub(super) fn parse(typed: &str) -> Typed<'_> {
    let (word, rest) = match looks(typed, &COMMANDS) {
        Looks::Line(line) => return Typed::Line(line),
        Looks::Meant(word, name) => return Typed::Unknown(word, Some(name)),
        Looks::Command(word, rest) => (word, rest),
    };
    let command = match word.to_ascii_lowercase().as_str() {
        "/help" | "/h" | "/?" => Command::Help,
        "/why" => match rest.strip_prefix("not") {
            Some(answer) if answer.is_empty() || answer.starts_with(char::is_whitespace) => {
                Command::WhyNot(answer.trim())
            }
            _ => Command::Why,
        },
        "/set" => Command::Set(rest),
        "/jump" => Command::Jump(rest),
        "/undo" => Command::Undo,
        "/again" => Command::Again,
        "/restart" => Command::Restart,
        "/seed" => Command::Seed(rest),
        "/add" => Command::Add(rest),
        "/case" => Command::Case(rest),
        "/check" => Command::Check,
        "/topics" => Command::Topics,
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
            ("/why", Typed::Command(Command::Why)),
            ("/why not path-bank", Typed::Command(Command::WhyNot("path-bank"))),
            ("/why not", Typed::Command(Command::WhyNot(""))),
            ("/why nothing", Typed::Command(Command::Why)),
            ("/set  rapport 60 ", Typed::Command(Command::Set("rapport 60"))),
            ("/JUMP path-bank", Typed::Command(Command::Jump("path-bank"))),
            ("/add old-oven is it old?", Typed::Command(Command::Add("old-oven is it old?"))),
            ("/jmup path-bank", Typed::Unknown("/jmup", Some("/jump"))),
            ("restart", Typed::Unknown("restart", Some("/restart"))),
            ("why", Typed::Line("why")),
            ("Why not?", Typed::Line("Why not?")),
            ("", Typed::Line("")),
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
