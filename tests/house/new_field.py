#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
#
# Adding a field is a member, one line of the field table and a migration: this adds some to a copy of
# the sources, builds `inroad` of it and looks whether they travel through all that a field travels
# through, without another line. Takes a build of the program: for the long form of the tests only
# (INROAD_TEST_LONG=1), else skipped (77).
#
#   new_field.py SOURCE_FOLDER WORK_FOLDER
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

MEMBERS = {  # record: (member, line of the table)
    "Person": ("std::string linkedin;\n  Date joined;\n  std::optional<double> grade;\n  Side stands_with = Side::unset;",
               'Field{"linkedin", &Person::linkedin, table::pub, N_("profile")}, '
               'Field{"joined", &Person::joined, table::internal, N_("joined on"), table::nothing, table::a_date}, '
               'Field{"grade", &Person::grade, table::priv, N_("grade")}, '
               'Field{"stands_with", &Person::stands_with, table::priv, N_("stands with")}'),
    "AccountInfo": ("std::string industry;", 'Field{"industry", &AccountInfo::industry, table::internal, N_("industry")}'),
    "Settings": ("std::string motto;", 'Field{"motto", &Settings::motto, table::priv, N_("motto")}'),
}
COLUMNS = [("people", name) for name in ("linkedin", "joined", "grade", "stands_with")] + [
    ("account", "industry"), ("settings", "motto")]


def changed(text, pattern, replacement):
    text, count = re.subn(pattern, replacement, text, count=1, flags=re.S)
    assert count == 1, pattern
    return text


def sources_with_fields(source, work):
    """A copy whose unchanged files keep their times, so that a second run builds nothing anew."""
    copy = work / "source"
    edits = {}
    records, fields = (source / "host/model" / name for name in ("records.h", "fields.h"))
    text, table = records.read_text(), fields.read_text()
    for record, (members, lines) in MEMBERS.items():
        text = changed(text, rf"(struct {record} \{{.*?)(\n  Value extra;)", lambda m: f"{m[1]}\n  {members}{m[2]}")
        table = changed(table, rf"(fields<{record}> =\s*std::tuple\{{.*?)(\}};)", lambda m: f"{m[1]}, {lines}{m[2]}")
    edits["host/model/records.h"], edits["host/model/fields.h"] = text, table
    store = source / "host/store"
    edits["host/store/added_columns.h"] = changed(
        (store / "added_columns.h").read_text(), r'(\{2, "settings", "share"\})',
        lambda m: ", ".join([m[1]] + [f'{{3, "{table}", "{column}"}}' for table, column in COLUMNS]))
    edits["host/store/schema.h"] = changed(
        (store / "schema.h").read_text(), "schema_version = 2", lambda m: "schema_version = 3")
    edits["host/store/migrations.cpp"] = changed(
        (store / "migrations.cpp").read_text(), r"(\{2, to_version_2\})", lambda m: m[1] + ", {3, nullptr}")
    for folder in ("host", "sdk", "cmake"):
        for path in (source / folder).rglob("*"):
            if path.is_file() and str(path.relative_to(source)) not in edits:
                edits[str(path.relative_to(source))] = path.read_bytes()
    for name in ("CMakeLists.txt", "LICENSE"):
        edits[name] = (source / name).read_bytes()
    for name, content in edits.items():
        content = content.encode() if isinstance(content, str) else content
        there = copy / name
        if not there.exists() or there.read_bytes() != content:
            there.parent.mkdir(parents=True, exist_ok=True)
            there.write_bytes(content)
            shutil.copymode(source / name, there)
    for name in ("plugins", "samples", "tests", "tests/bench"):
        (copy / name).mkdir(exist_ok=True)
        (copy / name / "CMakeLists.txt").write_text("")
    return copy


def built(copy, work):
    build = work / "build"
    subprocess.run(["cmake", "-S", copy, "-B", build, "-G", "Ninja", "-DCMAKE_BUILD_TYPE=None",
                    "-DCMAKE_CXX_FLAGS=-O0", "-DINROAD_TESTS=OFF", "-DINROAD_WORKBENCH=OFF"],
                   check=True, stdout=subprocess.DEVNULL)
    subprocess.run(["ninja", "-C", build, "-j2", "inroad"], check=True)
    return next(path for path in build.rglob("inroad") if path.is_file() and os.access(path, os.X_OK))


class Command:
    def __init__(self, program, folder):
        self.program, self.folder = program, folder

    def __call__(self, *words, code=0, text=""):
        ran = subprocess.run([self.program, "--lang", "en", "--today", "2026-11-23", *words], cwd=self.folder,
                             input=text, capture_output=True, text=True)
        assert ran.returncode == code, (words, ran.returncode, ran.stdout, ran.stderr)
        return ran.stdout


