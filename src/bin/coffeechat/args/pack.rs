//! What can be typed after `coffeechat pack`: the instructor's bench.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand, ValueEnum};

use super::PackArgs;

/// Arguments of `pack`.
#[derive(Debug, Args)]
pub(crate) struct PackCommandArgs {
    #[command(subcommand)]
    pub(crate) command: PackCommand,
}

/// What to do with a pack.
#[derive(Debug, Subcommand)]
pub(crate) enum PackCommand {
    /// Begin a pack, a scenario, a topic or a case; it passes `pack check` from the start
    New(NewArgs),
    /// Find everything that keeps a pack from working, and what will disappoint
    Check(CheckArgs),
    /// Play the cases of a pack
    Test(TestArgs),
    /// Let eight kinds of learners play whole talks, and show what they come by
    Simulate(SimulateArgs),
    /// Show what is heard in a line, how sure, and by which words
    Explain(ExplainArgs),
    /// Try a scenario while you write it; saved files are taken up at once
    Author(AuthorArgs),
    /// Gather what learners asked and was not understood
    Harvest(HarvestArgs),
    /// Write JSON Schemas, so that an editor completes and explains the keys
    Schema(SchemaArgs),
    /// Draw topics, gates and what leads where
    Graph(GraphArgs),
    /// Print a scenario as a script to read, with speaking times
    Print(PrintArgs),
}

impl PackCommand {
    /// The pack that the command writes into, if it writes into one.
    pub(crate) fn written_into(&self) -> Option<&Path> {
        match self {
            Self::New(NewArgs { what: Some(what), .. }) => Some(match what {
                NewWhat::Pack { folder } => folder,
                NewWhat::Scenario { pack, .. }
                | NewWhat::Topic { pack, .. }
                | NewWhat::Case { pack, .. } => pack,
            }),
            Self::New(NewArgs { folder, .. }) | Self::Schema(SchemaArgs { folder, .. }) => {
                folder.as_deref()
            }
            Self::Test(args) => args.path.as_deref().filter(|_| args.bless),
            Self::Author(args) => Some(&args.path),
            Self::Check(_)
            | Self::Simulate(_)
            | Self::Explain(_)
            | Self::Harvest(_)
            | Self::Graph(_)
            | Self::Print(_) => None,
        }
    }
}

/// Arguments of `pack new`.
#[derive(Debug, Args)]
#[command(
    args_conflicts_with_subcommands = true,
    after_help = "Examples:\n  coffeechat pack new pack my-pack                       a pack with one person to change\n  coffeechat pack new scenario lena-roth --pack my-pack\n  coffeechat pack new scenario lena-roth --pack my-pack --from notes.txt\n  coffeechat pack new topic lena-roth night-shifts --pack my-pack\n  coffeechat pack new case lena-roth --pack my-pack\n  coffeechat pack new --person                           somebody you are going to meet\n  coffeechat pack new --person my-people                 into a pack of your own"
)]
pub(crate) struct NewArgs {
    /// What to begin.
    #[command(subcommand)]
    pub(crate) what: Option<NewWhat>,
    /// A dozen questions about a real contact make a scenario to rehearse with.
    #[arg(long)]
    pub(crate) person: bool,
    /// With --person: the pack's folder; without it, your own people in the data folder.
    #[arg(requires = "person")]
    pub(crate) folder: Option<PathBuf>,
}

