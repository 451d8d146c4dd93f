//! The cases of a pack played on all cores, and how far that is.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::channel;
use std::thread;

use coffeechat::cases::{self, Played};
use coffeechat::pack::Pack;

use crate::progress::Progress;
use crate::surroundings::Surroundings;

/// What a core has to tell.
enum Done {
    /// A case was played.
    Case,
    /// All cases of the file of this number were.
    File(usize, Played),
}

/// Plays all cases of a pack, the files side by side. The results are in the order of the files.
pub(super) fn play(pack: &Pack, around: &Surroundings) -> Vec<Played> {
    let cores = thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let next = AtomicUsize::new(0);
    let (tell, told) = channel();
    let mut all: Vec<(usize, Played)> = Vec::with_capacity(pack.cases.len());
    thread::scope(|scope| {
        for _ in 0..cores.min(pack.cases.len()) {
            let (tell, next) = (tell.clone(), &next);
            scope.spawn(move || {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some((path, file)) = pack.cases.get(at) else { break };
                    // Sending fails only when nobody waits any more.
                    let played = cases::play(pack, path, file, || {
                        let _ = tell.send(Done::Case);
                    });
                    let _ = tell.send(Done::File(at, played));
                }
            });
        }
        drop(tell);
        let mut progress = Progress::new(around.messages_seen);
        let cases: usize = pack.cases.iter().map(|(_, file)| file.cases.len()).sum();
        let mut case = 0;
        for done in told {
            match done {
                Done::Case => {
                    case += 1;
                    progress.show(|| format!("{case} of {cases} cases played"));
                }
                Done::File(at, played) => all.push((at, played)),
            }
        }
        progress.clear();
    });
    all.sort_by_key(|(at, _)| *at);
    all.into_iter().map(|(_, played)| played).collect()
}
