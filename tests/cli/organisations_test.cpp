// SPDX-License-Identifier: MIT
//
// Large made-up organisations, drawn by the program and judged by geometry alone: no card on
// another, no reporting line across another manager's, every name in the SVG.
#include <cmath>
#include <map>
#include <random>

#include "catch.h"
#include "cli/accounts.h"
#include "plugins/support/drawing_check.h"

namespace inroad::test {
namespace {

// A tree of managers: teams of 2 to 18, some six in ten lead teams of their own while people
// remain; influences and conflicts across it. mt19937 and the arithmetic here are the same
// everywhere, so the same count gives the same organisation.
class Organisation {
 public:
  explicit Organisation(int people) : manager_(1, -1), draw_(static_cast<unsigned>(people)) {
    std::vector<int> leaders{0};
    for (std::size_t next = 0; static_cast<int>(manager_.size()) < people; ++next) {
      if (next == leaders.size()) leaders.push_back(static_cast<int>(manager_.size()) - 1);
      const int team = 2 + below(6) + below(6) + below(7);
      for (int i = 0; i < team && static_cast<int>(manager_.size()) < people; ++i) {
        if (below(10) < 6) leaders.push_back(static_cast<int>(manager_.size()));
        manager_.push_back(leaders[next]);
      }
    }
  }

  std::string text() {
    Sketch sketch;
    const char* attitudes[] = {"mentor", "supporter", "neutral", "non-supporter", "opponent"};
    const int count = static_cast<int>(manager_.size());
    for (int i = 0; i < count; ++i)
      sketch.person(id(i), attitudes[std::min(4, below(10))],
                    {{"name", name(i)}, {"title", "Head of Something " + std::to_string(i)}});
    for (int i = 1; i < count; ++i) sketch.tie("reports_to", id(i), id(manager(i)));
    for (int i = 0; i < 3 * count; ++i) {
      const int from = below(count), to = below(count);
      if (from != to)
        sketch.influence(id(from), id(to), (1 + below(99)) / 100.0,
                         {{"id", "i" + std::to_string(i)}});
    }
    return sketch.deal("d1", {id(1)}).text();
  }

  static std::string id(int person) { return "p" + std::to_string(person); }
  static std::string name(int person) {
    return (person % 3 ? "Person Number" : "人员") + std::to_string(person);
  }
  int manager(int person) const { return manager_[static_cast<std::size_t>(person)]; }

 private:
  int below(int limit) { return static_cast<int>(draw_() % static_cast<unsigned>(limit)); }
  std::vector<int> manager_;
  std::mt19937 draw_;
};

int number_of_id(const Json& id) { return std::stoi(id.get<std::string>().substr(1)); }

}  // namespace

TEST_CASE("the judge sees overlaps and crossings where they are") {
  using namespace drawing_check;
  REQUIRE(overlapping_cards({{0, 0, 10, 10}, {9, 9, 10, 10}}) > 0);
  REQUIRE(overlapping_cards({{0, 0, 10, 10}, {10, 0, 10, 10}}) == 0);
  REQUIRE(meeting_lines({{0, 0, 1, {{0, 0}, {10, 10}}}, {1, 2, 3, {{0, 10}, {10, 0}}}}) > 0);
  REQUIRE(meeting_lines({{0, 0, 1, {{0, 0}, {10, 0}}}, {1, 2, 3, {{0, 1}, {10, 1}}}}) == 0);
}

TEST_CASE("1,000 and 10,000 people: org chart without overlap or crossing, every name as text") {
  const int count = GENERATE(1'000, 10'000);
  Organisation organisation(count);
  const ScratchFolder scratch;
  write_text(scratch / "org.json", organisation.text());
  const Ran ran = inroad(
      {"draw", scratch / "org.json", "--view", "org-chart", "-o", scratch / "org.svg", "--json"});
  const Json scene = parsed(ran);

  REQUIRE(scene["cards"].size() == static_cast<std::size_t>(count));
  std::vector<drawing_check::Card> cards(static_cast<std::size_t>(count));
  for (const Json& card : scene["cards"])
    cards[static_cast<std::size_t>(number_of_id(card["person"]))] = {card["x"], card["y"],
                                                                     card["width"], card["height"]};
  for (const auto& card : cards) REQUIRE((card.width > 0 && card.height > 0));
  CHECK(drawing_check::overlapping_cards(cards) == 0);

  std::vector<drawing_check::Line> lines;
  for (const Json& link : scene["links"]) {
    if (link["role"] != "reporting") continue;
    const int report = number_of_id(link["from"]), manager = number_of_id(link["to"]);
    REQUIRE(organisation.manager(report) == manager);
    drawing_check::Line line{static_cast<std::size_t>(manager),
                             static_cast<std::size_t>(report),
                             static_cast<std::size_t>(manager),
                             {}};
    for (const Json& point : link["points"]) line.points.push_back({point[0], point[1]});
    lines.push_back(std::move(line));
  }
  CHECK(lines.size() == static_cast<std::size_t>(count) - 1);
  CHECK(drawing_check::meeting_lines(lines) == 0);
  CHECK(drawing_check::lines_through_cards(lines, cards) == 0);

  const std::string svg = read_text(scratch / "org.svg");
  std::vector<std::string> missing;
  for (int i = 0; i < count; ++i) {
    const std::string name = Organisation::name(i) + "</text>";
    // In a crowd who decides has a star before the name.
    if (svg.find(">" + name) == svg.npos && svg.find(">★ " + name) == svg.npos)
      missing.push_back(name);
  }
  CHECK(missing == std::vector<std::string>());
}

TEST_CASE("1,000 people: the influence map draws everybody, advice comes with its certainty") {
  Organisation organisation(1'000);
  const ScratchFolder scratch;
  write_text(scratch / "org.json", organisation.text());
  const Json told = parsed(inroad({"suggest", scratch / "org.json", "--json", "--parts", "reach"}));
  REQUIRE_FALSE(told["carriers"].empty());
  if (told["method"] == "sampled") {
    CHECK(told["interval"].get<double>() > 0);
    CHECK(told["level"].get<double>() < 1);
  } else {
    CHECK(told["interval"] == 0.0);
  }
  const Json scene =
      parsed(inroad({"draw", scratch / "org.json", "--view", "influence-map", "--json"}));
  CHECK(scene["cards"].size() == 1'000);
}

}  // namespace inroad::test
