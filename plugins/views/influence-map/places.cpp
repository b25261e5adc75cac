// SPDX-License-Identifier: MIT
//
// Rows from layers, across from Graphviz (or our own sweeps on large maps), down from how many
// links must pass between two rows.
#include "places.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "common/keep.h"
#include "common/scene_writer.h"
#include "dot_places.h"

namespace inroad::views {
namespace {

using layout::Box;
using layout::Pull;
using layout::Rows;
using layout::Size;

constexpr double kCardGap = 28, kApartGap = 64;
// Beyond this, dot takes more seconds than a reader waits: its work grows with the rows that links
// span, not with the links alone.
constexpr std::size_t kMostPeopleForDot = 600, kMostSpansForDot = 4000;

std::vector<Pull> pulls_of(const msg::Snapshot& snapshot, const Layers& layers) {
  std::vector<Pull> pulls;
  if (snapshot.ties() == nullptr || snapshot.ties()->ends() == nullptr) return pulls;
  const auto& ends = *snapshot.ties()->ends();
  for (std::uint32_t tie = 0; tie < ends.size(); ++tie) {
    const msg::TieEnds& line = *ends.Get(tie);
    if (line.from() == line.to() || layers.layer[line.from()] < 0 || layers.layer[line.to()] < 0)
      continue;
    double weight = 0.25;
    if (line.kind() == msg::TieKind::reports_to) weight = 0.75;
    if (line.kind() == msg::TieKind::influences) {
      const double strength =
          snapshot.ties()->strength() ? snapshot.ties()->strength()->Get(tie) : 0;
      weight = 0.5 + (std::isfinite(strength) ? strength : 0.5);
    }
    if (line.kind() != msg::TieKind::covers) pulls.push_back({line.from(), line.to(), weight});
  }
  return pulls;
}

// A row should not be longer than makes the map about twice as wide as high.
std::size_t longest_row(std::size_t people) {
  return std::max<std::size_t>(
      8, static_cast<std::size_t>(std::ceil(std::sqrt(static_cast<double>(people) * 1.4))));
}

// How many links pass the space above each row.
std::vector<int> traffic(const Rows& rows, std::size_t count, const std::vector<Pull>& pulls) {
  std::vector<int> row_of(count, -1), change(rows.size() + 1);
  for (std::size_t r = 0; r < rows.size(); ++r)
    for (const std::uint32_t card : rows[r]) row_of[card] = static_cast<int>(r);
  for (const Pull& pull : pulls) {
    const auto [high, low] = std::minmax(row_of[pull.a], row_of[pull.b]);
    if (high < 0) continue;
    ++change[std::min<int>(high + 1, low)];
    --change[low + 1];
  }
  int running = 0;
  std::vector<int> above(rows.size());
  for (std::size_t r = 0; r < rows.size(); ++r) above[r] = running += change[r];
  return above;
}

void sort_rows(Rows& rows, const std::vector<double>& middle) {
  for (auto& row : rows)
    std::stable_sort(row.begin(), row.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return middle[a] < middle[b]; });
}

class Placer {
 public:
  Placer(const msg::Snapshot& snapshot, const msg::ViewRequest& request, const Layers& layers)
      : pulls_(pulls_of(snapshot, layers)) {
    std::size_t drawn = 0;
    for (std::uint32_t i = 0; i < layers.layer.size(); ++i) {
      sizes_.push_back(card_size(request, i));
      drawn += layers.layer[i] != Layers::kAbsent;
    }
    made_ = rows_of(snapshot, layers, longest_row(drawn));
    linked_.assign(made_.rows.begin(),
                   made_.rows.begin() + static_cast<std::ptrdiff_t>(made_.first_apart));
    places_.is_simple = drawn > kMostPeopleForDot || spans() > kMostSpansForDot;
  }

  MapPlaces run() {
    across();
    add_people_apart();
    down();
    places_.drawing.rows = linked_;
    return std::move(places_);
  }

