// SPDX-License-Identifier: MIT
//
// A drawing holds still: the people of a picture stay where they were when one is added, removed or
// moved, in every free-form view; and the rule itself, against a judge of its own.
#include "common/keep.h"

#include <algorithm>
#include <cmath>
#include <random>

#include "../support/account_builder.h"
#include "../support/bundle_call.h"
#include "scene_check.h"

using namespace scene_check;
using account_builder::Account;

namespace {

const char* const kFreeFormViews[] = {"org-chart", "influence-map", "network", "rings"};

// A company of trees with influences across, and some of other firms.
Account company(int people, unsigned seed) {
  std::mt19937 random(seed);
  Account account;
  for (int i = 0; i < people; ++i)
    account.person("p" + std::to_string(i), i % 17 == 16 ? msg::Side::partner : msg::Side::client);
  for (int i = 1; i < people; ++i)
    if (i % 23 != 0) account.reports(i, random() % std::min(i, 60));
  for (int i = 0; i < people * 3 / 2; ++i)
    account.influences(random() % people, random() % people, 0.5);
  account.snapshot.decision_makers = {0};
  return account;
}

std::vector<msg::Place> places_of(const msg::SceneT& scene) {
  std::vector<msg::Place> places;
  for (const msg::Card& card : scene.cards)
    places.emplace_back(card.person(), false, card.x(), card.y());
  return places;
}

msg::SceneT draw(const std::string& view, const Account& account,
                 const std::vector<msg::Place>& places = {}) {
  return sound_scene(view, account.snapshot, {.places = places});
}

// How many cards of both scenes do not stand where they stood.
int moved(const msg::SceneT& before, const msg::SceneT& after) {
  const auto now = cards_of(after);
  int count = 0;
  for (const auto& [person, card] : cards_of(before))
    count +=
        now.contains(person) && (now.at(person).x() != card.x() || now.at(person).y() != card.y());
  return count;
}

double way(const msg::Card& a, const msg::Card& b) {
  return std::hypot(a.x() - b.x(), a.y() - b.y());
}

}  // namespace

TEST_CASE("one person added to 200: nobody else moves, no overlap, and the newcomer is near") {
  for (const char* view : kFreeFormViews) {
    std::vector<double> ways, moves;
    for (unsigned seed = 0; seed < 10; ++seed) {
      INFO(view << ", seed " << seed);
      Account account = company(200, seed);
      const msg::SceneT before = draw(view, account);
      const auto newcomer = account.person("newcomer");
      const std::uint32_t manager = 7 + seed;
      account.reports(newcomer, manager);
      account.influences(newcomer, manager);
      const msg::SceneT after = draw(view, account, places_of(before));
      CHECK(after.cards.size() == before.cards.size() + 1);
      CHECK(moved(before, after) <= 10);
      moves.push_back(moved(before, after));
      CHECK(overlaps(after) == 0);
      const auto cards = cards_of(after);
      ways.push_back(way(cards.at(newcomer), cards.at(manager)));
    }
    std::ranges::sort(ways);
    std::ranges::sort(moves);
    CAPTURE(ways, moves);
    INFO(view);
    // Rings are full: the nearest free place may be at their border.
    CHECK(ways[ways.size() / 2] < (view == std::string("rings") ? 1200 : 900));
  }
}

TEST_CASE("one person added to 200 where knowledge says who stands where: the others stay") {
  std::mt19937 random(4);
  for (const char* view : {"power-grid", "coverage"}) {
    std::vector<int> moves;
    for (unsigned seed = 0; seed < 25; ++seed) {
      INFO(view << ", seed " << seed);
      Account account = company(199, seed);
      auto& attitudes =
          (account.snapshot.standings = std::make_unique<msg::StandingsT>())->attitude;
      const auto believe = [&] {
        constexpr msg::Attitude kAll[] = {msg::Attitude::opponent,  msg::Attitude::non_supporter,
                                          msg::Attitude::neutral,   msg::Attitude::neutral,
                                          msg::Attitude::supporter, msg::Attitude::unknown};
        attitudes.push_back(kAll[random() % std::size(kAll)]);
      };
      for (int i = 0; i < 199; ++i) {
        believe();
        constexpr const char* kInfluences[] = {"high", "medium", "low", "low"};
        if (random() % 3 != 0) account.claim(i, "influence", kInfluences[random() % 4]);
      }
      account.person("Lin", msg::Side::us);
      attitudes.push_back(msg::Attitude::unset);
      for (int i = 0; i < 199; ++i)
        if (random() % 3 == 0) account.tie(199, i, msg::TieKind::covers, 0.7);
      const msg::SceneT before = draw(view, account);
      account.person("newcomer");
      believe();
      const msg::SceneT after = draw(view, account, places_of(before));
      CHECK(overlaps(after) == 0);
      CHECK(cards_of(after).size() == cards_of(before).size() + 1);
      moves.push_back(moved(before, after));
    }
    CAPTURE(view, moves);
    const auto still = std::ranges::count_if(moves, [](int count) { return count <= 10; });
    CHECK(still >= 23);
    std::ranges::sort(moves);
    CHECK(moves[moves.size() / 2] == 0);
  }
}

