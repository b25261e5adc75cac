#!/usr/bin/env bash
# new_plugin.sh KIND: the author's way from nothing to an effect: `plugin new`, build, own tests, use. Done in
# an empty folder with the installed SDK; the names are hard ones.
set -euo pipefail
kind=$1 name=my-2nd-plugin
[ "$kind" != check ] || name=test # which means something to CMake
rm -rf "$SCRATCH" && mkdir -p "$SCRATCH/empty"
account="$SOURCE/samples/accounts/eastline-rail/account.json"
cd "$SCRATCH/empty"
"$BIN/inroad" plugin new "$kind" "$name" --title "My second" > ../made 2> ../next
grep -qx "  cmake --workflow --preset here" ../next
if grep -rnE '@[a-zA-Z_]+@' "$name" --include='*' ; then echo "a word was not filled in"; exit 1; fi
while read -r file; do [ -s "$file" ] || { echo "not made: $file"; exit 1; }; done < ../made
cd "$name"
cmake --workflow --preset here > ../log 2>&1 || { cat ../log; exit 1; }
grep -q '100% tests passed' ../log || { cat ../log; exit 1; }

. "$SOURCE/tests/sdk/programs.sh"
with_plugins "$PWD/build/plugins"
check_bundles "$PWD/build/plugins"
"$INROAD" --lang zh_CN plugin info "$kind"s/"$name" | grep -q "：$name"
case $kind in
  view)
    "$INROAD" draw "$account" --deal d-signalling --view "$name" -o map.svg
    grep -q 'People drawn: 34' map.svg
    "$INROAD" --lang zh_CN draw "$account" --deal d-signalling --view "$name" -o map.svg
    grep -q '画出的人数：34' map.svg ;;
  advisor) "$INROAD" suggest "$account" --deal d-signalling --plugin "$name" --json | grep -q 'knows whoever decides' ;;
  check)
    sed 's/"title": "Executive Secretary"/"title": ""/' "$account" > untitled.json
    { "$INROAD" check untitled.json || [ $? = 4 ]; } | grep -q 'Nobody has written down what Astrid Holm does' ;;
  importer)
    "$INROAD" import "example.$name" --into new.inroad > /dev/null
    "$INROAD" show new.inroad "Zhao Min" | grep -q 'Systems Architect' ;;
  exporter)
    "$INROAD" export "$account" --deal d-signalling --view org-chart -o "map.$name"
    grep -q 'Wei Lan' "map.$name" ;;
  annotator)
    "$INROAD" show "$account" 'Zhao Min' --deal d-signalling --derived > derived
    grep -q "Ties counted: [0-9]*\. (annotators/$name)" derived
    "$INROAD" --lang zh_CN show "$account" 'Zhao Min' --deal d-signalling --derived | grep -q '联系数：' ;;
esac
