// SPDX-License-Identifier: MIT
//
// The parts of a name, by which somebody may be meant who is not called in full.
#pragma once
#include <string>
#include <vector>

#include "model/mentions.h"

namespace inroad {

// The runs of a name in one way of writing: "李娜 Li Na" -> "李娜", "Li Na".
std::vector<std::u32string> runs_of(const std::u32string& name);

// Single words of names, given names, family names with a title ("王总").
Mentions words_of_names(const std::vector<std::string>& names);

// What may mean somebody without being the full name: these words, and the name glued together or
// without its accents. For a person to look at, never struck by itself.
Mentions parts_of_names(const std::vector<std::string>& names);

}  // namespace inroad
