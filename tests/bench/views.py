#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""views.py PROGRAM [ACCOUNTS] [VIEW…]: how the pictures of generated accounts compare with other programs'.

At 12, 40, 80 and 200 people, ACCOUNTS (20) generated organisations each, half of them at 200, where
dot takes long; medians: pairs of influence links that cross as drawn (links that share an end do not
count), links that run behind a card which is not their own, cards that overlap, and the smallest text
in points when the picture is fitted to an A3 sheet with margins of 10 mm. Peers draw the same people as
boxes of the same size with the same influence links: neato and sfdp as they come, straight and behind
cards, and with splines, which like ours keep off cards; fcose places boxes only, its links are straight
from middle to middle. A peer that is not there is named as not installed (fcose: node, and the packages
cytoscape and cytoscape-fcose in the folders of NODE_PATH).
"""
import json
import math
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

SIZES = (12, 40, 80, 200)
A3 = (1190.55 - 57, 841.89 - 57)  # lying, in points, less the margins
CARD = (176, 78)
CELL = 64
PEERS = ("dot", "neato", "sfdp", "neato splines", "sfdp splines", "fcose")
FCOSE = Path(__file__).resolve().parent / "peer_fcose.mjs"
GENERATOR = Path(__file__).resolve().parents[3] / "shared/bench/gen_org.py"


def pieces(line):
    """The line in straight pieces no longer than a cell, so that a grid narrows the pairs down."""
    for (x0, y0), (x1, y1) in zip(line, line[1:]):
        count = max(1, math.ceil(math.hypot(x1 - x0, y1 - y0) / CELL))
        for k in range(count):
            yield (x0 + (x1 - x0) * k / count, y0 + (y1 - y0) * k / count,
                   x0 + (x1 - x0) * (k + 1) / count, y0 + (y1 - y0) * (k + 1) / count)


def crossings(links):
    """Pairs of lines with different ends that properly cross at least once."""
    cells = {}
    for link, (_, _, line) in enumerate(links):
        for piece in pieces(line):
            for x in range(int(min(piece[0], piece[2]) // CELL), int(max(piece[0], piece[2]) // CELL) + 1):
                for y in range(int(min(piece[1], piece[3]) // CELL), int(max(piece[1], piece[3]) // CELL) + 1):
                    cells.setdefault((x, y), []).append((link, piece))
    found = set()
    for members in cells.values():
        for i, (one, p) in enumerate(members):
            for other, q in members[i + 1:]:
                if one == other or (one, other) in found or {*links[one][:2]} & {*links[other][:2]}:
                    continue
                if meet(p, q):
                    found.update([(one, other), (other, one)])
    return len(found) // 2


def turn(a, b, c, d, x, y):
    return (c - a) * (y - b) - (d - b) * (x - a)


def meet(p, q):
    return (turn(*p, *q[:2]) * turn(*p, *q[2:]) < 0 and turn(*q, *p[:2]) * turn(*q, *p[2:]) < 0)


def behind(links, cards):
    """Links with a point inside a card that is not one of their ends."""
    cells = {}
    for person, (x, y, width, height) in cards.items():
        for i in range(int(x // CELL), int((x + width) // CELL) + 1):
            for j in range(int(y // CELL), int((y + height) // CELL) + 1):
                cells.setdefault((i, j), []).append((person, x + .5, y + .5, x + width - .5, y + height - .5))
    return sum(any(person not in ends and left < x < right and top < y < bottom
                   for x, y in points_on(line)
                   for person, left, top, right, bottom in cells.get((int(x // CELL), int(y // CELL)), ()))
               for *ends, line in links)


def points_on(line, step=5):
    for (x0, y0), (x1, y1) in zip(line, line[1:]):
        count = max(1, math.ceil(math.hypot(x1 - x0, y1 - y0) / step))
        for k in range(count + 1):
            yield x0 + (x1 - x0) * k / count, y0 + (y1 - y0) * k / count


def overlaps(cards):
    boxes = list(cards.values())
    return sum(a[0] < b[0] + b[2] - .01 and b[0] < a[0] + a[2] - .01 and
               a[1] < b[1] + b[3] - .01 and b[1] < a[1] + a[3] - .01
               for i, a in enumerate(boxes) for b in boxes[i + 1:])


def fitted(width, height):
    return max(min(A3[0] / width, A3[1] / height), min(A3[1] / width, A3[0] / height))


def ours(program, view, account, folder):
    picture = folder / "picture.svg"
    done = subprocess.run([program, "draw", str(account), "--view", view, "--carrier", "none", "--json",
                           "-o", str(picture)], capture_output=True, text=True)
    if done.returncode:
        print(f"{view}: {done.stderr.strip()}", file=sys.stderr)
        return None
    scene = json.loads(done.stdout)
    svg = picture.read_text()
    size = [float(v) for v in re.search(r'viewBox="\S+ \S+ (\S+) (\S+)"', svg).groups()]
    text = min((float(v) for v in re.findall(r'font-size[=:]"?([0-9.]+)', svg)), default=math.nan)
    links = [(one["from"], one["to"], [tuple(p) for p in one["points"]]) for one in scene["links"]]
    cards = {one["person"]: (one["x"], one["y"], one["width"], one["height"]) for one in scene["cards"]}
    influences = [line for line, one in zip(links, scene["links"]) if one["role"] == "influence"
                  for _ in range(2 if one.get("is_both_ways") else 1)]  # peers draw two
    return crossings(influences), behind(links, cards), overlaps(cards), text * fitted(*size)


def bezier(points):
    line = [points[0]]
    for i in range(0, len(points) - 3, 3):
        for step in range(1, 9):
            t, u = step / 8, 1 - step / 8
            weights = (u ** 3, 3 * u * u * t, 3 * u * t * t, t ** 3)
            line.append(tuple(sum(w * p[k] for w, p in zip(weights, points[i:i + 4])) for k in (0, 1)))
    return line


def graphviz(peer, org):
    """Boxes of the size of our cards in points, links as the engine draws them, text of 12 points."""
    engine, _, splines = peer.partition(" ")
    people = "".join(f'"{p["id"]}" ' for p in org["people"])
    ties = "".join(f'"{t["from"]}" -> "{t["to"]}";' for t in org["ties"] if t["kind"] == "influences")
    graph = (f'digraph {{overlap=prism;{"splines=true;" if splines else ""}node [shape=box fixedsize=true width={CARD[0] / 72} height={CARD[1] / 72} label=""];'
             f'{people};{ties}}}')
    drawn = subprocess.run([engine, "-Tplain"], input=graph, capture_output=True, text=True, check=True).stdout
    cards, links = {}, []
    size = (1, 1)
    for line in drawn.splitlines():
        words = line.split()
        if words[0] == "graph":
            size = float(words[2]) * 72, float(words[3]) * 72
        elif words[0] == "node":
            cards[words[1].strip('"')] = (float(words[2]) * 72 - CARD[0] / 2, float(words[3]) * 72 - CARD[1] / 2, *CARD)
        elif words[0] == "edge":
            count = int(words[3])
            values = [float(v) * 72 for v in words[4:4 + 2 * count]]
            points = list(zip(values[::2], values[1::2]))
            links.append((words[1].strip('"'), words[2].strip('"'), bezier(points)))
    return crossings(links), behind(links, cards), overlaps(cards), 12 * fitted(*size)


def fcose(org, folder):
    number = {p["id"]: i for i, p in enumerate(org["people"])}
    ties = [(t["from"], t["to"]) for t in org["ties"] if t["kind"] == "influences"]
    (folder / "peer.gv").write_text("".join(f"{i};\n" for i in number.values()) +
                                    "".join(f"{number[a]}--{number[b]};\n" for a, b in ties))
    done = subprocess.run(["node", str(FCOSE), str(folder / "peer.gv"), str(folder / "peer.txt"), *map(str, CARD)],
                          capture_output=True)
    if done.returncode:
        return None
    middle = [tuple(map(float, line.split()[2:])) for line in (folder / "peer.txt").read_text().splitlines()]
    cards = {person: (middle[i][0] - CARD[0] / 2, middle[i][1] - CARD[1] / 2, *CARD) for person, i in number.items()}
    links = [(a, b, [middle[number[a]], middle[number[b]]]) for a, b in ties]
    left, top = (min(box[k] for box in cards.values()) for k in (0, 1))
    size = [max(box[k] + box[k + 2] for box in cards.values()) - low for k, low in ((0, left), (1, top))]
    return crossings(links), behind(links, cards), overlaps(cards), 12 * fitted(*size)


def is_there(peer):
    if peer != "fcose":
        return shutil.which(peer.split()[0]) is not None
    folders = [Path(folder) for folder in os.environ.get("NODE_PATH", "").split(":") if folder]
    return shutil.which("node") is not None and any((folder / "cytoscape-fcose").is_dir() for folder in folders)


def cell(values):
    answers = [value for value in values if value]
    if not answers:
        return "no answer"
    cross, hidden, over, text = (statistics.median(v) for v in zip(*answers))
    missing = len(values) - len(answers)
    return f"{cross:g} / {hidden:g} / {over:g} / {text:.1f}" + (f" ({missing} without answer)" if missing else "")


def main():
    program, accounts = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 20
    views = sys.argv[3:] or ["influence-map", "network", "org-chart"]
    if not GENERATOR.exists():
        raise SystemExit(f"The accounts are made by {GENERATOR}, which is not there.")
    peers = [peer for peer in PEERS if is_there(peer)]
    rows = {name: [] for name in [*views, *peers]}
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        for size in SIZES:
            values = {name: [] for name in rows}
            for seed in range(1, (accounts if size < SIZES[-1] else max(1, accounts // 2)) + 1):
                subprocess.run([sys.executable, str(GENERATOR), str(size), "--seed", str(seed), "--out", scratch,
                                "--forms", "inroad"], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                account = folder / f"org-{size}.inroad.json"
                org = json.loads(account.read_text())
                for view in views:
                    values[view].append(ours(program, view, account, folder))
                for peer in peers:
                    values[peer].append(fcose(org, folder) if peer == "fcose" else graphviz(peer, org))
            for name, row in rows.items():
                row.append(cell(values[name]))
            print(size, "people done", file=sys.stderr)
    print("| drawn by | " + " | ".join(f"{size} people" for size in SIZES) + " |")
    print("|---|" + "---|" * len(SIZES))
    for name, row in rows.items():
        print(f"| {name} | " + " | ".join(row) + " |")
    for peer in PEERS:
        if peer not in peers:
            print(f"| {peer} | " + " | ".join(["not installed"] * len(SIZES)) + " |")


if __name__ == "__main__":
    main()
