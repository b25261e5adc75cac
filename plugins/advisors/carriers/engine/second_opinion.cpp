// SPDX-License-Identifier: MIT
#include "second_opinion.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace inroad::carriers {
namespace {

constexpr double firmest = 1.25;  ///< even who is wholly for or against gives way a little
constexpr double enough = 1e-12;  ///< of the walk, still under way
constexpr int most_steps = 2000;

class Mixing {
 public:
  Mixing(const Network& network, const std::vector<double>& opinion)
      : network_(network), sum_(network.people, 0), open_(network.people, 0) {
    for (const Arc& arc : network.arcs)
      if (arc.from != arc.to) sum_[arc.to] += arc.p;
    for (int i = 0; i < network.people; ++i)
      if (sum_[i] > 0) open_[i] = 1 - std::abs(opinion[i]) / firmest;
  }

  void leave_out(int arc) {
    without_ = arc;
    const Arc& left = network_.arcs[arc];
    rest_ = 0;
    for (const Arc& one : network_.arcs)
      if (&one != &left && one.from != one.to && one.to == left.to) rest_ += one.p;
  }

  /// Where walks from the targets end, and how often they come by.
  std::pair<std::vector<double>, std::vector<double>> walk() const {
    std::vector<double> ends(network_.people, 0), visits(network_.people, 0);
    std::vector<double> now(network_.people, 0), next;
    for (int target : network_.targets)
      now[target] += 1 / static_cast<double>(network_.targets.size());
    for (int step = 0; step < most_steps; ++step) {
      double left = 0;
      for (int i = 0; i < network_.people; ++i) {
        visits[i] += now[i];
        ends[i] += now[i] * (1 - open(i));
        now[i] *= open(i);
        left += now[i];
      }
      if (left < enough) break;
      next.assign(network_.people, 0);
      for (int k = 0; k < static_cast<int>(network_.arcs.size()); ++k)
        next[network_.arcs[k].from] += now[network_.arcs[k].to] * share(k);
      now.swap(next);
    }
    return {ends, visits};
  }

  /// Per person: P(a walk from him ends with `one`) - P(it ends with `other`).
  std::vector<double> leaning(int one, int other) const {
    std::vector<double> own(network_.people, 0), result, next;
    own[one] = 1 - open(one);
    own[other] = open(other) - 1;
    result = own;
    for (int step = 0; step < most_steps; ++step) {
      next = own;
      for (int k = 0; k < static_cast<int>(network_.arcs.size()); ++k) {
        const Arc& arc = network_.arcs[k];
        next[arc.to] += open(arc.to) * share(k) * result[arc.from];
      }
      double change = 0;
      for (int i = 0; i < network_.people; ++i)
        change = std::max(change, std::abs(next[i] - result[i]));
      result.swap(next);
      if (change < enough) break;
    }
    return result;
  }

  double share(int k) const {
    const Arc& arc = network_.arcs[k];
    if (k == without_ || arc.from == arc.to) return 0;
    const double sum = sum_of(arc.to);
    return sum > 0 ? arc.p / sum : 0;
  }
  double open(int person) const { return sum_of(person) > 0 ? open_[person] : 0; }

 private:
  double sum_of(int person) const {
    return without_ >= 0 && network_.arcs[without_].to == person ? rest_ : sum_[person];
  }

  const Network& network_;
  std::vector<double> sum_;   ///< per person: of all that influences him
  std::vector<double> open_;  ///< per person: how far he takes on what others think
  int without_ = -1;
  double rest_ = 0;  ///< sum_ of the end of the arc left out
};

}  // namespace

SecondOpinion find_second_opinion(const Network& network, const std::vector<double>& opinion) {
  SecondOpinion result;
  result.weight = Mixing(network, opinion).walk().first;
  for (const Speaker& speaker : network.speakers) {
    if (!(speaker.weight() > 0) || !(result.weight[speaker.person] > 0)) continue;
    const double weight = result.weight[speaker.person];
    const double best = result.leader < 0 ? 0 : result.weight[result.leader];
    const bool is_equal = std::abs(weight - best) <= 1e-9;
    if (is_equal ? id_place(network, speaker.person) < id_place(network, result.leader)
                 : weight > best)
      result.leader = speaker.person;
  }
  return result;
}

std::optional<int> parting_arc(const Network& network, const std::vector<double>& opinion, int one,
                               int other) {
  constexpr std::size_t most_tried = 16;
  const Mixing whole(network, opinion);
  const auto [ends, visits] = whole.walk();
  const auto leaning = whole.leaning(one, other);
  // Those arcs first by which most walks go on to where `one` outweighs `other`.
  std::vector<std::pair<double, int>> guesses;
  for (int k = 0; k < static_cast<int>(network.arcs.size()); ++k) {
    const Arc& arc = network.arcs[k];
    const double passed = visits[arc.to] * whole.open(arc.to) * whole.share(k);
    if (passed * leaning[arc.from] > 0) guesses.emplace_back(-passed * leaning[arc.from], k);
  }
  std::sort(guesses.begin(), guesses.end());
  if (guesses.size() > most_tried) guesses.resize(most_tried);
  std::optional<int> result;
  double least = ends[one] - ends[other] - 1e-9;
  for (const auto& [guess, arc] : guesses) {
    Mixing without(network, opinion);
    without.leave_out(arc);
    const auto weights = without.walk().first;
    const double lead = weights[one] - weights[other];
    if (lead >= least) continue;
    least = lead;
    result = arc;
  }
  return result;
}

}  // namespace inroad::carriers
