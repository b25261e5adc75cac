// SPDX-License-Identifier: MIT
//
// The entries of those who can speak for us: their factors, routes, reasons and what would help.
#include <algorithm>
#include <utility>

#include "advice_maker.h"
#include "engine/stability.h"
#include "sentences.h"

namespace inroad::carriers {
namespace {

/// Diagram nodes that may be visited to find out what would help everybody most.
constexpr std::size_t most_lift_work = 40'000'000;

std::unique_ptr<msg::ReasonT> owned(msg::ReasonT reason) {
  return std::make_unique<msg::ReasonT>(std::move(reason));
}

}  // namespace

void AdviceMaker::add_carriers() {
  const bool lists_routes = wants(msg::AdvicePart::routes);
  const auto shown = lists_routes ? std::min(request_.routes(), 1000u) : 0u;
  for (std::size_t i = 0; i < ranked_.size(); ++i) {
    const Speaker& speaker = network_.speakers[ranked_[i]];
    msg::CarrierT& carrier = *advice_.carriers[i];
    carrier.access = speaker.access;
    carrier.voice = speaker.voice;
    carrier.is_conditional = case_.is_conditional(speaker.person);
    if (reach_) add_reach(carrier);
    auto routes = finder_->best(speaker, static_cast<int>(std::max(shown, 1u)));
    if (reach_) explain(carrier, speaker, routes);
    if (wants(msg::AdvicePart::risks)) add_speaker_risks(carrier, routes);
    if (lists_routes) {
      routes.resize(std::min<std::size_t>(routes.size(), shown));
      add_routes(carrier, routes);
    }
  }
}

void AdviceMaker::add_reach(msg::CarrierT& carrier) const {
  carrier.reach = reach_->reach()[carrier.person];
  for (std::size_t t = 0; t < reach_->voters().size(); ++t) {
    auto voter = std::make_unique<msg::VoterT>();
    voter->person = static_cast<std::uint32_t>(network_.targets[t]);
    voter->reach = std::min(1.0, reach_->voters()[t][carrier.person]);
    carrier.voters.push_back(std::move(voter));
  }
}

void AdviceMaker::add_routes(msg::CarrierT& carrier, const std::vector<Route>& routes) const {
  for (const Route& route : routes) {
    auto shown = std::make_unique<msg::RouteT>();
    for (int person : route.people) shown->people.push_back(static_cast<std::uint32_t>(person));
    for (int arc : route.arcs)
      shown->ties.push_back(static_cast<std::uint32_t>(case_.tie_of(network_.arcs[arc])));
    shown->value = route.value;
    shown->weakest = case_.tie_of(network_.arcs[route.weakest]);
    carrier.routes.push_back(std::move(shown));
  }
}

void AdviceMaker::explain(msg::CarrierT& carrier, const Speaker& speaker,
                          const std::vector<Route>& routes) {
  const int person = speaker.person;
  if (speaker.voice > 0) {
    auto why = sentences::reason(
        "voice", sentences::stands(case_.name(person), case_.attitude(person)), person);
    why.claim = case_.attitude_claim(person);
    why.value = speaker.voice;
    carrier.why.push_back(owned(std::move(why)));
  }
  if (!case_.is_conditional(person)) {
    auto why = sentences::reason("access",
                                 sentences::talk_often(case_.name(person), speaker.access), person);
    why.value = speaker.access;
    carrier.why.push_back(owned(std::move(why)));
  }
  if (!routes.empty()) {
    const Arc& first = network_.arcs[routes[0].arcs[0]];
    auto why =
        sentences::reason("path",
                          sentences::has_the_ear(case_.name(first.from), case_.name(first.to),
                                                 case_.decides(first.to)),
                          first.to, case_.tie_of(first));
    why.value = first.p;
    carrier.why.push_back(owned(std::move(why)));
  }
  if (carrier.value > 0) add_lift(carrier, speaker);
}

/// The single step that would raise the value most, with how much: talk more often, win the person
/// over, or win over somebody who has to pass it on.
void AdviceMaker::add_lift(msg::CarrierT& carrier, const Speaker& speaker) const {
  const int person = speaker.person;
  const double reach = reach_->reach()[person];
  double best = 1e-9;
  msg::ReasonT lift;
  const auto offer = [&](const char* kind, double gain, int about, auto text) {
    if (gain <= best) return;
    best = gain;
    lift = sentences::reason(kind, text(), about);
    lift.value = std::min(1.0, gain);
  };
  offer("access", (1 - speaker.access) * speaker.voice * reach, person,
        [&] { return sentences::talk_more(case_.name(person)); });
  const double most_voice = case_.table_voice(msg::Attitude::mentor);
  offer("attitude", (most_voice - speaker.voice) * speaker.access * reach, person,
        [&] { return sentences::win_over(case_.name(person)); });
  if (reach_->is_exact() && reach_->size() * ranked_.size() <= most_lift_work) {
    const auto slopes = reach_->slopes(person);
    const double most_relay = case_.table_relay(msg::Attitude::mentor);
    for (int other = 0; other < network_.people; ++other) {
      if (other == person || case_.decides(other)) continue;
      offer("attitude",
            (most_relay - network_.relay[other]) * slopes.relay[other] * speaker.weight(), other,
            [&] { return sentences::win_to_pass_on(case_.name(other), case_.name(person)); });
    }
  }
  if (!lift.text.empty()) carrier.lift.push_back(owned(std::move(lift)));
}

/// What each tie of the leader's best path carries: how far he falls without it, and to whom.
void AdviceMaker::explain_leader() {
  if (!reach_ || !reach_->is_exact() || ranked_.empty() || !(advice_.carriers[0]->value > 0)) return;
  msg::CarrierT& leader = *advice_.carriers[0];
  const Speaker& speaker = network_.speakers[ranked_[0]];
  for (const Route& route : finder_->best(speaker, 1))
    for (const int k : route.arcs) {
      Chances chances = chances_of(network_);
      chances.arc[k] = 0;
      const auto reach = reach_->reach_with(chances);
      const auto value = [&](int i) {
        return network_.speakers[i].weight() * reach[network_.speakers[i].person];
      };
      const double left = value(ranked_[0]);
      const int first = *std::max_element(ranked_.begin(), ranked_.end(),
                                          [&](int a, int b) { return value(a) < value(b); });
      const bool is_passed = value(first) > left + 1e-9;
      const Arc& arc = network_.arcs[k];
      auto why = sentences::reason(
          "without_tie",
          sentences::without_tie(
              {case_.name(arc.from), case_.name(arc.to), case_.name(speaker.person), leader.value,
               left, is_passed ? case_.name(network_.speakers[first].person) : std::string()}),
          is_passed ? network_.speakers[first].person : -1, case_.tie_of(arc));
      why.value = left;
      leader.why.push_back(owned(std::move(why)));
    }
}

void AdviceMaker::add_stability() {
  std::vector<int> order;
  for (int speaker : ranked_)
    if (network_.speakers[speaker].weight() > 0) order.push_back(speaker);
  const auto* settings = snapshot_.settings();
  const auto found = find_stability(
      network_, *reach_, case_.draw_weights(network_), order,
      static_cast<int>(std::min(settings->stability_draws(), 100'000u)), settings->seed());
  if (found.draws == 0) return;
  for (std::size_t i = 0; i < ranked_.size(); ++i) {
    advice_.carriers[i]->first_share = std::min(1.0, found.first_share[ranked_[i]]);
    advice_.carriers[i]->group = static_cast<std::uint32_t>(found.group[ranked_[i]]);
  }
}

}  // namespace inroad::carriers
