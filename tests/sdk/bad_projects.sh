#!/usr/bin/env bash
# What is wrong with a plugin is said by the build, in a sentence, not by the program on the user's machine.
set -euo pipefail
rm -rf "$SCRATCH" && mkdir -p "$SCRATCH"

# case NAME EXPECTED: the project in $SCRATCH/NAME must not build, and say EXPECTED.
must_fail() {
  local log="$SCRATCH/$1.log"
  if { cmake -G Ninja -S "$SCRATCH/$1" -B "$SCRATCH/$1/build" -DCMAKE_PREFIX_PATH="$INROAD_SDK" &&
    cmake --build "$SCRATCH/$1/build"; } > "$log" 2>&1; then
    echo "$1 was built"; exit 1
  fi
  tr -s ' \n' ' ' < "$log" | grep -qF -- "$2" || { cat "$log"; echo "$1 does not say: $2"; exit 1; }
}

# project NAME MANIFEST SOURCE [OPTION...]
project() {
  mkdir -p "$SCRATCH/$1"
  echo "$2" > "$SCRATCH/$1/plugin.json"
  echo "$3" > "$SCRATCH/$1/plugin.c"
  cat > "$SCRATCH/$1/CMakeLists.txt" <<CMAKE
cmake_minimum_required(VERSION 3.25)
project(bad LANGUAGES C)
find_package(Inroad ${4:-} REQUIRED)
inroad_add_plugin(bad FOLDER views/bad SOURCES plugin.c)
CMAKE
}

good='{"id": "views/bad", "version": "1", "sdk_version": 1, "kind": "view", "title": {"en": "Bad"}, "library": "plugin.so"}'
run='#include <inroad/abi.h>
static int32_t run(const inroad_host *host, const inroad_inputs *inputs) { (void)inputs; host->fail(host->context, "no", 2); return 0; }
INROAD_DEFINE_PLUGIN(run)'

project no_entry "$good" 'int nothing;'
must_fail no_entry inroad_plugin_entry
project undefined "$good" 'void elsewhere(void);
#include <inroad/abi.h>
static int32_t run(const inroad_host *host, const inroad_inputs *inputs) { (void)host, (void)inputs; elsewhere(); return 0; }
INROAD_DEFINE_PLUGIN(run)'
must_fail undefined elsewhere
project not_json '{"id": ' "$run"
must_fail not_json 'It is not JSON'
project no_title "${good/'"title": {"en": "Bad"}, '/}" "$run"
must_fail no_title 'It lacks “title”, “en”'
project other_id "${good/views\/bad/views\/worse}" "$run"
must_fail other_id 'Its id is “views/worse”, but CMakeLists.txt says FOLDER views/bad'
project other_kind "${good/'"kind": "view"'/'"kind": "painting"'}" "$run"
must_fail other_kind 'The kind “painting” is not one of'
project newer_sdk "$good" "$run" 99
must_fail newer_sdk 'compatible with requested version "99"'

# C++ without its libraries: which packages are missing. C does not need them.
without=(-DCMAKE_DISABLE_FIND_PACKAGE_fmt=ON)
project plain "$good" "$run"
cmake -G Ninja -S "$SCRATCH/plain" -B "$SCRATCH/plain/build" -DCMAKE_PREFIX_PATH="$INROAD_SDK" "${without[@]}" > "$SCRATCH/plain.log" 2>&1
cmake --build "$SCRATCH/plain/build" >> "$SCRATCH/plain.log"
project cpp "$good" "$run"
sed -i 's/LANGUAGES C/LANGUAGES CXX/; s/plugin.c/plugin.cpp/' "$SCRATCH/cpp/CMakeLists.txt"
mv "$SCRATCH/cpp/plugin.c" "$SCRATCH/cpp/plugin.cpp"
if cmake -G Ninja -S "$SCRATCH/cpp" -B "$SCRATCH/cpp/build" -DCMAKE_PREFIX_PATH="$INROAD_SDK" "${without[@]}" > "$SCRATCH/cpp.log" 2>&1; then
  echo "C++ was taken without its libraries"; exit 1
fi
grep -q 'libflatbuffers-dev libfmt-dev' "$SCRATCH/cpp.log"
