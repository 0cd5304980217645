#!/usr/bin/env node
// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Corridor authors
//
// What an independent user of CLDR, the Intl of a JavaScript engine, makes of amounts, days, times, numbers, lists and
// plurals in 40 locales. “node make.js > intl.tsv” writes it anew; the tests read the file and need no node.
'use strict';

const locales = ['en', 'en-GB', 'en-IN', 'ar-EG', 'zh-Hans', 'zh-Hant', 'zh-HK', 'es', 'es-MX', 'es-AR', 'pt-BR', 'pt-PT', 'fr', 'fr-CA',
  'fr-CH', 'de', 'de-AT', 'de-CH', 'it', 'nl', 'pl', 'cs', 'ru', 'uk', 'tr', 'ar', 'ar-AE', 'he', 'fa', 'hi', 'bn', 'th', 'vi', 'id', 'ja',
  'ko', 'sv', 'da', 'fi', 'el'];

// Exact: Intl takes decimal texts. The last column is the currency's decimals in ISO 4217.
const amounts = [['1010.00', 'USD', 2], ['-0.10', 'EUR', 2], ['1234567.89', 'CNY', 2], ['90071992547409.93', 'GBP', 2], ['98765', 'JPY', 0],
  ['1234.567', 'KWD', 3], ['250000.00', 'INR', 2], ['7.50', 'BRL', 2]];
const rates = ['1.1440', '16234.5', '0.00006151', '7'];
const percents = ['0.35', '2', '12.5', '1250'];
const counts = [0, 1, 2, 3, 5, 11, 21, 100, 1000000];
const days = ['2026-11-22', '2026-03-05'];
const moments = ['2026-11-22T16:30:00Z', '2026-07-01T00:05:00Z'];
const zones = ['Asia/Shanghai', 'America/New_York'];
const lists = [['A', 'B'], ['A', 'B', 'C']];

function row(...cells) {
  process.stdout.write(cells.join('\t') + '\n');
}

function decimals(text) {
  const n = text.includes('.') ? text.length - text.indexOf('.') - 1 : 0;
  return {minimumFractionDigits: n, maximumFractionDigits: n};
}

// A hundredth of a decimal, exactly.
function hundredth(text) {
  const [whole, fraction = ''] = text.split('.');
  const digits = whole.padStart(3, '0');
  return digits.slice(0, -2) + '.' + digits.slice(-2) + fraction;
}

process.stdout.write(`# Intl of ICU ${process.versions.icu}, CLDR ${process.versions.cldr}; written by make.js\n`);
for (const locale of locales) {
  for (const [amount, currency, digits] of amounts)
    for (const display of ['symbol', 'code', 'name'])
      row('money', locale, display, `${amount} ${currency}`, new Intl.NumberFormat(locale,
        {style: 'currency', currency, currencyDisplay: display, minimumFractionDigits: digits, maximumFractionDigits: digits}).format(amount));
  for (const rate of rates)
    row('rate', locale, '-', rate, new Intl.NumberFormat(locale, decimals(rate)).format(rate));
  for (const percent of percents)
    row('percent', locale, '-', percent, new Intl.NumberFormat(locale, {style: 'percent', ...decimals(percent)}).format(hundredth(percent)));
  for (const count of counts) {
    row('count', locale, '-', count, new Intl.NumberFormat(locale).format(count));
    row('plural', locale, '-', count, new Intl.PluralRules(locale).select(count));
  }
  for (const dateStyle of ['short', 'medium', 'long', 'full']) {
    for (const day of days)
      row('date', locale, dateStyle, day, new Intl.DateTimeFormat(locale, {dateStyle, timeZone: 'UTC'}).format(new Date(day)));
    for (const zone of zones)
      for (const moment of moments)
        row('date', locale, dateStyle, `${moment} ${zone}`, new Intl.DateTimeFormat(locale, {dateStyle, timeZone: zone}).format(new Date(moment)));
  }
  for (const timeStyle of ['short', 'medium'])
    for (const zone of zones)
      for (const moment of moments)
        row('time', locale, timeStyle, `${moment} ${zone}`, new Intl.DateTimeFormat(locale, {timeStyle, timeZone: zone}).format(new Date(moment)));
  for (const [type, style] of [['conjunction', 'and'], ['disjunction', 'or']])
    for (const list of lists)
      row('list', locale, style, list.join(';'), new Intl.ListFormat(locale, {type}).format(list));
}
