// SPDX-License-Identifier: MIT
#include "render/scene_painter.h"

#include <algorithm>
#include <cmath>

#include "render/cairo_pen.h"
#include "render/card_painter.h"
#include "render/link_painter.h"
#include "render/mark_painter.h"
#include "render/text.h"

namespace inroad::render {
namespace {

struct LabelLook {
  double size;
  bool is_bold;
};

LabelLook look_of(msg::TextRole role) {
  switch (role) {
    case msg::TextRole::heading:
      return {14, true};
    case msg::TextRole::note:
      return {12, false};
    default:
      return {12, false};
  }
}

class ScenePainter {
 public:
  ScenePainter(Pen& pen, const Picture& picture)
      : pen_(pen),
        picture_(picture),
        scene_(picture.scene),
        theme_(*picture.theme),
        ruler_(thread_ruler(theme_.font)) {
    compares_dates_ = has_changes(scene_);
    detail_ = std::min(picture.detail, pen.scale() < scale_of_plain_boxes   ? Detail::boxes
                                       : pen.scale() < scale_of_small_texts ? Detail::names
                                                                            : Detail::everything);
  }

  void paint() {
    for (const auto& region : scene_.regions) paint_region(*region);
    paint_marks(false);
    paint_links();
    paint_cards();
    if (detail_ != Detail::boxes)
      for (const msg::Link& link : scene_.links)
        if (link.route_step() > 0 && pen_.sees(link_box(scene_, link)))
          paint_step(pen_, scene_, link, theme_);
    for (const auto& label : scene_.labels) paint_label(*label);
    paint_marks(true);
  }

 private:
  static std::string_view id_of(const std::vector<std::string>& ids, std::int64_t index) {
    return index >= 0 && static_cast<std::size_t>(index) < ids.size()
               ? std::string_view(ids[static_cast<std::size_t>(index)])
               : std::string_view();
  }

  void write(std::string_view text, double x, double middle, double max_width, msg::Anchor anchor,
             LabelLook look, Colour ink) {
    const double room = max_width > 0 ? max_width : scene_.width;
    pen_.text(x, baseline(middle, look.size), ruler_.fitted(text, look.size, look.is_bold, room),
              {.size = look.size, .is_bold = look.is_bold, .ink = ink, .anchor = anchor});
  }

  void paint_region(const msg::RegionT& region) {
    const Box box{region.x, region.y, region.width, region.height};
    if (!pen_.sees(box.grown(10))) return;
    const bool is_ring = region.role == msg::RegionRole::ring;
    const bool has_tone = region.tone != msg::ThemeRole::unset;
    Paint paint;
    if (has_tone || !is_ring) paint.fill = theme_.tint_of(region.tone);
    if (region.is_dashed) paint.fill = std::nullopt;
    if (region.is_dashed || (is_ring && !has_tone))
      paint.stroke = theme_.card_line, paint.dash = Dash::dashed;
    if (is_ring)
      pen_.ellipse(box, paint);
    else if (detail_ == Detail::plain && !has_tone)  // plain cards are as pale as it would be
      pen_.box(box, 0, {.stroke = theme_.card_line});
    else
      pen_.box(box, 10, paint);
    if (detail_ < Detail::plain || region.text.empty()) return;
    const Colour ink = has_tone ? theme_.ink_of(region.tone) : theme_.soft_ink;
    if (region.role == msg::RegionRole::unit)
      write(region.text, box.x + 12, box.y + 14, box.width - 24, msg::Anchor::start, {12, true},
            ink);
    else if (is_ring)
      write(region.text, box.x + box.width / 2, box.y - 9, box.width, msg::Anchor::middle,
            {12, false}, has_tone ? ink : theme_.faint);
    else
      write(region.text, box.x + box.width / 2, box.y + 18, box.width - 16, msg::Anchor::middle,
            {13, true}, ink);
  }

  // Lines that follow one another and look alike share one group in a plain file.
  void paint_links() {
    const double crowd = crowd_of(scene_);
    std::optional<Paint> shared;
    const auto end_shared = [&] {
      if (shared) pen_.end();
      shared.reset();
    };
    for (const msg::Link& link : scene_.links) {
      if (link.count() == 0 || !pen_.sees(link_box(scene_, link))) continue;
      const LinkStyle style = link_style(link, theme_, crowd);
      if (detail_ == Detail::plain && shared != link_paint(style)) {
        end_shared();
        shared = link_paint(style);
        pen_.begin({.shapes = &*shared});
      }
      paint_linked(link, style);
    }
    end_shared();
  }

  void paint_cards() {
    if (detail_ != Detail::plain) {
      for (const msg::Card& card : scene_.cards) paint_placed(card);
      return;
    }
    const TextStyle words = plain_words();
    pen_.begin({.texts = &words});
    for (const msg::Card& card : scene_.cards) paint_placed(card);
    pen_.end();
  }

