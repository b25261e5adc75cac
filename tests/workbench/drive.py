#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Drives the window as a hand would, one scenario a run, on a copy of a sample; the command line says each
time what the account holds.

    drive.py SCENARIO INROAD INROAD-WORKBENCH SAMPLE

On a display and a session bus of its own. Exits with 77 where a tool for that is missing. Nothing waits
for a fixed time: each step polls for what it brings about, and fails when that has not come.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile

from window_driver import Command, Window, until, why_not

SKIPPED = 77
NEW_NAME = "Quentin Ashby"


def add_person(window, name):
    window.focus(window.id)
    window.press("ctrl+p")
    window.dialog("New person")
    window.type(name)
    until("the name in the form", lambda: window.entry_holds(name))
    window.press("Return")


def edits(command, open_window):
    """A person typed in, taken back and done again is in the outline and in the file each time."""
    before, edits_before = command.people(), len(command.json("log"))
    assert not command.has(NEW_NAME)
    with open_window() as window:
        until("the outline", lambda: window.says(f"PEOPLE · {before}"))
        until("the advice", lambda: window.says("Who can speak for us to "))
        add_person(window, NEW_NAME)
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
        window.quit()
    made = command.json("log")[edits_before:]
    kinds = [sorted(change["record"] for change in edit["changes"]) for edit in made]
    # The window opened on our best voice, whom nobody chose: the new person reports to nobody.
    assert kinds == [["people"]] * 3, json.dumps(made, indent=1)


def first_person(command, open_window):
    """The first people of an empty account are typed in; the list then leaves the keys to the shortcuts."""
    os.remove(command.account)
    made = command.run("new", command.account, "--name", "Harbour Foods")
    assert made.returncode == 0, made.stderr
    with open_window() as window:
        until("the empty outline", lambda: window.says("PEOPLE · 0"))
        for count, name in enumerate(("Tova Lind", "Otto Brandt", "Mira Kovac"), 1):
            add_person(window, name)
            until("the person in the outline", lambda: window.says(f"PEOPLE · {count}"))
            until("the person in the account", lambda: command.has(name))
            window.focus(window.id)
            window.click(window.find(name, window.atspi.Role.TABLE_CELL))
        # Each reports to the one before: a find shows them above whom it is for.
        window.click(window.find("Tova Lind", window.atspi.Role.TABLE_CELL))
        until("her in the inspector", lambda: window.button("Tova Lind"))
        window.press("ctrl+f")
        window.type("Mira")
        until("whom is found", lambda: window.says("PEOPLE · 1"))
        window.press("Return")
        until("the one found in the inspector", lambda: window.button("Mira Kovac"))
        window.quit()
    assert command.people() == 3


def second_opener(command, open_window):
    """Who opens an account that is open is told so, sees what the other does, and may write after him."""
    before = command.people()
    with open_window() as first, open_window_after(first, open_window, before) as second:
        until("the bar", lambda: second.says("Read only: "))
        assert second.says("inroad-workbench"), "the bar does not name the other program"
        assert not second.can_press("Add a person")
        assert first.can_press("Add a person") and not first.says("Read only: ")

        add_person(first, NEW_NAME)
        until("the person in the account", lambda: command.has(NEW_NAME))
        second.focus(second.id)
        until("the person in the other window", lambda: second.says(f"PEOPLE · {before + 1}"))

        first.quit()
        other = subprocess.run(["xdotool", "getwindowfocus"], capture_output=True)
        assert other.returncode == 0
        second.focus(second.id)
        until("the right to write", lambda: second.can_press("Add a person"))
        assert not second.says("Read only: ")
        add_person(second, "Rosa Lindt")
        until("her in the account", lambda: command.has("Rosa Lindt"))
        second.quit()


def open_window_after(first, open_window, people):
    until("the outline of the first", lambda: first.says(f"PEOPLE · {people}"))
    return open_window()


def copy(command, open_window):
    """Save a Copy writes an account of its own that holds the same and the history too."""
    target = command.account.replace("account.inroad", "other.inroad")
    with open_window() as window:
        until("the advice", lambda: window.says("Who can speak for us to "))
        window.focus(window.id)
        window.press("ctrl+shift+s")
        window.dialog("Save a Copy")
        window.fill(target)
        window.press("Return")
        until("the copy", lambda: window.says(f"Written: {target}"))
        window.quit()
    twin = Command(command.program, target)
    assert twin.people() == command.people()
    assert [edit["id"] for edit in twin.json("log")] == [edit["id"] for edit in command.json("log")]


