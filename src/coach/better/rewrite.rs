//! A question turned open by its grammar, in the learner's own words.

use super::clause::{self, Clause};
use super::pattern::Rule;
use super::token::{Token, join};
use super::{asking, choice, table};
use crate::hearing::heard::{Form, Heard, Question};
use crate::text::words::Break;

/// Wordings for the question that counts, best first. They are not yet heard.
pub(super) fn wordings(heard: &Heard, question: &Question) -> Vec<String> {
    let mut range = question.words.clone();
    let last = heard.words.get(range.clone()).and_then(<[_]>::last);
    if last.is_some_and(|word| matches!(word.text.as_str(), "ever" | "always" | "still" | "also")) {
        range.end = heard.words.len(); // "Do they ever | thank you?"
    }
    let words = super::token::tokens(heard, range);
    let (before, words) = condition(&words);
    let is_closed = question.form == Form::Closed;
    let asks_why =
        words.first().is_some_and(|word| matches!(word.text.as_str(), "why" | "how" | "when"));
    let wordings = if is_closed || asks_why { of_question(words) } else { Vec::new() };
    if before.is_empty() {
        return wordings;
    }
    wordings.into_iter().map(|wording| after(&join(before), &wording)).collect()
}

/// Wordings for a question without what leads up to it.
pub(super) fn of_question(words: &[Token]) -> Vec<String> {
    let start = words
        .iter()
        .position(|word| !matches!(word.text.as_str(), "and" | "or" | "but" | "so"))
        .unwrap_or(0);
    let mut words = first_of_two(without_tag(&words[start..]));
    if let Some(said) = without_opinion(words) {
        words = said;
    }
    let Some(first) = words.first() else { return Vec::new() };
    let text = first.text.as_str();
    // "A quick one: did it pay off?", "sorry, but do they dream": the question comes last.
    let is_led_in = !clause::is_helping(text)
        && !matches!(
            text,
            "why" | "how" | "what" | "which" | "who" | "whose" | "where" | "when" | "if"
        );
    let last = (1..words.len().saturating_sub(2)).rev().find(|at| {
        let before = &words[at - 1];
        clause::is_helping(&words[*at].text)
            && !clause::is_helping(&words[at + 1].text)
            && words[at + 1].text != "not"
            && (before.after != Break::None
                || words[*at].glue == ":"
                || matches!(before.text.as_str(), "but" | "so" | "or"))
    });
    if let Some(at) = last.filter(|_| is_led_in) {
        return of_question(&words[at..]);
    }
    // "Is there anything I should have asked?": what it is.
    let about = |at: usize| words.get(at).map_or("", |word| word.text.as_str());
    let opens = usize::from(matches!(about(0), "is" | "was" | "are") && about(1) == "there") * 2;
    if matches!(about(opens), "anything" | "something")
        && words.iter().any(|word| matches!(word.text.as_str(), "i" | "we" | "us"))
    {
        let mut asked: Vec<String> =
            super::direct::anything(words).into_iter().filter(|_| words.len() <= 14).collect();
        asked.push("What should I have asked you?".to_owned());
        asked.push("What would you like to add?".to_owned());
        return asked;
    }
    let is_last =
        matches!(about(1), "final" | "last" | "closing" | "parting" | "other" | "further");
    if matches!(text, "any" | "some") && is_last {
        return vec!["What would you like to add?".to_owned()];
    }
    // "…, like books or courses": what comes to mind changes nothing.
    let words = (4..words.len())
        .find(|at| {
            words[at - 1].after == Break::Pause
                && (about(*at) == "like" || about(*at) == "such" && about(at + 1) == "as")
        })
        .map_or(words, |at| &words[..at]);
    let chosen = choice::wordings(words);
    if !chosen.is_empty() {
        return chosen;
    }
    if matches!(text, "why" | "how" | "what" | "which" | "who" | "whose" | "where" | "when") {
        return asking::wordings(words);
    }
    if clause::is_helping(text) && !(text == "have" && words.len() < 3) {
        if let Some(wordings) = of_view(words) {
            return wordings;
        }
        if let Some(clause) = clause::asked(words) {
            return of_clause(&clause);
        }
        // "Are your customers …", with a word that no list knows.
        let subject = words.get(1..words.len() - 1).unwrap_or_default();
        let is_known = subject.first().is_some_and(|word| super::lexicon::is_definite(&word.text));
        return if matches!(text, "is" | "are" | "was" | "were") && is_known && subject.len() < 5 {
            vec![format!("What {text} {} like?", join(subject))]
        } else {
            Vec::new()
        };
    }
    if words.get(1).is_some_and(|next| matches!(next.text.as_str(), "what" | "which")) {
        return asking::wordings(words); // "in which way"
    }
    if matches!(
        text,
        "best" | "worst" | "biggest" | "first" | "hardest" | "proudest" | "favourite" | "favorite"
    ) {
        return vec![format!("Tell me about the {}.", join(words))];
    }
    if text == "any" {
        return asking::wordings(words);
    }
    if let Some(clause) =
        clause::stated(words).filter(|clause| !clause.head.ends_with(" i") || clause.head == "be i")
    {
        let mut wordings = of_clause(&clause);
        if wordings.is_empty() && words.len() <= 14 {
            wordings.push(format!("What do you make of the idea that {}?", join(words)));
        }
        return wordings;
    }
    if super::lexicon::is_definite(text) && (2..=5).contains(&words.len()) {
        let is = if clause::takes_plural(words) { "are" } else { "is" };
        return vec![format!("What {is} {} like?", join(words))];
    }
    Vec::new()
}

