// SPDX-License-Identifier: MIT
//
// The map of two dates through its bundle: differences are marked, numbered and told; the rest is
// only drawn.
#include <cmath>
#include <random>

#include "../support/account_builder.h"
#include "../support/bundle_call.h"
#include "scene_check.h"

using namespace scene_check;
using account_builder::Account;
using msg::Change;

namespace {

msg::DifferenceT told(Change change, const std::string& text) {
  msg::DifferenceT one;
  one.change = change;
  one.text = text;
  return one;
}
msg::DifferenceT about_person(std::uint32_t person, Change change, const std::string& text) {
  msg::DifferenceT one = told(change, text);
  one.person = static_cast<int>(person);
  return one;
}
msg::DifferenceT about_tie(std::uint32_t tie, Change change, const std::string& text) {
  msg::DifferenceT one = told(change, text);
  one.tie = static_cast<int>(tie);
  return one;
}

msg::SceneT draw(const Account& account, const bundle_call::Asked& asked = {}) {
  return sound_scene("history", account.snapshot, asked);
}

bool says(const msg::SceneT& scene, const std::string& text) {
  return std::any_of(scene.labels.begin(), scene.labels.end(),
                     [&](const auto& label) { return label->text == text; });
}

// Numbers on cards and links, and beside the sentences.
std::pair<std::size_t, std::size_t> numbers(const msg::SceneT& scene) {
  std::size_t bound = 0, beside = 0;
  for (const auto& mark : scene.marks)
    if (mark->kind == msg::MarkKind::text) ++(mark->person >= 0 || mark->tie >= 0 ? bound : beside);
  return {bound, beside};
}

}  // namespace

TEST_CASE("who came, went or changed is marked, numbered, and told at the side") {
  Account account;
  const auto boss = account.person("boss"), left = account.person("left");
  const auto joined = account.person("joined"), same = account.person("same");
  account.reports(left, boss);
  account.reports(joined, boss);
  account.reports(same, boss);
  const auto tie = account.influences(same, boss);
  const msg::SceneT scene =
      draw(account, {.differences = {about_person(left, Change::went, "left has gone"),
                                     about_person(joined, Change::came, "joined is new"),
                                     about_tie(tie, Change::changed, "stronger"),
                                     about_person(boss, Change::changed, "one"),
                                     about_person(boss, Change::changed, "two")}});
  const auto cards = cards_of(scene);
  CHECK(cards.at(left).change() == Change::went);
  CHECK(cards.at(joined).change() == Change::came);
  CHECK(cards.at(boss).change() == Change::changed);
  CHECK(cards.at(same).change() == Change::unset);
  REQUIRE(link_of(scene, tie) != nullptr);
  CHECK(link_of(scene, tie)->change() == Change::changed);
  for (const char* sentence : {"left has gone", "joined is new", "stronger", "one", "two"})
    CHECK(says(scene, sentence));
  CHECK(numbers(scene) == std::pair<std::size_t, std::size_t>{4, 4});
  CHECK(overlaps(scene) == 0);
}

TEST_CASE("unchanged ties other than reporting lines are left out") {
  Account account;
  const auto a = account.person("a"), b = account.person("b");
  const auto line = account.reports(b, a), influence = account.influences(b, a);
  const msg::SceneT scene = draw(account, {.differences = {about_person(a, Change::changed, "x")}});
  CHECK(link_of(scene, line) != nullptr);
  CHECK(link_of(scene, influence) == nullptr);
}

TEST_CASE("somebody who changed managers stands under the new one, the old line is drawn as gone") {
  Account account;
  const auto old_boss = account.person("old"), new_boss = account.person("new");
  const auto mover = account.person("mover");
  const auto past = account.reports(mover, old_boss), now = account.reports(mover, new_boss);
  const msg::SceneT scene = draw(account, {.differences = {about_tie(past, Change::went, "no more"),
                                                           about_tie(now, Change::came, "now")}});
  const auto cards = cards_of(scene);
  CHECK(cards.at(mover).x() == Approx(cards.at(new_boss).x()));
  CHECK(link_of(scene, past)->change() == Change::went);
  CHECK(link_of(scene, past)->shape() == msg::LinkShape::curve);
  CHECK(link_of(scene, now)->change() == Change::came);
  CHECK(link_of(scene, now)->shape() == msg::LinkShape::line);
}

