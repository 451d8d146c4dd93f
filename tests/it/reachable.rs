//! Nothing is written for nobody: every answer, thread and follow-up of every scenario can be come by.

use std::collections::{BTreeMap, BTreeSet};

use coffeechat::coach::hint;
use coffeechat::hearing::heard::Form;
use coffeechat::hearing::{Before, Ear};
use coffeechat::interviewee::state::{Effect, State};
use coffeechat::interviewee::{self, Person, Reply};
use coffeechat::pack::scenario::{Answer, Fact, FollowKind, Gate, Scenario, Topic};
use coffeechat::session::Session;

use crate::cast::{CAST, Met, pack};
use crate::lots::Lots;

// On paper.

#[test]
fn the_gates_of_every_answer_can_open_one_after_another() {
    for met in CAST.iter() {
        let scenario = met.scenario;
        let mut open: BTreeSet<&str> = BTreeSet::new();
        loop {
            let known = open.len();
            for (topic, answer) in scenario.answers() {
                if can_open(scenario, topic, answer, &open) {
                    open.insert(answer.id.value());
                }
            }
            if open.len() == known {
                break;
            }
        }
        let never: Vec<&str> = ids(scenario).filter(|id| !open.contains(id)).collect();
        assert!(never.is_empty(), "{}: the gates of these never open: {never:?}", met.id());
    }
}

/// Whether a gate can open once `open` can be told.
fn can_open(scenario: &Scenario, topic: &Topic, answer: &Answer, open: &BTreeSet<&str>) -> bool {
    let Gate { rapport: _, after, minutes, fact, depth } = &answer.gate; // rapport has no ceiling
    let others = topic.answers.iter().filter(|other| other.id != answer.id);
    let depth_there = others.filter(|other| open.contains(other.id.as_str())).count();
    let has_counter = !scenario.counters.is_empty();
    after.iter().all(|id| open.contains(id.as_str()))
        && minutes.is_none_or(|minutes| minutes < scenario.minutes())
        && (*fact != Some(Fact::AnsweredBack) || has_counter)
        && (*fact != Some(Fact::DidHomework) || !scenario.brief.facts.is_empty())
        && depth.is_none_or(|depth| depth as usize <= depth_there)
}

#[test]
fn what_a_hook_or_a_follow_up_leads_to_is_there_and_elsewhere() {
    for met in CAST.iter() {
        for (_, answer) in met.scenario.answers() {
            let hooks = answer.hooks.iter().map(|hook| &hook.to);
            for to in hooks.chain(answer.follow.iter().filter_map(|follow| follow.to.as_ref())) {
                assert!(met.scenario.answer(to).is_some(), "{}: {to:?}", met.id());
                assert_ne!(to, &answer.id, "{}: a thread leads back to itself", met.id());
            }
        }
    }
}

fn ids(scenario: &Scenario) -> impl Iterator<Item = &str> {
    scenario.answers().map(|(_, answer)| answer.id.as_str())
}

// One line at a time.

#[test]
fn every_question_that_is_written_is_heard_as_its_topic() {
    let mut astray = Vec::new();
    for met in CAST.iter() {
        for topic in &met.scenario.topics {
            for line in questions(topic) {
                let heard = met.ear.hear(line, Before::default());
                let best = heard.subject.best().map(|best| best.id.as_str());
                if best != Some(topic.id.value()) {
                    astray.push(format!(
                        "{}: {line:?} of {} is heard as {best:?}",
                        met.id(),
                        topic.id.value()
                    ));
                }
            }
        }
    }
    assert!(astray.is_empty(), "{} go astray:\n{}", astray.len(), astray.join("\n"));
}

/// What people ask about a topic: the scenario's own lines, and the bank's questions.
fn questions(topic: &Topic) -> impl Iterator<Item = &'static str> {
    let own =
        CAST.iter().flat_map(|met| &met.scenario.topics).find(|known| std::ptr::eq(*known, topic));
    let banked = pack().bank_topic(&topic.id).into_iter().flat_map(|topic| &topic.questions);
    let own = own.into_iter().flat_map(|topic| &topic.ask);
    own.chain(banked.map(|question| &question.text)).map(|text| text.value().as_str())
}