def version(command, open_window):
    """A version named is in the history and can be looked at, read only, and left again."""
    before = command.people()
    with open_window() as window:
        until("the advice", lambda: window.says("Who can speak for us to "))
        window.focus(window.id)
        choose_from_menu(window, "Name This Version…")
        window.dialog("Name This Version")
        window.fill("Before the lab visit")
        window.press("Return")
        until("the version", lambda: window.says("Version named: Before the lab visit"))
        add_person(window, NEW_NAME)
        until("the person in the outline", lambda: window.says(f"PEOPLE · {before + 1}"))

        window.focus(window.id)
        window.press("ctrl+h")
        window.dialog("History")
        until("the version in the list", lambda: window.says("Before the lab visit"))
        window.press("Down")  # below the newest edit
        until("the version chosen", lambda: window.can_press("Show This Version"))
        window.press_button("Show This Version")
        until("the past", lambda: window.says("As of Before the lab visit"))
        until("the outline of then", lambda: window.says(f"PEOPLE · {before}"))
        assert not window.can_press("Add a person")
        assert command.people() == before + 1

        window.press_button("Back to Today")
        until("the outline of today", lambda: window.says(f"PEOPLE · {before + 1}"))
        until("the tools", lambda: window.can_press("Add a person"))
        assert not window.says("As of Before")
        window.quit()


def choose_from_menu(window, words):
    item = until(f"the menu's “{words}”",
                 lambda: next((node for node in window.nodes()
                               if node.get_role() == window.atspi.Role.MENU_ITEM
                               and (node.get_name() or "").startswith(words)), None))
    assert window.atspi.Action.do_action(item, 0)


def disagreement(command, open_window):
    """The window opens on our best voice; the inspector says what holds, what it was and who says otherwise."""
    claim = {"person": "p-zhao-min", "facet": "attitude", "value": "neutral", "deal": "d-signalling",
             "evidence": "hint", "by": "p-lin-kai", "date": "2026-11-20"}
    changes = command.account.replace("account.inroad", "claims.jsonl")
    with open(changes, "w") as file:
        file.write(json.dumps({"create": [{"record": "claims", "value": claim}]}) + "\n")
    applied = command.run("apply", command.account, changes)
    assert applied.returncode == 0, applied.stderr
    with open_window() as window:
        said = until("the attitude of our best voice", lambda: window.find("Attitude: ▲▲ Mentor")).get_name()
        for words in ("5 days old · Sara Bond", "was Supporter until 15 Sep 2026", "≠ 1 says otherwise",
                      "Lin Kai: Neutral (hint, 3 days old) newer, but weaker"):
            assert words in said, f"“{words}” is not in “{said}”"
        window.quit()


def belief(command, open_window):
    """A belief is asked for until it can be said, and who signs is asked once."""
    with open_window() as window:
        until("our best voice", lambda: window.says("Attitude: ▲▲ Mentor"))
        until("the question who signs", lambda: window.says("Changes are not signed yet"))
        window.press_button("Not Now")
        until("no more question", lambda: not window.says("Changes are not signed yet"))
        before = len(command.json("log"))
        window.focus(window.id)
        window.press("ctrl+b")
        window.dialog("What we believe")
        window.press("Return")
        window.dialog("Zhao Min · Attitude")
        until("the belief as it stands", lambda: window.can_press("OK"))
        window.write("Date", "yesterday")
        until("the reason", lambda: window.says("“yesterday” is no day."))
        assert not window.can_press("OK")
        window.write("Date", "2026-11-22")
        until("a day", lambda: window.can_press("OK"))
        assert not window.says("is no day")
        window.press_button("OK")
        window.gone("Zhao Min · Attitude")
        window.quit()
    made = command.json("log")[before:]
    assert len(made) == 1 and not made[0].get("author"), json.dumps(made, indent=1)
    assert any(change.get("after", {}).get("date") == "2026-11-22" for change in made[0]["changes"])
    with open_window() as window:
        until("our best voice", lambda: window.says("Attitude: ▲▲ Mentor"))
        assert not window.says("Changes are not signed yet")
        window.quit()


