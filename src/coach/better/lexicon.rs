//! Words by what they do in a question: how good something is, how much there is of it, whom one feels
//! it for. The lists are what the patterns of the rewrite name.

/// Adjectives that judge: a question that offers one has half its answer in it.
#[rustfmt::skip]
const JUDGING: &[&str] = &[
    "good", "bad", "hard", "difficult", "easy", "stressful", "boring", "interesting", "friendly", "nice",
    "fun", "flexible", "tough", "rewarding", "competitive", "strict", "supportive", "expensive", "tiring",
    "exhausting", "lonely", "scary", "dangerous", "great", "challenging", "fair", "unfair", "strange",
    "demanding", "repetitive", "exciting", "diverse", "relaxed", "formal", "informal", "hierarchical",
    "safe", "unsafe", "stable", "secure", "sad", "depressing", "happy", "unhappy", "creative", "technical",
    "physical", "emotional", "mental", "monotonous", "varied", "various", "hectic", "chaotic", "calm",
    "quiet", "loud", "noisy", "dirty", "clean", "messy", "glamorous", "complicated", "complex", "simple",
    "tricky", "risky", "worthwhile", "meaningful", "satisfying", "fulfilling", "frustrating", "annoying",
    "awful", "terrible", "horrible", "wonderful", "amazing", "awesome", "cool", "excellent", "lovely",
    "brilliant", "fantastic", "pleasant", "unpleasant", "overwhelming", "draining", "intense", "worth",
    "popular", "prestigious", "respected", "traditional", "modern", "old-fashioned", "open", "strong",
    "weak", "healthy", "unhealthy", "toxic", "welcoming", "inclusive", "collaborative", "independent",
    "lucrative", "profitable", "successful", "sustainable", "ethical", "honest", "corrupt", "political",
    "bureaucratic", "slow", "fast", "quick", "fast-paced", "steep", "weird", "funny", "crazy", "wild",
    "nerve-racking", "intimidating", "daunting", "terrifying", "frightening", "dull", "tedious",
    "predictable", "unpredictable", "seasonal", "proud", "nervous", "lucky", "comfortable",
    "uncomfortable", "valuable", "useless", "unhealthy", "vulnerable", "disappointing", "surprising",
    "confusing", "inspiring", "motivating", "moving", "smelly", "cold", "hot", "wet", "sexist", "racist",
    "male-dominated", "generous", "decent", "reliable", "clear", "strict", "tight", "realistic", "smart",
    "confident", "patient", "strong", "fit", "extroverted", "introverted", "academic", "practical",
    "theoretical", "digital", "manual", "legal", "oversaturated", "saturated", "crowded", "isolated",
    "isolating", "social", "personal", "private", "public", "responsible", "accurate", "true", "wrong",
    "right", "normal", "painful", "permanent", "temporary", "pointless", "ok", "okay", "fine", "grateful", "rude", "kind", "fierce", "welcome", "strange", "thankless", "cut-throat", "cutthroat", "rigid", "ready", "loyal", "free", "brutal", "polite", "lazy", "shy", "bright", "brave", "fancy", "cheap",
    "pricey", "picky", "fussy", "curious", "mean", "harsh", "gentle", "warm", "bleak", "rural", "urban", "elitist",
    "outdated", "efficient", "consistent", "convenient", "addictive", "accessible", "diligent", "pushy", "severe",
    "delicate", "sensitive", "fragile", "negotiable", "transparent", "spontaneous", "trendy", "vegan", "organic",
];

/// Adjectives of size, age and amount, after which one asks what it is like and leaves them out.
#[rustfmt::skip]
const SIZED: &[&str] = &[
    "big", "small", "large", "huge", "tiny", "long", "short", "old", "new", "young", "high", "low", "busy",
    "full", "empty", "heavy", "light", "early", "late", "far", "near", "wide", "narrow", "steady",
    "local", "global", "international", "regional", "senior", "junior", "similar", "typical", "regular",
];

