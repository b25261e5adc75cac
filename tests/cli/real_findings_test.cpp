// SPDX-License-Identifier: MIT
//
// What researchers found in networks they collected, told by `inroad suggest` on their data. With
// the shipped defaults the orders and names must come out; the reference values are for readings
// that the settings give: every tie of the same chance, everybody but opponents passing on.
#include <algorithm>

#include "catch.h"
#include "cli/real_account.h"
#include "run_length.h"

namespace inroad::test {
namespace {

using Values = std::map<std::string, double>;

// How many of those asked about hear it from each carrier, in the mean.
Values heard_by(const RealAccount& account, const std::vector<std::string>& listeners,
                const std::vector<std::string>& carriers) {
  const Json told = account.advice(
      {"--to", joined(listeners), "--carriers", joined(carriers), "--parts", "reach"});
  Values heard;
  for (const Json& one : told["carriers"])
    for (const Json& voter : one["voters"])
      heard[one["person"].get<std::string>()] += voter["reach"].get<double>();
  return heard;
}

std::vector<std::string> by_falling(const Values& values) {
  std::vector<std::string> order;
  for (const auto& [id, value] : values) order.push_back(id);
  std::sort(order.begin(), order.end(), [&](const std::string& a, const std::string& b) {
    return values.at(a) > values.at(b);
  });
  return order;
}

RealAccount union_drive(const std::string& reading) {
  return RealAccount("silicon-systems",
                     {"--tie", "friend=influences" + reading, "--tie", "advice_krackplot=skip"});
}

void check_union_order(const RealAccount& account) {
  const Values heard =
      heard_by(account, account.ids("attitude", "unknown"), account.ids("attitude", "supporter"));
  const auto order = by_falling(heard);
  REQUIRE(order.size() == 5);
  CHECK(order[0] == account.id_of("Chris"));
  for (const char* name : {"Hal", "Jack"})
    CHECK(std::find(order.begin() + 3, order.end(), account.id_of(name)) != order.end());
}

// Who hears more from the first than from the second of two who hold opposite positions, each
// counted with his own side.
struct Camps {
  std::vector<std::string> first, second;
};
Camps camps(const RealAccount& account, const std::string& a, const std::string& b) {
  std::vector<std::string> others;
  for (const auto& row : account.people())
    if (row.at("id") != a && row.at("id") != b) others.push_back(row.at("id"));
  const Json told =
      account.advice({"--to", joined(others), "--carriers", a + "," + b, "--parts", "reach"});
  Values lead;
  const Json by_a = carrier(told, a), by_b = carrier(told, b);
  for (const Json& voter : by_a["voters"]) lead[voter["person"]] += voter["reach"].get<double>();
  for (const Json& voter : by_b["voters"]) lead[voter["person"]] -= voter["reach"].get<double>();
  Camps found{{a}, {b}};
  for (const auto& [id, by] : lead)
    if (by != 0) (by > 0 ? found.first : found.second).push_back(id);
  return found;
}

}  // namespace

TEST_CASE("the union drive: Chris would have carried it furthest, Hal and Jack least") {
  if (!has_real_data()) return;
  RealAccount account = union_drive(":both");
  check_union_order(account);
  account.uniform(.2);
  const auto undecided = account.ids("attitude", "unknown");
  const Values heard = heard_by(account, undecided, account.ids("attitude", "supporter"));
  const Values expected{{"Chris", 6.2}, {"Ivo", 3.6}, {"Ovid", 3.4}, {"Hal", 1.0}, {"Jack", .65}};
  for (const auto& [name, value] : expected) {
    INFO(name);
    CHECK(std::abs(heard.at(account.id_of(name)) - value) < .15);
  }
  if (!is_long_run()) return;
  for (const char* reading : {"", ":reverse", ":both"}) {
    RealAccount other = union_drive(reading);
    check_union_order(other);
    for (const double p : {.1, .2, .3, .5}) {
      INFO("reading " << reading << " p " << p);
      other.uniform(p);
      check_union_order(other);
    }
  }
}

TEST_CASE("the union drive: Chris is torn between the drive and three who are against it") {
  if (!has_real_data()) return;
  const RealAccount account = union_drive(":both");
  const Json told = account.advice({"--to", account.id_of("Abe"), "--carriers",
                                    account.id_of("Chris"), "--parts", "reach,risks"});
  const Json chris = carrier(told, account.id_of("Chris"));
  std::vector<std::string> opponents;
  for (const Json& risk : chris["risks"])
    if (risk["kind"] == "cross_pressure") opponents.push_back(risk["person"]);
  std::vector<std::string> expected;
  for (const char* name : {"Dale", "Mel", "Robin"}) expected.push_back(account.id_of(name));
  std::sort(opponents.begin(), opponents.end());
  std::sort(expected.begin(), expected.end());
  CHECK(opponents == expected);
}

TEST_CASE("the union drive without Chris: Ivo or Ovid takes his place, never Hal or Jack") {
  if (!has_real_data()) return;
  RealAccount account = union_drive(":both");
  const auto undecided = account.ids("attitude", "unknown");
  account.attitude({account.id_of("Chris")}, "opponent");  // neither speaks nor passes on
  auto rest = account.ids("attitude", "supporter");
  std::erase(rest, account.id_of("Chris"));
  const auto order = by_falling(heard_by(account, undecided, rest));
  CHECK((order[0] == account.id_of("Ivo") || order[0] == account.id_of("Ovid")));
}

TEST_CASE("the karate club splits as it did, but for one") {
  if (!has_real_data()) return;
  RealAccount account("karate-club",
                      {"--tie", "interaction=influences:both", "--strength", "value/7"});
  account.attitude({"1", "34"}, "supporter");
  const auto with_instructor = account.ids("joined_after_split", "Mr. Hi");
  std::vector<std::string> wrong;
  const Camps found = camps(account, "1", "34");
  CHECK(found.first.size() + found.second.size() == 34);
  for (const auto& row : account.people()) {
    const std::string& id = row.at("id");
    const auto is_in = [&](const auto& list) {
      return std::find(list.begin(), list.end(), id) != list.end();
    };
    if (is_in(found.first) != is_in(with_instructor)) wrong.push_back(id);
  }
  CHECK(wrong == std::vector<std::string>{"9"});
}

TEST_CASE("the mine: Abraham is followed over strong ties, over weak ones alone Donald would be") {
  if (!has_real_data()) return;
  const auto followers = [](const char* multiplex, const char* uniplex) {
    RealAccount account("kapferer-mine", {"--tie", multiplex, "--tie", uniplex});
    account.attitude({"ABRAHAM", "DONALD"}, "supporter");
    const Camps found = camps(account, "ABRAHAM", "DONALD");
    return std::pair(found.first.size(), found.second.size());
  };
  const auto strong = followers("multiplex=influences:both", "uniplex=skip");
  CHECK(strong.first > strong.second);
  const auto weak = followers("multiplex=skip", "uniplex=influences:both");
  CHECK(weak.first < weak.second);
}

TEST_CASE("the managers: four plain ones stand as near to the head as the vice-presidents") {
  if (!has_real_data()) return;
  RealAccount account("hightech-managers", {"--tie", "advice=influences:reverse", "--tie",
                                            "friend=skip", "--tie", "reports_to=skip"});
  auto everybody = account.ids("level", "manager");
  for (const auto& id : account.ids("level", "vice-president")) everybody.push_back(id);
  account.attitude(everybody, "supporter");
  const Values expected{{"2", .19},  {"21", .18}, {"6", .14},  {"14", .14}, {"11", .14},
                        {"18", .13}, {"12", .13}, {"17", .13}, {"1", .06}};
  for (const bool is_reference : {false, true}) {
    if (is_reference) account.uniform(.1);
    const Json told = account.advice({"--to", "7", "--parts", "reach,routes"});
    std::vector<std::string> first{told["carriers"][0]["person"], told["carriers"][1]["person"]};
    std::sort(first.begin(), first.end());
    if (is_reference) CHECK(first == std::vector<std::string>{"2", "21"});
    for (const auto& [id, value] : expected) {
      INFO(id);
      const Json one = carrier(told, id);
      if (is_reference) CHECK(std::abs(one["reach"].get<double>() - value) <= .02);
      const bool is_direct =
          std::any_of(one["routes"].begin(), one["routes"].end(),
                      [](const Json& route) { return route["people"].size() == 2; });
      CHECK(is_direct == (id != "1"));
    }
  }
}

TEST_CASE("the physicians: who is named often adopts early, who is named by nobody late") {
  if (!has_real_data()) return;
  const RealAccount account("ckm-physicians",
                            {"--tie", "asks_advice=influences:reverse", "--tie",
                             "discusses=influences:reverse", "--tie", "friend=influences:reverse"});
  const Json drawn = Json::parse(inroad({"export", account.file(), "-o", "-"}).out);
  std::map<std::string, int> named;
  for (const Json& tie : drawn["ties"]) ++named[tie["from"]];
  std::vector<double> of_unnamed, of_much_named;
  for (const auto& row : account.people()) {
    const double month = std::stod(row.at("adoption_month_1_17_or_18_none"));
    const int count = named[row.at("id")];
    if (count == 0) of_unnamed.push_back(month);
    if (count >= 5) of_much_named.push_back(month);
  }
  const auto median = [](std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return (values[(values.size() - 1) / 2] + values[values.size() / 2]) / 2;
  };
  CHECK(of_unnamed.size() == 30);
  CHECK(median(of_unnamed) == 10.5);
  CHECK(of_much_named.size() == 32);
  CHECK(median(of_much_named) == 5);
}

}  // namespace inroad::test
