//! Who can be met, and what can be asked.

use std::path::Path;

use anyhow::{Result, bail};
use coffeechat::pack::Pack;
use coffeechat::pack::scenario::Scenario;
use coffeechat::text::closest::closest;

use crate::met::Met;
use crate::packs;
use crate::screen::{Screen, typed};
use crate::surroundings::Surroundings;

/// Shows who can be met, gentlest first: who they are, what makes them easy or hard, and how often they were met
/// if that is known. `folder` is the pack's; none is the built-in pack's.
pub(crate) fn people(
    pack: &Pack,
    folder: Option<&Path>,
    met: Option<&Met>,
    screen: &mut Screen,
) -> Result<()> {
    let with_pack = folder.map_or_else(String::new, |folder| format!(" --pack {}", typed(folder)));
    let told = |scenario: &Scenario| met.map(|met| met.words(folder, scenario));
    show(pack, &told, &with_pack, screen)
}

/// Shows the learner's own people, if there are any.
pub(crate) fn own(around: &Surroundings, met: &Met, screen: &mut Screen) -> Result<()> {
    let Some(folder) = around.people().filter(|folder| folder.join("pack.toml").exists()) else {
        return Ok(());
    };
    screen.heading("Your own people")?;
    screen.blank()?;
    match packs::open_quietly(Some(&folder)) {
        // They are found by name, without their folder.
        Some(pack) => {
            let told = |scenario: &Scenario| Some(met.words(Some(&folder), scenario));
            show(&pack, &told, "", screen)
        }
        None => Ok(screen.plain(&format!(
            "There is something to mend first: coffeechat pack check {}",
            typed(&folder)
        ))?),
    }
}

fn show(
    pack: &Pack,
    told: &dyn Fn(&Scenario) -> Option<String>,
    with_pack: &str,
    screen: &mut Screen,
) -> Result<()> {
    let mut scenarios: Vec<_> = pack.scenarios.iter().collect();
    scenarios.sort_by_key(|scenario| (scenario.difficulty(), scenario.id.value().clone()));
    for scenario in scenarios {
        screen.heading(&format!("{}: {}", scenario.name(), scenario.title.value()))?;
        let field = scenario.field.as_ref().map(|field| format!("Field: {}. ", field.value()));
        screen.plain(&format!(
            "{}Difficulty {} of 5, {} minutes.",
            field.unwrap_or_default(),
            scenario.difficulty(),
            scenario.minutes()
        ))?;
        if let Some(manner) = &scenario.manner {
            screen.plain(manner.value())?;
        }
        if let Some(words) = told(scenario) {
            screen.plain(&words)?;
        }
        screen.plain(&format!("coffeechat practice {}{with_pack}", scenario.id.value()))?;
        screen.blank()?;
    }
    Ok(())
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
