#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Corridor authors
"""corridorctl template: the starter templates, filled in, their languages, and mistakes with their places. CORRIDORCTL
names the program, CORRIDOR_PACKS the folder of the packs. TAP."""

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
        assert done[0] == code and sentence in done[2] and done[1] == '', done


def starter(profile):
    """A new profile has what came with the program, without an account."""
    listed = profile.read('template', 'list')
    assert listed['total'] == len(listed['templates']) >= 60
    one = next(t for t in listed['templates'] if t['id'] == 'closing-no-reply')
    assert len(one['locales']) >= 10 and 'contact.name' in one['requires'], one
    shown = profile.read('template', 'show', 'closing-no-reply')
    assert {v['state'] for v in shown['variants']} == {'draft'}
    assert '{{contact.name}}' in shown['variants'][0]['text']
    profile.refused(1, 'No template “nothing” is here', 'template', 'show', 'nothing')


def rendered(profile):
    one = profile.read('template', 'render', 'closing-no-reply', '--locale', 'zh-HK', '--sample', '--set', 'days=5')
    assert (one['text_locale'], one['distance'], one['register']) == ('zh-Hant', 1, 'neutral'), one
    assert '5 天' in one['text'] and '{' not in one['text'], one
    raw = one['text'].encode()
    found = {s['name']: raw[s['start']:s['end']].decode() for s in one['spans']}
    assert found['days'] == '5' and found['case.reference'] == 'C-48213', found

    code, out, err = profile.run('template', 'render', 'closing-no-reply', '--locale', 'es-MX', '--sample')
    assert code == 0 and out.startswith('Hola') and 'es neutral was taken for es-MX' in err, (out, err)
    profile.refused(1, 'needs it: contact.name, case.reference', 'template', 'render', 'closing-no-reply', '--locale', 'en')
    preview = profile.read('template', 'render', 'closing-no-reply', '--locale', 'en', '--preview')
    assert {s['name'] for s in preview['spans'] if s['is_missing']} == {'contact.name', 'case.reference'}, preview
    # another country's Portuguese is not taken without being asked; no draft is where only approved texts may go
    profile.refused(1, 'has no text in “pt-PT”, but one in “pt-BR”', 'template', 'render', 'closing-no-reply', '--locale', 'pt-PT', '--sample')
    profile.refused(1, 'has no text in “en”', 'template', 'render', 'closing-no-reply', '--locale', 'en', '--sample', '--approved')


def usage(profile):
    render = ['template', 'render', 'closing-no-reply']
    profile.refused(2, '--locale', *render)
    profile.refused(2, 'Name one template, or all', 'template', 'render', '--locale', 'en')
    profile.refused(2, 'Name one template, or all', *render, '--all', '--locale', 'en')
    profile.refused(1, 'could not be filled in', 'template', 'render', '--all', '--locale', 'pt-PT', '--sample')
    profile.refused(2, '--set takes NAME=VALUE', *render, '--locale', 'en', '--set', 'days')
    profile.refused(2, 'There is no variable “dais”', *render, '--locale', 'en', '--set', 'dais=1')
    profile.refused(2, 'payment.amount takes an amount', *render, '--locale', 'en', '--set', 'payment.amount=ten')
    profile.refused(2, '--register takes', *render, '--locale', 'en', '--register', 'rude')
    profile.refused(1, 'is not a time zone', *render, '--locale', 'en', '--sample', '--zone', 'Mars/Olympus')


def coverage(profile):
    covers = profile.read('template', 'coverage')
    n = len(covers['templates'])
    english = next(row for row in covers['locales'] if row['locale'] == 'en')
    assert english == {'locale': 'en', 'complete': 0, 'draft': n, 'stale': 0, 'missing': 0}, english
    assert len(covers['locales']) >= 10 and set(covers['templates'][0]['covers']) >= {'en', 'zh-Hans', 'ar'}


def check(profile):
    pack = Path(os.environ['CORRIDOR_PACKS']) / 'corridor-templates.json'
    assert profile.read('template', 'check', str(pack))['texts'] > 1000
    path = Path(profile.folder) / 'bad.json'
    document = json.loads(pack.read_text(encoding='utf-8'))
    document['templates'][2]['variants'][1]['text'] += '\n  {{payment.amuont | money}}'
    lines = document['templates'][2]['variants'][1]['text'].count('\n') + 1
    path.write_text(json.dumps(document), encoding='utf-8')
    profile.refused(1, f'$.templates[2].variants[1].text: Line {lines}, column 5: there is no variable “payment.amuont”', 'template', 'check', str(path))
    text = Path(profile.folder) / 'text'
    text.write_text('{{contact.name}}\n{% if days %}', encoding='utf-8')
    profile.refused(1, 'Line 2, column 1: “if” has no “endif”', 'template', 'check', str(text))


