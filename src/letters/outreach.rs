//! What a message that asks for a talk should have.
//!
//! The elements are those that career centres agree on: who writes, how they come to this person, why this
//! person, what they want to learn, how little time it takes, when and how, thanks; under 100 to 150 words, the
//! connection first, and no word about a job.

use std::sync::LazyLock;

use super::element::{CONCISE, Element, NO_JOB_ASK, Weight, cues};

/// Words that ask for a job, or bring the papers for it. Shared with the thank-you note.
pub(super) const JOB_ASKS: &[&str] = &[
    "is|are|you|currently|still|now hiring|recruiting",
    "openings|vacancy|vacancies",
    "opening at|for|on|in",
    "have|had already? applied",
    "already applied",
    "applied|applying for|to|through|via|online",
    "my job? application|candidacy",
    "application for|attached|enclosed|ready",
    "consider|considered|considering me|my for|as|application|candidacy",
    "refer|referring|referral|recommend|recommending me|us for|internally|$",
    "refer|referring|recommend me|us to hr|the|your? hiring|recruiter|manager|team|recruiting|hr",
    "a|your referral for",
    "put|putting in a? good? word|name",
    "good word",
    "my? resume|cv|résumé .. attached|attach|enclosed|below|forward|share|send|pass",
    "attach~|enclose~ .. resume|cv|portfolio|transcript|application|cover",
    "share|send|forward|pass|submit|review|drop my|a|the .. resume|cv|transcript|cover|application",
    "look|looking at my resume|cv|application|portfolio",
    "my resume|cv|résumé is|was|to|with|for|and|on",
    "job|position|role|internship|placement|apprenticeship|vacancy|spot for me",
    "suitable for someone|somebody|me",
    "give|get|offer|find|land|secure me|us a|an|any|some|the job|position|role|internship|placement|apprenticeship",
    "give me job|internship|work",
    "look|looking|searching|seeking|hunting|search for? a|an|any|my|new|full|part|paid|entry|summer|first _? _? job|jobs|position|positions|role|roles|internship|internships|placement|work|employment|opportunities|opportunity",
    "looking|searching|seeking|hunting for job|jobs|work|employment|internship|internships|opportunities|roles|positions",
    "an asset to",
    "hire|employ|recruit me|us|someone",
    "great|good|perfect|strong|ideal|right|best fit|candidate|match for|to|on|at|here|with",
    "best candidate",
    "a great|good|perfect|strong fit $",
    "available|able to start",
    "hiring manager|team",
    "to|with hr",
    "get|help me in|into|hired your|the|this company|firm|team|door|role|job",
    "help me get|land|find|secure a|an|the|this? job|internship|role|position|placement|work|interview",
    "job offer",
    "your offer",
    "receiving|receive an|your offer",
    "my salary|pay would|will|expectation|expectations",
    "are|is there any? jobs|job|positions|position|roles|internships|internship|work",
    "any jobs|job|positions|position|internships|internship",
    "interested in the|this|a|an _? _? position|job|internship|vacancy|opening at|on|with|posted|advertised|$",
    "apply|applying for|to the|this|a|an|your|any _? _? role|position|job|internship|team|company",
    "employ~ me",
    "i would|will like|love to work for|at|in|with you|your",
    "join your|the team|company|firm",
];

/// Sentences that say there is no such thing in it.
pub(super) const NO_JOB: &[&str] = &[
    "not|never|nor|without|rather|instead .. asking|ask|looking|look|writing|write|after|seeking|hoping|expecting|applying|about|for|here .. job|jobs|position|positions|role|roles|internship|work|anything|opening|openings|vacancy|vacancies|employment|placement|you",
    "not hiring",
    "no job|position|favour|favor|strings|need",
];

/// Words of thanks. Shared with the thank-you note.
pub(super) const THANKS: &[&str] = &[
    "thank~|thanks|thx|ta|cheers",
    "grateful|gratefully|gratitude|obliged|indebted",
    "appreciate|appreciated|appreciative|appreciation",
];

