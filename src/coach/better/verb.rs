//! The forms of English verbs: "work", "working", "worked".
//!
//! A rewrite turns a question round, and a verb that changes its place changes its form. Regular verbs
//! follow rules of spelling; the irregular ones, and those that would be mistaken for nouns, are listed.

/// Verbs whose past or participle is no "-ed": base, past, participle.
#[rustfmt::skip]
const IRREGULAR: &[(&str, &str, &str)] = &[
    ("be", "were", "been"), ("become", "became", "become"), ("begin", "began", "begun"),
    ("bet", "bet", "bet"), ("bite", "bit", "bitten"), ("blow", "blew", "blown"),
    ("break", "broke", "broken"), ("bring", "brought", "brought"), ("build", "built", "built"),
    ("burn", "burned", "burned"), ("buy", "bought", "bought"), ("catch", "caught", "caught"),
    ("choose", "chose", "chosen"), ("come", "came", "come"), ("cost", "cost", "cost"),
    ("cut", "cut", "cut"), ("deal", "dealt", "dealt"), ("dig", "dug", "dug"), ("do", "did", "done"),
    ("draw", "drew", "drawn"), ("dream", "dreamed", "dreamt"), ("drink", "drank", "drunk"),
    ("drive", "drove", "driven"), ("eat", "ate", "eaten"), ("fall", "fell", "fallen"),
    ("feel", "felt", "felt"), ("fight", "fought", "fought"), ("find", "found", "found"),
    ("fly", "flew", "flown"), ("forget", "forgot", "forgotten"), ("get", "got", "got"),
    ("get", "got", "gotten"), ("give", "gave", "given"), ("go", "went", "gone"),
    ("grow", "grew", "grown"), ("hang", "hung", "hung"), ("have", "had", "had"),
    ("hear", "heard", "heard"), ("hide", "hid", "hidden"), ("hit", "hit", "hit"),
    ("hold", "held", "held"), ("hurt", "hurt", "hurt"), ("keep", "kept", "kept"),
    ("know", "knew", "known"), ("lay", "laid", "laid"), ("lead", "led", "led"),
    ("learn", "learned", "learnt"), ("leave", "left", "left"), ("let", "let", "let"),
    ("lie", "lay", "lain"), ("lose", "lost", "lost"), ("make", "made", "made"),
    ("mean", "meant", "meant"), ("meet", "met", "met"), ("pay", "paid", "paid"),
    ("put", "put", "put"), ("quit", "quit", "quit"), ("read", "read", "read"),
    ("ride", "rode", "ridden"), ("rise", "rose", "risen"), ("run", "ran", "run"),
    ("say", "said", "said"), ("see", "saw", "seen"), ("seek", "sought", "sought"),
    ("sell", "sold", "sold"), ("send", "sent", "sent"), ("set", "set", "set"),
    ("shake", "shook", "shaken"), ("show", "showed", "shown"), ("shut", "shut", "shut"),
    ("sing", "sang", "sung"), ("sit", "sat", "sat"), ("sleep", "slept", "slept"),
    ("speak", "spoke", "spoken"), ("spend", "spent", "spent"), ("stand", "stood", "stood"),
    ("steal", "stole", "stolen"), ("stick", "stuck", "stuck"), ("swim", "swam", "swum"),
    ("take", "took", "taken"), ("teach", "taught", "taught"), ("tell", "told", "told"),
    ("think", "thought", "thought"), ("throw", "threw", "thrown"),
    ("understand", "understood", "understood"), ("wake", "woke", "woken"), ("wear", "wore", "worn"),
    ("win", "won", "won"), ("write", "wrote", "written"), ("undergo", "underwent", "undergone"),
    ("overcome", "overcame", "overcome"), ("withdraw", "withdrew", "withdrawn"),
    ("rebuild", "rebuilt", "rebuilt"), ("retake", "retook", "retaken"), ("lend", "lent", "lent"),
];

