// SPDX-License-Identifier: MIT
#include "cli/drawings.h"

#include <map>
#include <sstream>

#include "catch.h"
#include "plugins/support/drawing_check.h"

namespace inroad::test {
namespace {

struct Judged {
  std::vector<drawing_check::Card> cards;
  std::map<std::string, std::size_t> place;  // by person
};

Judged judged(const Json& scene) {
  Judged all;
  for (const Json& card : scene["cards"]) {
    all.place[card["person"]] = all.cards.size();
    all.cards.push_back({card["x"], card["y"], card["width"], card["height"]});
  }
  return all;
}

}  // namespace

Drawing drawing_of(const std::string& view, const std::vector<std::string>& arguments) {
  const ScratchFolder scratch;
  std::vector<std::string> all{"draw", "--view", view, "-o", scratch / "a.svg", "--json"};
  all.insert(all.end(), arguments.begin(), arguments.end());
  const Ran ran = inroad(all);
  INFO(view << ": " << ran.err);
  REQUIRE(ran.exit_code == 0);
  return {Json::parse(ran.out), read_text(scratch / "a.svg")};
}

std::size_t overlapping_cards(const Json& scene) {
  return drawing_check::overlapping_cards(judged(scene).cards);
}

std::size_t links_behind_cards(const Json& scene) {
  const Judged all = judged(scene);
  std::vector<drawing_check::Line> lines;
  for (const Json& link : scene["links"]) {
    drawing_check::Line line{
        lines.size(), all.place.at(link["from"]), all.place.at(link["to"]), {}};
    for (const Json& point : link["points"]) line.points.push_back({point[0], point[1]});
    lines.push_back(std::move(line));
  }
  return drawing_check::lines_through_cards(lines, all.cards);
}

double words_on_a3(const std::string& svg) {
  std::istringstream view_box(svg.substr(svg.find("viewBox=\"") + 9));
  double x = 0, y = 0, width = 0, height = 0, smallest = 1e9;
  view_box >> x >> y >> width >> height;
  const std::string key = "font-size";
  for (std::size_t at = svg.find(key); at != std::string::npos; at = svg.find(key, at + 1)) {
    const std::size_t number = svg.find_first_of("0123456789.", at);
    smallest = std::min(smallest, std::stod(svg.substr(number, 8)));
  }
  const double longer = std::max(width, height), shorter = std::min(width, height);
  constexpr double margins = 2 * 28.35;  // 10 mm each
  return smallest * std::min((1190.55 - margins) / longer, (841.89 - margins) / shorter);
}

}  // namespace inroad::test
