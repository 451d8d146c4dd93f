//! A scenario as a graph: topics, their answers in order, gates, and what leads where.
//!
//! [`Graph::of`] reads it off a scenario. [`mermaid`] and [`dot`] write it for other programs to draw, and
//! [`svg`] draws it. All three say every mark in words: nothing is told by colour or shape alone.
//!
//! Packs come from strangers, so each text is made safe as it enters the graph, and each way of writing
//! escapes what its format would take for a command. In Mermaid and DOT, ids are the place of a node in the
//! graph (`a1`, `t2`) and never a text of the pack.

mod card;
pub mod dot;
pub mod mermaid;
mod place;
mod route;
pub mod svg;
mod tracks;
mod width;

use std::collections::BTreeMap;
use std::ops::Range;

use crate::interviewee::gate;
use crate::pack::Pack;
use crate::pack::placed::Text;
use crate::pack::scenario::{Answer, Contact, Counter, Gate, Scenario};
use crate::text::clean;

/// The characters of a gist that a node shows; a longer one ends in an ellipsis.
const LABEL: usize = 140;

/// A scenario as a graph.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Graph {
    /// Whose it is: "Ada Crumb: Baker in a village".
    pub title: String,
    /// The topics in order. Their nodes are the answers.
    pub topics: Vec<Group>,
    /// The people this person may refer the learner to; no nodes when there are none.
    pub contacts: Group,
    /// The questions this person asks back; no nodes when there are none.
    pub counters: Group,
    /// The nodes of all groups, topics first.
    pub nodes: Vec<Node>,
    /// What leads where. What is written as leading to an answer that is not there is left out; `pack check`
    /// reports it.
    pub edges: Vec<Edge>,
}

/// Nodes that belong together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Group {
    /// The topic's id; empty for contacts and counter-questions.
    pub id: String,
    /// What a list calls it.
    pub title: String,
    /// Its nodes, as places in [`Graph::nodes`].
    pub nodes: Range<usize>,
}

/// One thing this person can say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// What it is.
    pub kind: Kind,
    /// Its id in the pack.
    pub id: String,
    /// What it says, in at most some twenty-five words.
    pub label: String,
    /// What must hold before it is said, or when it comes up, each as a clause: "needs warm rapport".
    pub needs: Vec<String>,
    /// In how many of a hundred talks it was told, 0 to 100; none without traffic.
    pub told: Option<u32>,
}

/// What a node is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// An answer.
    Answer,
    /// An answer worth the meeting.
    Gem,
    /// A person the learner may be referred to.
    Contact,
    /// A question asked back.
    Counter,
}

/// That one thing leads to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edge {
    /// Where it begins.
    pub from: End,
    /// The node it leads to, as a place in [`Graph::nodes`].
    pub to: usize,
    /// How it leads there.
    pub by: By,
    /// The same in words: "“sacks”", "why", "opens", "brings up".
    pub label: String,
}

/// Where an edge begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// At an answer, as a place in [`Graph::nodes`].
    Answer(usize),
    /// At a topic as a whole, as a place in [`Graph::topics`].
    Topic(usize),
}

/// How one thing leads to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// The learner takes up a detail.
    Hook,
    /// The learner asks on: why, what was that like.
    Follow,
    /// Telling the one opens the gate of the other. Nothing is asked yet.
    Opens,
    /// Talk of the topic makes the contact the natural one.
    BringsUp,
    /// The counter-question may follow talk of the topic.
    AsksBack,
}

impl Graph {
    /// The graph of a scenario. `traffic` says of each answer, by id, in how many of a hundred talks it was
    /// told; an answer that is not in it was told in none.
    #[must_use]
    pub fn of(pack: &Pack, scenario: &Scenario, traffic: Option<&BTreeMap<String, u32>>) -> Self {
        let mut nodes = Vec::new();
        let mut topics = Vec::new();
        for topic in &scenario.topics {
            let first = nodes.len();
            nodes.extend(topic.answers.iter().map(|answer| told(answer, traffic)));
            topics.push(Group {
                id: line(&topic.id),
                title: line(&pack.topic_title(scenario, &topic.id)),
                nodes: first..nodes.len(),
            });
        }
        let first = nodes.len();
        nodes.extend(scenario.contacts.iter().map(contact));
        let contacts = named("People they may refer to", first..nodes.len());
        let first = nodes.len();
        nodes.extend(scenario.counters.iter().map(counter));
        let counters = named("Questions they may ask back", first..nodes.len());
        let title = format!("{}: {}", line(scenario.name()), line(&scenario.title));
        let mut graph = Self { title, topics, contacts, counters, nodes, edges: Vec::new() };
        graph.lead_from_answers(scenario);
        graph.lead_from_topics(scenario);
        graph
    }

    /// All groups that have nodes or are topics, in order.
    pub(crate) fn groups(&self) -> impl Iterator<Item = &Group> {
        let others = [&self.contacts, &self.counters];
        self.topics.iter().chain(others.into_iter().filter(|group| !group.nodes.is_empty()))
    }