def forget(command, open_window):
    """Forget lists what goes, asks, and leaves nothing of the person in the file."""
    name, before = "Zhao Min", command.people()

    def is_in_file():
        kept = b""
        for ending in ("", "-wal"):
            if os.path.exists(command.account + ending):
                with open(command.account + ending, "rb") as file:
                    kept += file.read()
        return name.encode() in kept

    assert is_in_file()
    with open_window() as window:
        until("our best voice", lambda: window.says("Attitude: ▲▲ Mentor"))
        window.focus(window.id)
        choose_from_menu(window, "Forget ")
        window.dialog(f"Forget {name}")
        until("the warning", lambda: window.says("This cannot be undone."))
        assert window.says("places go:")
        window.press("Escape")
        window.gone(f"Forget {name}")
        assert command.people() == before and is_in_file()

        choose_from_menu(window, "Forget ")
        window.dialog(f"Forget {name}")
        window.press_button("Forget for Good")
        until("the end of it", lambda: window.says(f"Forgotten: {name}."))
        until("the outline without her", lambda: window.says(f"PEOPLE · {before - 1}"))
        window.quit()
    assert command.people() == before - 1
    assert not is_in_file()


def what_if(command, open_window):
    """What if that is not so? Today's advice and the other side by side; nothing is edited."""
    with open_window() as window:
        until("our best voice", lambda: window.says("Attitude: ▲▲ Mentor"))
        edits_before = len(command.json("log"))
        window.focus(window.id)
        window.press("ctrl+shift+w")
        window.dialog("What If That Is Not So?")
        until("who leads then", lambda: window.entry_says("The lead passes from Zhao Min to "))
        assert window.entry_says("→ cannot speak for us")
        window.press("Escape")
        window.gone("What If That Is Not So?")
        window.quit()
    assert len(command.json("log")) == edits_before


def views(command, open_window):
    """Every view there is has a tab; the map can be filtered, laid out anew and shown whole again."""
    titles = [one["title"] for one in command.plugins() if one["kind"] == "view"]
    assert len(titles) >= 2
    with open_window() as window:
        until("the advice", lambda: window.says("Who can speak for us to "))
        for title in titles:
            until(f"the tab “{title}”", lambda: window.find(title, window.atspi.Role.PAGE_TAB))
        edits_before = len(command.json("log"))
        window.focus(window.id)
        # The legend explains what is drawn, and so tells who is.
        legend = lambda: next((node.get_name() for node in window.nodes()
                               if (node.get_name() or "").startswith("Legend")), "")
        whole = until("the legend of the whole map", legend)
        choose_from_menu(window, "Show only…")
        window.dialog("Show Only")
        window.press(*["Down"] * 6, "space")
        window.press("Return")
        window.gone("Show Only")
        until("a part of the map", lambda: legend() != whole)
        until("the line that says so", lambda: window.says("Not everybody is shown."))
        choose_from_menu(window, "New layout")
        choose_from_menu(window, "Show everybody")
        until("the whole map again", lambda: legend() == whole)
        assert not window.says("Not everybody is shown.")
        choose_from_menu(window, "Show only…")
        window.dialog("Show Only")
        window.press("Down", "space")
        window.press("Return")
        window.gone("Show Only")
        until("the line that says who", lambda: window.says("Not everybody is shown. Side: "))
        window.press_button("Show Everybody")
        until("the whole map once more", lambda: legend() == whole)
        assert not window.says("Not everybody is shown.")
        window.quit()
    assert len(command.json("log")) == edits_before  # looking is no edit


SCENARIOS = {"edits": edits, "first_person": first_person, "second_opener": second_opener, "copy": copy, "version": version,
             "disagreement": disagreement, "belief": belief, "forget": forget, "views": views,
             "what_if": what_if}


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
    scenario, program, workbench, sample = sys.argv[1:5]
    with tempfile.TemporaryDirectory() as folder:
        account = os.path.join(folder, "account.inroad")
        shutil.copyfile(sample, account)
        os.environ.update(XDG_CONFIG_HOME=folder, XDG_DATA_HOME=folder)
        SCENARIOS[scenario](Command(program, account), lambda: Window(workbench, account))
    return 0


if __name__ == "__main__":
    sys.exit(main())