def set_field(record, field, value):
    ids = {"people": "p1"}
    return json.dumps({"set": [{"record": record, "id": ids.get(record, record), "field": field, "value": value}]}) + "\n"


FIELDS = [("people", "linkedin", "in/ann", "in/ann"), ("people", "joined", "2020-02-03", "3 Feb 2020"),
          ("people", "grade", 7, "7"), ("people", "stands_with", "rival", "Rivals"),
          ("account", "industry", "rail", "rail"), ("settings", "motto", "go", "go")]


def check(inroad, source):
    inroad("new", "a.inroad", "--name", "Client")
    inroad("apply", "a.inroad", "-", text='{"create": [{"record": "people", "value": {"id": "p1", "name": "Ann"}}]}\n')
    inroad("copy", "a.inroad", "base.inroad")
    inroad("copy", "a.inroad", "theirs.inroad")
    for record, field, value, said in FIELDS:
        inroad("apply", "a.inroad", "-", text=set_field(record, field, value))
        assert field in inroad("log", "a.inroad", "--json")
        inroad("undo", "a.inroad")
        inroad("redo", "a.inroad")
    # saved as a column of its own, and there again for the next program
    row = sqlite3.connect(inroad.folder / "a.inroad").execute(
        "SELECT linkedin, joined, grade, stands_with FROM people").fetchone()
    assert row == ("in/ann", "2020-02-03", 7, "rival"), row
    person = json.loads(inroad("show", "a.inroad", "p1", "--json"))["person"]
    whole = json.loads(inroad("show", "a.inroad", "--json"))
    exported = json.loads(inroad("export", "a.inroad", "-o", "-"))
    plain = inroad("show", "a.inroad", "p1") + inroad("show", "a.inroad")
    told = inroad("diff", "base.inroad", "a.inroad")
    shown = {"people": person, "account": whole["account"], "settings": whole["settings"]}
    text = {"people": exported["people"][0], "account": exported["account"], "settings": exported["settings"]}
    for record, field, value, said in FIELDS:
        assert shown[record][field] == value, (record, field, shown[record])
        assert text[record][field] == value, (record, field, text[record])
        assert said in told, (field, told)
        assert record == "settings" or said in plain, (field, plain)
    assert "profile" in plain and "joined on" in told, "fields are told by their labels"
    # the exchange form, and into another account
    (inroad.folder / "a.json").write_text(json.dumps(exported))
    inroad("import", "a.json", "--into", "b.inroad")
    assert json.loads(inroad("export", "b.inroad", "-o", "-"))["people"] == exported["people"]
    # merge, and a conflict in each
    for record, field, value, said in FIELDS:
        other = {"joined": "2021-01-01", "grade": 8, "stands_with": "us"}.get(field, "else")
        inroad("apply", "theirs.inroad", "-", text=set_field(record, field, other))
    inroad("merge", "base.inroad", "a.inroad", "base.inroad", "-o", "one.inroad")
    assert json.loads(inroad("export", "one.inroad", "-o", "-")) == exported
    conflicts = json.loads(inroad("merge", "base.inroad", "a.inroad", "theirs.inroad", "-o", "two.inroad", "--json",
                                  code=4))["conflicts"]
    assert sorted(c["field"] for c in conflicts) == sorted(f for _, f, _, _ in FIELDS), conflicts
    # what leaves is decided by the class of the field, and by nothing else
    for classes, leaves in ((["public"], {"linkedin"}), (["public", "internal"], {"linkedin", "joined", "industry"})):
        inroad("apply", "a.inroad", "-", text=json.dumps({"set": [
            {"record": "settings", "id": "settings", "field": "share.board", "value": {"classes": classes}}]}) + "\n")
        cut = inroad("export", "a.inroad", "-o", "-", "--share", "board")
        assert {field for _, field, _, _ in FIELDS if f'"{field}"' in cut} == leaves, (classes, cut)
    for profile in ("client-safe", "names-only"):
        cut = inroad("export", "a.inroad", "-o", "-", "--share", profile)
        assert not any(f'"{field}"' in cut for _, field, _, _ in FIELDS), cut
    # files of before go forward
    for old in ("schema-1.inroad", "schema-2.inroad"):
        shutil.copy(source / "tests/corpus" / old, inroad.folder / old)
        before = inroad("export", old, "-o", "-")
        inroad("apply", old, "-", text=set_field("people", "linkedin", "x"))
        inroad("undo", old)
        assert inroad("export", old, "-o", "-") == before


def main():
    if os.environ.get("INROAD_TEST_LONG") != "1":
        return 77
    source, work = Path(sys.argv[1]), Path(sys.argv[2])
    work.mkdir(parents=True, exist_ok=True)
    program = built(sources_with_fields(source, work), work)
    scratch = work / "scratch"
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir()
    check(Command(program, scratch), source)
    shutil.rmtree(scratch)
    return 0


if __name__ == "__main__":
    sys.exit(main())
