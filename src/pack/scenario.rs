//! Scenarios: one interviewee in one meeting. These types are the manual for people who write them.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::placed::{ID, Placed, Text, anything_in_a_table};

/// One file of `scenarios/`: one interviewee in one meeting.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// The version of the file format; 1 is the only one there is.
    #[schemars(extend("const" = 1))]
    pub schema: Placed<u32>,
    /// The scenario's permanent name, which is also its file name without `.toml`.
    #[schemars(regex(pattern = ID))]
    pub id: Text,
    /// Who the learner meets, in a few words: "Water planner at a city utility".
    pub title: Text,
    /// The field of work, in one or two words.
    #[serde(default)]
    pub field: Option<Text>,
    /// How demanding the interviewee is, 1 gentle to 5 demanding.
    #[serde(default)]
    #[schemars(range(min = 1, max = 5))]
    pub difficulty: Option<Placed<u8>>,
    /// What makes this person easy or hard to talk to, in one sentence for the learner.
    #[serde(default)]
    pub manner: Option<Text>,
    /// The base whose courtesies and fallbacks this scenario takes over, such as `professional`. What stands
    /// here wins.
    #[serde(default)]
    pub extends: Option<Text>,
    /// True for a base: others extend it, nobody meets it.
    #[serde(default)]
    pub base: bool,
    /// Who is asked: the person the learner meets.
    #[serde(default)]
    pub interviewee: Option<Interviewee>,
    /// What the learner can know before the talk: the homework.
    #[serde(default)]
    pub brief: Brief,
    /// How long the talk may take. Minutes are reckoned from the words both sides say.
    #[serde(default)]
    pub time: Option<Time>,
    /// How the talk begins.
    #[serde(default)]
    pub opening: Opening,
    /// What this person says on each topic.
    #[serde(default, rename = "topic")]
    pub topics: Vec<Topic>,
    /// The people this interviewee may refer the learner to.
    #[serde(default, rename = "contact")]
    pub contacts: Vec<Contact>,
    /// The questions this interviewee asks back.
    #[serde(default, rename = "counter")]
    pub counters: Vec<Counter>,
    /// What is said to lines that are not content questions, and when nothing else fits.
    ///
    /// Each is a list of variants; one is drawn, never the same twice running. A list that is left out
    /// comes from the base. `{name}` is the interviewee's first name, `{minutes}` the minutes left.
    #[serde(default)]
    pub reactions: Reactions,
    /// What is said when the learner asks for someone else to talk to.
    #[serde(default)]
    pub referral: Referral,
    /// How the talk ends.
    #[serde(default)]
    pub closing: Closing,
    /// What is written back to the message that asks for the talk. Each is a list of variants.
    #[serde(default)]
    pub outreach: Outreach,
    /// What this person does in a talk that practises awkward turns, or in every talk; each happens once at most.
    #[serde(default)]
    pub awkward: Awkward,
    /// Two talks with this person to learn from, one weak and one strong.
    #[serde(default)]
    pub model_talk: Option<ModelTalk>,
    /// Kept for other programs and never looked at.
    #[serde(default)]
    #[schemars(schema_with = "anything_in_a_table")]
    pub ext: BTreeMap<String, toml::Value>,
}

/// Who is asked.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Interviewee {
    /// Full name; the first word is what the learner would call them.
    pub name: Text,
    /// What they do, as on a card.
    pub role: Text,
    /// Where they do it.
    pub organisation: Text,
    /// What kind of talker they are. Each number runs from 0.0 to 1.0; 0.5 is ordinary.
    #[serde(default)]
    pub temperament: Temperament,
}

/// What kind of talker someone is. Each number runs from 0.0 to 1.0; 0.5 is ordinary.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Temperament {
    /// How quickly they open up, 0.0 to 1.0: how much rapport a good line gains and a poor one costs.
    #[schemars(range(min = 0, max = 1))]
    pub warmth: Placed<f64>,
    /// How readily they fill a silence and go on by themselves, 0.0 to 1.0.
    #[schemars(range(min = 0, max = 1))]
    pub talkative: Placed<f64>,
    /// How readily they ask back, 0.0 to 1.0.
    #[schemars(range(min = 0, max = 1))]
    pub initiative: Placed<f64>,
}

