//! Simulated learners: the same from the same seeds, and able to tell a person who rewards listening from one who
//! does not.

use std::collections::BTreeMap;

use coffeechat::disk::Source;
use coffeechat::hearing::Ear;
use coffeechat::interviewee::Person;
use coffeechat::pack::{Pack, builtin, load};
use coffeechat::simulate::balance;
use coffeechat::simulate::learner::{Kind, Questions};
use coffeechat::simulate::{Sums, Tally, kind_of, talk};

/// The starter pack, with the text of its person changed.
fn starter(change: impl Fn(&str) -> String) -> Pack {
    let files = coffeechat::scaffold::pack("starter").into_iter().map(|file| {
        let is_person = file.path.starts_with("scenarios/");
        let text = if is_person { change(&file.text) } else { file.text };
        Source { path: file.path, text, unreadable: None }
    });
    let (pack, _) = load::pack(files.collect(), &builtin::sources());
    pack
}

/// What comes of so many talks, from the seed 1 on.
fn played(pack: &Pack, talks: u32) -> Tally {
    let scenario = &pack.scenarios[0];
    let ear = Ear::new(pack, Some(scenario));
    let questions = Questions::of(pack, scenario, &ear);
    let mut tally = Tally::default();
    for number in 0..talks {
        let person = Person::new(pack, scenario, 1 + u64::from(number));
        let kind = kind_of(number);
        tally.add(kind, scenario, &talk::talk(person, &ear, &questions, kind));
    }
    tally
}

#[test]
fn the_same_seeds_give_the_same_talks() {
    let pack = starter(str::to_owned);
    let scenario = &pack.scenarios[0];
    let ear = Ear::new(&pack, Some(scenario));
    let questions = Questions::of(&pack, scenario, &ear);
    for kind in Kind::ALL {
        let talk = |seed| talk::talk(Person::new(&pack, scenario, seed), &ear, &questions, kind);
        assert_eq!(talk(3).exchanges, talk(3).exchanges, "{}", kind.word());
        assert_ne!(talk(3).exchanges, talk(4).exchanges, "{}", kind.word());
    }
}

#[test]
fn every_kind_of_learner_has_talks() {
    let kinds: Vec<Kind> = (0..28).map(kind_of).collect();
    for kind in Kind::ALL {
        assert!(kinds.contains(&kind), "{}", kind.word());
    }
}

#[test]
fn listening_pays_with_the_starter_and_everything_in_it_is_come_by() {
    let pack = starter(str::to_owned);
    let scenario = &pack.scenarios[0];
    let tally = played(&pack, 112);
    assert_eq!(balance::unbalanced(&tally), Vec::<String>::new());
    let person = Person::new(&pack, scenario, 1);
    assert_eq!(balance::farmed(person, &Ear::new(&pack, Some(scenario))), []);
    let coverage = balance::coverage(scenario, &tally);
    for what in ["answers", "gems", "contacts", "questions back"] {
        let counted = coverage.iter().find(|counted| counted.what == what).unwrap();
        assert!(counted.all > 0 && counted.never.is_empty(), "{counted:?}");
    }
}

/// Talks of one kind of learner, by what came of each: gems, referrals and rapport.
fn sums(kind: Kind, gems: u32, referrals: u32, rapport: i64) -> (Kind, Sums) {
    let sums = Sums { talks: 10, gems, referrals, rapport: rapport * 10, ..Sums::default() };
    (kind, sums)
}

#[test]
fn where_listening_does_not_pay_it_is_said() {
    let rising = || {
        BTreeMap::from([
            sums(Kind::JobHunter, 0, 0, 5),
            sums(Kind::ClosedAsker, 0, 0, 20),
            sums(Kind::ChecklistReader, 1, 9, 60),
            sums(Kind::CuriousListener, 20, 10, 90),
        ])
    };
    let cases: [((Kind, Sums), &[&str]); 5] = [
        (sums(Kind::Silent, 0, 0, 40), &[]),
        (
            sums(Kind::JobHunter, 0, 0, 30),
            &["the job-hunter has more rapport than the closed-question asker"],
        ),
        (
            sums(Kind::ChecklistReader, 20, 9, 60),
            &["the checklist reader has as many gems as the curious listener"],
        ),
        (
            sums(Kind::Flatterer, 0, 10, 90),
            &[
                "the flatterer has as many referrals as the curious listener",
                "the flatterer has as much rapport as the curious listener",
            ],
        ),
        (
            sums(Kind::CuriousListener, 0, 10, 90),
            &["the checklist reader has more gems than the curious listener"],
        ),
    ];
    for ((kind, sums), expected) in cases {
        let mut by_kind = rising();
        by_kind.insert(kind, sums);
        let tally = Tally { by_kind, ..Tally::default() };
        assert_eq!(balance::unbalanced(&tally), expected, "{}", kind.word());
    }
}

/// An answer that waits for what never comes is never told.
#[test]
fn what_nobody_comes_by_is_named() {
    let pack = starter(|text| {
        text.replace("after = [\"safe-padlock\"], rapport = \"warm\"", "minutes = 40")
    });
    let scenario = &pack.scenarios[0];
    let coverage = balance::coverage(scenario, &played(&pack, 28));
    let gems = coverage.iter().find(|counted| counted.what == "gems").unwrap();
    assert!(gems.never.contains(&"safe-bulb".to_owned()), "{gems:?}");
}
