// SPDX-License-Identifier: MIT
//
// The client's trees come first, each by itself; then the client's people without a line, unit by
// unit; then the other firms, each with its trees and people in one frame.
#include "org-chart/blocks.h"

#include <inroad/words.hpp>

#include <algorithm>
#include <compare>
#include <map>

#include "common/scene_writer.h"
#include "layout/shelves.h"
#include "layout/tidy_tree.h"

namespace inroad::views {
namespace {

using layout::Point;
using layout::Size;

constexpr double kBlockGap = 52, kInnerGap = 28, kPadding = 20, kTitleHeight = 24, kAspect = 2.2;

// What is packed together: trees by their index in the forest. The key orders the blocks.
struct BlockKey {
  int rank;  // 0 the client's trees, 1 people without a line, then by side
  int side;
  int group;  // the tree, the unit or the firm
  auto operator<=>(const BlockKey&) const = default;
};

int firm_of(const msg::Snapshot& snapshot, int unit) {
  // A circle of units cannot go on longer than there are units.
  for (std::size_t steps = 0; unit >= 0 && steps < snapshot.units()->size(); ++steps) {
    const int parent = snapshot.units()->Get(unit)->parent();
    if (parent < 0) break;
    unit = parent;
  }
  return unit;
}

std::string title_of(const msg::Snapshot& snapshot, const BlockKey& key) {
  if (key.group >= 0 && snapshot.units()->Get(key.group)->name() != nullptr)
    return snapshot.units()->Get(key.group)->name()->str();
  switch (static_cast<msg::Side>(key.side)) {
    case msg::Side::us:
      return sdk::tr("Our own people");
    case msg::Side::partner:
      return sdk::tr("Partners");
    case msg::Side::rival:
      return sdk::tr("Rivals");
    default:
      return sdk::tr("No reporting line recorded");
  }
}

class Composer {
 public:
  Composer(const msg::Snapshot& snapshot, const msg::ViewRequest& request,
           const Reporting& reporting)
      : snapshot_(snapshot) {
    for (std::uint32_t person = 0; person < reporting.manager.size(); ++person)
      sizes_.push_back(card_size(request, person));
    forest_ = layout::tidy_forest(reporting.manager, sizes_);
    offset_.resize(forest_.roots.size());
    for (std::uint32_t tree = 0; tree < forest_.roots.size(); ++tree)
      blocks_[key_of(tree, reporting)].push_back(tree);
  }

  Chart compose() {
    std::vector<Size> outer;
    std::vector<layout::Shelves> inner;
    for (const auto& [key, trees] : blocks_) {
      std::vector<Size> sizes;
      for (const std::uint32_t tree : trees) sizes.push_back(forest_.size[tree]);
      inner.push_back(layout::pack_shelves(sizes, kInnerGap, kAspect));
      Size size = inner.back().size;
      if (is_framed(key)) {
        size.width += 2 * kPadding;
        size.height += 2 * kPadding + kTitleHeight;
      }
      outer.push_back(size);
    }
    const layout::Shelves places = layout::pack_shelves(outer, kBlockGap, kAspect);
    std::size_t at = 0;
    for (const auto& [key, trees] : blocks_) {
      Point corner{places.corner[at].x + SceneWriter::kMargin,
                   places.corner[at].y + SceneWriter::kMargin};
      if (is_framed(key)) {
        chart_.frames.push_back({key.group,
                                 {corner.x, corner.y, outer[at].width, outer[at].height},
                                 title_of(snapshot_, key),
                                 {}});
        for (const std::uint32_t tree : trees) frame_of_[tree] = chart_.frames.size() - 1;
        corner.x += kPadding;
        corner.y += kPadding + kTitleHeight;
      }
      for (std::size_t i = 0; i < trees.size(); ++i)
        offset_[trees[i]] = {corner.x + inner[at].corner[i].x, corner.y + inner[at].corner[i].y};
      ++at;
    }
    return place_people();
  }

 private:
  BlockKey key_of(std::uint32_t tree, const Reporting& reporting) const {
    const std::uint32_t root = forest_.roots[tree];
    const msg::Person& person = *snapshot_.people()->Get(root);
    const bool is_client = person.side() == msg::Side::client || person.side() == msg::Side::unset;
    if (!is_client) return {2, static_cast<int>(person.side()), firm_of(snapshot_, person.unit())};
    if (reporting.report_count[root] > 0) return {0, 0, static_cast<int>(tree)};
    return {1, 0, person.unit()};
  }

  // A lone group of people without lines needs no frame around it.
  bool is_framed(const BlockKey& key) const { return key.rank > 0 && blocks_.size() > 1; }

  Chart place_people() {
    chart_.line_first = std::move(forest_.line_first);
    chart_.line_points = std::move(forest_.line_points);
    for (std::size_t person = 0; person < sizes_.size(); ++person) {
      const Point by = offset_[forest_.tree[person]];
      if (const auto frame = frame_of_.find(forest_.tree[person]); frame != frame_of_.end())
        chart_.frames[frame->second].people.push_back(static_cast<std::uint32_t>(person));
      const Point corner = forest_.corner[person];
      chart_.boxes.push_back(
          {corner.x + by.x, corner.y + by.y, sizes_[person].width, sizes_[person].height});
      for (std::uint32_t i = chart_.line_first[person]; i < chart_.line_first[person + 1]; ++i) {
        chart_.line_points[i].x += by.x;
        chart_.line_points[i].y += by.y;
      }
    }
    return std::move(chart_);
  }

  const msg::Snapshot& snapshot_;
  std::vector<Size> sizes_;
  layout::TidyForest forest_;
  std::vector<Point> offset_;  // per tree
  std::map<BlockKey, std::vector<std::uint32_t>> blocks_;
  std::map<std::uint32_t, std::size_t> frame_of_;  // by tree, of those that are framed
  Chart chart_;
};

}  // namespace

Chart lay_out(const msg::Snapshot& snapshot, const msg::ViewRequest& request,
              const Reporting& reporting) {
  return Composer(snapshot, request, reporting).compose();
}

void fit_frames(Chart& chart) {
  for (Frame& frame : chart.frames) {
    double left = 0, top = 0, right = 0, bottom = 0;
    for (const std::uint32_t person : frame.people) {
      const layout::Box& box = chart.boxes[person];
      const bool is_first = person == frame.people.front();
      left = is_first ? box.left() : std::min(left, box.left());
      top = is_first ? box.top() : std::min(top, box.top());
      right = is_first ? box.right() : std::max(right, box.right());
      bottom = is_first ? box.bottom() : std::max(bottom, box.bottom());
    }
    frame.box = {left - kPadding, top - kPadding - kTitleHeight, right - left + 2 * kPadding,
                 bottom - top + 2 * kPadding + kTitleHeight};
  }
}

}  // namespace inroad::views
