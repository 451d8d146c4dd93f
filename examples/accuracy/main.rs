//! Measures how well the program hears, on labelled lines, and writes the page that says so.
//!
//! ```console
//! $ cargo run --release --example accuracy -- FOLDER > docs/accuracy.md
//! ```
//!
//! `FOLDER` holds the labelled files (`questions_dev.jsonl` and others); they are not part of this
//! project, and no line of theirs gets onto the page. The same folder gives the same page.

#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a tool for the terminal: the page goes to stdout, messages to stderr"
)]

use std::fmt::Write as _;
use std::path::Path;

use coffeechat::pack::{builtin, load};

use self::ground::Ground;
use self::labelled::{Outcome, asking, asking_on};
use self::measure::share;
use self::page::{Part, count, figure, words_table};
use self::unseen::Scorer;

mod blind;
mod forms;
mod ground;
#[path = "../learn/labelled.rs"]
mod labelled;
mod measure;
#[path = "../learn/model.rs"]
mod model;
mod moves;
mod page;
mod topics;
mod unseen;
mod weighed;

fn main() -> Outcome<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder] = arguments.as_slice() else {
        return Err("usage: accuracy FOLDER > docs/accuracy.md".into());
    };
    let (pack, _) = load::built_in(builtin::sources(), None);
    let folder = Path::new(folder);
    let ground = Ground::new(folder, &pack);
    let step = |what: &str| eprintln!("accuracy: {what}");

    step("learning without each fifth of the talks");
    let asks = Scorer::asks(&asking(folder, &pack)?);
    let follows = Scorer::follows(&asking_on(folder, &pack)?);
    for (name, scorer) in [("asks", &asks), ("follows", &follows)] {
        if !scorer.is_current {
            step(&format!("the weights of `{name}` are not what would be learnt today"));
        }
    }
    step("forms, faults, better wordings");
    let mut parts = vec![forms::forms(&ground)?, forms::faults(&ground)?];
    step("questions in meetings");
    parts.push(weighed::questions(&ground, &asks)?);
    step("follow-ups, curiosity, moves, topics");
    parts.push(weighed::follow_ups(&ground, &follows)?);
    parts.push(moves::uptake(&ground)?);
    parts.push(moves::moves(&ground)?);
    let known: Vec<&str> = pack.bank_topics().map(|topic| topic.id.value().as_str()).collect();
    parts.push(topics::topics(&ground, &known)?);

    let mut page = format!("{HEAD}{}", measured_on(&ground)?);
    page += &learnt(&asks, &follows);
    page += &aims(&parts);
    for part in &parts {
        page += &part.page;
        let (same, all) = part.copied;
        if same * 100 < all * 95 {
            step(&format!("`unseen.rs` decides as the program in {same} of {all}: copy anew"));
        }
    }
    page += &blind::blind_spots(&ground, step);
    page += &blind::principles(&ground, step);
    page += FOOT;
    print!("{}", page::wrapped(&page));
    Ok(())
}

const HEAD: &str = "# How well it hears\n\nWhat the program hears, held against what people said it should \
hear. This page is written by one command, from a folder of labelled lines that is no part of the \
project:\n\n```sh\ncargo run --release --example accuracy -- FOLDER > docs/accuracy.md\n```\n\nThe figures \
flatter. These are development rows: while the rules were written, errors on them were looked at, and \
rules were mended. Rows from other people and other talks are kept back, and are not measured here. On talk \
that nobody has looked at, expect less, most of all where a figure is far above what people reach among \
themselves.\n\n";

/// A labelled file, where it comes from, and who labelled it.
const FILES: [(&str, &str, &str, &str); 8] = [
    (
        "questions_dev.jsonl",
        "questions asked, or advised, in informational interviews, live question hours, podcasts",
        "public repositories; MIT and CC BY-SA 4.0",
        "one reader; differences under 3 points are noise",
    ),
    (
        "paraphrases_dev.jsonl",
        "some of those in other voices, with slips",
        "written for the project",
        "those who wrote them",
    ),
    (
        "moves_dev.jsonl",
        "lines that are no content questions",
        "written for the project; some from transcripts, CC BY-SA 4.0",
        "those who wrote them",
    ),
    (
        "offtopic_dev.jsonl",
        "requests to assistants",
        "clinc/oos-eval, CC BY 3.0",
        "by their origin",
    ),
    (
        "followup_interviews_dev.jsonl",
        "interviewers' questions with the answer before",
        "CMU requirements interviews, Apache-2.0",
        "not said",
    ),
    (
        "followup_chat_dev.jsonl",
        "the same in personal chat",
        "TIAGE, MIT",
        "a crowd; agrees moderately",
    ),
    (
        "acts_meetings_dev.jsonl",
        "what people say in meetings",
        "ICSI Meeting Recorder Dialogue Act corpus, CC BY 4.0",
        "trained annotators",
    ),
    (
        "uptake_dev.jsonl",
        "teachers' replies to pupils",
        "conversational-uptake (Demszky and others 2021), MIT",
        "experts",
    ),
];

