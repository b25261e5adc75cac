// SPDX-License-Identifier: MIT
//
// The closed words of the method as the window says them, in the language in force: most of them those
// of model/record_words.h, by their enumerations.
#pragma once
#include <string>
#include <vector>

#include "model/records.h"

namespace inroad::workbench {

std::string say(Side side);
std::string say(TieKind kind);
std::string say(Stage stage);
std::string say(ClientStep step);
std::string say(Evidence evidence);
std::string say(msg::Attitude attitude);
// A list of records: "actions" -> "next steps".
std::string say_list(const std::string& list);
// The heading over a group of facets.
std::string say_group(const std::string& group);
// "5 days old", "3 weeks old"; -1 = undated.
std::string say_age(int days);

// All values of a closed list in order, without unset.
template <class Enum>
std::vector<Enum> all_of(Enum last) {
  std::vector<Enum> values;
  for (int i = 1; i <= static_cast<int>(last); ++i) values.push_back(static_cast<Enum>(i));
  return values;
}

// Their words.
template <class Enum>
std::vector<std::string> say_all(Enum last) {
  std::vector<std::string> words;
  for (const Enum value : all_of(last)) words.push_back(say(value));
  return words;
}

}  // namespace inroad::workbench
