// SPDX-License-Identifier: MIT
//
// Trunks: one horizontal bus a manager below his row; buses that would cover each other take
// tracks.
#include <map>

#include "layout/row_gaps.h"

namespace inroad::layout {
namespace {

struct Bus {
  std::uint32_t manager;
  double left, right;
  int track = 0;
};

class TrunkRouter {
 public:
  TrunkRouter(const RowDrawing& drawing, std::span<const LinkEnds> lines)
      : boxes_(drawing.boxes), gaps_(drawing), lines_(lines), tracks_(drawing.rows.size(), 0) {}

  std::vector<std::vector<Point>> run() {
    for (const LinkEnds& line : lines_) climb(line);
    assign_tracks();
    for (std::size_t i = 0; i < lines_.size(); ++i) join(i);
    return std::move(polylines_);
  }

 private:
  // From the report up to below the manager's row, through the gaps straight above where possible.
  void climb(const LinkEnds& line) {
    const Box& report = boxes_[line.from];
    double x = report.middle_x();
    std::vector<Point> points{{x, report.top()}};
    for (int row = gaps_.row(line.from) - 1; row > gaps_.row(line.to); --row) {
      const double to = gaps_.within(row, gaps_.nearest(row, x), x);
      if (to != x) {
        const double y =
            gaps_.band(row).bottom + (gaps_.band(row + 1).top - gaps_.band(row).bottom) * kJog;
        points.insert(points.end(), {{x, y}, {to, y}});
        x = to;
      }
    }
    polylines_.push_back(std::move(points));
    const double middle = boxes_[line.to].middle_x();
    const auto [at, is_new] = bus_of_.try_emplace(line.to, buses_.size());
    if (is_new) buses_.push_back({line.to, middle, middle});
    Bus& bus = buses_[at->second];
    bus.left = std::min(bus.left, x);
    bus.right = std::max(bus.right, x);
  }

  void assign_tracks() {
    std::vector<Bus*> order;
    for (Bus& bus : buses_) order.push_back(&bus);
    std::sort(order.begin(), order.end(), [&](const Bus* a, const Bus* b) {
      return std::pair(a->left, a->manager) < std::pair(b->left, b->manager);
    });
    std::vector<std::vector<double>> ends(tracks_.size());
    for (Bus* bus : order) {
      auto& taken = ends[gaps_.row(bus->manager)];
      std::size_t track = 0;
      while (track < taken.size() && taken[track] + kApart > bus->left) ++track;
      if (track == taken.size()) taken.push_back(0);
      taken[track] = bus->right;
      bus->track = static_cast<int>(track);
    }
    for (std::size_t row = 0; row < tracks_.size(); ++row)
      tracks_[row] = static_cast<int>(ends[row].size());
  }

  void join(std::size_t line) {
    const Bus& bus = buses_[bus_of_.at(lines_[line].to)];
    const int row = gaps_.row(bus.manager);
    const double space = gaps_.band(row + 1).top - gaps_.band(row).bottom;
    const double step = std::min(8.0, space * 0.4 / std::max(1, tracks_[row]));
    const double y =
        gaps_.band(row).bottom + space * kBus + (bus.track - (tracks_[row] - 1) / 2.0) * step;
    const Box& manager = boxes_[bus.manager];
    std::vector<Point>& points = polylines_[line];
    const double x = points.back().x;
    if (std::abs(x - manager.middle_x()) > 0.5)
      points.insert(points.end(), {{x, y}, {manager.middle_x(), y}});
    points.push_back({points.back().x, manager.bottom()});
  }

  static constexpr double kJog = 0.8, kBus = 0.45, kApart = 12;

  const std::vector<Box>& boxes_;
  RowGaps gaps_;
  std::span<const LinkEnds> lines_;
  std::vector<int> tracks_;  // per row: how many tracks its space below holds
  std::map<std::uint32_t, std::size_t> bus_of_;
  std::vector<Bus> buses_;
  std::vector<std::vector<Point>> polylines_;
};

}  // namespace

std::vector<std::vector<Point>> route_trunks(const RowDrawing& drawing,
                                             std::span<const LinkEnds> lines) {
  return TrunkRouter(drawing, lines).run();
}

}  // namespace inroad::layout
