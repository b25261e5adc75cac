// SPDX-License-Identifier: MIT
//
// The org chart through its bundle: everybody drawn, nothing overlapping, odd lines told apart.
#include <random>

#include "../support/account_builder.h"
#include "../support/bundle_call.h"
#include "scene_check.h"

using namespace scene_check;
using account_builder::Account;

namespace {

msg::SceneT draw(const Account& account, const bundle_call::Asked& asked = {}) {
  return sound_scene("org-chart", account.snapshot, asked);
}

Account organisation(int count, unsigned seed) {
  std::mt19937 random(seed);
  Account account;
  std::vector<std::uint32_t> managers{account.person("p0")};
  for (std::size_t at = 0;
       at < managers.size() && static_cast<int>(account.snapshot.people.size()) < count; ++at)
    for (unsigned i = 0;
         i < 2 + random() % 11 && static_cast<int>(account.snapshot.people.size()) < count; ++i) {
      const auto report = account.person("p" + std::to_string(account.snapshot.people.size()));
      account.reports(report, managers[at]);
      if (random() % 10 < 6 || at + 1 == managers.size()) managers.push_back(report);
    }
  return account;
}

}  // namespace

TEST_CASE("organisations of 1,000 and 10,000 draw without overlaps or crossing lines") {
  for (const int count : {30, 1000, 10000}) {
    const msg::SceneT scene = draw(organisation(count, 5));
    INFO(count << " people on " << scene.width << " x " << scene.height);
    CHECK(scene.cards.size() == static_cast<std::size_t>(count));
    CHECK(overlaps(scene) == 0);
    CHECK(reporting_faults(scene) == 0);
    CHECK(scene.width / scene.height < 3);
    CHECK(scene.width / scene.height > 1);
  }
}

TEST_CASE("with several managers the first tie makes the tree, the others are dotted") {
  Account account;
  const auto a = account.person("a"), b = account.person("b"), c = account.person("c");
  const auto first = account.reports(c, b), second = account.reports(c, a);
  const msg::SceneT scene = draw(account);
  CHECK(link_of(scene, first)->role() == msg::LinkRole::reporting);
  CHECK(link_of(scene, second)->role() == msg::LinkRole::dotted);
  const auto cards = cards_of(scene);
  CHECK(cards.at(c).x() == Approx(cards.at(b).x()));
  CHECK(cards.at(c).y() > cards.at(b).y());
  (void)a;
}

TEST_CASE("a circle of managers is opened, drawn and remarked on") {
  Account account;
  const auto a = account.person("Ann"), b = account.person("Bo"), c = account.person("Cy");
  const auto ab = account.reports(a, b), bc = account.reports(b, c), ca = account.reports(c, a);
  const msg::SceneT scene = draw(account);
  CHECK(scene.cards.size() == 3);
  CHECK(link_of(scene, ab)->role() == msg::LinkRole::dotted);
  CHECK(link_of(scene, bc)->role() == msg::LinkRole::reporting);
  CHECK(link_of(scene, ca)->role() == msg::LinkRole::reporting);
  REQUIRE(scene.remarks.size() == 1);
  CHECK(scene.remarks[0].find("Ann") != std::string::npos);
}

TEST_CASE("those who assist a manager stand between the manager and the team") {
  Account account;
  const auto boss = account.person("boss"), a = account.person("a"), b = account.person("b");
  const auto secretary = account.person("s"), named = account.person("n");
  for (const auto report : {a, b, secretary, named}) account.reports(report, boss);
  account.snapshot.people[secretary]->title = "Executive Secretary";
  auto key = std::make_unique<msg::ExtraT>();
  key->key = "IsAssistant";
  key->value = "\"Yes\"";
  account.snapshot.people[named]->extra.push_back(std::move(key));
  account.snapshot.people[b]->title = "Company Secretary";  // an officer
  const msg::SceneT scene = draw(account);
  const auto cards = cards_of(scene);
  CHECK(cards.at(a).y() == cards.at(b).y());
  for (const auto assistant : {secretary, named}) {
    CHECK(cards.at(assistant).y() > cards.at(boss).y() + 78);
    CHECK(cards.at(assistant).y() + 78 < cards.at(a).y());
  }
  CHECK(reporting_faults(scene) == 0);
}

