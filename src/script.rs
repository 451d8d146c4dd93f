//! A scenario as a script to read, with speaking times.
//!
//! It holds what the person's own file says, topic by topic, as an instructor would print it and mark it up.
//! What comes from a base is the same for everybody, so it is left out, and said to be. The page is Markdown;
//! texts of the pack are escaped, so that they read as they were written.

mod markdown;
mod pace;

use std::fmt::Write as _;

use self::markdown::{id, text};
use self::pace::Pace;
use crate::interviewee::gate;
use crate::pack::Pack;
use crate::pack::placed::Text;
use crate::pack::scenario::{Answer, Contact, Counter, Scenario, Topic};
use crate::text::words::{WORDS_A_MINUTE, capitalised};

/// The script of a scenario, in Markdown.
#[must_use]
pub fn markdown(pack: &Pack, scenario: &Scenario) -> String {
    let mut written = pack.written.iter().map(|(_, written)| written);
    let own = written.find(|own| !own.base && own.id == scenario.id).unwrap_or(scenario);
    let mut page = Page::default();
    page.line(&format!("# {}: {}", text(scenario.name()), text(&scenario.title)));
    who(&mut page, scenario);
    about(&mut page, own, scenario.minutes());
    brief(&mut page, own);
    for one in &own.topics {
        topic(&mut page, pack, own, one);
    }
    if !own.contacts.is_empty() {
        page.line("## People they may refer to");
        own.contacts.iter().for_each(|one| contact(&mut page, one));
    }
    if !own.counters.is_empty() {
        page.line("## Questions they may ask back");
        own.counters.iter().for_each(|one| counter(&mut page, one));
    }
    courtesies(&mut page, own);
    model_talks(&mut page, own);
    page.0
}

/// A Markdown page in the making.
#[derive(Default)]
struct Page(String);

impl Page {
    /// A heading or a paragraph.
    fn line(&mut self, text: &str) {
        self.space();
        let _ = writeln!(self.0, "{text}");
    }

    /// Items of a list.
    fn items(&mut self, items: impl IntoIterator<Item = String>) {
        let mut items = items.into_iter().peekable();
        if items.peek().is_some() {
            self.space();
        }
        for item in items {
            let _ = writeln!(self.0, "- {item}");
        }
    }

    /// What is said, under what it is.
    fn said(&mut self, what: &str, words: &str) {
        self.line(&format!("{what}:"));
        self.line(&format!("> {}", text(words)));
    }

    /// What is said in one of several ways, if at all.
    fn one_of(&mut self, what: &str, wordings: &[Text]) {
        match wordings {
            [] => {}
            [only] => self.said(what, only),
            several => {
                self.line(&format!("{what}, one of:"));
                self.items(several.iter().map(|one| text(one)));
            }
        }
    }

    fn space(&mut self) {
        if !self.0.is_empty() {
            self.0.push('\n');
        }
    }
}

fn who(page: &mut Page, scenario: &Scenario) {
    if let Some(who) = &scenario.interviewee {
        page.line(&format!("{}, {}", text(&who.role), text(&who.organisation)));
    }
    let field = scenario.field.as_ref().map(|field| format!("Field: {}", text(field)));
    let mention = scenario.time.as_ref().map_or_else(String::new, |time| {
        format!("; they mention the time when {} are left", time.mention_at)
    });
    let manner = scenario.manner.as_ref().map(|manner| format!("Manner: {}", text(manner)));
    let kind = scenario.temperament();
    let temperament = format!(
        "Temperament: warmth {}, talkative {}, initiative {} (each from 0 to 1; 0.5 is ordinary)",
        *kind.warmth, *kind.talkative, *kind.initiative
    );
    let difficulty = format!("Difficulty: {} of 5", scenario.difficulty());
    let time = format!("Time: {} minutes{mention}", scenario.minutes());
    page.items(field.into_iter().chain([difficulty, time]).chain(manner).chain([temperament]));
}

/// What the script holds, and how long it takes.
fn about(page: &mut Page, own: &Scenario, minutes: u32) {
    if let Some(base) = &own.extends {
        page.line(&format!(
            "This script holds what the person's own file says. What comes from the base {} is left out.",
            id(base)
        ));
    }
    page.line(&format!(
        "Times are those of saying the words at {WORDS_A_MINUTE} words a minute, the pace of the clock in a \
         talk. Pauses and what the learner says come on top. Of several wordings the longest counts."
    ));
    let answers = counted(own.answers().count(), "answer");
    let topics = counted(own.topics.len(), "topic");
    let all = Pace::of_topics(&own.topics);
    page.line(&format!(
        "**In all:** {answers} on {topics}: {}. The talk takes {minutes} minutes.",
        all.words()
    ));
}

fn brief(page: &mut Page, own: &Scenario) {
    let (brief, opening) = (&own.brief, &own.opening);
    if brief.how_met.is_some() || !brief.facts.is_empty() {
        page.line("## What the learner knows before");
    }
    if let Some(how) = &brief.how_met {
        page.line(&text(how));
    }
    page.items(brief.facts.iter().map(|fact| text(fact)));
    if opening.scene.is_some() || !opening.say.is_empty() {
        page.line("## How it begins");
    }
    if let Some(scene) = &opening.scene {
        page.line(&text(scene));
    }
    page.one_of("They say", &opening.say);
}

