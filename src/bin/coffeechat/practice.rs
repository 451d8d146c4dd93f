//! A rehearsal: lines in, replies and a quiet coach out.

mod aid;
mod close;
pub(crate) mod command;
pub(crate) mod input;
pub(crate) mod saved;
pub(crate) mod start;
pub(crate) mod why;

use std::path::PathBuf;

use anyhow::Result;
use coffeechat::coach::help::HelpLevel;
use coffeechat::coach::hint;
use coffeechat::debrief::report;
use coffeechat::hearing::Ear;
use coffeechat::interviewee::Person;
use coffeechat::interviewee::state::Ending;
use coffeechat::own_person;
use coffeechat::pack::scenario::Scenario;
use coffeechat::plan::{self, Listed, Plan};
use coffeechat::session::event::{self, Event, When};
use coffeechat::session::{Label, Session};
use coffeechat::text::words;

use self::aid::Aid;
use self::command::{COMMANDS, Command, Typed, no_command, parse};
use self::input::{Input, Read1};
use self::saved::{Log, Saved};
use self::start::{Choice, log_path, open_pack, run_name, say_what_moved, to_take_up};
use crate::args::PracticeArgs;
use crate::screen::{Screen, message};
use crate::surroundings::{self, Surroundings};
use crate::{Outcome, packs, people, prepare, told};

/// Runs `practice`.
pub(crate) fn run(
    args: &PracticeArgs,
    around: &Surroundings,
    screen: &mut Screen,
) -> Result<Outcome> {
    let mut input = if around.interactive && !args.jsonl {
        let history = around.data.as_ref().map(|data| data.join("history.txt"));
        if let Some(data) = &around.data {
            let _ = coffeechat::disk::make_folder(data); // trouble is met, and said, with the log
        }
        Input::editor(history, screen.is_plain(), &COMMANDS)?
    } else {
        Input::pipe()
    };
    let old = match to_take_up(args, around, &mut input, screen)? {
        Choice::TakeUp(saved) => Some(saved),
        Choice::Fresh => None,
        Choice::Leave => return Ok(Outcome::Clean),
    };
    let opened = old.as_ref().and_then(Saved::opened);
    let folder = opened
        .map_or_else(|| args.pack.pack.clone(), |opened| opened.pack.as_ref().map(PathBuf::from));
    let wanted = opened.map(|opened| opened.scenario.clone()).or_else(|| args.scenario.clone());

    let rung = opened.map_or(args.rung, |opened| opened.rung);
    let plan = match opened.and_then(|opened| opened.plan.as_ref()) {
        // A talk that is taken up has its plan at hand, if it is still there.
        Some(name) => prepare::named(name, around).ok(),
        None => prepare::for_talk(args.plan.as_deref(), around)?,
    };
    let plan_name = plan.as_ref().map(|(name, _)| name.clone());
    let plan = plan.map(|(_, plan)| plan);
    let own = plan.as_ref().filter(|_| args.pack.pack.is_none());
    let wanted = wanted.or_else(|| own_person_of(own, around));
    let folder = folder.or_else(|| start::own_people(wanted.as_deref(), around));
    let is_own_person = folder.is_some() && folder == around.people();
    let Some((pack, id)) = open_pack(folder.as_deref(), wanted.as_deref())? else {
        return Ok(Outcome::Findings);
    };
    let scenario = start::scenario(&pack, &id)?;
    let seed =
        opened.map(|opened| opened.seed).or(args.seed).unwrap_or_else(surroundings::some_seed);
    let ear = Ear::new(&pack, Some(scenario));
    let awkward = opened.map_or(args.awkward, |opened| opened.awkward);
    let person = Person { awkward, ..Person::new(&pack, scenario, seed) };
    let mut help = HelpLevel::from(args.help_level);
    if let Some(opened) = opened {
        help = opened.help;
    }
    let log_path =
        old.as_ref().map(|saved| saved.path.clone()).or_else(|| log_path(args, around, &id));
    let mut log = Log::open(log_path.as_deref());
    let session = match old {
        Some(saved) => {
            say_what_moved(&saved, &pack);
            let mut session = Session::resume(person, &ear, help, saved.events);
            let taken_up = session.taken_up(&surroundings::now()).clone();
            log.add(std::slice::from_ref(&taken_up));
            session
        }
        None => {
            let label = Label {
                run: run_name(log_path.as_deref()),
                at: surroundings::now(),
                pack: folder.as_deref().map(saved::pack_name),
                rung: args.rung,
                plan: plan_name,
            };
            let session = Session::open(person, &ear, help, label);
            log.add(session.events());
            session
        }
    };
    let shows = if args.jsonl { Shows::Events } else { Shows::Text };
    let mut talk = Talk {
        session,
        input,
        screen,
        log,
        shows,
        folder,
        interrupts: 0,
        hinted: (0, 0),
        end: None,
        listed: plan.as_ref().map(|plan| plan::listed(&plan.questions, &ear)).unwrap_or_default(),
        plan,
        aid: Aid::of(rung),
        picked: (0, 0),
        asks_comfort: args.comfort,
        is_own_person,
    };
    std::thread::scope(|scope| {
        // The person reads the brief meanwhile.
        scope.spawn(|| ear.prepare());
        talk.hold()
    })?;
    Ok(Outcome::Clean)
}