impl Default for Temperament {
    fn default() -> Self {
        let ordinary = Placed::new(0.5, 0..0);
        Self { warmth: ordinary.clone(), talkative: ordinary.clone(), initiative: ordinary }
    }
}

/// What the learner can know before the talk: the homework.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Brief {
    /// How the meeting came about, told to the learner.
    pub how_met: Option<Text>,
    /// What can be found on the web. Asking for these is a fault, building on them is not.
    pub facts: Vec<Text>,
}

/// How long the talk may take. Minutes are simulated from the words both sides say.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Time {
    /// What was agreed, in minutes, 5 to 90.
    #[schemars(range(min = 5, max = 90))]
    pub minutes: Placed<u32>,
    /// With how many minutes left the interviewee mentions the time. Default 5.
    #[serde(default = "five")]
    pub mention_at: u32,
}

const fn five() -> u32 {
    5
}

/// How the talk begins.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Opening {
    /// Where the two are, in one or two sentences for the learner.
    pub scene: Option<Text>,
    /// The interviewee's first words; one is drawn.
    pub say: Vec<Text>,
}

/// What this person says on one topic.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// A topic of a question bank, whose phrasings come with it, or one of this scenario's own.
    #[schemars(regex(pattern = ID))]
    pub id: Text,
    /// What a list calls the topic. Only for a topic that no question bank has.
    #[serde(default)]
    pub title: Option<Text>,
    /// How the person would name the topic, after "do you mean…". Only for a topic that no question bank has.
    #[serde(default)]
    pub aloud: Option<Text>,
    /// More ways to ask about this, for this scenario. A topic that no question bank has needs them.
    #[serde(default)]
    pub ask: Vec<Text>,
    /// Lines that sound like this topic and are not.
    #[serde(default)]
    pub never: Vec<Text>,
    /// What can be said, in the order in which an unhurried person would tell it.
    #[serde(default, rename = "answer")]
    pub answers: Vec<Answer>,
    /// Kept for other programs and never looked at.
    #[serde(default)]
    #[schemars(schema_with = "anything_in_a_table")]
    pub ext: BTreeMap<String, toml::Value>,
}

/// One thing this interviewee can say on a topic.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// The answer's permanent name, unique in the scenario. Never changes, whatever the wording does.
    #[schemars(regex(pattern = ID))]
    pub id: Text,
    /// What the answer says, in a clause that can follow "as I said": "I trained as an engineer".
    pub gist: Text,
    /// What a closed question gets: true and short, 2 to 10 words. A gem may do without.
    #[serde(default)]
    pub short: Option<Text>,
    /// What an open question gets, 40 to 90 words that can be said aloud. One or more variants; one is drawn.
    #[schemars(length(min = 1))]
    pub say: Vec<Text>,
    /// Details of `say` that invite a follow-up.
    #[serde(default)]
    pub hooks: Vec<Hook>,
    /// What is said when the learner asks on: why, how, what was that like.
    #[serde(default)]
    pub follow: Vec<Follow>,
    /// True for an answer worth the meeting, told only to those who ask well.
    #[serde(default)]
    pub gem: bool,
    /// What must hold before this is told. Everything that is given must hold.
    #[serde(default)]
    pub gate: Gate,
    /// What is said in character while the gate does not hold.
    #[serde(default, rename = "else")]
    pub held: Vec<Text>,
    /// What rapport telling this gains or costs, -20 to 20, on top of what the question earned. Default 0.
    #[serde(default)]
    #[schemars(range(min = -20, max = 20))]
    pub gain: i32,
    /// True when this can be read on the web: asking for it costs a little.
    #[serde(default)]
    pub on_web: bool,
    /// What a leading question about this gets first: a gentle correction.
    #[serde(default)]
    pub correct: Vec<Text>,
    /// Kept for other programs and never looked at.
    #[serde(default)]
    #[schemars(schema_with = "anything_in_a_table")]
    pub ext: BTreeMap<String, toml::Value>,
}

/// A detail in an answer that invites a follow-up.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Hook {
    /// Words of the answer that name the detail; a question that uses one of them catches the hook.
    pub words: Vec<Text>,
    /// The answer the hook leads to, by its id.
    pub to: Text,
}

