// SPDX-License-Identifier: MIT
//
// The loops over all links and all cards are plain enough for the compiler to take several at once.
#include "layout/tangle.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "wide.h"

namespace inroad::layout {
namespace {

// Whether a segment passes the box of half size around c (separating axes).
int does_pass(float px, float py, float qx, float qy, float cx, float cy, float half_x,
              float half_y) {
  const float mx = (px + qx) / 2 - cx, my = (py + qy) / 2 - cy;
  const float hx = (qx - px) / 2, hy = (qy - py) / 2;
  return (std::abs(mx) < half_x + std::abs(hx)) & (std::abs(my) < half_y + std::abs(hy)) &
         (std::abs(mx * hy - my * hx) < half_x * std::abs(hy) + half_y * std::abs(hx));
}

}  // namespace

Tangle::Tangle(std::vector<TangleLink> links, const std::vector<float>& x,
               const std::vector<float>& y, float half_x, float half_y, TanglePrices prices)
    : links_(std::move(links)), x_(x), y_(y), half_x_(half_x), half_y_(half_y), prices_(prices) {
  const std::size_t count = links_.size(), members = x_.size();
  for (auto* column : {&ax_, &ay_, &bx_, &by_}) column->resize(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    weight_.push_back(links_[i].weight);
    read(i);
  }
  crosses_.resize(count * count), passes_.resize(count * members);
  passing_.assign(members, 0);
  std::vector<int> row(std::max(count, members));
  for (std::uint32_t i = 0; i < count; ++i) {
    crossed_.push_back(find_crossings(i, row.data()));
    std::copy_n(row.begin(), count, &crosses_[i * count]);
    passed_.push_back(find_passed(i, row.data()));
    std::copy_n(row.begin(), members, &passes_[i * members]);
    for (std::size_t card = 0; card < members; ++card) passing_[card] += weight_[i] * row[card];
  }
}

void Tangle::read(std::uint32_t link) {
  const TangleLink& l = links_[link];
  ax_[link] = x_[l.a], ay_[link] = y_[l.a];
  bx_[link] = x_[l.b], by_[link] = y_[l.b];
}

// Fills a row with 2 for each link that properly crosses this one, 1 for each that only ends on it
// or that it ends on, but not where both end; gives their weights times these.
INROAD_WIDE int Tangle::find_crossings(std::uint32_t link, int* row) const {
  const float px = ax_[link], py = ay_[link], qx = bx_[link], qy = by_[link];
  const float dx = qx - px, dy = qy - py;
  const float *ax = ax_.data(), *ay = ay_.data(), *bx = bx_.data(), *by = by_.data();
  const int* weight = weight_.data();
  int sum = 0;
  for (std::size_t k = 0; k < links_.size(); ++k) {
    const float a = dx * (ay[k] - py) - dy * (ax[k] - px);
    const float b = dx * (by[k] - py) - dy * (bx[k] - px);
    const float ex = bx[k] - ax[k], ey = by[k] - ay[k];
    const float c = ex * (py - ay[k]) - ey * (px - ax[k]);
    const float d = ex * (qy - ay[k]) - ey * (qx - ax[k]);
    const int crossed = ((a * b < 0) & (c * d <= 0)) + ((a * b <= 0) & (c * d < 0));
    row[k] = crossed;
    sum += crossed * weight[k];
  }
  return sum;
}

// Fills a row with 1 for each card that this link passes, its own two left out; gives their number.
INROAD_WIDE int Tangle::find_passed(std::uint32_t link, int* row) const {
  const float px = ax_[link], py = ay_[link], qx = bx_[link], qy = by_[link];
  const float *x = x_.data(), *y = y_.data();
  int sum = 0;
  for (std::size_t i = 0; i < x_.size(); ++i) {
    row[i] = does_pass(px, py, qx, qy, x[i], y[i], half_x_, half_y_);
    sum += row[i];
  }
  for (const std::uint32_t own : {links_[link].a, links_[link].b})
    sum -= std::exchange(row[own], 0);
  return sum;
}

// Fills a row with 1 for each link that passes this card; gives their weights. Links that end at it
// must be left out by the caller.
INROAD_WIDE int Tangle::find_passing(std::uint32_t member, int* row) const {
  const float x = x_[member], y = y_[member];
  const float *ax = ax_.data(), *ay = ay_.data(), *bx = bx_.data(), *by = by_.data();
  int sum = 0;
  for (std::size_t k = 0; k < links_.size(); ++k) {
    row[k] = does_pass(ax[k], ay[k], bx[k], by[k], x, y, half_x_, half_y_);
    sum += row[k] * weight_[k];
  }
  return sum;
}

double Tangle::cost(std::span<const std::uint32_t> links,
                    std::span<const std::uint32_t> members) const {
  int crossed = 0, behind = 0;
  for (std::size_t i = 0; i < links.size(); ++i) {
    const std::uint32_t link = links[i];
    int weights = crossed_[link];
    for (std::size_t j = 0; j < i; ++j) weights -= crosses(link, links[j]) * weight_[links[j]];
    crossed += weight_[link] * weights;
    behind += weight_[link] * passed_[link];
  }
  for (const std::uint32_t member : members) {
    behind += passing_[member];
    for (const std::uint32_t link : links) behind -= weight_[link] * passes(link, member);
  }
  return prices_.crossing / 2 * crossed + prices_.behind * behind;
}

double Tangle::try_move(std::span<const std::uint32_t> links,
                        std::span<const std::uint32_t> members, double most) {
  const std::size_t count = links_.size(), cards = x_.size();
  tried_links_.assign(links.begin(), links.end());
  tried_members_.assign(members.begin(), members.end());
  tried_crosses_.resize(std::max(tried_crosses_.size(), links.size() * count));
  tried_passes_.resize(std::max(tried_passes_.size(), links.size() * cards));
  tried_passing_.resize(std::max(tried_passing_.size(), members.size() * count));
  for (const std::uint32_t link : links) read(link);

  double cost = 0;
  for (std::size_t i = 0; i < links.size(); ++i) {
    const std::uint32_t link = links[i];
    const int* row = &tried_crosses_[i * count];
    int weights = find_crossings(link, &tried_crosses_[i * count]);
    for (std::size_t j = 0; j < i; ++j) weights -= row[links[j]] * weight_[links[j]];
    const int passed = find_passed(link, &tried_passes_[i * cards]);
    cost += weight_[link] * (prices_.crossing / 2 * weights + prices_.behind * passed);
    if (cost > most) return cost;
  }
  for (std::size_t i = 0; i < members.size(); ++i) {
    int* row = &tried_passing_[i * count];
    int weights = find_passing(members[i], row);
    for (const std::uint32_t link : links) weights -= std::exchange(row[link], 0) * weight_[link];
    cost += prices_.behind * weights;
    if (cost > most) return cost;
  }
  return cost;
}

void Tangle::keep() {
  const std::size_t count = links_.size(), cards = x_.size();
  for (std::size_t i = 0; i < tried_links_.size(); ++i) {
    const std::uint32_t link = tried_links_[i];
    const int *crossing = &tried_crosses_[i * count], *passing = &tried_passes_[i * cards];
    for (std::size_t k = 0; k < count; ++k) {
      const int change = crossing[k] - crosses(link, k);
      if (change == 0) continue;
      crossed_[k] += change * weight_[link];
      crossed_[link] += change * weight_[k];
      crosses(link, k) = crosses(k, link) = static_cast<std::uint8_t>(crossing[k]);
    }
    for (std::size_t card = 0; card < cards; ++card) {
      const int change = passing[card] - passes(link, card);
      if (change == 0) continue;
      passing_[card] += change * weight_[link];
      passed_[link] += change;
      passes(link, card) = static_cast<std::uint8_t>(passing[card]);
    }
  }
  // Links that hang on the move are done; here those that stay, behind cards that moved.
  std::vector<bool> is_done(count, false);
  for (const std::uint32_t link : tried_links_) is_done[link] = true;
  for (std::size_t i = 0; i < tried_members_.size(); ++i) {
    const std::uint32_t card = tried_members_[i];
    const int* passing = &tried_passing_[i * count];
    for (std::size_t link = 0; link < count; ++link) {
      if (is_done[link]) continue;
      const int change = passing[link] - passes(link, card);
      passing_[card] += change * weight_[link];
      passed_[link] += change;
      passes(link, card) = static_cast<std::uint8_t>(passing[link]);
    }
  }
}

void Tangle::drop() {
  for (const std::uint32_t link : tried_links_) read(link);
}

}  // namespace inroad::layout