/// The learner's own person that a plan is about, if there is one.
fn own_person_of(plan: Option<&Plan>, around: &Surroundings) -> Option<String> {
    let id = own_person::id_of(&plan?.name);
    start::own_people(Some(&id), around).map(|_| id)
}

/// What is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shows {
    Text,
    Events,
}

/// A talk in progress.
struct Talk<'a, 's> {
    session: Session<'a>,
    input: Input,
    screen: &'s mut Screen,
    log: Log,
    shows: Shows,
    folder: Option<PathBuf>,
    interrupts: u32,
    /// The turn of the last hint, and how many were given at it.
    hinted: (u32, usize),
    end: Option<Ending>,
    /// The plan that is at hand.
    plan: Option<Plan>,
    /// Its questions, as they are heard.
    listed: Vec<Listed>,
    /// What helps with the line itself.
    aid: Aid,
    /// How often the best of three lines was picked, and how often any was.
    picked: (usize, usize),
    /// Whether comfort is asked before and after.
    asks_comfort: bool,
    /// Whether the person is one of the learner's own.
    is_own_person: bool,
}

impl Talk<'_, '_> {
    /// Holds the talk from the first word to the debrief.
    fn hold(&mut self) -> Result<()> {
        self.say_trouble();
        if self.session.exchanges().is_empty() {
            self.ask_comfort(When::Before)?;
        }
        self.open()?;
        while !self.session.is_over() && self.end.is_none() {
            self.screen.flush()?;
            match self.read_line()? {
                Read1::Line(line, note) => {
                    self.interrupts = 0;
                    if let Some(note) = note {
                        message(note);
                    }
                    self.take(&line)?;
                }
                Read1::Interrupted => self.interrupted()?,
                Read1::End => {
                    let how = if self.input.is_typed() { Ending::Left } else { Ending::EndOfInput };
                    self.end = Some(how);
                    if self.input.is_typed() {
                        self.screen.blank()?;
                    }
                }
            }
            self.say_trouble();
        }
        self.close()
    }

    /// Trouble with saving is said once; the talk goes on.
    fn say_trouble(&mut self) {
        if let Some(trouble) = self.log.trouble() {
            message(&format!(
                "{trouble}. The talk goes on without being saved; `--log FILE` chooses another place."
            ));
        }
    }

    fn open(&mut self) -> Result<()> {
        if self.shows == Shows::Events {
            let events = self.session.events().to_vec();
            return self.emit(&events);
        }
        let scenario = self.session.person().scenario;
        let earlier = self.session.exchanges().len();
        if earlier == 0 {
            self.brief(scenario)?;
            self.screen.plain("You ask, they answer, the coach stands by. /help shows what else you can type; Ctrl-D ends the talk.")?;
            if let Some(scene) = &scenario.opening.scene {
                self.screen.blank()?;
                self.screen.plain(scene.value())?;
            }
            self.screen.blank()?;
            let opening = self.session.opening().to_owned();
            self.screen.speech(scenario.first_name(), &opening)?;
        } else {
            self.screen.plain(&format!(
                "Back to the talk with {}. The last words were:",
                scenario.name()
            ))?;
            self.screen.blank()?;
            let last: Vec<(String, String)> = self
                .session
                .exchanges()
                .iter()
                .rev()
                .take(2)
                .rev()
                .map(|exchange| (exchange.line.clone(), exchange.reply.text.clone()))
                .collect();
            for (line, reply) in last {
                self.screen.speech("You", &line)?;
                self.screen.speech(scenario.first_name(), &reply)?;
            }
        }
        Ok(())
    }

