//! `pack explain`: what the program hears in a line, and how sure it is.

use anyhow::{Result, bail};
use coffeechat::debrief::report::Line;
use coffeechat::hearing::topic::{BETWEEN, LEAST, NONE_WEIGHS};
use coffeechat::hearing::{Before, Ear, Likely};
use coffeechat::pack::Pack;
use coffeechat::pack::scenario::Scenario;
use coffeechat::text::closest::closest;

use crate::args::pack::ExplainArgs;
use crate::practice::start;
use crate::screen::Screen;
use crate::told::{self, shortened};
use crate::{Outcome, packs};

/// Topics that are shown.
const SHOWN: usize = 5;

/// Explains a line.
pub(crate) fn run(args: &ExplainArgs, screen: &mut Screen) -> Result<Outcome> {
    let Some(pack) = packs::open(args.pack.pack.as_deref(), args.scenario.as_deref())? else {
        return Ok(Outcome::Findings);
    };
    let scenario = args.scenario.as_ref().map(|id| start::scenario(&pack, id)).transpose()?;
    let partner = args.after.as_ref().map(|answer| said(&pack, scenario, answer)).transpose()?;
    let ear = Ear::new(&pack, scenario);
    let heard = ear.hear(&args.line, Before { partner: partner.as_deref(), ..Before::default() });
    screen.heading(&shortened(&heard.line))?;
    if let Some(partner) = &partner {
        screen.under(&format!("after “{}”", shortened(partner)))?;
    }
    let mut lines = told::heard(&heard);
    let likeliest = ear.likeliest(&heard, SHOWN);
    if !likeliest.is_empty() {
        lines.push(Line::Item("How likely each topic is, by the whole line:".to_owned()));
        lines.extend(likeliest.iter().map(likely));
        lines.push(Line::Item(format!(
            "A topic is taken from {LEAST:.2} on, unless {NONE_WEIGHS:.0} times “none of them” is more; \
             two within {BETWEEN:.2} of each other are too close to call."
        )));
    }
    screen.report(&lines)?;
    Ok(Outcome::Clean)
}

fn likely(likely: &Likely) -> Line {
    let name = likely.topic.as_deref().unwrap_or("none of them");
    let like = match likely.phrasing.as_str() {
        "" => String::new(),
        phrasing => format!(" (like “{}”)", shortened(phrasing)),
    };
    Line::Item(format!("  {:.2} {name}{like}", likely.chance))
}

/// What the interviewee says with an answer.
fn said(pack: &Pack, scenario: Option<&Scenario>, answer: &str) -> Result<String> {
    let scenarios = || {
        pack.scenarios
            .iter()
            .filter(|known| scenario.is_none_or(|one| one.id.value() == known.id.value()))
    };
    let found = scenarios().find_map(|scenario| scenario.answer(answer));
    let Some((_, found)) = found else {
        let ids = scenarios().flat_map(Scenario::answers).map(|(_, answer)| answer.id.as_str());
        match closest(answer, ids) {
            Some(meant) => bail!("no answer is called `{answer}`; did you mean `{meant}`?"),
            None => bail!("no answer is called `{answer}`; `--after` takes the id of an answer"),
        }
    };
    let text = found.say.first().or(found.short.as_ref());
    Ok(text.map(|text| text.value().clone()).unwrap_or_default())
}
