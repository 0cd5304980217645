#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Corridor authors
"""Without a network a template is filled in from the customer's payment, a card number is stopped and mended, and the
reply arrives once the desk is back, once, in German as Germans write money.

test-template-reply.py CORRIDOR CORRIDORCTL CORRIDOR-SANDBOX; speaks TAP. Each step needs the ones before it."""

import os
import pathlib
import re
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / 'build-aux'))
from corridor_drive import CONTROL, RETURN, Sandbox, Window, add_account, check_log, do, press_keys, press_with, run_ctl, run_steps, screenshot, wait_for  # noqa: E402

ACCOUNT = '/api/v1/accounts/1'
NAME = 'Katharina Brandstetter'
QUESTION = 'Guten Tag, bei meinem Empfänger ist weniger angekommen, als ich überwiesen habe. Können Sie das bitte prüfen?'
PAYMENT = 'CP-90017'  # of the sandbox's scenes: of 1,000 USD 905 EUR were credited, whatever the hour
TEMPLATE = 'Less arrived than was sent'
SHORTCUT = 'less'
SENT, CREDITED = '1.000,00\N{NO-BREAK SPACE}$', '905,00\N{NO-BREAK SPACE}€'
SIGNATURE = 'Sofia Brandt\nKundendienst'
CARD = '4111 1111 1111 1111'


class Desk:
    """A desk with a customer who writes German, and a conversation about her payment, linked and verified."""

    def __init__(self, folder, corridor, ctl, sandbox):
        self.folder = folder
        self.profile = folder / 'profile'
        self.ctl_program = ctl
        self.sandbox = Sandbox(sandbox, folder / 'desk').start()
        self.sandbox.call('PUT', '/api/v1/profile', {'profile': {'message_signature': SIGNATURE}})
        add_account(ctl, self.profile, self.sandbox)
        for service in ('ledger', 'gpi'):
            os.environ[f'CORRIDOR_{service.upper()}_TOKEN'] = self.sandbox.ready['token']
            run_ctl(ctl, self.profile, 'payment', 'service', service, '--url', self.sandbox.ready['url'], '--ca', self.sandbox.ready['ca'])
        self.conversation = self.make_conversation()
        self.log = open(folder / 'corridor.log', 'w', encoding='utf-8')
        self.window = Window(corridor, self.profile, self.log)
        self.sent = None

    def make_conversation(self):
        call = self.sandbox.call
        agent = self.sandbox.ready['agents'][0]['id']
        inbox = next(inbox['id'] for inbox in call('GET', f'{ACCOUNT}/inboxes')['payload'] if inbox['channel_type'] == 'Channel::Email')
        contact = call('POST', f'{ACCOUNT}/contacts', {'inbox_id': inbox, 'name': NAME, 'email': 'katharina@brandstetter.example',
                                                       'custom_attributes': {'language': 'de'}})['payload']['contact']
        conversation = call('POST', '/sandbox/inbound', {'contact_id': contact['id'], 'inbox_id': inbox, 'content': QUESTION})['conversation_id']
        call('POST', '/sandbox/act', {'conversation_id': conversation, 'agent_id': agent, 'assign': agent})
        call('POST', f'{ACCOUNT}/conversations/{conversation}/custom_attributes', {'custom_attributes': {
            'payment_reference': PAYMENT, 'payment_refs': [{'reference': PAYMENT, 'role': 'payer'}],
            'verification': {'verified_at': '2026-01-05T09:00:00Z', 'method': 'call_back'}}})
        return conversation

    def open_conversation(self):
        self.window.open_row(f'^{NAME}, ', 'her row in the list')
        wait_for(lambda: len(self.window.find_all('label', f'^{NAME}$')) > 1, 'her conversation')

    def open_payment(self):
        self.window.press('page tab', '^Payment', 'the tab of the payment')
        self.says(PAYMENT)
        self.window.wait(None, re.compile('^Credited'), 'the state of the payment')
        self.window.wait(None, re.compile('905.00'), 'what arrived')

    def composer(self):
        return self.window.wait('text', '^Reply$', 'the composer')

    def says(self, text, role=None):
        return self.window.wait(role, re.compile(re.escape(text)), f'“{text}” in the window')


