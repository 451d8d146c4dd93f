//! The rules of what will disappoint in a pack that can be played.
//!
//! Each is one thing an instructor can mend, with a page that says why it matters.

crate::finding::rules! {
    // Understanding: is a question heard as what it asks?
    PHRASING_MISHEARD = Warning, "phrasing-misheard",
        "A line that is written under `ask` is heard as something else: as another topic, as thanks or as a \
         greeting. Whoever types these very words gets another answer. Put it in other words, or move it to \
         the topic it is heard as. Of each topic, the first 60 phrasings are listened to.",
        [("scenarios/nell-okoro.toml", r#""do you often have to rescue people","#, r#""do you often have to rescue people",
  "thanks for telling me about the rescue","#)];
    TOPIC_BY_HEART = Warning, "topic-by-heart",
        "A topic is understood only word for word: of its phrasings, fewer than half would be heard as this \
         topic if they were not written there. Learners use other words than you. Write more ways of asking, \
         six or more, each with other words; `pack explain` shows what is heard in a line.",
        [("scenarios/nell-okoro.toml", r#"  "what do you do when somebody is stuck in a lift",
  "how do you get people out of a lift",
  "tell me about a time you rescued someone",
  "what is it like to free people who are trapped between floors",
  "what do people say when they've been stuck for an hour",
  "how do you calm somebody down in a lift that has stopped",
  "do you often have to rescue people",
"#, r#"  "what do you do in winter",
  "have you any pets",
  "which colours do you like",
"#)];
    PHRASING_TWICE = Warning, "phrasing-twice",
        "The same words ask about two topics, so nobody can know which is meant. Take them out of one.",
        [("scenarios/nell-okoro.toml", r#""how does a hairdresser become a lift engineer""#, r#""how does a hairdresser become a lift engineer", "what do you enjoy most about your work""#)];
    SHARED_MARK = Warning, "shared-mark",
        "Two topics of your own are told from everything else by the same one word, and from each other by \
         none. Ask about each with a word that the other never uses.",
        [("scenarios/nell-okoro.toml", "# ---------------------------------------------------------------------------------- advice
", r#"[[topic]]
id = "uniform-worn"
aloud = "what I wear"
ask = ["what uniform do you wear", "tell me about wearing a uniform", "which uniform have you got to put on"]

[[topic.answer]]
id = "uniform-blue"
gist = "I wear blue, with too many pockets"
short = "Blue, with pockets."
say = ["Blue trousers, blue jacket, eleven pockets. I know what's in ten of them. The last one has been sewn up since the day a spring went off in it in front of a customer."]
follow = [{ on = "why", say = ["Oil doesn't show on it."] }]

[[topic]]
id = "uniform-washed"
aloud = "how it is washed"
ask = ["who washes the uniform", "how is the uniform washed", "where do you get the uniform laundered"]

[[topic.answer]]
id = "uniform-wash"
gist = "I wash it by itself"
short = "By itself, twice."
say = ["I wash it by itself, twice, and the second time it's nearly for love. My neighbour says she can tell what sort of a week I've had from the colour of the water."]
follow = [{ on = "why", say = ["Try oil on a bedsheet once."] }]

# ---------------------------------------------------------------------------------- advice
"#)];
    GENRE_WORDS = Warning, "genre-words",
        "A phrasing has only words that stand in every such talk (you, your work, tell me about), so nothing \
         in it points to this topic. Name the thing that is asked about.",
        [("scenarios/nell-okoro.toml", r#""do you often have to rescue people","#, r#""do you often have to rescue people",
  "do you have more to say","#)];
    NEVER_MATCHES = Warning, "never-matches",
        "A line under `never` does not keep its promise: put a little differently, it is still heard as this \
         topic. Add more lines of that kind, or drop the phrasing under `ask` that it is like.",
        [("scenarios/nell-okoro.toml", r#"ask = ["what happens on a lift engineer's round"]"#, r#"ask = ["what happens on a lift engineer's round"]
never = ["what does a typical day look like for you"]"#)];
    HOOK_UNHEARD = Warning, "hook-unheard",
        "A learner who asks about the words of a hook, right after hearing them, is not led where the hook \
         leads: another topic is heard. Choose other words for the hook, or leave them out of the `ask` of \
         that topic.",
        [("scenarios/nell-okoro.toml", r#"{ words = ["between floors"], to = "rescue-talk" }"#, r#"{ words = ["checklist"], to = "rescue-talk" }"#)];

    // Gates, and what can be reached.
    GATE_NEVER_HOLDS = Warning, "gate-never-holds",
        "A gate asks for what cannot come: more minutes than the talk has, more answers than its topic has \
         besides, an answer to a question that is never asked, homework where there is nothing to read. The \
         answer behind it is never told.",
        [("scenarios/nell-okoro.toml", r#"gate = { after = ["safe-padlock"], rapport = "warm" }"#, r#"gate = { after = ["safe-padlock"], minutes = 15 }"#)];
    CIRCULAR_GATES = Warning, "circular-gates",
        "Answers wait for each other in a circle, so none of them is ever told. Take one `after` out.",
        [("scenarios/nell-okoro.toml", r#"gist = "I find the doors hard, and the people who are waiting for them""#, r#"gist = "I find the doors hard, and the people who are waiting for them"
gate = { after = ["safe-bulb"] }
else = ["Ask me that again later."]"#), ("scenarios/nell-okoro.toml", r#"gate = { after = ["safe-padlock"], rapport = "warm" }"#, r#"gate = { after = ["safe-padlock", "chal-doors"], rapport = "warm" }"#)];
    UNREACHABLE_ANSWER = Warning, "unreachable-answer",
        "An answer waits for one that is never told, so it is never told either. Mend the other one first.",
        [];
    LEADS_TO_ITSELF = Warning, "leads-to-itself",
        "A hook or a follow-up of an answer leads to the same answer, which has then just been told. Lead it \
         to another one.",
        [("scenarios/nell-okoro.toml", r#"{ words = ["brake"], to = "safe-padlock" }"#, r#"{ words = ["brake"], to = "rescue-talk" }"#)];
    ELSE_WITHOUT_GATE = Warning, "else-without-gate",
        "An answer has an `else` and no gate, so the `else` is never said. Write the gate, or take it out.",
        [("scenarios/nell-okoro.toml", r#"short = "Doors, and people in a hurry.""#, r#"short = "Doors, and people in a hurry."
else = ["Later, perhaps."]"#)];
    FOLLOW_TWICE = Warning, "follow-twice",
        "An answer has two follow-ups of the same kind, and only the first is ever given. Make one of them \
         two variants of the other's `say`, or choose another kind.",
        [("scenarios/nell-okoro.toml", r#"{ on = "example", say = ["A boy of seven"#, r#"{ on = "feel", say = ["A boy of seven"#)];
    COUNTER_NEVER_ASKED = Warning, "counter-never-asked",
        "A question that the person would ask back belongs to topics on which they have no answers, so it is \
         never asked. Name topics of this scenario, or none for any.",
        [("scenarios/nell-okoro.toml", r#"topics = ["enjoy", "career-path"]"#, r#"topics = ["compensation"]"#)];
    CONTACT_OUT_OF_PLACE = Warning, "contact-out-of-place",
        "A contact belongs to topics on which the person has no answers, so the talk never brings them up by \
         itself. Name topics of this scenario.",
        [("scenarios/nell-okoro.toml", r#"topics = ["advice", "career-path"]"#, r#"topics = ["compensation"]"#)];
    GEM_ON_WEB = Warning, "gem-on-web",
        "An answer is a gem and can be read on the web. What anybody can read is not worth a meeting: take \
         out one of the two.",
        [("scenarios/nell-okoro.toml", r#"gist = "I keep a notebook of what I got wrong"
gem = true"#, r#"gist = "I keep a notebook of what I got wrong"
gem = true
on_web = true"#)];

    // Words.
    TOO_LONG_TO_SAY = Warning, "too-long-to-say",
        "What is said at one go is longer than people talk at one go: more than 130 words, which is most of a \
         minute. Real answers to open questions have some 40 to 90. Cut it in two answers, the second behind \
         a hook.",
        [("scenarios/nell-okoro.toml", r#""Ring the depot, not the office."#, r#""Ring the depot and ask. Then ring again. Say who you are. Bring boots. Carry what they give you. Ring the depot and ask. Then ring again. Say who you are. Bring boots. Carry what they give you. Ring the depot and ask. Then ring again. Say who you are. Bring boots. Carry what they give you. Ring the depot and ask. Then ring again. Say who you are. Bring boots. Carry what they give you. Ring the depot and ask. Then ring again. Say who you are. Bring boots. Carry what they give you. Ring the depot and ask. Then ring again. Say who you are. Bring boots. Carry what they give you. Ring the depot and ask. Then ring again. Say who you are. Bring boots. Carry what they give you. Ring the depot and ask. Then ring again. Say who you are. Bring boots. Carry what they give you. Ring the depot, not the office."#)];
    SHORT_TOO_LONG = Warning, "short-too-long",
        "A short form has more than 14 words. It is what a closed question gets, and it teaches by being \
         short: 2 to 10 words.",
        [("scenarios/nell-okoro.toml", r#"short = "Spend a day in a van first.""#, r#"short = "Spend a day in somebody's van before you decide on anything, and bring your own boots.""#)];
    NEAR_EQUAL_VARIANTS = Warning, "near-equal-variants",
        "Two variants of the same thing are nearly the same text, so there is nothing to be gained by having \
         both. Write the second as the person would put it on another day, or leave it out.",
        [("scenarios/nell-okoro.toml", r#""There you are. I've poured the tea and I've got ten minutes, so ask away.","#, r#""There you are. I've poured the tea and I've got ten minutes, so ask away.",
  "There you are. I've poured the tea and I've got ten minutes, so ask me.","#)];
    LONG_SENTENCE = Warning, "long-sentence",
        "A sentence has more than 45 words. Nobody speaks so, and read from a screen its beginning is \
         forgotten at its end. Make two of it.",
        [("scenarios/nell-okoro.toml", r#""The good days look alike in every trade. It's the dull ones you've got to be able to live in.""#, r#""The good days look alike in every trade and you may enjoy them in all of them and remember them when you are old but it is the dull ones and the wet ones and the ones on which nothing works and nobody thanks you that you have got to be able to live in""#)];
    NOT_SPEECH = Warning, "not-speech",
        "A text has what cannot be said aloud: markup, a list, a stage direction in brackets, an emoji. The \
         person talks; write only what they would say.",
        [("scenarios/nell-okoro.toml", r#""Hot, mostly. And then"#, r#""(laughs) Hot, mostly. And then"#)];
    LONG_HOOK = Warning, "long-hook",
        "The words of a hook are more than four. A learner takes up one or two words; name the detail with \
         those.",
        [("scenarios/nell-okoro.toml", r#"{ words = ["groaning"], to"#, r#"{ words = ["groaning at you, and then"], to"#)];
    SAID_TWICE = Warning, "said-twice",
        "The same sentence stands in two places of a scenario, so a learner may hear it twice in one talk, \
         as if from a machine. Put one of them in other words.",
        [("scenarios/nell-okoro.toml", r#""Small, sometimes. You kneel there in the oil and forty shoes go past you to the stairs.""#, r#""Small, sometimes. I knew I could learn it, and I told nobody that day. I like the mornings.""#), ("scenarios/nell-okoro.toml", r#""Very quiet inside. And then"#, r#""Very quiet inside. I knew I could learn it, and I told nobody that day. And then"#)];
    GIST_NOT_A_CLAUSE = Warning, "gist-not-a-clause",
        "A gist is said after words such as \"as I said:\", in the middle of a sentence: a clause without a full \
         stop, not a sentence and not a heading.",
        [("scenarios/nell-okoro.toml", r#"gist = "I came to lifts from a hair salon""#, r#"gist = "I came to lifts from a hair salon.""#)];
    EMPTY_VARIANT = Warning, "empty-variant",
        "One of the variants of a list has no words. When it is drawn, the person says nothing.",
        [("scenarios/nell-okoro.toml", r#""Goodbye, then. Come out in the van one day, and bring boots.","#, r#""","#)];

    // Teaching: does asking well pay?
    NO_WAY_TO_REFERRAL = Warning, "no-way-to-referral",
        "The person knows nobody else, so a learner who asks \"who else should I talk to?\", the most useful \
         question of such a talk, always gets a no. Write a `[[contact]]` or two.",
        [];
    NO_GEMS = Warning, "no-gems",
        "Nothing here is worth the meeting: no answer is a gem. Think of what this person tells only to \
         somebody who listens, and put it behind a gate.",
        [];
    GEM_FOR_THE_ASKING = Warning, "gem-for-the-asking",
        "A gem has no gate, so it is told to anybody who names the topic. What people keep for those who ask \
         well waits for something: an answer before it, a warmer talk.",
        [("scenarios/nell-okoro.toml", r#"gate = { fact = "said-purpose" }        # told to those who have said what they hope to learn
else = ["I'd have something better for you if I knew what you're after. What do you hope to find out?"]
"#, "")];
    GEMS_FOR_LISTS = Warning, "gems-for-lists",
        "Most gems of this person can be had by reading out a list of questions: their gates wait neither \
         for another answer nor for a warmer talk. Then listening does not pay, and that is what the learner \
         will learn. Gate them by `after` or by `rapport`.",
        [("scenarios/nell-okoro.toml", r#"gate = { after = ["path-salon"], rapport = "warm" }"#, "gate = { minutes = 3 }"), ("scenarios/nell-okoro.toml", r#"gate = { after = ["safe-padlock"], rapport = "warm" }"#, "gate = { minutes = 2 }")];
    NOTHING_TO_ASK_ON = Warning, "nothing-to-ask-on",
        "Whoever asks \"why?\", \"how?\" or \"what was that like?\" about this answer gets a general line. Asking on \
         is the skill that people come to practise: write at least one such follow-up.",
        [("scenarios/nell-okoro.toml", r#"follow = [
  { on = "why", say = ["Your hands remember what went well. Nobody's hands remember what went wrong, so it has to be on paper."], gain = 1 },
  { on = "feel", say = ["The first page was horrible to write. By the third it was a relief, like putting down a bag."], gain = 1 },
]
"#, "")];
    CLOSED_EARNS_STORY = Warning, "closed-earns-story",
        "The short form of an answer is half as long as the full one, or longer, so a closed question earns \
         nearly as much as an open one. Real open questions get answers two to three times as long. Cut the \
         short form, or tell more in the full one.",
        [("scenarios/nell-okoro.toml", r#"say = [
  "Go out with somebody for a day before you decide anything. Most of us say yes if you ask politely and bring proper boots. Don't watch the clever repair. Watch the eighth door of the day, with rain on the stairs and no coffee left, and see if you're still curious. If you are, look for a place where they pay you while you learn.",
]"#, r#"say = ["Watch the eighth door of the day."]"#)];
    NO_SHORT = Warning, "no-short",
        "An answer has no short form, so a closed question gets a general line and not a small true answer. \
         Only a gem may do without.",
        [("scenarios/nell-okoro.toml", r#"short = "Six or seven lifts a day."
"#, "")];
    TOO_LITTLE_TO_TELL = Warning, "too-little-to-tell",
        "All full answers together take less than a third of the minutes that were agreed. A learner who asks \
         well runs out of person. Write more answers, or agree on fewer minutes.",
        [("scenarios/nell-okoro.toml", "minutes = 10 ", "minutes = 40 ")];
    NO_HOOKS = Warning, "no-hooks",
        "No answer has a hook, so there is nothing to listen for. Put a detail into an answer that makes one \
         curious, and let it lead to another answer.",
        [];
    NO_CLOSING = Warning, "no-closing",
        "The person never mentions that the time is nearly up, or does so from the first word: `mention_at` is 0, or \
         not below `minutes`. Learners practise the end of a talk too: the last question, who else to ask, the \
         thanks. Mention the time with three to five minutes left.",
        [("scenarios/nell-okoro.toml", "mention_at = 3 ", "mention_at = 30 ")];
    NOT_INTRODUCED = Warning, "not-introduced",
        "Whoever chooses a person reads the field, the difficulty and the manner; one of them is missing.",
        [("scenarios/nell-okoro.toml", r#"field = "skilled trades"
"#, "")];
    NO_HOMEWORK = Warning, "no-homework",
        "The brief has no facts, so a learner cannot prepare, and cannot be told that a question could have \
         been looked up. Write two or three things that anybody can read about this person or their place.",
        [("scenarios/nell-okoro.toml", r#"facts = [
  "Nell has been with Tarnside Lifts for nineteen years.",
  "Tarnside Lifts has forty engineers and works in one city and the towns around it.",
  "The company takes on four apprentices each September.",
]
"#, "")];
    UNTESTED_PERSON = Warning, "untested-person",
        "No case plays this scenario, so nothing will tell you when a change breaks it. \
         `coffeechat pack new case` begins one.",
        [];
    CASE_EXPECTS_NOTHING = Warning, "case-expects-nothing",
        "A case has no expectation at all, so it passes whatever happens. Say of one line at least what must \
         come of it.",
        [];

    UNKNOWN_EXPECTATION = Warning, "unknown-expectation",
        "A case expects a route or a move that there is not, so it can never pass. The routes are answer, \
         short, follow, hook, else, move, counter, unscripted, off-topic, clarify and fallback; the moves are named \
         by `coffeechat pack explain` after \"Heard\".",
        [("cases/nell-okoro.toml", r#"move = "referral-ask""#, r#"move = "referral""#)];

    // Customs and safety.
    REAL_PHONE_NUMBER = Warning, "real-phone-number",
        "A text has what looks like a telephone number that somebody may have. Numbers kept for stories are \
         safe: 555-0100 to 555-0199 in North America, 07700 900000 to 900999 in Britain.",
        [("scenarios/nell-okoro.toml", r#""Ring the depot, not the office."#, r#""Ring the depot on 0161 834 1199, not the office."#)];
    REAL_ADDRESS = Warning, "real-address",
        "A text has an e-mail address, or a web address with `www.` or `https://`, that may belong to somebody. Addresses kept for stories are \
         safe: those that end in example.com, example.org, example.net, .example or .invalid.",
        [("scenarios/nell-okoro.toml", r#""Ring the depot, not the office."#, r#""Write to depot@tarnsidelifts.co.uk, not to the office."#)];
    CUSTOM_WITHOUT_REASON = Warning, "custom-without-reason",
        "`pack.toml` follows another custom than usual and does not say why. Learners are told the custom with \
         its reason; write the `reason`.",
        [("pack.toml", r#"reason = "A note the next day finds both still thinking of the talk."
"#, ""), ("pack.toml", "within_hours = 24", "within_hours = 72")];
    UNKNOWN_RULE = Warning, "unknown-rule",
        "`[check]` in `pack.toml` names a rule that there is not. `coffeechat pack check --rules` lists them.",
        [("pack.toml", "[etiquette.thank_you]", r#"[check.no-gem]
severity = "off"
reason = "A short talk."

[etiquette.thank_you]"#)];
    CANNOT_BE_LOWERED = Error, "cannot-be-lowered",
        "`[check]` in `pack.toml` lowers a rule without which the pack cannot be played. Mend what it finds \
         instead.",
        [("pack.toml", "[etiquette.thank_you]", r#"[check.unknown-answer]
severity = "warning"
reason = "It is written later."

[etiquette.thank_you]"#)];
}
