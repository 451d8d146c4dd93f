//! `prepare`: a plan for one talk, in a few minutes; skippable at any point, and kept as it grows.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use coffeechat::coach::{self, Setting};
use coffeechat::disk;
use coffeechat::hearing::heard::{Act, Form};
use coffeechat::hearing::{Before, Ear};
use coffeechat::pack::Pack;
use coffeechat::pack::bank::Stage;
use coffeechat::plan::{
    self, ENOUGH_QUESTIONS, LONGEST_INTRODUCTION, MOST_BYTES, MOST_QUESTIONS, Plan, TO_LOOK_UP,
};
use coffeechat::text::closest::closest;

use crate::args::{PlanFormat, PrepareArgs};
use crate::screen::{Screen, escaped, message};
use crate::sheet::{Asked, Sheet};
use crate::surroundings::{self, Side, Surroundings};
use crate::{Outcome, packs};

/// From this score on, what somebody wants to learn is about a topic for sure, 0 to 1.
const SURE: f32 = 0.5;

/// Runs `prepare`.
pub(crate) fn run(
    args: &PrepareArgs,
    around: &Surroundings,
    screen: &mut Screen,
) -> Result<Outcome> {
    if args.show {
        return show(args, around, screen);
    }
    let Some(folder) = around.plans() else {
        bail!("the system names no place for data; set COFFEECHAT_HOME to a folder")
    };
    let Some(pack) = packs::open(args.pack.pack.as_deref(), None)? else {
        return Ok(Outcome::Findings);
    };
    disk::make_folder(&folder)?;
    let mut sheet = Sheet::new(around.typed, screen)?;
    sheet.screen.heading("A plan for one talk")?;
    sheet.screen.plain(
        "A few questions. Enter skips one, Ctrl-D stops; what you have typed is kept either way.",
    )?;
    sheet.screen.blank()?;
    let (path, plan) = to_take_up(args.name.as_deref(), &folder, &mut sheet)?;
    let mut desk = Desk { pack: &pack, folder, path, plan, sheet };
    desk.fill_in()?;
    desk.close()?;
    Ok(Outcome::Clean)
}

/// Prints a plan.
fn show(args: &PrepareArgs, around: &Surroundings, screen: &mut Screen) -> Result<Outcome> {
    let (_, plan) = named(args.name.as_deref().unwrap_or_default(), around)?;
    match args.format {
        PlanFormat::Md => screen.raw(plan.markdown().trim_end())?,
        PlanFormat::Toml => screen.raw(&escaped(plan.to_toml().trim_end()))?,
    }
    screen.flush()?;
    Ok(Outcome::Clean)
}

/// The plan that is called so, with the name to find it by again; the last one that was written if nothing is
/// named.
pub(crate) fn named(name: &str, around: &Surroundings) -> Result<(String, Plan)> {
    let files =
        around.plans().map(|folder| disk::files_ending(&folder, ".toml")).unwrap_or_default();
    let called = |file: &PathBuf| {
        file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
    };
    let wanted = coffeechat::text::words::slug(name);
    let found = if Path::new(name).is_file() {
        Some(PathBuf::from(name))
    } else if name.is_empty() {
        disk::latest(&files).cloned()
    } else {
        files.iter().find(|file| called(file) == wanted).cloned()
    };
    let Some(path) = found else {
        let names: Vec<String> = files.iter().map(called).collect();
        match closest(&wanted, names.iter().map(String::as_str)) {
            Some(meant) if !name.is_empty() => {
                bail!("no plan is called `{name}`; did you mean `{meant}`?")
            }
            _ if names.is_empty() => bail!("there is no plan yet; `coffeechat prepare` makes one"),
            _ => bail!("no plan is called `{name}`; there are: {}", names.join(", ")),
        }
    };
    let plan = read(&path)?;
    let again = if Path::new(name).is_file() { name.to_owned() } else { called(&path) };
    Ok((again, plan))
}

fn read(path: &Path) -> Result<Plan> {
    let bytes = disk::read_bytes(path, MOST_BYTES + 1)?;
    if bytes.len() > MOST_BYTES {
        bail!("`{}` is too long for a plan", path.display());
    }
    let Ok(text) = String::from_utf8(bytes) else {
        bail!("`{}` is not UTF-8; save it as such in your editor", path.display());
    };
    Plan::read(&text)
        .map_err(|why| anyhow::anyhow!("`{}` cannot be read as a plan:\n{why}", path.display()))
}

