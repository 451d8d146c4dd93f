//! Cases that expect what there is not: a slip of the pen would otherwise look like a person who fails.

use super::rules;
use crate::finding::Finding;
use crate::hearing::heard::Act;
use crate::interviewee::Route;
use crate::pack::placed::Text;
use crate::pack::{Pack, unknown};

/// Looks at the routes and moves that the cases of sound files expect; ids are looked at when a pack is read.
pub(super) fn check(pack: &Pack, is_sound: &dyn Fn(&str) -> bool, found: &mut Vec<Finding>) {
    for (path, file) in pack.cases.iter().filter(|(path, _)| is_sound(path)) {
        let mut look = |kind: &str, word: Option<&Text>, known: &[&str]| {
            let Some(word) = word.filter(|word| !known.contains(&word.as_str())) else { return };
            let known = known.iter().copied();
            found.push(unknown(&rules::UNKNOWN_EXPECTATION, path, word, kind, known));
        };
        for line in file.cases.iter().flat_map(|case| &case.lines) {
            look("route", line.route.as_ref(), &Route::ALL.map(Route::word));
            look("move", line.act.as_ref(), &Act::ALL.map(Act::word));
        }
    }
}
