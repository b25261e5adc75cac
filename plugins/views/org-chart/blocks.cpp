// SPDX-License-Identifier: MIT
//
// The client's trees come first, each by itself; then the client's people without a line, unit by
// unit; then the other firms, each with its trees and people in one frame.
#include "org-chart/blocks.h"

#include <inroad/words.hpp>

#include <algorithm>
#include <compare>
#include <map>
#include <span>
#include <string_view>

#include "common/paper.h"
#include "common/scene_writer.h"
#include "common/tree_style.h"
#include "layout/shelves.h"
#include "layout/tidy_tree.h"
#include "org-chart/marks.h"

namespace inroad::views {
namespace {

using layout::Point;
using layout::Size;

constexpr double kBlockGap = kBesideTree, kInnerGap = 20;
constexpr double kAspect = 2.2, kInnerAspect = 4;

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

// About as wide as the host will write it, and never nothing.
double title_width(std::string_view title) {
  double width = 1;
  for (const char c : title) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80)
      width += 6.8;
    else if (byte >= 0xC0)  // the first byte of a character
      width += byte >= 0xE0 ? 12 : 7;
  }
  return width;
}

class Composer {
 public:
  Composer(const sdk::Call& call, const msg::ViewRequest& request, const Reporting& reporting,
           const Cast& cast, std::size_t attempt)
      : snapshot_(call.snapshot()), cast_(cast) {
    const std::size_t count = cast.drawn.size();
    std::vector<int> index(cast.card_of.size(), -1);
    for (std::size_t i = 0; i < count; ++i) index[cast.drawn[i]] = static_cast<int>(i);
    std::vector<bool> has_reports(count, false);
    for (const std::uint32_t person : cast.drawn) {
      sizes_.push_back(card_size(request, person));
      const int manager = reporting.manager[person];
      manager_.push_back(manager < 0 ? -1 : index[manager]);
      if (manager_.back() >= 0) has_reports[manager_.back()] = true;
    }
    std::vector<std::uint8_t> is_assisting(count);
    std::vector<double> titles(count);
    for (std::size_t i = 0; i < count; ++i)
      is_assisting[i] = !has_reports[i] && cast.folded[cast.drawn[i]] == 0 &&
                        is_assistant(*snapshot_.people()->Get(cast.drawn[i]));
    unit_ = framed_units(snapshot_, cast.drawn, manager_);
    for (std::size_t i = 0; i < count; ++i)
      if (unit_[i] >= 0) titles[i] = title_width(unit_name(unit_[i]));
    std::size_t others = 0;
    for (std::size_t i = 0; i < count; ++i) others += manager_[i] < 0 && !has_reports[i];
    const auto styles = tree_styles_for(count, others);
    is_last_ = attempt + 1 >= styles.size();
    chart_.style = styles[std::min(attempt, styles.size() - 1)];
    const layout::TidyTree tree({manager_, sizes_, is_assisting, titles}, chart_.style);
    call.progress(0.4);
    roots_ = tree.roots();
    for (std::uint32_t i = 0; i < roots_.size(); ++i) {
      tree_sizes_.push_back(tree.size(roots_[i]));
      blocks_[key_of(i, has_reports[roots_[i]])].push_back(i);
    }
    placed_ = tree.place([&call] { return call.is_cancelled(); });
    std::vector<std::size_t> trees(count, kNone);
    for (std::size_t i = 0; i < roots_.size(); ++i) trees[roots_[i]] = i;
    tree_of_ = inherited(std::move(trees));
    offset_.resize(roots_.size());
    frame_of_tree_.assign(roots_.size(), kNone);
  }

  // Whether there are no more styles to attempt.
  bool is_last() const { return is_last_; }

