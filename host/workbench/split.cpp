// SPDX-License-Identifier: MIT
#include "workbench/split.h"

#include <algorithm>

namespace inroad::workbench {

Split::Split(wxWindow* parent, wxOrientation direction, Keeps keeps, int size, int least)
    : wxSplitterWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                       wxSP_LIVE_UPDATE | wxSP_NOBORDER),
      direction_(direction),
      keeps_(keeps),
      size_(FromDIP(size)) {
  SetMinimumPaneSize(FromDIP(least));
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    place();
    event.Skip();
  });
  Bind(wxEVT_SPLITTER_SASH_POS_CHANGED, [this](wxSplitterEvent& event) {
    const int at = event.GetSashPosition();
    if (whole() == placed_in_) size_ = keeps_ == Keeps::first ? at : placed_in_ - at;
    event.Skip();
  });
  Bind(wxEVT_SPLITTER_DOUBLECLICKED,
       [](wxSplitterEvent& event) { event.Veto(); });  // closes no panel
}

void Split::put(wxWindow* first, wxWindow* second) {
  first_ = first;
  second_ = second;
  first_->Hide();
  second_->Hide();
}

int Split::whole() const {
  const wxSize size = GetClientSize();
  return (direction_ == wxHORIZONTAL ? size.x : size.y) - GetSashSize();
}

void Split::place() {
  const int all = whole(), least = GetMinimumPaneSize();
  if (first_ == nullptr || all < 2 * least) return;
  const int at = std::clamp(keeps_ == Keeps::first ? size_ : all - size_, least, all - least);
  placed_in_ = all;
  if (IsSplit()) {
    SetSashPosition(at);
  } else if (direction_ == wxHORIZONTAL) {
    SplitVertically(first_, second_, at);
  } else {
    SplitHorizontally(first_, second_, at);
  }
}

}  // namespace inroad::workbench
