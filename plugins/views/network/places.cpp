// SPDX-License-Identifier: MIT
//
// Up to kMostOnLattice people stand on a lattice, tuned for few crossings; more are placed by
// stress or by forces, each part of the network on its own, and settle into rows.
#include "places.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "layout/lattice.h"

namespace inroad::views {
namespace {

using layout::Box;
using layout::Link;
using layout::Network;
using layout::Point;
using layout::Size;
using layout::Tick;

constexpr std::size_t kMostOnLattice = 300;
constexpr double kAspect = 1.55;  // of the picture: an A3 sheet less its title and legend
constexpr double kCorner = SceneWriter::kMargin;
constexpr double kHeading = 44;  // above the shelf of people without ties

class Placer {
 public:
  Placer(const msg::Snapshot& snapshot, const msg::ViewRequest& request, const Present& present,
         const std::vector<DrawnTie>& ties, std::optional<layout::Aim> aim, const Tick& tick)
      : snapshot_(snapshot), present_(present), ties_(ties), aim_(aim), tick_(tick) {
    places_.boxes.resize(present.seat.size());
    for (std::uint32_t i = 0; i < present.seat.size(); ++i) {
      if (!present.is_drawn[i]) continue;
      const Size size = card_size(request, i);
      places_.boxes[i].width = size.width, places_.boxes[i].height = size.height;
      largest_ = {std::max(largest_.width, size.width), std::max(largest_.height, size.height)};
    }
  }

  NetworkPlaces run() {
    if (present_.tied.size() <= kMostOnLattice)
      place_small();
    else
      place_large();
    shelve();
    return std::move(places_);
  }

 private:
  std::uint32_t seat(std::uint32_t person) const {
    return static_cast<std::uint32_t>(present_.seat[person]);
  }

  // Who holds together with whom: every tie but conflicts; reporting lines only where a person has
  // nothing else.
  Network network() const {
    std::vector<bool> has_tie(present_.tied.size(), false);
    std::vector<Link> links;
    for (const DrawnTie& tie : ties_) {
      if (tie.loudness == Loudness::conflict || tie.loudness == Loudness::reporting) continue;
      links.push_back({seat(tie.look.from), seat(tie.look.to)});
      has_tie[links.back().first] = has_tie[links.back().second] = true;
    }
    for (const DrawnTie& tie : ties_) {
      if (tie.loudness != Loudness::reporting) continue;
      const Link link{seat(tie.look.from), seat(tie.look.to)};
      if (!has_tie[link.first] || !has_tie[link.second]) links.push_back(link);
    }
    return Network(present_.tied.size(), links);
  }

  static double pull_of(const DrawnTie& tie) {
    switch (tie.loudness) {
      case Loudness::influence:
      case Loudness::route:
        return 1;
      case Loudness::reporting:
        return 0.5;
      case Loudness::conflict:
        return 0.15;
      default:
        return 0.7;
    }
  }

  // As much room between cards as leaves the text legible when the picture is fitted to an A3
  // sheet with margins of 10 mm: 7 points up to 60 people, 5 beyond. The picture keeps room for
  // title and legend.
  Size roomiest_gap(std::size_t count) const {
    constexpr double kSmallestText = 10.5, kSheetWidth = 1133, kSheetHeight = 785;
    constexpr double kAcross = 150, kDown = 240, kUsed = 0.88, kDownShare = 1.1;
    const double scale = (count <= 60 ? 7.35 : 5.25) / kSmallestText;
    const double area = (kSheetWidth / scale - kAcross) * (kSheetHeight / scale - kDown) * kUsed /
                        std::max(1.0, layout::lattice_places(count));
    // (width + gap) (height + 1.1 gap) = area
    const double half = (largest_.width * kDownShare + largest_.height) / (2 * kDownShare);
    const double lacking = (area - largest_.width * largest_.height) / kDownShare;
    const double gap = std::sqrt(std::max(0.0, half * half + lacking)) - half;
    const double across = std::clamp(gap, 20.0, 48.0);
    return {across, across * kDownShare};
  }

