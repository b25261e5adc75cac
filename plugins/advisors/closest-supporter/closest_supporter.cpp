// SPDX-License-Identifier: MIT
//
// The advisor `closest-supporter`: the simple rule "send the supporter with the fewest steps to who
// decides". It knows nothing of how strong or how sure a tie is; it is here to be compared with.
#include <inroad/plugin.hpp>

#include <cstddef>
#include <deque>
#include <vector>

#include "common/score_list.h"

namespace inroad::advisors {
namespace {

constexpr int none = -1;

/// From every person the first step of a shortest way to who decides. Opponents pass nothing on.
class Ways {
 public:
  explicit Ways(const msg::Snapshot& snapshot) : snapshot_(snapshot) {
    const std::size_t people = snapshot.people()->size();
    next_arc_.assign(people, none);
    steps_.assign(people, none);
    std::vector<std::vector<int>> arcs_into(people);
    for (int k = 0; snapshot.arcs() && k < static_cast<int>(snapshot.arcs()->size()); ++k)
      if (arc(k).p() > 0 && arc(k).from() != arc(k).to()) arcs_into[arc(k).to()].push_back(k);
    std::deque<std::uint32_t> reached;
    for (const std::uint32_t decider : *snapshot.decision_makers()) {
      steps_[decider] = 0;
      reached.push_back(decider);
    }
    for (; !reached.empty(); reached.pop_front()) {
      const std::uint32_t person = reached.front();
      if (steps_[person] > 0 && !(snapshot.standings()->relay()->Get(person) > 0)) continue;
      for (const int k : arcs_into[person]) {
        const std::uint32_t from = arc(k).from();
        if (steps_[from] != none) continue;
        steps_[from] = steps_[person] + 1;
        next_arc_[from] = k;
        reached.push_back(from);
      }
    }
  }

  int steps(std::uint32_t person) const { return steps_[person]; }

  void describe(Candidate& candidate) const {
    candidate.people.push_back(candidate.person);
    for (std::uint32_t at = candidate.person; next_arc_[at] != none; at = candidate.people.back()) {
      candidate.ties.push_back(arc(next_arc_[at]).tie());
      candidate.people.push_back(arc(next_arc_[at]).to());
    }
  }

 private:
  const msg::Arc& arc(int k) const {
    return *snapshot_.arcs()->Get(static_cast<flatbuffers::uoffset_t>(k));
  }
  const msg::Snapshot& snapshot_;
  std::vector<int> next_arc_, steps_;
};

}  // namespace

class ClosestSupporter : public sdk::Advisor {
 public:
  msg::AdviceT advise(const sdk::Call& call, const msg::AdviceRequest& request) override {
    const msg::Snapshot& snapshot = call.snapshot();
    const Refusals words{sdk::tr("Nobody is named who decides."),
                         sdk::tr("What is shared here does not say how people stand towards us."),
                         sdk::tr("No supporter has a way to whoever decides.")};
    if (auto refusal = refused(snapshot, words)) return std::move(*refusal);
    const Ways ways(snapshot);
    std::vector<Candidate> candidates;
    for (const std::uint32_t person : supporters(snapshot, request)) {
      if (ways.steps(person) <= 0) continue;
      Candidate one{.person = person, .score = 1.0 / ways.steps(person)};
      one.why = ways.steps(person) == 1
                    ? std::string(sdk::tr("Speaks to whoever decides."))
                    : sdk::tr("{} steps from whoever decides.", ways.steps(person));
      ways.describe(one);
      candidates.push_back(std::move(one));
    }
    return score_list(snapshot, std::move(candidates), words);
  }
};

}  // namespace inroad::advisors

INROAD_PLUGIN(inroad::advisors::ClosestSupporter)
