// SPDX-License-Identifier: MIT
//
// The outline's order, also for reporting lines that are no tree.
#include "workbench/people_tree.h"

#include <map>

#include "catch.h"

namespace inroad::workbench {
namespace {

Account account_of(const std::vector<std::string>& people,
                   const std::vector<std::pair<std::string, std::string>>& reports) {
  Account account;
  for (const std::string& id : people) {
    Person& person = account.all<Person>()[id];
    person.id = id;
    person.name = "N " + id;
  }
  int number = 0;
  for (const auto& [from, to] : reports) {
    const Id id = "t" + std::to_string(number++);
    Tie& tie = account.all<Tie>()[id];
    tie.id = id;
    tie.from = from;
    tie.to = to;
    tie.kind = TieKind::reports_to;
  }
  return account;
}

std::map<Id, Id> parents(const PeopleTree& tree) {
  std::map<Id, Id> found;
  for (const TreeNode& node : tree.nodes) {
    if (node.person.empty()) continue;
    REQUIRE_FALSE(found.contains(node.person));
    found[node.person] = node.parent < 0 ? Id() : tree.nodes[static_cast<std::size_t>(node.parent)].person;
  }
  return found;
}

TEST_CASE("people stand under their managers") {
  const auto found = parents(people_tree(account_of({"a", "b", "c"}, {{"b", "a"}, {"c", "b"}})));
  CHECK(found == std::map<Id, Id>{{"a", ""}, {"b", "a"}, {"c", "b"}});
}

TEST_CASE("with several managers a person stands once, under that of the smallest tie id") {
  const auto found = parents(people_tree(account_of({"a", "b", "c"}, {{"c", "b"}, {"c", "a"}})));
  CHECK(found.at("c") == "b");
  CHECK(found.size() == 3);
}

TEST_CASE("a circle of managers is cut, nobody is lost") {
  const auto found = parents(people_tree(account_of({"a", "b", "c"}, {{"a", "b"}, {"b", "c"}, {"c", "a"}})));
  CHECK(found.size() == 3);
}

TEST_CASE("search finds all words in name, title and unit, in any case") {
  Account account;
  account.all<Unit>()["u"].name = "Engineering";
  Person person;
  person.id = "p";
  person.name = "Zhao Min 赵敏";
  person.title = "Architect";
  person.unit = "u";
  CHECK(is_found(account, person, ""));
  CHECK(is_found(account, person, "zhao engin"));
  CHECK(is_found(account, person, "赵"));
  CHECK_FALSE(is_found(account, person, "zhao finance"));
}

}  // namespace
}  // namespace inroad::workbench
