#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Corridor authors
"""Two payments are watched. One is credited: the desktop says so, and the update for the customer is a draft one press away;
nothing goes out by itself. The other one goes to compliance: that is said, and nothing is offered.

test-watched-payment.py CORRIDOR CORRIDORCTL CORRIDOR-SANDBOX; speaks TAP. Each step needs the ones before it."""

import os
import pathlib
import re
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / 'build-aux'))
from corridor_drive import RETURN, Sandbox, Window, add_account, check_log, press_keys, run_ctl, run_steps, screenshot, wait_for  # noqa: E402
from gi.repository import Gio, GLib  # noqa: E402

ACCOUNT = '/api/v1/accounts/1'
GOOD, BAD = 'Katharina Brandstetter', 'Konrad Lindqvist'
PAYMENTS = {GOOD: 'CP-90007', BAD: 'CP-90014'}  # of the sandbox's scenes: on its way, and with the recipient's bank
QUESTION = 'When will the money arrive?'
OFFER = 'Insert an update for the customer'
LOOK = 100  # the ledger's changes are looked at every minute

NOTIFICATIONS = Gio.DBusNodeInfo.new_for_xml('''<node><interface name="org.freedesktop.Notifications">
<method name="Notify"><arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/>
<arg type="s" direction="in"/><arg type="as" direction="in"/><arg type="a{sv}" direction="in"/><arg type="i" direction="in"/><arg type="u" direction="out"/></method>
<method name="CloseNotification"><arg type="u" direction="in"/></method>
<method name="GetCapabilities"><arg type="as" direction="out"/></method>
</interface></node>''')


class Desktop:
    """What a desktop would show: title and text of each notification."""

    def __init__(self):
        self.shown = []
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        self.bus.register_object('/org/freedesktop/Notifications', NOTIFICATIONS.interfaces[0], self.answer, None, None)
        Gio.bus_own_name_on_connection(self.bus, 'org.freedesktop.Notifications', Gio.BusNameOwnerFlags.NONE, None, None)

    def answer(self, _bus, _sender, _path, _interface, method, arguments, invocation):
        if method == 'Notify':
            self.shown.append(arguments.unpack()[3:5])
            invocation.return_value(GLib.Variant('(u)', (len(self.shown),)))
        else:
            invocation.return_value(GLib.Variant('(as)', ([],)) if method == 'GetCapabilities' else None)

    def texts(self, payment):
        return [text for title, text in self.shown if title == f'Payment {payment}']


class Desk:
    """A desk with two customers, each verified, and with a payment that is theirs."""

    def __init__(self, folder, corridor, ctl, sandbox):
        self.folder = folder
        self.profile = folder / 'profile'
        self.ctl = ctl
        self.desktop = Desktop()
        self.sandbox = Sandbox(sandbox, folder / 'desk', ['--moving=0']).start()
        add_account(ctl, self.profile, self.sandbox)
        for service in ('ledger', 'gpi'):
            os.environ[f'CORRIDOR_{service.upper()}_TOKEN'] = self.sandbox.ready['token']
            run_ctl(ctl, self.profile, 'payment', 'service', service, '--url', self.sandbox.ready['url'], '--ca', self.sandbox.ready['ca'])
        for name, payment in PAYMENTS.items():
            self.make_conversation(name, payment)
        self.log = open(folder / 'corridor.log', 'w', encoding='utf-8')
        self.window = Window(corridor, self.profile, self.log)

    def make_conversation(self, name, payment):
        call = self.sandbox.call
        agent = self.sandbox.ready['agents'][0]['id']
        inbox = next(inbox['id'] for inbox in call('GET', f'{ACCOUNT}/inboxes')['payload'] if inbox['channel_type'] == 'Channel::Email')
        contact = call('POST', f'{ACCOUNT}/contacts', {'inbox_id': inbox, 'name': name, 'email': f'{name.split()[0].lower()}@customer.example',
                                                       'custom_attributes': {'language': 'en'}})['payload']['contact']
        conversation = call('POST', '/sandbox/inbound', {'contact_id': contact['id'], 'inbox_id': inbox, 'content': QUESTION})['conversation_id']
        call('POST', '/sandbox/act', {'conversation_id': conversation, 'agent_id': agent, 'assign': agent})
        call('POST', f'{ACCOUNT}/conversations/{conversation}/custom_attributes', {'custom_attributes': {
            'payment_refs': [{'reference': payment, 'role': 'payer'}],
            'verification': {'verified_at': '2026-01-05T09:00:00Z', 'method': 'call_back'}}})

    def open_conversation(self, name):
        self.window.open_row(f'^{name}, ', f'{name} in the list')
        self.window.wait('label', f'^Write to {name}', f'the conversation of {name}')
        self.window.press('page tab', '^Payment', 'the tab of the payment')
        self.window.wait('label', f'^{PAYMENTS[name]}$')

    @staticmethod
    def is_another_row(node):
        """Whether it is a row of one of the made-up customers, whose payments stand as they do at this hour."""
        return node.role == 'list item' and not node.name.startswith(tuple(PAYMENTS))

    def watched(self):
        return run_ctl(self.ctl, self.profile, 'payment', 'watched')

    def replies(self):
        return [entry for entry in self.sandbox.journal() if entry.get('method') == 'POST' and entry.get('path', '').endswith('/messages')]

    def composer(self):
        return self.window.wait('text', '^Reply$', 'the composer')


