#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Corridor authors
"""corridorctl check-reply: findings with their places, what stops and what asks, and usage. CORRIDORCTL names the
program. TAP."""

import json
import os
import subprocess
import sys
import tempfile


class Profile:
    """A profile of its own, and the command on it."""

    def __init__(self, folder):
        self.folder = folder

    def run(self, *words, given=None):
        done = subprocess.run([os.environ['CORRIDORCTL'], '--profile', f'{self.folder}/profile', 'check-reply', *words], text=True,
                              capture_output=True, check=False, input=given, env=os.environ | {'LANGUAGE': 'C'})
        return done.returncode, done.stdout, done.stderr

    def read(self, *words, given=None):
        code, out, err = self.run('--json', *words, given=given)
        assert code in (0, 1), err
        answer = json.loads(out)
        assert answer['stops'] == (code == 1), answer
        return answer['findings']


def stops(profile):
    text = 'Grüße, your card 4111 1111 1111 1111 was charged.'
    found = profile.read('--text', text)
    assert [(f['rule'], f['severity'], f['place'], f['fix']) for f in found] == [('card', 'stops', '4111 1111 1111 1111', '•••• 1111')], found
    assert text.encode()[found[0]['start']:found[0]['end']].decode() == '4111 1111 1111 1111', found
    code, out, err = profile.run('--text', '-', given='您的银行卡 4111111111111111 已扣款')
    assert code == 1 and 'Stops' in out and 'card' in out, (out, err)


def asks(profile):
    found = profile.read('--text', '我向您保证明天到账', '--locale', 'zh-CN')
    assert {(f['rule'], f['severity']) for f in found} == {('promise', 'asks')}, found
    found = profile.read('--text', 'Thank you, the bank has answered us and the payment is there.', '--locale', 'de')
    assert [f['rule'] for f in found] == ['language'], found


def nothing(profile):
    code, out, err = profile.run('--text', 'Thank you for the documents.')
    assert (code, out) == (0, 'No findings, meaning not checked.\n'), (out, err)
    assert profile.read('--text', 'The bank has it.') == []
    assert profile.read('--private', '--text', 'Internal: customer is angry') == []
    assert [f['rule'] for f in profile.read('--channel', 'instagram', '--text', 'a b ' * 300)] == ['length']


def usage(profile):
    for words, sentence in (([], '--text is missing'), (['--text', 'a', '--channel', 'pigeon'], '“pigeon” is no channel'), (['--text', 'a', 'b'], 'takes no arguments')):
        code, out, err = profile.run(*words)
        assert code == 2 and sentence in err and out == '', (words, code, out, err)
    code, out, err = profile.run('--text', 'a', '--conversation', '20481')
    assert code == 1 and out == '' and err != '', (code, out, err)


def main():
    tests = [stops, asks, nothing, usage]
    print(f'1..{len(tests)}')
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        for number, test in enumerate(tests, 1):
            try:
                test(Profile(folder))
                print(f'ok {number} - {test.__name__}')
            except AssertionError as error:
                failed = True
                print(f'not ok {number} - {test.__name__}: {error}')
    return failed


sys.exit(main())
