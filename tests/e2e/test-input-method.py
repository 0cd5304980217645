#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Corridor authors
"""Chinese is written with a real input method, ibus with libpinyin: what it composes is no text yet, and not sent; what it
commits is in the draft.

test-input-method.py CORRIDOR CORRIDORCTL CORRIDOR-SANDBOX; speaks TAP. Each step needs the ones before it."""

import pathlib
import shutil
import subprocess
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / 'build-aux'))
from corridor_drive import CONTROL, Sandbox, Window, add_account, check_log, press_keys, press_with, run_steps, screenshot, wait_for  # noqa: E402

ENGINE = 'libpinyin'
NAME = '周晓岚'
LETTERS, WORD = 'nihao', '你好'
ESCAPE = 0xff1b


def ibus(*words):
    return subprocess.run(['ibus', *words], text=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False).stdout


class Desk:
    """A desk with a customer who writes Chinese, and an agent with an input method."""

    def __init__(self, folder, corridor, ctl, sandbox):
        self.folder = folder
        self.profile = folder / 'profile'
        self.method = subprocess.Popen(['ibus-daemon', '--panel', 'disable'], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.sandbox = Sandbox(sandbox, folder / 'desk').start()
        add_account(ctl, self.profile, self.sandbox)
        self.make_conversation()
        self.log = open(folder / 'corridor.log', 'w', encoding='utf-8')
        self.window = Window(corridor, self.profile, self.log, {'GTK_IM_MODULE': 'ibus'})

    def make_conversation(self):
        call = self.sandbox.call
        agent = self.sandbox.ready['agents'][0]['id']
        inbox = next(inbox['id'] for inbox in call('GET', '/api/v1/accounts/1/inboxes')['payload'] if inbox['channel_type'] == 'Channel::WebWidget')
        contact = call('POST', '/api/v1/accounts/1/contacts', {'inbox_id': inbox, 'name': NAME, 'email': 'zhou@xiaolan.example'})['payload']['contact']
        conversation = call('POST', '/sandbox/inbound', {'contact_id': contact['id'], 'inbox_id': inbox, 'content': '请问在吗？'})['conversation_id']
        call('POST', '/sandbox/act', {'conversation_id': conversation, 'agent_id': agent, 'assign': agent})

    def composer(self):
        return self.window.wait('text', '^Reply$', 'the composer')


def is_ready(desk):
    """the input method runs, and the caret stands in the composer"""
    wait_for(lambda: (ibus('engine', ENGINE), ibus('engine').strip() == ENGINE)[1], 'the input method')
    desk.window.open()
    desk.window.open_row(f'^{NAME}, ', 'the row of the customer')
    desk.window.wait('label', '^请问在吗？$', 'the question')
    press_with(CONTROL, 'r')
    wait_for(lambda: desk.composer().focused, 'the caret in the composer')


def begins(desk):
    """letters compose, and are not in the text"""

    def takes_letters():
        # It takes the focus when it is ready and says nothing of it: what came before it stands there as letters.
        press_keys('n')
        text = wait_for(lambda: desk.composer().text or not desk.window.find('label', f'^Write to {NAME}$'), 'what the letter did')
        if text is True:
            return True
        desk.composer().clear()
        return False

    wait_for(takes_letters, 'letters that compose')
    press_keys(*LETTERS[1:])
    screenshot(desk.folder / 'composing.png')
    assert desk.composer().text == '', desk.composer().text


def commits(desk):
    """the space bar commits the word, and the draft has it"""
    press_keys(' ')
    wait_for(lambda: desk.composer().text == WORD, WORD)
    desk.window.wait('label', '^Draft saved$')
    screenshot(desk.folder / 'committed.png')


def waits(desk):
    """nothing can be sent while more is composed, and all of it once that is cancelled"""
    def can_send():
        return any(button.enabled for button in desk.window.find_all('push button', '^Send$'))

    wait_for(can_send, 'a button that sends')
    press_keys(*LETTERS)
    wait_for(lambda: not can_send(), 'the button to wait')
    press_keys(ESCAPE)
    wait_for(can_send, 'the button to wait no longer')
    assert desk.composer().text == WORD, desk.composer().text


def logs_nothing_bad(desk):
    """no critical message, and no token, in the log"""
    desk.method.terminate()
    desk.method.wait()
    check_log(desk.folder, desk.log, desk.sandbox.ready['token'])


STEPS = [is_ready, begins, commits, waits, logs_nothing_bad]

if not shutil.which('ibus-daemon') or not pathlib.Path('/usr/share/ibus/component/libpinyin.xml').exists():
    print(f'1..0 # SKIP there is no ibus with {ENGINE}')
    sys.exit(0)
sys.exit(run_steps(Desk, STEPS))
