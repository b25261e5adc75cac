// SPDX-License-Identifier: MIT
//
// What is odd about the reporting lines, though legal.
#include <algorithm>
#include <set>
#include <unordered_map>

#include "model/interchange.h"
#include "model/record_words.h"
#include "model/words.h"

namespace inroad {
namespace {

// Who reports to whom, without lines from somebody to himself.
using Managers = std::map<Id, std::set<Id>>;

Managers managers_of(const Account& account) {
  Managers managers;
  for (const auto& [id, tie] : account.all<Tie>()) {
    if (tie.kind == TieKind::reports_to && tie.from != tie.to) managers[tie.from].insert(tie.to);
  }
  return managers;
}

// Tarjan's strongly connected components, those of two and more, without recursion: a line of
// managers may be as long as the list of people.
class Circles {
 public:
  explicit Circles(const Managers& managers) : managers_(managers) {
    for (const auto& [person, above] : managers_) {
      if (!visits_.contains(person)) walk(person);
    }
    std::sort(circles_.begin(), circles_.end());
  }
  std::vector<std::vector<Id>> take() { return std::move(circles_); }

 private:
  struct Visit {
    std::size_t order = 0, lowest = 0;
    bool is_open = true;
  };
  struct Step {
    const Id* person;
    std::set<Id>::const_iterator next, end;
  };

  void enter(const Id& person) {
    static const std::set<Id> nobody;
    const auto found = managers_.find(person);
    const auto& above = found == managers_.end() ? nobody : found->second;
    visits_[person] = {visits_.size(), visits_.size(), true};
    open_.push_back(&person);
    steps_.push_back({&person, above.begin(), above.end()});
  }

  void walk(const Id& start) {
    enter(start);
    while (!steps_.empty()) {
      Step& step = steps_.back();
      if (step.next == step.end) {
        leave();
        continue;
      }
      const Id& manager = *step.next++;
      const auto seen = visits_.find(manager);
      if (seen == visits_.end()) {
        enter(manager);
      } else if (seen->second.is_open) {
        lower(*step.person, seen->second.order);
      }
    }
  }

  void lower(const Id& person, std::size_t order) {
    auto& lowest = visits_.at(person).lowest;
    lowest = std::min(lowest, order);
  }

  void leave() {
    const Id& person = *steps_.back().person;
    steps_.pop_back();
    const Visit visit = visits_.at(person);
    if (!steps_.empty()) lower(*steps_.back().person, visit.lowest);
    if (visit.lowest != visit.order) return;
    std::vector<Id> circle;
    do {
      circle.push_back(*open_.back());
      visits_.at(*open_.back()).is_open = false;
      open_.pop_back();
    } while (circle.back() != person);
    std::sort(circle.begin(), circle.end());
    if (circle.size() > 1) circles_.push_back(std::move(circle));
  }

  const Managers& managers_;
  std::unordered_map<Id, Visit> visits_;
  std::vector<const Id*> open_;
  std::vector<Step> steps_;
  std::vector<std::vector<Id>> circles_;
};

std::string name_of(const Account& account, const Id& id) {
  const Person* person = account.find<Person>(id);
  return person == nullptr || person->name.empty() ? id : person->name;
}

template <class Ids>
std::string names_of(const Account& account, const Ids& ids) {
  std::string text;
  for (const Id& id : ids) {
    if (!text.empty()) text += comma();
    text += name_of(account, id);
  }
  return text;
}

}  // namespace

std::vector<Oddity> oddities(const Account& account) {
  std::vector<Oddity> found;
  const Managers managers = managers_of(account);
  for (auto& circle : Circles(managers).take()) {
    auto text = format(_("These report to each other in a circle: {}."), names_of(account, circle));
    found.push_back({"manager_cycle", std::move(circle), {}, std::move(text)});
  }
  for (const auto& [person, above] : managers) {
    if (above.size() < 2) continue;
    std::vector<Id> people{person};
    people.insert(people.end(), above.begin(), above.end());
    found.push_back({"several_managers",
                     std::move(people),
                     {},
                     format(_("{} reports to several managers: {}."), name_of(account, person),
                            names_of(account, above))});
  }
  for (const auto& [id, tie] : account.all<Tie>()) {
    if (tie.from != tie.to) continue;
    found.push_back({"self_tie",
                     {tie.from},
                     id,
                     format(_("A tie leads from {} to the same person; it counts for nothing."),
                            name_of(account, tie.from))});
  }
  return found;
}

}  // namespace inroad
