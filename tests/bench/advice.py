#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""advice.py PROGRAM [PEOPLE…]: how the advice compares with other programs on the same accounts in
the same run. Prints ratios only: times are the machine's.

Routes (1,000, 10,000 and 100,000 people): the five best for every supporter; igraph's
get_k_shortest_paths on the same arcs, for some supporters where all would take too long, scaled up;
the strengths of the routes are compared. Lists: the list of carriers alone, and the complete advice
with stability and questions, beside networkx's betweenness centrality of the same influence ties
(unweighted: its fastest). Exact: the share of ten accounts a size whose advice is exact. Growth: the
list alone, from the size before. Ours is `plugin_ms`, the best of three.
"""
import json
import math
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

GENERATOR = Path(__file__).resolve().parents[3] / "shared/bench/gen_org.py"
ROUTE_SIZES = {1000: None, 10_000: 300, 100_000: 4000}
LISTS = {(40, 160): (5, 50), (200, 1500): (2, 15)}
GROWTH = (40, 200, 1000, 10_000, 100_000)
PEER_LIMIT_S = 20
FRAME_S = 0.016


def generate(people, seed, folder, form):
    subprocess.run([sys.executable, GENERATOR, str(people), "--seed", str(seed), "--out", folder,
                    "--forms", form], check=True, stderr=subprocess.DEVNULL)
    return Path(folder) / f"org-{people}.{form}.json"


def advise(program, account, *options):
    best, answer = math.inf, None
    for _ in range(3):
        run = subprocess.run([program, "--timings", "suggest", account, "--json", *options],
                             capture_output=True, text=True, check=True)
        timings = json.loads(run.stderr.strip().splitlines()[-1])
        best, answer = min(best, timings["plugin_ms"] / 1e3), json.loads(run.stdout)
        if best > 5:
            break
    return best, answer


def compare_routes(program, people, goal, folder):
    try:
        import igraph
    except ImportError:
        return print("  routes skipped: igraph is not installed")
    account = generate(people, 1, folder, "plain")
    ours, answer = advise(program, account, "--parts", "routes", "--routes", "5")
    ties = [t for t in json.loads(account.read_text())["ties"] if t["kind"] == "influences"]
    place = lambda person: int(person[1:])
    graph = igraph.Graph(n=people, directed=True,
                         edges=[(place(t["from"]), place(t["to"])) for t in ties])
    cost = [-math.log(t["strength"]) for t in ties]
    target = place(answer["decision_makers"][0])
    asked, worst, start = 0, 0.0, time.perf_counter()
    for carrier in answer["carriers"]:
        paths = graph.get_k_shortest_paths(place(carrier["person"]), to=target, k=5, weights=cost,
                                           mode="out", output="epath")
        asked += 1
        theirs = sorted((math.exp(-sum(cost[e] for e in p)) for p in paths), reverse=True)
        mine = sorted((r["value"] for r in carrier["routes"]), reverse=True)
        if len(mine) != len(theirs):
            worst = math.inf
        worst = max([worst] + [abs(a - b) / b for a, b in zip(mine, theirs)])
        if time.perf_counter() - start > PEER_LIMIT_S:
            break
    peer = (time.perf_counter() - start) / asked * len(answer["carriers"])
    of_all = "" if asked == len(answer["carriers"]) else f", from {asked} of them"
    wanted = "" if goal is None else f"   goal >= {goal}: {'met' if peer / ours >= goal else 'SHORT'}"
    print(f"  routes, {people} people, {len(answer['carriers'])} supporters: igraph takes "
          f"{peer / ours:.0f} x{of_all}; largest difference {worst:.1e}{wanted}", flush=True)


def thickened(account, ties, folder):
    """The account with influence ties added at random, or taken away, to so many in all."""
    data = json.loads(account.read_text())
    dice = random.Random(1)
    kept = [t for t in data["ties"] if t["kind"] != "influences"]
    influences = [t for t in data["ties"] if t["kind"] == "influences"][:ties]
    pairs = {(t["from"], t["to"]) for t in influences}
    ids = [p["id"] for p in data["people"]]
    while len(influences) < ties:
        one, other = dice.sample(ids, 2)
        if (one, other) not in pairs:
            pairs.add((one, other))
            influences.append({"id": f"n{len(influences)}", "from": one, "to": other,
                               "kind": "influences", "strength": dice.choice([.25, .5, .75]),
                               "evidence": "confirmed"})
    data["ties"] = kept + influences
    path = Path(folder) / f"thick-{len(ids)}.json"
    path.write_text(json.dumps(data))
    return path, pairs, ids


def compare_lists(program, people, ties, goals, folder):
    try:
        import networkx
    except ImportError:
        return print("  lists skipped: networkx is not installed")
    path, pairs, ids = thickened(generate(people, 1, folder, "inroad"), ties, folder)
    graph = networkx.DiGraph(sorted(pairs))
    graph.add_nodes_from(ids)
    peer = math.inf
    for _ in range(5):
        start = time.perf_counter()
        networkx.betweenness_centrality(graph)
        peer = min(peer, time.perf_counter() - start)
    for what, goal, options in (("list alone", goals[0], ("--parts", "reach")),
                                ("complete advice", goals[1], ())):
        ours, answer = advise(program, path, *options)
        if people == 40 and what == "list alone":
            print(f"  40 people, new list after an edit: {ours / FRAME_S:.2f} of a frame of the window   "
                  f"goal < 1: {'met' if ours < FRAME_S else 'SHORT'}", flush=True)
        print(f"  {people} people, {ties} ties, {what}: {ours / peer:.1f} x betweenness "
              f"({answer['method']})   goal <= {goal}: {'met' if ours / peer <= goal else 'SHORT'}",
              flush=True)


def share_exact(program, people, folder):
    exact = 0
    for seed in range(1, 11):
        account = generate(people, seed, folder, "inroad")
        run = subprocess.run([program, "suggest", account, "--json", "--parts", "reach"],
                             capture_output=True, text=True, check=True)
        exact += json.loads(run.stdout)["method"] == "exact"
    print(f"  exact, {people} people with assumed reporting lines: {exact} of 10", flush=True)


def main():
    if not GENERATOR.exists():
        sys.exit(f"advice.py: no generator of accounts at {GENERATOR}")
    program, sizes = sys.argv[1], [int(word) for word in sys.argv[2:]]
    with tempfile.TemporaryDirectory() as folder:
        for people, goal in ROUTE_SIZES.items():
            if not sizes or people in sizes:
                compare_routes(program, people, goal, folder)
        for (people, ties), goals in LISTS.items():
            if not sizes or people in sizes:
                compare_lists(program, people, ties, goals, folder)
        for people in (20, 25, 40, 80):
            if not sizes or people in sizes:
                share_exact(program, people, folder)
        before = None
        for people in GROWTH:
            if sizes and people not in sizes:
                continue
            ours, _ = advise(program, generate(people, 1, folder, "inroad"), "--parts", "reach")
            if before:
                print(f"  list alone, {people} people: x {ours / before:.1f} of the size before",
                      flush=True)
            before = ours


if __name__ == "__main__":
    main()