/// Adjectives that ask whether something is needed.
const KEY: &[&str] = &[
    "important",
    "necessary",
    "essential",
    "needed",
    "required",
    "useful",
    "helpful",
    "crucial",
    "vital",
    "mandatory",
    "compulsory",
    "obligatory",
    "relevant",
    "critical",
    "key",
    "valued",
];

/// Adjectives that ask how many do it.
const COMMON: &[&str] =
    &["common", "usual", "unusual", "typical", "normal", "rare", "standard", "uncommon"];

/// Adjectives that ask how one gets there.
const HARD: &[&str] = &[
    "hard",
    "difficult",
    "easy",
    "tough",
    "tricky",
    "possible",
    "impossible",
    "competitive",
    "realistic",
    "challenging",
    "simple",
    "feasible",
    "harder",
    "easier",
];

/// What people feel: "proud of", "worried about".
const FEELING: &[&str] = &[
    "proud",
    "happy",
    "unhappy",
    "worried",
    "afraid",
    "scared",
    "nervous",
    "anxious",
    "excited",
    "satisfied",
    "comfortable",
    "content",
    "pleased",
    "sad",
    "angry",
    "optimistic",
    "pessimistic",
    "confident",
    "sure",
    "concerned",
    "disappointed",
    "frustrated",
    "hopeful",
    "glad",
    "ashamed",
    "bothered",
    "passionate",
    "relieved",
    "jealous",
    "bitter",
    "upset",
    "annoyed",
    "enthusiastic",
    "fed",
    "embarrassed",
];

/// What people find their work: "stressful", "rewarding".
const FELT: &[&str] = &[
    "stressful",
    "boring",
    "hard",
    "difficult",
    "easy",
    "frustrating",
    "draining",
    "lonely",
    "rewarding",
    "interesting",
    "exciting",
    "challenging",
    "exhausting",
    "tiring",
    "fun",
    "scary",
    "annoying",
    "satisfying",
    "overwhelming",
    "intimidating",
    "depressing",
    "tedious",
    "repetitive",
    "meaningful",
    "monotonous",
    "tough",
    "demanding",
    "fulfilling",
    "intense",
    "sad",
    "emotional",
    "inspiring",
    "confusing",
    "complicated",
    "disappointing",
    "isolating",
    "useful",
    "worthwhile",
    "relaxing",
    "enjoyable",
];

/// How one becomes: "get tired", "get bored".
const STATE: &[&str] = &[
    "tired",
    "bored",
    "stressed",
    "lonely",
    "frustrated",
    "nervous",
    "sick",
    "angry",
    "sad",
    "excited",
    "scared",
    "worried",
    "burned",
    "burnt",
    "exhausted",
    "overwhelmed",
    "impatient",
    "distracted",
    "emotional",
    "attached",
    "homesick",
    "boring",
    "repetitive",
    "stressful",
    "easier",
    "harder",
    "better",
    "worse",
    "busy",
    "hectic",
    "lonely",
    "old",
    "hot",
    "cold",
    "dangerous",
    "intense",
    "crazy",
    "ill",
];

/// Verbs of doing, that are done in some way: "How do you plan?"
#[rustfmt::skip]
const DOING: &[&str] = &[
    "use", "handle", "manage", "deal", "cope", "plan", "prepare", "choose", "decide", "learn", "balance",
    "find", "measure", "check", "organise", "organize", "follow", "stay", "test", "switch",
    "relax", "unwind", "recover", "ask", "work out", "set", "sort", "solve", "fix", "track", "divide",
    "split", "communicate", "collaborate", "train", "recruit", "hire", "adapt", "change", "improve",
    "develop", "design", "build", "create", "evaluate", "assess", "price", "charge", "negotiate", "sell",
    "market", "promote", "delegate", "prioritise", "prioritize", "schedule", "combine", "juggle",
    "approach", "respond", "react", "support", "motivate", "influence", "contribute", "review", "protect",
    "avoid", "overcome", "separate", "connect", "network", "cooperate", "coordinate", "interact",
    "practise", "practice", "research", "bounce", "stop", "help", "make sure", "fund", "finance",
    "earn", "survive", "define", "document", "record", "take care", "look after", "calm", "convince",
    "win", "reach", "advise", "monitor", "control", "save", "explain", "cut",
];

