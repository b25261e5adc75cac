// SPDX-License-Identifier: MIT
//
// The plain figures a user gets elsewhere, of networks as they were imported: who is named most,
// who stands between the others. They say who is central; they cannot say why not to send them.
#include <algorithm>
#include <queue>

#include "catch.h"
#include "cli/real_account.h"

namespace inroad::test {
namespace {

using Ids = std::vector<std::string>;

struct Graph {
  explicit Graph(const RealAccount& account) {
    const Json drawn = Json::parse(inroad({"export", account.file(), "-o", "-"}).out);
    for (const Json& person : drawn["people"]) ids.push_back(person["id"]);
    for (const Json& tie : drawn["ties"]) arcs.push_back({index(tie["from"]), index(tie["to"])});
  }
  std::size_t index(const std::string& id) const {
    return static_cast<std::size_t>(std::find(ids.begin(), ids.end(), id) - ids.begin());
  }
  // The so many with the highest figures, by name of the account's table where it has names.
  Ids top(std::size_t count, const std::vector<double>& figures, const RealAccount& account) const {
    std::vector<std::size_t> order(ids.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return figures[a] != figures[b] ? figures[a] > figures[b] : ids[a] < ids[b];
    });
    REQUIRE(figures[order[count - 1]] > figures[order[count]] + 1e-9);
    Ids names;
    for (std::size_t i = 0; i < count; ++i)
      for (const auto& row : account.people())
        if (row.at("id") == ids[order[i]])
          names.push_back(row.contains("name") ? row.at("name") : row.at("id"));
    std::sort(names.begin(), names.end());
    return names;
  }

  Ids ids;
  std::vector<std::pair<std::size_t, std::size_t>> arcs;
};

std::vector<double> named_by(const Graph& graph) {
  std::vector<double> count(graph.ids.size());
  for (const auto& [from, to] : graph.arcs) ++count[to];
  return count;
}

std::vector<std::vector<bool>> joined_either_way(const Graph& graph) {
  const std::size_t count = graph.ids.size();
  std::vector joined(count, std::vector<bool>(count));
  for (const auto& [from, to] : graph.arcs) joined[from][to] = joined[to][from] = true;
  return joined;
}

// The share of the shortest ways between two others that lead through each, summed.
std::vector<double> betweenness(const std::vector<std::vector<bool>>& joined) {
  const std::size_t count = joined.size();
  std::vector steps(count, std::vector<int>(count, -1));
  std::vector ways(count, std::vector<double>(count));
  for (std::size_t from = 0; from < count; ++from) {
    std::queue<std::size_t> next({from});
    steps[from][from] = 0, ways[from][from] = 1;
    for (; !next.empty(); next.pop())
      for (std::size_t to = 0, at = next.front(); to < count; ++to) {
        if (!joined[at][to]) continue;
        if (steps[from][to] < 0) steps[from][to] = steps[from][at] + 1, next.push(to);
        if (steps[from][to] == steps[from][at] + 1) ways[from][to] += ways[from][at];
      }
  }
  std::vector<double> sum(count);
  for (std::size_t a = 0; a < count; ++a)
    for (std::size_t b = 0; b < count; ++b)
      for (std::size_t via = 0; via < count; ++via)
        if (via != a && via != b && steps[a][b] > 0 && steps[a][via] > 0 && steps[via][b] > 0 &&
            steps[a][via] + steps[via][b] == steps[a][b])
          sum[via] += ways[a][via] * ways[via][b] / ways[a][b];
  return sum;
}

}  // namespace

TEST_CASE("the union drive: Chris is named most often and stands between most") {
  if (!has_real_data()) return;
  const RealAccount account("silicon-systems",
                            {"--tie", "friend=influences", "--tie", "advice_krackplot=skip"});
  const Graph friends(account);
  CHECK(friends.top(1, named_by(friends), account) == Ids{"Chris"});
  CHECK(friends.top(3, named_by(friends), account) == Ids{"Chris", "Rick", "Tom"});
  const auto between = betweenness(joined_either_way(friends));
  CHECK(friends.top(1, between, account) == Ids{"Chris"});
  CHECK(friends.top(3, between, account) == Ids{"Bob", "Chris", "Steve"});
}

TEST_CASE("the office: those with the most informal ties are not those at the top of the chart") {
  if (!has_real_data()) return;
  const RealAccount account("thurman-office", {"--tie", "informal_multiplex=influences:both",
                                               "--tie", "formal_superior_of=skip"});
  const auto joined = joined_either_way(Graph(account));
  std::vector<double> degrees;
  for (const auto& row : joined)
    degrees.push_back(static_cast<double>(std::count(row.begin(), row.end(), true)));
  CHECK(Graph(account).top(3, degrees, account) == Ids{"ANN", "EMMA", "PETE"});
  CHECK(*std::max_element(degrees.begin(), degrees.end()) == 8);
}

}  // namespace inroad::test
