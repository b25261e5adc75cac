#!/usr/bin/env python3
# How long Python's json takes for the text of the file, in microseconds (median of five).
import json
import statistics
import sys
import time

with open(sys.argv[1], encoding="utf-8") as file:
    text = file.read()
taken = []
for _ in range(5):
    start = time.perf_counter()
    account = json.loads(text)
    taken.append(time.perf_counter() - start)
    del account
print("read", statistics.median(taken) * 1e6)
