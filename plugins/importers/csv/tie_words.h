// SPDX-License-Identifier: MIT
//
// What the words of a table of ties mean: the kinds of the interchange form by their names, all
// others as the user says ("friend=influences:both", "plays=skip").
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace inroad::csv {

// kind empty: such rows are left out.
struct Meaning {
  std::string kind;
  bool is_reversed = false;
  bool is_both = false;
};

class TieWords {
 public:
  // options: "WORD=KIND[:reverse|:both]" or "WORD=skip". Throws Refusal for one that is not so.
  explicit TieWords(const std::vector<std::string>& options);

  // What the user said of the word, else the kind it names, else nothing.
  std::optional<Meaning> find(std::string_view word) const;

 private:
  std::map<std::string, Meaning, std::less<>> said_;
};

// The kinds there are, as a list for messages.
std::string known_kinds();

}  // namespace inroad::csv
