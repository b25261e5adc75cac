// SPDX-License-Identifier: MIT
//
// The coverage matrix through its bundle: the order of rows, dots for now and wanted, gaps in
// words.
#include <random>

#include "../support/account_builder.h"
#include "../support/bundle_call.h"
#include "scene_check.h"

using namespace scene_check;
using account_builder::Account;

namespace {

struct CoverageAccount : Account {
  CoverageAccount() {
    snapshot.profile = "team";
    snapshot.today = "2026-11-20";
  }
  std::uint32_t covers(std::uint32_t from, std::uint32_t to, double now, int days,
                       const std::string& wanted = {}) {
    const std::uint32_t index = tie(from, to, msg::TieKind::covers, now);
    snapshot.ties->age_days[index] = days;
    if (!wanted.empty()) {
      auto more = std::make_unique<msg::TieExtraT>();
      more->tie = index;
      auto extra = std::make_unique<msg::ExtraT>();
      extra->key = "wanted";
      extra->value = wanted;
      more->extra.push_back(std::move(extra));
      snapshot.ties->extra.push_back(std::move(more));
    }
    return index;
  }
};

msg::SceneT draw(const Account& account, const bundle_call::Asked& asked = {}) {
  return sound_scene("coverage", account.snapshot, asked);
}

struct Dots {
  int there = 0, wanted = 0, free = 0;
};
Dots dots_of(const msg::SceneT& scene, std::uint32_t tie) {
  Dots dots;
  for (const auto& mark : scene.marks)
    if (mark->kind == msg::MarkKind::ellipse && mark->tie == static_cast<int>(tie))
      ++(mark->is_filled ? dots.there : mark->is_dashed ? dots.wanted : dots.free);
  return dots;
}

bool says(const msg::SceneT& scene, const std::string& text) {
  return std::any_of(scene.labels.begin(), scene.labels.end(),
                     [&](const auto& label) { return label->text == text; });
}

}  // namespace

TEST_CASE("dots show the level now and, dashed, what is wanted beyond it") {
  CoverageAccount account;
  const auto lin = account.person("Lin", msg::Side::us);
  struct Case {
    double now;
    std::string wanted;
    Dots dots;
  };
  const Case cases[] = {{0.1, "\"met\"", {0, 1, 2}},
                        {0.4, "\"regular\"", {1, 2, 0}},
                        {0.7, "\"occasional\"", {2, 0, 1}},
                        {1, "\"met\"", {3, 0, 0}},
                        {0.4, "0.7", {1, 1, 1}},
                        {0.7, "", {2, 0, 1}}};
  std::vector<std::uint32_t> ties;
  for (const Case& one : cases)
    ties.push_back(account.covers(lin, account.person("p" + std::to_string(ties.size())), one.now,
                                  5, one.wanted));
  const msg::SceneT scene = draw(account);
  for (std::size_t i = 0; i < ties.size(); ++i) {
    INFO("case " << i);
    const Dots found = dots_of(scene, ties[i]);
    CHECK(found.there == cases[i].dots.there);
    CHECK(found.wanted == cases[i].dots.wanted);
    CHECK(found.free == cases[i].dots.free);
  }
  CHECK(scene.keys.size() == 2);
}

TEST_CASE("those who decide come first, then the influential, then the weightier part") {
  CoverageAccount account;
  const auto lin = account.person("Lin", msg::Side::us);
  const auto user = account.person("user"), low = account.person("low");
  const auto high = account.person("high"), approver = account.person("approver");
  const auto decider = account.person("decider"), known = account.person("known");
  account.claim(user, "buying_role", "user");
  account.claim(low, "influence", "low");
  account.claim(high, "influence", "high");
  account.claim(approver, "influence", "high");
  account.claim(approver, "buying_role", "approver");
  account.covers(lin, known, 1, 3);
  account.snapshot.decision_makers = {decider};
  const auto cards = cards_of(draw(account));
  CHECK(cards.size() == 6);
  const std::vector<std::uint32_t> order = {decider, approver, high, low, user, known};
  for (std::size_t i = 1; i < order.size(); ++i)
    CHECK(cards.at(order[i - 1]).y() < cards.at(order[i]).y());
}

