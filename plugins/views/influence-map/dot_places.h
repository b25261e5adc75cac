// SPDX-License-Identifier: MIT
//
// The one place that knows Graphviz. dot orders the cards of each row and places them across.
#pragma once
#include <optional>
#include <span>
#include <vector>

#include "layout/geometry.h"
#include "layout/rows.h"

namespace inroad::views {

// The middle of each card across, in points; cards in no row are left at 0. Nothing when Graphviz
// gives no answer. One call at a time in a process: Graphviz is not safe in threads. Only sizes and
// fixed words reach it, never text of a user's.
std::optional<std::vector<double>> dot_places(const layout::Rows& rows,
                                              std::span<const layout::Size> cards, double gap,
                                              std::span<const layout::Pull> pulls);

}  // namespace inroad::views
