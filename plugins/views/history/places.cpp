// SPDX-License-Identifier: MIT
//
// Places of the map of two dates.
#include "places.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>

#include "common/keep.h"
#include "common/scene_writer.h"
#include "common/tree_style.h"
#include "layout/around.h"
#include "layout/shelves.h"
#include "layout/tidy_tree.h"
#include "layout/tree_lines.h"

namespace inroad::views {
namespace {

using layout::Box;
using layout::Point;
using layout::Size;

constexpr double kAspect = 1.6;
// Beyond this many, only those stay about whom there is something to say, and their managers.
constexpr std::size_t kMostPeople = 80;

class Placer {
 public:
  Placer(const msg::Snapshot& snapshot, const msg::ViewRequest& request, const Reporting& reporting,
         const Cast& cast, const Changes& changes)
      : snapshot_(snapshot),
        request_(request),
        reporting_(reporting),
        cast_(cast),
        changes_(changes),
        place_of_(changes.of_person.size(), -1) {
    places_.boxes.resize(changes.of_person.size());
  }

  HistoryPlaces run() {
    choose_people();
    place_people();
    add_reporting();
    add_changed_ties();
    return std::move(places_);
  }

 private:
  msg::Side side(std::uint32_t person) const { return snapshot_.people()->Get(person)->side(); }

  // The cards something is said about, and both ends of the ties something is said about.
  std::set<std::uint32_t> touched() const {
    std::set<std::uint32_t> cards;
    for (const Subject& subject : changes_.subjects) {
      cards.insert(subject.card);
      if (subject.tie < 0) continue;
      const msg::TieEnds& line = *snapshot_.ties()->ends()->Get(subject.tie);
      for (const std::uint32_t end : {line.from(), line.to()})
        cards.insert(static_cast<std::uint32_t>(cast_.card_of[end]));
    }
    return cards;
  }

  void choose_people() {
    std::set<std::uint32_t> cards = touched();
    std::vector<std::uint32_t> all;
    for (const std::uint32_t person : cast_.drawn)
      if (side(person) != msg::Side::us || cards.contains(person)) all.push_back(person);
    if (all.size() > kMostPeople && !cards.empty()) {
      for (const std::uint32_t person : std::set<std::uint32_t>(cards))
        for (int above = reporting_.manager[person]; above >= 0 && cast_.has_card(above);
             above = reporting_.manager[above])
          if (!cards.insert(static_cast<std::uint32_t>(above)).second) break;
      places_.left_out =
          std::erase_if(all, [&](std::uint32_t person) { return !cards.contains(person); });
    }
    places_.people = std::move(all);
    for (std::size_t i = 0; i < places_.people.size(); ++i)
      place_of_[places_.people[i]] = static_cast<int>(i);
  }

  int manager_of(std::uint32_t person) const {
    const int manager = reporting_.manager[person];
    return manager >= 0 ? place_of_[manager] : -1;
  }

  // Trees of the client first, then those of partners, rivals and our own; of each the large before
  // the small.
  std::tuple<int, double, std::uint32_t> rank(std::uint32_t root, Size size) const {
    const msg::Side whose = side(places_.people[root]);
    const int group = whose == msg::Side::us        ? 3
                      : whose == msg::Side::rival   ? 2
                      : whose == msg::Side::partner ? 1
                                                    : 0;
    return {group, -size.width * size.height, root};
  }

