// SPDX-License-Identifier: MIT
#include "workbench/legend.h"

#include <wx/dcclient.h>
#include <wx/graphics.h>

#include <algorithm>

#include "render/shapes.h"

namespace inroad::workbench {
namespace {

std::string stroke_of(const msg::Link& link) {
  if (link.role() == msg::LinkRole::conflict) return "⚡";
  if (link.route_step() > 0) return "━";
  return link.arrow() == msg::Arrow::none || link.arrow() == msg::Arrow::unset ? "─" : "→";
}

// The sample of a legend line, as near as letters come to it.
std::string sign_of(const msg::MarkT& mark) {
  switch (mark.kind) {
    case msg::MarkKind::rectangle:
      return mark.is_filled ? "■" : mark.is_dashed ? "⬚" : "□";
    case msg::MarkKind::ellipse:
      return mark.is_filled ? "●" : mark.is_dashed ? "◌" : "○";
    case msg::MarkKind::path:
      if (mark.arrow > msg::Arrow::none) return mark.is_dashed ? "⇢" : "→";
      return mark.is_dashed ? "┄" : "─";
    case msg::MarkKind::glyph: {
      const msg::Attitude attitude = render::attitude_of(mark.text);
      return attitude == msg::Attitude::unset ? mark.text : glyph_of(attitude);
    }
    default:
      return mark.text;
  }
}

}  // namespace

Legend::Legend(wxWindow* parent) {
  SetBackgroundStyle(wxBG_STYLE_PAINT);
  Create(parent, wxID_ANY);
  Bind(wxEVT_PAINT, [this](wxPaintEvent&) { paint(); });
}

void Legend::show(const render::Picture& picture) {
  using Kind = render::LegendEntry::Kind;
  const render::Theme& theme = *picture.theme;
  runs_.clear();
  std::string spoken = _("Legend");
  bool has_attitudes = false;
  for (const render::LegendEntry& entry : picture.legend) {
    const bool is_attitude = entry.kind == Kind::attitude;
    if (!runs_.empty()) runs_.push_back({is_attitude || !has_attitudes ? "   " : "\n", theme.ink});
    has_attitudes = is_attitude;
    render::Colour ink = theme.soft_ink;
    std::string mark;
    if (is_attitude) {
      const bool is_known = entry.attitude != msg::Attitude::unknown;
      ink = is_known ? theme.attitude[static_cast<std::size_t>(entry.attitude)] : theme.soft_ink;
      mark = glyph_of(entry.attitude) + " ";
    } else if (entry.kind == Kind::link) {
      ink = theme.of(entry.link).ink;
      mark = stroke_of(entry.link) + " ";
    } else if (entry.kind == Kind::bars) {
      mark = "▮▮▮ ";
    } else if (entry.kind == Kind::mark) {
      ink = theme.of(entry.mark.role);
      mark = sign_of(entry.mark) + " ";
    }
    runs_.push_back({mark, ink});
    runs_.push_back({entry.text, theme.soft_ink});
    spoken += ", " + entry.text;
  }
  for (Run& run : runs_) run.scale = 0.85;
  set_spoken(*this, spoken);
  Refresh();
}

TextLayout Legend::laid_out(double width) const { return lay_out(runs_, width); }

wxSize Legend::size_within(int width) const {
  const int padding = 2 * FromDIP(8);
  const Extent extent = extent_of(laid_out(std::max(FromDIP(80), width - padding)));
  return {static_cast<int>(extent.width) + padding + 2, static_cast<int>(extent.height) + padding};
}

void Legend::paint() {
  wxPaintDC dc(this);
  const std::unique_ptr<wxGraphicsContext> graphics(wxGraphicsContext::Create(dc));
  auto* cairo = static_cast<cairo_t*>(graphics->GetNativeContext());
  const render::Theme& theme = theme_now();
  const wxSize size = GetClientSize();
  set_ink(cairo, theme.canvas);
  cairo_paint(cairo);
  round_box(cairo, 0.5, 0.5, size.x - 1, size.y - 1, FromDIP(6));
  set_ink(cairo, theme.paper);
  cairo_fill_preserve(cairo);
  set_ink(cairo, theme.card_line);
  cairo_set_line_width(cairo, 1);
  cairo_stroke(cairo);
  draw_text(cairo, laid_out(size.x - 2 * FromDIP(8)), FromDIP(8), FromDIP(8));
}

}  // namespace inroad::workbench
