// SPDX-License-Identifier: MIT
//
// Each unit gets the spots of its sector, as many at each distance as it has people there; who of
// them stands where is then chosen so that links cross little.
#include "places.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "common/scene_writer.h"
#include "layout/seats.h"

namespace inroad::views {
namespace {

using layout::Box;
using layout::Point;
using layout::Size;

constexpr std::size_t kMostForSeats = 700;
constexpr std::ptrdiff_t kManyPeople = 20;
constexpr double kShelfGap = 22, kAboveShelf = 74;
constexpr double kFullTurn = 2 * std::numbers::pi;

// Clockwise from the top, 0 to a full turn.
double angle_of(Point at, double aspect) {
  const double angle = std::atan2(at.x, -at.y * aspect);
  return angle < 0 ? angle + kFullTurn : angle;
}

class Placer {
 public:
  Placer(const msg::Snapshot& snapshot, const msg::ViewRequest& request, const Layers& layers,
         const std::vector<DrawnTie>& ties)
      : ties_(ties) {
    places_.boxes.resize(layers.layer.size());
    std::vector<std::uint32_t> around;
    const int farthest = farthest_of(layers);
    for (std::uint32_t i = 0; i < layers.layer.size(); ++i) {
      const int layer = std::min(layers.layer[i], farthest);
      if (layer == Layers::kAbsent) continue;
      const Size size = card_size(request, i);
      places_.boxes[i] = {0, 0, size.width, size.height};
      card_ = {std::max(card_.width, size.width), std::max(card_.height, size.height)};
      if (layer == Layers::kApart) {
        apart_.push_back(i);
        continue;
      }
      if (members_.size() <= static_cast<std::size_t>(layer))
        members_.resize(static_cast<std::size_t>(layer) + 1);
      members_[static_cast<std::size_t>(layer)].push_back(i);
      if (layer > 0) around.push_back(i);
    }
    if (*std::max_element(layers.layer.begin(), layers.layer.end()) > farthest)
      places_.farthest = static_cast<std::size_t>(farthest);
    places_.sectors = sectors_of(snapshot, around, ties);
  }

  RingPlaces run() {
    std::vector<std::size_t> counts;
    for (const auto& members : members_) counts.push_back(members.size());
    // The shelf of people apart takes a share of the height.
    const double shelf_rows = std::ceil(static_cast<double>(apart_.size()) / 9);
    const double shelf = apart_.empty() ? 0 : kAboveShelf + shelf_rows * (card_.height + kShelfGap);
    places_.circles =
        circles_for(counts, card_, {places_.sectors.unit.size() > 1 ? 120.0 : 0, shelf + 60});
    take_spots();
    if (person_of_.size() <= kMostForSeats) deal();
    for (std::size_t spot = 0; spot < person_of_.size(); ++spot)
      stand(person_of_[spot], places_.circles.spots[spot].at);
    fill_shelf();
    return std::move(places_);
  }

 private:
  // Few people far away would each take a whole circle.
  static int farthest_of(const Layers& layers) {
    const auto drawn = std::count_if(layers.layer.begin(), layers.layer.end(),
                                     [](int layer) { return layer >= 0; });
    return drawn > kManyPeople ? 4 : 6;
  }

  void stand(std::uint32_t person, Point middle) {
    Box& box = places_.boxes[person];
    box.x = middle.x - box.width / 2;
    box.y = middle.y - box.height / 2;
  }

  // At each distance, spots and people in the order of the sectors, turned against each other so
  // that people stand as near as may be to the middle of their sector.
  void take_spots() {
    const auto& spots = places_.circles.spots;
    person_of_.resize(spots.size());
    group_.resize(spots.size());
    const double aspect = places_.circles.half_height > 0
                              ? places_.circles.half_width / places_.circles.half_height
                              : 1;
    const std::vector<double> middles = middles_of_sectors();
    std::size_t first = 0;
    for (std::size_t distance = 0; distance < members_.size(); ++distance) {
      std::vector<std::uint32_t>& people = members_[distance];
      std::vector<std::size_t> order(people.size());
      for (std::size_t i = 0; i < order.size(); ++i) order[i] = first + i;
      first += people.size();
      if (distance > 0) {
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
          return angle_of(spots[a].at, aspect) < angle_of(spots[b].at, aspect);
        });
        std::stable_sort(people.begin(), people.end(), [&](std::uint32_t a, std::uint32_t b) {
          return places_.sectors.sector[a] < places_.sectors.sector[b];
        });
        turn(people, order, aspect, middles);
      }
      for (std::size_t i = 0; i < people.size(); ++i) {
        person_of_[order[i]] = people[i];
        // Sectors of one distance are groups of their own; those of no unit are one more.
        const int sector = distance > 0 ? places_.sectors.sector[people[i]] + 1 : 0;
        group_[order[i]] = static_cast<std::uint32_t>(distance * (middles.size() + 1) +
                                                      static_cast<std::size_t>(sector));
      }
    }
  }

