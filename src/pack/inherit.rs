//! What a scenario takes over from its base: one level, and what stands in the scenario always wins.
//!
//! Lists of things to say are taken over whole or not at all; topics, contacts and counter-questions
//! are taken over one by one, by id.

use super::placed::Text;
use super::scenario::{
    Awkward, AwkwardTurn, Brief, Closing, Opening, Outreach, Reactions, Referral, Scenario,
};

/// The scenario, completed from its base.
pub(super) fn completed(mut scenario: Scenario, base: &Scenario) -> Scenario {
    take_over(&mut scenario.field, base.field.as_ref());
    take_over(&mut scenario.difficulty, base.difficulty.as_ref());
    take_over(&mut scenario.manner, base.manner.as_ref());
    take_over(&mut scenario.interviewee, base.interviewee.as_ref());
    take_over(&mut scenario.time, base.time.as_ref());
    let Brief { how_met, facts } = &mut scenario.brief;
    take_over(how_met, base.brief.how_met.as_ref());
    lines(facts, &base.brief.facts);
    let Opening { scene, say } = &mut scenario.opening;
    take_over(scene, base.opening.scene.as_ref());
    lines(say, &base.opening.say);
    by_id(&mut scenario.topics, &base.topics, |topic| topic.id.value());
    by_id(&mut scenario.contacts, &base.contacts, |contact| contact.id.value());
    by_id(&mut scenario.counters, &base.counters, |counter| counter.id.value());
    for (own, theirs) in scenario.reactions.lists_mut().into_iter().zip(base.reactions.lists()) {
        lines(own, theirs.1);
    }
    for (own, theirs) in scenario.referral.lists_mut().into_iter().zip(base.referral.lists()) {
        lines(own, theirs.1);
    }
    for (own, theirs) in scenario.closing.lists_mut().into_iter().zip(base.closing.lists()) {
        lines(own, theirs.1);
    }
    for (own, theirs) in scenario.outreach.lists_mut().into_iter().zip(base.outreach.lists()) {
        lines(own, theirs.1);
    }
    for (own, theirs) in scenario.awkward.turns_mut().into_iter().zip(base.awkward.turns()) {
        for (own, theirs) in own.lists_mut().into_iter().zip(theirs.1.lists()) {
            lines(own, theirs.1);
        }
        take_over(&mut own.always, theirs.1.always.as_ref());
    }
    scenario
}

fn take_over<T: Clone>(own: &mut Option<T>, theirs: Option<&T>) {
    if own.is_none() {
        *own = theirs.cloned();
    }
}

fn lines(own: &mut Vec<Text>, theirs: &[Text]) {
    if own.is_empty() {
        *own = theirs.to_vec();
    }
}

fn by_id<T: Clone>(own: &mut Vec<T>, theirs: &[T], id: impl Fn(&T) -> &String) {
    for item in theirs {
        if !own.iter().any(|known| id(known) == id(item)) {
            own.push(item.clone());
        }
    }
}

/// Gives a struct of lists its lists, by name, in the order they are declared; what is no list stands last.
macro_rules! lists {
    ($type:ident: $($list:ident)+ $(; $other:ident)?) => {
        impl $type {
            /// Every list with its key, in the order of the type.
            #[must_use]
            pub fn lists(&self) -> Vec<(&'static str, &Vec<Text>)> {
                let $type { $($list),+ $(, $other: _)? } = self;
                vec![$((stringify!($list), $list)),+]
            }

            fn lists_mut(&mut self) -> Vec<&mut Vec<Text>> {
                let $type { $($list),+ $(, $other: _)? } = self;
                vec![$($list),+]
            }
        }
    };
}

impl Awkward {
    /// Every turn with its key, in the order of the type.
    #[must_use]
    pub fn turns(&self) -> [(&'static str, &AwkwardTurn); 4] {
        let Self { what_do_you_want, interrupted, apply_online, no_referral } = self;
        [
            ("what_do_you_want", what_do_you_want),
            ("interrupted", interrupted),
            ("apply_online", apply_online),
            ("no_referral", no_referral),
        ]
    }

    fn turns_mut(&mut self) -> [&mut AwkwardTurn; 4] {
        let Self { what_do_you_want, interrupted, apply_online, no_referral } = self;
        [what_do_you_want, interrupted, apply_online, no_referral]
    }
}

lists!(Reactions: greeting purpose introduction thanks comfort go_ahead acknowledgement reflection answer time_check
    coffee_offer keep_in_touch keep_in_touch_cool job_ask job_ask_again rude rude_again off_topic
    unclear silence silence_again unscripted between exhausted repeated held leading stacked on_web
    nothing_to_follow follow_why follow_how follow_example follow_feel follow_more follow_when
    follow_who follow_result curiosity time_mention time_up);
lists!(Referral: think refuse no_more permission_yes permission_no permission_nobody);
lists!(Closing: thanks warm neutral cool overrun);
lists!(AwkwardTurn: say well otherwise; always);
lists!(Outreach: yes not_now no_job someone_else leave_it);
