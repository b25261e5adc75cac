// SPDX-License-Identifier: MIT
#include "routes.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <limits>
#include <queue>
#include <utility>

namespace inroad::carriers {
namespace {

constexpr double never = std::numeric_limits<double>::infinity();
constexpr double same = 1e-12;  // lengths are logarithms: this is a relative difference of values
constexpr int stop_here = -1;   // "ends at this person", beside the arcs that lead on

double length_of(double chance) { return chance < 1 ? -std::log(chance) : 0.0; }

}  // namespace

void RouteFinder::grow_tree() {
  // Arcs by where they lead, so that the tree grows over neighbours in memory.
  struct Incoming {
    double length;
    int from;
  };
  std::vector<int> first(network_.people + 1, 0);
  const auto is_usable = [&](std::size_t k) { return arc_length_[k] < never; };
  for (std::size_t k = 0; k < network_.arcs.size(); ++k)
    if (is_usable(k)) ++first[network_.arcs[k].to + 1];
  for (int i = 0; i < network_.people; ++i) first[i + 1] += first[i];
  std::vector<Incoming> incoming(first.back());
  auto place = first;
  for (std::size_t k = 0; k < network_.arcs.size(); ++k)
    if (is_usable(k))
      incoming[place[network_.arcs[k].to]++] = {arc_length_[k], network_.arcs[k].from};

  using Open = std::pair<double, int>;
  std::priority_queue<Open, std::vector<Open>, std::greater<>> heap;
  rest_.assign(network_.people, never);
  for (int target : network_.targets) {
    rest_[target] = 0;
    heap.emplace(0, target);
  }
  while (!heap.empty()) {
    const auto [length, person] = heap.top();
    heap.pop();
    if (length > rest_[person]) continue;
    const double on = is_target_[person] ? 0.0 : relay_length_[person] + length;
    if (on == never) continue;
    for (int k = first[person]; k < first[person + 1]; ++k) {
      const double total = incoming[k].length + on;
      if (total >= rest_[incoming[k].from]) continue;
      rest_[incoming[k].from] = total;
      heap.emplace(total, incoming[k].from);
    }
  }
}

void RouteFinder::collect_steps() {
  const auto bound_of = [&](std::size_t k) {
    const int to = network_.arcs[k].to;
    return arc_length_[k] + (is_target_[to] ? 0.0 : relay_length_[to] + rest_[to]);
  };
  first_step_.assign(network_.people + 1, 0);
  for (std::size_t k = 0; k < network_.arcs.size(); ++k)
    if (bound_of(k) < never) ++first_step_[network_.arcs[k].from + 1];
  for (int i = 0; i < network_.people; ++i) first_step_[i + 1] += first_step_[i];
  steps_.resize(first_step_.back());
  auto place = first_step_;
  for (std::size_t k = 0; k < network_.arcs.size(); ++k)
    if (bound_of(k) < never)
      steps_[place[network_.arcs[k].from]++] = {arc_length_[k], bound_of(k), static_cast<int>(k),
                                                network_.arcs[k].to};
  is_in_order_.assign(network_.people, 0);
}

std::span<const RouteFinder::Step> RouteFinder::steps(int person) {
  const std::span<Step> own(steps_.begin() + first_step_[person],
                            steps_.begin() + first_step_[person + 1]);
  if (!std::exchange(is_in_order_[person], 1))
    std::ranges::sort(own, {}, [](const Step& step) { return std::pair(step.bound, step.arc); });
  return own;
}

/// One speaker's searches: from the end of a given beginning, the best way on that takes none of
/// its people and none of the refused next steps. Labels are corrected rather than settled once,
/// because a way that is equal in value may still win by its ties or its ids. A person's steps are
/// taken one by one, the next only when nothing shorter is open: most are never taken.
class RouteFinder::Search {
 public:
  explicit Search(RouteFinder& finder) : finder_(finder), label_(finder.network_.people) {}

  void start_at(int person) { start_ = person; }

  /// The best path that begins so, and then takes none of the refused next steps.
  bool deviate(const std::vector<int>& beginning, const std::vector<int>& refused, Path& found) {
    ++round_;
    end_ = -1;
    heap_ = {};
    spur_ = start_;
    base_ = 0;
    const std::size_t place = beginning.size();
    for (std::size_t k = 0; k < place; ++k) {
      touch(spur_).is_blocked = true;
      base_ += finder_.arc_length_[beginning[k]] + (k > 0 ? finder_.relay_length_[spur_] : 0.0);
      spur_ = finder_.network_.arcs[beginning[k]].to;
    }
    Label& spur = touch(spur_);
    spur.length = 0;
    spur.ties = 0;
    spur.arc = -1;
    const bool may_stop =
        place > 0 && std::find(refused.begin(), refused.end(), stop_here) == refused.end();
    if (may_stop && finder_.is_target_[spur_]) end_ = spur_;
    // The speaker passes on nothing: what he says needs no relay.
    spur_relay_ = place > 0 ? finder_.relay_length_[spur_] : 0.0;
    refused_ = &refused;
    if (spur_relay_ < never) take_step({0, spur_, 0, 0});
    run();
    if (end_ < 0) return false;
    found.arcs = beginning;
    const auto tail = trace(end_);
    found.arcs.insert(found.arcs.end(), tail.begin(), tail.end());
    found.length = base_ + label_[end_].length;
    found.free_from = place;
    return true;
  }

