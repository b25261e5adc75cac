// SPDX-License-Identifier: MIT
//
// Numbers as picture files hold them: few decimals, never in the locale's form.
#pragma once
#include <string>

namespace inroad::render {

// The value times `by`, rounded. What is not finite becomes 0, what is huge a billion.
long long scaled(double value, double by);

// The number scaled / 10^decimals, trailing zeros left out.
void append_fixed(std::string& out, long long scaled, int decimals);

inline void append_number(std::string& out, double value) {
  append_fixed(out, scaled(value, 100), 2);
}

}  // namespace inroad::render
