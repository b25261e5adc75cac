// SPDX-License-Identifier: MIT
#include "sectors.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace inroad::views {
namespace {

constexpr std::size_t kMostSectors = 10, kMostTriedOrders = 8;

// Units from the top down: the largest that has units below it is parted into these, while there
// are few enough parts.
class Parting {
 public:
  Parting(const msg::Snapshot& snapshot, const std::vector<std::uint32_t>& people)
      : snapshot_(snapshot), people_(people) {
    const std::size_t units = snapshot.units() ? snapshot.units()->size() : 0;
    below_.resize(units);
    for (std::uint32_t unit = 0; unit < units; ++unit) {
      const int parent = snapshot.units()->Get(unit)->parent();
      if (parent >= 0) below_[static_cast<std::size_t>(parent)].push_back(static_cast<int>(unit));
    }
    part_.assign(units, Sectors::kNone);
    for (std::uint32_t unit = 0; unit < units; ++unit)
      if (snapshot.units()->Get(unit)->parent() < 0)
        mark(static_cast<int>(unit), static_cast<int>(unit));
  }

  // Per unit, the unit whose sector its people stand in.
  const std::vector<int>& run() {
    std::vector<bool> is_parted(part_.size(), false);
    for (;;) {
      const std::map<int, std::size_t> sizes = sizes_now();
      int largest = -1;
      std::size_t most = 0;
      for (const auto& [unit, size] : sizes)
        if (!is_parted[unit] && !below_[unit].empty() && size > most) largest = unit, most = size;
      if (largest < 0) return part_;
      // Whoever stays in the unit itself takes a sector too.
      const std::vector<int> whole = part_;
      part_off(largest, kMostSectors + 1 - sizes.size());
      if (sizes_now().size() > kMostSectors) {
        part_ = whole;
        part_off(largest, kMostSectors - sizes.size());
      }
      is_parted[largest] = true;
    }
  }

 private:
  // The largest of the units below become parts of their own, up to `most` of them; the others stay
  // with the unit above.
  void part_off(int unit, std::size_t most) {
    std::vector<std::pair<std::size_t, int>> sized;
    for (const int below : below_[unit]) {
      const std::vector<int> before = part_;
      mark(below, below);
      const auto sizes = sizes_now();
      part_ = before;
      if (const auto at = sizes.find(below); at != sizes.end())
        sized.emplace_back(at->second, below);
    }
    std::stable_sort(sized.begin(), sized.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    for (std::size_t i = 0; i < sized.size() && i < most; ++i)
      mark(sized[i].second, sized[i].second);
  }

  // Without recursion: units may lie deep.
  void mark(int top, int part) {
    std::vector<int> waiting{top};
    while (!waiting.empty()) {
      const int unit = waiting.back();
      waiting.pop_back();
      part_[unit] = part;
      waiting.insert(waiting.end(), below_[unit].begin(), below_[unit].end());
    }
  }
  std::map<int, std::size_t> sizes_now() const {
    std::map<int, std::size_t> sizes;
    for (const std::uint32_t person : people_) {
      const int unit = snapshot_.people()->Get(person)->unit();
      if (unit >= 0 && part_[unit] >= 0) ++sizes[part_[unit]];
    }
    return sizes;
  }

  const msg::Snapshot& snapshot_;
  const std::vector<std::uint32_t>& people_;
  std::vector<std::vector<int>> below_;
  std::vector<int> part_;
};

// The order around the circle in which ties between sectors are shortest; the first stays first.
class Ordering {
 public:
  explicit Ordering(const std::vector<std::vector<double>>& ties)
      : ties_(ties), best_(ties.size()) {
    std::iota(best_.begin(), best_.end(), 0);
  }

  std::vector<int> run() {
    if (best_.size() <= 3) return best_;
    if (best_.size() <= kMostTriedOrders)
      try_all();
    else
      while (try_exchanges()) {
      }
    return best_;
  }

 private:
  double length(const std::vector<int>& order) const {
    const int count = static_cast<int>(order.size());
    double sum = 0;
    for (int i = 0; i < count; ++i)
      for (int j = i + 1; j < count; ++j)
        sum += ties_[order[i]][order[j]] * std::min(j - i, count - (j - i));
    return sum;
  }
  void try_all() {
    std::vector<int> order = best_;
    double least = length(best_);
    while (std::next_permutation(order.begin() + 1, order.end()))
      if (const double sum = length(order); sum < least - 1e-9) least = sum, best_ = order;
  }
  bool try_exchanges() {
    const double least = length(best_);
    for (std::size_t i = 1; i < best_.size(); ++i)
      for (std::size_t j = i + 1; j < best_.size(); ++j) {
        std::swap(best_[i], best_[j]);
        if (length(best_) < least - 1e-9) return true;
        std::swap(best_[i], best_[j]);
      }
    return false;
  }

  const std::vector<std::vector<double>>& ties_;
  std::vector<int> best_;
};

}  // namespace

Sectors sectors_of(const msg::Snapshot& snapshot, const std::vector<std::uint32_t>& people,
                   const std::vector<DrawnTie>& ties) {
  Sectors sectors;
  sectors.sector.assign(snapshot.people()->size(), Sectors::kNone);
  Parting parting(snapshot, people);
  const std::vector<int>& part = parting.run();
  std::map<int, int> number;
  for (const std::uint32_t person : people) {
    const int unit = snapshot.people()->Get(person)->unit();
    if (unit < 0 || part[unit] < 0) continue;
    const auto [at, is_new] = number.try_emplace(part[unit], static_cast<int>(number.size()));
    sectors.sector[person] = at->second;
    if (is_new) sectors.unit.push_back(part[unit]);
  }
  if (sectors.unit.size() > kMostSectors) {  // too many units at the top: all stand together
    sectors.sector.assign(sectors.sector.size(), Sectors::kNone);
    sectors.unit.clear();
    return sectors;
  }
  std::vector<std::vector<double>> between(sectors.unit.size(),
                                           std::vector<double>(sectors.unit.size()));
  for (const DrawnTie& tie : ties) {
    const int a = sectors.sector[tie.look.from], b = sectors.sector[tie.look.to];
    if (a >= 0 && b >= 0 && a != b) ++between[a][b], ++between[b][a];
  }
  const std::vector<int> order = Ordering(between).run();
  std::vector<int> place(order.size()), unit(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    place[order[i]] = static_cast<int>(i);
    unit[i] = sectors.unit[order[i]];
  }
  for (int& sector : sectors.sector)
    if (sector >= 0) sector = place[sector];
  sectors.unit = unit;
  return sectors;
}

}  // namespace inroad::views
