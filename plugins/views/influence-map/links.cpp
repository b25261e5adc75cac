// SPDX-License-Identifier: MIT
//
// The links of the map.
#include "links.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace inroad::views {
namespace {

using layout::LinkEnds;
using layout::Point;

struct Wish {
  LinkLook look;
  int height;  // order of drawing: 0 reporting and dotted, then influence, conflict, the path
};

class LinkDrawer {
 public:
  LinkDrawer(const layout::RowDrawing& drawing, const msg::Snapshot& snapshot,
             const Reporting& reporting, const Layers& layers)
      : drawing_(drawing),
        snapshot_(snapshot),
        reporting_(reporting),
        layers_(layers),
        row_of_(drawing.boxes.size(), -1) {
    for (std::size_t r = 0; r < drawing.rows.size(); ++r)
      for (const std::uint32_t card : drawing.rows[r]) row_of_[card] = static_cast<int>(r);
  }

  void collect(const msg::ChosenRoute* route) {
    read_route(route);
    if (snapshot_.ties() != nullptr && snapshot_.ties()->ends() != nullptr) {
      const auto& ends = *snapshot_.ties()->ends();
      for (const msg::TieEnds* tie : ends)
        if (tie->kind() == msg::TieKind::influences) influencing_.insert(pair_of(*tie));
      for (std::uint32_t tie = 0; tie < ends.size(); ++tie) add_tie(tie, *ends.Get(tie));
    }
    add_assumed_steps();
  }

  void draw(SceneWriter& scene) {
    std::vector<LinkEnds> ends;
    for (const auto& [look, height] : trunks_) ends.push_back({look.from, look.to});
    const auto trunks = layout::route_trunks(drawing_, ends);
    for (std::size_t i = 0; i < trunks_.size(); ++i)
      scene.link(trunks_[i].look, msg::LinkShape::line, trunks[i]);

    std::stable_sort(curves_.begin(), curves_.end(),
                     [](const Wish& a, const Wish& b) { return a.height < b.height; });
    ends.clear();
    for (const auto& [look, height] : curves_) ends.push_back({look.from, look.to});
    const auto curves = layout::route_curves(drawing_, ends);
    for (std::size_t i = 0; i < curves_.size(); ++i)
      scene.link(curves_[i].look, msg::LinkShape::curve, curves[i]);
  }

 private:
  static std::pair<std::uint32_t, std::uint32_t> pair_of(const msg::TieEnds& tie) {
    return std::minmax(tie.from(), tie.to());
  }

  void read_route(const msg::ChosenRoute* route) {
    if (route == nullptr || route->people() == nullptr || route->ties() == nullptr) return;
    const std::size_t steps = std::min<std::size_t>(
        {route->ties()->size(), route->people()->size() - (route->people()->size() > 0), 255});
    for (std::uint32_t i = 0; i < steps; ++i) {
      const std::uint32_t from = route->people()->Get(i), to = route->people()->Get(i + 1);
      if (layers_.layer[from] == Layers::kAbsent || layers_.layer[to] == Layers::kAbsent) continue;
      step_of_[route->ties()->Get(i)] = {from, to, static_cast<std::uint8_t>(i + 1)};
    }
  }

  void add_tie(std::uint32_t tie, const msg::TieEnds& line) {
    const std::uint32_t from = line.from(), to = line.to();
    if (from == to || layers_.layer[from] == Layers::kAbsent ||
        layers_.layer[to] == Layers::kAbsent)
      return;
    LinkLook look{.from = from, .to = to, .tie = static_cast<int>(tie)};
    switch (line.kind()) {
      case msg::TieKind::reports_to:
        add_reporting(look);
        return;
      case msg::TieKind::dotted:
        look.role = msg::LinkRole::dotted;
        curves_.push_back({look, 0});
        return;
      case msg::TieKind::influences:
        add_influence(look);
        return;
      case msg::TieKind::conflicts:
        look.role = msg::LinkRole::conflict;
        curves_.push_back({look, 2});
        return;
      case msg::TieKind::trusts:
        look.role = msg::LinkRole::trust;
        break;
      case msg::TieKind::gatekeeps:
        look.role = msg::LinkRole::gatekeeping;
        break;
      case msg::TieKind::introduces:
        look.role = msg::LinkRole::introduction;
        break;
      default:
        return;  // covers: the cards say it
    }
    // These carry nothing; beside an influence of the same two they would only be in the way.
    if (influencing_.contains(pair_of(line))) return;
    look.arrow = msg::Arrow::at_end;
    curves_.push_back({look, 1});
  }

  void add_reporting(LinkLook look) {
    const bool is_in_tree = reporting_.tie[look.from] == look.tie;
    look.role = is_in_tree ? msg::LinkRole::reporting : msg::LinkRole::dotted;
    const int report = row_of_[look.from], manager = row_of_[look.to];
    if (is_in_tree && manager >= 0 && report > manager)
      trunks_.push_back({look, 0});
    else
      curves_.push_back({look, 0});
  }

  void add_influence(LinkLook look) {
    const msg::Ties& ties = *snapshot_.ties();
    const auto tie = static_cast<std::uint32_t>(look.tie);
    const double strength = ties.strength() != nullptr ? ties.strength()->Get(tie) : 0.5;
    look.role = msg::LinkRole::influence;
    look.arrow = msg::Arrow::at_end;
    look.weight =
        static_cast<float>(std::isfinite(strength) ? std::clamp(strength, 0.0, 1.0) : 0.5);
    if (ties.level() != nullptr) {
      const auto level = static_cast<msg::Evidence>(ties.level()->Get(tie));
      look.is_assumed = level == msg::Evidence::assumption || level == msg::Evidence::hint;
    }
    const auto step = step_of_.find(tie);
    if (step != step_of_.end()) {
      look.route_step = step->second.number;
      step_of_.erase(step);
    }
    curves_.push_back({look, look.route_step > 0 ? 3 : 1});
  }

  // Steps of the path over a reporting line, which is only assumed to carry.
  void add_assumed_steps() {
    for (const auto& [tie, step] : step_of_)
      curves_.push_back({{.from = step.from,
                          .to = step.to,
                          .tie = static_cast<int>(tie),
                          .role = msg::LinkRole::influence,
                          .arrow = msg::Arrow::at_end,
                          .is_assumed = true,
                          .route_step = step.number,
                          .weight = 0.25f},
                         3});
  }

  struct Step {
    std::uint32_t from, to;
    std::uint8_t number;
  };

  const layout::RowDrawing& drawing_;
  const msg::Snapshot& snapshot_;
  const Reporting& reporting_;
  const Layers& layers_;
  std::vector<int> row_of_;
  std::map<std::uint32_t, Step> step_of_;  // by tie
  std::set<std::pair<std::uint32_t, std::uint32_t>> influencing_;
  std::vector<Wish> trunks_, curves_;
};

}  // namespace

void draw_links(SceneWriter& scene, const layout::RowDrawing& drawing,
                const msg::Snapshot& snapshot, const msg::ViewRequest& request,
                const Reporting& reporting, const Layers& layers) {
  LinkDrawer drawer(drawing, snapshot, reporting, layers);
  drawer.collect(request.route());
  drawer.draw(scene);
}

}  // namespace inroad::views
