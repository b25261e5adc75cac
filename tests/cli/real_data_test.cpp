// SPDX-License-Identifier: MIT
//
// Networks collected in the field, which are not ours to ship: each set imports from its tables,
// draws in both views and gets advice. INROAD_REAL_DATA names their folder, else data/real in the
// folder "shared" beside the sources; without it these tests skip, saying so.
#include <cstdlib>
#include <filesystem>
#include <sstream>

#include "catch.h"
#include "cli/accounts.h"

namespace inroad::test {
namespace fs = std::filesystem;
namespace {

struct DataSet {
  std::string name;
  std::vector<std::string> options;  // what its relations and values mean
  std::string decider;
  std::size_t people;
};

// Meanings as the collectors describe them: advice runs from who is asked to who asks.
const std::vector<DataSet>& data_sets() {
  static const std::vector<DataSet> all{
      {"silicon-systems",
       {"--tie", "friend=influences:both", "--tie", "advice_krackplot=skip"},
       "10",
       36},
      {"hightech-managers",
       {"--tie", "advice=influences:reverse", "--tie", "friend=trusts"},
       "7",
       21},
      {"karate-club", {"--tie", "interaction=influences:both", "--strength", "value/7"}, "34", 34},
      {"kapferer-mine",
       {"--tie", "multiplex=influences:both", "--tie", "uniplex=influences:both"},
       "ABRAHAM",
       15},
      {"thurman-office",
       {"--tie", "formal_superior_of=reports_to:reverse", "--tie",
        "informal_multiplex=influences:both"},
       "PETE",
       15},
      {"bank-wiring-room",
       {"--tie", "RDGAM=influences:both", "--tie", "RDPOS=influences:both", "--tie",
        "RDHLP=influences", "--tie", "RDCON=conflicts", "--tie", "RDNEG=conflicts", "--tie",
        "RDJOB=skip"},
       "W1",
       14},
      {"student-government", {"--tie", "discusses_with=influences:both"}, "2", 11},
      {"sawmill", {"--tie", "talks_work=influences:both"}, "12", 36},
      {"ckm-physicians",
       {"--tie", "asks_advice=influences:reverse", "--tie", "discusses=influences:reverse", "--tie",
        "friend=influences:reverse"},
       "1-2",
       125},
      {"cross-parker-consulting",
       {"--tie", "info=influences:reverse", "--tie", "value=skip", "--strength", "value/5"},
       "1",
       46}};
  return all;
}

std::string folder() {
  if (const char* set = std::getenv("INROAD_REAL_DATA")) return set;
  return (fs::path(INROAD_SOURCE_FOLDER).parent_path() / "shared/data/real").string();
}

bool is_there() {
  if (fs::is_directory(folder())) return true;
  WARN("skipped: no real data sets at " << folder() << "; set INROAD_REAL_DATA to their folder");
  return false;
}

// How many ties the rows of the table stand for.
std::size_t ties_expected(const std::string& table, const std::vector<std::string>& options) {
  std::istringstream rows(read_text(table));
  std::size_t count = 0;
  std::string row;
  std::getline(rows, row);
  while (std::getline(rows, row)) {
    std::istringstream cells(row);
    std::string word;
    for (int i = 0; i < 3; ++i) std::getline(cells, word, ',');
    std::size_t each = 1;
    for (const std::string& option : options) {
      if (!option.starts_with(word + "=")) continue;
      each = option.ends_with("=skip") ? 0 : option.ends_with(":both") ? 2 : 1;
    }
    count += each;
  }
  return count;
}

void import_table(const std::string& table, const std::string& into,
                  const std::vector<std::string>& options) {
  std::vector<std::string> arguments{"import", table, "--into", into};
  arguments.insert(arguments.end(), options.begin(), options.end());
  const Ran ran = inroad(arguments);
  INFO(ran.err);
  REQUIRE(ran.exit_code == 0);
}

}  // namespace

TEST_CASE("every real data set imports, draws in all views and gets advice") {
  if (!is_there()) return;
  for (const DataSet& set : data_sets()) {
    INFO(set.name);
    const ScratchFolder scratch;
    const std::string file = scratch / "a.inroad", source = folder() + "/" + set.name;
    import_table(source + "/people.csv", file, {});
    import_table(source + "/ties.csv", file, set.options);
    const Json account = Json::parse(inroad({"export", file, "-o", "-"}).out);
    CHECK(account["people"].size() == set.people);
    CHECK(account["ties"].size() == ties_expected(source + "/ties.csv", set.options));

    // Where nobody's attitude was asked, a few are made supporters so that somebody can speak.
    std::string claims;
    std::vector<std::string> speakers;
    for (const Json& person : account["people"]) {
      if (person["id"] == set.decider || speakers.size() == 3) continue;
      speakers.push_back(person["id"]);
      const Json claim = {{"person", person["id"]},
                          {"facet", "attitude"},
                          {"value", "supporter"},
                          {"evidence", "confirmed"}};
      claims += Json{{"create", {{{"record", "claims"}, {"value", claim}}}}}.dump() + "\n";
    }
    REQUIRE(inroad({"apply", file, "-"}, claims).exit_code == 0);
    const Json told = parsed(inroad(
        {"suggest", file, "--to", set.decider, "--parts", "reach,routes,coalition", "--json"}));
    CHECK(told["decision_makers"] == Json({set.decider}));
    CHECK((!told["carriers"].empty() || told.contains("refusal")));
    double last = 1;
    for (const Json& one : told["carriers"]) {
      CHECK(one["value"].get<double>() <= last + told["interval"].get<double>() + 1e-9);
      last = one["value"];
    }
    for (const char* view : {"org-chart", "influence-map", "network"}) {
      const Ran ran = inroad({"draw", file, "--view", view, "-o", scratch / "a.svg", "--json"});
      INFO(view << ": " << ran.err);
      REQUIRE(ran.exit_code == 0);
      CHECK(Json::parse(ran.out)["cards"].size() == set.people);
    }
  }
}

TEST_CASE("a real table with words that are not mapped is refused with all of them") {
  if (!is_there()) return;
  const ScratchFolder scratch;
  const std::string source = folder() + "/bank-wiring-room";
  import_table(source + "/people.csv", scratch / "a.inroad", {});
  const Ran ran = inroad({"import", source + "/ties.csv", "--into", scratch / "a.inroad"});
  REQUIRE(ran.exit_code == 3);
  for (const char* word : {"RDGAM", "RDCON", "RDPOS", "RDNEG", "RDHLP", "RDJOB", "--tie"})
    CHECK(ran.err.find(word) != std::string::npos);
}

}  // namespace inroad::test
