// SPDX-License-Identifier: MIT
//
// First those pinned, then those who stay, then the newcomers, each after somebody he is tied to.
#include "common/keep.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <map>
#include <optional>

#include "common/standing.h"

namespace inroad::views {
namespace {

using layout::Box;
using layout::Point;

class Keeper {
 public:
  Keeper(std::span<Box> boxes, std::span<const std::uint32_t> drawn, const msg::Snapshot& snapshot,
         const msg::ViewRequest& request, const KeepRules& rules)
      : boxes_(boxes),
        laid_out_(boxes.begin(), boxes.end()),
        drawn_(drawn),
        rules_(rules),
        place_(boxes.size()),
        has_place_(boxes.size()),
        is_waiting_(boxes.size()),
        has_stood_(boxes.size()),
        moves_left_(drawn.size() / 20) {
    if (request.places() != nullptr)
      for (const msg::Place* place : *request.places())
        if (place->person() < place_.size()) place_[place->person()] = place;
    read_ties(snapshot);
  }

  Kept run() {
    std::size_t unpinned = 0, known = 0;
    for (const std::uint32_t person : drawn_) {
      known += place_[person] != nullptr;
      unpinned += place_[person] != nullptr && !is_pinned(person);
    }
    Kept kept;
    kept.is_still = unpinned > 0 && 2 * known >= drawn_.size();
    stand_pinned();
    if (kept.is_still) {
      stand_kept();
      stand_newcomers();
    }
    for (std::size_t i = 0; i < boxes_.size(); ++i)
      kept.shift.push_back({boxes_[i].x - laid_out_[i].x, boxes_[i].y - laid_out_[i].y});
    return kept;
  }

 private:
  void read_ties(const msg::Snapshot& snapshot) {
    tied_.resize(boxes_.size());
    if (snapshot.ties() == nullptr || snapshot.ties()->ends() == nullptr) return;
    for (const msg::TieEnds* ends : *snapshot.ties()->ends()) {
      tied_[ends->from()].push_back(ends->to());
      tied_[ends->to()].push_back(ends->from());
    }
  }

  void stand(std::uint32_t person, const Box& box) {
    boxes_[person] = box;
    standing_.add(box);
    rows_[box.y].push_back(person);
    has_place_[person] = true;
  }

  Box stood(std::uint32_t person) const {
    return {std::max(0.0, place_[person]->x()), std::max(0.0, place_[person]->y()),
            boxes_[person].width, boxes_[person].height};
  }

  void stand_pinned() {
    for (const std::uint32_t person : drawn_)
      if (is_pinned(person)) stand(person, stood(person));
  }

  void stand_kept() {
    for (const std::uint32_t person : drawn_) {
      if (place_[person] == nullptr || is_pinned(person)) continue;
      const Box box = stood(person);
      if (!standing_.overlaps(box))
        stand(person, box);
      else
        has_stood_[person] = true;
    }
  }

  void stand_newcomers() {
    for (const std::uint32_t person : drawn_) is_waiting_[person] = !has_place_[person];
    for (const std::uint32_t person : drawn_)
      if (is_waiting_[person] && (has_stood_[person] || nearest_tied(person))) call(person);
    for (const std::uint32_t person : drawn_) {
      if (is_waiting_[person]) call(person);
      for (; !called_.empty(); called_.pop_front()) stand_newcomer(called_.front());
    }
  }

  void call(std::uint32_t person) {
    is_waiting_[person] = false;
    called_.push_back(person);
  }

  void stand_newcomer(std::uint32_t person) {
    Box wish = boxes_[person];
    if (has_stood_[person]) {
      wish = stood(person);
    } else if (const std::optional<std::uint32_t> other = nearest_tied(person)) {
      wish.x += boxes_[*other].x - laid_out_[*other].x;
      wish.y += boxes_[*other].y - laid_out_[*other].y;
    }
    const Box free = standing_.nearest_free(wish, rules_.gap, rules_.in_rows);
    const bool is_far = std::hypot(free.x - wish.x, free.y - wish.y) > 2 * wish.width;
    if (!rules_.in_rows || !is_far || !squeeze_in(person, wish)) stand(person, free);
    for (const std::uint32_t other : tied_[person])
      if (is_waiting_[other]) call(other);
  }

  // Into the row nearest to the wished place, the cards to one side moving up as far as they must.
  bool squeeze_in(std::uint32_t person, Box box) {
    if (rows_.empty()) return false;
    auto row = rows_.lower_bound(box.y);
    if (row == rows_.end() ||
        (row != rows_.begin() && box.y - std::prev(row)->first < row->first - box.y))
      --row;
    std::vector<std::uint32_t> cards = row->second;
    std::ranges::sort(cards, {}, [&](std::uint32_t card) { return boxes_[card].x; });
    box.y = row->first;
    double bottom = box.bottom();
    for (const std::uint32_t card : cards) bottom = std::max(bottom, boxes_[card].bottom());
    if (!standing_.is_row(box.y, bottom)) return false;

    const auto after = std::ranges::partition_point(
        cards, [&](std::uint32_t card) { return boxes_[card].middle_x() < box.middle_x(); });
    if (after != cards.begin())
      box.x = std::max(box.x, boxes_[*std::prev(after)].right() + rules_.gap);
    std::vector<std::pair<std::uint32_t, Box>> moves;
    double reach = box.right() + rules_.gap;
    for (auto card = after; card != cards.end() && boxes_[*card].left() < reach; ++card) {
      if (is_pinned(*card) || moves.size() >= moves_left_) return false;
      moves.emplace_back(*card, boxes_[*card]);
      moves.back().second.x = reach;
      reach = moves.back().second.right() + rules_.gap;
    }
    moves_left_ -= moves.size();
    for (auto move = moves.rbegin(); move != moves.rend(); ++move) {
      standing_.move(boxes_[move->first], move->second);
      boxes_[move->first] = move->second;
    }
    stand(person, box);
    return true;
  }

  bool is_pinned(std::uint32_t person) const {
    return place_[person] != nullptr && place_[person]->is_pinned();
  }

  // Of those tied to him who stand, the one beside whom the layout had him.
  std::optional<std::uint32_t> nearest_tied(std::uint32_t person) const {
    std::optional<std::uint32_t> nearest;
    double least = 0;
    for (const std::uint32_t other : tied_[person]) {
      if (other == person || !has_place_[other]) continue;
      const Box &a = laid_out_[person], &b = laid_out_[other];
      const double distance = std::hypot(a.middle_x() - b.middle_x(), a.middle_y() - b.middle_y());
      if (!nearest || distance < least) nearest = other, least = distance;
    }
    return nearest;
  }

  std::span<Box> boxes_;
  const std::vector<Box> laid_out_;
  std::span<const std::uint32_t> drawn_;
  const KeepRules rules_;
  std::vector<const msg::Place*> place_;
  std::vector<std::vector<std::uint32_t>> tied_;
  std::vector<bool> has_place_, is_waiting_;
  std::vector<bool> has_stood_;  // but cannot stay
  std::deque<std::uint32_t> called_;
  std::map<double, std::vector<std::uint32_t>> rows_;  // who stands at each height
  std::size_t moves_left_;
  Standing standing_;
};

}  // namespace

Kept keep_places(std::span<Box> boxes, std::span<const std::uint32_t> drawn,
                 const msg::Snapshot& snapshot, const msg::ViewRequest& request,
                 const KeepRules& rules) {
  return Keeper(boxes, drawn, snapshot, request, rules).run();
}

}  // namespace inroad::views
