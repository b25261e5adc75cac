// SPDX-License-Identifier: MIT
//
// Scenes, put together.
#include "common/scene_writer.h"

#include <inroad/words.hpp>

namespace inroad::views {
namespace {

constexpr double kHalfLine = 8;  // of the height of a line of text

// In bytes, as the host takes them; names come from accounts and may be of any length.
constexpr std::size_t kLongestName = 200, kLongestText = 4000;

}  // namespace

layout::Size card_size(const msg::ViewRequest& request, std::uint32_t person) {
  if (request.sizes() == nullptr || person >= request.sizes()->size()) return {176, 78};
  const msg::Size& size = *request.sizes()->Get(person);
  return {size.width(), size.height()};
}

std::vector<std::optional<layout::Point>> pinned_places(const msg::ViewRequest& request) {
  std::vector<std::optional<layout::Point>> places(request.sizes() ? request.sizes()->size() : 0);
  if (request.places() == nullptr) return places;
  for (const msg::Place* place : *request.places())
    if (place->is_pinned() && place->person() < places.size())
      places[place->person()] = layout::Point{std::max(0.0, place->x()), std::max(0.0, place->y())};
  return places;
}

void SceneWriter::cover(double left, double top, double right, double bottom) {
  left_ = is_empty_ ? left : std::min(left_, left);
  top_ = is_empty_ ? top : std::min(top_, top);
  right_ = is_empty_ ? right : std::max(right_, right);
  bottom_ = is_empty_ ? bottom : std::max(bottom_, bottom);
  is_empty_ = false;
}

void SceneWriter::card(std::uint32_t person, const layout::Box& box, std::uint32_t folded,
                       msg::Change change) {
  scene_.cards.emplace_back(person, box.x, box.y, box.width, box.height, folded, change);
  cover(box.left(), box.top(), box.right(), box.bottom());
}

void SceneWriter::link(const LinkLook& look, msg::LinkShape shape,
                       std::span<const layout::Point> points) {
  scene_.links.emplace_back(look.from, look.to, look.tie,
                            static_cast<std::uint32_t>(scene_.points.size()),
                            static_cast<std::uint32_t>(points.size()), look.role, shape, look.arrow,
                            look.is_assumed, look.route_step, look.change, look.weight);
  for (const layout::Point& point : points) {
    scene_.points.emplace_back(point.x, point.y);
    cover(point.x, point.y, point.x, point.y);
  }
}

void SceneWriter::subtitle(std::string_view text) {
  scene_.subtitle = sdk::shortened(text, kLongestText);
}
void SceneWriter::remark(std::string_view sentence) {
  scene_.remarks.push_back(sdk::shortened(sentence, kLongestText));
}

msg::RegionT& SceneWriter::region(msg::RegionRole role, int unit, const layout::Box& box,
                                  std::string_view text) {
  auto region = std::make_unique<msg::RegionT>();
  region->role = role;
  region->unit = unit;
  region->x = box.x;
  region->y = box.y;
  region->width = box.width;
  region->height = box.height;
  region->text = sdk::shortened(text, kLongestName);
  scene_.regions.push_back(std::move(region));
  cover(box.left(), box.top(), box.right(), box.bottom());
  return *scene_.regions.back();
}

msg::LabelT& SceneWriter::label(msg::TextRole role, layout::Point at, double max_width,
                                std::string_view text, msg::Anchor anchor) {
  const double before = anchor == msg::Anchor::middle ? max_width / 2
                        : anchor == msg::Anchor::end  ? max_width
                                                      : 0;
  auto label = std::make_unique<msg::LabelT>();
  label->role = role;
  label->anchor = anchor;
  label->x = at.x;
  label->y = at.y;
  label->max_width = max_width;
  label->text = sdk::shortened(text, kLongestText);
  scene_.labels.push_back(std::move(label));
  cover(at.x - before, at.y - kHalfLine, at.x - before + max_width, at.y + kHalfLine);
  return *scene_.labels.back();
}

msg::LabelT& SceneWriter::upright(msg::TextRole role, layout::Point middle, double max_width,
                                  std::string_view text) {
  auto label = std::make_unique<msg::LabelT>();
  label->role = role;
  label->anchor = msg::Anchor::middle;
  label->x = middle.x;
  label->y = middle.y;
  label->max_width = max_width;
  label->text = sdk::shortened(text, kLongestText);
  label->is_upright = true;
  scene_.labels.push_back(std::move(label));
  cover(middle.x - kHalfLine, middle.y - max_width / 2, middle.x + kHalfLine,
        middle.y + max_width / 2);
  return *scene_.labels.back();
}

msg::MarkT& SceneWriter::mark(msg::MarkKind kind, msg::ThemeRole role,
                              std::span<const layout::Point> points, std::string_view text) {
  auto mark = std::make_unique<msg::MarkT>();
  mark->kind = kind;
  mark->role = role;
  mark->text = sdk::shortened(text, kLongestName);
  for (const layout::Point& point : points) {
    mark->points.emplace_back(point.x, point.y);
    cover(point.x, point.y, point.x, point.y);
  }
  scene_.marks.push_back(std::move(mark));
  return *scene_.marks.back();
}

msg::MarkT& SceneWriter::key(msg::MarkKind kind, msg::ThemeRole role,
                             std::span<const layout::Point> points, std::string_view text) {
  auto key = std::make_unique<msg::KeyT>();
  key->text = sdk::shortened(text, kLongestName);
  key->mark = std::make_unique<msg::MarkT>();
  key->mark->kind = kind;
  key->mark->role = role;
  for (const layout::Point& point : points) key->mark->points.emplace_back(point.x, point.y);
  scene_.keys.push_back(std::move(key));
  return *scene_.keys.back()->mark;
}

msg::SceneT SceneWriter::finish() {
  const auto [dx, dy] = is_held_ ? layout::Point{} : overhang();
  const auto inside = [&, dx = dx, dy = dy](const msg::Point& point) {
    return msg::Point(std::max(0.0, point.x() + dx), std::max(0.0, point.y() + dy));
  };
  if (left_ < 0 || top_ < 0) {
    for (msg::Card& card : scene_.cards)
      card = msg::Card(card.person(), card.x() + dx, card.y() + dy, card.width(), card.height(),
                       card.folded(), card.change());
    for (msg::Point& point : scene_.points) point = inside(point);
    for (auto& region : scene_.regions) {
      const msg::Point corner = inside({region->x, region->y});
      region->width -= corner.x() - (region->x + dx);
      region->height -= corner.y() - (region->y + dy);
      region->x = corner.x();
      region->y = corner.y();
    }
    for (auto& label : scene_.labels) label->x += dx, label->y += dy;
    for (auto& mark : scene_.marks)
      for (msg::Point& point : mark->points) point = inside(point);
  }
  scene_.width = right_ + dx + kMargin;
  scene_.height = bottom_ + dy + kMargin;
  return std::move(scene_);
}

msg::SceneT scene_of_nobody(std::string_view why) {
  SceneWriter scene;
  scene.label(msg::TextRole::caption, {SceneWriter::kMargin, 2 * SceneWriter::kMargin}, 760, why);
  scene.remark(why);
  return scene.finish();
}

}  // namespace inroad::views
