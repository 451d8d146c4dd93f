//! `letter`: the message that asks for a talk, and the thank-you note after it.

use std::fmt::Write as _;
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use coffeechat::disk;
use coffeechat::hearing::heard::Act;
use coffeechat::hearing::{Before, Ear};
use coffeechat::letters::answer::{Answer, answer};
use coffeechat::letters::told::Told;
use coffeechat::letters::{self, Kind, MOST_BYTES, Reading, Unreadable, Weight};
use coffeechat::pack::Pack;
use coffeechat::pack::placed::Text;
use coffeechat::pack::scenario::Scenario;
use coffeechat::text::clean;
use coffeechat::text::draw::from_bag;
use coffeechat::text::words::capitalised;
use serde_json::{Map, Value, json};

use crate::args::{LetterArgs, LetterFileArgs, LetterKind, OutreachArgs, ThanksArgs};
use crate::practice::input::{self, Input, Read1};
use crate::practice::saved::Saved;
use crate::practice::start;
use crate::reopened::Reopened;
use crate::screen::Screen;
use crate::surroundings::{self, Surroundings};
use crate::{Outcome, packs, review};

/// Runs `letter`.
pub(crate) fn run(
    args: &LetterArgs,
    around: &Surroundings,
    screen: &mut Screen,
) -> Result<Outcome> {
    match &args.kind {
        LetterKind::Outreach(args) => outreach(args, around, screen),
        LetterKind::Thanks(args) => thanks(args, around, screen),
    }
}

/// Reads a message that asks for a talk, and lets the person answer it.
fn outreach(args: &OutreachArgs, around: &Surroundings, screen: &mut Screen) -> Result<Outcome> {
    let folder = args.letter.pack.pack.clone();
    let folder = folder.or_else(|| start::own_people(args.to.as_deref(), around));
    let Some(pack) = packs::open(folder.as_deref(), None)? else {
        return Ok(Outcome::Findings);
    };
    let named = args.to.as_deref().map(|id| start::scenario(&pack, id)).transpose()?;
    let letter = take(&args.letter, "message", around, screen)?;
    let greeted = letters::greeted(&letter);
    let scenario = match (named, &greeted) {
        (Some(named), _) => Some(named),
        (None, Some(name)) => {
            let mut people = pack.scenarios.iter();
            people.find(|one| letters::may_be_one(name, one.name())).or(pack.default_scenario())
        }
        (None, None) => pack.default_scenario(),
    };
    let reading = read(Kind::Outreach, &letter, None)?;
    let came_back = scenario.map(|scenario| (scenario, answer(&reading, scenario, args.seed)));
    if args.letter.json {
        let mut whole = as_json(&reading, &letter);
        if let Some((scenario, came_back)) = came_back {
            whole.insert("to".to_owned(), json!(scenario.id.value()));
            whole.insert("answer".to_owned(), json!(word(came_back)));
        }
        screen.json(&serde_json::to_string_pretty(&Value::Object(whole))?)?;
        screen.flush()?;
        return Ok(outcome(&reading));
    }
    show(&reading, &letter, "Your message", screen)?;
    if let Some((scenario, came_back)) = came_back {
        screen.blank()?;
        say_whose(greeted.as_deref(), scenario, "answers; `--to` names somebody else", screen)?;
        screen.flush()?;
        let from_file = args.letter.file.as_ref().is_some_and(|file| file != Path::new("-"));
        let goes_on = around.typed || from_file;
        let talk = Exchange { pack: &pack, scenario, seed: args.seed, typed: around.typed };
        talk.answer(came_back, goes_on, screen)?;
    }
    screen.flush()?;
    Ok(outcome(&reading))
}

/// Says so if a letter greets somebody else.
fn say_whose(
    greeted: Option<&str>,
    scenario: &Scenario,
    what: &str,
    screen: &mut Screen,
) -> Result<()> {
    if let Some(name) = greeted.filter(|name| !letters::may_be_one(name, scenario.name())) {
        screen.plain(&format!("It is addressed to {name}. {} {what}.", scenario.name()))?;
    }
    Ok(())
}

