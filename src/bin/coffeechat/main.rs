//! coffeechat, the program: what is typed, and what is shown.

mod args;
mod assess;
mod contacts;
mod data;
mod drill;
mod findings;
mod history;
mod ladder;
mod letter;
mod lines;
mod met;
mod packs;
mod past;
mod people;
mod practice;
mod prepare;
mod progress;
mod reflect;
mod reopened;
mod review;
mod screen;
mod sheet;
mod surroundings;
mod told;

use std::io;
use std::process::ExitCode;

use anyhow::Result;
use clap::{CommandFactory, Parser};

use crate::args::{Cli, Command, PracticeArgs};
use crate::met::Met;
use crate::screen::Screen;
use crate::surroundings::Surroundings;

/// How the program ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Done, and nothing to mend.
    Clean,
    /// Done, and there are findings or failed cases.
    Findings,
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    match run(&cli) {
        Ok(Outcome::Clean) => ExitCode::SUCCESS,
        Ok(Outcome::Findings) => ExitCode::from(1),
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            screen::message(&format!("coffeechat: {error:#}"));
            ExitCode::from(2)
        }
    }
}

fn run(cli: &Cli) -> Result<Outcome> {
    let around = Surroundings::look();
    let mut screen = Screen::new(around.width, cli.plain);
    match &cli.command {
        None => practice::run(&PracticeArgs::default(), &around, &mut screen),
        Some(Command::Practice(args)) => practice::run(args, &around, &mut screen),
        Some(Command::People(args)) => with_pack(args, |pack| {
            let folder = args.pack.as_deref();
            let met = Met::look(&around);
            people::people(pack, folder, Some(&met), &mut screen)?;
            if args.pack.is_some() { Ok(()) } else { people::own(&around, &met, &mut screen) }
        }),
        Some(Command::Questions(args)) => with_pack(&args.pack, |pack| {
            people::questions(pack, args.topic.as_deref(), &mut screen)
        }),
        Some(Command::Assess(args)) => assess::run(args, &around, &mut screen),
        Some(Command::Debrief(args)) => review::run(args, &around, &mut screen),
        Some(Command::Letter(args)) => letter::run(args, &around, &mut screen),
        Some(Command::Prepare(args)) => prepare::run(args, &around, &mut screen),
        Some(Command::Ladder(args)) => ladder::run(args, &around, &mut screen),
        Some(Command::Drill(args)) => drill::run(args, &around, &mut screen),
        Some(Command::Reflect(args)) => reflect::run(args, &around, &mut screen),
        Some(Command::Journal(args)) => reflect::journal(args, &around, &mut screen),
        Some(Command::Contacts(args)) => contacts::run(args, &around, &mut screen),
        Some(Command::History(args)) => history::run(args, &around, &mut screen),
        Some(Command::Data(args)) => data::run(args, &around, &mut screen),
        Some(Command::Pack(args)) => packs::run(&args.command, &around, &mut screen),
        Some(Command::Completions { shell }) => {
            let mut script = Vec::new();
            clap_complete::generate(*shell, &mut Cli::command(), "coffeechat", &mut script);
            screen.raw(&String::from_utf8_lossy(&script))?;
            Ok(Outcome::Clean)
        }
        Some(Command::Man) => {
            let mut page = Vec::new();
            clap_mangen::Man::new(Cli::command()).render(&mut page)?;
            screen.raw(&String::from_utf8_lossy(&page))?;
            Ok(Outcome::Clean)
        }
    }
}

fn with_pack(
    args: &args::PackArgs,
    show: impl FnOnce(&coffeechat::pack::Pack) -> Result<()>,
) -> Result<Outcome> {
    match packs::open(args.pack.as_deref(), None)? {
        Some(pack) => show(&pack).map(|()| Outcome::Clean),
        None => Ok(Outcome::Findings),
    }
}

/// Whether the reader went away (`coffeechat people | head`), which is no trouble of ours.
fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        cause
            .downcast_ref::<io::Error>()
            .is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
    })
}
