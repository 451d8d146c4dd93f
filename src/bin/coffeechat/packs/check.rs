//! `pack check`: all findings of a pack, and the pages of the rules.

use anyhow::{Result, bail};
use coffeechat::finding;
use coffeechat::pack::rules;
use coffeechat::text::closest::closest;

use super::read;
use crate::args::pack::CheckArgs;
use crate::screen::Screen;
use crate::{Outcome, findings};

/// Runs `pack check`.
pub(crate) fn run(args: &CheckArgs, screen: &mut Screen) -> Result<Outcome> {
    if let Some(rule) = &args.explain {
        return explain(rule, screen);
    }
    let (pack, found) = read(args.path.as_deref(), None)?;
    if found.is_empty() {
        let answers: usize = pack.scenarios.iter().map(|scenario| scenario.answers().count()).sum();
        screen.plain(&format!(
            "No findings in {}: {}, {}, {}.",
            findings::counted(pack.sources.len(), "file"),
            findings::counted(pack.scenarios.len(), "scenario"),
            findings::counted(answers, "answer"),
            findings::counted(pack.bank_topics().count(), "topic"),
        ))?;
        return Ok(Outcome::Clean);
    }
    screen.raw(&findings::drawn(&found, &pack.sources))?;
    Ok(if finding::any_error(&found) { Outcome::Findings } else { Outcome::Clean })
}

fn explain(name: &str, screen: &mut Screen) -> Result<Outcome> {
    let Some(rule) = rules::ALL.iter().find(|rule| rule.name == name) else {
        let meant = closest(name, rules::ALL.iter().map(|rule| rule.name));
        match meant {
            Some(meant) => bail!("no rule is called `{name}`; did you mean `{meant}`?"),
            None => bail!("no rule is called `{name}`"),
        }
    };
    screen.heading(rule.name)?;
    screen.plain(rule.page)?;
    Ok(Outcome::Clean)
}