fn measured_on(ground: &Ground<'_>) -> Outcome<String> {
    let mut rows = Vec::new();
    for (file, what, from, by) in FILES {
        let rows_of_it = count(ground.rows(file)?.len());
        rows.push(
            [&format!("`{file}`"), rows_of_it.as_str(), what, from, by].map(str::to_owned).to_vec(),
        );
    }
    let table = words_table(&["file", "rows", "what", "from", "labelled by"], &rows);
    Ok(format!("## What was measured on what\n\n{table}"))
}

/// What is rules, and what was learnt from which rows.
fn learnt(asks: &Scorer, follows: &Scorer) -> String {
    let alone = |scorer: &Scorer| {
        let shares = scorer.alone.iter().map(|(name, (right, all))| {
            format!("{name} {} of {}", figure(share(*right, *all)), count(*all))
        });
        let (rows, talks) = scorer.learnt_from;
        let shares = shares.collect::<Vec<_>>().join(", ");
        format!(
            "{} rows, {talks} talks; by itself right on talks it has not seen: {shares}",
            count(rows)
        )
    };
    let mut text = format!(
        "Form, faults and better wordings are rules. Topics are learnt from the question banks of the \
         project; moves are heard by rules and by words weighed beside them, with weights learnt from \
         lines written for the project. Two scorers have weights that were learnt from rows that are also measured \
         here, by `examples/learn`:\n\n- `asks`: whether a part of a line without \
         question mark asks. From the meetings, and from the project's own questions and answers ({}).\n- \
         `follows`: whether a question asks on. From personal chat and interviews ({}).\n\nFor those two, figures for \
         talks that were not learnt from (cross-validated: five times a fifth of the talks is left out) \
         stand beside the plain ones. They are figures of the program's whole decision. The rules \
         around the weights have seen all rows.\n\n",
        alone(asks),
        alone(follows),
    );
    let stale: Vec<&str> = [("`asks`", asks), ("`follows`", follows)]
        .into_iter()
        .filter_map(|(name, scorer)| (!scorer.is_current).then_some(name))
        .collect();
    if !stale.is_empty() {
        let _ = write!(
            text,
            "Rules have changed since the weights of {} were learnt; learnt today, they would be a little \
             different.\n\n",
            stale.join(" and "),
        );
    }
    text
}

/// The aims beside the figures.
fn aims(parts: &[Part]) -> String {
    let all = parts.iter().flat_map(|part| &part.aims);
    format!(
        "## Aims\n\nThe aims were set before anything was measured, above what people or published programs \
         reach on the nearest task. Their rows are other rows, so an aim met is no victory over anybody. For \
         learnt decisions the figure is the one on talks not learnt from.\n\n{}",
        page::aims(all),
    )
}

const FOOT: &str = "## What text cannot hear\n\n- **Tone.** Whether “and then you left” is a question, a \
reproach or a wonder is in the voice.\n- **Pauses.** Waiting is half of listening. An empty line stands for \
a silence; how long it was, and what kind of silence, is not heard.\n- **Irony and warmth.** Words of praise \
count as words.\n- **Faces.** Who looks at whom, who leans in, who looks at the clock.\n- **What both know.** \
Two people who have met before need fewer words.\n\nSo the program claims little. `/why` shows what was \
heard, by which rule and from which words. When two topics are too close, the person asks which was meant; \
when none is clear, they say so in their own way. A line that may be a question or a nod, such as a bare \
“right”, is taken as the nod. The coach says one line at most, with its reason and a better wording, and \
never grades the person. The figures are about questions, and the debrief names the words it is about, so \
that a learner who was misheard can see it and disagree.\n";
