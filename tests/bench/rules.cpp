// SPDX-License-Identifier: MIT
#include "rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>
#include <random>

#include "engine/coalition.h"
#include "engine/reach.h"
#include "oracles/case_oracle.h"

namespace inroad::bench {
namespace {

// A client's map as the rules see it: person 0 decides, ties have a strength and how sure we are.
struct Client {
  oracle::Map map;
  std::vector<double> strength;  // per tie
  std::vector<int> attitude;     // 0 mentor .. 4 opponent
  std::vector<int> speakers;     // mentors and supporters
};

using Random = std::mt19937;  // its numbers are the same everywhere; distributions are not

int below(Random& random, int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); }

Client random_client(Random& random, std::size_t ties) {
  const double voice[] = {.9, .6, 0, 0, 0}, relay[] = {.95, .85, .5, .2, 0};
  const double strengths[] = {.25, .5, .75}, sureness[] = {1, .75, .4};
  const int share[] = {10, 40, 75, 88, 100};
  Client client;
  client.map.people = 6 + below(random, 5);
  client.map.deciders = {0};
  for (int person = 0; person < client.map.people; ++person) {
    const int drawn = below(random, 100);
    const int attitude = static_cast<int>(
        std::find_if(share, share + 5, [&](int upto) { return drawn < upto; }) - share);
    client.attitude.push_back(attitude);
    client.map.relay.push_back(relay[attitude]);
    client.map.weight.push_back(person == 0 ? 0 : voice[attitude]);
    if (person > 0 && attitude < 2) client.speakers.push_back(person);
  }
  while (client.map.ties.size() < ties) {
    const int from = below(random, client.map.people), to = below(random, client.map.people);
    const bool is_new =
        from != to && std::none_of(client.map.ties.begin(), client.map.ties.end(),
                                   [&](const auto& t) { return t.from == from && t.to == to; });
    if (!is_new) continue;
    client.strength.push_back(strengths[below(random, 3)]);
    client.map.ties.push_back({from, to, client.strength.back() * sureness[below(random, 3)]});
  }
  return client;
}

constexpr double far = std::numeric_limits<double>::infinity();

// Per person the length of the shortest way to who decides; opponents are gone round.
std::vector<double> distances(const Client& client, const std::function<double(std::size_t)>& tie,
                              const std::function<double(int)>& passing) {
  std::vector<double> result(static_cast<std::size_t>(client.map.people), far);
  result[0] = 0;
  for (int round = 0; round < client.map.people; ++round)
    for (std::size_t k = 0; k < client.map.ties.size(); ++k) {
      const auto& [from, to, chance] = client.map.ties[k];
      if (to != 0 && client.attitude[static_cast<std::size_t>(to)] == 4) continue;
      auto& length = result[static_cast<std::size_t>(from)];
      length = std::min(
          length, result[static_cast<std::size_t>(to)] + tie(k) + (to == 0 ? 0 : passing(to)));
    }
  return result;
}

// Shares of all shortest ways, by hops, that lead through each person.
std::vector<double> betweenness(const Client& client) {
  const auto people = static_cast<std::size_t>(client.map.people);
  std::vector<std::vector<double>> length(people, std::vector<double>(people, far)), ways = length;
  for (std::size_t s = 0; s < people; ++s) {
    ways[s].assign(people, 0);
    length[s][s] = 0;
    ways[s][s] = 1;
    for (double hops = 0; hops < static_cast<double>(people); ++hops)
      for (const auto& tie : client.map.ties) {
        const auto from = static_cast<std::size_t>(tie.from), to = static_cast<std::size_t>(tie.to);
        if (length[s][from] != hops || length[s][to] < hops + 1) continue;
        length[s][to] = hops + 1;
        ways[s][to] += ways[s][from];
      }
  }
  std::vector<double> result(people, 0);
  for (std::size_t s = 0; s < people; ++s)
    for (std::size_t t = 0; t < people; ++t)
      for (std::size_t v = 0; v < people; ++v)
        if (v != s && v != t && s != t && length[s][t] < far &&
            length[s][v] + length[v][t] == length[s][t])
          result[v] += ways[s][v] * ways[v][t] / ways[s][t];
  return result;
}

struct Rule {
  const char* name;
  std::function<std::vector<double>(const Client&)> score;  // the largest is sent
};

double voice_of(const Client& client, int person) {
  return client.map.weight[static_cast<std::size_t>(person)];
}

carriers::Reach reach_of(const Client& client, carriers::Network& network) {
  network.people = client.map.people;
  network.relay = client.map.relay;
  network.targets = {0};
  for (const auto& tie : client.map.ties)
    network.arcs.push_back({tie.from, tie.to, tie.chance, static_cast<int>(network.arcs.size())});
  for (const int person : client.speakers)
    network.speakers.push_back({person, 1, voice_of(client, person)});
  return carriers::Reach::compute(network, {});
}

std::vector<Rule> rules() {
  const auto negated = [](std::vector<double> lengths) {
    for (double& length : lengths) length = -length;
    return lengths;
  };
  const auto nothing = [](int) { return 0.0; };
  return {{"closest supporter, by steps",
           [=](const Client& c) {
             return negated(distances(
                 c, [](std::size_t) { return 1.0; }, nothing));
           }},
          {"closest supporter, strong ties count as short",
           [=](const Client& c) {
             return negated(distances(
                 c, [&](std::size_t k) { return 1 / c.strength[k]; }, nothing));
           }},
          {"strongest tie to the decision maker",
           [](const Client& c) {
             std::vector<double> score(static_cast<std::size_t>(c.map.people), 0);
             for (std::size_t k = 0; k < c.map.ties.size(); ++k)
               if (c.map.ties[k].to == 0)
                 score[static_cast<std::size_t>(c.map.ties[k].from)] = c.strength[k];
             return score;
           }},
          {"a mentor first", [](const Client& c) { return c.map.weight; }},
          {"most ties",
           [](const Client& c) {
             std::vector<double> score(static_cast<std::size_t>(c.map.people), 0);
             for (const auto& tie : c.map.ties) {
               ++score[static_cast<std::size_t>(tie.from)];
               ++score[static_cast<std::size_t>(tie.to)];
             }
             return score;
           }},
          {"betweenness", betweenness},
          {"best single path",
           [=](const Client& c) {
             auto score = negated(distances(
                 c, [&](std::size_t k) { return -std::log(c.map.ties[k].chance); },
                 [&](int p) { return -std::log(c.map.relay[static_cast<std::size_t>(p)]); }));
             for (int p = 1; p < c.map.people; ++p)
               score[static_cast<std::size_t>(p)] += std::log(std::max(1e-300, voice_of(c, p)));
             return score;
           }},
          {"**Inroad**", [](const Client& c) {
             carriers::Network network;
             auto score = reach_of(c, network).reach();
             for (int p = 0; p < c.map.people; ++p)
               score[static_cast<std::size_t>(p)] *= voice_of(c, p);
             return score;
           }}};
}

struct Tally {
  int hits = 0;
  double share = 0, worst = 1;
  void add(double value, double best) {
    const double part = best > 0 ? value / best : 1;
    hits += value >= best - 1e-9 ? 1 : 0;
    share += part;
    worst = std::min(worst, part);
  }
};

std::string name_of(int person) { return std::string(1, static_cast<char>('A' + person)); }

void tell_map(const Client& client, const std::vector<double>& value, int chosen, int best) {
  const char* attitudes[] = {"mentor", "supporter", "neutral", "non-supporter", "opponent"};
  fmt::print("- ");
  for (int p = 1; p < client.map.people; ++p)
    fmt::print("{} {}, ", name_of(p), attitudes[client.attitude[static_cast<std::size_t>(p)]]);
  fmt::print("A decides. Ties:");
  for (const auto& tie : client.map.ties)
    fmt::print(" {}→{} {:.4g}", name_of(tie.from), name_of(tie.to), tie.chance);
  fmt::print(". The best single path sends {} (.{:03.0f}), enumeration {} (.{:03.0f}).\n",
             name_of(chosen), 1000 * value[static_cast<std::size_t>(chosen)], name_of(best),
             1000 * value[static_cast<std::size_t>(best)]);
}

}  // namespace

