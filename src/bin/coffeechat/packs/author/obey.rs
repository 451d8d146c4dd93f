//! What each command does to the talk, and what is shown of it.

use anyhow::Result;
use coffeechat::interviewee::why_not::{Moment, why_not};

use super::command::{COMMANDS, Command};
use super::desk::Desk;
use super::setting::{Setting, known_answer};
use super::talk::{Came, Step, Talk};
use super::{Author, Stage, moved, shown, written};
use crate::practice::why;
use crate::screen::typed;

impl Author<'_, '_> {
    /// Does what a command says.
    pub(super) fn obey(
        &mut self,
        desk: &mut Desk,
        stage: Stage<'_>,
        command: Command<'_>,
    ) -> Result<()> {
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
                self.last_line = None;
                Ok(self.screen.speech(stage.scenario.first_name(), &desk.talk.opening)?)
            }
            Command::Seed(text) => self.sow(desk, stage, text),
            Command::Add(text) => self.add(desk, stage, text),
            Command::Case(name) => match written::case(desk, stage.scenario, name) {
                Ok((path, id)) => {
                    self.tell(&format!(
                        "Written to {path}: `{id}`. `coffeechat pack test {}` plays it.",
                        typed(desk.folder())
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
    pub(super) fn say(&mut self, desk: &mut Desk, stage: Stage<'_>, line: &str) -> Result<()> {
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
            Ok((path, wording)) => {
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
        let (person, state) = (stage.person(desk.seed), desk.talk.before(at));
        let moment = Moment { person, ear: stage.ear, state, heard: &said.heard };
        if let Some(why_not) = why_not(moment, answer) {
            self.screen.report(&why::not_lines(&why_not))?;
        }
        Ok(self.screen.blank()?)
    }
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
