// SPDX-License-Identifier: MIT
//
// Small accounts for plugin tests, made directly as snapshots.
#pragma once
#include <inroad/messages/snapshot_generated.h>

#include <cmath>
#include <memory>
#include <string>

namespace account_builder {

namespace msg = inroad::msg;

class Account {
 public:
  Account() { snapshot.ties = std::make_unique<msg::TiesT>(); }

  std::uint32_t person(const std::string& name, msg::Side side = msg::Side::client, int unit = -1) {
    auto person = std::make_unique<msg::PersonT>();
    person->id = name;
    person->name = name;
    person->side = side;
    person->kind = msg::PersonKind::person;
    person->unit = unit;
    snapshot.people.push_back(std::move(person));
    return static_cast<std::uint32_t>(snapshot.people.size() - 1);
  }

  int unit(const std::string& name, int parent = -1) {
    auto unit = std::make_unique<msg::UnitT>();
    unit->id = unit->name = name;
    unit->parent = parent;
    unit->kind = msg::UnitKind::unit;
    unit->side = msg::Side::client;
    snapshot.units.push_back(std::move(unit));
    return static_cast<int>(snapshot.units.size() - 1);
  }

  // Influences get an arc of probability `strength`.
  std::uint32_t tie(std::uint32_t from, std::uint32_t to, msg::TieKind kind, double strength = NAN,
                    msg::Evidence level = msg::Evidence::stated) {
    msg::TiesT& ties = *snapshot.ties;
    ties.ends.emplace_back(from, to, kind);
    ties.id.push_back("t" + std::to_string(ties.id.size()));
    if (kind == msg::TieKind::influences && std::isnan(strength)) strength = 0.5;
    ties.strength.push_back(strength);
    ties.evidence.push_back(1);
    ties.level.push_back(level);
    ties.conflict.push_back(kind == msg::TieKind::conflicts ? msg::Conflict::open
                                                            : msg::Conflict::unset);
    ties.age_days.push_back(-1);
    const auto index = static_cast<std::uint32_t>(ties.id.size() - 1);
    if (kind == msg::TieKind::influences)
      snapshot.arcs.emplace_back(from, to, index, msg::ArcReason::influence, false, strength,
                                 strength, 1.0);
    return index;
  }

  std::uint32_t reports(std::uint32_t from, std::uint32_t to) {
    return tie(from, to, msg::TieKind::reports_to);
  }
  std::uint32_t influences(std::uint32_t from, std::uint32_t to, double strength = 0.5) {
    return tie(from, to, msg::TieKind::influences, strength);
  }

  msg::ClaimT& claim(std::uint32_t person, const std::string& facet, const std::string& value) {
    auto claim = std::make_unique<msg::ClaimT>();
    claim->person = static_cast<int>(person);
    claim->facet = facet;
    claim->value = value;
    claim->aspect = msg::Aspect::now;
    claim->evidence = msg::Evidence::stated;
    claim->weight = 0.85;
    claim->is_current = true;
    snapshot.claims.push_back(std::move(claim));
    return *snapshot.claims.back();
  }

  msg::SnapshotT snapshot;
};

}  // namespace account_builder
