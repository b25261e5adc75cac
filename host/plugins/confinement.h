// SPDX-License-Identifier: MIT
//
// Which walls stand around a plugin process: what the plugin process reports to its host.
#pragma once
#include <cstdint>

namespace inroad::plugins {

// file_rules: the kernel's level of Landlock, 0 = none. From 4 on it bars TCP, from 6 on signals
// and abstract sockets of others; the call filter does all of that too.
struct Confinement {
  int file_rules = 0;
  bool has_call_filter = false;

  bool is_whole() const { return file_rules > 0 && has_call_filter; }

  std::uint32_t code() const {
    return static_cast<std::uint32_t>(file_rules) << 1 | (has_call_filter ? 1u : 0u);
  }
  static Confinement of(std::uint32_t code) {
    return {static_cast<int>(code >> 1 & 0xFF), (code & 1) != 0};
  }
};

}  // namespace inroad::plugins