TEST_CASE("one person removed, or pinned elsewhere: the others stay, the covered one makes room") {
  for (const char* view : kFreeFormViews) {
    INFO(view);
    const Account account = company(200, 3);
    const msg::SceneT before = draw(view, account);
    Account without = account;
    without.snapshot.people.pop_back();
    auto& ends = without.snapshot.ties->ends;
    for (msg::TieEnds& tie : ends)
      if (tie.from() == 199 || tie.to() == 199) tie = msg::TieEnds(0, 0, tie.kind());
    std::erase_if(without.snapshot.arcs,
                  [](const msg::Arc& arc) { return arc.from() == 199 || arc.to() == 199; });
    std::vector<msg::Place> places = places_of(before);
    std::erase_if(places, [](const msg::Place& place) { return place.person() == 199; });
    CHECK(moved(before, draw(view, without, places)) == 0);

    // Onto somebody else's card, half covering it.
    places = places_of(before);
    const auto at = std::ranges::find(places, 50u, &msg::Place::person);
    for (msg::Place& place : places)
      if (place.person() == 7) place = bundle_call::pin(7, at->x() + 60, at->y() + 20);
    const msg::SceneT after = draw(view, account, places);
    CHECK(moved(before, after) <= 10);
    CHECK(overlaps(after) == 0);
    CHECK(cards_of(after).at(7).x() == at->x() + 60);
  }
}

TEST_CASE("drawing again with every place known gives the very same cards") {
  for (const char* view : kFreeFormViews)
    for (const int people : {1, 2, 30, 200}) {
      INFO(view << ", " << people);
      const Account account = company(people, 5);
      const msg::SceneT before = draw(view, account);
      const msg::SceneT after = draw(view, account, places_of(before));
      CHECK(moved(before, after) == 0);
      CHECK(after.cards.size() == before.cards.size());
    }
}

TEST_CASE("when most of those drawn are new, the picture is made anew") {
  for (const char* view : kFreeFormViews) {
    INFO(view);
    const Account account = company(60, 2);
    const msg::SceneT fresh = draw(view, account);
    std::vector<msg::Place> places = places_of(draw(view, company(20, 2)));
    CHECK(moved(fresh, draw(view, account, places)) == 0);
  }
}

namespace {

struct Request {
  flatbuffers::FlatBufferBuilder ask, account;
  const msg::ViewRequest& view() const {
    return *flatbuffers::GetRoot<msg::ViewRequest>(ask.GetBufferPointer());
  }
  const msg::Snapshot& snapshot() const { return *msg::GetSnapshot(account.GetBufferPointer()); }
};

}  // namespace

TEST_CASE("random places, sizes and pins: whoever can stays, and unpinned cards never overlap") {
  std::mt19937 random(11);
  const auto below = [&](int limit) { return static_cast<double>(random() % limit); };
  for (int round = 0; round < 300; ++round) {
    const std::uint32_t people = 2 + random() % 40;
    std::vector<inroad::layout::Box> boxes;
    std::vector<std::uint32_t> drawn;
    msg::ViewRequestT ask;
    Account account;
    for (std::uint32_t i = 0; i < people; ++i) {
      boxes.push_back({28 + below(1200), 28 + below(900), 60 + below(120), 30 + below(60)});
      drawn.push_back(i);
      account.person("p");
      if (random() % 5 != 0)
        ask.places.emplace_back(i, random() % 8 == 0, 28 + below(3000), 28 + below(2000));
      if (i > 0) account.reports(i, random() % i);
    }
    Request request;
    request.ask.Finish(msg::ViewRequest::Pack(request.ask, &ask));
    request.account.Finish(msg::Snapshot::Pack(request.account, &account.snapshot));
    const auto laid_out = boxes;
    const bool in_rows = round % 2 == 0;
    const auto kept = inroad::views::keep_places(boxes, drawn, request.snapshot(), request.view(),
                                                 {.gap = 10, .in_rows = in_rows});
    REQUIRE(kept.shift.size() == people);
    std::vector<const msg::Place*> place(people);
    for (const msg::Place& one : ask.places) place[one.person()] = &one;
    const auto meet = [&](std::uint32_t a, std::uint32_t b) {
      const auto &s = boxes[a], &t = boxes[b];
      return s.left() < t.right() && t.left() < s.right() && s.top() < t.bottom() &&
             t.top() < s.bottom();
    };
    const auto is_pinned = [&](std::uint32_t i) { return place[i] && place[i]->is_pinned(); };
    for (std::uint32_t i = 0; i < people; ++i) {
      INFO("round " << round << ", person " << i);
      CHECK(boxes[i].x == laid_out[i].x + kept.shift[i].x);
      if (is_pinned(i)) CHECK((boxes[i].x == place[i]->x() && boxes[i].y == place[i]->y()));
      if (!kept.is_still) continue;
      bool can_stay = place[i] != nullptr;
      for (std::uint32_t j = 0; j < people; ++j) {
        if (j == i) continue;
        if (!is_pinned(i) || !is_pinned(j)) CHECK_FALSE(meet(i, j));
        if (!can_stay || !place[j]) continue;
        // Earlier ones and pinned ones come first.
        const bool was_met = place[i]->x() < place[j]->x() + boxes[j].width &&
                             place[j]->x() < place[i]->x() + boxes[i].width &&
                             place[i]->y() < place[j]->y() + boxes[j].height &&
                             place[j]->y() < place[i]->y() + boxes[i].height;
        can_stay = !was_met;
      }
      if (can_stay) CHECK((boxes[i].x == place[i]->x() && boxes[i].y == place[i]->y()));
    }
  }
}
