# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Corridor authors
"""Drives the real window through the accessibility tree, and the sandbox desk behind it.

For build-aux/main-job.py and tests/e2e. What GTK 4.8 offers there: names, actions, selection and editable text.
It aborts on questions about screen positions, so nothing here points at a place."""

import contextlib
import ctypes
import json
import os
import pathlib
import re
import shutil
import signal
import ssl
import subprocess
import sys
import tempfile
import threading
import time
import traceback
import urllib.request

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402  (the version comes first)

# libatspi asks a program for what it has not registered yet, and complains about the answer
GLib.log_set_handler('dbind', GLib.LogLevelFlags.LEVEL_WARNING, lambda *_: None, None)

ALT, CONTROL = 64, 37  # the keys' numbers on every keyboard that X knows
RETURN = 0xff0d  # this one as a symbol of X
PATIENCE = float(os.environ.get('CORRIDOR_PATIENCE', '60'))  # seconds until a wait gives up
PRESSES = ('click', 'activate', 'toggle', 'press')
READINGS = 5  # of a tree that changes while it is read


def end_with_parent():
    """For a child between fork and exec: it ends when this program ends, however that ends."""
    ctypes.CDLL(None).prctl(1, signal.SIGTERM)  # PR_SET_PDEATHSIG


class Failure(Exception):
    """Something did not happen; the text says what."""


def wait_for(condition, what, timeout=None):
    """The first true value of condition(), asked again until it is there; the loop runs in between."""
    context = GLib.MainContext.default()
    end = time.monotonic() + (timeout or PATIENCE)
    while True:
        try:
            value = condition()
        except GLib.Error:  # the tree changed under our hands
            value = None
        if value:
            return value
        if time.monotonic() > end:
            raise Failure(f'waited {timeout or PATIENCE:.0f} s in vain: {what}')
        ticked = []
        tick = GLib.timeout_add(50, lambda: ticked.append(True))
        context.iteration(True)
        if not ticked:
            GLib.source_remove(tick)


def do(find, what, *actions):
    """Does one of the actions on what find() gives, looked for again where it went before it was reached; its name."""
    def attempt():
        node = find()
        if not node:
            return None
        name = node.name
        node.act(*actions)
        return (name,)
    return wait_for(attempt, what)[0]


