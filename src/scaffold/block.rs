//! Blocks that are added to the end of a file: a topic to a scenario, a case to the cases of a scenario.

use std::fmt::Write as _;

use super::free_id;
use super::quoted::quoted;
use crate::coach::help::HelpLevel;
use crate::coach::hint;
use crate::hearing::Ear;
use crate::hearing::heard::Act;
use crate::interviewee::Person;
use crate::interviewee::Route;
use crate::pack::Pack;
use crate::pack::bank::BankTopic;
use crate::pack::scenario::{Answer, Scenario, Topic};
use crate::session::{Exchange, Label, Session};
use crate::text::clean;
use crate::text::words;

/// So many questions are tried to find one whose answer is sure.
const MOST_TRIED: usize = 12;

/// The head of a new file of cases.
const CASES: &str = "# Talks with this person, and what must come of each line. `coffeechat pack test` plays them.\n\
    # Expect ids rather than words; words get edited. A line can expect: answer, topic, route, else, move,\n\
    # contact, rapport (\"up\", \"same\" or \"down\"), and as a last resort says_any.\n\n\
    schema = 1\n";

/// What a file says once a block stands at its end. All that was there stays as it is.
#[must_use]
pub fn added(text: &str, block: &str) -> String {
    let end = if text.is_empty() || text.ends_with('\n') { "" } else { "\n" };
    format!("{text}{end}{}\n", as_line(text, block))
}

/// A block with the line ends that a file has, and without the last: one line to be added to it.
#[must_use]
pub fn as_line(text: &str, block: &str) -> String {
    let block = if text.contains("\r\n") { block.replace('\n', "\r\n") } else { block.to_owned() };
    block.strip_suffix('\n').map(str::to_owned).unwrap_or(block)
}

/// A topic for the end of a scenario's file, with an answer to be replaced: one of a question bank, which is
/// then given, or one of the scenario's own.
#[must_use]
pub fn topic(id: &str, banked: Option<&BankTopic>, scenario: &Scenario) -> String {
    let is_taken = |id: &str| scenario.answer(id).is_some();
    let answer = free_id(&format!("{id}-1"), is_taken);
    let mut block = String::new();
    match banked {
        Some(banked) => {
            let question = banked.questions.first().map_or("", |question| &question.text);
            let _ = write!(
                block,
                "\n# {}. The question bank brings the ways of asking, such as: {}\n\n[[topic]]\nid = {}\n",
                clean::line(&banked.title),
                clean::line(question),
                quoted(id),
            );
        }
        None => {
            let about = id.replace('-', " ");
            let _ = write!(
                block,
                "\n# A topic that no question bank has, so the ways of asking stand here: six or more, in the\n\
                 # words that people use. `title` is for lists, and `aloud` follows “Do you mean…”.\n\n\
                 [[topic]]\nid = {}\ntitle = {}\naloud = {}\nask = [\n",
                quoted(id),
                quoted(&words::capitalised(&about)),
                quoted(&format!("the {about}")),
            );
            for (before, after) in OWN_ASKS {
                let _ = writeln!(block, "  {},", quoted(&format!("{before} {about}{after}")));
            }
            block.push_str("]\n");
        }
    }
    let _ = write!(block, "\n[[topic.answer]]\nid = {}\n{ANSWER}", quoted(&answer));
    block
}

/// Ways of asking about anything at all.
const OWN_ASKS: [(&str, &str); 7] = [
    ("tell me about the", ""),
    ("what can you say about the", ""),
    ("what should I know about the", ""),
    ("how do you deal with the", ""),
    ("what do you think about the", ""),
    ("what is it like with the", ""),
    ("what would you like people to know about the", ""),
];

/// An answer that could be given about anything, to be replaced.
const ANSWER: &str = r#"gist = "I had to find out on the spot what mattered"       # follows “As I said:”
short = "It depends on the week."                       # 2 to 10 words, and true
# What an open question gets: 45 to 85 words, as one says them. Replace it by theirs.
say = [
  "It depends on the week, so let me give you one example. Last spring I'd planned for one thing and got quite another, and I had to find out on the spot what mattered. I asked two people who knew more than I did, I made up my mind, and I told everybody by noon. It isn't always like that, but it's like that often enough.",
]
# When somebody asks on: why, how, example, feel, more, when, who, result.
follow = [
  { on = "why", say = ["Because waiting would have been a decision too, and a worse one."], gain = 1 },
  { on = "feel", say = ["Shaky until noon. Then hungry, I remember that."], gain = 1 },
]
"#;

