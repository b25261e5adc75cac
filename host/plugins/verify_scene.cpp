// SPDX-License-Identifier: MIT
#include <algorithm>
#include <vector>

#include "plugins/answer_check.h"
#include "plugins/verify.h"

#include "model/words.h"

namespace inroad::plugins {

namespace {

constexpr double max_coordinate = 1e7;
// Cards and regions lie inside the scene but for rounding; the control points of curves may swing
// out.
constexpr double rounding_pt = 0.01, swing_pt = 200;
constexpr std::size_t max_links = 2'000'000, max_points = 40'000'000, max_regions = 100'000,
                      max_labels = 500'000, max_marks = 1'000'000, max_remarks = 100,
                      max_keys = 40;
constexpr double max_stroke = 20;
constexpr AskedSize key_size{20, 12};

class SceneCheck {
 public:
  SceneCheck(const AnswerCheck& check, const msg::Scene& scene, std::span<const AskedSize> sizes)
      : check_(check), scene_(scene), sizes_(sizes) {}

  void run() const {
    check_.number(scene_.width(), {0, max_coordinate}, {"scene", 0, "width"});
    check_.number(scene_.height(), {0, max_coordinate}, {"scene", 0, "height"});
    cards();
    links();
    regions();
    labels();
    marks();
    keys();
    check_.text(scene_.subtitle(), max_sentence_size, {"scene", 0, "subtitle"});
    const std::size_t remarks = check_.count(scene_.remarks(), max_remarks, "remarks");
    for (std::size_t i = 0; i < remarks; ++i)
      check_.needed_text(scene_.remarks()->Get(at(i)), max_sentence_size, {"remarks", i, "text"});
  }

 private:
  static flatbuffers::uoffset_t at(std::size_t i) { return static_cast<flatbuffers::uoffset_t>(i); }

  void x(double value, double slack, const Place& place) const {
    check_.number(value, {-slack, scene_.width() + slack}, place);
  }
  void y(double value, double slack, const Place& place) const {
    check_.number(value, {-slack, scene_.height() + slack}, place);
  }

  void cards() const {
    const std::size_t count = check_.count(scene_.cards(), check_.people(), "cards");
    std::vector<bool> has_card(check_.people());
    for (std::size_t i = 0; i < count; ++i) {
      const msg::Card& card = *scene_.cards()->Get(at(i));
      check_.person(card.person(), {"cards", i, "person"});
      if (has_card[card.person()])
        check_.wrong({"cards", i, "person"}, _("a person has two cards."));
      has_card[card.person()] = true;
      if (card.person() >= sizes_.size())
        check_.wrong({"cards", i, "person"}, _("a card was not asked for."));
      const AskedSize& asked = sizes_[card.person()];
      check_.word_or_unset(card.change(), {"cards", i, "change"});
      check_.number(card.width(), {asked.width - rounding_pt, asked.width + rounding_pt},
                    {"cards", i, "width"});
      check_.number(card.height(), {asked.height - rounding_pt, asked.height + rounding_pt},
                    {"cards", i, "height"});
      x(card.x(), rounding_pt, {"cards", i, "x"});
      y(card.y(), rounding_pt, {"cards", i, "y"});
      x(card.x() + card.width(), rounding_pt, {"cards", i, "width"});
      y(card.y() + card.height(), rounding_pt, {"cards", i, "height"});
    }
  }

  void links() const {
    const std::size_t points = check_.count(scene_.points(), max_points, "points");
    for (std::size_t i = 0; i < points; ++i) {
      x(scene_.points()->Get(at(i))->x(), swing_pt, {"points", i, "x"});
      y(scene_.points()->Get(at(i))->y(), swing_pt, {"points", i, "y"});
    }
    const std::size_t count = check_.count(scene_.links(), max_links, "links");
    for (std::size_t i = 0; i < count; ++i) {
      const msg::Link& link = *scene_.links()->Get(at(i));
      check_.person(link.from(), {"links", i, "from"});
      check_.person(link.to(), {"links", i, "to"});
      check_.optional_tie(link.tie(), {"links", i, "tie"});
      check_.word(link.role(), {"links", i, "role"});
      check_.word(link.shape(), {"links", i, "shape"});
      check_.word(link.arrow(), {"links", i, "arrow"});
      check_.word_or_unset(link.change(), {"links", i, "change"});
      check_.probability(static_cast<double>(link.weight()), {"links", i, "weight"});
      if (std::uint64_t{link.first()} + link.count() > points)
        check_.wrong({"links", i, "first"}, _("its points lie outside the list of points."));
      const bool is_whole = link.shape() == msg::LinkShape::line
                                ? link.count() >= 2
                                : link.count() >= 4 && link.count() % 3 == 1;
      if (!is_whole)
        check_.wrong({"links", i, "count"},
                     _("a line needs two points or more, a curve 1 + 3n of them."));
    }
  }

