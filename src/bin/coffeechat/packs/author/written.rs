//! What is written to the pack: a wording for a topic, and a case. Everything else in the files stays as it is.

use coffeechat::disk;
use coffeechat::edit::{self, NewLine};
use coffeechat::hearing::heard::Act;
use coffeechat::interviewee::Route;
use coffeechat::interviewee::state::State;
use coffeechat::pack::Pack;
use coffeechat::pack::scenario::Scenario;
use coffeechat::session::said::Said;
use coffeechat::text::clean;
use coffeechat::text::closest::closest;

use super::desk::Desk;
use super::talk::{Came, Step, Talk};

/// Adds a wording to a topic, in the scenario's file; gives the file, and the wording as it was written. Or says
/// why not.
pub(super) fn wording(
    desk: &Desk,
    scenario: &Scenario,
    topic: &str,
    wording: &str,
) -> Result<(String, String), String> {
    if scenario.topic(topic).is_none() {
        return Err(unknown_topic(&desk.pack, scenario, topic));
    }
    let wording = clean::line(wording).trim_matches(['"', '“', '”']).trim().to_owned();
    if wording.is_empty() {
        return Err("an empty line asks about nothing".to_owned());
    }
    let known = desk.pack.written.iter().find(|(_, written)| written.id == scenario.id);
    let path = known.map(|(path, _)| path.clone()).unwrap_or_default();
    let changed = edit::add_ask(text_of(desk, &path)?, topic, &wording)?;
    replace(desk, &path, &changed)?;
    Ok((path, wording))
}

fn unknown_topic(pack: &Pack, scenario: &Scenario, topic: &str) -> String {
    let name = scenario.id.value();
    let own = scenario.topics.iter().map(|topic| topic.id.as_str());
    if pack.bank_topic(topic).is_some() {
        return format!(
            "`{topic}` is a topic of the question bank that {name} has nothing on; \
             `coffeechat pack new topic {name} {topic}` begins one"
        );
    }
    match closest(topic, own) {
        Some(meant) => format!("{name} has no topic `{topic}`; did you mean `{meant}`?"),
        None => format!("{name} has no topic `{topic}`; /topics lists them"),
    }
}

/// Adds the talk so far to the scenario's cases; gives the file and the name of the case. Or says why not.
pub(super) fn case(
    desk: &Desk,
    scenario: &Scenario,
    name: &str,
) -> Result<(String, String), String> {
    let id = as_id(name);
    if id.is_empty() {
        return Err("a case needs a name: /case picks-up-the-thread".to_owned());
    }
    if i64::try_from(desk.seed).is_err() {
        return Err(format!(
            "the seed {} is too large for a file; choose a smaller /seed",
            desk.seed
        ));
    }
    let lines = lines(&desk.talk)?;
    let name = scenario.id.value();
    let usual = format!("cases/{name}.toml");
    let others = desk.pack.cases.iter().filter(|(_, file)| file.scenario == scenario.id);
    let mut others: Vec<&String> = others.map(|(path, _)| path).collect();
    others.sort_by_key(|path| **path != usual);
    let path = others.first().map_or_else(|| usual.clone(), |path| (*path).clone());
    let mut all = desk.pack.cases.iter().filter(|(known, _)| *known == path);
    if all.any(|(_, file)| file.cases.iter().any(|case| *case.id.value() == id)) {
        return Err(format!("{path} has a case `{id}` already; choose another name"));
    }
    if others.is_empty() && desk.file(&path).is_none() {
        let head = format!("schema = 1\nscenario = \"{name}\"\n");
        let text = edit::add_case(&head, &id, desk.seed, &lines)?;
        let folder = desk.folder().join("cases");
        disk::make_folder(&folder).map_err(|error| error.to_string())?;
        stays_inside(desk, "cases")?;
        disk::write_new(&desk.folder().join(&path), &text).map_err(|error| error.to_string())?;
    } else if others.is_empty() {
        return Err(format!("{path} is there and holds no cases of {name}; mend it first"));
    } else {
        let text = edit::add_case(text_of(desk, &path)?, &id, desk.seed, &lines)?;
        replace(desk, &path, &text)?;
    }
    Ok((path, id))
}

