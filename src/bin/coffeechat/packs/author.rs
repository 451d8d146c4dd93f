//! `pack author`: a talk with a person while they are being written. What is saved in an editor is taken up at
//! once, and the talk so far is played again over it.

mod command;
mod desk;
mod moved;
mod obey;
mod setting;
mod shown;
mod talk;
mod watch;
mod written;

use std::sync::{Arc, Mutex};
use std::thread;

use anyhow::{Result, bail};
use coffeechat::hearing::Ear;
use coffeechat::interviewee::Person;
use coffeechat::pack::Pack;
use coffeechat::pack::scenario::Scenario;

use self::command::{COMMANDS, Typed, parse};
use self::desk::{Desk, lock};
use self::setting::{FACTS, WHAT};
use crate::Outcome;
use crate::args::pack::AuthorArgs;
use crate::practice::command::no_command;
use crate::practice::input::{Input, Read1};
use crate::practice::start;
use crate::screen::{Screen, message};
use crate::surroundings::Surroundings;

/// Runs `pack author`.
pub(crate) fn run(
    args: &AuthorArgs,
    around: &Surroundings,
    screen: &mut Screen,
) -> Result<Outcome> {
    if args.path.is_file() {
        bail!(
            "`{}` is a file; `pack author` reads and writes the files of a folder",
            args.path.display()
        );
    }
    let Some((pack, id)) = start::open_pack(Some(&args.path), args.scenario.as_deref())? else {
        return Ok(Outcome::Findings);
    };
    let scenario = start::scenario(&pack, &id)?.clone();
    let desk = Mutex::new(Desk::new(&args.path, pack, &scenario, args.seed));
    let layout = screen.layout();
    thread::scope(|scope| {
        // Made in here, so that it is gone when the watching thread is waited for.
        let mut input = if around.interactive {
            Input::editor(None, screen.is_plain(), &COMMANDS)?
        } else {
            Input::pipe()
        };
        let watcher = input.printer().zip(watch::start(&args.path));
        let _watcher = watcher.map(|(mut printer, (watcher, changes))| {
            let desk = &desk;
            scope.spawn(move || {
                watch::after_each(&changes, || {
                    let notice = lock(desk).look();
                    // Shown without the desk: while a text waits to be shown, the prompt may need it.
                    if let Some(notice) = notice {
                        printer(layout.for_prompt(notice.laid_out(layout)));
                    }
                });
            });
            watcher
        });
        Author { desk: &desk, input, screen, interrupts: 0, last_line: None, is_over: false }
            .hold(&id)
    })?;
    Ok(Outcome::Clean)
}

/// The talk and the keyboard.
struct Author<'d, 's> {
    desk: &'d Mutex<Desk>,
    input: Input,
    screen: &'s mut Screen,
    interrupts: u32,
    /// The last line that was said, and whether it stands.
    last_line: Option<(String, bool)>,
    is_over: bool,
}

/// Who is played, from the pack as it was when this was made.
#[derive(Clone, Copy)]
struct Stage<'p> {
    pack: &'p Pack,
    scenario: &'p Scenario,
    ear: &'p Ear<'p>,
}

impl<'p> Stage<'p> {
    const fn person(&self, seed: u64) -> Person<'p> {
        Person::new(self.pack, self.scenario, seed)
    }
}

impl Author<'_, '_> {
    fn hold(mut self, id: &str) -> Result<()> {
        self.open(id)?;
        let mut typed = None;
        while !self.is_over {
            let pack = Arc::clone(&lock(self.desk).pack);
            // A pack without them is never taken up.
            let Some(scenario) = pack.scenario(id) else { return Ok(()) };
            let ear = Ear::new(&pack, Some(scenario));
            let stage = Stage { pack: &pack, scenario, ear: &ear };
            self.offer(scenario);
            typed = thread::scope(|scope| {
                // The person thinks meanwhile.
                scope.spawn(|| ear.prepare());
                self.over_one_pack(stage, typed.take())
            })?;
        }
        Ok(())
    }

