// SPDX-License-Identifier: MIT
//
// How tight a tree of reporting lines is drawn.
#pragma once
#include <cstddef>
#include <vector>

#include "layout/tree_forms.h"

namespace inroad::views {

// Of many people the drawing is tighter, so that text stays as large as it can. others: how many of
// them stand below the trees. The first is the one to draw with; the others are for the maps whose
// words would be too small with it.
std::vector<layout::TreeStyle> tree_styles_for(std::size_t people, std::size_t others);

inline constexpr double kBesideTree = 44;  // from one tree to the next

}  // namespace inroad::views
