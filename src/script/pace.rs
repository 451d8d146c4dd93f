//! How long it takes to say something: the words, at the pace of the clock in a talk.

use crate::pack::placed::Text;
use crate::pack::scenario::{Answer, Topic};
use crate::text::words::{self, WORDS_A_MINUTE};

/// Words to be said. Of several wordings of one thing, the longest counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Pace {
    /// The words of full answers.
    pub(super) full: usize,
    /// The words of everything that can be asked on from them.
    pub(super) on: usize,
}

impl Pace {
    pub(super) fn of_answer(answer: &Answer) -> Self {
        let on = answer.follow.iter().map(|follow| longest(&follow.say)).sum();
        Self { full: longest(&answer.say), on }
    }

    pub(super) fn of_topics<'a>(topics: impl IntoIterator<Item = &'a Topic>) -> Self {
        let answers = topics.into_iter().flat_map(|topic| &topic.answers);
        answers.map(Self::of_answer).fold(Self::default(), |sum, one| Self {
            full: sum.full + one.full,
            on: sum.on + one.on,
        })
    }

    /// The time, in words: "40 s, with all that can be asked on 1 min 5 s".
    pub(super) fn words(self) -> String {
        let full = time(self.full);
        if self.on == 0 {
            return full;
        }
        format!("{full}, with all that can be asked on {}", time(self.full + self.on))
    }
}

/// The time to say a text.
pub(super) fn of(text: &str) -> String {
    time(words::count(text))
}

fn longest(wordings: &[Text]) -> usize {
    wordings.iter().map(|wording| words::count(wording)).max().unwrap_or(0)
}

/// The time for so many words, rounded up to a second.
fn time(words: usize) -> String {
    let seconds = (words * 60).div_ceil(WORDS_A_MINUTE);
    match (seconds / 60, seconds % 60) {
        (0, seconds) => format!("{seconds} s"),
        (minutes, 0) => format!("{minutes} min"),
        (minutes, seconds) => format!("{minutes} min {seconds} s"),
    }
}

#[cfg(test)]
mod tests {
    use super::time;

    #[test]
    fn a_time_is_in_minutes_and_seconds() {
        let cases = [(0, "0 s"), (1, "1 s"), (70, "30 s"), (140, "1 min"), (141, "1 min 1 s")];
        for (words, expected) in cases {
            assert_eq!(time(words), expected, "{words}");
        }
    }
}
