// SPDX-License-Identifier: MIT
//
// Assistants and units.
#include "org-chart/marks.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace inroad::views {
namespace {

std::string lower(std::string_view text) {
  std::string low(text);
  for (char& c : low)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return low;
}

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

// Values are JSON: true, 1, "yes".
bool is_yes(std::string_view json) {
  std::string value = lower(json);
  std::erase(value, '"');
  return value == "true" || value == "1" || value == "yes" || value == "y" || value == "是";
}

// The tree of units; a circle of units is cut where a walk has gone on for too long.
class UnitTree {
 public:
  explicit UnitTree(const msg::Snapshot& snapshot) : snapshot_(snapshot) {
    const int count = snapshot.units() ? static_cast<int>(snapshot.units()->size()) : 0;
    depth_.assign(count, 0);
    for (int unit = 0; unit < count; ++unit) {
      int at = parent(unit);
      for (; at >= 0 && depth_[unit] <= count; at = parent(at)) ++depth_[unit];
      if (depth_[unit] > count) depth_[unit] = 0;
    }
  }

  // kEverything when they have nothing in common but the firm.
  int common(int a, int b) const {
    if (a == kNobody) return b;
    if (b == kNobody) return a;
    while (a != b && a >= 0 && b >= 0) {
      int& lower = depth_[a] >= depth_[b] ? a : b;
      lower = depth_[lower] > 0 ? parent(lower) : kEverything;
    }
    return a == b ? a : kEverything;
  }

  // Adds one to each unit around this one and to itself.
  void count(int unit, std::vector<std::uint32_t>& people) const {
    for (int steps = unit >= 0 ? depth_[unit] : -1; steps >= 0 && unit >= 0; --steps) {
      ++people[unit];
      unit = parent(unit);
    }
  }

  static constexpr int kNobody = -1, kEverything = -2;

 private:
  int parent(int unit) const { return snapshot_.units()->Get(unit)->parent(); }

  const msg::Snapshot& snapshot_;
  std::vector<int> depth_;
};

}  // namespace

bool is_assistant(const msg::Person& person) {
  if (person.extra() != nullptr)
    for (const msg::Extra* extra : *person.extra()) {
      if (extra->key() == nullptr || extra->value() == nullptr) continue;
      std::string key = lower(extra->key()->string_view());
      std::erase_if(key, [](char c) { return c == '_' || c == ' ' || c == '-'; });
      if (key == "assistant" || key == "isassistant") return is_yes(extra->value()->string_view());
    }
  if (person.title() == nullptr) return false;
  const std::string title = lower(person.title()->string_view());
  constexpr std::array officers{"company secretary", "general secretary", "secretary general",
                                "secretary of state", "董事会秘书"};
  for (const char* officer : officers)
    if (has(title, officer)) return false;
  constexpr std::array assistants{"secretary",    "personal assistant", "executive assistant",
                                  "assistant to", "chief of staff",     "秘书"};
  for (const char* assistant : assistants)
    if (has(title, assistant)) return true;
  return title.ends_with("助理") && (has(title, "总") || has(title, "董事"));
}

std::vector<int> framed_units(const msg::Snapshot& snapshot, std::span<const std::uint32_t> drawn,
                              std::span<const int> manager) {
  constexpr std::uint32_t kFewest = 3;
  const std::size_t count = drawn.size();
  std::vector<int> framed(count, -1);
  if (snapshot.units() == nullptr || snapshot.units()->size() == 0) return framed;
  const UnitTree tree(snapshot);

  // Managers before those below them.
  std::vector<std::vector<std::uint32_t>> below(count);
  std::vector<std::uint32_t> order;
  order.reserve(count);
  for (std::uint32_t i = 0; i < count; ++i)
    if (manager[i] >= 0)
      below[manager[i]].push_back(i);
    else
      order.push_back(i);
  for (std::size_t at = 0; at < order.size(); ++at)
    order.insert(order.end(), below[order[at]].begin(), below[order[at]].end());

  std::vector<std::uint32_t> people_of_unit(snapshot.units()->size(), 0);
  std::vector<std::uint32_t> people(count, 0), with_unit(count, 0);
  std::vector<int> unit(count, UnitTree::kNobody);
  for (auto at = order.rbegin(); at != order.rend(); ++at) {
    const std::uint32_t i = *at;
    const int own = snapshot.people()->Get(drawn[i])->unit();
    tree.count(own, people_of_unit);
    unit[i] = tree.common(unit[i], own);
    ++people[i];
    with_unit[i] += own >= 0;
    if (manager[i] < 0) continue;
    const int above = manager[i];
    unit[above] = tree.common(unit[above], unit[i]);
    people[above] += people[i];
    with_unit[above] += with_unit[i];
  }

  std::vector<bool> is_inside(count, false);
  for (const std::uint32_t i : order) {
    if (manager[i] < 0) continue;
    is_inside[i] = is_inside[manager[i]];
    const bool is_unit = unit[i] >= 0 && people_of_unit[unit[i]] == with_unit[i];
    if (is_inside[i] || !is_unit || people[i] < kFewest || below[i].empty()) continue;
    framed[i] = unit[i];
    is_inside[i] = true;
  }
  return framed;
}

}  // namespace inroad::views
