// SPDX-License-Identifier: MIT
//
// Places networks of any size: by stress or by forces, the parts that hang together side by side,
// and then into rows, so that nothing overlaps.
#pragma once
#include <optional>
#include <span>
#include <vector>

#include "layout/geometry.h"
#include "layout/stress.h"

namespace inroad::layout {

// What a drawing is to be good at: distances that tell how many links lie between, or few
// crossings.
enum class Aim { stress, crossings };

// The boxes, in the order of the network's members; the drawing begins at 0, 0. Few crossings are
// aimed at up to kMostForFewCrossings members, else and without an aim it is stress.
constexpr std::size_t kMostForFewCrossings = 12000;
std::vector<Box> place_crowd(const Network& network, std::span<const Size> sizes,
                             std::optional<Aim> aim, const Tick& tick);

}  // namespace inroad::layout
