#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Corridor authors
"""A Chinese customer asks on WeChat: the answer is there before anybody searched, and two keys put it into the reply.

test-answer.py CORRIDOR CORRIDORCTL CORRIDOR-SANDBOX; speaks TAP. Each step needs the ones before it."""

import pathlib
import re
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / 'build-aux'))
from corridor_drive import ALT, Failure, Sandbox, Window, add_account, check_log, press_with, run_steps, screenshot, wait_for  # noqa: E402

QUESTION = '你好，请问汇款需要多久到账？'
ARTICLE = '汇款需要多久到账？'
WORDS = '跨境付款汇出后通常需要'
HAN = re.compile('[\u4e00-\u9fff]{8}')


class Desk:
    """A desk with a help centre, an agent's window, and a conversation on WeChat that is hers."""

    def __init__(self, folder, corridor, ctl, sandbox):
        self.folder = folder
        self.profile = folder / 'profile'
        self.sandbox = Sandbox(sandbox, folder / 'desk').start()
        add_account(ctl, self.profile, self.sandbox)
        self.log = open(folder / 'corridor.log', 'w', encoding='utf-8')
        self.window = Window(corridor, self.profile, self.log)
        self.id, self.name = self.choose_conversation()

    def choose_conversation(self):
        inboxes = self.sandbox.call('GET', '/api/v1/accounts/1/inboxes')['payload']
        wechat = next(inbox['id'] for inbox in inboxes if inbox['name'] == 'WeChat')
        for page in range(1, 20):
            threads = self.sandbox.call('GET', f'/api/v1/accounts/1/conversations?assignee_type=all&status=all&inbox_id={wechat}&page={page}')['data']['payload']
            if not threads:
                break
            for thread in threads:
                # The question that follows opens it again, whatever its state at this hour.
                if HAN.search(thread['messages'][0].get('content') or ''):
                    agent = self.sandbox.ready['agents'][0]['id']
                    self.sandbox.call('POST', '/sandbox/act', {'conversation_id': thread['id'], 'agent_id': agent, 'assign': agent})
                    self.answer(thread['id'])
                    return thread['id'], thread['meta']['sender']['name']
        raise Failure('the workspace has no conversation in Chinese on WeChat')

    def answer(self, conversation):
        """Whatever the customer asked before is answered, so that the question stands alone."""
        self.sandbox.call('POST', '/sandbox/inbound', {'conversation_id': conversation, 'content': '明白了，谢谢。'})
        self.sandbox.call('POST', f'/api/v1/accounts/1/conversations/{conversation}/messages', {'content': '不客气，有问题请随时联系我们。'})

    def suggested(self):
        """What the rows under the heading are called: the title, what it is, and why."""
        rows = self.window.find('list', '^Fits the last message$')
        return [row.name for row in rows.find_all('list item')] if rows else []

    def reply(self):
        return self.window.wait('text', '^Reply$', 'the composer')


def arrives(desk):
    """the customer's question arrives on WeChat"""
    desk.window.open()
    desk.sandbox.call('POST', '/sandbox/inbound', {'conversation_id': desk.id, 'content': QUESTION})
    pattern = re.compile(f'^{re.escape(desk.name)}, .*{re.escape(QUESTION[:8])}', re.S)
    desk.window.open_row(pattern, 'the question in the list')
    desk.reply()


def suggests(desk):
    """the pane has the article, in Chinese, and a template, and nobody searched"""
    desk.window.press('page tab', '^Knowledge', 'the tab of the knowledge base')
    desk.window.wait('label', '^Fits the last message$')
    wait_for(lambda: desk.suggested() and desk.suggested()[0].startswith(f'{ARTICLE}, Article'), 'the article about how long it takes, above all')
    assert any(', Template, ' in row for row in desk.suggested()), desk.suggested()
    desk.window.wait('label', re.compile(WORDS), 'its words')
    screenshot(desk.folder / 'suggested.png')


def inserts(desk):
    """one key puts the answer into the reply, in Chinese"""
    before = desk.reply().text
    press_with(ALT, 'i')
    wait_for(lambda: desk.reply().text != before, 'words in the composer')
    assert re.search(WORDS, desk.reply().text), desk.reply().text
    assert 'http' not in desk.reply().text, desk.reply().text


def links(desk):
    """another puts the public link there"""
    press_with(ALT, 'l')
    wait_for(lambda: re.search(r'https://\S+', desk.reply().text), 'a link in the composer')
    screenshot(desk.folder / 'inserted.png')


def logs_nothing_bad(desk):
    """no critical message, and no token, in the log"""
    check_log(desk.folder, desk.log, desk.sandbox.ready['token'])


STEPS = [arrives, suggests, inserts, links, logs_nothing_bad]


sys.exit(run_steps(Desk, STEPS))
