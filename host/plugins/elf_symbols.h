// SPDX-License-Identifier: MIT
//
// What a shared library asks for and what it offers, read from its tables without loading it.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace inroad::plugins {

struct ElfSymbols {
  bool is_readable = false;           // false: its section tables are missing or broken
  std::vector<std::string> needed;    // libraries
  std::vector<std::string> exported;  // defined for others
};

// library: has passed elf_problem().
ElfSymbols elf_symbols(std::span<const std::uint8_t> library);

}  // namespace inroad::plugins
