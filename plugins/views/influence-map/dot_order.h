// SPDX-License-Identifier: MIT
//
// The one place that knows Graphviz. dot orders the cards of each row.
#pragma once
#include <span>

#include "layout/rows.h"

namespace inroad::views {

// Reorders every row so that few pulls cross; false when Graphviz gives no answer. One call at a
// time in a process: Graphviz is not safe in threads. Only fixed words reach it, never text of a
// user's.
bool order_by_dot(layout::Rows& rows, std::size_t card_count, std::span<const layout::Pull> pulls);

}  // namespace inroad::views
