// SPDX-License-Identifier: MIT
#include "routes.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <queue>
#include <utility>

namespace inroad::carriers {
namespace {

constexpr double same = 1e-12;  // lengths are logarithms: this is a relative difference of values
constexpr int stop_here = -1;   // "ends at this person", beside the arcs that lead on

double length_of(double chance) { return chance < 1 ? -std::log(chance) : 0.0; }

}  // namespace

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
    spur_ = start_;
    base_ = 0;
    passed_.clear();
    for (std::size_t k = 0; k < beginning.size(); ++k) {
      passed_.push_back(spur_);
      base_ += finder_.arc_length_[beginning[k]] + (k > 0 ? finder_.relay_length_[spur_] : 0.0);
      spur_ = finder_.network_.arcs[beginning[k]].to;
    }
    // The speaker passes on nothing: what he says needs no relay.
    spur_relay_ = beginning.empty() ? 0.0 : finder_.relay_length_[spur_];
    refused_ = &refused;
    may_stop_ = !beginning.empty() && finder_.is_target_[spur_] &&
                std::find(refused.begin(), refused.end(), stop_here) == refused.end();
    found.arcs = beginning;
    found.free_from = beginning.size();
    return follow_tree(found) || search(found);
  }

 private:
  /// The first of a person's steps that may be taken, if every other is longer by more than
  /// rounding.
  const Step* only_step(int person) const {
    const Step* first = nullptr;
    for (const Step& step : finder_.steps(person)) {
      if (person == spur_ && is_refused_here(step.arc)) continue;
      if (first != nullptr) return step.bound > first->bound + 4 * same ? first : nullptr;
      first = &step;
    }
    return first;
  }

  /// Most paths need no search: they go on as the tree does. False where two ways may be equal, or
  /// the tree leads back to the beginning.
  bool follow_tree(Path& found) const {
    if (may_stop_ || !(spur_relay_ < never)) return false;
    double length = 0;
    for (int at = spur_; at == spur_ || !finder_.is_target_[at];) {
      const Step* step = only_step(at);
      if (step == nullptr || step->to == spur_ ||
          std::find(passed_.begin(), passed_.end(), step->to) != passed_.end()) {
        found.arcs.resize(passed_.size());
        return false;
      }
      length += at == spur_ ? spur_relay_ : finder_.relay_length_[at];
      length += step->length;
      found.arcs.push_back(step->arc);
      at = step->to;
    }
    found.length = base_ + length;
    return true;
  }

  bool search(Path& found) {
    ++round_;
    end_ = -1;
    heap_.clear();
    for (int person : passed_) touch(person).is_blocked = true;
    Label& spur = touch(spur_);
    spur.length = 0;
    spur.ties = 0;
    spur.arc = -1;
    if (may_stop_) end_ = spur_;
    if (spur_relay_ < never) take_step({0, spur_, 0, 0});
    run();
    if (end_ < 0) return false;
    const auto tail = trace(end_);
    found.arcs.insert(found.arcs.end(), tail.begin(), tail.end());
    found.length = base_ + label_[end_].length;
    return true;
  }

  bool is_refused_here(int arc) const {
    return std::find(refused_->begin(), refused_->end(), arc) != refused_->end();
  }

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

  /// A queue that keeps its room when it is emptied.
  struct Heap : std::priority_queue<Open, std::vector<Open>, std::greater<>> {
    void clear() { c.clear(); }
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
             (is_spur && is_refused_here(step.arc));
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
  std::vector<int> passed_;                    ///< the people of the beginning but the spur
  bool may_stop_ = false;                      ///< at the spur, which decides
  const std::vector<int>* refused_ = nullptr;  ///< steps out of the spur
  int end_ = -1;
  double base_ = 0;
  std::uint32_t round_ = 0;
  std::vector<Label> label_;
  Heap heap_;
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
void RouteFinder::split(int start, const std::vector<Path>& chosen, std::vector<Family>& families) {
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
