//! `pack author`: a talk with a person while they are being written. What is saved in an editor is taken up at
//! once, and the talk so far is played again over it.

mod command;
mod desk;
mod moved;
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
use coffeechat::interviewee::state::State;
use coffeechat::pack::Pack;
use coffeechat::pack::scenario::Scenario;
use coffeechat::session::said::Said;

use self::command::{COMMANDS, Command, Typed, parse};
use self::desk::{Desk, lock};
use self::setting::{FACTS, Setting, WHAT, known_answer};
use self::talk::{Came, Step, Talk};
use crate::Outcome;
use crate::args::pack::AuthorArgs;
use crate::practice::command::no_command;
use crate::practice::input::{Input, Read1};
use crate::practice::{start, why};
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

    fn obey(&mut self, desk: &mut Desk, stage: Stage<'_>, command: Command<'_>) -> Result<()> {
        match command {
            Command::Help => {
                for (name, what) in COMMANDS {
                    self.screen.item(&format!("{name}: {what}"))?;
                }
                Ok(self.screen.blank()?)
            }
            Command::Why => match desk.talk.last_said() {
                Some((_, said)) => {
                    self.screen.report(&why::lines(&said.exchange(), Some(&said.heard)))?;
                    Ok(self.screen.blank()?)
                }
                None => self.tell("Nothing has been said yet."),
            },
            Command::WhyNot(answer) => self.why_not(desk, stage, answer),
            Command::Set(text) => match Setting::read(text) {
                Ok(setting) => self.step(desk, stage, Step::Set(setting)),
                Err(why) => self.tell(&why),
            },
            Command::Jump("") => self.tell("Which answer? /jump and its id; /topics lists them."),
            Command::Jump(answer) => self.step(desk, stage, Step::Jump(answer.to_owned())),
            Command::Undo => self.undo(desk),
            Command::Again => self.again(desk, stage),
            Command::Restart => {
                desk.talk = Talk::play(stage.person(desk.seed), stage.ear, Vec::new());
                self.forget_last_line();
                Ok(self.screen.speech(stage.scenario.first_name(), &desk.talk.opening)?)
            }
            Command::Seed(text) => self.sow(desk, stage, text),
            Command::Add(text) => self.add(desk, stage, text),
            Command::Case(name) => match written::case(desk, stage.scenario, name) {
                Ok((path, id)) => {
                    self.tell(&format!(
                        "Written to {path}: `{id}`. `coffeechat pack test {}` plays it.",
                        desk.folder().display()
                    ))?;
                    self.look(desk)
                }
                Err(why) => self.tell(&sentence("Not written", &why)),
            },
            Command::Check => match desk.findings() {
                Some(drawn) => Ok(self.screen.raw(&drawn)?),
                None => self.tell("No findings."),
            },
            Command::Topics => {
                self.screen.report(&shown::topics(stage.scenario, desk.talk.state()))?;
                Ok(self.screen.blank()?)
            }
            Command::Quit => {
                self.is_over = true;
                Ok(())
            }
        }
    }

    /// Says a line of the talk and shows what comes of it.
    fn say(&mut self, desk: &mut Desk, stage: Stage<'_>, line: &str) -> Result<()> {
        if let Some(how) = desk.talk.state().ended {
            return self.tell(&format!(
                "The talk is over ({}). /undo takes the last step back, /restart begins again.",
                how.word()
            ));
        }
        self.last_line = Some((line.to_owned(), true));
        self.step(desk, stage, Step::Line(line.to_owned()))
    }

    /// Plays a step, and shows what came of it. A step of which nothing came is not kept.
    fn step(&mut self, desk: &mut Desk, stage: Stage<'_>, step: Step) -> Result<()> {
        let at = desk.talk.played().len();
        desk.talk.take(stage.person(desk.seed), stage.ear, step);
        let name = stage.scenario.first_name();
        let Some(played) = desk.talk.played().last() else { return Ok(()) };
        if self.input.is_typed() {
            self.screen.blank()?;
        }
        match &played.came {
            Came::Said(said) => {
                self.screen.speech(name, &said.reply.text)?;
                self.screen.quiet(&shown::decided(desk.talk.before(at), said))?;
                self.screen.coach(&shown::coached(said))?;
            }
            Came::Told(reply) => {
                self.screen.speech(name, &reply.text)?;
                let rapport = played.after.rapport;
                let jumped = format!("gone to {}; rapport {rapport}", moved::of_reply(reply));
                self.screen.quiet(&jumped)?;
                self.screen.blank()?;
            }
            Came::Changed => self.tell(&format!("From here on: {}.", set_words(&played.step)))?,
            Came::Nothing(why) => {
                let why = sentence("Nothing changed", why);
                desk.talk.take_back();
                self.tell(&why)?;
            }
        }
        Ok(())
    }

    fn undo(&mut self, desk: &mut Desk) -> Result<()> {
        let Some(step) = desk.talk.take_back() else {
            return self.tell("There is nothing to take back.");
        };
        if matches!(step, Step::Line(_)) {
            self.forget_last_line();
        }
        self.tell(&format!("Taken back: {}", step.words()))
    }

    /// The last line does not stand any more; it can still be said again.
    fn forget_last_line(&mut self) {
        if let Some((_, stands)) = &mut self.last_line {
            *stands = false;
        }
    }

    /// Says the last line once more: taken back first, if it stands, so that it meets things as they are now.
    fn again(&mut self, desk: &mut Desk, stage: Stage<'_>) -> Result<()> {
        let Some((line, stands)) = self.last_line.clone() else {
            return self.tell("Nothing has been said yet.");
        };
        if stands {
            let mut steps = desk.talk.steps();
            if let Some(at) = steps.iter().rposition(|step| matches!(step, Step::Line(_))) {
                steps.remove(at);
            }
            desk.talk = Talk::play(stage.person(desk.seed), stage.ear, steps);
        }
        self.screen.speech("You", &line)?;
        self.say(desk, stage, &line)
    }

    fn sow(&mut self, desk: &mut Desk, stage: Stage<'_>, text: &str) -> Result<()> {
        let Ok(seed) = text.parse::<u64>() else {
            return self.tell(&format!("The seed is {}; /seed 7 plays with another.", desk.seed));
        };
        let moved = desk.sow(stage.ear, stage.person(seed));
        self.screen.plain(&format!("Played again with the seed {seed}:"))?;
        for sentence in &moved {
            self.screen.item(sentence)?;
        }
        if moved.is_empty() {
            self.screen.item("nothing moved")?;
        }
        Ok(self.screen.blank()?)
    }

    /// Writes a wording to a topic, and takes the file up.
    fn add(&mut self, desk: &mut Desk, stage: Stage<'_>, text: &str) -> Result<()> {
        let (topic, wording) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
        if topic.is_empty() {
            return self.tell("To which topic? /add and its id; /topics lists them.");
        }
        let last = || self.last_line.clone().map(|(line, _)| line);
        let wording = Some(wording.trim().to_owned()).filter(|wording| !wording.is_empty());
        let Some(wording) = wording.or_else(last) else {
            return self.tell("Nothing has been said yet; /add, the topic and words adds those.");
        };
        match written::wording(desk, stage.scenario, topic, &wording) {
            Ok(path) => {
                self.tell(&format!("Written to {path}: “{wording}” asks about {topic}."))?;
                self.look(desk)
            }
            Err(why) => self.tell(&sentence("Not written", &why)),
        }
    }

    fn why_not(&mut self, desk: &Desk, stage: Stage<'_>, answer: &str) -> Result<()> {
        let Some((at, said)) = desk.talk.last_said() else {
            return self.tell("Nothing has been said yet.");
        };
        if answer.is_empty() {
            return self.tell("Which answer? /why not and its id; /topics lists them.");
        }
        if let Err(why) = known_answer(stage.scenario, answer) {
            return self.tell(&sentence("There is nothing to tell", &why));
        }
        for line in why_not(stage.person(desk.seed), desk.talk.before(at), said, answer) {
            self.screen.item(&line)?;
        }
        Ok(self.screen.blank()?)
    }

    fn tell(&mut self, text: &str) -> Result<()> {
        self.screen.plain(text)?;
        Ok(self.screen.blank()?)
    }
}

/// Why an answer did not come to a line that was said in this state, a sentence for each reason.
fn why_not(_person: Person<'_>, _before: &State, said: &Said, answer: &str) -> Vec<String> {
    let came = moved::of_reply(&said.reply);
    vec![format!(
        "Not {answer} but {came} came; `/why` shows what was heard, /topics what {answer} waits for."
    )]
}

/// A sentence of what was not done, and why or what to do instead.
fn sentence(what: &str, why: &str) -> String {
    let end = if why.ends_with('?') { "" } else { "." };
    format!("{what}: {why}{end}")
}

/// What was set, without the command.
fn set_words(step: &Step) -> String {
    match step {
        Step::Set(setting) => setting.words(),
        step @ (Step::Line(_) | Step::Jump(_)) => step.words(),
    }
}
