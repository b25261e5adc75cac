// SPDX-License-Identifier: MIT
//
// What can go wrong: with one speaker, with the leader's path, from the other side, with those who
// decide. Each risk names the person or tie that raises it.
#include <algorithm>
#include <utility>

#include "advice_maker.h"
#include "engine/weak_points.h"
#include "sentences.h"

namespace inroad::carriers {
namespace {

constexpr double worth_a_word = 0.05;  ///< below this a chance is called "hardly"
constexpr double much = 0.2;           ///< of a person's reach, hanging on one tie

std::unique_ptr<msg::ReasonT> owned(msg::ReasonT reason) {
  return std::make_unique<msg::ReasonT>(std::move(reason));
}

}  // namespace

void AdviceMaker::add_barred() {
  for (int person = 0; person < case_.people(); ++person)
    if (const auto tie = case_.barring_tie(person))
      advice_.barred.push_back(owned(sentences::reason(
          "open_conflict", sentences::open_conflict(case_.name(person)), person, *tie)));
}

void AdviceMaker::study_ties() {
  opponents_near_.assign(case_.people(), {});
  const auto* ties = snapshot_.ties();
  if (ties == nullptr || ties->ends() == nullptr) return;
  for (int k = 0; k < static_cast<int>(ties->ends()->size()); ++k) {
    const msg::TieEnds& ends = *ties->ends()->Get(static_cast<flatbuffers::uoffset_t>(k));
    const int from = static_cast<int>(ends.from()), to = static_cast<int>(ends.to());
    if (from == to) continue;
    if (ends.kind() == msg::TieKind::trusts) trusts_.insert({from, to});
    if (ends.kind() != msg::TieKind::trusts && ends.kind() != msg::TieKind::influences) continue;
    for (const auto& [one, other] : {std::pair{from, to}, std::pair{to, from}})
      if (case_.is_opponent(other) && !case_.decides(other)) opponents_near_[one].emplace(other, k);
  }
}

void AdviceMaker::add_speaker_risks(msg::CarrierT& carrier,
                                    const std::vector<Route>& routes) const {
  const int person = static_cast<int>(carrier.person);
  const auto add = [&](msg::ReasonT risk) { carrier.risks.push_back(owned(std::move(risk))); };
  if (carrier.is_conditional)
    add(sentences::reason("no_coverage", sentences::no_coverage(case_.name(person)), person));

  for (const auto& [opponent, tie] : opponents_near_[person])
    add(sentences::reason("cross_pressure",
                          sentences::torn(case_.name(person), case_.name(opponent)), opponent,
                          tie));

  // Where nobody ever noted who trusts whom, its absence says nothing.
  if (trusts_.empty() || routes.empty()) return;
  for (int k : routes[0].arcs) {
    const Arc& arc = network_.arcs[k];
    if (case_.arc(arc).reason() != msg::ArcReason::influence) continue;
    if (trusts_.contains({arc.to, arc.from})) continue;
    add(sentences::reason("respected_not_trusted",
                          sentences::not_trusted(case_.name(arc.from), case_.name(arc.to)),
                          arc.from, case_.tie_of(arc)));
    return;
  }
}

/// How likely an opponent hears of it from each speaker, and which one most likely does.
void AdviceMaker::add_exposure() {
  const Network network = case_.overheard();
  if (network.targets.empty()) {
    for (auto& carrier : advice_.carriers) carrier->exposure = 0.0;
    return;
  }
  auto heard_by_any = side_options();
  heard_by_any.any_target = true;
  const auto heard = Reach::compute(network, heard_by_any);
  // A sampled number beside exact ones would pass for exact.
  if (reach_->is_exact() && !heard.is_exact()) return;
  // That whoever decides hears it is what we want, whatever he thinks of us.
  Network elsewhere = network;
  std::erase_if(elsewhere.targets, [&](int person) { return case_.decides(person); });
  RouteFinder finder(elsewhere);
  const auto limit = snapshot_.settings()->exposure_limit();
  for (std::size_t i = 0; i < ranked_.size(); ++i) {
    const Speaker& speaker = network_.speakers[ranked_[i]];
    msg::CarrierT& carrier = *advice_.carriers[i];
    const double exposure = std::min(1.0, speaker.weight() * heard.reach()[speaker.person]);
    carrier.exposure = exposure;
    const auto add = [&](msg::ReasonT risk) {
      risk.value = exposure;
      carrier.risks.push_back(owned(std::move(risk)));
    };
    if (limit.has_value() && exposure > *limit)
      add(sentences::reason("over_exposure_limit",
                            sentences::over_limit(case_.name(speaker.person)), speaker.person));
    if (exposure < worth_a_word) continue;
    const auto routes = finder.best(speaker, 1);
    if (routes.empty()) continue;
    const int opponent = routes[0].people.back();
    add(sentences::reason(
        "opponent_hears",
        sentences::opponent_hears(case_.name(speaker.person), case_.name(opponent)), opponent));
  }
}

/// What everything hangs on, seen from whoever is first.
void AdviceMaker::add_leader_risks() {
  if (ranked_.empty() || !(advice_.carriers[0]->value > 0)) return;
  const int leader = network_.speakers[ranked_[0]].person;
  const auto add = [&](msg::ReasonT risk) { advice_.risks.push_back(owned(std::move(risk))); };
  const auto weak = find_weak_points(network_, leader);
  for (int person : weak.people)
    add(sentences::reason("single_point",
                          sentences::everything_hangs_on(case_.name(person), case_.name(leader)),
                          person));
  if (weak.people.empty() && !weak.arcs.empty()) {
    const Arc& arc = network_.arcs[weak.arcs.front()];
    add(sentences::reason("single_point",
                          sentences::everything_hangs_on_tie(
                              case_.name(arc.from), case_.name(arc.to), case_.name(leader)),
                          -1, case_.tie_of(arc)));
  }
  if (!reach_->is_exact()) return;
  const auto slopes = reach_->slopes(leader);
  for (std::size_t k = 0; k < network_.arcs.size(); ++k) {
    const Arc& arc = network_.arcs[k];
    const auto level = case_.level_of(arc);
    const bool is_guess = level == msg::Evidence::assumption || level == msg::Evidence::hint ||
                          level == msg::Evidence::inferred;
    const double lost = arc.p * slopes.arc[k] / slopes.value;
    if (!is_guess || !(lost > much)) continue;
    auto risk = sentences::reason(
        "weak_evidence", sentences::rests_on_a_guess(case_.name(arc.from), case_.name(arc.to)), -1,
        case_.tie_of(arc));
    risk.value = std::min(1.0, lost);
    add(std::move(risk));
  }
}

void AdviceMaker::add_counter() {
  const Network network = case_.against_us();
  if (network.speakers.empty()) {
    advice_.counter = 0.0;
  } else {
    const auto reach = Reach::compute(network, side_options());
    // Of a committee, somebody may hear it from one who could not carry a majority alone.
    const auto is_heard = [&](int person) {
      return reach.reach()[person] > 0 ||
             std::any_of(reach.voters().begin(), reach.voters().end(),
                         [&](const auto& voter) { return voter[person] > 0; });
    };
    std::vector<int> all;
    for (std::size_t i = 0; i < network.speakers.size(); ++i)
      if (network.speakers[i].weight() > 0 && is_heard(network.speakers[i].person))
        all.push_back(static_cast<int>(i));
    const bool is_whole = all.size() <= reach.choosable().size() && reach.is_submodular();
    if (reach.is_exact() || (!reach_->is_exact() && is_whole))
      advice_.counter = std::clamp(reach.with(all).reach, 0.0, 1.0);
    const auto loudest = std::max_element(all.begin(), all.end(), [&](int a, int b) {
      const auto value = [&](int i) {
        return network.speakers[i].weight() * reach.reach()[network.speakers[i].person];
      };
      return value(a) < value(b);
    });
    if (loudest != all.end() && reach.reach()[network.speakers[*loudest].person] > 0) {
      const int person = network.speakers[*loudest].person;
      auto risk =
          sentences::reason("counter_case", sentences::speaks_against(case_.name(person)), person);
      risk.value =
          std::clamp(network.speakers[*loudest].weight() * reach.reach()[person], 0.0, 1.0);
      advice_.risks.push_back(owned(std::move(risk)));
    }
  }
  // P(only ours arrives) - P(only theirs arrives): what arrives of both cancels, so that the two
  // may hang together in whatever way.
  if (advice_.counter.has_value() && advice_.coalition)
    advice_.lead = advice_.coalition->reach - *advice_.counter;
}

void AdviceMaker::add_decider_risks() {
  for (int decider : case_.deciders()) {
    const auto attitude = case_.attitude(decider);
    if (attitude != msg::Attitude::mentor && attitude != msg::Attitude::opponent) continue;
    const bool is_mentor = attitude == msg::Attitude::mentor;
    advice_.risks.push_back(owned(
        sentences::reason(is_mentor ? "decision_maker_is_mentor" : "decision_maker_is_opponent",
                          sentences::decider_is(case_.name(decider), attitude), decider)));
  }
}

}  // namespace inroad::carriers
