// SPDX-License-Identifier: MIT
#include "workbench/people_tree.h"

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

namespace inroad::workbench {
namespace {

// Folds ASCII only: Chinese has no case, and other letters are typed as they stand.
std::string folded(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

class Planter {
 public:
  explicit Planter(const Account& account) : account_(account) {
    for (const auto& [id, tie] : account.all<Tie>()) {
      if (tie.kind == TieKind::reports_to && tie.from != tie.to) manager_.emplace(tie.from, tie.to);
    }
    for (const auto& [person, manager] : manager_) reports_[manager].push_back(person);
    for (auto& [manager, people] : reports_) std::ranges::sort(people, {}, by_name());
  }

  PeopleTree plant() && {
    for (const Side side : {Side::client, Side::us, Side::partner, Side::rival}) plant_side(side);
    return std::move(tree_);
  }

 private:
  std::function<std::pair<std::string, Id>(const Id&)> by_name() const {
    return [this](const Id& id) { return std::pair(account_.find<Person>(id)->name, id); };
  }

  int add(TreeNode node) {
    const int index = static_cast<int>(tree_.nodes.size());
    (node.parent < 0 ? tree_.roots : tree_.nodes[static_cast<std::size_t>(node.parent)].children)
        .push_back(index);
    tree_.nodes.push_back(std::move(node));
    return index;
  }

  // Stops where a circle of managers closes.
  void plant_person(const Id& person, int parent, Side side) {
    if (!planted_.insert(person).second) return;
    const int here = add({person, {}, side, parent, {}});
    const auto reports = reports_.find(person);
    if (reports == reports_.end()) return;
    for (const Id& report : reports->second) {
      if (side_of(account_, *account_.find<Person>(report)) == side) plant_person(report, here, side);
    }
  }

  int unit_node(const Id& unit, Side side, int root) {
    const auto [found, is_new] = units_.try_emplace({side, unit}, 0);
    if (is_new) found->second = add({{}, unit, side, root, {}});
    return found->second;
  }

  bool has_manager_of_side(const Id& person, Side side) const {
    const auto manager = manager_.find(person);
    return manager != manager_.end() &&
           side_of(account_, *account_.find<Person>(manager->second)) == side;
  }

  void plant_side(Side side) {
    std::vector<Id> people;
    for (const auto& [id, person] : account_.all<Person>()) {
      if (side_of(account_, person) == side) people.push_back(id);
    }
    if (people.empty()) return;
    std::ranges::sort(people, {}, by_name());
    const int root = side == Side::client ? -1 : add({{}, {}, side, -1, {}});
    const auto plant_if = [&](auto&& stands_here) {
      for (const Id& id : people) {
        if (!planted_.contains(id) && stands_here(id)) plant_person(id, place_of(id, side, root), side);
      }
    };
    // Heads first, then single people by unit, then whoever only stands in a circle of managers.
    plant_if([&](const Id& id) { return !has_manager_of_side(id, side) && reports_.contains(id); });
    plant_if([&](const Id& id) { return !has_manager_of_side(id, side); });
    plant_if([](const Id&) { return true; });
  }

  int place_of(const Id& person, Side side, int root) {
    const Id& unit = account_.find<Person>(person)->unit;
    if (unit.empty() || (side == Side::client && reports_.contains(person))) return root;
    return unit_node(unit, side, root);
  }

  const Account& account_;
  std::map<Id, Id> manager_;
  std::map<Id, std::vector<Id>> reports_;
  std::map<std::pair<Side, Id>, int> units_;
  std::set<Id> planted_;
  PeopleTree tree_;
};

}  // namespace

PeopleTree people_tree(const Account& account) { return Planter(account).plant(); }

std::vector<Id> our_people(const Account& account) {
  std::vector<Id> ours;
  for (const auto& [id, person] : account.all<Person>()) {
    if (side_of(account, person) == Side::us) ours.push_back(id);
  }
  return ours;
}

Id manager_of(const Account& account, std::string_view person) {
  for (const auto& [id, tie] : account.all<Tie>()) {
    if (tie.kind == TieKind::reports_to && tie.from == person && tie.to != person) return tie.to;
  }
  return {};
}

bool is_found(const Account& account, const Person& person, std::string_view typed) {
  const Unit* unit = account.find<Unit>(person.unit);
  const std::string text = folded(person.name + '\n' + person.title + '\n' + person.location + '\n' +
                                  (unit == nullptr ? std::string() : unit->name));
  std::istringstream words(folded(typed));
  std::string word;
  while (words >> word) {
    if (text.find(word) == std::string::npos) return false;
  }
  return true;
}

}  // namespace inroad::workbench
