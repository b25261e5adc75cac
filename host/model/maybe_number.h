// SPDX-License-Identifier: MIT
//
// A std::optional<double> in eight bytes, for records there are many of: no number is kept as a
// not-a-number, which no field may hold.
#pragma once
#include <limits>
#include <optional>

namespace inroad {

class MaybeNumber {
 public:
  MaybeNumber() = default;
  MaybeNumber(std::nullopt_t) {}
  MaybeNumber(double number) : number_(number) {}
  MaybeNumber(const std::optional<double>& number) : number_(number.value_or(nothing)) {}
  operator std::optional<double>() const { return *this ? std::optional(number_) : std::nullopt; }

  bool has_value() const { return number_ == number_; }
  explicit operator bool() const { return has_value(); }
  double operator*() const { return number_; }
  void reset() { number_ = nothing; }
  friend bool operator==(MaybeNumber a, MaybeNumber b) {
    return a.number_ == b.number_ || (!a && !b);
  }

 private:
  static constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
  double number_ = nothing;
};

}  // namespace inroad
