// SPDX-License-Identifier: MIT
#include "workbench/column.h"

#include <algorithm>

namespace inroad::workbench {

Column::Column(wxWindow* parent, const std::string& spoken)
    : wxScrolledWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL) {
  SetScrollRate(0, FromDIP(12));
  SetBackgroundColour(to_wx(theme_now().paper));
  set_spoken(*this, spoken);
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    if (GetClientSize().x != laid_out_width_) lay_out_items();
    event.Skip();
  });
}

void Column::start() {
  Freeze();
  for (const Item& item : items_) item.window->Destroy();
  items_.clear();
  gap_ = 0;
  SetBackgroundColour(to_wx(theme_now().paper));
}

void Column::finish() {
  lay_out_items();
  Thaw();
}

TextLine* Column::add(TextLine::Content content, std::function<void()> pressed) {
  auto* line = new TextLine(this, std::move(content), std::move(pressed));
  items_.push_back({line, line, gap_});
  gap_ = 0;
  return line;
}

void Column::add_heading(const std::string& text) {
  add_gap(items_.empty() ? 0 : 10);
  add(heading(text));
}

void Column::add_control(wxWindow* control) {
  items_.push_back({control, nullptr, gap_ + FromDIP(4)});
  gap_ = 0;
}

void Column::add_gap(int dip) { gap_ += FromDIP(dip); }

void Column::lay_out_items() {
  const int margin = FromDIP(10);
  laid_out_width_ = GetClientSize().x;
  const int width = std::max(FromDIP(60), laid_out_width_ - 2 * margin);
  int y = margin;
  for (const Item& item : items_) {
    y += item.gap;
    const wxSize best = item.line != nullptr ? wxSize(width, item.line->height_for(width))
                                             : item.window->GetBestSize();
    const wxPoint at = CalcScrolledPosition(wxPoint(margin, y));
    item.window->SetSize(at.x, at.y, std::min(best.x, width), best.y);
    y += best.y;
  }
  SetVirtualSize(laid_out_width_, y + margin);
}

}  // namespace inroad::workbench