 private:
  std::size_t spans() const {
    std::vector<std::size_t> row_of(sizes_.size());
    for (std::size_t r = 0; r < linked_.size(); ++r)
      for (const std::uint32_t card : linked_[r]) row_of[card] = r;
    std::size_t sum = 0;
    for (const Pull& pull : pulls_) {
      const auto [high, low] = std::minmax(row_of[pull.a], row_of[pull.b]);
      sum += low - high;
    }
    return sum;
  }

  void across() {
    std::vector<double> widths;
    for (const Size& size : sizes_) widths.push_back(size.width);
    std::optional<std::vector<double>> middle;
    if (!places_.is_simple) middle = dot_places(linked_, sizes_, kCardGap, pulls_);
    if (middle) {
      sort_rows(linked_, *middle);
    } else {
      places_.is_simple = true;
      layout::order_rows(linked_, sizes_.size(), pulls_);
    }
    left_ = layout::place_rows(linked_, widths, kCardGap, pulls_);
  }

  // Below everything else, centred.
  void add_people_apart() {
    double width = 0;
    for (const auto& row : linked_)
      for (const std::uint32_t card : row)
        width = std::max(width, left_[card] + sizes_[card].width);
    for (std::size_t r = made_.first_apart; r < made_.rows.size(); ++r) {
      double row_width = -kCardGap;
      for (const std::uint32_t card : made_.rows[r]) row_width += sizes_[card].width + kCardGap;
      double x = std::max(0.0, (width - row_width) / 2);
      for (const std::uint32_t card : made_.rows[r]) {
        left_[card] = x;
        x += sizes_[card].width + kCardGap;
      }
      linked_.push_back(made_.rows[r]);
    }
  }

  void down() {
    const std::vector<int> links = traffic(linked_, sizes_.size(), pulls_);
    auto& boxes = places_.drawing.boxes;
    boxes.resize(sizes_.size());
    double y = SceneWriter::kMargin;
    for (std::size_t r = 0; r < linked_.size(); ++r) {
      if (r > made_.first_apart)
        y += kCardGap;
      else if (r == made_.first_apart && r > 0)
        y += kApartGap;
      else if (r > 0)
        y += 62 + std::min(58.0, 2.0 * links[r]);
      if (r == made_.first_apart) places_.apart_y = y;
      double height = 0;
      for (const std::uint32_t card : linked_[r]) {
        boxes[card] = {left_[card] + SceneWriter::kMargin, y, sizes_[card].width,
                       sizes_[card].height};
        height = std::max(height, sizes_[card].height);
      }
      y += height;
    }
  }

  std::vector<Pull> pulls_;
  std::vector<Size> sizes_;
  LayerRows made_;
  Rows linked_;
  std::vector<double> left_;
  MapPlaces places_;
};

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

MapPlaces place(const msg::Snapshot& snapshot, const msg::ViewRequest& request,
                const Layers& layers) {
  return Placer(snapshot, request, layers).run();
}

bool settle(MapPlaces& places, const msg::Snapshot& snapshot, const msg::ViewRequest& request,
            const Layers& layers, layout::Point shift) {
  auto& [boxes, rows] = places.drawing;
  std::vector<std::uint32_t> drawn;
  for (std::uint32_t i = 0; i < boxes.size(); ++i) {
    boxes[i].x += shift.x;
    boxes[i].y += shift.y;
    if (layers.layer[i] != Layers::kAbsent) drawn.push_back(i);
  }
  const Kept kept =
      keep_places(boxes, drawn, snapshot, request, {.gap = kCardGap, .in_rows = true});
  if (kept.is_still) {
    rows = rows_as_they_stand(boxes, unpinned(drawn, request));
    places.apart_y = top_of_those_apart(boxes, drawn, layers);
    return true;
  }
  const auto has_moved = [&](std::uint32_t card) {
    return kept.shift[card].x != 0 || kept.shift[card].y != 0;
  };
  for (auto& row : rows) std::erase_if(row, has_moved);
  std::erase_if(rows, [](const auto& row) { return row.empty(); });
  if (places.apart_y) *places.apart_y += shift.y;
  return false;
}

}  // namespace inroad::views
