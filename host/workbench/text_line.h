// SPDX-License-Identifier: MIT
//
// A line of text that wraps to its width, with a label in front if it has one; pressed by mouse or
// keyboard when there is something to do. What inspector and advice are made of.
#pragma once
#include <functional>

#include "workbench/look.h"
#include <wx/panel.h>

namespace inroad::workbench {

class TextLine : public wxPanel {
 public:
  struct Content {
    std::string label;       // stands in a column of its own; empty: the text takes the whole width
    std::vector<Run> runs;
    std::string spoken;      // what a screen reader says; empty: the runs' text
    int indent = 0;          // pixels
  };
  TextLine(wxWindow* parent, Content content, std::function<void()> pressed = nullptr);

  int height_for(int width) const;
  void set_selected(bool is_selected);

 private:
  void paint();
  void press();
  int text_left() const;
  int label_width() const;

  Content content_;
  std::function<void()> pressed_;
  bool is_hovered_ = false, is_selected_ = false;
};

// A small heading in capitals' style above a group of lines.
TextLine::Content heading(const std::string& text);

}  // namespace inroad::workbench
