// SPDX-License-Identifier: MIT
#include "workbench/text_line.h"

#include <wx/dcclient.h>
#include <wx/graphics.h>

#include <algorithm>
#include <memory>

namespace inroad::workbench {
namespace {

constexpr int padding_dip = 3;

std::string plain(const std::vector<Run>& runs) {
  std::string text;
  for (const Run& run : runs) text += run.text;
  return text;
}

}  // namespace

TextLine::TextLine(wxWindow* parent, Content content, std::function<void()> pressed)
    : content_(std::move(content)), pressed_(std::move(pressed)) {
  SetBackgroundStyle(wxBG_STYLE_PAINT);
  const long style = pressed_ ? wxTAB_TRAVERSAL | wxWANTS_CHARS : 0L;
  Create(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, style);
  const std::string text = content_.spoken.empty() ? plain(content_.runs) : content_.spoken;
  set_spoken(*this, content_.label.empty() ? text : content_.label + ": " + text, pressed_ != nullptr);
  Bind(wxEVT_PAINT, [this](wxPaintEvent&) { paint(); });
  if (!pressed_) return;
  SetCursor(wxCursor(wxCURSOR_HAND));
  const auto hover = [this](bool is_inside) {
    is_hovered_ = is_inside;
    Refresh();
  };
  Bind(wxEVT_ENTER_WINDOW, [hover](wxMouseEvent&) { hover(true); });
  Bind(wxEVT_LEAVE_WINDOW, [hover](wxMouseEvent&) { hover(false); });
  Bind(wxEVT_LEFT_UP, [this](wxMouseEvent&) { press(); });
  Bind(wxEVT_SET_FOCUS, [this](wxFocusEvent& event) { Refresh(); event.Skip(); });
  Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) { Refresh(); event.Skip(); });
  Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
    const int key = event.GetKeyCode();
    if (key == WXK_RETURN || key == WXK_SPACE) {
      press();
    } else if (key == WXK_TAB) {
      Navigate(event.ShiftDown() ? wxNavigationKeyEvent::IsBackward : wxNavigationKeyEvent::IsForward);
    } else {
      event.Skip();
    }
  });
}

// The handler may rebuild the panel this line stands in, so it runs after the event.
void TextLine::press() { CallAfter([pressed = pressed_] { pressed(); }); }

int TextLine::label_width() const { return content_.label.empty() ? 0 : FromDIP(96); }
int TextLine::text_left() const {
  return FromDIP(padding_dip + content_.indent) + label_width();
}

int TextLine::height_for(int width) const {
  const int left = text_left() + FromDIP(padding_dip);
  const double text = extent_of(lay_out(content_.runs, std::max(20, width - left))).height;
  double label = 0;
  if (!content_.label.empty()) {
    label = extent_of(lay_out({{content_.label}}, label_width() - FromDIP(6))).height;
  }
  return static_cast<int>(std::max(text, label)) + 2 * FromDIP(padding_dip);
}

void TextLine::set_selected(bool is_selected) {
  if (is_selected == is_selected_) return;
  is_selected_ = is_selected;
  Refresh();
}

void TextLine::paint() {
  wxPaintDC dc(this);
  const std::unique_ptr<wxGraphicsContext> graphics(wxGraphicsContext::Create(dc));
  auto* cairo = static_cast<cairo_t*>(graphics->GetNativeContext());
  const render::Theme& theme = theme_now();
  const wxSize size = GetClientSize();
  set_ink(cairo, theme.paper);
  cairo_paint(cairo);
  if (is_selected_ || is_hovered_ || (pressed_ && HasFocus())) {
    round_box(cairo, 0, 0, size.x, size.y, FromDIP(4));
    set_ink(cairo, theme.accent_soft, is_selected_ ? 1 : 0.55);
    cairo_fill(cairo);
  }
  const double top = FromDIP(padding_dip);
  if (!content_.label.empty()) {
    draw_text(cairo, lay_out({{content_.label, theme.soft_ink}}, label_width() - FromDIP(6)),
         FromDIP(padding_dip + content_.indent), top);
  }
  const int left = text_left();
  draw_text(cairo, lay_out(content_.runs, std::max(20, size.x - left - FromDIP(padding_dip))), left, top);
}

TextLine::Content heading(const std::string& text) {
  std::string capitals = text;
  for (char& c : capitals) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return {{}, {{capitals, theme_now().soft_ink, true, 0.82}}, text, 0};
}

}  // namespace inroad::workbench