fn of_clause(clause: &Clause) -> Vec<String> {
    let subject = |at: usize| clause.subject.get(at).map_or("", |word| word.text.as_str());
    let is_most =
        subject(1).ends_with("est") || matches!(subject(1), "worst" | "most" | "main" | "key");
    if clause.head == "be they" && subject(0) == "my" {
        return vec![format!("What do you think of {}?", join(&clause.subject))];
    }
    if clause.head == "be they" && matches!(subject(0), "the" | "your") && is_most {
        let is = if clause.past { "was" } else { "is" };
        return vec![format!("What {is} {} for you?", join(&clause.subject))];
    }
    if clause.head == "have you" && clause.rest.first().is_some_and(|word| word.text == "got") {
        // "Have you got time": do you have time.
        let mut has = clause.clone();
        "do you".clone_into(&mut has.head);
        "do".clone_into(&mut has.auxiliary);
        has.rest[0] = has.rest[0].changed("have".to_owned());
        return of_clause(&has);
    }
    best(table::rows(&clause.head), &clause.rest, clause)
}

/// What the first rule that fits says.
pub(super) fn best(rules: &[Rule], words: &[Token], clause: &Clause) -> Vec<String> {
    rules
        .iter()
        .map(|rule| rule.say(words, clause))
        .find(|said| !said.is_empty())
        .unwrap_or_default()
}

/// "Where did you study and did you like it": the first of the two.
fn first_of_two(words: &[Token]) -> &[Token] {
    let text = |at: usize| words.get(at).map_or("", |word| word.text.as_str());
    let asks =
        |word: &str| matches!(word, "how" | "what" | "why" | "where" | "who" | "when" | "which");
    if !clause::is_helping(text(0)) && !asks(text(0)) {
        return words;
    }
    let second = (3..words.len()).find(|at| {
        matches!(text(*at), "and" | "but")
            && (clause::is_helping(text(at + 1))
                || matches!(text(at + 1), "how" | "what" | "why" | "if" | "where" | "who" | "when"))
            && !text(at + 2).is_empty()
    });
    second.map_or(words, |at| &words[..at])
}

