//! `pack check`: all findings of a pack, and the pages of the rules.

mod formats;

use anyhow::{Result, bail};
use coffeechat::check;
use coffeechat::finding::{self, Finding, Severity};
use coffeechat::pack::Pack;
use coffeechat::text::closest::closest;

use super::read;
use crate::args::pack::{CheckArgs, FindingFormat};
use crate::screen::Screen;
use crate::{Outcome, findings};

/// Runs `pack check`.
pub(crate) fn run(args: &CheckArgs, screen: &mut Screen) -> Result<Outcome> {
    if let Some(rule) = &args.explain {
        return explain(rule, screen);
    }
    if args.rules {
        return list(screen);
    }
    let (pack, found) = read(args.path.as_deref(), None)?;
    let found = check::check(&pack, found);
    match args.format {
        FindingFormat::Human => show(&pack, &found, screen)?,
        FindingFormat::Json => screen.raw(&formats::json(&found, &pack.sources)?)?,
        FindingFormat::Sarif => screen.raw(&formats::sarif(&found, &pack.sources)?)?,
        FindingFormat::Github => screen.raw(&formats::github(&found, &pack.sources))?,
    }
    let counts = |finding: &Finding| args.deny.is_some() || finding.severity == Severity::Error;
    Ok(if found.iter().any(counts) { Outcome::Findings } else { Outcome::Clean })
}

fn show(pack: &Pack, found: &[Finding], screen: &mut Screen) -> Result<()> {
    if !found.is_empty() {
        screen.raw(&findings::drawn(found, &pack.sources, screen.width()))?;
        let first = found.iter().find(|finding| finding.severity == Severity::Error);
        if let Some(first) = first.or(found.first()) {
            let name = first.rule.name;
            screen.plain("What a finding means, and how to mend it:")?;
            screen.plain(&format!("  coffeechat pack check --explain {name}"))?;
        }
        return Ok(());
    }
    let answers: usize = pack.scenarios.iter().map(|scenario| scenario.answers().count()).sum();
    screen.plain(&format!(
        "No findings in {}: {}, {}, {}.",
        findings::counted(pack.sources.len(), "file"),
        findings::counted(pack.scenarios.len(), "scenario"),
        findings::counted(answers, "answer"),
        findings::counted(pack.bank_topics().count(), "topic"),
    ))?;
    Ok(())
}

/// Prints the page of a rule: what it finds, why it matters, and an example.
fn explain(name: &str, screen: &mut Screen) -> Result<Outcome> {
    let Some(rule) = check::rule(name) else {
        match closest(name, check::all_rules().map(|rule| rule.name)) {
            Some(meant) => bail!("no rule is called `{name}`; did you mean `{meant}`?"),
            None => bail!("no rule is called `{name}`; `coffeechat pack check --rules` lists them"),
        }
    };
    screen.heading(&format!("{} ({})", rule.name, word(rule.severity)))?;
    screen.plain(rule.page)?;
    for change in rule.example {
        screen.blank()?;
        if change.stands.trim().is_empty() {
            screen.plain(&format!("It finds that this is missing, in {}:", change.file))?;
            screen.raw(&formats::block(change.instead_of))?;
            continue;
        }
        screen.plain(&format!("It finds this, in {}:", change.file))?;
        screen.raw(&formats::block(change.stands))?;
        if !change.instead_of.trim().is_empty() {
            screen.plain("This is right:")?;
            screen.raw(&formats::block(change.instead_of))?;
        }
    }
    screen.blank()?;
    screen.plain(&match rule.severity {
        Severity::Error => "Without mending this, the pack is not played.".to_owned(),
        Severity::Warning => format!(
            "Where it does not matter, say so in pack.toml: [check.{}] with `severity = \"off\"` and a `reason`.",
            rule.name
        ),
    })?;
    Ok(Outcome::Clean)
}

fn list(screen: &mut Screen) -> Result<Outcome> {
    for severity in [Severity::Error, Severity::Warning] {
        screen.heading(match severity {
            Severity::Error => "Errors: the pack is not played",
            Severity::Warning => "Warnings: something will disappoint",
        })?;
        for rule in check::all_rules().filter(|rule| rule.severity == severity) {
            let first = rule.page.split_inclusive(". ").next().unwrap_or(rule.page);
            screen.item(&format!("{}: {}", rule.name, first.trim_end()))?;
        }
        screen.blank()?;
    }
    screen.plain("The whole page of a rule: coffeechat pack check --explain RULE")?;
    Ok(Outcome::Clean)
}

fn word(severity: finding::Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}