 private:
  struct Label {
    std::uint32_t round = 0;
    double length = never;
    int ties = 0;
    int arc = -1;      ///< the last arc of the way here
    int expanded = 0;  ///< bounded, so that chances next to 1 cannot make it run on
    bool is_blocked = false;
    bool is_open = false;
  };

  Label& touch(int person) {
    Label& label = label_[person];
    if (label.round != round_) label = Label{.round = round_};
    return label;
  }

  /// A person whose steps from the given one on are still to be taken. version: his label's.
  struct Open {
    double bound;
    int person, step, version;
    bool operator>(const Open& other) const {
      return bound != other.bound ? bound > other.bound : person > other.person;
    }
  };

  void run() {
    while (!heap_.empty()) {
      Open open = heap_.top();
      if (end_ >= 0 && open.bound > label_[end_].length + same) return;
      heap_.pop();
      Label& label = label_[open.person];
      if (open.step == 0) {
        if (!label.is_open) continue;
        label.is_open = false;
        open.version = ++label.expanded;
      } else if (label.is_open || label.expanded != open.version) {
        continue;  // his steps are taken again from the first
      }
      take_step(open);
    }
  }

  void take_step(Open open) {
    const bool is_spur = open.person == spur_;
    const double length =
        label_[open.person].length + (is_spur ? spur_relay_ : finder_.relay_length_[open.person]);
    const int ties = label_[open.person].ties + 1;
    const auto steps = finder_.steps(open.person);
    const auto is_refused = [&](const Step& step) {
      return step.to == spur_ || touch(step.to).is_blocked ||
             (is_spur && std::find(refused_->begin(), refused_->end(), step.arc) != refused_->end());
    };
    auto next = static_cast<std::size_t>(open.step);
    while (next < steps.size() && is_refused(steps[next])) ++next;
    if (next == steps.size()) return;
    const Step& step = steps[next];
    relax(open.person, step.to, step.arc, length + step.length, ties);
    if (++next == steps.size()) return;
    heap_.push({length + steps[next].bound, open.person, static_cast<int>(next), open.version});
  }

  void relax(int from, int to, int arc, double length, int ties) {
    Label& label = label_[to];
    if (!comes_first(from, to, length, ties) || label.expanded > 64) return;
    for (int at = from; at != spur_; at = finder_.network_.arcs[label_[at].arc].from)
      if (at == to) return;
    label.length = length;
    label.ties = ties;
    label.arc = arc;
    if (finder_.is_target_[to] && (end_ < 0 || end_ == to || ends_before(to, end_))) end_ = to;
    if (finder_.is_target_[to] && finder_.network_.targets.size() == 1) return;
    const double on = finder_.is_target_[to] ? 0.0 : finder_.relay_length_[to] + finder_.rest_[to];
    if (on == never) return;
    label.is_open = true;
    heap_.push({length + on, to, 0, 0});
  }

  bool comes_first(int from, int to, double length, int ties) const {
    const Label& now = label_[to];
    if (now.arc < 0 || std::abs(length - now.length) > same) return length < now.length;
    if (ties != now.ties) return ties < now.ties;
    // The same last step again: the way up to it has got a better order of ids; pass it on.
    const int from_now = finder_.network_.arcs[now.arc].from;
    return from == from_now || places(from) < places(from_now);
  }

  bool ends_before(int a, int b) const {
    const Label &x = label_[a], &y = label_[b];
    if (std::abs(x.length - y.length) > same) return x.length < y.length;
    if (x.ties != y.ties) return x.ties < y.ties;
    return places(a) < places(b);
  }

  std::vector<int> trace(int person) const {
    std::vector<int> arcs;
    for (int at = person; at != spur_; at = finder_.network_.arcs[arcs.back()].from)
      arcs.push_back(label_[at].arc);
    std::reverse(arcs.begin(), arcs.end());
    return arcs;
  }

  std::vector<int> places(int person) const {
    std::vector<int> result;
    for (int arc : trace(person))
      result.push_back(id_place(finder_.network_, finder_.network_.arcs[arc].to));
    return result;
  }

