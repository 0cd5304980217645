#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Corridor authors
"""Of three questions the second is answered, without a network and over a restart: the reply arrives once, and the desk
knows which message it answers.

test-answered-message.py CORRIDOR CORRIDORCTL CORRIDOR-SANDBOX; speaks TAP. Each step needs the ones before it."""

import pathlib
import re
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / 'build-aux'))
from corridor_drive import Sandbox, Window, add_account, check_log, do, run_ctl, run_steps, screenshot, wait_for  # noqa: E402

ACCOUNT = '/api/v1/accounts/1'
NAME = 'Henrietta Oduya'
QUESTIONS = ['Hello, which documents do you need from me?', 'And can I change the name of the beneficiary?', 'Thanks, I am waiting here.']
ASKED = QUESTIONS[1]
REPLY = 'Yes, as long as the bank has not credited it.'
REPLY_MORE = ' I have the form ready for you.'


class Desk:
    """A desk with a customer who asks three things on the web, in a conversation that is the agent's."""

    def __init__(self, folder, corridor, ctl, sandbox):
        self.folder = folder
        self.profile = folder / 'profile'
        self.ctl_program = ctl
        self.sandbox = Sandbox(sandbox, folder / 'desk').start()
        add_account(ctl, self.profile, self.sandbox)
        self.conversation = self.make_conversation()
        self.log = open(folder / 'corridor.log', 'w', encoding='utf-8')
        self.window = Window(corridor, self.profile, self.log)

    def make_conversation(self):
        call = self.sandbox.call
        agent = self.sandbox.ready['agents'][0]['id']
        inbox = next(inbox['id'] for inbox in call('GET', f'{ACCOUNT}/inboxes')['payload'] if inbox['channel_type'] == 'Channel::WebWidget')
        contact = call('POST', f'{ACCOUNT}/contacts', {'inbox_id': inbox, 'name': NAME, 'custom_attributes': {'language': 'en'}})['payload']['contact']
        conversation = call('POST', '/sandbox/inbound', {'contact_id': contact['id'], 'inbox_id': inbox, 'content': QUESTIONS[0]})['conversation_id']
        for question in QUESTIONS[1:]:
            call('POST', '/sandbox/inbound', {'conversation_id': conversation, 'content': question})
        call('POST', '/sandbox/act', {'conversation_id': conversation, 'agent_id': agent, 'assign': agent})
        return conversation

    def messages(self):
        return self.sandbox.call('GET', f'{ACCOUNT}/conversations/{self.conversation}/messages')['payload']

    def open_conversation(self):
        self.window.open_row(f'^{NAME}, ', 'her row in the list')
        self.says(QUESTIONS[2])

    def bubble(self, text):
        messages = self.window.find('list', '^Messages$')
        return next((row for row in messages.find_all('list item') if row.find('label', f'^{re.escape(text)}')), None) if messages else None

    def composer(self):
        return self.window.wait('text', '^Reply$', 'the composer')

    def says(self, text):
        return self.window.wait(None, re.compile(re.escape(text)), f'“{text}” in the window')

    def drop_button(self):
        return self.window.find('push button', '^Answer no particular message$')


def is_read(desk):
    """the conversation is read while there is a network"""
    desk.window.open()
    desk.open_conversation()


def is_answered_offline(desk):
    """without the desk, one of the three messages is chosen and a reply begun"""
    desk.window.kill()
    desk.sandbox.kill()
    desk.window.open()
    desk.open_conversation()
    desk.says('No connection')
    do(lambda: desk.bubble(ASKED), 'the bubble of the question', 'bubble.answer')
    wait_for(desk.drop_button, 'above the composer, what is being answered')
    desk.composer().type(REPLY)
    screenshot(desk.folder / 'answering.png')


def is_kept_over_restart(desk):
    """killed once the draft is counted, and opened again: the draft still answers that message"""
    desk.window.wait('list item', '^Drafts, 1', 'a draft counted')
    desk.window.kill()
    desk.window.open()
    desk.open_conversation()
    wait_for(lambda: desk.composer().text == REPLY, 'the draft')
    wait_for(desk.drop_button, 'what is being answered')


def is_queued(desk):
    """sent, it waits with what it answers, over a restart that nobody asked for"""
    desk.composer().type(REPLY_MORE)
    desk.window.send()
    assert desk.drop_button() is None
    desk.window.wait('list item', '^Outbox, 1', 'a reply counted in the outbox')
    screenshot(desk.folder / 'queued.png')
    desk.window.kill()
    desk.window.open()
    desk.window.wait('list item', '^Outbox, 1', 'the reply still counted in the outbox')


def arrives_once(desk):
    """with the desk back it is there, once, and answers that message and no other"""
    desk.sandbox.start()
    wait_for(lambda: desk.sandbox.journal(REPLY + REPLY_MORE), 'the reply in the journal')
    run_ctl(desk.ctl_program, desk.profile, 'outbox', 'wait', '--timeout', '60')
    messages = desk.messages()
    asked = next(message['id'] for message in messages if message['content'] == ASKED)
    outgoing = [message for message in messages if message['message_type'] in (1, 'outgoing')]
    assert [message['content'] for message in outgoing] == [REPLY + REPLY_MORE], outgoing
    assert outgoing[0]['content_attributes'].get('in_reply_to') == asked, outgoing[0]


def is_shown(desk):
    """in the window the bubble says above its words what it answers"""
    desk.open_conversation()
    wait_for(lambda: desk.bubble(REPLY + REPLY_MORE) and desk.bubble(REPLY + REPLY_MORE).find('label', f'{re.escape(ASKED)}$'), 'the answered line in the bubble')
    screenshot(desk.folder / 'answered.png')


def logs_nothing_bad(desk):
    """no critical message, and no token, in the log"""
    check_log(desk.folder, desk.log, desk.sandbox.ready['token'])


STEPS = [is_read, is_answered_offline, is_kept_over_restart, is_queued, arrives_once, is_shown, logs_nothing_bad]


sys.exit(run_steps(Desk, STEPS))