  void regions() const {
    const std::size_t count = check_.count(scene_.regions(), max_regions, "regions");
    for (std::size_t i = 0; i < count; ++i) {
      const msg::Region& region = *scene_.regions()->Get(at(i));
      check_.word(region.role(), {"regions", i, "role"});
      check_.optional_unit(region.unit(), {"regions", i, "unit"});
      x(region.x(), rounding_pt, {"regions", i, "x"});
      y(region.y(), rounding_pt, {"regions", i, "y"});
      check_.number(region.width(), {0, max_coordinate}, {"regions", i, "width"});
      check_.number(region.height(), {0, max_coordinate}, {"regions", i, "height"});
      x(region.x() + region.width(), rounding_pt, {"regions", i, "width"});
      y(region.y() + region.height(), rounding_pt, {"regions", i, "height"});
      check_.text(region.text(), max_word_size, {"regions", i, "text"});
      check_.word_or_unset(region.tone(), {"regions", i, "tone"});
    }
  }

  void labels() const {
    const std::size_t count = check_.count(scene_.labels(), max_labels, "labels");
    for (std::size_t i = 0; i < count; ++i) {
      const msg::Label& label = *scene_.labels()->Get(at(i));
      check_.text(label.text(), max_sentence_size, {"labels", i, "text"});
      x(label.x(), swing_pt, {"labels", i, "x"});
      y(label.y(), swing_pt, {"labels", i, "y"});
      check_.number(label.max_width(), {0, max_coordinate}, {"labels", i, "max_width"});
      check_.word(label.anchor(), {"labels", i, "anchor"});
      check_.word(label.role(), {"labels", i, "role"});
      check_.word_or_unset(label.tone(), {"labels", i, "tone"});
      check_.optional_person(label.person(), {"labels", i, "person"});
      check_.optional_tie(label.tie(), {"labels", i, "tie"});
    }
  }

  void marks() const {
    const std::size_t count = check_.count(scene_.marks(), max_marks, "marks");
    std::size_t all_points = 0;
    for (std::size_t i = 0; i < count; ++i)
      mark(*scene_.marks()->Get(at(i)), {"marks", i, "kind"}, {scene_.width(), scene_.height()},
           all_points);
  }

  void keys() const {
    const std::size_t count = check_.count(scene_.keys(), max_keys, "keys");
    std::size_t all_points = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const msg::Key& key = *scene_.keys()->Get(at(i));
      check_.needed_text(key.text(), max_word_size, {"keys", i, "text"});
      if (key.mark() == nullptr) check_.wrong({"keys", i, "mark"}, _("it is missing."));
      mark(*key.mark(), {"keys", i, "mark"}, key_size, all_points);
    }
  }

  // all_points: of the marks before it, and then of this one too.
  void mark(const msg::Mark& mark, const Place& place, AskedSize room,
            std::size_t& all_points) const {
    const auto field = [&](const char* name) { return Place{place.list, place.entry, name}; };
    check_.word(mark.kind(), field("kind"));
    check_.word(mark.role(), field("role"));
    check_.word_or_unset(mark.arrow(), field("arrow"));
    check_.number(static_cast<double>(mark.width()), {0, max_stroke}, field("width"));
    check_.text(mark.text(), max_word_size, field("text"));
    check_.optional_person(mark.person(), field("person"));
    check_.optional_tie(mark.tie(), field("tie"));
    const std::size_t points = check_.count(mark.points(), max_points - all_points, "marks.points");
    all_points += points;
    const bool is_shape =
        mark.kind() != msg::MarkKind::glyph && mark.kind() != msg::MarkKind::text;
    if (points < (is_shape ? 2u : 1u)) check_.wrong(field("points"), _("points are missing."));
    for (std::size_t k = 0; k < points; ++k) {
      const msg::Point& point = *mark.points()->Get(at(k));
      check_.number(point.x(), {-swing_pt, room.width + swing_pt}, field("points"));
      check_.number(point.y(), {-swing_pt, room.height + swing_pt}, field("points"));
    }
  }

  const AnswerCheck& check_;
  const msg::Scene& scene_;
  std::span<const AskedSize> sizes_;
};

}  // namespace

const msg::Scene& verified_scene(const Bundle& bundle, Bytes answer, const msg::Snapshot& snapshot,
                                 std::span<const AskedSize> sizes) {
  const AnswerCheck check(bundle, snapshot);
  const auto& scene = check.root<msg::Scene>(answer, msg::SceneIdentifier(), "Scene");
  SceneCheck(check, scene, sizes).run();
  return scene;
}

}  // namespace inroad::plugins