/// "Do you think the pay is fair": the question is whether the pay is fair.
fn of_view(words: &[Token]) -> Option<Vec<String>> {
    let text = |at: usize| words.get(at).map_or("", |word| word.text.as_str());
    let mut at = 2;
    if text(1) == "not" {
        at += 1;
    }
    let holds = matches!(text(0), "do" | "did" | "would" | "have")
        && text(at - 1) == "you"
        && matches!(text(at), "think" | "believe" | "say" | "reckon" | "agree" | "guess");
    if !holds {
        return None;
    }
    at += 1;
    if matches!(text(at), "that" | "with") && words.len() > at + 3 {
        at += 1;
    }
    let view = &words[at..];
    if view.len() < 3 && text(at - 1) != "that" {
        return None;
    }
    let stated = clause::stated(view);
    // What is said of how something is, of them, and of what will be has a question of its own.
    let is_turned = stated.as_ref().is_some_and(|clause| {
        let (verb, person) = clause.head.split_once(' ').unwrap_or_default();
        match verb {
            "be" => {
                let said = clause.rest.first().map_or("", |word| word.text.as_str());
                person == "it"
                    || person == "there"
                    || person == "i" && (said == "too" || super::lexicon::is_adjective(said))
                    || (person != "i" && person != "you" && super::lexicon::is_adjective(said))
            }
            "do" | "did" | "have" | "would" => person == "you",
            "can" | "should" if person == "i" => true,
            "should" if clause.rest.first().is_some_and(|word| word.text == "be") => false,
            "will" | "should" => person != "i" && person != "you",
            _ => false,
        }
    });
    let mut wordings = stated.as_ref().filter(|_| is_turned).map(of_clause).unwrap_or_default();
    wordings.truncate(2);
    // A clause that names someone for a pronoun, or a short one, is put as a thought to weigh.
    if wordings.is_empty() {
        wordings.push(format!("What do you make of the idea that {}?", join(view)));
    }
    Some(wordings)
}

/// "If you could start again, would you…": what goes before stays before.
fn condition(words: &[Token]) -> (&[Token], &[Token]) {
    let is_condition = words.first().is_some_and(|word| {
        matches!(
            word.text.as_str(),
            "if" | "when"
                | "as"
                | "after"
                | "before"
                | "since"
                | "while"
                | "looking"
                | "knowing"
                | "besides"
                | "apart"
                | "other"
                | "given"
                | "in"
                | "at"
                | "on"
                | "during"
                | "for"
                | "with"
                | "from"
        )
    });
    let cut = words.iter().position(|word| word.after == Break::Pause);
    match cut.filter(|cut| is_condition && *cut < 14 && cut + 3 < words.len()) {
        Some(cut) => (&words[..=cut], &words[cut + 1..]),
        None => (&[], words),
    }
}

fn after(condition: &str, wording: &str) -> String {
    let mut characters = wording.chars();
    let first = characters.next().map(|c| c.to_lowercase().to_string()).unwrap_or_default();
    format!("{condition}, {first}{}", characters.as_str())
}

/// "You like it, don't you?", "it's hard, right?": what is said, without the tag.
fn without_tag(words: &[Token]) -> &[Token] {
    let text = |at: usize| words.get(at).map_or("", |word| word.text.as_str());
    let len = words.len();
    if len >= 4 {
        let (a, b, c) = (text(len - 3), text(len - 2), text(len - 1));
        let is_pronoun = is_pronoun_word(c);
        if clause::is_helping(a) && b == "not" && is_pronoun && len > 4 {
            return &words[..len - 3];
        }
        if clause::is_helping(a) && is_pronoun_word(b) && c == "not" {
            return &words[..len - 3];
        }
        if matches!(
            (a, b, c),
            ("am", "i", "right" | "wrong") | ("is", "that", "right" | "correct" | "true" | "so")
        ) {
            return &words[..len - 3];
        }
        let paused = words[len - 3].after == Break::Pause;
        let asks = matches!(text(0), "how" | "what" | "where" | "when" | "who" | "which" | "why");
        if clause::is_helping(b) && is_pronoun && (paused || !clause::is_helping(text(0))) && !asks
        {
            return &words[..len - 2];
        }
    }
    // "…, Latifa?"
    let is_name = |word: &Token| {
        word.text != "i" && word.written.starts_with(char::is_uppercase) && word.short.is_none()
    };
    if len >= 4 && words[len - 2].after == Break::Pause && is_name(&words[len - 1]) {
        return without_tag(&words[..len - 1]);
    }
    if len >= 3
        && matches!(text(len - 1), "right" | "correct" | "no" | "huh" | "eh" | "yeah" | "yes")
        && words[len - 2].after == Break::Pause
    {
        return &words[..len - 1];
    }
    words
}