#[test]
fn every_thread_is_picked_up_by_the_words_that_name_it() {
    let mut lost = Vec::new();
    for met in CAST.iter() {
        for (_, answer) in met.scenario.answers() {
            for hook in &answer.hooks {
                for words in &hook.words {
                    for line in naming(words) {
                        for said in &answer.say {
                            let reply = reply_after(
                                (met.person(1), &met.ear),
                                answer,
                                Some(&hook.to),
                                said,
                                &line,
                            );
                            if reply.answer.as_deref() != Some(hook.to.as_str()) {
                                lost.push(format!(
                                    "{}: {line:?} after {} gets {} {:?}, not {}",
                                    met.id(),
                                    answer.id.value(),
                                    reply.route.word(),
                                    reply.answer,
                                    hook.to.value()
                                ));
                            }
                        }
                    }
                }
            }
        }
    }
    assert!(lost.is_empty(), "{} are lost:\n{}", lost.len(), lost.join("\n"));
}

/// Ways of picking up a thread.
pub(crate) fn naming(words: &str) -> [String; 3] {
    [
        hint::about(words),
        format!("Tell me about the {words}."),
        format!("I see. What happened with the {words} then?"),
    ]
}

#[test]
fn every_follow_up_is_given_to_those_who_ask_for_it() {
    let mut lost = Vec::new();
    for met in CAST.iter() {
        for (_, answer) in met.scenario.answers() {
            for follow in &answer.follow {
                let kind = *follow.on.value();
                for line in asking_on(kind) {
                    let reply = reply_after(
                        (met.person(1), &met.ear),
                        answer,
                        follow.to.as_ref().map(|to| to.as_str()),
                        &answer.say[0],
                        line,
                    );
                    let to = follow.to.as_ref().unwrap_or(&answer.id);
                    if reply.follow != Some(kind) || reply.answer.as_deref() != Some(to.as_str()) {
                        lost.push(format!(
                            "{}: {line:?} after {} gets {} {:?}",
                            met.id(),
                            answer.id.value(),
                            reply.route.word(),
                            reply.answer
                        ));
                    }
                }
            }
        }
    }
    assert!(lost.is_empty(), "{} are lost:\n{}", lost.len(), lost.join("\n"));
}

/// Ways of asking on.
pub(crate) fn asking_on(kind: FollowKind) -> [&'static str; 3] {
    let (bare, short) = match kind {
        FollowKind::Why => ("why?", "How come?"),
        FollowKind::How => ("How so?", "how did you do that"),
        FollowKind::Example => ("For instance?", "like what?"),
        FollowKind::Feel => ("How did that feel?", "what was that like"),
        FollowKind::More => ("Tell me more.", "go on"),
        FollowKind::When => ("When was that?", "when was this?"),
        FollowKind::Who => ("Who was that?", "who was it?"),
        FollowKind::Result => ("And then?", "how did it turn out"),
    };
    [bare, short, hint::asking_on(kind)]
}

/// The reply to a line right after an answer was told, by someone who has opened up and has told
/// everything but where the line is meant to lead.
pub(crate) fn reply_after(
    (person, ear): (Person<'_>, &Ear<'_>),
    answer: &Answer,
    to: Option<&str>,
    said: &str,
    line: &str,
) -> Reply {
    let needed = to.and_then(|to| person.scenario.answer(to)).map(|(_, target)| &target.gate.after);
    let mut effects = vec![Effect::Rapport { by: 100, because: String::new() }];
    effects.push(Effect::Spent { seconds: 400 });
    let earlier = needed.into_iter().flatten().map(|id| id.value().clone());
    effects.extend(earlier.map(|answer| Effect::Told { answer }));
    effects.push(Effect::Told { answer: answer.id.value().clone() });
    effects.extend(answer.hooks.iter().map(|hook| Effect::Offered {
        from: answer.id.value().clone(),
        to: hook.to.value().clone(),
        words: hook.words.iter().map(|word| word.value().clone()).collect(),
    }));
    let state = State::at_first(person.scenario).after(said, &effects);
    let heard = ear.hear(line, Before { partner: Some(said), ..Before::default() });
    interviewee::reply(person, &state, &heard)
}

// By playing.

/// More talks than this nobody would have with one person.
const TALKS: u64 = 20;

#[test]
fn a_curious_learner_comes_by_every_answer_in_time() {
    let learned: Vec<(&str, Vec<&str>)> = std::thread::scope(|scope| {
        let learners: Vec<_> =
            CAST.iter().map(|met| scope.spawn(move || (met.id(), never_told(met)))).collect();
        learners.into_iter().map(|learner| learner.join().unwrap()).collect()
    });
    for (id, never) in learned {
        assert!(never.is_empty(), "{id}: never told in {TALKS} talks: {never:?}");
    }
}