/// What follows a message: the person's answer, and the learner's to a no.
struct Exchange<'a> {
    pack: &'a Pack,
    scenario: &'a Scenario,
    seed: u64,
    typed: bool,
}

impl Exchange<'_> {
    fn answer(&self, came_back: Answer, goes_on: bool, screen: &mut Screen) -> Result<()> {
        let lists = &self.scenario.outreach;
        match came_back {
            Answer::Yes => {
                self.writes("yes", &lists.yes, "They write back: yes.", screen)?;
                screen.plain(
                    "A yes mostly comes with a condition. Answer within a day, agree to it, and \
                     repeat the time, the place and how long.",
                )?;
            }
            Answer::Silence => {
                screen.plain("Nothing comes back.")?;
                screen.plain(
                    "That is common and says little about you. After five to ten working days write \
                     once more, in two sentences, in the same thread; a better first message may be \
                     all it takes. After that, let it rest and ask somebody else.",
                )?;
            }
            Answer::NotNow | Answer::NoJob => {
                let list = if came_back == Answer::NoJob { &lists.no_job } else { &lists.not_now };
                self.writes("no", list, "They write back: no.", screen)?;
                if came_back == Answer::NoJob {
                    screen.plain("The no is to the job. Leave it out of the next message.")?;
                }
                if goes_on {
                    self.after_a_no(screen)?;
                } else {
                    screen.plain(HOW_TO_TAKE_A_NO)?;
                }
            }
        }
        Ok(())
    }

    /// The learner answers the no.
    fn after_a_no(&self, screen: &mut Screen) -> Result<()> {
        screen.plain("How do you answer that? One line; an empty one skips it.")?;
        screen.flush()?;
        let mut input = Input::bare(self.typed)?;
        let line = match input.read("> ")? {
            Read1::Line(line, _) if !line.trim().is_empty() => line,
            _ => {
                screen.plain(HOW_TO_TAKE_A_NO)?;
                return Ok(());
            }
        };
        if !self.typed {
            screen.speech("You", line.trim())?;
        }
        let ear = Ear::new(self.pack, Some(self.scenario));
        let heard = ear.hear(line.trim(), Before::default());
        let does = |act: Act| heard.acts().contains(&act);
        let lists = &self.scenario.outreach;
        if does(Act::ReferralAsk) {
            self.writes("else", &lists.someone_else, "They name somebody else.", screen)?;
            screen.plain(if does(Act::Thanks) {
                "You thanked them and asked who else: a no that leads on."
            } else {
                "You asked who else: a no that leads on. A word of thanks first makes it easier to \
                 give."
            })?;
        } else {
            self.writes("leave", &lists.leave_it, "They leave it at that.", screen)?;
            screen.plain(if does(Act::Thanks) {
                "You thanked them. One thing more leads on: “Is there somebody else you would suggest I \
                 ask?”"
            } else {
                HOW_TO_TAKE_A_NO
            })?;
        }
        Ok(())
    }

    /// What the person writes: one of a list, or what happens in the program's words.
    fn writes(
        &self,
        place: &str,
        list: &[Text],
        else_say: &str,
        screen: &mut Screen,
    ) -> Result<()> {
        if list.is_empty() {
            screen.plain(else_say)?;
        } else {
            let nth = from_bag(self.seed, place, 0, list.len());
            screen.speech(self.scenario.name(), list[nth].as_str())?;
        }
        Ok(())
    }
}

/// What is said of a no.
const HOW_TO_TAKE_A_NO: &str = "A no says little about you. Thank them, and ask who else might \
                                like to talk about the work: \"Thank you for telling me. Is there \
                                somebody else you would suggest I ask?\"";