    /// Takes what is typed until it is over, or the pack is a newer one; gives what was typed for that.
    fn over_one_pack(&mut self, stage: Stage<'_>, typed: Option<String>) -> Result<Option<String>> {
        let mut typed = typed;
        while !self.is_over {
            let line = match typed.take() {
                Some(line) => line,
                None => match self.read()? {
                    Some(line) => line,
                    None => continue,
                },
            };
            let shared = self.desk;
            let mut desk = lock(shared);
            self.look(&mut desk)?;
            if !std::ptr::eq(stage.pack, Arc::as_ptr(&desk.pack)) {
                return Ok(Some(line));
            }
            self.take(&mut desk, stage, &line)?;
            if !std::ptr::eq(stage.pack, Arc::as_ptr(&desk.pack)) {
                return Ok(None);
            }
        }
        Ok(None)
    }

    fn open(&mut self, id: &str) -> Result<()> {
        let shared = self.desk;
        let desk = lock(shared);
        let Some(scenario) = desk.pack.scenario(id) else { return Ok(()) };
        self.screen.heading(&format!("{}, {}", scenario.name(), scenario.title.value()))?;
        self.screen.plain(
            "Say lines as a learner would; /help shows what else you can type, Ctrl-D ends. Save a file \
             of the pack in your editor, and the talk so far is played again over it.",
        )?;
        if let Some(scene) = &scenario.opening.scene {
            self.screen.blank()?;
            self.screen.plain(scene.value())?;
        }
        self.screen.blank()?;
        Ok(self.screen.speech(scenario.first_name(), &desk.talk.opening)?)
    }

    /// What Tab completes after a command.
    fn offer(&mut self, scenario: &Scenario) {
        let answers = || scenario.answers().map(|(_, answer)| answer.id.value().clone()).collect();
        let topics = scenario.topics.iter().map(|topic| topic.id.value().clone()).collect();
        self.input.offer(vec![
            ("/jump ", answers()),
            ("/why ", vec!["not".to_owned()]),
            ("/why not ", answers()),
            ("/set ", WHAT.map(str::to_owned).to_vec()),
            ("/set told ", answers()),
            ("/set fact ", FACTS.map(|(word, _)| word.to_owned()).to_vec()),
            ("/add ", topics),
        ]);
    }

    /// Reads what is typed next; none if there was nothing, or it is over.
    fn read(&mut self) -> Result<Option<String>> {
        self.screen.flush()?;
        match self.input.read("You: ")? {
            Read1::Line(line, note) => {
                self.interrupts = 0;
                if let Some(note) = note {
                    message(note);
                }
                Ok(Some(line))
            }
            Read1::Interrupted => self.interrupted().map(|()| None),
            Read1::End => {
                self.is_over = true;
                if self.input.is_typed() {
                    self.screen.blank()?;
                }
                Ok(None)
            }
        }
    }

    /// Ctrl-C clears the line; the second one running offers to leave.
    fn interrupted(&mut self) -> Result<()> {
        self.interrupts += 1;
        if self.interrupts == 1 {
            return self.tell("(Ctrl-C clears the line; once more to leave.)");
        }
        self.screen.flush()?;
        match self.input.read("Leave? The talk is not kept. [Y/n] ")? {
            Read1::Line(answer, _) if answer.trim().to_lowercase().starts_with('n') => {
                self.interrupts = 0;
                self.tell("Then on we go.")
            }
            Read1::Line(..) | Read1::Interrupted | Read1::End => {
                self.is_over = true;
                Ok(())
            }
        }
    }

    /// Takes up what was saved meanwhile, where the watcher did not.
    fn look(&mut self, desk: &mut Desk) -> Result<()> {
        if let Some(notice) = desk.look() {
            let text = notice.laid_out(self.screen.layout());
            self.screen.text(&text)?;
        }
        Ok(())
    }

    fn take(&mut self, desk: &mut Desk, stage: Stage<'_>, typed: &str) -> Result<()> {
        match parse(typed) {
            Typed::Line(line) => {
                if !self.input.is_typed() {
                    let shown = if line.trim().is_empty() { "(says nothing)" } else { line };
                    self.screen.speech("You", shown)?;
                }
                self.say(desk, stage, line)
            }
            Typed::Command(command) => self.obey(desk, stage, command),
            Typed::Unknown(word, meant) => self.tell(&no_command(word, meant)),
        }
    }

    fn tell(&mut self, text: &str) -> Result<()> {
        self.screen.plain(text)?;
        Ok(self.screen.blank()?)
    }
}
