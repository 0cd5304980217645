#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Corridor authors
"""corridorctl against corridor-sandbox: what is here is what the service has, and a reply arrives once.

Usage: test-corridorctl.py CORRIDORCTL CORRIDOR-SANDBOX. Prints TAP.
"""

import contextlib
import http.client
import json
import os
import re
import select
import shutil
import signal
import sqlite3
import ssl
import subprocess
import sys
import tempfile
import time
import urllib.parse

CTL, SANDBOX = sys.argv[1:3]
PATIENCE = 120


class Sandbox:
    """The desk: started, stopped and started again on the same state and port."""

    def __init__(self, folder):
        self.state = os.path.join(folder, "desk")
        self.port = 0
        self.start()

    def start(self):
        # libsoup warns of a client that is gone before its websocket is up: no end for a server
        self.process = subprocess.Popen([SANDBOX, "--state", self.state, "--port", str(self.port)],
                                        stdout=subprocess.PIPE, text=True, env=dict(os.environ, G_DEBUG="gc-friendly,fatal-criticals"))
        ready, _, _ = select.select([self.process.stdout], [], [], PATIENCE)
        assert ready, "the sandbox did not start"
        self.ready = json.loads(self.process.stdout.readline())
        self.url, self.ca, self.token = self.ready["url"], self.ready["ca"], self.ready["token"]
        self.port = urllib.parse.urlsplit(self.url).port
        self.connection = None

    def stop(self):
        self.process.terminate()
        self.process.wait(PATIENCE)
        self.process.stdout.close()

    def call(self, method, path, body=None):
        if self.connection is None:
            context = ssl.create_default_context(cafile=self.ca)
            self.connection = http.client.HTTPSConnection("127.0.0.1", self.port, context=context, timeout=PATIENCE)
        self.connection.request(method, path, json.dumps(body) if body is not None else None,
                                {"api_access_token": self.token, "Content-Type": "application/json"})
        answer = self.connection.getresponse()
        text = answer.read()
        assert answer.status in (200, 201, 204), f"{method} {path}: {answer.status} {text[:200]}"
        return json.loads(text) if text else None

    def journal(self):
        return self.call("GET", "/sandbox/journal")["entries"]

    def conversations(self):
        found, page = {}, 1
        while True:
            rows = self.call("GET", f"/api/v1/accounts/1/conversations?status=all&assignee_type=all&page={page}")["data"]["payload"]
            if not rows:
                return found
            found.update({str(row["id"]): row for row in rows})
            page += 1

    def messages(self, conversation):
        ids, before = [], ""
        while True:
            rows = self.call("GET", f"/api/v1/accounts/1/conversations/{conversation}/messages{before}")["payload"]
            if not rows:
                return sorted(ids)
            ids += [row["id"] for row in rows]
            before = f"?before={min(row['id'] for row in rows)}"


class Ctl:
    """corridorctl on one profile; whatever it prints, the token is not in it."""

    def __init__(self, profile, sandbox):
        self.profile, self.sandbox = profile, sandbox
        self.environment = dict(os.environ, CORRIDOR_TOKEN=sandbox.token)

    def arguments(self, *words):
        return [CTL, "--profile", self.profile, *words]

    def run(self, *words, code=0, text=None, environment=None):
        done = subprocess.run(self.arguments(*words), input=text if text is not None else "", capture_output=True, text=True,
                              env={**self.environment, **(environment or {})}, timeout=PATIENCE * 2)
        said = f"{' '.join(words)}: {done.returncode}\n{done.stdout[-600:]}\n{done.stderr[-3000:]}"
        assert done.returncode == code, said
        assert self.sandbox.token not in done.stdout + done.stderr, "the token was printed"
        if code != 0 and done.stderr:
            assert len(done.stderr.strip().splitlines()) == 1, said
        return done

    def json(self, *words, code=0):
        return json.loads(self.run("--json", *words, code=code).stdout)

    @contextlib.contextmanager
    def watch(self):
        """A process that holds the engine and is up to date, ended by a signal afterwards."""
        process = subprocess.Popen(self.arguments("sync", "--watch"), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                                   env=self.environment)
        try:
            while "up to date" not in (line := process.stdout.readline()):
                assert line != "", process.stderr.read()
            yield process
        finally:
            process.send_signal(signal.SIGINT)
            out, err = process.communicate(timeout=PATIENCE)
        assert process.returncode == 0 and err == "", f"{process.returncode} {out} {err}"

    def inbox(self, *words):
        return {row["display_id"]: row for row in self.json("inbox", *words)["conversations"]}


