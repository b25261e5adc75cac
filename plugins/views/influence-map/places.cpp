// SPDX-License-Identifier: MIT
//
// Rows from layers, an order in each from Graphviz (or our own sweeps on large maps), then cards
// change seats within their layer until links cross as little as may be; down, the rows lie further
// apart where more links pass.
#include "places.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "common/paper.h"
#include "common/scene_writer.h"
#include "dot_order.h"
#include "links.h"
#include "raster.h"
#include "seating.h"

namespace inroad::views {
namespace {

using layout::Box;
using layout::Point;
using layout::Pull;
using layout::Rows;
using layout::Size;

constexpr double kMargin = 44;  // room for links around the outermost cards
constexpr double kApartGap = 64, kLeastGapDown = 14;
// Few people far away would each take a whole row: they stand in the last layer together.
constexpr std::ptrdiff_t kManyPeople = 20;
constexpr std::size_t kFarthestOfMany = 5;
// dot's work grows with the rows that links span, ours with the people times their links.
constexpr std::size_t kMostSpansForDot = 4000, kMostForSeats = 700;
// Of links with links, times the cards they may run behind.
constexpr std::size_t kPolish = 400'000'000;
constexpr std::size_t kMostJudgedPerCard = 10, kMostJudgedPerCardOfFew = 500;
// Of a point of length, in crossings; little where few people leave room.
constexpr double kPriceOfLength = 0.0025, kPriceOfLengthFew = 0.001;
// Beyond, spare rows would make the words too small on paper.
constexpr std::size_t kMostWithSpareRows = 20;
constexpr double kPriceOfRow = 1.5;      // one more row, in crossings
constexpr double kPriceOffMiddle = 0.5;  // somebody who decides, one seat off the middle

std::vector<Pull> pulls_of(const std::vector<DrawnTie>& ties, const Layers& layers) {
  std::vector<Pull> pulls;
  for (const DrawnTie& tie : ties) {
    const LinkLook& look = tie.look;
    if (layers.layer[look.from] < 0 || layers.layer[look.to] < 0) continue;
    const double weight = look.role == msg::LinkRole::influence   ? 0.5 + look.weight
                          : look.role == msg::LinkRole::reporting ? 0.75
                                                                  : 0.25;
    pulls.push_back({look.from, look.to, weight});
  }
  return pulls;
}

class Placer {
 public:
  Placer(const msg::ViewRequest& request, const Layers& layers, const Present& present,
         const std::vector<DrawnTie>& ties)
      : layers_(layers), present_(present), ties_(ties), pulls_(pulls_of(ties, layers)) {
    const std::size_t people = layers.layer.size();
    places_.drawing.boxes.resize(people);
    const auto linked = std::count_if(layers.layer.begin(), layers.layer.end(),
                                      [](int layer) { return layer >= 0; });
    const std::size_t farthest = linked > kManyPeople ? kFarthestOfMany : people;
    for (std::uint32_t i = 0; i < people; ++i) {
      const Size size = card_size(request, i);
      places_.drawing.boxes[i] = {0, 0, size.width, size.height};
      if (layers.layer[i] == Layers::kAbsent) continue;
      card_ = {std::max(card_.width, size.width), std::max(card_.height, size.height)};
      if (layers.layer[i] == Layers::kApart) {
        apart_.push_back(i);
        continue;
      }
      const auto layer = std::min(static_cast<std::size_t>(layers.layer[i]), farthest);
      if (members_.size() <= layer) members_.resize(layer + 1);
      members_[layer].push_back(i);
    }
  }

  MapPlaces run() {
    make_rows();
    order();
    seat();
    stand();
    return std::move(places_);
  }

 private:
  Rows& rows() { return places_.drawing.rows; }