#[rustfmt::skip]
pub(super) static ELEMENTS: [Element; 10] = [
    Element {
        id: "who_i_am", met: "Says who you are", title: "who you are", weight: Weight::Needed,
        why: "A stranger answers a person sooner than a question.",
        better: "My name is Sam Lee, and I'm in my second year of nursing at City College.",
        names: true,
        cues: LazyLock::new(|| cues(&[
            "my name is", "^ i am _ _? _? from|at|with|in|here", "^ i am _ a|an|the|your|and|from", "^ _? _? nurse|teacher|student|bookkeeper|engineer|accountant|developer|designer|graduate|analyst|manager|assistant|clerk|apprentice|trainee in|at|from|here|turned|by", "first|second|third|fourth|final year student|nurse|apprentice|in|at", "this is _ _? from|in|at|again", "^ .. it is _ .. we met|from|here", "i am .. student|junior|senior|sophomore|freshman|fresher|undergraduate|graduate|grad|apprentice|trainee|pupil|nurse|teacher|engineer|developer|designer|analyst|researcher|changer|veteran|intern|assistant|technician|manager|writer|cook|driver|carer|parent|volunteer",
            "i am a|an|currently|finishing|studying|training|about|one|your|half|final|second|third|first|last|just|still|also|retraining|returning|leaving|switching|changing|moving|working|based|from|year", "i am in my|the|year|school|college|between", "i am at _ university|college|school", "i am _ years|year old", "i am _ _? _? years|year student|old|into",
            "^ i study|teach _", "i|we study|studied|teach|taught|work|worked|graduated|majored|major|trained|train|run|drive|drove|cook|nurse|code|volunteer as|in|at|for|from|with|a|an|my|the", "i have been|spent|worked|studied|taught|trained|run", "i just|recently|have finished|graduated|left|moved|started|completed|qualified", "i finished|graduated|left|started|begin|began _? _? school|college|university|degree|studies|course|training|job|work|year|last|this|in|from", "years as|of|in", "as a|an _? _? student|graduate|apprentice|trainee|pupil|nurse|teacher|engineer|newcomer|beginner|junior|senior|parent|changer",
        ])),
        unless: LazyLock::new(|| cues(&["i am a big|huge|great|long|keen|regular|massive fan|admirer|reader|listener|follower", "i am a highly|very|hard|quick", "i am currently|a available|free"])),
    },
    Element {
        id: "connection", met: "Says how you come to this person", title: "how you come to this person", weight: Weight::Needed,
        why: "Career centres put the connection first: it is why a stranger reads on.",
        better: "Our lecturer Ms Okoro gave me your name after your guest talk.",
        names: true,
        cues: LazyLock::new(|| cues(&[
            "came|come|coming across", "stumbled|stumble across|upon|on", "found|find|discovered|noticed you|your|this|that _? _? profile|name|work|post|article|page|talk|book|paper|site|website|video|podcast|through|via|on|in|while|from", "saw|seen|read|reading|watched|heard|attended|enjoyed|following|followed your|you|the|an? _? _? _? talk|post|posts|article|articles|profile|interview|lecture|piece|book|paper|blog|video|videos|page|presentation|panel|name|comment|episode|podcast|workshop|webinar|thread|column|story|speak|speaking|talking|give", "listened|listening to your|you|the", "was|sat|been at|in your|the _? talk|lecture|workshop|panel|class|webinar|session|open|visit|tour",
            "gave|given|passed|passing me|us your name|contact|address|number|email|details", "suggested|recommended|advised|said|told|thought|proposed|encouraged .. contact|reach|write|get|talk|speak|email|message|call|you|ask", "mentioned|named you|your", "introduced us|me|you", "pointed|directed me to|towards|your|toward", "got|have|had your name|contact|address|details|number|email from|through|via|off|by",
            "mutual _? friend|contact|connection|acquaintance|friends|contacts|connections", "my|your|our|a|the|former|old _? friend|colleague|classmate|teacher|professor|lecturer|tutor|adviser|advisor|cousin|uncle|aunt|mother|father|mum|mom|dad|sister|brother|neighbour|neighbor|coach|boss|supervisor|counsellor|counselor|flatmate|roommate _? _? suggested|told|gave|said|mentioned|recommended|works|worked|knows|introduced|thought|pointed|spoke|speaks|passed|put", "we met|spoke|talked|sat|chatted|crossed at|in|on|last|when|during|the|briefly|after|before", "met|spoke|talked|saw you|to|with _? at|in|last|during|on", "i met you",
            "share|shared a|an|the|our connection|alma|hometown|school|teacher|friend|same|background", "fellow _", "alumni|alumnus|alumna|alum|alums|alumnae", "same school|university|college|programme|program|club|town|street|department|course|degree|lecturer|teacher|team|village|hospital", "we|you both|also _? went|studied|grew|come|came|attended|volunteer|work|worked|belong", "previous|earlier|last|recent|our conversation|chat|talk|meeting|exchange|call", "profile|you|name|page|details .. through|via|on|in linkedin|facebook|instagram|twitter|the alumni|directory|our|website|university", "through|via|in|from the|our|a _? _? alumni|directory|network|society|association|newsletter|career|careers|group|chapter|meetup|mentoring", "i follow|followed|read _? you|your", "have been following|reading|listening|subscribed .. you|your", "your student|former|neighbour|neighbor|guest|visit|talk at|in|to our|my|the", "wrote|commented|replied on|to my|your|the same? post|thread|question|article",
        ])),
        unless: LazyLock::new(|| cues(&["hiring", "opening|vacancy|position|posting"])),
    },
    Element {
        id: "why_you", met: "Says why this person", title: "why this person", weight: Weight::Needed,
        why: "One true detail shows that the message was written to them and to nobody else.",
        better: "Your piece on cutting night-shift alarms made me want to understand how you did it.",
        names: true,
        cues: LazyLock::new(|| cues(&[
            "inspired|impressed|struck|fascinated|moved|intrigued|drawn|encouraged|amazed|touched by|with|to|at _? _? your|you|how|the|that", "your _? _? _? _? caught|stood|stands|resonated|resonates|inspired|inspires|interests|impressed|fascinates|fascinated|struck|stayed|stuck .. attention|out|with|me|my|eye", "your _? _? _? _? helped|inspired|taught|convinced|encouraged me", "your ... is|are|was|were|would|seems|sounds|be _? inspiring|interesting|invaluable|valuable|relevant|exactly|unusual|unique|rare|remarkable|impressive|fascinating|helpful|exciting|close|what",
            "your experience|path|work|background|perspective|career|story|journey|insight|view|route|move|project|switch|transition .. attention|stood|interest|interests|inspiring|invaluable|valuable|relevant|exactly|resonates|resonated|unusual|caught|unique", "interested|interest|curious in|about learning|hearing|knowing|understanding|finding? more|out? about? your|how you|what you|why you", "interested in your|how you|what you|the way you", "caught|grabbed|held my eye|attention|interest", "stayed|stuck with me", "said|told|mentioned|saw|read|heard|noticed|that _? you came|moved|went|changed|switched|started|left|wrote|spoke|talked|built|ran", "you wrote|said|spoke|talked|described|explained .. about|that|how|moving|changing|from", "seeing|hearing|reading|watching your", "stood out", "made|makes me curious|think|want|wonder|realise|realize|laugh|stop|look", "loved|liked|enjoyed|admire|admired|appreciated|love _? your|how|the way|part|what|that you", "because|since|as you|your _", "i know|saw|read|see|noticed|understand|heard|hear|learned|learnt that? you _? lead|led|run|ran|made|moved|built|went|changed|switched|started|spent|worked|work|helped|wrote|designed|teach|taught|know|founded|opened|came|left|do|did|have|had|are|were", "few people|others|nurses|engineers|designers", "nobody|one else|of the few", "what excites me", "especially|particularly|most your|the way you|how you|interested|interests|curious|drawn", "exactly what|the kind|where i", "you are|were one of|the first|the only|somebody|someone who",
        ])),
        unless: LazyLock::new(|| cues(&["fascinated|impressed|inspired by your _? _? organisation|organization|company|firm|institution|corporation"])),
    },
    Element {
        id: "what_to_learn", met: "Says what you want to learn", title: "what you want to learn", weight: Weight::Needed,
        why: "A clear question is easy to say yes to; \"pick your brain\" is not.",
        better: "I'd like to hear how you found your way from the ward into planning.",
        names: true,
        cues: LazyLock::new(|| cues(&[
            "hear|learn|know|understand|ask|talk|discover|find|see|discuss|explore .. about|how|why|whether|what", "hear|get|have|understand|learn|ask _? your|some|any|you _? story|advice|view|views|thoughts|perspective|opinion|experience|take|insight|insights|impressions|journey|path", "hear|learn from your|you|someone|people|somebody", "advice", "curious about|how|what|why|to|whether", "question|questions about|on|i|for|regarding", "listen to", "hearing|learning .. about|how|why|what", "wonder|wondering how|what|why|whether", "tell me about|how|what|why", "your journey|insight|insights|perspective|story|experience on|into|about|with|of|in",
        ])),
        unless: LazyLock::new(|| cues(&["hear about any|openings|jobs|positions|the role", "talk|chat about the|my role|position|application|candidacy|resume|cv"])),
    },
    Element {
        id: "time_asked", met: "Says how many minutes", title: "how many minutes", weight: Weight::Needed,
        why: "A number makes a yes cheap: fifteen or twenty minutes is what people have.",
        better: "Would you have twenty minutes?",
        names: false,
        cues: LazyLock::new(|| cues(&[
            "1~|2~|3~|4~|5~|6~|9~|ten|fifteen|twenty|twentyfive|thirty|forty|five|one|two|sixty minutes|minute|mins|min|minutes'|hours|hour|hrs|hr", "10min~|15min~|20min~|25min~|30min~|45min~|60min~|10m|15m|20m|30m", "half an? hour", "half hour", "quarter of? an hour", "an|one|1 hour of|with|for|to|your|call|at|or|on|in|over|$",
        ])),
        unless: LazyLock::new(|| cues(&[])),
    },
    Element {
        id: "flexibility", met: "Says when, and bends", title: "when, and that you can bend", weight: Weight::Needed,
        why: "Whoever asks does the fitting in; two or three possible times save a round of messages.",
        better: "Any afternoon in the next two weeks works for me, and I'm glad to fit around your shifts.",
        names: false,
        cues: LazyLock::new(|| cues(&[
            "whenever|wherever|anytime", "any time|day|afternoon|morning|evening|week|weekday", "around|fit|with|to|suit|match|into .. your|you _? schedule|calendar|diary|timetable|shifts|availability|shift|hours|rota|day|week|plans|time", "flexible", "at your convenience", "convenient for|to you", "works|suits|suit|fits _? best|you|for|your", "work best|for you", "i am|can|could|be|am _? free|available on|in|at|all|most|any|from|between|after|before|next|this|every|mondays|tuesdays|wednesdays|thursdays|fridays|monday|tuesday|wednesday|thursday|friday|weekends|weekdays|evenings|mornings|afternoons|during|tomorrow|until|both|either|and|or", "free|available|could|can|meet|talk|call|do|time .. monday~|tuesday~|wednesday~|thursday~|friday~|saturday~|sunday~|weekend~|evening~", "next|this|on monday~|tuesday~|wednesday~|thursday~|friday~|saturday~|sunday~ or|and|if|afternoon|morning|evening|at|after|before|would|works|suits|$", "next|this|following|coming week|month|fortnight|days or|and|if|would|could|at|some|any|works|suits|$", "over|in|during|within|sometime the? next|coming|this _? week|weeks|month|fortnight|days", "mornings|afternoons|evenings|weekends|weekdays", "your availability", "what|which|when time|day|days|times|would|is|are|works|suits .. you|suit|best|work|good|convenient", "when you have|are|find|can|next|get _? time|free|moment|minute|available", "happy|glad|able|willing to come|meet|work|travel|fit|adapt|adjust|accommodate|call", "i will|can|would|could make|fit|work it|whatever|any|around|myself", "no rush|hurry", "at a time", "set|suggest|propose|name|pick|choose a|the|whatever time|day|date|slot",
        ])),
        unless: LazyLock::new(|| cues(&["available to start", "earliest convenience", "i wrote|emailed|called"])),
    },
    Element {
        id: "channel", met: "Says how you would talk", title: "how you would talk", weight: Weight::Needed,
        why: "By telephone, on a screen, over coffee: they can picture it, and answer with one word.",
        better: "A phone call would be fine, or I could come to you.",
        names: false,
        cues: LazyLock::new(|| cues(&[
            "call|calls|zoom|phone|telephone|video|teams|skype|facetime|whatsapp|meet|hangouts|videocall|webex", "coffee|tea|lunch|breakfast|cuppa", "in person", "face to face", "visit|come by|past|to|you|your|along|over", "drop|stop|swing by|in", "by|over|via|through email|mail|e|message|text|chat|post", "walk with you", "minutes|minute|time to|for a? quick|brief|short? chat", "your office|workshop|studio|ward|site|classroom|farm|kitchen|lab|shop|desk", "on site|screen|line|linkedin", "shadow you|somebody|someone|for", "sit in with|on",
        ])),
        unless: LazyLock::new(|| cues(&["email|message|letter|note finds you", "phone|call number|center|centre"])),
    },
    Element {
        id: NO_JOB_ASK, met: "Asks for no job", title: "leave the job out", weight: Weight::Needed,
        why: "Asking for a job turns a talk that costs nothing into a decision, and the usual answer is no.",
        better: "I'm not looking for a position: I'd like to understand the work before I choose a course.",
        names: false,
        cues: LazyLock::new(|| cues(JOB_ASKS)),
        unless: LazyLock::new(|| cues(NO_JOB)),
    },
    Element {
        id: "thanks", met: "Thanks them", title: "thanks", weight: Weight::Needed,
        why: "They give time to somebody they do not know.",
        better: "Thank you for thinking about it, whatever you decide.",
        names: false,
        cues: LazyLock::new(|| cues(THANKS)),
        unless: LazyLock::new(|| cues(&["application|candidacy"])),
    },
    Element {
        id: CONCISE, met: "Is short", title: "make it short", weight: Weight::Needed,
        why: "Career centres say 100 to 150 words: what fits on the screen of a telephone is read at once.",
        better: "Keep one sentence for each of the points above.",
        names: false,
        cues: LazyLock::new(|| cues(&[])),
        unless: LazyLock::new(|| cues(&[])),
    },
];
