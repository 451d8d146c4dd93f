//! What the program would hear with weights that were not learnt from the talk at hand.
//!
//! The weights of the program were learnt from the very talks it is measured on here. So for each talk
//! they are learnt anew from the other talks, and put in their place. The rules around the weights
//! cannot be reached from outside, so the program's own decision is taken and turned only where the two
//! sets of weights come out on different sides; what the sides are is copied from `src/hearing/asks.rs`, and
//! how well the copy agrees with the program is counted.

use std::collections::BTreeMap;

use coffeechat::hearing::heard::{Act, Heard, Kind};
use coffeechat::hearing::{Ear, evidence_of_asking, evidence_of_asking_on};
use coffeechat::text::words::Break;

use crate::labelled::{ASKING, ASKING_ON};
use crate::model::{Care, Model, Row, Unseen};

/// The weights of a scorer in whole numbers, as the program adds them up.
struct Weights {
    bias: i32,
    pieces: BTreeMap<String, i32>,
}

impl Weights {
    /// Reads a table as `examples/learn` writes it.
    fn read(table: &str) -> Self {
        let mut pieces: BTreeMap<String, i32> = lines(table)
            .filter_map(|line| line.split_once('\t'))
            .filter_map(|(weight, piece)| Some((piece.to_owned(), weight.parse().ok()?)))
            .collect();
        Self { bias: pieces.remove("bias").unwrap_or_default(), pieces }
    }

    fn score(&self, evidence: &[String]) -> i32 {
        let weights = evidence.iter().filter_map(|piece| self.pieces.get(piece));
        weights.fold(self.bias, |sum, weight| sum.saturating_add(*weight))
    }
}

/// The lines of a table that are no remarks.
fn lines(table: &str) -> impl Iterator<Item = &str> {
    table.lines().filter(|line| !line.starts_with('#'))
}

/// A scorer as it is in the program, and as it would be for a talk it has not seen.
pub(crate) struct Scorer {
    shipped: Weights,
    unseen: Unseen,
    /// The models of `unseen` in whole numbers.
    weights: Vec<Weights>,
    /// Whether learning anew gives the weights of the program.
    pub(crate) is_current: bool,
    /// How many rows were learnt from, and of how many talks; the project's own rows are of none.
    pub(crate) learnt_from: (usize, usize),
    /// How often the weights alone are right on talks not learnt from, by kind of row.
    pub(crate) alone: BTreeMap<&'static str, (usize, usize)>,
}

impl Scorer {
    /// The scorer that weighs whether something is asked.
    pub(crate) fn asks(rows: &[Row]) -> Self {
        Self::new(include_str!("../../src/hearing/weights/asks.tsv"), rows, ASKING)
    }

    /// The scorer that weighs whether a question asks on.
    pub(crate) fn follows(rows: &[Row]) -> Self {
        Self::new(include_str!("../../src/hearing/weights/follows.tsv"), rows, ASKING_ON)
    }

    fn new(table: &str, rows: &[Row], care: Care) -> Self {
        let unseen = Unseen::learn(rows, care);
        let has_own = rows.iter().any(|row| row.talk.is_empty());
        let fresh = Model::fit(&rows.iter().collect::<Vec<_>>(), care).table();
        let weights = unseen.models.iter().map(|model| Weights::read(&model.table()));
        Self {
            shipped: Weights::read(table),
            weights: weights.collect(),
            is_current: lines(table).eq(lines(&fresh)),
            learnt_from: (rows.len(), unseen.talks() - usize::from(has_own)),
            alone: unseen.tally(rows),
            unseen,
        }
    }

    /// Which side evidence comes out on: with the weights of the program, and with those of a model that
    /// has not seen the talk.
    fn sides(&self, evidence: &[String], least: i32, talk: &str) -> Sides {
        let is_above = |weights: &Weights| weights.score(evidence) > least;
        Sides {
            shipped: is_above(&self.shipped),
            unseen: is_above(&self.weights[self.unseen.fold(talk)]),
        }
    }
}

/// On which side of a threshold evidence comes out.
#[derive(Clone, Copy)]
struct Sides {
    shipped: bool,
    unseen: bool,
}

/// A decision on a talk that was not learnt from.
#[derive(Clone, Copy)]
pub(crate) struct Decision {
    /// What is decided.
    pub(crate) yes: bool,
    /// Of the parts that were weighed: how many came out as the program decided, and how many there were.
    pub(crate) copied: (usize, usize),
}

