#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Corridor authors
"""corridorctl kb import, search and search --batch: what is found, where it is marked, what is filtered, and that no
query is an error. CORRIDORCTL names the program. TAP."""

import json
import os
import subprocess
import sys
import tempfile
import traceback

ARTICLES = [
    {'id': 'track', 'locale': 'en', 'title': 'How to track a transfer', 'body': '# Steps\n\nOpen the **payment** and choose [Track](https://example.com).',
     'category': 'tracking'},
    {'id': 'cn', 'locale': 'en', 'title': 'Sending to China', 'body': 'A transfer in CNY.', 'category': 'rails', 'corridors': ['*-CN'], 'currencies': ['CNY']},
    {'id': 'eu', 'locale': 'en', 'title': 'SEPA', 'body': 'A transfer in EUR.', 'category': 'rails', 'corridors': ['EU-EU'], 'currencies': ['EUR']},
    {'id': 'fee', 'locale': 'zh-CN', 'title': '为什么会扣手续费', 'body': '中间行可能会从汇款金额中扣除费用。'},
]

WRONG = ['"', "'", '"unclosed', 'AND', 'a AND', 'NOT (', 'NEAR(a b, 3)', 'title:x', 'a*', '^a', '{a b}:c', '-', '--', '+', '%', '_', '\\', ';--', '?!。，、…',
         '\x01\x02\x1b[31mred', '\u202eأين أموالي؟\u202c', 'أين أموالي', 'איפה הכסף', '😀', '\t', '0', 'a' * 10000, 'transfer ' * 1200, '退款' * 5000]


# Lines that look like an object: what says nothing, what says it oddly, what no reader follows to its end.
LINES = [b'{}', b'{', b'{"query": null}', b'{"query": ["fee"]}', b'{"query": ""}', b"{'query': 'fee'}", b'{"query": "fee"} more', b'{"query": 1e999}',
         b'{"query": "track", "locale": 7}', b'{"query": "track", "locale": "%s?"}', b'{"query": "\\ud800 fee"}', b'{"query": "fee\\u0000"}', b'fee\0fee', b'\xef\xbb\xbffee',
         b'fee\r', b'{"a":' * 50000, b'{"query":' * 50000, b'[' * 50000]


class Profile:
    """A profile of its own, and the command on it."""

    def __init__(self, folder):
        self.folder = folder
        self.file = f'{folder}/articles.jsonl'
        with open(self.file, 'w', encoding='utf-8') as out:
            out.writelines(json.dumps(a, ensure_ascii=False) + '\n' for a in ARTICLES)

    def run(self, *words):
        done = subprocess.run([os.environ['CORRIDORCTL'], '--profile', f'{self.folder}/profile', *words], capture_output=True, check=False,
                              env=os.environ | {'LANGUAGE': 'C'})
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def search(self, *words):
        code, out, err = self.run('search', '--json', *words)
        assert code == 0, (words, err)
        return json.loads(out)

    def ids(self, *words):
        return sorted(hit['id'] for hit in self.search(*words)['hits'])


def nothing_yet(profile):
    code, out, _ = profile.run('search', 'transfer')
    assert code == 0 and 'no articles here yet' in out, out
    assert profile.search('transfer')['hits'] == []


def found(profile):
    code, _, err = profile.run('kb', 'import', profile.file)
    assert code == 0, err
    answer = profile.search('tracked payments')
    hit = answer['hits'][0]
    assert answer['query'] == 'tracked payments' and answer['ms'] > 0 and answer['unread'] == 0, answer
    assert hit['id'] == 'track' and hit['title'] == 'How to track a transfer' and hit['audience'] == 'public', hit
    assert hit['excerpt'] == 'Steps Open the payment and choose Track.', hit
    assert [m['text'] for m in hit['title_marks']] == ['track'], hit
    for mark in hit['excerpt_marks']:
        assert hit['excerpt'].encode()[mark['start']:mark['end']].decode() == mark['text'], mark
    assert [m['text'] for m in hit['excerpt_marks']] == ['payment', 'Track'], hit
    assert profile.ids('手續費') == ['fee'], 'in the other script'


def for_people(profile):
    """Marks are for a terminal only."""
    code, out, _ = profile.run('search', 'track')
    assert code == 0 and 'How to track a transfer  track  en' in out and '\x1b' not in out, out


