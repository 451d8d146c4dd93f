//! Watching the files of a pack, so that an edit is seen while the person at the prompt thinks.

use std::path::Path;
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use coffeechat::disk::PACK_FOLDERS;
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

/// One save is several events: it is over when there was none for so long.
const QUIET: Duration = Duration::from_millis(120);

/// Watches the folders a pack is read from, and none below them: the pack may lie in a folder with much else.
/// Dropping the watcher ends the changes. None where the system cannot watch; the files are read before each
/// line all the same.
pub(super) fn start(folder: &Path) -> Option<(RecommendedWatcher, Receiver<()>)> {
    let (sender, changes) = mpsc::channel();
    let noted = move |event: notify::Result<Event>| {
        // That somebody read a file, we for one, changes nothing.
        if event.is_ok_and(|event| !event.kind.is_access()) {
            let _ = sender.send(()); // nobody listens any more
        }
    };
    let mut watcher = notify::recommended_watcher(noted).ok()?;
    watcher.watch(folder, RecursiveMode::NonRecursive).ok()?;
    for name in PACK_FOLDERS {
        let inner = folder.join(name);
        if inner.is_dir() {
            let _ = watcher.watch(&inner, RecursiveMode::NonRecursive);
        }
    }
    Some((watcher, changes))
}

/// Does something after each change, until the watcher is dropped.
pub(super) fn after_each(changes: &Receiver<()>, mut act: impl FnMut()) {
    while changes.recv().is_ok() {
        while changes.recv_timeout(QUIET).is_ok() {}
        act();
    }
}