/// Regular verbs that people ask with. A verb that is not here is still turned by the rules of spelling
/// where its place says that it is one; the list tells where a subject ends.
#[rustfmt::skip]
const REGULAR: &[&str] = &[
    "accept", "achieve", "adapt", "add", "adjust", "admire", "admit", "advance", "advertise", "advise",
    "affect", "agree", "aim", "allow", "analyse", "analyze", "answer", "apologise", "appeal", "apply",
    "appreciate", "approach", "argue", "arrange", "arrive", "ask", "assess", "assist", "assume", "attend",
    "attract", "avoid", "balance", "battle", "bake", "base", "behave", "believe", "belong", "benefit",
    "blame", "book", "bore", "borrow", "bother", "bounce", "brew", "bully", "burn", "calculate", "call",
    "calm", "campaign", "cancel", "care", "carry", "celebrate", "certify", "challenge", "change", "charge",
    "chat", "check", "clean", "climb", "close", "coach", "code", "collaborate", "collect", "combine",
    "commute", "compare", "compete", "complain", "complete", "compose", "concentrate", "conduct",
    "connect", "consider", "consult", "contact", "continue", "contribute", "control", "convince", "cook",
    "coordinate", "cope", "copy", "correct", "count", "cover", "create", "cry", "damage", "dance", "debug",
    "decide", "decline", "delegate", "deliver", "demand", "depend", "describe", "deserve", "design",
    "develop", "differ", "disagree", "disappear", "disappoint", "discover", "discuss", "dislike",
    "divide", "doubt", "drain", "drop", "earn", "edit", "educate", "employ", "empower", "encourage",
    "end", "enforce", "enjoy", "enrol", "enroll", "ensure", "enter", "establish", "estimate", "evaluate",
    "exercise", "exhaust", "exist", "expand", "expect", "experience", "experiment", "explain", "explore",
    "fail", "fear", "feed", "file", "fill", "finance", "finish", "fire", "fit", "fix", "focus", "follow",
    "forgive", "found", "freelance", "frighten", "frustrate", "fund", "gain", "graduate", "guess",
    "guide", "handle", "happen", "harvest", "hate", "help", "hesitate", "hire", "hope", "identify",
    "ignore", "imagine", "improve", "include", "increase", "influence", "inspect", "inspire", "install",
    "insure", "intend", "interact", "interest", "interfere", "interpret", "interrupt", "interview",
    "invent", "invest", "involve", "join", "judge", "juggle", "jump", "justify", "lack", "last", "laugh",
    "launch", "lift", "like", "link", "listen", "live", "look", "love", "maintain", "major", "manage",
    "market", "match", "matter", "measure", "memorise", "mentor", "mind", "miss", "mix", "monitor",
    "motivate", "move", "need", "negotiate", "network", "notice", "observe", "offer", "open", "operate",
    "oppose", "organise", "organize", "outsource", "owe", "own", "pack", "paint", "panic", "participate",
    "pass", "patent", "perform", "permit", "persuade", "phone", "photograph", "pick", "picture", "plan",
    "plant", "play", "practise", "practice", "prefer", "prepare", "present", "press", "pretend",
    "prevent", "prioritise", "prioritize", "produce", "program", "promise", "promote", "protect", "prove",
    "provide", "publish", "pull", "push", "qualify", "question", "raise", "reach", "react", "realise",
    "realize", "receive", "recognise", "recommend", "record", "recover", "recruit", "reduce", "refuse",
    "regret", "reject", "relax", "relocate", "rely", "remain", "remember", "renew", "rent", "repair",
    "repeat", "replace", "report", "require", "research", "resign", "resolve", "respect", "respond",
    "rest", "retire", "retrain", "return", "review", "revise", "reward", "risk", "rotate", "sack",
    "save", "scare", "schedule", "search", "seem", "select", "separate", "serve", "settle", "shadow",
    "share", "shop", "shout", "sign", "skip", "smile", "smoke", "socialise", "solve", "sound", "sort",
    "specialise", "specialize", "sponsor", "start", "stay", "stop", "stress", "struggle", "study",
    "subscribe", "succeed", "suffer", "suggest", "suit", "supervise", "support", "survive", "switch",
    "talk", "target", "taste", "tend", "test", "thank", "tire", "touch", "trade", "train", "transfer",
    "translate", "travel", "treat", "trust", "try", "turn", "type", "unwind", "upgrade", "use", "value",
    "visit", "volunteer", "vote", "wait", "walk", "want", "warn", "wash", "waste", "watch", "welcome",
    "wish", "wonder", "work", "worry", "yell", "rule", "sacrifice", "tutor", "intern", "weld", "sew",
    "rehearse", "audition", "draft", "fit", "hunt", "bill", "invoice", "pitch", "brief", "rush", "fold",
    "lean", "bend", "wrap", "cross", "face", "form", "name", "place", "order", "process", "access",
    "exploit", "bear", "mean", "worsen", "speed", "slow", "combine", "track", "log", "post", "stream",
    "lobby", "pray", "heal", "dress", "shave", "drill", "measure", "deploy", "ship", "scale", "automate",
    "compensate", "improvise", "recycle", "tip", "freeze", "encourage", "discourage", "compost", "steer", "sketch", "polish",
    "sand", "trim", "ferment", "roast", "garden", "babysit", "rescue", "dispatch", "archive", "curate", "restore", "emphasize", "emphasise", "perform", "carve", "tune", "prune", "sue", "faint", "freeze", "commute", "annoy", "reimburse", "appear", "gamble", "guarantee", "entail", "feature", "host", "drown",
];

