//! Questions typed at a terminal: each is answered at once.

use anyhow::Result;
use coffeechat::debrief::overview::Overview;

use super::page::Page;
use super::{Coach, show_overview};
use crate::Outcome;
use crate::practice::input::{Input, Read1};
use crate::screen::Screen;

/// Reads questions until Ctrl-D.
pub(super) fn run(coach: &Coach<'_>, page: Page, screen: &mut Screen) -> Result<Outcome> {
    screen.plain("Type a question as you would ask it, and press Enter. Ctrl-D ends.")?;
    screen.blank()?;
    screen.flush()?;
    let mut input = Input::bare_editor()?;
    let mut overview = Overview::default();
    let mut number = 0;
    loop {
        let line = match input.read("> ")? {
            Read1::Line(line, _) => line,
            Read1::End => break,
            Read1::Interrupted => return Ok(Outcome::Clean),
        };
        let line = line.trim();
        if line.is_empty() {
            continue;
        }
        number += 1;
        let known = coach.assess(line, None);
        overview.add(number, line, &known, 0);
        screen.text(&page.entry(number, line, &known))?;
        screen.flush()?;
    }
    show_overview(&overview, screen)?;
    screen.flush()?;
    Ok(Outcome::Clean)
}
