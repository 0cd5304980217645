#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Corridor authors
"""Random quotes through corridorctl quote --batch against a second calculation, written from the contract with
exact fractions. COR_QUOTE_ROUNDS sets how many (2000), COR_QUOTE_SEED repeats a run. TAP."""

import json
import os
import random
import subprocess
import sys
from fractions import Fraction

CURRENCIES = {'USD': 2, 'EUR': 2, 'GBP': 2, 'JPY': 0, 'KRW': 0, 'KWD': 3, 'TND': 3, 'CLF': 4, 'IDR': 2}
LIMIT = 2 ** 63 - 1


def rounded(value, mode='HALF_UP'):
    """An integer: ties away from zero, or to even."""
    sign = -1 if value < 0 else 1
    whole, rest = divmod(abs(value), 1)
    up = rest > Fraction(1, 2) or (rest == Fraction(1, 2) and (mode == 'HALF_UP' or whole % 2 == 1))
    return sign * int(whole + up)


def text(units, exponent):
    sign, digits = ('-' if units < 0 else ''), str(abs(units)).rjust(exponent + 1, '0')
    return sign + (digits if exponent == 0 else digits[:-exponent] + '.' + digits[-exponent:])


def tariff(spec, amount):
    """The exact fee on an exact amount, both in whole units."""
    fee = Fraction(spec['fixed']) + amount * Fraction(spec['percent']) / 100
    if spec['tiers'] and spec['tier_mode'] == 'slab':
        tier = next(t for t in spec['tiers'] if t['up_to'] is None or amount <= Fraction(t['up_to']))
        fee = Fraction(tier['fixed']) + amount * Fraction(tier['percent']) / 100
    elif spec['tiers']:
        fee, floor = Fraction(0), Fraction(0)
        for tier in spec['tiers']:
            top = amount if tier['up_to'] is None else min(amount, Fraction(tier['up_to']))
            if top > floor:
                fee += (top - floor) * Fraction(tier['percent']) / 100
                floor = top
    if spec['min'] is not None:
        fee = max(fee, Fraction(spec['min']))
    if spec['max'] is not None:
        fee = min(fee, Fraction(spec['max']))
    return fee


def significant(value, digits):
    scale = 0
    while abs(value) * 10 ** scale < 10 ** (digits - 1):
        scale += 1
    while rounded(value * 10 ** scale) >= 10 ** digits:
        scale -= 1
    return text(rounded(value * 10 ** scale), scale) if scale >= 0 else text(rounded(value * Fraction(10) ** scale) * 10 ** -scale, 0)


class TooSmall(Exception):
    pass


def quote(spec, amount):
    """fees.md, sections 3 and 5; everything a Fraction of whole units, rounded where the contract rounds."""
    mode = spec['rounding']
    send_unit, receive_unit = (10 ** CURRENCIES[spec[c]] for c in ('send_currency', 'receive_currency'))

    def send(value):
        return Fraction(rounded(value * send_unit, mode), send_unit)

    def receive(value):
        return Fraction(rounded(value * receive_unit, mode), receive_unit)

    rate, mid = Fraction(spec['rate']), Fraction(spec['mid_rate'])
    fee = send(tariff(spec['sender_fee'], amount))
    fee_tax = send(fee * Fraction(spec['fee_tax_percent']) / 100)
    transfer_tax = send(amount * Fraction(spec['transfer_tax_percent']) / 100)
    billed = Fraction(0)
    if spec['charge_bearer'] == 'OUR':
        for charge in spec['our_billed']:
            own = charge['currency'] == spec['send_currency']
            billed += Fraction(charge['amount']) if own else send(Fraction(charge['amount']) / rate)
    charges = fee + fee_tax + transfer_tax + billed
    deducted = spec['fee_mode'] == 'deducted' or spec['charge_bearer'] == 'BEN'
    debit, principal = (amount, amount - charges) if deducted else (amount + charges, amount)
    chain_send = chain_receive = Fraction(0)
    for charge in spec['intermediary']:
        if spec['fx_at'] == 'receiver' and charge['currency'] == spec['send_currency']:
            chain_send += Fraction(charge['amount'])
        else:
            chain_receive += Fraction(charge['amount'])
    principal -= chain_send
    if principal <= 0:
        raise TooSmall
    converted = receive(principal * rate)
    left = converted - chain_receive
    if left <= 0:
        raise TooSmall
    receiver_fee = receive(tariff(spec['receiver_fee'], left))
    receiver_tax = receive(receiver_fee * Fraction(spec['receiver_fee_tax_percent']) / 100)
    recipient = left - receiver_fee - receiver_tax
    if recipient <= 0:
        raise TooSmall

    at_mid = receive(principal * mid)
    margin = principal - converted / mid
    total = debit - recipient / mid
    parts = [('sender_fee', fee), ('fee_tax', fee_tax), ('transfer_tax', transfer_tax), ('third_party_billed_to_sender', billed),
             ('fx_margin', send(margin)), ('intermediary', send(chain_send + chain_receive / mid)),
             ('receiver_fee', send((receiver_fee + receiver_tax) / mid))]
    parts.append(('rounding_residual', send(total) - sum(value for _, value in parts)))

    def s(value):
        return text(int(value * send_unit), CURRENCIES[spec['send_currency']])

    def r(value):
        return text(int(value * receive_unit), CURRENCIES[spec['receive_currency']])

    def percent(value):
        return text(rounded(value * 10 ** 6), 4)

    return recipient, {
        'sender_fee': s(fee), 'fee_tax': s(fee_tax), 'transfer_tax': s(transfer_tax), 'third_party_billed_to_sender': s(billed),
        'total_debit': s(debit), 'amount_converted': s(principal), 'converted_amount': r(converted),
        'intermediary_total_receive': r(chain_receive), 'intermediary_total_send': s(chain_send), 'receiver_fee': r(receiver_fee),
        'receiver_fee_tax': r(receiver_tax), 'recipient_amount': r(recipient), 'mid_converted_amount': r(at_mid),
        'fx_margin_receive': r(at_mid - converted), 'fx_margin_bps': text(rounded((mid - rate) / mid * 10 ** 6), 2),
        'fx_markup_percent': percent(mid / rate - 1), 'total_cost_send': s(send(total)), 'total_cost_percent_of_debit': percent(total / debit),
        'rpw_style_percent': percent((fee + fee_tax + margin) / amount), 'effective_rate': significant(recipient / debit, 8),
        'cost_breakdown_send': {name: s(value) for name, value in parts},
    }


