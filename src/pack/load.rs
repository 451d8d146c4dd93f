//! From files to a pack.

use std::collections::BTreeSet;

use super::bank::{Bank, BankTopic};
use super::case::{Case, CaseFile};
use super::declared::{Declared, InBanks, stem};
use super::inherit;
use super::manifest::Manifest;
use super::placed::Text;
use super::read::{self, Block, finding};
use super::scenario::{Scenario, Topic};
use super::unknown::unknown;
use super::{Pack, references, rules, stray, version, writing};
use crate::disk::Source;
use crate::finding::{self, Finding};

/// Reads a pack that stands by itself: the built-in one.
///
/// With `only`, of the scenarios just that one and the bases are read, and no cases: what a talk needs,
/// in a fraction of the time. The built-in pack is checked whole by the tests.
#[must_use]
pub fn built_in(sources: Vec<Source>, only: Option<&str>) -> (Pack, Vec<Finding>) {
    let Some(only) = only else { return pack(sources, &[]) };
    let is_needed = |source: &Source| {
        let is_scenario = source.path.starts_with("scenarios/");
        let is_case = source.path.starts_with("cases/");
        !is_case && (!is_scenario || says_base(source) || stem(source) == only)
    };
    let (needed, others): (Vec<Source>, Vec<Source>) = sources.into_iter().partition(is_needed);
    let (mut pack, found) = pack_of(needed, &[], &others);
    pack.sources.extend(others);
    pack.sources.sort_by(|a, b| a.path.cmp(&b.path));
    (pack, found)
}

/// Whether a file says that it is a base, by its text alone: without parsing it.
#[must_use]
pub fn says_base(source: &Source) -> bool {
    source.text.lines().any(|line| line.trim() == "base = true")
}

/// Reads a pack that builds on the question banks and bases of the built-in one, whose files are
/// `built_in`.
#[must_use]
pub fn pack(sources: Vec<Source>, built_in: &[Source]) -> (Pack, Vec<Finding>) {
    let (sources, strays) = stray::set_aside(sources);
    let (pack, mut found) = pack_of(sources, built_in, &[]);
    found.extend(strays);
    finding::sort(&mut found);
    (pack, found)
}

/// Reads `sources`; `others` are files of the same pack that are known to be there and not read.
fn pack_of(sources: Vec<Source>, built_in: &[Source], others: &[Source]) -> (Pack, Vec<Finding>) {
    let mut found = Vec::new();
    let manifest = read_manifest(&sources, &mut found);

    let mut unsaid = Vec::new(); // the built-in pack has its own check
    let own_banks: Vec<(&Source, Bank)> = in_folder(&sources, "question_banks/")
        .filter_map(|source| Some((source, read_bank(source, &mut found)?)))
        .collect();
    let banks_are_read = !found.iter().any(|finding| finding.file.starts_with("question_banks/"));
    let files: Vec<(&Source, &Bank)> = own_banks.iter().map(|(file, bank)| (*file, bank)).collect();
    references::check_banks(&files, &mut found);
    let mut banks: Vec<Bank> = own_banks.into_iter().map(|(_, bank)| bank).collect();
    let own_banks = banks.len();
    // A topic of the pack's own stands for the built-in one of the same id.
    let own: BTreeSet<String> =
        banks.iter().flat_map(|bank| &bank.topics).map(|topic| topic.id.value().clone()).collect();
    for source in in_folder(built_in, "question_banks/") {
        banks.extend(read_bank(source, &mut unsaid).map(|mut bank| {
            bank.topics.retain(|topic| !own.contains(topic.id.value()));
            bank
        }));
    }

    let mut drafts: Vec<Draft> = Vec::new();
    for source in in_folder(&sources, "scenarios/") {
        drafts.extend(read_scenario(source, &mut found));
    }
    let bases: Vec<Draft> = in_folder(built_in, "scenarios/")
        .filter_map(|source| read_scenario(source, &mut unsaid))
        .filter(|draft| draft.scenario.base)
        .collect();
    let declared: Vec<String> =
        [ids_in(&sources, "scenarios/"), ids_in(others, "scenarios/")].concat();

    let topics = InBanks { banks: &banks, are_read: banks_are_read };
    let mut scenarios = Vec::new();
    for draft in &drafts {
        let source = draft.source;
        let own = &draft.scenario;
        let base = match &own.extends {
            None => None,
            Some(name) => {
                let base = drafts
                    .iter()
                    .chain(&bases)
                    .find(|base| base.scenario.base && base.scenario.id == *name);
                // One that was read and is no base cannot be extended; one that could not be read may be a base.
                let is_read = drafts.iter().any(|other| other.scenario.id == *name);
                if base.is_none() && (is_read || !declared.contains(name.value())) {
                    let known = drafts.iter().chain(&bases).filter(|draft| draft.scenario.base);
                    let ids = known.map(|draft| draft.scenario.id.as_str());
                    found.push(no_such_base(source, name, ids, is_read));
                }
                base
            }
        };
        if own.base {
            if let Some(name) = &own.extends {
                let message =
                    format!("`{}` is a base and extends `{}`", own.id.value(), name.value());
                found.push(finding(source, &rules::BASE_OF_BASE, name.span(), message));
            }
            writing::check(source, own, &mut found);
            references::check(source, own, own, &draft.declared, topics, &mut found);
            continue;
        }
        let whole = match base {
            Some(base) => inherit::completed(own.clone(), &base.scenario),
            None => own.clone(),
        };
        let base_is_known = own.extends.is_none() || base.is_some();
        let is_whole = draft.declared.all_read;
        writing::check(source, own, &mut found);
        references::check(source, own, &whole, &draft.declared, topics, &mut found);
        if base_is_known && is_whole {
            references::check_complete(source, &whole, &mut found);
        }
        scenarios.push(whole);
    }
    let written = drafts.iter().map(|draft| (draft.source.path.clone(), draft.scenario.clone()));
    let written = written.collect();

    let mut cases = Vec::new();
    for source in in_folder(&sources, "cases/") {
        if let Some(file) = read_cases(source, &mut found) {
            let draft = drafts.iter().find(|draft| draft.scenario.id == file.scenario);
            let own = draft.map(|draft| &draft.declared);
            let known = (declared.as_slice(), topics);
            references::check_cases(source, &file, &scenarios, own, known, &mut found);
            cases.push((source.path.clone(), file));
        }
    }
    references::check_amount(&sources, &banks, &scenarios, &mut found);
    if let Some(manifest) = &manifest {
        let file = sources.iter().find(|source| source.path == "pack.toml").unwrap_or(&sources[0]);
        references::check_manifest(file, manifest, &scenarios, &declared, &mut found);
    }
    finding::sort(&mut found);
    (Pack { manifest, banks, own_banks, scenarios, written, cases, sources }, found)
}

