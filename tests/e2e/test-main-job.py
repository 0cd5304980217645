#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Corridor authors
"""The real window, from the first conversation to a reply that arrives once, through a cut network and a crash.

test-main-job.py CORRIDOR CORRIDORCTL CORRIDOR-SANDBOX; speaks TAP. Each step needs the ones before it."""

import contextlib
import pathlib
import re
import sqlite3
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / 'build-aux'))
from corridor_drive import Failure, Sandbox, Window, add_account, check_log, do, run_ctl, run_steps, screenshot, wait_for  # noqa: E402

REPLY = 'Thank you, we are looking into it and will write to you again.'
DRAFT = 'Your question is with our payments team; they are on it.'


class Job:
    """What the steps share: the desk, the window, and two conversations of the agent."""

    def __init__(self, folder, corridor, ctl, sandbox):
        self.folder = folder
        self.profile = folder / 'profile'
        self.ctl_program = ctl
        # not below the profile: the window would take it for its own sandbox, and start it
        self.sandbox = Sandbox(sandbox, folder / 'desk').start()
        add_account(ctl, self.profile, self.sandbox)
        self.log = open(folder / 'corridor.log', 'w', encoding='utf-8')
        self.window = Window(corridor, self.profile, self.log)
        self.chat, self.mail = self.choose_conversation('Channel::WebWidget'), self.choose_conversation('Channel::Email')

    def choose_conversation(self, channel):
        """An open conversation of a channel that always takes a reply; made the agent's own."""
        for page in range(1, 20):
            answer = self.sandbox.call('GET', f'/api/v1/accounts/1/conversations?assignee_type=all&status=open&page={page}')
            threads = answer['data']['payload']
            if not threads:
                break
            for thread in threads:
                if thread['meta']['channel'] == channel and thread.get('can_reply'):
                    agent = self.sandbox.ready['agents'][0]['id']
                    self.sandbox.call('POST', '/sandbox/act', {'conversation_id': thread['id'], 'agent_id': agent, 'assign': agent})
                    return thread['id'], thread['meta']['sender']['name']
        raise Failure(f'the workspace has no open conversation in {channel}')

    def customer_writes(self, conversation, text):
        self.sandbox.call('POST', '/sandbox/inbound', {'conversation_id': conversation[0], 'content': text})

    def row(self, conversation):
        """The row of a conversation in the list; rows begin with the customer's name."""
        return wait_for(lambda: self.window.row(f'^{re.escape(conversation[1])}, '), f'a row of {conversation[1]}')

    def open(self, conversation, beside=''):
        """Opens the conversation once its row has these words as well."""
        pattern = re.compile(f'^{re.escape(conversation[1])}, .*{beside}', re.S)
        self.window.open_row(pattern, f'a row of {conversation[1]} with “{beside}”')

    def opened(self, conversation):
        """Waits until the header has the customer's name, as the row has."""
        wait_for(lambda: len(self.window.find_all('label', f'^{re.escape(conversation[1])}$')) > 1, f'the conversation with {conversation[1]}')

    def composer(self):
        return self.window.wait('text', '^Reply$', 'the composer')

    def says(self, text, role=None):
        return self.window.wait(role, re.compile(re.escape(text)), f'“{text}” in the window')

    def send(self):
        self.window.send()

    def draft_on_disk(self):
        with contextlib.closing(sqlite3.connect(f'file:{self.profile}/corridor.db?mode=ro', uri=True)) as db:
            return any(DRAFT in str(value) for row in db.execute('SELECT * FROM draft') for value in row)


def reads(job):
    """the window shows what the customer wrote a moment ago"""
    job.window.open()
    job.row(job.chat)
    job.customer_writes(job.chat, 'Is anybody there? My transfer has not arrived.')
    job.open(job.chat, 'Is anybody there')
    job.composer()
    job.says('Is anybody there? My transfer has not arrived.', 'list item')


def stops(job):
    """a card number stops the reply, and its button mends it"""
    composer = job.composer()
    composer.type('Card 4111 1111 1111 1111 was charged.')
    fix = job.window.wait('push button', '^Write •••• 1111', 'a button that mends the card number')
    job.says('A full card number must not be sent.')
    assert not any(button.enabled for button in job.window.find_all('push button', '^Send$'))
    fix.click()
    wait_for(lambda: composer.text == 'Card •••• 1111 was charged.', 'the card number masked')
    wait_for(lambda: any(button.enabled for button in job.window.find_all('push button', '^Send$')), 'a button that sends')
    composer.clear()


def replies(job):
    """a reply reaches the desk once"""
    composer = job.composer()
    composer.type(REPLY)
    job.send()
    wait_for(lambda: job.sandbox.journal(REPLY), 'the reply in the journal')
    wait_for(lambda: job.composer().text == '', 'an empty composer')
    assert len(job.sandbox.journal(REPLY)) == 1


def goes_offline(job):
    """without the desk the window says so, and goes on"""
    job.row(job.mail)
    job.sandbox.kill()
    job.says('No connection')
    job.open(job.mail)


def drafts(job):
    """a draft is on disk within two seconds"""
    job.opened(job.mail)
    wait_for(lambda: job.composer().text == '', 'an empty composer')
    job.composer().type(DRAFT)
    wait_for(job.draft_on_disk, 'the draft on disk', 2)


def survives_kill(job):
    """killed and opened again without a network, the window has the draft"""
    job.window.kill()
    job.window.open()
    job.open(job.mail)
    job.opened(job.mail)
    wait_for(lambda: job.composer().text == DRAFT, 'the draft in the composer')


def queues(job):
    """sent offline, it waits, and the outbox shows it"""
    job.send()
    wait_for(lambda: job.composer().text == '', 'an empty composer')
    do(lambda: job.window.find('list item', '^Outbox, [1-9]'), 'a reply counted in the outbox', 'row.activate')
    job.says(DRAFT)
    screenshot(job.folder / 'outbox.png')


def arrives_once(job):
    """with the desk back, it arrives, once"""
    job.sandbox.start()
    wait_for(lambda: job.sandbox.journal(DRAFT), 'the reply in the journal')
    run_ctl(job.ctl_program, job.profile, 'outbox', 'wait', '--timeout', '60')
    assert len(job.sandbox.journal(DRAFT)) == 1
    assert len(job.sandbox.journal(REPLY)) == 1


def logs_nothing_bad(job):
    """no critical message, and no token, in the log"""
    check_log(job.folder, job.log, job.sandbox.ready['token'])


STEPS = [reads, stops, replies, goes_offline, drafts, survives_kill, queues, arrives_once, logs_nothing_bad]


sys.exit(run_steps(Job, STEPS))
