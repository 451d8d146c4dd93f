//! The end of a talk: its debrief, what is left of the plan, how comfortable it was, a look back.

use anyhow::Result;
use coffeechat::coach::help::HelpLevel;
use coffeechat::debrief::{self, report};
use coffeechat::interviewee::Route;
use coffeechat::interviewee::state::Ending;
use coffeechat::ladder::PICK;
use coffeechat::plan;
use coffeechat::session::Exchange;
use coffeechat::session::event::When;

use super::input::Read1;
use super::{Shows, Talk};
use crate::reflect;
use crate::screen::typed;
use crate::sheet::Sheet;

/// With fewer lines there is nothing to look back on.
const ENOUGH: usize = 3;

impl Talk<'_, '_> {
    /// Ends the talk and debriefs.
    pub(super) fn close(&mut self) -> Result<()> {
        let how = self.end.unwrap_or(Ending::Left);
        if let Some(event) = self.session.end(how).cloned() {
            self.log.add(std::slice::from_ref(&event));
            if self.shows == Shows::Events {
                self.emit(&[event])?;
            }
        }
        self.say_trouble();
        if self.shows == Shows::Events {
            return self.emit_debrief();
        }
        if self.session.rung() == Some(PICK) {
            let (best, all) = self.picked;
            if all > 0 {
                let times = format!("You took the line with most in it {best} of {all} times.");
                self.screen.plain(&times)?;
            }
            self.screen.plain("coffeechat ladder   shows what comes next")?;
        } else {
            self.screen.report(&report::lines(&debrief::debrief(&self.session)))?;
            self.show_what_to_take_along()?;
            self.plan_left()?;
            self.screen.blank()?;
            self.say_what_next()?;
        }
        self.screen.flush()?;
        if self.session.exchanges().len() >= ENOUGH {
            self.ask_comfort(When::After)?;
            self.look_back()?;
        }
        Ok(self.screen.flush()?)
    }

    /// The debrief as data, with what is left of the plan.
    fn emit_debrief(&mut self) -> Result<()> {
        let mut value = serde_json::to_value(debrief::debrief(&self.session))?;
        let asked = self.plan_asked();
        if let (Some(object), Some(plan)) = (value.as_object_mut(), &self.plan) {
            let rows = plan.questions.iter().zip(asked);
            let rows: Vec<serde_json::Value> = rows
                .map(|(question, turn)| serde_json::json!({"question": question, "turn": turn}))
                .collect();
            object.insert("plan".to_owned(), rows.into());
        }
        if let Some(object) = value.as_object_mut() {
            object.insert("event".to_owned(), "debrief".into());
        }
        self.screen.json(&value.to_string())?;
        Ok(self.screen.flush()?)
    }

    /// At which line each question of the plan was asked.
    pub(super) fn plan_asked(&self) -> Vec<Option<u32>> {
        plan::asked(&self.listed, self.session.exchanges())
    }

    /// The plan, with what was asked ticked off.
    pub(super) fn show_plan(&mut self) -> Result<()> {
        let Some(plan) = self.plan.clone() else {
            return self.tell(
                "There is no plan in this talk. `coffeechat prepare` makes one, and `practice --plan` \
                 brings it along.",
            );
        };
        if !plan.learn.is_empty() {
            self.tell(&format!("To learn: {}.", plan.learn.join("; ")))?;
        }
        for (question, asked) in plan.questions.iter().zip(self.plan_asked()) {
            let mark = if asked.is_some() { "[x] asked:" } else { "[ ]" };
            self.tell_item(&format!("{mark} {question}"))?;
        }
        self.blank()
    }

    /// With one's own person: the questions that only the real one can answer.
    fn show_what_to_take_along(&mut self) -> Result<()> {
        let only_they_know = |exchange: &&Exchange| {
            let reply = &exchange.reply;
            reply.route == Route::Unscripted
                || reply.route == Route::Follow && reply.text.contains('(')
        };
        let lines: Vec<String> = self
            .session
            .exchanges()
            .iter()
            .filter(only_they_know)
            .map(|exchange| exchange.line.clone())
            .collect();
        if !self.is_own_person || lines.is_empty() {
            return Ok(());
        }
        self.screen.blank()?;
        self.screen.heading("To take along")?;
        self.screen.plain("Your notes had no answer to these. Ask them for real:")?;
        for line in lines {
            self.screen.item(&line)?;
        }
        Ok(())
    }

