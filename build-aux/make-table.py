#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Corridor authors
"""Turns a table of data (tabs between the columns, the first row names them) into rows of a constant C array.

Usage: make-table.py INPUT.tsv OUTPUT.inc"""

import pathlib
import sys


def quote(cell):
    return '"' + ''.join('\\' + letter if letter in '"\\' else letter for letter in cell) + '"'


def main(source, target):
    lines = [line for line in pathlib.Path(source).read_text(encoding='utf-8').splitlines() if line and not line.startswith('#')]
    head = lines[0].split('\t')
    rows = []
    for line in lines[1:]:
        cells = line.split('\t')
        if len(cells) != len(head):
            sys.exit(f'{source}: a row of {len(cells)} columns where there are {len(head)}: {line}')
        rows.append('  { ' + ', '.join(map(quote, cells)) + ' },\n')
    pathlib.Path(target).write_text(''.join(rows), encoding='utf-8')


main(*sys.argv[1:])
