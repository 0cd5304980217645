#!/usr/bin/env node
// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Corridor authors
//
// What an independent user of CLDR, the Intl of a JavaScript engine, makes of the sample values of the starter templates.
// “node make.js > values.tsv” writes it anew after data/templates/sample.tsv has changed; the test needs no node.
'use strict';

const fs = require('fs');
const path = require('path');

const locales = ['en', 'zh-Hans', 'zh-Hant', 'es', 'pt-BR', 'fr', 'de', 'ja', 'ar', 'vi'];
const timeZone = 'Asia/Shanghai';
const days = [1, 2, 3, 11, 100];
const digits = {JPY: 0, KWD: 3};

function row(...cells) {
  process.stdout.write(cells.join('\t') + '\n');
}

function decimals(text) {
  const n = text.includes('.') ? text.length - text.indexOf('.') - 1 : 0;
  return {minimumFractionDigits: n, maximumFractionDigits: n};
}

function money(locale, value) {
  const [amount, currency] = value.split(' ');
  const n = digits[currency] ?? 2;
  return new Intl.NumberFormat(locale, {style: 'currency', currency, minimumFractionDigits: n, maximumFractionDigits: n}).format(amount);
}

function date(locale, value) {
  const zone = value.includes('T') ? timeZone : 'UTC';
  return new Intl.DateTimeFormat(locale, {dateStyle: 'long', timeZone: zone}).format(new Date(value));
}

function write(locale, name, value) {
  if (/^[\d.]+ [A-Z]{3}$/.test(value))
    row(locale, 'money', value, money(locale, value));
  else if (/^\d{4}-\d\d-\d\d/.test(value)) {
    row(locale, 'date', value, date(locale, value));
    if (value.includes('T'))
      row(locale, 'time', value, new Intl.DateTimeFormat(locale, {timeStyle: 'short', timeZone}).format(new Date(value)));
  } else if (name === 'quote.margin')
    row(locale, 'percent', value, new Intl.NumberFormat(locale, {style: 'percent', ...decimals(value)}).format(Number(value) / 100));
  else if (/^\d+\.\d+$/.test(value))
    row(locale, 'rate', value, new Intl.NumberFormat(locale, decimals(value)).format(value));
  else if (name === 'documents.list')
    row(locale, 'list', value, new Intl.ListFormat(locale, {type: 'conjunction'}).format(value.split('; ')));
}

const sample = fs.readFileSync(path.join(__dirname, '../../../data/templates/sample.tsv'), 'utf-8').trimEnd().split('\n').slice(1);
process.stdout.write(`# Intl of ICU ${process.versions.icu}, CLDR ${process.versions.cldr}; written by make.js\n`);
for (const locale of locales) {
  const seen = new Set();
  for (const [name, of, value] of sample.map(line => line.split('\t')))
    if ((of === '*' || of === locale) && !seen.has(value)) {
      seen.add(value);
      write(locale, name, value);
    }
  for (const n of days) {
    row(locale, 'count', n, new Intl.NumberFormat(locale).format(n));
    row(locale, 'plural', n, new Intl.PluralRules(locale).select(n));
  }
}