/// What is said when the learner asks on from an answer without naming a new topic.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Follow {
    /// The kind of follow-up this answers.
    pub on: Placed<FollowKind>,
    /// What is said; one variant is drawn. A follow-up has either `say` or `to`.
    #[serde(default)]
    pub say: Vec<Text>,
    /// The answer that is told, by its id, once its gate holds. A follow-up has either `say` or `to`.
    #[serde(default)]
    pub to: Option<Text>,
    /// What rapport this gains or costs, -20 to 20, on top of what the question earned. Default 0.
    #[serde(default)]
    #[schemars(range(min = -20, max = 20))]
    pub gain: i32,
}

/// The kinds of follow-up that carry no content of their own.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum FollowKind {
    /// "Why?", "What made you do that?"
    Why,
    /// "How so?", "How did you do that?"
    How,
    /// "For instance?", "Like what?"
    Example,
    /// "What was that like?", "How did that feel?"
    Feel,
    /// "Tell me more.", "Go on.", "Really?"
    More,
    /// "When was that?"
    When,
    /// "Who was that?"
    Who,
    /// "And then?", "How did it turn out?"
    Result,
}

/// What must hold before an answer is told. Everything that is given must hold.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Gate {
    /// How far the interviewee must have opened up.
    pub rapport: Option<Band>,
    /// Answers that must have been told before, by their ids.
    pub after: Vec<Text>,
    /// How many minutes of the talk must have gone by, reckoned from the words both sides say.
    pub minutes: Option<u32>,
    /// What the learner must have done in this talk.
    pub fact: Option<Fact>,
    /// How many answers of this topic must have been told.
    pub depth: Option<u32>,
}

/// How far someone has opened up, in four bands of rapport.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Band {
    /// Rapport 0 to 24: polite, brief.
    Cool,
    /// Rapport 25 to 49: ordinary.
    Neutral,
    /// Rapport 50 to 74: at ease.
    Warm,
    /// Rapport 75 to 100: candid.
    Open,
}

/// Something the learner can have done in a talk.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Fact {
    /// Said who they are.
    Introduced,
    /// Said what they hope to learn.
    SaidPurpose,
    /// Thanked for the time.
    Thanked,
    /// Said something that shows homework.
    DidHomework,
    /// Asked whether the time still suits.
    CheckedTime,
    /// Answered a question that was asked back.
    AnsweredBack,
}

/// A person the interviewee may refer the learner to.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// The contact's permanent name, unique in the scenario.
    #[schemars(regex(pattern = ID))]
    pub id: Text,
    /// The contact's full name.
    pub name: Text,
    /// What the contact does, as on a card.
    pub role: Text,
    /// Why the learner should meet them, in a clause that can follow "because".
    pub reason: Text,
    /// Topics that make this contact the natural one, by their ids: talk of one of them and they come up first.
    #[serde(default)]
    pub topics: Vec<Text>,
    /// What is said at warm rapport and above: an introduction. One or more variants; one is drawn.
    #[schemars(length(min = 1))]
    pub introduce: Vec<Text>,
    /// What is said at neutral rapport: a name. One or more variants; one is drawn.
    #[schemars(length(min = 1))]
    pub name_only: Vec<Text>,
}

/// A question this interviewee asks back.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Counter {
    /// The counter-question's permanent name, unique in the scenario.
    #[schemars(regex(pattern = ID))]
    pub id: Text,
    /// Topics after which it comes up, by their ids; without any, after every topic.
    #[serde(default)]
    pub topics: Vec<Text>,
    /// The question, joined to the end of an answer. One or more variants; one is drawn.
    #[schemars(length(min = 1))]
    pub ask: Vec<Text>,
    /// The question once more, if the learner passed over it. It may be left out.
    #[serde(default)]
    pub again: Vec<Text>,
    /// What is said to the learner's answer. One or more variants; one is drawn.
    #[schemars(length(min = 1))]
    pub received: Vec<Text>,
    /// What must hold before it is asked. Everything that is given must hold.
    #[serde(default)]
    pub gate: Gate,
}

