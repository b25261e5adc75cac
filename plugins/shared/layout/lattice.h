// SPDX-License-Identifier: MIT
//
// Places up to some hundred cards of a network on a brick lattice: rows at one distance, every
// second shifted by half a place, some places free. Cards that stand in line look calm, and the
// shifted rows leave open ways for links. Which card stands where is settled by simulated
// annealing: few crossings, few links that would run behind a card, short links, members of a group
// together, rivals apart, those who matter most in the middle.
//
// Pure and deterministic; one thread, fixed seed. tick: as for stress.
#pragma once
#include <cstdint>
#include <vector>

#include "layout/geometry.h"
#include "layout/stress.h"

namespace inroad::layout {

// weight: how much its crossings count, 1 to 4. pull: how short it should be. is_rift: its two ends
// should keep some places apart.
struct LatticeLink {
  std::uint32_t a = 0, b = 0;
  int weight = 1;
  double pull = 1;
  bool is_rift = false;
};

struct LatticeTask {
  Size card, gap;       // one size for all cards; the least room between neighbours
  double aspect = 1.5;  // wished width : height of the drawing
  std::vector<LatticeLink> links;
  std::vector<int> group;        // per member; -1: none
  std::vector<bool> is_central;  // per member
};

// How many places a lattice of so many members has: some to spare, more for few.
double lattice_places(std::size_t members);

// The middle of each card; start: rough places to begin from, of any scale. Nobody overlaps.
std::vector<Point> place_on_lattice(const LatticeTask& task, const std::vector<Point>& start,
                                    const Tick& tick);

}  // namespace inroad::layout
