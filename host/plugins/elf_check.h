// SPDX-License-Identifier: MIT
//
// Whether bytes are a shared library this machine can load, judged by our own reading of the ELF
// header: the dynamic linker dies on truncated files and gives misleading reasons for foreign ones.
#pragma once
#include <cstdint>
#include <span>
#include <string>

namespace inroad::plugins {

// Empty when the library may be tried; else the reason, as a sentence in the user's language.
std::string elf_problem(std::span<const std::uint8_t> library);

}  // namespace inroad::plugins
