#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
#
# The advice is the same to the byte whichever compiler made the advisor, and without optimization
# too: this builds it with each, puts it into a copy of the program's folder, and compares what
# `suggest --json` says of the samples and of random maps. Takes builds: for the long form of the
# tests only (INROAD_TEST_LONG=1), else skipped (77).
#
#   same_bytes.py SOURCE_FOLDER PROGRAM_FOLDER WORK_FOLDER
import hashlib
import json
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

PLUGIN = "plugins/advisors/carriers/plugin.so"
BUILDS = {"clang": ("Release", "clang++"), "debug": ("Debug", "c++")}
ATTITUDES = ["mentor", "supporter", "neutral", "non-supporter", "opponent", None]


def random_map(seed):
    """People enough that some maps are worked out exactly and others sampled."""
    dice = random.Random(seed)
    ids = [f"p{i}" for i in range(dice.choice([8, 15, 30, 60]))]
    claims = [{"id": f"c-{one}", "person": one, "facet": "attitude", "value": word,
               "evidence": dice.choice(["confirmed", "stated", "hint"])}
              for one in ids for word in [dice.choice(ATTITUDES)] if word]
    ties = [{"id": f"t{i}", "kind": "influences", "from": a, "to": b, "strength": round(dice.random(), 2)}
            for i in range(4 * len(ids)) for a, b in [dice.sample(ids, 2)]]
    return json.dumps({"format": "inroad/1", "people": [{"id": one, "name": one.upper()} for one in ids],
                       "ties": ties, "claims": claims})


def answers(program, questions):
    for given, options in questions:
        done = subprocess.run([program, "suggest", "-", "--json", *options], input=given, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        yield hashlib.sha256(done.stdout.encode()).hexdigest()


def built(source, program, work, name):
    kind, compiler = BUILDS[name]
    build = work / f"build-{name}"
    for command in (["cmake", "-G", "Ninja", "-S", source, "-B", build, f"-DCMAKE_BUILD_TYPE={kind}",
                     f"-DCMAKE_CXX_COMPILER={compiler}", "-DINROAD_TESTS=OFF"],
                    ["ninja", "-C", build, "carriers"]):
        done = subprocess.run(command, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
    copy = work / f"program-{name}"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(program, copy, symlinks=True)
    assert (copy / PLUGIN).read_bytes() != (build / "bin" / PLUGIN).read_bytes()
    shutil.copy(build / "bin" / PLUGIN, copy / PLUGIN)
    return copy / "inroad"


def main():
    if os.environ.get("INROAD_TEST_LONG") != "1":
        print("Skipped: it builds the advisor anew. It runs with the long forms: INROAD_TEST_LONG=1.")
        sys.exit(77)
    source, program, work = map(Path, sys.argv[1:4])
    work.mkdir(parents=True, exist_ok=True)
    questions = [(random_map(seed), ["--to", "p0"]) for seed in range(40)]
    for account in sorted((source / "samples/accounts").glob("*/account.json")):
        text = account.read_text()
        questions += [(text, ["--deal", deal["id"]]) for deal in json.loads(text)["deals"]]
    expected = list(answers(program / "inroad", questions))
    assert len(set(expected)) == len(questions)
    for name in BUILDS:
        if shutil.which(BUILDS[name][1]) is None:
            print(f"{name}: not looked at, {BUILDS[name][1]} is not installed.")
            continue
        told = list(answers(built(source, program, work, name), questions))
        differing = [i for i, (a, b) in enumerate(zip(expected, told)) if a != b]
        assert not differing, f"{name}: other advice on maps {differing}"
        print(f"{name}: the same advice on {len(told)} maps.")


main()