    fn brief(&mut self, scenario: &Scenario) -> Result<()> {
        self.screen.heading(&format!("{}, {}", scenario.name(), scenario.title.value()))?;
        if let Some(who) = &scenario.interviewee {
            self.screen.plain(&format!(
                "{}, {}. {} minutes.",
                who.role.value(),
                who.organisation.value(),
                scenario.minutes()
            ))?;
        }
        if let Some(how_met) = &scenario.brief.how_met {
            self.screen.plain(how_met.value())?;
        }
        if !scenario.brief.facts.is_empty() {
            self.screen.plain("What you could read about them before (no need to ask it):")?;
            for fact in &scenario.brief.facts {
                self.screen.item(fact.value())?;
            }
        }
        self.screen.blank()?;
        Ok(())
    }

    /// Takes what was typed: a command, or a line of the talk.
    fn take(&mut self, typed: &str) -> Result<()> {
        match parse(typed) {
            Typed::Line(line) => self.line(line),
            Typed::Command(command) => self.obey(command),
            Typed::Unknown(word, meant) => self.tell(&no_command(word, meant)),
        }
    }

    /// Says a line of the talk and shows what comes of it.
    fn line(&mut self, line: &str) -> Result<()> {
        let counted = words::count(line);
        let events = self.session.say(line).to_vec();
        self.log.add(&events);
        if self.shows == Shows::Events {
            return self.emit(&events);
        }
        if counted > coffeechat::hearing::MOST_WORDS {
            message(&format!(
                "That was {counted} words; the last {} were heard.",
                coffeechat::hearing::MOST_WORDS
            ));
        }
        let name = self.session.person().scenario.first_name();
        for event in &events {
            match event {
                Event::Said { text, .. } if !self.input.is_typed() => {
                    let shown = if text.is_empty() { "(says nothing)" } else { text };
                    self.screen.speech("You", shown)?;
                }
                Event::Replied(replied) => {
                    if self.input.is_typed() {
                        self.screen.blank()?;
                    }
                    self.screen.speech(name, &replied.reply.text)?;
                }
                Event::Coached(coached) => {
                    if let Some(text) = &coached.text {
                        self.screen.coach(text)?;
                    }
                }
                Event::Said { .. }
                | Event::Opened(_)
                | Event::Undone { .. }
                | Event::Hinted { .. }
                | Event::Noted { .. }
                | Event::Resumed { .. }
                | Event::Felt { .. }
                | Event::Reflected { .. }
                | Event::Ended { .. } => {}
            }
        }
        Ok(())
    }

    fn obey(&mut self, command: Command<'_>) -> Result<()> {
        let helps = matches!(
            command,
            Command::Hint
                | Command::Why
                | Command::WhyNot(_)
                | Command::Undo
                | Command::Again
                | Command::Three
        );
        if helps && self.session.help() == HelpLevel::Silent {
            return self.tell(
                "This is a silent run: what is said is said, and help comes back with the debrief.",
            );
        }
        match command {
            Command::Help => {
                for (name, what) in COMMANDS {
                    self.tell_item(&format!("{name}: {what}"))?;
                }
                self.blank()
            }
            Command::Hint => self.hint(),
            Command::Why => self.why(),
            Command::WhyNot(answer) => self.why_not(answer),
            Command::Brief if self.shows == Shows::Text => {
                let scenario = self.session.person().scenario;
                self.brief(scenario)
            }
            Command::Plan => self.show_plan(),
            Command::Notes("") => self.notes(),
            Command::Notes(text) => {
                let event = self.session.note(text).clone();
                self.log.add(std::slice::from_ref(&event));
                self.emit_or_tell(&event, "Noted.")
            }
            Command::Time => {
                let left = self.session.state().minutes_left();
                let agreed = self.session.person().scenario.minutes();
                self.tell(&format!("About {left} of {agreed} minutes are left, as people talk."))
            }
            Command::Undo => self.undo("Taken back").map(|_| ()),
            Command::Again => self.again(),
            Command::Three => self.three(),
            Command::Brief | Command::People if self.shows == Shows::Events => {
                self.tell("That is for people to read; programs find it in the pack.")
            }
            Command::Brief => Ok(()),
            Command::People => match packs::open(self.folder.as_deref(), None)? {
                Some(pack) => {
                    // One's own people are found by name, without their folder.
                    let folder = self.folder.as_deref().filter(|_| !self.is_own_person);
                    people::people(&pack, folder, None, self.screen)
                }
                None => Ok(()),
            },
            Command::Save => {
                let text = match self.log.path() {
                    Some(path) => format!("Saved as you go, in {}.", path.display()),
                    None => "This talk is not being saved.".to_owned(),
                };
                self.tell(&text)
            }
            Command::Quit => {
                self.end = Some(Ending::Left);
                Ok(())
            }
        }
    }

