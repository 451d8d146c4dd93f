//! Work on all cores, with the results in the order of the jobs and a bounded number of both in memory.

use std::sync::Mutex;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use anyhow::{Result, anyhow};

/// How many jobs may wait or be done for each core, until the slowest of them is written.
const WINDOW: usize = 4;

/// A job, and where its result is waited for; none says that there will be no more.
type Order<Job, Done> = Option<(Job, SyncSender<Done>)>;

/// Takes jobs from `feed` until it gives none, does them with `work` on all cores, and gives the results to
/// `write` in the order of the jobs.
///
/// The feeder has a thread of its own and puts a place for each result in line before it hands out the
/// job; the line is bounded, so neither jobs nor results pile up. Which core does what makes no difference
/// to the results. When `write` fails, because nobody reads any more, all stops; a feeder that waits for
/// input then is left behind and ends with the program.
///
/// # Errors
/// The first error of `feed`, after everything before it was written, or of `write`.
pub(super) fn in_order<Job, Done>(
    mut feed: impl FnMut() -> Result<Option<Job>> + Send + 'static,
    work: impl Fn(Job) -> Done + Sync,
    mut write: impl FnMut(Done) -> Result<()>,
) -> Result<()>
where
    Job: Send + 'static,
    Done: Send + 'static,
{
    let workers = thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let (jobs, waiting) = sync_channel::<Order<Job, Done>>(workers);
    let (places, line) = sync_channel::<Receiver<Done>>(workers * WINDOW);
    let waiting = Mutex::new(waiting);
    let to_stop = jobs.clone();
    let feeder = thread::spawn(move || -> Result<()> {
        while let Some(job) = feed()? {
            let (answer, place) = sync_channel(1);
            // Either fails only when nothing is written any more.
            if places.send(place).is_err() || jobs.send(Some((job, answer))).is_err() {
                break;
            }
        }
        Ok(())
    });
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let Some((job, answer)) = next(&waiting) {
                    let _ = answer.send(work(job)); // nobody waits when nothing is written any more
                }
            });
        }
        let written = line.iter().try_for_each(|place| match place.recv() {
            Ok(done) => write(done),
            Err(_) => Err(anyhow!("a part of the work was given up")),
        });
        drop(line);
        for _ in 0..workers {
            let _ = to_stop.send(None);
        }
        written
    })?;
    feeder.join().unwrap_or_else(|_| Err(anyhow!("reading was given up")))
}

/// The next job; none when there will be no more.
fn next<Job, Done>(waiting: &Mutex<Receiver<Order<Job, Done>>>) -> Order<Job, Done> {
    waiting.lock().ok()?.recv().ok()?
}

#[cfg(test)]
mod tests {
    use anyhow::{Result, bail};

    use super::in_order;

    /// Numbers from 0, squared; what was written, and how it ended.
    fn squares(
        count: u64,
        feed_fails: bool,
        write_fails_at: Option<u64>,
    ) -> (Vec<u64>, Result<()>) {
        let mut next = 0;
        let mut written = Vec::new();
        let ended = in_order(
            move || {
                if next == count && feed_fails {
                    bail!("the feed broke");
                }
                next += 1;
                Ok((next <= count).then_some(next - 1))
            },
            |number| {
                // Some jobs take longer than those after them.
                let long = if number % 7 == 0 { 20_000 } else { 1 };
                (number, (0..long).fold(number, |sum, _| std::hint::black_box(sum)).pow(2))
            },
            |(number, square)| {
                if write_fails_at == Some(number) {
                    bail!("nobody reads");
                }
                written.push(square);
                Ok(())
            },
        );
        (written, ended)
    }

    #[test]
    fn results_come_in_the_order_of_the_jobs() {
        let (written, ended) = squares(2_000, false, None);
        assert!(ended.is_ok());
        assert_eq!(written, (0..2_000).map(|number: u64| number.pow(2)).collect::<Vec<_>>());
        assert_eq!(squares(0, false, None).0, [] as [u64; 0]);
    }

    #[test]
    fn what_came_before_an_error_is_written() {
        let (written, ended) = squares(100, true, None);
        assert_eq!(written.len(), 100);
        assert_eq!(ended.unwrap_err().to_string(), "the feed broke");
    }

    #[test]
    fn when_nobody_reads_all_stops() {
        let (written, ended) = squares(1_000_000, false, Some(50));
        assert_eq!(written.len(), 50);
        assert_eq!(ended.unwrap_err().to_string(), "nobody reads");
    }
}