  void place_small() {
    const std::size_t count = present_.tied.size();
    layout::LatticeTask task;
    task.card = largest_;
    task.gap = roomiest_gap(count + present_.lone.size());
    // Wider where people without ties stand below: they need about half the room of the others.
    task.aspect = kAspect * (1 + 0.6 * static_cast<double>(present_.lone.size()) /
                                     static_cast<double>(std::max<std::size_t>(1, count)));
    task.is_central.assign(count, false);
    for (const DrawnTie& tie : ties_)
      task.links.push_back({seat(tie.look.from), seat(tie.look.to), crossing_weight(tie),
                            pull_of(tie), tie.loudness == Loudness::conflict});
    for (const std::uint32_t person : present_.tied) {
      task.group.push_back(snapshot_.people()->Get(person)->unit());
      task.is_central[seat(person)] = present_.is_decider[person];
    }
    const std::vector<Point> start =
        layout::stress_by_pairs(network(), [](double) { return true; });
    const std::vector<Point> middles = layout::place_on_lattice(task, start, tick_);
    for (std::size_t i = 0; i < count; ++i) stand(present_.tied[i], middles[i]);
    move_to_corner();
  }

  void place_large() {
    std::vector<Size> sizes;
    for (const std::uint32_t person : present_.tied)
      sizes.push_back({places_.boxes[person].width, places_.boxes[person].height});
    const std::vector<Box> boxes = layout::place_crowd(network(), sizes, aim_, tick_);
    for (std::size_t i = 0; i < boxes.size(); ++i) places_.boxes[present_.tied[i]] = boxes[i];
    move_to_corner();
  }

  void stand(std::uint32_t person, Point middle) {
    Box& box = places_.boxes[person];
    box.x = middle.x - box.width / 2, box.y = middle.y - box.height / 2;
  }

  void move_to_corner() {
    if (present_.tied.empty()) return;
    double left = places_.boxes[present_.tied[0]].x, top = places_.boxes[present_.tied[0]].y;
    for (const std::uint32_t person : present_.tied) {
      left = std::min(left, places_.boxes[person].x);
      top = std::min(top, places_.boxes[person].y);
    }
    for (const std::uint32_t person : present_.tied) {
      places_.boxes[person].x += kCorner - left, places_.boxes[person].y += kCorner - top;
      width_ = std::max(width_, places_.boxes[person].right());
      height_ = std::max(height_, places_.boxes[person].bottom());
    }
  }

  // People without ties stand below in rows as wide as the network.
  void shelve() {
    if (present_.lone.empty()) return;
    const double wish = std::sqrt(static_cast<double>(present_.lone.size()) *
                                  (largest_.width + 20) * (largest_.height + 20) * kAspect);
    const double width =
        std::max({width_ - kCorner + 1e-6, largest_.width, present_.tied.empty() ? wish : 0});
    double y = kCorner;
    if (!present_.tied.empty()) {
      y = height_ + kHeading + 24;
      places_.lone_y = y;
    }
    double x = kCorner;
    for (const std::uint32_t person : present_.lone) {
      Box& box = places_.boxes[person];
      if (x > kCorner && x + box.width > kCorner + width) x = kCorner, y += largest_.height + 20;
      box.x = x, box.y = y;
      x += box.width + 20;
    }
  }

  const msg::Snapshot& snapshot_;
  const Present& present_;
  const std::vector<DrawnTie>& ties_;
  std::optional<layout::Aim> aim_;
  const Tick& tick_;
  Size largest_;
  double width_ = 0, height_ = 0;
  NetworkPlaces places_;
};

}  // namespace

NetworkPlaces place(const msg::Snapshot& snapshot, const msg::ViewRequest& request,
                    const Present& present, const std::vector<DrawnTie>& ties,
                    std::optional<layout::Aim> aim, const Tick& tick) {
  return Placer(snapshot, request, present, ties, aim, tick).run();
}

}  // namespace inroad::views
