#!/usr/bin/env bash
# The folder sdk is a project of its own and installs the same as the whole, to the byte.
set -euo pipefail
rm -rf "$SCRATCH" && mkdir -p "$SCRATCH"
{ cmake -G Ninja -S "$SOURCE/sdk" -B "$SCRATCH/build" && cmake --build "$SCRATCH/build" &&
  cmake --install "$SCRATCH/build" --prefix "$SCRATCH/sdk"; } > "$SCRATCH/log" 2>&1 || { cat "$SCRATCH/log"; exit 1; }
diff -r "$INROAD_SDK" "$SCRATCH/sdk"
