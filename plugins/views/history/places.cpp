// SPDX-License-Identifier: MIT
//
// Places of the map of two dates.
#include "places.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <span>
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

constexpr double kInnerGap = 20;
constexpr double kAspects[] = {1.6, 1, 2.4}, kInnerAspects[] = {1.6, 4};
// How much larger a picture must become for a later arrangement to be taken.
constexpr double kWorthIt = 1.02;
// Beyond this many, only those stay about whom there is something to say, and their managers.
constexpr std::size_t kMostPeople = 80;

class Placer {
 public:
  Placer(const msg::Snapshot& snapshot, const msg::ViewRequest& request, const Reporting& reporting,
         const Cast& cast, const Changes& changes, const std::function<double(Size)>& scale_for)
      : snapshot_(snapshot),
        request_(request),
        reporting_(reporting),
        cast_(cast),
        changes_(changes),
        scale_for_(scale_for),
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

  // Trees of the client first, then those of partners, rivals and our own.
  int group(std::uint32_t root) const {
    const msg::Side whose = side(places_.people[root]);
    return whose == msg::Side::us        ? 3
           : whose == msg::Side::rival   ? 2
           : whose == msg::Side::partner ? 1
                                         : 0;
  }

  // Everybody's place within the whole, and how large that is.
  struct Arrangement {
    layout::PlacedTrees placed;
    std::vector<Point> corners;  // of the tree, by person
    Size size;
    double scale = 0;
  };

  // Trees that are packed together: each of the client's is one block, all of another group one.
  struct Blocks {
    std::vector<std::vector<std::uint32_t>> roots;
    std::vector<layout::Shelves> inner;
    std::vector<Size> sizes;
    std::size_t clients = 0;  // so many of them first
  };

  // Of each group the large before the small.
  Blocks blocks_of(const layout::TidyTree& tree, double aspect) const {
    std::vector<std::uint32_t> roots = tree.roots();
    const auto rank = [&](std::uint32_t root) {
      const Size size = tree.size(root);
      return std::tuple(group(root), -size.width * size.height, root);
    };
    std::ranges::sort(roots, {}, rank);
    Blocks blocks;
    for (const std::uint32_t root : roots) {
      const bool is_client = group(root) == 0;
      if (is_client || blocks.roots.size() == blocks.clients ||
          group(blocks.roots.back().front()) != group(root))
        blocks.roots.emplace_back();
      blocks.roots.back().push_back(root);
      blocks.clients += is_client;
    }
    for (const auto& members : blocks.roots) {
      std::vector<Size> sizes;
      for (const std::uint32_t root : members) sizes.push_back(tree.size(root));
      blocks.inner.push_back(layout::pack_shelves(sizes, kInnerGap, aspect));
      blocks.sizes.push_back(blocks.inner.back().size);
    }
    return blocks;
  }

  // All blocks on shelves of that proportion; or the client's so, the others beside them, below
  // each other as far as they go.
  static std::vector<Point> packed(const Blocks& blocks, double aspect, bool is_beside) {
    if (!is_beside) return layout::pack_shelves(blocks.sizes, kBesideTree, aspect).corner;
    const std::span<const Size> all(blocks.sizes);
    const auto above = layout::pack_shelves(all.first(blocks.clients), kBesideTree, aspect);
    std::vector<Point> corners = above.corner;
    Point at{above.size.width + kBesideTree, 0};
    double width = 0;
    for (const Size& size : all.subspan(blocks.clients)) {
      if (at.y > 0 && at.y + size.height > above.size.height)
        at = {at.x + width + kBesideTree, 0}, width = 0;
      corners.push_back(at);
      at.y += size.height + kBesideTree;
      width = std::max(width, size.width);
    }
    return corners;
  }

  Arrangement arranged(const layout::TidyTree& tree, const Blocks& blocks,
                       const std::vector<Point>& places, std::size_t people) const {
    Arrangement arrangement;
    arrangement.corners.resize(people);
    for (std::size_t i = 0; i < places.size(); ++i) {
      arrangement.size.width =
          std::max(arrangement.size.width, places[i].x + blocks.sizes[i].width);
      arrangement.size.height =
          std::max(arrangement.size.height, places[i].y + blocks.sizes[i].height);
      for (std::size_t k = 0; k < blocks.roots[i].size(); ++k) {
        const Point& inner = blocks.inner[i].corner[k];
        arrangement.corners[blocks.roots[i][k]] = {places[i].x + inner.x + SceneWriter::kMargin,
                                                   places[i].y + inner.y + SceneWriter::kMargin};
      }
    }
    arrangement.size.width += SceneWriter::kMargin;
    arrangement.size.height += SceneWriter::kMargin;
    arrangement.scale = scale_for_(arrangement.size);
    for (std::uint32_t i = 0; i < people; ++i)
      arrangement.corners[i] = arrangement.corners[tree.root_of(i)];
    return arrangement;
  }

  // The first arrangement than which no later one is much larger on paper, sentences and all.
  Arrangement best_arrangement(const std::vector<int>& parents,
                               const std::vector<Size>& sizes) const {
    Arrangement best;
    for (const layout::TreeStyle& style : tree_styles_for(sizes.size(), 0)) {
      const layout::TidyTree tree({parents, sizes}, style);
      const auto attempt = [&](const Blocks& blocks, double aspect, bool is_beside) {
        Arrangement one = arranged(tree, blocks, packed(blocks, aspect, is_beside), sizes.size());
        if (one.scale <= best.scale * kWorthIt) return;
        one.placed = tree.place();
        best = std::move(one);
      };
      for (const double inner : kInnerAspects) {
        const Blocks blocks = blocks_of(tree, inner);
        for (const bool is_beside : {false, true})
          for (const double aspect : kAspects) attempt(blocks, aspect, is_beside);
      }
    }
    return best;
  }

  void place_people() {
    std::vector<int> parents;
    std::vector<Size> sizes;
    for (const std::uint32_t person : places_.people) {
      parents.push_back(manager_of(person));
      sizes.push_back(card_size(request_, person));
    }
    const Arrangement best = best_arrangement(parents, sizes);
    for (std::uint32_t i = 0; i < sizes.size(); ++i) {
      const Point by = best.corners[i];
      const auto& [corner, hang] = best.placed.nodes[i];
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
  const std::function<double(Size)>& scale_for_;
  std::vector<int> place_of_;        // by person: index into people
  std::vector<layout::Hang> hangs_;  // by place in people
  std::vector<Point> shift_;         // by person: as Kept has it
  std::vector<Lead> lead_around_;
  HistoryPlaces places_;
};

}  // namespace

HistoryPlaces place(const msg::Snapshot& snapshot, const msg::ViewRequest& request,
                    const Reporting& reporting, const Cast& cast, const Changes& changes,
                    const std::function<double(Size)>& scale_for) {
  return Placer(snapshot, request, reporting, cast, changes, scale_for).run();
}

}  // namespace inroad::views