/// A case for a scenario, for the end of its file of cases; with the head of the file if there is none yet.
///
/// It is found by playing: a question to which an answer comes for sure, of the answers that no case
/// expects yet if there is one, and what asking on brings. So it passes as it stands.
#[must_use]
pub fn case(pack: &Pack, scenario: &Scenario, with_head: bool) -> String {
    let own = || pack.cases.iter().filter(|(_, file)| file.scenario == scenario.id);
    let known = || own().flat_map(|(_, file)| &file.cases);
    let ear = Ear::new(pack, Some(scenario));
    let play = |lines: &[String]| played(pack, scenario, &ear, lines);

    let hello = "Hello, and thank you for your time.".to_owned();
    let lines = known().flat_map(|case| &case.lines);
    let expected: Vec<&str> =
        lines.filter_map(|line| line.answer.as_ref()).map(|id| id.as_str()).collect();
    let mut answers: Vec<(&Topic, &Answer)> =
        scenario.answers().filter(|(_, answer)| !answer.is_gated()).collect();
    answers.sort_by_key(|(_, answer)| expected.contains(&answer.id.as_str())); // those with none first
    let questions = answers.iter().flat_map(|(topic, answer)| {
        let banked = pack.bank_topic(&topic.id).into_iter().flat_map(|topic| &topic.questions);
        let asked = banked.map(|question| &question.text).chain(&topic.ask).take(2);
        asked.map(move |text| (*answer, text.value().clone()))
    });
    let mut questions = questions.take(MOST_TRIED);
    let talk = questions.find_map(|(answer, question)| {
        let lines = [hello.clone(), question];
        let exchanges = play(&lines);
        let reply = &exchanges.last()?.reply;
        let is_told =
            reply.route == Route::Answer && reply.answer.as_deref() == Some(answer.id.as_str());
        is_told.then_some(())?;
        let on = answer.follow.first().map(|follow| hint::asking_on(*follow.on.value()).to_owned());
        Some(lines.into_iter().chain(on).collect::<Vec<_>>())
    });
    let exchanges = play(&talk.unwrap_or_else(|| vec![hello]));

    let mut block = if with_head {
        format!("{CASES}scenario = {}\n", quoted(&scenario.id))
    } else {
        String::new()
    };
    let id = free_id("a-first-question", |id| known().any(|case| case.id.as_str() == id));
    let _ = write!(
        block,
        "\n# Change the lines to what your students ask, and what is expected to what must come of it.\n\
         [[case]]\nid = {}\nseed = 1                                # the same seed gives the same talk every time\n",
        quoted(&id)
    );
    for exchange in &exchanges {
        write_line(&mut block, exchange);
    }
    block
}

fn played(pack: &Pack, scenario: &Scenario, ear: &Ear<'_>, lines: &[String]) -> Vec<Exchange> {
    let person = Person::new(pack, scenario, 1);
    let mut session = Session::open(person, ear, HelpLevel::Silent, Label::default());
    for line in lines {
        session.say(line);
    }
    session.exchanges().to_vec()
}

/// Writes a line of a case, with what came of it as what is expected.
fn write_line(block: &mut String, exchange: &Exchange) {
    let reply = &exchange.reply;
    let _ = write!(block, "\n[[case.line]]\nsay = {}\n", quoted(&exchange.line));
    let is_told = matches!(reply.route, Route::Answer | Route::Short | Route::Hook | Route::Follow);
    match (&reply.answer, reply.follow) {
        (Some(answer), Some(kind)) if is_told => {
            let _ = writeln!(block, "answer = {}", quoted(&format!("{answer}.{}", kind.word())));
        }
        (Some(answer), None) if is_told => {
            if let Some(topic) = &reply.topic {
                let _ = writeln!(block, "topic = {}", quoted(topic));
            }
            let _ = writeln!(block, "answer = {}", quoted(answer));
        }
        _ => {
            let act = exchange.assessment.as_ref().map(|known| known.act);
            if let Some(act) = act.filter(|act| *act != Act::Question) {
                let _ = writeln!(block, "move = {}", quoted(act.word()));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{added, as_line};

    #[test]
    fn what_is_there_stays_and_the_block_has_the_same_line_ends() {
        for (text, expected) in [
            ("", "\n[a]\nb\n"),
            ("x\n", "x\n\n[a]\nb\n"),
            ("x", "x\n\n[a]\nb\n"),
            ("x\r\ny\r\n", "x\r\ny\r\n\r\n[a]\r\nb\r\n"),
        ] {
            assert_eq!(added(text, "\n[a]\nb\n"), expected);
            assert!(expected.ends_with(&format!("{}\n", as_line(text, "\n[a]\nb\n"))));
        }
    }
}
