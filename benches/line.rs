//! How long a line takes from being typed to being assessed, and what goes before the first one.
//!
//! `cargo bench`; what it gave is in `docs/figures.md`. Each sample is one line, so that "slowest" is
//! the slowest line of the set and not an average.

use std::fmt::Write as _;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use coffeechat::coach::help::HelpLevel;
use coffeechat::disk::Source;
use coffeechat::hearing::meaning::{self, Meaning};
use coffeechat::hearing::{self, Before, Ear};
use coffeechat::interviewee::Person;
use coffeechat::pack::scenario::Scenario;
use coffeechat::pack::{Pack, builtin, load};
use coffeechat::session::{Label, Session};
use divan::Bencher;

fn main() {
    divan::main();
}

const INES: &str = "ines-baptista";
const ROSA: &str = "rosa-delgado";
const PEOPLE: [&str; 2] = [INES, ROSA];

/// How many samples are taken of one line at a time: each line of a set ten times.
const SAMPLES: u32 = 420;

static PACK: LazyLock<Pack> = LazyLock::new(|| load::built_in(builtin::sources(), None).0);

/// From hearing to assessment: what `Session::say` does with one line of a talk.
#[divan::bench(args = PEOPLE, sample_count = SAMPLES, sample_size = 1)]
fn say(bencher: Bencher<'_, '_>, id: &str) {
    let (scenario, lines) = (scenario(id), lines(id));
    let ear = prepared(scenario);
    let person = Person::new(&PACK, scenario, 7);
    let next = in_turn(&lines);
    bencher
        .with_inputs(|| {
            (Session::open(person, &ear, HelpLevel::Full, Label::default()), lines[next()])
        })
        .bench_refs(|(session, line)| session.say(line).len());
}

/// Hearing alone.
#[divan::bench(args = PEOPLE, sample_count = SAMPLES, sample_size = 1)]
fn hear(bencher: Bencher<'_, '_>, id: &str) {
    let (scenario, lines) = (scenario(id), lines(id));
    let ear = prepared(scenario);
    let partner = scenario.opening.say.first().map(|words| words.as_str());
    let next = in_turn(&lines);
    bencher
        .with_inputs(|| lines[next()])
        .bench_values(|line| ear.hear(line, Before { partner, ..Before::default() }));
}

/// Form and act alone, without topics: what a list of a million questions is sorted by. The questions are
/// all phrasings of the built-in banks, nine words long by mean.
#[divan::bench]
fn act_and_form(bencher: Bencher<'_, '_>) {
    let questions = PACK.bank_topics().flat_map(|topic| &topic.questions);
    let lines: Vec<&str> = questions
        .flat_map(|question| question.phrasings.iter().chain([&question.text]))
        .map(|line| line.value().as_str())
        .collect();
    bencher
        .counter(divan::counter::ItemsCount::new(lines.len()))
        .bench(|| lines.iter().filter(|line| hearing::act_and_form(line).1.is_some()).count());
}

/// The ear learns its topics: once for each talk, while the brief is read.
#[divan::bench(args = PEOPLE)]
fn prepare(bencher: Bencher<'_, '_>, id: &str) {
    let scenario = scenario(id);
    bencher.with_inputs(|| Ear::new(&PACK, Some(scenario))).bench_refs(|ear| ear.prepare());
}

/// What a sentence means, by the pieces it has.
#[divan::bench(args = [2, 7, 14, 28, 100])]
fn meaning(bencher: Bencher<'_, '_>, words: usize) {
    const WORDS: [&str; 7] = ["what", "did", "you", "learn", "from", "the", "flood"];
    let sentence = WORDS.iter().cycle().take(words).copied().collect::<Vec<_>>().join(" ");
    meaning::prepare();
    bencher.bench(|| Meaning::of(&sentence));
}

/// A scenario with 40 topics of its own and 3,000 phrasings, none of which anything was learnt from: what
/// `Ear::prepare` takes, and then a line.
static BIG: LazyLock<Pack> = LazyLock::new(|| {
    let phrasings: Vec<String> = PACK
        .bank_topics()
        .flat_map(|topic| &topic.questions)
        .flat_map(|question| {
            question.phrasings.iter().chain([&question.text]).chain(&question.weak)
        })
        .flat_map(|text| {
            ["on the barge", "in the mill"].map(|place| format!("{} {place}", text.value()))
        })
        .map(|text| text.replace(['"', '\\', '?'], ""))
        .take(3_000)
        .collect();
    let mut text = String::from(
        "schema = 1\nid = \"big\"\ntitle = \"Big\"\nextends = \"professional\"\n\
         [interviewee]\nname = \"Bo Big\"\nrole = \"Miller\"\norganisation = \"The mill\"\n\
         [time]\nminutes = 25\n",
    );
    for (at, phrasings) in phrasings.chunks(75).enumerate() {
        let list: Vec<String> = phrasings.iter().map(|text| format!("\"{text}\"")).collect();
        let list = list.join(", ");
        let _ = write!(
            text,
            "[[topic]]\nid = \"own-{at}\"\naloud = \"it\"\nask = [{list}]\n[[topic.answer]]\n\
             id = \"answer-{at}\"\ngist = \"I tell\"\nshort = \"Yes.\"\nsay = [\"It was so.\"]\n"
        );
    }
    let mut sources = builtin::sources();
    sources.push(Source { path: "scenarios/big.toml".to_owned(), text, unreadable: None });
    load::built_in(sources, None).0
});

