#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Corridor authors
"""The crash test of the outbox.

Each round queues replies while a seeded fault plan drops answers after the commit, answers 500 and
422 after the commit, resets connections and commits late; meanwhile the process that sends is killed
at a random moment. At the end every reply must be in the server's journal exactly once, and in order
within its conversation.

With --without-waits the checks of a lost answer follow one another at once: then a late commit must
be sent twice. That run passes when it sees the double, and so shows that the first one can fail.
"""

import argparse
import atexit
import collections
import json
import os
import random
import shutil
import signal
import ssl
import subprocess
import sys
import tempfile
import urllib.request

LATE = 1.5  # seconds after which a dropped request is committed all the same
WAITS = "0,1,3.5"  # longer than LATE, as the contract's are longer than a server's time-out
SETTLE = 240  # seconds for the last replies, once nothing fails any more


def syllables(number):
    """A name for a number that is no figure and no word of any language: the guard holds dates, rates and "fx"."""
    text = ""
    while True:
        text = "k" + "aeiou"[number % 5] + text
        number //= 5
        if number == 0:
            return "Ku" + text


class Desk:
    """The sandbox and a profile connected to it."""

    def __init__(self, options, folder):
        self.options = options
        self.profile = os.path.join(folder, "profile")
        self.file = os.path.join(folder, "receipt.png")  # every channel takes one
        with open(self.file, "wb") as picture:
            picture.write(b"\x89PNG\r\n\x1a\n" + bytes(200_000))
        self.server = subprocess.Popen(
            [options.sandbox, "--state", os.path.join(folder, "state"), "--seed", str(options.seed)],
            # libsoup warns of a client that is gone before its websocket is up: no end for a server
            stdout=subprocess.PIPE, env=dict(os.environ, G_DEBUG="gc-friendly,fatal-criticals"))
        atexit.register(self.stop)  # else it outlives a failing test, and holds the output open
        ready = json.loads(self.server.stdout.readline())
        self.url = ready["url"]
        self.ca = ready["ca"]
        self.token = ready["token"]
        self.tls = ssl.create_default_context(cafile=self.ca)
        self.environment = dict(os.environ, CORRIDOR_TOKEN=self.token, G_DEBUG="", LC_ALL="C.UTF-8")

    def connect(self):
        self.ctl("account", "add", "--url", self.url, "--ca", self.ca)
        for key, value in {"check-waits": "none" if self.options.without_waits else WAITS,
                           "backoff-ms": "40", "poll": "3600",
                           "stale-messaging": "86400", "stale-email": "86400"}.items():
            self.ctl("account", "set", "1", key, value)
        self.ctl("sync", "--once")

    def ctl(self, *words, check=True):
        return subprocess.run([self.options.ctl, "--profile", self.profile, *words], check=check,
                              env=self.environment, stdout=subprocess.PIPE, timeout=300).stdout.decode()

    def call(self, method, path, body=None):
        request = urllib.request.Request(self.url + path, method=method,
                                         data=None if body is None else json.dumps(body).encode(),
                                         headers={"Api-Access-Token": self.token, "Content-Type": "application/json"})
        with urllib.request.urlopen(request, context=self.tls, timeout=30) as answer:
            text = answer.read()
            return json.loads(text) if text else None

    def journal(self):
        """What the server wrote down, all pages of it."""
        entries = []
        while True:
            after = entries[-1]["seq"] if entries else 0
            page = self.call("GET", f"/sandbox/journal?after={after}")["entries"]
            if not page:
                return [entry for entry in entries if entry.get("content")]
            entries += page

    def watch(self):
        return subprocess.Popen([self.options.ctl, "--profile", self.profile, "sync", "--watch"],
                                env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def open_conversations(self):
        """Display ids into which the agent may write."""
        found = []
        for page in range(1, 5):
            answer = self.call("GET", f"/api/v1/accounts/1/conversations?status=open&assignee_type=all&page={page}")
            found += [row["id"] for row in answer["data"]["payload"] if row["can_reply"]]
        return found

    def stop(self):
        self.server.kill()
        self.server.wait()


def fault_plan(dice):
    """Faults of one round. A 422 or 500 before the commit is not in it: that reply is refused for good."""
    post = {"method": "POST", "path": "*/messages"}
    kinds = [
        dict(post, kind="reset-after"),
        dict(post, kind="reset-before"),
        dict(post, kind="reset-during"),
        dict(post, kind="late-commit", seconds=LATE),
        dict(post, kind="status", status=500, **{"after-commit": True}),
        dict(post, kind="status", status=422, **{"after-commit": True}),
        dict(post, kind="status", status=503),
        dict(post, kind="truncated-json"),
        {"kind": "reset-before", "method": "GET", "path": "*"},
        {"kind": "latency", "method": "GET", "path": "*", "seconds": 0.05},
        {"kind": "cable-drop"},
    ]
    plan = dice.sample(kinds, dice.randint(2, 5))
    for fault in plan:
        # what hits every read keeps the engine from ever coming to a post
        fault["p"] = round(dice.uniform(0.2, 0.7) if fault.get("method") == "POST" else dice.uniform(0.02, 0.15), 2)
        fault["count"] = dice.randint(1, 4)
    return plan


def count_hits(desk, hits):
    for fault in desk.call("GET", "/sandbox/faults")["faults"]:
        hits[fault["kind"]] += fault["hits"]


def late_plan():
    """Late commits and nothing else, so that a run without waits fails soon and surely."""
    return [{"kind": "late-commit", "method": "POST", "path": "*/messages", "seconds": LATE, "count": 2}]


def run_round(desk, dice, number, conversations, wanted, hits):
    desk.call("DELETE", "/sandbox/faults")
    desk.call("POST", "/sandbox/faults", late_plan() if desk.options.without_waits else fault_plan(dice))
    sender = desk.watch()
    for _ in range(dice.randint(1, 3)):
        conversation = dice.choice(conversations)
        text = f"We have looked into it ({syllables(number)} {syllables(len(wanted))})"
        files = ["--attach", desk.file] if dice.random() < 0.3 else []
        desk.ctl("reply", str(conversation), "--confirm", "--text", text, *files)
        wanted.append((conversation, text))
    try:
        sender.wait(dice.uniform(0.05, 1.4))  # until it is killed: not a wait for anything
    except subprocess.TimeoutExpired:
        pass
    sender.send_signal(signal.SIGKILL)
    sender.wait()
    count_hits(desk, hits)


def drain(desk):
    desk.call("DELETE", "/sandbox/faults")
    sender = desk.watch()
    waited = subprocess.run([desk.options.ctl, "--profile", desk.profile, "outbox", "wait", "--timeout", str(SETTLE)],
                            env=desk.environment, timeout=SETTLE + 60)
    sender.terminate()
    sender.wait()
    return waited.returncode


def judge(desk, wanted):
    journal = desk.journal()
    times = collections.Counter(entry["content"] for entry in journal)
    faults = [f"{times[text]} times: {text} in {conversation}" for conversation, text in wanted if times[text] != 1]
    order = collections.defaultdict(list)
    for entry in journal:
        order[entry["conversation_id"]].append(entry["content"])
    for conversation in {conversation for conversation, _ in wanted}:
        expected = [text for where, text in wanted if where == conversation]
        found = list(dict.fromkeys(text for text in order[conversation] if text in set(expected)))
        if found != expected:
            faults.append(f"out of order in {conversation}: {found} instead of {expected}")
    return faults


def report(results):
    print(f"1..{len(results)}")
    for number, (what, is_true) in enumerate(results.items(), 1):
        print(f"{'ok' if is_true else 'not ok'} {number} - {what}")
    return 0 if all(results.values()) else 1


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--sandbox", required=True)
    parser.add_argument("--ctl", required=True)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--seed", type=int, default=20260401)
    parser.add_argument("--without-waits", action="store_true")
    options = parser.parse_args()

    dice = random.Random(options.seed)
    folder = tempfile.mkdtemp(prefix="corridor-crash-")
    wanted = []
    hits = collections.Counter()
    desk = Desk(options, folder)
    try:
        desk.connect()
        conversations = desk.open_conversations()[:12]
        for number in range(options.rounds):
            run_round(desk, dice, number, conversations, wanted, hits)
        code = drain(desk)
        faults = judge(desk, wanted)
        outbox = json.loads(desk.ctl("outbox", "list", "--json", check=False))
    finally:
        desk.stop()
        shutil.rmtree(folder, ignore_errors=True)

    print(f"# {options.rounds} rounds, {len(wanted)} replies in {len(conversations)} conversations, seed {options.seed}; faults that hit: {dict(hits)}")
    for fault in faults:
        print("#", fault)
    if options.without_waits:
        return report({"a reply that was committed late is sent twice": any(" times: " in fault and not fault.startswith("0 ") for fault in faults)})
    if code != 0:
        print("#", json.dumps(outbox, ensure_ascii=False)[:2000])
    return report({"every reply once, in order": not faults, "nothing is left in the outbox": code == 0})


if __name__ == "__main__":
    sys.exit(main())
