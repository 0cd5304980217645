#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Corridor authors
"""Random quotes through corridorctl quote --batch against a second calculation in Python's decimal, written from the contract
(fees.md, sections 3 to 5) without a look at the first. A loss of digits would raise. Forward quotes are compared member by member; of a
reverse one the quote is compared, and that no smaller amount does: of a few by trying all, of the others by trying those just below,
those below each tier, and some anywhere. COR_QUOTE_ROUNDS sets how many forward ones (2000; a tenth as many reverse),
COR_QUOTE_SEED repeats a run. TAP."""

import collections
import decimal
import functools
import json
import os
import random
import subprocess
import sys
from decimal import Decimal

CURRENCIES = {'USD': 2, 'EUR': 2, 'GBP': 2, 'IDR': 2, 'JPY': 0, 'KRW': 0, 'KWD': 3, 'TND': 3, 'CLF': 4, 'UYW': 4}
ROUNDINGS = ['HALF_UP', 'HALF_UP', 'HALF_EVEN', 'UP', 'DOWN']
LIMIT = 2 ** 63 - 1
CHUNK = 5000
LEAST_TRIED = 40000

decimal.setcontext(decimal.Context(prec=600, Emax=10 ** 6, Emin=-10 ** 6, traps=[
    decimal.Inexact, decimal.Rounded, decimal.InvalidOperation, decimal.DivisionByZero, decimal.Overflow, decimal.Underflow]))


class TooSmall(Exception):
    pass


class TooLarge(Exception):
    pass


def ratio(above, below, places, mode='HALF_UP'):
    """above / below × 10^places as a whole number, rounded once; beyond 64 bits there is none."""
    above = above.scaleb(places)
    whole, rest = divmod(abs(above), abs(below))
    twice = rest + rest - abs(below)
    if rest and (mode == 'UP' or (mode != 'DOWN' and (twice > 0 or (twice == 0 and (mode == 'HALF_UP' or whole % 2 == 1))))):
        whole += 1
    if whole > LIMIT:
        raise TooLarge
    return int(whole) if (above < 0) == (below < 0) else -int(whole)


def fit(units):
    if abs(units) > LIMIT:
        raise TooLarge
    return units


def text(units, exponent):
    sign, digits = ('-' if units < 0 else ''), str(abs(units)).rjust(exponent + 1, '0')
    return sign + (digits if exponent == 0 else digits[:-exponent] + '.' + digits[-exponent:])


def significant(above, below, digits):
    """The quotient with so many digits from the first on that is not zero."""
    places = digits - 1 - (above.adjusted() - below.adjusted())
    while True:
        value = ratio(above, below, places)
        if len(str(value)) == digits:
            break
        places += digits - len(str(value))
    return text(value, places) if places >= 0 else text(fit(value * 10 ** -places), 0)


class Tariff:
    """One side's: its fee on an amount, exact; amounts in whole units of the currency."""

    def __init__(self, spec, discount='0'):
        self.fixed, self.percent = Decimal(spec['fixed']), Decimal(spec['percent'])
        self.least, self.most = (None if spec[n] is None else Decimal(spec[n]) for n in ('min', 'max'))
        self.is_slab = spec['tier_mode'] == 'slab'
        self.tiers = [(None if t['up_to'] is None else Decimal(t['up_to']), Decimal(t['fixed']), Decimal(t['percent'])) for t in spec['tiers']]
        self.kept = 1 - Decimal(discount) / 100

    def price(self, amount):
        if not self.tiers:
            return self.fixed + amount * self.percent / 100
        if self.is_slab:
            for top, fixed, percent in self.tiers:
                if top is None or amount <= top:
                    return fixed + amount * percent / 100
            raise TooLarge
        fee, floor = Decimal(0), Decimal(0)
        for top, fixed, percent in self.tiers:
            if amount > floor:
                part = amount if top is None else min(amount, top)
                fee += fixed + (part - floor) * percent / 100
                floor = part
        if amount > floor:
            raise TooLarge
        return fee

    def apply(self, amount):
        fee = self.price(amount)
        if self.least is not None:
            fee = max(fee, self.least)
        if self.most is not None:
            fee = min(fee, self.most)
        return fee * self.kept

    def tops(self):
        return [top for top, _, _ in self.tiers if top is not None]


Flow = collections.namedtuple('Flow', 'amount fee fee_tax transfer_tax billed debit principal converted chain_send chain_receive '
                                      'receiver_fee receiver_tax recipient')


