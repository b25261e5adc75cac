// SPDX-License-Identifier: MIT
//
// How much work a randomized test does: a sample by default, all of it under `./dev test --long`
// (which sets INROAD_TEST_LONG=1).
#pragma once
#include <cstdlib>

namespace inroad::test {

inline bool is_long_run() {
  const char* set = std::getenv("INROAD_TEST_LONG");
  return set != nullptr && *set == '1';
}
inline int rounds(int usual, int in_long_run) { return is_long_run() ? in_long_run : usual; }

}  // namespace inroad::test
