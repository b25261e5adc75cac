// SPDX-License-Identifier: MIT
//
// Where we are and where the client is, as two rows of steps; a press sets the step.
#pragma once
#include "workbench/session.h"
#include "workbench/look.h"
#include <wx/panel.h>

namespace inroad::workbench {

class StepTracks : public wxPanel {
 public:
  struct Wishes {
    std::function<void(Stage)> set_stage;
    std::function<void(ClientStep)> set_step;
  };
  StepTracks(wxWindow* parent, Wishes wishes);

  // unset: none is lit; has_deal false: nothing can be pressed.
  void show(Stage stage, ClientStep step, bool has_deal);

 private:
  static constexpr int count = 6;
  void paint();
  void paint_row(cairo_t* cairo, int row, int now, const std::vector<std::string>& words) const;
  int left() const;
  void press(wxPoint at);

  Wishes wishes_;
  Stage stage_{};
  ClientStep step_{};
  bool has_deal_ = false;
};

}  // namespace inroad::workbench