/// What is said to lines that are not content questions, and when nothing else fits.
///
/// Each is a list of variants; one is drawn, never the same twice running. A list that is left out
/// comes from the base. `{name}` is the interviewee's first name, `{minutes}` the minutes left.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Reactions {
    /// What is said to "hello".
    pub greeting: Vec<Text>,
    /// What is said to what the learner hopes to learn.
    pub purpose: Vec<Text>,
    /// What is said to who the learner is.
    pub introduction: Vec<Text>,
    /// What is said to thanks in the middle of a talk.
    pub thanks: Vec<Text>,
    /// What is said to "sorry, I'm nervous", "sorry, that was a silly question": there is nothing to be sorry
    /// for.
    pub comfort: Vec<Text>,
    /// What is said to "may I take notes?" and other requests for leave that are not about a name.
    pub go_ahead: Vec<Text>,
    /// What is said to "I see", "wow".
    pub acknowledgement: Vec<Text>,
    /// What is said to "so it sounds like…".
    pub reflection: Vec<Text>,
    /// What is said to something the learner tells of themselves.
    pub answer: Vec<Text>,
    /// What is said to "do you still have time?". `{minutes}` is what is left.
    pub time_check: Vec<Text>,
    /// What is said to "can I get you a coffee?".
    pub coffee_offer: Vec<Text>,
    /// What is said to "may I write to you?", at neutral rapport and above.
    pub keep_in_touch: Vec<Text>,
    /// What is said to "may I write to you?", at cool rapport.
    pub keep_in_touch_cool: Vec<Text>,
    /// What is said to a request for a job, the first time: the door closes a little.
    pub job_ask: Vec<Text>,
    /// What is said to a request for a job, the second time: the talk winds down.
    pub job_ask_again: Vec<Text>,
    /// What is said to something unkind, the first time.
    pub rude: Vec<Text>,
    /// What is said to something unkind, the second time: the talk ends.
    pub rude_again: Vec<Text>,
    /// What is said to something that has nothing to do with the talk.
    pub off_topic: Vec<Text>,
    /// What is said to something that cannot be made out.
    pub unclear: Vec<Text>,
    /// What is said to an empty line: someone who fills silences goes on. `{thread}` is a topic not touched
    /// yet.
    pub silence: Vec<Text>,
    /// What is said to an empty line, when nothing comes to mind to fill it.
    pub silence_again: Vec<Text>,
    /// What is said to a bank topic this scenario does not answer: "not my area".
    pub unscripted: Vec<Text>,
    /// What is said when two topics were heard alike: `{a}` and `{b}` name them.
    pub between: Vec<Text>,
    /// What is said when everything on a topic has been told: `{gist}` is the last thing said on it.
    pub exhausted: Vec<Text>,
    /// What is said when the same thing is asked again: `{gist}` is what was said.
    pub repeated: Vec<Text>,
    /// What is said when an answer has a gate and no `else` of its own.
    pub held: Vec<Text>,
    /// What is said before the answer to a leading question that has no correction of its own.
    pub leading: Vec<Text>,
    /// What is said before the answer to two questions in one.
    pub stacked: Vec<Text>,
    /// What is said before the answer to something that stands on the web.
    pub on_web: Vec<Text>,
    /// What is said when the learner asks on and there is nothing to go on from.
    pub nothing_to_follow: Vec<Text>,
    /// What is said to "why?", when the last answer has no reason to add.
    pub follow_why: Vec<Text>,
    /// What is said to "how so?", when the last answer has no more detail.
    pub follow_how: Vec<Text>,
    /// What is said to "for instance?", when the last answer has no example.
    pub follow_example: Vec<Text>,
    /// What is said to "what was that like?", when the last answer has no feeling to add.
    pub follow_feel: Vec<Text>,
    /// What is said to "tell me more", when the last answer has no more.
    pub follow_more: Vec<Text>,
    /// What is said to "when was that?".
    pub follow_when: Vec<Text>,
    /// What is said to "who was that?".
    pub follow_who: Vec<Text>,
    /// What is said to "and then?".
    pub follow_result: Vec<Text>,
    /// What is said at good rapport, before a counter-question: curiosity is noticed.
    pub curiosity: Vec<Text>,
    /// What is joined to a reply when time runs short. `{minutes}` is what is left.
    pub time_mention: Vec<Text>,
    /// What is joined to a reply when time is up.
    pub time_up: Vec<Text>,
}