TEST_CASE("a unit that is one team is framed, a unit here and there is not") {
  Account account;
  const int sales = account.unit("Sales"), north = account.unit("North", sales);
  const int spread = account.unit("Spread");
  const auto boss = account.person("boss");
  const auto head = account.person("head", msg::Side::client, sales);
  const auto other = account.person("other", msg::Side::client, spread);
  account.reports(head, boss);
  account.reports(other, boss);
  for (int i = 0; i < 4; ++i)
    account.reports(account.person("n" + std::to_string(i), msg::Side::client, north), head);
  for (int i = 0; i < 4; ++i) account.reports(account.person("o" + std::to_string(i)), other);
  account.reports(account.person("x", msg::Side::client, spread), boss);
  const msg::SceneT scene = draw(account);
  REQUIRE(scene.regions.size() == 1);
  const msg::RegionT& region = *scene.regions[0];
  CHECK(region.text == "Sales");
  CHECK(region.unit == sales);
  for (const msg::Card& card : scene.cards) {
    const bool is_inside = card.x() > region.x && card.y() > region.y &&
                           card.x() + card.width() < region.x + region.width &&
                           card.y() + card.height() < region.y + region.height;
    const std::string& name = account.snapshot.people[card.person()]->name;
    CHECK(is_inside == (name == "head" || name[0] == 'n'));
  }
}

TEST_CASE("up to 80 people no line runs behind a card it does not belong to") {
  for (const int count : {12, 40, 80})
    for (unsigned seed = 0; seed < 20; ++seed) {
      Account account = organisation(count, seed);
      std::mt19937 random(seed);
      for (int i = 0; i < count / 8; ++i)
        account.tie(random() % count, random() % count, msg::TieKind::dotted);
      for (int i = 0; i < count / 10; ++i) account.reports(1 + random() % (count - 1), 0);
      const msg::SceneT scene = draw(account);
      INFO(count << " people, seed " << seed);
      CHECK(overlaps(scene) == 0);
      CHECK(reporting_faults(scene) == 0);
      CHECK(links_behind_cards(scene) == 0);
    }
}

TEST_CASE("a folded manager stands for his people, and who is filtered out is not drawn") {
  const Account account = organisation(60, 4);
  const msg::SceneT all = draw(account);
  const msg::SceneT folded = draw(account, {.folded = {1}});
  const auto cards = cards_of(folded);
  CHECK(cards.at(1).folded() == all.cards.size() - folded.cards.size());
  CHECK(cards.at(1).folded() > 0);
  CHECK(reporting_faults(folded) == 0);

  const msg::SceneT few = draw(account, {.shown = {{0, 1, 2, 30}}});
  CHECK(few.cards.size() == 4);
  CHECK(overlaps(few) == 0);
}

TEST_CASE("a tie from a person to himself is not drawn") {
  Account account;
  const auto a = account.person("a");
  account.reports(a, a);
  const msg::SceneT scene = draw(account);
  CHECK(scene.cards.size() == 1);
  CHECK(scene.links.empty());
}

TEST_CASE("people without a line and other firms are drawn too, in titled frames") {
  Account account;
  const int legal = account.unit("Legal");
  const auto boss = account.person("boss"), report = account.person("report");
  account.reports(report, boss);
  account.person("lawyer", msg::Side::client, legal);
  account.person("ours", msg::Side::us);
  account.person("theirs", msg::Side::rival);
  const msg::SceneT scene = draw(account);
  CHECK(scene.cards.size() == 5);
  REQUIRE(scene.regions.size() == 3);
  CHECK(scene.regions[0]->text == "Legal");
  CHECK(scene.regions[0]->unit == legal);
  CHECK(overlaps(scene) == 0);
}

TEST_CASE("a pinned card moves alone and its lines follow") {
  Account account;
  const auto boss = account.person("boss"), a = account.person("a"), b = account.person("b");
  const auto line = account.reports(a, boss);
  account.reports(b, boss);
  const auto before = cards_of(draw(account));
  const msg::SceneT scene = draw(account, {.places = {bundle_call::pin(a, 700, 400)}});
  const auto after = cards_of(scene);
  CHECK(after.at(a).x() == 700);
  CHECK(after.at(a).y() == 400);
  CHECK(after.at(b).x() == before.at(b).x());
  CHECK(after.at(boss).x() == before.at(boss).x());
  const msg::Point& start = scene.points[link_of(scene, line)->first()];
  CHECK((start.x() == 700 || start.x() == 700 + 88));  // at a side or from the top
  CHECK((start.y() == 400 || start.y() == 400 + 39));
}

TEST_CASE("the same account gives the same org chart") {
  const Account account = organisation(120, 3);
  const msg::SceneT one = draw(account), two = draw(account);
  REQUIRE(one.cards.size() == two.cards.size());
  for (std::size_t i = 0; i < one.cards.size(); ++i) {
    CHECK(one.cards[i].x() == two.cards[i].x());
    CHECK(one.cards[i].y() == two.cards[i].y());
  }
}

TEST_CASE("an empty account is an empty chart with a remark") {
  CHECK(draw(Account()).remarks.size() == 1);
}
