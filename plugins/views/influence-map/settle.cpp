// SPDX-License-Identifier: MIT
//
// After cards were moved by hand or kept, the rows are read anew from where they stand.
#include "settle.h"

#include <algorithm>
#include <tuple>

#include "common/keep.h"

namespace inroad::views {
namespace {

using layout::Box;
using layout::Rows;

constexpr double kCardGap = 28;

std::vector<std::uint32_t> unpinned(std::vector<std::uint32_t> drawn,
                                    const msg::ViewRequest& request) {
  for (const msg::Place* place : *request.places())
    if (place->is_pinned()) std::erase(drawn, place->person());
  return drawn;
}

// Cards at one height make a row; a card that reaches into the row above stands by itself.
Rows rows_as_they_stand(const std::vector<Box>& boxes, std::vector<std::uint32_t> cards) {
  std::sort(cards.begin(), cards.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::tie(boxes[a].y, boxes[a].x, a) < std::tie(boxes[b].y, boxes[b].x, b);
  });
  Rows rows;
  double top = 0, bottom = 0;
  for (const std::uint32_t card : cards) {
    const Box& box = boxes[card];
    if (rows.empty() || box.top() > top + 0.5) {
      if (!rows.empty() && box.top() < bottom) continue;
      rows.emplace_back();
      top = box.top();
    }
    rows.back().push_back(card);
    bottom = std::max(bottom, box.bottom());
  }
  return rows;
}

// Where the heading of those apart goes; nowhere once others stand among or below them.
std::optional<double> top_of_those_apart(const std::vector<Box>& boxes,
                                         const std::vector<std::uint32_t>& drawn,
                                         const Layers& layers) {
  std::optional<double> top;
  double linked_bottom = 0;
  for (const std::uint32_t card : drawn) {
    if (layers.layer[card] == Layers::kApart)
      top = std::min(top.value_or(boxes[card].top()), boxes[card].top());
    else
      linked_bottom = std::max(linked_bottom, boxes[card].bottom());
  }
  return top && *top > linked_bottom ? top : std::nullopt;
}

}  // namespace

void settle(MapPlaces& places, const msg::Snapshot& snapshot, const msg::ViewRequest& request,
            const Layers& layers) {
  auto& [boxes, rows] = places.drawing;
  std::vector<std::uint32_t> drawn;
  for (std::uint32_t i = 0; i < boxes.size(); ++i)
    if (layers.layer[i] != Layers::kAbsent) drawn.push_back(i);
  const Kept kept =
      keep_places(boxes, drawn, snapshot, request, {.gap = kCardGap, .in_rows = true});
  if (kept.is_still) {
    rows = rows_as_they_stand(boxes, unpinned(drawn, request));
    places.apart_y = top_of_those_apart(boxes, drawn, layers);
    return;
  }
  const auto has_moved = [&](std::uint32_t card) {
    return kept.shift[card].x != 0 || kept.shift[card].y != 0;
  };
  for (auto& row : rows) std::erase_if(row, has_moved);
  std::erase_if(rows, [](const auto& row) { return row.empty(); });
}

}  // namespace inroad::views