/// What is said when the learner asks for someone else to talk to.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Referral {
    /// What is said at low rapport or too early: "let me think".
    pub think: Vec<Text>,
    /// What is said at cool rapport: a graceful no.
    pub refuse: Vec<Text>,
    /// What is said when all contacts have been named.
    pub no_more: Vec<Text>,
    /// What is said to "may I mention your name?", yes. `{contact}` is the contact's name.
    pub permission_yes: Vec<Text>,
    /// What is said to "may I mention your name?", no.
    pub permission_no: Vec<Text>,
    /// What is said to "may I mention your name?", when nobody has been named.
    pub permission_nobody: Vec<Text>,
}

/// How the talk ends.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Closing {
    /// What is said to thanks near the end.
    pub thanks: Vec<Text>,
    /// What is said to "goodbye", at warm rapport and above.
    pub warm: Vec<Text>,
    /// What is said to "goodbye", at neutral rapport.
    pub neutral: Vec<Text>,
    /// What is said to "goodbye", at cool rapport.
    pub cool: Vec<Text>,
    /// What is said when the interviewee has to go.
    pub overrun: Vec<Text>,
}

/// What is written back to the message that asks for the talk. Silence needs no words.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Outreach {
    /// What is written back to say yes, on a condition.
    pub yes: Vec<Text>,
    /// What is written back to say: not now.
    pub not_now: Vec<Text>,
    /// What is written back to a message that asks for a job.
    pub no_job: Vec<Text>,
    /// What is written back to "who else could I ask?", after a no.
    pub someone_else: Vec<Text>,
    /// What is written back to anything else, after a no.
    pub leave_it: Vec<Text>,
}

/// What an interviewee does in a talk that practises awkward turns, or in every talk; each happens once at most.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Awkward {
    /// "So what do you want from me?", joined to the first reply.
    pub what_do_you_want: AwkwardTurn,
    /// Somebody or something interrupts, in the middle of the talk.
    pub interrupted: AwkwardTurn,
    /// "Just apply online", said of getting in.
    pub apply_online: AwkwardTurn,
    /// No name, when the learner asks who else to talk to.
    pub no_referral: AwkwardTurn,
}

/// One awkward turn. Each is a list of variants; one is drawn.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct AwkwardTurn {
    /// What is said or happens.
    pub say: Vec<Text>,
    /// What is said to a line that meets it well; it stands before the reply to the rest of the line.
    pub well: Vec<Text>,
    /// What is said to any other line.
    pub otherwise: Vec<Text>,
    /// Whether it happens in every talk with this person, and not only in one that practises awkward turns. Without it, as the base has it, or else false.
    pub always: Option<bool>,
}

/// Two talks to learn from. Only the learner's lines are written; the replies come of playing them.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ModelTalk {
    /// The seed both are played with: with the same seed, the same wordings are drawn.
    pub seed: u64,
    /// The lines of a learner who asks as beginners do.
    pub weak: Vec<Text>,
    /// The lines of a learner who asks well.
    pub strong: Vec<Text>,
}

impl Answer {
    /// Whether anything keeps it back.
    #[must_use]
    pub fn is_gated(&self) -> bool {
        self.gate != Gate::default()
    }
}

impl Scenario {
    /// Every list of things the person says, each with its variants, in the order of the file format. A single
    /// text is a list of one.
    #[must_use]
    pub fn spoken(&self) -> Vec<&[Text]> {
        let mut spoken: Vec<&[Text]> = vec![&self.opening.say];
        for (_, answer) in self.answers() {
            spoken.extend(answer.short.iter().map(std::slice::from_ref));
            spoken.extend([answer.say.as_slice(), &answer.held, &answer.correct]);
            spoken.extend(answer.follow.iter().map(|follow| follow.say.as_slice()));
        }
        for contact in &self.contacts {
            spoken.extend([contact.introduce.as_slice(), &contact.name_only]);
        }
        for counter in &self.counters {
            spoken.extend([counter.ask.as_slice(), &counter.again, &counter.received]);
        }
        let lists = self.reactions.lists().into_iter().chain(self.referral.lists());
        let lists = lists.chain(self.closing.lists()).chain(self.outreach.lists());
        spoken.extend(lists.map(|(_, texts)| texts.as_slice()));
        for (_, turn) in self.awkward.turns() {
            spoken.extend(turn.lists().into_iter().map(|(_, texts)| texts.as_slice()));
        }
        spoken
    }