    fn hint(&mut self) -> Result<()> {
        // A hint points; asked again, it gives the line, and then the next one. Full help gives both.
        let turn = self.session.state().turn;
        let asked = if self.hinted.0 == turn { self.hinted.1 } else { 0 };
        self.hinted = (turn, asked + 1);
        let is_full = self.session.help() == HelpLevel::Full;
        let nth = if is_full { asked } else { asked / 2 };
        let hint = hint::hint(self.session.person(), self.session.state(), nth);
        let text = if is_full || asked % 2 == 1 {
            format!("{} You could ask: “{}”", hint.pointer, hint.question)
        } else {
            hint.pointer
        };
        let event = self.session.hinted(&text).clone();
        self.log.add(std::slice::from_ref(&event));
        if self.shows == Shows::Events {
            return self.emit(&[event]);
        }
        Ok(self.screen.coach(&text)?)
    }

    fn why(&mut self) -> Result<()> {
        let Some(exchange) = self.session.exchanges().last() else {
            return self.tell("Nothing has been said yet.");
        };
        let lines = why::lines(exchange, self.session.last_heard());
        self.show(&lines)
    }

    fn why_not(&mut self, answer: &str) -> Result<()> {
        if answer.is_empty() {
            return self.tell(
                "/why not ID says why an answer did not come; ID is what its file calls it.",
            );
        }
        if self.session.exchanges().is_empty() {
            return self.tell("Nothing has been said yet.");
        }
        match self.session.why_not(answer) {
            Some(why_not) => self.show(&why::not_lines(&why_not)),
            None => {
                let scenario = self.session.person().scenario;
                self.tell(&told::no_answer([scenario], answer))
            }
        }
    }

    /// Shows a report in the middle of the talk.
    fn show(&mut self, lines: &[report::Line]) -> Result<()> {
        match self.shows {
            Shows::Text => {
                self.screen.report(lines)?;
                Ok(self.screen.blank()?)
            }
            Shows::Events => {
                let lines: Vec<&str> = lines.iter().map(report::Line::text).collect();
                self.tell(&lines.join("\n"))
            }
        }
    }

    fn notes(&mut self) -> Result<()> {
        let notes: Vec<String> = self.session.notes().map(str::to_owned).collect();
        if notes.is_empty() {
            return self.tell("No notes yet. /notes and some words adds one.");
        }
        for note in notes {
            self.tell_item(&note)?;
        }
        self.blank()
    }

    /// Takes the last exchange back.
    fn undo(&mut self, done: &str) -> Result<Option<String>> {
        let Some(line) = self.session.undo() else {
            self.tell("There is nothing to take back.")?;
            return Ok(None);
        };
        if let Some(event) = self.session.events().last().cloned() {
            self.log.add(std::slice::from_ref(&event));
            self.emit_or_tell(&event, &format!("{done}: “{line}”"))?;
        }
        Ok(Some(line))
    }

    fn again(&mut self) -> Result<()> {
        let better = self.session.exchanges().last().and_then(|exchange| {
            exchange.assessment.as_ref().and_then(|known| known.better.clone())
        });
        if self.undo("Say this better")?.is_some()
            && let Some(better) = better.filter(|_| self.session.help() == HelpLevel::Full)
            && self.shows == Shows::Text
        {
            self.screen.coach(&format!("One way: “{better}”"))?;
        }
        Ok(())
    }