TEST_CASE("no differences is a sentence, and the map all the same") {
  Account account;
  account.person("a");
  const msg::SceneT scene = draw(account);
  CHECK(scene.cards.size() == 1);
  CHECK(scene.remarks.size() == 1);
  CHECK(says(scene, "Nothing differs between the two dates."));
}

TEST_CASE("numbers of lines that run side by side stand apart, and on no card") {
  Account account;
  const auto top = account.person("top");
  std::vector<msg::DifferenceT> differences;
  for (int i = 0; i < 2; ++i) {
    const auto one = account.person("p" + std::to_string(i));
    account.reports(one, top);
    for (const auto kind : {msg::TieKind::influences, msg::TieKind::trusts})
      differences.push_back(about_tie(account.tie(one, top, kind), Change::came, "a tie"));
  }
  const msg::SceneT scene = draw(account, {.differences = differences});
  std::vector<msg::Point> numbers;
  for (const auto& mark : scene.marks)
    if (mark->kind == msg::MarkKind::text && mark->tie >= 0) numbers.push_back(mark->points[0]);
  REQUIRE(numbers.size() == 4);
  for (std::size_t i = 0; i < numbers.size(); ++i)
    for (std::size_t k = 0; k < i; ++k)
      CHECK(std::hypot(numbers[i].x() - numbers[k].x(), numbers[i].y() - numbers[k].y()) > 19);
  for (const msg::Point& at : numbers)
    for (const msg::Card& card : scene.cards)
      CHECK_FALSE((at.x() > card.x() && at.x() < card.x() + card.width() && at.y() > card.y() &&
                   at.y() < card.y() + card.height()));
}

TEST_CASE("many sentences fill the room beside and below the map instead of one long strip") {
  Account account;
  const auto top = account.person("top");
  std::vector<msg::DifferenceT> differences;
  for (int i = 0; i < 24; ++i) {
    const auto one = account.person("p" + std::to_string(i));
    account.reports(one, top);
    for (int k = 0; k < 4; ++k)
      differences.push_back(
          about_person(one, Change::changed,
                       "the attitude of this person is now another, as somebody said once"));
  }
  const msg::SceneT scene = draw(account, {.differences = differences});
  CHECK(scene.width / scene.height > 0.6);
  CHECK(scene.width / scene.height < 2.1);
  double right = 0, bottom = 0;
  for (const msg::Card& card : scene.cards) {
    right = std::max(right, card.x() + card.width());
    bottom = std::max(bottom, card.y() + card.height());
  }
  double text = 0;
  for (const auto& label : scene.labels) {
    CHECK((label->x > right || label->y > bottom));
    text += label->max_width * 17;
  }
  CHECK((right * bottom + text) / (scene.width * scene.height) > 0.6);
}

TEST_CASE("where very much is to be said notes are cut, so that words can be read") {
  Account account;
  const auto top = account.person("top");
  std::vector<msg::DifferenceT> differences;
  for (int i = 0; i < 70; ++i) {
    const auto one = account.person("p" + std::to_string(i));
    account.reports(one, top);
    for (int k = 0; k < 14; ++k)
      differences.push_back(about_person(
          one, Change::changed, "the attitude of this person is now another, as somebody said"));
  }
  const msg::SceneT scene = draw(account, {.differences = differences});
  CHECK(words_on_a3(scene, 12) >= 5);
  CHECK(std::any_of(scene.labels.begin(), scene.labels.end(),
                    [](const auto& label) { return label->text.starts_with("… and "); }));
  REQUIRE(scene.remarks.size() == 1);
  CHECK(scene.remarks[0].find("cut short") != std::string::npos);
}

TEST_CASE("a few notes stand in one place, and none is cut") {
  Account account;
  const auto top = account.person("top");
  std::vector<msg::DifferenceT> differences;
  for (int i = 0; i < 30; ++i) {
    const auto one = account.person("p" + std::to_string(i));
    account.reports(one, top);
    if (i < 9)
      differences.push_back(about_person(one, Change::changed, "the attitude is now another"));
  }
  const msg::SceneT scene = draw(account, {.differences = differences});
  double right = 0, bottom = 0;
  for (const msg::Card& card : scene.cards) {
    right = std::max(right, card.x() + card.width());
    bottom = std::max(bottom, card.y() + card.height());
  }
  std::size_t beside = 0, below = 0;
  for (const auto& label : scene.labels) ++(label->x > right ? beside : below);
  CHECK((beside == 0 || below == 0));
  CHECK(scene.remarks.empty());
}