  void place_people() {
    std::vector<int> parents;
    std::vector<Size> sizes;
    for (const std::uint32_t person : places_.people) {
      parents.push_back(manager_of(person));
      sizes.push_back(card_size(request_, person));
    }
    const layout::TidyTree tree({parents, sizes}, tree_style_for(places_.people.size(), 0));
    std::vector<std::uint32_t> roots = tree.roots();
    std::sort(roots.begin(), roots.end(), [&](std::uint32_t a, std::uint32_t b) {
      return rank(a, tree.size(a)) < rank(b, tree.size(b));
    });
    std::vector<Size> outlines;
    for (const std::uint32_t root : roots) outlines.push_back(tree.size(root));
    const layout::Shelves shelves = layout::pack_shelves(outlines, kBesideTree, kAspect);
    std::vector<Point> corners(sizes.size());  // of trees, by root
    for (std::size_t i = 0; i < roots.size(); ++i)
      corners[roots[i]] = {shelves.corner[i].x + SceneWriter::kMargin,
                           shelves.corner[i].y + SceneWriter::kMargin};
    const layout::PlacedTrees placed = tree.place();
    for (std::uint32_t i = 0; i < sizes.size(); ++i) {
      const Point by = corners[tree.root_of(i)];
      const auto& [corner, hang] = placed.nodes[i];
      places_.boxes[places_.people[i]] = {corner.x + by.x, corner.y + by.y, sizes[i].width,
                                          sizes[i].height};
      hangs_.push_back({hang.edge, hang.via + by.x, hang.bus + by.y, hang.stem + by.x});
    }
    Kept kept = keep_places(places_.boxes, places_.people, snapshot_, request_);
    shift_ = std::move(kept.shift);
    places_.is_still = kept.is_still;
  }

  bool moved_alike(std::uint32_t a, std::uint32_t b) const {
    return std::hypot(shift_[a].x - shift_[b].x, shift_[a].y - shift_[b].y) < 0.01;
  }

  void add_reporting() {
    for (std::size_t i = 0; i < places_.people.size(); ++i) {
      const std::uint32_t person = places_.people[i];
      if (manager_of(person) < 0) continue;
      const auto manager = static_cast<std::uint32_t>(reporting_.manager[person]);
      if (!moved_alike(person, manager)) {
        lead_around_.push_back({reporting_.tie[person], person, manager});
        continue;
      }
      const Point by = shift_[person];
      const layout::Hang& hang = hangs_[i];
      HistoryLine line{.tie = reporting_.tie[person], .from = person, .to = manager};
      layout::append_tree_line(places_.boxes[person], places_.boxes[manager],
                               {hang.edge, hang.via + by.x, hang.bus + by.y, hang.stem + by.x},
                               line.points);
      places_.lines.push_back(std::move(line));
    }
  }

  void add_changed_ties() {
    for (const Subject& subject : changes_.subjects) {
      if (subject.tie < 0) continue;
      const msg::TieEnds& line = *snapshot_.ties()->ends()->Get(subject.tie);
      if (reporting_.tie[line.from()] == subject.tie && cast_.has_card(line.from()) &&
          cast_.has_card(line.to()))
        continue;  // drawn as a reporting line
      lead_around_.push_back({subject.tie, static_cast<std::uint32_t>(cast_.card_of[line.from()]),
                              static_cast<std::uint32_t>(cast_.card_of[line.to()])});
    }
    std::vector<Box> boxes;
    std::vector<layout::AroundLink> links;
    for (const std::uint32_t person : places_.people) boxes.push_back(places_.boxes[person]);
    for (const Lead& lead : lead_around_)
      links.push_back({.from = static_cast<std::uint32_t>(place_of_[lead.from]),
                       .to = static_cast<std::uint32_t>(place_of_[lead.to])});
    auto ways = layout::route_around(boxes, links);
    for (std::size_t i = 0; i < ways.size(); ++i)
      places_.lines.push_back({lead_around_[i].tie, lead_around_[i].from, lead_around_[i].to, true,
                               std::move(ways[i])});
  }

  struct Lead {
    int tie;
    std::uint32_t from, to;
  };

  const msg::Snapshot& snapshot_;
  const msg::ViewRequest& request_;
  const Reporting& reporting_;
  const Cast& cast_;
  const Changes& changes_;
  std::vector<int> place_of_;        // by person: index into people
  std::vector<layout::Hang> hangs_;  // by place in people
  std::vector<Point> shift_;         // by person: as Kept has it
  std::vector<Lead> lead_around_;
  HistoryPlaces places_;
};

}  // namespace

HistoryPlaces place(const msg::Snapshot& snapshot, const msg::ViewRequest& request,
                    const Reporting& reporting, const Cast& cast, const Changes& changes) {
  return Placer(snapshot, request, reporting, cast, changes).run();
}

}  // namespace inroad::views
