// SPDX-License-Identifier: MIT
#include "common/ties.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace inroad::views {
namespace {

struct Step {
  std::uint32_t from, to;
  std::uint8_t number;
};

std::map<std::uint32_t, Step> steps_of(const msg::ChosenRoute* route, const Present& present) {
  std::map<std::uint32_t, Step> steps;
  if (route == nullptr || route->people() == nullptr || route->ties() == nullptr) return steps;
  const std::size_t count = std::min<std::size_t>(
      {route->ties()->size(), route->people()->size() - (route->people()->size() > 0), 255});
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::uint32_t from = route->people()->Get(i), to = route->people()->Get(i + 1);
    if (present.is_drawn[from] && present.is_drawn[to])
      steps[route->ties()->Get(i)] = {from, to, static_cast<std::uint8_t>(i + 1)};
  }
  return steps;
}

std::uint64_t pair_of(const LinkLook& look) {
  const auto [low, high] = std::minmax(look.from, look.to);
  return std::uint64_t{low} << 32 | high;
}

class TieReader {
 public:
  TieReader(const msg::Snapshot& snapshot, const Present& present, const Reporting& reporting)
      : ties_(*snapshot.ties()), present_(present), reporting_(reporting) {}

  std::vector<DrawnTie> run(std::map<std::uint32_t, Step> steps, Quietness quietness) {
    steps_ = std::move(steps);
    for (std::uint32_t tie = 0; tie < ties_.ends()->size(); ++tie)
      add(tie, *ties_.ends()->Get(tie));
    leave_out_quieter(quietness);
    keep_one_of_each();
    join_both_ways();
    for (const auto& [tie, step] : steps_)  // over reporting lines, which are only assumed to carry
      drawn_.push_back({{.from = step.from,
                         .to = step.to,
                         .tie = static_cast<int>(tie),
                         .role = msg::LinkRole::influence,
                         .arrow = msg::Arrow::at_end,
                         .is_assumed = true,
                         .route_step = step.number,
                         .weight = 0.25f},
                        Loudness::route});
    std::stable_sort(drawn_.begin(), drawn_.end(),
                     [](const DrawnTie& a, const DrawnTie& b) { return a.loudness < b.loudness; });
    return std::move(drawn_);
  }

 private:
  void add(std::uint32_t tie, const msg::TieEnds& ends) {
    const int from = present_.card_of(ends.from()), to = present_.card_of(ends.to());
    if (from < 0 || to < 0 || from == to) return;
    if (ends.kind() == msg::TieKind::covers || ends.kind() == msg::TieKind::unset)
      return;  // not between these people
    DrawnTie drawn{look_of(ends.kind()), Loudness::other};
    LinkLook& look = drawn.look;
    look.from = static_cast<std::uint32_t>(from);
    look.to = static_cast<std::uint32_t>(to);
    look.tie = static_cast<int>(tie);
    if (look.role == msg::LinkRole::reporting) {
      drawn.loudness = Loudness::reporting;
      if (reporting_.tie[ends.from()] != look.tie) look.role = msg::LinkRole::dotted;
    } else if (look.role == msg::LinkRole::conflict) {
      drawn.loudness = Loudness::conflict;
    } else if (look.role == msg::LinkRole::influence) {
      drawn.loudness = Loudness::influence;
      read_influence(tie, drawn);
    }
    drawn_.push_back(drawn);
  }

  void read_influence(std::uint32_t tie, DrawnTie& drawn) {
    LinkLook& look = drawn.look;
    const double strength = ties_.strength() != nullptr ? ties_.strength()->Get(tie) : 0.5;
    look.weight =
        static_cast<float>(std::isfinite(strength) ? std::clamp(strength, 0.0, 1.0) : 0.5);
    if (ties_.level() != nullptr) {
      const auto level = static_cast<msg::Evidence>(ties_.level()->Get(tie));
      look.is_assumed = level == msg::Evidence::assumption || level == msg::Evidence::hint;
    }
    const auto step = steps_.find(tie);
    if (step == steps_.end()) return;
    look.route_step = step->second.number;
    drawn.loudness = Loudness::route;
    steps_.erase(step);
  }

  void leave_out_quieter(Quietness quietness) {
    std::unordered_map<std::uint64_t, Loudness> loudest;
    std::unordered_set<std::uint64_t> influencing;
    for (const DrawnTie& drawn : drawn_) {
      const std::uint64_t pair = pair_of(drawn.look);
      Loudness& known = loudest.try_emplace(pair, drawn.loudness).first->second;
      known = std::max(known, drawn.loudness);
      if (drawn.look.role == msg::LinkRole::influence) influencing.insert(pair);
    }
    std::erase_if(drawn_, [&](const DrawnTie& drawn) {
      const std::uint64_t pair = pair_of(drawn.look);
      if (drawn.loudness == Loudness::reporting)
        return quietness == Quietness::no_doubled_reporting &&
               loudest.at(pair) > Loudness::reporting;
      return drawn.loudness == Loudness::other && influencing.contains(pair);
    });
  }

