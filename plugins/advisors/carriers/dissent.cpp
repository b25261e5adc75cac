// SPDX-License-Identifier: MIT
//
// Where another way to see it says otherwise, and the tie that parts the two.
#include <algorithm>
#include <utility>

#include "advice_maker.h"
#include "engine/second_opinion.h"
#include "sentences.h"

namespace inroad::carriers {

void AdviceMaker::add_dissent() {
  if (ranked_.empty() || !(advice_.carriers[0]->value > 0)) return;
  std::vector<double> opinion;
  for (int person = 0; person < case_.people(); ++person) opinion.push_back(case_.opinion(person));
  const auto second = find_second_opinion(network_, opinion);
  if (second.leader < 0) return;
  // Whoever shares the first rank is no other answer.
  for (const auto& carrier : advice_.carriers)
    if (carrier->rank == 1 && static_cast<int>(carrier->person) == second.leader) return;
  const int ours = network_.speakers[ranked_[0]].person;
  const auto arc = parting_arc(network_, opinion, second.leader, ours);
  auto dissent = sentences::reason(
      "opinions_mix", sentences::weighs_more(case_.name(second.leader), case_.name(ours)),
      second.leader);
  dissent.value = std::clamp(second.weight[second.leader], 0.0, 1.0);
  advice_.dissent.push_back(std::make_unique<msg::ReasonT>(std::move(dissent)));
  if (!arc) return;
  const Arc& parting = network_.arcs[*arc];
  advice_.dissent.push_back(std::make_unique<msg::ReasonT>(sentences::reason(
      "parting_tie", sentences::parts_them(case_.name(parting.from), case_.name(parting.to)), -1,
      case_.tie_of(parting))));
}

}  // namespace inroad::carriers