/// The plan to go on with, and its file: the one that is named, one that was not finished, or a new one.
fn to_take_up(name: Option<&str>, folder: &Path, sheet: &mut Sheet<'_>) -> Result<(PathBuf, Plan)> {
    if name.is_none() {
        let files = disk::files_ending(folder, ".toml");
        let last = disk::latest(&files).and_then(|path| Some((path.clone(), read(path).ok()?)));
        let unfinished = last.filter(|(_, plan)| !plan.missing().is_empty() && sheet.is_typed());
        if let Some((path, plan)) = unfinished {
            let whom = if plan.name.is_empty() { "somebody" } else { &plan.name };
            let question = format!("Your plan for {whom} is not finished. Go on with it?");
            if sheet.yes(&question, true)? {
                sheet.screen.blank()?;
                return Ok((path, plan));
            }
            sheet.screen.blank()?;
        }
    }
    let name = match name {
        Some(name) => name.to_owned(),
        None => sheet.ask("Whom do you meet? Their name.")?.text().unwrap_or_default(),
    };
    let plan = Plan { name, ..Plan::default() };
    let path = folder.join(format!("{}.toml", plan.file_name()));
    if path.exists() {
        let old = read(&path)?;
        sheet.screen.plain("There is a plan of that name already; you go on with it.")?;
        let name = if old.name.is_empty() { plan.name } else { old.name.clone() };
        return Ok((path, Plan { name, ..old }));
    }
    Ok((path, plan))
}

/// A plan that is being filled in.
struct Desk<'a, 's> {
    pack: &'a Pack,
    folder: PathBuf,
    path: PathBuf,
    plan: Plan,
    sheet: Sheet<'s>,
}

impl Desk<'_, '_> {
    /// Changes one thing, and keeps it at once. What another window or an editor has changed meanwhile stays.
    fn change(&mut self, edit: impl FnOnce(&mut Plan)) -> Result<()> {
        if self.path.exists() {
            self.plan = read(&self.path)?;
        }
        edit(&mut self.plan);
        Ok(disk::replace(&self.path, &self.plan.to_toml())?)
    }

    /// A plan that was begun without a name and has one now moves to it, unless there is one.
    fn move_to_name(&mut self) -> Result<()> {
        let path = self.folder.join(format!("{}.toml", self.plan.file_name()));
        if path != self.path && !path.exists() {
            let old = std::mem::replace(&mut self.path, path);
            disk::replace(&self.path, &self.plan.to_toml())?;
            disk::remove(&old)?;
        }
        Ok(())
    }

    fn fill_in(&mut self) -> Result<()> {
        self.whom()?;
        self.one("How do you know them, or how did you come to them?", |plan| &mut plan.how_met)?;
        self.day()?;
        self.many(
            "What do you want to learn? The most important first, a line each; an empty line ends.",
            |plan| &mut plan.learn,
        )?;
        let look_up: Vec<String> = TO_LOOK_UP.iter().map(|what| format!("  - {what}")).collect();
        if self.plan.homework.is_empty() && !self.sheet.is_stopped() {
            self.sheet.screen.plain("Worth looking up before, so that you need not ask it:")?;
            for what in look_up {
                self.sheet.screen.item(what.trim_start_matches("  - "))?;
            }
        }
        self.many(
            "What do you know already? A line each; an empty line ends. You can come back to this.",
            |plan| &mut plan.homework,
        )?;
        self.introduction()?;
        self.questions()
    }

    fn whom(&mut self) -> Result<()> {
        let name = self.plan.name.clone();
        if name.is_empty() && self.path.exists() {
            self.one("Whom do you meet? Their name.", |plan| &mut plan.name)?;
            self.move_to_name()?;
        } else {
            if !name.is_empty() && !self.path.exists() {
                self.change(|plan| plan.name = name)?;
            }
            self.gap()?;
        }
        self.one("What do they do, and where?", |plan| &mut plan.role)
    }

    /// Asks for one thing. What is there already is shown, and kept by Enter.
    fn one(&mut self, question: &str, field: fn(&mut Plan) -> &mut String) -> Result<()> {
        let now = field(&mut self.plan).clone();
        let question = if now.is_empty() {
            question.to_owned()
        } else {
            format!("{question} (Enter keeps: {now})")
        };
        if let Some(text) = self.sheet.ask(&question)?.text() {
            self.change(|plan| *field(plan) = text)?;
        }
        self.gap()
    }