/// Verbs of one syllable whose last letter doubles: "planning".
const DOUBLING: &[&str] = &[
    "get", "plan", "stop", "run", "sit", "put", "set", "cut", "quit", "drop", "chat", "shop",
    "skip", "swim", "win", "begin", "dig", "hit", "let", "bet", "fit", "ship", "log", "wrap",
    "shut", "refer", "prefer", "commit", "admit", "regret", "transfer", "program", "travel",
    "cancel", "enrol", "occur", "control", "permit", "debug",
];

/// Whether a word is the base form of a verb.
pub(super) fn is_base(word: &str) -> bool {
    IRREGULAR.iter().any(|(base, ..)| *base == word) || REGULAR.contains(&word)
}

/// "work" → "working".
pub(super) fn gerund(base: &str) -> String {
    if DOUBLING.contains(&base) {
        let last = base.chars().last().map(String::from).unwrap_or_default();
        return format!("{base}{last}ing");
    }
    if let Some(head) = base.strip_suffix("ie") {
        return format!("{head}ying");
    }
    match base.strip_suffix('e') {
        Some(head) if !base.ends_with("ee") && !base.ends_with("oe") && base != "be" => {
            format!("{head}ing")
        }
        _ => format!("{base}ing"),
    }
}

/// "work" → "works".
pub(super) fn third_person(base: &str) -> String {
    let before_last = base.chars().rev().nth(1).unwrap_or('a');
    match base {
        "have" => "has".to_owned(),
        "be" => "is".to_owned(),
        _ if base.ends_with('y') && !"aeiou".contains(before_last) => {
            format!("{}ies", base.trim_end_matches('y'))
        }
        _ if ["s", "sh", "ch", "x", "o", "z"].iter().any(|end| base.ends_with(end)) => {
            format!("{base}es")
        }
        _ => format!("{base}s"),
    }
}

/// "work" → "worked", "take" → "took".
pub(super) fn past(base: &str) -> String {
    match IRREGULAR.iter().find(|(known, ..)| *known == base) {
        Some((_, past, _)) => (*past).to_owned(),
        None => regular_past(base),
    }
}

/// "check" → "checked", "take" → "taken".
pub(super) fn participle(base: &str) -> String {
    match IRREGULAR.iter().find(|(known, ..)| *known == base) {
        Some((_, _, participle)) => (*participle).to_owned(),
        None => regular_past(base),
    }
}

fn regular_past(base: &str) -> String {
    let before_last = base.chars().rev().nth(1).unwrap_or('a');
    if DOUBLING.contains(&base) {
        let last = base.chars().last().map(String::from).unwrap_or_default();
        format!("{base}{last}ed")
    } else if let Some(head) = base.strip_suffix('y').filter(|_| !"aeiou".contains(before_last)) {
        format!("{head}ied")
    } else if base.ends_with('e') {
        format!("{base}d")
    } else {
        format!("{base}ed")
    }
}