def compare(ctl, api, counts):
    here = ctl.inbox()
    assert here.keys() == api.keys(), f"missing {sorted(api.keys() - here.keys())[:5]}, too many {sorted(here.keys() - api.keys())[:5]}"
    for number, row in api.items():
        mine, assignee = here[number], (row["meta"].get("assignee") or {}).get("id")
        assert mine["status"] == row["status"], (number, mine["status"], row["status"])
        assert mine["assignee_id"] == (str(assignee) if assignee else None), (number, mine["assignee_id"], assignee)
        assert sorted(mine["labels"]) == sorted(row["labels"]), (number, mine["labels"], row["labels"])
        assert mine["name"] == row["meta"]["sender"]["name"], (number, mine["name"])
        assert mine["messages"] == counts[number], (number, mine["messages"], counts[number])


def test_usage(t):
    for words in ([], ["frobnicate"], ["account"], ["inbox", "--frob"], ["inbox", "more"], ["show"], ["show", "1", "2"], ["account", "add"],
                  ["inbox", "--view", "frob"], ["inbox", "--sort", "frob"], ["inbox", "--limit", "-7"], ["sync", "--once", "--watch"],
                  ["sync", "--history", "ever"], ["account", "set", "1", "frob", "1"], ["account", "set", "x", "poll", "1"],
                  ["account", "set", "1", "poll", "0"], ["account", "set", "1", "check-waits", "3,2"], ["account", "set", "1", "check-waits", "nan"],
                  ["account", "set", "1", "history", "0"], ["outbox", "retry", "-3"], ["reply", "1", "--undo", "-1", "--text", "x"],
                  ["account", "add", "--url", t.desk.url, "--kind", "frob"]):
        t.ctl.run(*words, code=2)
    t.ctl.run("account", "add", "--url", t.desk.url, code=2, environment={"CORRIDOR_TOKEN": ""})
    assert t.ctl.run("--version").stdout.startswith("corridorctl ")
    listed = re.findall(r"^  ([a-z]+(?: [a-z]+){0,2}) ", t.ctl.run("--help").stdout, re.M)
    assert len(listed) > 15, listed
    for words in listed:
        assert "--profile" in t.ctl.run(*words.split(), "--help").stdout


def test_add(t):
    add = ("account", "add", "--kind", "chatwoot", "--url")
    t.ctl.run(*add, t.desk.url, "--ca", t.desk.ca, code=1, environment={"CORRIDOR_TOKEN": "0123456789abcdef"})
    assert "--ca" in t.ctl.run(*add, t.desk.url, code=1).stderr
    assert "https" in t.ctl.run(*add, t.desk.url.replace("https", "http"), "--ca", t.desk.ca, code=1).stderr
    assert "--account-id" in t.ctl.run(*add, t.desk.url, "--ca", t.desk.ca, "--account-id", "77", code=1).stderr
    nowhere = {"CORRIDOR_TOKEN": "", "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent"}
    done = t.ctl.run(*add, t.desk.url, "--ca", t.desk.ca, "--token-stdin", code=1, text=t.desk.token + "\n", environment=nowhere)
    assert "CORRIDOR_TOKEN" in done.stderr
    assert t.ctl.json("account", "list") == {"accounts": []}
    t.ctl.run("sync", code=1)

    assert t.ctl.json(*add, t.desk.url, "--ca", t.desk.ca)["id"] == 1
    t.ctl.run("account", "set", "1", "check-waits", "0,0.2,0.5")
    t.ctl.run("account", "set", "1", "poll", "86400")
    (account,) = t.ctl.json("account", "list")["accounts"]
    assert account["url"] == t.desk.url and account["account_id"] == "1"
    assert account["settings"]["check-waits"] == "0,0.2,0.5"
    assert os.stat(t.ctl.profile).st_mode & 0o777 == 0o700