    /// Tries up to three wordings of one question, side by side, and says the one that is chosen.
    fn three(&mut self) -> Result<()> {
        self.tell("Type up to three wordings of one question, a line each; an empty line ends.")?;
        let mut wordings: Vec<String> = Vec::new();
        while wordings.len() < 3 {
            self.screen.flush()?;
            match self.input.read(&format!("{}: ", wordings.len() + 1))? {
                Read1::Line(line, _) if matches!(parse(&line), Typed::Command(_)) => {
                    self.tell("That ends the trying; type the command again.")?;
                    break;
                }
                Read1::Line(line, _) if !line.trim().is_empty() => wordings.push(line),
                Read1::Line(..) | Read1::Interrupted | Read1::End => break,
            }
        }
        if wordings.is_empty() {
            return self.tell("Nothing tried.");
        }
        let name = self.session.person().scenario.first_name();
        for (number, wording) in wordings.iter().enumerate() {
            let (reply, assessment) = self.session.preview(wording);
            if self.shows == Shows::Events {
                let tried = serde_json::json!({
                    "event": "tried", "text": wording, "reply": reply.text,
                    "words": words::count(&reply.text), "assessment": assessment,
                });
                self.screen.json(&tried.to_string())?;
                continue;
            }
            let form = assessment.form().map_or("", |form| form.word());
            self.screen.blank()?;
            self.screen.heading(&format!("{}. {wording}", number + 1))?;
            self.screen.speech(name, &reply.text)?;
            self.screen.plain(&format!(
                "{form} question, {} words in answer",
                words::count(&reply.text)
            ))?;
        }
        self.blank()?;
        self.tell("Which one do you say? Its number, or Enter for none.")?;
        self.screen.flush()?;
        let chosen = match self.input.read("> ")? {
            Read1::Line(answer, _) => answer.trim().parse::<usize>().ok(),
            Read1::Interrupted | Read1::End => None,
        };
        match chosen.and_then(|number| wordings.get(number.checked_sub(1)?)) {
            Some(wording) => {
                let wording = wording.clone();
                self.line(&wording)
            }
            None => self.tell("None said; the talk is where it was."),
        }
    }

    /// Ctrl-C clears the line; the second one running offers to end.
    fn interrupted(&mut self) -> Result<()> {
        self.interrupts += 1;
        if self.interrupts == 1 {
            return self.tell("(Ctrl-C clears the line; once more to end the talk.)");
        }
        self.screen.flush()?;
        match self.input.read("End the talk, with its debrief? [Y/n] ")? {
            Read1::Line(answer, _) if answer.trim().to_lowercase().starts_with('n') => {
                self.interrupts = 0;
                self.tell("Then on we go.")
            }
            _ => {
                self.end = Some(Ending::Left);
                Ok(())
            }
        }
    }

    /// Writes events as lines of JSON. Names and times are left out: they differ from run to run.
    fn emit(&mut self, events: &[Event]) -> Result<()> {
        for event in events {
            let shown = match event {
                Event::Opened(opened) => {
                    let mut opened = opened.clone();
                    opened.run.clear();
                    opened.at.clear();
                    Event::Opened(opened)
                }
                other => other.clone(),
            };
            self.screen.json(&event::to_line(&shown))?;
        }
        Ok(self.screen.flush()?)
    }

    fn emit_or_tell(&mut self, event: &Event, text: &str) -> Result<()> {
        match self.shows {
            Shows::Events => self.emit(std::slice::from_ref(event)),
            Shows::Text => self.tell(text),
        }
    }

    fn tell(&mut self, text: &str) -> Result<()> {
        match self.shows {
            Shows::Text => {
                self.screen.plain(text)?;
                self.screen.blank()?;
            }
            // Programs get an answer to every line too.
            Shows::Events => {
                let told = serde_json::json!({"event": "told", "text": text});
                self.screen.json(&told.to_string())?;
                self.screen.flush()?;
            }
        }
        Ok(())
    }

    fn tell_item(&mut self, text: &str) -> Result<()> {
        match self.shows {
            Shows::Text => Ok(self.screen.item(text)?),
            Shows::Events => self.tell(text),
        }
    }

    fn blank(&mut self) -> Result<()> {
        if self.shows == Shows::Text {
            self.screen.blank()?;
        }
        Ok(())
    }
}
