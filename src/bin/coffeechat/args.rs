//! What can be typed on the command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use coffeechat::coach::help::HelpLevel;

/// Rehearse an informational interview: you ask, a person answers, a coach helps you ask better.
#[derive(Debug, Parser)]
#[command(
    name = "coffeechat",
    version,
    after_help = "Examples:\n  coffeechat                          start a rehearsal\n  coffeechat people                   who you can meet\n  coffeechat practice rosa-delgado    meet someone in particular\n  coffeechat practice --help-level silent\n  coffeechat questions career-path    questions worth asking\n\nEverything stays on this computer."
)]
pub(crate) struct Cli {
    /// What to do; without it, a rehearsal starts.
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
    /// No colour, no symbols, everything in reading order (for screen readers).
    #[arg(long, global = true)]
    pub(crate) plain: bool,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Rehearse a talk
    Practice(PracticeArgs),
    /// Show who you can meet
    People(PackArgs),
    /// Show questions worth asking, by topic
    Questions(QuestionsArgs),
    /// Assess questions, or a transcript of a real talk
    Assess(AssessArgs),
    /// Read the debrief of a talk again
    Debrief(DebriefArgs),
    /// Check the message that asks for a talk, or the thank-you note after it
    Letter(LetterArgs),
    /// Make and check packs (for instructors)
    Pack(PackCommandArgs),
    /// Print completions for a shell
    Completions {
        /// The shell.
        shell: Shell,
    },
    /// Print the manual page
    Man,
}

/// Arguments of `practice`.
#[derive(Debug, Default, Args)]
#[command(
    after_help = "Examples:\n  coffeechat practice\n  coffeechat practice rosa-delgado --seed 7\n  printf 'hi\\nhow did you get into this work?\\n' | coffeechat practice\n\nIn the talk, type /help."
)]
pub(crate) struct PracticeArgs {
    /// Who to meet; `coffeechat people` lists them.
    pub(crate) scenario: Option<String>,
    #[command(flatten)]
    pub(crate) pack: PackArgs,
    /// The same seed gives the same person, word for word.
    #[arg(long)]
    pub(crate) seed: Option<u64>,
    /// How much help the coach gives.
    #[arg(long, value_enum, default_value = "full")]
    pub(crate) help_level: Level,
    /// One JSON event a line instead of text, for programs.
    #[arg(long)]
    pub(crate) jsonl: bool,
    /// Where to keep this talk, instead of the data folder.
    #[arg(long, value_name = "FILE")]
    pub(crate) log: Option<PathBuf>,
    /// Take up the talk that was broken off, without asking.
    #[arg(long, conflicts_with = "new")]
    pub(crate) resume: bool,
    /// Start afresh, without asking about a talk that was broken off.
    #[arg(long)]
    pub(crate) new: bool,
}

/// Which pack.
#[derive(Debug, Clone, Default, Args)]
pub(crate) struct PackArgs {
    /// A pack's folder; without it, the built-in pack.
    #[arg(long, value_name = "FOLDER")]
    pub(crate) pack: Option<PathBuf>,
}

/// Arguments of `questions`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  coffeechat questions\n  coffeechat questions challenges")]
pub(crate) struct QuestionsArgs {
    /// A topic; without it, all topics are listed.
    pub(crate) topic: Option<String>,
    #[command(flatten)]
    pub(crate) pack: PackArgs,
}

/// Arguments of `assess`.
#[derive(Debug, Args)]
#[command(
    after_help = "Questions are read one a line. A transcript is known by itself: names before a colon\n(`You: …`, `Maya: …`, `Q: …`), WebVTT or SRT; of it, the turns of the one who asks are\nlooked at, each with what was said before.\n\nExamples:\n  coffeechat assess                          type questions; Ctrl-D ends\n  coffeechat assess my-questions.txt\n  echo 'Do you like your job?' | coffeechat assess\n  coffeechat assess meeting.vtt              what a recorder wrote of a real talk\n  coffeechat assess notes.txt --speaker Sam  Sam is the one who asks\n  coffeechat assess --jsonl rows.jsonl       for programs: {\"id\": 7, \"text\": …, \"prev\": …}\n  coffeechat assess --jsonl --transcript auto meeting.vtt\n\nA line may have 1 MiB; the rest of a longer one is left out, and said. A row of --jsonl that\ncannot be read gets {\"line\": …, \"error\": …} in its place, and the status is 1 at the end."
)]
pub(crate) struct AssessArgs {
    /// A file; `-` or nothing reads what is piped or typed.
    pub(crate) file: Option<PathBuf>,
    /// Write one JSON object a line; read them too, unless --transcript or --speaker is given.
    #[arg(long)]
    pub(crate) jsonl: bool,
    /// What the text is; with --jsonl, says that text is read rather than objects.
    #[arg(long, value_name = "WHAT", value_enum)]
    pub(crate) transcript: Option<TranscriptKind>,
    /// Who asks in the transcript, as it names them.
    #[arg(long, value_name = "NAME")]
    pub(crate) speaker: Option<String>,
    /// Listen for this scenario's own topics too.
    #[arg(long)]
    pub(crate) scenario: Option<String>,
    /// Hear topics by words alone: less exact, and a hundred times as fast.
    #[arg(long)]
    pub(crate) fast: bool,
    #[command(flatten)]
    pub(crate) pack: PackArgs,
}

impl AssessArgs {
    /// Whether the input is JSON Lines, rather than text.
    pub(crate) const fn reads_rows(&self) -> bool {
        self.jsonl && self.transcript.is_none() && self.speaker.is_none()
    }
}

