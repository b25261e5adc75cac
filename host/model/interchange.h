// SPDX-License-Identifier: MIT
//
// The interchange form inroad/1: plain JSON, loss-free both ways, equal accounts give equal bytes.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "model/account.h"

namespace inroad {

inline constexpr std::string_view format_name = "inroad/1";

// Odd but legal: managers in a circle, several managers, a tie to oneself. person/tie: the subject.
struct Oddity {
  std::string kind;  // "manager_cycle", "several_managers", "self_tie"
  std::vector<Id> people;
  Id tie;
  std::string text;
};

// Throws Error(bad_input) with file, place ("people[2] (p7)") and remedy for anything
// interchange.md calls bad input. `where` is the file's name.
Account read_interchange(std::string_view text, const std::string& where);

// The same without the quick way for faultless files (clean_reader.h).
Account read_carefully(std::string_view text, const std::string& where);

// The canonical form: one record a line, keys in table order, unknown keys last and sorted,
// defaults left out.
std::string write_interchange(const Account& account);

std::vector<Oddity> oddities(const Account& account);

}  // namespace inroad