/// Verbs of a choice made once: "How did you decide whether to move?"
const CHOOSING: &[&str] = &[
    "go",
    "study",
    "train",
    "apply",
    "move",
    "take",
    "do",
    "quit",
    "leave",
    "drop",
    "switch",
    "change",
    "accept",
    "stay",
    "return",
    "pursue",
    "volunteer",
    "intern",
    "retrain",
    "relocate",
    "specialise",
    "specialize",
    "major",
    "enrol",
    "buy",
    "turn",
    "finish",
    "complete",
    "negotiate",
    "travel",
    "tell",
    "invest",
    "borrow",
    "hire",
    "sign",
];

/// Verbs of getting somewhere: "What does it take to get in?"
const ACHIEVING: &[&str] = &[
    "get",
    "become",
    "find",
    "break",
    "enter",
    "learn",
    "start",
    "qualify",
    "switch",
    "make",
    "join",
    "land",
    "succeed",
    "advance",
    "move",
    "change",
    "build",
    "earn",
    "win",
    "publish",
    "reach",
    "master",
    "progress",
    "balance",
    "survive",
    "specialise",
    "specialize",
    "retrain",
    "transfer",
    "apply",
    "recruit",
    "hire",
    "sell",
    "be promoted",
    "set",
    "open",
];

/// Verbs whose object can be asked for: "What kind of books do you read?"
const SORTED: &[&str] = &[
    "meet", "make", "see", "read", "write", "sell", "teach", "treat", "produce", "attend", "give",
    "hire", "wear", "speak", "play", "watch", "buy", "build", "do", "eat", "receive", "offer",
    "provide", "create", "design", "repair", "run", "own", "grow", "cook", "fix", "face", "carry",
    "study", "collect", "publish", "serve", "organise", "organize", "sponsor", "hold", "employ",
    "train", "perform", "miss", "try", "win", "lead", "visit", "manage", "take", "set", "find",
    "handle", "know", "support", "follow",
];

/// People who are had.
const PERSON: &[&str] = &[
    "mentor",
    "teacher",
    "trainer",
    "coach",
    "supervisor",
    "boss",
    "manager",
    "assistant",
    "partner",
    "hero",
    "idol",
    "agent",
    "apprentice",
    "apprentices",
    "mentors",
    "secretary",
    "tutor",
    "model",
    "models",
    "accountant",
];

/// What one has at home.
const HOME: &[&str] =
    &["kids", "children", "family", "child", "hobbies", "partner", "baby", "pets", "life"];

/// Words that say how much and change nothing else; they are left out.
const DEGREE: &[&str] = &[
    "really",
    "actually",
    "very",
    "quite",
    "simply",
    "basically",
    "generally",
    "often",
    "honestly",
    "literally",
    "truly",
    "usually",
    "typically",
    "normally",
    "sometimes",
    "regularly",
    "frequently",
    "mostly",
    "mainly",
    "already",
    "extremely",
    "particularly",
    "especially",
    "super",
    "genuinely",
    "absolutely",
    "even",
    "constantly",
    "occasionally",
    "totally",
    "completely",
    "incredibly",
    "terribly",
    "necessarily",
    "definitely",
    "certainly",
    "probably",
    "perhaps",
    "maybe",
    "obviously",
    "surely",
    "clearly",
    "fairly",
    "relatively",
    "currently",
    "nearly",
    "almost",
    "roughly",
];

/// Words after which a noun phrase stands.
const PREPOSITION: &[&str] = &[
    "in", "on", "at", "for", "from", "with", "about", "under", "over", "into", "through", "by",
    "near", "to", "between", "within", "outside", "during", "after", "before", "without", "around",
    "against", "behind", "across", "here", "per", "among", "as", "towards", "toward", "like", "up",
    "down", "off", "out", "when", "if", "while", "because", "than", "until", "since",
];

/// Words that say which one is meant.
const DEFINITE: &[&str] = &[
    "the", "your", "my", "his", "her", "their", "our", "its", "this", "that", "these", "those",
    "it", "them", "him", "you", "me", "us", "each", "every", "both", "what", "how", "who", "where",
    "yourself", "all",
];

