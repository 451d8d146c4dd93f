//! A question stays what it is, however it is typed: without its question mark, in lower case, with a
//! word said twice, after a lead-in, after thanks.

use std::collections::BTreeMap;

use coffeechat::hearing::Before;
use coffeechat::hearing::heard::{Act, Form};

use crate::cast::EAR;

#[rustfmt::skip]
static OPEN: &[&str] = &[
    "How did you end up behind a bar?",
    "What does a quiet day at the registry look like?",
    "What made you pick up a chisel again?",
    "Why do you think people leave the profession?",
    "Tell me about the first house you wired.",
    "Walk me through a delivery from the phone call on.",
    "What was it like to close the practice?",
    "How do you tell a good orchard from a bad one?",
    "What do you wish the public understood about your work?",
    "How has the newsroom changed in ten years?",
    "What keeps you awake before a launch?",
    "What would you tell your younger self about exams?",
    "Describe a morning at the depot.",
    "How would you explain your job to a child?",
    "What is the hardest thing to teach an apprentice?",
    "What happens when a patient refuses treatment?",
    "Why did you go back to university at forty?",
    "How do you keep a choir in tune for two hours?",
    "What does success mean in social work?",
    "Explain how you grade a diamond.",
    "What drew you to soil, of all things?",
    "How do you handle a guest who sends everything back?",
    "What was going through your mind during the landing?",
    "What sort of person does well in a call centre?",
    "How did your family react when you quit law?",
    "What do you look for in a first draft?",
    "In what way did the strike change the plant?",
    "What frustrates you about the funding rules?",
    "How do you and your brother share the farm?",
    "What has parenthood taught you about managing people?",
    "How do you decide when a painting is finished?",
    "What role does luck play in casting?",
    "Why does the harbour still matter to the town?",
    "What did the fire teach you about people?",
    "How might someone test whether nursing suits them?",
    "What advice would you give a late starter?",
    "What skills from the army do you still use?",
    "How do you feel when a case collapses?",
    "What is a misunderstanding people have about actuaries?",
    "How important is a portfolio for a florist?",
    "Talk me through the last bug that beat you.",
    "What would you do differently if you opened the shop again?",
    "How do you know that bread is ready?",
    "Where do you see book-binding going?",
    "What goes on in a theatre after the show?",
    "Most rewarding lesson you ever taught?",
    "Biggest surprise of your first year?",
    "Hardest part of the harvest?",
    "How come you never moved to the city?",
    "What are the people on your crew like?",
    "What is at stake when a bridge is inspected?",
    "How did the two of you agree on a name?",
];

#[rustfmt::skip]
static INVITED: &[&str] = &[
    "Could you tell me how you became a locksmith?",
    "Can you walk me through a hearing?",
    "Would you mind describing your workshop?",
    "Do you have any advice for a nervous beginner?",
    "Is there anything you would change about the rota?",
    "Could you say a little about the night market?",
    "Can you explain how a vaccine gets approved?",
    "Do you have any tips for talking to engineers?",
    "Are there any mistakes you see again and again?",
    "Would you be willing to share a story from the wards?",
    "Have you got any suggestions for a summer reading list?",
    "Can you give me an idea of what a census involves?",
    "Is there something nobody told you about teaching?",
    "Did anything surprise you about running a hotel?",
    "Could you describe the day you became a partner?",
    "Any advice for someone who is scared of heights?",
    "Do you have any thoughts on learning at work?",
    "Can you tell me more about the kiln?",
    "Could you talk about a time when a plan fell apart?",
    "Would you tell me what a curator does all day?",
    "Any tips for a first week on site?",
    "Could you help me understand what a notary does?",
    "Do you have any favourite stories from the tour?",
    "Are there any books that shaped how you cook?",
    "Can you share an example of a good brief?",
    "Would you explain how you choose a cast?",
    "Is there anything that people get wrong about farming?",
    "Could you give me a sense of a normal week?",
    "Do you have any words of wisdom for a new teacher?",
];

#[rustfmt::skip]
static CLOSED: &[&str] = &[
    "Is there anything else I should know about forestry?",
    "Do you like working outdoors?",
    "How many pupils are in your class?",
    "Did you study in Vienna?",
    "How long is the training?",
    "Is the pay decent?",
    "Have you ever thought of leaving?",
    "Are you your own boss?",
    "What year did you qualify?",
    "How often do you travel?",
    "Do you need a licence for that?",
    "Is it dangerous?",
    "Was it expensive to set up?",
    "Does the union help you?",
    "Can you work from home?",
    "How much does a kiln cost?",
    "Do you have to wear a uniform?",
    "Are most of your patients elderly?",
    "Would you do it again?",
    "Did your parents work in theatre?",
    "How old were you then?",
    "Is there a dress code?",
    "Were you nervous on the first day?",
    "Do your colleagues speak Welsh?",
    "Has the job changed much?",
    "What time do you start?",
    "Are there many women in the trade?",
    "Do you work weekends?",
    "Is it a competitive field?",
    "How big is your team?",
    "Do you ever regret it?",
    "Will machines take over the sorting?",
    "Had you cooked before?",
    "Which software do you use?",
    "Do you prefer oil or acrylic?",
    "Is it mostly office work or fieldwork?",
    "Does a degree help?",
    "Did it take long to get the permit?",
    "Are the hours regular?",
    "How far do you commute?",
    "Should I learn to drive first?",
];

/// A way of typing a line, and what becomes of it.
type Dress = (&'static str, fn(&str) -> String);

static DRESSES: [Dress; 6] = [
    ("as written", str::to_owned),
    ("without question mark", |line| line.replace('?', "")),
    ("bare", |line| line.to_lowercase().replace(['?', '.', ',', '\''], "").replace('-', " ")),
    ("first word twice", |line| {
        let first = line.split(' ').next().unwrap_or_default();
        format!("{first} {}", uncapitalised(line))
    }),
    ("after a lead-in", |line| format!("So, um, {}", uncapitalised(line))),
    ("after thanks", |line| format!("Thanks, that's helpful. {line}")),
];

fn uncapitalised(line: &str) -> String {
    let (first, rest) = line.split_at(1);
    format!("{}{rest}", first.to_lowercase())
}

#[test]
fn a_question_stays_what_it_is_however_it_is_typed() {
    let forms = [(Form::Open, OPEN), (Form::Invited, INVITED), (Form::Closed, CLOSED)];
    let mut lines = 0;
    let mut count = 0;
    let mut wrong = String::new();
    for (form, line) in
        forms.iter().flat_map(|(form, lines)| lines.iter().map(|line| (*form, line)))
    {
        lines += 1;
        let mut got: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for (name, dress) in DRESSES {
            let heard = EAR.hear(&dress(line), Before::default());
            let heard_form = heard.question.as_ref().map(|question| question.form);
            if heard.act != Act::Question || heard_form != Some(form) {
                let heard_form = heard_form.map_or("nothing asked", Form::word);
                got.entry(format!("{}, {heard_form}", heard.act.word())).or_default().push(name);
                count += 1;
            }
        }
        if !got.is_empty() {
            wrong = format!("{wrong}\n{line:?}\n    expected question, {}", form.word());
        }
        for (got, names) in got {
            wrong = format!("{wrong}\n    got {got}: {}", names.join("; "));
        }
    }
    assert!(lines >= 120, "{lines}");
    let all = lines * DRESSES.len();
    assert!(wrong.is_empty(), "{count} of {all} are heard wrongly\n{wrong}");
}
