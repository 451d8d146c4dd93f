//! What a thank-you note should have.
//!
//! Within a day, while both remember; one thing that was really said, and what the learner will do with it;
//! the introduction that was offered, taken up by name; a way to keep in touch; no job asked for. So career
//! centres say; how soon it is due is set in `pack.toml`, because on that they disagree.

use std::sync::LazyLock;

use super::element::{CONCISE, Element, NO_JOB_ASK, REFERRAL, SPECIFIC, Weight, cues};
use super::outreach::{JOB_ASKS, THANKS};

/// Sentences of a note that speak of jobs and ask for none.
const NO_JOB_IN_NOTE: &[&str] = &[
    "not|never|nor|without|rather|instead .. asking|ask|looking|look|writing|write|after|seeking|hoping|expecting|applying|about|for|here .. job|jobs|position|positions|role|roles|internship|work|anything|opening|openings|vacancy|vacancies|employment|placement|you",
    "thank~|thanks|grateful|appreciate .. referral|referring|introduction|introducing",
    "you said|told|mentioned|described|explained",
    "what you",
];

#[rustfmt::skip]
pub(super) static ELEMENTS: [Element; 9] = [
    Element {
        id: "thanks", met: "Thanks them", title: "thanks", weight: Weight::Needed,
        why: "It is what the note is for, so it stands first.",
        better: "Thank you for your time on Tuesday.",
        names: false,
        cues: LazyLock::new(|| cues(THANKS)),
        unless: LazyLock::new(|| cues(&[])),
    },
    Element {
        id: SPECIFIC, met: "Names one thing they said", title: "one thing that they said", weight: Weight::Needed,
        why: "One detail shows that you listened; praise without one could go to anybody.",
        better: "What you said about the first winter, and why you stayed, has been on my mind since.",
        names: true,
        cues: LazyLock::new(|| cues(&[
            "your _? _? thoughts|advice|insight|insights|story|stories|point|points|tip|tips|suggestion|suggestions|example|examples|idea|ideas|account|description|perspective|words|comment|comments|remark|view|views|answer|explanation|warning|experience|honesty|take|picture|recommendation|reminder|observation|lesson _? on|about|of|that|regarding|into|with|for|when|where", "what|everything|how|when|as|the _? _? you said|told|shared|described|explained|mentioned|talked|showed", "you mentioned|described|explained|recommended|shared|taught|showed|suggested|compared|pointed|admitted|warned", "you told me|us", "you said|talked|spoke about|of|that|how|it|to|the|your", "how you _? came|got|left|found|went|moved|learned|learnt|dealt|handle|handled|decide|decided|keep|kept|work|worked|felt|feel|manage|managed|explain|explained|talk|talked|see|look|looked|taught|started|ended|stayed|made|make|cope|coped", "hearing|hear|learning|learn|heard|learned|learnt .. about|how|that|why|what", "i learned|learnt|understood|realised|realized that|how|about|why|a|so|more|what|much", "especially|particularly|really|most|truly _? appreciated|liked|enjoyed|loved|valued|remember|struck|helpful|interesting|useful|resonated|stood|value|like|love", "stuck|stayed|resonated|resonates|remained with me", "struck|surprised|moved|impressed|helped me", "the story|stories|part|moment|example|bit|idea|advice|point|tip of|about|where|when|with|that|you|from", "i keep|kept|have been thinking|coming|remembering", "on my mind", "did not know|realise|realize|expect", "had no idea", "never thought", "changed how|the way|my",
        ])),
        unless: LazyLock::new(|| cues(&["speaking|talking|meeting|chatting with me $", "enjoyed|appreciated|liked|loved our|the|your conversation|talk|chat|meeting|time $", "learned|learnt so|a much|lot $", "you never answered|told"])),
    },
    Element {
        id: "will_do", met: "Says what you will do with it", title: "what you will do with it", weight: Weight::Needed,
        why: "People like to hear that their advice goes somewhere.",
        better: "I've signed up for the evening course you described.",
        names: false,
        cues: LazyLock::new(|| cues(&[
            "i will|shall _? ask|apply|try|read|look|sign|take|start|use|practise|practice|write|call|email|contact|visit|spend|make|do|go|begin|bring|put|work|speak|talk|build|join|buy|book|shadow|check|watch|think|rethink|follow|change|give|order|study|learn|research|see|reach|get|definitely|certainly|certain|sit|keep|consider|volunteer|focus|prepare|add|rewrite|enrol|enroll|register|set|carry|apply", "i am going to _? ask|apply|try|read|look|sign|take|start|use|practise|practice|write|call|email|contact|visit|spend|make|do|go|begin|bring|put|work|speak|talk|build|join|buy|book|shadow|check|watch|think|rethink|follow|change|give|order|study|learn|research|see|reach|get|definitely|certainly|certain|sit|keep|consider|volunteer|focus|prepare|add|rewrite|enrol|enroll|register|set|carry|apply", "i am|was planning|hoping|about to|on", "plan|intend|decided|resolved|resolve to", "look|looking forward to applying|trying|using|putting|reading|practising|practicing|testing|taking", "took|taken|taking|take your advice|suggestion|tip|words", "following|followed|follow your advice|suggestion|tip|lead", "i have|already|just|now|today _? started|begun|signed|ordered|booked|bought|read|asked|joined|rebuilt|written|tried|looked|enrolled|registered|changed|rewritten|applied|set|downloaded|borrowed|arranged|put|made|added|found|contacted|emailed|written|called|subscribed|reserved", "i started|signed|ordered|booked|bought|joined|rebuilt|tried|enrolled|registered|rewrote|borrowed|arranged|reserved", "next|this|tomorrow|tonight _? i|we _? will|am|start|plan|shall|begin", "as|like|which you suggested|advised|recommended", "put|putting _ _? into practice|use", "my next|first step|steps", "keep|keeping that|this|it|your in mind",
        ])),
        unless: LazyLock::new(|| cues(&["i will|shall be forever|eternally|always", "i will|shall _? _? keep|stay|be in|you touch|posted|updated|informed|connected|contact", "you would be|are a good|great", "receiving|hearing from"])),
    },
    Element {
        id: REFERRAL, met: "Takes up their introduction", title: "the introduction they offered", weight: Weight::Welcome,
        why: "Whoever lends you their name wants to know that you will use it with care.",
        better: "I'll write to Ms Okoro this week and mention that you suggested it.",
        names: false,
        cues: LazyLock::new(|| cues(&[
            "introduc~ me|us|to|with", "introduction|introductions|intro to|with|you|and", "refer|referred|referring me|us to", "your introduction|referral|intro", "putting|put|offering|offered .. in touch|contact", "connecting|connected me with|to", "offering|offered|offer|kind|willing to introduce|connect|put|pass", "passing|passed|giving|gave|given|sharing|sent|sending .. name|names|contact|contacts|number|details|address|email of|for", "reach~|write|writing|wrote|written|contact~|email~|call~|message~|speak|spoke|talk .. you suggested|recommended|mentioned|sent|gave|pointed|named", "mention|mentioning|mentioned|say|said|saying|tell|told .. your name|you sent|you suggested|that you", "you referred|pointed|directed|sent me", "referral|referrals", "the name|names|contact|contacts you",
        ])),
        unless: LazyLock::new(|| cues(&["send|give me .. names|name|contacts|people", "any other|if there|anyone|anybody|someone"])),
    },
    Element {
        id: "keep_in_touch", met: "Keeps in touch", title: "keeping in touch", weight: Weight::Welcome,
        why: "Saying when you will be in touch makes the next message expected.",
        better: "I'll let you know in a month how the course is going.",
        names: false,
        cues: LazyLock::new(|| cues(&[
            "tell you .. how|what|when|if|whether", "keep|keeping|stay|staying|be|remain in|on touch|contact", "keep|keeping|stay|staying connected", "keep|keeping you posted|updated|informed|up", "keep you in", "in the loop", "let|letting you know how|what|when|if|whether|where|about", "cross|crossing|crosses paths", "report back", "send|give|drop you an|a|another _? update|note|line|message|picture|photo", "update you", "write|be in touch _? again|in|when|after", "talk|speak|meet|see _? again|soon", "check back|in", "hear how you|it|things", "follow up", "tell you how",
        ])),
        unless: LazyLock::new(|| cues(&["let me know"])),
    },
    Element {
        id: "within_24h_mention", met: "Says when you talked", title: "when you talked", weight: Weight::Welcome,
        why: "\"Yesterday\" shows that the note did not wait, and helps them place you.",
        better: "Thank you for talking with me yesterday.",
        names: false,
        cues: LazyLock::new(|| cues(&[
            "today|yesterday|tonight", "this|yesterday morning|afternoon|evening|lunchtime|noon", "last night|evening", "earlier today|this", "just now", "an|few hour|hours ago", "just spoke|talked|met|got|left",
        ])),
        unless: LazyLock::new(|| cues(&["^ .. ps you"])),
    },
    Element {
        id: "offer_back", met: "Gives something back", title: "something given back", weight: Weight::Welcome,
        why: "A talk can go both ways, even when you are new.",
        better: "If a fresh pair of eyes on the leaflet would help, I'd be glad to be that.",
        names: false,
        cues: LazyLock::new(|| cues(&[
            "anything|something|way|ways _? i can|could|may|might _? do|help|offer|return|be|support|assist", "if i can|could|may ever? _? help|return|be|do|repay|assist", "happy|glad|love|like|delighted to _? return|help|repay|share|send|pass|do|lend", "return the|your favour|favor|kindness", "let me know if|how i|there", "in return", "repay", "here is|are|i attach|attached|enclosed _? _? article|paper|link|book|photo|picture|recipe|map", "thought|think you might|may|would like|enjoy|be|find", "of help|use|service to you", "feel free to ask|call|contact|use",
        ])),
        unless: LazyLock::new(|| cues(&["resume|cv|position|opening|vacancy|job"])),
    },
    Element {
        id: NO_JOB_ASK, met: "Asks for no job", title: "leave the job out", weight: Weight::Needed,
        why: "A note that asks for more takes back the thanks.",
        better: "Leave it out: whoever liked talking with you will think of you.",
        names: false,
        cues: LazyLock::new(|| cues(JOB_ASKS)),
        unless: LazyLock::new(|| cues(NO_JOB_IN_NOTE)),
    },
    Element {
        id: CONCISE, met: "Is short", title: "make it short", weight: Weight::Needed,
        why: "Three or four sentences are read at once, and answered.",
        better: "Keep the thanks, the one thing they said, and what you will do.",
        names: false,
        cues: LazyLock::new(|| cues(&[])),
        unless: LazyLock::new(|| cues(&[])),
    },
];