/// A finding on an `extends` that names no base; `is_read` says that there is a scenario of this name.
fn no_such_base<'a>(
    source: &Source,
    name: &Text,
    bases: impl Iterator<Item = &'a str>,
    is_read: bool,
) -> Finding {
    let found = unknown(&rules::UNKNOWN_BASE, &source.path, name, "base", bases);
    if is_read {
        return found
            .with_help("only a file with `base = true` can be extended, such as `professional`");
    }
    found
}

/// A scenario as its own file has it, with the ids that its file names, even those in blocks that
/// could not be read: so that a misspelt key does not make every mention of its block a mistake.
struct Draft<'a> {
    source: &'a Source,
    scenario: Scenario,
    declared: Declared,
}

fn in_folder<'a>(sources: &'a [Source], folder: &str) -> impl Iterator<Item = &'a Source> {
    sources.iter().filter(move |source| source.path.starts_with(folder))
}

fn ids_in(sources: &[Source], folder: &str) -> Vec<String> {
    in_folder(sources, folder).map(|source| stem(source).to_owned()).collect()
}

fn read_manifest(sources: &[Source], found: &mut Vec<Finding>) -> Option<Manifest> {
    let source = sources.iter().find(|source| source.path == "pack.toml")?;
    version::check(source, found);
    read::file(source, found, |file, found| file.read(source, found))
}

fn read_bank(source: &Source, found: &mut Vec<Finding>) -> Option<Bank> {
    read::file(source, found, |mut file, found| {
        let topics = file.take("topic");
        let mut bank: Bank = file.read(source, found)?;
        for mut block in topics {
            let questions = block.take("question");
            let topic = block.read::<BankTopic>(source, found);
            let questions = all(questions, source, found);
            bank.topics.extend(topic.map(|topic| BankTopic { questions, ..topic }));
        }
        Some(bank)
    })
}

fn read_scenario<'a>(source: &'a Source, found: &mut Vec<Finding>) -> Option<Draft<'a>> {
    read::file(source, found, |mut file, found| {
        let topics = file.take("topic");
        let contacts = file.take("contact");
        let counters = file.take("counter");
        let has_nameless = file.has_blocks();
        let found_before = found.len();
        let scenario = file.read::<Scenario>(source, found);
        let all_read = found.len() == found_before;
        let mut declared = Declared { all_read, has_nameless, ..Declared::default() };
        declared.contacts = declared.names(&contacts);
        let mut read_topics = Vec::new();
        for mut block in topics {
            let answers = block.take("answer");
            let id = declared.names(std::slice::from_ref(&block));
            declared.topics.extend(id.clone());
            let ids = declared.names(&answers);
            declared.answers.extend(ids);
            declared.has_nameless |= block.has_blocks();
            let found_before = found.len();
            let topic = block.read::<Topic>(source, found);
            if found.len() > found_before {
                declared.misread_topics.extend(id);
            }
            let answers = all(answers, source, found);
            read_topics.extend(topic.map(|topic| Topic { answers, ..topic }));
        }
        let contacts = all(contacts, source, found);
        let counters = all(counters, source, found);
        let scenario = Scenario { topics: read_topics, contacts, counters, ..scenario? };
        Some(Draft { source, scenario, declared })
    })
}

fn read_cases(source: &Source, found: &mut Vec<Finding>) -> Option<CaseFile> {
    read::file(source, found, |mut file, found| {
        let blocks = file.take("case");
        let mut cases: CaseFile = file.read(source, found)?;
        for mut block in blocks {
            let lines = block.take("line");
            let case = block.read::<Case>(source, found);
            let lines = all(lines, source, found);
            cases.cases.extend(case.map(|case| Case { lines, ..case }));
        }
        Some(cases)
    })
}

fn all<T: serde::de::DeserializeOwned>(
    blocks: Vec<Block<'_>>,
    source: &Source,
    found: &mut Vec<Finding>,
) -> Vec<T> {
    blocks.into_iter().filter_map(|block| block.read(source, found)).collect()
}