/// What to begin.
#[derive(Debug, Subcommand)]
pub(crate) enum NewWhat {
    /// A pack with one person, some topics and a case, to be changed into yours
    Pack {
        /// The folder; it must not exist yet, or be empty.
        folder: PathBuf,
    },
    /// A person in a pack
    Scenario {
        /// The scenario's id, such as lena-roth.
        id: String,
        /// The pack's folder.
        #[arg(long, value_name = "FOLDER", default_value = ".")]
        pack: PathBuf,
        /// Notes of the form "Q: …" and "A: …", to be made into topics.
        #[arg(long, value_name = "FILE")]
        from: Option<PathBuf>,
    },
    /// A topic for a person, with an answer to be written
    Topic {
        /// The scenario's id.
        scenario: String,
        /// The topic's id: one of the question bank (`coffeechat questions` lists them), or a new one.
        topic: String,
        /// The pack's folder.
        #[arg(long, value_name = "FOLDER", default_value = ".")]
        pack: PathBuf,
    },
    /// A case that tests a person
    Case {
        /// The scenario's id.
        scenario: String,
        /// The pack's folder.
        #[arg(long, value_name = "FOLDER", default_value = ".")]
        pack: PathBuf,
    },
}

/// Arguments of `pack check`.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  coffeechat pack check my-pack\n  coffeechat pack check my-pack --deny warnings\n  coffeechat pack check my-pack --format sarif > findings.sarif\n  coffeechat pack check --explain unknown-answer\n  coffeechat pack check --rules\n\nThe status is 1 if there are errors (with --deny warnings: if there is anything)."
)]
pub(crate) struct CheckArgs {
    /// The pack's folder or .zip file; without it, the built-in pack.
    pub(crate) path: Option<PathBuf>,
    /// Let warnings count as errors.
    #[arg(long, value_name = "WHAT", value_enum)]
    pub(crate) deny: Option<Deny>,
    /// How to write the findings.
    #[arg(long, value_enum, default_value = "human")]
    pub(crate) format: FindingFormat,
    /// Print the page of a rule; no pack is looked at.
    #[arg(long, value_name = "RULE", conflicts_with = "rules")]
    pub(crate) explain: Option<String>,
    /// List all rules.
    #[arg(long, conflicts_with = "path")]
    pub(crate) rules: bool,
}

/// What counts as an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Deny {
    /// Warnings too
    Warnings,
}

/// How findings are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FindingFormat {
    /// With a picture of each line
    Human,
    /// One JSON object
    Json,
    /// SARIF 2.1.0, for code hosts and editors
    Sarif,
    /// Annotations of GitHub's workflows
    Github,
}

/// Arguments of `pack test`.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  coffeechat pack test my-pack\n  coffeechat pack test my-pack --bless       write what came into the cases that fail"
)]
pub(crate) struct TestArgs {
    /// The pack's folder or .zip file; without it, the built-in pack.
    pub(crate) path: Option<PathBuf>,
    /// Change the expectations that are not met to what came, and nothing else.
    #[arg(long, requires = "path")]
    pub(crate) bless: bool,
}

/// Arguments of `pack simulate`.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  coffeechat pack simulate my-pack\n  coffeechat pack simulate my-pack --scenario lena-roth --runs 800\n  coffeechat pack simulate --json > table.json\n\nThe status is 1 if an answer is never reached, or if listening does not pay."
)]
pub(crate) struct SimulateArgs {
    /// The pack's folder or .zip file; without it, the built-in pack.
    pub(crate) path: Option<PathBuf>,
    /// With this person only.
    #[arg(long)]
    pub(crate) scenario: Option<String>,
    /// How many talks each person has, 14 to 100,000; half of them are the curious listener's.
    #[arg(long, default_value_t = 1_200, value_parser = clap::value_parser!(u32).range(14..=100_000))]
    pub(crate) runs: u32,
    /// The first seed.
    #[arg(long, default_value_t = 1)]
    pub(crate) seed: u64,
    /// One JSON object instead of tables.
    #[arg(long)]
    pub(crate) json: bool,
}

/// Arguments of `pack explain`.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  coffeechat pack explain \"How did you get into this?\"\n  coffeechat pack explain \"Why?\" --scenario rosa-delgado --after path-accident\n  coffeechat pack explain \"Were you turned down?\" --scenario rosa-delgado --not path-refused"
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
    /// Say why this answer is not what comes, and what would be needed.
    #[arg(long, value_name = "ANSWER", requires = "scenario")]
    pub(crate) not: Option<String>,
    /// How far they have opened up, 0 to 100; without it, as at the beginning of a talk.
    #[arg(long, value_name = "0-100", requires = "scenario", value_parser = clap::value_parser!(u8).range(0..=100))]
    pub(crate) rapport: Option<u8>,
    #[command(flatten)]
    pub(crate) pack: PackArgs,
}

