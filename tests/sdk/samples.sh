#!/usr/bin/env bash
# The samples are built from the installed SDK as their README-less folder stands, and each shows what it is
# for in the program. None is longer than what one reads at a sitting.
set -euo pipefail
rm -rf "$SCRATCH" && mkdir -p "$SCRATCH"
account="$SOURCE/samples/accounts/eastline-rail/account.json"
cp -r "$SOURCE/samples/plugins" "$SCRATCH/plugins"
cd "$SCRATCH"
for source in plugins/*/*.cpp plugins/*/*.c; do
  [ "$(wc -l < "$source")" -lt 120 ] || { echo "$source has 120 lines or more"; exit 1; }
done
cmake -G Ninja -S plugins -B build -DCMAKE_PREFIX_PATH="$INROAD_SDK" -DCMAKE_BUILD_TYPE=Release \
  -DCMAKE_C_FLAGS='-Wall -Wextra -Werror' -DCMAKE_CXX_FLAGS='-Wall -Wextra -Werror' > log || { cat log; exit 1; }
cmake --build build -j2 > log || { cat log; exit 1; }
. "$SOURCE/tests/sdk/programs.sh"
with_plugins "$SCRATCH/build/plugins"
check_bundles "$SCRATCH/build/plugins"

for view in by-unit plain-c schemas-only; do
  "$INROAD" draw "$account" --deal d-signalling --view $view -o $view.svg
  grep -q 'Zhao Min' $view.svg
done
grep -q 'People: 34' plain-c.svg

"$INROAD" suggest "$account" --deal d-signalling --plugin surest-supporter --json > advice
grep -q 'The surest way holds with' advice
"$INROAD" --lang zh_CN suggest "$account" --deal d-signalling --plugin surest-supporter --json | grep -q '最可靠的路径'

python3 - "$account" <<'PYTHON'
import json, sys
account = json.load(open(sys.argv[1]))
account["claims"].append({"id": "c-style", "person": "p-zhao-min", "facet": "meeting_style", "value": "in_writing",
                          "evidence": "stated", "date": "2026-11-01", "by": "p-sara-bond"})
json.dump(account, open("styled.json", "w"))
covers = {tie["id"] for tie in account["ties"] if tie["kind"] == "covers"}
account["ties"] = [tie for tie in account["ties"] if tie["id"] not in covers]
account["claims"] = [claim for claim in account["claims"] if claim.get("tie") not in covers]
json.dump(account, open("uncovered.json", "w"))
PYTHON
{ "$INROAD" check uncovered.json || [ $? = 4 ]; } > findings
grep -q 'decides, and none of us goes there' findings

printf 'BEGIN:VCARD\r\nFN:Lena\\, "the" Fi\r\n scher\r\nTITLE;LANGUAGE=en:Line 2 Supervisor\r\nTEL:+49 1\r\nEND:VCARD\r\nBEGIN:VCARD\r\nEND:VCARD\r\n' > cards.vcf
"$INROAD" import cards.vcf --into new.inroad > imported 2>&1
"$INROAD" show new.inroad 'Lena, "the" Fischer' | grep -q 'Line 2 Supervisor'
grep -q 'no name (FN)' imported
echo 'no cards' > none.vcf
if "$INROAD" import none.vcf --into new.inroad > refused 2>&1; then echo "none.vcf was read"; exit 1; fi
grep -q 'There is no address card' refused

"$INROAD" show styled.json 'Zhao Min' | grep -q 'Meeting style.*In writing'
"$INROAD" --lang zh_CN show styled.json 'Zhao Min' | grep -q '会面方式.*书面'

"$INROAD" --today 2027-12-01 show "$account" 'Zhao Min' --deal d-signalling --derived | grep -q 'The last we learned of Zhao Min'
"$INROAD" show "$account" 'Zhao Min' --deal d-signalling --derived --json |
  python3 -c 'import json, sys; assert any(one["facet"] == "contact" for one in json.load(sys.stdin)["derived"])'

"$INROAD" export "$account" --deal d-signalling --view org-chart -o map.md
grep -q '^| Zhao Min | Systems Architect | ' map.md
