// SPDX-License-Identifier: MIT
//
// Two panels with a sash between: one keeps its size, the other takes the rest, until the user
// moves the sash. Nothing is shown before there is room for both: GTK gives its first sizes in any
// order, and what is laid out in none of them stays broken.
#pragma once
#include <wx/splitter.h>

namespace inroad::workbench {

class Split : public wxSplitterWindow {
 public:
  enum class Keeps { first, second };
  // direction: wxHORIZONTAL puts the panels side by side. size, least: of the one that keeps its
  // size and of either, in DIP.
  Split(wxWindow* parent, wxOrientation direction, Keeps keeps, int size, int least);

  // Children of this window.
  void put(wxWindow* first, wxWindow* second);

 private:
  void place();
  int whole() const;

  wxOrientation direction_;
  Keeps keeps_;
  int size_, placed_in_ = -1;
  wxWindow *first_ = nullptr, *second_ = nullptr;
};

}  // namespace inroad::workbench