  RouteFinder& finder_;
  int start_ = -1;
  int spur_ = -1;
  double spur_relay_ = 0;
  const std::vector<int>* refused_ = nullptr;  ///< steps out of the spur
  int end_ = -1;
  double base_ = 0;
  std::uint32_t round_ = 0;
  std::vector<Label> label_;
  std::priority_queue<Open, std::vector<Open>, std::greater<>> heap_;
};

RouteFinder::RouteFinder(const Network& network) : network_(network) {
  arc_length_.assign(network.arcs.size(), never);
  for (std::size_t k = 0; k < network.arcs.size(); ++k) {
    const Arc& arc = network.arcs[k];
    if (arc.p > 0 && arc.from != arc.to) arc_length_[k] = length_of(arc.p);
  }
  relay_length_.resize(network.people);
  for (int i = 0; i < network.people; ++i)
    relay_length_[i] = network.relay[i] > 0 ? length_of(network.relay[i]) : never;
  is_target_.assign(network.people, 0);
  for (int target : network.targets) is_target_[target] = 1;
  grow_tree();
  collect_steps();
  search_ = std::make_unique<Search>(*this);
}

RouteFinder::~RouteFinder() = default;

/// Below 0 if `a` comes before `b`.
int RouteFinder::compare(const Path& a, const Path& b) const {
  if (std::abs(a.length - b.length) > same) return a.length < b.length ? -1 : 1;
  if (a.arcs.size() != b.arcs.size()) return a.arcs.size() < b.arcs.size() ? -1 : 1;
  for (std::size_t k = 0; k < a.arcs.size(); ++k) {
    const int x = id_place(network_, network_.arcs[a.arcs[k]].to);
    const int y = id_place(network_, network_.arcs[b.arcs[k]].to);
    if (x != y) return x < y ? -1 : 1;
  }
  return 0;
}

/// No way on that keeps to the family can be shorter: its beginning, one step that is not refused,
/// then the tree, whether or not that meets the beginning again.
double RouteFinder::bound(int start, const Family& family) {
  double base = 0;
  int spur = start;
  for (int k : family.beginning) {
    base += arc_length_[k] + (spur == start ? 0.0 : relay_length_[spur]);
    spur = network_.arcs[k].to;
  }
  const auto is_refused = [&](int step) {
    return std::find(family.refused.begin(), family.refused.end(), step) != family.refused.end();
  };
  if (spur != start && is_target_[spur] && !is_refused(stop_here)) return base;
  for (const Step& step : steps(spur))
    if (!is_refused(step.arc))
      return base + (spur == start ? 0.0 : relay_length_[spur]) + step.bound;
  return never;
}

/// The families of paths that agree with a chosen path up to some place and no longer.
void RouteFinder::split(int start, const std::vector<Path>& chosen,
                        std::vector<Family>& families) {
  const Path& path = chosen.back();
  // Nothing leads on from the only one who decides.
  const std::size_t places = path.arcs.size() + (network_.targets.size() > 1 ? 1 : 0);
  for (std::size_t place = path.free_from; place < places; ++place) {
    Family family;
    family.beginning.assign(path.arcs.begin(),
                            path.arcs.begin() + static_cast<std::ptrdiff_t>(place));
    for (const Path& other : chosen) {
      if (other.arcs.size() < place ||
          !std::equal(family.beginning.begin(), family.beginning.end(), other.arcs.begin()))
        continue;
      family.refused.push_back(other.arcs.size() == place ? stop_here : other.arcs[place]);
    }
    family.bound = bound(start, family);
    if (family.bound < never) families.push_back(std::move(family));
  }
}

std::vector<Route> RouteFinder::best(const Speaker& speaker, int count) {
  std::vector<Route> routes;
  const int start = speaker.person;
  if (count <= 0 || !(speaker.weight() > 0) || is_target_[start] || rest_[start] == never)
    return routes;
  search_->start_at(start);
  std::vector<Family> families(1);
  std::vector<Path> found, chosen;
  while (true) {
    const auto next =
        std::min_element(found.begin(), found.end(),
                         [&](const Path& a, const Path& b) { return compare(a, b) < 0; });
    const auto family =
        std::min_element(families.begin(), families.end(),
                         [](const Family& a, const Family& b) { return a.bound < b.bound; });
    // A family is searched only when it might hold the next path, or one equal to it.
    if (family != families.end() && (next == found.end() || family->bound <= next->length + same)) {
      if (Path path; search_->deviate(family->beginning, family->refused, path))
        found.push_back(std::move(path));
      *family = std::move(families.back());
      families.pop_back();
      continue;
    }
    if (next == found.end()) return routes;
    chosen.push_back(std::move(*next));
    *next = std::move(found.back());
    found.pop_back();
    routes.push_back(describe(speaker, chosen.back()));
    if (static_cast<int>(chosen.size()) == count) return routes;
    split(start, chosen, families);
  }
}

Route RouteFinder::describe(const Speaker& speaker, const Path& path) const {
  Route route;
  route.arcs = path.arcs;
  route.people.push_back(speaker.person);
  route.value = speaker.weight();
  for (int k : path.arcs) {
    const Arc& arc = network_.arcs[k];
    if (arc.from != speaker.person) route.value *= network_.relay[arc.from];
    route.value *= arc.p;
    route.people.push_back(arc.to);
    if (route.weakest < 0 || arc.p < network_.arcs[route.weakest].p) route.weakest = k;
  }
  return route;
}

}  // namespace inroad::carriers
