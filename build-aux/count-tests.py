#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Corridor authors
"""count-tests.py LOG-FOLDER LOG-BASE: prints "PASSED FAILED SKIPPED" from meson's reports of one run.

A program that speaks TAP counts each of its tests, any other counts as one. A program that failed without one
of its tests failing (it crashed, it leaked, it ran out of time) counts as one failure more. Skipped tests are
neither. What failed goes to standard error with the end of its output."""

import json
import pathlib
import re
import sys
import xml.etree.ElementTree as ET

GOOD = {'OK', 'EXPECTEDFAIL'}


def subtests(junit):
    """Name of a test program -> (passed, failed, skipped) of its own tests."""
    counts = {}
    if not junit.is_file():
        return counts
    # meson writes what a test said as it is, also what XML has no place for
    text = re.sub('[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]', '?', junit.read_text(encoding='utf-8', errors='replace'))
    for suite in ET.fromstring(text.encode()).iter('testsuite'):
        cases = list(suite.iter('testcase'))
        bad = sum(case.find('failure') is not None or case.find('error') is not None for case in cases)
        skipped = sum(case.find('skipped') is not None for case in cases)
        # meson puts the project and a dot before the name that the other report has
        counts[suite.get('name').partition('.')[2]] = (len(cases) - bad - skipped, bad, skipped)
    return counts


def count(entry, counts):
    result = entry['result']
    passed, failed, skipped = counts.get(entry['name'], (0, 0, 0))
    if result == 'SKIP':
        return 0, 0, max(skipped, 1)
    if result in GOOD:
        return max(passed, 1) if failed == 0 and skipped == 0 else passed, 0, skipped
    return passed, max(failed, 1), skipped


def main():
    folder, base = pathlib.Path(sys.argv[1]), sys.argv[2]
    counts = subtests(folder / f'{base}.junit.xml')
    report = folder / f'{base}.json'
    passed = failed = skipped = 0
    if report.is_file():
        for line in report.read_text(encoding='utf-8').splitlines():
            entry = json.loads(line)
            good, bad, left = count(entry, counts)
            passed, failed, skipped = passed + good, failed + bad, skipped + left
            if bad:
                print(f"--- {entry['name']}: {entry['result']} after {entry['duration']:.0f} s", file=sys.stderr)
                for stream in ('stdout', 'stderr'):
                    lines = [text[:400] for text in (entry.get(stream) or '').splitlines() if '-DEBUG: ' not in text]
                    print('\n'.join(lines[-60:]), file=sys.stderr)
    if passed + failed == 0 and not report.is_file():
        print('meson left no report', file=sys.stderr)
        failed = 1
    print(passed, failed, skipped)


main()
