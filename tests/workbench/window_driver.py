# SPDX-License-Identifier: MIT
"""A window of the workbench as a hand and an eye meet it: found and typed into with xdotool, read through
AT-SPI. And the command line on the same account, to say what the file holds."""

import json
import shutil
import subprocess
import time

STEP_TIMEOUT_S = 40


def why_not():
    for tool in ("xvfb-run", "dbus-run-session", "xdotool"):
        if shutil.which(tool) is None:
            return f"{tool} is not installed"
    try:
        import gi
        gi.require_version("Atspi", "2.0")
    except (ImportError, ValueError):
        return "python3-gi or the typelib of Atspi is not installed"
    return ""


def until(what, check):
    """The first true answer of `check`; what it waits for is named when it never comes."""
    end = time.monotonic() + STEP_TIMEOUT_S
    while time.monotonic() < end:
        found = check()
        if found:
            return found
        time.sleep(0.1)
    raise AssertionError(f"waited {STEP_TIMEOUT_S} s in vain for {what}")


class Command:
    def __init__(self, program, account):
        self.program, self.account = program, account

    def run(self, *arguments):
        return subprocess.run([self.program, *arguments], capture_output=True, text=True,
                              timeout=STEP_TIMEOUT_S)

    def json(self, verb, *more):
        run = self.run(verb, "--json", self.account, *more)
        assert run.returncode == 0, run.stderr
        return json.loads(run.stdout)

    def plugins(self):
        run = self.run("plugin", "list", "--json")
        assert run.returncode == 0, run.stderr
        return json.loads(run.stdout)

    def people(self):
        return self.json("show")["counts"]["people"]

    def has(self, name):
        run = self.run("show", self.account, name, "--json")
        return run.returncode == 0 and name in run.stdout


class Window:
    def __init__(self, program, account, lang="en"):
        from gi.repository import Atspi
        self.atspi = Atspi
        self.process = subprocess.Popen([program, "--lang", lang, "--today", "2026-11-23", account])
        self.id = until("the window", lambda: self.shown(""))

    def __enter__(self):
        return self

    def __exit__(self, *error):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()

    def quit(self):
        self.focus(self.id)
        self.press("ctrl+q")
        assert self.process.wait(STEP_TIMEOUT_S) == 0

    def shown(self, title):
        """The newest window whose title holds the text."""
        assert self.process.poll() is None, f"the window ended with {self.process.returncode}"
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--all", "--pid",
                                str(self.process.pid), "--name", title or ".*"],
                               capture_output=True, text=True)
        return found.stdout.split()[-1] if found.stdout.split() else None

    def dialog(self, title):
        """Waits for the dialog and gives it the keys."""
        window = until(f"the dialog “{title}”", lambda: self.shown(title))
        self.focus(window)
        return window

    def gone(self, title):
        until(f"the end of the dialog “{title}”", lambda: not self.shown(title))

    def focus(self, window):
        subprocess.run(["xdotool", "windowfocus", "--sync", window], check=True, timeout=STEP_TIMEOUT_S)

    def press(self, *keys):
        subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], check=True, timeout=STEP_TIMEOUT_S)

    def type(self, text):
        subprocess.run(["xdotool", "type", "--delay", "20", text], check=True, timeout=STEP_TIMEOUT_S)

    def nodes(self):
        """What this process shows to assistive technology."""
        from gi.repository import GLib
        desktop = self.atspi.get_desktop(0)
        waiting = [desktop.get_child_at_index(i) for i in range(desktop.get_child_count())]
        waiting = [node for node in waiting if node and node.get_process_id() == self.process.pid]
        while waiting:
            node = waiting.pop()
            if node is None:
                continue
            try:
                yield node
                waiting.extend(node.get_child_at_index(i) for i in range(node.get_child_count()))
            except GLib.Error:
                continue  # it went while it was looked at

    def find(self, text, role=None):
        """The first thing shown whose name holds the text."""
        from gi.repository import GLib
        try:
            for node in self.nodes():
                if text not in (node.get_name() or "") or (role is not None and node.get_role() != role):
                    continue
                if node.get_state_set().contains(self.atspi.StateType.SHOWING):
                    return node
        except GLib.Error:
            pass
        return None

    def says(self, text):
        return self.find(text) is not None

    def button(self, name):
        return self.find(name, self.atspi.Role.PUSH_BUTTON)

    def can_press(self, name):
        button = self.button(name)
        return button is not None and button.get_state_set().contains(self.atspi.StateType.SENSITIVE)

    def press_button(self, name):
        button = until(f"the button “{name}”", lambda: self.can_press(name) and self.button(name))
        assert self.atspi.Action.do_action(button, 0)

    def write(self, field, text):
        node = until(f"the field “{field}”", lambda: self.find(field, self.atspi.Role.TEXT))
        assert self.atspi.EditableText.set_text_contents(node, text)

    def click(self, node):
        box = self.atspi.Component.get_extents(node, self.atspi.CoordType.SCREEN)
        at = (str(box.x + box.width // 2), str(box.y + box.height // 2))
        subprocess.run(["xdotool", "mousemove", *at, "click", "1"], check=True, timeout=STEP_TIMEOUT_S)

    def entry_holds(self, text):
        return self.has_entry(lambda held: held == text)

    def entry_says(self, text):
        return self.has_entry(lambda held: text in held)

    def has_entry(self, is_it):
        from gi.repository import GLib
        try:
            for node in self.nodes():
                if node.get_role() == self.atspi.Role.TEXT:
                    length = self.atspi.Text.get_character_count(node)
                    if is_it(self.atspi.Text.get_text(node, 0, length)):
                        return True
        except GLib.Error:
            pass
        return False

    def fill(self, text):
        """Types into the field that has the keys, which may hold something."""
        self.press("ctrl+a")
        self.type(text)
        until(f"“{text}” in a field", lambda: self.entry_holds(text))