/// What the text that `assess` reads is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum TranscriptKind {
    /// Find out from the head of it
    Auto,
    /// Questions, one a line; each is answered at once
    Lines,
    /// Names before a colon, or above what they say
    Speakers,
    /// `WebVTT`: .vtt
    Vtt,
    /// `SubRip`: .srt
    Srt,
}

/// Arguments of `debrief`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  coffeechat debrief\n  coffeechat debrief --format json")]
pub(crate) struct DebriefArgs {
    /// A run: its name, or the file it is kept in; without it, the last one.
    pub(crate) run: Option<String>,
    /// How to write it.
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: Format,
    #[command(flatten)]
    pub(crate) pack: PackArgs,
}

/// Arguments of `letter`.
#[derive(Debug, Args)]
pub(crate) struct LetterArgs {
    #[command(subcommand)]
    pub(crate) kind: LetterKind,
}

/// Which letter.
#[derive(Debug, Subcommand)]
pub(crate) enum LetterKind {
    /// The message that asks for a talk; the person answers it
    #[command(
        after_help = "Examples:\n  coffeechat letter outreach                     type or paste it\n  coffeechat letter outreach message.txt\n  coffeechat letter outreach message.txt --to rosa-delgado\n  coffeechat letter outreach --json - < message.txt\n\nThe status is 1 if something needed is missing."
    )]
    Outreach(OutreachArgs),
    /// The thank-you note, held against what was said in the talk
    #[command(
        after_help = "Examples:\n  coffeechat letter thanks                       for the last rehearsal\n  coffeechat letter thanks note.txt --run 2026-11-22-101500-rosa-delgado\n  coffeechat letter thanks note.txt --reminders thanks.ics\n\nThe status is 1 if something needed is missing."
    )]
    Thanks(ThanksArgs),
}

/// What both letters take.
#[derive(Debug, Args)]
pub(crate) struct LetterFileArgs {
    /// A file; `-` or nothing reads what is piped or typed.
    pub(crate) file: Option<PathBuf>,
    /// One JSON object instead of text, for programs.
    #[arg(long)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) pack: PackArgs,
}

/// Arguments of `letter outreach`.
#[derive(Debug, Args)]
pub(crate) struct OutreachArgs {
    #[command(flatten)]
    pub(crate) letter: LetterFileArgs,
    /// Who answers; `coffeechat people` lists them.
    #[arg(long, value_name = "SCENARIO")]
    pub(crate) to: Option<String>,
    /// The same seed gives the same answer.
    #[arg(long, default_value_t = 1)]
    pub(crate) seed: u64,
}

/// Arguments of `letter thanks`.
#[derive(Debug, Args)]
pub(crate) struct ThanksArgs {
    #[command(flatten)]
    pub(crate) letter: LetterFileArgs,
    /// The talk it thanks for: its name, or the file it is kept in; without it the last one, with --json none.
    #[arg(long)]
    pub(crate) run: Option<String>,
    /// Check the note by itself, without a talk.
    #[arg(long, conflicts_with_all = ["run", "reminders"])]
    pub(crate) no_run: bool,
    /// Write a calendar file: note due, follow-up, report on the introduction.
    #[arg(long, value_name = "FILE")]
    pub(crate) reminders: Option<PathBuf>,
}

/// How a debrief is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// To read on a terminal
    Text,
    /// Markdown
    Md,
    /// One JSON object
    Json,
}

/// Arguments of `pack`.
#[derive(Debug, Args)]
pub(crate) struct PackCommandArgs {
    #[command(subcommand)]
    pub(crate) command: PackCommand,
}

/// What to do with a pack.
#[derive(Debug, Subcommand)]
pub(crate) enum PackCommand {
    /// Find everything that keeps a pack from working
    #[command(
        after_help = "Examples:\n  coffeechat pack check my-pack\n  coffeechat pack check --explain unknown-answer"
    )]
    Check {
        /// The pack's folder; without it, the built-in pack.
        path: Option<PathBuf>,
        /// Print the page of a rule.
        #[arg(long, value_name = "RULE")]
        explain: Option<String>,
    },
    /// Show what is heard in a line, how sure, and by which words
    Explain(ExplainArgs),
    /// Play the cases of a pack
    Test {
        /// The pack's folder; without it, the built-in pack.
        path: Option<PathBuf>,
    },
}

/// Arguments of `pack explain`.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  coffeechat pack explain \"How did you get into this?\"\n  coffeechat pack explain \"Why?\" --scenario rosa-delgado --after path-accident"
)]
pub(crate) struct ExplainArgs {
    /// The line.
    pub(crate) line: String,
    /// Listen for this scenario's own topics too.
    #[arg(long)]
    pub(crate) scenario: Option<String>,
    /// The answer that was just given, by its id.
    #[arg(long, value_name = "ANSWER")]
    pub(crate) after: Option<String>,
    #[command(flatten)]
    pub(crate) pack: PackArgs,
}

/// How much help the coach gives.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Level {
    /// A word on every question
    #[default]
    Full,
    /// A word when something is to be gained
    Hints,
    /// A word only after the second time
    Nudges,
    /// Nothing until the debrief
    Silent,
}

impl From<Level> for HelpLevel {
    fn from(level: Level) -> Self {
        match level {
            Level::Full => Self::Full,
            Level::Hints => Self::Hints,
            Level::Nudges => Self::Nudges,
            Level::Silent => Self::Silent,
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_sound() {
        super::Cli::command().debug_assert();
    }
}
