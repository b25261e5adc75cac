// SPDX-License-Identifier: MIT
//
// Everybody pushes everybody off by 1 / distance, the more the more links both have; links pull by
// their length; steps grow shorter. This balance spreads hubs apart, which is what keeps links from
// crossing. Everybody is looked at for everybody: quadratic time, made for some thousand people.
#include <algorithm>
#include <array>
#include <cmath>

#include "layout/stress.h"

namespace inroad::layout {
namespace {

constexpr std::size_t kLanes = 8;
constexpr int kRounds = 36;
constexpr float kPerLink = 0.2f;  // what a link adds to the weight of 1 of its members
constexpr float kTiny = 1e-4f;

struct Force {
  float x = 0, y = 0;
};

// Bodies by column; padded with weightless ones to whole lanes.
struct Bodies {
  std::vector<float> x, y, weight;
  void assign(std::size_t count) {
    for (auto* column : {&x, &y, &weight}) column->assign(count, 0);
  }
};

Force push_off(float x, float y, const Bodies& bodies) {
  std::array<float, kLanes> sum_x{}, sum_y{};
  for (std::size_t i = 0; i < bodies.x.size(); i += kLanes)
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
      const float dx = x - bodies.x[i + lane], dy = y - bodies.y[i + lane];
      const float by = bodies.weight[i + lane] / (dx * dx + dy * dy + kTiny);
      sum_x[lane] += dx * by;
      sum_y[lane] += dy * by;
    }
  Force force;
  for (std::size_t lane = 0; lane < kLanes; ++lane) force.x += sum_x[lane], force.y += sum_y[lane];
  return force;
}

}  // namespace

void relax_by_forces(const Network& network, std::vector<Point>& places, const Tick& tick) {
  const std::size_t members = network.size();
  if (members < 3) return;
  Bodies bodies;
  bodies.assign((members + kLanes - 1) / kLanes * kLanes);
  // Pushes and pulls balance at about this size for links of one unit.
  const double scale = 0.35 * std::sqrt(static_cast<double>(members));
  for (std::size_t i = 0; i < members; ++i) {
    bodies.x[i] = static_cast<float>(places[i].x * scale);
    bodies.y[i] = static_cast<float>(places[i].y * scale);
    bodies.weight[i] = 1 + kPerLink * static_cast<float>(network.of(i).size());
  }
  const double first_step = 0.15 * std::sqrt(static_cast<double>(members));
  std::vector<Force> forces(members);
  for (int round = 0; round < kRounds; ++round) {
    if (!tick(static_cast<double>(round) / kRounds)) break;
    const auto longest =
        static_cast<float>(first_step * (1 - static_cast<double>(round) / kRounds));
    for (std::size_t i = 0; i < members; ++i) {
      const float x = bodies.x[i], y = bodies.y[i];
      Force force = push_off(x, y, bodies);
      force.x *= bodies.weight[i], force.y *= bodies.weight[i];
      for (const std::uint32_t neighbour : network.of(i))
        force.x -= x - bodies.x[neighbour], force.y -= y - bodies.y[neighbour];
      const float length = std::sqrt(force.x * force.x + force.y * force.y) + kTiny;
      const float share = std::min(length, longest) / length;
      forces[i] = {force.x * share, force.y * share};
    }
    for (std::size_t i = 0; i < members; ++i)
      bodies.x[i] += forces[i].x, bodies.y[i] += forces[i].y;
  }
  for (std::size_t i = 0; i < members; ++i) places[i] = {bodies.x[i] / scale, bodies.y[i] / scale};
}

}  // namespace inroad::layout
