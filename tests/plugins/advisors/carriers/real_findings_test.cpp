// SPDX-License-Identifier: MIT
//
// Findings on networks from the field that no command shows: how many hear it from several people
// together, whether hearing it foretells what they do, which side people lean to. Real data; skipped
// where absent.
#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>

#include "catch.h"
#include "engine/reach.h"
#include "engine/second_opinion.h"
#include "real_data.h"

namespace inroad::carriers {
namespace {

using test::has_real_data;
using test::real_data_folder;
using test::rows_of;
using Row = std::map<std::string, std::string>;

// A network in which every tie has the same chance and everybody but those blocked passes on.
class Field {
 public:
  Field(const std::string& name, const std::set<std::string>& relations, bool runs_both_ways) {
    const std::string folder = real_data_folder() + "/" + name;
    people_ = rows_of(folder + "/people.csv");
    for (std::size_t i = 0; i < people_.size(); ++i)
      index_[people_[i].at("id")] = static_cast<int>(i);
    // Influence runs from who is named to who names.
    for (const auto& row : rows_of(folder + "/ties.csv")) {
      if (!relations.contains(row.at("relation"))) continue;
      const int named_by = index_.at(row.at("from")), named = index_.at(row.at("to"));
      pairs_.insert({named, named_by});
      if (runs_both_ways) pairs_.insert({named_by, named});
    }
    network_.people = static_cast<int>(people_.size()) + 1;
    network_.relay.assign(people_.size() + 1, 1);
  }

  const std::vector<Row>& people() const { return people_; }
  std::vector<int> having(const std::string& column, const std::set<std::string>& values) const {
    std::vector<int> found;
    for (std::size_t i = 0; i < people_.size(); ++i)
      if (values.contains(people_[i].at(column))) found.push_back(static_cast<int>(i));
    return found;
  }
  void block(const std::vector<int>& people) {
    for (const int person : people) network_.relay[person] = 0;
  }

  // Per listener: P(he hears it when all of these speak). One more person, who tells all of them
  // for sure, stands for them.
  std::vector<double> heard(const std::vector<int>& speakers, const std::vector<int>& listeners,
                            double p) const {
    Network network = network_;
    const int source = network.people - 1;
    for (const auto& [from, to] : pairs_)
      network.arcs.push_back({from, to, p, static_cast<int>(network.arcs.size())});
    for (const int speaker : speakers)
      network.arcs.push_back({source, speaker, 1, static_cast<int>(network.arcs.size())});
    network.speakers = {{source, 1, 1}};
    network.targets = listeners;
    ReachOptions options;
    options.node_budget = 0;
    options.plan.most_work = 20'000'000;
    const auto reach = Reach::compute(network, options);
    std::vector<double> result;
    for (const auto& voter : reach.voters()) result.push_back(voter[source]);
    return result;
  }

 private:
  std::vector<Row> people_;
  std::map<std::string, int> index_;
  std::set<std::pair<int, int>> pairs_;
  Network network_;
};

double spearman(const std::vector<double>& a, const std::vector<double>& b) {
  const auto ranks = [](const std::vector<double>& values) {
    std::vector<double> result;
    for (const double value : values) {
      double below = 0, equal = 0;
      for (const double other : values) {
        below += other < value ? 1 : 0;
        equal += other == value ? 1 : 0;
      }
      result.push_back(below + (equal - 1) / 2);
    }
    return result;
  };
  const auto x = ranks(a), y = ranks(b);
  const double mean = static_cast<double>(a.size() - 1) / 2;
  double xy = 0, xx = 0, yy = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    xy += (x[i] - mean) * (y[i] - mean);
    xx += (x[i] - mean) * (x[i] - mean);
    yy += (y[i] - mean) * (y[i] - mean);
  }
  return xy / std::sqrt(xx * yy);
}

}  // namespace

