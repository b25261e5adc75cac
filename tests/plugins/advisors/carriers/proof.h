// SPDX-License-Identifier: MIT
//
// Comparing the advisor with enumeration over very many maps: counts what was compared and keeps
// the worst difference with the map it was found on, for one check at the end.
#pragma once

#include <cmath>
#include <string>

#include "catch.h"
#include "engine/network.h"
#include "oracles/case_oracle.h"
#include "run_length.h"

namespace inroad::carriers::testing {

class Proof {
 public:
  explicit Proof(double tolerance = 1e-12) : tolerance_(tolerance) {}

  /// The map that the following numbers are about.
  void begin(std::string map) {
    map_ = std::move(map);
    ++maps_;
  }
  void equal(const char* what, double found, double expected) {
    ++numbers_;
    const double difference = std::abs(found - expected);
    if (difference <= worst_) return;  // a difference that is no number is the worst
    worst_ = difference;
    worst_at_ =
        what + (" of " + map_) + ": " + std::to_string(found) + ", not " + std::to_string(expected);
  }
  void holds(const char* what, bool does_hold) { equal(what, does_hold ? 1 : 0, 1); }

  long maps() const { return maps_; }
  long numbers() const { return numbers_; }

  /// Checks that nothing differed; says how much was compared in a long run.
  void conclude() const {
    INFO(worst_at_);
    CHECK(worst_ < tolerance_);
    if (test::is_long_run())
      WARN(maps_ << " maps, " << numbers_ << " numbers, largest difference " << worst_);
  }

 private:
  double tolerance_;
  std::string map_;
  long maps_ = 0, numbers_ = 0;
  double worst_ = 0;
  std::string worst_at_;
};

/// Everybody's reach, voters and exposure, the best carrier, pair and triple.
void compare_with_enumeration(Proof& proof, const oracle::Map& map, const oracle::Answers& answers);

}  // namespace inroad::carriers::testing
