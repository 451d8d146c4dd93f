//! The built-in pack, read once, and talks with the people in it.

use std::sync::LazyLock;

use coffeechat::coach::help::HelpLevel;
use coffeechat::hearing::Ear;
use coffeechat::interviewee::Person;
use coffeechat::pack::scenario::Scenario;
use coffeechat::pack::{Pack, builtin, load};
use coffeechat::session::{Label, Session};

pub(crate) static PACK: LazyLock<Pack> =
    LazyLock::new(|| load::built_in(builtin::sources(), None).0);

/// Everyone who can be met, each with an ear of their own.
pub(crate) static CAST: LazyLock<Vec<Met>> = LazyLock::new(|| {
    PACK.scenarios
        .iter()
        .map(|scenario| Met {
            scenario,
            ear: Ear::new(&PACK, Some(scenario)),
            ear_for_words: Ear::by_words_alone(&PACK, Some(scenario)),
        })
        .collect()
});

/// An ear for what anyone may be asked, as `assess` has it.
pub(crate) static EAR: LazyLock<Ear<'static>> = LazyLock::new(|| Ear::new(&PACK, None));

/// Someone who can be met.
pub(crate) struct Met {
    pub(crate) scenario: &'static Scenario,
    pub(crate) ear: Ear<'static>,
    /// Their ear for many thousand lines.
    pub(crate) ear_for_words: Ear<'static>,
}

impl Met {
    /// The id of the scenario.
    pub(crate) fn id(&self) -> &'static str {
        self.scenario.id.value()
    }

    /// The person, to be talked to with a seed.
    pub(crate) fn person(&self, seed: u64) -> Person<'static> {
        Person::new(&PACK, self.scenario, seed)
    }

    /// Begins a talk.
    pub(crate) fn talk(&self, seed: u64) -> Session<'_> {
        self.talk_by(&self.ear, seed)
    }

    /// Begins a talk of many lines, heard by their words alone.
    pub(crate) fn long_talk(&self, seed: u64) -> Session<'_> {
        self.talk_by(&self.ear_for_words, seed)
    }

    fn talk_by<'a>(&'a self, ear: &'a Ear<'static>, seed: u64) -> Session<'a> {
        Session::open(self.person(seed), ear, HelpLevel::Full, Label::default())
    }
}

/// The built-in pack.
pub(crate) fn pack() -> &'static Pack {
    &PACK
}

/// Someone in particular.
pub(crate) fn met(id: &str) -> &'static Met {
    CAST.iter().find(|met| met.id() == id).unwrap_or_else(|| panic!("nobody is called {id}"))
}
