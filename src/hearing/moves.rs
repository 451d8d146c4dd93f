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

/// Whether a goodbye ends the talk: "bye" does, "that's all I wanted to ask" does not yet.
pub(super) fn is_farewell(words: &[Word]) -> bool {
    FAREWELL.find(words).is_some()
}

#[rustfmt::skip]
static FAREWELL: LazyLock<Cues<Act>> = LazyLock::new(|| Cues::new([
    (&Act::Goodbye, &[
        "bye~", "goodbye~", "good bye|night", "^ see you|ya", "talk|speak to? you soon|later", "take care",
        "have a great|good|nice|lovely|wonderful|pleasant|fantastic|safe|productive .. day|week|weekend|evening|afternoon|morning|one|night",
        "enjoy the|your rest|day|weekend|evening|afternoon|week", "^ farewell|cheerio|ciao|later|laters|adios $", "let you go|get", "i have to|should|must|will|better go|run|leave", "until next", "i am off",
    ][..]),
]));

/// Moves that are moves whether they ask or state.
#[rustfmt::skip]
static MOVES: LazyLock<Cues<Act>> = LazyLock::new(|| Cues::new([
    (&Act::JobAsk, &[
        "can|could|would|will you .. get|give|offer|find|hook|land|set|sort me .. job|role|position|internship|interview|placement|work|offer|gig|apprenticeship",
        "can|could|would|will you .. hire|employ|recruit|take me",
        "can|could|would|will you .. put|pass|give|send|forward|hand .. word|resume|cv|application|name .. in|on|to|along|for|hr|boss|manager|team|recruiter|hiring",
        "can|could|would|will you .. refer me for|to the|a|this|that|any|your? .. job|role|position|opening|vacancy|internship|req|posting",
        "can|could i .. send|give|forward|email|leave|show you my resume|cv|application|portfolio",
        "can|could|would you .. look|pass|forward|submit|take .. at? my resume|cv|application .. to|along|on|in",
        "here is my resume|cv|application", "i brought my resume|cv", "i attached|have|brought .. copy .. resume|cv",
        "^ are|is you|they|your|the|there|this .. hiring|recruiting|taking",
        "^ is|are _ hiring|recruiting", "^ is _ _ hiring",
        "^ do|would|does you|they|your .. have any|a|an .. opening|openings|vacancy|vacancies|jobs|positions|roles|job|position|internship|internships|placement|placements",
        "^ are|is there any|a|an .. opening|openings|vacancy|vacancies|jobs|positions|roles|job|position|internships|internship|placements for? me? .. here|at|on|in|with|for|available|right|open|now|your|me|coming|$",
        "any|got .. openings|vacancies|jobs|positions|roles going|available|open|for|at|here|right|in|coming",
        "i want|need|would a|the|this|your job|position|role here|at|with|in|now|please|$",
        "i am|was looking|searching|hunting|applying for a|the|an|any .. job|role|position|internship|work|placement .. can|could|do|are|is|here|at|with|you|your",
        "i would like|love to apply for|to work for|here", "i want to work for|at|with|here you|your|here", "^ how can|do i get hired|a job here|by|at|with",
        "^ can|could i .. work|job|start|intern|apply|shadow for|with|here|at|under you|your|here|this|company",
        "hire me", "give me .. job|chance|internship|position", "consider me for", "do you have .. for me", "did|have you .. look|looked|read|seen .. my application|resume|cv",
        "what are my chances .. here|getting|job|you|hired", "concerns about my application|candidacy|resume|fit", "would you hire me|someone", "need .. job", "the status of my application",
        "when can i start", "put in a good word", "my application .. status|here|get|go|look",
    ][..]),
    (&Act::Rude, &[
        "shut up|it", "you are|were|is boring|stupid|useless|dumb|an|lying|wrong|wasting|terrible|rude|annoying|arrogant|full|not|the? ..? idiot|liar|time|worst|helpful|joke $",
        "you are boring|stupid|useless|dumb|annoying|rude|terrible|pathetic|lying", "this is boring|stupid|useless|dumb|pointless|a waste|ridiculous", "waste|wasting of? my? time",
        "you did not .. answer my|the question", "that is not what i asked", "that did not answer", "answer my|the question", "who cares", "i do not care about|what|$", "whatever $", "what a stupid|dumb|boring|waste|joke|terrible",
        "your job|work|company|field .. is|sounds|seems|looks .. boring|stupid|pointless|easy|useless|dumb|awful|terrible|meaningless|lame", "anyone|anybody|everyone|monkey|child|robot|ai could|can .. do what|your|this|that",
        "fuck~", "screw you", "go to hell", "stupid question|answer|job|person", "hurry up", "get to the point", "you suck", "this sucks", "bullshit", "you do not know|understand anything|what", "are you stupid|dumb|serious|deaf|listening|even", "idiot", "moron", "loser", "shame on you", "boring $", "^ blah",
    ]),
    (&Act::PermissionAsk, &[
        "may|can|could|should|might i|we .. mention|use|say|tell|drop|give .. your|you|that name|sent|suggested|recommended|referred|spoke|talked|from|we",
        "ok|okay|alright|fine|mind|comfortable|happy .. if i .. mention|mentioned|use|used|say|said|tell|told|drop|dropped .. your|you|name|that|we",
        "mind .. me|my mentioning|using|saying|dropping .. your|you|name", "mention your name", "use your name", "say you sent me", "say that you|we .. sent|spoke|talked|suggested", "tell them .. you sent|suggested|recommended|referred|told",
    ]),
    (&Act::ReferralAsk, &[
        "anyone|anybody|someone|somebody|people|person|persons|who|colleague|colleagues|others|else|whom .. else? i .. should|could|can|might|may|ought .. talk|speak|meet|contact|reach|chat|connect|approach|interview|write|email|ask|get|turn",
        "who .. should|could|would|can|might i|you .. talk|speak|meet|contact|reach|chat|connect|approach|recommend|suggest|next",
        "anyone|anybody|someone|somebody|people|person|colleague|colleagues|others|else|contacts .. recommend|suggest .. i? .. talk|speak|meet|contact|reach|chat|connect|to|$",
        "recommend|suggest .. anyone|anybody|someone|somebody|people|person|colleague|colleagues|others|contacts|who .. talk|speak|meet|contact|reach|chat|connect|to|else|i",
        "recommend|suggest|think|know .. i .. talk|speak|meet|chat|connect .. to|with .. next|else|anyone|people|someone",
        "introduce|introduction|intro|connect|refer|put .. me .. to|with|touch .. anyone|anybody|someone|somebody|people|person|colleague|colleagues|others|her|him|them|friend|one|a|your|who",
        "could|can|would you .. introduce|connect|refer me", "put me in touch|contact", "point me to|towards|toward|at|in .. person|people|someone|anyone|else|others|folks|colleague",
        "do|would|might you .. know|have .. of? anyone|anybody|someone|somebody|people|others|other|colleagues|colleague|contacts|friends|person|folks .. who|that|i|in|else|with|like|for|to|doing|at|from|working",
        "is|are there .. anyone|anybody|someone|somebody|people|other|others|colleagues|colleague|contacts|person|folks|else .. i|you|who|that|worth|to|else",
        "anyone|anybody|someone|somebody else? .. worth|good .. talking|speaking|meeting|to", "other people|folks|professionals|person|colleagues|contacts .. talk|speak|meet|contact|reach|interview|connect|to|worth", "who else .. talk|speak|meet|contact|reach|ask|to|know|should|could|would|$",
        "^ who else", "any|other contacts|referrals|introductions", "someone else .. talk|speak", "name .. someone|anyone|people .. talk|speak", "talk|speak|chat to|with anyone|anybody|someone|somebody|people else|next|who|in|on",
    ]),
    (&Act::KeepInTouch, &[
        "keep|stay|be|remain|get back? in touch|contact", "stay|keep|be connected", "keep you posted|updated|informed|up",
        "may|can|could|would|might|should|is|if i .. email|e|write|message|contact|call|text|reach|connect|add|follow|send|ping|drop|ask .. you .. if|when|later|again|again|with|on|in|questions|further|more|after|once|sometime|thank|linkedin|down|update|note|line|up|mail|$",
        "may|can|could i .. reach out|back .. to? you?", "connect|add|follow|find .. you? .. on linkedin|twitter|instagram|facebook", "linkedin .. connect|request|invite|add",
        "reach out .. again|later|later|if|with|to you|further|future", "mind .. if i .. email|write|message|contact|call|text|reach|connect|add|follow|send .. you|out|up", "what is|would .. be? .. best way|address|number|email .. to? .. reach|contact|touch|you|stay|keep",
        "the best way to reach|contact|get", "your email|number|card|linkedin|contact $", "have|get your email|number|card|contact|linkedin|business", "let you know how", "talk|speak|chat|meet|check|catch again|up .. sometime|soon|later|future|months|weeks|year|again|months",
        "follow up with you", "would you like to keep|stay",
    ]),
    (&Act::CoffeeOffer, &[
        "can|could|may|shall|should|would i|let .. get|buy|bring|offer|grab|fetch|order|treat|pay .. you|us .. coffee|tea|drink|something|anything|water|lunch|cup|cake|espresso|refill|another|one|round|for|to|latte|cappuccino",
        "let me get|buy|pay|treat|cover|grab|take|fetch|bring .. you|this|it|for|the|that|your|coffee|tea|bill|one",
        "love|like|happy|want|glad to .. buy|get|offer|treat|bring you .. coffee|tea|drink|lunch|something|to", "would you like|care .. coffee|tea|drink|something|water|anything|cup|else|another to?|for? .. drink|eat|$",
        "do|would you want|like|fancy|care|take .. for? a|some|another|more|your coffee|tea|drink|water|cup|latte|espresso", "coffee is on me", "on me $", "my treat", "i will|would|can|shall pay|get|buy|cover .. this|the|it|that|for|coffee|tea|bill|yours|these|one", "i am buying|paying", "what can i get you", "what are you having|drinking", "^ coffee|tea $", "how do you take your coffee|tea",
    ]),
    (&Act::TimeCheck, &[
        "do|are|have you|we .. still? have|got|ok|okay|good|fine|alright .. time|minute|minutes|moment|on|for|until|left", "how are we|you doing? for|on time", "how much|many time|minutes|longer|long .. do|have|are|is .. you|we|left|there",
        "is|are|does this|it|now|we|that .. still .. good|ok|okay|alright|time|work|fine|suit|convenient", "is now .. good|bad|still", "want|wanted|going|like|need .. be|to|keep|respect|mindful|conscious|aware|stick|watch .. of|on|your|the|to|an|an eye|time|clock|schedule .. time|clock|schedule|minutes",
        "conscious|aware|mindful|respectful of|that .. the|your|our|we time|schedule|minutes", "we|you|i .. almost|nearly|about|close|running|run .. out|up|over|at .. of|time|to|end", "out of time", "time is almost|nearly|running|up|about|getting", "time for one|another|a|two|more|any|just|a few .. last|final|more|quick|question|questions|thing", "i know|see|think|notice .. time|minutes|half .. is|up|left|almost|short|limited|past|gone|nearly|hour", "we have .. time|minutes|few .. for|left|more|to|remaining",
        "you have a|another|to meeting|call|go|leave|run .. at|soon|in|now|next|to|five|$", "do you need|have to go|leave|run|get|be|stop", "should|shall|can we|i .. wrap|finish|stop|keep|carry|go .. up|here|now|going|on|over", "check .. time|clock", "promised|said|agreed .. minutes|twenty|half|time", "one|a last|final|few|couple|more .. minutes|minute left|remaining|more", "time check", "i .. not want|do .. to? take|keep .. up? too|more|any|much|all|of|your|you .. time|long|longer|up",
    ]),
]));

