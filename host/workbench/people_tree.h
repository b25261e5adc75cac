// SPDX-License-Identifier: MIT
//
// The outline's order: the client's people under their managers, those without one under their unit;
// then our own team, partners and rivals under their organisations. Everybody stands exactly once,
// whatever the reporting lines say (circles and several managers are facts of life).
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "model/account.h"

namespace inroad::workbench {

// A person (person set) or a heading: a unit or a side (person empty). parent: index, -1 = top.
struct TreeNode {
  Id person;
  Id unit;
  Side side{};
  int parent = -1;
  std::vector<int> children;
};
struct PeopleTree {
  std::vector<TreeNode> nodes;  // parents before children
  std::vector<int> roots;
};

// Those of our side, by id.
std::vector<Id> our_people(const Account& account);

PeopleTree people_tree(const Account& account);

// The manager a person stands under: of several the one of the smallest tie id; empty: none.
Id manager_of(const Account& account, std::string_view person);

// Whether a person is found by what was typed: in name, title, unit or location, any case; several
// words must all be found.
bool is_found(const Account& account, const Person& person, std::string_view typed);

}  // namespace inroad::workbench