  // What most texts of plain cards look like.
  TextStyle plain_words() const {
    for (const msg::Card& card : scene_.cards)
      if (card.person() < picture_.faces.size())
        for (const auto& run : picture_.faces[card.person()].runs)
          if (run->kind == msg::RunKind::text) return {.size = run->size, .ink = run->ink};
    return {};
  }

  void paint_linked(const msg::Link& link, const LinkStyle& style) {
    pen_.begin({.kind = "link", .id = id_of(picture_.tie_ids, link.tie())});
    paint_link(pen_, scene_, link, style, detail_ == Detail::boxes || detail_ == Detail::plain);
    pen_.end();
  }

  void paint_placed(const msg::Card& card) {
    const Box box{card.x(), card.y(), card.width(), card.height()};
    if (card.person() >= picture_.faces.size() || !pen_.sees(box.grown(5))) return;
    const msg::FaceT& face = picture_.faces[card.person()];
    pen_.begin({.x = box.x,
                .y = box.y,
                .kind = "card",
                .id = id_of(picture_.person_ids, card.person()),
                .spoken = spoken_of(card, face)});
    const Box inside{0, 0, box.width, box.height};
    paint_card(pen_, inside, face, theme_, detail_);
    if (compares_dates_) paint_change(pen_, inside, face, card.change(), theme_, detail_);
    if (card.folded() > 0 && detail_ == Detail::everything)
      paint_fold(pen_, inside, card.folded(), theme_);
    pen_.end();
  }

  void paint_label(const msg::LabelT& label) {
    const LabelLook look = look_of(label.role);
    const double room = label.max_width > 0 ? label.max_width : scene_.width;
    if (detail_ == Detail::boxes || look.size * pen_.scale() < 4) return;
    const double half = label.is_upright ? room : look.size;
    if (!pen_.sees({label.x - room, label.y - half, 2 * room, 2 * half})) return;
    const std::string text = ruler_.fitted(label.text, look.size, look.is_bold, room);
    // Lines pass these: a patch of paper keeps them readable.
    const bool is_plain_heading =
        label.role == msg::TextRole::heading && label.tone == msg::ThemeRole::unset;
    if (label.tie >= 0 || (is_plain_heading && !label.is_upright)) {
      const double width = ruler_.width(text, look.size, look.is_bold) + 6;
      const double left = label.anchor == msg::Anchor::middle ? label.x - width / 2
                          : label.anchor == msg::Anchor::end  ? label.x - width + 3
                                                              : label.x - 3;
      pen_.box({left, label.y - 0.65 * look.size, width, 1.3 * look.size}, 3,
               {.fill = theme_.paper, .fill_alpha = 0.85});
    }
    const Colour ink = label.tone != msg::ThemeRole::unset ? theme_.ink_of(label.tone)
                       : label.role == msg::TextRole::note ? theme_.faint
                                                           : theme_.soft_ink;
    const TextStyle style{.size = look.size,
                          .is_bold = look.is_bold,
                          .ink = ink,
                          .anchor = label.anchor,
                          .angle = label.is_upright ? -90.0 : 0.0};
    if (label.is_upright)
      pen_.text(baseline(label.x, look.size), label.y, text, style);
    else
      pen_.text(label.x, baseline(label.y, look.size), text, style);
  }

  // Marks of a record lie on top of it, all others behind the lines and cards.
  void paint_marks(bool are_bound) {
    for (const auto& mark : scene_.marks)
      if ((mark->person >= 0 || mark->tie >= 0) == are_bound)
        paint_mark(pen_, *mark, theme_, detail_);
  }

  Pen& pen_;
  const Picture& picture_;
  const msg::SceneT& scene_;
  const Theme& theme_;
  const TextRuler& ruler_;
  Detail detail_;
  bool compares_dates_;
};

}  // namespace

void paint_scene(Pen& pen, const Picture& picture) { ScenePainter(pen, picture).paint(); }

void draw_scene(cairo_t* cairo, const Picture& picture, double scale) {
  cairo_save(cairo);
  CairoPen pen(cairo, scale, *picture.theme);
  paint_scene(pen, picture);
  cairo_restore(cairo);
}

void draw_backdrop(cairo_t* cairo, const Theme& theme, double scale) {
  constexpr double step = 24;
  double left = 0, top = 0, right = 0, bottom = 0;
  cairo_clip_extents(cairo, &left, &top, &right, &bottom);
  CairoPen pen(cairo, scale, theme);
  pen.box({left, top, right - left, bottom - top}, 0, {.fill = theme.canvas});
  if (step * scale < 12) return;  // a haze rather than a grid
  const double dot = 2 / std::max(scale, 1.0);
  for (double y = std::floor(top / step) * step; y <= bottom; y += step)
    for (double x = std::floor(left / step) * step; x <= right; x += step)
      pen.box({x - dot / 2, y - dot / 2, dot, dot}, 0, {.fill = theme.grid});
}

}  // namespace inroad::render