class Sandbox:
    """corridor-sandbox with its state in a folder; may be killed and started again on the same port."""

    def __init__(self, program, state, arguments=()):
        self.program, self.state, self.arguments = program, str(state), list(arguments)
        self.process = None
        self.ready = {}

    def start(self):
        argv = [self.program, '--state', self.state, *self.arguments]
        if self.ready:
            argv += ['--port', str(self.port)]
        self.process = subprocess.Popen(argv, stdout=subprocess.PIPE, text=True, preexec_fn=end_with_parent)
        line = []
        reader = threading.Thread(target=lambda: line.append(self.process.stdout.readline()), daemon=True)
        reader.start()
        reader.join(PATIENCE)
        if not line or not line[0].strip():
            raise Failure('corridor-sandbox did not get ready')
        self.ready = json.loads(line[0])
        return self

    @property
    def port(self):
        return int(self.ready['url'].rsplit(':', 1)[1])

    def kill(self):
        """As when the network, or the power, is cut."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.process = None

    def stop(self):
        if self.process is not None:
            self.process.terminate()
            self.process.wait()
            self.process = None

    def call(self, method, path, body=None):
        return call_desk(self.ready['url'], self.ready['ca'], method, path, body, self.ready['token'])

    def journal(self, text=None):
        """The replies that the desk accepted, in order; with text, those of this text only."""
        return [entry for entry in read_journal(self.ready['url'], self.ready['ca']) if text is None or entry.get('content') == text]


def call_desk(url, ca_file, method, path, body=None, token=None):
    context = ssl.create_default_context(cafile=ca_file)
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(url + path, data=data, method=method)
    request.add_header('Content-Type', 'application/json')
    if token:
        request.add_header('api_access_token', token)
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), urllib.request.HTTPSHandler(context=context))
    with opener.open(request, timeout=30) as answer:
        return json.load(answer)


def read_journal(url, ca_file):
    """Every write that the sandbox accepted, in order."""
    entries = []
    while True:
        after = entries[-1]['seq'] if entries else 0
        page = call_desk(url, ca_file, 'GET', f'/sandbox/journal?after={after}')['entries']
        if not page:
            return entries
        entries += page


def children(node):
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            yield child


def states(node, *wanted):
    have = node.get_state_set()
    return all(have.contains(state) for state in wanted)


class Node:
    """One accessible object."""

    def __init__(self, accessible):
        self.accessible = accessible

    @property
    def name(self):
        return self.accessible.get_name() or ''

    @property
    def role(self):
        name = self.accessible.get_role_name()
        return 'push button' if name == 'button' else name  # as newer libraries call it

    def walk(self):
        """Itself and everything below that is shown, in reading order."""
        yield self
        for child in children(self.accessible):
            if states(child, Atspi.StateType.VISIBLE) or child.get_role_name() == 'application':
                yield from Node(child).walk()

    def find_all(self, role=None, name=None):
        pattern = re.compile(name) if isinstance(name, str) else name
        for node in self.walk():
            if role is not None and node.role != role:
                continue
            if pattern is None or pattern.search(node.name):
                yield node

    def find(self, role=None, name=None):
        return next(self.find_all(role, name), None)

    @property
    def text(self):
        length = Atspi.Text.get_character_count(self.accessible)
        return Atspi.Text.get_text(self.accessible, 0, length)

    def type(self, text):
        """Puts text at the end, as if it were typed."""
        end = Atspi.Text.get_character_count(self.accessible)
        if not Atspi.EditableText.insert_text(self.accessible, end, text, len(text.encode())):
            raise Failure(f'{self.role} “{self.name}” takes no text')

    def clear(self):
        if not Atspi.EditableText.set_text_contents(self.accessible, ''):
            raise Failure(f'{self.role} “{self.name}” keeps its text')

    def actions(self):
        count = Atspi.Action.get_n_actions(self.accessible)
        return [Atspi.Action.get_action_name(self.accessible, index) for index in range(count)]

    def act(self, *names):
        """Does the first action of these names on itself or on what is inside it."""
        for node in self.walk():
            if 'Action' not in node.accessible.get_interfaces():
                continue
            for index, name in enumerate(node.actions()):
                if name in names and Atspi.Action.do_action(node.accessible, index):
                    return
        raise Failure(f'{self.role} “{self.name}” cannot {" or ".join(names)}')

    def click(self):
        self.act(*PRESSES)

    @property
    def enabled(self):
        return states(self.accessible, Atspi.StateType.SENSITIVE)

    @property
    def focused(self):
        return states(self.accessible, Atspi.StateType.FOCUSED)

    def __str__(self):
        return f'{self.role} “{self.name}”'


class Window:
    """The program corridor and its window."""

    def __init__(self, program, profile, log, environment=None, arguments=()):
        self.program, self.profile, self.log = program, str(profile), log
        self.environment = {**os.environ, **(environment or {})}
        self.arguments = list(arguments)
        self.process = None

    def open(self):
        self.environment['GTK_A11Y'] = 'atspi'
        self.process = subprocess.Popen([self.program, '--profile', self.profile, *self.arguments],
                                        env=self.environment, stdout=self.log, stderr=subprocess.STDOUT, preexec_fn=end_with_parent)
        wait_for(lambda: next(self.frames(), None), 'the window of Corridor')
        return self

    def frames(self):
        """Its windows that are in the tree: the main one, and dialogs."""
        if self.process.poll() is not None:
            raise Failure(f'corridor ended with status {self.process.returncode}')
        for application in children(Atspi.get_desktop(0)):
            if application.get_process_id() == self.process.pid:
                yield from (Node(frame) for frame in children(application) if states(frame, Atspi.StateType.VISIBLE))

    def read(self, ask):
        """What ask() makes of its windows, of a tree that stayed while it was read."""
        for attempt in range(READINGS):
            try:
                return ask(self.frames())
            except GLib.Error:  # something went meanwhile
                if attempt + 1 == READINGS:
                    raise
        return None

    def find(self, role=None, name=None):
        return self.read(lambda frames: next((found for frame in frames for found in frame.find_all(role, name)), None))

    def find_all(self, role=None, name=None):
        return self.read(lambda frames: [found for frame in frames for found in frame.find_all(role, name)])

    def press(self, role, name, what=None):
        """Presses the first of them."""
        do(lambda: self.find(role, name), what or f'{role} “{name}” to press', *PRESSES)

    def open_row(self, name, what=None):
        """Opens the first row of the list of conversations whose words match; its words."""
        return do(lambda: self.row(name), what or f'a row “{name}” in the list', 'row.activate')

    def row(self, name):
        """The first row of the list of conversations whose words match; bubbles are list items as well."""
        rows = self.find('list', '^Conversations$')
        return rows.find('list item', name) if rows else None

    def wait(self, role=None, name=None, what=None, timeout=None):
        return wait_for(lambda: self.find(role, name), what or f'{role} “{name}” in the window', timeout)

    def send(self):
        """Presses Send; once more where the reply check asks, as it does of a language that is not the customer's."""
        composer = self.wait('text', '^Reply$', 'the composer')
        for _ in range(2):
            do(lambda: next((button for button in self.find_all('push button', '^Send$') if button.enabled), None), 'a button that sends', *PRESSES)
            wait_for(lambda: composer.text == '' or self.find(None, '^Send it once more'), 'the reply to go, or a question about it')
            if composer.text == '':
                return
        wait_for(lambda: composer.text == '', 'the reply to go')

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def close(self):
        """Asks it to end, as a session does; its exit status."""
        self.process.terminate()
        try:
            return self.process.wait(15)
        except subprocess.TimeoutExpired:
            self.process.kill()
            return self.process.wait()

    def dump(self, limit=2000):
        """The tree in words, for a log."""
        lines = []

        def walk(node, depth):
            if len(lines) < limit:
                lines.append('  ' * depth + str(node))
                for child in children(node.accessible):
                    if states(child, Atspi.StateType.VISIBLE):
                        walk(Node(child), depth + 1)
        for frame in self.frames():
            walk(frame, 0)
        return '\n'.join(lines)


