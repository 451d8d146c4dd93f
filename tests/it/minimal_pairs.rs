//! Minimal pairs: two lines that differ in little and must be heard differently.
//!
//! A skilled interviewer would not dispute any of these. Whoever finds a line that is heard wrongly adds
//! it here with its twin: the twin keeps the cure from hearing too much.

use coffeechat::hearing::Before;
use coffeechat::hearing::heard::{Act, Fault, Form, Heard, Kind};

use crate::cast::EAR;

/// What a line must be heard as.
#[derive(Clone, Copy)]
enum Want {
    /// A question of this form.
    Form(Form),
    /// A question with this fault.
    Faulty(Fault),
    /// A question without this fault.
    Free(Fault),
    /// A line that does one of these.
    Does(&'static [Act]),
    /// A question of one of these kinds.
    Kind(&'static [Kind]),
}

const OPEN: Want = Want::Form(Form::Open);
const INVITED: Want = Want::Form(Form::Invited);
const CLOSED: Want = Want::Form(Form::Closed);
const LEADS: Want = Want::Faulty(Fault::Leading);
const NEUTRAL: Want = Want::Free(Fault::Leading);
const EITHER: Want = Want::Faulty(Fault::EitherOr);
const NO_CHOICE: Want = Want::Free(Fault::EitherOr);
const STACKED: Want = Want::Faulty(Fault::Stacked);
const ONE_THING: Want = Want::Free(Fault::Stacked);
const ASKS: Want = Want::Does(&[Act::Question]);
const JOB: Want = Want::Does(&[Act::JobAsk]);
const REFERRAL: Want = Want::Does(&[Act::ReferralAsk]);
const THANKS: Want = Want::Does(&[Act::Thanks]);
const GOODBYE: Want = Want::Does(&[Act::Goodbye]);
const HEARD: Want = Want::Does(&[Act::Acknowledgement, Act::Reflection]);
const PURPOSE: Want = Want::Does(&[Act::Purpose]);
const OF_ONESELF: Want = Want::Does(&[Act::Purpose, Act::Introduction, Act::Answer]);
const TIME: Want = Want::Does(&[Act::TimeCheck]);
const RUDE: Want = Want::Does(&[Act::Rude]);
const OFF_TOPIC: Want = Want::Does(&[Act::OffTopic]);
const ASKS_ON: Want = Want::Kind(&[Kind::FollowUp, Kind::Mirror]);
const SWITCHES: Want = Want::Kind(&[Kind::PartialSwitch, Kind::FullSwitch]);

/// Two lines that differ in little, and what each must be heard as.
struct Pair {
    partner: Option<&'static str>,
    lines: [(&'static str, Want); 2],
}

const fn pair(one: &'static str, want: Want, other: &'static str, other_want: Want) -> Pair {
    Pair { partner: None, lines: [(one, want), (other, other_want)] }
}

/// A pair said after the partner's words.
const fn after(partner: &'static str, one: &'static str, other: &'static str) -> Pair {
    Pair { partner: Some(partner), lines: [(one, ASKS_ON), (other, SWITCHES)] }
}

/// Pairs that turn on the same thing.
struct Family {
    name: &'static str,
    pairs: &'static [Pair],
}

const fn family(name: &'static str, pairs: &'static [Pair]) -> Family {
    Family { name, pairs }
}

#[rustfmt::skip]
static FAMILIES: &[Family] = &[
    // Description, reasons or a story against yes, no or one fact: the coding of interviewer training (Avatar Training).
    family("open or closed", &[
        pair("What do you like about nights on the ward?",                       OPEN,    "Do you like nights on the ward?",                                        CLOSED),
        pair("how did you find the bricklaying course",                          OPEN,    "how long is the bricklaying course",                                     CLOSED),
        pair("What was your first winter on the boats like?",                    OPEN,    "Was your first winter on the boats cold?",                               CLOSED),
        pair("Why did you choose glass over clay?",                              OPEN,    "Did you choose glass over clay?",                                        CLOSED),
        pair("What made you leave the bank?",                                    OPEN,    "What year did you leave the bank?",                                      CLOSED),
        pair("How do you decide which trees come down?",                         OPEN,    "How many trees come down?",                                              CLOSED),
        pair("Most satisfying organ you ever repaired?",                         OPEN,    "Ever repaired a church organ?",                                          CLOSED),
        pair("So, um, I was wondering how you price a job",                      OPEN,    "So, um, I was wondering if you price by the hour",                       CLOSED),
        pair("Thanks, that helps. What happens at the first fitting?",           OPEN,    "Thanks, that helps. Is there a fee for the first fitting?",              CLOSED),
        pair("waht goes thru your head before a show",                           OPEN,    "do you get nervus before a show",                                        CLOSED),
        pair("How has the lab changed since you came?",                          OPEN,    "Has the lab changed since you came?",                                    CLOSED),
        pair("What does a good foster placement look like?",                     OPEN,    "How long does a foster placement last?",                                 CLOSED),
        pair("hows it feel when the loaf comes out right",                       OPEN,    "how often does the loaf come out right",                                 CLOSED),
        pair("Hardest client conversation so far?",                              OPEN,    "Number of clients so far?",                                              CLOSED),
        pair("talk me through a bad harvest",                                    OPEN,    "was it a bad harvest",                                                   CLOSED),
        pair("What keeps you in local government?",                              OPEN,    "Are you still in local government?",                                     CLOSED),
        pair("I grew up near a quarry. How does it feel to set off a blast?",    OPEN,    "I grew up near a quarry. How far from a blast do you stand?",            CLOSED),
        pair("what did the apprenticeship teach you that college couldnt",       OPEN,    "did the apprenticeship teach you welding",                               CLOSED),
        pair("In what way has having children changed how you teach?",           OPEN,    "In what year did you begin to teach?",                                   CLOSED),
        pair("where do you think translation is heading",                        OPEN,    "where is the translation office",                                        CLOSED),
        pair("And what does a bailiff actually do at the door?",                 OPEN,    "And what's the bailiff's starting salary?",                              CLOSED),
    ]),
    // A plain yes or no against one that hopes for more; such requests are never marked down hard.
    family("closed or invited", &[
        pair("Do you have a pension?",                                           CLOSED,  "Do you have any advice on pensions?",                                    INVITED),
        pair("Could you start early?",                                           CLOSED,  "Could you tell me how you started?",                                     INVITED),
        pair("Is there a night allowance?",                                      CLOSED,  "Is there anything that still surprises you on nights?",                  INVITED),
        pair("would you do an autopsy on a sunday",                              CLOSED,  "would you mind describing your first autopsy",                           INVITED),
        pair("Can you service a boiler in an hour?",                             CLOSED,  "Can you walk me through a boiler service?",                              INVITED),
        pair("have you got a leather sewing machine",                            CLOSED,  "have you got any tips for sewing leather",                               INVITED),
        pair("Are there night shifts at the hospice?",                           CLOSED,  "Are there any moments at the hospice that stay with you?",               INVITED),
        pair("So, um, I was wondering if a grant pays your wage",                CLOSED,  "So, um, I was wondering if you could explain how a grant gets decided",  INVITED),
        pair("Any Michelin stars in your kitchen?",                              CLOSED,  "Anything you wish you had known about kitchens?",                        INVITED),
        pair("do u have a publisher",                                            CLOSED,  "do u have any thoughts on self publishing",                              INVITED),
        pair("Thanks, that makes sense. Could anyone on the team take a call?",  CLOSED,  "Thanks, that makes sense. Could you say a bit about how calls are shared?", INVITED),
        pair("would you be willing to drive an ambulance",                       CLOSED,  "would you be willing to share a story from the ambulance",               INVITED),
        pair("Do you have a tour van?",                                          CLOSED,  "Do you have any favourite memories of touring?",                         INVITED),
        pair("Is there an exam?",                                                CLOSED,  "Is there something you would change about the exam?",                    INVITED),
        pair("can you skip a court day",                                         CLOSED,  "can you desribe a typical court day",                                    INVITED),
        pair("Could you manage without a site visit?",                           CLOSED,  "Could you give me an idea of what a site visit involves?",               INVITED),
        pair("I've read about dye works. Any natural dyes in this one?",         CLOSED,  "I've read about dye works. Any suggestions for learning natural dyeing?", INVITED),
        pair("did you take over the farm from your father",                      CLOSED,  "did anything catch you off guard when you took over the farm",           INVITED),
        pair("Have you got insurance for the drone?",                            CLOSED,  "Have you got any words of wisdom for a first-time drone pilot?",         INVITED),
    ]),
    // The same thing asked straight or as a favour; the better wording shows the straight form.
    family("open or invited", &[
        pair("What advice would you give a new midwife?",                        OPEN,    "Do you have any advice for a new midwife?",                              INVITED),
        pair("How did you learn to read a seam of coal?",                        OPEN,    "Could you tell me how you learned to read a seam of coal?",              INVITED),
        pair("walk me through a stocktake",                                      OPEN,    "could you walk me through a stocktake",                                  INVITED),
        pair("what surprised you about teaching year nine",                      OPEN,    "did anything surprise you about teaching year nine",                     INVITED),
        pair("Tell me about a song that would not come together.",               OPEN,    "Would you mind telling me about a song that would not come together?",   INVITED),
        pair("so um i was wondering what a customs officer looks for",           OPEN,    "so um i was wondering if you could tell me what a customs officer looks for", INVITED),
        pair("What would you change about the training?",                        OPEN,    "Is there anything you would change about the training?",                 INVITED),
        pair("what tips do you have for pitching to an editor",                  OPEN,    "any tips for pitching to an editor",                                     INVITED),
        pair("describe the day the server room flooded",                         OPEN,    "can you describe the day the server room flooded",                       INVITED),
        pair("Thank you, I hadn't thought of that. How do you give bad news?",   OPEN,    "Thank you, I hadn't thought of that. Could you talk about how you give bad news?", INVITED),
        pair("Proudest restoration?",                                            OPEN,    "Any restoration you are especially proud of?",                           INVITED),
        pair("explain how you balance a rotor",                                  OPEN,    "would you explain how you balance a rotor",                              INVITED),
        pair("What else matters when you hire a pastry chef?",                   OPEN,    "Is there anything else that matters when you hire a pastry chef?",       CLOSED),
        pair("what are your thoughts on part time study",                        OPEN,    "do you have any thoughts on part time study",                            INVITED),
        pair("whats a mistake you see junior surveyors make",                    OPEN,    "are there any mistakes you see junior surveyors make",                   INVITED),
        pair("I've been shadowing a vet. What stories from the clinic stay with you?", OPEN, "I've been shadowing a vet. Do you have any stories from the clinic that stay with you?", INVITED),
        pair("What should I have asked about policing?",                         OPEN,    "Is there anything I should have asked about policing?",                  CLOSED),
        pair("talk me throgh how a bill becomes law",                            OPEN,    "can you talk me throgh how a bill becomes law",                          INVITED),
    ]),
    // Whether the answer is in the question; "must" in advice leads nobody.
    family("leading or not", &[
        pair("Isn't it lonely in the lighthouse service?",                       LEADS,   "Is it lonely in the lighthouse service?",                                NEUTRAL),
        pair("You must hate the paperwork?",                                     LEADS,   "How do you find the paperwork?",                                         NEUTRAL),
        pair("Don't you think nurses are underpaid?",                            LEADS,   "What do you think of what nurses are paid?",                             NEUTRAL),
        pair("surely you get bored on the night desk?",                          LEADS,   "do you get bored on the night desk?",                                    NEUTRAL),
        pair("It's mostly luck, isn't it?",                                      LEADS,   "How much of it is luck?",                                                NEUTRAL),
        pair("That's an old kiln, is it?",                                       LEADS,   "How old is it?",                                                         NEUTRAL),
        pair("So you're a dresser, are you?",                                    LEADS,   "What sort of dresser are you?",                                          NEUTRAL),
        pair("You must love felling trees, surely?",                             LEADS,   "What must you do before you may fell a tree?",                           NEUTRAL),
        pair("You must need a degree for this, right?",                          LEADS,   "What would you say to someone who thinks you must have a degree?",       NEUTRAL),
        pair("wouldnt you agree that school was a waste",                        LEADS,   "what did you get out of school",                                         NEUTRAL),
        pair("You prefer the field to the office, don't you?",                   LEADS,   "Do you prefer the field to the office?",                                 NEUTRAL),
        pair("So, um, I was wondering, weren't you scared up there?",            LEADS,   "So, um, I was wondering, were you scared up there?",                     NEUTRAL),
        pair("I bet the tips are terrible?",                                     LEADS,   "How are the tips?",                                                      NEUTRAL),
        pair("Thanks, that's clear. But shouldn't everyone learn to code?",      LEADS,   "Thanks, that's clear. But should everyone learn to code?",               NEUTRAL),
        pair("the audiences are always drunk, right",                            LEADS,   "how are the audiences",                                                  NEUTRAL),
        pair("Obviously the pay was the reason you moved?",                      LEADS,   "What was the reason you moved?",                                         NEUTRAL),
        pair("dont you get tired of angry parents",                              LEADS,   "how do you deal with angry parents",                                     NEUTRAL),
        pair("You wouldn't recommend it to your kids, would you?",               LEADS,   "Would you recommend it to your kids?",                                   NEUTRAL),
        pair("You must regret all those double shifts?",                         LEADS,   "If you must work a double shift, what gets you through?",                NEUTRAL),
        pair("aren't actors all a bit vain",                                     LEADS,   "what are actors like to work with",                                      NEUTRAL),
        pair("isnt it borring to read meters all day",                           LEADS,   "is it borring to read meters all day",                                   NEUTRAL),
        pair("You'd never turn down a commission, would you?",                   LEADS,   "What would make you turn down a commission?",                            NEUTRAL),
        pair("Best part is the tips, isn't it?",                                 LEADS,   "Best part of the shift?",                                                NEUTRAL),
    ]),
    // Two answers on offer, or only an "or" in the question.
    family("either-or or not", &[
        pair("Is it more craft or more chemistry?",                              EITHER,  "How do craft and chemistry come together in it?",                        NO_CHOICE),
        pair("Do you work alone or in a crew?",                                  EITHER,  "What changes when you work alone or in a small crew?",                   NO_CHOICE),
        pair("Is it usually a valve or a pump that fails?",                      EITHER,  "What do you do when a valve or a pump fails?",                           NO_CHOICE),
        pair("day shift or nights",                                              EITHER,  "any tips for day shifts or nights",                                      NO_CHOICE),
        pair("Did you train in Leeds or in London?",                             EITHER,  "Do you have any advice for someone training in Leeds or London?",        NO_CHOICE),
        pair("do you lose clients over price or over time",                      EITHER,  "do you ever lose a client or two",                                       NO_CHOICE),
        pair("Is it ten hours or twelve?",                                       EITHER,  "Is it ten hours or so?",                                                 NO_CHOICE),
        pair("So, um, I was wondering, is it theory or practice that counts?",   EITHER,  "So, um, I was wondering what you do when theory or practice lets you down?", NO_CHOICE),
        pair("are you your own boss or an employee",                             EITHER,  "are you more or less your own boss",                                     NO_CHOICE),
        pair("Thanks, good to know. Would you rather teach beginners or masters?", EITHER, "Thanks, good to know. What would you tell a beginner or a master who wants to quit?", NO_CHOICE),
        pair("Which do you prefer, oil or acrylic?",                             EITHER,  "What do you love about oil or acrylic?",                                 NO_CHOICE),
        pair("do you sell at markets or online",                                 EITHER,  "do you sell at markets or something",                                    NO_CHOICE),
        pair("Passion or pay?",                                                  EITHER,  "Biggest passion or obsession outside work?",                             NO_CHOICE),
        pair("was it a client or a boss who let you down",                       EITHER,  "tell me about a time when a client or a boss let you down",              NO_CHOICE),
        pair("Should I learn cabinetry or joinery first?",                       EITHER,  "Is there anything I should read about cabinetry or joinery first?",      NO_CHOICE),
        pair("is the musuem funded by the state or by donors",                   EITHER,  "how does a musuem funded by the state or by donors survive",             NO_CHOICE),
        pair("Is it hard or easy to say how a patient will do?",                 EITHER,  "Is it hard to say whether or not a patient will recover?",               NO_CHOICE),
        pair("Do you hire for attitude or for skill?",                           EITHER,  "Does a bad attitude sooner or later show?",                              NO_CHOICE),
        pair("I read about bees. Do you keep them for honey or for pollination?", EITHER, "I read about bees. How do you treat them for mites or mould?",           NO_CHOICE),
    ]),
    // Two things asked at once, of which one is answered; a pair of verbs or nouns is still one thing.
    family("stacked or not", &[
        pair("How did you start and what surprised you?",                        STACKED, "How did you start, and stay?",                                           ONE_THING),
        pair("Did she want nothing of you? What happened then?",                 STACKED, "For eleven years she wanted nothing of you. What happened then?",        ONE_THING),
        pair("You like working at night? What was your training?",               STACKED, "The night shift? What was your training?",                               ONE_THING),
        pair("Ever thought of leaving nursing? Why planning?",                   STACKED, "Leaving nursing? Why planning?",                                         ONE_THING),
        pair("Were you in a ditch? What were you doing there?",                  STACKED, "On Tiree, in a ditch? What were you doing there?",                       ONE_THING),
        pair("What tools do you own, do you need them all?",                     STACKED, "What tools does it take to do your job?",                                ONE_THING),
        pair("What do you grow and why did you choose it?",                      STACKED, "What do you grow and sell here?",                                        ONE_THING),
        pair("Where did you train? And how much did it cost?",                   STACKED, "Where did you train? I am thinking of training too.",                    ONE_THING),
        pair("what does a coroner do all day and who do they answer to",         STACKED, "what does a coroner do all day and all night",                           ONE_THING),
        pair("How do you plan a menu? What do you do with leftovers?",           STACKED, "How do you plan a menu around what is left over?",                       ONE_THING),
        pair("What's it like? And do you get paid more?",                        STACKED, "What's it like? The night shift, I mean.",                               ONE_THING),
        pair("So, um, I was wondering how you find clients and how you keep them", STACKED, "So, um, I was wondering how you find and keep clients",                ONE_THING),
        pair("Thanks, that's vivid. How did the fire start and when did you get the call?", STACKED, "Thanks, that's vivid. How did you get ready, get in and get out?", ONE_THING),
        pair("You run the archive. What takes most of your time, and how big is the team?", STACKED, "You run the archive and the reading room. What takes most of your time?", ONE_THING),
        pair("what do you argue about and does your partner win",                STACKED, "what do you and your partner argue about",                               ONE_THING),
        pair("do you teach and do you also do research",                         STACKED, "do you teach and do research",                                           ONE_THING),
        pair("Who taught you? What drew you to tuning pianos?",                  STACKED, "How are you? What drew you to tuning pianos?",                           ONE_THING),
        pair("how did u get in, how long did it take, whats next",               STACKED, "how did u get in, in the end",                                           ONE_THING),
        pair("Biggest win? Biggest regret?",                                     STACKED, "Biggest win of your years as coach and referee?",                        ONE_THING),
        pair("You were nervous. What helped, and what made it worse?",           STACKED, "You were nervous and excited. What was that like?",                      ONE_THING),
        pair("What do customers ask? How do you bill them?",                     STACKED, "What do customers ask and expect when a car comes back?",                ONE_THING),
        pair("can you tell me how you got the grant and what you spent it on",   STACKED, "can you tell me how you got the grant and the lab",                      ONE_THING),
        pair("i study law, what skills do you use and which ones did you never need", STACKED, "i study law and politics, what skills from the two do you use",     ONE_THING),
        pair("Why did you leave? Why did you go back?",                          STACKED, "Why? Why did you go back?",                                              ONE_THING),
        pair("Wich tools do you carry? How heavy is the bag?",                   STACKED, "Wich tools do you carry up and down the mast?",                          ONE_THING),
    ]),
    // Who is asked to do what: a favour from this person, or how people in general get in. Career centres: no job words.
    family("job ask or advice on getting in", &[
        pair("Could you get me a job at the dockyard?",                          JOB,     "How do people get a job at the dockyard?",                               ASKS),
        pair("can you pass my cv on to the head chef",                           JOB,     "what should be on a cv for a head chef",                                 ASKS),
        pair("Are you hiring at the moment?",                                    JOB,     "What do you look for when you are hiring?",                              ASKS),
        pair("Would you take me on as an apprentice?",                           JOB,     "What is it like to take on an apprentice?",                              ASKS),
        pair("is there an opening in your lab for me",                           JOB,     "how do openings in your lab get filled",                                 ASKS),
        pair("So, um, I was wondering if you had any vacancies",                 JOB,     "So, um, I was wondering how vacancies get filled",                       ASKS),
        pair("Thanks, that was great. Can I send you my résumé for the role?",   JOB,     "Thanks, that was great. What do you notice first on a résumé?",          ASKS),
        pair("put in a good word for me with the director",                      JOB,     "what makes a director put in a good word for someone",                   ASKS),
        pair("i need a job, can you help",                                       JOB,     "how did your first job help",                                            ASKS),
        pair("Could you refer me for the analyst role?",                         JOB,     "How does the analyst role work day to day?",                             ASKS),
        pair("Any internships going at your paper?",                             JOB,     "Any advice on internships at a paper?",                                  ASKS),
        pair("do you have a postion for a trainee like me",                      JOB,     "how did you get your postion as a trainee",                              ASKS),
        pair("Can I come and work for you?",                                     JOB,     "Why do people come and work for you?",                                   ASKS),
        pair("Would your boss give me an interview?",                            JOB,     "How does your boss interview people?",                                   ASKS),
        pair("could u give me an internship",                                    JOB,     "could u give me an idea of what an internship is like",                  ASKS),
        pair("I'm looking for work in a bakery. Do you need anyone?",            JOB,     "I'm looking into work in a bakery. Do you need to like early mornings?", ASKS),
        pair("can you get someone like me into your department",                 JOB,     "how would someone like me get into your department",                     ASKS),
        pair("please hire me for the summer",                                    JOB,     "what would make you hire somebody for the summer",                       ASKS),
        pair("What are my chances of getting hired by you?",                     JOB,     "What are the chances of getting hired in this field?",                   ASKS),
        pair("Would you hire me without a degree?",                              JOB,     "Would you hire someone without a degree?",                               ASKS),
    ]),
    // Whether a person is asked for, or something about people; the question career centres say to end on.
    family("referral ask or topic question", &[
        pair("Who else should I talk to about tide tables?",                     REFERRAL, "Who do you talk to most about tide tables?",                            ASKS),
        pair("do you know anyone in radio i could speak to",                     REFERRAL, "how do you get to know anyone in radio",                                ASKS),
        pair("Could you introduce me to your stage manager?",                    REFERRAL, "Could you tell me what your stage manager does?",                       ASKS),
        pair("is there anybody else you think i should meet",                    REFERRAL, "is there anybody at work you look up to",                               ASKS),
        pair("So, um, I was wondering who you'd suggest I contact next",         REFERRAL, "So, um, I was wondering who you'd call when a line goes down",          ASKS),
        pair("Would you connect me with a beekeeper near here?",                 REFERRAL, "How did you connect with other beekeepers near here?",                  ASKS),
        pair("Any colleagues who might chat with me?",                           REFERRAL, "Any colleagues who shaped you?",                                        ASKS),
        pair("Thanks, that's a lot. Whom would you recommend I talk to in probation?", REFERRAL, "Thanks, that's a lot. What would you recommend I read on probation?", ASKS),
        pair("who would be a good person to ask about visas",                    REFERRAL, "who would make a good visa officer",                                    ASKS),
        pair("Can you put me in touch with a glazier?",                          REFERRAL, "What puts you in touch with new clients?",                              ASKS),
        pair("who shoud i speak to next",                                        REFERRAL, "who do you speak to first thing",                                       ASKS),
        pair("Do you know any other potters who would talk to a student?",       REFERRAL, "What do other potters talk about at a fair?",                           ASKS),
        pair("could you point me to someone in the coastguard",                  REFERRAL, "could you tell me how someone gets into the coastguard",                ASKS),
        pair("I enjoyed this. Is there someone else on the dig worth talking to?", REFERRAL, "I enjoyed this. Is there something about the dig worth knowing?",     ASKS),
        pair("Who else does this kind of work that I could learn from?",         REFERRAL, "Who else is on the ward with you at night?",                            ASKS),
        pair("Other people I should talk to?",                                   REFERRAL, "Other people you rely on?",                                             ASKS),
        pair("Would you mind giving me a name or two to contact?",               REFERRAL, "Would you mind giving me an example or two?",                           ASKS),
        pair("Who could you introduce me to in puppetry?",                       REFERRAL, "Who introduced you to puppetry?",                                       ASKS),
    ]),
    // Thanks may come at any time; a goodbye ends the talk, and whoever says both wants to go.
    family("thanks or goodbye", &[
        pair("Thank you for your time today.",                                   THANKS,  "Thank you for your time today, goodbye.",                                GOODBYE),
        pair("thanks a lot, the bit about glazing helped",                       THANKS,  "thanks a lot, bye",                                                      GOODBYE),
        pair("Many thanks for showing me round.",                                THANKS,  "Many thanks, see you around.",                                           GOODBYE),
        pair("I really appreciate you explaining the union side.",               THANKS,  "I really have to go now, sorry.",                                        GOODBYE),
        pair("That was so kind of you, thank you.",                              THANKS,  "That was everything from me, have a good evening.",                      GOODBYE),
        pair("cheers for the tip about the van",                                 THANKS,  "cheers, have a good one",                                                GOODBYE),
        pair("ty for the book tip",                                              THANKS,  "ty, gotta go",                                                           GOODBYE),
        pair("Thanx so much, that story about the flood made my week",           THANKS,  "Thanx so much, enjoy the rest of your week",                             GOODBYE),
        pair("So, um, thank you, I learned a lot about kilns.",                  THANKS,  "So, um, I should let you go, goodbye.",                                  GOODBYE),
        pair("I'm grateful you took the time between patients.",                 THANKS,  "I'll let you get back to your patients.",                                GOODBYE),
        pair("Thank you, I will look up that course tonight.",                   THANKS,  "Thank you, good night.",                                                 GOODBYE),
        pair("thank you for being so honest about the money",                    THANKS,  "thank you and take care",                                                GOODBYE),
        pair("Thanks for meeting me.",                                           THANKS,  "It was lovely meeting you, bye for now.",                                GOODBYE),
        pair("that was really helpful thank u",                                  THANKS,  "that was all i had, bye",                                                GOODBYE),
        pair("Much appreciated.",                                                THANKS,  "Much appreciated, have a lovely weekend.",                               GOODBYE),
        pair("thanks for the day on the boat",                                   THANKS,  "have a nice day on the boat",                                            GOODBYE),
        pair("Thank you for talking so openly about saying goodbye to patients.", THANKS, "Thank you for talking so openly, and goodbye.",                          GOODBYE),
    ]),
    // Follow-up or mirror against a switch of subject (Huang et al. 2017), given what was said last.
    family("follow-up or switch", &[
        after("I spent three years mending nets before anyone let me near a boat.",  "What did you learn from the nets?",            "What did you learn at school?"),
        after("Most of my mornings go on phone calls with worried parents.",         "What are the parents worried about?",          "What are your colleagues like?"),
        after("The hardest bit was when the kiln cracked.",                          "what happened after that",                     "what happens on a normal monday"),
        after("I left the bank because I wanted to use my hands.",                   "How did the bank take it?",                    "How is carpentry taught?"),
        after("My mentor was a woman called Ruth who never wrote anything down.",    "why did she never write anything down",        "why do you live so far from the city"),
        after("We lost half the herd that spring.",                                  "How did you get through it?",                  "How do you see the future of farming?"),
        after("I check the instruments twice and then I wait.",                      "What is the waiting like?",                    "What is the commute like?"),
        after("Then the council cut our budget and I had to let two people go.",     "So, um, how did you tell those two people?",   "So, um, how did you get into social work?"),
        after("I never planned to be a judge, it was my aunt's idea.",               "What made your aunt think of it?",             "What makes a good exam answer?"),
        after("The software does the drawing now, I mostly argue with builders.",    "what do you argue about",                      "what do you do at weekends"),
        after("It pays badly but I sleep well.",                                     "Why do you think you sleep well?",             "Why do you think students choose law?"),
        after("We had a red team that broke into our own servers.",                  "Thanks. How did they break in?",               "Thanks. How do graduates get hired?"),
        after("I was shy as a child, so the stage was a shock.",                     "tell me more",                                 "tell me about your qualifications"),
        after("I trained in Lyon and came back with a knife roll and no money.",     "how did you manage with no mony",              "how do you manage a rota"),
        after("I tend to read the last page of a report first.",                     "Last page first, why?",                        "Average commute?"),
        after("How did you come to choose nursing yourself?",                        "I liked my placement. What about you?",        "I liked my placement. What about pay?"),
        after("After the strike nobody spoke to me for a month.",                    "What was that month like?",                    "What was your first job like?"),
        after("Tides decide my timetable.",                                          "In what way do the tides decide it?",          "In what way does your degree help?"),
        after("I once sent the wrong body to a funeral.",                            "oh no, what did the family say",               "oh no, i also wanted to ask what qualifications you need"),
        after("In the drought I had to choose which orchards got water.",            "You had to choose. How did you decide?",       "Let me change the subject. How did you meet your business partner?"),
    ]),
    // Saying back what was heard asks nothing; what experts call uptake (Demszky et al. 2021).
    family("said back or asked", &[
        pair("So it's the animals that keep you there.",                         HEARD,   "So what keeps you there?",                                               ASKS),
        pair("That sounds like a long apprenticeship.",                          HEARD,   "How long was the apprenticeship?",                                       ASKS),
        pair("i see, so the tide runs the day",                                  HEARD,   "i see, so what runs the day",                                            ASKS),
        pair("Wow, nineteen years at one bench.",                                HEARD,   "Wow, why nineteen years at one bench?",                                  ASKS),
        pair("It sounds as if you miss the stage.",                              HEARD,   "Do you miss the stage?",                                                 ASKS),
        pair("yeah that makes sense to me",                                      HEARD,   "does it make sense to specialise early",                                 ASKS),
        pair("What a day that must have been.",                                  HEARD,   "What was that day like?",                                                ASKS),
        pair("How wonderful that they named it after you.",                      HEARD,   "How did they come to name it after you?",                                ASKS),
        pair("I can see why you stayed.",                                        HEARD,   "Why did you stay?",                                                      ASKS),
        pair("so basicly you trust your nose more than the numbers",             HEARD,   "so do you trust your nose more than the numbers",                        ASKS),
        pair("In other words, the form matters less than the family.",           HEARD,   "In what way does the form matter less than the family?",                 ASKS),
        pair("I never would have guessed that.",                                 HEARD,   "What would people never guess about that?",                              ASKS),
        pair("Ah, the smell of the place.",                                      HEARD,   "Ah, what is the smell of the place like?",                               ASKS),
        pair("Hm, I had no idea auditors did that.",                             HEARD,   "Hm, what do auditors do after that?",                                   ASKS),
        pair("You felt responsible for all of them.",                            HEARD,   "Did you feel responsible for all of them?",                              ASKS),
        pair("So, um, it was the silence that got to you.",                      HEARD,   "So, um, what was it that got to you?",                                   ASKS),
        pair("right, so the drawings come last",                                 HEARD,   "right, so when do the drawings come",                                    ASKS),
        pair("If I understand you right, the permit is the easy part.",          HEARD,   "Is the permit the easy part?",                                           ASKS),
        pair("That's fascinating.",                                              HEARD,   "What's fascinating about it?",                                           ASKS),
    ]),
    // What one says of oneself, or of what one came for, asks nothing; career centres: thanks and purpose, then questions.
    family("of oneself or asked", &[
        pair("I'm in the second year of a joinery course.",                      OF_ONESELF, "What is the second year of a joinery course like?",                   ASKS),
        pair("I'm hoping to learn what a conservator does.",                     PURPOSE,    "Could you tell me what a conservator does?",                          ASKS),
        pair("my name is tomasz and i study optics",                             OF_ONESELF, "why did you study optics",                                            ASKS),
        pair("I wanted to meet you because I'm torn between law and teaching.",  PURPOSE,    "Were you ever torn between law and teaching?",                        ASKS),
        pair("I worked two summers in a cannery.",                               OF_ONESELF, "Did you work summers in a cannery?",                                  ASKS),
        pair("The reason I asked to meet is to find out if surveying suits me.", PURPOSE,    "How did you find out that surveying suits you?",                      ASKS),
        pair("so um my aunt runs a laundry and i help on saturdays",             OF_ONESELF, "so um who helps in the laundry on saturdays",                         ASKS),
        pair("I don't know yet what I want to do.",                              OF_ONESELF, "How did you know what you wanted to do?",                             ASKS),
        pair("i came to hear about life in the fire service",                    PURPOSE,    "hows life in the fire service",                                       ASKS),
        pair("Thanks for seeing me. I'm trying to decide whether to retrain as an electrician.", PURPOSE, "Thanks for seeing me. How did you decide to retrain as an electrician?", ASKS),
        pair("I have read your piece on flood maps.",                            OF_ONESELF, "What led to your piece on flood maps?",                               ASKS),
        pair("When I was at school I hated maths.",                              OF_ONESELF, "When you were at school, how did you feel about maths?",              ASKS),
        pair("what i want is to understand how a ward runs",                     PURPOSE,    "what does it take to run a ward",                                     ASKS),
        pair("I'm a career changer from retail.",                                OF_ONESELF, "How do career changers from retail get on here?",                     ASKS),
        pair("how my brother got into radar is a long story",                    OF_ONESELF, "how did your brother get into radar",                                 ASKS),
        pair("im studing fashion and i love pattern cutting",                    OF_ONESELF, "what do you love about pattern cutting",                              ASKS),
        pair("My goal for today is to find out how archives choose what to keep.", PURPOSE,  "How do archives choose what to keep?",                                ASKS),
        pair("I once fainted at the sight of blood.",                            OF_ONESELF, "Ever fainted at the sight of blood?",                                 ASKS),
    ]),
    // The minutes of this talk, or time as a part of the work.
    family("time check or a question about time", &[
        pair("How are we doing for time?",                                       TIME,    "How do you find the time for repairs?",                                  ASKS),
        pair("how much time have you got left for me",                           TIME,    "how much time does a translation take you",                              ASKS),
        pair("Do you have time for one more question?",                          TIME,    "Do you have time for lunch on a heavy day?",                             ASKS),
        pair("Are you still okay for time?",                                     TIME,    "Are you still okay with the long hours?",                                ASKS),
        pair("I don't want to take up too much of your time.",                   TIME,    "What takes up too much of your time?",                                   ASKS),
        pair("is now still a good time to talk",                                 TIME,    "when is a good time to prune",                                           ASKS),
        pair("do you need to be anywhere soon",                                  TIME,    "do you need to be on site early",                                        ASKS),
        pair("We have about ten minutes left, I think.",                         TIME,    "How many minutes do you have per call?",                                 ASKS),
        pair("So, um, should we stop here or have you got five more minutes?",   TIME,    "So, um, how long does it take to stop a train?",                         ASKS),
        pair("Thanks, that's great. I see we're nearly out of time.",            TIME,    "Thanks, that's great. Do you often run out of time on a shoot?",         ASKS),
        pair("Do you have to rush off?",                                         TIME,    "Do you have to rush a roast?",                                           ASKS),
        pair("Quick time check?",                                                TIME,    "Typical turnaround time?",                                               ASKS),
        pair("how r we for time",                                                TIME,    "how r deadlines set",                                                    ASKS),
        pair("Is our half hour up?",                                             TIME,    "Is half an hour enough for a fitting?",                                  ASKS),
        pair("is this still a good moment, or shuold I come back later",         TIME,    "is there a good moment to tell a client no",                             ASKS),
        pair("You said you had twenty minutes, are we close to that?",           TIME,    "You said you had twenty pupils, what was that like?",                    ASKS),
        pair("do you have another meeting after this",                           TIME,    "do you have many meetings",                                              ASKS),
        pair("I promised half an hour, are you still all right for time?",       TIME,    "I heard shifts are long, are you still all right by the end?",           ASKS),
    ]),
    // An insult, or something no interviewee is there for, against a blunt question that may be asked.
    family("rude or off-topic, or blunt", &[
        pair("Your job sounds pointless.",                                       RUDE,      "What would you say to people who think the job is pointless?",         ASKS),
        pair("shut up and answer",                                               RUDE,      "when is it best to shut up and listen",                                ASKS),
        pair("You are an idiot.",                                                RUDE,      "When did you last feel like an idiot?",                                ASKS),
        pair("This is boring.",                                                  RUDE,      "What is boring about it?",                                             ASKS),
        pair("what a stupid job",                                                RUDE,      "whats the most stupid thing a client asked for",                       ASKS),
        pair("You're wasting my time.",                                          RUDE,      "What wastes your time?",                                               ASKS),
        pair("I don't care about your career.",                                  RUDE,      "How much do you care about your career?",                              ASKS),
        pair("that was a dumb answer",                                           RUDE,      "is there such a thing as a dumb question",                             ASKS),
        pair("Hurry up, I haven't got all day.",                                 RUDE,      "What happens when patients tell you to hurry up?",                     ASKS),
        pair("oh who cares",                                                     RUDE,      "who cares for the horses",                                             ASKS),
        pair("are you dumb",                                                     RUDE,      "are you good at maths",                                                ASKS),
        pair("You clearly know nothing.",                                        RUDE,      "How do you learn when you know nothing?",                              ASKS),
        pair("Thanks, that helps. Now shut up.",                                 RUDE,      "Thanks, that helps. Now, when do people tell you to shut up?",         ASKS),
        pair("you shoud be fired",                                               RUDE,      "have you ever been fierd",                                             ASKS),
        pair("Which team won the match last night?",                             OFF_TOPIC, "Which match did you referee last?",                                    ASKS),
        pair("whats the capital of australia",                                   OFF_TOPIC, "whats the hardest part of moving to the capital",                      ASKS),
        pair("Can you write me a poem about cats?",                              OFF_TOPIC, "Can you tell me how you write a poem?",                                ASKS),
        pair("What's the weather tomorrow?",                                     OFF_TOPIC, "What does the weather do to your plans?",                              ASKS),
        pair("so um what is the square root of 144",                             OFF_TOPIC, "so um what maths do you use",                                          ASKS),
        pair("Favourite dinosaur?",                                              OFF_TOPIC, "Favourite task?",                                                      ASKS),
    ]),
];

impl Want {
    fn holds(self, heard: &Heard) -> bool {
        let question = heard.question.as_ref();
        match self {
            Self::Form(form) => question.is_some_and(|question| question.form == form),
            Self::Faulty(fault) => question.is_some_and(|question| question.has(fault)),
            Self::Free(fault) => question.is_some_and(|question| !question.has(fault)),
            Self::Does(acts) => acts.contains(&heard.act),
            Self::Kind(kinds) => question
                .and_then(|question| question.kind)
                .is_some_and(|kind| kinds.contains(&kind)),
        }
    }

    fn word(self) -> String {
        match self {
            Self::Form(form) => form.word().to_owned(),
            Self::Faulty(fault) => fault.word().to_owned(),
            Self::Free(fault) => format!("not {}", fault.word()),
            Self::Does(acts) => acts.iter().map(|act| act.word()).collect::<Vec<_>>().join("/"),
            Self::Kind(kinds) => kinds.iter().map(|kind| kind.word()).collect::<Vec<_>>().join("/"),
        }
    }
}

/// What was heard, in a few words.
fn told(heard: &Heard) -> String {
    let mut told = heard.act.word().to_owned();
    if let Some(question) = &heard.question {
        told = format!("{told}, {} by {}", question.form.word(), question.reason.rule);
        for (fault, _) in &question.faults {
            told = format!("{told}, {}", fault.word());
        }
        if let Some(kind) = question.kind {
            told = format!("{told}, {}", kind.word());
        }
    }
    told
}

/// A row of the report.
fn row(line: &str, partner: Option<&str>, want: &str, heard: &Heard) -> String {
    let after = partner.map_or(String::new(), |said| format!(" after {said:?}"));
    format!("  {line:?}{after}\n      expected {want}, got {}\n", told(heard))
}

/// Fails with every row that is wrong, by family.
fn report(wrong: impl Fn(&Pair, &str, Want) -> Option<String>) {
    let mut text = String::new();
    let mut count = 0;
    for family in FAMILIES {
        let lines = family.pairs.iter().flat_map(|pair| pair.lines.map(|line| (pair, line)));
        let rows: Vec<String> =
            lines.filter_map(|(pair, (line, want))| wrong(pair, line, want)).collect();
        if !rows.is_empty() {
            let head =
                format!("{}: {} of {} lines", family.name, rows.len(), 2 * family.pairs.len());
            text = format!("{text}\n{head}\n{}", rows.concat());
        }
        count += rows.len();
    }
    assert!(text.is_empty(), "{count} lines are heard wrongly\n{text}");
}

#[test]
fn lines_that_differ_in_little_are_heard_differently() {
    report(|pair, line, want| {
        let heard = EAR.hear(line, Before { partner: pair.partner, ..Before::default() });
        (!want.holds(&heard)).then(|| row(line, pair.partner, &want.word(), &heard))
    });
}

/// Whatever the trade: the words of one that no pack knows are no reason to call a question off-topic.
#[test]
fn every_question_about_work_is_heard_as_a_question() {
    report(|pair, line, want| {
        if matches!(want, Want::Does(_)) {
            return None; // looked at above
        }
        let heard = EAR.hear(line, Before { partner: pair.partner, ..Before::default() });
        (heard.act != Act::Question).then(|| row(line, pair.partner, Act::Question.word(), &heard))
    });
}

#[test]
fn every_family_is_large_and_no_line_comes_twice() {
    let mut lines = std::collections::BTreeSet::new();
    for family in FAMILIES {
        assert!(family.pairs.len() >= 15, "{}", family.name);
        for (line, _) in family.pairs.iter().flat_map(|pair| pair.lines) {
            assert!(lines.insert(line), "{line:?}");
        }
    }
    assert!(lines.len() >= 2 * 180, "{}", lines.len());
}

#[test]
fn only_a_goodbye_ends_the_talk() {
    for (line, expected) in [
        ("Bye!", true),
        ("Got to go, see you", true),
        ("gotta go cya", true),
        ("Cheerio, Calum.", true),
        ("Thank you, see you soon!", true),
        ("Hi Rosa, nice to see you!", false),
        ("It's lovely to see you", false),
        ("When a patient comes to see you, what do they want?", false),
        ("My teacher said I should see you", false),
        ("Farewell parties are my thing", false),
    ] {
        let heard = EAR.hear(line, Before::default());
        assert_eq!(heard.farewell, expected, "{line:?} is {:?}", heard.act);
    }
}