    /// What of the plan was not asked.
    fn plan_left(&mut self) -> Result<()> {
        let Some(plan) = self.plan.clone().filter(|plan| !plan.questions.is_empty()) else {
            return Ok(());
        };
        let asked = self.plan_asked();
        let done = asked.iter().filter(|asked| asked.is_some()).count();
        self.screen.blank()?;
        self.screen.heading("Your plan")?;
        self.screen.plain(&format!("You asked {done} of its {} questions.", asked.len()))?;
        let left: Vec<&String> = plan
            .questions
            .iter()
            .zip(&asked)
            .filter(|(_, asked)| asked.is_none())
            .map(|(question, _)| question)
            .collect();
        if !left.is_empty() {
            self.screen.plain(
                "Left for another time; leaving some is fine when the talk went elsewhere:",
            )?;
            for question in left {
                self.screen.item(question)?;
            }
        }
        Ok(())
    }

    fn say_what_next(&mut self) -> Result<()> {
        if self.session.exchanges().is_empty() {
            return Ok(());
        }
        let mut command =
            format!("coffeechat practice {}", self.session.person().scenario.id.value());
        if let Some(folder) = self.folder.as_ref().filter(|_| !self.is_own_person) {
            command = format!("{command} --pack {}", typed(folder));
        }
        if self.session.rung().is_some() {
            return Ok(self.screen.plain("coffeechat ladder   shows what comes next")?);
        }
        let seed = self.session.person().seed;
        self.screen.plain(&format!("The same person, word for word: {command} --seed {seed}"))?;
        if let Some(next) = HelpLevel::ALL.iter().find(|level| **level > self.session.help()) {
            self.screen
                .plain(&format!("With less help: {command} --help-level {}", next.word()))?;
        }
        Ok(())
    }

    /// Asks how comfortable the learner is, if that is wanted; a number is kept, anything else skips it.
    pub(super) fn ask_comfort(&mut self, when: When) -> Result<()> {
        if !self.asks_comfort || self.shows == Shows::Events {
            return Ok(());
        }
        let question = match when {
            When::Before => {
                "How comfortable do you feel about this talk, 0 (not at all) to 100? Enter skips it; it is \
                 never graded."
            }
            When::After => "And now, 0 to 100, how comfortable did it feel?",
        };
        if when == When::After {
            self.screen.blank()?;
        }
        self.screen.plain(question)?;
        self.screen.flush()?;
        if let Read1::Line(typed, _) = self.input.read("> ")? {
            if !self.input.is_typed() {
                self.screen.plain(&format!("> {}", typed.trim()))?;
            }
            self.screen.blank()?;
            // "About 20?" is a number too.
            let mut words = typed.split(|c: char| !c.is_ascii_digit() && c != '-');
            let number = words.find_map(|word| word.parse::<u8>().ok());
            if let Some(comfort) = number.filter(|number| *number <= 100) {
                let event = self.session.felt(when, comfort).clone();
                self.log.add(&[event]);
            } else if !typed.trim().is_empty() {
                self.screen.plain("Skipped: it takes a number from 0 to 100.")?;
                self.screen.blank()?;
            }
        }
        Ok(())
    }

    /// At a terminal: three short questions, kept with the talk.
    fn look_back(&mut self) -> Result<()> {
        if !self.input.is_typed() || self.log.path().is_none() {
            return Ok(());
        }
        self.screen.blank()?;
        let log = &mut self.log;
        let mut sheet = Sheet::after(&mut self.input, self.screen);
        let wrote = reflect::ask(&mut sheet, |event| {
            log.add(std::slice::from_ref(event));
            Ok(())
        })?;
        self.say_trouble();
        if wrote {
            self.screen.plain("Kept with the talk; `coffeechat journal` reads them together.")?;
        }
        Ok(())
    }
}
