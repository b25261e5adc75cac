#!/usr/bin/env bash
# What `plugin new` does not do, each with exit code and sentence; nothing is made then.
set -euo pipefail
rm -rf "$SCRATCH" && mkdir -p "$SCRATCH" && cd "$SCRATCH"
mkdir taken && echo mine > taken/file
export LANGUAGE=en

refused() { # EXIT SENTENCE ARGUMENTS...
  local code=0 exit_code=$1 sentence=$2
  shift 2
  "$BIN/inroad" plugin new "$@" > out 2> err || code=$?
  [ "$code" = "$exit_code" ] || { cat err; echo "exit $code, not $exit_code: $*"; exit 1; }
  grep -qF -- "$sentence" err || { cat err; echo "not said: $sentence"; exit 1; }
  [ ! -s out ]
}
refused 2 'no kind of plugin “painting”' painting mine
for name in Mine ../mine 2nd mine- 'my plugin' "$(printf 'x%.0s' {1..61})"; do
  refused 2 'cannot be the name' view "$name"
done
refused 2 'holds quotes' view mine --title 'A "map"'
refused 1 'There is something there already' view taken
refused 2 'no plugin SDK in that folder' view mine --sdk "$SCRATCH/taken"
[ "$(ls)" = "$(printf 'err\nout\ntaken')" ]
[ "$(cat taken/file)" = mine ]
