"""Asks a language server for TOML, tombi, what it shows in a pack that has the schemas, as an editor would.

    python3 tests/schemas.py FOLDER        run by tests/schemas.sh, which makes the pack in the folder
"""
import json
import pathlib
import subprocess
import sys

# What is asked | in which folder of the pack | what is shown | a file, with ^ where the cursor is | words that
# must be in the answer.
CHECKS = [
    ("hover", "scenarios", "what `difficulty` is for", "diff^iculty = 2",
     ["How demanding the interviewee is, 1 gentle to 5 demanding.", "Maximum: `5`"]),
    ("hover", "scenarios", "what `gem` is for", "[[topic]]\n[[topic.answer]]\nge^m = true",
     ["told only to those who ask well"]),
    ("hover", "scenarios", "what each band means", '[[topic]]\n[[topic.answer]]\ngate = { rap^port = "warm" }',
     ["`cool`: Rapport 0 to 24", "`warm`: Rapport 50 to 74"]),
    ("hover", "scenarios", "when a reaction is said", "[reactions]\ntime_ch^eck = []",
     ["What is said to \\\"do you still have time?\\\"."]),
    ("completion", "scenarios", "the keys of a scenario", "^",
     ['"interviewee"', '"reactions"', "What this person says on each topic."]),
    ("completion", "scenarios", "the keys of an answer", '[[topic]]\nid = "skills"\n[[topic.answer]]\n^',
     ['"gist"', '"say"', '"gate"', '"else"']),
    ("completion", "scenarios", "the topics of the question bank", '[[topic]]\nid = "^"',
     ["career-path", "day-to-day", "anything-else"]),
    ("completion", "scenarios", "the bases", 'extends = "^"', ["professional"]),
    ("completion", "scenarios", "the bands", '[[topic]]\n[[topic.answer]]\ngate = { rapport = "^" }',
     ["cool", "neutral", "warm", "open"]),
    ("completion", "cases", "the moves", '[[case]]\n[[case.line]]\nmove = "^"', ["referral-ask", "time-check"]),
    ("completion", "question_banks", "the stages", '[[topic]]\n[[topic.question]]\nstage = "^"',
     ["opening", "middle", "deeper", "closing"]),
    ("completion", ".", "the customs of a pack", "[etiquette]\n^", ["thank_you", "pays", "salary", "resume"]),
]

folder = pathlib.Path(sys.argv[1]).resolve()
server = subprocess.Popen(["tombi", "lsp", "--offline"], cwd=folder, stdin=subprocess.PIPE,
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)


def send(**message):
    body = json.dumps({"jsonrpc": "2.0", **message}).encode()
    server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
    server.stdin.flush()


def receive():
    length = 0
    while line := server.stdout.readline().strip():
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            length = int(value)
    if not length:
        sys.exit("the language server has gone")
    return json.loads(server.stdout.read(length))


asked = 0


def ask(method, **params):
    global asked
    asked += 1
    send(id=asked, method=method, params=params)
    while True:
        answer = receive()
        if "method" in answer:  # the server asks or tells something of its own
            if "id" in answer:
                send(id=answer["id"], result=None)
        elif answer.get("id") == asked:
            if "error" in answer:
                sys.exit(f"{method}: {answer['error']}")
            return answer["result"]


def shown(what, place, number, text):
    """What the server answers in a new file, with the cursor at ^."""
    before, after = f'schema = 1\n{text}\n'.split("^")
    name = "pack.toml" if place == "." else f"{place}/new-{number}.toml"
    document = {"uri": (folder / name).as_uri()}
    opened = {**document, "languageId": "toml", "version": 1, "text": before + after}
    send(method="textDocument/didOpen", params={"textDocument": opened})
    position = {"line": before.count("\n"), "character": len(before.rpartition("\n")[2])}
    for _ in range(1000):  # it does several things at once, and may not have taken up the file yet
        if answer := ask(f"textDocument/{what}", textDocument=document, position=position):
            break
    return json.dumps(answer, ensure_ascii=False)


ask("initialize", processId=None, rootUri=folder.as_uri(), capabilities={"textDocument": {
    "hover": {"contentFormat": ["markdown"]},
    "completion": {"completionItem": {"documentationFormat": ["markdown"]}}}})
send(method="initialized", params={})
wrong = 0
for number, (what, place, name, text, expected) in enumerate(CHECKS):
    answer = shown(what, place, number, text)
    missing = [words for words in expected if words not in answer]
    print(f"{'BAD' if missing else 'ok':4} {what:11} {name}")
    if missing:
        wrong += 1
        print(f"     {missing} not in {answer[:2000]}")
server.kill()
sys.exit(1 if wrong else 0)
