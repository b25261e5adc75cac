// SPDX-License-Identifier: MIT
//
// How tight a tree of reporting lines is drawn.
#pragma once
#include <cstddef>

#include "layout/tree_forms.h"

namespace inroad::views {

// Of many people the drawing is tighter, so that text stays as large as it can. others: how many of
// them stand below the trees.
layout::TreeStyle tree_style_for(std::size_t people, std::size_t others);

inline constexpr double kBesideTree = 44;  // from one tree to the next

}  // namespace inroad::views
