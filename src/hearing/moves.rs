//! Moves: what a part of a line does when it is not a question about the other's work.
//!
//! Order is meaning: what would cost most if it were missed is tried first. A request for a job and a
//! request for someone to talk to look alike to a keyword; here they differ in who is asked to do what.

use std::ops::Range;
use std::sync::LazyLock;

use super::cue::Cues;
use super::heard::Act;
use crate::text::words::Word;

/// The move a segment makes, by its words without lead-in.
pub(super) fn find(words: &[Word]) -> Option<(Act, Range<usize>)> {
    MOVES.find(words).map(|(act, place)| (*act, place))
}

/// The move a segment makes if it asks nothing.
pub(super) fn find_stated(words: &[Word]) -> Option<(Act, Range<usize>)> {
    STATED.find(words).map(|(act, place)| (*act, place))
}

/// Whether a line that asks leave asks it for the partner's name: to mention them, or who sent one.
pub(super) fn is_about_name(words: &[Word]) -> bool {
    const NAMES: [&str; 9] = [
        "name",
        "names",
        "mention",
        "mentioned",
        "mentioning",
        "sent",
        "referred",
        "recommended",
        "reference",
    ];
    words.iter().any(|word| NAMES.contains(&word.text.as_str()))
}

/// Whether a statement about them says outright that it says back what was heard: "you're saying that…".
pub(super) fn says_back(words: &[Word]) -> bool {
    SAYS_BACK.find(words).is_some()
}

#[rustfmt::skip]
static SAYS_BACK: LazyLock<Cues<()>> = LazyLock::new(|| Cues::new([
    (&(), &[
        "^ you are|were saying|telling|describing|suggesting|talking|basically|essentially", "^ you .. mean|meant|said|mentioned|sound|sounds|seem", "^ you basically|essentially|really|ended|found|felt|feel|learned|value",
    ][..]),
]));

/// Whether a line asks to hear the last answer again.
pub(super) fn asks_again(words: &[Word]) -> bool {
    AGAIN.find(words).is_some()
}

#[rustfmt::skip]
static AGAIN: LazyLock<Cues<()>> = LazyLock::new(|| Cues::new([
    (&(), &[
        "^ sorry|pardon|what|excuse me? $", "repeat|say that|it|again please|again|$", "say that|it again", "come again $", "what did you say|just", "did not catch|hear|get that|it|you", "could|can|would you repeat", "^ sorry what|pardon $", "one more time|once more $", "i missed that|it", "say|put|explain it|that .. simpler|simply|differently|slower|slowly", "i did|do not really|quite|fully? understand that|it|you|$", "i am not following", "you lost me", "what was that last",
    ][..]),
]));

/// Whether a goodbye ends the talk: "bye" does, "that's all I wanted to ask" does not yet.
pub(super) fn is_farewell(words: &[Word]) -> bool {
    FAREWELL.find(words).is_some()
}

/// Whether a courtesy ends in a goodbye: "thank you and take care".
pub(super) fn ends_in_farewell(words: &[Word]) -> bool {
    FAREWELL.find(words).is_some_and(|(_, place)| place.end == words.len())
}

#[rustfmt::skip]
static FAREWELL: LazyLock<Cues<Act>> = LazyLock::new(|| Cues::new([
    (&Act::Goodbye, &[
        "bye~", "goodbye~", "good bye|night", "^ see you|ya", "see you|ya around|soon|later|tomorrow|then|next|again|$", "talk|speak to? you soon|later", "take care now|and|then|bye|$",
        "have a great|good|nice|lovely|wonderful|pleasant|fantastic|safe|productive .. day|week|weekend|evening|afternoon|morning|one|night",
        "enjoy the|your rest|day|weekend|evening|afternoon|week", "^ farewell|cheerio|ciao|later|laters|adios $", "^ cheerio|farewell|ciao _ $", "let you go|get", "i have to|should|must|will|better go|run|leave|dash", "have|got|need to really|just? go|run|leave|dash|rush|off|head now|sorry|soon|though|$", "until next", "i am off",
    ][..]),
]));

