#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Drives the window as a hand would: opens a copy of a sample, adds a person by typing, takes the edit
back, does it again and quits; the command line says each time what the account holds.

The window is found and read through AT-SPI and typed into with xdotool, on a display and a session bus
of its own. Exits with 77 where one of these is missing. Nothing waits for a fixed time: each step polls
for what it brings about, and fails when that has not come.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time

SKIPPED = 77
STEP_TIMEOUT_S = 40
NEW_NAME = "Quentin Ashby"


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

    def json(self, verb):
        run = subprocess.run([self.program, verb, "--json", self.account], check=True,
                             capture_output=True, timeout=STEP_TIMEOUT_S)
        return json.loads(run.stdout)

    def people(self):
        return self.json("show")["counts"]["people"]

    def has(self, name):
        run = subprocess.run([self.program, "show", self.account, name, "--json"],
                             capture_output=True, text=True, timeout=STEP_TIMEOUT_S)
        return run.returncode == 0 and name in run.stdout


class Window:
    def __init__(self, program, account):
        from gi.repository import Atspi
        self.atspi = Atspi
        self.process = subprocess.Popen([program, "--lang", "en", account])
        self.id = until("the window", lambda: self.shown(""))

    def shown(self, title):
        assert self.process.poll() is None, f"the window ended with {self.process.returncode}"
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--all", "--pid",
                                str(self.process.pid), "--name", title or ".*"],
                               capture_output=True, text=True)
        return found.stdout.split()[-1] if found.stdout.split() else None

    def focus(self, window):
        subprocess.run(["xdotool", "windowfocus", "--sync", window], check=True, timeout=STEP_TIMEOUT_S)

    def press(self, *keys):
        subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], check=True, timeout=STEP_TIMEOUT_S)

    def type(self, text):
        subprocess.run(["xdotool", "type", "--delay", "20", text], check=True, timeout=STEP_TIMEOUT_S)

    def nodes(self):
        from gi.repository import GLib
        desktop = self.atspi.get_desktop(0)
        waiting = [desktop.get_child_at_index(i) for i in range(desktop.get_child_count())]
        while waiting:
            node = waiting.pop()
            if node is None:
                continue
            try:
                yield node
                waiting.extend(node.get_child_at_index(i) for i in range(node.get_child_count()))
            except GLib.Error:
                continue  # it went while it was looked at

    def says(self, text):
        from gi.repository import GLib
        try:
            for node in self.nodes():
                if text in (node.get_name() or ""):
                    return True
        except GLib.Error:
            pass
        return False

    def entry_holds(self, text):
        from gi.repository import GLib
        try:
            for node in self.nodes():
                if node.get_role() == self.atspi.Role.TEXT:
                    length = self.atspi.Text.get_character_count(node)
                    if self.atspi.Text.get_text(node, 0, length) == text:
                        return True
        except GLib.Error:
            pass
        return False


def drive(command_line, workbench, sample):
    with tempfile.TemporaryDirectory() as folder:
        account = os.path.join(folder, "account.inroad")
        shutil.copyfile(sample, account)
        os.environ.update(XDG_CONFIG_HOME=folder, XDG_DATA_HOME=folder)
        command = Command(command_line, account)
        before, edits_before = command.people(), len(command.json("log"))
        assert not command.has(NEW_NAME)

        window = Window(workbench, account)
        try:
            until("the outline", lambda: window.says(f"PEOPLE · {before}"))
            until("the advice", lambda: window.says("Who can speak for us to "))

            window.focus(window.id)
            window.press("ctrl+p")
            dialog = until("the form of a new person", lambda: window.shown("New person"))
            window.focus(dialog)
            window.type(NEW_NAME)
            until("the name in the form", lambda: window.entry_holds(NEW_NAME))
            window.press("Return")
            until("the person in the outline", lambda: window.says(f"PEOPLE · {before + 1}"))
            until("the person in the account", lambda: command.has(NEW_NAME))
            assert command.people() == before + 1

            window.focus(window.id)
            window.press("ctrl+z")
            until("the outline without him", lambda: window.says(f"PEOPLE · {before}"))
            until("the account without him", lambda: command.people() == before)
            assert not command.has(NEW_NAME)

            window.press("ctrl+shift+z")
            until("the outline with him again", lambda: window.says(f"PEOPLE · {before + 1}"))
            until("the account with him again", lambda: command.has(NEW_NAME))

            window.press("ctrl+q")
            assert window.process.wait(STEP_TIMEOUT_S) == 0
        finally:
            if window.process.poll() is None:
                window.process.kill()
                window.process.wait()
        edits = command.json("log")[edits_before:]
        kinds = [sorted(change["record"] for change in edit["changes"]) for edit in edits]
        assert kinds == [["people"]] * 3, json.dumps(edits, indent=1)


def main():
    reason = why_not()
    if reason:
        print(f"skipped: {reason}")
        return SKIPPED
    if os.environ.get("INROAD_DRIVEN") != "yes":
        environment = {**os.environ, "INROAD_DRIVEN": "yes", "GDK_BACKEND": "x11", "GTK_THEME": "Adwaita"}
        environment.pop("DBUS_SESSION_BUS_ADDRESS", None)
        return subprocess.run(["xvfb-run", "-a", "-s", "-screen 0 1600x1000x24", "dbus-run-session", "--",
                               sys.executable, *sys.argv], env=environment).returncode
    drive(*sys.argv[1:4])
    return 0


if __name__ == "__main__":
    sys.exit(main())
