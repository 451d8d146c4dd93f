//! Whether asking well pays: what a learner takes home from talks with this person.

use super::{Looked, rules};
use crate::finding::{Finding, Rule};
use crate::pack::Pack;
use crate::pack::case::CaseLine;
use crate::pack::scenario::{Answer, Band, FollowKind};
use crate::text::words::{WORDS_A_MINUTE, count};

/// Checks what a scenario teaches.
pub(super) fn check(person: &Looked<'_>, found: &mut Vec<Finding>) {
    let Looked { pack, file, own, whole } = person;
    for (_, answer) in own.answers() {
        check_answer(file, answer, found);
    }
    let here = own.id.span();
    let name = own.id.value();
    let mut say = |rule: &'static Rule, message: String| {
        found.push(Finding::new(rule, file, here.clone(), message));
    };
    if whole.contacts.is_empty() {
        say(&rules::NO_WAY_TO_REFERRAL, format!("`{name}` has no `[[contact]]`"));
    }
    let gems: Vec<&Answer> =
        whole.answers().map(|(_, answer)| answer).filter(|answer| answer.gem).collect();
    if gems.is_empty() {
        say(&rules::NO_GEMS, format!("no answer of `{name}` is a gem"));
    }
    let for_lists = gems.iter().filter(|gem| gem.is_gated() && !rewards_listening(gem)).count();
    if for_lists * 2 > gems.len() {
        let message = format!(
            "{for_lists} of the {} gems of `{name}` wait for nothing that listening brings",
            gems.len()
        );
        say(&rules::GEMS_FOR_LISTS, message);
    }
    if whole.answers().all(|(_, answer)| answer.hooks.is_empty()) {
        say(&rules::NO_HOOKS, format!("no answer of `{name}` has a hook"));
    }
    if whole.brief.facts.is_empty() {
        say(&rules::NO_HOMEWORK, format!("the brief of `{name}` has no facts"));
    }
    if let Some(time) = &whole.time
        && (time.mention_at == 0 || time.mention_at >= *time.minutes.value())
    {
        let message = format!(
            "the time is mentioned with {} of {} minutes left",
            time.mention_at,
            time.minutes.value()
        );
        say(&rules::NO_CLOSING, message);
    }
    let missing = [
        ("field", whole.field.is_none()),
        ("difficulty", whole.difficulty.is_none()),
        ("manner", whole.manner.is_none()),
    ];
    let missing: Vec<&str> =
        missing.into_iter().filter(|(_, missing)| *missing).map(|(key, _)| key).collect();
    if !missing.is_empty() {
        say(&rules::NOT_INTRODUCED, format!("`{name}` has no `{}`", missing.join("`, no `")));
    }
    let told = whole.answers().filter_map(|(_, answer)| answer.say.first()).map(|text| count(text));
    let (told, minutes) = (told.sum::<usize>(), whole.minutes() as usize);
    if told * 3 < minutes * WORDS_A_MINUTE {
        let message = format!(
            "all answers of `{name}` take {} of {minutes} minutes to say",
            told.div_ceil(WORDS_A_MINUTE)
        );
        say(&rules::TOO_LITTLE_TO_TELL, message);
    }
    let is_tested =
        pack.cases.iter().any(|(_, cases)| cases.scenario == own.id && !cases.cases.is_empty());
    // Cases that cannot be read have findings of their own.
    let has_file = pack.sources.iter().any(|source| {
        source.path.starts_with("cases/") && source.text.contains(&format!("\"{name}\""))
    });
    if !is_tested && !has_file {
        say(&rules::UNTESTED_PERSON, format!("no case plays `{name}`"));
    }
}

/// Whether a gate waits for what listening and asking well bring about.
fn rewards_listening(answer: &Answer) -> bool {
    !answer.gate.after.is_empty()
        || answer.gate.rapport.is_some_and(|band| band >= Band::Warm)
        || answer.gate.fact.is_some()
}

fn check_answer(file: &str, answer: &Answer, found: &mut Vec<Finding>) {
    let id = answer.id.value();
    let mut say = |rule: &'static Rule, message: String| {
        found.push(Finding::new(rule, file, answer.id.span(), message));
    };
    if answer.gem && !answer.is_gated() {
        say(&rules::GEM_FOR_THE_ASKING, format!("`{id}` is a gem and has no gate"));
    }
    let asks_on =
        |kind: FollowKind| matches!(kind, FollowKind::Why | FollowKind::How | FollowKind::Feel);
    if !answer.follow.iter().any(|follow| asks_on(*follow.on.value())) {
        say(
            &rules::NOTHING_TO_ASK_ON,
            format!("`{id}` has no follow-up on `why`, `how` or `feel`"),
        );
    }
    let full = answer.say.iter().map(|text| count(text)).min().unwrap_or(0);
    match &answer.short {
        None if !answer.gem => say(&rules::NO_SHORT, format!("`{id}` has no `short`")),
        Some(short) if count(short) * 2 > full => {
            let message =
                format!("the short form of `{id}` has {} words, the full one {full}", count(short));
            say(&rules::CLOSED_EARNS_STORY, message);
        }
        _ => {}
    }
}

/// Checks that every case can fail.
pub(super) fn check_cases(pack: &Pack, is_sound: &impl Fn(&str) -> bool, found: &mut Vec<Finding>) {
    for (file, cases) in pack.cases.iter().filter(|(file, _)| is_sound(file)) {
        for case in &cases.cases {
            if !case.lines.iter().any(expects) {
                let message = format!("`{}` expects nothing of any line", case.id.value());
                found.push(Finding::new(
                    &rules::CASE_EXPECTS_NOTHING,
                    file,
                    case.id.span(),
                    message,
                ));
            }
        }
    }
}

fn expects(line: &CaseLine) -> bool {
    let CaseLine { say: _, answer, topic, act, route, held, contact, rapport, says_any } = line;
    let named = [answer, topic, act, route, held, contact];
    named.iter().any(|key| key.is_some()) || rapport.is_some() || !says_any.is_empty()
}