class Oracle:
    """fees.md for one set of terms; amounts are minor units."""

    def __init__(self, spec):
        self.spec = spec
        self.mode = spec['rounding']
        self.send, self.receive = (CURRENCIES[spec[c]] for c in ('send_currency', 'receive_currency'))
        self.rate = Decimal(spec['rate'])
        self.mid = Decimal(spec['mid_rate']) if spec.get('mid_rate') else None
        self.sender_fee = Tariff(spec['sender_fee'], spec.get('discount_percent', '0'))
        self.receiver_fee = Tariff(spec['receiver_fee'])
        self.fee_percent, self.transfer_percent, self.receiver_percent = (
            Decimal(spec[name]) / 100 for name in ('fee_tax_percent', 'transfer_tax_percent', 'receiver_fee_tax_percent'))
        self.is_deducted = spec['fee_mode'] == 'deducted' or spec['charge_bearer'] == 'BEN'

    def in_send(self, value):
        return ratio(value, Decimal(1), self.send, self.mode)

    def in_receive(self, value):
        return ratio(value, Decimal(1), self.receive, self.mode)

    def of_send(self, units):
        return Decimal(units).scaleb(-self.send)

    def of_receive(self, units):
        return Decimal(units).scaleb(-self.receive)

    @functools.cached_property
    def billed(self):
        billed = 0
        for charge in self.spec['our_billed'] if self.spec['charge_bearer'] == 'OUR' else []:
            is_own = charge['currency'] == self.spec['send_currency']
            part = self.in_send(Decimal(charge['amount'])) if is_own else ratio(Decimal(charge['amount']), self.rate, self.send, self.mode)
            billed = fit(billed + part)
        return billed

    @functools.cached_property
    def chain(self):
        before = after = 0
        for charge in self.spec['intermediary']:
            if self.spec['fx_at'] == 'receiver' and charge['currency'] == self.spec['send_currency']:
                before = fit(before + self.in_send(Decimal(charge['amount'])))
            else:
                after = fit(after + self.in_receive(Decimal(charge['amount'])))
        return before, after

    def flow(self, amount):
        fee = self.in_send(self.sender_fee.apply(self.of_send(amount)))
        fee_tax = self.in_send(self.of_send(fee) * self.fee_percent)
        transfer_tax = self.in_send(self.of_send(amount) * self.transfer_percent)
        charges = fit(fit(fit(fee + fee_tax) + transfer_tax) + self.billed)
        debit, principal = (amount, amount - charges) if self.is_deducted else (fit(amount + charges), amount)
        chain_send, chain_receive = self.chain
        principal -= chain_send
        if principal <= 0:
            raise TooSmall
        converted = self.in_receive(self.of_send(principal) * self.rate)
        left = converted - chain_receive
        if left <= 0:
            raise TooSmall
        receiver_fee = self.in_receive(self.receiver_fee.apply(self.of_receive(left)))
        receiver_tax = self.in_receive(self.of_receive(receiver_fee) * self.receiver_percent)
        recipient = left - fit(receiver_fee + receiver_tax)
        if recipient <= 0:
            raise TooSmall
        return Flow(amount, fee, fee_tax, transfer_tax, self.billed, debit, principal, converted, chain_send, chain_receive, receiver_fee,
                    receiver_tax, recipient)

    def reaches(self, amount, target):
        try:
            return self.flow(amount).recipient >= target
        except (TooSmall, TooLarge):
            return False

    def members(self, flow):
        def s(units):
            return text(fit(units), self.send)

        def r(units):
            return text(fit(units), self.receive)

        answer = {
            'sender_fee': s(flow.fee), 'fee_tax': s(flow.fee_tax), 'transfer_tax': s(flow.transfer_tax),
            'third_party_billed_to_sender': s(flow.billed), 'total_debit': s(flow.debit), 'amount_converted': s(flow.principal),
            'converted_amount': r(flow.converted), 'intermediary_total_receive': r(flow.chain_receive),
            'intermediary_total_send': s(flow.chain_send), 'receiver_fee': r(flow.receiver_fee), 'receiver_fee_tax': r(flow.receiver_tax),
            'recipient_amount': r(flow.recipient),
            'effective_rate': significant(self.of_receive(flow.recipient), self.of_send(flow.debit), 8),
        }
        if self.mid is None:
            return answer
        mid, debit, principal = self.mid, self.of_send(flow.debit), self.of_send(flow.principal)
        at_mid = self.in_receive(principal * mid)
        # over the mid, so that nothing is divided before it is rounded
        margin = principal * mid - self.of_receive(flow.converted)
        total = debit * mid - self.of_receive(flow.recipient)
        seen = (self.of_send(flow.fee) + self.of_send(flow.fee_tax)) * mid + margin
        parts = {'sender_fee': flow.fee, 'fee_tax': flow.fee_tax, 'transfer_tax': flow.transfer_tax,
                 'third_party_billed_to_sender': flow.billed, 'fx_margin': ratio(margin, mid, self.send, self.mode),
                 'intermediary': ratio(self.of_send(flow.chain_send) * mid + self.of_receive(flow.chain_receive), mid, self.send, self.mode),
                 'receiver_fee': ratio(self.of_receive(flow.receiver_fee) + self.of_receive(flow.receiver_tax), mid, self.send, self.mode)}
        total_units = ratio(total, mid, self.send, self.mode)
        parts['rounding_residual'] = total_units - sum(parts.values())
        answer |= {
            'mid_converted_amount': r(at_mid), 'fx_margin_receive': r(at_mid - flow.converted),
            'fx_margin_bps': text(ratio((mid - self.rate) * 10000, mid, 2), 2),
            'fx_markup_percent': text(ratio((mid - self.rate) * 100, self.rate, 4), 4),
            'total_cost_send': s(total_units), 'total_cost_percent_of_debit': text(ratio(total * 100, debit * mid, 4), 4),
            'rpw_style_percent': text(ratio(seen * 100, self.of_send(flow.amount) * mid, 4), 4),
            'cost_breakdown_send': {name: s(units) for name, units in parts.items()},
        }
        return answer

    def forward(self, amount):
        try:
            return self.members(self.flow(amount))
        except TooSmall:
            return {'error': 'amount_too_small'}
        except TooLarge:
            return {'error': 'amount_too_large'}

    def reverse(self, amount, target):
        answer = self.forward(amount)
        if 'error' in answer:
            return answer
        recipient = self.flow(amount).recipient
        return answer | {'amount': text(amount, self.send), 'overshoot': text(recipient - target, self.receive)}


