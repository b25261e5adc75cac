// SPDX-License-Identifier: MIT
#include "coalition.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "confidence.h"

namespace inroad::carriers {
namespace {

class Finder {
 public:
  Finder(const Network& network, const Reach& reach, int size, std::size_t most_work)
      : network_(network), reach_(reach), size_(static_cast<std::size_t>(size)) {
    steps_left_ = std::max<std::size_t>(64, most_work / std::max<std::size_t>(1, reach.size()));
  }

  Coalition run() {
    Coalition result;
    const auto start = reach_.with({});
    order_ = reach_.choosable();
    std::sort(order_.begin(), order_.end(), [&](int a, int b) {
      if (start.gain[a] != start.gain[b]) return start.gain[a] > start.gain[b];
      return place(a) < place(b);
    });
    start_ = start;
    offer_greedy();
    std::vector<int> members;
    descend(members, start, 0);
    result.is_optimal = reach_.is_exact() && !is_cut_;
    result.best = best_;
    result.next = next_;
    arrange(result);
    bound(result);
    return result;
  }

 private:
  int place(int speaker) const { return id_place(network_, network_.speakers[speaker].person); }

  std::vector<int> places(const PeopleSet& set) const {
    std::vector<int> result;
    for (int speaker : set.speakers) result.push_back(place(speaker));
    std::sort(result.begin(), result.end());
    return result;
  }

  bool comes_first(const PeopleSet& a, const PeopleSet& b) const {
    if (std::abs(a.reach - b.reach) > 1e-12 * std::max(a.reach, b.reach)) return a.reach > b.reach;
    if (a.speakers.size() != b.speakers.size()) return a.speakers.size() < b.speakers.size();
    return places(a) < places(b);
  }

  /// Whether each of them is needed. A set with somebody who adds nothing is no answer.
  bool is_lean(const PeopleSet& set) const {
    if (set.speakers.size() == 1) return true;
    for (std::size_t k = 0; k < set.speakers.size(); ++k) {
      auto rest = set.speakers;
      rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(k));
      const double without = rest.size() == 1 ? start_.gain[rest.front()] : reach_.with(rest).reach;
      if (without >= set.reach * (1 - 1e-12)) return false;
    }
    return true;
  }

  void offer(PeopleSet set) {
    if (!(set.reach > 0)) return;
    const auto now = places(set);
    if (now == places(best_) || now == places(next_)) return;
    const bool is_best = best_.speakers.empty() || comes_first(set, best_);
    if (!is_best && !next_.speakers.empty() && !comes_first(set, next_)) return;
    if (!is_lean(set)) return;
    if (is_best)
      next_ = std::exchange(best_, std::move(set));
    else
      next_ = std::move(set);
  }

  /// A good set early on, so that much can be ruled out; all that is left if the work is bounded.
  void offer_greedy() {
    std::vector<int> members;
    Reach::Step step = start_;
    while (members.size() < size_) {
      int pick = -1;
      for (int i : order_)
        if (step.gain[i] > 0 && (pick < 0 || step.gain[i] > step.gain[pick])) pick = i;
      if (pick < 0) break;
      const double reach = step.reach + step.gain[pick];
      members.push_back(pick);
      offer({members, reach});
      if (members.size() < size_) step = reach_.with(members);
    }
  }

  void descend(std::vector<int>& members, const Reach::Step& step, std::size_t from) {
    const std::size_t room = size_ - members.size();
    for (std::size_t k = from; k < order_.size(); ++k) {
      const int pick = order_[k];
      if (reach_.is_submodular() && cannot_matter(step, k, room)) continue;
      members.push_back(pick);
      offer({members, step.reach + step.gain[pick]});
      if (room > 1 && k + 1 < order_.size()) {
        if (steps_left_ == 0) {
          is_cut_ = true;
          const double most = step.reach + step.gain[pick] + most_gain(step, k + 1, room - 1);
          unseen_ = std::max(unseen_, reach_.is_submodular() ? most : 1.0);
        } else if (!(reach_.is_submodular() && nothing_can_follow(step, k, room))) {
          --steps_left_;
          descend(members, reach_.with(members), k + 1);
        }
      }
      members.pop_back();
    }
  }

  /// The certificate. In a sample the best found is the best of many tries: what it truly reaches
  /// is judged as if all of them had been judged at once; what the best possible truly reaches,
  /// alone, because it does not depend on the sample.
  void bound(Coalition& result) const {
    const double most = std::min(1.0, std::max(result.best.reach, unseen_));
    if (reach_.is_exact()) {
      result.at_least = result.best.reach;
      result.at_most = most;
      return;
    }
    const Sample& sample = reach_.worlds();
    double tries = 0, sets = 1;
    for (std::size_t i = 0; i < size_ && i < order_.size(); ++i) {
      sets = sets * static_cast<double>(order_.size() - i) / static_cast<double>(i + 1);
      tries += sets;
    }
    const double risk = 1 - sample.level;
    result.at_least =
        mean_interval(result.best.reach, sample.worlds, 1 - risk / std::max(1.0, tries)).low;
    if (sample.most_left_out > 0 && !reach_.is_submodular()) return;
    const double with_others = most + static_cast<double>(size_) * sample.most_left_out;
    result.at_most = mean_interval(std::min(1.0, with_others), sample.worlds, sample.level).high;
  }

  double second_best() const { return next_.speakers.empty() ? -1 : next_.reach * (1 - 1e-12); }

  /// The sum of the largest `count` gains from place `from` on bounds what can still be added.
  double most_gain(const Reach::Step& step, std::size_t from, std::size_t count) const {
    std::vector<double> gains;
    for (std::size_t k = from; k < order_.size(); ++k) gains.push_back(step.gain[order_[k]]);
    count = std::min(count, gains.size());
    std::partial_sort(gains.begin(), gains.begin() + static_cast<std::ptrdiff_t>(count),
                      gains.end(), std::greater<>());
    double sum = 0;
    for (std::size_t k = 0; k < count; ++k) sum += gains[k];
    return sum;
  }

  bool cannot_matter(const Reach::Step& step, std::size_t k, std::size_t room) const {
    return step.reach + step.gain[order_[k]] + most_gain(step, k + 1, room - 1) < second_best();
  }
  bool nothing_can_follow(const Reach::Step& step, std::size_t k, std::size_t room) const {
    return cannot_matter(step, k, room) || most_gain(step, k + 1, room - 1) <= 0;
  }

  void arrange(Coalition& result) const {
    std::vector<int> left = result.best.speakers, members;
    Reach::Step step = start_;
    while (!left.empty()) {
      auto pick = left.begin();
      for (auto it = left.begin() + 1; it != left.end(); ++it)
        if (step.gain[*it] > step.gain[*pick] ||
            (step.gain[*it] == step.gain[*pick] && place(*it) < place(*pick)))
          pick = it;
      result.gains.push_back(step.gain[*pick]);
      members.push_back(*pick);
      left.erase(pick);
      if (!left.empty()) step = reach_.with(members);
    }
    result.best.speakers = std::move(members);
  }

  const Network& network_;
  const Reach& reach_;
  std::size_t size_;
  std::size_t steps_left_ = 0;
  bool is_cut_ = false;
  double unseen_ = 0;  ///< no set passed over for want of time reaches more
  Reach::Step start_;
  std::vector<int> order_;
  PeopleSet best_, next_;
};

}  // namespace

Coalition find_coalition(const Network& network, const Reach& reach, int size,
                         std::size_t most_work) {
  if (size < 1) return {};
  return Finder(network, reach, size, most_work).run();
}

}  // namespace inroad::carriers
