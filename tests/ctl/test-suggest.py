#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Corridor authors
"""corridorctl suggest: trained from a file, asked one by one and in a batch. TAP."""

import json
import os
import sqlite3
import subprocess
import sys
import tempfile

EXAMPLES = [
    ("refunds", "I want my money back"), ("refunds", "please give the money back"), ("refunds", "refund me"), ("refunds", "退款"),
    ("fees", "why was I charged"), ("fees", "the charge is too high"), ("fees", "you charged me twice"), ("fees", "为什么扣手续费"),
    ("closing", "close my account"), ("closing", "I want to leave, close it"), ("closing", "please delete the account"), ("closing", "注销账户"),
]
ARTICLES = [
    {"id": "refunds", "locale": "en", "title": "How a refund works", "body": "A refund takes five days."},
    {"id": "fees", "locale": "en", "title": "What a transfer costs", "body": "Banks on the way may take a charge."},
    {"id": "travel", "locale": "en", "title": "Using the card abroad", "body": "Tell us before a journey to Japan."},
]


class Ctl:
    def __init__(self, folder):
        self.folder, self.profile = folder, os.path.join(folder, "profile")

    def run(self, *arguments, code=0, stdin=""):
        done = subprocess.run([os.environ["CORRIDORCTL"], "--profile", self.profile, *arguments], input=stdin, text=True, capture_output=True, check=False)
        assert done.returncode == code, (arguments, done.returncode, done.stdout, done.stderr)
        return done

    def file(self, lines):
        path = os.path.join(self.folder, "lines.jsonl")
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n".join(line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines) + "\n")
        return path

    def suggest(self, text, *arguments):
        return json.loads(self.run("--json", "suggest", "--text", text, *arguments).stdout)["hits"]


def test_nothing_yet(ctl):
    assert ctl.suggest("where is my money") == []
    assert "Nothing" in ctl.run("suggest", "--text", "where is my money").stdout


def test_usage(ctl):
    path = ctl.file(["x"])
    for arguments in (["suggest"], ["suggest", "--text", "a", "--batch", path], ["suggest", "--text", "a", "--kind", "letter"],
                      ["suggest", "--text", "a", "--limit", "0"], ["suggest", "train"], ["suggest", "--text", "a", "--conversation", "7"]):
        ctl.run(*arguments, code=2)
    ctl.run("suggest", "--batch", "/nowhere", code=1)
    ctl.run("suggest", "train", "/nowhere", code=1)
    assert "No conversation 7" in ctl.run("suggest", "--conversation", "7", code=1).stderr


def test_bad_lines(ctl):
    good = {"text": "a", "id": "b"}
    for number, line in ((2, "nonsense"), (3, "[]"), (2, {"text": "a"}), (1, {"id": "b"}), (2, {"text": "", "id": "b"}), (1, {"text": 3.5, "id": "b"})):
        lines = [good, good, good, good]
        lines[number - 1] = line
        assert f"line {number}" in ctl.run("suggest", "train", ctl.file(lines), code=1).stderr.lower(), line
    assert ctl.suggest("a") == []  # nothing of such a file was taken in


def test_search_alone(ctl):
    ctl.run("kb", "import", ctl.file(ARTICLES))
    hits = ctl.suggest("how long does a refund take?")
    assert hits[0]["id"] == "refunds" and hits[0]["kind"] == "article" and "refund" in hits[0]["words"] and hits[0]["similar"] == 0, hits


def test_train(ctl):
    path = ctl.file([{"text": text, "id": name} for name, text in EXAMPLES])
    learned = json.loads(ctl.run("--json", "suggest", "train", path).stdout)
    assert learned["examples"] == 12 and learned["answers"] == 3 and learned["seconds"] >= 0, learned
    assert json.loads(ctl.run("--json", "suggest", "train", path).stdout)["examples"] == 12  # twice is once
    hits = ctl.suggest("can I have my money back")
    assert hits[0]["id"] == "refunds" and hits[0]["title"] == "How a refund works" and hits[0]["similar"] >= 1, hits
    assert ctl.suggest("手续费为什么扣")[0]["id"] == "fees"
    hits = ctl.suggest("close the account please")
    assert hits[0]["id"] == "closing" and hits[0]["title"] is None, hits
    assert ctl.suggest("a journey to Japan with the card")[0]["id"] == "travel"
    assert ctl.suggest("Hello!") == []
    assert "similar question" in ctl.run("suggest", "--text", "-", stdin="give my money back").stdout


