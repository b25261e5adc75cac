// SPDX-License-Identifier: MIT
//
// Places a network so that drawn distances follow the number of links between people: least
// stress, which is the sum over pairs of ((drawn - hops) / hops)^2. One link is one unit long.
//
// Pure and deterministic: one thread, fixed seeds. `tick` is told the share done from time to time;
// when it answers false, what has been reached so far comes back.
#pragma once
#include <functional>
#include <vector>

#include "layout/geometry.h"
#include "layout/hops.h"

namespace inroad::layout {

using Tick = std::function<bool(double share)>;

// Looks at every pair: the least stress, in quadratic time and memory. Up to some thousand people.
std::vector<Point> stress_by_pairs(const Network& network, const Tick& tick);

// Looks at everybody's distances to about a hundred people drawn by lot, in near-linear time.
std::vector<Point> stress_by_pivots(const Network& network, const Tick& tick);

// Moves people until all push each other off and links pull evenly: longer links than stress
// draws, but far fewer crossings. Starts from the places given.
void relax_by_forces(const Network& network, std::vector<Point>& places, const Tick& tick);

// The stress of places under their best scale, all pairs counted: for judging. Quadratic.
double stress_of(const Network& network, const std::vector<Point>& places);

}  // namespace inroad::layout