/// Whether a line asks something.
pub(crate) fn asks(scorer: &Scorer, heard: &Heard, line: &str, talk: &str) -> Decision {
    let program = heard.question.is_some();
    let parts = evidence_of_asking(line);
    let mut decision = Decision { yes: program, copied: (0, 0) };
    if parts.len() != heard.segments.len() {
        return decision; // a phrasing of the bank, word for word: nothing is weighed
    }
    let mut is_turned = false;
    let mut any_asks = false;
    for (evidence, segment) in parts.iter().zip(&heard.segments) {
        let mut asks = segment.act == Act::Question;
        let last = heard.words[segment.words.clone()].last();
        let after = last.map_or(Break::None, |word| word.after);
        let least = least(evidence, after == Break::Stop);
        if let Some(least) = least.filter(|_| !evidence.is_empty() && after != Break::Question) {
            let sides = scorer.sides(evidence, least, talk);
            decision.copied.0 += usize::from(sides.shipped == asks);
            decision.copied.1 += 1;
            if sides.shipped == asks && sides.unseen != asks {
                asks = sides.unseen;
                is_turned = true;
            }
        }
        any_asks |= asks;
    }
    if is_turned {
        decision.yes = any_asks;
    }
    decision
}

/// How much the words of a part have to weigh to ask; none if they cannot. A copy of what
/// `by_weight` in `src/hearing/asks.rs` does.
fn least(evidence: &[String], stops: bool) -> Option<i32> {
    let named = |name: &str| {
        let named = evidence.iter().find_map(|piece| piece.strip_prefix(name));
        named.filter(|value| *value != "none")
    };
    let by_rules = match (named("rule="), named("stated=")) {
        (Some(_), _) => -60,
        (None, None) => 0,
        (None, Some("goodbye" | "thanks" | "greeting" | "purpose")) => return None,
        (None, Some(_)) => 80,
    };
    Some(by_rules + if stops { 60 } else { 0 })
}

/// Whether a question asks on from the partner's words.
pub(crate) fn asks_on(
    scorer: &Scorer,
    ear: &Ear<'_>,
    heard: &Heard,
    (line, partner, talk): (&str, &str, &str),
) -> Decision {
    let question = heard.question.as_ref();
    let program = question.and_then(|question| question.kind).is_some_and(Kind::asks_on);
    let mut decision = Decision { yes: program, copied: (0, 0) };
    let evidence = evidence_of_asking_on(ear, line, partner);
    let has = |piece: &str| evidence.iter().any(|known| known == piece);
    // A subject of its own, or being too short for one, decides before the weights do; then the whole line is
    // the reason, and not the words that weigh most.
    let whole = heard.words.first().zip(heard.words.last());
    let whole = whole.map(|(first, last)| (first.span.start, last.span.end));
    let reason = question.and_then(|question| question.kind_reason.as_ref());
    let is_for_all_words = reason.map(|reason| reason.span) == whole;
    let is_by_rule = is_for_all_words && (program || has("uptake=0")) && has("marker=none");
    if evidence.is_empty() || is_by_rule {
        return decision;
    }
    // A copy of what `kind` in `src/hearing/kind.rs` does: words of content of its own, and none of
    // theirs, speak for something new.
    let is_new = has("uptake=0") && has("leans=false");
    let least = match (is_new, has("content=0"), has("content=1")) {
        (true, false, true) => NEW / 2,
        (true, false, false) => NEW,
        _ => 0,
    };
    let few = ["uptake=0", "uptake=1", "uptake=2"].iter().any(|piece| has(piece));
    let marked = match (has("marker=follow-up"), has("marker=full-switch")) {
        (true, _) => MARKED,
        (_, true) if few => -MARKED,
        _ => 0,
    };
    let sides = scorer.sides(&evidence, least - marked, talk);
    decision.copied = (usize::from(sides.shipped == program), 1);
    if sides.shipped == program {
        decision.yes = sides.unseen;
    }
    decision
}

/// How much more a question with words of its own has to weigh to ask on; as in `src/hearing/kind.rs`.
const NEW: i32 = 80;

/// How much more words that open something new or point back weigh; as in `src/hearing/kind.rs`.
const MARKED: i32 = 100;
