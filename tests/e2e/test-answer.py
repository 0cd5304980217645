#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Corridor authors
"""A Chinese customer asks on WeChat: the answer is there before anybody searched, and two keys put it into the reply.

test-answer.py CORRIDOR CORRIDORCTL CORRIDOR-SANDBOX; speaks TAP. Each step needs the ones before it."""

import contextlib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import traceback

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / 'build-aux'))
from corridor_drive import Failure, Sandbox, Window, press_with_alt, screenshot, wait_for  # noqa: E402

QUESTION = '你好，请问汇款需要多久到账？'
HAN = re.compile('[\u4e00-\u9fff]{8}')


class Desk:
    """A desk with a help centre, an agent's window, and a conversation on WeChat that is hers."""

    def __init__(self, folder, corridor, ctl, sandbox):
        self.folder = folder
        self.profile = folder / 'profile'
        self.sandbox = Sandbox(sandbox, folder / 'desk').start()
        os.environ['CORRIDOR_TOKEN'] = self.sandbox.ready['token']
        done = subprocess.run([ctl, '--profile', str(self.profile), 'account', 'add', '--kind', 'chatwoot', '--url', self.sandbox.ready['url'],
                               '--ca', self.sandbox.ready['ca'], '--token-stdin'], input=self.sandbox.ready['token'], text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        if done.returncode != 0:
            raise Failure(f'corridorctl account add: {done.stdout}')
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

    def reply(self):
        return self.window.wait('text', '^Reply$', 'the composer')

def arrives(desk):
    """the customer's question arrives on WeChat"""
    desk.window.open()
    desk.sandbox.call('POST', '/sandbox/inbound', {'conversation_id': desk.id, 'content': QUESTION})
    pattern = re.compile(f'^{re.escape(desk.name)}, .*{re.escape(QUESTION[:8])}', re.S)
    wait_for(lambda: desk.window.row(pattern), 'the question in the list').act('row.activate')
    desk.reply()


def suggests(desk):
    """the pane has the article, in Chinese, and nobody searched"""
    desk.window.wait('page tab', '^Knowledge', 'the tab of the knowledge base').click()
    desk.window.wait('label', '^Fits the last message$')
    desk.window.wait(None, re.compile('汇款需要多久到账'), 'the article about how long it takes')
    desk.window.wait('label', re.compile('付款确认|工作日'), 'its words')
    screenshot(desk.folder / 'suggested.png')


def inserts(desk):
    """one key puts the answer into the reply, in Chinese"""
    before = desk.reply().text
    press_with_alt('i')
    wait_for(lambda: desk.reply().text != before, 'words in the composer')
    assert HAN.search(desk.reply().text), desk.reply().text
    assert 'http' not in desk.reply().text, desk.reply().text


def links(desk):
    """another puts the public link there"""
    press_with_alt('l')
    wait_for(lambda: re.search(r'https://\S+', desk.reply().text), 'a link in the composer')
    screenshot(desk.folder / 'inserted.png')


def logs_nothing_bad(desk):
    """no critical message in the log"""
    desk.log.flush()
    text = (desk.folder / 'corridor.log').read_text(encoding='utf-8')
    bad = [line for line in text.splitlines() if re.search(r'CRITICAL|ERROR \*\*|AddressSanitizer|runtime error', line)]
    assert not bad, '\n'.join(bad[:10])


STEPS = [arrives, suggests, inserts, links, logs_nothing_bad]


def complain(desk):
    """Why a step failed, as TAP comments."""
    words = traceback.format_exc()
    with contextlib.suppress(Exception):
        words += desk.window.dump(600)
        screenshot(desk.folder / 'failed.png')
    with contextlib.suppress(OSError):
        words += '\n'.join((desk.folder / 'corridor.log').read_text(encoding='utf-8').splitlines()[-40:])
    for line in words.splitlines():
        print(f'# {line}')


def run(desk):
    print(f'1..{len(STEPS)}', flush=True)
    try:
        for number, step in enumerate(STEPS, 1):
            try:
                step(desk)
            except Exception:  # whatever it was, the window is shown
                print(f'not ok {number} - {step.__doc__}', flush=True)
                complain(desk)
                print(f'Bail out! {step.__name__} failed, the others need it', flush=True)
                return 1
            print(f'ok {number} - {step.__doc__}', flush=True)
        return 0
    finally:
        kept = os.environ.get('CORRIDOR_SCREENSHOTS')
        for picture in desk.folder.glob('*.png') if kept else []:
            shutil.copy(picture, kept)


def main():
    folder = pathlib.Path(tempfile.mkdtemp(prefix='corridor-e2e-'))
    desk = None
    for name in ('XDG_DATA_HOME', 'XDG_CONFIG_HOME', 'XDG_CACHE_HOME', 'HOME'):
        os.environ[name] = str(folder / name.lower())
    try:
        desk = Desk(folder, *sys.argv[1:4])
        return run(desk)
    finally:
        if desk is not None:
            if desk.window.process is not None and desk.window.process.poll() is None:
                desk.window.close()
            desk.sandbox.stop()
        shutil.rmtree(folder, ignore_errors=True)


sys.exit(main())