def test_one_pass(t):
    t.ctl.run("sync", "--once", "--history", "7")
    few = len(t.ctl.inbox())
    t.ctl.run("sync", "--once", "--history", "all")
    t.api = t.desk.conversations()
    t.counts = {number: len(t.desk.messages(number)) for number in t.api}
    assert 0 < few <= len(t.api)
    compare(t.ctl, t.api, t.counts)
    t.ctl.run("check")


def test_ten_passes(t):
    for _ in range(10):
        t.ctl.run("sync", "--once", "--quiet")
    compare(t.ctl, t.api, t.counts)
    t.ctl.run("check")


def test_views(t):
    for view in t.ctl.json("views")["views"]:
        if view["view"].startswith("outbox"):
            continue
        listed = t.ctl.json("inbox", "--view", view["view"])
        assert listed["total"] == view["conversations"] == len(listed["conversations"]), view
    cut = t.ctl.json("inbox", "--limit", "3")
    assert len(cut["conversations"]) == 3 and cut["total"] == len(t.api)
    newest = [row["last_activity_at"] for row in t.ctl.json("inbox")["conversations"]]
    assert newest == sorted(newest, reverse=True)
    due = [row["due_at"] for row in t.ctl.json("inbox", "--sort", "due")["conversations"] if row["due_at"]]
    assert due and due == sorted(due)


def test_search(t):
    # which customers there are depends on the minute at which the desk was made
    names = {number: row["meta"]["sender"]["name"] for number, row in t.api.items()}
    sign = next(name[0] for name in names.values() if "\u4e00" <= name[0] <= "\u9fff")
    # a script without a locale still means UTF-8
    for locale in ("C.UTF-8", "C"):
        done = t.ctl.run("--json", "inbox", "--search", sign, environment={"LC_ALL": locale})
        found = {row["display_id"] for row in json.loads(done.stdout)["conversations"]}
        wanted = {number for number, name in names.items() if sign in name}
        assert wanted <= found, wanted - found
    customers = t.ctl.json("customer", "search", sign)["customers"]
    wanted = {name for name in names.values() if sign in name}
    assert wanted <= {customer["name"] for customer in customers}, wanted
    shown = t.ctl.json("customer", "show", str(customers[0]["id"]))
    assert shown["name"] == customers[0]["name"] and shown["conversations"]
    t.ctl.run("customer", "show", "999999", code=1)


def test_reply(t):
    number = next(n for n, row in t.api.items() if row["status"] == "open" and row["can_reply"])
    assert t.ctl.json("outbox", "list") == {"outbox": []}
    t.ctl.run("reply", "999999", "--text", "x", code=1)
    assert "card" in t.ctl.run("reply", number, "--text", "4111 1111 1111 1111", code=1).stdout
    t.ctl.run("reply", number, "--text", "  \n", code=2)
    assert t.ctl.json("outbox", "list") == {"outbox": []}

    before = len(t.desk.journal())
    assert "sync" in t.ctl.run("reply", number, "--confirm", "--text", "-", text="您好，我们正在处理。\n").stdout
    (queued,) = t.ctl.json("outbox", "list")["outbox"]
    assert queued["state"] == "queued" and queued["text"] == "您好，我们正在处理。"
    t.ctl.run("outbox", "wait", "--timeout", "0", code=1)
    assert len(t.desk.journal()) == before
    bubble = t.ctl.json("show", number)["messages"][-1]
    assert bubble["uuid"] == queued["uuid"] and bubble["remote_id"] is None

    note = t.ctl.json("reply", number, "--private", "--text", "a note")
    discarded = t.ctl.json("reply", number, "--confirm", "--text", "never", "--undo", "3600")
    t.ctl.run("outbox", "cancel", str(discarded["intent"]))
    t.ctl.run("outbox", "cancel", str(discarded["intent"]), code=1)
    t.ctl.run("outbox", "retry", "999", code=1)
    t.ctl.run("sync", "--once")
    t.ctl.run("sync", "--once")
    t.ctl.run("outbox", "wait", "--timeout", "5")
    new = t.desk.journal()[before:]
    assert [entry["client_message_id"] for entry in new if entry["message_id"]] == [queued["uuid"], note["uuid"]], new
    shown = [message["remote_id"] for message in t.ctl.json("show", number)["messages"]]
    assert shown == [str(i) for i in t.desk.messages(number)]
    t.ctl.run("check")