def filtered(profile):
    assert profile.ids('transfer') == ['cn', 'eu', 'fee', 'track'], 'in Chinese by its meaning'
    assert profile.ids('transfer', '--category', 'rails') == ['cn', 'eu']
    assert profile.ids('transfer', '--corridor', 'gb-cn', '--only-locale', 'en') == ['cn', 'track']
    assert profile.ids('transfer', '--corridor', 'FR-DE') == ['eu', 'fee', 'track']
    assert profile.ids('transfer', '--corridor', 'CN-EU') == ['fee', 'track']
    assert profile.ids('transfer', '--currency', 'EUR', '--kind', 'article', '--source', 'import', '--audience', 'public') == ['eu', 'fee', 'track']
    assert profile.ids('transfer', '--only-locale', 'zh') == ['fee']
    answer = profile.search('transfer', '--category', 'none')
    assert answer['hits'] == [] and answer['nearest_is_unfiltered'] and len(answer['nearest']) == 3, answer


def explained(profile):
    answer = profile.search('shouxufei')
    assert answer['hits'][0]['id'] == 'fee' and answer['tried'][0]['kind'] == 'pinyin', answer
    answer = profile.search('trasnfer')
    assert answer['tried'] == [{'kind': 'corrected', 'asked': 'trasnfer', 'tried': 'transfer'}], answer
    assert profile.search('xylophone')['unknown'] == ['xylophone']


def refused(profile):
    for words, sentence in [([], 'question'), (['a', '--in', 'x'], '--in takes'), (['a', '--limit', '0'], '--limit'), (['a', '--kind', 'x'], '--kind'),
                            (['a', '--corridor', 'China'], '--corridor'), (['a', '--in', 'messages', '--kind', 'sop'], '--in=kb')]:
        code, _, err = profile.run('search', *words)
        assert code == 2 and sentence in err, (words, code, err)
    code, _, err = profile.run('search', '--batch', f'{profile.folder}/none')
    assert code == 1 and 'cannot be read' in err, err


def wrong_queries(profile):
    """A few by themselves; a batch has them all."""
    for query in ['', '"', 'NOT (', '\x01\x1b[31mred', '?!。，', '\u202eأين أموالي؟', 'a' * 10000]:
        for where in ['kb', 'messages', 'customers']:
            code, out, err = profile.run('search', '--json', '--in', where, '--', query)
            assert code == 0 and isinstance(json.loads(out), dict), (query[:40], where, err)


def batch(profile):
    """A line of answer for every line, whatever is in it."""
    questions = f'{profile.folder}/questions'
    lines = [q for q in WRONG if '\n' not in q and '\t' not in q] + ['', '{"query": "手续费", "locale": "zh-CN"}', '{"broken', 'track']
    with open(questions, 'wb') as out:
        out.write(b'\n'.join(line.encode() for line in lines) + b'\n\xff\xfe\n')
    code, out, err = profile.run('search', '--batch', questions, '--limit', '2')
    answers = [json.loads(line) for line in out.splitlines()]
    assert code == 0 and len(answers) == len(lines) + 1, (err, len(answers), len(lines))
    assert all(set(a) == {'query', 'hits', 'ms'} and len(a['hits']) <= 2 for a in answers)
    assert answers[-4]['query'] == '手续费' and answers[-4]['hits'][0]['id'] == 'fee', answers[-4]
    assert answers[-2]['hits'][0]['id'] == 'track', answers[-2]


def odd_lines(profile):
    """What cannot be read as an object is a question itself; each answer is an object in UTF-8."""
    questions = f'{profile.folder}/odd'
    with open(questions, 'wb') as out:
        out.write(b'\n'.join(LINES) + b'\ntrack')
    for words in [('search', '--batch'), ('suggest', '--batch')]:
        code, out, err = profile.run(*words, questions)
        answers = [json.loads(line) for line in out.splitlines()]
        assert code == 0 and len(answers) == len(LINES) + 1, (words, code, err[:500], len(answers))
    answers = [json.loads(line) for line in profile.run('search', '--batch', questions)[1].splitlines()]
    assert answers[10]['query'] == '\ufffd fee' and answers[5]['query'] == "{'query': 'fee'}", answers[5:11]
    assert answers[-1]['hits'][0]['id'] == 'track', answers[-1]


def odd_articles(profile):
    """An import that nests without end is refused with the line's number."""
    file = f'{profile.folder}/nested'
    for words in [('kb', 'import'), ('suggest', 'train')]:
        with open(file, 'wb') as out:
            out.write(b'{"a":' * 50000 + b'\n')
        code, _, err = profile.run(*words, file)
        assert code == 1 and 'Line 1 is not a JSON object' in err, (words, code, err[:500])


def main():
    tests = [nothing_yet, found, for_people, filtered, explained, refused, wrong_queries, batch, odd_lines, odd_articles]
    print(f'1..{len(tests)}')
    with tempfile.TemporaryDirectory() as folder:
        profile = Profile(folder)
        for number, test in enumerate(tests, 1):
            try:
                test(profile)
                print(f'ok {number} {test.__name__}', flush=True)
            except AssertionError:
                print(f'not ok {number} {test.__name__}', flush=True)
                traceback.print_exc()
                sys.exit(1)


main()
