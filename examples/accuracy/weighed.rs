//! What is weighed where rules stay silent: whether something is asked, and whether it asks on. What is
//! counted as right, and the part of the page that says how often it is, with the program's own weights and
//! with weights that have not seen the talk.

use std::fmt::Write as _;

use coffeechat::hearing::heard::Kind;

use crate::ground::{Ground, Typed, each};
use crate::labelled::{ASKS, LEFT_OUT, Outcome, text};
use crate::measure::{Confusion, agreement};
use crate::page::{Aim, Part, count, per_class, points, shares_right};
use crate::unseen::{self, Decision, Scorer};

/// What is, and what is decided with weights that have not seen the talk.
fn decided(is: &[bool], heard: &[(bool, Decision)]) -> Vec<(bool, bool)> {
    is.iter().zip(heard).map(|(is, (_, decision))| (*is, decision.yes)).collect()
}

/// How often the copy of the program's thresholds came out as the program did, and of how many.
fn add(copied: (usize, usize), heard: &[(bool, Decision)]) -> (usize, usize) {
    heard.iter().fold(copied, |(same, all), (_, decision)| {
        (same + decision.copied.0, all + decision.copied.1)
    })
}

/// Question or not, in meetings.
pub(crate) fn questions(ground: &Ground<'_>, scorer: &Scorer) -> Outcome<Part> {
    let mut rows = ground.rows("acts_meetings_dev.jsonl")?;
    rows.retain(|row| !LEFT_OUT.contains(&text(row, "label")));
    let is_asked: Vec<bool> = rows.iter().map(|row| ASKS.contains(&text(row, "label"))).collect();
    let word = |asks: bool| if asks { "question" } else { "no question" };
    let right = rows.iter().map(|row| Typed::Bare.line(text(row, "text")) == "right");
    let right: Vec<bool> = right.collect();
    let (mut plain, mut unseen, mut others) = (Vec::new(), Vec::new(), Vec::new());
    let mut classes = String::new();
    let mut copied = (0, 0);
    for typed in Typed::ALL {
        let heard: Vec<(bool, Decision)> = each(&rows, |row| {
            let line = typed.line(text(row, "text"));
            let heard = ground.hear(&line, text(row, "prev"));
            let decision = unseen::asks(scorer, &heard, &line, text(row, "conv"));
            (heard.question.is_some(), decision)
        });
        let pairs: Vec<(bool, bool)> =
            is_asked.iter().zip(&heard).map(|(is, (heard, _))| (*is, *heard)).collect();
        plain.push(agreement(&pairs));
        let without = pairs.iter().zip(&right).filter(|(_, right)| !**right);
        others.push(agreement(&without.map(|(pair, _)| *pair).collect::<Vec<_>>()));
        unseen.push(agreement(&decided(&is_asked, &heard)));
        copied = add(copied, &heard);
        if typed == Typed::AsWritten {
            let words: Vec<_> = pairs.iter().map(|(is, heard)| (word(*is), word(*heard))).collect();
            classes = per_class(&Confusion::of(&["question", "no question"], &[], &words));
        }
    }
    let bare = right.iter().filter(|right| **right).count();
    let asked = right.iter().zip(&is_asked).filter(|(right, asked)| **right && **asked).count();
    let page = format!(
        "## Question or not\n\n{} lines of meetings. Rules decide where they can; the rest is weighed, \
         with weights learnt from these same meetings. *Not learnt from* puts weights in their place that \
         were learnt from the other meetings only, and asks for the program's whole decision. (The copy of \
         its thresholds that this takes comes out as the program does in {} of the {} parts that were \
         weighed.)\n\n{}{classes}{} lines are “right” and no more, and {asked} of them are labelled as \
         asking for agreement. With the mark they are heard so. Without it a learner who types “right” \
         shows that they heard, and that is what is heard; see \
         [below](#where-labels-and-program-differ-on-principle). Without these lines the share right \
         would be {} higher where there are no marks.\n\n",
        count(rows.len()),
        count(copied.0),
        count(copied.1),
        shares_right(&[
            ("the program", &plain),
            ("the same, talks not learnt from", &unseen),
            ("the program, bare “right” left out", &others),
        ]),
        count(bare),
        points(others[1] - plain[1]),
    );
    let aim = |what, at: usize, least, from| Aim { what, figure: unseen[at], least, from };
    let aims = vec![
        aim("question or not, as written", 0, 0.98, "a linear model learnt elsewhere reaches .97"),
        aim("question or not, no mark", 1, 0.93, "the same model: .85"),
        aim("question or not, bare", 2, 0.93, "the same model: .86"),
    ];
    Ok(Part { page, aims, copied })
}

