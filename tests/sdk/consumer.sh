#!/usr/bin/env bash
# consumer.sh package|folder: a plugin's project finds the SDK, builds a plugin in C++ and one in C, and the
# program runs both.
set -euo pipefail
rm -rf "$SCRATCH" && mkdir -p "$SCRATCH"
options=(-DCMAKE_BUILD_TYPE=Release)
if [ "$1" = package ]; then
  options+=(-DCMAKE_PREFIX_PATH="$INROAD_SDK")
else
  options+=(-DSDK_FOLDER="$SOURCE/sdk")
fi
cmake -G Ninja -S "$SOURCE/tests/sdk/consumer" -B "$SCRATCH/build" "${options[@]}" > "$SCRATCH/log" || { cat "$SCRATCH/log"; exit 1; }
cmake --build "$SCRATCH/build" > "$SCRATCH/log" || { cat "$SCRATCH/log"; exit 1; }

for bundle in views/alone checks/in-c; do
  symbols=$(nm -D --defined-only "$SCRATCH/build/plugins/$bundle/plugin.so" | awk '{print $3}')
  [ "$symbols" = inroad_plugin_entry ] || { echo "$bundle shows: $symbols"; exit 1; }
  readelf -nW "$SCRATCH/build/plugins/$bundle/plugin.so" | grep -q Inroad || { echo "$bundle: no note"; exit 1; }
done
# -DSDK_FOLDER must not install the SDK with the plugin.
if grep -qs InroadConfig "$SCRATCH/build/sdk/cmake_install.cmake"; then echo "the SDK would be installed"; exit 1; fi

. "$SOURCE/tests/sdk/programs.sh"
with_plugins "$SCRATCH/build/plugins"
"$INROAD" draw "$SOURCE/samples/accounts/eastline-rail/account.json" --deal d-signalling --view alone -o "$SCRATCH/map.svg"
grep -q 'Drawn by a stranger' "$SCRATCH/map.svg"