TEST_CASE("no line of Chinese begins with a closing mark or ends with an opening one") {
  Account account;
  const auto one = account.person("one");
  std::string sentence;
  for (int i = 0; i < 30; ++i)
    sentence += std::string(i % 7, 'x') + "态度（目标）由“支持”改为“中立”、";
  const msg::SceneT scene =
      draw(account, {.differences = {about_person(one, Change::changed, sentence)}});
  std::string together;
  for (const auto& label : scene.labels) {
    together += label->text;
    for (const char* mark : {"”", "、", "）"}) CHECK(label->text.rfind(mark, 0) != 0);
    for (const char* mark : {"“", "（"})
      CHECK_FALSE(
          (label->text.size() >= 3 && label->text.compare(label->text.size() - 3, 3, mark) == 0));
  }
  CHECK(together == sentence);
}

TEST_CASE("our own people are drawn only where something is said about them") {
  Account account;
  const auto lin = account.person("Lin", msg::Side::us),
             quiet = account.person("Raj", msg::Side::us);
  const auto theirs = account.person("theirs");
  const auto tie = account.tie(lin, theirs, msg::TieKind::covers, 0.7);
  const auto cards =
      cards_of(draw(account, {.differences = {about_tie(tie, Change::came, "met")}}));
  CHECK(cards.contains(lin));
  CHECK(cards.contains(theirs));
  CHECK_FALSE(cards.contains(quiet));
}

TEST_CASE("differences about people who are not shown are counted, those of folded people kept") {
  Account account;
  const auto boss = account.person("boss"), report = account.person("report");
  const auto other = account.person("other");
  account.reports(report, boss);
  const std::vector<msg::DifferenceT> differences = {
      about_person(report, Change::changed, "said of the report"),
      about_person(other, Change::changed, "said of the other")};
  const msg::SceneT folded = draw(account, {.folded = {boss}, .differences = differences});
  CHECK(says(folded, "said of the report"));
  CHECK(cards_of(folded).at(boss).folded() == 1);
  const msg::SceneT filtered =
      draw(account, {.shown = {{boss, report}}, .differences = differences});
  CHECK_FALSE(says(filtered, "said of the other"));
  CHECK(filtered.remarks.size() == 1);
}

TEST_CASE("a large map keeps those about whom something is said, and their managers") {
  Account account;
  for (int i = 0; i < 300; ++i) {
    account.person("p" + std::to_string(i));
    if (i > 0) account.reports(i, (i - 1) / 3);
  }
  const msg::SceneT scene =
      draw(account, {.differences = {about_person(250, Change::changed, "x")}});
  const auto cards = cards_of(scene);
  CHECK(cards.size() == 6);
  for (int at = 250; at > 0; at = (at - 1) / 3) CHECK(cards.contains(at));
  CHECK(scene.remarks.size() == 1);
}

TEST_CASE("on random pairs of dates nothing overlaps and no line runs behind a card") {
  for (unsigned seed = 0; seed < 20; ++seed) {
    std::mt19937 random(seed);
    Account account;
    const int people = 8 + static_cast<int>(random() % 60);
    std::vector<msg::DifferenceT> differences;
    const auto any = [&] { return static_cast<Change>(1 + random() % 3); };
    for (int i = 0; i < people; ++i) {
      account.person("p" + std::to_string(i));
      if (i > 0 && random() % 8 > 0) account.reports(i, random() % i);
      if (random() % 6 == 0) differences.push_back(about_person(i, any(), "a sentence"));
    }
    for (int i = 0; i < people / 3; ++i) {
      const std::uint32_t from = random() % people, to = random() % people;
      if (from == to) continue;
      const auto tie = account.influences(from, to);
      differences.push_back(about_tie(tie, any(), "a longer sentence about what is between two"));
    }
    const msg::SceneT scene = draw(account, {.differences = differences});
    INFO("seed " << seed << ", " << people << " people");
    CHECK(overlaps(scene) == 0);
    CHECK(reporting_faults(scene) == 0);
    for (const auto& label : scene.labels)
      for (const msg::Card& card : scene.cards) {
        const bool is_beside =
            label->x >= card.x() + card.width() || label->y > card.y() + card.height();
        if (!is_beside) FAIL_CHECK("the sentence “" << label->text << "” lies on a card");
      }
  }
}
