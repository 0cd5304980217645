#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Corridor authors
"""corridorctl kb: the starter pack, articles of a file, lists, gaps, packs. CORRIDORCTL names the program,
CORRIDOR_PACKS the folder of the starter pack. TAP."""

import csv
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path


class Profile:
    """A profile of its own, and the command on it."""

    def __init__(self, folder):
        self.folder = folder

    def run(self, *words):
        done = subprocess.run([os.environ['CORRIDORCTL'], '--profile', f'{self.folder}/profile', *words], text=True,
                              capture_output=True, check=False, env=os.environ | {'LANGUAGE': 'C'})
        return done.returncode, done.stdout, done.stderr

    def read(self, *words):
        code, out, err = self.run(*words, '--json')
        assert code == 0, err
        return json.loads(out)

    def refused(self, code, sentence, *words):
        done = self.run(*words)
        assert done[0] == code and sentence in done[2], done


def starter(profile):
    """The pack that came with the program, without an account, and found in three ways of writing."""
    packs = profile.read('kb', 'pack', 'update')['packs']
    assert sorted((p['id'], p['signed'], p['error']) for p in packs) == [('corridor-example', False, None), ('corridor-starter', False, None),
                                                                            ('corridor-templates', False, None)], packs
    articles = profile.read('kb', 'list', '--locale', 'en')['articles']
    assert len(articles) >= 200 and {a['locale'] for a in articles} == {'en'}, len(articles)
    assert all('body' not in a for a in articles)
    sops = profile.read('kb', 'list', '--kind', 'sop', '--locale', 'zh-TW')['articles']
    assert sops and {(a['kind'], a['locale'], a['audience']) for a in sops} == {('sop', 'zh-Hant', 'internal')}, sops
    for locale, query, begin in [('zh-CN', '我的钱到哪了', '我的钱'), ('zh-TW', '我的錢到哪了', '我的錢'), ('en', 'where is my money', 'Where is my money')]:
        hit = profile.read('search', query, '--locale', locale)['hits'][0]
        assert hit['title'].startswith(begin), hit
    article = profile.read('kb', 'show', 'where-is-my-money.zh-Hant')
    assert article['source'] == 'pack:corridor-starter' and article['slug'] == 'where-is-my-money', article
    assert article['sources'] and article['reviewed'] and article['owner'], article
    again = profile.read('kb', 'pack', 'update')['packs']
    assert again == packs, again


def imported(profile):
    line = {'id': 'b1', 'slug': 'rule', 'kind': 'bulletin', 'locale': 'en', 'title': 'A rule', 'body': 'It is so.', 'effective': '2100-01-01',
            'corridors': ['GB-CN'], 'sources': ['A law'], 'audience': 'internal'}
    path = Path(profile.folder) / 'a.jsonl'
    path.write_text(json.dumps(line) + '\n', encoding='utf-8')
    assert profile.read('kb', 'import', str(path)) == {'imported': 1}
    article = profile.read('kb', 'show', 'b1')
    for key in line:
        assert article[key] == line[key], (key, article)
    assert profile.read('kb', 'show', 'rule') == article
    assert profile.read('kb', 'list', '--bulletins')['total'] == 0
    assert profile.read('kb', 'list', '--source', 'import')['total'] == 1
    path.write_text(json.dumps(line | {'kind': 'poem'}) + '\n', encoding='utf-8')
    profile.refused(1, '“kind” in line 1', 'kb', 'import', str(path))


def gaps(profile):
    first = profile.read('kb', 'gap', 'add', 'Can I pay with Bitcoin?', '--locale', 'en')['id']
    assert profile.read('kb', 'gap', 'add', 'May I pay with bitcoins', '--locale', 'en')['id'] == first
    other = profile.read('kb', 'gap', 'add', '=HYPERLINK("http://x", "为什么")')['id']
    listed = profile.read('kb', 'gaps')['gaps']
    assert [(g['id'], g['asked'], g['state']) for g in listed] == [(first, 2, 'open'), (other, 1, 'open')], listed
    table = f'{profile.folder}/gaps.csv'
    assert profile.run('kb', 'gaps', '--export', table)[0] == 0
    with open(table, encoding='utf-8', newline='') as file:
        rows = list(csv.DictReader(file))
    assert rows[0]['text'] == 'Can I pay with Bitcoin?' and rows[0]['asked'] == '2', rows
    assert rows[1]['text'] == '\'=HYPERLINK("http://x", "为什么")', rows
    lines = f'{profile.folder}/gaps.jsonl'
    assert profile.run('kb', 'gaps', '--export', lines)[0] == 0
    exported = [json.loads(line) for line in Path(lines).read_text(encoding='utf-8').splitlines()]
    assert exported == listed, exported
    assert profile.run('kb', 'gap', 'close', str(first))[0] == 0
    assert profile.read('kb', 'gaps')['total'] == 1
    assert profile.read('kb', 'gaps', '--all')['gaps'][1]['state'] == 'closed'
    profile.refused(2, 'empty', 'kb', 'gap', 'add', '  ')
    profile.refused(1, 'not here', 'kb', 'gap', 'close', '999')


def refused(profile):
    profile.refused(2, 'is not an https address', 'kb', 'pack', 'add', 'http://packs.example/p.json')
    profile.refused(2, '--key takes', 'kb', 'pack', 'add', 'https://packs.example/p.json', '--key', 'c2hvcnQ=')
    profile.refused(3, 'cannot be reached', 'kb', 'pack', 'add', 'https://127.0.0.1:1/p.json')
    kept = [p for p in profile.read('kb', 'pack', 'list')['packs'] if p['address'].startswith('https')]
    assert kept[0]['error'] and kept[0]['version'] is None, kept
    assert profile.run('kb', 'pack', 'remove', 'https://127.0.0.1:1/p.json')[0] == 0
    profile.refused(1, 'No pack', 'kb', 'pack', 'remove', 'https://127.0.0.1:1/p.json')
    profile.refused(2, '--kind takes', 'kb', 'list', '--kind', 'poem')
    profile.refused(1, 'No article', 'kb', 'show', 'nothing')


def main():
    tests = [starter, imported, gaps, refused]
    failed = 0
    print(f'1..{len(tests)}')
    for number, test in enumerate(tests, 1):
        with tempfile.TemporaryDirectory(prefix='cor-kb-') as folder:
            try:
                test(Profile(folder))
                print(f'ok {number} {test.__name__}')
            except AssertionError as error:
                failed += 1
                print(f'not ok {number} {test.__name__}\n# {error}')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