/// Moves that are moves whether they ask or state.
#[rustfmt::skip]
static MOVES: LazyLock<Cues<Act>> = LazyLock::new(|| Cues::new([
    (&Act::JobAsk, &[
        "can|could|would|will you .. get|give|offer|find|land me|us a|an|the|some|any|this|that|your? _? job|role|position|internship|placement|apprenticeship|interview|work|gig",
        "can|could|would|will you .. hire|employ|recruit me|us", "would|could|will you take me on", "do you need a|an|another assistant|apprentice|intern|trainee|helper $", "^ i could|can start tomorrow|monday|immediately|now $", "^ i could|can start right|straight away $", "^ i could|can start next week|month|year|monday", "^ i could|can start in|from january|february|march|april|may|june|july|august|september|october|november|december", "do you think you could .. get me|us a|an", "any|a chance of a|an _? job|internship|placement|position|role", "can|could|would|will you pass|send|give|forward|hand my|our resume|cv|application", "can|could|would|will you give|get|offer|find me a|an job|internship|placement|position|interview|role",
        "can|could|would|will you .. put|pass|give|send|forward|hand|drop .. resume|cv|application|my name .. on|to|along|in|hr|boss|manager|team|recruiter|$",
        "can|could|would|will you .. put in a good|kind? word", "put in a good word for me|us|$", "put a good? word in for me|us|$",
        "can|could|would|will you refer me for|to a|the|this|that|your|any? _? job|role|position|opening|vacancy|internship|req|posting",
        "can|could|may|should|shall i .. send|give|forward|email|leave|show you|with my|a|our? _? resume|cv|application|portfolio",
        "here is my resume|cv|application", "i brought|attached|have my|a copy? of? my? resume|cv", "take|look at my resume|cv|application", "my resume|cv with you",
        "^ are|is you|they|your|the|this|that|your .. hiring|recruiting|taking on? $", "^ is _ hiring|recruiting $", "^ are|is you|they|your|the .. hiring|recruiting right|at|now|for|currently|any|new|people|interns|graduates|juniors|this",
        "you guys|currently|still|also|all|even hiring|recruiting", "is|are your|the|ur company|team|firm|place|organisation|department hiring|recruiting", "company|team|firm|place|organisation|department is|are hiring|recruiting", "can|could|do|should|would i apply|join to|for|at|with|your|the|here .. team|company|job|role|position|program|programme|internship|you", "if|once|when i join|joined your|this|the _? team|company|firm|department|crew|office|group|studio|practice", "if i were|was to join you|your|this", "if i got hired|the job .. team|company|you|here|$", "if you hired|hire me", "if i came|come to? work for|with you|your", "you see me working|fitting|joining", "value|what can|could|would i|my add|bring|offer|contribute to? your|this|the? team|company|firm|department|organisation|office|group",
        "^ do|does|would|will you|they|your|the .. have any|an|a|some .. opening|openings|vacancy|vacancies|positions|internships|internship",
        "is|are there a|an|any _? opening|openings|vacancy|vacancies|position|positions|place .. for me|somebody|someone", "if|whether there is|are any|an|a .. vacancies|vacancy|opening|openings|position|positions|jobs here|at|on|in|for|$", "you have|had any|an|a .. vacancies|openings|vacancy|opening|positions|jobs", "^ do|does|would you|they|your .. need|want anyone|anybody|someone|somebody|people|staff|help|hands here|at|now|else|in|$", "can|could|would|will you get|bring|take|squeeze|slip me|us|someone|somebody in|into|on|like", "can|could|would|will your _ give|hire|take|offer|get me|us", "^ do|does you|they|your .. have a|any|some job|jobs|role|roles|position|placement|placements for|at|on|in|here|available|open|going|right|coming|$",
        "^ are|is there any|a|an|some _? opening|openings|vacancy|vacancies|positions|jobs|job|internships|roles|position here|at|on|your|available|open|going|right|now|coming|$",
        "^ any|got _? openings|vacancies|vacancy|jobs|positions|internships",
        "^ i want|need|would like|love? a|the|this|your job|position|role|internship here|at|with|in|from|now|please|$",
        "i am|was looking|searching|hunting for a|an|my|the|any? first|new|summer? job|role|position|internship|placement|work .. can|could|do|are|is you|your",
        "i would like|love to apply|work for|here|at|with|under you|your|here|this|the|a", "^ .. i want to work|apply for|at|with|here you|your|here|this|$", "i want to apply",
        "can|could|may i .. work|intern|apply|start here|with|for|at you|your|here|this|the|$", "hire me", "consider me for", "give me a|the|an|your job|chance|internship|position",
        "concerns about my application|candidacy|resume|cv", "would|will you hire me", "^ i|we really? need a|this|the job", "status of my application", "when can i start $", "my chances of getting|being hired|the|a|this|here", "job|position for me $",
        "do you have anything|something|work for me", "can|could|would|will you .. hook|fix|set me up? with a|an|the|some|any? _? job|role|position|internship|placement|interview|work", "^ hook|fix|set me up with a|an|some? job|role|position|internship|placement|interview|work",
        "can|could|do|would|should i .. get hired|employed here $", "can|could|do|would|should i .. get hired|employed by|with you", "can|could|do|would|should i get a|the|this job|position|internship here $", "can|could|do|would|should i get a|the|this job|position|internship with you $", "can|could|do|would|should i get a|the|this job|position|internship at your place|firm|company|office|school|hospital|station|team $", "i .. to get a|the|this job|position|internship with you $", "can|could|do|would|should i apply here $", "my chances of a|the|getting job|position|place", "chances for me",
        "is|are there .. opening|openings|vacancy|vacancies|position|positions|internship|internships|placement|placements that? i|we can|could|might|may apply|fill for|here|$ here|$",
    ][..]),
    // Said of one's own question, not of them.
    (&Act::Acknowledgement, &[
        "^ you can|may|could say no|pass $", "^ you do not have|need to answer|say|tell that|it|me|this? $", "^ no need to answer $",
        "^ sorry|oops|apologies|pardon that|this|it|i was|is|am .. stupid|silly|dumb|boring|rude|mean|unfair|uncalled|wrong|harsh", "^ that|it|this was .. rude|mean|unfair|harsh|stupid|silly of me",
    ]),
    // "… Have I got that right?" says back what came before it.
    (&Act::Reflection, &["^ have i got|understood that|it|you|this right|correctly|$", "^ did i get|understand that|it|you|this right|correctly|$"]),
    (&Act::Rude, &[
        "shut up|it $|and|you|now|already|please", "^ shut up about", "^ you talk|speak|ramble|moan too much $", "^ you talk|speak|ramble|moan too much just", "^ just answer $", "^ so? you|they were|are a|an|just _ that is|was boring|lame|stupid|pointless|dumb $", "^ so? you|they were|are a|an|just _ _ that is|was boring|lame|stupid|pointless|dumb $", "how hard can it|that be $", "^ your dog|hair|face|breath|kitchen stinks $", "^ your _ stinks mate|lol|man $", "^ are not you .. too|bit old|young|fat for this|that|it work|job|$", "^ you people just throw|sit|make|push", "that|this was|is a|an|such|so|the dumb|stupid|boring|useless|pointless|idiotic answer|thing|reply|story", "^ you clearly|obviously|really|just? know nothing", "^ you should be fired|sacked|ashamed", "^ i do not care|give about|for|a your|you|what|any|damn|toss", "^ are you dumb|stupid|deaf|blind|thick|slow $", "^ you are|were so|very|really|just|such|a|an? boring|stupid|useless|dumb|lying|rude|annoying|pathetic|idiot|liar|fool|moron|joke|arrogant", "you idiot|moron|loser", "waste|wasting of? my time", "this is a waste", "^ you did not|never answer|answered my|the question", "^ that is not what i asked", "^ that did|does not answer", "^ just? answer my|the question", "^ who cares $", "^ i do not care $", "^ i do not care about your|you|that|this|it $", "^ whatever $",
        "^ what a stupid|dumb|boring|joke|load|waste", "^ this|that|it is|was so|really|just|totally|completely? boring|stupid|useless|dumb|pointless|ridiculous $", "^ this|that|it is|was so|really|just? stupid|useless|dumb|pointless|ridiculous you are", "^ your job|work|company|field|life sounds|seems|looks|is so|really|pretty|kind? of? boring|stupid|pointless|useless|dumb|meaningless|lame $", "^ honestly|frankly? anyone|anybody|everyone could|can do what|your|this|that|it", "fuck~", "screw you", "go to hell", "^ stupid answer|person $", "what a stupid|dumb|silly question|answer|thing", "^ hurry up", "^ get to the point", "^ you suck", "^ this|it sucks", "bullshit", "^ you do not know anything", "^ are you stupid|dumb|deaf|even listening", "shame on you", "^ so? boring $", "^ blah",
    ]),
    (&Act::PermissionAsk, &[
        "may|can|could|should|might i|we .. mention|use|say|tell|drop|give .. your name|introduction", "may|can|could|should|might i|we .. mention|say|tell them|her|him|that? .. you sent|suggested|recommended|referred|told|gave|spoke|talked|put|pointed", "may|can|could i .. mention|use you|this|that|us|our when|if|to|in|as|conversation|talk|chat",
        "ok|okay|alright|fine|mind|comfortable|happy .. if i .. mention|mentioned|use|used|say|said|drop|dropped|tell|told .. your|you|that|we|us", "^ if i|we mention|mentioned your|you", "^ if i|we use|used|drop|dropped your name", "^ if i|we say|said .. you sent", "mind .. me|my mentioning|using|saying|dropping .. your|you|name", "mention|use|drop your name", "say|tell .. you sent me|us", "okay|ok|fine|alright to mention|use|say .. you|your|name|that",
    ]),
    (&Act::ReferralAsk, &[
        "anyone|anybody|someone|somebody|people|persons|person|folks|colleague|colleagues|others|contacts else? .. i|we .. talk|speak|meet|contact|reach|chat|connect|approach|interview|write",
        "anyone|anybody|someone|somebody|people|persons|person|folks|colleague|colleagues|others else? .. you .. recommend|suggest|think|advise|introduce|point|know|refer .. i? .. talk|speak|meet|contact|reach|chat|connect|approach|me|$",
        "anyone|anybody|someone|somebody else .. i|we .. ask|learn", "anyone|anybody|someone|somebody else? .. you .. send|point|steer me to|towards|toward", "anyone|anybody|someone|somebody else? .. i|we could|can|might|should|ought to? sit with|down", "who else? .. should|could|can|might|may|would|ought i|you .. talk|speak|meet|contact|reach|chat|connect|approach|interview", "whom|who .. would|do|should you|i .. advise|suggest|recommend .. i|me|to? .. consult|speak|talk|meet|contact|approach|ask", "^ who else .. i|talk|speak|know|ask|meet $", "^ who else should|could|would|might|can", "^ who else do you know",
        "recommend|suggest|name|think of anyone|anybody|someone|somebody|a person|people else? .. talk|speak|meet|contact|reach|chat|connect|who|in|i|to|for|$", "recommend|suggest .. other people|persons|colleagues|contacts|someone|somebody|anyone",
        "introduce|connect|refer me|us to|with", "introduction|intro to a|an|some|any|your|the|someone|anyone|her|him|them", "introduce|introducing|connecting me $", "introducing|connecting me to|with", "put me in touch|contact", "point me to|towards|toward|at|in .. person|people|someone|anyone|somebody|direction of",
        "do|would|might you _? know|have of? anyone|anybody|someone|somebody|people|others|colleagues|folks else? i|in|else|with|doing|at|from|working|willing|$", "do|would|might you happen to know|have anyone|anybody|someone|somebody|people|others", "who .. you would|might|could|should|will? suggest|recommend|advise i|me|to|we? to? contact|talk|speak|meet|ask|approach|$", "^ any|some|are|is|there other? colleagues|people|friends|contacts|folks|others .. chat|talk|speak|meet|help with|to me|us", "who would|might|could be a|the good|best|right person|people|one to|for talk|speak|ask|contact|meet|me|chat|approach", "do|would you know any|some|other|of .. who|that would|might|could|can .. talk|speak|chat|meet|help", "point|direct|steer|send me to|towards|toward|at .. someone|anyone|somebody|person|people|others|colleague", "who else ... i could|can|might|should learn|talk|speak|ask|meet|write", "name|names .. to contact|talk|speak|approach|call|write|ask", "give|giving me a|some|any|one|two name|names|contact|contacts", "do|would|might you _? know anyone|anybody|someone|somebody|people .. who|that is|are|was|works|work|could|might|would|made|does|did|switched|moved|changed|has|have",
        "is|are|was|were there .. anyone|anybody|someone|somebody|people|other people|others|colleagues else? .. i|you|who|worth|$", "anyone|anybody|someone|somebody else? .. worth|good|useful talking|speaking|meeting|to", "anyone|anybody|someone|somebody|people else? to talk|speak|meet|chat|connect|contact|reach",
        "other people|folks|professionals|colleagues|contacts .. talk|speak|meet|contact|reach|connect|chat to|with|$", "any other contacts|referrals|people|names", "any referrals|contacts", "^ anyone|anybody|someone else $", "can|could|may|might|should i|we .. talk|speak|chat to|with anyone|anybody|someone|somebody else|next|in|on|who|from", "let|put me .. talk|speak|chat to|with anyone|anybody|someone|somebody", "i would like|love|want to talk|speak|chat to|with anyone|anybody|someone|somebody", "^ talk|speak|chat to|with anyone|anybody|someone|somebody else|next|in|on|who|from",
    ]),
    (&Act::KeepInTouch, &[
        "^ let|shall|should|may|can|could|hope|i|we .. keep|stay|be|remain|get in touch|contact", "^ .. let us|i|we|us|may|can|could|hope|like|love|want|will|would .. keep|stay|be|remain|get in touch|contact", "^ keep|stay in touch|contact", "keep in touch $", "get back in touch", "stay|keep|be connected", "keep you posted|updated|informed|in the loop", "^ .. keep|stay in contact $",
        "may|can|could|might|should i .. email|mail|write|message|contact|call|text|ping|follow|add|dm to? you|back", "may|can|could|might i drop you a", "may|can|could|might i write|ring|phone again $", "may|can|could|might i write|ring|phone and tell", "may|can|could|might i write|ring|phone when|once i", "may|can|could|might i come back|again|round $", "may|can|could|might i come back|again and|when|if|once|some|another|in", "may|can|could|might i come to the|your .. day|evening|event|exhibition", "may|can|could|might|should i .. reach out", "may|can|could i .. connect|link with you|on", "may|can|could i .. get|have your email|number|card|contact|details|address|linkedin",
        "mind|ok|okay|alright|fine .. if i .. email|mail|write|emailed|wrote|message|messaged|contact|contacted|call|called|text|texted|reach|reached|connect|connected|add|added|follow|followed .. you|out|up|back|again", "happy|open|willing .. to|for .. stay|keep|connect|be in|on|again",
        "connect|add|follow|find|friend you|me|each|with|up? .. on linkedin|twitter|instagram|facebook", "reach out .. again|later|later|if i|in the future|down the", "what is|would be the|your best|preferred|right|easiest? way to|of|for .. reach|contact|get|stay|keep", "best|easiest|right way .. to|for? reach|contact|get|stay|keep|find|follow|connect out|in|to|with? to|with|up|touch|hold? you|touch|contact|online", "best to contact|reach you", "where|how can|could|should|do|might people|folks|listeners|we|i|someone|they best? reach|contact|find|follow|get you|hold|touch",
        "what is your email|number|linkedin|contact|phone", "your email|card|linkedin|contact details? $", "let you know how", "tell|write you how it|i|things|that went|goes|go|get|got|works|worked|turns|turned", "follow up with you", "would you like|mind|want|be .. keep|keeping|stay|staying|connect|connecting", "exchange numbers|emails|contacts|details|cards", "talk|speak|chat|meet|catch up? again|sometime|soon in|later|if|some|after|once|next|a few",
    ]),
    (&Act::CoffeeOffer, &[
        "can|could|may|shall|should|let i|me|us .. get|buy|bring|offer|grab|fetch|order|treat you|us a|an|some|another|your|the|something|anything? .. coffee|tea|drink|something|anything|water|lunch|cup|cake|espresso|refill|one|another|to|latte|cappuccino|biscuit|muffin",
        "let me .. pay|get|buy|treat|cover|grab|take|fetch this|you|it|for|the|that|your|these|yours", "love|like|happy|want|glad to .. buy|get|offer|treat you a|an|to|some|lunch|coffee", "would you like|care a|an|some|another|any|more|something|anything|for? .. coffee|tea|drink|water|cup|eat|lunch|refill|cake|biscuit", "do|would you want|fancy|take a|an|some|another|more|any? coffee|tea|drink|water|cup|latte|espresso|refill", "would you like a|an|some|another|more|any? coffee|tea|drink|water|cup",
        "coffee|drink|drinks|lunch|tea|this|it|one is|are on me", "on me $", "my treat|round", "i will|would|can|shall pay|get|buy|cover this|the|it|that|for|these|yours|your|our|lunch|coffee", "i am buying|paying", "what can|may|could i get|bring|buy you", "what are you having|drinking $", "^ coffee|tea $", "how do you take your coffee|tea", "^ milk|sugar or|and? sugar|milk? $",
    ]),
    (&Act::TimeCheck, &[
        "do you|we still have|got a|another|any|some|few|enough|a? few|couple|five|ten|little|bit? .. time|minute|minutes|moment|moments", "do|have you|we still|perhaps|maybe? have|got a|another|few|couple|some|five|ten few|of|more? more? minutes|minute|moment|moments $", "do|have you|we still? have|got time for one|another|a|more|just|two|any few|last|final|more? question|questions|one|$", "do|have you|we still? have|got time $", "how are you|we doing? for|on|with time", "how much|many time|minutes do|have you|we have? left|got", "how much time|longer have|do|is|are you|we|there got|have|left now|left|$", "^ how long have we got|left left|before|until|till", "^ how long have we left of|now|$", "^ how much of the|our|your _? time|hour|break|minutes|slot have i|we used|taken|had|left", "timer|clock doing|saying $", "how long have you got", "how long do you have $",
        "is|are does this|it|now|we|you|twenty? still a? good|ok|okay|alright|fine|convenient time|for|with|$", "is now|this a|still? a? good|bad|ok|okay|fine time", "are|is you|we|it|everything still? ok|okay|good|alright|fine for|on|with time", "mindful|conscious|aware|respectful|careful of|about your|the|our? time|schedule", "respect your|the time|schedule", "keep|keeping|have|having an|my eye on the|your? time|clock", "check|checking|watching the|on|my? time|clock", "we|you are|am almost|nearly|about|close|just|running|getting .. out|up|over|time|late|end",
        "^ how long do we|you have left? $", "^ how long have we|you got? left? $", "almost|nearly|running out of time $", "^ .. we|i are|am out of time", "time is up|almost|nearly|running|short|about|getting", "we probably|only|just? have time", "time for one|another|a|two|just|only last|final|quick|more question|questions|thing", "time for one|another question", "i know|see|notice|realise|realize .. time is|minutes are|up|left $", "we|i still? have|got|about|only .. minutes left|more|to|$", "we|you promised|said|agreed|booked .. minutes|half",
        "have|do you|we got|have _? _? minutes|minute", "should|shall i come|call|ring|write back|again|another", "have you got _ more? minutes|minute", "do|are you|we need|have|got|going to be|get|go|rush|dash|run anywhere|somewhere|off|back|soon|away", "our|the|my|that half|hour|time|slot|thirty|twenty hour|minutes|$ up|over|gone", "still a good|ok|okay|fine|convenient|alright time|moment", "all right for|on time", "another|a|next meeting|appointment|call|patient|client|lesson|class after|next|soon|straight|to|now", "i promised|said .. half|hour|minutes|time", "do you|we need|have to go|leave|run|stop soon|now|at|in|yet|then|$", "you have another|a? meeting|call to|at|in|soon|next|coming|$", "should|shall we wrap|stop|finish|end|keep", "one|a last|final|few|couple more? minutes|minute left|remaining", "time check", "do not want to take|keep|hold|overrun|eat .. time|you|long|longer", "taking|taken|take up? too much|more of your time", "i have about? .. minutes left",
    ]),
]));