def test_reply_is_checked(t):
    """what stops in the window stops here; what asks wants --confirm, which is no way past what stops"""
    number = next(n for n, row in t.api.items() if row["status"] == "open" and row["can_reply"])
    for words in ([], ["--confirm"]):
        found = t.ctl.json("reply", number, "--text", "Your card 4111 1111 1111 1111 was charged", *words, code=1)
        assert found["stops"] and "card" in [finding["rule"] for finding in found["findings"]], found
    assert t.ctl.json("outbox", "list") == {"outbox": []}

    promise = "I guarantee that the money arrives tomorrow"
    found = t.ctl.json("reply", number, "--text", promise, code=1)
    assert not found["stops"] and "promise" in [finding["rule"] for finding in found["findings"]], found
    told = t.ctl.run("reply", number, "--text", promise, code=1)
    assert "promise" in told.stdout and "--confirm" in told.stderr, (told.stdout, told.stderr)
    assert t.ctl.json("outbox", "list") == {"outbox": []}
    queued = t.ctl.json("reply", number, "--text", promise, "--confirm", "--undo", "3600")
    t.ctl.run("outbox", "cancel", str(queued["intent"]))


def test_send_later(t):
    """it leaves once, at its time; one that is late by hours asks"""
    number = [n for n, row in t.api.items() if row["status"] == "open" and row["can_reply"]][5]
    before = len(t.desk.journal())
    for words in (["--at", "tomorrow"], ["--at", "2001-01-01T09:00"], ["--at", "2999-01-01T09:00", "--private"]):
        t.ctl.run("reply", number, "--confirm", "--text", "Good morning", *words, code=2)
    later = t.ctl.json("reply", number, "--confirm", "--text", "Good morning", "--at", "2999-01-01T09:00Z")
    assert later["state"] == "scheduled" and later["send_at"] == 32472176400, later
    next_one = t.ctl.json("reply", number, "--confirm", "--text", "Meanwhile")
    t.ctl.run("sync", "--once")
    t.ctl.run("outbox", "wait", "--timeout", "5")
    assert "goes" in t.ctl.run("outbox", "list").stdout
    assert [entry["client_message_id"] for entry in t.desk.journal()[before:]] == [next_one["uuid"]]

    shift(t, later, 1)
    t.ctl.run("sync", "--once")
    t.ctl.run("sync", "--once")
    assert [entry["client_message_id"] for entry in t.desk.journal()[before:]] == [next_one["uuid"], later["uuid"]]

    late = t.ctl.json("reply", number, "--confirm", "--text", "Good evening", "--at", "2999-01-01T09:00Z")
    shift(t, late, 5 * 60 * 60)
    t.ctl.run("sync", "--once")
    (held,) = t.ctl.json("outbox", "list")["outbox"]
    assert (held["uuid"], held["state"], held["hold"]) == (late["uuid"], "held", "stale"), held
    assert len(t.desk.journal()) == before + 2
    t.ctl.run("outbox", "cancel", str(late["intent"]))


