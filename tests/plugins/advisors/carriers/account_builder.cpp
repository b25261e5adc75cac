// SPDX-License-Identifier: MIT
#include "account_builder.h"

#include "advice_maker.h"

namespace inroad::carriers::testing {

AccountBuilder::AccountBuilder() {
  snapshot.standings = std::make_unique<msg::StandingsT>();
  snapshot.ties = std::make_unique<msg::TiesT>();
  snapshot.settings = std::make_unique<msg::AdviceSettingsT>();
  snapshot.settings->voice = {.9, .6, .1, .03, 0};
  snapshot.settings->relay = {.95, .85, .5, .2, 0};
  snapshot.settings->prior = {.1, .25, .35, .2, .1};
  snapshot.settings->evidence = {.4, .5, .65, .85, 1};
}

int AccountBuilder::add(Attitude attitude, const std::string& name, msg::Side side,
                        msg::PersonKind kind) {
  auto one = std::make_unique<msg::PersonT>();
  const int index = static_cast<int>(snapshot.people.size());
  one->id = "p" + std::to_string(index);
  one->name = name.empty() ? "Person " + std::to_string(index) : name;
  one->side = side;
  one->kind = kind;
  snapshot.people.push_back(std::move(one));
  auto& s = *snapshot.standings;
  s.attitude.push_back(attitude);
  s.attitude_evidence.push_back(1);
  s.attitude_level.push_back(Evidence::confirmed);
  s.attitude_claim.push_back(-1);
  s.voice.push_back(0);
  s.relay.push_back(0);
  s.access.push_back(1);
  s.is_conditional.push_back(true);
  s.may_carry.push_back(true);
  s.barred_by.push_back(-1);
  s.may_pass_on.push_back(side == msg::Side::client);
  resolve(index);
  return index;
}

// The host's rule for voice, relay and who may carry.
void AccountBuilder::resolve(int person) {
  auto& s = *snapshot.standings;
  const auto attitude = static_cast<Attitude>(s.attitude[person]);
  const bool is_known = attitude != Attitude::unset && attitude != Attitude::unknown;
  const auto held = is_known ? static_cast<std::size_t>(attitude) - 1 : 2;
  const double e = is_known ? s.attitude_evidence[person] : 1;
  const auto& tables = *snapshot.settings;
  s.voice[person] = is_known ? e * tables.voice[held] + (1 - e) * tables.voice[2] : 0;
  s.relay[person] = e * tables.relay[held] + (1 - e) * tables.relay[2];
  s.may_carry[person] = is_known && attitude != Attitude::opponent && s.may_pass_on[person] != 0 &&
                        snapshot.people[person]->kind == msg::PersonKind::person &&
                        s.barred_by[person] < 0;
  for (const auto decider : snapshot.decision_makers)
    if (static_cast<int>(decider) == person) s.may_carry[person] = false;
}

int AccountBuilder::person(Attitude attitude, const std::string& name) {
  return add(attitude, name, msg::Side::client, msg::PersonKind::person);
}
int AccountBuilder::rival(const std::string& name) {
  return add(Attitude::unset, name, msg::Side::rival, msg::PersonKind::person);
}
int AccountBuilder::placeholder() {
  return add(Attitude::unset, "Head of procurement", msg::Side::client,
             msg::PersonKind::placeholder);
}

void AccountBuilder::decides(int person) {
  snapshot.decision_makers.push_back(static_cast<std::uint32_t>(person));
  resolve(person);
}

void AccountBuilder::access(int person, double access) {
  snapshot.standings->access[person] = access;
  snapshot.standings->is_conditional[person] = false;
}

void AccountBuilder::weak(int person, double evidence, Evidence level) {
  snapshot.standings->attitude_evidence[person] = evidence;
  snapshot.standings->attitude_level[person] = level;
  resolve(person);
}

void AccountBuilder::bar(int person, int tie) {
  snapshot.standings->barred_by[person] = tie;
  resolve(person);
}

int AccountBuilder::tie(int from, int to, msg::TieKind kind) {
  auto& ties = *snapshot.ties;
  ties.ends.emplace_back(static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to), kind);
  ties.id.push_back("t" + std::to_string(ties.id.size()));
  ties.level.push_back(Evidence::confirmed);
  return static_cast<int>(ties.ends.size()) - 1;
}

int AccountBuilder::influences(int from, int to, double strength, double evidence, Evidence level) {
  const int index = tie(from, to, msg::TieKind::influences);
  snapshot.ties->level[index] = level;
  snapshot.arcs.emplace_back(static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to),
                             static_cast<std::uint32_t>(index), msg::ArcReason::influence, false,
                             strength * evidence, strength, evidence);
  return index;
}

msg::AdviceT AccountBuilder::advice() const {
  flatbuffers::FlatBufferBuilder builder, asking;
  builder.Finish(msg::Snapshot::Pack(builder, &snapshot));
  asking.Finish(msg::AdviceRequest::Pack(asking, &request));
  AdviceMaker maker(*flatbuffers::GetRoot<msg::Snapshot>(builder.GetBufferPointer()),
                    *flatbuffers::GetRoot<msg::AdviceRequest>(asking.GetBufferPointer()));
  return maker.make([](double) {});
}

const msg::CarrierT* carrier(const msg::AdviceT& advice, int person) {
  for (const auto& one : advice.carriers)
    if (static_cast<int>(one->person) == person) return one.get();
  return nullptr;
}

bool has_reason(const std::vector<std::unique_ptr<msg::ReasonT>>& list, const std::string& kind,
                int person) {
  for (const auto& reason : list)
    if (reason->kind == kind && (person < 0 || reason->person == person)) return true;
  return false;
}

}  // namespace inroad::carriers::testing