/// Reads a thank-you note, against the talk it thanks for.
fn thanks(args: &ThanksArgs, around: &Surroundings, screen: &mut Screen) -> Result<Outcome> {
    if let Some(file) = args.reminders.as_ref().filter(|file| file.exists()) {
        bail!("`{}` is there already; name a new file for the reminders", file.display());
    }
    // For programs nothing depends on what was rehearsed here last.
    let alone = args.no_run || args.letter.json && args.run.is_none();
    let run = if alone { None } else { run_of(args.run.as_deref(), around)? };
    let named = args.run.is_some() || args.reminders.is_some();
    let talk = match run.map(|saved| Reopened::open(saved, args.letter.pack.pack.as_deref())) {
        Some(Ok(Some(talk))) => Some(talk),
        Some(Ok(None)) => return Ok(Outcome::Findings),
        Some(Err(error)) if named => return Err(error),
        None if named => bail!("there is no talk yet to hold the note against"),
        Some(Err(_)) | None => None,
    };
    let letter = take(&args.letter, "note", around, screen)?;
    let told = talk.as_ref().map(|talk| {
        let ear = Ear::by_words_alone(&talk.pack, Some(talk.scenario()));
        Told::of(&talk.session(&ear))
    });
    let reading = read(Kind::Thanks, &letter, told.as_ref())?;
    if let (Some(file), Some(talk)) = (&args.reminders, &talk) {
        disk::write_new(file, &reminders(talk)?)?;
    }
    if args.letter.json {
        let mut whole = as_json(&reading, &letter);
        if let Some(talk) = &talk {
            whole.insert("run".to_owned(), json!(talk.opened.run));
        }
        screen.json(&serde_json::to_string_pretty(&Value::Object(whole))?)?;
        screen.flush()?;
        return Ok(outcome(&reading));
    }
    show(&reading, &letter, "Your note", screen)?;
    if talk.is_none() && !alone {
        screen.blank()?;
        screen.plain("There is no rehearsal yet to hold it against.")?;
    }
    if let Some(talk) = &talk {
        let scenario = talk.scenario();
        screen.blank()?;
        let other = "is whom your last talk was with; `--run` names another";
        say_whose(letters::greeted(&letter).as_deref(), scenario, other, screen)?;
        let hours = talk.pack.hours_until_note();
        screen.plain(&format!(
            "Held against your talk with {} of {}. It is due within {hours} hours.",
            scenario.name(),
            talk.opened.at
        ))?;
    }
    recalled(&reading, &letter, screen)?;
    if let Some(file) = &args.reminders {
        screen.plain(&format!("Reminders are in {}; any calendar opens it.", file.display()))?;
    }
    screen.flush()?;
    Ok(outcome(&reading))
}

/// Days after the talk on which to follow up, and to report on an introduction.
const FOLLOW_UP_DAYS: i64 = 14;
const REPORT_DAYS: i64 = 28;

/// A calendar (RFC 5545) of what is due after a talk. Its times belong to no zone: they are those of the
/// wall clock, wherever that is.
fn reminders(talk: &Reopened) -> Result<String> {
    let (scenario, opened) = (talk.scenario(), &talk.opened);
    let hours = talk.pack.hours_until_note();
    let name = scenario.name();
    let exchanges = coffeechat::session::exchanges(&talk.saved.events);
    let contact = exchanges
        .iter()
        .rev()
        .find_map(|exchange| scenario.contact(exchange.reply.contact.as_ref()?));
    let mut due = vec![
        (i64::from(hours), format!("Thank-you note to {name} is due")),
        (24 * FOLLOW_UP_DAYS, format!("Write to {name}: what came of the advice")),
    ];
    if let Some(contact) = contact {
        due.push((
            24 * REPORT_DAYS,
            format!("Tell {name} how it went with {}", contact.name.value()),
        ));
    }
    let mut calendar =
        String::from("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//coffeechat//EN\r\n");
    for (at, (hours, summary)) in due.into_iter().enumerate() {
        let Some((stamp, start)) = surroundings::hours_after(&opened.at, hours) else {
            bail!("the talk does not say when it was, so nothing can be due after it");
        };
        let summary = clean::line(&summary).replace(['\n', '\r', '\\', ',', ';'], " ");
        let _ = write!(
            calendar,
            "BEGIN:VEVENT\r\nUID:{}-{at}@coffeechat\r\nDTSTAMP:{stamp}\r\nDTSTART:{start}\r\n\
             SUMMARY:{summary}\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:{summary}\r\n\
             TRIGGER:PT0S\r\nEND:VALARM\r\nEND:VEVENT\r\n",
            clean::line(&opened.run).replace(['\n', '\r'], "")
        );
    }
    calendar.push_str("END:VCALENDAR\r\n");
    Ok(calendar)
}