/// The answers that a curious learner is never told in full.
fn never_told(met: &'static Met) -> Vec<&'static str> {
    let mut lots = Lots::new(11);
    let mut wanted: BTreeSet<&str> = ids(met.scenario).collect();
    let open: Vec<(&Topic, Vec<&str>)> =
        met.scenario.topics.iter().map(|topic| (topic, open_questions(met, topic))).collect();
    for seed in 1..=TALKS {
        if wanted.is_empty() {
            break;
        }
        let mut learner = Learner {
            met,
            talk: met.talk(seed),
            lots: &mut lots,
            wanted: &wanted,
            open: &open,
            asked: BTreeMap::new(),
        };
        learner.hold();
        let told = learner.talk.state().told.clone();
        wanted.retain(|id| !told.iter().any(|told| told == id));
    }
    wanted.into_iter().collect()
}

/// The questions on a topic that leave room.
fn open_questions(met: &Met, topic: &Topic) -> Vec<&'static str> {
    let is_open = |line: &&str| {
        let question = met.ear.hear(line, Before::default()).question;
        question.is_some_and(|question| question.form != Form::Closed)
    };
    questions(topic).filter(is_open).collect()
}

/// Someone who listens, asks openly, and goes after what they have not heard yet.
struct Learner<'a> {
    met: &'static Met,
    talk: Session<'static>,
    lots: &'a mut Lots,
    wanted: &'a BTreeSet<&'static str>,
    open: &'a [(&'static Topic, Vec<&'static str>)],
    asked: BTreeMap<String, usize>,
}

impl Learner<'_> {
    fn hold(&mut self) {
        self.talk.say("Hello, thank you so much for making the time today.");
        self.talk.say(
            "I'm a second-year student, and I'm hoping to learn what the work is really like.",
        );
        while !self.talk.is_over() && self.talk.exchanges().len() < 60 {
            let line = self.next();
            *self.asked.entry(line.clone()).or_default() += 1;
            self.talk.say(&line);
        }
    }

    fn is_wanted(&self, id: &str) -> bool {
        self.wanted.contains(id) && !self.talk.state().was_told(id)
    }

    fn next(&mut self) -> String {
        if self.talk.state().pending.is_some() {
            return "I kept a diary of the birds in our garden for three years, and nobody had asked me to.".to_owned();
        }
        let threads = self.threads();
        let topics = self.topics();
        let follows = self.follows();
        let mut ways: Vec<Vec<String>> = vec![threads, follows.0, topics.0];
        self.lots.shuffle(&mut ways[1..]);
        ways.extend([topics.1, follows.1]);
        let fresh = |line: &String| !self.asked.contains_key(line);
        let way = ways
            .into_iter()
            .map(|way| way.into_iter().filter(fresh).collect::<Vec<_>>())
            .find(|way| !way.is_empty());
        match way {
            Some(way) => way[self.lots.below(way.len())].clone(),
            None => "Tell me more about that.".to_owned(),
        }
    }

    /// Threads that lead to what is wanted.
    fn threads(&self) -> Vec<String> {
        let state = self.talk.state();
        let waiting = state.offered.iter().filter(|hook| !hook.caught && self.is_wanted(&hook.to));
        waiting
            .flat_map(|hook| &hook.words)
            .map(|words| format!("Tell me about the {words}."))
            .collect()
    }

    /// Ways of asking on from the last answer: those that lead to what is wanted, and the others.
    fn follows(&self) -> (Vec<String>, Vec<String>) {
        let last = self.talk.state().recent.last().and_then(|id| self.met.scenario.answer(id));
        let (mut leading, mut others) = (Vec::new(), Vec::new());
        for follow in last.into_iter().flat_map(|(_, answer)| &answer.follow) {
            let line = asking_on(*follow.on.value())[0].to_owned();
            let leads = follow.to.as_ref().is_some_and(|to| self.is_wanted(to));
            if leads { leading.push(line) } else { others.push(line) }
        }
        (leading, others)
    }

    /// Open questions on topics with something wanted or something that opens its gate, and on others.
    fn topics(&self) -> (Vec<String>, Vec<String>) {
        let scenario = self.met.scenario;
        let needed: BTreeSet<&str> = scenario
            .answers()
            .filter(|(_, answer)| self.is_wanted(&answer.id))
            .flat_map(|(_, answer)| answer.gate.after.iter().chain([&answer.id]))
            .map(|id| id.as_str())
            .filter(|id| !self.talk.state().was_told(id))
            .collect();
        let (mut leading, mut others) = (Vec::new(), Vec::new());
        for (topic, open) in self.open {
            let leads = topic.answers.iter().any(|answer| needed.contains(answer.id.as_str()));
            let way = if leads { &mut leading } else { &mut others };
            way.extend(open.iter().map(|line| (*line).to_owned()));
        }
        (leading, others)
    }
}