    /// The answer called so, as a place in [`Self::nodes`].
    fn answer(&self, id: &str) -> Option<usize> {
        let id = line(id);
        let answers = self.contacts.nodes.start;
        self.nodes.iter().take(answers).position(|node| node.id == id)
    }

    fn lead_from_answers(&mut self, scenario: &Scenario) {
        let mut edges = Vec::new();
        for (at, (_, answer)) in scenario.answers().enumerate() {
            let leads = |to: &str, by, label: String| {
                self.answer(to).map(|to| Edge { from: End::Answer(at), to, by, label })
            };
            for hook in &answer.hooks {
                let words: Vec<String> =
                    hook.words.iter().map(|word| format!("“{}”", line(word))).collect();
                edges.extend(leads(&hook.to, By::Hook, words.join(", ")));
            }
            for follow in &answer.follow {
                let to = follow.to.as_ref();
                edges.extend(to.and_then(|to| leads(to, By::Follow, follow.on.word().to_owned())));
            }
            let gates = scenario.answers().map(|(_, other)| &other.gate).enumerate();
            let counters = scenario.counters.iter().map(|counter| &counter.gate);
            for (to, gate) in gates.chain((self.counters.nodes.start..).zip(counters)) {
                if gate.after.iter().any(|after| after.value() == answer.id.value()) {
                    let label = "opens".to_owned();
                    edges.push(Edge { from: End::Answer(at), to, by: By::Opens, label });
                }
            }
        }
        self.edges.extend(edges);
    }

    fn lead_from_topics(&mut self, scenario: &Scenario) {
        let contacts = scenario.contacts.iter().map(|one| (&one.topics, By::BringsUp));
        let counters = scenario.counters.iter().map(|one| (&one.topics, By::AsksBack));
        for (to, (topics, by)) in (self.contacts.nodes.start..).zip(contacts.chain(counters)) {
            let label = if by == By::BringsUp { "brings up" } else { "may ask back" };
            for id in topics {
                let at = scenario.topics.iter().position(|topic| topic.id == *id);
                self.edges.extend(at.map(|at| Edge {
                    from: End::Topic(at),
                    to,
                    by,
                    label: label.to_owned(),
                }));
            }
        }
    }
}

impl Node {
    /// What stands at the node besides its id and label: that it is a gem, what it needs, how often it was
    /// told.
    #[must_use]
    pub fn marks(&self) -> Vec<String> {
        let gem = (self.kind == Kind::Gem).then(|| "gem".to_owned());
        let needs = (!self.needs.is_empty()).then(|| self.needs.join("; "));
        let told = self.told.map(|told| format!("told in {told} of 100 talks"));
        gem.into_iter().chain(needs).chain(told).collect()
    }
}

fn named(title: &str, nodes: Range<usize>) -> Group {
    Group { id: String::new(), title: title.to_owned(), nodes }
}

fn told(answer: &Answer, traffic: Option<&BTreeMap<String, u32>>) -> Node {
    Node {
        kind: if answer.gem { Kind::Gem } else { Kind::Answer },
        id: line(&answer.id),
        label: shortened(&answer.gist),
        needs: needs(&answer.gate),
        told: traffic.map(|traffic| traffic.get(answer.id.value()).copied().unwrap_or(0).min(100)),
    }
}

fn contact(contact: &Contact) -> Node {
    Node {
        kind: Kind::Contact,
        id: line(&contact.id),
        label: shortened(&format!("{}, {}", contact.name.value(), contact.role.value())),
        needs: when("comes up after talk of", &contact.topics),
        told: None,
    }
}

fn counter(counter: &Counter) -> Node {
    let question = counter.ask.first().map_or("", |question| question.as_str());
    let mut needs = needs(&counter.gate);
    needs.extend(when("may follow talk of", &counter.topics));
    Node {
        kind: Kind::Counter,
        id: line(&counter.id),
        label: shortened(question),
        needs,
        told: None,
    }
}

/// Of which topics something comes, in a clause.
fn when(how: &str, topics: &[Text]) -> Vec<String> {
    let topics: Vec<String> = topics.iter().map(|topic| line(topic)).collect();
    let topics = if topics.is_empty() { "any topic".to_owned() } else { topics.join(", ") };
    vec![format!("{how} {topics}")]
}

fn needs(gate: &Gate) -> Vec<String> {
    gate::needs(gate).iter().map(|clause| line(clause)).collect()
}

/// A text as one line that steers nothing, with single spaces.
fn line(text: &str) -> String {
    clean::line(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The beginning of a text, cut between words where that is possible.
fn shortened(text: &str) -> String {
    let text = line(text);
    let Some((end, _)) = text.char_indices().nth(LABEL) else { return text };
    let kept = text.get(..end).unwrap_or_default();
    let kept = kept.rsplit_once(' ').map_or(kept, |(whole, _)| whole);
    format!("{}…", kept.trim_end_matches([',', ';', ':', '.']))
}
