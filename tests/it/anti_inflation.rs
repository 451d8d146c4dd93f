//! What costs no thought must earn no marks: noises, flattery, pasted lists, salads, and the same
//! word again and again.
//!
//! Too many questions can mark a failing talk (Huang et al. 2017), so their number earns nothing; and a
//! figure that can be raised without listening says nothing about listening.

use coffeechat::coach::{self, Assessment, Setting};
use coffeechat::hearing::Before;

use crate::cast::{CAST, EAR, pack};

/// The most that openness and curiosity may come to.
const MOST: u8 = 30;

const NETS: &str = "I spent three years mending nets before anyone let me near a boat, and then the \
                    skipper, who never spoke, handed me the wheel in a storm.";
const LEDGER: &str = "Most people think an auditor counts things. I read ledgers the way you read a \
                      novel, and the good bit is always on the page somebody tore out.";

/// What kind of emptiness it is, and the line.
type Row = (&'static str, &'static str);

#[rustfmt::skip]
static ALONE: &[Row] = &[
    ("noise",    "ok"),
    ("noise",    "Fine."),
    ("noise",    "interesting"),
    ("noise",    "cool cool cool"),
    ("noise",    "mhm"),
    ("noise",    "Very interesting, thanks."),
    ("noise",    "ok, noted"),
    ("noise",    "lol"),
    ("empty",    ""),
    ("empty",    "   "),
    ("empty",    "🙂"),
    ("empty",    "???"),
    ("empty",    "..."),
    ("empty",    "🔥🔥🔥 ❓"),
    ("flattery", "Wow, you are so amazing, I could listen to you all day!"),
    ("flattery", "You are the most inspiring person I have ever met."),
    ("flattery", "Honestly, what an incredible career, you must be a genius."),
    ("flattery", "How on earth are you so talented?"),
    ("flattery", "Has anybody ever told you how brilliant you are?"),
    ("flattery", "Why are you so great?"),
    ("list",     "How did you get started? What is a normal day like? What do you like most? What is hardest? What advice do you have?"),
    ("list",     "1. How did you get started 2. What is a normal day like 3. What do you like most 4. What is hardest 5. Any advice"),
    ("list",     "1) What made you choose this? 2) How do you learn new things? 3) Why did you stay? 4) Where do you see it going?"),
    ("list",     "- how did you start - what surprised you - what would you change - who helped you along the way"),
    ("list",     "how did you start what do you do all day what do you love about it what do you hate about it why do you stay"),
    ("list",     "What drew you to it; what keeps you; what would make you leave; how do you see the next ten years"),
    ("list",     "Tell me about your path. Tell me about your team. Tell me about your worst day. Tell me about your best day."),
    ("list",     "Q1: How do you plan? Q2: What do you measure? Q3: Why does it matter? Q4: What did you learn? Q5: How do you rest?"),
    ("list",     "Path? Typical day? Highs? Lows? Advice? Salary? Future?"),
    ("list",     "why this field, how did you get in, what do you do, what is the culture like, what are the trends, what skills matter"),
    ("why",      "why? why? why? why? why? why? why? why? why? why? why? why? why? why? why? why? why? why? why? why?"),
    ("why",      "why why why why why why why why why why why why why why why why why why why why"),
    ("why",      "Why, why, why, why, why, why, why, why, why, why, why, why, why, why, why, why, why, why, why, why?"),
    ("why",      "how? why? what? how? why? what? how? why? what? how? why? what?"),
    ("why",      "tell me more tell me more tell me more tell me more tell me more tell me more"),
    ("salad",    "story feel why reason moment hardest proud surprise mistake"),
    ("salad",    "how what why like feel did made led drew story tell"),
    ("salad",    "career path challenge passion journey advice culture skills growth"),
    ("salad",    "What feel how proudest why moment hardest tell story regret how?"),
    ("salad",    "mentor mentor mentor advice advice advice"),
    ("buzzword", "Synergy, leverage, disruption, stakeholder alignment, value-add?"),
    ("buzzword", "Thought leadership at the intersection of innovation and impact."),
    ("buzzword", "I am passionate about leveraging synergies to drive scalable growth going forward."),
    ("buzzword", "Deep dive, circle back, low-hanging fruit, move the needle?"),
    ("oneself",  "So when I was nine my grandfather gave me a microscope and I looked at everything, onions, hair, pond water, and then at school I won a prize, and after that I went to a summer camp where I built my own, and my teacher said I was the best she had had, and at university I ran the club for two years and I gave talks and I got a grant and I went to Vienna and I met everyone there, and now I am thinking about what I want, which is really everything at once, and I tell everybody about it. Do you like microscopes?"),
    ("oneself",  "I have always been a leader, I led my team at school, I led my scouts, I led my band, I led my flatmates when I had to, I was the one my friends came to, I organised my cousin's wedding, I fixed my landlord's books, I learned three languages by myself and I taught my brother two of them, I ran my first half marathon last May and I am training for my next one, and my mother says I never rest, which I suppose I do not, because I love what I do and I do what I love. Is that normal?"),
    ("oneself",  "I worked in my uncle's shop for four summers, I did my own stock, I did my own tills, I painted the front by myself, I got to know all my customers, I made my own signs, I argued with my uncle about my hours, I got my way, I bought my first car with my wages, I crashed my first car, I bought my second one, I drove it to my exams and I passed my exams and I thought to myself that I could do anything that I put my mind to. You?"),
];

