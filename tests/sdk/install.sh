#!/usr/bin/env bash
# install.sh BUILD PREFIX: the component sdk and nothing else, into a new folder. What is installed must
# not know where it was built.
set -euo pipefail
build=$1 prefix=$2
rm -rf "$prefix"
cmake --install "$build" --component sdk --prefix "$prefix" > /dev/null
for needed in include/inroad/abi.h include/inroad/plugin.hpp include/inroad/messages/snapshot_generated.h \
  share/inroad/messages/snapshot.fbs share/cmake/Inroad/InroadConfig.cmake \
  share/cmake/Inroad/InroadConfigVersion.cmake share/cmake/Inroad/plugin.map; do
  [ -f "$prefix/$needed" ] || { echo "not installed: $needed"; exit 1; }
done
if grep -rlF "$build" "$prefix"; then echo "these files name the build folder"; exit 1; fi
if grep -rnE '#include *[<"](wx|boost|gtk|model/|store/|plugins/|render/|app/)' "$prefix/include"; then
  echo "the SDK includes what a stranger does not have"; exit 1
fi
