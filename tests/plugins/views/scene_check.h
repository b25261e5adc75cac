// SPDX-License-Identifier: MIT
//
// Questions to a scene.
#pragma once
#include <inroad/messages/scene_generated.h>

#include <map>

#include "../support/bundle_call.h"
#include "../support/drawing_check.h"
#include "catch.h"

namespace scene_check {

namespace msg = inroad::msg;

inline std::map<std::uint32_t, msg::Card> cards_of(const msg::SceneT& scene) {
  std::map<std::uint32_t, msg::Card> cards;
  for (const msg::Card& card : scene.cards) REQUIRE(cards.emplace(card.person(), card).second);
  return cards;
}

inline const msg::Link* link_of(const msg::SceneT& scene, std::uint32_t tie) {
  for (const msg::Link& link : scene.links)
    if (link.tie() == static_cast<int>(tie)) return &link;
  return nullptr;
}

// The size in points of words of that size on a sheet of A3 with margins of 10 mm, title and legend
// of the picture included.
inline double words_on_a3(const msg::SceneT& scene, double words) {
  const double longer = 1190.5 - 56.7, shorter = 841.9 - 56.7;
  const double width = scene.width + 72, height = scene.height + 204;
  return words * std::max(std::min(longer / width, shorter / height),
                          std::min(shorter / width, longer / height));
}

inline std::size_t overlaps(const msg::SceneT& scene) {
  std::vector<drawing_check::Card> cards;
  for (const msg::Card& card : scene.cards)
    cards.push_back({card.x(), card.y(), card.width(), card.height()});
  return drawing_check::overlapping_cards(cards);
}

// Crossing reporting lines and reporting lines through cards.
inline std::size_t reporting_faults(const msg::SceneT& scene) {
  std::vector<drawing_check::Card> cards;
  std::map<std::uint32_t, std::size_t> place;
  for (const msg::Card& card : scene.cards) {
    place[card.person()] = cards.size();
    cards.push_back({card.x(), card.y(), card.width(), card.height()});
  }
  std::vector<drawing_check::Line> lines;
  for (const msg::Link& link : scene.links) {
    if (link.role() != msg::LinkRole::reporting) continue;
    drawing_check::Line line{link.to(), place.at(link.from()), place.at(link.to()), {}};
    for (std::uint32_t i = 0; i < link.count(); ++i) {
      const msg::Point& point = scene.points[link.first() + i];
      line.points.push_back({point.x(), point.y()});
    }
    lines.push_back(std::move(line));
  }
  return drawing_check::meeting_lines(lines) + drawing_check::lines_through_cards(lines, cards);
}

// The links of a scene as they are drawn, curves flattened; their cards by place in the scene.
template <class Filter>
std::vector<drawing_check::Line> drawn_lines(const msg::SceneT& scene, Filter is_wanted) {
  std::map<std::uint32_t, std::size_t> place;
  for (std::size_t i = 0; i < scene.cards.size(); ++i) place[scene.cards[i].person()] = i;
  std::vector<drawing_check::Line> lines;
  for (const msg::Link& link : scene.links) {
    if (!is_wanted(link)) continue;
    drawing_check::Line line{lines.size(), place.at(link.from()), place.at(link.to()), {}};
    const auto point = [&](std::uint32_t i) { return scene.points[link.first() + i]; };
    line.points.push_back({point(0).x(), point(0).y()});
    if (link.shape() == msg::LinkShape::curve) {
      for (std::uint32_t i = 0; i + 3 < link.count(); i += 3)
        for (int step = 1; step <= 24; ++step) {
          const double t = step / 24.0, u = 1 - t;
          const double part[] = {u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t};
          drawing_check::Spot spot{0, 0};
          for (std::uint32_t k = 0; k < 4; ++k) {
            spot.x += part[k] * point(i + k).x();
            spot.y += part[k] * point(i + k).y();
          }
          line.points.push_back(spot);
        }
    } else {
      for (std::uint32_t i = 1; i < link.count(); ++i)
        line.points.push_back({point(i).x(), point(i).y()});
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

// Links of any kind that enter a card that is neither of their own.
inline std::size_t links_behind_cards(const msg::SceneT& scene) {
  std::vector<drawing_check::Card> cards;
  for (const msg::Card& card : scene.cards)
    cards.push_back({card.x(), card.y(), card.width(), card.height()});
  return drawing_check::lines_through_cards(drawn_lines(scene, [](const auto&) { return true; }),
                                            cards);
}

// Pairs of influences without a common end that cross as drawn.
inline std::size_t crossing_influences(const msg::SceneT& scene) {
  return drawing_check::crossing_lines(drawn_lines(
      scene, [](const msg::Link& link) { return link.role() == msg::LinkRole::influence; }));
}

// The size of a card's smallest words, 11.7 points on a card of 176, when the picture with its
// margins, title and legend is fitted to A3 landscape.
inline double words_on_a3(const msg::SceneT& scene) {
  const double width = scene.width + 72, height = scene.height + 200;
  const double scale = std::min({1190.55 / width, 841.89 / height, 1.0});
  return 11.7 * scale;
}

// Everything inside the scene's borders (so finite too) and links with points that make sense.
inline void require_sound(const msg::SceneT& scene) {
  std::size_t faults = 0;
  const auto check = [&](double x, double y) {
    faults += !(x >= 0 && y >= 0 && x <= scene.width && y <= scene.height);
  };
  for (const msg::Card& card : scene.cards) {
    check(card.x(), card.y());
    check(card.x() + card.width(), card.y() + card.height());
  }
  for (const msg::Point& point : scene.points) check(point.x(), point.y());
  for (const msg::Link& link : scene.links)
    faults += link.first() + link.count() > scene.points.size() || link.count() < 2 ||
              (link.shape() == msg::LinkShape::curve && link.count() % 3 != 1);
  REQUIRE(faults == 0);
}

// What the view's bundle draws, found sound.
inline msg::SceneT sound_scene(const std::string& view, const msg::SnapshotT& snapshot,
                               const bundle_call::Asked& asked = {}) {
  msg::SceneT scene = bundle_call::draw(view, snapshot, asked);
  require_sound(scene);
  return scene;
}

}  // namespace scene_check
