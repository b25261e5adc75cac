// SPDX-License-Identifier: MIT
//
// The network view through its bundle: who is drawn, how links are told apart, that cards never
// overlap and links keep off cards, and that large networks come back in both modes.
#include <chrono>
#include <random>

#include "../support/account_builder.h"
#include "../support/bundle_call.h"
#include "scene_check.h"

using namespace scene_check;
using account_builder::Account;

namespace {

msg::SceneT draw(const Account& account, const bundle_call::Asked& asked = {}) {
  return sound_scene("network", account.snapshot, asked);
}

std::vector<std::uint8_t> bytes_of(const msg::SceneT& scene) {
  return bundle_call::packed<msg::Scene>(scene);
}

bundle_call::Asked in_mode(const std::string& mode) {
  msg::ExtraT option;
  option.key = "mode";
  option.value = mode;
  return {.options = {option}};
}

// Influences mostly within units of eight, some across; reporting lines to the unit's first.
Account random_network(int count, unsigned seed) {
  std::mt19937 random(seed);
  Account account;
  for (int i = 0; i < count; ++i) {
    if (i % 8 == 0) account.unit("u" + std::to_string(i));
    account.person("p" + std::to_string(i), msg::Side::client, i / 8);
  }
  const auto pick = [&](int below) {
    return static_cast<std::uint32_t>(random() % static_cast<unsigned>(below));
  };
  for (int i = 0; i < count; ++i) {
    const auto self = static_cast<std::uint32_t>(i);
    if (i % 8 != 0) account.reports(self, static_cast<std::uint32_t>(i / 8 * 8));
    for (int k = 0; k < 2; ++k) {
      const auto near =
          static_cast<std::uint32_t>(std::min(count - 1, i / 8 * 8 + static_cast<int>(pick(8))));
      const auto to = random() % 3 == 0 ? pick(count) : near;
      if (to != self) account.influences(self, to);
    }
    if (i % 15 == 7) account.tie(self, pick(count), msg::TieKind::conflicts);
  }
  account.snapshot.decision_makers = {0};
  return account;
}

}  // namespace

TEST_CASE("no card of a network overlaps, and no link runs behind a card") {
  for (unsigned seed = 0; seed < 10; ++seed) {
    const int count = 4 + static_cast<int>(seed) * 8;
    const msg::SceneT scene = draw(random_network(count, seed));
    INFO(count << " people, seed " << seed);
    CHECK(scene.cards.size() == static_cast<std::size_t>(count));
    CHECK(overlaps(scene) == 0);
    CHECK(links_behind_cards(scene) == 0);
  }
}

TEST_CASE("the network is the same every time, and choosing a path moves no card") {
  const Account account = random_network(40, 5);
  const msg::SceneT first = draw(account), again = draw(account);
  CHECK(bytes_of(first) == bytes_of(again));
  const auto& ends = account.snapshot.ties->ends;
  std::uint32_t tie = 0;
  while (ends[tie].kind() != msg::TieKind::influences) ++tie;
  const msg::SceneT chosen = draw(account, {{ends[tie].from(), ends[tie].to()}, {tie}});
  for (std::size_t i = 0; i < first.cards.size(); ++i) {
    CHECK(chosen.cards[i].x() == first.cards[i].x());
    CHECK(chosen.cards[i].y() == first.cards[i].y());
  }
  CHECK(chosen.links.back().route_step() == 1);
}

TEST_CASE("people without ties stand below the network under a heading") {
  Account account = random_network(12, 1);
  const auto lone = account.person("lone"), other = account.person("other");
  const msg::SceneT scene = draw(account);
  const auto cards = cards_of(scene);
  REQUIRE(scene.labels.size() == 1);
  for (std::uint32_t i = 0; i < 12; ++i) CHECK(cards.at(i).y() + 78 < scene.labels[0]->y);
  CHECK(cards.at(lone).y() > scene.labels[0]->y);
  CHECK(cards.at(other).y() == cards.at(lone).y());
  CHECK(overlaps(scene) == 0);
}

