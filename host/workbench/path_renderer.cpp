// SPDX-License-Identifier: MIT
#include "workbench/path_renderer.h"

#include <fmt/format.h>
#include <wx/dc.h>
#include <wx/settings.h>

#include <algorithm>
#include <charconv>

namespace inroad::workbench {

PathRenderer::PathRenderer()
    : wxDataViewCustomRenderer("string", wxDATAVIEW_CELL_INERT, wxALIGN_LEFT) {}

wxString PathRenderer::cell(double chance, const std::string& path) {
  return to_wx(fmt::format("{:.4f}|{}", chance, path));
}

bool PathRenderer::SetValue(const wxVariant& value) {
  const std::string text = from_wx(value.GetString());
  const std::size_t bar = text.find('|');
  chance_ = 0;
  if (bar == std::string::npos) return false;
  std::from_chars(text.data(), text.data() + bar, chance_);
  path_ = text.substr(bar + 1);
  return true;
}

bool PathRenderer::GetValue(wxVariant& value) const {
  value = cell(chance_, path_);
  return true;
}

// As wide as the column, or GTK would give the cell no more than is asked for.
wxSize PathRenderer::GetSize() const {
  const int margin = GetView()->FromDIP(8);
  return {std::max(GetView()->FromDIP(80), GetOwner()->GetWidth() - margin),
          GetView()->FromDIP(32)};
}

bool PathRenderer::Render(wxRect cell, wxDC* dc, int state) {
  const render::Theme& theme = theme_now();
  const bool is_selected = (state & wxDATAVIEW_CELL_SELECTED) != 0;
  const wxColour selected_ink = wxSystemSettings::GetColour(wxSYS_COLOUR_HIGHLIGHTTEXT);
  const wxColour faint_ink =
      wxSystemSettings::GetColour(wxSYS_COLOUR_HIGHLIGHT).ChangeLightness(130);
  const int thick = GetView()->FromDIP(7);
  const wxRect track(cell.x, cell.y + GetView()->FromDIP(3),
                     std::min(cell.width, GetView()->FromDIP(160)), thick);
  dc->SetPen(*wxTRANSPARENT_PEN);
  dc->SetBrush(wxBrush(is_selected ? faint_ink : to_wx(theme.chip)));
  dc->DrawRoundedRectangle(track, thick / 2.0);
  wxRect bar = track;
  bar.width = std::max(thick, static_cast<int>(track.width * std::clamp(chance_, 0.0, 1.0)));
  dc->SetBrush(wxBrush(is_selected ? selected_ink : to_wx(theme.accent)));
  dc->DrawRoundedRectangle(bar, thick / 2.0);
  dc->SetTextForeground(is_selected ? selected_ink : to_wx(theme.soft_ink));
  dc->SetFont(GetView()->GetFont().Scaled(0.9f));
  const wxString path = wxControl::Ellipsize(to_wx(path_), *dc, wxELLIPSIZE_MIDDLE, cell.width);
  dc->DrawText(path, cell.x, track.GetBottom() + GetView()->FromDIP(2));
  return true;
}

}  // namespace inroad::workbench