    /// Asks for several lines. Those that are there are shown; what is typed is added.
    fn many(&mut self, question: &str, field: fn(&mut Plan) -> &mut Vec<String>) -> Result<()> {
        if self.sheet.is_stopped() {
            return Ok(());
        }
        for line in field(&mut self.plan).clone() {
            self.sheet.screen.item(&line)?;
        }
        let mut asked = self.sheet.ask(question)?;
        while let Asked::Text(line) = asked {
            self.change(|plan| field(plan).push(line))?;
            asked = self.sheet.read("> ")?;
        }
        self.gap()
    }

    fn gap(&mut self) -> Result<()> {
        if !self.sheet.is_stopped() {
            self.sheet.screen.blank()?;
        }
        Ok(())
    }

    fn day(&mut self) -> Result<()> {
        let now = self.plan.date.clone();
        let keeps = if now.is_empty() { String::new() } else { format!(" (Enter keeps: {now})") };
        let mut question =
            format!("When do you meet? A day, such as Thursday or 2026-11-26.{keeps}");
        while let Some(typed) = self.sheet.ask(&question)?.text() {
            let Some(day) = surroundings::day_of(&typed, Side::Ahead) else {
                question = format!("`{typed}` is no day I know. Try Thursday, or 2026-11-26.");
                continue;
            };
            let past = day < surroundings::today();
            let note = if past { " That is in the past; it is kept as it is." } else { "" };
            self.sheet.screen.plain(&format!("{}.{note}", surroundings::spoken(&day)))?;
            self.change(|plan| plan.date = day)?;
            break;
        }
        self.gap()
    }

    /// The introduction, with how long it takes and whether it asks for more than a talk.
    fn introduction(&mut self) -> Result<()> {
        self.one(
            "How will you introduce yourself? Who you are, and why you are curious about them; under two \
             minutes.",
            |plan| &mut plan.introduction,
        )?;
        if self.plan.introduction.is_empty() || self.sheet.is_stopped() {
            return Ok(());
        }
        let seconds = plan::seconds_aloud(&self.plan.introduction);
        let length = if seconds >= LONGEST_INTRODUCTION {
            "That is more than two minutes; leave them something to ask."
        } else {
            "That leaves them room."
        };
        let ear = Ear::new(self.pack, None);
        let heard = ear.hear(&self.plan.introduction, Before::default());
        let job = if heard.does(Act::JobAsk) {
            " It speaks of a job, and doors close at that; say what you want to learn instead."
        } else {
            ""
        };
        let text = format!("Aloud it takes about {seconds} seconds. {length}{job}");
        self.sheet.screen.under(&text)?;
        self.gap()
    }

    /// Eight to ten questions, picked from what is offered or typed, each looked at and improved at once.
    fn questions(&mut self) -> Result<()> {
        if self.sheet.is_stopped() {
            return Ok(());
        }
        for (at, question) in self.plan.questions.clone().iter().enumerate() {
            self.sheet.screen.item(&format!("{}. {question}", at + 1))?;
        }
        let offered = self.offered();
        self.sheet.screen.plain(
            "What will you ask? Eight to ten questions fill twenty to thirty minutes. Type one, or the \
             numbers of some of these (such as 1 4 5); an empty line ends.",
        )?;
        for (at, question) in offered.iter().enumerate() {
            self.sheet.screen.plain(&format!("{:>4}  {question}", at + 1))?;
        }
        let ear = Ear::new(self.pack, None);
        while let Asked::Text(typed) = self.sheet.read("> ")? {
            let numbers: Option<Vec<usize>> = typed
                .split([' ', ','])
                .filter(|word| !word.is_empty())
                .map(|word| word.parse().ok())
                .collect();
            if let Some(numbers) = numbers {
                for number in numbers {
                    if self.plan.questions.len() >= MOST_QUESTIONS {
                        break;
                    }
                    let picked = number.checked_sub(1).and_then(|at| offered.get(at));
                    if let Some(question) = picked {
                        self.add(question.clone())?;
                    } else {
                        self.sheet.screen.under(&format!("There is no number {number}."))?;
                    }
                }
            } else {
                let question = self.improved(&ear, typed)?;
                self.add(question)?;
            }
            let have = self.plan.questions.len();
            if have >= MOST_QUESTIONS {
                self.sheet.screen.under("That is enough for one talk.")?;
                break;
            }
            self.sheet.screen.under(&match ENOUGH_QUESTIONS.saturating_sub(have) {
                0 => format!("{have} questions: enough. Enter ends."),
                1 => format!("{have} so far; one more makes a good list."),
                more => format!("{have} so far; {more} more make a good list."),
            })?;
        }
        self.gap()
    }