def answer(spec):
    send_unit, receive_unit = (10 ** CURRENCIES[spec[c]] for c in ('send_currency', 'receive_currency'))
    if spec['direction'] == 'forward':
        try:
            return quote(spec, Fraction(spec['amount']))[1]
        except TooSmall:
            return {'error': 'amount_too_small'}
    # every amount from the smallest up
    for units in range(1, 40001):
        try:
            recipient, members = quote(spec, Fraction(units, send_unit))
        except TooSmall:
            continue
        if recipient >= Fraction(spec['target']):
            over = recipient - Fraction(spec['target'])
            return members | {'amount': text(units, CURRENCIES[spec['send_currency']]),
                              'overshoot': text(int(over * receive_unit), CURRENCIES[spec['receive_currency']])}
    return None


def random_tariff(rng, exponent, largest):
    def amount(most):
        return text(rng.randint(0, most), exponent)
    kind = rng.random()
    spec = {'fixed': '0', 'percent': '0', 'min': None, 'max': None, 'tiers': [], 'tier_mode': 'slab'}
    if kind < 0.3:
        return spec
    if kind < 0.7:
        spec['fixed'], spec['percent'] = amount(largest // 50), text(rng.randint(0, 3000), 3)
    else:
        spec['tier_mode'] = rng.choice(['slab', 'marginal'])
        bounds = sorted(rng.sample(range(1, largest), rng.randint(1, 3)))
        spec['tiers'] = [{'up_to': None if b is None else text(b, exponent), 'percent': text(rng.randint(0, 300), 2),
                          'fixed': '0' if spec['tier_mode'] == 'marginal' else amount(largest // 50)} for b in [*bounds, None]]
    least = rng.randint(0, largest // 50)
    if rng.random() < 0.4:
        spec['min'] = text(least, exponent)
    if rng.random() < 0.4:
        spec['max'] = text(least + rng.randint(0, largest // 20), exponent)
    return spec


def random_spec(rng, is_reverse):
    send, receive = rng.choice(list(CURRENCIES)), rng.choice(list(CURRENCIES))
    send_exponent, receive_exponent = CURRENCIES[send], CURRENCIES[receive]
    largest = 20000 if is_reverse else 10 ** rng.randint(4, 15)
    # one minor unit becomes about one: results stay within 64 bits, and reverse within reach
    per_unit = rng.randint(30000, 400000) if is_reverse else rng.randint(1000, 10000000)
    rate = Fraction(per_unit, 100000) * Fraction(10) ** (send_exponent - receive_exponent)
    rate_text = text(rounded(rate * 10 ** 10), 10)
    if send == receive:
        rate_text, mid_text = '1', '1'
    else:
        mid_text = text(rounded(Fraction(rate_text) * rng.randint(9900, 10300) / 10000 * 10 ** 11), 11)
    spec = {
        'direction': 'reverse' if is_reverse else 'forward', 'send_currency': send, 'receive_currency': receive,
        'fee_mode': rng.choice(['on_top', 'deducted']), 'charge_bearer': rng.choice(['OUR', 'SHA', 'BEN']),
        'rounding': rng.choice(['HALF_UP', 'HALF_EVEN']), 'fx_at': rng.choice(['sender', 'receiver']),
        'sender_fee': random_tariff(rng, send_exponent, largest), 'receiver_fee': random_tariff(rng, receive_exponent, largest),
        'our_billed': [], 'intermediary': [], 'rate': rate_text, 'mid_rate': mid_text,
        'send_minor': send_exponent, 'receive_minor': receive_exponent,
    }
    for name in ('fee_tax_percent', 'transfer_tax_percent', 'receiver_fee_tax_percent'):
        spec[name] = rng.choice(['0', '0', '18', '3.5', '0.38'])
    for _ in range(rng.randint(0, 2)):
        currency = rng.choice([send, receive])
        spec['our_billed'].append({'agent': 'A', 'currency': currency, 'amount': text(rng.randint(0, largest // 50), CURRENCIES[currency])})
        currency = rng.choice([send, receive]) if spec['fx_at'] == 'receiver' else receive
        spec['intermediary'].append({'agent': 'B', 'currency': currency, 'amount': text(rng.randint(0, largest // 50), CURRENCIES[currency])})
    if is_reverse:
        spec['target'] = text(rng.randint(1, 6000), receive_exponent)
    else:
        spec['amount'] = text(rng.randint(1, largest), send_exponent)
    return spec


def run(specs):
    lines = ''.join(json.dumps(spec) + '\n' for spec in specs)
    done = subprocess.run([os.environ['CORRIDORCTL'], 'quote', '--batch', '-'], input=lines, text=True, capture_output=True, check=False)
    if done.returncode != 0:
        sys.exit(f'Bail out! corridorctl ended with {done.returncode}: {done.stderr}')
    return [json.loads(line) for line in done.stdout.splitlines()]


def compare(name, number, specs):
    expected = [answer(spec) for spec in specs]
    actual = run(specs)
    wrong = 0
    if len(actual) != len(expected):
        print(f'# {len(actual)} answers to {len(expected)} lines')
        wrong += 1
    for spec, want, got in zip(specs, expected, actual):
        if want is not None and want != got:
            wrong += 1
            if wrong <= 3:
                print('#', json.dumps(spec))
                print('#', {k: (want.get(k), got.get(k)) for k in {*want, *got} if want.get(k) != got.get(k)})
    answered = sum(1 for want in expected if want is not None and 'error' not in want)
    print(f'# {len(specs)} lines, {answered} quotes, {wrong} differences')
    print(f'{"ok" if wrong == 0 and answered * 3 > len(specs) else "not ok"} {number} {name}')
    return wrong


def malformed(number):
    good = random_spec(random.Random(1), False)
    lines = ['', '[]', 'nonsense', '{"a":', json.dumps(good | {'rate': 0.92}), json.dumps(good | {'send_currency': 'EURO'}),
             json.dumps(good | {'amount': '-1'}), json.dumps(good)]
    done = subprocess.run([os.environ['CORRIDORCTL'], 'quote', '--batch', '-'], input='\n'.join(lines) + '\n', text=True, capture_output=True, check=False)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    fine = done.returncode == 0 and len(answers) == len(lines) and 'error' not in answers[-1] and all(
        a['error'] == 'invalid_input' and len(a['message']) > 10 and a['line'] == n + 1 for n, a in enumerate(answers[:-1]))
    print(f'{"ok" if fine else "not ok"} {number} wrong lines are answered and the rest goes on')
    return not fine


def main():
    seed = int(os.environ.get('COR_QUOTE_SEED', random.randrange(2 ** 32)))
    rounds = int(os.environ.get('COR_QUOTE_ROUNDS', '2000'))
    rng = random.Random(seed)
    print(f'1..3\n# COR_QUOTE_SEED={seed}')
    wrong = compare('forward quotes agree', 1, [random_spec(rng, False) for _ in range(rounds)])
    wrong += compare('reverse quotes are the smallest', 2, [random_spec(rng, True) for _ in range(max(rounds // 1000, 10))])
    wrong += malformed(3)
    return 1 if wrong else 0


if __name__ == '__main__':
    sys.exit(main())