#[divan::bench(sample_count = 5, sample_size = 1)]
fn prepare_big(bencher: Bencher<'_, '_>) {
    let scenario = BIG.scenario("big").expect("the pack was read");
    assert!(scenario.topics.iter().map(|topic| topic.ask.len()).sum::<usize>() >= 3_000);
    bencher.with_inputs(|| Ear::new(&BIG, Some(scenario))).bench_refs(|ear| ear.prepare());
}

#[divan::bench(sample_count = SAMPLES, sample_size = 1)]
fn hear_big(bencher: Bencher<'_, '_>) {
    let ear = Ear::new(&BIG, BIG.scenario("big"));
    ear.prepare();
    let lines = lines(ROSA);
    let next = in_turn(&lines);
    bencher.with_inputs(|| lines[next()]).bench_values(|line| ear.hear(line, Before::default()));
}

/// Hearing by words alone, as `assess --fast` does.
#[divan::bench(args = PEOPLE, sample_count = SAMPLES, sample_size = 1)]
fn hear_words(bencher: Bencher<'_, '_>, id: &str) {
    let ear = Ear::by_words_alone(&PACK, Some(scenario(id)));
    ear.prepare();
    let lines = lines(id);
    let next = in_turn(&lines);
    bencher.with_inputs(|| lines[next()]).bench_values(|line| ear.hear(line, Before::default()));
}

/// The built-in pack is read for a talk with one person.
#[divan::bench(args = PEOPLE)]
fn read_for_one(bencher: Bencher<'_, '_>, id: &str) {
    bencher.with_inputs(builtin::sources).bench_values(|sources| load::built_in(sources, Some(id)));
}

/// The built-in pack is read whole, with its cases, as for `pack check`.
#[divan::bench]
fn read_whole(bencher: Bencher<'_, '_>) {
    bencher.with_inputs(builtin::sources).bench_values(|sources| load::built_in(sources, None));
}

fn scenario(id: &str) -> &'static Scenario {
    PACK.scenario(id).expect("one of the built-in people")
}

fn prepared(scenario: &'static Scenario) -> Ear<'static> {
    let ear = Ear::new(&PACK, Some(scenario));
    ear.prepare();
    ear
}

/// Gives the places of the lines one after the other, over and over.
fn in_turn(lines: &[&str]) -> impl Fn() -> usize + Sync {
    let (count, at) = (lines.len(), AtomicUsize::new(0));
    move || at.fetch_add(1, Ordering::Relaxed) % count
}

/// Lines of every kind, those for everybody and those for one person.
fn lines(id: &str) -> Vec<&'static str> {
    let own = if id == INES { TO_INES } else { TO_ROSA };
    EVERYBODY.iter().chain(own).copied().collect()
}

const EVERYBODY: &[&str] = &[
    "",
    "hi",
    "why",
    "Tell me more about that.",
    "How did that feel?",
    "Hello, thank you so much for making the time to see me today.",
    "I'm hoping to find out what the work is like and whether it could be something for me.",
    "I'm Leo, I'm twenty-three, and I've been working behind a counter since I left school.",
    "Do you like your job?",
    "What does a normal day look like?",
    "How did you get into this line of work?",
    "could u tell me abotu ur typcial day",
    "What's the hardest thing about it? And who do you work with?",
    "You must be very proud of all that, don't you think?",
    "Is it more about people or more about machines?",
    "So if I understand you, it's the people who keep you there.",
    "Wow, I had no idea.",
    "What would you tell somebody who is just starting out?",
    "What does it pay, roughly, for somebody at the beginning?",
    "Have you seen any good films lately?",
    "Could you get me a job here?",
    "Who else would you suggest I talk to?",
    "May I mention your name when I write?",
    "How are we doing for time?",
    "Can I stay in touch with you by email?",
    "Thank you, what you said about listening will stay with me.",
    "Goodbye!",
    "xcvb nmkj",
    LONG,
];

/// A line of 114 words, of which the last ones ask.
const LONG: &str = "So I have been thinking about this for quite a while now, and I suppose I should \
    explain where I am coming from, because when I was at school everybody told me to do something \
    with computers, and I did that for two years, and it was fine, but then my grandmother fell ill \
    and I spent a lot of time with her, and with the people who looked after her, and I noticed that \
    I was happier on those days than on any other, which surprised me and my whole family, and so \
    what I would really like to ask you is how you knew that this was the right thing for you?";

const TO_INES: &[&str] = &[
    "How did you get from a theatre in Lisbon to this hospital?",
    "What was the linen room like?",
    "What happens on the unit when a patient dies?",
    "What is in the jar?",
    "Isn't it depressing to look after people who don't get well?",
    "How many people come to your unit?",
    "I read about the overnight list. How does a night on the machines go?",
    "what is a fistula and how do you put the needles in",
    "How do you talk to somebody who drinks too much between two sessions?",
    "You mentioned an alarm. What is that like, when everybody goes quiet first?",
    "Do you still think of the theatre?",
    "What do you do when the water test comes out wrong?",
    "How do you hold on to a difficult arm without showing that you are afraid?",
];

const TO_ROSA: &[&str] = &[
    "How did you get from car parks to reservoirs?",
    "What happened in those six weeks?",
    "What was wrong with the gauge board?",
    "What was it like during the dry summer three years ago?",
    "Isn't it a scandal how much water leaks away?",
    "How many reservoirs do you have?",
    "I read that your plan looks fifty years ahead. How do you plan for that?",
    "how do you find a leak under a road",
    "How do you tell people in a village hall about a drought when it pours?",
    "You mentioned a permit. What happened with it?",
    "Do you ring bells to get away from the work?",
    "What do you do when somebody hands you a figure that looks too neat?",
    "How do you decide between a new reservoir and mending the leaks?",
];
