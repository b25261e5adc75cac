// SPDX-License-Identifier: MIT
//
// Small accounts for plugin tests, made directly as snapshots.
#pragma once
#include <inroad/messages/snapshot_generated.h>

#include <cmath>
#include <memory>
#include <random>
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

// Random reporting lines to somebody earlier, influences and some conflicts, a tie to oneself among
// them; the first decides. units: how many, people spread over them.
inline Account random_map(int count, int ties, unsigned seed, int units = 0) {
  std::mt19937 random(seed);
  Account account;
  for (int i = 0; i < units; ++i) account.unit("Unit " + std::to_string(i));
  for (int i = 0; i < count; ++i)
    account.person("p" + std::to_string(i), msg::Side::client,
                   units > 0 ? static_cast<int>(random() % units) : -1);
  for (int i = 1; i < count; ++i) account.reports(i, random() % i);
  for (int i = 0; i < ties; ++i) {
    const std::uint32_t from = random() % count, to = random() % count;
    account.tie(from, to, i % 30 ? msg::TieKind::influences : msg::TieKind::conflicts, 0.5);
  }
  account.snapshot.decision_makers = {0};
  return account;
}

}  // namespace account_builder