  // Whether `one` says more than `other` of the same kind, which it stands for: the path first,
  // then what is known, then the strongest.
  static bool says_more(const DrawnTie& one, const DrawnTie& other) {
    const auto rank = [](const DrawnTie& tie) {
      return std::tuple(tie.look.route_step > 0, !tie.look.is_assumed, tie.look.weight);
    };
    return rank(one) > rank(other);
  }

  // Of ties of one kind from one to the other, and of conflicts whoever is named first.
  void keep_one_of_each() {
    std::map<std::tuple<std::uint32_t, std::uint32_t, msg::LinkRole>, std::size_t> best;
    std::vector<bool> is_kept(drawn_.size(), true);
    for (std::size_t i = 0; i < drawn_.size(); ++i) {
      auto [from, to] = std::pair(drawn_[i].look.from, drawn_[i].look.to);
      if (drawn_[i].look.role == msg::LinkRole::conflict && from > to) std::swap(from, to);
      const auto [at, is_new] = best.try_emplace({from, to, drawn_[i].look.role}, i);
      if (is_new) continue;
      const bool is_better = says_more(drawn_[i], drawn_[at->second]);
      is_kept[is_better ? at->second : i] = false;
      if (is_better) at->second = i;
    }
    keep(is_kept);
  }

  // Two arrows that differ in nothing but their direction become one with two heads.
  void join_both_ways() {
    std::map<std::tuple<std::uint32_t, std::uint32_t, msg::LinkRole>, std::size_t> known;
    std::vector<bool> is_kept(drawn_.size(), true);
    for (std::size_t i = 0; i < drawn_.size(); ++i) {
      const LinkLook& look = drawn_[i].look;
      if (look.arrow != msg::Arrow::at_end || look.route_step > 0) continue;
      known.emplace(std::tuple(look.from, look.to, look.role), i);
      const auto back = known.find({look.to, look.from, look.role});
      if (back == known.end()) continue;
      LinkLook& other = drawn_[back->second].look;
      if (other.is_assumed != look.is_assumed || other.weight != look.weight) continue;
      other.arrow = msg::Arrow::at_both;
      is_kept[i] = false;
    }
    keep(is_kept);
  }

  void keep(const std::vector<bool>& is_kept) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < drawn_.size(); ++i)
      if (is_kept[i]) drawn_[kept++] = drawn_[i];
    drawn_.resize(kept);
  }

  const msg::Ties& ties_;
  const Present& present_;
  const Reporting& reporting_;
  std::map<std::uint32_t, Step> steps_;  // of the path, by tie; those not met yet
  std::vector<DrawnTie> drawn_;
};

}  // namespace

LinkLook look_of(msg::TieKind kind) {
  const auto look = [](msg::LinkRole role, msg::Arrow arrow = msg::Arrow::none) {
    return LinkLook{.role = role, .arrow = arrow};
  };
  switch (kind) {
    case msg::TieKind::reports_to:
      return look(msg::LinkRole::reporting);
    case msg::TieKind::dotted:
      return look(msg::LinkRole::dotted);
    case msg::TieKind::influences:
      return look(msg::LinkRole::influence, msg::Arrow::at_end);
    case msg::TieKind::trusts:
      return look(msg::LinkRole::trust, msg::Arrow::at_end);
    case msg::TieKind::conflicts:
      return look(msg::LinkRole::conflict);
    case msg::TieKind::gatekeeps:
      return look(msg::LinkRole::gatekeeping, msg::Arrow::at_end);
    case msg::TieKind::introduces:
      return look(msg::LinkRole::introduction, msg::Arrow::at_end);
    case msg::TieKind::covers:
    case msg::TieKind::unset:
      return look(msg::LinkRole::coverage);
  }
  return look(msg::LinkRole::coverage);
}

int crossing_weight(const DrawnTie& tie) {
  switch (tie.loudness) {
    case Loudness::influence:
    case Loudness::route:
      return 4;
    case Loudness::reporting:
      return 1;
    default:
      return 2;
  }
}

std::vector<DrawnTie> drawn_ties(const msg::Snapshot& snapshot, const msg::ChosenRoute* route,
                                 const Present& present, const Reporting& reporting,
                                 Quietness quietness) {
  if (snapshot.ties() == nullptr || snapshot.ties()->ends() == nullptr) return {};
  return TieReader(snapshot, present, reporting).run(steps_of(route, present), quietness);
}

}  // namespace inroad::views
