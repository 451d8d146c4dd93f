//! Cases that expect what there is not: a slip of the pen would otherwise look like a person who fails.

use super::rules;
use crate::finding::Finding;
use crate::hearing::heard::Act;
use crate::interviewee::Route;
use crate::pack::Pack;
use crate::pack::placed::Text;
use crate::text::closest::closest;

/// Looks at the routes, moves and topics that the cases of sound files expect.
pub(super) fn check(pack: &Pack, is_sound: &dyn Fn(&str) -> bool, found: &mut Vec<Finding>) {
    for (path, file) in pack.cases.iter().filter(|(path, _)| is_sound(path)) {
        let Some(scenario) = pack.scenario(&file.scenario) else { continue };
        let topics: Vec<&str> = pack
            .bank_topics()
            .map(|topic| topic.id.as_str())
            .chain(scenario.topics.iter().map(|topic| topic.id.as_str()))
            .collect();
        let mut look = |kind: &str, word: Option<&Text>, known: &[&str]| {
            let Some(word) = word.filter(|word| !known.contains(&word.as_str())) else { return };
            let message = format!("no {kind} is called `{}`", word.value());
            let meant = closest(word, known.iter().copied());
            found.push(Finding {
                help: meant.map(|meant| format!("did you mean `{meant}`?")),
                ..Finding::new(&rules::UNKNOWN_EXPECTATION, path, word.span(), message)
            });
        };
        for line in file.cases.iter().flat_map(|case| &case.lines) {
            look("route", line.route.as_ref(), &Route::ALL.map(Route::word));
            look("move", line.act.as_ref(), &Act::ALL.map(Act::word));
            look("topic", line.topic.as_ref(), &topics);
        }
    }
}