TEST_CASE("gaps are said in words, the louder the more important the person") {
  CoverageAccount account;
  const auto lin = account.person("Lin", msg::Side::us);
  const auto decider = account.person("decider");
  account.snapshot.decision_makers = {decider};
  CHECK(says(draw(account), "gap: no contact"));
  account.covers(lin, decider, 0.4, 10);
  CHECK(says(draw(account), "gap: nobody close"));
  account.snapshot.ties->strength[0] = 0.7;
  const msg::SceneT close = draw(account);
  for (const auto& label : close.labels) CHECK(label->text.find("gap") == std::string::npos);
  CHECK(says(close, "10 d"));
  account.snapshot.ties->age_days[0] = 130;
  CHECK(says(draw(account), "quiet for 4 months"));
  const auto minor = account.person("minor");
  account.covers(lin, minor, 0.4, 10, "\"regular\"");
  CHECK(says(draw(account), "closer contact wanted"));
}

TEST_CASE("a meeting noted is a contact") {
  CoverageAccount account;
  const auto lin = account.person("Lin", msg::Side::us), theirs = account.person("theirs");
  account.covers(lin, theirs, 0.7, 200);
  auto note = std::make_unique<msg::NoteT>();
  note->date = "2026-11-17";
  note->people = {theirs};
  account.snapshot.notes.push_back(std::move(note));
  CHECK(says(draw(account), "3 d"));
}

TEST_CASE("large accounts keep to a page, and say who is left out") {
  for (const int people : {12, 40, 80, 200, 400}) {
    CoverageAccount account;
    std::mt19937 random(7);
    const int ours = people / 10;
    for (int i = 0; i < ours; ++i) account.person("us" + std::to_string(i), msg::Side::us);
    for (int i = 0; i < people; ++i) {
      const auto one = account.person("p" + std::to_string(i));
      if (ours > 0) account.covers(random() % ours, one, 0.7, 4);
    }
    const msg::SceneT scene = draw(account);
    INFO(people << " people: " << scene.width << " x " << scene.height);
    CHECK(overlaps(scene) == 0);
    CHECK(scene.cards.size() == static_cast<std::size_t>(std::min(people, 200)));
    CHECK(scene.remarks.size() ==
          static_cast<std::size_t>(people > 200) + static_cast<std::size_t>(ours > 8));
  }
}

TEST_CASE("headings of columns stand apart, and columns take the room there is") {
  CoverageAccount account;
  for (int i = 0; i < 4; ++i) account.person("us" + std::to_string(i), msg::Side::us);
  for (unsigned i = 0; i < 27; ++i) account.covers(i % 4, account.person("p"), 0.7, 4);
  const msg::SceneT scene = draw(account, {.card_width = 196, .card_height = 40});
  std::vector<const msg::LabelT*> headings;
  for (const auto& label : scene.labels)
    if ((label->text.starts_with("us") && label->role == msg::TextRole::heading) || label->text == "last contact")
      headings.push_back(label.get());
  REQUIRE(headings.size() == 10);  // in two blocks
  for (std::size_t i = 1; i < 5; ++i) {
    const double half = headings[i]->anchor == msg::Anchor::middle ? headings[i]->max_width / 2 : 0;
    CHECK(headings[i]->x - half - headings[i - 1]->x - headings[i - 1]->max_width / 2 > 5);
  }
  CHECK(headings[4]->x - headings[3]->x - headings[3]->max_width / 2 >= 12);
  CHECK(headings[0]->max_width >= 90);
  CHECK(words_on_a3(scene, 11.7) >= 7);
}

TEST_CASE("a filter that names none of our people still has columns") {
  CoverageAccount account;
  const auto lin = account.person("Lin", msg::Side::us), a = account.person("a");
  account.person("b");
  account.covers(lin, a, 1, 2);
  const msg::SceneT scene = draw(account, {.shown = {{a}}});
  CHECK(scene.cards.size() == 1);
  CHECK(says(scene, "Lin"));
}

TEST_CASE("a pinned person takes the row at the pin") {
  CoverageAccount account;
  account.person("Lin", msg::Side::us);
  for (int i = 0; i < 6; ++i) account.person("p" + std::to_string(i));
  const auto before = cards_of(draw(account));
  const auto after = cards_of(
      draw(account, {.places = {bundle_call::pin(6, before.at(1).x(), before.at(1).y())}}));
  CHECK(after.at(6).y() == before.at(1).y());
  CHECK(after.at(1).y() == before.at(2).y());
}

TEST_CASE("contacts kept back by a share profile are not drawn as gaps") {
  CoverageAccount account;
  account.person("a");
  account.snapshot.profile = "client-safe";
  const msg::SceneT scene = draw(account);
  CHECK(scene.cards.empty());
  CHECK(scene.remarks.size() == 1);
}
