#!/usr/bin/env bash
# Every installed header compiles alone: the border as C11 and C++20, the rest as C++20.
set -euo pipefail
strict=(-pedantic -Wall -Wextra -Werror -fsyntax-only)
cd "$INROAD_SDK/include"
echo '#include <inroad/abi.h>' | "$CC" -std=c11 -I. "${strict[@]}" -x c -
count=0
while read -r header; do
  echo "#include <$header>" | "$CXX" -std=c++20 -I. "${strict[@]}" -x c++ - || { echo "alone: $header"; exit 1; }
  count=$((count + 1))
done < <(find inroad -name '*.h' -o -name '*.hpp' | sort)
[ "$count" -ge 10 ] || { echo "only $count headers found"; exit 1; }
