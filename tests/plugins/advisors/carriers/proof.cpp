// SPDX-License-Identifier: MIT
#include "proof.h"

#include <algorithm>

#include "engine/coalition.h"
#include "engine/ranking.h"
#include "engine/reach.h"
#include "random_maps.h"

namespace inroad::carriers::testing {
namespace {

// Who hears it that should not: the opponents as targets, those who decide silent.
std::vector<double> exposure(const oracle::Map& map, const Network& ours) {
  Network network = ours;
  network.targets = map.opponents;
  for (const int decider : map.deciders) network.relay[decider] = 0;
  std::erase_if(network.speakers, [&](const Speaker& speaker) {
    return std::count(map.opponents.begin(), map.opponents.end(), speaker.person) > 0;
  });
  ReachOptions options;
  options.any_target = true;
  return Reach::compute(network, options).reach();
}

void compare_coalitions(Proof& proof, const Network& network, const Reach& reach,
                        const oracle::Map& map, const oracle::Answers& answers) {
  for (const int size : {2, 3}) {
    double best = 0;
    for (const auto& set : oracle::sets_of(map, size)) best = std::max(best, answers.set(set));
    const auto found = find_coalition(network, reach, size);
    std::vector<int> people;
    for (const int speaker : found.best.speakers)
      people.push_back(network.speakers[speaker].person);
    proof.equal("the best set", found.best.reach, best);
    proof.equal("the set named", people.empty() ? 0 : answers.set(people), best);
    proof.holds("the set is small enough", static_cast<int>(people.size()) <= size);
    proof.holds("the set is called optimal", found.is_optimal);
  }
}

}  // namespace

void compare_with_enumeration(Proof& proof, const oracle::Map& map,
                              const oracle::Answers& answers) {
  const Network network = network_of(map);
  const auto reach = Reach::compute(network, {});
  proof.holds("exact", reach.is_exact());
  std::vector<double> values;
  std::vector<int> places;
  double best = 0;
  for (const auto& speaker : network.speakers) {
    const double alone = answers.alone(speaker.person);
    proof.equal("reach", reach.reach()[speaker.person], alone);
    for (std::size_t t = 0; t < reach.voters().size(); ++t)
      proof.equal("a voter", reach.voters()[t][speaker.person],
                  answers.to(map.deciders[t], speaker.person));
    values.push_back(speaker.weight() * reach.reach()[speaker.person]);
    places.push_back(speaker.person);
    best = std::max(best, map.weight[speaker.person] * alone);
  }
  if (!values.empty()) {
    const int first = network.speakers[rank(values, places, 0).front().index].person;
    proof.equal("the best carrier", map.weight[first] * answers.alone(first), best);
  }
  compare_coalitions(proof, network, reach, map, answers);
  if (map.opponents.empty()) return;
  const auto heard = exposure(map, network);
  for (const auto& speaker : network.speakers)
    if (std::count(map.opponents.begin(), map.opponents.end(), speaker.person) == 0)
      proof.equal("exposure", heard[speaker.person], answers.exposed(speaker.person));
}

}  // namespace inroad::carriers::testing