  // The people apart are the last layer.
  void make_rows() {
    std::vector<std::size_t> counts;
    for (const auto& layer : members_) counts.push_back(layer.size());
    counts.push_back(apart_.size());
    raster_ = raster_for(counts, card_);
    for (std::size_t layer = 0; layer < counts.size(); ++layer) {
      const auto& people = layer < members_.size() ? members_[layer] : apart_;
      if (layer == members_.size()) first_apart_ = rows().size();
      std::size_t first = 0;
      for (const std::size_t count : raster_.rows[layer]) {
        const auto begin = people.begin() + static_cast<std::ptrdiff_t>(first);
        rows().emplace_back(begin, begin + static_cast<std::ptrdiff_t>(count));
        layer_of_row_.push_back(static_cast<std::uint32_t>(layer));
        first += count;
      }
    }
    for (std::size_t row = 0; row < first_apart_; ++row) linked_count_ += rows()[row].size();
  }

  std::vector<int> row_of() const {
    std::vector<int> row_of(places_.drawing.boxes.size(), -1);
    for (std::size_t r = 0; r < places_.drawing.rows.size(); ++r)
      for (const std::uint32_t card : places_.drawing.rows[r]) row_of[card] = static_cast<int>(r);
    return row_of;
  }

  void order() {
    const std::vector<int> row = row_of();
    std::size_t spans = linked_count_;
    for (const Pull& pull : pulls_)
      spans += static_cast<std::size_t>(std::abs(row[pull.a] - row[pull.b]));
    Rows linked(rows().begin(), rows().begin() + static_cast<std::ptrdiff_t>(first_apart_));
    places_.is_simple =
        spans > kMostSpansForDot || !order_by_dot(linked, places_.drawing.boxes.size(), pulls_);
    if (places_.is_simple) layout::order_rows(linked, places_.drawing.boxes.size(), pulls_);
    std::copy(linked.begin(), linked.end(), rows().begin());
  }

  // Who sits where, first by straight lines, then, on small maps, by the links as they are drawn.
  void seat() {
    const std::span linked(rows().data(), first_apart_);
    const Size pitch{card_.width + raster_.gap_across, card_.height + raster_.gap_down};
    Seating seating =
        seating_for(linked, layer_of_row_, pitch, linked_count_ <= kMostWithSpareRows);
    if (linked_count_ <= kMostForSeats) {
      const std::size_t per_card =
          linked_count_ <= kMostWithSpareRows ? kMostJudgedPerCardOfFew : kMostJudgedPerCard;
      const std::size_t most = std::min(kPolish / (1 + ties_.size() * ties_.size() * linked_count_),
                                        per_card * linked_count_);
      const bool is_thorough = is_polish_thorough(most, linked_count_);
      deal(seating, ties_, places_.drawing.boxes.size(), card_, is_thorough);
      if (most >= seating.seats.size())
        polish(seating, most, [&](const Seating& one) {
          take(one);
          stand();
          return tangle_of(places_.drawing, ties_, present_,
                           is_thorough ? kPriceOfLengthFew : kPriceOfLength) +
                 kPriceOfRow * static_cast<double>(first_apart_) +
                 kPriceOffMiddle * off_middle(one, pitch.width);
        });
    }
    take(seating);
  }

  // How far those who decide sit off the middle, in seats.
  static double off_middle(const Seating& seating, double pitch) {
    double x = 0, count = 0;
    for (const std::uint32_t seat : seating.seat)
      if (seating.row[seat] == 0) x += seating.seats[seat].at.x, count += 1;
    return count > 0 ? std::abs(x / count) / pitch : 0;
  }