def is_watched(desk):
    """both payments are looked up, and watched"""
    desk.window.open()
    for name in PAYMENTS:
        desk.open_conversation(name)
        desk.window.wait('label', re.compile('^Checked'), 'when it was looked up')
        desk.window.press('push button', '^Watch this payment')
        wait_for(lambda: PAYMENTS[name] in desk.watched(), f'{PAYMENTS[name]} among the watched')
    assert not desk.window.find('push button', f'^{OFFER}')


def is_told(desk):
    """they change, and the desktop says of both how they stand now, with no customer's name"""
    for name, scene in ((GOOD, 'credited'), (BAD, 'held')):
        desk.sandbox.call('POST', f'/sandbox/payments/{PAYMENTS[name]}', {'scene': scene})
    wait_for(lambda: desk.desktop.texts(PAYMENTS[GOOD]) and desk.desktop.texts(PAYMENTS[BAD]), 'both changes on the desktop', LOOK)
    screenshot(desk.folder / 'told.png')
    assert desk.desktop.texts(PAYMENTS[GOOD]) == ['Credited (was: In transit)'], desk.desktop.shown
    assert desk.desktop.texts(PAYMENTS[BAD]) == ['With compliance'], desk.desktop.shown
    assert not any(name in part for shown in desk.desktop.shown for part in shown for name in PAYMENTS), desk.desktop.shown


def offers_nothing_of_a_hold(desk):
    """with compliance there is that, and no update to insert"""
    desk.open_conversation(BAD)
    desk.window.wait('label', '^With compliance$')
    desk.window.wait('list item', f'^{BAD}, .*, With compliance, ', 'the row that says it as well')
    assert not desk.window.find('push button', f'^{OFFER}')
    causes = [node.name for node in desk.window.find_all(None, 'Expected|recipient’s bank') if not desk.is_another_row(node)]
    assert not causes, causes
    screenshot(desk.folder / 'held.png')


def offers_an_update(desk):
    """of the credited one the update becomes a draft, filled in, and nothing is sent"""
    desk.open_conversation(GOOD)
    desk.window.press('push button', f'^{OFFER}')
    picker = desk.window.wait('list', '^Templates$', 'the picker')
    wait_for(lambda: picker.find('list item'), 'the update in the picker')
    screenshot(desk.folder / 'offered.png')
    press_keys(RETURN)
    text = wait_for(lambda: desk.composer().text if PAYMENTS[GOOD] in desk.composer().text else None, 'the update in the composer')
    assert text.startswith(f'Hello {GOOD},') and '{' not in text, text
    screenshot(desk.folder / 'draft.png')
    assert desk.replies() == [], desk.replies()


def logs_nothing_bad(desk):
    """no critical message, and no token, in the log"""
    check_log(desk.folder, desk.log, desk.sandbox.ready['token'])


STEPS = [is_watched, is_told, offers_nothing_of_a_hold, offers_an_update, logs_nothing_bad]


sys.exit(run_steps(Desk, STEPS))