def press_with(modifier, key):
    """A key held down and another, as the keyboard gives them, to the window below the pointer."""
    Atspi.generate_keyboard_event(modifier, None, Atspi.KeySynthType.PRESS)
    press_keys(key)
    Atspi.generate_keyboard_event(modifier, None, Atspi.KeySynthType.RELEASE)


def press_keys(*keys):
    """Keys of the keyboard, one after the other, to where the focus is: a character, or a number of X such as RETURN."""
    for key in keys:
        Atspi.generate_keyboard_event(ord(key) if isinstance(key, str) else key, None, Atspi.KeySynthType.SYM)


def screenshot(path):
    """The whole screen, which under Xvfb is the window."""
    pathlib.Path(path).parent.mkdir(parents=True, exist_ok=True)
    subprocess.run(['import', '-window', 'root', str(path)], check=True)


def run_ctl(program, profile, *words, stdin=''):
    """corridorctl on a profile; what it said."""
    done = subprocess.run([program, '--profile', str(profile), *words], input=stdin, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    if done.returncode != 0:
        raise Failure(f'corridorctl {" ".join(words)}: status {done.returncode}: {done.stdout}')
    return done.stdout


def add_account(program, profile, sandbox):
    """The sandbox as an account of the profile; its token for the window as well, which may find no keyring."""
    token = sandbox.ready['token']
    os.environ['CORRIDOR_TOKEN'] = token
    run_ctl(program, profile, 'account', 'add', '--kind', 'chatwoot', '--url', sandbox.ready['url'],
            '--ca', sandbox.ready['ca'], '--token-stdin', stdin=token)


def check_log(folder, log, token):
    """Nothing critical, and no token, in what the window wrote."""
    log.flush()
    text = (folder / 'corridor.log').read_text(encoding='utf-8')
    bad = [line for line in text.splitlines() if re.search(r'CRITICAL|ERROR \*\*|AddressSanitizer|runtime error', line)]
    assert not bad, '\n'.join(bad[:10])
    assert token not in text


def complain(job):
    """Why a step failed, as TAP comments."""
    words = traceback.format_exc()
    with contextlib.suppress(Exception):
        words += job.window.dump(600)
        screenshot(job.folder / 'failed.png')
    with contextlib.suppress(OSError):
        words += '\n'.join((job.folder / 'corridor.log').read_text(encoding='utf-8').splitlines()[-40:])
    for line in words.splitlines():
        print(f'# {line}')


def take_steps(job, steps):
    print(f'1..{len(steps)}', flush=True)
    for number, step in enumerate(steps, 1):
        try:
            step(job)
        except Exception:  # whatever it was, the window is shown
            print(f'not ok {number} - {step.__doc__}', flush=True)
            complain(job)
            print(f'Bail out! {step.__name__} failed, the others need it', flush=True)
            return 1
        print(f'ok {number} - {step.__doc__}', flush=True)
    return 0


def run_steps(make, steps):
    """Speaks TAP: takes steps, each of which needs the ones before it, with what make(folder, the program's words) returns.

    That has a folder, a log (corridor.log in the folder), a window and a sandbox. CORRIDOR_SCREENSHOTS names a folder that
    gets the pictures. Returns the exit status."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix='corridor-e2e-'))
    job = None
    for name in ('XDG_DATA_HOME', 'XDG_CONFIG_HOME', 'XDG_CACHE_HOME', 'HOME'):
        os.environ[name] = str(folder / name.lower())
    try:
        job = make(folder, *sys.argv[1:])
        return take_steps(job, steps)
    finally:
        if job is not None:
            if job.window.process is not None and job.window.process.poll() is None:
                job.window.close()
            job.sandbox.stop()
        kept = os.environ.get('CORRIDOR_SCREENSHOTS')
        for picture in folder.glob('*.png') if kept else []:
            shutil.copy(picture, kept)
        shutil.rmtree(folder, ignore_errors=True)
