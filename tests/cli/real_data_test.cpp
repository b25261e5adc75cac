// SPDX-License-Identifier: MIT
//
// Each set collected in the field imports from its tables, draws in all views and gets advice.
#include <sstream>

#include "catch.h"
#include "cli/drawings.h"
#include "cli/real_account.h"

namespace inroad::test {
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

}  // namespace

TEST_CASE("every real data set imports, draws in all views and gets advice") {
  if (!has_real_data()) return;
  for (const DataSet& set : data_sets()) {
    INFO(set.name);
    RealAccount data(set.name, set.options);
    const Json account = Json::parse(inroad({"export", data.file(), "-o", "-"}).out);
    CHECK(account["people"].size() == set.people);
    CHECK(account["ties"].size() ==
          ties_expected(real_data_folder() + "/" + set.name + "/ties.csv", set.options));

    // Where nobody's attitude was asked, a few are made supporters so that somebody can speak.
    std::vector<std::string> speakers;
    for (const Json& person : account["people"])
      if (person["id"] != set.decider && speakers.size() < 3) speakers.push_back(person["id"]);
    data.attitude(speakers, "supporter");
    const Json told = data.advice({"--to", set.decider, "--parts", "reach,routes,coalition"});
    CHECK(told["decision_makers"] == Json({set.decider}));
    CHECK((!told["carriers"].empty() || told.contains("refusal")));
    double last = 1;
    for (const Json& one : told["carriers"]) {
      CHECK(one["value"].get<double>() <= last + told["interval"].get<double>() + 1e-9);
      last = one["value"];
    }
    for (const std::string& view : all_views) {
      INFO(view);
      const Drawing drawing = drawing_of(view, {data.file()});
      // None of us is in these accounts, so that nobody's coverage can be shown.
      CHECK(drawing.scene["cards"].size() == (view == "coverage" ? 0 : set.people));
      CHECK(overlapping_cards(drawing.scene) == 0);
      if (set.people <= 80) CHECK(links_behind_cards(drawing.scene) == 0);
    }
  }
}

TEST_CASE("a real table with words that are not mapped is refused with all of them") {
  if (!has_real_data()) return;
  const ScratchFolder scratch;
  const std::string source = real_data_folder() + "/bank-wiring-room";
  import_table(source + "/people.csv", scratch / "a.inroad", {});
  const Ran ran = inroad({"import", source + "/ties.csv", "--into", scratch / "a.inroad"});
  REQUIRE(ran.exit_code == 3);
  for (const char* word : {"RDGAM", "RDCON", "RDPOS", "RDNEG", "RDHLP", "RDJOB", "--tie"})
    CHECK(ran.err.find(word) != std::string::npos);
}

}  // namespace inroad::test
