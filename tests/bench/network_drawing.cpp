// SPDX-License-Identifier: MIT
#include "network_drawing.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>
#include <unordered_map>

#include "layout/random.h"

namespace inroad::bench {

using layout::Point;

// Three influences a person on average: within the unit of about twelve, up the line, and on
// opinion leaders, who are few and heard by many.
Network make_network(std::size_t people, std::uint64_t seed) {
  layout::Random random(seed * 1000003 + people);
  Network network{people, {}};
  constexpr std::size_t kUnit = 12;
  for (std::size_t person = 0; person < people; ++person) {
    const std::size_t ties = 1 + random.below(5);
    for (std::size_t tie = 0; tie < ties; ++tie) {
      const double kind = random.share();
      const std::size_t first = person / kUnit * kUnit;
      std::size_t other = first + random.below(std::min(kUnit, people - first));
      if (kind > 0.75)
        other = static_cast<std::size_t>(std::pow(static_cast<double>(people), random.share())) - 1;
      else if (kind > 0.45)
        other = person / (2 + random.below(6));
      other = std::min(other, people - 1);
      if (other == person) continue;
      network.links.push_back(
          std::minmax(static_cast<std::uint32_t>(person), static_cast<std::uint32_t>(other)));
    }
  }
  std::sort(network.links.begin(), network.links.end());
  network.links.erase(std::unique(network.links.begin(), network.links.end()), network.links.end());
  return network;
}

double stress_of(const Network& network, const Drawing& drawing) {
  std::vector<std::uint32_t> sources;
  const std::size_t count = std::min<std::size_t>(100, network.people);
  for (std::size_t i = 0; i < count; ++i)
    sources.push_back(static_cast<std::uint32_t>(i * (network.people / count)));
  const layout::Hops hops =
      layout::count_hops(layout::Network(network.people, network.links), sources);
  double sum = 0, squares = 0, pairs = 0;
  for (std::size_t i = 0; i < network.people; ++i)
    for (std::size_t s = 0; s < count; ++s) {
      const int steps = hops.of(i)[s];
      if (steps == 0 || steps == layout::Hops::kFar) continue;
      const Point &a = drawing[i], &b = drawing[sources[s]];
      const double ratio = std::hypot(a.x - b.x, a.y - b.y) / steps;
      sum += ratio, squares += ratio * ratio, ++pairs;
    }
  return squares > 0 ? 1 - sum * sum / squares / pairs : 0;
}

std::size_t overlaps_of(const Drawing& drawing) {
  double left = drawing[0].x, right = left, top = drawing[0].y, bottom = top;
  for (const Point& point : drawing) {
    left = std::min(left, point.x), right = std::max(right, point.x);
    top = std::min(top, point.y), bottom = std::max(bottom, point.y);
  }
  const double people = static_cast<double>(drawing.size());
  const double scale = std::sqrt(25 * people / ((right - left) * (bottom - top)));
  std::unordered_map<std::int64_t, std::vector<Point>> cells;
  const auto key = [](std::int64_t x, std::int64_t y) { return x * 1000003 + y; };
  std::size_t found = 0;
  for (const Point& point : drawing) {
    const Point at{(point.x - left) * scale, (point.y - top) * scale};
    const auto x = static_cast<std::int64_t>(at.x), y = static_cast<std::int64_t>(at.y);
    for (std::int64_t dx = -1; dx <= 1; ++dx)
      for (std::int64_t dy = -1; dy <= 1; ++dy)
        if (const auto cell = cells.find(key(x + dx, y + dy)); cell != cells.end())
          for (const Point& other : cell->second)
            found += std::hypot(other.x - at.x, other.y - at.y) < 1;
    cells[key(x, y)].push_back(at);
  }
  return found;
}

std::size_t crossings_of(const Network& network, const Drawing& drawing) {
  const auto turn = [&](std::uint32_t a, std::uint32_t b, std::uint32_t c) {
    const Point &p = drawing[a], &q = drawing[b], &r = drawing[c];
    return (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
  };
  std::size_t found = 0;
  for (std::size_t i = 0; i < network.links.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) {
      const auto [a, b] = network.links[i];
      const auto [c, d] = network.links[j];
      if (a == c || a == d || b == c || b == d) continue;
      found += turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
    }
  return found;
}

void write_dot(const Network& network, const std::string& path) {
  std::ofstream file(path);
  file << "graph g {\nnode [shape=circle,label=\"\",width=0.3,fixedsize=true];\n";
  for (std::size_t i = 0; i < network.people; ++i) file << i << ";\n";
  for (const auto& [a, b] : network.links) file << a << "--" << b << ";\n";
  file << "}\n";
}

Drawing read_plain(const std::string& path, std::size_t people) {
  Drawing drawing(people);
  std::size_t found = 0;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    std::istringstream words(line);
    std::string kind;
    std::size_t person = 0;
    Point at;
    if (!(words >> kind) || kind != "node") continue;
    if (words >> person >> at.x >> at.y && person < people) drawing[person] = at, ++found;
  }
  return found == people ? drawing : Drawing{};
}

}  // namespace inroad::bench
