// SPDX-License-Identifier: MIT
#include "workbench/step_tracks.h"

#include <wx/dcclient.h>
#include <wx/graphics.h>

#include "workbench/wording.h"

namespace inroad::workbench {
StepTracks::StepTracks(wxWindow* parent, Wishes wishes) : wishes_(std::move(wishes)) {
  SetBackgroundStyle(wxBG_STYLE_PAINT);
  Create(parent, wxID_ANY);
  SetMinSize(FromDIP(wxSize(560, 48)));
  Bind(wxEVT_PAINT, [this](wxPaintEvent&) { paint(); });
  Bind(wxEVT_LEFT_UP, [this](wxMouseEvent& event) { press(event.GetPosition()); });
  SetCursor(wxCursor(wxCURSOR_HAND));
}

void StepTracks::show(Stage stage, ClientStep step, bool has_deal) {
  stage_ = stage;
  step_ = step;
  has_deal_ = has_deal;
  set_spoken(*this, format(_("Our stage: {}. The client's step: {}."), say(stage), say(step)));
  Refresh();
}

int StepTracks::left() const { return FromDIP(46); }

void StepTracks::press(wxPoint at) {
  const double width = static_cast<double>(GetClientSize().x - left()) / count;
  const int place = static_cast<int>((at.x - left()) / width) + 1;
  if (!has_deal_ || at.x < left() || place > count) return;
  if (at.y < GetClientSize().y / 2) {
    wishes_.set_stage(static_cast<Stage>(place));
  } else {
    wishes_.set_step(static_cast<ClientStep>(place));
  }
}

void StepTracks::paint() {
  wxPaintDC dc(this);
  const std::unique_ptr<wxGraphicsContext> graphics(wxGraphicsContext::Create(dc));
  auto* cairo = static_cast<cairo_t*>(graphics->GetNativeContext());
  set_ink(cairo, theme_now().paper);
  cairo_paint(cairo);
  paint_row(cairo, 0, static_cast<int>(stage_), say_all(Stage::deliver));
  paint_row(cairo, 1, static_cast<int>(step_), say_all(ClientStep::install));
}

// Behind: soft green; now: accent; ahead: grey. The client's row turns amber when he is ahead of us.
void StepTracks::paint_row(cairo_t* cairo, int row, int now, const std::vector<std::string>& words) const {
  const render::Theme& theme = theme_now();
  const wxSize size = GetClientSize();
  const double high = size.y / 2.0 - 1, top = row * (high + 2), notch = FromDIP(7);
  const double wide = static_cast<double>(size.x - left()) / count;
  const bool is_ahead_of_us = row == 1 && now > static_cast<int>(stage_) && stage_ != Stage::unset;
  const TextLayout name = lay_out({{row == 0 ? _("us") : _("client"), theme.soft_ink, false, 0.85}}, left() - 4, true);
  draw_text(cairo, name, 0, top + (high - extent_of(name).height) / 2);
  for (int i = 0; i < count; ++i) {
    const double x = left() + i * wide, end = x + wide - 2;
    const int place = i + 1;
    const bool is_now = place == now;
    cairo_move_to(cairo, x, top);
    cairo_line_to(cairo, end - notch, top);
    cairo_line_to(cairo, end, top + high / 2);
    cairo_line_to(cairo, end - notch, top + high);
    cairo_line_to(cairo, x, top + high);
    if (i > 0) cairo_line_to(cairo, x + notch, top + high / 2);
    cairo_close_path(cairo);
    render::Colour ink = theme.soft_ink;
    if (is_now) {
      set_ink(cairo, is_ahead_of_us ? theme.warning : theme.accent, is_ahead_of_us ? 0.35 : 1);
      ink = is_ahead_of_us ? theme.ink : theme.paper;
    } else if (place < now) {
      set_ink(cairo, theme.good, 0.18);
      ink = theme.good;
    } else {
      set_ink(cairo, theme.chip);
    }
    cairo_fill(cairo);
    const std::string mark = is_now && is_ahead_of_us ? " ▲" : "";
    const TextLayout word = lay_out({{std::to_string(place) + " " + words[static_cast<std::size_t>(i)] + mark, ink,
                                  is_now, 0.9}},
                                wide - 2 * notch - 4, true);
    draw_text(cairo, word, x + notch + FromDIP(6), top + (high - extent_of(word).height) / 2);
  }
}

}  // namespace inroad::workbench
