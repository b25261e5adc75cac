// SPDX-License-Identifier: MIT
#include "advice_maker.h"

#include <algorithm>
#include <cmath>

#include "engine/ranking.h"
#include "engine/two_voices.h"
#include "sentences.h"

namespace inroad::carriers {
namespace {

constexpr std::uint32_t default_set_size = 2;

}  // namespace

AdviceMaker::AdviceMaker(const msg::Snapshot& snapshot, const msg::AdviceRequest& request)
    : snapshot_(snapshot), request_(request), case_(snapshot, request) {}

bool AdviceMaker::wants(msg::AdvicePart part) const {
  const auto* parts = request_.parts();
  if (parts == nullptr || parts->size() == 0) return true;
  for (flatbuffers::uoffset_t i = 0; i < parts->size(); ++i)
    if (static_cast<msg::AdvicePart>(parts->Get(i)) == part) return true;
  return false;
}

bool AdviceMaker::wants_only_routes() const {
  using enum msg::AdvicePart;
  const auto others = {reach, coalition, risks, questions, stability, dissent};
  return std::none_of(others.begin(), others.end(), [this](auto part) { return wants(part); });
}

ReachOptions AdviceMaker::options() const {
  ReachOptions options;
  if (request_.node_budget() > 0) options.node_budget = request_.node_budget();
  options.plan.seed = snapshot_.settings()->seed();
  return options;
}

ReachOptions AdviceMaker::side_options() const {
  auto result = options();
  result.node_budget = reach_->is_exact() ? result.node_budget / 4 : 0;
  result.plan.most_work /= 4;
  result.plan.most_worlds /= 4;
  return result;
}

msg::AdviceT AdviceMaker::make(const std::function<void(double)>& progress) {
  advice_.method = msg::Method::exact;
  advice_.level = 1;
  if (refuse()) return std::move(advice_);
  network_ = case_.ours();
  finder_.emplace(network_);
  if (!wants_only_routes()) work_out_reach();
  progress(.3);
  rank_speakers();
  add_barred();
  study_ties();
  add_carriers();
  explain_leader();
  if (wants(msg::AdvicePart::stability)) add_stability();
  progress(.6);
  if (wants(msg::AdvicePart::coalition)) add_coalition();
  if (wants(msg::AdvicePart::risks)) {
    add_exposure();
    add_leader_risks();
    add_counter();
    add_decider_risks();
  }
  progress(.8);
  if (wants(msg::AdvicePart::questions)) add_questions();
  if (wants(msg::AdvicePart::dissent)) add_dissent();
  return std::move(advice_);
}

/// What makes any advice impossible. Nobody getting through is found out later, by rank_speakers.
bool AdviceMaker::refuse() {
  const auto refused = [&](const char* kind, std::string text) {
    advice_.refusal = std::make_unique<msg::ReasonT>(sentences::reason(kind, std::move(text)));
    return true;
  };
  if (case_.deciders().empty()) return refused("no_decision_maker", sentences::no_decision_maker());
  if (!case_.has_standings()) return refused("not_shared", sentences::not_shared());
  return false;
}

void AdviceMaker::work_out_reach() {
  reach_ = Reach::compute(network_, options());
  if (reach_->is_exact()) return;
  advice_.method = msg::Method::sampled;
  advice_.interval = reach_->interval();
  advice_.level = reach_->level();
}

std::vector<double> AdviceMaker::values() {
  std::vector<double> values;
  for (const Speaker& speaker : network_.speakers) {
    if (reach_) {
      values.push_back(speaker.weight() * reach_->reach()[speaker.person]);
    } else {
      const auto routes = finder_->best(speaker, 1);
      values.push_back(routes.empty() ? 0 : routes[0].value);
    }
  }
  return values;
}

void AdviceMaker::rank_speakers() {
  const std::vector<double> all = values();
  std::vector<double> values;
  std::vector<int> places, speakers;
  bool may_any_speak = false, does_any_get_through = false;
  for (int i = 0; i < static_cast<int>(network_.speakers.size()); ++i) {
    const Speaker& speaker = network_.speakers[i];
    const double value = all[i];
    may_any_speak = may_any_speak || speaker.weight() > 0;
    does_any_get_through = does_any_get_through || value > 0;
    const bool is_listed = value > 0 || (case_.is_restricted() && case_.is_named(speaker.person));
    if (!is_listed) continue;
    speakers.push_back(i);
    values.push_back(value);
    places.push_back(id_place(network_, speaker.person));
  }
  for (const auto& standing : rank(values, places, advice_.interval)) {
    const int speaker = speakers[standing.index];
    ranked_.push_back(speaker);
    auto carrier = std::make_unique<msg::CarrierT>();
    carrier->person = static_cast<std::uint32_t>(network_.speakers[speaker].person);
    carrier->rank = carrier->group = static_cast<std::uint32_t>(standing.rank);
    carrier->value = values[standing.index];
    advice_.carriers.push_back(std::move(carrier));
  }
  if (does_any_get_through) return;
  advice_.refusal = std::make_unique<msg::ReasonT>(sentences::reason(
      "no_route", may_any_speak ? sentences::no_way() : sentences::nobody_may_speak()));
}

void AdviceMaker::add_coalition() {
  const auto size = request_.coalition() > 0 ? request_.coalition() : default_set_size;
  const auto found = find_coalition(network_, *reach_, static_cast<int>(std::min(size, 16u)));
  if (found.best.speakers.empty()) return;
  advice_.coalition = std::make_unique<msg::CoalitionT>();
  auto& coalition = *advice_.coalition;
  for (int speaker : found.best.speakers)
    coalition.people.push_back(static_cast<std::uint32_t>(network_.speakers[speaker].person));
  coalition.reach = found.best.reach;
  coalition.is_optimal = found.is_optimal;
  coalition.gains = found.gains;
  if (!found.is_optimal) {
    coalition.at_least = found.at_least;
    coalition.at_most = found.at_most;
  }
  const double level = reach_->is_exact() ? SamplePlan{}.level : reach_->level();
  const auto voices =
      find_two_voices(network_, found.best.speakers, snapshot_.settings()->seed(), level);
  if (voices) {
    coalition.two_voices = std::clamp(voices->chance, 0.0, 1.0);
    coalition.two_voices_interval = std::clamp(voices->half_width, 0.0, 1.0);
  }
  if (found.next.speakers.empty()) return;
  for (int speaker : found.next.speakers)
    coalition.next_people.push_back(static_cast<std::uint32_t>(network_.speakers[speaker].person));
  coalition.next_reach = found.next.reach;
}

}  // namespace inroad::carriers
