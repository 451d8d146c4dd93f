//! Who can be met, and what can be asked.

use std::path::PathBuf;

use anyhow::{Result, bail};
use coffeechat::pack::Pack;
use coffeechat::text::closest::closest;

use crate::packs;
use crate::screen::Screen;

/// Shows who can be met, gentlest first.
pub(crate) fn people(pack: &Pack, screen: &mut Screen) -> Result<()> {
    let mut scenarios: Vec<_> = pack.scenarios.iter().collect();
    scenarios.sort_by_key(|scenario| (scenario.difficulty(), scenario.id.value().clone()));
    for scenario in scenarios {
        screen.heading(&format!("{}: {}", scenario.name(), scenario.title.value()))?;
        let manner =
            scenario.manner.as_ref().map(|manner| manner.value().as_str()).unwrap_or_default();
        screen.plain(&format!(
            "Difficulty {} of 5, {} minutes. {manner}",
            scenario.difficulty(),
            scenario.minutes()
        ))?;
        screen.plain(&format!("coffeechat practice {}", scenario.id.value()))?;
        screen.blank()?;
    }
    Ok(())
}

/// Shows the learner's own people, if there are any.
pub(crate) fn own(folder: Option<PathBuf>, screen: &mut Screen) -> Result<()> {
    let Some(folder) = folder.filter(|folder| folder.join("pack.toml").exists()) else {
        return Ok(());
    };
    screen.heading("Your own people")?;
    screen.blank()?;
    match packs::open_quietly(Some(&folder)) {
        Some(pack) => people(&pack, screen),
        None => Ok(screen.plain(&format!(
            "There is something to mend first: coffeechat pack check {}",
            folder.display()
        ))?),
    }
}

/// Shows the topics, or the questions of one.
pub(crate) fn questions(pack: &Pack, topic: Option<&str>, screen: &mut Screen) -> Result<()> {
    let Some(id) = topic else {
        for topic in pack.bank_topics() {
            screen.item(&format!("{}: {}", topic.id.value(), topic.title.value()))?;
        }
        screen.blank()?;
        screen.plain("`coffeechat questions TOPIC` shows the questions of one.")?;
        return Ok(());
    };
    let Some(topic) = pack.bank_topic(id) else {
        match closest(id, pack.bank_topics().map(|topic| topic.id.as_str())) {
            Some(meant) => bail!("no topic is called `{id}`; did you mean `{meant}`?"),
            None => bail!("no topic is called `{id}`; `coffeechat questions` lists them"),
        }
    };
    screen.heading(topic.title.value())?;
    screen.plain(topic.why.value())?;
    screen.blank()?;
    for question in &topic.questions {
        screen.item(question.text.value())?;
        if let (Some(weak), Some(because)) = (&question.weak, &question.weak_because) {
            screen.under(&format!("Weaker: “{}” {}", weak.value(), because.value()))?;
        }
        if let Some(sensitive) = &question.sensitive {
            screen.under(&format!("Take care: {}", sensitive.value()))?;
        }
    }
    Ok(())
}
