//! Whether the answer that is given replies to the question that was asked, and not just to its topic.

use crate::cast::met;

/// Questions on the two people, freely worded and most of them on one aspect only, written by somebody who had
/// read their scripts but never played them, each with the ids of all answers that really reply to it, gated
/// ones too; or `none`.
const FITTING: &str = include_str!("data/fitting.tsv");

#[test]
fn the_answer_given_replies_to_the_question() {
    let (mut right, mut all) = (0, 0);
    for row in FITTING.lines() {
        let [person, question, ids] = row.split('\t').collect::<Vec<_>>()[..] else {
            panic!("a row of three columns: {row}");
        };
        if ids == "none" {
            continue;
        }
        let mut session = met(person).talk(3);
        session.say(question);
        let told = session.exchanges()[0].reply.answer.clone();
        all += 1;
        right += usize::from(told.is_some_and(|told| ids.split(',').any(|id| id == told)));
    }
    // 69 before answers were chosen by what fits; a fresh talk cannot reach the gated ones.
    println!("{right} of {all} questions get an answer that replies to them");
    assert!(right >= 85, "{right} of {all}");
}
