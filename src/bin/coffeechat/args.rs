//! What can be typed on the command line.

pub(crate) mod pack;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use coffeechat::coach::help::HelpLevel;
use coffeechat::drill::Ending;

use self::pack::PackCommandArgs;

/// Rehearse an informational interview: you ask, a person answers, a coach helps you ask better.
#[derive(Debug, Parser)]
#[command(
    name = "coffeechat",
    version,
    after_help = "Examples:\n  coffeechat                          start a rehearsal\n  coffeechat people                   who you can meet\n  coffeechat practice rosa-delgado    meet someone in particular\n  coffeechat practice --help-level silent\n  coffeechat questions career-path    questions worth asking\n  coffeechat prepare                  a plan for a talk you have\n  coffeechat ladder                   step by step, from watching on\n\nEverything stays on this computer."
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
    /// Prepare a talk: whom, what to learn, what to ask
    Prepare(PrepareArgs),
    /// Rehearse a talk
    Practice(PracticeArgs),
    /// Practise step by step, from watching to a run without help
    Ladder(LadderArgs),
    /// Practise one small skill for two or three minutes
    Drill(DrillArgs),
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
    /// Look back at a talk: three short questions
    Reflect(ReflectArgs),
    /// Read what you wrote about all your talks, together
    Journal(JournalArgs),
    /// The people you know: through whom, what was promised, what is due
    Contacts(ContactsArgs),
    /// Your talks over time
    History(HistoryArgs),
    /// Where your data lies; copy it, delete it
    Data(DataArgs),
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
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
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
    /// Let the person make it awkward, to practise that: an interruption, "just apply online", no name.
    #[arg(long)]
    pub(crate) awkward: bool,
    /// The plan to have at hand (see `coffeechat prepare`); without a name, the last one.
    #[arg(long, value_name = "NAME", num_args = 0..=1, default_missing_value = "", require_equals = true)]
    pub(crate) plan: Option<String>,
    /// Ask before and after how comfortable you are, 0 to 100.
    #[arg(long)]
    pub(crate) comfort: bool,
    /// The rung of the ladder it is held on.
    #[arg(skip)]
    pub(crate) rung: Option<u8>,
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
    /// A pack's folder or .zip file; without it, the built-in pack.
    #[arg(long, value_name = "PACK")]
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

/// Arguments of `prepare`.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  coffeechat prepare                            a few questions; Ctrl-D stops, and what there is is kept\n  coffeechat prepare dana-whitfield             go on with a plan\n  coffeechat prepare --show > plan.md           the last plan, on one page\n  coffeechat practice --plan=dana-whitfield     rehearse with it"
)]
pub(crate) struct PrepareArgs {
    /// The plan to go on with, or the name of whom you meet.
    pub(crate) name: Option<String>,
    /// Print the plan; without a name, the last one.
    #[arg(long)]
    pub(crate) show: bool,
    /// How to print it.
    #[arg(long, value_enum, default_value = "md", requires = "show")]
    pub(crate) format: PlanFormat,
    #[command(flatten)]
    pub(crate) pack: PackArgs,
}

/// How a plan is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum PlanFormat {
    /// Markdown
    Md,
    /// TOML, as it is kept
    Toml,
}

/// Arguments of `ladder`.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  coffeechat ladder                      the rungs, and which comes next\n  coffeechat ladder --next               take it\n  coffeechat ladder 0                    watch a weak and a strong talk\n  coffeechat ladder 5 --with rosa-delgado"
)]
pub(crate) struct LadderArgs {
    /// The rung, 0 to 7; without it, all are shown.
    pub(crate) rung: Option<u8>,
    /// Take the rung that comes next.
    #[arg(long, conflicts_with = "rung")]
    pub(crate) next: bool,
    /// With whom; `coffeechat people` lists who there is.
    #[arg(long, value_name = "SCENARIO")]
    pub(crate) with: Option<String>,
    /// The same seed gives the same person, word for word.
    #[arg(long)]
    pub(crate) seed: Option<u64>,
    /// Do not ask how comfortable you feel.
    #[arg(long)]
    pub(crate) no_comfort: bool,
    #[command(flatten)]
    pub(crate) pack: PackArgs,
}

/// Arguments of `drill`.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  coffeechat drill                   what there is\n  coffeechat drill open              turn closed questions into open ones\n  coffeechat drill ending --against no"
)]
pub(crate) struct DrillArgs {
    /// The drill: open, hook, acknowledge, ending or no; without it, all are shown.
    pub(crate) drill: Option<String>,
    /// With whom; `coffeechat people` lists who there is.
    #[arg(long, value_name = "SCENARIO")]
    pub(crate) with: Option<String>,
    /// What comes of asking who else to talk to, in the drill `ending`.
    #[arg(long, value_enum)]
    pub(crate) against: Option<Against>,
    /// The same seed gives the same items.
    #[arg(long)]
    pub(crate) seed: Option<u64>,
    #[command(flatten)]
    pub(crate) pack: PackArgs,
}

