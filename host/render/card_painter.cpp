// SPDX-License-Identifier: MIT
#include "render/card_painter.h"

#include <algorithm>

#include "model/words.h"
#include "render/shapes.h"
#include "render/text.h"

namespace inroad::render {
namespace {

// A bar along the left edge that follows the card's round corners.
void paint_stripe(Pen& pen, const msg::RunT& run, const msg::FaceT& face) {
  const double edge = face.stroke_width > 1.2 ? face.stroke_width / 2 : 0;
  const double r = std::min(std::max(0.0, face.radius - edge), run.width);
  const double left = run.x + edge, right = run.x + run.width;
  const double top = run.y + edge, bottom = run.y + run.height - edge;
  const double k = 0.4477 * r;  // control points of a quarter circle lie this far from its corner
  Path path;
  path.move_to(right, top);
  path.line_to(left + r, top);
  path.curve_to({left + k, top}, {left, top + k}, {left, top + r});
  path.line_to(left, bottom - r);
  path.curve_to({left, bottom - k}, {left + k, bottom}, {left + r, bottom});
  path.line_to(right, bottom);
  path.close();
  pen.path(path, {.fill = run.fill});
  if (run.ink == run.fill) return;
  Path inner;
  inner.move_to(right, top);
  inner.line_to(right, bottom);
  pen.path(inner, {.stroke = run.ink, .width = 1, .dash = Dash::dashed});
}

void paint_run(Pen& pen, const msg::RunT& run, const msg::FaceT& face) {
  const Box box{run.x, run.y, run.width, run.height};
  const TextStyle style{.size = run.size, .is_bold = run.is_bold, .ink = run.ink};
  switch (run.kind) {
    case msg::RunKind::text:
      return pen.text(run.x, run.y, run.text, style);
    case msg::RunKind::glyph:
      return draw_glyph(pen, run.text, box, run.ink);
    case msg::RunKind::stripe:
      return paint_stripe(pen, run, face);
    case msg::RunKind::bar:
      return pen.box(box, 0.8, {.fill = run.fill});
    case msg::RunKind::chip: {
      pen.box(box, run.height / 2, {.fill = run.fill});
      TextStyle middle = style;
      middle.anchor = msg::Anchor::middle;
      return pen.text(run.x + run.width / 2, baseline(run.y + run.height / 2, run.size), run.text,
                      middle);
    }
    case msg::RunKind::unset:
      return;
  }
}

void paint_plain_box(Pen& pen, const Box& box, const msg::FaceT& face) {
  Paint paint{.fill = face.fill, .stroke = face.stroke, .width = face.stroke_width};
  for (const auto& run : face.runs)
    if (run->kind == msg::RunKind::stripe && run->ink == run->fill)
      paint = {.fill = run->fill, .stroke = face.stroke_width > 1.2 ? paint.stroke : std::nullopt};
  pen.box(box, 0, paint);
}

// A tinted box, outlined only for who decides, with its texts.
void paint_plain_card(Pen& pen, const Box& box, const msg::FaceT& face, const Theme& theme) {
  const bool is_outlined = face.stroke_width > 1.2;
  pen.box(box, 0,
          {.fill = face.fill == theme.card ? theme.chip : face.fill,
           .stroke = is_outlined ? std::optional(face.stroke) : std::nullopt,
           .width = is_outlined ? face.stroke_width : 1});
  for (const auto& run : face.runs)
    if (run->kind == msg::RunKind::text) paint_run(pen, *run, face);
}

constexpr double badge_size = 11.5, badge_height = 16;

double badge_width(std::string_view text, const Theme& theme) {
  return thread_ruler(theme.font).width(text, badge_size, true) + 14;
}

// A word on a rounded ground, its middle at y.
void paint_badge(Pen& pen, double left, double y, std::string_view text, Colour fill, Colour ink,
                 const Theme& theme) {
  const Box box{left, y - badge_height / 2, badge_width(text, theme), badge_height};
  pen.box(box, badge_height / 2, {.fill = fill, .stroke = theme.paper, .width = 1.5});
  pen.text(box.x + box.width / 2, baseline(y, badge_size), text,
           {.size = badge_size, .is_bold = true, .ink = ink, .anchor = msg::Anchor::middle});
}

}  // namespace

void paint_card(Pen& pen, const Box& box, const msg::FaceT& face, const Theme& theme,
                Detail detail) {
  if (detail == Detail::boxes) return paint_plain_box(pen, box, face);
  if (detail == Detail::plain) return paint_plain_card(pen, box, face, theme);
  const bool has_frame = face.stroke_width > 0;
  if (has_frame && theme.shadow_alpha > 0 && !face.is_dashed && detail == Detail::everything) {
    const Paint shadow{.fill = theme.shadow, .fill_alpha = theme.shadow_alpha};
    pen.box({box.x - 1, box.y, box.width + 2, box.height + 3}, face.radius + 2, shadow);
    pen.box({box.x, box.y + 0.5, box.width, box.height + 1}, face.radius, shadow);
  }
  if (has_frame)
    pen.box(box, face.radius,
            {.fill = face.fill,
             .stroke = face.stroke,
             .width = face.stroke_width,
             .dash = face.is_dashed ? Dash::dashed : Dash::none});
  for (const auto& run : face.runs) {
    const bool is_name = run->kind == msg::RunKind::text && run->is_bold;
    const bool is_sign = run->kind == msg::RunKind::stripe || run->kind == msg::RunKind::glyph;
    if (detail == Detail::everything || is_name || is_sign) paint_run(pen, *run, face);
  }
}

void paint_fold(Pen& pen, const Box& box, std::uint32_t folded, const Theme& theme) {
  const std::string text = "+" + std::to_string(folded);
  const double left = box.x + (box.width - badge_width(text, theme)) / 2;
  paint_badge(pen, left, box.bottom(), text, theme.chip_ink, theme.chip, theme);
}

bool has_changes(const msg::SceneT& scene) {
  const auto is_changed = [](const auto& one) { return one.change() != msg::Change::unset; };
  return std::any_of(scene.cards.begin(), scene.cards.end(), is_changed) ||
         std::any_of(scene.links.begin(), scene.links.end(), is_changed);
}

void paint_change(Pen& pen, const Box& box, const msg::FaceT& face, msg::Change change,
                  const Theme& theme, Detail detail) {
  constexpr double step_back = 0.38, fade = 0.5;
  const bool is_quiet = change == msg::Change::unset || change == msg::Change::went;
  if (is_quiet)
    pen.box(box.grown(1), face.radius,
            {.fill = theme.paper, .fill_alpha = change == msg::Change::went ? fade : step_back});
  if (change == msg::Change::unset) return;
  const Colour colour = change == msg::Change::came   ? theme.accent
                        : change == msg::Change::went ? theme.faint
                                                      : theme.warning;
  const bool is_gone = change == msg::Change::went;
  pen.box(box, face.radius,
          {.stroke = colour, .width = 2, .dash = is_gone ? Dash::dashed : Dash::none});
  if (detail != Detail::everything) return;
  const std::string word = change_word(change);
  paint_badge(pen, box.right() - badge_width(word, theme) - 8, box.y, word, colour, theme.paper,
              theme);
}

std::string change_word(msg::Change change) {
  switch (change) {
    case msg::Change::came:
      return _("new");
    case msg::Change::went:
      return _("gone");
    case msg::Change::changed:
      return _("changed");
    case msg::Change::unset:
      return {};
  }
  return {};
}

std::string spoken_of(const msg::Card& card, const msg::FaceT& face) {
  std::string spoken = face.spoken;
  const std::string change = change_word(card.change());
  if (!change.empty()) spoken = format(_("{}, {}"), spoken, change);
  if (card.folded() > 0) spoken = format(_("{}, {} more behind"), spoken, card.folded());
  return spoken;
}

}  // namespace inroad::render
