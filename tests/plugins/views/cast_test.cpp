// SPDX-License-Identifier: MIT
//
// Who stands in a drawing, against the definition followed person by person.
#include "common/cast.h"

#include <random>

#include "catch.h"

using namespace inroad;
using views::Cast;

namespace {

struct Asked {
  std::vector<std::uint32_t> shown = {}, folded = {};
  bool is_restricted = false;
};

Cast cast(const views::Reporting& reporting, const Asked& asked) {
  msg::ViewRequestT ask;
  ask.shown = asked.shown;
  ask.folded = asked.folded;
  ask.is_restricted = asked.is_restricted;
  flatbuffers::FlatBufferBuilder builder;
  builder.Finish(msg::ViewRequest::Pack(builder, &ask));
  return views::cast_of(*flatbuffers::GetRoot<msg::ViewRequest>(builder.GetBufferPointer()),
                        reporting);
}

views::Reporting forest(const std::vector<int>& managers) {
  views::Reporting reporting;
  reporting.manager = managers;
  return reporting;
}

bool holds(const std::vector<std::uint32_t>& list, int person) {
  return std::find(list.begin(), list.end(), static_cast<std::uint32_t>(person)) != list.end();
}

}  // namespace

TEST_CASE("reports of a folded manager stand in the manager's card, however deep") {
  const Cast one = cast(forest({-1, 0, 1, 2, 0}), {.folded = {1}});
  CHECK(one.drawn == std::vector<std::uint32_t>{0, 1, 4});
  CHECK(one.card_of == std::vector<int>{0, 1, 1, 1, 4});
  CHECK(one.folded == std::vector<std::uint32_t>{0, 2, 0, 0, 0});
}

TEST_CASE("a fold within a fold stands in the upper card") {
  CHECK(cast(forest({-1, 0, 1, 2}), {.folded = {0, 2}}).card_of == std::vector<int>{0, 0, 0, 0});
}

TEST_CASE("who is not shown has no card, counts nowhere and folds nobody") {
  const Cast one =
      cast(forest({-1, 0, 1}), {.shown = {0, 2}, .folded = {1}, .is_restricted = true});
  CHECK(one.card_of == std::vector<int>{0, Cast::kAbsent, 2});
  CHECK(one.folded == std::vector<std::uint32_t>{0, 0, 0});
}

TEST_CASE("casts of random forests follow the definition") {
  std::mt19937 random(4);
  for (int run = 0; run < 300; ++run) {
    const int people = 1 + static_cast<int>(random() % 12);
    std::vector<int> managers(static_cast<std::size_t>(people), -1);
    Asked asked;
    asked.is_restricted = random() % 2 == 0;
    for (int person = 0; person < people; ++person) {
      if (person > 0 && random() % 5 > 0) managers[person] = static_cast<int>(random() % person);
      if (random() % 3 > 0) asked.shown.push_back(static_cast<std::uint32_t>(person));
      if (random() % 3 == 0) asked.folded.push_back(static_cast<std::uint32_t>(person));
    }
    const Cast found = cast(forest(managers), asked);
    const auto is_shown = [&](int person) {
      return !asked.is_restricted || holds(asked.shown, person);
    };
    std::vector<std::uint32_t> counts(managers.size());
    for (int person = 0; person < people; ++person) {
      int wanted = is_shown(person) ? person : Cast::kAbsent;
      for (int above = managers[person]; wanted >= 0 && above >= 0; above = managers[above])
        if (holds(asked.folded, above) && is_shown(above)) wanted = above;
      CHECK(found.card_of[person] == wanted);
      if (wanted >= 0 && wanted != person) ++counts[wanted];
    }
    CHECK(found.folded == counts);
  }
}
