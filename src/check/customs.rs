//! Customs that want a reason, and what might be somebody's own: numbers and addresses.

use super::rules;
use crate::finding::Finding;
use crate::pack::Pack;
use crate::pack::manifest::Etiquette;
use crate::pack::placed::Text;
use crate::pack::scenario::Scenario;
use crate::text::contact_details::{address, phone_number};

/// Checks every text of a scenario's own file for what may belong to a real person.
pub(super) fn check_texts(file: &str, own: &Scenario, found: &mut Vec<Finding>) {
    let spoken = own.spoken().into_iter().flatten();
    let brief = own.brief.how_met.iter().chain(&own.brief.facts).chain(&own.opening.scene);
    let who = own.interviewee.iter().flat_map(|who| [&who.name, &who.role, &who.organisation]);
    let contacts =
        own.contacts.iter().flat_map(|contact| [&contact.name, &contact.role, &contact.reason]);
    for text in spoken.chain(brief).chain(who).chain(contacts) {
        check_text(file, text, found);
    }
}

fn check_text(file: &str, text: &Text, found: &mut Vec<Finding>) {
    if let Some(number) = phone_number(text) {
        let message = format!("“{number}” may be somebody's telephone number");
        found.push(Finding::new(&rules::REAL_PHONE_NUMBER, file, text.span(), message));
    }
    if let Some(address) = address(text) {
        let message = format!("“{address}” may be somebody's address");
        found.push(Finding::new(&rules::REAL_ADDRESS, file, text.span(), message));
    }
}

/// Checks that a custom other than the usual one has a reason of its own.
pub(super) fn check_manifest(pack: &Pack, found: &mut Vec<Finding>) {
    let Some(manifest) = &pack.manifest else { return };
    let (own, usual) = (&manifest.etiquette, Etiquette::default());
    let customs = [
        (
            "thank_you",
            own.thank_you.within_hours != usual.thank_you.within_hours,
            own.thank_you.reason == usual.thank_you.reason,
        ),
        ("pays", own.pays.who != usual.pays.who, own.pays.reason == usual.pays.reason),
        ("salary", own.salary.ask != usual.salary.ask, own.salary.reason == usual.salary.reason),
        ("resume", own.resume.show != usual.resume.show, own.resume.reason == usual.resume.reason),
    ];
    for (name, is_other, is_unsaid) in customs {
        if is_other && is_unsaid {
            let message =
                format!("`[etiquette.{name}]` differs from the usual and has no `reason`");
            let rule = &rules::CUSTOM_WITHOUT_REASON;
            found.push(Finding::new(rule, "pack.toml", place_of(pack, name), message));
        }
    }
}

/// Where the table of a custom begins in `pack.toml`.
fn place_of(pack: &Pack, name: &str) -> std::ops::Range<usize> {
    let text = pack.sources.iter().find(|source| source.path == "pack.toml");
    let text = text.map_or("", |source| source.text.as_str());
    let header = format!("[etiquette.{name}]");
    match text.find(&header) {
        Some(start) => start..start + header.len(),
        // Written in another way, such as an inline table: the section is what can be shown.
        None => text.find("etiquette").map_or(0..0, |start| start..start + "etiquette".len()),
    }
}