fn is_pronoun_word(word: &str) -> bool {
    matches!(word, "it" | "you" | "they" | "he" | "she" | "that" | "we" | "there" | "this" | "i")
}

/// "I guess you travel a lot": what they guess.
fn without_opinion(words: &[Token]) -> Option<&[Token]> {
    let text = |at: usize| words.get(at).map_or("", |word| word.text.as_str());
    let mut at = match (text(0), text(1)) {
        (
            "i",
            "guess" | "bet" | "assume" | "imagine" | "suppose" | "think" | "take" | "believe"
            | "presume" | "heard" | "hear",
        )
        | ("of", "course") => 2,
        ("i", "am") if matches!(text(2), "sure" | "guessing" | "assuming") => 3,
        (
            "surely" | "obviously" | "clearly" | "presumably" | "apparently" | "so" | "probably",
            _,
        ) => 1,
        _ => return None,
    };
    if matches!(text(at), "that" | "it") && text(at + 1) == "that" {
        at += 2;
    } else if text(at) == "that" && words.len() > at + 2 && !clause::is_helping(text(at + 1)) {
        at += 1;
    }
    words.get(at..).filter(|rest| rest.len() >= 2)
}

#[cfg(test)]
mod tests {
    use super::wordings;
    use crate::hearing::{Before, Ear};
    use crate::pack::{builtin, load};

