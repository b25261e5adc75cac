// SPDX-License-Identifier: MIT
#include "render/numbers.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace inroad::render {

long long scaled(double value, double by) {
  if (!std::isfinite(value)) return 0;
  const double product = std::clamp(value, -1e9, 1e9) * by;
  return static_cast<long long>(product < 0 ? product - 0.5 : product + 0.5);
}

void append_fixed(std::string& out, long long scaled, int decimals) {
  std::array<char, 32> digits;
  char* at = digits.data();
  if (scaled < 0) *at++ = '-';
  long long power = 1;
  for (int i = 0; i < decimals; ++i) power *= 10;
  const long long positive = scaled < 0 ? -scaled : scaled;
  at = std::to_chars(at, digits.data() + digits.size(), positive / power).ptr;
  if (long long rest = positive % power; rest > 0) {
    *at++ = '.';
    for (; rest > 0; rest %= power) {
      power /= 10;
      *at++ = static_cast<char>('0' + rest / power);
    }
  }
  out.append(digits.data(), at);
}

}  // namespace inroad::render
