// SPDX-License-Identifier: MIT
//
// Puts a scene together: cards where you say, links between them, words beside them. The sizes of
// the cards are the host's; the scene becomes as large as what it holds. Points are 1/72 inch, y
// grows downwards, and may start anywhere: the whole is moved into its margins at the end.
#pragma once
#include <inroad/messages/call_generated.h>
#include <inroad/map.hpp>
#include <inroad/words.hpp>

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace inroad::sdk {

// How a kind of tie is drawn by every view.
inline msg::LinkRole role_of(msg::TieKind kind) {
  static_assert(static_cast<int>(msg::LinkRole::coverage) ==
                static_cast<int>(msg::TieKind::covers));
  return static_cast<msg::LinkRole>(kind);
}

class SceneBuilder {
 public:
  explicit SceneBuilder(const msg::ViewRequest& request)
      : sizes_(items(request.sizes())), is_shown_(sizes_.size(), !request.is_restricted()) {
    for (const std::uint32_t person : items(request.shown())) is_shown_[person] = true;
  }

  // The size of his card, and whether the user wants to see him.
  msg::Size size(Person person) const { return sizes_[person.index()]; }
  bool is_shown(Person person) const { return is_shown_[person.index()]; }

  // Left upper corner. At most one card a person.
  void card(Person person, double x, double y) {
    const msg::Size box = size(person);
    places_[person.index()] = scene_.cards.size();
    scene_.cards.emplace_back(person.index(), x, y, box.width(), box.height(), 0u,
                              msg::Change::unset);
    cover(x, y, x + box.width(), y + box.height());
  }

  // A straight link from card to card; none where one of the two has no card.
  void link(Tie tie, msg::Arrow arrow = msg::Arrow::at_end) {
    const auto from = places_.find(tie.from().index()), to = places_.find(tie.to().index());
    if (from == places_.end() || to == places_.end() || from == to) return;
    const msg::Card &a = scene_.cards[from->second], &b = scene_.cards[to->second];
    const auto first = static_cast<std::uint32_t>(scene_.points.size());
    scene_.points.push_back(border(a, b));
    scene_.points.push_back(border(b, a));
    scene_.links.emplace_back(a.person(), b.person(), static_cast<int>(tie.index()), first, 2u,
                              role_of(tie.kind()), msg::LinkShape::line, arrow, false,
                              std::uint8_t{0}, msg::Change::unset,
                              static_cast<float>(tie.strength().value_or(0.5)));
  }

  // What is given back may be changed until the next call. y is the middle of the line. Words of
  // any length are cut to what the host takes.
  msg::LabelT& label(std::string_view words, double x, double y, double max_width,
                     msg::TextRole role = msg::TextRole::caption) {
    auto& one = scene_.labels.emplace_back(std::make_unique<msg::LabelT>());
    one->text = shortened(words, most_sentence_bytes);
    one->x = x;
    one->y = y;
    one->max_width = max_width;
    one->anchor = msg::Anchor::start;
    one->role = role;
    cover(x, y - 8, x + max_width, y + 8);
    return *one;
  }
  msg::RegionT& region(std::string_view words, double x, double y, double width, double height) {
    auto& one = scene_.regions.emplace_back(std::make_unique<msg::RegionT>());
    one->role = msg::RegionRole::unit;
    one->text = shortened(words, most_word_bytes);
    one->x = x;
    one->y = y;
    one->width = width;
    one->height = height;
    cover(x, y, x + width, y + height);
    return *one;
  }
  void subtitle(std::string_view words) { scene_.subtitle = shortened(words, most_sentence_bytes); }
  void remark(std::string_view sentence) {
    scene_.remarks.push_back(shortened(sentence, most_sentence_bytes));
  }

  msg::SceneT finish() {
    constexpr double margin = 28;
    const double dx = margin - left_, dy = margin - top_;
    for (msg::Card& card : scene_.cards)
      card = {card.person(), card.x() + dx, card.y() + dy, card.width(),
              card.height(), card.folded(), card.change()};
    for (msg::Point& point : scene_.points) point = {point.x() + dx, point.y() + dy};
    for (const auto& one : scene_.labels) one->x += dx, one->y += dy;
    for (const auto& one : scene_.regions) one->x += dx, one->y += dy;
    scene_.width = right_ - left_ + 2 * margin;
    scene_.height = bottom_ - top_ + 2 * margin;
    return std::move(scene_);
  }

 private:
  void cover(double left, double top, double right, double bottom) {
    const bool is_first = std::exchange(is_empty_, false);
    left_ = is_first ? left : std::min(left_, left);
    top_ = is_first ? top : std::min(top_, top);
    right_ = is_first ? right : std::max(right_, right);
    bottom_ = is_first ? bottom : std::max(bottom_, bottom);
  }

  // Where the line from the middle of one card to that of the other leaves the first.
  static msg::Point border(const msg::Card& card, const msg::Card& other) {
    const double x = card.x() + card.width() / 2, y = card.y() + card.height() / 2;
    const double dx = other.x() + other.width() / 2 - x, dy = other.y() + other.height() / 2 - y;
    const double share = std::max(std::abs(dx) / card.width(), std::abs(dy) / card.height()) * 2;
    return share > 0 ? msg::Point(x + dx / share, y + dy / share) : msg::Point(x, y);
  }

  std::span<const msg::Size> sizes_;
  std::vector<bool> is_shown_;
  msg::SceneT scene_;
  std::map<std::uint32_t, std::size_t> places_;  // of people, in scene_.cards
  bool is_empty_ = true;
  double left_ = 0, top_ = 0, right_ = 0, bottom_ = 0;
};

}  // namespace inroad::sdk
