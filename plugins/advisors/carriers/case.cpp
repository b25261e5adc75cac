// SPDX-License-Identifier: MIT
#include "case.h"

#include <inroad/words.hpp>

#include <algorithm>
#include <numeric>
#include <string_view>

namespace inroad::carriers {
namespace {

// Used where the snapshot holds none, so that accessors need not ask.
const msg::Standings& standings_of(const msg::Snapshot& snapshot) {
  static const std::vector<std::uint8_t> empty = [] {
    flatbuffers::FlatBufferBuilder builder;
    const msg::StandingsT none;
    builder.Finish(msg::Standings::Pack(builder, &none));
    return std::vector<std::uint8_t>(builder.GetBufferPointer(),
                                     builder.GetBufferPointer() + builder.GetSize());
  }();
  if (snapshot.standings() != nullptr) return *snapshot.standings();
  return *flatbuffers::GetRoot<msg::Standings>(empty.data());
}

template <class Vector>
bool has_one_each(const Vector* vector, int people) {
  return vector != nullptr && static_cast<int>(vector->size()) == people;
}

std::size_t place_of(msg::Attitude attitude) { return static_cast<std::size_t>(attitude) - 1; }

msg::Attitude mirrored(msg::Attitude attitude) {
  switch (attitude) {
    case msg::Attitude::mentor:
      return msg::Attitude::opponent;
    case msg::Attitude::supporter:
      return msg::Attitude::non_supporter;
    case msg::Attitude::non_supporter:
      return msg::Attitude::supporter;
    case msg::Attitude::opponent:
      return msg::Attitude::mentor;
    default:
      return msg::Attitude::neutral;
  }
}

constexpr msg::Attitude known[] = {msg::Attitude::mentor, msg::Attitude::supporter,
                                   msg::Attitude::neutral, msg::Attitude::non_supporter,
                                   msg::Attitude::opponent};

}  // namespace

Case::Case(const msg::Snapshot& snapshot, const msg::AdviceRequest& request)
    : snapshot_(snapshot), standings_(standings_of(snapshot)) {
  people_ = snapshot.people() ? static_cast<int>(snapshot.people()->size()) : 0;
  const msg::Standings& s = standings_;
  const auto* settings = snapshot.settings();
  const auto holds = [](const flatbuffers::Vector<double>* table) {
    return table != nullptr && table->size() >= std::size(known);
  };
  has_standings_ =
      has_one_each(s.attitude(), people_) && has_one_each(s.attitude_evidence(), people_) &&
      has_one_each(s.attitude_level(), people_) && has_one_each(s.attitude_claim(), people_) &&
      has_one_each(s.voice(), people_) && has_one_each(s.relay(), people_) &&
      has_one_each(s.access(), people_) && has_one_each(s.is_conditional(), people_) &&
      has_one_each(s.may_carry(), people_) && has_one_each(s.barred_by(), people_) &&
      has_one_each(s.may_pass_on(), people_) && settings != nullptr && holds(settings->voice()) &&
      holds(settings->relay()) && holds(settings->prior());
  is_named_.assign(people_, 0);
  is_decider_.assign(people_, 0);
  is_restricted_ = request.is_restricted();
  if (is_restricted_ && request.only() != nullptr)
    for (const std::uint32_t person : *request.only()) is_named_[person] = 1;
  if (snapshot.decision_makers() != nullptr)
    for (const std::uint32_t person : *snapshot.decision_makers()) {
      if (is_decider_[person]) continue;
      is_decider_[person] = 1;
      deciders_.push_back(static_cast<int>(person));
    }
}

msg::Attitude Case::attitude(int person) const {
  return static_cast<msg::Attitude>(standings_.attitude()->Get(at(person)));
}

msg::Evidence Case::attitude_level(int person) const {
  return static_cast<msg::Evidence>(standings_.attitude_level()->Get(at(person)));
}

bool Case::is_unknown(int person) const {
  const auto held = attitude(person);
  return held == msg::Attitude::unset || held == msg::Attitude::unknown;
}

bool Case::carries(int person) const {
  return standings_.may_carry()->Get(at(person)) != 0 && !decides(person) &&
         (!is_restricted_ || is_named(person));
}

// Whether it is only our not knowing that keeps him from carrying.
bool Case::might_carry(int person) const {
  const bool is_seat = snapshot_.people()->Get(at(person))->kind() == msg::PersonKind::placeholder;
  return passes_on(person) && !is_seat && !decides(person) &&
         standings_.barred_by()->Get(at(person)) < 0 && (!is_restricted_ || is_named(person));
}

std::optional<int> Case::barring_tie(int person) const {
  const int tie = standings_.barred_by()->Get(at(person));
  const bool is_seat = snapshot_.people()->Get(at(person))->kind() == msg::PersonKind::placeholder;
  if (tie < 0 || !passes_on(person) || is_seat || decides(person) || is_unknown(person) ||
      is_opponent(person) || (is_restricted_ && !is_named(person)))
    return std::nullopt;
  return tie;
}

double Case::table_voice(msg::Attitude attitude) const {
  return snapshot_.settings()->voice()->Get(at(static_cast<int>(place_of(attitude))));
}

double Case::table_relay(msg::Attitude attitude) const {
  return snapshot_.settings()->relay()->Get(at(static_cast<int>(place_of(attitude))));
}

double Case::blended(int person, double held, double neutral) const {
  if (is_unknown(person)) return neutral;
  const double e = standings_.attitude_evidence()->Get(at(person));
  return e * held + (1 - e) * neutral;
}

double Case::opinion(int person) const {
  switch (attitude(person)) {
    case msg::Attitude::mentor:
      return blended(person, 1, 0);
    case msg::Attitude::supporter:
      return blended(person, .6, 0);
    case msg::Attitude::non_supporter:
      return blended(person, -.4, 0);
    case msg::Attitude::opponent:
      return blended(person, -1, 0);
    default:
      return 0;
  }
}

const msg::Arc& Case::arc(const Arc& one) const { return *snapshot_.arcs()->Get(at(one.tie)); }

msg::Evidence Case::level_of(const Arc& one) const {
  if (arc(one).reason() != msg::ArcReason::influence) return msg::Evidence::assumption;
  const auto* ties = snapshot_.ties();
  if (ties == nullptr || ties->level() == nullptr || arc(one).tie() >= ties->level()->size())
    return msg::Evidence::unset;
  return static_cast<msg::Evidence>(ties->level()->Get(arc(one).tie()));
}

std::string Case::name(int person) const {
  const auto* one = snapshot_.people()->Get(at(person));
  for (const auto* text : {one->name(), one->title(), one->id()})
    if (text != nullptr && text->size() > 0) return sdk::shortened(text->string_view());
  return {};
}

std::vector<int> Case::places_of_ids() const {
  std::vector<int> order(people_), places(people_);
  std::iota(order.begin(), order.end(), 0);
  const auto id = [&](int person) -> std::string_view {
    const auto* text = snapshot_.people()->Get(at(person))->id();
    return text != nullptr ? text->string_view() : std::string_view();
  };
  const auto comes_first = [&](int a, int b) { return id(a) != id(b) ? id(a) < id(b) : a < b; };
  if (!std::is_sorted(order.begin(), order.end(), comes_first))  // as hosts have them
    std::sort(order.begin(), order.end(), comes_first);
  for (int place = 0; place < people_; ++place) places[order[place]] = place;
  return places;
}

void Case::add_arcs(Network& network, bool with_rivals) const {
  if (snapshot_.arcs() == nullptr) return;
  for (int k = 0; k < static_cast<int>(snapshot_.arcs()->size()); ++k) {
    const msg::Arc& arc = *snapshot_.arcs()->Get(at(k));
    const int from = static_cast<int>(arc.from()), to = static_cast<int>(arc.to());
    const bool comes_from_rival = snapshot_.people()->Get(arc.from())->side() == msg::Side::rival;
    if (!passes_on(to) || (!passes_on(from) && !(with_rivals && comes_from_rival))) continue;
    network.arcs.push_back({from, to, arc.p(), k});
  }
}

Network Case::ours() const {
  Network network;
  network.people = people_;
  network.targets = deciders_;
  network.id_order = places_of_ids();
  add_arcs(network, false);
  for (int person = 0; person < people_; ++person) {
    network.relay.push_back(standings_.relay()->Get(at(person)));
    if (decides(person)) continue;
    if (carries(person))
      network.speakers.push_back({person, access(person), voice(person)});
    else if (might_carry(person) || is_named(person))
      network.speakers.push_back({person, access(person), 0});
  }
  return network;
}

Network Case::overheard() const {
  Network network = ours();
  network.targets.clear();
  for (int decider : deciders_) network.relay[decider] = 0;
  for (int person = 0; person < people_; ++person)
    if (passes_on(person) && is_opponent(person)) network.targets.push_back(person);
  std::erase_if(network.speakers, [&](const Speaker& speaker) {
    return !(speaker.weight() > 0) || is_opponent(speaker.person);
  });
  return network;
}

Network Case::against_us() const {
  Network network;
  network.people = people_;
  network.targets = deciders_;
  network.id_order = places_of_ids();
  add_arcs(network, true);
  const double neutral_voice = table_voice(msg::Attitude::neutral);
  const double neutral_relay = table_relay(msg::Attitude::neutral);
  for (int person = 0; person < people_; ++person) {
    const bool is_client = passes_on(person);
    const auto seen = mirrored(attitude(person));
    network.relay.push_back(is_client ? blended(person, table_relay(seen), neutral_relay) : 0);
    if (decides(person)) continue;
    if (is_client && is_opponent(person))
      network.speakers.push_back({person, 1, blended(person, table_voice(seen), neutral_voice)});
    else if (snapshot_.people()->Get(at(person))->side() == msg::Side::rival)
      network.speakers.push_back({person, 1, table_voice(msg::Attitude::mentor)});
  }
  return network;
}

DrawWeights Case::draw_weights(const Network& network) const {
  const auto weight = [](msg::Evidence level) {
    const auto place = level == msg::Evidence::unset ? 0 : static_cast<int>(level) - 1;
    return draw_weight[place];
  };
  DrawWeights weights;
  for (const Arc& arc : network.arcs) weights.arc.push_back(weight(level_of(arc)));
  for (int person = 0; person < people_; ++person)
    weights.person.push_back(weight(attitude_level(person)));
  return weights;
}

std::vector<Uncertain> Case::uncertain(const Network& network) const {
  std::vector<Uncertain> result;
  for (int person = 0; person < people_; ++person) {
    const double e = is_unknown(person) ? 0 : standings_.attitude_evidence()->Get(at(person));
    if (!passes_on(person) || e >= 1) continue;
    Uncertain asked;
    asked.person = person;
    for (const auto attitude : known) {
      const double prior =
          snapshot_.settings()->prior()->Get(at(static_cast<int>(place_of(attitude))));
      const bool is_held = attitude == this->attitude(person);
      const bool may_speak = might_carry(person) && attitude != msg::Attitude::opponent;
      asked.answers.push_back({(is_held ? e : 0) + (1 - e) * prior, table_relay(attitude),
                               may_speak ? access(person) * table_voice(attitude) : 0});
    }
    result.push_back(std::move(asked));
  }
  for (int k = 0; k < static_cast<int>(network.arcs.size()); ++k) {
    const msg::Arc& one = arc(network.arcs[k]);
    if (one.evidence() >= 1 || !(one.evidence() > 0)) continue;
    Uncertain asked;
    asked.arc = k;
    asked.answers = {{one.evidence(), std::min(1.0, one.p() / one.evidence()), 0},
                     {1 - one.evidence(), 0, 0}};
    result.push_back(std::move(asked));
  }
  return result;
}

}  // namespace inroad::carriers