def shift(t, queued, seconds):
    """Its time was so many seconds ago."""
    database = sqlite3.connect(os.path.join(t.ctl.profile, "corridor.db"), timeout=20)
    with database:
        database.execute("UPDATE intent SET send_at = unixepoch() - ?1, not_before = unixepoch() - ?1 WHERE id = ?2", (seconds, queued["intent"]))
    database.close()


def test_lost_answers(t):
    numbers = [n for n, row in t.api.items() if row["status"] == "open" and row["can_reply"]][1:4]
    before = len(t.desk.journal())
    t.desk.call("POST", "/sandbox/faults", [{"kind": "reset-after", "path": "*/messages", "method": "POST", "count": 2},
                                             {"kind": "reset-before", "path": "*/messages", "method": "POST", "count": 1, "skip": 2}])
    with t.ctl.watch():
        uuids = [t.ctl.json("reply", number, "--confirm", "--text", f"reply {i}")["uuid"] for number in numbers for i in (1, 2)]
        t.ctl.run("outbox", "wait", "--timeout", str(PATIENCE))
    t.desk.call("POST", "/sandbox/faults", [])
    sent = [entry["client_message_id"] for entry in t.desk.journal()[before:] if entry["message_id"]]
    assert sorted(sent) == sorted(uuids), (sent, uuids)
    for at in range(0, len(uuids), 2):
        assert sent.index(uuids[at]) < sent.index(uuids[at + 1])


def test_attach(t):
    number = next(n for n, row in t.api.items() if row["status"] == "open")
    paths = [os.path.join(t.ctl.profile, "..", name) for name in ("receipt.pdf", "到账.png", "run.exe", "none.pdf")]
    for path, content in zip(paths, (b"%PDF-1.7", b"\x89PNG\r\n\x1a\n", b"MZ\x90\x01\xff\xfe")):
        with open(path, "wb") as file:
            file.write(content)
    before = len(t.desk.journal())
    refused = t.ctl.run("reply", number, "--private", "--attach", paths[0], "--attach", paths[2], code=1)
    assert "run.exe" in refused.stderr and "PDF" in refused.stderr, refused.stderr
    assert "none.pdf" in t.ctl.run("reply", number, "--private", "--attach", paths[3], code=1).stderr
    assert t.ctl.json("outbox", "list")["outbox"] == []

    queued = t.ctl.json("reply", number, "--private", "--attach", paths[0], "--attach", paths[1])
    for path in paths[:3]:
        os.unlink(path)
    (waiting,) = t.ctl.json("outbox", "list")["outbox"]
    assert (waiting["uuid"], waiting["text"], waiting["files"]) == (queued["uuid"], "", ["receipt.pdf", "到账.png"]), waiting
    assert "到账.png" in t.ctl.run("outbox", "list").stdout
    folder = os.path.join(t.ctl.profile, "files")
    assert os.stat(folder).st_mode & 0o777 == 0o700
    t.ctl.run("sync", "--once")
    (sent,) = t.desk.journal()[before:]
    assert sent["client_message_id"] == queued["uuid"]
    rows = t.desk.call("GET", f"/api/v1/accounts/1/conversations/{number}/messages")["payload"]
    (row,) = [row for row in rows if row["id"] == sent["message_id"]]
    assert [file["file_size"] for file in row["attachments"]] == [8, 8] and row["private"] and not row["content"], row
    shown = t.ctl.json("show", number)["messages"]
    assert [file["name"] for file in shown[-1]["attachments"]] == ["receipt.pdf", "到账.png"], shown[-1]
    t.ctl.run("inbox")
    assert os.listdir(folder) == [], os.listdir(folder)


def test_two_processes(t):
    with t.ctl.watch() as watch:
        with open(f"/proc/{watch.pid}/cmdline", "rb") as line:
            assert t.desk.token.encode() not in line.read()
        # also when the passes are shorter than the second in which their time is told
        for _ in range(3):
            assert "waiting" in t.ctl.run("sync", "--once").stdout
        done = t.ctl.run("wipe", "--yes", code=1)
        assert "running" in done.stderr