    fn add(&mut self, question: String) -> Result<()> {
        self.change(|plan| {
            if !plan.questions.contains(&question) {
                plan.questions.push(question);
            }
        })
    }

    /// A question as typed, or its better wording if that is chosen.
    fn improved(&mut self, ear: &Ear<'_>, typed: String) -> Result<String> {
        let heard = ear.hear(&typed, Before::default());
        let known = coach::assess(ear, self.pack, &heard, Setting::default());
        let said = match known.form() {
            Some(Form::Open) => "Open: it leaves them room.",
            Some(Form::Invited) => "Open in intent, and kind.",
            Some(Form::Closed) => "Closed: a word or two answers it.",
            None if heard.act == Act::JobAsk => "That asks for a job, and doors close.",
            None if heard.act == Act::ReferralAsk => "A good one for the end.",
            None => "I hear no question in it; it is kept as you wrote it.",
        };
        self.sheet.screen.under(said)?;
        let Some(better) = known.better.filter(|_| known.act != Act::ReferralAsk) else {
            return Ok(typed);
        };
        self.sheet.screen.under(&format!("Better: “{better}”"))?;
        loop {
            let answer = self.sheet.ask("Enter takes the better one, k keeps yours.")?;
            let answer = match answer {
                Asked::Text(answer) => answer.to_lowercase(),
                Asked::Skipped => return Ok(better),
                Asked::Stopped => return Ok(typed),
            };
            match answer.as_str() {
                "k" | "keep" | "n" | "no" | "mine" => return Ok(typed),
                "b" | "better" | "y" | "yes" | "ok" => return Ok(better),
                _ => {}
            }
        }
    }

    /// Questions to pick from: for each thing to learn the best of its topic, and then one for each part
    /// of a talk.
    fn offered(&self) -> Vec<String> {
        let ear = Ear::new(self.pack, None);
        let wanted = self.plan.learn.iter().filter_map(|goal| {
            let heard = ear.hear(goal, Before::default());
            // A goal is no question; only what is heard for sure is worth offering first.
            heard.subject.best().filter(|topic| topic.score >= SURE).map(|topic| topic.id.clone())
        });
        let usual = [
            "career-path",
            "day-to-day",
            "challenges",
            "enjoy",
            "decisions-motivation",
            "myths-surprises",
            "skills",
            "regrets-redo",
            "advice",
            "anything-else",
        ];
        let mut ids: Vec<String> = wanted.collect();
        ids.extend(usual.map(str::to_owned));
        let mut offered: Vec<String> = Vec::new();
        let mut seen: Vec<&str> = Vec::new();
        for id in &ids {
            let Some(topic) = self.pack.bank_topic(id).filter(|_| !seen.contains(&id.as_str()))
            else {
                continue;
            };
            seen.push(id);
            let fit = topic.questions.iter().find(|question| question.stage != Stage::Deeper);
            if let Some(question) = fit.or(topic.questions.first()) {
                let text = question.text.value();
                if !self.plan.questions.contains(text) {
                    offered.push(text.clone());
                }
            }
        }
        offered.truncate(12);
        offered
    }

    /// What there is now, what is missing, and what comes next.
    fn close(self) -> Result<()> {
        let screen = self.sheet.screen;
        if self.plan.is_empty() {
            screen.plain("Nothing was typed, so there is no plan.")?;
            return Ok(screen.flush()?);
        }
        let path = &self.path;
        let name = path.file_stem().map(|stem| stem.to_string_lossy()).unwrap_or_default();
        let missing = self.plan.missing();
        if missing.is_empty() {
            screen.plain(&format!("Your plan is ready, in {}.", path.display()))?;
        } else {
            screen.plain(&format!("Your plan is kept, in {}.", path.display()))?;
            screen.plain(&format!("Still open: {}.", missing.join("; ")))?;
            screen.plain(&format!("coffeechat prepare {name}          goes on with it"))?;
        }
        screen.plain(&format!("coffeechat prepare --show {name}   prints it, on one page"))?;
        screen.plain(&format!("coffeechat practice --plan={name}  rehearses with it"))?;
        Ok(screen.flush()?)
    }
}

/// The plan for a talk, if one is asked for.
pub(crate) fn for_talk(
    name: Option<&str>,
    around: &Surroundings,
) -> Result<Option<(String, Plan)>> {
    let Some(name) = name else { return Ok(None) };
    let (name, plan) = named(name, around)?;
    if plan.questions.is_empty() {
        message("The plan has no questions yet; `coffeechat prepare` adds some.");
    }
    Ok(Some((name, plan)))
}