/// Moves that state.
#[rustfmt::skip]
static STATED: LazyLock<Cues<Act>> = LazyLock::new(|| Cues::new([
    (&Act::Reflection, &[
        "^ it|that|this really? sounds|seems|feels|looks|appears like|as|to|that", "^ sounds|seems|looks|feels like|as|that|to", "^ what you are|were saying|describing|telling is", "^ what i am|was|hear hearing|taking|getting|understanding|hear is",
        "^ you are|were saying|telling|describing|suggesting|talking|basically|essentially|really|more", "^ in other words", "^ if i understand|understood|heard|get|hear|am|have .. right|correctly|you|well|this|hearing", "^ let me see|make|check if|sure|that .. understand|got|right|understood|have|follow", "^ i hear you|that|a|how", "^ i understand that", "^ you .. mean|meant .. that|is|to",
        "^ basically|essentially|really you|the|it|being|what|that|your", "^ you basically|essentially|really|kind|sort|actually|just|ended|almost|had|felt|feel|seem|wanted|love|found|fell|went|came|chose|decided|learned|value|got|were|sound|see|must|did|never|always|still|still|left|moved|started|think|believe|prefer|need|enjoy|like|care|like|work|worked|made|took|became",
        "^ the .. matter|matters|is|was|are|were .. to|for|more|most|really|what .. you", "^ that is why you", "^ that must|would have|be", "^ _ ... is|was what|why|where|how you", "^ must be|have|feel", "^ for you .. it|that|the|is|was", "^ you would say|rather", "^ that is|was .. for you|what|how|where|when", "^ not .. but", "^ it|that|this was|is .. more|less|really|about|not|mostly|all .. than|about|but|for|you|who|that", "^ the real _ is|was",
    ][..]),
    (&Act::Purpose, &[
        "i|we wanted|want|hope|hoped|hoping|would|am|was|came|asked|reached|wrote|like|love .. to|here|hoping|out|trying|because|if|about .. learn|hear|understand|know|find|see|explore|figure|get|ask|talk|pick .. about|from|how|what|more|whether|if|out|your|you|a|sense|feel|idea|into|better|advice|brain|insight|picture|why",
        "i am|was|have|would .. trying|hoping|exploring|figuring|thinking|considering|deciding|interested|curious|looking|torn|working .. to|out|about|in|into|whether|between|for|if|at|on", "reason i .. reached|asked|wrote|wanted|contacted|am|came", "^ the purpose|goal|aim|idea of|today|is|was|for|here", "i am here to|because", "my goal|aim|hope|purpose|plan|idea|interest is|was|today|for|in", "^ mostly|mainly i .. want|hope|am|would", "what i .. hope|want|like|love|am .. to|is|hoping|from .. learn|hear|understand|know|get|take|find|see",
        "i am not looking|asking|here for a|to? job|work", "^ hoping to learn|hear|understand|find", "i thought i would ask|hear|learn", "would like your advice|perspective|view|thoughts|take|insight|input",
    ]),
    (&Act::Goodbye, &[
        "^ bye~", "^ goodbye~", "^ good bye|night", "good bye", "bye $", "bye bye", "goodbye $", "^ see you|ya soon|later|around|then|next|tomorrow|again|there|$", "talk|speak to? you soon|later|again", "^ take care", "have a great|good|nice|lovely|wonderful|pleasant|fantastic|safe|productive .. day|week|weekend|evening|afternoon|morning|rest|time|one|night|trip|journey", "enjoy the|your rest|day|weekend|evening|afternoon|week|lunch|coffee|holiday", "that is|was all|everything .. from|for|i|me|of|my|on|$", "^ thats all", "i think|guess that|this is|covers|was .. it|all|everything|about", "i really|do|just? have|got|need to really|just? go|run|leave|dash|head now|sorry|soon|though|$", "^ got|have|need to go|run|dash|leave now|sorry|soon|bye|thanks|$", "go|run|dash|off see you $", "i have to|should|need|must|will|better go|run|leave|head|get|let|be .. now|going|off|you|go|back|soon|$", "i will let you go|get|be", "let you go|get back", "that covers everything|it|all|my", "no more|further|other questions", "^ farewell|cheerio|cheers|ciao|later|laters|adios $", "was|been .. nice|great|lovely|good|wonderful|pleasure .. meeting|talking|speaking|chatting|to|meet", "nice|great|lovely|good|wonderful|pleasure talking|speaking|chatting .. to|with", "^ until next", "^ cheerio|farewell|ciao|adios _? $", "wrap .. up|this|it .. up|here|there", "best of luck", "all the best", "i am off|done", "we can|should|could stop|end|finish|leave .. here|there|it|now",
    ]),
    (&Act::Thanks, &[
        "^ thanks", "thanks $", "thanks a|for|again|so|very|to|i|and|that", "thank you", "thank u", "^ much appreciated", "i|we .. appreciate|appreciated|grateful|thankful", "^ appreciate", "so|very|really|deeply grateful|generous|thankful", "so|very|really kind of you|$", "^ many|big|huge thanks", "^ cheers", "means a lot|so", "this|that|it was|is|has|have been? so|very|really|extremely|super|incredibly|most|such|a? helpful|useful|kind|generous|insightful|valuable|invaluable|help", "this|that helps|helped", "^ so|very|super|really helpful|useful", "kind of you", "good|nice|generous of you", "^ ta $", "you have been .. help|helpful|kind|generous|great|wonderful|patient",
    ]),
    (&Act::Greeting, &[
        "^ hi~ $", "^ hello $", "^ hey $", "^ hi|hello|hey|hiya|howdy|greetings|morning|afternoon|evening", "^ good morning|afternoon|evening|day", "^ nice|good|great|lovely|pleased|glad|happy|pleasure .. meet|meeting|see|seeing you|finally", "^ it is|was? .. nice|good|great|lovely|pleasure .. meet|meeting|see you", "^ how are|is you|it|things|everything|your|are .. doing|going|today|day|$|been", "^ how do you do $", "^ how is it going", "^ how have you been", "^ how was your weekend|day|trip|journey|morning|week|commute", "^ what is up", "^ sup|yo|hiya|heya $", "can|do you hear|see me", "^ welcome", "^ i hope you are|had|have .. well|good|doing|nice", "^ i am glad|happy|pleased|excited .. meet|see|here|talk|you", "^ you must be _ $",
    ]),
    (&Act::Acknowledgement, &[
        "^ i see|understand|understood|get|hear|know $", "^ i see|get|hear .. that|it|what|you|why|how", "^ makes|make|making .. sense", "that|this|it .. makes .. sense", "^ got it|you|that", "^ fair enough|point|$", "^ right|sure|okay|ok|yeah|yes|yep|true|exactly|absolutely|definitely|indeed|totally|agreed|understood|noted|perfect|nice|cool|great|good|awesome|amazing|wow|gosh|interesting|fascinating|incredible|impressive|lovely|beautiful|brilliant|fantastic|wonderful|excellent|really|oh|ah|ahh|aha|hm|hmm|mm|mhm|huh|ooh|whoa|ouch|neat|fine|alright|lol|haha|ha|damn|yikes|phew|sweet|fun|funny|sad|wild|crazy|tough|okey|k|kk|ic|nah|no|uh $", "^ cool|nice|great|ok|okay|right|sure|yeah|yes|wow|oh|ah|mm|haha|no|very|so|how|what|really|pretty|quite|super cool|nice|great|ok|okay|right|sure|yeah|yes|wow|oh|ah|mm|haha|no|interesting|fascinating|good|true|kind|impressive|amazing|funny|sad|hard|tough|exciting|neat|inspiring|beautiful|helpful|useful|thing|story|point|idea|answer|lovely|brave|god|gosh|a|fair|much|honest|refreshing|reassuring",
        "^ that|it|this is|was|sounds|must|seems|makes|feels|has .. interesting|fascinating|amazing|incredible|impressive|great|good|cool|nice|awesome|wonderful|lovely|hard|tough|difficult|fair|true|right|helpful|useful|inspiring|beautiful|brave|funny|sad|awful|terrible|exciting|reassuring|refreshing|encouraging|surprising|wild|crazy|rough|brilliant|fantastic|insightful|honest|sense|heavy|lot|new|neat|kind|exhausting|frightening|scary|intense|rewarding|lonely|remarkable|clear|striking|moving|touching|so|long|point|unusual|story|idea|way|answer|feat|achievement|journey|stressful|amazing|smart|clever|huge|big|really|very|quite|something", "^ i had|have no|never idea|thought|clue|heard|considered|realised|realized|known|knew", "^ i did not know|realise|realize|expect", "^ i never|would|had knew|thought|have|realised|realized|not .. of|about|that|it|known|guessed|thought|expected", "^ what a|an _", "^ my god|goodness|gosh|oh|word $", "^ how wonderful|interesting|lovely|nice|sad|kind|strange|odd|brave|clever|funny|exciting|awful|fascinating|touching|generous that|of|it|to", "^ i never would|could have", "^ oh|wow|gosh|goodness|ah|omg|blimey|heavens .. my|god|gosh|goodness|wow|dear|man|boy|no|that|really|ok|i|okay|$", "^ good|great|nice|excellent|fair|interesting to|point|question|stuff|one|idea|story|for|advice|know|answer", "^ i really|so|truly|totally? like|love|admire|respect that|how|the|your|it|what|you", "^ i am|was? so? sorry", "^ sorry to|about|for that|you|hear|your|the", "^ that sounds|must", "^ poor|oh no|you", "^ i can .. imagine|see|understand|relate|tell|picture|hear", "^ i .. agree", "^ of course", "^ no way|kidding|wonder|doubt|problem|worries", "^ you are right", "^ that is right|true|it|fair|$", "^ same here", "^ i bet", "^ congratulations|congrats|respect|kudos", "^ well done|said|put", "^ sorry to hear", "^ i am sorry to|that|about|you", "^ poor you", "^ that|it must", "^ no idea", "^ wow", "^ _ _? weeks|years|months|hours|days|times|people|percent|miles|million|thousand $", "^ really", "^ interesting", "^ so true|interesting|cool", "^ how interesting|fascinating|cool|lovely|wonderful|funny|sad|awful|exciting|nice|hard|amazing|strange $",
    ]),
    (&Act::Introduction, &[
        "my name is", "^ i am _ and? i|my", "^ i am in my", "a bit|little about me|myself", "^ i am|was a|an|in|from|at|studying|currently|the|doing|finishing|starting|about|graduating|majoring|working|training|learning|half|new|just|also|nineteen|twenty|thirty|forty|fifty|year|originally|only|not|pretty|very|so|really|bit|little|nervous|shy", "^ i study|studied|work|worked|live|graduate|graduated|finished|major|go|grew|teach|run|trained|moved|did|got|have|come|started|left|used|just|spent|do", "my mum|mom|dad|father|mother|sister|brother|uncle|aunt|parents|grandmother|grandfather|family|background|degree|course|major|background|english|school|class|final|partner|wife|husband|friend", "as a student|beginner|nurse|teacher|graduate", "^ i am _ $", "^ this is _ $", "^ me too", "^ i .. myself",
    ]),
    (&Act::Answer, &[
        "^ yes|yeah|yep|no|nope|nah|sure|mostly|maybe|perhaps|probably|not|sometimes|often|never|always|both|neither|either|well|because|partly|fine|good|great|pretty|okay|ok|very|quite _", "^ i", "^ we", "^ because", "^ it|that|they|there", "^ good|fine|great|well and|thanks|you", "and you|yourself $", "how about you $",
    ]),
]));

