#!/usr/bin/env bash
# What was released goes on working; see sdk/released/README.md. That the tools can say no is tried too, on a
# schema in which a field was taken out and one in which a field became required.
set -euo pipefail
rm -rf "$SCRATCH" && mkdir -p "$SCRATCH" && cd "$SCRATCH"
today="$SOURCE/sdk/messages"

must_not() { # set -e does not see "! command"
  if "$@"; then echo "this must not succeed: $*"; exit 1; fi
}

conforms() { # OLD NEW
  flatc --conform "$1" -I "$(dirname "$1")" "$2" > conform.log 2>&1
}
replays() { # HEADERS RELEASE: every answer of the release is taken by these headers
  "$CXX" -std=c++20 -O0 -I "$1" "$SOURCE/tests/sdk/released/replay.cpp" -o replay
  local answer message
  for answer in "$2"/answers/*.json; do
    message=$(basename "$answer" .json)
    flatc -b -o answers "$2/messages/$message.fbs" "$answer"
    ./replay "$message" answers/"$message".bin || { echo "$message of ${2##*/} is not taken"; return 1; }
  done
}

releases=("$SOURCE"/sdk/released/[0-9]*)
for release in "${releases[@]}"; do
  version=$(basename "$release")
  grep -q "INROAD_SDK_VERSION ${version}u" "$release/include/inroad/abi.h"
  for schema in "$release"/messages/*.fbs; do
    conforms "$schema" "$today/$(basename "$schema")" || { cat conform.log; exit 1; }
  done
  replays "$INROAD_SDK/include" "$release"
done

# A plugin of the first release, under today's program.
first=${releases[0]}
mkdir -p first/inroad/messages plugins/views/first
cp "$first"/include/inroad/* first/inroad
flatc --cpp --scoped-enums --gen-object-api --cpp-std c++17 -o first/inroad/messages "$first"/messages/*.fbs
"$CXX" -std=c++20 -O1 -fPIC -shared -fvisibility=hidden -DFMT_HEADER_ONLY -I first "$SOURCE/tests/sdk/released/first.cpp" \
  -o plugins/views/first/plugin.so
cp "$SOURCE/tests/sdk/released/plugin.json" plugins/views/first
. "$SOURCE/tests/sdk/programs.sh"
with_plugins "$SCRATCH/plugins"
"$INROAD" draw "$SOURCE/samples/accounts/eastline-rail/account.json" --deal d-signalling --view first -o first.svg
grep -q 'Drawn with SDK 1 for Eastline Rail' first.svg

# The same plugin under a program of years to come: what is new is passed over.
cp -r "$today" future
sed -i '/^table Person/,/^}/ s/^}/  mood:string;\n}/' future/snapshot.fbs
sed -i '/^table ViewRequest/,/^}/ s/^}/  weather:string;\n}/' future/call.fbs
sed -i 's/^enum TieKind .*covers/&, owes/' future/words.fbs
for schema in snapshot call words; do
  must_not cmp -s "$today/$schema.fbs" future/$schema.fbs
  conforms "$today/$schema.fbs" future/$schema.fbs || { cat conform.log; exit 1; }
done
flatc --cpp --scoped-enums --gen-object-api --cpp-std c++17 -o messages future/*.fbs
"$CXX" -std=c++20 -O0 -I "$INROAD_SDK/include" -I . "$SOURCE/tests/sdk/released/future.cpp" -o future_host -ldl
./future_host "$SCRATCH/plugins/views/first/plugin.so"

# Both tools must be able to refuse.
cp -r "$today" taken_out && sed -i 's/ text:string; x:double;/ x:double;/' taken_out/scene.fbs
must_not conforms "$first/messages/scene.fbs" taken_out/scene.fbs
cp -r "$today" required && sed -i 's/remarks:\[string\];/remarks:[string]; summary:string (required);/' required/scene.fbs
grep -q required required/scene.fbs
mkdir -p stricter/inroad/messages
flatc --cpp --scoped-enums --gen-object-api --cpp-std c++17 -o stricter/inroad/messages required/*.fbs
must_not replays stricter "$first" > /dev/null