  Chart compose() {
    std::vector<Size> outer;
    std::vector<layout::Shelves> inner;
    for (const auto& [key, trees] : blocks_) {
      std::vector<Size> sizes;
      for (const std::uint32_t tree : trees) sizes.push_back(tree_sizes_[tree]);
      inner.push_back(layout::pack_shelves(sizes, kInnerGap, kInnerAspect));
      Size size = inner.back().size;
      if (is_framed(key)) {
        size.width += 2 * chart_.style.frame;
        size.height += chart_.style.frame + chart_.style.frame_title;
      }
      outer.push_back(size);
    }
    const std::vector<Point> places = stand_below_trees(outer);
    std::size_t at = 0;
    for (const auto& [key, trees] : blocks_) {
      Point corner{places[at].x + SceneWriter::kMargin, places[at].y + SceneWriter::kMargin};
      if (is_framed(key)) {
        chart_.frames.push_back({key.group,
                                 {corner.x, corner.y, outer[at].width, outer[at].height},
                                 title_of(snapshot_, key),
                                 {}});
        for (const std::uint32_t tree : trees) frame_of_tree_[tree] = chart_.frames.size() - 1;
        corner.x += chart_.style.frame;
        corner.y += chart_.style.frame_title;
      }
      for (std::size_t i = 0; i < trees.size(); ++i)
        offset_[trees[i]] = {corner.x + inner[at].corner[i].x, corner.y + inner[at].corner[i].y};
      ++at;
    }
    return place_people();
  }

 private:
  std::string_view unit_name(int unit) const {
    const auto* name = snapshot_.units()->Get(unit)->name();
    return name ? name->string_view() : std::string_view();
  }

  BlockKey key_of(std::uint32_t tree, bool has_reports) const {
    const std::uint32_t root = roots_[tree];
    const msg::Person& person = *snapshot_.people()->Get(cast_.drawn[root]);
    const bool is_client = person.side() == msg::Side::client || person.side() == msg::Side::unset;
    if (!is_client) return {2, static_cast<int>(person.side()), firm_of(snapshot_, person.unit())};
    if (has_reports || cast_.folded[cast_.drawn[root]] > 0) return {0, 0, static_cast<int>(tree)};
    return {1, 0, person.unit()};
  }

  // A lone group of people without lines needs no frame around it.
  bool is_framed(const BlockKey& key) const { return key.rank > 0 && blocks_.size() > 1; }

  // The client's trees, and below them everything else in rows no wider than they are.
  std::vector<Point> stand_below_trees(const std::vector<Size>& outer) const {
    const auto is_tree = [](const auto& block) { return block.first.rank == 0; };
    const auto trees = std::count_if(blocks_.begin(), blocks_.end(), is_tree);
    const std::span all(outer);
    const layout::Shelves above = layout::pack_shelves(all.first(trees), kBlockGap, kAspect);
    const layout::Shelves below =
        layout::pack_shelves(all.subspan(trees), kBlockGap, kAspect, above.size.width);
    const double y = trees > 0 ? above.size.height + kBlockGap : 0;
    std::vector<Point> places = above.corner;
    for (const Point& corner : below.corner) places.push_back({corner.x, corner.y + y});
    return places;
  }

  // What each person takes from the nearest above him that has one. Each way up is walked once.
  std::vector<std::size_t> inherited(std::vector<std::size_t> own) const {
    std::vector<std::uint32_t> way;
    for (std::uint32_t i = 0; i < own.size(); ++i) {
      int at = static_cast<int>(i);
      for (way.clear(); own[at] == kNone && manager_[at] >= 0; at = manager_[at])
        way.push_back(static_cast<std::uint32_t>(at));
      for (const std::uint32_t one : way) own[one] = own[at] == kNone ? kNothing : own[at];
    }
    return own;
  }