  std::vector<double> middles_of_sectors() const {
    std::vector<double> counts(places_.sectors.unit.size());
    double all = 0, before = 0;
    for (const int sector : places_.sectors.sector)
      if (sector >= 0) ++counts[sector], ++all;
    std::vector<double> middles;
    for (const double count : counts) {
      middles.push_back(kFullTurn * (before + count / 2) / all);
      before += count;
    }
    return middles;
  }

  void turn(std::vector<std::uint32_t>& people, const std::vector<std::size_t>& order,
            double aspect, const std::vector<double>& middles) const {
    std::size_t best = 0;
    double least = -1;
    for (std::size_t shift = 0; shift < people.size() && shift < 2000; ++shift) {
      double sum = 0;
      for (std::size_t i = 0; i < people.size(); ++i) {
        const int sector = places_.sectors.sector[people[(i + shift) % people.size()]];
        if (sector < 0) continue;
        const double apart =
            std::abs(angle_of(places_.circles.spots[order[i]].at, aspect) - middles[sector]);
        const double turned = std::min(apart, kFullTurn - apart);
        sum += turned * turned;
      }
      if (least < 0 || sum < least - 1e-9) least = sum, best = shift;
      if (people.size() > 2000) break;
    }
    std::rotate(people.begin(), people.begin() + static_cast<std::ptrdiff_t>(best), people.end());
  }

  void deal() {
    std::vector<layout::Seat> seats;
    std::vector<std::uint32_t> seat;
    std::vector<int> card_of(places_.boxes.size(), -1);
    for (std::size_t spot = 0; spot < person_of_.size(); ++spot) {
      card_of[person_of_[spot]] = static_cast<int>(spot);
      seats.push_back({places_.circles.spots[spot].at, group_[spot]});
      seat.push_back(static_cast<std::uint32_t>(spot));
    }
    std::vector<layout::SeatLink> links;
    for (const DrawnTie& tie : ties_) {
      const int a = card_of[tie.look.from], b = card_of[tie.look.to];
      if (a >= 0 && b >= 0)
        links.push_back({static_cast<std::uint32_t>(a), static_cast<std::uint32_t>(b), 1,
                         tie.loudness != Loudness::reporting});
    }
    const std::vector<layout::Home> homes(person_of_.size());
    const auto found = layout::deal_seats(
        {.seats = seats, .links = links, .homes = homes, .card = card_}, std::move(seat));
    const std::vector<std::uint32_t> before = person_of_;
    for (std::uint32_t card = 0; card < found.size(); ++card)
      person_of_[found[card]] = before[card];
  }

  // Below the circles, centred, as wide as they are.
  void fill_shelf() {
    if (apart_.empty()) return;
    const double width = std::max(2 * places_.circles.half_width, 6 * (card_.width + kShelfGap));
    const auto in_row = static_cast<std::size_t>(
        std::max(1.0, std::floor((width + kShelfGap) / (card_.width + kShelfGap))));
    const std::size_t rows = (apart_.size() + in_row - 1) / in_row;
    double y = places_.circles.half_height + kAboveShelf + card_.height / 2;
    for (std::size_t row = 0; row < rows; ++row) {
      const std::size_t first = apart_.size() * row / rows, last = apart_.size() * (row + 1) / rows;
      const double left = -(static_cast<double>(last - first) - 1) / 2 * (card_.width + kShelfGap);
      for (std::size_t i = first; i < last; ++i)
        stand(apart_[i], {left + static_cast<double>(i - first) * (card_.width + kShelfGap), y});
      y += card_.height + kShelfGap;
    }
    places_.shelf = Point{places_.boxes[apart_[0]].x, places_.boxes[apart_[0]].y - 18};
  }

  const std::vector<DrawnTie>& ties_;
  Size card_{1, 1};
  std::vector<std::vector<std::uint32_t>> members_;  // by distance
  std::vector<std::uint32_t> apart_;
  std::vector<std::uint32_t> person_of_, group_;  // per spot
  RingPlaces places_;
};

}  // namespace

RingPlaces place_on_rings(const msg::Snapshot& snapshot, const msg::ViewRequest& request,
                          const Layers& layers, const std::vector<DrawnTie>& ties) {
  return Placer(snapshot, request, layers, ties).run();
}

}  // namespace inroad::views