/// Arguments of `pack author`.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  coffeechat pack author my-pack\n  coffeechat pack author my-pack lena-roth\n\nIn the talk, type /help. Save a file in your editor, and the talk so far is played again."
)]
pub(crate) struct AuthorArgs {
    /// The pack's folder.
    pub(crate) path: PathBuf,
    /// With whom; without it, the pack's default.
    pub(crate) scenario: Option<String>,
    /// The seed of the talk.
    #[arg(long, default_value_t = 1)]
    pub(crate) seed: u64,
}

/// Arguments of `pack harvest`.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  coffeechat pack harvest runs/*.jsonl --pack my-pack\n  coffeechat pack harvest runs/ --pack my-pack --patch asked.patch\n\nLogs are what `practice --log FILE` or the data folder keeps. Nothing in the pack is changed; the\npatch is for you to read, and `git apply` or `patch -p1` takes it."
)]
pub(crate) struct HarvestArgs {
    /// Logs of talks, or folders of them.
    #[arg(required = true)]
    pub(crate) logs: Vec<PathBuf>,
    /// Write the patch here; without it, it is shown.
    #[arg(long, value_name = "FILE")]
    pub(crate) patch: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) pack: PackArgs,
}

/// Arguments of `pack schema`.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  coffeechat pack schema my-pack             write schemas and editor settings into the pack\n  coffeechat pack schema --print scenario    print one schema"
)]
pub(crate) struct SchemaArgs {
    /// The pack's folder.
    #[arg(required_unless_present = "print")]
    pub(crate) folder: Option<PathBuf>,
    /// Print the schema of one kind of file.
    #[arg(long, value_name = "KIND", value_enum, conflicts_with = "folder")]
    pub(crate) print: Option<FileKind>,
}

/// The kinds of files in a pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FileKind {
    /// pack.toml
    Manifest,
    /// scenarios/*.toml
    Scenario,
    /// `question_banks`/*.toml
    Bank,
    /// cases/*.toml
    Cases,
}

/// Arguments of `pack graph`.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  coffeechat pack graph my-pack --scenario lena-roth > lena.mmd\n  coffeechat pack graph my-pack --scenario lena-roth --format svg > lena.svg\n  coffeechat pack graph --scenario rosa-delgado --traffic 200 --format svg > rosa.svg"
)]
pub(crate) struct GraphArgs {
    /// The pack's folder or .zip file; without it, the built-in pack.
    pub(crate) path: Option<PathBuf>,
    /// Whose; without it, the pack's default.
    #[arg(long)]
    pub(crate) scenario: Option<String>,
    /// How to write it.
    #[arg(long, value_enum, default_value = "mermaid")]
    pub(crate) format: GraphFormat,
    /// Play so many talks, and write at each answer in how many of a hundred it was told.
    #[arg(long, value_name = "TALKS", value_parser = clap::value_parser!(u32).range(14..=100_000))]
    pub(crate) traffic: Option<u32>,
}

/// How a graph is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum GraphFormat {
    /// Mermaid, which Markdown viewers draw
    Mermaid,
    /// DOT, for Graphviz
    Dot,
    /// A picture
    Svg,
}

/// Arguments of `pack print`.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  coffeechat pack print my-pack\n  coffeechat pack print my-pack --scenario lena-roth > lena.md"
)]
pub(crate) struct PrintArgs {
    /// The pack's folder or .zip file; without it, the built-in pack.
    pub(crate) path: Option<PathBuf>,
    /// Whose; without it, everybody's.
    #[arg(long)]
    pub(crate) scenario: Option<String>,
}