    /// What was asked, and the first wording that its grammar leads to.
    #[rustfmt::skip]
    const TURNED: &[(&str, &str)] = &[
        ("Do you like working nights?", "What do you like about working nights?"),
        ("Do you love your job?", "What do you love about your job?"),
        ("Do you work with animals?", "What is it like to work with animals?"),
        ("Do you travel for work?", "What is it like to travel for work?"),
        ("Do you have a lot of meetings?", "What kind of meetings do you have?"),
        ("Do you have time for friends?", "How do you make time for friends?"),
        ("Do you have to work on Christmas?", "What are the expectations around working on Christmas?"),
        ("Do you need a licence to drive the crane?", "What difference does a licence make when you want to drive the crane?"),
        ("Do you get tired of the noise?", "How do you feel about the noise?"),
        ("Do you get feedback from your clients?", "What kind of feedback do you get from your clients?"),
        ("Do you use your chemistry much?", "How do you use your chemistry?"),
        ("Do you meet interesting people?", "What is it like to meet interesting people?"),
        ("Do you deal with angry customers?", "How do you deal with angry customers?"),
        ("Do you feel you made the right choice?", "What makes you feel you made the right choice?"),
        ("Do you know everyone in the building?", "How did you get to know everyone in the building?"),
        ("Do you spend most of your day driving?", "What part does driving play in your work?"),
        ("Do you think robots will replace welders?", "What are your thoughts on robots replacing welders?"),
        ("Do you think the training is too short?", "What is the training like?"),
        ("Do you want to run your own bakery one day?", "What are your thoughts on running your own bakery one day?"),
        ("Do you ever think about quitting?", "What are your thoughts on quitting?"),
        ("Do you have hobbies?", "How do you combine hobbies with this work?"),
        ("Did you go to university?", "How did you decide whether to go to university?"),
        ("Did you study abroad?", "How did you decide whether to study abroad?"),
        ("Did you do an internship?", "How did you decide whether to do an internship?"),
        ("Did you start at the bottom?", "How did you come to start at the bottom?"),
        ("Did you apply for many jobs?", "How did you decide whether to apply for many jobs?"),
        ("Did you quit because you were unhappy?", "What made you quit?"),
        ("Did you feel ready after your training?", "How ready did you feel after your training?"),
        ("Did you ever lose a patient?", "Tell me about a time you lost a patient."),
        ("Did you enjoy your apprenticeship?", "What did you enjoy about your apprenticeship?"),
        ("Did your parents support you?", "How did your parents support you?"),
        ("Does your company pay for courses?", "How does your company pay for courses?"),
        ("Does everyone work overtime?", "What are the expectations around working overtime?"),
        ("Does it get lonely on the road?", "What is it like on the road?"),
        ("Does it help to know people?", "What difference does it make to know people?"),
        ("Do nurses earn enough?", "How does pay work for nurses?"),
        ("Do clients ever call at night?", "What happens when clients call at night?"),
        ("Do employers look at grades?", "How do employers look at grades?"),
        ("Are you happy?", "How do you feel about your work?"),
        ("Are you a morning person?", "What makes someone a morning person?"),
        ("Are you allowed to work from home?", "What are the rules around working from home?"),
        ("Are you able to choose your hours?", "How are you able to choose your hours?"),
        ("Are you responsible for the whole site?", "What does being responsible for the whole site involve?"),
        ("Are you busy in winter?", "What is it like to be busy in winter?"),
        ("Is it hard to become a judge?", "What does it take to become a judge?"),
        ("Is it hard to find clients?", "What does it take to find clients?"),
        ("Is it dangerous to work with gas?", "What is it like to work with gas?"),
        ("Is it worth doing a PhD?", "What are the pros and cons of doing a PhD?"),
        ("Is it common to change firms?", "How do people come to change firms?"),
        ("Is it normal to feel lost at the start?", "What is it like to feel lost at the start?"),
        ("Is it better than your last job?", "How does it compare with your last job?"),
        ("Is it all about money?", "What part does money play in it?"),
        ("Was it difficult to get a place?", "What did it take to get a place?"),
        ("Was it a good decision?", "How do you feel about the decision now?"),
        ("Is there a dress code?", "What is the dress code like?"),
        ("Is there a typical career path?", "What is the typical career path like?"),
        ("Are there night shifts?", "What are the night shifts like?"),
        ("Is your boss nice?", "What is your boss like?"),
        ("Is the pay good?", "What is the pay like?"),
        ("Is the training paid?", "How is the training paid?"),
        ("Is the field changing fast?", "How is the field changing?"),
        ("Is your degree useful in practice?", "What difference does your degree make in practice?"),
        ("Is the software hard to learn?", "What does it take to learn the software?"),
        ("Is Friday your busiest day?", "What makes Friday your busiest day?"),
        ("Are your colleagues friendly?", "What are your colleagues like?"),
        ("Are your clients demanding?", "What are your clients like?"),
        ("Are freelancers respected?", "How well are freelancers respected?"),
        ("Was your training good?", "What was your training like?"),
        ("Was your family against it?", "How did your family feel about it?"),
        ("Were the first months hard?", "What were the first months like?"),
        ("Have you always lived here?", "How did you come to live here?"),
        ("Have you ever made a serious mistake?", "Tell me about a time you made a serious mistake."),
        ("Have you worked in other countries?", "What was it like to work in other countries?"),
        ("Have you learned a lot from your mentor?", "What have you learned from your mentor?"),
        ("Have you changed your mind about it?", "How have you changed your mind about it?"),
        ("Has technology made your work easier?", "How has technology changed your work?"),
        ("Has anyone ever helped you?", "Tell me about a time someone helped you."),
        ("Can you imagine doing something else?", "What are your thoughts on doing something else?"),
        ("Can beginners earn well?", "How does pay work for beginners?"),
        ("Could you live somewhere else?", "How would you feel about living somewhere else?"),
        ("Will there be enough jobs for translators?", "How do you see the future of jobs for translators?"),
        ("Would you like to be a manager?", "How would you feel about being a manager?"),
        ("Would you ever go back to farming?", "How would you feel about going back to farming?"),
        ("Should I study abroad?", "How should I decide whether to study abroad?"),
        ("Should beginners specialise early?", "How should beginners decide whether to specialise early?"),
        ("How many hours a week do you work?", "What is it like to work the hours you do?"),
        ("How many patients do you see a day?", "What kind of patients do you see?"),
        ("How many days of holiday do you get?", "What is your holiday like?"),
        ("How much travel is there?", "What is the travel like?"),
        ("How long have you worked here?", "What has changed in the time you have worked here?"),
        ("How long did it take you to qualify?", "What did it take to qualify?"),
        ("How long is a shift?", "What is a shift like?"),
        ("How often does your schedule change?", "What happens when your schedule changes?"),
        ("How far do you commute?", "What is it like to commute?"),
        ("What time do you get home?", "How does your day end?"),
        ("What did you study?", "How did you decide what to study?"),
        ("What did you study at college?", "How did you decide what to study at college?"),
        ("What company did you start with?", "How did you decide which company to start with?"),
        ("Which software do you use?", "How do you decide which software to use?"),
        ("Where are you from?", "How has the place you are from shaped your path?"),
        ("Where did you study?", "How did you decide where to study?"),
        ("When do you get up?", "How does your day start?"),
        ("Who is your boss?", "What is your boss like?"),
        ("Is it more about people or more about machines?", "What part do people and machines play in it?"),
        ("Is it boring or interesting?", "What is it like?"),
        ("Do you work alone or in a team?", "What is the balance between working alone and working in a team?"),
        ("Did you plan this, or did it just happen?", "How did you plan this?"),
        ("Should I study or do an apprenticeship?", "How should I decide whether to study or do an apprenticeship?"),
        ("Was it luck or hard work?", "What part did luck and hard work play in it?"),
        ("You don't get many holidays, do you?", "What kind of holidays do you get?"),
        ("It's a lonely job, isn't it?", "What is lonely about the job?"),
        ("The pay is bad, isn't it?", "What is the pay like?"),
        ("Don't you get bored?", "What do you do when you get bored?"),
        ("Don't you hate the early mornings?", "What do you hate about the early mornings?"),
        ("Wouldn't it be better to have a normal job?", "What would it be like to have a normal job?"),
        ("Why don't you just quit?", "What are your thoughts on quitting?"),
        ("My aunt was a nurse and she hated it. Is it really that bad?", "What is it like?"),
        ("do i need a degree for that", "What difference does a degree make for that?"),
        ("is the pay ok", "What is the pay like?"),
        ("whats your salary", "How does your salary get decided?"),
        ("was it your dream job", "How did it compare with what you dreamed of?"),
        ("Is your job secure?", "How secure would you say your job is?"),
        ("Does your school listen to parents?", "How well does your school listen to parents?"),
        ("Do you feel safe at night?", "How safe do you feel at night?"),
        ("Is plumbing as well paid as people say?", "How does plumbing compare with what people say?"),
        ("Do you ever disagree with your editor?", "What happens when you disagree with your editor?"),
        ("Do you still code or only go to meetings?", "What is the balance between coding and going to meetings?"),
        ("I know you are busy, so a quick one: did the course pay off?", "How did the course pay off?"),
        ("Is your field (carpentry) changing, Latifa?", "How is your field changing?"),
    ];

    #[test]
    fn closed_questions_turn_open_in_their_own_words() {
        let (pack, _) = load::built_in(builtin::sources(), Some(""));
        let ear = Ear::new(&pack, None);
        let mut wrong = Vec::new();
        for (line, expected) in TURNED {
            let heard = ear.hear(line, Before::default());
            let question = heard.question.as_ref().expect(line);
            let first = wordings(&heard, question).into_iter().next().unwrap_or_default();
            if first != *expected {
                wrong.push(format!("            ({line:?}, {first:?}),"));
            }
        }
        assert!(wrong.is_empty(), "these are worded otherwise:\n{}", wrong.join("\n"));
    }
}
