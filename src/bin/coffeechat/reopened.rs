//! A run that is over, with the pack it was held in.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use anyhow::{Result, bail};
use coffeechat::hearing::Ear;
use coffeechat::interviewee::Person;
use coffeechat::pack::Pack;
use coffeechat::pack::scenario::Scenario;
use coffeechat::session::Session;
use coffeechat::session::event::Opened;

use crate::packs;
use crate::practice::saved::Saved;

/// A run that is over, with the pack it was held in.
pub(crate) struct Reopened {
    /// The run.
    pub(crate) saved: Saved,
    /// How it began.
    pub(crate) opened: Opened,
    /// The pack; the scenario of the run is in it.
    pub(crate) pack: Rc<Pack>,
}

impl Reopened {
    /// Opens the pack of a run, or the one in `folder`. None when there are errors in the pack, which are
    /// shown.
    ///
    /// # Errors
    /// When the file holds no talk, or the pack has no such scenario any more.
    pub(crate) fn open(saved: Saved, folder: Option<&Path>) -> Result<Option<Self>> {
        let Some(opened) = saved.opened().cloned() else {
            bail!("`{}` holds no talk", saved.path.display());
        };
        let folder = folder.map(PathBuf::from).or_else(|| opened.pack.as_ref().map(PathBuf::from));
        let only = folder.is_none().then_some(opened.scenario.as_str());
        let Some(pack) = packs::open(folder.as_deref(), only)? else { return Ok(None) };
        Self::of(saved, opened, Rc::new(pack)).map(Some)
    }

    fn of(saved: Saved, opened: Opened, pack: Rc<Pack>) -> Result<Self> {
        if pack.scenario(&opened.scenario).is_none() {
            bail!(
                "the pack has no scenario `{}` any more; `--pack PACK` names another",
                opened.scenario
            );
        }
        Ok(Self { saved, opened, pack })
    }

    /// Whom it was with.
    pub(crate) fn scenario(&self) -> &Scenario {
        let scenario = self.pack.scenario(&self.opened.scenario);
        scenario.expect("it was looked for when the run was opened")
    }

    /// The run, folded from its events. What was heard is in them, so the ear is only for what comes.
    pub(crate) fn session<'a>(&'a self, ear: &'a Ear<'a>) -> Session<'a> {
        let (scenario, seed) = (self.scenario(), self.opened.seed);
        let person =
            Person { awkward: self.opened.awkward, ..Person::new(&self.pack, scenario, seed) };
        Session::resume(person, ear, self.opened.help, self.saved.events.clone())
    }
}

/// Packs that were opened, so that many runs with the same people open each pack once.
#[derive(Default)]
pub(crate) struct Shelf {
    packs: BTreeMap<Option<String>, Option<Rc<Pack>>>,
}

impl Shelf {
    /// A run with its pack; none if either is not to be had any more, which is no trouble here.
    pub(crate) fn reopen(&mut self, saved: Saved) -> Option<Reopened> {
        let opened = saved.opened()?.clone();
        let pack = self.pack_of(&opened)?;
        Reopened::of(saved, opened, pack).ok()
    }

    /// The name of the person a run was with.
    pub(crate) fn name_of(&mut self, opened: &Opened) -> Option<String> {
        let pack = self.pack_of(opened)?;
        Some(pack.scenario(&opened.scenario)?.name().to_owned())
    }

    fn pack_of(&mut self, opened: &Opened) -> Option<Rc<Pack>> {
        let pack = self.packs.entry(opened.pack.clone()).or_insert_with(|| {
            let folder = opened.pack.as_ref().map(Path::new);
            packs::open_quietly(folder).map(Rc::new)
        });
        pack.clone()
    }
}
