//! What is held back, and what a person has from their base.

use coffeechat::coach::help::HelpLevel;
use coffeechat::coach::hint::hint;
use coffeechat::hearing::Ear;
use coffeechat::interviewee::{Person, Route};
use coffeechat::pack::{Pack, builtin, load};
use coffeechat::session::event::Event;
use coffeechat::session::{Label, Session};

use crate::small_pack;

fn pack(baker: &str) -> Pack {
    let (pack, found) =
        load::pack(small_pack::sources("scenarios/baker.toml", baker), &builtin::sources());
    assert!(!coffeechat::finding::any_error(&found), "{found:?}");
    pack
}

#[test]
fn a_hint_passes_by_what_is_held_back_until_its_gate_opens() {
    let pack = pack(&small_pack::BAKER.replace("rapport = \"neutral\"", "rapport = \"open\""));
    let baker = &pack.scenarios[0];
    let person = Person::new(&pack, baker, 1);
    let ear = Ear::new(&pack, Some(baker));
    let mut session = Session::open(person, &ear, HelpLevel::Full, Label::default());
    session.say("How did you get into this work?");
    assert!(hint(person, session.state(), 0).pointer.contains("sacks"));
    let events = session.say("Tell me about the sacks");
    let is_held = |event: &Event| matches!(event, Event::Replied(replied) if replied.reply.route == Route::Else);
    assert!(events.iter().any(is_held), "{events:?}");
    let mut state = session.state().clone();
    assert!(!hint(person, &state, 0).pointer.contains("sacks"), "it would be held back again");
    state.rapport = 100;
    assert!(hint(person, &state, 0).pointer.contains("sacks"), "it would be told now");
}

#[test]
fn an_awkward_turn_for_every_talk_is_taken_from_the_base_unless_the_scenario_says_otherwise() {
    const BASE: &str = "schema = 1\nid = \"shop\"\ntitle = \"A shop\"\nbase = true\n\
        [awkward.interrupted]\nalways = true\nsay = [\"The bell rings.\"]\n";
    let own = small_pack::BAKER.replace("extends = \"professional\"", "extends = \"shop\"");
    for (written, expected) in
        [("", Some(true)), ("\n[awkward.interrupted]\nalways = false\n", Some(false))]
    {
        let mut sources = small_pack::sources("scenarios/baker.toml", &format!("{own}{written}"));
        let mut file = sources[0].clone();
        file.path = "scenarios/shop.toml".to_owned();
        BASE.clone_into(&mut file.text);
        sources.push(file);
        let (pack, found) = load::pack(sources, &builtin::sources());
        let baker = pack.scenario("baker").unwrap_or_else(|| panic!("{found:?}"));
        assert_eq!(baker.awkward.interrupted.always, expected);
        assert_eq!(baker.awkward.interrupted.say.len(), 1);
    }
}
