#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Corridor authors
"""corridorctl fees and the schedules that quote finds by itself. TAP."""

import json
import os
import subprocess
import sys
import tempfile

EXAMPLE = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'data', 'packs', 'example-fees.json')
CTL = os.environ['CORRIDORCTL']


def schedule(version, valid_from, fixed, **extra):
    return {'schema': 'corridor-fee-schedule/1', 'id': 'own', 'version': version, 'title': 'Own', 'valid_from': valid_from,
            'rounding': 'HALF_UP',
            'corridors': [{'id': 'c', 'send': 'USD', 'receive': 'EUR', 'fee_mode': 'on_top', 'sender_fee': {'fixed': fixed},
                           'fx_margin_percent': '1', **extra}]}


class Profile:
    def __init__(self):
        self.folder = tempfile.TemporaryDirectory()

    def run(self, *words, code=0):
        done = subprocess.run([CTL, '--profile', os.path.join(self.folder.name, 'p'), '--json', *words], capture_output=True, text=True,
                              timeout=300, env={**os.environ, 'CORRIDOR_PACKS': ''})
        assert done.returncode == code, (words, done.returncode, done.stdout, done.stderr)
        return json.loads(done.stdout) if done.stdout and code == 0 else done.stderr

    def write(self, document):
        path = os.path.join(self.folder.name, 'fees.json')
        with open(path, 'w', encoding='utf-8') as file:
            json.dump(document, file)
        return path


def test_versions():
    profile = Profile()
    assert 'fees import' in profile.run('quote', '--from', 'USD', '--to', 'EUR', '--send', '100', code=1)
    profile.run('fees', 'import', profile.write(schedule('2', '2025-01-01', '7.00')))
    profile.run('fees', 'import', profile.write(schedule('1', '2020-01-01', '5.00')))
    kept = profile.run('fees', 'list')['schedules']
    assert [(s['version'], s['valid_from'], s['example']) for s in kept] == [('1', '2020-01-01', False), ('2', '2025-01-01', False)], kept

    # an old payment is explained by the prices of its day
    old = profile.run('quote', '--from', 'USD', '--to', 'EUR', '--send', '100', '--date', '2023-06-15', '--rate', '0.92')
    new = profile.run('quote', '--from', 'USD', '--to', 'EUR', '--send', '100', '--date', '2025-06-15', '--rate', '0.92')
    assert (old['sender_fee'], new['sender_fee']) == ('5.00', '7.00'), (old, new)
    assert profile.run('fees', 'show', 'own', '--date', '2024-12-31')['version'] == '1'
    assert profile.run('fees', 'show', 'own', '--schedule-version', '2')['corridors'][0]['sender_fee']['fixed'] == '7.00'
    profile.run('fees', 'show', 'own', '--date', '2019-12-31', code=1)
    profile.run('fees', 'show', 'other', code=1)


def test_refused():
    """Not a part of it is taken in, and what was there stays."""
    profile = Profile()
    profile.run('fees', 'import', profile.write(schedule('1', '2020-01-01', '5.00')))
    said = profile.run('fees', 'import', profile.write(schedule('2', '2025-01-01', '7.001')), code=1)
    assert '$.corridors[0].sender_fee.fixed' in said, said
    said = profile.run('fees', 'import', profile.write(schedule('1', '2020-01-01', '6.00')), code=1)
    assert 'new version' in said, said
    assert [(s['version'], s['corridors']) for s in profile.run('fees', 'list')['schedules']] == [('1', 1)]
    assert profile.run('fees', 'show')['corridors'][0]['sender_fee']['fixed'] == '5.00'


def test_reference():
    """Without a rate, one is made of what the ECB published before the day."""
    profile = Profile()
    profile.run('fees', 'import', profile.write(schedule('1', '2020-01-01', '5.00')))
    csv = os.path.join(profile.folder.name, 'rates.csv')
    with open(csv, 'w', encoding='utf-8') as file:
        file.write('Date,USD,\n2023-06-15,1.0819,\n2023-06-14,1.0809,\n')
    profile.run('rates', 'import', csv)
    quote = profile.run('quote', '--from', 'USD', '--to', 'EUR', '--send', '1000', '--date', '2023-06-15')
    assert quote['mid_rate'] == '0.9251549635', quote
    assert any('2023-06-14' in (step['source'] or '') for step in quote['explanation']), quote


def test_example():
    profile = Profile()
    profile.run('fees', 'import', EXAMPLE)
    kept = profile.run('fees', 'list')['schedules']
    assert [(s['id'], s['example']) for s in kept] == [('corridor-example', True)], kept
    for bearer in ('OUR', 'SHA', 'BEN'):
        quote = profile.run('quote', '--from', 'EUR', '--to', 'CNY', '--send', '1000', '--charges', bearer, '--rate', '7.8')
        assert quote['schedule'] == 'Example schedule, 2', quote
    # the company's own goes before it
    profile.run('fees', 'import', profile.write(schedule('1', '2020-01-01', '5.00')))
    assert profile.run('fees', 'show')['id'] == 'own'


TESTS = [test_versions, test_refused, test_reference, test_example]

if __name__ == '__main__':
    print(f'1..{len(TESTS)}')
    failed = False
    for number, test in enumerate(TESTS, 1):
        try:
            test()
            print(f'ok {number} {test.__name__}')
        except Exception as problem:  # pylint: disable=broad-except
            failed = True
            print(f'not ok {number} {test.__name__}')
            print('# ' + repr(problem).replace('\n', '\n# '))
    sys.exit(failed)