  Chart place_people() {
    std::vector<std::size_t> frame_of(sizes_.size(), kNone);
    for (const layout::PlacedFrame& frame : placed_.frames) {
      const Point by = offset_[tree_of_[frame.node]];
      frame_of[frame.node] = chart_.frames.size();
      chart_.frames.push_back(
          {unit_[frame.node],
           {frame.box.x + by.x, frame.box.y + by.y, frame.box.width, frame.box.height},
           std::string(unit_name(unit_[frame.node])),
           {}});
    }
    frame_of = inherited(std::move(frame_of));
    chart_.boxes.resize(cast_.card_of.size());
    chart_.hangs.resize(cast_.card_of.size());
    chart_.manager.assign(cast_.card_of.size(), -1);
    for (std::uint32_t i = 0; i < sizes_.size(); ++i) {
      const std::uint32_t person = cast_.drawn[i];
      const Point by = offset_[tree_of_[i]];
      const auto& [corner, hang] = placed_.nodes[i];
      chart_.boxes[person] = {corner.x + by.x, corner.y + by.y, sizes_[i].width, sizes_[i].height};
      chart_.hangs[person] = {hang.edge, hang.via + by.x, hang.bus + by.y, hang.stem + by.x};
      if (manager_[i] >= 0) chart_.manager[person] = static_cast<int>(cast_.drawn[manager_[i]]);
      for (const std::size_t frame : {frame_of[i], frame_of_tree_[tree_of_[i]]})
        if (frame < kNothing) chart_.frames[frame].people.push_back(person);
    }
    return std::move(chart_);
  }

  // None of one's own; none above either.
  static constexpr auto kNone = static_cast<std::size_t>(-1), kNothing = kNone - 1;

  const msg::Snapshot& snapshot_;
  const Cast& cast_;
  // Per person drawn, in the order of the cast.
  std::vector<Size> sizes_;
  std::vector<int> manager_, unit_;  // indexes into the same; the unit framed there
  std::vector<std::size_t> tree_of_;
  layout::PlacedTrees placed_;
  // Per tree.
  std::vector<std::uint32_t> roots_;
  std::vector<Size> tree_sizes_;
  std::vector<Point> offset_;
  std::vector<std::size_t> frame_of_tree_;
  std::map<BlockKey, std::vector<std::uint32_t>> blocks_;
  Chart chart_;
  bool is_last_ = true;
};

double scale_of(const Chart& chart) {
  Size size;
  const auto cover = [&](const layout::Box& box) {
    size = {std::max(size.width, box.right() + SceneWriter::kMargin),
            std::max(size.height, box.bottom() + SceneWriter::kMargin)};
  };
  for (const layout::Box& box : chart.boxes) cover(box);
  for (const Frame& frame : chart.frames) cover(frame.box);
  return scale_on_a3(size);
}

}  // namespace

Chart lay_out(const sdk::Call& call, const msg::ViewRequest& request, const Reporting& reporting,
              const Cast& cast) {
  const double legible = scale_on_a3(legible_size(cast.drawn.size()));
  Chart best;
  double largest = 0;
  for (std::size_t attempt = 0;; ++attempt) {
    Composer composer(call, request, reporting, cast, attempt);
    Chart chart = composer.compose();
    if (const double scale = scale_of(chart); scale > largest)
      largest = scale, best = std::move(chart);
    if (largest >= legible || composer.is_last()) return best;
  }
}

void fit_frames(Chart& chart) {
  for (Frame& frame : chart.frames) {
    layout::Box around;
    for (const std::uint32_t person : frame.people) {
      const layout::Box& box = chart.boxes[person];
      const bool is_first = person == frame.people.front();
      const double left = is_first ? box.left() : std::min(around.left(), box.left());
      const double top = is_first ? box.top() : std::min(around.top(), box.top());
      const double right = is_first ? box.right() : std::max(around.right(), box.right());
      const double bottom = is_first ? box.bottom() : std::max(around.bottom(), box.bottom());
      around = {left, top, right - left, bottom - top};
    }
    const double side = chart.style.frame, above = chart.style.frame_title;
    frame.box = {around.x - side, around.y - above, around.width + 2 * side,
                 around.height + above + side};
  }
}

}  // namespace inroad::views