fn topic(page: &mut Page, pack: &Pack, own: &Scenario, topic: &Topic) {
    let title = pack.topic_title(own, &topic.id);
    page.line(&format!("## {} ({})", text(&title), id(&topic.id)));
    let pace = Pace::of_topics([topic]);
    page.line(&format!("{}: {}.", counted(topic.answers.len(), "answer"), pace.words()));
    let asked = |what: &str, lines: &[Text]| {
        let lines: Vec<String> = lines.iter().map(|line| format!("“{}”", text(line))).collect();
        (!lines.is_empty()).then(|| format!("{what}: {}", lines.join(", ")))
    };
    let also = asked("Also asked as", &topic.ask);
    page.items(also.into_iter().chain(asked("Not meant by", &topic.never)));
    topic.answers.iter().for_each(|one| answer(page, one));
}

fn answer(page: &mut Page, answer: &Answer) {
    let gem = if answer.gem { " (gem)" } else { "" };
    page.line(&format!("### {}{gem}", id(&answer.id)));
    let gate = gate::needs(&answer.gate);
    let is_gated = !gate.is_empty();
    let opens = if is_gated { gate.join("; ") } else { "to any question on the topic".to_owned() };
    let mut items = vec![
        format!("What it says: {}", text(&answer.gist)),
        format!("Opens: {}", text(&opens)),
        format!("Time: {}", Pace::of_answer(answer).words()),
    ];
    if answer.on_web {
        items.push("Can be read on the web; asking for it costs a little.".to_owned());
    }
    if is_gated && answer.held.is_empty() {
        items.push("Until it opens: what they say of anything held back".to_owned());
    }
    page.items(items);
    page.one_of("Until it opens", &answer.held);
    if let Some(short) = &answer.short {
        page.said(&format!("In short, to a closed question ({})", pace::of(short)), short);
    }
    for (at, say) in answer.say.iter().enumerate() {
        let which = match answer.say.len() {
            1 => String::new(),
            several => format!(", wording {} of {several}", at + 1),
        };
        page.said(&format!("In full{which} ({})", pace::of(say)), say);
    }
    page.one_of("Before it, to a leading question", &answer.correct);
    leads(page, answer);
}

/// What leads on from an answer.
fn leads(page: &mut Page, answer: &Answer) {
    let hooks = answer.hooks.iter().map(|hook| {
        let words: Vec<String> =
            hook.words.iter().map(|word| format!("*{}*", text(word))).collect();
        format!("If they ask about {} → {}", listed(&words), id(&hook.to))
    });
    let follows = answer.follow.iter().flat_map(|follow| {
        let on = format!("If they ask on (*{}*)", follow.on.word());
        let to = follow.to.iter().map(|to| format!("{on} → {}", id(to)));
        let say = follow.say.iter().map(|say| format!("{on}, {}: {}", pace::of(say), text(say)));
        to.chain(say).collect::<Vec<_>>()
    });
    page.items(hooks.chain(follows));
}

fn contact(page: &mut Page, contact: &Contact) {
    page.line(&format!(
        "### {}, {} ({})",
        text(&contact.name),
        text(&contact.role),
        id(&contact.id)
    ));
    page.items([
        format!("Why: {}", text(&contact.reason)),
        format!("Comes up after talk of: {}", topics(&contact.topics)),
    ]);
    page.one_of("At warm rapport", &contact.introduce);
    page.one_of("At neutral rapport", &contact.name_only);
}

fn counter(page: &mut Page, counter: &Counter) {
    page.line(&format!("### {}", id(&counter.id)));
    let gate = gate::needs(&counter.gate);
    let gate = (!gate.is_empty()).then(|| format!("Opens: {}", text(&gate.join("; "))));
    let after = format!("May follow talk of: {}", topics(&counter.topics));
    page.items([after].into_iter().chain(gate));
    page.one_of("They ask", &counter.ask);
    page.one_of("Once more", &counter.again);
    page.one_of("To what the learner answers", &counter.received);
}

/// What the person says in their own way where others say what the base has.
fn courtesies(page: &mut Page, own: &Scenario) {
    let lists = [
        ("", own.reactions.lists()),
        ("Who else to talk to: ", own.referral.lists()),
        ("The end: ", own.closing.lists()),
        ("The message before: ", own.outreach.lists()),
    ];
    let lists = lists.into_iter().flat_map(|(group, lists)| {
        lists.into_iter().map(move |(key, lines)| (format!("{group}{}", spaced(key)), lines))
    });
    let turns = own.awkward.turns().into_iter().flat_map(|(turn, lists)| {
        let named = move |key| format!("Awkward turn: {}, {}", spaced(turn), spaced(key));
        lists.lists().into_iter().map(move |(key, lines)| (named(key), lines))
    });
    let said: Vec<_> = lists.chain(turns).filter(|(_, lines)| !lines.is_empty()).collect();
    if !said.is_empty() {
        page.line("## Courtesies of their own");
    }
    for (what, lines) in said {
        page.one_of(&capitalised(&what), lines);
    }
}

fn model_talks(page: &mut Page, own: &Scenario) {
    let Some(talk) = &own.model_talk else { return };
    page.line("## Two talks to learn from");
    for (what, lines) in [("A beginner asks", &talk.weak), ("Somebody asks well", &talk.strong)] {
        page.line(&format!("{what}:"));
        page.items(lines.iter().map(|line| text(line)));
    }
}

/// A key of the file as words.
fn spaced(key: &str) -> String {
    key.replace('_', " ")
}

fn topics(topics: &[Text]) -> String {
    if topics.is_empty() {
        return "any topic".to_owned();
    }
    topics.iter().map(|topic| id(topic)).collect::<Vec<_>>().join(", ")
}

/// Words as a list in a sentence: "a, b or c".
fn listed(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [only] => only.clone(),
        [most @ .., last] => format!("{} or {last}", most.join(", ")),
    }
}

fn counted(count: usize, thing: &str) -> String {
    format!("{count} {thing}{}", if count == 1 { "" } else { "s" })
}