#[cfg(test)]
mod tests {
    use super::{Act, find, find_stated};
    use crate::text::words::words;

    #[test]
    fn a_job_is_not_advice_and_a_person_is_not_a_topic() {
        #[rustfmt::skip]
        let cases: [(&str, Option<Act>); 43] = [
            ("can you get me a job there",                           Some(Act::JobAsk)),
            ("are you hiring at the moment",                         Some(Act::JobAsk)),
            ("could I send you my CV",                               Some(Act::JobAsk)),
            ("could you put in a good word for me with your boss",   Some(Act::JobAsk)),
            ("who else should I talk to",                            Some(Act::ReferralAsk)),
            ("is there anyone else you'd recommend I speak with",    Some(Act::ReferralAsk)),
            ("could you introduce me to someone in planning",        Some(Act::ReferralAsk)),
            ("may I mention your name when I write to her",          Some(Act::PermissionAsk)),
            ("can I email you if I have more questions",             Some(Act::KeepInTouch)),
            ("can I get you a coffee",                               Some(Act::CoffeeOffer)),
            ("do you still have a few minutes",                      Some(Act::TimeCheck)),
            ("shut up",                                              Some(Act::Rude)),
            ("how long do we have",                                  Some(Act::TimeCheck)),
            ("how long have we got left",                            Some(Act::TimeCheck)),
            ("is there a vacancy I could apply for",                 Some(Act::JobAsk)),
            ("could you hook me up with an internship",              Some(Act::JobAsk)),
            ("how can I get hired here",                             Some(Act::JobAsk)),
            ("what would I have to do to get a job with you",        Some(Act::JobAsk)),
            ("how do I get a job at your place",                     Some(Act::JobAsk)),
            ("sorry, that was stupid",                               Some(Act::Acknowledgement)),
            ("this is stupid, you're useless",                       Some(Act::Rude)),
            ("that was rude of me",                                  Some(Act::Acknowledgement)),
            ("aren't you a bit old for this",                        Some(Act::Rude)),
            ("you talk too much, just answer",                       Some(Act::Rude)),
            ("how long have we got before the truck",                Some(Act::TimeCheck)),
            ("may I write and tell you what I hear",                 Some(Act::KeepInTouch)),
            ("if I mentioned you in my letter",                      Some(Act::PermissionAsk)),
            ("you can say no",                                       Some(Act::Acknowledgement)),
            ("have I got that right",                                Some(Act::Reflection)),
            ("is there somebody else you'd send me to",              Some(Act::ReferralAsk)),
            ("could I talk to someone in planning",                  Some(Act::ReferralAsk)),
            ("Do you need an assistant?",                            Some(Act::JobAsk)),
            ("I could start in June",                                Some(Act::JobAsk)),
            ("I want to work here",                                  Some(Act::JobAsk)),
            ("what would my days look like if I joined your team",   Some(Act::JobAsk)),
            ("if you hired me, what would you expect",               Some(Act::JobAsk)),
            ("do you have any jobs",                                 Some(Act::JobAsk)),
            ("how much time do we have left",                        Some(Act::TimeCheck)),
            ("do you need to leave soon",                            Some(Act::TimeCheck)),
            ("is this still a good time",                            Some(Act::TimeCheck)),
            ("shall we stay in touch",                               Some(Act::KeepInTouch)),
            ("do you know anyone who works in leakage",              Some(Act::ReferralAsk)),
            ("would you mind introducing me",                        Some(Act::ReferralAsk)),
        ];
        let heard = |line| find(&words(line)).map(|(act, _)| act);
        let wrong: Vec<_> = cases
            .iter()
            .filter(|(line, expected)| heard(line) != *expected)
            .map(|(line, _)| (line, heard(line)))
            .collect();
        assert_eq!(wrong, []);
    }

