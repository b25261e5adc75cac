// SPDX-License-Identifier: MIT
//
// What the canvas paints on the GUI thread: the worker's image where it belongs now, and above it what
// moves with the pointer.
#include <wx/dcclient.h>
#include <wx/graphics.h>

#include <cmath>

#include "render/picture.h"
#include "workbench/canvas.h"

namespace inroad::workbench {

void Canvas::paint() {
  wxPaintDC dc(this);
  const std::unique_ptr<wxGraphicsContext> graphics(wxGraphicsContext::Create(dc));
  auto* cairo = static_cast<cairo_t*>(graphics->GetNativeContext());
  set_ink(cairo, theme_now().canvas);
  cairo_paint(cairo);
  paint_grid(cairo);
  if (painted_) paint_image(cairo);
  if (!drawn_) {
    const std::string words = session_ == nullptr ? std::string() : _("Drawing…");
    draw_text(cairo, lay_out({{words, theme_now().soft_ink}}, 0), FromDIP(24), FromDIP(24));
    return;
  }
  paint_selection(cairo);
  paint_drag(cairo);
}

void Canvas::paint_grid(cairo_t* cairo) const {
  const wxSize size = GetClientSize();
  const double step = FromDIP(24), dot = 1;
  const double left = std::fmod(port_.to_window_x(0), step), top = std::fmod(port_.to_window_y(0), step);
  set_ink(cairo, theme_now().grid);
  for (double y = top; y < size.y; y += step) {
    for (double x = left; x < size.x; x += step) {
      cairo_rectangle(cairo, std::floor(x), std::floor(y), dot, dot);
    }
  }
  cairo_fill(cairo);
}

void Canvas::paint_image(cairo_t* cairo) const {
  const double shrink = port_.scale() / painted_->scale;
  const double factor = GetContentScaleFactor();
  const bool is_exact = std::abs(shrink * factor - 1) < 1e-9;
  double x = port_.to_window_x(painted_->area.x), y = port_.to_window_y(painted_->area.y);
  if (is_exact) {
    x = std::round(x * factor) / factor;
    y = std::round(y * factor) / factor;
  }
  cairo_save(cairo);
  cairo_translate(cairo, x, y);
  cairo_scale(cairo, shrink, shrink);
  cairo_set_source_surface(cairo, painted_->image.get(), 0, 0);
  cairo_pattern_set_filter(cairo_get_source(cairo), is_exact ? CAIRO_FILTER_NEAREST : CAIRO_FILTER_BILINEAR);
  cairo_paint(cairo);
  cairo_restore(cairo);
}

void Canvas::paint_selection(cairo_t* cairo) const {
  const render::Theme& theme = theme_now();
  const double radius = 6 * port_.scale();
  if (const msg::Card* card = card_of(session_->selection().person)) {
    const Box box = on_window(*card);
    for (const auto& [grow, alpha, width] : {std::tuple{3.0, 0.25, 4.0}, std::tuple{0.0, 1.0, 2.0}}) {
      round_box(cairo, box.x - grow, box.y - grow, box.width + 2 * grow, box.height + 2 * grow, radius + grow);
      set_ink(cairo, theme.accent, alpha);
      cairo_set_line_width(cairo, width);
      cairo_stroke(cairo);
    }
  }
  if (const auto tie = tie_index(*drawn_->snapshot, session_->selection().tie)) {
    const msg::SceneT& scene = drawn_->picture.scene;
    for (const std::size_t link : render::links_of_tie(drawn_->snapshot->root(), scene, *tie)) {
      for (const msg::Point& point : render::flattened(scene, scene.links[link])) {
        cairo_line_to(cairo, port_.to_window_x(point.x()), port_.to_window_y(point.y()));
      }
      set_ink(cairo, theme.accent, 0.35);
      cairo_set_line_width(cairo, FromDIP(8));
      cairo_stroke(cairo);
    }
  }
  // The handle from which a tie is drawn.
  const msg::Card* card = card_of(hovered_);
  if (card == nullptr || drag_ != Drag::none || !session_->state().is_writable) return;
  const Box box = on_window(*card);
  cairo_arc(cairo, box.x + box.width / 2, box.y, FromDIP(6), 0, 7);
  set_ink(cairo, theme.accent);
  cairo_fill_preserve(cairo);
  set_ink(cairo, theme.paper);
  cairo_set_line_width(cairo, 2);
  cairo_stroke(cairo);
}

// The card moves alone with straight lines to where its links lead; the view is asked on drop.
void Canvas::paint_drag(cairo_t* cairo) const {
  const msg::Card* card = card_of(dragged_);
  if (card == nullptr) return;
  const render::Theme& theme = theme_now();
  const Box box = on_window(*card);
  if (drag_ == Drag::tie) {
    cairo_move_to(cairo, box.x + box.width / 2, box.y + box.height / 2);
    cairo_line_to(cairo, last_at_.x, last_at_.y);
    set_ink(cairo, theme.accent);
    cairo_set_line_width(cairo, 2);
    cairo_stroke(cairo);
    return;
  }
  if (drag_ != Drag::card || !has_dragged_) return;
  const double dx = last_at_.x - pressed_at_.x, dy = last_at_.y - pressed_at_.y;
  const auto centre = [this](const msg::Card& of) {
    const Box at = on_window(of);
    return std::pair(at.x + at.width / 2, at.y + at.height / 2);
  };
  for (const msg::Link& link : drawn_->picture.scene.links) {
    if (link.from() != card->person() && link.to() != card->person()) continue;
    const std::uint32_t other = link.from() == card->person() ? link.to() : link.from();
    const msg::Card* far = card_of(Id(drawn_->snapshot->person_id(other)));
    if (far == nullptr) continue;
    const auto [x, y] = centre(*card);
    const auto [far_x, far_y] = centre(*far);
    cairo_move_to(cairo, x + dx, y + dy);
    cairo_line_to(cairo, far_x, far_y);
  }
  set_ink(cairo, theme.soft_ink, 0.6);
  cairo_set_line_width(cairo, 1);
  cairo_stroke(cairo);
  render::Picture lifted;
  lifted.theme = drawn_->picture.theme;
  lifted.faces.push_back(drawn_->picture.faces[card->person()]);
  lifted.scene.cards.emplace_back(0, card->x(), card->y(), card->width(), card->height(),
                                  card->folded(), card->change());
  lifted.person_ids.emplace_back();
  cairo_save(cairo);
  cairo_translate(cairo, port_.to_window_x(0) + dx, port_.to_window_y(0) + dy);
  cairo_scale(cairo, port_.scale(), port_.scale());
  render::draw_scene(cairo, lifted, port_.scale() * GetContentScaleFactor());
  cairo_restore(cairo);
}

}  // namespace inroad::workbench