TEST_CASE("an account of people without any tie is drawn as rows, without a heading") {
  Account account;
  for (int i = 0; i < 30; ++i) account.person("p" + std::to_string(i));
  const msg::SceneT scene = draw(account);
  CHECK(scene.cards.size() == 30);
  CHECK(scene.labels.empty());
  CHECK(overlaps(scene) == 0);
  CHECK(scene.width / scene.height < 3);
}

TEST_CASE("a network without people says so") {
  const msg::SceneT scene = draw(Account());
  CHECK(scene.cards.empty());
  CHECK(scene.remarks.size() == 1);
}

TEST_CASE("on the network our own people are not drawn, rivals only where they act") {
  Account account;
  const auto a = account.person("a"), b = account.person("b");
  const auto ours = account.person("ours", msg::Side::us);
  const auto quiet = account.person("quiet", msg::Side::rival);
  const auto loud = account.person("loud", msg::Side::rival);
  account.influences(a, b);
  account.influences(loud, b);
  account.reports(quiet, loud);
  account.tie(ours, a, msg::TieKind::covers, 1);
  const auto cards = cards_of(draw(account));
  CHECK(cards.size() == 3);
  CHECK(cards.contains(loud));
}

TEST_CASE("where an influence joins two people, quieter ties of theirs are left out") {
  Account account;
  const auto a = account.person("a"), b = account.person("b"), c = account.person("c");
  const auto line = account.reports(a, b);
  const auto influence = account.influences(b, a, 0.75);
  const auto trust = account.tie(a, b, msg::TieKind::trusts);
  const auto conflict = account.tie(a, b, msg::TieKind::conflicts);
  const auto other_line = account.reports(c, b);
  const msg::SceneT scene = draw(account);
  CHECK(link_of(scene, line) == nullptr);
  CHECK(link_of(scene, trust) == nullptr);
  REQUIRE(link_of(scene, influence) != nullptr);
  CHECK(link_of(scene, influence)->weight() == Approx(0.75));
  CHECK(link_of(scene, influence)->arrow() == msg::Arrow::at_end);
  REQUIRE(link_of(scene, conflict) != nullptr);
  CHECK(link_of(scene, conflict)->role() == msg::LinkRole::conflict);
  REQUIRE(link_of(scene, other_line) != nullptr);
  CHECK(scene.links.front().tie() == static_cast<int>(other_line));
}

TEST_CASE(
    "ties of one kind between two people are one line, the best known and strongest of them") {
  Account account;
  const auto a = account.person("a"), b = account.person("b"), c = account.person("c");
  const auto guessed = account.influences(a, b, 0.9);
  account.influences(a, b, 0.3);
  const auto known = account.influences(a, b, 0.6);
  account.tie(b, c, msg::TieKind::conflicts);
  account.tie(c, b, msg::TieKind::conflicts);
  account.snapshot.ties->level.assign(5, msg::Evidence::confirmed);
  account.snapshot.ties->level[guessed] = msg::Evidence::assumption;
  const msg::SceneT scene = draw(account);
  REQUIRE(scene.links.size() == 2);
  REQUIRE(link_of(scene, known) != nullptr);
  CHECK_FALSE(link_of(scene, known)->is_assumed());
  const msg::SceneT chosen = draw(account, {{a, b}, {guessed}});
  REQUIRE(link_of(chosen, guessed) != nullptr);
  CHECK(link_of(chosen, guessed)->route_step() == 1);
  CHECK(chosen.links.size() == 2);
}

TEST_CASE("an influence both ways is one line with two heads where both ways look the same") {
  Account account;
  const auto a = account.person("a"), b = account.person("b"), c = account.person("c");
  const auto there = account.influences(a, b, 0.5), back = account.influences(b, a, 0.5);
  const auto strong = account.influences(b, c, 0.9), weak = account.influences(c, b, 0.2);
  const msg::SceneT scene = draw(account);
  REQUIRE(link_of(scene, there) != nullptr);
  CHECK(link_of(scene, there)->arrow() == msg::Arrow::at_both);
  CHECK(link_of(scene, back) == nullptr);
  for (const auto tie : {strong, weak}) {
    REQUIRE(link_of(scene, tie) != nullptr);
    CHECK(link_of(scene, tie)->arrow() == msg::Arrow::at_end);
  }
  const msg::SceneT chosen = draw(account, {{a, b}, {there}});  // the path has a direction
  REQUIRE(link_of(chosen, back) != nullptr);
  CHECK(link_of(chosen, there)->arrow() == msg::Arrow::at_end);
  const auto before = cards_of(scene), after = cards_of(chosen);
  for (const auto& [person, card] : before) CHECK(after.at(person).x() == card.x());
}