    #[test]
    fn what_only_looks_like_a_move_is_none() {
        let lines = [
            "how do people get a first job in this field",
            "what do you look for when you hire someone",
            "what advice would you give someone applying",
            "who do you work with day to day",
            "how do you manage your time",
            "what does your boss do all day",
            "what do you do when it is really boring",
            "do you think anyone can do this job",
            "how do you do that every night?",
            "I can start on my list if you like",
            "I could start right away with my questions",
            "do you need a helper to lift the hood",
            "how long do you have to wait for parts",
            "how do I get a job in this field",
            "how did you get a job here",
            "what do people do to get a job at your age",
            "are there jobs that I can do sitting down",
            "are you ever too young to start",
            "what do you do about people who talk too much",
            "which part of that is boring",
            "how hard can it get in winter",
            "what if I said that out loud",
            "what can you say no to",
            "your office smells of cedar",
            "your kitchen smells amazing",
            "you people all work nights",
            "you speak too much German at work",
            "are you too young for that pension",
            "it was boring and you quit",
            "they told you to shut up about it",
            "so you are stupid busy in December",
            "they set me up with an interview last week",
            "how would I get hired by an airline instead",
            "could I get the job done without a licence",
            "how could I get a job here in Portugal",
            "are there internships I could take in other towns",
            "what are the chances of a position at sea",
            "if I said that, would you have believed me",
            "if I used that tool, would it break",
            "can I come back to that in a moment",
            "can I come round to the pay",
            "could I come by bus",
            "could I write in pencil on the exam",
            "how much of it have I got right",
            "how long have I got to study",
            "how long have we got trains here",
            "how do I talk to somebody who lost a parent",
            "I talk to someone in HR every week",
            "you do not have to say that to customers",
            "cheerio, Sam",
            "how do you talk to somebody who is panicking",
            "how much time do you spend in meetings",
            "how many minutes do you have per patient",
            "do you have to get a license",
            "do you need to be good at maths",
            "when do you have to be at work",
            "how long do you have to study for that",
            "do you have time for hobbies",
            "should I keep studying maths",
            "how do you keep in touch with clients",
            "do you know anyone who regrets it",
            "do you like coffee",
            "are there any jobs in this field for someone like me",
            "what would you tell someone who says I need a job",
            "did anything good come out of it",
            "I'm wondering if water could be something for me",
        ];
        let wrong: Vec<_> = lines
            .iter()
            .filter_map(|line| find(&words(line)).map(|(act, _)| (line, act)))
            .collect();
        assert_eq!(wrong, []);
    }

    #[test]
    fn statements_are_told_apart() {
        #[rustfmt::skip]
        let cases = [
            ("thanks for making time",                        Act::Thanks),
            ("it sounds like the people matter most",         Act::Reflection),
            ("I'd love to hear about your path",              Act::Purpose),
            ("I'm a second-year student",                     Act::Introduction),
            ("bye",                                           Act::Goodbye),
            ("good morning",                                  Act::Greeting),
            ("nice to see you",                               Act::Greeting),
            ("got to go, see you",                            Act::Goodbye),
            ("cheerio, Sam",                                  Act::Goodbye),
            ("I see",                                         Act::Acknowledgement),
            ("eleven weeks",                                  Act::Acknowledgement),
        ];
        for (line, expected) in cases {
            assert_eq!(find_stated(&words(line)).map(|(act, _)| act), Some(expected), "{line:?}");
        }
    }
}
