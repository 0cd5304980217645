#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Corridor authors
#
"""Every text of every starter template, as “corridorctl template render --all” fills it in with the sample values, against
an evaluation of its source that shares no line with the program: what stands in it, what its conditions leave, and values
as the Intl of a JavaScript engine writes them (template-values/). CORRIDORCTL names the program, CORRIDOR_PACKS the folder
of the packs. TAP."""

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
TEMPLATES = HERE.parent.parent / 'data' / 'templates'
ZONE = 'Asia/Shanghai'
REGISTERS = ('neutral', 'formal', 'direct')
TAG = re.compile(r'\{\{\s*(.*?)\s*\}\}|\{%\s*(.*?)\s*%\}')


def read_rows(path):
    return [line.split('\t') for line in path.read_text(encoding='utf-8').splitlines() if line and not line.startswith('#')]


INTL = {tuple(row[:3]): row[3] for row in read_rows(HERE / 'template-values' / 'values.tsv')}
SAMPLE = {(name, locale): value for name, locale, value in read_rows(TEMPLATES / 'sample.tsv')[1:]}


def texts():
    """(id, locale, register) → the source of the text, of all files."""
    found = {}
    for path in sorted(TEMPLATES.glob('*/*.template')):
        head, *sections = re.split(r'^== ', path.read_text(encoding='utf-8'), flags=re.M)
        name = re.search(r'^Id: (.*)$', head, re.M).group(1)
        for section in sections:
            place, text = section.split('\n', 1)
            locale, register = place.split()
            found[name, locale, register] = text.strip('\n')
    return found


class Evaluation:
    """What a text is for the sample values in its language; @days is the count that plurals go by."""

    def __init__(self, locale, days):
        self.locale, self.days = locale, days

    def raw(self, name):
        if name == 'days':
            return self.days
        return SAMPLE.get((name, self.locale), SAMPLE.get((name, '*')))

    def value(self, expression):
        name, _, wanted = (part.strip() for part in expression.partition('|'))
        value, wanted = self.raw(name), wanted.split(':')[0]
        assert value is not None, expression
        if name == 'days':
            wanted = 'count'
        return INTL[self.locale, wanted, value] if wanted else value.replace('|', '\n') # as sample.tsv writes lines

    def holds(self, name):
        return self.raw(name) is not None

    def evaluate(self, text):
        out, stack, at = [], [], 0
        for tag in TAG.finditer(text):
            if all(shown for shown, _ in stack):
                out.append(text[at:tag.start()])
            at = tag.end()
            shown = all(shown for shown, _ in stack)
            if tag.group(1) is not None:
                out.append(self.value(tag.group(1)) if shown else '')
                continue
            word, *rest = tag.group(2).split()
            if word == 'if':
                stack.append([self.holds(rest[0]), None])
            elif word == 'else':
                stack[-1][0] = not stack[-1][0]
            elif word == 'plural':
                stack.append([False, INTL[self.locale, 'plural', self.raw(rest[0])]])
            elif word == 'when':
                taken = stack[-1][1]
                stack[-1] = [taken is not None and rest[0] in (taken, 'other'), None if rest[0] == taken else taken]
            else:
                assert word in ('endif', 'endplural'), tag.group(0)
                stack.pop()
        assert not stack, text
        return ''.join(out) + text[at:]


ARABIC = str.maketrans('٠١٢٣٤٥٦٧٨٩٫٬٪', '0123456789.,%')


def plain(text):
    """Without what CLDR's versions do not agree on: the figures of Arabic, the marks around a value, which space it is."""
    text = re.sub('[\u061c\u200e\u200f\u2066-\u2069]', '', text).translate(ARABIC)
    return re.sub('[\u00a0\u202f\u2009]', ' ', text)


def render_all(profile, locale, register, days):
    done = subprocess.run([os.environ['CORRIDORCTL'], '--profile', profile, 'template', 'render', '--all', '--sample', '--json', '--locale', locale,
                           '--register', register, '--zone', ZONE, '--set', f'days={days}'], text=True, capture_output=True, check=False,
                          env=os.environ | {'LANGUAGE': 'C'})
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)['texts']


def check_locale(profile, locale, sources):
    """All of a locale's texts; those that count once for each way to count."""
    wanted = {(name, register) for name, of, register in sources if of == locale}
    seen = set()
    runs = [(register, '3') for register in REGISTERS] + [('neutral', days) for days in ('1', '2', '11', '100')]
    for register, days in runs:
        for text in render_all(profile, locale, register, days):
            key = (text['id'], text['register'])
            assert text['text_locale'] == locale and key in wanted, (key, text['text_locale'])
            expected = Evaluation(locale, days).evaluate(sources[text['id'], locale, text['register']])
            assert plain(text['text']) == plain(expected), f'{key}, days {days}:\n{text["text"]}\nis not\n{expected}'
            seen.add(key)
    assert seen == wanted, wanted - seen
    return len(seen)


def main():
    sources = texts()
    locales = sorted({locale for _, locale, _ in sources})
    failed = 0
    print(f'1..{len(locales)}')
    with tempfile.TemporaryDirectory(prefix='corridor-') as folder:
        for number, locale in enumerate(locales, 1):
            try:
                n = check_locale(f'{folder}/profile', locale, sources)
                print(f'ok {number} {locale}: {n} texts', flush=True)
            except AssertionError as error:
                failed += 1
                print(f'not ok {number} {locale}: {error}'.replace('\n', '\n# '), flush=True)
    return 1 if failed or len(locales) < 10 else 0


sys.exit(main())
