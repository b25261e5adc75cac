// SPDX-License-Identifier: MIT
//
// A scrolled column of lines and controls, each as wide as the column and as high as its text needs.
#pragma once
#include <vector>

#include "workbench/text_line.h"
#include <wx/scrolwin.h>

namespace inroad::workbench {

class Column : public wxScrolledWindow {
 public:
  explicit Column(wxWindow* parent, const std::string& spoken);

  // Between these two the children are replaced without flicker.
  void start();
  void finish();

  TextLine* add(TextLine::Content content, std::function<void()> pressed = nullptr);
  void add_heading(const std::string& text);
  // A native control, at its natural width.
  void add_control(wxWindow* control);
  void add_gap(int dip);

 private:
  struct Item {
    wxWindow* window;
    TextLine* line;  // null for a control
    int gap;         // above
  };
  void lay_out_items();

  std::vector<Item> items_;
  int gap_ = 0;
  int laid_out_width_ = -1;
};

}  // namespace inroad::workbench
