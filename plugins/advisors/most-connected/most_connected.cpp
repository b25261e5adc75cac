// SPDX-License-Identifier: MIT
//
// The advisor `most-connected`: the simple rule "send the supporter with the most ties". It does
// not even ask whether they lead to whoever decides; it is here to be compared with.
#include <inroad/plugin.hpp>

#include <algorithm>
#include <vector>

#include "common/score_list.h"

namespace inroad::advisors {

class MostConnected : public sdk::Advisor {
 public:
  msg::AdviceT advise(const sdk::Call& call, const msg::AdviceRequest& request) override {
    const msg::Snapshot& snapshot = call.snapshot();
    const Refusals words{sdk::tr("Nobody is named who decides."),
                         sdk::tr("What is shared here does not say how people stand towards us."),
                         sdk::tr("No supporter has a tie to anybody.")};
    if (auto refusal = refused(snapshot, words)) return std::move(*refusal);
    std::vector<int> ties(snapshot.people()->size(), 0);
    if (snapshot.arcs() != nullptr)
      for (const msg::Arc* arc : *snapshot.arcs()) {
        if (!(arc->p() > 0) || arc->from() == arc->to()) continue;
        ++ties[arc->from()];
        ++ties[arc->to()];
      }
    const int most = *std::max_element(ties.begin(), ties.end());
    std::vector<Candidate> candidates;
    for (const std::uint32_t person : supporters(snapshot, request))
      if (ties[person] > 0)
        candidates.push_back({.person = person,
                              .score = static_cast<double>(ties[person]) / most,
                              .why = sdk::tr("Ties counted: {}.", ties[person])});
    return score_list(snapshot, std::move(candidates), words);
  }
};

}  // namespace inroad::advisors

INROAD_PLUGIN(inroad::advisors::MostConnected)
