// SPDX-License-Identifier: MIT
#include "layout/crowd.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "layout/settle.h"
#include "layout/shelves.h"

namespace inroad::layout {
namespace {

constexpr std::size_t kMostByPairs = 1500;
// Area of the drawing for each card, in cards: small crowds are still to be read on a sheet.
constexpr double kRoom = 22, kRoomOfSmall = 5;
constexpr std::size_t kSmall = 3000;
constexpr double kBetweenParts = 1.5;  // links' lengths
constexpr double kAspect = 1.4;        // of parts packed together

// Members that hang together, the largest part first.
std::vector<std::vector<std::uint32_t>> parts_of(const Network& network) {
  std::vector<std::vector<std::uint32_t>> parts;
  std::vector<bool> is_seen(network.size(), false);
  for (std::uint32_t first = 0; first < network.size(); ++first) {
    if (is_seen[first]) continue;
    std::vector<std::uint32_t> part{first};
    is_seen[first] = true;
    for (std::size_t at = 0; at < part.size(); ++at)
      for (const std::uint32_t neighbour : network.of(part[at]))
        if (!is_seen[neighbour]) {
          is_seen[neighbour] = true;
          part.push_back(neighbour);
        }
    std::sort(part.begin(), part.end());
    parts.push_back(std::move(part));
  }
  std::stable_sort(parts.begin(), parts.end(),
                   [](const auto& a, const auto& b) { return a.size() > b.size(); });
  return parts;
}

Network part_network(const Network& network, const std::vector<std::uint32_t>& part) {
  std::vector<std::uint32_t> number(network.size());
  for (std::uint32_t i = 0; i < part.size(); ++i) number[part[i]] = i;
  std::vector<Link> links;
  for (const std::uint32_t member : part)
    for (const std::uint32_t neighbour : network.of(member))
      if (member < neighbour) links.push_back({number[member], number[neighbour]});
  return Network(part.size(), links);
}

std::vector<Point> place_part(const Network& network, std::optional<Aim> aim, const Tick& tick) {
  const bool is_by_forces = aim == Aim::crossings && network.size() <= kMostForFewCrossings;
  // Forces even out what is lost by a rougher beginning.
  std::vector<Point> places = network.size() <= kMostByPairs && !is_by_forces
                                  ? stress_by_pairs(network, tick)
                                  : stress_by_pivots(network, tick);
  if (is_by_forces) relax_by_forces(network, places, tick);
  return places;
}

// Moves places to begin at 0, 0; gives how far they reach.
Size to_corner(std::vector<Point>& places) {
  Point low = places[0], high = places[0];
  for (const Point& place : places) {
    low = {std::min(low.x, place.x), std::min(low.y, place.y)};
    high = {std::max(high.x, place.x), std::max(high.y, place.y)};
  }
  for (Point& place : places) place = {place.x - low.x, place.y - low.y};
  return {high.x - low.x, high.y - low.y};
}

// All parts, in lengths of links.
std::vector<Point> place_parts(const Network& network, std::optional<Aim> aim, const Tick& tick) {
  const auto parts = parts_of(network);
  if (parts.size() == 1) return place_part(network, aim, tick);
  std::vector<std::vector<Point>> places;
  std::vector<Size> sizes;
  for (const auto& part : parts) {
    places.push_back(place_part(part_network(network, part), aim, tick));
    sizes.push_back(to_corner(places.back()));
  }
  const Shelves shelves = pack_shelves(sizes, kBetweenParts, kAspect);
  std::vector<Point> all(network.size());
  for (std::size_t p = 0; p < parts.size(); ++p)
    for (std::size_t i = 0; i < parts[p].size(); ++i)
      all[parts[p][i]] = {places[p][i].x + shelves.corner[p].x,
                          places[p][i].y + shelves.corner[p].y};
  return all;
}

}  // namespace

std::vector<Box> place_crowd(const Network& network, std::span<const Size> sizes,
                             std::optional<Aim> aim, const Tick& tick) {
  if (network.size() == 0) return {};
  std::vector<Point> places = place_parts(network, aim, tick);
  const Size reach = to_corner(places);
  Size card;
  for (const Size& size : sizes)
    card = {std::max(card.width, size.width), std::max(card.height, size.height)};
  const double room = network.size() <= kSmall ? kRoomOfSmall : kRoom;
  const double area = room * card.width * card.height * static_cast<double>(places.size());
  const double scale = std::sqrt(area / std::max(1e-9, reach.width * reach.height));
  std::vector<Box> boxes;
  for (std::size_t i = 0; i < places.size(); ++i)
    boxes.push_back({places[i].x * scale, places[i].y * scale, sizes[i].width, sizes[i].height});
  settle_into_rows(boxes, {card.width * 0.12, card.height * 0.35});
  double left = boxes[0].x, top = boxes[0].y;
  for (const Box& box : boxes) left = std::min(left, box.x), top = std::min(top, box.y);
  for (Box& box : boxes) box.x -= left, box.y -= top;
  return boxes;
}

}  // namespace inroad::layout