  // Rows in which nobody sits are left out.
  void take(const Seating& seating) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> seated;
    for (std::size_t card = 0; card < seating.seat.size(); ++card)
      seated.emplace_back(seating.seat[card], seating.person[card]);
    std::sort(seated.begin(), seated.end());
    Rows taken;
    std::size_t row = static_cast<std::size_t>(-1);
    for (const auto& [seat, person] : seated) {
      if (seating.row[seat] != row) taken.emplace_back();
      row = seating.row[seat];
      taken.back().push_back(person);
      places_.drawing.boxes[person].x = seating.seats[seat].at.x;
    }
    rows().erase(rows().begin(), rows().begin() + static_cast<std::ptrdiff_t>(first_apart_));
    first_apart_ = taken.size();
    rows().insert(rows().begin(), taken.begin(), taken.end());
    for (std::size_t r = first_apart_; r < rows().size(); ++r)
      for (std::size_t place = 0; place < rows()[r].size(); ++place)
        places_.drawing.boxes[rows()[r][place]].x =
            (static_cast<double>(place) - (static_cast<double>(rows()[r].size()) - 1) / 2) *
            (card_.width + raster_.gap_across);
  }

  // How much of the room each row takes for the links that pass above it.
  std::vector<double> gaps_above() const {
    const std::vector<int> row = row_of();
    std::vector<double> share(places_.drawing.rows.size());
    for (const Pull& pull : pulls_) {
      const auto [high, low] = std::minmax(row[pull.a], row[pull.b]);
      for (int r = high + 1; r <= low; ++r) share[static_cast<std::size_t>(r)] += 1;
    }
    double sum = 0;
    for (std::size_t r = 1; r < first_apart_; ++r) sum += share[r] = 12 + std::sqrt(share[r]) * 8;
    const double rows = static_cast<double>(first_apart_) - 1;
    const double spare = rows * (raster_.gap_down - kLeastGapDown);
    for (std::size_t r = 1; r < first_apart_; ++r)
      share[r] = kLeastGapDown + std::min(spare * share[r] / sum, 1.4 * raster_.gap_down);
    return share;
  }

  // With spare rows the map may be higher than the words can bear: then rows stand closer.
  void keep_legible(std::vector<double>& above, double width) const {
    if (linked_count_ > kMostWithSpareRows || !apart_.empty()) return;
    double height = 2 * kMargin + card_.height * static_cast<double>(above.size()), spare = 0;
    for (std::size_t r = 1; r < above.size(); ++r)
      height += above[r], spare += above[r] - kLeastGapDown;
    const Size room = legible_size(linked_count_);
    if (scale_on_a3({width + 2 * kMargin, height}) >= scale_on_a3(room) || spare <= 0) return;
    const double share = std::clamp((height - room.height) / spare, 0.0, 1.0);
    for (std::size_t r = 1; r < above.size(); ++r) above[r] -= share * (above[r] - kLeastGapDown);
  }

  void stand() {
    std::vector<double> above = gaps_above();
    double left = std::numeric_limits<double>::max(), right = -left, y = kMargin;
    for (const auto& row : rows())
      for (const std::uint32_t person : row) {
        left = std::min(left, places_.drawing.boxes[person].x);
        right = std::max(right, places_.drawing.boxes[person].x + card_.width);
      }
    keep_legible(above, right - left);
    for (std::size_t r = 0; r < rows().size(); ++r) {
      if (r > 0 && r < first_apart_) y += above[r];
      if (r > 0 && r == first_apart_) y += kApartGap;
      if (r > first_apart_) y += std::min(kApartGap / 2, raster_.gap_down);
      if (r == first_apart_) places_.apart_y = y;
      for (const std::uint32_t person : rows()[r]) {
        Box& box = places_.drawing.boxes[person];
        box.x += kMargin - left;
        box.y = y;
      }
      y += card_.height;
    }
  }

  const Layers& layers_;
  const Present& present_;
  const std::vector<DrawnTie>& ties_;
  const std::vector<Pull> pulls_;
  Size card_{1, 1};
  std::vector<std::vector<std::uint32_t>> members_;
  std::vector<std::uint32_t> apart_, layer_of_row_;
  Raster raster_;
  std::size_t first_apart_ = 0, linked_count_ = 0;
  MapPlaces places_;
};

}  // namespace

MapPlaces place(const msg::ViewRequest& request, const Layers& layers, const Present& present,
                const std::vector<DrawnTie>& ties) {
  return Placer(request, layers, present, ties).run();
}

}  // namespace inroad::views