TEST_CASE("a step of the path over a reporting line is drawn as assumed influence") {
  Account account;
  const auto a = account.person("a"), b = account.person("b");
  const auto line = account.reports(a, b);
  const msg::SceneT scene = draw(account, {{a, b}, {line}});
  REQUIRE(scene.links.size() == 2);
  CHECK(scene.links[1].is_assumed());
  CHECK(scene.links[1].route_step() == 1);
}

TEST_CASE("adding one person to a network moves nobody else") {
  const Account before = random_network(120, 3);
  const auto stood = cards_of(draw(before));
  Account after = random_network(120, 3);
  const auto newcomer = after.person("new", msg::Side::client, 2);
  after.influences(newcomer, 17);
  bundle_call::Asked asked;
  for (const auto& [person, card] : stood)
    asked.places.emplace_back(person, false, card.x(), card.y());
  const msg::SceneT scene = draw(after, asked);
  const auto cards = cards_of(scene);
  REQUIRE(cards.size() == 121);
  std::size_t moved = 0;
  for (const auto& [person, card] : stood)
    moved += cards.at(person).x() != card.x() || cards.at(person).y() != card.y();
  CHECK(moved == 0);
  CHECK(overlaps(scene) == 0);
}

TEST_CASE("a pinned card of a network stands where it was put, all others where they were") {
  const Account account = random_network(30, 4);
  const auto before = cards_of(draw(account));
  const auto after = cards_of(draw(account, {.places = {bundle_call::pin(5, 2000, 1500)}}));
  for (const auto& [person, card] : before) {
    CHECK(after.at(person).x() == (person == 5 ? 2000 : card.x()));
    CHECK(after.at(person).y() == (person == 5 ? 1500 : card.y()));
  }
}

TEST_CASE("a filtered network draws those shown, a folded card has the ties of its people") {
  Account account;
  const auto head = account.person("head"), a = account.person("a"), b = account.person("b");
  const auto other = account.person("other"), hidden = account.person("hidden");
  account.reports(a, head);
  account.reports(b, head);
  account.influences(a, other, 0.3);
  const auto strong = account.influences(b, other, 0.9);
  account.influences(hidden, other);
  const msg::SceneT scene =
      draw(account, {.shown = std::vector<std::uint32_t>{head, a, b, other}, .folded = {head}});
  const auto cards = cards_of(scene);
  CHECK(cards.size() == 2);
  CHECK(cards.at(head).folded() == 2);
  REQUIRE(scene.links.size() == 1);
  CHECK(scene.links[0].tie() == static_cast<int>(strong));
  CHECK(scene.links[0].from() == head);
}

TEST_CASE("large networks come back in either mode without overlaps") {
  for (const int count : {301, 900, 4000}) {
    const Account account = random_network(count, 8);
    for (const char* mode : {"\"stress\"", "\"crossings\""}) {
      const auto start = std::chrono::steady_clock::now();
      const msg::SceneT scene = draw(account, in_mode(mode));
      const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
      INFO(count << " people, " << mode << ": " << seconds.count() << " s");
      CHECK(scene.cards.size() == static_cast<std::size_t>(count));
      CHECK(overlaps(scene) == 0);
      CHECK(seconds.count() < 15);
    }
  }
}

TEST_CASE("an unknown mode of the network is refused with a sentence") {
  CHECK_THROWS_WITH(draw(random_network(5, 1), in_mode("\"speed\"")),
                    Catch::Contains("“stress” or “crossings”"));
}