/// Adjectives that say only how good or how much, and are left out of a noun phrase.
const EMPTY: &[&str] = &[
    "good", "bad", "great", "nice", "big", "large", "huge", "high", "low", "proper", "decent",
    "crazy", "terrible", "awful", "small", "real", "clear", "boring", "special", "strict",
    "healthy", "famous",
];

macro_rules! told {
    ($($(#[$doc:meta])* $name:ident($list:ident);)*) => {
        $($(#[$doc])* pub(super) fn $name(word: &str) -> bool { $list.contains(&word) })*
    };
}

told! {
    /// Whether it is an adjective of size, age or amount.
    is_sized(SIZED);
    /// Whether it asks if something is needed.
    is_key(KEY);
    /// Whether it asks how many do it.
    is_common(COMMON);
    /// Whether it asks how one gets there.
    is_hard(HARD);
    /// Whether it is something one feels about something.
    is_feeling(FEELING);
    /// Whether it is how one finds one's work.
    is_felt(FELT);
    /// Whether it is something one can get.
    is_state(STATE);
    /// Whether the verb is done in some way.
    is_doing(DOING);
    /// Whether the verb is a choice made once.
    is_choosing(CHOOSING);
    /// Whether the verb gets one somewhere.
    is_achieving(ACHIEVING);
    /// Whether one can ask for the kind of the verb's object.
    is_sorted(SORTED);
    /// Whether it is a person one has.
    is_person(PERSON);
    /// Whether it is something one has at home.
    is_home(HOME);
    /// Whether it says how much and changes nothing else.
    is_degree(DEGREE);
    /// Whether a noun phrase stands after it.
    is_preposition(PREPOSITION);
    /// Whether it says which one is meant.
    is_definite(DEFINITE);
    /// Whether it is an adjective that can be left out of a noun phrase.
    is_empty_praise(EMPTY);
}

/// Whether a word is an adjective, as far as the lists and its ending tell.
pub(super) fn is_adjective(word: &str) -> bool {
    let ends = ["ful", "ous", "ible", "less", "ative", "istic", "worthy"];
    JUDGING.contains(&word)
        || is_sized(word)
        || is_key(word)
        || is_common(word)
        || is_hard(word)
        || is_feeling(word)
        || is_state(word)
        || is_comparative(word)
        || matches!(
            word,
            "same"
                | "different"
                | "able"
                | "willing"
                | "likely"
                | "enough"
                | "alone"
                | "allowed"
                | "self-employed"
        )
        || (word.len() > 5 && ends.iter().any(|end| word.ends_with(end)))
        || (word.len() > 6 && word.ends_with("able"))
}

/// "harder", "better", "more".
pub(super) fn is_comparative(word: &str) -> bool {
    matches!(
        word,
        "better"
            | "worse"
            | "more"
            | "less"
            | "harder"
            | "easier"
            | "bigger"
            | "smaller"
            | "busier"
            | "faster"
            | "slower"
            | "higher"
            | "lower"
            | "longer"
            | "shorter"
            | "stricter"
            | "tougher"
            | "safer"
            | "nicer"
            | "cheaper"
            | "fewer"
            | "older"
            | "younger"
            | "happier"
            | "calmer"
    )
}

/// Whether a noun phrase whose head is this word speaks of several.
pub(super) fn is_plural(word: &str) -> bool {
    match word {
        "people" | "children" | "women" | "men" | "they" | "these" | "those" | "we" | "you"
        | "them" | "police" | "sheep" | "cattle" | "kids" => true,
        "news" | "business" | "physics" | "maths" | "economics" | "politics" | "access"
        | "process" | "stress" | "press" | "progress" | "mathematics" | "ethics" | "this"
        | "us" | "always" | "class" | "success" => false,
        _ => {
            word.len() > 3
                && word.ends_with('s')
                && !word.ends_with("ss")
                && !word.ends_with("us")
                && !word.ends_with("is")
        }
    }
}