def test_batch(ctl):
    path = ctl.file(["money back", {"text": "why this charge"}, "", {"query": "close account"}, "x" * 20000, "\u200f\u0001\"*:^"])
    answers = [json.loads(line) for line in ctl.run("suggest", "--batch", path, "--limit", "2").stdout.splitlines()]
    assert [a["query"] for a in answers[:4]] == ["money back", "why this charge", "", "close account"], answers
    assert [a["hits"][0]["id"] if a["hits"] else None for a in answers[:4]] == ["refunds", "fees", None, "closing"], answers
    assert len(answers) == 6 and all(len(a["hits"]) <= 2 and a["ms"] >= 0 for a in answers)
    assert all(set(hit) == {"id", "score"} for a in answers for hit in a["hits"])


def test_secrets_are_masked(ctl):
    ctl.run("suggest", "train", ctl.file([{"text": "my card 4111 1111 1111 1111 was stolen", "id": "stolen"}]))
    for name in os.listdir(ctl.profile):
        path = os.path.join(ctl.profile, name)
        if os.path.isfile(path):
            with open(path, "rb") as file:
                assert b"4111 1111 1111 1111" not in file.read(), name


def test_replace(ctl):
    path = ctl.file([{"text": "apples and pears", "id": "fruit"}, {"text": "a pear", "id": "fruit"}])
    assert json.loads(ctl.run("--json", "suggest", "train", path, "--replace").stdout) | {"seconds": 0} == {"examples": 2, "answers": 1, "seconds": 0}


def test_conversation(ctl):
    """What names a cause is not suggested while compliance holds the conversation."""
    ctl.run("kb", "import", ctl.file([{"id": "fixed", "kind": "template", "locale": "en", "title": "A check is running", "body": "It is being checked.",
                                       "tags": ["fixed text", "neutral wording"]}]))
    with sqlite3.connect(os.path.join(ctl.profile, "corridor.db")) as db:
        db.executescript("""INSERT INTO account (id, kind, origin, remote_id) VALUES (1, 'chatwoot', 'https://desk.example', '1');
            INSERT INTO conversation (id, account, remote_id) VALUES (7, 1, '7');
            INSERT INTO thread (id, account, channel, views, status, priority, labels, last_activity_at, waiting_since, snoozed_until, unread_count)
            VALUES (7, 1, 0, 0, 0, 0, '', 100, 0, 0, 0);
            INSERT INTO message (account, conversation, kind, content, created_at, ordinal) VALUES (1, 7, 0, 'how does a refund work', 100, 1)""")
    free = json.loads(ctl.run("--json", "suggest", "--conversation", "7").stdout)
    assert free["query"] == "how does a refund work" and not free["held"] and "refunds" in [hit["id"] for hit in free["hits"]], free
    with sqlite3.connect(os.path.join(ctl.profile, "corridor.db")) as db:
        db.execute("UPDATE conversation SET labels = 'compliance-hold'")
    held = json.loads(ctl.run("--json", "suggest", "--conversation", "7").stdout)
    assert held["held"] and [hit["id"] for hit in held["hits"]] == ["fixed"], held
    assert "With compliance".lower() in ctl.run("suggest", "--conversation", "7").stdout.lower()


def main():
    tests = [(name[5:].replace("_", " "), run) for name, run in globals().items() if name.startswith("test_")]
    failed = 0
    print(f"1..{len(tests)}", flush=True)
    with tempfile.TemporaryDirectory(prefix="corridor-suggest-") as folder:
        os.environ.update(HOME=folder, XDG_DATA_HOME=folder, XDG_CONFIG_HOME=folder, XDG_CACHE_HOME=folder, XDG_RUNTIME_DIR=folder)
        ctl = Ctl(folder)
        for number, (name, run) in enumerate(tests, 1):
            try:
                run(ctl)
                print(f"ok {number} - {name}", flush=True)
            except Exception as error:  # the tests after it still tell something
                failed += 1
                print(f"not ok {number} - {name}\n# " + f"{type(error).__name__}: {error}".replace("\n", "\n# "), flush=True)
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