def test_offline(t):
    number = next(n for n, row in t.api.items() if row["status"] == "open" and row["can_reply"])
    before = len(t.desk.journal())
    t.desk.stop()
    t.ctl.run("sync", "--once", code=3)
    assert t.ctl.json("account", "list")["accounts"][0]["state"] == "offline"
    uuid = t.ctl.json("reply", number, "--confirm", "--text", "written without a connection")["uuid"]
    t.ctl.run("sync", "--once", code=3)
    t.ctl.run("outbox", "wait", "--timeout", "0.2", code=1)
    t.ctl.run("account", "remove", "1", code=1)
    assert len(t.ctl.inbox()) == len(t.api)

    t.desk.start()
    t.ctl.run("sync", "--once")
    t.ctl.run("outbox", "wait", "--timeout", "5")
    assert [entry["client_message_id"] for entry in t.desk.journal()[before:]].count(uuid) == 1


def test_token_is_nowhere(t):
    for folder, _, names in os.walk(t.ctl.profile):
        for path in (os.path.join(folder, name) for name in names):
            if os.path.isfile(path):
                with open(path, "rb") as file:
                    assert t.desk.token.encode() not in file.read(), path


def test_check_finds(t):
    database = sqlite3.connect(os.path.join(t.ctl.profile, "corridor.db"))
    with database:
        database.execute("UPDATE counter SET n = n + 1 WHERE key = 'open'")
        database.execute("UPDATE conversation SET n_messages = n_messages + 1 WHERE id = 1")
        database.execute("DELETE FROM thread WHERE id = 2")
    database.close()
    report = t.ctl.json("check", code=1)
    kinds = {(problem["kind"], problem["subject"]) for problem in report["problems"]}
    assert not report["ok"] and ("count", "open") in kinds and {"count-messages", "no-row"} <= {kind for kind, _ in kinds}, report
    assert "open" in t.ctl.run("check", code=1).stdout


def test_wipe(t):
    stranger = os.path.join(t.ctl.profile, "letter.txt")
    with open(stranger, "w") as file:
        file.write("not of Corridor")
    letter = os.path.join(t.ctl.profile, "..", "letter.pdf")
    with open(letter, "w") as file:
        file.write("%PDF-1.7")
    t.ctl.run("reply", next(iter(t.api)), "--private", "--attach", letter)
    assert len(os.listdir(os.path.join(t.ctl.profile, "files"))) == 1
    t.ctl.run("wipe", code=2)
    t.ctl.run("wipe", "--yes")
    assert os.listdir(t.ctl.profile) == ["letter.txt"]
    os.unlink(stranger)
    t.ctl.run("wipe", "--yes")


class Tests:
    pass


def main():
    tests = [(name[5:].replace("_", " "), run) for name, run in globals().items() if name.startswith("test_")]
    folder = tempfile.mkdtemp(prefix="corridor-ctl-")
    os.environ.update(HOME=folder, XDG_DATA_HOME=folder, XDG_CONFIG_HOME=folder, XDG_CACHE_HOME=folder, XDG_RUNTIME_DIR=folder)
    t, failed = Tests(), 0
    t.desk = Sandbox(folder)
    t.ctl = Ctl(os.path.join(folder, "profile"), t.desk)
    print(f"1..{len(tests)}", flush=True)
    try:
        for i, (name, run) in enumerate(tests, 1):
            start = time.monotonic()
            try:
                run(t)
                print(f"ok {i} - {name} # {time.monotonic() - start:.1f} s", flush=True)
            except Exception as error:  # the tests after it still tell something
                failed += 1
                print(f"not ok {i} - {name}", flush=True)
                print("# " + f"{type(error).__name__}: {error}".replace("\n", "\n# "), flush=True)
    finally:
        t.desk.stop()
        shutil.rmtree(folder, ignore_errors=True)
    return failed > 0


sys.exit(main())
