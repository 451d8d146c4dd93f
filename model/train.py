#!/usr/bin/env python3
"""Trains all-MiniLM-L6-v2 on a little further, on the lines of this project: `train.py FOLDER`.

    /tmp/v/bin/python train.py /tmp/trained && /tmp/v/bin/python make.py /tmp/trained meaning.bin vectors.tsv

The model learns to tell the topics of the question bank apart, from the phrasings of `question_banks/` and
the lines in `examples/learn/topics/`, for three rounds. Then each of its weights is set to three
quarters of the way from what it was before to what it is now (Wortsman and others 2022, "Robust fine-tuning of zero-shot models"):
that keeps what it knows of everything else, which a scenario's own topics need. Two cores take twenty minutes.
No labelled data of others is used. Run again, it gives a model as good, not the same bytes: sums on several
cores round differently.
"""
import glob, os, random, re, sys, tomllib

import torch
from transformers import AutoModel, AutoTokenizer

from make import model_folder

HERE = os.path.dirname(os.path.abspath(__file__))
ROUNDS, BATCH, RATE, MIX, SEED = 3, 32, 5e-5, 0.75, 1


def lines():
    """Every line and its topic; `none` for lines that are about no topic."""
    found = []
    for file in sorted(glob.glob(os.path.join(HERE, "../question_banks/*.toml"))):
        bank = tomllib.load(open(file, "rb"))
        for topic in bank.get("topic", []):
            for question in topic.get("question", []):
                weak = [question["weak"]] if "weak" in question else []
                for text in [question["text"], *question.get("phrasings", []), *weak]:
                    found.append((text, topic["id"]))
        found += [(text, "none") for text in bank.get("never", [])]
    for file in sorted(glob.glob(os.path.join(HERE, "../examples/learn/topics/*.txt"))):
        topic = os.path.basename(file).removesuffix(".txt")
        found += [(line.strip(), topic) for line in open(file) if line.strip()]
    return found


def bare(text):
    """Nearly as the program gives it to the model: lower case, no punctuation."""
    return re.sub(r"\s+", " ", re.sub(r"[^\w\s']", " ", text.lower())).strip()


def main():
    random.seed(SEED)
    torch.manual_seed(SEED)
    folder = model_folder()
    tokenizer = AutoTokenizer.from_pretrained(folder)
    model = AutoModel.from_pretrained(folder)
    before = {name: value.clone() for name, value in model.state_dict().items()}
    model.embeddings.word_embeddings.weight.requires_grad_(False)
    rows = lines()
    topics = sorted({topic for _, topic in rows})
    head = torch.nn.Linear(model.config.hidden_size, len(topics))
    trained = [p for p in model.parameters() if p.requires_grad]
    steps = ROUNDS * (len(rows) // BATCH)
    optimizer = torch.optim.AdamW(
        [{"params": trained, "lr": RATE}, {"params": head.parameters(), "lr": 2e-3}], weight_decay=0.01
    )
    pace = lambda step: min(1.0, (step + 1) / (steps * 0.1)) * max(0.0, 1.0 - step / steps)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, pace)
    dropout = torch.nn.Dropout(0.1)
    model.train()
    step = 0
    for _ in range(ROUNDS):
        random.shuffle(rows)
        batches = []
        for at in range(0, len(rows), BATCH * 20):  # lines of like length together: less to pad
            part = sorted(rows[at : at + BATCH * 20], key=lambda row: len(row[0]))
            part = [part[i : i + BATCH] for i in range(0, len(part), BATCH)]
            random.shuffle(part)
            batches += part
        for batch in batches[: len(rows) // BATCH]:
            texts = [bare(text) if random.random() < 0.7 else text for text, _ in batch]
            encoded = tokenizer(texts, padding=True, truncation=True, max_length=48, return_tensors="pt")
            mask = encoded["attention_mask"][:, :, None]
            mean = (model(**encoded).last_hidden_state * mask).sum(1) / mask.sum(1)
            labels = torch.tensor([topics.index(topic) for _, topic in batch])
            loss = torch.nn.functional.cross_entropy(head(dropout(mean)), labels, label_smoothing=0.1)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(trained, 1.0)
            optimizer.step()
            schedule.step()
            step += 1
            if step % 100 == 0:
                print(f"step {step} of {steps}, loss {loss.item():.3f}", file=sys.stderr, flush=True)
    after = model.state_dict()
    model.load_state_dict(
        {
            name: before[name] * (1 - MIX) + value * MIX if value.is_floating_point() else value
            for name, value in after.items()
        }
    )
    model.save_pretrained(sys.argv[1])
    tokenizer.save_pretrained(sys.argv[1])


if __name__ == "__main__":
    main()
