// SPDX-License-Identifier: MIT
//
// The rings through their bundle: who stands how far from the middle, in which sector, and that
// nothing overlaps or runs behind cards.
#include <cmath>
#include <ctime>
#include <random>

#include "../support/account_builder.h"
#include "../support/bundle_call.h"
#include "scene_check.h"

using namespace scene_check;
using account_builder::Account;
using account_builder::random_map;

namespace {

msg::SceneT draw(const Account& account, const bundle_call::Asked& asked = {}) {
  return sound_scene("rings", account.snapshot, asked);
}

// On which ring of the scene a card stands: the one its middle is nearest to, from 1; the middle
// of all rings is 0.
int ring_of(const msg::SceneT& scene, const msg::Card& card) {
  int best = 0;
  double least = 0.2;  // of a radius; closer to the very middle is no ring
  for (std::size_t i = 0; i < scene.regions.size(); ++i) {
    const auto& ring = *scene.regions[i];
    const double x = (card.x() + card.width() / 2 - ring.x) / ring.width * 2 - 1;
    const double y = (card.y() + card.height() / 2 - ring.y) / ring.height * 2 - 1;
    const double off = std::abs(std::hypot(x, y) - 1);
    if (off < least) least = off, best = static_cast<int>(i) + 1;
  }
  return best;
}

std::vector<std::string> words(const msg::SceneT& scene) {
  std::vector<std::string> words;
  for (const auto& label : scene.labels) words.push_back(label->text);
  return words;
}

bool has(const std::vector<std::string>& list, const std::string& word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

}  // namespace

TEST_CASE("people stand on the ring of their distance around the decision maker") {
  Account account;
  const auto dm = account.person("dm"), a = account.person("a"), b = account.person("b");
  const auto c = account.person("c"), d = account.person("d");
  account.influences(a, dm);
  account.influences(b, dm);
  account.influences(c, a);
  account.influences(d, c);
  account.snapshot.decision_makers = {dm};
  const msg::SceneT scene = draw(account);
  const auto cards = cards_of(scene);
  CHECK(scene.regions.size() == 3);
  CHECK(ring_of(scene, cards.at(dm)) == 0);
  CHECK(ring_of(scene, cards.at(a)) == 1);
  CHECK(ring_of(scene, cards.at(b)) == 1);
  CHECK(ring_of(scene, cards.at(c)) == 2);
  CHECK(ring_of(scene, cards.at(d)) == 3);
  for (const char* distance : {"heard directly", "one voice away", "two voices away"})
    CHECK(has(words(scene), distance));
}

TEST_CASE("a committee stands together in the middle, within a ring of its own") {
  Account account;
  for (const char* name : {"a", "b", "c", "d", "e"}) account.person(name);
  account.influences(3, 0);
  account.influences(4, 1);
  account.snapshot.decision_makers = {0, 1, 2};
  const msg::SceneT scene = draw(account);
  const auto cards = cards_of(scene);
  REQUIRE(scene.regions.size() == 2);
  const auto& inner = *scene.regions[0];
  for (const std::uint32_t one : {0, 1, 2}) {
    CHECK(cards.at(one).x() >= inner.x);
    CHECK(cards.at(one).x() + cards.at(one).width() <= inner.x + inner.width);
  }
  CHECK(ring_of(scene, cards.at(3)) == 2);
  CHECK(overlaps(scene) == 0);
}

TEST_CASE("units are named outside of their people") {
  const Account account = random_map(24, 40, 3, 4);
  const msg::SceneT scene = draw(account);
  for (int unit = 0; unit < 4; ++unit) CHECK(has(words(scene), "Unit " + std::to_string(unit)));
  for (const auto& label : scene.labels)
    for (const msg::Card& card : scene.cards)
      CHECK_FALSE((label->x < card.x() + card.width() && label->x + label->max_width > card.x() &&
                   std::abs(label->y - card.y() - card.height() / 2) < card.height() / 2));
}

TEST_CASE("the card nearest to a unit's name is one of that unit, seen from any side") {
  for (unsigned seed = 1; seed <= 6; ++seed) {
    const Account account = random_map(30, 50, seed, 6);
    const msg::SceneT scene = draw(account);
    std::size_t named = 0;
    for (const auto& label : scene.labels) {
      if (label->role != msg::TextRole::heading) continue;
      double own = 1e9, other = 1e9;
      for (const msg::Card& card : scene.cards) {
        const int unit = account.snapshot.people[card.person()]->unit;
        const double across = std::max(
            {0.0, card.x() - label->x - label->max_width, label->x - card.x() - card.width()});
        const double down =
            std::max({0.0, card.y() - label->y - 9, label->y - 9 - card.y() - card.height()});
        double& nearest = "Unit " + std::to_string(unit) == label->text ? own : other;
        nearest = std::min(nearest, std::hypot(across, down));
      }
      INFO("seed " << seed << ", " << label->text);
      CHECK(own <= other);
      ++named;
    }
    CHECK(named >= 5);
  }
}

TEST_CASE("people stand in sectors however many units a unit is parted into") {
  Account account;
  const int top = account.unit("Top");
  const auto dm = account.person("dm", msg::Side::client, top);
  const auto aide = account.person("aide", msg::Side::client, top);
  account.influences(aide, dm);
  for (int unit = 0; unit < 12; ++unit) {
    const int below = account.unit("Unit " + std::to_string(unit), top);
    for (int i = 0; i < (unit < 6 ? 3 : 1); ++i)
      account.influences(
          account.person("p" + std::to_string(unit) + std::to_string(i), msg::Side::client, below),
          dm);
  }
  account.snapshot.decision_makers = {dm};
  const std::vector<std::string> named = words(draw(account));
  CHECK(has(named, "Top"));
  for (int unit = 0; unit < 6; ++unit) CHECK(has(named, "Unit " + std::to_string(unit)));
}

TEST_CASE("people with no line to the middle stand on a shelf under a heading") {
  Account account;
  const auto dm = account.person("dm"), a = account.person("a"), lone = account.person("lone");
  account.influences(a, dm);
  account.snapshot.decision_makers = {dm};
  const msg::SceneT scene = draw(account);
  const auto cards = cards_of(scene);
  CHECK(cards.at(lone).y() > cards.at(a).y() + cards.at(a).height());
  CHECK(cards.at(lone).y() > cards.at(dm).y() + cards.at(dm).height());
  CHECK(has(words(scene), "No known line to those who decide"));
}

TEST_CASE("reporting lines are drawn only for people whom nothing else joins to others") {
  Account account;
  const auto dm = account.person("dm"), a = account.person("a"), b = account.person("b");
  account.influences(a, dm);
  const auto beside = account.reports(a, dm), only = account.reports(b, a);
  account.snapshot.decision_makers = {dm};
  const msg::SceneT scene = draw(account);
  CHECK(link_of(scene, beside) == nullptr);
  CHECK(link_of(scene, only) != nullptr);
}

TEST_CASE("circles lie apart, though few stand on the outermost") {
  Account account;
  const auto dm = account.person("dm");
  account.snapshot.decision_makers = {dm};
  std::vector<std::uint32_t> inner{dm};
  for (const int count : {9, 10, 8, 2}) {
    std::vector<std::uint32_t> outer;
    for (int i = 0; i < count; ++i) {
      outer.push_back(account.person("p"));
      account.influences(outer.back(), inner[static_cast<std::size_t>(i) % inner.size()]);
    }
    inner = outer;
  }
  const msg::SceneT scene = draw(account);
  REQUIRE(scene.regions.size() == 4);
  for (std::size_t i = 1; i < scene.regions.size(); ++i)
    CHECK((scene.regions[i]->height - scene.regions[i - 1]->height) / 2 > 36);
}

TEST_CASE("a conflict bows away from the middle") {
  Account account;
  const auto dm = account.person("dm");
  for (int i = 0; i < 6; ++i) account.influences(account.person("p" + std::to_string(i)), dm);
  const auto conflict = account.tie(1, 2, msg::TieKind::conflicts);
  account.snapshot.decision_makers = {dm};
  const msg::SceneT scene = draw(account);
  const auto cards = cards_of(scene);
  const auto middle = [&](std::uint32_t person) {
    const msg::Card& card = cards.at(person);
    return msg::Point(card.x() + card.width() / 2, card.y() + card.height() / 2);
  };
  const auto line = drawn_lines(
      scene, [&](const msg::Link& link) { return link.tie() == static_cast<int>(conflict); });
  REQUIRE(line.size() == 1);
  const auto half = line[0].points[line[0].points.size() / 2];
  const msg::Point one = middle(1), two = middle(2), centre = middle(dm);
  CHECK(std::hypot(half.x - centre.x(), half.y - centre.y()) >
        std::hypot((one.x() + two.x()) / 2 - centre.x(), (one.y() + two.y()) / 2 - centre.y()));
}

TEST_CASE("the path is numbered, drawn last, and moves no card on the rings") {
  Account account;
  const auto dm = account.person("dm"), a = account.person("a"), b = account.person("b");
  const auto upper = account.influences(a, dm), line = account.reports(b, a);
  account.influences(b, dm);
  account.snapshot.decision_makers = {dm};
  const msg::SceneT plain = draw(account);
  const msg::SceneT scene =
      draw(account, {.route_people = {b, a, dm}, .route_ties = {line, upper}});
  REQUIRE(scene.links.size() == 3);
  CHECK(scene.links[0].route_step() == 0);
  CHECK(scene.links[1].route_step() + scene.links[2].route_step() == 3);
  for (const auto& [person, card] : cards_of(plain))
    CHECK(cards_of(scene).at(person).x() == card.x());
}

TEST_CASE("up to 80 people no card overlaps and no link runs behind a card") {
  for (const int count : {2, 5, 12, 25, 40, 60, 80}) {
    const msg::SceneT scene = draw(random_map(count, count * 5 / 2, 7, 5));
    INFO(count << " people");
    CHECK(scene.cards.size() == static_cast<std::size_t>(count));
    CHECK(overlaps(scene) == 0);
    CHECK(links_behind_cards(scene) == 0);
  }
}

TEST_CASE("the same account gives the same rings") {
  const Account account = random_map(50, 120, 5, 4);
  CHECK(bundle_call::packed<msg::Scene>(draw(account)) ==
        bundle_call::packed<msg::Scene>(draw(account)));
}

TEST_CASE("a kept card stays where it stood on the rings, a pinned one where it was put") {
  const Account account = random_map(20, 40, 11, 3);
  bundle_call::Asked asked;
  for (const msg::Card& card : draw(account).cards)
    if (card.person() != 7)
      asked.places.emplace_back(card.person(), card.person() == 3, card.x() + 40, card.y() + 25);
  const auto before = asked.places;
  const auto cards = cards_of(draw(account, asked));
  for (const msg::Place& place : before) {
    CHECK(cards.at(place.person()).x() == place.x());
    CHECK(cards.at(place.person()).y() == place.y());
  }
}

TEST_CASE("people folded into a card and people left out have no card on the rings") {
  const Account account = random_map(30, 60, 2);
  const msg::SceneT scene = draw(account, {.shown = {{0, 1, 2, 3, 4, 5, 6, 7}}, .folded = {1}});
  CHECK(scene.cards.size() <= 8);
  std::uint32_t stands_for = 0;
  for (const msg::Card& card : scene.cards) stands_for += 1 + card.folded();
  CHECK(stands_for == 8);
}

TEST_CASE("large accounts come back on rings, without overlaps, and say what is left out") {
  for (const int count : {300, 900, 5000, 100000}) {
    const std::clock_t start = std::clock();
    const msg::SceneT scene = draw(random_map(count, count * 2, 4, 12));
    const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    INFO(count << " people: " << seconds << " s");
    CHECK(seconds < 15);
    CHECK(scene.cards.size() == static_cast<std::size_t>(count));
    CHECK(overlaps(scene) == 0);
    CHECK(scene.remarks.empty() == (count < 2000));
  }
}

TEST_CASE("without a decision maker the rings start at the top of the lines and say so") {
  Account account;
  const auto a = account.person("a"), b = account.person("b");
  account.reports(a, b);
  const msg::SceneT scene = draw(account);
  CHECK(ring_of(scene, cards_of(scene).at(b)) == 0);
  CHECK(scene.remarks.size() == 1);
}