def units(value, exponent):
    return int(Decimal(value).scaleb(exponent))


def check_forward(spec, got):
    oracle = Oracle(spec)
    return oracle.forward(units(spec['amount'], oracle.send))


def places_below(rng, oracle, amount):
    """Where a smaller amount that does as well would hide: just below, below a tier, and anywhere."""
    tops = [units(top, oracle.send) for top in oracle.sender_fee.tops()]
    for top in oracle.receiver_fee.tops():
        # about what becomes of it; the charges before it move it up, so a share more is tried, too
        about = int(top.scaleb(oracle.send) // oracle.rate)
        tops += [about, about + about // 50]
    yield from range(amount - 1, amount - 20, -1)
    for top in tops:
        yield from range(top, top - 5, -1)
    for _ in range(10):
        yield int(10 ** rng.uniform(0, len(str(amount))))


def descend(oracle, amount, target):
    """From an amount that does to where none below does: the smallest may be one whose percentages cannot be counted."""
    below = 0
    while amount - below > 1:
        middle = (amount + below) // 2
        if oracle.reaches(middle, target):
            amount = middle
        else:
            below = middle
    return amount


def check_reverse(spec, got, rng=random.Random(7)):
    """What is wrong with it comes back as what was expected instead."""
    oracle = Oracle(spec)
    target = units(spec['target'], oracle.receive)
    found = units(got['amount'], oracle.send) if 'amount' in got else LIMIT
    smaller = next((a for a in places_below(rng, oracle, found) if 0 < a < found and oracle.reaches(a, target)), None)
    if smaller is not None:
        return oracle.reverse(smaller if 'amount' in got else descend(oracle, smaller, target), target)
    return oracle.reverse(found, target) if 'amount' in got else {'error': 'amount_too_large'}


def check_reverse_all(spec, got):
    oracle = Oracle(spec)
    target = units(spec['target'], oracle.receive)
    amount = next((a for a in range(1, LEAST_TRIED) if oracle.reaches(a, target)), None)
    return oracle.reverse(amount, target) if amount is not None else got


def random_tariff(rng, exponent, largest):
    def amount(most):
        return text(rng.randint(0, most), exponent)

    kind = rng.random()
    spec = {'fixed': '0', 'percent': '0', 'min': None, 'max': None, 'tiers': [], 'tier_mode': 'slab'}
    if kind < 0.2:
        return spec
    if kind < 0.6:
        spec['fixed'], spec['percent'] = amount(largest // 50), text(rng.randint(0, 3000), 3)
    else:
        spec['tier_mode'] = rng.choice(['slab', 'marginal'])
        bounds = sorted({rng.randint(1, largest) for _ in range(rng.randint(1, 3))})
        if rng.random() < 0.95:
            bounds.append(None)
        spec['tiers'] = [{'up_to': None if b is None else text(b, exponent), 'percent': text(rng.randint(0, 300), 2),
                          'fixed': amount(largest // 50) if spec['tier_mode'] == 'slab' or rng.random() < 0.2 else '0'} for b in bounds]
    least = rng.randint(0, largest // 50)
    if rng.random() < 0.4:
        spec['min'] = text(least, exponent)
    if rng.random() < 0.4:
        spec['max'] = text(least + rng.randint(0, largest // 20), exponent)
    return spec


def random_rates(rng, is_extreme, is_small, send, receive):
    if send == receive:
        return '1', '1'
    if is_extreme:
        return tuple(text(rng.randint(1, 10 ** rng.randint(1, 18) - 1), rng.randint(0, 18)) for _ in range(2))
    # one minor unit becomes about one: results stay within 64 bits, and those of all amounts that are tried within reach
    per_unit = rng.randint(30000, 400000) if is_small else rng.randint(1000, 10000000)
    rate = ratio(Decimal(per_unit).scaleb(-5 + CURRENCIES[send] - CURRENCIES[receive]), Decimal(1), 10)
    return text(rate, 10), text(max(ratio(Decimal(rate) * rng.randint(9900, 10300), Decimal(1000), 0), 1), 11)


def random_spec(rng, is_reverse, is_small=False):
    """@is_small: the amount that is looked for is among those that can all be tried"""
    send, receive = rng.choice(list(CURRENCIES)), rng.choice(list(CURRENCIES))
    is_extreme = not is_small and rng.random() < 0.1
    largest = 20000 if is_small else 10 ** 18 - 1 if is_extreme else 10 ** rng.randint(3, 15)
    rate, mid = random_rates(rng, is_extreme, is_small, send, receive)
    spec = {
        'direction': 'reverse' if is_reverse else 'forward', 'send_currency': send, 'receive_currency': receive,
        'fee_mode': rng.choice(['on_top', 'deducted']), 'charge_bearer': rng.choice(['OUR', 'SHA', 'BEN']),
        'rounding': rng.choice(ROUNDINGS), 'fx_at': rng.choice(['sender', 'receiver']),
        'sender_fee': random_tariff(rng, CURRENCIES[send], largest), 'receiver_fee': random_tariff(rng, CURRENCIES[receive], largest),
        'our_billed': [], 'intermediary': [], 'rate': rate, 'mid_rate': mid if rng.random() < 0.9 else None,
        'send_minor': CURRENCIES[send], 'receive_minor': CURRENCIES[receive],
    }
    for name in ('fee_tax_percent', 'transfer_tax_percent', 'receiver_fee_tax_percent'):
        spec[name] = rng.choice(['0', '0', '18', '3.5', '0.38', '100'] if is_extreme else ['0', '0', '18', '3.5', '0.38'])
    if rng.random() < 0.3:
        spec['discount_percent'] = rng.choice(['10', '33.3', '50', '100', text(rng.randint(0, 10000), 2)])
    for _ in range(rng.randint(0, 2)):
        currency = rng.choice([send, receive])
        spec['our_billed'].append({'agent': 'A', 'currency': currency, 'amount': text(rng.randint(0, largest // 50), CURRENCIES[currency])})
        currency = rng.choice([send, receive]) if spec['fx_at'] == 'receiver' else receive
        spec['intermediary'].append({'agent': 'B', 'currency': currency, 'amount': text(rng.randint(0, largest // 50), CURRENCIES[currency])})
    if is_reverse:
        spec['target'] = text(rng.randint(1, 6000 if is_small else largest), CURRENCIES[receive])
    else:
        spec['amount'] = text(rng.randint(1, largest), CURRENCIES[send])
    spec['_extreme'] = is_extreme
    return spec


def kinds(spec, got):
    """What a line was about, to be counted."""
    yield from (spec['charge_bearer'], spec['fee_mode'], spec['rounding'], 'fx at ' + spec['fx_at'])
    yield f"{CURRENCIES[spec['send_currency']]} to {CURRENCIES[spec['receive_currency']]} decimals"
    for side in ('sender_fee', 'receiver_fee'):
        tariff = spec[side]
        yield side + (' ' + tariff['tier_mode'] if tariff['tiers'] else ' plain' if tariff['fixed'] != '0' else ' none')
        yield from (side + ' ' + bound for bound in ('min', 'max') if tariff[bound] is not None)
    yield from (name for name in ('our_billed', 'intermediary', 'discount_percent') if spec.get(name))
    yield from (name for name in ('fee_tax_percent', 'transfer_tax_percent', 'receiver_fee_tax_percent') if spec[name] != '0')
    if spec['_extreme']:
        yield 'extreme'
    if spec['mid_rate'] is None:
        yield 'no mid'
    if spec['send_currency'] == spec['receive_currency']:
        yield 'one currency'
    yield 'error ' + got['error'] if 'error' in got else 'quoted'


def ask(lines):
    done = subprocess.run([os.environ['CORRIDORCTL'], 'quote', '--batch', '-'], input=lines, text=True, capture_output=True, check=False)
    if done.returncode != 0:
        sys.exit(f'Bail out! corridorctl ended with {done.returncode}: {done.stderr}')
    return [json.loads(line) for line in done.stdout.splitlines()]


def compare(name, number, rounds, make, check, least_quoted):
    counts = collections.Counter()
    wrong = 0
    for begin in range(0, rounds, CHUNK):
        specs = [make() for _ in range(min(CHUNK, rounds - begin))]
        answers = ask(''.join(json.dumps(spec) + '\n' for spec in specs))
        if len(answers) != len(specs):
            print(f'# {len(answers)} answers to {len(specs)} lines')
            wrong += 1
        for spec, got in zip(specs, answers):
            want = check(spec, got)
            counts.update(kinds(spec, got))
            if want != got:
                wrong += 1
                if wrong <= 3:
                    print('#', json.dumps(spec))
                    print('#', {k: (want.get(k), got.get(k)) for k in {*want, *got} if want.get(k) != got.get(k)})
    print(f'# {rounds} lines, {wrong} differences')
    print('# ' + ', '.join(f'{kind}: {n}' for kind, n in sorted(counts.items())))
    print(f'{"ok" if wrong == 0 and counts["quoted"] >= least_quoted * rounds else "not ok"} {number} {name}', flush=True)
    return wrong


def malformed(number):
    good = random_spec(random.Random(1), False)
    lines = ['', '[]', 'nonsense', '{"a":', json.dumps(good | {'rate': 0.92}), json.dumps(good | {'send_currency': 'EURO'}),
             json.dumps(good | {'amount': '-1'}), json.dumps(good | {'discount_percent': '101'}), json.dumps(good)]
    answers = ask('\n'.join(lines) + '\n')
    fine = len(answers) == len(lines) and 'error' not in answers[-1] and all(
        a['error'] == 'invalid_input' and len(a['message']) > 10 and a['line'] == n + 1 for n, a in enumerate(answers[:-1]))
    print(f'{"ok" if fine else "not ok"} {number} wrong lines are answered and the rest goes on')
    return not fine


def main():
    seed = int(os.environ.get('COR_QUOTE_SEED', random.randrange(2 ** 32)))
    rounds = int(os.environ.get('COR_QUOTE_ROUNDS', '2000'))
    rng = random.Random(seed)
    print(f'1..4\n# COR_QUOTE_SEED={seed}')
    wrong = compare('forward quotes agree', 1, rounds, lambda: random_spec(rng, False), check_forward, 0.5)
    wrong += compare('reverse quotes agree, and nothing smaller does', 2, max(rounds // 10, 200), lambda: random_spec(rng, True), check_reverse, 0.3)
    wrong += compare('reverse quotes are the smallest of all', 3, max(rounds // 2000, 10), lambda: random_spec(rng, True, True), check_reverse_all, 0.5)
    wrong += malformed(4)
    return 1 if wrong else 0


if __name__ == '__main__':
    sys.exit(main())