#[rustfmt::skip]
static AFTER: &[(&str, Row)] = &[
    (NETS,   ("said back as a salad", "nets three years boat mending skipper storm wheel")),
    (NETS,   ("said back as a salad", "three years mending nets boat skipper wheel storm?")),
    (NETS,   ("said back as a salad", "I spent three years mending nets before anyone let me near a boat")),
    (LEDGER, ("said back as a salad", "ledgers novel page torn auditor counts things good bit")),
    (LEDGER, ("said back as a salad", "auditor auditor ledgers ledgers novel novel page page?")),
    (LEDGER, ("said back as a salad", "People think auditor, read ledgers novel, good bit page, somebody tore?")),
    (NETS,   ("noise",                "ok")),
    (NETS,   ("noise",                "interesting")),
    (LEDGER, ("noise",                "fine, good")),
    (NETS,   ("flattery",             "Wow, you are my hero, that is the best thing I have ever heard!")),
    (LEDGER, ("flattery",             "You are so clever with ledgers, I bow to you.")),
    (NETS,   ("list",                 "How did you mend nets? What was the skipper like? Why did he hand you the wheel? What was the storm like? How did it end?")),
    (LEDGER, ("list",                 "what is a ledger like what did you find on the page who tore it out why do people think that how did you learn it")),
    (LEDGER, ("why",                  "why? why? why? why? why? why? why? why? why? why? why? why? why? why? why? why? why? why? why? why?")),
    (NETS,   ("empty",                "🌊")),
    (LEDGER, ("buzzword",             "Love the storytelling, very data-driven, very holistic, let us take it offline.")),
];

/// The figures, if one of them is over what it may be.
fn inflated(assessment: &Assessment) -> Option<String> {
    let Assessment { openness, curiosity, .. } = assessment;
    (openness.is_some_and(|openness| openness > MOST) || *curiosity > MOST).then(|| {
        let parts: Vec<&str> = assessment.why.iter().map(|reason| reason.rule.as_str()).collect();
        let openness = openness.map_or("none".to_owned(), |openness| openness.to_string());
        format!("openness {openness}, curiosity {curiosity}: {}", parts.join(" "))
    })
}

#[test]
fn what_costs_no_thought_earns_no_marks() {
    let alone = ALONE.iter().map(|row| (None, row));
    let after = AFTER.iter().map(|(partner, row)| (Some(*partner), row));
    let mut wrong = Vec::new();
    for (partner, (kind, line)) in alone.chain(after) {
        let heard = EAR.hear(line, Before { partner, ..Before::default() });
        let assessment = coach::assess(&EAR, pack(), &heard, Setting::default());
        if let Some(figures) = inflated(&assessment) {
            let after = partner.map_or(String::new(), |said| format!(" after {said:?}"));
            wrong.push(format!("{kind}: {line:?}{after}\n    {figures}"));
        }
    }
    let rows = ALONE.len() + AFTER.len();
    assert!(rows >= 40, "{rows}");
    let count = wrong.len();
    assert!(wrong.is_empty(), "{count} of {rows} lines score above {MOST}\n{}", wrong.join("\n"));
}

#[test]
fn the_same_word_again_and_again_earns_marks_once_at_most() {
    let mut wrong = Vec::new();
    for met in CAST.iter() {
        for again in ["why?", "Why", "ok", "interesting", "How come?"] {
            let mut talk = met.talk(11);
            talk.say("Thank you for seeing me. How did you get into this line of work?");
            let before = talk.exchanges().len();
            for _ in 0..5 {
                if !talk.is_over() {
                    talk.say(again);
                }
            }
            // The first may be a good question.
            for exchange in talk.exchanges().iter().skip(before + 1) {
                let figures = exchange.assessment.as_ref().and_then(inflated);
                if let Some(figures) = figures {
                    let time = exchange.turn as usize - before;
                    wrong.push(format!("{}: {again:?}, time {time}\n    {figures}", met.id()));
                }
            }
        }
    }
    let count = wrong.len();
    assert!(wrong.is_empty(), "{count} lines score above {MOST}\n{}", wrong.join("\n"));
}