TEST_CASE("the union drive: Chris alone reaches more than the three who did speak up") {
  if (!has_real_data()) return;
  Field field("silicon-systems", {"friend"}, true);
  field.block(field.having("attitude", {"opponent"}));
  const auto undecided = field.having("attitude", {"unknown"});
  const auto spread = [&](const std::set<std::string>& names, double p) {
    const auto heard = field.heard(field.having("name", names), undecided, p);
    return std::accumulate(heard.begin(), heard.end(), 0.0);
  };
  CHECK(std::abs(spread({"Chris", "Ivo"}, .2) - 6.8) < .15);
  struct {
    double p, three, chris;
  } const expected[] = {{.1, 1.2, 1.94}, {.2, 4.8, 6.1}, {.3, 10.3, 11.1}, {.5, 17.5, 17.2}};
  for (const auto& [p, three, chris] : expected) {
    INFO("p " << p);
    const double found_three = spread({"Hal", "Ivo", "Jack"}, p),
                 found_chris = spread({"Chris"}, p);
    CHECK(std::abs(found_three - three) < .2);
    CHECK(std::abs(found_chris - chris) < .2);
    CHECK((found_chris > found_three) == (p < .4));
  }
}

TEST_CASE("the physicians: hearing it from those who began early foretells nothing") {
  if (!has_real_data()) return;
  const std::string month = "adoption_month_1_17_or_18_none";
  const Field field("ckm-physicians", {"asks_advice", "discusses", "friend"}, false);
  const auto early = field.having(month, {"1", "2"});
  std::vector<int> later;
  std::vector<double> months;
  for (int i = 0; i < static_cast<int>(field.people().size()); ++i) {
    if (std::count(early.begin(), early.end(), i) > 0) continue;
    later.push_back(i);
    months.push_back(std::stod(field.people()[i].at(month)));
  }
  CHECK(early.size() == 20);
  for (const double p : {.1, .3, .5}) {
    INFO("p " << p);
    CHECK(std::abs(spearman(field.heard(early, later, p), months)) < .2);
  }
}

namespace {

// How many lean to each of two who never give way while all others only follow: the second opinion
// with nobody else holding to anything.
struct Camps {
  int first = 0, second = 0, undecided = 0;
  bool operator==(const Camps&) const = default;
};
Camps camps(const std::string& name, const std::map<std::string, double>& weight_of_relation,
            const std::string& first, const std::string& second) {
  const std::string folder = real_data_folder() + "/" + name;
  std::map<std::string, int> index;
  for (const auto& row : rows_of(folder + "/people.csv"))
    index.emplace(row.at("id"), static_cast<int>(index.size()));
  Network network;
  network.people = static_cast<int>(index.size());
  network.relay.assign(index.size(), 1);
  for (const auto& row : rows_of(folder + "/ties.csv")) {
    const auto weight = weight_of_relation.find(row.at("relation"));
    if (weight == weight_of_relation.end()) continue;
    const int a = index.at(row.at("from")), b = index.at(row.at("to"));
    for (const auto& [from, to] : {std::pair(a, b), std::pair(b, a)})
      network.arcs.push_back({from, to, weight->second, static_cast<int>(network.arcs.size())});
  }
  constexpr double never_gives_way = 1.25;
  std::vector<double> opinion(index.size(), 0);
  opinion[index.at(first)] = opinion[index.at(second)] = never_gives_way;
  Camps result;
  for (int person = 0; person < network.people; ++person) {
    network.targets = {person};
    const auto weight = find_second_opinion(network, opinion).weight;
    const double lean = weight[index.at(first)] - weight[index.at(second)];
    ++(lean > 1e-9 ? result.first : lean < -1e-9 ? result.second : result.undecided);
  }
  return result;
}

}  // namespace

TEST_CASE("the mine: Abraham wins the workers, unless the strength of ties is left out") {
  if (!has_real_data()) return;
  const auto found = [](const std::map<std::string, double>& weights) {
    return camps("kapferer-mine", weights, "ABRAHAM", "DONALD");
  };
  CHECK(found({{"multiplex", 1}}) == Camps{12, 1, 2});
  CHECK(found({{"multiplex", 2}, {"uniplex", 1}}) == Camps{9, 6, 0});
  CHECK(found({{"uniplex", 1}}) == Camps{3, 11, 1});
}

}  // namespace inroad::carriers
