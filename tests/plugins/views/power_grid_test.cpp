// SPDX-License-Identifier: MIT
//
// The power grid through its bundle: who stands in which cell, arrows to where people are wanted,
// and that full grids neither overlap nor outgrow a page.
#include <algorithm>
#include <random>

#include "../support/account_builder.h"
#include "../support/bundle_call.h"
#include "scene_check.h"

using namespace scene_check;
using account_builder::Account;

namespace {

constexpr const char* kAttitudes[] = {"opponent", "non-supporter", "neutral", "supporter",
                                      "mentor"};
constexpr msg::Attitude kCodes[] = {msg::Attitude::opponent, msg::Attitude::non_supporter,
                                    msg::Attitude::neutral, msg::Attitude::supporter,
                                    msg::Attitude::mentor};

struct GridAccount : Account {
  GridAccount() {
    snapshot.profile = "team";
    snapshot.standings = std::make_unique<msg::StandingsT>();
  }
  // attitude: index of kAttitudes; -1 = unknown. influence: "" = not known.
  std::uint32_t stands(const std::string& name, int attitude, const std::string& influence) {
    const std::uint32_t one = person(name);
    snapshot.standings->attitude.resize(one, msg::Attitude::unset);
    snapshot.standings->attitude.push_back(attitude < 0 ? msg::Attitude::unset : kCodes[attitude]);
    if (attitude >= 0) claim(one, "attitude", kAttitudes[attitude]);
    if (!influence.empty()) claim(one, "influence", influence);
    return one;
  }
  msg::ClaimT& wants(std::uint32_t person, const std::string& attitude) {
    msg::ClaimT& wish = claim(person, "attitude", attitude);
    wish.aspect = msg::Aspect::wanted;
    wish.is_current = false;
    return wish;
  }
};

msg::SceneT draw(const Account& account, const bundle_call::Asked& asked = {}) {
  return sound_scene("power-grid", account.snapshot, asked);
}

std::vector<msg::MarkT> arrows(const msg::SceneT& scene) {
  std::vector<msg::MarkT> found;
  for (const auto& mark : scene.marks)
    if (mark->kind == msg::MarkKind::path && mark->arrow == msg::Arrow::at_end)
      found.push_back(*mark);
  return found;
}

// The tone of the column a point lies in.
msg::ThemeRole tone_at(const msg::SceneT& scene, double x, double y) {
  for (const auto& region : scene.regions)
    if (x >= region->x && x <= region->x + region->width && y >= region->y &&
        y <= region->y + region->height)
      return region->tone;
  return msg::ThemeRole::unset;
}

msg::ThemeRole tone_of(const msg::SceneT& scene, std::uint32_t person) {
  const msg::Card card = cards_of(scene).at(person);
  return tone_at(scene, card.x() + card.width() / 2, card.y() + card.height() / 2);
}

GridAccount random_grid(int people, unsigned seed) {
  std::mt19937 random(seed);
  GridAccount account;
  const char* influences[] = {"high", "medium", "low", ""};
  for (int i = 0; i < people; ++i) {
    const int attitude = static_cast<int>(random() % 7) - 1;
    const auto one = account.stands("p" + std::to_string(i), attitude == 5 ? -1 : attitude,
                                    influences[random() % 4]);
    if (random() % 3 == 0) account.wants(one, kAttitudes[random() % 5]);
  }
  account.snapshot.decision_makers = {0};
  return account;
}

// Arrow segments that enter the inside of any card.
std::size_t arrows_behind_cards(const msg::SceneT& scene) {
  std::vector<drawing_check::Card> cards;
  for (const msg::Card& card : scene.cards)
    cards.push_back({card.x(), card.y(), card.width(), card.height()});
  std::vector<drawing_check::Line> lines;
  for (const msg::MarkT& arrow : arrows(scene)) {
    drawing_check::Line line{lines.size(), cards.size(), cards.size(), {}};
    for (const msg::Point& point : arrow.points) line.points.push_back({point.x(), point.y()});
    line.points.front().x += arrow.points[1].x() > arrow.points[0].x()   ? 0.01
                             : arrow.points[1].x() < arrow.points[0].x() ? -0.01
                                                                         : 0;
    line.points.front().y += arrow.points[1].y() > arrow.points[0].y() ? 0.01 : 0;
    lines.push_back(std::move(line));
  }
  return drawing_check::lines_through_cards(lines, cards);
}

}  // namespace

TEST_CASE("people stand in the column of their attitude and the row of their influence") {
  GridAccount account;
  const auto foe = account.stands("foe", 0, "high"), friendly = account.stands("friend", 4, "high");
  const auto weak = account.stands("weak", 4, "low"), blank = account.stands("blank", -1, "");
  const msg::SceneT scene = draw(account);
  const auto cards = cards_of(scene);
  CHECK(tone_of(scene, foe) == msg::ThemeRole::opponent);
  CHECK(tone_of(scene, friendly) == msg::ThemeRole::mentor);
  CHECK(tone_of(scene, blank) == msg::ThemeRole::unknown);
  CHECK(cards.at(foe).x() < cards.at(friendly).x());
  CHECK(cards.at(friendly).x() < cards.at(blank).x());
  CHECK(cards.at(foe).y() == cards.at(friendly).y());
  CHECK(cards.at(friendly).y() < cards.at(weak).y());
  CHECK(cards.at(weak).y() < cards.at(blank).y());
}

