// SPDX-License-Identifier: MIT
#include "app/trial_maps.h"

#include "model/interchange.h"
#include "model/value.h"

namespace inroad::app {
namespace {

constexpr const char* day = "2026-11-23";

// An account in the exchange form, as it grows.
class Sketch {
 public:
  Sketch() {
    json_ = {{"format", "inroad/1"}, {"account", {{"id", "trial"}, {"name", "Trial"}}}};
    for (const char* list : {"units", "people", "ties", "deals", "claims"})
      json_[list] = Value::array();
  }
  std::string person(const std::string& name, const std::string& attitude = {}) {
    const std::string id = "p" + std::to_string(json_["people"].size());
    json_["people"].push_back({{"id", id}, {"name", name}});
    if (!attitude.empty())
      json_["claims"].push_back({{"id", "c" + id},
                                 {"person", id},
                                 {"facet", "attitude"},
                                 {"value", attitude},
                                 {"date", "2026-10-01"}});
    return id;
  }
  void tie(const std::string& from, const std::string& to, const char* kind) {
    Value tie = {{"id", "t" + std::to_string(json_["ties"].size())},
                 {"from", from},
                 {"to", to},
                 {"kind", kind}};
    if (kind == std::string_view("influences")) tie["strength"] = 0.5;
    json_["ties"].push_back(std::move(tie));
  }
  void deal(const std::string& who_decides) {
    json_["deals"].push_back({{"id", "d"}, {"name", "Deal"}, {"decision_makers", {who_decides}}});
  }
  Value& json() { return json_; }

 private:
  Value json_;
};

Sketch one_person() {
  Sketch map;
  map.deal(map.person("Only One"));
  return map;
}

Sketch small_map() {
  Sketch map;
  const std::string boss = map.person("Wei Lan", "neutral"),
                    ally = map.person("Zhao Min", "mentor"),
                    friendly = map.person("Tom Eriksen", "supporter"),
                    foe = map.person("Omar Said", "opponent"), silent = map.person("Li Na");
  for (const std::string& report : {ally, friendly, foe, silent})
    map.tie(report, boss, "reports_to");
  map.tie(ally, boss, "influences");
  map.tie(friendly, silent, "influences");
  map.tie(silent, boss, "influences");
  map.tie(foe, ally, "conflicts");
  map.json()["people"].push_back({{"id", "us"}, {"name", "Lin"}, {"side", "us"}});
  map.tie("us", ally, "covers");
  map.deal(boss);
  return map;
}

// Everybody reports to the next, the last to the first; influence goes round as well, and home.
Sketch cycles() {
  Sketch map;
  std::vector<std::string> ids;
  for (int i = 0; i < 12; ++i)
    ids.push_back(map.person("Person " + std::to_string(i), "supporter"));
  for (std::size_t i = 0; i < ids.size(); ++i) {
    map.tie(ids[i], ids[(i + 1) % ids.size()], "reports_to");
    map.tie(ids[i], ids[(i + 5) % ids.size()], "influences");
    map.tie(ids[i], ids[i], "trusts");
  }
  map.deal(ids[0]);
  return map;
}

Sketch hostile_texts() {
  Sketch map;
  const std::string names[] = {
      "",
      " ",
      "\"><script>alert(1)</script>",
      "=cmd|' /C calc'!A0",
      "%s%n%x{}{0}",
      "Robert'); DROP TABLE people;--",
      "line\nbreak\ttab",
      "\xE2\x80\xAE right to left \xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D",
      "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7",
      std::string(1000, 'W'),
      "\xE9\x87\x8D\xE5\xBA\x86\xEF\xBC\x8C\xE6\xB5\x8B\xE8\xAF\x95",
      "../../etc/passwd",
      "\\N\\G<TABLE>"};
  std::string last;
  for (const std::string& name : names) {
    const std::string id = map.person(name, "supporter");
    if (!last.empty()) map.tie(last, id, "influences"), map.tie(last, id, "reports_to");
    last = id;
  }
  map.deal(last);
  return map;
}

// A tree of eight reports each; influence along it in places, so that ways stay few.
Sketch large_map() {
  Sketch map;
  for (int i = 0; i < people_of_large_map; ++i) {
    const std::string id =
        map.person("Person " + std::to_string(i), i % 500 == 7 ? "supporter" : "");
    if (i == 0) continue;
    const std::string manager = "p" + std::to_string((i - 1) / 8);
    map.tie(id, manager, "reports_to");
    if (i % 50 == 7) map.tie(id, manager, "influences");
  }
  map.deal("p0");
  return map;
}

Sketch sketch_of(TrialMap map) {
  switch (map) {
    case TrialMap::one_person:
      return one_person();
    case TrialMap::small:
      return small_map();
    case TrialMap::cycles:
      return cycles();
    case TrialMap::hostile_texts:
      return hostile_texts();
    case TrialMap::large:
      return large_map();
    case TrialMap::empty:
      break;
  }
  return {};
}

}  // namespace

std::shared_ptr<const Snapshot> trial_snapshot(TrialMap map, const FacetBook& facets) {
  Sketch sketch = sketch_of(map);
  const Account account = read_interchange(to_text(sketch.json()), "trial");
  SnapshotRequest request;
  request.today = day;
  if (!account.all<Deal>().empty()) request.deal = "d";
  return std::make_shared<const Snapshot>(make_snapshot(account, facets, request));
}

}  // namespace inroad::app