/// The lines of a talk with what came of each, as a case expects it. Or why no case can be made of them.
fn lines(talk: &Talk) -> Result<Vec<NewLine>, String> {
    let mut lines = Vec::new();
    for (at, played) in talk.played().iter().enumerate() {
        match (&played.step, &played.came) {
            (Step::Line(_), Came::Said(said)) => lines.push(NewLine {
                say: said.heard.line.clone(),
                expects: expectations(talk.before(at), said),
            }),
            (Step::Line(line), _) => {
                return Err(format!("the talk is over before “{line}”; /undo takes it back"));
            }
            (step @ (Step::Set(_) | Step::Jump(_)), _) => {
                return Err(format!(
                    "a case is played from the first word by lines alone, so it could not repeat {}; \
                     /undo takes it back, or /restart and say the lines",
                    step.words()
                ));
            }
        }
    }
    if lines.is_empty() {
        return Err("nothing has been said yet".to_owned());
    }
    Ok(lines)
}

/// What came of a line, as a case expects it.
fn expectations(before: &State, said: &Said) -> Vec<(String, String)> {
    let (reply, heard) = (&said.reply, &said.heard);
    let told = reply.told();
    let is_held = reply.route == Route::Else;
    let asks = heard.act == Act::Question;
    let topic = reply.topic.clone().or_else(|| heard.subject.best().map(|topic| topic.id.clone()));
    let way = match said.after.rapport.cmp(&before.rapport) {
        std::cmp::Ordering::Less => "down",
        std::cmp::Ordering::Equal => "same",
        std::cmp::Ordering::Greater => "up",
    };
    let expected = [
        ("answer", told.filter(|_| !is_held)),
        ("else", reply.answer.clone().filter(|_| is_held)),
        ("route", Some(reply.route.word().to_owned())),
        ("topic", topic.filter(|_| asks)),
        ("move", (!asks).then(|| heard.act.word().to_owned())),
        ("contact", reply.contact.clone()),
        ("rapport", Some(way.to_owned())),
    ];
    let given = expected.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?)));
    given.collect()
}

/// A name as ids are written: small letters, digits and hyphens, a letter first.
fn as_id(name: &str) -> String {
    let words = name.to_lowercase();
    let words = words.split(|c: char| !c.is_ascii_lowercase() && !c.is_ascii_digit());
    let id = words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-");
    if id.starts_with(|first: char| first.is_ascii_digit()) { format!("case-{id}") } else { id }
}

/// What a file says, if it could be read.
fn text_of<'a>(desk: &'a Desk, path: &str) -> Result<&'a str, String> {
    match desk.file(path) {
        Some(source) if source.unreadable.is_none() => Ok(&source.text),
        _ => Err(format!("{path} cannot be read")),
    }
}

fn replace(desk: &Desk, path: &str, text: &str) -> Result<(), String> {
    stays_inside(desk, path)?;
    disk::replace(&desk.folder().join(path), text).map_err(|error| error.to_string())
}

/// A link out of the pack is not written through.
fn stays_inside(desk: &Desk, path: &str) -> Result<(), String> {
    let whole = |path: &std::path::Path| path.canonicalize().ok();
    match (whole(&desk.folder().join(path)), whole(desk.folder())) {
        (Some(file), Some(root)) if file.starts_with(&root) => Ok(()),
        _ => Err(format!("{path} leads out of the pack, so nothing was written")),
    }
}

#[cfg(test)]
mod tests {
    use super::as_id;

    #[test]
    fn a_name_becomes_an_id() {
        let cases = [
            ("picks-up-the-thread", "picks-up-the-thread"),
            ("  Picks up the thread! ", "picks-up-the-thread"),
            ("2 questions", "case-2-questions"),
            ("…", ""),
        ];
        for (name, id) in cases {
            assert_eq!(as_id(name), id, "{name:?}");
        }
    }
}