    /// How demanding the interviewee is, 1 gentle to 5 demanding; 1 when the file does not say.
    #[must_use]
    pub fn difficulty(&self) -> u8 {
        self.difficulty.as_ref().map_or(1, |difficulty| *difficulty.value())
    }

    /// The interviewee's full name.
    #[must_use]
    pub fn name(&self) -> &str {
        self.interviewee.as_ref().map_or("the interviewee", |interviewee| interviewee.name.as_str())
    }

    /// What the learner would call the interviewee: the first word of the name.
    #[must_use]
    pub fn first_name(&self) -> &str {
        self.name().split_whitespace().next().unwrap_or_default()
    }

    /// What kind of talker the interviewee is.
    #[must_use]
    pub fn temperament(&self) -> Temperament {
        self.interviewee.as_ref().map_or_else(Temperament::default, |who| who.temperament.clone())
    }

    /// What was agreed, in minutes; 20 when the file does not say.
    #[must_use]
    pub fn minutes(&self) -> u32 {
        self.time.as_ref().map_or(20, |time| *time.minutes.value())
    }

    /// With how many minutes left the interviewee mentions the time.
    #[must_use]
    pub fn mention_at(&self) -> u32 {
        self.time.as_ref().map_or_else(five, |time| time.mention_at)
    }

    /// The topic with this id.
    #[must_use]
    pub fn topic(&self, id: &str) -> Option<&Topic> {
        self.topics.iter().find(|topic| topic.id.value() == id)
    }

    /// The contact with this id.
    #[must_use]
    pub fn contact(&self, id: &str) -> Option<&Contact> {
        self.contacts.iter().find(|contact| contact.id.value() == id)
    }

    /// All answers, each with its topic.
    pub fn answers(&self) -> impl Iterator<Item = (&Topic, &Answer)> {
        self.topics.iter().flat_map(|topic| topic.answers.iter().map(move |answer| (topic, answer)))
    }

    /// The answer with this id, with its topic.
    #[must_use]
    pub fn answer(&self, id: &str) -> Option<(&Topic, &Answer)> {
        self.answers().find(|(_, answer)| answer.id.value() == id)
    }
}

impl FollowKind {
    /// All kinds, in the order in which they are looked for.
    pub const ALL: [Self; 8] = [
        Self::Why,
        Self::How,
        Self::Example,
        Self::Feel,
        Self::More,
        Self::When,
        Self::Who,
        Self::Result,
    ];

    /// The kind's word in packs, cases and logs.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Why => "why",
            Self::How => "how",
            Self::Example => "example",
            Self::Feel => "feel",
            Self::More => "more",
            Self::When => "when",
            Self::Who => "who",
            Self::Result => "result",
        }
    }

    /// A question that asks on in this way.
    #[must_use]
    pub const fn question(self) -> &'static str {
        match self {
            Self::Why => "Why was that?",
            Self::How => "How did you do that?",
            Self::Example => "Can you give me an example?",
            Self::Feel => "What was that like for you?",
            Self::More => "Tell me more about that.",
            Self::When => "When was that?",
            Self::Who => "Who was that?",
            Self::Result => "How did it turn out?",
        }
    }
}

impl Band {
    /// The band that a rapport of 0 to 100 lies in.
    #[must_use]
    pub const fn of(rapport: i32) -> Self {
        match rapport {
            ..25 => Self::Cool,
            25..50 => Self::Neutral,
            50..75 => Self::Warm,
            75.. => Self::Open,
        }
    }

    /// The least rapport of the band.
    #[must_use]
    pub const fn least(self) -> i32 {
        match self {
            Self::Cool => 0,
            Self::Neutral => 25,
            Self::Warm => 50,
            Self::Open => 75,
        }
    }

    /// The band's word in packs and on screens.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Cool => "cool",
            Self::Neutral => "neutral",
            Self::Warm => "warm",
            Self::Open => "open",
        }
    }
}

impl Fact {
    /// What the learner has done, as words on a screen.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Introduced => "said who you are",
            Self::SaidPurpose => "said what you hope to learn",
            Self::Thanked => "thanked them for the time",
            Self::DidHomework => "built on your homework",
            Self::CheckedTime => "checked the time",
            Self::AnsweredBack => "answered a question they asked back",
        }
    }
}
