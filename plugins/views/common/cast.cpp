// SPDX-License-Identifier: MIT
//
// Filters first, folds after.
#include "common/cast.h"

#include <algorithm>

namespace inroad::views {
namespace {

std::vector<bool> shown_people(const msg::ViewRequest& request, std::size_t people) {
  std::vector<bool> is_shown(people, !request.is_restricted());
  if (request.is_restricted() && request.shown() != nullptr)
    for (const std::uint32_t person : *request.shown())
      if (person < people) is_shown[person] = true;
  return is_shown;
}

// Per person: the topmost folded manager above, or -1. Each person's way up is walked once.
class FoldWalk {
 public:
  FoldWalk(const Reporting& reporting, std::vector<bool> is_fold)
      : reporting_(reporting), is_fold_(std::move(is_fold)), above_(is_fold_.size(), kUnknown) {}

  int above(std::uint32_t person) {
    std::vector<std::uint32_t> way;
    int at = static_cast<int>(person);
    while (at >= 0 && above_[at] == kUnknown) {
      way.push_back(static_cast<std::uint32_t>(at));
      at = reporting_.manager[at];
    }
    // What stands in the card of `at` itself, for those below it.
    for (auto one = way.rbegin(); one != way.rend(); ++one) {
      const int manager = reporting_.manager[*one];
      above_[*one] = manager < 0              ? -1
                     : above_[manager] >= 0   ? above_[manager]
                     : is_fold_[manager]      ? manager
                                              : -1;
    }
    return above_[person];
  }

 private:
  static constexpr int kUnknown = -2;
  const Reporting& reporting_;
  std::vector<bool> is_fold_;
  std::vector<int> above_;
};

}  // namespace

Cast cast_of(const msg::ViewRequest& request, const Reporting& reporting) {
  const std::size_t people = reporting.manager.size();
  const std::vector<bool> is_shown = shown_people(request, people);
  std::vector<bool> is_fold(people);
  if (request.folded() != nullptr)
    for (const std::uint32_t person : *request.folded())
      if (person < people) is_fold[person] = is_shown[person];

  Cast cast;
  cast.card_of.assign(people, Cast::kAbsent);
  cast.folded.assign(people, 0);
  FoldWalk walk(reporting, std::move(is_fold));
  for (std::uint32_t person = 0; person < people; ++person) {
    if (!is_shown[person]) continue;
    const int above = walk.above(person);
    cast.card_of[person] = above >= 0 ? above : static_cast<int>(person);
    if (above >= 0)
      ++cast.folded[above];
    else
      cast.drawn.push_back(person);
  }
  return cast;
}

}  // namespace inroad::views
