//! `pack test`: the cases of a pack, played.

use anyhow::Result;
use coffeechat::cases;

use super::open;
use crate::Outcome;
use crate::args::pack::TestArgs;
use crate::screen::Screen;

/// Runs `pack test`.
pub(crate) fn run(args: &TestArgs, screen: &mut Screen) -> Result<Outcome> {
    let Some(pack) = open(args.path.as_deref(), None)? else { return Ok(Outcome::Findings) };
    let played = cases::play(&pack);
    for failure in &played.failures {
        let source = pack.sources.iter().find(|source| source.path == failure.file);
        let line = source.map_or(0, |source| {
            source.text[..failure.span.start.min(source.text.len())].lines().count().max(1)
        });
        screen.plain(&format!(
            "{}:{line}: case `{}`, line {}",
            failure.file, failure.case, failure.line
        ))?;
        screen.quote(&failure.said)?;
        screen.under(&failure.message)?;
        screen.blank()?;
    }
    screen.plain(&format!("{} passed, {} failed", played.passed, played.failed))?;
    if played.passed + played.failed == 0 {
        screen.plain("A pack without cases has not been tested; write one in `cases/`.")?;
        return Ok(Outcome::Findings);
    }
    Ok(if played.failed == 0 { Outcome::Clean } else { Outcome::Findings })
}
