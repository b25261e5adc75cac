#!/usr/bin/env python3
# How long igraph takes to read the GraphML file, in microseconds (median of three).
import statistics
import sys
import time

try:
    import igraph
except ImportError:
    sys.exit(1)

taken = []
for _ in range(3):
    start = time.perf_counter()
    graph = igraph.Graph.Read_GraphML(sys.argv[1])
    taken.append(time.perf_counter() - start)
    del graph
print("read", statistics.median(taken) * 1e6)