/// What comes of asking who else to talk to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Against {
    /// An introduction
    Yes,
    /// "There are a few people"
    Vague,
    /// "I would have to think"
    Think,
    /// A no
    No,
}

impl From<Against> for Ending {
    fn from(against: Against) -> Self {
        match against {
            Against::Yes => Self::Yes,
            Against::Vague => Self::Vague,
            Against::Think => Self::Think,
            Against::No => Self::No,
        }
    }
}

/// Arguments of `reflect`.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  coffeechat reflect\n  coffeechat reflect 2026-11-22-101500-rosa-delgado"
)]
pub(crate) struct ReflectArgs {
    /// A run: its name, or the file it is kept in; without it, the last one.
    pub(crate) run: Option<String>,
}

/// Arguments of `journal`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  coffeechat journal\n  coffeechat journal --json")]
pub(crate) struct JournalArgs {
    /// One JSON object a line, for programs.
    #[arg(long)]
    pub(crate) json: bool,
}

/// Arguments of `contacts`.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  coffeechat contacts\n  coffeechat contacts add \"Dana Whitfield\" --role editor --through \"my aunt\" --next \"write to her\" --due friday\n  coffeechat contacts done dana --next \"send a note\" --due tomorrow\n  coffeechat contacts export --format vcard > contacts.vcf"
)]
pub(crate) struct ContactsArgs {
    #[command(subcommand)]
    pub(crate) command: Option<ContactCommand>,
}

/// What to do with contacts.
#[derive(Debug, Subcommand)]
pub(crate) enum ContactCommand {
    /// Show everybody, what is due first
    List,
    /// Add somebody, or change what is known of them
    Add(ContactArgs),
    /// Say that the next step is done
    Done {
        /// Whose step.
        name: String,
        /// What comes after it.
        #[arg(long)]
        next: Option<String>,
        /// When that is due: 2026-11-26, Thursday, "in 2 weeks".
        #[arg(long, requires = "next")]
        due: Option<String>,
    },
    /// Take somebody out of the list
    Remove {
        /// Whom.
        name: String,
    },
    /// Write everybody out for other programs
    Export {
        /// As what.
        #[arg(long, value_enum, default_value = "csv")]
        format: BookFormat,
        /// With the people of rehearsals (CSV only; an address book never gets them).
        #[arg(long)]
        rehearsals: bool,
    },
}

/// Arguments of `contacts add`.
#[derive(Debug, Args)]
pub(crate) struct ContactArgs {
    /// Full name.
    pub(crate) name: String,
    /// What they do.
    #[arg(long)]
    pub(crate) role: Option<String>,
    /// Who named or introduced them.
    #[arg(long)]
    pub(crate) through: Option<String>,
    /// The day you talked: 2026-11-26, today, Thursday (the last one).
    #[arg(long)]
    pub(crate) talked: Option<String>,
    /// What was promised.
    #[arg(long)]
    pub(crate) promised: Option<String>,
    /// The next step.
    #[arg(long)]
    pub(crate) next: Option<String>,
    /// When it is due: 2026-11-26, Thursday, "in 2 weeks".
    #[arg(long)]
    pub(crate) due: Option<String>,
}

/// How contacts are written out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum BookFormat {
    /// Comma-separated values, for spreadsheets
    Csv,
    /// vCards, for address books and telephones
    Vcard,
}

/// Arguments of `history`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  coffeechat history\n  coffeechat history --csv > talks.csv")]
pub(crate) struct HistoryArgs {
    /// List every talk.
    #[arg(long)]
    pub(crate) all: bool,
    /// All figures as JSON.
    #[arg(long, conflicts_with = "csv")]
    pub(crate) json: bool,
    /// All figures as comma-separated values.
    #[arg(long)]
    pub(crate) csv: bool,
}

/// Arguments of `data`.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  coffeechat data\n  coffeechat data export --redact copy-for-my-instructor\n  coffeechat data delete"
)]
pub(crate) struct DataArgs {
    #[command(subcommand)]
    pub(crate) command: Option<DataCommand>,
}

/// What to do with the data.
#[derive(Debug, Subcommand)]
pub(crate) enum DataCommand {
    /// Show where everything lies
    Show,
    /// Copy everything into a new folder
    Export {
        /// The folder; it must not exist yet, or be empty.
        to: PathBuf,
        /// Take names out: of contacts, plans, your own people, and yours.
        #[arg(long)]
        redact: bool,
    },
    /// Delete everything
    Delete {
        /// Without asking.
        #[arg(long)]
        yes: bool,
    },
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

impl From<HelpLevel> for Level {
    fn from(level: HelpLevel) -> Self {
        match level {
            HelpLevel::Full => Self::Full,
            HelpLevel::Hints => Self::Hints,
            HelpLevel::Nudges => Self::Nudges,
            HelpLevel::Silent => Self::Silent,
        }
    }
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
