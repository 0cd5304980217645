#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Corridor authors
"""corridorctl rates: what the program carries, a file taken in, what is refused; with CORRIDOR_TEST_DATA and
COR_FX_EXAMPLES also the ECB's own history and the vectors of the contract. TAP."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

HISTORY = 'Date,USD,JPY,HRK,\n2026-04-13,1.1684,186.75,N/A,\n2026-04-10,1.1711,186.43,7.5,\n'


class Profile:
    """A profile of its own, and the command on it."""

    def __init__(self, folder):
        self.folder = folder

    def run(self, *words):
        done = subprocess.run([os.environ['CORRIDORCTL'], '--profile', f'{self.folder}/profile', *words], text=True,
                              capture_output=True, check=False, env=os.environ | {'LANGUAGE': 'C'})
        return done.returncode, done.stdout, done.stderr

    def read(self, *words):
        code, out, err = self.run('rates', *words, '--json')
        assert code == 0, err
        return json.loads(out)

    def refused(self, code, sentence, *words):
        done = self.run('rates', *words)
        assert done[0] == code and sentence in done[2], done

    def put_file(self, name, text):
        path = Path(self.folder) / name
        path.write_text(text, encoding='utf-8')
        return str(path)


def carried(profile):
    answer = profile.read('show', 'usd', 'cny', '--date', '2025-06-30')
    assert answer == {'base': 'USD', 'quote': 'CNY', 'date': '2025-06-30', 'rate': '7.164675768', 'source': 'ecb-month-end',
                      'requested_date': '2025-06-30', 'stale': False}, answer
    assert profile.read('show', 'USD', 'CNY', '--date', '2025-07-01')['stale'] is False
    assert profile.read('show', 'USD', 'CNY', '--date', '2025-07-02')['stale'] is True
    history = profile.read('history', 'EUR', 'USD', '--from', '2025-01-01', '--to', '2025-12-31')
    assert len(history['rates']) == 12 and history['rates'][0]['date'] == '2025-01-31', history


def imported(profile):
    answer = profile.read('import', profile.put_file('hist.csv', HISTORY))
    assert answer == {'days': 2, 'from': '2026-04-10', 'to': '2026-04-13'}, answer
    answer = profile.read('show', 'JPY', 'USD', '--date', '2026-04-12')
    assert (answer['date'], answer['rate'], answer['source']) == ('2026-04-10', '0.006281714316', 'ecb-file'), answer
    profile.refused(1, 'the last one is of 2026-04-10', 'show', 'USD', 'HRK', '--date', '2026-04-14')
    rates = profile.read('history', 'USD', 'HRK', '--from', '2026-04-10')['rates']
    assert [r['rate'] for r in rates] == ['6.404235334', None], rates


def refused(profile):
    profile.refused(2, 'EURO', 'show', 'EURO', 'USD')
    profile.refused(2, 'two different', 'show', 'EUR', 'eur')
    profile.refused(2, '--date takes a day', 'show', 'EUR', 'USD', '--date', '13.04.2026')
    profile.refused(2, '--from must not be later', 'history', 'EUR', 'USD', '--from', '2026-04-13', '--to', '2026-04-10')
    profile.refused(2, 'BASE QUOTE', 'show', 'EUR')
    profile.refused(1, 'There is no reference rate', 'show', 'EUR', 'USD', '--date', '1998-12-31')
    profile.refused(1, 'There is no reference rate', 'show', 'EUR', 'KWD')
    profile.refused(1, 'cannot be read', 'import', f'{profile.folder}/nothing')
    profile.refused(1, 'Line 2:', 'import', profile.put_file('bad.csv', 'Date,USD,\n2026-04-13,1,1684,\n'))
    before = profile.read('show', 'EUR', 'USD', '--date', '2026-04-13')
    profile.refused(1, 'Line 3:', 'import', profile.put_file('half.csv', 'Date,USD,\n2026-04-13,9.9,\nyesterday,1.1,\n'))
    assert profile.read('show', 'EUR', 'USD', '--date', '2026-04-13') == before


def start_sandbox(folder):
    process = subprocess.Popen([os.environ['CORRIDOR_SANDBOX'], '--state', f'{folder}/desk'], stdout=subprocess.PIPE, text=True)
    return process, json.loads(process.stdout.readline())


def fetched(profile):
    if 'CORRIDOR_SANDBOX' not in os.environ:
        return 'built without the sandbox'
    process, desk = start_sandbox(profile.folder)
    try:
        profile.refused(1, 'There is no source to ask', 'update')
        profile.refused(2, 'none of frankfurter', 'source', 'bank')
        assert profile.read('source', 'frankfurter', '--url', desk['url'], '--ca', desk['ca'])['history'] is False
        answer = profile.read('update')
        assert answer['history'] is True and answer['newest'] > '2026-04-13' and answer['error'] is None, answer
        rate = profile.read('show', 'EUR', 'USD', '--date', '2024-02-14')
        assert (rate['date'], rate['source']) == ('2024-02-14', 'simulated'), rate
        # a real one stays
        rate = profile.read('show', 'EUR', 'USD', '--date', '2025-06-30')
        assert (float(rate['rate']), rate['source']) == (1.172, 'ecb-month-end'), rate
    finally:
        process.kill()
        process.wait()
    code, _, err = profile.run('rates', 'update')
    assert code == 3, (code, err)
    assert profile.read('source')['error'], 'the failure is not kept'
    return None


def real(profile):
    folder, vectors = (os.environ.get(name) for name in ('CORRIDOR_TEST_DATA', 'COR_FX_EXAMPLES'))
    if not folder or not vectors:
        return 'CORRIDOR_TEST_DATA and COR_FX_EXAMPLES name nothing'
    examples = json.loads(Path(vectors).read_text(encoding='utf-8'))
    assert profile.read('import', f'{folder}/ecb-eurofxref-hist.csv')['days'] == 6983
    for cross in examples['crosses']:
        answer = profile.read('show', cross['base'], cross['quote'], '--date', cross['requested_date'])
        assert (answer['date'], answer['rate']) == (cross['effective_date'], cross['cross_10_significant']), (cross, answer)
    for none in examples['unavailable']:
        assert profile.run('rates', 'show', 'EUR', none['currency'], '--date', none['date'])[0] == 1, none
    window = examples['history_window']
    history = profile.read('history', window['base'], window['quote'], '--from', window['from'], '--to', window['to'])
    assert len(history['rates']) == window['observations'], len(history['rates'])
    for name in ('min', 'max'):
        assert [history[name]['date'], history[name]['rate']] == window[name], history[name]
    assert history['mean'] == window['mean_10_significant'], history['mean']
    return None


def main():
    tests = [carried, imported, refused, fetched, real]
    failed = 0
    print(f'1..{len(tests)}')
    for number, test in enumerate(tests, 1):
        with tempfile.TemporaryDirectory(prefix='cor-rates-') as folder:
            try:
                skipped = test(Profile(folder))
                print(f'ok {number} {test.__name__}{" # SKIP " + skipped if skipped else ""}')
            except AssertionError as error:
                failed += 1
                print(f'not ok {number} {test.__name__}\n# {error}')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