/// The verb that a word in "-ing" is a form of, if it is one.
pub(super) fn of_gerund(word: &str) -> Option<String> {
    let head = word.strip_suffix("ing").filter(|head| head.len() >= 2)?;
    known_head(head)
        .or_else(|| head.strip_suffix('y').map(|head| format!("{head}ie")).filter(|b| is_base(b)))
}

/// The verb that a word is the past or the participle of, if it is one.
pub(super) fn of_past(word: &str) -> Option<String> {
    let irregular =
        IRREGULAR.iter().find(|(_, past, participle)| *past == word || *participle == word);
    if let Some((base, ..)) = irregular {
        return Some((*base).to_owned());
    }
    if matches!(word, "was") {
        return Some("be".to_owned());
    }
    if let Some(head) = word.strip_suffix("ied") {
        return Some(format!("{head}y")).filter(|base| is_base(base));
    }
    let head = word.strip_suffix("ed")?;
    known_head(head)
}

/// Whether a word can stand after "have": "made", "worked", "laid-off" and other words in "-ed".
pub(super) fn is_participle(word: &str) -> bool {
    IRREGULAR.iter().any(|(_, _, participle)| *participle == word)
        || of_past(word).is_some_and(|_| word.ends_with("ed"))
        || (word.len() > 4
            && word.ends_with("ed")
            && !matches!(word, "need" | "speed" | "indeed" | "exceed"))
}

/// The verb that a word in "-s" is a form of, if it is one: "makes", "studies", "has".
pub(super) fn of_third_person(word: &str) -> Option<String> {
    match word {
        "has" => return Some("have".to_owned()),
        "does" => return Some("do".to_owned()),
        _ => {}
    }
    let head = word.strip_suffix('s')?;
    [head.to_owned(), head.strip_suffix('e').unwrap_or(head).to_owned()]
        .into_iter()
        .chain(head.strip_suffix("ie").map(|head| format!("{head}y")))
        .find(|base| is_base(base))
}

/// The known verb of which only the head is left: "mak" of "making", "plann" of "planning".
fn known_head(head: &str) -> Option<String> {
    let single = head.get(..head.len().saturating_sub(1)).unwrap_or_default();
    let ends_double = {
        let mut last = head.chars().rev();
        last.next() == last.next()
    };
    let with_e = format!("{head}e");
    if is_base(&with_e) && !is_base(head) {
        return Some(with_e);
    }
    if is_base(head) {
        // "hoping" is of "hope"; "planting" of "plant" though "plante" is none.
        return Some(if is_base(&with_e) && !head.ends_with('t') {
            with_e
        } else {
            head.to_owned()
        });
    }
    (ends_double && is_base(single)).then(|| single.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{gerund, is_participle, of_gerund, of_past, of_third_person, participle, past};

    #[test]
    fn verbs_take_their_forms() {
        #[rustfmt::skip]
        let cases = [
            ("work", "working", "worked", "worked"), ("take", "taking", "took", "taken"),
            ("plan", "planning", "planned", "planned"), ("lie", "lying", "lay", "lain"),
            ("study", "studying", "studied", "studied"), ("be", "being", "were", "been"),
            ("enjoy", "enjoying", "enjoyed", "enjoyed"), ("see", "seeing", "saw", "seen"),
            ("write", "writing", "wrote", "written"), ("agree", "agreeing", "agreed", "agreed"),
        ];
        for (base, ing, before, done) in cases {
            assert_eq!(
                (gerund(base), past(base), participle(base)),
                (ing.into(), before.into(), done.into())
            );
            assert_eq!(of_gerund(ing).as_deref(), Some(base), "{ing}");
        }
    }

    #[test]
    fn a_form_leads_back_to_its_verb() {
        for (form, base) in
            [("made", "make"), ("used", "use"), ("tried", "try"), ("stopped", "stop")]
        {
            assert_eq!(of_past(form).as_deref(), Some(base));
        }
        for (form, base) in
            [("makes", "make"), ("studies", "study"), ("has", "have"), ("goes", "go")]
        {
            assert_eq!(of_third_person(form).as_deref(), Some(base));
        }
        assert_eq!(of_gerund("morning"), None);
        assert_eq!(of_third_person("colleagues"), None);
        assert!(!is_participle("need"));
    }
}