/// The run that was named, or the last one; none if there is none yet.
fn run_of(run: Option<&str>, around: &Surroundings) -> Result<Option<Saved>> {
    match review::find(run, around) {
        Ok(path) => Ok(Some(Saved::read(&path)?)),
        Err(error) if run.is_some() => Err(error),
        Err(_) => Ok(None),
    }
}

/// What a note remembers of the talk.
fn recalled(reading: &Reading, letter: &str, screen: &mut Screen) -> Result<()> {
    let Some(told) = &reading.told else { return Ok(()) };
    if let Some(gist) = told.gist.as_ref().filter(|gist| !gist.is_empty()) {
        screen.plain(&format!("You mention something that was really said: {gist}."))?;
    }
    if let Some(place) = &told.not_said {
        screen.plain(&format!(
            "Not found in this talk: \u{201c}{}\u{201d}. Was it somebody else who said it?",
            one_line(&letter[place.clone()])
        ))?;
    }
    if told.said.is_none() && !told.worth_mentioning.is_empty() {
        screen.plain("Worth mentioning, because it was said to you:")?;
        for gist in &told.worth_mentioning {
            screen.item(gist)?;
        }
    }
    Ok(())
}

/// Reads a letter, or says why it cannot be read.
fn read(kind: Kind, letter: &str, told: Option<&Told>) -> Result<Reading> {
    match letters::read(kind, letter, told) {
        Ok(reading) => Ok(reading),
        Err(Unreadable::Empty) => {
            bail!("there is nothing in it; type or paste the letter, or name its file")
        }
        Err(Unreadable::TooLong) => bail!(
            "it has more than {} kB, some ten pages; a letter of this kind has up to {} words",
            MOST_BYTES / 1000,
            letters::MOST_WORDS
        ),
        Err(Unreadable::NotEnglish) => {
            bail!("only letters in English can be read, and this does not look like one")
        }
    }
}

/// Takes the letter from its file, a pipe or the keyboard.
fn take(
    args: &LetterFileArgs,
    what: &str,
    around: &Surroundings,
    screen: &mut Screen,
) -> Result<String> {
    let bytes = match &args.file {
        Some(file) if file != Path::new("-") => disk::read_bytes(file, MOST_BYTES + 1)?,
        _ if around.typed => return typed(what, screen),
        _ => input::all_piped(MOST_BYTES + 1).context("could not read standard input")?,
    };
    if bytes.contains(&0) {
        bail!("this is not text; save the letter as plain text first");
    }
    Ok(String::from_utf8_lossy(&bytes).replace("\r\n", "\n"))
}

/// Lets the letter be typed or pasted.
fn typed(what: &str, screen: &mut Screen) -> Result<String> {
    screen.plain(&format!(
        "Type or paste your {what}. A line with only a full stop ends it; so does Ctrl-D."
    ))?;
    screen.flush()?;
    let mut input = Input::bare_editor()?;
    let mut letter = String::new();
    loop {
        match input.read("")? {
            Read1::Line(line, _) if line.trim() == "." => break,
            Read1::Line(line, _) => {
                letter.push_str(&line);
                letter.push('\n');
            }
            Read1::End => break,
            Read1::Interrupted => bail!("left; nothing was checked"),
        }
    }
    screen.blank()?;
    Ok(letter)
}

/// So many things at once can be put right; more discourage.
const AT_ONCE: usize = 3;

