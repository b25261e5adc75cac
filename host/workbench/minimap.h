// SPDX-License-Identifier: MIT
//
// The whole map small, with the part the window shows; a press or drag looks there.
#pragma once
#include "workbench/look.h"
#include <wx/panel.h>

namespace inroad::workbench {

class Canvas;

class Minimap : public wxPanel {
 public:
  explicit Minimap(Canvas* canvas);

 private:
  void paint();
  void go_to(wxPoint at);
  // From the scene to this panel.
  double scale() const;

  Canvas& canvas_;
};

}  // namespace inroad::workbench