/// Asks on, or opens something else.
pub(crate) fn follow_ups(ground: &Ground<'_>, scorer: &Scorer) -> Outcome<Part> {
    let mut part = Part::default();
    let mut shares = Vec::new();
    let mut classes = String::new();
    let mut copied = (0, 0);
    for (file, name) in [
        ("followup_interviews_dev.jsonl", "interviews"),
        ("followup_chat_dev.jsonl", "personal chat"),
    ] {
        let mut rows = ground.rows(file)?;
        rows.retain(|row| !text(row, "prev").is_empty());
        let follows = rows.iter().map(|row| text(row, "label").starts_with("follow"));
        let follows: Vec<bool> = follows.collect();
        let word = |yes: bool| if yes { "follow-up" } else { "switch" };
        let (mut plain, mut unseen) = (Vec::new(), Vec::new());
        for typed in Typed::ALL {
            let heard: Vec<(bool, Decision)> = each(&rows, |row| {
                let (line, partner) = (typed.line(text(row, "text")), text(row, "prev"));
                let heard = ground.hear(&line, partner);
                let kind = heard.question.as_ref().and_then(|question| question.kind);
                let place = (line.as_str(), partner, text(row, "conv"));
                let decision = unseen::asks_on(scorer, &ground.ear, &heard, place);
                (kind.is_some_and(Kind::asks_on), decision)
            });
            let words = follows.iter().zip(&heard);
            let words: Vec<_> = words.map(|(is, (heard, _))| (word(*is), word(*heard))).collect();
            plain.push(agreement(&words));
            unseen.push(agreement(&decided(&follows, &heard)));
            copied = add(copied, &heard);
            if typed == Typed::AsWritten {
                let found = per_class(&Confusion::of(&["follow-up", "switch"], &[], &words));
                let _ = write!(classes, "In {name}, {} rows:\n\n{found}", count(rows.len()));
            }
        }
        let (what, least, from) = if name == "interviews" {
            let from = "marker words reach .78, a careful reader .90";
            ("follow-up or switch in interviews", 0.82, from)
        } else {
            ("follow-up or switch in chat", 0.75, "published models reach .73")
        };
        part.aims.push(Aim { what, figure: unseen[0], least, from });
        shares.push((name.to_owned(), plain));
        shares.push((format!("{name}, talks not learnt from"), unseen));
    }
    let shares: Vec<(&str, &[f64])> =
        shares.iter().map(|(name, shares)| (name.as_str(), shares.as_slice())).collect();
    part.copied = copied;
    part.page = format!(
        "## Follow-up or switch\n\nWhether a question asks on from what was just said. Words that point \
         back (“you mentioned”) or open something new (“my next question”) decide first; the rest is \
         weighed, with weights learnt from these same talks. *Not learnt from* is again the program's \
         whole decision with weights learnt from other talks only. (The copy comes out as the program does \
         in {} of {}.) The rows of interviews are few and count six times in learning, so their plain \
         figure says least. The labels of personal chat come from a crowd that agrees with itself \
         moderately.\n\n{}{classes}",
        count(copied.0),
        count(copied.1),
        shares_right(&shares),
    );
    Ok(part)
}