/// Shows what was found in a letter and what is missing.
fn show(reading: &Reading, letter: &str, whose: &str, screen: &mut Screen) -> Result<()> {
    let words = reading.words;
    screen.heading(&format!("{whose}, {words} {}", if words == 1 { "word" } else { "words" }))?;
    for gap in &reading.gaps {
        screen.item(&format!("Still to fill in: {}", one_line(&letter[gap.clone()])))?;
    }
    for checked in reading.elements.iter().filter(|checked| checked.is_met) {
        let words = checked.place.as_ref().map(|place| one_line(&letter[place.clone()]));
        let words = words.map(|words| format!(": \u{201c}{words}\u{201d}")).unwrap_or_default();
        screen.item(&format!("{}{words}", checked.element.met))?;
    }
    let missing = reading.missing();
    for (weight, heading) in
        [(Weight::Needed, "What it still needs"), (Weight::Welcome, "What could go in, if it fits")]
    {
        let missing: Vec<_> = missing.iter().filter(|element| element.weight == weight).collect();
        if missing.is_empty() {
            continue;
        }
        screen.blank()?;
        screen.heading(heading)?;
        for element in missing.iter().take(AT_ONCE) {
            let found = reading.elements.iter().find(|checked| checked.element == **element);
            let words = found.and_then(|checked| checked.place.clone());
            let words = words
                .map(|place| format!(" (you wrote \u{201c}{}\u{201d})", one_line(&letter[place])));
            let title = capitalised(element.title);
            screen.item(&format!("{title}{}. {}", words.unwrap_or_default(), element.why))?;
            screen.under(&format!("For example: {}", element.better))?;
        }
        let rest: Vec<&str> = missing.iter().skip(AT_ONCE).map(|element| element.title).collect();
        if !rest.is_empty() {
            screen.item(&format!("After that: {}.", rest.join("; ")))?;
        }
    }
    if missing.iter().all(|element| element.weight == Weight::Welcome) && reading.gaps.is_empty() {
        screen.blank()?;
        screen.plain("Everything needed is there.")?;
    }
    Ok(())
}

/// Words of a letter on one line, without the line breaks of the page.
fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What was found, for programs: by element whether the letter does well by it, and the bytes that decided.
fn as_json(reading: &Reading, letter: &str) -> Map<String, Value> {
    let elements: Map<String, Value> = reading
        .elements
        .iter()
        .map(|checked| {
            let element = checked.element;
            let words = checked.place.as_ref().map(|place| &letter[place.clone()]);
            let span = checked.place.as_ref().map(|place| [place.start, place.end]);
            let better = (!checked.is_met).then_some(element.better);
            let whole = json!({
                "present": checked.is_met, "needed": element.weight == Weight::Needed,
                "words": words, "span": span, "why": element.why, "better": better,
            });
            (element.id.to_owned(), whole)
        })
        .collect();
    let gaps: Vec<&str> = reading.gaps.iter().map(|gap| &letter[gap.clone()]).collect();
    let mut whole = Map::new();
    whole.insert(
        "kind".to_owned(),
        json!(match reading.kind {
            Kind::Outreach => "outreach",
            Kind::Thanks => "thanks",
        }),
    );
    whole.insert("words".to_owned(), json!(reading.words));
    whole.insert("ready".to_owned(), json!(reading.is_ready()));
    whole.insert("elements".to_owned(), Value::Object(elements));
    whole.insert("gaps".to_owned(), json!(gaps));
    if let Some(told) = &reading.told {
        whole.insert(
            "told".to_owned(),
            json!({
                "said": told.said.as_ref().map(|place| &letter[place.clone()]),
                "gist": told.gist,
                "not_said": told.not_said.as_ref().map(|place| &letter[place.clone()]),
                "worth_mentioning": told.worth_mentioning,
            }),
        );
    }
    whole
}

const fn word(came_back: Answer) -> &'static str {
    match came_back {
        Answer::Yes => "yes",
        Answer::NotNow => "not-now",
        Answer::NoJob => "no-job",
        Answer::Silence => "silence",
    }
}

fn outcome(reading: &Reading) -> Outcome {
    if reading.is_ready() { Outcome::Clean } else { Outcome::Findings }
}