def own(profile):
    """One's own come from a file and go to one; what is decided about a text stays while the text does."""
    path = Path(profile.folder) / 'own.json'
    text = {'locale': 'en', 'register': 'neutral', 'text': 'Hello {{contact.name}}.'}
    spanish = {'locale': 'es', 'register': 'formal', 'text': 'Estimada {{contact.name}}:'}
    pack = {'schema': 'corridor-templates/1', 'id': 'mine', 'version': '1', 'title': 'Mine', 'source_locale': 'en',
            'templates': [{'id': 'my-hello', 'title': 'My greeting', 'tags': ['a', 'b'], 'requires': ['contact.name'], 'owner': 'Ines', 'review': '2027-01-31',
                           'shortcut': 'mh', 'channels': 'email', 'variants': [text, spanish]}]}
    path.write_text(json.dumps(pack), encoding='utf-8')
    assert profile.read('template', 'import', str(path)) == {'templates': 1}
    profile.refused(2, '--reviewer', 'template', 'approve', 'my-hello', '--locale', 'es', '--register', 'formal')
    profile.refused(2, '--locale', 'template', 'approve', 'my-hello', '--reviewer', 'Ines Alves')
    profile.refused(1, 'has no text in fr neutral', 'template', 'approve', 'my-hello', '--locale', 'fr', '--reviewer', 'Ines Alves')
    assert profile.run('template', 'approve', 'my-hello', '--locale', 'es', '--register', 'formal', '--reviewer', 'Ines Alves')[0] == 0
    out = Path(profile.folder) / 'out.json'
    assert profile.read('template', 'export', str(out)) == {'templates': 1}
    written = json.loads(out.read_text(encoding='utf-8'))['templates'][0]
    assert {k: v for k, v in written.items() if k != 'variants'} == {k: v for k, v in pack['templates'][0].items() if k != 'variants'}, written
    assert [(v['text'], v['state'], v.get('reviewer')) for v in written['variants']] == [
        (text['text'], 'draft', None), (spanish['text'], 'approved', 'Ines Alves')], written
    assert profile.read('template', 'check', str(out))['texts'] == 2

    # the source text changes: what was written after it is stale, and still approved
    text['text'] = 'Good day {{contact.name}}.'
    path.write_text(json.dumps(pack), encoding='utf-8')
    profile.read('template', 'import', str(path))
    shown = {v['locale']: v for v in profile.read('template', 'show', 'my-hello')['variants']}
    assert (shown['es']['state'], shown['es']['is_stale'], shown['en']['state']) == ('approved', True, 'draft'), shown
    assert profile.run('template', 'retire', 'my-hello')[0] == 0
    profile.refused(1, 'has no text in “en”', 'template', 'render', 'my-hello', '--locale', 'en', '--sample')
    assert profile.run('template', 'restore', 'my-hello', '--locale', 'en')[0] == 0
    assert profile.run('template', 'render', 'my-hello', '--locale', 'en', '--sample')[0] == 0

    # a mistake is named with its place, and what was there stays
    text['text'] = 'Hello\n{{contact.nmae}}'
    path.write_text(json.dumps(pack), encoding='utf-8')
    profile.refused(1, '$.templates[0].variants[0].text: Line 2, column 3', 'template', 'import', str(path))
    profile.refused(1, 'own.jsn', 'template', 'import', str(path)[:-2] + 'n')
    assert profile.read('template', 'show', 'my-hello')['variants'][0]['text'].startswith('Good day')


def main():
    tests = [starter, rendered, usage, coverage, check, own]
    failed = 0
    print(f'1..{len(tests)}')
    with tempfile.TemporaryDirectory(prefix='corridor-') as folder:
        profile = Profile(folder)
        for number, test in enumerate(tests, 1):
            try:
                test(profile)
                print(f'ok {number} {test.__name__}')
            except AssertionError as error:
                failed += 1
                print(f'not ok {number} {test.__name__}: {error!r}')
    return 1 if failed else 0


sys.exit(main())
