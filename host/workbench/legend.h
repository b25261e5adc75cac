// SPDX-License-Identifier: MIT
//
// What the colours, glyphs and lines of the present picture mean, in a corner of the canvas.
#pragma once
#include "render/picture.h"
#include "workbench/look.h"
#include <wx/panel.h>

namespace inroad::workbench {

class Legend : public wxPanel {
 public:
  explicit Legend(wxWindow* parent);

  void show(const render::Picture& picture);
  wxSize size_within(int width) const;

 private:
  void paint();
  TextLayout laid_out(double width) const;

  std::vector<Run> runs_;
};

}  // namespace inroad::workbench