def is_read(desk):
    """the conversation and its payment are read while there is a network"""
    desk.window.open()
    desk.open_conversation()
    desk.open_payment()


def is_opened_offline(desk):
    """killed, and opened again without the desk, the window has both"""
    desk.window.kill()
    desk.sandbox.kill()
    desk.window.open()
    desk.open_conversation()
    desk.says('No connection')
    wait_for(lambda: desk.composer().text == '', 'an empty composer')
    desk.open_payment()


def is_picked(desk):
    """a slash opens the picker; a shortcut and Enter choose, and the payment fills the gaps"""
    press_with(CONTROL, 'r')
    wait_for(lambda: desk.composer().focused, 'the caret in the composer')
    press_keys('/')
    picker = desk.window.wait('list', '^Templates$', 'the picker')
    wait_for(lambda: picker.find('list item'), 'templates in the picker')
    press_keys(*SHORTCUT)
    wait_for(lambda: [row.name for row in picker.find_all('label', f'^{TEMPLATE}$')], 'the template that was typed')
    wait_for(lambda: desk.window.find(None, re.compile(f'{PAYMENT}.*Gutschrift', re.S)), 'its words, filled in')
    screenshot(desk.folder / 'picker.png')
    press_keys(RETURN)
    text = wait_for(lambda: desk.composer().text if len(desk.composer().text) > 2 else None, 'the text in the composer')
    assert text.startswith(f'Guten Tag {NAME},\nbei Ihrer Zahlung {PAYMENT} wurden {SENT} gesendet'), text
    assert f'Gutschrift von {CREDITED} bestätigt' in text and '{' not in text, text


def is_stopped(desk):
    """a full card number stops it, and its button mends it"""
    composer = desk.composer()
    composer.type(f'\nIhre Karte {CARD} wurde belastet.')
    fix = desk.window.wait('push button', '^Write •••• 1111', 'a button that mends the card number')
    desk.says('A full card number must not be sent.')
    assert not any(button.enabled for button in desk.window.find_all('push button', '^Send$'))
    screenshot(desk.folder / 'stopped.png')
    fix.click()
    wait_for(lambda: 'Ihre Karte •••• 1111 wurde' in composer.text and CARD not in composer.text, 'the card number masked')


def is_queued(desk):
    """sent, with the signature that the desk has, it waits in the outbox"""
    desk.says(SIGNATURE, 'label')
    desk.sent = f'{desk.composer().text}\n\n--\n\n{SIGNATURE}'
    desk.window.send()
    do(lambda: desk.window.find('list item', '^Outbox, 1'), 'a reply counted in the outbox', 'row.activate')
    desk.window.wait(None, re.compile(re.escape(desk.sent[:40])), 'its words in the outbox')
    screenshot(desk.folder / 'outbox.png')


def arrives_once(desk):
    """with the desk back it is there, once, word for word"""
    desk.sandbox.start()
    wait_for(lambda: desk.sandbox.journal(desk.sent), 'the reply in the journal')
    run_ctl(desk.ctl_program, desk.profile, 'outbox', 'wait', '--timeout', '60')
    there = [entry for entry in desk.sandbox.journal() if entry.get('conversation_id') == desk.conversation and entry.get('method') == 'POST' and
             entry.get('path', '').endswith('/messages')]
    assert [entry['content'] for entry in there] == [desk.sent], there
    messages = desk.sandbox.call('GET', f'{ACCOUNT}/conversations/{desk.conversation}/messages')['payload']
    outgoing = [message['content'] for message in messages if message['message_type'] in (1, 'outgoing')]
    assert outgoing == [desk.sent], outgoing
    assert SENT in outgoing[0] and CREDITED in outgoing[0] and CARD not in outgoing[0]


def logs_nothing_bad(desk):
    """no critical message, and no token, in the log"""
    check_log(desk.folder, desk.log, desk.sandbox.ready['token'])


STEPS = [is_read, is_opened_offline, is_picked, is_stopped, is_queued, arrives_once, logs_nothing_bad]


sys.exit(run_steps(Desk, STEPS))
