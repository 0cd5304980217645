#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Corridor authors
"""The main job on a machine where nobody looks: opens a conversation in the real window, answers it, and waits
until the desk server has the answer. Says in a few lines what happened; run.sh gives it a screen and a bus."""

import argparse
import pathlib
import re
import sys
import time

sys.dont_write_bytecode = True
from corridor_drive import Failure, Window, do, read_journal, screenshot, wait_for  # noqa: E402

SOON = 20  # seconds until another conversation is tried
REPLY = 'Thank you for your patience. I have asked our payments team and will write to you again today.'
# channels that take an answer at any time; others close some hours after the customer's last message. Where the payment
# is with compliance only an approved text may be sent, and the made-up company has approved none
ALWAYS_OPEN = r'^(?!.*With compliance).*, (E-mail|Web chat), '


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--corridor', required=True)
    parser.add_argument('--profile', required=True)
    parser.add_argument('--screenshots', required=True, type=pathlib.Path)
    parser.add_argument('--log', required=True)
    parser.add_argument('--server', help='only show the window that asks for this server')
    parser.add_argument('--url', help="of the sandbox desk that the profile's account is at")
    parser.add_argument('--ca', help="the desk's authority, a PEM file")
    return parser.parse_args()


def open_next(window, opened):
    """Opens the first conversation that takes an answer, of a customer who is not among those in opened."""
    def find():
        rows = window.find('list', '^Conversations$')
        return next((row for row in rows.find_all('list item', ALWAYS_OPEN) if row.name.split(',')[0] not in opened), None) if rows else None
    name = do(find, 'a conversation by e-mail or web chat in the list', 'row.activate')
    customer = name.split(',')[0]
    opened.add(customer)
    window.wait('label', f'^{re.escape(customer)}$', 'the conversation with its customer')
    print(f'Opened: {name[:100]}')
    return window.wait('text', '^Reply$', 'the composer of the conversation')


def may_send(window):
    """Whether the text goes; that its payment is with compliance may have become known only now."""
    try:
        wait_for(lambda: any(button.enabled for button in window.find_all('push button', '^Send$')), 'a button that sends', SOON)
    except Failure:
        return False
    return True


def answer(window, options):
    """Opens the first conversation that takes an answer, and answers it."""
    text = f'{REPLY} ({time.strftime("%H:%M:%S")})'
    opened = set()
    wait_for(lambda: window.row(ALWAYS_OPEN), 'a conversation by e-mail or web chat in the list')
    print(f'In the inbox: {window.wait("label", "^[0-9][0-9,.]* conversation").name}')
    screenshot(options.screenshots / 'inbox.png')

    while True:
        composer = open_next(window, opened)
        composer.type(text)
        wait_for(lambda: composer.text.endswith(text), 'the text in the composer')
        if may_send(window):
            break
        composer.clear()
    screenshot(options.screenshots / 'reply.png')
    window.send()
    print(f'Sent: “{text}”')
    return text


def delivered(options, text):
    return [entry for entry in read_journal(options.url, options.ca) if entry.get('content') == text]


def main():
    options = arguments()
    options.screenshots.mkdir(parents=True, exist_ok=True)
    with open(options.log, 'w', encoding='utf-8') as log:
        window = Window(options.corridor, options.profile, log, arguments=['--server', options.server] if options.server else [])
        try:
            window.open()
            if options.server:
                window.wait('text', None, 'a field for the server')
                screenshot(options.screenshots / 'server.png')
                print(f'The window asks for the token of {options.server}.')
            else:
                text = answer(window, options)
                found = wait_for(lambda: delivered(options, text), 'the reply at the desk server')
                print(f'The desk server has it {len(found)} time{"s" if len(found) > 1 else ""}, as message {found[0].get("message_id")} '
                      f'of conversation {found[0].get("conversation_id")}.')
                if len(found) != 1:
                    raise Failure('the reply arrived more than once')
                wait_for(lambda: not window.find('label', '^Sending'), 'the window to know that it was sent')
                screenshot(options.screenshots / 'sent.png')
        except Failure as failure:
            print(f'FAILED: {failure}', file=sys.stderr)
            if window.process is not None and window.process.poll() is None:
                screenshot(options.screenshots / 'failed.png')
                log.write(window.dump())
            return 1
        finally:
            if window.process is not None and window.process.poll() is None:
                window.close()
    print(f'Pictures: {options.screenshots}/')
    return 0


sys.exit(main())