/// Moves that state.
#[rustfmt::skip]
static STATED: LazyLock<Cues<Act>> = LazyLock::new(|| Cues::new([
    (&Act::Reflection, &[
        "^ it|that|this really? sounds|seems|feels|looks|appears like|as|to|that", "^ sounds|seems|looks|feels like|as|that|to", "^ what you are|were saying|describing|telling is", "^ what i am|was|hear hearing|taking|getting|understanding|hear is",
        "^ you are|were saying|telling|describing|suggesting|talking|basically|essentially|really|more", "^ in other words", "^ if i understand|understood|heard|get|hear|am|have .. right|correctly|you|well|this|hearing", "^ let me see|make|check if|sure|that .. understand|got|right|understood|have|follow", "^ i hear you|that|a|how", "^ i understand that", "^ you .. mean|meant .. that|is|to",
        "^ basically|essentially|really you|the|it|being|what|that|your", "^ you basically|essentially|really|kind|sort|actually|just|ended|almost|had|felt|feel|seem|wanted|love|found|fell|went|came|chose|decided|learned|value|got|were|sound|see|must|did|never|always|still|still|left|moved|started|think|believe|prefer|need|enjoy|like|care|like|work|worked|made|took|became",
        "^ the .. matter|matters|is|was|are|were .. to|for|more|most|really|what .. you", "^ that is why you", "^ that must|would have|be", "^ for you .. it|that|the|is|was", "^ you would say|rather", "^ that is|was .. for you|what|how|where|when", "^ not .. but", "^ it|that|this was|is .. more|less|really|about|not|mostly|all .. than|about|but|for|you|who|that", "^ the real _ is|was",
    ][..]),
    (&Act::Purpose, &[
        "i|we wanted|want|hope|hoped|hoping|would|am|was|came|asked|reached|wrote|like|love .. to|here|hoping|out|trying|because|if|about .. learn|hear|understand|know|find|see|explore|figure|get|ask|talk|pick .. about|from|how|what|more|whether|if|out|your|you|a|sense|feel|idea|into|better|advice|brain|insight|picture|why",
        "i am|was|have|would .. trying|hoping|exploring|figuring|thinking|considering|deciding|interested|curious|looking|torn|working .. to|out|about|in|into|whether|between|for|if|at|on", "reason i .. reached|asked|wrote|wanted|contacted|am|came", "^ the purpose|goal|aim|idea of|today|is|was|for|here", "i am here to|because", "my goal|aim|hope|purpose|plan|idea|interest is|was|today|for|in", "^ mostly|mainly i .. want|hope|am|would", "what i .. hope|want|like|love|am .. to|is|hoping|from .. learn|hear|understand|know|get|take|find|see",
        "i am not looking|asking|here for a|to? job|work", "^ hoping to learn|hear|understand|find", "i thought i would ask|hear|learn", "would like your advice|perspective|view|thoughts|take|insight|input",
    ]),
    (&Act::Goodbye, &[
        "^ bye~", "^ goodbye~", "^ good bye|night", "good bye", "bye $", "bye bye", "goodbye $", "^ see you|ya soon|later|around|then|next|tomorrow|again|there|$", "talk|speak to? you soon|later|again", "^ take care", "have a great|good|nice|lovely|wonderful|pleasant|fantastic|safe|productive .. day|week|weekend|evening|afternoon|morning|rest|time|one|night|trip|journey", "enjoy the|your rest|day|weekend|evening|afternoon|week|lunch|coffee|holiday", "that is|was all|everything .. from|for|i|me|of|my|on|$", "^ thats all", "i think|guess that|this is|covers|was .. it|all|everything|about", "i have to|should|need|must|will|better go|run|leave|head|get|let|be .. now|going|off|you|go|back|soon|$", "i will let you go|get|be", "let you go|get back", "that covers everything|it|all|my", "no more|further|other questions", "^ farewell|cheerio|cheers|ciao|later|laters|adios $", "was|been .. nice|great|lovely|good|wonderful|pleasure .. meeting|talking|speaking|chatting|to|meet", "nice|great|lovely|good|wonderful|pleasure talking|speaking|chatting .. to|with", "^ until next", "wrap .. up|this|it .. up|here|there", "best of luck", "all the best", "i am off|done", "we can|should|could stop|end|finish|leave .. here|there|it|now",
    ]),
    (&Act::Thanks, &[
        "thanks", "thank you", "thank u", "^ much appreciated", "i|we .. appreciate|appreciated|grateful|thankful", "^ appreciate", "so|very|really|deeply grateful|kind|generous|helpful|thankful .. of|to|for|you|$", "^ many|big|huge thanks", "^ cheers", "means a lot|so", "this|that|it|you|what was|is|has|have|were|been|helps|helped .. helpful|useful|kind|generous|lot|much|insightful|valuable|invaluable", "kind of you", "good|nice|generous of you", "^ ta $", "you have been .. help|helpful|kind|generous|great|wonderful|patient",
    ]),
    (&Act::Greeting, &[
        "^ hi~ $", "^ hello $", "^ hey $", "^ hi|hello|hey|hiya|howdy|greetings|morning|afternoon|evening", "^ good morning|afternoon|evening|day", "^ nice|good|great|lovely|pleased|glad|happy|pleasure .. meet|meeting|see|seeing you|finally", "^ it is|was? .. nice|good|great|lovely|pleasure .. meet|meeting|see you", "^ how are|is you|it|things|everything|your|are .. doing|going|today|day|$|been", "^ how do you do", "^ how is it going", "^ how have you been", "^ how was your weekend|day|trip|journey|morning|week|commute", "^ what is up", "^ sup|yo|hiya|heya $", "can|do you hear|see me", "^ welcome", "^ i hope you are|had|have .. well|good|doing|nice", "^ i am glad|happy|pleased|excited .. meet|see|here|talk|you", "^ you must be", "^ are you _ $",
    ]),
    (&Act::Acknowledgement, &[
        "^ i see|understand|understood|get|hear|know $", "^ i see|get|hear .. that|it|what|you|why|how", "^ makes|make|making .. sense", "that|this|it .. makes .. sense", "^ got it|you|that", "^ fair enough|point|$", "^ right|sure|okay|ok|yeah|yes|yep|true|exactly|absolutely|definitely|indeed|totally|agreed|understood|noted|perfect|nice|cool|great|good|awesome|amazing|wow|gosh|interesting|fascinating|incredible|impressive|lovely|beautiful|brilliant|fantastic|wonderful|excellent|really|oh|ah|ahh|aha|hm|hmm|mm|mhm|huh|ooh|whoa|ouch|neat|fine|alright|lol|haha|ha|damn|yikes|phew|sweet|fun|funny|sad|wild|crazy|tough|okey|k|kk|ic|nah|no|uh $", "^ cool|nice|great|ok|okay|right|sure|yeah|yes|wow|oh|ah|mm|haha|no|very|so|how|what|really|pretty|quite|super cool|nice|great|ok|okay|right|sure|yeah|yes|wow|oh|ah|mm|haha|no|interesting|fascinating|good|true|kind|impressive|amazing|funny|sad|hard|tough|exciting|neat|inspiring|beautiful|helpful|useful|thing|story|point|idea|answer|lovely|brave|my|god|gosh|a|fair|much|honest|refreshing|reassuring",
        "^ that|it|this is|was|sounds|must|seems|makes|feels|has .. interesting|fascinating|amazing|incredible|impressive|great|good|cool|nice|awesome|wonderful|lovely|hard|tough|difficult|fair|true|right|helpful|useful|inspiring|beautiful|brave|funny|sad|awful|terrible|exciting|reassuring|refreshing|encouraging|surprising|wild|crazy|rough|brilliant|fantastic|insightful|honest|sense|heavy|lot|new|neat|kind|exhausting|frightening|scary|intense|rewarding|lonely|remarkable|clear|striking|moving|touching|so|long|point|unusual|story|idea|way|answer|feat|achievement|journey|stressful|amazing|smart|clever|huge|big|really|very|quite|something", "^ i had|have no|never idea|thought|clue|heard|considered|realised|realized|known|knew", "^ i did not know|realise|realize|expect", "^ i never|would|had knew|thought|have|realised|realized|not .. of|about|that|it|known|guessed|thought|expected", "^ what a|an _", "^ oh|wow|gosh|goodness|ah|my|omg|blimey|heavens .. my|god|gosh|goodness|wow|dear|man|boy|no|that|really|ok|i|okay|$", "^ good|great|nice|excellent|fair|interesting to|point|question|stuff|one|idea|story|for|advice|know|answer", "^ i like|love|admire|respect that|how|the|your|it|what", "^ i can .. imagine|see|understand|relate|tell|picture|hear", "^ i .. agree", "^ of course", "^ no way|kidding|wonder|doubt|problem|worries", "^ you are right", "^ that is right|true|it|fair|$", "^ same here", "^ i bet", "^ congratulations|congrats|respect|kudos", "^ well done|said|put", "^ sorry to hear", "^ i am sorry to|that|about|you", "^ poor you", "^ that|it must", "^ no idea", "^ wow", "_ weeks|years|months|hours|days|times|people|percent|miles|million|thousand $", "^ really", "^ interesting", "^ so true|interesting|cool", "^ how interesting|fascinating|cool|lovely|wonderful|funny|sad|awful|exciting|nice|hard|amazing|strange $",
    ]),
    (&Act::Introduction, &[
        "my name is", "^ i am|was a|an|in|from|at|studying|currently|the|doing|finishing|starting|about|graduating|majoring|working|training|learning|half|new|just|also|nineteen|twenty|thirty|forty|fifty|year|originally|only|not|pretty|very|so|really|bit|little|nervous|shy", "^ i study|studied|work|worked|live|graduate|graduated|finished|major|go|grew|teach|run|trained|moved|did|got|have|come|started|left|used|just|spent|do", "my mum|mom|dad|father|mother|sister|brother|uncle|aunt|parents|grandmother|grandfather|family|background|degree|course|major|background|english|school|class|final|partner|wife|husband|friend", "as a student|beginner|nurse|teacher|graduate", "^ i am _ $", "^ this is _ $", "^ me too", "^ i .. myself",
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
        let cases: [(&str, Option<Act>); 18] = [
            ("can you get me a job there",                           Some(Act::JobAsk)),
            ("are you hiring at the moment",                         Some(Act::JobAsk)),
            ("could I send you my CV",                               Some(Act::JobAsk)),
            ("could you put in a good word for me with your boss",   Some(Act::JobAsk)),
            ("how do people get a first job in this field",          None),
            ("what do you look for when you hire someone",           None),
            ("what advice would you give someone applying",          None),
            ("who else should I talk to",                            Some(Act::ReferralAsk)),
            ("is there anyone else you'd recommend I speak with",    Some(Act::ReferralAsk)),
            ("could you introduce me to someone in planning",        Some(Act::ReferralAsk)),
            ("who do you work with day to day",                      None),
            ("may I mention your name when I write to her",          Some(Act::PermissionAsk)),
            ("can I email you if I have more questions",             Some(Act::KeepInTouch)),
            ("can I get you a coffee",                               Some(Act::CoffeeOffer)),
            ("do you still have a few minutes",                      Some(Act::TimeCheck)),
            ("how do you manage your time",                          None),
            ("shut up",                                              Some(Act::Rude)),
            ("what does your boss do all day",                       None),
        ];
        for (line, expected) in cases {
            assert_eq!(find(&words(line)).map(|(act, _)| act), expected, "{line:?}");
        }
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
            ("I see",                                         Act::Acknowledgement),
            ("eleven weeks",                                  Act::Acknowledgement),
        ];
        for (line, expected) in cases {
            assert_eq!(find_stated(&words(line)).map(|(act, _)| act), Some(expected), "{line:?}");
        }
    }
}
