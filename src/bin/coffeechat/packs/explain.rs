//! `pack explain`: what the program hears in a line, how sure it is, and what a person would reply.

use anyhow::{Result, bail};
use coffeechat::debrief::report::Line;
use coffeechat::hearing::heard::Heard;
use coffeechat::hearing::topic::{BETWEEN, LEAST, NONE_WEIGHS};
use coffeechat::hearing::{Before, Ear, Likely};
use coffeechat::interviewee::state::{Effect, State};
use coffeechat::interviewee::why_not::{Moment, why_not};
use coffeechat::interviewee::{self, Person, Reply};
use coffeechat::pack::Pack;
use coffeechat::pack::scenario::Answer;

use crate::args::pack::ExplainArgs;
use crate::practice::{start, why};
use crate::screen::Screen;
use crate::told::{self, shortened};
use crate::{Outcome, packs};

/// Topics that are shown: all by itself, and with what the person would reply.
const SHOWN: usize = 5;
const SHOWN_WITH_REPLY: usize = 3;

/// Wordings are drawn as in a talk with this seed.
const SEED: u64 = 1;

/// Explains a line.
pub(crate) fn run(args: &ExplainArgs, screen: &mut Screen) -> Result<Outcome> {
    // Silence is a move, and somebody has to be there to meet it.
    if args.line.trim().is_empty() && args.scenario.is_none() {
        bail!("there is nothing to explain; put the line in quotes after the command");
    }
    let Some(pack) = packs::open(args.pack.pack.as_deref(), args.scenario.as_deref())? else {
        return Ok(Outcome::Findings);
    };
    let Some(id) = &args.scenario else {
        let partner = args.after.as_ref().map(|answer| said(&pack, answer)).transpose()?;
        let ear = Ear::new(&pack, None);
        let before = Before { partner: partner.as_deref(), ..Before::default() };
        let heard = ear.hear(&args.line, before);
        head(&heard, partner.as_deref(), screen)?;
        let mut lines = told::heard(&heard);
        lines.extend(likeliest(&ear, &heard, SHOWN));
        screen.report(&lines)?;
        return Ok(Outcome::Clean);
    };
    let scenario = start::scenario(&pack, id)?;
    if let Some(not) = args.not.as_ref().filter(|not| scenario.answer(not).is_none()) {
        bail!("{}", told::no_answer([scenario], not));
    }
    let person = Person::new(&pack, scenario, SEED);
    let state = moment(person, args)?;
    let ear = Ear::new(&pack, Some(scenario));
    let heard = ear.hear(&args.line, state.before());
    let partner = args.after.as_ref().map(|_| state.last_words.as_str());
    head(&heard, partner, screen)?;
    let mut lines = told::heard(&heard);
    match &args.not {
        None => {
            lines.extend(likeliest(&ear, &heard, SHOWN_WITH_REPLY));
            lines.extend(replied(&interviewee::reply(person, &state, &heard)));
        }
        Some(not) => {
            let moment = Moment { person, ear: &ear, state: &state, heard: &heard };
            let why_not = why_not(moment, not);
            lines.extend(why_not.iter().flat_map(why::not_lines));
        }
    }
    screen.report(&lines)?;
    Ok(Outcome::Clean)
}

/// The line, and what it was said after.
fn head(heard: &Heard, partner: Option<&str>, screen: &mut Screen) -> Result<()> {
    screen.heading(&shortened(&heard.line))?;
    if let Some(partner) = partner {
        screen.under(&format!("after “{}”", shortened(partner)))?;
    }
    Ok(())
}

/// The moment the line is said in: at first, or right after an answer was told.
fn moment(person: Person<'_>, args: &ExplainArgs) -> Result<State> {
    let (words, effects) = interviewee::opening(person);
    let mut state = State::at_first(person.scenario).after_opening(&words, &effects);
    if let Some(after) = &args.after {
        let Some((_, answer)) = person.scenario.answer(after) else {
            bail!("{}", told::no_answer([person.scenario], after));
        };
        let effects: Vec<Effect> = Effect::told(answer).collect();
        state = state.after(first_words(answer), &effects);
    }
    if let Some(rapport) = args.rapport {
        state.rapport = i32::from(rapport);
    }
    Ok(state)
}

/// How likely each topic is, and from when on one is taken.
fn likeliest(ear: &Ear<'_>, heard: &Heard, most: usize) -> Vec<Line> {
    let likeliest = ear.likeliest(heard, most);
    if likeliest.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![Line::Item("How likely each topic is, by the whole line:".to_owned())];
    lines.extend(likeliest.iter().map(likely));
    lines.push(Line::Item(format!(
        "A topic is taken from {LEAST:.2} on, unless {NONE_WEIGHS:.0} times “none of them” is more; \
         two within {BETWEEN:.2} of each other are too close to call."
    )));
    lines
}

fn likely(likely: &Likely) -> Line {
    let name = likely.topic.as_deref().unwrap_or("none of them");
    let like = match likely.phrasing.as_str() {
        "" => String::new(),
        phrasing => format!(" (like “{}”)", shortened(phrasing)),
    };
    Line::Item(format!("  {:.2} {name}{like}", likely.chance))
}

/// What the person would reply, and what was held back.
fn replied(reply: &Reply) -> Vec<Line> {
    let ids = [&reply.answer, &reply.topic, &reply.contact, &reply.counter];
    let ids: Vec<&str> = ids.into_iter().filter_map(|id| id.as_deref()).collect();
    let kind = reply.follow.map_or_else(String::new, |kind| format!(" {}", kind.word()));
    let mut lines = vec![Line::Item(format!(
        "Reply: {}{kind} {}: “{}”",
        reply.route.word(),
        ids.join(", "),
        shortened(&reply.text)
    ))];
    lines.extend(told::held_back(reply));
    lines
}

/// What somebody of the pack says with an answer.
fn said(pack: &Pack, id: &str) -> Result<String> {
    let Some((_, answer)) = pack.scenarios.iter().find_map(|scenario| scenario.answer(id)) else {
        bail!("{}", told::no_answer(pack.scenarios.iter(), id));
    };
    Ok(first_words(answer).to_owned())
}

/// The first of the wordings of an answer.
fn first_words(answer: &Answer) -> &str {
    answer.say.first().or(answer.short.as_ref()).map(|text| text.as_str()).unwrap_or_default()
}
