// SPDX-License-Identifier: MIT
#include "workbench/minimap.h"

#include <wx/dcclient.h>
#include <wx/graphics.h>

#include <algorithm>

#include "workbench/canvas.h"

namespace inroad::workbench {

Minimap::Minimap(Canvas* canvas) : canvas_(*canvas) {
  SetBackgroundStyle(wxBG_STYLE_PAINT);
  Create(canvas, wxID_ANY);
  set_spoken(*this, _("Overview of the map"));
  Bind(wxEVT_PAINT, [this](wxPaintEvent&) { paint(); });
  Bind(wxEVT_LEFT_DOWN, [this](wxMouseEvent& event) { go_to(event.GetPosition()); });
  Bind(wxEVT_MOTION, [this](wxMouseEvent& event) {
    if (event.LeftIsDown()) go_to(event.GetPosition());
  });
}

double Minimap::scale() const {
  const msg::SceneT& scene = canvas_.drawn()->picture.scene;
  const wxSize size = GetClientSize();
  const double margin = 2.0 * FromDIP(6);
  return std::max(1e-6, std::min((size.x - margin) / std::max(1.0, scene.width),
                                 (size.y - margin) / std::max(1.0, scene.height)));
}

void Minimap::go_to(wxPoint at) {
  if (canvas_.drawn() == nullptr) return;
  const double margin = FromDIP(6);
  canvas_.look_at((at.x - margin) / scale(), (at.y - margin) / scale());
}

void Minimap::paint() {
  wxPaintDC dc(this);
  const std::unique_ptr<wxGraphicsContext> graphics(wxGraphicsContext::Create(dc));
  auto* cairo = static_cast<cairo_t*>(graphics->GetNativeContext());
  const render::Theme& theme = theme_now();
  set_ink(cairo, theme.paper);
  cairo_paint(cairo);
  const wxSize size = GetClientSize();
  const app::Drawn* drawn = canvas_.drawn();
  if (drawn != nullptr) {
    const double small = scale(), margin = FromDIP(6);
    for (const msg::Card& card : drawn->picture.scene.cards) {
      const auto* attitudes = drawn->snapshot->root().standings()->attitude();
      const auto attitude = static_cast<msg::Attitude>(attitudes->Get(card.person()));
      const bool is_known = attitude != msg::Attitude::unset && attitude != msg::Attitude::unknown;
      set_ink(cairo, is_known ? theme.attitude[static_cast<std::size_t>(attitude)] : theme.card_line);
      cairo_rectangle(cairo, margin + card.x() * small, margin + card.y() * small,
                      std::max(2.0, card.width() * small), std::max(1.5, card.height() * small));
      cairo_fill(cairo);
    }
    const Box seen = canvas_.seen();
    set_ink(cairo, theme.accent);
    cairo_set_line_width(cairo, 1);
    cairo_rectangle(cairo, std::max(0.5, margin + seen.x * small), std::max(0.5, margin + seen.y * small),
                    std::min(seen.width * small, size.x - 1.0), std::min(seen.height * small, size.y - 1.0));
    cairo_stroke(cairo);
  }
  set_ink(cairo, theme.card_line);
  cairo_set_line_width(cairo, 1);
  cairo_rectangle(cairo, 0.5, 0.5, size.x - 1, size.y - 1);
  cairo_stroke(cairo);
}

}  // namespace inroad::workbench
