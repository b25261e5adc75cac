#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""./dev bench export: files of one org chart beside neato -n2 and dia drawing the same boxes.

Run by dev with the folder of the programs and the bench program. Every size is drawn by us first;
neato and dia then get the places we chose, so that all write the same drawing. Prints ratios only.
"Writing" is render_ms + write_ms of --timings; "whole" is the process from start to exit.
"""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from xml.sax.saxutils import escape

INROAD, BENCH = os.path.join(sys.argv[1], "inroad"), sys.argv[2]
SIZES = [int(n) for n in sys.argv[3:]] or [100, 1000, 10000, 100000]
LIMIT_S = 240


def run(command):
    """Seconds, MiB and the last line on stderr of a child; None when it fails or takes too long."""
    start = time.monotonic()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    try:
        lines = child.communicate(timeout=LIMIT_S)[1].decode("utf-8", "replace").splitlines()
    except subprocess.TimeoutExpired:
        child.kill()
        child.communicate()
        return None
    return (time.monotonic() - start, lines[-1] if lines else "") if child.returncode == 0 else None


def peak_mib(command):
    """The most memory a child ever had, told by a process of its own."""
    script = ("import resource,subprocess,sys;"
              "code=subprocess.run(sys.argv[1:],stdout=subprocess.DEVNULL,stderr=subprocess.DEVNULL).returncode;"
              "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss/1024 if code==0 else -1)")
    out = subprocess.run([sys.executable, "-c", script] + command, stdout=subprocess.PIPE, text=True)
    return float(out.stdout)


def best(command, times=3):
    runs = [r for r in (run(command) for _ in range(times)) if r]
    return min(runs) if runs else None


def write_peers(folder, account, scene):
    people = {p["id"]: p for p in json.load(open(account, encoding="utf-8"))["people"]}
    cards = scene["cards"]
    at = {c["person"]: c for c in cards}
    lines = [(l["from"], l["to"]) for l in scene["links"] if l["from"] in at and l["to"] in at]
    with open(os.path.join(folder, "peer.dot"), "w", encoding="utf-8") as f:
        f.write("digraph g {\nnode [shape=box,fixedsize=true,fontsize=10];\nsplines=line;\n")
        for c in cards:
            p = people[c["person"]]
            label = "\\n".join(t.replace("\\", "\\\\").replace('"', '\\"') for t in (p["name"], p.get("title", "")))
            f.write('"%s" [pos="%g,%g",width=%.3f,height=%.3f,label="%s"];\n' % (
                c["person"], c["x"] + c["width"] / 2, -c["y"] - c["height"] / 2,
                c["width"] / 72, c["height"] / 72, label))
        f.writelines('"%s" -> "%s";\n' % line for line in lines)
        f.write("}\n")
    unit = 72 / 2.54
    with open(os.path.join(folder, "peer.dia"), "w", encoding="utf-8") as f:
        f.write('<?xml version="1.0" encoding="UTF-8"?>\n<dia:diagram xmlns:dia="http://www.lysator.liu.se/~alla/dia/">'
                '<dia:layer name="all" visible="true" active="true">\n')
        for i, c in enumerate(cards):
            x, y, w, h = (c[k] / unit for k in ("x", "y", "width", "height"))
            f.write('<dia:object type="Standard - Box" version="0" id="O%d"><dia:attribute name="obj_pos"><dia:point val="%g,%g"/>'
                    '</dia:attribute><dia:attribute name="elem_corner"><dia:point val="%g,%g"/></dia:attribute><dia:attribute name="elem_width">'
                    '<dia:real val="%g"/></dia:attribute><dia:attribute name="elem_height"><dia:real val="%g"/></dia:attribute></dia:object>\n'
                    % (i, x, y, x, y, w, h))
            f.write('<dia:object type="Standard - Text" version="1" id="T%d"><dia:attribute name="obj_pos"><dia:point val="%g,%g"/></dia:attribute>'
                    '<dia:attribute name="text"><dia:composite type="text"><dia:attribute name="string"><dia:string>#%s#</dia:string></dia:attribute>'
                    '<dia:attribute name="height"><dia:real val="0.5"/></dia:attribute><dia:attribute name="pos"><dia:point val="%g,%g"/>'
                    '</dia:attribute></dia:composite></dia:attribute></dia:object>\n'
                    % (i, x + 0.3, y + 0.8, escape(people[c["person"]]["name"]), x + 0.3, y + 0.8))
        for i, (a, b) in enumerate(lines):
            a, b = at[a], at[b]
            f.write('<dia:object type="Standard - Line" version="0" id="L%d"><dia:attribute name="conn_endpoints"><dia:point val="%g,%g"/>'
                    '<dia:point val="%g,%g"/></dia:attribute></dia:object>\n'
                    % (i, (a["x"] + a["width"] / 2) / unit, a["y"] / unit,
                       (b["x"] + b["width"] / 2) / unit, (b["y"] + b["height"]) / unit))
        f.write("</dia:layer>\n</dia:diagram>\n")


def say(what, value, goal=None, at_most=False):
    text = "  %-58s %9.3g" % (what, value)
    if goal is not None:
        met = value <= goal if at_most else value >= goal
        text += "   bar %s %g: %s" % ("<=" if at_most else ">=", goal, "met" if met else "SHORT")
    print(text, flush=True)


def measure(people, folder, before):
    account = os.path.join(folder, "o.json")
    subprocess.run([BENCH, "task", "make", str(people), folder], check=True)
    def ours(name, *more):
        return [INROAD, "draw", account, "--view", "org-chart", "-o", os.path.join(folder, name), "--timings", *more]
    scene = json.loads(subprocess.run([INROAD, "draw", account, "--view", "org-chart", "--json"],
                                      stdout=subprocess.PIPE, check=True).stdout)
    write_peers(folder, account, scene)
    neato, dia = shutil.which("neato"), shutil.which("dia")
    print("\n%d people" % people)
    now = {}
    for name, ending, more, bar in (("SVG, plain", "svg", ("--detail", "plain"), 20), ("SVG, full", "svg", ("--detail", "full"), None),
                                    ("PDF", "pdf", (), 30)):
        done = best(ours("ours." + ending, *more))
        if not done:
            print("  %s: we failed" % name)
            continue
        timings = json.loads(done[1])
        now[name] = writing = (timings["render_ms"] + timings["write_ms"]) / 1000
        size = os.path.getsize(os.path.join(folder, "ours." + ending))
        judged = (people == 100000) if ending == "svg" else (people == 10000)
        if before.get(name):
            say(name + ": grown from the size before, x", writing / before[name])
        if neato:
            peer = os.path.join(folder, "neato." + ending)
            wall = best([neato, "-n2", "-T" + ending, "-o", peer, os.path.join(folder, "peer.dot")], 1 if people >= 10000 else 3)
            if wall:
                say("neato -n2 %s / our writing of %s" % (ending, name), wall[0] / writing, bar if judged else None)
                say("neato -n2 %s / our whole process, %s" % (ending, name), wall[0] / done[0])
                say("our bytes / neato's, " + name, size / os.path.getsize(peer),
                    1 / 3 if judged and name == "SVG, plain" else None, True)
            else:
                print("  neato -n2 fails or takes over %d s: %s" % (LIMIT_S, ending))
        else:
            print("  skipped: neato is not installed (package graphviz)")
    if people > 10000:
        return now
    if not dia:
        print("  skipped: dia is not installed (package dia)")
        return now
    for ending in ("svg", "pdf"):
        peer = best([dia, "-e", os.path.join(folder, "dia." + ending), os.path.join(folder, "peer.dia")], 1 if people >= 10000 else 3)
        done = best(ours("ours." + ending))
        if peer and done:
            say("our whole process / dia's, " + ending, done[0] / peer[0], 0.5 if (people, ending) == (100, "svg") else None, True)
    if people == 10000:
        theirs = peak_mib([dia, "-e", os.path.join(folder, "dia.png"), os.path.join(folder, "peer.dia")])
        mine = peak_mib(ours("ours.png", "--dpi", "54"))
        if theirs > 0 and mine > 0:
            say("our memory / dia's, PNG (ours at 54 dpi)", mine / theirs, 0.1, True)
    return now


def main():
    print(__doc__.split("\n\n", 1)[1])
    before = {}
    for people in SIZES:
        with tempfile.TemporaryDirectory(dir=".") as folder:
            before = measure(people, folder, before)


main()