TEST_CASE("the row for unknown influence is only there when somebody stands in it") {
  GridAccount account;
  account.stands("a", 2, "high");
  const auto rows = [](const msg::SceneT& scene) {
    std::size_t count = 0;
    for (const auto& region : scene.regions) count += region->tone == msg::ThemeRole::neutral;
    return count;
  };
  CHECK(rows(draw(account)) == 3);
  account.stands("b", 2, "");
  CHECK(rows(draw(account)) == 4);
}

TEST_CASE("our own people and rivals are not on the grid") {
  GridAccount account;
  account.stands("theirs", 2, "high");
  account.person("ours", msg::Side::us);
  account.person("rival", msg::Side::rival);
  CHECK(draw(account).cards.size() == 1);
}

TEST_CASE("an arrow leads to the column somebody is wanted in, and the legend says so") {
  for (int now = 0; now < 5; ++now)
    for (int wanted = 0; wanted < 5; ++wanted) {
      GridAccount account;
      const auto one = account.stands("one", now, "medium");
      account.stands("beside", now, "medium");
      account.stands("between", 2, "medium");
      account.wants(one, kAttitudes[wanted]);
      const msg::SceneT scene = draw(account);
      const auto found = arrows(scene);
      INFO(now << " to " << wanted);
      REQUIRE(found.size() == (now != wanted));
      CHECK(scene.keys.size() == found.size());
      if (found.empty()) continue;
      CHECK(found[0].person == static_cast<int>(one));
      CHECK(found[0].is_dashed);
      const msg::Point tip = found[0].points.back();
      CHECK(tone_at(scene, tip.x(), tip.y()) ==
            static_cast<msg::ThemeRole>(static_cast<int>(msg::ThemeRole::opponent) - wanted));
    }
}

TEST_CASE("of several wishes the deal's own counts, then evidence, never another deal's") {
  GridAccount account;
  const auto one = account.stands("one", 2, "high");
  account.snapshot.deal = 0;
  account.wants(one, "opponent").weight = 1;
  account.wants(one, "mentor").deal = 1;
  account.wants(one, "supporter").deal = 0;
  const msg::SceneT scene = draw(account);
  const auto found = arrows(scene);
  REQUIRE(found.size() == 1);
  CHECK(tone_at(scene, found[0].points.back().x(), found[0].points.back().y()) ==
        msg::ThemeRole::supporter);
}

TEST_CASE("nothing overlaps and no arrow runs behind a card, at any size") {
  for (const int people : {12, 40, 80, 200})
    for (unsigned seed = 0; seed < 10; ++seed) {
      const msg::SceneT scene = draw(random_grid(people, seed));
      INFO(people << " people, seed " << seed << ", " << scene.width << " x " << scene.height);
      CHECK(scene.cards.size() == static_cast<std::size_t>(people));
      CHECK(overlaps(scene) == 0);
      CHECK(arrows_behind_cards(scene) == 0);
      if (people > 12) {
        CHECK(scene.width / scene.height < 2.3);
        CHECK(scene.height / scene.width < 1.6);
      }
    }
}

TEST_CASE("36 people on a grid can be read on A3 however they are spread") {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    INFO("seed " << seed);
    GridAccount account = random_grid(36 - static_cast<int>(seed), seed);
    for (unsigned i = 0; i < seed; ++i) account.stands("n" + std::to_string(i), 2, "");
    const msg::SceneT scene = draw(account, {.card_height = 74});
    CHECK(words_on_a3(scene, 11.7) >= 7);
    CHECK(overlaps(scene) == 0);
  }
}

TEST_CASE("filters, folds and pins are honoured on the grid") {
  GridAccount account;
  const auto boss = account.stands("boss", 3, "high"), a = account.stands("a", 2, "low");
  const auto b = account.stands("b", 2, "low"), apart = account.stands("apart", 2, "high");
  account.reports(a, boss);
  account.reports(b, boss);
  const auto folded = cards_of(draw(account, {.folded = {boss}}));
  CHECK(folded.size() == 2);
  CHECK(folded.at(boss).folded() == 2);
  CHECK(cards_of(draw(account, {.shown = {{a, apart}}})).size() == 2);
  const auto before = cards_of(draw(account));
  const auto after = cards_of(draw(account, {.places = {bundle_call::pin(a, 900, 700)}}));
  CHECK(after.at(a).x() == 900);
  CHECK(after.at(a).y() == 700);
  CHECK(after.at(b).y() == before.at(b).y());
}

TEST_CASE("attitudes kept back by a share profile are not drawn as unknown") {
  GridAccount account;
  account.stands("one", 2, "high");
  account.snapshot.claims.clear();
  account.snapshot.standings->attitude.clear();
  CHECK(draw(account).cards.size() == 1);
  account.snapshot.profile = "client-safe";
  const msg::SceneT scene = draw(account);
  CHECK(scene.cards.empty());
  CHECK(scene.remarks.size() == 1);
  CHECK(scene.labels.size() == 1);
}

TEST_CASE("adding one person to a grid nearly always leaves the others in their columns") {
  int moved = 0;
  for (unsigned seed = 0; seed < 20; ++seed) {
    GridAccount account = random_grid(200, seed);
    const auto before = cards_of(draw(account));
    account.stands("new", 2, "low");
    const auto after = cards_of(draw(account));
    moved += std::ranges::any_of(
        before, [&](const auto& entry) { return after.at(entry.first).x() != entry.second.x(); });
  }
  CHECK(moved <= 3);
}