void rules_bench(const std::vector<std::string>& arguments) {
  const int most = arguments.empty() ? 3000 : std::stoi(arguments[0]);
  const auto all = rules();
  const std::size_t ties[] = {12, 16, 20};
  const int maps[] = {most, std::max(1, most / 8), std::max(1, most / 30)};
  std::vector<std::vector<Tally>> tallies(std::size(ties), std::vector<Tally>(all.size() + 2));
  int told = 0;
  for (std::size_t column = 0; column < std::size(ties); ++column) {
    Random random(static_cast<unsigned>(20261123 + column));
    for (int judged = 0; judged < maps[column];) {
      const Client client = random_client(random, ties[column]);
      if (client.speakers.size() < 3) continue;
      carriers::Network network;
      const auto reach = reach_of(client, network);
      const auto gets_through = [&](int p) {
        return reach.reach()[static_cast<std::size_t>(p)] > 0;
      };
      if (std::count_if(client.speakers.begin(), client.speakers.end(), gets_through) < 2) continue;
      ++judged;
      const oracle::Answers truth(client.map);
      std::vector<double> value(static_cast<std::size_t>(client.map.people), 0);
      for (const int p : client.speakers)
        value[static_cast<std::size_t>(p)] = voice_of(client, p) * truth.alone(p);
      const int best =
          static_cast<int>(std::max_element(value.begin(), value.end()) - value.begin());
      for (std::size_t r = 0; r < all.size(); ++r) {
        const auto score = all[r].score(client);
        const int chosen =
            *std::max_element(client.speakers.begin(), client.speakers.end(), [&](int a, int b) {
              return score[static_cast<std::size_t>(a)] < score[static_cast<std::size_t>(b)];
            });
        const double sent = value[static_cast<std::size_t>(chosen)];
        tallies[column][r].add(sent, value[static_cast<std::size_t>(best)]);
        if (r + 2 == all.size() && column == 0 && told < 3 &&
            sent < .9 * value[static_cast<std::size_t>(best)]) {
          if (told++ == 0) fmt::print("Where the best single path parts from enumeration:\n\n");
          tell_map(client, value, chosen, best);
        }
      }
      double best_pair = 0;
      for (const auto& set : oracle::sets_of(client.map, 2))
        best_pair = std::max(best_pair, truth.set(set));
      auto order = client.speakers;
      std::sort(order.begin(), order.end(), [&](int a, int b) {
        return value[static_cast<std::size_t>(a)] > value[static_cast<std::size_t>(b)];
      });
      tallies[column][all.size()].add(truth.set({order[0], order[1]}), best_pair);
      std::vector<int> pair;
      for (const int speaker : carriers::find_coalition(network, reach, 2).best.speakers)
        pair.push_back(network.speakers[static_cast<std::size_t>(speaker)].person);
      tallies[column][all.size() + 1].add(truth.set(pair), best_pair);
    }
  }
  fmt::print(
      "\n| rule | picks the best at 12 / 16 / 20 ties | mean share of the best | its worst map |\n"
      "|---|---|---|---|\n");
  for (std::size_t r = 0; r < all.size() + 2; ++r) {
    const std::string name = r < all.size()    ? all[r].name
                             : r == all.size() ? "pair: the two best singly"
                                               : "pair: **Inroad**";
    std::string hits, share;
    double worst = 1;
    for (std::size_t c = 0; c < std::size(ties); ++c) {
      const Tally& tally = tallies[c][r];
      hits += fmt::format("{}{:.3g}", c > 0 ? " / " : "", 100.0 * tally.hits / maps[c]);
      share += fmt::format("{}{:.3f}", c > 0 ? " / " : "", tally.share / maps[c]);
      worst = std::min(worst, tally.worst);
    }
    fmt::print("| {} | {} % | {} | {:.2f} |\n", name, hits, share, worst);
  }
  fmt::print("\n{} maps of 12 ties, {} of 16, {} of 20.\n", maps[0], maps[1], maps[2]);
}

}  // namespace inroad::bench
